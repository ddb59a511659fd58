//! Places named by a head noun: parks, ports, airports, roads, rivers.

use super::around::{is_particle, Around};
use super::evidence::Evidence;
use crate::lexicon::{org_head, place_head, Class, Classes, Form, Hit, Label, List, Lists, Tag};
use crate::mention::{Candidate, Strength, Value};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// How many words stand beside a head at most.
const LONGEST: usize = 6;

/// Adds the places that head nouns name.
pub(super) fn find<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, out: &mut Vec<Candidate<'x>>) {
    let mut free = 0;
    for hit in &reading.hits {
        let (first, end) = (hit.first as usize, hit.end as usize);
        if hit.list != List::PlaceHeads || first < free || !reading.tokens[first].is_capitalised() {
            continue;
        }
        let Some(found) = ahead(reading, hit, free).or_else(|| behind(reading, hit)) else {
            continue;
        };
        // `Red River Valley`: another head ends it.
        if found.1 == end && ends_later(reading, end) {
            continue;
        }
        free = found.1.max(end);
        let (first, end, strength) = found;
        // `Suez Canal Economic Zone`: who runs the place is called like it.
        let body = |hit: &Hit| hit.list == List::Organisations && hit.end as usize == end;
        if reading.hits_at(first).iter().any(body) {
            continue;
        }
        // `Chesterfield County`, `Mount Fuji`: called like a town that may lie elsewhere.
        let built = kind_of(reading, hit) == "facility";
        let country = evidence.country_at(reading, first, end).filter(|code| {
            let state = |hit: &Hit| {
                matches!(hit.list, List::Countries | List::Admin1 | List::Regions) && hit.end as usize <= end
            };
            built
                || evidence.land_beside(reading, end).is_some()
                || (first..end).any(|at| reading.hits_at(at).iter().any(state))
                || evidence.speaks_of(code, first)
                || !evidence.speaks_of_others(code)
        });
        let value = Value::Place {
            name: written(reading, first, end),
            country,
        };
        let origin = reading.lexicon.origin(hit.row);
        out.push(Candidate::new(first..end, value, origin, strength));
    }
}

/// What sort of place a head noun names.
fn kind_of<'x>(reading: &Reading<'x>, hit: &Hit) -> &'x str {
    reading.lexicon.cell(hit.row, place_head::KIND)
}

/// Whether another head noun of places follows right behind one.
fn ends_later(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading
        .tokens
        .get(at)
        .filter(|next| next.gap == Gap::Space && next.is_capitalised());
    next.is_some()
        && reading.hits_of(at, Lists::of(&[List::PlaceHeads])).any(|hit| {
            matches!(
                reading.lexicon.cell(hit.row, place_head::POSITION),
                "suffix" | "both"
            )
        })
}

/// The words as they stand, in small letters where all are capitals.
pub(super) fn written<'x>(reading: &Reading<'x>, first: usize, end: usize) -> crate::mention::Text<'x> {
    let text = reading.slice(first..end);
    let loud = reading.tokens[first..end]
        .iter()
        .all(|token| !token.is_word() || token.shape == Shape::Upper);
    if !loud || text.len() <= 4 {
        return reading.text_of(first..end);
    }
    let mut name = String::with_capacity(text.len());
    let mut starts = true;
    for char in text.chars() {
        if starts {
            name.push(char);
        } else {
            name.extend(char.to_lowercase());
        }
        starts = !char.is_alphanumeric() && char != '\'' && char != '’';
    }
    name.into()
}

/// `Jinja Industrial Park`, `Khalid bin Walid Road`: the words before the head.
fn ahead(reading: &Reading<'_>, hit: &Hit, free: usize) -> Option<(usize, usize, Strength)> {
    let lexicon = reading.lexicon;
    let (head, end) = (hit.first as usize, hit.end as usize);
    if !matches!(lexicon.cell(hit.row, place_head::POSITION), "suffix" | "both") {
        return None;
    }
    let lowest = head.saturating_sub(LONGEST).max(free);
    let mut first = head;
    let mut at = head;
    while at > lowest && reading.tokens[at].gap <= Gap::Space {
        at -= 1;
        let token = &reading.tokens[at];
        if token.is_word() && token.is_capitalised() {
            // In a line of capitals a word names nothing: `SEES EASY HIGHWAY`.
            let loud = reading.tokens[head].shape == Shape::Upper
                && reading.tokens[head].end - reading.tokens[head].start > 3;
            if is_border(reading, at) || loud && reading.classes(at).contains(Classes::COMMON) {
                break;
            }
            first = at;
        } else if joins_fields(reading, at, head) {
            // `Jinja Industrial | and | Business Park`
        } else if !(token.is_hyphen() && token.glued() && reading.tokens[at + 1].glued()
            || is_particle(reading, at))
        {
            // `Norway – Havfjord Shipyard` are two.
            break;
        }
    }
    if first == head || follows_an_opener(reading, first, end) {
        return None;
    }
    // `State Highway 19`, `the International Airport`
    if (first..head).all(|at| reading.is_of(at, Class::GenericSite)) {
        return None;
    }
    // `UK High Street`
    let nation = reading
        .hits_at(first)
        .iter()
        .find(|hit| hit.list == List::Countries && (hit.end as usize) < head);
    if let Some(nation) = nation.filter(|hit| hit.form != Form::Name) {
        first = nation.end as usize;
    }
    // `the Dutch Port of Rotterdam`
    let adjective = |hit: &Hit| {
        hit.list == List::Countries
            && hit.end as usize == head
            && matches!(hit.form, Form::Adjective | Form::Demonym)
    };
    let weak = lexicon.cell(hit.row, place_head::STRENGTH) == "weak";
    if weak && reading.hits_at(first).iter().any(adjective) {
        return None;
    }
    let strong = lexicon.cell(hit.row, place_head::STRENGTH) == "strong";
    let around = Around::new(reading, first, end);
    // `Karachi Port Trust`, `Silk Road Fund` go on; what they are is for others to say.
    let goes_on = around.name_after().is_some_and(|at| !reading.opens_sentence(at));
    let located = lexicon.cell(hit.row, place_head::STRENGTH) == "located";
    if located && (goes_on || !around.is_located()) {
        // `in Nasr City`; Manchester City plays football.
        return None;
    }
    let plain = (first..head).all(|at| {
        reading
            .classes(at)
            .intersects(Classes::COMMON | Classes::FUNCTION)
    });
    match (strong, goes_on) {
        (true, false) => Some((first, end, Strength::Strong)),
        // `Mike Lake` is a person, `High Street` every street.
        (false, false) if !(plain || is_given(reading, first) && head == first + 1) => {
            Some((first, end, Strength::Fair))
        }
        (true, true) => Some((first, end, Strength::Weak)),
        _ => None,
    }
}

