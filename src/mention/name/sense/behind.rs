//! What the words right behind a name tell of it: `X, a maker of …`, `X raised $3m`, `X’s plant`.

use std::ops::Range;

use super::super::{Body, Context, Title, Words};
use super::apposition::apposition;
use super::before::office;
use super::business::{
    deed, does_business, goes_on_as_thing, is_one_of_companies, is_sum, is_ticker, moves_by_figure,
    owns_asset,
};
use super::everyday::{behind_aside, goes_on_as_one, plans, subject, tells};
use super::points::{Points, THING};
use super::{name_word, Open};
use crate::lexicon::{Class, Classes, Label, List, Lists, Tag};
use crate::token::Shape;

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
    // `units of the Norlan heart valve`
    if name.listed == 0 && (start..end).any(|at| words.unlisted(at)) && leads_goods(words, start, end) {
        points.place += THING;
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
    let is = is && !plans(words, end);
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
    by_trade(words, name, next, points);
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

/// `the Norlan heart valve`, `1,900 Norlan stents`: goods are called so.
fn leads_goods(words: &Words<'_, '_>, start: usize, end: usize) -> bool {
    let tag = |at: usize| words.reading.tag(at);
    let led = start > 0
        && words.follows(start)
        && matches!(tag(start - 1), Tag::Determiner | Tag::Possessive | Tag::Number);
    let goods = |at: usize| {
        let mut hits = words.reading.hits_of(at, Lists::of(&[List::ProductWords]));
        let hit = hits.find(|hit| matches!(hit.label, Label::Product | Label::Goods));
        hit.is_some_and(|hit| {
            let last = hit.end as usize;
            !(words.small(last) && tag(last).is_noun())
        })
    };
    led && (end..end + 3)
        .take_while(|&at| {
            words.small(at) && words.follows(at) && (tag(at).is_noun() || tag(at) == Tag::Adjective)
        })
        .any(goods)
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
        // `Ferrella's Ichiro Hanamoto said`
        let speaker = single && words.unlisted(start) && words.capital(end + 1) && words.capital(end + 2);
        let says = words.verb_at(end + 3, Context::Say);
        points.organisation += i32::from(speaker && says);
        let sold = || {
            words
                .reading
                .hits_of(end + 1, Lists::of(&[List::ProductWords]))
                .next()
        };
        points.organisation += 1 + i32::from(single && words.unlisted(start) && sold().is_some());
    }
}

/// What only a company is told to do or have, and the pronouns that go back to it: `Seri Tambak reported a net loss`,
/// `Ardoise Minerve said it had closed`.
fn by_trade(words: &Words<'_, '_>, name: &Open, next: Next, points: &mut Points) {
    let Range { start, end } = name.tokens;
    if name.listed > 0 || next.single && !words.unlisted(start) || words.inside(start) {
        return;
    }
    let led = start > 0 && words.follows(start) && words.reading.tag(start - 1) == Tag::Preposition;
    // `the latest Class B will`
    let determined = |at: usize| at > 0 && words.reading.tag(at - 1) == Tag::Determiner;
    let adjective = start > 0 && words.reading.tag(start - 1) == Tag::Adjective;
    let thing = words.follows(start)
        && (determined(start)
            || adjective && determined(start - 1)
            || start > 0 && words.mark(start - 1, b','));
    // `X, which has four plants`
    let which = words.mark(end, b',') && words.is(end + 1, "which");
    let verb = if which { end + 2 } else { next.verb };
    let deed = if thing || led && !which {
        0
    } else {
        deed(words, verb)
    };
    points.tell(deed);
    points.proof |= deed > 0;
    // `Flight MH370 went missing on its way`
    let own = (start..end).any(|at| words.unlisted(at) && !words.reading.has_digit(at));
    if !led && !thing && own && goes_on_as_thing(words, end) {
        points.tell(2);
    }
}

