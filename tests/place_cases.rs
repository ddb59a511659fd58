//! The tables of cases for countries, places, models and policies, and for words that several kinds claim.

#[path = "common/cases.rs"]
mod cases;

use dateline::{Article, Extractor, Kind, Value};

#[test]
fn countries() {
    let table = include_str!("../fixtures/cases/country.tsv");
    cases::hold(Kind::Country, table, told);
}

#[test]
fn places() {
    let table = include_str!("../fixtures/cases/place.tsv");
    cases::hold(Kind::Place, table, told);
}

#[test]
fn models() {
    let table = include_str!("../fixtures/cases/model.tsv");
    cases::hold(Kind::Model, table, told);
}

#[test]
fn policies() {
    let table = include_str!("../fixtures/cases/policy.tsv");
    cases::hold(Kind::Policy, table, told);
}

fn told(value: &Value<'_>) -> String {
    match value {
        Value::Country { code, .. } => (*code).to_owned(),
        Value::Place { name, country, .. } => match country {
            Some(code) => format!("{name},{code}"),
            None => name.to_string(),
        },
        Value::Model {
            make, model, variant, ..
        } => {
            let parts = [make.as_deref(), Some(&**model), variant.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join("/")
        }
        Value::Policy { name, .. } => name.to_string(),
        other => format!("{other:?}"),
    }
}

/// A row: all mentions of a sentence in their order, and the sentence.
#[test]
fn overlaps() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for row in cases::rows(include_str!("../fixtures/cases/overlap.tsv")) {
        let Some((wanted, sentence)) = row.split_once('\t') else {
            panic!("two cells: {row:?}");
        };
        let text = cases::plain(sentence);
        let facts = extractor.extract(&Article::new(&text));
        let found: Vec<String> = facts
            .mentions()
            .iter()
            .map(|mention| format!("{} {}", mention.kind().name(), mention.span().of(&text)))
            .collect();
        let found = found.join("; ");
        if found != wanted {
            wrong.push(format!("{sentence:?} is {wanted:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
