//! Why an extractor said what it said, and why it said nothing.

use crate::event::Facts;
use crate::mention::Origin;
use crate::text::Span;

/// The facts of an article, and what stands behind them.
///
/// ```
/// use dateline::{Article, Extractor};
///
/// let extractor = Extractor::new();
/// let explained = extractor.explain(&Article::new("Honda exported hope."));
/// let sentence = &explained.sentences()[0];
/// println!("{}", sentence.clauses());
/// for miss in sentence.misses() {
///     println!("{}:{}: {}", miss.rule().file(), miss.rule().line(), miss.why());
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained<'x> {
    pub(crate) facts: Facts<'x>,
    pub(crate) sentences: Vec<ExplainedSentence<'x>>,
}

impl<'x> Explained<'x> {
    /// The facts, the same as [`Extractor::extract`](crate::Extractor::extract) gives.
    #[must_use]
    pub fn facts(&self) -> &Facts<'x> {
        &self.facts
    }

    /// The facts, without what stands behind them.
    #[must_use]
    pub fn into_facts(self) -> Facts<'x> {
        self.facts
    }

    /// Keeps only those missed rules for which `keep` gives true: those of one's own files, say.
    ///
    /// ```
    /// use dateline::{Article, Extractor};
    ///
    /// let rules = "event hope\nrole what phrase\nrule hope\nnouns hope\nwhat of\nneeds what\n";
    /// let extractor = Extractor::builder().rules("hope.rules", rules).build()?;
    /// let mut explained = extractor.explain(&Article::new("Honda exported hope."));
    /// explained.retain_misses(|miss| miss.rule().file() == "hope.rules");
    /// let misses = explained.sentences()[0].misses();
    /// assert_eq!((misses.len(), misses[0].rule().name()), (1, "hope.hope"));
    /// # Ok::<(), dateline::BuildError>(())
    /// ```
    pub fn retain_misses(&mut self, mut keep: impl FnMut(&MissedRule<'x>) -> bool) {
        for sentence in &mut self.sentences {
            sentence.misses.retain(&mut keep);
        }
    }

    /// The sentences that hold a trigger of some rule.
    #[must_use]
    pub fn sentences(&self) -> &[ExplainedSentence<'x>] {
        &self.sentences
    }
}

/// A sentence that holds a trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplainedSentence<'x> {
    pub(crate) span: Span,
    pub(crate) clauses: String,
    pub(crate) misses: Vec<MissedRule<'x>>,
}

impl<'x> ExplainedSentence<'x> {
    /// Its bytes.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// How it was read: its noun groups and verb groups, and which is subject and object of which.
    #[must_use]
    pub fn clauses(&self) -> &str {
        &self.clauses
    }

    /// The rules whose trigger stands in it but that gave no event.
    #[must_use]
    pub fn misses(&self) -> &[MissedRule<'x>] {
        &self.misses
    }
}

/// A rule that a trigger called on and that gave no event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedRule<'x> {
    pub(crate) rule: Origin<'x>,
    pub(crate) trigger: Span,
    pub(crate) why: String,
}

impl<'x> MissedRule<'x> {
    /// The rule's file, line and name.
    #[must_use]
    pub fn rule(&self) -> Origin<'x> {
        self.rule
    }

    /// The bytes of the trigger.
    #[must_use]
    pub fn trigger(&self) -> Span {
        self.trigger
    }

    /// The first condition that failed.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}
