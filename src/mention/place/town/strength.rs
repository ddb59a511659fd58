//! How sure it is that a name means a town or a division, and not somebody or something else of its name.

use super::{Town, TOWN_OF_WORDS, WELL_KNOWN};
use crate::lexicon::{Classes, Form, List, Tag, WordId};
use crate::mention::place::around::Around;
use crate::mention::place::evidence::Evidence;
use crate::mention::place::otherwise::{
    follows_a_make, follows_a_noun, is_other_thing, is_street, is_tied, stands_alone, stands_for_a_firm,
};
use crate::mention::place::site::{follows_a_name, is_code, Site};
use crate::mention::place::unlisted::follows_a_company_phrase;
use crate::mention::Strength;
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// One of this size is likelier meant than a person or a thing of its name.
const WORLD_CITY: u64 = 1_000_000;

/// How sure it is that the place is meant; none if it is not. `named` is whether its country stands beside it.
pub(super) fn strength(
    reading: &Reading<'_>,
    evidence: &Evidence<'_>,
    site: &Site,
    town: &Town<'_, '_>,
    named: bool,
    around: &Around<'_, '_>,
) -> Option<Strength> {
    let settled = is_settled(reading, site, town, named, around);
    let single = site.end == site.first + 1;
    let classes = match single {
        true => reading.classes(site.first),
        false => Classes::empty(),
    };
    let word =
        town.word || classes.intersects(Classes::COMMON | Classes::FUNCTION) || all_words(reading, site);
    let personal = classes.intersects(Classes::GIVEN_NAME | Classes::SURNAME);
    // Somebody's name, or a model's, but not a company's.
    let may_be_meant = || personal || site.is_brand(reading) && makes_things(reading, site).is_none();
    let asked = Asked {
        reading,
        evidence,
        site,
        town,
        around,
        settled,
        placed: settled
            || around.is_located()
            || around.has_facility_behind()
            || single && may_be_meant() && evidence.is_meant(reading.ids[site.first]),
        single,
        word,
        world: town.capital || town.population >= WORLD_CITY,
        personal,
        somebody: single && evidence.is_person(reading.ids[site.first]),
    };
    asked.strength()
}

/// A town that a site may name, and what is known of the two.
struct Asked<'a, 'h, 'x> {
    reading: &'a Reading<'x>,
    evidence: &'a Evidence<'a>,
    site: &'a Site,
    town: &'a Town<'h, 'x>,
    around: &'a Around<'a, 'x>,
    /// The words around leave no doubt that a place is meant.
    settled: bool,
    /// They tell that it is likely.
    placed: bool,
    /// The name has one word.
    single: bool,
    /// The name is made of common words.
    word: bool,
    /// It is a capital, or among the large cities of the world.
    world: bool,
    /// The name is one that people have.
    personal: bool,
    /// The article tells of somebody of the name: `a message to Bush`.
    somebody: bool,
}

impl Asked<'_, '_, '_> {
    fn strength(&self) -> Option<Strength> {
        let Self {
            reading,
            site,
            town,
            around,
            settled,
            ..
        } = *self;
        if is_other_thing(reading, site)
            || (around.is_in_a_persons_name(false) || around.opens_an_event()) && !settled
        {
            return None;
        }
        if self.single
            && reading.tokens[site.first].shape == Shape::Upper
            && !is_upper_line(reading, site, around)
        {
            // An acronym that happens to be a town: `MAN`, `SARI`.
            let code = town.hit.list == List::Admin1 && stands_behind_a_town(reading, site);
            if !around.is_dateline() && !code && (!settled || is_short(reading, site)) {
                return (town.population >= WELL_KNOWN && !self.word).then_some(Strength::Weak);
            }
        }
        if !settled && self.is_else() {
            return None;
        }
        if site.is_brand(reading) && !settled {
            // `a California Democrat`: of a large state no model's name is meant.
            let whole = town.hit.list == List::Admin1 && town.hit.form == Form::Name;
            let state = whole && town.population >= WORLD_CITY;
            return strength_of_brand(reading, site, self.placed || state, around);
        }
        match self.word {
            true => self.strength_of_words(),
            false => self.strength_of_name(),
        }
    }

    /// Whether the name is half of a thing's, or stands for a thing or for somebody.
    fn is_else(&self) -> bool {
        let city = self.town.hit.list == List::Cities;
        let half_of_a_thing = || {
            self.town.population < WELL_KNOWN && is_tied(self.reading, self.site)
                || is_street(self.reading, self.site)
                || follows_a_noun(self.reading, self.site)
                || self.town.population < WELL_KNOWN
                    && !self.placed
                    && follows_a_make(self.reading, self.site)
                || city && stands_for_a_firm(self.reading, self.site)
        };
        match self.world {
            // `their aircraft carrier, the São Paulo.`
            true => {
                self.site.hit(self.reading, List::Cities).is_some() && stands_alone(self.reading, self.site)
            }
            false => {
                half_of_a_thing()
                    || self.somebody && !self.around.is_inside() && !self.around.has_facility_behind()
            }
        }
    }

    /// Of a name that is made of common words.
    fn strength_of_words(&self) -> Option<Strength> {
        // `Cape Town`, but not `The Valley`
        let known = self.world && self.town.population >= TOWN_OF_WORDS;
        let large = known && !self.single && !self.town.word;
        let division = self.town.hit.list == List::Admin1;
        if division && !self.settled && !large && self.evidence.named(self.town.code) == 0 {
            // `the North West`, `Central and Eastern Europe`
            return None;
        }
        let big = known || self.world && self.single;
        // `Cape Town`: two capitals are no chance.
        let opens = !large && self.reading.opens_sentence(self.site.first) || self.around.is_in_capitals();
        let half = self.around.name_before().is_some() || self.around.name_after().is_some();
        match (self.settled, self.placed || big, opens || half) {
            (true, _, _) => Some(Strength::Strong),
            (_, true, false) => Some(Strength::Fair),
            _ => None,
        }
    }

    /// Of a name that is no word.
    fn strength_of_name(&self) -> Option<Strength> {
        let Self {
            reading,
            evidence,
            town,
            around,
            settled,
            placed,
            ..
        } = *self;
        if !settled && goes_on(reading, around) {
            return None;
        }
        let half = is_half_a_name(reading, around);
        if self.personal {
            let large = town.population >= WELL_KNOWN && town.hit.list == List::Cities;
            return match () {
                // Even where the article has somebody of that name.
                () if settled => Some(Strength::Told),
                () if half => None,
                () if placed || around.is_among_places() => Some(Strength::Fair),
                () if (self.world || large) && !self.somebody => Some(Strength::Fair),
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
            () if !known
                && town.small
                && !around.is_inside()
                && !around.has_facility_behind()
                && !around.is_among_places() =>
            {
                None
            }
            () if placed || known => Some(Strength::Strong),
            () => None,
        }
    }
}

/// `Vinh Hiep`, `Salar de …`: part of a name that no list has.
fn goes_on(reading: &Reading<'_>, around: &Around<'_, '_>) -> bool {
    around.name_after().is_some_and(|at| {
        let particle = || {
            // `SAN PEDRO | DE ATACAMA`
            reading.tokens[at].shape == Shape::Upper
                && reading.classes(at).contains(Classes::PLACE_PARTICLE)
                && reading.tokens.get(at + 1).is_some_and(|next| {
                    next.gap == Gap::Space && next.shape == Shape::Upper && !reading.is(at, "in")
                })
        };
        reading.ids[at] == WordId::UNKNOWN && reading.tokens[at].shape == Shape::Capitalised || particle()
    })
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
