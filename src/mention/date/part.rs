//! Parts of a year and of a quarter: `the first half`, `Q2`, `the first nine weeks of 2025`.

use super::compared::is_compared;
use super::period::{Part, Period, Unit};
use super::point::DEEPEST;
use super::resolve::Date;
use super::tense::{begins, in_headline, is_expected, Tense};
use super::term::Term;
use super::{Finder, Found, Point};
use crate::mention::{here, Basis};
use crate::token::Gap;

impl Finder<'_, '_> {
    /// `nine months of 2024` behind "first" or "last".
    pub(super) fn first_of(&self, start: usize, next: usize, last: bool) -> Option<Point> {
        let length = self.length(next)?;
        let count = u8::try_from(length.quantity.as_whole()?).ok()?;
        if length.unit == Unit::Week && !last {
            return self.first_weeks(count, length.end);
        }
        if length.unit == Unit::Day && !last {
            return self.first_days(count, length.end);
        }
        if !matches!(length.unit, Unit::Month | Unit::Quarter) {
            return None;
        }
        if let Some((year, end)) = self.year_behind(length.end) {
            let date = self
                .context
                .first_of(count, length.unit, last, year.first, year.basis)?;
            return Some(Point::strong(date, end));
        }
        if last {
            // "the final three months of the year"
            let end = self.of_the_year(length.end);
            if end == length.end {
                return None;
            }
            let year = self.spoken_of(Unit::Year);
            let date = self
                .context
                .first_of(count, length.unit, true, year.first, year.basis)?;
            return Some(Point::strong(date, end));
        }
        if let Some(date) = self
            .months_in_brackets(length.end, count)
            .filter(|_| length.unit == Unit::Month)
        {
            return Some(Point::strong(date, length.end));
        }
        if let Some(point) = self.first_of_fiscal(start, length.end, count, length.unit) {
            return Some(point);
        }
        // A year and more is no part of one: `in the first 12 months`.
        if count >= 12 && length.unit == Unit::Month {
            return None;
        }
        let months = count.checked_mul(if length.unit == Unit::Quarter { 3 } else { 1 })?;
        let year = self
            .context
            .year_to(months, self.tense_for(start, length.end, Unit::Month));
        let date = self
            .context
            .first_of(count, length.unit, false, year.first, year.basis)?;
        Some(Point::strong(date, self.of_the_year(length.end)))
    }

    /// `eight months | of the fiscal year`
    fn first_of_fiscal(&self, start: usize, of: usize, count: u8, unit: Unit) -> Option<Point> {
        self.of_the_fiscal_year(start, of, |year, basis| {
            self.context.first_of(count, unit, false, year, basis)
        })
    }

    /// A part of `the fiscal year` whose year nobody tells: of the one before, where it is not over yet and does not lie ahead.
    fn of_the_fiscal_year(
        &self,
        start: usize,
        of: usize,
        part: impl Fn(Period, Basis) -> Option<Date>,
    ) -> Option<Point> {
        if !self.word(of, "of") {
            return None;
        }
        let point = self.point(of + 1 + usize::from(self.word(of + 1, "the")), DEEPEST)?;
        let year = point.date.first;
        if year.part != Part::Fiscal || point.date.last.is_some() {
            return None;
        }
        let date = part(year, point.date.basis)?;
        let last = date.last.unwrap_or(date.first).last(self.context.home.first);
        let ahead = last
            .zip(self.context.published)
            .is_some_and(|(last, now)| last > now);
        let date = match ahead && self.tense_for(start, point.end, Unit::Month) != Tense::Future {
            true => part(
                Period::new(year.year.map(|year| year - 1), Part::Fiscal),
                date.basis,
            )?,
            false => date,
        };
        Some(Point::strong(date, point.end))
    }

    /// The so many months that brackets name: "the first seven months (September-March)".
    fn months_in_brackets(&self, open: usize, count: u8) -> Option<Date> {
        if !self.is_mark(open, b'(') {
            return None;
        }
        let date = self.point(open + 1, DEEPEST)?.date;
        let (Part::Month(from), Part::Month(to)) = (date.first.part, date.last?.part) else {
            return None;
        };
        let months = (12 + to - from) % 12 + 1;
        (months == count).then_some(date)
    }

