//! Fractions in words, which are no numbers: `a fifth`, `half`, `two-thirds`.

use rust_decimal::Decimal;

use super::{entry, past_hyphen};
use crate::lexicon::Label;
use crate::reading::Reading;

/// The fraction that begins at a token and its article or count: the token after its last, and its value.
pub(crate) fn fraction(reading: &Reading<'_>, at: usize) -> Option<(usize, Decimal)> {
    if let Some((hit, value)) = entry(reading, at, &[Label::Fraction]) {
        return Some((hit.end as usize, value));
    }
    let (next, many) = match entry(reading, at, &[Label::Cardinal]) {
        Some((hit, value)) => (past_hyphen(reading, hit.end as usize), value),
        None if reading.is_indefinite(at) => (at + 1, Decimal::ONE),
        None => return None,
    };
    let (hit, part) = entry(reading, next, &[Label::Fraction]).or_else(|| {
        let (hit, value) = entry(reading, next, &[Label::Ordinal])?;
        // "a second"
        (value > Decimal::TWO).then_some((hit, Decimal::ONE.checked_div(value)?))
    })?;
    let value = many.checked_mul(part)?;
    Some((hit.end as usize, value))
}
