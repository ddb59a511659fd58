//! Models of vehicles and other products: `Honda City 1.2L`, `the Fortuner`, `Boeing 777-9`, `Galaxy S24`.
//!
//! The lists know makes and models; [`tail`] reads what belongs to a name behind it: numbers, variants,
//! engine sizes. Many models are words, towns or bare numbers (`City`, `Tucson`, `2008`), so a name stands
//! only on [`Grounds`]: its make beside it, a noun such as `SUV` behind it, a variant, or another model of
//! its make in the sentence. A make with something behind it that looks like a model is read by its
//! shape, and what looks like one without a make ([`unlisted`]) if something points at it.

mod again;
mod branded;
mod grounds;
mod listed;
mod row;
mod shape;
mod tail;
mod told;
mod unlisted;
mod worded;

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::{Candidate, Origin, Strength, Text, Value};
use crate::lexicon::{make, List, Lists, RowId, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// Adds models to `out`.
pub(crate) fn find<'x>(reading: &Reading<'x>, out: &mut Vec<Candidate<'x>>) {
    let makes = makes(reading);
    let mut found = listed::find(reading, &makes);
    settle(reading, &makes, &mut found);
    found.retain(|found| found.grounds == Grounds::Sure);
    shape::find(reading, &makes, &mut found);
    let named = found.len();
    unlisted::find(reading, out, &mut found);
    worded::find(reading, out, &mut found);
    again::find(reading, named, &mut found);
    out.extend(found.into_iter().enumerate().map(|(number, found)| {
        // What only looks like a model gives way to longer names.
        let strength = match number < named || found.grounds == Grounds::Told {
            true => Strength::Strong,
            false => Strength::Fair,
        };
        let value = Value::Model {
            make: Some(found.make.into()).filter(|make: &Text<'_>| !make.is_empty()),
            model: found.model,
            variant: found.variant,
        };
        Candidate::new(found.first..found.end, value, found.origin, strength)
    }));
}

/// A make that the article names.
#[derive(Clone, Copy, Debug)]
struct Make<'x> {
    first: usize,
    end: usize,
    name: &'x str,
    group: &'x str,
    /// Its name is a word as well: `Force`, `Smart`, `Seat`.
    word: bool,
}

/// What a model may stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grounds {
    Sure,
    /// Its sentence says that goods are called so.
    Told,
    /// Written as a name may be; its make, or another model of it, has to stand in the sentence.
    Named,
    /// A name of which only another mention can tell that it is one.
    Bare,
}

/// A model, perhaps.
#[derive(Clone, Debug)]
struct Found<'x> {
    first: usize,
    end: usize,
    make: &'x str,
    model: Text<'x>,
    variant: Option<Text<'x>>,
    origin: Origin<'x>,
    grounds: Grounds,
    /// The row of the model without its tail.
    row: Option<RowId>,
}

/// The makes an article names, leftmost and longest.
fn makes<'x>(reading: &Reading<'x>) -> Vec<Make<'x>> {
    let mut makes: Vec<Make<'x>> = Vec::new();
    let mut free = 0;
    for group in reading.groups(Lists::of(&[List::VehicleMakes])) {
        let first = reading.hits[group.start].first as usize;
        if first < free || reading.tokens[first].shape == Shape::Lower {
            continue;
        }
        let Some(hit) = reading.hit(first, List::VehicleMakes) else {
            continue;
        };
        free = hit.end as usize;
        let lexicon = reading.lexicon;
        makes.push(Make {
            first,
            end: free,
            name: lexicon.cell(hit.row, make::MAKE),
            group: lexicon.cell(hit.row, make::GROUP),
            word: lexicon.has(hit.row, make::FLAGS, "common"),
        });
    }
    makes
}

/// The make whose name ends where a model's begins, `'s` or nothing between them.
fn make_before<'m, 'x>(reading: &Reading<'x>, makes: &'m [Make<'x>], first: usize) -> Option<&'m Make<'x>> {
    let at = makes.partition_point(|make| make.first < first);
    let make = makes.get(at.checked_sub(1)?)?;
    let same_line = |at: usize| reading.tokens[at].gap <= Gap::Space;
    let touches = make.end == first && same_line(first);
    let owns = make.end + 1 == first && reading.tag(make.end) == Tag::Genitive && same_line(first);
    (touches || owns).then_some(make)
}

/// A run of tokens with plain blanks.
fn spaced<'x>(reading: &Reading<'x>, first: usize, end: usize) -> Text<'x> {
    let text = reading.slice(first..end);
    if text.contains('\u{a0}') || text.contains('\n') {
        Cow::Owned(text.replace(['\u{a0}', '\n'], " "))
    } else {
        Cow::Borrowed(text)
    }
}

/// Lets the doubtful ones stand that others vouch for.
fn settle(reading: &Reading<'_>, makes: &[Make<'_>], found: &mut [Found<'_>]) {
    if found.is_empty() {
        return;
    }
    let sure: FxHashSet<RowId> = found
        .iter()
        .filter(|found| found.grounds == Grounds::Sure)
        .filter_map(|found| found.row)
        .collect();
    let mut from = 0;
    let mut make = 0;
    for sentence in &reading.sentences {
        let (first, end) = (sentence.first as usize, sentence.end as usize);
        while found.get(from).is_some_and(|found| found.first < first) {
            from += 1;
        }
        let to = from + found[from..].partition_point(|found| found.first < end);
        while makes.get(make).is_some_and(|make| make.first < first) {
            make += 1;
        }
        let named = &makes[make..make + makes[make..].partition_point(|make| make.first < end)];
        settle_sentence(&sure, named, &mut found[from..to]);
        from = to;
    }
}

/// How many makes and models of a sentence are looked at for each other's sake.
const MOST: usize = 32;

fn settle_sentence(sure: &FxHashSet<RowId>, makes: &[Make<'_>], found: &mut [Found<'_>]) {
    let vouched: Vec<&str> = found
        .iter()
        .filter(|found| found.grounds == Grounds::Sure)
        .map(|found| found.make)
        .take(MOST)
        .collect();
    // `Corolla, Yaris and Corolla Cross`: each tells what the others are.
    let named: Vec<(&str, Option<RowId>)> = found
        .iter()
        .filter(|found| found.grounds == Grounds::Named)
        .map(|found| (found.make, found.row))
        .take(MOST)
        .collect();
    for this in found {
        let elsewhere = this.row.is_some_and(|row| sure.contains(&row));
        let stands = match this.grounds {
            Grounds::Sure | Grounds::Told => continue,
            Grounds::Named => {
                elsewhere
                    || named
                        .iter()
                        .any(|(make, row)| *make == this.make && *row != this.row)
                    || vouched.iter().any(|make| same_house(make, this.make))
                    || makes
                        .iter()
                        .take(MOST)
                        .any(|make| same_house(make.name, this.make))
            }
            Grounds::Bare => elsewhere && vouched.contains(&this.make),
        };
        if stands {
            this.grounds = Grounds::Sure;
        }
    }
}

/// `Suzuki` and `Maruti Suzuki`
fn same_house(a: &str, b: &str) -> bool {
    // Most are two names of which none holds the other: the longer cannot stand in the shorter.
    match a.len() < b.len() {
        true => b.contains(a),
        false => a.contains(b),
    }
}
