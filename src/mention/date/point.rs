//! Dates read forward from their first word.

use chrono::Datelike;

use super::holiday::holiday_in;
use super::period::{shift_months, ymd, Part, Period, Unit};
use super::resolve::{leaning_on, Date};
use super::tense::{in_headline, Tense};
use super::term::{Edge, Holiday, Term, Which};
use super::{Finder, Point};
use crate::lexicon::{Class, Classes, Tag};
use crate::mention::Strength;
use crate::token::{Gap, Shape, TokenKind};

/// How deep expressions may stand in one another: "the end of the first half of this year".
pub(super) const DEEPEST: u8 = 4;

impl Finder<'_, '_> {
    /// The date that begins at `at`, read forward.
    pub(super) fn point(&self, at: usize, depth: u8) -> Option<Point> {
        if depth > DEEPEST {
            return None;
        }
        let token = self.reading.tokens.get(at)?;
        let point = match self.term(at) {
            Term::Month(_) => self.read_month(at)?,
            Term::Weekday(weekday) => self.read_weekday(at, weekday)?,
            Term::Day(days) => Point::strong(self.context.day(days.into()), at + self.len(at)),
            Term::Holiday(holiday) => {
                let end = at + self.len(at);
                // "the Good Friday Agreement", "Christmas Island"
                let named =
                    self.reading.tag(end).is_noun()
                        && self.reading.tokens.get(end).is_some_and(|token| {
                            token.shape == Shape::Capitalised && token.gap == Gap::Space
                        })
                        && !in_headline(self.reading, at);
                // `Tet` is a feast, `TET` a firm's sign.
                let code = token.shape == Shape::Upper && end == at + 1 && token.end - token.start <= 4;
                if named || code {
                    return None;
                }
                let year = self.year(end);
                let tense = self.tense_for(at, end, Unit::Month);
                let date = self.context.holiday(holiday, year.map(|(year, _)| year), tense)?;
                Point::fair(date, year.map_or(end, |(_, after)| after))
            }
            Term::Ordinal(_) => self.read_ordinal(at)?,
            Term::NewYear => {
                let leans =
                    at > 1 && self.word(at - 1, "the") && self.reading.tag(at - 2) == Tag::Preposition;
                let noun = self.reading.tag(at + 2).is_noun();
                // In spring and summer the next one is far off, and something else is meant.
                let count = match self.context.published.map(|day| day.month()) {
                    Some(1..=2) => 0,
                    Some(9..=12) => 1,
                    _ => return None,
                };
                (leans && !noun).then(|| Point::fair(self.context.relative(Unit::Year, count), at + 2))?
            }
            Term::YearEnd => Point::strong(self.context.relative(Unit::Year, 0), at + 1),
            // "the nineties", "the late nineties"; people are in their nineties.
            Term::Decade(year) => {
                let before = at - usize::from(at > 0 && self.reading.tokens[at - 1].is_hyphen());
                let edge = before > 0 && matches!(self.term(before - 1), Term::Edge(_));
                let article = before.checked_sub(1 + usize::from(edge))?;
                if !self.word(article, "the") {
                    return None;
                }
                let decade = Period::new(Some(year.into()), Part::Decade);
                Point::fair(Date::explicit(decade), at + 1)
            }
            Term::Season(_) => self.read_season(at)?,
            Term::Fiscal | Term::FiscalYear | Term::CalendarYear => self.read_fiscal(at, depth)?,
            Term::Which(which) => self.read_which(at, which, depth)?,
            Term::Edge(edge) => self.read_edge(at, edge, depth)?,
            Term::Cardinal(_) => {
                let (year, end) = self.year(at)?;
                Point::fair(Date::explicit(Period::of_year(year)), end)
            }
            Term::None if token.is_number() => match self.fiscal_shape(at) {
                Some(point) => point,
                None => self.read_number(at).or_else(|| self.day_alone(at))?,
            },
            Term::None if matches!(token.first, b'F' | b'Q' | b'H' | b'C') && token.is_word() => {
                self.fiscal_shape(at)?
            }
            Term::None if self.word(at, "the") && depth > 0 => self.read_the(at + 1, depth)?,
            _ => return None,
        };
        Some(self.with_day_part(point))
    }

