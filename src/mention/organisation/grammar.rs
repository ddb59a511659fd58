//! Organisations told by the head nouns of their names.

use std::ops::Range;

use super::super::name::{office, run_end, Chunk, Context, Words, LONGEST};
use super::super::{here, Origin, Strength};
use super::{is_listed, legal};
use crate::lexicon::{org_head, List, Lists, Tag};
use crate::token::Shape;

/// A name told by its form.
pub(super) struct Named {
    pub(super) tokens: Range<usize>,
    pub(super) strength: Strength,
    pub(super) origin: Origin<'static>,
}

/// The organisation that a chunk is, or begins.
pub(super) fn name(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    legal::name(words, chunk)
        .or_else(|| quoted(words, chunk))
        .or_else(|| headed(words, chunk))
        .or_else(|| placed(words, chunk))
        .or_else(|| joined(words, chunk))
}

/// `Wilson Brothers <WLB>`, `MycoWorks (NYSE: MYC)`, `a unit of <Burnham Leasing>`: names with the code of their shares,
/// and those that the wire sets in angle brackets since they have none.
fn quoted(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let opens = chunk.first > 0 && words.mark(chunk.first - 1, b'<') && words.mark(chunk.end, b'>');
    let unquoted = opens && (chunk.first..chunk.end).any(|at| words.reading.tokens[at].shape != Shape::Upper);
    let whole = chunk.title.is_none() && !chunk.before_title;
    // `AG Brown Boveri und | Cie <BBCZ.Z>`
    let form = chunk.end == chunk.first + 1 && words.reading.hit(chunk.first, List::OrgSuffixes).is_some();
    let edge = || {
        let first = left_edge(words, chunk, chunk.end);
        words
            .land(first)
            .filter(|land| *land < chunk.end)
            .unwrap_or(first)
    };
    (!form && (unquoted || whole && has_code(words, chunk.end))).then(|| Named {
        tokens: edge()..chunk.end,
        strength: Strength::Strong,
        origin: here!("organisation.share-code"),
    })
}

/// `<GM>`, `<VLOF.PA>`, `(NYSE: GM)`, `(Nasdaq:AAPL)`
pub(super) fn has_code(words: &Words<'_, '_>, at: usize) -> bool {
    let reading = words.reading;
    let code = |at: usize| {
        reading.tokens.get(at).is_some_and(|token| {
            token.is_word() && token.shape == Shape::Upper && token.end - token.start <= 9
        })
    };
    if words.mark(at, b'<') {
        let close = (at + 2..at + 5).find(|&close| words.mark(close, b'>'));
        return code(at + 1) && close.is_some();
    }
    words.mark(at, b'(')
        && words.capital(at + 1)
        && words.mark(at + 2, b':')
        && code(at + 3)
        && words.mark(at + 4, b')')
}

/// `Duff & Phelps`, `May & Baker Nigeria`: names joined by the sign; words so joined are a topic (`Food & Beverage`).
fn joined(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let sign = (chunk.first + 1..chunk.end).find(|&at| words.mark(at, b'&') && !words.glued(at))?;
    let named = |at: usize| words.word(at) && !words.english(at);
    let names = sign + 1 < chunk.end && (chunk.first..chunk.end).any(named)
        || words.person_name(sign - 1) && words.person_name(sign + 1)
        || words.land_ending(chunk.end);
    let first = match words.demonym(chunk.first) {
        Some(next) if next < sign => next,
        _ => chunk.first,
    };
    (names && !chunk.before_title && chunk.title.is_none()).then_some(Named {
        tokens: first..chunk.end,
        strength: Strength::Fair,
        origin: here!("organisation.joined"),
    })
}

