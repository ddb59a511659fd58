//! What a rule needs of the slots of its trigger, told by bits.

use super::super::event_type::EventType;
use super::super::frame::{DATE, PLACE};
use super::super::Rule;
use super::{Demands, Gate};
use crate::clause::Slot;

/// The slots one of which must be filled for a need of a rule to be met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Need {
    slots: u64,
    /// The same where whom the sentence tells of may trade with somebody told of before.
    with_partner: u64,
}

impl Need {
    pub(super) fn of(rule: &Rule, event: &EventType, roles: &[usize]) -> Self {
        let slots = may_fill(rule, roles);
        let again = roles.iter().any(|role| rule.may_trade(event, *role));
        Self {
            slots,
            with_partner: if again { u64::MAX } else { slots },
        }
    }
}

impl Gate {
    /// The first of the needs of a rule that nothing can fill where only slots with these bits are filled. None if whom
    /// the sentence tells of is to be noted.
    pub(in super::super) fn lacks(&self, rule: usize, held: u64) -> Option<usize> {
        let missing = self.needs(rule).iter().position(|need| need.slots & held == 0);
        missing.filter(|_| self.demands[rule].topic & held == 0)
    }

    /// Whether a need of a rule stays open, whomever the sentences tell of, where only slots with these bits are filled.
    pub(in super::super) fn is_in_vain(&self, rule: usize, held: u64) -> bool {
        self.needs(rule).iter().any(|need| need.with_partner & held == 0)
    }

    fn needs(&self, rule: usize) -> &[Need] {
        let Demands { needs, needs_end, .. } = self.demands[rule];
        &self.needs[needs as usize..needs_end as usize]
    }
}

impl Rule {
    /// Whether a role may be filled by what stands elsewhere than in its slots.
    fn may_come_otherwise(&self, role: usize) -> bool {
        let around = role == DATE || role == PLACE && !self.omits.contains(&PLACE);
        around || self.may_inherit(role) || self.may_take(role)
    }

    /// Whether it may be somebody told of before with whom whoever the sentence tells of trades.
    fn may_trade(&self, event: &EventType, role: usize) -> bool {
        self.reads_figures() && self.topic.and_then(|topic| event.excluded(topic)) == Some(role)
    }

    /// Whether a role that its slots leave open may be filled yet.
    pub(in super::super) fn may_come(&self, event: &EventType, role: usize) -> bool {
        self.may_come_otherwise(role) || self.may_trade(event, role)
    }
}

/// The bits of the slots one of which must be filled for one of these roles to be.
fn may_fill(rule: &Rule, roles: &[usize]) -> u64 {
    roles.iter().fold(0, |bits, role| {
        bits | match rule.may_come_otherwise(*role) {
            true => u64::MAX,
            false => slots_of(rule, *role),
        }
    })
}

/// The bits of the slots that fill a role.
pub(super) fn slots_of(rule: &Rule, role: usize) -> u64 {
    let fills = rule.fills.iter().filter(|fill| fill.role == role);
    Slot::bits(fills.flat_map(|fill| fill.slots().copied()))
}
