//! Where a name with a head noun begins.

use std::ops::Range;

use super::super::name::{run_end, Chunk, Context, Words, LONGEST};
use super::head::{head_at, Head};
use super::is_listed;
use crate::lexicon::{Class, Label, List, Tag};
use crate::token::Shape;

/// Where a name that ends in a suffix begins: the start of the chunk, less what only precedes it; more
/// where `Securities and` belongs to `Exchange Commission`.
pub(super) fn left_edge(words: &Words<'_, '_>, chunk: &Chunk, end: usize) -> usize {
    let first = front(words, chunk, end);
    joined_left(words, first, end).unwrap_or(first)
}

/// The start of the chunk, less what only precedes the name: a sentence's first word, `Japanese` before
/// what the lists know.
pub(super) fn front(words: &Words<'_, '_>, chunk: &Chunk, end: usize) -> usize {
    let mut first = chunk.first;
    if words.is(first, "the") && first + 1 < end {
        first += 1;
    }
    if let Some(next) = words.demonym(first) {
        // `Japanese | Toyota Motor`, but not `Indonesian Palm Oil Association` for a word that is a company's name as
        // well, nor `Indonesian Democratic Party`.
        let word = |listed: usize| listed == next + 1 && words.english(next);
        // `Mexican Red Cross`: of each country there is one.
        let branch = head_at(words, next).is_some_and(|head| head.alone && head.society && head.end == end);
        if branch {
            return first;
        }
        if is_listed(words, next).is_some_and(|listed| listed <= end && !word(listed))
            && !words.is(end - 1, "party")
        {
            return next;
        }
    }
    // but not `Bank Perdana Utama`
    let maker = words.context_at(first, Context::Organisation).is_some()
        && words.context_at(first, Context::CompanyFront).is_none();
    // `Drugmaker | Crannoch Pharma`
    let opens = words.reading.opens_sentence(first) && words.common(first) || words.opens(first) && maker;
    if opens && first + 1 < end {
        let next = first + 1;
        // `Broker | Orbit Securities`
        let trade = maker && words.title_at(first).is_some();
        if trade && end > next + 1 && !words.closed(next) {
            return next;
        }
        let word = maker || words.context_at(first, Context::Asset).is_some();
        // `Gold Crown Beverages`, whatever else Crown is
        let known =
            |listed: usize| listed <= end && !(listed == next + 1 && words.english(next) && end > listed);
        if is_listed(words, next).is_some_and(known) && is_listed(words, first).is_none()
            || word && end > next + 1 && !words.common(next)
        {
            first = next;
        }
    }
    first
}

/// `Securities and | Exchange Commission`, `CG Power and | Industrial Solutions`
pub(super) fn joined_left(words: &Words<'_, '_>, first: usize, end: usize) -> Option<usize> {
    if first < 2 || !words.is(first - 1, "and") || !words.follows(first) || !words.follows(first - 1) {
        return None;
    }
    let spelt_from = |start: usize| spelt(words, start, end);
    // Words of a topic, or an acronym before them: `CG Power`.
    let common = |at: usize| {
        !words.word(at)
            || words.english(at)
            || head_at(words, at).is_some_and(|head| head.weak)
            // `Perlan Telegraph and | Telephone Corp`
            || at + 1 == end && words.reading.hit(at, List::OrgSuffixes).is_some()
    };
    let topic = |at: usize| common(at) || words.reading.tokens[at].shape == Shape::Upper;
    if !(first..end).all(common) && acronym_behind(words, end).is_none() {
        return None;
    }
    let mut start = first - 1;
    while start > 0
        && first - start < LONGEST / 2
        && (words.capital(start - 1)
            || words.mark(start - 1, b'&')
            // `Baltic Timber and | Paper Forum`
            || words.mark(start - 1, b'-') && words.glued(start) && words.glued(start - 1))
        && words.follows(start)
        && !words.calendar(start - 1)
    {
        start -= 1;
    }
    while start + 1 < first && words.closed(start) && (words.opens(start) || words.is(start, "the")) {
        start += 1;
    }
    // `Ministry of Commerce | and Planning Commission`
    let tail = start > 1
        && words.is(start - 1, "of")
        && head_at(words, start - 2).is_some()
        && words.capital(start - 2);
    if start == first - 1 || tail {
        return None;
    }
    if spelt_from(start) && !spelt_from(first) {
        return Some(start);
    }
    if !(first..end).all(common) {
        return None;
    }
    let left = start..first - 1;
    if is_name_by_itself(words, &left) || !left.clone().all(topic) && !words.everyday(left.end - 1) {
        return None;
    }
    // `Cotton and | Silk Promotion and Trade Authority`
    let more = start > 1
        && words.is(start - 1, "and")
        && words.follows(start)
        && words.follows(start - 1)
        && (start..left.end).all(common)
        && words.place(start) != Some(left.end);
    if more {
        let named =
            |at: &usize| words.capital(*at) && common(*at) && words.follows(*at + 1) && !words.closed(*at);
        let from = start.saturating_sub(LONGEST / 2)..start - 1;
        if let Some(first) = from
            .rev()
            .take_while(named)
            .last()
            .filter(|&at| words.title_at(at).is_none())
        {
            start = first;
        }
    }
    Some(with_list(words, start))
}

