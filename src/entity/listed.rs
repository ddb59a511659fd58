//! Under which rows of a list a name stands.

use std::ops::Range;

use crate::lexicon::{Label, List, Lists, RowId};
use crate::mention::Kind;
use crate::reading::Reading;

/// The list that has names of a kind by rows.
pub(super) fn list_of(kind: Kind) -> Option<List> {
    match kind {
        Kind::Organisation => Some(List::Organisations),
        Kind::Policy => Some(List::Policies),
        _ => None,
    }
}

/// The rows of a list that have just the words of one of these runs: that of a user's list and that of the crate's own,
/// each if only one does.
#[derive(Clone, Copy, Default)]
pub(super) struct Rows {
    pub(super) own: Option<RowId>,
    pub(super) builtin: Option<RowId>,
}

impl Rows {
    pub(super) fn of(reading: &Reading<'_>, list: List, runs: [&Range<usize>; 2]) -> Self {
        let (mut found, mut several) = ([None; 2], [false; 2]);
        for run in runs {
            let hits = reading.hits_of(run.start, Lists::of(&[list]));
            for hit in hits.filter(|hit| hit.end as usize == run.end && hit.label != Label::Generic) {
                let own = usize::from(reading.lexicon.is_own(hit.row));
                several[own] |= found[own].is_some_and(|row| row != hit.row);
                found[own] = Some(hit.row);
            }
        }
        let only = |own: usize| found[own].filter(|_| !several[own]);
        Self {
            own: only(1),
            builtin: only(0),
        }
    }

    /// The user's goes before the other.
    pub(super) fn first(self) -> Option<RowId> {
        self.own.or(self.builtin)
    }

    pub(super) fn all(self) -> impl Iterator<Item = RowId> {
        [self.own, self.builtin].into_iter().flatten()
    }
}
