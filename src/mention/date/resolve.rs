//! From what an expression says to the calendar: against the day of publication, another date of the article,
//! or nothing.

use chrono::{Datelike, NaiveDate};

use super::home::Home;
use super::period::{is_day, shift_days, shift_months, ymd, Part, Period, Season, Unit};
use super::tense::Tense;
use crate::mention::{Basis, When};

/// A date as it was read: a period or a run of periods, perhaps a part of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) first: Period,
    /// The last period of a run.
    pub(super) last: Option<Period>,
    pub(super) basis: Basis,
    /// What follows the day in the value: `TMO`, `T18:00`.
    pub(super) time: Option<Time>,
    /// The month in which its fiscal year begins, where the text says so; else 0.
    pub(super) fiscal: u8,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Part(super::term::DayPart),
    /// Hour and minute.
    Clock(u8, u8),
}

impl Time {
    pub(super) fn value(self) -> String {
        match self {
            Self::Part(part) => part.code().to_owned(),
            Self::Clock(hour, minute) => format!("T{hour:02}:{minute:02}"),
        }
    }
}

impl Date {
    pub(super) const fn explicit(first: Period) -> Self {
        Self::new(first, Basis::Explicit)
    }

    pub(super) const fn new(first: Period, basis: Basis) -> Self {
        Self {
            first,
            last: None,
            basis,
            time: None,
            fiscal: 0,
        }
    }

    pub(super) const fn unresolved(first: Period) -> Self {
        Self::new(first, Basis::Unresolved)
    }

    pub(super) const fn run(first: Period, last: Period, basis: Basis) -> Self {
        Self {
            first,
            last: Some(last),
            basis,
            time: None,
            fiscal: 0,
        }
    }

    /// The same stretch, so many years later.
    pub(super) fn years_later(self, years: i32, basis: Basis) -> Self {
        Self {
            first: self.first.years_later(years),
            last: self.last.map(|last| last.years_later(years)),
            basis: if self.basis == Basis::Unresolved {
                self.basis
            } else {
                basis
            },
            time: None,
            fiscal: self.fiscal,
        }
    }

    pub(super) fn unit(self) -> Unit {
        match self.last {
            // A run of days counts as days, one of months as more than a month.
            Some(_) if self.first.unit() >= Unit::Month => Unit::Quarter,
            _ => self.first.unit(),
        }
    }

    /// How many months it takes; 0 for what is no run of months.
    pub(super) fn months(self) -> i32 {
        let number = |period: Period| match period.part {
            Part::Month(month) => period.year.map(|year| year * 12 + i32::from(month)),
            _ => None,
        };
        match self.last {
            Some(last) => match (number(self.first), number(last)) {
                (Some(first), Some(last)) => last - first + 1,
                _ => 0,
            },
            None => self.first.unit().months(),
        }
    }

    pub(super) fn when(self, fiscal: u8) -> When {
        let fiscal = if self.fiscal == 0 { fiscal } else { self.fiscal };
        let mut value = self.first.to_string();
        if let Some(last) = self.last {
            value.push('/');
            value.push_str(&last.to_string());
        }
        if let Some(time) = self.time {
            value.push_str(&time.value());
        }
        When {
            value,
            start: self.first.first(fiscal),
            end: self.last.unwrap_or(self.first).last(fiscal),
            basis: self.basis,
            vague: false,
        }
    }
}

/// What a date told by another one rests on.
pub(super) const fn leaning_on(basis: Basis) -> Basis {
    match basis {
        Basis::Explicit => Basis::Document,
        other => other,
    }
}

/// What dates of an article are resolved against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    pub(super) published: Option<NaiveDate>,
    /// Where there is no day of publication: the latest date of what the article tells.
    pub(super) document: Option<Period>,
    pub(super) home: Home,
}

impl Context {
    /// The day that relative expressions of this unit count from.
    pub(super) fn anchor(&self, unit: Unit) -> Option<(NaiveDate, Basis)> {
        if let Some(day) = self.published {
            return Some((day, Basis::Publication));
        }
        let document = self.document.filter(|period| period.unit() <= unit)?;
        Some((document.last(self.home.first)?, Basis::Document))
    }

