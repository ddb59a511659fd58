//! Which sentences tell one happening.

use dateline::{Article, Extractor, Fact, Filler, Status};

/// How many events of a type an article tells.
fn count(kind: &str, text: &str) -> usize {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    facts
        .events()
        .iter()
        .filter(|event| event.fact().name() == kind)
        .count()
}

/// The owners of each facility and the exporters of each export that an article tells.
fn actors(text: &str) -> Vec<Vec<String>> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let named = |fillers: &[Filler<'_>]| {
        fillers
            .iter()
            .map(|filler| facts.text(filler.span()).to_owned())
            .collect()
    };
    let told = facts.events().iter().filter_map(|event| match event.fact() {
        Fact::Facility(facility) => Some(named(&facility.owner)),
        Fact::Export(export) => Some(named(&export.exporter)),
        _ => None,
    });
    told.collect()
}

#[test]
fn the_plant_is_the_one_told_of() {
    let text =
        "Toyota opened a plant in Kenya. The factory, spread over 20 acres, can make 4,000 cars a year.";
    assert_eq!(count("facility", text), 1);
}

#[test]
fn a_plant_shut_and_one_opened_are_two() {
    let text = "Toyota shut its plant in Nairobi in March. On Monday the site was reopened.";
    assert_eq!(count("facility", text), 2);
    let text =
        "Toyota opened a plant in Nairobi in 1998. It was closed in 2012 and reopened in May by Bosch.";
    assert_eq!(count("facility", text), 3);
    let text = "Toyota closed three shops in Nairobi and opened two in Mombasa.";
    assert_eq!(count("facility", text), 2);
    let text = "Toyota is building a plant in Nairobi. It will open in May 2027.";
    assert_eq!(count("facility", text), 1);
}

#[test]
fn a_joined_participle_has_its_own_agent() {
    let text = "The plant was closed in 2012 and reopened in March by Scania.";
    assert_eq!(actors(text), [vec![], vec!["Scania".to_owned()]]);
}

#[test]
fn the_quota_is_no_tariff_told_of() {
    let text = "The cabinet raised a 25 percent tariff on steel. The cabinet abolished the sugar quota.";
    assert_eq!(count("policy", text), 2);
}

#[test]
fn the_tariff_is_the_duty_told_of() {
    let text = "Brazil put a duty on salt on Monday. The tariff takes effect in May.";
    assert_eq!(count("policy", text), 1);
    let text = "Brazil put a duty on salt on Monday. A ban on rice takes effect in May.";
    assert_eq!(count("policy", text), 2);
}

#[test]
fn a_bill_tells_what_it_says() {
    let text = "The governor vetoed a bill that would have raised the tax on gin.";
    assert_eq!(count("policy", text), 1);
    let text = "The senate backed a motion to lift the ban on gin.";
    assert_eq!(count("policy", text), 1);
    let text = "The bill would cut the tax on gin.";
    assert_eq!(count("policy", text), 1);
    let text = "The governor vetoed a bill and lifted the ban on gin.";
    assert_eq!(count("policy", text), 2);
}

#[test]
fn plants_of_two_countries_are_two() {
    let text = "Toyota opened a plant in Nairobi, Kenya. It closed a plant in Lima, Peru.";
    assert_eq!(count("facility", text), 2);
    let text = "Toyota opened a plant in Nairobi. It plans to open a plant in Mombasa.";
    assert_eq!(count("facility", text), 2);
    let text = "Toyota shuts Berlin mill\n\nToyota spent $25m on a new line in Belgium.";
    assert_eq!(count("facility", text), 2);
}

#[test]
fn the_buyer_told_of_is_no_total() {
    let text = "Vietnam's coffee shipments brought in $5.4 billion. Oman remained the top buyer, taking 196,000 tonnes.";
    assert_eq!(count("export", text), 2);
}

