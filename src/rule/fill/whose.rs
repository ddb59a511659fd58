//! Whom a noun group stands for: who has what it names.

use super::{takes, Sight, ORGANISATION};
use crate::clause::{GroupId, GroupKind, Slot};
use crate::lexicon::{Tag, WordSet};
use crate::mention::{Kind, Mention};
use crate::rule::filler::Filler;
use crate::rule::Accept;

/// How many groups behind what is made a participle tells who made it.
const NEAR: usize = 8;

impl<'x> Sight<'_, 'x> {
    /// A name that no list knows, without where it sits: "Krantz Foods" of "Lima-based Krantz Foods".
    pub(super) fn unlisted(&self, slot: Slot, id: GroupId) -> Filler<'x> {
        let group = &self.clauses.groups[id];
        let mut within = self.mentions.within(group.first, group.end);
        let seat = within.find(|mention| self.is_seat(mention));
        let first = seat.map_or(group.first, |seat| seat.end + 2);
        self.phrase(slot, first, group.end)
    }

    /// Whether a name only tells where somebody sits or whose it is: "Peru-based", "US-listed", "KKR-backed", but not
    /// where something comes from: "Chinese-built cars" are Chinese cars.
    pub(super) fn is_seat(&self, place: &Mention<'_>) -> bool {
        let hyphen = place.end as usize;
        matches!(place.kind(), Kind::Place | Kind::Country | Kind::Organisation)
            && self
                .reading
                .tokens
                .get(hyphen + 1)
                .is_some_and(|told| told.glued())
            && self.reading.tokens[hyphen].is_hyphen()
            && matches!(
                self.reading.tag(hyphen + 1),
                Tag::VerbPart | Tag::VerbPast | Tag::Adjective
            )
            && !self.words.made.contains(self.reading.ids[hyphen + 1])
    }

    /// Who has what a noun group names: Kia in "Kia opened a plant that employs 300 people", and where the sentence
    /// after it says "the plant".
    pub(super) fn holder_of(&self, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        if !takes(accept, Kind::Organisation) {
            return false;
        }
        let Some(noun) = self
            .clauses
            .noun(id)
            .filter(|noun| noun.possessor.is_none() && !noun.own && self.anaphors.is_held(noun.lemma))
        else {
            return false;
        };
        let verb = noun.verb.and_then(|verb| self.clauses.verb(verb));
        let having = verb
            .filter(|verb| verb.object == Some(id) && !verb.passive)
            .and_then(|verb| verb.subject)
            .filter(|subject| *subject < id);
        if let Some(having) = having {
            return self.take(Slot::Subject, having, &ORGANISATION, out);
        }
        let first = self.clauses.groups[id].first as usize;
        let sentence = self.reading.sentence_of(first);
        let holder = self
            .course
            .holder(sentence)
            .filter(|_| self.reading.is(first, "the"));
        let holder = holder.and_then(|id| self.mentions.mentions.get(id.index()));
        out.extend(holder.map(|holder| Filler {
            inherited: true,
            ..self.filler(holder, Slot::Subject)
        }));
        holder.is_some()
    }

    /// What the possessor of a noun group gives to a role.
    pub(super) fn owner(
        &self,
        slot: Slot,
        id: GroupId,
        accept: &[Accept],
        out: &mut Vec<Filler<'x>>,
    ) -> bool {
        let Some(noun) = self.clauses.noun(id) else {
            return false;
        };
        // "a delegation of Bosch led by the mayor": who leads it is named.
        if let Some(agent) = self.clauses.agent(id, self.words) {
            let beside = self.clauses.noun(agent).and_then(|noun| noun.apposition);
            let first = accept
                .iter()
                .take(1)
                .filter(|accept| !matches!(accept, Accept::Owner(_)));
            if let Some(first) = first.map(std::slice::from_ref).next() {
                if [Some(agent), beside]
                    .into_iter()
                    .flatten()
                    .any(|agent| self.take(slot, agent, first, out))
                {
                    return true;
                }
            }
        }
        if self.is_named_beside(noun) {
            return false;
        }
        if let Some(owner) = noun.possessor.filter(|owner| *owner < id) {
            return self.named(slot, owner, accept, out);
        }
        let own = noun
            .own
            .then(|| self.points_back(Slot::Own, id, accept))
            .flatten();
        let found = own.is_some();
        out.extend(own);
        found || self.tied(slot, id, accept, out)
    }

    /// Where those are whom a noun group names: "mills in India and Peru".
    pub(super) fn seated(
        &self,
        slot: Slot,
        id: GroupId,
        accept: &[Accept],
        out: &mut Vec<Filler<'x>>,
    ) -> bool {
        let behind = self.clauses.groups.get(id + 1).map(|group| &group.kind);
        let within = matches!(behind, Some(GroupKind::Preposition(word)) if [self.words.in_, self.words.at].contains(word));
        let from = out.len();
        let mut next = within.then_some(id + 2);
        while let Some((group, noun)) = next.and_then(|group| Some((group, self.clauses.noun(group)?))) {
            let seats = accept
                .iter()
                .filter(|one| matches!(one, Accept::Kind(Kind::Country | Kind::Place)));
            let mut seats = seats.map(std::slice::from_ref);
            seats.any(|seat| self.take(slot, group, seat, out));
            next = noun.next;
        }
        out.len() > from
    }

    /// Who does what a participle of one of these verbs says of a noun group: "42,000 tins of syrup made by Bosch".
    pub(super) fn doer(&self, slot: Slot, id: GroupId, words: &WordSet, out: &mut Vec<Filler<'x>>) -> bool {
        const DOERS: [Accept; 2] = [Accept::Kind(Kind::Organisation), Accept::Name];
        let near = id + 1..self.clauses.groups.len().min(id + NEAR);
        let said = near.filter(|at| {
            self.clauses.verb(*at).is_some_and(|verb| {
                let of_it = |noun| noun == id || self.clauses.describes_over(*at, noun, id);
                verb.passive && words.contains(verb.lemma) && verb.subject.is_some_and(of_it)
            })
        });
        let by = |at: &GroupId| matches!(self.clauses.groups.get(*at).map(|group| &group.kind), Some(GroupKind::Preposition(word)) if *word == self.words.by);
        said.map(|verb| verb + 1)
            .find(by)
            .is_some_and(|by| self.take(slot, by + 1, &DOERS, out))
    }

    /// What a noun group gives to a role by itself, whoever else it may stand for: owners of owners are not asked.
    pub(super) fn named(
        &self,
        slot: Slot,
        id: GroupId,
        accept: &[Accept],
        out: &mut Vec<Filler<'x>>,
    ) -> bool {
        let mut names = accept.iter().filter(|accept| !matches!(accept, Accept::Owner(_)));
        names.any(|accept| self.take(slot, id, std::slice::from_ref(accept), out))
    }

    /// What `of`, `from` or `by` ties to a noun group gives to a role: "executives of Tesla".
    pub(super) fn tied(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let from = out.len();
        let mut next = self.clauses.tied(id, self.words);
        while let Some(group) = next {
            self.named(slot, group, accept, out);
            next = self.clauses.noun(group).and_then(|noun| noun.next);
        }
        out.len() > from
    }

    /// Whom the next sentences name, where a noun group describes them: "A biscuit maker will cut 90 jobs. Krantz Foods said".
    pub(super) fn named_ahead(&self, slot: Slot, id: GroupId, accept: &[Accept]) -> Option<Filler<'x>> {
        let asked =
            takes(accept, Kind::Organisation) && !matches!(slot, Slot::Modifier | Slot::Trigger | Slot::Own);
        let noun = self.clauses.noun(id).filter(|_| asked)?;
        let (group, mentions) = (&self.clauses.groups[id], self.mentions.mentions);
        let named = self.anaphors.named_ahead(self.reading, mentions, group, noun)?;
        // "A bank has bought an insurer": the first is named first.
        let other = |at: GroupId| {
            self.clauses
                .noun(at)
                .is_some_and(|noun| self.anaphors.is_business(noun.lemma))
        };
        if (0..id).any(other) {
            return None;
        }
        Some(Filler {
            inherited: true,
            ..self.filler(named, slot)
        })
    }
}
