//! What a rule found in one place, with the roles that are filled: an event before merging.

use super::filler::Filler;
use super::{Rule, Status};
use crate::text::Span;

/// What a rule found in one place: an event before merging.
#[derive(Clone, Debug)]
pub(crate) struct Frame<'x> {
    pub(crate) event: usize,
    pub(crate) rule: usize,
    pub(crate) trigger: Span,
    /// The verb that governs a noun which tells it: `lifted` in "lifted the ban".
    pub(crate) deed: Option<Span>,
    pub(crate) sentence: usize,
    pub(crate) status: Status,
    pub(crate) cause: Option<Span>,
    /// By number of the role.
    pub(crate) roles: Vec<(usize, Filler<'x>)>,
    /// Who acts, if the sentence names nobody in that role: neither the same as another's nor against it.
    pub(crate) actor: Option<(usize, Filler<'x>)>,
    /// A crowd does it, and so nobody whom the sentences before tell of: "growers exported".
    pub(crate) crowd: bool,
    /// What it tells of is known already: "the plant".
    pub(crate) definite: bool,
    /// Its verb stands in the simple past: no day to come makes it planned.
    pub(crate) past: bool,
    /// It tells the figure that another frame's is compared with.
    pub(crate) comparison: bool,
    /// Which part of its clause tells it, if several without a verb of their own go on with it: `0` for the first.
    pub(crate) part: usize,
}

impl<'x> Frame<'x> {
    /// What is told as done, apart from the tries of rules: by an item of a list, a row or a quotation.
    pub(super) fn told(
        (event, rule): (usize, usize),
        trigger: Span,
        sentence: usize,
        roles: Vec<(usize, Filler<'x>)>,
    ) -> Self {
        Self {
            event,
            rule,
            trigger,
            deed: None,
            sentence,
            status: Status::Actual,
            cause: None,
            roles,
            actor: None,
            crowd: false,
            definite: false,
            past: true,
            comparison: false,
            part: 0,
        }
    }

    pub(crate) fn has(&self, role: usize) -> bool {
        self.roles.iter().any(|(found, _)| *found == role)
    }

    /// The event of a figure that this one's is compared with.
    pub(super) fn compared(&self, rule: &Rule, compared: Vec<(usize, Filler<'x>)>) -> Self {
        let mut other = self.clone();
        let told: Vec<usize> = compared.iter().map(|(role, _)| *role).collect();
        let figure = |role: usize| rule.figure_roles().any(|figure| figure == role);
        other
            .roles
            .retain(|(role, _)| !figure(*role) && !told.contains(role) && *role != DATE);
        other.roles.extend(compared);
        other.comparison = true;
        other.status = Status::Actual;
        other
    }
}

/// Number of the role `date`, which every event type has.
pub(crate) const DATE: usize = 0;
/// Number of the role `place`, which every event type has.
pub(crate) const PLACE: usize = 1;

/// An event for each of some fillers.
pub(super) fn one_each<'x>(
    frame: Frame<'x>,
    mut fillers: Vec<(usize, Filler<'x>)>,
    out: &mut Vec<Frame<'x>>,
) {
    let last = fillers.pop();
    for filler in fillers {
        let mut one = frame.clone();
        one.roles.push(filler);
        out.push(one);
    }
    if let Some(filler) = last {
        let mut one = frame;
        one.roles.push(filler);
        out.push(one);
    }
}
