//! Places named by a head noun: parks, ports, airports, roads, rivers.
use super::evidence::Evidence;
use crate::mention::Candidate;
use crate::reading::Reading;
pub(super) fn find<'x>(_reading: &Reading<'x>, _evidence: &Evidence, _out: &mut Vec<Candidate<'x>>) {}
