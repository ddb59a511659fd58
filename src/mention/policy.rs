//! Named policies, laws, programmes, plans, agreements and schemes.
//!
//! Well-known ones are listed. Others are read by their head noun: a capitalised phrase that ends in `Act`,
//! `Policy`, `Agreement`, with the years behind it; a phrase before a small `scheme` or `programme`; a
//! quotation before one. Acronyms in brackets behind a policy stand for it from there on.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{here, Candidate, Origin, Strength, Text, Value};
use crate::lexicon::{country, org_head, policy, policy_head, region, Classes, Form, Hit, List, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token, QUOTE_CLOSE, QUOTE_OPEN};

/// How many words stand before a head at most.
const LONGEST: usize = 12;

/// Adds policies to `out`.
pub(crate) fn find<'x>(reading: &Reading<'x>, out: &mut Vec<Candidate<'x>>) {
    let from = out.len();
    let mut free = 0;
    let mut at = 0;
    while let Some(hit) = reading.hits.get(at) {
        let first = hit.first as usize;
        let group = reading.hits[at..]
            .iter()
            .take_while(|hit| hit.first as usize == first)
            .count();
        let hits = &reading.hits[at..at + group];
        at += group;
        if first < free {
            continue;
        }
        if let Some(found) = listed(reading, hits).or_else(|| headed(reading, hits, free)) {
            free = found.end as usize;
            let one = |last: &&mut Candidate<'x>| {
                last.end == found.first && reading.tokens[found.first as usize].gap == Gap::Space
            };
            match out[from..].last_mut().filter(one) {
                // `Smart Bangladesh Vision 2041`
                Some(last) => {
                    *last = candidate(reading, last.first as usize..free, last.origin, last.strength);
                }
                None => out.push(found),
            }
        }
    }
    acronyms(reading, from, out);
}

fn candidate<'x>(
    reading: &Reading<'x>,
    tokens: Range<usize>,
    origin: Origin<'x>,
    strength: Strength,
) -> Candidate<'x> {
    let name = reading.text_of(tokens.clone());
    Candidate::new(tokens, Value::Policy { name }, origin, strength)
}

/// A policy that a list has.
fn listed<'x>(reading: &Reading<'x>, hits: &[Hit]) -> Option<Candidate<'x>> {
    let lexicon = reading.lexicon;
    let hit = hits.iter().find(|hit| match hit.list {
        List::Policies => lexicon.cell(hit.row, policy::KIND) == "policy",
        List::Regions => matches!(lexicon.cell(hit.row, region::KIND), "agreement" | "initiative"),
        _ => false,
    })?;
    let (first, end) = (hit.first as usize, hit.end as usize);
    // `Mover`, `FAME`: a word needs `scheme` behind it; so does one that goes on (`Lobito Corridor Group`).
    let single = end == first + 1 && reading.tokens[first].shape != Shape::Upper;
    let word = single
        && reading
            .classes(first)
            .intersects(Classes::COMMON | Classes::GIVEN_NAME);
    if word && !lower_head(reading, end) {
        return None;
    }
    if behind(reading, end).is_some_and(|next| {
        has_hit(reading, next, |hit| {
            hit.list == List::OrgSuffixes
                || hit.list == List::OrgHeads && lexicon.cell(hit.row, org_head::KIND) == "government"
        })
    }) {
        return None;
    }
    let name = match hit.form {
        Form::Name => reading.text_of(first..end),
        _ if reading.tokens[first].shape == Shape::Upper => lexicon.cell(hit.row, row_name(hit)).into(),
        _ => reading.text_of(first..end),
    };
    let end = years_behind(reading, end).unwrap_or(end);
    let name = if end > hit.end as usize && hit.form == Form::Name {
        reading.text_of(first..end)
    } else {
        name
    };
    Some(Candidate::new(
        first..end,
        Value::Policy { name },
        lexicon.origin(hit.row),
        Strength::Strong,
    ))
}

fn row_name(hit: &Hit) -> crate::lexicon::Column {
    match hit.list {
        List::Regions => region::NAME,
        _ => policy::NAME,
    }
}

fn has_hit(reading: &Reading<'_>, at: usize, test: impl Fn(&Hit) -> bool) -> bool {
    reading.hits_at(at).iter().any(test)
}

