//! Which noun a participle or a relative clause says more of.

use super::subject::Found;
use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::Tag;

impl Attach<'_, '_> {
    /// The verb of the clause around a gerund of saying, where the noun before that hangs on a preposition by which no text is
    /// told: "objected to the toll saying", but "in a note saying".
    fn said_beyond(&self, at: GroupId, noun: GroupId) -> Option<(GroupId, &VerbGroup)> {
        self.verb(at).filter(|verb| verb.says)?;
        let hangs = self.noun(noun)?.preposition.filter(|on| on + 1 == noun)?;
        let GroupKind::Preposition(word) = self.groups[hangs].kind else {
            return None;
        };
        let tells = [self.words.in_, self.words.with, self.words.of, self.words.by];
        let above = hangs.checked_sub(1).filter(|_| !tells.contains(&word))?;
        self.verb(above)
            .filter(|verb| verb.finite())
            .map(|verb| (above, verb))
    }

    /// Whose deed a participle or gerund without auxiliary is.
    pub(super) fn participle(&self, at: GroupId) -> Found {
        let Some(before) = at.checked_sub(1) else {
            return Found::default();
        };
        match &self.groups[before].kind {
            GroupKind::Noun(noun) if !noun.time => {
                // "talk of Shell buying Bosch"
                let gerund = self.verb(at).is_some_and(|verb| verb.form == VerbForm::Gerund);
                // "spent $40m extending its mill": an amount does nothing.
                let amount = gerund && noun.named && !noun.place && self.has_figure(before);
                let spent = before.checked_sub(1).filter(|_| amount);
                if let Some((above, verb)) = spent.and_then(|above| Some((above, self.verb(above)?))) {
                    return Found::under(verb, above);
                }
                // "objected to the toll saying": what is objected to says nothing.
                if let Some((above, verb)) = self.said_beyond(at, before).filter(|_| gerund) {
                    return Found::under(verb, above);
                }
                let thing = self.thing_of(before).filter(|_| noun.place || !gerund);
                // "with vans, cars and trucks making up 300"
                let with = |first: &GroupId| {
                    let preposition = self.noun(*first).and_then(|noun| noun.preposition);
                    preposition.is_some_and(|at| matches!(self.groups[at].kind, GroupKind::Preposition(word) if word == self.words.with))
                };
                let joined = noun.chain.filter(|first| gerund && with(first));
                let thing = joined
                    .or(thing)
                    .or_else(|| self.measured(before))
                    .or_else(|| self.headed(at));
                return Found {
                    subject: thing.or(Some(before)),
                    ..Found::default()
                };
            }
            GroupKind::Relative => {
                return Found {
                    subject: self.antecedent(before),
                    relative: true,
                    ..Found::default()
                }
            }
            _ => {}
        }
        // "The meeting, chaired by the minister, …": right behind the noun that opens the clause.
        let participle = self
            .verb(at)
            .is_some_and(|verb| verb.form == VerbForm::Participle);
        let subject = self
            .opening_noun(before)
            .or_else(|| self.located(before))
            .or_else(|| self.enclosed(before, at))
            .or_else(|| self.named_beside(before))
            .or_else(|| self.crafted(before, at))
            .filter(|_| participle);
        if subject.is_some() {
            return Found {
                subject,
                ..Found::default()
            };
        }
        // After a comma, a preposition or a conjunction the main verb's subject does it, after a dash too: "Kenya is the
        // largest grower – producing 3,000 tonnes".
        for i in (0..at).rev().take(FAR) {
            match &self.groups[i].kind {
                GroupKind::Verb(verb) => {
                    let found = Found::under(verb, i);
                    // "quoted the minister as saying", "kept Siemens from shutting its mill": who is acted upon does it.
                    let hinders = || self.is_from(before) && self.words.hinders.contains(verb.lemma);
                    return match verb
                        .object
                        .filter(|_| !participle && !verb.passive && (self.is_as(before) || hinders()))
                    {
                        Some(whom) => Found {
                            subject: Some(whom),
                            ..found
                        },
                        None => found,
                    };
                }
                GroupKind::Stop if i + 1 == at && self.is_dash(i) => {}
                GroupKind::Stop => break,
                _ => {}
            }
        }
        Found::default()
    }

    /// Whether `from` stands at a group: "kept Siemens from shutting its mill".
    fn is_from(&self, at: GroupId) -> bool {
        matches!(self.kind(at), Some(GroupKind::Preposition(word)) if *word == self.words.from)
    }

    /// Whether `as` stands at a group: "quoted the minister as saying", but not "take steps, such as cutting".
    fn is_as(&self, at: GroupId) -> bool {
        let first = self.groups[at].first as usize;
        let as_ = matches!(self.kind(at), Some(GroupKind::Preposition(word)) if *word == self.words.as_);
        let such = || {
            first
                .checked_sub(1)
                .is_some_and(|such| self.reading.is(such, "such"))
        };
        as_ && self.reading.is(first, "as") && !such()
    }

