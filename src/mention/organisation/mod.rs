//! Organisation mentions: the well known by lists, the well formed by legal suffixes and head nouns.

mod grammar;
mod legal;
mod listed;
mod sort;

use std::ops::Range;

use super::name::{Case, Chunk, Open, Words};
use super::{Candidate, Origin, Strength, Value};

pub(crate) use grammar::ends_in_head;
pub(crate) use listed::{find_small, is_listed};
pub(crate) use sort::{sort, Sort};

/// Adds the organisations that a chunk of a run holds or begins. What reaches past the chunk's end
/// (`Ministry of …`) is taken along. Listed names that may be something else go to `open`.
pub(crate) fn find<'x>(
    words: &Words<'_, 'x>,
    case: Case,
    chunk: &Chunk,
    open: &mut Vec<Open>,
    out: &mut Vec<Candidate<'x>>,
) {
    let mut rest = chunk.first..chunk.end;
    if case == Case::Sentence {
        // `US Food and Drug Administration`: a listed name that is longer.
        let listed = is_listed(words, chunk.first).unwrap_or_default();
        if let Some(found) = grammar::name(words, chunk).filter(|found| found.tokens.end >= listed) {
            listed::find(words, case, chunk.first..found.tokens.start, false, open, out);
            rest.start = found.tokens.end;
            push(words, found.tokens, found.origin, found.strength, out);
        }
    }
    listed::find(words, case, rest, chunk.before_title, open, out);
}

pub(crate) fn push<'x>(
    words: &Words<'_, 'x>,
    tokens: Range<usize>,
    origin: Origin<'x>,
    strength: Strength,
    out: &mut Vec<Candidate<'x>>,
) {
    let name = words.reading.text_of(tokens.clone());
    out.push(Candidate::new(
        tokens,
        Value::Organisation { name },
        origin,
        strength,
    ));
}
