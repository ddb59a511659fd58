//! Events that tell one happening with figures that cannot both be right: "Honda ships 40 cars to Japan" above "Honda
//! shipped 38 cars to Japan". Both are kept, and each knows the other.

use rust_decimal::Decimal;

use super::merge::{fillers, Merged, Merger, BACK};
use crate::mention::{Amount, Bound, Value};
use crate::rule::{Filler, Frame, DATE, PLACE};

/// How far from a figure the true one may lie that is "about" it.
const ABOUT: f64 = 0.1;
/// The same for a round figure, and from where on figures are rounded.
const ROUNDED: f64 = 0.04;
const ROUND: f64 = 1000.0;
/// How many tokens before a figure it is told that it comes on top of another.
const BESIDE: usize = 2;

impl<'x> Merger<'_, 'x> {
    /// The pairs of events that disagree, each by its number.
    pub(super) fn disagreements(&self, merged: &[Merged<'x>]) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (at, new) in merged.iter().enumerate() {
            for (before, known) in merged[..at].iter().enumerate().rev().take(BACK) {
                if self.disagree(&known.frame, &new.frame) {
                    pairs.push((before, at));
                }
            }
        }
        pairs
    }

    /// Whether all that two events tell is the same, but for a figure.
    fn disagree(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        // One sentence does not contradict itself: it tells of two happenings.
        if known.event != new.event
            || known.sentence == new.sentence
            || known.status != new.status
            || known.comparison
            || new.comparison
            || self.rules.rules[new.rule].each().is_some()
        {
            return false;
        }
        let mut named = 0;
        let mut level = (false, false);
        for role in 0..self.rules.events[new.event].roles.len() {
            let (mut ours, mut theirs) = (fillers(known, role), fillers(new, role));
            let (our, their) = match (ours.clone().next(), theirs.next()) {
                (None, None) => continue,
                (Some(our), Some(their)) => (our, their),
                // The title tells neither when nor where.
                _ if role == DATE || role == PLACE => continue,
                _ if self.is_figure(role, new.event) => continue,
                _ => return false,
            };
            if self.is_figure(role, new.event) {
                match self.contradict(our, their) {
                    Some(true) if !self.is_further(our) && !self.is_further(their) => level.0 = true,
                    Some(false) => level.1 = true,
                    _ => {}
                }
            } else if ours.any(|other| self.is_same(other, their)) {
                named += usize::from(role != PLACE);
            } else {
                return false;
            }
        }
        // A figure that agrees and one that does not are of two kinds, as against last year and last month.
        level == (true, false) && named >= 2
    }

    /// Whether two fillers are the same to the word: leather goods are no jute goods.
    fn is_same(&self, a: &Filler<'x>, b: &Filler<'x>) -> bool {
        let text = |filler: &Filler<'x>| filler.span.of(self.reading.text);
        let phrases = a.mention.is_none() && b.mention.is_none() && a.word.is_none();
        self.agree(a, b) && (!phrases || text(a).eq_ignore_ascii_case(text(b)))
    }

    /// Whether the role holds figures.
    fn is_figure(&self, role: usize, event: usize) -> bool {
        role != DATE && !self.several(event, role)
    }

    /// Whether two figures of one kind cannot both be right. None if they are not of one kind.
    fn contradict(&self, a: &Filler<'x>, b: &Filler<'x>) -> Option<bool> {
        let (a, b) = match (self.value(a)?, self.value(b)?) {
            (Value::Count { amount: a, noun: x }, Value::Count { amount: b, noun: y })
                if x.is_none() || y.is_none() || x == y =>
            {
                (a, b)
            }
            (
                Value::Measure {
                    amount: a, unit: x, ..
                },
                Value::Measure {
                    amount: b, unit: y, ..
                },
            ) if x == y => (a, b),
            (
                Value::Money {
                    amount: a,
                    currency: x,
                },
                Value::Money {
                    amount: b,
                    currency: y,
                },
            ) if x == y => (a, b),
            _ => return None,
        };
        Some(!may_be_one(*a, *b))
    }

    /// Whether a figure comes on top of another: "a further 40 cars", "40 more cars".
    fn is_further(&self, filler: &Filler<'x>) -> bool {
        let Some(mention) = filler.mention.and_then(|id| self.mentions.get(id.index())) else {
            return false;
        };
        let (first, end) = (mention.first as usize, mention.end as usize);
        let further = |token: usize| self.rules.words.further.contains(self.reading.ids[token]);
        (first.saturating_sub(BESIDE)..end).any(further)
    }
}

/// Whether two figures may both be right: a round one and the exact one, a bound and what lies within it.
fn may_be_one(a: Amount, b: Amount) -> bool {
    let ((a_low, a_high), (b_low, b_high)) = (range(a), range(b));
    if a_low <= b_high && b_low <= a_high {
        return true;
    }
    let (round, exact) = if digits(a) < digits(b) {
        (a_low, b_low)
    } else {
        (b_low, a_low)
    };
    digits(a) != digits(b) && round >= ROUND && (round - exact).abs() <= exact.abs() * ROUNDED
}

/// From where to where the true figure may lie.
fn range(amount: Amount) -> (f64, f64) {
    let number = |value: Decimal| f64::try_from(value).unwrap_or(f64::MAX);
    let low = number(amount.low);
    let high = amount.high.map_or(low, number);
    match amount.bound {
        Bound::Exact => (low, high),
        Bound::MoreThan | Bound::AtLeast => (low, f64::INFINITY),
        Bound::LessThan | Bound::AtMost => (f64::NEG_INFINITY, high),
        Bound::About => (low - low.abs() * ABOUT, high + high.abs() * ABOUT),
    }
}

/// How many digits a figure has before the zeros that round it.
fn digits(amount: Amount) -> u32 {
    let mut rest = amount.low.mantissa().unsigned_abs();
    while rest != 0 && rest.is_multiple_of(10) {
        rest /= 10;
    }
    rest.checked_ilog10().map_or(0, |log| log + 1)
}
