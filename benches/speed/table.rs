//! The ratios, measured in turns.

use std::hint::black_box;
use std::time::Instant;

use dateline::{Article, Extractor, Stage};

use crate::{bytes, extract, fixtures, scan, scanner, stages, unicode_words, varied, Set};

/// Every reading is measured so many times; the best of them counts, as the least disturbed one.
const ROUNDS: usize = 7;
/// A round reads at least so many bytes, so that small sets are measured as well as large ones.
const ROUND_BYTES: usize = 4 << 20;

/// Prints all tables.
pub(crate) fn print() {
    let extractor = Extractor::new();
    println!();
    build();
    let ordinary = [fixtures(), varied()].map(|set| ratios(&extractor, &set));
    one_by_one(&extractor, &fixtures());
    #[cfg(feature = "parallel")]
    threads(&extractor, &varied());
    scaling(&extractor, ordinary[1]);
}

fn seconds(mut run: impl FnMut()) -> f64 {
    let begin = Instant::now();
    run();
    begin.elapsed().as_secs_f64()
}

fn build() {
    let best = (0..ROUNDS)
        .map(|_| seconds(|| drop(black_box(Extractor::builder().build()))))
        .fold(f64::INFINITY, f64::min);
    println!("building an extractor: {:.1} ms", best * 1e3);
}

/// The whole, its stages and the floors over one set; gives the seconds a byte of the whole.
fn ratios(extractor: &Extractor, set: &Set) -> f64 {
    let articles = &set.articles;
    let scanner = scanner();
    let times = ROUND_BYTES.div_ceil(set.bytes());
    let size = (set.bytes() * times) as f64;
    let many = |run: &dyn Fn() -> usize| {
        seconds(|| {
            for _ in 0..times {
                black_box(run());
            }
        })
    };
    let mut best = [f64::INFINITY; 4];
    let mut parts = [f64::INFINITY; Stage::ALL.len()];
    for _ in 0..ROUNDS {
        let round = [
            many(&|| extract(extractor, articles)),
            many(&|| unicode_words(articles)),
            many(&|| scan(&scanner, articles)),
            many(&|| bytes(articles)),
        ];
        for (best, time) in best.iter_mut().zip(round) {
            *best = best.min(time);
        }
        let mut spent = [0.0; Stage::ALL.len()];
        for _ in 0..times {
            for (spent, stage) in spent.iter_mut().zip(stages(extractor, articles)) {
                *spent += stage.as_secs_f64();
            }
        }
        for (best, spent) in parts.iter_mut().zip(spent) {
            *best = best.min(spent);
        }
    }
    let [whole, words, names, scanned] = best;
    println!(
        "\n{}: {} articles, {:.2} MB, {:.1} % of the sentences unlike any other",
        set.name,
        articles.len(),
        set.bytes() as f64 / 1e6,
        100.0 * crate::corpus::distinct(articles)
    );
    println!("{:<28} {:>9} {:>12}", "", "MB/s", "of the whole");
    let row = |name: &str, time: f64| {
        println!(
            "{name:<28} {:>9.1} {:>11.1}%",
            size / time / 1e6,
            100.0 * time / whole
        );
    };
    row("whole extraction", whole);
    for (time, wanted) in parts.into_iter().zip(Stage::ALL) {
        row(&format!("  {}", wanted.name()), time);
    }
    row("floor: unicode_words", words);
    row("floor: Aho-Corasick, lists", names);
    row("floor: byte scan", scanned);
    println!("ratio to unicode_words: {:.2}", words / whole);
    whole / size
}

