//! Past tense or participle: `Honda sold 200 cars` against `cars sold to Japan`.

use super::{Attach, FAR};
use crate::clause::group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::{Classes, Tag, WordId};

impl Attach<'_, '_> {
    /// Settles past tense against participle by what follows: "cars exported to Japan rose" against "Honda sold
    /// 200 cars".
    pub(super) fn reduced(&mut self) {
        for at in self.kinds.verbs.iter().copied() {
            self.past_or_participle(at);
        }
    }

    /// The form of a verb without auxiliary whose past participle may be a past tense.
    fn past_or_participle(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        let token = verb.head as usize;
        let tags = self.reading.lexicon.word(self.reading.ids[token]).tags;
        let bare = self.groups[at].first as usize == token;
        if !bare || !tags.has(Tag::VerbPart) {
            return;
        }
        // "the initiative led by Peru failed"
        if tags.has(Tag::VerbPast) && self.words.never_passive.contains(verb.lemma) {
            if !verb.finite() {
                self.set_form(at, VerbForm::Past);
            }
            return;
        }
        // "the week ended July 9": the time ends, and nobody ends it.
        let timed = |at: GroupId| self.noun(at).is_some_and(|noun| noun.time);
        if at > 0 && timed(at - 1) && timed(self.skip(at + 1)) {
            self.set_form(at, VerbForm::Participle);
            return;
        }
        if let Some(earlier) = self.goes_on_past(at) {
            self.set_form(at, earlier);
            return;
        }
        if !tags.has(Tag::VerbPast) {
            return;
        }
        // "will open a shop, based in Lima, and shut two": the form of all is one.
        if tags.has(Tag::Verb) && self.goes_on(at) {
            if let Some((form, modal)) = self.auxiliary_before(at) {
                self.set_form(at, form);
                if let Some(verb) = self.verb_mut(at) {
                    verb.modal = modal;
                }
                return;
            }
        }
        if verb.finite() && (verb.passive || verb.perfect) {
            return;
        }
        let form = verb.form;
        let after = self.skip(at + 1);
        if let Some((form, modal)) = self.passive_before(at, after) {
            self.set_form(at, form);
            if let Some(verb) = self.verb_mut(at) {
                (verb.modal, verb.passive) = (modal, true);
            }
            return;
        }
        let follows_noun = at
            .checked_sub(1)
            .is_some_and(|before| self.noun(before).is_some());
        if follows_noun && self.acted_upon(at).is_some() {
            self.set_form(at, VerbForm::Past);
            return;
        }
        if form == VerbForm::Past && follows_noun && self.is_verb_behind_opener(at) {
            return;
        }
        if form == VerbForm::Past
            && (follows_noun
                && (self.only_in_phrase(at) || self.goes_along(at) || self.behind_infinitive(at))
                || self.participle_aside(at))
        {
            self.set_form(at, VerbForm::Participle);
        } else if form == VerbForm::Past && follows_noun {
            let end = self.over_phrases(after);
            let by = self.by_whom(after);
            if end > after && (self.finite_at(end) || by) {
                self.set_form(at, VerbForm::Participle);
            }
        } else if form == VerbForm::Participle && self.is_main(at, after) {
            self.set_form(at, VerbForm::Past);
        }
    }

    /// Whether what looks like a participle is the verb of its clause, by what stands before it and `after` it.
    fn is_main(&self, at: GroupId, after: GroupId) -> bool {
        let Some(verb) = self.verb(at) else { return false };
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        let follows_noun = matches!(before, Some(GroupKind::Noun(_)));
        let object = self.noun(after).is_some_and(|noun| !noun.time);
        let joined = self.joins_past(at);
        let subject = follows_noun
            || matches!(
                before,
                Some(GroupKind::Comma | GroupKind::Adverb(_) | GroupKind::Close)
            )
            // "“It is full!” grumbled Ann Roe"
            || verb.says && self.behind_quotation(at);
        // "Ann Roe, an officer of the union, said: “…”"
        let told = verb.says && self.opens_words(at);
        let by = self.by_whom(after);
        let main = (follows_noun && self.named_before(at) || self.behind_apposition(at))
            && !by
            && !self.finite_around(at)
            || !by && !object && self.is_only_verb(at);
        let called = || self.is_called_aside(verb.head as usize, after);
        joined || main || told || object && subject && !self.describes_object(at) && !called()
    }

