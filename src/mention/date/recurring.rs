//! What recurs: "every year", "each Monday", "daily".

use super::amount::{value, Quantity};
use super::period::Unit;
use super::term::Term;
use super::{Finder, Found, What};
use crate::lexicon::Tag;
use crate::mention::{here, Strength};

impl Finder<'_, '_> {
    /// `every year`, `each month`, `every five years`, `daily`.
    pub(super) fn set(&self, at: usize) -> Option<Found> {
        let found = |end, value| {
            Some(Found::new(
                at..end,
                What::Set(value),
                Strength::Fair,
                here!("recurring time"),
            ))
        };
        match self.term(at) {
            Term::Recurring(unit) => {
                // "The Daily Star" is a name.
                if self.reading.tokens[at].is_capitalised() && !self.reading.opens_sentence(at) {
                    return None;
                }
                // A "quarterly dividend" says what it is rather than how often.
                if unit > Unit::Day && self.reading.tag(at + 1).is_noun() {
                    return None;
                }
                found(at + 1, value(Quantity::whole(1), unit))
            }
            Term::Every => {
                let next = at + 1 + usize::from(self.word(at + 1, "single"));
                match self.term(next) {
                    Term::Unit(Unit::Half) => None,
                    Term::Unit(unit) => found(next + 1, value(Quantity::whole(1), unit)),
                    Term::Weekday(day) => found(next + 1, format!("XXXX-WXX-{day}")),
                    Term::Month(month) => found(next + 1, format!("XXXX-{month:02}")),
                    Term::DayPart(part) => found(next + 1, format!("XXXX-XX-XX{}", part.code())),
                    Term::Cardinal(_) | Term::None
                        if self.reading.tag(next) == Tag::Number || self.term(next) != Term::None =>
                    {
                        // "Every five years": how often is told by a length.
                        let length = self.length(next)?;
                        (!length.attributive).then_some(())?;
                        let value = value(length.quantity, length.unit);
                        Some(Found::new(
                            next..length.end,
                            What::Duration(value),
                            Strength::Strong,
                            here!("length of time"),
                        ))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
