//! Whoever is quoted says `we` for a company and `I` for herself.

use dateline::{Article, Extractor, Fact};

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

#[test]
fn it_adds_what_it_said() {
    let text = "“Siemens took the forms back,” Bosch said in May. “The rest are void,” it said, adding that all had gone.";
    assert_eq!(speakers(text), ["Bosch"]);
    let text = "Traders said they believed Siemens could sell 300 trams.";
    assert_eq!(speakers(text), ["Traders"]);
    let text = "The lender cut its rate, the bank said. Growth in this European Union candidate has slowed. “We saw room,” it said.";
    assert_eq!(speakers(text), ["bank"]);
}

#[test]
fn a_paper_is_told_of_before_who_wrote_it() {
    assert_eq!(speakers("In a statement Bosch said it would stay."), ["Bosch"]);
    assert_eq!(speakers("In a filing Kenya said it would pay."), ["Kenya"]);
}

/// Who speaks in each statement of an article.
fn speakers(text: &str) -> Vec<String> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let spoken = facts.events().iter().filter_map(|event| match event.fact() {
        Fact::Statement(statement) => Some(&statement.speaker),
        _ => None,
    });
    let words = spoken.flatten();
    words.map(|filler| facts.text(filler.span()).to_owned()).collect()
}

#[test]
fn the_company_says_what_is_told_of_it() {
    let text = "Scania posted a profit. It will not buy rival Siemens, the company said.";
    assert_eq!(fillers(text, "statement", "speaker"), ["Scania"]);
    let text = "Scania posted a profit. Siemens is a rival, the company said.";
    assert_ne!(fillers(text, "statement", "speaker"), ["Scania"]);
}
