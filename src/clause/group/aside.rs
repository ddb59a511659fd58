//! What stands in brackets or between commas and takes no part in the sentence: where shares are traded, a lawmaker's party.

use super::cut::Cut;
use crate::lexicon::Classes;
use crate::mention::{Kind, Mention};

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

    /// The token after a bracket that tells where a company's shares are traded: `(NYSE: CROX)`, `<UAL.O>`, `(BNPP.PA)`.
    pub(super) fn listing(&self, open: usize) -> Option<usize> {
        let tokens = &self.reading.tokens[..self.end];
        let angle = tokens[open].is(b'<');
        if !angle && !tokens[open].is(b'(') {
            return None;
        }
        let (mut colon, mut point, mut symbols) = (false, false, true);
        for (at, token) in tokens.iter().enumerate().skip(open + 1).take(LISTING) {
            if token.is(if angle { b'>' } else { b')' }) {
                // "Japan (4.3 MT)"
                let measure = |mention: &Mention<'_>| mention.kind() == Kind::Measure;
                let symbol = || point && symbols && !self.mentions.at(open + 1).is_some_and(measure);
                return (at > open + 1 && (angle || colon || symbol())).then_some(at + 1);
            }
            let text = token.text(self.reading.text).as_bytes();
            let lower = text.iter().any(u8::is_ascii_lowercase);
            // Names in angle brackets stand in the sentence: `<Hertz Corp>`.
            if angle && !token.glued()
                || token.is_word() && lower && (angle || colon || !token.is_capitalised())
            {
                return None;
            }
            colon |= token.is(b':');
            point |= text.contains(&b'.');
            let sign = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || *byte == b'.';
            symbols &= text.iter().all(sign);
        }
        None
    }
}
