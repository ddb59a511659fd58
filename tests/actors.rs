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

/// The names of those who sell, export or have results, of each event of an article.
fn actors(text: &str) -> Vec<String> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let mut found = Vec::new();
    for event in facts.events() {
        let fillers = match event.fact() {
            Fact::Export(export) => &export.exporter,
            Fact::Results(results) => &results.organisation,
            Fact::Import(import) => &import.importer,
            Fact::Sales(sales) => &sales.seller,
            _ => continue,
        };
        found.extend(fillers.iter().map(|filler| filler.span().of(text).to_owned()));
    }
    found
}

#[test]
fn a_figure_is_whose_its_subject_points_at() {
    let text = "Turkish Airlines is growing.\n\nTalks with Boeing and GE Aerospace are still going on.\n\nThe airline flew 85 million people \
        in 2024, up 2% from the year before, on revenue of $22bn.";
    assert_eq!(actors(text), ["Turkish Airlines"]);
}

#[test]
fn a_description_stands_for_whose_name_or_listing_agrees_with_it() {
    let airways = "Qatar Airways is growing.\n\nTalks with Boeing are still going on.\n\nThe airline had revenue of $22bn.";
    assert_eq!(actors(airways), ["Qatar Airways"]);
    let carmaker =
        "Kia is growing. Samsung said chips are dear.\n\nThe carmaker exported 4,000 cars to Peru.";
    assert_eq!(actors(carmaker), ["Kia"]);
    let company =
        "Kia is growing.\n\nSamsung said chips are dear.\n\nThe company exported 4,000 tons to Peru.";
    assert_eq!(actors(company), ["Samsung"]);
}

#[test]
fn a_paragraph_comes_back_to_whom_the_text_is_about() {
    let text = "Kia lost a case in Lima on Monday. Chips are dear.\n\nA storm hit the coast. Bosch will pay for it.\n\nThe company \
                had a net loss of $3m. Sales fell 4% to $90m.";
    assert_eq!(actors(text), ["Kia"]);
    // Where the paragraph is about another, it goes on with them.
    let text = "Kia lost a case in Lima on Monday.\n\nBosch is growing. Bosch makes chips, and Bosch is liked.\n\nThe company \
                had a net loss of $3m.";
    assert_eq!(actors(text), ["Bosch"]);
}

#[test]
fn what_hangs_behind_a_verb_is_not_whom_a_sentence_is_about() {
    let text = "Kia is growing. The site, bought from Bosch in 1998, makes vans. It had a net loss of $3m.";
    assert_eq!(actors(text), ["Kia"]);
    let text = "Kia's former head Ann Roe now leads Bosch. The company had a net loss of $3m.";
    assert_eq!(actors(text), ["Bosch"]);
    let text = "Kia is growing. The mill was built by Bosch. It had a net loss of $3m.";
    assert_eq!(actors(text), ["Bosch"]);
}

#[test]
fn it_is_nobody_else_than_whom_no_list_knows() {
    let text = "Kia is growing. Krantz Zoltar will grow. It had a net loss of $3m.";
    assert!(!actors(text).contains(&"Kia".to_owned()));
}

#[test]
fn a_country_is_whose_trade_was_told_of_not_one_that_bought() {
    let text = "Ethiopia earned $1.4bn from coffee in May. Germany was the biggest buyer with 60,000 tonnes, followed by Peru with \
                52,000. The country had exported 248,000 tonnes the year before.";
    assert!(
        actors(text).iter().all(|actor| actor == "Ethiopia"),
        "{:?}",
        actors(text)
    );
}

#[test]
fn a_description_of_a_country_is_none_of_another() {
    let text =
        "Turkey's Kia sold vans. Bulgaria's Bosch runs two mills. The Turkish firm had a net loss of $3m.";
    assert_eq!(actors(text).last().map(String::as_str), Some("Kia"));
    let text = "Toyota is growing in Lima and Rome.\n\nBYD came sixth. It was a good month.\n\nThe Chinese firm had a net loss of $3m.";
    assert_eq!(actors(text), ["BYD"]);
    let text = "Bosch makes drills.\n\nThe New Jersey-based company had a net loss of $3m.";
    assert_eq!(actors(text), ["Bosch"]);
}

