use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::WordId;

/// A set of words.
#[derive(Clone, Debug, Default, Eq)]
pub(crate) struct WordSet {
    /// Few stand in the order of their numbers. More stand each in the place that its number leads to, or in the next free
    /// one: three in four places are free, so that one look mostly tells what is not among them. The rules that name one
    /// list share them.
    words: Arc<[WordId]>,
    /// A bit for each, by the last six of its number: most words that are not in a set of few meet none.
    bits: u64,
}

impl WordSet {
    /// How many words are few: of more the bits tell little.
    const FEW: usize = 12;

    #[inline]
    fn bit(word: WordId) -> u64 {
        1 << (word.0 % u64::BITS)
    }

    #[inline]
    pub(crate) fn contains(&self, word: WordId) -> bool {
        self.bits & Self::bit(word) != 0 && self.holds(word)
    }

    #[inline(never)]
    fn holds(&self, word: WordId) -> bool {
        if self.words.len() <= Self::FEW {
            return self.words.contains(&word);
        }
        let found = self.words[place(&self.words, word, |word| *word)];
        (found == word) & (word != WordId::UNKNOWN)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = WordId> + '_ {
        let words = self.words.iter().copied();
        words.filter(|word| *word != WordId::UNKNOWN)
    }
}

/// Those that rules name by one list are the same words in memory.
impl PartialEq for WordSet {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits && (Arc::ptr_eq(&self.words, &other.words) || self.words == other.words)
    }
}

/// Large sets are mostly told apart by how many words they have.
impl Hash for WordSet {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.bits.hash(hasher);
        self.words.len().hash(hasher);
        self.words[..self.words.len().min(Self::FEW)].hash(hasher);
    }
}

/// What is known of each of some words.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<V> {
    /// Each in its place, as in a set of many.
    places: Vec<(WordId, Option<V>)>,
}

impl<V> WordMap<V> {
    #[inline(never)]
    pub(crate) fn get(&self, word: WordId) -> Option<&V> {
        self.places[place(&self.places, word, |place| place.0)].1.as_ref()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (WordId, &V)> {
        let places = self.places.iter();
        places.filter_map(|(word, value)| Some((*word, value.as_ref()?)))
    }
}

/// Of several values of a word the last stands.
impl<V> FromIterator<(WordId, V)> for WordMap<V> {
    fn from_iter<I: IntoIterator<Item = (WordId, V)>>(values: I) -> Self {
        let values: Vec<_> = values.into_iter().collect();
        let count = (4 * values.len() + 1).next_power_of_two();
        let mut places: Vec<_> = (0..count).map(|_| (WordId::UNKNOWN, None)).collect();
        for (word, value) in values {
            let at = place(&places, word, |place| place.0);
            places[at] = (word, Some(value).filter(|_| word != WordId::UNKNOWN));
        }
        Self { places }
    }
}

/// Where a word stands, or would. There are as many places as a power of two, and one is free.
#[inline]
fn place<T>(places: &[T], word: WordId, key: impl Fn(&T) -> WordId) -> usize {
    let mask = places.len() - 1;
    let mut at = (word.0.wrapping_mul(0x9e37_79b1) >> 16) as usize & mask;
    loop {
        let found = key(&places[at]);
        // Either at once: mostly the first look tells, and which of them it is cannot be guessed.
        if (found == word) | (found == WordId::UNKNOWN) {
            return at;
        }
        at = (at + 1) & mask;
    }
}

impl Extend<WordId> for WordSet {
    fn extend<I: IntoIterator<Item = WordId>>(&mut self, words: I) {
        let mut all: Vec<_> = self.iter().chain(words).collect();
        all.retain(|word| *word != WordId::UNKNOWN);
        all.sort_unstable();
        all.dedup();
        self.bits = all.iter().fold(0, |bits, word| bits | Self::bit(*word));
        if all.len() > Self::FEW {
            let mut places = vec![WordId::UNKNOWN; (4 * all.len()).next_power_of_two()];
            for word in all {
                let at = place(&places, word, |word| *word);
                places[at] = word;
            }
            all = places;
        }
        self.words = all.into();
    }
}

impl FromIterator<WordId> for WordSet {
    fn from_iter<I: IntoIterator<Item = WordId>>(words: I) -> Self {
        let mut set = Self::default();
        set.extend(words);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_several_values_stands() {
        let map: WordMap<u32> = [(7, 1), (0, 5), (9, 2), (7, 3)]
            .map(|(word, value)| (WordId(word), value))
            .into_iter()
            .collect();
        assert_eq!(
            [0, 7, 8, 9].map(|word| map.get(WordId(word)).copied()),
            [None, Some(3), None, Some(2)]
        );
        assert_eq!(map.iter().count(), 2);
    }

    #[test]
    fn few_words_and_many_are_found() {
        for count in [0, 1, 5, WordSet::FEW, WordSet::FEW + 1, 40, 900] {
            let set: WordSet = (1..=count as u32).map(|number| WordId(3 * number)).collect();
            assert_eq!(set.iter().count(), count);
            for number in 0..4 * count as u32 + 9 {
                let within = number > 0 && number % 3 == 0 && number <= 3 * count as u32;
                assert_eq!(set.contains(WordId(number)), within, "{number} of {count}");
            }
        }
    }
}
