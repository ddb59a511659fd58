//! Values in plain words.

use std::fmt;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::event::{Event, Evidence, Facts};
use crate::mention::{Amount, Bound, Kind, Mention, Value};
use crate::rule::{Filler, Status};

/// What a group of mentions of one kind is called.
pub(super) fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "dates",
        Kind::Duration => "durations",
        Kind::Time => "times",
        Kind::Set => "recurring times",
        Kind::Organisation => "organisations",
        Kind::Person => "people",
        Kind::Country => "countries",
        Kind::Place => "places",
        Kind::Count => "counts",
        Kind::Money => "money",
        Kind::Percent => "percentages",
        Kind::Measure => "measures",
        Kind::Model => "models",
        Kind::Policy => "policies",
    }
}

/// A value in words: `more than 100,000 job`, `PKR 94,700,000`, `2025-04`, `Honda City 1.2L`.
pub(super) fn value(value: &Value<'_>) -> String {
    match value {
        Value::Date(when) => match (when.start, when.end) {
            (Some(start), Some(end)) if start == end && when.value == start.to_string() => when.value.clone(),
            (Some(start), Some(end)) if start == end => format!("{} ({start})", when.value),
            (Some(start), Some(end)) => format!("{} ({start} to {end})", when.value),
            _ => when.value.clone(),
        },
        Value::Duration { value } | Value::Time { value } | Value::Set { value } => value.clone(),
        Value::Organisation { name } | Value::Policy { name } => name.to_string(),
        Value::Person { name, title } => match title {
            Some(title) => format!("{name}, {title}"),
            None => name.to_string(),
        },
        Value::Country { name, .. } => (*name).to_owned(),
        Value::Place { name, country } => match country {
            Some(country) => format!("{name}, {country}"),
            None => name.to_string(),
        },
        Value::Count { amount, noun } => match noun {
            Some(noun) => format!("{} {noun}", self::amount(amount)),
            None => self::amount(amount),
        },
        Value::Money { amount, currency } => format!("{currency} {}", self::amount(amount)),
        Value::Percent { amount } => format!("{}%", self::amount(amount)),
        Value::Measure { amount, unit, .. } => format!("{} {unit}", self::amount(amount)),
        Value::Model { make, model, variant } => [make.as_deref(), Some(&**model), variant.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// A figure with its bound, its thousands parted: `more than 1,500`, `6 to 7`.
fn amount(amount: &Amount) -> String {
    let bound = match amount.bound {
        Bound::Exact => "",
        Bound::MoreThan => "more than ",
        Bound::AtLeast => "at least ",
        Bound::LessThan => "less than ",
        Bound::AtMost => "at most ",
        Bound::About => "about ",
    };
    match amount.high {
        Some(high) => format!("{bound}{} to {}", figure(amount.low), figure(high)),
        None => format!("{bound}{}", figure(amount.low)),
    }
}

fn figure(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut parted = String::with_capacity(plain.len() + whole.len() / 3);
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            parted.push(',');
        }
        parted.push(digit);
    }
    if !fraction.is_empty() {
        parted.push('.');
        parted.push_str(fraction);
    }
    format!("{sign}{parted}")
}

/// What happened, as a title: `Price change`, `Export`.
pub(super) fn title(event: &Event<'_>) -> String {
    let name = event.fact().name().replace('_', " ");
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name,
    }
}

/// The events that tell the same with another figure, counted as people count.
pub(super) fn disagrees(event: &Event<'_>) -> Option<String> {
    let others = event.disagrees_with();
    let numbers: Vec<_> = others.iter().map(|other| (other + 1).to_string()).collect();
    (!others.is_empty()).then(|| {
        format!(
            "with {}, which tells the same with another figure",
            numbers.join(" and ")
        )
    })
}

/// Whether it happened.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Actual => "done",
        Status::Planned => "planned",
        Status::Possible => "possible",
        Status::Denied => "denied",
    }
}

/// What a role asks.
pub(super) fn role(name: &str) -> String {
    match name {
        "count" => "how many",
        "origin" => "from",
        "destination" => "to",
        "date" => "when",
        "place" => "where",
        _ => return name.replace('_', " "),
    }
    .to_owned()
}

/// The roles of an event that are filled, with when and where it happened behind them.
pub(super) fn roles<'e, 'x>(event: &'e Event<'x>) -> Vec<(String, &'e [Filler<'x>])> {
    let always = [("date", event.date()), ("place", event.place())];
    let roles = event.fact().roles().into_iter().chain(always);
    roles
        .filter(|(_, fillers)| !fillers.is_empty())
        .map(|(name, fillers)| (role(name), fillers))
        .collect()
}