    /// The noun that opens the clause and is parted from what follows by the comma at `comma`.
    pub(super) fn opening_noun(&self, comma: GroupId) -> Option<GroupId> {
        if !self.is_comma(comma) {
            return None;
        }
        for i in (0..comma).rev().take(FAR) {
            match &self.groups[i].kind {
                GroupKind::Noun(noun) if self.within(i, noun) => {}
                GroupKind::Noun(noun) if noun.preposition.is_none() && !noun.time => {
                    return self.opens_clause(i).then_some(noun.chain.unwrap_or(i));
                }
                GroupKind::Noun(_) | GroupKind::Preposition(_) | GroupKind::Open | GroupKind::Close => {}
                _ => return None,
            }
        }
        None
    }

    /// The name right before the comma at `comma`: "its third purchase after Bosch, acquired in 2022".
    fn named_beside(&self, comma: GroupId) -> Option<GroupId> {
        let noun = comma.checked_sub(1).filter(|_| self.is_comma(comma))?;
        self.noun(noun)
            .is_some_and(|noun| noun.named && !noun.place && !noun.time && noun.preposition.is_some())
            .then_some(noun)
    }

    /// The goods right before the comma at `comma`, where a verb of making says where they come from: "unveiled the Leaf,
    /// made in Kenya".
    fn crafted(&self, comma: GroupId, at: GroupId) -> Option<GroupId> {
        let noun = comma.checked_sub(1).filter(|_| self.is_comma(comma))?;
        self.verb(at)
            .filter(|verb| self.words.made.contains(self.reading.ids[verb.head as usize]))?;
        self.noun(noun)
            .is_some_and(|noun| !noun.place && !noun.time && !noun.pronoun)
            .then_some(noun)
    }

    /// What stands in the place before the comma at `comma`: "a mill in Gresik, Indonesia, opened in May".
    fn located(&self, comma: GroupId) -> Option<GroupId> {
        let mut place = comma.checked_sub(1).filter(|_| self.is_comma(comma))?;
        if self.noun(place).is_some_and(|noun| self.within(place, noun)) {
            place -= 2;
        }
        let preposition = self.noun(place).filter(|noun| noun.place)?.preposition?;
        let thing = preposition.checked_sub(1)?;
        self.noun(thing)
            .is_some_and(|noun| !noun.named && !noun.time && !noun.pronoun)
            .then_some(thing)
    }

    /// The noun right before a participle that commas part from a clause which has not begun: "Under the plan, approved
    /// in May, buyers get".
    fn enclosed(&self, comma: GroupId, at: GroupId) -> Option<GroupId> {
        let noun = comma.checked_sub(1)?;
        let close = self.over_phrases(self.skip(at + 1));
        let named = self.noun(noun).is_some_and(|noun| !noun.time && !noun.pronoun);
        (named && self.is_comma(comma) && self.is_comma(close) && self.opens_clause(noun)).then_some(noun)
    }

    /// The noun group that a relative pronoun stands for.
    pub(super) fn antecedent(&self, relative: GroupId) -> Option<GroupId> {
        // "Shell, whose sales fell and which closed a plant"
        let joined = relative
            .checked_sub(1)
            .is_some_and(|joint| matches!(self.groups[joint].kind, GroupKind::Conjunction(_)));
        let earlier = (0..relative)
            .rev()
            .take(FAR)
            .take_while(|at| !matches!(self.groups[*at].kind, GroupKind::Stop))
            .find(|at| matches!(self.groups[*at].kind, GroupKind::Relative));
        let relative = earlier.filter(|_| joined).unwrap_or(relative);
        for i in (0..relative).rev().take(6) {
            match &self.groups[i].kind {
                // "a plant in Liberty, North Carolina, which": the state is where the town is.
                GroupKind::Noun(noun) if self.within(i, noun) => {}
                GroupKind::Noun(noun) if !noun.time => {
                    let thing = self.over_name(i, noun, relative);
                    let thing = thing.or_else(|| self.agreed_over(i, relative));
                    let thing = thing.or_else(|| self.in_force_over(i, relative));
                    let thing = thing.or_else(|| self.amount_of(i));
                    return thing.or(noun.chain).or(Some(i));
                }
                GroupKind::Close => {
                    return self.opening(i).checked_sub(1).filter(|i| self.noun(*i).is_some())
                }
                GroupKind::Verb(_) | GroupKind::Stop => break,
                _ => {}
            }
        }
        None
    }

