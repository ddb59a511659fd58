//! Whether what a verb says happened: what it says of itself (`own.rs`), and what the verbs and nouns above it decide.

use super::{Decided, Governs, Place, Status, StatusWords, Verdict, NEAR};
use crate::clause::{Clauses, GroupId, GroupKind, VerbForm, VerbGroup};
use crate::lexicon::Tag;
use crate::reading::Reading;

/// How many verbs up a status is looked for.
const DEPTH: usize = 6;

impl StatusWords {
    /// The status of what the verb at `at` says. `under`: the rule names that verb above it, so that it tells of the
    /// event itself (`stopped making cars`).
    pub(in crate::rule) fn of_verb(
        &self,
        reading: &Reading<'_>,
        clauses: &Clauses,
        at: GroupId,
        under: Option<GroupId>,
    ) -> Decided {
        let place = Place { reading, clauses };
        let mut found = Decided::default();
        let mut next = Some(at);
        // A participle beside its clause shares the clause's time, but not what it denies.
        let mut beside = false;
        for depth in 0..DEPTH {
            let Some((at, verb)) = next.and_then(|at| Some((at, clauses.verb(at)?))) else {
                break;
            };
            let own = self.own(place, at);
            found.weigh(own.filter(|(status, _)| !beside || *status != Status::Denied));
            if found.status == Status::Denied {
                break;
            }
            next = self.shares(place, at).or_else(|| match verb.form {
                VerbForm::Infinitive => self.above_infinitive(place, verb, at, &mut found),
                VerbForm::Gerund => {
                    // "will result in 300 people losing work"
                    let around = || self.above_phrase(place, verb.subject?);
                    let above = verb.parent.or_else(around)?;
                    self.above_gerund(place, above, at, under, &mut beside, &mut found)
                }
                // A reduced clause has its own time.
                VerbForm::Participle => None,
                _ if depth + 1 == DEPTH => None,
                _ => {
                    let seen = self.seen(place, at);
                    if seen.is_none() {
                        found.weigh(self.introduced(place, at));
                    }
                    seen
                }
            });
        }
        found
    }

    /// The verb before the preposition that a noun hangs on.
    fn above_phrase(&self, place: Place<'_, '_>, noun: GroupId) -> Option<GroupId> {
        let preposition = place.clauses.noun(noun)?.preposition?;
        let mut before = (0..preposition).rev().take(NEAR);
        let verb = before.find(|at| {
            matches!(
                place.clauses.groups[*at].kind,
                GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Relative | GroupKind::Subordinator(_)
            )
        })?;
        place.clauses.verb(verb).map(|_| verb)
    }

    /// Takes what the verb or noun above an infinitive decides on it; gives the verb that may decide more.
    fn above_infinitive(
        &self,
        place: Place<'_, '_>,
        verb: &VerbGroup,
        at: GroupId,
        found: &mut Decided,
    ) -> Option<GroupId> {
        let Some(parent) = verb.parent else {
            // "Honda to export cars", "a plant to be built"
            found.weigh(Some((Status::Planned, place.group(at))));
            return None;
        };
        let above = self.above(place, parent, at, Governs::Infinitive);
        // "the first to export", "paid $5bn to acquire": it is done.
        let ahead = || {
            place.clauses.noun(parent).is_some()
                && !self.ranked(place, parent)
                && !self.gave(place, parent)
                && !self.is_percentage(place, parent)
        };
        if above.is_none() && ahead() {
            found.weigh(Some((Status::Planned, place.group(parent))));
        }
        found.weigh(above);
        // "has not decided whether to raise": what is asked stays open.
        let asked = at
            .checked_sub(1)
            .is_some_and(|before| matches!(place.clauses.groups[before].kind, GroupKind::Subordinator(_)));
        if asked && above.is_some() {
            return None;
        }
        self.step(place, parent, found)
    }

