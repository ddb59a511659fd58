//! What a verb group says of itself of whether it happened: negation, modal, adverb, condition.

use super::{Governs, Place, Status, StatusWords, Verdict, NEAR};
use crate::clause::{Clauses, Group, GroupId, GroupKind, VerbForm, VerbGroup};
use crate::reading::Reading;

impl StatusWords {
    /// What a verb group says of itself: negation, modal, adverb, condition.
    pub(super) fn own(&self, place: Place<'_, '_>, at: GroupId) -> Option<Verdict> {
        let verb = place.clauses.verb(at)?;
        let here = place.group(at);
        let negated = |noun: Option<GroupId>| {
            noun.and_then(|noun| place.clauses.noun(noun))
                // "said no" denies nothing.
                .is_some_and(|noun| noun.negated && !noun.pronoun)
        };
        // "will not open until May": it will.
        if verb.negated && self.waits(place, at) {
            return verb.modal.map(|_| (Status::Planned, here));
        }
        // "has yet to approve the tax": it is still open.
        if verb.yet && verb.modal == Some(self.to) && self.approvals.contains(verb.lemma) {
            return Some((Status::Possible, here));
        }
        if verb.negated
            || self.is_neither(place, at)
            || verb.yet && verb.modal == Some(self.to)
            || negated(verb.subject)
            || negated(verb.object)
            || [verb.subject, verb.object]
                .into_iter()
                .flatten()
                .any(|noun| self.is_nobody(place, noun))
        {
            // "if Peru does not scrap its duties"
            // "may not reach 3 tonnes"
            let open = self.conditional(place.clauses, at)
                || verb.modal.is_some_and(|modal| self.open.contains(&modal));
            return Some((if open { Status::Possible } else { Status::Denied }, here));
        }
        if let Some(modal) = verb.modal {
            if verb.perfect && self.unreal.contains(&modal) {
                return Some((Status::Denied, here));
            }
            if !self.sure.contains(&modal) || self.conditional(place.clauses, at) {
                return Some((Status::Possible, here));
            }
        }
        let group = &place.clauses.groups[at];
        let adverb = (group.first as usize..verb.head as usize)
            .take(NEAR)
            .find_map(|token| Some((self.token(place.reading, token, Governs::Adverb)?, token)));
        let before = self.adverb_before(place, at);
        if let Some((status, token)) = adverb.or(before) {
            return Some((status, place.reading.span(token..token + 1)));
        }
        if self.conditional(place.clauses, at) {
            return Some((Status::Possible, here));
        }
        if verb.modal == Some(self.to) && self.is_talked_of(place, at) {
            return Some((Status::Possible, here));
        }
        let ahead = verb.modal.is_some() || self.awaited(place.clauses, place.reading, at);
        (ahead && !self.is_at_once(place, at)).then_some((Status::Planned, here))
    }

    /// "Honda in talks to export cars": a headline without a verb of its own.
    fn is_talked_of(&self, place: Place<'_, '_>, at: GroupId) -> bool {
        let noun = at.checked_sub(1).and_then(|before| place.clauses.noun(before));
        let open = noun.and_then(|noun| self.of(noun.lemma, None, Governs::Infinitive));
        open == Some(Status::Possible)
    }

    /// "would neither close the plant nor cut jobs"
    fn is_neither(&self, place: Place<'_, '_>, at: GroupId) -> bool {
        let groups = &place.clauses.groups;
        let head = place.clauses.verb(at).map_or(0, |verb| verb.head);
        let neither = |token: u32| place.reading.is(token as usize, "neither");
        let nor = |before: GroupId| place.reading.is(groups[before].first as usize, "nor");
        (groups[at].first..head).any(neither) || at.checked_sub(1).is_some_and(nor)
    }

    /// Whether what a verb tells of holds as it is told: "will become chairwoman, effective immediately".
    fn is_at_once(&self, place: Place<'_, '_>, at: GroupId) -> bool {
        /// As many words as a position and the board of a company.
        const LONG: usize = 24;
        let groups = &place.clauses.groups;
        let first = groups[at].end as usize;
        let reach = place.clauses.verb(at).map_or(at, |verb| verb.reach);
        let end = match groups.get(reach) {
            Some(group) => group.first,
            None => groups.last().map_or(0, |group| group.end),
        };
        let words = place.reading.ids.get(first..(end as usize).min(first + LONG));
        let mut pairs = words.unwrap_or_default().windows(2);
        pairs.any(|pair| pair.iter().all(|word| self.at_once.contains(*word)))
    }

