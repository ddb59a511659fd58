//! News articles made up from a seed, for measuring.
//!
//! A template gives the order of a sentence; names, goods, figures and plain words are drawn from the crate's own lists,
//! so that the words are as varied as those of real news and hardly a sentence comes twice. What they say is nonsense.

use std::fmt::Write;

/// Xorshift: the same articles on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) % sides.max(1) as u64) as usize
    }

    fn pick<'t, T: ?Sized>(&mut self, from: &[&'t T]) -> &'t T {
        from[self.roll(from.len())]
    }
}

/// The first column of the rows of a list, or another one; only those rows that `keep` keeps.
fn column(list: &str, column: usize, keep: impl Fn(&[&str]) -> bool) -> Vec<&str> {
    let rows = list
        .lines()
        .skip(2)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.filter_map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        keep(&cells).then(|| cells.get(column).copied()).flatten()
    })
    .collect()
}

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../src/data/lexicon/", $name, ".tsv"))
    };
}

struct Words {
    organisations: Vec<&'static str>,
    cities: Vec<&'static str>,
    countries: Vec<&'static str>,
    given: Vec<&'static str>,
    surnames: Vec<&'static str>,
    models: Vec<(&'static str, &'static str)>,
    titles: Vec<&'static str>,
    counted: Vec<&'static str>,
    nouns: Vec<&'static str>,
    plurals: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    adverbs: Vec<&'static str>,
    past: Vec<&'static str>,
    gerunds: Vec<&'static str>,
    bases: Vec<&'static str>,
}

impl Words {
    fn new() -> Self {
        let tagged = |tag: &str| {
            column(list!("english"), 0, |row| {
                row.get(2).is_some_and(|tags| tags.split('|').next() == Some(tag))
            })
        };
        let any = |_: &[&str]| true;
        let makes = column(list!("vehicle_models"), 0, any);
        let models = column(list!("vehicle_models"), 1, any);
        Self {
            organisations: column(list!("organisations"), 0, any),
            cities: column(list!("cities"), 0, any),
            countries: column(list!("countries"), 2, any),
            given: column(list!("given_names"), 0, any),
            surnames: column(list!("surnames"), 0, any),
            models: makes.into_iter().zip(models).collect(),
            titles: column(list!("titles"), 0, |row| row.get(2) == Some(&"prefix")),
            counted: column(list!("count_nouns"), 0, |row| row.get(3) == Some(&"plural")),
            nouns: tagged("n"),
            plurals: tagged("ns"),
            adjectives: tagged("adj"),
            adverbs: tagged("adv"),
            past: column(list!("english"), 0, |row| {
                row.get(2)
                    .is_some_and(|tags| tags.split('|').any(|tag| tag == "vd"))
            }),
            gerunds: tagged("vg"),
            bases: tagged("v"),
        }
    }
}

/// Sentences that tell a fact. A word in braces is drawn anew each time.
const FACTS: &[&str] = &[
    "{org} exported {count} of the {model} to {country} in {month}, {attribution}.",
    "{org} has shipped {count} to {country} and {country}, {gerund} its {noun} into {adj} markets.",
    "A consignment of {figure} {model} cars was sent to {country} by {org} on {weekday}.",
    "{org} signed an agreement with {org} to {base} {adj} {plural} in {city}.",
    "{org} will invest {money} in a {noun} plant near {city}, creating {figure} jobs by {year}.",
    "Sales of {plural} rose {percent} to {figure} units in {month} from {figure} a year earlier.",
    "Output at the {city} factory fell {percent} to {figure} {counted}, data released by {org} showed.",
    "{org} posted a net profit of {money} for the quarter ended {month} {day}, up {percent} on a revenue of {money}.",
    "{title} {person} met {person}, the chief executive of {org}, in {city} on {weekday}.",
    "“We {base} the {adj} {noun},” said {person} of {org}. “The {noun} was {adj}.”",
    "{org} opened a {figure}-acre {noun} park in {city}, {country}, with a capacity of {figure} {counted} a year.",
    "The government of {country} raised the duty on imported {plural} to {percent} from {percent}.",
    "{org} plans to cut about {figure} jobs in {country} over the next {small} years.",
    "{org} is recalling {figure} {model} cars over {adj} {plural}.",
    "{org} appointed {person} as chairman with effect from {month} {day}, {year}.",
    "{org} agreed to buy {percent} of {org} for {money}, according to people who {past} the {noun}.",
    "The {model}, launched in {city} last week, is priced at {money}.",
    "{country} aims to lift its exports of {plural} to {money} by {year}.",
    "{org} raised the price of the {model} by {money} to {money}, {attribution}.",
    "Imports of {plural} from {country} stood at {money} in the first {small} months of {year}.",
];