    /// Takes what the verb or noun above a gerund decides on it; gives the verb that may decide more.
    fn above_gerund(
        &self,
        place: Place<'_, '_>,
        parent: GroupId,
        at: GroupId,
        under: Option<GroupId>,
        beside: &mut bool,
        found: &mut Decided,
    ) -> Option<GroupId> {
        let parent_verb = place.clauses.verb(parent);
        // "will hire 90 people after winning an order": what comes first is done.
        let behind = place.before(at).map(|before| &place.clauses.groups[before].kind);
        if matches!(behind, Some(GroupKind::Preposition(word)) if *word == self.after) {
            return None;
        }
        match self.gerund(place, parent, at) {
            Some((Status::Denied, _)) if under == Some(parent) => {}
            // "would not rule out raising"; but "did not stop it from raising" tells that it did.
            Some((Status::Denied, cause)) if parent_verb.is_some_and(|verb| verb.negated) => {
                let kept = matches!(behind, Some(GroupKind::Preposition(word)) if *word == self.from);
                if kept {
                    return None;
                }
                found.weigh(Some((Status::Possible, cause)));
                return None;
            }
            Some(verdict) => found.weigh(Some(verdict)),
            // "having sold the unit, it will …"
            None if place.clauses.verb(at).is_some_and(|verb| verb.perfect) => return None,
            None => *beside = true,
        }
        self.step(place, parent, found)
    }

    /// The earlier verb whose auxiliaries this one shares: `will be built and shipped`, `will cut jobs and shut plants`.
    fn shares(&self, place: Place<'_, '_>, at: GroupId) -> Option<GroupId> {
        let verb = place.clauses.verb(at)?;
        let first = place.clauses.groups[at].first;
        let bare = first == verb.head;
        // "will resign and be replaced"
        let passive = verb.passive && place.reading.is(first as usize, "be");
        // "jobs will be cut, said the union"
        let inverted = verb.subject.is_some_and(|subject| subject > at);
        if !(bare || passive) || inverted || verb.modal.is_some() {
            return None;
        }
        let before = place.before(at)?;
        let joined = matches!(
            place.clauses.groups[before].kind,
            GroupKind::Conjunction(_) | GroupKind::Comma
        );
        if !joined {
            return None;
        }
        // ", and" goes on with the main clause, a bare "and" with whatever clause is the nearest.
        let main = before
            .checked_sub(1)
            .is_some_and(|group| matches!(place.clauses.groups[group].kind, GroupKind::Comma));
        let earlier = (0..before).rev().take(4 * NEAR).find(|group| {
            matches!(
                &place.clauses.groups[*group].kind,
                GroupKind::Verb(earlier)
                    if !(main && earlier.relative) && earlier.form != VerbForm::Participle
            ) || matches!(
                place.clauses.groups[*group].kind,
                GroupKind::Stop | GroupKind::Subordinator(_)
            )
        })?;
        let other = place.clauses.verb(earlier)?;
        // "The mayor, who asked not to be named, said": the comma closes a clause of its own.
        let above = other.parent.and_then(|above| place.clauses.verb(above));
        let inner = other.relative || above.is_some_and(|above| above.relative);
        let plain = place.reading.tag(verb.head as usize) == Tag::Verb;
        if inner && !plain && matches!(place.clauses.groups[before].kind, GroupKind::Comma) {
            return None;
        }
        let tags = place
            .reading
            .lexicon
            .word(place.reading.ids[verb.head as usize])
            .tags;
        // "will be built and shipped", "will be built and employ 300"
        let fits = passive || tags.has(Tag::Verb) || other.passive && tags.has(Tag::VerbPart);
        let open = other.modal.is_some() || other.form == VerbForm::Infinitive;
        (open && fits && verb.form != VerbForm::Gerund).then_some(earlier)
    }

