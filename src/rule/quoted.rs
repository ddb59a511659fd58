//! Quotations that no verb of saying goes with: `Mary Robinson, a baker: “It is full.”`, `Mary Robinson has other
//! worries. “It is full.”` Who the words before them are about speaks.

use std::ops::Range;

use super::apply::Applier;
use super::filler::Filler;
use super::frame::Frame;
use crate::clause::{GroupId, GroupKind, Slot};
use crate::token::{Gap, TokenKind};

/// How many words behind a quotation may tell who says it.
const ATTRIBUTION: usize = 10;
/// How many words a quotation has at least; less is a name or a word that somebody would not use.
const SPOKEN: usize = 3;

/// What the words of a sentence lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leads {
    /// A quotation that nobody is told to say.
    Bare,
    /// One whose speaker the words behind it point back to: “…,” she said.
    Pointed,
}

impl<'x> Applier<'_, 'x> {
    /// Whether a sentence leads to a quotation: it ends with a colon before one, or the next begins with one.
    pub(super) fn leads_to_quotation(&self, tokens: Range<usize>) -> Option<Leads> {
        self.rules.quotes?;
        let reading = self.reading;
        let quotations = &reading.quotations;
        let from = quotations.partition_point(|quotation| (quotation.end as usize) <= tokens.start);
        let quotation = quotations.get(from)?;
        let first = quotation.first as usize;
        if first <= tokens.start || first > tokens.end || reading.tokens[first].gap != Gap::Space {
            return None;
        }
        let colon = reading.tokens[first - 1].is(b':');
        let next = first == tokens.end && reading.tokens[first - 1].is(b'.');
        let words = quotation.inside();
        let opens = reading.tokens.get(words.start)?;
        let last = reading.tokens.get(words.end.checked_sub(1)?)?;
        let spoken = words.len() > SPOKEN && opens.is_capitalised() && quotation.closed;
        // A mark that nothing closes leaves open where a quotation ends.
        let said = |at: usize| match reading.tokens[at].kind {
            TokenKind::Quote => !reading.tokens[at].glued(),
            _ => self.says(at),
        };
        if !(colon || next) || !spoken || (tokens.start..first).any(said) {
            return None;
        }
        let ends = matches!(last.first, b'.' | b'?' | b'!');
        self.behind(quotation.end as usize, ends)
    }

    /// What the words behind a quotation say of it, which ends as a sentence does or not.
    fn behind(&self, end: usize, ends: bool) -> Option<Leads> {
        let reading = self.reading;
        let next = reading.tokens.get(end).filter(|token| token.gap <= Gap::Space);
        let Some(next) = next else {
            return ends.then_some(Leads::Bare);
        };
        let sentence = reading.sentence_tokens(end);
        let mut words = end..sentence.end.min(end + ATTRIBUTION);
        let pointed = reading.is(end, "he") || reading.is(end, "she");
        match words.any(|at| self.says(at)) {
            true => pointed.then_some(Leads::Pointed),
            false => (ends && next.is_capitalised()).then_some(Leads::Bare),
        }
    }

    /// Whether a token may be a verb of saying.
    fn says(&self, at: usize) -> bool {
        let id = self.reading.ids[at];
        let lemma = self.reading.lexicon.word(id).lemma(self.reading.tag(at));
        self.rules.words.says(lemma.unwrap_or(id))
    }

    /// Tells who speaks in the quotation that the sentence at hand leads to, whose frames begin at `told`.
    pub(super) fn quoted(&mut self, leads: Leads, number: usize, told: usize, out: &mut Vec<Frame<'x>>) {
        let Some(number_of_rule) = self.rules.quotes else {
            return;
        };
        let rule = &self.rules.rules[number_of_rule];
        if out[told..].iter().any(|frame| frame.event == rule.event) {
            return;
        }
        let Some((role, group, speaker)) = self.introduced_speaker(number_of_rule) else {
            return;
        };
        // Whom a pronoun stands for who has a name is told where it stands.
        if leads == Leads::Pointed && speaker.mention.is_some() {
            return;
        }
        let group = &self.clauses.groups[group];
        let trigger = self.reading.span(group.first as usize..group.end as usize);
        let rule = (rule.event, number_of_rule);
        out.push(Frame::told(rule, trigger, number, vec![(role, speaker)]));
        self.speaker = Some((number, speaker));
    }

    /// Whom the sentence is about: its first noun group, perhaps behind `for` or `to`, or the subject of its first verb.
    fn introduced_speaker(&self, rule: usize) -> Option<(usize, GroupId, Filler<'x>)> {
        let clauses = &self.clauses;
        let noun = |at: usize| {
            matches!(
                clauses.groups.get(at).map(|group| &group.kind),
                Some(GroupKind::Noun(_))
            )
        };
        let first = (0..clauses.groups.len().min(2))
            .find(|at| noun(*at))
            .filter(|at| {
                let mut before = clauses.groups[..*at].iter();
                before.all(|group| match group.kind {
                    GroupKind::Preposition(word) => {
                        word == self.rules.words.for_ || word == self.rules.words.to
                    }
                    _ => false,
                })
            });
        let verb = clauses.groups.iter().find_map(|group| match &group.kind {
            GroupKind::Verb(verb) if verb.finite() => Some(verb),
            _ => None,
        });
        let subject = verb.and_then(|verb| verb.subject);
        self.rules.rules[rule].fills.iter().find_map(|fill| {
            [first, subject].into_iter().flatten().find_map(|group| {
                let mut found = Vec::new();
                self.sight().take(Slot::Subject, group, fill.accept(), &mut found);
                found
                    .into_iter()
                    .next()
                    .map(|speaker| (fill.role, group, speaker))
            })
        })
    }
}
