//! Places of which the phrase around them tells that they are some: `a smelter at Ensdorf`, `the port of Bell Bay`,
//! `in Ribas do Rio Pardo`, `the Statfjord and Gullfaks fields`, `plants in Mogi Mirim, Descalvado and Guararema`.

use super::around::{is_own, is_particle};
use super::evidence::Evidence;
use super::facility::written;
use super::site::code_of;
use super::unlisted::follows_a_company_phrase;
use crate::lexicon::{place_head, Classes, List, Lists, Tag};
use crate::mention::{here, Candidate, Origin, Strength, Value};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// How many words such a name has at most.
const LONGEST: usize = 5;
/// How many names of a row are read.
const ROW: usize = 12;

/// What may not begin such a name: it is something that is known already, or a title before somebody.
const KNOWN: Lists = Lists::of(&[
    List::Countries,
    List::Regions,
    List::Organisations,
    List::VehicleMakes,
    List::Calendar,
    List::Titles,
    List::Acronyms,
    List::Currencies,
    List::Policies,
    List::OrgSuffixes,
]);

/// Adds the places that stand behind a preposition that only goes with them.
pub(super) fn find<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, out: &mut Vec<Candidate<'x>>) {
    for hit in &reading.hits {
        let (first, end) = (hit.first as usize, hit.end as usize);
        let small = |at: usize| reading.tokens[at].shape == Shape::Lower || reading.opens_sentence(at);
        if hit.list != List::PlaceHeads || !small(first) {
            continue;
        }
        // `the freezing works at Patea`
        let determined = || (1..=3.min(first)).any(|back| reading.tag(first - back) == Tag::Determiner);
        let works = reading.is(first, "works") && determined();
        if !(works || reading.tag(end - 1).is_noun())
            || reading.lexicon.cell(hit.row, place_head::POSITION) != "after"
        {
            continue;
        }
        let strength = reading.lexicon.cell(hit.row, place_head::STRENGTH);
        let inside = reading.is(end, "at")
            || reading.is(end, "in")
            || reading.is(end, "near")
            || reading.is(end, "outside");
        if inside || strength == "of" && reading.is(end, "of") {
            // `the Ecuadorean port of Balao`
            let home = (1..=2.min(first)).find_map(|back| {
                let mut hits = reading.hits_of(first - back, Lists::of(&[List::Countries]));
                hits.find(|hit| hit.end as usize == first)
                    .map(|hit| code_of(reading, hit))
            });
            row(reading, evidence, end + 1, home, out);
        }
        if strength == "ground" {
            on_ground(reading, evidence, first, out);
        }
    }
    for at in reading.capitals() {
        if at > 0 && is_with_particle(reading, at) {
            let end = name_end(reading, at);
            push(
                reading,
                evidence,
                at,
                end,
                here!("place.particle"),
                Strength::Strong,
                out,
            );
        }
    }
    for at in reading.capitals() {
        if at > 0 && is_around_row(reading, at) {
            row(reading, evidence, at, None, out);
        }
    }
    among_places(reading, evidence, out);
}

/// `smallholders around Thyolo, Ntchisi and Dowa`: several names behind `around` or `near`.
fn is_around_row(reading: &Reading<'_>, first: usize) -> bool {
    let around = reading.is(first - 1, "around") || reading.is(first - 1, "near");
    if !around || !begins_name(reading, first) {
        return false;
    }
    let end = name_end(reading, first);
    let comma = reading.tokens.get(end).is_some_and(|token| token.is(b','));
    let next = reading.tokens.get(end + 1);
    (comma || reading.is(end, "and"))
        && next.is_some_and(|token| token.is_word() && token.shape == Shape::Capitalised)
}

/// `in Ribas do Rio Pardo`, `near Ain el Sokhna`: of a name with a particle `in` tells that it is nobody's.
fn is_with_particle(reading: &Reading<'_>, first: usize) -> bool {
    if !(reading.is(first - 1, "in") || reading.is(first - 1, "near")) || !begins_name(reading, first) {
        return false;
    }
    let end = name_end(reading, first);
    (first + 1..end).any(|at| is_particle(reading, at))
        && reading
            .hits_of(first, Lists::of(&[List::Cities]))
            .all(|hit| hit.end as usize == end)
        && is_closed(reading, end)
        && !follows_a_company_phrase(reading, first)
}

