//! Fiscal years and their parts: how they are written, and which are meant where no year is told.

use chrono::Datelike;

use super::home::Quarters;
use super::period::{shift_months, Part, Period, Unit};
use super::resolve::{Context, Date};
use super::tense::Tense;
use super::term::Term;
use super::{Finder, Point};
use crate::lexicon::{Classes, Tag};
use crate::mention::Basis;
use crate::token::Gap;

/// A word that begins with `FY`, `Q1`, `H1`, as it is put together.
#[derive(Clone, Copy, Debug, Default)]
struct Shape {
    quarter: Option<u8>,
    half: Option<u8>,
    /// `FY` stands in it.
    fiscal: bool,
    /// `CY` stands in it.
    calendar: bool,
    /// `M`: the number before it counts months.
    months: bool,
    year: Option<i32>,
    /// `Q` or `H` without its number, which stands before.
    open_quarter: bool,
    open_half: bool,
}

/// `FY25`, `Q1FY26`, `H1`; behind a number `QFY26`, `H25`, `MFY25`.
fn shape(word: &str, number: bool) -> Option<Shape> {
    let bytes = word.as_bytes();
    if !(1..=10).contains(&bytes.len()) {
        return None;
    }
    let mut shape = Shape::default();
    let mut rest = bytes;
    match rest {
        [b'Q', n @ b'1'..=b'4', tail @ ..] if !number => {
            shape.quarter = Some(n - b'0');
            rest = tail;
        }
        [b'H', n @ b'1'..=b'2', tail @ ..] if !number => {
            shape.half = Some(n - b'0');
            rest = tail;
        }
        [b'Q', tail @ ..] => {
            shape.open_quarter = true;
            rest = tail;
        }
        [b'H', tail @ ..] => {
            shape.open_half = true;
            rest = tail;
        }
        [b'M', tail @ ..] => {
            shape.months = true;
            rest = tail;
        }
        _ => {}
    }
    if let Some(tail) = rest.strip_prefix(b"FY").or_else(|| rest.strip_prefix(b"fy")) {
        shape.fiscal = true;
        rest = tail;
    } else if let Some(tail) = rest.strip_prefix(b"CY") {
        shape.calendar = true;
        rest = tail;
    }
    if !rest.is_empty() {
        if !matches!(rest.len(), 2 | 4) || !rest.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let number = rest
            .iter()
            .fold(0, |number, digit| number * 10 + i32::from(digit - b'0'));
        shape.year = Some(if rest.len() == 2 {
            short_year(number)
        } else {
            number
        });
    }
    // "M25" is a motorway, "Q50" and "H2" are models; "M" and "H" alone are letters, but for "9M 2025".
    let told = shape.fiscal
        || shape.months && number && shape.year.is_none()
        || shape.calendar
        || shape.quarter.is_some()
        || shape.half.is_some()
        || shape.open_quarter
        || shape.open_half;
    told.then_some(shape)
}

pub(super) fn short_year(number: i32) -> i32 {
    number + if number < 70 { 2000 } else { 1900 }
}

impl Context {
    /// "Q1", "the first half" where business counts by fiscal years: the one that has just been reported.
    pub(super) fn part_of_home(&self, part: Part, tense: Tense) -> Option<Date> {
        // Within how many days of its end a quarter is news, and for how long the calendar's own one is as near.
        const NEWS: i64 = 100;
        const AS_NEAR: i64 = 92;
        let (fiscal, months) = match part {
            Part::Quarter(quarter) => (Part::FiscalQuarter(quarter), 3),
            Part::Half(half) => (Part::FiscalHalf(half), 6),
            _ => return None,
        };
        let today = self.published?;
        let year = Period::fiscal_holding(today, self.home.first).year?;
        let age = |period: &Period| {
            let last = period.last(self.home.first)?;
            Some((today - last).num_days())
        };
        let of_calendar = [today.year() - 1, today.year()]
            .map(|year| Period::new(Some(year), part))
            .into_iter()
            .filter_map(|period| age(&period))
            .any(|age| (-31 * months..=AS_NEAR).contains(&age));
        let reported = [year - 1, year]
            .map(|year| Period::new(Some(year), fiscal))
            .into_iter()
            .find(|period| age(period).is_some_and(|age| (0..=NEWS).contains(&age)))
            .filter(|_| !of_calendar)
            .map(|period| Date::new(period, Basis::Publication));
        let ahead = || (self.home.quarters == Quarters::Fiscal).then(|| self.part(fiscal, Tense::Future));
        match (self.home.quarters, tense) {
            (Quarters::Calendar, _) => None,
            (_, Tense::Future) => ahead(),
            (_, Tense::Present) => reported.or_else(ahead),
            _ => reported,
        }
    }

