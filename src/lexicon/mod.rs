//! Word classes and name lists: every word is looked up once, and names of several words are matched
//! over word numbers in the same pass.

mod builtin;
mod capitals;
mod check;
mod class;
mod closed;
mod keyword;
mod label;
mod list;
mod load;
mod set;
mod table;
mod tables;
mod tag;
mod trie;
mod words;

pub(crate) use class::{Class, ClassWords};
pub(crate) use keyword::{Keyword, Keywords, INDEFINITE};
pub(crate) use label::Label;
pub(crate) use list::{
    admin1, anaphor, bound, calendar, city, clause_word, count_noun, country, currency, make, model,
    movement, name_context, number, number_context, org_head, organisation, place_head, policy, policy_head,
    product, region, status_word, title, unit, zone, Column, Form, List, Lists,
};
pub(crate) use set::{WordMap, WordSet};
pub(crate) use tag::{Tag, TagSet, Tags};
pub(crate) use words::{Classes, Word, WordId};

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::ops::Range;

use crate::origin::Origin;
use crate::token::{before, eight, Token, Tokenized, Tokenizer};
use capitals::Capitals;
use table::Table;
use trie::Trie;
use words::Words;

/// Where a string stands in the lexicon's text.
#[derive(Clone, Copy, Debug, Default)]
struct Slice {
    start: u32,
    end: u32,
}

impl Slice {
    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Everything the lists say. Built once, then only read.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// The text of all lists; names and cells are slices of it.
    text: Cow<'static, str>,
    files: Vec<String>,
    words: Words,
    trie: Trie,
    runs: Vec<Run>,
    /// The cells of all rows, one row behind the other.
    cells: Table<Slice, 2>,
    /// The line of each row.
    lines: Table<u32, 1>,
    /// How the lists write each entry.
    surfaces: Table<Slice, 2>,
    /// The words of each `Class`.
    classes: Vec<WordSet>,
    /// The makers of products whose names are one word.
    makers: WordSet,
    tokenizer: Tokenizer,
}

/// The rows of a file.
#[derive(Clone, Debug)]
struct Run {
    list: List,
    file: usize,
    cells: Range<u32>,
    /// Its first row in `lines`.
    lines: usize,
}

impl Run {
    /// How many cells a row has.
    fn width(&self) -> usize {
        self.list.schema().columns.len()
    }
}

/// One surface form of a row.
#[derive(Clone, Copy, Debug)]
struct Entry {
    id: EntryId,
    row: RowId,
    kind: EntryKind,
    capitals: Capitals,
    /// One before it with the same words.
    other: Option<trie::Other>,
}

/// The list, label and form of an entry, a byte each.
#[derive(Clone, Copy, Debug)]
struct EntryKind(u32);

impl EntryKind {
    fn new(list: List, label: Label, form: Form) -> Self {
        Self((list as u32) << 16 | (label as u32) << 8 | form as u32)
    }

    #[inline]
    fn list(self) -> List {
        List::numbered(self.0 >> 16)
    }

    #[inline]
    fn label(self) -> Label {
        Label::numbered(self.0 >> 8 & 0xff)
    }

    #[inline]
    fn form(self) -> Form {
        Form::numbered(self.0 & 0xff)
    }
}

/// A row of a list: the place of its first cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RowId(u32);

/// A surface form of a row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct EntryId(NonZeroU32);

impl EntryId {
    fn new(index: usize) -> Self {
        Self(u32::try_from(index).map_or(NonZeroU32::MAX, |index| NonZeroU32::MIN.saturating_add(index)))
    }

    #[inline]
    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A name of a list, found in an article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// The first token.
    pub(crate) first: u32,
    /// The token after the last.
    pub(crate) end: u32,
    pub(crate) list: List,
    pub(crate) form: Form,
    /// What the list says that it is.
    pub(crate) label: Label,
    pub(crate) row: RowId,
    pub(crate) entry: EntryId,
}

/// What the lists say of an article.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// The word of each token.
    pub(crate) ids: Vec<WordId>,
    /// Names of the lists, by first token, longer ones first.
    pub(crate) hits: Vec<Hit>,
    /// Which of them begin at each token.
    pub(crate) begin: Vec<Begin>,
    /// The same for those tokens alone at which one begins.
    pub(crate) named: Vec<Begin>,
    /// The tokens at which one may begin.
    starts: Vec<(u32, Option<trie::State>)>,
}

/// The names of the lists that begin at a token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Begin {
    /// The lists that have one.
    pub(crate) lists: Lists,
    /// Their places in `Found::hits`.
    first: u32,
    end: u32,
}

