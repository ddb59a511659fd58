//! Feasts that the moon or another calendar fixes: the Lunar New Year, Diwali, Eid, Passover, the Easter of the East.

use chrono::{Datelike, NaiveDate};

use super::holiday::easter_of_julius;
use super::period::{shift_days, ymd, Part, Period};

/// When a feast falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// So many days from the first new moon, by the clock of China, at or after a day.
    Chinese(u8, u8, u8),
    /// On the eve of the first new moon, by the clock of India, at or after a day.
    Indian(u8, u8),
    /// In a month of the calendar of Islam, on a day of it or all through it.
    Islamic(u8, Option<u8>),
    /// So many days from a Jewish New Year: of the same year, or (negative) of the next one.
    Jewish(i16),
    /// So many days from Easter Sunday by the old calendar.
    Orthodox(i8),
    /// Somewhere in a month.
    Month(u8),
}

/// A feast as the calendar list tells it: `chinese1-21+0`, `indian10-17`, `islamic10-1`, `islamic9`, `jewish83`,
/// `orthodox0`, `month3`.
pub(super) fn feast(value: &str) -> Option<Feast> {
    let at = value.find(|char: char| char.is_ascii_digit() || char == '-')?;
    let (calendar, when) = value.split_at(at);
    let day = |text: &str| {
        let (month, day) = text.split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    };
    Some(match calendar {
        "chinese" => {
            let (from, days) = when.split_once('+')?;
            let (month, day) = day(from)?;
            Feast::Chinese(month, day, days.parse().ok()?)
        }
        "indian" => {
            let (month, day) = day(when)?;
            Feast::Indian(month, day)
        }
        "islamic" => match day(when) {
            Some((month, day)) => Feast::Islamic(month, Some(day)),
            None => Feast::Islamic(when.parse().ok()?, None),
        },
        "jewish" => Feast::Jewish(when.parse().ok()?),
        "orthodox" => Feast::Orthodox(when.parse().ok()?),
        "month" => Feast::Month(when.parse().ok()?),
        _ => return None,
    })
}

impl Feast {
    /// The day or month it falls on in a year.
    pub(super) fn in_year(self, year: i32) -> Option<Period> {
        let day = match self {
            Self::Chinese(month, day, days) => {
                let from = ymd(year, month, day)?;
                let moon = moons(year).find_map(|moon| at_clock(moon, 8.0).filter(|moon| *moon >= from))?;
                shift_days(moon, days.into())?
            }
            Self::Indian(month, day) => {
                // The night of the feast is the last one before the new moon.
                const EVENING: f64 = 10.5;
                let from = ymd(year, month, day)?;
                moons(year)
                    .filter(|moon| at_clock(*moon, 5.5).is_some_and(|moon| moon >= from))
                    .find_map(|moon| at_clock(moon, -EVENING - 3.0))?
            }
            Self::Islamic(month, day) => {
                let first = moons_with_number(year)
                    .filter(|(number, _)| (number - FIRST_MUHARRAM).rem_euclid(12) + 1 == i32::from(month))
                    // The moon of a conjunction before the evening in Mecca may be seen in that evening.
                    .find_map(|(_, moon)| {
                        shift_days(at_clock(moon, 9.0)?, 1).filter(|day| day.year() == year)
                    })?;
                let Some(day) = day else {
                    let middle = shift_days(first, 14)?;
                    return Some(Period::month(middle.year(), middle.month() as u8));
                };
                shift_days(first, i32::from(day) - 1)?
            }
            Self::Jewish(days) => {
                let new_year = jewish_new_year(year)?;
                // From the eighth month on, days depend on how long the year is.
                let length = (jewish_new_year(year + 1)? - new_year).num_days();
                let long = days > 59 && length % 10 == 5;
                shift_days(new_year, i32::from(days) + i32::from(long))?
            }
            Self::Orthodox(days) => shift_days(easter_of_julius(year)?, days.into())?,
            Self::Month(month) => return Some(Period::new(Some(year), Part::Month(month))),
        };
        Some(Period::day(day))
    }
}

/// The number of the new moon that the year 1421 of Islam began with.
const FIRST_MUHARRAM: i32 = 3;

/// The new moons of a year and their numbers, counted from January 2000, in days of the Julian count.
fn moons_with_number(year: i32) -> impl Iterator<Item = (i32, f64)> {
    const A_YEAR: f64 = 12.3685;
    let first = (f64::from(year - 2000) * A_YEAR).floor() as i32 - 1;
    (first..first + 15).map(|number| (number, new_moon(number)))
}

fn moons(year: i32) -> impl Iterator<Item = f64> {
    moons_with_number(year).map(|(_, moon)| moon)
}

/// The day of a moment, by a clock that is so many hours ahead of Greenwich.
fn at_clock(moment: f64, hours: f64) -> Option<NaiveDate> {
    const JANUARY_2000: f64 = 2_451_544.5;
    let days = (moment + hours / 24.0 - JANUARY_2000).floor();
    shift_days(ymd(2000, 1, 1)?, days as i32)
}

/// A new moon, to some minutes (after Meeus, "Astronomical Algorithms", chapter 49).
fn new_moon(number: i32) -> f64 {
    let k = f64::from(number);
    let t = k / 1236.85;
    let sun = (2.5534 + 29.105_356_70 * k).to_radians();
    let moon = (201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t).to_radians();
    let node = (160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t).to_radians();
    2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t - 0.407_20 * moon.sin()
        + 0.172_41 * sun.sin()
        + 0.016_08 * (2.0 * moon).sin()
        + 0.010_39 * (2.0 * node).sin()
        + 0.007_39 * (moon - sun).sin()
        - 0.005_14 * (moon + sun).sin()
        + 0.002_08 * (2.0 * sun).sin()
}

/// The first day of the Jewish year that begins in a year of ours (by molad and postponements).
fn jewish_new_year(year: i32) -> Option<NaiveDate> {
    let jewish = i64::from(year) + 3761;
    let months = (235 * jewish - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let mut day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 {
        day += 1;
    }
    // The count's own first day matters to nobody: told from a day that is known.
    let known = 2_112_206;
    shift_days(ymd(2023, 9, 16)?, i32::try_from(day - known).ok()?)
}
