//! What belongs to a name behind its head noun: `Ministry | of Economy, Trade and Industry`.

use std::ops::Range;

use super::super::name::{run_end, Words};
use super::edge::spelt;
use super::head::{head_at, Head};
use super::is_listed;
use crate::lexicon::{Class, Form};

/// The end of `of Y and Z`, `for Y`, `on Y` behind a head noun.
pub(super) fn complement(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    if !words.small(at) || !words.follows(at) {
        return None;
    }
    let of = words.is(at, "of");
    if !of && !words.is(at, "for") && !words.is(at, "on") {
        return None;
    }
    let mut first = at + 1;
    if words.is(first, "the") && words.small(first) {
        first += 1;
    }
    // `Group of 20`
    if of
        && words
            .reading
            .tokens
            .get(first)
            .is_some_and(|token| token.is_number())
        && words.is(at - 1, "group")
    {
        return Some(first + 1);
    }
    if !words.capital(first) || words.calendar(first) {
        return None;
    }
    let limit = words.reading.sentence_tokens(at).end;
    let mut end = phrase(words, first, limit);
    if !of && (!words.all_common(first..end) || words.place(first) == Some(end)) {
        return None;
    }
    end = conjuncts(words, first..end, limit);
    // `Chamber of Commerce and Industry of Uzbekistan`, `Organisation for Security and Cooperation in Europe`
    let abroad =
        words.is(end, "in") && words.land(end + 1).is_some() && !words.reading.is_of(at - 1, Class::Ministry);
    if (words.is(end, "of") || abroad)
        && words.small(end)
        && words.capital(end + 1)
        && words.follows(end + 1)
        && words.place(end + 1).is_some()
    {
        end = phrase(words, end + 1, limit);
    }
    // `Association of Growers of Cotton and Hemp`, `Agency for the Control of Diseases`
    let doers = of && words.everyday(end - 1) && words.capitalised_plural(end - 1);
    let deed = !of && first > at + 1 && end == first + 1 && words.everyday(first);
    if (doers || deed) && words.is(end, "of") && words.follows(end + 1) && words.capital(end + 1) {
        let whole = phrase(words, end + 1, limit);
        if words.all_common(end + 1..whole) && words.title_at(end + 1).is_none() {
            end = conjuncts(words, end + 1..whole, limit);
        }
    }
    // `Court of Arbitration for Sport`
    let field = end + 1;
    if of && words.is(end, "for") && words.follows(field) && words.capital(field) && words.everyday(field) {
        let whole = phrase(words, field, limit);
        if words.all_common(field..whole) && words.place(field).is_none() && words.title_at(field).is_none() {
            end = whole;
        }
    }
    Some(end)
}

/// A capitalised phrase, up to a title or a listed organisation after its first word.
fn phrase(words: &Words<'_, '_>, first: usize, limit: usize) -> usize {
    let end = run_end(words, first, limit);
    // A place closes the name: `Bank of Japan Governor Kazuo Ueda`.
    if let Some(place) = words.place(first).filter(|place| *place < end) {
        let heads = (place..end).any(|at| head_at(words, at).is_some_and(|head| head.end == end));
        if !heads {
            return place;
        }
    }
    // `Federation of Ranchers of | Santa Cruz`: its second word is nobody's surname.
    if words.place(first) == Some(end) {
        return end;
    }
    // `Ministry of the Solicitor General`
    let office = words.title_at(first).filter(|_| words.is(first - 1, "the"));
    let office = office.map_or(first, |title| title.end as usize);
    (office.max(first + 1)..end)
        .find(|&at| {
            // `Association of Securities Dealers`: a plural is no title of anybody.
            words.title_at(at).is_some_and(|title| title.form == Form::Name)
                || is_listed(words, at).is_some()
                || words.sure_name(at) && !words.common(at)
        })
        .unwrap_or(end)
}

/// `Economy | , Trade and Industry`
fn conjuncts(words: &Words<'_, '_>, first: Range<usize>, limit: usize) -> usize {
    let topic = |run: &Range<usize>| {
        words.all_common(run.clone())
            && !run.clone().any(|at| words.title_at(at).is_some())
            // Towns of the name of a trade do not count: `Industry and Commerce`.
            && !run.clone().any(|at| words.place(at).is_some() && !words.everyday(at))
    };
    if !topic(&first) {
        return first.end;
    }
    let end = first.end;
    let mut pending = end;
    for _ in 0..6 {
        if words.is(pending, "and") || words.mark(pending, b'&') {
            let next = pending + 1;
            if words.capital(next) && words.follows(next) {
                let stop = phrase(words, next, limit);
                if topic(&(next..stop)) && !own_name(words, next..stop) {
                    return stop;
                }
                let whole = run_end(words, next, limit);
                if (0..4).any(|back| first.start > back + 1 && spelt(words, first.start - back - 2, whole)) {
                    return whole;
                }
            }
            return end;
        }
        if !words.mark(pending, b',') || !words.capital(pending + 1) || !words.follows(pending + 1) {
            if words.mark(pending, b',') && words.is(pending + 1, "and") {
                pending += 1;
                continue;
            }
            return end;
        }
        let stop = phrase(words, pending + 1, limit);
        if !topic(&(pending + 1..stop)) {
            return end;
        }
        pending = stop;
        // Taken only once `and` closes the list; `end` stays where it was.
        if !words.mark(pending, b',') && !words.is(pending, "and") && !words.mark(pending, b'&') {
            return end;
        }
    }
    end
}

/// Whether a phrase behind `and` is an organisation of its own: `and Planning Commission`.
fn own_name(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    run.len() > 1
        && (run.start..run.end).any(|at| {
            head_at(words, at).is_some_and(|head| head.end == run.end && !head.weak && !head.company)
        })
}

/// `Garment Association | in Cambodia (GAC)`: the country that the acronym has as well.
pub(super) fn abroad(words: &Words<'_, '_>, first: usize, end: usize) -> Option<usize> {
    let land = words.land(end + 1).filter(|_| words.is(end, "in"))?;
    (words.mark(land, b'(') && spelt(words, first, land)).then_some(land)
}

/// `Chamber of Commerce | & Industry`, where the lists have the head noun with its first topic.
pub(super) fn further_topic(words: &Words<'_, '_>, head: Head) -> Option<usize> {
    let last = head.end - 1;
    if !(head.first + 1..last).any(|at| words.is(at, "of")) {
        return None;
    }
    let end = conjuncts(words, last..head.end, words.reading.sentence_tokens(last).end);
    (end > head.end).then_some(end)
}
