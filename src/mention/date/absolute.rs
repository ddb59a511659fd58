//! Dates by number and month: days, months, years and runs of them, in the usual orders.

use super::period::{is_day, Part, Period, Unit};
use super::point::DEEPEST;
use super::resolve::Date;
use super::tense::Tense;
use super::term::Term;
use super::{Finder, Point};
use crate::lexicon::{Keyword as K, Keywords, Tag};
use crate::mention::{Basis, Strength};
use crate::token::Gap;

impl Finder<'_, '_> {
    /// What stands behind a hyphen that touches both its sides.
    pub(super) fn after_hyphen(&self, at: usize) -> Option<usize> {
        let tokens = &self.reading.tokens;
        let hyphen = tokens.get(at)?;
        (hyphen.is_hyphen() && hyphen.glued() && tokens.get(at + 1)?.glued()).then_some(at + 1)
    }

    /// What stands behind a dash, "to" or the like, that joins the two ends of a run.
    pub(super) fn after_joint(&self, at: usize) -> Option<usize> {
        let token = self.reading.tokens.get(at)?;
        let word = |at: usize| {
            self.reading
                .among(at, const { Keywords::of(&[K::To, K::Through, K::Till, K::Thru]) })
        };
        if token.is_hyphen() {
            // "July-to-September"
            let joined = word(at + 1).then(|| self.after_hyphen(at + 2)).flatten();
            return Some(joined.unwrap_or(at + 1));
        }
        (token.is_word() && matches!(token.first, b't' | b'T') && word(at)).then_some(at + 1)
    }

    /// The day behind its month; not the number of the paragraph behind it: `July-September⏎⏎2. Vehicles`.
    fn day_behind(&self, at: usize) -> Option<(u8, usize)> {
        let apart = self
            .reading
            .tokens
            .get(at)
            .is_none_or(|token| token.gap > Gap::Line);
        self.day_number(at).filter(|_| !apart)
    }

