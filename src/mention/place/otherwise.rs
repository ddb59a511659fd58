//! What is called as a place is and is none: streets, firms, titles, words.

use super::around::Around;
use super::site::Site;
use crate::lexicon::{count_noun, Class, Classes, List, Lists, Tag};
use crate::mention::name::Context;
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// How many tokens the title of a film or book has at most.
const LONGEST_TITLE: usize = 9;

/// Whether the words are no place, whatever stands around: `(KL:AIRPORT)`, an exchange before the code of a share;
/// `Newcastle disease`.
pub(super) fn is_other_thing(reading: &Reading<'_>, site: &Site) -> bool {
    let colon = reading.tokens.get(site.end);
    let exchange = colon.is_some_and(|token| token.is(b':') && token.gap == Gap::None)
        && site.first > 0
        && reading.tokens[site.first - 1].is(b'(');
    // `prices the Nord 5 at …`
    let number = colon
        .is_some_and(|token| token.is_number() && token.gap == Gap::Space && token.end - token.start <= 2);
    let model = number && site.first > 0 && reading.tag(site.first - 1) == Tag::Determiner;
    let mut behind = reading.hits_at(site.end).iter();
    exchange
        || model
        || behind.any(|hit| Context::of(hit) == Some(Context::NoPlace))
        || is_address(reading, site)
        || is_building(reading, site)
        || is_adjective_of_a_name(reading, site)
}

/// `Hyderabad House`: a building that is called after a town and stands in another, but not the house of a state.
fn is_building(reading: &Reading<'_>, site: &Site) -> bool {
    let behind = Around::new(reading, site.first, site.end).name_after();
    behind.is_some_and(|at| reading.is(at, "house"))
        && site.hit(reading, List::Admin1).is_none()
        && site.hit(reading, List::Countries).is_none()
}

/// `469 Vermont St.`: a street.
fn is_address(reading: &Reading<'_>, site: &Site) -> bool {
    let numbered = site.first > 0 && reading.tokens[site.first - 1].is_number();
    numbered && is_street(reading, site)
}

/// Whether a word that ends the names of streets stands right behind: `Ashburton | Grove`.
pub(super) fn is_street(reading: &Reading<'_>, site: &Site) -> bool {
    let behind = Around::new(reading, site.first, site.end).name_after();
    behind.is_some_and(|at| reading.is_of(at, Class::Street))
}

/// `in Northern Iraq`: an adjective before a name, though there is a Northern Region.
fn is_adjective_of_a_name(reading: &Reading<'_>, site: &Site) -> bool {
    let adjective = site.end == site.first + 1
        && reading.lexicon.word(reading.ids[site.first]).tags.first() == Tag::Adjective;
    adjective
        && reading.tokens.get(site.end).is_some_and(|next| {
            next.gap <= Gap::Line
                && next.is_word()
                && next.is_capitalised()
                && !reading.opens_sentence(site.end)
        })
}

/// `Hoffman-La Roche`, `Cholet-Dupont`: a town's name tied to another that is no place's.
pub(super) fn is_tied(reading: &Reading<'_>, site: &Site) -> bool {
    const PLACES: Lists = Lists::of(&[List::Countries, List::Cities, List::Regions, List::Admin1]);
    let glued = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    let hyphen = glued(site.end).is_some_and(Token::is_hyphen);
    let next = glued(site.end + 1).filter(|_| hyphen);
    next.is_some_and(|next| next.shape == Shape::Capitalised && next.is_word())
        && reading.hits_of(site.end + 1, PLACES).next().is_none()
}

/// `gaming group Wembley`, `the party's daily Granma`, `band member Lima`: a name behind a noun for a firm, a paper
/// or a person is its own.
pub(super) fn follows_a_noun(reading: &Reading<'_>, site: &Site) -> bool {
    let before = site
        .first
        .checked_sub(1)
        .filter(|_| reading.tokens[site.first].gap == Gap::Space);
    let determined = |at: usize| at > 0 && reading.tag(at - 1) == Tag::Determiner;
    // `the major Manchester hotels`
    if matches!(reading.tag(site.end), Tag::Noun | Tag::NounPlural) {
        return false;
    }
    before.is_some_and(|at| {
        reading.tokens[at].shape == Shape::Lower
            && (reading.tag(at) == Tag::Noun || determined(at))
            && reading.hits_at(at).iter().any(|hit| {
                let person = hit.list == List::CountNouns
                    && reading.lexicon.cell(hit.row, count_noun::CLASS) == "person"
                    || hit.list == List::Titles;
                hit.end as usize == site.first && (person || Context::of(hit) == Some(Context::Organisation))
            })
    })
}

