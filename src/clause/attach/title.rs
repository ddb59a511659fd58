//! Titles, and the names that they stand beside: `Ambassador of Peru Ana Roe`.

use super::Attach;
use crate::clause::group::{GroupKind, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::{List, Lists};

impl Attach<'_, '_> {
    /// "Ambassador of Peru Ana Roe": no comma between the title's phrases and the name.
    pub(super) fn titles_over_phrases(&mut self) {
        for at in self.kinds.nouns.iter().copied() {
            // Few are.
            if !self.is_title(at) {
                continue;
            }
            if let Some(person) = self
                .after_phrases(at)
                .filter(|_| !self.plural(at) && !self.follows_name(at) && !self.of_participle(at))
            {
                self.set_apposition(at, person);
            }
        }
    }

    /// The name that follows a title's phrases, a comma between them or none.
    fn after_phrases(&self, at: GroupId) -> Option<GroupId> {
        let behind = self.skip(at + 1);
        if behind == at + 1
            && !matches!(
                self.kind(behind),
                Some(GroupKind::Preposition(_) | GroupKind::Open)
            )
        {
            return None;
        }
        let mut end = self.over_phrases(behind);
        let phrase = end > at + 2;
        if self.is_comma(end) && phrase {
            end = self.skip(end + 1);
        }
        let beside = self.noun(end)?;
        let free = beside.preposition.is_none() && beside.apposition.is_none() && !beside.time;
        (phrase && beside.named && free).then_some(end)
    }

    /// Whether it stands in a phrase of the participle that the sentence opens with: "Named as chief on Monday, Ann Roe will".
    fn of_participle(&self, at: GroupId) -> bool {
        let opener = self.skip(0);
        let participle = |verb: &VerbGroup| verb.form == VerbForm::Participle;
        let phrase = |at: GroupId| {
            matches!(
                self.groups[at].kind,
                GroupKind::Preposition(_) | GroupKind::Adverb(_)
            ) || self.noun(at).is_some()
        };
        opener < at && self.verb(opener).is_some_and(participle) && (opener + 1..at).all(phrase)
    }

    /// Whether the name stands before the title already: "Mary Robinson, finance director of the parent, Siemens, …".
    pub(super) fn follows_name(&self, title: GroupId) -> bool {
        let comma = title.checked_sub(1);
        comma.is_some_and(|comma| self.is_comma(comma))
            && title
                .checked_sub(2)
                .and_then(|before| self.noun(before))
                .is_some_and(|noun| noun.named && noun.preposition.is_none() && !noun.place && !noun.time)
    }

    /// Whether commas part a name from the title before it: "according to its chair, Helen Dickie, the bank …".
    pub(super) fn titled(&self, title: GroupId, name: GroupId) -> bool {
        let closed = self.is_comma(self.skip(name + 1));
        closed && self.is_title(title) && self.noun(name).is_some_and(|noun| noun.named)
    }

    /// Whether the head of a noun group ends a title.
    pub(super) fn is_title(&self, at: GroupId) -> bool {
        let Some(noun) = self.noun(at) else { return false };
        let end = noun.head + 1;
        let titled = |token: u32| {
            let mut titles = self.reading.hits_of(token as usize, Lists::of(&[List::Titles]));
            titles.any(|hit| hit.end == end)
        };
        self.reading.ends_title(end as usize) && (self.groups[at].first..end).rev().take(4).any(titled)
    }
}
