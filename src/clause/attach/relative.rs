//! Clauses that describe the noun before them, with a relative pronoun or without: what is done to that noun, and whether it
//! waits for a verb of its own.

use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup};
use crate::clause::GroupId;

impl Attach<'_, '_> {
    /// "the cars that Toyota launched", "the $4bn we are aiming for": the noun before the clause is its object.
    pub(super) fn relative_object(&self, at: GroupId) -> Option<GroupId> {
        let verb = self.verb(at)?;
        let subject = verb.subject.filter(|subject| !verb.passive && *subject < at)?;
        // "a deal under which Bosch would run", "of which Seat accounted for 300": the noun hangs on the preposition.
        let first = self.noun(subject)?.possessor.filter(|owner| *owner < subject);
        let pronoun = first.unwrap_or(subject).checked_sub(2);
        let hangs = pronoun.is_some_and(|hangs| {
            matches!(self.kind(hangs), Some(GroupKind::Preposition(_)))
                && matches!(self.kind(hangs + 1), Some(GroupKind::Relative))
        });
        if hangs {
            return None;
        }
        // Behind phrases, the noun right before the clause is what it tells of.
        let direct = |thing: &GroupId| {
            let between = self.groups.get(*thing..subject);
            between.is_some_and(|groups| {
                groups
                    .iter()
                    .all(|group| !matches!(group.kind, GroupKind::Preposition(_)))
            })
        };
        if let Some(thing) = self.acted_upon(at).filter(direct) {
            return Some(thing);
        }
        let behind = self.groups.get(subject + 1..at)?;
        let relative = behind
            .iter()
            .any(|group| matches!(group.kind, GroupKind::Relative));
        if relative || !verb.finite() || self.noun(subject)?.verb != Some(at) {
            return None;
        }
        let first = self.noun(subject)?.possessor.filter(|owner| *owner < subject);
        let before = first.unwrap_or(subject).checked_sub(1)?;
        let token = self.groups[before].first as usize;
        let word = |word| self.reading.is(token, word);
        match &self.groups[before].kind {
            GroupKind::Relative if word("which") || word("that") || word("whom") => self.antecedent(before),
            GroupKind::Subordinator(_) if word("that") => before
                .checked_sub(1)
                .filter(|noun| self.noun(*noun).is_some_and(|noun| !noun.time && !noun.pronoun))
                .map(|noun| {
                    self.thing_of(noun)
                        .or_else(|| self.amount_of(noun))
                        .unwrap_or(noun)
                }),
            GroupKind::Noun(noun) if !noun.time && !noun.pronoun && noun.verb.is_none() => {
                let pronoun = first.is_none() && self.noun(subject)?.pronoun;
                (pronoun && noun.preposition.is_none()).then_some(before)
            }
            _ => None,
        }
    }

    /// Whether a verb stands in a relative clause whose noun opens the clause around and waits for its verb: "the unit
    /// that makes cars was sold", "a firm whose ships carry coal said".
    pub(super) fn describes_opener(&self, at: GroupId) -> bool {
        let relative = |at: GroupId| matches!(self.kind(at), Some(GroupKind::Relative));
        let before = |at: GroupId| {
            (0..at).rev().find(|at| {
                !matches!(
                    self.groups[*at].kind,
                    GroupKind::Adverb(_) | GroupKind::Preposition(_)
                )
            })
        };
        let Some(verb) = self.verb(at).filter(|verb| verb.finite() && verb.relative) else {
            return false;
        };
        if verb.says {
            return false;
        }
        // "the unit that makes cars and sells them was": over the verbs of the same clause.
        let clause = (0..at)
            .rev()
            .take(FAR)
            .take_while(|at| match &self.groups[*at].kind {
                GroupKind::Verb(verb) => !verb.finite() || verb.relative,
                GroupKind::Stop | GroupKind::Subordinator(_) => false,
                _ => true,
            });
        let pronoun = clause.into_iter().find(|at| relative(*at));
        pronoun
            .and_then(before)
            .is_some_and(|noun| self.noun(noun).is_some() && self.opens_clause(noun))
    }

    /// The noun that opens the clause and that a verb with a pronoun before it tells more of: "the reason I wrote the book is".
    pub(super) fn contact_opener(&self, at: GroupId) -> Option<GroupId> {
        let verb = self
            .verb(at)
            .filter(|verb| verb.finite() && !verb.passive && !verb.says)?;
        let who = verb.subject.filter(|who| who + 1 == at)?;
        let thing = who
            .checked_sub(1)
            .filter(|_| self.noun(who).is_some_and(|noun| noun.pronoun))?;
        let common = |noun: &NounGroup| {
            !noun.named && !noun.time && !noun.pronoun && !noun.bare && noun.preposition.is_none()
        };
        (self.noun(thing).is_some_and(common) && self.opens_clause(thing)).then_some(thing)
    }

    /// The noun that a clause without relative pronoun describes is its object: "a tariff it slapped on cars".
    pub(super) fn contact(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        if !verb.finite() || verb.object.is_some() || verb.passive {
            return;
        }
        let Some(subject) = verb.subject.filter(|subject| *subject < at) else {
            return;
        };
        let described = subject
            .checked_sub(1)
            .filter(|_| self.noun(subject).is_some_and(|noun| noun.pronoun));
        let Some(described) = described else { return };
        // "buy the 35% it does not own", but "told investors it would not"
        let acted = |before: GroupId| before < described && !self.says(before);
        if self
            .noun(described)
            .is_some_and(|noun| !noun.time && !noun.pronoun && noun.verb.is_none_or(acted))
        {
            if let Some(verb) = self.verb_mut(at) {
                verb.object = Some(described);
                verb.relative = true;
            }
            self.govern(described, at);
        }
    }
}
