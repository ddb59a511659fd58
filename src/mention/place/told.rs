//! Places of which words say so that only go with places: `the mayor of Brzeskow`, `Brzeskow province`, `Brzeskow, a town
//! of 3,000`, `Brzeskow's residents`, `the Nova Brzeskow-based firm`; and where the article names them again.

use rustc_hash::FxHashMap;

use super::around::{is_own, is_particle, Around};
use super::evidence::Evidence;
use super::facility::written;
use super::located::{begins_name, is_closed, name_end, rest_of_row};
use crate::lexicon::{place_head, Classes, Label, List, Lists, Tag};
use crate::mention::name::Context;
use crate::mention::{here, Candidate, Origin, Strength, Text, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::{Gap, Shape, Token};

/// How many words such a name has at most.
const LONGEST: usize = 4;

/// How far into an article its dateline is looked for, in tokens.
const FAR: usize = 200;

/// A name that has been told to be a place's.
struct Told<'x> {
    first: usize,
    end: usize,
    name: Text<'x>,
    country: Option<&'x str>,
}

/// Adds the places that words beside them tell, and where they are named again.
pub(super) fn find<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, out: &mut Vec<Candidate<'x>>) {
    let mut told = Vec::new();
    let words = reading.groups(Lists::of(&[List::PlaceHeads, List::NameContext]));
    for hit in words.flat_map(|group| &reading.hits[group]) {
        let (first, end) = (hit.first as usize, hit.end as usize);
        match hit.list {
            List::PlaceHeads
                if hit.label == Label::Noun
                    && reading.tokens[first].shape == Shape::Lower
                    && matches!(
                        reading.lexicon.cell(hit.row, place_head::STRENGTH),
                        "of" | "behind"
                    )
                    && !goes_on(reading, end) =>
            {
                let origin = here!("place.of-kind");
                add(
                    reading,
                    evidence,
                    name_before(reading, first),
                    first,
                    origin,
                    &mut told,
                    out,
                );
                if let Some(comma) = apposition(reading, first) {
                    let origin = here!("place.apposition");
                    add(
                        reading,
                        evidence,
                        name_before(reading, comma),
                        comma,
                        origin,
                        &mut told,
                        out,
                    );
                }
            }
            List::NameContext => match Context::of(hit) {
                Some(Context::PlacePhrase) if end < reading.tokens.len() && begins_name(reading, end) => {
                    // `Archbishop of Canterbury | Dr Rowan Williams`
                    let title = |at: &usize| reading.hit(*at, List::Titles).is_some();
                    let last = name_end(reading, end);
                    // A title stands before somebody: `Thanh Son` has none.
                    let last = (end + 1..last - 1).find(title).unwrap_or(last);
                    if is_closed(reading, last) && !is_headed(reading, end..last) {
                        add(
                            reading,
                            evidence,
                            end,
                            last,
                            here!("place.phrase"),
                            &mut told,
                            out,
                        );
                        rest_of_row(reading, evidence, last, true, out);
                    }
                }
                Some(Context::PlaceAsset) if first > 1 && reading.tag(first - 1) == Tag::Genitive => {
                    let origin = here!("place.owner");
                    add(
                        reading,
                        evidence,
                        name_before(reading, first - 1),
                        first - 1,
                        origin,
                        &mut told,
                        out,
                    );
                }
                _ => {}
            },
            _ => {}
        }
    }
    bases(reading, evidence, &mut told, out);
    homes(reading, evidence, &mut told, out);
    dateline(reading, evidence, &mut told, out);
    again(reading, &told, out);
}

/// `the Teluk Harrow-based firm`: names of several words, which the lists do not have.
fn bases<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'x>,
    told: &mut Vec<Told<'x>>,
    out: &mut Vec<Candidate<'x>>,
) {
    let mut free = 0;
    for at in reading.capitals() {
        if at < free || !begins_name(reading, at) {
            continue;
        }
        let end = name_end(reading, at);
        free = end;
        if end > at + 1 && Around::new(reading, at, end).is_based() {
            add(reading, evidence, at, end, here!("place.base"), told, out);
        }
    }
}

