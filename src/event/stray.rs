//! Figures that stand in the sentence of an event and fill nothing, where their kind tells of what they are: "spread over
//! 60 acres, the plant ...".

use super::merge::{Merged, Merger};
use super::Evidence;
use crate::lexicon::WordSet;
use crate::mention::{Mention, MentionId, Value};
use crate::rule::{Accept, Filler, Stray, SUM};
use crate::text::Span;

/// How many words a figure's noun and what it is of take: `tonnes of copper cathode`.
const LONG: usize = 6;
/// How many tokens the items of a bracket take before one of them.
const BRACKET: usize = 14;
/// How many words before a figure tell what it is.
const NEAR: usize = 5;

impl<'x> Merger<'_, 'x> {
    /// Fills roles of figures from the sentences that tell of one event of their type alone.
    pub(super) fn gather_strays(&self, merged: &mut [Merged<'x>]) {
        let strays = |known: &Merged<'x>| &self.rules.events[known.frame.event].strays;
        if merged.iter().all(|known| strays(known).is_empty()) {
            return;
        }
        let mut claimed: Vec<_> = merged
            .iter()
            .flat_map(|known| &known.frame.roles)
            .filter_map(|(_, filler)| filler.mention)
            .collect();
        claimed.sort_unstable();
        let place = |known: &Merged<'x>, evidence: &Evidence| (known.frame.event, evidence.span.start());
        let mut told: Vec<_> = merged
            .iter()
            .flat_map(|known| known.evidence.iter().map(|evidence| place(known, evidence)))
            .collect();
        told.sort_unstable();
        for known in merged {
            let alone = |evidence: &&Evidence| {
                let place = place(known, evidence);
                let from = told.partition_point(|other| *other < place);
                told.get(from + 1) != Some(&place)
            };
            let sentences: Vec<Span> = known
                .evidence
                .iter()
                .filter(alone)
                .map(|evidence| evidence.span)
                .collect();
            for stray in strays(known) {
                if known.frame.has(stray.role) {
                    continue;
                }
                let free = |mention: MentionId| claimed.binary_search(&mention).is_err();
                let found = sentences
                    .iter()
                    .find_map(|sentence| self.stray_in(*sentence, stray, free));
                let filler = found.map(|mention| Filler {
                    mention: Some(mention.id()),
                    ..Filler::of_words(mention.span(), "stray")
                });
                known
                    .frame
                    .roles
                    .extend(filler.map(|filler| (stray.role, filler)));
            }
        }
    }

    /// The only figure in a sentence that fits.
    fn stray_in(
        &self,
        sentence: Span,
        stray: &Stray,
        free: impl Fn(MentionId) -> bool,
    ) -> Option<&Mention<'x>> {
        let from = self
            .mentions
            .partition_point(|mention| mention.span().start() < sentence.start());
        let within = self.mentions[from..].iter();
        let within = within.take_while(|mention| mention.span().start() < sentence.end());
        let mut fitting = within.filter(|mention| self.fits(stray, mention) && free(mention.id()));
        let one = fitting.next()?;
        fitting.next().is_none().then_some(one)
    }

    fn fits(&self, stray: &Stray, mention: &Mention<'x>) -> bool {
        let kind = stray.accept.iter().any(|accept| match accept {
            Accept::Kind(kind) => mention.kind() == *kind,
            Accept::Measured(units) => matches!(mention.value(), Value::Measure { unit, .. } if units.iter().any(|known| known.as_str() == unit.as_ref())),
            _ => false,
        });
        kind && match stray.pace {
            Some(true) => self.is_paced(mention),
            Some(false) => !self.is_of_piece(mention),
            None => true,
        } && (stray.after.is_empty()
            || self.stands_beside(&stray.after, mention)
            || stray.pace == Some(false) && self.is_listed(mention))
            && !self.is_compared(mention)
    }

    /// "at a cost of $3m", "now goes for $5", "a 6% stake"
    fn stands_beside(&self, words: &WordSet, mention: &Mention<'x>) -> bool {
        let (first, end) = (mention.first as usize, mention.end as usize);
        let behind = end..self.reading.ids.len().min(end + 1);
        let percent = matches!(mention.value(), Value::Percent { .. });
        // "shares representing 5%", but not "shares representing holders of 5%"
        let from = first.saturating_sub(NEAR);
        let noun = (from..first)
            .rev()
            .find(|at| percent && self.reading.tag(*at).is_noun());
        let near = noun.unwrap_or(from)..first;
        near.chain(behind).any(|at| {
            let id = self.reading.ids[at];
            let lemma = self.reading.lexicon.word(id).lemma(self.reading.tag(at));
            words.contains(lemma.unwrap_or(id)) || words.contains(id)
        })
    }

    /// "its mill in Lima (9,000 tonnes a year; $5m)": the one sum in a bracket, behind another figure.
    fn is_listed(&self, mention: &Mention<'x>) -> bool {
        let first = mention.first as usize;
        let mark = |at: usize, mark: u8| self.reading.tokens[at].is(mark);
        let parted = first > 0 && (mark(first - 1, b';') || mark(first - 1, b','));
        let mut before = (first.saturating_sub(BRACKET)..first).rev();
        let open = before.find(|at| mark(*at, b'(') || mark(*at, b')'));
        let Some(open) = open.filter(|open| parted && mark(*open, b'(')) else {
            return false;
        };
        let known = self.mentions[..mention.id().index()].iter().rev().take(NEAR);
        let mut inside = known.filter(|known| known.first as usize > open);
        let figure =
            |known: &Mention<'x>| matches!(known.value(), Value::Measure { .. } | Value::Count { .. });
        inside.any(figure)
    }

    /// "$3 a share", "$2 for each of them"
    fn is_of_piece(&self, mention: &Mention<'x>) -> bool {
        let small = matches!(mention.value(), Value::Money { amount, .. } if amount.low.abs() < SUM);
        small || self.stands_at(mention.end as usize, &self.rules.words.each)
    }

    /// "60 tonnes of yarn a day": so much in each of some time.
    fn is_paced(&self, mention: &Mention<'x>) -> bool {
        let words = &self.rules.words;
        let end = mention.end as usize;
        let of = end + usize::from(self.reading.is(end, "of")) * LONG;
        (end..=of).any(|at| {
            self.stands_at(at, &words.paced)
                || self.stands_at(at, &words.each) && self.stands_at(at + 1, &words.pace)
        })
    }

    fn stands_at(&self, at: usize, words: &WordSet) -> bool {
        self.reading.ids.get(at).is_some_and(|id| words.contains(*id))
    }

    /// "from $5", "than $5"
    fn is_compared(&self, mention: &Mention<'x>) -> bool {
        let before = (mention.first as usize).checked_sub(1);
        before.is_some_and(|at| self.rules.compares(self.reading.ids[at]))
    }
}
