//! Whom an article is about from its first sentences on: a paragraph of several sentences about somebody else comes back to them.

use super::Pointer;
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};
use crate::reading::Reading;
use crate::rule::anaphora::Anaphors;
use crate::rule::standing::{is_body, preposition_before};
use crate::text::ZoneKind;
use crate::token::Gap;

/// How many sentences tell whom an article is about.
const HEAD: usize = 3;
/// How many sentences before whoever was named last a heading opens their matter.
const SECTION: usize = 4;
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
        let end = reading
            .sentences
            .get(HEAD)
            .map_or(u32::MAX, |sentence| sentence.first);
        let first = all.iter().take(FIRST).take_while(|mention| mention.first < end);
        let known = first.filter(|mention| mention.kind() == Kind::Organisation);
        // "BYD partner starts work": headlines are short.
        let body = |mention: &&Mention<'x>| reading.zone(mention.first as usize) == ZoneKind::Body;
        let acts = |mention: &&Mention<'x>| !is_body(reading, mention);
        let lead = known.clone().filter(body).find(acts);
        let lead = lead.or_else(|| known.clone().find(acts));
        lead.filter(|lead| {
            !pointer.anaphor.by_name
                && self.may_be(reading, lead, pointer)
                && !self.is_aside(reading, lead)
                && !stands_apart(reading, lead)
        })
    }
}

/// The country that an article is about: the first of its first sentences, if it stands where their subject does.
pub(in crate::rule) fn lead_country<'a, 'x>(
    reading: &Reading<'x>,
    all: &'a [Mention<'x>],
) -> Option<&'a Mention<'x>> {
    let mut known = all.iter().take(FIRST).filter(|mention| {
        mention.kind() == Kind::Country
            && reading.sentence_of(mention.first as usize) < HEAD
            && reading.zone(mention.first as usize) == ZoneKind::Body
    });
    known.next().filter(|lead| !stands_apart(reading, lead))
}

/// Whether a paragraph comes back to whom the article is about from somebody else, who is named last before it.
pub(in crate::rule) fn comes_back(
    reading: &Reading<'_>,
    all: &[Mention<'_>],
    lead: &Mention<'_>,
    first: u32,
    last: &Mention<'_>,
) -> bool {
    let own = reading.sentence_of(first as usize);
    let other = reading.sentence_of(last.first as usize);
    let turns = (other + 1..=own).any(|number| opens(reading, number));
    // A heading opens another matter.
    let headed = (other + 1).saturating_sub(SECTION)..=own;
    let headed = headed.into_iter().any(|number| is_heading(reading, number));
    // Where each sentence is a paragraph, one goes on with the other.
    let long = turns && !(opens(reading, other) && opens(reading, other + 1));
    let first = &all[..all.len().min(FIRST)];
    let times = |one: &Mention<'_>| {
        let named = first
            .iter()
            .filter(|mention| mention.kind() == one.kind() && mention.is_same(one));
        named.count()
    };
    long && !headed && !lead.is_same(last) && times(lead) >= times(last)
}

/// Whether a description tells that somebody is based in the place of the dateline.
pub(super) fn is_of_dateline(reading: &Reading<'_>, pointer: Pointer) -> bool {
    /// Among how many tokens the dateline stands.
    const FRONT: usize = 48;
    let based = |at: &usize| reading.tokens[at + 1].is_hyphen() && reading.is(at + 2, "based");
    let mut described = pointer.first as usize..pointer.head.saturating_sub(2);
    let seat = described.find(based);
    seat.is_some_and(|seat| {
        let mut front = 0..reading.tokens.len().min(FRONT);
        front.any(|at| {
            matches!(
                reading.zone(at),
                ZoneKind::Dateline | ZoneKind::Header | ZoneKind::Byline
            ) && reading.tokens[at].hash == reading.tokens[seat].hash
        })
    })
}

/// Whether a sentence opens a paragraph.
fn opens(reading: &Reading<'_>, number: usize) -> bool {
    reading.sentences.get(number).is_none_or(|sentence| {
        let first = sentence.first as usize;
        reading.tokens[first].gap == Gap::Paragraph || reading.zone(first) != ZoneKind::Body
    })
}

fn is_heading(reading: &Reading<'_>, number: usize) -> bool {
    let sentence = reading.sentences.get(number);
    sentence.is_some_and(|sentence| reading.zone(sentence.first as usize) == ZoneKind::Heading)
}

/// Whether a name hangs on a preposition so that its sentence is about somebody else: "an order from Acme is worth", "was bought
/// from Acme"; not so "shares in Acme fell", "was built by Acme".
pub(super) fn stands_apart(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let first = mention.first as usize;
    let Some(word) = preposition_before(reading, first) else {
        return false;
    };
    let is = |preposition: &str| reading.is(word, preposition);
    // "according to Acme"
    if word > 0 && reading.is(word - 1, "according") {
        return false;
    }
    if is("by") {
        return reading.tag(mention.end as usize) == Tag::Genitive;
    }
    let verb = |token: usize| {
        let tag = reading.tag(token);
        tag.is_verb() || matches!(tag, Tag::Be | Tag::Have | Tag::Modal)
    };
    let part = ["of", "in", "at", "for"].into_iter().any(is);
    !part || (reading.sentence_tokens(first).start..first).any(verb)
}