    /// `last month`, `this week`, `next year`: the period of this unit so many after the current one.
    pub(super) fn relative(&self, unit: Unit, count: i32) -> Date {
        let found = self.anchor(unit).and_then(|(day, basis)| {
            let mut period = Period::holding(day, unit);
            if unit == Unit::Weekend && count < 0 && day.weekday().number_from_monday() >= 6 {
                // "last weekend", written on a Sunday.
                period = period.later(-1)?;
            } else {
                period = period.later(count)?;
            }
            Some(Date::new(period, basis))
        });
        found.unwrap_or(Date::unresolved(Period::unknown(unit)))
    }

    /// `yesterday`
    pub(super) fn day(&self, count: i32) -> Date {
        self.anchor(Unit::Day)
            .and_then(|(day, basis)| Some(Date::new(Period::day(shift_days(day, count)?), basis)))
            .unwrap_or(Date::unresolved(Period::unknown(Unit::Day)))
    }

    /// `this fiscal year`, `last fiscal`
    pub(super) fn fiscal_year(&self, count: i32) -> Date {
        self.anchor(Unit::Year)
            .and_then(|(day, basis)| {
                let period = Period::fiscal_holding(day, self.home.first).later(count)?;
                Some(Date::new(period, basis))
            })
            .unwrap_or(Date::unresolved(Period::new(None, Part::Fiscal)))
    }

    /// So many units before (negative) or after now: a year, month, week or day according to the unit.
    pub(super) fn away(&self, count: i32, unit: Unit) -> Date {
        match unit {
            Unit::Fortnight => self.relative(Unit::Week, count.saturating_mul(2)),
            Unit::Second | Unit::Minute | Unit::Hour => self.day(0),
            Unit::Day => self.day(count),
            Unit::Decade => self.relative(Unit::Year, count.saturating_mul(10)),
            Unit::Century => self.relative(Unit::Year, count.saturating_mul(100)),
            unit => self.relative(unit, count),
        }
    }

    /// `on Monday`: the latest at or before the day of publication in the past, the next at or after it
    /// in the future.
    pub(super) fn weekday(&self, weekday: u8, tense: Tense) -> Date {
        let Some((day, basis)) = self.anchor(Unit::Day) else {
            return Date::unresolved(Period::new(None, Part::Weekday(weekday)));
        };
        let ahead = (i32::from(weekday) - day.weekday().number_from_monday() as i32).rem_euclid(7);
        let shift = match tense {
            Tense::Future | Tense::Present | Tense::Due => ahead,
            Tense::Past | Tense::Loose | Tense::Unknown if ahead == 0 => 0,
            Tense::Past | Tense::Loose | Tense::Unknown => ahead - 7,
        };
        shift_days(day, shift).map_or(
            Date::unresolved(Period::new(None, Part::Weekday(weekday))),
            |day| Date::new(Period::day(day), basis),
        )
    }

    /// The weekday of the week so many after the current one; `last Friday` is the latest before today.
    pub(super) fn weekday_relative(&self, weekday: u8, count: i32) -> Date {
        let Some((day, basis)) = self.anchor(Unit::Day) else {
            return Date::unresolved(Period::new(None, Part::Weekday(weekday)));
        };
        let ahead = (i32::from(weekday) - day.weekday().number_from_monday() as i32).rem_euclid(7);
        let shift = match count {
            0 => i32::from(weekday) - day.weekday().number_from_monday() as i32,
            count if count < 0 => ahead - 7,
            _ if ahead == 0 => 7,
            // "next Thursday", told on a Wednesday: tomorrow would be called so.
            _ if ahead <= 2 && i32::from(weekday) > ahead => ahead + 7,
            _ => ahead,
        };
        shift_days(day, shift).map_or(
            Date::unresolved(Period::new(None, Part::Weekday(weekday))),
            |day| Date::new(Period::day(day), basis),
        )
    }