/// What fills a role: the words of the article, and what they mean where that differs.
pub(super) fn filler(facts: &Facts<'_>, filler: &Filler<'_>) -> String {
    let words = line(facts.text(filler.span()));
    if let Some(word) = filler.word() {
        return format!("{word} (“{words}”)");
    }
    let mention = filler.mention().and_then(|id| facts.mention(id));
    let told = match (mention, filler.multiple) {
        (Some(mention), _) => meaning(words, value(mention.value())),
        (None, Some(multiple)) => meaning(words, format!("{}%", amount(&multiple.amount()))),
        (None, None) => words,
    };
    let falls = |mention: &Mention<'_>| matches!(mention.kind(), Kind::Money | Kind::Percent);
    if filler.falling() && mention.is_none_or(falls) {
        format!("down {told}")
    } else {
        told
    }
}

/// The sentence that tells an event, with `mark` around the word that means it.
pub(super) fn evidence(facts: &Facts<'_>, evidence: &Evidence, mark: &str) -> String {
    let (span, trigger) = (evidence.span(), evidence.trigger());
    if !span.contains(trigger) {
        return quoted(&line(facts.text(span)));
    }
    let text = facts.article().text();
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    let sentence = format!(
        "{}{mark}{}{mark}{}",
        part(span.start()..trigger.start()),
        part(trigger.range()),
        part(trigger.end()..span.end())
    );
    quoted(&line(&sentence))
}

/// A sentence in quotation marks, unless it begins with some.
fn quoted(sentence: &str) -> String {
    match sentence.starts_with(['“', '"']) {
        true => sentence.to_owned(),
        false => format!("“{sentence}”"),
    }
}

/// The words of the article, and what they mean where that differs.
pub(super) fn meaning(words: String, value: String) -> String {
    if is_plural(&words, &value) {
        words
    } else {
        format!("{words} = {value}")
    }
}

/// Whether words are a value, but for their first letter and a plural at their end: "About 40 companies" is `about 40
/// company`.
fn is_plural(words: &str, value: &str) -> bool {
    let stem = value.strip_suffix('y').unwrap_or(value);
    let Some((same, ending)) = words.split_at_checked(stem.len()) else {
        return false;
    };
    let endings = if stem == value {
        ["", "s", "es"]
    } else {
        ["y", "ys", "ies"]
    };
    same.eq_ignore_ascii_case(stem) && endings.contains(&ending)
}

/// Writes text in lines of at most [`WIDTH`] characters, the first behind `first`, the others behind `rest`.
pub(super) fn wrapped(f: &mut fmt::Formatter<'_>, first: &str, rest: &str, text: &str) -> fmt::Result {
    f.write_str(first)?;
    let mut column = first.chars().count();
    let mut begun = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if begun && column + 1 + length > WIDTH {
            write!(f, "\n{rest}")?;
            column = rest.chars().count();
        } else if begun {
            f.write_str(" ")?;
            column += 1;
        }
        f.write_str(word)?;
        column += length;
        begun = true;
    }
    writeln!(f)
}

/// Characters in a line of text.
const WIDTH: usize = 100;

/// The mentions of a kind, those of which the same is told together, in the order of the first.
pub(super) fn alike<'a, 'x>(
    mentions: &'a [Mention<'x>],
    kind: Kind,
    words: impl Fn(&Mention<'x>) -> String,
) -> Vec<(String, Vec<&'a Mention<'x>>)> {
    let mut places = FxHashMap::default();
    let mut told: Vec<(String, Vec<&Mention<'x>>)> = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.kind() == kind) {
        let words = words(mention);
        let place = *places.entry(words.clone()).or_insert(told.len());
        match told.get_mut(place) {
            Some((_, mentions)) => mentions.push(mention),
            None => told.push((words, vec![mention])),
        }
    }
    told
}

/// A piece of the article on one line.
pub(super) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_parted_by_thousands() {
        for (value, written) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234567.50", "-1,234,567.5"),
            ("100000", "100,000"),
        ] {
            assert_eq!(figure(value.parse().unwrap()), written);
        }
    }

    #[test]
    fn a_meaning_is_told_where_it_differs_by_more_than_a_plural() {
        let told = |words: &str, value: &str| meaning(words.to_owned(), value.to_owned());
        assert_eq!(told("About 300 welders", "about 300 welder"), "About 300 welders");
        assert_eq!(told("40 companies", "40 company"), "40 companies");
        assert_eq!(told("Kenya", "Kenya"), "Kenya");
        assert_eq!(told("14 people", "14 person"), "14 people = 14 person");
        assert_eq!(told("May", "2025-05"), "May = 2025-05");
    }

    #[test]
    fn bounds_and_ranges_are_told() {
        let amount = |low: &str, high: Option<&str>, bound| {
            super::amount(&Amount {
                low: low.parse().unwrap(),
                high: high.map(|high| high.parse().unwrap()),
                bound,
            })
        };
        assert_eq!(amount("1500", None, Bound::MoreThan), "more than 1,500");
        assert_eq!(amount("6", Some("7"), Bound::Exact), "6 to 7");
        assert_eq!(amount("60", None, Bound::AtMost), "at most 60");
    }
}
