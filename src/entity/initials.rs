//! The acronyms that a name's words spell.

use std::ops::Range;

use super::forms::{join, Form, Ground};
use crate::reading::Reading;
use crate::token::{word_hash, Shape, Token};

/// `SMMT` of `Society of Motor Manufacturers and Traders`, `MOTIE` of `Ministry of Trade, Industry and Energy`, `ADB` of
/// `Agricultural Development Bank of Ghana`.
pub(super) fn add(reading: &Reading<'_>, core: &Range<usize>, out: &mut Vec<Form>) {
    let of = core.clone().find(|&at| reading.is(at, "of"));
    spell(reading, core.clone(), false, out);
    if let Some(of) = of {
        spell(reading, core.clone(), true, out);
        if of > core.start + 2 {
            spell(reading, core.start..of, false, out);
        }
    }
}

/// The initials of words, with the `O` of `of` or without.
fn spell(reading: &Reading<'_>, run: Range<usize>, with_of: bool, out: &mut Vec<Form>) {
    const LEAST: usize = 3;
    // An acronym in it is taken whole.
    let most = |at: usize| match &reading.tokens[at] {
        token if !token.is_word() => 0,
        token if token.shape == Shape::Upper && token.end - token.start <= 4 => 4,
        token if token.is_capitalised() => 1,
        _ => usize::from(with_of && reading.is(at, "of")),
    };
    if run.clone().map(most).sum::<usize>() < LEAST {
        return;
    }
    let letters = run.flat_map(|at| reading.word(at).chars().filter(|c| *c != '.').take(most(at)));
    if letters.clone().nth(LEAST - 1).is_some() {
        let form = form(&letters.collect::<String>());
        if out.iter().all(|other| other.key != form.key) {
            out.push(form);
        }
    }
}

/// `DB` of `Deutsche Bahn`: two initials, which are too short to tell an organisation by themselves.
pub(super) fn pair(reading: &Reading<'_>, core: Range<usize>) -> Option<Form> {
    let words = &reading.tokens[core.clone()];
    let capital = |token: &Token| token.is_word() && token.shape == Shape::Capitalised;
    if words.len() != 2 || !words.iter().all(capital) {
        return None;
    }
    let letters: String = core.filter_map(|at| reading.word(at).chars().next()).collect();
    Some(form(&letters))
}

/// The form of a name that its initials make.
fn form(letters: &str) -> Form {
    let head = word_hash(letters);
    Form {
        key: join(0, head),
        head,
        len: 1,
        ground: Ground::Initials,
        everyday: false,
        generic: true,
        abroad: false,
        placed: false,
    }
}
