//! Why a trigger gave no event.

use super::{Rule, RuleSet, Status};
use crate::text::Span;

/// What an applier notes on a sentence when it is asked to explain.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) sentence: usize,
    /// The clauses, as [`Clauses::show`] writes them.
    pub(crate) clauses: String,
    pub(crate) misses: Vec<Miss>,
}

/// A trigger that gave no event, and why.
#[derive(Clone, Debug)]
pub(crate) struct Miss {
    pub(crate) rule: usize,
    pub(crate) trigger: Span,
    pub(crate) why: String,
}

/// Why a trigger gave no event.
pub(super) enum Why {
    Under,
    NotUnder,
    /// `for sale`
    Qualifies,
    Follows,
    Beside,
    /// It hangs on a preposition that the rule shuns.
    Apart,
    When(Status),
    Needs(usize),
    /// The condition on that line of the rule file fails.
    Condition(u32),
}

impl Why {
    pub(super) fn tell(&self, rules: &RuleSet, rule: &Rule) -> String {
        match self {
            Self::Follows => "no statistic of its type stands before it".to_owned(),
            Self::Apart => "it hangs on a preposition of `apart`".to_owned(),
            Self::Beside => "a word of `beside` is not there, or one of `without` is".to_owned(),
            Self::Under => "no word of `under` governs it".to_owned(),
            Self::NotUnder => "a verb of `not_under` governs it".to_owned(),
            Self::Qualifies => "it only says what something is for or how it stands".to_owned(),
            Self::Condition(line) => format!("the condition on line {line} does not hold"),
            Self::When(status) => format!("it is {}, for which the rule is not", status.name()),
            Self::Needs(at) => {
                let roles = &rules.events[rule.event].roles;
                let names: Vec<&str> = rule.needs[*at]
                    .iter()
                    .map(|role| roles[*role].name.as_str())
                    .collect();
                format!("needs {}: none was found", names.join(" or "))
            }
        }
    }
}
