//! Batches over several threads give what one thread gives, in the same order.
#![cfg(feature = "parallel")]

use dateline::{Article, Extractor};

#[test]
fn the_number_of_threads_does_not_show() {
    let extractor = Extractor::new();
    let texts: Vec<String> = (0..200)
        .map(|number| {
            format!("KARACHI: Japan bought {number} cars from Kenya for ${number} million in 2024.")
        })
        .collect();
    let articles: Vec<Article<'_>> = texts.iter().map(|text| Article::new(text)).collect();
    let json = |facts| serde_json::to_string(&facts).unwrap();
    let expected: Vec<String> = extractor
        .extract_all(articles.iter().cloned())
        .map(json)
        .collect();
    assert_eq!(expected.len(), articles.len());
    for threads in [1, 2, 5] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let found = pool.install(|| extractor.extract_each(&articles, json));
        assert_eq!(found, expected, "{threads} threads");
    }
}
