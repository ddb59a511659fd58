//! Organisation mentions: the well known by lists, the well formed by legal suffixes and head nouns.

mod acronym;
mod complement;
mod edge;
mod grammar;
mod head;
mod legal;
mod listed;
mod sort;

use std::ops::Range;

use super::name::{Case, Chunk, Context, Open, Title, Words};
use super::{Candidate, Origin, Strength, Value};
use crate::lexicon::{title, Label, Tag};
use crate::text::ZoneKind;

pub(crate) use acronym::{find as find_spelt, spells};
pub(crate) use head::{ends_in_head, is_body};
pub(crate) use listed::{find_small, is_listed};
pub(crate) use sort::{kind, sector, sort, trades, without_forms, Sort};

/// Adds the organisations that a chunk of a run holds or begins. What reaches past the chunk's end
/// (`Ministry of …`) is taken along. Listed names that may be something else go to `open`.
pub(crate) fn find<'x>(
    words: &Words<'_, 'x>,
    case: Case,
    chunk: &Chunk,
    open: &mut Vec<Open>,
    out: &mut Vec<Candidate<'x>>,
) {
    let mut rest = chunk.first..chunk.end;
    if case == Case::Sentence {
        // `US Food and Drug Administration`: a listed name that is longer.
        let listed = is_listed(words, chunk.first).unwrap_or_default();
        let name = grammar::name(words, chunk).filter(|found| found.tokens.end >= listed);
        let other = |tokens: &Range<usize>| is_field(words, tokens) || is_statistic(words, tokens);
        if let Some(found) = name.filter(|found| !other(&found.tokens)) {
            listed::find(words, case, chunk.first..found.tokens.start, false, open, out);
            rest.start = found.tokens.end;
            push(words, found.tokens, found.origin, found.strength, out);
        }
    }
    if !is_titled(words, chunk) {
        listed::find(words, case, rest, chunk.before_title, open, out);
    }
}

/// Adds the agency whose report it is: `RIGA, March 12 (Baltic Wire) -`.
pub(crate) fn find_agency<'x>(words: &Words<'_, 'x>, out: &mut Vec<Candidate<'x>>) {
    const FAR: usize = 200;
    const LONGEST: usize = 5;
    let last = words.reading.tokens.len();
    let line = |at: &usize| words.reading.zone(*at) == ZoneKind::Dateline;
    let Some(first) = (0..last.min(FAR)).find(line) else {
        return;
    };
    let in_line = || (first..last).take_while(line);
    let Some(open) = in_line().find(|&at| words.mark(at, b'(')) else {
        return;
    };
    let end = (open + 1..last)
        .take(LONGEST + 1)
        .find(|&at| words.mark(at, b')'))
        .unwrap_or_default();
    let name = open + 1..end;
    let capitals = !name.is_empty()
        && name
            .clone()
            .all(|at| words.capital(at) || words.small(at) && at > open + 1);
    let place = words.place(open + 1) == Some(end) || name.clone().any(|at| words.calendar(at));
    if capitals && !place && words.capital(end - 1) {
        push(
            words,
            name,
            super::here!("organisation.agency"),
            Strength::Strong,
            out,
        );
    }
}

/// `Minister of State for | Water Resources`, `Energy and | Mineral Resources | Minister`: the field of an office, all of
/// everyday words.
pub(crate) fn is_field(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    // `deputy secretary for North African and | Gulf Affairs`
    const FAR: usize = 6;
    let portfolio = |title: Title| words.reading.lexicon.has(title.row, title::FLAGS, "portfolio");
    if words.title_at(tokens.end).is_some_and(portfolio) && words.all_common(tokens.clone()) {
        return true;
    }
    let joins = |at: &usize| words.capital(*at) || words.is(*at, "and");
    let far = tokens.start.saturating_sub(FAR);
    let field = (far..tokens.start).rev().take_while(joins).last();
    let first = field.filter(|&at| words.capital(at)).unwrap_or(tokens.start);
    let of = |at: &usize| words.is(*at, "for") || words.is(*at, "of");
    let Some(before) = first.checked_sub(1).filter(of) else {
        return false;
    };
    // `Minister of Food Industry`, but not `president of American Airlines`
    let office = words.title_ending(before);
    let told =
        |title: Title| title.label == Label::Political && (words.is(before, "for") || portfolio(title));
    office.is_some_and(told) && words.all_common(tokens.clone())
}

