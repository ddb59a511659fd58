//! A participle that no other verb of its clause leaves room for: "As demand cooled, …", "The state of the river worsened".

use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::Tag;

impl Attach<'_, '_> {
    /// Whether the participle at `at`, with a noun right before it and nobody who does it behind, is the verb of its clause.
    pub(super) fn is_only_verb(&self, at: GroupId) -> bool {
        let before = at.checked_sub(1);
        let subject = before.and_then(|before| self.noun(before));
        // "The unions that have struck said so"
        let behind =
            subject.is_some_and(|noun| !noun.time) || before.is_some_and(|before| self.finite_at(before));
        behind && (self.is_verb_behind_opener(at) || self.ends_sentence_with(at) && !self.finite_behind(at))
    }

    /// Whether nothing but a noun stands between the verb and the word that opens its clause, to whose end no other verb
    /// follows: "As demand cooled, exports fell", "fell as exports of rice dropped".
    pub(super) fn is_verb_behind_opener(&self, at: GroupId) -> bool {
        let Some(opener) = at.checked_sub(2) else {
            return false;
        };
        let bare = |noun: &NounGroup| noun.bare && !noun.named && !noun.pronoun;
        let opens = match &self.groups[opener].kind {
            GroupKind::Subordinator(word) => *word != self.words.that,
            // "works as head of a firm based in Lima", "as a man driven by"
            GroupKind::Preposition(word) => {
                *word == self.words.as_ && self.noun(at - 1).is_some_and(bare) && !self.is_title(at - 1)
            }
            _ => false,
        };
        let end = || self.over_phrases(self.skip(at + 1));
        opens
            && match self.kind(end()) {
                None | Some(GroupKind::Comma | GroupKind::Stop | GroupKind::Adjective) => true,
                Some(GroupKind::Other) => end() + 1 >= self.groups.len(),
                _ => false,
            }
    }

    /// Whether a noun that needs a verb opens the sentence, with nothing but its phrases or one relative clause behind it.
    fn ends_sentence_with(&self, at: GroupId) -> bool {
        let first = self.skip(0);
        let article = self.groups[first].first as usize;
        // Headlines leave the article out.
        let determined = self.reading.tag(article) == Tag::Possessive
            || self.reading.is_one_of(article, &["the", "a", "an"]);
        let head = self.noun(first).is_some_and(|noun| !noun.time && !noun.pronoun);
        let full = || {
            let last = self.groups.last().map(|group| group.end as usize - 1);
            last.is_some_and(|last| self.reading.tokens[last].is(b'.')) && !self.has_figure(first)
        };
        if at > FAR || !head || !(determined || full()) {
            return false;
        }
        let mut relative = false;
        let mut verbs = 0;
        for before in first + 1..at {
            match &self.groups[before].kind {
                GroupKind::Relative if !relative => relative = true,
                GroupKind::Verb(verb) if relative && verb.finite() => verbs += 1,
                GroupKind::Noun(_) | GroupKind::Preposition(_) | GroupKind::Adverb(_) => {}
                GroupKind::Conjunction(_) if !relative => {}
                _ => return false,
            }
        }
        verbs == usize::from(relative)
    }

    /// Whether a finite verb follows that no clause of its own holds.
    fn finite_behind(&self, at: GroupId) -> bool {
        let mut inside = false;
        for behind in (at + 1..self.groups.len()).take(FAR) {
            match &self.groups[behind].kind {
                GroupKind::Stop | GroupKind::Quote => return false,
                GroupKind::Subordinator(_) | GroupKind::Relative => inside = true,
                GroupKind::Preposition(_) | GroupKind::Conjunction(_) if self.begins_clause_with(behind) => {
                    inside = true;
                }
                GroupKind::Comma => inside = false,
                GroupKind::Verb(verb) if !inside && (verb.finite() || self.may_be_past(verb)) => return true,
                _ => {}
            }
        }
        false
    }

    /// Whether a conjunction, or a preposition that is a subordinator as well, has a noun and its verb behind it.
    fn begins_clause_with(&self, at: GroupId) -> bool {
        let conjunction = matches!(self.kind(at), Some(GroupKind::Conjunction(_)));
        let clause = conjunction || self.subordinates(at);
        let verb = || self.verb(self.skip(at + 2));
        let acts = |verb: &VerbGroup| verb.finite() || !conjunction && self.may_be_past(verb);
        clause && self.noun(at + 1).is_some() && verb().is_some_and(acts)
    }

    /// Whether what was taken for a participle may yet be a past tense.
    fn may_be_past(&self, verb: &VerbGroup) -> bool {
        let word = self.reading.lexicon.word(self.reading.ids[verb.head as usize]);
        verb.form == VerbForm::Participle && word.tags.has(Tag::VerbPast)
    }
}