/// The capitalised word right behind in the line.
fn behind(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let token = reading.tokens.get(end)?;
    (token.gap == Gap::Space && token.is_word() && token.is_capitalised()).then_some(end)
}

/// Whether `policy`, `scheme` or the like stands right behind, in small letters.
fn lower_head(reading: &Reading<'_>, end: usize) -> bool {
    reading
        .tokens
        .get(end)
        .is_some_and(|token| token.gap == Gap::Space && token.shape == Shape::Lower)
        && has_hit(reading, end, |hit| {
            hit.list == List::PolicyHeads && reading.lexicon.cell(hit.row, policy_head::STRENGTH) == "lower"
        })
}

/// A policy whose head noun begins here; words before `free` belong to another.
fn headed<'x>(reading: &Reading<'x>, hits: &[Hit], free: usize) -> Option<Candidate<'x>> {
    let head = hits.iter().find(|hit| hit.list == List::PolicyHeads)?;
    let (first, end) = (head.first as usize, head.end as usize);
    if reading.tokens[first].shape == Shape::Lower {
        return quoted(reading, first, free).or_else(|| before_small_head(reading, first, free));
    }
    // `Climate Policy Institute`: it goes on.
    if first == 0 || behind(reading, end).is_some_and(|at| !reading.opens_sentence(at)) {
        return None;
    }
    let run = run_before(reading, first, free);
    let words = count_words(reading, run..first);
    let years = years_behind(reading, end);
    let strong = reading.lexicon.cell(head.row, policy_head::STRENGTH) == "strong";
    let sealed = years.is_some() || acronym_behind(reading, end).is_some();
    let enough = match (strong, sealed) {
        (true, true) => words >= 1,
        (true, false) => words > usize::from(is_everyday(reading, run, first)),
        (false, true) => words >= 1,
        (false, false) => words >= 2 && !is_line(reading, run, end),
    };
    let organisation = has_hit(reading, run, |hit| {
        hit.list == List::Organisations && hit.end as usize == end
    });
    let firm = run > 0 && !strong && reading.tokens[first - 1].is(b'&');
    if organisation || firm {
        return None;
    }
    if !enough || is_title_case(reading, run, end) || is_generic(reading, run, end) {
        return None;
    }
    let strength = if strong || sealed {
        Strength::Strong
    } else {
        Strength::Fair
    };
    let end = years.unwrap_or(end);
    Some(candidate(
        reading,
        run..end,
        reading.lexicon.origin(head.row),
        strength,
    ))
}

/// Whether the phrase before a head is one common word: `National Policy`, `New Act`.
fn is_everyday(reading: &Reading<'_>, run: usize, head: usize) -> bool {
    head == run + 1 && reading.classes(run).contains(Classes::COMMON) && {
        let tags = reading.lexicon.word(reading.ids[run]).tags;
        tags.first() == Tag::Adjective || reading.is(head, "policy") || reading.is(head, "facility")
    }
}

fn count_words(reading: &Reading<'_>, tokens: Range<usize>) -> usize {
    reading.tokens[tokens]
        .iter()
        .filter(|token| token.is_word() && token.is_capitalised())
        .count()
}