/// `China Exports rose`, `Japan Orders are`: a country's goods at the head of a sentence, and what they do.
pub(crate) fn is_statistic(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let (start, last) = (tokens.start, tokens.end - 1);
    let goods = words.land(start) == Some(last) && words.capitalised_plural(last) && words.english(last);
    let does = words.reading.moves(tokens.end) || words.reading.tag(tokens.end) == Tag::Be;
    goods && words.opens(start) && does && words.small(tokens.end)
}

/// `Petroleum Minister Heineken Lokpobiri`, `vice-president Atul Sood`: a surname behind a name that is a maker's as
/// well.
fn is_titled(words: &Words<'_, '_>, chunk: &Chunk) -> bool {
    let titled = || {
        chunk.title.is_some_and(|title| title.label != Label::Other) || words.title_complement(chunk.first)
    };
    // `Mr. Tosyalı`
    let addressed = chunk.end == chunk.first + 1
        && chunk.title.is_some_and(|title| {
            let first = title.first as usize;
            words.capital(first) && words.context_at(first, Context::Address).is_some()
        });
    if addressed {
        return true;
    }
    let last = chunk.first + 1;
    // `Lt. Italo Quiroga`
    let rank = || {
        let label = chunk.title.map(|title| title.label);
        matches!(label, Some(Label::Military | Label::Honorific))
    };
    chunk.end == last + 1
        && is_listed(words, chunk.first) == Some(last)
        && (words.unlisted(last) || words.sure_name(last) && (words.person_name(chunk.first) || rank()))
        && titled()
}

pub(crate) fn push<'x>(
    words: &Words<'_, 'x>,
    tokens: Range<usize>,
    origin: Origin<'x>,
    strength: Strength,
    out: &mut Vec<Candidate<'x>>,
) {
    let whole = second_plural(words, tokens.end);
    // `Hotels and Resorts, Inc.`
    let whole = if whole > tokens.end {
        legal::further(words, whole)
    } else {
        whole
    };
    let end = overseas(words, whole);
    // `the Association of Kenyan | millers`
    let open = end > tokens.start + 2
        && words.demonym(end - 1) == Some(end)
        && words.is(end - 2, "of")
        && words.small(end)
        && words.reading.tag(end) == Tag::NounPlural;
    let tokens = tokens.start..end + usize::from(open);
    let name = words.reading.text_of(tokens.clone());
    // What a list has as it stands is the list's, whatever form it has besides: so a user sees his line.
    let origin = listed::origin(words, &tokens).unwrap_or(origin);
    out.push(Candidate::new(
        tokens,
        Value::Organisation { name },
        origin,
        strength,
    ));
}

/// The end of a name with the continent of whose company it tells: `BMW | of North America`, `Motorcar Parts | of America
/// Inc.`
fn overseas(words: &Words<'_, '_>, end: usize) -> usize {
    let land = words
        .context_at(end + 1, Context::Overseas)
        .filter(|_| words.is(end, "of") && words.follows(end) && words.follows(end + 1));
    let whole = land.map(|land| legal::further(words, land.end as usize));
    // `First of America Bank` goes on.
    whole
        .filter(|&whole| !words.capital(whole) || !words.follows(whole))
        .unwrap_or(end)
}

/// The end of a name with the second of two plurals that close it: `Lipton Teas | and Infusions`.
fn second_plural(words: &Words<'_, '_>, end: usize) -> usize {
    let plural = |at: usize| words.everyday(at) && words.capitalised_plural(at);
    let second = end + 1;
    let joins = words.is(end, "and")
        && plural(end - 1)
        && words.follows(second)
        && words.capital(second)
        && plural(second)
        && is_listed(words, second).is_none()
        && !words.capital(second + 1);
    match joins {
        true => second + 1,
        false => end,
    }
}
