//! What a verb form, with the auxiliaries before it, says of the time that it tells of.

use super::{in_headline, stops, Tense};
use crate::lexicon::{Class, Classes, Tag};
use crate::reading::Reading;

/// How many tokens may stand between who sees a thing done and how it is done.
const SEEN: usize = 9;

/// Whether a verb taken for a past form or participle is rather a base form, as `come` without auxiliary is.
pub(super) fn is_base_form(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let tags = reading.lexicon.word(reading.ids[at]).tags;
    matches!(reading.tag(at), Tag::VerbPast | Tag::VerbPart | Tag::Verb)
        && tags.has(Tag::Verb)
        && !tags.has(Tag::VerbPast)
        && auxiliary(reading, from, at).is_none()
}

/// "had been | due", "had been | scheduled": what lay ahead then is over.
fn had_been(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    at >= from + 2
        && reading.classes(at).contains(Classes::AHEAD)
        && reading.is(at - 1, "been")
        && (from.max(at.saturating_sub(4))..at - 1).any(|had| reading.is(had, "had"))
}

/// The tense of a verb group that begins at `at`, read forward past its auxiliaries.
pub(super) fn ahead_from(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tense> {
    match reading.tag(at) {
        Tag::Be => (at + 1..to.min(at + 4)).find_map(|next| match reading.tag(next) {
            Tag::Adverb | Tag::Negation => None,
            Tag::VerbIng => Some(Tense::Future),
            _ if reading.classes(next).contains(Classes::AHEAD) => Some(Tense::Future),
            _ => Some(be_tense(reading, at)),
        }),
        _ => None,
    }
}

/// "could not | be reached", "neither could": what was of no avail is over.
fn could_not(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    reading.is(at, "could")
        && (reading.tag(at + 1) == Tag::Negation
            || reading.tokens[from..at].iter().enumerate().any(|(i, token)| {
                matches!(token.first, b'N' | b'n')
                    && reading.is_one_of(from + i, &["neither", "nobody", "none"])
            }))
}

fn be_tense(reading: &Reading<'_>, at: usize) -> Tense {
    if reading.is(at, "was") || reading.is(at, "were") {
        Tense::Past
    } else {
        Tense::Present
    }
}

/// The tense that a verb form at `at` gives its group, looking back for its auxiliaries.
pub(super) fn verb_at(reading: &Reading<'_>, from: usize, at: usize) -> Option<Tense> {
    let tags = reading.lexicon.word(reading.ids[at]).tags;
    if let Some(tense) = shared_auxiliary(reading, from, at) {
        return Some(tense);
    }
    match reading.tag(at) {
        // "brought a vaccine to market on Thursday"
        Tag::Verb
            if at > from
                && reading.is(at, "market")
                && reading.tag(at - 1) == Tag::To
                && !is_object(reading, at + 1) =>
        {
            None
        }
        // "could not be reached on Wednesday"
        Tag::Modal if could_not(reading, from, at) => Some(Tense::Past),
        Tag::Modal => Some(Tense::Future),
        Tag::Be => match auxiliary(reading, from, at) {
            Some(tense) => Some(tense),
            None => Some(be_tense(reading, at)),
        },
        Tag::Have | Tag::Do => Some(match auxiliary(reading, from, at) {
            Some(Tense::Future) => Tense::Future,
            _ => Tense::Past,
        }),
        Tag::VerbPart if is_attribute(reading, from, at) => None,
        Tag::VerbPast | Tag::VerbPart if had_been(reading, from, at) => Some(Tense::Past),
        Tag::VerbPast | Tag::VerbPart => Some(match auxiliary(reading, from, at) {
            Some(Tense::Present) if reading.classes(at).contains(Classes::AHEAD) => Tense::Future,
            // "has scheduled a meeting on Monday", "planned a rally on Monday"
            None | Some(Tense::Past) if reading.classes(at).contains(Classes::PLANNING) => Tense::Future,
            Some(Tense::Present) | None => Tense::Past,
            Some(tense) => tense,
        }),
        Tag::Verb => Some(match auxiliary(reading, from, at) {
            Some(tense) => tense,
            None if seen(reading, from, at).is_some() => {
                return verb_at(reading, from, seen(reading, from, at)?)
            }
            // "a message, read on Monday", "they cut output": a past form that looks like the base.
            None if tags.has(Tag::VerbPast) || tags.has(Tag::VerbPart) => {
                if joins_infinitive(reading, from, at) {
                    Tense::Future
                } else {
                    Tense::Past
                }
            }
            None if reading.is_of(at, Class::Says) => Tense::Past,
            None => Tense::Present,
        }),
        // "the dismissal of two drivers on Thursday, they say": what is said of a day is over.
        Tag::VerbS if reading.is_of(at, Class::Says) => Some(Tense::Past),
        Tag::VerbS => Some(Tense::Present),
        // "plans to roll out": an infinitive, whatever its verb was taken for.
        Tag::To if next_may_be_verb(reading, at + 1) => Some(match carried_out(reading, from, at) {
            true => Tense::Past,
            false => Tense::Future,
        }),
        // "will hire 90 people after winning an order in May"
        Tag::VerbIng if at > from && reading.is(at - 1, "after") => Some(Tense::Past),
        Tag::VerbIng => match auxiliary(reading, from, at) {
            Some(Tense::Past) => Some(Tense::Past),
            Some(_) => Some(Tense::Future),
            None => None,
        },
        Tag::Adjective if had_been(reading, from, at) => Some(Tense::Past),
        Tag::Adjective if reading.classes(at).contains(Classes::AHEAD) => Some(Tense::Future),
        _ => None,
    }
}

/// "will open a new, fully | automated mill in May": a participle that describes a noun tells no time.
fn is_attribute(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let described = matches!(reading.tag(at + 1), Tag::Noun | Tag::NounPlural | Tag::Adjective);
    let describes = |before: &usize| {
        matches!(reading.tag(*before), Tag::Adverb | Tag::Adjective)
            || reading.tokens[*before].is(b',') && reading.tag(*before - 1) == Tag::Adjective
    };
    let mut before = (from..at).rev().skip_while(describes);
    let first = before.next();
    // "will import tonnes of refined sugar in May", "will buy used cars in May"
    let opens = |tag: Tag| {
        matches!(
            tag,
            Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Number | Tag::Verb
        )
    };
    described && first.is_some_and(|first| opens(reading.tag(first)))
}

/// "is to cut 160 posts and | shut an office": a form that may be a base form goes on with the auxiliary of the verb
/// that "and" joins it to.
fn shared_auxiliary(reading: &Reading<'_>, from: usize, at: usize) -> Option<Tense> {
    let is_base = |at: usize| reading.may_be(at, Tag::Verb);
    let form = matches!(reading.tag(at), Tag::Verb | Tag::VerbPast | Tag::VerbPart) && is_base(at);
    let comma =
        || reading.tag(at) == Tag::Verb && reading.tokens[at - 1].is(b',') && in_headline(reading, at);
    let joined = at >= from + 3 && (reading.tag(at - 1) == Tag::Conjunction || comma());
    if !form || !joined {
        return None;
    }
    let first = (from..at - 1).rev().find(|at| {
        reading.tag(*at).is_verb() || matches!(reading.tag(*at), Tag::Modal | Tag::Be | Tag::Have | Tag::Wh)
    })?;
    let bare = reading.tag(first) == Tag::Verb && first > from;
    let leads = bare && matches!(reading.tag(first - 1), Tag::Modal | Tag::To);
    auxiliary(reading, from, first).filter(|_| leads)
}

/// Whether a word belongs to a noun group.
fn is_nominal(reading: &Reading<'_>, at: usize) -> bool {
    reading.tag(at).is_noun()
        || matches!(
            reading.tag(at),
            Tag::Adjective | Tag::Adverb | Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Proper
        )
}

/// The verb of who sees or helps what a base form tells: "saw | its sales | fall in May".
fn seen(reading: &Reading<'_>, from: usize, at: usize) -> Option<usize> {
    let seen = (from..at).rev().take(SEEN).find(|at| !is_nominal(reading, *at))?;
    (reading.is_of(seen, Class::Sees) && seen + 1 < at).then_some(seen)
}

fn next_may_be_verb(reading: &Reading<'_>, at: usize) -> bool {
    let tags = reading.ids.get(at).map(|id| reading.lexicon.word(*id).tags);
    is_object(reading, at + 1) && tags.is_some_and(|tags| tags.has(Tag::Verb))
}

fn is_object(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.tag(at),
        Tag::Determiner | Tag::Possessive | Tag::Particle | Tag::Pronoun
    )
}

