//! Text to tokens: one scan, ASCII by table, other scripts by UAX #29 word boundaries.

use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

use super::fold::{capitals, eight, fold_chars, letters, lowest, short_hash, small, WordHasher};
use super::{
    folds_to, word_hash, Gap, Shape, Token, TokenKind, BULLET, DASH_LONG, DASH_SHORT, QUOTE_CLOSE, QUOTE_OPEN,
};

/// Cuts texts into tokens. Knows the abbreviations that keep their full stop and the letters that stand
/// for a currency before a number (`Rs94`), both handed over from the lists.
#[derive(Debug, Default)]
pub(crate) struct Tokenizer {
    /// By hash of the word without its full stop.
    abbreviations: FxHashMap<u32, Abbreviation>,
    prefixes: FxHashMap<u32, Box<str>>,
}

#[derive(Debug)]
struct Abbreviation {
    word: Box<str>,
    /// The letters are a word as well (`no.`, `Sat.`): the full stop is the abbreviation's only before
    /// a digit or a small letter.
    also_word: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Control,
    Space,
    Newline,
    Letter,
    Digit,
    Punctuation,
    Symbol,
    Quote,
    Other,
}

const fn classes() -> [Class; 256] {
    let mut table = [Class::Control; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\n' => Class::Newline,
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => Class::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'"' | b'\'' | b'`' => Class::Quote,
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'-'
            | b'/' | b'|' => Class::Punctuation,
            b'!'..=b'~' => Class::Symbol,
            128..=255 => Class::Other,
            _ => Class::Control,
        };
        byte += 1;
    }
    table
}

static CLASS: [Class; 256] = classes();

/// Whether a word may go on behind its letters with such a byte.
static GOES_ON: [bool; 256] = goes_on();

const fn goes_on() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b'\'' | b'.' | b':' | b'@' | b'0'..=b'9' | 0x80..);
        byte += 1;
    }
    table
}

fn class(bytes: &[u8], at: usize) -> Class {
    bytes.get(at).map_or(Class::Control, |&b| CLASS[b as usize])
}

impl Tokenizer {
    pub(crate) fn add_abbreviation(&mut self, word: &str, also_word: bool) {
        let word = word.trim_end_matches('.');
        let entry = Abbreviation {
            word: super::fold(word).into(),
            also_word,
        };
        self.abbreviations.insert(word_hash(word), entry);
    }

    pub(crate) fn add_currency_prefix(&mut self, word: &str) {
        self.prefixes.insert(word_hash(word), super::fold(word).into());
    }

    /// Cuts `text` into `out`. Only its first 4 GiB are read.
    pub(crate) fn tokenize(&self, text: &str, out: &mut Vec<Token>) {
        out.clear();
        // A token and the blank behind it take five bytes and more.
        out.reserve(text.len() / 5);
        let mut scan = Scan {
            tokenizer: self,
            text: readable(text),
            bytes: readable(text).as_bytes(),
            at: 0,
            gap: Gap::Paragraph,
            single_open: false,
            out,
        };
        scan.run();
    }
}

/// The part of a text that 32-bit offsets reach.
fn readable(text: &str) -> &str {
    const MOST: usize = u32::MAX as usize;
    if text.len() <= MOST {
        return text;
    }
    let mut end = MOST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

struct Scan<'t> {
    tokenizer: &'t Tokenizer,
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    gap: Gap,
    /// An opening single quotation mark waits for its partner in this line.
    single_open: bool,
    out: &'t mut Vec<Token>,
}

/// What a word's letters add up to while it is scanned.
struct Letters {
    hash: WordHasher,
    upper: u32,
    lower: u32,
    first_upper: bool,
    last_s: bool,
}

impl Letters {
    fn new() -> Self {
        Self {
            hash: WordHasher::new(),
            upper: 0,
            lower: 0,
            first_upper: false,
            last_s: false,
        }
    }

