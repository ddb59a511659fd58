//! Countries: their names, adjectives and peoples.

use super::around::Around;
use super::evidence::Evidence;
use super::site::{code_of, has_risk, Site};
use crate::lexicon::{country, place_head, Classes, Hit, List, Lists, Tag};
use crate::mention::name::Context;
use crate::mention::{Candidate, Strength, Value};
use crate::reading::Reading;
use crate::token::Shape;

/// How often a country is named that is meant, though somebody is called like it.
const OFTEN: u16 = 2;

/// Adds the country that a site names to `out`. Whether the site is settled: what is no country may be
/// a town.
pub(super) fn judge<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'_>,
    site: &Site,
    out: &mut Vec<Candidate<'x>>,
) -> bool {
    let Some(hit) = best(reading, evidence, site) else {
        return false;
    };
    // `a million British thermal units`, `Panama hats`
    let called = |hit: &Hit| hit.list == List::Units || Context::of(hit) == Some(Context::NoCountry);
    let longer = |hit: &Hit| hit.end as usize > site.end && called(hit);
    if reading.hits_at(site.first).iter().any(longer) {
        return true;
    }
    let code = code_of(reading, hit);
    let around = Around::new(reading, site.first, site.end);
    if site.risky && evidence.named(code) == 0 || around.is_in_a_persons_name(site.is_adjective(reading)) {
        return true;
    }
    let one_word = site.end == site.first + 1;
    // The article has somebody of that name, and nothing else to do with the country.
    if one_word
        && evidence.is_person(reading.ids[site.first])
        && evidence.inside(code) == 0
        && (evidence.named(code) < OFTEN || !evidence.is_located(reading.ids[site.first]))
        && !around.is_located()
        && !is_among_countries(reading, site)
    {
        return true;
    }
    if is_pronoun(reading, site, &around) || around.opens_an_event() || is_language(reading, site) {
        return true;
    }
    if one_word && !site.is_adjective(reading) && is_label(reading, evidence, site, code, &around) {
        return true;
    }
    if is_namesake(reading, evidence, site, code) {
        return false;
    }
    if is_half_of_a_name(reading, site, &around) {
        return true;
    }
    let first = site.first + usize::from(reading.is(site.first, "the"));
    let value = Value::Country {
        code,
        name: reading.lexicon.cell(hit.row, country::NAME),
    };
    let origin = reading.lexicon.origin(hit.row);
    out.push(Candidate::new(first..site.end, value, origin, Strength::Strong));
    true
}

/// The country that is meant where several share a name or an adjective: Congo, Dominican.
fn best<'r>(reading: &'r Reading<'_>, evidence: &Evidence<'_>, site: &Site) -> Option<&'r Hit> {
    let mut hits = site.hits(reading).filter(|hit| hit.list == List::Countries);
    let first = hits.next()?;
    let mut rest = hits.filter(|hit| hit.row != first.row).peekable();
    if rest.peek().is_none() {
        return Some(first);
    }
    // One by one, as a reader would: the one the article speaks of, else the one commonly meant.
    let suits = |hit: &Hit| {
        let usual = u32::from(!has_risk(reading, hit, country::RISKY));
        evidence.suits(code_of(reading, hit), site.first) * 2 + usual * 9
    };
    let mut best = (suits(first), first);
    for hit in rest {
        let score = suits(hit);
        if score > best.0 {
            best = (score, hit);
        }
    }
    Some(best.1)
}

/// `spoke French`, `fluent in German`: what is spoken is a language, unless a noun makes it somebody's.
fn is_language(reading: &Reading<'_>, site: &Site) -> bool {
    let next = reading.tag(site.end);
    let spoken = |at: usize| reading.classes(at).contains(Classes::SPOKEN);
    let before = site.first.checked_sub(1);
    // `fluent in Danish`, `means life in Spanish and`, but not `in Swiss and French banks`
    let joined = || {
        let joint =
            next == Tag::Conjunction || reading.tokens.get(site.end).is_some_and(|token| token.is(b','));
        joint
            && reading
                .hits_of(site.end + 1, Lists::of(&[List::Countries, List::Regions]))
                .next()
                .is_some()
    };
    let closed = || {
        let token = reading.tokens.get(site.end);
        token.is_none_or(|token| !(token.is_hyphen() || token.is_word() && token.is_capitalised()))
            && !joined()
    };
    let fluent = before.is_some_and(|at| {
        let alone = site.end == site.first + 1 && reading.tokens[site.first].shape == Shape::Capitalised;
        reading.is(at, "in") && (at > 0 && spoken(at - 1) || alone && closed())
    });
    site.is_adjective(reading)
        && (fluent || before.is_some_and(spoken))
        && !(next.is_noun() || matches!(next, Tag::Adjective | Tag::Number))
}

/// `JOIN US`, `ABOUT US`: in a line of capitals, `US` behind a verb or at the end is the pronoun.
fn is_pronoun(reading: &Reading<'_>, site: &Site, around: &Around<'_, '_>) -> bool {
    if site.end != site.first + 1 || reading.word(site.first) != "US" {
        return false;
    }
    let before = around.word_before();
    let told = before.is_some_and(|at| reading.lexicon.word(reading.ids[at]).tags.first() == Tag::Verb);
    let last = around.word_after().is_none();
    let about = before.is_some_and(|at| reading.is(at, "about"));
    // `Contact us` and `About us` stand in menus by themselves, capitalised or not.
    last && (told || about) || told && around.is_in_capitals()
}

