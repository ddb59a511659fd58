//! Words and sentences.
//!
//! Tokens are in order, do not overlap, and between two of them lies white space, what a page leaves in a text (`<p>`), or
//! nothing: together with that they tile the text.

mod fold;
mod key;
mod sentence;
mod tokenizer;

pub(crate) use fold::{before, below, eight, fold, folded_hash, folds_to, mix, word_hash};
pub(crate) use key::{trim, Key};
pub(crate) use sentence::{is_wrapped, sentences, Sentence};
pub(crate) use tokenizer::{shown, Tokenized, Tokenizer};

use crate::text::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with digits after them (`Honda`, `X7`, `Ltd.`, `U.S.`, `d’Ivoire`).
    Word,
    /// Digits with the commas and points inside them (`14,762`, `1.4`, `2025`).
    Number,
    /// `'s`, `’s`, or the bare apostrophe after a plural.
    Possessive,
    /// A web or mail address.
    Address,
    /// A quotation mark.
    Quote,
    /// Another mark of punctuation (`.`, `,`, `-`, `(`).
    Punctuation,
    /// Any other sign (`$`, `%`, `+`).
    Symbol,
}

/// How a word's letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// No letters.
    None,
    /// `exports`
    Lower,
    /// `Honda`, `I`, `A`
    Capitalised,
    /// `HACPL`, `U.S.`: two capitals or more and no small letter (a plural `s` apart: `SUVs`).
    Upper,
    /// `BaaN`, `iPhone`, `neoX`
    Mixed,
}

/// A word, number or mark of an article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Hash of the folded word (`fold`).
    pub(crate) hash: u32,
    pub(crate) kind: TokenKind,
    pub(crate) shape: Shape,
    /// First byte; what marks are told apart by.
    pub(crate) first: u8,
    /// White space, tags or nothing before it.
    pub(crate) gap: Gap,
}

/// What lies before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// It touches the token before it.
    None,
    /// Blanks.
    Space,
    /// One line break.
    Line,
    /// An empty line, or the start of the text.
    Paragraph,
}

impl Token {
    /// Where it is.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    #[inline]
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// Whether it touches the token before it.
    #[inline]
    pub(crate) fn glued(&self) -> bool {
        self.gap == Gap::None
    }

    #[inline]
    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    #[inline]
    pub(crate) fn is_number(&self) -> bool {
        self.kind == TokenKind::Number
    }

    /// Whether it is this one ASCII mark.
    #[inline]
    pub(crate) fn is(&self, mark: u8) -> bool {
        (self.first == mark) & (self.end - self.start == 1)
    }

    #[inline]
    pub(crate) fn is_hyphen(&self) -> bool {
        // Besides the hyphen-minus: U+2010, U+2011 and the en dash, which stands for it in ranges
        // and pairs.
        self.is(b'-') || self.first == DASH_SHORT
    }

    /// A dash that parts, as an em dash or `--` does.
    #[inline]
    pub(crate) fn is_dash(&self) -> bool {
        self.first == DASH_LONG || (self.first == b'-' && self.end - self.start > 1)
    }

    #[inline]
    pub(crate) fn is_capitalised(&self) -> bool {
        !matches!(self.shape, Shape::None | Shape::Lower)
    }
}

/// Stands in [`Token::first`] for U+2010, U+2011, U+2012, U+2013.
pub(crate) const DASH_SHORT: u8 = 1;
/// Stands in [`Token::first`] for U+2014 and U+2015.
pub(crate) const DASH_LONG: u8 = 2;
/// Stands in [`Token::first`] for opening curly and angled quotation marks.
pub(crate) const QUOTE_OPEN: u8 = 3;
/// Stands in [`Token::first`] for closing curly and angled quotation marks.
pub(crate) const QUOTE_CLOSE: u8 = 4;
/// Stands in [`Token::first`] for bullets.
pub(crate) const BULLET: u8 = 5;

#[cfg(test)]
mod tests;
