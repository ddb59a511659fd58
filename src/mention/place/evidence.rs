//! What an article tells about where it happens, and what stands around a name.

use rustc_hash::FxHashSet;

use super::site::{code_of, Site};
use crate::lexicon::{org_head, place_head, title, Classes, Form, List, Tag, WordId};
use crate::mention::{Candidate, Value};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// Where an article's countries are named, and which names it uses for people.
#[derive(Debug)]
pub(super) struct Evidence<'x> {
    /// Places and countries by their first and last tokens, for what stands beside them.
    spots: Vec<Spot<'x>>,
    /// In the order of the text.
    sightings: Vec<Sighting>,
    /// How often each country is named or meant by its adjective.
    countries: Box<[u16; CODES]>,
    /// How often a place is named that lies in the country and nowhere else.
    inside: Box<[u16; CODES]>,
    /// Words that are part of a person's name somewhere in the article.
    people: FxHashSet<WordId>,
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
            inside: Box::new([0; CODES]),
            people: FxHashSet::default(),
        };
        for site in sites {
            let around = Around::new(reading, site.first, site.end);
            if around.is_in_a_persons_name(site.is_adjective(reading)) {
                this.people.extend(&reading.ids[site.first..site.end]);
                continue;
            }
            if site.risky {
                continue;
            }
            if let Some(hit) = site.hit(reading, List::Countries) {
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

    /// The country of the place behind `in`: `at Iracemápolis in São Paulo state`.
    pub(super) fn named_behind_in(&self, reading: &Reading<'_>, end: usize) -> Option<&'x str> {
        reading.is(end, "in").then(|| self.named_at(end + 1)).flatten()
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
    pub(super) fn renown(&self, code: &str, primary: bool) -> u32 {
        match (primary, self.named(code) + self.inside(code) > 0) {
            (true, true) => 20,
            (true, false) => 8,
            _ => 0,
        }
    }

    /// Whether the article uses a word for a person.
    pub(super) fn is_person(&self, word: WordId) -> bool {
        self.people.contains(&word)
    }
}

/// Whether a town's name is a word, a person's name or a brand as well, so that it says nothing of itself.
fn town_may_be_else(reading: &Reading<'_>, site: &Site) -> bool {
    site.is_brand(reading)
        || (site.end == site.first + 1
            && reading
                .classes(site.first)
                .intersects(Classes::GIVEN_NAME | Classes::SURNAME | Classes::COMMON | Classes::FUNCTION))
}

/// A run of words and what stands beside it.
#[derive(Clone, Copy)]
pub(super) struct Around<'r, 'x> {
    reading: &'r Reading<'x>,
    first: usize,
    end: usize,
}

impl<'r, 'x> Around<'r, 'x> {
    pub(super) fn new(reading: &'r Reading<'x>, first: usize, end: usize) -> Self {
        Self { reading, first, end }
    }

    fn token(&self, at: usize) -> Option<&'r Token> {
        self.reading.tokens.get(at)
    }

    /// The word before, in the same line and parted by a blank.
    pub(super) fn word_before(&self) -> Option<usize> {
        let at = self.first.checked_sub(1)?;
        (self.token(self.first)?.gap == Gap::Space && self.token(at)?.is_word()).then_some(at)
    }

    /// The word behind, in the same line and parted by a blank.
    pub(super) fn word_after(&self) -> Option<usize> {
        let token = self.token(self.end)?;
        (token.gap == Gap::Space && token.is_word()).then_some(self.end)
    }

    /// Whether the words around are in capitals altogether, so that capitals tell nothing.
    pub(super) fn is_in_capitals(&self) -> bool {
        let upper = |at: Option<usize>| {
            at.and_then(|at| self.token(at))
                .map(|token| token.shape == Shape::Upper)
        };
        let one = self
            .token(self.first)
            .is_some_and(|token| token.shape == Shape::Upper);
        one && match (upper(self.word_before()), upper(self.word_after())) {
            (Some(a), Some(b)) => a && b,
            (Some(a), None) | (None, Some(a)) => a,
            (None, None) => false,
        }
    }

    /// Whether the word before is capitalised and is a name rather than the opening of a sentence.
    pub(super) fn name_before(&self) -> Option<usize> {
        let at = self.word_before()?;
        let reading = self.reading;
        let token = self.token(at)?;
        let classes = reading.classes(at);
        let opens = classes.contains(Classes::COMMON) && reading.opens_sentence(at);
        let is_name = token.is_capitalised() && !classes.contains(Classes::FUNCTION) && !opens;
        is_name.then_some(at)
    }

    /// Whether the word behind is capitalised.
    pub(super) fn name_after(&self) -> Option<usize> {
        let at = self.word_after()?;
        self.token(at)?.is_capitalised().then_some(at)
    }

    /// Whether a first name stands before or a surname behind: `Chad Smith`, `Michael Jordan`, `J. Paris`.
    /// Behind an adjective any name may stand: `German Bundesbank`.
    pub(super) fn is_in_a_persons_name(&self, adjective: bool) -> bool {
        let reading = self.reading;
        if self.end != self.first + 1 || self.is_in_capitals() {
            return false;
        }
        let before = self.name_before();
        if before.is_some_and(|at| self.is_honorific(at)) {
            return true;
        }
        let own = reading.classes(self.first);
        let is_given = own.contains(Classes::GIVEN_NAME);
        if !is_given && !own.contains(Classes::SURNAME) {
            return false;
        }
        if let Some(at) = before {
            let classes = reading.classes(at);
            let given = classes.contains(Classes::GIVEN_NAME)
                && !classes.intersects(Classes::COMMON | Classes::FUNCTION);
            let token = &reading.tokens[at];
            let initial = token.end - token.start == 2 && reading.word(at).ends_with('.');
            if (given || initial) && !is_listed_place(reading, at) {
                return true;
            }
        }
        if adjective {
            return false;
        }
        let Some(at) = self.name_after() else { return false };
        let classes = reading.classes(at);
        let english = classes.intersects(Classes::COMMON | Classes::FUNCTION | Classes::CAPITALISED);
        let surname = classes.contains(Classes::SURNAME);
        // In a headline `Jordan Price` may be a price.
        let headline = Around::new(reading, at, at + 1).name_after().is_some();
        let name = surname && (!english || !headline) || !english && reading.ids[at] == WordId::UNKNOWN;
        is_given
            && name
            && !reading.hits_at(at).iter().any(|hit| {
                matches!(
                    hit.list,
                    List::OrgHeads | List::OrgSuffixes | List::PlaceHeads | List::Countries | List::Regions
                )
            })
    }

    /// `Mr`, `Ms`, `Dr` and the like, that stand before nothing but people.
    fn is_honorific(&self, at: usize) -> bool {
        let lexicon = self.reading.lexicon;
        self.reading.hits_at(at).iter().any(|hit| {
            hit.list == List::Titles
                && hit.end as usize == self.first
                && lexicon.cell(hit.row, title::CLASS) == "honorific"
                && lexicon.cell(hit.row, title::FLAGS).is_empty()
        })
    }

    /// Whether `in`, `at`, `from` or the like stands before, perhaps with `the`, `downtown`, `nearby` between.
    pub(super) fn is_located(&self) -> bool {
        let mut at = self.first;
        for _ in 0..2 {
            let Some(before) = Around::new(self.reading, at, at + 1).word_before() else {
                return false;
            };
            match self.reading.folded(before) {
                "in" | "at" | "near" | "from" | "outside" | "around" | "across" | "via" | "through"
                | "throughout" | "into" | "toward" | "towards" | "to" | "off" | "beyond" | "inside"
                | "between" | "within" => return true,
                "the" | "downtown" | "nearby" | "central" | "northern" | "southern" | "eastern"
                | "western" | "north" | "south" | "east" | "west" | "greater" | "neighbouring"
                | "neighboring" => at = before,
                "of" => return self.is_part_of(before),
                _ => return false,
            }
        }
        false
    }

    /// `the city of`, `the port of`, `outskirts of`
    fn is_part_of(&self, of: usize) -> bool {
        Around::new(self.reading, of, of + 1)
            .word_before()
            .is_some_and(|at| {
                has_head(self.reading, at, "noun")
                    || matches!(
                        self.reading.folded(at),
                        "east"
                            | "west"
                            | "north"
                            | "south"
                            | "outside"
                            | "northeast"
                            | "northwest"
                            | "southeast"
                            | "southwest"
                    )
            })
    }

    /// `-based`, `-listed`, `-made`
    pub(super) fn is_compounded(&self) -> bool {
        let reading = self.reading;
        let (Some(hyphen), Some(next)) = (self.token(self.end), self.token(self.end + 1)) else {
            return false;
        };
        hyphen.is_hyphen()
            && hyphen.glued()
            && next.glued()
            && next.shape == Shape::Lower
            && reading
                .lexicon
                .word(reading.ids[self.end + 1])
                .tags
                .has(Tag::VerbPart)
    }

    /// `-based`, `-headquartered`
    pub(super) fn is_based(&self) -> bool {
        self.is_compounded()
            && matches!(
                self.reading.folded(self.end + 1),
                "based" | "headquartered" | "born"
            )
    }

    /// `in`, `near`, `at` right before, which names of places follow more often than others.
    pub(super) fn is_inside(&self) -> bool {
        self.word_before().is_some_and(|at| {
            matches!(
                self.reading.folded(at),
                "in" | "near" | "at" | "outside" | "around"
            )
        })
    }

    /// `plant`, `factory`, `airport`, `steel mill` right behind, in small letters or after one modifier.
    pub(super) fn has_facility_behind(&self) -> bool {
        let Some(at) = self.word_after() else { return false };
        has_head(self.reading, at, "noun") && self.reading.tokens[at].shape == Shape::Lower
    }

    /// Whether it opens a story or a line and a dateline's mark follows: `KARACHI:`, `TOKYO, Aug 28`,
    /// `DETROIT (AP) -`, `SEOUL -`.
    pub(super) fn is_dateline(&self) -> bool {
        let reading = self.reading;
        let Some(token) = self.token(self.first) else {
            return false;
        };
        let opens = token.gap >= Gap::Line
            || (self.first > 0 && reading.tokens[self.first - 1].is(b'/') && token.glued() && {
                // DETROIT/WASHINGTON, March 27
                reading.tokens[self.first.saturating_sub(2)].gap >= Gap::Line
            });
        let Some(next) = self.token(self.end) else {
            return false;
        };
        if !opens || next.gap > Gap::Space {
            return false;
        }
        let upper = reading.tokens[self.first..self.end]
            .iter()
            .all(|token| !token.is_word() || token.shape == Shape::Upper);
        if next.is(b':') || next.is(b'/') {
            return upper;
        }
        if next.is_dash() || next.is_hyphen() {
            return upper || next.gap == Gap::Space;
        }
        if next.is(b'(') {
            return upper;
        }
        // A comma, then a day, a state or a mark.
        next.is(b',')
            && self.token(self.end + 1).is_some_and(|after| {
                upper
                    || after.is_number()
                    || reading
                        .hits_at(self.end + 1)
                        .iter()
                        .any(|hit| hit.list == List::Calendar)
            })
    }

    /// Whether the name of a fair or a show begins with it: `Canton Fair`, `Bharat Mobility Global Expo`.
    pub(super) fn opens_an_event(&self) -> bool {
        let reading = self.reading;
        let mut at = self.end;
        while at < self.end + 4 {
            let Some(next) = Around::new(reading, at, at).name_after() else {
                return false;
            };
            let event = reading.hits_at(next).iter().any(|hit| {
                hit.list == List::OrgHeads && reading.lexicon.cell(hit.row, org_head::KIND) == "event"
            });
            if event {
                return true;
            }
            at += 1;
        }
        false
    }

    /// The words of a place right behind a comma or in brackets: where they begin.
    pub(super) fn beside(&self) -> Option<usize> {
        let next = self.token(self.end)?;
        let opens = next.is(b',') || next.is(b'(');
        let after = self.token(self.end + 1)?;
        (opens && after.is_capitalised() && after.gap <= Gap::Space).then_some(self.end + 1)
    }
}

/// Whether a list of places has a name that begins at a word.
fn is_listed_place(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .hits_at(at)
        .iter()
        .any(|hit| hit.end as usize == at + 1 && matches!(hit.list, List::Countries | List::Regions))
}

/// Whether a head noun of places of this kind begins at a word.
pub(super) fn has_head(reading: &Reading<'_>, at: usize, kind: &str) -> bool {
    reading
        .hits_at(at)
        .iter()
        .any(|hit| hit.list == List::PlaceHeads && reading.lexicon.cell(hit.row, place_head::KIND) == kind)
}
