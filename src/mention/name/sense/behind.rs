//! What the words right before and behind a name tell of it: `shares of X`, `X, a maker of …`, `said X of`.

use std::ops::Range;

use super::super::{Body, Context, Title, Words};
use super::apposition::apposition;
use super::business::{
    does_business, is_agent, is_one_of_companies, is_sum, is_ticker, moves_by_figure, owns_asset,
};
use super::everyday::{behind_aside, goes_on_as_one, subject, tells, told};
use super::points::{Points, THING};
use super::somebody::is_whole_and_acts;
use super::{name_word, Open};
use crate::lexicon::{Class, Classes, Label, List, Tag};
use crate::token::Shape;

/// What stands before. Whether it was a phrase that only goes with names of one kind.
pub(super) fn before(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    let start = name.tokens.start;
    if start == 0 || !words.follows(start) {
        return false;
    }
    let settled = by_phrase_before(words, name, points);
    if !settled {
        by_word_before(words, name, points);
    }
    settled
}

/// Phrases before a name that only go with names of one kind: `its former owner,`, `led by`. Whether there is one.
fn by_phrase_before(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    let start = name.tokens.start;
    let last = start - 1;
    // `named Sutarjo as chief executive`
    if words.context_before(start, Context::Appoint).is_some() && office(words, name.tokens.end) {
        points.tell_somebody();
        return true;
    }
    // `the journal Nature`
    let goes_on =
        |at: usize| words.mark(at, b'-') && words.glued(at) || words.is(at, "and") && words.capital(at + 1);
    if words.small(last)
        && words.reading.tag(last) == Tag::Noun
        && words.context_before(start, Context::Body).is_some()
        && !goes_on(name.tokens.end)
    {
        points.tell(4);
        points.named += 4;
        return true;
    }
    // `the agency quoted Sutarjo as saying`
    let end = name.tokens.end;
    let told = matches!(
        words.reading.tag(last),
        Tag::VerbPast | Tag::VerbPart | Tag::VerbS
    );
    if told && words.is(end, "as") && words.is(end + 1, "saying") {
        points.tell_somebody();
        return true;
    }
    // `the bulk carrier Greta Holm`
    if words.context_before(start, Context::Thing).is_some() {
        return true;
    }
    if words.context_before(start, Context::Organisation).is_some()
        || is_agent(words, last) && name.tokens.len() == 1 && words.unlisted(start)
        || words.context_before(start, Context::CompanyAdjective).is_some()
            && start > 1
            && words.mark(start - 2, b'-')
    {
        // `law firm Tods Murray`, but `investor Warren Buffett`
        let last = name.tokens.end - 1;
        let agent = ["er", "or"]
            .iter()
            .any(|agent| words.reading.word(start - 1).ends_with(agent));
        let doer = agent || words.context_before(start, Context::Doer).is_some();
        let named = name.tokens.len() == 1 || words.person_name(last) && doer;
        points.tell(if named { 2 } else { 4 });
        points.named += if words.context_before(start, Context::Organisation).is_some() {
            4
        } else {
            2
        };
        return true;
    }
    if let Some(from) = words.context_before(start, Context::CompanyPhrase) {
        // `according to` goes with whoever speaks.
        let anyone =
            words.is(from, "according") && !name.tokens.clone().any(|at| words.word(at) && words.english(at));
        points.person += if anyone { 2 } else { 0 };
        if words.is(from, "according") {
            points.organisation += 2;
        } else {
            points.tell(2);
            // `director of Corporate Affairs`
            points.named += if words.title_at(from).is_some() { 0 } else { 2 };
        }
        return true;
    }
    // `the debt is owned by Jingye`
    let done = |verb: usize| words.verb_at(verb, Context::Act) && words.reading.tag(verb) != Tag::Noun;
    if words.is(last, "by")
        && last > 0
        && name.tokens.len() == 1
        && words.unlisted(start)
        && !words.mark(name.tokens.end, b'-')
        && done(last - 1)
    {
        points.tell(2);
        return true;
    }
    // `its former owner, Jingye`
    if words.mark(last, b',') && words.context_before(last, Context::Organisation).is_some() {
        points.tell(2);
        return true;
    }
    // `led by Akinwumi Adesina`
    if words.context_before(start, Context::PersonPhrase).is_some() {
        points.person += 3;
        return true;
    }
    if words.is(last, "the") && start > 1 && words.context_before(last, Context::CompanyPhrase).is_some() {
        points.organisation += 2;
        return true;
    }
    // `buyers such as Nordkaffe`
    let example = words.is(last, "like") || words.is(last, "including");
    let example = match words.is(last, "as") && start > 1 && words.is(last - 1, "such") {
        true => Some(last - 1),
        false => example.then_some(last),
    };
    if example.is_some_and(|at| words.context_before(at, Context::Organisation).is_some()) {
        points.tell(2);
        return true;
    }
    // `sold it to Santander for £2bn`
    let sum = words.is(name.tokens.end, "for") && is_sum(words, name.tokens.end + 1);
    if words.is(last, "to") && sum {
        points.tell(4);
        return true;
    }
    false
}

