use std::sync::Arc;

use super::WordId;

/// A set of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct WordSet {
    /// In the order of their numbers; the rules that name one list share them.
    words: Arc<[WordId]>,
    /// A bit for each, by the last six of its number: most words that are not in the set meet none.
    bits: u64,
}

impl WordSet {
    #[inline]
    fn bit(word: WordId) -> u64 {
        1 << (word.0 % u64::BITS)
    }

    #[inline]
    pub(crate) fn contains(&self, word: WordId) -> bool {
        self.bits & Self::bit(word) != 0 && self.words.binary_search(&word).is_ok()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = WordId> + '_ {
        self.words.iter().copied()
    }
}

impl Extend<WordId> for WordSet {
    fn extend<I: IntoIterator<Item = WordId>>(&mut self, words: I) {
        let mut all = self.words.to_vec();
        all.extend(words);
        all.sort_unstable();
        all.dedup();
        self.words = all.into();
        self.bits = self.iter().fold(0, |bits, word| bits | Self::bit(word));
    }
}

impl FromIterator<WordId> for WordSet {
    fn from_iter<I: IntoIterator<Item = WordId>>(words: I) -> Self {
        let mut set = Self::default();
        set.extend(words);
        set
    }
}