    /// What stands behind "the" inside a larger expression: "the end of the year".
    pub(super) fn read_the(&self, at: usize, depth: u8) -> Option<Point> {
        if let Term::Unit(unit) = self.term(at) {
            if matches!(
                unit,
                Unit::Day
                    | Unit::Week
                    | Unit::Month
                    | Unit::Quarter
                    | Unit::Year
                    | Unit::Decade
                    | Unit::Century
                    | Unit::Half
            ) {
                return Some(Point::fair(self.spoken_of(unit), at + 1));
            }
        }
        self.point(at, depth + 1)
    }

    /// "the last | Friday of November", "the first | Monday in May": `nth` counts from 1, 9 is the last.
    pub(super) fn weekday_of_month(&self, at: usize, nth: u8) -> Option<Point> {
        let Term::Weekday(weekday) = self.term(at) else {
            return None;
        };
        let in_month = self.word(at + 1, "of") || self.word(at + 1, "in");
        if !in_month || !matches!(self.term(at + 2), Term::Month(_)) {
            return None;
        }
        let month = self.point(at + 2, DEEPEST)?;
        let (Some(year), Part::Month(number)) = (month.date.first.year, month.date.first.part) else {
            return None;
        };
        let day = holiday_in(Holiday::Nth(number, nth, weekday), year)?;
        let single = month.date.last.is_none();
        single.then(|| Point::strong(Date::new(day, month.date.basis), month.end))
    }

    pub(super) fn read_weekday(&self, at: usize, weekday: u8) -> Option<Point> {
        let mut next = at + 1;
        // "The Sunday Times", "the Mail on Sunday"
        let paper = |at: usize| {
            self.reading
                .tokens
                .get(at)
                .is_some_and(|token| token.shape == Shape::Capitalised)
                && self.reading.classes(at).contains(Classes::PAPER)
        };
        if paper(next) || at > 1 && self.word(at - 1, "on") && self.word(at - 2, "mail") && paper(at - 2) {
            return None;
        }
        if self.is_mark(next, b'.') && self.glued(next) && self.is_short(at) {
            next += 1;
        }
        let dated = next + usize::from(self.is_mark(next, b','));
        let day = match self.term(dated) {
            Term::Month(_) => self.read_month(dated),
            Term::Ordinal(_) => self.read_number(dated),
            Term::None if self.digits(dated).is_some() => self.read_number(dated),
            _ => None,
        };
        if let Some(day) =
            day.filter(|day| matches!(day.date.first.part, Part::Day(..)) && day.date.last.is_none())
        {
            return Some(day);
        }
        if self.is_short(at) {
            return None;
        }
        // "Monday next week", "Friday last week"
        if let (Term::Which(which), Term::Unit(Unit::Week)) = (self.term(next), self.term(next + 1)) {
            let count = match which {
                Which::Last | Which::Previous => -1,
                Which::This => 0,
                Which::Next | Which::Coming => 1,
                _ => return None,
            };
            let week = self.context.relative(Unit::Week, count);
            if let Some(day) = week
                .first
                .first(1)
                .and_then(|first| super::period::shift_days(first, i32::from(weekday) - 1))
            {
                return Some(Point::strong(Date::new(Period::day(day), week.basis), next + 2));
            }
        }
        // "on Tuesday week": a week behind the next one
        let alone = !self.reading.tag(next + 1).is_noun() && self.term(next + 1) == Term::None;
        if self.term(next) == Term::Unit(Unit::Week) && alone {
            let coming = self.context.weekday(weekday, Tense::Future);
            let day = coming
                .first
                .first(1)
                .and_then(|day| super::period::shift_days(day, 7))?;
            return Some(Point::strong(Date::new(Period::day(day), coming.basis), next + 1));
        }
        let tense = match self.tense_for(at, at + 1, Unit::Day) {
            Tense::Present if in_headline(self.reading, at) => Tense::Past,
            // "Thursday's vote will tell", but "they will appeal against Thursday's ruling"
            Tense::Future if self.is_possessive(at + 1) && self.reading.opens_sentence(at) => Tense::Future,
            // "The last poll before Saturday's election shows them ahead."
            Tense::Present | Tense::Future
                if self.is_possessive(at + 1)
                    && at > 0
                    && self.word(at - 1, "before")
                    && self.reading.is_of(at + 2, Class::Awaited) =>
            {
                Tense::Future
            }
            _ if self.is_possessive(at + 1) => match self.is_ahead(at) {
                true => Tense::Future,
                false => Tense::Past,
            },
            _ if self.is_ahead(at) => Tense::Future,
            tense => tense,
        };
        Some(Point::strong(self.context.weekday(weekday, tense), at + 1))
    }

