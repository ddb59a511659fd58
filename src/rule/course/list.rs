//! What stands above a list or table and tells what it is of: a heading, or a sentence that ends in a colon.

use super::{Course, Told};
use crate::lexicon::List;
use crate::mention::{Kind, Value};
use crate::rule::apply::Applier;
use crate::rule::filler::Filler;
use crate::text::ZoneKind;
use crate::token::Gap;

impl<'x> Course<'x> {
    /// What stands above a list has no figure: what the article is about, the list tells. `date`: of when.
    pub(in crate::rule) fn open_list(&mut self, sentence: usize, apart: bool, date: Option<Filler<'x>>) {
        // "Imports fell to $3bn. The largest were:" goes on with the sentence before it.
        if let Some(first) = self.first.as_ref().filter(|_| apart) {
            self.last = Some(Told {
                sentence,
                ..first.clone()
            });
        }
        if let Some(last) = self.last.as_mut().filter(|_| date.is_some()) {
            last.date = date;
        }
    }

    /// Whether a statistic of an event type was told that is no part of another.
    pub(in crate::rule) fn has_whole(&self, event: usize) -> bool {
        self.whole.iter().any(|told| told.event == event)
    }

    /// A row of a list tells what the sentences behind the list may go on with.
    pub(in crate::rule) fn tell_row(&mut self, event: usize, sentence: usize) {
        self.turned = false;
        if let Some(last) = &mut self.last {
            last.sentence = sentence;
            last.event = event;
        }
    }
}

impl Applier<'_, '_> {
    /// Notes that a heading gives the currency of the figures below: "Exports ($ million)".
    pub(in crate::rule) fn note_currency(&mut self, tokens: std::ops::Range<usize>, sentence: usize) {
        let currency = |token: usize| {
            let mut hits = self.reading.hits_at(token).iter();
            hits.any(|hit| hit.list == List::Currencies)
        };
        let mut mentions = self.mentions.within(tokens.start as u32, tokens.end as u32);
        if tokens.clone().any(currency) && !mentions.any(|mention| mention.kind() == Kind::Money) {
            self.course.currency = Some(sentence);
        }
    }

    /// Notes the measure that a heading names, whatever its capitals hide from the grammar: "EXPORTS BY MAKER, October".
    pub(in crate::rule) fn note_measure(&mut self, tokens: std::ops::Range<usize>, sentence: usize) {
        let rules = self.rules;
        // What stands in brackets tells units, "by crop" what the items are, and "according to" who says so; the name of a
        // body tells nothing.
        let ends = |token: usize| {
            ["by", "according"]
                .iter()
                .any(|word| self.reading.is(token, word))
        };
        let open = |token: &usize| !self.reading.tokens[*token].is(b'(') && !ends(*token);
        let bodies = self.mentions.within(tokens.start as u32, tokens.end as u32);
        let bodies = bodies.filter(|mention| mention.kind() == Kind::Organisation);
        let named = |token: &usize| {
            let token = *token as u32;
            bodies.clone().any(|body| (body.first..body.end).contains(&token))
        };
        let mut words = tokens.take_while(open).filter(|token| !named(token));
        let course = &self.course;
        let told = |event: usize| course.has_whole(event);
        let found = words.find_map(|token| {
            let lemma = self.reading.noun_lemma(token);
            rules.measured_by(lemma).or_else(|| rules.parted_by(lemma, told))
        });
        if let Some(event) = found {
            self.course.head(event, sentence);
        }
    }

    /// Notes that a list stands below: "Best-selling goods in May, the chamber said:".
    pub(in crate::rule) fn note_list(&mut self, tokens: std::ops::Range<usize>, sentence: usize) {
        let apart = self.reading.tokens[tokens.start].gap >= Gap::Line;
        let mut mentions = self.mentions.within(tokens.start as u32, tokens.end as u32);
        // "Exports (value; against 2023)": a time that is compared with is none of theirs.
        let compared = |first: usize| first > 0 && self.rules.compares(self.reading.ids[first - 1]);
        let date = mentions.find(|mention| {
            let when = matches!(mention.value(), Value::Date(when) if !when.vague);
            when && !compared(mention.first as usize)
        });
        let date = date.map(|date| Filler {
            inherited: true,
            ..self.of_mention(date, "time")
        });
        self.course.open_list(sentence, apart, date);
        self.note_measure(tokens, sentence);
    }

    /// Whether a sentence ends in a colon above a list or table.
    pub(in crate::rule) fn opens_list(&self, tokens: std::ops::Range<usize>) -> bool {
        let below = self.reading.tokens.get(tokens.end);
        let colon = self.reading.tokens[tokens.clone()]
            .last()
            .is_some_and(|token| token.is(b':'));
        let list = |zone| matches!(zone, ZoneKind::Bullet | ZoneKind::Table);
        colon && below.is_some() && list(self.reading.zone(tokens.end))
    }
}
