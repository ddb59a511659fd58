//! The tables of cases for names: what a name is, where it stands, and who is who in an article.

use std::collections::BTreeSet;

use dateline::{Article, Extractor, Kind, Value};

#[test]
fn organisations() {
    mentions(
        Kind::Organisation,
        include_str!("../fixtures/cases/organisation.tsv"),
    );
}

#[test]
fn people() {
    mentions(Kind::Person, include_str!("../fixtures/cases/person.tsv"));
}

/// Fails with the list of all sentences that were read wrongly.
fn mentions(kind: Kind, table: &str) {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let name = cells.next().unwrap_or_default();
        for sentence in cells {
            let text = sentence.replace(['[', ']'], "");
            let facts = extractor.extract(&Article::new(&text));
            let found: Vec<(String, String)> = facts
                .mentions()
                .iter()
                .filter(|mention| mention.kind() == kind)
                .map(|mention| (named(mention.value()), marked(&text, mention.span())))
                .collect();
            let right = match name {
                "-" => found.is_empty(),
                _ => found.iter().any(|(found, at)| found == name && at == sentence),
            };
            if !right {
                wrong.push(format!("{sentence:?} is {name:?}, found {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn named(value: &Value<'_>) -> String {
    match value {
        Value::Organisation { name } | Value::Person { name, .. } => name.to_string(),
        other => format!("{other:?}"),
    }
}

/// The text with the span in square brackets.
fn marked(text: &str, span: dateline::Span) -> String {
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    format!("{before}[{}]{after}", span.of(text))
}

#[test]
fn entities() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    let table = include_str!("../fixtures/cases/entity.tsv");
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [kind, names, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three cells: {line:?}");
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
