//! What a name without a telling form is, decided from all its places in the article.
//!
//! Each place gives points by the words around it: `shares of X`, `X’s chief executive`, `the carrier X`
//! speak for a company, `X, a former chairman` and `said X of` for a person, `in X` for a place. Points are
//! summed over the places where the article has the same words, and the clear winner takes them all.

mod apposition;
mod article;
mod beside;
mod business;
mod everyday;
mod other;
mod points;
mod rivals;
mod somebody;

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::super::{here, organisation, person, Candidate, Hashes, Kind, Strength};
use super::{Context, Words};
use crate::lexicon::{Classes, Form, Keyword as K, Keywords, Label, List};
use crate::token::Shape;
use article::{Acronyms, NamedInFull, Neighbours, Repeats};
use beside::{before, behind, determined};
use everyday::everyday;
use other::{is_no_name, is_other_name};
use points::{Points, THING};
use rivals::Rivals;

/// A run of words that is a name, but of what is open.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    pub(crate) tokens: Range<usize>,
    /// A title or role follows: `UAW president`.
    pub(crate) before_title: bool,
    /// Points that a list gives it: names that are words or surnames as well.
    pub(crate) listed: i32,
}

/// Weighs the open names of an article, and adds what is clear. The names that are settled stand in `out` from `from`
/// on.
pub(super) fn settle<'x>(words: &Words<'_, 'x>, open: &[Open], from: usize, out: &mut Vec<Candidate<'x>>) {
    let mut people = Vec::new();
    let mut rivals = Rivals::default();
    let mut in_full = NamedInFull::new(words, open);
    let mut near = Neighbours::new(words.reading.tokens.len());
    let mut near_people = Neighbours::new(words.reading.tokens.len());
    for candidate in &out[from..] {
        let tokens = candidate.first as usize..candidate.end as usize;
        match candidate.kind() {
            Kind::Person => {
                in_full.add_person(words, &tokens);
                rivals.add(words, candidate);
                near_people.add(&tokens);
                people.extend(words.reading.tokens[tokens].iter().map(|token| token.hash));
            }
            Kind::Organisation => {
                in_full.add_company(words, &tokens);
                near.add(&tokens);
            }
            _ => {}
        }
    }
    let repeats = Repeats::new(words, open);
    let acronyms = Acronyms::new(words);
    // The same words have one sum: the place of each name's in `sums`.
    let mut places: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(open.len(), FxBuildHasher);
    let mut sums: Vec<Points> = Vec::new();
    let mut sum_of = Vec::with_capacity(open.len());
    for name in open {
        let place = *places.entry(key(words, &name.tokens)).or_insert(sums.len());
        if place == sums.len() {
            sums.push(Points::default());
        }
        sum_of.push(place);
    }
    // Whole names first: who is somebody by what is said around a whole name is so by one word of it.
    for (name, place) in open.iter().zip(&sum_of).filter(|(name, _)| name.tokens.len() > 1) {
        let sum = &mut sums[*place];
        sum.add(weigh_whole(words, name, &repeats));
        if acronyms.are_spelt_by(words, &name.tokens) {
            sum.tell(4);
            sum.named += 4;
        }
    }
    for (name, place) in open.iter().zip(&sum_of) {
        somebody::list_member(words, name, &mut near_people, &mut sums[*place]);
    }
    for (name, place) in open.iter().zip(&sum_of).rev() {
        somebody::list_member(words, name, &mut near_people, &mut sums[*place]);
    }
    for (name, place) in open.iter().zip(&sum_of) {
        if name.tokens.len() > 1 && is_person(words, name, &sums[*place]) {
            in_full.add_person(words, &name.tokens);
            people.extend(
                words.reading.tokens[name.tokens.clone()]
                    .iter()
                    .map(|token| token.hash),
            );
        }
    }
    let people = Hashes::of(people);
    // `Campbell's relay triumph`, where Darren Campbell ran
    out.retain(|candidate| !is_somebodys(words, candidate, &people));
    for (name, place) in open
        .iter()
        .zip(&sum_of)
        .filter(|(name, _)| name.tokens.len() == 1)
    {
        sums[*place].add(weigh_word(words, name, &people, &in_full, &repeats));
    }
    // Members of one list are of one kind: `Infinix, VGO Tel and Samsung`. Once forwards, once backwards.
    for (name, place) in open.iter().zip(&sum_of) {
        list_member(words, name, &mut near, &mut sums[*place]);
    }
    for (name, place) in open.iter().zip(&sum_of).rev() {
        list_member(words, name, &mut near, &mut sums[*place]);
    }
    for (name, place) in open.iter().zip(&sum_of) {
        if is_among(words, name, &near_people) {
            near_people.add(&name.tokens);
            sums[*place].person += 3;
        }
    }
    rivals.settle(words, &places, &mut sums, &mut out[from..]);
    // Whole names first: whoever is introduced goes on by the last of them.
    let mut surnames = Vec::new();
    let stands = |name: &Open, sum: &Points| {
        !everyday(words, name, sum) && !is_other_name(words, name) && !is_no_name(words, name, sum)
    };
    for (name, place) in open.iter().zip(&sum_of).filter(|(name, _)| name.tokens.len() > 1) {
        let from = out.len();
        if stands(name, &sums[*place]) {
            push(words, name, &sums[*place], out);
        }
        let people = out[from..].iter().filter(|found| found.kind() == Kind::Person);
        surnames.extend(people.map(|found| words.reading.tokens[found.end as usize - 1].hash));
    }
    let surnames = Hashes::of(surnames);
    for (name, place) in open
        .iter()
        .zip(&sum_of)
        .filter(|(name, _)| name.tokens.len() == 1)
    {
        let surname = name.listed == 0 && surnames.contains(words.reading.tokens[name.tokens.start].hash);
        if !surname && stands(name, &sums[*place]) {
            push(words, name, &sums[*place], out);
        }
    }
}

