//! Person mentions: what stands around a name; [`form`] judges its words.

mod form;

use std::ops::Range;

use super::name::{credited, Chunk, Context, Title, Words};
use super::{here, organisation, Candidate, Origin, Strength, Text, Value};
use crate::lexicon::{title, Class, Classes, Form, Label, Tag};
use crate::token::{Shape, Token};
use form::by_words;

pub(crate) use form::may_name;

/// Adds the person whom a chunk of a run names, if something tells so.
pub(crate) fn find<'x>(words: &Words<'_, 'x>, chunk: &Chunk, out: &mut Vec<Candidate<'x>>) -> bool {
    let first = name_start(words, chunk);
    let title = chunk.title.filter(|_| first == chunk.first);
    // `police chief AKBP | Budi Santosa`: a rank that no list knows
    let first = first + usize::from(title.is_some() && words.is_rank(first, chunk.end));
    let tokens = first..chunk.end;
    // `rail company Kazakhstan Temir Zholy`, `Rival Verde Minas Celulose`
    let maker = words.context_before(chunk.first, Context::Organisation).is_some()
        || words.opens(chunk.first) && words.context_at(chunk.first, Context::Organisation).is_some();
    if first > chunk.first && maker {
        return false;
    }
    // `Port Muhammad Bin Qasim`
    if first > chunk.first && words.context_at(first - 1, Context::PlaceFront).is_some() {
        return false;
    }
    let bare = tokens.is_empty() || !words.word(first) || party_tag(words, first);
    // `St. Patrick's Cathedral`
    let saint = title
        .is_some_and(|title| words.is(title.first as usize, "st") || words.is(title.first as usize, "st."));
    if saint && words.genitive(chunk.end) && words.capital(chunk.end + 1) {
        return true;
    }
    let said = |title: Title| words.reading.text_of(title.first as usize..title.end as usize);
    let origin = here!("person.title");
    // `Mr Lark`, whatever else a lark is
    if let Some(title) = title.filter(|title| !bare && addressed(words, title.first as usize, &tokens)) {
        push(words, tokens, Some(said(title)), origin, Strength::Strong, out);
        return true;
    }
    let told = title.is_some() || !bare && credited(words, first);
    if bare || !may_name(words, tokens.clone(), told) {
        return false;
    }
    if let Some(title) = title {
        if maker && makes_goods(words, title.first as usize, &tokens) {
            return false;
        }
        if is_titled(words, title, &tokens) {
            push(words, tokens, Some(said(title)), origin, Strength::Strong, out);
            return true;
        }
    }
    if tokens.len() < 2 {
        // `Barack and Michelle Obama`
        let next = chunk.end + 1;
        let given = |at: usize| words.classes(at).contains(Classes::GIVEN_NAME) && words.sure_name(at);
        let couple = given(first)
            && words.is(chunk.end, "and")
            && words.capital(next)
            && given(next)
            && words.follows(next + 1)
            && words.capital(next + 1)
            && words.classes(next + 1).contains(Classes::SURNAME)
            && words.sure_name(next + 1);
        if is_among_children(words, first, chunk.end) {
            push(words, tokens, None, here!("person.couple"), Strength::Fair, out);
            return true;
        }
        if couple && (first == 0 || !words.follows(first) || !words.capital(first - 1)) {
            push(words, tokens, None, here!("person.couple"), Strength::Fair, out);
            return true;
        }
        // `The chairman, Sutarjo, said`: a whole name of one word.
        let alone = words.unlisted(first)
            && words.mark(chunk.end, b',')
            && words.reading.tokens[first].shape == Shape::Capitalised
            && words.office_holder(first)
            || words.relation(first) && (words.mark(chunk.end, b',') || words.mark(chunk.end, b'.'));
        if alone {
            let origin = here!("person.apposition");
            push(words, tokens, None, origin, Strength::Fair, out);
        }
        return alone;
    }
    if let Some(origin) = told_by_neighbours(words, &tokens) {
        push(words, tokens, None, origin, Strength::Strong, out);
        return true;
    }
    if names_a_thing(words, &tokens) {
        return false;
    }
    let Some(strength) = by_words(words, tokens.clone()) else {
        return false;
    };
    push(words, tokens, None, here!("person.names"), strength, out);
    true
}

