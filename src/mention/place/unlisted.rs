//! Places that no list has, by how the text uses them: `at Torreblanca in Castellón province`, `NUSA DUA, Bali`,
//! `the Wolfhausen-based group`, `near Bhera`.

use rustc_hash::FxHashMap;

use super::around::{is_own, Around};
use super::evidence::Evidence;
use super::facility::written;
use super::site::is_code;
use crate::lexicon::{count_noun, Classes, Label, List, Lists, Tag, WordId};
use crate::mention::name::Context;
use crate::mention::{here, Candidate, Hashes, Strength, Text, Value};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// How many words such a name has at most.
const LONGEST: usize = 3;

/// Places that are sure, by the word that names them, with their countries.
type Told<'x> = FxHashMap<u32, (Text<'x>, Option<&'x str>)>;

/// Adds the places that only their surroundings tell, and where the article repeats them.
pub(super) fn find<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, out: &mut Vec<Candidate<'x>>) {
    let mut told = Told::default();
    let mut again = Vec::new();
    // Names that own or do something are companies and people sooner than places.
    let mut actors = Vec::new();
    let mut likely_ones = Vec::new();
    let mut free = 0;
    for first in reading.capitals() {
        if first < free {
            continue;
        }
        let end = run(reading, first);
        if end == first {
            continue;
        }
        free = end;
        let around = Around::new(reading, first, end);
        let token = reading.tokens[first].hash;
        if reading.tag(end) == Tag::Genitive || reading.tag(end).is_verb() {
            actors.push(token);
        }
        if around.name_after().is_some() || around.name_before().is_some() {
            continue;
        }
        // `Órbita Ciclos, Portugal's biggest maker`: what a country has is no place in it.
        let owned = |at: &usize| {
            let end = evidence.end_of(*at);
            end.is_some_and(|end| reading.tag(end) == Tag::Genitive)
        };
        let beside = around
            .beside()
            .filter(|at| !owned(at))
            .and_then(|at| evidence.named_at(at));
        let sure = (beside.is_some() && (around.is_located() || opens_line(reading, first)))
            || around.is_dateline() && is_loud(reading, first)
            || around.is_based() && is_base_of_somebody(reading, end);
        let within = around.is_inside()
            && is_still(reading, end)
            && !follows_a_company_phrase(reading, first)
            && !is_part_of_a_noun(reading, end);
        let likely = !is_loud(reading, first)
            && !is_somebodys(reading, first, end)
            && (within || is_somebodys_plant(reading, first, &around));
        if !sure && !likely {
            if end == first + 1 {
                again.push(first);
            }
            continue;
        }
        let name = written(reading, first, end);
        let country = beside.or_else(|| evidence.named_behind_in(reading, end));
        if sure && end == first + 1 {
            told.entry(reading.tokens[first].hash)
                .or_insert_with(|| (name.clone(), country));
        }
        let strength = match sure {
            // `TAIBE, Israel`, though people are called so
            true if around.is_dateline() && is_loud(reading, first) && beside.is_some() => Strength::Told,
            true => Strength::Fair,
            false => Strength::Weak,
        };
        let value = Value::Place { name, country };
        let found = Candidate::new(first..end, value, here!("place.unlisted"), strength);
        if sure {
            out.push(found);
        } else {
            likely_ones.push((token, found));
        }
    }
    let actors = Hashes::of(actors);
    let likely_ones = likely_ones.into_iter();
    let likely_ones = likely_ones.filter(|(token, _)| !actors.contains(*token));
    out.extend(likely_ones.map(|(_, found)| found));
    beside_states(reading, evidence, out);
    before_sites(reading, evidence, out);
    told_again(reading, &told, &again, out);
}