#[test]
fn what_closed_last_year_and_opens_again_is_told_of_twice() {
    let extractor = Extractor::new();
    let published = chrono::NaiveDate::from_ymd_opt(2025, 6, 12).expect("a day of the calendar");
    let text =
        "Bosch plans to reopen its Nakuru plant in August. The German firm closed the plant in November.";
    let facts = extractor.extract(&Article::new(text).published(published));
    let told: Vec<_> = facts
        .events()
        .iter()
        .filter(|event| event.fact().name() == "facility")
        .map(dateline::Event::status)
        .collect();
    assert_eq!(told, [Status::Planned, Status::Actual]);
}

#[test]
fn a_deal_for_another_firm_is_not_the_buyer_s() {
    let text = "Siemens agreed to buy Scania. A deal that values Volvo at $9 billion was struck on Monday.";
    assert_eq!(count("acquisition", text), 1);
}

#[test]
fn those_who_act_for_a_state_or_body_tell_its_event() {
    let text = "Kenya and Japan reached an accord on fish. The pact was signed by Ann Roe and Bo Lee.";
    assert_eq!(count("agreement", text), 1);
    let text = "The Economic Committee met on Tuesday. The meeting was chaired by Ann Roe.";
    assert_eq!(count("meeting", text), 1);
    let text = "Ann Roe met Bo Lee in Lima on Monday. Ivo Mann attended as well.";
    assert_eq!(count("meeting", text), 1);
    assert_eq!(count("meeting", "Ivo Mann attended as well."), 0);
    let text =
        "Kenya has signed a memorandum of understanding (MoU) with Peru. The MoU was signed by Ann Roe.";
    assert_eq!(count("agreement", text), 1);
}

#[test]
fn the_project_of_another_firm_is_no_plant_told_of() {
    let text = "Bosch will build a wind park in Peru. Siemens has shelved its $50 billion hydrogen project in Chile.";
    assert_eq!(count("facility", text), 2);
}

#[test]
fn owners_told_again_in_part_stay_who_they_were() {
    let text = "Siemens and Samruk-Energo agreed to build a 1 GW wind park in Peru.";
    assert_eq!(actors(text), [["Siemens", "Samruk-Energo"]]);
}

#[test]
fn a_change_in_words_is_the_percentage_that_the_text_tells() {
    let text = "Renault's profit down by a third\n\nPARIS - Renault's net profit fell 34.6 percent to $2bn.";
    assert_eq!(count("results", text), 1);
}

#[test]
fn whom_a_sentence_describes_is_nobody_further() {
    let text =
        "Bosch is closing a plant. Ghana, the leading producer, sold abroad 1.1 million tonnes of beans.";
    assert_eq!(actors(text), [["Bosch"], ["Ghana"]]);
}

#[test]
fn a_product_shown_and_sold_is_one() {
    let text = "Apple unveiled the iPhone 17 on Tuesday. The phone will go on sale in June at $799.";
    assert_eq!(count("launch", text), 1);
    let text = "Kia unveiled the Sportage on Tuesday. A hybrid version will follow in June.";
    assert_eq!(count("launch", text), 2);
}

#[test]
fn a_figure_of_another_time_is_another() {
    let text = "Peru imported 9,000 cars in 2024. A year earlier the bill was $40 million.";
    assert_eq!(count("import", text), 2);
    let text = "Peru imported 9,000 cars in 2024. The bill was $40 million.";
    assert_eq!(count("import", text), 1);
}

#[test]
fn what_is_not_to_be_has_no_further_plans() {
    let text =
        "Toyota has shelved a plant in Lima. Work goes on at a $4bn plant in Quito that is to open in 2029.";
    assert_eq!(count("facility", text), 2);
}

#[test]
fn charges_on_two_goods_are_two_whatever_they_are_called() {
    let text = "Kenya put a 10% duty on tea. It also scrapped the tax on coffee.";
    assert_eq!(count("policy", text), 2);
    let text = "Kenya raised the tax on tea and cut the duty on coffee.";
    assert_eq!(count("policy", text), 2);
    let text = "Kenya put a 10% duty on tea. The tariff takes effect in May.";
    assert_eq!(count("policy", text), 1);
}