/// `Jo Reed, 58, of Bearsden, was jailed`: where somebody whose age is told lives.
fn homes<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'x>,
    told: &mut Vec<Told<'x>>,
    out: &mut Vec<Candidate<'x>>,
) {
    let comma = |at: usize| reading.tokens.get(at).is_some_and(|token| token.is(b','));
    for at in reading.capitals() {
        let of = |at: usize| reading.is(at, "of") || reading.is(at, "from");
        let aged = at > 3
            && of(at - 1)
            && comma(at - 2)
            && reading.tokens[at - 3].is_number()
            && (comma(at - 4) || reading.is(at - 4, "aged"));
        if !aged || !begins_name(reading, at) {
            continue;
        }
        let end = name_end(reading, at);
        let closed = comma(end) || reading.tokens.get(end).is_some_and(|token| token.is(b'.'));
        if closed && !is_headed(reading, at..end) {
            add(reading, evidence, at, end, here!("place.home"), told, out);
        }
    }
}

/// `TELUK HARROW, Aug 14 (Reuters) -`: what opens a dateline, in capitals.
fn dateline<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'x>,
    told: &mut Vec<Told<'x>>,
    out: &mut Vec<Candidate<'x>>,
) {
    let line = |at: &usize| reading.zone(*at) == ZoneKind::Dateline;
    let Some(first) = (0..reading.tokens.len()).take(FAR).find(line) else {
        return;
    };
    let upper = |at: &usize| {
        let token = &reading.tokens[*at];
        token.is_word() && token.shape == Shape::Upper && (*at == first || token.gap == Gap::Space)
    };
    let end = first
        + (first..reading.tokens.len())
            .take(LONGEST + 1)
            .take_while(upper)
            .count();
    let closed = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.is(b',') || token.is(b'('));
    let known = (first..end).any(|at| evidence.end_of(at).is_some());
    let listed = reading
        .hits_of(first, Lists::of(&[List::Organisations, List::Calendar]))
        .next()
        .is_some();
    if end > first + 1 && end - first <= LONGEST && closed && !known && !listed {
        add(reading, evidence, first, end, here!("place.dateline"), told, out);
    }
}

/// Adds a place, unless no name stands there or the lists know it.
fn add<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'x>,
    first: usize,
    end: usize,
    origin: Origin<'static>,
    told: &mut Vec<Told<'x>>,
    out: &mut Vec<Candidate<'x>>,
) {
    if first >= end || evidence.end_of(first).is_some_and(|known| known >= end) {
        return;
    }
    let country = evidence.named_beside(reading, end);
    let name = written(reading, first, end);
    told.push(Told {
        first,
        end,
        name: name.clone(),
        country,
    });
    let value = Value::Place { name, country };
    out.push(Candidate::new(first..end, value, origin, Strength::Told));
}

/// `at Zelvanta Motors`: a name that ends as companies' names do, or is told by its head noun.
fn is_headed(reading: &Reading<'_>, mut name: std::ops::Range<usize>) -> bool {
    // `Miami-Dade County`: its head noun tells.
    if reading.hit(name.end - 1, List::PlaceHeads).is_some() {
        return true;
    }
    name.any(|at| {
        reading
            .hits_of(
                at,
                Lists::of(&[List::OrgHeads, List::OrgSuffixes, List::VehicleMakes]),
            )
            .next()
            .is_some()
    })
}