    /// `May 3` without a year.
    pub(super) fn day_of_month(&self, month: u8, day: u8, tense: Tense) -> Option<Date> {
        if !is_day(None, month, day) {
            return None;
        }
        let unknown = Period::new(None, Part::Day(month, day));
        let Some((today, basis)) = self.anchor(Unit::Month) else {
            return Some(Date::unresolved(unknown));
        };
        let year = today.year();
        let in_year = |year: i32| ymd(year, month, day);
        // News tells of days nearby: the nearest, but for a tense that says otherwise.
        let best = [year - 1, year, year + 1]
            .into_iter()
            .filter_map(in_year)
            .min_by_key(|found| {
                let away = (*found - today).num_days();
                let against = match tense {
                    // A day's grace: papers are dated a day late, or early.
                    Tense::Past | Tense::Loose => away > 1,
                    Tense::Future => away < -20,
                    Tense::Present | Tense::Due | Tense::Unknown => false,
                };
                away.abs()
                    + if against && basis == Basis::Publication {
                        250
                    } else {
                        0
                    }
            });
        Some(best.map_or(Date::unresolved(unknown), |day| {
            Date::new(Period::day(day), basis)
        }))
    }

    /// The year of a part of the year that is told without one.
    pub(super) fn part(&self, part: Part, tense: Tense) -> Date {
        if let Some(found) = self.part_of_home(part, tense) {
            return found;
        }
        let unknown = Date::unresolved(Period::new(None, part));
        let unit = unknown.first.unit();
        let Some((today, basis)) = self.anchor(unit.max(Unit::Month)) else {
            return unknown;
        };
        let fiscal = matches!(part, Part::FiscalQuarter(_) | Part::FiscalHalf(_));
        let year = if fiscal {
            Period::fiscal_holding(today, self.home.first)
                .year
                .unwrap_or(today.year())
        } else {
            today.year()
        };
        let candidates = [year - 1, year, year + 1].map(|year| Period::new(Some(year), part));
        // How much of the period must be over, or may be, at the day of publication.
        let (begun, over) = match unit {
            Unit::Month => (0, 20),
            Unit::Quarter => (15, 45),
            Unit::Half => (60, 25),
            _ => (20, 30),
        };
        let days_from = |day: Option<NaiveDate>| day.map_or(i64::MAX, |day| (today - day).num_days());
        let has_begun = |period: &Period| days_from(period.first(self.home.first)) >= begun;
        let is_not_over = |period: &Period| days_from(period.last(self.home.first)) <= over;
        let tense = match tense {
            _ if basis == Basis::Document => Tense::Unknown,
            tense => tense,
        };
        let found = match tense {
            Tense::Past => candidates.into_iter().rev().find(has_begun),
            Tense::Loose => {
                // How near the next one has to be, and how far the last one: it would be told with its year.
                const SOON: i64 = 62;
                const LONG_AGO: i64 = 270;
                let next = candidates.into_iter().find(|period| !has_begun(period));
                let last = candidates.into_iter().rev().find(has_begun);
                let soon = next.filter(|period| -days_from(period.first(self.home.first)) <= SOON);
                let long_ago = last.is_none_or(|period| days_from(period.last(self.home.first)) > LONG_AGO);
                soon.filter(|_| long_ago).or(last)
            }
            Tense::Future => candidates.into_iter().find(is_not_over),
            Tense::Present | Tense::Due | Tense::Unknown => candidates.into_iter().min_by_key(|period| {
                let (first, last) = (
                    days_from(period.first(self.home.first)),
                    days_from(period.last(self.home.first)),
                );
                match (first, last) {
                    (0.., ..=0) => 0,
                    // What lies ahead counts as further off than what is past.
                    (..0, _) => -first + 60,
                    _ => last,
                }
            }),
        };
        found.map_or(unknown, |period| Date::new(period, basis))
    }

