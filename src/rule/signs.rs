//! What a sentence holds, told by bits: kinds of mentions and sets of words.

use super::Accept;
use crate::mention::Kind;

const _: () = assert!(Kind::ALL.len() < 16);

/// Kinds of mentions, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Kinds(u16);

impl Kinds {
    /// What every sentence holds: asked for by those that ask for nothing.
    pub(super) const EVERY: Self = Self(1 << 15);

    pub(super) fn of(kind: Kind) -> Self {
        Self(1 << kind as u32)
    }

    /// The mentions one of which must be there for one of these to take anything; nothing if words are enough.
    pub(super) fn asked(accept: &[Accept]) -> Option<Self> {
        let mut any = Self::default();
        for accept in accept {
            any.0 |= match accept {
                Accept::Kind(kind) => Self::of(*kind).0,
                Accept::Sort(_) => Self::of(Kind::Organisation).0,
                Accept::Official => Self::of(Kind::Person).0,
                Accept::Counted(_) | Accept::Number => Self::of(Kind::Count).0,
                Accept::In(_) => Self::of(Kind::Country).0 | Self::of(Kind::Place).0,
                Accept::Measured(_) => Self::of(Kind::Measure).0,
                Accept::Not(_) | Accept::NoSort(_) | Accept::Word(_) => continue,
                Accept::Words(_)
                | Accept::Owner(_)
                | Accept::By(_)
                | Accept::Title(_)
                | Accept::With(_)
                | Accept::Phrase
                | Accept::Name
                | Accept::Pronoun => return None,
            };
        }
        Some(any)
    }

    pub(super) fn add(&mut self, others: Self) {
        self.0 |= others.0;
    }

    /// Whether all of these are among others.
    pub(super) fn is_within(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    /// How many there are.
    pub(super) fn count(self) -> u32 {
        self.0.count_ones()
    }

    #[inline]
    pub(super) fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

/// The kinds of mentions and sets of words that a sentence holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    pub(super) kinds: Kinds,
    /// Sets of words that rules ask for, a bit each; beyond as many as there are bits, several share one.
    words: [u64; WORDS],
}

const WORDS: usize = 32;

impl Signs {
    /// How many sets of words have a bit of their own.
    const SETS: usize = WORDS * u64::BITS as usize;

    pub(super) fn of_kinds(kinds: Kinds) -> Self {
        Self {
            kinds,
            ..Self::default()
        }
    }

    /// The bit of a set: its place of words, and the bit there.
    pub(super) fn bit(number: usize) -> (u8, u64) {
        let bit = number % Self::SETS;
        ((bit / 64) as u8, 1 << (bit % 64))
    }

    /// Adds those of these bits at a place of words.
    #[inline]
    pub(super) fn hold(&mut self, at: u8, bits: u64) {
        self.words[usize::from(at) % WORDS] |= bits;
    }

    /// Whether any of these bits at a place of words is among them.
    #[inline]
    pub(super) fn holds(&self, at: u8, bits: u64) -> bool {
        self.words[usize::from(at) % WORDS] & bits != 0
    }
}
