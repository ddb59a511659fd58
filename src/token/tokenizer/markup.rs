//! What a page leaves in a text that was taken from it: tags, comments, and characters by their names (`&nbsp;`).
//!
//! Tags are no words, and those that begin a block part what stands before them from what stands behind. A character
//! by its name is the token that the character would be. Anything else between `<` and `>` is text: `<GE.N>`.

use super::{Scan, BULLET, DASH_LONG, DASH_SHORT, QUOTE_CLOSE, QUOTE_OPEN};
use crate::token::{folded_hash, word_hash, Gap, Key, Shape, Token, TokenKind};

/// Tags that begin or end a block.
#[rustfmt::skip]
const BLOCKS: [&str; 32] = [
    "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "ol", "p",
    "section", "table", "tbody", "title", "tr", "ul",
];
/// Tags that stand within a line.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "big", "center", "cite", "code", "em", "font", "i", "iframe", "img", "ins", "link",
    "mark", "meta", "q", "small", "span", "strong", "sub", "sup", "time", "u",
];
/// Elements whose content is no text.
const SILENT: [&str; 3] = ["script", "style", "noscript"];
/// The names of characters.
#[rustfmt::skip]
const NAMES: [(&str, char); 26] = [
    ("amp", '&'), ("apos", '\''), ("bull", '•'), ("cent", '¢'), ("deg", '°'), ("emsp", ' '), ("ensp", ' '),
    ("euro", '€'), ("frac12", '½'), ("gt", '>'), ("hellip", '…'), ("laquo", '«'), ("ldquo", '“'),
    ("lsquo", '‘'), ("lt", '<'), ("mdash", '—'), ("middot", '·'), ("nbsp", ' '), ("ndash", '–'),
    ("pound", '£'), ("quot", '"'), ("raquo", '»'), ("rdquo", '”'), ("rsquo", '’'), ("thinsp", ' '),
    ("yen", '¥'),
];
/// The longest tag that is looked for.
const TAG: usize = 1024;
/// The longest name of a character with its `&` and `;`.
const NAME: usize = 10;

/// What a tag does to the words around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Block,
    Break,
    Cell,
    Inline,
    Silent,
}

/// The tag at the start of a text, and where it ends.
fn tag(text: &str) -> Option<(Tag, usize)> {
    let inside = text.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let end = name.bytes().position(|byte| !byte.is_ascii_alphanumeric());
    let (name, behind) = name.split_at(end?);
    // Wires put the codes of shares so: "Phillips <P>", which close nothing.
    let lower = name.bytes().all(|byte| !byte.is_ascii_uppercase());
    if !behind.starts_with(['>', '/', ' ', '\t', '\n', '\r']) || !lower && !inside.starts_with('/') {
        return None;
    }
    let is = |known: &&str| known.eq_ignore_ascii_case(name);
    let tag = if BLOCKS.iter().any(&is) {
        Tag::Block
    } else if is(&"br") {
        Tag::Break
    } else if is(&"td") || is(&"th") {
        Tag::Cell
    } else if INLINE.iter().any(&is) {
        Tag::Inline
    } else if SILENT.iter().any(is) {
        Tag::Silent
    } else {
        return None;
    };
    // A tag holds no other one.
    let bytes = inside.bytes().take(TAG);
    let close = bytes.enumerate().find(|(_, byte)| matches!(byte, b'>' | b'<'))?;
    (close.1 == b'>').then_some((tag, close.0 + 2))
}

