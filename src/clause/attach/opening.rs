//! Where a clause begins.

use super::{Attach, FAR};
use crate::clause::group::{GroupKind, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::Tag;

impl Attach<'_, '_> {
    /// Whether no verb stands before it in its clause.
    pub(super) fn opens_clause(&self, at: GroupId) -> bool {
        for before in (0..at).rev().take(FAR) {
            match &self.groups[before].kind {
                GroupKind::Quote if self.closes(before) => return true,
                // "said Honda and Toyota signed": what is said is a clause.
                GroupKind::Verb(verb) if verb.finite() => return verb.says,
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Relative => return true,
                _ => {}
            }
        }
        true
    }

    /// Whether the comma or conjunction right before a noun group, or before the noun that it hangs on, parts it from the
    /// clause before, so that a verb behind it has no other subject: "sales rose, and growth in exports and imports faded",
    /// "While output fell, Bosch and Siemens hired".
    pub(super) fn opens_part(&self, at: GroupId) -> bool {
        let mut head = at;
        while let Some(on) = self.noun(head).and_then(|noun| noun.preposition) {
            match on.checked_sub(1) {
                Some(before) if on + 1 == head && self.noun(before).is_some() && at - before <= FAR => {
                    head = before;
                }
                _ => return false,
            }
        }
        let free = self
            .noun(head)
            .is_some_and(|noun| !noun.time && noun.chain.is_none());
        let Some(mark) = head.checked_sub(1).filter(|_| free) else {
            return false;
        };
        match &self.groups[mark].kind {
            GroupKind::Conjunction(_) => mark.checked_sub(1).is_some_and(|comma| self.is_comma(comma)),
            GroupKind::Comma => self.ends_opening_clause(mark),
            _ => false,
        }
    }

    /// Whether a comma ends the clause with which the sentence opens and that waits for another: "When output fell, …".
    pub(super) fn ends_opening_clause(&self, comma: GroupId) -> bool {
        let opens = match self.kind(0) {
            Some(GroupKind::Subordinator(_)) => true,
            Some(GroupKind::Preposition(word)) => *word == self.words.as_,
            _ => false,
        };
        let mut before = (1..comma).take(FAR);
        let marks = |at: &GroupId| {
            matches!(
                self.groups[*at].kind,
                GroupKind::Comma | GroupKind::Stop | GroupKind::Quote | GroupKind::Relative
            )
        };
        let verbs = |at: &GroupId| self.verb(*at).is_some_and(VerbGroup::finite);
        opens && comma < FAR && !before.clone().any(|at| marks(&at)) && before.any(|at| verbs(&at))
    }

    /// Whether a preposition begins clauses as well: `after`, `before`, `as`.
    pub(super) fn subordinates(&self, at: GroupId) -> bool {
        let GroupKind::Preposition(word) = self.groups[at].kind else {
            return false;
        };
        word != self.words.for_ && self.reading.lexicon.word(word).tags.has(Tag::Subordinator)
    }
}
