//! From a token that may begin a time to the whole expression: which part of the grammar reads it, and what
//! belongs to it on the left.

use super::amount::{self, Quantity};
use super::period::{Part, Period, Unit};
use super::resolve::Date;
use super::term::{may_begin, Direction, Term, Vague, Which};
use super::{Finder, Found, Point, What};
use crate::lexicon::Tag;
use crate::mention::{here, Basis, Origin, Strength};
use crate::token::{Gap, Shape};

impl Finder<'_, '_> {
    /// The expression that begins at `at`, or a little before it, but not before `floor`.
    pub(super) fn at(&self, at: usize, floor: usize) -> Option<Found> {
        let token = &self.reading.tokens[at];
        match self.term(at) {
            Term::None if token.is_number() => self.number_at(at, floor),
            Term::None => {
                let point = may_begin(token, self.reading.text).then(|| self.fiscal_shape(at))??;
                Some(self.found(at, self.part_behind(point), here!("fiscal date")))
            }
            Term::Rate | Term::Meridiem(_) | Term::Stretch | Term::DayPart(_) => None,
            Term::Vague(vague) => {
                // "the near future", but "the recently announced plan"
                let start = match self.reading.tag(at) {
                    Tag::Adverb => at,
                    _ => self.with_the(at, floor),
                };
                Some(self.vague(start, at + self.len(at), vague))
            }
            Term::VagueNoun(vague) => self.vague_noun(at, vague, floor),
            Term::Recurring(_) | Term::Every => self.set(at),
            Term::Clock(_) | Term::Day(_) if self.ends_a_name(at) => None,
            Term::Clock(_) => self.time(at),
            Term::Night(_) => self.part_of_day(at),
            Term::Cardinal(_) | Term::Several => self.number_at(at, floor),
            // `a day-long strike`
            Term::Unit(unit)
                if self
                    .after_hyphen(at + 1)
                    .is_some_and(|next| self.word(next, "long")) =>
            {
                let what = What::Duration(amount::value(Quantity::whole(1), unit));
                Some(Found::new(
                    at..at + 3,
                    what,
                    Strength::Fair,
                    here!("length of time"),
                ))
            }
            Term::Unit(unit) => self.unit_at(at, unit, floor),
            Term::Which(which) => self.which_at(at, which, floor),
            Term::Direction(direction) => self.part_of_period(at, direction),
            // "late Tuesday" tells the time of day; the date is the day.
            Term::Edge(_) if matches!(self.term(at + 1), Term::Weekday(_)) => None,
            Term::Edge(_) => self.edge_at(at, floor),
            Term::Units(_) => self.units_at(at, floor),
            Term::FiscalYear => self
                .ended(at, at + self.len(at), 1, Unit::Year, floor)
                .or_else(|| self.named_part(at, floor)),
            Term::Ordinal(_)
            | Term::YearEnd
            | Term::NewYear
            | Term::Decade(_)
            | Term::Season(_)
            | Term::Fiscal
            | Term::CalendarYear => self.named_part(at, floor),
            Term::Weekday(day) if self.is_day_parts(at + 1) => self.weekday_parts(at, day),
            Term::Month(_) | Term::Weekday(_) | Term::Day(_) | Term::Holiday(_) => {
                let point = self.point(at, 0)?;
                let start = match self.term(at) {
                    Term::Day(_) if self.len(at) > 1 => self.with_the(at, floor),
                    // "the July-September period", but the tally's in "the July-March tally"
                    Term::Month(_) if self.ends_in_noun(point) => self.with_the(at, floor),
                    _ => at,
                };
                Some(self.found(start, point, here!("calendar date")))
            }
        }
    }

    /// "in the future", but "the future of the plant", "the future looks bleak": things, no times.
    fn vague_noun(&self, at: usize, vague: Vague, floor: usize) -> Option<Found> {
        let start = self.with_the(at, floor);
        let alone = start < at
            && !self.word(at + 1, "of")
            && !matches!(
                self.reading.tag(at + 1),
                Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Adjective | Tag::VerbS
            );
        alone.then(|| self.vague(start, at + 1, vague))
    }

    /// "earlier this year"; "later Tuesday", "earlier this week" tell the hour or day, the date is the rest.
    fn part_of_period(&self, at: usize, direction: Direction) -> Option<Found> {
        let next = at + 1;
        let week = matches!(self.term(next + 1), Term::Unit(Unit::Week | Unit::Weekend));
        let sided = matches!(direction, Direction::Earlier | Direction::Later);
        let told = matches!(
            self.term(next),
            Term::Which(Which::This | Which::Last | Which::Next | Which::That) | Term::Day(_)
        );
        let point = (sided && told && !week).then(|| self.point(next, 1))??;
        Some(self.found(at, point, here!("part of a period")))
    }

