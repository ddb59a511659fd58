//! Quantities: numbers with their units, ranges and bounds, read once for each article. Money, percentages,
//! measures and counts are kinds of them.

mod bounds;
mod elided;
mod range;
mod row;
pub(super) mod series;
mod unit;

use rust_decimal::Decimal;

pub(super) use bounds::after as bound_after;
pub(crate) use bounds::before as bound_before;

use super::money::Currencies;
use super::number::{Number, Written};
use super::{Amount, Bound};
use crate::lexicon::RowId;
use crate::reading::Reading;

/// What a number is a number of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Unit<'x> {
    /// No unit: a count, a year, a number in a name.
    Bare,
    Money {
        currency: &'x str,
    },
    Percent,
    /// A unit of the list.
    Measure(RowId),
    /// A unit of time: the business of dates and durations.
    Time,
}

/// A number, or a range of two, with unit and bounds.
#[derive(Clone, Debug)]
pub(crate) struct Quantity<'x> {
    /// The first token, bounds included.
    pub(crate) first: u32,
    /// The first token without the bounds before it.
    pub(crate) core: u32,
    /// The token after the last, bounds included.
    pub(crate) end: u32,
    /// The token after number and unit, without the bounds after them.
    pub(crate) core_end: u32,
    pub(crate) amount: Amount,
    pub(crate) unit: Unit<'x>,
    /// The number; of a range the last one.
    pub(crate) number: Number,
    pub(crate) is_range: bool,
}

/// A number with its unit.
#[derive(Clone, Debug)]
struct Part<'x> {
    first: usize,
    end: usize,
    value: Decimal,
    unit: Unit<'x>,
    /// The unit stands before the number, as `$` does.
    sign_first: bool,
    number: Number,
    /// What stands between number and unit: `40-odd percent`.
    bound: Bound,
}

/// All quantities of an article, in its order.
pub(crate) fn read<'x>(reading: &Reading<'x>, numbers: &[Number]) -> Vec<Quantity<'x>> {
    let currencies = Currencies::new(reading);
    let mut parts: Vec<Part<'x>> = Vec::with_capacity(numbers.len());
    let written = numbers.iter();
    parts.extend(written.filter_map(|number| unit::part(reading, &currencies, number)));
    let written = parts.len();
    parts.extend(unit::lettered(reading, &currencies));
    if parts.len() > written {
        parts.sort_by_key(|part| part.first);
    }
    if unit::add_halves(reading, &mut parts) {
        parts.sort_by_key(|part| part.first);
    }
    unit::millions_of_tonnes(reading, &mut parts);
    let mut out = Vec::with_capacity(parts.len());
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let range = parts
            .get(at + 1)
            .and_then(|next| range::join(reading, part, next));
        at += if range.is_some() { 2 } else { 1 };
        out.push(range.unwrap_or_else(|| single(part)));
    }
    for quantity in &mut out {
        bounds::add(reading, quantity);
    }
    converted(reading, &mut out);
    points(reading, &mut out);
    elided::add(reading, &mut out);
    row::add_first_units(reading, &mut out);
    out
}

/// `Australian dollars 648m ($492m)`, `C$2bn ($1.5bn)`: a sum in brackets behind one is told in another currency.
fn converted(reading: &Reading<'_>, quantities: &mut [Quantity<'_>]) {
    for at in 1..quantities.len() {
        let (before, this) = (&quantities[at - 1], &quantities[at]);
        let (end, first) = (before.end as usize, this.core as usize);
        let same = before.unit == this.unit && this.unit != Unit::Money { currency: "USD" };
        let bracket = end + 1 == this.first as usize && reading.tokens[end].is(b'(');
        if same && bracket && reading.tokens[first].is(b'$') {
            quantities[at].unit = Unit::Money { currency: "USD" };
        }
    }
}

/// `0.25 points to 4 percent`, `5 percent, up 0.3 points`: points beside a percentage are of the same.
fn points(reading: &Reading<'_>, quantities: &mut [Quantity<'_>]) {
    const MOST: Decimal = Decimal::TEN;
    for at in 0..quantities.len() {
        let this = &quantities[at];
        let end = this.end as usize;
        let decimal = matches!(this.number.written, Written::Digits { point: true, .. });
        let fits = this.unit == Unit::Bare && decimal && this.amount.low < MOST && !this.number.is_scaled();
        if !fits || !reading.is_one_of(end, &["points", "point"]) {
            continue;
        }
        let next = quantities.get(at + 1).filter(|next| next.unit == Unit::Percent);
        let leads = next.is_some_and(|next| {
            next.first as usize == end + 2 && reading.is_one_of(end + 1, &["to", "from"])
        });
        let last = at.checked_sub(1).map(|last| &quantities[last]);
        let led = last.is_some_and(|last| {
            let from = last.end as usize;
            last.unit == Unit::Percent
                && from + 3 >= this.first as usize
                && (from..this.first as usize).any(|at| reading.is_one_of(at, &["up", "down"]))
        });
        if leads || led {
            let this = &mut quantities[at];
            this.unit = Unit::Percent;
            this.end += 1;
            this.core_end = this.end;
        }
    }
}

fn single<'x>(part: &Part<'x>) -> Quantity<'x> {
    Quantity {
        first: part.first as u32,
        core: part.first as u32,
        end: part.end as u32,
        core_end: part.end as u32,
        amount: Amount {
            bound: part.bound,
            ..Amount::exact(part.value)
        },
        unit: part.unit,
        number: part.number,
        is_range: false,
    }
}

impl Quantity<'_> {
    /// Whether a bound was found.
    pub(crate) fn is_bounded(&self) -> bool {
        self.amount.bound != Bound::Exact
    }
}
