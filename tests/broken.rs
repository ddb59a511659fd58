//! Whatever a user's rule file or name list says, it is read, or refused with a line of its own; and what is read does
//! no harm.

use std::fs;

use dateline::{Article, BuildError, Extractor};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// The lines of all files of a folder of `src/data` that end so, file by file.
fn lines(folder: &str, ending: &str) -> Vec<Vec<String>> {
    let folder = format!("{}/src/data/{folder}", env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.to_str().is_some_and(|path| path.ends_with(ending)));
    paths.sort();
    assert!(paths.len() > 10);
    let files = paths.iter().map(|path| fs::read_to_string(path).unwrap());
    files
        .map(|text| text.lines().map(str::to_owned).collect())
        .collect()
}

/// What is done to a line: which word of it, and what becomes of it.
type Change = (prop::sample::Index, usize);

/// A line with a word taken out, doubled, cut short, or another one in its place.
fn changed(line: &str, parts: char, (which, what): &Change) -> String {
    const OTHERS: [&str; 16] = [
        "",
        "|",
        ":",
        ",",
        "+",
        "=>",
        "@",
        "!@",
        "=",
        "count@",
        "measure@",
        "@goods",
        "rule",
        "subject",
        "é\u{301}",
        "\0",
    ];
    let mut words: Vec<String> = line.split(parts).map(str::to_owned).collect();
    let at = which.index(words.len());
    match what {
        0 => drop(words.remove(at)),
        1 => words.insert(at, words[at].clone()),
        2 => drop(words[at].pop()),
        _ => words[at] = OTHERS[what % OTHERS.len()].to_owned(),
    }
    words.join(&parts.to_string())
}

/// A file that begins with `head` lines of one that comes with the crate, goes on with some others of it, and has some
/// lines changed.
fn files(from: Vec<Vec<String>>, head: usize, parts: char) -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..40_usize);
    let lines = (
        prop::sample::select(from),
        any::<prop::sample::Index>(),
        1..40_usize,
        prop::collection::vec((any::<prop::sample::Index>(), change), 0..4),
    );
    lines.prop_map(move |(file, from, count, changes)| {
        let body = file[head..]
            .iter()
            .skip(from.index(file.len() - head))
            .take(count);
        let mut lines: Vec<String> = file[..head].iter().chain(body).cloned().collect();
        for (line, change) in &changes {
            let at = line.index(lines.len());
            lines[at] = changed(&lines[at], parts, change);
        }
        lines.join("\n")
    })
}

/// Reads on with what was built, or looks at why it was refused.
fn holds(text: &str, built: Result<Extractor, BuildError>) {
    match built {
        Ok(extractor) => {
            let facts = extractor.extract(&Article::new(text));
            for mention in facts.mentions() {
                assert!(!facts.text(mention.span()).is_empty(), "{mention:?}");
            }
        }
        Err(error) => {
            assert_eq!(error.file(), "my");
            assert!(
                (1..=text.lines().count() + 1).contains(&error.line()),
                "{error}: {text}"
            );
            assert!(error.message().contains("found "), "{error}: {text}");
            assert!(error.message().contains("expected "), "{error}: {text}");
        }
    }
}

/// The same cases at each run, unless `PROPTEST_RNG_SEED` or `PROPTEST_CASES` say otherwise; an extractor takes longer to
/// build than an article to read.
fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    ProptestConfig {
        rng_seed: match asked.rng_seed {
            RngSeed::Random => RngSeed::Fixed(1971),
            fixed => fixed,
        },
        failure_persistence: None,
        cases: asked.cases / 4,
        ..asked
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_rules_are_read_or_refused(text in files(lines("rules", ".rules"), 0, ' ')) {
        let text = format!("event walk\nrole goods phrase\n{text}");
        holds(&text, Extractor::builder().rules("my", &text).build());
    }

    #[test]
    fn any_list_is_read_or_refused(text in files(lines("lexicon", ".tsv"), 2, '\t')) {
        holds(&text, Extractor::builder().list("my", &text).build());
    }
}
