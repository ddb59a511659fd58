//! Each layer names only those before it, and the page on how the crate is built tells so.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, each naming only those before it.
const ORDER: [&str; 16] = [
    "error",
    "stage",
    "text",
    "origin",
    "token",
    "lexicon",
    "compiled",
    "reading",
    "mention",
    "entity",
    "clause",
    "rule",
    "event",
    "explain",
    "output",
    "extractor",
];

/// The source files, and those of folders in them.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Code without comments, and without tests, which may look at everything.
fn code(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("#[cfg(test)]") {
            break;
        }
        let line = line.split("//").next().unwrap_or_default();
        code.push_str(line);
        code.push('\n');
    }
    code
}

/// The layers that a file names: the word behind each `crate::`, or the words in the braces behind it.
fn named(code: &str) -> BTreeSet<String> {
    let word = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|char| char.is_alphanumeric() || *char == '_')
            .collect()
    };
    let mut names = BTreeSet::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            None => {
                names.insert(word(rest));
            }
            Some(inside) => {
                let (mut depth, mut first) = (1, true);
                for (at, char) in inside.char_indices() {
                    if first && !char.is_whitespace() {
                        names.insert(word(&inside[at..]));
                        first = false;
                    }
                    match char {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' => first = depth == 1,
                        _ => {}
                    }
                    if depth == 0 {
                        break;
                    }
                }
            }
        }
    }
    names
}

#[test]
fn each_layer_names_only_those_before_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    files(&src, &mut found);
    let rank = |name: &str| ORDER.iter().position(|layer| *layer == name);
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for path in found {
        let inside = path.strip_prefix(&src).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let layer = first.trim_end_matches(".rs");
        // The build script is made of the first layers.
        if matches!(layer, "lib" | "docs" | "build")
            || path.file_name().is_some_and(|name| name == "tests.rs")
        {
            continue;
        }
        let Some(own) = rank(layer) else {
            wrong.push(format!("{}: {layer} is in no order", inside.display()));
            continue;
        };
        seen.insert(layer.to_owned());
        for name in named(&code(&fs::read_to_string(&path).unwrap())) {
            if rank(&name).is_none_or(|other| other > own) {
                wrong.push(format!("{}: {layer} names {name}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(seen.len(), ORDER.len(), "a layer is gone: {seen:?}");
}

#[test]
fn names_behind_crate_are_found() {
    let code =
        "use crate::text::Span;\nuse crate::{token::{self, Gap}, lexicon};\nlet a = crate::rule::go();\n";
    let names: Vec<_> = named(code).into_iter().collect();
    assert_eq!(names, ["lexicon", "rule", "text", "token"]);
}

#[test]
fn the_page_shows_the_layers_and_names_what_is_there() {
    let page = include_str!("../src/docs/architecture.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rows = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let layers: Vec<&str> = rows.map(|(layer, _)| layer).collect();
    assert_eq!(layers, ORDER);
    let mut sources = Vec::new();
    files(&root.join("src"), &mut sources);
    files(&root.join("tests"), &mut sources);
    let sources: Vec<String> = sources
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let mut wrong = Vec::new();
    for quoted in page.split('`').skip(1).step_by(2) {
        let path = quoted.contains('/') && !quoted.contains("NAME");
        let test = quoted.matches('_').count() > 2 && !quoted.contains(|char: char| char.is_uppercase());
        let there = |path: &str| root.join(path).exists() || root.join("src").join(path).exists();
        if path && !there(quoted) && !there(&format!("{quoted}.rs"))
            || test && !sources.iter().any(|text| text.contains(&format!("fn {quoted}(")))
        {
            wrong.push(quoted);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn an_event_type_stands_in_three_files() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let table = src.join("event/mod.rs");
    let text = fs::read_to_string(&table).unwrap();
    let (_, lines) = text.split_once("typed::facts! {").unwrap();
    let (lines, _) = lines.split_once('}').unwrap();
    let types: Vec<(&str, &str)> = lines
        .lines()
        .filter_map(|line| line.trim().trim_end_matches(',').split_once(' '))
        .collect();
    assert_eq!(types.len(), 18);
    let mut found = Vec::new();
    files(&src, &mut found);
    // A policy is also a kind of mention, of the same name.
    for (name, label) in types.into_iter().filter(|(name, _)| *name != "Policy") {
        let own = src.join(format!("event/{label}.rs"));
        assert!(
            own.exists() && src.join(format!("data/rules/{label}.rules")).exists(),
            "{label}"
        );
        for path in &found {
            let code = code(&fs::read_to_string(path).unwrap());
            let mut words = code.split(|char: char| !char.is_alphanumeric() && char != '_');
            assert_eq!(
                words.any(|word| word == name),
                *path == own || *path == table,
                "{name} in {}",
                path.display()
            );
        }
    }
}
