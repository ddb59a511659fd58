//! Runs of words that the lists know as countries, cities, divisions or regions: leftmost, longest.

use std::ops::Range;

use super::otherwise::is_in_title;
use crate::lexicon::{
    admin1, city, country, organisation, region, Classes, Form, Hit, Label, List, Lists, RowId,
};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// A run of words with all that it may name.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) first: usize,
    /// The token after the last.
    pub(super) end: usize,
    /// In the reading's hits; those of other lists stand between them.
    hits: Range<usize>,
    /// Its form more often means something else: `CAR`, `SA`.
    pub(super) risky: bool,
}

impl Site {
    /// What the lists of places say of it.
    pub(super) fn hits<'r>(&self, reading: &'r Reading<'_>) -> impl Iterator<Item = &'r Hit> + Clone {
        let end = self.end as u32;
        reading.hits[self.hits.clone()]
            .iter()
            .filter(move |hit| hit.end == end)
    }

    /// The row of a list that it names, if it does.
    pub(super) fn row(&self, reading: &Reading<'_>, list: List) -> Option<RowId> {
        self.hit(reading, list).map(|hit| hit.row)
    }

    pub(super) fn hit<'r>(&self, reading: &'r Reading<'_>, list: List) -> Option<&'r Hit> {
        self.hits(reading).find(|hit| hit.list == list)
    }

    /// Whether it is a country's or region's adjective or people.
    pub(super) fn is_adjective(&self, reading: &Reading<'_>) -> bool {
        self.hit(reading, List::Countries)
            .is_some_and(|hit| matches!(hit.form, Form::Adjective | Form::Demonym))
    }

    /// Whether another list has these words too: a company, a make, a model.
    pub(super) fn is_brand(&self, reading: &Reading<'_>) -> bool {
        self.hits(reading).any(|hit| match hit.list {
            // `Schiphol`: an airport before it is a company.
            List::Organisations => !reading
                .lexicon
                .values(hit.row, organisation::FLAGS)
                .any(|flag| flag.starts_with("site:")),
            list => matches!(list, List::VehicleMakes | List::VehicleModels),
        })
    }
}

/// The lists of places.
const PLACES: Lists = Lists::of(&[List::Countries, List::Cities, List::Admin1, List::Regions]);

/// All sites of an article, in the order of the text.
pub(super) fn sites(reading: &Reading<'_>) -> Vec<Site> {
    // Fewer capitals than one in four begin a site.
    let mut sites = Vec::with_capacity(reading.capitals().len() / 4);
    let mut free = 0;
    for group in reading.groups(PLACES) {
        let at = group.end;
        if (reading.hits[group.start].first as usize) < free {
            continue;
        }
        // Longer ones come first.
        let found = reading.hits[group.clone()]
            .iter()
            .find(|hit| is_place(reading, hit));
        // `West Texas` in `West Texas Intermediate`
        let no_place = |other: &Hit| other.list == List::Regions && other.label == Label::Informal;
        let none = |hit: &&Hit| {
            is_cut_short(reading, hit, &reading.hits[at..])
                || reading.hits[group.clone()]
                    .iter()
                    .any(|other| other.end > hit.end && no_place(other))
                || is_in_title(reading, hit.first as usize, hit.end as usize)
        };
        if let Some(hit) = found.filter(|hit| !none(hit)) {
            free = hit.end as usize;
            sites.push(Site {
                first: hit.first as usize,
                end: free,
                hits: group.clone(),
                risky: reading.hits[group.clone()]
                    .iter()
                    .filter(|other| other.end == hit.end && other.list == List::Countries)
                    .all(|other| has_risk(reading, other, country::RISKY))
                    && hit.list == List::Countries,
            });
        }
    }
    sites
}

/// `the Gulf` in `the Gulf of Guinea`: a name behind the article goes further.
fn is_cut_short(reading: &Reading<'_>, hit: &Hit, next: &[Hit]) -> bool {
    reading.is(hit.first as usize, "the")
        && next
            .iter()
            .take_while(|other| other.first == hit.first + 1)
            .any(|other| other.end > hit.end && is_place(reading, other))
}

