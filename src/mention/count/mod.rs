//! Counts: numbers without a unit, with the noun that they count.
//!
//! A number alone can be many things. With a noun (`38 units`) or in the look of a figure (`14,762`, `1.5 million`)
//! it is a count; bare digits or words are one only where nothing speaks for a year, a name, a label (`Article 370`),
//! a score, a clock time, an age, an address or a telephone number.

mod noun;
mod other;

use rust_decimal::Decimal;

use super::number::{Number, Written};
use super::quantity::{self, Quantity, Unit};
use super::{here, Candidate, Kind, Strength, Text, Value};
use crate::lexicon::{Classes, Label, List, Lists, Tag};
use crate::mention::{Amount, Bound};
use crate::reading::Reading;
use crate::token::{Gap, Shape, TokenKind};
use noun::Noun;
use other::{is_age, is_called, is_group_name, is_level, is_one_model, is_other};

/// Adds what it finds to `out`, which holds what other finders take the numbers for.
pub(crate) fn find<'x>(reading: &Reading<'x>, quantities: &[Quantity<'x>], out: &mut Vec<Candidate<'x>>) {
    let taken = taken(reading.tokens.len(), out);
    // Numbers before this token stand inside the count before them: "three 777 freighters".
    let mut inside = 0;
    for quantity in quantities {
        let number = quantity.number.first as usize..quantity.number.end as usize;
        if quantity.unit != Unit::Bare || quantity.core < inside || taken[number].iter().any(|taken| *taken) {
            continue;
        }
        if let Some(candidate) = count(reading, quantity, &taken) {
            inside = candidate.end;
            out.push(candidate);
        }
    }
}

