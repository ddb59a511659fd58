//! Organisations that the lists have.

use std::ops::Range;

use super::super::name::{Case, Words};
use super::super::{Candidate, Strength};
use super::push;
use crate::lexicon::{make, organisation, Hit, List};

/// Adds the listed names inside a run of tokens, the longest from left to right.
pub(super) fn find<'x>(words: &Words<'_, 'x>, case: Case, run: Range<usize>, out: &mut Vec<Candidate<'x>>) {
    let mut at = run.start;
    while at < run.end {
        let Some(hit) =
            hit_at(words, at).filter(|hit| hit.end as usize <= run.end.max(at + 1) || reaches(words, hit))
        else {
            at += 1;
            continue;
        };
        let mut end = hit.end as usize;
        let strength = strength(words, case, hit);
        if let Some(strength) = strength {
            // A country's or continent's name right behind: the company there (`Toyota Egypt`).
            if case == Case::Sentence && end < run.end {
                if let Some(land) = words.land(end).filter(|land| *land <= run.end) {
                    end = land;
                }
            }
            push(
                words,
                at..end,
                words.reading.lexicon.origin(hit.row),
                strength,
                out,
            );
        }
        at = end;
    }
}

/// Whether the rest of a name that goes past its run is set as a name (`Bank of America`).
fn reaches(words: &Words<'_, '_>, hit: &Hit) -> bool {
    words.capital(hit.end as usize - 1) || words.reading.tokens[hit.end as usize - 1].is_number()
}

fn hit_at<'r>(words: &Words<'r, '_>, at: usize) -> Option<&'r Hit> {
    let hits = words.reading.hits_at(at);
    hits.iter()
        .filter(|hit| matches!(hit.list, List::Organisations | List::VehicleMakes))
        .max_by_key(|hit| (hit.end, hit.list == List::Organisations))
}

/// Whether a listed organisation begins at a token; its end.
pub(crate) fn is_listed(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    hit_at(words, at).map(|hit| hit.end as usize)
}

/// How far a listed name can be trusted where it stands.
fn strength(words: &Words<'_, '_>, case: Case, hit: &Hit) -> Option<Strength> {
    let (first, end) = (hit.first as usize, hit.end as usize);
    let lexicon = words.reading.lexicon;
    if !words.capital(first) && !words.reading.tokens[first].is_number() {
        // `flydubai`, `easyJet`: only as the list has it.
        let exact = lexicon.surface(hit.entry) == words.reading.slice(first..end);
        return exact.then_some(Strength::Strong);
    }
    let risk = risk(words, hit);
    match (risk, case) {
        (None, _) => Some(Strength::Strong),
        (Some(_), Case::Title | Case::Upper) => None,
        (Some(Risk::Words), Case::Sentence) => Some(Strength::Strong),
        (Some(Risk::Person | Risk::Place), Case::Sentence) => None,
        (Some(Risk::Word), Case::Sentence) => {
            let opens = words.reading.opens_sentence(first);
            (!opens).then_some(Strength::Fair)
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Risk {
    Word,
    Words,
    Person,
    Place,
}

/// What else the found form of a listed name may be.
fn risk(words: &Words<'_, '_>, hit: &Hit) -> Option<Risk> {
    let lexicon = words.reading.lexicon;
    let surface = lexicon.surface(hit.entry);
    if hit.list == List::VehicleMakes {
        return match () {
            () if lexicon.has(hit.row, make::FLAGS, "word") => Some(Risk::Word),
            () if lexicon.cell(hit.row, make::FLAGS).is_empty() => None,
            () => Some(Risk::Person),
        };
    }
    let mut found = None;
    for flag in lexicon.values(hit.row, organisation::FLAGS) {
        let Some((kind, alias)) = flag.split_once(':') else {
            continue;
        };
        if alias == surface {
            found = Some(match kind {
                "given" | "surname" => Risk::Person,
                "place" => Risk::Place,
                "words" => Risk::Words,
                _ => Risk::Word,
            });
        }
    }
    let single = hit.end == hit.first + 1;
    if found.is_none() && single && words.common(hit.first as usize) {
        return Some(Risk::Word);
    }
    found
}
