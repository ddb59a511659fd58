//! Named policies, laws, programmes, plans, agreements and schemes.
//!
//! Well-known ones are listed. Others are read by their head noun: a capitalised phrase that ends in `Act`,
//! `Policy`, `Agreement`, with the years behind it; a phrase before a small `scheme` or `programme`; a
//! quotation before one. Acronyms in brackets behind a policy stand for it from there on.

mod line;
mod number;
mod phrase;
mod small;
mod topic;

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{here, Candidate, Origin, Strength, Text, Value};
use crate::lexicon::{policy, policy_head, region, Classes, Form, Hit, Label, List, Lists, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape, TokenKind, QUOTE_CLOSE, QUOTE_OPEN};
use line::{is_headline, is_line};

pub(super) use line::is_title_case;
use number::number_behind;
use phrase::{acronym_behind, bracket_before, run_before, years_behind};
use small::before_small_head;
use topic::topic;

/// How many words a name in quotation marks has at most.
const LONGEST_QUOTED: usize = 6;
/// How many tokens a bracket in a name has at most, with its marks.
const LONGEST_BRACKET: usize = 8;

/// Adds policies to `out`.
pub(crate) fn find<'x>(reading: &Reading<'x>, out: &mut Vec<Candidate<'x>>) {
    let from = out.len();
    let mut free = 0;
    for group in reading.groups(Lists::of(&[List::Policies, List::Regions, List::PolicyHeads])) {
        let hits = &reading.hits[group];
        let first = hits[0].first as usize;
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
        List::Policies => hit.label == Label::Policy,
        List::Regions => matches!(hit.label, Label::Accord | Label::Initiative),
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
    // `Digital India | Act`, `Free Trade Area | Agreement`: it goes on.
    let headed = |hit: &Hit| hit.list == List::PolicyHeads && hit.label != Label::Lower && end > first + 1;
    if behind(reading, end).is_some_and(|next| {
        has_hit(reading, next, |hit| {
            hit.list == List::OrgSuffixes
                || hit.list == List::OrgHeads && hit.label == Label::Government
                || headed(hit)
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

/// Whether a word is a head noun of this flag.
fn is_head(reading: &Reading<'_>, at: usize, flag: &str) -> bool {
    has_hit(reading, at, |hit| {
        hit.list == List::PolicyHeads
            && hit.end as usize == at + 1
            && reading.lexicon.has(hit.row, policy_head::FLAGS, flag)
    })
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
            hit.list == List::PolicyHeads && hit.label == Label::Lower
        })
}

/// A policy whose head noun begins here; words before `free` belong to another.
fn headed<'x>(reading: &Reading<'x>, hits: &[Hit], free: usize) -> Option<Candidate<'x>> {
    let small = reading.tokens[hits[0].first as usize].shape == Shape::Lower;
    let head = hits
        .iter()
        .find(|hit| hit.list == List::PolicyHeads && (small || hit.label != Label::Lower))?;
    let (first, end) = (head.first as usize, head.end as usize);
    if small {
        return quoted(reading, first, free)
            .or_else(|| before_small_head(reading, first, free))
            .or_else(|| called(reading, end));
    }
    let origin = reading.lexicon.origin(head.row);
    if head.label == Label::Front {
        return behind_head(reading, first..end, origin);
    }
    // `Executive Order 14257`, `Law No. 21`, `Decree 333/2025`, `Bill C-18`
    let numbered = head.label == Label::Numbered;
    if let Some(end) = number_behind(reading, first..end, numbered) {
        return Some(candidate(reading, first..end, origin, Strength::Strong));
    }
    if numbered {
        return None;
    }
    if let Some(found) = on_topic(reading, first..end, free, origin) {
        return Some(found);
    }
    // `Online Safety Amendment (Minimum Age) Bill`: another head ends it.
    if goes_on_behind_bracket(reading, end) {
        return None;
    }
    // `Climate Policy Institute`: it goes on.
    if first == 0 || behind(reading, end).is_some_and(|at| !reading.opens_sentence(at)) {
        return None;
    }
    if let Some(whose) = whose_law(reading, first, free) {
        return Some(candidate(reading, whose..end, origin, Strength::Strong));
    }
    let run = run_before(reading, first, free);
    let words = count_words(reading, run..first);
    let years = years_behind(reading, end);
    let strong = head.label == Label::Strong;
    let sealed = years.is_some() || acronym_behind(reading, end).is_some();
    let enough = match (strong, sealed) {
        (true, true) => words >= 1,
        (true, false) => words > usize::from(is_everyday(reading, run, first)),
        (false, true) => words >= 1,
        (false, false) => (words >= 2 || is_code_of_law(reading, run, first)) && !is_line(reading, run, end),
    };
    let organisation = has_hit(reading, run, |hit| {
        hit.list == List::Organisations && hit.end as usize == end
    });
    // `Foreign Minister David Levy`
    if end == first + 1 && run < first && is_surname(reading, first) {
        return None;
    }
    let firm = run > 0 && !strong && reading.tokens[first - 1].is(b'&');
    if organisation || firm {
        return None;
    }
    let weak = !strong && !sealed;
    if !enough
        || weak && (is_somebody(reading, run) || is_of_a_make(reading, run, first))
        || is_title_case(reading, run, end)
        || is_headline(reading, run, end)
        || is_generic(reading, run, end)
    {
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

/// `Operation Warp Speed`: a head that stands before its name.
fn behind_head<'x>(reading: &Reading<'x>, head: Range<usize>, origin: Origin<'x>) -> Option<Candidate<'x>> {
    const LONGEST: usize = 3;
    let words = (head.end..head.end + LONGEST).take_while(|at| behind(reading, *at).is_some());
    let end = head.end + words.count();
    let inside = head.start > 0
        && reading.tokens[head.start].gap == Gap::Space
        && reading.tokens[head.start - 1].is_capitalised()
        && !reading.opens_sentence(head.start - 1)
        && reading.tag(head.start - 1) != Tag::Genitive;
    let named = end > head.end && behind(reading, end).is_none() && !inside;
    (named && !is_title_case(reading, head.start, end))
        .then(|| candidate(reading, head.start..end, origin, Strength::Fair))
}

/// Whether a bracket stands at a token, and another head behind it.
fn goes_on_behind_bracket(reading: &Reading<'_>, open: usize) -> bool {
    let close = (open + 2..reading.tokens.len().min(open + LONGEST_BRACKET))
        .find(|at| bracket_before(reading, *at, open.saturating_sub(1)) == Some(open));
    close.is_some_and(|close| {
        behind(reading, close + 1).is_some()
            && has_hit(reading, close + 1, |hit| hit.list == List::PolicyHeads)
    })
}

/// `Law on Waste Packaging`, `National Strategy for Green Hydrogen`
fn on_topic<'x>(
    reading: &Reading<'x>,
    head: Range<usize>,
    free: usize,
    origin: Origin<'x>,
) -> Option<Candidate<'x>> {
    let run = match head.start {
        0 => 0,
        first => run_before(reading, first, free),
    };
    let end = topic(reading, head.end, run < head.start)?;
    if is_title_case(reading, run, end) || is_line(reading, run, end) {
        return None;
    }
    let end = years_behind(reading, end).unwrap_or(end);
    Some(candidate(reading, run..end, origin, Strength::Strong))
}

/// Whether a head is a surname as well and stands behind a given name.
fn is_surname(reading: &Reading<'_>, head: usize) -> bool {
    let given = reading.classes(head - 1);
    // `Senator Chuck Grant`
    let titled = head >= 2
        && has_hit(reading, head - 2, |hit| {
            hit.list == List::Titles && hit.end as usize == head - 1
        });
    reading.classes(head).contains(Classes::SURNAME)
        && given.contains(Classes::GIVEN_NAME)
        && (titled || !given.contains(Classes::COMMON))
}

/// `Megan's Law`: where the name of whom it is called after begins.
fn whose_law(reading: &Reading<'_>, head: usize, free: usize) -> Option<usize> {
    let whose = head.checked_sub(2).filter(|whose| *whose >= free)?;
    let given =
        reading.classes(whose).contains(Classes::GIVEN_NAME) && reading.tokens[whose].is_capitalised();
    let named = is_head(reading, head, "person") && reading.tag(head - 1) == Tag::Genitive && given;
    (named && !is_generic(reading, whose, head + 1)).then_some(whose)
}

/// `Brazil's Forest Code`, `the Labour Code`, `the Finance Bill`: one noun is enough inside a sentence.
fn is_code_of_law(reading: &Reading<'_>, run: usize, head: usize) -> bool {
    let tags = reading.lexicon.word(reading.ids[run]).tags;
    let before = run.checked_sub(1).map_or(Tag::Mark, |at| reading.tag(at));
    // `the Kigali Amendment`
    let place = is_head(reading, head, "place")
        && has_hit(reading, run, |hit| {
            matches!(hit.list, List::Cities | List::Countries) && hit.end as usize == head
        });
    if place {
        return before == Tag::Determiner;
    }
    head == run + 1
        && is_head(reading, head, "noun")
        && matches!(tags.first(), Tag::Noun | Tag::NounPlural)
        && !reading.classes(run).intersects(Classes::GIVEN_NAME)
        && matches!(before, Tag::Determiner | Tag::Genitive | Tag::Possessive)
}

/// Whether the phrase before a head is one common word: `National Policy`, `New Act`.
fn is_everyday(reading: &Reading<'_>, run: usize, head: usize) -> bool {
    head == run + 1 && reading.classes(run).contains(Classes::COMMON) && {
        let tags = reading.lexicon.word(reading.ids[run]).tags;
        tags.first() == Tag::Adjective || is_head(reading, head, "everyday")
    }
}

fn count_words(reading: &Reading<'_>, tokens: Range<usize>) -> usize {
    reading.tokens[tokens]
        .iter()
        .filter(|token| token.is_word() && token.is_capitalised())
        .count()
}

/// A known phrase that names nothing: `Joint Venture Agreement`, `Monetary Policy`.
fn is_generic(reading: &Reading<'_>, run: usize, end: usize) -> bool {
    has_hit(reading, run, |hit| {
        hit.list == List::Policies && hit.end as usize == end && hit.label == Label::Generic
    })
}

/// `“Look Africa” policy`
fn quoted<'x>(reading: &Reading<'x>, head: usize, free: usize) -> Option<Candidate<'x>> {
    if reading.lexicon.word(reading.ids[head]).tags.first() == Tag::Verb {
        return None;
    }
    let close = head.checked_sub(1)?;
    if !closes(reading, close) || reading.tokens[head].gap != Gap::Space {
        return None;
    }
    let lowest = close.saturating_sub(LONGEST_QUOTED).max(free);
    let open = (lowest..close).rev().find(|at| opens(reading, *at))?;
    in_quotes(reading, open + 1..close)
}

