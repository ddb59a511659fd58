use crate::extractor::Extractor;
use crate::text::Article;

#[test]
fn hits_and_misses_of_all_rule_files_hold() {
    let failures = Extractor::new().check_rules();
    assert!(
        failures.is_empty(),
        "{} examples fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// An explained article is read with every rule whose trigger it holds.
#[test]
fn sentences_that_are_passed_over_hold_no_event() {
    let extractor = Extractor::new();
    for example in &extractor.rules.examples {
        let article = Article::new(&example.text);
        let (facts, explained) = (extractor.extract(&article), extractor.explain(&article));
        let lines = |facts: &crate::Facts<'_>| -> Vec<String> {
            facts.events().iter().map(|event| facts.line(event)).collect()
        };
        assert_eq!(lines(&facts), lines(explained.facts()), "{}", example.text);
    }
}