    /// `July-March` without a year: the run of months whose end lies nearest.
    pub(super) fn months(&self, from: u8, to: u8, tense: Tense) -> Date {
        let end = self.part(Part::Month(to), tense);
        let year = end.first.year.map(|year| if from > to { year - 1 } else { year });
        Date::run(Period::new(year, Part::Month(from)), end.first, end.basis)
    }

    /// A part of a year told with its year, which may be a fiscal one.
    pub(super) fn part_of(&self, part: Part, year: Period) -> Period {
        if year.part != Part::Fiscal {
            return Period::new(year.year, part);
        }
        match part {
            Part::Quarter(quarter) => Period::new(year.year, Part::FiscalQuarter(quarter)),
            Part::Half(half) => Period::new(year.year, Part::FiscalHalf(half)),
            Part::Month(month) | Part::Day(month, _) => {
                let first = self.home.first > 1 && month >= self.home.first;
                Period::new(year.year.map(|year| year - i32::from(first)), part)
            }
            part => Period::new(year.year, part),
        }
    }

    /// The first (or last) so many months, quarters or weeks of a year.
    pub(super) fn first_of(
        &self,
        count: u8,
        unit: Unit,
        last: bool,
        year: Period,
        basis: Basis,
    ) -> Option<Date> {
        let per_year: u8 = match unit {
            Unit::Month => 12,
            Unit::Quarter => 4,
            Unit::Half => 2,
            _ => return None,
        };
        if count == 0 || count > per_year {
            return None;
        }
        if year.year.is_none() {
            return Some(Date::unresolved(Period::unknown(unit)));
        }
        let begin = year.first(self.home.first)?;
        let months = 12 / per_year;
        let (from, to) = if last {
            (per_year - count, per_year - 1)
        } else {
            (0, count - 1)
        };
        let period = |at: u8| Some(Period::holding(shift_months(begin, (at * months).into())?, unit));
        let (from, to) = (period(from)?, period(to)?);
        Some(if from == to {
            Date::new(from, basis)
        } else {
            Date::run(from, to, basis)
        })
    }

    /// The year whose first so many months have just passed.
    pub(super) fn year_to(&self, months: u8, tense: Tense) -> Date {
        let Some((today, basis)) = self.anchor(Unit::Month) else {
            return Date::unresolved(Period::unknown(Unit::Year));
        };
        let over = today.month() as u8 > months || (today.month() as u8 == months && today.day() >= 20);
        let year = if over || tense == Tense::Future {
            today.year()
        } else {
            today.year() - 1
        };
        Date::new(Period::of_year(year), basis)
    }

    /// `the winter of 2022`, `last spring`
    pub(super) fn season_relative(&self, season: Season, count: i32) -> Date {
        let unknown = Date::unresolved(Period::new(None, Part::Season(season)));
        let Some((today, basis)) = self.anchor(Unit::Month) else {
            return unknown;
        };
        let year = today.year();
        let found = match count {
            0 => Some(Period::new(Some(year), Part::Season(season))),
            // The latest that is over, or the first that has not begun.
            count if count < 0 => [year, year - 1, year - 2]
                .map(|year| Period::new(Some(year), Part::Season(season)))
                .into_iter()
                .find(|period| period.last(1).is_some_and(|last| last < today)),
            _ => [year, year + 1]
                .map(|year| Period::new(Some(year), Part::Season(season)))
                .into_iter()
                .find(|period| period.first(1).is_some_and(|first| first > today)),
        };
        found.map_or(unknown, |period| Date::new(period, basis))
    }

    /// `last May`, `next March`, `this September`
    pub(super) fn month_relative(&self, month: u8, count: i32) -> Date {
        let unknown = Date::unresolved(Period::new(None, Part::Month(month)));
        let Some((today, basis)) = self.anchor(Unit::Month) else {
            return unknown;
        };
        let (year, now) = (today.year(), today.month() as u8);
        let year = match count {
            0 => year,
            count if count < 0 => year - i32::from(month >= now),
            _ => year + i32::from(month <= now),
        };
        Date::new(Period::month(year, month), basis)
    }
}
