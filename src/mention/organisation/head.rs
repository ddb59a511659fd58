//! Head nouns of organisations, as the list has them.

use std::ops::Range;

use super::super::name::Words;
use crate::lexicon::{org_head, Label, List, Lists};

/// What a head noun makes of a phrase.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) weak: bool,
    /// `Ministry of …`
    pub(super) before: bool,
    /// May stand alone: `the Senate`.
    pub(super) alone: bool,
    pub(super) company: bool,
    /// An association.
    pub(super) society: bool,
}

/// The longest head noun of an organisation that begins at a word.
pub(super) fn head_at(words: &Words<'_, '_>, at: usize) -> Option<Head> {
    let lexicon = words.reading.lexicon;
    let mut found: Option<Head> = None;
    for hit in words.reading.hits_of(at, Lists::of(&[List::OrgHeads])) {
        if matches!(hit.label, Label::Policy | Label::Site | Label::Event) {
            continue;
        }
        let position = lexicon.cell(hit.row, org_head::POSITION);
        let strength = lexicon.cell(hit.row, org_head::STRENGTH);
        let head = Head {
            first: at,
            end: hit.end as usize,
            weak: strength == "weak",
            before: position != "suffix",
            alone: strength == "alone",
            company: matches!(hit.label, Label::Company | Label::Financial | Label::Media),
            society: hit.label == Label::Association,
        };
        if found.is_none_or(|other| head.end > other.end || head.end == other.end && other.weak && !head.weak)
        {
            found = Some(head);
        }
    }
    found
}

/// The end of a head noun of several words that makes a place, policy or event.
pub(super) fn other_head(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    words
        .reading
        .hits_of(at, Lists::of(&[List::OrgHeads]))
        .max_by_key(|hit| hit.end)
        .filter(|hit| {
            let other = matches!(hit.label, Label::Site | Label::Policy | Label::Event);
            other && hit.end > hit.first + 1
        })
        .map(|hit| hit.end as usize)
}

/// Whether a run of three words or more ends in the head noun of a body that is no company: `National Coffee Association`.
pub(crate) fn is_body(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    let head =
        |at: usize| head_at(words, at).is_some_and(|head| head.end == run.end && head.society && !head.weak);
    run.len() > 2 && head(run.end - 1)
}

/// Whether a run of two words or more ends in a head noun, be it a weak one: `Liberty Steel`.
pub(crate) fn ends_in_head(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    run.len() > 1 && head_at(words, run.end - 1).is_some_and(|head| head.end == run.end)
}
