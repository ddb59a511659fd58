//! What fills the slots of a verb.

use super::super::group::{GroupKind, VerbForm, VerbGroup};
use super::super::{ClauseWords, Clauses, GroupId};
use super::{Filling, Slot};

/// In how many groups behind a verb those are looked for who do it with its subject.
const PHRASES: usize = 12;

impl Clauses {
    /// What fills the slots of the verb at `at`.
    pub(crate) fn verb_fillings(&self, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let Some(verb) = self.verb(at) else { return };
        self.subject(verb, words, out);
        self.object(verb, at, words, out);
        self.phrases(at + 1, verb.reach, verb.passive, words, out);
        self.phrases_of_arguments(verb, at, words, out);
        self.companions(verb, at, words, out);
        self.doers_along(verb, at, words, out);
        self.relative_phrase(verb, at, out);
        self.cleft_phrase(verb, at, words, out);
        self.source(at, words, out);
        if let Some(group) = self.time_beside(at) {
            out.push(Filling {
                slot: Slot::Time,
                group,
            });
        }
        // "In May, Honda …"
        let subject = verb.subject.unwrap_or(at).min(at);
        let before = out.len();
        self.phrases(self.front(subject), subject, false, words, out);
        // "At a meeting with Ann Roe, Bosch agreed": with whom the meeting was.
        let front = out.split_off(before);
        out.extend(front.into_iter().filter(|filling| {
            filling.slot != Slot::Preposition(words.with) || !self.hangs_within(filling.group)
        }));
        if matches!(verb.form, VerbForm::Infinitive | VerbForm::Gerund) {
            self.above(verb, at, words, out);
        }
    }

    /// The subject, whose it is, and who gets something.
    fn subject(&self, verb: &VerbGroup, words: &ClauseWords, out: &mut Vec<Filling>) {
        let slot = if verb.passive { Slot::Object } else { Slot::Subject };
        self.fill(slot, verb.subject, out);
        if let Some(subject) = verb.subject {
            self.owners(subject, out);
        }
        self.fill(Slot::Preposition(words.to), verb.recipient, out);
        // "Kenya was sold 40 buses"
        if verb.object.is_some() && verb.passive && words.gives.contains(verb.lemma) {
            self.fill(Slot::Object, verb.object, out);
            self.fill(Slot::Preposition(words.to), verb.subject, out);
        }
    }

    /// The object, and what is told of it right beside it.
    fn object(&self, verb: &VerbGroup, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let Some(object) = verb.object else { return };
        let slot = if verb.passive {
            Slot::Complement
        } else {
            Slot::Object
        };
        self.fill(slot, object, out);
        self.worth(object, words, out);
        // "replaced Ann Roe, who had led it since May, with Ivo Roe"
        if let Some(close) = self.relative_aside(object) {
            let ends = |at: &GroupId| match &self.groups[*at].kind {
                GroupKind::Verb(verb) => verb.finite(),
                kind => matches!(
                    kind,
                    GroupKind::Stop | GroupKind::Relative | GroupKind::Subordinator(_)
                ),
            };
            let end = (close + 1..self.groups.len())
                .find(ends)
                .unwrap_or(self.groups.len());
            if self.is_preposition(close + 1, |_| true) {
                self.phrases(close + 1, end, false, words, out);
            }
        }
        // "appointed her chief executive", "is the chief executive"
        let relative = object < at;
        let beside = if relative {
            at + 1
        } else {
            self.over_description(object) + 1
        };
        // "cost 90 members of staff their jobs"
        let tied = self.is_preposition(beside, |word| word == words.of)
            && self
                .noun(beside + 2)
                .is_some_and(|noun| !noun.bare && noun.possessor.is_none());
        let beside = beside + if tied { 2 } else { 0 };
        let bare = self.noun(beside).is_some_and(|noun| {
            !noun.time && !noun.pronoun && noun.possessor.is_none() && (relative || noun.verb.is_none())
        });
        if verb.lemma == words.be || verb.lemma == words.become_ {
            self.fill(Slot::Complement, object, out);
        } else if bare && !verb.passive {
            self.fill(Slot::Complement, beside, out);
        }
    }

