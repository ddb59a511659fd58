//! Cities, first-level divisions, regions and waters of the lists.

use std::cmp::Reverse;

use super::around::Around;
use super::evidence::Evidence;
use super::otherwise::{
    follows_a_make, follows_a_noun, is_other_thing, is_street, is_tied, stands_alone, stands_for_a_firm,
};
use super::site::{code_of, follows_a_name, is_code, Site};
use super::unlisted::follows_a_company_phrase;
use crate::lexicon::{admin1, city, region, Classes, Form, Hit, Label, List, Lists, Tag, WordId};
use crate::mention::{Candidate, Strength, Value};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// A town of this size is known by its name alone.
const WELL_KNOWN: u64 = 300_000;
/// So is a state or province whose towns have as many people.
const DIVISION: u64 = 50_000;
/// A capital of this size is likelier meant than a place of its name anywhere.
const LARGE_CAPITAL: u64 = 500_000;
/// A capital of this size is meant though all words of its name are common: `Port Louis`, but not `Road Town`.
const TOWN_OF_WORDS: u64 = 40_000;
/// A place so many times smaller than its namesake is not known beside it.
const AS_LARGE: u64 = 4;
/// One of this size is likelier meant than a person or a thing of its name.
const WORLD_CITY: u64 = 1_000_000;

/// Adds the place that a site names to `out`.
pub(super) fn judge<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'_>,
    site: &Site,
    out: &mut Vec<Candidate<'x>>,
) {
    let around = Around::new(reading, site.first, site.end);
    let region = site.hit(reading, List::Regions);
    match region {
        // `the West`, `overseas` name nothing.
        Some(hit) if hit.label == Label::Informal => {}
        Some(hit) if hit.label != Label::TerritoryRegion => {
            push_region(reading, site, hit, &around, out);
        }
        _ => push_town(reading, evidence, site, &around, out),
    }
}

fn push_region<'x>(
    reading: &Reading<'x>,
    site: &Site,
    hit: &Hit,
    around: &Around<'_, 'x>,
    out: &mut Vec<Candidate<'x>>,
) {
    let lexicon = reading.lexicon;
    let name = lexicon.cell(hit.row, region::NAME);
    let origin = lexicon.origin(hit.row);
    let words = site.first + usize::from(reading.is(site.first, "the"))..site.end;
    if hit.label != Label::Bloc {
        let code = code_of(reading, hit);
        let value = Value::Place {
            name: name.into(),
            country: (!code.is_empty()).then_some(code),
        };
        // `Pacific Gas`, `Air Deccan`: half a name of something else.
        let half = matches!(hit.label, Label::Water | Label::Area)
            && words.len() == 1
            && !around.is_in_capitals()
            && (around.name_after().is_some() || around.name_before().is_some());
        if !half {
            out.push(Candidate::new(words.clone(), value, origin, Strength::Strong));
        }
    }
    if matches!(hit.label, Label::Bloc | Label::Union) {
        let value = Value::Organisation { name: name.into() };
        out.push(Candidate::new(words, value, origin, Strength::Strong));
    }
}

