//! Ranges: `6 to 7 percent`, `$2bn-3bn`, `between 40 and 50`, `7.5-8 lakh`.

use rust_decimal::Decimal;

use super::{Part, Quantity, Unit};
use crate::lexicon::{Class, Label, List, Tag};
use crate::mention::{Amount, Bound};
use crate::reading::Reading;
use crate::token::Gap;

/// What stands between the two ends of a range.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    Hyphen,
    To,
    /// Only after "between".
    And,
    Or,
}

/// The range of two numbers that stand beside each other, if they are one.
pub(super) fn join<'x>(reading: &Reading<'x>, low: &Part<'x>, high: &Part<'x>) -> Option<Quantity<'x>> {
    let link = link(reading, low, high)?;
    let is_year = low.unit == Unit::Bare
        && low.number.is_year_like()
        && (high.unit != Unit::Bare || high.number.is_scaled() || high.number.is_grouped());
    if is_year {
        return None;
    }
    let between = before(reading, low.first);
    // "between 20 to 30", as some write
    let link = if between.is_some() && link == Link::To {
        Link::And
    } else {
        link
    };
    if (link == Link::And) != between.is_some() && link != Link::Or {
        return None;
    }
    // "by 75 basis points to 7.5%": a step in hundredths and where it leads.
    let hundredth = |part: &Part<'_>| part.value != part.number.value;
    if low.unit == Unit::Percent && high.unit == Unit::Percent && hundredth(low) != hundredth(high) {
        return None;
    }
    let unit = shared_unit(reading, low, high, link)?;
    let low_value = scaled(low, high, unit, link)?;
    if low_value >= high.value {
        return None;
    }
    let holds = match link {
        Link::And => true,
        Link::Hyphen => !is_name(reading, low, high, unit),
        // "lowered its guidance to $386 million to $403 million"
        Link::To if is_reached(reading, low) => low.unit == high.unit && is_near(low_value, high.value),
        Link::To => {
            (low.unit == Unit::Bare && high.unit != Unit::Bare && !moves_from(reading, low.first))
                || is_near(low_value, high.value)
                    && (is_either(reading, low, low_value, high, unit)
                        || !is_movement(reading, low.first) && !is_step(reading, low, low_value, high, unit))
        }
        Link::Or => is_next(low, high) || is_guess(low, low_value, high),
    };
    if !holds {
        return None;
    }
    let first = between.unwrap_or(low.first) as u32;
    Some(Quantity {
        first,
        core: first,
        end: high.end as u32,
        core_end: high.end as u32,
        amount: Amount {
            low: low_value,
            high: Some(high.value),
            bound: Bound::Exact,
        },
        unit,
        number: high.number,
        is_range: true,
    })
}

fn link(reading: &Reading<'_>, low: &Part<'_>, high: &Part<'_>) -> Option<Link> {
    let between = reading.tokens.get(low.end..high.first)?;
    // "a 5%-to-7% range"
    let between = match between {
        [hyphen, to, last] if hyphen.is_hyphen() && last.is_hyphen() && to.glued() && last.glued() => {
            return reading.is(low.end + 1, "to").then_some(Link::To);
        }
        between => between,
    };
    let [token] = between else { return None };
    if token.gap > Gap::Line {
        return None;
    }
    if token.is_hyphen() || token.is_dash() {
        // A dash between blanks parts more than it joins.
        let glued = token.glued() && reading.tokens.get(high.first).is_some_and(|token| token.glued());
        return glued.then_some(Link::Hyphen);
    }
    [(Link::To, "to"), (Link::And, "and"), (Link::Or, "or")]
        .into_iter()
        .find(|(_, word)| reading.is(low.end, word))
        .map(|(link, _)| link)
}

/// Whether a sum stands behind "to": another "to" can only part the ends of a range.
fn is_reached(reading: &Reading<'_>, low: &Part<'_>) -> bool {
    matches!(low.unit, Unit::Money { .. }) && low.first > 0 && reading.is(low.first - 1, "to")
}

