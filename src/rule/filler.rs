//! Who or what fills a role.

use super::Multiple;
use crate::mention::MentionId;
use crate::text::Span;

/// Who or what fills a role of an event, and where the article says so. [`Facts::value`](crate::Facts::value) gives what
/// it says, typed.
///
/// ```
/// use dateline::{Article, Extractor, Fact, Value};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Honda exported 38 cars to Kenya."));
/// let Fact::Export(export) = facts.events()[0].fact() else { unreachable!() };
/// let destination = export.destination[0];
/// assert_eq!((facts.text(destination.span()), destination.slot()), ("Kenya", "to"));
/// assert!(matches!(facts.value(&destination), Some(Value::Country { code: "KE", .. })));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Filler<'x> {
    pub(crate) mention: Option<MentionId>,
    pub(crate) span: Span,
    pub(crate) slot: &'x str,
    pub(crate) inherited: bool,
    pub(crate) falling: bool,
    pub(crate) word: Option<&'x str>,
    /// The change that a verb tells without a figure: `doubled`.
    pub(crate) multiple: Option<Multiple>,
}

impl<'x> Filler<'x> {
    /// Words that are no mention.
    pub(crate) fn of_words(span: Span, slot: &'x str) -> Self {
        Self {
            mention: None,
            span,
            slot,
            inherited: false,
            falling: false,
            word: None,
            multiple: None,
        }
    }

    /// The mention, unless a noun group that is none fills the role.
    #[must_use]
    pub fn mention(&self) -> Option<MentionId> {
        self.mention
    }

    /// Its bytes.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The slot it was taken from: `subject`, `to`, `possessive` …
    #[must_use]
    pub fn slot(&self) -> &'x str {
        self.slot
    }

    /// Whether it was taken from another sentence than the trigger's.
    #[must_use]
    pub fn inherited(&self) -> bool {
        self.inherited
    }

    /// Whether the figure tells a fall: `fell by 12 percent`.
    #[must_use]
    pub fn falling(&self) -> bool {
        self.falling
    }

    /// The word that the rule sets, for roles such as the change of jobs.
    #[must_use]
    pub fn word(&self) -> Option<&'x str> {
        self.word
    }
}