/// `separator producer Haoyu Film`, `wealth manager Mattioli Woods`: what goods are made by is a company, unless words that
/// only persons are called make up the name.
fn makes_goods(words: &Words<'_, '_>, title: usize, tokens: &Range<usize>) -> bool {
    let goods = title
        .checked_sub(1)
        .filter(|&at| words.reading.tag(at) == Tag::Noun)
        .is_some_and(|at| words.small(at) || words.opens(at) && words.everyday(at));
    // `wealth manager`, whatever a manager is by himself
    let doer = || {
        let longer = words.context_before(tokens.start, Context::Organisation);
        words.context_at(title, Context::Doer).is_some() && longer.is_none_or(|from| from >= title)
    };
    if !goods || doer() {
        return false;
    }
    let last = tokens.end - 1;
    let thing = words.english(last) && !words.person_name(last);
    thing || !tokens.clone().any(|at| words.sure_name(at))
}

/// `three sons, | Pavel and Anton`: a given name in a list of such behind those who are so called.
fn is_among_children(words: &Words<'_, '_>, first: usize, end: usize) -> bool {
    const MOST: usize = 8;
    let given = |at: usize| {
        words.capital(at)
            && (words.classes(at).contains(Classes::GIVEN_NAME) && words.sure_name(at) || words.unlisted(at))
            && words.reading.hits_at(at).is_empty()
    };
    let joint = |at: usize| words.mark(at, b',') || words.is(at, "and");
    let begin = (first.saturating_sub(MOST)..first)
        .rev()
        .find(|&at| !given(at) && !joint(at));
    let Some(noun) = begin.filter(|&at| words.mark(at + 1, b',')) else {
        return false;
    };
    let several = words.title_ending(noun + 1).is_some_and(|found| {
        let kin = words.reading.lexicon.has(found.row, title::FLAGS, "relation");
        found.form != Form::Name && kin
    });
    given(first) && several && joint(first - 1) && !words.capital(end)
}

/// Whether the title before a name makes it a person's.
fn is_titled(words: &Words<'_, '_>, title: Title, tokens: &Range<usize>) -> bool {
    let (first, end) = (tokens.start, tokens.end);
    let capital = words.capital(title.first as usize);
    // `major Muslim nations`: an adjective, and no rank
    let adjective = !capital && words.reading.tag(title.first as usize) == Tag::Adjective;
    let honorific = matches!(title.label, Label::Honorific | Label::Military) && !adjective;
    // `opposition leader Sutarjo`: nobody else leads a state.
    // `rapper Sutarjo`, but not `broadcaster Sutarjo`
    let performer = || {
        matches!(title.label, Label::Other | Label::Media)
            && !words.is_loose_title(title)
            && words.context_before(first, Context::Organisation).is_none()
    };
    let state = || {
        (matches!(
            title.label,
            Label::Political | Label::Diplomatic | Label::Academic
        ) || performer())
            && words.unlisted(first)
            && words.reading.tokens[first].shape == Shape::Capitalised
            && !words.capital(end)
            && !words.is_name_part(title)
    };
    // `the former Oyo North lawmaker`, `in St Andrew`
    let whose = words.is_modifier(title) && words.small(end) && words.title_at(end).is_some();
    if whose || words.inside(title.first as usize) && words.is_loose_title(title) && tokens.len() == 1 {
        return false;
    }
    let place = || words.place(first) == Some(end) || words.demonym(first) == Some(end);
    // `the Ford Investor Day`
    if tokens.len() == 1 && title.label == Label::Other && words.english(first) {
        return false;
    }
    // `Princess Diana`
    let given = || capital && words.sure_name(first) && words.classes(first).contains(Classes::GIVEN_NAME);
    // `President Bush`, whatever town is called so
    let holder = || {
        capital
            && title.label == Label::Political
            && words.classes(first).contains(Classes::SURNAME)
            && words.land(first).is_none()
    };
    tokens.len() > 1
        || (honorific || capital || words.person_name(first) || state()) && (!place() || given() || holder())
}

