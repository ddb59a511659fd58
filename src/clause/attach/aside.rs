//! What commas part from the clause around it: "output, hit by frost, fell".

use super::Attach;
use crate::clause::group::GroupKind;
use crate::clause::GroupId;

/// How many groups an aside may have.
const LONG: usize = 10;

impl Attach<'_, '_> {
    /// The comma that ends the aside which the comma at `open` begins.
    pub(super) fn aside_end(&self, open: GroupId) -> Option<GroupId> {
        if !self.is_comma(open) {
            return None;
        }
        (open + 1..self.groups.len().min(open + LONG))
            .take_while(|at| {
                !matches!(
                    self.groups[*at].kind,
                    GroupKind::Conjunction(_)
                        | GroupKind::Stop
                        | GroupKind::Quote
                        | GroupKind::Subordinator(_)
                )
            })
            .find(|at| self.is_comma(*at))
    }

    /// Whether the clause goes on behind an aside that the comma at `open` begins, with its verb, which tells no words:
    /// "said output, hit by frost, fell".
    pub(super) fn finite_behind_aside(&self, open: GroupId) -> bool {
        self.aside_end(open).is_some_and(|close| {
            let next = self.skip(close + 1);
            self.verb(next).is_some_and(|verb| verb.finite() && !verb.says)
        })
    }

    /// Whether nothing but phrases stands between a participle behind a comma and the comma that parts it from the verb of
    /// the clause: "the line, opened last month, makes phones".
    pub(super) fn participle_aside(&self, at: GroupId) -> bool {
        let Some(open) = at.checked_sub(1).filter(|open| self.is_comma(*open)) else {
            return false;
        };
        let phrase = |at: GroupId| match &self.groups[at].kind {
            GroupKind::Noun(noun) => noun.time || noun.preposition.is_some(),
            GroupKind::Preposition(_) | GroupKind::Adverb(_) => true,
            _ => false,
        };
        // The participle itself may still be taken for a past tense, which ends an aside.
        let close = (at + 1..self.groups.len().min(at + LONG)).find(|at| !phrase(*at));
        close.is_some_and(|close| {
            let next = self.skip(close + 1);
            self.is_comma(close)
                && self.verb(next).is_some_and(|verb| verb.finite() && !verb.says)
                && open < close
        })
    }
}
