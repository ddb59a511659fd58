//! "Shipments to that market fell", "exports there rose": the country that was last told to trade with whose trade it is.

use super::apply::Applier;
use super::filler::Filler;
use super::Rule;
use crate::clause::{GroupId, Slot};

/// What points at a country told before.
const POINTING: [&str; 3] = ["that", "this", "the"];

impl<'x> Applier<'_, 'x> {
    /// Fills the role of whom one trades with from the sentences before, where the sentence only points there.
    pub(super) fn partner_again(&self, at: GroupId, rule: &Rule, roles: &mut Vec<(usize, Filler<'x>)>) {
        let event = &self.rules.events[rule.event];
        let filled = |role: usize| roles.iter().any(|(found, _)| *found == role);
        let Some(role) = rule
            .topic
            .and_then(|topic| event.excluded(topic))
            .filter(|role| !filled(*role))
        else {
            return;
        };
        if !rule.reads_figures() || !self.points_at_partner(at, rule, role) {
            return;
        }
        let known = self.course.partner();
        let Some(partner) = known.and_then(|id| self.mentions.mentions.get(id.index())) else {
            return;
        };
        let whose = |(_, filler): &(usize, Filler<'x>)| {
            self.mention_of(filler)
                .is_some_and(|known| known.is_same(partner))
        };
        if !roles.iter().any(whose) {
            let filler = Filler {
                inherited: true,
                ..self.of_mention(partner, "to")
            };
            roles.push((role, filler));
        }
    }

    /// Whether a phrase of the trigger points at a country told before: "to that market", "there".
    fn points_at_partner(&self, at: GroupId, rule: &Rule, role: usize) -> bool {
        let reading = self.reading;
        let behind = self.clauses.groups.get(at + 1);
        let there = self.clauses.noun(at).is_some()
            && behind.is_some_and(|group| reading.is(group.first as usize, "there"));
        let reaches = |slot: Slot| {
            let mut fills = rule.fills.iter().filter(|fill| fill.role == role);
            matches!(slot, Slot::Preposition(_)) && fills.any(|fill| fill.slots().any(|known| *known == slot))
        };
        let points = |group: GroupId| {
            let first = self.clauses.groups[group].first as usize;
            let noun = self.clauses.noun(group).filter(|noun| !noun.named);
            noun.is_some_and(|noun| self.rules.partners.contains(noun.lemma))
                && POINTING.iter().any(|word| reading.is(first, word))
        };
        let mut phrases = self.fillings.iter();
        there || phrases.any(|filling| reaches(filling.slot) && points(filling.group))
    }
}
