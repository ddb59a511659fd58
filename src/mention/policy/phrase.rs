//! The words of a named policy around its head noun: what stands before it, the years and the acronym behind.

use super::{has_hit, is_head};
use crate::lexicon::{country, org_head, Class, Classes, Form, Label, List, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// How many words stand before a head at most.
const LONGEST: usize = 12;

/// Where the capitalised phrase before a head begins.
pub(super) fn run_before(reading: &Reading<'_>, head: usize, free: usize) -> usize {
    let lowest = head.saturating_sub(LONGEST).max(free);
    let mut first = head;
    let mut founds = false;
    while first > lowest && reading.tokens[first].gap <= Gap::Space {
        let at = first - 1;
        let token = &reading.tokens[at];
        if let Some(open) = bracket_before(reading, at, lowest) {
            first = open;
            founds |= is_head(reading, head, "year");
            continue;
        }
        // The hyphen in `Indo-Pacific`.
        let hyphen = token.is_hyphen() && token.glued() && reading.tokens[first].glued();
        if hyphen && at > lowest {
            first = at;
            continue;
        }
        // `Re-settlement`, but not `US-led`
        let part = token.is_word() && token.shape == Shape::Lower && token.glued();
        if part && at > lowest + 1 && is_rest_of_a_word(reading, at) {
            first = at - 2;
            continue;
        }
        // `Protection | of the | Environment Act`
        if at > lowest + 2
            && reading.is(at, "the")
            && reading.is(at - 1, "of")
            && is_inside(reading, at - 1, founds)
        {
            first = at - 1;
            continue;
        }
        // `Feed, | Seed and Fertiliser Act`
        if at > lowest && is_series(reading, at, head) {
            first = at;
            continue;
        }
        // The `to` and `the` in `Right-to-Repair`, `Stop-the-Clock`.
        let tied = reading.tokens[first].is_hyphen() && token.glued() && token.shape == Shape::Lower;
        if tied && at > lowest + 1 && reading.tokens[at - 1].is_hyphen() {
            first = at - 1;
            continue;
        }
        if token.is_word() && token.is_capitalised() && !is_border(reading, at) {
            first = at;
            continue;
        }
        // `Anchor Borrowers' Programme`, `Children's Act`
        if is_theirs(reading, at) && at > lowest {
            first = at;
            continue;
        }
        if at > lowest && is_inside(reading, at, founds) && (joins(reading, at) || fixed(reading, at, head)) {
            first = at;
            continue;
        }
        break;
    }
    // What was taken for the sake of something before it.
    while first < head {
        let token = &reading.tokens[first];
        if token.is_word() && token.is_capitalised() && !is_nation(reading, first, head) {
            break;
        }
        first += 1;
    }
    // A bracket that belongs to words of which the name is not made: `… in Lagos (Second) Bill`.
    let cut = first > 0 && reading.tokens[first - 1].is(b'(');
    match cut {
        true => head,
        false => first,
    }
}

/// The second half of a word with a hyphen whose first half is capitalised: a noun.
fn is_rest_of_a_word(reading: &Reading<'_>, at: usize) -> bool {
    let hyphen = &reading.tokens[at - 1];
    let tags = reading.lexicon.word(reading.ids[at]).tags;
    // `Home-grown`
    let plain = || {
        reading.classes(at - 2).contains(Classes::COMMON)
            && !has_hit(reading, at - 2, |hit| {
                matches!(hit.list, List::Organisations | List::Countries | List::Regions)
            })
    };
    hyphen.is_hyphen()
        && hyphen.glued()
        && reading.tokens[at - 2].is_word()
        && reading.tokens[at - 2].is_capitalised()
        && (tags.first() == Tag::Noun || plain())
}

/// A comma in the name of an act, behind a plain noun and before `X and Y`.
fn is_series(reading: &Reading<'_>, comma: usize, head: usize) -> bool {
    let noun = |at: usize| {
        let tags = reading.lexicon.word(reading.ids[at]).tags;
        let named = has_hit(reading, at, |hit| {
            matches!(
                hit.list,
                List::Organisations
                    | List::Cities
                    | List::Countries
                    | List::Regions
                    | List::Titles
                    | List::Calendar
                    | List::OrgHeads
            ) || hit.list == List::PolicyHeads && hit.label == Label::Strong
        });
        reading.tokens[at].shape == Shape::Capitalised
            && matches!(tags.first(), Tag::Noun | Tag::NounPlural)
            && !named
            && !reading.opens_sentence(at)
    };
    let joined =
        || (comma + 2..head.min(comma + 5)).any(|at| reading.is(at, "and") || reading.tokens[at].is(b'&'));
    reading.tokens[comma].is(b',')
        && reading.tokens[comma].glued()
        && is_head(reading, head, "year")
        && noun(comma - 1)
        && joined()
}

/// `(NEV)`, `(Amendment)` that ends at a token: where it begins.
pub(super) fn bracket_before(reading: &Reading<'_>, close: usize, lowest: usize) -> Option<usize> {
    if !reading.tokens[close].is(b')') {
        return None;
    }
    let open = (close.saturating_sub(super::LONGEST_BRACKET - 1).max(lowest + 1)..close)
        .rev()
        .find(|at| reading.tokens[*at].is(b'('))?;
    // `(Prevention of Cruelty)`
    let part = |at: usize| {
        let token = &reading.tokens[at];
        token.is_word() && (token.is_capitalised() || at > open + 1 && joins(reading, at))
    };
    let named = (open + 1..close).all(part);
    (named && close > open + 1).then_some(open)
}

/// `and`, `of`, `for`, `&` between two capitalised words.
fn joins(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[at].is(b'&') || matches!(reading.folded(at), "and" | "of" | "for" | "on" | "to")
}

/// `Species at Risk Act`, `Build in Britain Act`: prepositions between words that name nobody, in a law's name.
fn fixed(reading: &Reading<'_>, at: usize, head: usize) -> bool {
    let plain = |at: usize| {
        !reading.lexicon.word(reading.ids[at]).tags.is_empty()
            && !has_hit(reading, at, |hit| {
                matches!(
                    hit.list,
                    List::Organisations | List::Cities | List::Admin1 | List::Countries | List::Titles
                )
            })
    };
    // `Made in Rwanda Policy`
    let made = reading.is_of(at - 1, Class::Slogan)
        && reading.tokens[at - 1].is_capitalised()
        && reading.is(at, "in");
    made || is_head(reading, head, "phrase")
        && matches!(
            reading.folded(at),
            "at" | "in" | "from" | "with" | "by" | "against"
        )
        && reading.tokens[at].shape == Shape::Lower
        && !reading.opens_sentence(at - 1)
        && plain(at - 1)
        && plain(at + 1)
}

/// `Borrowers'`, `Women's`: whose a scheme is, where they are no named party.
fn is_theirs(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| reading.tag(at) == Tag::Genitive) else {
        return false;
    };
    let token = &reading.tokens[before];
    // `Renters'`: the genitive of a plural is its mark alone.
    let bare = reading.tokens[at].end - reading.tokens[at].start == 1;
    let many = (bare || reading.may_be(before, Tag::NounPlural))
        && !has_hit(reading, before, |hit| {
            matches!(hit.list, List::Organisations | List::Countries | List::Regions)
        });
    token.shape == Shape::Capitalised && many
}

