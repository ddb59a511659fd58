//! Names that one place makes a person's and another a company's: the article has only one of them.

use rustc_hash::FxHashMap;

use super::super::Words;
use super::key;
use super::points::Points;
use crate::mention::{here, Candidate, Kind, Strength, Value};

/// What speaks for a person in all places of a name of several words that the finder of people is sure of.
#[derive(Default)]
pub(super) struct Rivals(FxHashMap<u64, Rival>);

/// What speaks for a person in one name.
#[derive(Clone, Copy, Default)]
struct Rival {
    /// The words around its places.
    weight: i32,
    /// Given name and surname are nothing else.
    strong: bool,
}

impl Rivals {
    /// Of the people whom the finder of people has found.
    pub(super) fn of(words: &Words<'_, '_>, found: &[Candidate<'_>]) -> Self {
        let mut rivals = Self::default();
        for candidate in found.iter().filter(|found| found.kind() == Kind::Person) {
            let tokens = candidate.first as usize..candidate.end as usize;
            if tokens.len() > 1 {
                let rival = rivals.0.entry(key(words, &tokens)).or_default();
                rival.weight += weight(candidate);
                rival.strong |= candidate.strength == Strength::Strong;
            }
        }
        rivals
    }

    /// Gives each name to the side that more speaks for: `US partner Biogen Idec`, where shares of Biogen Idec fell.
    pub(super) fn settle<'x>(
        &self,
        words: &Words<'_, 'x>,
        places: &FxHashMap<u64, usize>,
        sums: &mut [Points],
        out: &mut [Candidate<'x>],
    ) {
        let mut firms = FxHashMap::default();
        for (name, Rival { weight, strong }) in &self.0 {
            let Some(sum) = places.get(name).map(|place| &mut sums[*place]) else {
                continue;
            };
            // A name's form alone speaks for a person until words tell of a company.
            let surely = *strong || sum.given;
            let told = match *weight {
                0 if surely => sum.proof || sum.telling >= TOLD + 2,
                0 => sum.telling >= TOLD,
                _ => true,
            };
            if sum.proof && *weight == 0 && !sum.somebody {
                sum.organisation = sum.organisation.max(sum.person + 1);
            }
            if told && sum.is_organisation() && sum.net() > *weight {
                firms.insert(*name, sum.proof);
            } else if *weight >= SAID {
                sum.person = sum.person.max(sum.organisation + 1).max(*weight);
            }
        }
        // `Hoang Gia`, where the article has Hoang Gia Wood; `Atlas Cathode`, where it has Atlas Cathode Materials SA
        let mut short = Vec::new();
        for candidate in out.iter() {
            let (first, end) = (candidate.first as usize, candidate.end as usize);
            if end - first <= 2 {
                continue;
            }
            let firm = candidate.kind() == Kind::Organisation;
            if firm || firms.contains_key(&key(words, &(first..end))) {
                short.extend((first + 2..end).map(|end| (key(words, &(first..end)), firm)));
            }
        }
        short.retain(|(name, firm)| {
            let rival = self.0.get(name);
            rival.is_some_and(|rival| rival.weight == 0 && !(*firm && rival.strong))
        });
        for (name, _) in short {
            firms.entry(name).or_insert(false);
        }
        if firms.is_empty() {
            return;
        }
        for candidate in out
            .iter_mut()
            .filter(|candidate| candidate.kind() == Kind::Person)
        {
            let tokens = candidate.first as usize..candidate.end as usize;
            if tokens.len() < 2 {
                continue;
            }
            if let Some(proof) = firms.get(&key(words, &tokens)) {
                let name = words.reading.text_of(tokens.clone());
                let value = Value::Organisation { name };
                let strength = if *proof { Strength::Strong } else { Strength::Fair };
                *candidate = Candidate::new(tokens, value, here!("organisation.context"), strength);
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
