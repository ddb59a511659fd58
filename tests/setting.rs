//! When and where it happens: a time and a place belong to the verb that they stand with.

use dateline::{Article, Event, Extractor, Filler};

/// What tells when or where an event happens.
type Setting = for<'e, 'x> fn(&'e Event<'x>) -> &'e [Filler<'x>];

/// The events of a text published on 21 November 2025, each with its setting as the text has it.
fn settings(text: &str, of: Setting) -> Vec<String> {
    let extractor = Extractor::new();
    let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 21).expect("a day of the calendar");
    let facts = extractor.extract(&Article::new(text).published(published));
    let told = |event: &Event<'_>| {
        let words: Vec<&str> = of(event).iter().map(|filler| filler.span().of(text)).collect();
        format!("{}: {}", event.fact().name(), words.join(", "))
    };
    facts.events().iter().map(told).collect()
}

fn times(text: &str) -> Vec<String> {
    settings(text, |event| event.date())
}

fn places(text: &str) -> Vec<String> {
    settings(text, |event| event.place())
}

#[test]
fn a_verb_that_and_joins_has_a_time_of_its_own() {
    let text = "Fiskars sold 4,000 axes in the second quarter, and has won an order from Obi.";
    assert_eq!(times(text), ["sales: the second quarter", "agreement: "]);
    let text = "Fiskars opened a plant in Billnas in May and is to hire 40 people.";
    assert_eq!(times(text), ["facility: May", "jobs: "]);
}

#[test]
fn figures_that_and_joins_cover_one_time() {
    let text = "Exports of axes rose by 5% to 4,000 tonnes in May and imports fell by 2%.";
    assert_eq!(times(text), ["export: May", "import: May"]);
}

#[test]
fn joined_times_of_a_participle_are_its_own() {
    let text = "Fiskars recalled 300 axes made in May and June.";
    assert_eq!(times(text), ["recall: "]);
}

#[test]
fn a_clause_on_the_noun_of_a_phrase_has_the_time_of_the_noun_before_it() {
    let text = "The duty on tea, which Kenya imposed in May, angered shops.";
    assert_eq!(times(text), ["policy: May"]);
}

#[test]
fn the_time_of_a_relative_clause_is_none_of_the_main_clause() {
    let text = "Fiskars, which in May struck a deal with Obi, will buy Gerber for $30m.";
    assert_eq!(times(text), ["agreement: May", "acquisition: "]);
    let text = "Fiskars, into which Obi put $40m in May, on Sunday opened a plant in Billnas.";
    assert_eq!(times(text), ["investment: May", "facility: Sunday"]);
}

#[test]
fn what_a_tax_is_on_does_not_hide_when_it_was_laid_on_it() {
    let text = "Peru put a duty of 34% on bicycles in July.";
    assert_eq!(times(text), ["policy: July"]);
}

#[test]
fn a_participle_behind_a_comma_keeps_its_time() {
    let text = "Fiskars will invest $30m in a plant in Billnas, hiring 40 people by 2028.";
    assert_eq!(times(text), ["investment: ", "facility: ", "jobs: 2028"]);
    let text = "The Volvo EX90, shown in Lahti last week, will be made in Ghent.";
    assert_eq!(times(text), ["production: "]);
}

#[test]
fn what_begins_or_is_seen_to_happen_is_at_one_time_with_the_beginning() {
    let text = "Fiskars on Thursday began recalling 430 axes.";
    assert_eq!(times(text), ["recall: Thursday"]);
    let text = "Saturday saw Fiskars open a plant in Billnas.";
    assert_eq!(times(text), ["facility: Saturday"]);
}

#[test]
fn a_label_a_cleft_or_a_clause_with_when_tells_the_time() {
    let text = "7 October: Mark Rutte meets Alexander Stubb in Helsinki.";
    assert_eq!(times(text), ["meeting: 7 October"]);
    let text = "It was in October that Fiskars sent 200 axes to Peru.";
    assert_eq!(times(text), ["export: October"]);
}

