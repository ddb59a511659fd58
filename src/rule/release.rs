//! Whose the items right under a headline are: a press release lists in short what its first sentences tell.

use super::apply::Applier;
use super::filler::Filler;
use super::standing::{hangs, is_body};
use crate::clause::GroupId;
use crate::mention::{Kind, Mention};
use crate::text::ZoneKind;

/// How many items, headings and lines may stand before the running text.
const ITEMS: usize = 16;

impl<'x> Applier<'_, 'x> {
    /// The company of the headline, or of the first sentence behind, for an item of a list between both.
    pub(super) fn releaser(&self, at: GroupId, sentence: usize) -> Option<Filler<'x>> {
        if sentence >= ITEMS || !self.is_item(at) {
            return None;
        }
        let zone = |number: usize| {
            let sentence = self.reading.sentences.get(number)?;
            Some(self.reading.zone(sentence.first as usize))
        };
        if (0..sentence).any(|number| zone(number) == Some(ZoneKind::Body)) {
            return None;
        }
        let named = |number: usize| {
            let sentence = self.reading.sentences.get(number)?;
            let mut named = self.mentions.within(sentence.first, sentence.end);
            named.find(|mention| {
                mention.kind() == Kind::Organisation
                    && !is_body(self.reading, mention)
                    && !hangs(self.reading, mention)
            })
        };
        let headline = (0..sentence).filter(|number| zone(*number) == Some(ZoneKind::Headline));
        let behind = (sentence..sentence + ITEMS).find(|number| zone(*number) == Some(ZoneKind::Body));
        let company: &Mention<'x> = headline.chain(behind).find_map(named)?;
        Some(Filler {
            inherited: true,
            ..self.of_mention(company, "subject")
        })
    }
}
