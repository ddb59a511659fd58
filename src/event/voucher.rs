//! Who vouches for what a sentence tells.

use super::merge::Merger;
use crate::rule::{Filler, Frame, PLACE};
use crate::text::Span;

/// The event type whose speakers vouch for what their sentences tell.
const STATEMENT: &str = "statement";

/// Somebody who speaks in a sentence.
pub(super) struct Voucher<'x> {
    sentence: usize,
    trigger: Span,
    speaker: Filler<'x>,
}

impl<'x> Merger<'_, 'x> {
    /// Who speaks in each sentence, in the order of the text.
    pub(super) fn vouchers(&self, frames: &[Frame<'x>]) -> Vec<Voucher<'x>> {
        let statements = frames
            .iter()
            .filter(|frame| self.rules.events[frame.event].name == STATEMENT);
        statements
            .filter_map(|frame| {
                let (_, speaker) = frame.roles.iter().find(|(role, _)| *role > PLACE)?;
                Some(Voucher {
                    sentence: frame.sentence,
                    trigger: frame.trigger,
                    speaker: *speaker,
                })
            })
            .collect()
    }

    /// Who vouches for what a frame tells: whose statement stands nearest in its sentence.
    pub(super) fn source(&self, frame: &Frame<'x>, vouchers: &[Voucher<'x>]) -> Option<Filler<'x>> {
        if self.rules.events[frame.event].name == STATEMENT {
            return None;
        }
        let from = vouchers.partition_point(|voucher| voucher.sentence < frame.sentence);
        vouchers[from..]
            .iter()
            .take_while(|voucher| voucher.sentence == frame.sentence)
            .min_by_key(|voucher| voucher.trigger.start().abs_diff(frame.trigger.start()))
            .map(|voucher| voucher.speaker)
    }
}
