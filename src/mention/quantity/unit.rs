//! The unit beside a number, and the sign before it.

use rust_decimal::Decimal;

use super::{Part, Unit};
use crate::lexicon::{number, unit, Hit, Label, List, Lists, Tag};
use crate::mention::money::{self, Currencies};
use crate::mention::number::{follows, past_hyphen, scale, Number, Written};
use crate::mention::Bound;
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// More basis points than any rate moves by.
const MOST_POINTS: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// A number with the unit before or behind it. None: a sign before it that is no currency here makes it part
/// of a name (`COP28`).
pub(super) fn part<'x>(
    reading: &Reading<'x>,
    currencies: &Currencies<'_, 'x>,
    number: &Number,
) -> Option<Part<'x>> {
    let first = number.first as usize;
    let end = number.end as usize;
    if is_broken_off(reading, first) {
        return None;
    }
    let mut part = Part {
        first,
        end,
        value: number.value,
        unit: Unit::Bare,
        sign_first: false,
        number: *number,
        bound: Bound::Exact,
    };
    if signed(reading, currencies, number, &mut part)? {
        return Some(part);
    }
    let (end, bound) = past_bound(reading, end);
    part.bound = bound;
    let end = match scaled(reading, &part, end) {
        Some((after, times)) => {
            part.value = part.value.checked_mul(times)?.normalize();
            part.number.scale = times;
            part.number.value = part.value;
            part.end = after;
            after
        }
        None => end,
    };
    let many = part.end == end;
    if let Some(percent) = percent_after(reading, end) {
        part.end = percent.end as usize;
        part.unit = Unit::Percent;
        let is_hundredth = reading.lexicon.cell(percent.row, number::VALUE) == "0.0001";
        // "closed at 26,170.88 basis points": what an index stands at.
        if is_hundredth && part.value > MOST_POINTS {
            return None;
        }
        if is_hundredth {
            part.value = part.value.checked_mul(Decimal::new(1, 2))?.normalize();
        }
        minus(reading, &mut part);
        return Some(part);
    }
    if let Some(name) = money::name_after(reading, end) {
        if let Some(currency) = currencies
            .code(&name, number)
            .filter(|_| !currencies.is_mass(&name, number))
        {
            part.end = name.tokens.end;
            part.unit = Unit::Money { currency };
            in_millions(reading, name.tokens.start, currency, &mut part);
            if name.minor {
                part.value = part.value.checked_mul(Decimal::new(1, 2))?.normalize();
            }
            return Some(part);
        }
    }
    if let Some(hit) = measure_after(reading, end, number).filter(|_| !in_name(reading, first)) {
        measure(reading, hit, &mut part)?;
    }
    if part.unit == Unit::Bare && !many {
        part.bound = Bound::Exact;
    }
    Some(part)
}

/// `c1.84%`: the digits behind a point are what is left of a figure that a letter is glued to.
fn is_broken_off(reading: &Reading<'_>, first: usize) -> bool {
    let glued = |at: usize| reading.tokens[at].glued();
    first > 1 && glued(first) && reading.tokens[first - 1].is(b'.') && glued(first - 1) && {
        let before = &reading.tokens[first - 2];
        before.is_word()
            && before
                .text(reading.text)
                .ends_with(|char: char| char.is_ascii_digit())
    }
}

/// Reads the sign or name of a currency before a number; gives whether there is one. None: a sign that is none makes the
/// number part of a name.
fn signed<'x>(
    reading: &Reading<'x>,
    currencies: &Currencies<'_, 'x>,
    number: &Number,
    part: &mut Part<'x>,
) -> Option<bool> {
    let (first, end) = (part.first, part.end);
    let named = || {
        Some(())
            .filter(|()| number.is_scaled() || number.is_grouped())
            .filter(|()| money::name_after(reading, end).is_none())
            .and_then(|()| money::name_before(reading, first))
    };
    let Some(sign) = money::sign_before(reading, first).or_else(named) else {
        return Some(false);
    };
    let Some(currency) = currencies.code(&sign, number) else {
        return (!reading.tokens[first].glued()).then_some(false);
    };
    part.first = sign.tokens.start;
    part.unit = Unit::Money { currency };
    part.sign_first = true;
    in_millions(reading, sign.tokens.start, currency, part);
    if money::us_behind(reading, end) {
        part.end = end + 1;
        part.unit = Unit::Money { currency: "USD" };
    }
    minus(reading, part);
    Some(true)
}

