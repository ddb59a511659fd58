//! Parts of a clause that go on without its verb: each tells a happening of its own.

use dateline::{Article, Extractor};

/// The events of a text, with what fills their roles as the text has it.
fn told(text: &str) -> Vec<String> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let event = |event: &dateline::Event<'_>| {
        let roles = event.fact().roles().into_iter();
        let roles = roles.chain([("date", event.date()), ("place", event.place())]);
        let filled = roles.filter(|(_, fillers)| !fillers.is_empty());
        let words = filled.map(|(role, fillers)| {
            let words: Vec<&str> = fillers.iter().map(|filler| facts.text(filler.span())).collect();
            format!("{role}={}", words.join(","))
        });
        words.collect::<Vec<_>>().join("; ")
    };
    facts.events().iter().map(event).collect()
}

#[test]
fn what_stands_beside_the_same_prepositions_is_told_once_more() {
    assert_eq!(
        told("Toyota opened a plant in Lima in May and a warehouse in Quito in June."),
        [
            "owner=Toyota; name=plant; date=May; place=Lima",
            "owner=Toyota; name=warehouse; date=June; place=Quito"
        ]
    );
    assert_eq!(
        told(
            "Siemens named Ana Roe as chairwoman, Ivo Roy as finance director and Bo Lee as chief executive."
        ),
        [
            "person=Ana Roe; position=chairwoman; organisation=Siemens",
            "person=Ivo Roy; position=finance director; organisation=Siemens",
            "person=Bo Lee; position=chief executive; organisation=Siemens"
        ]
    );
    assert_eq!(
        told("Bosch recalled 300 vans in Peru and 40 in Chile."),
        [
            "maker=Bosch; product=vans; count=300 vans; place=Peru",
            "maker=Bosch; product=vans; count=40; place=Chile"
        ]
    );
    assert_eq!(
        told("Kenya wants a cut of 40% by 2029, and 70% by 2035."),
        [
            "setter=Kenya; value=40%; date=2029",
            "setter=Kenya; value=70%; date=2035"
        ]
    );
}

#[test]
fn a_list_of_figures_with_their_places_tells_each() {
    assert_eq!(
        told("Bosch will cut 420 jobs in Leipzig, 90 in Hamburg and 15 in Bremen."),
        [
            "employer=Bosch; count=420 jobs; change=cut; place=Leipzig",
            "employer=Bosch; count=90; change=cut; place=Hamburg",
            "employer=Bosch; count=15; change=cut; place=Bremen"
        ]
    );
}

#[test]
fn the_subject_may_change_too() {
    assert_eq!(
        told("Garuda has ordered ten jets from Airbus, and Delta five jets from Boeing."),
        ["party=Garuda,Airbus", "party=Delta,Boeing"]
    );
    assert_eq!(
        told("Ana Roe was named chairwoman and Ivo Roy finance director."),
        [
            "person=Ana Roe; position=chairwoman",
            "person=Ivo Roy; position=finance director"
        ]
    );
}

#[test]
fn another_is_of_the_same_sort() {
    assert_eq!(
        told("Siemens signed an agreement with Scania in May and another with Bosch in June."),
        [
            "party=Siemens,Scania; instrument=agreement; date=May",
            "party=Siemens,Bosch; instrument=agreement; date=June"
        ]
    );
}

#[test]
fn what_only_joins_names_is_one_happening() {
    assert_eq!(
        told("Angela Merkel met Ana Roe of Peru and Ivo Roy of Chile on Friday.").len(),
        1
    );
    assert_eq!(told("Angela Merkel met Ana Roe and Ivo Roy on Friday.").len(), 1);
    assert_eq!(
        told("Siemens bought Scania from Bosch, a maker of pumps, for $3m."),
        ["buyer=Siemens; target=Scania; value=$3m"]
    );
}

#[test]
fn partners_of_a_part_are_its_own_all_of_them() {
    assert_eq!(
        told("Kenya shipped 30 tonnes of tea to Egypt and 50 tonnes of coffee to Oman and Qatar."),
        [
            "exporter=Kenya; goods=tea; count=30 tonnes; destination=Egypt",
            "exporter=Kenya; goods=coffee; count=50 tonnes; destination=Oman,Qatar"
        ]
    );
    assert_eq!(
        told("Peru is exporting mopeds to Chile and vans to Bolivia and Brazil."),
        [
            "exporter=Peru; goods=mopeds; destination=Chile",
            "exporter=Peru; goods=vans; destination=Bolivia,Brazil"
        ]
    );
}
