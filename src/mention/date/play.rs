//! Halves and quarters of a match, which are no times of the calendar: `scored in the second half`.

use super::Finder;
use crate::lexicon::Classes;
use crate::mention::{club, money};

impl Finder<'_, '_> {
    /// Whether a half or quarter without its year at `at` is that of a match: the article tells of one, and the sentence tells
    /// no figures of business.
    pub(super) fn is_of_match(&self, at: usize) -> bool {
        *self.play.get_or_init(|| club::tells_match(self.reading)) && !self.is_business(at)
    }

    /// Whether the sentence of a token tells what is counted by quarters, or money.
    fn is_business(&self, at: usize) -> bool {
        let reading = self.reading;
        reading.sentence_tokens(at).any(|at| {
            reading.classes(at).contains(Classes::PERIOD_FIGURE)
                || reading.tokens[at].is(b'%')
                || reading.tokens[at].is_number() && money::sign_before(reading, at).is_some()
        })
    }
}
