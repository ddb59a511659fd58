//! Dates told by another one: `last month`, `a year earlier`, `the same period last year`, `the quarter ended June 30`.

mod unit;

use super::amount::{self, Quantity};
use super::period::{shift_days, Part, Period, Unit};
use super::point::DEEPEST;
use super::resolve::Date;
use super::tense::{in_headline, Tense};
use super::term::{Direction, Term, Vague, Which};
use super::{Finder, Found, Point, What};
use crate::lexicon::Tag;
use crate::mention::{here, Basis, Strength};
use crate::token::Shape;

impl Finder<'_, '_> {
    /// `last year`, `next Friday`, `this summer`, `the previous quarter`, read forward.
    pub(super) fn read_which(&self, at: usize, which: Which, depth: u8) -> Option<Point> {
        if which == Which::Final {
            return None;
        }
        if which == Which::Last {
            if let Some(point) = self.weekday_of_month(at + 1, 9) {
                return Some(point);
            }
        }
        let mut next = at + 1;
        let mut which = which;
        // "this past spring", "this coming Sunday"
        if which == Which::This {
            if let Term::Which(second @ (Which::Past | Which::Coming | Which::Last)) = self.term(next) {
                which = if second == Which::Past {
                    Which::Last
                } else {
                    second
                };
                next += 1;
            }
        }
        let count = match which {
            Which::Last | Which::Previous | Which::Past => -1,
            Which::Next | Which::Coming | Which::Following => 1,
            _ => 0,
        };
        let strong = |date, end| Some(Point::strong(date, end));
        let calendar = usize::from(self.word(next, "calendar") || self.word(next, "full"));
        match self.term(next + calendar) {
            Term::Unit(unit) => self.which_unit(which, count, unit, next + calendar + 1),
            // "the latest period", "the current period"
            Term::Stretch if matches!(which, Which::Latest | Which::Current) => {
                strong(self.focus.filter(|focus| focus.unit() >= Unit::Month)?, next + 1)
            }
            Term::FiscalYear => strong(self.fiscal_beside(which, count), next + self.len(next)),
            Term::Fiscal => self.which_fiscal(which, count, next, depth),
            Term::Weekday(weekday) => self.which_weekday(at, which, weekday, next, depth),
            Term::Month(month) => self.which_month(which, count, month, next),
            Term::Season(season) => strong(self.context.season_relative(season, count), next + 1),
            Term::Holiday(holiday) => {
                let tense = if count < 0 { Tense::Past } else { Tense::Future };
                Some(Point::fair(
                    self.context.holiday(holiday, None, tense)?,
                    next + self.len(next),
                ))
            }
            _ => None,
        }
    }

    /// "last quarter", "the next day": `count` units off, where the word says nothing else. The unit ends at `end`.
    fn which_unit(&self, which: Which, count: i32, unit: Unit, end: usize) -> Option<Point> {
        // "the last half hour"
        let of_hours = unit == Unit::Half && matches!(self.term(end), Term::Unit(Unit::Hour | Unit::Minute));
        if self.after_hyphen(end).is_some() || of_hours {
            return None;
        }
        // "at the last minute", "the last day of the fair", "this day": no time by the calendar.
        let day = matches!(
            which,
            Which::Next | Which::Following | Which::Previous | Which::Same
        );
        if unit < Unit::Day || unit == Unit::Day && !day {
            return None;
        }
        let date = match which {
            Which::Next if unit == Unit::Day => self.beside_focus(unit, 1)?,
            // "over the past decade": a length of time.
            Which::Past if unit >= Unit::Decade => return None,
            Which::Past if matches!(unit, Unit::Year | Unit::Month | Unit::Week) => {
                self.context.relative(unit, -1)
            }
            Which::Past | Which::Recent => return None,
            Which::Previous => self.beside_focus(unit, -1)?,
            Which::Following => self.beside_focus(unit, 1)?,
            Which::Same | Which::That => self.spoken_of(unit),
            Which::Latest => self.latest(unit),
            // Behind a quarter of a fiscal year the one after it.
            Which::This | Which::Current if unit == Unit::Quarter => self
                .quarter_after_told()
                .unwrap_or_else(|| self.context.relative(unit, 0)),
            _ => self.context.relative(unit, count),
        };
        self.of_year(Point::strong(date, end))
    }

