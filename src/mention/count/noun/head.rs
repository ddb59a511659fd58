//! The head noun that is counted, and its singular.

use std::borrow::Cow;

use super::Noun;
use crate::lexicon::{count_noun, Classes, Form, List, Tag};
use crate::mention::Text;
use crate::reading::Reading;
use crate::token::Shape;

pub(super) fn head<'x>(reading: &Reading<'x>, at: usize, end: usize, start: usize) -> Noun<'x> {
    // "e-bikes", "three-wheelers": the compound is the noun.
    let mut first = at;
    while first >= start + 2
        && reading.tokens[first].glued()
        && reading.tokens[first - 1].is_hyphen()
        && reading.tokens[first - 1].glued()
    {
        first -= 2;
    }
    let lemma = lemma(reading, at).map(|lemma| {
        if first == at {
            return lemma;
        }
        let prefix = reading.slice(first..at);
        Cow::Owned(format!("{}{lemma}", prefix.to_lowercase()))
    });
    Noun {
        end,
        lemma,
        is_adjacent: at == start,
        is_listed: reading.hit(at, List::CountNouns).is_some(),
    }
}

/// The singular of the noun at a token.
fn lemma<'x>(reading: &Reading<'x>, at: usize) -> Option<Text<'x>> {
    let hit = reading
        .hits_at(at)
        .iter()
        .find(|hit| hit.list == List::CountNouns && hit.end as usize == at + 1);
    if let Some(hit) = hit {
        return Some(Cow::Borrowed(reading.lexicon.cell(hit.row, count_noun::LEMMA)));
    }
    let glued_s =
        at > 0 && reading.tokens[at].glued() && reading.word(at) == "s" && reading.tokens[at - 1].is_number();
    if glued_s {
        // "B-52s"
        let hyphen = at >= 3 && reading.tokens[at - 1].glued() && reading.tokens[at - 2].is_hyphen();
        let first = if hyphen && reading.tokens[at - 2].glued() {
            at - 3
        } else {
            at - 1
        };
        return Some(reading.text_of(first..at));
    }
    let word = reading.lexicon.word(reading.ids[at]);
    if word.classes.contains(Classes::FUNCTION) {
        return None;
    }
    if let Some(lemma) = word.lemma(Tag::NounPlural).or_else(|| word.lemma(Tag::Noun)) {
        return Some(Cow::Borrowed(reading.lexicon.word_text(lemma)));
    }
    let text = reading.word(at);
    let singular = text.strip_suffix('s').unwrap_or(text);
    Some(match reading.tokens[at].shape {
        Shape::Lower | Shape::Upper | Shape::Mixed => Cow::Borrowed(singular),
        Shape::Capitalised => match people(reading, at) {
            Some(first) => Cow::Borrowed(reading.slice(first..at + 1).trim_end_matches('s')),
            // A350s
            None if singular.bytes().any(|b| b.is_ascii_digit()) => Cow::Borrowed(singular),
            None => Cow::Owned(singular.to_lowercase()),
        },
        _ => Cow::Owned(singular.to_lowercase()),
    })
}

/// The first token of the people's name that ends at a token: "Mexicans", "Sri Lankans".
fn people(reading: &Reading<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(1)..=at).find(|first| {
        reading
            .hits_at(*first)
            .iter()
            .any(|hit| hit.list == List::Countries && hit.form == Form::Demonym && hit.end as usize == at + 1)
    })
}
