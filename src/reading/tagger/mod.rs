//! What each word is in its sentence.
//!
//! First every token of a sentence gets the tags it can have, from the lexicon, its ending and its capitals
//! (`choice`). Then one walk from left to right settles each by what is settled before it and what can
//! follow: closed classes in `closed` and `preposition`, nouns and verbs in `open`, `present` and `past`,
//! the verb that a line begins with in `line`.
//! `view` is what those rules see, `clause` keeps where in its clause the walk is.

mod ahead;
mod base;
mod choice;
mod clause;
mod closed;
mod line;
mod open;
mod past;
mod preposition;
mod present;
mod seen;
mod view;

#[cfg(test)]
mod tests;

use super::Reading;
use crate::lexicon::{Tag, TagSet};
use view::{View, Word};

/// Gives each token its tag. `choices` is room to work in.
pub(super) fn tag(reading: &Reading<'_>, choices: &mut Vec<TagSet>, out: &mut Vec<Tag>) {
    choices.clear();
    out.clear();
    choices.reserve(reading.tokens.len());
    out.reserve(reading.tokens.len());
    let mut hits = 0;
    for sentence in &reading.sentences {
        let sentence = sentence.first as usize..sentence.end as usize;
        let style = choice::fill(reading, sentence.clone(), &mut hits, choices);
        let mut view = View::new(reading, choices, sentence.clone(), style);
        for at in sentence {
            let choice = choices[at];
            let tag = if choice.is_single() {
                choice.first()
            } else {
                settle(&view, choice, at, out)
            };
            out.push(tag);
            view.note(at, tag, out);
        }
    }
}

/// The tag of a word that can be more than one thing.
#[inline(never)]
fn settle(view: &View<'_, '_>, choice: TagSet, at: usize, done: &[Tag]) -> Tag {
    let left = view.left(at, done);
    let word = Word { choice, at, left };
    closed::settle(view, word).unwrap_or_else(|| open::settle(view, word))
}