    /// "last fiscal year", "this fiscal": `fiscal` stands at `next`.
    fn which_fiscal(&self, which: Which, count: i32, next: usize, depth: u8) -> Option<Point> {
        let mut end = next + 1;
        match self.term(end) {
            Term::Unit(Unit::Year) => end += 1,
            Term::Unit(Unit::Quarter) => {
                let quarter = self.context.relative(Unit::Quarter, count);
                return Some(Point::strong(quarter, end + 1));
            }
            Term::Ordinal(_) => return self.point(end, depth + 1),
            // "this fiscal" is a noun; "the current fiscal situation" is not.
            _ if matches!(
                self.reading.tag(end),
                Tag::Noun | Tag::NounPlural | Tag::Adjective
            ) && !self.reading.tokens[end].is(b',') =>
            {
                return None
            }
            _ => {}
        }
        Some(Point::strong(self.fiscal_beside(which, count), end))
    }

    /// "last Friday", "this coming Sunday": the weekday stands at `next`.
    fn which_weekday(&self, at: usize, which: Which, weekday: u8, next: usize, depth: u8) -> Option<Point> {
        if self.is_short(next) {
            return None;
        }
        let date = match which {
            Which::This => match self.tense_for(at, next + 1, Unit::Day) {
                Tense::Past => self.context.weekday(weekday, Tense::Past),
                _ => self.context.weekday(weekday, Tense::Future),
            },
            Which::Last | Which::Past => self.context.weekday_relative(weekday, -1),
            Which::Next | Which::Coming => self.context.weekday_relative(weekday, 1),
            Which::Previous | Which::Following => {
                let ahead = if which == Which::Previous { -1 } else { 1 };
                let beside = self.weekday_beside(which, weekday);
                beside.unwrap_or_else(|| self.context.weekday_relative(weekday, ahead))
            }
            _ => return None,
        };
        // "this coming Sunday, March 8"
        let dated = self
            .point(next, depth + 1)
            .filter(|point| point.end > next + 1 && point.date.time.is_none());
        Some(dated.unwrap_or_else(|| Point::strong(date, next + 1)))
    }

    /// "last May", "next March 3": the month stands at `next`.
    fn which_month(&self, which: Which, count: i32, month: u8, next: usize) -> Option<Point> {
        if matches!(
            which,
            Which::Past | Which::Recent | Which::Same | Which::Latest | Which::Current
        ) || self.is_short(next)
        {
            return None;
        }
        // "last May 3"
        let point = self.read_month(next)?;
        if point.end == next + 1 {
            return Some(Point::strong(
                self.context.month_relative(month, count),
                point.end,
            ));
        }
        Some(point)
    }

    /// "this year's third quarter", "last year's quarter": a part of the year just read.
    fn of_year(&self, point: Point) -> Option<Point> {
        if point.date.first.part != Part::Year || point.date.last.is_some() {
            return Some(point);
        }
        let genitive = self
            .reading
            .tokens
            .get(point.end)
            .is_some_and(|t| t.kind == crate::token::TokenKind::Possessive);
        if !genitive {
            return Some(point);
        }
        let next = point.end + 1;
        let part = match (self.term(next), self.term(next + self.len(next))) {
            (Term::Ordinal(number @ 1..=4), Term::Unit(Unit::Quarter)) => Part::Quarter(number),
            (Term::Ordinal(number @ 1..=2), Term::Unit(Unit::Half)) => Part::Half(number),
            // "last year's quarter": that of the one spoken of.
            (Term::Unit(unit @ (Unit::Quarter | Unit::Half)), _) => {
                let told = self.spoken_of(unit);
                let years = point
                    .date
                    .first
                    .year
                    .zip(told.last.unwrap_or(told.first).year)
                    .and_then(|(year, told)| year.checked_sub(told));
                return Some(match years {
                    Some(years) => Point::strong(told.years_later(years, point.date.basis), next + 1),
                    None => point,
                });
            }
            _ => return Some(point),
        };
        let end = next + self.len(next) + 1;
        Some(Point::strong(
            Date::new(self.context.part_of(part, point.date.first), point.date.basis),
            end,
        ))
    }

