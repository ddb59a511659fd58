//! Measures: numbers with a unit of the list.

use rust_decimal::Decimal;

use super::quantity::{Quantity, Unit};
use super::{Candidate, Strength, Value};
use crate::lexicon::unit;
use crate::reading::Reading;

/// Adds what it finds to `out`.
pub(crate) fn find<'x>(reading: &Reading<'x>, quantities: &[Quantity<'x>], out: &mut Vec<Candidate<'x>>) {
    for quantity in quantities {
        if let Unit::Measure(row) = quantity.unit {
            let value = Value::Measure {
                amount: quantity.amount,
                unit: reading.lexicon.cell(row, unit::SYMBOL).into(),
                si_factor: Decimal::from_str_exact(reading.lexicon.cell(row, unit::SI_FACTOR)).ok(),
            };
            let tokens = quantity.first as usize..quantity.end as usize;
            out.push(Candidate::new(
                tokens,
                value,
                reading.lexicon.origin(row),
                Strength::Strong,
            ));
        }
    }
}
