use super::{Clauses, Filling, GroupId, GroupKind, Slot};
use crate::extractor::Extractor;
use crate::reading::Reading;
use crate::text::Article;

const CASES: &str = include_str!("../../fixtures/cases/clauses.cases");

/// What fills a slot, in the order of the text, coordinated groups parted by commas.
fn told(reading: &Reading<'_>, clauses: &Clauses, fillings: &[Filling], slot: Slot) -> String {
    let mut ids: Vec<GroupId> = fillings
        .iter()
        .filter(|filling| filling.slot == slot)
        .map(|filling| filling.group)
        .collect();
    ids.dedup();
    if ids.is_empty() {
        return "-".to_owned();
    }
    let texts: Vec<&str> = ids
        .iter()
        .map(|id| reading.slice(clauses.groups[*id].first as usize..clauses.groups[*id].end as usize))
        .collect();
    texts.join(", ")
}

fn slot_named(reading: &Reading<'_>, name: &str) -> Slot {
    match name {
        "subject" => Slot::Subject,
        "object" => Slot::Object,
        "possessive" => Slot::Possessive,
        "means" => Slot::Means,
        word => Slot::Preposition(reading.lexicon.find(word)),
    }
}

#[test]
fn slots_are_filled_as_the_cases_say() {
    let extractor = Extractor::new();
    let mut failures = Vec::new();
    let mut sentence = "";
    let mut cases = 0;
    for line in CASES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let Some(case) = line.strip_prefix("  ") else {
            sentence = line;
            continue;
        };
        cases += 1;
        let (word, slots) = case.split_once(": ").expect("a lemma and its slots");
        extractor.with_clauses(&Article::new(sentence), |reading, rules, clauses| {
            let lemma = reading.lexicon.find(word);
            let at = clauses.groups.iter().position(|group| match &group.kind {
                GroupKind::Verb(verb) => verb.lemma == lemma,
                GroupKind::Noun(noun) => noun.lemma == lemma,
                _ => false,
            });
            let Some(at) = at else {
                failures.push(format!("{sentence}\n  no {word}: {}", clauses.show(reading)));
                return;
            };
            let mut fillings = Vec::new();
            clauses.verb_fillings(at, &rules.words, &mut fillings);
            clauses.noun_fillings(at, clauses.governor(at), &rules.words, &mut fillings);
            for slot in slots.split("; ") {
                let (name, expected) = slot.split_once('=').expect("a slot and its filler");
                let found = told(reading, clauses, &fillings, slot_named(reading, name));
                if found != expected {
                    failures.push(format!(
                        "{sentence}\n  {word}: {name}={found}, expected {expected}\n  {}",
                        clauses.show(reading)
                    ));
                }
            }
        });
    }
    assert!(cases > 30);
    assert!(
        failures.is_empty(),
        "{} failures\n{}",
        failures.len(),
        failures.join("\n")
    );
}
