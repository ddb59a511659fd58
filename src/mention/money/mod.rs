//! Money: signs and names of currencies beside numbers.

mod currencies;
mod evidence;

use std::ops::Range;

pub(super) use currencies::Currencies;

use super::number::{follows, past_hyphen, Number};
use super::quantity::{Quantity, Unit};
use super::{here, Candidate, Strength, Value};
use crate::lexicon::{Form, Hit, List};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// Adds what it finds to `out`.
pub(crate) fn find<'x>(quantities: &[Quantity<'x>], out: &mut Vec<Candidate<'x>>) {
    for quantity in quantities {
        if let Unit::Money { currency } = quantity.unit {
            let value = Value::Money {
                amount: quantity.amount,
                currency,
            };
            let tokens = quantity.first as usize..quantity.end as usize;
            out.push(Candidate::new(tokens, value, here!("money"), Strength::Strong));
        }
    }
}

/// A sign or name of a currency beside a number.
#[derive(Clone, Debug)]
pub(super) struct Denomination {
    pub(super) tokens: Range<usize>,
    /// A hundredth of it: cents, paise.
    pub(super) minor: bool,
}

/// The sign of a currency that ends right before `at`: `$`, `US$`, `Rs.`, `PKR`.
pub(super) fn sign_before(reading: &Reading<'_>, at: usize) -> Option<Denomination> {
    const WIDEST: usize = 3;
    if reading.tokens.get(at)?.gap > Gap::Space {
        return None;
    }
    let first = (at.saturating_sub(WIDEST)..at).find(|first| {
        reading
            .hits_at(*first)
            .iter()
            .any(|hit| hit.end as usize == at && hit.list == List::Currencies && hit.form == Form::Symbol)
    })?;
    Some(Denomination {
        tokens: first..at,
        minor: false,
    })
}

/// The name of a currency that ends right before the figure at `at`: `dlrs 50 million`, `Australian dollars 648m`.
pub(super) fn name_before(reading: &Reading<'_>, at: usize) -> Option<Denomination> {
    const WIDEST: usize = 2;
    if reading.tokens.get(at)?.gap > Gap::Space {
        return None;
    }
    let first = (at.saturating_sub(WIDEST)..at).find(|first| {
        let counted = first.checked_sub(1).is_some_and(|before| {
            reading.tokens[before].is_number() || reading.hit(before, List::NumberWords).is_some()
        });
        !counted
            && reading
                .hits_at(*first)
                .iter()
                .any(|hit| hit.end as usize == at && hit.list == List::Currencies && hit.form == Form::Alias)
    })?;
    Some(Denomination {
        tokens: first..at,
        minor: false,
    })
}

/// The name or code of a currency at `at` or behind a hyphen there: `yen`, `-billion-euro`, `US dollars`, `PKR`.
pub(super) fn name_after(reading: &Reading<'_>, at: usize) -> Option<Denomination> {
    let at = past_hyphen(reading, at);
    if !follows(reading, at) {
        return None;
    }
    // `5p`, `20c`: one small letter touches its digits and nothing else.
    let token = &reading.tokens[at];
    let letter = token.end - token.start == 1 && token.is_word();
    let touches = reading
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.glued() && (next.is_word() || next.is_number()));
    if letter
        && token.first.is_ascii_alphabetic()
        && (!token.glued() || token.shape != Shape::Lower || touches)
    {
        return None;
    }
    let hit = reading
        .hits_at(at)
        .iter()
        .find(|hit| hit.list == List::Currencies && may_follow(reading, hit))?;
    Some(Denomination {
        tokens: at..hit.end as usize,
        minor: hit.form == Form::Minor,
    })
}

fn may_follow(reading: &Reading<'_>, hit: &Hit) -> bool {
    if hit.form != Form::Symbol {
        return true;
    }
    // The sign belongs to a number behind it, if there is one.
    let end = hit.end as usize;
    let before_number = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.is_number() && token.gap <= Gap::Space);
    let token = &reading.tokens[hit.first as usize];
    let is_code = token.shape == Shape::Upper || token.end - token.start > 1;
    let is_letters = token.is_word() && token.text(reading.text).is_ascii();
    !before_number && (!is_letters || (is_code && token.shape != Shape::Lower))
}

/// `$330 million | US`: whether the country behind a sum tells which dollars it is in.
pub(super) fn us_behind(reading: &Reading<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    let next = reading.tokens.get(at + 1);
    let ends = next.is_none_or(|next| !next.is_capitalised() || next.gap > Gap::Space);
    let is_us = reading
        .tokens
        .get(at)
        .is_some_and(|token| token.shape == Shape::Upper)
        && matches!(reading.word(at), "US" | "U.S.");
    is_us
        && ends
        && (at.saturating_sub(REACH)..at).any(|first| {
            reading.tokens[first].is(b'$') && {
                let mut sum = first + 1..at;
                !sum.is_empty()
                    && reading.tokens[first + 1].is_number()
                    && sum.all(|at| {
                        reading.tokens[at].is_number() || reading.hit(at, List::NumberWords).is_some()
                    })
            }
        })
}
