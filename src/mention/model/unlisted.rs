//! Models whose maker no list has, by their shape alone: `the Calora 7`, `its Nova 9 Lite`, `the Booster Pro Mini`.
//!
//! Capitalised words with a short number, a code or a word for a variant behind them. Much else is written so (`Phase
//! 2`, `the Nikkei 225`, `Angra 3 nuclear plant`), so none of the words may be one that lists know otherwise, and
//! something must point at the name: an article or owner before it, a noun such as `phone` behind it, or another place
//! of the article where something does.

use rustc_hash::{FxHashMap, FxHashSet};

use super::tail::{is_letter_code, is_noun_at, is_number_of_a_name, is_variant_at, Tail};
use super::{spaced, Found, Grounds};
use crate::lexicon::{calendar, number_context, place_head, Classes, List, Tag};
use crate::mention::{here, Candidate, Kind, Text};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// How many words stand before the number at most.
const WORDS: usize = 3;

/// Adds the models that only their shape tells; `found` has the others, in the order of the text, `others` the
/// organisations of the article, which may be their makers.
pub(super) fn find<'x>(reading: &Reading<'x>, others: &[Candidate<'x>], found: &mut Vec<Found<'x>>) {
    let mut doubtful: Vec<Found<'x>> = Vec::new();
    let mut pointed: FxHashSet<String> = FxHashSet::default();
    let mut free = 0;
    let mut next_known = 0;
    let mut known: Vec<(usize, usize)> = found.iter().map(|found| (found.first, found.end)).collect();
    known.sort_unstable();
    for at in reading.capitals() {
        if at < free || !is_word(reading, at) {
            continue;
        }
        let Some((name, end)) = read(reading, at) else {
            continue;
        };
        while known.get(next_known).is_some_and(|(_, last)| *last <= at) {
            next_known += 1;
        }
        if known.get(next_known).is_some_and(|(first, _)| *first < end) {
            continue;
        }
        free = end;
        let model = spaced(reading, at, end);
        let grounds = match is_pointed_at(reading, at, end) {
            true => Grounds::Sure,
            false => Grounds::Bare,
        };
        if grounds == Grounds::Sure {
            pointed.insert(spaced(reading, at, name).into_owned());
        }
        doubtful.push(Found {
            first: at,
            end,
            make: "",
            model,
            variant: None,
            origin: here!("model.name"),
            grounds,
            row: None,
        });
    }
    own(reading, others, &mut doubtful);
    let is_pointed = |model: &str| {
        let spaces = model.match_indices(' ').map(|(at, _)| at);
        spaces
            .chain([model.len()])
            .any(|end| pointed.contains(&model[..end]))
    };
    doubtful.retain(|this| {
        let made = !this.make.is_empty() && !pointed.is_empty();
        this.grounds == Grounds::Sure || made || is_pointed(&this.model)
    });
    found.append(&mut doubtful);
}

/// Names the makers: `Pedalhaus Mule 2` begins with an organisation of the article, and so `Mule 2` is by it too.
fn own<'x>(reading: &Reading<'x>, others: &[Candidate<'x>], found: &mut [Found<'x>]) {
    let makers: FxHashSet<u32> = others
        .iter()
        .filter(|other| other.kind() == Kind::Organisation && other.end == other.first + 1)
        .map(|other| reading.tokens[other.first as usize].hash)
        .collect();
    let mut owned: FxHashMap<Text<'x>, &'x str> = FxHashMap::default();
    for this in found.iter_mut() {
        let first = this.first;
        let longer = is_word(reading, first + 1) && first + 2 < this.end;
        if longer && makers.contains(&reading.tokens[first].hash) {
            this.make = reading.word(first);
            this.model = spaced(reading, first + 1, this.end);
            owned.insert(this.model.clone(), this.make);
        }
    }
    for this in found.iter_mut().filter(|this| this.make.is_empty()) {
        if let Some(make) = owned.get(&this.model) {
            this.make = make;
        }
    }
}

/// The end of the name with its number, and of what belongs to it.
fn read(reading: &Reading<'_>, first: usize) -> Option<(usize, usize)> {
    // Not the middle of a longer run.
    let inside = first > 0
        && reading.tokens[first].gap == Gap::Space
        && reading.tokens[first - 1].is_word()
        && reading.tokens[first - 1].is_capitalised()
        && !reading.opens_sentence(first - 1);
    if inside {
        return None;
    }
    let mut at = first + 1;
    while at < first + WORDS && is_word(reading, at) && blank(reading, at) && !is_variant_at(reading, at) {
        at += 1;
    }
    let coded = blank(reading, at) && is_letter_code(reading, at, reading.word(at));
    if coded || is_number(reading, at) {
        let tail = Tail::read(reading, at + 1, false);
        return Some((at + 1, tail.end));
    }
    // `Booster Pro Mini`
    let tail = Tail::read(reading, at, false);
    (is_variant_at(reading, at) && blank(reading, at) && tail.end > at && !reading.opens_sentence(first))
        .then_some((at, tail.end))
}

fn blank(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .tokens
        .get(at)
        .is_some_and(|token| token.gap == Gap::Space)
}

/// A number that is no year, and of nothing.
fn is_number(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else {
        return false;
    };
    let year = token.end - token.start == 4;
    let scaled = reading.hits_at(at + 1).iter().any(|hit| match hit.list {
        List::NumberWords | List::Units | List::Currencies => true,
        List::Calendar => reading.lexicon.cell(hit.row, calendar::CLASS) == "month",
        _ => false,
    });
    blank(reading, at) && token.is_number() && !year && !scaled && is_number_of_a_name(reading, at)
}

/// A capitalised word of which no list knows that it is something else before a number.
fn is_word(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else {
        return false;
    };
    token.is_word()
        && matches!(token.shape, Shape::Capitalised | Shape::Mixed | Shape::Upper)
        && token.end - token.start > 1
        && !reading.word(at).bytes().any(|byte| byte.is_ascii_digit())
        && !reading
            .classes(at)
            .intersects(Classes::FUNCTION | Classes::CAPITALISED)
        && reading.hits_at(at).iter().all(|hit| match hit.list {
            List::NumberContexts => reading.lexicon.cell(hit.row, number_context::CONTEXT) != "label",
            List::VehicleModels
            | List::Products
            | List::ProductWords
            | List::NameContext
            | List::Surnames
            | List::GivenNames => true,
            _ => false,
        })
}

/// Whether something points at a name: `the`, `its`, `Lumevo's` before it, or a noun for goods behind it.
fn is_pointed_at(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    // `the Angra 3 nuclear plant`, `the Block 5 mine`
    let site = (end..end + 3)
        .take_while(|&at| {
            reading
                .tokens
                .get(at)
                .is_some_and(|token| token.gap <= Gap::Space)
        })
        .any(|at| {
            reading.hits_at(at).iter().any(|hit| {
                hit.list == List::PlaceHeads && reading.lexicon.cell(hit.row, place_head::KIND) == "noun"
            })
        });
    if site {
        return false;
    }
    let before = first
        .checked_sub(1)
        .filter(|_| blank(reading, first))
        .map(|before| reading.tag(before));
    let owned = matches!(before, Some(Tag::Determiner | Tag::Possessive | Tag::Genitive));
    owned || is_noun_at(reading, end)
}
