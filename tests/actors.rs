//! Who does it, and nobody else.

use dateline::{Article, Extractor, Fact};

#[test]
fn a_country_whose_largest_grower_sells_does_not_sell() {
    let text = "Kenyan tea is dear.\n\nKakuzi Plc, the country’s largest grower, exported 12,800 tonnes.";
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let [event] = facts.events() else {
        panic!("one export, found {}", facts.events().len());
    };
    let Fact::Export(export) = event.fact() else {
        panic!("an export, found {}", event.fact().name());
    };
    let exporters: Vec<&str> = export
        .exporter
        .iter()
        .map(|filler| filler.span().of(text))
        .collect();
    assert_eq!(exporters, ["Kakuzi Plc"]);
}
