//! Lengths of time, and what recurs.

use super::period::Unit;
use super::resolve::leaning_on;
use super::term::{Direction, Term, Which};
use super::{Finder, Found, What};
use crate::lexicon::{Keyword as K, Keywords, Tag};
use crate::mention::{here, Strength};

/// How many units: thousandths, so that "8.3" and "two and a half" are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    Exact(u64),
    /// `several`, `a few`
    Unknown,
}

impl Quantity {
    pub(super) const fn whole(number: u64) -> Self {
        Self::Exact(number * 1000)
    }

    /// The whole number, if it is one.
    pub(super) fn as_whole(self) -> Option<i32> {
        match self {
            Self::Exact(thousandths) if thousandths % 1000 == 0 => i32::try_from(thousandths / 1000).ok(),
            _ => None,
        }
    }
}

/// A length of time that was read: how many of what, and the token behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    pub(super) quantity: Quantity,
    pub(super) unit: Unit,
    pub(super) end: usize,
    /// Written with a hyphen before a noun: "five-year".
    pub(super) attributive: bool,
}

/// An ISO 8601 duration.
pub(super) fn value(quantity: Quantity, unit: Unit) -> String {
    let (factor, letter) = match unit {
        Unit::Second => (1, "S"),
        Unit::Minute => (1, "M"),
        Unit::Hour => (1, "H"),
        Unit::Day => (1, "D"),
        Unit::Weekend => (2, "D"),
        Unit::Week => (1, "W"),
        Unit::Fortnight => (2, "W"),
        Unit::Month => (1, "M"),
        Unit::Quarter | Unit::Season => (3, "M"),
        Unit::Half => (6, "M"),
        Unit::Year => (1, "Y"),
        Unit::Decade => (10, "Y"),
        Unit::Century => (100, "Y"),
    };
    let time = if unit <= Unit::Hour { "T" } else { "" };
    let Quantity::Exact(thousandths) = quantity else {
        let letter = match unit {
            Unit::Decade => "E",
            Unit::Century => "C",
            Unit::Quarter => "Q",
            _ => letter,
        };
        return format!("P{time}X{letter}");
    };
    let thousandths = thousandths.saturating_mul(factor);
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 {
        return format!("P{time}{whole}{letter}");
    }
    if rest == 500 {
        match letter {
            // A year and a half is eighteen months, an hour and a half ninety minutes.
            "Y" => return format!("P{}M", whole * 12 + 6),
            "H" if whole == 0 => return "PT30M".to_owned(),
            "H" => return format!("PT{whole}H30M"),
            "M" if time == "T" => return format!("PT{whole}M30S"),
            _ => {}
        }
    }
    let decimals = format!("{rest:03}");
    format!("P{time}{whole}.{}{letter}", decimals.trim_end_matches('0'))
}

