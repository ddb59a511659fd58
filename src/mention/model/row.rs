//! A row of the lists of models, and what it says of the words that name it.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::{same_house, spaced, tail, Make};
use crate::lexicon::{model, parts, product, Classes, Hit, Label, List, RowId};
use crate::mention::Text;
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// A row of the lists of models.
pub(super) struct Row<'x> {
    pub(super) row: RowId,
    pub(super) list: List,
    pub(super) make: &'x str,
    pub(super) model: &'x str,
    pub(super) flags: &'x str,
    pub(super) surface: &'x str,
    /// A number behind it goes on with the name: `iPhone 16`, `Falcon 9`.
    pub(super) takes_numbers: bool,
}

impl<'x> Row<'x> {
    pub(super) fn of(reading: &Reading<'x>, hit: &Hit) -> Self {
        let lexicon = reading.lexicon;
        let surface = lexicon.surface(hit.entry);
        let (make, model, flags, takes_numbers) = match hit.list {
            List::Products => (
                lexicon.cell(hit.row, product::MAKER),
                lexicon.cell(hit.row, product::PRODUCT),
                lexicon.cell(hit.row, product::FLAGS),
                matches!(hit.label, Label::Device | Label::Chip | Label::Rocket),
            ),
            _ => (
                lexicon.cell(hit.row, model::MAKE),
                lexicon.cell(hit.row, model::MODEL),
                lexicon.cell(hit.row, model::FLAGS),
                false,
            ),
        };
        Self {
            row: hit.row,
            list: hit.list,
            make,
            model,
            flags,
            surface,
            takes_numbers,
        }
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        parts(self.flags, b'|').any(|flag| flag == name)
    }

    pub(super) fn is_by(&self, make: &Make<'_>) -> bool {
        same_house(self.make, make.name) || (!make.group.is_empty() && make.group.starts_with(self.make))
    }

    /// How near the make is named before the word, or that it is named at all.
    pub(super) fn nearness(&self, makes: &[Make<'_>], first: usize) -> (bool, Reverse<usize>) {
        let here = makes.partition_point(|make| make.first < first);
        let from = here.saturating_sub(24);
        let near = makes[from..(here + 24).min(makes.len())]
            .iter()
            .filter(|make| same_house(make.name, self.make))
            .map(|make| {
                let far = make.first.abs_diff(first);
                let far = if make.first < first { far } else { far * 3 };
                // A partner's name is second to its own.
                far + if make.name == self.make { 0 } else { 1000 }
            })
            .min();
        (near.is_some(), Reverse(near.unwrap_or(usize::MAX)))
    }

    /// Whether the list's form begins with the make: `ATR 72`, `MG4`, `Cessna 172`.
    pub(super) fn is_by_itself(&self, reading: &Reading<'_>, first: usize, end: usize) -> bool {
        end > first + 1 && reading.word(first).eq_ignore_ascii_case(self.make)
    }

    /// `RX`, `GLC`: numbers behind them go on with the name.
    pub(super) fn is_letters(&self) -> bool {
        self.model.len() <= 3 && self.model.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// Where the maker's name right before begins: `Airbus A350-900`.
    pub(super) fn maker_before(&self, reading: &Reading<'_>, first: usize) -> Option<usize> {
        if self.list != List::Products || reading.tokens[first].gap != Gap::Space {
            return None;
        }
        let words = self.make.split(' ').count();
        let from = first.checked_sub(words)?;
        (reading.slice(from..first) == self.make).then_some(from)
    }

    /// Whether the name alone does not tell that a model is meant.
    pub(super) fn is_risky(&self, reading: &Reading<'_>, first: usize, end: usize) -> bool {
        let listed = |flag| self.flag(flag);
        // `Wagon R`, `VF 6`: a letter or number makes words a name.
        let coded = (first..end).any(|at| {
            let token = &reading.tokens[at];
            token.end - token.start == 1 && token.shape == Shape::Capitalised && reading.word(at) != "A"
        });
        if coded && end > first + 1 && !listed("short") {
            return false;
        }
        // `737s` is no number.
        if listed("number") && self.surface == self.model {
            return true;
        }
        if ["word", "words", "given", "surname", "place", "country", "short"]
            .into_iter()
            .any(listed)
        {
            return true;
        }
        if self.list == List::Products {
            return false;
        }
        let one = end == first + 1;
        one && (reading.classes(first).intersects(
            Classes::GIVEN_NAME
                | Classes::SURNAME
                | Classes::COMMON
                | Classes::CAPITALISED
                | Classes::FUNCTION,
        ) || reading.hits_at(first).iter().any(|hit| {
            hit.end as usize == end
                && matches!(
                    hit.list,
                    List::Cities
                        | List::Admin1
                        | List::Countries
                        | List::Regions
                        | List::Organisations
                        | List::Calendar
                )
        }))
    }

    /// The model as the article writes it, without the make; and what of the list's form is a variant.
    pub(super) fn name(
        &self,
        reading: &Reading<'x>,
        first: usize,
        end: usize,
    ) -> (Text<'x>, Option<Text<'x>>) {
        let loud = reading.tokens[first..end]
            .iter()
            .all(|token| !token.is_word() || token.shape == Shape::Upper)
            && self.surface.chars().any(char::is_lowercase);
        let plural = self
            .surface
            .strip_suffix('s')
            .is_some_and(|one| one.eq_ignore_ascii_case(self.model));
        if loud || plural {
            return (self.model.into(), None);
        }
        let own = usize::from(self.is_by_itself(reading, first, end) && self.make.len() > 1);
        let mut last = end;
        let mut variant = None;
        if self.surface.len() > self.model.len() && self.surface.starts_with(self.model) {
            let rest = self.surface[self.model.len()..].trim_start();
            if tail::is_variant(reading, rest) {
                variant = Some(Cow::Borrowed(rest));
                return (self.model.into(), variant);
            }
            if tail::is_series(reading, rest) {
                last -= 1;
            }
        }
        let name = spaced(reading, first + own, last);
        // `Tucson Hybrid` is a Tucson.
        if let Some((short, rest)) = name.rsplit_once(' ') {
            if tail::is_powertrain(reading, rest) {
                variant = Some(Cow::Owned(rest.to_owned()));
                return (Cow::Owned(short.to_owned()), variant);
            }
        }
        (name, variant)
    }
}
