//! What an unlisted name without a telling form is: decided from all its places in the article.

use super::super::{here, organisation, person, Candidate, Strength};
use super::{Chunk, Words};
use crate::lexicon::List;
use crate::token::Shape;
use rustc_hash::FxHashMap;

/// Points for each reading of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Points {
    organisation: i32,
    person: i32,
    place: i32,
}

/// Weighs the open names of an article, and adds what is clear.
pub(super) fn settle<'x>(words: &Words<'_, 'x>, open: Vec<Chunk>, out: &mut Vec<Candidate<'x>>) {
    let mut points: FxHashMap<u64, Points> = FxHashMap::default();
    for chunk in &open {
        let here = weigh(words, chunk);
        let sum = points.entry(key(words, chunk)).or_default();
        sum.organisation += here.organisation;
        sum.person += here.person;
        sum.place += here.place;
    }
    for chunk in &open {
        let Some(sum) = points.get(&key(words, chunk)) else {
            continue;
        };
        let opens = words.reading.opens_sentence(chunk.first);
        let common = words.all_common(chunk.first..chunk.end);
        if common && (opens || weigh(words, chunk).organisation < 2) {
            continue;
        }
        let tokens = chunk.first..chunk.end;
        if sum.organisation >= 2 && sum.organisation > sum.person && sum.organisation > sum.place {
            organisation::push(words, tokens, here!("organisation.context"), Strength::Fair, out);
        } else if sum.person >= 2
            && sum.person > sum.organisation
            && sum.person > sum.place
            && person::may_name(words, tokens.clone())
        {
            person::push(words, tokens, None, here!("person.context"), Strength::Fair, out);
        }
    }
}

/// Words of a name, folded.
fn key(words: &Words<'_, '_>, chunk: &Chunk) -> u64 {
    words.reading.tokens[chunk.first..chunk.end]
        .iter()
        .fold(0, |key, token| {
            (key ^ u64::from(token.hash))
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .rotate_left(23)
        })
}

/// What the words around one place tell.
fn weigh(words: &Words<'_, '_>, chunk: &Chunk) -> Points {
    let mut points = Points::default();
    let (first, end) = (chunk.first, chunk.end);
    let single = end - first == 1;
    let shape = words.reading.tokens[first].shape;
    let listed = |list: List| {
        words
            .reading
            .hits_at(first)
            .iter()
            .any(|hit| hit.list == list && hit.end as usize == end)
    };
    // Other lists speak for their own finders.
    if words.place(first) == Some(end) {
        points.place += 3;
    }
    if listed(List::VehicleModels)
        || listed(List::Acronyms)
        || listed(List::Currencies)
        || listed(List::Units)
    {
        points.place += 3;
    }
    // Before.
    if first > 0 && words.follows(first) {
        if words.context_before(first, "organisation").is_some() {
            points.organisation += 2;
        }
        if words.context_before(first, "company-phrase").is_some() {
            points.organisation += 2;
        }
        if words.is(first - 1, "in") || words.is(first - 1, "near") || words.is(first - 1, "at") {
            points.place += 2;
        }
    }
    // Behind.
    if words.follows(end) || words.genitive(end) {
        if words.genitive(end) {
            if words.context_at(end + 1, "asset").is_some() {
                points.organisation += 2;
            }
        } else if words.context_at(end, "say").is_some() {
            if single || !words.person_name(first) && !words.person_name(end - 1) {
                points.organisation += 1;
            }
            points.person += 1 + i32::from(!single);
        } else if words.context_at(end, "act").is_some() {
            points.organisation += 2;
        } else if words.context_at(end, "organisation").is_some() || words.context_at(end, "asset").is_some()
        {
            points.organisation += 2;
        } else if words.mark(end, b',') {
            let mut at = end + 1;
            for _ in 0..6 {
                if words.context_at(at, "organisation").is_some() {
                    points.organisation += 2;
                    break;
                }
                if words.title_at(at).is_some() {
                    points.person += 3;
                    break;
                }
                if !words.word(at) {
                    break;
                }
                at += 1;
            }
        }
    }
    if chunk.before_title {
        points.organisation += 2;
    }
    if single && shape == Shape::Upper && points.organisation > 0 {
        points.organisation += 1;
    }
    points
}