/// Words before a name that go with names of one kind more often than with others.
fn by_word_before(words: &Words<'_, '_>, name: &Open, points: &mut Points) {
    let start = name.tokens.start;
    let last = start - 1;
    // `the competition authority, the CNMC`
    if words.is(last, "the") && start > 2 && words.mark(start - 2, b',') {
        let body = words.context_before(start - 2, Context::Organisation).is_some();
        points.tell(if body { 2 } else { 0 });
    }
    // `In The Chorus`: a work is called so.
    let article = words.is(last, "the") && words.capital(last) && !words.opens(last);
    if article && name.tokens.len() == 1 && name.listed == 0 && words.everyday(start) {
        points.place += THING;
    }
    let token = &words.reading.tokens[start];
    if words.is(last, "the") && token.shape == Shape::Upper && token.end - token.start >= 3 {
        points.organisation += 1;
    }
    if told(words, start) && !words.sure_name(start) {
        points.organisation += 5;
    } else if tells(words, last) && !words.person_name(start) && name.tokens.len() == 1 {
        // `told Handelsblatt`
        points.organisation += 1;
    } else if tells(words, last) && name.tokens.len() > 1 && !name_word(words, &name.tokens) {
        // `told France Bleu`, `told Fox Business`
        let medium = name
            .tokens
            .clone()
            .any(|at| words.place(at).is_some() || words.english(at));
        points.organisation += if medium { 2 } else { 0 };
    }
    if words.genitive(last) {
        let home = words.land_ending(last) || words.place_ending(last);
        match home {
            // `Amsterdam’s Schipol airport`
            true if words.site(name.tokens.end) => points.place += 2,
            true if name_word(words, &name.tokens) || is_whole_and_acts(words, name) => {
                points.organisation += 1
            }
            true => points.organisation += 2,
            false => points.against += 2,
        };
        points.person += i32::from(!home);
    }
    // `its Bosch battery`, but not `its Corolla`.
    let owned = name.listed > 0 && words.small(name.tokens.end);
    if determined(words, start) && !owned {
        points.against += 3;
    }
    if words.context_before(start, Context::Say).is_some() && !words.is(last, "called") {
        // `said Adugna Debela (PhD)`
        let own = |at: usize| {
            words.unlisted(at) || words.reading.tokens[at].shape == Shape::Capitalised && !words.english(at)
        };
        let full = matches!(name.tokens.len(), 2 | 3) && name.tokens.clone().all(own);
        points.person += if full && words.is(last, "said") { 2 } else { 1 };
        points.organisation += 1;
    }
}

/// Whether an office in small letters begins here, or behind `as`, `its`, `new`.
fn office(words: &Words<'_, '_>, at: usize) -> bool {
    let skips = |at: &usize| {
        words.is(*at, "as")
            || matches!(
                words.reading.tag(*at),
                Tag::Possessive | Tag::Determiner | Tag::Adjective
            )
    };
    let first = at
        + (at..at + 3)
            .take_while(|at| skips(at) && words.title_at(*at).is_none())
            .count();
    words.small(first) && words.title_at(first).is_some()
}