/// Whether a joining word goes on with a name rather than parting two.
///
/// A law that `founds` a body is called after it: `Federal University of Lagos (Establishment) Act`.
fn is_inside(reading: &Reading<'_>, at: usize, founds: bool) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let token = &reading.tokens[before];
    let word = (token.is_word() && token.is_capitalised()) || joins(reading, before);
    // `Finance Act and Export Policy` are two, `Ministry of Trade Policy` is none.
    word && reading.tokens[at].gap <= Gap::Space
        && !has_hit(reading, before, |hit| {
            hit.list == List::PolicyHeads
                || hit.list == List::OrgHeads
                    && !founds
                    && reading.lexicon.cell(hit.row, org_head::POSITION) != "suffix"
                || hit.list == List::Titles
        })
}

/// Words that stand before a name without being part of it.
fn is_border(reading: &Reading<'_>, at: usize) -> bool {
    let opens = reading.opens_sentence(at);
    // `Mid-Day Meal Scheme`
    let hyphen = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_hyphen() && token.glued())
    };
    let tied = hyphen(at + 1) || at > 0 && hyphen(at - 1) && reading.tokens[at].glued();
    let number = has_hit(reading, at, |hit| hit.list == List::NumberWords);
    // `CREATE MORE Act`, but not in a line that is all in capitals
    let shape = |at: usize| reading.tokens.get(at).map(|token| token.shape);
    let upper = Some(Shape::Upper);
    let loud =
        at > 0 && (shape(at - 1), shape(at)) == (upper, upper) && shape(at + 1) == Some(Shape::Capitalised);
    (reading.classes(at).contains(Classes::FUNCTION) && !number && !loud)
        || (opens
            && !matches!(
                reading.tag(at),
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Unknown
            ))
        || has_hit(reading, at, |hit| {
            hit.list == List::Calendar && !tied
                || hit.list == List::PolicyHeads && hit.end as usize == at + 1 && hit.label == Label::Strong
        })
}