#[test]
fn the_country_is_the_one_that_the_text_is_about() {
    let text = "Peruvian fig exports rose 22% to 3,000 tonnes in May.\n\nAmericans took half of the fruit. China was next.\n\nThe \
                country exported 2,000 tonnes in April.";
    assert!(!actors(text).contains(&"China".to_owned()), "{:?}", actors(text));
}

#[test]
fn a_bare_figure_is_of_the_company_that_the_sentence_before_is_about() {
    let text = "Bosch is growing. Some 9,000 drills were sold last year.";
    assert_eq!(actors(text), ["Bosch"]);
    let text = "Bosch is growing. Sales across the industry fell 3% to 9,000 drills.";
    assert_ne!(actors(text), ["Bosch"]);
}

#[test]
fn items_under_a_headline_are_those_of_its_company() {
    let text = "Bosch has a good year\n\n• Deliveries of 42,000 drills, up 9%\n• Net loss: $30m\n\nBosch reported on Monday. It sold vans.";
    assert!(
        actors(text).iter().all(|actor| actor == "Bosch"),
        "{:?}",
        actors(text)
    );
}

#[test]
fn lines_that_leave_out_who_does_it_are_told_of_the_company_whose_release_it_is() {
    let text =
        "Corvex to grow\n\nCorvex Inc. said on Friday that all went well. Corvex is based in Lima.\n\n\
                Highlights\n\n- Shipped 300 tonnes of copper to Japan\n- Sold its mill to Bosch\n\
                - Revenue of $30m, up 4%\n- Imported 40 tonnes of tin from Peru";
    assert_eq!(actors(text), ["Corvex"; 3]);
    let text =
        "Corvex to grow\n\nCorvex Inc. has a rival, and Corvex is small.\n\nBosch said that it had:\n\n\
                - Shipped 300 tonnes of copper to Japan";
    assert_eq!(actors(text), ["Bosch"]);
}

#[test]
fn behind_a_list_results_are_those_of_whom_the_article_is_about() {
    let text =
        "Corvex Inc. said on Friday that all went well. Corvex Inc. is based in Lima.\n\nHighlights\n\n\
                - Appointed Ann Roe as chairman\n- Opened a mill in Peru\n- Opened a mill in Chile\n\
                - Opened a mill in Kenya\n\nFinancial results\n\nNet loss was $4 million.";
    assert_eq!(actors(text), ["Corvex Inc."]);
}

#[test]
fn the_company_with_a_capital_is_the_one_whose_release_it_is() {
    let text = "Corvex Inc. made a loss of $4m.\n\nBosch is a client. Bosch paid for a mill. \
                The Company also shipped 300 tonnes of copper to Japan.";
    assert_eq!(actors(text), ["Corvex Inc.", "Corvex Inc."]);
}

#[test]
fn a_product_has_its_maker_in_its_name() {
    let text = "Sales of the Fiat Panda fell 4% to 9,000 in May.";
    assert_eq!(actors(text), ["Fiat"]);
}

#[test]
fn the_bank_is_the_one_that_the_text_is_about_not_one_named_bank_in_passing() {
    let text = "Nordea, the largest bank, will cut costs after Danske Bank.\n\nNordea is weak. \
                The bank reported net profit of $30m.";
    assert_eq!(actors(text), ["Nordea"]);
}

#[test]
fn their_mills_are_those_of_several_told_of_without_a_name() {
    let text =
        "Siemens won the case.\n\nThe farmers argue that their mills have exported 300 tonnes of rice.";
    assert_eq!(actors(text), Vec::<String>::new());
}

#[test]
fn it_goes_on_with_whom_somebody_owns_not_with_the_owner() {
    let text = "Bosch's Siemens hired an envoy. It exported 300 pumps to Peru.";
    assert_eq!(actors(text), ["Siemens"]);
}

