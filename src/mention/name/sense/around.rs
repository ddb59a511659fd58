//! What the form of a name and the words around one place of it tell.

use std::ops::Range;

use super::super::super::organisation;
use super::super::{Context, Words};
use super::before::{before, determined};
use super::behind::behind;
use super::points::{Points, THING};
use super::{office, Open};
use crate::lexicon::{Classes, Form, Keyword as K, Keywords, List};
use crate::token::Shape;

/// What the words around one place tell.
pub(super) fn weigh(words: &Words<'_, '_>, name: &Open) -> Points {
    let mut points = Points {
        organisation: name.listed,
        ..Points::default()
    };
    let Range { start, end } = name.tokens;
    lists(words, name, &mut points);
    let phrase = before(words, name, &mut points);
    behind(words, name, &mut points);
    // `Key Clinton aide`
    let whose = end - start == 2 && words.opens(start) && words.common(start) && words.person_name(end - 1);
    if name.before_title && !whose && !office(words, &name.tokens) {
        points.organisation += 2;
    }
    // `Instant Brands`: a head noun, and capitals that do not come from the head of the sentence.
    let bare = !words.opens(start) && !determined(words, start) && !words.is(start - 1, "the");
    if name.listed > 0 && end - start > 1 && bare {
        points.organisation += 1;
    }
    // `Prairie Ridge Foods`: the capitals behind the first are their own, even at the head of the sentence.
    let own = bare && !words.genitive(start - 1)
        || words.opens(start) && end - start > 1 && words.capital(start + 1);
    points.bare += i32::from(own);
    if words.sure_name(start)
        && end - start > 1
        && words.classes(start).contains(Classes::GIVEN_NAME)
        && !words.inside(start)
        && !words.site(end)
        && !words.brand(end)
        && words.body(&name.tokens).is_none()
        && words.context_before(start, Context::Thing).is_none()
    {
        points.person += 2;
        points.given = true;
    }
    // `Leicestershire-based`, `Google-owned`
    if words.mark(end, b'-') && words.glued(end) {
        let held = words.reading.among(
            end + 1,
            const { Keywords::of(&[K::Owned, K::Backed, K::Controlled, K::Led]) },
        );
        if held && (name.listed > 0 || words.unlisted(end - 1)) {
            points.tell(if name.listed > 0 { 4 } else { 2 });
        } else if words.context_at(end + 1, Context::CompanyAdjective).is_some() {
            points.place += 4;
        }
    }
    if !phrase && start > 0 && words.follows(start) {
        if words.is(start - 1, "in") || words.is(start - 1, "near") {
            points.place += 2;
        } else if words.is(start - 1, "from") || words.is(start - 1, "at") || words.is(start - 1, "to") {
            points.place += 1;
        }
    }
    // `Brackenhill Builders`, `at Goodbody Stockbrokers`: those who do something
    let doers = || {
        ["ers", "ors"]
            .iter()
            .any(|doers| words.reading.word(end - 1).ends_with(doers))
    };
    let plural = end - start > 1
        && bare
        && words.unlisted(start)
        && words.everyday(end - 1)
        && words.capitalised_plural(end - 1)
        && doers();
    points.organisation += if plural { 2 } else { 0 };
    if end - start == 1 && is_coined(words, start) {
        points.organisation += 1;
    }
    // `Toyota Egypt`: a name with a country behind it.
    if end - start > 1
        && words.land(end - 1) == Some(end)
        && (!words.english(start) || organisation::is_listed(words, start).is_some())
        && words.place(start).is_none()
        // `S Asia`
        && words.reading.word(start).len() > 1
    {
        points.organisation += if words.unlisted(start) { 3 } else { 1 };
    }
    // `SBC Warburg`: nobody is called so.
    let acronym = (start..end).any(|at| is_acronym(words, at));
    let own = (start..end).any(|at| !is_acronym(words, at) && !words.english(at));
    let initials = words.reading.word(start).len() == 2;
    if acronym && own && points.person <= if initials { 1 } else { 2 } {
        points.organisation += std::mem::take(&mut points.person);
    }
    points
}

/// Two capitals or more that are no initials.
pub(super) fn is_acronym(words: &Words<'_, '_>, at: usize) -> bool {
    let token = &words.reading.tokens[at];
    token.shape == Shape::Upper
        && token.end - token.start > 1
        && !words.reading.word(at).contains('.')
        && !words.person_name(at)
        && !words.initials(at)
}

/// Other lists speak for their own finders.
fn lists(words: &Words<'_, '_>, name: &Open, points: &mut Points) {
    let Range { start, end } = name.tokens;
    for hit in words.reading.hits_at(start) {
        if hit.end as usize != end {
            continue;
        }
        let place = match hit.list {
            // `the Hamden, Conn., maker of saws`
            List::Admin1 if words.reading.word(start).ends_with('.') => THING,
            List::Countries | List::Admin1 | List::Regions => 3,
            List::Cities if hit.form == Form::Name => 3,
            List::VehicleModels | List::Acronyms => 3,
            List::Cities | List::Currencies | List::Units => 1,
            _ => 0,
        };
        // A maker that is called as its town is the likelier.
        points.place = points.place.max(match name.listed {
            0 => place,
            _ => place.min(1),
        });
    }
}

/// `BlueScope`, but not `McAllister`, `DiCaprio`, `O'Neill`: small letters between capitals.
fn is_coined(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.reading.word(at);
    let second = word.bytes().skip(1).position(|byte| byte.is_ascii_uppercase());
    words.reading.tokens[at].shape == Shape::Mixed && second.is_some_and(|small| small >= 3)
}