/// "rose 17,000 to 4.483 million": ends that lie far apart are a change and a level rather than a range.
fn is_near(low: Decimal, high: Decimal) -> bool {
    const FAR: i64 = 10;
    high.checked_div(low)
        .is_some_and(|ratio| ratio <= Decimal::from(FAR))
}

/// Where "between" stands before a range.
fn before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let at = at.checked_sub(1)?;
    let hit = reading.hit(at, List::Bounds)?;
    (hit.label == Label::Range).then_some(at)
}

/// The unit of both, where one of them carries it for the other.
fn shared_unit<'x>(reading: &Reading<'_>, low: &Part<'x>, high: &Part<'x>, link: Link) -> Option<Unit<'x>> {
    if low.unit == high.unit {
        return Some(low.unit);
    }
    // "6 to 7 percent", "5-10 km", "2 to 3 billion yen"
    if low.unit == Unit::Bare && !high.sign_first {
        return Some(high.unit);
    }
    // "$2-3bn", "Rs350,000-500,000", "$5 to 7 million", "Rs 20 to 30 per kilo"
    let per = || reading.is(high.end, "per");
    let carries = link != Link::To || high.number.is_scaled() || high.number.is_grouped() || per();
    if high.unit == Unit::Bare && low.sign_first && carries {
        return Some(low.unit);
    }
    None
}

/// The lower end, which shares the scale of the upper one where it has none: "2-3 million".
fn scaled(low: &Part<'_>, high: &Part<'_>, unit: Unit<'_>, link: Link) -> Option<Decimal> {
    let scale = high.number.scale;
    let coefficient = high.number.value.checked_div(scale)?;
    let own_unit = low.unit != Unit::Bare && !low.sign_first;
    let shares = !low.number.is_scaled()
        && high.number.is_scaled()
        && !own_unit
        // "Rs 11,000-12,000 crore", but "350,000 to 1 million"
        && (!low.number.is_grouped() || high.number.is_grouped())
        && low.number.value < coefficient;
    if shares {
        return low.value.checked_mul(scale);
    }
    // "505-515 MMT": the millions are the unit's.
    let of_unit =
        matches!(unit, Unit::Measure(_)) && low.unit == Unit::Bare && high.value > high.number.value;
    if of_unit {
        return low.value.checked_mul(high.value.checked_div(high.number.value)?);
    }
    // "20-25,000 tonnes"
    let thousand = Decimal::ONE_THOUSAND;
    let thousands = low.unit == Unit::Bare
        && low.number.is_plain_digits()
        && high.number.is_grouped()
        && high
            .value
            .checked_rem(thousand)
            .is_some_and(|rest| rest.is_zero())
        && low
            .value
            .checked_mul(thousand)
            .is_some_and(|low| low < high.value && is_near(low, high.value));
    if thousands && link == Link::Hyphen {
        return low.value.checked_mul(thousand);
    }
    // "5-10 cents", "50 to 75 basis points": the hundredths are the upper end's.
    let is_minor = matches!(unit, Unit::Money { .. } | Unit::Percent)
        && low.unit == Unit::Bare
        && high.value < high.number.value;
    if is_minor {
        return low.value.checked_mul(Decimal::new(1, 2));
    }
    Some(low.value)
}

/// `2023-24`, `777-9`, `555-1234`, `3-2`: bare digits with a hyphen are names, scores or telephone numbers unless
/// they look like quantities.
fn is_name(reading: &Reading<'_>, low: &Part<'_>, high: &Part<'_>, unit: Unit<'_>) -> bool {
    let hyphen_beside = |at: Option<usize>| {
        at.and_then(|at| reading.tokens.get(at))
            .is_some_and(|token| token.is_hyphen() && token.glued())
    };
    if unit != Unit::Bare {
        return false;
    }
    hyphen_beside(low.first.checked_sub(1))
        || (hyphen_beside(Some(high.end))
            && reading
                .tokens
                .get(high.end + 1)
                .is_some_and(|token| token.is_number()))
        || low.number.is_year_like()
}