/// Whether `its`, `a` or the like goes with a name, over figures and adjectives: `its $7bn Metaplant`.
pub(super) fn determined(words: &Words<'_, '_>, start: usize) -> bool {
    for at in (start.saturating_sub(6)..start).rev() {
        let token = &words.reading.tokens[at];
        match words.reading.tag(at) {
            Tag::Possessive => return true,
            Tag::Determiner => return !words.is(at, "the"),
            Tag::Adjective | Tag::Number => {}
            _ if token.is(b'-') || token.first == b'$' || token.is_number() => {}
            _ => return false,
        }
    }
    false
}

/// What stands behind.
pub(super) fn behind(words: &Words<'_, '_>, name: &Open, points: &mut Points) {
    let Range { start, mut end } = name.tokens;
    let single = end - start == 1;
    // `Sutarjo was appointed chairman`
    if words.reading.tag(end) == Tag::Be
        && words.unlisted(start)
        && words.context_at(end + 1, Context::Appoint).is_some()
        && office(words, end + 2)
    {
        points.tell_somebody();
        return;
    }
    // `Trek Bicycle on Tuesday told`
    if words.is(end, "on") && words.calendar(end + 1) && words.small(end + 2) && !words.closed(end + 2) {
        end += 2;
    }
    let any_english =
        (start..end).any(|at| words.word(at) && words.english(at) && (single || !words.person_name(at)));
    // `Sudbury mayor`, `Tahlee police`
    if words.small(end) && words.context_at(end, Context::PlaceAsset).is_some() && name.listed == 0 {
        points.place += 4;
        return;
    }
    if words.genitive(end) {
        by_possession(words, name, end, points);
        return;
    }
    if !words.follows(end) {
        return;
    }
    let small = words.small(end);
    let verb = acts_at(words, end);
    // `Grant Fields`: whose first word people are called by.
    let given = words.classes(start).contains(Classes::GIVEN_NAME);
    // `U.S. Grain`, `Nebraska Republican`
    let placed = words.place(start).is_some() || words.place(end - 1) == Some(end);
    let somebody = given || !any_english && name_word(words, &name.tokens);
    if name.listed > 0 && single && is_ticker(words, end) {
        points.tell(4);
    }
    if name.listed > 0 && small && goes_on_as_one(words, end) && words.reading.tag(end) != Tag::Preposition {
        // `Delta cut its forecast`
        points.tell(3);
    }
    let loose = words.opens(start) && words.everyday(start);
    // `Arrival was delayed`, but not `Seat was the only one`
    let tag = words.reading.tag(end);
    let next = words.reading.tag(end + 1);
    let is = single && loose && tag == Tag::Be && !matches!(next, Tag::Determiner | Tag::Negation);
    if name.listed > 0 && !is && subject(words, &name.tokens) {
        points.organisation += 1;
    }
    if single && (name.listed > 0 && !loose || words.unlisted(start)) && moves_by_figure(words, end) {
        points.tell(2);
    }
    let next = Next {
        end,
        verb,
        single,
        english: any_english,
        unnamed: any_english && !single && !somebody && !placed,
    };
    by_next(words, name, next, points);
    // Nobody who is a person has `its` things.
    let owns = goes_on_as_one(words, verb);
    let whole = name.listed > 0 || owns;
    if !single && !somebody && (any_english && !placed || whole) && acts(words, verb) && !words.inside(start)
    {
        points.organisation += i32::from(any_english) + i32::from(whole) + i32::from(owns);
        points.named += if whole { 2 } else { 0 };
    }
    if single && !words.english(start) {
        by_verb_of_single(words, start, end, points);
    }
}

/// What stands behind a name: where it begins, where its verb stands, and what the name is like.
#[derive(Clone, Copy)]
struct Next {
    end: usize,
    verb: usize,
    /// The name is one word.
    single: bool,
    /// One of its words is English.
    english: bool,
    /// It is of several words that name neither a person nor a place.
    unnamed: bool,
}

