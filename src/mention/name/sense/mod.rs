//! What a name without a telling form is, decided from all its places in the article.
//!
//! Each place gives points by the words around it: `shares of X`, `X’s chief executive`, `the carrier X`
//! speak for a company, `X, a former chairman` and `said X of` for a person, `in X` for a place. Points are
//! summed over the places where the article has the same words, and the clear winner takes them all.

mod apposition;
mod around;
mod article;
mod before;
mod behind;
mod business;
mod everyday;
mod list;
mod other;
mod points;
mod rivals;
mod short;
mod somebody;

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::super::{here, organisation, person, Candidate, Hashes, Kind, Strength};
use super::Words;
use crate::lexicon::{Classes, Label};
use crate::token::Shape;
use around::{is_acronym, weigh};
use article::{Acronyms, NamedInFull, Repeats};
use everyday::everyday;
use list::Neighbours;
use other::{is_no_name, is_other_name};
use points::Points;
use rivals::Rivals;

/// A run of words that is a name, but of what is open.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    pub(crate) tokens: Range<usize>,
    /// A title or role follows: `UAW president`.
    pub(crate) before_title: bool,
    /// Points that a list gives it: names that are words or surnames as well.
    pub(crate) listed: i32,
    /// Its form has made it a person's already; what is said of it may make it a company's.
    pub(crate) called: bool,
}

impl Open {
    /// Whether it is of several tokens, so that the article may go on with a part of it.
    fn has_parts(&self) -> bool {
        self.tokens.len() > 1
    }
}

/// The names of an article by kind, as far as they are known by now.
struct Named {
    companies: Neighbours,
    people: Neighbours,
    in_full: NamedInFull,
    /// The words of people's names.
    parts: Vec<u32>,
}

impl Named {
    /// With the names that are settled already.
    fn of(words: &Words<'_, '_>, open: &[Open], settled: &[Candidate<'_>]) -> Self {
        let tokens = words.reading.tokens.len();
        let mut named = Self {
            companies: Neighbours::new(tokens),
            people: Neighbours::new(tokens),
            in_full: NamedInFull::new(words, open, settled),
            parts: Vec::new(),
        };
        let people = settled.iter().filter(|found| found.kind() == Kind::Person);
        for person in people {
            named.people.add(&(person.first as usize..person.end as usize));
        }
        named
    }

    fn add_company(&mut self, words: &Words<'_, '_>, tokens: &Range<usize>) {
        self.in_full.add_company(words, tokens);
        self.companies.add(tokens);
    }

    fn add_person(&mut self, words: &Words<'_, '_>, tokens: &Range<usize>) {
        self.in_full.add_person(words, tokens);
        let parts = &words.reading.tokens[tokens.clone()];
        self.parts.extend(parts.iter().map(|token| token.hash));
    }
}

/// The open names with the sum of each: the same words have one.
struct Sums<'o> {
    open: &'o [Open],
    /// The place in `sums` by the words of a name.
    places: FxHashMap<u64, usize>,
    /// The place in `sums` of each open name.
    place_of: Vec<usize>,
    /// What the words around each open name tell.
    around: Vec<Points>,
    sums: Vec<Points>,
}

impl<'o> Sums<'o> {
    fn of(words: &Words<'_, '_>, open: &'o [Open]) -> Self {
        let mut sums = Self {
            open,
            places: FxHashMap::with_capacity_and_hasher(open.len(), FxBuildHasher),
            place_of: Vec::with_capacity(open.len()),
            around: open.iter().map(|name| weigh(words, name)).collect(),
            sums: Vec::new(),
        };
        for name in open {
            let place = *sums
                .places
                .entry(key(words, &name.tokens))
                .or_insert(sums.sums.len());
            if place == sums.sums.len() {
                sums.sums.push(Points::default());
            }
            sums.place_of.push(place);
        }
        sums
    }

    /// Each name with its sum.
    fn iter(&self) -> impl Iterator<Item = (&'o Open, &Points)> {
        self.open
            .iter()
            .zip(self.place_of.iter().map(|place| &self.sums[*place]))
    }

    /// Adds to its sum what is made of each name and of the words around it.
    fn add(&mut self, mut f: impl FnMut(&Open, Points, &mut Points)) {
        for ((name, place), around) in self.open.iter().zip(&self.place_of).zip(&self.around) {
            f(name, *around, &mut self.sums[*place]);
        }
    }