/// Where the capitalised phrase before a head begins.
fn run_before(reading: &Reading<'_>, head: usize, free: usize) -> usize {
    let lowest = head.saturating_sub(LONGEST).max(free);
    let mut first = head;
    while first > lowest && reading.tokens[first].gap <= Gap::Space {
        let at = first - 1;
        let token = &reading.tokens[at];
        if let Some(open) = bracket_before(reading, at, lowest) {
            first = open;
            continue;
        }
        // The hyphen in `Indo-Pacific`.
        let hyphen = token.is_hyphen() && token.glued() && reading.tokens[first].glued();
        if hyphen && at > lowest {
            first = at;
            continue;
        }
        if token.is_word() && token.is_capitalised() && !is_border(reading, at) {
            first = at;
            continue;
        }
        if joins(reading, at) && at > lowest && is_inside(reading, at) {
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
    first
}

/// `(NEV)`, `(Amendment)` that ends at a token: where it begins.
fn bracket_before(reading: &Reading<'_>, close: usize, lowest: usize) -> Option<usize> {
    if !reading.tokens[close].is(b')') {
        return None;
    }
    let open = (close.saturating_sub(4).max(lowest + 1)..close)
        .rev()
        .find(|at| reading.tokens[*at].is(b'('))?;
    let named = reading.tokens[open + 1..close]
        .iter()
        .all(|token| token.is_word() && token.is_capitalised());
    (named && close > open + 1).then_some(open)
}

/// `and`, `of`, `for`, `&` between two capitalised words.
fn joins(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[at].is(b'&') || matches!(reading.folded(at), "and" | "of" | "for" | "on" | "to")
}

/// Whether a joining word goes on with a name rather than parting two.
fn is_inside(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let token = &reading.tokens[before];
    let word = (token.is_word() && token.is_capitalised()) || joins(reading, before);
    // `Finance Act and Export Policy` are two, `Ministry of Trade Policy` is none.
    word && reading.tokens[at].gap <= Gap::Space
        && !has_hit(reading, before, |hit| {
            hit.list == List::PolicyHeads
                || hit.list == List::OrgHeads && reading.lexicon.cell(hit.row, org_head::POSITION) != "suffix"
                || hit.list == List::Titles
        })
}

/// Words that stand before a name without being part of it.
fn is_border(reading: &Reading<'_>, at: usize) -> bool {
    let opens = reading.opens_sentence(at);
    let number = has_hit(reading, at, |hit| hit.list == List::NumberWords);
    (reading.classes(at).contains(Classes::FUNCTION) && !number)
        || (opens
            && !matches!(
                reading.tag(at),
                Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Unknown
            ))
        || has_hit(reading, at, |hit| {
            hit.list == List::Calendar
                || hit.list == List::PolicyHeads && hit.end as usize == at + 1 && is_strong(reading, hit)
        })
}

fn is_strong(reading: &Reading<'_>, hit: &Hit) -> bool {
    reading.lexicon.cell(hit.row, policy_head::STRENGTH) == "strong"
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
fn years_behind(reading: &Reading<'_>, end: usize) -> Option<usize> {
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
    end.checked_sub(1).is_some_and(|at| {
        matches!(
            reading.folded(at),
            "act" | "bill" | "order" | "ordinance" | "rules" | "regulations" | "law" | "code"
        )
    })
}

/// The acronym in brackets right behind.
fn acronym_behind(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let word = reading.tokens.get(end + 1)?;
    (reading.tokens[end].is(b'(')
        && word.is_word()
        && matches!(word.shape, Shape::Upper | Shape::Mixed)
        && reading.tokens.get(end + 2)?.is(b')'))
    .then_some(end + 1)
}

/// A known phrase that names nothing: `Joint Venture Agreement`, `Monetary Policy`.
fn is_generic(reading: &Reading<'_>, run: usize, end: usize) -> bool {
    has_hit(reading, run, |hit| {
        hit.list == List::Policies
            && hit.end as usize == end
            && reading.lexicon.cell(hit.row, policy::KIND) == "generic"
    })
}

/// Whether the words around are capitalised altogether, as in a headline, so that capitals tell nothing.
fn is_title_case(reading: &Reading<'_>, run: usize, end: usize) -> bool {
    let sentence = reading.sentence_tokens(run);
    let from = sentence.start.max(run.saturating_sub(24));
    let to = sentence.end.min(end + 24);
    let mut capitals = 0;
    for at in (from..run).chain(end..to) {
        let token = &reading.tokens[at];
        if !token.is_word() || reading.classes(at).contains(Classes::FUNCTION) {
            continue;
        }
        match token.shape {
            Shape::Lower => return false,
            _ => capitals += 1,
        }
    }
    capitals >= 3
}

/// Whether the phrase is a line or sentence of its own.
fn is_line(reading: &Reading<'_>, run: usize, end: usize) -> bool {
    reading.sentence_tokens(run) == (run..end)
}

/// `“Look Africa” policy`
fn quoted<'x>(reading: &Reading<'x>, head: usize, free: usize) -> Option<Candidate<'x>> {
    if reading.lexicon.word(reading.ids[head]).tags.first() == Tag::Verb {
        return None;
    }
    let close = head.checked_sub(1)?;
    if !matches!(reading.tokens[close].first, QUOTE_CLOSE | b'"' | b'\'')
        || reading.tokens[head].gap != Gap::Space
    {
        return None;
    }
    let lowest = close.saturating_sub(6).max(free);
    let open = (lowest..close)
        .rev()
        .find(|at| matches!(reading.tokens[*at].first, QUOTE_OPEN | b'"' | b'\''))?;
    let words = open + 1..close;
    let capitalised = words.clone().all(|at| {
        reading.tokens[at].is_capitalised()
            || reading.tokens[at].is_number()
            || reading.classes(at).contains(Classes::FUNCTION)
            || reading.tokens[at].is_hyphen()
    });
    let named = !words.is_empty() && capitalised && count_words(reading, words.clone()) > 0;
    named.then(|| candidate(reading, words, here!("policy.quoted"), Strength::Strong))
}

/// `the Production Linked Incentive (PLI) scheme`, `under the GSP Plus scheme`
fn before_small_head<'x>(reading: &Reading<'x>, head: usize, free: usize) -> Option<Candidate<'x>> {
    if !matches!(
        reading.folded(head),
        "scheme" | "programme" | "program" | "initiative"
    ) || head == 0
    {
        return None;
    }
    let bracket = bracket_before(reading, head - 1, free);
    let end = bracket.unwrap_or(head);
    let run = run_before(reading, end, free);
    let words = count_words(reading, run..end);
    if words == 0 || is_title_case(reading, run, end) {
        return None;
    }
    let named = has_hit(reading, run, |hit| {
        matches!(
            hit.list,
            List::Organisations
                | List::Countries
                | List::Regions
                | List::Cities
                | List::Admin1
                | List::VehicleMakes
        )
    });
    // `the BBC's Talking Point programme`
    let owned = run >= 2 && reading.tag(run - 1) == Tag::Genitive && reading.tokens[run - 2].is_capitalised();
    let enough = !owned
        && match bracket {
            Some(_) => words >= 2,
            None => words >= 2 && !named && !is_person(reading, run),
        };
    enough.then(|| candidate(reading, run..end, here!("policy.scheme"), Strength::Strong))
}