/// Which tokens stand in dates and names.
fn taken(tokens: usize, candidates: &[Candidate<'_>]) -> Vec<bool> {
    let mut taken = vec![false; tokens];
    for candidate in candidates {
        let claims = match candidate.kind() {
            Kind::Date | Kind::Duration | Kind::Time | Kind::Set => true,
            Kind::Organisation | Kind::Person | Kind::Place | Kind::Model | Kind::Policy => {
                candidate.strength > Strength::Weak
            }
            _ => false,
        };
        if claims {
            taken[candidate.first as usize..candidate.end as usize].fill(true);
        }
    }
    taken
}

fn count<'x>(reading: &Reading<'x>, quantity: &Quantity<'x>, taken: &[bool]) -> Option<Candidate<'x>> {
    if quantity.amount.low.is_zero() || is_glued_to_name(reading, quantity) || is_other(reading, quantity) {
        return None;
    }
    // "its 10 millionth engine" is one.
    if reading.is_one_of(quantity.end as usize, &["thousandth", "millionth", "billionth"]) {
        return None;
    }
    let noun = noun::after(reading, quantity);
    let holds = match &noun {
        Some(noun) => counts_noun(reading, quantity, noun),
        None => {
            stands_alone(reading, quantity)
                && !is_dated(reading, quantity, taken)
                && !is_age(reading, quantity)
                && !is_called(reading, quantity)
                && !is_level(reading, quantity)
        }
    };
    if !holds {
        return None;
    }
    let mut tokens = quantity.first as usize..quantity.end as usize;
    let mut amount = quantity.amount;
    if amount.bound != Bound::Exact && is_preposition(reading, quantity, noun.as_ref()) {
        amount.bound = Bound::Exact;
        tokens.start = quantity.core as usize;
    }
    tokens.start = another(reading, tokens.start);
    if let Some(noun) = &noun {
        tokens.end = noun.end;
        widen(reading, &mut tokens.end, &mut amount);
    }
    let noun: Option<Text<'x>> = noun.and_then(|noun| noun.lemma);
    let strength = if noun.is_some() {
        Strength::Strong
    } else {
        Strength::Fair
    };
    Some(Candidate::new(
        tokens,
        Value::Count { amount, noun },
        here!("count"),
        strength,
    ))
}

/// "50 people or more"
fn widen(reading: &Reading<'_>, end: &mut usize, amount: &mut Amount) {
    if let Some((after, bound)) = quantity::bound_after(reading, *end) {
        *end = after;
        if amount.bound == Bound::Exact {
            amount.bound = bound;
        }
    }
}

/// Where the count begins if "another" stands before it.
fn another(reading: &Reading<'_>, first: usize) -> usize {
    let Some(at) = first.checked_sub(1) else {
        return first;
    };
    let role = reading.hit(at, List::Bounds).map(|hit| hit.label);
    if role == Some(Label::BeforeCount) {
        at
    } else {
        first
    }
}

/// "Under two contracts", "talks about two plants": before small numbers in words, what bounds larger ones is a
/// preposition like any other.
fn is_preposition(reading: &Reading<'_>, quantity: &Quantity<'_>, noun: Option<&Noun<'_>>) -> bool {
    let small =
        quantity.number.is_single_word() && quantity.number.value < Decimal::TEN && !quantity.is_range;
    let one_word = quantity.core == quantity.first + 1;
    small
        && one_word
        && is_preposition_at(reading, quantity.first as usize)
        && noun.is_some()
        && quantity.amount.bound != Bound::Exact
}

/// Digits that letters, hyphens, slashes or colons tie to something else: `F-16`, `5S`, `9/11`, `10:30`, `2023-24`.
fn is_glued_to_name(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    let first = quantity.core as usize;
    let end = quantity.core_end as usize;
    let before = reading.tokens[first].glued() && first > 0;
    if before {
        let mark = &reading.tokens[first - 1];
        let opens = mark.is(b'(') || mark.is(b'[') || mark.kind == TokenKind::Quote || mark.is_dash();
        // "Company / Units / Change", "–5,000": a dash that is glued to the number alone.
        let dash = mark.is_hyphen() && !mark.glued() && !quantity.number.is_plain_digits();
        if !opens && !dash && !mark.is(b'*') && mark.first != crate::token::BULLET {
            return true;
        }
    }
    let Some(after) = reading.tokens.get(end).filter(|token| token.glued()) else {
        return false;
    };
    let then = reading.tokens.get(end + 1).filter(|token| token.glued());
    match after.kind {
        TokenKind::Word => true,
        TokenKind::Symbol => !after.is(b'+') && !after.is(b'*'),
        _ if after.is(b'/') || after.is(b':') || after.is(b'.') => {
            then.is_some_and(|token| token.is_number())
        }
        _ if after.is_hyphen() => then.is_some_and(|token| token.is_number() || token.shape == Shape::Upper),
        _ => false,
    }
}

/// Whether a number with this noun is a count.
fn counts_noun(reading: &Reading<'_>, quantity: &Quantity<'_>, noun: &Noun<'_>) -> bool {
    const LONGEST: u32 = 100_000_000;
    let number = &quantity.number;
    let first = quantity.first as usize;
    if number.is_year_like() && !quantity.is_bounded() && !quantity.is_range {
        // "2022 Escape SUVs" and "the 2024 elections", but "2000 workers".
        let round = (number.value % Decimal::from(50)).is_zero();
        return round && noun.is_adjacent && noun.is_listed;
    }
    if quantity.is_bounded() || !number.is_plain_digits() {
        return true;
    }
    // "SMS to 9224992240 number": so many would be parted by commas.
    if number.value >= Decimal::from(LONGEST) {
        return false;
    }
    // "Shark 6 pickups", "CD 70 bikes": the number belongs to the name before it.
    !is_name_before(reading, first)
}

/// Whether a name ends right before a token.
fn is_name_before(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let token = &reading.tokens[before];
    // "CD 70", but "SELLS 40"
    let is_type = token.shape == Shape::Upper && token.end - token.start <= 3;
    reading.tokens[at].gap <= Gap::Space
        && token.is_word()
        && token.is_capitalised()
        && (token.shape != Shape::Capitalised || !reading.opens_sentence(before))
        && !reading.classes(before).contains(Classes::FUNCTION)
        && (reading.tag(before) == Tag::Proper || is_type)
}

/// Whether a number without a noun is a count.
fn stands_alone(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    let number = &quantity.number;
    let first = quantity.first as usize;
    let end = quantity.end as usize;
    let next = reading.tokens.get(end);
    if next.is_some_and(|token| token.glued() && token.is_hyphen())
        && reading.tokens.get(end + 1).is_some_and(|token| token.glued())
    {
        // "two-way", "five-star"
        return false;
    }
    // "200- to 300-seat"
    if next.is_some_and(|token| token.glued() && token.is_hyphen()) {
        return false;
    }
    let looks_counted = number.is_scaled() || number.is_grouped();
    if looks_counted {
        // "the Ford Five Hundred"
        let token = &reading.tokens[number.first as usize];
        let is_name =
            number.written == Written::Words && token.is_capitalised() && is_name_before(reading, first);
        return !is_name;
    }
    if quantity.is_range {
        // "expects to sign 375 to 400"
        let digits = number.is_plain_digits() && quantity.amount.low >= Decimal::TEN;
        let worded = reading.tokens[first..end]
            .iter()
            .all(|token| !token.is_hyphen() && !token.is_dash());
        return digits && worded && is_lone_figure(reading, number, false, first, end);
    }
    match number.written {
        Written::Words => is_tally(reading, first, end),
        Written::Digits { point: true, .. } => false,
        // "480 of them in Berlin"
        Written::Digits { .. }
            if (is_part(reading, end) || is_part_of_count(reading, end)) && !number.is_year_like() =>
        {
            true
        }
        Written::Digits { .. } if has_suffered(reading, number, first, end) => true,
        Written::Digits { .. } if goes_on_with(reading, number, first, end) => true,
        Written::Digits { .. } if is_of_series(reading, number, first, end) => true,
        Written::Digits { .. } => is_lone_figure(reading, number, quantity.is_bounded(), first, end),
    }
}

/// "February 16 and 17", "16 or 17 March": a day of the month beside a date.
fn is_dated(reading: &Reading<'_>, quantity: &Quantity<'_>, taken: &[bool]) -> bool {
    const LAST_DAY: i64 = 31;
    let first = quantity.first as usize;
    let end = quantity.end as usize;
    let joins = |at: usize| reading.is(at, "and") || reading.is(at, "or") || reading.is(at, "to");
    // "and 15 in Bremen" behind "90 in Hamburg" is no day.
    let dates =
        |at: usize| reading.tokens[at].first.is_ascii_digit() || reading.hit(at, List::Calendar).is_some();
    let is_taken =
        |at: Option<usize>| at.is_some_and(|at| taken.get(at).is_some_and(|taken| *taken) && dates(at));
    quantity.number.is_plain_digits()
        && quantity.number.value <= Decimal::from(LAST_DAY)
        && ((first > 0 && joins(first - 1) && is_taken(first.checked_sub(2)))
            || (joins(end) && is_taken(Some(end + 1))))
}

/// "Bus overturns, 14 | hurt", "19 closed": so many to whom a participle tells what was done. "700 will be needed": so many
/// who do something.
fn has_suffered(reading: &Reading<'_>, number: &Number, first: usize, end: usize) -> bool {
    let opens = first.checked_sub(1).is_none_or(|before| {
        reading.opens_sentence(first) || matches!(reading.tokens[before].first, b',' | b':' | b';')
    });
    let small = number.value >= Decimal::TWO && number.value < Decimal::from(1_000_000);
    let participle = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.shape == Shape::Lower && token.gap == Gap::Space)
        && matches!(
            reading.tag(end),
            Tag::VerbPart | Tag::VerbPast | Tag::Modal | Tag::Be | Tag::Have
        );
    let no_object = !matches!(
        reading.tag(end + 1),
        Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::Proper | Tag::To
    );
    opens && small && participle && no_object && !number.is_year_like()
}

