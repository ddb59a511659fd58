//! A company reports its figures.

use super::typed::event_type;

event_type! {
    /// A company reports its figures.
    Results {
        /// Who.
        organisation,
        /// Its revenue.
        revenue,
        /// Its profit, or loss.
        profit,
        /// By how much the profit, else the revenue, rose or fell.
        change,
    }
}
