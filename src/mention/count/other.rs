//! What numbers are besides counts: labels, ratios, ages, names, numbers of telephones and of models.

use rust_decimal::Decimal;

use crate::lexicon::{Label, List, Lists, Tag};
use crate::mention::number::{past_hyphen, Number, Written};
use crate::mention::quantity::Quantity;
use crate::reading::Reading;
use crate::token::{Gap, Shape, TokenKind};

/// What bare numbers are besides counts, whatever noun follows.
pub(super) fn is_other(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    let number = &quantity.number;
    let is_one = number.written == Written::Words && number.value == Decimal::ONE && !quantity.is_range;
    let leading_zero = matches!(
        number.written,
        Written::Digits {
            leading_zero: true,
            point: false,
            ..
        }
    );
    let next = past_hyphen(reading, quantity.core_end as usize);
    let context = context(reading, next);
    is_one
        || leading_zero
        || is_ratio(reading, quantity)
        || matches!(context, Some(Label::Times | Label::Clock))
        || is_labelled(reading, quantity)
        || ends_title(reading, number)
}

fn context(reading: &Reading<'_>, at: usize) -> Option<Label> {
    reading.hit(at, List::NumberContexts).map(|hit| hit.label)
}

/// "1 in 5 jobs", "one out of three": shares, no counts.
fn is_ratio(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    let number = |at: usize| {
        reading.tokens[at].is_number()
            || reading
                .hit(at, List::NumberWords)
                .is_some_and(|hit| hit.label == Label::Cardinal)
    };
    let first = quantity.core as usize;
    let small = quantity.number.value <= Decimal::ONE_THOUSAND;
    let before = |back: usize| first.checked_sub(back);
    let in_ratio = before(2).is_some_and(|at| reading.is(at + 1, "in") && number(at));
    let out_of =
        before(3).is_some_and(|at| reading.is(at + 1, "out") && reading.is(at + 2, "of") && number(at));
    let end = quantity.core_end as usize;
    let opens = reading.is(end, "in") && reading.tokens.get(end + 1).is_some() && number(end + 1)
        || reading.is(end, "out") && reading.is(end + 1, "of");
    small && (in_ratio || out_of || (opens && quantity.number.value <= Decimal::TEN))
}

/// `Article 370`, `No. 5`, `aged 52`: bare digits right behind a word that numbers things.
fn is_labelled(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    let number = &quantity.number;
    if !(number.is_plain_digits() || number.is_single_word()) || quantity.first != quantity.core {
        return false;
    }
    const WIDEST: usize = 3;
    let first = quantity.first as usize;
    let after_label = (first.saturating_sub(WIDEST)..first).any(|at| {
        reading.hits_at(at).iter().any(|hit| {
            hit.end as usize == first
                && hit.list == List::NumberContexts
                // "would order 25 aircraft"
                && !matches!(reading.tag(at), Tag::Verb | Tag::VerbS)
                && hit.label == Label::Label
        })
    });
    after_label
}

/// "Ocean's Twelve opens": a number word whose capital goes with the one before it, while small letters follow.
fn ends_title(reading: &Reading<'_>, number: &Number) -> bool {
    let (first, end) = (number.first as usize, number.end as usize);
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let is_word = number.written == Written::Words && reading.tokens[first].shape == Shape::Capitalised;
    // "the film “Nine Keys”"
    let capital = |at: usize| reading.tokens.get(at).is_some_and(|token| token.is_capitalised());
    let quoted = reading.tokens[first].glued()
        && reading.tokens[before].kind == TokenKind::Quote
        && capital(end)
        && (end + 1..end + 4)
            .find(|at| !capital(*at))
            .and_then(|at| reading.tokens.get(at))
            .is_some_and(|token| token.kind == TokenKind::Quote);
    if is_word && quoted {
        return true;
    }
    is_word
        && reading.tokens[first].gap == Gap::Space
        && (reading.tokens[before].is_word() && reading.tokens[before].is_capitalised()
            || reading.tag(before) == Tag::Genitive)
        && !reading.opens_sentence(before)
        && reading
            .tokens
            .get(end)
            .is_none_or(|next| next.shape == Shape::Lower || !next.is_word())
}

/// "She is 54", "turned 40", "ranged in age from 21 to 64", "65 or older", "34, 36 and 41 years old": years of age.
pub(super) fn is_age(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    const OLDEST: i64 = 125;
    let number = &quantity.number;
    let (first, end) = (quantity.first as usize, quantity.end as usize);
    if number.value > Decimal::from(OLDEST) || !(number.is_plain_digits() || number.is_single_word()) {
        return false;
    }
    reading.is_one_of(end.saturating_sub(1), &["older", "younger"])
        || is_personal(reading, first)
        || told_by(reading, first, Label::Aged)
        || ends_in_years_of_age(reading, end)
}

/// "The price index fell 2% to | 47": the level of an index.
pub(super) fn is_level(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    !quantity.number.is_scaled() && told_by(reading, quantity.first as usize, Label::Index)
}