#[test]
fn what_is_for_a_site_or_in_its_shops_is_there() {
    let text = "Fiskars will hire 40 people for its Billnas site.";
    assert_eq!(places(text), ["jobs: Billnas"]);
    let text = "Fiskars recalled 300 axes from Peruvian shelves.";
    assert_eq!(places(text), ["recall: Peruvian"]);
    let text = "Fiskars raised prices by 4% at its Swiss restaurants.";
    assert_eq!(places(text), ["price_change: Swiss"]);
    let text = "Work has started on the extension of Lima's container terminal.";
    assert_eq!(places(text), ["facility: Lima"]);
}

#[test]
fn parts_of_a_figure_have_places_of_their_own() {
    let text = "Fiskars will cut 300 jobs, including 120 in Lahti and 40 in Oslo.";
    assert_eq!(places(text), ["jobs: ", "jobs: Lahti", "jobs: Oslo"]);
    let text = "Fiskars cut 400 jobs in Peru, Nokia 300 in Chile and Kone 200 in Italy.";
    assert_eq!(places(text), ["jobs: Peru", "jobs: Chile", "jobs: Italy"]);
}

#[test]
fn what_happens_when_something_else_does_is_at_its_time() {
    let text = "Some 300 weavers lost their jobs when Fiskars shut its plant in June.";
    assert_eq!(times(text), ["jobs: June", "facility: June"]);
    let text = "Fiskars sold 300 axes in May when Obi opened a shop in June.";
    assert_eq!(times(text)[0], "sales: May");
}

#[test]
fn a_range_behind_from_is_no_comparison() {
    let text = "Finland's axe exports fell 22% to 6,500 tonnes from January to October.";
    assert_eq!(times(text), ["export: January to October"]);
}

#[test]
fn whoever_is_picked_to_become_something_becomes_it_later() {
    let text = "Anna Berg was picked on Monday to become chief executive of Fiskars on May 1.";
    assert_eq!(times(text), ["appointment: May 1"]);
}

#[test]
fn a_place_belongs_to_the_verb_that_it_stands_with() {
    let text = "Fiskars sold 4,000 axes in Norway in May, and has won an order from Obi.";
    assert_eq!(places(text), ["sales: Norway", "agreement: "]);
    let text = "Fiskars recalled 4,000 saws built in Vaasa.";
    assert_eq!(places(text)[0], "recall: ");
    let text = "Fiskars recalled 4,000 saws sold in Norway.";
    assert_eq!(places(text)[0], "recall: Norway");
}

#[test]
fn the_next_sentence_on_the_same_covers_the_same_time() {
    let text = "In May Fiskars sold 4,000 axes. It made 5,000 axes.";
    assert_eq!(times(text), ["sales: May", "production: May"]);
    let text = "In May Fiskars sold 4,000 axes. Bosch made 5,000 saws.";
    assert_eq!(times(text), ["sales: May", "production: "]);
}

#[test]
fn what_came_before_has_a_time_and_place_of_its_own() {
    let text = "Finland's axe exports fell 22% after a strike of dockers in March.";
    assert_eq!(times(text), ["export: "]);
    let text = "Output of axes fell 9% in May following a fire at a forge in Lahti.";
    assert_eq!(times(text), ["production: May"]);
    assert_eq!(places(text), ["production: "]);
    let text = "Fiskars had a profit after financial items of $3m in 2024.";
    assert_eq!(times(text), ["results: 2024"]);
    let text = "Under a pact signed with Obi in May, Fiskars will export 300 axes to Peru.";
    assert!(times(text).contains(&"export: ".to_owned()));
}

#[test]
fn a_measure_that_is_compared_with_has_a_time_of_its_own() {
    let text = "Fiskars lost $79m against a profit of $95m in 2019.";
    assert_eq!(times(text), ["results: ", "results: 2019"]);
    let text = "Fiskars slipped into the red in May, losing $79m against a profit of $95m a year before.";
    assert_eq!(times(text), ["results: May", "results: a year before"]);
}

