//! Cities, first-level divisions, regions and waters of the lists.

mod strength;

use std::cmp::Reverse;

use super::around::Around;
use super::evidence::Evidence;
use super::site::{code_of, has_risk, Site};
use crate::lexicon::{admin1, city, region, Form, Hit, Label, List, Lists};
use crate::mention::{Candidate, Strength, Value};
use crate::reading::Reading;
use strength::strength;

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
        // So is `Gulf Steel`, for the list tells that its word means more than one thing.
        let firm = || {
            let heads = |at: usize| {
                reading
                    .hit(at, List::OrgHeads)
                    .is_some_and(|hit| hit.label != Label::Event)
            };
            !around.is_in_capitals()
                && has_risk(reading, hit, region::RISKY)
                && around.name_after().is_some_and(heads)
        };
        if !half && !firm() {
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
        .filter(|_| !(named || town.hit.list == List::Admin1 && town.is_told(evidence)))
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
