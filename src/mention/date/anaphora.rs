//! Forms that lean on a date told before: "the quarter", "the same quarter two years before", "a year earlier".

use super::amount;
use super::period::{Period, Unit};
use super::resolve::{leaning_on, Date};
use super::tense::Tense;
use super::term::{Direction, Term, Which};
use super::{Finder, Found, Point, What};
use crate::lexicon::Tag;
use crate::mention::{here, Basis};

impl Finder<'_, '_> {
    /// `same month last year`, `the same period`, `the same day`, `the corresponding quarter of 2024`.
    pub(super) fn same(&self, at: usize, floor: usize) -> Option<Found> {
        let next = at + 1;
        let that = at > floor && self.word(at - 1, "that");
        // "above the previous corresponding period"
        let previous = at
            .checked_sub(1)
            .filter(|before| *before >= floor && self.term(*before) == Term::Which(Which::Previous));
        let start = match previous {
            Some(before) => self.with_the(before, floor),
            None if that => at - 1,
            None => self.with_the(at, floor),
        };
        // "the comparable year-ago quarter"
        if self.term(next) == Term::Unit(Unit::Year) && self.after_hyphen(next + 1).is_some() {
            let mut found = self.year_ago(next, floor)?;
            found.start = start;
            return Some(found);
        }
        let mut inner = None;
        let (base, end) = match self.term(next) {
            Term::Unit(Unit::Day) => {
                let day = self.spoken_of(Unit::Day);
                let mut found = self.found(start, Point::fair(day, next + 1), here!("same day"));
                found.echo = true;
                return Some(found);
            }
            Term::Unit(Unit::Second | Unit::Minute | Unit::Hour | Unit::Decade | Unit::Century) => {
                return None
            }
            // "July's landings were the first to grow this year, and 4% above the same month in 2018."
            Term::Unit(Unit::Month) if self.month_told().is_some() => (self.month_told(), next + 1),
            Term::Unit(unit) => (
                Some(self.spoken_of(unit)).filter(|_| self.focus.is_some() || unit >= Unit::Month),
                next + 1,
            ),
            Term::Stretch => (self.focus, next + 1),
            Term::Ordinal(_) => {
                let point = self.point(next, 1)?;
                (Some(point.date), point.end)
            }
            _ => {
                // "the same nine months"
                let length = self
                    .length(next)
                    .filter(|length| !length.attributive && length.unit == Unit::Month)?;
                let Some(told) = self.told_months(length.quantity.as_whole()) else {
                    return self.stretch(next);
                };
                let value = amount::value(length.quantity, length.unit);
                inner = Some((next..length.end, What::Duration(value)));
                (Some(told), length.end)
            }
        };
        let base = base?;
        let mut at_year = end;
        let (years, end) = if let Some((shift, end)) = self.year_shift(at_year) {
            (shift, end)
        } else {
            // "the same quarter of 2024"
            // "the same period of 2023"
            if base.first.unit() >= Unit::Month {
                let year = self
                    .year_behind(end)
                    .and_then(|(year, end)| Some((year.first.year?, end)));
                let told = base.last.unwrap_or(base.first).year;
                if let (Some((year, end)), Some(told)) = (year, told) {
                    let date = base.years_later(year - told, Basis::Explicit);
                    let mut found = self.found(start, Point::strong(date, end), here!("same period"));
                    found.echo = true;
                    return Some(found);
                }
            }
            if self.word(at_year, "of") || self.word(at_year, "in") {
                at_year += 1;
            }
            if self.year(at_year).is_some() || self.fiscal_year(at_year).is_some() {
                // "the same period of 2023": the year is a date of its own.
                return None;
            }
            (if previous.is_some() { -1 } else { 0 }, end)
        };
        let date = base.years_later(years, leaning_on(base.basis));
        let mut found = self.found(start, Point::strong(date, end), here!("same period"));
        found.echo = true;
        found.inner = inner;
        Some(found)
    }

    /// `last year`, `a year earlier`, `of the last fiscal year`, `of the previous year`: how many years away.
    pub(super) fn year_shift(&self, at: usize) -> Option<(i32, usize)> {
        let mut next = at;
        while self.word(next, "of")
            || self.word(next, "in")
            || self.word(next, "the")
            || self.is_mark(next, b',')
        {
            next += 1;
            if next > at + 2 {
                return None;
            }
        }
        if let Term::Which(which) = self.term(next) {
            let shift = match which {
                Which::Last | Which::Previous | Which::Past => -1,
                Which::This | Which::Current => 0,
                Which::Next | Which::Following | Which::Coming => 1,
                _ => return None,
            };
            let year = next + 1 + usize::from(self.term(next + 1) == Term::Fiscal);
            return match self.term(year) {
                Term::Unit(Unit::Year) => Some((shift, year + 1)),
                Term::FiscalYear => Some((shift, year + self.len(year))),
                Term::None if year > next + 1 => Some((shift, year)),
                _ => None,
            };
        }
        let length = self
            .length(next)
            .filter(|length| length.unit == Unit::Year && !length.attributive)?;
        let (direction, end) = self.direction(length.end)?;
        let count = length.quantity.as_whole()?;
        Some((
            if direction == Direction::Later {
                count
            } else {
                -count
            },
            end,
        ))
    }

