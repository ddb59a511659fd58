//! Which names are nothing but everyday words, whose capitals come from where they stand.

use std::ops::Range;

use super::super::{Context, Words};
use super::around::weigh;
use super::points::{Points, ENOUGH};
use super::Open;
use crate::lexicon::{Classes, Keyword as K, Keywords, Tag};
use crate::token::Shape;

/// Everyday words whose capital may come from the start of the sentence.
pub(super) fn everyday(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    let Range { start, end } = name.tokens;
    if told(words, start) || is_own_name(words, name, sum) {
        return false;
    }
    // A plural that no list has, or one of a people: `Campaigners`, `Anglo-Swedish`.
    let plural = end - start == 1
        && words.opens(start)
        && name.listed == 0
        && words.reading.word(start).ends_with('s')
        && !["us", "is", "ss"]
            .iter()
            .any(|end| words.reading.word(start).ends_with(end))
        && words.reading.tokens[start].shape != Shape::Upper
        && !words.verb_at(end, Context::Act);
    if plural || words.demonym(end - 1) == Some(end) {
        return true;
    }
    // `MINES minister`: the first word of an article in capitals is no acronym.
    let shouted = words.opens(start) && words.everyday(start) && words.reading.word(start).len() > 3;
    let acronym = end - start == 1 && words.reading.tokens[start].shape == Shape::Upper && !shouted;
    // `Rwandan Hutu`, `U.S. Firm`
    let land = |at: usize| {
        let leads = at == start || at == start + 1 && words.opens(start) && words.common(start);
        leads && words.land(at) == Some(at + 1)
    };
    let plain = |at: usize| !words.word(at) || words.english(at) || words.demonym(at).is_some() || land(at);
    // `mortgage lender Irish Permanent`
    let told = end - start > 1
        && !words.opens(start)
        && words.context_before(start, Context::Organisation).is_some();
    if acronym || told || !(start..end).all(plain) || name.listed > 0 && subject(words, &name.tokens) {
        return false;
    }
    match name.listed {
        0 => true,
        _ => words.opens(start) && !sum.listed && weigh(words, name).net() < ENOUGH + name.listed,
    }
}

/// `Zenith`, `Battle Mountain`: everyday words that have capitals and no article inside sentences, and of which the
/// article says what is only said of companies.
fn is_own_name(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    let Range { start, end } = name.tokens;
    let single = end - start == 1;
    let capital = words.classes(start).contains(Classes::CAPITALISED);
    let plural = words.capitalised_plural(end - 1);
    // `retailer Zenith` says it once and for all.
    let told = sum.named >= 4;
    // `supermarket chain Spinneys`, where no other plural would stand
    let plural = plural && !told;
    sum.named >= 2 && sum.bare > i32::from(single && !told) && !(single && (capital || plural))
}

/// `told the Star`
pub(super) fn told(words: &Words<'_, '_>, start: usize) -> bool {
    start > 1
        && (words.is(start, "the") && tells(words, start - 1)
            || words.is(start - 1, "the") && tells(words, start - 2))
}

pub(super) fn tells(words: &Words<'_, '_>, at: usize) -> bool {
    words.is(at, "told") || words.is(at, "tells")
}

/// A singular everyday word that stands without an article and is the subject of a verb is a name:
/// `Apple said`, `Continental will`.
pub(super) fn subject(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let reading = words.reading;
    let tags = reading.lexicon.word(reading.ids[tokens.end - 1]).tags;
    let end = behind_aside(words, tokens.end);
    let says = words.verb_at(end, Context::Say);
    // `Next came the strike`
    if tokens.len() == 1 && words.closed(tokens.start) {
        let acts = words.verb_at(end, Context::Act) && !words.is(end, "came");
        return says || acts || reading.tag(end) == Tag::Have && words.small(end);
    }
    let verb = says
        || plans(words, end)
        || matches!(
            reading.tag(end),
            Tag::Modal | Tag::VerbS | Tag::VerbPast | Tag::Have | Tag::Be
        ) && words.small(end);
    verb && (!tags.has(Tag::NounPlural) || goes_on_as_one(words, end))
}

/// `Intel | to trim staff`, `Target | is expected to cut jobs`: whether a subject is told to be going to do what companies do.
pub(super) fn plans(words: &Words<'_, '_>, at: usize) -> bool {
    const REACH: usize = 3;
    let acts =
        |at: usize| words.reading.tag(at) == Tag::To && words.context_at(at + 1, Context::Act).is_some();
    acts(at) || words.reading.tag(at) == Tag::Be && (at + 1..at + 1 + REACH).any(acts)
}

/// The token behind what a subject is said to be: `Scania, a newcomer to Peru, | shipped`.
pub(super) fn behind_aside(words: &Words<'_, '_>, end: usize) -> usize {
    const LONG: usize = 12;
    let tokens = &words.reading.tokens;
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is(b','));
    if !comma(end) || !words.follows(end + 1) || !words.is_indefinite(end + 1) {
        return end;
    }
    let close = (end + 2..end + LONG).find(|at| comma(*at));
    close
        .filter(|close| words.follows(*close + 1))
        .map_or(end, |close| close + 1)
}

/// `Boots cut its prices`: what has its own things is one, whatever the word looks like.
pub(super) fn goes_on_as_one(words: &Words<'_, '_>, verb: usize) -> bool {
    const REACH: usize = 3;
    let its = const { Keywords::of(&[K::Its]) };
    (verb + 1..verb + 1 + REACH).any(|at| words.follows(at) && words.reading.among(at, its))
}

/// `Total exports rose`: an adjective at the head of its sentence, with its noun behind it.
pub(super) fn is_topic(words: &Words<'_, '_>, name: &Open) -> bool {
    let Range { start, end } = name.tokens;
    let reading = words.reading;
    name.listed > 0
        && reading.opens_sentence(start)
        && reading.may_be(start, Tag::Adjective)
        && words.small(end)
        && matches!(reading.tag(end), Tag::Noun | Tag::NounPlural | Tag::Adjective)
}
