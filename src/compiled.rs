//! What was made when the crate was compiled (see `build.rs`).

use crate::lexicon::Lexicon;

static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"));

impl Lexicon {
    /// The lists that come with the crate.
    pub(crate) fn builtin() -> Self {
        Self::of_tables(LEXICON)
    }
}