/// `Neighbouring Ivory Coast`: a word that opens the sentence before a place of the lists.
fn follows_an_opener(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    const PLACES: Lists = Lists::of(&[List::Countries, List::Cities, List::Regions, List::Admin1]);
    let listed = || {
        reading
            .hits_of(first + 1, PLACES)
            .any(|hit| hit.end as usize == end)
    };
    let described = || {
        let tag = reading.lexicon.word(reading.ids[first]).tags.first();
        matches!(tag, Tag::Adjective | Tag::VerbPart)
    };
    reading.opens_sentence(first) && described() && listed()
}

/// Whether `and` stands between everyday words before a head noun: `Industrial and Business Park`.
fn joins_fields(reading: &Reading<'_>, at: usize, head: usize) -> bool {
    let field = |at: usize| {
        let token = &reading.tokens[at];
        let common = reading.classes(at).contains(Classes::COMMON) && reading.hit(at, List::Titles).is_none();
        token.is_word() && token.shape == Shape::Capitalised && common
    };
    reading.is(at, "and")
        && at > 1
        && field(at - 1)
        && (at + 1..head).all(field)
        && reading.tokens[at - 2].is_capitalised()
}

/// `Port Qasim`, `River Plate`, `Strait of Hormuz`: the words behind the head.
fn behind(reading: &Reading<'_>, hit: &Hit) -> Option<(usize, usize, Strength)> {
    let lexicon = reading.lexicon;
    let (first, head) = (hit.first as usize, hit.end as usize);
    if !matches!(lexicon.cell(hit.row, place_head::POSITION), "prefix" | "both") {
        return None;
    }
    let mut end = head;
    while end < head + 3 {
        let blank = reading
            .tokens
            .get(end)
            .is_some_and(|token| token.gap == Gap::Space && token.is_word());
        let name = blank && reading.tokens[end].is_capitalised();
        if !name || reading.classes(end).contains(Classes::FUNCTION) {
            break;
        }
        end += 1;
    }
    let plain = (head..end).all(|at| reading.classes(at).contains(Classes::COMMON));
    let around = Around::new(reading, first, end);
    let strong = lexicon.cell(hit.row, place_head::STRENGTH) == "strong" || around.is_located();
    // `Mount Elgon Roasters` are a company.
    let firm = end > head + 1
        && reading.hits_of(end - 1, Lists::of(&[List::OrgHeads])).any(|hit| {
            let company = matches!(hit.label, Label::Company | Label::Financial);
            company && hit.end as usize == end && lexicon.cell(hit.row, org_head::STRENGTH).is_empty()
        });
    // At the head of a sentence and in headlines `Port Workers` are no place.
    if end == head || plain || firm || around.name_after().is_some() || around.name_before().is_some() {
        return None;
    }
    Some((first, end, if strong { Strength::Strong } else { Strength::Fair }))
}

fn is_given(reading: &Reading<'_>, at: usize) -> bool {
    reading.classes(at).contains(Classes::GIVEN_NAME)
}

/// A capitalised word before a name that is no part of it.
fn is_border(reading: &Reading<'_>, at: usize) -> bool {
    let number = reading
        .hits_at(at)
        .iter()
        .any(|hit| hit.list == List::NumberWords);
    // `Far Eastern Federal District`
    let region = || reading.hit(at, List::Regions).is_some();
    (reading.classes(at).contains(Classes::FUNCTION)
        && (!number || reading.opens_sentence(at))
        && (reading.tokens[at].shape != Shape::Capitalised || !region()))
        || ((reading.opens_sentence(at) || at > 0 && reading.is(at - 1, "to"))
            && reading.lexicon.word(reading.ids[at]).tags.first().is_verb())
        || reading.hits_at(at).iter().any(|hit| match hit.list {
            // `Sheikh Zayed Road`, but `Minister Zayed Road`.
            List::Titles => hit.label != Label::Honorific,
            list => list == List::Calendar,
        })
}
