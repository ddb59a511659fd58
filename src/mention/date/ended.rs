//! Periods told by their end: "the year ended June 30", "the 12 months to June".

use std::ops::Range;

use chrono::Days;

use super::period::{Part, Period, Unit};
use super::resolve::Date;
use super::tense::{is_foreseen, Tense};
use super::term::{Term, Which};
use super::{Finder, Found, Point, What};
use crate::mention::{here, Basis};

/// Of a quarter that ended on November 2 October was the last month.
const DAYS_OVER: u8 = 5;

impl Finder<'_, '_> {
    /// `the year ended June 30`, `the 12 months to June`, `the quarter ending March 31`.
    pub(super) fn ended(&self, at: usize, end: usize, count: i32, unit: Unit, floor: usize) -> Option<Found> {
        let (point, inner) = self.ended_point(end, count, unit)?;
        let mut found = self.found(self.with_the(at, floor), point, here!("period with its end"));
        found.inner = Some(inner);
        Some(found)
    }

    /// The period with its end, and the end as a date of its own.
    pub(super) fn ended_point(
        &self,
        at: usize,
        count: i32,
        unit: Unit,
    ) -> Option<(Point, (Range<usize>, What))> {
        let week = unit == Unit::Week && (1..=53).contains(&count);
        let months = match unit {
            Unit::Month | Unit::Quarter | Unit::Half | Unit::Year => count.checked_mul(unit.months())?,
            _ if week => 1,
            _ => return None,
        };
        if !(1..=24).contains(&months) {
            return None;
        }
        let (tense, next) = self.to_its_end(at)?;
        let (point, end) = self.end_date(next, tense)?;
        let (month, over) = match end.first.part {
            Part::Day(month, day) => (month, day <= DAYS_OVER && months > 1),
            Part::Month(month) => (month, false),
            _ => return None,
        };
        let mut last = Period::new(end.first.year, Part::Month(month));
        let mut month = month;
        if let Some(before) = last.later(-1).filter(|_| over) {
            last = before;
            month = if month == 1 { 12 } else { month - 1 };
        }
        // `the week to November 7`
        if week {
            let day = end
                .first
                .first(1)
                .filter(|_| matches!(end.first.part, Part::Day(..)))?;
            // `the six weeks to January 4`
            let date = if count == 1 {
                Date::new(Period::holding(day, Unit::Week), end.basis)
            } else {
                let first = day.checked_sub_days(Days::new(7 * count.unsigned_abs() as u64 - 1))?;
                Date::run(Period::day(first), Period::day(day), end.basis)
            };
            return Some((Point::strong(date, point.end), (next..point.end, What::Date(end))));
        }
        let inner = (next..point.end, What::Date(end));
        let Some(first) = last.later(1 - months) else {
            let unknown = Date::unresolved(if months == 12 {
                Period::new(None, Part::Fiscal)
            } else {
                Period::unknown(unit)
            });
            return Some((Point::strong(unknown, point.end), inner));
        };
        let date = match period_ending(&last, month, months, tense) {
            Some(period) => Date::new(period, end.basis),
            None => Date::run(first, last, end.basis),
        };
        let fiscal = if date.is_fiscal() {
            month % 12 + 1
        } else {
            date.fiscal
        };
        let date = Date { fiscal, ..date };
        Some((Point::strong(date, point.end), inner))
    }

