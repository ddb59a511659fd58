//! Where: the place in the clause of a trigger, or that `there` and `where` stand for.

use std::ops::Range;

use super::apply::Applier;
use super::condition::trigger_verb;
use super::filler::Filler;
use super::frame::PLACE;
use crate::clause::{GroupId, GroupKind};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};
use crate::text::ZoneKind;

/// How many groups before a trigger `where` is looked for.
const NEAR: usize = 12;
/// How many sentences back the place is told that `there` stands for.
const BACK: usize = 2;

impl<'x> Applier<'_, 'x> {
    /// Adds where it is, from the groups of the trigger's clause.
    pub(super) fn places(&self, at: GroupId, clause: Range<GroupId>, roles: &mut Vec<(usize, Filler<'x>)>) {
        // What stands behind the trigger before what stands in front of it.
        let near = |i: &GroupId| (*i < at, i.abs_diff(at));
        let found = clause
            .clone()
            .filter_map(|i| Some((i, self.place_at(i)?)))
            .filter(|(i, _)| {
                !self.in_relative(*i, clause.start, at)
                    && !self.of_verb_before(at, *i + 1, clause.start)
                    && !self.of_verb_behind(at, *i + 1)
                    && (self.is_marketed(*i) || !self.of_participle(at, *i + 1, clause.start))
                    && !self.of_circumstance(at, *i + 1)
                    && !self.is_worry(*i)
            })
            .min_by_key(|(i, _)| near(i));
        let Some((preposition, place)) = found else {
            let place = self
                .where_is(at)
                .or_else(|| self.there(clause))
                .or_else(|| self.site(at));
            roles.extend(place.map(|place| (PLACE, place)));
            return;
        };
        let (preposition, place) = self.closer(preposition, place);
        let mut joined = Some(preposition + 1);
        let mut place = Some(place);
        while let Some(filler) = place.take() {
            if !roles.iter().any(|(_, known)| known.mention == filler.mention) {
                roles.push((PLACE, filler));
            }
            // "in Chile and Peru"
            joined = joined.and_then(|group| self.clauses.noun(group)?.next);
            place = joined.and_then(|group| self.place_in(group, filler.slot));
        }
    }

    /// Whether a place is where something is for sale: "recalled 300 saws sold in Peru".
    fn is_marketed(&self, preposition: GroupId) -> bool {
        let verb = preposition
            .checked_sub(1)
            .and_then(|verb| self.clauses.verb(verb));
        verb.is_some_and(|verb| self.rules.marketed.contains(verb.lemma))
    }

    /// Whether the place is that of what somebody thinks of: "worries about unrest in Chad".
    fn is_worry(&self, preposition: GroupId) -> bool {
        let thing = preposition
            .checked_sub(1)
            .and_then(|thing| self.clauses.noun(thing));
        let about = thing
            .filter(|thing| !thing.named)
            .and_then(|thing| Some(&self.clauses.groups[thing.preposition?]));
        about.is_some_and(|about| self.reading.is(about.first as usize, "about"))
    }

    /// Where it is as closely as the words tell: Tema for "at Tema in Ghana", Pune for "in the Indian city of Pune".
    pub(super) fn narrow(&self, roles: &mut [(usize, Filler<'x>)]) {
        for (role, filler) in roles {
            let Some(mention) = self.mention_of(filler).filter(|_| *role == PLACE) else {
                continue;
            };
            let groups = &self.clauses.groups;
            let id = groups.partition_point(|group| group.end <= mention.first);
            let preposition = id.checked_sub(1);
            let hangs = |at: GroupId| matches!(groups[at].kind, GroupKind::Preposition(word) if self.rules.places.contains(&word));
            if let Some(preposition) = preposition.filter(|at| id < groups.len() && hangs(*at)) {
                let whole = mention.end == groups[id].end;
                let place = self
                    .place_in(id, filler.slot)
                    .filter(|place| !whole || self.is_place(place));
                *filler = self.closer(preposition, place.unwrap_or(*filler)).1;
            }
        }
    }

    /// The place before another one that it lies in, and its preposition: "at Tema in Ghana".
    fn closer(&self, mut preposition: GroupId, mut place: Filler<'x>) -> (GroupId, Filler<'x>) {
        while let Some((closer, told)) = preposition
            .checked_sub(2)
            .and_then(|before| Some((before, self.place_at(before)?)))
            .filter(|(_, told)| self.is_place(told))
        {
            (preposition, place) = (closer, told);
        }
        (preposition, place)
    }

    fn is_place(&self, filler: &Filler<'x>) -> bool {
        self.mention_of(filler)
            .is_some_and(|mention| mention.kind() == Kind::Place)
    }

    /// The place behind a preposition of place at `at`.
    fn place_at(&self, at: GroupId) -> Option<Filler<'x>> {
        let GroupKind::Preposition(word) = self.clauses.groups[at].kind else {
            return None;
        };
        if !self.rules.places.contains(&word) {
            return None;
        }
        let place = self.place_in(at + 1, self.reading.lexicon.word_text(word))?;
        // "outside Lima" is near it, "outside Peru" is not there.
        let apart = word == self.rules.outside && !self.is_place(&place);
        (!apart).then_some(place)
    }

    /// The place before the noun for a site that the trigger's verb tells of: "its Lima factory makes", "closed the Lima plant".
    fn site(&self, at: GroupId) -> Option<Filler<'x>> {
        let verb = trigger_verb(&self.clauses, at);
        let ends = verb.map(|verb| [verb.subject, verb.object]);
        let ends = ends.into_iter().flatten().flatten();
        std::iter::once(at).chain(ends).find_map(|id| self.site_in(id))
    }

    /// The place that stands before the noun for a site: "the Lima plant".
    fn site_in(&self, id: GroupId) -> Option<Filler<'x>> {
        let (group, noun) = (self.clauses.groups.get(id)?, self.clauses.noun(id)?);
        let sited = |mention: &&Mention<'x>| mention.kind() == Kind::Place && mention.end == noun.head;
        let held = !noun.named && self.rules.anaphors.is_held(noun.lemma);
        let mut within = self.mentions.within(group.first, group.end);
        let place = held.then(|| within.find(sited)).flatten()?;
        Some(self.of_mention(place, "modifier"))
    }

    /// The place that a noun group is.
    fn place_in(&self, id: GroupId, slot: &'x str) -> Option<Filler<'x>> {
        let noun = self.clauses.noun(id);
        let group = self.clauses.groups.get(id)?;
        // "in Singapore's Pasir Ris"
        let within = self
            .clauses
            .noun(id + 1)
            .filter(|noun| noun.possessor == Some(id));
        let closer = within.and_then(|_| self.place_in(id + 1, slot));
        if let Some(closer) = closer.filter(|closer| self.is_place(closer)) {
            return Some(closer);
        }
        // "at its Zwickau plant"
        let site = noun.filter(|noun| self.rules.anaphors.is_held(noun.lemma));
        let place = self.mentions.within(group.first, group.end).find(|mention| {
            let sited = site.is_some_and(|site| mention.end == site.head && mention.kind() == Kind::Place);
            matches!(mention.kind(), Kind::Place | Kind::Country) && (mention.end == group.end || sited)
        });
        if let Some(place) = place {
            return Some(self.of_mention(place, slot));
        }
        // "at the port of Santos"
        let of = matches!(self.clauses.groups.get(id + 1)?.kind, GroupKind::Preposition(word) if word == self.rules.words.of);
        let tied = of.then(|| self.clauses.noun(id + 2)).flatten()?;
        let named = noun.is_some_and(|noun| !noun.named && !noun.time) && tied.named && tied.place;
        named
            .then(|| self.place_in(id + 2, slot))
            .flatten()
            .filter(|place| self.is_place(place))
    }

    /// The place that `where` stands for in the clause of a trigger: "flew to Delhi, where she met".
    fn where_is(&self, at: GroupId) -> Option<Filler<'x>> {
        let groups = &self.clauses.groups;
        let verb = trigger_verb(&self.clauses, at).filter(|verb| verb.relative);
        let near = (0..at).rev().take(NEAR).filter(|_| verb.is_some());
        let opening = near
            .take_while(|id| !matches!(groups[*id].kind, GroupKind::Stop))
            .find(|id| matches!(groups[*id].kind, GroupKind::Relative))
            .filter(|id| self.reading.is(groups[*id].first as usize, "where"))?;
        let comma = matches!(groups.get(opening.checked_sub(1)?)?.kind, GroupKind::Comma);
        let mut before = opening.checked_sub(1 + usize::from(comma))?;
        // "Jiaxing, China, where"
        while let Some(town) = before.checked_sub(2).filter(|town| {
            let comma = matches!(groups[town + 1].kind, GroupKind::Comma);
            comma
                && self
                    .place_in(*town, "in")
                    .is_some_and(|town| self.is_place(&town))
        }) {
            before = town;
        }
        self.place_in(before, "where")
    }

    /// "The hall there closed": the place told last.
    fn there(&self, clause: Range<GroupId>) -> Option<Filler<'x>> {
        let groups = self.clauses.groups.get(clause)?;
        let (first, end) = (groups.first()?.first as usize, groups.last()?.end as usize);
        let sentence = self.reading.sentence_tokens(first);
        // "There are …" tells of no place.
        let there = (first.max(sentence.start + 1)..end).find(|token| {
            let noun = self.reading.tag(token - 1).is_noun();
            let exists = !noun && matches!(self.reading.tag(token + 1), Tag::Be | Tag::Modal);
            self.reading.is(*token, "there") && !exists
        })?;
        let number = self.reading.sentence_of(first);
        let earliest = self.reading.sentences.get(number.saturating_sub(BACK))?.first;
        let mentions = self.mentions.mentions;
        let until = mentions.partition_point(|mention| (mention.first as usize) < there);
        // "in Lima", "in Lima, Peru"
        let hangs = |mention: &Mention<'x>| {
            let (before, behind) = ((mention.first as usize).checked_sub(1), mention.end as usize);
            let modifies = behind < self.reading.tokens.len() && self.reading.tag(behind).is_noun();
            before.is_some_and(|before| matches!(self.reading.tag(before), Tag::Preposition | Tag::To))
                && !modifies
        };
        let told = |mention: &&Mention<'x>| {
            hangs(mention)
                && matches!(mention.kind(), Kind::Place | Kind::Country)
                && matches!(
                    self.reading.zone(mention.first as usize),
                    ZoneKind::Body | ZoneKind::Bullet | ZoneKind::Heading
                )
        };
        let near = mentions[..until].iter().rev();
        let mut near = near.take_while(|mention| mention.first >= earliest);
        let place = near.find(told)?;
        Some(Filler {
            inherited: self.reading.sentence_of(place.first as usize) != number,
            ..self.of_mention(place, "in")
        })
    }
}
