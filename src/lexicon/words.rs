use super::trie::State;
use super::{Slice, Tag, TagSet};
use crate::token::{fold, folds_to, word_hash};

bitflags::bitflags! {
    /// What the lists say of a word by itself.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Classes: u32 {
        const GIVEN_NAME = 1;
        const SURNAME = 1 << 1;
        /// A given name or surname that is also a common word, country or brand.
        const RISKY_NAME = 1 << 2;
        /// Among the commonest English words.
        const COMMON = 1 << 3;
        /// English, but always written with a capital (`June`, `American`).
        const CAPITALISED = 1 << 4;
        /// A closed-class word.
        const FUNCTION = 1 << 5;
        /// A verb whose object is the subject of the infinitive after it.
        const CONTROL = 1 << 6;
    }
}

/// The number of a word that some list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub(super) u32);

impl WordId {
    /// A word that no list holds.
    pub(crate) const UNKNOWN: Self = Self(0);

    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    pub(crate) classes: Classes,
    pub(crate) tags: TagSet,
    /// The lemma for each of `tags`, in their order.
    pub(super) lemmas: [WordId; 4],
    /// Where names that begin with it are matched from.
    pub(super) start: Option<State>,
    pub(super) text: Slice,
    hash: u32,
}

impl Word {
    /// The lemmas of all its readings.
    pub(crate) fn lemmas(&self) -> impl Iterator<Item = WordId> {
        self.lemmas.into_iter().filter(|lemma| *lemma != WordId::UNKNOWN)
    }

    /// What the word is a form of where it has this tag; none if it cannot have it.
    pub(crate) fn lemma(&self, tag: Tag) -> Option<WordId> {
        if !self.tags.has(tag) {
            return None;
        }
        // A fifth tag is not ranked and goes with the likeliest one.
        let rank = self.tags.iter().position(|known| known == tag).unwrap_or(0);
        Some(self.lemmas[rank])
    }
}

/// A place of the table; free if its word is the unknown one. The hash beside the number spares a look at words
/// that only fell into the same place.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    id: u32,
}

/// All words, by hash: an open-addressed table.
#[derive(Debug)]
pub(super) struct Words {
    slots: Vec<Slot>,
    words: Vec<Word>,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            slots: vec![Slot::default(); 1 << 17],
            // Number 0 is the unknown word.
            words: vec![Word::default()],
        }
    }
}

impl Words {
    pub(super) fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get_mut(&mut self, id: WordId) -> &mut Word {
        &mut self.words[id.0 as usize]
    }

    pub(super) fn find(&self, text: &str, word: &str) -> WordId {
        let word = trim(word);
        self.find_hashed(text, word_hash(word), word)
    }

    pub(super) fn find_hashed(&self, text: &str, hash: u32, word: &str) -> WordId {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let Slot { hash: filed, id } = self.slots[slot];
            if id == 0 {
                return WordId::UNKNOWN;
            }
            if filed == hash {
                let known = &self.words[id as usize];
                let folded = &text[known.text.start as usize..known.text.end as usize];
                // Most words of a text are written as they are filed.
                if word == folded || folds_to(trim(word), folded) {
                    return WordId(id);
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The number of `word`, which becomes known if it is not.
    pub(super) fn intern(&mut self, text: &mut String, word: &str) -> WordId {
        let word = trim(word);
        let hash = word_hash(word);
        let found = self.find_hashed(text, hash, word);
        if found != WordId::UNKNOWN {
            return found;
        }
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        let start = text.len() as u32;
        if word.is_ascii() {
            text.push_str(word);
            text[start as usize..].make_ascii_lowercase();
        } else {
            text.push_str(&fold(word));
        }
        let id = self.words.len() as u32;
        self.words.push(Word {
            text: Slice {
                start,
                end: text.len() as u32,
            },
            hash,
            ..Word::default()
        });
        place(&mut self.slots, hash, id);
        WordId(id)
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); self.slots.len() * 2];
        for (id, word) in self.words.iter().enumerate().skip(1) {
            place(&mut slots, word.hash, id as u32);
        }
        self.slots = slots;
    }
}

/// Words are filed without the full stop of an abbreviation: `Ltd.` and `Ltd` are one, so are `U.S.` and
/// `U.S`.
fn trim(word: &str) -> &str {
    if word.as_bytes().last() != Some(&b'.') {
        return word;
    }
    let trimmed = word.trim_end_matches('.');
    if trimmed.is_empty() {
        word
    } else {
        trimmed
    }
}

fn place(slots: &mut [Slot], hash: u32, id: u32) {
    let mask = slots.len() - 1;
    let mut slot = hash as usize & mask;
    while slots[slot].id != 0 {
        slot = (slot + 1) & mask;
    }
    slots[slot] = Slot { hash, id };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn lemma<'l>(lexicon: &'l Lexicon, word: &str, tag: Tag) -> Option<&'l str> {
        let lemma = lexicon.word(lexicon.find(word)).lemma(tag)?;
        Some(lexicon.word_text(lemma))
    }

    #[test]
    fn a_lemma_goes_with_its_tag() {
        let lexicon = Lexicon::builtin().unwrap();
        for (word, tag, wanted) in [
            ("abandoned", Tag::VerbPast, Some("abandon")),
            ("abandoned", Tag::Adjective, Some("abandoned")),
            ("exports", Tag::VerbS, Some("export")),
            ("exports", Tag::NounPlural, Some("export")),
            ("exports", Tag::VerbPast, None),
            ("Sold", Tag::VerbPart, Some("sell")),
            ("was", Tag::Be, Some("be")),
            ("zzyzx", Tag::Noun, None),
        ] {
            assert_eq!(lemma(&lexicon, word, tag), wanted, "{word} {tag:?}");
        }
    }
}