impl Finder<'_, '_> {
    /// A number in digits or words, with halves: `8.3`, `twenty-one`, `two and a half`, `2 1/2`, `several`.
    fn quantity(&self, at: usize) -> Option<(Quantity, usize)> {
        let token = self.reading.tokens.get(at)?;
        if token.is_number() {
            let thousandths = thousandths(self.reading.word(at))?;
            return Some(self.with_half(thousandths, at + 1));
        }
        match self.term(at) {
            Term::Several => Some((Quantity::Unknown, at + self.len(at))),
            Term::Cardinal(_) => {
                let (number, end) = self.cardinal(at)?;
                Some(self.with_half(u64::from(number) * 1000, end))
            }
            _ if self.word(at, "a") || self.word(at, "an") => match self.term(at + 1) {
                Term::Several => Some((Quantity::Unknown, at + 1 + self.len(at + 1))),
                Term::Cardinal(scale) if scale >= 12 => {
                    Some((Quantity::whole(scale.into()), at + 1 + self.len(at + 1)))
                }
                Term::Cardinal(2) if self.word(at + 1, "couple") => {
                    let end = at + 2;
                    Some((Quantity::whole(2), end + usize::from(self.word(end, "of"))))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// `twenty-one`, `two hundred and ten`, `five thousand`
    fn cardinal(&self, at: usize) -> Option<(u32, usize)> {
        let (mut total, mut group, mut end) = (0_u32, 0_u32, at);
        // The longest number that a length of time has is some eight words.
        for _ in 0..8 {
            let next = if end > at {
                self.after_hyphen(end).unwrap_or(end)
            } else {
                end
            };
            let next = if end > at && group >= 100 && self.word(next, "and") {
                next + 1
            } else {
                next
            };
            let Term::Cardinal(number) = self.term(next) else {
                break;
            };
            match number {
                1000 => {
                    total = total.checked_add(group.max(1).checked_mul(1000)?)?;
                    group = 0;
                }
                12 | 20 if end > at && group > 0 && self.word(next, "dozen") => {
                    group = group.checked_mul(12)?
                }
                100 => group = group.max(1).checked_mul(100)?,
                number if end == at => group = number,
                number if number < 10 && group % 10 == 0 && group % 100 >= 20 => group += number,
                number if number < 100 && group % 100 == 0 && (group > 0 || total > 0) => group += number,
                _ => break,
            }
            end = next + self.len(next);
        }
        (end > at).then_some((total.checked_add(group)?, end))
    }

    /// Takes in "and a half" or "1/2" behind a number.
    fn with_half(&self, thousandths: u64, end: usize) -> (Quantity, usize) {
        if self.word(end, "and") && self.word(end + 1, "a") && self.word(end + 2, "half") {
            return (Quantity::Exact(thousandths + 500), end + 3);
        }
        let half = self
            .reading
            .tokens
            .get(end)
            .is_some_and(|token| token.first == 0x80)
            && self.reading.word(end) == "½";
        if half {
            return (Quantity::Exact(thousandths + 500), end + 1);
        }
        if self.digits(end).is_some_and(|(n, _)| n == 1)
            && self.is_mark(end + 1, b'/')
            && self.digits(end + 2).is_some_and(|(n, _)| n == 2)
        {
            return (Quantity::Exact(thousandths + 500), end + 3);
        }
        (Quantity::Exact(thousandths), end)
    }

    /// A length of time that begins at `at`: `five years`, `nine-month`, `a decade`, `half a century`, `a year and a half`.
    pub(super) fn length(&self, at: usize) -> Option<Length> {
        if self.word(at, "half") && (self.word(at + 1, "a") || self.word(at + 1, "an")) {
            let Term::Unit(unit) = self.term(at + 2) else {
                return None;
            };
            let quantity = Quantity::Exact(500);
            return Some(Length {
                quantity,
                unit,
                end: at + 3,
                attributive: false,
            });
        }
        if self.word(at, "a") || self.word(at, "an") || self.word(at, "one") {
            let mut next = at + 1;
            if self.word(next, "full")
                || self.word(next, "whole")
                || self.word(next, "single")
                || self.word(next, "further")
                || self.word(next, "additional")
            {
                next += 1;
            }
            if let Term::Unit(unit) = self.term(next) {
                // "a quarter of", "a half": numbers, not times.
                if matches!(unit, Unit::Quarter | Unit::Half) {
                    return None;
                }
                let mut end = next + 1;
                let mut quantity = Quantity::whole(1);
                if self.word(end, "and") && self.word(end + 1, "a") && self.word(end + 2, "half") {
                    quantity = Quantity::Exact(1500);
                    end += 3;
                }
                return Some(Length {
                    quantity,
                    unit,
                    end,
                    attributive: false,
                });
            }
        }
        let (quantity, mut end) = self.quantity(at)?;
        // "12 to 18 months", "two-three weeks": what is sure is the shorter time.
        if let Some(second) = self
            .after_joint(end)
            .or_else(|| self.word(end, "or").then_some(end + 1))
        {
            if let Some((_, after)) = self.quantity(second) {
                if matches!(self.unit_behind(after), Some((_, _, false))) {
                    end = after;
                }
            }
        }
        // "a couple of years"
        if self.word(end, "of") && end > at && self.word(end - 1, "couple") {
            end += 1;
        }
        let (unit, end, attributive) = self.unit_behind(end)?;
        Some(Length {
            quantity,
            unit,
            end,
            attributive,
        })
    }

    /// The unit behind a number, over "more", "working" and a hyphen: the unit, what follows, and whether it
    /// stands before a noun.
    fn unit_behind(&self, at: usize) -> Option<(Unit, usize, bool)> {
        if let Some(next) = self.after_hyphen(at) {
            return match self.term(next) {
                Term::Unit(unit) if !matches!(unit, Unit::Second | Unit::Half) => {
                    Some((unit, next + 1, true))
                }
                // "three-quarters" is a fraction.
                Term::Units(unit) if !matches!(unit, Unit::Quarter | Unit::Half) => {
                    Some((unit, next + 1, true))
                }
                _ => None,
            };
        }
        let mut next = at;
        const BETWEEN: Keywords = Keywords::of(&[
            K::More,
            K::Full,
            K::Straight,
            K::Consecutive,
            K::Working,
            K::Business,
            K::Trading,
            K::Successive,
            K::Whole,
            K::Additional,
            K::Long,
            K::Calendar,
        ]);
        for _ in 0..2 {
            if self.reading.tokens.get(next).is_some_and(|t| t.is_word()) && self.reading.among(next, BETWEEN)
            {
                next += 1;
            }
        }
        match self.term(next) {
            // "the two halves of the market"
            Term::Units(Unit::Half) => None,
            Term::Units(unit) => Some((unit, next + 1, false)),
            // "a five year low": the hyphen left out.
            Term::Unit(unit)
                if next == at
                    && !matches!(unit, Unit::Second | Unit::Quarter | Unit::Half | Unit::Weekend)
                    && matches!(
                        self.reading.tag(next + 1),
                        Tag::Noun | Tag::NounPlural | Tag::Adjective
                    ) =>
            {
                Some((unit, next + 1, true))
            }
            _ => None,
        }
    }

    /// A length of time as a mention, with what bounds it: "less than five years".
    pub(super) fn duration(&self, at: usize, length: Length, floor: usize) -> Option<Found> {
        let mut start = at;
        let mut end = length.end;
        let whole = length.quantity.as_whole();
        let single = whole == Some(1) && !length.attributive && (self.word(at, "a") || self.word(at, "an"));
        if single && end == at + 2 && at > 0 {
            // "This is not a day for small print."
            if self.word(end, "for") || matches!(self.reading.tag(at - 1), Tag::Negation | Tag::Be) {
                return None;
            }
            // "300,000 cars a year", "$50 million a year": a rate, not a length.
            if !self.is_length(at, end) {
                let value = value(length.quantity, length.unit);
                return Some(Found::new(
                    start..end,
                    What::Set(value),
                    Strength::Fair,
                    here!("rate"),
                ));
            }
        }
        if length.attributive {
            // "a 60-year-old man": an age.
            if self
                .after_hyphen(end)
                .is_some_and(|next| self.word(next, "old") || self.word(next, "olds"))
            {
                return None;
            }
            if let Some(next) = self.after_hyphen(end) {
                if !self.word(next, "long") && self.reading.tokens[next].is_word() {
                    return None;
                }
            }
        }
        if length.unit == Unit::Year && self.word(end, "old") && !self.is_of_things(start) {
            // "is 23 years old"
            return None;
        }
        if let Some(found) = self.months_told(at, &length, floor) {
            return Some(found);
        }
        start = self.with_bound(start, floor);
        if self.word(end, "or")
            && (self.word(end + 1, "more") || self.word(end + 1, "so") || self.word(end + 1, "less"))
            && !self.word(end + 1, "so")
        {
            end += 2;
        }
        let value = value(length.quantity, length.unit);
        let strength = if length.attributive {
            Strength::Fair
        } else {
            Strength::Strong
        };
        Some(Found::new(
            start..end,
            What::Duration(value),
            strength,
            here!("length of time"),
        ))
    }

    /// "in the nine months", where such a stretch has been told: that one.
    fn months_told(&self, at: usize, length: &Length, floor: usize) -> Option<Found> {
        const NARROWS: [&str; 9] = [
            "to", "ended", "ending", "of", "from", "since", "before", "after", "just",
        ];
        let end = length.end;
        let article = at > floor
            && ["the", "those", "these"]
                .iter()
                .any(|word| self.word(at - 1, word));
        let narrowed = NARROWS.iter().any(|word| self.word(end, word));
        let whole = length
            .quantity
            .as_whole()
            .filter(|months| (2..12).contains(months));
        if length.unit != Unit::Month || length.attributive || !article || narrowed {
            return None;
        }
        let date = self.told_months(Some(whole?))?;
        let value = value(length.quantity, length.unit);
        let mut found = Found::new(
            at - 1..end,
            What::Date(date.with_basis(leaning_on(date.basis))),
            Strength::Strong,
            here!("months told before"),
        );
        found.echo = true;
        found.inner = Some((at..end, What::Duration(value)));
        Some(found)
    }

    /// "vehicles up to five years old": things have ages that count as lengths; people do not.
    fn is_of_things(&self, at: usize) -> bool {
        self.with_bound(at, at.saturating_sub(4)) < at
    }

    /// Whether "a year" tells how long rather than how often: a rate stands behind what is counted.
    fn is_length(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        if self.word(end, "or") || self.word(end, "of") {
            return true;
        }
        let token = &self.reading.tokens[before];
        let counted = matches!(
            self.reading.tag(before),
            Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number
        );
        !counted && !token.is(b'%') && !["once", "twice"].iter().any(|word| self.word(before, word))
    }

    /// Takes in what bounds a figure on its left: "more than", "up to", "nearly".
    pub(super) fn with_bound(&self, at: usize, floor: usize) -> usize {
        // "over five years" tells during what time as often as how long at least, "over a year" does not; "about" bounds
        // nothing.
        const ONE: [&str; 2] = ["nearly", "almost"];
        const TWO: [[&str; 2]; 7] = [
            ["more", "than"],
            ["less", "than"],
            ["fewer", "than"],
            ["up", "to"],
            ["at", "least"],
            ["at", "most"],
            ["longer", "than"],
        ];
        let Some(before) = at.checked_sub(1).filter(|before| *before >= floor) else {
            return at;
        };
        if !self.reading.tokens[before].is_word() {
            return at;
        }
        let one = self.word(before, "over") && (self.word(at, "a") || self.word(at, "an"));
        if one || ONE.iter().any(|word| self.word(before, word)) {
            return before;
        }
        let Some(first) = before.checked_sub(1).filter(|first| *first >= floor) else {
            return at;
        };
        if TWO
            .iter()
            .any(|[a, b]| self.word(before, b) && self.word(first, a))
        {
            let no = first
                .checked_sub(1)
                .filter(|no| *no >= floor && self.word(*no, "no"));
            return no.unwrap_or(first);
        }
        at
    }

    /// Whether `ago`, `earlier`, `later` and the like stand at `at`.
    pub(super) fn direction(&self, at: usize) -> Option<(Direction, usize)> {
        if let Term::Direction(direction) = self.term(at) {
            return Some((direction, at + 1));
        }
        if self.word(at, "before") && !self.is_clause(at + 1) {
            return Some((Direction::Earlier, at + 1));
        }
        if self.word(at, "after") && !self.is_clause(at + 1) {
            return None;
        }
        if self.word(at, "from") && self.word(at + 1, "now") {
            return Some((Direction::Later, at + 2));
        }
        None
    }

    /// Whether something follows that "before" could introduce.
    fn is_clause(&self, at: usize) -> bool {
        let Some(token) = self.reading.tokens.get(at) else {
            return false;
        };
        (token.is_word() || token.is_number())
            && !self.word(at, "and")
            && !self.word(at, "as")
            && !self.word(at, "when")
            && !self.word(at, "that")
            && !self.word(at, "because")
            && !self.word(at, "to")
            && !self.word(at, "in")
            && !self.word(at, "on")
    }

    /// `the past three years`, `the next five years`: the length, which alone is marked.
    pub(super) fn is_stretch_word(which: Which) -> bool {
        matches!(
            which,
            Which::Last
                | Which::Past
                | Which::Next
                | Which::Coming
                | Which::Previous
                | Which::Following
                | Which::Recent
        )
    }
}

/// `8.3` as 8300; commas group.
fn thousandths(text: &str) -> Option<u64> {
    /// As many as have no more digits than a number has room for.
    const LONGEST: usize = 9 + 1 + 3;
    if text.len() > LONGEST {
        return None;
    }
    let mut number: u64 = 0;
    let mut point = None;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => number = number * 10 + u64::from(byte - b'0'),
            b'.' if point.is_none() => point = Some(at),
            _ if point.is_some() => return None,
            _ => {}
        }
    }
    let whole = point.unwrap_or(text.len());
    let unit = match text.len() - whole {
        0 | 1 => 1000,
        2 => 100,
        3 => 10,
        4 => 1,
        _ => return None,
    };
    (whole <= 9).then_some(number * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_unit() {
        for (thousandths, unit, wanted) in [
            (5000, Unit::Year, "P5Y"),
            (1500, Unit::Year, "P18M"),
            (500, Unit::Century, "P50Y"),
            (2000, Unit::Quarter, "P6M"),
            (5500, Unit::Hour, "PT5H30M"),
            (8300, Unit::Second, "PT8.3S"),
            (1500, Unit::Minute, "PT1M30S"),
            (2000, Unit::Fortnight, "P4W"),
        ] {
            assert_eq!(value(Quantity::Exact(thousandths), unit), wanted);
        }
        assert_eq!(value(Quantity::Unknown, Unit::Month), "PXM");
    }
}
