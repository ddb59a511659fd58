//! Quarters and halves told by their last month: `the September quarter`, `the December 2024 half`.

use super::period::{Part, Period, Unit};
use super::resolve::Date;
use super::term::Term;
use super::{Finder, Point};
use crate::mention::Basis;

impl Finder<'_, '_> {
    /// What begins with the last month of a quarter or half; `next` is the token behind the month.
    pub(super) fn by_last_month(&self, month: u8, next: usize, start: usize) -> Option<Point> {
        let inside = self.year(next);
        let unit_at = inside.map_or(next, |(_, end)| end);
        let unit_at = self.after_hyphen(unit_at).unwrap_or(unit_at);
        let unit = match self.term(unit_at) {
            Term::Unit(unit @ Unit::Quarter) => unit,
            // "in March half of them left"
            Term::Unit(unit @ Unit::Half) if start > 0 && self.word(start - 1, "the") => unit,
            _ => return None,
        };
        let behind = self.year_behind(unit_at + 1);
        if behind.is_none() && self.word(unit_at + 1, "of") {
            return None;
        }
        let (last, basis, end) = match (inside, behind) {
            (Some((year, _)), _) => (Period::month(year, month), Basis::Explicit, unit_at + 1),
            (None, Some((year, end))) => {
                let last = self.context.part_of(Part::Month(month), year.first);
                (last, year.basis, end)
            }
            (None, None) => {
                let tense = self.tense_for(start, unit_at + 1, Unit::Month);
                let date = self.context.part(Part::Month(month), tense);
                (date.first, date.basis, unit_at + 1)
            }
        };
        let months = unit.months() as u8;
        let date = match (month % months, unit) {
            (0, Unit::Quarter) => Date::new(Period::new(last.year, Part::Quarter(month / 3)), basis),
            (0, _) => Date::new(Period::new(last.year, Part::Half(month / 6)), basis),
            _ => Date::run(last.later(1 - i32::from(months))?, last, basis),
        };
        Some(Point::strong(date, end))
    }
}