fn is_person(reading: &Reading<'_>, run: usize) -> bool {
    let classes = reading.classes(run);
    classes.intersects(Classes::GIVEN_NAME | Classes::SURNAME) && !classes.contains(Classes::COMMON)
}

/// Acronyms that the article gives a policy in brackets, there and wherever they come back.
fn acronyms<'x>(reading: &Reading<'x>, from: usize, out: &mut Vec<Candidate<'x>>) {
    let mut known: FxHashMap<u32, (u32, Text<'x>, Origin<'x>)> = FxHashMap::default();
    for found in &out[from..] {
        let end = found.end as usize;
        let Value::Policy { name } = &found.value else {
            continue;
        };
        let Some(at) = acronym_behind(reading, end) else {
            continue;
        };
        if stands_for(reading.word(at), reading, found.first as usize..end) {
            known
                .entry(reading.tokens[at].hash)
                .or_insert_with(|| (at as u32, name.clone(), found.origin));
        }
    }
    if known.is_empty() {
        return;
    }
    for (at, token) in reading.tokens.iter().enumerate() {
        if !token.is_word() || !matches!(token.shape, Shape::Upper | Shape::Mixed) {
            continue;
        }
        if let Some((first, name, origin)) = known.get(&token.hash) {
            if at as u32 >= *first {
                let value = Value::Policy { name: name.clone() };
                out.push(Candidate::new(at..at + 1, value, *origin, Strength::Told));
            }
        }
    }
}

/// Whether the letters of an acronym are first letters of the words, in their order.
fn stands_for(acronym: &str, reading: &Reading<'_>, words: Range<usize>) -> bool {
    let mut letters = acronym.chars().filter(|c| c.is_alphabetic()).peekable();
    for at in words {
        let initial = reading.word(at).chars().next();
        if initial.is_some_and(|c| {
            letters
                .peek()
                .is_some_and(|l| l.to_lowercase().eq(c.to_lowercase()))
        }) {
            letters.next();
        }
    }
    letters.next().is_none()
}
