//! Organisations told by the head nouns of their names.

use std::ops::Range;

use super::super::name::{office, Chunk, Context, Words};
use super::super::{here, Origin, Strength};
use super::complement::{abroad, complement, further_topic};
use super::edge::{front, left_edge, prefix_edge, spelt};
use super::head::{head_at, other_head, Head};
use super::{is_listed, legal};
use crate::lexicon::{Class, Classes, List, Tag};
use crate::token::Shape;

/// A name told by its form.
pub(super) struct Named {
    pub(super) tokens: Range<usize>,
    pub(super) strength: Strength,
    pub(super) origin: Origin<'static>,
}

/// The organisation that a chunk is, or begins.
pub(super) fn name(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let told = legal::name(words, chunk)
        .or_else(|| quoted(words, chunk))
        .or_else(|| numbered(words, chunk));
    if told.is_some() || is_somebody(words, chunk) {
        return told;
    }
    headed(words, chunk)
        .or_else(|| acronymed(words, chunk))
        .or_else(|| placed(words, chunk))
        .or_else(|| joined(words, chunk))
        .or_else(|| party(words, chunk))
}

/// `777 Partners`, `88 Energy`: a figure before the head noun of a company, that has a capital inside the sentence.
fn numbered(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let at = chunk.first.checked_sub(1)?;
    let token = &words.reading.tokens[at];
    let digits = token.is_number() && words.reading.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let year = token.end - token.start == 4;
    let led = at == 0 || words.opens(at) || words.reading.tag(at - 1) == Tag::Preposition;
    let dated = at > 0 && (words.calendar(at - 1) || words.mark(at - 1, b'$'));
    let head = head_at(words, chunk.end - 1).is_some_and(|head| head.company);
    let behind = words.reading.tag(chunk.end);
    let acts = matches!(
        behind,
        Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Have | Tag::Genitive
    );
    let named =
        digits && !year && led && !dated && head && chunk.title.is_none() && words.follows(chunk.first);
    (named && (acts || words.mark(chunk.end, b',') && words.is(chunk.end + 1, "a"))).then(|| Named {
        tokens: at..chunk.end,
        strength: Strength::Strong,
        origin: here!("organisation.numbered"),
    })
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

/// `Fisheries Development Oman (FDO)`: a field with a country behind it, whose initials stand in brackets.
fn acronymed(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let first = chunk.first;
    let acronym = words.reading.hit(chunk.end + 1, List::Acronyms).is_some();
    let named = chunk.title.is_none()
        && chunk.end > first + 2
        && words.mark(chunk.end, b'(')
        && !acronym
        && words.land(chunk.end - 1) == Some(chunk.end)
        && spelt(words, first, chunk.end);
    named.then(|| Named {
        tokens: first..chunk.end,
        strength: Strength::Strong,
        origin: here!("organisation.acronym"),
    })
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
    // `Pratt & Whitney | GTF`: what the lists know, and its product's letters
    let listed = is_listed(words, first).filter(|end| *end + 1 == chunk.end && *end > sign);
    let end = listed
        .filter(|end| words.reading.tokens[*end].shape == Shape::Upper)
        .unwrap_or(chunk.end);
    (names && !chunk.before_title && chunk.title.is_none()).then_some(Named {
        tokens: first..end,
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
            // `Paris Strikers`, but not `Michael Leiters`
            true => {
                let doers = tags.is_empty() && words.reading.word(at).ends_with("ers");
                tags.has(Tag::NounPlural) || doers && !words.person_name(chunk.first)
            }
            false => tags.has(Tag::Noun) && !tags.has(Tag::Adjective),
        };
        words.reading.tokens[at].shape == Shape::Capitalised && kind && !other && !named
    };
    let last = chunk.end.checked_sub(1).filter(|last| *last > chunk.first)?;
    // `Jamaica Broilers`, but not `Japan Exports` by a thing told of trade.
    let whole = words.land(chunk.first).is_none()
        || chunk.title.is_none()
            && words.demonym(chunk.first).is_none()
            && words.context_at(last, Context::Asset).is_none()
            && (words.verb_at(chunk.end, Context::Act)
                || words.verb_at(chunk.end, Context::Say)
                || words.verb_at(chunk.end, Context::Move) && !words.common(last)
                || words.genitive(chunk.end)
                || words.reading.tag(chunk.end) == Tag::Have);
    // `Athens Games`
    let feast = words.context_at(last, Context::Place).is_some();
    let team = words.place(chunk.first) == Some(last) && whole && !feast && noun(last, true);
    let land = (chunk.first + 1..chunk.end).find(|&at| words.land(at) == Some(chunk.end));
    // `Transport Canada`: a field that many companies are in
    let field = land == Some(chunk.first + 1)
        && !words.opens(chunk.first)
        && words.everyday(chunk.first)
        && words.reading.tokens[chunk.first].shape == Shape::Capitalised
        && head_at(words, chunk.first)
            .is_some_and(|head| head.end == chunk.first + 1 && head.company && head.weak);
    let before = field
        || land.is_some_and(|land| {
            let front =
                words.context_at(chunk.first, Context::CompanyFront).is_some() && land == chunk.first + 1;
            let loose = land == chunk.first + 1 && words.opens(chunk.first);
            front || !loose && (chunk.first..land).all(|at| words.mark(at, b'&') || noun(at, false))
        });
    (team || before).then_some(Named {
        tokens: chunk.first..chunk.end,
        strength: Strength::Fair,
        origin: here!("organisation.place"),
    })
}

/// `Topline Securities`, `Ministry of Economy, Trade and Industry`, `Society of Indian Manufacturers`
fn headed(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let head = last_head(words, chunk)?;
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
        _ if words.reading.is_of(head.first, Class::Ministry) => words
            .demonym(chunk.first)
            .filter(|next| *next < head.first)
            .unwrap_or(chunk.first),
        _ => left_edge(words, chunk, head.end),
    };
    let tail = tail.filter(|_| takes_complement(words, first, head));
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
    Some(Named {
        tokens: first..end,
        strength: strength(words, chunk, first, head, tail.is_some())?,
        origin: here!("organisation.head-noun"),
    })
}