#[test]
fn what_had_been_before_has_a_time_of_its_own() {
    let text = "Prices of axes hover around $80, having touched $120 in May.";
    assert_eq!(times(text), ["price_change: "]);
    let text = "Fiskars is recalling 40,000 axes made in Peru in 2019.";
    assert!(times(text).contains(&"recall: ".to_owned()));
}

#[test]
fn a_participle_in_front_keeps_its_time() {
    let text = "Under the terms, signed last week in the capital, Fiskars will export 300 axes.";
    assert!(times(text).contains(&"export: ".to_owned()));
    let text = "Fiskars sold 355 tonnes of axes, beating the 296 tonnes of 2023.";
    assert_eq!(times(text), ["sales: "]);
}

#[test]
fn which_of_several_a_thing_is_tells_no_time() {
    let text = "Fiskars raised the price of its axes by 4% on Monday, its third rise this year.";
    assert_eq!(times(text), ["price_change: Monday"]);
    let text = "Fiskars on Monday won its second contract of the year.";
    assert_eq!(times(text), ["agreement: Monday"]);
    let text = "Fiskars won its second contract of 2024.";
    assert_eq!(times(text), ["agreement: 2024"]);
}

#[test]
fn a_relative_clause_with_a_subject_has_a_time_of_its_own() {
    let text = "On Monday it unveiled a plan under which Fiskars will cut 300 jobs.";
    assert!(times(text).contains(&"jobs: ".to_owned()));
    let text = "In May, when Fiskars cut 300 jobs, its shares fell.";
    assert!(times(text).contains(&"jobs: May".to_owned()));
}

#[test]
fn after_a_comparison_the_time_is_that_of_now_again() {
    let text =
        "Finland exported 300 axes in May. It had exported 200 axes in May 2024. Norway bought 40 axes.";
    assert_eq!(times(text), ["export: May", "export: May 2024", "export: May"]);
}

#[test]
fn the_place_before_a_site_is_where_its_verb_happens() {
    let text = "The Lahti plant made 4,000 axes in May.";
    assert_eq!(places(text), ["production: Lahti"]);
    let text = "Fiskars sold 300 axes outside Finland in May.";
    assert_eq!(places(text), ["sales: "]);
}

#[test]
fn the_time_of_a_figure_told_as_a_multiple_is_no_time_of_the_event() {
    let text = "Chile mined 90,000 tonnes of copper, nearly three times the level of 2020.";
    assert_eq!(times(text), ["production: "]);
}

#[test]
fn a_number_that_goes_on_has_a_place_of_its_own() {
    let text = "Fiskars recalled 430 axes in Norway and another 1,200 in Sweden.";
    assert_eq!(places(text), ["recall: Norway", "recall: Sweden"]);
    let text = "Fiskars will cut 300 jobs in Lahti and 120 in Turku.";
    assert_eq!(places(text), ["jobs: Lahti", "jobs: Turku"]);
}

#[test]
fn where_it_is_signed_is_not_where_what_is_agreed_on_is() {
    let text = "Fiskars signed a contract with Obi in Lahti for a mill in Vaasa.";
    assert_eq!(places(text)[0], "agreement: Lahti");
    let text = "Fiskars signed a loan agreement with Obi to build a mill in Vaasa.";
    assert_eq!(places(text), ["agreement: ", "facility: Vaasa"]);
    let text = "Fiskars signed an agreement on axes in Vaasa on Monday.";
    assert_eq!(places(text), ["agreement: Vaasa"]);
    let text = "Under a pact struck with unions in Lahti, Fiskars will close a mill in Vaasa.";
    assert!(places(text).contains(&"facility: Vaasa".to_owned()));
}

#[test]
fn some_of_those_told_of_have_a_place_of_their_own() {
    let text = "Fiskars will cut 240 jobs, about 60 of them in Vaasa.";
    assert_eq!(places(text), ["jobs: ", "jobs: Vaasa"]);
}

