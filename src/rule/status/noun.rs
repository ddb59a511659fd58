//! Whether what a noun stands for happened: `plans for the export of`, `the planned deal`.

use super::{Decided, Governs, Place, Status, StatusWords, Verdict, NEAR};
use crate::clause::{Clauses, GroupId, GroupKind, NounGroup, VerbForm, VerbGroup};
use crate::lexicon::{Tag, WordId};
use crate::reading::Reading;

impl StatusWords {
    /// The status of what the noun at `at` stands for. `under`: the rule names the verbs that govern it, so that
    /// they tell of the event themselves (`scrapped the tax`). `fixed`: it counts as happening once it is decided
    /// (`approved the tax`).
    pub(in crate::rule) fn of_noun(
        &self,
        reading: &Reading<'_>,
        clauses: &Clauses,
        at: GroupId,
        governor: Option<GroupId>,
        under: bool,
        fixed: bool,
    ) -> Decided {
        let place = Place { reading, clauses };
        let Some(noun) = clauses.noun(at) else {
            return Decided::default();
        };
        let mut found = self.of_group(place, at, noun);
        self.over_noun(place, noun, &mut found);
        self.over_movement(place, noun, &mut found);
        self.over_amount(place, noun, &mut found);
        let beside = before_preposition(noun).filter(|beside| clauses.verb(*beside).is_some());
        if let Some(beside) = beside {
            self.over_verb(place, noun, beside, &mut found);
        }
        match governor.or(beside) {
            Some(governor) => self.governed(place, at, governor, under, fixed, &mut found),
            // "will fly to Madrid for talks": it is told of what leads to it.
            None => {
                let above = self.leads_to(place, at, noun);
                let above = above.map(|verb| self.of_verb(reading, clauses, verb, None));
                found.weigh(above.and_then(Decided::verdict));
            }
        }
        found
    }

    /// What the words of its own group decide.
    pub(super) fn of_group(&self, place: Place<'_, '_>, at: GroupId, noun: &NounGroup) -> Decided {
        let mut found = Decided::default();
        if noun.negated {
            found.weigh(Some((Status::Denied, place.group(at))));
        }
        // "planned exports", "a possible deal"
        let first = place.clauses.groups[at].first as usize;
        for token in first..(noun.head as usize).min(first + NEAR) {
            let status = self.of(place.reading.ids[token], None, Governs::Modifier);
            found.weigh(status.map(|status| (status, place.reading.span(token..token + 1))));
        }
        found
    }

    /// What the noun decides that it hangs on, and the verb that governs that: "plans for the export of", "talks on a merger".
    fn over_noun(&self, place: Place<'_, '_>, noun: &NounGroup, found: &mut Decided) {
        let clauses = place.clauses;
        if !hangs_on(place, noun, &self.about) {
            return;
        }
        let Some(before) = before_preposition(noun) else {
            return;
        };
        let Some(other) = clauses.noun(before) else {
            // "conditional on a deal"
            if let GroupKind::Adjective = clauses.groups[before].kind {
                let head = clauses.groups[before].end as usize - 1;
                let status = self.token(place.reading, head, Governs::Of);
                found.weigh(status.map(|status| (status, place.group(before))));
            }
            return;
        };
        let head = other.head as usize;
        let status = self.of(other.lemma, None, Governs::Of);
        found.weigh(status.map(|status| (status, place.reading.span(head..head + 1))));
        // "scrapped plans for a plant", "earmarked $20m for a plant"
        let tells =
            status.is_some() || self.phases.contains(other.lemma) || hangs_on(place, noun, &self.aims);
        if let Some(governor) = clauses.governor(before) {
            let decided = self.object(place, before, governor);
            // "denied reports of a merger", but not "denied the effect of a merger"
            let reported = self.contents.contains(other.lemma);
            let denied = |(status, _): &Verdict| reported && *status == Status::Denied;
            found.weigh(decided.filter(|verdict| tells || denied(verdict)));
            // "talks on a merger collapsed"
            found.weigh(self.subject(place, before, governor).filter(|_| tells));
        }
    }

    /// What the verb decides that governs the movement of what the noun names: "expects a rise of 4% in exports".
    fn over_movement(&self, place: Place<'_, '_>, noun: &NounGroup, found: &mut Decided) {
        let clauses = place.clauses;
        let noun_at = |at: GroupId| clauses.noun(at).filter(|noun| !noun.time);
        let Some(before) = before_preposition(noun).filter(|_| hangs_on(place, noun, &self.within)) else {
            return;
        };
        // "a rise of 4%": the figure hangs on what has it.
        let over = noun_at(before)
            .and_then(before_preposition)
            .filter(|_| !self.moved(noun_at(before)));
        let head = over.unwrap_or(before);
        if !self.moved(noun_at(head)) {
            return;
        }
        if let Some(governor) = clauses.governor(head) {
            self.governed(place, head, governor, false, false, found);
        }
    }

