//! Numbers in digits and words: what counts, money, percentages and measures are built on.
//!
//! They are read once for each article. A number here is the bare figure with its scale words (`1.4bn`,
//! `two and a half million`, `3.26 lakh`); units, ranges and bounds are the business of
//! [`quantity`](super::quantity). Ordinals, fractions (`two-thirds`) and vague numbers (`dozens`) are none.

mod digits;
mod fraction;
mod parted;
mod spoken;
mod words;

pub(crate) use fraction::fraction;

use rust_decimal::Decimal;

use super::money;
use crate::lexicon::{number, Hit, Label, List, Lists};
use crate::reading::{merged, Reading};
use crate::token::{Gap, Shape};

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    Words,
    Digits {
        /// Commas part the digits: `14,762`.
        grouped: bool,
        /// A decimal point parts the digits.
        point: bool,
        /// `007`
        leading_zero: bool,
    },
}

/// A number of the article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    /// Its first token.
    pub(crate) first: u32,
    /// The token after its last.
    pub(crate) end: u32,
    /// All in all: 1400000000 for "1.4bn".
    pub(crate) value: Decimal,
    /// What the scale words make of one: 1000000000 for "1.4bn".
    pub(crate) scale: Decimal,
    pub(crate) written: Written,
}

impl Number {
    /// Whether "hundred", "million", "dozen" or the like is part of it.
    pub(crate) fn is_scaled(&self) -> bool {
        self.scale != Decimal::ONE
    }

    /// A lone word: "three", "fifty".
    pub(crate) fn is_single_word(&self) -> bool {
        self.written == Written::Words && self.end - self.first == 1
    }

    pub(crate) fn is_grouped(&self) -> bool {
        matches!(self.written, Written::Digits { grouped: true, .. })
    }

    /// Digits alone, neither parted nor scaled: what years, models and addresses are written with too.
    pub(crate) fn is_plain_digits(&self) -> bool {
        matches!(
            self.written,
            Written::Digits {
                grouped: false,
                point: false,
                ..
            }
        ) && !self.is_scaled()
    }

    /// Whether it can be a year.
    pub(crate) fn is_year_like(&self) -> bool {
        self.is_plain_digits() && self.value >= Decimal::from(1800) && self.value < Decimal::from(2101)
    }
}

/// What stands at a token: a number, or words up to a token that make none.
enum Step {
    Number(Number),
    Skip(usize),
}

/// All numbers of an article, in its order.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Number> {
    let words = reading.groups(Lists::of(&[List::NumberWords]));
    let words = words.map(|group| reading.hits[group.start].first as usize);
    let mut out: Vec<Number> = Vec::with_capacity(reading.numbers().len());
    let blanks = !reading.numbers().any(|at| reading.word(at).contains(',')) || parted::holds_blanks(reading);
    let letters = digits::Letters::of(reading);
    let mut free = 0;
    for at in merged(reading.numbers(), words) {
        if at < free {
            continue;
        }
        let step = if reading.tokens[at].is_number() {
            digits::read(reading, at, blanks, letters)
        } else {
            words::read(reading, at)
        };
        free = at + 1;
        match step {
            Some(Step::Number(number)) => {
                free = number.end as usize;
                // "a million" begins before the word that gave it away.
                if out.last().is_none_or(|last| last.end <= number.first) {
                    out.push(number);
                }
            }
            Some(Step::Skip(end)) => free = end.max(free),
            None => {}
        }
    }
    out
}

/// The number word of one of these kinds at a token, the longest first.
#[inline(always)]
fn entry<'r>(reading: &'r Reading<'_>, at: usize, kinds: &[Label]) -> Option<(&'r Hit, Decimal)> {
    // Seldom is there any.
    let words = Lists::of(&[List::NumberWords]);
    match reading.lists_at(at).any(words) {
        true => entry_of(reading, at, kinds),
        false => None,
    }
}

#[inline(never)]
fn entry_of<'r>(reading: &'r Reading<'_>, at: usize, kinds: &[Label]) -> Option<(&'r Hit, Decimal)> {
    reading
        .hits_of(at, Lists::of(&[List::NumberWords]))
        .find(|hit| kinds.contains(&hit.label))
        .and_then(|hit| {
            let value = reading.lexicon.cell(hit.row, number::VALUE);
            Some((hit, Decimal::from_str_exact(value).ok()?))
        })
}

/// Where a word that belongs to the number before `at` stands: behind a hyphen without blanks, or at `at` itself.
pub(crate) fn past_hyphen(reading: &Reading<'_>, at: usize) -> usize {
    let glued = |at: usize| reading.tokens.get(at).is_some_and(|token| token.glued());
    match reading.tokens.get(at) {
        Some(token) if token.is_hyphen() && token.glued() && glued(at + 1) => at + 1,
        _ => at,
    }
}

/// Whether a token follows the one before it in the same paragraph.
pub(crate) fn follows(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|token| token.gap <= Gap::Line)
}

/// A scale word at `at` or behind a hyphen there: the word's end and value. `first`: where the number begins.
pub(crate) fn scale(reading: &Reading<'_>, first: usize, at: usize) -> Option<(usize, Decimal)> {
    let at = past_hyphen(reading, at);
    if !follows(reading, at) {
        return None;
    }
    let (hit, value) = scale_word(reading, at)?;
    // "12 MN lawmakers", "6 Mil helicopters", but "Rs 500 Cr".
    const LONGEST: u32 = 3;
    let token = reading.tokens.get(at)?;
    let is_name = !token.glued() && token.shape != Shape::Lower && token.end - token.start <= LONGEST;
    // "468,967tn": tonnes, unless it is money.
    let is_tonnes = || {
        let end = hit.end as usize;
        reading.is(at, "tn")
            && money::sign_before(reading, first).is_none()
            && money::name_after(reading, end).is_none()
    };
    let holds = (!is_name || money::sign_before(reading, first).is_some()) && !is_tonnes();
    holds.then_some((hit.end as usize, value))
}

/// The scale word at a token. A thousand million is an "arab" in small letters only.
fn scale_word<'r>(reading: &'r Reading<'_>, at: usize) -> Option<(&'r Hit, Decimal)> {
    entry(reading, at, &[Label::Scale]).or_else(|| {
        let is_small = reading.tokens.get(at)?.shape == Shape::Lower;
        entry(reading, at, &[Label::SmallScale]).filter(|_| is_small)
    })
}

/// "and a half" at `at`: its end.
fn and_a_half(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let at = past_hyphen(reading, at);
    if !reading.is(at, "and") {
        return None;
    }
    let at = past_hyphen(reading, at + 1);
    if !reading.is(at, "a") {
        return None;
    }
    let at = past_hyphen(reading, at + 1);
    reading.is(at, "half").then_some(at + 1)
}

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
