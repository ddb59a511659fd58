//! Models that no list has, by their shape behind a make: `Chery X7`, `BYD Shark 6 pickup`, `MG S9 PHEV`.

use super::tail::{is_hyphened_code, is_letter_code, is_noun_at, is_number_of_a_name, Tail};
use super::{spaced, Found, Grounds, Make};
use crate::lexicon::{Classes, List, Tag};
use crate::mention::here;
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// Adds what stands behind a make and looks like a model.
pub(super) fn find<'x>(reading: &Reading<'x>, makes: &[Make<'x>], found: &mut Vec<Found<'x>>) {
    let listed = found.len();
    for make in makes {
        if make.word {
            continue;
        }
        let possessive = usize::from(reading.tag(make.end) == Tag::Genitive);
        let from = make.end + possessive;
        let at = found[..listed].partition_point(|found| found.end <= from);
        if found[..listed].get(at).is_some_and(|found| found.first <= from) {
            continue;
        }
        let next = |at: usize| {
            let listed = &found[..listed];
            let here = listed.partition_point(|found| found.first < at);
            listed
                .get(here)
                .is_some_and(|found| found.first == at && found.make == make.name)
        };
        if let Some((name, tail)) = read(reading, from).or_else(|| joined(reading, from, next)) {
            let mut model = spaced(reading, from, name);
            if let Some(part) = tail.name(reading, name) {
                model = format!("{model}{part}").into();
            }
            found.push(Found {
                first: if possessive == 1 { from } else { make.first },
                end: tail.end,
                make: make.name,
                model,
                variant: tail.variant(reading),
                origin: here!("model.shape"),
                grounds: Grounds::Sure,
                row: None,
            });
        }
    }
}

/// The end of the name proper, and its tail.
fn read(reading: &Reading<'_>, from: usize) -> Option<(usize, Tail)> {
    let blank = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.gap == Gap::Space && token.is_word())
    };
    // `Massey Ferguson | 8S`
    if let Some(end) = lettered(reading, from) {
        return Some((end, Tail::read(reading, end, false)));
    }
    if !blank(from) {
        return None;
    }
    let code = |at: usize| blank(at) && is_letter_code(reading, at, reading.word(at));
    if code(from) {
        let tail = Tail::read(reading, from + 1, false);
        return Some((from + 1, tail));
    }
    // `Yamaha's YZF-R3`
    if is_hyphened_code(reading, from) {
        return Some((from + 3, Tail::read(reading, from + 3, false)));
    }
    // One or two words that mean nothing else, then a number, a code or a noun.
    for words in 1..=2 {
        let at = from + words;
        if !is_fancy(reading, at - 1) {
            return None;
        }
        if code(at) || (is_short_number(reading, at) && is_number_of_a_name(reading, at)) {
            return Some((at + 1, Tail::read(reading, at + 1, false)));
        }
        let tail = Tail::read(reading, at, false);
        if is_noun_at(reading, tail.end) {
            return Some((at, tail));
        }
    }
    None
}

/// The end of a number and one capital that measures nothing.
fn lettered(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let number = reading
        .tokens
        .get(at)
        .filter(|token| token.gap == Gap::Space && token.is_number() && token.end - token.start <= 4)?;
    let letter = reading
        .tokens
        .get(at + 1)
        .filter(|next| next.glued() && next.is_word())?;
    let alone = reading
        .tokens
        .get(at + 2)
        .is_none_or(|next| next.gap != Gap::None || !next.is_word());
    let name = matches!(reading.word(at + 1), "C" | "E" | "N" | "R" | "S" | "T" | "X");
    (number.end == letter.start && alone && name).then_some(at + 2)
}

/// `Fiat Egea and Doblo`: a word that means nothing else, before a known model of the make.
fn joined(reading: &Reading<'_>, from: usize, is_model: impl Fn(usize) -> bool) -> Option<(usize, Tail)> {
    let tail = Tail::read(reading, from + 1, false);
    let joins = reading.is(tail.end, "and") || reading.tokens.get(tail.end)?.is(b',');
    (is_fancy(reading, from) && joins && is_model(tail.end + 1)).then_some((from + 1, tail))
}

fn is_short_number(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .tokens
        .get(at)
        .is_some_and(|token| token.gap == Gap::Space && token.is_number() && token.end - token.start <= 2)
}

/// A capitalised word of which no list knows anything else.
fn is_fancy(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else {
        return false;
    };
    token.gap == Gap::Space
        && token.is_word()
        && matches!(token.shape, Shape::Capitalised | Shape::Mixed)
        && !reading
            .classes(at)
            .intersects(Classes::COMMON | Classes::FUNCTION | Classes::CAPITALISED | Classes::GIVEN_NAME)
        && reading
            .hits_at(at)
            .iter()
            .all(|hit| matches!(hit.list, List::VehicleModels | List::Products | List::Surnames))
}
