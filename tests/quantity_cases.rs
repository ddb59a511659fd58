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
        Value::Money { amount, currency } => format!("{} {currency}", figures(amount)),
        Value::Percent { amount } => format!("{} %", figures(amount)),
        Value::Measure { amount, unit, .. } => format!("{} {unit}", figures(amount)),
        Value::Count { amount, noun } => match noun {
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