impl Begin {
    #[inline]
    pub(crate) fn hits(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

impl Lexicon {
    /// The tokenizer that knows the lists' abbreviations.
    pub(crate) fn tokenizer(&self) -> &Tokenizer {
        &self.tokenizer
    }

    /// The rows of a list, in the order of its files.
    pub(crate) fn rows(&self, list: List) -> impl Iterator<Item = RowId> + '_ {
        let runs = self.runs.iter().filter(move |run| run.list == list);
        runs.flat_map(|run| run.cells.clone().step_by(run.width()))
            .map(RowId)
    }

    /// The numbers of all words.
    pub(crate) fn word_ids(&self) -> impl ExactSizeIterator<Item = WordId> {
        (0..self.words.len() as u32).map(WordId)
    }

    #[inline]
    fn slice(&self, slice: Slice) -> &str {
        &self.text[slice.range()]
    }

    /// Whether a row is of a user's list.
    pub(crate) fn is_own(&self, row: RowId) -> bool {
        let own = self.runs.get(builtin::FILES.len());
        own.is_some_and(|first| row.0 >= first.cells.start)
    }

    /// The text of a cell; empty if the list does not have that column.
    #[inline]
    pub(crate) fn cell(&self, row: RowId, column: list::Column) -> &str {
        self.slice(self.cells.get(row.0 as usize + column.0))
    }

    /// The parts of a cell that holds several values.
    pub(crate) fn values(&self, row: RowId, column: list::Column) -> impl Iterator<Item = &str> {
        parts(self.cell(row, column), b'|').filter(|value| !value.is_empty())
    }

    /// Whether one of the values of a cell is `value`.
    pub(crate) fn has(&self, row: RowId, column: list::Column, value: &str) -> bool {
        // Most are empty.
        !self.cell(row, column).is_empty() && self.values(row, column).any(|found| found == value)
    }

    /// How the list writes this form.
    pub(crate) fn surface(&self, entry: EntryId) -> &str {
        self.slice(self.surfaces.get(entry.index()))
    }

    /// The file and line of a row.
    pub(crate) fn origin(&self, row: RowId) -> Origin<'_> {
        let run = &self.runs[self.runs.partition_point(|run| run.cells.end <= row.0)];
        let line = self
            .lines
            .get(run.lines + (row.0 - run.cells.start) as usize / run.width());
        Origin::new(&self.files[run.file], line, run.list.name())
    }

    /// What is known of a word.
    #[inline]
    pub(crate) fn word(&self, id: WordId) -> Word {
        self.words.get(id)
    }

    /// The number of a word written as in a text; `WordId::UNKNOWN` if no list has it.
    pub(crate) fn find(&self, word: &str) -> WordId {
        self.words.find(word)
    }

    /// A word's folded form.
    pub(crate) fn word_text(&self, id: WordId) -> &str {
        self.words.text(id)
    }

