//! For whom whoever is quoted says `we` and `I`, and who says what `it` does: "“We have bought Scania,” said Ana Roe,
//! chairwoman of Siemens", "Siemens said that it would".

use super::Sight;
use crate::clause::{GroupId, GroupKind, Slot, VerbGroup};
use crate::lexicon::{Keyword, Keywords};
use crate::mention::{Kind, Mention};
use crate::rule::filler::Filler;
use crate::rule::standing::is_body;
use crate::rule::Accept;

/// How many groups before a pronoun stands who says what it does.
const TOLD: usize = 6;

impl<'x> Sight<'_, 'x> {
    /// The company that says right before a pronoun what it does: "Scania rose after Bosch said that it would buy Valeo".
    pub(super) fn teller(&self, id: GroupId) -> Option<&Mention<'x>> {
        let (groups, noun) = (&self.clauses.groups, self.clauses.noun(id)?);
        let first = groups[id].first as usize;
        let it = noun.pronoun && (self.reading.is(first, "it") || self.reading.is(first, "they"));
        let before = (id.saturating_sub(TOLD)..id).rev().filter(|_| it);
        let mut verb = before.skip_while(|at| match &groups[*at].kind {
            GroupKind::Noun(noun) => noun.time,
            GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Comma | GroupKind::Relative => false,
            _ => true,
        });
        let verb = self.clauses.verb(verb.next()?);
        // "Bosch expects it to sell": somebody else.
        let verb = verb
            .filter(|verb| verb.finite() && verb.says && !verb.passive && self.before_doer(id).is_none())?;
        let subject = verb.subject.filter(|subject| *subject < id)?;
        let (group, teller) = (&groups[subject], self.clauses.noun(subject)?);
        // "Bosch and Valeo said it"
        let alone = teller.next.is_none() && teller.chain.is_none();
        let mut named = self.mentions.within(group.first, group.end);
        named.find(|mention| {
            let heads = mention.first <= teller.head && teller.head < mention.end;
            alone && heads && mention.kind() == Kind::Organisation && !is_body(self.reading, mention)
        })
    }

    /// Whether a noun group is, or begins with, a word for whoever speaks.
    pub(super) fn is_of_speaker(&self, id: GroupId) -> bool {
        const OURS: Keywords = Keywords::of(&[Keyword::We, Keyword::Our, Keyword::I, Keyword::My]);
        self.reading.among(self.clauses.groups[id].first as usize, OURS)
    }

    /// Who speaks, or for whom, as a filler of the first kind that is taken.
    pub(super) fn speaker(&self, slot: Slot, id: GroupId, accept: &[Accept]) -> Option<Filler<'x>> {
        let first = self.clauses.groups[id].first;
        let quotations = &self.reading.quotations;
        let after = quotations.partition_point(|quotation| quotation.first <= first);
        let quotation = quotations[..after]
            .last()
            .filter(|quotation| first < quotation.end)?;
        let sentence = self.reading.sentence_tokens(first as usize);
        let outside = |token: u32| token < quotation.first || token >= quotation.end;
        let speaks = |verb: &VerbGroup| verb.finite() && outside(verb.head) && verb.says;
        let mut verbs = (0..self.clauses.groups.len()).filter_map(|at| self.clauses.verb(at));
        let subject = verbs.find(|verb| speaks(verb))?.subject?;
        let person = |accept: &Accept| {
            let beside = self.clauses.noun(subject)?.apposition;
            let named = |at: GroupId| {
                let group = &self.clauses.groups[at];
                self.mentions
                    .within(group.first, group.end)
                    .find(|mention| self.is(mention, accept))
            };
            named(subject).or_else(|| named(beside?))
        };
        let behind = self.mentions.within(quotation.end, sentence.end as u32);
        let before = self.mentions.within(sentence.start as u32, quotation.first);
        let side = |accept: &Accept| {
            let fits = |mention: &&Mention<'x>| {
                self.is(mention, accept) && !self.anaphors.reports(self.reading, mention)
            };
            behind
                .clone()
                .find(fits)
                .or_else(|| before.clone().filter(fits).last())
        };
        let one = self.reading.is(first as usize, "i") || self.reading.is(first as usize, "my");
        // "We will raise the tax, the minister said": for whom she speaks is another question.
        let herself = one || matches!(accept.first(), Some(Accept::Kind(Kind::Person)));
        let found = accept.iter().find_map(|accept| match accept {
            Accept::Kind(Kind::Person) if herself => person(accept),
            Accept::Kind(Kind::Organisation) | Accept::Sort(_) if !one => side(accept),
            _ => None,
        });
        found.map(|mention| self.filler(mention, slot))
    }
}