/// Whether a colon behind the label of a line opens a sentence on a company: `Anadolu Mobilya: The furniture group will`.
fn is_label_of_company(words: &Words<'_, '_>, end: usize) -> bool {
    /// As many words as may stand before the noun: `The Kayseri white-goods maker`.
    const BEFORE: usize = 6;
    let opens = words.mark(end, b':') && words.is(end + 1, "the");
    let mut near =
        (end + 2..end + 2 + BEFORE).take_while(|at| !words.mark(*at, b'.') && !words.mark(*at, b','));
    opens && near.any(|at| words.context_at(at, Context::Organisation).is_some())
}

/// What the verb, noun, title or mark right behind tells.
fn by_next(words: &Words<'_, '_>, name: &Open, next: Next, points: &mut Points) {
    let Next {
        end,
        verb,
        single,
        english,
        ..
    } = next;
    let start = name.tokens.start;
    let small = words.small(end);
    if words.mark(end, b',') {
        apposition(words, &name.tokens, points);
    }
    if words.opens(start) && is_label_of_company(words, end) {
        points.tell(4);
        points.named += 4;
    }
    if words.verb_at(end, Context::Say) {
        if single {
            points.organisation += 2;
            points.person += 2;
        } else if english {
            points.organisation += 2;
        } else if !goes_on_as_thing(words, end) {
            points.person += 2;
        }
    } else if small && words.context_at(end, Context::PersonAct).is_some() {
        points.person += 2;
    } else if words.verb_at(verb, Context::Act)
        || !single && is_auxiliary(words, verb) && words.context_at(verb + 1, Context::Act).is_some()
    {
        by_deed(words, name, next, points);
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
    } else if !single && !english && !words.mark(end, b',') {
        by_work_or_office(words, end, points);
    }
}

/// What the verb of a name tells that acts as companies do.
fn by_deed(words: &Words<'_, '_>, name: &Open, next: Next, points: &mut Points) {
    let Next {
        verb,
        single,
        english,
        unnamed,
        ..
    } = next;
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
}

/// What tells of somebody behind a name of several words: `X of the opposition told them`, `X has been made chairman`.
fn by_work_or_office(words: &Words<'_, '_>, end: usize, points: &mut Points) {
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

/// `said Harbour Insight | analyst Ana Roe`: somebody who is named next is in what everyday words name.
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
    let acts = matches!(tag, Tag::VerbS | Tag::VerbPast)
        && points.organisation == 0
        && words.unlisted(start)
        && words.english(end)
        && words.context_at(end, Context::Asset).is_none()
        && words.is_on_business();
    // `Docapesca to build a port`
    let headline = words.opens(start) && words.unlisted(start) && tag == Tag::To && plans(words, end);
    points.organisation += i32::from(verb) + i32::from(whole || acts && points.person == 0);
    points.organisation += if headline { 2 } else { 0 };
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
    let aside = comma(end)
        && (matches!(
            words.reading.tag(end + 1),
            Tag::Preposition | Tag::VerbPart | Tag::Adverb
        ) || words.is(end + 1, "which"));
    let home = words
        .is(end, "of")
        .then(|| words.place(end + 1))
        .flatten()
        .filter(|_| words.follows(end));
    let behind = if let Some(home) = home {
        home
    } else if aside {
        let close = (end + 2..end + LONG).find(|at| comma(*at) || !words.follows(*at));
        close.filter(|close| comma(*close)).map_or(end, |close| close + 1)
    } else {
        behind_aside(words, end)
    };
    let light = |at: usize| {
        words.reading.tag(at) == Tag::Adverb
            || words.reading.hit(at, List::Calendar).is_some()
            // `Nishiki on Monday cut`, `Nishiki last month cut`
            || words.reading.hit(at + 1, List::Calendar).is_some()
                && (words.is(at, "on") || words.reading.tag(at) == Tag::Adjective)
            || at > 0 && words.reading.hits_at(at - 1).iter().any(|hit| hit.list == List::Calendar && hit.end as usize > at)
    };
    (behind..behind + 3).find(|at| !light(*at)).unwrap_or(behind)
}