    /// What the words from a parent to the verb it governs decide.
    pub(super) fn above(
        &self,
        place: Place<'_, '_>,
        parent: GroupId,
        at: GroupId,
        governs: Governs,
    ) -> Option<Verdict> {
        let reading = place.reading;
        if let Some(verb) = place.clauses.verb(parent) {
            // "is to export"
            if verb.lemma == self.be && governs == Governs::Infinitive && place.before(at) == Some(parent) {
                return Some((Status::Planned, place.group(parent)));
            }
            // "is going to export"
            if verb.lemma == self.go && verb.progressive && governs == Governs::Infinitive {
                return Some((Status::Planned, place.group(parent)));
            }
            // "backed away from a plan to close"
            if let Some(GroupKind::Preposition(_)) =
                place.clauses.groups.get(parent + 1).map(|group| &group.kind)
            {
                if let Some(status) = self.of(verb.lemma, verb.particle, Governs::Of) {
                    return Some((status, place.group(parent)));
                }
            }
            // What stands between, as `able` in `is able to export`, is nearer.
            let first = verb.head as usize + 1;
            let end = place.clauses.groups[at].first as usize;
            let between = (first..end.max(first)).rev().take(NEAR).find_map(|token| {
                let near = reading.tag(token) == Tag::Adjective
                    || token + 1 == end
                    || self.partnered(place, token, at)
                    || matches!(reading.tag(token), Tag::VerbPart | Tag::Preposition);
                // "was able to sell 300 cars": it did.
                let could = verb.form == VerbForm::Past && reading.ids[token] == self.able;
                let status = self.token(reading, token, governs).filter(|_| near && !could)?;
                Some((status, reading.span(token..token + 1)))
            });
            // "the decision was taken to close", "permission has been given to build"
            let taken = || {
                let noun = place.clauses.noun(verb.subject.filter(|_| verb.passive)?)?;
                self.of(noun.lemma, None, governs)
            };
            let own = self.of(verb.lemma, verb.particle, governs).or_else(taken);
            // "failed in its bid to buy": what fails outweighs what was tried.
            let fails = own.filter(|own| *own == Status::Denied);
            let between = between.filter(|_| fails.is_none());
            // "was unsuccessful in its bid to buy"
            let described = place.clauses.groups.get(parent + 1);
            let described = described.filter(|next| matches!(next.kind, GroupKind::Adjective));
            let denied = described.and_then(|next| {
                let token = next.end as usize - 1;
                let status = self
                    .token(reading, token, governs)
                    .filter(|found| *found == Status::Denied)?;
                Some((status, reading.span(token..token + 1)))
            });
            let between = denied.or(between);
            return between.or(own.map(|status| (status, place.group(parent))));
        }
        let noun = place.clauses.noun(parent)?;
        let head = noun.head as usize;
        let status = self
            .of(noun.lemma, None, governs)
            .or_else(|| self.token(reading, head, governs))?;
        Some((status, reading.span(head..head + 1)))
    }

    /// Whether a noun is parted from the group at `at` only by whom it is held with: "in talks with Siemens to sell".
    fn partnered(&self, place: Place<'_, '_>, token: usize, at: GroupId) -> bool {
        let groups = &place.clauses.groups;
        let with =
            |group: GroupId| matches!(groups[group].kind, GroupKind::Preposition(word) if word == self.with);
        let noun = (0..at)
            .rev()
            .take(NEAR)
            .find(|group| groups[*group].end as usize == token + 1);
        noun.is_some_and(|noun| {
            let mut between = noun + 1..at;
            between.next().is_some_and(with)
                && place.clauses.noun(noun).is_some()
                && between.all(|group| {
                    place.clauses.noun(group).is_some()
                        || matches!(groups[group].kind, GroupKind::Conjunction(_) | GroupKind::Other)
                })
        })
    }