#[test]
fn the_company_is_whom_the_text_is_about_not_what_it_will_have_bought() {
    let text = "Siemens makes pumps.\n\nMr Roe said that once the purchase of Bosch was complete, the company would report \
                net profit of $30m.";
    assert_eq!(actors(text), ["Siemens"]);
}

#[test]
fn a_clause_between_commas_hides_nobody_behind_it() {
    let text = "Nordea, in which Siemens owns a stake, fell.\n\nMs Roe, who joined the company in May, said Bosch was \
                well. The company reported net profit of $30m.";
    assert_eq!(actors(text), ["Bosch"]);
}

#[test]
fn who_tells_the_figures_of_a_trade_sells_nothing() {
    for teller in [
        "the dealers' federation Vorka said",
        "according to industry body Vorka",
        "according to data of the Moped Dealers Association",
        "figures from the Moped Dealers Association showed",
    ] {
        let text = format!("Sales of mopeds rose 5% to 300 units in May, {teller}.");
        assert_eq!(actors(&text), Vec::<String>::new(), "{teller}");
    }
    let firm = "Sales of mopeds rose 5% to 300 units in May, according to figures from Siemens.";
    assert_eq!(actors(firm), ["Siemens"]);
}

#[test]
fn goods_of_a_country_are_not_those_of_the_firm_told_of_last() {
    let text = "Siemens opened a plant in Peru. Peru is growing. Imports of figs fell 3% to 900 tonnes.";
    assert_eq!(actors(text), ["Peru"]);
}

#[test]
fn goods_that_the_company_tells_of_are_its_own() {
    let text = "Siemens opened a plant in Peru. Exports of pumps rose 4% to 900 units, the company said.";
    assert_eq!(actors(text), ["Siemens"]);
}

#[test]
fn the_countries_of_a_list_are_customers_where_a_country_was_told_of() {
    let text =
        "Peru shipped 900 tonnes of figs in May.\n\nWhere they went\nChad: 300 tonnes\nMali: 200 tonnes\n";
    assert_eq!(actors(text), ["Peru", "Peru", "Peru"]);
}

#[test]
fn a_phrase_with_a_figure_goes_with_the_verb_over_others() {
    let text = "Bosch bought Acme. Siemens ended the year on a high note with a profit of $3 million.";
    assert_eq!(actors(text), ["Siemens"]);
}

#[test]
fn the_government_is_that_of_the_dateline_unless_another_has_just_acted() {
    let far = "LUSAKA - Zambia is dry. India closed a port. Siemens hired staff. Bosch fell.";
    let near = "LUSAKA - Zambia is dry. India closed a port.";
    for (told, country) in [(far, "Zambia"), (near, "India")] {
        let text = format!("{told} The government exported 900 tonnes of figs.");
        assert_eq!(actors(&text), [country], "{text}");
    }
}

#[test]
fn the_board_is_that_of_the_company_unless_one_is_named() {
    let company = "Siemens is growing. The board reported a profit of $3 million.";
    assert_eq!(actors(company), ["Siemens"]);
    let named = "The Kenya Tea Board met. Siemens is growing. The board exported 900 tonnes of tea.";
    assert_eq!(actors(named), ["Kenya Tea Board"]);
}

#[test]
fn the_refinery_is_the_one_named_so() {
    let text = "Lahti Refinery hired 30 people. Bosch fell. The refinery exported 900 tonnes of fuel.";
    assert_eq!(actors(text), ["Lahti Refinery"]);
    let text = "Bosch fell. Siemens rose. The planter exported 900 tonnes of figs.";
    assert_eq!(actors(text), ["Siemens"]);
}

#[test]
fn the_country_is_not_the_one_that_sells_to_it() {
    let text = "Peru, the second-largest grower, bought 300 tonnes of coffee. Kenyan shipments to the country fell to 40 tonnes.";
    assert_eq!(actors(text), ["Peru", "Kenyan"]);
}

