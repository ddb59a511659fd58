//! Stretches of the calendar: what a date means once it is read, and how it is written as a TIMEX3 value.

use std::fmt::{self, Display, Formatter};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Units in which time is told, the smaller first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
}

/// What part of the calendar, apart from its year. A number that is not known is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Month and day.
    Day(u8, u8),
    /// A weekday of which nothing else is known.
    Weekday(u8),
    /// A week of the ISO year.
    Week(u8),
    Weekend(u8),
    Month(u8),
    Quarter(u8),
    Season(Season),
    Half(u8),
    Year,
    /// The fiscal year that ends in the year.
    Fiscal,
    FiscalQuarter(u8),
    FiscalHalf(u8),
    /// The ten years that begin with the year.
    Decade,
    /// The hundred years that begin with the year.
    Century,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A day, week, month, quarter, half, season, year, decade or fiscal year; the year may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) year: Option<i32>,
    pub(super) part: Part,
}

impl Unit {
    /// How many months it takes; 0 for what is shorter than a month.
    pub(super) const fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter | Self::Season => 3,
            Self::Half => 6,
            Self::Year => 12,
            Self::Decade => 120,
            Self::Century => 1200,
            _ => 0,
        }
    }
}

impl Season {
    const fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month it begins with in the north, where most of the news of seasons is written.
    const fn first_month(self) -> u8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    fn of_month(month: u8) -> Self {
        match month {
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            9..=11 => Self::Autumn,
            _ => Self::Winter,
        }
    }
}

impl Period {
    pub(super) const fn new(year: Option<i32>, part: Part) -> Self {
        Self { year, part }
    }

    pub(super) const fn of_year(year: i32) -> Self {
        Self::new(Some(year), Part::Year)
    }

    pub(super) const fn month(year: i32, month: u8) -> Self {
        Self::new(Some(year), Part::Month(month))
    }

    pub(super) fn day(day: NaiveDate) -> Self {
        Self::new(Some(day.year()), Part::Day(day.month() as u8, day.day() as u8))
    }

