//! Whoever is quoted says `we` for a company and `I` for herself.

use dateline::{Article, Extractor};

/// The words that fill a role in the first event of a type.
fn fillers(text: &str, event: &str, role: &str) -> Vec<String> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let mut events = facts.events().iter();
    let found = events
        .find(|found| found.fact().name() == event)
        .expect("an event of the type");
    let roles = found.fact().roles();
    let (_, fillers) = roles.into_iter().find(|(name, _)| *name == role).expect("a role");
    fillers
        .iter()
        .map(|filler| facts.text(filler.span()).to_owned())
        .collect()
}

#[test]
fn we_are_the_company_of_who_speaks() {
    let text = "“We have bought Scania,” said Ana Roe, chairwoman of Siemens.";
    assert_eq!(fillers(text, "acquisition", "buyer"), ["Siemens"]);
    let text = "Siemens chairwoman Ana Roe said: “We have bought Scania.”";
    assert_eq!(fillers(text, "acquisition", "buyer"), ["Siemens"]);
    let text = "“Our takeover of Scania will be completed in May,” said Ana Roe of Siemens.";
    assert_eq!(fillers(text, "acquisition", "buyer"), ["Siemens"]);
}

#[test]
fn i_am_who_speaks() {
    let text = "“I met Narendra Modi in Lima,” said Ana Roe of Siemens.";
    assert_eq!(
        fillers(text, "meeting", "participant"),
        ["Ana Roe", "Narendra Modi"]
    );
}
