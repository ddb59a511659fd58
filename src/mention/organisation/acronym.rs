//! Organisations whose words spell the acronym behind them: `Office of Federal Housing Enterprise Oversight (OFHEO)`.

use std::ops::Range;

use super::super::name::{Context, Words};
use super::super::{here, Candidate, Strength};
use super::head::head_at;
use super::push;
use crate::lexicon::{Classes, List, Lists};
use crate::token::Shape;

/// Adds the names that an acronym in brackets or between commas tells, however they are put together.
pub(crate) fn find<'x>(words: &Words<'_, 'x>, out: &mut Vec<Candidate<'x>>) {
    for at in words.reading.capitals() {
        let Some(run) = spelt_before(words, at).filter(|run| is_body(words, run)) else {
            continue;
        };
        push(words, run, here!("organisation.acronym"), Strength::Strong, out);
    }
}

/// The words before an acronym that spell it: each word with a capital gives its first letter, and small words and what
/// stands behind a hyphen may give theirs.
fn spelt_before(words: &Words<'_, '_>, acronym: usize) -> Option<Range<usize>> {
    const LETTERS: std::ops::RangeInclusive<usize> = 3..=10;
    const FAR: usize = 18;
    const OTHER: Lists = Lists::of(&[List::Acronyms, List::Currencies, List::Units, List::Countries]);
    let reading = words.reading;
    let letters = reading.word(acronym).as_bytes();
    let end = acronym.checked_sub(1)?;
    let set_off = words.mark(end, b'(') && words.mark(acronym + 1, b')')
        || words.mark(end, b',') && words.mark(acronym + 1, b',');
    if !set_off
        || reading.tokens[acronym].shape != Shape::Upper
        || !LETTERS.contains(&letters.len())
        || !letters.iter().all(u8::is_ascii_uppercase)
        || reading.hits_of(acronym, OTHER).next().is_some()
    {
        return None;
    }
    let all = 1_u32 << letters.len();
    // A bit for each number of letters, from the last on, that the words so far may have spelt.
    let mut spelt = 1_u32;
    let next = |spelt: u32, at: usize| {
        let first = reading.tokens[at].first.to_ascii_uppercase();
        let fits = (0..letters.len()).filter(|&told| letters[letters.len() - 1 - told] == first);
        fits.fold(0, |next, told| next | (spelt & 1 << told) << 1)
    };
    for at in (end.saturating_sub(FAR)..end).rev() {
        let token = &reading.tokens[at];
        if !words.follows(at + 1) {
            return None;
        }
        if words.capital(at) {
            // `Hi-Tech`
            let part = at > 0 && token.glued() && words.mark(at - 1, b'-');
            let with = next(spelt, at);
            if with & all != 0 {
                return Some(at..end).filter(|run| !words.closed(run.start));
            }
            spelt = if part { spelt | with } else { with };
        } else if words.small(at) {
            let joins = words.classes(at).contains(Classes::FUNCTION)
                || words.context_at(at, Context::Particle).is_some();
            spelt = if joins { spelt | next(spelt, at) } else { 0 };
        } else if !(token.is(b'&') || token.is(b'-') || token.is(b',') || words.genitive(at)) {
            return None;
        }
        if spelt == 0 {
            return None;
        }
    }
    None
}

/// Whether words name a body: their last word, or one before `of` or `for`, is a head noun.
fn is_body(words: &Words<'_, '_>, run: &Range<usize>) -> bool {
    let last = run.end - 1;
    let heads = |at: usize| {
        let closes = at == last || words.is(at + 1, "of") || words.is(at + 1, "for");
        let head = head_at(words, at).filter(|_| closes);
        head.is_some_and(|head| !head.weak || !head.company && head.end == at + 1)
    };
    let policy = |at: usize| words.reading.hit(at, List::PolicyHeads).is_some();
    run.clone().any(heads) && !policy(last)
}
