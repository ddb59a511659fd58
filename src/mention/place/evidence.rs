//! What an article tells about where it happens.

use rustc_hash::FxHashSet;

use super::around::Around;
use super::site::{code_of, Site};
use crate::lexicon::{admin1, city, Classes, Form, List, Lists, Tag, WordId};
use crate::mention::{Candidate, Value};
use crate::reading::Reading;
use crate::token::{Gap, Token};

/// Where an article's countries are named, and which names it uses for people.
#[derive(Debug)]
pub(super) struct Evidence<'x> {
    /// Places and countries by their first and last tokens, for what stands beside them.
    spots: Vec<Spot<'x>>,
    /// In the order of the text.
    sightings: Vec<Sighting>,
    /// How often each country is named or meant by its adjective.
    countries: Box<[u16; CODES]>,
    /// How often each country is named or anything in it.
    counts: Box<[u16; CODES]>,
    /// How often a place is named that lies in the country and nowhere else.
    inside: Box<[u16; CODES]>,
    /// Whether a county is named: `Glascock County`.
    counties: bool,
    /// First names and surnames that name a country as well, where a place stands: `in Chad`.
    located: FxHashSet<WordId>,
    /// Words that are part of a person's name somewhere in the article.
    people: FxHashSet<WordId>,
    /// Names of one word that stand somewhere as only a place does: `in Corsica.`, `LEBANON, Tenn.`
    meant: FxHashSet<WordId>,
}

/// A country or a place in one country.
#[derive(Clone, Copy, Debug)]
struct Spot<'x> {
    first: u32,
    end: u32,
    code: &'x str,
}

#[derive(Clone, Copy, Debug)]
struct Sighting {
    token: u32,
    code: u16,
    weight: u16,
}

const CODES: usize = 26 * 26;

/// How many digits a number of millions has.
const MILLIONS: usize = 7;

/// How many sightings on either side of a name are weighed.
const NEIGHBOURS: usize = 8;

