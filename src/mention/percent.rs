//! Percentages and percentage points; basis points are hundredths of them.

use super::quantity::{Quantity, Unit};
use super::{here, Candidate, Strength, Value};

/// Adds what it finds to `out`.
pub(crate) fn find<'x>(quantities: &[Quantity<'x>], out: &mut Vec<Candidate<'x>>) {
    for quantity in quantities {
        if quantity.unit == Unit::Percent {
            let tokens = quantity.first as usize..quantity.end as usize;
            let amount = quantity.amount;
            out.push(Candidate::new(
                tokens,
                Value::Percent { amount },
                here!("percent"),
                Strength::Strong,
            ));
        }
    }
}