    /// Whether the words right before a day put it ahead: "until Monday", "ahead of Friday's vote".
    pub(super) fn is_ahead(&self, at: usize) -> bool {
        // "until 9 a.m. EST | Tuesday"
        const CLOCK: usize = 6;
        let clock = |at: usize| {
            let token = &self.reading.tokens[at];
            token.is_number()
                || token.is(b':')
                || matches!(self.term(at), Term::Meridiem(_) | Term::Clock(_))
                || self.is_zone(at)
        };
        let Some(before) = (at.saturating_sub(CLOCK)..at).rev().find(|at| !clock(*at)) else {
            return false;
        };
        let words = |at: usize, words: &[&str]| words.iter().any(|word| self.word(at, word));
        // "Until Thursday they had not met."
        let sentence = self.reading.sentence_tokens(at);
        let never = || {
            let near = sentence.start.max(at.saturating_sub(12))..sentence.end.min(at + 12);
            near.into_iter().any(|at| {
                self.reading.tag(at) == Tag::Negation
                    && at > 0
                    && words(at - 1, &["had", "did", "was", "were"])
            })
        };
        words(before, &["until", "till"]) && !never()
            || words(before, &["of"]) && before > 0 && words(before - 1, &["ahead"])
            || words(before, &["as"]) && before > 1 && words(before - 1, &["soon", "early"])
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.reading
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Possessive)
    }

    /// `first quarter of 2025`, `first nine months`, `second week of June`, `20th century`, `5th of March`.
    pub(super) fn read_ordinal(&self, at: usize) -> Option<Point> {
        let Term::Ordinal(number) = self.term(at) else {
            return None;
        };
        let end = at + self.len(at);
        let next = self.after_hyphen(end).unwrap_or(end);
        let fiscal = next + usize::from(self.term(next) == Term::Fiscal);
        if let Some(point) = self.one_of_parts(at, number, end) {
            return Some(point);
        }
        if let Some(point) = self.weekday_of_month(end, number).filter(|_| number <= 4) {
            return Some(point);
        }
        match self.term(fiscal) {
            Term::Unit(Unit::Quarter | Unit::Half) if self.is_of_a_thing(fiscal + 1) => return None,
            Term::Unit(Unit::Quarter | Unit::Half)
                if self.year_behind(fiscal + 1).is_none() && self.is_of_match(at) =>
            {
                return None
            }
            Term::Unit(Unit::Quarter) if (1..=4).contains(&number) => {
                let point = self.part_of_year(at, Part::Quarter(number), fiscal + 1);
                return Some(if fiscal > next {
                    self.of_company(at, point)
                } else {
                    point
                });
            }
            // "the first half of October"
            Term::Unit(Unit::Half)
                if self.word(next + 1, "of") && matches!(self.term(next + 2), Term::Month(_)) =>
            {
                return self.point(next + 2, DEEPEST);
            }
            Term::Unit(Unit::Half) if (1..=2).contains(&number) => {
                return Some(self.part_of_year(at, Part::Half(number), fiscal + 1));
            }
            Term::Unit(Unit::Century) if (2..=30).contains(&number) => {
                let year = (i32::from(number) - 1) * 100;
                return Some(Point::strong(
                    Date::explicit(Period::new(Some(year), Part::Century)),
                    next + 1,
                ));
            }
            Term::Unit(Unit::Day) if number == 1 => return self.edge_day(next + 1, false),
            Term::Unit(Unit::Week) if (1..=5).contains(&number) => {
                if !self.word(next + 1, "of") {
                    return None;
                }
                let month = self.point(next + 2, DEEPEST)?;
                return Some(Point {
                    date: week_of(month.date, number)?,
                    end: month.end,
                    strength: Strength::Strong,
                });
            }
            _ => {}
        }
        if number == 1 {
            if let Some(point) = self.first_of(at, next, false) {
                return Some(point);
            }
        }
        self.read_number(at).or_else(|| self.day_alone(at))
    }

    /// "on the 18th": a day of the month that is spoken of, else of one near.
    fn day_alone(&self, at: usize) -> Option<Point> {
        let day = u8::try_from(self.digits(at)?.0).ok()?;
        let end = at + 2;
        let ordinal = self.glued(at + 1) && ["st", "nd", "rd", "th"].iter().any(|end| self.word(at + 1, end));
        let led = at >= 2
            && self.word(at - 1, "the")
            && ["on", "by", "until", "till", "before", "from"]
                .iter()
                .any(|word| self.word(at - 2, word));
        let tag = self.reading.tag(end);
        let closes = self
            .reading
            .tokens
            .get(end)
            .is_none_or(|next| !next.glued() || !next.is_hyphen())
            && matches!(
                tag,
                Tag::Mark | Tag::Conjunction | Tag::Preposition | Tag::Subordinator
            )
            && !self.word(end, "of")
            // "on the 4th and 19th", of every month
            && !(tag == Tag::Conjunction && self.digits(end + 1).is_some());
        if !(ordinal && led && closes) {
            return None;
        }
        let (today, basis) = self.context.anchor(Unit::Month)?;
        // A month that was told just before.
        const NEAR: usize = 60;
        let spoken_of = self
            .focus
            .filter(|focus| focus.last.is_none() && self.focus_at + NEAR > at);
        if let Some((Some(year), Part::Month(month))) =
            spoken_of.map(|date| (date.first.year, date.first.part))
        {
            return Some(Point::fair(
                Date::new(Period::new(Some(year), Part::Day(month, day)), leaning_on(basis)),
                end,
            ));
        }
        let tense = self.tense(at, end);
        let days = [-1, 0, 1].map(|months| {
            let month = shift_months(today, months)?;
            ymd(month.year(), u8::try_from(month.month()).ok()?, day)
        });
        let found = days.into_iter().flatten().min_by_key(|found| {
            let away = (*found - today).num_days();
            let against = match tense {
                Tense::Past | Tense::Loose => away > 0,
                Tense::Future => away < 0,
                _ => false,
            };
            away.abs() + if against { 100 } else { 0 }
        })?;
        Some(Point::fair(Date::new(Period::day(found), basis), end))
    }

    pub(super) fn read_season(&self, at: usize) -> Option<Point> {
        let Term::Season(season) = self.term(at) else {
            return None;
        };
        let end = at + 1;
        if let Some((year, end)) = self.year_behind(end) {
            return Some(Point::strong(
                Date::new(Period::new(year.first.year, Part::Season(season)), year.basis),
                end,
            ));
        }
        let before = at.checked_sub(1)?;
        // "the play Suddenly Last Summer"
        let title = matches!(self.term(before), Term::Which(_))
            && self.reading.tokens[before].is_capitalised()
            && !self.reading.opens_sentence(before)
            && !in_headline(self.reading, at);
        if title {
            return None;
        }
        let word = self.word(at, "fall") || self.word(at, "spring");
        let leans = self.leans_on_preposition(at)
            && !self.word(before, "to")
            && !self.word(before, "of")
            && !self.word(before, "for");
        // "in the spring", but "a pick-up in the fall of prices"; "in the autumn budget" tells of the budget.
        let article = self.word(before, "the")
            && !matches!(self.reading.tag(end), Tag::Noun | Tag::NounPlural)
            && (!word
                || before > 0
                    && ["in", "by", "during", "since", "until"]
                        .iter()
                        .any(|word| self.word(before - 1, word))
                    && !self.word(end, "of")
                    && !self.word(end, "in"));
        if !(leans && !(word && self.word(before, "after")) || article) {
            return None;
        }
        let tense = self.tense_for(at, end, Unit::Season);
        Some(Point::fair(self.context.part(Part::Season(season), tense), end))
    }

    /// `fiscal 2025`, `fiscal first quarter`, `the fiscal year ending March 2026`, `the fiscal year`.
    pub(super) fn read_fiscal(&self, at: usize, depth: u8) -> Option<Point> {
        if let Some(point) = self.fiscal_year(at) {
            return Some(point);
        }
        let mut next = at + self.len(at);
        next = self.after_hyphen(next).unwrap_or(next);
        match self.term(at) {
            Term::Fiscal => {
                let Term::Ordinal(_) = self.term(next) else {
                    return None;
                };
                Some(self.of_company(at, self.point(next, depth + 1)?))
            }
            Term::FiscalYear => {
                // Bare: the year spoken of, and only with its article.
                let article = at > 0 && self.word(at - 1, "the") || depth > 0;
                if let Some(found) = self.ended_point(next, 1, Unit::Year) {
                    return Some(found.0);
                }
                (article && self.reading.word(at).len() > 2)
                    .then(|| Point::fair(self.context.fiscal_year(0), next))
            }
            _ => None,
        }
    }

    /// `early March`, `mid-November`, `the end of 2026`, `end-June`.
    pub(super) fn read_edge(&self, at: usize, edge: Edge, depth: u8) -> Option<Point> {
        let next = at + 1;
        match edge {
            Edge::Early | Edge::Late | Edge::Mid => {
                let next = self.after_hyphen(next).unwrap_or(next);
                if edge == Edge::Early && self.word(next, "in") {
                    return None;
                }
                if edge == Edge::Mid || !matches!(self.term(next), Term::Unit(_) | Term::Cardinal(_)) {
                    let point = self.point(next + usize::from(self.word(next, "the")), depth + 1)?;
                    return (!matches!(point.date.first.part, Part::Day(..)) || edge != Edge::Mid)
                        .then_some(point);
                }
                None
            }
            Edge::Start | Edge::Middle | Edge::End => {
                if let Some(glued) = self.after_hyphen(next) {
                    return matches!(self.term(glued), Term::Month(_) | Term::None)
                        .then(|| self.point(glued, depth + 1))
                        .flatten();
                }
                if edge == Edge::End
                    && matches!(self.term(next), Term::Month(_))
                    && at > 0
                    && self.reading.tag(at) != Tag::Verb
                {
                    return self.point(next, depth + 1);
                }
                if !self.word(next, "of") {
                    return None;
                }
                let point = self.point(next + 1, depth + 1)?;
                (point.date.unit() >= Unit::Week).then_some(point)
            }
        }
    }
}

/// The n-th week of a month: that of its middle day.
fn week_of(month: Date, number: u8) -> Option<Date> {
    let Part::Month(_) = month.first.part else {
        return None;
    };
    let Some(first) = month.first.first(1) else {
        return Some(Date::unresolved(Period::unknown(Unit::Week)));
    };
    let day = super::period::shift_days(first, i32::from(number) * 7 - 4)?;
    Some(Date::new(Period::holding(day, Unit::Week), month.basis))
}
