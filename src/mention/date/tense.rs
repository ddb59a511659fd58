//! Whether a clause tells of the past or of the future.

use crate::lexicon::Tag;
use crate::reading::Reading;

/// Where a clause puts what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
    /// No verb says.
    Unknown,
}

/// How far the verb may stand from the date.
const REACH: usize = 30;

/// Participles and adjectives after a form of "be" that point ahead: "is due", "are scheduled".
const AHEAD: [&str; 10] = [
    "due",
    "scheduled",
    "set",
    "expected",
    "planned",
    "slated",
    "poised",
    "likely",
    "supposed",
    "bound",
];

/// The tense of the verb group nearest before a date in its clause, else of the first one behind it.
pub(super) fn tense(reading: &Reading<'_>, start: usize, end: usize) -> Tense {
    let sentence = reading.sentence_tokens(start);
    let from = sentence.start.max(start.saturating_sub(REACH));
    let to = sentence.end.min(end + REACH);
    // A date that opens its clause belongs to the verb behind it.
    let opens = start <= from || opens_clause(reading, from, start);
    if !opens {
        for at in (from..start).rev() {
            if stops(reading, at) {
                break;
            }
            if let Some(tense) = verb_at(reading, from, at) {
                return tense;
            }
        }
    }
    for at in end..to {
        if let Some(tense) = verb_at(reading, from.max(end), at) {
            // The first verb group behind the date may begin with its auxiliary.
            return ahead_from(reading, at, to).unwrap_or(tense);
        }
        if reading.tokens[at].is(b';') {
            break;
        }
    }
    if opens {
        for at in (from..start).rev() {
            if let Some(tense) = verb_at(reading, from, at) {
                return tense;
            }
        }
    }
    Tense::Unknown
}

/// Whether only a preposition and marks lie between a clause's start and the date.
fn opens_clause(reading: &Reading<'_>, from: usize, start: usize) -> bool {
    (from..start).rev().take(4).all(|at| {
        matches!(
            reading.tag(at),
            Tag::Preposition | Tag::Mark | Tag::Determiner | Tag::Conjunction
        ) && !reading.tokens[at].is(b',')
    }) && start - from <= 4
}

fn stops(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    token.is(b';') || token.is_dash()
}

/// The tense of a verb group that begins at `at`, read forward past its auxiliaries.
fn ahead_from(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tense> {
    match reading.tag(at) {
        Tag::Be => (at + 1..to.min(at + 4)).find_map(|next| match reading.tag(next) {
            Tag::Adverb | Tag::Negation => None,
            Tag::VerbIng => Some(Tense::Future),
            _ if AHEAD.iter().any(|word| reading.is(next, word)) => Some(Tense::Future),
            _ => Some(be_tense(reading, at)),
        }),
        _ => None,
    }
}

fn be_tense(reading: &Reading<'_>, at: usize) -> Tense {
    if reading.is(at, "was") || reading.is(at, "were") {
        Tense::Past
    } else {
        Tense::Present
    }
}

/// The tense that a verb form at `at` gives its group, looking back for its auxiliaries.
fn verb_at(reading: &Reading<'_>, from: usize, at: usize) -> Option<Tense> {
    match reading.tag(at) {
        Tag::Modal => Some(Tense::Future),
        Tag::Be => match auxiliary(reading, from, at) {
            Some(tense) => Some(tense),
            None => Some(be_tense(reading, at)),
        },
        Tag::Have | Tag::Do => Some(match auxiliary(reading, from, at) {
            Some(Tense::Future) => Tense::Future,
            _ => Tense::Past,
        }),
        Tag::VerbPast | Tag::VerbPart => Some(match auxiliary(reading, from, at) {
            Some(Tense::Present) if AHEAD.iter().any(|word| reading.is(at, word)) => Tense::Future,
            Some(Tense::Present) | None => {
                if AHEAD[..7].iter().any(|word| reading.is(at, word)) && before_is_be(reading, from, at) {
                    Tense::Future
                } else {
                    Tense::Past
                }
            }
            Some(tense) => tense,
        }),
        Tag::Verb => Some(match auxiliary(reading, from, at) {
            Some(tense) => tense,
            None => Tense::Present,
        }),
        Tag::VerbS => Some(Tense::Present),
        Tag::VerbIng => match auxiliary(reading, from, at) {
            Some(Tense::Past) => Some(Tense::Past),
            Some(_) => Some(Tense::Future),
            None => None,
        },
        Tag::Adjective if AHEAD.iter().any(|word| reading.is(at, word)) => Some(Tense::Future),
        _ => None,
    }
}

fn before_is_be(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    (from..at).rev().take(2).any(|i| reading.tag(i) == Tag::Be)
}

/// What the auxiliaries right before a verb form say.
fn auxiliary(reading: &Reading<'_>, from: usize, at: usize) -> Option<Tense> {
    let mut found = None;
    for i in (from..at).rev().take(6) {
        match reading.tag(i) {
            Tag::Modal | Tag::To => return Some(Tense::Future),
            Tag::Have => return Some(Tense::Past),
            Tag::Do => {
                return Some(if reading.is(i, "did") {
                    Tense::Past
                } else {
                    Tense::Present
                });
            }
            Tag::Be => found = Some(be_tense(reading, i)),
            Tag::Adverb | Tag::Negation => {}
            // "will design, build and ship": go on to the auxiliary they share.
            Tag::Conjunction | Tag::Verb | Tag::VerbPart if found.is_none() => {}
            _ => break,
        }
    }
    found
}
