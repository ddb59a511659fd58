//! Products of which their sentence says what they are: `a phone called Optimus G`, `Breathwell, an inhaler for children`.

use super::tail::{has_class, Tail};
use super::unlisted::{blank, is_number, is_word, words_end};
use super::worded::{is_free, is_said_behind};
use crate::lexicon::{Classes, Label, List, Lists, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// One or two words that no list knows, of which their sentence says that they are a product.
pub(super) fn told(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    // `a phone called Optimus G`
    if let Some(end) = called(reading, at) {
        return Some(end);
    }
    let own = |at: usize| {
        is_word(reading, at)
            && reading.tokens[at].shape != Shape::Upper
            && !reading
                .classes(at)
                .intersects(Classes::COMMON | Classes::GIVEN_NAME)
            && reading.lexicon.word(reading.ids[at]).tags.is_empty()
    };
    let alone = |end: usize| {
        !reading
            .tokens
            .get(end)
            .is_some_and(|next| next.is_word() && next.is_capitalised() && next.gap == Gap::Space)
    };
    let before = at.checked_sub(1).filter(|_| blank(reading, at));
    let capital = before
        .is_some_and(|before| reading.tokens[before].is_capitalised() && !reading.opens_sentence(before));
    if capital {
        return None;
    }
    // `the Elm Square, a stool`, whatever else parks are
    let article = before.is_some_and(|before| reading.tag(before) == Tag::Determiner);
    let second = at + 2;
    let capital = |at: usize| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| token.is_word() && token.is_capitalised()) && blank(reading, at)
    };
    let two = article && is_word(reading, at) && capital(at + 1);
    if two && alone(second) && is_told(reading, at, second) {
        return Some((second, second));
    }
    if !own(at) {
        return None;
    }
    let end = match own(at + 1) && blank(reading, at + 1) {
        true => at + 2,
        false => at + 1,
    };
    (alone(end) && is_told(reading, at, end)).then_some((end, end))
}

/// `the Tern, a light lorry`, `the Zoom 125, a scooter`: whatever else the words are, behind an article and told
/// to be goods. Where the name ends, and what belongs to it.
pub(super) fn apposed(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    const WORDS: usize = 3;
    let before = at.checked_sub(1).filter(|_| blank(reading, at))?;
    if !matches!(
        reading.tag(before),
        Tag::Determiner | Tag::Possessive | Tag::Genitive
    ) {
        return None;
    }
    // "the LG Velours, a phone": the maker is no part of it.
    if reading.hit(at, List::Organisations).is_some() {
        return None;
    }
    let name = |at: &usize| {
        let token = reading.tokens.get(*at);
        token.is_some_and(|token| token.is_word() && token.is_capitalised())
            && blank(reading, *at)
            && (token.is_some_and(|token| token.end - token.start == 1) || is_free(reading, *at))
    };
    let end = at + (at..at + WORDS).take_while(name).count();
    let numbered = end > at && is_number(reading, end);
    let end = end + usize::from(numbered);
    let tail = Tail::read(reading, end, false).end;
    (end > at && is_said_behind(reading, tail)).then_some((end, tail))
}

/// The noun that a verb of naming stands behind: `a phone called | Optimus G`, `the lorry, dubbed the | Tern,`.
pub(super) fn named_before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let article = usize::from(at > 0 && reading.tag(at - 1) == Tag::Determiner);
    let verb = at.checked_sub(1 + article)?;
    if !reading.classes(verb).contains(Classes::NAMING) {
        return None;
    }
    let comma = usize::from(verb > 0 && reading.tokens[verb - 1].is(b','));
    verb.checked_sub(1 + comma)
}

/// What goods are called: `a phone called Optimus G`, `the lorry, dubbed the Tern,`. Where the name ends, and what belongs
/// to it behind it.
pub(super) fn called(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    let goods = named_before(reading, at).filter(|_| blank(reading, at))?;
    let end = words_end(reading, at);
    let letter = reading
        .tokens
        .get(end)
        .is_some_and(|next| next.gap == Gap::Space && next.is_capitalised() && next.end - next.start == 1);
    let end = end + usize::from(letter);
    let alone = !(blank(reading, end) && reading.tokens[end].is_capitalised());
    (has_class(reading, goods, Label::Product) && alone).then(|| (end, Tail::read(reading, end, false).end))
}

/// `the Breathwell inhaler`, `1,900 Tarnivol heart valves`: behind an article, owner or figure, with what goods they are behind it.
fn is_of_goods(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    const REACH: usize = 5;
    const LIGHT: usize = 3;
    // `its newly acquired Torvald missile`
    let light = |at: &usize| {
        blank(reading, at + 1)
            && reading.tokens[*at].shape == Shape::Lower
            && matches!(reading.tag(*at), Tag::Adjective | Tag::Adverb | Tag::VerbPart)
    };
    let before = (first.saturating_sub(LIGHT)..first).rev().find(|at| !light(at));
    let pointed = before.is_some_and(|before| {
        blank(reading, before + 1)
            && matches!(
                reading.tag(before),
                Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Number
            )
    });
    let noun = |at: &usize| {
        blank(reading, *at)
            && reading.tokens[*at].shape == Shape::Lower
            && matches!(reading.tag(*at), Tag::Noun | Tag::NounPlural | Tag::Adjective)
    };
    // `the Torvald anti-tank missile`, but not `a Frosthorn lorry-cooling plant`
    let joined = |at: &usize| {
        let hyphen = |at: usize| {
            reading
                .tokens
                .get(at)
                .is_some_and(|token| token.is_hyphen() && token.glued())
        };
        hyphen(*at)
            || *at > end
                && hyphen(*at - 1)
                && reading
                    .tokens
                    .get(*at)
                    .is_some_and(|token| token.shape == Shape::Lower)
    };
    let words = end..end + REACH;
    let head = words.take_while(|at| noun(at) || joined(at)).last();
    pointed && head.is_some_and(|head| (end..=head).any(|at| ends_at(reading, at, head)))
}

/// Whether the word for goods at a token ends with the token `last`.
fn ends_at(reading: &Reading<'_>, at: usize, last: usize) -> bool {
    let mut goods = reading.hits_of(at, Lists::of(&[List::ProductWords]));
    goods.any(|hit| matches!(hit.label, Label::Product | Label::Goods) && hit.end as usize == last + 1)
}

/// `Breathwell, an inhaler for children`, `the asthma drug Breathwell`.
pub(super) fn is_told(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    const REACH: usize = 5;
    if first > 0 && has_class(reading, first - 1, Label::Product) && blank(reading, first) {
        return true;
    }
    if is_of_goods(reading, first, end) {
        return true;
    }
    let comma = reading.tokens.get(end).is_some_and(|token| token.is(b','));
    let article = reading.is_indefinite(end + 1) || reading.is(end + 1, "its");
    comma
        && article
        && (end + 2..end + 2 + REACH)
            .take_while(|&at| {
                let modifier = matches!(reading.tag(at), Tag::Adjective | Tag::Noun | Tag::Number);
                reading
                    .tokens
                    .get(at)
                    .is_some_and(|token| token.gap == Gap::Space && token.is_word())
                    && (modifier || has_class(reading, at, Label::Product))
            })
            .any(|at| has_class(reading, at, Label::Product))
}