    /// `the quarter`, `the month`, `that year`: what is spoken of.
    pub(super) fn the_unit(&self, start: usize, at: usize, unit: Unit, that: bool) -> Option<Found> {
        let next = at + 1;
        if self.after_hyphen(next).is_some()
            || matches!(self.reading.tag(next), Tag::Noun | Tag::NounPlural | Tag::Proper)
                && self.reading.tokens.get(next).is_some_and(|t| t.is_word())
        {
            return None;
        }
        if self
            .reading
            .tokens
            .get(next)
            .is_some_and(|t| t.kind == crate::token::TokenKind::Possessive)
            || self.word(next, "of")
        {
            return None;
        }
        let preposition = start.checked_sub(1).is_some_and(|before| {
            self.reading.tag(before) == Tag::Preposition
                || ["before", "after", "this"]
                    .iter()
                    .any(|word| self.word(before, word))
        });
        // "cheaper by the week", "Rumour of the week: ..."
        let heading = || self.word(start - 1, "of") && self.is_mark(next, b':');
        // "up 5% on the year", "grew 8% on the year, and 4% on the month" compare.
        let compares = || self.word(start - 1, "on") && !that && unit >= Unit::Week;
        if start > 0 && (self.word(start - 1, "by") || heading() || compares()) {
            return None;
        }
        let known = match unit {
            Unit::Quarter | Unit::Half => self.focus.is_some() || preposition,
            Unit::Month => preposition && self.focus.is_some_and(|f| f.unit() == Unit::Month),
            Unit::Year => preposition || that,
            Unit::Week | Unit::Weekend => preposition,
            Unit::Day => that && self.focus_day.is_some(),
            _ => false,
        };
        if !known {
            return None;
        }
        let date = match unit {
            Unit::Weekend => {
                let tense = self.tense_for(start, next, Unit::Weekend);
                let (day, _) = self.context.anchor(Unit::Day)?;
                // "over the weekend", told from Monday to Wednesday, is over, whatever else the clause tells.
                let weekday = chrono::Datelike::weekday(&day).number_from_monday();
                let told = weekday <= 3 && start > 0 && self.word(start - 1, "over");
                let over = weekday < 6 && (told || tense != Tense::Future);
                self.context.relative(Unit::Weekend, if over { -1 } else { 0 })
            }
            // "In 1995 it shut. That year ..."
            // "It left in June 1998 and came back later that year."
            Unit::Year if that => self.year_told().unwrap_or_else(|| self.spoken_of(unit)),
            // "Last year's cuts helped, and rates may fall later in the year."
            Unit::Year
                if start > 1
                    && self.word(start - 1, "in")
                    && self.word(start - 2, "later")
                    && self.focus.is_some_and(|focus| self.is_over(focus))
                    && self.tense_for(start, next, Unit::Year) == Tense::Future =>
            {
                self.context.relative(unit, 0)
            }
            unit => match self
                .focus
                .filter(|focus| that && focus.last.is_none() && focus.unit() == unit)
            {
                Some(focus) => focus.with_basis(leaning_on(focus.basis)),
                None => self.spoken_of(unit),
            },
        };
        // "the quarter a year ago"
        let (date, end) = match self.year_shift(next).filter(|_| !self.word(next, "of")) {
            Some((years, end)) if years < 0 && unit >= Unit::Month && unit < Unit::Year => {
                (date.years_later(years, leaning_on(date.basis)), end)
            }
            _ => (date, next),
        };
        let mut found = self.found(start, Point::fair(date, end), here!("what is spoken of"));
        found.echo = true;
        Some(found)
    }

    /// `the full year`
    pub(super) fn full_year(&self, at: usize, unit: Unit, floor: usize) -> Option<Found> {
        let full = at.checked_sub(1)?;
        let the = full
            .checked_sub(1)
            .filter(|the| *the >= floor && self.word(*the, "the"))?;
        if unit != Unit::Year
            || !(self.word(full, "full") || self.word(full, "whole") || self.word(full, "calendar"))
            || self.after_hyphen(at + 1).is_some()
        {
            return None;
        }
        // "the full year 2025"
        let of_two = |end: usize| self.is_mark(end, b'/') || self.after_hyphen(end).is_some();
        if let Some((year, end)) = self.year(at + 1).filter(|(_, end)| !of_two(*end)) {
            let date = Date::explicit(Period::of_year(year));
            return Some(self.found(the, Point::strong(date, end), here!("year")));
        }
        Some(self.found(
            the,
            Point::fair(self.spoken_of(Unit::Year), at + 1),
            here!("what is spoken of"),
        ))
    }

    /// `year-ago`, `the year-earlier quarter`, `the year-ago third quarter`
    pub(super) fn year_ago(&self, at: usize, floor: usize) -> Option<Found> {
        let next = self.after_hyphen(at + 1)?;
        if !matches!(
            self.term(next),
            Term::Direction(Direction::Ago | Direction::Earlier)
        ) {
            return None;
        }
        let mut end = next + 1;
        let mut base = self.focus;
        match self.term(end) {
            Term::Ordinal(_) => {
                let point = self.point(end, 1)?;
                if point.date.unit() >= Unit::Month {
                    base = Some(point.date);
                    end = point.end;
                }
            }
            Term::Unit(unit) if unit >= Unit::Month => {
                base = Some(self.spoken_of(unit));
                end += 1;
            }
            Term::Stretch => end += 1,
            // "the year-earlier nine months"
            _ => {
                let months = self
                    .length(end)
                    .filter(|length| length.unit == Unit::Month && !length.attributive);
                if let Some(length) = months {
                    let told = self.told_months(length.quantity.as_whole());
                    base = told.or(base);
                    end = if told.is_some() { length.end } else { end };
                }
            }
        }
        let date = match base {
            Some(base) => base.years_later(-1, leaning_on(base.basis)),
            None => self.context.relative(Unit::Year, -1),
        };
        // "the year-ago profit": the article is the profit's.
        let start = if end > next + 1 {
            self.with_the(at, floor)
        } else {
            at
        };
        let mut found = self.found(start, Point::strong(date, end), here!("a year before"));
        found.echo = true;
        Some(found)
    }
}
