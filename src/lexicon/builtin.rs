//! The lists that come with the crate.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::keyword::KEYWORDS;
use super::list::{common_word, Column};
use super::Lexicon;
use crate::error::BuildError;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Name and length of each list.
        pub(super) const FILES: &[(&str, usize)] = &[$((
            concat!("lexicon/", $name, ".tsv"),
            include_str!(concat!("../data/lexicon/", $name, ".tsv")).len(),
        )),*];

        /// The lists, one behind the other.
        pub(super) static TEXT: &str = concat!($(include_str!(concat!("../data/lexicon/", $name, ".tsv"))),*);
    };
}

files!(
    "function_words",
    "common_words",
    "english",
    "abbreviations",
    "acronyms",
    "admin1",
    "anaphors",
    "bounds",
    "calendar",
    "cities",
    "clause_words",
    "control_verbs",
    "count_nouns",
    "countries",
    "currencies",
    "given_names",
    "movements",
    "industrial_places",
    "name_context",
    "number_contexts",
    "number_words",
    "org_heads",
    "org_suffixes",
    "organisations",
    "place_heads",
    "policies",
    "policy_heads",
    "product_words",
    "products",
    "regions",
    "status_words",
    "surnames",
    "titles",
    "towns",
    "units",
    "vehicle_makes",
    "vehicle_models",
    "zones",
);

impl Lexicon {
    /// Reads the lists that come with the crate. That is done when the crate is compiled; what came of it is
    /// [`Lexicon::builtin`].
    #[allow(dead_code, reason = "called by the build script")]
    pub(crate) fn of_lists() -> Result<Self, BuildError> {
        let mut lexicon = Self {
            text: Cow::Borrowed(TEXT),
            ..Self::default()
        };
        // First, so that their numbers are known beforehand.
        for word in KEYWORDS {
            lexicon.words.intern(word.text());
        }
        // The commoner a word, the lower its number: what is looked at most lies close together.
        for word in by_rank(include_str!("../data/lexicon/common_words.tsv")) {
            lexicon.words.intern(word);
        }
        let mut base = 0;
        for (name, length) in FILES {
            lexicon.read_list(name, &TEXT[base..base + length], base, false)?;
            base += length;
        }
        lexicon.trie.sort(&mut lexicon.words);
        lexicon.share_cells();
        Ok(lexicon)
    }

    /// Lets cells that say the same be one place of the text: the few that are asked for again and again (`company`, `US`)
    /// lie close at hand.
    fn share_cells(&mut self) {
        let Self { text, cells, .. } = self;
        let mut known = FxHashMap::default();
        for at in 0..cells.len() {
            cells.change(at, |cell| {
                *cell = *known.entry(&text[cell.range()]).or_insert(*cell)
            });
        }
    }
}

/// The words of the list of common words, the commonest first.
fn by_rank(list: &str) -> impl Iterator<Item = &str> {
    let ranked = list.lines().filter_map(|line| {
        let cell = |column: Column| line.split('\t').nth(column.0);
        Some((cell(common_word::RANK)?.parse().ok()?, cell(common_word::WORD)?))
    });
    let mut ranked: Vec<(u32, &str)> = ranked.collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_lists_load() {
        let lexicon = Lexicon::of_lists().unwrap();
        assert_eq!(lexicon.files.len(), FILES.len());
    }

    #[test]
    fn no_list_says_a_row_twice() {
        let mut base = 0;
        for (name, length) in FILES {
            let mut told = std::collections::HashSet::new();
            for row in TEXT[base..base + length].lines().filter(|row| !row.is_empty()) {
                assert!(told.insert(row), "{name}: {row:?} stands there twice");
            }
            base += length;
        }
    }

    #[test]
    fn every_list_of_the_folder_is_read() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/data/lexicon");
        let mut lists: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".tsv"))
            .map(|name| format!("lexicon/{name}"))
            .collect();
        lists.sort();
        let mut read: Vec<_> = FILES.iter().map(|(name, _)| *name).collect();
        read.sort_unstable();
        assert_eq!(lists, read);
    }

    #[test]
    fn every_list_has_its_source() {
        let sources = include_str!("../data/lexicon/SOURCES.md");
        let rows = sources.lines().filter_map(|line| line.strip_prefix("| `"));
        let names = rows.filter_map(|row| Some(row.split_once('`')?.0));
        let mut told: Vec<_> = names.map(|name| format!("lexicon/{name}")).collect();
        told.sort();
        let mut read: Vec<_> = FILES.iter().map(|(name, _)| *name).collect();
        read.sort_unstable();
        assert_eq!(told, read);
    }
}
