//! Numbers, and letters before them that stand for a currency.

use super::class::{class, Class};
use super::Scan;
use crate::token::fold::WordHasher;
use crate::token::{folds_to, word_hash, Shape, TokenKind};

impl Scan<'_> {
    pub(super) fn number(&mut self) {
        let start = self.at;
        let mut at = start;
        let mut hash = WordHasher::new();
        loop {
            while class(self.bytes, at) == Class::Digit {
                hash.push(self.bytes[at]);
                at += 1;
            }
            let more = match self.bytes.get(at) {
                Some(b'.') => class(self.bytes, at + 1) == Class::Digit,
                // A group of two or three digits: 1,500; 1,23,456.
                Some(b',') => {
                    let group = (1..=4)
                        .take_while(|i| class(self.bytes, at + i) == Class::Digit)
                        .count();
                    (2..=3).contains(&group)
                }
                _ => false,
            };
            if !more {
                break;
            }
            hash.push(self.bytes[at]);
            at += 1;
        }
        let first = self.bytes[start];
        self.push_word(at, TokenKind::Number, first, Shape::None, hash.finish());
        self.possessive();
    }

    /// `.5`
    pub(super) fn number_from_point(&mut self) {
        let start = self.at;
        let mut end = start + 1;
        while class(self.bytes, end) == Class::Digit {
            end += 1;
        }
        let hash = word_hash(&self.text[start..end]);
        self.push_word(end, TokenKind::Number, b'.', Shape::None, hash);
    }

    /// Whether the letters before the digits at `at` are a currency's: `Rs94.7m`, `$US7.4 billion`.
    pub(super) fn is_currency(&self, start: usize, at: usize, hash: u32) -> bool {
        let signed = start > 0 && self.bytes[start - 1] == b'$';
        signed
            || self
                .tokenizer
                .prefixes
                .get(&hash)
                .is_some_and(|word| folds_to(&self.text[start..at], word))
                && (at - start > 1 || self.is_amount(at) || self.is_price(start, at))
    }

    /// Whether the digits at `at` behind a single letter look like a price by the words around them: `N35 a litre`,
    /// `by P2 to P43`.
    fn is_price(&self, start: usize, at: usize) -> bool {
        const LONGEST: usize = 4;
        const BEFORE: [&[u8]; 4] = [b" to ", b" by ", b" at ", b" from "];
        const AFTER: [&[u8]; 8] = [
            b" a ",
            b" per ",
            b" off",
            b" each",
            b" less",
            b" more",
            b" apiece",
            b" cheaper",
        ];
        let rest = &self.bytes[at..];
        let digits = rest
            .iter()
            .take(LONGEST + 1)
            .take_while(|b| b.is_ascii_digit())
            .count();
        let (before, after) = (&self.bytes[..start], &rest[digits..]);
        let goes_on = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
        if digits > LONGEST || after.first().is_some_and(goes_on) {
            return false;
        }
        let letter = self.bytes[start];
        let range = after
            .strip_prefix(b" to ")
            .is_some_and(|to| to.first() == Some(&letter));
        range
            || AFTER.iter().any(|words| after.starts_with(words))
            || digits > 1 && BEFORE.iter().any(|word| before.ends_with(word))
    }

    /// Whether the digits at `at` look like money: `R150m` and `R2,500` against the car `R8` and the quarter `Q3`.
    fn is_amount(&self, at: usize) -> bool {
        const LONGEST: usize = 24;
        let rest = &self.bytes[at..self.bytes.len().min(at + LONGEST)];
        let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
        match rest.get(digits) {
            Some(b'.' | b',') => rest.get(digits + 1).is_some_and(u8::is_ascii_digit),
            Some(b' ') => {
                let next = &rest[digits + 1..];
                let group = next.iter().take_while(|b| b.is_ascii_digit()).count();
                let scale = next.get(1..).unwrap_or_default();
                scale.starts_with(b"illion")
                    || scale.starts_with(b"rillion")
                    // `R150 000`
                    || digits <= 3 && group == 3
            }
            Some(b'm' | b'b' | b't') => {
                let letters = rest[digits..]
                    .iter()
                    .take_while(|b| b.is_ascii_alphabetic())
                    .count();
                letters == 1 || (letters == 2 && rest[digits + 1] == b'n')
            }
            _ => false,
        }
    }
}
