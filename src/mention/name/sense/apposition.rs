//! What is said of a name behind a comma: `X, a maker of …`, `X, 45, …`, `X, who …`.

use std::ops::Range;

use super::super::{Context, Words};
use super::points::{Points, THING};
use crate::lexicon::{Hit, Keyword as K, Keywords, Label, List, Lists, Tag};

/// `X, 45, a …`
fn is_age(words: &Words<'_, '_>, at: usize) -> bool {
    let two = |word: &str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let number = words
        .reading
        .tokens
        .get(at)
        .is_some_and(|token| token.is_number());
    let closed = [b',', b'.', b';', b')']
        .iter()
        .any(|mark| words.mark(at + 1, *mark));
    number && two(words.reading.word(at)) && (closed || words.is(at + 1, "years"))
}

/// `X, Norvik's new heart drug`: whether a phrase with a noun of goods for its head begins at a token.
fn is_goods(words: &Words<'_, '_>, first: usize) -> bool {
    const REACH: usize = 10;
    let goods = |at: usize| {
        let mut hits = words.reading.hits_of(at, Lists::of(&[List::ProductWords]));
        let hit = hits.find(|hit| hit.label == Label::Product)?;
        let end = hit.end as usize;
        let noun = words.small(end) && matches!(words.reading.tag(end), Tag::Noun | Tag::NounPlural);
        // `a sugar processor`, whatever else processors are
        let firm = words.context_at(at, Context::Organisation).is_some();
        (words.small(at) && !noun && !firm && !words.mark(end, b'-')).then_some(end)
    };
    let determined =
        matches!(words.reading.tag(first), Tag::Determiner | Tag::Possessive) || words.capital(first);
    determined
        && (first..first + REACH)
            .take_while(|&at| {
                words.follows(at)
                    && (words.word(at) || words.mark(at, b'-') || words.genitive(at))
                    && !matches!(
                        words.reading.tag(at),
                        Tag::Preposition
                            | Tag::Modal
                            | Tag::Have
                            | Tag::Be
                            | Tag::VerbPast
                            | Tag::VerbS
                            | Tag::Wh
                    )
            })
            .any(|at| goods(at).is_some())
}

/// Whether a finite verb stands at a token.
fn is_finite(words: &Words<'_, '_>, at: usize) -> bool {
    let tag = words.reading.tag(at);
    words.small(at) && matches!(tag, Tag::Modal | Tag::Have | Tag::Be | Tag::VerbPast | Tag::VerbS)
}

/// `the captain of X, who …`: it is the captain of whom more is said.
fn is_theirs(words: &Words<'_, '_>, start: usize) -> bool {
    let preposition = const { Keywords::of(&[K::Of, K::In, K::From, K::At, K::Near]) };
    start > 0 && words.follows(start) && words.reading.among(start - 1, preposition)
}

/// `X, a maker of …` and `X, chairman of …`
pub(super) fn apposition(words: &Words<'_, '_>, name: &Range<usize>, points: &mut Points) {
    let first = name.end + 1;
    if words.is(first, "who") && name.len() == 1 && is_theirs(words, name.start) {
        return;
    }
    if words.is(first, "who") || is_age(words, first) {
        points.tell_somebody();
        return;
    }
    // `X, a hearing aid …`
    if is_goods(words, first) {
        points.place += THING;
        return;
    }
    // `Skovgaard, as its first director`: somebody else is
    if !words.is(first, "as") && !clause(words, name, first, points) {
        noun(words, first, points);
    }
}

/// `X, whose plants …`, `X, which makes …`, `X, based in …`: adds what a clause from a token on says of a name; whether it
/// tells what the name is of.
fn clause(words: &Words<'_, '_>, name: &Range<usize>, first: usize, points: &mut Points) -> bool {
    // `Leandro Noreta, whose companies …`
    let whose = words.is(first, "whose");
    // `said Ana Lima, whose bakery …`
    let says = || {
        words.context_before(name.start, Context::Say).is_some() && !name.clone().any(|at| words.english(at))
    };
    let companies = words.context_at(first + 1, Context::Organisation).is_some();
    if whose && name.len() > 1 && (companies || says()) {
        points.person += 2;
        return true;
    }
    // `Carter Wright, which makes doors`: of people it is `who`.
    if words.is_nobody(name) {
        points.tell(4);
        points.named += 2;
        return true;
    }
    // `X, which makes …`, `X, which is listed in …`, `X, based in …`
    let which = words.is(first, "which");
    let verb = first + usize::from(which) + usize::from(which && words.reading.tag(first + 1) == Tag::Be);
    if words.context_at(verb, Context::CompanyAdjective).is_some()
        || which && words.verb_at(first + 1, Context::Act)
    {
        points.tell(2);
        points.named += 2;
        return true;
    }
    // `Transtejo, which runs the crossing`
    let does = matches!(
        words.reading.tag(first + 1),
        Tag::VerbS | Tag::VerbPast | Tag::Have
    );
    let own = words.unlisted(name.end - 1) || name.len() > 1 && name.clone().any(|at| words.unlisted(at));
    if which && does && own {
        points.organisation += 2;
        return true;
    }
    // `X, whose plants …`
    let named = name.len() > 1 && name.clone().any(|at| words.english(at) && !words.person_name(at));
    let has = |at: usize| words.context_at(at, Context::Asset).is_some();
    if whose && (named || (first + 1..first + 4).any(has)) {
        points.tell(2);
        points.named += 2;
        return true;
    }
    false
}

