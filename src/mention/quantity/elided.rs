//! Sums whose currency is left out, as it was told just before: `to 7.3 billion dlrs from 4.3 billion and 4.5 billion a
//! year earlier`, `70 billion yen instead of 64 billion`, `Turnover fell to 953 million from 970 million`.

use rust_decimal::Decimal;

use super::{Quantity, Unit};
use crate::lexicon::{number_context, Form, List, RowId, Tag};
use crate::mention::Amount;
use crate::reading::Reading;
use crate::token::Gap;

/// How many tokens behind a sum its currency still counts.
const REACH: usize = 32;
/// How far back in the text the subject of a sentence may find the currency.
const MEMORY: usize = 120;

/// The sum whose currency the next ones may share.
#[derive(Clone, Copy)]
struct Told<'x> {
    currency: &'x str,
    end: usize,
    scaled: bool,
    /// It shares its own.
    shared: bool,
    /// In hundredths: `44 cents`.
    minor: bool,
}

/// The figure whose unit the next ones may share.
#[derive(Clone, Copy)]
struct Measured {
    row: RowId,
    end: usize,
    scaled: bool,
    /// It shares its own.
    shared: bool,
}

/// Gives figures their elided currencies and units.
pub(super) fn add<'x>(reading: &Reading<'x>, quantities: &mut [Quantity<'x>]) {
    let mut told: Option<Told<'x>> = None;
    let mut measured: Option<Measured> = None;
    let mut last: Option<(&'x str, usize)> = None;
    for quantity in quantities {
        let first = quantity.first as usize;
        let end = quantity.end as usize;
        let scaled = quantity.number.is_scaled();
        match quantity.unit {
            Unit::Money { currency } => {
                last = Some((currency, end));
                measured = None;
                told = Some(Told {
                    currency,
                    end,
                    scaled,
                    shared: false,
                    minor: is_minor(reading, quantity),
                });
            }
            // "90,000 pesos a bale from 80,000"
            Unit::Measure(_) if first > 0 && reading.is(first - 1, "per") => {}
            Unit::Measure(row) => {
                told = None;
                measured = Some(Measured {
                    row,
                    end,
                    scaled,
                    shared: false,
                });
            }
            Unit::Bare => {
                if let Some(shared) = measured {
                    if shares_unit(reading, quantity, &shared) {
                        quantity.unit = Unit::Measure(shared.row);
                        measured = Some(Measured {
                            end,
                            shared: true,
                            ..shared
                        });
                        continue;
                    }
                    if scaled || quantity.number.is_grouped() {
                        measured = None;
                    }
                }
                let here = told.filter(|told| {
                    told.end + REACH > first
                        && reading.sentence_of(told.end - 1) == reading.sentence_of(first)
                });
                let plain = scaled || here.is_some_and(|told| !told.scaled) && is_decimal(quantity);
                if !plain || counts_something(reading, end) {
                    if scaled || quantity.number.is_grouped() {
                        told = None;
                    }
                    continue;
                }
                let currency = match here {
                    Some(told) => compares(reading, first, told).then_some(told.currency),
                    None => last
                        .filter(|(_, told)| told + MEMORY > first && is_of_money(reading, first))
                        .map(|(currency, _)| currency),
                };
                let minor = here.is_some_and(|told| told.minor && !scaled);
                let amount = if minor {
                    hundredths(quantity.amount)
                } else {
                    Some(quantity.amount)
                };
                let (Some(currency), Some(amount)) = (currency, amount) else {
                    continue;
                };
                quantity.amount = amount;
                quantity.unit = Unit::Money { currency };
                told = Some(Told {
                    currency,
                    end,
                    scaled,
                    shared: true,
                    minor,
                });
            }
            Unit::Percent | Unit::Time => {}
        }
    }
}

/// `from 90,000 tonnes a year to | 1.2 million`, `Chad bought 900 tonnes and Mali | 700`
fn shares_unit(reading: &Reading<'_>, quantity: &Quantity<'_>, told: &Measured) -> bool {
    let (first, end) = (quantity.first as usize, quantity.end as usize);
    let near = told.end + REACH > first && reading.sentence_of(told.end - 1) == reading.sentence_of(first);
    let number = &quantity.number;
    let plain = number.is_scaled() || number.is_grouped() || !told.scaled && is_decimal(quantity);
    near && plain
        && !counts_something(reading, end)
        && (sets_beside(reading, first, told.end)
            || is_gapped(reading, told.end, first, end)
            || goes_with(reading, first, told)
            || leads_to(reading, first, end, told))
}

/// "against 3.66 million last season and | 1.5 million", "topped 20 million tonnes, at | 20.28 million"
fn goes_with(reading: &Reading<'_>, first: usize, told: &Measured) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    reading.is(before, "and") && told.shared
        || reading.is(before, "at") && before > told.end && reading.tokens[before - 1].is(b',')
}

/// "fell 913,000 barrels to | 463.8 million", "at 1.55m bpd, | 70,000 below quota"
fn leads_to(reading: &Reading<'_>, first: usize, end: usize, told: &Measured) -> bool {
    const BESIDE: [&str; 6] = ["below", "above", "short", "less", "fewer", "more"];
    let direct = told.end + 1 == first;
    let changes = || {
        (told.end.saturating_sub(8)..told.end)
            .rev()
            .find(|at| reading.tag(*at).is_verb())
            .is_some_and(|at| reading.moves(at))
    };
    direct
        && (reading.is(told.end, "to") && changes()
            || reading.tokens[told.end].is(b',') && BESIDE.iter().any(|word| reading.is(end, word)))
}

/// `and Mexico | 131,000`: a name that does with so many more what the clause before tells.
fn is_gapped(reading: &Reading<'_>, told: usize, first: usize, end: usize) -> bool {
    const LONGEST: usize = 3;
    let name = (told..first)
        .rev()
        .take_while(|at| reading.tokens[*at].is_word() && reading.tokens[*at].is_capitalised());
    let name = name.count();
    let Some(before) = first.checked_sub(name + 1) else {
        return false;
    };
    let joins =
        reading.is(before, "and") || reading.tokens[before].is(b',') || reading.tokens[before].is(b';');
    let closes = reading.tokens.get(end).is_none_or(|next| {
        next.gap == Gap::Paragraph || matches!(next.first, b'.' | b',' | b';') || reading.is(end, "and")
    });
    (1..=LONGEST).contains(&name)
        && joins
        && closes
        && before >= told
        && (told..first).all(|at| !reading.tag(at).is_verb())
}

/// An amount in hundredths, in units.
fn hundredths(amount: Amount) -> Option<Amount> {
    let hundredth = |value: Decimal| Some(value.checked_mul(Decimal::new(1, 2))?.normalize());
    Some(Amount {
        low: hundredth(amount.low)?,
        high: amount.high.and_then(hundredth),
        ..amount
    })
}

/// `from 30 to 35 per cent`, `from 16 to 19 feet`: the first of two figures, whose unit only the second has.
pub(super) fn add_first_units(reading: &Reading<'_>, quantities: &mut [Quantity<'_>]) {
    for at in 1..quantities.len() {
        let (low, high) = (&quantities[at - 1], &quantities[at]);
        let end = low.end as usize;
        let from = (low.first as usize)
            .checked_sub(1)
            .is_some_and(|before| reading.is(before, "from"));
        let to = end + 1 == high.first as usize && reading.is(end, "to");
        let plain = low.unit == Unit::Bare && !low.number.is_scaled();
        // A sign stands before its number, so the first figure would have its own.
        let behind = high.first == high.number.first;
        let holds = match high.unit {
            Unit::Percent => !low.number.is_grouped(),
            Unit::Measure(_) | Unit::Money { .. } => behind && !low.number.is_year_like(),
            _ => false,
        };
        if !(from && to && plain && holds) {
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

fn is_minor(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    (quantity.number.end as usize..quantity.end as usize).any(|at| {
        let mut hits = reading.hits_at(at).iter();
        hits.any(|hit| hit.list == List::Currencies && hit.form == Form::Minor)
    })
}

/// `3.25`, of which a share's price may speak.
fn is_decimal(quantity: &Quantity<'_>) -> bool {
    !quantity.number.is_plain_digits() && !quantity.number.is_single_word() && !quantity.number.is_grouped()
}

/// Whether the words before a figure set it beside the sum before: `from`, `against`, `compared with`, `instead of`.
fn compares(reading: &Reading<'_>, first: usize, told: Told<'_>) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    if sets_beside(reading, first, told.end) {
        return true;
    }
    match reading.folded(before) {
        "of" => {
            reading.is(before.saturating_sub(1), "instead") || is_sum_at(reading, before.saturating_sub(1))
        }
        // `from 4.3 billion and | 4.5 billion a year earlier`
        "and" | "or" | "than" => told.shared,
        _ => false,
    }
}

/// Whether the words before a figure set it beside the one that ends at `told`, whatever they are of.
fn sets_beside(reading: &Reading<'_>, first: usize, told: usize) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    match reading.folded(before) {
        "from" | "against" | "versus" | "vs" => true,
        "with" => reading.is(before.saturating_sub(1), "compared"),
        "to" => reading.is(before.saturating_sub(1), "compared") || moves(reading, told, before),
        _ => false,
    }
}

/// `from $2bn a year earlier | to 3 billion`
fn moves(reading: &Reading<'_>, end: usize, to: usize) -> bool {
    (end..to).all(|at| !reading.tag(at).is_verb())
        && (end.saturating_sub(8)..end).any(|at| reading.is(at, "from"))
}

/// Whether what follows is a noun of which there are so many; not that of a sum: `a 1.1 billion turnaround`.
fn counts_something(reading: &Reading<'_>, end: usize) -> bool {
    let Some(next) = reading.tokens.get(end) else {
        return false;
    };
    if next.gap > Gap::Space || !next.is_word() && !next.is_hyphen() {
        return false;
    }
    let time = reading.hit(end, List::Calendar).is_some();
    let noun = matches!(
        reading.tag(end),
        Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Proper | Tag::VerbIng | Tag::VerbPart
    );
    next.is_hyphen() || noun && !time && !is_sum_at(reading, end)
}

/// Whether the subject of a sentence is a sum: `Turnover fell to | 953 million`.
fn is_of_money(reading: &Reading<'_>, first: usize) -> bool {
    const NEAR: usize = 7;
    let sentence = reading.sentence_tokens(first).start;
    let from = sentence.max(first.saturating_sub(NEAR));
    let verb = (from..first).any(|at| {
        matches!(
            reading.tag(at),
            Tag::VerbPast | Tag::VerbS | Tag::VerbPart | Tag::Verb
        )
    });
    let comma = (from..first).any(|at| reading.tokens[at].is(b','));
    verb && !comma && (from..first).any(|at| is_sum_at(reading, at))
}

/// `turnover`, `deficit`: a word for sums of money.
fn is_sum_at(reading: &Reading<'_>, at: usize) -> bool {
    reading.hits_at(at).iter().any(|hit| {
        hit.list == List::NumberContexts && reading.lexicon.cell(hit.row, number_context::CONTEXT) == "sum"
    })
}
