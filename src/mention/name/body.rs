//! Nouns behind a name that only bodies have: `X party`, `X rebels`, `X medical journal`.

use std::ops::Range;

use super::{Context, Words};
use crate::lexicon::Tag;
use crate::token::Shape;

/// What the noun behind a name tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// The noun stands right behind: everyday words are a name, too (`Vogue magazine`).
    Near,
    /// Behind what it is like: `FLNC nationalist movement`.
    Far,
}

impl Words<'_, '_> {
    /// The noun for a body that goes with a name, and not with the people or place that the name may be.
    pub(crate) fn body(&self, name: &Range<usize>) -> Option<Body> {
        let words = self;
        const BETWEEN: usize = 2;
        let quoted = words.reading.tokens.get(name.end).is_some_and(|token| {
            let word = words.reading.bytes(name.end);
            !token.is_word() && matches!(word, b"\"" | b"\xe2\x80\x9d")
        });
        // `New Harvest (NH) party`
        let bracket = words.mark(name.end, b'(') && words.mark(name.end + 2, b')');
        let first = name.end + usize::from(quoted) + if bracket { 3 } else { 0 };
        let modifies = |at: &usize| {
            words.small(*at)
                && words.follows(*at)
                && matches!(words.reading.tag(*at), Tag::Adjective | Tag::Noun)
        };
        let noun = |at: usize| {
            words.small(at)
            && words.follows(at)
            // `the daily rate`
            && words.reading.tag(at) != Tag::Adjective
            && words.context_at(at, Context::Body).is_some()
        };
        let between = (first..first + BETWEEN)
            .take_while(|at| !noun(*at) && modifies(at))
            .count();
        let at = first + between;
        if !noun(at) || is_other(words, name) {
            return None;
        }
        let last = name.end - 1;
        let own = words.unlisted(last) || words.reading.tokens[last].shape == Shape::Upper;
        // `its Yugansk unit`, but not `its Digital division`
        let part = words.context_at(at, Context::Asset).is_some();
        match between {
            0 if part && !own => None,
            0 => Some(Body::Near),
            _ => own.then_some(Body::Far),
        }
    }
}

/// `Kurdish rebels`, `Lisbon newspaper`, `Islamic magazine`, `Sunday magazines`: what only describes the body.
fn is_other(words: &Words<'_, '_>, name: &Range<usize>) -> bool {
    let last = name.end - 1;
    let word = words.reading.lexicon.word(words.reading.ids[last]).tags;
    let single = name.len() == 1;
    let describes = words.everyday(last)
        && [Tag::Adjective, Tag::VerbIng, Tag::VerbPart]
            .iter()
            .any(|tag| word.has(*tag));
    let of_people = |at: usize| {
        words.demonym(at).is_some() || words.english(at) && !words.everyday(at) || !words.word(at)
    };
    let people = name.clone().all(of_people);
    words.place_ending(name.end)
        || words.demonym(last) == Some(name.end)
        || words.calendar(last)
        || describes
        || people
        || single && words.opens(last) && words.english(last)
        || words.everyday(last) && words.capitalised_plural(last)
}
