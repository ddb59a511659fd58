//! Where a statistic is taken up again for another thing, partner or time.

use super::Scan;
use crate::clause::{GroupId, GroupKind, Slot, VerbGroup};

impl Scan<'_, '_, '_> {
    /// Whether it moved to another partner as well: "exports to Japan were up 12%, to South Korea 8%".
    pub(super) fn moves_another(&self, at: GroupId) -> bool {
        !self.out.list.is_empty()
            && matches!(self.kind(at), Some(GroupKind::Preposition(_)))
            && self.noun(at + 1).is_some_and(|noun| noun.named && !noun.time)
            && self.noun(at + 2).is_some()
            && self.figures_in(at + 1).next().is_none()
            && self.figures_in(at + 2).next().is_some()
    }

    /// Whether the statistic is taken up again for another thing or time: "and France 6.2 percent", "and to 439,644
    /// tonnes in the first half".
    pub(super) fn resumes(&self, at: GroupId) -> bool {
        let figure = |group: GroupId| {
            group < self.source.clauses.groups.len() && self.figures_in(group).next().is_some()
        };
        match self.kind(at) {
            Some(GroupKind::Noun(noun)) if noun.named && !noun.time && !figure(at) => {
                let held = self.verb || !self.out.list.is_empty();
                held && (figure(at + 1)
                    || matches!(
                        self.kind(at + 1),
                        Some(GroupKind::Preposition(_) | GroupKind::Open)
                    ) && figure(at + 2))
            }
            Some(GroupKind::Preposition(word)) => {
                let reached = self.out.has(Slot::Level) && self.words.reaches(*word) && figure(at + 1);
                reached || !self.out.list.is_empty() && self.acts_at(at + 1)
            }
            Some(GroupKind::Noun(noun)) if noun.time => !self.out.list.is_empty() && self.acts_at(at),
            _ => self.others_follow(at),
        }
    }

    /// Whether a time stands at `at` and a verb right behind it.
    fn acts_at(&self, at: GroupId) -> bool {
        let verb = self.source.clauses.verb(at + 1);
        verb.is_some_and(VerbGroup::finite) && self.noun(at).is_some_and(|noun| noun.time)
    }

    /// Whether the statistic is taken up again for a thing without a name.
    pub(super) fn others_follow(&self, at: GroupId) -> bool {
        !self.out.list.is_empty() && self.words.taken_up(self.source, at).is_some()
    }
}