#[test]
fn what_comes_from_a_country_it_does_not_import_itself() {
    let text = "Chile shipped 300 tonnes of copper. Imports from the country fell to 40 tonnes.";
    assert_eq!(actors(text), ["Chile"]);
}

#[test]
fn its_stands_for_the_subject_of_the_clause_around_it() {
    let text =
        "Siemens said it was closed, and Bosch reported that its factory had exported 300 pumps to Peru.";
    assert_eq!(actors(text), ["Bosch"]);
}

#[test]
fn the_company_is_not_the_one_that_a_newcomer_worked_for() {
    let text = "Siemens is weak. His place goes to Ann Roe, now controller at Bosch.\n\nThe company exported 300 pumps to Peru.";
    assert_eq!(actors(text), ["Siemens"]);
}

#[test]
fn whoever_speaks_for_a_company_without_a_name_tells_of_it() {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(
        "The chairman of Nordea said that 300 jobs would go in Turku.",
    ));
    let employers: Vec<_> = facts
        .events()
        .iter()
        .filter_map(|event| match event.fact() {
            Fact::Jobs(jobs) => Some(&jobs.employer),
            _ => None,
        })
        .flatten()
        .map(|filler| facts.text(filler.span()).to_owned())
        .collect();
    assert_eq!(employers, ["Nordea"]);
}

#[test]
fn who_owns_a_company_is_not_what_the_next_sentence_is_about() {
    let text = "Fiskars makes axes. The Siemens-owned company sold 900 axes in May. It exported 300 axes.";
    assert_eq!(actors(text), ["Fiskars", "Fiskars"]);
    let text = "The Siemens-owned company is old. It exported 300 axes.";
    assert!(actors(text).is_empty());
}

#[test]
fn a_name_before_a_dash_tells_whose_figures_follow() {
    let text = "Fiskars — Exports of axes fell to 300 tonnes.";
    assert_eq!(actors(text), ["Fiskars"]);
    let text = "Ana Roe — Exports of axes fell to 300 tonnes.";
    assert!(actors(text).is_empty());
}

#[test]
fn the_government_of_a_named_country_is_no_other_ones() {
    let text = "Kenya exported 300 tonnes of tea. The Dutch government exported 40 tonnes of cheese.";
    assert_eq!(actors(text), ["Kenya", "Dutch"]);
}

#[test]
fn the_leading_firm_of_a_country_is_not_the_country() {
    let text = "Kenya’s leading retailer exported 300 axes.";
    assert!(actors(text).iter().all(|name| name != "Kenya"));
}

#[test]
fn they_and_the_two_companies_are_those_who_were_named_together() {
    let text = "Fiskars and Siemens said they exported 300 axes.";
    assert_eq!(actors(text), ["Fiskars", "Siemens"]);
    let text = "Fiskars makes axes with Siemens. The two companies exported 300 axes.";
    assert_eq!(actors(text), ["Fiskars", "Siemens"]);
    let text = "Fiskars makes axes with Siemens and Bosch. The two companies exported 300 axes.";
    assert!(actors(text).iter().all(|name| name != "Bosch"));
    let text = "Fiskars makes axes with Siemens and Bosch. The three companies exported 300 axes.";
    assert_eq!(actors(text), ["Fiskars", "Siemens", "Bosch"]);
    let text = "Fiskars makes axes with Siemens and Bosch. The four companies exported 300 axes.";
    assert!(actors(text).is_empty());
    let text = "Kenya borders Uganda. The two countries exported 300 axes.";
    assert_eq!(actors(text), ["Kenya", "Uganda"]);
    let text = "Fiskars makes axes. It exported 300 axes with Siemens and Bosch.";
    assert_eq!(actors(text), ["Fiskars"]);
}

#[test]
fn whoever_says_right_before_it_what_it_does_is_meant() {
    let text = "Fiskars fell after Siemens said that it had exported 300 axes.";
    assert_eq!(actors(text), ["Siemens"]);
    let text = "Shares of Fiskars (NASDAQ: FSK) rose. It exported 300 axes.";
    assert!(actors(text).iter().all(|name| name != "NASDAQ"));
}

