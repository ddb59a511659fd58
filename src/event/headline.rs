//! What a headline tells, the lead tells once more in other words: of whom it is, how much, called by its name.

use rust_decimal::Decimal;

use super::merge::{fillers, Merged, Merger, BACK};
use crate::mention::{Amount, Bound, Kind, Value};
use crate::rule::{Filler, Frame, Status, DATE, PLACE};

/// How many sentences below the headline the lead ends at the latest.
const LEAD: usize = 2;

impl<'x> Merger<'_, 'x> {
    /// Merges what headlines alone tell so far with what the lead tells of the same type, unless their figures, days or
    /// names speak against it.
    pub(super) fn retell_headlines(&self, merged: &mut Vec<Merged<'x>>) {
        let mut retold = vec![false; merged.len()];
        for at in 0..merged.len() {
            // They come in the order of the text.
            if !self.is_headline(merged[at].frame.sentence) {
                break;
            }
            // Told again already: by what was merged with it, or by what stands in its place now.
            if retold[at] || !self.is_headline(merged[at].last) {
                continue;
            }
            let below = (at + 1..merged.len()).take(BACK);
            let likely = below.filter_map(|one| {
                let free = !retold[one] && !self.is_headline(merged[one].frame.sentence);
                let likeness = free.then(|| self.likeness(&merged[at].frame, &merged[one].frame));
                Some((likeness.flatten()?, std::cmp::Reverse(one)))
            });
            let Some((likeness, std::cmp::Reverse(one))) = likely.max() else {
                continue;
            };
            merged.swap(at, one);
            retold[one] = true;
            let head = &merged[one];
            let (evidence, roles) = (head.evidence.clone(), head.frame.roles.clone());
            let known = &mut merged[at];
            known.evidence.splice(0..0, evidence);
            let open = |role: usize| !known.frame.has(role);
            let party = |filler: &Filler<'x>| self.is_organisation(filler) || self.is_country(filler);
            let taken = roles.iter().filter(|(role, filler)| {
                let sure = *role == PLACE || likeness > 0 || !party(filler);
                open(*role) && sure && filler.mention.is_some()
            });
            let taken: Vec<_> = taken.copied().collect();
            known.frame.roles.extend(taken);
        }
        let mut gone = retold.into_iter();
        merged.retain(|_| gone.next() != Some(true));
    }

    /// In how many roles what the lead tells is what a headline tells; `None` if it may well be something else.
    fn likeness(&self, head: &Frame<'x>, new: &Frame<'x>) -> Option<usize> {
        let rule = |frame: &Frame<'x>| &self.rules.rules[frame.rule];
        if head.event != new.event
            || head.comparison
            || new.comparison
            || new.sentence > head.sentence + LEAD
            || rule(head).each().is_some()
            || (head.status == Status::Denied) != (new.status == Status::Denied)
            || self.are_apart(head, new)
        {
            return None;
        }
        let measured = rule(head).reads_figures() && rule(new).reads_figures();
        let (mut agreeing, mut figures, mut strangers, mut others) = (0, 0, false, false);
        for role in 0..self.rules.events[new.event].roles.len() {
            let (ours, mut theirs) = (fillers(head, role), fillers(new, role));
            let (Some(our), Some(their)) = (ours.clone().next(), theirs.clone().next()) else {
                continue;
            };
            let same = |a, b| self.agree(a, b) || self.shortened(a, b);
            if theirs.any(|one| ours.clone().any(|other| same(other, one))) {
                agreeing += 1;
                figures += usize::from(self.figure(our).is_some());
                continue;
            }
            if role == DATE && self.overlap(our, their) {
                continue;
            }
            match [our, their].map(|filler| self.value(filler).map(Value::kind)) {
                // The lead may name another firm of the group, or the brand.
                [Some(Kind::Organisation | Kind::Person), Some(Kind::Organisation)] => strangers = true,
                // A company acts for its country, a region holds a country, a phrase stands for a name.
                [Some(Kind::Country | Kind::Place), Some(Kind::Organisation | Kind::Person)] => {}
                [Some(Kind::Place | Kind::Country), Some(Kind::Place | Kind::Country)] => {
                    let lands = [our, their].map(|filler| self.country_of(filler).flatten());
                    if lands.iter().all(Option::is_some) && lands[0] != lands[1] {
                        return None;
                    }
                }
                [Some(_), Some(_)] => return None,
                [None, None] if our.word.is_some() || their.word.is_some() => return None,
                _ => others = measured,
            }
        }
        // "exports of rice fell 5%": the figures of other goods are others.
        let counted = head.roles.iter().any(|(_, filler)| self.figure(filler).is_some());
        if others && counted && figures == 0 {
            return None;
        }
        (agreeing > 0 || !strangers).then_some(agreeing)
    }

    /// Whether one is what a headline makes of the other.
    pub(super) fn shortened(&self, a: &Filler<'x>, b: &Filler<'x>) -> bool {
        self.shortens(a, b) || self.shortens(b, a)
    }

    /// Whether one says shortly, as headlines do, what the other says: the first word of a firm's name ("Vestas" for "Vestas
    /// Wind Systems"), a round figure, a model without its number.
    pub(super) fn shortens(&self, short: &Filler<'x>, long: &Filler<'x>) -> bool {
        let begins = |short: &str, long: &str| {
            let rest = long.strip_prefix(short);
            rest.is_some_and(|rest| rest.starts_with(' '))
        };
        let Some((one, other)) = self.value(short).zip(self.value(long)) else {
            return false;
        };
        match (one, other) {
            (Value::Organisation { name: a }, Value::Organisation { name: b }) => begins(a, b),
            (
                Value::Model {
                    model: a, make: x, ..
                },
                Value::Model {
                    model: b, make: y, ..
                },
            ) => x == y && begins(a, b),
            (Value::Measure { unit: x, .. }, Value::Measure { unit: y, .. }) if x != y => false,
            (Value::Money { currency: x, .. }, Value::Money { currency: y, .. }) if x != y => false,
            _ => {
                let figures = self.figure(short).zip(self.figure(long));
                short.falling == long.falling
                    && one.kind() == other.kind()
                    && figures.is_some_and(|(one, other)| is_round_for(one, other))
            }
        }
    }

    /// How many or how much a filler is.
    fn figure(&self, filler: &Filler<'x>) -> Option<&Amount> {
        self.value(filler)?.amount()
    }
}

/// Whether a figure is another one cut or rounded to its first digits: 694,000 for 694,271.
fn is_round_for(round: &Amount, exact: &Amount) -> bool {
    /// One part in so many at most.
    const NEAR: i64 = 20;
    /// As many noughts as a figure may end in.
    const NOUGHTS: usize = 15;
    let single = |amount: &Amount| amount.high.is_none() && amount.bound == Bound::Exact;
    let value = round.low.normalize();
    let mut unit = Decimal::new(1, value.scale());
    let ten = Decimal::TEN;
    for _ in 0..NOUGHTS {
        let Some(next) = unit.checked_mul(ten).filter(|_| !value.is_zero()) else {
            break;
        };
        if !value.checked_rem(next).is_some_and(|rest| rest.is_zero()) {
            break;
        }
        unit = next;
    }
    // Figures may be as large as any that are written.
    let Some(apart) = exact.low.checked_sub(round.low).map(|apart| apart.abs()) else {
        return false;
    };
    let near = apart.checked_mul(Decimal::from(NEAR));
    let differ = !apart.is_zero() && apart < unit;
    single(round) && single(exact) && differ && near.is_some_and(|near| near <= exact.low.abs())
}