    /// Takes the ASCII letters from `start` on, one at least, and gives the place behind them.
    fn ascii(&mut self, bytes: &[u8], start: usize) -> usize {
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

    fn char(&mut self, char: char) {
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
    fn shape(&self) -> Shape {
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

impl Scan<'_> {
    fn run(&mut self) {
        while self.at < self.bytes.len() {
            match class(self.bytes, self.at) {
                Class::Space | Class::Control => {
                    self.at += 1;
                    self.gap = self.gap.max(Gap::Space);
                }
                Class::Newline => {
                    self.at += 1;
                    self.newline();
                }
                Class::Letter => self.word(),
                Class::Digit => self.number(),
                Class::Quote => self.quote(),
                Class::Punctuation => self.punctuation(),
                Class::Symbol => self.push(self.at + 1, TokenKind::Symbol, self.bytes[self.at]),
                Class::Other => self.other(),
            }
        }
    }

    fn newline(&mut self) {
        self.single_open = false;
        self.gap = match self.gap {
            Gap::None | Gap::Space => Gap::Line,
            Gap::Line | Gap::Paragraph => Gap::Paragraph,
        };
    }

    fn push(&mut self, end: usize, kind: TokenKind, first: u8) {
        // Marks are words to the lists too: `%`, `$`, the hyphen of a name.
        let hash = match self.bytes[self.at..end] {
            [mark] => {
                let mut hash = WordHasher::new();
                hash.push(mark);
                hash.finish()
            }
            _ => word_hash(&self.text[self.at..end]),
        };
        self.push_word(end, kind, first, Shape::None, hash);
    }

    #[inline]
    fn push_word(&mut self, end: usize, kind: TokenKind, first: u8, shape: Shape, hash: u32) {
        self.out.push(Token {
            start: self.at as u32,
            end: end as u32,
            hash,
            kind,
            shape,
            first,
            gap: self.gap,
        });
        self.at = end;
        self.gap = Gap::None;
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The apostrophe's length if one stands at `at`.
    fn apostrophe(&self, at: usize) -> Option<usize> {
        match self.bytes.get(at)? {
            b'\'' => Some(1),
            0xe2 if self.bytes[at..].starts_with("’".as_bytes()) => Some(3),
            _ => None,
        }
    }

    fn is_letter(&self, at: usize) -> bool {
        match class(self.bytes, at) {
            Class::Letter => true,
            Class::Other => self.char_at(at).is_some_and(char::is_alphabetic),
            _ => false,
        }
    }

    /// A word that begins at `self.at`. Most are less than eight letters, of which only the first may be a capital.
    #[inline]
    fn word(&mut self) {
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
        let hash = short_hash(lowest(small(bytes), count), 0);
        self.push_word(self.at + count, TokenKind::Word, bytes as u8, shape, hash);
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
            let hash = short_hash(lowest(small(low), count), lowest(small(high), beyond));
            self.push_word(start + count, TokenKind::Word, low as u8, shape, hash);
            return;
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
                            self.push_word(end, TokenKind::Word, b'n', Shape::Lower, word_hash("n't"));
                            return;
                        }
                    }
                }
                _ => break,
            }
        }
        let mut hash = letters.hash.finish();
        match self.bytes.get(at) {
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
                } else if hash == word_hash("www") {
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

    fn is_currency(&self, start: usize, at: usize, hash: u32) -> bool {
        self.tokenizer
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
            Some(b' ') => rest
                .get(digits + 2..)
                .is_some_and(|scale| scale.starts_with(b"illion") || scale.starts_with(b"rillion")),
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
        let lone = self.bytes[start].is_ascii_uppercase()
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
        next <= 1
            && rest
                .get(next)
                .is_some_and(|b| b.is_ascii_digit() || b.is_ascii_lowercase() || *b == b',')
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
    fn segment(&mut self, start: usize) {
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

    fn number(&mut self) {
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

    /// `'s` or a plural's bare apostrophe right after a word or number.
    fn possessive(&mut self) {
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
                    word_hash("'s"),
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

    fn quote(&mut self) {
        let byte = self.bytes[self.at];
        let mut end = self.at + 1;
        if byte != b'"' {
            // `` and '' are old ways to write double quotation marks.
            if self.bytes.get(end) == Some(&byte) {
                end += 1;
            } else {
                self.single_open = self.gap != Gap::None && self.is_letter(end);
            }
        }
        self.push(end, TokenKind::Quote, byte);
    }

    fn punctuation(&mut self) {
        let byte = self.bytes[self.at];
        let mut end = self.at + 1;
        if byte == b'.' && class(self.bytes, end) == Class::Digit && self.gap != Gap::None {
            return self.number_from_point();
        }
        if matches!(byte, b'.' | b'-' | b'!' | b'?') {
            while self.bytes.get(end) == Some(&byte) {
                end += 1;
            }
        }
        self.push(end, TokenKind::Punctuation, byte);
    }

    /// `.5`
    fn number_from_point(&mut self) {
        let start = self.at;
        let mut end = start + 1;
        while class(self.bytes, end) == Class::Digit {
            end += 1;
        }
        let hash = word_hash(&self.text[start..end]);
        self.push_word(end, TokenKind::Number, b'.', Shape::None, hash);
    }

    fn other(&mut self) {
        let Some(char) = self.char_at(self.at) else {
            // Unreachable in a `str`; step on rather than stand still.
            self.at += 1;
            return;
        };
        let end = self.at + char.len_utf8();
        match char {
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {
                self.at = end;
                self.gap = self.gap.max(Gap::Space);
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' => {
                self.at = end;
                self.newline();
            }
            char if char.is_whitespace() => {
                self.at = end;
                self.gap = self.gap.max(Gap::Space);
            }
            '‐'..='–' => self.push(end, TokenKind::Punctuation, DASH_SHORT),
            '—' | '―' => self.push(end, TokenKind::Punctuation, DASH_LONG),
            '“' | '„' | '«' | '‹' | '〝' => self.push(end, TokenKind::Quote, QUOTE_OPEN),
            '”' | '»' | '›' | '〞' => self.push(end, TokenKind::Quote, QUOTE_CLOSE),
            '‘' | '‚' => {
                self.single_open = true;
                self.push(end, TokenKind::Quote, QUOTE_OPEN);
            }
            '’' => {
                self.single_open = false;
                self.push(end, TokenKind::Quote, QUOTE_CLOSE);
            }
            '…' => self.push(end, TokenKind::Punctuation, b'.'),
            '•' | '‣' | '◦' | '▪' | '●' | '■' | '·' => {
                self.push(end, TokenKind::Punctuation, BULLET);
            }
            '₀'..='₉' | '⁰'..='⁹' | '²' | '³' | '¹' | '½' | '¼' | '¾' => {
                self.push(end, TokenKind::Symbol, 0x80);
            }
            char if is_latin(char) => self.word(),
            char if char.is_alphanumeric() => self.segment(self.at),
            _ => self.push(end, TokenKind::Symbol, 0x80),
        }
    }
}

enum Apostrophe {
    Inside,
    Ends,
    Negation,
}

/// Latin letters beyond ASCII, and the marks that combine with Latin letters.
fn is_latin(char: char) -> bool {
    matches!(char, 'ª' | 'º' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' | '\u{300}'..='\u{36f}')
}

fn upper_shape(word: &str) -> Shape {
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
