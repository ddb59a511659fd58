//! The lexicon as bytes: written when the crate is compiled, so that no list is read at the start.

use std::borrow::Cow;
use std::num::NonZeroU32;

use super::list::SCHEMAS;
use super::trie::{Node, Other, State, Trie};
use super::words::{Classes, Word, Words};
use super::{builtin, Capitals, Entry, EntryId, Form, Label, Lexicon, RowId, Run, Slice, TagSet, WordId};
use crate::token::Tokenizer;

/// What a table has many of: a few numbers.
pub(super) trait Record<const N: usize>: Sized {
    fn pack(&self) -> [u32; N];
    fn unpack(numbers: [u32; N]) -> Self;
}

/// Tables, one behind the other: each begins with how many records it has.
#[derive(Default)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn number(&mut self, number: u32) {
        self.bytes.extend(number.to_le_bytes());
    }

    pub(super) fn table<const N: usize, T: Record<N>>(&mut self, records: &[T]) {
        self.number(records.len() as u32);
        for number in records.iter().flat_map(T::pack) {
            self.number(number);
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.bytes.extend(text.as_bytes());
    }
}

/// Reads what a [`Writer`] has written, in the same order. What is not there reads as nothing.
pub(crate) struct Reader<'t> {
    rest: &'t [u8],
}

impl<'t> Reader<'t> {
    fn bytes(&mut self, length: usize) -> &'t [u8] {
        let (bytes, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        bytes
    }

    fn number(&mut self) -> u32 {
        self.bytes(4)
            .first_chunk()
            .map_or(0, |bytes| u32::from_le_bytes(*bytes))
    }

    pub(super) fn table<const N: usize, T: Record<N>>(&mut self) -> Vec<T> {
        let length = self.number() as usize;
        let records = self.bytes(4 * N * length).chunks_exact(4 * N);
        let unpacked = records.map(|record| {
            let mut numbers = [0; N];
            for (number, bytes) in numbers.iter_mut().zip(record.chunks_exact(4)) {
                *number = bytes.first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes));
            }
            T::unpack(numbers)
        });
        unpacked.collect()
    }

    pub(crate) fn text(&mut self) -> &'t str {
        let length = self.number() as usize;
        std::str::from_utf8(self.bytes(length)).unwrap_or_default()
    }
}

impl Lexicon {
    /// The tables of what has been read from the crate's lists.
    #[allow(dead_code, reason = "called by the build script")]
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = Writer::default();
        self.words.write(&mut out);
        self.trie.write(&mut out);
        out.table(&self.runs);
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
        out.bytes
    }

    /// The lexicon of tables that were written of the crate's lists.
    pub(crate) fn of_tables(tables: &[u8]) -> Self {
        let mut tables = Reader { rest: tables };
        let mut lexicon = Self {
            text: Cow::Borrowed(builtin::TEXT),
            files: builtin::FILES
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect(),
            words: Words::read(&mut tables),
            trie: Trie::read(&mut tables),
            runs: tables.table(),
            cells: tables.table(),
            lines: tables.table(),
            surfaces: tables.table(),
            classes: Vec::new(),
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

    fn unpack([number]: [u32; 1]) -> Self {
        number
    }
}

impl Record<2> for Slice {
    fn pack(&self) -> [u32; 2] {
        [self.start, self.end]
    }

    fn unpack([start, end]: [u32; 2]) -> Self {
        Self { start, end }
    }
}

/// A place of the table of words.
impl Record<4> for [u64; 2] {
    fn pack(&self) -> [u32; 4] {
        let [low, high] = *self;
        [low as u32, (low >> 32) as u32, high as u32, (high >> 32) as u32]
    }

    fn unpack([a, b, c, d]: [u32; 4]) -> Self {
        let both = |low: u32, high: u32| u64::from(high) << 32 | u64::from(low);
        [both(a, b), both(c, d)]
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
        let kind = (self.list as u32) << 16 | (self.label as u32) << 8 | self.form as u32;
        let other = number(self.other.map(|Other(number)| number));
        [self.id.0.get(), self.row.0, kind, self.capitals.0, other]
    }

    fn unpack([id, row, kind, capitals, other]: [u32; 5]) -> Self {
        Self {
            id: EntryId(NonZeroU32::new(id).unwrap_or(NonZeroU32::MIN)),
            row: RowId(row),
            list: SCHEMAS[kind as usize >> 16].list,
            label: Label::ALL[kind as usize >> 8 & 0xff],
            form: Form::ALL[kind as usize & 0xff],
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

    fn unpack([list, file, start, end, lines]: [u32; 5]) -> Self {
        Self {
            list: SCHEMAS[list as usize].list,
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
        let read = Lexicon::of_lists().unwrap().write();
        assert!(Lexicon::of_tables(&read).write() == read);
        assert!(Lexicon::builtin().write() == read);
    }
}
