//! The lexicon as bytes: written when the crate is compiled, so that no list is read at the start, and read where they
//! stand.

use std::borrow::Cow;
use std::num::NonZeroU32;

use super::list::List;
use super::table::{Record, Table};
use super::trie::{Node, Other, State, Trie};
use super::words::{Classes, Slot, Word, Words};
use super::{builtin, Capitals, Entry, EntryId, EntryKind, Lexicon, RowId, Run, Slice, TagSet, WordId};
use crate::token::{Key, Tokenizer};

/// A line of the cache, at which each table begins.
const LINE: usize = 64;

/// Tables, one behind the other: each begins with how many records it has.
#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    pub(super) fn number(&mut self, number: u32) {
        self.bytes.extend(number.to_le_bytes());
    }

    pub(super) fn table<const N: usize, T>(&mut self, table: &Table<T, N>) {
        self.number(table.len() as u32);
        self.bytes.resize(self.bytes.len().next_multiple_of(LINE), 0);
        self.bytes.extend(table.bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.bytes.extend(text.as_bytes());
    }
}

/// Reads what a [`Writer`] has written, in the same order. What is not there reads as nothing.
pub(crate) struct Reader {
    bytes: &'static [u8],
    at: usize,
}

impl Reader {
    fn bytes(&mut self, length: usize) -> &'static [u8] {
        let bytes = self.bytes.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        bytes
    }

    pub(super) fn number(&mut self) -> u32 {
        let bytes = self.bytes(size_of::<u32>()).first_chunk();
        bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }

    pub(super) fn table<const N: usize, T>(&mut self) -> Table<T, N> {
        let length = self.number() as usize;
        self.at = self.at.next_multiple_of(LINE);
        Table::borrowed(self.bytes(length * Table::<T, N>::SIZE))
    }

    fn text(&mut self) -> &'static str {
        let length = self.number() as usize;
        std::str::from_utf8(self.bytes(length)).unwrap_or_default()
    }
}

impl Lexicon {
    /// The tables of what has been read from the crate's lists, and the text of the words.
    #[allow(dead_code, reason = "called by the build script")]
    pub(crate) fn write(&self) -> (Vec<u8>, &str) {
        let mut out = Writer::default();
        self.words.write(&mut out);
        self.trie.write(&mut out);
        out.table(&self.runs.iter().cloned().collect());
        out.table(&self.cells);
        out.table(&self.lines);
        out.table(&self.surfaces);
        let mut abbreviations: Vec<_> = self.tokenizer.abbreviations().collect();
        abbreviations.sort_unstable();
        out.number(abbreviations.len() as u32);
        for (word, also_word) in abbreviations {
            out.number(also_word.into());
            out.text(word);
        }
        let mut prefixes: Vec<_> = self.tokenizer.currency_prefixes().collect();
        prefixes.sort_unstable();
        out.number(prefixes.len() as u32);
        for word in prefixes {
            out.text(word);
        }
        (out.bytes, self.words.all_text())
    }

    /// The lexicon of tables that were written of the crate's lists.
    pub(crate) fn of_tables(tables: &'static [u8], words: &'static str) -> Self {
        let mut tables = Reader { bytes: tables, at: 0 };
        let mut lexicon = Self {
            text: Cow::Borrowed(builtin::TEXT),
            files: builtin::FILES
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect(),
            words: Words::read(&mut tables, words),
            trie: Trie::read(&mut tables),
            runs: tables.table().iter().collect(),
            cells: tables.table(),
            lines: tables.table(),
            surfaces: tables.table(),
            classes: Vec::new(),
            makers: super::WordSet::default(),
            tokenizer: Tokenizer::default(),
        };
        for _ in 0..tables.number() {
            let also_word = tables.number() != 0;
            lexicon.tokenizer.add_abbreviation(tables.text(), also_word);
        }
        for _ in 0..tables.number() {
            lexicon.tokenizer.add_currency_prefix(tables.text());
        }
        lexicon.gather_classes();
        lexicon
    }
}