    /// `the third quarter ended May 31`: the quarter or half of a year that begins when its end says.
    pub(super) fn ended_part(&self, start: usize, part: &Point) -> Option<Found> {
        let (fiscal, calendar, months_left) = match part.date.first.part {
            Part::Quarter(number) | Part::FiscalQuarter(number @ 1..=4) => (
                Part::FiscalQuarter(number),
                Part::Quarter(number),
                (4 - u32::from(number)) * 3,
            ),
            Part::Half(number) | Part::FiscalHalf(number @ 1..=2) => (
                Part::FiscalHalf(number),
                Part::Half(number),
                (2 - u32::from(number)) * 6,
            ),
            _ => return None,
        };
        let ends = ["ended", "ending", "that", "which"];
        let told = part.date.last.is_none() && ends.iter().any(|word| self.word(part.end, word));
        let (tense, next) = self.to_its_end(part.end).filter(|_| told)?;
        let (point, end) = self.end_date(next, tense)?;
        let (month, over) = match end.first.part {
            Part::Day(month, day) => (month, day <= DAYS_OVER),
            Part::Month(month) => (month, false),
            _ => return None,
        };
        // The month that ends the year, of those of the year in which the quarter ends.
        let last = (u32::from(month) + months_left - u32::from(over)).max(1);
        let year = end.first.year? + i32::from(last > 12);
        let date = match (last - 1) % 12 + 1 {
            12 => Date::new(Period::new(Some(year), calendar), end.basis),
            last => Date {
                fiscal: last as u8 % 12 + 1,
                ..Date::new(Period::new(Some(year), fiscal), end.basis)
            },
        };
        let mut found = self.found(
            start,
            Point::strong(date, point.end),
            here!("period with its end"),
        );
        found.inner = Some((next..point.end, What::Date(end)));
        Some(found)
    }

    /// The words that lead to a period's end: what they say of its time, and where the end begins.
    fn to_its_end(&self, at: usize) -> Option<(Tense, usize)> {
        let relative = usize::from(self.word(at, "that") || self.word(at, "which"));
        let verb = at + relative;
        let (tense, mut next) = if self.word(verb, "ended") {
            (Tense::Past, verb + 1)
        } else if self.word(verb, "ends") || relative == 0 && self.word(verb, "ending") {
            (Tense::Future, verb + 1)
        } else if self.word(at, "to") || self.word(at, "through") {
            // "for the year to June the firm cut its outlook"
            let foreseen = (at.saturating_sub(5)..at)
                .rev()
                .find(|before| self.word(*before, "for"))
                .is_some_and(|before| is_foreseen(self.reading, before));
            let unit = at.saturating_sub(1);
            let expected =
                || self.word(unit.saturating_sub(2), "for") && self.tense(unit, at) == Tense::Future;
            let ahead = foreseen || expected();
            (if ahead { Tense::Future } else { Tense::Unknown }, at + 1)
        } else {
            return None;
        };
        next += usize::from(self.word(next, "on") || self.word(next, "in"));
        // "to the end of March"
        let the = usize::from(self.word(next, "the"));
        if self.word(next + the, "end") && self.word(next + the + 1, "of") {
            next += the + 2;
        }
        Some((tense, next))
    }

    /// The date at which a period ends: as it is read there, and as the tense of its end wants it.
    fn end_date(&self, next: usize, tense: Tense) -> Option<(Point, Date)> {
        let point = match self.term(next) {
            Term::Month(_) | Term::Which(Which::Last | Which::Next | Which::This) => self.point(next, 2)?,
            // `the six months to 27 September`, `to end-September`
            Term::None if self.digits(next).is_some() => self.read_number(next)?,
            Term::Edge(_) => self.point(next, 2)?,
            _ => return None,
        };
        let end = point.date;
        if end.basis == Basis::Explicit || tense == Tense::Unknown {
            return Some((point, end));
        }
        let end = match end.first.part {
            Part::Month(month) if self.term(next) == Term::Month(month) => {
                self.context.part(Part::Month(month), tense)
            }
            Part::Day(month, day) => self.context.day_of_month(month, day, tense)?,
            _ => end,
        };
        Some((point, end))
    }
}

/// The year, half, quarter or month that so many months up to a month are.
fn period_ending(last: &Period, month: u8, months: i32, tense: Tense) -> Option<Period> {
    Some(match months {
        12 if month == 12 => Period::new(last.year, Part::Year),
        // Fiscal years end with a quarter; "the year to October" is just twelve months.
        12 if tense != Tense::Unknown || matches!(month, 3 | 6 | 9) => Period::new(last.year, Part::Fiscal),
        3 if month.is_multiple_of(3) => Period::new(last.year, Part::Quarter(month / 3)),
        6 if month.is_multiple_of(6) => Period::new(last.year, Part::Half(month / 6)),
        1 => *last,
        _ => return None,
    })
}
