//! Whose a bare figure is, of which no sentence says whose: that of the company that the article, or the sentence before, is
//! about.

use super::apply::Applier;
use super::filler::Filler;
use super::standing::{hangs, is_of_unlisted};
use super::Rule;
use crate::clause::GroupId;
use crate::mention::{Kind, Mention};
use crate::token::{Gap, Sentence};

impl<'x> Applier<'_, 'x> {
    /// The company that a figure is of. `company`: nobody else has such figures.
    pub(super) fn of_company(
        &self,
        at: GroupId,
        rule: &Rule,
        sentence: usize,
        company: bool,
        roles: &[(usize, Filler<'x>)],
    ) -> Option<Filler<'x>> {
        let first = self.reading.sentences.get(sentence)?.first;
        let market = self.is_done_by_others(at) && !self.subject_fills(at, roles)
            || self.is_of_goods(at, rule, roles) && !self.points_at_company(None);
        // Of companies, who that is, is the one told of last.
        let found = if company {
            // Behind a list nobody was told of last.
            let about = || self.protagonist().filter(|firm| self.does_business(firm));
            self.company_before(first).or_else(about)
        } else if market {
            None
        } else {
            self.whole(rule, sentence)
                .or_else(|| self.of_near_company(at, rule, first))
        };
        found.map(|mention| Filler {
            inherited: true,
            ..self.of_mention(mention, "subject")
        })
    }

    /// The company that the sentences before a token tell of. The rules of a sentence ask for the same one again and again.
    pub(super) fn company_before(&self, before: u32) -> Option<&Mention<'x>> {
        let mentions = self.mentions.mentions;
        let found = match self.company.get() {
            Some((known, found)) if known == before => found,
            _ => {
                let found = self.rules.anaphors.company(self.reading, mentions, before);
                let found = found.map(Mention::id);
                self.company.set(Some((before, found)));
                found
            }
        };
        mentions.get(found?.index())
    }

    /// The company that the sentence before is about, if nothing tells that a figure may be of a country or of a market.
    fn of_near_company(&self, at: GroupId, rule: &Rule, first: u32) -> Option<&Mention<'x>> {
        // A country's exports and imports are told of beside companies, too.
        let national = self.rules.events[rule.event].national;
        if self.is_of_market(at) || national.is_some_and(|national| !national.near) {
            return None;
        }
        // "Output rose" may be that of a country, "9,000 drills were sold" is not.
        let verb = self.clauses.noun(at).is_none();
        self.near_company(first as usize)
            .filter(|found| verb || self.does_business(found))
    }

    /// The company that the sentence before in the same paragraph is about, where a sentence tells of no country: "Bosch recalled
    /// 300 drills. Last year 9,000 drills were sold".
    fn near_company(&self, first: usize) -> Option<&Mention<'x>> {
        let Sentence { first, end } = *self.reading.sentences.get(self.reading.sentence_of(first))?;
        let opens = self.reading.tokens[first as usize].gap == Gap::Paragraph;
        let land = |mention: &Mention<'_>| matches!(mention.kind(), Kind::Country | Kind::Organisation);
        if opens || self.mentions.within(first, end).any(land) {
            return None;
        }
        let found = self.company_before(first)?;
        let near =
            self.reading.sentence_of(found.first as usize) + 1 == self.reading.sentence_of(first as usize);
        (near && !hangs(self.reading, found)).then_some(found)
    }

    /// Whether a sentence is about somebody whose name no list knows.
    pub(super) fn is_of_unlisted(&self, number: usize) -> bool {
        self.reading.sentences.get(number).is_some_and(|sentence| {
            let mut named = self.mentions.within(sentence.first, sentence.end);
            let named = named.find(|mention| mention.kind() == Kind::Organisation);
            let end = named.map_or(sentence.end, |named| named.first);
            is_of_unlisted(self.reading, sentence.first as usize..end as usize)
        })
    }
}