    /// Whether a noun is nobody at all: "neither of them", "none of the plants", "no one".
    fn is_nobody(&self, place: Place<'_, '_>, noun: GroupId) -> bool {
        let Some(noun) = place.clauses.noun(noun).filter(|noun| noun.pronoun) else {
            return false;
        };
        let ids = &place.reading.ids;
        let head = noun.head as usize;
        let no_one = || ids[head] == self.one && head.checked_sub(1).is_some_and(|no| ids[no] == self.no);
        self.nobody.contains(&ids[head]) || no_one()
    }

    /// Whether `once` opens the clause of a verb and what follows is to come: "once the sale was done, it would cut".
    fn awaited(&self, clauses: &Clauses, reading: &Reading<'_>, at: GroupId) -> bool {
        let groups = &clauses.groups;
        let mut before = groups[..at].iter().rev().take(NEAR);
        let opens = before
            .find(|group| !matches!(group.kind, GroupKind::Noun(_) | GroupKind::Preposition(_)))
            .is_some_and(|group| self.once == reading.ids[group.first as usize]);
        let next = || groups[at + 1..].iter().take(NEAR);
        let ahead = |group: &Group| match &group.kind {
            GroupKind::Verb(verb) if verb.finite() => Some(verb.modal.is_some()),
            _ => None,
        };
        opens && next().find_map(ahead).unwrap_or(false) || self.follows_what_is_ahead(clauses, reading, at)
    }

    /// Whether a clause of the present says when something will happen: "300 will go when Bosch shuts its mill".
    fn follows_what_is_ahead(&self, clauses: &Clauses, reading: &Reading<'_>, at: GroupId) -> bool {
        let groups = &clauses.groups;
        let present = |verb: &VerbGroup| verb.form == VerbForm::Present && !verb.perfect;
        if !clauses.verb(at).is_some_and(present) {
            return false;
        }
        let from = at.saturating_sub(NEAR);
        let opens = |group: &Group| {
            !matches!(group.kind, GroupKind::Noun(_) | GroupKind::Verb(_))
                && self.temporal.contains(&reading.ids[group.first as usize])
        };
        let Some(opener) = (from..at).rev().find(|before| opens(&groups[*before])) else {
            return false;
        };
        let apart = |group: &Group| {
            matches!(
                group.kind,
                GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Relative
            )
        };
        let main = groups[..opener]
            .iter()
            .rev()
            .take(NEAR)
            .find(|group| apart(group));
        let ahead = |group: &Group| matches!(&group.kind, GroupKind::Verb(verb) if verb.modal.is_some_and(|modal| self.sure.contains(&modal)));
        !groups[opener + 1..at].iter().any(apart) && main.is_some_and(ahead)
    }

    /// Whether something only happens from a time on: `not … until May`.
    fn waits(&self, place: Place<'_, '_>, at: GroupId) -> bool {
        let groups = &place.clauses.groups;
        let behind = at + 1..groups.len().min(at + NEAR);
        let near = behind.take_while(|group| {
            !matches!(
                groups[*group].kind,
                GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Relative
            )
        });
        let time = |group: GroupId| place.clauses.noun(group).is_some_and(|noun| noun.time);
        // "will not take effect until a review is over"
        let to_come = place.clauses.verb(at).is_some_and(|verb| verb.modal.is_some());
        near.filter(|group| to_come || time(group + 1)).any(|group| {
            matches!(groups[group].kind, GroupKind::Preposition(word) | GroupKind::Subordinator(word) if self.until.contains(&word))
        })
    }

    /// `Perhaps …`, `possibly exported`
    fn adverb_before(&self, place: Place<'_, '_>, at: GroupId) -> Option<(Status, usize)> {
        let group = &place.clauses.groups[at.checked_sub(1)?];
        let GroupKind::Adverb(_) = group.kind else {
            return None;
        };
        let token = group.first as usize;
        Some((self.token(place.reading, token, Governs::Adverb)?, token))
    }

    /// Whether `if` opens the clause of a verb.
    fn conditional(&self, clauses: &Clauses, at: GroupId) -> bool {
        for group in clauses.groups[..at].iter().rev().take(NEAR) {
            match group.kind {
                GroupKind::Subordinator(word) => return self.conditional.contains(&word),
                GroupKind::Stop | GroupKind::Comma | GroupKind::Relative => return false,
                GroupKind::Verb(ref verb) if verb.finite() => return false,
                _ => {}
            }
        }
        false
    }
}
