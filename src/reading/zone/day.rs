//! Dates as headers, bylines and datelines write them: enough to see that one stands there.

use crate::lexicon::{Label, List};
use crate::reading::Reading;

/// A date that begins at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// The token after the last.
    pub(super) end: usize,
    /// It names day, month and year.
    pub(super) full: bool,
}

/// The date that begins at token `at`, if one does.
pub(super) fn day(reading: &Reading<'_>, at: usize) -> Option<Day> {
    let token = reading.tokens.get(at)?;
    if token.is_number() {
        figures(reading, at).or_else(|| day_month(reading, at))
    } else if is_month(reading, at) {
        month_day(reading, at)
    } else {
        weekday(reading, at)
    }
}

/// `2023-07-12`, `25/07/2025`, `3.9.2024`
pub(super) fn figures(reading: &Reading<'_>, at: usize) -> Option<Day> {
    let glued = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    let mark = |at: usize| glued(at).filter(|t| t.is(b'-') || t.is(b'/')).map(|t| t.first);
    let figures = |at: usize| -> Option<usize> {
        let token = reading.tokens.get(at).filter(|token| token.is_number())?;
        let word = token.text(reading.text);
        word.bytes().all(|b| b.is_ascii_digit()).then_some(word.len())
    };
    let (first, mark, second) = (figures(at)?, mark(at + 1)?, figures(at + 2)?);
    glued(at + 2)?;
    glued(at + 3).filter(|token| token.is(mark))?;
    glued(at + 4)?;
    let third = figures(at + 4)?;
    let fits =
        (first == 4 && second <= 2 && third <= 2) || (first <= 2 && second <= 2 && matches!(third, 2 | 4));
    fits.then_some(Day {
        end: at + 5,
        full: true,
    })
}

/// `15 August 2025`, `15th Aug, 2025`, `3 Sept`
fn day_month(reading: &Reading<'_>, at: usize) -> Option<Day> {
    let mut month = at + 1;
    if !is_day(reading, at) {
        return None;
    }
    if reading.ends_ordinal(month) {
        month += 1;
    }
    is_month(reading, month).then(|| with_year(reading, month + 1))
}

/// `August 15, 2025`, `Sept. 3`, `March 2025`
fn month_day(reading: &Reading<'_>, at: usize) -> Option<Day> {
    if !is_day(reading, at + 1) {
        return None;
    }
    let mut end = at + 2;
    if reading.ends_ordinal(end) {
        end += 1;
    }
    Some(with_year(reading, end))
}

/// `Wed, September 24, 2025`
fn weekday(reading: &Reading<'_>, at: usize) -> Option<Day> {
    if calendar_class(reading, at) != Some(Label::Weekday) {
        return None;
    }
    let mut next = at + 1;
    if reading.tokens.get(next).is_some_and(|token| token.is(b',')) {
        next += 1;
    }
    let token = reading.tokens.get(next)?;
    if token.is_number() {
        figures(reading, next).or_else(|| day_month(reading, next))
    } else {
        month_day(reading, next).filter(|_| is_month(reading, next))
    }
}

/// A day and month that end at `end`, and the year that may follow.
fn with_year(reading: &Reading<'_>, end: usize) -> Day {
    let comma = reading.tokens.get(end).is_some_and(|token| token.is(b','));
    let year = end + usize::from(comma);
    if is_year(reading, year) {
        Day {
            end: year + 1,
            full: true,
        }
    } else {
        Day { end, full: false }
    }
}

pub(super) fn is_month(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|token| token.is_capitalised())
        && calendar_class(reading, at) == Some(Label::Month)
}

fn calendar_class(reading: &Reading<'_>, at: usize) -> Option<Label> {
    reading.hit(at, List::Calendar).map(|hit| hit.label)
}

fn is_day(reading: &Reading<'_>, at: usize) -> bool {
    number(reading, at).is_some_and(|day| (1..=31).contains(&day))
}

fn is_year(reading: &Reading<'_>, at: usize) -> bool {
    number(reading, at).is_some_and(|year| (1900..=2199).contains(&year))
}

fn number(reading: &Reading<'_>, at: usize) -> Option<u32> {
    let token = reading.tokens.get(at).filter(|token| token.is_number())?;
    token.text(reading.text).parse().ok()
}
