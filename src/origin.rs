//! Where a fact comes from.

use std::fmt;

/// The line of a list, rule file or grammar that found a fact.
///
/// ```
/// use dateline::{Article, Extractor};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Kenya banned exports."));
/// let origin = facts.mentions()[0].origin();
/// assert_eq!((origin.file(), origin.name()), ("lexicon/countries.tsv", "countries"));
/// assert!(origin.to_string().starts_with("lexicon/countries.tsv:"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Origin<'x> {
    file: &'x str,
    line: u32,
    name: &'x str,
}

impl<'x> Origin<'x> {
    pub(crate) const fn new(file: &'x str, line: u32, name: &'x str) -> Self {
        Self { file, line, name }
    }

    /// The file: of a list, a rule file, or a source file of the grammar.
    #[must_use]
    pub fn file(&self) -> &'x str {
        // The compiler is told a source file by where the crate lies on the machine at hand.
        match self.file.rfind("/src/") {
            Some(at) if self.file.ends_with(".rs") => &self.file[at + 1..],
            _ => self.file,
        }
    }

    /// The line, counted from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// The rule's or the list's name.
    #[must_use]
    pub const fn name(&self) -> &'x str {
        self.name
    }
}

impl fmt::Display for Origin<'_> {
    /// `rules/export.rules:27`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file(), self.line)
    }
}

/// The origin of what this line of the grammar finds.
macro_rules! here {
    ($name:literal) => {
        $crate::origin::Origin::new(file!(), line!(), $name)
    };
}
pub(crate) use here;