/// The origin of a whole name that the words around it tell to be a person's.
fn told_by_neighbours(words: &Words<'_, '_>, tokens: &Range<usize>) -> Option<Origin<'static>> {
    let (first, end) = (tokens.start, tokens.end);
    match () {
        () if credited(words, first) => Some(here!("person.credit")),
        () if words.title_complement(first) => Some(here!("person.office")),
        // `named Ingrid Busch chairman`, but not `named Siemens Energy chief Ingrid Busch`
        () if words.context_before(first, Context::Appoint).is_some()
            && organisation::is_listed(words, first).is_none()
            && words.small(end)
            && office_behind(words, end) =>
        {
            Some(here!("person.office"))
        }
        // `appointed Le Ba Nam Anh chief executive`
        () if tokens.len() > 2
            && words.small(end)
            && appointed(words, tokens)
            && organisation::is_listed(words, first).is_none()
            && may_name(words, tokens.clone(), true) =>
        {
            Some(here!("person.office"))
        }
        () if words.holder(first) && may_name(words, tokens.clone(), true) => {
            Some(here!("person.apposition"))
        }
        () => None,
    }
}

/// Whether the words around a name tell that a thing, a site or a company is called so, or that its title belongs to a
/// company of the name.
fn names_a_thing(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let (first, end) = (tokens.start, tokens.end);
    // `several Lean Cuisine meals`
    let counted = words.small(end)
        && words.reading.tag(end) == Tag::NounPlural
        && first > 0
        && matches!(words.reading.tag(first - 1), Tag::Number | Tag::Determiner);
    // `the tanker Anna Lena`
    if words.context_before(first, Context::Thing).is_some() {
        return true;
    }
    // `Anna Roe, the ministry of fisheries official`
    let article = words.is(end + 1, "the");
    // `Heinz Kettler, a manufacturer of bicycles`, but not `Anna Roe, a trader`
    let firm = words.mark(end, b',')
        && (words.is_indefinite(end + 1) || article)
        && (end + 2..end + 7)
            .take_while(|&at| {
                let modifies = words.small(at) || words.demonym(at) == Some(at + 1);
                modifies && words.reading.tag(at) != Tag::Preposition
            })
            .any(|at| {
                is_firm(words, at) && !(article && (at + 1..at + 4).any(|at| words.title_at(at).is_some()))
            });
    // `the town of Rio Nido`, `Sher-e-Bangla Nagar`, `the Glen Ellen brand`
    let part = words.context_before(first, Context::PlacePhrase).is_some()
        || first > 0 && words.mark(first - 1, b'-') && words.glued(first);
    // `In Tears of the Sun Willis plays`
    let article = first > 0 && words.is(first - 1, "the") && words.everyday(first);
    // `at Raymond James`, `its Tri An factory`, but `in John Major's government`
    let inside = words.inside(first) && !words.genitive(end);
    if (counted || inside) && !sure(words, tokens.clone())
        || words.site(end)
        || words.brand(end)
        || words.body(tokens).is_some()
        || part
        || article
        || firm
        || words.is_nobody(tokens)
    {
        return true;
    }
    // `the housebuilder George Wimpey`, `James Hardie chairwoman`
    words.context_before(first, Context::Organisation).is_some()
        && !is_somebody(words, first - 1, tokens.clone())
        || words.small(end) && words.title_at(end).is_some() && !appointed(words, tokens)
}