    /// The last group of an object and what commas part from it: "named Ann Roe, finance head since 2021, chairman".
    fn over_description(&self, object: GroupId) -> GroupId {
        let comma = |at: &GroupId| matches!(self.groups[*at].kind, GroupKind::Comma);
        if let Some(close) = self.relative_aside(object) {
            return close;
        }
        let described = self.noun(object).and_then(|noun| noun.apposition);
        let Some(beside) = described.filter(|beside| *beside == object + 2 && comma(&(object + 1))) else {
            return object;
        };
        let near = beside + 1..self.groups.len().min(beside + 6);
        near.take_while(|at| !matches!(self.groups[*at].kind, GroupKind::Verb(_) | GroupKind::Stop))
            .find(comma)
            .unwrap_or(object)
    }

    /// The comma behind what an adverb tells of a subject: "Ann Roe, previously at Bosch, was hired".
    fn over_adverb(&self, subject: GroupId) -> Option<GroupId> {
        const LONG: usize = 8;
        let kind = |at: usize| self.groups.get(at).map(|group| &group.kind);
        let opens = matches!(kind(subject + 1), Some(GroupKind::Comma))
            && matches!(kind(subject + 2), Some(GroupKind::Adverb(_)));
        let mut behind = subject + 3..self.groups.len().min(subject + LONG);
        behind.find(|at| opens && matches!(kind(*at), Some(GroupKind::Comma)))
    }

    /// The comma behind the relative clause that describes a name: "named Ann Roe, who has run the arm since 2019, chairman".
    fn relative_aside(&self, name: GroupId) -> Option<GroupId> {
        const LONG: usize = 12;
        let kind = |at: usize| self.groups.get(at).map(|group| &group.kind);
        let opens = self.noun(name).is_some_and(|noun| noun.named)
            && matches!(kind(name + 1), Some(GroupKind::Comma))
            && matches!(kind(name + 2), Some(GroupKind::Relative));
        let mut inside = name + 3..self.groups.len().min(name + LONG);
        inside.find(|at| opens && matches!(kind(*at), Some(GroupKind::Comma)))
    }

    /// What hangs on a subject or object that stands before the verb.
    fn phrases_of_arguments(
        &self,
        verb: &VerbGroup,
        at: GroupId,
        words: &ClauseWords,
        out: &mut Vec<Filling>,
    ) {
        let subject = verb.subject.filter(|subject| *subject < at);
        // "A batch of 60 buses was sent"
        if let Some(subject) = subject.filter(|_| verb.passive) {
            // "Ann Roe, an engineer at Bosch, was hired"
            let behind = self
                .over_adverb(subject)
                .unwrap_or_else(|| self.over_description(subject))
                + 1;
            let named = self.noun(subject).is_some_and(|noun| noun.named);
            self.phrases_around(if named { behind } else { subject + 1 }, at, words, out);
        }
        // "the plant in Lima that Bosch opened"
        if let Some(object) = verb.object.filter(|object| *object < at) {
            let end = verb.subject.filter(|subject| *subject > object).unwrap_or(at);
            self.phrases(object + 1, end, false, words, out);
        }
        // "Cars worth $5m arrived"
        if let Some(subject) = subject.filter(|subject| !verb.passive && *subject + 2 < at) {
            if matches!(self.groups[subject + 1].kind, GroupKind::Preposition(word) if word == words.worth) {
                self.phrases(subject + 1, subject + 3, false, words, out);
            }
        }
    }

    /// Whether the phrase of a noun group hangs on the noun of another phrase right before it.
    fn hangs_within(&self, noun: GroupId) -> bool {
        let before = self.noun(noun).and_then(|noun| noun.preposition?.checked_sub(1));
        before
            .and_then(|before| self.noun(before))
            .is_some_and(|noun| noun.preposition.is_some() && !noun.time)
    }

    /// The phrases in a run of groups but for those of a relative clause in it: "Ann Roe, who works at Bosch as a dean, was
    /// hired".
    fn phrases_around(&self, from: GroupId, to: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let relative = (from..to).find(|at| matches!(self.groups[*at].kind, GroupKind::Relative));
        self.phrases(from, relative.unwrap_or(to), false, words, out);
        let Some(relative) = relative else { return };
        let comma = |at: &GroupId| matches!(self.groups[*at].kind, GroupKind::Comma);
        if let Some(close) = (relative + 1..to).find(comma) {
            self.phrases(close + 1, to, false, words, out);
        }
    }

