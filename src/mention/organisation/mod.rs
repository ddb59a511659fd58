//! Organisation mentions: the well known by lists, the well formed by legal suffixes and head nouns.

mod grammar;
mod listed;

use std::ops::Range;

use super::name::{Case, Chunk, Words};
use super::{Candidate, Origin, Strength, Value};

pub(crate) use listed::is_listed;

/// Adds the organisations that a chunk of a run holds or begins. What reaches past the chunk's end
/// (`Ministry of …`) is taken along.
pub(crate) fn find<'x>(words: &Words<'_, 'x>, case: Case, chunk: &Chunk, out: &mut Vec<Candidate<'x>>) {
    if case == Case::Sentence {
        if let Some(found) = grammar::name(words, chunk) {
            let rest = Chunk {
                end: found.tokens.start.max(chunk.first),
                ..chunk.clone()
            };
            listed::find(words, case, rest.first..rest.end, out);
            let after = found.tokens.end;
            push(words, found.tokens, found.origin, found.strength, out);
            if after < chunk.end {
                listed::find(words, case, after..chunk.end, out);
            }
            return;
        }
    }
    listed::find(words, case, chunk.first..chunk.end, out);
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