/// `MSEK 418`, `45 MEUR`: millions, by the letter before the code of a currency.
fn in_millions(reading: &Reading<'_>, sign: usize, currency: &str, part: &mut Part<'_>) {
    const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
    let millions = reading.word(sign).strip_prefix('M') == Some(currency) && !part.number.is_scaled();
    let value = part.value.checked_mul(MILLION).filter(|_| millions);
    if let Some(value) = value {
        part.value = value.normalize();
        part.number.value = part.value;
        part.number.scale = MILLION;
    }
}

/// A scale word behind a bound, and how much it is: "30-odd billion dollars".
fn scaled(reading: &Reading<'_>, part: &Part<'_>, end: usize) -> Option<(usize, Decimal)> {
    let bounded = part.bound != Bound::Exact && !part.number.is_scaled();
    bounded.then(|| scale(reading, part.first, end))?
}

/// "SCP-173 m": the number is part of a name.
fn in_name(reading: &Reading<'_>, first: usize) -> bool {
    first >= 2
        && reading.tokens[first].glued()
        && reading.tokens[first - 1].is_hyphen()
        && reading.tokens[first - 1].glued()
        && reading.tokens[first - 2].is_word()
        // "1.3 million-1.5 million tonnes"
        && reading.hit(first - 2, List::NumberWords).is_none()
}

/// Takes the unit of measurement behind a number into it.
fn measure(reading: &Reading<'_>, hit: &Hit, part: &mut Part<'_>) -> Option<()> {
    part.end = hit.end as usize;
    // `1.05 Mt` is told in tonnes as `1.05 million tonnes` is.
    if let Ok(times) = Decimal::from_str_exact(reading.lexicon.cell(hit.row, unit::TIMES)) {
        part.value = part.value.checked_mul(times)?.normalize();
    }
    part.unit = match reading.lexicon.cell(hit.row, unit::DIMENSION) {
        "time" => Unit::Time,
        _ => Unit::Measure(hit.row),
    };
    let after_number = part.first >= 2 && reading.tokens[part.first - 2].is_number();
    if !after_number {
        minus(reading, part);
    }
    Some(())
}

/// The token behind a bound that parts a number from its unit, and the bound: `40-odd percent`, `20 or so kilos`.
fn past_bound(reading: &Reading<'_>, at: usize) -> (usize, Bound) {
    super::bounds::after(reading, at)
        .filter(|(end, _)| reading.tokens.get(*end).is_some_and(|next| !next.glued()))
        .unwrap_or((at, Bound::Exact))
}

/// Sums that are one word: `N815`, `P24`.
pub(super) fn lettered<'r, 'x>(
    reading: &'r Reading<'x>,
    currencies: &'r Currencies<'r, 'x>,
) -> impl Iterator<Item = Part<'x>> + 'r {
    let is_code = |token: &Token| {
        (3..=5).contains(&(token.end - token.start))
            && token.first.is_ascii_uppercase()
            && token.is_word()
            && token.text(reading.text)[1..]
                .bytes()
                .all(|byte| byte.is_ascii_digit())
    };
    let codes = reading.capitals().filter(move |at| is_code(&reading.tokens[*at]));
    codes.filter_map(|at| {
        let (currency, value) = currencies.letter(at)?;
        let number = Number {
            first: at as u32,
            end: at as u32 + 1,
            value,
            scale: Decimal::ONE,
            written: Written::Digits {
                grouped: false,
                point: false,
                leading_zero: false,
            },
        };
        Some(Part {
            first: at,
            end: at + 1,
            value,
            unit: Unit::Money { currency },
            sign_first: true,
            number,
            bound: Bound::Exact,
        })
    })
}

