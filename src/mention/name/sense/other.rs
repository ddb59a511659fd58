//! What words with capitals are that name neither people nor companies: fields, statistics, policies, works, codes.

use std::ops::Range;

use super::super::{Context, Words};
use super::everyday::is_topic;
use super::points::{Points, ENOUGH};
use super::Open;
use crate::lexicon::{Classes, Label, List, Lists, Tag};
use crate::mention::organisation;
use crate::token::Shape;

/// Points by which words around a name tell of a person.
const TOLD: i32 = 3;

/// Whether the words are a field, a policy or part of a place, whatever stands around them.
pub(super) fn is_other_name(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    let Range { start, end } = name.tokens;
    // `Board of | Directors`
    let closes = |first: usize| {
        let mut heads = words.reading.hits_of(first, Lists::of(&[List::OrgHeads]));
        heads.any(|hit| hit.label == Label::Event && hit.end as usize == end)
    };
    let closed = (1..=2).any(|back| start >= back && closes(start - back));
    let front = |at: usize| words.capital(at) && words.context_at(at, Context::PlaceFront).is_some();
    let place = || {
        words.context_at(end - 1, Context::Place).is_some()
            || words
                .context_at(start, Context::Place)
                .is_some_and(|hit| hit.end as usize == end)
    };
    // `said Nathan Lake, a spokesman`
    let called = words.sure_name(start) && words.classes(start).contains(Classes::GIVEN_NAME);
    closed
        || is_work(words, &name.tokens)
        || name.listed == 0 && is_counted(words, &name.tokens)
        || organisation::is_field(words, &name.tokens)
        || organisation::is_statistic(words, &name.tokens)
        || words.reading.hit(end - 1, List::PolicyHeads).is_some()
        || (name.listed == 0 || end - start > 1) && !(called && sum.person >= TOLD) && place()
        || front(start)
        || start > 0 && front(start - 1)
}

/// `Why Are You Not My Baker`, `the Plaza of the Harvest`: words that only stand in the titles of works, and the first
/// of a longer name that its last words tell.
fn is_work(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let Range { start, end } = *tokens;
    let pronoun = |at: usize| {
        let tag = words.reading.lexicon.word(words.reading.ids[at]).tags.first();
        let work = matches!(tag, Tag::Pronoun | Tag::Be | Tag::Negation | Tag::Wh);
        work && words.reading.tokens[at].shape == Shape::Capitalised && words.english(at)
    };
    let of = |at: usize| words.is(at, "of") && words.follows(at);
    let next = end + 1 + usize::from(words.is(end + 1, "the"));
    let longer = end - start == 1
        && words.everyday(start)
        && of(end)
        && words.capital(next)
        && start > 0
        && (words.is(start - 1, "the") || words.genitive(start - 1));
    // `(PHOTO NOT FOR SALE)`
    let shouted = |at: usize| words.reading.tokens[at].shape == Shape::Upper && words.english(at);
    longer || end - start > 2 && ((start + 1..end).any(pronoun) || (start..end).all(shouted))
}

/// `15,000 Santanas were made`, but not `40 Lukens workers` or `In 2005 Lukens cut`
fn is_counted(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let Range { start, end } = *tokens;
    let figure = start.checked_sub(1).filter(|_| words.follows(start));
    let counts = figure.is_some_and(|at| {
        let token = &words.reading.tokens[at];
        let year = token.end - token.start == 4 && !words.reading.word(at).contains(',');
        token.is_number() && !year
    });
    counts
        && words.reading.word(end - 1).ends_with('s')
        && !words.genitive(end)
        && !(words.follows(end) && words.reading.tag(end).is_noun())
}

/// Whether one word is no name by itself: a code, an acronym of a thing, a letter, a legal form.
pub(super) fn is_no_name(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    let (at, listed) = (name.tokens.start, name.listed > 0);
    let code = || is_code(words, at) || is_many(words, at) || words.reading.hit(at, List::Acronyms).is_some();
    name.tokens.len() == 1
        && (!listed && code()
            || is_topic(words, name)
            || words.reading.word(at).len() < 2
            || words.closed(at) && (!listed || sum.net() < ENOUGH + 1)
            || words.reading.hit(at, List::OrgSuffixes).is_some())
}

/// `XM5`, `WH-1000XM6`: letters and figures in one word are a model's.
fn is_code(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.reading.word(at);
    word.bytes().any(|byte| byte.is_ascii_digit()) && !word.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// `MEPs`, `NGOs`: an acronym with the ending of a plural names nobody.
fn is_many(words: &Words<'_, '_>, at: usize) -> bool {
    words.reading.tokens[at].shape == Shape::Upper && words.reading.word(at).ends_with('s')
}
