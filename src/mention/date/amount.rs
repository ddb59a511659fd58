//! How many of a unit of time: `two and a half`.

use super::period::Unit;
use super::term::Term;
use super::Finder;
use crate::lexicon::Tag;

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
    pub(super) fn quantity(&self, at: usize) -> Option<(Quantity, usize)> {
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
            _ if self.reading.is_indefinite(at) => match self.term(at + 1) {
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
    pub(super) fn cardinal(&self, at: usize) -> Option<(u32, usize)> {
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

    /// "will | one day | ask for more", "hopes to | one day | sell it"
    pub(super) fn is_some_day(&self, before: usize, end: usize) -> bool {
        let id = self.reading.ids.get(end);
        let verb = id.is_some_and(|id| self.reading.lexicon.word(*id).tags.has(Tag::Verb));
        verb && (self.reading.tag(before) == Tag::Modal || self.word(before, "to"))
    }

    /// Whether a figure that ends before a token goes with seconds: "twenty-second" is an ordinal.
    pub(super) fn counts_seconds(&self, at: usize) -> bool {
        let Some(last) = at.checked_sub(1) else {
            return false;
        };
        let digits = self.reading.tokens[last].is_number();
        digits || matches!(self.term(last), Term::Cardinal(number) if number < 20)
    }

    /// Takes in "and a half" or "1/2" behind a number.
    pub(super) fn with_half(&self, thousandths: u64, end: usize) -> (Quantity, usize) {
        // "two and a half", "two-and-a-half"
        let past = |at: usize| self.after_hyphen(at).unwrap_or(at);
        let and = past(end);
        if self.word(and, "and") && self.word(past(and + 1), "a") {
            let half = past(past(and + 1) + 1);
            if self.word(half, "half") {
                return (Quantity::Exact(thousandths + 500), half + 1);
            }
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
        // "3-1/2", "3 1/2"
        let end = match self.after_hyphen(end) {
            Some(half) if self.is_mark(half + 1, b'/') => half,
            _ => end,
        };
        if self.digits(end).is_some_and(|(n, _)| n == 1)
            && self.is_mark(end + 1, b'/')
            && self.digits(end + 2).is_some_and(|(n, _)| n == 2)
        {
            return (Quantity::Exact(thousandths + 500), end + 3);
        }
        (Quantity::Exact(thousandths), end)
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