/// `Wine Australia`, `Bank Indonesia`, `Copenhagen Airports`: a noun beside the place it is for.
fn placed(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let noun = |at: usize, plural: bool| {
        let tags = words.reading.lexicon.word(words.reading.ids[at]).tags;
        let other = words.reading.hits_at(at).iter().any(|hit| {
            matches!(
                hit.list,
                List::PlaceHeads | List::PolicyHeads | List::OrgHeads | List::VehicleModels | List::Titles
            )
        });
        let named = words.person_name(at) || words.place(at).is_some() || words.demonym(at).is_some();
        let kind = match plural {
            true => tags.has(Tag::NounPlural),
            false => tags.has(Tag::Noun) && !tags.has(Tag::Adjective),
        };
        words.reading.tokens[at].shape == Shape::Capitalised && kind && !other && !named
    };
    let last = chunk.end.checked_sub(1).filter(|last| *last > chunk.first)?;
    let team =
        words.place(chunk.first) == Some(last) && words.land(chunk.first).is_none() && noun(last, true);
    let land = (chunk.first + 1..chunk.end).find(|&at| words.land(at) == Some(chunk.end));
    let before = land.is_some_and(|land| {
        let front = words.context_at(chunk.first, Context::CompanyFront).is_some() && land == chunk.first + 1;
        let loose = land == chunk.first + 1 && words.opens(chunk.first);
        front || !loose && (chunk.first..land).all(|at| words.mark(at, b'&') || noun(at, false))
    });
    (team || before).then_some(Named {
        tokens: chunk.first..chunk.end,
        strength: Strength::Fair,
        origin: here!("organisation.place"),
    })
}

/// What a head noun makes of a phrase.
#[derive(Clone, Copy)]
struct Head {
    first: usize,
    end: usize,
    weak: bool,
    /// `Ministry of …`
    before: bool,
    /// May stand alone: `the Senate`.
    alone: bool,
    company: bool,
}

fn head_at(words: &Words<'_, '_>, at: usize) -> Option<Head> {
    let lexicon = words.reading.lexicon;
    let mut found: Option<Head> = None;
    for hit in words.reading.hits_of(at, Lists::of(&[List::OrgHeads])) {
        let kind = lexicon.cell(hit.row, org_head::KIND);
        if matches!(kind, "policy" | "facility" | "event") {
            continue;
        }
        let position = lexicon.cell(hit.row, org_head::POSITION);
        let strength = lexicon.cell(hit.row, org_head::STRENGTH);
        let head = Head {
            first: at,
            end: hit.end as usize,
            weak: strength == "weak",
            before: position != "suffix",
            alone: strength == "alone",
            company: matches!(kind, "company" | "financial" | "media"),
        };
        if found.is_none_or(|other| head.end > other.end || head.end == other.end && other.weak && !head.weak)
        {
            found = Some(head);
        }
    }
    found
}

/// The end of a head noun of several words that makes a place, policy or event.
fn other_head(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    words
        .reading
        .hits_of(at, Lists::of(&[List::OrgHeads]))
        .max_by_key(|hit| hit.end)
        .filter(|hit| {
            let kind = words.reading.lexicon.cell(hit.row, org_head::KIND);
            hit.end > hit.first + 1 && matches!(kind, "facility" | "policy" | "event")
        })
        .map(|hit| hit.end as usize)
}

/// Whether a run of two words or more ends in a head noun, be it a weak one: `Liberty Steel`.
pub(crate) fn ends_in_head(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    run.len() > 1 && head_at(words, run.end - 1).is_some_and(|head| head.end == run.end)
}

