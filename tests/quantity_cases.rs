//! The tables of cases for numbers with and without units: value first, then every surface form that means it.

use dateline::{Amount, Article, Bound, Extractor, Kind, Mention, Value};

#[test]
fn money() {
    run(Kind::Money, include_str!("../fixtures/cases/money.tsv"));
}

#[test]
fn percent() {
    run(Kind::Percent, include_str!("../fixtures/cases/percent.tsv"));
}

#[test]
fn measure() {
    run(Kind::Measure, include_str!("../fixtures/cases/measure.tsv"));
}

#[test]
fn count() {
    run(Kind::Count, include_str!("../fixtures/cases/count.tsv"));
}

/// Pieces of quantities in any order: no range is turned round.
#[test]
fn soup() {
    const PIECES: &[&str] = &[
        "5",
        "1,000",
        "1.5",
        "79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "007",
        "2024",
        "m",
        "bn",
        "million",
        "lakh crore",
        "hundred",
        "thousand",
        "a",
        "half a",
        "and a half",
        "one",
        "twenty",
        "-",
        "–",
        "−",
        "+",
        "/",
        "1/2",
        "½",
        "$",
        "Rs",
        "€",
        "PKR",
        "yen",
        "cents",
        "%",
        "percent",
        "basis points",
        "km",
        "acres",
        "to",
        "between",
        "and",
        "or",
        "more than",
        "about",
        "up to",
        "or more",
        "-plus",
        "units",
        "new",
        "cars",
        "of them",
        "Model",
        "dozen",
        "thirds",
        ",",
        ".",
        "(",
        ")",
        "\n\n",
        "’s",
        "minus",
        "US",
        "three-wheelers",
        "in",
        "out of",
        "quarter of a",
    ];
    let extractor = Extractor::new();
    let mut state = 7_u64;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..40 {
            // A linear congruential generator: the same soup on every run.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PIECES[(state >> 33) as usize % PIECES.len()]);
            if !(state >> 20).is_multiple_of(3) {
                text.push(' ');
            }
        }
        let facts = extractor.extract(&Article::new(&text));
        for mention in facts.mentions() {
            let range = amount(mention.value()).and_then(|amount| Some((amount.low, amount.high?)));
            assert!(
                range.is_none_or(|(low, high)| low <= high),
                "{range:?} in {text:?}"
            );
        }
    }
}

fn amount<'v>(value: &'v Value<'_>) -> Option<&'v Amount> {
    match value {
        Value::Money { amount, .. }
        | Value::Percent { amount, .. }
        | Value::Measure { amount, .. }
        | Value::Count { amount, .. } => Some(amount),
        _ => None,
    }
}

/// Runs every row of a table and fails with the list of all forms that were read wrongly.
fn run(kind: Kind, table: &str) {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let value = cells.next().unwrap_or_default();
        for form in cells {
            if let Some(told) = misread(&extractor, kind, value, form) {
                wrong.push(format!("{form:?} is {value:?}, found {told}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is found in place of `value`, if anything else is.
fn misread(extractor: &Extractor, kind: Kind, value: &str, form: &str) -> Option<String> {
    let (text, surface) = match (form.find('['), form.find(']')) {
        (Some(open), Some(close)) => (
            format!("{}.", form.replace(['[', ']'], "")),
            Some(form[open + 1..close].to_owned()),
        ),
        _ if value == "-" => (format!("{form}."), None),
        _ => (
            format!("They spoke of {form} on that day."),
            Some(form.to_owned()),
        ),
    };
    let facts = extractor.extract(&Article::new(&text));
    let found: Vec<&Mention<'_>> = facts
        .mentions()
        .iter()
        .filter(|mention| mention.kind() == kind)
        .collect();
    let told: Vec<(String, &str)> = found
        .iter()
        .map(|mention| (shown(mention.value()), mention.span().of(&text)))
        .collect();
    let right = match &surface {
        None => told.is_empty(),
        Some(surface) => told.iter().any(|(shown, text)| shown == value && text == surface),
    };
    (!right).then(|| format!("{told:?}"))
}

fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Money { amount, currency, .. } => format!("{} {currency}", figures(amount)),
        Value::Percent { amount, .. } => format!("{} %", figures(amount)),
        Value::Measure { amount, unit, .. } => format!("{} {unit}", figures(amount)),
        Value::Count { amount, noun, .. } => match noun {
            Some(noun) => format!("{} {noun}", figures(amount)),
            None => figures(amount),
        },
        other => format!("{other:?}"),
    }
}

fn figures(amount: &Amount) -> String {
    let bound = match amount.bound {
        Bound::MoreThan => ">",
        Bound::AtLeast => ">=",
        Bound::LessThan => "<",
        Bound::AtMost => "<=",
        Bound::About => "~",
        _ => "",
    };
    match amount.high {
        Some(high) => format!("{bound}{}..{}", amount.low.normalize(), high.normalize()),
        None => format!("{bound}{}", amount.low.normalize()),
    }
}
