use std::borrow::Cow;
use std::ops::Range;

use super::table::Table;
use super::tables::{Reader, Writer};
use super::trie::State;
use super::{Tag, TagSet};
use crate::token::{fold, folds_to, trim, Key, Token};

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
        /// A surname that stands before the given name: `Wang Wentao`.
        const FAMILY_FIRST = 1 << 7;
        /// The letter of a lawmaker's party: `(R-Kan.)`.
        const PARTY = 1 << 8;
        /// A participle that a name follows: `a kit called Tern`.
        const NAMING = 1 << 9;
        /// Stands small between the words of a place's name: `de`, `upon`.
        const PLACE_PARTICLE = 1 << 10;
        /// Points ahead behind a form of "be": "is due", "are scheduled".
        const AHEAD = 1 << 11;
        /// A past form whose object lies ahead: "scheduled a meeting".
        const PLANNING = 1 << 12;
        /// A past form that puts something off to a date: "delayed until".
        const MOVED = 1 << 13;
        /// A verb whose present tells what will be: "follows in March".
        const STARTING = 1 << 14;
        /// Books a time ahead with a "for": "pencilled in for June".
        const BOOKED = 1 << 15;
        /// A form of a verb that goes on behind "and": "launched a phone, and plans to sell".
        const AIM = 1 << 16;
        /// Behind it "to" wants a noun: "due to demand", "returned to power".
        const BEFORE_NOUN = 1 << 17;
        /// A verb that a clause follows without "that": "says", "hopes".
        const CLAUSE = 1 << 18;
        /// A verb that a clause or a thing may follow: "reported sales rose".
        const CLAUSE_OR_THING = 1 << 19;
        /// What is told for a year or half a year: "cuts 2025 target", "H2 sales", "operating profit".
        const PERIOD_FIGURE = 1 << 20;
        /// A verb that an -ing form follows as its object: "began building".
        const GERUND = 1 << 21;
        /// Letters that are a name although all around them are capitals: "US TO TAX TEA".
        const IN_CAPITALS = 1 << 22;
        /// An -ing form that acts upon nothing: "hit by falling demand".
        const INTRANSITIVE = 1 << 23;
        /// A part of a verb before a hyphen: "re-export", "fast-track".
        const PREFIX = 1 << 24;
        /// A plural that goods stand before sooner than somebody who does it: "grain exports".
        const TRADED = 1 << 25;
        /// A verb, in its base form, of what goes up or down.
        const MOVES = 1 << 26;
        /// Languages are the object of it, or of its "in": "spoke French", "fluent in German".
        const SPOKEN = 1 << 27;
        /// What has been written or said when it is told of, and papers behind a day: "under a June agreement", "the Sunday
        /// Times".
        const PAPER = 1 << 28;
        /// Figures that are told when their month is over: "its November data".
        const REPORTED = 1 << 29;
        /// What is foreseen.
        const FORECAST = 1 << 30;
        /// Tells that somebody expects something.
        const EXPECTS = 1 << 31;
    }
}

/// The number of a word that some list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub(super) u32);

impl WordId {
    /// A word that no list holds.
    pub(crate) const UNKNOWN: Self = Self(0);
    /// Stands for a word that has not been looked for everywhere.
    pub(super) const OPEN: Self = Self(u32::MAX);

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
}

impl Word {
    /// The word of this number and the lemmas of all its readings; the unknown word where it has fewer of them.
    #[inline]
    pub(crate) fn with_lemmas(&self, id: WordId) -> [WordId; 5] {
        let [first, second, third, fourth] = self.lemmas;
        [id, first, second, third, fourth]
    }

    /// What the word is a form of where it has this tag; none if it cannot have it.
    #[inline]
    pub(crate) fn lemma(&self, tag: Tag) -> Option<WordId> {
        if !self.tags.has(tag) {
            return None;
        }
        // A fifth tag is not ranked and goes with the likeliest one.
        let rank = self.tags.iter().position(|known| known == tag).unwrap_or(0);
        Some(self.lemmas[rank])
    }
}

/// A place of the table: a word's key and number. Free if the word is the unknown one.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) key: Key,
    pub(super) id: WordId,
}

/// All words, by hash: an open-addressed table. Most words stand in their place themselves, so that a look-up touches
/// nothing but it.
#[derive(Debug)]
pub(super) struct Words {
    /// At least a quarter of them is always free.
    slots: Table<Slot, 4>,
    /// Two of them fill a line of the cache.
    words: Table<Word, 8>,
    /// The folded words, one behind the other.
    text: Cow<'static, str>,
    /// Where each ends.
    ends: Table<u32, 1>,
}

impl Default for Words {
    fn default() -> Self {
        // Number 0 is the unknown word.
        Self {
            slots: Table::zeroed(64),
            words: Table::zeroed(1),
            text: Cow::default(),
            ends: Table::zeroed(1),
        }
    }
}

