//! Words: where one ends, with its apostrophe, its full stop, its letters of other scripts.

use unicode_segmentation::UnicodeSegmentation;

use super::class::{class, Class, GOES_ON};
use super::letters::{upper_shape, Letters};
use super::Scan;
use crate::token::fold::{capitals, eight, letters, lowest, short_hash, small};
use crate::token::{folded_hash, folds_to, word_hash, Gap, Key, Shape, TokenKind};

impl Scan<'_> {
    /// The apostrophe's length if one stands at `at`.
    pub(super) fn apostrophe(&self, at: usize) -> Option<usize> {
        match self.bytes.get(at)? {
            b'\'' => Some(1),
            0xe2 if self.bytes[at..].starts_with("’".as_bytes()) => Some(3),
            _ => None,
        }
    }

    pub(super) fn is_letter(&self, at: usize) -> bool {
        match class(self.bytes, at) {
            Class::Letter => true,
            Class::Other => self.char_at(at).is_some_and(char::is_alphabetic),
            _ => false,
        }
    }

    /// A word that begins at `self.at`. Most are less than eight letters, of which only the first may be a capital.
    #[inline]
    pub(super) fn word(&mut self) {
        let bytes = eight(self.bytes, self.at);
        let count = letters(bytes);
        let capitals = lowest(capitals(bytes), count);
        // Eight letters leave nothing to look at behind them.
        let behind = bytes.checked_shr(8 * count as u32).unwrap_or(u64::MAX) as u8;
        if count == 0 || GOES_ON[usize::from(behind)] || capitals > 0xff {
            return self.other_word();
        }
        let shape = match capitals {
            0 => Shape::Lower,
            _ => Shape::Capitalised,
        };
        let letters = lowest(small(bytes), count);
        let (hash, key) = (short_hash(letters, 0), Key::short(letters, 0, count));
        self.push_keyed(self.at + count, TokenKind::Word, bytes as u8, shape, hash, key);
        self.blank(behind);
    }

    #[inline(never)]
    fn other_word(&mut self) {
        let start = self.at;
        let (low, mut high) = (eight(self.bytes, start), 0);
        let mut count = letters(low);
        if count == 8 {
            high = eight(self.bytes, start + 8);
            count += letters(high);
        }
        let goes_on = |at: usize| self.bytes.get(at).is_some_and(|byte| GOES_ON[usize::from(*byte)]);
        let beyond = count.saturating_sub(8);
        let capitals = (lowest(capitals(low), count), lowest(capitals(high), beyond));
        if (1..16).contains(&count) && !goes_on(start + count) && capitals.0 <= 0xff && capitals.1 == 0 {
            let shape = match capitals.0 {
                0 => Shape::Lower,
                _ => Shape::Capitalised,
            };
            let letters = (lowest(small(low), count), lowest(small(high), beyond));
            let hash = short_hash(letters.0, letters.1);
            let key = Key::short(letters.0, letters.1, count);
            self.push_keyed(start + count, TokenKind::Word, low as u8, shape, hash, key);
            return self.blank(self.bytes.get(start + count).copied().unwrap_or_default());
        }
        let mut letters = Letters::new();
        let end = match count {
            0 => start,
            _ => letters.ascii(self.bytes, start),
        };
        if self
            .bytes
            .get(end)
            .is_some_and(|byte| GOES_ON[usize::from(*byte)])
        {
            return self.long_word(end, letters);
        }
        let (shape, hash) = (letters.shape(), letters.hash.finish());
        self.push_word(end, TokenKind::Word, self.bytes[start], shape, hash);
    }

    /// A word that begins at `self.at` and has been scanned up to `at`, where more than letters may belong to it: up
    /// to its last letter or digit.
    #[inline(never)]
    fn long_word(&mut self, mut at: usize, mut letters: Letters) {
        let start = self.at;
        let mut digits = false;
        loop {
            match class(self.bytes, at) {
                Class::Letter => at = letters.ascii(self.bytes, at),
                Class::Digit => {
                    if !digits && self.is_currency(start, at, letters.hash.finish()) {
                        break;
                    }
                    digits = true;
                    letters.hash.push(self.bytes[at]);
                    at += 1;
                }
                Class::Other | Class::Quote => {
                    let Some(length) = self.apostrophe(at) else {
                        match self.char_at(at) {
                            Some(char) if is_latin(char) => {
                                letters.char(char);
                                at += char.len_utf8();
                                continue;
                            }
                            Some(char) if char.is_alphanumeric() => {
                                return self.segment(start);
                            }
                            _ => break,
                        }
                    };
                    match self.after_apostrophe(start, at, length) {
                        Apostrophe::Inside => {
                            letters.hash.push(b'\'');
                            at += length;
                        }
                        Apostrophe::Ends => break,
                        // "don't": the word ends before its "n".
                        Apostrophe::Negation => {
                            let shape = letters.shape();
                            let end = at - 1;
                            if end > start {
                                let first = self.bytes[start];
                                let hash = word_hash(&self.text[start..end]);
                                self.push_word(end, TokenKind::Word, first, shape, hash);
                            }
                            let end = at + length + 1;
                            self.push_word(end, TokenKind::Word, b'n', Shape::Lower, folded_hash("n't"));
                            return;
                        }
                    }
                }
                _ => break,
            }
        }
        let mut hash = letters.hash.finish();
        match self.bytes.get(at) {
            // `AT&T. The …` ends a sentence.
            Some(b'.') if start > 0 && self.bytes[start - 1] == b'&' => {}
            Some(b'.') => {
                if let Some(end) = self.initials(start, at) {
                    let word = self.text[start..end].trim_end_matches('.');
                    hash = word_hash(word);
                    at = end;
                    self.push_word(at, TokenKind::Word, self.bytes[start], upper_shape(word), hash);
                    return;
                }
                if self.is_abbreviation(start, at, hash) {
                    at += 1;
                } else if hash == folded_hash("www") {
                    return self.address(start, at);
                }
            }
            Some(b':') if self.bytes[at..].starts_with(b"://") => return self.address(start, at),
            Some(b'@') if class(self.bytes, at + 1) == Class::Letter => {
                return self.address(start, at);
            }
            _ => {}
        }
        let first = self.bytes[start];
        self.push_word(at, TokenKind::Word, first, letters.shape(), hash);
        self.possessive();
    }

    fn after_apostrophe(&self, start: usize, at: usize, length: usize) -> Apostrophe {
        let next = at + length;
        if !self.is_letter(next) {
            return Apostrophe::Ends;
        }
        let rest = &self.bytes[next..];
        let ends = |suffix: &[u8]| {
            rest.len() >= suffix.len()
                && rest[..suffix.len()].eq_ignore_ascii_case(suffix)
                && !self.is_letter(next + suffix.len())
        };
        if ends(b"t") && at > start && matches!(self.bytes[at - 1], b'n' | b'N') {
            return Apostrophe::Negation;
        }
        if [&b"s"[..], b"re", b"ve", b"ll", b"d", b"m"].into_iter().any(ends) {
            return Apostrophe::Ends;
        }
        // A quotation that closes before a letter without a blank is rarer than O'Brien.
        Apostrophe::Inside
    }

    /// `U.S.`, `J.P.`, `a.m.`: single letters, each with its full stop. Also the lone initial of `J. Smith`.
    fn initials(&self, start: usize, at: usize) -> Option<usize> {
        if at - start != 1 {
            return None;
        }
        let mut end = at + 1;
        let mut count = 1;
        while class(self.bytes, end) == Class::Letter
            && !matches!(class(self.bytes, end + 1), Class::Letter | Class::Digit)
        {
            count += 1;
            end += 1;
            if self.bytes.get(end) != Some(&b'.') {
                break;
            }
            end += 1;
        }
        if count > 1 {
            return Some(end);
        }
        // `18°C. The`, `$4.5B. The`: a unit's letter, and the sentence's full stop.
        let behind = &self.text[..start];
        let unit = behind.trim_end_matches(' ').ends_with('°')
            || behind.ends_with(|char: char| char.is_ascii_digit());
        let lone = !unit
            && self.bytes[start].is_ascii_uppercase()
            && self.bytes[start] != b'I'
            && class(self.bytes, at + 1) == Class::Space
            && self.char_at(at + 2).is_some_and(|char| char.is_uppercase());
        lone.then_some(at + 1)
    }

    fn is_abbreviation(&self, start: usize, at: usize, hash: u32) -> bool {
        let Some(known) = self.tokenizer.abbreviations.get(&hash) else {
            return false;
        };
        if !folds_to(&self.text[start..at], &known.word) {
            return false;
        }
        // Glued to digits the letters are a unit or scale, whatever title they are elsewhere: "$498m. The …".
        let glued = self.gap == Gap::None
            && self
                .out
                .last()
                .is_some_and(|token| token.kind == TokenKind::Number);
        if !known.also_word && !glued {
            return true;
        }
        let rest = &self.bytes[at + 1..];
        let next = rest.iter().position(|b| *b != b' ').unwrap_or(rest.len());
        // `in Gary, Ind.` ends a sentence or a line; a name of a list stands by itself.
        let behind_a_town = || match self.out.as_slice() {
            [.., town, comma] => {
                comma.is(b',') && town.is_capitalised() && self.bytes[start].is_ascii_uppercase()
            }
            _ => false,
        };
        match rest.get(next) {
            None => start == 0 || behind_a_town(),
            Some(b'\n' | b'-') => behind_a_town(),
            Some(b) => next <= 1 && (b.is_ascii_digit() || b.is_ascii_lowercase() || *b == b','),
        }
    }

    /// An address whose first word ends at `end`.
    fn address(&mut self, start: usize, mut end: usize) {
        while end < self.bytes.len()
            && !matches!(
                self.bytes[end],
                0..=b' ' | b'"' | b'<' | b'>' | b'(' | b')' | b'|' | 128..
            )
        {
            end += 1;
        }
        while end > start + 1 && matches!(self.bytes[end - 1], b'.' | b',' | b';' | b':' | b'!' | b'?') {
            end -= 1;
        }
        let first = self.bytes[start];
        self.push(end, TokenKind::Address, first);
    }

    /// A word with letters beyond Latin: UAX #29 says where it ends.
    pub(super) fn segment(&mut self, start: usize) {
        let rest = &self.text[start..];
        let length = rest.split_word_bounds().next().map_or(1, str::len);
        let word = &rest[..length];
        let mut letters = Letters::new();
        word.chars().for_each(|char| letters.char(char));
        self.push_word(
            start + length,
            TokenKind::Word,
            0x80,
            letters.shape(),
            word_hash(word),
        );
    }

    /// `'s` or a plural's bare apostrophe right after a word or number.
    pub(super) fn possessive(&mut self) {
        let Some(length) = self.apostrophe(self.at) else {
            return;
        };
        let next = self.at + length;
        match self.bytes.get(next).map(u8::to_ascii_lowercase) {
            Some(b's') if !self.is_letter(next + 1) => {
                self.push_word(
                    next + 1,
                    TokenKind::Possessive,
                    b'\'',
                    Shape::None,
                    folded_hash("'s"),
                );
            }
            Some(b'r' | b'v' | b'l' | b'd' | b'm') if self.is_letter(next) => {
                let mut end = next;
                while class(self.bytes, end) == Class::Letter {
                    end += 1;
                }
                let hash = word_hash(&self.text[self.at..end]);
                self.push_word(end, TokenKind::Word, b'\'', Shape::Lower, hash);
            }
            _ if matches!(self.bytes[self.at - 1], b's' | b'S' | b'z' | b'x')
                && !self.single_open
                && !self.is_letter(next) =>
            {
                self.push(next, TokenKind::Possessive, b'\'');
            }
            _ => {}
        }
    }
}

enum Apostrophe {
    Inside,
    Ends,
    Negation,
}

/// Latin letters beyond ASCII, and the marks that combine with Latin letters.
pub(super) fn is_latin(char: char) -> bool {
    matches!(char, 'ª' | 'º' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' | '\u{300}'..='\u{36f}')
}