    /// The status of a gerund that is the complement of a verb or noun: `considers exporting`, `ruled out selling`,
    /// `plans for opening`, `without exporting`. None if it stands beside its clause.
    fn gerund(&self, place: Place<'_, '_>, parent: GroupId, at: GroupId) -> Option<Verdict> {
        let reading = place.reading;
        let before = place.before(at)?;
        match &place.clauses.groups[before].kind {
            GroupKind::Preposition(word) => {
                if let Some(status) = self.of(*word, None, Governs::Gerund) {
                    return Some((status, place.group(before)));
                }
                // "the approval of the state for taking over"
                let noun = self.over_of(place, before.checked_sub(1)?);
                // "close to signing"
                if let GroupKind::Adjective = place.clauses.groups[noun].kind {
                    let token = place.clauses.groups[noun].end as usize - 1;
                    let status = self.token(reading, token, Governs::Gerund)?;
                    return Some((status, place.group(noun)));
                }
                // "kept Siemens from shutting its mill"
                let hinders = place
                    .clauses
                    .verb(parent)
                    .filter(|verb| verb.object == Some(noun));
                let hinders = hinders.and_then(|verb| {
                    let from = self.words.contains_key(&(verb.lemma, Some(*word)));
                    self.of(verb.lemma, Some(*word), Governs::Gerund).filter(|_| from)
                });
                if let Some(status) = hinders {
                    return Some((status, place.group(parent)));
                }
                if let Some(found) = place.clauses.noun(noun) {
                    let negated = found.negated.then_some(Status::Denied);
                    let status = negated.or_else(|| self.of(found.lemma, None, Governs::Of))?;
                    return Some((status, place.group(noun)));
                }
                // "instead of opening"
                if let GroupKind::Adverb(adverb) = place.clauses.groups[noun].kind {
                    let status = self.of(adverb, None, Governs::Gerund)?;
                    return Some((status, place.group(noun)));
                }
                let verb = place.clauses.verb(noun)?;
                // "backed out of opening"
                let parted = |_| self.of(verb.lemma, verb.particle, Governs::Of);
                let status = self
                    .of(verb.lemma, Some(*word), Governs::Gerund)
                    .or_else(|| verb.particle.and_then(parted))
                    .or_else(|| self.of(verb.lemma, verb.particle, Governs::Infinitive))?;
                Some((status, place.group(noun)))
            }
            GroupKind::Verb(verb) if before == parent => {
                let status = self
                    .of(verb.lemma, verb.particle, Governs::Gerund)
                    .or_else(|| self.token(reading, verb.head as usize, Governs::Gerund));
                Some((status.unwrap_or_default(), place.group(before)))
            }
            _ => None,
        }
    }

    /// The noun group that `of` or the like ties the one at `noun` to, if it is one that decides; else that one itself.
    fn over_of(&self, place: Place<'_, '_>, noun: GroupId) -> GroupId {
        let tied = place
            .clauses
            .noun(noun)
            .and_then(|noun| noun.preposition?.checked_sub(1));
        let decides = tied
            .and_then(|tied| place.clauses.noun(tied))
            .is_some_and(|tied| self.of(tied.lemma, None, Governs::Of).is_some());
        tied.filter(|_| decides).unwrap_or(noun)
    }

    /// Whether a noun group ranks what it names: "the first maker".
    fn ranked(&self, place: Place<'_, '_>, noun: GroupId) -> bool {
        let group = &place.clauses.groups[noun];
        (group.first..group.end).any(|token| self.ranks.contains(place.reading.ids[token as usize]))
    }

    /// Whether a noun group is what somebody gave, which tells no plan: "paid $5bn to acquire".
    fn gave(&self, place: Place<'_, '_>, noun: GroupId) -> bool {
        let verb = place
            .clauses
            .governor(noun)
            .and_then(|governor| place.clauses.verb(governor));
        verb.is_some_and(|verb| {
            verb.object == Some(noun)
                && self.of(verb.lemma, verb.particle, Governs::Infinitive) == Some(Status::Actual)
        })
    }

    /// Whether a noun group is a percentage, behind which an infinitive tells how it came out: "gained 1.2% to settle at
    /// $59".
    fn is_percentage(&self, place: Place<'_, '_>, noun: GroupId) -> bool {
        let last = place.clauses.groups[noun].end as usize - 1;
        self.percents.contains(place.reading.ids[last])
    }