fn push_town<'x>(
    reading: &Reading<'x>,
    evidence: &Evidence<'_>,
    site: &Site,
    around: &Around<'_, 'x>,
    out: &mut Vec<Candidate<'x>>,
) {
    let beside = around.beside().map(|at| codes_at(reading, at));
    let choice = site
        .hits(reading)
        .filter(|hit| matches!(hit.list, List::Cities | List::Admin1 | List::Regions))
        .map(|hit| Town::of(reading, hit))
        .max_by_key(|town| {
            let named = beside.is_some_and(|codes| codes.contains(&town.code));
            (
                named,
                evidence.suits(town.code, site.first) + town.renown(evidence),
                town.population,
                Reverse(town.hit.row),
            )
        });
    let Some(town) = choice else { return };
    let named = beside.is_some_and(|codes| codes.contains(&town.code));
    // `Burlington, Iowa`: a namesake that the lists have elsewhere only.
    if let Some(code) = around
        .beside()
        .filter(|_| !named && !(town.hit.list == List::Admin1 && town.is_told(evidence)))
        .and_then(|at| state_at(reading, at))
    {
        let value = Value::Place {
            name: town.name(reading).into(),
            country: Some(code),
        };
        let origin = reading.lexicon.origin(town.hit.row);
        out.push(Candidate::new(
            site.first..site.end,
            value,
            origin,
            Strength::Strong,
        ));
        return;
    }
    let Some(strength) = strength(reading, evidence, site, &town, named, around) else {
        return;
    };
    // A small place in a country of which the article does not speak is likely a namesake that no list has. So is one
    // of several of its name: `in La Libertad`, in an article on the Philippines.
    let shared = || {
        let towns = site
            .hits(reading)
            .filter(|hit| matches!(hit.list, List::Cities | List::Admin1));
        let division = |town: &Town<'_, '_>| town.hit.list == List::Admin1 && town.population >= DIVISION;
        towns.map(|hit| Town::of(reading, hit)).any(|other| {
            other.code != town.code
                && (other.population.saturating_mul(AS_LARGE) >= town.population
                    || division(&town) && division(&other))
        })
    };
    let sure = named
        || !evidence.has_countries()
        || evidence.speaks_of(town.code, site.first)
        || town.is_known(evidence) && (town.is_best_known() || !shared());
    let value = Value::Place {
        name: town.name(reading).into(),
        country: (sure && !town.code.is_empty()).then_some(town.code),
    };
    out.push(Candidate::new(
        site.first..site.end,
        value,
        reading.lexicon.origin(town.hit.row),
        strength,
    ));
}

/// The codes of the country or state that begins at a token.
fn codes_at<'x>(reading: &Reading<'x>, at: usize) -> [&'x str; 3] {
    let mut codes = [""; 3];
    let hits = reading.hits_at(at).iter().filter(|hit| {
        matches!(hit.list, List::Countries | List::Admin1 | List::Regions)
            && !matches!(hit.form, Form::Adjective | Form::Demonym)
    });
    for (slot, hit) in codes.iter_mut().zip(hits) {
        *slot = code_of(reading, hit);
    }
    codes
}

/// The country of the state that begins at a token and is nothing else.
fn state_at<'x>(reading: &Reading<'x>, at: usize) -> Option<&'x str> {
    const PLACES: Lists = Lists::of(&[List::Countries, List::Cities, List::Regions, List::Admin1]);
    let mut hits = reading.hits_of(at, PLACES);
    let first = hits.next()?;
    let only = first.list == List::Admin1 && hits.all(|hit| hit.list == List::Admin1);
    // `West | Germany`
    let end = first.end as usize;
    let goes_on = Around::new(reading, first.first as usize, end)
        .name_after()
        .is_some();
    (only && !goes_on).then(|| code_of(reading, first))
}

/// One of the places that share a name.
struct Town<'h, 'x> {
    hit: &'h Hit,
    code: &'x str,
    population: u64,
    /// The best known of its name.
    primary: bool,
    capital: bool,
    word: bool,
    /// Picked by hand, so meant where it is named.
    picked: bool,
    /// A small town that is called as people may be.
    homely: bool,
    small: bool,
}

impl<'h, 'x> Town<'h, 'x> {
    fn of(reading: &Reading<'x>, hit: &'h Hit) -> Self {
        let lexicon = reading.lexicon;
        let mut town = Self {
            hit,
            code: code_of(reading, hit),
            population: 0,
            primary: false,
            capital: false,
            word: false,
            picked: false,
            homely: false,
            small: false,
        };
        let (population, flags) = match hit.list {
            List::Cities => (city::POPULATION, city::FLAGS),
            List::Admin1 => (admin1::POPULATION, admin1::FLAGS),
            _ => {
                town.picked = true;
                return town;
            }
        };
        town.population = lexicon.cell(hit.row, population).parse().unwrap_or(0);
        for flag in lexicon.values(hit.row, flags) {
            match flag {
                "primary" => town.primary = true,
                "capital" => (town.primary, town.capital) = (true, true),
                "word" => town.word = true,
                "homely" => town.homely = true,
                "small" => town.small = true,
                "industrial" | "border" => town.picked = true,
                _ => {}
            }
        }
        town
    }