    /// What begins with "last", "this", "same" and the like, with all that belongs to it.
    pub(super) fn which_at(&self, at: usize, which: Which, floor: usize) -> Option<Found> {
        if let Some(found) = self.part_of_day(at) {
            return Some(found);
        }
        if matches!(which, Which::Same) {
            return self.same(at, floor);
        }
        // `on ABC’s "This Week"`, `the film Suddenly Last Summer`: capitals behind a quotation mark, or amid small letters, are
        // a title's.
        let tokens = &self.reading.tokens;
        let title = |at: usize| {
            tokens
                .get(at)
                .is_some_and(|token| token.shape == Shape::Capitalised)
        };
        let quoted = at > 0 && matches!(self.reading.word(at - 1), "\"" | "“" | "''" | "‘" | "'");
        let capitals = title(at) && title(at + 1);
        let season = matches!(self.term(at + 1), Term::Season(_) | Term::Unit(_));
        let in_text = || !self.reading.opens_sentence(at) && !in_headline(self.reading, at);
        if capitals && (quoted && tokens[at].glued() || season && in_text()) {
            return None;
        }
        let next = at + 1;
        if matches!(which, Which::Last | Which::Final) {
            if let Some(point) = self.first_of(at, next, true) {
                return Some(self.found(self.with_the(at, floor), point, here!("part of the year")));
            }
        }
        let the = self.with_the(at, floor);
        if which == Which::Final {
            let part = match self.term(next) {
                Term::Unit(Unit::Quarter) => Part::Quarter(4),
                Term::Unit(Unit::Half) => Part::Half(2),
                _ => return None,
            };
            if self.is_of_match(at) {
                return None;
            }
            let point = self.part_of_year(at, part, next + 1);
            return (the < at).then(|| self.found(the, point, here!("part of the year")));
        }
        if Self::is_stretch_word(which) {
            if let Some(found) = self.which_stretch(which, the, next) {
                return found;
            }
        }
        if which == Which::Last {
            if let Some(found) = self.last_of(the, next) {
                return found;
            }
        }
        if let (Which::Past | Which::Next, Term::Unit(unit @ (Unit::Decade | Unit::Century))) =
            (which, self.term(next))
        {
            let value = amount::value(Quantity::whole(1), unit);
            let what = What::Duration(value);
            return Some(Found::new(
                at..next + 1,
                what,
                Strength::Fair,
                here!("length of time"),
            ));
        }
        // "in the past"
        if which == Which::Past
            && self.term(next) == Term::None
            && !self.reading.tag(next).is_noun()
            && the < at
        {
            return Some(self.vague_stretch(the, next, Vague::Past));
        }
        // "current prices", but not "the outgoing chairman"
        let current = which == Which::Current && self.word(at, "current");
        if current && self.term(next) == Term::None && self.reading.tag(next).is_noun() {
            return Some(self.vague_stretch(at, next, Vague::Present));
        }
        let point = self.point(at, 0)?;
        let start = match which {
            Which::This => at,
            _ => the,
        };
        let mut found = self.found(start, point, here!("relative date"));
        found.echo = matches!(which, Which::Previous | Which::Same);
        Some(found)
    }

    /// "the past three years", "recent years": a stretch of several units from `the` on, whose units or figure stand at `next`.
    /// None where none stands there; nothing within where that is no time.
    fn which_stretch(&self, which: Which, the: usize, next: usize) -> Option<Option<Found>> {
        match self.term(next) {
            Term::Units(unit) if unit >= Unit::Day => {
                let vague = match which {
                    Which::Recent | Which::Past | Which::Last | Which::Previous => Vague::Past,
                    _ => Vague::Future,
                };
                let told = matches!(which, Which::Recent | Which::Past | Which::Coming);
                Some(told.then(|| self.vague_stretch(the, next + 1, vague)))
            }
            Term::Several if matches!(self.term(next + self.len(next)), Term::Units(_)) => {
                let vague = match which {
                    Which::Next | Which::Coming | Which::Following => Vague::Future,
                    _ => Vague::Past,
                };
                Some(Some(self.vague_stretch(the, next + self.len(next) + 1, vague)))
            }
            Term::Cardinal(_) => Some(self.stretch(next)),
            Term::None if self.digits(next).is_some() => Some(self.stretch(next)),
            _ => None,
        }
    }

