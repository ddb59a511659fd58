//! Changes that words tell without a figure: "jumped eightfold", "fell by a fifth".

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::Decimal;

use super::{Direction, Link, Multiple, Mute, Scan};
use crate::clause::{GroupId, Slot};
use crate::mention::{number, quantity, Bound};
use crate::token::Gap;

impl Scan<'_, '_, '_> {
    /// Notes the change that a word of a group tells by itself: "jumped eightfold", "a fourfold increase".
    pub(super) fn multiply_within(&mut self, at: GroupId) {
        let reading = self.source.reading;
        let group = &self.source.clauses.groups[at];
        let tokens = group.first as usize..group.end as usize;
        // "a double-digit rise": the first half of a compound tells nothing by itself.
        let compound = |token: usize| {
            let behind = reading.tokens.get(token + 1);
            behind.is_some_and(|behind| behind.is_hyphen() && behind.gap == Gap::None)
        };
        let own = |token: &usize| {
            let percent = self.words.percent(reading.ids[*token]);
            percent.filter(|_| !compound(*token))
        };
        let Some((token, percent)) = tokens.rev().find_map(|token| Some((token, own(&token)?))) else {
            return;
        };
        if self.out.multiple.is_none() && self.out.list.is_empty() {
            self.out.multiple = Some(self.words.told_by(reading, token, percent));
        }
    }

    /// Whether the words of a fraction tell one: "quarter on quarter" is a time.
    fn is_part(&self, first: usize, end: usize) -> bool {
        end > first + 1 || self.source.reading.is(first, "half")
    }

    /// Notes the change that a fraction tells in words: "fell by a fifth", "was half as dear", "a tenth fewer".
    pub(super) fn read_fraction(&mut self, at: GroupId) -> bool {
        if self.mute != Mute::No || self.out.multiple.is_some() || self.out.has(Slot::Change) {
            return false;
        }
        let reading = self.source.reading;
        let group = &self.source.clauses.groups[at];
        let tokens = group.first as usize..group.end as usize;
        let Some((first, (end, part))) = tokens
            .clone()
            .find_map(|token| Some((token, number::fraction(reading, token)?)))
            .filter(|(first, (end, _))| {
                *end == tokens.end && self.figures_in(at).next().is_none() && self.is_part(*first, *end)
            })
        else {
            return false;
        };
        let moving = self.direction.filter(|_| self.link == Link::Move);
        let compared = || {
            let way = self.words.moves_token(reading, end)?;
            let id = reading.ids[end];
            self.words.comparative.contains(id).then_some(way)
        };
        // "a third of the shops" is a share.
        let share = reading.ids.get(end) == Some(&self.words.of);
        let way = moving
            .or_else(compared)
            .filter(|way| *way != Direction::Level && !share);
        let percent = (part * Decimal::ONE_HUNDRED).round().to_i16();
        let (Some(way), Some(percent)) = (way, percent) else {
            return false;
        };
        let percent = if way == Direction::Down { -percent } else { percent };
        let bound = quantity::bound_before(reading, first).map_or(Bound::Exact, |(_, bound)| bound);
        self.out.multiple = Some((reading.span(first..end), Multiple { percent, bound }));
        self.out.direction = self.out.direction.or(Some(way));
        self.statistic = true;
        self.link = Link::Other;
        true
    }
}