/// The row of names behind a preposition: `in | Mogi Mirim, Descalvado and Guararema`. What the lists know is passed
/// over.
fn row<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'x>,
    first: usize,
    home: Option<&'x str>,
    out: &mut Vec<Candidate<'x>>,
) {
    let Some((end, known)) = member(reading, evidence, first) else {
        return;
    };
    if !is_closed(reading, end) {
        return;
    }
    if !known {
        push(
            reading,
            evidence,
            first,
            end,
            here!("place.behind-site"),
            Strength::Strong,
            out,
        );
        if let (Some(home), Some(Value::Place { country, .. })) =
            (home, out.last_mut().map(|found| &mut found.value))
        {
            country.get_or_insert(home);
        }
    }
    rest_of_row(reading, evidence, end, false, out);
}

/// Rows that begin with a place of the lists: `visited Cáceres, Lucas do Rio Verde and Sorriso`.
fn among_places<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, out: &mut Vec<Candidate<'x>>) {
    let mut free = 0;
    for (first, end, _) in evidence.spots() {
        if first < free || first == 0 {
            continue;
        }
        free = end;
        let before = first - 1;
        let opens = before == 0 || reading.opens_sentence(before);
        let located = matches!(
            reading.folded(before),
            "in" | "at"
                | "near"
                | "between"
                | "of"
                | "across"
                | "visit"
                | "visited"
                | "including"
                | "around"
                | "outside"
                | "from"
                | "to"
                | "linking"
        );
        if located && !opens && reading.tokens[first].gap == Gap::Space {
            rest_of_row(reading, evidence, end, true, out);
        }
    }
}

/// Whether a name is one word that stands in no list.
fn is_nothing_else(reading: &Reading<'_>, (first, end): (usize, usize)) -> bool {
    end == first + 1
        && is_own(reading, first)
        && reading.hits_at(first).is_empty()
        && reading.lexicon.word(reading.ids[first]).tags.is_empty()
        && !reading.classes(first).contains(Classes::GIVEN_NAME)
}

/// The further names of a row, which ends with `and` and one more; where a place of the lists leads it, only names of
/// which no list knows anything.
pub(super) fn rest_of_row<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'x>,
    mut end: usize,
    strict: bool,
    out: &mut Vec<Candidate<'x>>,
) {
    let lands = Lists::of(&[List::Countries, List::Regions]);
    let land = |at: usize| reading.hits_of(at, lands).any(|hit| hit.end as usize == end);
    let town = !(1..=3.min(end)).any(|back| land(end - back));
    let mut names = [(0, 0); ROW];
    let mut count = 0;
    let mut spots = 0;
    for _ in 0..ROW {
        let comma = reading.tokens.get(end).is_some_and(|token| token.is(b','));
        let mut next = end + usize::from(comma);
        let last = reading.is(next, "and") || reading.is(next, "or");
        next += usize::from(last);
        if next == end {
            return;
        }
        let Some((stop, known)) = member(reading, evidence, next) else {
            return;
        };
        if !is_closed(reading, stop) && !reading.tokens.get(stop).is_some_and(|token| token.is(b',')) {
            return;
        }
        match known {
            true => spots += 1,
            false => {
                let somebody = reading.classes(next).contains(Classes::GIVEN_NAME) && stop > next + 1;
                if strict && somebody && !(next + 1..stop).any(|at| is_particle(reading, at)) {
                    return;
                }
                names[count] = (next, stop);
                count += 1;
            }
        }
        end = stop;
        if last {
            // `in Kenya, Kakuzi and Sasini said`; one name behind one place may be anything.
            let verb =
                reading.tag(end).is_verb() || matches!(reading.tag(end), Tag::Modal | Tag::Have | Tag::Be);
            // `in Akureyri and Keflavik.`: one name that no list knows, behind a town, at the end of a clause.
            let closed = reading
                .tokens
                .get(end)
                .is_none_or(|token| token.is(b'.') || token.is(b','));
            let alone = count == 1 && closed && town && is_nothing_else(reading, names[0]);
            let sure = !strict || count + spots > 1 && spots > 0 || alone;
            if verb && !known || !sure {
                return;
            }
            for &(first, end) in &names[..count] {
                push(
                    reading,
                    evidence,
                    first,
                    end,
                    here!("place.in-row"),
                    Strength::Strong,
                    out,
                );
            }
            return;
        }
    }
}

/// The end of a name that may be a place's, and whether it is one of the lists.
fn member(reading: &Reading<'_>, evidence: &Evidence<'_>, first: usize) -> Option<(usize, bool)> {
    if let Some(end) = evidence.end_of(first) {
        // `Santo Amaro | do Norte`
        let longer =
            is_particle(reading, end) && begins_name(reading, first) && name_end(reading, first) > end;
        return Some(match longer {
            true => (name_end(reading, first), false),
            false => (end, true),
        });
    }
    (first < reading.tokens.len() && begins_name(reading, first)).then(|| (name_end(reading, first), false))
}

