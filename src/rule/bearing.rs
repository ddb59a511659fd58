//! Whose a figure is that a clause tells of nobody: of the company that says it, or of whom befalls what the clause tells.

use super::apply::Applier;
use super::filler::Filler;
use super::standing::{hangs, is_body};
use super::{Accept, Rule};
use crate::clause::{Group, GroupId, GroupKind, Slot};
use crate::mention::{Kind, Mention};
use crate::token::Sentence;

/// Among how many groups before a phrase the verb stands that it belongs to.
const CLAUSE: usize = 5;

impl<'x> Applier<'_, 'x> {
    /// The company that tells a figure itself, behind it or before, in a sentence that names nobody else whose it may be.
    pub(super) fn own_figure(&self, at: GroupId, rule: &Rule, sentence: usize) -> Option<Filler<'x>> {
        self.clauses
            .noun(at)
            .filter(|_| rule.reads_figures() && !self.is_of_market(at))?;
        let says = |group: &Group| match &group.kind {
            GroupKind::Verb(verb) if verb.says && verb.finite() && !verb.passive => verb.subject,
            _ => None,
        };
        let subject = self.clauses.groups.iter().find_map(says)?;
        let mut found = Vec::new();
        self.sight()
            .take(Slot::Subject, subject, &super::fill::ORGANISATION, &mut found);
        let teller = self.mention_of(&found.pop()?)?;
        if self.reports(teller) || is_body(self.reading, teller) || !self.does_business(teller) {
            return None;
        }
        let Sentence { first, end } = *self.reading.sentences.get(sentence)?;
        let other = |mention: &Mention<'x>| match mention.kind() {
            Kind::Organisation => !mention.is_same(teller),
            Kind::Country | Kind::Place => !hangs(self.reading, mention),
            _ => false,
        };
        let alone = !self.mentions.within(first, end).any(other);
        alone.then(|| Filler {
            inherited: true,
            ..self.of_mention(teller, "source")
        })
    }

    /// Whom the clause befalls beside which the noun at `at` tells a figure: what acts has none itself.
    pub(super) fn struck(&self, at: GroupId, kinds: &[Accept]) -> Option<Filler<'x>> {
        let with = self.clauses.noun(at)?.preposition?;
        let beside = self.preposition(with) == Some(self.rules.words.with)
            && matches!(self.clauses.groups[with.checked_sub(1)?].kind, GroupKind::Comma);
        let verb = (0..with)
            .rev()
            .take(CLAUSE)
            .find_map(|at| self.clauses.verb(at))?;
        let verb = Some(verb).filter(|verb| beside && verb.finite() && !verb.passive && !verb.says)?;
        let named = |group: GroupId| {
            self.clauses
                .noun(group)
                .is_some_and(|noun| noun.named || noun.pronoun)
        };
        let (subject, object) = (verb.subject?, verb.object.filter(|object| named(*object))?);
        if named(subject) || self.rules.anaphors.points(self.clauses.noun(subject)?.lemma) {
            return None;
        }
        let mut found = Vec::new();
        self.sight().take(Slot::Object, object, kinds, &mut found);
        found.pop()
    }
}
