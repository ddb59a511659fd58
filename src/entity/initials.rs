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
    let letters = run.clone().flat_map(|at| {
        let token = &reading.tokens[at];
        // An acronym in it is taken whole.
        let most = match token.shape {
            Shape::Upper if token.end - token.start <= 4 => 4,
            _ if token.is_capitalised() => 1,
            _ => usize::from(with_of && reading.is(at, "of")),
        };
        let word = if token.is_word() { reading.word(at) } else { "" };
        word.chars().filter(|c| *c != '.').take(most)
    });
    if letters.clone().nth(2).is_some() {
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