/// "sold 1,300 vans, Toyota 850 and Renault 790", "exported 410 tonnes (400 last year)": behind a figure, one more of the kind.
fn goes_on_with(reading: &Reading<'_>, number: &Number, first: usize, end: usize) -> bool {
    /// How long a name may be, and how far before it the figure may stand.
    const NAME: usize = 3;
    const FAR: usize = 16;
    // "Siemens 70 in Germany"
    let place = reading
        .tokens
        .get(end + 1)
        .is_some_and(|token| token.is_capitalised());
    let tied = place && reading.is_one_of(end, &["in", "at", "to", "from"]);
    let least = match is_listed(reading, first, end) {
        true => Decimal::TWO,
        false if tied => Decimal::TEN,
        false => Decimal::ONE_HUNDRED,
    };
    let size = number.value >= least && number.value < Decimal::from(10_000);
    if !size || number.is_year_like() {
        return false;
    }
    let capital = |at: usize| reading.tokens[at].is_word() && reading.tokens[at].is_capitalised();
    let name = (first.saturating_sub(NAME)..first)
        .rev()
        .take_while(|at| capital(*at))
        .last();
    let last_year =
        || reading.is_one_of(end, &["last", "a", "in"]) && reading.hit(end + 1, List::Calendar).is_some();
    let before = match name {
        Some(name) => name.checked_sub(1).filter(|before| {
            let joined = reading.tokens[*before].is(b',') || reading.is(*before, "and");
            joined && (closes(reading, end) || reading.is(end, "and") || tied)
        }),
        None => first.checked_sub(1).filter(|before| {
            reading.tokens[*before].is(b'(') && last_year() || is_listed(reading, first, end)
        }),
    };
    before.is_some_and(|before| {
        let told = (before.saturating_sub(FAR)..before).rev();
        let mut told =
            told.take_while(|at| reading.tokens[*at].gap <= Gap::Line && !reading.tokens[*at].is(b'.'));
        told.any(|at| {
            let digits = reading.tokens[at].first.is_ascii_digit();
            digits && (reading.word(at).contains(',') || reading.tag(at + 1) == Tag::NounPlural)
        })
    })
}