/// `U.S.`, `Chinese`, `EU` before a name of two words or more: whose it is. `India Semiconductor Mission` and
/// `United States-Mexico-Canada Agreement` go on without a blank or with the country's noun.
fn is_nation(reading: &Reading<'_>, first: usize, head: usize) -> bool {
    let Some(hit) = reading
        .hits_at(first)
        .iter()
        .find(|hit| matches!(hit.list, List::Countries | List::Regions) && (hit.end as usize) < head)
    else {
        return false;
    };
    let adjective = match hit.list {
        List::Countries => {
            matches!(hit.form, Form::Adjective | Form::Demonym)
                || reading.tokens[first].shape == Shape::Upper
                    && reading.lexicon.surface(hit.entry) != reading.lexicon.cell(hit.row, country::NAME)
        }
        _ => reading.tokens[first].shape == Shape::Upper,
    };
    let next = &reading.tokens[hit.end as usize];
    adjective && next.gap == Gap::Space && head > hit.end as usize + 1
}

/// The years behind a policy: ` 2025-30`, `, 2022`, ` of 1934`, ` 2030`.
pub(super) fn years_behind(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let year = |at: usize| {
        reading.tokens.get(at).is_some_and(|token| {
            token.is_number() && token.gap <= Gap::Space && {
                let digits = reading.word(at);
                digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
            }
        })
    };
    let mut at = end;
    if reading.tokens.get(at)?.is(b',') && reading.tokens[at].glued() {
        // `Finance Bill, 2024,` but not `the Finance Act, 2,024 pages`.
        at += 1;
        if reading
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.is_word() && next.gap == Gap::Space)
            && !is_law(reading, end)
        {
            return None;
        }
    } else if reading.is(at, "of") {
        at += 1;
    }
    if !year(at) {
        return None;
    }
    at += 1;
    let range = reading
        .tokens
        .get(at)
        .is_some_and(|token| (token.is_hyphen() && token.glued()) || token.is(b'/'));
    if range && reading.tokens.get(at + 1).is_some_and(Token::is_number) {
        at += 2;
    }
    Some(at)
}

/// Acts, bills and orders carry their year behind a comma.
fn is_law(reading: &Reading<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|at| is_head(reading, at, "year"))
}

/// The acronym in brackets right behind.
pub(super) fn acronym_behind(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let word = reading.tokens.get(end + 1)?;
    (reading.tokens[end].is(b'(')
        && word.is_word()
        && matches!(word.shape, Shape::Upper | Shape::Mixed)
        && reading.tokens.get(end + 2)?.is(b')'))
    .then_some(end + 1)
}
