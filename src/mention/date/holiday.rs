//! Days of holidays.

use super::period::{shift_days, ymd, Part, Period, Unit};
use super::resolve::{Context, Date};
use super::tense::Tense;
use super::term::Holiday;
use chrono::{Datelike, NaiveDate};

impl Context {
    pub(super) fn holiday(&self, holiday: Holiday, year: Option<i32>, tense: Tense) -> Option<Date> {
        if let Some(year) = year {
            return Some(Date::explicit(holiday_in(holiday, year)?));
        }
        match (self.anchor(Unit::Month), holiday) {
            (None, Holiday::Fixed(month, day)) => {
                Some(Date::unresolved(Period::new(None, Part::Day(month, day))))
            }
            (None, _) => None,
            (Some((today, basis)), _) => {
                let found = [today.year() - 1, today.year(), today.year() + 1]
                    .into_iter()
                    .filter_map(|year| holiday_in(holiday, year))
                    .filter_map(|found| Some((found, found.first(1)?)))
                    .min_by_key(|(_, day)| {
                        let away = (*day - today).num_days();
                        let against = match tense {
                            Tense::Past => away > 1,
                            Tense::Future => away < 0,
                            _ => false,
                        };
                        away.abs() + if against { 365 } else { 0 }
                    })?;
                Some(Date::new(found.0, basis))
            }
        }
    }
}

/// The day of a holiday in a year, or the month, where no more is sure.
pub(super) fn holiday_in(holiday: Holiday, year: i32) -> Option<Period> {
    let day = match holiday {
        Holiday::Fixed(month, day) => ymd(year, month, day),
        Holiday::Nth(month, 9, weekday) => {
            let last = Period::month(year, month).last(1)?;
            let back = (last.weekday().number_from_monday() + 7 - u32::from(weekday)) % 7;
            shift_days(last, -i32::try_from(back).ok()?)
        }
        Holiday::Nth(month, nth, weekday) => {
            let first = ymd(year, month, 1)?;
            let ahead = (u32::from(weekday) + 7 - first.weekday().number_from_monday()) % 7;
            shift_days(first, i32::try_from(ahead).ok()? + (i32::from(nth) - 1) * 7)
        }
        Holiday::Easter(days) => shift_days(easter(year)?, days.into()),
        Holiday::Feast(feast) => return feast.in_year(year),
    };
    day.map(Period::day)
}

/// Easter Sunday of the calendar of Julius Caesar, by ours.
pub(super) fn easter_of_julius(year: i32) -> Option<NaiveDate> {
    const LATE: i32 = 13;
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let day = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let total = moon + day + 114;
    let easter = ymd(
        year,
        u8::try_from(total / 31).ok()?,
        u8::try_from(total % 31 + 1).ok()?,
    )?;
    shift_days(easter, LATE)
}

/// Easter Sunday of the Gregorian calendar (the "anonymous" computation of 1876).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let day = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * day) / 451;
    let total = moon + day - 7 * late + 114;
    ymd(
        year,
        u8::try_from(total / 31).ok()?,
        u8::try_from(total % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::super::feast::Feast;
    use super::*;

    #[test]
    fn holidays_fall_where_they_fall() {
        for (holiday, year, day) in [
            (Holiday::Easter(0), 2024, "2024-03-31"),
            (Holiday::Easter(0), 2025, "2025-04-20"),
            (Holiday::Easter(-2), 2000, "2000-04-21"),
            (Holiday::Nth(11, 4, 4), 2024, "2024-11-28"),
            (Holiday::Nth(9, 1, 1), 2025, "2025-09-01"),
            (Holiday::Nth(5, 9, 1), 2025, "2025-05-26"),
            (Holiday::Fixed(12, 25), 2025, "2025-12-25"),
            (Holiday::Feast(Feast::Orthodox(0)), 2024, "2024-05-05"),
            (Holiday::Feast(Feast::Orthodox(0)), 2025, "2025-04-20"),
            (Holiday::Feast(Feast::Chinese(1, 21, 0)), 2004, "2004-01-22"),
            (Holiday::Feast(Feast::Chinese(1, 21, 0)), 2025, "2025-01-29"),
            (Holiday::Feast(Feast::Chinese(8, 25, 14)), 2020, "2020-10-01"),
            (Holiday::Feast(Feast::Indian(10, 18)), 2020, "2020-11-14"),
            (Holiday::Feast(Feast::Indian(10, 18)), 2024, "2024-10-31"),
            (Holiday::Feast(Feast::Islamic(10, Some(1))), 2025, "2025-03-30"),
            (Holiday::Feast(Feast::Islamic(12, Some(10))), 2023, "2023-06-28"),
            (Holiday::Feast(Feast::Islamic(9, None)), 2025, "2025-03"),
            (Holiday::Feast(Feast::Jewish(0)), 2024, "2024-10-03"),
            (Holiday::Feast(Feast::Jewish(-163)), 2026, "2026-04-02"),
            (Holiday::Feast(Feast::Jewish(83)), 2024, "2024-12-26"),
        ] {
            assert_eq!(
                holiday_in(holiday, year).map(|d| d.to_string()).as_deref(),
                Some(day)
            );
        }
    }
}
