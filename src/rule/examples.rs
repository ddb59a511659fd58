//! The hits and misses of rule files.

use std::fmt;

use crate::lexicon;

/// A hit or a miss in a rule file.
#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) file: u16,
    pub(crate) line: u32,
    pub(crate) event: usize,
    pub(crate) text: String,
    /// What must come out; `None`: no event of the type.
    pub(crate) expected: Option<String>,
}

/// A hit or a miss of a rule file that does not hold. See [`Extractor::check_rules`](crate::Extractor::check_rules).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedExample {
    file: String,
    line: u32,
    text: String,
    expected: String,
    found: Vec<String>,
}

impl FailedExample {
    /// The rule file, by the name it was handed over with.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line as usize
    }

    /// The sentence.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the file says must be found in it: `exporter=Honda; count=38 unit`, or `no event`.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The events of the type that were found in it, each as [`Facts::line`](crate::Facts::line) writes it.
    #[must_use]
    pub fn found(&self) -> &[String] {
        &self.found
    }
}

impl fmt::Display for FailedExample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, line, text, found) = (&self.file, self.line, &self.text, self.found.join(" | "));
        write!(
            f,
            "{file}:{line}: {text:?}: found [{found}], expected {}",
            self.expected
        )
    }
}

/// Compares what was found for an example's text with what it expects. `found` are the facts of the events of
/// the example's type, written as in the rule file: `exporter=Honda; count=38 unit`.
pub(crate) fn check(file: &str, example: &Example, found: Vec<String>) -> Option<FailedExample> {
    let holds = match &example.expected {
        None => found.is_empty(),
        Some(expected) => {
            let wanted: Vec<_> = parts(expected).collect();
            found.iter().any(|facts| {
                let facts: Vec<_> = parts(facts).collect();
                // What has happened is not said to have.
                let actual = facts.iter().all(|(role, _)| *role != "status");
                let holds = |part| facts.contains(part) || actual && *part == ("status", "actual");
                wanted.iter().all(holds)
            })
        }
    };
    (!holds).then(|| FailedExample {
        file: file.to_owned(),
        line: example.line,
        text: example.text.clone(),
        expected: example.expected.clone().unwrap_or_else(|| "no event".to_owned()),
        found,
    })
}

/// The roles of `exporter=Honda; count = 38 unit`, each with its filler.
pub(super) fn parts(facts: &str) -> impl Iterator<Item = (&str, &str)> {
    lexicon::parts(facts, b';').map(|part| {
        let (role, filler) = lexicon::halves(part, b'=').unwrap_or((part, ""));
        (role.trim(), filler.trim())
    })
}