/// `a scheme dubbed “Green Roofs”`, `the plan, known as “New Dawn”,`, `a plan called Green Kenya`
fn called<'x>(reading: &Reading<'x>, behind: usize) -> Option<Candidate<'x>> {
    let comma = reading.tokens.get(behind)?.is(b',');
    let mut at = behind + usize::from(comma);
    let known = reading.is(at, "known");
    reading.tokens.get(at)?;
    if !known && !reading.classes(at).contains(Classes::NAMING) {
        return None;
    }
    at += 1;
    if known && reading.is(at, "as") {
        at += 1;
    }
    if !opens(reading, at) {
        return unquoted(reading, at);
    }
    let highest = reading.tokens.len().min(at + LONGEST_QUOTED);
    let close = (at + 1..highest).find(|at| closes(reading, *at) || reading.tokens[*at].is(b','))?;
    in_quotes(reading, at + 1..close)
}

/// Two capitalised words or more that a scheme is called.
fn unquoted<'x>(reading: &Reading<'x>, first: usize) -> Option<Candidate<'x>> {
    let first = first + usize::from(reading.is(first, "the"));
    let joins =
        |at: usize| reading.is_one_of(at, &["to", "for", "of", "in"]) && behind(reading, at + 1).is_some();
    let end = first
        + (first..first + LONGEST_QUOTED)
            .take_while(|at| behind(reading, *at).is_some() || *at > first && joins(*at))
            .count();
    let closed = behind(reading, end).is_none();
    (closed && count_words(reading, first..end) > 1 && !is_title_case(reading, first, end))
        .then(|| candidate(reading, first..end, here!("policy.called"), Strength::Fair))
}