/// `Turkey Hill`, where nothing tells that it is a place: the name of a firm begins with it.
fn is_half_of_a_name(reading: &Reading<'_>, site: &Site, around: &Around<'_, '_>) -> bool {
    if site.end != site.first + 1 {
        return false;
    }
    let head = |at: usize| {
        reading.tokens[at].shape == Shape::Capitalised
            && reading.hits_of(at, Lists::of(&[List::PlaceHeads])).any(|hit| {
                reading.lexicon.cell(hit.row, place_head::POSITION) == "suffix"
                    && reading.lexicon.cell(hit.row, place_head::STRENGTH) == "located"
                    && hit.end as usize == at + 1
            })
    };
    let goes_on = |at: usize| {
        !site.is_adjective(reading) && head(at) && !is_capital(reading, at + 1) && !around.is_in_capitals()
    };
    around.name_after().is_some_and(goes_on)
}

fn is_capital(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .tokens
        .get(at)
        .is_some_and(|token| token.is_word() && token.is_capitalised())
}

/// A first name before a thing, in an article that says nothing else of the country: `Jordan shoes`, but not `its India
/// plant`.
fn is_label(
    reading: &Reading<'_>,
    evidence: &Evidence<'_>,
    site: &Site,
    code: &str,
    around: &Around<'_, '_>,
) -> bool {
    reading.classes(site.first).contains(Classes::GIVEN_NAME)
        && evidence.named(code) < 2
        && evidence.inside(code) == 0
        && (!around.is_located() || around.word_before().is_some_and(|at| reading.is(at, "the")))
        && around.word_after().is_some_and(|at| {
            let stands_there = reading.hit(at, List::PlaceHeads).is_some();
            reading.tag(at).is_noun() && !reading.tokens[at].is_capitalised() && !stands_there
        })
}

/// Whether a state or town of the same name is meant: Georgia beside Atlanta, Niger in Nigeria.
fn is_namesake(reading: &Reading<'_>, evidence: &Evidence<'_>, site: &Site, code: &str) -> bool {
    if site.is_adjective(reading) {
        return false;
    }
    is_town_of_a_state(reading, site, code)
        || site
            .hits(reading)
            .filter(|hit| matches!(hit.list, List::Admin1 | List::Cities))
            .map(|hit| code_of(reading, hit))
            .any(|other| {
                other != code
                    && !is_among_countries(reading, site)
                    && (stands_behind_a_town_of(reading, site.first, other)
                        || evidence.speaks_of_a_state(other)
                            && evidence.inside(code) == 0
                            && evidence.named(code) == 0
                        || evidence.inside(other) > 0
                            && evidence.inside(code) == 0
                            && evidence.named(code) == 0)
            })
}

/// `Lebanon, Ohio, did not`: a town of the name, with its state in commas.
fn is_town_of_a_state(reading: &Reading<'_>, site: &Site, code: &str) -> bool {
    let comma = |at: usize| reading.tokens.get(at).is_some_and(|token| token.is(b','));
    // `Cairo, Illinois, | Lebanon, Ohio, and`: in a list of such pairs a comma stands before the town as well.
    let paired = |state: &Hit| {
        let before = site.first.checked_sub(2);
        before.is_some_and(|last| {
            (0..3.min(last + 1)).any(|back| {
                let mut hits = reading.hits_at(last - back).iter();
                hits.any(|hit| {
                    hit.list == List::Admin1
                        && hit.end as usize == site.first - 1
                        && code_of(reading, hit) == code_of(reading, state)
                })
            })
        })
    };
    let behind_comma = site.first > 0 && comma(site.first - 1);
    if !comma(site.end) {
        return false;
    }
    let closes = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_none_or(|token| token.is(b',') || token.is(b'.'))
    };
    let mut hits = reading.hits_at(site.end + 1).iter();
    let state = hits.find(|hit| {
        matches!(
            hit.list,
            List::Admin1 | List::Cities | List::Countries | List::Organisations
        )
    });
    state.is_some_and(|hit| {
        hit.list == List::Admin1
            && code_of(reading, hit) != code
            && closes(hit.end as usize)
            && (!behind_comma || paired(hit))
    })
}

/// `Savannah, Georgia`
fn stands_behind_a_town_of(reading: &Reading<'_>, first: usize, code: &str) -> bool {
    let Some(comma) = first.checked_sub(1).filter(|at| reading.tokens[*at].is(b',')) else {
        return false;
    };
    (comma.saturating_sub(3)..comma).any(|start| {
        reading
            .hits_at(start)
            .iter()
            .any(|hit| hit.end as usize == comma && hit.list == List::Cities && code_of(reading, hit) == code)
    })
}

/// `Armenia and Georgia`, `Georgia, Azerbaijan`
fn is_among_countries(reading: &Reading<'_>, site: &Site) -> bool {
    let is_country = |hit: &Hit| hit.list == List::Countries;
    let joins =
        |at: usize| reading.tokens.get(at).is_some_and(|token| token.is(b',')) || reading.is(at, "and");
    let before = site.first.checked_sub(2).is_some_and(|at| {
        joins(site.first - 1)
            && reading.hits_at(at).iter().any(is_country)
            && reading.tokens[at].shape != Shape::Lower
    });
    before || (joins(site.end) && reading.hits_at(site.end + 1).iter().any(is_country))
}
