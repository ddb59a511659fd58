//! Where a name stands in its sentence: in what is told at all, on a preposition, in a clause within, and whether it acts.

use std::ops::Range;

use super::condition::is_reporter;
use crate::lexicon::{Class, Tag};
use crate::mention::{organisation, Kind, Mention, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;

/// Over how many tokens before a name its preposition is looked for.
const PHRASE: usize = 8;

/// How many tokens a description of a name between commas may have.
const DESCRIBED: usize = 12;

/// Whether an organisation is none that does business: it governs, or tells what others do.
pub(super) fn is_body(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    is_reporter(reading, mention)
        || matches!(mention.value(), Value::Organisation { name } if governs(reading, name))
}

/// Whether an organisation of this name makes laws.
pub(super) fn governs(reading: &Reading<'_>, name: &str) -> bool {
    organisation::sort(reading.lexicon, name) == Some(organisation::Sort::Authority)
}

/// Whether a mention is a country that does something or has something, not one that only tells where a thing is from.
pub(super) fn acts(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let verb = |token: usize| {
        token < reading.tokens.len()
            && matches!(
                reading.tag(token),
                Tag::VerbS | Tag::VerbPast | Tag::Modal | Tag::Be | Tag::Have
            )
    };
    // "China also imported"
    let behind = mention.end as usize;
    let adverb = behind < reading.tokens.len() && reading.tag(behind) == Tag::Adverb;
    mention.kind() == Kind::Country
        && (verb(behind + usize::from(adverb)) || described_until(reading, behind).is_some_and(verb))
        && !hangs(reading, mention)
}

/// The token behind what a name is called between commas: `Peru, the second-largest grower, `.
fn described_until(reading: &Reading<'_>, behind: usize) -> Option<usize> {
    let comma = |token: usize| reading.tokens.get(token).is_some_and(|token| token.is(b','));
    let opens = comma(behind) && behind + 1 < reading.tokens.len();
    let called = opens && reading.tag(behind + 1) == Tag::Determiner;
    let end = reading.tokens.len().min(behind + DESCRIBED);
    let until = (behind + 2..end).find(|token| comma(*token)).filter(|_| called)?;
    (reading.sentence_of(until) == reading.sentence_of(behind)).then_some(until + 1)
}

/// Whether a name stands in what the article tells, not in what stands around it.
pub(super) fn is_told(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    !matches!(
        reading.zone(mention.first as usize),
        ZoneKind::Dateline | ZoneKind::Byline | ZoneKind::Header | ZoneKind::Boilerplate | ZoneKind::Teaser
    )
}

/// Whether a name hangs on a preposition.
pub(super) fn hangs(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    preposition_before(reading, mention.first as usize).is_some()
}

/// The preposition on which the noun group that begins at a token hangs.
pub(super) fn preposition_before(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let mut before = first.checked_sub(1)?;
    // "by Acme and Bosch"
    let joined =
        |at: usize| reading.tag(at) == Tag::Conjunction && at > 0 && reading.tag(at - 1) == Tag::Proper;
    if joined(before) {
        before -= 1;
        while before > 0 && reading.tag(before) == Tag::Proper && first - before < PHRASE {
            before -= 1;
        }
    }
    while before > 0
        && matches!(
            reading.tag(before),
            Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Possessive | Tag::Genitive
        )
        && first - before < PHRASE
    {
        before -= 1;
    }
    matches!(reading.tag(before), Tag::Preposition | Tag::To).then_some(before)
}

/// Whether a name stands in a clause within its sentence, which is about somebody else: "The deal closes if Acme agrees".
pub(super) fn is_within(reading: &Reading<'_>, first: u32, mention: &Mention<'_>) -> bool {
    let before = first as usize + 1..mention.first as usize;
    let opens = |token: &usize| {
        matches!(reading.tag(*token), Tag::Subordinator | Tag::Wh) || reading.is(*token, "provided")
    };
    let comma = |token: usize| reading.tokens[token].is(b',');
    let Some(opening) = before.clone().rev().find(opens) else {
        return false;
    };
    // "Ann Roe, who joined last year, said Acme": commas part it from the sentence around it.
    let aside = matches!(reading.tag(opening), Tag::Wh) && comma(opening - 1);
    !(aside && (opening..before.end).any(comma)) || before.clone().find(opens) != Some(opening)
}

/// Whether a name hangs on a preposition in a sentence that begins with one.
pub(super) fn fronted(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let preposition = |token: usize| matches!(reading.tag(token), Tag::Preposition | Tag::To);
    let sentence = reading.sentence_of(mention.first as usize);
    let first = reading
        .sentences
        .get(sentence)
        .map_or(0, |sentence| sentence.first as usize);
    let mut before = mention.first as usize;
    if before > first && reading.tag(before - 1) == Tag::Determiner {
        before -= 1;
    }
    before > first && preposition(before - 1) && preposition(first)
}

/// Whether a sentence, as far as it names nobody, is about somebody whose name no list knows: "Krantz Foods will build a
/// mill".
pub(super) fn is_of_unlisted(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let proper = |token: usize| reading.tag(token) == Tag::Proper;
    let mut at = tokens.start;
    while at < tokens.end && proper(at) {
        at += 1;
        // "Minas del Sur"
        let within = at + 1 < tokens.end && !proper(at) && proper(at + 1) && reading.tokens[at].is_word();
        at += usize::from(within);
    }
    let acts = at < tokens.end
        && matches!(
            reading.tag(at),
            Tag::VerbS | Tag::VerbPast | Tag::Modal | Tag::Be | Tag::Have
        );
    let says = |at: usize| reading.is_of(at, Class::Said) || reading.is_of(at, Class::Says);
    acts && at > tokens.start + 1 && !says(at)
}