/// Sentences that tell nothing in particular.
const PROSE: &[&str] = &[
    "The {adj} {noun} of the {noun} {past} the {adj} {plural} {adverb}.",
    "{plural} in {city} {past} a {noun} that the {plural} had {adverb} {past}.",
    "It was a {adj} {noun}, and the {noun} {past} for {small} days.",
    "Few {plural} {past} as {adverb} as the {noun}, which {past} the {noun} in {year}.",
    "For the {plural} who {past} the {noun}, {gerund} a {noun} is {adj}.",
    "By {gerund} the {plural}, the {noun} could {base} its {adj} {noun} and the {plural} around it.",
    "Analysts said the {noun} would {base} the {noun} of {plural} in {country}.",
    "There is no {noun} without {plural}; {plural} {past} that long ago.",
    "Whether the {adj} {noun} will {base} remains to be seen, {person} said.",
    "When the {noun} {past}, {person} was {gerund} a {noun} near {city}.",
    "The {noun}’s {plural}, {adj} and {adj}, {past} neither {plural} nor {plural}.",
    "A {noun} of {plural} {past} {adverb} through the {noun}, {gerund} what was left of the {adj} {noun}.",
    "“It’s a {adj} {noun},” the {noun} said, “but the {plural} don’t {base}.”",
    "Last month, the {noun} {past} {figure} {plural} in {city} alone.",
    "Even so, {plural} from {country} {past} a {adj} {noun} at the {noun} ({noun} and {noun}).",
];

/// Articles of at least `bytes` bytes altogether.
pub(crate) fn corpus(seed: u64, bytes: usize) -> Vec<String> {
    let words = Words::new();
    let mut dice = Dice(seed);
    let mut articles = Vec::new();
    let mut made = 0;
    while made < bytes {
        let article = article(&words, &mut dice);
        made += article.len();
        articles.push(article);
    }
    articles
}

fn article(words: &Words, dice: &mut Dice) -> String {
    let mut text = String::new();
    let headline = [
        "{org} to {base} {adj} {plural} in {country}",
        "{country}’s {noun} {past} {percent}, {plural} {past}",
    ];
    fill(dice.pick(&headline), words, dice, &mut text);
    text.push_str("\n\n");
    fill(
        dice.pick(&["{CITY}: ", "{CITY}, {month} {day} (Reuters) - ", "{CITY} — "]),
        words,
        dice,
        &mut text,
    );
    for paragraph in 0..6 + dice.roll(10) {
        if paragraph > 0 {
            text.push_str("\n\n");
        }
        if paragraph > 2 && dice.roll(8) == 0 {
            fill("{Noun} and {noun}\n\n", words, dice, &mut text);
        }
        for sentence in 0..1 + dice.roll(3) {
            if sentence > 0 {
                text.push(' ');
            }
            // Real news tells a fact in about two sentences of five.
            let template = if dice.roll(5) < 2 {
                dice.pick(FACTS)
            } else {
                dice.pick(PROSE)
            };
            let start = text.len();
            fill(template, words, dice, &mut text);
            capitalise(&mut text, start);
        }
    }
    text.push('\n');
    text
}

/// Writes a template, its braces filled.
fn fill(template: &str, words: &Words, dice: &mut Dice, text: &mut String) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (slot, after) = after.split_once('}').expect("braces in pairs");
        slot_text(slot, words, dice, text);
        rest = after;
    }
    text.push_str(rest);
}

