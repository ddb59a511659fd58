//! Why a trigger gave no event: the first condition that failed is told for each rule that it called on.

use dateline::{Article, Extractor};

/// What is told of the word `trigger` for the rule `rule`.
fn why(text: &str, trigger: &str, rule: &str) -> Option<String> {
    let extractor = Extractor::new();
    let explained = extractor.explain(&Article::new(text));
    let misses = explained
        .sentences()
        .iter()
        .flat_map(|sentence| sentence.misses());
    let mut told = misses
        .filter(|miss| &text[miss.trigger().start()..miss.trigger().end()] == trigger)
        .filter(|miss| miss.rule().name() == rule)
        .map(|miss| miss.why().to_owned());
    told.next()
}

#[test]
fn the_first_condition_that_failed_is_told() {
    for (text, trigger, rule, told) in [
        // A role that no slot fills.
        (
            "Honesty was announced.",
            "announced",
            "policy.named",
            " does not hold: `",
        ),
        // A role that only the sentences before might have filled.
        (
            "The company exported.",
            "exported",
            "export.export",
            "no event told right before gives one",
        ),
        (
            "The tax raised $5 million.",
            "tax",
            "policy.effect",
            "no word of `under` governs it",
        ),
        (
            "Has Toyota exported 40 cars to Kenya?",
            "exported",
            "export.export",
            "asked, not told",
        ),
    ] {
        let found = why(text, trigger, rule);
        assert!(
            found.as_ref().is_some_and(|found| found.contains(told)),
            "{text} {rule}: {found:?}"
        );
    }
}

/// `take` begins the idioms of many rules, and several of some.
#[test]
fn a_rule_that_fails_is_told_of_once() {
    let extractor = Extractor::new();
    let explained = extractor.explain(&Article::new("The dispute takes effect."));
    let misses = explained.sentences()[0].misses();
    assert!(misses.len() > 20);
    assert!(misses.windows(2).all(|two| two[0] != two[1]));
}

#[test]
fn a_trigger_that_gives_an_event_is_no_miss() {
    let text = "Toyota exported 40 cars to Kenya. The company exported.";
    assert_eq!(why(text, "exported", "export.export"), None);
}