/// Adds `a hectare and a half`, `a tonne and a half`; whether there are any.
pub(super) fn add_halves(reading: &Reading<'_>, parts: &mut Vec<Part<'_>>) -> bool {
    let from = parts.len();
    for group in reading.groups(Lists::of(&[List::NumberWords])) {
        let half = reading.hits[group.start].first as usize;
        // a | hectare | and | a | half
        let Some(first) = half.checked_sub(4).filter(|_| reading.is(half, "half")) else {
            continue;
        };
        let phrase = reading.is(half - 1, "a")
            && reading.is(half - 2, "and")
            && reading.is_one_of(first, &["a", "an", "one"])
            && (first + 1..=half).all(|at| follows(reading, at));
        let unit = reading
            .hits_of(first + 1, Lists::of(&[List::Units]))
            .find(|hit| hit.end as usize == half - 2);
        let Some(hit) = unit.filter(|_| phrase) else {
            continue;
        };
        let number = Number {
            first: first as u32,
            end: half as u32 + 1,
            value: Decimal::new(15, 1),
            scale: Decimal::ONE,
            written: Written::Words,
        };
        let mut part = Part {
            first,
            end: half + 1,
            value: number.value,
            unit: Unit::Bare,
            sign_first: false,
            number,
            bound: Bound::Exact,
        };
        if measure(reading, hit, &mut part).is_some() && part.unit != Unit::Time {
            part.end = half + 1;
            parts.push(part);
        }
    }
    parts.len() > from
}

/// `112.2 mt`: an article that writes decimals before a small `mt` tells millions of tonnes by it, elsewhere too.
pub(super) fn millions_of_tonnes(reading: &Reading<'_>, parts: &mut [Part<'_>]) {
    const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
    const MOST: i64 = 10_000;
    let is_mt = |part: &Part<'_>| {
        matches!(part.unit, Unit::Measure(_))
            && !part.number.is_scaled()
            && reading.word(part.end - 1).trim_end_matches('.') == "mt"
            && part.value < Decimal::from(MOST)
    };
    let decimal = |part: &Part<'_>| matches!(part.number.written, Written::Digits { point: true, .. });
    if !parts.iter().any(|part| is_mt(part) && decimal(part)) {
        return;
    }
    for part in parts.iter_mut().filter(|part| is_mt(part)) {
        if let Some(value) = part.value.checked_mul(MILLION) {
            part.value = value.normalize();
        }
    }
}

/// A plus or minus sign before a figure with a unit belongs to it.
fn minus(reading: &Reading<'_>, part: &mut Part<'_>) {
    let Some(at) = part.first.checked_sub(1) else {
        return;
    };
    let sign = &reading.tokens[at];
    let follows_blank =
        sign.gap != Gap::None || at.checked_sub(1).is_some_and(|at| reading.tokens[at].is(b'('));
    let is_minus = sign.is_hyphen() || sign.text(reading.text) == "−";
    if reading.tokens[part.first].glued() && follows_blank && (is_minus || sign.is(b'+')) {
        part.first = at;
        if is_minus {
            part.value.set_sign_negative(!part.value.is_zero());
        }
        return;
    }
    let word = reading
        .hit(at, List::Bounds)
        .is_some_and(|hit| hit.label == Label::Sign);
    // "plus or minus two per cent" is either.
    let either = at > 0 && reading.is(at - 1, "or");
    if word && !either {
        part.first = at;
        part.value.set_sign_negative(!part.value.is_zero());
    }
}

/// `%`, `pc`, `per cent`, `percentage points`, `basis points` at `at` or behind a hyphen there.
fn percent_after<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r Hit> {
    let at = past_hyphen(reading, at);
    if !follows(reading, at) {
        return None;
    }
    let hit = reading.hits_at(at).iter().find(|hit| {
        hit.list == List::NumberWords && matches!(hit.label, Label::Ratio | Label::RatioPoints)
    })?;
    // "200 PCs", "5 PC makers": capitals stand for something else.
    let token = &reading.tokens[at];
    let other =
        token.shape != Shape::Lower && token.is_word() && token.end - token.start == 2 && !token.glued();
    (!other).then_some(hit)
}

