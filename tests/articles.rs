//! What the five articles say: the article with its mentions marked and the facts in words, and one of them as JSON.
//!
//! Read a snapshot against its article before you accept it. `INSTA_UPDATE=always cargo test --test articles` accepts
//! all.

#[path = "common/articles.rs"]
mod articles;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dateline::output::Text;
use dateline::{Article, Extractor, Facts};

use articles::ARTICLES;

/// The one that is shown as JSON too.
const AS_JSON: &str = "pakistan-japan-industrial-collaboration";

fn with_facts(name: &str, show: impl FnOnce(&Facts<'_>)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let text = fs::read_to_string(folder.join(name).with_extension("txt")).unwrap();
    show(&Extractor::new().extract(&Article::new(&text).id(name)));
}

fn settings() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn in_words() {
    for name in ARTICLES {
        with_facts(name, |facts| {
            let text = Text::new(facts).article(true).to_string();
            settings().bind(|| insta::assert_snapshot!(name, text));
        });
    }
}

#[test]
fn as_json() {
    with_facts(AS_JSON, |facts| {
        let name = format!("{AS_JSON}.json");
        settings().bind(|| insta::assert_json_snapshot!(name, facts));
    });
}

/// A snapshot that no test compares with proves nothing.
#[test]
fn no_snapshot_is_left_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let found: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".snap"))
        .collect();
    let json = format!("{AS_JSON}.json.snap");
    let expected: BTreeSet<String> = ARTICLES
        .iter()
        .map(|name| format!("{name}.snap"))
        .chain([json])
        .collect();
    assert_eq!(found, expected);
}
