//! The letters of a word: its hash and its shape while it is scanned.

use crate::token::fold::{capitals, eight, fold_chars, letters, lowest, small, WordHasher};
use crate::token::Shape;

/// What a word's letters add up to while it is scanned.
pub(super) struct Letters {
    pub(super) hash: WordHasher,
    upper: u32,
    lower: u32,
    first_upper: bool,
    last_s: bool,
}

impl Letters {
    pub(super) fn new() -> Self {
        Self {
            hash: WordHasher::new(),
            upper: 0,
            lower: 0,
            first_upper: false,
            last_s: false,
        }
    }

    /// Takes the ASCII letters from `start` on, one at least, and gives the place behind them.
    pub(super) fn ascii(&mut self, bytes: &[u8], start: usize) -> usize {
        let mut end = start;
        let mut upper = 0;
        loop {
            let chunk = eight(bytes, end);
            let count = letters(chunk);
            self.hash.push_some(lowest(small(chunk), count), count);
            upper += lowest(capitals(chunk), count).count_ones();
            end += count;
            if count < 8 {
                break;
            }
        }
        self.first_upper |= self.upper + self.lower == 0 && bytes[start].is_ascii_uppercase();
        self.last_s = bytes[end - 1] == b's';
        self.upper += upper;
        self.lower += (end - start) as u32 - upper;
        end
    }

    pub(super) fn char(&mut self, char: char) {
        fold_chars(char.encode_utf8(&mut [0; 4]), |byte| self.hash.push(byte));
        if char.is_uppercase() {
            self.first_upper |= self.upper + self.lower == 0;
            self.upper += 1;
        } else if char.is_alphabetic() {
            self.lower += 1;
        }
        self.last_s = false;
    }

    #[inline]
    pub(super) fn shape(&self) -> Shape {
        match (self.upper, self.lower) {
            (0, 0) => Shape::None,
            (0, _) => Shape::Lower,
            (1, _) if self.first_upper => Shape::Capitalised,
            (2.., 0) => Shape::Upper,
            (2.., 1) if self.last_s => Shape::Upper,
            _ => Shape::Mixed,
        }
    }
}

pub(super) fn upper_shape(word: &str) -> Shape {
    let mut letters = word.bytes().filter(u8::is_ascii_alphabetic);
    if letters.clone().all(|b| b.is_ascii_uppercase()) {
        if letters.nth(1).is_some() {
            Shape::Upper
        } else {
            Shape::Capitalised
        }
    } else if word.as_bytes()[0].is_ascii_uppercase() {
        Shape::Capitalised
    } else {
        Shape::Lower
    }
}
