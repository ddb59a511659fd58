//! The hits and misses of rule files.

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

/// An example that did not hold.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) file: u16,
    pub(crate) line: u32,
    pub(crate) text: String,
    pub(crate) expected: String,
    pub(crate) found: Vec<String>,
}

/// Compares what was found for an example's text with what it expects. `found` are the facts of the events of
/// the example's type, written as in the rule file: `exporter=Honda; count=38 unit`.
pub(crate) fn check(example: &Example, found: Vec<String>) -> Option<Failure> {
    let fail = |expected: &str, found: Vec<String>| {
        Some(Failure {
            file: example.file,
            line: example.line,
            text: example.text.clone(),
            expected: expected.to_owned(),
            found,
        })
    };
    match &example.expected {
        None if found.is_empty() => None,
        None => fail("no event", found),
        Some(expected) => {
            let wanted: Vec<&str> = expected.split(';').map(str::trim).collect();
            let holds = found.iter().any(|facts| {
                let facts: Vec<&str> = facts.split(';').map(str::trim).collect();
                wanted.iter().all(|part| facts.contains(part))
            });
            if holds {
                None
            } else {
                fail(expected, found)
            }
        }
    }
}