/// "She is | 54", "when they were | 26", "who turned | 40", "she lived to | 99".
fn is_personal(reading: &Reading<'_>, at: usize) -> bool {
    let is = |at: usize, words: &[&str]| reading.is_one_of(at, words);
    let Some(mut before) = at.checked_sub(1) else {
        return false;
    };
    if is(
        before,
        &["only", "just", "now", "still", "already", "both", "then"],
    ) {
        before = before.saturating_sub(1);
    }
    let listed = |at: usize, label: Label| {
        let mut hits = reading.hits_of(at, Lists::of(&[List::NumberContexts]));
        hits.any(|hit| hit.label == label)
    };
    if listed(before, Label::Birthday) {
        return true;
    }
    let Some(subject) = before.checked_sub(1) else {
        return false;
    };
    // "a boy of | 12", "her mother is | 45"
    if listed(subject, Label::Ageing) && is(before, &["of", "is", "was", "were", "are"]) {
        return true;
    }
    let lived = (at.saturating_sub(4)..before).any(|at| listed(at, Label::Living));
    let until = is(before, &["to", "until", "till", "be"]);
    let being = is(before, &["is", "was", "be", "am", "were", "'s", "'m"])
        && is(subject, &["he", "she", "i", "who", "they"]);
    // "They were 26 in all" counts those told before; "when they were 26" tells an age.
    let when =
        !is(subject, &["they"]) || is(subject.saturating_sub(1), &["when", "until", "since", "before"]);
    lived && until || being && when
}

/// Whether a word of the list, or the like of it, leads to the figure in its clause: "ranged in age from | 21 to | 64", "the
/// oldest member is | 114".
fn told_by(reading: &Reading<'_>, at: usize, label: Label) -> bool {
    const REACH: usize = 9;
    const FAR: usize = 18;
    let is_index = label == Label::Index;
    let sentence = reading.sentence_tokens(at).start;
    let near = sentence.max(at.saturating_sub(if is_index { FAR } else { REACH }))..at;
    near.rev()
        .take_while(|at| !matches!(reading.tokens[*at].first, b';' | b',' | b')'))
        // "passed the Minimum Age Bill by 34 to 19"
        .filter(|at| {
            label != Label::Aged || reading.tokens[*at].shape == Shape::Lower || reading.opens_sentence(*at)
        })
        .any(|at| {
            let mut hits = reading.hits_of(at, Lists::of(&[List::NumberContexts]));
            hits.any(|hit| hit.label == label)
        })
}

/// "34, | 36 and 41 years old"
fn ends_in_years_of_age(reading: &Reading<'_>, end: usize) -> bool {
    const LONGEST: usize = 12;
    let joins = |at: usize| {
        let token = &reading.tokens[at];
        token.is(b',') || token.is_number() || reading.is_one_of(at, &["and", "or", "then", "to"])
    };
    let last = (end..reading.tokens.len().min(end + LONGEST)).find(|at| !joins(*at));
    last.is_some_and(|at| {
        reading.is(at, "years")
            && (reading.is(at + 1, "old") || reading.is(at + 1, "of") && reading.is(at + 2, "age"))
    })
}

/// "dial | 999", "call police on | 101", "0800 | 555 111": numbers of telephones; and the "25" of "25 to 1".
pub(super) fn is_called(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    let (first, end) = (quantity.first as usize, quantity.end as usize);
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let code = reading.tokens[before].first == b'0' && !reading.word(before).contains('.');
    let behind_number = reading.tokens[before].is_number()
        && reading.tokens[first].gap <= Gap::Space
        && (code || quantity.number.is_plain_digits());
    let led = reading.is_one_of(before, &["on", "via"]);
    let direct = || {
        let mut hits = reading.hits_of(before, Lists::of(&[List::NumberContexts]));
        hits.any(|hit| hit.label == Label::Phone)
    };
    let odds = reading.is(end, "to")
        && (reading.is(end + 1, "one")
            || reading.tokens.get(end + 1).is_some_and(|token| token.is_number())
                && reading.word(end + 1) == "1");
    // "They phoned 300 of them."
    let some_of = reading.is(end, "of");
    // "England were 402 | for | 7", "he took 4 for | 71"
    let figure = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_number() && token.end - token.start <= 3)
    };
    let innings = reading.is(end, "for") && figure(end + 1) && reading.tag(end + 2) != Tag::NounPlural
        || reading.is(before, "for") && before > 0 && figure(before - 1);
    behind_number || odds || innings || !some_of && (direct() || led && told_by(reading, first, Label::Phone))
}

/// "a leased 767": the number of a model, of which there is one.
pub(super) fn is_one_model(reading: &Reading<'_>, at: usize) -> bool {
    const REACH: usize = 3;
    let mut hits = reading.hits_of(at, Lists::of(&[List::VehicleModels, List::Products]));
    let article = (at.saturating_sub(REACH)..at)
        .rev()
        .find(|back| !matches!(reading.tag(*back), Tag::Adjective | Tag::VerbPart | Tag::Noun));
    hits.any(|hit| hit.end as usize == at + 1) && article.is_some_and(|at| reading.is_indefinite(at))
}

/// "Group of 20": "of" behind a capital.
pub(super) fn is_group_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, "of")
        && at
            .checked_sub(1)
            .is_some_and(|at| reading.tokens[at].is_capitalised())
}