/// What somebody or something has: `Nordkaffe's plant`.
fn by_possession(words: &Words<'_, '_>, name: &Open, end: usize, points: &mut Points) {
    let start = name.tokens.start;
    let single = name.tokens.len() == 1;
    if words.context_at(end + 1, Context::PersonAsset).is_some() && name.listed == 0 {
        points.tell_somebody();
    } else if name.listed > 0 && single && is_ticker(words, end + 1) {
        points.tell(4);
    } else if owns_asset(words, end + 1) {
        points.tell(2);
        points.named += 2;
    } else if words.title_at(end + 1).is_some() && words.small(end + 1) {
        points.tell(2);
    } else if words.capital(end + 1) || words.small(end + 1) && single && words.unlisted(start) {
        points.organisation += 1;
    }
}

/// What the verb, noun, title or mark right behind tells.
fn by_next(words: &Words<'_, '_>, name: &Open, next: Next, points: &mut Points) {
    let Next {
        end,
        verb,
        single,
        english,
        unnamed,
    } = next;
    let start = name.tokens.start;
    let small = words.small(end);
    if words.verb_at(end, Context::Say) {
        if single {
            points.organisation += 2;
            points.person += 2;
        } else if english {
            points.organisation += 2;
        } else {
            points.person += 2;
        }
    } else if small && words.context_at(end, Context::PersonAct).is_some() {
        points.person += 2;
    } else if words.verb_at(verb, Context::Act)
        || !single && is_auxiliary(words, verb) && words.context_at(verb + 1, Context::Act).is_some()
    {
        // `Loft raised a $100m round`
        let raises = words.context_at(verb, Context::Act).is_some()
            && name.listed == 0
            && !name_word(words, &name.tokens)
            && words.reading.is_of(verb, Class::Raises)
            && (verb + 1..verb + 4).any(|at| is_sum(words, at));
        if raises {
            points.tell(4);
            points.named += 4;
        }
        // `Spirited Away won an award`: works and people do
        let honour = (verb + 1..verb + 6).any(|at| words.context_at(at, Context::Honour).is_some());
        let wins = words.reading.is_of(verb, Class::Wins);
        if honour && wins && name.listed == 0 {
            // `Dibaba set a record`
            points.person += if single || english { 0 } else { 3 };
            return;
        }
        points.organisation += if single || english { 2 } else { 1 };
        points.named += if unnamed { 2 } else { 0 };
        // `Quinta do Sol ships wine`, `Aselsa Optronik won a contract`: nobody is called so, and people do not
        if !single && !english && !name_word(words, &name.tokens) && does_business(words, verb) {
            points.organisation += 1;
        }
    } else if is_one_of_companies(words, verb) {
        points.tell(2);
        points.named += 2;
    } else if words.is_house(start, end) && name.listed == 0 {
        points.tell_somebody();
    } else if let Some(body) = words.body(&name.tokens) {
        points.tell(if body == Body::Near { 4 } else { 2 });
        points.named += if body == Body::Near { 4 } else { 0 };
        // Whatever article stands before: `the Green Dawn party`.
        points.bare += i32::from(!words.opens(start));
    } else if small && words.context_at(end, Context::Organisation).is_some() && !words.site(end) {
        // `Polysilicon producer Tongwei`: what is produced, by a company named next.
        // `FMCG maker Norvik`
        let upper = name.listed == 0 && words.reading.tokens[start].shape == Shape::Upper;
        let goods = single && (words.opens(start) || upper) && words.capital(end + 1);
        let loose = goods || words.opens(start) && words.all_common(start..end);
        if words.context_at(end, Context::Asset).is_none() && !loose {
            points.tell(2);
        }
    } else if let Some(title) = words.title_at(end).filter(|_| small) {
        // `appointed Mothilal de Silva chairman.`, but `Norvik chairman Amina Okello`
        let last = title.end as usize;
        let glued = (start + 1..end).all(|at| words.glued(at));
        let closes = !glued && (words.mark(last, b'.') || words.mark(last, b',') || words.mark(last, b';'));
        match closes && !single && !english {
            true => points.person += 3,
            false => points.organisation += 2,
        }
        points.named += if speaks_for(words, name, title) { 4 } else { 0 };
    } else if words.mark(end, b',') {
        apposition(words, &name.tokens, points);
    } else if !single && !english {
        let place_of_work = words.is(end, "of") || words.is(end, "from") || words.is(end, "at");
        if place_of_work && (words.is(end + 1, "the") || words.capital(end + 1)) {
            points.person += 1;
            // `Jall Braganson of the opposition Green Union told them`
            let told = (end + 2..end + 10)
                .take_while(|&at| words.follows(at) && (words.word(at) || words.mark(at, b'-')))
                .any(|at| words.verb_at(at, Context::Say) || tells(words, at));
            points.person += i32::from(told && words.place(end + 1).is_none());
        } else if (end..end + 4).any(|at| {
            // `X goes on to become chairman`, `X has been made chairman`
            let joint =
                words.is(at, "to") || words.is(at, "as") || words.context_at(at, Context::Appoint).is_some();
            joint && words.title_at(at + 1).is_some()
        }) {
            points.person += 3;
        }
    }
}

