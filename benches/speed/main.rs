//! How fast articles are read.
//!
//! `cargo bench` prints, article by article and on one core: the whole extraction, each of its stages, and floors that
//! any reading of the same text has to pay, over the five fixtures and over a varied corpus that is made up from a seed
//! (see `corpus`); the time to build an extractor; and then a table of ratios, measured in turns so that whatever else
//! the machine does falls on all alike. `cargo bench -- table` prints the table alone.

mod corpus;
mod table;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use criterion::{Criterion, Throughput};
use dateline::{Article, Extractor, Stage};
use unicode_segmentation::UnicodeSegmentation;

/// A set of articles to read one by one.
struct Set {
    name: &'static str,
    articles: Vec<String>,
}

impl Set {
    fn bytes(&self) -> usize {
        self.articles.iter().map(String::len).sum()
    }
}

fn fixtures() -> Set {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let files = std::fs::read_dir(folder).expect("the folder of fixtures");
    let mut paths: Vec<_> = files.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let articles = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("an article"));
    Set {
        name: "fixtures",
        articles: articles.collect(),
    }
}

fn varied() -> Set {
    Set {
        name: "varied",
        articles: corpus::corpus(0x00da_7e11_4e00, 6 << 20),
    }
}

/// The whole extraction of each article.
fn extract(extractor: &Extractor, articles: &[String]) -> usize {
    let facts = articles.iter().map(|text| extractor.extract(&Article::new(text)));
    facts
        .map(|facts| facts.mentions().len() + facts.events().len())
        .sum()
}

/// What the words alone cost: UAX #29 word boundaries.
fn unicode_words(articles: &[String]) -> usize {
    articles
        .iter()
        .map(|text| text.unicode_words().map(str::len).sum::<usize>())
        .sum()
}

/// What looking at each byte costs.
fn bytes(articles: &[String]) -> usize {
    articles
        .iter()
        .map(|text| text.bytes().filter(|byte| byte.is_ascii_whitespace()).count())
        .sum()
}

/// The names of the lists, scanned for in one pass without any thought for word boundaries.
fn scanner() -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(corpus::names())
        .expect("an automaton")
}

fn scan(scanner: &AhoCorasick, articles: &[String]) -> usize {
    articles.iter().map(|text| scanner.find_iter(text).count()).sum()
}

/// The time that each stage of the extraction takes, in the order of `Stage::ALL`.
fn stages(extractor: &Extractor, articles: &[String]) -> [Duration; Stage::ALL.len()] {
    let mut spent = [Duration::ZERO; Stage::ALL.len()];
    for text in articles {
        let mut before = Instant::now();
        black_box(extractor.extract_in_stages(&Article::new(text), |stage| {
            let now = Instant::now();
            if let Some(at) = Stage::ALL.iter().position(|known| *known == stage) {
                spent[at] += now - before;
            }
            before = now;
        }));
    }
    spent
}

fn measure(criterion: &mut Criterion) {
    let extractor = Extractor::new();
    let scanner = scanner();
    for set in [fixtures(), varied()] {
        let articles = &set.articles;
        let mut group = criterion.benchmark_group(set.name);
        group.throughput(Throughput::Bytes(set.bytes() as u64));
        group.bench_function("extract", |b| b.iter(|| black_box(extract(&extractor, articles))));
        for (at, wanted) in Stage::ALL.into_iter().enumerate() {
            group.bench_function(format!("stage/{}", wanted.name()), |b| {
                b.iter_custom(|rounds| (0..rounds).map(|_| stages(&extractor, articles)[at]).sum());
            });
        }
        group.bench_function("json", |b| {
            let facts: Vec<_> = articles
                .iter()
                .map(|text| extractor.extract(&Article::new(text)))
                .collect();
            let length = |facts| serde_json::to_string(facts).map_or(0, |json| json.len());
            b.iter(|| black_box(facts.iter().map(length).sum::<usize>()));
        });
        group.bench_function("floor/unicode_words", |b| {
            b.iter(|| black_box(unicode_words(articles)))
        });
        group.bench_function("floor/aho_corasick", |b| {
            b.iter(|| black_box(scan(&scanner, articles)))
        });
        group.bench_function("floor/bytes", |b| b.iter(|| black_box(bytes(articles))));
        group.finish();
    }
    criterion.bench_function("build", |b| {
        b.iter(|| black_box(Extractor::builder().build()).is_ok())
    });
}

fn main() {
    let alone = std::env::args().any(|argument| argument == "table");
    let test = std::env::args().any(|argument| argument == "--test" || argument == "--list");
    if !alone {
        let mut criterion = Criterion::default()
            .sample_size(10)
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(3))
            .without_plots()
            .configure_from_args();
        measure(&mut criterion);
        criterion.final_summary();
    }
    if !test {
        table::print();
    }
}
