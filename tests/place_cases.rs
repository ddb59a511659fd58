//! The tables of cases for countries, places, models and policies, and for words that several kinds claim.

use dateline::{Article, Extractor, Kind, Mention, Value};

#[test]
fn countries() {
    run(Kind::Country, include_str!("../fixtures/cases/country.tsv"));
}

#[test]
fn places() {
    run(Kind::Place, include_str!("../fixtures/cases/place.tsv"));
}

#[test]
fn models() {
    run(Kind::Model, include_str!("../fixtures/cases/model.tsv"));
}

#[test]
fn policies() {
    run(Kind::Policy, include_str!("../fixtures/cases/policy.tsv"));
}

/// Fails with the list of all sentences that were read wrongly.
fn run(kind: Kind, table: &str) {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for line in table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let mut cells = line.split('\t');
        let value = cells.next().unwrap_or_default();
        for sentence in cells {
            let text = plain(sentence);
            let facts = extractor.extract(&Article::new(&text));
            let found: Vec<(String, String)> = facts
                .mentions()
                .iter()
                .filter(|mention| mention.kind() == kind)
                .map(|mention| (told(mention.value()), marked(&text, mention)))
                .collect();
            let right = match value {
                "-" => found.is_empty(),
                _ => found.iter().any(|(found, at)| found == value && at == sentence),
            };
            if !right {
                wrong.push(format!("{sentence:?} is {value:?}, found {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The sentence without its marks; `⏎` stands for a line break.
fn plain(sentence: &str) -> String {
    sentence.replace(['[', ']'], "").replace('⏎', "\n")
}

fn told(value: &Value<'_>) -> String {
    match value {
        Value::Country { code, .. } => (*code).to_owned(),
        Value::Place { name, country } => match country {
            Some(code) => format!("{name},{code}"),
            None => name.to_string(),
        },
        Value::Model { make, model, variant } => {
            let parts = [make.as_deref(), Some(&**model), variant.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join("/")
        }
        Value::Policy { name } => name.to_string(),
        other => format!("{other:?}"),
    }
}

/// The text with the mention in square brackets.
fn marked(text: &str, mention: &Mention<'_>) -> String {
    let span = mention.span();
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    format!("{before}[{}]{after}", span.of(text)).replace('\n', "⏎")
}

/// What stands where several kinds claim the same words: all names of a sentence, in their order.
#[test]
fn overlaps() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    let table = include_str!("../fixtures/cases/overlap.tsv");
    for line in table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let Some((wanted, sentence)) = line.split_once('\t') else {
            panic!("two cells: {line:?}");
        };
        let text = plain(sentence);
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
