//! The words that bound a figure, before and after it.

use super::Quantity;
use crate::lexicon::{bound, Hit, Label, List};
use crate::mention::number::past_hyphen;
use crate::mention::Bound;
use crate::reading::Reading;
use crate::token::Gap;

/// Widens a quantity over the bounds beside it.
pub(super) fn add(reading: &Reading<'_>, quantity: &mut Quantity<'_>) {
    // "up to about 50": the outer one says more.
    for _ in 0..2 {
        let Some((first, found)) = before(reading, quantity.first as usize) else {
            break;
        };
        quantity.first = first as u32;
        if found != Bound::Exact {
            quantity.amount.bound = found;
        }
    }
    if let Some((end, found)) = after(reading, quantity.core_end as usize) {
        quantity.end = end as u32;
        // "about 500 or more" bounds on one side all the same.
        let bound = &mut quantity.amount.bound;
        if *bound == Bound::Exact || (*bound == Bound::About && found != Bound::About) {
            *bound = found;
        }
    }
}

/// The bound that ends right before `at`: its first token.
pub(crate) fn before(reading: &Reading<'_>, at: usize) -> Option<(usize, Bound)> {
    const WIDEST: usize = 4;
    if reading.tokens.get(at)?.gap > Gap::Line {
        return None;
    }
    let (first, hit) = (at.saturating_sub(WIDEST)..at).find_map(|first| {
        let hit = reading
            .hits_at(first)
            .iter()
            .find(|hit| hit.list == List::Bounds && hit.end as usize == at && hit.label == Label::Before)?;
        Some((first, hit))
    })?;
    let part_of_verb = first.checked_sub(1).is_some_and(|at| {
        reading
            .lexicon
            .values(hit.row, bound::UNLESS_AFTER)
            .any(|word| reading.is(at, word))
    });
    (!part_of_verb).then_some((first, meaning(reading, hit)?))
}

/// The bound that begins right at `at`: "-plus", "+", "or more". The token after it.
pub(in crate::mention) fn after(reading: &Reading<'_>, at: usize) -> Option<(usize, Bound)> {
    let word = past_hyphen(reading, at);
    let token = reading.tokens.get(word).filter(|token| token.gap <= Gap::Line)?;
    let hit = reading.hits_at(word).iter().find(|hit| {
        hit.list == List::Bounds
            && match hit.label {
                // A lone word needs its hyphen: "20-odd", but "odd jobs".
                Label::After => hit.end as usize > word + 1 || word > at,
                Label::AfterGlued => token.glued(),
                _ => false,
            }
    })?;
    // "less than 10 and more than 5": the words go on to bound the next figure.
    let goes_on = reading.is(hit.end as usize, "than");
    (!goes_on).then_some((hit.end as usize, meaning(reading, hit)?))
}

fn meaning(reading: &Reading<'_>, hit: &Hit) -> Option<Bound> {
    Some(match reading.lexicon.cell(hit.row, bound::BOUND) {
        "more_than" => Bound::MoreThan,
        "at_least" => Bound::AtLeast,
        "less_than" => Bound::LessThan,
        "at_most" => Bound::AtMost,
        "about" => Bound::About,
        "exact" => Bound::Exact,
        _ => return None,
    })
}