    /// "the last week of May", "the last half of 2031": the unit stands at `next`. None where it is of nothing; nothing within
    /// where that has no such part.
    fn last_of(&self, the: usize, next: usize) -> Option<Option<Found>> {
        let Term::Unit(unit) = self.term(next) else {
            return None;
        };
        if !self.word(next + 1, "of") {
            return None;
        }
        let part = match unit {
            Unit::Day => {
                let day = self.edge_day(next + 1, true);
                return day.map(|point| Some(self.found(the, point, here!("last day"))));
            }
            Unit::Week => {
                let month = self.point(next + 2, DEEPEST)?;
                let week = last_week(month.date);
                return Some(week.map(|week| {
                    let point = Point::strong(week, month.end);
                    self.found(the, point, here!("week of a month"))
                }));
            }
            Unit::Half => Part::Half(2),
            Unit::Quarter => Part::Quarter(4),
            Unit::Month => Part::Month(12),
            _ => return None,
        };
        let (year, end) = self.year_behind(next + 1)?;
        let date = Date::new(self.context.part_of(part, year.first), year.basis);
        let point = Point::strong(date, end);
        Some(Some(self.found(the, point, here!("part of the year"))))
    }

    fn vague_stretch(&self, start: usize, end: usize, vague: Vague) -> Found {
        Found::new(
            start..end,
            What::Vague(vague),
            Strength::Weak,
            here!("vague time"),
        )
    }

    /// The length in "the past three years".
    pub(super) fn stretch(&self, at: usize) -> Option<Found> {
        let length = self.length(at)?;
        self.duration(at, length, at)
    }

    /// A length with its direction: "five months ago", "a year earlier", "two days later".
    pub(super) fn away(
        &self,
        at: usize,
        end: usize,
        quantity: Quantity,
        unit: Unit,
        floor: usize,
    ) -> Option<Found> {
        // "a week or so ago"
        let or_so = if self.word(end, "or") && self.word(end + 1, "so") {
            2
        } else {
            0
        };
        let (direction, end) = self.direction(end + or_so)?;
        // "a day later than usual" tells how long.
        if direction != Direction::Ago && self.word(end, "than") {
            return None;
        }
        // "about two years ago": of a point in time it is a part.
        let about = at
            .checked_sub(1)
            .filter(|about| *about >= floor && direction == Direction::Ago && self.word(*about, "about"));
        let start = about.unwrap_or_else(|| self.with_bound(at, floor));
        let found = |date: Date, echo| {
            let mut found = self.found(start, Point::strong(date, end), here!("so long ago"));
            found.echo = echo;
            found
        };
        let Some(count) = quantity.as_whole() else {
            let vague = if direction == Direction::Later {
                Vague::Future
            } else {
                Vague::Past
            };
            return Some(self.vague_stretch(start, end, vague));
        };
        match direction {
            Direction::Ago => {
                let plain = self.context.away(-count, unit);
                // "up from a year ago": a year before the period that is compared.
                let compared = self
                    .focus_to_compare()
                    .filter(|_| unit == Unit::Year && count == 1)
                    .map(|focus| focus.years_later(-1, Basis::Publication));
                let compared = compared.filter(|compared| {
                    let years = |date: Date| date.first.first(self.context.home.first);
                    match (years(*compared), self.context.anchor(Unit::Year)) {
                        (Some(first), Some((day, _))) => (150..800).contains(&(day - first).num_days()),
                        _ => false,
                    }
                });
                Some(found(compared.unwrap_or(plain), true))
            }
            // "Fourteen months later": of nothing that has been told it is a length.
            Direction::Later if self.word(end - 1, "later") && !self.counts_from_told(count, unit) => None,
            Direction::Earlier | Direction::Later => {
                let count = if direction == Direction::Earlier {
                    -count
                } else {
                    count
                };
                Some(found(self.shifted_focus(count, unit)?, true))
            }
        }
    }
}

/// `the last week of September`: the one that has most of its days in the month.
fn last_week(month: Date) -> Option<Date> {
    let Part::Month(_) = month.first.part else {
        return None;
    };
    let Some(last) = month.first.last(1) else {
        return Some(Date::unresolved(Period::unknown(Unit::Week)));
    };
    Some(Date::new(
        Period::holding(shift_days(last, -3)?, Unit::Week),
        month.basis,
    ))
}
