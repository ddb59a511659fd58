//! Words for a company or country with which a sentence begins: "The company bought", "In August it bought".

use std::ops::Range;

use super::{is_it, Anaphor, Anaphors, Pointer, GROUP};
use crate::lexicon::Tag;
use crate::mention::Kind;
use crate::reading::Reading;

/// Among how many tokens a sentence may begin with "the company".
const OPENING: usize = 8;
/// Over how many tokens a phrase at the head of a sentence is followed.
const FRONT: usize = 24;

impl Anaphors {
    /// "The company" or the like with which a sentence begins before `head`.
    pub(super) fn opener(&self, reading: &Reading<'_>, first: usize, head: usize) -> Option<Pointer> {
        let pointer = |first: usize, head: usize, anaphor| Pointer {
            first: first as u32,
            head,
            anaphor,
            may_be_country: is_it(reading, head),
        };
        // "It sold", "Its shares"
        if first < head && matches!(reading.tag(first), Tag::Pronoun | Tag::Possessive) {
            if let Some(anaphor) = self.acting(reading, first) {
                return Some(pointer(first, first, anaphor));
            }
        }
        let near = first..head.min(first + OPENING);
        if let Some(it) = self.fronted_pronoun(reading, near.clone()) {
            return self.acting(reading, it).map(|anaphor| pointer(it, it, anaphor));
        }
        // "Under a pact signed with Peru on Monday, the carrier will build"
        let phrase = matches!(reading.tag(first), Tag::Preposition | Tag::To).then(|| {
            let mut front = first..head.min(first + FRONT);
            front.find(|token| reading.tokens[*token].is(b','))
        });
        let behind = phrase.flatten().map(|comma| comma + 1);
        let behind = behind.filter(|the| *the < head && reading.is(*the, "the"));
        if let Some(the) = behind {
            return self
                .description(reading, the, head)
                .map(|(token, anaphor)| pointer(the, token, anaphor));
        }
        let the = near.clone().find(|token| reading.is(*token, "the"))?;
        // "In August the company bought"
        let fronted = the > first;
        let hangs = fronted && matches!(reading.tag(the - 1), Tag::Preposition | Tag::To | Tag::Verb);
        // "Ann Roe, who joined the company, said"
        let hangs = hangs || (first..the).any(|token| reading.tag(token) == Tag::Wh);
        let (token, anaphor) = self.description(reading, the, head).filter(|_| !hangs)?;
        let any = self.any_company.contains(reading.ids[token]);
        (!fronted || any).then(|| pointer(the, token, anaphor))
    }

    /// The pronoun behind a phrase that opens a sentence: "In August it bought".
    fn fronted_pronoun(&self, reading: &Reading<'_>, mut near: Range<usize>) -> Option<usize> {
        let fronted = near
            .next()
            .filter(|first| reading.tag(*first) == Tag::Preposition)?;
        let it = near.find(|token| {
            let tag = reading.tag(*token);
            tag.is_verb() || matches!(tag, Tag::Be | Tag::Have | Tag::Modal | Tag::Pronoun | Tag::Wh)
        })?;
        let hangs = it == fronted + 1 || matches!(reading.tag(it - 1), Tag::Preposition | Tag::To);
        (!hangs && reading.tag(it) == Tag::Pronoun).then_some(it)
    }

    /// The noun for a company behind `the`, and how it points back: "the Dutch appliance maker".
    fn description(&self, reading: &Reading<'_>, the: usize, head: usize) -> Option<(usize, Anaphor)> {
        (the + 1..head.min(the + GROUP)).find_map(|token| {
            let noun = reading.tag(token) == Tag::Noun && !reading.is(token + 1, "of");
            let anaphor = self.acting(reading, token).filter(|_| noun)?;
            Some((token, self.in_place(reading, token, anaphor)))
        })
    }

    /// Whether a sentence begins with several who look on and have no name: "The bank's creditors met".
    pub(super) fn is_of_others(&self, reading: &Reading<'_>, first: usize) -> bool {
        let described = |token: &usize| {
            matches!(
                reading.tag(*token),
                Tag::Determiner | Tag::Possessive | Tag::Proper | Tag::Genitive | Tag::Adjective | Tag::Noun
            )
        };
        let end = reading.tokens.len().min(first + GROUP);
        let head = (first..end).find(|token| !described(token));
        head.is_some_and(|head| {
            reading.tag(head) == Tag::NounPlural && self.is_onlooker(reading.noun_lemma(head))
        })
    }

    /// How a word points back to an organisation or a country that acts.
    fn acting(&self, reading: &Reading<'_>, token: usize) -> Option<Anaphor> {
        let anaphor = *self.words.get(reading.ids[token])?;
        let acts = matches!(anaphor.kind, Kind::Organisation | Kind::Country);
        (acts && !anaphor.held).then_some(anaphor)
    }
}
