//! Figures in brackets behind each of several names or things: `Peru (40 tonnes), Chile (30) and Cuba (20)`.

use crate::reading::Reading;

/// How many tokens name one of them.
const NAME: usize = 5;

/// Where the brackets close that the figure of the one before stands in, if a figure stands alone in brackets behind a name
/// or thing that goes on with it: `Peru (40 tonnes) and Chile (| 30 |)`.
pub(in crate::mention) fn before(reading: &Reading<'_>, first: usize, end: usize) -> Option<usize> {
    let open = opens(reading, first, end)?;
    let from = open.saturating_sub(NAME);
    let close = (from..open).rev().find(|at| reading.tokens[*at].is(b')'))?;
    (is_next(reading, close + 1, open) && holds_figure_before(reading, close)).then_some(close)
}

/// Whether another one follows with a figure of its own: `Peru (| 40 |), Chile (30)`.
pub(in crate::mention) fn goes_on(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    let from = end + 1;
    let next = opens(reading, first, end)
        .and_then(|_| (from..from + NAME + 1).find(|at| is_mark(reading, *at, b'(')));
    next.is_some_and(|open| {
        let digits = reading
            .tokens
            .get(open + 1)
            .is_some_and(|token| token.is_number());
        digits && is_mark(reading, open + 2, b')') && is_next(reading, from, open)
    })
}

/// The brackets that a figure stands alone in.
fn opens(reading: &Reading<'_>, first: usize, end: usize) -> Option<usize> {
    let open = first
        .checked_sub(1)
        .filter(|open| is_mark(reading, *open, b'('))?;
    is_mark(reading, end, b')').then_some(open)
}

fn is_mark(reading: &Reading<'_>, at: usize, mark: u8) -> bool {
    reading.tokens.get(at).is_some_and(|token| token.is(mark))
}

/// Whether a joint and a name or thing stand between two brackets.
fn is_next(reading: &Reading<'_>, from: usize, open: usize) -> bool {
    let joint = |at: usize| matches!(reading.tokens[at].first, b',' | b';') || reading.is(at, "and");
    let name = (from..open).find(|at| !joint(*at)).unwrap_or(open);
    let words = |at: usize| reading.tokens[at].is_word() && !reading.tag(at).is_verb();
    name > from && name < open && (name..open).all(words)
}

/// Whether brackets hold a figure that stand right before `close`.
fn holds_figure_before(reading: &Reading<'_>, close: usize) -> bool {
    let inside = (close.saturating_sub(NAME)..close).rev();
    let mut inside = inside.take_while(|at| !is_mark(reading, *at, b'('));
    inside.any(|at| reading.tokens[at].is_number())
}