/// Adds where the article repeats the name of a place that is sure.
fn told_again<'x>(reading: &Reading<'x>, told: &Told<'x>, again: &[usize], out: &mut Vec<Candidate<'x>>) {
    if told.is_empty() {
        return;
    }
    for &at in again {
        if let Some((name, country)) = told.get(&reading.tokens[at].hash) {
            let value = Value::Place {
                name: name.clone(),
                country: *country,
            };
            out.push(Candidate::new(
                at..at + 1,
                value,
                here!("place.again"),
                Strength::Weak,
            ));
        }
    }
}

/// `in Social Circle, Georgia`: common words, between a preposition and a state or country.
fn beside_states<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, out: &mut Vec<Candidate<'x>>) {
    for spot in evidence.spots() {
        let state = || {
            reading
                .hits_of(spot.0, Lists::of(&[List::Admin1]))
                .any(|hit| hit.end as usize == spot.1)
        };
        // `Stolzenau (Lower Saxony)`: in brackets companies have their countries, towns their states.
        let bracket = |at: usize| {
            reading.tokens[at].is(b'(')
                && reading.tokens.get(spot.1).is_some_and(|token| token.is(b')'))
                && state()
        };
        let Some(comma) = spot
            .0
            .checked_sub(1)
            .filter(|at| reading.tokens[*at].is(b',') || bracket(*at))
        else {
            continue;
        };
        if reading.tag(spot.1) == Tag::Genitive {
            continue;
        }
        let first = name_before(reading, comma);
        // `Menlo Park, Calif.`: what stands before a state's abbreviation is a town wherever it stands.
        let code = reading
            .hits_of(spot.0, Lists::of(&[List::Admin1]))
            .any(|hit| hit.end as usize == spot.1 && is_code(reading, hit));
        let around = Around::new(reading, first, comma);
        let owned = first > 0 && matches!(reading.tag(first - 1), Tag::Genitive | Tag::Possessive);
        let state = code
            || !reading.tokens[comma].is(b',')
                && !reading
                    .hits_at(first)
                    .iter()
                    .any(|hit| hit.list == List::Organisations);
        // `in France, West Germany, Italy`
        // `in South America, Kenya and Egypt`
        let region = reading
            .hits_of(first, Lists::of(&[List::Regions]))
            .any(|hit| hit.end as usize == comma);
        let known = region || evidence.ends_at(comma);
        if first < comma && !known && (around.is_inside() || owned || state && around.name_before().is_none())
        {
            let value = Value::Place {
                name: written(reading, first, comma),
                country: Some(spot.2),
            };
            // `in Bertam, Penang`, though the article has a Bertam Hospital.
            let strength =
                match first > 0 && reading.is(first - 1, "in") && evidence.named_at(first).is_none() {
                    true => Strength::Told,
                    false => Strength::Fair,
                };
            out.push(Candidate::new(
                first..comma,
                value,
                here!("place.beside"),
                strength,
            ));
        }
    }
}

/// Where the capitalised words begin that end at `end`.
fn name_before(reading: &Reading<'_>, end: usize) -> usize {
    let lowest = end.saturating_sub(LONGEST);
    let line = (lowest..end)
        .rev()
        .find(|at| reading.tokens[*at].gap >= Gap::Line)
        .unwrap_or(lowest);
    let alone_in_line = reading.tokens[line].gap >= Gap::Line;
    let in_name = |at: usize| {
        let token = &reading.tokens[at];
        // `OAK BROOK, Ill., March 20`
        let loud = token.shape == Shape::Upper && alone_in_line;
        let behind_in = || at + 1 == end && at > 0 && reading.is(at - 1, "in");
        token.is_word()
            && (matches!(token.shape, Shape::Capitalised | Shape::Mixed) || loud)
            && reading.tokens[at + 1].gap <= Gap::Space
            && !reading.classes(at).contains(Classes::FUNCTION)
            && !reading.hits_at(at).iter().any(|hit| {
                matches!(hit.list, List::Calendar | List::OrgSuffixes | List::VehicleMakes)
                    || hit.list == List::OrgHeads && !behind_in()
            })
    };
    let names = (lowest..end).rev().take_while(|at| in_name(*at));
    end - names.count()
}