/// "300 vans in Peru, | 40 in Chile and | 15 in Togo": between a joint and where or when so many more were.
fn is_listed(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    let joint = |before: usize| reading.tokens[before].is(b',') || reading.is(before, "and");
    let joined = first.checked_sub(1).is_some_and(joint);
    let tied = reading.is_one_of(end, &["in", "at", "from", "to"]);
    let name = || {
        let token = reading.tokens.get(end + 1);
        token.is_some_and(|token| token.is_word() && token.is_capitalised())
    };
    joined && tied && name()
}

/// "cut jobs in Spain (400), Peru (| 300 |)": in brackets behind each of several countries, towns or firms, or behind one that
/// stands after another with so many of something. Small numbers are ranks and scores.
fn is_of_series(reading: &Reading<'_>, number: &Number, first: usize, end: usize) -> bool {
    let known = Lists::of(&[List::Countries, List::Cities, List::Organisations]);
    let named = |open: usize| {
        let names = |at: usize| reading.hits_of(at, known).any(|hit| hit.end as usize == open);
        let mut near = open.saturating_sub(4)..open;
        // "Ann Roe (44), Bo Lee (51)"
        let person = near.clone().any(|at| reading.lists_at(at).has(List::GivenNames));
        !person && near.any(names)
    };
    let large = number.value >= Decimal::TEN && !number.is_year_like();
    let counted = |close: usize| {
        let last = close - 1;
        reading.tag(last).is_noun() || reading.word(last).contains(',')
    };
    match quantity::series::before(reading, first, end) {
        Some(close) => large && (named(first - 1) || counted(close)),
        None => large && quantity::series::goes_on(reading, first, end) && named(first - 1),
    }
}

