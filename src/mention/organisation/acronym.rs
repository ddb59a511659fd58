//! Organisations whose words spell the acronym behind them: `Office of Federal Housing Enterprise Oversight (OFHEO)`.

use std::ops::Range;

use super::super::name::{Context, Words};
use super::super::{here, Candidate, Origin, Strength};
use super::head::head_at;
use super::push;
use crate::lexicon::{Classes, Hit, List, Lists};
use crate::token::Shape;

/// Adds the names that an acronym in brackets or between commas tells, however they are put together.
pub(crate) fn find<'x>(words: &Words<'_, 'x>, out: &mut Vec<Candidate<'x>>) {
    for at in words.reading.capitals() {
        if let Some((run, origin)) = dotted(words, at) {
            push(words, run, origin, Strength::Strong, out);
        }
        let Some(run) =
            spelt_before(words, at).filter(|run| speaks(words, at, run.end - 1) || is_body(words, run))
        else {
            continue;
        };
        push(words, run, here!("organisation.acronym"), Strength::Strong, out);
    }
}

/// The words before an acronym that spell it: each word with a capital gives its first letter, and small words and what
/// stands behind a hyphen may give theirs.
fn spelt_before(words: &Words<'_, '_>, acronym: usize) -> Option<Range<usize>> {
    const LETTERS: std::ops::RangeInclusive<usize> = 3..=10;
    const FAR: usize = 18;
    const OTHER: Lists = Lists::of(&[List::Acronyms, List::Currencies, List::Units, List::Countries]);
    let reading = words.reading;
    let letters = reading.word(acronym).as_bytes();
    let end = acronym.checked_sub(1)?;
    let set_off = words.mark(end, b'(') && words.mark(acronym + 1, b')')
        || words.mark(end, b',') && words.mark(acronym + 1, b',');
    if !set_off
        || reading.tokens[acronym].shape != Shape::Upper
        || !LETTERS.contains(&letters.len())
        || !letters.iter().all(u8::is_ascii_uppercase)
        || reading.hits_of(acronym, OTHER).next().is_some()
    {
        return None;
    }
    let all = 1_u32 << letters.len();
    // A bit for each number of letters, from the last on, that the words so far may have spelt.
    let mut spelt = 1_u32;
    let next = |spelt: u32, at: usize| {
        let first = reading.tokens[at].first.to_ascii_uppercase();
        let fits = (0..letters.len()).filter(|&told| letters[letters.len() - 1 - told] == first);
        fits.fold(0, |next, told| next | (spelt & 1 << told) << 1)
    };
    for at in (end.saturating_sub(FAR)..end).rev() {
        let token = &reading.tokens[at];
        if !words.follows(at + 1) {
            return None;
        }
        if words.capital(at) {
            // `Hi-Tech`
            let part = at > 0 && token.glued() && words.mark(at - 1, b'-');
            let with = next(spelt, at);
            if with & all != 0 {
                // `the Tin Council's (TC) manager`
                let owned = usize::from(words.genitive(end - 1));
                return Some(at..end - owned).filter(|run| !words.closed(run.start));
            }
            spelt = if part { spelt | with } else { with };
        } else if words.small(at) {
            let joins = words.classes(at).contains(Classes::FUNCTION)
                || words.context_at(at, Context::Particle).is_some();
            spelt = if joins { spelt | next(spelt, at) } else { 0 };
        } else if !(token.is(b'&') || token.is(b'-') || token.is(b',') || words.genitive(at)) {
            return None;
        }
        if spelt == 0 {
            return None;
        }
    }
    None
}

/// Whether as many words as it has letters, the last of them small, spell an acronym in brackets behind them: `hard red
/// winter (HRW)`.
pub(crate) fn spells(words: &Words<'_, '_>, acronym: usize) -> bool {
    let letters = words.reading.word(acronym).bytes().rev();
    let mut at = acronym - 1;
    if at == 0 || !words.small(at - 1) {
        return false;
    }
    for letter in letters {
        let word = (0..at).rev().take(2).find(|&at| words.word(at));
        let Some(word) = word.filter(|&at| words.follows(at + 1)) else {
            return false;
        };
        if words.reading.tokens[word].first.to_ascii_uppercase() != letter {
            return false;
        }
        at = word;
    }
    true
}

/// Whether what stands behind an acronym in brackets is said of those who speak: `(CRP) | said`, `(CRP) spokesman Ana Roe`.
fn speaks(words: &Words<'_, '_>, acronym: usize, last: usize) -> bool {
    let at = acronym + 2;
    let acts = || words.small(at) && words.context_at(at, Context::PersonAct).is_some();
    let policy = words.reading.hit(last, List::PolicyHeads).is_some();
    words.mark(acronym - 1, b'(')
        && (words.verb_at(at, Context::Say)
            || !policy && acts()
            || words.small(at) && words.title_at(at).is_some())
}

/// `F.B.I.`: an acronym with full stops, which the lists have without.
fn dotted<'x>(words: &Words<'_, 'x>, at: usize) -> Option<(Range<usize>, Origin<'x>)> {
    const SHORTEST: usize = 6;
    let word = words.reading.word(at);
    let dots = word.bytes().skip(1).step_by(2).all(|byte| byte == b'.');
    if word.len() < SHORTEST || !word.ends_with('.') || !dots || words.reading.hits_at(at).iter().any(is_name)
    {
        return None;
    }
    let letters: String = word.chars().filter(|letter| *letter != '.').collect();
    let known = words
        .reading
        .lexicon
        .labels_of(&letters)
        .any(|(list, _)| list == List::Organisations);
    known.then(|| (at..at + 1, here!("organisation.acronym")))
}

fn is_name(hit: &Hit) -> bool {
    matches!(
        hit.list,
        List::Organisations | List::Countries | List::Cities | List::Admin1
    )
}

/// Whether words name a body: their last word, or one before `of` or `for`, is a head noun.
fn is_body(words: &Words<'_, '_>, run: &Range<usize>) -> bool {
    let last = run.end - 1;
    let heads = |at: usize| {
        // `Commission on Growth`, `Commission Against Waste`
        let closes = at == last || words.classes(at + 1).contains(Classes::FUNCTION);
        let head = head_at(words, at).filter(|_| closes);
        head.is_some_and(|head| !head.weak || !head.company && head.end == at + 1)
    };
    let policy = |at: usize| words.reading.hit(at, List::PolicyHeads).is_some();
    run.clone().any(heads) && !policy(last)
}