    /// Once forwards, once backwards: a list may be known by its first member or its last.
    fn both_ways(&mut self, mut f: impl FnMut(&Open, &mut Points)) {
        let places = self.open.iter().zip(&self.place_of);
        for (name, place) in places.clone().chain(places.rev()) {
            f(name, &mut self.sums[*place]);
        }
    }
}

/// Weighs the open names of an article, and adds what is clear. The names that are settled stand in `out` from `from`
/// on.
pub(super) fn settle<'x>(words: &Words<'_, 'x>, open: &[Open], from: usize, out: &mut Vec<Candidate<'x>>) {
    let mut named = Named::of(words, open, &out[from..]);
    drop_defined(words, from, out);
    let mut sums = Sums::of(words, open);
    let repeats = Repeats::new(words, open);
    let acronyms = Acronyms::new(words);
    let rivals = Rivals::of(words, &out[from..]);
    short::add(words, &mut sums);
    // Whole names first: who is somebody by what is said around a whole name is so by one word of it.
    sums.add(|name, around, sum| {
        if name.has_parts() {
            sum.add(weigh_whole(words, name, around, &repeats));
            if !name.called && acronyms.are_spelt_by(words, &name.tokens) {
                sum.tell(4);
                sum.named += 4;
            }
        }
    });
    sums.both_ways(|name, sum| list::with_people(words, name, &mut named.people, sum));
    rivals.settle(words, &sums.places, &mut sums.sums, &mut out[from..]);
    for candidate in &out[from..] {
        let tokens = candidate.first as usize..candidate.end as usize;
        match candidate.kind() {
            Kind::Person => named.add_person(words, &tokens),
            Kind::Organisation => named.add_company(words, &tokens),
            _ => {}
        }
    }
    for (name, sum) in sums.iter() {
        if name.has_parts() && !name.called && is_person(words, name, sum) {
            named.add_person(words, &name.tokens);
        }
    }
    for (name, sum) in sums.iter() {
        if name.has_parts() && sum.is_organisation() {
            named.in_full.add_company(words, &name.tokens);
        }
    }
    let people = Hashes::of(std::mem::take(&mut named.parts));
    // `Campbell's relay triumph`, where Vera Campbell ran
    let bearers = bearers(words, &out[from..], &named.in_full);
    out.retain(|candidate| {
        !is_somebodys(words, candidate, &people) && !is_bearer(words, candidate, &bearers)
    });
    sums.add(|name, around, sum| {
        if !name.has_parts() {
            sum.add(weigh_word(words, name, around, &people, &named.in_full, &repeats));
        }
    });
    sums.both_ways(|name, sum| list::with_companies(words, name, &mut named.companies, sum));
    rivals.settle(words, &sums.places, &mut sums.sums, &mut out[from..]);
    push_all(words, &sums, out);
}

/// Adds the open names that their sums make people's or companies'.
fn push_all<'x>(words: &Words<'_, 'x>, sums: &Sums<'_>, out: &mut Vec<Candidate<'x>>) {
    let stands = |name: &Open, sum: &Points| {
        !everyday(words, name, sum) && !is_other_name(words, name, sum) && !is_no_name(words, name, sum)
    };
    // Whole names first: whoever is introduced goes on by the last of them.
    let mut surnames = Vec::new();
    for (name, sum) in sums.iter().filter(|(name, _)| name.has_parts() && !name.called) {
        let from = out.len();
        if stands(name, sum) {
            push(words, name, sum, out);
        }
        let people = out[from..].iter().filter(|found| found.kind() == Kind::Person);
        surnames.extend(people.map(|found| words.reading.tokens[found.end as usize - 1].hash));
    }
    let surnames = Hashes::of(surnames);
    for (name, sum) in sums.iter().filter(|(name, _)| !name.has_parts()) {
        let surname = name.listed == 0 && surnames.contains(words.reading.tokens[name.tokens.start].hash);
        if !surname && stands(name, sum) {
            push(words, name, sum, out);
        }
    }
}