    /// `fiscal fourth quarter`: of a company whose fiscal year nobody tells. Results come within weeks of a quarter's end, so
    /// it ended with the month before publication; what is forecast ends with the month after next.
    pub(super) fn part_of_company(&self, part: Part, tense: Tense) -> Date {
        const NEWS: i64 = 100;
        let (fiscal, months_left) = match part {
            Part::Quarter(quarter) => (Part::FiscalQuarter(quarter), (4 - i32::from(quarter)) * 3),
            Part::Half(half) => (Part::FiscalHalf(half), (2 - i32::from(half)) * 6),
            part => return self.part(part, tense),
        };
        let unknown = Date::unresolved(Period::new(None, fiscal));
        let Some((today, basis)) = self.anchor(Unit::Month) else {
            return unknown;
        };
        if tense != Tense::Future {
            let of_country = self.part(fiscal, Tense::Past);
            let age = of_country
                .first
                .last(self.home.first)
                .map(|last| (today - last).num_days());
            if age.is_some_and(|age| (0..=NEWS).contains(&age)) {
                return of_country;
            }
        }
        let months_ahead = if tense == Tense::Future { 2 } else { -1 };
        let Some(end) = shift_months(today, months_ahead + months_left) else {
            return unknown;
        };
        Date {
            fiscal: end.month() as u8 % 12 + 1,
            ..Date::new(Period::new(Some(end.year()), fiscal), basis)
        }
    }
}

impl Finder<'_, '_> {
    /// `fiscal 2024-25`, `FY25`, `FY 2025`, `fiscal year ending March 2026`, `2024-25 fiscal year`.
    pub(super) fn fiscal_year(&self, at: usize) -> Option<Point> {
        let token = self.reading.tokens.get(at)?;
        if token.is_word() && matches!(token.first, b'F' | b'f' | b'C') && token.end - token.start <= 6 {
            if let Some(found @ Shape { fiscal: true, .. }) | Some(found @ Shape { calendar: true, .. }) =
                shape(self.reading.word(at), false).filter(|s| s.year.is_some())
            {
                let (year, end) = self.second_year(found.year?, at + 1);
                let part = if found.fiscal { Part::Fiscal } else { Part::Year };
                return Some(Point::strong(Date::explicit(Period::new(Some(year), part)), end));
            }
        }
        let mut next = match self.term(at) {
            Term::FiscalYear | Term::Fiscal => at + self.len(at),
            Term::CalendarYear => {
                let (year, end) = self.year(at + self.len(at))?;
                return Some(Point::strong(Date::explicit(Period::of_year(year)), end));
            }
            _ => return None,
        };
        if self.is_mark(next, b'\'')
            || self
                .reading
                .tokens
                .get(next)
                .is_some_and(|t| t.kind == crate::token::TokenKind::Quote)
        {
            next += 1;
        }
        if let Some((_, second, end)) = self.years(next) {
            return Some(Point::strong(
                Date::explicit(Period::new(Some(second), Part::Fiscal)),
                end,
            ));
        }
        let (value, length) = self.digits(next)?;
        let year = match length {
            4 if (1900..2100).contains(&value) => value as i32,
            // "FY 25", but not "fiscal 25".
            2 if self.glued(next) || self.word(at, "fy") => short_year(value as i32),
            _ => return None,
        };
        Some(Point::strong(
            Date::explicit(Period::new(Some(year), Part::Fiscal)),
            next + 1,
        ))
    }

    /// `-26` behind `FY2025`: the fiscal year is the second one.
    fn second_year(&self, year: i32, at: usize) -> (i32, usize) {
        let joint = self.reading.tokens.get(at);
        let joined = joint.is_some_and(|t| (t.is_hyphen() || t.is(b'/')) && t.glued()) && self.glued(at + 1);
        let second = match self.digits(at + 1) {
            Some((second, 2)) if joined => year - year.rem_euclid(100) + second as i32,
            Some((second, 4)) if joined => second as i32,
            _ => return (year, at),
        };
        if second == year + 1 {
            (second, at + 2)
        } else {
            (year, at)
        }
    }

    /// `H2` is hydrogen, too, and a model's name: it is a half of the year behind a word of time, or before what is counted
    /// by it.
    fn is_half_year(&self, at: usize, end: usize) -> bool {
        const BEFORE: [&str; 11] = [
            "in", "during", "by", "since", "until", "through", "into", "from", "over", "early", "late",
        ];
        let counted = self.reading.classes(end).contains(Classes::PERIOD_FIGURE);
        let noun = self.reading.tag(end).is_noun();
        let told = at
            .checked_sub(1)
            .is_some_and(|before| BEFORE.iter().any(|word| self.word(before, word)));
        // "In H2 | output | fell"
        let subject = matches!(self.reading.tag(end + 1), Tag::VerbPast | Tag::VerbS | Tag::Be);
        counted || told && (!noun || subject)
    }

