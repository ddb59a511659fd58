//! Names that one place makes a person's and another a company's: the article has only one of them.

use rustc_hash::FxHashMap;

use super::super::Words;
use super::key;
use super::points::Points;
use crate::mention::{here, Candidate, Kind, Strength, Value};

/// What speaks for a person in all places of a name of several words that the finder of people is sure of.
#[derive(Default)]
pub(super) struct Rivals(FxHashMap<u64, i32>);

impl Rivals {
    pub(super) fn add(&mut self, words: &Words<'_, '_>, candidate: &Candidate<'_>) {
        let tokens = candidate.first as usize..candidate.end as usize;
        if tokens.len() > 1 {
            *self.0.entry(key(words, &tokens)).or_default() += weight(candidate);
        }
    }

    /// Gives each name to the side that more speaks for: `US partner Biogen Idec`, where shares of Biogen Idec fell.
    pub(super) fn settle<'x>(
        &self,
        words: &Words<'_, 'x>,
        places: &FxHashMap<u64, usize>,
        sums: &mut [Points],
        out: &mut [Candidate<'x>],
    ) {
        let mut firms = Vec::new();
        for (name, weight) in &self.0 {
            let Some(sum) = places.get(name).map(|place| &mut sums[*place]) else {
                continue;
            };
            // A name's form alone speaks for a person until words tell of a company.
            if sum.is_organisation() && sum.net() > *weight && (*weight > 0 || sum.telling >= TOLD) {
                firms.push(*name);
            } else if *weight >= SAID {
                sum.person = sum.person.max(sum.organisation + 1).max(*weight);
            }
        }
        if firms.is_empty() {
            return;
        }
        for candidate in out
            .iter_mut()
            .filter(|candidate| candidate.kind() == Kind::Person)
        {
            let tokens = candidate.first as usize..candidate.end as usize;
            if tokens.len() > 1 && firms.contains(&key(words, &tokens)) {
                let name = words.reading.text_of(tokens.clone());
                let value = Value::Organisation { name };
                *candidate = Candidate::new(tokens, value, here!("organisation.context"), Strength::Fair);
            }
        }
    }
}

/// Points by which words around a name tell of a company.
const TOLD: i32 = 4;
/// Points by which words around a name tell of a person.
const SAID: i32 = 6;

/// How much the words around a name tell of a person: a title with a capital more than `partner`, and a name's form
/// nothing.
fn weight(candidate: &Candidate<'_>) -> i32 {
    match &candidate.value {
        Value::Person {
            title: Some(title), ..
        } => match title.starts_with(|first: char| first.is_uppercase()) {
            true => SAID + 2,
            false => 1,
        },
        _ if candidate.origin.name() != "person.names" => SAID,
        _ => 0,
    }
}
