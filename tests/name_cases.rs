//! The tables of cases for organisations, people and entities: what a name is, and who is who in an article.

#[path = "common/cases.rs"]
mod cases;

use std::collections::BTreeSet;

use dateline::{Article, Extractor, Kind, Value};

#[test]
fn organisations() {
    let table = include_str!("../fixtures/cases/organisation.tsv");
    cases::hold(Kind::Organisation, table, name);
}

#[test]
fn people() {
    let table = include_str!("../fixtures/cases/person.tsv");
    cases::hold(Kind::Person, table, name);
}

fn name(value: &Value<'_>) -> String {
    match value {
        Value::Organisation { name, .. } | Value::Person { name, .. } => name.to_string(),
        other => format!("{other:?}"),
    }
}

/// A row: the kind, all names of an entity with the fullest first, or `-` where no entity has two; the text.
#[test]
fn entities() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for row in cases::rows(include_str!("../fixtures/cases/entity.tsv")) {
        let [kind, names, text] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three cells: {row:?}");
        };
        let facts = extractor.extract(&Article::new(text));
        let found: Vec<Vec<&str>> = facts
            .entities()
            .iter()
            .filter(|entity| entity.kind().name() == kind)
            .map(|entity| {
                let aliases = entity.aliases().iter().map(|alias| &**alias);
                [entity.name()].into_iter().chain(aliases).collect()
            })
            .collect();
        let right = match names {
            "-" => found.iter().all(|names| names.len() == 1),
            _ => found.iter().any(|found| {
                let wanted: Vec<&str> = names.split('|').collect();
                found.first() == wanted.first()
                    && found.iter().collect::<BTreeSet<_>>() == wanted.iter().collect::<BTreeSet<_>>()
            }),
        };
        if !right {
            wrong.push(format!("{text:?} has {names:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
