//! Decimals as they are read out: `seven-point-nine percent`, `23-point-41 billion dollars`.

use rust_decimal::Decimal;

use super::{entry, follows, past_hyphen};
use crate::lexicon::Label;
use crate::reading::Reading;

/// How many digits are read.
const MOST: u32 = 6;

/// What stands behind "point" at `at`: where it ends, and what it adds to the number before.
pub(super) fn decimals(reading: &Reading<'_>, at: usize) -> Option<(usize, Decimal)> {
    let point = past_hyphen(reading, at);
    if !reading.is(point, "point") || !follows(reading, point) {
        return None;
    }
    let first = past_hyphen(reading, point + 1);
    let figure = reading.tokens.get(first).map_or("", |_| reading.word(first));
    let written = figure.len() <= MOST as usize && figure.bytes().all(|b| b.is_ascii_digit());
    if written && follows(reading, first) {
        let decimals = Decimal::new(figure.parse().ok()?, figure.len() as u32);
        return Some((first + 1, decimals));
    }
    // `seven point nine five`, `seven-point-nine-five`, but not `seven-point-nine | five`.
    let hyphened = first > point + 1;
    let (mut at, mut end) = (first, point);
    let (mut digits, mut places) = (0, 0);
    while places < MOST && follows(reading, at) {
        let cardinal = entry(reading, at, &[Label::Cardinal]).filter(|(hit, _)| hit.end == hit.first + 1);
        let Some((_, digit)) = cardinal.filter(|(_, value)| *value < Decimal::TEN) else {
            break;
        };
        digits = digits * 10 + i64::try_from(digit).ok()?;
        places += 1;
        end = at + 1;
        at = past_hyphen(reading, end);
        if hyphened != (at > end) {
            break;
        }
    }
    (places > 0).then(|| (end, Decimal::new(digits, places)))
}