/// `the Budenovskoye | deposit`, `Statfjord, Gullfaks and Oseberg | fields`
fn on_ground<'x>(reading: &Reading<'x>, evidence: &Evidence<'x>, head: usize, out: &mut Vec<Candidate<'x>>) {
    let mut end = head;
    // `the Veslefrikk | oil field`
    while end > 0
        && head - end < 2
        && reading.tokens[end - 1].shape == Shape::Lower
        && reading.tag(end - 1).is_noun()
    {
        end -= 1;
    }
    let plural = reading.tag(head) == Tag::NounPlural;
    for _ in 0..ROW {
        let mut first = end;
        while first > 0
            && end - first < 3
            && reading.tokens[first - 1].shape == Shape::Capitalised
            && (first == end || reading.tokens[first].gap == Gap::Space)
            && is_own(reading, first - 1)
        {
            first -= 1;
        }
        if first == end
            || reading.opens_sentence(first)
            || reading.tokens[end].gap != Gap::Space && !reading.tokens[end].is(b',')
        {
            return;
        }
        if evidence.end_of(first) != Some(end) {
            let origin = here!("place.ground");
            push(reading, evidence, first, end, origin, Strength::Strong, out);
        }
        let Some(before) = first.checked_sub(1).filter(|_| plural) else {
            return;
        };
        let joint = reading.is(before, "and") || reading.is(before, "or");
        let comma = reading.tokens[before].is(b',');
        if !(joint || comma) {
            return;
        }
        end = before - usize::from(joint && before > 0 && reading.tokens[before - 1].is(b','));
    }
}

/// Whether a name may begin here that is neither known as something else nor the word of a role.
pub(super) fn begins_name(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    token.is_word()
        && token.shape == Shape::Capitalised
        && token.gap == Gap::Space
        && !reading.classes(at).contains(Classes::FUNCTION)
        && (reading.hits_of(at, KNOWN).next().is_none() || is_hyphened(reading, at))
        && !reading.has_digit(at)
}

/// `Saint-Aubert`: a title that is only a part of a word.
fn is_hyphened(reading: &Reading<'_>, at: usize) -> bool {
    let glued = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    glued(at + 1).is_some_and(Token::is_hyphen)
        && glued(at + 2).is_some_and(|next| next.shape == Shape::Capitalised)
        && reading
            .hits_of(at, KNOWN)
            .all(|hit| hit.list == List::Titles && hit.end as usize == at + 1)
}

/// The end of the capitalised words and the particles between them.
pub(super) fn name_end(reading: &Reading<'_>, first: usize) -> usize {
    let capital = |at: usize| {
        reading.tokens.get(at).is_some_and(|token| {
            token.is_word() && token.shape == Shape::Capitalised && token.gap <= Gap::Space
        }) && reading.hit(at, List::Calendar).is_none()
    };
    let mut end = first + 1;
    while end < first + LONGEST {
        let glued = reading
            .tokens
            .get(end)
            .is_some_and(|token| token.is_hyphen() && token.glued());
        if capital(end) && reading.tokens[end].gap == Gap::Space {
            end += 1;
        } else if capital(end + 1) && (glued && reading.tokens[end + 1].glued() || is_particle(reading, end))
        {
            end += 2;
        } else if is_particle(reading, end) && is_particle(reading, end + 1) && capital(end + 2) {
            end += 3;
        } else {
            break;
        }
    }
    end
}

/// Whether nothing of it goes on behind the name: no owner, no bracket with an acronym, no figure.
pub(super) fn is_closed(reading: &Reading<'_>, end: usize) -> bool {
    reading.tag(end) != Tag::Genitive
        && reading.tokens.get(end).is_none_or(|token| {
            !(token.is(b'(')
                || token.is(b'&')
                || token.is_number()
                || token.is_hyphen() && token.glued()
                || token.is_capitalised())
                || token.gap > Gap::Space
        })
}

fn push<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'x>,
    first: usize,
    end: usize,
    origin: Origin<'static>,
    strength: Strength,
    out: &mut Vec<Candidate<'x>>,
) {
    let listed = || {
        let mut hits = reading
            .hits_of(first, Lists::of(&[List::Admin1, List::Cities]))
            .filter(|hit| hit.end as usize == end);
        let code = code_of(reading, hits.next()?);
        let told = evidence.named(code) + evidence.inside(code) > 0;
        (told && hits.all(|hit| code_of(reading, hit) == code)).then_some(code)
    };
    let value = Value::Place {
        name: written(reading, first, end),
        country: evidence.named_beside(reading, end).or_else(listed),
    };
    out.push(Candidate::new(first..end, value, origin, strength));
}
