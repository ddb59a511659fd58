//! Reads JSON Lines and prints the facts of each article.

use std::io::{BufRead, Write};

use dateline::{Article, Extractor};

fn main() {
    let extractor = Extractor::new();
    let path = std::env::args().last().unwrap_or_default();
    let file = std::fs::File::open(path).expect("a file of JSON Lines");
    let mut out = std::io::stdout().lock();
    let explain = std::env::args().any(|arg| arg == "--explain");
    for line in std::io::BufReader::new(file).lines() {
        let line = line.expect("a line");
        let record: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let text = record["text"].as_str().unwrap_or_default();
        let published = record["published"].as_str().and_then(|day| day.parse().ok());
        let id = record["id"].as_str().unwrap_or_default();
        if explain {
            let article = Article::new(text).id(id).published(published);
            let explained = extractor.explain(&article);
            for sentence in explained.sentences() {
                writeln!(out, "{}", sentence.clauses()).expect("standard output");
                for miss in sentence.misses() {
                    let trigger = miss.trigger().of(text);
                    writeln!(out, "    - {}: {trigger}: {}", miss.rule().name(), miss.why())
                        .expect("standard output");
                }
            }
            for event in explained.facts().events() {
                writeln!(
                    out,
                    "  => {} {:?}",
                    event.origin().name(),
                    explained.facts().line(event)
                )
                .expect("standard output");
            }
            continue;
        }
        let facts = extractor.extract(&Article::new(text).id(id).published(published));
        serde_json::to_writer(&mut out, &facts).expect("standard output");
        writeln!(out).expect("standard output");
    }
}
