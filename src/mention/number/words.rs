//! Numbers in words: `twelve`, `two hundred and fifty thousand`, `two and a half million`, `half a dozen`.

use rust_decimal::Decimal;

use super::fraction::fraction;
use super::{and_a_half, entry, follows, past_hyphen, scale_word, spoken, Number, Step, Written, HALF};
use crate::lexicon::{unit, Form, Hit, Label, List};
use crate::reading::Reading;

/// What has been read of a number in words.
struct Sum {
    /// Up to the last scale word: 2000000 in "two million three hundred".
    total: Decimal,
    /// Since then: 300 in "two million three hundred".
    group: Option<Decimal>,
    /// The last scale word.
    last: Option<Decimal>,
    scaled: bool,
    /// "between" stands before it, so that "and" parts two numbers.
    between: bool,
    end: usize,
}

/// The number that begins with the number word at `at`, or with "a" or "half a" before it.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Step> {
    if let Some(part) = part_of_unit(reading, at) {
        return Some(Step::Number(part));
    }
    // "two thirds", "three quarters"
    if let Some((fraction, _)) = entry(reading, at, &[Label::Fraction]) {
        return (fraction.end as usize > at + 1).then_some(Step::Skip(fraction.end as usize));
    }
    let (first, factor, mut sum) = match entry(reading, at, &[Label::Cardinal]) {
        Some((hit, value)) => (
            at,
            Decimal::ONE,
            Sum {
                total: Decimal::ZERO,
                group: Some(value),
                last: None,
                scaled: false,
                between: at.checked_sub(1).is_some_and(|at| reading.is(at, "between")),
                end: hit.end as usize,
            },
        ),
        None => {
            let (hit, _) = entry(reading, at, &[Label::Scale, Label::Dozen])?;
            let (first, factor) = article(reading, hit)?;
            (
                first,
                factor,
                Sum {
                    total: Decimal::ZERO,
                    group: Some(Decimal::ONE),
                    last: None,
                    scaled: false,
                    between: false,
                    end: at,
                },
            )
        }
    };
    while sum.step(reading)? {}
    let next = past_hyphen(reading, sum.end);
    if next > sum.end && entry(reading, next, &[Label::Ordinal]).is_some() {
        return Some(Step::Skip(next + 1));
    }
    if follows(reading, next)
        && entry(reading, next, &[Label::Fraction]).is_some_and(|(hit, _)| is_plural(reading, hit))
    {
        return Some(Step::Skip(next + 1));
    }
    let value = sum
        .total
        .checked_add(sum.group.unwrap_or_default())?
        .checked_mul(factor)?
        .normalize();
    Some(Step::Number(Number {
        first: first as u32,
        end: sum.end as u32,
        value,
        scale: match (sum.scaled, sum.last) {
            (false, _) => Decimal::ONE,
            (true, Some(scale)) => scale,
            (true, None) => Decimal::ONE_HUNDRED,
        },
        written: Written::Words,
    }))
}

/// `half a | percentage point`, `a quarter of a | percent`, `half a | mile`: the part of a unit, up to the unit.
fn part_of_unit(reading: &Reading<'_>, at: usize) -> Option<Number> {
    const PLACES: u32 = 3;
    let (end, value) = fraction(reading, at).filter(|(_, value)| value.scale() <= PLACES)?;
    let one = end + usize::from(reading.is(end, "of"));
    let article = reading.is_one_of(one, &["a", "an", "one"]);
    let of = one + usize::from(article);
    let mut hits = reading.hits_at(of).iter();
    let is_unit = follows(reading, of)
        && hits.any(|hit| match hit.list {
            List::NumberWords => match hit.label {
                Label::RatioPoints => true,
                Label::Ratio => article,
                _ => false,
            },
            List::Units => {
                let lexicon = reading.lexicon;
                article
                    && lexicon.cell(hit.row, unit::DIMENSION) != "time"
                    && !lexicon.has(hit.row, unit::FLAGS, "word")
            }
            _ => false,
        });
    let plain = entry(reading, at, &[Label::Fraction]).is_some();
    let led = plain && at > 0 && reading.is(at - 1, "a");
    is_unit.then(|| Number {
        first: (at - usize::from(led)) as u32,
        end: of as u32,
        value: value.normalize(),
        scale: Decimal::ONE,
        written: Written::Words,
    })
}

/// "a", "half a" or "a quarter of a" before a scale word: where it begins, and its factor. A scale word without
/// it is vague ("millions", "several thousand").
fn article(reading: &Reading<'_>, scale: &Hit) -> Option<(usize, Decimal)> {
    if is_plural(reading, scale) {
        return None;
    }
    let at = (scale.first as usize).checked_sub(1)?;
    // "half million", "quarter million", "a quarter million"
    if let Some((_, fraction)) =
        entry(reading, at, &[Label::Fraction]).filter(|(_, fraction)| fraction.scale() <= 2)
    {
        let has_article = at > 0 && reading.is(at - 1, "a");
        return Some((at - usize::from(has_article), fraction));
    }
    if reading.tokens[at].is_hyphen() && at > 0 && reading.is(at - 1, "a") {
        return before_article(reading, at - 1);
    }
    reading.is_indefinite(at).then(|| before_article(reading, at))?
}

