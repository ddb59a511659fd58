//! Tables of cases for names: a value, then sentences in which the words in square brackets have it. `-` for a value:
//! nothing of the kind stands in the sentence; `⏎` in a sentence: a line break.

use dateline::{Article, Extractor, Kind, Span, Value};

/// The rows of a table.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = &str> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Fails with the list of all sentences of a table that were read wrongly.
pub(crate) fn hold(kind: Kind, table: &str, told: impl Fn(&Value<'_>) -> String) {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for row in rows(table) {
        let mut cells = row.split('\t');
        let value = cells.next().unwrap_or_default();
        for sentence in cells {
            let text = plain(sentence);
            let facts = extractor.extract(&Article::new(&text));
            let found: Vec<(String, String)> = facts
                .mentions()
                .iter()
                .filter(|mention| mention.kind() == kind)
                .map(|mention| (told(mention.value()), marked(&text, mention.span())))
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

/// A sentence of a table as an article has it.
pub(crate) fn plain(sentence: &str) -> String {
    sentence.replace(['[', ']'], "").replace('⏎', "\n")
}

/// An article's sentence as a table has it.
fn marked(text: &str, span: Span) -> String {
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    format!("{before}[{}]{after}", span.of(text)).replace('\n', "⏎")
}