/// Where the name begins that ends right before `end`: words that no list knows otherwise, and the particles between
/// them.
fn name_before(reading: &Reading<'_>, end: usize) -> usize {
    let part = |at: usize| {
        let token = &reading.tokens[at];
        token.is_word() && token.shape == Shape::Capitalised && is_own(reading, at) && !reading.has_digit(at)
    };
    let capital = |at: usize| reading.tokens[at].is_word() && reading.tokens[at].shape == Shape::Capitalised;
    let is_hyphen = |at: usize| {
        let next = reading.tokens.get(at + 1);
        reading.tokens[at].is_hyphen() && reading.tokens[at].glued() && next.is_some_and(Token::glued)
    };
    let space = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.gap == Gap::Space)
    };
    let mut first = end;
    while first > end.saturating_sub(LONGEST)
        && (first == end || space(first) || first > 0 && is_hyphen(first - 1))
    {
        match first.checked_sub(1) {
            Some(at) if part(at) => first = at,
            // `Saint-Aubert`
            Some(at) if at > 0 && first < end && is_hyphen(at) && capital(at - 1) => first = at - 1,
            Some(at) if at > 0 && first < end && is_particle(reading, at) && part(at - 1) => first = at - 1,
            _ => break,
        }
    }
    // `Upper Matanga`, `El Torito`
    let front = |at: usize| {
        let adjective = reading.may_be(at, Tag::Adjective) && !reading.opens_sentence(at);
        let article = reading.lexicon.word(reading.ids[at]).tags.is_empty() && reading.word(at).len() <= 3;
        capital(at) && (adjective || article) && !reading.classes(at).contains(Classes::FUNCTION)
    };
    if first < end && first > 0 && space(first) && front(first - 1) {
        first -= 1;
    }
    let before = first.checked_sub(1).map(|at| &reading.tokens[at]);
    // Part of something longer, that a list knows or that is glued to it.
    let longer = before.is_some_and(|token| {
        space(first) && token.is_word() && token.is_capitalised() && !reading.opens_sentence(first - 1)
            || reading.tokens.get(first).is_some_and(Token::glued)
    });
    let plain = end == first + 1 && !reading.lexicon.word(reading.ids[first]).tags.is_empty();
    match longer || plain || first == end || reading.tokens[end].gap > Gap::Space {
        true => end,
        false => first,
    }
}

/// Whether the word for a kind of place only belongs to another noun: `a town councillor`, `the port operator`.
fn goes_on(reading: &Reading<'_>, end: usize) -> bool {
    let hyphen = reading.tokens.get(end).is_some_and(Token::is_hyphen);
    let next = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.gap == Gap::Space && token.is_word());
    hyphen || next && reading.tag(end).is_noun()
}

/// `Brzeskow, a small port | town`: the comma before what the name is said to be.
fn apposition(reading: &Reading<'_>, head: usize) -> Option<usize> {
    const MODIFIERS: usize = 4;
    let article = (head.saturating_sub(MODIFIERS + 1)..head).rev().find(|&at| {
        !matches!(
            reading.tag(at),
            Tag::Adjective | Tag::Noun | Tag::Number | Tag::Adverb
        )
    })?;
    let indefinite = reading.is_indefinite(article);
    let comma = article.checked_sub(1)?;
    (indefinite && reading.tokens[comma].is(b',')).then_some(comma)
}

/// Names that have been told to be places are so wherever they stand alone.
fn again<'x>(reading: &Reading<'x>, told: &[Told<'x>], out: &mut Vec<Candidate<'x>>) {
    if told.is_empty() {
        return;
    }
    let hash = |at: usize| reading.tokens[at].hash;
    let by_first: FxHashMap<u32, &Told<'x>> = told.iter().map(|this| (hash(this.first), this)).collect();
    for at in reading.capitals() {
        let Some(this) = by_first.get(&hash(at)) else {
            continue;
        };
        let end = at + (this.end - this.first);
        let same = end <= reading.tokens.len()
            && (at..end)
                .zip(this.first..this.end)
                .all(|(a, b)| hash(a) == hash(b));
        let around = Around::new(reading, at, end.min(reading.tokens.len()));
        if !same || at == this.first || around.name_after().is_some() || around.name_before().is_some() {
            continue;
        }
        let value = Value::Place {
            name: this.name.clone(),
            country: this.country,
        };
        let strength = match end > at + 1 {
            true => Strength::Told,
            false => Strength::Fair,
        };
        out.push(Candidate::new(at..end, value, here!("place.again"), strength));
    }
}