    /// Whether a colon stands right behind a verb.
    fn opens_words(&self, at: GroupId) -> bool {
        let behind = self.groups[at].end as usize;
        self.reading
            .tokens
            .get(behind)
            .is_some_and(|token| token.is(b':'))
    }

    /// The form and modal of the passive that a participle behind `and` and a noun goes on with: "taxes will be raised and
    /// subsidies scrapped".
    fn passive_before(&self, at: GroupId, after: GroupId) -> Option<(VerbForm, Option<WordId>)> {
        let verb = self.verb(at)?;
        let object = self.noun(after).is_some_and(|noun| !noun.time);
        let mut noun = at.checked_sub(1)?;
        while let Some(preposition) = self.noun(noun)?.preposition {
            noun = preposition.checked_sub(1)?;
        }
        let joint = noun.checked_sub(1)?;
        if !matches!(self.kind(joint), Some(GroupKind::Conjunction(word)) if *word == self.words.and) {
            return None;
        }
        let mut before = (0..joint).rev().take(FAR);
        let earlier = before.find_map(|at| self.verb(at))?;
        let passive = earlier.finite() && earlier.passive && !earlier.relative && !earlier.negated;
        // "The plant was shut and workers protested": only a modal leaves nothing else.
        let ours = verb.form == VerbForm::Participle
            || earlier.form == VerbForm::Modal && verb.form == VerbForm::Past;
        let told = object || self.by_whom(after) || verb.says;
        (passive && ours && !told).then_some((earlier.form, earlier.modal))
    }

    /// Whether a participle only tells, between commas, what the subject is called: ", dubbed Vega, sold".
    fn is_called_aside(&self, participle: usize, name: GroupId) -> bool {
        let comma = self.over_phrases(self.skip(name + 1));
        self.reading.classes(participle).contains(Classes::NAMING)
            && self.is_comma(comma)
            && self.finite_at(self.skip(comma + 1))
    }

    /// The noun that opens the clause and that somebody right before a verb acts upon, with the noun's own verb behind: "the
    /// bill that the senate passed in May would", "the bill the senate passed would".
    pub(super) fn acted_upon(&self, at: GroupId) -> Option<GroupId> {
        let mut who = at.checked_sub(1)?;
        let noun = self.noun(who).filter(|noun| !noun.time)?;
        let known = noun.named || noun.pronoun || !noun.bare;
        while let Some(owner) = self.noun(who)?.possessor.filter(|owner| *owner < who) {
            who = owner;
        }
        let mark = who.checked_sub(1)?;
        let that = match self.groups[mark].kind {
            GroupKind::Subordinator(word) => word == self.words.that,
            GroupKind::Relative => !self.reading.is(self.groups[mark].first as usize, "whose"),
            _ => false,
        };
        let mut thing = if that { mark.checked_sub(1)? } else { mark };
        // "the curb on maize by rail that Quito clamped on Lima"
        while let Some(phrase) = self.noun(thing)?.preposition.filter(|_| that) {
            thing = phrase.checked_sub(1)?;
        }
        let described = self.noun(thing)?;
        // "the 300 tonnes of wheat that Egypt bought"
        let thing_or_amount = !described.named || self.has_figure(thing);
        let common = thing_or_amount && !described.time && !described.pronoun;
        let tells = self.words.contents.contains(described.lemma);
        let beside = that || known && !described.bare;
        let end = self.over_phrases(self.skip(at + 1));
        let end = end + usize::from(self.noun(end).is_some_and(|noun| noun.time));
        let waits = described.preposition.is_none() && self.opens_clause(thing) && self.finite_at(end);
        (common && !tells && beside && waits).then_some(thing)
    }

