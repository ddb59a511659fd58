//! Text to tokens: one scan, ASCII by table, other scripts by UAX #29 word boundaries.

mod class;
mod letters;
mod markup;
mod number;
mod word;

use rustc_hash::FxHashMap;

use super::{
    trim, word_hash, Gap, Key, Shape, Token, TokenKind, BULLET, DASH_LONG, DASH_SHORT, QUOTE_CLOSE,
    QUOTE_OPEN,
};
use class::{class, Class};
pub(crate) use markup::shown;
use word::is_latin;

/// A text as its tokens.
#[derive(Debug, Default)]
pub(crate) struct Tokenized {
    pub(crate) tokens: Vec<Token>,
    /// By what the word of each is found.
    pub(crate) keys: Vec<Key>,
    /// Those that begin a line, and quotation marks.
    pub(crate) turns: Vec<u32>,
}

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

impl Tokenizer {
    /// Keeps a full stop with a word; one that is `also_word` needs more evidence for it.
    pub(crate) fn add_abbreviation(&mut self, word: &str, also_word: bool) {
        let word = word.trim_end_matches('.');
        let entry = Abbreviation {
            word: super::fold(word).into(),
            also_word,
        };
        self.abbreviations.insert(word_hash(word), entry);
    }

    /// Parts these letters from the figure behind them: `Rs500`.
    pub(crate) fn add_currency_prefix(&mut self, word: &str) {
        self.prefixes.insert(word_hash(word), super::fold(word).into());
    }

    /// The abbreviations that it knows.
    pub(crate) fn abbreviations(&self) -> impl Iterator<Item = (&str, bool)> {
        self.abbreviations
            .values()
            .map(|known| (&*known.word, known.also_word))
    }

    /// The letters that it parts from figures.
    pub(crate) fn currency_prefixes(&self) -> impl Iterator<Item = &str> {
        self.prefixes.values().map(|known| &**known)
    }

    /// Cuts `text` into `out`. Only its first 4 GiB are read.
    pub(crate) fn tokenize(&self, text: &str, out: &mut Tokenized) {
        let Tokenized { tokens, keys, turns } = out;
        tokens.clear();
        keys.clear();
        turns.clear();
        // A token and the blank behind it take five bytes and more.
        tokens.reserve(text.len() / 5);
        keys.reserve(text.len() / 5);
        let mut scan = Scan {
            tokenizer: self,
            text: readable(text),
            bytes: readable(text).as_bytes(),
            at: 0,
            gap: Gap::Paragraph,
            single_open: false,
            missing: Vec::new(),
            out: tokens,
            keys,
            turns,
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
    /// What ends a comment or a script and is nowhere in the rest of the text: it is not looked for again.
    missing: Vec<&'static str>,
    out: &'t mut Vec<Token>,
    keys: &'t mut Vec<Key>,
    turns: &'t mut Vec<u32>,
}

impl Scan<'_> {
    fn run(&mut self) {
        while self.at < self.bytes.len() {
            // Most of what begins anywhere is a word: foretold rightly more often than one of so many ways.
            match class(self.bytes, self.at) {
                Class::Letter => self.word(),
                class => self.step(class),
            }
        }
    }

    #[inline(never)]
    fn step(&mut self, class: Class) {
        match class {
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
            Class::Symbol => {
                let byte = self.bytes[self.at];
                if !matches!(byte, b'<' | b'&') || !self.markup() {
                    self.push(self.at + 1, TokenKind::Symbol, byte);
                }
            }
            Class::Other => self.other(),
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
        if let [mark] = self.bytes[self.at..end] {
            let key = Key::short(mark.into(), 0, 1);
            return self.push_keyed(end, kind, first, Shape::None, key.hash(), key);
        }
        let hash = word_hash(&self.text[self.at..end]);
        self.push_word(end, kind, first, Shape::None, hash);
    }

    /// Adds a token that few are like.
    #[inline(never)]
    fn push_word(&mut self, end: usize, kind: TokenKind, first: u8, shape: Shape, hash: u32) {
        let key = Key::of(self.text, trim(self.text, self.at..end));
        self.push_keyed(end, kind, first, shape, hash, key);
    }

    #[inline]
    fn push_keyed(&mut self, end: usize, kind: TokenKind, first: u8, shape: Shape, hash: u32, key: Key) {
        if kind == TokenKind::Quote || self.gap >= Gap::Line {
            self.turns.push(self.out.len() as u32);
        }
        self.keys.push(key);
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

    /// Steps over the one blank that stands behind most words.
    #[inline]
    fn blank(&mut self, behind: u8) {
        let blank = behind == b' ';
        self.at += usize::from(blank);
        self.gap = if blank { Gap::Space } else { Gap::None };
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
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