#[test]
fn a_description_stands_for_whoever_does_such_business() {
    let cases = [
        // What the lists say of both, with legal forms or without.
        (
            "Lufthansa cut fares. Rio Tinto opened a mine. The airline had revenue of $3m.",
            "Lufthansa",
        ),
        (
            "Barclays cut fees. Tesco Plc opened a shop. The bank had revenue of $3m.",
            "Barclays",
        ),
        (
            "Heineken cut prices. Pfizer opened a lab. The brewer had revenue of $3m.",
            "Heineken",
        ),
        // What its name says of one that no list has.
        (
            "Heineken cut prices. Velsen Minerals opened a shop. The brewer had revenue of $3m.",
            "Heineken",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(actors(text), [expected], "{text}");
    }
}

#[test]
fn a_description_of_another_trade_is_another_firm() {
    for (text, expected) in [
        (
            "Nissan sold cars to Barclays. The carmaker opened a plant. The bank had revenue of $3m.",
            "Barclays",
        ),
        (
            "Rio Tinto met Lufthansa. The miner cut costs. The airline had revenue of $3m.",
            "Lufthansa",
        ),
        // "The carrier" is the airline, "the group" may be anybody.
        (
            "Rio Tinto met Lufthansa. The airline cut costs. The carrier had revenue of $3m.",
            "Lufthansa",
        ),
        (
            "Nissan met Barclays. The carmaker cut costs. The group had revenue of $3m.",
            "Nissan",
        ),
    ] {
        assert_eq!(actors(text), [expected], "{text}");
    }
}

#[test]
fn what_a_company_does_tells_more_than_what_sort_of_body_it_is() {
    let list = "# list: organisations\nname\tkind\tsector\n\
                Zarnox Dynamics\tcompany\tautomobiles\nBluefinch\tcompany\tbanks\nQuillon\tcompany\tauto-parts\n";
    let extractor = Extractor::builder().list("own.tsv", list).build().unwrap();
    for (text, expected) in [
        (
            "Zarnox Dynamics cut costs. Quillon grew. The carmaker had revenue of $3m.",
            "Zarnox Dynamics",
        ),
        (
            "Bluefinch cut costs. Quillon grew. The bank had revenue of $3m.",
            "Bluefinch",
        ),
        (
            "Nissan cut costs. Denso grew. The carmaker had revenue of $3m.",
            "Nissan",
        ),
    ] {
        let facts = extractor.extract(&Article::new(text));
        let told = facts
            .events()
            .last()
            .map(|event| event.fact().role("organisation"));
        let told = told.and_then(|told| Some(facts.text(told.first()?.span())));
        assert_eq!(told, Some(expected), "{text}");
    }
}

#[test]
fn a_country_goes_on_where_no_company_of_its_trade_is_pointed_at() {
    let told = |end: &str| {
        format!(
            "Peru’s exports of tea rose 3% to $2bn. Rio Tinto opened a mill. Gold exports rose 4%, {end}."
        )
    };
    assert_eq!(actors(&told("the bank said")), ["Peru", "Peru"]);
    assert_eq!(actors(&told("the ministry said")), ["Peru", "Peru"]);
    assert_eq!(actors(&told("the miner said")), ["Peru", "Rio Tinto"]);
}

#[test]
fn whoever_stands_before_a_noun_whose_verb_is_left_out_acts() {
    let text = "Fiskars made a profit of $3m and Siemens a loss of $2m.";
    assert_eq!(actors(text), ["Fiskars", "Siemens"]);
    let text = "Fiskars, a rival of Siemens, a German firm, made a profit of $3m.";
    assert_eq!(actors(text), ["Fiskars"]);
}

#[test]
fn a_company_of_a_country_plans_what_its_headline_says() {
    assert_eq!(actors("Peru's Volcan to export 300 tonnes of zinc"), ["Volcan"]);
    assert_eq!(
        actors("Peru's plan to export 300 tonnes of zinc stalls"),
        ["Peru"]
    );
}

#[test]
fn a_list_is_of_whom_the_lead_names() {
    let text = "KUALA LUMPUR: Malaysia approved loans of RM190 billion in May. Malaysia is growing.\n\nKirana Semicon Bhd opened a mill. Kirana also hired people.\n\nTrade at a glance\n\n- Exports of chips in June: RM65 billion, up 23%\n";
    assert_eq!(actors(text), ["Malaysia"]);
}

#[test]
fn of_two_airlines_the_one_that_is_called_so_by_its_name_is_no_surer_than_the_other() {
    let text = "Lufthansa bought ITA Airways in May. The airline made a profit of $30m in 2024.";
    assert_eq!(actors(text), ["Lufthansa"]);
}

#[test]
fn a_broker_tells_of_others_and_has_a_profit_of_its_own() {
    for teller in ["Broker Vorka Securities expects", "Vorka Research reported"] {
        let text = format!("{teller} sales of mopeds of 300 units.");
        assert_eq!(actors(&text), Vec::<String>::new(), "{teller}");
    }
    assert_eq!(
        actors("Barclays analyst Ann Roe said moped sales rose 5% to 300 units."),
        Vec::<String>::new()
    );
    assert_eq!(
        actors("Vorka Securities made a profit of $30m."),
        ["Vorka Securities"]
    );
}

#[test]
fn a_new_paragraph_on_other_goods_is_not_of_the_company_told_of_last() {
    let lead = "Pump sales rose 4% to 900 units in May.\n\nSiemens sold 500 pumps and Bosch 300.";
    let apart = format!("{lead}\n\nFan sales, however, slipped 12% to 200 units.");
    assert_eq!(actors(&apart), ["Siemens", "Bosch"]);
    let within = format!("Siemens and Bosch make pumps.\n\n{lead} Fan sales slipped 12% to 200 units.");
    assert_eq!(actors(&within), ["Siemens", "Bosch", "Siemens"]);
}

/// Who buys, of each takeover of an article.
fn buyers(text: &str) -> Vec<String> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let mut found = Vec::new();
    for event in facts.events() {
        if let Fact::Acquisition(acquisition) = event.fact() {
            found.extend(
                acquisition
                    .buyer
                    .iter()
                    .map(|buyer| buyer.span().of(text).to_owned()),
            );
        }
    }
    found
}