#[test]
fn a_firm_without_a_name_gives_way_to_one_with_a_name() {
    let text = "A Dutch brewer will open a mill in Lima.";
    assert_eq!(actors(text), [["Dutch brewer"]]);
    let text = "A Dutch brewer will open a mill in Lima. Heineken's mill will cost $3 million.";
    assert_eq!(actors(text), [["Heineken"]]);
}

#[test]
fn who_meets_others_meets_again() {
    let text = "Tony Blair met Mary Robinson in Rome. Tony Blair also held a meeting with Bo Lee.";
    assert_eq!(count("meeting", text), 2);
    let text =
        "Tony Blair met Mary Robinson in Rome. Tony Blair and Mary Robinson talked to Bo Lee by phone.";
    assert_eq!(count("meeting", text), 1);
}

#[test]
fn a_ban_imposed_and_one_lifted_are_two() {
    let text = "Peru imposed a ban on scrap exports in May. Peru lifted the ban in June.";
    assert_eq!(count("policy", text), 2);
    let text = "Peru lifted the ban on scrap exports that was imposed in May.";
    assert_eq!(count("policy", text), 1);
}

#[test]
fn what_is_proposed_is_what_is_planned() {
    let text = "Siemens will buy Scania. The proposed takeover of Scania by Siemens would be its largest.";
    assert_eq!(count("acquisition", text), 1);
}

#[test]
fn a_law_that_is_named_goes_by_stages() {
    let text = "The Harbour Bill 2021 was adopted by the Senate on Thursday. President Mary Robinson \
                signed the bill on Friday.";
    assert_eq!(count("policy", text), 1);
}

#[test]
fn things_of_another_number_are_other_things() {
    let text = "Lidl will open 10 new shops in Kenya. Lidl will close three shops.";
    assert_eq!(count("facility", text), 2);
    let text = "Lidl will open 10 shops in Kenya. Lidl will reopen three shops.";
    assert_eq!(count("facility", text), 2);
}

#[test]
fn a_rounded_count_is_the_exact_one() {
    let text = "Toyota recalled more than 230,000 vans. Toyota's recall covers 239,382 vans.";
    assert_eq!(count("recall", text), 1);
    let text = "Toyota recalled more than 230,000 vans in May. It recalled 339,382 vans in June.";
    assert_eq!(count("recall", text), 2);
}

#[test]
fn one_percentage_does_not_make_two_figures_one() {
    let text = "Skoda Fabia sales dropped 13 percent in May. Volume sank 13 percent to 9,304 at Kia.";
    assert_eq!(count("sales", text), 2);
    let text = "Kenya's tea exports rose 4%. They rose 4% to 300 tonnes, the ministry said.";
    assert_eq!(count("export", text), 1);
}

#[test]
fn a_quarter_is_told_by_its_number_or_its_end() {
    let text =
        "Nike's first-quarter profit rose 20%. Nike said it earned $31 million during the quarter ended March 25.";
    assert_eq!(count("results", text), 1);
    let text =
        "Nike's net income rose 14% in the latest quarter. It earned $31 million in its third quarter.";
    assert_eq!(count("results", text), 1);
    let text = "Nike's profit rose 14% in the first quarter. It earned $31 million in its second quarter.";
    assert_eq!(count("results", text), 2);
}

#[test]
fn a_deal_told_of_before_has_another_side() {
    let text = "Toyota won a contract to ship vans. The contract with Uber, signed in May, is its largest.";
    assert_eq!(count("agreement", text), 1);
    let text = "Toyota signed a deal with Bosch in May. The deal with Uber was signed in June.";
    assert_eq!(count("agreement", text), 2);
}

#[test]
fn whoever_is_described_first_is_named_in_the_next_sentence() {
    let text = "A tool maker will open a plant in Kenya.\n\nFiskars, which has 400 staff, said so.";
    assert_eq!(actors(text), [["Fiskars"]]);
    // Somebody else may be told of there.
    let text = "A tool maker will open a plant in Kenya.\n\nThe mayor of Lima and Fiskars said so.";
    assert_eq!(actors(text), [["tool maker"]]);
}

#[test]
fn a_member_of_a_list_that_two_rules_read_is_told_once() {
    let text = "Kenya exported 200 tonnes of tea. Pakistan took 71 tonnes, followed by Egypt with 33 tonnes and Britain with \
                21 tonnes.";
    assert_eq!(count("export", text), 4);
}