/// Whether the words before `and` are a whole name, or what is none's part: `Holding N.V. | and Perlan Corp.`
fn is_name_by_itself(words: &Words<'_, '_>, left: &Range<usize>) -> bool {
    let start = left.start;
    let form = words.reading.hit(left.end - 1, List::OrgSuffixes);
    is_listed(words, start) == Some(left.end)
        || form.is_some_and(|form| form.label != Label::GroupWord)
        || words.place(start) == Some(left.end)
        || words.title_at(start).is_some()
        || (left.len() >= 2 && words.sure_name(start))
        || words.closed(start)
        || (start..left.end).any(|at| {
            // `Avocado Producers and | Packers Association`: a plural is what the association is of.
            let last = words.reading.ids[left.end - 1];
            let plural = words.reading.lexicon.word(last).tags.has(Tag::NounPlural);
            head_at(words, at)
                .is_some_and(|head| head.end == left.end && !head.weak && !plural && left.len() > 1)
        })
}

/// Where the list of fields begins to which a name goes back: `Construction, | Forestry and Maritime Employees Union`
fn with_list(words: &Words<'_, '_>, mut start: usize) -> usize {
    const MOST: usize = 4;
    for _ in 0..MOST {
        let Some(comma) = start.checked_sub(1).filter(|&comma| words.mark(comma, b',')) else {
            break;
        };
        let one = comma.checked_sub(1).filter(|&at| {
            words.capital(at)
                && words.everyday(at)
                && words.place(at).is_none()
                && (words.title_at(at).is_none() || words.capitalised_plural(at))
        });
        let Some(one) = one.filter(|&at| at == 0 || !words.capital(at - 1) || words.closed(at - 1)) else {
            break;
        };
        start = one;
    }
    start
}

/// The acronym in brackets behind a name, or behind the place that it is `of`.
pub(super) fn acronym_behind<'x>(words: &Words<'_, 'x>, mut end: usize) -> Option<&'x str> {
    if words.is(end, "of") && words.capital(end + 1) {
        end = run_end(words, end + 1, words.reading.tokens.len());
    }
    let upper = words
        .reading
        .tokens
        .get(end + 1)
        .is_some_and(|token| token.shape == Shape::Upper);
    let inside = words.mark(end, b'(') && words.mark(end + 2, b')') && upper;
    inside
        .then(|| words.reading.word(end + 1))
        .filter(|word| word.len() > 2)
}

/// Whether an acronym behind a name begins with its first word and goes through its others in their order; what else
/// it holds stands for what follows, as in `Growers and Packers Association (GPAM)` for one of Mexico.
pub(super) fn spelt(words: &Words<'_, '_>, first: usize, end: usize) -> bool {
    let Some(acronym) = acronym_behind(words, end) else {
        return false;
    };
    let mut letters = acronym.bytes().peekable();
    let initials = (first..end).filter(|&at| words.capital(at));
    let mut initials = initials.map(|at| words.reading.tokens[at].first.to_ascii_uppercase());
    let last = initials.clone().next_back();
    let begins = initials.next() == letters.next();
    let mut found_last = false;
    for initial in initials {
        if letters.peek() == Some(&initial) {
            letters.next();
            found_last = Some(initial) == last;
        }
    }
    begins && (letters.peek().is_none() || found_last)
}

/// Where a name begins whose head noun stands before `of`: `Lahore Chamber of Commerce`, but
/// `Japanese | Ministry of Economy`.
pub(super) fn prefix_edge(words: &Words<'_, '_>, chunk: &Chunk, head: Head) -> usize {
    if words.reading.is_of(head.first, Class::Ministry) {
        return head.first;
    }
    left_edge(words, chunk, head.end)
}
