//! The number of a law behind its head noun: `Executive Order 14257`, `Law No. 21`, `Bill C-18`, `Directive 2009/28/EC`.

use std::ops::Range;

use super::phrase::bracket_before;
use super::{has_hit, is_head};
use crate::lexicon::{number_context, Hit, List};
use crate::reading::Reading;
use crate::token::{Gap, Token};

/// The end of the number behind a head. `numbered`: the head names a law by its number alone.
pub(super) fn number_behind(reading: &Reading<'_>, head: Range<usize>, numbered: bool) -> Option<usize> {
    let end = head.end;
    reading.tokens.get(end)?;
    let number = |hit: &Hit| {
        hit.list == List::NumberContexts && reading.lexicon.cell(hit.row, number_context::WORD) == "number"
    };
    if has_hit(reading, end, number) {
        return spaced(reading, end + 1).map(|number| number.end);
    }
    // `Regulation (EU) 2023/1542`
    let body = (end + 2..reading.tokens.len().min(end + 4))
        .find(|close| bracket_before(reading, *close, end.saturating_sub(1)) == Some(end));
    let at = body.map_or(end, |close| close + 1);
    let found = spaced(reading, at)?;
    let plain = found.len() == 1 && reading.tokens[at].is_number();
    let last = head.end - 1;
    let fits = numbered
        || found.sliced
        || is_head(reading, last, "short-figure") && (!plain || reading.word(at).len() <= 3)
        || is_head(reading, last, "figure") && plain && !is_year(reading.word(at));
    fits.then_some(found.end)
}

/// A number as laws have it.
struct Number {
    first: usize,
    end: usize,
    /// Whether it holds a stroke: `333/2025`.
    sliced: bool,
}

impl Number {
    fn len(&self) -> usize {
        self.end - self.first
    }
}

/// The number that stands at a token, behind a blank: `8498`, `333/2025`, `2009/28/EC`, `C-18`.
fn spaced(reading: &Reading<'_>, at: usize) -> Option<Number> {
    let token = reading.tokens.get(at).filter(|token| token.gap == Gap::Space)?;
    let glued = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    let letters = token.is_word() && token.is_capitalised() && token.end - token.start <= 2;
    let after_letters =
        || glued(at + 1).is_some_and(Token::is_hyphen) && glued(at + 2).is_some_and(Token::is_number);
    let mut number = match () {
        () if letters && after_letters() => Number {
            first: at,
            end: at + 3,
            sliced: false,
        },
        () if token.is_number() => Number {
            first: at,
            end: at + 1,
            sliced: false,
        },
        () => return None,
    };
    while glued(number.end).is_some_and(|next| next.is(b'/'))
        && glued(number.end + 1)
            .is_some_and(|next| next.is_number() || next.is_word() && next.is_capitalised())
    {
        number.end += 2;
        number.sliced = true;
    }
    // `Bill 21st`, `Law 5G`
    glued(number.end)
        .is_none_or(|next| !next.is_word() && !next.is_number())
        .then_some(number)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}
