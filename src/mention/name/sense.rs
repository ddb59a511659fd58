//! What a name without a telling form is, decided from all its places in the article.
//!
//! Each place gives points by the words around it: `shares of X`, `X’s chief executive`, `the carrier X`
//! speak for a company, `X, a former chairman` and `said X of` for a person, `in X` for a place. Points are
//! summed over the places where the article has the same words, and the clear winner takes them all.

mod beside;

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::super::{here, organisation, person, Candidate, Kind, Strength};
use super::{Context, Words};
use crate::lexicon::{Classes, Form, Keyword as K, Keywords, List, Tag};
use crate::token::Shape;
use beside::{before, behind, determined};

/// Points that a name needs.
const ENOUGH: i32 = 2;

/// A run of words that is a name, but of what is open.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    pub(crate) tokens: Range<usize>,
    /// A title or role follows: `UAW president`.
    pub(crate) before_title: bool,
    /// Points that a list gives it: names that are words or surnames as well.
    pub(crate) listed: i32,
}

/// Points for each reading of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Points {
    organisation: i32,
    person: i32,
    place: i32,
    /// What speaks against an organisation, as `its` and `a` do before a name.
    against: i32,
    /// Those points for an organisation that nothing else gets, which outweigh what speaks against it.
    telling: i32,
    /// Those of them that even a name of everyday words gets for itself: `a stake in Zenith`.
    named: i32,
    /// How often its capital is its own, not that of the head of a sentence.
    bare: i32,
    /// Those for standing in a list with organisations are in.
    listed: bool,
}

impl Points {
    /// Points for an organisation, less what speaks against it and is not outweighed.
    fn net(self) -> i32 {
        self.organisation - (self.against - self.telling).max(0)
    }

    fn is_organisation(self) -> bool {
        let points = self.net();
        points >= ENOUGH && points > self.person && points > self.place
    }

    /// Points for an organisation by words that stand beside nothing else.
    fn tell(&mut self, points: i32) {
        self.organisation += points;
        self.telling += points;
    }

    fn add(&mut self, other: Self) {
        self.organisation += other.organisation;
        self.person += other.person;
        self.place += other.place;
        self.against += other.against;
        self.telling += other.telling;
        self.named += other.named;
        self.bare += other.bare;
    }

    fn is_person(self) -> bool {
        self.person >= ENOUGH && self.person > self.organisation && self.person > self.place
    }
}

/// At which tokens known organisations begin and end.
struct Neighbours {
    begins: Vec<bool>,
    ends: Vec<bool>,
}

impl Neighbours {
    fn add(&mut self, tokens: &Range<usize>) {
        self.begins[tokens.start] = true;
        self.ends[tokens.end] = true;
    }

    fn begins(&self, at: usize) -> bool {
        self.begins.get(at).is_some_and(|begins| *begins)
    }

    fn ends(&self, at: usize) -> bool {
        self.ends.get(at).is_some_and(|ends| *ends)
    }
}

/// Which words of open names the article repeats alone: people go on by their last word, companies by their first.
struct Repeats {
    alone: FxHashSet<u32>,
    first: FxHashSet<u32>,
    last: FxHashSet<u32>,
}

impl Repeats {
    fn new(words: &Words<'_, '_>, open: &[Open]) -> Self {
        let mut this = Self {
            alone: FxHashSet::default(),
            first: FxHashSet::default(),
            last: FxHashSet::default(),
        };
        for name in open {
            let Range { start, end } = name.tokens;
            if end - start == 1 {
                this.alone.insert(words.reading.tokens[start].hash);
            } else if Self::may_be_full(words, name) {
                this.first.insert(words.reading.tokens[start].hash);
                this.last.insert(words.reading.tokens[end - 1].hash);
            }
        }
        this
    }

    /// Whether a name has the form of given name and surname, none of them an English word.
    fn may_be_full(words: &Words<'_, '_>, name: &Open) -> bool {
        let own = |at: usize| {
            words.reading.tokens[at].shape == Shape::Capitalised
                && !words.english(at)
                && words.place(at).is_none()
                && words.demonym(at).is_none()
        };
        (2..=3).contains(&name.tokens.len()) && name.listed == 0 && name.tokens.clone().all(own)
    }