    /// The form of the verb that a participle behind a conjunction goes on with, as a past tense or under its "have": "has
    /// opened a plant in Ghana and taken on 300 people".
    fn goes_on_past(&self, at: GroupId) -> Option<VerbForm> {
        if !self.goes_on(at) {
            return None;
        }
        let earlier = self.groups[..at].iter().rev().take(FAR);
        let earlier = earlier
            .take_while(|group| !matches!(group.kind, GroupKind::Stop | GroupKind::Quote))
            .find_map(|group| match &group.kind {
                GroupKind::Verb(verb) if verb.form != VerbForm::Infinitive => Some(verb),
                _ => None,
            })?;
        let past = earlier.perfect || earlier.form == VerbForm::Past;
        (earlier.finite() && past && !earlier.passive).then_some(earlier.form)
    }

    /// Whether a participle behind a conjunction has an object or a particle.
    fn goes_on(&self, at: GroupId) -> bool {
        let joined = matches!(
            at.checked_sub(1).and_then(|before| self.kind(before)),
            Some(GroupKind::Conjunction(_))
        );
        // "sold cars and imported parts": a bare noun may stand with a participle before it.
        let modifies = || {
            let verb = self.groups[at].end as usize - 1;
            self.reading.may_be(verb, Tag::Adjective)
        };
        let object = |noun: &NounGroup| {
            !noun.time && (!noun.bare || noun.named || self.is_figure(self.skip(at + 1)) || !modifies())
        };
        self.verb(at)
            .is_some_and(|verb| verb.form == VerbForm::Participle)
            && joined
            && (self.verb(at).is_some_and(|verb| verb.particle.is_some())
                || self.noun(self.skip(at + 1)).is_some_and(object)
                || self.moves(at))
    }

    /// The form and modal of the verb before it in its clause, participles apart, where a modal stands with that.
    fn auxiliary_before(&self, at: GroupId) -> Option<(VerbForm, Option<WordId>)> {
        let earlier = self.groups[..at].iter().rev().take(FAR);
        let earlier = earlier
            .take_while(|group| {
                !matches!(
                    group.kind,
                    GroupKind::Stop | GroupKind::Quote | GroupKind::Subordinator(_) | GroupKind::Relative
                )
            })
            .find_map(|group| match &group.kind {
                GroupKind::Verb(verb) if verb.form != VerbForm::Participle => Some(verb),
                _ => None,
            })?;
        (earlier.form == VerbForm::Modal && !earlier.passive).then_some((earlier.form, earlier.modal))
    }

    /// Whether a preposition that goes with a verb's object follows: "and taken on 60 people".
    fn moves(&self, at: GroupId) -> bool {
        let particle = matches!(self.kind(at + 1), Some(GroupKind::Preposition(word))
            if self.reading.lexicon.word(*word).tags.has(Tag::Particle));
        particle && self.noun(at + 2).is_some_and(|noun| !noun.time)
    }

    /// Whether it describes what an infinitive acts upon: "to meet requirements set under the law".
    fn behind_infinitive(&self, at: GroupId) -> bool {
        let infinitive = at.checked_sub(2).and_then(|before| self.verb(before));
        let phrase = matches!(self.kind(at + 1), Some(GroupKind::Preposition(_)));
        phrase
            && infinitive.is_some_and(|verb| verb.form == VerbForm::Infinitive && !verb.passive && !verb.says)
    }

