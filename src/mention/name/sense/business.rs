//! What only companies are said to do and to own: `exports garlic`, `fell to $2.56`, `(NYSE: DAL)`, `its plant`.

use super::super::{Context, Words};
use super::behind::is_auxiliary;
use crate::lexicon::{Form, Keyword as K, Keywords, List, Tag};
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

/// How surely nobody but a company does what a verb behind a name tells, in points: `reported a net profit`, `has four
/// plants`, `sold 1.2 million sensors`.
pub(super) fn deed(words: &Words<'_, '_>, verb: usize) -> i32 {
    const REACH: usize = 8;
    let tag = words.reading.tag(verb);
    let finite = matches!(tag, Tag::Modal | Tag::Have | Tag::VerbS | Tag::VerbPast);
    let human = words.context_at(verb, Context::PersonAct).is_some();
    if !finite || human || !words.small(verb) || !words.follows(verb) {
        return 0;
    }
    let light = |at: usize| is_auxiliary(words, at) || words.reading.tag(at) == Tag::Adverb;
    let main = (verb..verb + 3).find(|at| !light(*at)).unwrap_or(verb);
    // `has four plants`, `employs 300 people`
    let own = words.is(main, "has") || words.is(main, "had");
    let has = main > verb && tag == Tag::Have && !is_verb(words, main) || own && !is_verb(words, main + 1);
    let staffs = words.is(main, "employs") || words.is(main, "employed");
    let says = !has && words.verb_at(main, Context::Say);
    let main = main + usize::from(!has || own);
    // `reported a net profit`, but not `said profits rose`
    if says && words.reading.tag(main) != Tag::Determiner {
        return 0;
    }
    let mut counted = false;
    for at in main..main + REACH {
        let tag = words.reading.tag(at);
        if !words.follows(at) || tag == Tag::Preposition && !words.is(at, "of") || is_finite(words, at) {
            return 0;
        }
        if words.small(at) && words.context_at(at, Context::Ledger).is_some() {
            let told = says && (at + 1..at + REACH).any(|at| is_finite(words, at));
            return if told { 0 } else { 4 };
        }
        let asset = words.small(at) && words.context_at(at, Context::Asset).is_some();
        if asset && counted && has {
            return 4;
        }
        counted |= tag == Tag::Number || words.reading.tokens[at].is_number();
        if counted && staffs {
            return 4;
        }
    }
    0
}

/// Whether a verb in any form stands at a token.
fn is_verb(words: &Words<'_, '_>, at: usize) -> bool {
    matches!(
        words.reading.tag(at),
        Tag::Verb | Tag::VerbPast | Tag::VerbPart | Tag::VerbIng | Tag::Be | Tag::To
    )
}

/// Whether a finite verb in small letters stands at a token.
fn is_finite(words: &Words<'_, '_>, at: usize) -> bool {
    let tag = words.reading.tag(at);
    words.small(at) && matches!(tag, Tag::Modal | Tag::Have | Tag::Be | Tag::VerbPast | Tag::VerbS)
}

/// `X said it had`, `X opened its`: whether a name is what a pronoun for things goes back to, before the sentence names
/// anybody else or says `he`. It is the subject: a verb or comma stands behind.
pub(super) fn goes_on_as_thing(words: &Words<'_, '_>, end: usize) -> bool {
    const REACH: usize = 12;
    let person = const { Keywords::of(&[K::He, K::She, K::His, K::Her, K::Him, K::Who]) };
    let its = const { Keywords::of(&[K::Its]) };
    let aside = words.mark(end, b',')
        && (words.is(end + 1, "which")
            || matches!(
                words.reading.tag(end + 1),
                Tag::VerbPart | Tag::VerbIng | Tag::Adjective
            ));
    let subject = is_finite(words, end) || aside || words.reading.tag(end) == Tag::Adverb;
    // `said it had`, `said that it had`, but not `said it was raining`
    let that = end + 1 + usize::from(words.is(end + 1, "that"));
    if words.verb_at(end, Context::Say) && words.is(that, "it") {
        let plain = |at: usize| words.reading.tag(at) != Tag::Be && !words.is(at, "been");
        return match words.reading.tag(that + 1) {
            Tag::Modal | Tag::Have => plain(that + 2),
            Tag::VerbPast | Tag::VerbS => true,
            _ => false,
        };
    }
    subject
        && (end..end + REACH)
            .take_while(|&at| {
                let other = words.capital(at) && !words.calendar(at);
                words.follows(at) && !words.reading.among(at, person) && !other
            })
            .any(|at| words.reading.among(at, its))
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
        let modifier = words.small(at)
            && matches!(words.reading.tag(at), Tag::Adjective | Tag::Noun | Tag::Number)
            || words.demonym(at) == Some(at + 1);
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
