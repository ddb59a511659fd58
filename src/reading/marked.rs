//! The tokens that finders look for, gathered once so that they step over all others.

use crate::lexicon::{Hit, List};
use crate::token::Token;

/// Tokens that finders look for, in their order.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// Those with a capital.
    pub(super) capitals: Vec<u32>,
    pub(super) numbers: Vec<u32>,
    /// Whether a title of the lists ends right before a token, or before the end of the text.
    pub(super) titled: Vec<bool>,
}

impl Marked {
    /// Marks the tokens of an article in place of those of the one before.
    pub(super) fn read(&mut self, tokens: &[Token], hits: &[Hit]) {
        self.capitals.clear();
        self.numbers.clear();
        self.titled.clear();
        self.titled.resize(tokens.len() + 1, false);
        for hit in hits {
            self.titled[hit.end as usize] |= hit.list == List::Titles;
        }
        for (at, token) in tokens.iter().enumerate() {
            let at = at as u32;
            if token.is_capitalised() {
                self.capitals.push(at);
            }
            if token.is_number() {
                self.numbers.push(at);
            }
        }
    }
}