/// `Topline Securities`, `Ministry of Economy, Trade and Industry`, `Society of Indian Manufacturers`
fn headed(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let mut best: Option<Head> = None;
    let mut at = chunk.first;
    while at < chunk.end {
        // `Shopping Centre`, `Power Plant`: what ends so is no organisation.
        if let Some(end) = other_head(words, at) {
            best = None;
            at = end;
            continue;
        }
        if let Some(head) = head_at(words, at).filter(|head| head.end <= chunk.end || !chunk.before_title) {
            best = Some(head);
            if head.before && complement(words, head.end).is_some() {
                break;
            }
            at = head.end;
        } else {
            at += 1;
        }
    }
    let head = best?;
    let tail = (head.end >= chunk.end)
        .then(|| complement(words, head.end).or_else(|| further_topic(words, head)))
        .flatten();
    let rest = chunk.end.saturating_sub(head.end);
    let land = words.land(head.end) == Some(chunk.end) && head.first > chunk.first;
    if rest > 0 && !land && !splits_off(words, head.end..chunk.end) {
        return None;
    }
    let first = match tail {
        Some(_) if head.before => prefix_edge(words, chunk, head),
        // `Chinese | Foreign Ministry`
        _ if words.is(head.first, "ministry") => words
            .demonym(chunk.first)
            .filter(|next| *next < head.first)
            .unwrap_or(chunk.first),
        _ => left_edge(words, chunk, head.end),
    };
    let distinct_name = |first: usize| {
        is_listed(words, first).is_some_and(|end| end <= head.end)
            || !words.all_common(first..head.first)
                && words.place(first).is_none()
                && words.demonym(first).is_none()
    };
    // `AD Ports Group | of Abu Dhabi`: a name of its own needs no `of`.
    let of = head.before
        || head.end - head.first > 1
        || words.reading.hit(head.first, List::OrgSuffixes).is_some()
        || !head.company;
    let tail = tail.filter(|_| {
        of && (first < head.first || head.before || head.end - head.first > 1)
            && (first == head.first || !head.company || !distinct_name(first))
    });
    let end = match tail {
        Some(end) => end,
        None if land => chunk.end,
        None => abroad(words, first, head.end).unwrap_or(head.end),
    };
    let bare = first == head.first && tail.is_none();
    let other = (first..head.first).any(|at| {
        words
            .context_at(at, Context::Place)
            .is_some_and(|hit| hit.end as usize == head.end)
    });
    if bare && !head.alone || other {
        return None;
    }
    // `Heavy Industries Minister`: the field of an office.
    if chunk.before_title && end == chunk.end && office(words, &(first..end)) {
        return None;
    }
    let modifiers = first..head.first;
    let listed = is_listed(words, first).is_some();
    // A people's name is distinct enough: `British Steel`.
    let distinct = listed || modifiers.clone().any(|at| words.word(at) && !words.everyday(at));
    if head.weak && tail.is_none() && !distinct {
        return None;
    }
    // A lone place or number does not make a company of a topic: `Pakistan Energy`, `Global Media`.
    let strength = match (head.weak, head.company, distinct) {
        (true, _, _) => Strength::Fair,
        (false, true, false) => Strength::Fair,
        _ => Strength::Strong,
    };
    // `the Steel Company`, `this Committee` after its full name: the article's own word for it.
    if head.weak
        && !listed
        && words.land(first) == Some(head.first)
        && head.end - head.first == 1
        && tail.is_none()
        && !head.company
    {
        return None;
    }
    Some(Named {
        tokens: first..end,
        strength,
        origin: here!("organisation.head-noun"),
    })
}

/// `Garment Association | in Cambodia (GAC)`: the country that the acronym has as well.
fn abroad(words: &Words<'_, '_>, first: usize, end: usize) -> Option<usize> {
    let land = words.land(end + 1).filter(|_| words.is(end, "in"))?;
    (words.mark(land, b'(') && spelt(words, first, land)).then_some(land)
}

/// `Chamber of Commerce | & Industry`, where the lists have the head noun with its first topic.
fn further_topic(words: &Words<'_, '_>, head: Head) -> Option<usize> {
    let last = head.end - 1;
    if !(head.first + 1..last).any(|at| words.is(at, "of")) {
        return None;
    }
    let end = conjuncts(words, last..head.end, words.reading.sentence_tokens(last).end);
    (end > head.end).then_some(end)
}

/// Whether what follows a head noun in its run is a name of its own, a person's most likely.
fn splits_off(words: &Words<'_, '_>, rest: Range<usize>) -> bool {
    rest.len() >= 2
        && (words.person_name(rest.start) || words.person_name(rest.end - 1))
        && !words.common(rest.end - 1)
        && !words.land_ending(rest.end)
}

/// Where a name that ends in a suffix begins: the start of the chunk, less what only precedes it; more
/// where `Securities and` belongs to `Exchange Commission`.
pub(super) fn left_edge(words: &Words<'_, '_>, chunk: &Chunk, end: usize) -> usize {
    let first = front(words, chunk, end);
    joined_left(words, first, end).unwrap_or(first)
}

