//! Person mentions.

use super::Candidate;
use crate::reading::Reading;

/// Adds what it finds to `out`.
pub(crate) fn find<'x>(_reading: &Reading<'x>, _out: &mut Vec<Candidate<'x>>) {}