#[test]
fn there_is_the_place_told_last() {
    let text = "Fiskars, which opened the Vaasa plant in 2020, has ruled out job cuts there.";
    assert_eq!(places(text), ["facility: Vaasa", "statement: ", "jobs: Vaasa"]);
}

#[test]
fn where_something_is_told_is_not_where_it_is() {
    let text = "In Lima, Fiskars announced the opening of a plant in Quito.";
    assert_eq!(places(text), ["facility: Quito"]);
    let text = "Fiskars opened a shop in Lima, its second in Peru after Cusco.";
    assert_eq!(places(text), ["facility: Lima"]);
}

#[test]
fn the_nearer_of_two_places_is_where_it_is() {
    let text = "Fiskars will open its biggest hub in Africa near Lagos.";
    assert_eq!(places(text), ["facility: Lagos"]);
    let text = "In Kenya, Fiskars is adding a line at Nakuru.";
    assert_eq!(places(text), ["facility: Nakuru"]);
}

#[test]
fn who_came_somewhere_acts_there() {
    let text = "Ana Roe flew to Lima and met Ivo Roy.";
    assert_eq!(places(text), ["meeting: Lima"]);
    let text = "On a two-day trip to Lima, Ana Roe met Ivo Roy.";
    assert_eq!(places(text), ["meeting: Lima"]);
    let text = "It was in Lima that Ana Roe met Ivo Roy.";
    assert_eq!(places(text), ["meeting: Lima"]);
    let text = "Ana Roe flew from Lima and met Ivo Roy.";
    assert_eq!(places(text), ["meeting: "]);
}

#[test]
fn a_time_that_opens_the_next_clause_belongs_to_that() {
    let text = "Fiskars has shut a mill in Peru, and on Monday rival Siemens signed a contract with Obi.";
    assert_eq!(times(text), ["facility: ", "agreement: Monday"]);
    let text = "Fiskars shut a mill in Peru and in June will hire 40 people.";
    assert_eq!(times(text), ["facility: ", "jobs: June"]);
    let text = "Fiskars sold 300 axes in April and in May, and Siemens signed a contract with Obi.";
    assert_eq!(times(text)[1], "agreement: ");
}

#[test]
fn a_time_in_a_clause_that_tells_since_when_belongs_to_that() {
    let text = "Since Peru taxed axes in May 2019, imports have fallen 5%.";
    assert_eq!(times(text), ["policy: May 2019", "import: "]);
    let text = "After Fiskars shut its mill in 2019, output fell 4% to 300 tonnes.";
    assert_eq!(times(text), ["facility: 2019", "production: "]);
}

#[test]
fn what_is_wanted_done_is_wanted_by_its_time() {
    let text = "Peru wants 40% of its trams rebuilt by 2031.";
    assert_eq!(times(text), ["target: 2031"]);
}

#[test]
fn where_a_company_sits_is_not_where_it_is_bought() {
    let text = "Siemens bought 30% of Sodexo, a caterer in Lyon, on Friday.";
    assert_eq!(places(text), ["acquisition: "]);
    let text = "Siemens, due to open a mill in Lima in 2027, bought Fiskars.";
    assert_eq!(places(text), ["facility: Lima", "acquisition: "]);
    let text = "Siemens opened Fiskars Park, a plant in Lyon.";
    assert_eq!(places(text), ["facility: Lyon"]);
}

#[test]
fn weeks_that_figures_are_compared_with_are_no_date() {
    let text = "Sales of axes were up 5% on those weeks of 2019.";
    assert_eq!(times(text), ["sales: "]);
    let text = "Sales of axes were up 5% on the same weeks of 2019.";
    assert_eq!(times(text), ["sales: "]);
}

#[test]
fn the_year_of_what_is_sold_is_not_when() {
    let text = "Peru approved next year's budget in May.";
    assert_eq!(times(text), ["policy: May"]);
    let text = "Fiskars raised this year's output to 300 tonnes.";
    assert_eq!(times(text), ["production: this year"]);
}

