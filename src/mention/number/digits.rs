//! Numbers that begin with digits: `14,762`, `1,30,117`, `1.4bn`, `3.26 lakh`, `2½`.

use rust_decimal::Decimal;

use super::{and_a_half, entry, parted, past_hyphen, scale, spoken, Number, Step, Written, HALF};
use crate::lexicon::{Hit, Label, List, Lists, Tag};
use crate::mention::money;
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// What letters glued to digits stand for in an article, where they scale nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    /// `800m`
    metres: bool,
    /// `80k`: hundredths of a naira.
    kobo: bool,
}

impl Letters {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        Self {
            metres: runs_in_metres(reading),
            kobo: deals_in_kobo(reading),
        }
    }
}

/// Whether an article tells prices in naira: `N9.45`.
fn deals_in_kobo(reading: &Reading<'_>) -> bool {
    const SEVERAL: usize = 3;
    let priced = reading.numbers().filter(|at| {
        *at > 0
            && reading.tokens[*at].glued()
            && matches!(reading.word(*at - 1), "N" | "₦")
            && reading.word(*at).contains('.')
    });
    priced.take(SEVERAL).count() == SEVERAL
}

/// The number that begins with the digits at `at`. None: the digits are no number (`1.2.3`, `15th`). `blanks`: the
/// article may part thousands by blanks.
pub(super) fn read(reading: &Reading<'_>, at: usize, blanks: bool, letters: Letters) -> Option<Step> {
    let parted = parted::by_blanks(reading, at, blanks)
        .or_else(|| parted::loosely(reading, at))
        .or_else(|| decimal_comma(reading, at));
    let (mut value, written, mut end) = match parted {
        Some(parted) => parted,
        None => {
            let (value, written) = figure(reading.word(at))?;
            (value, written, at + 1)
        }
    };
    if reading.ends_ordinal(end) {
        return Some(Step::Skip(end + 1));
    }
    // A fraction, a date, a season: 1/4, 9/11, 2022/23.
    if let Some(over) = over(reading, end) {
        // `9/16 percentage point`, `3/4 cent`
        let cents = || money::name_after(reading, over).is_some_and(|name| name.minor);
        let told = || is_rate(reading, over) || cents();
        let Some(part) = fraction(reading, at, over).filter(|_| told()) else {
            return Some(Step::Skip(over));
        };
        value = part;
        end = over;
    }
    let whole = !matches!(written, Written::Digits { point: true, .. });
    // `$5.28-1/4 a bushel`: the fraction is of a cent.
    let priced =
        value.scale() == 2 && past_hyphen(reading, end) > end && money::sign_before(reading, at).is_some();
    if let Some((after, fraction)) = mixed(reading, end).filter(|_| priced) {
        value = value.checked_add(fraction.checked_mul(Decimal::new(1, 2))?)?;
        end = after;
    }
    if let Some((after, fraction)) = mixed(reading, end).filter(|_| whole) {
        value = value.checked_add(fraction)?;
        end = after;
    }
    if let Some((after, decimals)) = spoken::decimals(reading, end).filter(|_| whole) {
        value = value.checked_add(decimals)?;
        end = after;
    }
    if let Some((hit, fraction)) = entry(reading, end, &[Label::SignFraction]) {
        if reading.tokens[end].gap <= Gap::Space {
            value = value.checked_add(fraction)?;
            end = hit.end as usize;
        }
    }
    if let Some(half) = and_a_half(reading, end) {
        value = value.checked_add(HALF)?;
        end = half;
    }
    let mut scaled_by = Decimal::ONE;
    if let Some((after, factor)) = suffix(reading, at, end, value, letters) {
        scaled_by = factor;
        end = after;
    }
    // "lakh crore", "thousand crore": two at most.
    for _ in 0..2 {
        let Some((after, factor)) = scale(reading, at, end) else {
            break;
        };
        scaled_by = scaled_by.checked_mul(factor)?;
        end = after;
    }
    if let Some((dozen, factor)) = entry(reading, end, &[Label::Dozen]).filter(|_| scaled_by == Decimal::ONE)
    {
        scaled_by = factor;
        end = dozen.end as usize;
    }
    let mut rest = Decimal::ZERO;
    if let Some(half) = and_a_half(reading, end).filter(|_| scaled_by != Decimal::ONE) {
        rest = scaled_by.checked_mul(HALF)?;
        end = half;
    }
    Some(Step::Number(Number {
        first: at as u32,
        end: end as u32,
        value: value.checked_mul(scaled_by)?.checked_add(rest)?.normalize(),
        scale: scaled_by,
        written,
    }))
}