/// `Mahindra Mojo`: a town's name behind a make is a model's.
pub(super) fn follows_a_make(reading: &Reading<'_>, site: &Site) -> bool {
    Around::new(reading, site.first, site.end)
        .name_before()
        .is_some_and(|at| reading.hit(at, List::VehicleMakes).is_some())
}

/// `from the Halifax and others`, `The Halifax said`: towns stand behind `the` only before a noun.
pub(super) fn stands_for_a_firm(reading: &Reading<'_>, site: &Site) -> bool {
    let at = site.end;
    // `the Bundaberg and Lockyer | regions`
    let joined = || {
        let second = (at + 1..at + 4).find(|at| {
            let token = reading.tokens.get(*at);
            token.is_none_or(|token| !token.is_capitalised() || !token.is_word())
        });
        second.is_some_and(|behind| behind > at + 1 && acts(reading, behind))
    };
    let one = at == site.first + 1 && follows_the(reading, site);
    let lower = reading
        .tokens
        .get(at)
        .is_some_and(|next| next.shape == Shape::Lower);
    stands_alone(reading, site) && one || one && lower && reading.tag(at) == Tag::Conjunction && joined()
}

/// Whether `the` stands before a town and nothing that it describes behind it: `the São Paulo.`, `The Halifax said`.
pub(super) fn stands_alone(reading: &Reading<'_>, site: &Site) -> bool {
    let Some(next) = reading.tokens.get(site.end) else {
        return false;
    };
    let ends = next.is(b'.') || next.gap > Gap::Line || next.shape == Shape::Lower && acts(reading, site.end);
    ends && follows_the(reading, site)
}

fn follows_the(reading: &Reading<'_>, site: &Site) -> bool {
    site.first > 0
        && reading.is(site.first - 1, "the")
        && reading.tokens[site.first].gap == Gap::Space
        // `the Midlands`
        && !reading.word(site.end - 1).ends_with('s')
}

/// Whether a verb stands here.
fn acts(reading: &Reading<'_>, at: usize) -> bool {
    let tag = reading.tag(at);
    // `the Leeds works`
    let many = tag == Tag::VerbS && reading.may_be(at, Tag::NounPlural);
    tag.is_verb() && !many || matches!(tag, Tag::Modal | Tag::Be | Tag::Have)
}

/// `“Ticket to Paradise”`, `‘Indiana Jones 5’`: part of a title in quotation marks, of which each word is capitalised.
pub(super) fn is_in_title(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    let Some(quotation) = reading.quotation(first).filter(|quotation| quotation.closed) else {
        return false;
    };
    let inside = quotation.inside();
    if inside.len() > LONGEST_TITLE || inside.end < end {
        return false;
    }
    let function = |at: usize| reading.classes(at).contains(Classes::FUNCTION);
    let titled = |at: usize| {
        let token = &reading.tokens[at];
        token.is_capitalised() || !token.is_word() || at > inside.start && function(at)
    };
    // `“South Korea and Japan”`
    let other = |at: usize| {
        let token = &reading.tokens[at];
        !(first..end).contains(&at)
            && (token.is_number() || token.is_word() && token.is_capitalised())
            && reading
                .hits_of(at, Lists::of(&[List::Countries, List::Cities, List::Regions]))
                .next()
                .is_none()
    };
    // `the “Old Europe”`, `“Bringing Russia's Gold”`
    const FEWEST: usize = 2;
    let owned = reading.tag(end) == Tag::Genitive;
    !owned && inside.clone().all(titled) && inside.clone().filter(|at| other(*at)).count() >= FEWEST
}
