//! The largest figure that each event type was told of whoever acts by it. What is smaller may be a part of it: "Acme sold
//! 350,000 vehicles. Sales of vans came to 52,000".

use super::super::filler::Filler;
use super::Course;
use crate::mention::{Mention, MentionId, Value};

/// A figure, its event type and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Most {
    event: usize,
    whose: MentionId,
    level: MentionId,
}

impl<'x> Course<'x> {
    /// Notes a figure of somebody, if none that is larger was told of them.
    pub(super) fn note_most(
        &mut self,
        event: usize,
        whose: Option<&Filler<'x>>,
        level: Option<MentionId>,
        mentions: &[Mention<'x>],
    ) {
        let (Some(whose), Some(level)) = (whose.and_then(|whose| whose.mention), level) else {
            return;
        };
        let new = Most { event, whose, level };
        match self.most.iter_mut().find(|most| most.event == event) {
            Some(most) => {
                let same = mentions[most.whose.index()].is_same(&mentions[whose.index()]);
                let [old, now] = [most.level, level].map(|level| mentions[level.index()].value());
                if !same || !is_less(now, old) {
                    *most = new;
                }
            }
            None => self.most.push(new),
        }
    }

    /// Whether a figure may be a part of the largest that an event type was told of somebody.
    pub(in crate::rule) fn is_part(
        &self,
        event: usize,
        whose: &Mention<'x>,
        level: &Value<'x>,
        mentions: &[Mention<'x>],
    ) -> bool {
        let most = self.most.iter().find(|most| most.event == event);
        most.is_some_and(|most| {
            mentions[most.whose.index()].is_same(whose)
                && is_less(level, mentions[most.level.index()].value())
        })
    }
}

/// Whether one figure is less than another of its kind.
fn is_less(one: &Value<'_>, other: &Value<'_>) -> bool {
    let alike = match (one, other) {
        (Value::Count { .. }, Value::Count { .. }) => true,
        (Value::Money { currency: one, .. }, Value::Money { currency: other, .. }) => one == other,
        (Value::Measure { unit: one, .. }, Value::Measure { unit: other, .. }) => one == other,
        _ => false,
    };
    let amounts = one.amount().zip(other.amount());
    alike && amounts.is_some_and(|(one, other)| one.low < other.low)
}