    /// "the third quarter", "the 1990s", "fiscal 2024"
    fn named_part(&self, at: usize, floor: usize) -> Option<Found> {
        let mut point = self.point(at, 0)?;
        // "fiscal 2025 second-quarter"
        if matches!(self.term(at), Term::Fiscal | Term::FiscalYear) && point.date.basis == Basis::Explicit {
            point = self.part_behind(point);
        }
        // "the third-quarter loss": the article is the loss's.
        let hyphened = self.after_hyphen(at + self.len(at)).is_some();
        let start = if hyphened { at } else { self.with_the(at, floor) };
        let ended = self.ended_part(start, &point);
        ended.or_else(|| Some(self.found(start, point, here!("part of the year"))))
    }

    /// "Tuesday nights"
    fn weekday_parts(&self, at: usize, day: u8) -> Option<Found> {
        let Term::DayPart(part) = self.term(at + 1) else {
            return None;
        };
        let what = What::Set(format!("XXXX-WXX-{day}{}", part.code()));
        Some(Found::new(
            at..at + 2,
            what,
            Strength::Fair,
            here!("recurring time"),
        ))
    }

    /// "USA Today", "High Noon": a capital behind a name.
    fn ends_a_name(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens;
        at > 0
            && tokens[at].shape == Shape::Capitalised
            && tokens[at].gap <= Gap::Space
            && tokens[at - 1].is_word()
            && self.reading.tag(at - 1) == Tag::Proper
    }

    pub(super) fn found(&self, start: usize, point: Point, origin: Origin<'static>) -> Found {
        Found::new(start..point.end, What::Date(point.date), point.strength, origin)
    }

    fn vague(&self, start: usize, end: usize, vague: super::Vague) -> Found {
        Found::new(
            start..end,
            What::Vague(vague),
            Strength::Weak,
            here!("vague time"),
        )
    }

    /// Takes in "the" right before `at`.
    pub(super) fn with_the(&self, at: usize, floor: usize) -> usize {
        match at.checked_sub(1) {
            Some(before) if before >= floor && self.word(before, "the") => before,
            _ => at,
        }
    }

    /// What begins with a number in digits or words.
    fn number_at(&self, at: usize, floor: usize) -> Option<Found> {
        let digits = self.reading.tokens[at].is_number();
        if digits {
            if let Some(found) = self.time(at) {
                return Some(found);
            }
            if let Some(point) = self.fiscal_shape(at) {
                return Some(self.found(at, point, here!("fiscal date")));
            }
        }
        if let Some(found) = self.span_at(at, floor) {
            return Some(found);
        }
        if digits {
            if let Some((start, point)) = self.season_at(at) {
                let start = self.with_the(start.max(floor), floor);
                return Some(self.found(start, point, here!("season")));
            }
            let point = self.year_to_year(at, self.read_number(at)?);
            let point = self.part_behind(self.fiscal_noun(point));
            let start = match point.date.first.part {
                Part::Decade | Part::Century => self.with_the(at, floor),
                _ if matches!(self.term(point.end - 1), Term::Stretch | Term::Unit(_)) => {
                    self.with_the(at, floor)
                }
                Part::Day(..) => self.with_day_article(at, floor),
                _ => at,
            };
            return Some(self.found(start, point, here!("calendar date")));
        }
        let (year, end) = self.year(at)?;
        Some(self.found(
            at,
            Point::fair(Date::explicit(Period::of_year(year)), end),
            here!("year in words"),
        ))
    }

    /// "the 5th of March" takes its article in.
    fn with_day_article(&self, at: usize, floor: usize) -> usize {
        let of = (at + 1..at + 4).any(|i| self.word(i, "of"));
        if of {
            self.with_the(at, floor)
        } else {
            at
        }
    }

    /// "2024-25 fiscal year", "2025 financial year": the noun belongs to the year.
    fn fiscal_noun(&self, point: Point) -> Point {
        let Term::FiscalYear = self.term(point.end) else {
            return point;
        };
        let end = point.end + self.len(point.end);
        match point.date.first.part {
            Part::Fiscal => Point { end, ..point },
            Part::Year if point.date.last.is_none() => Point::strong(
                Date::explicit(Period::new(point.date.first.year, Part::Fiscal)),
                end,
            ),
            _ => point,
        }
    }

    /// "the 1988 second quarter": a part of the year behind it.
    fn part_behind(&self, point: Point) -> Point {
        let year = matches!(point.date.first.part, Part::Year | Part::Fiscal) && point.date.last.is_none();
        // "the 1988 period": the same stretch of that year.
        if let (true, Term::Stretch | Term::Unit(Unit::Quarter), Some(focus), Some(year)) =
            (year, self.term(point.end), self.focus, point.date.first.year)
        {
            let told = focus.last.unwrap_or(focus.first).year;
            let parts = focus.unit() < Unit::Year;
            if let Some(years) = told.and_then(|told| year.checked_sub(told)).filter(|_| parts) {
                let date = focus.years_later(years, point.date.basis);
                return Point::strong(date, point.end + 1);
            }
        }
        let Some((part, end)) = self.part_at(point.end).filter(|_| year) else {
            return point;
        };
        let date = Date::new(self.context.part_of(part, point.date.first), point.date.basis);
        Point::strong(date, end)
    }

