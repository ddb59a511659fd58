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
    text: Slice,
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
    /// The folded words.
    text: String,
}

/// About how many words the crate's lists hold, so that the table need not grow while they are read.
const USUAL: usize = 1 << 16;

impl Default for Words {
    fn default() -> Self {
        let mut words = Vec::with_capacity(USUAL);
        // Number 0 is the unknown word.
        words.push(Word::default());
        Self {
            slots: vec![Slot::default(); 2 * USUAL],
            words,
            text: String::with_capacity(8 * USUAL),
        }
    }
}

impl Words {
    #[inline]
    pub(super) fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get_mut(&mut self, id: WordId) -> &mut Word {
        &mut self.words[id.0 as usize]
    }

    /// A word's folded form.
    pub(super) fn text(&self, id: WordId) -> &str {
        let slice = self.get(id).text;
        &self.text[slice.start as usize..slice.end as usize]
    }

    pub(super) fn find(&self, word: &str) -> WordId {
        let word = trim(word);
        self.find_hashed(word_hash(word), word)
    }

    pub(super) fn find_hashed(&self, hash: u32, word: &str) -> WordId {
        match self.place(hash, word) {
            Ok(id) => id,
            Err(_) => WordId::UNKNOWN,
        }
    }

    /// The number of a word, or the free place where it would be filed.
    #[inline]
    fn place(&self, hash: u32, word: &str) -> Result<WordId, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let Slot { hash: filed, id } = self.slots[slot];
            if id == 0 {
                return Err(slot);
            }
            if filed == hash {
                let text = self.words[id as usize].text;
                let folded = &self.text.as_bytes()[text.start as usize..text.end as usize];
                if is_filed_as(word.as_bytes(), folded) || folds_to(trim(word), self.text(WordId(id))) {
                    return Ok(WordId(id));
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The number of `word`, which becomes known if it is not.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let word = trim(word);
        self.intern_hashed(word_hash(word), word)
    }

    /// The same for a word whose hash is known.
    pub(super) fn intern_hashed(&mut self, hash: u32, word: &str) -> WordId {
        let free = match self.place(hash, word) {
            Ok(known) => return known,
            Err(free) => free,
        };
        let start = self.text.len();
        let word = trim(word);
        if word.is_ascii() {
            self.text.push_str(word);
            self.text[start..].make_ascii_lowercase();
        } else {
            self.text.push_str(&fold(word));
        }
        let id = self.words.len() as u32;
        self.words.push(Word {
            text: Slice {
                start: start as u32,
                end: self.text.len() as u32,
            },
            hash,
            ..Word::default()
        });
        self.slots[free] = Slot { hash, id };
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        WordId(id)
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); self.slots.len() * 2];
        for (id, word) in self.words.iter().enumerate().skip(1) {
            let mask = slots.len() - 1;
            let mut slot = word.hash as usize & mask;
            while slots[slot].id != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = Slot {
                hash: word.hash,
                id: id as u32,
            };
        }
        self.slots = slots;
    }
}

/// Whether a word is written as it is filed, but for the capital of its first letter. Most are.
#[inline]
fn is_filed_as(word: &[u8], folded: &[u8]) -> bool {
    match (word.split_first(), folded.split_first()) {
        (Some((a, word)), Some((b, folded))) => a.to_ascii_lowercase() == *b && word == folded,
        _ => false,
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
