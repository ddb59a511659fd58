//! Bylines: lines above the text that hold nothing but who wrote it: `Priya Anand and Callum Reid`, `Sok Chan / Phnom
//! Penh Daily`, `WRITER: Phusadee Arunmas`.

use super::super::{here, organisation, person, Candidate, Strength};
use super::{Context, Words};
use crate::lexicon::{Classes, List};
use crate::text::ZoneKind;
use crate::token::{Gap, Shape};

/// A byline has no more tokens than this.
const LONGEST: usize = 14;
/// A name has so many words at least and at most.
const WORDS: std::ops::RangeInclusive<usize> = 2..=4;
/// Lines above the text that are looked at.
const MOST: usize = 12;

/// Adds those whom the lines above the text name.
pub(super) fn find<'x>(words: &Words<'_, 'x>, out: &mut Vec<Candidate<'x>>) {
    let tokens = &words.reading.tokens;
    let mut first = 0;
    let mut names = Vec::new();
    for line in 0..MOST {
        let is_break = |at: &usize| tokens[*at].gap >= Gap::Line;
        let end = (first + 1..tokens.len()).find(is_break).unwrap_or(tokens.len());
        if first >= end || words.reading.zone(first) == ZoneKind::Body && end - first > LONGEST {
            return;
        }
        names.clear();
        // `Dorna Hills, a winery in Chile, was sold.` is a sentence.
        let stopped = tokens[end - 1].is(b'.');
        if end - first <= LONGEST && read(words, first, end, line > 0 && !stopped, &mut names) {
            let dated = end < tokens.len()
                && (tokens[end].is_number() || words.calendar(end) || is_dateline(words, end));
            let over_text =
                end < tokens.len() && matches!(words.reading.zone(end), ZoneKind::Body | ZoneKind::Dateline);
            let credited = names[0].start > first;
            if credited || dated || over_text {
                for name in names.drain(..) {
                    person::push(words, name, None, here!("person.byline"), Strength::Strong, out);
                }
            }
        }
        first = end;
    }
}

/// `LIMA 2024-03-12`, `NEW YORK`: a place in capitals at the head of a line.
fn is_dateline(words: &Words<'_, '_>, at: usize) -> bool {
    let place = words
        .place(at)
        .is_some_and(|end| !words.capital(end) || !words.follows(end));
    place && words.reading.tokens[at].shape == Shape::Upper
}

/// The names that a line consists of; whether it does. A line without a credit (`By`) must not be the first.
fn read(
    words: &Words<'_, '_>,
    first: usize,
    end: usize,
    below: bool,
    names: &mut Vec<std::ops::Range<usize>>,
) -> bool {
    let credit = words
        .context_at(first, Context::Credit)
        .map(|hit| hit.end as usize);
    let mut at = credit.unwrap_or(first);
    at += usize::from(words.mark(at, b':'));
    if credit.is_none() && !below {
        return false;
    }
    loop {
        let Some(last) = name(words, at, end) else {
            return false;
        };
        names.push(at..last);
        let joined = words.is(last, "and") || words.mark(last, b',') || words.mark(last, b'&');
        if !joined || last + 1 >= end || name(words, last + 1, end).is_none() {
            // What else there is stands behind a mark.
            let mark = [b'/', b'|', b',', b'-']
                .iter()
                .any(|mark| words.mark(last, *mark));
            let dash = words
                .reading
                .tokens
                .get(last)
                .is_some_and(|token| token.is_dash());
            return last == end || mark || dash;
        }
        at = last + 1;
    }
}

/// The end of what can only be somebody's name.
fn name(words: &Words<'_, '_>, first: usize, limit: usize) -> Option<usize> {
    let part = |at: usize| {
        let token = &words.reading.tokens[at];
        // `T. Roe`, `P.V. Raman`
        let short =
            token.end - token.start <= 6 && token.shape == Shape::Upper || token.end - token.start <= 2;
        let initial = short && words.reading.word(at).ends_with('.');
        let own =
            !words.english(at) || words.person_name(at) && !words.classes(at).contains(Classes::FUNCTION);
        token.is_word() && (token.shape == Shape::Capitalised || token.shape == Shape::Mixed) && own
            || initial
    };
    // `Donna Bakes`: the last word of the line may be a word besides.
    let given = words.classes(first).contains(Classes::GIVEN_NAME) && !words.common(first);
    let last = |at: usize| {
        at > first
            && at + 1 == limit
            && given
            && words.reading.tokens[at].shape == Shape::Capitalised
            && words.everyday(at)
    };
    let part = |at: usize| part(at) || last(at);
    let mut end = first;
    while end < limit && part(end) && (end == first || words.follows(end)) {
        end += 1;
        // `Tunde Bakare-Ojo`
        if end + 1 < limit
            && words.mark(end, b'-')
            && words.glued(end)
            && words.glued(end + 1)
            && part(end + 1)
        {
            end += 2;
        }
    }
    let parts = (first..end).filter(|&at| words.word(at)).count();
    let listed = (first..end).any(|at| {
        words.place(at).is_some_and(|place| place == end)
            || words.land(at).is_some() && !(at == first && words.person_name(at))
            || organisation::is_listed(words, at).is_some_and(|listed| listed == end)
            || words.reading.hit(at, List::OrgHeads).is_some()
    });
    let sounds = (first..end).any(|at| words.person_name(at)) || (first..end).all(|at| !words.english(at));
    (WORDS.contains(&parts) && !listed && sounds).then_some(end)
}
