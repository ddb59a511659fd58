//! Reads JSON Lines and prints the facts of each article.

use std::io::{BufRead, Write};

use dateline::{Article, Extractor};

fn main() {
    let extractor = Extractor::new();
    let path = std::env::args().last().unwrap_or_default();
    let file = std::fs::File::open(path).expect("a file of JSON Lines");
    let mut out = std::io::stdout().lock();
    for line in std::io::BufReader::new(file).lines() {
        let line = line.expect("a line");
        let record: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let text = record["text"].as_str().unwrap_or_default();
        let published = record["published"].as_str().and_then(|day| day.parse().ok());
        let id = record["id"].as_str().unwrap_or_default();
        let facts = extractor.extract(&Article::new(text).id(id).published(published));
        serde_json::to_writer(&mut out, &facts).expect("standard output");
        writeln!(out).expect("standard output");
    }
}
