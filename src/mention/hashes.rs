//! Words of an article that are asked for by their hashes.

/// A set of words, gathered first and then asked for. Few articles have many, and most are never asked for: a sorted
/// list is made sooner than a table.
#[derive(Debug, Default)]
pub(crate) struct Hashes(Vec<u32>);

impl Hashes {
    pub(crate) fn of(mut words: Vec<u32>) -> Self {
        words.sort_unstable();
        Self(words)
    }

    pub(crate) fn contains(&self, word: u32) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}
