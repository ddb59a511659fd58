//! The other name that an article gives right behind a name, in brackets or as what it is known by.

use std::ops::Range;

use super::forms::{is_everyday, is_land};
use crate::lexicon::{Classes, List};
use crate::reading::Reading;
use crate::token::{Shape, Token};

/// `Coffee Producers Cooperative, known as | CPC`, `known as | Corfo`: the word by which somebody is known.
fn dubbed(reading: &Reading<'_>, end: usize) -> Option<Range<usize>> {
    let comma = usize::from(reading.tokens.get(end).is_some_and(|token| token.is(b',')));
    let verb = end + comma;
    if !reading.is(verb, "known") || !reading.is(verb + 1, "as") {
        return None;
    }
    let at = verb + 2 + usize::from(reading.is(verb + 2, "the"));
    let token = reading.tokens.get(at)?;
    let acronym = token.shape == Shape::Upper && reading.hit(at, List::Acronyms).is_none();
    // Nothing else has a capital, and nothing of the name follows.
    let name = token.shape == Shape::Capitalised
        && !is_everyday(reading, at)
        && is_land(reading, at).is_none()
        && reading.hit(at, List::Calendar).is_none()
        && !reading.tokens.get(at + 1).is_some_and(Token::is_capitalised);
    (token.is_word() && token.end - token.start > 2 && (acronym || name)).then_some(at..at + 1)
}

/// The word in brackets right behind a name, if it can be another name for it.
pub(super) fn behind(reading: &Reading<'_>, end: usize) -> Option<Range<usize>> {
    let is = |at: usize, mark: u8| reading.tokens.get(at).is_some_and(|token| token.is(mark));
    if !is(end, b'(') {
        return dubbed(reading, end);
    }
    let mut first = end + 1;
    if reading.is(first, "the") {
        first += 1;
    }
    let close = (first + 1..=first + 4).find(|&at| is(at, b')'))?;
    let run = first..close;
    let token = &reading.tokens[first];
    // `(PAMA)`, `(ZCCM-IH)`, `(HD KSOE)`, `(AM/NS India)`
    let plain = reading.tokens[run.clone()]
        .iter()
        .all(|token| token.is_capitalised() || token.is(b'-') || token.is(b'/'));
    let short = run.len() == 1 || token.shape == Shape::Upper;
    // `(PHOTO NOT FOR SALE)`
    let shouted = run
        .clone()
        .skip(1)
        .any(|at| reading.classes(at).contains(Classes::FUNCTION));
    if !token.is_word() || !plain || !short || shouted {
        return None;
    }
    if token.shape == Shape::Capitalised
        && (is_everyday(reading, first)
            || is_land(reading, first).is_some()
            || reading.hit(first, List::Calendar).is_some())
    {
        return None;
    }
    Some(run)
}