/// `said Global Insight | analyst Ana Roe`: somebody who is named next is in what everyday words name.
fn speaks_for(words: &Words<'_, '_>, name: &Open, title: Title) -> bool {
    let Range { start, end } = name.tokens;
    let next = title.end as usize;
    let office = matches!(title.label, Label::Corporate | Label::Media | Label::Academic);
    let named = words.capital(next) && words.follows(next) && words.sure_name(next);
    let last = words
        .reading
        .lexicon
        .word(words.reading.ids[end - 1])
        .tags
        .first();
    // `Federal prosecutor`, `Internet analyst`
    let whose = end - start > 1 && last != Tag::Adjective;
    office && named && whose && !words.opens(start) && !name_word(words, &name.tokens)
}

/// Whether a verb helps the one behind it: `will | build`, `has | won`.
pub(super) fn is_auxiliary(words: &Words<'_, '_>, at: usize) -> bool {
    matches!(words.reading.tag(at), Tag::Modal | Tag::Have) && words.small(at)
}

/// What the form of a verb behind a name of one word tells that no list of English has.
fn by_verb_of_single(words: &Words<'_, '_>, start: usize, end: usize, points: &mut Points) {
    let tag = words.reading.tag(end);
    // `Docapesca is to build`
    let next = words.reading.tag(end + 1);
    let is_to = tag == Tag::Be && matches!(next, Tag::To | Tag::VerbIng);
    let whole =
        (matches!(tag, Tag::Modal | Tag::Have) || is_to) && words.unlisted(start) && words.opens(start);
    // `a contract with Ciclofusão of Águeda`
    if words.is(end, "of") && words.place(end + 1).is_some() && words.unlisted(start) {
        points.organisation += 2;
    }
    let verb = matches!(tag, Tag::Modal | Tag::Have | Tag::Be)
        || matches!(tag, Tag::VerbS | Tag::VerbPast) && points.organisation == 0 && words.unlisted(start);
    points.organisation += i32::from(verb) + i32::from(whole);
}

/// Whether a verb with a subject of its own stands at a token.
fn acts(words: &Words<'_, '_>, at: usize) -> bool {
    let finite = match words.reading.tag(at) {
        Tag::Modal | Tag::Have | Tag::VerbS | Tag::VerbPast => true,
        Tag::Be => words.reading.tag(at + 1) == Tag::VerbIng,
        _ => false,
    };
    words.small(at) && finite
}

/// Where the verb of a name stands: behind an adverb, a day, `of Perth`, or what it is between commas.
fn acts_at(words: &Words<'_, '_>, end: usize) -> usize {
    const LONG: usize = 12;
    let comma = |at: usize| words.mark(at, b',');
    // `X of Perth bought`, `X, of Perth, bought`, `X, by contrast, bought`
    let aside = comma(end) && words.reading.tag(end + 1) == Tag::Preposition;
    let behind = if aside {
        let close = (end + 2..end + LONG).find(|at| comma(*at) || !words.follows(*at));
        close.filter(|close| comma(*close)).map_or(end, |close| close + 1)
    } else {
        behind_aside(words, end)
    };
    let light =
        |at: usize| words.reading.tag(at) == Tag::Adverb || words.reading.hit(at, List::Calendar).is_some();
    (behind..behind + 2).find(|at| !light(*at)).unwrap_or(behind)
}