/// `X, a Bosnian Croat,`, `X, a Canadian who …`: a people's noun that nothing follows.
fn is_one_of_people(words: &Words<'_, '_>, first: usize, at: usize) -> bool {
    let article = matches!(words.reading.tag(first), Tag::Determiner) && !words.is(first, "the");
    let end = words.demonym(at).filter(|_| article && at > first);
    end.is_some_and(|end| {
        let closes = [b',', b'.', b';', b')'].iter().any(|mark| words.mark(end, *mark));
        let hired = words.small(end) && words.reading.tag(end) == Tag::VerbPart;
        closes || hired || words.is(end, "who") || words.is(end, "whose")
    })
}

/// Whether what somebody is stands behind a noun, perhaps over another: `a brokerage | industry analyst`.
fn leads_title(words: &Words<'_, '_>, end: usize) -> bool {
    let noun = words.small(end) && words.reading.tag(end) == Tag::Noun;
    let title = |at: usize| words.small(at) && words.title_at(at).is_some();
    title(end) || noun && title(end + 1)
}

/// `X, a maker of …`, `X, chairman of …`: adds what the first telling noun of the phrase that begins at a token says.
fn noun(words: &Words<'_, '_>, first: usize, points: &mut Points) {
    const WORDS: usize = 7;
    let mut reached = 0;
    for at in first..first + 2 * WORDS {
        // `X, a 41-year-old Peruvian nurse`: what is joined by hyphens is one word.
        let joined = words.mark(at, b'-') || at > first && words.mark(at - 1, b'-');
        reached += usize::from(!joined);
        if reached > WORDS {
            return;
        }
        // `X, the Turin-based provider of …`
        if at > first && words.mark(at - 1, b'-') && words.context_at(at, Context::CompanyAdjective).is_some()
        {
            points.tell(2);
            points.named += 2;
            return;
        }
        if let Some(title) = words.title_at(at) {
            // `in Naga, Bicol Mayor Ana Roe`: somebody else holds it.
            let next = title.end as usize;
            let other = words.capital(at) && words.capital(next) && words.follows(next);
            points.person += if other { 0 } else { 3 };
            return;
        }
        // `a brokerage industry analyst`: what somebody is in
        let kind = words
            .context_at(at, Context::Organisation)
            .filter(|kind| words.small(at) && !leads_title(words, kind.end as usize));
        // `As to X, the company is silent` begins a clause.
        let clause = |kind: &Hit| words.is(first, "the") && is_finite(words, kind.end as usize);
        if kind.is_some_and(clause) {
            return;
        }
        if kind.is_some() || words.context_at(at, Context::CompanyPhrase).is_some() {
            // `X, the company's chief executive`
            let owner = kind.filter(|kind| words.genitive(kind.end as usize));
            let title = |owner: &Hit| (1..=3).any(|on| words.title_at(owner.end as usize + on).is_some());
            if owner.is_some_and(title) {
                points.tell_somebody();
                return;
            }
            // `X, a maker of …`, where a dealer may be somebody
            let article = words.is_indefinite(first);
            let head = (first..at).all(|at| words.reading.tag(at) != Tag::Preposition);
            let firm = article && head && kind.is_some() && words.context_at(at, Context::Doer).is_none();
            points.tell(if firm { 4 } else { 2 });
            points.named += if firm { 4 } else { 2 };
            return;
        }
        if words.context_at(at, Context::Person).is_some() || is_one_of_people(words, first, at) {
            points.person += 3;
            return;
        }
        let age = words
            .reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_number())
            && words.mark(at + 1, b'-');
        if !words.word(at) && !words.mark(at, b'-') && !words.genitive(at) && !age
            || !words.follows(at)
            || matches!(
                words.reading.tag(at),
                Tag::Modal | Tag::Have | Tag::Be | Tag::VerbPast
            )
        {
            return;
        }
    }
}