    /// What a noun hangs on that comes into force, which no goods do: "a duty on steel that took effect in May".
    fn in_force_over(&self, at: GroupId, relative: GroupId) -> Option<GroupId> {
        let verb = self.skip(relative + 1);
        self.verb(verb)?;
        let mut effect = self.skip(verb + 1);
        if let Some(GroupKind::Preposition(_)) = self.kind(effect) {
            effect += 1;
        }
        self.noun(effect)
            .filter(|noun| self.words.force.contains(noun.lemma))?;
        let mut thing = self.noun(at)?.chain.unwrap_or(at);
        while let Some(preposition) = self.noun(thing)?.preposition {
            // "a reform of the tax that": only a figure is told of what it is.
            let of = matches!(self.groups[preposition].kind, GroupKind::Preposition(word) if word == self.words.of);
            let before = preposition
                .checked_sub(1)
                .filter(|_| !of || self.has_figure(thing));
            match before.filter(|before| self.noun(*before).is_some()) {
                Some(before) => thing = before,
                None => break,
            }
        }
        (thing != at).then_some(thing)
    }

    /// What a name hangs on that a relative pronoun rather stands for: "a plant in Vietnam that is to make …", "Siemens of
    /// Germany, which".
    fn over_name(&self, at: GroupId, noun: &NounGroup, relative: GroupId) -> Option<GroupId> {
        let preposition = noun.preposition.filter(|_| noun.named)?;
        let before = preposition.checked_sub(1)?;
        let thing = self.noun(before)?;
        let fits = (!thing.named || noun.place && !thing.place) && !thing.pronoun && !thing.time;
        (fits && !self.tells_more_of(at, relative)).then_some(before)
    }

    /// What a name hangs on, which a clause right behind the name tells of, as no name needs to be told from others: "a plant
    /// in Monterrey built by", "a deal with Lufthansa signed in", "a stake in Bosch that Shell bought".
    pub(super) fn thing_of(&self, name: GroupId) -> Option<GroupId> {
        let noun = self.noun(name).filter(|noun| noun.named)?;
        let group = &self.groups[name];
        let proper = self.reading.tag(noun.head as usize) == Tag::Proper
            && (group.first..group.end).all(|at| self.reading.tag(at as usize) != Tag::Number);
        let thing = noun.preposition?.checked_sub(1)?;
        let common = |noun: &NounGroup| !noun.named && !noun.time && !noun.pronoun;
        self.noun(thing)
            .is_some_and(|noun| proper && common(noun))
            .then_some(thing)
    }

    /// The figure that tells how much there is of a thing: "40,000 tonnes of rice exported by".
    fn measured(&self, thing: GroupId) -> Option<GroupId> {
        let of = self.noun(thing)?.preposition.filter(|of| of + 1 == thing)?;
        let tied = matches!(self.groups[of].kind, GroupKind::Preposition(word) if word == self.words.of);
        let figure = of.checked_sub(1).filter(|_| tied)?;
        (self.noun(figure).is_some() && self.has_figure(figure)).then_some(figure)
    }

    /// The same, where the thing is told as a mass or at large: "the 300 tonnes of wheat that Egypt bought", but not "300
    /// cars of the make that".
    pub(super) fn amount_of(&self, thing: GroupId) -> Option<GroupId> {
        let bare = self.noun(thing).is_some_and(|noun| noun.bare && !noun.named);
        self.measured(thing).filter(|_| bare)
    }

    /// The noun that a sentence begins with whose only verb is a participle, as in headlines: "Price of pasta raised by".
    fn headed(&self, at: GroupId) -> Option<GroupId> {
        let participle = self
            .verb(at)
            .is_some_and(|verb| verb.form == VerbForm::Participle);
        let first = self
            .noun(0)
            .filter(|noun| participle && !noun.time && !noun.pronoun)?;
        let verb = |group: &GroupId| *group != at && self.verb(*group).is_some();
        let alone = !self.kinds.verbs.iter().any(verb);
        (alone && self.over_phrases(self.skip(1)) == at).then_some(first.chain.unwrap_or(0))
    }

    /// Whether a place stands behind a comma and the place that lies in it.
    pub(super) fn within(&self, at: GroupId, noun: &NounGroup) -> bool {
        let comma = at.checked_sub(1).is_some_and(|at| self.is_comma(at));
        let town = at.checked_sub(2).and_then(|at| self.noun(at));
        comma && noun.place && town.is_some_and(|town| town.place && town.preposition.is_some())
    }

    /// Whether a relative clause behind a comma tells more of who is named: "a bid for Mercer, which lost $2m", but "a plant
    /// in Lima, which".
    fn tells_more_of(&self, name: GroupId, relative: GroupId) -> bool {
        let parted = name + 2 == relative && self.is_comma(name + 1);
        let proper = |noun: &NounGroup| !noun.place && self.reading.tag(noun.head as usize) == Tag::Proper;
        parted && self.noun(name).is_some_and(proper)
    }

    /// Where the bracket opens that `close` shuts; `close` itself if none does near by.
    pub(super) fn opening(&self, close: GroupId) -> GroupId {
        (0..close)
            .rev()
            .take(FAR)
            .find(|i| matches!(self.groups[*i].kind, GroupKind::Open))
            .unwrap_or(close)
    }
}