    /// The period of this unit that holds a day. `fiscal` is the month in which fiscal years begin.
    pub(super) fn holding(day: NaiveDate, unit: Unit) -> Self {
        let (year, month) = (day.year(), day.month() as u8);
        let week = day.iso_week();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::day(day),
            Unit::Weekend => Self::new(Some(week.year()), Part::Weekend(week.week() as u8)),
            Unit::Week | Unit::Fortnight => Self::new(Some(week.year()), Part::Week(week.week() as u8)),
            Unit::Month => Self::month(year, month),
            Unit::Quarter => Self::new(Some(year), Part::Quarter((month - 1) / 3 + 1)),
            Unit::Season => {
                // A winter bears the year in which it begins.
                let year = if month < 3 { year - 1 } else { year };
                Self::new(Some(year), Part::Season(Season::of_month(month)))
            }
            Unit::Half => Self::new(Some(year), Part::Half((month - 1) / 6 + 1)),
            Unit::Year => Self::of_year(year),
            Unit::Decade => Self::new(Some(year - year.rem_euclid(10)), Part::Decade),
            Unit::Century => Self::new(Some(year - year.rem_euclid(100)), Part::Century),
        }
    }

    /// The fiscal year that holds a day.
    pub(super) fn fiscal_holding(day: NaiveDate, fiscal: u8) -> Self {
        let ends_later = fiscal > 1 && day.month() as u8 >= fiscal;
        Self::new(Some(day.year() + i32::from(ends_later)), Part::Fiscal)
    }

    /// A period of this unit of which nothing is known.
    pub(super) const fn unknown(unit: Unit) -> Self {
        let part = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Part::Day(0, 0),
            Unit::Weekend => Part::Weekend(0),
            Unit::Week | Unit::Fortnight => Part::Week(0),
            Unit::Month => Part::Month(0),
            Unit::Quarter => Part::Quarter(0),
            Unit::Season => Part::Season(Season::Winter),
            Unit::Half => Part::Half(0),
            Unit::Year => Part::Year,
            Unit::Decade => Part::Decade,
            Unit::Century => Part::Century,
        };
        Self::new(None, part)
    }

    pub(super) const fn unit(self) -> Unit {
        match self.part {
            Part::Day(..) | Part::Weekday(_) => Unit::Day,
            Part::Week(_) => Unit::Week,
            Part::Weekend(_) => Unit::Weekend,
            Part::Month(_) => Unit::Month,
            Part::Quarter(_) | Part::FiscalQuarter(_) => Unit::Quarter,
            Part::Season(_) => Unit::Season,
            Part::Half(_) | Part::FiscalHalf(_) => Unit::Half,
            Part::Year | Part::Fiscal => Unit::Year,
            Part::Decade => Unit::Decade,
            Part::Century => Unit::Century,
        }
    }

    /// The same period, so many years later.
    pub(super) fn years_later(self, years: i32) -> Self {
        let Some(year) = self.year else { return self };
        if let (Part::Week(_) | Part::Weekend(_), Some(first)) = (self.part, self.first(1)) {
            // Weeks have no fellow a year later; the week of the same day does.
            return shift_months(first, years.saturating_mul(12))
                .map_or(self, |day| Self::holding(day, self.unit()));
        }
        Self::new(year.checked_add(years).filter(|y| in_reach(*y)), self.part)
    }

    /// The period of the same length, so many of its own lengths later. `None` beyond the calendar.
    pub(super) fn later(self, count: i32) -> Option<Self> {
        let year = self.year?;
        let step = |number: u8, of: i32| {
            let total = year
                .checked_mul(of)?
                .checked_add(i32::from(number) - 1)?
                .checked_add(count)?;
            Some((total.div_euclid(of), (total.rem_euclid(of) + 1) as u8))
        };
        let found = match self.part {
            Part::Day(..) => Self::day(shift_days(self.first(1)?, count)?),
            Part::Weekday(_) => return None,
            Part::Week(_) | Part::Weekend(_) => {
                Self::holding(shift_days(self.first(1)?, count.checked_mul(7)?)?, self.unit())
            }
            Part::Month(month) => {
                let (year, month) = step(month, 12)?;
                Self::month(year, month)
            }
            Part::Quarter(quarter) => {
                let (year, quarter) = step(quarter, 4)?;
                Self::new(Some(year), Part::Quarter(quarter))
            }
            Part::FiscalQuarter(quarter) => {
                let (year, quarter) = step(quarter, 4)?;
                Self::new(Some(year), Part::FiscalQuarter(quarter))
            }
            Part::Half(half) => {
                let (year, half) = step(half, 2)?;
                Self::new(Some(year), Part::Half(half))
            }
            Part::FiscalHalf(half) => {
                let (year, half) = step(half, 2)?;
                Self::new(Some(year), Part::FiscalHalf(half))
            }
            Part::Season(_) | Part::Year | Part::Fiscal => {
                Self::new(Some(year.checked_add(count)?), self.part)
            }
            Part::Decade => Self::new(Some(year.checked_add(count.checked_mul(10)?)?), self.part),
            Part::Century => Self::new(Some(year.checked_add(count.checked_mul(100)?)?), self.part),
        };
        in_reach(found.year?).then_some(found)
    }

    /// Its first day. `fiscal` is the month in which fiscal years begin.
    pub(super) fn first(self, fiscal: u8) -> Option<NaiveDate> {
        let year = self.year?;
        let month_of = |month: u8| ymd(year, month, 1);
        match self.part {
            Part::Day(month, day) => ymd(year, month, day),
            Part::Weekday(_) => None,
            Part::Week(week) => NaiveDate::from_isoywd_opt(year, week.into(), Weekday::Mon),
            Part::Weekend(week) => NaiveDate::from_isoywd_opt(year, week.into(), Weekday::Sat),
            Part::Month(month) => month_of(month),
            Part::Quarter(quarter @ 1..=4) => month_of(quarter * 3 - 2),
            Part::Half(half @ 1..=2) => month_of(half * 6 - 5),
            Part::Quarter(_) | Part::Half(_) => None,
            Part::Season(season) => month_of(season.first_month()),
            Part::Year | Part::Decade | Part::Century => month_of(1),
            Part::Fiscal => fiscal_month(year, fiscal, 0),
            Part::FiscalQuarter(quarter @ 1..=4) => fiscal_month(year, fiscal, (quarter - 1) * 3),
            Part::FiscalHalf(half @ 1..=2) => fiscal_month(year, fiscal, (half - 1) * 6),
            Part::FiscalQuarter(_) | Part::FiscalHalf(_) => None,
        }
    }

    /// Its last day.
    pub(super) fn last(self, fiscal: u8) -> Option<NaiveDate> {
        let first = self.first(fiscal)?;
        let months = match self.part {
            Part::Day(..) | Part::Weekday(_) => return Some(first),
            Part::Week(_) => return shift_days(first, 6),
            Part::Weekend(_) => return shift_days(first, 1),
            Part::Month(_) => 1,
            Part::Quarter(_) | Part::FiscalQuarter(_) | Part::Season(_) => 3,
            Part::Half(_) | Part::FiscalHalf(_) => 6,
            Part::Year | Part::Fiscal => 12,
            Part::Decade => 120,
            Part::Century => 1200,
        };
        shift_days(shift_months(first, months)?, -1)
    }
}

