//! What tells of a whole name, of two words or more that no list need know, that it is somebody's.
//!
//! No one sign is enough by itself: a town, a product and a company may have two strange words for a name as well. The form
//! speaks for a person, and so does each thing around it that is said of people sooner than of anything else.

use std::ops::Range;

use super::super::{Context, Words};
use super::points::Points;
use super::Open;
use crate::lexicon::{Keyword as K, Keywords, Tag};
use crate::token::Shape;

/// A name has no more tokens than this (`Mohd Nazlan bin Mohd Ghazali`).
const LONGEST: usize = 6;

/// How far a pronoun may stand behind the one it goes back to.
const REACH: usize = 12;

/// Adds what the form of a name and the words around it tell of a person.
pub(super) fn weigh(words: &Words<'_, '_>, name: &Open, points: &mut Points) {
    if !is_whole(words, name) {
        return;
    }
    let Range { start, end } = name.tokens;
    points.hints += 1;
    // `the fisherman, one Zeca Pontes`
    if start > 0 && words.is(start - 1, "one") && words.follows(start) {
        points.person += 2;
    }
    if is_age_in_brackets(words, end) || is_one_of_people(words, start) {
        points.tell_somebody();
    }
    if is_described(words, end) {
        points.tell_somebody();
    }
    let people = (1..=2).find(|back| start >= *back && words.demonym(start - back) == Some(start));
    let people = people.filter(|_| words.follows(start)).map(|back| start - back);
    // `Italian Brother`, `Pole Tomasz Zelny`
    let home = people.is_some_and(|at| !words.opens(at) && !is_thing(words, at));
    let acts = does(words, end) || is_done_to(words, start) || people.is_some_and(|at| is_done_to(words, at));
    let led = start > 0 && words.follows(start) && words.reading.tag(start - 1) == Tag::Preposition;
    points.hints += i32::from(home);
    points.hints += i32::from(acts) + i32::from(!led && goes_on_as_person(words, end));
}

/// Whether a name has the form of somebody's, and does what people do: `Ghana's Sovalu Tamakire took silver`.
pub(super) fn is_whole_and_acts(words: &Words<'_, '_>, name: &Open) -> bool {
    does(words, name.tokens.end) && is_whole(words, name)
}

/// Whether a name has the form of somebody's whole name: words with one capital each, none of them a word of English or a
/// place that people are not called by, and nothing before it that makes it a thing.
pub(super) fn is_whole(words: &Words<'_, '_>, name: &Open) -> bool {
    may_be_whole(words, name, false)
}

/// As [`is_whole`]; among people a place may be a name as well: `Anna Weber, Ramsey Novak and Paul Lind`.
pub(super) fn may_be_whole(words: &Words<'_, '_>, name: &Open, among: bool) -> bool {
    let Range { start, end } = name.tokens;
    let own = |at: usize| {
        let token = &words.reading.tokens[at];
        let shape = matches!(token.shape, Shape::Capitalised | Shape::Mixed);
        let listed = !among && words.place(at).is_some() || words.demonym(at).is_some();
        let known = words.person_name(at);
        token.is_word() && token.end - token.start > 1 && shape && (known || !words.english(at) && !listed)
    };
    let part = |at: usize| {
        own(at)
            || words.mark(at, b'-')
            || words.small(at) && words.context_at(at, Context::Particle).is_some()
    };
    let strange = |at: usize| words.unlisted(at) || words.sure_name(at);
    let thing = is_thing(words, start);
    // `Kruger-Lindt` is one word, and so is `El Nino`.
    let parts = name
        .tokens
        .clone()
        .filter(|&at| words.capital(at) && !words.glued(at))
        .count();
    let article = parts == 2 && words.context_at(start, Context::Particle).is_some();
    (2..=LONGEST).contains(&name.tokens.len())
        && parts > 1
        && !article
        && name.listed == 0
        && !name.before_title
        && own(start)
        && own(end - 1)
        && name.tokens.clone().all(part)
        && name.tokens.clone().any(strange)
        && strange(end - 1)
        && !words.closed(start)
        && !thing
        && words.context_at(end - 1, Context::Organisation).is_none()
        && words.context_at(start, Context::CompanyFront).is_none()
        && words.context_before(start, Context::Thing).is_none()
        && !(words.mark(end, b'-') && words.glued(end))
}