/// `0,9 %`, `1,65 million`: a decimal comma, before a rate or a scale alone.
fn decimal_comma(reading: &Reading<'_>, at: usize) -> Option<(Decimal, Written, usize)> {
    const MOST: usize = 3;
    let word = reading.word(at);
    let (whole, fraction, end) = match word.split_once(',') {
        Some((whole, fraction)) => (whole, fraction, at + 1),
        None => {
            let [comma, rest] = reading.tokens.get(at + 1..at + 3)? else {
                return None;
            };
            let glued = comma.is(b',') && comma.glued() && rest.glued() && rest.is_number();
            (word, glued.then(|| reading.word(at + 2))?, at + 3)
        }
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let fits = whole.len() <= MOST && fraction.len() < MOST && digits(whole) && digits(fraction);
    let told = || is_rate(reading, end) || scale(reading, at, end).is_some();
    if !fits || !told() {
        return None;
    }
    let written = Written::Digits {
        grouped: false,
        point: true,
        leading_zero: false,
    };
    Some((
        decimal(&[whole, fraction].concat(), fraction.len())?,
        written,
        end,
    ))
}

/// What digits say, with Western or Indian commas. None where points or commas stand as in no number.
fn figure(text: &str) -> Option<(Decimal, Written)> {
    // Longer runs are no figures of news, and more digits than a decimal holds.
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return None;
    }
    let (whole, fraction) = match text.bytes().position(|byte| byte == b'.') {
        Some(point) => (&text[..point], Some(&text[point + 1..])),
        None => (text, None),
    };
    if fraction.is_some_and(|digits| !digits.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let grouped = whole.bytes().any(|byte| byte == b',');
    if grouped && !is_grouped(whole) {
        return None;
    }
    let value = decimal(text, fraction.map_or(0, str::len))?;
    let written = Written::Digits {
        grouped,
        point: fraction.is_some(),
        leading_zero: whole.len() > 1 && whole.starts_with('0'),
    };
    Some((value, written))
}

/// Whether commas part digits by threes, or by twos before the last three.
fn is_grouped(whole: &str) -> bool {
    let (Some((first, rest)), Some((_, last))) = (whole.split_once(','), whole.rsplit_once(',')) else {
        return false;
    };
    let middle = &rest[..rest.len() - last.len()];
    let middle = || middle.split_terminator(',').map(str::len);
    let western = middle().all(|length| length == 3);
    let indian = middle().all(|length| length == 2) && first.len() <= 2;
    last.len() == 3 && (western || indian) && (1..=3).contains(&first.len())
}

/// Digits with commas and perhaps a point, `places` digits from the end.
pub(super) fn decimal(text: &str, places: usize) -> Option<Decimal> {
    // What 63 bits hold whatever the digits are; nearly all figures of news.
    const SHORT: usize = 18;
    let mut digits = text.bytes().filter(|byte| !matches!(byte, b',' | b'.'));
    if text.len() <= SHORT {
        let value = digits.try_fold(0, |value: i64, byte| {
            byte.is_ascii_digit().then(|| value * 10 + i64::from(byte - b'0'))
        })?;
        return Some(Decimal::new(value, places as u32));
    }
    let digits: String = text.chars().filter(|char| *char != ',').collect();
    Decimal::from_str_exact(&digits).ok()
}

/// The token after "/4" at `at`.
fn over(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let [slash, number] = reading.tokens.get(at..at + 2)? else {
        return None;
    };
    (slash.is(b'/') && slash.glued() && number.is_number() && number.glued()).then_some(at + 2)
}

/// "1/2" behind whole digits: "10 1/2 miles", "9-1/4 pct". Its end and value, where that has exact decimals.
fn mixed(reading: &Reading<'_>, at: usize) -> Option<(usize, Decimal)> {
    let after = past_hyphen(reading, at);
    let token = reading.tokens.get(after)?;
    let apart = after > at || token.gap == Gap::Space;
    if !token.is_number() || !apart || token.end - token.start > 2 {
        return None;
    }
    let end = over(reading, after + 1)?;
    Some((end, fraction(reading, after, end)?))
}

/// What "1/2" comes to, where that has exact decimals.
fn fraction(reading: &Reading<'_>, at: usize, end: usize) -> Option<Decimal> {
    let (above, _) = figure(reading.word(at))?;
    let (below, _) = figure(reading.word(end - 1))?;
    let exact = [2, 4, 5, 8, 10, 16, 20, 32]
        .into_iter()
        .any(|d| Decimal::from(d) == below);
    match exact && above < below {
        true => above.checked_div(below),
        false => None,
    }
}

/// Whether `pct`, `percentage point` or the like stands at a token.
fn is_rate(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .hits_at(at)
        .iter()
        .any(|hit| hit.list == List::NumberWords && matches!(hit.label, Label::Ratio | Label::RatioPoints))
}

/// A letter that scales the digits before it: `94.7m`, `3.4-b`, `$5 m`. Its end and factor.
fn suffix(
    reading: &Reading<'_>,
    first: usize,
    at: usize,
    value: Decimal,
    letters: Letters,
) -> Option<(usize, Decimal)> {
    let at = past_hyphen(reading, at);
    let token = reading.tokens.get(at).filter(|token| token.is_word())?;
    if token.end - token.start > 2 {
        return None;
    }
    // `12,000m²`
    let square = |token: &Token| token.glued() && matches!(token.text(reading.text), "²" | "³");
    if reading.tokens.get(at + 1).is_some_and(square) {
        return None;
    }
    let (hit, factor) = entry(reading, at, &[Label::Suffix])?;
    let is_money = || money::sign_before(reading, first).is_some();
    let fits = match token.gap {
        Gap::None => match token.first {
            b't' | b'T' => is_money(),
            // Metres stand before "long", "tall" or "sprint".
            b'm' => {
                !(is_extent(reading, hit)
                    || letters.metres && is_sporting(value) && !is_counted(reading, hit))
                    || is_money()
            }
            // "added 45k to end at N9.45"
            b'k' if letters.kobo && value <= Decimal::ONE_HUNDRED => false,
            // 4K and 8K are kinds of screens, a 10-K is a report.
            b'K' if !reading.tokens[at - 1].is_number() => is_money(),
            b'K' => value >= Decimal::TEN || is_money(),
            _ => true,
        },
        // `SEK 560 M`
        Gap::Space if token.is(b'M') => {
            let next = reading.tokens.get(at + 1);
            is_money() && next.is_none_or(|next| !next.is_capitalised() && !next.is(b'.'))
        }
        Gap::Space => token.shape == Shape::Lower && token.first != b't' && is_money(),
        _ => false,
    };
    fits.then_some((hit.end as usize, factor))
}

/// Whether the word after an `m` tells that it stands for metres.
fn is_extent(reading: &Reading<'_>, letter: &Hit) -> bool {
    has_context(reading, past_hyphen(reading, letter.end as usize), Label::Extent)
}

/// "sold 1.25m | tickets": millions, wherever else metres are run.
fn is_counted(reading: &Reading<'_>, letter: &Hit) -> bool {
    let at = letter.end as usize;
    let small = reading
        .tokens
        .get(at)
        .is_some_and(|token| token.shape == Shape::Lower);
    small && reading.tag(at) == Tag::NounPlural && !has_context(reading, at, Label::Race)
}

fn has_context(reading: &Reading<'_>, at: usize, context: Label) -> bool {
    let mut hits = reading.hits_of(at, Lists::of(&[List::NumberContexts]));
    hits.any(|hit| hit.label == context)
}

/// Whether an article runs, swims or jumps in metres: `the 800m champion`, `a throw of 17.64m`.
fn runs_in_metres(reading: &Reading<'_>) -> bool {
    const REACH: usize = 6;
    const AHEAD: usize = 16;
    let race = |at: usize| {
        let next = past_hyphen(reading, at + 2);
        has_context(reading, next, Label::Race) || has_context(reading, next, Label::Extent)
    };
    let leap = |at: usize| {
        let end = reading.sentence_tokens(at).end.min(at + AHEAD);
        (at.saturating_sub(REACH)..end).any(|near| has_context(reading, near, Label::Leap))
    };
    reading.numbers().any(|at| {
        let letter = reading.tokens.get(at + 1);
        let glued = letter.is_some_and(|next| next.glued() && next.is(b'm'));
        let value = || figure(reading.word(at)).map(|(value, _)| value);
        glued
            && money::sign_before(reading, at).is_none()
            && value().is_some_and(is_sporting)
            && (race(at) || leap(at))
    })
}

/// The lengths of races, and what is jumped or thrown to the centimetre.
fn is_sporting(value: Decimal) -> bool {
    const RACES: [i64; 18] = [
        50, 60, 80, 100, 110, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 2000, 3000, 5000, 10_000,
    ];
    let centimetres = value.scale() == 2 && value < Decimal::ONE_HUNDRED;
    centimetres || RACES.iter().any(|race| Decimal::from(*race) == value)
}

#[cfg(test)]
mod tests {
    use super::figure;

    fn told(text: &str) -> Option<String> {
        figure(text).map(|(value, _)| value.to_string())
    }

    #[test]
    fn digits_are_exact_whatever_their_grouping() {
        assert_eq!(told("14,762").as_deref(), Some("14762"));
        assert_eq!(told("1,30,117").as_deref(), Some("130117"));
        assert_eq!(told("12,34,56,789.50").as_deref(), Some("123456789.50"));
        assert_eq!(told(".5").as_deref(), Some("0.5"));
        assert_eq!(
            told("79228162514264337593543950335").as_deref(),
            Some("79228162514264337593543950335")
        );
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "1.2.3",
            "1,2345",
            "1234,567",
            "12,34",
            "1,23",
            "1,234,56",
            "99999999999999999999999999999999",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