    /// Whether `by` and who did it stand at a group, not by how much: "sales dropped by 1%", "by a tenth".
    fn by_whom(&self, at: GroupId) -> bool {
        let by = matches!(self.kind(at), Some(GroupKind::Preposition(id)) if *id == self.words.by);
        // "said by phone"
        let bare = |group: &Group| {
            group.end == group.first + 1 && self.reading.tag(group.first as usize) == Tag::Noun
        };
        let said = at.checked_sub(1).is_some_and(|verb| self.says(verb));
        if said && self.groups.get(at + 1).is_some_and(bare) {
            return false;
        }
        let figure = |group: &Group| {
            let (first, last) = (group.first as usize, group.end as usize - 1);
            matches!(self.reading.tag(first), Tag::Number | Tag::Mark)
                || self.words.shares.contains(self.reading.ids[last])
        };
        by && !self.groups.get(self.skip(at + 1)).is_some_and(figure)
    }

    /// Whether the noun before a verb hangs on a preposition and no other noun of its clause can be the subject:
    /// "under agreements inked on Sunday", "go over the deal struck with Washington".
    fn only_in_phrase(&self, at: GroupId) -> bool {
        let in_phrase = |noun: &NounGroup| noun.preposition.is_some() || noun.time;
        if !self
            .noun(at - 1)
            .is_some_and(|noun| noun.preposition.is_some() && !noun.named)
        {
            return false;
        }
        for before in (0..at - 1).rev().take(FAR) {
            match &self.groups[before].kind {
                GroupKind::Noun(noun) if in_phrase(noun) => {}
                GroupKind::Preposition(_) | GroupKind::Adverb(_) => {}
                GroupKind::Verb(verb) => return verb.form == VerbForm::Infinitive || verb.finite(),
                _ => return false,
            }
        }
        true
    }

    /// Whether it tells of what goes along with the clause behind the comma: "With Ann Roe named chief executive, Acme begins".
    fn goes_along(&self, at: GroupId) -> bool {
        let with = self.noun(at - 1).and_then(|noun| noun.preposition);
        let with = with.filter(
            |with| matches!(self.groups[*with].kind, GroupKind::Preposition(word) if word == self.words.with),
        );
        let opens = |with: GroupId| {
            let before = with.checked_sub(1).and_then(|before| self.kind(before));
            matches!(
                before,
                None | Some(GroupKind::Stop | GroupKind::Comma | GroupKind::Conjunction(_))
            )
        };
        let ends = |at: &GroupId| self.is_comma(*at) || self.finite_at(*at);
        let mark = (at + 1..self.groups.len()).take(FAR).find(ends);
        with.is_some_and(opens) && mark.is_some_and(|mark| self.is_comma(mark))
    }