/// Whether a conjunction joins a base form to what will be: "is to cut 300 jobs and | shut an office".
fn joins_infinitive(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    if at <= from || reading.tag(at - 1) != Tag::Conjunction {
        return false;
    }
    for i in (from..at - 1).rev() {
        match reading.tag(i) {
            Tag::Modal => return true,
            // "cut 300 jobs to save money and shut an office": a purpose is told of the verb before.
            Tag::To if i > from && reading.tag(i - 1).is_noun() => {}
            Tag::To if reading.tag(i + 1) == Tag::Verb => return true,
            Tag::Verb if i > from && goes_on(reading, i - 1) => {}
            Tag::VerbPast | Tag::VerbS | Tag::Verb => return false,
            _ if stops(reading, i) => return false,
            _ => {}
        }
    }
    false
}

/// Whether what stands before a base form tells its tense, or a verb further off does: "will | cut", "to | cut", "cut jobs, |
/// shut an office".
fn goes_on(reading: &Reading<'_>, before: usize) -> bool {
    matches!(
        reading.tag(before),
        Tag::To | Tag::Modal | Tag::Adverb | Tag::Negation
    ) || reading.tokens[before].is(b',')
}

/// "declined | to comment", "was forced | to close", "met | to discuss it": what was done when the verb before was, or not done
/// at all. `to` stands at `at`.
fn carried_out(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let Some(verb) = at.checked_sub(1).filter(|verb| *verb > from) else {
        return false;
    };
    let (verb, past) = match reading.tag(verb) {
        Tag::Have => (verb, reading.is(verb, "had")),
        Tag::VerbPast | Tag::VerbPart => (verb, reading.is_of(verb, Class::Carried)),
        // "prompted the ministry | to levy a fee"
        _ => match (from..at).rev().take(SEEN).find(|at| !is_nominal(reading, *at)) {
            Some(verb) => (verb, reading.is_of(verb, Class::Causing)),
            None => (verb, false),
        },
    };
    past && matches!(auxiliary(reading, from, verb), None | Some(Tense::Past))
}