/// A state or entry that may be there, as a number that is 0 if it is not.
fn number(found: Option<NonZeroU32>) -> u32 {
    found.map_or(0, NonZeroU32::get)
}

impl Record<1> for u32 {
    fn pack(&self) -> [u32; 1] {
        [*self]
    }

    #[inline]
    fn unpack([number]: [u32; 1]) -> Self {
        number
    }
}

impl Record<2> for Slice {
    fn pack(&self) -> [u32; 2] {
        [self.start, self.end]
    }

    #[inline]
    fn unpack([start, end]: [u32; 2]) -> Self {
        Self { start, end }
    }
}

impl Record<4> for Slot {
    fn pack(&self) -> [u32; 4] {
        let Key { low, high } = self.key;
        [low as u32, (low >> 32) as u32, high, self.id.0]
    }

    #[inline]
    fn unpack([low, middle, high, id]: [u32; 4]) -> Self {
        Self {
            key: Key {
                low: u64::from(middle) << 32 | u64::from(low),
                high,
            },
            id: WordId(id),
        }
    }
}

impl Record<8> for Word {
    fn pack(&self) -> [u32; 8] {
        let [WordId(first), WordId(second), WordId(third), WordId(fourth)] = self.lemmas;
        let (ranked, mask) = self.tags.pack();
        let start = number(self.start.map(|State(number)| number));
        let classes = self.classes.bits();
        [classes, ranked, mask, first, second, third, fourth, start]
    }

    #[inline]
    fn unpack([classes, ranked, mask, first, second, third, fourth, start]: [u32; 8]) -> Self {
        Self {
            classes: Classes::from_bits_truncate(classes),
            tags: TagSet::unpack(ranked, mask),
            lemmas: [WordId(first), WordId(second), WordId(third), WordId(fourth)],
            start: NonZeroU32::new(start).map(State),
        }
    }
}

impl Record<5> for Entry {
    fn pack(&self) -> [u32; 5] {
        let other = number(self.other.map(|Other(number)| number));
        [self.id.0.get(), self.row.0, self.kind.0, self.capitals.0, other]
    }

    #[inline]
    fn unpack([id, row, kind, capitals, other]: [u32; 5]) -> Self {
        Self {
            id: EntryId(NonZeroU32::new(id).unwrap_or(NonZeroU32::MIN)),
            row: RowId(row),
            kind: EntryKind(kind),
            capitals: Capitals(capitals),
            other: NonZeroU32::new(other).map(Other),
        }
    }
}

impl Record<8> for Node {
    fn pack(&self) -> [u32; 8] {
        // No entry has the number 0.
        let [id, row, kind, capitals, other] = self.entry.map_or([0; 5], |entry| entry.pack());
        let from = number(self.from.map(|State(number)| number));
        [id, row, kind, capitals, other, self.onward, from, self.word.0]
    }

    #[inline]
    fn unpack([id, row, kind, capitals, other, onward, from, word]: [u32; 8]) -> Self {
        Self {
            entry: (id != 0).then(|| Entry::unpack([id, row, kind, capitals, other])),
            onward,
            from: NonZeroU32::new(from).map(State),
            word: WordId(word),
        }
    }
}

impl Record<5> for Run {
    fn pack(&self) -> [u32; 5] {
        let (file, lines) = (self.file as u32, self.lines as u32);
        [self.list as u32, file, self.cells.start, self.cells.end, lines]
    }

    #[inline]
    fn unpack([list, file, start, end, lines]: [u32; 5]) -> Self {
        Self {
            list: List::numbered(list),
            file: file as usize,
            cells: start..end,
            lines: lines as usize,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_those_of_the_lists() {
        let lists = Lexicon::of_lists().unwrap();
        let read = lists.write();
        let (tables, words): (_, &str) = (read.0.clone().leak(), read.1.to_owned().leak());
        assert!(Lexicon::of_tables(tables, words).write() == read);
        assert!(Lexicon::builtin().write() == read);
    }
}