    /// Whether the article goes on to speak of the last word of a name alone, and not of the first.
    fn has_surname(&self, words: &Words<'_, '_>, name: &Open) -> bool {
        let Range { start, end } = name.tokens;
        let alone = |at: usize| self.alone.contains(&words.reading.tokens[at].hash);
        Self::may_be_full(words, name) && alone(end - 1) && !alone(start)
    }

    /// Whether a lone word is the last of a fuller name, and never the first.
    fn is_surname(&self, words: &Words<'_, '_>, name: &Open) -> bool {
        let hash = words.reading.tokens[name.tokens.start].hash;
        self.last.contains(&hash) && !self.first.contains(&hash)
    }
}

/// Weighs the open names of an article, and adds what is clear. The names that are settled stand in `out` from `from`
/// on.
pub(super) fn settle<'x>(words: &Words<'_, 'x>, open: &[Open], from: usize, out: &mut Vec<Candidate<'x>>) {
    let mut people: FxHashSet<u32> = FxHashSet::default();
    // One more than there are tokens: the last name may end with the text.
    let ends = words.reading.tokens.len() + 1;
    let mut near = Neighbours {
        begins: vec![false; ends],
        ends: vec![false; ends],
    };
    for candidate in &out[from..] {
        let tokens = candidate.first as usize..candidate.end as usize;
        match candidate.kind() {
            Kind::Person => people.extend(words.reading.tokens[tokens].iter().map(|token| token.hash)),
            Kind::Organisation => near.add(&tokens),
            _ => {}
        }
    }
    let repeats = Repeats::new(words, open);
    // The same words have one sum: the place of each name's in `sums`.
    let mut places: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(open.len(), FxBuildHasher);
    let mut sums: Vec<Points> = Vec::new();
    let mut sum_of = Vec::with_capacity(open.len());
    for name in open {
        let mut here = weigh(words, name);
        let single = name.tokens.len() == 1;
        // Nobody is introduced by one bare word: if no fuller name has it, it is no person's.
        if single {
            let token = words.reading.tokens[name.tokens.start].hash;
            if people.contains(&token) && name.listed == 0 {
                here.organisation = 0;
            } else if here.person > 0 && here.person == here.organisation {
                match words.person_name(name.tokens.start) {
                    true => here.organisation = 0,
                    false => here.person = 0,
                }
            }
            if name.listed == 0 && repeats.is_surname(words, name) {
                here.organisation = 0;
            }
        } else if repeats.has_surname(words, name) {
            here.person += 2;
        }
        let place = *places.entry(key(words, &name.tokens)).or_insert(sums.len());
        if place == sums.len() {
            sums.push(Points::default());
        }
        sum_of.push(place);
        sums[place].add(here);
    }
    // Members of one list are of one kind: `Infinix, VGO Tel and Samsung`. Once forwards, once backwards.
    for (name, place) in open.iter().zip(&sum_of) {
        list_member(words, name, &mut near, &mut sums[*place]);
    }
    for (name, place) in open.iter().zip(&sum_of).rev() {
        list_member(words, name, &mut near, &mut sums[*place]);
    }
    for (name, place) in open.iter().zip(&sum_of) {
        let sum = &sums[*place];
        if everyday(words, name, sum) {
            continue;
        }
        let tokens = name.tokens.clone();
        let front = |at: usize| words.capital(at) && words.context_at(at, Context::PlaceFront).is_some();
        // `Do Ha Nam, vice-chairman of …`: what is said behind it speaks for a first word that is none.
        // So does it for initials: `CS Vigneshwar, president of …`.
        let initials = tokens.len() == 2 && is_acronym(words, tokens.start);
        let spoken_for = sum.person >= 4 && words.common(tokens.start) || sum.person >= 3 && initials;
        let other_name = organisation::is_field(words, &tokens)
            || words.reading.hit(tokens.end - 1, List::PolicyHeads).is_some()
            || !(name.listed > 0 && tokens.len() == 1)
                && (words.context_at(tokens.end - 1, Context::Place).is_some()
                    || words
                        .context_at(tokens.start, Context::Place)
                        .is_some_and(|hit| hit.end as usize == tokens.end))
            || front(tokens.start)
            || tokens.start > 0 && front(tokens.start - 1);
        let alone = tokens.len() == 1
            && ((is_code(words, tokens.start) || words.reading.hit(tokens.start, List::Acronyms).is_some())
                && name.listed == 0
                || is_topic(words, name)
                || words.reading.word(tokens.start).len() < 2
                || words.closed(tokens.start) && (name.listed == 0 || sum.net() < ENOUGH + 1)
                || words.reading.hit(tokens.start, List::OrgSuffixes).is_some());
        if other_name || alone {
            continue;
        }
        if sum.is_organisation() {
            organisation::push(words, tokens, here!("organisation.context"), Strength::Fair, out);
        } else if sum.is_person()
            && tokens.len() > 1
            && organisation::is_listed(words, tokens.start).is_none()
            && person::may_name(words, tokens.clone(), spoken_for)
        {
            person::push(words, tokens, None, here!("person.context"), Strength::Fair, out);
        }
    }
}

