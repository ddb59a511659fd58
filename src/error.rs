//! What building an extractor refuses.

use std::fmt;

/// Why a rule file or a name list was refused. Extraction itself cannot fail.
///
/// ```
/// use dateline::Extractor;
///
/// let error = Extractor::builder()
///     .list("my.tsv", "# list: cites\nname\tcountry\n")
///     .build()
///     .unwrap_err();
/// assert_eq!(error.file(), "my.tsv");
/// assert_eq!(error.line(), 1);
/// assert!(error.to_string().starts_with("my.tsv:1: "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    file: String,
    line: u32,
    message: String,
}

impl BuildError {
    pub(crate) fn new(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line: line as u32,
            message: message.into(),
        }
    }

    /// The file, by the name it was handed over with.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line as usize
    }

    /// What was found and what was expected.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for BuildError {}