/// `the Oyu Tolgoi mine`, `its Tri An factory`: names of several words right before what stands there. Weak, as a
/// company's plant is called like that as well.
fn before_sites<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, out: &mut Vec<Candidate<'x>>) {
    for hit in &reading.hits {
        let end = hit.first as usize;
        if hit.list != List::PlaceHeads
            || hit.label != Label::Noun
            || reading.tokens[end].shape != Shape::Lower
        {
            continue;
        }
        let mut first = end;
        while first > end.saturating_sub(LONGEST) && is_name_part(reading, first - 1, first) {
            first -= 1;
        }
        let known = first > 0 && is_name_part(reading, first - 1, first);
        if end - first < 2 || known || reading.opens_sentence(first) {
            continue;
        }
        let value = Value::Place {
            name: written(reading, first, end),
            country: evidence.named_behind_in(reading, end),
        };
        out.push(Candidate::new(
            first..end,
            value,
            here!("place.site"),
            Strength::Weak,
        ));
    }
}

/// Whether a word that no list of names but people's knows is set as part of one.
fn is_name_part(reading: &Reading<'_>, at: usize, next: usize) -> bool {
    let token = &reading.tokens[at];
    token.is_word()
        && token.shape == Shape::Capitalised
        && reading.tokens[next].gap == Gap::Space
        && is_own(reading, at)
}

/// The end of a run of capitalised words that no list knows.
fn run(reading: &Reading<'_>, first: usize) -> usize {
    if is_hyphened(reading, first) {
        return first + 3;
    }
    let mut end = first;
    while end < first + LONGEST
        && reading
            .tokens
            .get(end)
            .is_some_and(|token| end == first || token.gap == Gap::Space)
    {
        if !is_unknown(reading, end) {
            break;
        }
        end += 1;
    }
    // `Saint-Vulbas`
    let hyphen = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_hyphen() && token.glued())
    };
    if end == first {
        let saint = reading.is(first, "saint") || reading.is(first, "sainte");
        if saint && hyphen(first + 1) && is_unknown(reading, first + 2) {
            end = first + 3;
        }
    }
    end
}

/// `AL-MUNTAR`, `ALKHAN-YURT`: two words in capitals, neither of them an everyday one, with a hyphen between them.
fn is_hyphened(reading: &Reading<'_>, first: usize) -> bool {
    let glued = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    let last = first + 2;
    let own = |at: usize| {
        let word = reading.lexicon.word(reading.ids[at]);
        word.tags.is_empty() && !word.classes.intersects(Classes::COMMON | Classes::FUNCTION)
    };
    reading.tokens[first].shape == Shape::Upper
        && glued(first + 1).is_some_and(Token::is_hyphen)
        && glued(last).is_some_and(|token| token.shape == Shape::Upper && token.is_word())
        && own(first)
        && own(last)
        && (is_unknown(reading, first) || is_unknown(reading, last))
}

fn is_unknown(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    token.is_word()
        && matches!(token.shape, Shape::Capitalised | Shape::Upper)
        && token.end - token.start > 3
        && (reading.ids[at] == WordId::UNKNOWN || {
            let word = reading.lexicon.word(reading.ids[at]);
            word.tags.is_empty()
                && !word.classes.intersects(
                    Classes::COMMON | Classes::FUNCTION | Classes::CAPITALISED | Classes::GIVEN_NAME,
                )
                && reading
                    .hits_at(at)
                    .iter()
                    .all(|hit| hit.list == List::VehicleModels)
        })
        && !reading.has_digit(at)
}

/// `Isabelle Kronawitter at Hypovereinsbank`, `a look at Rossignol`: what stands behind `at` is sooner a
/// company, unless a thing is `built at` or `held at` it.
fn is_somebodys(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    let Some(at) = first.checked_sub(1).filter(|at| reading.is(*at, "at")) else {
        return false;
    };
    let before = at.checked_sub(1).map_or(Tag::Mark, |before| reading.tag(before));
    // `assemble the X55 II at Polgahawela`
    let code = at > 0 && reading.tokens[at - 1].end - reading.tokens[at - 1].start <= 3;
    let thing = code || before.is_verb() || matches!(before, Tag::Noun | Tag::NounPlural);
    end > first + 1 && !reading.tokens[first + 1].is_hyphen()
        || !thing
        || at > 1 && reading.is(at - 1, "look")
}