impl Display for Period {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let fiscal = matches!(
            self.part,
            Part::Fiscal | Part::FiscalQuarter(_) | Part::FiscalHalf(_)
        );
        if fiscal {
            f.write_str("FY")?;
        }
        match (self.year, self.part) {
            (Some(year), Part::Decade) => return write!(f, "{:03}X", year.div_euclid(10)),
            (Some(year), Part::Century) => return write!(f, "{:02}XX", year.div_euclid(100)),
            (Some(year), _) => write!(f, "{year:04}")?,
            (None, Part::Decade) => return f.write_str("XXXX"),
            (None, _) => f.write_str("XXXX")?,
        }
        match self.part {
            Part::Year | Part::Fiscal | Part::Decade | Part::Century => Ok(()),
            Part::Day(month, day) => {
                write!(f, "-{}-{}", Two(month), Two(day))
            }
            Part::Weekday(day) => write!(f, "-WXX-{day}"),
            Part::Week(week) => write!(f, "-W{}", Two(week)),
            Part::Weekend(week) => write!(f, "-W{}-WE", Two(week)),
            Part::Month(month) => write!(f, "-{}", Two(month)),
            Part::Quarter(0) | Part::FiscalQuarter(0) => f.write_str("-QX"),
            Part::Quarter(quarter) | Part::FiscalQuarter(quarter) => write!(f, "-Q{quarter}"),
            Part::Half(0) | Part::FiscalHalf(0) => f.write_str("-HX"),
            Part::Half(half) | Part::FiscalHalf(half) => write!(f, "-H{half}"),
            Part::Season(season) => write!(f, "-{}", season.code()),
        }
    }
}

/// Two digits, or `XX` for what is not known.
struct Two(u8);

impl Display for Two {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("XX"),
            number => write!(f, "{number:02}"),
        }
    }
}

/// Years that a TIMEX3 value can write in four digits.
pub(super) fn in_reach(year: i32) -> bool {
    (0..=9999).contains(&year)
}

pub(super) fn ymd(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
}

/// A day of a month whose year may not be known: is there such a day?
pub(super) fn is_day(year: Option<i32>, month: u8, day: u8) -> bool {
    ymd(year.unwrap_or(2000), month, day).is_some()
}

pub(super) fn shift_days(day: NaiveDate, count: i32) -> Option<NaiveDate> {
    let days = Days::new(count.unsigned_abs().into());
    match count < 0 {
        true => day.checked_sub_days(days),
        false => day.checked_add_days(days),
    }
}

pub(super) fn shift_months(day: NaiveDate, count: i32) -> Option<NaiveDate> {
    let months = Months::new(count.unsigned_abs());
    match count < 0 {
        true => day.checked_sub_months(months),
        false => day.checked_add_months(months),
    }
}

/// The first day of the month that is `after` months into the fiscal year that ends in `year`.
pub(super) fn fiscal_month(year: i32, fiscal: u8, after: u8) -> Option<NaiveDate> {
    let begins = if fiscal > 1 { year.checked_sub(1)? } else { year };
    shift_months(ymd(begins, fiscal.max(1), 1)?, after.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_hold_their_days() {
        for (unit, value, first, last) in [
            (Unit::Day, "2025-08-15", "2025-08-15", "2025-08-15"),
            (Unit::Week, "2025-W33", "2025-08-11", "2025-08-17"),
            (Unit::Weekend, "2025-W33-WE", "2025-08-16", "2025-08-17"),
            (Unit::Month, "2025-08", "2025-08-01", "2025-08-31"),
            (Unit::Quarter, "2025-Q3", "2025-07-01", "2025-09-30"),
            (Unit::Season, "2025-SU", "2025-06-01", "2025-08-31"),
            (Unit::Half, "2025-H2", "2025-07-01", "2025-12-31"),
            (Unit::Year, "2025", "2025-01-01", "2025-12-31"),
            (Unit::Decade, "202X", "2020-01-01", "2029-12-31"),
            (Unit::Century, "20XX", "2000-01-01", "2099-12-31"),
        ] {
            let period = Period::holding(day("2025-08-15"), unit);
            assert_eq!(period.to_string(), value);
            assert_eq!(period.first(1), Some(day(first)), "{value}");
            assert_eq!(period.last(1), Some(day(last)), "{value}");
        }
    }

    #[test]
    fn fiscal_years_bear_the_year_in_which_they_end() {
        let period = Period::fiscal_holding(day("2025-08-15"), 7);
        assert_eq!(period.to_string(), "FY2026");
        assert_eq!(period.first(7), Some(day("2025-07-01")));
        assert_eq!(period.last(7), Some(day("2026-06-30")));
        assert_eq!(Period::fiscal_holding(day("2025-08-15"), 1).to_string(), "FY2025");
        let quarter = Period::new(Some(2026), Part::FiscalQuarter(4));
        assert_eq!(quarter.last(7), Some(day("2026-06-30")));
    }

    #[test]
    fn stepping_carries_into_the_next_year() {
        let later = |period: Period, count| period.later(count).unwrap().to_string();
        assert_eq!(later(Period::month(2025, 11), 3), "2026-02");
        assert_eq!(later(Period::new(Some(2025), Part::Quarter(1)), -1), "2024-Q4");
        assert_eq!(later(Period::new(Some(2024), Part::Week(52)), 1), "2025-W01");
        assert_eq!(Period::of_year(9999).later(1), None);
    }
}
