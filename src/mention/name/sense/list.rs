//! Members of one list are of one kind: what the names before and behind one tell of it.

use std::ops::Range;

use super::super::Words;
use super::everyday::everyday;
use super::points::Points;
use super::somebody::{is_whole, may_be_whole};
use super::{name_word, Open};
use crate::lexicon::{Keyword as K, Keywords};

/// At which tokens the known names of one kind begin and end.
pub(super) struct Neighbours(Vec<Beside>);

/// What a token is to known names.
#[derive(Clone, Copy, Default)]
struct Beside {
    begins: bool,
    /// One ends right before it.
    ends: bool,
}

impl Neighbours {
    /// For an article of so many tokens.
    pub(super) fn new(tokens: usize) -> Self {
        // One more than there are tokens: the last name may end with the text.
        Self(vec![Beside::default(); tokens + 1])
    }

    pub(super) fn add(&mut self, tokens: &Range<usize>) {
        self.0[tokens.start].begins = true;
        self.0[tokens.end].ends = true;
    }

    fn begins(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|beside| beside.begins)
    }

    fn ends(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|beside| beside.ends)
    }

    /// Whether one of them is the next member of a list behind a name that ends at a token; `joint` tells what may stand
    /// between two.
    fn follow(&self, words: &Words<'_, '_>, end: usize, joint: impl Fn(usize) -> bool) -> bool {
        joint(end) && (self.begins(end + 1) || words.is(end + 1, "and") && self.begins(end + 2))
    }

    /// Whether one of them is the member of a list before a name that begins at a token.
    fn precede(&self, words: &Words<'_, '_>, start: usize, joint: impl Fn(usize) -> bool) -> bool {
        start > 1
            && joint(start - 1)
            && (self.ends(start - 1)
                || words.is(start - 1, "and") && words.mark(start - 2, b',') && self.ends(start - 2))
    }
}

/// How many tokens may describe the next member of a list: `and state-owned X`.
const DESCRIBED: usize = 4;

/// Adds points to a name that stands in a list with known organisations, and makes it known in its turn.
pub(super) fn with_companies(words: &Words<'_, '_>, name: &Open, near: &mut Neighbours, sum: &mut Points) {
    let Range { start, end } = name.tokens;
    // `Danube Tramways and state-owned Kenya Railways`
    let described = |at: usize| {
        let adjective = |at: &usize| {
            (words.small(*at) || words.demonym(*at) == Some(*at + 1)) && words.follows(*at + 1)
                || words.mark(*at, b'-')
        };
        (at..at + DESCRIBED)
            .take_while(adjective)
            .last()
            .map(|last| last + 1)
    };
    // `Carrefour and the German chain Edeka`
    let compound = (end - start > 1 && sum.bare > 0 || name.listed > 0 && !words.opens(start))
        && words.is(end, "and")
        && described(end + 1).is_some_and(|next| near.begins(next));
    let comma_or_and = |at: usize| {
        let hyphen = words.mark(at, b'-') || words.mark(at, b'/');
        let joint = words.reading.among(at, const { Keywords::of(&[K::And, K::Or]) });
        words.mark(at, b',') || joint || hyphen && words.capital(at + 1)
    };
    let after = near.follow(words, end, comma_or_and);
    let before = near.precede(words, start, comma_or_and);
    // Once only: one further member is no better ground than the first.
    let other = || name.listed == 0 && !compound && everyday(words, name, sum);
    let beside = after || before || compound;
    if beside && !sum.listed && !sum.surname && !other() && !name_word(words, &name.tokens) {
        sum.organisation += 2;
        sum.named += if compound { 2 } else { 0 };
        sum.listed = true;
    }
    if sum.is_organisation() && !everyday(words, name, sum) {
        near.add(&name.tokens);
    }
}

/// Adds points to a name that stands in a list with people, and makes it known in its turn.
pub(super) fn with_people(words: &Words<'_, '_>, name: &Open, people: &mut Neighbours, sum: &mut Points) {
    if name.tokens.len() < 2 {
        return;
    }
    let Range { start, end } = name.tokens;
    let joint = |at: usize| words.mark(at, b',') || words.is(at, "and");
    let after = people.follow(words, end, joint);
    let before = people.precede(words, start, joint);
    if (after || before) && !sum.crowd && may_be_whole(words, name, after && before) {
        sum.hints += if is_whole(words, name) { 1 } else { 2 };
        sum.crowd = true;
    }
    if sum.is_person() {
        people.add(&name.tokens);
    }
}