    /// `fiscal fourth quarter`, `second fiscal quarter` without a year: of the company's year.
    pub(super) fn of_company(&self, start: usize, point: Point) -> Point {
        let told = point.date.basis == Basis::Explicit
            || !matches!(point.date.first.part, Part::Quarter(_) | Part::Half(_));
        if told {
            return point;
        }
        let tense = self.tense_for(start, point.end, Unit::Quarter);
        Point {
            date: self.context.part_of_company(point.date.first.part, tense),
            ..point
        }
    }

    /// `first 19 weeks of 2026`, `first six weeks of the year`
    pub(super) fn first_weeks(&self, count: u8, end: usize) -> Option<Point> {
        let (year, end) = match self.year_behind(end) {
            Some(found) => found,
            None => {
                let told = self.of_the_year(end);
                (told > end).then(|| (self.context.relative(Unit::Year, 0), told))?
            }
        };
        let calendar = year.first.part == Part::Year && year.last.is_none();
        if !calendar || !(2..=52).contains(&count) {
            return None;
        }
        let week = |number| Period::new(year.first.year, Part::Week(number));
        Some(Point::strong(Date::run(week(1), week(count), year.basis), end))
    }

    /// `first 20 days of November`
    pub(super) fn first_days(&self, count: u8, end: usize) -> Option<Point> {
        if !self.word(end, "of") || !matches!(self.term(end + 1), Term::Month(_)) {
            return None;
        }
        let month = self.point(end + 1, DEEPEST)?;
        let (Part::Month(number), None) = (month.date.first.part, month.date.last) else {
            return None;
        };
        let day = |day| Period::new(month.date.first.year, Part::Day(number, day));
        (2..=28).contains(&count).then(|| {
            let run = Date::run(day(1), day(count), month.date.basis);
            Point::strong(run, month.end)
        })
    }

    /// `first day of 2026`, `last day of the quarter`: the unit is followed by its "of" at `of`.
    pub(super) fn edge_day(&self, of: usize, last: bool) -> Option<Point> {
        let whole = self.word(of, "of").then(|| self.point(of + 1, DEEPEST))??;
        let home = self.context.home.first;
        let end = whole.date.last.filter(|_| last).unwrap_or(whole.date.first);
        let day = match last {
            true => end.last(home)?,
            false => end.first(home)?,
        };
        let long = whole.date.unit() > Unit::Week && !whole.date.is_fiscal();
        long.then(|| Point::strong(Date::new(Period::day(day), whole.date.basis), whole.end))
    }

    /// A quarter or half with the year behind it, or the one the tense speaks of.
    pub(super) fn part_of_year(&self, start: usize, part: Part, end: usize) -> Point {
        if let Some((year, end)) = self.year_behind(end) {
            let date = Date::new(self.context.part_of(part, year.first), year.basis);
            return Point::strong(date, end);
        }
        if let Some(year) = self.year_in_brackets(end) {
            let date = Date::new(self.context.part_of(part, year.first), year.basis);
            return Point::strong(date, end);
        }
        if let Some(date) = self.year_beside(part) {
            return Point::strong(date, end);
        }
        let of_fiscal = |year, basis| Some(Date::new(self.context.part_of(part, year), basis));
        if let Some(point) = self.of_the_fiscal_year(start, end, of_fiscal) {
            return point;
        }
        let date = self.part_told(part, start, end);
        Point::strong(date, self.of_the_year(end))
    }

    /// A part of the year by the tense that tells of it.
    fn part_told(&self, part: Part, start: usize, end: usize) -> Date {
        let tense = self.tense_of_part(start, end);
        let date = self.context.part(part, tense);
        let over = || {
            let last = date.first.last(self.context.home.first);
            last.zip(self.context.published)
                .is_some_and(|(last, now)| last < now)
        };
        match tense == Tense::Future && begins(self.reading, start) && over() {
            true => date.years_later(1, date.basis),
            false => date,
        }
    }

    /// "6.9% in Q1 FY27 and 7% in Q2": the year of a part told right after another one with its year.
    pub(super) fn year_beside(&self, part: Part) -> Option<Date> {
        let focus = self
            .focus
            .filter(|focus| focus.last.is_none() && focus.basis == Basis::Explicit)?;
        let beside = self.reading.sentence_of(self.here) == self.reading.sentence_of(self.focus_at);
        let (told, number, fiscal) = match (focus.first.part, part) {
            (Part::Quarter(told), Part::Quarter(number)) | (Part::Half(told), Part::Half(number)) => {
                (told, number, false)
            }
            (Part::FiscalQuarter(told), Part::Quarter(number))
            | (Part::FiscalHalf(told), Part::Half(number)) => (told, number, true),
            _ => return None,
        };
        if !beside || told == number {
            return None;
        }
        let before = number > told && is_compared(self.reading, self.here);
        let year = focus.first.year? - i32::from(before);
        let of = Period::new(Some(year), if fiscal { Part::Fiscal } else { Part::Year });
        let date = Date::new(self.context.part_of(part, of), Basis::Document);
        Some(Date {
            fiscal: focus.fiscal,
            ..date
        })
    }

