//! Dates told by another one: `last month`, `a year earlier`, `the same period last year`, `the quarter ended June 30`.

use super::duration::{self, Length, Quantity};
use super::period::{shift_days, Part, Period, Unit};
use super::resolve::Date;
use super::tense::Tense;
use super::term::{Direction, Term, Vague, Which};
use super::{Finder, Found, Point, What};
use crate::lexicon::Tag;
use crate::mention::{here, Basis, Strength};

impl Finder<'_, '_> {
    /// `last year`, `next Friday`, `this summer`, `the previous quarter`, read forward.
    pub(super) fn from_which(&self, at: usize, which: Which, depth: u8) -> Option<Point> {
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
            Which::Last | Which::Previous => -1,
            Which::Next | Which::Coming | Which::Following => 1,
            _ => 0,
        };
        let strong = |date, end| Some(Point::strong(date, end));
        let calendar = usize::from(self.word(next, "calendar") || self.word(next, "full"));
        match self.term(next + calendar) {
            Term::Unit(unit) => {
                let end = next + calendar + 1;
                if self.after_hyphen(end).is_some() {
                    return None;
                }
                let date = match which {
                    Which::Past => {
                        if matches!(unit, Unit::Year | Unit::Decade | Unit::Month | Unit::Week) {
                            self.context.relative(unit, -1)
                        } else {
                            return None;
                        }
                    }
                    Which::Recent => return None,
                    Which::Previous => self.beside_focus(unit, -1)?,
                    Which::Following => self.beside_focus(unit, 1)?,
                    Which::Same | Which::That | Which::Latest => self.spoken_of(unit),
                    Which::This | Which::Current if unit == Unit::Quarter || unit == Unit::Half => {
                        self.context.relative(unit, 0)
                    }
                    _ => self.context.relative(unit, count),
                };
                self.of_year(Point::strong(date, end))
            }
            Term::FiscalYear => strong(self.fiscal_beside(which, count), next + self.len(next)),
            Term::Fiscal => {
                let mut end = next + 1;
                match self.term(end) {
                    Term::Unit(Unit::Year) => end += 1,
                    Term::Unit(Unit::Quarter) => {
                        return strong(self.context.relative(Unit::Quarter, count), end + 1)
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
                strong(self.fiscal_beside(which, count), end)
            }
            Term::Weekday(weekday) => {
                if self.is_short(next) {
                    return None;
                }
                let date = match which {
                    Which::This => match self.tense_for(at, next + 1, Unit::Day) {
                        Tense::Past => self.context.weekday(weekday, Tense::Past),
                        _ => self.context.weekday(weekday, Tense::Future),
                    },
                    Which::Last | Which::Past => self.context.weekday_relative(weekday, -1),
                    Which::Previous => self.context.weekday_relative(weekday, -1),
                    Which::Next | Which::Coming | Which::Following => {
                        self.context.weekday_relative(weekday, 1)
                    }
                    _ => return None,
                };
                // "this coming Sunday, March 8"
                if let Some(point) = self
                    .point(next, depth + 1)
                    .filter(|point| point.end > next + 1 && point.date.time.is_none())
                {
                    return Some(point);
                }
                strong(date, next + 1)
            }
            Term::Month(month) => {
                if matches!(
                    which,
                    Which::Past | Which::Recent | Which::Same | Which::Latest | Which::Current
                ) || self.is_short(next)
                {
                    return None;
                }
                // "last May 3"
                let point = self.from_month(next)?;
                if point.end > next + 1 && point.date.basis != Basis::Explicit || point.end == next + 1 {
                    let end = point.end;
                    if end == next + 1 {
                        return strong(self.context.month_relative(month, count), end);
                    }
                }
                Some(point)
            }
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
            _ => return Some(point),
        };
        let end = next + self.len(next) + 1;
        Some(Point::strong(
            Date::new(self.context.part_of(part, point.date.first), point.date.basis),
            end,
        ))
    }

    fn fiscal_beside(&self, which: Which, count: i32) -> Date {
        let spoken = self
            .focus
            .filter(|date| date.first.part == Part::Fiscal && date.last.is_none());
        match (which, spoken) {
            (Which::Previous | Which::Following | Which::Same | Which::That, Some(date)) => {
                date.years_later(count, date.basis)
            }
            _ => self.context.fiscal_year(count),
        }
    }

    /// The period of this unit before or after the one spoken of.
    fn beside_focus(&self, unit: Unit, count: i32) -> Option<Date> {
        if unit <= Unit::Day {
            let day = self.focus_day.unwrap_or_else(|| self.context.day(0));
            let moved = day.first.later(count)?;
            return Some(Date::new(moved, relative_basis(day.basis)));
        }
        let Some(focus) = self.focus.filter(|focus| focus.first.year.is_some()) else {
            return Some(self.context.relative(unit, count));
        };
        let last = focus.last.unwrap_or(focus.first);
        let date = match unit {
            Unit::Year if last.part == Part::Fiscal => Date::new(last.later(count)?, focus.basis),
            Unit::Year => Date::new(Period::of_year(last.year?.checked_add(count)?), focus.basis),
            unit if last.unit() == unit => Date::new(last.later(count)?, focus.basis),
            _ => return Some(self.context.relative(unit, count)),
        };
        Some(date.with_basis(relative_basis(focus.basis)))
    }

    /// `the quarter`, `the month`: the one spoken of, else the current one or the last that is over.
    pub(super) fn spoken_of(&self, unit: Unit) -> Date {
        if unit <= Unit::Day {
            return self
                .focus_day
                .map_or_else(|| self.context.day(0), |day| Date { time: None, ..day });
        }
        if let Some(focus) = self.focus {
            let told = focus.last.unwrap_or(focus.first);
            let same = told.unit() == unit && (focus.last.is_none() || unit != Unit::Month);
            let run = focus.last.is_some()
                && matches!(unit, Unit::Quarter | Unit::Half)
                && run_length(focus) == months_in(unit);
            if same || run {
                return focus.with_basis(relative_basis(focus.basis));
            }
            if unit == Unit::Year
                && told.year.is_some()
                && told.part != Part::Fiscal
                && told.year == self.context.relative(Unit::Year, 0).first.year
            {
                return Date::new(Period::new(told.year, Part::Year), relative_basis(focus.basis));
            }
        }
        match unit {
            // Results come after their quarter's end.
            Unit::Quarter | Unit::Half => self.context.relative(unit, -1),
            unit => self.context.relative(unit, 0),
        }
    }

    /// What begins with "last", "this", "same" and the like, with all that belongs to it.
    pub(super) fn which_at(&self, at: usize, which: Which, floor: usize) -> Option<Found> {
        if let Some(found) = self.part_of_day(at) {
            return Some(found);
        }
        if matches!(which, Which::Same) {
            return self.same(at, floor);
        }
        let next = at + 1;
        // "the past three years", "recent years"
        if Self::is_stretch_word(which) {
            match self.term(next) {
                Term::Units(unit) if unit >= Unit::Day => {
                    let vague = match which {
                        Which::Recent | Which::Past | Which::Last | Which::Previous => Vague::Past,
                        _ => Vague::Future,
                    };
                    return matches!(which, Which::Recent | Which::Past | Which::Coming)
                        .then(|| self.vague_stretch(at, next + 1, vague));
                }
                Term::Several if matches!(self.term(next + self.len(next)), Term::Units(_)) => {
                    let vague = if matches!(which, Which::Next | Which::Coming | Which::Following) {
                        Vague::Future
                    } else {
                        Vague::Past
                    };
                    return Some(self.vague_stretch(
                        self.with_the(at, floor),
                        next + self.len(next) + 1,
                        vague,
                    ));
                }
                Term::Cardinal(_) => return self.stretch(next),
                Term::None if self.digits(next).is_some() => return self.stretch(next),
                _ => {}
            }
        }
        if which == Which::Last {
            // "the last half of 1989"
            if let Term::Unit(unit @ (Unit::Half | Unit::Quarter)) = self.term(next) {
                if let Some((year, end)) = self.year_behind(next + 1).filter(|_| self.word(next + 1, "of")) {
                    let part = if unit == Unit::Half {
                        Part::Half(2)
                    } else {
                        Part::Quarter(4)
                    };
                    let date = Date::new(self.context.part_of(part, year.first), year.basis);
                    return Some(self.found(
                        self.with_the(at, floor),
                        Point::strong(date, end),
                        here!("part of the year"),
                    ));
                }
            }
        }
        let point = self.point(at, 0)?;
        // "last year-end", "the previous day's", "this year-round" are left to what follows.
        let start = match which {
            Which::This | Which::Next => {
                self.with_the(at, floor)
                    .max(if which == Which::This { at } else { 0 })
            }
            _ => self.with_the(at, floor),
        };
        let mut found = self.found(start, point, here!("relative date"));
        found.echo = matches!(which, Which::Previous | Which::Same);
        Some(found)
    }

    fn vague_stretch(&self, start: usize, end: usize, vague: Vague) -> Found {
        Found {
            start,
            end,
            what: What::Vague(vague),
            strength: Strength::Weak,
            origin: here!("vague time"),
            inner: None,
            echo: false,
        }
    }

    /// The length in "the past three years".
    fn stretch(&self, at: usize) -> Option<Found> {
        let length = self.length(at)?;
        self.duration_from(at, length, at)
    }

    /// `same month last year`, `the same period`, `the same day`, `the corresponding quarter of 2024`.
    fn same(&self, at: usize, floor: usize) -> Option<Found> {
        let next = at + 1;
        let start = self.with_the(at, floor);
        // "the comparable year-ago quarter"
        if self.term(next) == Term::Unit(Unit::Year) && self.after_hyphen(next + 1).is_some() {
            let mut found = self.year_ago(next, floor)?;
            found.start = start;
            return Some(found);
        }
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
                let fits = self
                    .focus
                    .is_some_and(|focus| Some(run_length(focus)) == length.quantity.as_whole());
                if !fits {
                    return self.stretch(next);
                }
                (self.focus, length.end)
            }
        };
        let base = base?;
        let mut at_year = end;
        let (years, end) = if let Some((shift, end)) = self.year_shift(at_year) {
            (shift, end)
        } else {
            if self.word(at_year, "of") || self.word(at_year, "in") {
                at_year += 1;
            }
            if self.year(at_year).is_some() || self.fiscal_year(at_year).is_some() {
                // "the same period of 2023": the year is a date of its own.
                return None;
            }
            (0, end)
        };
        let date = base.years_later(years, relative_basis(base.basis));
        let mut found = self.found(start, Point::strong(date, end), here!("same period"));
        found.echo = true;
        Some(found)
    }

    /// `last year`, `a year earlier`, `of the last fiscal year`, `of the previous year`: how many years away.
    fn year_shift(&self, at: usize) -> Option<(i32, usize)> {
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
        let start = self.with_bound(at, floor);
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
                    .focus
                    .filter(|_| unit == Unit::Year && count == 1)
                    .map(|focus| focus.years_later(-1, Basis::Publication));
                let compared = compared.filter(|compared| {
                    let years = |date: Date| date.first.first(self.context.fiscal);
                    match (years(*compared), self.context.anchor(Unit::Year)) {
                        (Some(first), Some((day, _))) => (150..900).contains(&(day - first).num_days()),
                        _ => false,
                    }
                });
                Some(found(compared.unwrap_or(plain), true))
            }
            Direction::Earlier | Direction::Later => {
                let count = if direction == Direction::Earlier {
                    -count
                } else {
                    count
                };
                Some(found(self.from_focus(count, unit)?, true))
            }
        }
    }

    /// So many units from what is spoken of.
    fn from_focus(&self, count: i32, unit: Unit) -> Option<Date> {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => None,
            Unit::Day | Unit::Week | Unit::Fortnight | Unit::Weekend => {
                let day = self.focus_day.unwrap_or_else(|| self.context.day(0));
                let days = count.checked_mul(match unit {
                    Unit::Day => 1,
                    Unit::Fortnight => 14,
                    _ => 7,
                })?;
                let moved = day.first.first(1).and_then(|first| shift_days(first, days));
                Some(
                    moved.map_or(Date::unresolved(Period::unknown(Unit::Day)), |day_| {
                        Date::new(Period::day(day_), relative_basis(day.basis))
                    }),
                )
            }
            Unit::Year => match self.focus {
                Some(focus) => Some(focus.years_later(count, relative_basis(focus.basis))),
                None => Some(self.context.away(count, unit)),
            },
            unit => {
                let focus = self
                    .focus
                    .filter(|focus| focus.unit() == unit && focus.last.is_none());
                match focus {
                    Some(focus) => Some(Date::new(focus.first.later(count)?, relative_basis(focus.basis))),
                    None => Some(self.context.away(count, unit)),
                }
            }
        }
    }

    /// What begins with a unit in the singular, or with the article before it.
    pub(super) fn unit_at(&self, at: usize, unit: Unit, floor: usize) -> Option<Found> {
        let before = at.checked_sub(1).filter(|before| *before >= floor);
        // "a year", "an additional year", "half a century"
        if let Some(article) = before.filter(|before| self.word(*before, "a") || self.word(*before, "an")) {
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
            return self.duration_from(start, length, floor);
        }
        if unit == Unit::Year {
            if let Some(found) = self.year_ago(at, floor) {
                return Some(found);
            }
        }
        // "year-end", "year's end", "year end"
        if unit == Unit::Year {
            let end = self.after_hyphen(at + 1).unwrap_or(at + 1);
            let end = end
                + usize::from(
                    self.reading
                        .tokens
                        .get(end)
                        .is_some_and(|t| t.kind == crate::token::TokenKind::Possessive),
                );
            if self.word(end, "end")
                && (end > at + 1
                    || self.leans_on_preposition(at)
                    || before.is_some_and(|b| self.word(b, "the")))
            {
                let date = self.context.relative(Unit::Year, 0);
                return Some(self.found(
                    self.with_the(at, floor),
                    Point::strong(date, end + 1),
                    here!("end of the year"),
                ));
            }
        }
        if let Some(found) = self.ended(at, at + 1, 1, unit, floor) {
            return Some(found);
        }
        let before = before?;
        let that = self.word(before, "that");
        if !that && !self.word(before, "the") {
            // "a 50-year", "full year": no date.
            return self.full_year(at, unit, floor);
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
        // "the year before", "the day after"
        if self.word(at + 1, "before") && self.stands_alone(at + 2) {
            let mut found = self.found(
                before,
                Point::strong(self.beside_focus(unit, -1)?, at + 2),
                here!("the one before"),
            );
            found.echo = true;
            return Some(found);
        }
        if self.word(at + 1, "after") && self.stands_alone(at + 2) {
            let found = self.found(
                before,
                Point::strong(self.beside_focus(unit, 1)?, at + 2),
                here!("the one after"),
            );
            return Some(found);
        }
        if let Some((Direction::Earlier, end)) = self.direction(at + 1) {
            if self.term(at + 1) == Term::Direction(Direction::Earlier) {
                let mut found = self.found(
                    before,
                    Point::strong(self.beside_focus(unit, -1)?, end),
                    here!("the one before"),
                );
                found.echo = true;
                return Some(found);
            }
        }
        self.the_unit(before, at, unit, that)
    }

    /// `the quarter`, `the month`, `that year`: what is spoken of.
    fn the_unit(&self, start: usize, at: usize, unit: Unit, that: bool) -> Option<Found> {
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
        let preposition = start > 0 && self.reading.tag(start - 1) == Tag::Preposition
            || start > 0
                && [
                    "in", "for", "during", "of", "by", "over", "this", "within", "before", "after",
                ]
                .iter()
                .any(|word| self.word(start - 1, word));
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
                let over = chrono::Datelike::weekday(&day).number_from_monday() < 6 && tense != Tense::Future;
                self.context.relative(Unit::Weekend, if over { -1 } else { 0 })
            }
            unit => self.spoken_of(unit),
        };
        let mut found = self.found(start, Point::fair(date, next), here!("what is spoken of"));
        found.echo = true;
        Some(found)
    }

    /// `the full year`
    fn full_year(&self, at: usize, unit: Unit, floor: usize) -> Option<Found> {
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
        Some(self.found(
            the,
            Point::fair(self.spoken_of(Unit::Year), at + 1),
            here!("what is spoken of"),
        ))
    }

    fn stands_alone(&self, at: usize) -> bool {
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

    /// `year-ago`, `the year-earlier quarter`, `the year-ago third quarter`
    fn year_ago(&self, at: usize, floor: usize) -> Option<Found> {
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
            _ => {}
        }
        let date = match base {
            Some(base) => base.years_later(-1, relative_basis(base.basis)),
            None => self.context.relative(Unit::Year, -1),
        };
        let mut found = self.found(
            self.with_the(at, floor),
            Point::strong(date, end),
            here!("a year before"),
        );
        found.echo = true;
        Some(found)
    }

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
    ) -> Option<(Point, (usize, usize, Date))> {
        let months = match unit {
            Unit::Month | Unit::Quarter | Unit::Half | Unit::Year => count.checked_mul(months_in(unit))?,
            _ => return None,
        };
        if !(1..=24).contains(&months) {
            return None;
        }
        let (tense, mut next) = if self.word(at, "ended") {
            (Tense::Past, at + 1)
        } else if self.word(at, "ending") || self.word(at, "ends") {
            (Tense::Future, at + 1)
        } else if self.word(at, "to") || self.word(at, "through") {
            (Tense::Unknown, at + 1)
        } else if self.word(at, "that") && self.word(at + 1, "ended") {
            (Tense::Past, at + 2)
        } else {
            return None;
        };
        next += usize::from(self.word(next, "on") || self.word(next, "in"));
        let point = match self.term(next) {
            Term::Month(_) | Term::Which(Which::Last | Which::Next | Which::This) => self.point(next, 2)?,
            Term::None if self.digits(next).is_some() && tense != Tense::Unknown => self.from_number(next)?,
            _ => return None,
        };
        let mut end = point.date;
        if end.basis != Basis::Explicit && tense != Tense::Unknown {
            end = match end.first.part {
                Part::Month(month) if self.term(next) == Term::Month(month) => {
                    self.context.part(Part::Month(month), tense)
                }
                Part::Day(month, day) => self.context.day_of_month(month, day, tense)?,
                _ => end,
            };
        }
        let month = match end.first.part {
            Part::Day(month, _) | Part::Month(month) => month,
            _ => return None,
        };
        let last = Period::new(end.first.year, Part::Month(month));
        let inner = (next, point.end, end);
        let Some(first) = last.later(1 - months) else {
            let unknown = Date::unresolved(if months == 12 {
                Period::new(None, Part::Fiscal)
            } else {
                Period::unknown(unit)
            });
            return Some((Point::strong(unknown, point.end), inner));
        };
        let mut date = match months {
            12 if month == 12 => Date::new(Period::new(last.year, Part::Year), end.basis),
            12 => Date::new(Period::new(last.year, Part::Fiscal), end.basis),
            3 if month % 3 == 0 => Date::new(Period::new(last.year, Part::Quarter(month / 3)), end.basis),
            6 if month % 6 == 0 => Date::new(Period::new(last.year, Part::Half(month / 6)), end.basis),
            1 => Date::new(last, end.basis),
            _ => Date::run(first, last, end.basis),
        };
        if date.is_fiscal() {
            date.fiscal = month % 12 + 1;
        }
        Some((Point::strong(date, point.end), inner))
    }

    /// A length of time as a mention.
    pub(super) fn duration_from(&self, at: usize, length: Length, floor: usize) -> Option<Found> {
        let _ = length;
        let _: fn(Quantity, Unit) -> String = duration::value;
        self.duration(at, floor)
    }
}

/// What a date told by another one rests on.
const fn relative_basis(basis: Basis) -> Basis {
    match basis {
        Basis::Explicit => Basis::Document,
        other => other,
    }
}

const fn months_in(unit: Unit) -> i32 {
    match unit {
        Unit::Quarter => 3,
        Unit::Half => 6,
        Unit::Year => 12,
        _ => 1,
    }
}

/// How many months a run of months takes.
fn run_length(date: Date) -> i32 {
    let months = |period: Period| match period.part {
        Part::Month(month) => period.year.map(|year| year * 12 + i32::from(month)),
        _ => None,
    };
    match (months(date.first), date.last.and_then(months)) {
        (Some(first), Some(last)) => last - first + 1,
        _ => match date.first.part {
            Part::Month(_) => 1,
            Part::Quarter(_) | Part::FiscalQuarter(_) => 3,
            Part::Half(_) | Part::FiscalHalf(_) => 6,
            Part::Year | Part::Fiscal => 12,
            _ => 0,
        },
    }
}
