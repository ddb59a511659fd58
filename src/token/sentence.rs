//! Tokens to sentences.

use super::{Gap, Token, TokenKind, BULLET, QUOTE_CLOSE};
use crate::text::Zone;

/// Tokens of a sentence at most. No writer's sentence is that long; a text without full stops is cut, so that whatever
/// compares the words of a sentence with each other stays linear in the text.
const LONGEST: usize = 256;

/// A run of tokens that is read as one sentence: a sentence, a headline, an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) first: u32,
    /// The token after the last.
    pub(crate) end: u32,
}

/// Parts tokens into sentences; none goes from one zone into the next. `opener` tells whether the word at a place is
/// one that opens sentences rather than going on with a name (`The`, `It`, `In`), which settles `Ltd. The` against
/// `Ltd. Pakistan`.
pub(crate) fn sentences(
    tokens: &[Token],
    text: &str,
    wrapped: bool,
    zones: &[Zone],
    opener: impl Fn(usize) -> bool,
    out: &mut Vec<Sentence>,
) {
    out.clear();
    let starts = zones.iter().map(|zone| zone.span.start());
    let mut zones = starts.map(|start| tokens.partition_point(|token| (token.start as usize) < start));
    let mut zone = zones.next().unwrap_or(usize::MAX);
    let mut first = 0;
    for (number, pair) in tokens.windows(2).enumerate() {
        let (before, token, at) = (&pair[0], &pair[1], number + 1);
        let due = zone.min(first + LONGEST);
        if at < due && !may_break(before, token) {
            continue;
        }
        while zone < at {
            zone = zones.next().unwrap_or(usize::MAX);
        }
        let length = at - first;
        let long = length >= LONGEST && (!token.glued() || length >= 2 * LONGEST);
        if long || zone == at || may_break(before, token) && breaks(tokens, at, text, wrapped, &opener) {
            out.push(Sentence {
                first: first as u32,
                end: at as u32,
            });
            first = at;
        }
    }
    if first < tokens.len() {
        out.push(Sentence {
            first: first as u32,
            end: tokens.len() as u32,
        });
    }
}

/// Whether lines are broken inside sentences, as in text wrapped at a fixed width.
pub(crate) fn is_wrapped(tokens: &[Token], turns: &[u32]) -> bool {
    let (mut lines, mut inside) = (0, 0);
    let pairs = turns.iter().filter_map(|at| {
        let before = (*at as usize).checked_sub(1)?;
        Some((&tokens[before], &tokens[*at as usize]))
    });
    for (before, token) in pairs.filter(|(_, token)| token.gap == Gap::Line) {
        lines += 1;
        inside += usize::from(!is_stop(before) && token.first.is_ascii_lowercase());
    }
    inside >= 3 && inside * 3 >= lines
}

fn is_stop(token: &Token) -> bool {
    token.kind == TokenKind::Punctuation && matches!(token.first, b'.' | b'?' | b'!')
}

fn closes(token: &Token) -> bool {
    match token.kind {
        TokenKind::Quote => matches!(token.first, QUOTE_CLOSE | b'"' | b'\''),
        TokenKind::Punctuation => matches!(token.first, b')' | b']'),
        _ => false,
    }
}

/// Whether a sentence may begin between two tokens. Most stand in one line with a word or number before them.
#[inline]
fn may_break(before: &Token, next: &Token) -> bool {
    match next.gap {
        Gap::None => false,
        Gap::Space => match before.kind {
            TokenKind::Word => next.is_capitalised(),
            TokenKind::Punctuation | TokenKind::Quote => true,
            _ => false,
        },
        Gap::Line | Gap::Paragraph => true,
    }
}

/// Whether a sentence begins at token `at`, which is not the first and does not touch the one before it.
fn breaks(tokens: &[Token], at: usize, text: &str, wrapped: bool, opener: &impl Fn(usize) -> bool) -> bool {
    let next = &tokens[at];
    match next.gap {
        Gap::Paragraph => return true,
        Gap::Line if !wrapped || next.first == BULLET => return true,
        Gap::None | Gap::Line | Gap::Space => {}
    }
    let mut last = at - 1;
    while last > 0 && closes(&tokens[last]) && tokens[last].glued() {
        last -= 1;
    }
    let stop = &tokens[last];
    if stop.kind == TokenKind::Word && stop.end > stop.start {
        // An abbreviation's own full stop may close the sentence as well.
        let dotted = |token: &Token| text.as_bytes()[token.end as usize - 1] == b'.';
        // "he said on X. The tax stays", but "J. A. Smith"
        let initials = stop.len() <= 2 && dotted(next);
        return next.is_capitalised() && dotted(stop) && !initials && opener(at);
    }
    is_stop(stop) && !(next.first.is_ascii_lowercase() && next.is_word())
}

impl Token {
    fn len(&self) -> u32 {
        self.end - self.start
    }
}
