//! Figures that disagree about one happening: both are kept, and each event points at the other.

use dateline::{Article, Extractor};

/// The pairs of events of an article that disagree.
fn pairs(text: &str) -> Vec<(usize, usize)> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let mut pairs = Vec::new();
    for (number, event) in facts.events().iter().enumerate() {
        for other in event.disagrees_with() {
            assert!(
                facts.events()[*other].disagrees_with().contains(&number),
                "{number} points at {other}, which does not point back: {text}"
            );
            if number < *other {
                pairs.push((number, *other));
            }
        }
    }
    pairs
}

#[test]
fn other_figures_for_the_same_are_flagged() {
    for text in [
        "Honda ships 40 cars to Japan\n\nHonda shipped 38 cars to Japan in April 2025.",
        "Toyota built 5,000 cars in Kenya in May 2024. Toyota built 6,200 cars in Kenya in May 2024.",
        "Siemens acquired Altair for $10 billion. Siemens acquired Altair for $10.6 billion.",
    ] {
        assert_eq!(pairs(text), [(0, 1)], "{text}");
    }
}

#[test]
fn two_happenings_do_not_disagree() {
    for text in [
        // Another time, place, thing or party; one more of them.
        "Honda shipped 38 cars to Japan in April 2025. Honda shipped 40 cars to Japan in May 2025.",
        "Honda shipped 38 cars to Japan in April 2025. Honda shipped 40 cars to Kenya in April 2025.",
        "Honda shipped 38 cars to Japan in April 2025. Honda shipped 40 buses to Japan in April 2025.",
        "Honda shipped 38 cars to Japan in April 2025. Toyota shipped 40 cars to Japan in April 2025.",
        "Honda shipped 38 cars to Japan in April 2025. Honda shipped a further 40 cars to Japan in April 2025.",
        // A round figure and the exact one, a bound and what lies within it.
        "Vietnam exported 1.2 million tonnes of rice in June 2024. It exported 1,204,300 tonnes of rice in June 2024.",
        "Honda shipped more than 30 cars to Japan in April 2025. Honda shipped 38 cars to Japan in April 2025.",
    ] {
        assert_eq!(pairs(text), [], "{text}");
    }
}
