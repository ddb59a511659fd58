use std::num::NonZeroU32;

use rustc_hash::FxHashMap;

use super::{EntryId, WordId};

/// A place in the tree of names: the words read so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State(NonZeroU32);

/// Names as sequences of words. The first step is kept with the word itself.
#[derive(Debug, Default)]
pub(super) struct Trie {
    edges: FxHashMap<u64, State>,
    /// The first entry that ends at each state.
    entries: Vec<Option<EntryId>>,
}

impl Trie {
    pub(super) fn new_state(&mut self) -> State {
        self.entries.push(None);
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        State(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN))
    }

    pub(super) fn next(&self, state: State, word: WordId) -> Option<State> {
        self.edges.get(&key(state, word)).copied()
    }

    pub(super) fn step(&mut self, state: State, word: WordId) -> State {
        if let Some(next) = self.next(state, word) {
            return next;
        }
        let next = self.new_state();
        self.edges.insert(key(state, word), next);
        next
    }

    pub(super) fn entry(&self, state: State) -> Option<EntryId> {
        self.entries[state.0.get() as usize - 1]
    }

    /// Makes `entry` the first of the state; what was first comes back, to stand behind it.
    pub(super) fn set_entry(&mut self, state: State, entry: EntryId) -> Option<EntryId> {
        self.entries[state.0.get() as usize - 1].replace(entry)
    }
}

fn key(state: State, word: WordId) -> u64 {
    u64::from(state.0.get()) << 32 | u64::from(word.0)
}
