//! The unit that the first figures of a row leave to the last: `from 30 to 35 per cent`, `20, 30 and 40 tonnes respectively`.

use super::{Quantity, Unit};
use crate::mention::Amount;
use crate::reading::Reading;

/// `from 30 to 35 per cent`, `from 16 to 19 feet`, `to 300 and 290 rupees`, `to 47 from 31 shillings`: the first of two figures, whose unit only the second has.
pub(super) fn add_first_units(reading: &Reading<'_>, quantities: &mut [Quantity<'_>]) {
    for at in (1..quantities.len()).rev() {
        let (low, high) = (&quantities[at - 1], &quantities[at]);
        let end = low.end as usize;
        let from = (low.first as usize)
            .checked_sub(1)
            .is_some_and(|before| reading.is(before, "from"));
        let to = end + 1 == high.first as usize && reading.is(end, "to");
        // "to 300 and 290 rupees"
        let and = end + 1 == high.first as usize && reading.is(end, "and");
        let led = |before: usize| reading.is_one_of(before, &["to", "at", "by"]);
        let comma = end + 1 == high.first as usize && reading.tokens[end].is(b',');
        let listed = !low.number.is_year_like()
            && (and && (low.first as usize).checked_sub(1).is_some_and(led)
                || (and || comma) && is_respective(reading, high.end as usize));
        // "went up to 47 from 31 shillings"
        let back = end + 1 == high.first as usize
            && reading.is(end, "from")
            && !low.number.is_year_like()
            && (low.first as usize).checked_sub(1).is_some_and(led);
        let plain = low.unit == Unit::Bare && !low.number.is_scaled();
        // A sign stands before its number, so the first figure would have its own.
        let behind = high.first == high.number.first;
        let holds = match high.unit {
            Unit::Percent => !low.number.is_grouped(),
            Unit::Measure(_) | Unit::Money { .. } => behind && !low.number.is_year_like(),
            _ => false,
        };
        if !((from && to || back || listed) && plain && holds) {
            continue;
        }
        let Some(amount) = in_unit_of(low, high) else {
            continue;
        };
        let unit = high.unit;
        quantities[at - 1].amount = amount;
        quantities[at - 1].unit = unit;
    }
}

/// Whether a row of figures ends in "respectively": "sold 300, 450 | and 90 tonnes respectively".
fn is_respective(reading: &Reading<'_>, end: usize) -> bool {
    const FAR: usize = 8;
    let ends = |at: usize| reading.is(at, "respectively");
    let end_of_row = end + usize::from(reading.tokens.get(end).is_some_and(|token| token.is(b',')));
    let row = (end..reading.tokens.len().min(end + FAR)).take_while(|at| {
        let token = &reading.tokens[*at];
        token.is_number() || token.is(b',') || token.is(b'%') || reading.is(*at, "and") || token.first == b'$'
    });
    ends(end_of_row) || row.last().is_some_and(|last| (last..last + 5).any(ends))
}

/// The amount of a bare figure in the unit, and the scale, of the one behind it.
fn in_unit_of(low: &Quantity<'_>, high: &Quantity<'_>) -> Option<Amount> {
    let told = high.number.value;
    let shares_scale = high.number.is_scaled() && !low.number.is_grouped();
    let told = match shares_scale {
        true => told.checked_div(high.number.scale)?,
        false => told,
    };
    let factor = high.amount.low.checked_div(told)?;
    let value = low.amount.low.checked_mul(factor)?.normalize();
    Some(Amount {
        low: value,
        ..low.amount
    })
}
