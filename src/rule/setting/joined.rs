//! A time beside the clause of a trigger that belongs to the one before or behind it.

use super::ASIDE;
use crate::clause::{GroupId, GroupKind, VerbGroup};
use crate::rule::apply::Applier;

impl Applier<'_, '_> {
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