fn opens(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.tokens.get(at);
    token.is_some_and(|token| matches!(token.first, QUOTE_OPEN | b'"' | b'\''))
}

fn closes(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    token.kind == TokenKind::Quote && matches!(token.first, QUOTE_CLOSE | b'"' | b'\'')
}

/// The policy whose name stands between quotation marks.
fn in_quotes<'x>(reading: &Reading<'x>, words: Range<usize>) -> Option<Candidate<'x>> {
    let capitalised = words.clone().all(|at| {
        reading.tokens[at].is_capitalised()
            || reading.tokens[at].is_number()
            || reading.classes(at).contains(Classes::FUNCTION)
            || reading.tokens[at].is_hyphen()
    });
    let named = !words.is_empty() && capitalised && count_words(reading, words.clone()) > 0;
    named.then(|| candidate(reading, words, here!("policy.quoted"), Strength::Strong))
}

/// `the Blue Bird Vision`: a make begins it.
fn is_of_a_make(reading: &Reading<'_>, run: usize, head: usize) -> bool {
    has_hit(reading, run, |hit| {
        hit.list == List::VehicleMakes
            && hit.end as usize <= head
            && reading.tokens[run].shape != Shape::Upper
    })
}

/// `Harry Potter and the Order`: a given name and a surname begin it.
fn is_somebody(reading: &Reading<'_>, run: usize) -> bool {
    let given = reading.classes(run).contains(Classes::GIVEN_NAME);
    given
        && reading
            .ids
            .get(run + 1)
            .is_some_and(|_| reading.classes(run + 1).contains(Classes::SURNAME))
}

