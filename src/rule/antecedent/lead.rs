//! Whom an article is about from its first sentences on: a paragraph of several sentences about somebody else comes back to them.

use super::{Pointer, BESIDE};
use crate::lexicon::Tag;
use crate::mention::{EntityId, Kind, Mention};
use crate::reading::Reading;
use crate::rule::anaphora::Anaphors;
use crate::rule::standing::{hangs, is_body};
use crate::text::ZoneKind;
use crate::token::Gap;

/// How many sentences tell whom an article is about.
const HEAD: usize = 3;
/// In how many mentions they are looked for, and counted.
const FIRST: usize = 64;

impl Anaphors {
    /// Whom an article is about: the first organisation of its first sentences, if it stands where their subject does.
    pub(super) fn lead<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        all: &'a [Mention<'x>],
        pointer: Pointer,
    ) -> Option<&'a Mention<'x>> {
        let mut known = all.iter().take(FIRST).filter(|mention| {
            mention.kind() == Kind::Organisation
                && reading.sentence_of(mention.first as usize) < HEAD
                && !is_body(reading, mention)
        });
        known.next().filter(|lead| {
            !pointer.anaphor.by_name
                && self.may_be(reading, lead, pointer)
                && !self.is_aside(reading, lead)
                && !is_behind_verb(reading, lead)
        })
    }
}

/// Whether a paragraph comes back to whom the article is about from somebody else, who is named last before it.
pub(super) fn comes_back(
    reading: &Reading<'_>,
    all: &[Mention<'_>],
    lead: &Mention<'_>,
    pointer: Pointer,
    last: &Mention<'_>,
) -> bool {
    let own = reading.sentence_of(pointer.first as usize);
    let other = reading.sentence_of(last.first as usize);
    let turns = (other + 1..=own).any(|number| opens(reading, number));
    // Where each sentence is a paragraph, one goes on with the other.
    let long = turns && !(opens(reading, other) && opens(reading, other + 1));
    let first = &all[..all.len().min(FIRST)];
    let times = |entity: Option<EntityId>| {
        let named = first.iter().filter(|mention| mention.entity == entity);
        named.count()
    };
    long && last.kind() == Kind::Organisation
        && !lead.is_same(last)
        && times(lead.entity) >= times(last.entity)
}

/// Whether a sentence opens a paragraph.
fn opens(reading: &Reading<'_>, number: usize) -> bool {
    reading.sentences.get(number).is_none_or(|sentence| {
        let first = sentence.first as usize;
        reading.tokens[first].gap == Gap::Paragraph || reading.zone(first) != ZoneKind::Body
    })
}

/// Whether a name hangs on a preposition behind the verb of its sentence, and does not do what that tells: "bought from Acme".
pub(super) fn is_behind_verb(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let first = mention.first as usize;
    let sentence = reading.sentence_tokens(first);
    let verb = |token: usize| {
        let tag = reading.tag(token);
        tag.is_verb() || matches!(tag, Tag::Be | Tag::Have | Tag::Modal)
    };
    if !hangs(reading, mention) || !(sentence.start..first).any(verb) {
        return false;
    }
    // "was built by Acme"
    let near = (sentence.start..first).rev().take(BESIDE);
    let by = near
        .into_iter()
        .find(|token| matches!(reading.tag(*token), Tag::Preposition | Tag::To) || verb(*token));
    let agent = by.is_some_and(|by| reading.is(by, "by"));
    !agent || reading.tag(mention.end as usize) == Tag::Genitive
}
