//! What only companies are said to do and to own: `exports garlic`, `fell to $2.56`, `(NYSE: DAL)`, `its plant`.

use super::super::{Context, Words};
use super::behind::is_auxiliary;
use crate::lexicon::{Form, List, Tag};
use crate::token::Shape;

/// Whether a verb is one of trade, or has what companies have for its object: `exports garlic`, `won a contract`.
pub(super) fn does_business(words: &Words<'_, '_>, verb: usize) -> bool {
    let verb = verb + usize::from(is_auxiliary(words, verb));
    let of_firm = |at: usize| {
        words.context_at(at, Context::Asset).is_some()
            || words.context_at(at, Context::Organisation).is_some()
            || words.context_at(at, Context::Trade).is_some()
            || words.site(at)
    };
    words.context_at(verb, Context::Trade).is_some()
        || (verb + 1..verb + 6)
            .take_while(|&at| words.follows(at) && words.reading.tag(at) != Tag::Preposition)
            .any(of_firm)
}

/// `X is now the biggest maker of`, `X became one of the exporters`
pub(super) fn is_one_of_companies(words: &Words<'_, '_>, verb: usize) -> bool {
    const REACH: usize = 7;
    let be = words.reading.tag(verb) == Tag::Be || words.is(verb, "became") || words.is(verb, "remains");
    if !be || !words.small(verb) {
        return false;
    }
    let skips = |at: &usize| {
        matches!(
            words.reading.tag(*at),
            Tag::Determiner | Tag::Adjective | Tag::Adverb | Tag::Number | Tag::Noun | Tag::Genitive
        ) || words.mark(*at, b'-')
            || words.is(*at, "of")
            || words.land(*at).is_some()
    };
    let mut determined = false;
    for at in (verb + 1..verb + 1 + REACH).take_while(|at| words.follows(*at)) {
        if determined && words.context_at(at, Context::Organisation).is_some() {
            return true;
        }
        determined |= words.reading.tag(at) == Tag::Determiner;
        if !skips(&at) {
            return false;
        }
    }
    false
}

/// `Rostelekom fell to $2.56`, `Azovstal gained 4 percent`: what is said of shares, in figures.
pub(super) fn moves_by_figure(words: &Words<'_, '_>, verb: usize) -> bool {
    const REACH: usize = 4;
    let Some(hit) = words
        .context_at(verb, Context::Move)
        .filter(|_| words.verb_at(verb, Context::Move))
    else {
        return false;
    };
    let after = hit.end as usize;
    (after..after + REACH)
        .take_while(|&at| words.follows(at) && (at == after || words.small(at - 1) || !words.word(at - 1)))
        .any(|at| is_sum(words, at) || words.reading.tokens[at].is_number())
}

/// `(GOOG, GOOGL)`, `(NYSE: DAL)`: what a share is called by, in brackets.
pub(super) fn is_ticker(words: &Words<'_, '_>, at: usize) -> bool {
    const LONGEST: u32 = 6;
    let code = words.reading.tokens.get(at + 1);
    let closes = [b')', b',', b':'];
    words.mark(at, b'(')
        && code.is_some_and(|code| code.shape == Shape::Upper && code.end - code.start <= LONGEST)
        && closes.iter().any(|mark| words.mark(at + 2, *mark))
}

/// Whether what is owned is a company's, over figures and modifiers: `X's | $7.4 billion polyethylene plant`.
pub(super) fn owns_asset(words: &Words<'_, '_>, first: usize) -> bool {
    const REACH: usize = 6;
    for at in first..first + REACH {
        if words.context_at(at, Context::Asset).is_some() {
            return true;
        }
        let figure = words
            .reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_number());
        let sign = words.mark(at, b'$') || words.mark(at, b'-');
        let modifier =
            words.small(at) && matches!(words.reading.tag(at), Tag::Adjective | Tag::Noun | Tag::Number);
        if !words.follows(at) || !(figure || sign || modifier) {
            return false;
        }
    }
    false
}

/// `packer`, `distributor`, `specialist`: a noun in small letters for whoever does something. Of people so told the
/// whole name follows, and their trades are in the list of titles.
pub(super) fn is_agent(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.reading.word(at);
    words.small(at)
        && matches!(words.reading.tag(at), Tag::Noun)
        && (word.ends_with("er") || word.ends_with("or") || word.ends_with("ist"))
        && words.title_ending(at + 1).is_none()
}

/// Whether a sum begins here, or one about which it is not sure: `about $2bn`.
pub(super) fn is_sum(words: &Words<'_, '_>, at: usize) -> bool {
    (at..at + 2).any(|at| {
        words.mark(at, b'$')
            || words
                .reading
                .hits_at(at)
                .iter()
                .any(|hit| hit.list == List::Currencies && hit.form == Form::Symbol)
    })
}
