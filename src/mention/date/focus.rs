//! The date that the text speaks of (its focus), and the periods beside it: what forms that lean on it take their value from.

use chrono::Datelike;

use super::period::{shift_days, Part, Period, Unit};
use super::resolve::{leaning_on, Date};
use super::term::Which;
use super::Finder;

impl Finder<'_, '_> {
    pub(super) fn fiscal_beside(&self, which: Which, count: i32) -> Date {
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
    pub(super) fn beside_focus(&self, unit: Unit, count: i32) -> Option<Date> {
        if unit <= Unit::Day {
            let day = self.focus_day.unwrap_or_else(|| self.context.day(0));
            let moved = day.first.later(count)?;
            return Some(Date::new(moved, leaning_on(day.basis)));
        }
        if let Some(week) = self.focus_week.filter(|_| unit == Unit::Week) {
            return Some(Date::new(week.first.later(count)?, leaning_on(week.basis)));
        }
        let day = self.focus_in_year.filter(|_| unit == Unit::Year);
        let Some(focus) = day.or(self.focus).filter(|focus| focus.first.year.is_some()) else {
            return Some(self.context.relative(unit, count));
        };
        let last = focus.last.unwrap_or(focus.first);
        let date = match unit {
            Unit::Year if last.part == Part::Fiscal => Date::new(last.later(count)?, focus.basis),
            Unit::Year if matches!(last.part, Part::FiscalQuarter(_) | Part::FiscalHalf(_)) => Date {
                fiscal: focus.fiscal,
                ..Date::new(
                    Period::new(Some(last.year?.checked_add(count)?), Part::Fiscal),
                    focus.basis,
                )
            },
            Unit::Year => Date::new(Period::of_year(last.year?.checked_add(count)?), focus.basis),
            Unit::Quarter if focus.last.is_some() && focus.months() == 3 => {
                let Part::Month(month) = last.part else {
                    return None;
                };
                if month % 3 > 0 {
                    return None;
                }
                let quarter = Period::new(last.year, Part::Quarter(month / 3));
                Date::new(quarter.later(count)?, focus.basis)
            }
            unit if last.unit() == unit => Date {
                fiscal: focus.fiscal,
                ..Date::new(last.later(count)?, focus.basis)
            },
            _ => return Some(self.context.relative(unit, count)),
        };
        Some(date.with_basis(leaning_on(focus.basis)))
    }

    /// `the previous Friday`, `the following Monday`: beside the day that was told just before.
    pub(super) fn weekday_beside(&self, which: Which, weekday: u8) -> Option<Date> {
        const NEAR: usize = 40;
        let day = self.focus_day.filter(|_| self.here < self.day_end + NEAR)?;
        let told = day.first.first(1)?;
        let ahead = (i32::from(weekday) - told.weekday().number_from_monday() as i32).rem_euclid(7);
        let days = match which {
            Which::Previous => ahead - 7,
            _ if ahead == 0 => 7,
            _ => ahead,
        };
        Some(Date::new(
            Period::day(shift_days(told, days)?),
            leaning_on(day.basis),
        ))
    }

    /// The quarter after that of a fiscal year that was told, if that one is over.
    pub(super) fn quarter_after_told(&self) -> Option<Date> {
        let focus = self
            .focus
            .filter(|focus| matches!(focus.first.part, Part::FiscalQuarter(_)) && focus.last.is_none())?;
        let fiscal = if focus.fiscal == 0 {
            self.context.home.first
        } else {
            focus.fiscal
        };
        let over = focus.first.last(fiscal)? < self.context.published?;
        let next = focus.first.later(1).filter(|_| over)?;
        Some(Date {
            fiscal: focus.fiscal,
            ..Date::new(next, leaning_on(focus.basis))
        })
    }

    /// `the quarter`, `the month`: the one spoken of, else the current one or the last that is over.
    pub(super) fn spoken_of(&self, unit: Unit) -> Date {
        if unit <= Unit::Day {
            return self
                .focus_day
                .map_or_else(|| self.context.day(0), |day| Date { time: None, ..day });
        }
        if let Some(focus) = self.focus.filter(|focus| self.is_recent(*focus, unit)) {
            let told = focus.last.unwrap_or(focus.first);
            let same = told.unit() == unit && (focus.last.is_none() || unit != Unit::Month);
            let run = focus.last.is_some()
                && matches!(unit, Unit::Quarter | Unit::Half)
                && focus.months() == unit.months();
            if same || run {
                return focus.with_basis(leaning_on(focus.basis));
            }
        }
        match unit {
            // Results come after their quarter's end.
            Unit::Quarter | Unit::Half => self.context.relative(unit, -1),
            unit => self.context.relative(unit, 0),
        }
    }

    /// `the latest quarter`: the one spoken of, if it is over; of one that runs nobody knows the figures.
    pub(super) fn latest(&self, unit: Unit) -> Date {
        let told = self.spoken_of(unit);
        match unit {
            Unit::Quarter | Unit::Half if !self.is_over(told) => self.context.relative(unit, -1),
            _ => told,
        }
    }

    /// Whether a date lies near enough to now for "the year" to mean its year, "the month" its month.
    fn is_recent(&self, date: Date, unit: Unit) -> bool {
        const MONTHS: i64 = 3 * 31;
        let told = date.last.unwrap_or(date.first);
        match unit {
            Unit::Year => {
                let now = self.context.relative(Unit::Year, 0).first.year;
                now.zip(told.year)
                    .is_some_and(|(now, told)| (now - 1..=now + 1).contains(&told))
            }
            Unit::Month => match (self.context.published, told.first(self.context.home.first)) {
                (Some(now), Some(told)) => (now - told).num_days().abs() <= MONTHS,
                _ => true,
            },
            _ => true,
        }
    }

    /// The month that "the same month" is, where a year was told since or it lies longer ago than what is news.
    pub(super) fn month_told(&self) -> Option<Date> {
        let month = self.focus_month?;
        let beside = self.reading.sentence_of(self.here) == self.reading.sentence_of(self.focus_at);
        let year = self.focus.is_some_and(|focus| focus.unit() >= Unit::Year);
        (year && self.is_recent(month, Unit::Month) || beside && !year).then_some(month)
    }

    /// `that year`: the year of the date that was told last.
    pub(super) fn year_told(&self) -> Option<Date> {
        let told = self.focus_in_year.or(self.focus)?;
        let year = Period::new(told.last.unwrap_or(told.first).year, Part::Year);
        (told.first.part != Part::Fiscal).then(|| Date::new(year, leaning_on(told.basis)))
    }

    /// Whether a date is over by the day of publication; a month need only have begun.
    pub(super) fn is_over(&self, date: Date) -> bool {
        let told = date.last.unwrap_or(date.first);
        let end = match told.unit() {
            Unit::Month => told.first(self.context.home.first),
            _ => told.last(self.context.home.first),
        };
        let now = self.context.published;
        end.zip(now).is_none_or(|(end, now)| end <= now)
    }

    /// What "a year earlier" counts from: what is still to come only in the sentence that tells of it.
    pub(super) fn focus_to_compare(&self) -> Option<Date> {
        let focus = self.focus?;
        let here = self.reading.sentence_of(self.here) == self.reading.sentence_of(self.focus_at);
        match here || self.is_over(focus) {
            true => Some(focus),
            false => self.focus_over.or(self.focus),
        }
    }

    /// The stretch of so many months that was told last.
    pub(super) fn told_months(&self, months: Option<i32>) -> Option<Date> {
        [self.focus, self.run]
            .into_iter()
            .flatten()
            .find(|date| Some(date.months()) == months)
    }

    /// Whether there is a date of which so many units can be counted on: `In May the mill shut. Two months later …`.
    pub(super) fn counts_from_told(&self, count: i32, unit: Unit) -> bool {
        match unit {
            Unit::Week => self.focus_week.is_some() || self.focus_day.is_some(),
            Unit::Day | Unit::Fortnight | Unit::Weekend => self.focus_day.is_some(),
            Unit::Year => self.focus_to_compare().is_some(),
            Unit::Month if count % 12 == 0 => self.focus_to_compare().is_some(),
            unit => {
                let focus = self.focus.filter(|focus| focus.last.is_none());
                focus.is_some_and(|focus| focus.unit() == unit)
            }
        }
    }

    /// So many units from what is spoken of.
    pub(super) fn shifted_focus(&self, count: i32, unit: Unit) -> Option<Date> {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => None,
            // "fell to 8 million kilos this week from 9 million a week earlier"
            Unit::Week if self.focus_week.is_some() => {
                let week = self.focus_week?;
                Some(Date::new(week.first.later(count)?, leaning_on(week.basis)))
            }
            Unit::Day | Unit::Week | Unit::Fortnight | Unit::Weekend => {
                // What is still to come is nothing to count back from.
                let now = self.context.day(0);
                let is_past = |day: &Date| count > 0 || day.first.first(1) <= now.first.first(1);
                let day = self.focus_day.filter(is_past).unwrap_or(now);
                let days = count.checked_mul(match unit {
                    Unit::Day => 1,
                    Unit::Fortnight => 14,
                    _ => 7,
                })?;
                let moved = day.first.first(1).and_then(|first| shift_days(first, days));
                Some(
                    moved.map_or(Date::unresolved(Period::unknown(Unit::Day)), |day_| {
                        Date::new(Period::day(day_), leaning_on(day.basis))
                    }),
                )
            }
            Unit::Year => match self.focus_to_compare() {
                Some(focus) => Some(focus.years_later(count, leaning_on(focus.basis))),
                None => Some(self.context.away(count, unit)),
            },
            Unit::Month if count % 12 == 0 => self.shifted_focus(count / 12, Unit::Year),
            unit => {
                let focus = self
                    .focus
                    .filter(|focus| focus.unit() == unit && focus.last.is_none());
                match focus {
                    Some(focus) => Some(Date::new(focus.first.later(count)?, leaning_on(focus.basis))),
                    None => Some(self.context.away(count, unit)),
                }
            }
        }
    }
}