/// Whether a listed name with an ending of its own (`Campbell's`) is what somebody has of whom the article tells.
fn is_somebodys(words: &Words<'_, '_>, candidate: &Candidate<'_>, people: &Hashes) -> bool {
    let first = candidate.first as usize;
    candidate.end as usize == first + 2
        && candidate.kind() == Kind::Organisation
        && words.genitive(first + 1)
        && people.contains(words.reading.tokens[first].hash)
}

/// What the words around one place of a name of several tell, and what the article tells of its last word.
fn weigh_whole(words: &Words<'_, '_>, name: &Open, repeats: &Repeats) -> Points {
    let mut points = weigh(words, name);
    if repeats.has_surname(words, name) {
        points.person += 2;
    }
    somebody::weigh(words, name, &mut points);
    points
}

/// What the words around one place of a single word tell, and what the article tells of longer names with it.
fn weigh_word(
    words: &Words<'_, '_>,
    name: &Open,
    people: &Hashes,
    in_full: &NamedInFull,
    repeats: &Repeats,
) -> Points {
    let mut points = weigh(words, name);
    if words.is_called(name.tokens.start) {
        points.tell_somebody();
    }
    // Nobody is introduced by one bare word: if no fuller name has it, it is no person's.
    let token = words.reading.tokens[name.tokens.start].hash;
    // `Dole` in an article that has introduced Bob Dole, and no Dole Food.
    let somebody = in_full.is_surname(token);
    if somebody {
        points.organisation -= name.listed;
    }
    if people.contains(token) && (name.listed == 0 || somebody) {
        points.surname = true;
        points.organisation = 0;
    } else if points.person > 0 && points.person == points.organisation {
        match words.person_name(name.tokens.start) {
            true => points.organisation = 0,
            false => points.person = 0,
        }
    }
    if name.listed == 0 && repeats.is_surname(words, name) {
        points.organisation = 0;
    }
    points
}