/// The start of the chunk, less what only precedes the name: a sentence's first word, `Japanese` before
/// what the lists know.
fn front(words: &Words<'_, '_>, chunk: &Chunk, end: usize) -> usize {
    let mut first = chunk.first;
    if words.is(first, "the") && first + 1 < end {
        first += 1;
    }
    if let Some(next) = words.demonym(first) {
        if is_listed(words, next).is_some_and(|listed| listed <= end) {
            return next;
        }
    }
    let maker = words.context_at(first, Context::Organisation).is_some();
    // `Drugmaker | Crannoch Pharma`
    let opens = words.reading.opens_sentence(first) && words.common(first) || words.opens(first) && maker;
    if opens && first + 1 < end {
        let next = first + 1;
        let word = maker || words.context_at(first, Context::Asset).is_some();
        if is_listed(words, next).is_some_and(|listed| listed <= end) && is_listed(words, first).is_none()
            || word && end > next + 1 && !words.common(next)
        {
            first = next;
        }
    }
    first
}

/// `Securities and | Exchange Commission`, `CG Power and | Industrial Solutions`
fn joined_left(words: &Words<'_, '_>, first: usize, end: usize) -> Option<usize> {
    if first < 2 || !words.is(first - 1, "and") || !words.follows(first) || !words.follows(first - 1) {
        return None;
    }
    let spelt_from = |start: usize| spelt(words, start, end);
    if !words.all_common(first..end) && acronym_behind(words, end).is_none() {
        return None;
    }
    // Words of a topic, or an acronym before them: `CG Power`.
    let topic =
        |at: usize| !words.word(at) || words.english(at) || words.reading.tokens[at].shape == Shape::Upper;
    let mut start = first - 1;
    while start > 0
        && first - start < LONGEST / 2
        && (words.capital(start - 1) || words.mark(start - 1, b'&'))
        && words.follows(start)
        && !words.calendar(start - 1)
    {
        start -= 1;
    }
    while start + 1 < first && words.closed(start) && words.opens(start) {
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
    if !words.all_common(first..end) {
        return None;
    }
    let left = start..first - 1;
    let whole_name = is_listed(words, start) == Some(left.end)
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
        });
    if whole_name || !left.clone().all(topic) && !words.everyday(left.end - 1) {
        return None;
    }
    // `Construction, | Forestry and Maritime Employees Union`
    for _ in 0..4 {
        let Some(comma) = start.checked_sub(1).filter(|&comma| words.mark(comma, b',')) else {
            break;
        };
        let one = comma.checked_sub(1).filter(|&at| {
            words.capital(at)
                && words.everyday(at)
                && words.place(at).is_none()
                && words.title_at(at).is_none()
        });
        let Some(one) = one.filter(|&at| at == 0 || !words.capital(at - 1) || words.closed(at - 1)) else {
            break;
        };
        start = one;
    }
    Some(start)
}

/// The acronym in brackets behind a name, or behind the place that it is `of`.
fn acronym_behind<'x>(words: &Words<'_, 'x>, mut end: usize) -> Option<&'x str> {
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
fn spelt(words: &Words<'_, '_>, first: usize, end: usize) -> bool {
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
fn prefix_edge(words: &Words<'_, '_>, chunk: &Chunk, head: Head) -> usize {
    let ministry = words.is(head.first, "ministry")
        || words.is(head.first, "government")
        || words.is(head.first, "embassy");
    if ministry {
        return head.first;
    }
    left_edge(words, chunk, head.end)
}

/// The end of `of Y and Z`, `for Y`, `on Y` behind a head noun.
fn complement(words: &Words<'_, '_>, at: usize) -> Option<usize> {
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
    let abroad = words.is(end, "in") && words.land(end + 1).is_some() && !words.is(at - 1, "ministry");
    if (words.is(end, "of") || abroad)
        && words.small(end)
        && words.capital(end + 1)
        && words.follows(end + 1)
        && words.place(end + 1).is_some()
    {
        end = phrase(words, end + 1, limit);
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
    (first + 1..end)
        .find(|&at| {
            words.title_at(at).is_some()
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
            && !run.clone().any(|at| words.place(at).is_some())
    };
    if !topic(&first) {
        return first.end;
    }
    let mut end = first.end;
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
    end = first.end;
    end
}

/// Whether a phrase behind `and` is an organisation of its own: `and Planning Commission`.
fn own_name(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    run.len() > 1
        && (run.start..run.end).any(|at| {
            head_at(words, at).is_some_and(|head| head.end == run.end && !head.weak && !head.company)
        })
}
