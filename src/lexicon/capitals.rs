//! Which capitals a name of a list asks for in an article.

use super::{EntryKind, List};
use crate::token::{Shape, Token};

/// Which capitals an entry asks for where it is found: a `Wanted` for each of its words, two bits each. Those behind
/// the sixteenth may be written as they will.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Capitals(pub(super) u32);

/// Which capitals a word of a name asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// None: it is written small.
    None,
    /// Not to be small.
    First,
    /// Nothing but capitals, four letters at most, as in the acronyms that are never written as words.
    Short,
    /// Nothing but capitals.
    All,
}

impl Capitals {
    /// How many words are kept.
    const KEPT: usize = 16;

    /// What a name asks for that has these tokens.
    pub(super) fn of(surface: &str, tokens: &[Token]) -> Self {
        let words = tokens.iter().filter(|token| token.is_word()).take(Self::KEPT);
        let each = words.map(|token| match token.shape {
            Shape::None | Shape::Lower => Wanted::None,
            Shape::Capitalised => Wanted::First,
            Shape::Upper | Shape::Mixed => Wanted::of(token.text(surface).trim_end_matches('.')),
        });
        Self(
            each.zip((0..).step_by(2))
                .fold(0, |all, (wanted, at)| all | (wanted as u32) << at),
        )
    }

    /// Whether the tokens' capitals allow the name: a capitalised word of a name may stand in capitals altogether, but
    /// not small (`Chairman` is often `chairman`, so titles may); an acronym stands as it is (organisations of five
    /// letters or more as `Cemex`, too).
    #[inline]
    pub(super) fn allow(self, found: &[Token], kind: EntryKind) -> bool {
        let mut wanted = self.0;
        for token in found {
            if wanted == 0 {
                return true;
            }
            if token.is_word() {
                if !Wanted::ALL[wanted as usize % 4].allows(token.shape, kind.list()) {
                    return false;
                }
                wanted >>= 2;
            }
        }
        true
    }
}

impl Wanted {
    /// In the order of their numbers.
    const ALL: [Self; 4] = [Self::None, Self::First, Self::Short, Self::All];

    fn of(word: &str) -> Self {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        if !letters.next().is_some_and(char::is_uppercase) {
            return Self::None;
        }
        let mut rest = letters.peekable();
        match rest.peek().is_some() && rest.all(char::is_uppercase) {
            true if word.len() < 5 => Self::Short,
            true => Self::All,
            false => Self::First,
        }
    }

    #[inline]
    fn allows(self, found: Shape, list: List) -> bool {
        match self {
            Self::None => true,
            Self::First => list == List::Titles || found != Shape::Lower,
            Self::All if list == List::Organisations && found == Shape::Capitalised => true,
            Self::Short | Self::All => matches!(found, Shape::Upper | Shape::Mixed),
        }
    }
}