/// Acronyms that the article gives a policy in brackets, there and wherever else they stand.
fn acronyms<'x>(reading: &Reading<'x>, from: usize, out: &mut Vec<Candidate<'x>>) {
    let mut known: FxHashMap<u32, (Text<'x>, Origin<'x>)> = FxHashMap::default();
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
                .or_insert_with(|| (name.clone(), found.origin));
        }
    }
    if known.is_empty() {
        return;
    }
    for (at, token) in reading.tokens.iter().enumerate() {
        if !token.is_word() || !matches!(token.shape, Shape::Upper | Shape::Mixed) {
            continue;
        }
        if let Some((name, origin)) = known.get(&token.hash) {
            let value = Value::Policy { name: name.clone() };
            out.push(Candidate::new(at..at + 1, value, *origin, Strength::Told));
        }
    }
}

/// Whether the letters of an acronym are first letters of the words, in their order; a word in capitals gives all of
/// its own: `EUDR` of `EU Deforestation Regulation`.
fn stands_for(acronym: &str, reading: &Reading<'_>, words: Range<usize>) -> bool {
    let mut letters = acronym.chars().filter(|c| c.is_alphabetic()).peekable();
    for at in words {
        let short = reading.tokens[at].shape == Shape::Upper && reading.word(at).len() <= 3;
        for c in reading.word(at).chars().take(if short { 3 } else { 1 }) {
            if letters
                .peek()
                .is_some_and(|l| l.to_lowercase().eq(c.to_lowercase()))
            {
                letters.next();
            }
        }
    }
    letters.next().is_none()
}
