//! What recurs: "every year", "each Monday", "daily".

use super::amount::{value, Quantity};
use super::period::Unit;
use super::tense::in_headline;
use super::term::Term;
use super::{Finder, Found, What};
use crate::lexicon::Tag;
use crate::mention::{here, Strength};
use crate::token::Gap;

impl Finder<'_, '_> {
    /// Whether a name that no noun follows stands at `at`: "the daily | Bild", but "daily | Brent prices".
    fn is_paper(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens;
        let capital = |at: &usize| {
            let token = tokens.get(*at);
            token.is_some_and(|token| token.is_word() && token.is_capitalised() && token.gap <= Gap::Space)
        };
        let name = (at..tokens.len()).take_while(capital).count();
        name > 0 && !in_headline(self.reading, at) && !self.reading.tag(at + name).is_noun()
    }

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
                // "the German daily Bild": a paper.
                if self.is_paper(at + 1) {
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