    /// The number before the letters of `1QFY26`, and where these stand.
    fn number_of_shape(&self, at: usize) -> Option<(Option<u8>, usize)> {
        let token = self.reading.tokens.get(at)?;
        if token.is_number() {
            let (number, length) = self.digits(at).filter(|_| self.glued(at + 1))?;
            return (length <= 2).then_some((Some(number as u8), at + 1));
        }
        // `the Urbino 18 H2`
        let named = at > 0
            && token.gap == Gap::Space
            && self.reading.tokens[at - 1].is_number()
            && self.digits(at - 1).is_some_and(|(_, length)| length < 4);
        (!named).then_some((None, at))
    }

    /// The year behind `Q1`: `Q1-2025`, `Q1/2025`, `Q1 of 2025`.
    fn year_of_shape(&self, end: usize) -> Option<(Date, usize)> {
        let glued = self
            .after_hyphen(end)
            .or_else(|| (self.is_mark(end, b'/') && self.glued(end)).then_some(end + 1));
        match glued {
            Some(at) => self
                .year(at)
                .map(|(year, after)| (Date::explicit(Period::of_year(year)), after)),
            None => self.year_behind(end),
        }
    }

    /// `Q1`, `H1FY26`, `1QFY26`, `11MFY25`, `Q4 2024`, `3Q of 2025`, `FY25`.
    pub(super) fn fiscal_shape(&self, at: usize) -> Option<Point> {
        let (number, word_at) = self.number_of_shape(at)?;
        let word = self.reading.tokens.get(word_at).filter(|t| t.is_word())?;
        if !matches!(word.first, b'Q' | b'H' | b'F' | b'C' | b'M') {
            return None;
        }
        let shape = shape(self.reading.word(word_at), number.is_some())?;
        let quarter = match (number, shape.open_quarter) {
            (Some(number @ 1..=4), true) => Some(number),
            (None, false) => shape.quarter,
            (Some(_), false) if !shape.months && !shape.open_half => return None,
            _ => None,
        };
        let half = match (number, shape.open_half) {
            (Some(number @ 1..=2), true) => Some(number),
            (None, false) => shape.half,
            _ => None,
        };
        let mut end = word_at + 1;
        let mut year = shape.year.map(|year| {
            let (year, after) = self.second_year(year, end);
            end = after;
            let part = if shape.fiscal { Part::Fiscal } else { Part::Year };
            Date::explicit(Period::new(Some(year), part))
        });
        // "6M in 2025" are six million.
        let in_year = self.word(end, "in") || self.word(end, "of");
        let currency = at > 0 && self.glued(at);
        if shape.months && !shape.fiscal && (in_year || currency) {
            return None;
        }
        if let Some((date, after)) = year.is_none().then(|| self.year_of_shape(end)).flatten() {
            year = Some(date);
            end = after;
        }
        if shape.months {
            let months = number?;
            let year = year?;
            let date = self
                .context
                .first_of(months, Unit::Month, false, year.first, year.basis)?;
            return Some(Point::strong(date, end));
        }
        let part = match (quarter, half) {
            (Some(quarter), _) => Part::Quarter(quarter),
            (_, Some(half)) => Part::Half(half),
            _ => {
                // `FY25` alone; a bare `Q` or `H` is a letter.
                let year = year.filter(|_| shape.fiscal || shape.calendar)?;
                return (number.is_none() && !shape.open_quarter && !shape.open_half)
                    .then(|| Point::strong(year, end));
            }
        };
        let date = match year {
            Some(year) => Date::new(self.context.part_of(part, year.first), year.basis),
            None if half.is_some() && !self.is_half_year(at, end) => return None,
            None => match self.year_beside(part) {
                Some(date) => return Some(Point::strong(date, end)),
                None => self.context.part(part, self.tense_of_part(at, end)),
            },
        };
        Some(if year.is_some() {
            Point::strong(date, end)
        } else {
            Point::fair(date, end)
        })
    }
}

impl Date {
    pub(super) fn is_fiscal(self) -> bool {
        matches!(
            self.first.part,
            Part::Fiscal | Part::FiscalQuarter(_) | Part::FiscalHalf(_)
        )
    }

    pub(super) fn with_basis(self, basis: Basis) -> Self {
        Self { basis, ..self }
    }
}
