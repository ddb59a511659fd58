//! Those who together are what a noun group names: `a consortium of Bosch and Valeo`, `banks led by HSBC`.

use super::super::filler::Filler;
use super::{takes, Sight};
use crate::clause::{GroupId, GroupKind, Slot, VerbForm};
use crate::lexicon::{Tag, WordId};
use crate::mention::Kind;
use crate::rule::Accept;

/// How many groups behind a noun its members are looked for.
const NEAR: usize = 4;
/// How many groups before it a name may stand that it describes.
const BESIDE: usize = 8;
/// How often one that has no name stands for others: "a group of investors led by Bosch".
const DEPTH: usize = 3;

impl<'x> Sight<'_, 'x> {
    /// Adds those who make up or lead what a noun group names, where a rule wants to know who it is.
    pub(super) fn members(
        &self,
        slot: Slot,
        id: GroupId,
        accept: &[Accept],
        out: &mut Vec<Filler<'x>>,
    ) -> bool {
        let named =
            takes(accept, Kind::Organisation) && !accept.iter().any(|one| matches!(one, Accept::Phrase));
        let acts = !matches!(slot, Slot::Modifier | Slot::Trigger | Slot::Own);
        let mut next =
            Some(id).filter(|_| named && acts && self.is_collective(id) && !self.describes_name(id));
        for _ in 0..DEPTH {
            let Some(of) = next.and_then(|id| self.behind_collective(id)) else {
                return false;
            };
            if !self.is_collective(of) {
                return self.members_from(slot, of, accept, out);
            }
            next = Some(of);
        }
        false
    }

    /// Whether it tells what a name before it is: "Valeo, the joint venture of Bosch and Renault", "Valeo, a group including".
    fn describes_name(&self, id: GroupId) -> bool {
        let mut before = (id.saturating_sub(BESIDE)..id).filter_map(|at| self.clauses.noun(at));
        before.any(|noun| noun.apposition == Some(id) && noun.named)
    }

    /// Whether a noun group without a name stands for several who may be named: "a consortium", "investors".
    fn is_collective(&self, id: GroupId) -> bool {
        self.clauses.noun(id).is_some_and(|noun| {
            let plural = || self.reading.tag(noun.head as usize) == Tag::NounPlural;
            let group = &self.clauses.groups[id];
            // "the Bosch group" acts itself.
            let itself = || {
                let mut within = self.mentions.within(group.first, group.end);
                within.any(|mention| mention.kind() == Kind::Organisation)
            };
            let nameless = !noun.named && !noun.pronoun && !noun.time && noun.possessor.is_none();
            nameless
                && !self.is_named_beside(noun)
                && (self.words.collectives.contains(noun.lemma) || plural())
                && !itself()
        })
    }

    /// The noun group that names the members: behind `of` or `including`, behind `led by`, or behind `comprising`.
    fn behind_collective(&self, id: GroupId) -> Option<GroupId> {
        let words = self.words;
        let kind = |at: GroupId| self.clauses.groups.get(at).map(|group| &group.kind);
        let noun = |at: GroupId| self.clauses.noun(at).map(|_| self.clauses.possessed(at));
        let definite = self.reading.is(self.clauses.groups[id].first as usize, "the");
        // "the group, led by Ann Roe, bought": it is known already.
        let comma = matches!(kind(id + 1), Some(GroupKind::Comma));
        if comma && definite {
            return None;
        }
        let next = id + 1 + usize::from(comma);
        // "owners of Bosch" are not Bosch.
        let whole = self
            .clauses
            .noun(id)
            .is_some_and(|noun| words.collectives.contains(noun.lemma));
        let joins = |word: &WordId| words.membership.contains(*word) && (whole || *word != words.of);
        if matches!(kind(next), Some(GroupKind::Preposition(word)) if joins(word)) {
            return noun(next + 1);
        }
        let mut near = next..next + NEAR;
        let at = near.find(|at| self.clauses.verb(*at).is_some())?;
        let verb = self.clauses.verb(at).filter(|verb| verb.subject == Some(id))?;
        if verb.passive && verb.form == VerbForm::Participle && words.heads.contains(verb.lemma) {
            let by = matches!(kind(at + 1), Some(GroupKind::Preposition(word)) if *word == words.by);
            return noun(at + 2).filter(|_| by);
        }
        let told = verb.form == VerbForm::Gerund || verb.relative || verb.form == VerbForm::Participle;
        if !told || !joins(&verb.lemma) {
            return None;
        }
        let of = matches!(kind(at + 1), Some(GroupKind::Preposition(word)) if *word == words.of);
        if of {
            return noun(at + 2);
        }
        verb.object.filter(|object| *object > at)
    }

    /// Adds the names from a noun group on.
    fn members_from(&self, slot: Slot, first: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let from = out.len();
        let mut next = Some(first);
        while let Some(id) = next {
            let Some(noun) = self.clauses.noun(id) else { break };
            let beside = noun.apposition.filter(|_| !noun.named);
            for id in [Some(id), beside].into_iter().flatten() {
                let named = [Kind::Organisation, Kind::Country, Kind::Person]
                    .into_iter()
                    .any(|kind| self.names(id, kind));
                let group = &self.clauses.groups[id];
                let proper = || {
                    self.clauses
                        .noun(id)
                        .is_some_and(|noun| self.is_proper(group.first, noun.head))
                };
                if named || proper() {
                    self.named(slot, id, accept, out);
                }
            }
            next = noun.next;
        }
        out.len() > from
    }
}
