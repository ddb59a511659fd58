//! What makes two happenings of two frames, whatever else they share: opposite words, a standstill, other partners.

use super::merge::{fillers, Merger};
use crate::lexicon::WordId;
use crate::mention::Kind;
use crate::rule::{Filler, Frame, PLACE};

impl<'x> Merger<'_, 'x> {
    /// Whether nothing that two frames share makes them one.
    pub(super) fn are_apart(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        self.is_apart(known, new)
            || self.are_opposed(known, new)
            || self.have_other_partners(known, new)
            || self.counts_other_goods(known, new)
            || self.counts_other_goods(new, known)
    }

    /// Whether one counts goods and the other names others of which it tells a figure: "sold 400 cars … sales of engines came
    /// to $3m".
    fn counts_other_goods(&self, counting: &Frame<'x>, naming: &Frame<'x>) -> bool {
        let event = &self.rules.events[counting.event];
        let goods = event.counted(self.reading, self.mentions, &counting.roles);
        let themes = self.themes(naming);
        let measured = self.rules.rules[naming.rule].reads_figures() && self.level(naming).is_none();
        let headline = self.is_headline(counting.sentence) || self.is_headline(naming.sentence);
        measured
            && !headline
            && !themes.is_empty()
            && goods.is_some_and(|(_, goods)| !themes.iter().any(|theme| self.agree(theme, &goods)))
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
        let words = self.word_that_tells(known).zip(self.word_that_tells(new));
        words.is_some_and(|(one, other)| self.rules.events[new.event].are_opposed(one, other))
    }

    /// Whether two frames tell stages of what both name: "The Finance Bill was passed on Monday … signed the bill".
    pub(super) fn are_stages(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let event = &self.rules.events[new.event];
        let words = self.word_that_tells(known).zip(self.word_that_tells(new));
        if !words.is_some_and(|(one, other)| event.are_stages(one, other)) {
            return false;
        }
        let law = |filler: &Filler<'x>| {
            self.value(filler)
                .is_some_and(|value| value.kind() == Kind::Policy)
        };
        let named = || {
            known
                .roles
                .iter()
                .filter(|(role, filler)| *role > PLACE && law(filler))
        };
        let mut told = new.roles.iter().filter(|(role, _)| *role > PLACE);
        told.any(|(role, filler)| {
            named().any(|(other, name)| {
                role == other
                    && (self.agree(name, filler) || new.definite && self.is_called(new.event, name, filler))
            })
        })
    }

    /// The last word of the verb that tells a frame: of a noun, of the verb that governs it.
    fn word_that_tells(&self, frame: &Frame<'x>) -> Option<WordId> {
        self.lemma_before(frame.deed.unwrap_or(frame.trigger).end())
    }

    /// Whether the last word of what has no name is one of another's name, or stands for one: "the Finance Bill 2018 … the law".
    fn is_called(&self, event: usize, name: &Filler<'x>, new: &Filler<'x>) -> bool {
        const LONG: usize = 12;
        let Some(lemma) = self
            .lemma_before(new.span.end())
            .filter(|_| new.mention.is_none())
        else {
            return false;
        };
        let tokens = &self.reading.tokens;
        let first = self.reading.token_from(name.span.start());
        let within = (first..tokens.len()).take(LONG);
        let mut words = within.take_while(|at| tokens[*at].span().end() <= name.span.end());
        words.any(|at| {
            let word = self.reading.noun_lemma(at);
            word == lemma || self.rules.events[event].are_alike(word, lemma)
        })
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
        !self.are_sides(known, new, role)
            && kinds
                .into_iter()
                .any(|kind| lone(known, new, kind) && lone(new, known, kind))
    }

    /// Whether two frames tell of one side each, the second of something known: "Bosch won a contract … The contract with
    /// Siemens".
    pub(super) fn are_sides(&self, known: &Frame<'x>, new: &Frame<'x>, role: usize) -> bool {
        let side = |frame: &Frame<'x>| {
            let mut all = fillers(frame, role);
            let one = all.next().filter(|one| one.mention.is_some());
            one.filter(|_| all.next().is_none()).copied()
        };
        self.rules.events[new.event].pairs == Some(role)
            && new.definite
            && side(known).is_some()
            && side(new).is_some_and(|one| !one.inherited)
    }
}
