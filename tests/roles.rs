//! The example in the description of each event type fills each of its roles with the words that its description gives.

use std::fs;
use std::path::Path;

use dateline::{Article, Extractor, Fact};

/// The words in quotation marks.
fn quoted(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

/// What a file describes: the example, and for each role the words that fill it.
fn described(source: &str) -> (String, Vec<(String, Vec<String>)>) {
    let mut example = None;
    let mut roles = Vec::new();
    let mut words = Vec::new();
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/// ") {
            words.extend(quoted(text).into_iter().map(str::to_owned));
        } else if line.ends_with('{') && !words.is_empty() {
            example = words.pop();
        } else if let Some(role) = line.strip_suffix(',') {
            roles.push((role.to_owned(), std::mem::take(&mut words)));
        }
    }
    (example.expect("an example in quotation marks"), roles)
}

#[test]
fn the_example_of_each_type_fills_its_roles() {
    let extractor = Extractor::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/event");
    let mut types = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let source = fs::read_to_string(&path).unwrap();
        if !source.contains("\nevent_type! {") {
            continue;
        }
        types += 1;
        let name = path.file_stem().unwrap().to_str().unwrap();
        let (example, expected) = described(&source);
        let facts = extractor.extract(&Article::new(&example));
        let [event] = facts.events() else {
            wrong.push(format!("{name}: {} events in {example:?}", facts.events().len()));
            continue;
        };
        assert!(!matches!(event.fact(), Fact::Custom(_)));
        let found: Vec<(String, Vec<String>)> = event
            .fact()
            .roles()
            .into_iter()
            .map(|(role, fillers)| {
                let words = fillers.iter().map(|filler| match filler.word() {
                    Some(word) => word.to_owned(),
                    None => facts.text(filler.span()).to_owned(),
                });
                (role.to_owned(), words.collect())
            })
            .collect();
        if event.fact().name() != name || found != expected {
            wrong.push(format!(
                "{name}: expected {expected:?}, found {} {found:?}",
                event.fact().name()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(types, 18);
}