    /// The verb above a parent; a noun's governor may decide on the noun: `scrapped plans to`.
    fn step(&self, place: Place<'_, '_>, parent: GroupId, found: &mut Decided) -> Option<GroupId> {
        if place.clauses.verb(parent).is_some() {
            return Some(parent);
        }
        let noun = place.clauses.noun(parent)?;
        // "no plan to sell", "a failed attempt to buy"
        let own = self.of_group(place, parent, noun);
        found.weigh(own.verdict().filter(|(status, _)| *status == Status::Denied));
        let governor = place.clauses.governor(parent)?;
        found.weigh(self.object(place, parent, governor));
        // "its plan to build a mill has fallen through"
        let fails = self.subject(place, parent, governor);
        found.weigh(fails.filter(|(status, _)| *status == Status::Denied));
        Some(governor)
    }

    /// What a verb decides on its object.
    pub(super) fn object(&self, place: Place<'_, '_>, noun: GroupId, governor: GroupId) -> Option<Verdict> {
        let verb = place.clauses.verb(governor)?;
        let first = place.clauses.noun(noun)?.chain.unwrap_or(noun);
        let is_object = if verb.passive { verb.subject } else { verb.object } == Some(first);
        if !is_object {
            return None;
        }
        let present = verb.form == VerbForm::Present && !verb.perfect;
        let status = self.of(verb.lemma, verb.particle, Governs::Object).or_else(|| {
            self.of(verb.lemma, verb.particle, Governs::Present)
                .filter(|_| present)
        })?;
        Some((status, place.group(governor)))
    }

    /// The verb that sees somebody do what the verb at `at` says: "the pact could see India invest".
    fn seen(&self, place: Place<'_, '_>, at: GroupId) -> Option<GroupId> {
        let verb = place.clauses.verb(at)?;
        let bare = verb.form == VerbForm::Present && !verb.passive && !verb.progressive;
        let above = verb
            .subject
            .filter(|subject| bare && *subject < at)?
            .checked_sub(1)?;
        (place.clauses.verb(above)?.lemma == self.see).then_some(above)
    }

    /// What the verb that introduces a clause decides on it: `denied (reports) that …`.
    fn introduced(&self, place: Place<'_, '_>, at: GroupId) -> Option<Verdict> {
        let groups = &place.clauses.groups;
        let verb = place.clauses.verb(at)?;
        // "recommended Ann Roe, who runs Bosch": what a relative clause tells is not what is recommended.
        if verb.relative {
            return None;
        }
        let subject = verb.subject.filter(|subject| *subject < at);
        let mut from = subject.unwrap_or(at);
        for group in (0..from).rev().take(NEAR) {
            match &groups[group].kind {
                GroupKind::Subordinator(_) => {
                    from = group;
                    break;
                }
                GroupKind::Verb(_) => {
                    from = group + 1;
                    break;
                }
                GroupKind::Stop | GroupKind::Relative | GroupKind::Comma => return None,
                _ => {}
            }
        }
        for group in (0..from).rev().take(NEAR / 2) {
            match &groups[group].kind {
                GroupKind::Verb(verb) => {
                    let status = self.of(verb.lemma, verb.particle, Governs::Clause)?;
                    return Some((status, place.group(group)));
                }
                // "There is no truth to a report that …"
                GroupKind::Noun(noun) if noun.negated => {
                    let status = self.of(noun.lemma, None, Governs::Clause)?;
                    return Some((status, place.group(group)));
                }
                GroupKind::Noun(_) | GroupKind::Adverb(_) | GroupKind::Preposition(_) | GroupKind::Other => {}
                // "It is unlikely that …"
                GroupKind::Adjective => {
                    let token = groups[group].end as usize - 1;
                    if let Some(status) = self.token(place.reading, token, Governs::Clause) {
                        return Some((status, place.group(group)));
                    }
                }
                _ => return None,
            }
        }
        None
    }
}
