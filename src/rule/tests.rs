use crate::extractor::Extractor;
use crate::text::Article;

#[test]
fn hits_and_misses_of_all_rule_files_hold() {
    let failures = Extractor::new().check_rules();
    let told: Vec<_> = failures.iter().map(ToString::to_string).collect();
    assert!(
        failures.is_empty(),
        "{} examples fail:\n{}",
        failures.len(),
        told.join("\n")
    );
}

#[test]
fn every_event_type_has_hits_and_misses() {
    let extractor = Extractor::new();
    for (number, event) in extractor.rules.events.iter().enumerate() {
        // It shows in the events of other types.
        if event.background {
            continue;
        }
        let own = extractor
            .rules
            .examples
            .iter()
            .filter(|example| example.event == number);
        let (hits, misses): (Vec<_>, Vec<_>) = own.partition(|example| example.expected.is_some());
        assert!(!hits.is_empty() && !misses.is_empty(), "{}", event.name);
    }
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

/// A noun that belongs to its verb is found in every voice and fills no role.
#[test]
fn idioms() {
    let rules = "event opening\n\
         words site = mill | brewery\n\
         role owner organisation\n\
         role what @site, phrase\n\
         rule open\n\
         verbs cut the ribbon | break ground | go on stream | put up for sale\n\
         owner subject : organisation\n\
         what subject, object, on, at : phrase\n\
         needs what\n\
         + Siemens cut the ribbon on a mill in Kenya. => owner=Siemens; what=mill\n\
         + The ribbon has been cut at a brewery. => what=brewery\n\
         + Siemens broke ground on a brewery. => owner=Siemens; what=brewery\n\
         + The mill will go on stream in May. => status=planned; what=mill\n\
         + Siemens put its mill up for sale. => owner=Siemens; what=mill\n\
         - Siemens cut the tape on a mill.\n\
         - Siemens broke a mill.\n";
    let extractor = Extractor::builder()
        .rules("opening.rules", rules)
        .build()
        .unwrap();
    assert_eq!(extractor.check_rules(), []);
    let extractor = Extractor::builder().rules(
        "wrong.rules",
        "event opening\nrole what phrase\nrule open\nverbs put off up for sale\n",
    );
    let error = extractor.build().err().map(|error| error.to_string()).unwrap();
    assert!(
        error.starts_with("wrong.rules:4: found \"put off up for sale\""),
        "{error}"
    );
}
