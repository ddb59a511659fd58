//! Fractions in words, which are no numbers: `a fifth`, `half`, `two-thirds`.

use rust_decimal::Decimal;

use super::{entry, past_hyphen};
use crate::reading::Reading;

/// The fraction that begins at a token and its article or count: the token after its last, and its value.
pub(crate) fn fraction(reading: &Reading<'_>, at: usize) -> Option<(usize, Decimal)> {
    if let Some((hit, value)) = entry(reading, at, &["fraction"]) {
        return Some((hit.end as usize, value));
    }
    let (next, many) = match entry(reading, at, &["cardinal"]) {
        Some((hit, value)) => (past_hyphen(reading, hit.end as usize), value),
        None if reading.is(at, "a") || reading.is(at, "an") => (at + 1, Decimal::ONE),
        None => return None,
    };
    let (hit, part) = entry(reading, next, &["fraction"]).or_else(|| {
        let (hit, value) = entry(reading, next, &["ordinal"])?;
        // "a second"
        (value > Decimal::TWO).then_some((hit, Decimal::ONE.checked_div(value)?))
    })?;
    let value = many.checked_mul(part)?;
    Some((hit.end as usize, value))
}