    /// What the verb decides that governs the noun with an amount which another is told along with: "expects earnings of 94
    /// cents a share on revenue of $3bn".
    fn over_amount(&self, place: Place<'_, '_>, noun: &NounGroup, found: &mut Decided) {
        let clauses = place.clauses;
        let Some(preposition) = noun.preposition.filter(|_| hangs_on(place, noun, &self.amid)) else {
            return;
        };
        let Some(before) = preposition.checked_sub(1) else {
            return;
        };
        let bearer = clauses.bearer_of_figure(before, self.word_of);
        let group = &clauses.groups[bearer];
        let number = |token: u32| place.reading.tag(token as usize) == Tag::Number;
        // "restrictions on exports": no amount
        let amount = bearer != before || (group.first..group.end).any(number);
        if let Some(governor) = clauses.governor(bearer).filter(|_| amount) {
            self.governed(place, bearer, governor, false, false, found);
        }
    }

    fn moved(&self, noun: Option<&NounGroup>) -> bool {
        noun.is_some_and(|noun| self.moves.contains(noun.lemma))
    }

    /// What the verb right before its preposition decides: "agreed on a deal".
    fn over_verb(&self, place: Place<'_, '_>, noun: &NounGroup, beside: GroupId, found: &mut Decided) {
        let Some(verb) = place.clauses.verb(beside) else {
            return;
        };
        // "counts on shipments of", "talks about a merger"
        if let Some(preposition) = noun.preposition.map(|at| &place.clauses.groups[at]) {
            if let GroupKind::Preposition(word) = preposition.kind {
                let key = (verb.lemma, Some(word));
                let status = self
                    .words
                    .get(&key)
                    .and_then(|_| self.of(verb.lemma, Some(word), Governs::Of));
                let words = verb.head as usize..preposition.end as usize;
                found.weigh(status.map(|status| (status, place.reading.span(words))));
            }
        }
        // "walked away from the deal", but "could walk away from the deal"
        let status = self.of(verb.lemma, verb.particle, Governs::Of);
        let open = || self.of_verb(place.reading, place.clauses, beside, None).status == Status::Possible;
        let status = match status {
            Some(Status::Denied) if open() => Some(Status::Possible),
            other => other,
        };
        found.weigh(status.map(|status| (status, place.group(beside))));
    }

    /// What the verb decides that governs it.
    fn governed(
        &self,
        place: Place<'_, '_>,
        at: GroupId,
        governor: GroupId,
        under: bool,
        fixed: bool,
        found: &mut Decided,
    ) {
        let mut above = self.of_verb(place.reading, place.clauses, governor, None);
        if self.only_says_how(place, at, governor) {
            above = Decided::default();
        }
        let of_object = self.object(place, at, governor);
        // "approved the planned tax": it is no mere plan any more.
        if under && fixed && found.status == Status::Planned && above.status == Status::Actual {
            *found = Decided::default();
        }
        // "withdrew the planned tax": what is not there yet does not come.
        let under = under && found.status == Status::Actual;
        if let Some((Status::Denied, cause)) = of_object.filter(|_| !under) {
            // "has not ruled out a merger"
            if place.clauses.verb(governor).is_some_and(|verb| verb.negated) {
                return found.weigh(Some((Status::Possible, cause)));
            }
            // "may block the takeover"
            if above.status == Status::Possible {
                return found.weigh(above.verdict());
            }
            // "denied that the planned plant had been shelved"
            if above.status == Status::Denied {
                return found.weigh(Some((Status::Planned, cause)));
            }
        }
        // "may block the merger", "the deal could collapse": whether it comes is left open.
        let of_subject = self.subject(place, at, governor);
        let ends = [of_object, of_subject]
            .into_iter()
            .flatten()
            .any(|(status, _)| status == Status::Denied);
        if ends && above.status == Status::Possible && found.status != Status::Denied {
            return found.weigh(above.verdict());
        }
        found.weigh(above.verdict());
        found.weigh(of_object.filter(|(status, _)| match status {
            Status::Denied => !under,
            Status::Planned => !under || !fixed,
            _ => true,
        }));
        found.weigh(of_subject.filter(|(status, _)| !under || *status != Status::Denied));
        found.weigh(self.raised(place, governor));
        found.weigh(self.predicate(place, governor));
    }

    /// "The deal does not cover spares": what is denied is what the verb says of it, not that it came about.
    fn only_says_how(&self, place: Place<'_, '_>, noun: GroupId, governor: GroupId) -> bool {
        let negated = place.clauses.verb(governor).filter(|verb| verb.negated);
        let says = |verb: &VerbGroup| self.of(verb.lemma, None, Governs::Subject) == Some(Status::Actual);
        negated.is_some_and(says) && self.subject(place, noun, governor).is_some()
    }

