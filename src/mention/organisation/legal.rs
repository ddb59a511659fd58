//! Organisations told by a legal form: `Ltd`, `GmbH`, `PT`.

use super::super::name::{Chunk, Context, Words};
use super::super::{here, Strength};
use super::edge::left_edge;
use super::grammar::Named;
use crate::lexicon::{Hit, Label, List, Lists};

/// `Ford Motor Co.`, `Honda Atlas Cars (Pakistan) Limited`
pub(super) fn name(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let mut end = None;
    for at in chunk.first + 1..=chunk.end {
        if let Some(suffix) = suffix_at(words, at, chunk) {
            end = Some(suffix);
            break;
        }
    }
    // `PT Astra International`, `Grupo Bimbo` have it in front.
    let front = chunk.end > chunk.first + 1
        && words.context_at(chunk.first, Context::CompanyFront).is_some()
        && (!words.english(chunk.first + 1)
            // `Conseil National de la Vanille`
            || (chunk.first + 2..chunk.end).any(|at| words.small(at)));
    let end = match end {
        Some(end) => end,
        None if front => chunk.end,
        None => return None,
    };
    let first = left_edge(words, chunk, end);
    let first = first_partner(words, first, end).unwrap_or(first);
    let first = before_overseas(words, first).unwrap_or(first);
    let first = founder(words, first, end).unwrap_or(first);
    Some(Named {
        tokens: first..end,
        strength: Strength::Strong,
        origin: here!("organisation.legal-form"),
    })
}

/// `Motorcar Brakes of | America Inc.`: where the name begins that ends in a continent and a legal form.
fn before_overseas(words: &Words<'_, '_>, land: usize) -> Option<usize> {
    const MOST: usize = 5;
    words.context_at(land, Context::Overseas)?;
    let of = land
        .checked_sub(1)
        .filter(|&at| words.is(at, "of") && words.follows(land))?;
    let named = |at: &usize| words.capital(*at) && words.follows(*at + 1) && !words.closed(*at);
    let front = (of.saturating_sub(MOST)..of).rev().take_while(named).last()?;
    words.title_at(front).is_none().then_some(front)
}

/// `Porter's | Group, LLC`: where the name begins of which only a group word is left behind the one it is called after.
fn founder(words: &Words<'_, '_>, first: usize, end: usize) -> Option<usize> {
    const MOST: usize = 3;
    let genitive = first
        .checked_sub(1)
        .filter(|&at| words.genitive(at) && words.follows(first))?;
    let generic = words.reading.hit(first, List::OrgSuffixes).is_some() && form_at(words, first).is_none();
    let form =
        (first + 1..=first + 2).any(|at| form_at(words, at).is_some_and(|hit| hit.end as usize == end));
    let named = |at: &usize| words.capital(*at) && words.follows(*at + 1) && !words.closed(*at);
    let from = (genitive.saturating_sub(MOST)..genitive)
        .rev()
        .take_while(named)
        .last()?;
    (generic && form && words.place(from).is_none() && words.demonym(from).is_none()).then_some(from)
}

/// `Goldman, | Sachs & Co.`: the first of the partners whose names a firm bears.
fn first_partner(words: &Words<'_, '_>, first: usize, end: usize) -> Option<usize> {
    const MOST: usize = 2;
    let joint = first + 1;
    let partners = end > joint + 1
        && (words.mark(joint, b'&') || words.is(joint, "and"))
        && (words.is(joint + 1, "co") || words.is(joint + 1, "co."));
    let comma = first
        .checked_sub(1)
        .filter(|&at| words.mark(at, b',') && partners)?;
    let named =
        |at: usize| words.capital(at) && words.follows(at + 1) && !words.closed(at) && !words.calendar(at);
    let from = (comma.saturating_sub(MOST)..comma)
        .rev()
        .take_while(|&at| named(at))
        .last()?;
    (words.title_at(from).is_none() && words.place(from).is_none()).then_some(from)
}

