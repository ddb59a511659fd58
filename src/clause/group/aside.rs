//! What stands in brackets or between commas and takes no part in the sentence: where shares are traded, a lawmaker's party.

use super::cut::Cut;
use crate::lexicon::Classes;
use crate::mention::{Kind, Mention};
use crate::reading::Reading;

/// How many tokens a lawmaker's party and state may have.
const PARTY: usize = 8;

/// How many tokens a company's listing may have.
const LISTING: usize = 16;

impl Cut<'_, '_, '_> {
    /// The token after a lawmaker's party and state, set off by brackets or commas: `(R-Kan.)`, `, D-Tex.,`.
    pub(super) fn party(&self, open: usize) -> Option<usize> {
        let tokens = &self.reading.tokens[..self.end];
        let closes = if tokens[open].is(b'(') {
            b')'
        } else if tokens[open].is(b',') {
            b','
        } else {
            return None;
        };
        let letter =
            tokens.get(open + 1)?.is_capitalised() && self.reading.classes(open + 1).contains(Classes::PARTY);
        let dash = tokens.get(open + 2)?;
        if !letter || !dash.is_hyphen() || !dash.glued() {
            return None;
        }
        let inside = tokens.iter().enumerate().skip(open + 3).take(PARTY);
        for (at, token) in inside {
            if token.is(closes) {
                return Some(at + 1);
            }
            if token.is_word() && !token.is_capitalised() {
                return None;
            }
        }
        None
    }

    /// Where the bracket of a share's symbol ends: `(NYSE: XLS)`, `(BNPP.PA)`, `<TWA.N>`. It says nothing of its own.
    pub(super) fn ticker(&self, at: usize) -> Option<usize> {
        const LONG: usize = 8;
        let tokens = &self.reading.tokens;
        let close = match tokens[at].first {
            b'(' => b')',
            b'<' => b'>',
            _ => return None,
        };
        // "Japan (43 MT)"
        let measure = |mention: &Mention<'_>| mention.kind() == Kind::Measure;
        if self.mentions.at(at + 1).is_some_and(measure) {
            return None;
        }
        let mut marked = close == b'>';
        let end = self.end.min(at + LONG);
        for (told, token) in tokens.get(at + 1..end)?.iter().enumerate() {
            if token.is(close) {
                return (marked && told > 0).then_some(at + told + 2);
            }
            let text = token.text(self.reading.text);
            marked |= token.is(b':') || text.len() > 1 && text.contains('.') || token.is(b'.');
            let symbol = text
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b".:".contains(&byte));
            if !symbol {
                return None;
            }
        }
        None
    }
}

/// The token after a bracket that tells where a company's shares are traded, which takes no part in the sentence:
/// `(NYSE: CROX)`, `<UAL.O>`.
pub(super) fn listing(reading: &Reading<'_>, open: usize, end: usize) -> Option<usize> {
    let tokens = &reading.tokens[..end];
    let angle = tokens[open].is(b'<');
    if !angle && !tokens[open].is(b'(') {
        return None;
    }
    let mut colon = false;
    for (at, token) in tokens.iter().enumerate().skip(open + 1).take(LISTING) {
        if token.is(if angle { b'>' } else { b')' }) {
            return (at > open + 1 && (angle || colon)).then_some(at + 1);
        }
        let lower = || reading.word(at).bytes().any(|byte| byte.is_ascii_lowercase());
        // Names in angle brackets stand in the sentence: `<Hertz Corp>`.
        if angle && !token.glued()
            || token.is_word() && lower() && (angle || colon || !token.is_capitalised())
        {
            return None;
        }
        colon |= token.is(b':');
    }
    None
}