#[test]
fn a_pact_that_ends_something_is_not_ended_itself() {
    assert_eq!(
        count(
            "agreement",
            "Kenya signed a pact with China that ended duties on tea."
        ),
        1
    );
    assert_eq!(count("agreement", "Kenya ended its pact with China."), 1);
}

#[test]
fn what_changed_by_volume_and_by_value_is_one_figure() {
    for (told, exports) in [
        ("rose 11% in volume and 62% in value", 1),
        ("rose 11% to Iran and 62% to Peru", 2),
        ("rose 11% in May and 62% in June", 2),
    ] {
        assert_eq!(
            count("export", &format!("Exports of tea {told}.")),
            exports,
            "{told}"
        );
    }
}

#[test]
fn the_words_of_the_text_go_before_those_of_its_headline() {
    let text = "Bosch wins tram deal from Siemens\n\nBosch has signed a supply contract with Siemens.";
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let told: Vec<_> = facts
        .events()
        .iter()
        .filter_map(|event| match event.fact() {
            Fact::Agreement(agreement) => Some(facts.text(agreement.instrument.first()?.span())),
            _ => None,
        })
        .collect();
    assert_eq!(told, ["supply contract"]);
}

#[test]
fn a_headline_is_told_once_more_by_the_lead() {
    let one = [
        ("recall", "Skoda recalls 52,000 cars\n\nPRAGUE: Skoda is recalling 52,418 Kodiaq SUVs."),
        ("recall", "Prams recalled in Benelux\n\nBRUSSELS: The Belgian maker Pericles recalled 9,300 prams on Monday."),
        ("export", "Peru ships first blueberries to Egypt\n\nLIMA: Camposol has exported 40 tonnes of fruit to Egypt."),
        ("facility", "Siemens arm opens cable works in Cork\n\nDUBLIN: Innomotics opened a plant in Cork on Friday."),
    ];
    for (kind, text) in one {
        assert_eq!(count(kind, text), 1, "{text}");
    }
    let two = [
        // Other figures, other names, what is opposed and what the text tells further down.
        ("recall", "Skoda recalls 52,000 cars\n\nPRAGUE: Skoda is recalling 18,300 Kodiaq SUVs."),
        ("export", "Peru ships blueberries to Egypt\n\nLIMA: Camposol has exported 40 tonnes of grapes to Oman."),
        ("facility", "Siemens opens plant in Cork\n\nDUBLIN: Siemens shut a works in Galway on Friday."),
        (
            "facility",
            "Siemens to open plant\n\nDUBLIN: It is cold. It rains. The sea is rough. Bosch opened a works in 1998.",
        ),
        // What the lead tells besides is another happening, though the headline may mean it as well.
        (
            "export",
            "Peru ships blueberries to Egypt\n\nCamposol has exported 40 tonnes of fruit to Egypt. Danper has exported 90 tonnes of berries to Egypt.",
        ),
    ];
    for (kind, text) in two {
        assert_eq!(count(kind, text), 2, "{text}");
    }
}

#[test]
fn the_exact_figure_of_the_text_replaces_that_of_its_headline() {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(
        "Skoda recalls 52,000 cars\n\nPRAGUE: Skoda is recalling 52,418 Kodiaq SUVs.",
    ));
    let Fact::Recall(recall) = facts.events()[0].fact() else {
        unreachable!()
    };
    let counts: Vec<&str> = recall
        .count
        .iter()
        .map(|count| facts.text(count.span()))
        .collect();
    assert_eq!(counts, ["52,418 Kodiaq SUVs"]);
}

#[test]
fn a_round_figure_of_the_headline_is_the_exact_one_of_the_text() {
    let told = |lead: &str| count("recall", &format!("Ford recalls 694,000 vans\n\nDETROIT: {lead}"));
    assert_eq!(told("Ford Motor Co is recalling 694,271 vans in Peru."), 1);
    assert_eq!(told("Ford Motor Co is recalling 698,271 vans in Peru."), 2);
}
