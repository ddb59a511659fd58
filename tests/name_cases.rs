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

/// A row: the kind, all names of an entity with the fullest first, or `-` where no entity has two; the text, with `⏎` for
/// the end of a line.
#[test]
fn entities() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for row in cases::rows(include_str!("../fixtures/cases/entity.tsv")) {
        let [kind, names, text] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three cells: {row:?}");
        };
        let text = text.replace('⏎', "\n");
        let facts = extractor.extract(&Article::new(&text));
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

/// A name on two lines of a text that is set at a fixed width is one name, and is told as on one line.
#[test]
fn names_go_on_over_the_ends_of_lines() {
    let text = "The machines help everybody who prints at home and likes
to do so cheaply and at once, said David
Goodstein, president of a firm that advises. They were made by Apollo
Computer Inc and tested for half a year in the
workshops of a railway. It
will pay for them with a loan that it took up with the Corroon Savings
Bank, he added.";
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let names: Vec<String> = facts
        .mentions()
        .iter()
        .map(|mention| name(mention.value()))
        .collect();
    for wanted in ["David Goodstein", "Apollo Computer Inc", "Corroon Savings Bank"] {
        assert!(names.iter().any(|name| name == wanted), "{wanted}: {names:?}");
    }
    // Where lines are not set at a width, a line is a line.
    let list = extractor.extract(&Article::new(
        "Sponsors\nNorvik Steel\nCement Works Ltd\nApollo Foods Ltd",
    ));
    assert!(list
        .mentions()
        .iter()
        .all(|mention| !name(mention.value()).contains("Steel Cement")));
}

/// The capitals of a headline make no policy of its words.
#[test]
fn headlines_hold_no_policies_by_their_capitals() {
    let extractor = Extractor::new();
    for headline in [
        "Cabinet to Review Ban on Brown Rice Exports",
        "BANKS RESIST SIGNING DEBT PACKAGE",
    ] {
        let text = format!("{headline}\n\nNEW DELHI, March 3 - The ban will be looked at, it said on Monday. Traders want it to go.");
        let facts = extractor.extract(&Article::new(&text));
        let policies = facts
            .mentions()
            .iter()
            .filter(|mention| mention.kind() == Kind::Policy);
        assert_eq!(policies.count(), 0, "{headline}");
    }
}
