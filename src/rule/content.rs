//! What the clause on a noun tells: "passed a bill that raises the tax" is one happening, that of the bill.

use super::apply::Applier;
use super::frame::{Frame, PLACE};
use crate::clause::{GroupId, VerbForm};

/// How many verbs and nouns up a clause may hang on a noun: "a bill that would let mines raise the fee".
const DEEP: usize = 4;

/// The event type of a frame, and the group that its trigger stands in.
type Told = (usize, GroupId);

impl<'x> Applier<'_, 'x> {
    /// Takes what only tells what the noun of another frame says into that frame. `told`: where those of the sentence
    /// begin.
    pub(super) fn take_contents(&self, told: usize, out: &mut Vec<Frame<'x>>) {
        let has_content = |frame: &Frame<'x>| !self.rules.events[frame.event].content.is_empty();
        if out.len() < told + 2 || !out[told..].iter().any(has_content) {
            return;
        }
        let places: Vec<Told> = out[told..]
            .iter()
            .map(|frame| (frame.event, self.group_at(frame)))
            .collect();
        for at in (0..places.len()).rev() {
            let Some(bearer) = self.told_by_noun(places[at], &places[..at]) else {
                continue;
            };
            let content = out.remove(told + at);
            let bearer = &mut out[told + bearer];
            for (role, filler) in content.roles {
                // A noun that is no name says less than a name that it bears: "a bill that amends the Mines Act".
                let itself = filler.span.end() == bearer.trigger.end();
                let mut own = bearer.roles.iter().filter(|(known, _)| *known == role).peekable();
                let open = own.peek().is_none() || filler.mention.is_some();
                if role > PLACE
                    && !itself
                    && open
                    && own.all(|(_, own)| own.slot == "trigger" && own.mention.is_none())
                {
                    bearer.roles.push((role, filler));
                }
            }
        }
    }

    /// The group that a frame's trigger stands in.
    fn group_at(&self, frame: &Frame<'x>) -> GroupId {
        let token = self.reading.token_from(frame.trigger.start());
        let groups = &self.clauses.groups;
        groups.partition_point(|group| group.end as usize <= token)
    }

    /// Which of the frames before one is told by the noun that the clause of its trigger hangs on.
    fn told_by_noun(&self, (event, mut at): Told, told: &[Told]) -> Option<usize> {
        let content = &self.rules.events[event].content;
        // "The bill would cut the tax": the verb and its noun tell one happening.
        let verb = self
            .clauses
            .governor(at)
            .filter(|_| !content.is_empty() && self.clauses.verb(at).is_none());
        let by_verb = verb.and_then(|verb| told.iter().position(|told| *told == (event, verb)));
        if by_verb.is_some() {
            return by_verb;
        }
        for _ in 0..DEEP {
            let verb = self
                .clauses
                .verb(at)
                .map(|_| at)
                .or_else(|| self.clauses.governor(at));
            let above = verb.and_then(|verb| self.above(verb))?;
            let bears = self
                .clauses
                .noun(above)
                .is_some_and(|noun| content.contains(noun.lemma));
            let bearer = told.iter().position(|told| *told == (event, above));
            if bears && bearer.is_some() {
                return bearer;
            }
            at = above;
        }
        None
    }

    /// What the clause of a verb hangs on: the noun that it says more of, or the verb above it.
    fn above(&self, at: GroupId) -> Option<GroupId> {
        let verb = self.clauses.verb(at)?;
        let says_more = verb.relative || matches!(verb.form, VerbForm::Participle | VerbForm::Gerund);
        let described = verb.subject.filter(|subject| says_more && *subject < at);
        described.or(verb.parent).filter(|above| *above < at)
    }
}
