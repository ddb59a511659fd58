//! A list's text to rows, entries and word classes.

use super::check::{columns_of, schema_of};
use super::class;
use super::closed::check_cells;
use super::list::{
    abbreviation, clause_word, common_word, english, function_word, given_name, movement, surname, Column,
    List, Schema,
};
use super::{
    parts, Capitals, Classes, Entry, EntryId, EntryKind, Form, Label, Lexicon, RowId, Run, Slice, Tag, WordId,
};
use crate::error::BuildError;
use crate::token::{below, eight, Tokenized};

/// How many columns the widest list has.
const WIDEST: usize = 16;

/// The list that is being read, and where it begins in the lexicon's text.
#[derive(Clone, Copy)]
struct Source<'t> {
    text: &'t str,
    base: usize,
    /// Whether it is a user's, whose names go before those of the same words that come with the crate.
    own: bool,
}

impl<'t> Source<'t> {
    /// What stands at a place of the list.
    fn of(self, slice: Slice) -> &'t str {
        &self.text[slice.start as usize..slice.end as usize]
    }

    /// The same place in the lexicon's text.
    fn filed(self, slice: Slice) -> Slice {
        Slice {
            start: slice.start + self.base as u32,
            end: slice.end + self.base as u32,
        }
    }
}

impl Lexicon {
    /// Adds a list: a comment line that names its kind, a line of column names, then rows.
    pub(crate) fn add(&mut self, file: &str, text: &str) -> Result<(), BuildError> {
        let base = self.text.len();
        if base + text.len() > u32::MAX as usize {
            return Err(BuildError::new(
                file,
                1,
                "the lists together are larger than 4 GiB",
            ));
        }
        self.text.to_mut().push_str(text);
        self.read_list(file, text, base, true)?;
        self.gather_classes();
        Ok(())
    }

    /// Reads a list that stands at `base` in the lexicon's text; whether it is a user's.
    pub(super) fn read_list(
        &mut self,
        file: &str,
        text: &str,
        base: usize,
        own: bool,
    ) -> Result<(), BuildError> {
        let schema = schema_of(file, text)?;
        let mut lines = text.lines().enumerate().skip(1);
        let Some((_, header)) = lines.next() else {
            return Err(BuildError::new(
                file,
                2,
                "found the end of the file, expected a line of column names",
            ));
        };
        let columns = columns_of(file, header, schema)?;
        self.files.push(file.to_owned());
        let from = self.cells.len() as u32;
        let lines_from = self.lines.len();
        let source = Source { text, base, own };
        let mut tokens = Tokenized::default();
        let mut cells = [Slice::default(); WIDEST];
        let mut lines = Lines { text, at: 0 };
        let mut number = 0;
        while !lines.is_done() {
            number += 1;
            if number <= 2 || lines.says_nothing() {
                lines.skip();
                continue;
            }
            let found = lines.cells(|cell, slice| {
                if let Some(Some(column)) = columns.get(cell) {
                    cells[column.0] = slice;
                }
            });
            if found != columns.len() {
                return Err(BuildError::new(
                    file,
                    number,
                    format!(
                        "found {found} cell{}, expected {}, parted by tabs",
                        if found == 1 { "" } else { "s" },
                        columns.len()
                    ),
                ));
            }
            self.add_row(source, schema, number, &cells, &mut tokens)
                .map_err(|message| BuildError::new(file, number, message))?;
        }
        self.runs.push(Run {
            list: schema.list,
            file: self.files.len() - 1,
            cells: from..self.cells.len() as u32,
            lines: lines_from,
        });
        Ok(())
    }

    fn add_row(
        &mut self,
        source: Source<'_>,
        schema: &Schema,
        line: usize,
        cells: &[Slice; WIDEST],
        tokens: &mut Tokenized,
    ) -> Result<(), String> {
        check_cells(schema, |column| source.of(cells[column.0]))?;
        let word_only = schema.forms.is_empty();
        if word_only {
            self.add_word(source, schema.list, cells)?;
        }
        if word_only
            && !matches!(
                schema.list,
                List::Anaphors | List::ClauseWords | List::Movements | List::StatusWords
            )
        {
            return Ok(());
        }
        let row = RowId(self.cells.len() as u32);
        self.lines.push(&(line as u32));
        let label = Label::of(schema.list, |column| source.of(cells[column.0]));
        let filed = cells[..schema.columns.len()].iter();
        filed.for_each(|cell| self.cells.push(&source.filed(*cell)));
        for &(column, form) in schema.forms {
            let mut start = cells[column.0].start;
            for surface in parts(source.of(cells[column.0]), b'|') {
                let end = start + surface.len() as u32;
                self.add_entry(
                    source,
                    Slice { start, end },
                    (schema.list, row, form, label),
                    tokens,
                );
                start = end + 1;
            }
        }
        if schema.list == List::Currencies {
            self.add_currency_prefixes(row);
        }
        Ok(())
    }

    /// Adds a name that stands at a place of its list.
    fn add_entry(
        &mut self,
        source: Source<'_>,
        place: Slice,
        (list, row, form, label): (List, RowId, Form, Label),
        tokens: &mut Tokenized,
    ) {
        let surface = source.of(place);
        self.tokenizer.tokenize(surface, tokens);
        let tokens = &tokens.tokens;
        let mut state = None;
        for token in tokens.iter() {
            let word = Slice {
                start: place.start + token.start,
                end: place.start + token.end,
            };
            let id = self.words.intern_in(source.text, word.range());
            state = Some(match state {
                None => match self.words.get(id).start {
                    Some(state) => state,
                    None => {
                        let state = self.trie.begin(id);
                        self.words.change(id, |word| word.start = Some(state));
                        state
                    }
                },
                Some(state) => self.trie.step(state, id),
            });
        }
        let Some(state) = state else { return };
        let entry = Entry {
            id: EntryId::new(self.surfaces.len()),
            row,
            kind: EntryKind::new(list, label, form),
            capitals: Capitals::of(surface, tokens),
            other: None,
        };
        match source.own {
            true => self.trie.file_under(state, entry),
            false => self.trie.file(state, entry),
        }
        self.surfaces.push(&source.filed(place));
    }

