//! A line of an article, and what its look says of it.

use crate::lexicon::{Classes, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Token, TokenKind, BULLET};

/// A line with more tokens is running text; no closer look is taken at it.
const SHORT: usize = 64;

/// A line of the text, or a whole paragraph where lines are broken at a fixed width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// The first token.
    pub(super) first: usize,
    /// The token after the last.
    pub(super) end: usize,
    /// What lies between it and the line above.
    pub(super) above: Gap,
    /// What lies between it and the line below; a paragraph's end at the end of the text.
    pub(super) below: Gap,
}

impl Line {
    /// The line that begins at token `first`.
    pub(super) fn at(reading: &Reading<'_>, first: usize, wrapped: bool) -> Option<Self> {
        let tokens = &reading.tokens;
        let above = tokens.get(first)?.gap;
        let breaks = |token: &Token| match token.gap {
            Gap::None | Gap::Space => false,
            Gap::Line => !wrapped || token.first == BULLET,
            Gap::Paragraph => true,
        };
        let mut lines = reading.lines(first + 1);
        let end = lines.find(|at| breaks(&tokens[*at])).unwrap_or(tokens.len());
        let below = tokens.get(end).map_or(Gap::Paragraph, |token| token.gap);
        Some(Self {
            first,
            end,
            above,
            below,
        })
    }

    pub(super) fn len(&self) -> usize {
        self.end - self.first
    }

    /// What a short line looks like; nothing for a long one.
    pub(super) fn look(&self, reading: &Reading<'_>) -> Option<Look> {
        (self.len() <= SHORT).then(|| Look::new(reading, self))
    }
}

/// What a short line looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// Words and numbers.
    pub(super) words: usize,
    /// Numbers.
    pub(super) numbers: usize,
    /// Words that begin small and are no closed-class words.
    pub(super) small: usize,
    /// A sentence ends inside it.
    pub(super) stops: bool,
    /// Its last sentence is closed by a full stop.
    pub(super) closed: bool,
    /// It ends in a question or exclamation mark.
    pub(super) asks: bool,
    /// It ends in a colon.
    pub(super) announces: bool,
    /// It ends as if it went on: in a comma, a semicolon, a dash, or a word that wants another.
    pub(super) goes_on: bool,
    /// It begins with a capital or a figure, quotation marks apart.
    pub(super) opens: bool,
    /// It begins with a quotation mark.
    pub(super) quoted: bool,
    /// Bars, slashes and angles that stand free between words.
    pub(super) separators: usize,
    /// One of these is an angle.
    pub(super) angles: bool,
    /// It stands in brackets as a whole.
    pub(super) bracketed: bool,
    /// No white space inside.
    pub(super) chunk: bool,
}

impl Look {
    fn new(reading: &Reading<'_>, line: &Line) -> Self {
        let tokens = &reading.tokens[line.first..line.end];
        let mut look = Self {
            chunk: tokens.iter().skip(1).all(Token::glued),
            bracketed: tokens[0].is(b'(') && tokens[tokens.len() - 1].is(b')') && tokens.len() > 2,
            quoted: tokens[0].kind == TokenKind::Quote,
            ..Self::default()
        };
        for (at, token) in tokens.iter().enumerate() {
            match token.kind {
                TokenKind::Number => {
                    look.opens |= look.words == 0;
                    look.words += 1;
                    look.numbers += 1;
                }
                TokenKind::Word => {
                    look.opens |= look.words == 0 && token.is_capitalised();
                    look.words += 1;
                    let function = reading.classes(line.first + at).contains(Classes::FUNCTION);
                    look.small += usize::from(!token.is_capitalised() && !function);
                }
                _ => {
                    let free = |token: Option<&Token>| token.is_some_and(|token| !token.glued());
                    let next = tokens.get(at + 1);
                    if is_stop(token) {
                        let ends =
                            free(next) && next.is_some_and(|next| next.is_capitalised() || !next.is_word());
                        look.stops |= ends;
                    } else if free(Some(token)) && free(next) && at > 0 {
                        let angle = matches!(token.first, b'>') || is_angle(token, reading.text);
                        look.angles |= angle;
                        look.separators += usize::from(angle || matches!(token.first, b'|' | b'/'));
                    }
                }
            }
        }
        look.ending(tokens, reading.text);
        look.goes_on |= tokens[tokens.len() - 1].is_word() && wants_more(reading, line.end - 1);
        look
    }

    fn ending(&mut self, tokens: &[Token], text: &str) {
        let closing = |token: &&Token| {
            token.kind == TokenKind::Quote
                || (token.kind == TokenKind::Punctuation && matches!(token.first, b')' | b']'))
        };
        let Some(last) = tokens.iter().rev().find(|token| !closing(token)) else {
            return;
        };
        match last.kind {
            TokenKind::Punctuation => match last.first {
                b'.' => self.closed = true,
                b'?' | b'!' => self.asks = true,
                b':' => self.announces = true,
                b',' | b';' => self.goes_on = true,
                _ => self.goes_on = last.is_dash(),
            },
            // An abbreviation's full stop closes a sentence too, but hardly one as short as a heading.
            TokenKind::Word => self.closed = last.text(text).ends_with('.') && tokens.len() > 12,
            _ => {}
        }
    }
}

/// Whether a word can hardly be the last of a line that is whole: `the`, `and`, `that`.
fn wants_more(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.lexicon.word(reading.ids[at]).tags.first(),
        Tag::Determiner | Tag::Conjunction | Tag::That | Tag::To | Tag::Possessive
    )
}

fn is_angle(token: &Token, text: &str) -> bool {
    matches!(token.text(text), "»" | "›" | "→")
}

/// Whether it is a mark that ends sentences.
pub(super) fn is_stop(token: &Token) -> bool {
    token.kind == TokenKind::Punctuation && matches!(token.first, b'.' | b'?' | b'!')
}