/// Adds a name as what its points make it, if they are enough.
fn push<'x>(words: &Words<'_, 'x>, name: &Open, sum: &Points, out: &mut Vec<Candidate<'x>>) {
    let tokens = name.tokens.clone();
    if let Some(end) = firm_of_somebody(words, &tokens).filter(|_| sum.is_organisation()) {
        let origin = here!("organisation.context");
        organisation::push(words, tokens.start..end, origin, Strength::Fair, out);
        person::push(
            words,
            end..tokens.end,
            None,
            here!("person.context"),
            Strength::Fair,
            out,
        );
    } else if sum.is_organisation() {
        // What is said to be a company is one, whatever town is called so.
        let strength = match sum.telling >= TOLD && sum.named >= TOLD {
            true => Strength::Strong,
            false => Strength::Fair,
        };
        organisation::push(words, tokens, here!("organisation.context"), strength, out);
    } else if is_person(words, name, sum) {
        person::push(words, tokens, None, here!("person.context"), Strength::Fair, out);
    }
}

/// Whether the points make a name a person's, and it has the form of one.
fn is_person(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    let tokens = &name.tokens;
    // `Do Ha Nam, vice-chairman of …`: what is said behind it speaks for a first word that is none.
    // So does it for initials: `CS Vigneshwar, president of …`.
    let initials = tokens.len() == 2 && is_acronym(words, tokens.start);
    let spoken_for = sum.person >= 4 && words.common(tokens.start) || sum.person >= 3 && initials;
    sum.is_person()
        && !sum.is_organisation()
        && (tokens.len() > 1 || is_mononym(words, tokens, sum))
        && (organisation::is_listed(words, tokens.start).is_none() || is_introduced(words, name, sum))
        && person::may_name(words, tokens.clone(), spoken_for)
}

/// `Sutarjo, 54, will lead`: of one word that no list knows its surroundings say that it is somebody's whole name.
fn is_mononym(words: &Words<'_, '_>, tokens: &Range<usize>, sum: &Points) -> bool {
    // Not the second line of a longer one.
    let start = tokens.start;
    let broken = start > 0 && !words.follows(start) && words.capital(start - 1);
    sum.somebody
        && !broken
        && words.unlisted(start)
        && words.reading.tokens[start].shape == Shape::Capitalised
}

/// `ferry group DFDS | Anna Roe`: the end of a listed name that given name and surname stand behind.
fn firm_of_somebody(words: &Words<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
    let end = organisation::is_listed(words, tokens.start)?;
    let given = words.classes(end).contains(Classes::GIVEN_NAME) && words.sure_name(end);
    (end + 2 == tokens.end && is_acronym(words, tokens.start) && given && words.sure_name(end + 1))
        .then_some(end)
}

/// `Heineken Lokpobiri, the junior oil minister`: what is said behind it tells of a person, though the first word is a
/// company's, and the last one is no company's.
fn is_introduced(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    const TOLD: i32 = 3;
    let last = name.tokens.end - 1;
    name.tokens.len() == 2 && sum.person >= TOLD && (words.unlisted(last) || words.sure_name(last))
}

/// Points by which words around a name tell of a company once and for all.
const TOLD: i32 = 4;

/// How many tokens may describe the next member of a list: `and state-owned X`.
const DESCRIBED: usize = 4;

/// Adds points to a name that stands in a list with known organisations, and makes it known in its turn.
fn list_member(words: &Words<'_, '_>, name: &Open, near: &mut Neighbours, sum: &mut Points) {
    let Range { start, end } = name.tokens;
    // `Danube Tramways and state-owned Kenya Railways`
    let described = |at: usize| {
        let adjective = |at: &usize| {
            (words.small(*at) || words.demonym(*at) == Some(*at + 1)) && words.follows(*at + 1)
                || words.mark(*at, b'-')
        };
        (at..at + DESCRIBED)
            .take_while(adjective)
            .last()
            .map(|last| last + 1)
    };
    // `Carrefour and the German chain Edeka`
    let compound = (end - start > 1 && sum.bare > 0 || name.listed > 0 && !words.opens(start))
        && words.is(end, "and")
        && described(end + 1).is_some_and(|next| near.begins(next));
    let comma_or_and = |at: usize| {
        let hyphen = words.mark(at, b'-') || words.mark(at, b'/');
        let joint = words.reading.among(at, const { Keywords::of(&[K::And, K::Or]) });
        words.mark(at, b',') || joint || hyphen && words.capital(at + 1)
    };
    let after =
        comma_or_and(end) && (near.begins(end + 1) || words.is(end + 1, "and") && near.begins(end + 2));
    let before = start > 1
        && comma_or_and(start - 1)
        && (near.ends(start - 1)
            || words.is(start - 1, "and") && words.mark(start - 2, b',') && near.ends(start - 2));
    // Once only: one further member is no better ground than the first.
    let other = || name.listed == 0 && !compound && everyday(words, name, sum);
    let beside = after || before || compound;
    if beside && !sum.listed && !sum.surname && !other() && !name_word(words, &name.tokens) {
        sum.organisation += 2;
        sum.named += if compound { 2 } else { 0 };
        sum.listed = true;
    }
    if sum.is_organisation() && !everyday(words, name, sum) {
        near.add(&name.tokens);
    }
}