    /// `second quarter`, `first-half`, `Q2`
    fn part_at(&self, at: usize) -> Option<(Part, usize)> {
        let Term::Ordinal(number) = self.term(at) else {
            let token = self
                .reading
                .tokens
                .get(at)
                .filter(|token| token.gap == Gap::Space)?;
            return match token.text(self.reading.text).as_bytes() {
                [b'Q', number @ b'1'..=b'4'] => Some((Part::Quarter(number - b'0'), at + 1)),
                [b'H', number @ b'1'..=b'2'] => Some((Part::Half(number - b'0'), at + 1)),
                _ => None,
            };
        };
        let unit = at + self.len(at);
        let unit = self.after_hyphen(unit).unwrap_or(unit);
        match self.term(unit) {
            Term::Unit(Unit::Quarter) if number <= 4 => Some((Part::Quarter(number), unit + 1)),
            Term::Unit(Unit::Half) if number <= 2 => Some((Part::Half(number), unit + 1)),
            _ => None,
        }
    }

    /// "from 2021 to 2024", "between 2021 and 2024"
    fn year_to_year(&self, at: usize, point: Point) -> Point {
        let year = |point: &Point| matches!(point.date.first.part, Part::Year) && point.date.last.is_none();
        let Some(before) = at.checked_sub(1) else {
            return point;
        };
        let joint = if self.word(before, "from") {
            self.after_joint(point.end)
        } else if self.word(before, "between") {
            self.word(point.end, "and").then_some(point.end + 1)
        } else {
            None
        };
        let Some((second, end)) = joint.and_then(|at| self.year(at)) else {
            return point;
        };
        match point.date.first.year {
            Some(first) if year(&point) && second > first => Point {
                date: Date::run(point.date.first, Period::of_year(second), Basis::Explicit),
                end,
                ..point
            },
            _ => point,
        }
    }

    /// A length of time: a duration, or with "ago", "earlier" or "ended June 30" a date.
    fn span_at(&self, at: usize, floor: usize) -> Option<Found> {
        let length = self.length(at)?;
        // "a couple of years", "a few weeks", "a hundred days"
        let article = at.checked_sub(1).filter(|before| {
            *before >= floor
                && !length.attributive
                && self.reading.is_indefinite(*before)
                && !self.reading.tokens[at].is_number()
        });
        let at = article.unwrap_or(at);
        if !length.attributive {
            if let Some(found) = self.away(at, length.end, length.quantity, length.unit, floor) {
                return Some(found);
            }
            if let Some(count) = length.quantity.as_whole() {
                if let Some(found) = self.ended(at, length.end, count, length.unit, floor) {
                    return Some(found);
                }
            }
        }
        let mut found = self.duration(at, length, floor)?;
        // "the nine months" is told with its article, "the past nine months" without.
        if !length.attributive {
            found.start = self.with_the(found.start, floor);
        }
        Some(found)
    }

    fn ends_in_noun(&self, point: Point) -> bool {
        let run =
            point.date.last.is_some() || matches!(point.date.first.part, Part::Quarter(_) | Part::Half(_));
        let last = point.end.saturating_sub(1);
        let noun = matches!(self.term(last), Term::Unit(_) | Term::Stretch);
        let hyphened = last > 0 && self.reading.tokens[last - 1].is_hyphen();
        run && (noun && !hyphened || self.year(last).is_some())
    }

    fn edge_at(&self, at: usize, floor: usize) -> Option<Found> {
        let point = self.point(at, 0)?;
        // "the late-November storm": the article is the storm's.
        let hyphened = self
            .reading
            .tokens
            .get(at + 1)
            .is_some_and(|token| token.is_hyphen() && token.glued());
        let decade = matches!(point.date.first.part, Part::Decade | Part::Century);
        let start = if hyphened && !decade {
            at
        } else {
            self.with_the(at, floor)
        };
        Some(self.found(start, point, here!("part of a period")))
    }

    /// Bare plurals: "years ago", "weeks later".
    fn units_at(&self, at: usize, _floor: usize) -> Option<Found> {
        match self.direction(at + 1) {
            Some((Direction::Ago, end)) => Some(self.vague(at, end, super::Vague::Past)),
            // "for years", "within weeks"
            _ if at > 0 && ["for", "within", "in"].iter().any(|word| self.word(at - 1, word)) => {
                let Term::Units(unit) = self.term(at) else {
                    return None;
                };
                let what = What::Duration(amount::value(Quantity::Unknown, unit));
                Some(Found::new(
                    at..at + 1,
                    what,
                    Strength::Weak,
                    here!("length of time"),
                ))
            }
            _ => None,
        }
    }
}
