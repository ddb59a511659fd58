//! Dates that are told only to be compared with: "up from 4.2 million in the second quarter of 2024".

use crate::lexicon::{Keyword as K, Keywords, Tag};
use crate::reading::Reading;

/// How far before a date the word may stand that sets it beside another.
const REACH: usize = 10;

/// Whether a date that begins at `start` belongs to a figure, or is itself a time, that another one is compared with.
pub(super) fn is_compared(reading: &Reading<'_>, start: usize) -> bool {
    compared_by(reading, start).is_some()
}

/// Where the word stands that sets what a date tells beside something else.
pub(super) fn compared_by(reading: &Reading<'_>, start: usize) -> Option<usize> {
    const WORDS: Keywords = Keywords::of(&[K::Than, K::As, K::From, K::Against, K::Versus, K::Compared]);
    let from = reading
        .sentence_tokens(start)
        .start
        .max(start.saturating_sub(REACH));
    let mut figure = false;
    for at in (from..start).rev() {
        let token = &reading.tokens[at];
        if token.is_number() {
            figure = true;
            continue;
        }
        if token.is_word() && reading.among(at, WORDS) {
            let direct = (at + 1..start)
                .all(|at| matches!(reading.tag(at), Tag::Preposition | Tag::Determiner | Tag::Adverb));
            let compares = match reading.folded(at) {
                // "the same number as in February"
                "as" => direct && at + 1 < start,
                // "less than in the same period of 2024"; "more than 500 in May" bounds.
                "than" => !figure && at + 1 < start,
                "from" | "against" => figure,
                _ => true,
            };
            return compares.then_some(at);
        }
        let verb = matches!(
            reading.tag(at),
            Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal | Tag::Be | Tag::Have | Tag::To
        );
        if verb || token.is(b',') || token.is(b';') {
            return None;
        }
    }
    None
}