#[test]
fn a_time_does_not_cross_the_preposition_before_a_gerund() {
    let text = "Bosch will cut 300 jobs after losing a contract last week.";
    assert_eq!(times(text), ["jobs: "]);
    let text = "Tony Blair quit on Monday, a year after becoming chairman of Bosch.";
    assert_eq!(times(text), ["appointment: "]);
}

#[test]
fn what_trade_comes_to_tells_when_its_parts_are() {
    let text = "Peru's trade surplus widened in May. Exports rose 4% and imports fell 2%.";
    assert_eq!(times(text), ["export: May", "import: May"]);
    let text = "In May, trade shrank 3%, with exports falling by 2%.";
    assert_eq!(times(text), ["export: May"]);
    let text = "Car sales in France fell in May. Renault sold 3,000 vans.";
    assert_eq!(times(text), ["sales: May"]);
    // A deficit to come has a time of its own.
    let text = "Peru's trade deficit will widen in 2027. Exports of tea fell 3%.";
    assert_eq!(times(text), ["export: "]);
}

#[test]
fn a_time_that_is_only_compared_with_is_none_of_the_figure() {
    for text in [
        "Exports of axes rose 4%, after falling 2% in May.",
        "Exports of axes rose 4% ahead of last year.",
        "Peru exported 400 axes, twice as many as in May 2024.",
        "Peru exported 400 axes, over three times as many as last May.",
        "Exports of axes fell 4%, compared to a forecast of 3% and May's 5% drop.",
    ] {
        assert_eq!(times(text), ["export: "], "{text}");
    }
    assert_eq!(
        times("Copper fell 39 cents from Friday's close to $4.83 a pound."),
        ["price_change: "]
    );
    // The clause behind "as" is of the time of the one before it.
    let text = "The economy shrank in May because output fell 4%.";
    assert_eq!(times(text), ["production: May"]);
}

#[test]
fn an_amount_that_another_goes_along_with_is_of_its_time() {
    let text = "In 2024, Fiskars posted a profit of 61 cents a share on revenue of $3 billion.";
    assert_eq!(times(text), ["results: 2024"]);
}

#[test]
fn a_fall_of_a_whole_market_tells_when_its_parts_fell() {
    let text = "Fiskars reported a mild fall in worldwide sales in May. Sales in Peru fell 3%.";
    assert_eq!(times(text), ["sales: May"]);
    // What a rise is told beside has a time of its own.
    let text = "Imports registered a drop of 3%, in contrast to a 6% rise in July.";
    assert_eq!(times(text), ["import: "]);
}

#[test]
fn what_came_before_has_neither_the_time_nor_the_place_of_what_follows() {
    let text = "Fiskars will open a mill in Billnas next year after buying Gerber in May.";
    assert_eq!(times(text), ["facility: next year", "acquisition: May"]);
    assert_eq!(places(text), ["facility: Billnas", "acquisition: "]);
    let text = "Fiskars will hire 40 people in Billnas after winning a contract from Obi.";
    assert_eq!(places(text), ["jobs: Billnas", "agreement: "]);
}

#[test]
fn a_country_before_a_plant_tells_where_it_is() {
    let text = "Fiskars opened its Peru plant in May.";
    assert_eq!(places(text), ["facility: Peru"]);
    let text = "The Kenyan mill will shut.";
    assert_eq!(places(text), ["facility: Kenyan"]);
}

#[test]
fn a_second_place_with_a_preposition_of_its_own_is_one_too() {
    let text = "Fiskars will open shops in Lima and in Quito.";
    assert_eq!(places(text), ["facility: Lima, Quito"]);
    let text = "Fiskars cut 30 jobs in Lima and in Quito Gerber hired 40 people.";
    assert_eq!(places(text), ["jobs: Lima", "jobs: Quito"]);
}

#[test]
fn a_headline_lends_no_time_that_is_told_further_on() {
    let text = "Lafarge opens mill, raises price\n\nLafarge opened a mill in Lima that has created 650 jobs.\n\nIt had already raised its \
        price by 4% in July.";
    assert!(times(text).contains(&"jobs: ".to_owned()), "{:?}", times(text));
}
