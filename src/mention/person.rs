//! Person mentions.

use std::ops::Range;

use super::name::{Chunk, Words};
use super::{here, Candidate, Strength, Text, Value};
use crate::lexicon::{Classes, List};
use crate::token::Shape;

/// Adds the person whom a chunk of a run names, if something tells so.
pub(crate) fn find<'x>(words: &Words<'_, 'x>, chunk: &Chunk, out: &mut Vec<Candidate<'x>>) -> bool {
    let first = chunk.first;
    if !may_name(words, first..chunk.end) {
        return false;
    }
    let title = chunk
        .title
        .map(|title| words.reading.text_of(title.first as usize..title.end as usize));
    if let Some(found) = chunk.title {
        let honorific = matches!(words.title_class(found), "honorific" | "military");
        let enough = chunk.end - first > 1
            || honorific
            || words.capital(found.first as usize)
            || words.person_name(first);
        if enough && !words.common(chunk.end - 1) | words.person_name(chunk.end - 1) {
            push(
                words,
                first..chunk.end,
                title,
                here!("person.title"),
                Strength::Strong,
                out,
            );
            return true;
        }
    }
    if chunk.end - first < 2 {
        return false;
    }
    if credited(words, first) {
        push(
            words,
            first..chunk.end,
            None,
            here!("person.credit"),
            Strength::Strong,
            out,
        );
        return true;
    }
    if words.title_complement(first) {
        push(
            words,
            first..chunk.end,
            None,
            here!("person.office"),
            Strength::Strong,
            out,
        );
        return true;
    }
    if let Some(strength) = by_words(words, first..chunk.end) {
        push(
            words,
            first..chunk.end,
            None,
            here!("person.names"),
            strength,
            out,
        );
        return true;
    }
    false
}

pub(crate) fn push<'x>(
    words: &Words<'_, 'x>,
    tokens: Range<usize>,
    title: Option<Text<'x>>,
    origin: super::Origin<'x>,
    strength: Strength,
    out: &mut Vec<Candidate<'x>>,
) {
    let name = words.reading.text_of(tokens.clone());
    out.push(Candidate::new(
        tokens,
        Value::Person { name, title },
        origin,
        strength,
    ));
}

/// Whether words can be a person's name by their form: no figures, no head noun of an organisation, no
/// common word but perhaps the last (`Donald Trump`).
pub(crate) fn may_name(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    if run.is_empty() || run.len() > 9 {
        return false;
    }
    let mut named = 0;
    let mut common = 0;
    for at in run.clone() {
        let token = &words.reading.tokens[at];
        if token.is_number() || token.is(b'&') || token.is(b'@') || token.is(b'+') {
            return false;
        }
        if !words.capital(at) {
            continue;
        }
        let initial = words.reading.word(at).ends_with('.') || token.end - token.start == 1;
        let upper = token.shape == Shape::Upper && !initial;
        if upper && token.end - token.start < 3 {
            return false;
        }
        if words.common(at) && !words.person_name(at) && !initial {
            let last = at + 1 == run.end && at > run.start && words.person_name(run.start);
            let head = words
                .reading
                .hits_at(at)
                .iter()
                .any(|hit| hit.list == List::OrgHeads);
            common += usize::from(!last || head);
        } else {
            named += 1;
        }
    }
    let listed = words.reading.hits_at(run.start).iter().any(|hit| {
        hit.end as usize == run.end
            && hit.end > hit.first + 1
            && matches!(
                hit.list,
                List::Organisations
                    | List::VehicleMakes
                    | List::VehicleModels
                    | List::Cities
                    | List::Admin1
                    | List::Countries
                    | List::Regions
            )
    });
    named > 0 && common == 0 && !listed
}

/// A name without surroundings: given name and surname.
fn by_words(words: &Words<'_, '_>, run: Range<usize>) -> Option<Strength> {
    let (first, last) = (run.start, run.end - 1);
    let given = words.classes(first).contains(Classes::GIVEN_NAME);
    let surname = words
        .classes(last)
        .intersects(Classes::SURNAME | Classes::GIVEN_NAME);
    let sure = words.sure_name(first);
    let place = words.place(first) == Some(run.end);
    if place || words.demonym(first).is_some() {
        return None;
    }
    if given && surname {
        return Some(if sure || words.sure_name(last) {
            Strength::Strong
        } else {
            Strength::Fair
        });
    }
    if given && sure && words.land(last).is_none() {
        return Some(Strength::Fair);
    }
    if words.classes(last).contains(Classes::SURNAME)
        && words.sure_name(last)
        && !words.common(first)
        && words.place(first).is_none()
    {
        return Some(Strength::Fair);
    }
    None
}

/// `By Katrin Vogel`, `Words & pictures: Zara Lodhi`
fn credited(words: &Words<'_, '_>, first: usize) -> bool {
    let before = match first > 0 && words.mark(first - 1, b':') {
        true => first - 1,
        false => first,
    };
    let Some(from) = words.context_before(before, "credit") else {
        return false;
    };
    // In running text `by` is nothing but a preposition.
    words.reading.opens_sentence(from)
}