/// `manufacturer`, `bank`, where no other noun follows: what companies are and people are not.
fn is_firm(words: &Words<'_, '_>, at: usize) -> bool {
    words.context_at(at, Context::Organisation).is_some_and(|hit| {
        let end = hit.end as usize;
        let noun = words.small(end) && matches!(words.reading.tag(end), Tag::Noun | Tag::NounPlural);
        !noun
            && words.title_at(at).is_none()
            && words.title_at(end).is_none()
            && words.context_at(at, Context::Doer).is_none()
    })
}

/// Whether one capitalised word stands behind `Mr`, `Mrs` or `Ms`, as nothing but a surname does.
fn addressed(words: &Words<'_, '_>, title: usize, tokens: &Range<usize>) -> bool {
    let token = &words.reading.tokens[tokens.start];
    tokens.len() == 1
        && token.shape == Shape::Capitalised
        && words.capital(title)
        && words.context_at(title, Context::Address).is_some()
        && words.title_at(tokens.start).is_none()
}

/// `(R-Kan.)`, `D-Tex.`: the party and state of whom the words before name.
fn party_tag(words: &Words<'_, '_>, at: usize) -> bool {
    let letter = words.reading.classes(at).contains(Classes::PARTY);
    letter && words.mark(at + 1, b'-') && words.reading.tokens.get(at + 1).is_some_and(Token::glued)
}

/// Where the name begins in a chunk that starts with the field of an office or a country:
/// `Industries and Production | Tariq Aslam Khan`.
fn name_start(words: &Words<'_, '_>, chunk: &Chunk) -> usize {
    let mut first = chunk.first;
    if chunk.title.is_some() {
        return first;
    }
    while first + 2 < chunk.end
        && (words.english(first) && !words.person_name(first) || words.mark(first, b'-'))
    {
        first += 1;
    }
    match words.land(chunk.first) {
        Some(land) if land + 1 < chunk.end => first.max(land),
        _ => first,
    }
}

pub(crate) fn push<'x>(
    words: &Words<'_, 'x>,
    tokens: Range<usize>,
    title: Option<Text<'x>>,
    origin: Origin<'x>,
    strength: Strength,
    out: &mut Vec<Candidate<'x>>,
) {
    let name = words.reading.text_of(tokens.clone());
    out.push(Candidate::new(
        tokens,
        Value::Person { name, title },
        origin,
        strength,
    ));
}

/// Whether given name and surname are nothing else.
fn sure(words: &Words<'_, '_>, tokens: Range<usize>) -> bool {
    !words.is(tokens.start - 1, "at") && words.sure_name(tokens.start) && words.sure_name(tokens.end - 1)
}

/// `the developer Ronald Stone`, `shipowner Nikos Papadimitriou`: who does something may be a person, where given name
/// and surname say so and no list has a company of the name.
fn is_somebody(words: &Words<'_, '_>, doer: usize, tokens: Range<usize>) -> bool {
    let last = tokens.end - 1;
    words.context_at(doer, Context::Doer).is_some()
        && tokens.len() == 2
        && words.classes(tokens.start).contains(Classes::GIVEN_NAME)
        && (words.classes(last).contains(Classes::SURNAME)
            || words.unlisted(last) && words.sure_name(tokens.start))
        && organisation::is_listed(words, tokens.start).is_none()
}

/// `named Ingrid Busch | its chairman`, `named Ana Kovač | group chief executive`
fn office_behind(words: &Words<'_, '_>, end: usize) -> bool {
    let its = end + usize::from(words.reading.tag(end) == Tag::Possessive);
    let first = its + usize::from(words.small(its) && words.reading.is_of(its, Class::OfficeModifier));
    words
        .title_at(first)
        .is_some_and(|hit| !words.capital(hit.end as usize))
}

/// `named Adrian Landmark chief executive`: the title is the object's, not one of a company behind its name.
fn appointed(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let verb =
        tokens.start > 0 && matches!(words.reading.tag(tokens.start - 1), Tag::VerbPast | Tag::VerbPart);
    let closes = words
        .title_at(tokens.end)
        .is_some_and(|title| !words.capital(title.end as usize));
    verb && closes && (words.sure_name(tokens.start) || tokens.len() > 2)
}
