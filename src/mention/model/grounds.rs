//! On what a model of the lists stands: what is beside it, and what else its name may be.

use super::row::Row;
use super::tail::{self, Tail};
use super::{Grounds, Make};
use crate::lexicon::{Classes, Hit, Label, List, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// What tells that a model is meant.
#[allow(
    clippy::too_many_arguments,
    reason = "each is one piece of evidence, weighed here and nowhere else"
)]
pub(super) fn grounds(
    reading: &Reading<'_>,
    makes: &[Make<'_>],
    row: &Row<'_>,
    by: Option<&Make<'_>>,
    own: bool,
    hit: &Hit,
    tail: &Tail,
    variant: bool,
) -> Grounds {
    let (first, end) = (hit.first as usize, hit.end as usize);
    let noun = tail::is_noun_at(reading, tail.end);
    let risky = row.is_risky(reading, first, end);
    if let Some(make) = by {
        // `Force One`, `Smart Fit`: both are words.
        let word = row.flag("word") || row.flag("words");
        return match make.word && word && !noun && !variant {
            true => Grounds::Bare,
            false => Grounds::Sure,
        };
    }
    let (near, _) = row.nearness(makes, first);
    if row.flag("number")
        && row.list == List::VehicleModels
        && near
        && noun
        && first > 0
        && reading.tokens[first - 1].is_number()
    {
        return Grounds::Sure;
    }
    // `757-200`: a number of the list with that of its version.
    if row.flag("number") && row.list == List::Products && is_version(reading, end) {
        return Grounds::Sure;
    }
    // `the B50 programme`: a code before a noun for something else.
    let code = end == first + 1 && reading.has_digit(first);
    let other = reading
        .tokens
        .get(tail.end)
        .is_some_and(|next| next.gap == Gap::Space && next.shape == Shape::Lower)
        && reading.tag(tail.end) == Tag::Noun;
    if code && !near && other && !noun {
        return Grounds::Bare;
    }
    let plain =
        !risky && (near || row.list == List::Products || end > first + 1 || !reading.tokens[first].is_word());
    if own || plain || (row.takes_numbers && tail.has_code) {
        return Grounds::Sure;
    }
    if row.flag("number") && row.list == List::VehicleModels || row.flag("short") && !near {
        return Grounds::Bare;
    }
    // `Land Cruiser sales rose`: the second word's capital is its own.
    let two = end > first + 1 && reading.tokens[first + 1].shape == Shape::Capitalised;
    let opens = reading.opens_sentence(first);
    // `the i5` of BMW
    let coded = code && reading.tokens[first].is_word();
    let capitalised = (reading.tokens[first].is_capitalised() || coded && near) && (!opens || two);
    // `Stealth fighter planes`, `21st Century model`, `Grand Prix cars`: words first.
    let word = row.list == List::VehicleModels && row.flag("word") && tail.end == end;
    if capitalised && noun && (near || !row.flag("short") && !word) || near && variant {
        return Grounds::Sure;
    }
    // `Land Cruiser sales`, `Corolla Cross production`
    let traded = || {
        let next = reading.tokens.get(tail.end);
        next.is_some_and(|next| next.shape == Shape::Lower && next.gap == Gap::Space)
            && tail::has_class(reading, tail.end, Label::Trade)
    };
    if two && !word && !row.flag("place") && traded() {
        return Grounds::Sure;
    }
    let Some(mut before) = first.checked_sub(1).filter(|_| capitalised && !opens) else {
        return Grounds::Bare;
    };
    // `the new Land Cruiser`
    if reading.tag(before) == Tag::Adjective && reading.tokens[before].shape == Shape::Lower {
        before = before.saturating_sub(1);
    }
    let goes_on = reading
        .tokens
        .get(tail.end)
        .is_some_and(|token| token.gap == Gap::Space && token.is_capitalised() && token.is_word());
    let follows_a_name = reading.tokens[before].is_word()
        && reading.tokens[before].is_capitalised()
        && !reading.classes(before).contains(Classes::FUNCTION);
    let place = reading.tag(before) == Tag::Preposition && row.flag("place");
    if goes_on || follows_a_name || place || reading.is(tail.end, "of") {
        return Grounds::Bare;
    }
    let pointed = matches!(reading.tag(before), Tag::Determiner | Tag::Possessive);
    // `the Land Cruiser`, but not `the Grand Prix`
    let long = end > first + 1 && !word && !row.flag("place");
    // `40 Land Cruisers`
    let counted = long && reading.tag(before) == Tag::Number;
    if counted || pointed && (near || !risky || long) {
        Grounds::Sure
    } else {
        Grounds::Named
    }
}

/// `-200`, `-300ER` right behind an aircraft's number.
fn is_version(reading: &Reading<'_>, at: usize) -> bool {
    let glued = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    glued(at).is_some_and(Token::is_hyphen)
        && glued(at + 1).is_some_and(|next| next.is_number() && next.end - next.start == 3)
}
