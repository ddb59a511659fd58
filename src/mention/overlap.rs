//! Which candidate wins where two claim a word.

use super::{Candidate, Kind};

/// Keeps the candidates that stand, in the order of the text.
pub(crate) fn resolve(candidates: &mut Vec<Candidate<'_>>) {
    candidates.sort_by(|a, b| (b.strength, b.len(), a.first).cmp(&(a.strength, a.len(), b.first)));
    let mut kept: Vec<Candidate<'_>> = Vec::with_capacity(candidates.len());
    for candidate in candidates.drain(..) {
        if !kept
            .iter()
            .any(|other| candidate.overlaps(other) && !may_nest(&candidate, other))
        {
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|candidate| (candidate.first, std::cmp::Reverse(candidate.end)));
    *candidates = kept;
}

/// Whether one may stand inside the other: a country or model inside what is counted.
fn may_nest(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    let (inner, outer) = if a.len() < b.len() { (a, b) } else { (b, a) };
    outer.kind() == Kind::Count
        && matches!(
            inner.kind(),
            Kind::Country | Kind::Place | Kind::Model | Kind::Organisation | Kind::Measure
        )
}
