//! What a label and the figures beside it give to the roles of a rule: "Zinc: 900 tonnes, mostly to Peru and Chile".

use std::ops::Range;

use super::apply::Applier;
use super::fill::takes;
use super::filler::Filler;
use super::frame::{DATE, PLACE};
use super::share::alike;
use super::statistic::Figures;
use super::{Condition, Rule};
use crate::clause::{Filling, GroupId, GroupKind, Slot};
use crate::mention::{Mention, Value};

/// How many groups the phrases behind a label's figures may span.
const FAR: usize = 12;

impl<'x> Applier<'_, 'x> {
    /// What a label and its figures give to the roles of a rule.
    pub(super) fn labelled(
        &self,
        rule: &Rule,
        label: Range<GroupId>,
        behind: Option<GroupId>,
        figures: &Figures,
    ) -> Option<Vec<(usize, Filler<'x>)>> {
        let mut roles = Vec::new();
        let mut fillings: Vec<Filling> = label
            .filter(|group| self.clauses.noun(*group).is_some_and(|noun| !noun.time))
            .map(|group| Filling {
                slot: Slot::Label,
                group,
            })
            .collect();
        if let Some(behind) = behind {
            self.phrases_behind(behind, &mut fillings);
        }
        let held = Slot::bits(fillings.iter().map(|filling| filling.slot)) | figures.slots();
        let mut found = Vec::new();
        let mut fails =
            |condition: &Condition| self.holds(0, condition, &fillings, held, &mut found) != condition.wanted;
        if rule.conditions.iter().any(&mut fails) {
            return None;
        }
        self.fill(rule, None, (&fillings, held), figures, &mut found, &mut roles);
        let holder = self.course.agent();
        // "to China: 84 tonnes": said as what it is.
        let said = fillings.iter().any(|filling| self.is_way(filling.group));
        if !said {
            self.shift(rule, holder, &mut roles);
        }
        if let Some((role, filler)) = holder {
            let free = !roles.iter().any(|(found, _)| *found == role);
            if free && Some(role) == rule.topic && !self.is_of_another_make(&roles, &filler) {
                let filler = Filler {
                    inherited: true,
                    ..filler
                };
                roles.push((role, filler));
            }
        }
        let date = figures.date.and_then(|date| self.mentions.mentions.get(date));
        let date = date.map(|mention| self.of_mention(mention, "time"));
        roles.extend(date.or_else(|| self.course.date()).map(|date| (DATE, date)));
        rule.lacks(|role| roles.iter().any(|(found, _)| *found == role))
            .is_none()
            .then_some(roles)
    }

    /// Moves what a label names to the role that the rule has for it where nobody else is told of: the country that exports
    /// rather than the one that goods go to.
    fn shift(&self, rule: &Rule, holder: Option<(usize, Filler<'x>)>, roles: &mut Vec<(usize, Filler<'x>)>) {
        for (from, to) in &rule.shifts {
            let Some(at) = roles.iter().position(|(role, _)| role == from) else {
                continue;
            };
            let label = self.mention_of(&roles[at].1);
            let agent = holder.and_then(|(role, filler)| {
                let event = &self.rules.events[rule.event].roles[*to];
                let mention = self.mention_of(&filler)?;
                (role == *to && takes(&event.kinds, mention.kind())).then_some(mention)
            });
            // A region of a country is no country beside it; a company sells in countries.
            let apart = agent.zip(label).is_some_and(|(agent, label)| {
                let same = agent.entity.is_some() && agent.entity == label.entity;
                !same && (*from != PLACE || agent.kind() != label.kind())
            });
            let free = !roles.iter().any(|(role, _)| role == to);
            // "Imports came to 3m tonnes: Russia, 1m tonnes": nobody's total is not a part of it.
            let whole = !self.course.is_worldwide();
            let part = agent.is_none() && whole && *from != PLACE && self.is_part(roles);
            if apart || part {
                if let Some((_, filler)) = holder.filter(|_| free) {
                    roles.push((
                        *to,
                        Filler {
                            inherited: true,
                            ..filler
                        },
                    ));
                }
            } else if free {
                roles[at].0 = *to;
            }
        }
    }

    /// The names that hang on prepositions behind the figures of an item: "Zinc: 900 tonnes, mostly to Peru and Chile".
    fn phrases_behind(&self, label: GroupId, fillings: &mut Vec<Filling>) {
        let groups = &self.clauses.groups;
        for group in (label + 1..groups.len()).take(FAR) {
            match &groups[group].kind {
                GroupKind::Verb(_) | GroupKind::Relative | GroupKind::Subordinator(_) => return,
                GroupKind::Noun(noun) if noun.named && !noun.time => {
                    let first = noun.chain.and_then(|chain| self.clauses.noun(chain));
                    let at = noun
                        .preposition
                        .or_else(|| first.and_then(|first| first.preposition));
                    if let Some(word) = at.filter(|at| *at > label).and_then(|at| self.preposition(at)) {
                        fillings.push(Filling {
                            slot: Slot::Preposition(word),
                            group,
                        });
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a product is told of that somebody else makes than a company.
    fn is_of_another_make(&self, roles: &[(usize, Filler<'x>)], company: &Filler<'x>) -> bool {
        let Some(Value::Organisation { name }) = self.mention_of(company).map(|mention| mention.value())
        else {
            return false;
        };
        let name = name.to_lowercase();
        let mut told = roles.iter().filter_map(|(_, filler)| self.mention_of(filler));
        told.any(|mention| match mention.value() {
            Value::Model { make: Some(make), .. } => !name.contains(&make.to_lowercase()),
            _ => false,
        })
    }

    /// Whether figures are less than those of the statistic told before.
    fn is_part(&self, roles: &[(usize, Filler<'x>)]) -> bool {
        let Some(told) = self.course.last() else {
            return false;
        };
        let size = |mention: &Mention<'_>| match mention.value() {
            Value::Count { amount, .. } | Value::Money { amount, .. } | Value::Measure { amount, .. } => {
                Some(amount.low)
            }
            _ => None,
        };
        let totals = told.levels.iter().flatten();
        let totals = totals.filter_map(|level| self.mentions.mentions.get(level.index()));
        let mut parts = roles.iter().filter_map(|(_, filler)| self.mention_of(filler));
        let total = totals
            .filter_map(|total| Some((total.kind(), size(total)?)))
            .next();
        total.is_some_and(|(kind, total)| {
            parts.any(|part| alike(part.kind(), kind) && size(part).is_some_and(|part| part < total))
        })
    }

    /// Whether the name at `at` is where something goes or comes from: "to China".
    fn is_way(&self, at: GroupId) -> bool {
        let words = &self.rules.words;
        let before = self.clauses.noun(at).and_then(|noun| noun.preposition);
        before.is_some_and(|before| matches!(self.clauses.groups[before].kind, GroupKind::Preposition(word) if word == words.to || word == words.from))
    }
}
