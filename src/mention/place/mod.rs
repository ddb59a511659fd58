//! Countries and places.
//!
//! Names come from the lists of countries, cities, first-level divisions and regions ([`site`]). Which of
//! several places of one name is meant, and whether a name that is also a word, a first name or a maker is
//! meant as a place at all, is told by what stands beside it ([`around`]) and by the countries the article
//! names ([`evidence`]); [`country`] and [`town`] weigh it. Named parks, ports, roads and rivers are read by
//! their head nouns ([`facility`]), places that no list has by words that only go with places ([`located`], [`told`]) and
//! by how the text uses them ([`unlisted`]).

mod around;
mod country;
mod evidence;
mod facility;
mod located;
mod otherwise;
mod site;
mod told;
mod town;
mod unlisted;

use rustc_hash::FxHashMap;

use super::{Candidate, Value};
use crate::reading::Reading;
use evidence::Evidence;

/// Adds countries and places to `out`.
pub(crate) fn find<'x>(reading: &Reading<'x>, out: &mut Vec<Candidate<'x>>) {
    let sites = site::sites(reading);
    let mut evidence = Evidence::gather(reading, &sites);
    let from = out.len();
    for site in &sites {
        if !country::judge(reading, &evidence, site, out) {
            town::judge(reading, &evidence, site, out);
        }
    }
    evidence.found(reading, &out[from..]);
    facility::find(reading, &evidence, out);
    located::find(reading, &evidence, out);
    told::find(reading, &evidence, out);
    unlisted::find(reading, &evidence, out);
    agree(reading, &evidence, &mut out[from..]);
}

/// Whether words open a story's dateline.
pub(crate) fn is_dateline(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    around::Around::new(reading, first, end).is_dateline()
}

/// A place of which the article says once where it lies lies there wherever it is named: `Paris, Texas … in Paris`.
fn agree<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, found: &mut [Candidate<'x>]) {
    let mut told: FxHashMap<u64, Option<&'x str>> = FxHashMap::default();
    // `in South America, Kenya and Egypt`: regions lie in none.
    let is_told = |this: &Candidate<'x>| {
        let land = evidence.land_beside(reading, this.end as usize);
        land.filter(|_| !matches!(this.origin.name(), "regions" | "place_heads"))
    };
    for this in found.iter() {
        let Value::Place { country, .. } = &this.value else {
            continue;
        };
        if let Some(land) = is_told(this).filter(|land| country.is_none_or(|country| country == *land)) {
            told.entry(key(reading, this))
                .and_modify(|known| *known = known.filter(|known| *known == land))
                .or_insert(Some(land));
        }
    }
    if told.is_empty() {
        return;
    }
    for this in found {
        let known = told.get(&key(reading, this)).copied().flatten();
        let apart = is_told(this).is_some_and(|land| Some(land) != known);
        if let (Some(land), Value::Place { country, .. }, false) = (known, &mut this.value, apart) {
            *country = Some(land);
        }
    }
}

/// The words of a name, whatever their capitals, as a number.
fn key(reading: &Reading<'_>, this: &Candidate<'_>) -> u64 {
    reading.tokens[this.first as usize..this.end as usize]
        .iter()
        .fold(0, |key: u64, token| {
            (key.rotate_left(23) ^ u64::from(token.hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        })
}