/// Whether a hit of any list is one of a place, written so that it can be one.
fn is_place(reading: &Reading<'_>, hit: &Hit) -> bool {
    let first = hit.first as usize;
    let shape = reading.tokens[first].shape;
    match hit.list {
        List::Countries => true,
        List::Cities => shape != Shape::Lower,
        // `IN`, `ME`, `OR`: states by their post codes count only behind a town.
        List::Admin1 => {
            shape != Shape::Lower
                && (!is_code(reading, hit)
                    || follows_a_name(reading, first) && !is_office(reading, first)
                    || is_dotted(reading, first))
        }
        List::Regions => {
            let none = matches!(hit.label, Label::Informal | Label::Accord | Label::Initiative);
            !none && !has_risk(reading, hit, region::RISKY)
        }
        _ => false,
    }
}

/// Whether the form that was hit is one that more often means something else.
pub(super) fn has_risk(reading: &Reading<'_>, hit: &Hit, column: crate::lexicon::Column) -> bool {
    let risky = reading.lexicon.cell(hit.row, column);
    !risky.is_empty() && {
        let surface = reading.lexicon.surface(hit.entry);
        risky.split('|').any(|form| form == surface)
    }
}

/// Two capitals or an abbreviation that stand for a state: `MI`, `Mich.`, `N.J.`
pub(super) fn is_code(reading: &Reading<'_>, hit: &Hit) -> bool {
    hit.end == hit.first + 1 && {
        let word = reading.word(hit.first as usize).trim_end_matches('.');
        word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase())
            || reading.lexicon.surface(hit.entry).ends_with('.')
    }
}

/// `B.C. lumber`, `the N.J. plant`: a state in dotted capitals, but not the initials of `J.C. Mills` nor a year before
/// Christ.
fn is_dotted(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &reading.tokens[before]);
    let apart = before.is_none_or(|before| !before.is_capitalised() && !before.is_number());
    let next = reading.tokens.get(at + 1);
    let noun = next.is_some_and(|next| next.shape == Shape::Lower && next.gap == Gap::Space);
    reading.word(at).matches('.').count() == 2 && apart && noun && !reading.opens_sentence(at)
}

/// `Suresh Rao, MD of Elxsi`, `By Alan Jones, PA`: two capitals behind somebody's name are an office or an agency.
fn is_office(reading: &Reading<'_>, at: usize) -> bool {
    if reading.tokens[at].shape != Shape::Upper || reading.is(at + 1, "of") {
        return reading.is(at + 1, "of");
    }
    let Some(given) = at.checked_sub(3) else {
        return false;
    };
    let (before, last) = (&reading.tokens[given], &reading.tokens[given + 1]);
    let town = (given..=given + 1).any(|first| {
        reading
            .hits_of(first, Lists::of(&[List::Cities]))
            .any(|hit| hit.end as usize == at - 1)
    });
    before.is_capitalised()
        && last.gap == Gap::Space
        && reading.classes(given).contains(Classes::GIVEN_NAME)
        && !town
}

/// Whether a comma and a capitalised word stand before a token: `Detroit, MI`.
pub(super) fn follows_a_name(reading: &Reading<'_>, first: usize) -> bool {
    first >= 2 && reading.tokens[first - 1].is(b',') && reading.tokens[first - 2].is_capitalised()
}

/// A country's code, as the two letters of ISO 3166-1.
pub(super) fn code_of<'x>(reading: &Reading<'x>, hit: &Hit) -> &'x str {
    let lexicon = reading.lexicon;
    match hit.list {
        List::Countries => lexicon.cell(hit.row, country::CODE),
        List::Cities => lexicon.cell(hit.row, city::COUNTRY),
        List::Admin1 => lexicon.cell(hit.row, admin1::COUNTRY),
        List::Regions => {
            // A region in one country only: Sindh, Siberia.
            let members = lexicon.cell(hit.row, region::MEMBERS);
            if members.len() == 2 {
                members
            } else {
                ""
            }
        }
        _ => "",
    }
}
