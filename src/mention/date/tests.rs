//! Runs the tables of cases in `fixtures/cases`: dates, durations, times of day, recurring times.

use chrono::NaiveDate;

use crate::extractor::Extractor;
use crate::mention::{Kind, Mention, Value};
use crate::text::Article;

#[test]
fn dates() {
    run(
        Kind::Date,
        include_str!("../../../fixtures/cases/date.tsv"),
        Some(3),
    );
}

#[test]
fn durations() {
    run(
        Kind::Duration,
        include_str!("../../../fixtures/cases/duration.tsv"),
        None,
    );
}

#[test]
fn times_of_day() {
    run(Kind::Time, include_str!("../../../fixtures/cases/time.tsv"), None);
}

#[test]
fn recurring_times() {
    run(Kind::Set, include_str!("../../../fixtures/cases/set.tsv"), None);
}

/// Runs every row of a table, and fails with the list of all forms that were read wrongly.
///
/// `published` is the column with the day of publication, the last before the forms; without one it is the
/// same for the whole table.
fn run(kind: Kind, table: &str, published: Option<usize>) {
    let head = published.map_or(1, |column| column + 1);
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    let mut forms = 0;
    for line in table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let cells: Vec<&str> = line.split('\t').collect();
        assert!(cells.len() > head, "{line:?} has no surface form");
        let day: Option<NaiveDate> = published
            .map_or("2025-08-15", |column| cells[column])
            .parse()
            .ok();
        for form in &cells[head..] {
            forms += 1;
            if let Some(told) = misread(&extractor, kind, &cells[..head], day, form) {
                wrong.push(format!("{form:?} is {:?}, found {told}", &cells[..head]));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {forms}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What is found in place of what the row says, if anything else is.
fn misread(
    extractor: &Extractor,
    kind: Kind,
    row: &[&str],
    day: Option<NaiveDate>,
    form: &str,
) -> Option<String> {
    let (text, surface) = match (form.find('['), form.find(']')) {
        (Some(open), Some(close)) => (form.replace(['[', ']'], ""), Some(&form[open + 1..close])),
        _ if row[0] == "-" => (format!("{form}."), None),
        _ => (format!("They spoke of {form}, as people said."), Some(form)),
    };
    let facts = extractor.extract(&Article::new(&text).published(day));
    let told: Vec<(Vec<String>, &str)> = facts
        .mentions()
        .iter()
        .filter(|mention| mention.kind() == kind)
        .map(|mention| (shown(mention), mention.span().of(&text)))
        .collect();
    let right = match surface {
        None => told.is_empty(),
        Some(surface) => told.iter().any(|(shown, text)| {
            *text == surface && shown.iter().zip(row).all(|(shown, wanted)| shown == wanted)
        }),
    };
    (!right).then(|| format!("{told:?}"))
}

/// The value, and for dates its days and what it was resolved against.
fn shown(mention: &Mention<'_>) -> Vec<String> {
    match mention.value() {
        Value::Date(when) => {
            let days = match (when.start, when.end) {
                (Some(start), Some(end)) => format!("{start}..{end}"),
                _ => "-".to_owned(),
            };
            vec![when.value.clone(), days, when.basis.name().to_owned()]
        }
        Value::Duration { value } | Value::Time { value } | Value::Set { value } => vec![value.clone()],
        other => vec![format!("{other:?}")],
    }
}