    /// The tense of a quarter or half that is told without its year.
    pub(super) fn tense_of_part(&self, start: usize, end: usize) -> Tense {
        match self.tense_for(start, end, Unit::Quarter) {
            // "Q2 net up 14%": what a headline counts is over, unless somebody foresees it.
            Tense::Present | Tense::Unknown
                if in_headline(self.reading, start) && !is_expected(self.reading, start) =>
            {
                Tense::Past
            }
            tense => tense,
        }
    }

    /// "the first and second quarters of 2025": each is a date of its own, and the noun goes with the last.
    pub(super) fn one_of_parts(&self, at: usize, number: u8, end: usize) -> Option<Point> {
        let parts = |unit| match unit {
            Unit::Quarter if (1..=4).contains(&number) => Some(Part::Quarter(number)),
            Unit::Half if (1..=2).contains(&number) => Some(Part::Half(number)),
            _ => None,
        };
        if let Term::Units(unit) = self.term(end) {
            return Some(self.part_of_year(at, parts(unit)?, end + 1));
        }
        let second = end + 1;
        if !self.word(end, "and") || !matches!(self.term(second), Term::Ordinal(2..=4)) {
            return None;
        }
        let noun = second + self.len(second);
        let Term::Units(unit) = self.term(noun) else {
            return None;
        };
        let point = self.part_of_year(at, parts(unit)?, noun + 1);
        Some(Point { end, ..point })
    }

    /// "Quarter II 2019", "quarter 3 of 2024", "the II quarter of 2020": the number beside a quarter or half of a year told.
    pub(super) fn numbered(&self, at: usize, unit: Unit, floor: usize) -> Option<Found> {
        let roman = |at: usize| match self.reading.word(at) {
            "I" => Some(1),
            "II" => Some(2),
            "III" => Some(3),
            "IV" => Some(4),
            _ => None,
        };
        let number = |at: usize| {
            let digit = || self.digits(at).filter(|(_, length)| *length == 1);
            let token = self
                .reading
                .tokens
                .get(at)
                .filter(|token| token.gap == Gap::Space)?;
            match token.is_number() {
                true => Some(digit()?.0 as u8),
                false => roman(at),
            }
        };
        let part = |number| match unit {
            Unit::Quarter if (1..=4).contains(&number) => Some(Part::Quarter(number)),
            Unit::Half if (1..=2).contains(&number) => Some(Part::Half(number)),
            _ => None,
        };
        let (part, first, end) = match number(at + 1).and_then(part) {
            Some(part) => (part, at, at + 2),
            None => {
                let before = at.checked_sub(1).filter(|before| *before >= floor)?;
                (part(roman(before)?)?, before, at + 1)
            }
        };
        let (year, end) = self.year_behind(end)?;
        let date = Date::new(self.context.part_of(part, year.first), year.basis);
        let start = self.with_the(first, floor);
        Some(self.found(
            start,
            Point::strong(date, end),
            here!("numbered part of the year"),
        ))
    }

    /// "the first half of the match", "a second half of talks": of what is no time.
    pub(super) fn is_of_a_thing(&self, end: usize) -> bool {
        let article = ["the", "its", "their", "a"]
            .iter()
            .any(|word| self.word(end + 1, word));
        let what = end + 1 + usize::from(article);
        self.word(end, "of")
            && self.reading.tokens.get(what).is_some_and(|token| token.is_word())
            && self.term(what) == Term::None
            && self.year_behind(end).is_none()
            && (article || self.reading.tag(what).is_noun())
    }

    /// Takes in "of the year" behind a part of it; not what "of the year to March" begins with.
    pub(super) fn of_the_year(&self, end: usize) -> usize {
        let of_year = self.word(end, "of")
            && self.word(end + 1, "the")
            && self.term(end + 2) == Term::Unit(Unit::Year)
            && !["to", "ended", "ending", "through"]
                .iter()
                .any(|word| self.word(end + 3, word));
        end + if of_year { 3 } else { 0 }
    }
}
