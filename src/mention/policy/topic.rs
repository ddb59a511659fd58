//! What a law or plan is on, behind its head noun: `Law on | Waste Packaging`, `Action Plan for | Affordable Energy`.

use super::has_hit;
use crate::lexicon::{Form, Label, List, Lists, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// How many words it has at most.
const LONGEST: usize = 14;

/// The end of the topic that begins with a preposition at a token. What is `named` already may be for a country or region:
/// `Growth Plan for Moldova`.
pub(super) fn topic(reading: &Reading<'_>, at: usize, named: bool) -> Option<usize> {
    let leads = reading.tokens.get(at)?.shape == Shape::Lower
        && matches!(reading.folded(at), "on" | "for" | "against");
    if !leads {
        return None;
    }
    let first = after_article(reading, at + 1);
    if let Some(end) = land(reading, first).filter(|_| named) {
        return Some(end);
    }
    let mut end = word(reading, first)?;
    let limit = (at + LONGEST).min(reading.sentence_tokens(at).end);
    while end < limit {
        let joint = reading.tokens[end].shape == Shape::Lower
            && matches!(
                reading.folded(end),
                "and" | "of" | "for" | "in" | "on" | "to" | "with" | "against"
            );
        let hyphen = reading.tokens[end].is_hyphen() && reading.tokens[end].glued();
        let next = match () {
            // `for the Recovery of | Chad`
            () if joint || reading.tokens[end].is(b'&') => {
                let next = after_article(reading, end + 1);
                word(reading, next)
                    .or_else(|| last_head(reading, next))
                    .or_else(|| land(reading, next))
            }
            // `Deforestation-free`
            () if hyphen && reading.tokens.get(end + 1).is_some_and(|next| next.glued()) => Some(end + 2),
            () => word(reading, end).or_else(|| last_head(reading, end)),
        };
        let Some(next) = next else { break };
        end = next;
    }
    Some(end)
}

/// The end of the country or region that begins at a token.
fn land(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let hit = reading
        .hits_of(at, Lists::of(&[List::Countries, List::Regions]))
        .next()?;
    let noun = !matches!(hit.form, Form::Adjective | Form::Demonym);
    let end = hit.end as usize;
    let goes_on = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.is_word() && token.is_capitalised() && token.gap == Gap::Space);
    (noun && !goes_on).then_some(end)
}

/// `Plan for Agrarian | Reform`: a head noun, if it ends the topic.
fn last_head(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let token = reading.tokens.get(at)?;
    let head = token.shape == Shape::Capitalised
        && token.gap <= Gap::Line
        && has_hit(reading, at, |hit| {
            hit.list == List::PolicyHeads && hit.end as usize == at + 1 && hit.label != Label::Numbered
        });
    let goes_on = reading
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.gap == Gap::Space && next.is_capitalised());
    (head && !goes_on).then_some(at + 1)
}

/// The token behind a capitalised word that names nothing by itself.
fn word(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let token = reading.tokens.get(at)?;
    let tags = reading.lexicon.word(reading.ids[at]).tags;
    let noun = tags.has(Tag::Noun)
        || tags.has(Tag::NounPlural)
        || tags.has(Tag::Adjective)
        || tags.has(Tag::VerbPart)
        || tags.has(Tag::VerbIng);
    let named = has_hit(reading, at, |hit| {
        matches!(
            hit.list,
            List::Calendar
                | List::PolicyHeads
                | List::Countries
                | List::Regions
                | List::Cities
                | List::Admin1
                | List::Organisations
                | List::Titles
                | List::VehicleMakes
        )
    });
    let capital = matches!(token.shape, Shape::Capitalised | Shape::Mixed);
    (capital && token.gap == Gap::Space && noun && !named).then_some(at + 1)
}

fn after_article(reading: &Reading<'_>, at: usize) -> usize {
    at + usize::from(
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.shape == Shape::Lower)
            && reading.is(at, "the"),
    )
}
