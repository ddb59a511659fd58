use std::num::NonZeroU32;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{EntryId, WordId};

/// A place in the tree of names: the words read so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State(NonZeroU32);

/// Names as sequences of words. The first step is kept with the word itself.
#[derive(Debug, Default)]
pub(super) struct Trie {
    edges: FxHashMap<u64, State>,
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// The first entry that ends here.
    entry: Option<EntryId>,
    /// Of the words that go on from here, a bit each (several words share one): most of what follows in a text does
    /// not, and need not be looked up.
    onward: u64,
}

impl Trie {
    /// With room for so many states.
    pub(super) fn with_room(states: usize) -> Self {
        Self {
            edges: FxHashMap::with_capacity_and_hasher(states, FxBuildHasher),
            nodes: Vec::with_capacity(states),
        }
    }

    pub(super) fn new_state(&mut self) -> State {
        self.nodes.push(Node::default());
        let number = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        State(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN))
    }

    pub(super) fn next(&self, state: State, word: WordId) -> Option<State> {
        if self.nodes[state.index()].onward & bit(word) == 0 {
            return None;
        }
        self.edges.get(&key(state, word)).copied()
    }

    pub(super) fn step(&mut self, state: State, word: WordId) -> State {
        if let Some(next) = self.next(state, word) {
            return next;
        }
        let next = self.new_state();
        self.edges.insert(key(state, word), next);
        self.nodes[state.index()].onward |= bit(word);
        next
    }

    pub(super) fn entry(&self, state: State) -> Option<EntryId> {
        self.nodes[state.index()].entry
    }

    /// Makes `entry` the first of the state; what was first comes back, to stand behind it.
    pub(super) fn set_entry(&mut self, state: State, entry: EntryId) -> Option<EntryId> {
        self.nodes[state.index()].entry.replace(entry)
    }
}

impl State {
    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

fn bit(word: WordId) -> u64 {
    1 << (word.0 % u64::BITS)
}

fn key(state: State, word: WordId) -> u64 {
    u64::from(state.0.get()) << 32 | u64::from(word.0)
}
