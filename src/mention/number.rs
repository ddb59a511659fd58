//! Numbers in digits and words: what counts, money, percentages and measures are built on.
