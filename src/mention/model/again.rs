//! Products that the article has told to be some, where it names them again: `Tarnivol, a tablet … spoke of Tarnivol`, `the
//! Plover 6 … The Plover is small`.

use rustc_hash::FxHashMap;

use super::Found;
use super::Grounds;
use crate::lexicon::{List, Tag};
use crate::mention::here;
use crate::reading::Reading;
use crate::token::Gap;

/// Adds them to `found`. Those of `found` that only their shape or their sentence tells are from `named` on.
pub(super) fn find<'x>(reading: &Reading<'x>, named: usize, found: &mut Vec<Found<'x>>) {
    let mut told: FxHashMap<u32, Told> = FxHashMap::default();
    for (number, this) in found.iter().enumerate().skip(named) {
        let word = |at: &usize| reading.tokens[*at].is_word() && !reading.has_digit(*at);
        // `the LG Velvet … the Velvet`
        let made = (this.first + 1..this.end).find(|at| super::spaced(reading, *at, this.end) == this.model);
        for first in [Some(this.first), made].into_iter().flatten() {
            let words = (first..this.end).take_while(word).count();
            let numbered = first + words < this.end;
            // Of a name with its number only the first word by itself is meant, behind an article.
            if words == 0 || numbered && words > 1 {
                continue;
            }
            told.entry(reading.tokens[first].hash).or_insert(Told {
                number,
                first,
                words,
                pointed: numbered || first > this.first,
            });
        }
    }
    if told.is_empty() {
        return;
    }
    let mut taken: Vec<(usize, usize)> = found.iter().map(|this| (this.first, this.end)).collect();
    taken.sort_unstable();
    let mut more = Vec::new();
    for at in reading.capitals() {
        let Some(this) = told.get(&reading.tokens[at].hash) else {
            continue;
        };
        let model = &found[this.number];
        let end = at + this.words;
        let same = (at..end).zip(this.first..).all(|(a, b)| {
            reading
                .tokens
                .get(a)
                .is_some_and(|token| token.hash == reading.tokens[b].hash)
        });
        let from = taken.partition_point(|(_, last)| *last <= at);
        let free = taken.get(from).is_none_or(|(first, _)| *first >= end);
        if same && free && stands_alone(reading, at, end, this.pointed) {
            more.push(Found {
                first: at,
                end,
                make: model.make,
                model: super::spaced(reading, at, end),
                variant: None,
                origin: here!("model.again"),
                grounds: Grounds::Sure,
                row: None,
            });
        }
    }
    found.append(&mut more);
}

/// A name that has been told.
struct Told {
    /// Its place in the list of those found.
    number: usize,
    /// Where it begins there, the maker left out perhaps, and of how many words it is.
    first: usize,
    words: usize,
    /// A number stood behind it or a maker before it: an article has to stand before it.
    pointed: bool,
}

/// Whether no longer name holds the words, and if need be something points at them.
fn stands_alone(reading: &Reading<'_>, first: usize, end: usize, pointed: bool) -> bool {
    let blank = |at: usize| reading.tokens.get(at).filter(|token| token.gap == Gap::Space);
    let before = first.checked_sub(1).filter(|_| blank(first).is_some());
    let name = before.is_some_and(|at| {
        let token = &reading.tokens[at];
        token.is_word() && token.is_capitalised() && !reading.opens_sentence(at)
    });
    let article =
        before.is_some_and(|at| matches!(reading.tag(at), Tag::Determiner | Tag::Possessive | Tag::Genitive));
    let goes_on = blank(end).is_some_and(|next| {
        next.is_number()
            || next.is_word() && next.is_capitalised()
            || reading.hit(end, List::OrgSuffixes).is_some()
    });
    let tied = reading
        .tokens
        .get(end)
        .is_some_and(|next| next.glued() && (next.is_hyphen() || next.is_word() || next.is_number()));
    !name && !goes_on && !tied && (!pointed || article)
}
