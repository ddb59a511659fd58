//! What is traded, made and called back, and where it goes.

use dateline::{Article, Extractor, Fact, Filler};

/// The goods of each export, import and production of an article, and where they go or come from.
fn goods(text: &str) -> Vec<(String, String)> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let words = |fillers: &[Filler<'_>]| {
        let words: Vec<_> = fillers.iter().map(|filler| filler.span().of(text)).collect();
        words.join(" + ")
    };
    let told = facts.events().iter().filter_map(|event| match event.fact() {
        Fact::Export(export) => Some((words(&export.goods), words(&export.destination))),
        Fact::Import(import) => Some((words(&import.goods), words(&import.origin))),
        Fact::Production(production) => Some((words(&production.goods), String::new())),
        _ => None,
    });
    told.collect()
}

#[test]
fn the_items_of_a_list_are_of_what_the_figure_above_it_was_of() {
    let text = "Kenya shipped 9,000 tonnes of nuts in May.\n\nWhere they went\nJapan: 400 tonnes\nPeru: 300 tonnes\n";
    let told = goods(text);
    let told: Vec<_> = told
        .iter()
        .map(|(goods, to)| (goods.as_str(), to.as_str()))
        .collect();
    assert_eq!(told, [("nuts", ""), ("nuts", "Japan"), ("nuts", "Peru")]);
}

#[test]
fn the_parts_of_a_total_of_nobody_come_from_elsewhere() {
    let told = goods("The office saw wheat imports of 3.1 million tonnes:\n- Russia, 1.05 million tonnes\n- France, 890,000 tonnes\n");
    let from: Vec<_> = told.iter().map(|(_, from)| from.as_str()).collect();
    assert_eq!(from, ["", "Russia", "France"]);
}

#[test]
fn a_total_is_of_no_single_goods() {
    let told = goods("Peru exported 900 tonnes of zinc. Total exports came to 7,000 tonnes.");
    assert_eq!(told[1].0, "");
}

#[test]
fn bags_hold_what_the_bags_before_held() {
    let told = goods("Peru exported 900 bags of tea in May. Shipments from Kenya fell to 700 bags.");
    assert_eq!(told[1].0, "tea");
}