#[test]
fn those_who_make_up_or_lead_a_group_act() {
    let bosch = ["Bosch"];
    let both = ["Bosch", "Renault"];
    for (text, expected) in [
        ("A consortium of Bosch and Renault will buy Scania.", &both[..]),
        ("A consortium led by Bosch will buy Scania.", &bosch),
        ("Investors including Bosch and Renault will buy Scania.", &both),
        ("A group of investors headed by Bosch will buy Scania.", &bosch),
        ("A syndicate comprising Bosch and Renault will buy Scania.", &both),
        (
            "Scania will be bought by a consortium that includes Bosch.",
            &bosch,
        ),
        ("Bosch, a group including Renault, will buy Scania.", &bosch),
        ("Bosch, owner of Renault, will buy Scania.", &bosch),
    ] {
        assert_eq!(buyers(text), expected, "{text}");
    }
}

#[test]
fn those_who_do_it_along_with_somebody_act_too() {
    let both = ["Bosch", "Renault"];
    for text in [
        "Bosch, along with Renault, will buy Scania.",
        "Bosch will buy Scania together with Renault.",
        "Bosch will buy Scania in partnership with Renault.",
        "Bosch will buy Scania alongside its partner Renault.",
    ] {
        assert_eq!(buyers(text), both, "{text}");
    }
    let mut fronted = buyers("Together with Renault, Bosch will buy Scania.");
    fronted.sort();
    assert_eq!(fronted, both);
    assert_eq!(buyers("Bosch, unlike Renault, will buy Scania."), ["Bosch"]);
}

