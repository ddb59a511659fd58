//! Schemes whose head noun stands in small letters behind their name: `the GSP Plus scheme`, `the PLI scheme`.

use std::ops::Range;

use super::line::is_title_case;
use super::phrase::{bracket_before, run_before};
use super::{candidate, count_words, has_hit, is_head};
use crate::lexicon::{Classes, List, Tag};
use crate::mention::{here, Candidate, Strength};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// `the Clean Stove Voucher (CSV) scheme`, `by the GSP Plus scheme`
pub(super) fn before_small_head<'x>(
    reading: &Reading<'x>,
    head: usize,
    free: usize,
) -> Option<Candidate<'x>> {
    // `the B50 biodiesel mandate`
    if let Some(code) = head.checked_sub(1).filter(|at| is_blend(reading, *at, head)) {
        return Some(candidate(
            reading,
            code..head,
            here!("policy.blend"),
            Strength::Strong,
        ));
    }
    if head == 0 || !is_head(reading, head, "scheme") {
        return None;
    }
    let bracket = bracket_before(reading, head - 1, free);
    let end = bracket.unwrap_or(head);
    let run = run_before(reading, end, free);
    let words = count_words(reading, run..end);
    if words == 0 || is_title_case(reading, run, end) {
        return None;
    }
    let named = has_hit(reading, run, |hit| {
        matches!(
            hit.list,
            List::Organisations
                | List::Countries
                | List::Regions
                | List::Cities
                | List::Admin1
                | List::VehicleMakes
        )
    });
    // `the BBC's Evening Garden programme`, but not `Peru's Green Sheds programme`
    let country = |owner: usize| has_hit(reading, owner, |hit| hit.list == List::Countries);
    let owned = run >= 2
        && reading.tag(run - 1) == Tag::Genitive
        && reading.tokens[run - 2].is_capitalised()
        && !country(run - 2);
    let enough = !owned
        && match bracket {
            Some(_) => words >= 2,
            None if words == 1 => is_head(reading, head, "acronym") && is_unknown_acronym(reading, run..head),
            None => words >= 2 && !named && !is_person(reading, run),
        };
    enough.then(|| candidate(reading, run..end, here!("policy.scheme"), Strength::Strong))
}

/// `the PLI | scheme`: capitals that stand for nothing else.
fn is_unknown_acronym(reading: &Reading<'_>, run: Range<usize>) -> bool {
    let token = &reading.tokens[run.start];
    run.len() == 1
        && token.shape == Shape::Upper
        && token.end - token.start > 2
        && reading.lexicon.word(reading.ids[run.start]).tags.is_empty()
        && reading.hits_at(run.start).is_empty()
}

/// `B40`, `E20`: a fuel by how much of it is biodiesel or ethanol.
fn is_blend(reading: &Reading<'_>, at: usize, head: usize) -> bool {
    let word = reading.bytes(at);
    reading.tokens[head].gap == Gap::Space
        && matches!(word, [b'B' | b'E', digits @ ..] if matches!(digits.len(), 1..=3) && digits.iter().all(u8::is_ascii_digit))
}

fn is_person(reading: &Reading<'_>, run: usize) -> bool {
    let classes = reading.classes(run);
    classes.intersects(Classes::GIVEN_NAME | Classes::SURNAME) && !classes.contains(Classes::COMMON)
}
