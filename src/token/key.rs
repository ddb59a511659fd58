//! What a word is told from all others by.

use std::ops::Range;

use super::fold::{eight, fold_ascii, fold_short, folded_hash, is_ascii, lowest, short_hash, word_hash};

/// What a word is found by: the bytes of a short one, folded, from the lowest on; of a longer one the hash, beside a
/// byte that no text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) low: u64,
    pub(crate) high: u32,
}

impl Key {
    /// How many bytes are kept.
    const ROOM: usize = 12;
    const LONG: u32 = u32::MAX;

    /// The key of a folded word of ASCII letters that has so many bytes, sixteen at most, zeroes behind it.
    #[inline]
    pub(super) fn short(low: u64, high: u64, length: usize) -> Self {
        match length <= Self::ROOM {
            true => Self {
                low,
                high: high as u32,
            },
            false => Self::long(short_hash(low, high)),
        }
    }

    /// The key of a word in small ASCII letters.
    // What is asked for is known where it is asked: its key is worked out when that is compiled.
    #[inline(always)]
    pub(crate) fn of_folded(word: &str) -> Self {
        match word.len() {
            length @ ..=Self::ROOM => {
                let (low, high) = (eight(word.as_bytes(), 0), eight(word.as_bytes(), 8));
                Self::short(low, high, length)
            }
            _ => Self::long(folded_hash(word)),
        }
    }

    fn long(hash: u32) -> Self {
        Self {
            low: hash.into(),
            high: Self::LONG,
        }
    }

    /// The key of a word that stands at a place of a text, without the full stops of an abbreviation (`trim`).
    pub(crate) fn of(text: &str, place: Range<usize>) -> Self {
        let length = place.len();
        if length <= Self::ROOM {
            let bytes = text.as_bytes();
            let (low, high) = (eight(bytes, place.start), eight(bytes, place.start + 8));
            let (low, high) = (lowest(low, length), lowest(high, length.saturating_sub(8)));
            if is_ascii(low | high) {
                return Self::short(fold_ascii(low), fold_ascii(high), length);
            }
        }
        let word = &text[place];
        // No character takes more than three times the bytes of what it folds to.
        if !word.is_ascii() && word.len() <= 3 * Self::ROOM {
            if let Some((low, high)) = fold_short(word) {
                if high < Self::LONG.into() {
                    return Self {
                        low,
                        high: high as u32,
                    };
                }
            }
        }
        Self::long(word_hash(word))
    }

    /// Whether it is the word itself.
    #[inline]
    pub(crate) fn is_whole(self) -> bool {
        self.high != Self::LONG
    }

    /// The hash of the word.
    #[inline]
    pub(crate) fn hash(self) -> u32 {
        match self.is_whole() {
            true => short_hash(self.low, self.high.into()),
            false => self.low as u32,
        }
    }
}

/// The place of a word without the full stops of an abbreviation: `Ltd.` and `Ltd` are one, so are `U.S.` and `U.S`.
#[inline]
pub(crate) fn trim(text: &str, place: Range<usize>) -> Range<usize> {
    if place.len() < 2 || text.as_bytes().get(place.end - 1) != Some(&b'.') {
        return place;
    }
    match text[place.clone()].trim_end_matches('.').len() {
        0 => place,
        length => place.start..place.start + length,
    }
}
