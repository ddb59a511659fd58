//! Lines that leave out who does what they tell: `• Opened a plant in Peru`.

use std::ops::Range;

use super::Reading;
use crate::lexicon::{Class, Tag};
use crate::text::ZoneKind;
use crate::token::Gap;

/// How many tokens may stand before the verb: `3. Successfully`.
const OPENING: usize = 4;

impl Reading<'_> {
    /// The verb that the line of a sentence begins with, if it leaves out who does it. Lists do so, and lines of them that have
    /// lost their marks.
    pub(crate) fn headless(&self, sentence: Range<usize>) -> Option<usize> {
        let words = |at: &usize| !matches!(self.tag(*at), Tag::Mark | Tag::Adverb | Tag::Number);
        let first = sentence.start;
        let verb = sentence.take(OPENING).find(words)?;
        let told = match self.zone(verb) {
            ZoneKind::Bullet => true,
            ZoneKind::Heading | ZoneKind::Body => verb == first && self.tokens[verb].gap >= Gap::Line,
            _ => false,
        };
        let verbs = match self.tag(verb) {
            Tag::VerbPast | Tag::VerbS => true,
            // `• Awarded a $3m contract by Vale`
            Tag::VerbPart => self.is_of(verb, Class::Honoured),
            _ => false,
        };
        (told && verbs).then_some(verb)
    }
}
