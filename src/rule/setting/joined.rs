//! A time beside the clause of a trigger that belongs to the one before or behind it.

use super::ASIDE;
use crate::clause::{GroupId, GroupKind, VerbGroup};
use crate::rule::apply::Applier;
use crate::rule::Filler;

impl<'x> Applier<'_, 'x> {
    /// The time of a verb that is joined to that of the trigger, and of both: "built 300 vans and sold 200 in May".
    pub(super) fn time_of_joined(&self, at: GroupId, under: Option<GroupId>) -> Option<Filler<'x>> {
        let verb = self.verb_over(at, under)?;
        let own = self
            .clauses
            .verb(verb)
            .filter(|verb| verb.finite() && !verb.relative)?;
        let groups = &self.clauses.groups;
        let near = (verb + 1..groups.len()).take(ASIDE);
        let open = |at: &usize| match groups[*at].kind {
            GroupKind::Comma | GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative => false,
            _ => !self.clauses.noun(*at).is_some_and(|noun| noun.time),
        };
        let next = near
            .take_while(open)
            .find(|at| self.clauses.verb(*at).is_some())?;
        let joint = matches!(groups[next - 1].kind, GroupKind::Conjunction(_));
        let other = self.clauses.verb(next).filter(|_| joint)?;
        let same = other.subject.is_some() && other.subject == own.subject && other.form == own.form;
        self.time_behind(next).filter(|_| same)
    }

    /// The time that opens the clause of a verb to which that of the trigger is joined: "In May Obi shut a mill and cut 300 jobs".
    pub(super) fn time_of_opening(&self, at: GroupId, under: Option<GroupId>) -> Option<Filler<'x>> {
        let verb = self.verb_over(at, under)?;
        let groups = &self.clauses.groups;
        let joint = verb
            .checked_sub(1)
            .filter(|joint| matches!(groups[*joint].kind, GroupKind::Conjunction(_)))?;
        let own = self
            .clauses
            .verb(verb)
            .filter(|verb| verb.finite() && !verb.relative)?;
        let subject = own.subject.filter(|subject| *subject < joint)?;
        let first = (subject + 1..joint)
            .take(ASIDE)
            .find_map(|at| self.clauses.verb(at))?;
        if first.subject != own.subject || first.form != own.form {
            return None;
        }
        let owner = self.clauses.noun(subject).and_then(|noun| noun.possessor);
        let begins = owner.filter(|owner| *owner < subject).unwrap_or(subject);
        let comma = |at: &GroupId| matches!(groups[*at].kind, GroupKind::Comma);
        let time = (0..begins).rev().find(|at| !comma(at))?;
        let opens = self.clauses.noun(time).is_some_and(|noun| noun.time);
        self.date_in(time).filter(|_| opens)
    }

    /// The time when a clause with `when` says that what is to come begins: "will employ 90 people when it opens in 2027".
    pub(super) fn time_of_start(
        &self,
        at: GroupId,
        under: Option<GroupId>,
        to: GroupId,
    ) -> Option<Filler<'x>> {
        let verb = self.clauses.verb(self.verb_over(at, under)?)?;
        let joint = self.clauses.groups.get(to).filter(|_| verb.modal.is_some())?;
        let starts = self.reading.is_one_of(joint.first as usize, &["when", "once"]);
        let next = to + 2;
        let acts = self.clauses.verb(next).is_some_and(VerbGroup::finite);
        self.time_behind(next).filter(|_| starts && acts)
    }

    /// The verb of a trigger, or the one that governs it.
    fn verb_over(&self, at: GroupId, under: Option<GroupId>) -> Option<GroupId> {
        let verb = |id: &GroupId| self.clauses.verb(*id).is_some();
        under
            .into_iter()
            .chain([at])
            .find(verb)
            .or_else(|| self.clauses.governor(at).filter(verb))
    }

    /// The first time behind a verb, in its clause.
    fn time_behind(&self, verb: GroupId) -> Option<Filler<'x>> {
        let groups = &self.clauses.groups;
        let near = (verb + 1..groups.len()).take(ASIDE);
        let clause = |at: &usize| {
            !matches!(
                groups[*at].kind,
                GroupKind::Comma
                    | GroupKind::Stop
                    | GroupKind::Subordinator(_)
                    | GroupKind::Relative
                    | GroupKind::Verb(_)
            )
        };
        let mut times = near.take_while(clause);
        let time = times.find(|at| self.clauses.noun(*at).is_some_and(|noun| noun.time))?;
        self.date_in(time)
    }

    /// Whether a time opens the clause that a conjunction joins: "shut a mill, and on Monday Obi opened one", "shut a mill and
    /// in June will open one".
    pub(super) fn opens_next(&self, at: GroupId, time: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let preposition = |at: &usize| matches!(groups[*at].kind, GroupKind::Preposition(_));
        let first = time.checked_sub(1).filter(preposition).unwrap_or(time);
        let Some(joint) = first.checked_sub(1).filter(|joint| *joint > at) else {
            return false;
        };
        // "in April and in May Obi sold" are two times of one clause.
        let times = joint
            .checked_sub(1)
            .and_then(|before| self.clauses.noun(before))
            .is_some_and(|noun| noun.time);
        if times || !matches!(groups[joint].kind, GroupKind::Conjunction(_)) {
            return false;
        }
        let near = (time + 1..groups.len()).take(ASIDE);
        let parts = |at: &usize| {
            matches!(
                groups[*at].kind,
                GroupKind::Stop | GroupKind::Relative | GroupKind::Subordinator(_)
            )
        };
        let verb = near
            .take_while(|at| !parts(at))
            .find_map(|at| Some((at, self.clauses.verb(at)?)));
        let Some((verb, next)) = verb.filter(|(_, verb)| verb.finite() && !verb.relative) else {
            return false;
        };
        let between = |from: usize| {
            groups[time + 1..from].iter().all(|group| {
                matches!(
                    group.kind,
                    GroupKind::Adverb(_) | GroupKind::Comma | GroupKind::Other
                )
            })
        };
        match next.subject {
            Some(subject) if subject > time => {
                let first = self.clauses.noun(subject).and_then(|noun| noun.possessor);
                between(first.filter(|first| *first > time).unwrap_or(subject))
            }
            Some(_) => between(verb),
            None => false,
        }
    }

    /// Whether a time ends a clause in front that tells since when or after what something is so: "Since Peru taxed it in May
    /// 2019, imports have fallen".
    pub(super) fn of_clause_before(&self, at: GroupId, time: GroupId, from: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let Some(verb) = from.checked_sub(1).filter(|_| from <= time && time < at) else {
            return false;
        };
        let closed = matches!(
            groups.get(time + 1).map(|group| &group.kind),
            Some(GroupKind::Comma)
        );
        let comma = |at: usize| matches!(groups[at].kind, GroupKind::Comma);
        if !closed || !self.clauses.verb(verb).is_some_and(VerbGroup::finite) || (verb..time).any(comma) {
            return false;
        }
        let near = (0..verb).rev().take(ASIDE);
        let opening = near
            .take_while(|at| !comma(*at))
            .find(|at| match groups[*at].kind {
                GroupKind::Subordinator(word) | GroupKind::Preposition(word) => {
                    self.rules.bounds.contains(&word) || self.rules.circumstances.contains(word)
                }
                _ => false,
            });
        opening.is_some_and(|opening| {
            let subject = self.clauses.verb(verb).and_then(|verb| verb.subject);
            subject.is_some_and(|subject| subject > opening)
        })
    }
}