/// What the auxiliaries right before a verb form say.
fn auxiliary(reading: &Reading<'_>, from: usize, at: usize) -> Option<Tense> {
    let mut found = None;
    for i in (from..at).rev().take(6) {
        match reading.tag(i) {
            // "was to reopen in January"
            Tag::To
                if i > from
                    && matches!(reading.tag(i - 1), Tag::Be)
                    && be_tense(reading, i - 1) == Tense::Past =>
            {
                return Some(Tense::Due);
            }
            // "had been due to expire on Friday"
            Tag::To if i > from && had_been(reading, from, i - 1) => return Some(Tense::Past),
            Tag::To if carried_out(reading, from, i) => return Some(Tense::Past),
            Tag::Modal if could_not(reading, from, i) => return Some(Tense::Past),
            Tag::Modal | Tag::To => return Some(Tense::Future),
            Tag::Have => return Some(Tense::Past),
            Tag::Do => {
                return Some(if reading.is(i, "did") {
                    Tense::Past
                } else {
                    Tense::Present
                });
            }
            Tag::Be => found = Some(be_tense(reading, i)),
            Tag::Adverb | Tag::Negation => {}
            // "will design, build and ship": go on to the auxiliary they share.
            Tag::Conjunction | Tag::Verb | Tag::VerbPart if found.is_none() => {}
            _ => break,
        }
    }
    found
}