    /// The verb of the clause in which a noun is what something is done for, or comes along with it.
    fn leads_to(&self, place: Place<'_, '_>, at: GroupId, noun: &NounGroup) -> Option<GroupId> {
        if !hangs_on(place, noun, &self.along) {
            return None;
        }
        // "will shut the plant, with the loss of 300 jobs", but not "will hire 20 people, with sales up 4%"
        let groups = &place.clauses.groups;
        let moved = || match groups.get(at + 1).map(|next| &next.kind) {
            Some(GroupKind::Adverb(_)) => true,
            Some(GroupKind::Preposition(word)) => !self.within.contains(word),
            _ => false,
        };
        let from = before_preposition(noun)
            .filter(|from| matches!(groups[*from].kind, GroupKind::Comma))
            .filter(|_| hangs_on(place, noun, &self.loses) && !moved());
        (0..from.unwrap_or(at))
            .rev()
            .take(NEAR)
            .find_map(|group| match &groups[group].kind {
                GroupKind::Verb(_) => Some(Some(group)),
                GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative | GroupKind::Comma => {
                    Some(None)
                }
                _ => None,
            })?
    }

    /// What a verb decides on its subject: `the deal collapsed`.
    pub(super) fn subject(&self, place: Place<'_, '_>, noun: GroupId, governor: GroupId) -> Option<Verdict> {
        let verb = place.clauses.verb(governor)?;
        let first = place.clauses.noun(noun)?.chain.unwrap_or(noun);
        let status = self.of(verb.lemma, verb.particle, Governs::Subject)?;
        let subject = !verb.passive && verb.subject == Some(first) && !moves(place, governor, verb);
        subject.then(|| (status, place.group(governor)))
    }

    /// "Exports are predicted to fall", "exports are likely to fall": what a verb in the passive, or the word behind "be",
    /// decides on the infinitive behind it.
    fn raised(&self, place: Place<'_, '_>, governor: GroupId) -> Option<Verdict> {
        let verb = place.clauses.verb(governor)?;
        let below = |at: &GroupId| {
            let next = place.clauses.verb(*at);
            next.is_some_and(|next| next.form == VerbForm::Infinitive && next.parent == Some(governor))
        };
        // "exports are unlikely to help": what they do is no figure of theirs.
        let moves = |at: &GroupId| {
            let next = place.clauses.verb(*at);
            next.is_some_and(|next| self.moves.contains(next.lemma))
        };
        if verb.lemma == self.be && !verb.passive {
            let infinitive = (governor + 1..governor + 4).find(below).filter(moves)?;
            return self.above(place, governor, infinitive, Governs::Infinitive);
        }
        let status = self.of(verb.lemma, verb.particle, Governs::Infinitive)?;
        (verb.passive && below(&(governor + 1))).then(|| (status, place.group(governor)))
    }

    /// `… is under consideration`
    fn predicate(&self, place: Place<'_, '_>, at: GroupId) -> Option<Verdict> {
        if place.clauses.verb(at)?.lemma != self.be {
            return None;
        }
        let GroupKind::Preposition(word) = place.clauses.groups.get(at + 1)?.kind else {
            return None;
        };
        let noun = place.clauses.noun(at + 2)?;
        // "under way" it is, "on the way" it will be.
        let status = self.of(noun.lemma, Some(word), Governs::Predicate)?;
        Some((status, place.group(at + 2)))
    }
}

/// Whether a noun hangs on one of these prepositions.
fn hangs_on(place: Place<'_, '_>, noun: &NounGroup, words: &[WordId]) -> bool {
    let word = noun.preposition.map(|at| &place.clauses.groups[at].kind);
    matches!(word, Some(GroupKind::Preposition(word)) if words.contains(word))
}

/// The group before the preposition that a noun hangs on.
fn before_preposition(noun: &NounGroup) -> Option<GroupId> {
    noun.preposition?.checked_sub(1)
}

/// Whether a verb has a figure behind it, by or to which its subject moves: "exports collapsed by 60% to 300 tonnes".
fn moves(place: Place<'_, '_>, at: GroupId, verb: &VerbGroup) -> bool {
    let groups = &place.clauses.groups;
    let to = groups.get(at + 1).is_some_and(|next| {
        let first = next.first as usize;
        matches!(next.kind, GroupKind::Preposition(_)) && place.reading.is_one_of(first, &["to", "by"])
    });
    let figure = |at: GroupId| {
        let told = place.clauses.noun(at).is_some_and(|noun| !noun.time);
        let mut tokens = groups.get(at).map_or(0..0, |group| group.first..group.end);
        told && tokens.any(|token| place.reading.tag(token as usize) == Tag::Number)
    };
    verb.object.is_some_and(figure) || to && figure(at + 2)
}