/// The character whose name begins a text, and where the name ends.
fn character(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(NAME).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let char = match name.strip_prefix('#') {
        Some(code) => {
            let code = match code.strip_prefix(['x', 'X']) {
                Some(code) => u32::from_str_radix(code, 16).ok()?,
                None => code.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => NAMES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((char, end + 1))
}

/// Where the comment at the start of a text ends.
fn comment(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("<!--")?;
    Some(text.len() - inside.len() + inside.find("-->")? + "-->".len())
}

/// A text as a page shows it.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        shown.push_str(before);
        let read = comment(from).or_else(|| Some(tag(from)?.1));
        let read = read.map(|end| (None, end));
        let (char, end) = read
            .or_else(|| character(from).map(|(char, end)| (Some(char), end)))
            .unwrap_or((from.chars().next(), 1));
        shown.extend(char);
        rest = &from[end..];
    }
    shown + rest
}

impl Scan<'_> {
    /// Reads what begins with `<` or `&`; gives whether it was markup.
    pub(super) fn markup(&mut self) -> bool {
        let rest = &self.text[self.at..];
        if rest.starts_with('&') {
            return character(rest).is_some_and(|(char, end)| self.named(char, self.at + end));
        }
        if rest.starts_with("<!--") && self.skip_to("-->") {
            self.at += "-->".len();
            return true;
        }
        let Some((tag, end)) = tag(rest) else {
            return false;
        };
        match tag {
            // It ends at its closing tag, which is read next.
            Tag::Silent if !rest.starts_with("</") && self.skip_to("</") => {
                self.gap = Gap::Paragraph;
                return true;
            }
            Tag::Block | Tag::Silent => self.gap = Gap::Paragraph,
            Tag::Break => self.newline(),
            Tag::Cell => self.gap = self.gap.max(Gap::Space),
            Tag::Inline => {}
        }
        self.at += end;
        true
    }

    /// Goes on to the next `mark`.
    fn skip_to(&mut self, mark: &'static str) -> bool {
        if self.missing.contains(&mark) {
            return false;
        }
        let found = self.text[self.at + 1..].find(mark);
        match found {
            Some(found) => self.at += found + 1,
            None => self.missing.push(mark),
        }
        found.is_some()
    }

    /// A character told by its name up to `end`; gives whether it is one that tokens know.
    fn named(&mut self, char: char, end: usize) -> bool {
        if char.is_whitespace() || char == '\u{ad}' || ('\u{200b}'..='\u{200f}').contains(&char) {
            self.at = end;
            self.gap = self.gap.max(Gap::Space);
            return true;
        }
        if matches!(char, '\'' | '’') && self.named_possessive(end) {
            return true;
        }
        let (kind, first) = match char {
            // The mark itself is there: the rest of its name is none of the words.
            '&' => {
                self.push(self.at + 1, TokenKind::Symbol, b'&');
                self.at = end;
                return true;
            }
            '"' | '\'' => (TokenKind::Quote, char as u8),
            '“' | '‘' | '«' => (TokenKind::Quote, QUOTE_OPEN),
            '”' | '’' | '»' => (TokenKind::Quote, QUOTE_CLOSE),
            '‐'..='–' => (TokenKind::Punctuation, DASH_SHORT),
            '—' => (TokenKind::Punctuation, DASH_LONG),
            '…' => (TokenKind::Punctuation, b'.'),
            '•' | '·' => (TokenKind::Punctuation, BULLET),
            '<' | '>' | '%' | '$' | '+' | '#' => (TokenKind::Symbol, char as u8),
            '£' | '€' | '¥' | '¢' | '°' | '½' => (TokenKind::Symbol, 0x80),
            _ => return false,
        };
        let mut buffer = [0; 4];
        self.push_as(char.encode_utf8(&mut buffer), end, kind, first, Shape::None);
        true
    }

    /// `Ravi&#8217;s`, `the workers&#39;`
    fn named_possessive(&mut self, end: usize) -> bool {
        let word = |last: &Token| matches!(last.kind, TokenKind::Word | TokenKind::Number);
        if self.gap != Gap::None || !self.out.last().is_some_and(word) {
            return false;
        }
        let s = matches!(self.bytes.get(end), Some(b's' | b'S')) && !self.is_letter(end + 1);
        let plural = matches!(self.bytes[self.at - 1], b's' | b'S' | b'z' | b'x') && !self.is_letter(end);
        if !s && (!plural || self.single_open) {
            return false;
        }
        let (word, end) = if s { ("'s", end + 1) } else { ("'", end) };
        self.push_as(word, end, TokenKind::Possessive, b'\'', Shape::None);
        true
    }

    /// Adds a token that is a word other than what stands there.
    fn push_as(&mut self, word: &str, end: usize, kind: TokenKind, first: u8, shape: Shape) {
        let hash = match word {
            "'s" => folded_hash(word),
            _ => word_hash(word),
        };
        self.push_keyed(end, kind, first, shape, hash, Key::of(word, 0..word.len()));
    }
}
