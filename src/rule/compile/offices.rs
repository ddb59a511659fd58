//! The words for offices that the lists of titles have, a user's included: the list of words that all rule files know as
//! `@office`.

use rustc_hash::FxHashSet;

use super::{Named, Shared};
use crate::lexicon::{title, Lexicon, List, WordId};

/// The classes of titles that are offices somebody is put into.
const CLASSES: [&str; 4] = ["academic", "corporate", "diplomatic", "political"];

/// The list `office`.
pub(in crate::rule) fn offices(lexicon: &Lexicon) -> Shared<'_> {
    let cell = |row, column| lexicon.cell(row, column);
    let roles = || {
        let rows = lexicon.rows(List::Titles);
        rows.filter(|row| cell(*row, title::POSITION) == "role")
    };
    let single = roles().map(|row| cell(row, title::TITLE));
    let single: FxHashSet<&str> = single.filter(|title| !title.contains(' ')).collect();
    let offices = roles().filter(|row| {
        CLASSES.contains(&cell(*row, title::CLASS)) && !lexicon.has(*row, title::FLAGS, "no-office")
    });
    let mut known = FxHashSet::default();
    let mut named = Named::default();
    for head in offices.filter_map(|row| head(cell(row, title::TITLE), &single)) {
        let word = lexicon.find(head);
        if word != WordId::UNKNOWN && known.insert(word) {
            named.words.push(head);
            named.verbs.push((word, None));
            named.single.extend([word]);
        }
    }
    Shared::from_iter([("office", named)])
}

/// The noun that a title is one of, which is a title by itself: `Secretary` of `First Secretary of State`, `Chairman` of
/// `Chairman Senate`. Abbreviations (`Sen.`) only stand before names.
fn head<'t>(title: &'t str, single: &FxHashSet<&str>) -> Option<&'t str> {
    let complement = |word: &&str| word.bytes().all(|letter| letter.is_ascii_lowercase()) && word.len() <= 3;
    let name = title.split_whitespace().take_while(|word| !complement(word));
    let head = name.filter(|word| single.contains(word)).last();
    head.filter(|head| !head.ends_with('.'))
}
