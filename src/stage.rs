//! The stages of reading an article, for those who measure them.

use std::fmt;

/// A stage of reading an article. See [`Extractor::extract_in_stages`](crate::Extractor::extract_in_stages).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// The text is cut into words.
    Tokens,
    /// Words and names are looked up.
    Lexicon,
    /// Zones, sentences and quotations are found.
    Zones,
    /// Each word has its part of speech.
    Tags,
    /// Dates, names and figures are found, and overlaps settled.
    Mentions,
    /// Names are linked to entities.
    Entities,
    /// Clauses are read and rules applied.
    Rules,
    /// What the rules found is merged into events.
    Events,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Self; 8] = [
        Self::Tokens,
        Self::Lexicon,
        Self::Zones,
        Self::Tags,
        Self::Mentions,
        Self::Entities,
        Self::Rules,
        Self::Events,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tokens => "tokens",
            Self::Lexicon => "lexicon",
            Self::Zones => "zones",
            Self::Tags => "tags",
            Self::Mentions => "mentions",
            Self::Entities => "entities",
            Self::Rules => "rules",
            Self::Events => "events",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