    /// What it weighs that it is the best known of its name: of a capital like London or Washington nothing outweighs it.
    fn renown(&self, evidence: &Evidence<'_>) -> u32 {
        const CAPITAL: u32 = 200;
        match self.capital && self.population >= LARGE_CAPITAL {
            true => CAPITAL,
            false => evidence.renown(self.code, self.primary, self.population >= WELL_KNOWN),
        }
    }

    /// Whether the article names its country, or something else in it.
    fn is_told(&self, evidence: &Evidence<'_>) -> bool {
        evidence.named(self.code) + evidence.inside(self.code) > 0
    }

    /// Whether it is the one of its name that is meant anywhere.
    fn is_best_known(&self) -> bool {
        let town = self.hit.list == List::Cities;
        self.picked || self.capital || town && self.primary && self.population >= WELL_KNOWN
    }

    /// Whether its name alone tells that it is meant.
    fn is_known(&self, evidence: &Evidence<'_>) -> bool {
        let large = match self.hit.list {
            List::Admin1 => DIVISION,
            _ => WELL_KNOWN,
        };
        self.picked || self.capital || self.population >= large || self.is_told(evidence)
    }

    fn name(&self, reading: &Reading<'x>) -> &'x str {
        let column = match self.hit.list {
            List::Cities => city::NAME,
            // `Trnava` rather than `Trnava Region`, but `Tasmania` for `Tasmanian`.
            List::Admin1 if self.hit.form == Form::Alias => {
                let surface = reading.lexicon.surface(self.hit.entry);
                let adjective = ["an", "ans", "on", "ish", "ese"]
                    .iter()
                    .any(|end| surface.ends_with(end));
                let whole = reading.lexicon.cell(self.hit.row, admin1::NAME);
                let begins = whole.starts_with(surface);
                // `Omsk` of `Omsk Oblast`, but not `Mass` of `Massachusetts`.
                let word = begins && whole[surface.len()..].starts_with(' ');
                if word || surface.len() > 4 && !surface.ends_with('.') && (begins || !adjective) {
                    return surface;
                }
                admin1::NAME
            }
            List::Admin1 => admin1::NAME,
            _ => region::NAME,
        };
        reading.lexicon.cell(self.hit.row, column)
    }
}

/// How sure it is that the place is meant; none if it is not.
fn strength(
    reading: &Reading<'_>,
    evidence: &Evidence<'_>,
    site: &Site,
    town: &Town<'_, '_>,
    named: bool,
    around: &Around<'_, '_>,
) -> Option<Strength> {
    let one_word = site.end == site.first + 1;
    let classes = if one_word {
        reading.classes(site.first)
    } else {
        Classes::empty()
    };
    let word =
        town.word || classes.intersects(Classes::COMMON | Classes::FUNCTION) || all_words(reading, site);
    let settled = is_settled(reading, site, town, named, around);
    let placed = settled || around.is_located() || around.has_facility_behind();
    if is_other_thing(reading, site)
        || (around.is_in_a_persons_name(false) || around.opens_an_event()) && !settled
    {
        return None;
    }
    if one_word && reading.tokens[site.first].shape == Shape::Upper && !is_upper_line(reading, site, around) {
        // An acronym that happens to be a town: `MAN`, `SARI`.
        let code = town.hit.list == List::Admin1 && stands_behind_a_town(reading, site);
        if !around.is_dateline() && !code && (!settled || is_short(reading, site)) {
            return (town.population >= WELL_KNOWN && !word).then_some(Strength::Weak);
        }
    }
    let world = town.capital || town.population >= WORLD_CITY;
    let half_of_a_thing = || {
        town.population < WELL_KNOWN && is_tied(reading, site)
            || is_street(reading, site)
            || follows_a_noun(reading, site)
            || town.population < WELL_KNOWN && !placed && follows_a_make(reading, site)
            || town.hit.list == List::Cities && stands_for_a_firm(reading, site)
    };
    if !settled && !world && half_of_a_thing() {
        return None;
    }
    // `their aircraft carrier, the São Paulo.`
    if world && site.hit(reading, List::Cities).is_some() && !settled && stands_alone(reading, site) {
        return None;
    }
    // `a message to Bush`, of whom the article tells.
    let somebody = one_word && evidence.is_person(reading.ids[site.first]);
    if somebody && !settled && !world && !around.is_inside() && !around.has_facility_behind() {
        return None;
    }
    if site.is_brand(reading) && !settled {
        return strength_of_brand(reading, site, placed, around);
    }
    let big = world;
    // `Cape Town`, but not `The Valley`
    let large = big && !one_word && !town.word && town.population >= TOWN_OF_WORDS;
    if word && town.hit.list == List::Admin1 && !settled && !large && evidence.named(town.code) == 0 {
        // `the North West`, `Central and Eastern Europe`
        return None;
    }
    if word {
        let big = big && (one_word || town.population >= TOWN_OF_WORDS);
        // `Cape Town`: two capitals are no chance.
        let opens = !large && reading.opens_sentence(site.first) || around.is_in_capitals();
        let half = around.name_before().is_some() || around.name_after().is_some();
        return match (settled, placed || big, opens || half) {
            (true, _, _) => Some(Strength::Strong),
            (_, true, false) => Some(Strength::Fair),
            _ => None,
        };
    }
    let half = is_half_a_name(reading, around);
    // `Vinh Hiep`, `Salar de …`: part of a name that no list has.
    let goes_on = around.name_after().is_some_and(|at| {
        let particle = || {
            // `SAN PEDRO | DE ATACAMA`
            reading.tokens[at].shape == Shape::Upper
                && reading.classes(at).contains(Classes::PLACE_PARTICLE)
                && reading.tokens.get(at + 1).is_some_and(|next| {
                    next.gap == Gap::Space && next.shape == Shape::Upper && !reading.is(at, "in")
                })
        };
        reading.ids[at] == WordId::UNKNOWN && reading.tokens[at].shape == Shape::Capitalised || particle()
    });
    if goes_on && !settled {
        return None;
    }
    if classes.intersects(Classes::GIVEN_NAME | Classes::SURNAME) {
        let known = somebody;
        return match () {
            // Even where the article has somebody of that name.
            () if settled => Some(Strength::Told),
            () if half => None,
            () if placed || around.is_among_places() => Some(Strength::Fair),
            () if (big || town.population >= WELL_KNOWN && town.hit.list == List::Cities) && !known => {
                Some(Strength::Fair)
            }
            () => None,
        };
    }
    let known = town.is_known(evidence);
    match () {
        () if settled => Some(Strength::Strong),
        // `Sal Oppenheim`
        () if !known && (half || around.name_after().is_some()) => None,
        () if half => (!town.homely || placed).then_some(Strength::Weak),
        () if town.homely && !placed && !around.is_among_places() => None,
        // `from Onex`, in an article on another country: of a small town only `in` tells.
        () if !known && town.small && !around.is_inside() => None,
        () if placed || known => Some(Strength::Strong),
        () => None,
    }
}

/// Whether the words around leave no doubt that a place is meant.
fn is_settled(
    reading: &Reading<'_>,
    site: &Site,
    town: &Town<'_, '_>,
    named: bool,
    around: &Around<'_, '_>,
) -> bool {
    let division = town.hit.list == List::Admin1;
    // `Longview, Wash.`: behind a name and a comma a state's abbreviation is no word.
    let abbreviated = || {
        division
            && is_code(reading, town.hit)
            && reading.lexicon.surface(town.hit.entry).ends_with('.')
            && follows_a_name(reading, site.first)
    };
    named && !is_owner(reading, around)
        || abbreviated()
        || around.is_compounded()
        || around.is_dateline()
        || division && around.name_after().is_none() && stands_behind_a_town(reading, site)
}

/// The name of a town that companies or makes have as well, where nothing settles what it is.
fn strength_of_brand(
    reading: &Reading<'_>,
    site: &Site,
    placed: bool,
    around: &Around<'_, '_>,
) -> Option<Strength> {
    match makes_things(reading, site) {
        None => placed.then_some(Strength::Fair),
        // `near Antofagasta` is a place, `at Toyota` and `shares in Santander` hardly.
        Some(List::Organisations) => {
            let inside = around.is_inside()
                && !around.word_before().is_some_and(|at| reading.is(at, "at"))
                && !follows_a_company_phrase(reading, site.first);
            inside.then_some(Strength::Strong)
        }
        Some(_) => None,
    }
}

/// `in Pleasanton, | California`, `its Wellston, | OH facility`: a state behind a comma and a name of which no list knows
/// that it is a town.
fn stands_behind_a_town(reading: &Reading<'_>, site: &Site) -> bool {
    const LONGEST: usize = 4;
    let Some(comma) = site
        .first
        .checked_sub(1)
        .filter(|at| reading.tokens[*at].is(b','))
    else {
        return false;
    };
    let mut first = comma;
    while first > 0
        && comma - first < LONGEST
        && reading.tokens[first - 1].is_capitalised()
        && (first == comma || reading.tokens[first].gap == Gap::Space)
        && reading.tokens[first - 1].is_word()
    {
        first -= 1;
    }
    let town = Around::new(reading, first, comma);
    let owned = first > 0 && matches!(reading.tag(first - 1), Tag::Genitive | Tag::Possessive);
    // In capitals `OR` and `IN` are words.
    let loud = first < comma && reading.tokens[comma - 1].shape == Shape::Upper;
    first < comma
        && (town.is_inside() && !loud
            || owned
            || town.word_before().is_none() && reading.tokens[first].gap >= Gap::Line)
}

/// `Jackson, Georgia's governor`
fn is_owner(reading: &Reading<'_>, around: &Around<'_, '_>) -> bool {
    around.beside().is_some_and(|at| {
        reading
            .hits_at(at)
            .iter()
            .any(|hit| reading.tag(hit.end as usize) == Tag::Genitive)
    })
}

/// `North West`, `Central Region`: a name of common words only needs to be called a province.
fn all_words(reading: &Reading<'_>, site: &Site) -> bool {
    (site.first..site.end).all(|at| {
        !reading.tokens[at].is_word()
            || reading
                .classes(at)
                .intersects(Classes::COMMON | Classes::FUNCTION)
    })
}

fn is_short(reading: &Reading<'_>, site: &Site) -> bool {
    reading.word(site.first).len() <= 4
}

/// Whether the words stand among others in capitals, as in a headline, or by themselves.
fn is_upper_line(reading: &Reading<'_>, site: &Site, around: &Around<'_, '_>) -> bool {
    let long = reading.tokens[site.first..site.end]
        .iter()
        .map(|token: &Token| token.end - token.start)
        .sum::<u32>()
        > 5;
    long || around.is_in_capitals()
}

/// The list of companies or makes that has the name.
fn makes_things(reading: &Reading<'_>, site: &Site) -> Option<List> {
    site.hits(reading)
        .map(|hit| hit.list)
        .filter(|list| matches!(list, List::VehicleMakes | List::Organisations))
        .max_by_key(|list| *list == List::VehicleMakes)
}

/// Whether a capitalised word before, of which no list knows that it can stand before a place, makes it
/// part of a longer name.
fn is_half_a_name(reading: &Reading<'_>, around: &Around<'_, '_>) -> bool {
    around.name_before().is_some_and(|at| {
        let classes = reading.classes(at);
        !classes.intersects(Classes::COMMON | Classes::FUNCTION | Classes::CAPITALISED)
            && reading
                .hits_at(at)
                .iter()
                .all(|hit| matches!(hit.list, List::Surnames | List::GivenNames | List::VehicleModels))
    })
}