/// `Otosan’s Yeniköy plant`, `its Hosur factory`
fn is_somebodys_plant(reading: &Reading<'_>, first: usize, around: &Around<'_, '_>) -> bool {
    around.has_facility_behind()
        && first
            .checked_sub(1)
            .is_some_and(|at| matches!(reading.tag(at), Tag::Genitive | Tag::Possessive))
}

/// `shares in`, `analyst at`
pub(super) fn follows_a_company_phrase(reading: &Reading<'_>, first: usize) -> bool {
    (first.saturating_sub(4)..first).any(|at| {
        reading.hits_at(at).iter().any(|hit| {
            hit.list == List::NameContext && hit.end as usize == first && hit.label == Label::CompanyPhrase
        })
    })
}

/// `the Wolfhausen-based maker`, but not `a Linux-based operating system`: what is based somewhere is a firm or a person.
fn is_base_of_somebody(reading: &Reading<'_>, hyphen: usize) -> bool {
    const REACH: usize = 5;
    let from = hyphen + 2;
    let phrase = (from..from + REACH).take_while(|&at| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| token.gap <= Gap::Line && (token.is_word() || token.is_hyphen()))
            && (reading.tag(at).is_noun()
                || matches!(reading.tag(at), Tag::Adjective | Tag::Proper | Tag::Unknown)
                || reading.tokens[at].is_capitalised()
                || reading.tokens[at].is_hyphen())
    });
    let mut last = None;
    for at in phrase {
        let named = reading.tokens[at].is_capitalised();
        let somebody = reading.hits_at(at).iter().any(|hit| {
            matches!(Context::of(hit), Some(Context::Organisation | Context::Doer))
                || hit.list == List::Titles
                || hit.list == List::CountNouns
                    && matches!(
                        reading.lexicon.cell(hit.row, count_noun::CLASS),
                        "person" | "worker" | "company"
                    )
        });
        if named || somebody {
            return true;
        }
        last = Some(at);
    }
    // `-based in name only`, `the X-based welder`: no noun, or one for who does something.
    last.is_none_or(|at| {
        let word = reading.word(at);
        ["er", "or", "ist", "ian", "ers", "ors", "ists"]
            .iter()
            .any(|end| word.ends_with(end))
    })
}

/// Whether the word is in capitals or the line's first.
fn is_loud(reading: &Reading<'_>, first: usize) -> bool {
    reading.tokens[first].shape == Shape::Upper
}

fn opens_line(reading: &Reading<'_>, first: usize) -> bool {
    reading.tokens[first].gap >= Gap::Line
}

/// `in Oscars snub`: a noun that is no site's stands right behind.
fn is_part_of_a_noun(reading: &Reading<'_>, end: usize) -> bool {
    let next = reading.tokens.get(end);
    next.is_some_and(|next| next.gap == Gap::Space && next.shape == Shape::Lower)
        && matches!(reading.tag(end), Tag::Noun | Tag::NounPlural)
        && !reading
            .hits_of(
                end,
                Lists::of(&[List::PlaceHeads, List::Calendar, List::CountNouns]),
            )
            .any(|hit| {
                hit.list != List::CountNouns || reading.lexicon.cell(hit.row, count_noun::CLASS) == "facility"
            })
}

/// Whether what follows is not the rest of a name or something it owns.
fn is_still(reading: &Reading<'_>, end: usize) -> bool {
    reading
        .tokens
        .get(end)
        .is_none_or(|token| !(token.is(b'(') || token.is_hyphen() && token.glued()))
        && reading.tag(end) != Tag::Genitive
}
