//! Lines in which capitals tell nothing: headlines in title case or in capitals.

use crate::lexicon::{Classes, Tag};
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::Shape;

/// A line of so many words is a headline if it has a verb.
const HEADLINE: usize = 4;

/// Whether the words around are capitalised altogether, as in a headline, so that capitals tell nothing.
pub(in crate::mention) fn is_title_case(reading: &Reading<'_>, run: usize, end: usize) -> bool {
    let sentence = reading.sentence_tokens(run);
    let from = sentence.start.max(run.saturating_sub(24));
    let to = sentence.end.min(end + 24);
    let mut capitals = 0;
    for at in (from..run).chain(end..to) {
        let token = &reading.tokens[at];
        if !token.is_word() || reading.classes(at).contains(Classes::FUNCTION) {
            continue;
        }
        match token.shape {
            Shape::Lower => return false,
            _ => capitals += 1,
        }
    }
    // `Ministry to Study Tax on Cotton Sales`
    let headline = reading.zone(run) == ZoneKind::Headline && run > sentence.start;
    capitals >= 3 || headline && capitals > 0
}

/// Whether the phrase is a line or sentence of its own.
pub(super) fn is_line(reading: &Reading<'_>, run: usize, end: usize) -> bool {
    reading.sentence_tokens(run) == (run..end)
}

/// `RACAL ANNOUNCES MARKETING AGREEMENT`, `Racal Opens Third Facility`: a verb inside tells that the words are no name but
/// a headline, if they are a line of their own or all in capitals.
pub(super) fn is_headline(reading: &Reading<'_>, run: usize, end: usize) -> bool {
    let sentence = reading.sentence_tokens(run);
    let capital = |at: usize| reading.tokens[at].is_capitalised() || !reading.tokens[at].is_word();
    let small = |at: usize| reading.classes(at).contains(Classes::FUNCTION);
    let closes = || (end..sentence.end).all(|at| capital(at) || small(at));
    let line = run - sentence.start < HEADLINE && (sentence.start..run).all(capital) && closes();
    let first = if line { sentence.start } else { run };
    let mut words = (first..end).filter(|at| reading.tokens[*at].is_word());
    let loud = words.clone().all(|at| reading.tokens[at].shape == Shape::Upper);
    if words.clone().count() < HEADLINE || !loud && !line {
        return false;
    }
    // The first may be an imperative, the last is the head.
    words.next();
    let verb = |at: usize| {
        let tags = reading.lexicon.word(reading.ids[at]).tags;
        let finite =
            matches!(tags.first(), Tag::VerbS | Tag::VerbPast) || tags.has(Tag::VerbS) && at + 2 < end;
        finite || matches!(tags.first(), Tag::Verb | Tag::To) && (loud || at == run)
    };
    words.any(|at| at + 1 < end && verb(at))
}
