//! Whether a name, or what stands beside it, says what a description says.

use super::{Anaphor, BESIDE};
use crate::lexicon::Tag;
use crate::mention::{Mention, Value};
use crate::reading::Reading;

/// Whether what stands beside a name tells that it is what a description says: "retailer Action", "Action, the Dutch
/// retailer".
pub(super) fn is_told_to_be(reading: &Reading<'_>, mention: &Mention<'_>, head: usize) -> bool {
    let word = reading.ids[head];
    // A cement maker is no bread maker.
    let sort = |token: usize| {
        let before = token
            .checked_sub(1)
            .filter(|before| reading.tag(*before) == Tag::Noun);
        before.map(|before| reading.ids[before])
    };
    let said = |token: usize| {
        reading.ids.get(token) == Some(&word)
            && reading.tag(token).is_noun()
            && (sort(head).is_none() || sort(token) == sort(head))
    };
    let first = mention.first as usize;
    if first > 0 && said(first - 1) {
        return true;
    }
    let comma = mention.end as usize;
    if !reading.tokens.get(comma).is_some_and(|token| token.is(b',')) {
        return false;
    }
    let opens = comma + 1 < reading.tokens.len() && reading.tag(comma + 1) == Tag::Determiner;
    let behind = comma + 2..(comma + 2 + BESIDE).min(reading.tokens.len());
    let mut group = behind.take_while(|token| {
        matches!(
            reading.tag(*token),
            Tag::Adjective | Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Genitive | Tag::Number
        )
    });
    opens && group.any(said)
}

/// Whether a person was named with a title that ends with a word: "Petroleum Minister Mary Robinson".
pub(super) fn is_called(mention: &Mention<'_>, word: &str) -> bool {
    let Value::Person {
        title: Some(title), ..
    } = mention.value()
    else {
        return false;
    };
    title
        .split(|c: char| !c.is_alphanumeric())
        .any(|part| part.eq_ignore_ascii_case(word))
}

pub(super) fn name_of<'a>(mention: &'a Mention<'_>) -> Option<&'a str> {
    match mention.value() {
        Value::Organisation { name, .. } => Some(name),
        _ => None,
    }
}

/// Whether the name of an organisation ends with what it is called: "Ethiopian Airlines", the airline.
pub(super) fn is_named_so(mention: &Mention<'_>, word: &str) -> bool {
    let Some(name) = name_of(mention) else {
        return false;
    };
    let last = name.rsplit(|c: char| !c.is_alphanumeric()).next();
    last.is_some_and(|last| {
        let singular = last.strip_suffix(['s', 'S']).unwrap_or(last);
        last.eq_ignore_ascii_case(word) || singular.eq_ignore_ascii_case(word)
    })
}

/// Whether a name has the word that an anaphor asks for.
pub(super) fn is_called_by(mention: &Mention<'_>, word: &str, anaphor: Anaphor) -> bool {
    if anaphor.held {
        is_named_so(mention, word)
    } else {
        holds(mention, word)
    }
}

/// Whether a name holds a word.
fn holds(mention: &Mention<'_>, word: &str) -> bool {
    let Some(name) = name_of(mention) else {
        return true;
    };
    name.split(|c: char| !c.is_alphanumeric())
        .any(|part| part.eq_ignore_ascii_case(word))
}