fn slot_text(slot: &str, words: &Words, dice: &mut Dice, text: &mut String) {
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let days = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let attributions = [
        "the company said",
        "according to a filing",
        "officials said on Monday",
        "it said in a statement",
    ];
    match slot {
        "org" => text.push_str(dice.pick(&words.organisations)),
        "city" => text.push_str(dice.pick(&words.cities)),
        "CITY" => text.push_str(&dice.pick(&words.cities).to_uppercase()),
        "country" => text.push_str(dice.pick(&words.countries)),
        "person" => {
            text.push_str(dice.pick(&words.given));
            text.push(' ');
            text.push_str(dice.pick(&words.surnames));
        }
        "title" => text.push_str(dice.pick(&words.titles)),
        "model" => {
            let (make, model) = words.models[dice.roll(words.models.len())];
            text.push_str(make);
            text.push(' ');
            text.push_str(model);
        }
        "count" => {
            figure(dice, text);
            text.push(' ');
            text.push_str(dice.pick(&words.counted));
        }
        "counted" => text.push_str(dice.pick(&words.counted)),
        "figure" => figure(dice, text),
        "small" => text.push_str(dice.pick(&["two", "three", "five", "six", "nine", "12", "18"])),
        "money" => money(dice, text),
        "percent" => write(
            text,
            format_args!(
                "{}.{}{}",
                dice.roll(90),
                dice.roll(10),
                dice.pick(&["%", " percent", "pc", " per cent"])
            ),
        ),
        "month" => text.push_str(dice.pick(&months)),
        "day" => write(text, format_args!("{}", 1 + dice.roll(28))),
        "weekday" => text.push_str(dice.pick(&days)),
        "year" => write(text, format_args!("{}", 2015 + dice.roll(25))),
        "attribution" => text.push_str(dice.pick(&attributions)),
        "noun" => text.push_str(dice.pick(&words.nouns)),
        "Noun" => {
            let start = text.len();
            text.push_str(dice.pick(&words.nouns));
            capitalise(text, start);
        }
        "plural" => text.push_str(dice.pick(&words.plurals)),
        "adj" => text.push_str(dice.pick(&words.adjectives)),
        "adverb" => text.push_str(dice.pick(&words.adverbs)),
        "past" => text.push_str(dice.pick(&words.past)),
        "gerund" => text.push_str(dice.pick(&words.gerunds)),
        "base" => text.push_str(dice.pick(&words.bases)),
        other => unreachable!("no slot {other:?}"),
    }
}

fn write(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    text.write_fmt(arguments).expect("a string takes all");
}

fn figure(dice: &mut Dice, text: &mut String) {
    match dice.roll(3) {
        0 => write(text, format_args!("{}", 2 + dice.roll(900))),
        1 => write(
            text,
            format_args!("{},{:03}", 1 + dice.roll(900), dice.roll(1000)),
        ),
        _ => {
            let bound = dice.pick(&["more than ", "about ", "nearly ", "at least "]);
            write(text, format_args!("{bound}{}", 20 + dice.roll(900)));
        }
    }
}

fn money(dice: &mut Dice, text: &mut String) {
    let (whole, tenth) = (1 + dice.roll(900), dice.roll(10));
    match dice.roll(4) {
        0 => write(text, format_args!("${whole}.{tenth} million")),
        1 => write(text, format_args!("Rs{whole}.{tenth}bn")),
        2 => write(text, format_args!("€{whole} million")),
        _ => write(text, format_args!("{whole}.{tenth} billion yen")),
    }
}

fn capitalise(text: &mut String, start: usize) {
    let first = text[start..].chars().next();
    if let Some(first) = first.filter(|first| first.is_lowercase()) {
        let upper: String = first.to_uppercase().collect();
        text.replace_range(start..start + first.len_utf8(), &upper);
    }
}

/// The share of sentences that stand there once only.
pub(crate) fn distinct(articles: &[String]) -> f64 {
    let mut seen = std::collections::HashMap::new();
    for sentence in articles.iter().flat_map(|text| text.split_inclusive(['.', '\n'])) {
        let sentence = sentence.trim();
        if sentence.len() > 20 {
            *seen.entry(sentence).or_insert(0_usize) += 1;
        }
    }
    let all: usize = seen.values().sum();
    let once = seen.values().filter(|count| **count == 1).count();
    once as f64 / all.max(1) as f64
}

/// The names of the crate's lists.
pub(crate) fn names() -> Vec<String> {
    let words = Words::new();
    let models = words.models.iter().map(|(make, model)| format!("{make} {model}"));
    let lists = [
        words.organisations,
        words.cities,
        words.countries,
        words.given,
        words.surnames,
    ];
    let names = lists.into_iter().flatten().map(str::to_owned);
    names.chain(models).collect()
}
