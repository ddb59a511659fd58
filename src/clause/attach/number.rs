//! Whether a noun and a verb agree in number: "a tale of vans that has".

use super::Attach;
use crate::clause::GroupId;
use crate::lexicon::Tag;

impl Attach<'_, '_> {
    /// What the noun at `at` hangs on, where the verb behind a relative pronoun agrees with that alone: "a tale of vans that
    /// has", "workers at the mill who make".
    pub(super) fn agreed_over(&self, at: GroupId, relative: GroupId) -> Option<GroupId> {
        let several = self.wants_several(self.skip(relative + 1))?;
        let first = self.noun(at)?.chain.unwrap_or(at);
        if self.is_several(first)? == several {
            return None;
        }
        let before = self.noun(first)?.preposition?.checked_sub(1)?;
        (self.is_several(before)? == several).then_some(before)
    }

    /// Whether a verb wants several or one; none where its form does not tell.
    fn wants_several(&self, at: GroupId) -> Option<bool> {
        let verb = self.verb(at).filter(|verb| verb.finite())?;
        let words = self.groups[at].first as usize..=verb.head as usize;
        let mut tags = words.map(|word| (word, self.reading.tag(word)));
        let (word, tag) = tags.find(|(_, tag)| !matches!(tag, Tag::Adverb | Tag::Negation))?;
        let one_of = |forms: &[&str]| self.reading.is_one_of(word, forms);
        match tag {
            Tag::VerbS => Some(false),
            Tag::Verb => Some(true),
            Tag::Be | Tag::Have | Tag::Do if one_of(&["is", "was", "has", "does"]) => Some(false),
            Tag::Be | Tag::Have | Tag::Do if one_of(&["are", "were", "have", "do"]) => Some(true),
            _ => None,
        }
    }

    /// Whether a noun stands for several or one; none where it may be either, as names and those of many people may.
    fn is_several(&self, noun: GroupId) -> Option<bool> {
        let found = self.noun(noun).filter(|found| !found.pronoun && !found.time)?;
        if found.next.is_some() || found.chain.is_some() {
            return Some(true);
        }
        match self.reading.tag(found.head as usize) {
            _ if found.named => None,
            Tag::NounPlural => Some(true),
            Tag::Noun => Some(false),
            _ => None,
        }
    }
}