    /// Where the phrases begin that stand before a subject.
    fn front(&self, subject: GroupId) -> GroupId {
        let bounds = |group: &GroupId| match &self.groups[*group].kind {
            GroupKind::Verb(_)
            | GroupKind::Stop
            | GroupKind::Subordinator(_)
            | GroupKind::Relative
            | GroupKind::Conjunction(_) => true,
            // "… at meetings,” Ann Roe said": words that are quoted are no phrases of who speaks.
            GroupKind::Quote => {
                let before = group.checked_sub(1).map(|before| &self.groups[before].kind);
                matches!(before, Some(GroupKind::Comma))
            }
            _ => false,
        };
        let Some(bound) = (0..subject).rev().find(bounds) else {
            return 0;
        };
        // "Under the deal, signed in Peru in May, Bosch will invest": up to the comma they are the participle's.
        let aside = self
            .verb(bound)
            .is_some_and(|verb| verb.form == VerbForm::Participle);
        let mut behind = bound + 1..subject;
        let comma = |at: &GroupId| matches!(self.groups[*at].kind, GroupKind::Comma);
        match behind.clone().find(comma) {
            Some(comma) if aside => comma + 1,
            _ => behind.next().unwrap_or(subject),
        }
    }

    /// What the verb or noun above an infinitive or gerund has, which may belong to it: "plans to export".
    fn above(&self, verb: &VerbGroup, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let Some(parent) = verb.parent else { return };
        let own = out.len();
        if let Some(above) = self.verb(parent) {
            // "asked owners to return the cars": who has it done.
            let controls = !above.passive && verb.subject.is_some() && verb.subject == above.object;
            // "it cost Siemens $3m to buy Scania"
            let price = above.object.map(|object| object + 1);
            let price = price.filter(|price| controls && *price < at && self.noun(*price).is_some());
            self.fill(Slot::Means, price, out);
            if controls && price.is_none() {
                self.fill(Slot::Support, above.subject, out);
            }
            let means = if above.passive {
                above.subject
            } else {
                above.object
            };
            self.fill(Slot::Means, means.filter(|means| *means < at && !controls), out);
            if above.reach >= at {
                self.phrases_around(parent + 1, at, words, out);
            }
        } else if parent < at && self.noun(parent).is_some() {
            // "an agreement with Siemens to export", "$2bn to build a plant"
            self.fill(Slot::Means, parent, out);
            self.phrases(parent + 1, at, false, words, out);
        }
        // "cut its rate to 4% to lift growth": to what it was cut says nothing of what it is to lift.
        let mut number = 0;
        let figure = |filling: &Filling| {
            let named = self
                .noun(filling.group)
                .is_some_and(|noun| noun.named && !noun.place);
            filling.slot == Slot::Preposition(words.to) && named && (parent..at).contains(&filling.group)
        };
        out.retain(|filling| {
            number += 1;
            number <= own || !figure(filling)
        });
    }

    /// What a preposition before a relative pronoun hangs on: "Bosch, into which Siemens put $40m".
    pub(super) fn relative_phrase(&self, verb: &VerbGroup, at: GroupId, out: &mut Vec<Filling>) {
        const NEAR: usize = 3;
        let Some(mut before) = verb.subject.filter(|subject| *subject < at) else {
            return;
        };
        // "for which Canada's Alimentation bid"
        while let Some(owner) = self
            .noun(before)
            .and_then(|noun| noun.possessor)
            .filter(|owner| *owner < before)
        {
            before = owner;
        }
        if before < 2 {
            return;
        }
        let (GroupKind::Relative, GroupKind::Preposition(word)) =
            (&self.groups[before - 1].kind, &self.groups[before - 2].kind)
        else {
            return;
        };
        let told = (0..before - 2)
            .rev()
            .take(NEAR)
            .find(|group| self.noun(*group).is_some_and(|noun| !noun.time));
        if let Some(told) = told {
            self.fill(Slot::Preposition(*word), told, out);
        }
    }

