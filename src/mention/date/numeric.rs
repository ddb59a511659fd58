//! Dates that begin with a number in digits: `2025-08-15`, `15/08/2025`, `2024-25`, the 1980s, a year.

use super::period::{is_day, Part, Period};
use super::resolve::Date;
use super::{Finder, Point};
use crate::token::Gap;

impl Finder<'_, '_> {
    /// The value and length of a token of one to four plain digits.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        let token = self.reading.tokens.get(at).filter(|token| token.is_number())?;
        let length = (token.end - token.start) as usize;
        if length > 4 {
            return None;
        }
        let mut digits = self.reading.bytes(at).iter();
        let value = digits.try_fold(0, |value, digit| match digit {
            b'0'..=b'9' => Some(value * 10 + u32::from(digit - b'0')),
            _ => None,
        })?;
        Some((value, length))
    }

    /// What begins with a number.
    pub(super) fn read_number(&self, at: usize) -> Option<Point> {
        let reading = self.reading;
        if let Some(point) = self.by_numbers(at) {
            return Some(point);
        }
        if let Some(point) = self.day_and_month(at) {
            return Some(point);
        }
        if let Some(point) = self.month_of_header(at) {
            return Some(point);
        }
        if let Some((first, second, end)) = self.years(at) {
            if self.sticks_to_word(at, end) {
                return None;
            }
            return Some(Point::strong(self.year_run(first, second, at), end));
        }
        let (value, length) = self.digits(at)?;
        // "1980s", "the '80s"
        let plural = reading.tokens.get(at + 1).is_some_and(|token| token.glued())
            && (self.word(at + 1, "s") || self.word(at + 1, "'s"));
        if plural && value % 10 == 0 && matches!(length, 2 | 4) {
            let year = match length {
                4 if (1500..2100).contains(&value) => value as i32,
                2 if value >= 20
                    && at > 0
                    && reading.tokens[at - 1].kind == crate::token::TokenKind::Quote =>
                {
                    1900 + value as i32
                }
                _ => return None,
            };
            // "2020's" is the year's own.
            if self.word(at + 1, "s") || value % 100 != 0 && value < 2000 {
                let part = if year % 100 == 0 && year < 2000 {
                    Part::Century
                } else {
                    Part::Decade
                };
                return Some(Point::strong(
                    Date::explicit(Period::new(Some(year), part)),
                    at + 2,
                ));
            }
        }
        if length == 4 && self.is_year(at, value) {
            return Some(Point::fair(Date::explicit(Period::of_year(value as i32)), at + 1));
        }
        None
    }

    /// `date 2023-05`, the header of a page that knows no day.
    fn month_of_header(&self, at: usize) -> Option<Point> {
        let word = at.checked_sub(1).filter(|word| self.word(*word, "date"))?;
        let header = word == 0 || self.reading.tokens[word].gap >= Gap::Line;
        let glued = self.glued(at + 1) && self.glued(at + 2) && self.reading.tokens.get(at + 1)?.is_hyphen();
        let ((year, 4), (month, 2)) = (self.digits(at)?, self.digits(at + 2)?) else {
            return None;
        };
        let fits = header && glued && (1900..2100).contains(&year) && (1..=12).contains(&month);
        fits.then(|| Point::strong(Date::explicit(Period::month(year as i32, month as u8)), at + 3))
    }

    /// `2025-08-15`, `15/08/2025`, `15.8.2025`
    fn by_numbers(&self, at: usize) -> Option<Point> {
        let reading = self.reading;
        let token = reading.tokens.get(at)?;
        let parts = if token.end - token.start > 5 {
            let mut parts = reading
                .word(at)
                .split('.')
                .map(|part| (part.len(), part.parse::<u32>().ok()));
            let all = [parts.next()?, parts.next()?, parts.next()?];
            if parts.next().is_some() {
                return None;
            }
            (
                all.map(|(length, value)| value.map(|value| (value, length))),
                at + 1,
            )
        } else {
            let mark = reading.tokens.get(at + 1)?;
            let again = reading.tokens.get(at + 3)?;
            let glued = (1..5).all(|i| self.glued(at + i));
            let same = (mark.is(b'/') && again.is(b'/')) || (mark.is_hyphen() && again.is_hyphen());
            if !glued || !same {
                return None;
            }
            (
                [self.digits(at), self.digits(at + 2), self.digits(at + 4)],
                at + 5,
            )
        };
        let ([Some((a, la)), Some((b, lb)), Some((c, lc))], end) = parts else {
            return None;
        };
        if lb > 2 || self.sticks_to_word(at, end) {
            return None;
        }
        // Another part makes it something else: a phone number, a score.
        let more = reading
            .tokens
            .get(end)
            .is_some_and(|next| next.glued() && (next.is_hyphen() || next.is(b'/')) && self.glued(end + 1));
        if more
            || at > 0
                && self.glued(at)
                && !reading.tokens[at - 1].is(b'(')
                && !reading.tokens[at - 1].is(b':')
        {
            return None;
        }
        let day = |year: u32, month: u32, day: u32| {
            let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
            is_day(Some(year as i32), month, day)
                .then(|| Date::explicit(Period::new(Some(year as i32), Part::Day(month, day))))
        };
        if la == 4 && lc <= 2 {
            return (1000..3000)
                .contains(&a)
                .then(|| day(a, b, c))
                .flatten()
                .map(|date| Point::strong(date, end));
        }
        let year = match lc {
            4 if (1000..3000).contains(&c) => c,
            2 if la <= 2 && self.is_mark(at + 1, b'/') => c + if c < 70 { 2000 } else { 1900 },
            _ => return None,
        };
        // Day first, as most of the world writes, unless only the other order, or the other order
        // alone, lies by the day of publication.
        let (european, american) = (day(year, b, a), day(year, a, b));
        let distance = |date: &Option<Date>| {
            let found = (*date)?.first.first(1)?;
            Some((found - self.context.published?).num_days().abs())
        };
        let date = match (distance(&european), distance(&american)) {
            (Some(dmy), Some(mdy)) if mdy < dmy => american,
            _ => european.or(american),
        };
        date.map(|date| Point::strong(date, end))
    }
}
