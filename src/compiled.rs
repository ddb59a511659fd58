//! What was made when the crate was compiled (see `build.rs`).

use crate::lexicon::Lexicon;

/// As they are aligned in a cache.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static LEXICON: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/lexicon")));
static WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words"));

impl Lexicon {
    /// The lists that come with the crate.
    pub(crate) fn builtin() -> Self {
        Self::of_tables(&LEXICON.0, WORDS)
    }
}