    /// The day of a month at `at`: `3`, `3rd`, `third`.
    fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        if let Term::Ordinal(day @ 1..=31) = self.term(at) {
            let end = at + self.len(at);
            // "the April-September first half"
            let part = matches!(self.term(end), Term::Unit(Unit::Quarter | Unit::Half));
            return (!part).then_some((day, end));
        }
        let (day, length) = self.digits(at)?;
        if length > 2 || !(1..=31).contains(&day) {
            return None;
        }
        let end = at + 1;
        if self.reading.ends_ordinal(end) {
            return Some((day as u8, end + 1));
        }
        // "May 5%", "March 3pc", "June 2:1": no day.
        let tokens = &self.reading.tokens;
        let sticks = tokens.get(end).is_some_and(|next| {
            let numbers = (next.is(b':') || next.is(b'/')) && self.glued(end + 1);
            next.glued() && (next.is_word() || next.is(b'%') || numbers)
        });
        (!sticks).then_some((day as u8, end))
    }

    /// What begins with a month: `May 3, 2025`, `May 2025`, `July-March of FY25`, `May`.
    pub(super) fn read_month(&self, at: usize) -> Option<Point> {
        let Term::Month(month) = self.term(at) else {
            return None;
        };
        let mut next = at + 1;
        // A full stop that the tokenizer did not take for the abbreviation's.
        if self
            .reading
            .tokens
            .get(next)
            .is_some_and(|token| token.is(b'.') && token.glued())
            && self.digits(next + 1).is_some()
            && self.is_short(at)
        {
            next += 1;
        }
        if let Some(run) = self.months(month, next, at) {
            return Some(run);
        }
        if let Some(point) = self.by_last_month(month, next, at) {
            return Some(point);
        }
        if let Some(point) = self.month_and_day(month, next, at) {
            return Some(point);
        }
        // "Mar-25", "May '98"
        if let Some(digits) = self.after_hyphen(next) {
            // "Oct-2018"
            if let Some((year, 4)) = self
                .digits(digits)
                .filter(|(year, _)| (1900..2100).contains(year))
            {
                let month = Period::month(year as i32, month);
                return Some(Point::strong(Date::explicit(month), digits + 1));
            }
            if let Some((short, 2)) = self.digits(digits) {
                let year = if short < 70 { 2000 } else { 1900 } + short as i32;
                return Some(Point::strong(
                    Date::explicit(Period::month(year, month)),
                    digits + 1,
                ));
            }
        }
        if let Some((year, end)) = self.year_behind(next) {
            let period = self.context.part_of(Part::Month(month), year.first);
            let basis = year.basis;
            return Some(Point::strong(
                Date {
                    basis,
                    ..Date::explicit(period)
                },
                end,
            ));
        }
        let short = self.is_short(at) && !self.leans_on_preposition(at) && !self.names_a_month(at);
        if short || !self.is_month_word(at) {
            return None;
        }
        let tense = self.tense_for(at, next, Unit::Month);
        let date = self.context.part(Part::Month(month), tense);
        let date = self
            .of_year_beside(month, date)
            .filter(|beside| self.is_over(*beside) || tense != Tense::Past)
            .unwrap_or_else(|| self.of_year_told(month, date));
        Some(Point::fair(date, at + 1))
    }

    /// "It sows in October and | November": the year of the month right before.
    fn of_year_beside(&self, month: u8, date: Date) -> Option<Date> {
        let joined =
            self.here == self.floor + 1 && (self.word(self.floor, "and") || self.is_mark(self.floor, b','));
        let told = self
            .focus
            .filter(|told| joined && told.last.is_none() && date.first.year.is_some())?;
        match told.first.part {
            Part::Month(before) if before < month => Some(Date::new(
                Period::new(told.first.year, Part::Month(month)),
                told.basis,
            )),
            _ => None,
        }
    }

    /// "In July 2012 sales rose, but in July rents fell as well": a month that is no news is the one just told with its year.
    fn of_year_told(&self, month: u8, date: Date) -> Date {
        const NEAR: usize = 60;
        const NEWS: i64 = 120;
        let told = self.focus_month.filter(|told| {
            told.first.part == Part::Month(month)
                && told.basis == Basis::Explicit
                && self.is_over(*told)
                && self.here < self.focus_at + NEAR
        });
        let recent = self
            .context
            .published
            .zip(date.first.first(1))
            .is_some_and(|(now, first)| (now - first).num_days().abs() <= NEWS);
        told.filter(|_| !recent).unwrap_or(date)
    }

    /// `July-March`, `January to May 2025`; with "between" or "from" before it also `January and May`.
    fn months(&self, from: u8, next: usize, start: usize) -> Option<Point> {
        let joined = self.after_joint(next).or_else(|| {
            (self.word(next, "and") && start > 0 && self.word(start - 1, "between")).then_some(next + 1)
        });
        // "in May and June 2024"
        let beside = joined.is_none()
            && self.word(next, "and")
            && self.term(next + 1) == Term::Month(from % 12 + 1)
            && from < 12;
        let joined = joined.or_else(|| beside.then_some(next + 1));
        // "May 2024 to March 2025"
        if let Some((year, end)) = self.year(next) {
            let second = self.after_joint(end)?;
            let Term::Month(to) = self.term(second) else {
                return None;
            };
            let (to_year, end) = self.year(second + 1)?;
            let run = Date::run(
                Period::month(year, from),
                Period::month(to_year, to),
                Basis::Explicit,
            );
            return Some(Point::strong(run, end));
        }
        let second = joined?;
        let Term::Month(to) = self.term(second) else {
            return None;
        };
        let mut end = second + 1;
        // "March 28-April 2" is read from its day; here a day behind the second month forbids.
        if self.day_behind(end).is_some() && self.year(end).is_none() {
            return None;
        }
        let mut date = None;
        if let Some((year, after)) = self.year_behind(end) {
            date = Some(self.months_of(from, to, year));
            end = after;
        }
        if date.is_none() && beside {
            return None;
        }
        let mut stretch = self.after_hyphen(end).unwrap_or(end);
        if matches!(
            self.term(stretch),
            Term::Stretch | Term::Unit(Unit::Quarter | Unit::Half)
        ) {
            stretch += 1;
            end = stretch;
            if date.is_none() {
                if let Some((year, after)) = self.year_behind(end) {
                    date = Some(self.months_of(from, to, year));
                    // The year stands as a mention of its own where it is a fiscal one.
                    if year.first.part != Part::Fiscal {
                        end = after;
                    }
                }
            }
        }
        if date.is_none() {
            date = self
                .year_in_brackets(end)
                .or_else(|| self.year_around_brackets(start, end))
                .map(|year| self.months_of(from, to, year));
        }
        let date = date.unwrap_or_else(|| {
            let tense = self.tense_for(start, end, Unit::Month);
            self.context.months(from, to, tense)
        });
        Some(Point::strong(date, end))
    }

    fn months_of(&self, from: u8, to: u8, year: Date) -> Date {
        // "FY2025 (October-September)": a whole year ends in the one that it is called by.
        let whole = from == to % 12 + 1 && year.first.part == Part::Fiscal;
        let of = match whole {
            true => Period::new(year.first.year, Part::Year),
            false => year.first,
        };
        let first = self.context.part_of(Part::Month(from), of);
        let last = self.context.part_of(Part::Month(to), of);
        let first = match (first.year, last.year) {
            // "July-March 2025" ends in the year that is told.
            (Some(a), Some(b)) if a == b && from > to => Period::month(a - 1, from),
            _ => first,
        };
        Date::run(first, last, year.basis)
    }

    fn month_and_day(&self, month: u8, next: usize, start: usize) -> Option<Point> {
        let of_month =
            next + usize::from(self.word(next, "the") && matches!(self.term(next + 1), Term::Ordinal(_)));
        let (day, end) = self.day_behind(of_month)?;
        if !is_day(None, month, day) || self.counts_something(next, end) {
            return None;
        }
        // "March 3-5", "March 28-April 2"
        let mut to = None;
        let mut end = end;
        if let Some(second) = self.after_joint(end) {
            if let Some((day, after)) = self.day_number(second) {
                if self.reading.tokens[end].is_hyphen() && is_day(None, month, day) {
                    to = Some((month, day));
                    end = after;
                }
            } else if let (Term::Month(month), Some((day, after))) =
                (self.term(second), self.day_behind(second + 1))
            {
                if self.reading.tokens[end].is_hyphen() && is_day(None, month, day) {
                    to = Some((month, day));
                    end = after;
                }
            }
        }
        // "April 24 and 25"; in "on May 3 and 12 people" the number counts.
        if to.is_none() && self.word(end, "and") {
            let second = self.digits(end + 1).and_then(|_| self.day_number(end + 1));
            if let Some((next_day, after)) = second {
                let counts = self
                    .reading
                    .tokens
                    .get(after)
                    .is_some_and(|token| token.is_word() && !token.glued())
                    && !matches!(
                        self.reading.tag(after),
                        Tag::Preposition | Tag::Modal | Tag::Be | Tag::VerbPast
                    );
                if next_day > day && is_day(None, month, next_day) && !counts {
                    to = Some((month, next_day));
                    end = after;
                }
            }
        }
        let comma = end + usize::from(self.is_mark(end, b','));
        let mut date = None;
        if let Some((year, after)) = self
            .year(comma)
            .filter(|(_, after)| !self.counts_something(comma, *after))
        {
            date = Some(Date::explicit(Period::new(Some(year), Part::Day(month, day))));
            end = after;
        } else if let Some((year, after)) = self.relative_year(comma) {
            date = Some(Date::new(
                self.context.part_of(Part::Day(month, day), year.first),
                year.basis,
            ));
            end = after;
        }
        let date = match date {
            Some(date) => date,
            None => self
                .context
                .day_of_month(month, day, self.tense_for(start, end, Unit::Day))?,
        };
        Some(Point::strong(with_last_day(date, to), end))
    }

    /// What begins with the number of a day: `3 May 2025`, `15th Aug, 2025`, `5-7 March`.
    pub(super) fn day_and_month(&self, at: usize) -> Option<Point> {
        let (day, end) = self.day_number(at)?;
        let mut from = None;
        let mut last = (day, end);
        if let Some(second) = self
            .after_hyphen(end)
            .or_else(|| (self.word(end, "and") || self.word(end, "to")).then_some(end + 1))
        {
            if let Some(second) = self.day_number(second) {
                from = Some(day);
                last = second;
            }
        }
        let (day, end) = last;
        // "the first of May" is a day; "the first May delivery", "a plant opening June 2026" name none.
        if self.reading.tokens[at].is_word() && !self.word(end, "of") {
            return None;
        }
        // "the 31st of this month"
        if let (true, Term::Which(which), Term::Unit(Unit::Month)) =
            (self.word(end, "of"), self.term(end + 1), self.term(end + 2))
        {
            let month = self.read_which(end + 1, which, DEEPEST)?;
            let Part::Month(of) = month.date.first.part else {
                return None;
            };
            let day = Period::new(month.date.first.year, Part::Day(of, day));
            let date = Date::new(day, month.date.basis);
            return is_day(day.year, of, last.0).then_some(Point::strong(date, month.end));
        }
        let mut month_at = end + usize::from(self.word(end, "of"));
        month_at = self.after_hyphen(month_at).unwrap_or(month_at);
        let Term::Month(month) = self.term(month_at) else {
            return None;
        };
        if !is_day(None, month, day) || !self.reading.tokens[month_at].is_capitalised() {
            return None;
        }
        let mut end = month_at + 1;
        if self.is_mark(end, b'.')
            && self.is_short(month_at)
            && self.glued(end)
            && self.year(end + 1).is_some()
        {
            end += 1;
        }
        let comma = self
            .after_hyphen(end)
            .unwrap_or(end + usize::from(self.is_mark(end, b',')));
        let (date, end) = if let Some((year, after)) = self.year(comma) {
            (
                Date::explicit(Period::new(Some(year), Part::Day(month, day))),
                after,
            )
        } else if let Some((year, after)) = self.relative_year(comma) {
            (
                Date::new(
                    self.context.part_of(Part::Day(month, day), year.first),
                    year.basis,
                ),
                after,
            )
        } else {
            (
                self.context
                    .day_of_month(month, day, self.tense_for(at, end, Unit::Day))?,
                end,
            )
        };
        let date = match from {
            Some(from) if from < day && is_day(None, month, from) => {
                let first = Period::new(date.first.year, Part::Day(month, from));
                Date::run(first, date.first, date.basis)
            }
            _ => date,
        };
        Some(Point::strong(date, end))
    }

    pub(super) fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    pub(super) fn tense_for(&self, start: usize, end: usize, unit: Unit) -> Tense {
        // Only what is resolved needs a tense.
        match self.context.anchor(unit.max(Unit::Day)) {
            Some(_) => self.tense(start, end),
            None => Tense::Unknown,
        }
    }
}

fn with_last_day(date: Date, to: Option<(u8, u8)>) -> Date {
    let Some((month, day)) = to else { return date };
    let Part::Day(from, _) = date.first.part else {
        return date;
    };
    let year = date.first.year.map(|year| year + i32::from(month < from));
    Date::run(date.first, Period::new(year, Part::Day(month, day)), date.basis)
}

impl Point {
    pub(super) const fn strong(date: Date, end: usize) -> Self {
        Self {
            date,
            end,
            strength: Strength::Strong,
        }
    }

    pub(super) const fn fair(date: Date, end: usize) -> Self {
        Self {
            date,
            end,
            strength: Strength::Fair,
        }
    }
}