    /// Whether a name that hangs on no preposition stands right before a verb.
    fn named_before(&self, at: GroupId) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.noun(before))
            .is_some_and(|noun| noun.named && noun.preposition.is_none())
    }

    /// Whether a comma before a verb closes an apposition to what may be its subject: "its sister, Emirates, put in".
    fn behind_apposition(&self, at: GroupId) -> bool {
        let comma = at.checked_sub(1).is_some_and(|at| self.is_comma(at));
        let beside = at.checked_sub(2).and_then(|at| self.noun(at));
        comma
            && beside
                .and_then(|noun| self.noun(noun.apposition?))
                .is_some_and(|noun| noun.preposition.is_none() && !noun.time)
    }

    /// Whether another finite verb stands in the clause of `at`.
    fn finite_around(&self, at: GroupId) -> bool {
        let bounds = |group: &&Group| {
            !matches!(
                group.kind,
                GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative | GroupKind::Quote
            )
        };
        let finite = |group: &Group| matches!(&group.kind, GroupKind::Verb(verb) if verb.finite());
        let before = self.groups[..at].iter().rev().take(FAR);
        let mut after = (at + 1..self.groups.len())
            .take(FAR)
            .take_while(|behind| bounds(&&self.groups[*behind]));
        before.take_while(bounds).any(finite)
            || after.any(|behind| {
                finite(&self.groups[behind]) && !self.will_reduce(behind) && !self.in_contact(behind)
            })
    }

    /// Whether a verb stands in a clause that a noun right before its pronoun takes: "agreed to buy the 35% it does not own".
    fn in_contact(&self, at: GroupId) -> bool {
        let who = at.checked_sub(1).filter(|who| *who > 0);
        who.is_some_and(|who| {
            let described = |noun: &NounGroup| !noun.time && !noun.pronoun;
            self.noun(who).is_some_and(|noun| noun.pronoun) && self.noun(who - 1).is_some_and(described)
        })
    }

    /// Whether what looks like a past tense will be read as a participle: "go over the deal struck with Washington".
    fn will_reduce(&self, at: GroupId) -> bool {
        let bare = |verb: &VerbGroup| {
            let token = verb.head as usize;
            let tags = self.reading.lexicon.word(self.reading.ids[token]).tags;
            self.groups[at].first as usize == token && verb.form == VerbForm::Past && tags.has(Tag::VerbPart)
        };
        self.verb(at).is_some_and(bare)
            && self.noun(at - 1).is_some()
            && (self.only_in_phrase(at) || self.behind_infinitive(at))
    }

    fn set_form(&mut self, at: GroupId, form: VerbForm) {
        if let Some(verb) = self.verb_mut(at) {
            verb.form = form;
            verb.passive = form == VerbForm::Participle;
        }
    }

    /// Whether it goes on with a verb in the past tense: "designed, built and shipped".
    fn joins_past(&self, at: GroupId) -> bool {
        let mut before = at;
        while before > 0
            && matches!(
                self.groups[before - 1].kind,
                GroupKind::Comma | GroupKind::Conjunction(_)
            )
        {
            before -= 1;
        }
        before < at
            && before
                .checked_sub(1)
                .and_then(|before| self.verb(before))
                .is_some_and(|verb| verb.form == VerbForm::Past && !verb.passive)
    }

    /// Whether it describes the object of the verb before it: "has a plant called Alpha". A name there begins a
    /// clause: "said Siemens sold 200 cars".
    fn describes_object(&self, at: GroupId) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let described = self.noun(before).is_some_and(|noun| !noun.named && !noun.pronoun);
        described
            && (0..before)
                .rev()
                .take(3)
                .take_while(|i| {
                    !matches!(
                        self.groups[*i].kind,
                        GroupKind::Comma
                            | GroupKind::Stop
                            | GroupKind::Conjunction(_)
                            | GroupKind::Subordinator(_)
                    )
                })
                .any(|i| self.finite_at(i))
    }

    /// Participles before their clause: "By encouraging X, the plan is …".
    pub(super) fn early_participles(&mut self) {
        let mut waiting: Vec<GroupId> = Vec::new();
        for at in self.kinds.verbs.iter().copied() {
            let stop = |group: &Group| matches!(group.kind, GroupKind::Stop);
            if waiting
                .last()
                .is_some_and(|last| self.groups[*last..at].iter().any(stop))
            {
                waiting.clear();
            }
            let Some(verb) = self.verb(at) else { continue };
            if verb.finite() {
                let subject = verb.subject;
                for early in waiting.drain(..) {
                    if let Some(early) = self.verb_mut(early) {
                        early.subject = subject;
                        early.parent = Some(at);
                    }
                }
            } else if verb.subject.is_none() && verb.parent.is_none() {
                waiting.push(at);
            }
        }
        self.infinitives_under();
    }

    /// Infinitives under a gerund that took its subject from a verb behind it: "Kenya, aiming to draw visitors, builds".
    fn infinitives_under(&mut self) {
        for at in self.kinds.verbs.iter().copied() {
            let open = |verb: &&VerbGroup| verb.form == VerbForm::Infinitive && verb.subject.is_none();
            let above = self.verb(at).filter(open).and_then(|verb| verb.parent);
            let above = above.and_then(|above| self.verb(above));
            let subject = above
                .filter(|above| above.form == VerbForm::Gerund)
                .and_then(|above| above.subject);
            if let Some(verb) = self.verb_mut(at).filter(|_| subject.is_some()) {
                verb.subject = subject;
            }
        }
    }
}
