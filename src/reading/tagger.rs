//! What each word is in its sentence.

use super::Reading;
use crate::lexicon::Tag;
use crate::token::TokenKind;

/// Gives each token its tag.
pub(super) fn tag(reading: &Reading<'_>, out: &mut Vec<Tag>) {
    out.clear();
    for (token, id) in reading.tokens.iter().zip(&reading.ids) {
        out.push(match token.kind {
            TokenKind::Number => Tag::Number,
            TokenKind::Possessive => Tag::Genitive,
            TokenKind::Word => {
                let tags = reading.lexicon.word(*id).tags;
                match tags.first() {
                    Tag::Unknown if token.is_capitalised() => Tag::Proper,
                    Tag::Unknown => Tag::Noun,
                    first => first,
                }
            }
            TokenKind::Address => Tag::Proper,
            TokenKind::Quote | TokenKind::Punctuation | TokenKind::Symbol => Tag::Mark,
        });
    }
}
