//! Models behind the name of their maker, which is a company of the article: `the Fairphone 5`, `the Garmin Fenix 8`; and
//! those of a series told before: `the 17 Pro Max`.

use super::tail::{is_letter_code, is_variant_at, Tail};
use super::unlisted::{blank, code_behind, is_number, is_pointed_at, is_word};
use crate::lexicon::{Label, List, Tag};
use crate::mention::Hashes;
use crate::reading::Reading;
use crate::token::Shape;

/// `the Fairphone 5`, `its OnePlus 10 Pro`: the maker's name and a number; not `the CAC 40`, `the Nikkei 225`.
pub(super) fn numbered(reading: &Reading<'_>, makers: &Hashes, at: usize) -> Option<(usize, usize)> {
    let token = &reading.tokens[at];
    let maker = token.is_word() && token.shape != Shape::Upper && makers.contains(token.hash);
    let short = reading
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.end - next.start <= 2);
    if !maker || !short || !is_number(reading, at + 1) {
        return None;
    }
    let index = reading.hits_at(at).iter().any(|hit| {
        matches!(hit.list, List::OrgHeads | List::Calendar | List::NumberContexts)
            || hit.list == List::Organisations && hit.label != Label::Company
    });
    let tail = Tail::read(reading, at + 2, false);
    (!index).then_some((at + 2, tail.end))
}

/// `the Garmin Fenix 8`, `the Sony A7 IV`: the maker's name, a word or two that mean nothing else and a number or code.
pub(super) fn branded(reading: &Reading<'_>, makers: &Hashes, at: usize) -> Option<(usize, usize)> {
    let token = &reading.tokens[at];
    let maker = token.is_word() && token.is_capitalised() && makers.contains(token.hash);
    if !maker || !blank(reading, at + 1) || !is_pointed_at(reading, at, at) {
        return None;
    }
    let from = at + 1;
    if is_letter_code(reading, from, reading.word(from)) {
        let tail = Tail::read(reading, from + 1, false);
        return Some((from + 1, tail.end));
    }
    is_word(reading, from)
        .then(|| code_behind(reading, from))
        .flatten()
}

/// `the 17 Pro Max`: of a series told before, the number and what belongs to it.
pub(super) fn bare_number(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    let token = &reading.tokens[at];
    let pointed =
        at > 0 && matches!(reading.tag(at - 1), Tag::Determiner | Tag::Possessive) && blank(reading, at);
    if !token.is_number()
        || token.end - token.start > 3
        || !pointed
        || !blank(reading, at + 1)
        || !is_variant_at(reading, at + 1)
    {
        return None;
    }
    let capital = reading.tokens[at + 1].is_capitalised();
    let tail = Tail::read(reading, at + 1, false);
    (capital && tail.end > at + 1).then_some((tail.end, tail.end))
}