fn before_article(reading: &Reading<'_>, at: usize) -> Option<(usize, Decimal)> {
    let Some(before) = at.checked_sub(1) else {
        return Some((at, Decimal::ONE));
    };
    let before = match reading.tokens[before].is_hyphen() {
        true => before.saturating_sub(1),
        false => before,
    };
    if reading.is(before, "half") {
        return Some((before, HALF));
    }
    if reading.is(before, "of") {
        if let Some((_, fraction)) = before
            .checked_sub(1)
            .and_then(|at| entry(reading, at, &[Label::Fraction]))
        {
            // A third of a million has no exact decimals.
            if fraction.scale() > 3 {
                return None;
            }
            let first = before - 1;
            let has_article = first > 0 && reading.is(first - 1, "a");
            return Some((first - usize::from(has_article), fraction));
        }
    }
    Some((at, Decimal::ONE))
}

fn is_plural(reading: &Reading<'_>, hit: &Hit) -> bool {
    hit.form == Form::Alias && reading.lexicon.surface(hit.entry).ends_with('s')
}

impl Sum {
    /// Reads on by a word or two. `Some(false)`: nothing more belongs to the number. `None`: it has no decimal.
    fn step(&mut self, reading: &Reading<'_>) -> Option<bool> {
        if let Some((group, (end, decimals))) = self.group.zip(spoken::decimals(reading, self.end)) {
            self.group = Some(group.checked_add(decimals)?);
            self.end = end;
            return Some(true);
        }
        if let Some(end) = and_a_half(reading, self.end) {
            match self.group {
                Some(group) => self.group = Some(group.checked_add(HALF)?),
                None => {
                    let half = self.last.unwrap_or_default().checked_mul(HALF)?;
                    self.total = self.total.checked_add(half)?;
                }
            }
            self.end = end;
            return Some(true);
        }
        let at = past_hyphen(reading, self.end);
        if !follows(reading, at) {
            return Some(false);
        }
        if reading.is(at, "and") {
            let Some((hit, value)) = entry(reading, at + 1, &[Label::Cardinal]) else {
                return Some(false);
            };
            let end = hit.end as usize;
            let scale = entry(reading, past_hyphen(reading, end), &[Label::Scale]);
            // "between one thousand and three thousand" are two numbers.
            let goes_on = match scale {
                Some((_, scale)) => !self.between && (self.last.is_none_or(|last| scale < last)),
                None => true,
            };
            return Some(goes_on && value < Decimal::ONE_HUNDRED && self.add(value, end, scale.is_some()));
        }
        if let Some((hit, value)) = entry(reading, at, &[Label::Cardinal]) {
            return Some(self.add_beside(value, hit.end as usize));
        }
        if let Some((hit, value)) = entry(reading, at, &[Label::Dozen]) {
            let Some(group) = self.group else {
                return Some(false);
            };
            self.group = Some(group.checked_mul(value)?);
            self.scaled = true;
            self.end = hit.end as usize;
            return Some(false);
        }
        let Some((hit, value)) = scale_word(reading, at) else {
            return Some(false);
        };
        let more = self.multiply(value)?;
        if more {
            self.scaled = true;
            self.end = hit.end as usize;
        }
        Some(more)
    }

    /// A cardinal behind "and", or behind "hundred", "thousand" and the like: "two hundred and fifty". `goes_on`: a
    /// scale word follows it.
    fn add(&mut self, value: Decimal, end: usize, goes_on: bool) -> bool {
        let fits = match self.group {
            Some(group) => {
                group >= Decimal::ONE_HUNDRED
                    && value < Decimal::ONE_HUNDRED
                    && (group % Decimal::ONE_HUNDRED).is_zero()
            }
            None => self
                .last
                .is_some_and(|last| goes_on || last <= Decimal::from(100_000)),
        };
        if fits {
            self.group = Some(self.group.unwrap_or_default() + value);
            self.end = end;
        }
        fits
    }

    /// A cardinal right behind the last word: "twenty-five", "two hundred fifty", "six thousand two hundred".
    fn add_beside(&mut self, value: Decimal, end: usize) -> bool {
        if let Some(group) = self.group {
            let tens = group % Decimal::ONE_HUNDRED;
            let after_tens = tens >= Decimal::from(20) && (tens % Decimal::TEN).is_zero();
            if after_tens && value < Decimal::TEN && !value.is_zero() {
                self.group = Some(group + value);
                self.end = end;
                return true;
            }
        }
        self.add(value, end, true)
    }

    /// A scale word. `Some(false)`: it does not go with what stands before it.
    fn multiply(&mut self, scale: Decimal) -> Option<bool> {
        match self.group {
            Some(group) if scale == Decimal::ONE_HUNDRED => {
                if group >= Decimal::ONE_HUNDRED {
                    return Some(false);
                }
                self.group = Some(group.checked_mul(scale)?);
            }
            Some(group) => {
                if self.last.is_some_and(|last| last <= scale) {
                    return Some(false);
                }
                self.total = self.total.checked_add(group.checked_mul(scale)?)?;
                self.group = None;
                self.last = Some(scale);
            }
            // "lakh crore"
            None => {
                if self.last.is_none_or(|last| last >= scale) {
                    return Some(false);
                }
                self.total = self.total.checked_mul(scale)?;
                self.last = Some(scale);
            }
        }
        Some(true)
    }
}
