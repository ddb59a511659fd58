//! Whether what a noun stands for happened: `plans for the export of`, `the planned deal`.

use super::{Decided, Governs, Place, Status, StatusWords, NEAR};
use crate::clause::{Clauses, GroupId, GroupKind, NounGroup, VerbForm};
use crate::lexicon::WordId;
use crate::reading::Reading;
use crate::text::Span;

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
        let mut found = Decided::default();
        let (Some(noun), group) = (clauses.noun(at), &clauses.groups[at]) else {
            return found;
        };
        if noun.negated {
            found = found.or(Status::Denied, place.group(at));
        }
        // "planned exports", "a possible deal"
        for token in group.first as usize..(noun.head as usize).min(group.first as usize + NEAR) {
            if let Some(status) = self.of(reading.ids[token], None, Governs::Modifier) {
                found = found.or(status, reading.span(token..token + 1));
            }
        }
        // "plans for the export of", "talks on a merger"
        let before = noun
            .preposition
            .filter(|preposition| match clauses.groups[*preposition].kind {
                GroupKind::Preposition(word) => self.about.contains(&word),
                _ => false,
            })
            .and_then(|preposition| preposition.checked_sub(1));
        if let Some(other) = before.and_then(|before| clauses.noun(before).map(|noun| (before, noun))) {
            let head = other.1.head as usize;
            if let Some(status) = self.of(other.1.lemma, None, Governs::Of) {
                found = found.or(status, reading.span(head..head + 1));
            }
            // "scrapped plans for a plant", "earmarked $20m for a plant"
            let tells = self.of(other.1.lemma, None, Governs::Of).is_some()
                || self.phases.contains(other.1.lemma)
                || hangs_on(place, noun, &self.aims);
            if let Some(governor) = clauses.governor(other.0).filter(|_| tells) {
                if let Some((status, cause)) = self.object(place, other.0, governor) {
                    found = found.or(status, cause);
                }
            }
        }
        // "plans to switch on a plant", "agreed on a deal": the verb right before its preposition.
        let before = noun
            .preposition
            .and_then(|preposition| preposition.checked_sub(1));
        let beside = before.filter(|before| clauses.verb(*before).is_some());
        // "counts on shipments of", "talks about a merger"
        if let (Some(preposition), Some(verb)) =
            (noun.preposition, beside.and_then(|verb| clauses.verb(verb)))
        {
            if let GroupKind::Preposition(word) = clauses.groups[preposition].kind {
                if let Some(status) = self
                    .of(verb.lemma, Some(word), Governs::Of)
                    .filter(|_| self.words.contains_key(&(verb.lemma, Some(word))))
                {
                    found = found.or(
                        status,
                        reading.span(verb.head as usize..clauses.groups[preposition].end as usize),
                    );
                }
            }
        }
        // "walked away from the deal"
        if let Some(verb) = beside.and_then(|beside| clauses.verb(beside)) {
            if let Some(status) = self.of(verb.lemma, verb.particle, Governs::Of) {
                found = found.or(status, place.group(beside.unwrap_or(at)));
            }
        }
        let Some(governor) = governor.or(beside) else {
            // "will fly to Madrid for talks": it is told of what leads to it.
            let above = self.leads_to(place, at, noun);
            let above = above.map(|verb| self.of_verb(reading, clauses, verb, None));
            return match above {
                Some(Decided {
                    status,
                    cause: Some(cause),
                }) => found.or(status, cause),
                _ => found,
            };
        };
        let above = self.of_verb(reading, clauses, governor, None);
        let undone = self.object(place, at, governor);
        let negated = clauses.verb(governor).is_some_and(|verb| verb.negated);
        if let (true, false, Some((Status::Denied, cause))) = (negated, under, undone) {
            // "has not ruled out a merger"
            return found.or(Status::Possible, cause);
        }
        if let (false, Status::Denied, Some((Status::Denied, cause))) = (under, above.status, undone) {
            // "denied that the planned plant had been shelved"
            return found.or(Status::Planned, cause);
        }
        if let Some(cause) = above.cause {
            found = found.or(above.status, cause);
        }
        match self.object(place, at, governor) {
            Some((Status::Denied, _)) if under => {}
            Some((Status::Planned, _)) if under && fixed => {}
            Some((status, cause)) => found = found.or(status, cause),
            None => {}
        }
        match self.subject(place, at, governor) {
            Some((Status::Denied, _)) if under => {}
            Some((status, cause)) => found = found.or(status, cause),
            None => {}
        }
        for (status, cause) in [self.raised(place, governor), self.predicate(place, governor)]
            .into_iter()
            .flatten()
        {
            found = found.or(status, cause);
        }
        found
    }

    /// The verb of the clause in which a noun is what something is done for, or comes along with it.
    fn leads_to(&self, place: Place<'_, '_>, at: GroupId, noun: &NounGroup) -> Option<GroupId> {
        if !hangs_on(place, noun, &self.along) {
            return None;
        }
        (0..at)
            .rev()
            .take(NEAR / 2)
            .find_map(|group| match &place.clauses.groups[group].kind {
                GroupKind::Verb(_) => Some(Some(group)),
                GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative | GroupKind::Comma => {
                    Some(None)
                }
                _ => None,
            })?
    }

    /// What a verb decides on its subject: `the deal collapsed`.
    fn subject(&self, place: Place<'_, '_>, noun: GroupId, governor: GroupId) -> Option<(Status, Span)> {
        let verb = place.clauses.verb(governor)?;
        let first = place.clauses.noun(noun)?.chain.unwrap_or(noun);
        let status = self.of(verb.lemma, verb.particle, Governs::Subject)?;
        (!verb.passive && verb.subject == Some(first)).then(|| (status, place.group(governor)))
    }

    /// "Exports are predicted to fall": what a verb in the passive decides on the infinitive behind it.
    fn raised(&self, place: Place<'_, '_>, governor: GroupId) -> Option<(Status, Span)> {
        let verb = place.clauses.verb(governor).filter(|verb| verb.passive)?;
        let next = place.clauses.verb(governor + 1)?;
        let status = self.of(verb.lemma, verb.particle, Governs::Infinitive)?;
        (next.form == VerbForm::Infinitive && next.parent == Some(governor))
            .then(|| (status, place.group(governor)))
    }

    /// `… is under consideration`
    fn predicate(&self, place: Place<'_, '_>, at: GroupId) -> Option<(Status, Span)> {
        if place.clauses.verb(at)?.lemma != self.be {
            return None;
        }
        let GroupKind::Preposition(_) = place.clauses.groups.get(at + 1)?.kind else {
            return None;
        };
        let noun = place.clauses.noun(at + 2)?;
        // "under way" it is, "on the way" it will be.
        let begun = place.reading.is(noun.head as usize, "way")
            && place
                .reading
                .is(place.clauses.groups[at + 1].first as usize, "under");
        let status = self.of(noun.lemma, None, Governs::Predicate).filter(|_| !begun)?;
        Some((status, place.group(at + 2)))
    }
}

/// Whether a noun hangs on one of these prepositions.
fn hangs_on(place: Place<'_, '_>, noun: &NounGroup, words: &[WordId]) -> bool {
    let word = noun.preposition.map(|at| &place.clauses.groups[at].kind);
    matches!(word, Some(GroupKind::Preposition(word)) if words.contains(word))
}