/// "five of them", "taking the tally to ten."
fn is_tally(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    if reading.is(end, "of") {
        return is_part(reading, end);
    }
    // "A contract for four more is in sight."
    if reading.is(end, "more") && (closes(reading, end + 1) || reading.tag(end + 1) == Tag::Be) {
        return true;
    }
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let after_to = reading.is_one_of(before, &["to", "from", "by"]);
    // "fell from nine to | seven", but the score "won nine to | seven"
    let is_number = |at: usize| {
        let hit = reading.hit(at, List::NumberWords);
        reading.tokens[at].is_number() || hit.is_some_and(|hit| hit.label == Label::Cardinal)
    };
    let score = before > 0
        && is_number(before - 1)
        && !before.checked_sub(2).is_some_and(|at| reading.is(at, "from"));
    after_to && !score && closes(reading, end)
}

/// "… of them", "… of its jets"
fn is_part(reading: &Reading<'_>, end: usize) -> bool {
    reading.is(end, "of")
        && (reading.is_one_of(end + 1, &["them", "these", "which", "whom", "those"])
            || reading.tag(end + 1) == Tag::Possessive)
}

/// "312 … of the 2,000 buses", "… of some 900 jets"
fn is_part_of_count(reading: &Reading<'_>, end: usize) -> bool {
    let article = usize::from(matches!(reading.tag(end + 1), Tag::Determiner));
    let figure = reading.tokens.get(end + 1 + article);
    reading.is(end, "of") && article == 1 && figure.is_some_and(|token| token.is_number())
}

/// Whether nothing more of the clause stands at a token.
fn closes(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .tokens
        .get(at)
        .is_none_or(|token| token.gap == Gap::Paragraph || matches!(token.first, b'.' | b',' | b';' | b')'))
}

/// Bare digits without a noun: "1,900 are in Germany and 420 in the UK".
fn is_lone_figure(reading: &Reading<'_>, number: &Number, bounded: bool, first: usize, end: usize) -> bool {
    // Fewer digits are items of lists, scores and hours of the day, more are telephone numbers and codes.
    let size = number.value >= Decimal::TEN && number.value < Decimal::from(1_000_000);
    if !size || number.is_year_like() {
        return false;
    }
    if bounded {
        // "people over 60", "under 65": ages.
        return number.value >= Decimal::ONE_HUNDRED || !is_preposition_at(reading, first);
    }
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let token = &reading.tokens[before];
    let in_clause = reading.tokens[first].gap <= Gap::Space
        && (token.is_word() && !token.is_capitalised() && !is_group_name(reading, before)
            || another(reading, first) < first
            // "78 planes in October; 585 in ten months"
            || token.is(b';') && reading.is(end, "in"));
    let mark_behind = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.is(b')') || token.is(b':'));
    let name_behind = reading
        .tokens
        .get(end)
        .is_some_and(|token| token.is_word() && token.is_capitalised() && token.gap <= Gap::Space);
    // "a store manager at 19", "plus 11", "the new 777", "the 767 tanker"
    let is_small = number.value < Decimal::ONE_HUNDRED;
    let other = (is_small && reading.is(before, "at") && !is_rate(reading, end))
        || reading.is_one_of(before, &["plus", "minus", "the", "new"])
        || (number.value < Decimal::ONE_THOUSAND && is_noun_at(reading, end));
    in_clause && !mark_behind && !name_behind && !other && !is_one_model(reading, first)
}

/// "capped at 42 | a month"
fn is_rate(reading: &Reading<'_>, end: usize) -> bool {
    (reading.is(end, "a") || reading.is(end, "per")) && reading.hit(end + 1, List::Calendar).is_some()
}

fn is_preposition_at(reading: &Reading<'_>, at: usize) -> bool {
    reading.may_be(at, Tag::Preposition)
}

/// Whether a singular noun stands at a token.
fn is_noun_at(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .tokens
        .get(at)
        .is_some_and(|token| token.gap == Gap::Space && token.shape == Shape::Lower)
        && reading.tag(at) == Tag::Noun
}