/// `Carl Aycock, | Stiles Kellett, | Gordon Macklin`: two words that no list of English has, between people.
fn is_among(words: &Words<'_, '_>, name: &Open, near: &Neighbours) -> bool {
    let Range { start, end } = name.tokens;
    let own = |at: usize| words.reading.tokens[at].shape == Shape::Capitalised && !words.english(at);
    let joins = |at: usize| words.mark(at, b',') || words.is(at, "and");
    (2..=3).contains(&(end - start))
        && name.listed == 0
        && start > 1
        && (start..end).all(own)
        && words.mark(start - 1, b',')
        && near.ends(start - 1)
        && joins(end)
        && (near.begins(end + 1)
            || words.is(end + 1, "and") && near.begins(end + 2)
            || words.is(end, "and") && words.capital(end + 1)
            || words.capital(end + 1) && words.capital(end + 2) && joins(end + 3))
}

/// Whether a given name or surname stands in the run.
fn name_word(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| words.sure_name(at))
}

/// The words of a name, folded, as a number.
fn key(words: &Words<'_, '_>, tokens: &Range<usize>) -> u64 {
    words.reading.tokens[tokens.clone()]
        .iter()
        .fold(0, |key: u64, token| {
            (key.rotate_left(23) ^ u64::from(token.hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        })
}

/// What the words around one place tell.
fn weigh(words: &Words<'_, '_>, name: &Open) -> Points {
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
    points.bare = i32::from(own);
    if words.sure_name(start)
        && end - start > 1
        && words.classes(start).contains(Classes::GIVEN_NAME)
        && !words.inside(start)
        && !words.site(end)
        && !words.brand(end)
        && words.context_before(start, Context::Thing).is_none()
    {
        points.person += 2;
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
fn is_acronym(words: &Words<'_, '_>, at: usize) -> bool {
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
            // `the Moonachie, N.J., maker of films`
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

/// The field of an office, as in `State Enterprises Minister`, but not the body in `Bank of England Governor`.
pub(crate) fn office(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let place = words.place(tokens.start).filter(|end| *end <= tokens.end);
    let mut field = place.unwrap_or(tokens.start)..tokens.end;
    let title = words.title_at(tokens.end).map(|title| title.label);
    let body = field.clone().skip(1).any(|at| words.is(at, "of"))
        // `Lunn Coffee Association President`
        || organisation::is_body(words, tokens.clone());
    !body
        && field.all(|at| !words.word(at) || words.english(at) || words.demonym(at).is_some())
        && match title {
            Some(Label::Political) => true,
            // `U.S. District Judge`, `U.S. Middle East envoy`
            Some(Label::Diplomatic) => place.is_some(),
            _ => false,
        }
}

/// `BlueScope`, but not `McAllister`, `DiCaprio`, `O'Neill`: small letters between capitals.
fn is_coined(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.reading.word(at);
    let second = word.bytes().skip(1).position(|byte| byte.is_ascii_uppercase());
    words.reading.tokens[at].shape == Shape::Mixed && second.is_some_and(|small| small >= 3)
}