/// "rose from 6 to 7 percent", "up 6 to 7": two figures, no range.
fn is_movement(reading: &Reading<'_>, first: usize) -> bool {
    let Some(at) = first.checked_sub(1) else {
        return false;
    };
    moves_from(reading, first)
        || reading.is_one_of(at, &["by", "up", "down", "to"]) && !is_forecast(reading, at)
        || matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS) && reading.moves(at)
}

/// "will lift the price by 20 cents to $1.90": by how much and to what, unless both may be steps: "by $1,000 to $2,000".
fn is_step(
    reading: &Reading<'_>,
    low: &Part<'_>,
    low_value: Decimal,
    high: &Part<'_>,
    unit: Unit<'_>,
) -> bool {
    const LIKE: i64 = 3;
    let alike = high
        .value
        .checked_div(low_value)
        .is_some_and(|ratio| ratio <= Decimal::from(LIKE));
    (is_sum_behind_by(reading, low, unit) || is_moved_by(reading, low, unit)) && !alike
}

/// "a rise of | $9,200 to $62,600"
fn is_moved_by(reading: &Reading<'_>, low: &Part<'_>, unit: Unit<'_>) -> bool {
    let of = low.first.checked_sub(2).filter(|noun| reading.is(noun + 1, "of"));
    let change = |noun: usize| {
        let mut hits = reading.hits_at(noun).iter();
        hits.any(|hit| hit.list == List::NumberContexts && hit.label == Label::Change)
    };
    matches!(unit, Unit::Money { .. }) && of.is_some_and(change)
}

fn is_sum_behind_by(reading: &Reading<'_>, low: &Part<'_>, unit: Unit<'_>) -> bool {
    let by = low.first.checked_sub(1).is_some_and(|at| reading.is(at, "by"));
    by && matches!(unit, Unit::Money { .. })
}

/// "rose by 3 to 4 rupees": hardly twice as much as before.
fn is_either(
    reading: &Reading<'_>,
    low: &Part<'_>,
    low_value: Decimal,
    high: &Part<'_>,
    unit: Unit<'_>,
) -> bool {
    let twice = low_value.checked_mul(Decimal::TWO);
    is_sum_behind_by(reading, low, unit) && twice.is_some_and(|twice| high.value < twice)
}

/// "will grow by 2% to 6%", "expects it to grow by 2% to 6%": what has no figure yet has a range of them.
fn is_forecast(reading: &Reading<'_>, by: usize) -> bool {
    reading.is(by, "by")
        && (by.saturating_sub(12)..by)
            .rev()
            .take_while(|&at| reading.tokens[at].first != b'.')
            .any(|at| matches!(reading.tag(at), Tag::Modal | Tag::To))
}

/// "from 6 to 7 percent", but "ranging from 6 to 7 percent".
fn moves_from(reading: &Reading<'_>, first: usize) -> bool {
    let Some(at) = first.checked_sub(1) else {
        return false;
    };
    reading.is(at, "from")
        && !at
            .checked_sub(1)
            .is_some_and(|at| reading.is_of(at, Class::Ranging))
}

/// "31 or 32 percent", "40 or 50 people", "10 or 15 tonnes": round figures, or one after the other.
fn is_guess(low: &Part<'_>, low_value: Decimal, high: &Part<'_>) -> bool {
    let five = Decimal::from(5);
    let round = |value: Decimal| value.checked_rem(five).is_some_and(|rest| rest.is_zero());
    let near = low_value
        .checked_mul(Decimal::TWO)
        .is_some_and(|twice| high.value <= twice);
    let next = high.value.checked_sub(low_value) == Some(Decimal::ONE);
    let bare = high.unit == Unit::Bare;
    low.unit == Unit::Bare
        && low.number.written == high.number.written
        && !low.number.is_year_like()
        && near
        && (next && !bare || round(low_value) && round(high.value))
}

/// "two or three", "five or six"
fn is_next(low: &Part<'_>, high: &Part<'_>) -> bool {
    low.number.written == high.number.written
        && high.value.checked_sub(low.value) == Some(Decimal::ONE)
        && high.value < Decimal::TEN
}
