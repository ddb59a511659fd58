//! A verb that moves the same statistic once more: "rose 5% in Peru but fell 2% in Chile".

use super::super::apply::Applier;
use super::Gap;
use crate::clause::{GroupId, GroupKind, VerbGroup};

impl Applier<'_, '_> {
    /// The verb that moves the same statistic once more, where a time of its own stands before it.
    pub(super) fn moves_again(&self, at: GroupId) -> Option<GroupId> {
        let groups = &self.clauses.groups;
        let preposition = matches!(groups.get(at)?.kind, GroupKind::Preposition(_));
        let time = at + usize::from(preposition);
        let verb = self
            .clauses
            .noun(time)
            .filter(|noun| noun.time)
            .map(|_| time + 1)?;
        let found = self.clauses.verb(verb)?;
        let shared = found.subject.is_some_and(|subject| subject < at);
        (shared && found.finite()).then_some(verb)
    }

    /// Whether a verb at `at` moves the same statistic once more, with a time of its own behind its figure.
    pub(super) fn moves_then(&self, at: GroupId) -> bool {
        let moves = |verb: &VerbGroup| {
            let shared = verb.subject.is_some_and(|subject| subject < at);
            shared && verb.finite() && self.rules.movements.moves(verb.lemma).is_some()
        };
        self.clauses.verb(at).is_some_and(moves) && self.is_timed(self.amount_behind(at))
    }

    /// Where a verb at `at` moves the same statistic once more, with a place or partner of its own behind its figure.
    pub(super) fn moves_elsewhere(&self, at: GroupId) -> Option<Gap> {
        let verb = self.clauses.verb(at).filter(|verb| verb.finite())?;
        let shared = verb.subject.is_some_and(|subject| subject < at);
        self.rules.movements.moves(verb.lemma).filter(|_| shared)?;
        let figure = self.amount_behind(at);
        let tied = self.preposition(figure + 1)?;
        let name = figure + 2;
        let other = self.clauses.noun(name)?;
        let reaches = self.rules.movements.reaches(tied) || self.rules.movements.compares(tied);
        let amount = self.has_figure(figure) && !self.has_figure(name);
        // "to $3bn" is told of the same.
        let elsewhere = other.named && !other.time && (!reaches || other.place);
        (amount && elsewhere).then_some(Gap {
            at,
            name: Some(name),
            preposition: Some(tied),
            ranked: false,
        })
    }

    /// The group behind the verb at `at`, and behind the preposition that its figure hangs on.
    pub(super) fn amount_behind(&self, at: GroupId) -> GroupId {
        at + 1 + usize::from(self.preposition(at + 1).is_some())
    }
}
