//! Whose the lines of a list are: a press release lists in short what its company did.

use super::apply::Applier;
use super::filler::Filler;
use super::standing::{hangs, is_body};
use crate::clause::GroupId;
use crate::mention::{Kind, Mention};
use crate::text::ZoneKind;
use crate::token::Sentence;

/// How many items, headings and lines may stand before the running text, and how many items in a list.
const ITEMS: usize = 16;

impl<'x> Applier<'_, 'x> {
    /// Whose an item of a list is.
    pub(super) fn whose_item(&self, at: GroupId, sentence: usize) -> Option<Filler<'x>> {
        let company = self.releaser(sentence).filter(|_| self.is_item(at))?;
        Some(Filler {
            inherited: true,
            ..self.of_mention(company, "subject")
        })
    }

    /// The company whose list a line belongs to: that of the headline, or of the first sentence behind it, where no running
    /// text stands before; else that of the line above the list, or the one that the article is about.
    pub(super) fn releaser(&self, sentence: usize) -> Option<&Mention<'x>> {
        let zone = |number: usize| {
            let sentence = self.reading.sentences.get(number)?;
            Some(self.reading.zone(sentence.first as usize))
        };
        let leads = sentence < ITEMS && !(0..sentence).any(|number| zone(number) == Some(ZoneKind::Body));
        if leads {
            let headline = (0..sentence).filter(|number| zone(*number) == Some(ZoneKind::Headline));
            let behind = (sentence..sentence + ITEMS).find(|number| zone(*number) == Some(ZoneKind::Body));
            return headline
                .chain(behind)
                .find_map(|number| self.names_company(number));
        }
        let above = self.above_list(sentence).map(|(number, _)| number);
        above
            .filter(|number| self.announces(*number) || zone(*number) == Some(ZoneKind::Heading))
            .and_then(|number| self.names_company(number))
            .or_else(|| self.protagonist().filter(|firm| self.is_in_lead(firm)))
    }

    /// Whether a name stands in the first sentence of the running text, or before it.
    fn is_in_lead(&self, name: &Mention<'x>) -> bool {
        self.lead_end().is_none_or(|end| name.first < end)
    }

    /// Whether the first sentence of the running text, or what stands before it, names somebody.
    pub(super) fn is_led_by(&self, whose: &Mention<'x>) -> bool {
        let Some(end) = self.lead_end() else { return true };
        let mut named = self.mentions.within(0, end);
        named.any(|mention| mention.is_same(whose))
    }

    /// Where the first sentence of the running text ends.
    fn lead_end(&self) -> Option<u32> {
        let mut sentences = self.reading.sentences.iter().take(ITEMS);
        let lead = sentences.find(|sentence| self.reading.zone(sentence.first as usize) == ZoneKind::Body);
        lead.map(|lead| lead.end)
    }

    /// The company that a sentence names as who does something.
    fn names_company(&self, number: usize) -> Option<&Mention<'x>> {
        let Sentence { first, end } = *self.reading.sentences.get(number)?;
        let mut named = self.mentions.within(first, end);
        named.find(|mention| {
            mention.kind() == Kind::Organisation
                && !is_body(self.reading, mention)
                && !hangs(self.reading, mention)
        })
    }

    /// The time that the heading above a list tells for the figures of its items: "Second quarter highlights".
    pub(super) fn period_above(&self, at: GroupId) -> Option<Filler<'x>> {
        let first = self.clauses.groups[at].first as usize;
        let (above, sentence) = self
            .above_list(self.reading.sentence_of(first))
            .filter(|_| self.is_item(at))?;
        let heading = self.reading.zone(sentence.first as usize) == ZoneKind::Heading;
        (heading || self.announces(above)).then_some(())?;
        let mut told = self.mentions.within(sentence.first, sentence.end);
        let period = told.find(|mention| mention.kind() == Kind::Date && !mention.is_day())?;
        Some(Filler {
            inherited: true,
            ..self.of_mention(period, "time")
        })
    }

    /// The last sentence before a list.
    fn above_list(&self, item: usize) -> Option<(usize, Sentence)> {
        let mut before = (0..item).rev().take(ITEMS);
        before.find_map(|number| {
            let sentence = *self.reading.sentences.get(number)?;
            let item = self.reading.zone(sentence.first as usize) == ZoneKind::Bullet;
            (!item).then_some((number, sentence))
        })
    }

    /// Whether a sentence ends in a colon.
    fn announces(&self, number: usize) -> bool {
        let last = self
            .reading
            .sentences
            .get(number)
            .and_then(|sentence| sentence.end.checked_sub(1));
        last.is_some_and(|last| self.reading.tokens[last as usize].is(b':'))
    }
}
