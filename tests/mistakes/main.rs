//! What building refuses: each mistake in a rule file or a list is told with file, line, what was found and what was
//! expected.

mod lists;
mod rules;

use dateline::{BuildError, Extractor};

/// A mistake: the text, the line, and what the message must say of what was found and of what was expected.
type Mistake = (&'static str, usize, &'static str, &'static str);

fn check(mistakes: &[Mistake], file: &str, build: impl Fn(&str) -> Result<Extractor, BuildError>) {
    let mut wrong = Vec::new();
    for &(text, line, found, expected) in mistakes {
        match build(text) {
            Ok(_) => wrong.push(format!("{text:?}: found no mistake, expected {expected}")),
            Err(error) => {
                let message = error.message();
                let told = error.to_string() == format!("{file}:{line}: {message}");
                if !told || error.file() != file || error.line() != line {
                    wrong.push(format!("{text:?}: {error}, expected {file}:{line}"));
                } else if !message.contains(found) || !message.contains(expected) {
                    wrong.push(format!("{text:?}: {error}, expected {found:?} and {expected:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Some editors put a byte order mark before a file, and end lines as other systems do.
#[test]
fn marks_of_editors_are_no_mistakes() {
    let list = "\u{feff}# list: organisations\r\nname\r\nRuritanian Tramways\r\n";
    let rules = "\u{feff}event walk\r\nrole who organisation\r\nrule walk\r\nverbs walk\r\nwho subject\r\n\
        + Ruritanian Tramways walked. => who=Ruritanian Tramways\r\n";
    let extractor = Extractor::builder()
        .list("my.tsv", list)
        .rules("my.rules", rules)
        .build()
        .unwrap();
    assert_eq!(extractor.check_rules(), []);
}

#[test]
fn mistakes_are_told_with_file_line_found_and_expected() {
    check(rules::MISTAKES, "my.rules", |text| {
        Extractor::builder().rules("my.rules", text).build()
    });
    check(lists::MISTAKES, "my.tsv", |text| {
        Extractor::builder().list("my.tsv", text).build()
    });
}
