//! Thousands parted by more than a comma: `49 191`, `Rs 9, 000 crore`.

use rust_decimal::Decimal;

use super::digits::decimal;
use super::{money, scale, Written};
use crate::lexicon::{count_noun, List, Lists, Tag};
use crate::reading::Reading;
use crate::token::Gap;

/// `49 191`, `1 204 500`: thousands parted by blanks, in an article that never parts them by commas, or by blanks that do
/// not break.
pub(super) fn by_blanks(reading: &Reading<'_>, at: usize, blanks: bool) -> Option<(Decimal, Written, usize)> {
    const GROUPS: usize = 4;
    let first = reading.word(at);
    let opens = first.len() <= 3 && !first.starts_with('0') && first.bytes().all(|b| b.is_ascii_digit());
    if !opens {
        return None;
    }
    let group = |next: usize| {
        let token = reading.tokens.get(next).filter(|token| token.is_number())?;
        let gap = &reading.text[reading.tokens[next - 1].end as usize..token.start as usize];
        let word = reading.word(next);
        let whole = word.split('.').next().unwrap_or(word);
        let fits = match gap {
            " " => blanks,
            "\u{a0}" | "\u{202f}" | "\u{2009}" => true,
            _ => false,
        };
        let group = whole.len() == 3 && whole.bytes().all(|b| b.is_ascii_digit());
        (fits && group && !is_type(reading, next)).then_some(word)
    };
    let mut digits = String::new();
    let mut end = at + 1;
    while end < at + GROUPS {
        let Some(word) = group(end) else { break };
        digits.push_str(word);
        end += 1;
    }
    // Nearly always.
    if end == at + 1 {
        return None;
    }
    digits.insert_str(0, first);
    // `Route 66 100`, `May 12 300 people`, columns of figures.
    let before = at.checked_sub(1);
    let named = before.is_some_and(|before| {
        let token = &reading.tokens[before];
        reading.tokens[at].gap == Gap::Space
            && (token.is_number() || token.is_capitalised())
            && money::sign_before(reading, at).is_none()
            && !reading.opens_sentence(before)
            && !reading.tokens[end..]
                .first()
                .is_some_and(|token| matches!(token.first, b',' | b'.' | b';'))
    });
    let column = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.is_number() && token.gap <= Gap::Space);
    if named || column {
        return None;
    }
    let places = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let written = Written::Digits {
        grouped: true,
        point: places > 0,
        leading_zero: false,
    };
    Some((decimal(&digits, places)?, written, end))
}

/// "47 | 787s", "15 | 737 aircraft": a number that is an aircraft's.
fn is_type(reading: &Reading<'_>, at: usize) -> bool {
    let product = reading.hits_of(at, Lists::of(&[List::Products]));
    let end = product.map(|hit| hit.end as usize).max();
    end.is_some_and(|end| {
        let mut nouns = reading.hits_of(end, Lists::of(&[List::CountNouns]));
        let craft = nouns.any(|hit| reading.lexicon.cell(hit.row, count_noun::CLASS) == "aircraft");
        end > at + 1
            || craft
            || reading
                .tokens
                .get(end)
                .is_some_and(|token| token.glued() && token.is_word())
    })
}

/// `Rs 7, 000 lakh`, `Rs 1, 35,000`: thousands with a blank behind the comma that parts them.
pub(super) fn loosely(reading: &Reading<'_>, at: usize) -> Option<(Decimal, Written, usize)> {
    let comma = reading.tokens.get(at + 1)?;
    let rest = reading.tokens.get(at + 2)?;
    if !comma.is(b',') || !comma.glued() || !rest.is_number() || rest.gap != Gap::Space {
        return None;
    }
    let (first, behind) = (reading.word(at), reading.word(at + 2));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let groups = match behind.split_once(',') {
        Some((left, right)) => {
            matches!(left.len(), 2 | 3) && right.len() == 3 && digits(left) && digits(right)
        }
        None => behind.len() == 3 && digits(behind),
    };
    if !groups || first.len() > 3 || first.starts_with('0') || !digits(first) {
        return None;
    }
    // "on May 9, 300 people", but nothing is counted from "000".
    let priced = || {
        let scaled = scale(reading, at, at + 3).is_some();
        money::sign_before(reading, at).is_some() && (scaled || behind.contains(','))
    };
    if !behind.starts_with("000") && !priced() {
        return None;
    }
    let written = Written::Digits {
        grouped: true,
        point: false,
        leading_zero: false,
    };
    let whole = format!("{first}{}", behind.replace(',', ""));
    Some((decimal(&whole, 0)?, written, at + 3))
}

/// Whether an article counts something in thousands parted by a blank: `2 515 people`.
pub(super) fn holds_blanks(reading: &Reading<'_>) -> bool {
    let is_group = |at: usize, longest: u32| {
        reading.tokens.get(at).is_some_and(|token| {
            let length = token.end - token.start;
            token.is_number()
                && length <= longest
                && reading.word(at).bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    reading.numbers().any(|at| {
        let next = at + 1;
        let before = at.checked_sub(1).map(|before| &reading.tokens[before]);
        is_group(at, 3)
            && is_group(next, 3)
            && reading.word(next).len() == 3
            && reading.tokens[next].gap == Gap::Space
            && before.is_some_and(|token| token.is_word() && !token.is_capitalised())
            && reading
                .tokens
                .get(next + 1)
                .is_some_and(|token| token.gap == Gap::Space)
            && reading.tag(next + 1) == Tag::NounPlural
            && !is_type(reading, next)
    })
}
