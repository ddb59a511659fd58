//! Who is described before they are named: "A biscuit maker is to close its bakery. Thornley Foods, which …"

use super::{Anaphor, Pointer, GROUP};
use crate::clause::{Group, NounGroup};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};
use crate::reading::Reading;
use crate::rule::anaphora::Anaphors;
use crate::text::ZoneKind;

/// How many sentences open an article, its headline and byline among them.
const HEAD: usize = 6;
/// How many sentences behind one that describes somebody name them.
const AHEAD: usize = 2;
/// Among how many mentions they are looked for.
const FIRST: usize = 48;

impl Anaphors {
    /// The company with whose name one of the next sentences begins, where a noun group describes it in the first of an
    /// article and nobody has been named till then.
    pub(in crate::rule) fn named_ahead<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        group: &Group,
        noun: &NounGroup,
    ) -> Option<&'a Mention<'x>> {
        let (first, head) = (group.first as usize, noun.head as usize);
        let number = reading.sentence_of(first);
        let described = !noun.named
            && noun.apposition.is_none()
            && reading.is_indefinite(first)
            && head - first < 2 * GROUP
            && number < HEAD
            && reading.zone(first) == ZoneKind::Body
            && reading.tag(head) == Tag::Noun
            && self.is_business(noun.lemma);
        let end = reading.sentences.get(number + 1).filter(|_| described)?.first;
        let told = |mention: &&Mention<'x>| {
            mention.kind() == Kind::Organisation && reading.zone(mention.first as usize) == ZoneKind::Body
        };
        // Of whom nobody was told before.
        let named = mentions.iter().take(FIRST).find(told)?;
        let next = reading.sentence_of(named.first as usize);
        let opens = reading.sentences[next].first == named.first;
        let pointer = Pointer {
            first: group.first,
            head,
            anaphor: Anaphor {
                kind: Kind::Organisation,
                by_name: false,
                held: false,
            },
            may_be_country: false,
        };
        let fits =
            named.first >= end && opens && next <= number + AHEAD && self.may_be(reading, named, pointer);
        fits.then_some(named)
    }
}
