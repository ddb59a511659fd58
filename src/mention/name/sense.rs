//! What a name without a telling form is, decided from all its places in the article.
//!
//! Each place gives points by the words around it: `shares of X`, `X’s chief executive`, `the carrier X`
//! speak for a company, `X, a former chairman` and `said X of` for a person, `in X` for a place. Points are
//! summed over the places where the article has the same words, and the clear winner takes them all.

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::super::{here, organisation, person, Candidate, Kind, Strength};
use super::{Context, Words};
use crate::lexicon::{Classes, Form, Keyword as K, Keywords, List, Tag};
use crate::token::Shape;

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
        let other_name = words.reading.hit(tokens.end - 1, List::PolicyHeads).is_some()
            || words.context_at(tokens.end - 1, Context::Place).is_some()
            || words
                .context_at(tokens.start, Context::Place)
                .is_some_and(|hit| hit.end as usize == tokens.end)
            || front(tokens.start)
            || tokens.start > 0 && front(tokens.start - 1);
        let alone = tokens.len() == 1
            && (is_code(words, tokens.start) && name.listed == 0
                || is_topic(words, name)
                || words.reading.word(tokens.start).len() < 2
                || words.closed(tokens.start)
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
    if (after || before) && !sum.listed && !everyday(words, name, sum) && !name_word(words, &name.tokens) {
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
        _ => words.opens(start) && weigh(words, name).net() < ENOUGH + name.listed,
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
    sum.named >= 2 && sum.bare >= 1 + i32::from(single && !told) && !(single && (capital || plural))
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
    let verb = words.verb_at(tokens.end, Context::Say)
        || matches!(
            reading.tag(tokens.end),
            Tag::Modal | Tag::VerbS | Tag::VerbPast | Tag::Have | Tag::Be
        ) && words.small(tokens.end);
    verb && !tags.has(Tag::NounPlural)
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
    // `Leicestershire-based`
    if words.mark(end, b'-')
        && words.glued(end)
        && words.context_at(end + 1, Context::CompanyAdjective).is_some()
    {
        points.place += 4;
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

/// `packer`, `distributor`, `specialist`: a noun in small letters for whoever does something. Of people so told the
/// whole name follows, and their trades are in the list of titles.
fn is_agent(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.reading.word(at);
    words.small(at)
        && matches!(words.reading.tag(at), Tag::Noun)
        && (word.ends_with("er") || word.ends_with("or") || word.ends_with("ist"))
        && words.title_ending(at + 1).is_none()
}

/// `BlueScope`, but not `McAllister`, `DiCaprio`, `O'Neill`: small letters between capitals.
fn is_coined(words: &Words<'_, '_>, at: usize) -> bool {
    let word = words.reading.word(at);
    let second = word.bytes().skip(1).position(|byte| byte.is_ascii_uppercase());
    words.reading.tokens[at].shape == Shape::Mixed && second.is_some_and(|small| small >= 3)
}

/// What stands before. Whether it was a phrase that only goes with companies.
fn before(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    let start = name.tokens.start;
    if start == 0 || !words.follows(start) {
        return false;
    }
    let last = start - 1;
    if words.context_before(start, Context::Organisation).is_some()
        || is_agent(words, last) && name.tokens.len() == 1 && words.unlisted(start)
        || words.context_before(start, Context::CompanyAdjective).is_some()
            && start > 1
            && words.mark(start - 2, b'-')
    {
        // `rival Verde Minas Celulose`, but `investor Warren Buffett`
        let last = name.tokens.end - 1;
        let named = name.tokens.len() == 1 || words.person_name(last);
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
    // `the competition authority, the CNMC`
    if words.is(last, "the") && start > 2 && words.mark(start - 2, b',') {
        let body = words.context_before(start - 2, Context::Organisation).is_some();
        points.tell(if body { 2 } else { 0 });
    }
    // `sold it to Santander for £2bn`
    let sum = words.is(name.tokens.end, "for") && is_sum(words, name.tokens.end + 1);
    if words.is(last, "to") && sum {
        points.tell(4);
        return true;
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
            true if name_word(words, &name.tokens) => points.organisation += 1,
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
        let full = matches!(name.tokens.len(), 2 | 3) && name.tokens.clone().all(|at| words.unlisted(at));
        points.person += if full && words.is(last, "said") { 2 } else { 1 };
        points.organisation += 1;
    }
    false
}

/// Whether a sum begins here, or one about which it is not sure: `about $2bn`.
fn is_sum(words: &Words<'_, '_>, at: usize) -> bool {
    (at..at + 2).any(|at| {
        words.mark(at, b'$')
            || words
                .reading
                .hits_at(at)
                .iter()
                .any(|hit| hit.list == List::Currencies && hit.form == Form::Symbol)
    })
}

/// Whether `its`, `a` or the like goes with a name, over figures and adjectives: `its $7bn Metaplant`.
fn determined(words: &Words<'_, '_>, start: usize) -> bool {
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
fn behind(words: &Words<'_, '_>, name: &Open, points: &mut Points) {
    let Range { start, mut end } = name.tokens;
    let single = end - start == 1;
    // `Trek Bicycle on Tuesday told`
    if words.is(end, "on") && words.calendar(end + 1) && words.small(end + 2) && !words.closed(end + 2) {
        end += 2;
    }
    let any_english =
        (start..end).any(|at| words.word(at) && words.english(at) && (single || !words.person_name(at)));
    if words.genitive(end) {
        if owns_asset(words, end + 1) {
            points.tell(2);
            points.named += 2;
        } else if words.title_at(end + 1).is_some() && words.small(end + 1) {
            points.tell(2);
        } else if words.capital(end + 1) || words.small(end + 1) && single && words.unlisted(start) {
            points.organisation += 1;
        }
        return;
    }
    if !words.follows(end) {
        return;
    }
    let small = words.small(end);
    if name.listed > 0 && subject(words, &name.tokens) {
        points.organisation += 1;
    }
    if words.verb_at(end, Context::Say) {
        if single {
            points.organisation += 2;
            points.person += 2;
        } else if any_english {
            points.organisation += 2;
        } else {
            points.person += 2;
        }
    } else if small && words.context_at(end, Context::PersonAct).is_some() {
        points.person += 2;
    } else if words.verb_at(end, Context::Act) {
        points.organisation += if single || any_english { 2 } else { 1 };
    } else if small && words.context_at(end, Context::Organisation).is_some() && !words.site(end) {
        // `Polysilicon producer Tongwei`: what is produced, by a company named next.
        let goods = single && words.opens(start) && words.capital(end + 1);
        let loose = goods || words.opens(start) && words.all_common(start..end);
        if words.context_at(end, Context::Asset).is_none() && !loose {
            points.tell(2);
        }
    } else if let Some(title) = words.title_at(end).filter(|_| small) {
        // `appointed Mothilal de Silva chairman.`, but `Norvik chairman Amina Okello`
        let last = title.end as usize;
        let closes = words.mark(last, b'.') || words.mark(last, b',') || words.mark(last, b';');
        match closes && !single && !any_english {
            true => points.person += 3,
            false => points.organisation += 2,
        }
    } else if words.mark(end, b',') {
        apposition(words, end + 1, points);
    } else if !single && !any_english {
        let place_of_work = words.is(end, "of") || words.is(end, "from") || words.is(end, "at");
        if place_of_work && (words.is(end + 1, "the") || words.capital(end + 1)) {
            points.person += 1;
        } else if (end..end + 4).any(|at| {
            // `X goes on to become chairman`, `X has been made chairman`
            let joint =
                words.is(at, "to") || words.is(at, "as") || words.context_at(at, Context::Appoint).is_some();
            joint && words.title_at(at + 1).is_some()
        }) {
            points.person += 3;
        }
    }
    if single && !words.english(start) {
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
}

/// Whether what is owned is a company's, over figures and modifiers: `X's | $7.4 billion polyethylene plant`.
fn owns_asset(words: &Words<'_, '_>, first: usize) -> bool {
    const REACH: usize = 6;
    for at in first..first + REACH {
        if words.context_at(at, Context::Asset).is_some() {
            return true;
        }
        let figure = words
            .reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_number());
        let sign = words.mark(at, b'$') || words.mark(at, b'-');
        let modifier =
            words.small(at) && matches!(words.reading.tag(at), Tag::Adjective | Tag::Noun | Tag::Number);
        if !words.follows(at) || !(figure || sign || modifier) {
            return false;
        }
    }
    false
}

/// `X, 45, a …`
fn is_age(words: &Words<'_, '_>, at: usize) -> bool {
    let two = |word: &str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let number = words
        .reading
        .tokens
        .get(at)
        .is_some_and(|token| token.is_number());
    number && two(words.reading.word(at)) && (words.mark(at + 1, b',') || words.mark(at + 1, b'.'))
}

/// `X, a maker of …` and `X, chairman of …`
fn apposition(words: &Words<'_, '_>, first: usize, points: &mut Points) {
    if words.is(first, "who") || is_age(words, first) {
        points.person += 3;
        return;
    }
    // `X, which makes …`, `X, which is listed in …`, `X, based in …`
    let which = words.is(first, "which");
    let verb = first + usize::from(which) + usize::from(which && words.reading.tag(first + 1) == Tag::Be);
    if words.context_at(verb, Context::CompanyAdjective).is_some()
        || which && words.verb_at(first + 1, Context::Act)
    {
        points.tell(2);
        points.named += 2;
        return;
    }
    // `Transtejo, which runs the crossing`: of people it is `who`.
    let does = matches!(
        words.reading.tag(first + 1),
        Tag::VerbS | Tag::VerbPast | Tag::Have
    );
    if which && does && words.unlisted(first - 2) {
        points.organisation += 2;
        return;
    }
    for at in first..first + 7 {
        if words.title_at(at).is_some() {
            points.person += 3;
            return;
        }
        if words.context_at(at, Context::Organisation).is_some()
            || words.context_at(at, Context::CompanyPhrase).is_some()
        {
            points.tell(2);
            points.named += 2;
            return;
        }
        if words.context_at(at, Context::Person).is_some() {
            points.person += 3;
            return;
        }
        if !words.word(at) && !words.mark(at, b'-') && !words.genitive(at)
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