    /// The lists that have these words as a surface form, whatever their case, and what each says that they are.
    pub(crate) fn labels_of(&self, name: &str) -> impl Iterator<Item = (List, Label)> + use<'_> {
        self.entries_of(name)
            .map(|entry| (entry.kind.list(), entry.kind.label()))
    }

    /// The rows of a list that have these words as a surface form, whatever their case.
    pub(crate) fn rows_of(&self, list: List, name: &str) -> impl Iterator<Item = RowId> + use<'_> {
        let entries = self.entries_of(name);
        entries
            .filter(move |entry| entry.kind.list() == list)
            .map(|entry| entry.row)
    }

    fn entries_of(&self, name: &str) -> impl Iterator<Item = Entry> + use<'_> {
        let state = self.state_of(name).into_iter();
        state.flat_map(|state| self.trie.entries(state))
    }

    /// Where the words of a name lead.
    fn state_of(&self, name: &str) -> Option<trie::State> {
        // Letters up to a blank are one word, and most names are nothing but such words.
        let mut state = None;
        let mut rest = name.as_bytes();
        loop {
            let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let (from, behind) = (name.len() - rest.len(), &rest[letters..]);
            if letters == 0 || !matches!(behind.first(), None | Some(b' ')) {
                break;
            }
            let word = self.words.find_in(name, from..from + letters);
            let next = match state {
                None => self.words.get(word).start,
                Some(state) => self.trie.next(state, word),
            };
            state = Some(next?);
            match behind {
                [_, words @ ..] => rest = words,
                [] => return state,
            }
        }
        let mut found = Tokenized::default();
        self.tokenizer.tokenize(name, &mut found);
        let words = found.tokens.iter().zip(found.keys);
        let mut ids = words.map(|(token, key)| self.words.find_token(name, token, key));
        let first = self.words.get(ids.next()?).start?;
        ids.try_fold(first, |state, id| self.trie.next(state, id))
    }

    /// Looks up every token, and every name of a list that begins at it.
    ///
    /// Each step is taken for all tokens before the next one: the places in memory that it looks at hang on nothing
    /// that it finds, so that they are waited for together.
    pub(crate) fn read(&self, text: &str, tokenized: &Tokenized, found: &mut Found) {
        let Tokenized { tokens, keys, .. } = tokenized;
        let Found {
            ids,
            hits,
            begin,
            named,
            starts,
        } = found;
        ids.clear();
        let words = tokens.iter().zip(keys);
        ids.extend(
            words
                .clone()
                .map(|(token, key)| self.words.first_look(token, *key)),
        );
        for (id, (token, key)) in ids.iter_mut().zip(words) {
            if *id == WordId::OPEN {
                *id = self.words.find_token(text, token, *key);
            }
        }
        self.starts(ids, starts);
        hits.clear();
        begin.clear();
        begin.resize(tokens.len(), Begin::default());
        named.clear();
        for &(first, state) in starts.iter() {
            let (first, Some(mut state)) = (first as usize, state) else {
                continue;
            };
            let before = hits.len();
            let mut end = first + 1;
            loop {
                self.collect(tokens, first..end, state, hits);
                let Some(next) = ids.get(end).and_then(|id| self.trie.next(state, *id)) else {
                    break;
                };
                state = next;
                end += 1;
            }
            let found = &mut hits[before..];
            if found.is_empty() {
                continue;
            }
            found.reverse();
            let mut these = Begin {
                lists: Lists::default(),
                first: before as u32,
                end: (before + found.len()) as u32,
            };
            for hit in found {
                these.lists.add(hit.list);
            }
            begin[first] = these;
            named.push(these);
        }
    }

    /// The words at which a name may begin, and where each is matched from.
    fn starts(&self, ids: &[WordId], starts: &mut Vec<(u32, Option<trie::State>)>) {
        starts.clear();
        starts.resize(ids.len(), (0, None));
        // Each is filed and kept if it is one: whether it is need not be guessed.
        let mut count = 0;
        for (at, id) in ids.iter().enumerate() {
            let start = self.words.get(*id).start;
            starts[count] = (at as u32, start);
            count += usize::from(start.is_some());
        }
        starts.truncate(count);
        count = 0;
        for i in 0..starts.len() {
            let (at, start) = starts[i];
            let next = ids.get(at as usize + 1).copied().unwrap_or_default();
            starts[count] = (at, start);
            count += usize::from(start.is_some_and(|state| self.trie.leads_on(state, next)));
        }
        starts.truncate(count);
    }

    #[inline]
    fn collect(&self, tokens: &[Token], at: Range<usize>, state: trie::State, hits: &mut Vec<Hit>) {
        let found = &tokens[at.clone()];
        for entry in self.trie.entries(state) {
            if entry.capitals.allow(found, entry.kind) && !self.is_apart(&entry, found) {
                hits.push(Hit {
                    first: at.start as u32,
                    end: at.end as u32,
                    list: entry.kind.list(),
                    form: entry.kind.form(),
                    label: entry.kind.label(),
                    row: entry.row,
                    entry: entry.id,
                });
            }
        }
    }

    /// `A $5 fare` holds no `A$`.
    fn is_apart(&self, entry: &Entry, found: &[Token]) -> bool {
        entry.kind.form() == Form::Symbol
            && found.iter().skip(1).any(|token| !token.glued())
            && !self.surface(entry.id).contains(' ')
    }
}

/// The parts of a cell.
pub(crate) fn parts(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let this = rest?;
        let (part, behind) = match position(this.as_bytes(), mark) {
            Some(at) => (&this[..at], Some(&this[at + 1..])),
            None => (this, None),
        };
        rest = behind;
        Some(part)
    })
}

/// What stands before the first mark and behind it.
pub(crate) fn halves(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = position(text.as_bytes(), mark)?;
    Some((&text[..at], &text[at + 1..]))
}

/// Where a mark stands first. Most texts are a few bytes, for which a search by words of memory is not worth its start.
fn position(bytes: &[u8], mark: u8) -> Option<usize> {
    let mut at = 0;
    while at + 8 <= bytes.len() {
        match before(eight(bytes, at), mark) {
            8 => at += 8,
            found => return Some(at + found),
        }
    }
    let rest = bytes[at..].iter().position(|byte| *byte == mark);
    rest.map(|rest| at + rest)
}