/// Takes out the acronyms by which the lists know bodies, and which the article spells out as something else: `bovine
/// spongiform encephalopathy (BSE)`.
fn drop_defined(words: &Words<'_, '_>, from: usize, out: &mut Vec<Candidate<'_>>) {
    let upper = |candidate: &Candidate<'_>| {
        let at = candidate.first as usize;
        (candidate.kind() == Kind::Organisation
            && candidate.len() == 1
            && words.reading.tokens[at].shape == Shape::Upper)
            .then_some(at)
    };
    let defined = out[from..].iter().filter_map(upper);
    let defined = defined.filter(|&at| at > 0 && words.mark(at - 1, b'(') && words.mark(at + 1, b')'));
    let mut defined = defined
        .filter(|&at| organisation::spells(words, at))
        .collect::<Vec<_>>();
    if defined.is_empty() {
        return;
    }
    let ends = out[from..].iter().map(|candidate| candidate.end as usize);
    let ends = ends.collect::<FxHashSet<_>>();
    defined.retain(|at| !ends.contains(&(at - 1)));
    let defined = Hashes::of(defined.iter().map(|&at| words.reading.tokens[at].hash).collect());
    let is_defined = |at: usize| defined.contains(words.reading.tokens[at].hash);
    out.retain(|candidate| !upper(candidate).is_some_and(is_defined));
}

/// The words by which the lists know companies, and the article only somebody whom it has named in full before: `Downer`,
/// where Alexander Downer is told of and nothing that companies have or do.
fn bearers(words: &Words<'_, '_>, found: &[Candidate<'_>], in_full: &NamedInFull) -> Hashes {
    let [mut bearers, mut firms] = [const { Vec::new() }; 2];
    for candidate in found {
        let at = candidate.first as usize;
        let word = words.reading.tokens[at].hash;
        if candidate.kind() != Kind::Organisation || candidate.len() > 1 || !in_full.is_surname(word) {
            continue;
        }
        let place = Open {
            tokens: at..at + 1,
            before_title: false,
            listed: 0,
            called: false,
        };
        match weigh(words, &place).telling > 0 {
            true => firms.push(word),
            false => bearers.push(word),
        }
    }
    let firms = Hashes::of(firms);
    bearers.retain(|word| !firms.contains(*word));
    Hashes::of(bearers)
}

/// Whether a candidate of one word stands for somebody instead of a company.
fn is_bearer(words: &Words<'_, '_>, candidate: &Candidate<'_>, bearers: &Hashes) -> bool {
    candidate.len() == 1
        && candidate.kind() == Kind::Organisation
        && bearers.contains(words.reading.tokens[candidate.first as usize].hash)
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
fn weigh_whole(words: &Words<'_, '_>, name: &Open, mut points: Points, repeats: &Repeats) -> Points {
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
    mut points: Points,
    people: &Hashes,
    in_full: &NamedInFull,
    repeats: &Repeats,
) -> Points {
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
    // `all shares in Lundqvist`, where the article has Lundqvist Optronik and Anna Lundqvist
    let own = !words.genitive(name.tokens.end) && points.person == 0;
    let firm = points.telling > 0 && own && in_full.is_company(token);
    if people.contains(token) && !firm && (name.listed == 0 || somebody) {
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
    // So does it for initials: `CS Ramanathar, president of …`.
    let initials = tokens.len() == 2 && is_acronym(words, tokens.start);
    // `said Nathan Lake, a spokesman`
    let given = tokens.len() == 2
        && words.sure_name(tokens.start)
        && words.classes(tokens.start).contains(Classes::GIVEN_NAME);
    let spoken_for = sum.person >= 4 && words.common(tokens.start) || sum.person >= 3 && (initials || given);
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
        && (words.unlisted(start) || words.is_house(start, tokens.end))
        && words.reading.tokens[start].shape == Shape::Capitalised
}

/// `ferry group DFDS | Anna Roe`: the end of a listed name that given name and surname stand behind.
fn firm_of_somebody(words: &Words<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
    let end = organisation::is_listed(words, tokens.start)?;
    let given = words.classes(end).contains(Classes::GIVEN_NAME) && words.sure_name(end);
    (end + 2 == tokens.end && is_acronym(words, tokens.start) && given && words.sure_name(end + 1))
        .then_some(end)
}

/// `Heineken Adeboye, the junior oil minister`: what is said behind it tells of a person, though the first word is a
/// company's, and the last one is no company's.
fn is_introduced(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    const TOLD: i32 = 3;
    let last = name.tokens.end - 1;
    name.tokens.len() == 2 && sum.person >= TOLD && (words.unlisted(last) || words.sure_name(last))
}

/// Points by which words around a name tell of a company once and for all.
const TOLD: i32 = 4;

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
