//! Statistics that tell several figures in one sentence: which of them is of whom, of what, and when.

use dateline::{Article, Extractor, Fact, Filler};

/// For each statistic of a text, the words for whose or what it is, its figures and its time.
fn told(text: &str) -> Vec<String> {
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    let words = |fillers: &[&[Filler<'_>]]| {
        let fillers = fillers.iter().flat_map(|fillers| fillers.iter());
        let words: Vec<&str> = fillers.map(|filler| filler.span().of(text)).collect();
        words.join(", ")
    };
    let mut found = Vec::new();
    for event in facts.events() {
        let (of, figures) = match event.fact() {
            Fact::Export(it) => (
                words(&[&it.exporter, &it.goods]),
                words(&[&it.change, &it.count, &it.value]),
            ),
            Fact::Production(it) => (words(&[&it.producer, &it.goods]), words(&[&it.change, &it.count])),
            Fact::Results(it) => (
                words(&[&it.organisation]),
                words(&[&it.change, &it.revenue, &it.profit]),
            ),
            Fact::PriceChange(it) => (words(&[&it.seller, &it.product]), words(&[&it.change, &it.price])),
            _ => continue,
        };
        found.push(format!("{of}: {figures} / {}", words(&[event.date()])));
    }
    found
}

#[test]
fn a_change_at_another_time_is_another_figure() {
    let text = "Peru's tin output rose by 6% in May and a further 4% in July.";
    assert_eq!(told(text), ["Peru, tin: 6% / May", "Peru, tin: 4% / July"]);
    let text = "Peru's tin exports fell 9% in 2023, then rose 12% in 2024.";
    assert_eq!(told(text), ["Peru, tin: 9% / 2023", "Peru, tin: 12% / 2024"]);
    let text = "Peru's tin exports fell 9% in 2023 before rising 12% in 2024.";
    assert_eq!(told(text), ["Peru, tin: 9% / 2023", "Peru, tin: 12% / 2024"]);
    let text = "In 2023 Peru's tin exports were 900 tonnes, in 2024 800 tonnes.";
    assert_eq!(
        told(text),
        ["Peru, tin: 900 tonnes / 2023", "Peru, tin: 800 tonnes / 2024"]
    );
    let text = "Peru's tin exports rose 12% in May from April and 3% from a year earlier.";
    assert_eq!(told(text), ["Peru, tin: 12% / May"]);
}

#[test]
fn a_change_somewhere_else_or_of_other_goods_is_another_figure() {
    let text = "Tin output fell 11% in Peru, 9% in Chile and 4% in Bolivia.";
    assert_eq!(
        told(text),
        ["Peru, Tin: 11% / ", "Chile, Tin: 9% / ", "Bolivia, Tin: 4% / "]
    );
    let text = "Peru's exports of tin rose 11% and of zinc 4%.";
    assert_eq!(told(text), ["Peru, tin: 11% / ", "Peru, zinc: 4% / "]);
}

#[test]
fn a_figure_in_front_belongs_to_the_statistic_behind_it() {
    let text = "At 800 tonnes, Peru's tin exports were 12% below those of 2023.";
    assert_eq!(told(text), ["Peru, tin: 12%, 800 tonnes / "]);
    let text = "Down 12% from a year before, Peru's tin exports came to 800 tonnes.";
    assert_eq!(told(text), ["Peru, tin: 12%, 800 tonnes / "]);
    let text = "Rising by 12%, net profit at Nokia reached $3bn.";
    assert_eq!(told(text), ["Nokia: 12%, $3bn / "]);
}

#[test]
fn what_a_figure_is_compared_with_in_front_is_no_time_of_it() {
    let text = "Compared with 2023, Peru's tin exports dropped 12%.";
    assert_eq!(told(text), ["Peru, tin: 12% / "]);
    let text = "Peru's tin exports were 12% down on 2023 at 800 tonnes.";
    assert_eq!(told(text), ["Peru, tin: 12%, 800 tonnes / "]);
    let text = "Nokia reported net profit of $3bn, a 12% increase on the previous year.";
    assert_eq!(told(text), ["Nokia: 12%, $3bn / "]);
}

#[test]
fn whose_figures_they_are_is_told_behind_a_passive_or_by_the_main_clause() {
    let text = "A rise of 12% in revenue to $3bn was reported by Nokia.";
    assert_eq!(told(text), ["Nokia: 12%, $3bn / "]);
    let text = "With revenue up 12% to $3bn, Nokia raised its dividend.";
    assert_eq!(told(text), ["Nokia: 12%, $3bn / "]);
}

#[test]
fn levels_behind_several_changes_are_shared_out() {
    let text = "Petrol rose 3 rupees and diesel 5 to 300 and 290 rupees.";
    assert_eq!(
        told(text),
        ["Petrol: 3 rupees, 300 / ", "diesel: 5, 290 rupees / "]
    );
}

#[test]
fn a_measure_moves_by_a_figure_without_its_verb() {
    let text = "Petrol prices rose by 3% and diesel prices by 4%.";
    assert_eq!(told(text), ["Petrol: 3% / ", "diesel: 4% / "]);
    let text = "Output of tea fell by 30 tonnes and output of coffee by 40 tonnes.";
    assert_eq!(told(text), ["tea: 30 tonnes / ", "coffee: 40 tonnes / "]);
    let text = "Petrol prices rose 3% and diesel prices 4%.";
    assert_eq!(told(text), ["Petrol: 3% / ", "diesel: 4% / "]);
    let text = "Pemex put up the price of petrol by 3% and the price of diesel by 4%.";
    assert_eq!(told(text), ["Pemex, petrol: 3% / ", "Pemex, diesel: 4% / "]);
}

#[test]
fn a_sum_in_other_money_fills_the_role_of_the_sum_before_it() {
    let text = "Prices of diesel were raised by 17 rupees (20 cents) to 329 rupees ($3.90) a litre.";
    assert_eq!(told(text), ["diesel: 17 rupees, 20 cents, 329 rupees, $3.90 / "]);
    let text = "Norway's exports of cod rose to 90 billion kroner (about $8 billion) in May.";
    assert_eq!(
        told(text),
        ["Norway, cod: 90 billion kroner, about $8 billion / May"]
    );
}

#[test]
fn a_statistic_of_another_is_of_the_time_of_the_one_before() {
    let found = told("Steel output fell 4% to 151 million tonnes in January. China made 81 million tonnes.");
    assert_eq!(found[1], "China, Steel: 81 million tonnes / January");
}

#[test]
fn goods_are_whose_they_were_before_a_buyer_was_told_of() {
    let text =
        "Brazil exported 2 million tonnes of beef in 2024. China bought 1.3 million tonnes. Sales to Oman \
                doubled to 132,000 tonnes.";
    assert_eq!(told(text)[2], "Brazil, beef: doubled, 132,000 tonnes / 2024");
}

#[test]
fn names_joined_before_a_measure_share_it() {
    let found = told("Peru and Chile tea exports were down 6.9% in May.");
    assert_eq!(found, ["Peru, Chile, tea: 6.9% / May"]);
}

#[test]
fn sales_of_billions_are_in_the_currency_told_before() {
    let found = told("Siemens had a profit of 2.1 billion crowns. Net sales slipped 3% to 14.6 billion.");
    assert_eq!(found, ["Siemens: 3%, 14.6 billion, 2.1 billion crowns / "]);
}

#[test]
fn whose_a_figure_is_in_the_genitive_takes_the_statistic_up_again() {
    let text = "Peru's tin output rose by 3% to 30 tonnes and Chile's by 4% to 20 tonnes.";
    assert_eq!(
        told(text),
        ["Peru, tin: 3%, 30 tonnes / ", "Chile, tin: 4%, 20 tonnes / "]
    );
    let text = "Peru's output was at 3 tonnes, Chile's at 2 tonnes.";
    assert_eq!(told(text), ["Peru: 3 tonnes / ", "Chile: 2 tonnes / "]);
}

#[test]
fn what_was_a_year_ago_takes_no_figures_of_this_year() {
    let text = "Nokia lost $2 billion in the quarter. A year ago, it earned $6 billion. Revenue fell 29% to $4.7 billion.";
    assert!(!told(text)
        .iter()
        .any(|event| event.contains("$6 billion") && event.contains("$4.7 billion")));
}

#[test]
fn world_figures_are_of_no_country_told_before() {
    let text = "Robusta exports were buoyed by a rise in Vietnam's exports. World coffee exports fell 6% to 29 million bags.";
    assert_eq!(
        told(text).last().map(String::as_str),
        Some("coffee: 6%, 29 million bags / ")
    );
}

#[test]
fn a_second_verb_tells_where_a_change_led() {
    let text = "Peru's tin exports fell by 9% in May and stood at $3m compared to $4m a year earlier.";
    assert_eq!(
        told(text),
        ["Peru, tin: 9%, $3m / May", "Peru, tin: $4m / a year earlier"]
    );
    let text = "Peru's tin exports registered 9 percent negative growth and remained at $3m.";
    assert_eq!(told(text), ["Peru, tin: 9 percent, $3m / "]);
    // What it came to at another time is no part of it.
    let text = "Peru's tin exports fell by 9% in May but were $3m in June.";
    assert_eq!(told(text), ["Peru, tin: 9% / May"]);
}

#[test]
fn a_change_is_of_the_time_that_owns_it() {
    let text = "Tin exports fell 3% in March, after February's 6% rise in tin exports.";
    assert_eq!(told(text), ["Tin: 3% / March", "tin: 6% / February"]);
}

#[test]
fn names_that_share_one_role_have_figures_of_their_own() {
    let text = "Brent and WTI fell 3% and 4%, respectively.";
    assert_eq!(told(text), ["Brent: 3% / ", "WTI: 4% / "]);
    let text = "Tin output in Peru rose 4% as a result of new mines.";
    assert_eq!(told(text), ["Peru, Tin: 4% / "]);
}

#[test]
fn what_goes_on_beside_a_statistic_is_of_others() {
    let text = "Kenya's tin exports rose 4%, with Oman up 26% to $40m and Chad down 3% to $4m.";
    assert_eq!(
        told(text),
        ["Kenya, tin: 4% / ", "Kenya: 26%, $40m / ", "Kenya: 3%, $4m / "]
    );
    let text = "Kenya's tin exports rose 4% to $3bn, with sales to Oman up 26% to $40m.";
    assert_eq!(told(text)[0], "Kenya, tin: 4%, $3bn / ");
    let text = "Oil output fell 4% to 300 tonnes, with Oman falling by 26% and Iraq rising 3%.";
    assert_eq!(
        told(text),
        ["Oil: 4%, 300 tonnes / ", "Oman, Oil: 26% / ", "Iraq, Oil: 3% / "]
    );
    // Who tells of the figures does nothing else meanwhile.
    let text = "Bus fares went up in May, with Siemens announcing an increase of 4%.";
    assert!(told(text).iter().any(|event| event.contains("4%")));
    let text = "Tin rose 2% on Monday, with zinc trading at $900 a tonne.";
    assert_eq!(told(text), ["Tin: 2% / ", "zinc: $900 / "]);
}

#[test]
fn a_participle_tells_the_change_once_more() {
    let text = "Kenya's tin output came to 300 tonnes, representing a 6% increase.";
    assert_eq!(told(text), ["Kenya, tin: 6%, 300 tonnes / "]);
    let text = "Peru's tin exports came to $3m, recording a negative growth of 9%.";
    assert_eq!(told(text), ["Peru, tin: 9%, $3m / "]);
}

#[test]
fn goods_without_a_name_have_a_price_of_their_own() {
    let text = "Tin was trading at $900 a tonne, with West Texas Intermediate at $71 a barrel.";
    assert_eq!(told(text), ["Tin: $900 / ", "West Texas Intermediate: $71 / "]);
}

#[test]
fn all_exports_are_not_of_the_goods_that_a_part_of_them_is_of() {
    let text =
        "Imports shrank due to cheaper oil. Exports fell 2% to $75 million. Oil exports were $12 million.";
    assert_eq!(told(text), [": 2%, $75 million / ", "Oil: $12 million / "]);
}

#[test]
fn the_change_of_results_is_that_of_the_profit() {
    let both = ["Scania: 3%, $40 billion, $2 billion / "];
    let text = "Scania's revenue rose 9% to $40 billion while profit fell 3% to $2 billion.";
    assert_eq!(told(text), both);
    let text = "Scania's profit fell 3% to $2 billion. Revenue rose 9% to $40 billion.";
    assert_eq!(told(text), both);
    let text = "Scania's revenue rose 9% to $40 billion. Net profit was $2 billion.";
    assert_eq!(told(text), ["Scania: 9%, $40 billion, $2 billion / "]);
}

#[test]
fn the_price_of_a_piece_is_no_sum_of_exports() {
    let text = "Peru's zinc exports rose 5% to $3 billion. Copper fell 2% to $9,450 a ton.";
    assert_eq!(
        told(text),
        ["Peru, zinc: 5%, $3 billion / ", "Copper: 2%, $9,450 / "]
    );
    let text = "Peru's zinc exports rose 5% to $3 billion. Copper fell 2% to $9 billion.";
    assert_eq!(
        told(text),
        ["Peru, zinc: 5%, $3 billion / ", "Peru, Copper: 2%, $9 billion / "]
    );
}

#[test]
fn a_list_under_a_line_of_its_own_tells_what_the_article_is_about() {
    let text = "Peru's exports rose 4% to $9bn in May.\n\nImports fell to $7bn in May.\n\nLeading sectors in June, \
                according to the assembly:\n\n- Automotive: $3bn, up 2%\n- Ready-to-wear: $1bn, down 3%\n\nChile remained \
                the biggest market with $2bn.";
    let found = told(text);
    assert!(
        found.contains(&"Peru, Automotive: 2%, $3bn / June".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"Peru, Ready-to-wear: 3%, $1bn / June".to_owned()),
        "{found:?}"
    );
    assert!(found.contains(&"Peru: $2bn / June".to_owned()), "{found:?}");
    // Whatever parts its lines.
    for between in ["</p><p>", "\n\n  "] {
        assert_eq!(told(&text.replace("\n\n", between)), found, "{between:?}");
    }
    // What the line names, of what was told: suppliers are those of imports.
    let text = "Peru's exports rose 4% to $9bn in May. Imports fell to $7bn.\n\nTop suppliers:\n- Chile: $3bn\n- Oman: $1bn";
    assert_eq!(told(text), ["Peru: 4%, $9bn / May"]);
}

#[test]
fn a_clause_that_begins_with_a_country_is_of_it() {
    let text = "Tin output in Peru rose 4% in May. In Chile, meanwhile, it fell 3% to 300 tonnes, in Oman 5% to 40 tonnes.";
    assert_eq!(
        told(text),
        [
            "Peru, Tin: 4% / May",
            "Chile, Tin: 3%, 300 tonnes / May",
            "Oman, Tin: 5%, 40 tonnes / May"
        ]
    );
    let text =
        "Peru's tin output rose 4%. In Chile, output fell 3% to 300 tonnes, and in Oman 5% to 40 tonnes.";
    assert_eq!(
        told(text)[1..],
        ["Chile, tin: 3%, 300 tonnes / ", "Oman, tin: 5%, 40 tonnes / "]
    );
}

#[test]
fn of_two_changes_that_on_the_year_comes_first() {
    let text = "Tin output in Peru rose 4% on the month and 9% on the year to 300 tonnes.";
    assert_eq!(told(text), ["Peru, Tin: 9%, 300 tonnes / "]);
    let text = "Tin output in Peru fell 9% on the year and 4% on the month to 300 tonnes.";
    assert_eq!(told(text), ["Peru, Tin: 9%, 300 tonnes / "]);
}

#[test]
fn the_next_line_tells_nothing_of_a_figure() {
    let text =
        "Kenya's exports rose 7% to $9bn.\n\nMain goods:\n\nTea: $3bn, up 3%\nCut flowers: $1bn, up 8%";
    let found = told(text);
    assert!(found.contains(&"Kenya, Tea: 3%, $3bn / ".to_owned()), "{found:?}");
    assert!(!found.iter().any(|told| told.contains("-3%")), "{found:?}");
}

#[test]
fn a_paragraph_goes_on_with_what_the_one_before_began_with() {
    let text = "Peru exported 900 tonnes of tea in May. Kenya’s target is 800 tonnes.\n\nChile was the top buyer with 300 tonnes.";
    assert_eq!(
        told(text),
        ["Peru, tea: 900 tonnes / May", "Peru, tea: 300 tonnes / May"]
    );
}

#[test]
fn figures_in_brackets_are_of_who_stands_before_them() {
    let text = "Tea exports fell to Peru (-9%), Chile (-4%) and Togo (-2%) in May.";
    assert_eq!(told(text), ["Tea: -9% / May", "Tea: -4% / May", "Tea: -2% / May"]);
    let text = "Tin output fell in Peru (40 tonnes), Chile (30) and Togo (20).";
    assert_eq!(
        told(text),
        ["Peru, Tin: 40 tonnes / ", "Chile, Tin: 30 / ", "Togo, Tin: 20 / "]
    );
    // A figure of all of them stands beside those of each.
    let text = "Kenya exported tea worth $90m to Peru ($50m) and Chile ($40m).";
    assert_eq!(
        told(text),
        [
            "Kenya, tea: $90m / ",
            "Kenya, tea: $50m / ",
            "Kenya, tea: $40m / "
        ]
    );
}

#[test]
fn a_pronoun_goes_on_with_the_measure_elsewhere_or_at_another_time() {
    let text = "Tin output rose 5% in Peru, but in Chile it fell 3%.";
    assert_eq!(told(text), ["Peru, Tin: 5% / ", "Chile, Tin: 3% / "]);
    let text = "Tin output rose 5% in May but it fell 3% in June.";
    assert_eq!(told(text), ["Tin: 5% / May", "Tin: 3% / June"]);
    let text = "Tin output rose 5% in Peru but fell 3% in Chile.";
    assert_eq!(told(text), ["Peru, Tin: 5% / ", "Chile, Tin: 3% / "]);
    let text = "Tin output in Peru rose 5% when it opened a mine.";
    assert_eq!(told(text), ["Peru, Tin: 5% / "]);
}

#[test]
fn parts_of_a_figure_have_partners_and_times_of_their_own() {
    let text = "Kenya exported 300 tonnes of tea in May, including 120 to Chile and 80 to Peru.";
    assert_eq!(
        told(text),
        [
            "Kenya, tea: 300 tonnes / May",
            "Kenya, tea: 120 / May",
            "Kenya, tea: 80 / May"
        ]
    );
    let text = "Siemens exported 300 trams in May, 120 of them to Chile and 80 to Peru.";
    assert_eq!(
        told(text),
        [
            "Siemens, trams: 300 trams / May",
            "Siemens, trams: 120 / May",
            "Siemens, trams: 80 / May"
        ]
    );
    let text = "Siemens exported 300 trams in May, including 120 that Peru ordered.";
    assert_eq!(told(text)[0], "Siemens, trams: 300 trams / May");
}

#[test]
fn the_former_and_the_latter_are_two_that_were_named() {
    let text = "Kenya and Peru grow tea. The former exported 300 tonnes in May.";
    assert_eq!(told(text), ["Kenya, tea: 300 tonnes / May"]);
    let text = "Kenya and Peru grow tea. The latter exported 300 tonnes in May.";
    assert_eq!(told(text), ["Peru, tea: 300 tonnes / May"]);
    let text = "Kenya and Peru grow tea. The former owner exported 300 tonnes in May.";
    assert!(!told(text)[0].starts_with("Kenya"), "{:?}", told(text));
}

#[test]
fn a_country_and_a_month_before_the_measure_of_a_headline_are_its_own() {
    assert_eq!(told("China June tin exports fall 4%"), ["China, tin: 4% / June"]);
}

#[test]
fn a_change_of_another_measure_ends_a_statistic() {
    let text = "Heineken blamed high barley prices for an 8% drop in its profit.";
    assert_eq!(told(text), ["Heineken: 8% / "]);
    let text = "Peru's trade gap closed, helped by a 4% rise in exports.";
    assert_eq!(told(text), ["Peru: 4% / "]);
}

#[test]
fn a_change_told_in_words_is_none_that_is_told_in_figures() {
    let text = "Chile's copper output rose 11% in May.\n\nIn 2021 it drew up a plan to triple copper output by 2030.";
    assert_eq!(
        told(text),
        ["Chile, copper: 11% / May", "Chile, copper: triple / 2030"]
    );
    let text = "Sony reported double-digit profit growth in 2019.";
    assert_eq!(told(text), [""; 0]);
}

#[test]
fn they_are_the_measure_that_the_sentence_begins_with() {
    let text = "Ghana's gold exports fell 6% to $800m in June. Exports of cocoa were a comfort: they rose 9% to $300m.";
    assert_eq!(
        told(text),
        ["Ghana, gold: 6%, $800m / June", "Ghana, cocoa: 9%, $300m / June"]
    );
    let text = "Finland's paper exports may fall 5% this year. They were worth $6bn in 2023.";
    assert_eq!(told(text)[1], "Finland, paper: $6bn / 2023");
}

#[test]
fn goods_that_are_counted_are_no_others() {
    let text = "Slovakia exported 300,000 cars to Spain in 2023. Slovak exports of steel to Spain fell 4% to $90m in the same year.";
    assert_eq!(told(text).len(), 2);
}
