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
mod site;
mod told;
mod town;
mod unlisted;

use super::Candidate;
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
}