/// A unit of measurement at `at` or behind a hyphen there.
fn measure_after<'r>(reading: &'r Reading<'_>, at: usize, number: &Number) -> Option<&'r Hit> {
    let at = past_hyphen(reading, at);
    if !follows(reading, at) {
        return None;
    }
    let mut hits = reading.hits_at(at).iter().filter(|hit| hit.list == List::Units);
    let first = hits.next()?;
    // "12.5 million MT." at the end of a sentence.
    // "one-in-13"
    let ratio = reading.is(at, "in") && past_hyphen(reading, at + 1) > at + 1;
    if ratio {
        return None;
    }
    let is_exact = |hit: &Hit| {
        reading.lexicon.surface(hit.entry) == reading.slice(at..hit.end as usize).trim_end_matches('.')
    };
    // `Mt` and `MT` differ in nothing but case.
    let hit = std::iter::once(first)
        .chain(hits)
        .take_while(|hit| hit.end == first.end)
        .find(|hit| is_exact(hit))
        .unwrap_or(first);
    let token = &reading.tokens[at];
    let is_letter = reading.word(at).trim_end_matches('.').len() == 1 && hit.end as usize == at + 1;
    // "34.35 mln T" are tonnes.
    let millions = is_letter && number.is_scaled() && reading.word(at) == "T" && !token.glued();
    if millions {
        return Some(hit).filter(|hit| reading.lexicon.cell(hit.row, unit::DIMENSION) == "mass");
    }
    // 2G is no weight.
    if is_letter && !is_exact(hit) {
        return None;
    }
    // `in` is a preposition, `C` and `F` are letters, unless they touch their digits: `1.75in`, `at 38C`.
    let touching = reading.lexicon.has(hit.row, unit::FLAGS, "touching");
    let short = reading.word(at).len() <= 2 && hit.end as usize == at + 1 && token.is_word();
    if touching && short && !(token.glued() && (!is_letter || is_temperature(reading, number, at + 1))) {
        return None;
    }
    // A letter behind a blank is an initial or an article as often as a unit.
    // "40,000 second-hand cars"
    let other_word = !token.glued()
        && past_hyphen(reading, hit.end as usize) > hit.end as usize
        && reading
            .hits_at(at)
            .iter()
            .any(|hit| hit.list == List::NumberWords);
    let stands_alone = is_letter && token.is_word() && !token.glued() && token.shape != Shape::Lower;
    let is_word = reading.lexicon.has(hit.row, unit::FLAGS, "word");
    let in_words = number.written == Written::Words && !number.is_scaled();
    let is_other =
        other_word || stands_alone || (is_word && (in_words || (token.is_capitalised() && !token.glued())));
    (!is_other).then_some(hit)
}

/// `to 38C`, `1.5C of warming`, but not `seat 14F`, `Form 2C`: a figure that degrees can be told in, behind a word that
/// leads to one.
fn is_temperature(reading: &Reading<'_>, number: &Number, end: usize) -> bool {
    const HOTTEST: i64 = 212;
    let ends = reading
        .tokens
        .get(end)
        .is_none_or(|next| !next.glued() || !next.is_word() && !next.is_number());
    let decimal = matches!(number.written, Written::Digits { point: true, .. });
    let before = (number.first as usize).checked_sub(1);
    let led = before.is_some_and(|at| {
        let tag = reading.tag(at);
        tag.is_verb()
            || matches!(tag, Tag::Preposition | Tag::To | Tag::Be)
            || reading.tokens[at].is_hyphen()
            || super::bound_before(reading, number.first as usize).is_some()
    });
    ends && number.value <= Decimal::from(HOTTEST) && (decimal || led)
}