/// `the Conservative party`, `his Liberal Democratic party`: adjectives that say nothing of it but what it is called.
fn party(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Named> {
    let (first, last) = (front(words, chunk, chunk.end), chunk.end - 1);
    let article =
        first > 0 && (words.is(first - 1, "the") || words.reading.tag(first - 1) == Tag::Possessive);
    let noun = words.small(chunk.end) && words.follows(chunk.end) && words.is(chunk.end, "party");
    let adjectives = words.everyday(last)
        && words.all_common(first..chunk.end)
        && words.reading.may_be(last, Tag::Adjective);
    (noun && article && adjectives && chunk.title.is_none()).then(|| Named {
        tokens: first..chunk.end + 1,
        strength: Strength::Fair,
        origin: here!("organisation.party"),
    })
}

/// `aide Dovre Gold`, `reporter Gilbert Sheets`: behind what somebody is, a given name and a surname that closes the names
/// of companies as well.
fn is_somebody(words: &Words<'_, '_>, chunk: &Chunk) -> bool {
    let (first, last) = (chunk.first, chunk.first + 1);
    let titled = chunk.title.is_some_and(|title| words.small(title.first as usize));
    let told = titled && words.context_before(first, Context::Organisation).is_none();
    let weak = || head_at(words, last).is_some_and(|head| head.end == chunk.end && head.weak);
    told && chunk.end == last + 1
        && (words.classes(first).contains(Classes::GIVEN_NAME) || words.unlisted(first) && weak())
        && is_listed(words, first).is_none()
}

/// The head noun that closes the name in a chunk, or one before that leads a complement (`Ministry of …`).
fn last_head(words: &Words<'_, '_>, chunk: &Chunk) -> Option<Head> {
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
    best
}

/// Whether a complement behind a head noun belongs to its name; `AD Ports Group | of Abu Dhabi`: a name of its own needs no
/// `of`.
fn takes_complement(words: &Words<'_, '_>, first: usize, head: Head) -> bool {
    let long = head.end - head.first > 1;
    let of =
        head.before || long || words.reading.hit(head.first, List::OrgSuffixes).is_some() || !head.company;
    let distinct_name = || {
        is_listed(words, first).is_some_and(|end| end <= head.end)
            || !words.all_common(first..head.first)
                && words.place(first).is_none()
                && words.demonym(first).is_none()
    };
    of && (first < head.first || head.before || long)
        && (first == head.first || !head.company || !distinct_name())
}

/// How sure the words before a head noun make the name; none where they only tell a topic.
fn strength(
    words: &Words<'_, '_>,
    chunk: &Chunk,
    first: usize,
    head: Head,
    complement: bool,
) -> Option<Strength> {
    let listed = is_listed(words, first).is_some();
    // A people's name is distinct enough: `British Steel`.
    let distinct = listed || (first..head.first).any(|at| words.word(at) && !words.everyday(at));
    // `Food Safety and | Inspection Service`: a body with two fields
    let fields = first < chunk.first && !head.company;
    if head.weak && !complement && !distinct && !fields {
        return None;
    }
    // `the Steel Company`, `this Committee` after its full name: the article's own word for it.
    if head.weak
        && !listed
        && words.land(first) == Some(head.first)
        && head.end - head.first == 1
        && !complement
        && !head.company
    {
        return None;
    }
    // A lone place or number does not make a company of a topic: `Pakistan Energy`, `Global Media`.
    Some(match (head.weak, head.company, distinct) {
        (true, _, _) | (false, true, false) => Strength::Fair,
        _ => Strength::Strong,
    })
}

/// Whether what follows a head noun in its run is a name of its own, a person's most likely.
fn splits_off(words: &Words<'_, '_>, rest: Range<usize>) -> bool {
    // `Nile Airways | Boeing 707`
    let made =
        words.reading.hit(rest.start, List::VehicleMakes).is_some() || is_listed(words, rest.start).is_some();
    made && !words.english(rest.start)
        || rest.len() >= 2
            && (words.person_name(rest.start) || words.person_name(rest.end - 1))
            && !words.common(rest.end - 1)
            && !words.land_ending(rest.end)
}
