//! What makes two happenings of two frames, whatever else they share: opposite words, a standstill, other partners.

use super::merge::{fillers, Merger};
use crate::mention::Kind;
use crate::rule::{Filler, Frame};

impl<'x> Merger<'_, 'x> {
    /// Whether nothing that two frames share makes them one.
    pub(super) fn are_apart(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        self.is_apart(known, new) || self.are_opposed(known, new) || self.have_other_partners(known, new)
    }

    /// Whether one tells that something stands still and the other how much it makes, or one that it stops and the other
    /// that it goes on.
    fn is_apart(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let [one, other] = [known, new].map(|frame| self.rules.rules[frame.rule].is_distinct());
        one != other || one && known.status != new.status && !self.is_headline(known.sentence)
    }

    /// Whether the words of two frames tell opposite happenings: "shut in May", "reopened". Those of one sentence that a noun
    /// tells are one: "lifted the ban imposed in May".
    fn are_opposed(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let deeds = known.deed.is_some() || new.deed.is_some();
        if deeds && known.sentence == new.sentence {
            return false;
        }
        let lemma = |frame: &Frame<'x>| self.lemma_before(frame.deed.unwrap_or(frame.trigger).end());
        let lemmas = lemma(known).zip(lemma(new));
        lemmas.is_some_and(|(one, other)| self.rules.events[new.event].are_opposed(one, other))
    }

    /// Whether each frame names somebody in a role of pairs whom the other does not: "met Ann Roe … met Bo Lee".
    fn have_other_partners(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let Some(role) = self.rules.events[new.event].pairs else {
            return false;
        };
        let lone = |frame: &Frame<'x>, other: &Frame<'x>, kind: Kind| {
            let lacks = |filler: &Filler<'x>| !fillers(other, role).any(|known| self.agree(known, filler));
            let named = |filler: &&Filler<'x>| self.value(filler).is_some_and(|value| value.kind() == kind);
            fillers(frame, role)
                .filter(named)
                .any(|filler| !filler.inherited && lacks(filler))
        };
        let kinds = [Kind::Person, Kind::Organisation, Kind::Country];
        kinds
            .into_iter()
            .any(|kind| lone(known, new, kind) && lone(new, known, kind))
    }
}
