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

/// The types of an article's events.
fn types(text: &str) -> Vec<String> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let names = facts.events().iter().map(|event| event.fact().name());
    names.map(str::to_owned).collect()
}

#[test]
fn a_heading_tells_what_the_rows_below_it_measure() {
    let text = "Car output in Peru fell 2% in May to 9,000 units.\n\nEXPORTS BY MAKER, May (units)\nToyota   4,918   +5.6%\nNissan   1,204   -1.9%\n";
    assert_eq!(types(text), ["production", "export", "export"]);
    let text = "Tea exports from Kenya rose 2% in May to $90 million.\n\nBY CROP\n- Roses: $14m, up 3%\n- Dried mango: $12m, up 3%\n";
    assert_eq!(types(text), ["export", "export", "export"]);
    let text = "Tea exports from Kenya rose 2% in May to $90 million.\n\nImports in brief\n\n- Roses: $14m, up 3%\n- Dried mango: $12m, up 3%\n";
    assert_eq!(types(text), ["export", "import", "import"]);
    let text = "Tea exports from Kenya rose 2% in May to $90 million.\n\nOther markets in May:\n\n- Peru: down 8%\n- Chile: up 3%\n";
    assert_eq!(types(text), ["export", "export", "export"]);
}

#[test]
fn a_table_goes_on_with_what_is_said_to_have_grown() {
    let text = "Tax cuts brought makers double-digit growth in despatches.\n\nCompany | Nov 2025 | Nov 2024\nHonda | 6,490 | 4,805\nToyota | 5,508 | 4,250\n";
    assert_eq!(types(text), ["sales"; 4]);
}

#[test]
fn an_item_tells_where_its_goods_go() {
    let told = goods("Chile's copper exports came to $4.1bn in June.\n- Lithium: 21,300 tonnes, mostly to Peru and Japan\n- Salmon: $510m\n");
    assert_eq!(told[1], ("Lithium".to_owned(), "Peru + Japan".to_owned()));
    assert_eq!(told[2].1, "");
}

#[test]
fn what_a_figure_measures_out_is_no_country() {
    let told = goods("Germany bought 8.5 million tons of it through the pipeline.");
    assert_eq!(told, [(String::new(), String::new())]);
}

#[test]
fn how_far_off_a_site_lies_is_not_how_large_it_is() {
    let extractor = Extractor::new();
    let sizes = |text: &str| -> Vec<usize> {
        let facts = extractor.extract(&Article::new(text));
        let sites = facts.events().iter().filter_map(|event| match event.fact() {
            Fact::Facility(facility) => Some(facility.size.len()),
            _ => None,
        });
        sites.collect()
    };
    assert_eq!(
        sizes("Bosch is building an airport at Bishoftu, 40 km south of the capital."),
        [0]
    );
    assert_eq!(sizes("Bosch is building a 40 km railway in Peru."), [1]);
}

#[test]
fn goods_that_are_carried_on_leave_their_country_behind() {
    let told = goods("India bought 300,000 tonnes of Angolan crude in May. Peru’s shipments to the country fell to 40,000 tonnes.");
    let told: Vec<_> = told
        .iter()
        .map(|(goods, to)| (goods.as_str(), to.as_str()))
        .collect();
    assert_eq!(told[..2], [("Angolan crude", "Angolan"), ("crude", "India")]);
}

#[test]
fn what_lies_in_store_is_no_output() {
    let told =
        goods("Angola pumped 60,000 barrels of crude in May. Petrol inventories added 40,000 barrels.");
    let told: Vec<_> = told.iter().map(|(goods, _)| goods.as_str()).collect();
    assert_eq!(told, ["crude"]);
}

#[test]
fn the_items_of_a_list_have_prices_of_their_own() {
    let text = "Hyundai raised its prices.\n\n- Tucson: $32,000\n- Kona: $26,000\n";
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let told = facts.events().iter().filter_map(|event| match event.fact() {
        Fact::PriceChange(change) => Some((change.product.first()?, change.price.first()?)),
        _ => None,
    });
    let mut told: Vec<_> = told
        .map(|(product, price)| (product.span().of(text), price.span().of(text)))
        .collect();
    told.sort_unstable();
    assert_eq!(told, [("Kona", "$26,000"), ("Tucson", "$32,000")]);
}

#[test]
fn figures_are_of_the_goods_that_the_article_is_on() {
    let told = goods(
        "Tobacco crop hits record\n\nHARARE - Tobacco growers are glad. Output rose 9% to 300 million kg.",
    );
    assert_eq!(told[0].0, "Tobacco");
    let told = goods(
        "Tobacco and tea fare well\n\nHARARE - Growers of tobacco and tea are glad. Output rose 9% to 300 million kg.",
    );
    assert_eq!(told[0].0, "");
    let told = goods("Turkey does well\n\nANKARA - Turkey is glad. Exports rose 9%.");
    assert_eq!(told[0].0, "");
}

/// The goods of each event that has a price.
fn priced(text: &str) -> Vec<String> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let told = facts.events().iter().filter_map(|event| match event.fact() {
        Fact::PriceChange(change) => Some(&change.product),
        _ => None,
    });
    told.map(|product| {
        product
            .first()
            .map_or("", |product| product.span().of(text))
            .to_owned()
    })
    .collect()
}

#[test]
fn figures_are_of_the_goods_that_the_sentence_before_is_about() {
    let told =
        goods("Nepal mines potash. Output fell to 90,000 tonnes in May. Exports came to 40,000 tonnes.");
    let told: Vec<_> = told.iter().map(|(goods, _)| goods.as_str()).collect();
    assert_eq!(told, ["potash", "potash"]);
    let told = goods("The olive oil season ended in June. Togo produced 50,000 tonnes.");
    assert_eq!(told[0].0, "olive oil");
    let told = goods("Bicycles are in vogue in Denmark. Imports of them rose 7% to 90,000 last year.");
    assert_eq!(told[0].0, "Bicycles");
    // Of two nobody knows which.
    let told = goods("Nepal mines potash and zinc. Output fell to 90,000 tonnes in May.");
    assert_eq!(told[0].0, "");
    // "All" is no tea alone, and what a company sold more of is none that was told of.
    let told = goods("Kenya grows tea. Total exports came to 90,000 tonnes.");
    assert_eq!(told[0].0, "");
    let told = goods("A bottle of milk broke. In Peru, exports rose 5% to $3bn.");
    assert_eq!(told[0].0, "");
}

#[test]
fn prices_are_of_the_goods_that_the_sentence_before_is_about() {
    assert_eq!(
        priced("Norwegian salmon is dearer. The average price rose 8% to 92 kroner a kilo."),
        ["salmon"]
    );
    assert_eq!(
        priced("Vietnam grows pepper. The price climbed 4% to $6,900 a tonne."),
        ["pepper"]
    );
    assert!(priced("Vietnam grows pepper. Consumer prices climbed 4%.").is_empty());
    assert!(priced("Vietnam grows pepper. The share price climbed 4% to $69.").is_empty());
}