    /// The phrase that a cleft sentence brings out: "it was with Siemens that Bosch signed".
    fn cleft_phrase(&self, verb: &VerbGroup, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let Some(joint) = verb
            .subject
            .filter(|subject| *subject < at)
            .and_then(|subject| subject.checked_sub(1))
        else {
            return;
        };
        let joins = matches!(
            self.groups[joint].kind,
            GroupKind::Relative | GroupKind::Subordinator(_)
        );
        let told = joint.checked_sub(1).filter(|_| joins);
        let preposition = told
            .and_then(|told| self.noun(told)?.preposition)
            .filter(|preposition| preposition + 1 == joint - 1);
        let Some((preposition, be)) =
            preposition.and_then(|preposition| Some((preposition, preposition.checked_sub(1)?)))
        else {
            return;
        };
        let empty = self
            .verb(be)
            .filter(|be| be.lemma == words.be)
            .and_then(|be| self.noun(be.subject?));
        if let GroupKind::Preposition(word) = self.groups[preposition].kind {
            if empty.is_some_and(|empty| empty.pronoun) {
                self.fill(Slot::Preposition(word), told, out);
            }
        }
    }

    /// Who else does it: "the minister, together with Ivo Roe, met".
    pub(super) fn companions(
        &self,
        verb: &VerbGroup,
        at: GroupId,
        words: &ClauseWords,
        out: &mut Vec<Filling>,
    ) {
        let Some(subject) = verb.subject.filter(|subject| *subject < at) else {
            return;
        };
        for i in subject + 1..at {
            let with = matches!(self.groups[i].kind, GroupKind::Preposition(word) if word == words.with);
            if with && self.noun(i + 1).is_some() {
                self.fill(Slot::Preposition(words.with), i + 1, out);
            }
        }
    }

    /// Those who do it beside its subject: "Siemens, along with Bosch, bought", "together with Bosch, Siemens bought",
    /// "Siemens bought a mill in partnership with Bosch".
    fn doers_along(&self, verb: &VerbGroup, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let subject = verb.subject.filter(|subject| *subject < at && !verb.passive);
        let Some(subject) = subject.filter(|subject| self.noun(*subject).is_some_and(|noun| noun.named))
        else {
            return;
        };
        let near = self.front(subject)..verb.reach.min(at + PHRASES).min(self.groups.len());
        for i in near {
            // "went along with Bosch to buy": that of another verb.
            if (i..at)
                .chain(at + 1..i)
                .any(|between| self.verb(between).is_some())
            {
                continue;
            }
            let marks = match &self.groups[i].kind {
                GroupKind::Adverb(word) | GroupKind::Preposition(word) => words.jointly.contains(*word),
                GroupKind::Noun(noun) => noun.bare && words.jointly.contains(noun.lemma),
                _ => false,
            };
            if !marks {
                continue;
            }
            let with = self.is_preposition(i + 1, |word| word == words.with);
            let alone = self.is_preposition(i, |_| true);
            let Some(other) = (i + 1 + usize::from(with)..self.groups.len())
                .next()
                .filter(|_| with || alone)
            else {
                continue;
            };
            let other = self.possessed(other);
            let beside = self.noun(other).and_then(|noun| noun.apposition);
            let named = |id: &GroupId| self.noun(*id).is_some_and(|noun| noun.named && !noun.time);
            if let Some(other) = [Some(other), beside].into_iter().flatten().find(named) {
                self.fill(Slot::Subject, other, out);
            }
        }
    }

    /// The time right before or behind a verb, behind a subject that follows it too, or else one without a preposition behind
    /// its object: "met the minister, Ann Roe, last week".
    fn time_beside(&self, at: GroupId) -> Option<GroupId> {
        let time = |group: GroupId| self.noun(group).is_some_and(|noun| noun.time).then_some(group);
        let phrase = |group: GroupId| match self.groups.get(group)?.kind {
            GroupKind::Preposition(_) => time(group + 1),
            _ => time(group),
        };
        let inverted = self.verb(at)?.subject.filter(|subject| *subject > at);
        let end = inverted.map_or(at + 1, |subject| subject + 1);
        phrase(end)
            .or_else(|| phrase(at + 1))
            .or_else(|| at.checked_sub(1).and_then(time))
            .or_else(|| self.time_behind(at))
    }

    /// The time without a preposition among what hangs on a verb.
    fn time_behind(&self, at: GroupId) -> Option<GroupId> {
        let verb = self.verb(at)?;
        let bare = |group: &GroupId| {
            self.noun(*group)
                .is_some_and(|noun| noun.time && noun.preposition.is_none())
        };
        (at + 1..verb.reach).find(bare)
    }
}
