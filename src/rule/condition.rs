//! What a rule asks of the words around its trigger.

use super::apply::Applier;
use super::{Condition, Rule};
use crate::clause::{Clauses, Filling, GroupId, GroupKind, Slot, VerbForm, VerbGroup};
use crate::lexicon::{org_head, organisation, List, WordId};
use crate::mention::{Kind, Mention};
use crate::reading::Reading;

/// How many groups behind a noun its verbs are looked for.
const NEAR: usize = 24;

/// The sorts of organisations that tell figures of others: statistics offices, associations, papers.
const REPORTERS: [&str; 5] = ["government", "association", "media", "exchange", "research"];

/// Whether an organisation tells figures of others rather than its own.
pub(super) fn is_reporter(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let sort = |sort: &str| REPORTERS.contains(&sort);
    mention.kind() == Kind::Organisation
        && (mention.first..mention.end).any(|token| {
            reading.hits_at(token as usize).iter().any(|hit| match hit.list {
                List::Organisations => {
                    token == mention.first
                        && hit.end == mention.end
                        && sort(reading.lexicon.cell(hit.row, organisation::KIND))
                }
                List::OrgHeads => sort(reading.lexicon.cell(hit.row, org_head::KIND)),
                _ => false,
            })
        })
}

impl Applier<'_, '_> {
    /// The verb among those that a rule asks for which governs its trigger at `at`: that of an infinitive or gerund,
    /// or one that has the noun as its subject or object.
    pub(super) fn governor_under(&self, at: GroupId, rule: &Rule) -> Option<GroupId> {
        let fits = |id: &GroupId| {
            let Some(verb) = self.clauses.verb(*id) else {
                return false;
            };
            let after = match self.clauses.groups.get(*id + 1).map(|group| &group.kind) {
                Some(GroupKind::Preposition(word) | GroupKind::Adverb(word)) => Some(*word),
                _ => None,
            };
            rule.under.iter().any(|(lemma, particle)| {
                *lemma == verb.lemma
                    && (particle.is_none() || *particle == verb.particle || *particle == after)
            })
        };
        let above = match self.clauses.verb(at) {
            Some(verb) => verb.parent,
            None => self.clauses.governor(at),
        };
        if let Some(governor) = above.filter(fits) {
            return Some(governor);
        }
        // "The meeting, chaired by the minister, approved …": a noun may have several verbs.
        let first = self.clauses.noun(at)?.chain.unwrap_or(at);
        let near = at + 1..self.clauses.groups.len().min(at + NEAR);
        near.filter(|id| {
            self.clauses
                .verb(*id)
                .is_some_and(|verb| verb.subject == Some(first) || verb.object == Some(first))
        })
        .find(fits)
    }

    /// Whether one of the words stands in the phrase of the trigger: in its noun group, right before it, or behind
    /// it up to the next comma or verb.
    pub(super) fn phrase_has(&self, at: GroupId, words: &[WordId]) -> bool {
        if words.is_empty() {
            return false;
        }
        let groups = &self.clauses.groups;
        let from = match at.checked_sub(1).map(|before| &groups[before].kind) {
            Some(GroupKind::Adverb(_) | GroupKind::Adjective) => at - 1,
            _ => at,
        };
        let behind = groups[at + 1..].iter().take(12).take_while(|group| {
            !matches!(
                group.kind,
                GroupKind::Verb(_) | GroupKind::Comma | GroupKind::Stop | GroupKind::Subordinator(_)
            )
        });
        groups[from..=at].iter().chain(behind).any(|group| {
            (group.first..group.end).any(|token| words.contains(&self.reading.ids[token as usize]))
        })
    }

    /// Whether one of the slots of a condition gives what it asks for.
    pub(super) fn holds(&self, at: GroupId, condition: &Condition, fillings: &[Filling]) -> bool {
        let sight = self.sight();
        condition.slots.iter().any(|slot| match slot {
            Slot::Quotation => self.clauses.quotes(self.reading, at),
            Slot::Clause => self.clauses.takes_clause(at),
            slot => fillings
                .iter()
                .filter(|filling| filling.slot.serves(*slot))
                .any(|filling| {
                    condition.accept.is_empty()
                        || sight.take(filling.slot, filling.group, &condition.accept, &mut Vec::new())
                }),
        })
    }

    /// Whether a trigger leaves open who does it: a verb without a subject, with a pronoun or (in the passive) with
    /// a figure for one; a noun without a possessor.
    pub(super) fn leaves_open(&self, at: GroupId) -> bool {
        match &self.clauses.groups[at].kind {
            GroupKind::Verb(verb) => verb
                .subject
                .and_then(|subject| self.clauses.noun(subject))
                .is_none_or(|noun| noun.pronoun || verb.passive),
            _ => true,
        }
    }

    /// Whether the trigger, or the object of a verb, is spoken of as known.
    pub(super) fn definite(&self, at: GroupId) -> bool {
        let noun = match &self.clauses.groups[at].kind {
            GroupKind::Verb(verb) if verb.passive => verb.subject,
            GroupKind::Verb(verb) => verb.object,
            _ => Some(at),
        };
        noun.and_then(|id| {
            self.clauses
                .noun(id)
                .map(|_| self.clauses.groups[id].first as usize)
        })
        .is_some_and(|first| self.reading.is(first, "the") || self.reading.is(first, "this"))
    }

    /// Whether the verb of a trigger stands in the simple past.
    pub(super) fn is_past(&self, at: GroupId) -> bool {
        let verb = match trigger_verb(&self.clauses, at) {
            Some(verb) => verb,
            None => return false,
        };
        verb.form == VerbForm::Past && !verb.perfect && !verb.progressive
    }
}

/// The verb of a trigger: itself, or the one that governs it.
fn trigger_verb(clauses: &Clauses, at: GroupId) -> Option<&VerbGroup> {
    clauses.verb(at).or_else(|| clauses.verb(clauses.governor(at)?))
}
