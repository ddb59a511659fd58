//! What the words around a name of the article tell of it: whether it is a whole one, acts, or has a title.

use std::ops::Range;

use super::forms;
use crate::lexicon::{Classes, Keyword, Keywords, Label, List, Lists, Tag};
use crate::mention::name::Context;
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::{Gap, Shape, Token};

/// Whether a capital may only be that of a first word, behind a colon or a dash as well: `GNA – Cocoa farmers`.
pub(super) fn opens(reading: &Reading<'_>, at: usize) -> bool {
    let marked = at.checked_sub(1).is_some_and(|before| {
        let token = &reading.tokens[before];
        token.is(b':') || token.is_dash() || token.is_hyphen() && !token.glued()
    });
    marked || reading.opens_sentence(at)
}

/// Whether what is said behind a name is said of people: `X, 54,`, `X, who`, `X, a former chairman`.
pub(super) fn is_introduced(reading: &Reading<'_>, end: usize) -> bool {
    const REACH: usize = 5;
    let comma = reading.tokens.get(end).is_some_and(|token| token.is(b','));
    let near = end + 1..(end + 1 + REACH).min(reading.tokens.len());
    comma
        && (reading.is(end + 1, "who")
            || reading.tokens.get(end + 1).is_some_and(|token| token.is_number())
            || near.into_iter().any(|at| reading.hit(at, List::Titles).is_some()))
}

/// A word of English that has no capital of its own.
pub(super) fn is_english(reading: &Reading<'_>, at: usize) -> bool {
    !reading.lexicon.word(reading.ids[at]).tags.is_empty()
        && !reading.classes(at).contains(Classes::CAPITALISED)
}

/// Whether what a company has stands behind a name: `Blockbuster shares`, `Coastal chairman Jim Bailey`.
pub(super) fn has_behind(reading: &Reading<'_>, at: usize) -> bool {
    let mut hits = reading.hits_at(at).iter();
    has_officer(reading, at) || hits.any(|hit| Context::of(hit) == Some(Context::Asset))
}

/// Whether somebody who is in a company stands behind a name.
pub(super) fn has_officer(reading: &Reading<'_>, at: usize) -> bool {
    let small = reading
        .tokens
        .get(at)
        .is_some_and(|token| token.shape == Shape::Lower);
    let mut titles = reading.hits_of(at, Lists::of(&[List::Titles]));
    small
        && titles.any(|hit| {
            !matches!(
                hit.label,
                Label::Political | Label::Diplomatic | Label::Military | Label::Other
            )
        })
}

/// Whether a verb of its own or what it has stands behind a name.
pub(super) fn acts(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.tag(at),
        Tag::Modal | Tag::VerbS | Tag::VerbPast | Tag::Have | Tag::Be | Tag::Genitive
    )
}

/// Whether a verb of companies or what companies have stands behind a name that a town may have as well: `Lugo will buy`,
/// `Lugo's shares`.
pub(super) fn acts_as_firm(reading: &Reading<'_>, at: usize) -> bool {
    let context = |at: usize, wanted: &[Context]| {
        let mut hits = reading.hits_at(at).iter();
        hits.any(|hit| Context::of(hit).is_some_and(|context| wanted.contains(&context)))
    };
    // `Lugo on Monday named`
    let day = reading.is(at, "on") && reading.tokens.get(at + 1).is_some_and(Token::is_capitalised);
    let at = at + if day { 2 } else { 0 };
    match reading.tag(at) {
        Tag::Genitive => context(at + 1, &[Context::Asset]),
        Tag::Modal | Tag::Have => context(at + 1, &[Context::Act, Context::Say]),
        Tag::VerbS | Tag::VerbPast => context(at, &[Context::Act, Context::Say]),
        _ => false,
    }
}

/// Whether what stands before a token is its subject or possessor.
pub(super) fn is_subject(reading: &Reading<'_>, at: usize) -> bool {
    acts(reading, at) || reading.tokens.get(at).is_some_and(|token| token.is(b','))
}

/// Whether a description follows a name behind a comma: `Target, the retailer`.
pub(super) fn is_described(reading: &Reading<'_>, at: usize) -> bool {
    let comma = reading.tokens.get(at).is_some_and(|token| token.is(b','));
    comma && reading.is_one_of(at + 1, &["a", "an", "the"])
}

/// Whether something is inside of what is named at a token, or comes from there: `in Jordan`, `from Israel`.
pub(super) fn is_inside(reading: &Reading<'_>, at: usize) -> bool {
    let place = const {
        Keywords::of(&[
            Keyword::In,
            Keyword::From,
            Keyword::To,
            Keyword::Near,
            Keyword::Into,
            Keyword::Of,
        ])
    };
    at > 0 && reading.among(at - 1, place) && !is_felt(reading, at)
}

/// `faith in Milton`, `believes in Milton`
pub(super) fn is_felt(reading: &Reading<'_>, at: usize) -> bool {
    at > 1 && matches!(reading.tag(at - 2), Tag::Noun | Tag::VerbS | Tag::Verb) && reading.is(at - 1, "in")
}

/// No further capitalised word belongs to the run: `Chen` is not repeated in `Chen Guangbiao`.
pub(super) fn stands_alone(reading: &Reading<'_>, run: &Range<usize>) -> bool {
    let tokens = &reading.tokens;
    // `Goldman Pushes Back`: everyday words have capitals in headlines, too.
    let in_title_case = |at: usize| {
        reading.zone(at) == ZoneKind::Headline
            && tokens[at].shape == Shape::Capitalised
            && reading
                .classes(at)
                .intersects(Classes::COMMON | Classes::FUNCTION)
    };
    let joins = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.is_word()
                && token.is_capitalised()
                && token.gap <= Gap::Space
                && reading.hit(at, List::Calendar).is_none()
                && !in_title_case(at)
        })
    };
    let next = tokens.get(run.end);
    let hyphen = next.is_some_and(|token| token.is(b'-') && token.glued())
        && tokens
            .get(run.end + 1)
            .is_some_and(|token| token.glued() && token.is_capitalised());
    // `al-Khaleej` is no other Khaleej.
    let led = forms::is_behind_article(reading, run.start);
    let behind = joins(run.end) && reading.hit(run.end, List::Titles).is_none();
    // `sold to Norvik Ltd. | Verden said`: the form closes a sentence.
    let form = |at: usize| reading.word(at).ends_with('.') && reading.hit(at, List::OrgSuffixes).is_some();
    let before = run.start > 0
        && !form(run.start - 1)
        && tokens[run.start].gap <= Gap::Space
        && tokens[run.start - 1].is_word()
        && tokens[run.start - 1].is_capitalised()
        && !titled(reading, run.start)
        && !reading.classes(run.start - 1).contains(Classes::FUNCTION)
        && !in_title_case(run.start - 1)
        && reading.hit(run.start - 1, List::Calendar).is_none();
    !behind && !before && !hyphen && !led
}

/// Whether a title stands right before a token.
pub(super) fn titled(reading: &Reading<'_>, at: usize) -> bool {
    (1..=4.min(at)).any(|back| {
        reading
            .hits_of(at - back, Lists::of(&[List::Titles]))
            .any(|hit| hit.end as usize == at)
    })
}