/// Whether an article, a possessive or a figure goes with the words from a token on.
fn is_thing(words: &Words<'_, '_>, start: usize) -> bool {
    start > 0
        && words.follows(start)
        && matches!(
            words.reading.tag(start - 1),
            Tag::Determiner | Tag::Possessive | Tag::Number
        )
        && !words.is(start - 1, "one")
}

/// `a woman of 30, X`, `the guitarist, X`
fn is_one_of_people(words: &Words<'_, '_>, start: usize) -> bool {
    const BACK: usize = 5;
    let Some(comma) = start
        .checked_sub(1)
        .filter(|&at| words.mark(at, b',') && words.follows(start))
    else {
        return false;
    };
    let noun = words.context_before(comma, Context::Person).or_else(|| {
        let title = words.title_ending(comma)?;
        Some(title.first as usize)
    });
    noun.is_some_and(|noun| {
        (noun.saturating_sub(BACK)..noun)
            .rev()
            .take_while(|&at| !words.mark(at, b','))
            .any(|at| {
                matches!(
                    words.reading.tag(at),
                    Tag::Determiner | Tag::Possessive | Tag::Genitive
                )
            })
    })
}

/// `X (33)`
fn is_age_in_brackets(words: &Words<'_, '_>, end: usize) -> bool {
    let token = words.reading.tokens.get(end + 1);
    words.mark(end, b'(')
        && words.mark(end + 2, b')')
        && token.is_some_and(|token| token.is_number() && token.end - token.start == 2)
}

/// `X was a physicist`, `X is the new mayor`
fn is_described(words: &Words<'_, '_>, end: usize) -> bool {
    const LONG: usize = 6;
    words.reading.tag(end) == Tag::Be
        && (words.is_indefinite(end + 1) || words.is(end + 1, "the"))
        && (end + 2..end + LONG)
            .take_while(|&at| words.follows(at) && words.word(at))
            .any(|at| words.title_at(at).is_some())
}

/// Whether a verb in the past or present, of doing anything that companies are not told to do, stands behind.
fn does(words: &Words<'_, '_>, end: usize) -> bool {
    let at = end + usize::from(words.reading.tag(end) == Tag::Adverb);
    words.small(at)
        && words.follows(at)
        && matches!(words.reading.tag(at), Tag::VerbPast | Tag::VerbS)
        && words.context_at(at, Context::Act).is_none()
        && words.context_at(at, Context::Move).is_none()
}

/// Whether what somebody does to others, or `by` behind what was done, stands before a name: `beat | X`, `scored by | X`.
fn is_done_to(words: &Words<'_, '_>, start: usize) -> bool {
    let Some(last) = start.checked_sub(1).filter(|_| words.follows(start)) else {
        return false;
    };
    let by = words.is(last, "by") && last > 0;
    // `edged out | X`
    let particle = !by && last > 0 && words.reading.tag(last) != Tag::VerbPast;
    let particle = particle
        && matches!(
            words.reading.tag(last),
            Tag::Adverb | Tag::Preposition | Tag::Particle
        )
        && (words.is(last, "out") || words.is(last, "off"));
    let verb = last - usize::from(by || particle);
    words.small(verb)
        && match by {
            true => matches!(words.reading.tag(verb), Tag::VerbPart | Tag::VerbPast),
            false => words.reading.tag(verb) == Tag::VerbPast,
        }
        && words.context_at(verb, Context::Act).is_none()
        && words.context_at(verb, Context::Move).is_none()
}

/// Whether the sentence goes on with `he`, `her` or `who` before it names anybody else.
fn goes_on_as_person(words: &Words<'_, '_>, end: usize) -> bool {
    let pronoun = const { Keywords::of(&[K::He, K::She, K::His, K::Her, K::Him, K::Who]) };
    (end..end + REACH)
        .take_while(|&at| words.follows(at) && !words.capital(at))
        .any(|at| words.reading.among(at, pronoun))
}
