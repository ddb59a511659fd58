//! Runs the case file: a sentence, then an indented line of words with the tags they must get.

use crate::lexicon::{Lexicon, Tag};
use crate::reading::{Buffers, Reading};
use crate::text::Article;

const CASES: &str = include_str!("../../../fixtures/cases/tags.cases");

/// The words of a sentence with their tags.
fn tagged(lexicon: &Lexicon, sentence: &str) -> Vec<(String, Tag)> {
    let article = Article::new(sentence);
    let reading = Reading::new(lexicon, &article, &mut Buffers::default());
    assert_eq!(reading.tags.len(), reading.tokens.len());
    (0..reading.tokens.len())
        .map(|at| (reading.word(at).to_owned(), reading.tag(at)))
        .collect()
}

/// What is wrong with a sentence: each wanted word is looked for after the one before it.
fn faults(lexicon: &Lexicon, sentence: &str, wanted: &str) -> Vec<String> {
    let found = tagged(lexicon, sentence);
    let mut rest = found.iter();
    wanted
        .split_whitespace()
        .filter_map(|pair| {
            let (word, tag) = pair.rsplit_once('/')?;
            match rest.find(|(found, _)| found == word) {
                Some((_, found)) if format!("{found:?}") == tag => None,
                Some((_, found)) => Some(format!("{sentence}\n    {word} is {found:?}, expected {tag}")),
                None => Some(format!("{sentence}\n    no {word} where it is expected")),
            }
        })
        .collect()
}

#[test]
fn the_case_file_holds() {
    let lexicon = Lexicon::builtin();
    let mut sentences = 0;
    let mut sentence = "";
    let mut wrong = Vec::new();
    for line in CASES
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
    {
        match line.strip_prefix("  ") {
            Some(wanted) => {
                assert!(wanted.contains('/'), "{line}");
                wrong.extend(faults(&lexicon, sentence, wanted));
            }
            None => {
                sentence = line;
                sentences += 1;
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} faults in {sentences} sentences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(sentences >= 150, "{sentences}");
}

#[test]
fn every_token_has_a_tag() {
    let lexicon = Lexicon::builtin();
    for text in [
        "",
        " ",
        "(",
        "))((",
        "'s",
        "- - -",
        "to to to",
        "-a-b-c-",
        "THE THE",
        "that that that",
        "’s’s’s",
        "& & %",
    ] {
        for (word, tag) in tagged(&lexicon, text) {
            assert_ne!(tag, Tag::Unknown, "{word} in {text:?}");
        }
    }
}