    /// Letters that stand for a currency right before a number: `Rs94`, `US$`, `PKR5`.
    fn add_currency_prefixes(&mut self, row: RowId) {
        use super::currency::{CODE, SYMBOLS};
        let symbols: Vec<String> = self
            .values(row, SYMBOLS)
            .chain([self.cell(row, CODE)])
            .filter(|symbol| symbol.chars().all(|c| c.is_alphabetic() || c == '.'))
            .map(|symbol| symbol.trim_end_matches('.').to_owned())
            .collect();
        for symbol in symbols {
            self.tokenizer.add_currency_prefix(&symbol);
        }
    }

    fn add_word(&mut self, source: Source<'_>, list: List, cells: &[Slice; WIDEST]) -> Result<(), String> {
        let cell = |column: Column| source.of(cells[column.0]);
        // The word stands in the first column of each of these lists.
        let form = cell(Column(0));
        if list == List::Abbreviations {
            let class = cell(abbreviation::CLASS);
            let also_word = cell(abbreviation::ALSO_WORD) == "yes" && !class.contains("title");
            self.tokenizer.add_abbreviation(form, also_word);
            return Ok(());
        }
        let id = self.words.intern_in(source.text, cells[0].range());
        match list {
            List::English => self.add_tags(id, form, cell(english::LEMMA), cell(english::TAGS))?,
            List::FunctionWords => {
                self.add_tags(id, form, cell(function_word::LEMMA), cell(function_word::TAGS))?;
                self.words.mark(id, Classes::FUNCTION);
            }
            List::CommonWords => {
                let classes = match cell(common_word::FLAG).contains("capitalised") {
                    true => Classes::CAPITALISED,
                    false => Classes::COMMON,
                };
                self.words.mark(id, classes);
            }
            List::ClauseWords => self.words.mark(id, class::mark(cell(clause_word::CLASS))),
            List::Movements if matches!(cell(movement::DIRECTION), "up" | "down") => {
                self.words.mark(id, Classes::MOVES);
            }
            List::ControlVerbs => self.words.mark(id, Classes::CONTROL),
            List::GivenNames | List::Surnames => {
                let flags = cell(match list {
                    List::Surnames => surname::FLAGS,
                    _ => given_name::FLAGS,
                });
                let flagged = |wanted: &[&str]| parts(flags, b'|').any(|flag| wanted.contains(&flag));
                let mut classes = match list {
                    List::Surnames => Classes::SURNAME,
                    _ => Classes::GIVEN_NAME,
                };
                classes.set(Classes::FAMILY_FIRST, flagged(&["first"]));
                let risky = flagged(&["word", "country", "brand", "place"]);
                classes.set(Classes::RISKY_NAME, risky);
                self.words.mark(id, classes);
            }
            _ => {}
        }
        Ok(())
    }

    fn add_tags(&mut self, id: WordId, form: &str, lemma: &str, tags: &str) -> Result<(), String> {
        // Either a lemma for each tag, or one for all; often it is the form itself.
        let mut lemmas = parts(lemma, b'|');
        let first = lemmas.next().unwrap_or_default();
        let mut lemmas = std::iter::once(first).chain(lemmas);
        let mut known = (form, id);
        for name in parts(tags, b'|') {
            let tag = Tag::parse(name).ok_or_else(|| {
                let known = Tag::NAMES.map(|(known, _)| known);
                format!(
                    "found the word class {name:?}, expected one of {}",
                    known.join(", ")
                )
            })?;
            let lemma = lemmas.next().unwrap_or(first);
            if lemma != known.0 {
                known = (lemma, self.words.intern(lemma));
            }
            self.words.change(id, |word| {
                if let Some(slot) = word.tags.push(tag).and_then(|rank| word.lemmas.get_mut(rank)) {
                    *slot = known.1;
                }
            });
        }
        Ok(())
    }
}

/// The lines of a list.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Lines<'_> {
    fn is_done(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Whether the line is empty or a comment.
    fn says_nothing(&self) -> bool {
        matches!(self.text.as_bytes()[self.at], b'#' | b'\n' | b'\r')
    }

    /// Goes to the next line.
    fn skip(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
    }

    /// Tells the number and place of each cell of the line, goes to the next line, and gives the number of cells.
    fn cells(&mut self, mut tell: impl FnMut(usize, Slice)) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut start = at;
        let mut found = 0;
        loop {
            // The marks that part cells and lines lie below the blank, as nothing else in a cell does.
            loop {
                let length = below(eight(bytes, at), b' ');
                at += length;
                if length < 8 {
                    break;
                }
            }
            let mark = bytes.get(at);
            if !matches!(mark, None | Some(b'\t' | b'\n')) {
                at += 1;
                continue;
            }
            let mut end = at;
            if mark != Some(&b'\t') {
                while end > start && bytes[end - 1] == b'\r' {
                    end -= 1;
                }
            }
            let slice = Slice {
                start: start as u32,
                end: end as u32,
            };
            tell(found, slice);
            found += 1;
            at += 1;
            start = at;
            if mark != Some(&b'\t') {
                self.at = at;
                return found;
            }
        }
    }
}
