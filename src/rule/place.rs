//! Where: the place in the clause of a trigger, or that `there` and `where` stand for.

use std::ops::Range;

use super::apply::Applier;
use super::condition::trigger_verb;
use super::filler::Filler;
use super::frame::PLACE;
use crate::clause::{GroupId, GroupKind, VerbGroup};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention, Value};
use crate::text::ZoneKind;

/// How many groups before a trigger `where` is looked for.
const NEAR: usize = 12;
/// How many sentences back the place is told that `there` stands for.
const BACK: usize = 2;

impl<'x> Applier<'_, 'x> {
    /// Adds where it is, from the groups of the trigger's clause.
    pub(super) fn places(
        &self,
        (at, under): (GroupId, Option<GroupId>),
        clause: Range<GroupId>,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) {
        // What stands behind the trigger before what stands in front of it.
        let near = |i: &GroupId| (*i < at, i.abs_diff(at));
        let found = clause
            .clone()
            .filter_map(|i| Some((i, self.place_at(i)?)))
            .filter(|(i, _)| !self.is_elsewhere((at, under), *i, clause.start))
            .min_by_key(|(i, _)| near(i));
        let Some((preposition, place)) = found else {
            let place = self
                .where_is(at)
                .or_else(|| self.came_to(at))
                .or_else(|| self.there(clause.clone()))
                .or_else(|| self.site(at))
                .or_else(|| self.for_site(clause, roles));
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

    /// Whether the place behind a preposition is that of another thing than of what the trigger tells.
    fn is_elsewhere(
        &self,
        (at, under): (GroupId, Option<GroupId>),
        preposition: GroupId,
        from: GroupId,
    ) -> bool {
        let place = preposition + 1;
        self.in_relative(preposition, from, (at, under))
            || self.of_verb_before(at, place, from)
            || self.of_verb_behind(at, place)
            || self.of_clause_around(at, place)
            || self.is_of_described(at, preposition)
            || !self.is_marketed(preposition) && self.of_participle((at, under), place, from)
            || self.is_aside_of(at, preposition)
            || self.is_worry(preposition)
    }

    /// Whether a place stands in a phrase that tells of something else, wherever a rule looks for it.
    fn is_aside_of(&self, at: GroupId, preposition: GroupId) -> bool {
        let place = preposition + 1;
        self.of_circumstance(at, place)
            || self.of_fronted(at, place)
            || self.of_accord(at, preposition)
            || self.of_some(preposition)
            || self.of_telling(at, preposition)
            || self.ranks_in(preposition)
    }

    /// Whether a place opens the clause of a verb that only tells of it: "In Lima, Bosch announced a plant in Quito".
    fn of_telling(&self, at: GroupId, preposition: GroupId) -> bool {
        let opens = self.opens_clause(preposition);
        let finite = |verb: &GroupId| self.clauses.verb(*verb).is_some_and(VerbGroup::finite);
        let first = (preposition..at).find(finite).filter(|_| opens);
        let tells = first.and_then(|verb| self.clauses.verb(verb));
        tells.is_some_and(|verb| verb.says)
    }

    /// Whether a place only tells among which things one is the third: "opened a mill in Lima, its second in Peru".
    fn ranks_in(&self, preposition: GroupId) -> bool {
        let Some(one) = preposition.checked_sub(1) else {
            return false;
        };
        let beside = |at: &GroupId| matches!(self.clauses.groups[*at].kind, GroupKind::Comma);
        let head = self.clauses.noun(one).map(|noun| noun.head as usize);
        let ranked = head.is_some_and(|head| self.rules.ranks.contains(self.reading.ids[head]));
        ranked && (one.saturating_sub(3)..one).any(|at| beside(&at))
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
    pub(super) fn narrow(&self, at: GroupId, roles: &mut Vec<(usize, Filler<'x>)>) {
        let behind = self.clauses.groups[at].end;
        let places = roles.iter().filter(|(role, _)| *role == PLACE);
        let located = places
            .filter_map(|(_, filler)| self.mention_of(filler))
            .any(|mention| mention.first >= behind);
        roles.retain_mut(|(role, filler)| {
            let Some(mention) = self.mention_of(filler).filter(|_| *role == PLACE) else {
                return true;
            };
            let groups = &self.clauses.groups;
            let id = groups.partition_point(|group| group.end <= mention.first);
            let preposition = id.checked_sub(1);
            let hangs = |at: GroupId| matches!(groups[at].kind, GroupKind::Preposition(word) if self.rules.places.contains(&word));
            let Some(preposition) = preposition.filter(|at| id < groups.len() && hangs(*at)) else {
                return true;
            };
            let whole = mention.end == groups[id].end;
            let place = self
                .place_in(id, filler.slot)
                .filter(|place| !whole || self.is_place(place));
            *filler = self.closer(preposition, place.unwrap_or(*filler)).1;
            // "In Lima, Bosch announced a plant in Quito"
            !(self.is_aside_of(at, preposition) || located && self.opens_clause(preposition))
        });
    }

    /// Adds the place that `and` joins to another with a preposition of its own: "shops in Lima and in Quito".
    pub(super) fn add_joined(&self, roles: &mut Vec<(usize, Filler<'x>)>) {
        let groups = &self.clauses.groups;
        let places = roles.iter().filter(|(role, _)| *role == PLACE);
        let last = places.filter_map(|(_, filler)| self.mention_of(filler)).last();
        let Some(last) = last else { return };
        let id = groups.partition_point(|group| group.end < last.end);
        let joined = matches!(
            groups.get(id + 1).map(|group| &group.kind),
            Some(GroupKind::Conjunction(_))
        );
        let behind = id + 2;
        let ends = groups
            .get(behind + 2)
            .is_none_or(|group| !matches!(group.kind, GroupKind::Noun(_) | GroupKind::Verb(_)));
        let place = (joined && behind < groups.len() && ends)
            .then(|| self.place_at(behind))
            .flatten();
        roles.extend(place.map(|place| (PLACE, place)));
    }

    /// Takes the places out of the roles if all of them stand in a phrase that opens the sentence.
    pub(super) fn take_fronted(&self, roles: &mut Vec<(usize, Filler<'x>)>) -> Vec<(usize, Filler<'x>)> {
        let groups = &self.clauses.groups;
        let fronted = |(role, filler): &(usize, Filler<'x>)| {
            let mention = self.mention_of(filler).filter(|_| *role == PLACE);
            let id = mention.map(|mention| groups.partition_point(|group| group.end <= mention.first));
            id == Some(1) && self.opens_clause(0)
        };
        if roles.iter().any(|role| role.0 == PLACE && !fronted(role)) {
            return Vec::new();
        }
        let (taken, kept) = roles.drain(..).partition(|role| fronted(role));
        *roles = kept;
        taken
    }

    /// Whether a phrase opens a sentence, parted from it by a comma.
    fn opens_clause(&self, preposition: GroupId) -> bool {
        let behind = self.clauses.groups.get(preposition + 2).map(|group| &group.kind);
        preposition == 0 && matches!(behind, Some(GroupKind::Comma))
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
        // "its biggest hub in Africa near Lagos"
        let wide = |place: &Filler<'x>| {
            let mention = self.mention_of(place).map(Mention::value);
            matches!(
                mention,
                Some(Value::Country { .. } | Value::Place { country: None, .. })
            )
        };
        let behind = preposition + 2;
        let in_ = matches!(self.clauses.groups[preposition].kind, GroupKind::Preposition(word) if word == self.rules.words.in_);
        let within = (in_ && behind < self.clauses.groups.len() && wide(&place))
            .then(|| self.place_at(behind))
            .flatten()
            .filter(|within| self.is_place(within) && !wide(within));
        match within {
            Some(within) => (behind, within),
            None => (preposition, place),
        }
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
        let trip = || word == self.rules.words.to && self.is_of_trip(at);
        if !self.rules.places.contains(&word) && !trip() {
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
        // "the extension of Lima's container terminal"
        let tied = |id: GroupId| {
            let of = self.preposition(id + 1) == Some(self.rules.words.of);
            self.site_in(id).or_else(|| {
                let thing = of.then(|| self.clauses.possessed(id + 2))?;
                self.site_in(thing)
            })
        };
        std::iter::once(at).chain(ends).find_map(tied)
    }

    /// The place of the site that something is for, or of the shops that it is taken from: "hire 90 people for its Lima plant",
    /// "off Peruvian shelves".
    fn for_site(&self, clause: Range<GroupId>, roles: &[(usize, Filler<'x>)]) -> Option<Filler<'x>> {
        let words = &self.rules.words;
        clause.into_iter().find_map(|id| {
            let word = self.preposition(id)?;
            let noun = self.clauses.noun(id + 1)?;
            let outlet = self.rules.outlets.contains(noun.lemma);
            let owned = noun.own || noun.possessor.is_some();
            let for_ = owned && (word == words.for_ || word == words.on);
            let taken = outlet && (word == words.to || word == words.from || self.is_off(id));
            let site = (for_ || taken).then(|| self.site_in(id + 1)).flatten()?;
            let known = roles.iter().any(|(_, known)| known.mention == site.mention);
            (!known).then_some(site)
        })
    }

    fn is_off(&self, preposition: GroupId) -> bool {
        let first = self.clauses.groups[preposition].first as usize;
        self.reading.is(first, "off")
    }

    /// The place that stands before the noun for a site: "the Lima plant", "the Peru plant".
    fn site_in(&self, id: GroupId) -> Option<Filler<'x>> {
        let (group, noun) = (self.clauses.groups.get(id)?, self.clauses.noun(id)?);
        // The lemma of "works" is that of what is done there.
        let word = self.reading.ids[noun.head as usize];
        let outlet = self.rules.outlets.contains(noun.lemma);
        let held = self.rules.anaphors.is_held(noun.lemma)
            || self.rules.anaphors.is_held(word)
            || self.rules.sites.contains(noun.lemma)
            || outlet;
        // "the Lima dryer factory", but not "the Lima-based plant", "the Lima office's plant"
        // A country's plants and its market stand for the country.
        let one = self.rules.anaphors.is_held(noun.lemma)
            && self.reading.tag(noun.head as usize) != Tag::NounPlural
            || outlet;
        let before = |mention: &&Mention<'x>| {
            let next = self.reading.tokens.get(mention.end as usize);
            let tied = next.is_some_and(|next| next.is_hyphen() && next.glued());
            let where_ = mention.kind() == Kind::Place || mention.kind() == Kind::Country && one;
            where_ && mention.end <= noun.head && !tied
        };
        let mut within = self.mentions.within(group.first, group.end);
        let own = (held && !noun.named).then(|| within.find(before)).flatten();
        // "Lima's container terminal"
        let owner = || {
            let owner = noun.possessor.filter(|_| held && !noun.named)?;
            let owner = &self.clauses.groups[owner];
            let mut within = self.mentions.within(owner.first, owner.end);
            within.find(|mention| mention.kind() == Kind::Place && mention.end == owner.end)
        };
        Some(self.of_mention(own.or_else(owner)?, "modifier"))
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
        let place = self.mentions.within(group.first, group.end).find(|mention| {
            matches!(mention.kind(), Kind::Place | Kind::Country) && mention.end == group.end
        });
        if let Some(place) = place {
            return Some(self.of_mention(place, slot));
        }
        // "at its Zwickau plant"
        if let Some(place) = self.site_in(id) {
            return Some(Filler { slot, ..place });
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

    /// Whether a phrase tells where somebody is who does something on the way: "on a visit to Lima", but not "plans a visit to
    /// Lima".
    fn is_of_trip(&self, to: GroupId) -> bool {
        let trip = to.checked_sub(1).and_then(|trip| self.clauses.noun(trip));
        let on = trip
            .filter(|trip| self.rules.trips.contains(trip.lemma))
            .and_then(|trip| trip.preposition);
        on.is_some_and(|on| {
            let first = self.clauses.groups[on].first as usize;
            self.reading.is(first, "on") || self.reading.is(first, "during")
        })
    }

    /// Where somebody came before doing what the trigger tells: "flew to Lima and met".
    fn came_to(&self, at: GroupId) -> Option<Filler<'x>> {
        let verb = trigger_verb(&self.clauses, at)?;
        let subject = verb.subject.filter(|subject| *subject < at)?;
        let came = |id: &GroupId| {
            let other = self.clauses.verb(*id);
            other.is_some_and(|other| {
                other.subject == Some(subject) && self.rules.travels.contains(other.lemma)
            })
        };
        let came = (subject + 1..at).find(came)?;
        let phrase = (came + 1..at).find(|id| self.clauses.noun(*id).is_some_and(|noun| noun.place))?;
        let slot = match phrase - came {
            1 => "object",
            _ => self
                .preposition(phrase - 1)
                .map(|word| self.reading.lexicon.word_text(word))?,
        };
        self.place_in(phrase, slot).filter(|_| slot != "from")
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
            let modifies = behind < self.reading.tokens.len()
                && (self.reading.tag(behind).is_noun() || self.reading.tag(behind) == Tag::Genitive);
            before.is_some_and(|before| matches!(self.reading.tag(before), Tag::Preposition | Tag::To))
                && !modifies
        };
        // "opened the Lima plant and makes vans there", "Peru buys vans made there"
        let own = |mention: &Mention<'x>| {
            let groups = &self.clauses.groups;
            let at = groups.partition_point(|group| group.end <= mention.first);
            let site = || {
                self.site_in(at)
                    .is_some_and(|site| site.mention == Some(mention.id()))
            };
            let end = groups.get(at).is_some_and(|group| group.end == mention.end);
            let whole = || end && self.clauses.noun(at).is_some_and(|noun| noun.verb.is_some());
            mention.first as usize >= sentence.start && (site() || whole())
        };
        let told = |mention: &&Mention<'x>| {
            (hangs(mention) || own(mention))
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