/// The whole over each article by itself.
fn one_by_one(extractor: &Extractor, set: &Set) {
    println!("\n{} one by one: bytes, MB/s, ratio to unicode_words", set.name);
    for article in &set.articles {
        let article = std::slice::from_ref(article);
        let times = ROUND_BYTES.div_ceil(8 * article[0].len());
        let best = |run: &dyn Fn() -> usize| {
            let round = || {
                seconds(|| {
                    for _ in 0..times {
                        black_box(run());
                    }
                })
            };
            (0..ROUNDS).map(|_| round()).fold(f64::INFINITY, f64::min)
        };
        let whole = best(&|| extract(extractor, article));
        let words = best(&|| unicode_words(article));
        let size = article[0].len();
        println!(
            "  {size:>6} {:>9.1} {:>6.2}",
            (size * times) as f64 / whole / 1e6,
            words / whole
        );
    }
}

/// A batch on two threads against one.
#[cfg(feature = "parallel")]
fn threads(extractor: &Extractor, set: &Set) {
    let articles: Vec<_> = set.articles.iter().map(|text| Article::new(text)).collect();
    let best = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.expect("a pool of threads");
        let run = || {
            seconds(|| drop(pool.install(|| extractor.extract_each(&articles, |facts| facts.events().len()))))
        };
        (0..ROUNDS).map(|_| run()).fold(f64::INFINITY, f64::min)
    };
    println!("\ntwo threads: {:.2} times one", best(1) / best(2));
}

/// Articles from small to large, and texts that try to be slow: time a byte, as a multiple of ordinary text's.
fn scaling(extractor: &Extractor, ordinary: f64) {
    println!("\ntime a byte, ordinary articles = 1");
    let row = |name: &str, text: &str, times: usize| {
        let run = || {
            seconds(|| {
                for _ in 0..times {
                    black_box(extractor.extract(&Article::new(text)));
                }
            })
        };
        // What is slow needs no second look.
        let mut best = run();
        if best < 1.0 {
            best = best.min(run()).min(run());
        }
        println!(
            "  {name:<44} {:>6.2}",
            best / (text.len() * times) as f64 / ordinary
        );
    };
    let mut news = varied().articles.join("\n");
    news.push_str(&news.clone());
    for size in [1_000, 10_000, 100_000, 1_000_000, 10_000_000] {
        let end = (0..=size)
            .rev()
            .find(|end| news.is_char_boundary(*end))
            .unwrap_or(0);
        row(
            &format!("an article of {size} bytes"),
            &news[..end],
            (1_000_000 / size).max(1),
        );
    }
    for piece in [
        "(",
        "7",
        "Ltd. ",
        "w",
        "“a “b” c” ",
        "“",
        "Toyota Motor Corporation ",
        "a, ",
        "exported ",
        "exports of ",
        "said said ",
        "Toyota said. ",
        "Toyota exported 38 cars to Kenya. ",
        "$5 $5 ",
        "May ",
        "1,234 units ",
        "$5 million ",
        "Mr John Smith ",
        "of the ",
        "東",
        "\n",
    ] {
        row(
            &format!("a megabyte of {piece:?}"),
            &piece.repeat(1_000_000 / piece.len()),
            1,
        );
    }
    for piece in [
        "{} Ltd exported 38 cars. ",
        "Mr John {} met Mary {}. ",
        "{} said. ",
        "Its {} 7 phone sold well. ",
        "A plant near {} opened. ",
        "the {} Act, ",
    ] {
        row(
            &format!("a megabyte of {piece:?}, no name twice"),
            &unlike(piece, 1_000_000),
            1,
        );
    }
}

/// A text of so many bytes at least that says the same over and over, of another name each time.
fn unlike(piece: &str, bytes: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "do", "ge", "ki", "lu", "ma", "no", "pe", "ri", "su", "ta", "vo", "we", "xi", "yu", "za",
    ];
    let mut text = String::with_capacity(bytes + piece.len());
    let mut number = 0;
    while text.len() < bytes {
        for (part, at) in piece.split("{}").zip(0..) {
            if at > 0 {
                let syllables = (0..5).map(|place| SYLLABLES[number >> (4 * place) & 15]);
                text.push('Q');
                text.extend(syllables);
                number += 1;
            }
            text.push_str(part);
        }
    }
    text
}