/// A country's code as a number.
fn number(code: &str) -> Option<usize> {
    match *code.as_bytes() {
        [a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => Some(usize::from(a - b'A') * 26 + usize::from(b - b'A')),
        _ => None,
    }
}

impl<'x> Evidence<'x> {
    pub(super) fn gather(reading: &Reading<'x>, sites: &[Site]) -> Self {
        let mut this = Self {
            spots: Vec::new(),
            sightings: Vec::new(),
            countries: Box::new([0; CODES]),
            counts: Box::new([0; CODES]),
            inside: Box::new([0; CODES]),
            counties: reading.capitals().any(|at| is_county(reading, at)),
            located: FxHashSet::default(),
            people: FxHashSet::default(),
            meant: FxHashSet::default(),
        };
        for site in sites {
            let around = Around::new(reading, site.first, site.end);
            if around.is_in_a_persons_name(site.is_adjective(reading)) || is_titled(reading, site) {
                this.people.extend(&reading.ids[site.first..site.end]);
                continue;
            }
            if site.risky {
                continue;
            }
            if is_meant(reading, site, &around) {
                this.meant.insert(reading.ids[site.first]);
            }
            if let Some(hit) = site.hit(reading, List::Countries) {
                let name = site.end == site.first + 1
                    && reading
                        .classes(site.first)
                        .intersects(Classes::GIVEN_NAME | Classes::SURNAME);
                if !name || around.is_located() {
                    this.located.insert(reading.ids[site.first]);
                }
                // Georgia is settled by what else there is.
                let settled = site.row(reading, List::Admin1).is_none();
                this.see(site, code_of(reading, hit), if settled { 3 } else { 1 }, settled);
                continue;
            }
            let mut codes = site.hits(reading).map(|hit| code_of(reading, hit));
            let Some(first) = codes.next() else { continue };
            if !first.is_empty() && codes.all(|code| code == first) && !town_may_be_else(reading, site) {
                this.see(site, first, 1, false);
                if let Some(count) = number(first).and_then(|at| this.inside.get_mut(at)) {
                    *count = count.saturating_add(1);
                }
            }
        }
        this
    }

    fn see(&mut self, site: &Site, code: &str, weight: u16, country: bool) {
        let Some(at) = number(code) else { return };
        self.sightings.push(Sighting {
            token: site.first as u32,
            code: at as u16,
            weight,
        });
        self.counts[at] = self.counts[at].saturating_add(1);
        if country {
            self.countries[at] = self.countries[at].saturating_add(1);
        }
    }

    /// Remembers a place that has been found. They come in the order of the text.
    pub(super) fn found(&mut self, reading: &Reading<'x>, candidates: &[Candidate<'x>]) {
        self.spots = candidates
            .iter()
            .filter_map(|candidate| {
                let is_noun = || {
                    reading.hits_at(candidate.first as usize).iter().any(|hit| {
                        hit.list == List::Countries && matches!(hit.form, Form::Name | Form::Alias)
                    })
                };
                let code = match &candidate.value {
                    Value::Country { code, .. } => is_noun().then_some(*code),
                    Value::Place { country, .. } => *country,
                    _ => None,
                }?;
                Some(Spot {
                    first: candidate.first,
                    end: candidate.end,
                    code,
                })
            })
            .collect();
        self.spots.sort_by_key(|spot| spot.first);
    }

    /// First token, token after the last, and country of the places found, in their order.
    pub(super) fn spots(&self) -> impl Iterator<Item = (usize, usize, &'x str)> + '_ {
        self.spots
            .iter()
            .map(|spot| (spot.first as usize, spot.end as usize, spot.code))
    }

    /// The country of the place that begins at a token.
    pub(super) fn named_at(&self, at: usize) -> Option<&'x str> {
        let spot = self.spots.partition_point(|spot| (spot.first as usize) < at);
        let spot = self.spots.get(spot)?;
        (spot.first as usize == at).then_some(spot.code)
    }

    /// Whether a place ends right before a token.
    pub(super) fn ends_at(&self, end: usize) -> bool {
        let spot = self.spots.partition_point(|spot| (spot.end as usize) < end);
        self.spots.get(spot).is_some_and(|spot| spot.end as usize == end)
    }

    /// The end of the place that begins at a token.
    pub(super) fn end_of(&self, at: usize) -> Option<usize> {
        let spot = self.spots.partition_point(|spot| (spot.first as usize) < at);
        let spot = self.spots.get(spot)?;
        (spot.first as usize == at).then_some(spot.end as usize)
    }

    /// The country of the place behind `in`: `at Torreblanca in Castellón province`.
    pub(super) fn named_behind_in(&self, reading: &Reading<'_>, end: usize) -> Option<&'x str> {
        reading.is(end, "in").then(|| self.named_at(end + 1)).flatten()
    }

    /// The country of the place behind a comma or `in`: `Torreblanca, Spain`.
    pub(super) fn named_beside(&self, reading: &Reading<'_>, end: usize) -> Option<&'x str> {
        let comma = reading.tokens.get(end).is_some_and(|token| token.is(b','));
        let beside = comma.then(|| self.named_at(end + 1)).flatten();
        beside.or_else(|| self.named_behind_in(reading, end))
    }

    /// The country or state behind a comma or in brackets, by its country: `Paris, | Texas`, `Bath (| Maine)`.
    pub(super) fn land_beside(&self, reading: &Reading<'_>, end: usize) -> Option<&'x str> {
        let opens = |token: &Token| token.is(b',') || token.is(b'(');
        let at = reading
            .tokens
            .get(end)
            .filter(|token| opens(token))
            .map(|_| end + 1)?;
        let land = self.named_at(at)?;
        let last = self.end_of(at)?;
        let whole = reading
            .hits_of(at, Lists::of(&[List::Countries, List::Admin1]))
            .any(|hit| hit.end as usize == last && !matches!(hit.form, Form::Adjective | Form::Demonym));
        // `Paris, France's capital`, `offices in Lyon, Spain and Peru`
        let closed = reading.tag(last) != Tag::Genitive && !reading.is(last, "and");
        (whole && closed).then_some(land)
    }

    /// The country of a place named inside these tokens or right behind them: `Kemal Port, Izmir`.
    pub(super) fn country_at(&self, reading: &Reading<'_>, first: usize, end: usize) -> Option<&'x str> {
        let from = self.spots.partition_point(|spot| (spot.end as usize) <= first);
        let spot = self.spots.get(from)?;
        let at = spot.first as usize;
        let comma = || reading.tokens[end].is(b',') || reading.is(end, "in");
        (at < end || at == end + 1 && comma()).then_some(spot.code)
    }

    /// How often the country is named.
    pub(super) fn named(&self, code: &str) -> u16 {
        number(code).map_or(0, |at| self.countries[at])
    }

    /// Whether it names any country or anything in one.
    pub(super) fn has_countries(&self) -> bool {
        !self.sightings.is_empty()
    }

    /// How often places in the country are named.
    pub(super) fn inside(&self, code: &str) -> u16 {
        number(code).map_or(0, |at| self.inside[at])
    }

    /// Whether a state of the name is meant sooner than a country, as counties are named that no country has: its own,
    /// not those of `Kenya`.
    pub(super) fn speaks_of_a_state(&self, code: &str) -> bool {
        self.counties
            && self
                .countries
                .iter()
                .enumerate()
                .all(|(at, count)| *count == 0 || number(code) == Some(at))
    }

    /// Whether it names the country, or anything in it but what stands at `token`.
    pub(super) fn speaks_of(&self, code: &str, token: usize) -> bool {
        let Some(at) = number(code) else { return false };
        let own = self.sightings.partition_point(|s| (s.token as usize) < token);
        let own = self
            .sightings
            .get(own)
            .is_some_and(|s| s.token as usize == token && s.code as usize == at);
        self.counts[at] > u16::from(own)
    }

    /// Whether it names any other country or anything in one.
    pub(super) fn speaks_of_others(&self, code: &str) -> bool {
        let own = number(code);
        self.sightings
            .iter()
            .any(|seen| Some(usize::from(seen.code)) != own)
    }

    /// How well a place in this country suits the words at `token`: what is named nearby counts most.
    pub(super) fn suits(&self, code: &str, token: usize) -> u32 {
        let Some(at) = number(code) else { return 0 };
        let here = self.sightings.partition_point(|s| (s.token as usize) < token);
        let from = here.saturating_sub(NEIGHBOURS);
        let to = (here + NEIGHBOURS).min(self.sightings.len());
        let near: u32 = self.sightings[from..to]
            .iter()
            .filter(|s| s.code as usize == at && s.token as usize != token)
            .map(|s| {
                let far = (s.token as usize).abs_diff(token) as u32;
                // What has been said weighs more than what will be.
                let far = if (s.token as usize) < token { far } else { far * 2 };
                u32::from(s.weight) * 120 / (6 + far)
            })
            .sum();
        near + 2 * u32::from(self.countries[at].min(6)) + u32::from(self.inside[at].min(6))
    }

    /// What it weighs that a place is the best known of its name: more where its country is named at all.
    pub(super) fn renown(&self, code: &str, primary: bool, large: bool) -> u32 {
        match (primary, self.named(code) + self.inside(code) > 0) {
            (true, true) => 20,
            (true, false) if large => 8,
            (true, false) => 3,
            _ => 0,
        }
    }

    /// Whether a word stands somewhere as the name of a country does, or is nobody's name.
    pub(super) fn is_located(&self, word: WordId) -> bool {
        self.located.contains(&word)
    }

    /// Whether the article has a word somewhere where only a place stands, and for nobody.
    pub(super) fn is_meant(&self, word: WordId) -> bool {
        self.meant.contains(&word) && !self.is_person(word)
    }

    /// Whether the article uses a word for a person.
    pub(super) fn is_person(&self, word: WordId) -> bool {
        self.people.contains(&word)
    }
}

/// `Glascock | County`
fn is_county(reading: &Reading<'_>, at: usize) -> bool {
    at > 0
        && reading.is(at, "county")
        && reading.tokens[at].gap == Gap::Space
        && reading.tokens[at - 1].is_word()
        && reading.tokens[at - 1].is_capitalised()
}

/// `in Corsica.`: one word behind `in`, and nothing behind it that it may be part of or own.
fn is_meant(reading: &Reading<'_>, site: &Site, around: &Around<'_, '_>) -> bool {
    let inside = || {
        let before = around.word_before();
        before.is_some_and(|at| reading.is(at, "in") || reading.is(at, "near"))
            && around.name_after().is_none()
            && reading.tag(site.end) != Tag::Genitive
            && !reading.tag(site.end).is_noun()
            && !reading.tokens.get(site.end).is_some_and(Token::is_hyphen)
    };
    site.end == site.first + 1 && (inside() || around.is_dateline())
}

/// `President Bush`: a name behind the title of one who holds an office.
fn is_titled(reading: &Reading<'_>, site: &Site) -> bool {
    let Some(before) = site.first.checked_sub(1).filter(|_| site.end == site.first + 1) else {
        return false;
    };
    let blank = reading.tokens[site.first].gap == Gap::Space;
    let title = || {
        (before.saturating_sub(2)..=before).any(|at| {
            reading.tokens[at].is_capitalised()
                && reading
                    .hits_of(at, Lists::of(&[List::Titles]))
                    .any(|hit| hit.end as usize == site.first)
        })
    };
    blank && site.hit(reading, List::Countries).is_none() && title()
}

/// Whether a town's name is a word, a person's name or a brand as well, so that it says nothing of itself.
fn town_may_be_else(reading: &Reading<'_>, site: &Site) -> bool {
    let small = site
        .hit(reading, List::Cities)
        .is_some_and(|hit| reading.lexicon.has(hit.row, city::FLAGS, "small"));
    // `Virginia`: a large state is meant where nobody's surname stands behind it.
    let state = site
        .hit(reading, List::Admin1)
        .is_some_and(|hit| reading.lexicon.cell(hit.row, admin1::POPULATION).len() >= MILLIONS);
    small
        || site.is_brand(reading)
        || !state
            && (site.end == site.first + 1
                && reading
                    .classes(site.first)
                    .intersects(Classes::GIVEN_NAME | Classes::SURNAME | Classes::COMMON | Classes::FUNCTION))
}