/// The end of a legal form that stands at a token: inside the chunk, behind it, or behind a bracket or comma.
fn suffix_at(words: &Words<'_, '_>, at: usize, chunk: &Chunk) -> Option<usize> {
    if let Some(hit) = form_at(words, at) {
        // A second form may follow: `(Pvt) Ltd`, `Group AG`.
        return Some(further(words, hit.end as usize));
    }
    if at < chunk.end {
        return None;
    }
    // `Dillard's Inc.`
    if words.genitive(at) && words.follows(at + 1) && words.capital(at + 1) && !words.place_ending(at) {
        let form = form_at(words, at + 1).filter(|hit| {
            matches!(
                hit.label,
                Label::Corporation | Label::Company | Label::LimitedCompany | Label::PublicLimited
            )
        });
        return form.map(|hit| further(words, hit.end as usize));
    }
    if words.mark(at, b',') {
        // `Arklow, Co. Wicklow` is a town in a county.
        let county = |hit: &Hit| words.is(at + 1, "co") && words.capital(hit.end as usize);
        let form = form_at(words, at + 1)
            .filter(|hit| !county(hit) || further(words, hit.end as usize) > hit.end as usize);
        return form.map(|hit| further(words, hit.end as usize));
    }
    // `Cars (Pakistan) Limited`
    if words.mark(at, b'(') && words.follows(at) {
        let close = (at + 2..=at + 4).find(|&close| words.mark(close, b')'))?;
        let all = (at + 1..close).all(|inside| words.capital(inside));
        return (all && words.follows(close + 1))
            .then(|| form_at(words, close + 1))
            .flatten()
            .map(|hit| further(words, hit.end as usize));
    }
    None
}

/// The end with a legal form that stands at a token.
pub(super) fn further(words: &Words<'_, '_>, end: usize) -> usize {
    let next = match words.mark(end, b',') {
        true => end + 1,
        false => end,
    };
    match form_at(words, next) {
        Some(hit) if words.follows(next) => hit.end as usize,
        _ => end,
    }
}

/// A legal form proper (group words and associations are head nouns).
fn form_at<'r>(words: &Words<'r, '_>, at: usize) -> Option<&'r Hit> {
    let mut forms = words.reading.hits_of(at, Lists::of(&[List::OrgSuffixes]));
    forms.find(|hit| {
        let end = hit.end as usize;
        if words.mark(end, b'-') && words.glued(end) || words.is(at, "pt") {
            return false;
        }
        let is_head = match hit.label {
            Label::GroupWord | Label::Association | Label::Foundation | Label::Cooperative | Label::Trust => {
                true
            }
            // `Trading Corporation of Pakistan`
            _ => words.is(end, "of") && words.reading.hit(at, List::OrgHeads).is_some(),
        };
        !is_head
            && (words.capital(at)
                || words.mark(at, b'(')
                || words.mark(at, b'&')
                // `Perrun and Sons`
                || words.is(at, "and") && words.follows(at + 1) && words.capital(at + 1)
                || dotted(words, hit))
            && same_capitals(words, hit)
    })
}

/// `plc`, `s.r.o.` as the list has them.
fn dotted(words: &Words<'_, '_>, hit: &Hit) -> bool {
    words.reading.lexicon.surface(hit.entry) == words.reading.slice(hit.first as usize..hit.end as usize)
        && words.small(hit.first as usize)
        && !words.common(hit.first as usize)
}

/// Short forms count only as the list writes them: `SE`, not `Se`.
fn same_capitals(words: &Words<'_, '_>, hit: &Hit) -> bool {
    let surface = words.reading.lexicon.surface(hit.entry);
    surface.len() > 3
        || words
            .reading
            .slice(hit.first as usize..hit.end as usize)
            .trim_end_matches('.')
            == surface.trim_end_matches('.')
}
