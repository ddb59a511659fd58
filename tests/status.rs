//! Whether what is told happened, will, may, or did not.

use dateline::{Article, Extractor, Status};

use Status::{Actual, Denied, Planned, Possible};

const CASES: &[(&str, &str, Status)] = &[
    // What waits for something is still to come; what depends on its not happening is open.
    (
        "policy",
        "The levy will not take effect until a review is over.",
        Planned,
    ),
    (
        "policy",
        "Bosch will leave if Chile does not scrap its levy.",
        Possible,
    ),
    (
        "meeting",
        "This prompted ministers to meet President Ann Roe in Lima.",
        Actual,
    ),
    // What is denied of a deal that stands is not the deal.
    (
        "acquisition",
        "The purchase of Scania by Volvo does not cover its bus plants.",
        Actual,
    ),
    ("acquisition", "The purchase of Scania by Volvo did not go through.", Denied),
    // What something waits for is open.
    ("agreement", "The loan is conditional on a deal being struck with Volvo.", Possible),
    (
        "acquisition",
        "Bosch is in talks with Kenya's Scania to buy a 10% stake in Volvo.",
        Possible,
    ),
    // Whether it ends is left open where the word that ends it is.
    ("agreement", "Bosch may cancel its contract with Peru.", Possible),
    (
        "acquisition",
        "The regulator could block Bosch’s takeover of Scania.",
        Possible,
    ),
    (
        "acquisition",
        "Bosch could walk away from its takeover of Scania.",
        Possible,
    ),
    (
        "acquisition",
        "The regulator blocked Bosch’s takeover of Scania.",
        Denied,
    ),
    (
        "acquisition",
        "Bosch walked out of talks to acquire Scania.",
        Denied,
    ),
    // Talks that break down lead to nothing.
    (
        "agreement",
        "Talks on a treaty between Kenya and Peru fell apart.",
        Denied,
    ),
    // What comes first is done.
    (
        "agreement",
        "Bosch will hire 90 people after winning a contract from Peru.",
        Actual,
    ),
    (
        "acquisition",
        "Bosch made a failed attempt to buy Scania.",
        Denied,
    ),
    // What fails was tried, and what somebody is kept from is not done.
    ("acquisition", "Bosch failed in its bid to buy Scania.", Denied),
    ("acquisition", "Bosch was unsuccessful in an attempt to buy Scania.", Denied),
    ("acquisition", "The regulator blocked Bosch from buying Scania.", Denied),
    ("acquisition", "Bosch was barred from buying Scania.", Denied),
    ("acquisition", "Bosch did not stop Siemens from buying Scania.", Actual),
    // What is open stays open, whoever may stop it; what is approved is no mere plan.
    ("production", "The hazelnut crop may not exceed 9 million tonnes.", Possible),
    ("facility", "Whether the mill will be built in Peru is open.", Possible),
    ("acquisition", "The regulator may block Bosch's takeover of Scania.", Possible),
    ("acquisition", "The regulator blocked Bosch's takeover of Scania.", Denied),
    ("policy", "Peru's planned tax on emissions was approved by parliament in May.", Actual),
    ("jobs", "Bosch denied reports of 300 redundancies.", Denied),
    ("facility", "Bosch will neither shut its mill in Lima nor cut jobs.", Denied),
    ("facility", "Bosch in talks to build a mill in Peru", Possible),
    // What tells when something will happen is to come as well.
    (
        "facility",
        "Some 300 people will lose their jobs when Bosch closes its mill.",
        Planned,
    ),
    ("facility", "Some 300 people lost their jobs when Bosch closed its mill.", Actual),
    // What two talk of is still open.
    (
        "acquisition",
        "Bosch is in talks with Siemens to sell its pump unit.",
        Possible,
    ),
    // Who is buying has not bought yet.
    ("acquisition", "Bosch is buying Scania for $90 million.", Planned),
    ("acquisition", "Bosch has been buying shares in Scania.", Actual),
    // What somebody is sure of is still to come.
    ("sales", "Lactalis is confident of selling 21,000 tins.", Planned),
    ("sales", "Lactalis is on track to sell 21,000 tins.", Planned),
    ("sales", "Lactalis ought to sell 21,000 tins.", Planned),
    // Nobody of those told of does it.
    ("jobs", "No one will be fired, Bosch said.", Denied),
    ("jobs", "Bosch is to dismiss nobody at its mill.", Denied),
    // What is told of and denied did not happen.
    ("jobs", "Bosch denied reports of layoffs at its mill.", Denied),
    (
        "recall",
        "Nestle and Lactalis had the same milk, but neither of them had to recall any tins.",
        Denied,
    ),
    // What holds as it is told has happened.
    (
        "appointment",
        "Ann Roe will become chairwoman of Danone, effective immediately.",
        Actual,
    ),
    (
        "facility",
        "Danone will not close its mill with immediate effect.",
        Denied,
    ),
    // What comes first is still to come.
    (
        "acquisition",
        "He said that once the purchase of Danone by Bajaj was completed, the group would grow.",
        Planned,
    ),
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
    // What a verb in the passive says of the infinitive behind it.
    (
        "export",
        "Exports of wool are predicted to shrink to 480,000 tonnes.",
        Planned,
    ),
    // What a verb says of a movement, it says of what moves.
    ("export", "Kenya expects a rise of 4% in exports.", Planned),
    (
        "production",
        "Shell ruled out a fall in production of 4%.",
        Denied,
    ),
    ("export", "Kenya reported a rise of 4% in exports.", Actual),
    // What the word behind "be" says of the infinitive.
    ("export", "Kenya's exports are likely to fall 4%.", Possible),
    // A claim that somebody turns down.
    (
        "jobs",
        "Nestle dismissed a claim by the union that it had cut 800 jobs in Kenya.",
        Denied,
    ),
    // What plans are for, where the plans are scrapped.
    (
        "acquisition",
        "Bajaj's plans to buy Danone were scrapped.",
        Denied,
    ),
    (
        "acquisition",
        "Bajaj awaits the approval of the European Commission for buying Danone.",
        Planned,
    ),
    (
        "acquisition",
        "The purchase of Danone by Siemens still needs the approval of regulators.",
        Planned,
    ),
    (
        "acquisition",
        "Siemens walked away from a deal to buy Danone.",
        Denied,
    ),
    ("acquisition", "Siemens is close to buying Danone.", Planned),
    (
        "facility",
        "Toyota backed away from a plan to close its factory in Kenya.",
        Denied,
    ),
    (
        "facility",
        "It is unlikely that Toyota will open a factory in Kenya.",
        Denied,
    ),
    (
        "facility",
        "It is likely that Toyota will open a factory in Kenya.",
        Possible,
    ),
    (
        "agreement",
        "Kenya and Japan are on the brink of signing an agreement.",
        Planned,
    ),
    // A halt is told, not denied.
    ("production", "Toyota stopped making cars in Kenya.", Actual),
    // A headline's infinitive, whatever goes on beside it.
    (
        "facility",
        "Toyota to close a factory in Kenya as duties bite",
        Planned,
    ),
    (
        "export",
        "The ministry put Vietnam's rice exports at 8 million tonnes for 2031.",
        Planned,
    ),
    // What is not ruled out may come.
    (
        "facility",
        "Toyota has not ruled out closing its factory in Kenya.",
        Possible,
    ),
    (
        "acquisition",
        "Siemens did not rule out a merger with Danone.",
        Possible,
    ),
    // What was not kept from being done is done.
    (
        "facility",
        "The strike did not stop Toyota from opening a factory in Kenya.",
        Actual,
    ),
    (
        "facility",
        "The strike stopped Toyota from opening a factory in Kenya.",
        Denied,
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
    // What a sure loss leads to is as sure as it is.
    (
        "jobs",
        "The closure will result in 300 welders losing their jobs.",
        Planned,
    ),
    // A noun or a present tense only names what was planned.
    (
        "jobs",
        "Bosch will cut 300 jobs in Lima. The job cuts follow a loss.",
        Planned,
    ),
    (
        "jobs",
        "Bosch will cut 300 jobs in Lima. It has cut the 300 jobs.",
        Actual,
    ),
    // What comes of a plan is as sure as the plan, even behind a comma.
    (
        "jobs",
        "Bosch will close its mill in Lima, with the loss of 300 jobs.",
        Planned,
    ),
    ("jobs", "Bosch closed its mill in Lima, with the loss of 300 jobs.", Actual),
    // Neither figure of a changed forecast came true.
    (
        "export",
        "Kenya cut its forecast for exports of tea this year to 300 tonnes from 310 tonnes.",
        Planned,
    ),
    // What is happening is told at once below the headline, not by each sentence after.
    (
        "facility",
        "Bosch opens hospital in Kenya\n\nBosch opened a hospital in Kenya. The hospital is expected to be operational in May.",
        Actual,
    ),
    // A relative clause tells nothing of what the verb above it says.
    (
        "facility",
        "Bosch recommended Ann Roe, who opened a mill in Kenya in May.",
        Actual,
    ),
    // Another stage of a launch on another day leaves what is planned a plan.
    (
        "launch",
        "Toyota will launch the bZ4X in May 2030. The bZ4X was unveiled by Toyota in 2019.",
        Planned,
    ),
    // What is only worked towards is to come; what somebody backs out of does not come.
    ("facility", "Bosch set its sights on opening a mill in Kenya.", Planned),
    ("facility", "Bosch is working towards opening a mill in Kenya.", Planned),
    ("facility", "Bosch is open to building a mill in Kenya.", Possible),
    ("facility", "Bosch is looking at building a mill in Kenya.", Possible),
    ("facility", "Bosch backed out of building a mill in Kenya.", Denied),
    ("facility", "Bosch stopped short of building a mill in Kenya.", Denied),
    ("facility", "Instead of building a mill in Kenya, Bosch hired a dean.", Denied),
    ("facility", "Bosch moved out after building a mill in Kenya.", Actual),
    // Who is named before the day on which she begins has not begun.
    (
        "appointment",
        "Bosch named Ann Roe chairman. She becomes chairman in December.",
        Planned,
    ),
    (
        "appointment",
        "Bosch named Ann Roe chief executive. She became chief executive in May.",
        Actual,
    ),
];

#[test]
fn the_status_is_that_of_the_words() {
    let extractor = Extractor::new();
    let day = chrono::NaiveDate::from_ymd_opt(2025, 10, 15).unwrap();
    for &(kind, text, status) in CASES {
        let facts = extractor.extract(&Article::new(text).published(day));
        let found: Vec<Status> = facts
            .events()
            .iter()
            .filter(|event| event.fact().name() == kind)
            .map(|event| event.status())
            .collect();
        assert_eq!(found, [status], "{text}");
    }
}

#[test]
fn what_is_asked_is_not_told() {
    let extractor = Extractor::new();
    for text in [
        "Asked whether people would be dismissed, the mayor left.",
        "Reporters asked Mary Robinson if Toyota would buy Subaru.",
        "The visitors enquired whether the mill in Lima would close.",
    ] {
        let facts = extractor.extract(&Article::new(text));
        assert!(facts.events().is_empty(), "{text}: {:?}", facts.events());
    }
}