/// Adds points to a name that stands in a list with known organisations, and makes it known in its turn.
fn list_member(words: &Words<'_, '_>, name: &Open, near: &mut Neighbours, sum: &mut Points) {
    let Range { start, end } = name.tokens;
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
    let other = everyday(words, name, sum) && name.listed == 0;
    if (after || before) && !sum.listed && !other && !name_word(words, &name.tokens) {
        sum.organisation += 2;
        sum.listed = true;
    }
    if sum.is_organisation() && !everyday(words, name, sum) {
        near.add(&name.tokens);
    }
}

/// Whether a given name or surname stands in the run.
fn name_word(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| words.sure_name(at))
}

/// `XM5`, `WH-1000XM6`: letters and figures in one word are a model's.
fn is_code(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.reading.word(at);
    word.bytes().any(|byte| byte.is_ascii_digit()) && !word.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// `Total exports rose`: an adjective at the head of its sentence, with its noun behind it.
fn is_topic(words: &Words<'_, '_>, name: &Open) -> bool {
    let Range { start, end } = name.tokens;
    let reading = words.reading;
    name.listed > 0
        && reading.opens_sentence(start)
        && reading.lexicon.word(reading.ids[start]).tags.has(Tag::Adjective)
        && words.small(end)
        && matches!(reading.tag(end), Tag::Noun | Tag::NounPlural | Tag::Adjective)
}

/// Everyday words whose capital may come from the start of the sentence.
fn everyday(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    let Range { start, end } = name.tokens;
    if told(words, start) || is_own_name(words, name, sum) {
        return false;
    }
    // A plural that no list has, or one of a people: `Campaigners`, `Anglo-Swedish`.
    let plural = end - start == 1
        && words.opens(start)
        && name.listed == 0
        && words.reading.word(start).ends_with('s')
        && !["us", "is", "ss"]
            .iter()
            .any(|end| words.reading.word(start).ends_with(end))
        && words.reading.tokens[start].shape != Shape::Upper
        && !words.verb_at(end, Context::Act);
    if plural || words.demonym(end - 1) == Some(end) {
        return true;
    }
    let acronym = end - start == 1 && words.reading.tokens[start].shape == Shape::Upper;
    // `Rwandan Hutu`
    let plain = |at: usize| !words.word(at) || words.english(at) || words.demonym(at).is_some();
    // `mortgage lender Irish Permanent`
    let told = end - start > 1
        && !words.opens(start)
        && words.context_before(start, Context::Organisation).is_some();
    if acronym || told || !(start..end).all(plain) || name.listed > 0 && subject(words, &name.tokens) {
        return false;
    }
    match name.listed {
        0 => true,
        _ => words.opens(start) && !sum.listed && weigh(words, name).net() < ENOUGH + name.listed,
    }
}

/// `Zenith`, `Battle Mountain`: everyday words that have capitals and no article inside sentences, and of which the
/// article says what is only said of companies.
fn is_own_name(words: &Words<'_, '_>, name: &Open, sum: &Points) -> bool {
    let Range { start, end } = name.tokens;
    let single = end - start == 1;
    let capital = words.classes(start).contains(Classes::CAPITALISED);
    let plural = words.capitalised_plural(end - 1);
    // `retailer Zenith` says it once and for all.
    let told = sum.named >= 4;
    sum.named >= 2 && sum.bare > i32::from(single && !told) && !(single && (capital || plural))
}

/// `told the Star`
fn told(words: &Words<'_, '_>, start: usize) -> bool {
    start > 1
        && (words.is(start, "the") && tells(words, start - 1)
            || words.is(start - 1, "the") && tells(words, start - 2))
}

fn tells(words: &Words<'_, '_>, at: usize) -> bool {
    words.is(at, "told") || words.is(at, "tells")
}

/// A singular everyday word that stands without an article and is the subject of a verb is a name:
/// `Apple said`, `Continental will`.
fn subject(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let reading = words.reading;
    let tags = reading.lexicon.word(reading.ids[tokens.end - 1]).tags;
    let says = words.verb_at(tokens.end, Context::Say);
    // `Next came the strike`
    if tokens.len() == 1 && words.closed(tokens.start) {
        let acts = words.verb_at(tokens.end, Context::Act) && !words.is(tokens.end, "came");
        return says || acts || reading.tag(tokens.end) == Tag::Have && words.small(tokens.end);
    }
    let verb = says
        || matches!(
            reading.tag(tokens.end),
            Tag::Modal | Tag::VerbS | Tag::VerbPast | Tag::Have | Tag::Be
        ) && words.small(tokens.end);
    verb && (!tags.has(Tag::NounPlural) || goes_on_as_one(words, tokens.end))
}

/// `Boots cut its prices`: what has its own things is one, whatever the word looks like.
fn goes_on_as_one(words: &Words<'_, '_>, verb: usize) -> bool {
    const REACH: usize = 3;
    let its = const { Keywords::of(&[K::Its]) };
    (verb + 1..verb + 1 + REACH).any(|at| words.follows(at) && words.reading.among(at, its))
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
    if name.before_title && !office(words, &name.tokens) {
        points.organisation += 2;
    }
    // `Instant Brands`: a head noun, and capitals that do not come from the head of the sentence.
    let bare = !words.opens(start) && !determined(words, start) && !words.is(start - 1, "the");
    if name.listed > 0 && end - start > 1 && bare {
        points.organisation += 1;
    }
    points.bare = i32::from(bare && !words.genitive(start - 1));
    if words.sure_name(start)
        && end - start > 1
        && words.classes(start).contains(Classes::GIVEN_NAME)
        && !words.inside(start)
        && !words.site(end)
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
    if end - start == 1 && is_coined(words, start) {
        points.organisation += 1;
    }
    // `Toyota Egypt`: a name with a country behind it.
    if end - start > 1
        && words.land(end - 1) == Some(end)
        && !words.english(start)
        && words.place(start).is_none()
    {
        points.organisation += if words.unlisted(start) { 3 } else { 1 };
    }
    // `SBC Warburg`: nobody is called so.
    let acronym = (start..end).any(|at| is_acronym(words, at));
    let own = (start..end).any(|at| !is_acronym(words, at) && !words.english(at));
    if acronym && own && points.person <= 2 {
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
}

/// Other lists speak for their own finders.
fn lists(words: &Words<'_, '_>, name: &Open, points: &mut Points) {
    let Range { start, end } = name.tokens;
    for hit in words.reading.hits_at(start) {
        if hit.end as usize != end {
            continue;
        }
        let place = match hit.list {
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

/// The field of an office, as in `State Enterprises Minister`.
pub(crate) fn office(words: &Words<'_, '_>, tokens: &Range<usize>) -> bool {
    let place = words.place(tokens.start).filter(|end| *end <= tokens.end);
    let mut field = place.unwrap_or(tokens.start)..tokens.end;
    let title = words.title_at(tokens.end).map(|title| words.title_class(title));
    field.all(|at| !words.word(at) || words.english(at) || words.demonym(at).is_some())
        && match title {
            Some("political") => true,
            // `U.S. District Judge`, `U.S. Middle East envoy`
            Some("diplomatic") => place.is_some(),
            _ => false,
        }
}

/// `BlueScope`, but not `McAllister`, `DiCaprio`, `O'Neill`: small letters between capitals.
fn is_coined(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.reading.word(at);
    let second = word.bytes().skip(1).position(|byte| byte.is_ascii_uppercase());
    words.reading.tokens[at].shape == Shape::Mixed && second.is_some_and(|small| small >= 3)
}