impl Words {
    #[inline]
    pub(super) fn get(&self, id: WordId) -> Word {
        self.words.get(id.index())
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn change(&mut self, id: WordId, how: impl FnOnce(&mut Word)) {
        self.words.change(id.index(), how);
    }

    /// Notes what a list says of a word.
    pub(super) fn mark(&mut self, id: WordId, classes: Classes) {
        self.change(id, |word| word.classes |= classes);
    }

    /// A word's folded form.
    pub(super) fn text(&self, id: WordId) -> &str {
        let start = match id.index().checked_sub(1) {
            Some(before) => self.ends.get(before),
            None => 0,
        };
        &self.text[start as usize..self.ends.get(id.index()) as usize]
    }

    pub(super) fn find(&self, word: &str) -> WordId {
        self.find_in(word, 0..word.len())
    }

    /// The number of the word that stands at a place of a text.
    #[inline]
    pub(super) fn find_in(&self, text: &str, place: Range<usize>) -> WordId {
        let place = trim(text, place);
        let key = Key::of(text, place.clone());
        self.place(key, key.hash(), || &text[place.clone()])
            .unwrap_or(WordId::UNKNOWN)
    }

    /// The number of a token's word if the first place that it may have tells it, else `WordId::OPEN`. Nothing hangs on
    /// what is found there, so that the places of many tokens are waited for together.
    #[inline]
    pub(super) fn first_look(&self, token: &Token, key: Key) -> WordId {
        let slot = self.slots.get(token.hash as usize & (self.slots.len() - 1));
        let (low, high) = (slot.key.low ^ key.low, slot.key.high ^ key.high);
        let told = (low | u64::from(high) == 0) & key.is_whole() | (slot.id == WordId::UNKNOWN);
        if told {
            slot.id
        } else {
            WordId::OPEN
        }
    }

    /// The number of a token's word. The tokenizer has told its key and hash while it read the letters.
    #[inline]
    pub(super) fn find_token(&self, text: &str, token: &Token, key: Key) -> WordId {
        let word = || &text[trim(text, token.start as usize..token.end as usize)];
        self.place(key, token.hash, word).unwrap_or(WordId::UNKNOWN)
    }

    /// The number of a word, or the free place where it would be filed.
    #[inline]
    fn place<'t>(&self, key: Key, hash: u32, word: impl Fn() -> &'t str) -> Result<WordId, usize> {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let Slot { key: known, id } = self.slots.get(at);
            if id == WordId::UNKNOWN {
                return Err(at);
            }
            if known == key && (key.is_whole() || folds_to(word(), self.text(id))) {
                return Ok(id);
            }
            at = (at + 1) & mask;
        }
    }

    /// The number of `word`, which becomes known if it is not.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        self.intern_in(word, 0..word.len())
    }

    /// The same for a word at a place of a text.
    pub(super) fn intern_in(&mut self, text: &str, place: Range<usize>) -> WordId {
        let place = trim(text, place);
        let key = Key::of(text, place.clone());
        let free = match self.place(key, key.hash(), || &text[place.clone()]) {
            Ok(known) => return known,
            Err(free) => free,
        };
        let id = WordId(self.words.len() as u32);
        self.words.push(&Word::default());
        let word = &text[place];
        if word.is_ascii() {
            let text = self.text.to_mut();
            let start = text.len();
            text.push_str(word);
            text[start..].make_ascii_lowercase();
        } else {
            self.text.to_mut().push_str(&fold(word));
        }
        self.ends.push(&(self.text.len() as u32));
        self.slots.set(free, &Slot { key, id });
        if self.words.len() * 4 > self.slots.len() * 3 {
            self.grow();
        }
        id
    }

    /// The folded words, one behind the other.
    pub(super) fn all_text(&self) -> &str {
        &self.text
    }

    /// Gives the states in which names begin other numbers.
    pub(super) fn follow(&mut self, place: impl Fn(State) -> Option<State>) {
        for id in 0..self.len() {
            self.words
                .change(id, |word| word.start = word.start.and_then(&place));
        }
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.table(&self.slots);
        out.table(&self.words);
        out.table(&self.ends);
    }

    /// The words of tables, and their text.
    pub(super) fn read(tables: &mut Reader, text: &'static str) -> Self {
        Self {
            slots: tables.table(),
            words: tables.table(),
            text: Cow::Borrowed(text),
            ends: tables.table(),
        }
    }

    fn grow(&mut self) {
        let mut slots = Table::<Slot, 4>::zeroed(self.slots.len() * 2);
        let mask = slots.len() - 1;
        for slot in self.slots.iter().filter(|slot| slot.id != WordId::UNKNOWN) {
            let mut at = slot.key.hash() as usize & mask;
            while slots.get(at).id != WordId::UNKNOWN {
                at = (at + 1) & mask;
            }
            slots.set(at, &slot);
        }
        self.slots = slots;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::token::Tokenized;

    #[test]
    fn tokens_are_found_by_the_key_that_they_bring() {
        let lexicon = Lexicon::builtin();
        let text = "Co. Ltd. U.S. ... 1. A. the THE Mönchengladbach d’Ivoire São sixteen-letters — 1,234.5 $ % İzmir ｔｈｅ “";
        let mut found = Tokenized::default();
        lexicon.tokenizer().tokenize(text, &mut found);
        assert_eq!(found.tokens.len(), found.keys.len());
        for (token, key) in found.tokens.iter().zip(found.keys) {
            let place = trim(text, token.start as usize..token.end as usize);
            assert_eq!(Key::of(text, place), key, "{:?}", token.text(text));
            assert_eq!(key.hash(), token.hash, "{:?}", token.text(text));
        }
    }

    fn lemma<'l>(lexicon: &'l Lexicon, word: &str, tag: Tag) -> Option<&'l str> {
        let lemma = lexicon.word(lexicon.find(word)).lemma(tag)?;
        Some(lexicon.word_text(lemma))
    }

    #[test]
    fn a_lemma_goes_with_its_tag() {
        let lexicon = Lexicon::builtin();
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
