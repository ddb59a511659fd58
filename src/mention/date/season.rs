//! Years of crops, trade and sports: `the 2024-25 season`, `marketing year 2025/26`.

use super::period::Period;
use super::resolve::Date;
use super::{Finder, Point};
use crate::lexicon::Class;
use crate::mention::Basis;

impl Finder<'_, '_> {
    /// Two years in a row beside a word that makes a season of them: where the mention begins, and the run of both.
    pub(super) fn season_at(&self, at: usize) -> Option<(usize, Point)> {
        let (first, second, end) = self.years(at)?;
        if second != first + 1 || self.sticks_to_word(at, end) {
            return None;
        }
        let run = |end| {
            let date = Date::run(Period::of_year(first), Period::of_year(second), Basis::Explicit);
            Point::strong(date, end)
        };
        if let Some(end) = self.season_noun(end) {
            return Some((at, run(end)));
        }
        // "a 2025/26 harvest of two million tonnes": the noun is the thing's.
        if self.reading.is_of(end, Class::Crop) {
            return Some((at, run(end)));
        }
        let start = at
            .checked_sub(1)
            .filter(|last| self.word(*last, "season"))
            .or_else(|| {
                let noun = at.checked_sub(2)?;
                (self.season_noun(noun) == Some(at)).then_some(noun)
            })?;
        Some((start, run(end)))
    }

    /// The end of `season`, `crop year`, `marketing year`, `sugar season`.
    fn season_noun(&self, at: usize) -> Option<usize> {
        if self.word(at, "season") {
            return Some(at + 1);
        }
        let noun = self.word(at + 1, "year") || self.word(at + 1, "season");
        (noun && self.reading.is_of(at, Class::CropYear)).then_some(at + 2)
    }
}
