use std::num::NonZeroU32;

use super::table::Table;
use super::tables::{Reader, Writer};
use super::words::Words;
use super::{Entry, WordId};
use crate::token::mix;

/// A place in the tree of names: the words read so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State(pub(super) NonZeroU32);

/// Names as sequences of words. The first step is kept with the word itself.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// Two of them fill a line of the cache.
    nodes: Table<Node, 8>,
    /// The entries that end where a later one does.
    others: Table<Entry, 5>,
    /// The steps, by hash: an open-addressed table of the states that they lead to; 0 is free. Its size is a power of
    /// two, and half of it is free at least: most words that are looked for do not go on from where they are.
    steps: Table<u32, 1>,
    taken: usize,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// The entry that ends here; the last of several.
    pub(super) entry: Option<Entry>,
    /// Of the words that go on from here, a bit each (several words share one): most of what follows in a text does
    /// not, and need not be looked up.
    pub(super) onward: u32,
    /// The state before; none where a name begins.
    pub(super) from: Option<State>,
    /// The word that led here.
    pub(super) word: WordId,
}

/// Another entry that ends in the same state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Other(pub(super) NonZeroU32);

impl Trie {
    /// A state in which a name begins.
    pub(super) fn begin(&mut self, word: WordId) -> State {
        self.add(None, word)
    }

    fn add(&mut self, from: Option<State>, word: WordId) -> State {
        self.nodes.push(&Node {
            entry: None,
            onward: 0,
            from,
            word,
        });
        let number = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        State(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN))
    }

    /// Where a word leads to.
    #[inline]
    pub(super) fn next(&self, state: State, word: WordId) -> Option<State> {
        if self.nodes.get(state.index()).onward & bit(word) == 0 {
            return None;
        }
        self.place(state, word).ok()
    }

    /// The state that a word leads to, or the free place where it would be filed.
    fn place(&self, from: State, word: WordId) -> Result<State, usize> {
        let mask = self.steps.len() - 1;
        let mut at = hash(from, word) & mask;
        loop {
            let Some(state) = NonZeroU32::new(self.steps.get(at)).map(State) else {
                return Err(at);
            };
            let node = self.nodes.get(state.index());
            if node.word == word && node.from == Some(from) {
                return Ok(state);
            }
            at = (at + 1) & mask;
        }
    }

    /// The same; makes the step if there is none.
    pub(super) fn step(&mut self, state: State, word: WordId) -> State {
        if 2 * (self.taken + 1) > self.steps.len() {
            self.grow();
        }
        match self.place(state, word) {
            Ok(next) => next,
            Err(free) => {
                let next = self.add(Some(state), word);
                self.steps.set(free, &next.0.get());
                self.taken += 1;
                self.nodes.change(state.index(), |node| node.onward |= bit(word));
                next
            }
        }
    }

    pub(super) fn write(&self, out: &mut Writer) {
        out.table(&self.nodes);
        out.table(&self.others);
        out.table(&self.steps);
        out.number(self.taken as u32);
    }

    pub(super) fn read(tables: &mut Reader) -> Self {
        Self {
            nodes: tables.table(),
            others: tables.table(),
            steps: tables.table(),
            taken: tables.number() as usize,
        }
    }

    /// Numbers the states anew: those in which names begin by their words, and what goes on from a state side by side. So
    /// what is looked at most lies close together.
    pub(super) fn sort(&mut self, words: &mut Words) {
        // The new number of each state.
        let mut places = vec![0; self.nodes.len()];
        let mut sorted = Vec::with_capacity(self.nodes.len());
        loop {
            let mut next: Vec<_> = (0..self.nodes.len())
                .filter(|old| places[*old] == 0)
                .filter_map(|old| {
                    let node = self.nodes.get(old);
                    let from = node.from.map_or(0, |from| places[from.index()]);
                    (node.from.is_none() || from > 0).then_some((from, node.word, old))
                })
                .collect();
            if next.is_empty() {
                break;
            }
            next.sort_unstable();
            for (from, _, old) in next {
                let from = NonZeroU32::new(from).map(State);
                sorted.push(Node {
                    from,
                    ..self.nodes.get(old)
                });
                places[old] = sorted.len() as u32;
            }
        }
        self.nodes = sorted.into_iter().collect();
        words.follow(|old| NonZeroU32::new(places[old.index()]).map(State));
        self.file_steps(self.steps.len());
    }

    fn grow(&mut self) {
        self.file_steps((2 * self.steps.len()).max(64));
    }

    /// Files the steps that lead to the states in a table of so many places.
    fn file_steps(&mut self, places: usize) {
        self.steps = Table::zeroed(places);
        for number in 1..=self.nodes.len() {
            let Node { from, word, .. } = self.nodes.get(number - 1);
            if let Some(Err(free)) = from.map(|from| self.place(from, word)) {
                self.steps.set(free, &(number as u32));
            }
        }
    }

    /// Whether a name ends in a state, or may go on from there with a word.
    #[inline]
    pub(super) fn leads_on(&self, state: State, word: WordId) -> bool {
        let node = self.nodes.get(state.index());
        node.entry.is_some() | (node.onward & bit(word) != 0)
    }

    /// The entries that end in a state, the last filed first.
    #[inline]
    pub(super) fn entries(&self, state: State) -> impl Iterator<Item = Entry> + '_ {
        let mut next = self.nodes.get(state.index()).entry;
        std::iter::from_fn(move || {
            let this = next?;
            next = this.other.map(|other| self.others.get(other.index()));
            Some(this)
        })
    }

    /// Files an entry that ends in a state.
    pub(super) fn file(&mut self, state: State, mut entry: Entry) {
        if let Some(before) = self.nodes.get(state.index()).entry {
            entry.other = self.keep(before);
        }
        self.nodes.change(state.index(), |node| node.entry = Some(entry));
    }

    /// Files an entry under all that end in a state, as if it had been the first.
    pub(super) fn file_under(&mut self, state: State, entry: Entry) {
        let Some(top) = self.nodes.get(state.index()).entry else {
            return self.file(state, entry);
        };
        let kept = self.keep(entry);
        let Some(mut lowest) = top.other else {
            let under = Some(Entry { other: kept, ..top });
            return self.nodes.change(state.index(), |node| node.entry = under);
        };
        while let Some(below) = self.others.get(lowest.index()).other {
            lowest = below;
        }
        self.others.change(lowest.index(), |lowest| lowest.other = kept);
    }

    fn keep(&mut self, entry: Entry) -> Option<Other> {
        self.others.push(&entry);
        u32::try_from(self.others.len())
            .ok()
            .and_then(NonZeroU32::new)
            .map(Other)
    }
}

impl Other {
    #[inline]
    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl State {
    #[inline]
    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

#[inline]
fn bit(word: WordId) -> u32 {
    1 << (word.0 % u32::BITS)
}

fn hash(from: State, word: WordId) -> usize {
    let step = u64::from(from.0.get()) << 32 | u64::from(word.0);
    mix(step) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_found_again_however_many_there_are() {
        let mut trie = Trie::default();
        let first = trie.begin(WordId(1));
        let steps: Vec<_> = (0..2000)
            .map(|word| (word, trie.step(first, WordId(word))))
            .collect();
        for (word, state) in steps {
            assert_eq!(trie.next(first, WordId(word)), Some(state));
            assert_eq!(trie.step(first, WordId(word)), state);
            assert_eq!(trie.next(state, WordId(word)), None);
        }
        assert_eq!(trie.next(first, WordId(2000)), None);
    }
}