#[test]
fn what_was_acted_on_is_acted_on_again() {
    let text = "Bosch bought Scania in 2013 and sold it to Renault for $8 billion.";
    assert_eq!(buyers(text), ["Bosch", "Renault"]);
}

#[test]
fn whom_somebody_expects_to_do_a_thing_is_another() {
    let text = "Siemens makes pumps. Bosch expects it to sell 900 pumps.";
    assert_eq!(actors(text), ["Siemens"]);
    assert_eq!(
        actors("Siemens makes pumps. Bosch expects it will sell 900 pumps."),
        ["Bosch"]
    );
}

#[test]
fn one_of_those_who_sell_is_not_what_they_sell() {
    let text = "Banks including Bosch Bank will sell their stake in the firm to Renault.";
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let targets = facts.events().iter().filter_map(|event| match event.fact() {
        Fact::Acquisition(acquisition) => Some(acquisition.target.len()),
        _ => None,
    });
    assert_eq!(targets.sum::<usize>(), 0);
}

#[test]
fn whoever_acts_in_the_clause_before_goes_before_whom_other_sentences_told_of() {
    let extractor = Extractor::new();
    for clause in [
        "will open a plant in Lyon, where 300 people will be employed.",
        "opened a hall in Lyon on Tuesday, where 200 jobs are to be created.",
    ] {
        let text = format!("Bosch shipped 300 drills to Peru in July.\n\nValeo {clause}");
        let facts = extractor.extract(&Article::new(&text));
        let employers = facts.events().iter().filter_map(|event| match event.fact() {
            Fact::Jobs(jobs) => Some(&jobs.employer),
            _ => None,
        });
        let names: Vec<&str> = employers
            .flatten()
            .map(|employer| employer.span().of(&text))
            .collect();
        assert_eq!(names, ["Valeo"], "{clause}");
    }
}

#[test]
fn what_befalls_a_company_has_no_sales() {
    let text = "Nokia is well.\n\nA strike hit its rival Ericsson, with sales down 8% in May.";
    assert_eq!(actors(text), ["Ericsson"]);
}

#[test]
fn a_figure_that_a_company_tells_with_nobody_else_is_its_own() {
    let text = "Kia had revenue of $9bn.\n\nSamsung also announced that it expects to see earnings grow by 12% this year.";
    assert_eq!(actors(text), ["Kia", "Samsung"]);
}

#[test]
fn the_firm_of_the_town_that_an_article_comes_from_is_the_one_that_it_is_about() {
    let text = "LIMA, May 3 - Alicorp bought 40% of Krantz Foods.\n\nKrantz Foods runs mills in Chile.\n\nThe Lima-based firm had revenue of \
        $9bn.";
    assert_eq!(actors(text), ["Alicorp"]);
}

#[test]
fn they_are_those_without_a_name_whom_the_sentence_before_is_about() {
    let told =
        |whose: &str| format!("Parmalat is growing. {whose} met in Milan. They took control of Cirio.");
    let extractor = Extractor::new();
    let bought = |whose: &str| {
        let text = told(whose);
        let facts = extractor.extract(&Article::new(&text));
        let events = facts
            .events()
            .iter()
            .filter(|event| event.fact().name() == "acquisition");
        events.count()
    };
    assert_eq!(bought("The firm's creditors"), 0);
    assert_eq!(bought("Parmalat and Danone"), 1);
}

#[test]
fn what_those_do_who_look_on_a_firm_the_firm_does_not_do() {
    let told = |whose: &str| format!("Parmalat is growing. {whose} exported 40 lorries to Peru.");
    assert_eq!(actors(&told("The firm's creditors")), Vec::<String>::new());
    assert_eq!(actors(&told("Parmalat's lenders")), Vec::<String>::new());
    assert_eq!(actors(&told("Parmalat's board")), ["Parmalat"]);
    assert_eq!(actors(&told("Italy's farmers")), ["Italy"]);
}
