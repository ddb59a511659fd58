//! Whether what is told happened, will, may, or did not.

use dateline::{Article, Extractor, Status};

use Status::{Actual, Denied, Planned, Possible};

const CASES: [(&str, &str, Status); 8] = [
    // What somebody had to do was done.
    ("recall", "Lactalis had to recall 21,000 tins of milk.", Actual),
    (
        "recall",
        "Lactalis will have to recall 21,000 tins of milk.",
        Planned,
    ),
    (
        "recall",
        "Lactalis may have to recall 21,000 tins of milk.",
        Possible,
    ),
    // A claim that somebody turns down.
    (
        "jobs",
        "Nestle dismissed a claim by the union that it had cut 800 jobs in Kenya.",
        Denied,
    ),
    // What plans are for, where the plans are scrapped.
    (
        "acquisition",
        "Bajaj's plans to buy Altair were scrapped.",
        Denied,
    ),
    (
        "acquisition",
        "Bajaj awaits the approval of the European Commission for buying Altair.",
        Planned,
    ),
    // A rate that is left alone is not changed.
    (
        "policy",
        "The Reserve Bank of Australia left the cash rate unchanged.",
        Denied,
    ),
    (
        "policy",
        "A levy on fuel is under study, the ministry said.",
        Possible,
    ),
];

#[test]
fn the_status_is_that_of_the_words() {
    let extractor = Extractor::new();
    for (kind, text, status) in CASES {
        let facts = extractor.extract(&Article::new(text));
        let found: Vec<Status> = facts
            .events()
            .iter()
            .filter(|event| event.fact().name() == kind)
            .map(|event| event.status())
            .collect();
        assert_eq!(found, [status], "{text}");
    }
}
