//! A unit of time with the words that say which: `the quarter ended June 30`, `the week to Friday`, `the same month`.

use crate::lexicon::Tag;
use crate::mention::date::period::{Period, Unit};
use crate::mention::date::resolve::Date;
use crate::mention::date::term::{Direction, Term};
use crate::mention::date::{Finder, Found, Point};
use crate::mention::here;
use crate::token::TokenKind;

impl Finder<'_, '_> {
    /// What begins with a unit in the singular, or with the article before it.
    pub(in crate::mention::date) fn unit_at(&self, at: usize, unit: Unit, floor: usize) -> Option<Found> {
        let before = at.checked_sub(1).filter(|before| *before >= floor);
        if unit == Unit::Year {
            if let Some(found) = self.year_ago(at, floor) {
                return Some(found);
            }
        }
        if let Some(article) = before.filter(|before| self.reading.is_indefinite(*before)) {
            return self.single_unit(article, unit, floor);
        }
        if unit == Unit::Year {
            if let Some(found) = self.year_end(at, before, floor) {
                return Some(found);
            }
        }
        if let Some(found) = self.numbered(at, unit, floor) {
            return Some(found);
        }
        // `the half year through September`
        let mut end = at + 1;
        if unit == Unit::Half {
            let year = self.after_hyphen(end).unwrap_or(end);
            end = if self.term(year) == Term::Unit(Unit::Year) {
                year + 1
            } else {
                end
            };
        }
        if let Some(found) = self.ended(at, end, 1, unit, floor) {
            return Some(found);
        }
        let before = before?;
        let that = self.word(before, "that");
        if !that && !self.word(before, "the") {
            // "a 50-year", "full year": no date.
            return self.full_year(at, unit, floor);
        }
        // "the year 2000"
        if let Some((year, end)) = self.year(at + 1).filter(|_| unit == Unit::Year) {
            let date = Date::explicit(Period::of_year(year));
            return Some(self.found(before, Point::strong(date, end), here!("year")));
        }
        // "the week of March 6"
        if unit == Unit::Week && self.word(at + 1, "of") {
            if let Some(point) = self
                .point(at + 2, 1)
                .filter(|point| point.date.first.unit() == Unit::Day)
            {
                let day = point.date.first.first(1)?;
                let date = Date::new(Period::holding(day, Unit::Week), point.date.basis);
                return Some(self.found(before, Point::strong(date, point.end), here!("week of a day")));
            }
        }
        match self.side(at + 1) {
            Some((count, end)) => self.unit_beside(before, unit, count, end),
            None => self.the_unit(before, at, unit, that),
        }
    }

    /// "a year", "an additional year", "half a century", "half a year ago"
    fn single_unit(&self, article: usize, unit: Unit, floor: usize) -> Option<Found> {
        let half = article
            .checked_sub(1)
            .filter(|half| *half >= floor && self.word(*half, "half"));
        let start = half.unwrap_or(article);
        let length = self.length(start)?;
        if half.is_none() {
            if let Some(found) = self.away(start, length.end, length.quantity, unit, floor) {
                return Some(found);
            }
        }
        self.duration(start, length, floor)
    }

    /// "year-end", "year's end", "year end"
    fn year_end(&self, at: usize, before: Option<usize>, floor: usize) -> Option<Found> {
        let tokens = &self.reading.tokens;
        let end = self.after_hyphen(at + 1).unwrap_or(at + 1);
        let genitive = tokens
            .get(end)
            .is_some_and(|token| token.kind == TokenKind::Possessive);
        let end = end + usize::from(genitive);
        let led = || self.leans_on_preposition(at) || before.is_some_and(|before| self.word(before, "the"));
        if !self.word(end, "end") || end == at + 1 && !led() {
            return None;
        }
        // "at year-end 2024"; of "the year-end target" the article is the target's.
        let told = self.year(end + 1).filter(|(year, _)| (1900..2100).contains(year));
        let (date, end) = match told {
            Some((year, end)) => (Date::explicit(Period::of_year(year)), end),
            None => (self.context.relative(Unit::Year, 0), end + 1),
        };
        let start = if self.reading.tag(end).is_noun() {
            at
        } else {
            self.with_the(at, floor)
        };
        Some(self.found(start, Point::strong(date, end), here!("end of the year")))
    }

    /// On which side of the one told of a unit lies by the words behind it, and where they end: "the year before", "the day
    /// after", "the month earlier".
    fn side(&self, behind: usize) -> Option<(i32, usize)> {
        if self.word(behind, "before") && self.stands_alone(behind + 1) {
            return Some((-1, behind + 1));
        }
        if self.word(behind, "after") && self.stands_alone(behind + 1) {
            return Some((1, behind + 1));
        }
        let (_, end) = self
            .direction(behind)
            .filter(|(direction, _)| *direction == Direction::Earlier)?;
        (self.term(behind) == Term::Direction(Direction::Earlier)).then_some((-1, end))
    }

    fn unit_beside(&self, start: usize, unit: Unit, count: i32, end: usize) -> Option<Found> {
        let point = Point::strong(self.beside_focus(unit, count)?, end);
        if count > 0 {
            return Some(self.found(start, point, here!("the one after")));
        }
        let mut found = self.found(start, point, here!("the one before"));
        found.echo = true;
        Some(found)
    }

    pub(super) fn stands_alone(&self, at: usize) -> bool {
        let Some(token) = self.reading.tokens.get(at) else {
            return true;
        };
        !token.is_word() && !token.is_number()
            || matches!(
                self.reading.tag(at),
                Tag::Preposition | Tag::Conjunction | Tag::VerbPast | Tag::Be | Tag::To
            )
            || self.word(at, "with")
            || self.word(at, "and")
            || self.word(at, "to")
            || self.word(at, "in")
    }
}
