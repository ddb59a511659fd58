//! An auxiliary and the participle from which something parts it: "was on Wednesday elected chairman".

use super::Attach;
use crate::clause::group::GroupKind;
use crate::clause::GroupId;
use crate::lexicon::Tag;

impl Attach<'_, '_> {
    /// Joins an auxiliary with the participle from which a time parts it: "was on Wednesday elected chairman".
    pub(super) fn auxiliaries(&mut self) {
        for at in self.kinds.verbs.iter().copied() {
            let Some(auxiliary) = self.verb(at).filter(|verb| !verb.passive && verb.finite()) else {
                continue;
            };
            let tag = self.reading.tag(auxiliary.head as usize);
            let (be, have) = match tag {
                Tag::Be => (true, false),
                Tag::Have => (false, true),
                // Behind a time it may be taken for the verb of the clause: "had last month struck a deal".
                _ if auxiliary.lemma == self.words.have => (false, true),
                _ => continue,
            };
            let auxiliary = auxiliary.clone();
            let Some(main) = self
                .over_time(at)
                .or_else(|| self.over_both(at))
                .or_else(|| self.over_aside(at).filter(|_| matches!(tag, Tag::Be | Tag::Have)))
                .or_else(|| self.over_phrase(at).filter(|_| have))
            else {
                continue;
            };
            let Some(verb) = self.verb(main) else { continue };
            let token = verb.head as usize;
            let first = self.groups[main].first as usize;
            let bare = (first..token).all(|at| matches!(self.reading.tag(at), Tag::Adverb | Tag::Negation));
            let tags = self.reading.lexicon.word(self.reading.ids[token]).tags;
            // "has recently been producing": the rest tells by itself whether it is passive.
            let been = have && self.begins_with_been(main);
            if !been && (!bare || !tags.has(Tag::VerbPart)) {
                continue;
            }
            if let Some(verb) = self.verb_mut(main) {
                verb.form = auxiliary.form;
                verb.modal = auxiliary.modal;
                verb.passive = be || been && verb.passive;
                verb.perfect = have || auxiliary.perfect;
                verb.negated |= auxiliary.negated;
            }
            self.groups[at].kind = GroupKind::Other;
        }
    }

    /// Whether the group begins with the participle of "be", adverbs apart.
    fn begins_with_been(&self, group: GroupId) -> bool {
        let group = &self.groups[group];
        (group.first as usize..group.end as usize)
            .find(|&at| !matches!(self.reading.tag(at), Tag::Adverb | Tag::Negation))
            .is_some_and(|at| {
                let word = self.reading.lexicon.word(self.reading.ids[at]);
                self.reading.tag(at) == Tag::Be && word.tags.has(Tag::VerbPart)
            })
    }

    /// The group behind a time that follows the one at `at`: "was on Wednesday elected", "has now quietly bought".
    fn over_time(&self, at: GroupId) -> Option<GroupId> {
        let phrase = usize::from(matches!(self.kind(at + 1), Some(GroupKind::Preposition(_))));
        let time = at + 1 + phrase;
        let told = self.noun(time).is_some_and(|noun| noun.time);
        told.then(|| self.skip(time + 1))
    }

    /// `all`, `both`, `each`: a word that tells how many of a noun are meant.
    pub(super) fn tells_how_many(&self, token: usize) -> bool {
        self.reading.is_one_of(token, &["all", "both", "each"])
    }

    /// The group behind a pronoun that tells how many of the subject are meant: "have both bought".
    fn over_both(&self, at: GroupId) -> Option<GroupId> {
        let group = self.groups.get(at + 1)?;
        let meant = self.tells_how_many(group.first as usize);
        (meant && group.end == group.first + 1 && self.noun(at + 1).is_some()).then(|| self.skip(at + 2))
    }

    /// The group behind a phrase that follows the one at `at`: "has in return signed".
    fn over_phrase(&self, at: GroupId) -> Option<GroupId> {
        let phrase = matches!(self.kind(at + 1), Some(GroupKind::Preposition(_)));
        phrase.then(|| self.over_phrases(at + 1))
    }

    /// The group behind an aside that follows the one at `at`: "had, citing costs, closed".
    fn over_aside(&self, at: GroupId) -> Option<GroupId> {
        let close = self.aside_end(at + 1)?;
        let clause = (at + 1..close).any(|within| self.finite_at(within));
        (!clause).then(|| self.skip(close + 1))
    }
}
