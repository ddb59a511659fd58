//! Clubs and teams, in articles on sport: by their names (`Ajax`, `the Astros`), by the words that clubs' names begin or end
//! with (`Raith Rovers`), and towns of which the article tells what only teams do: `Nantes beat Lens`, `the Leeds striker`.
//! What is told of a town once holds throughout the article, but not where it is a place: `in Leeds`.

mod beside;

use rustc_hash::FxHashMap;

use super::{here, Candidate, Hashes, Kind, Origin, Strength, Value};
use crate::lexicon::{Classes, Form, Label, List, Lists, Tag, WordId};
use crate::reading::Reading;
use crate::token::{Gap, Shape};
use beside::Points;

/// How many words a club's name has at most that no list knows.
const LONGEST: usize = 3;
/// Points that make a town's name a team's.
const TOWN: i32 = 2;
/// Points that make a name a team's of which no list knows anything.
const UNLISTED: i32 = 3;

/// Whether several words of the article are those of a match.
pub(crate) fn tells_match(reading: &Reading<'_>) -> bool {
    const ENOUGH: usize = 2;
    let groups = reading.groups(Lists::of(&[List::NumberContexts]));
    let words = groups.filter(|group| {
        let mut hits = reading.hits[group.clone()].iter();
        hits.any(|hit| hit.list == List::NumberContexts && hit.label == Label::Play)
    });
    words.take(ENOUGH).count() == ENOUGH
}

/// A name that may be a club's.
struct Name {
    first: usize,
    end: usize,
    sort: Sort,
    points: Points,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// The name of a club and of nothing else that is capitalised in an article on sport.
    Club,
    /// What a team is called beside its town: `the Astros`.
    Nickname,
    /// A place.
    Town,
    /// Of which no list knows anything.
    Unlisted,
}

/// Adds the clubs of an article on sport.
pub(crate) fn find<'x>(reading: &Reading<'x>, out: &mut Vec<Candidate<'x>>) {
    if !tells_match(reading) {
        return;
    }
    let names = names(reading, &Known::of(reading, out));
    let mut sums: FxHashMap<u64, Points> = FxHashMap::default();
    for name in &names {
        sums.entry(key(reading, name)).or_default().add(name.points);
    }
    in_rows(reading, &names, &mut sums);
    in_squads(reading, &names, &mut sums);
    for name in &names {
        let sum = sums.get(&key(reading, name)).copied().unwrap_or_default();
        let Some(origin) = told(reading, name, sum) else {
            continue;
        };
        if beside::is_site(reading, name.first, name.end) {
            continue;
        }
        let tokens = name.first..name.end;
        let value = Value::Organisation {
            name: reading.text_of(tokens.clone()),
        };
        out.push(Candidate::new(tokens, value, origin, Strength::Told));
    }
}

/// What tells that a name is a club's, if anything does.
fn told(reading: &Reading<'_>, name: &Name, sum: Points) -> Option<Origin<'static>> {
    match name.sort {
        Sort::Club => {
            // `Sporting his usual shirt, he …`
            let word = !reading.lexicon.word(reading.ids[name.first]).tags.is_empty();
            let opens = name.end == name.first + 1 && word && reading.opens_sentence(name.first);
            (!opens || name.points.all() > 0).then(|| here!("club.name"))
        }
        Sort::Nickname => (sum.all() > 0).then(|| here!("club.nickname")),
        Sort::Town => (sum.all() >= TOWN).then(|| here!("club.town")),
        Sort::Unlisted => (sum.team >= UNLISTED).then(|| here!("club.told")),
    }
}

/// In lists of players the names in brackets are those of clubs: `Jo Brown (Ajax), Al Green (Breda)`.
fn in_squads(reading: &Reading<'_>, names: &[Name], sums: &mut FxHashMap<u64, Points>) {
    const ENOUGH: usize = 4;
    let bracketed = || {
        names
            .iter()
            .filter(|name| beside::is_bracketed(reading, name.first, name.end))
    };
    if bracketed().any(|name| name.sort == Sort::Club) && bracketed().count() >= ENOUGH {
        for name in bracketed().filter(|name| name.sort == Sort::Town) {
            sums.entry(key(reading, name)).or_default().team += TOWN;
        }
    }
}

/// Towns in a row with a team are teams: `behind Ajax, Utrecht and Breda`.
fn in_rows(reading: &Reading<'_>, names: &[Name], sums: &mut FxHashMap<u64, Points>) {
    let joined = |one: &Name, other: &Name| {
        let between = one.end..other.first;
        (1..=2).contains(&between.len())
            && between
                .into_iter()
                .all(|at| reading.tokens[at].is(b',') || reading.is(at, "and") || reading.is(at, "or"))
    };
    let pairs = || names.windows(2).filter(|pair| joined(&pair[0], &pair[1]));
    let mut lend = |from: &Name, to: &Name| {
        let sum = sums.get(&key(reading, from)).copied().unwrap_or_default();
        if to.sort == Sort::Town
            && told(reading, from, sum).is_some()
            && !beside::is_site(reading, from.first, from.end)
        {
            let sum = sums.entry(key(reading, to)).or_default();
            sum.side = sum.side.max(TOWN);
        }
    };
    pairs().for_each(|pair| lend(&pair[0], &pair[1]));
    pairs().rev().for_each(|pair| lend(&pair[1], &pair[0]));
}

/// The words of a name, whatever their capitals, as a number.
fn key(reading: &Reading<'_>, name: &Name) -> u64 {
    reading.tokens[name.first..name.end]
        .iter()
        .fold(0, |key: u64, token| {
            (key.rotate_left(23) ^ u64::from(token.hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        })
}

/// The names that have been found so far.
struct Known {
    /// By where they begin: the end of the longest, and whether it is a town.
    ends: FxHashMap<u32, (u32, bool)>,
    /// The last words of people's names, who are called by them further on.
    surnames: Hashes,
}

impl Known {
    fn of(reading: &Reading<'_>, candidates: &[Candidate<'_>]) -> Self {
        let mut known: FxHashMap<u32, (u32, bool)> = FxHashMap::default();
        for this in candidates {
            let town = this.kind() == Kind::Place && this.origin.name() != "regions";
            if town
                || matches!(
                    this.kind(),
                    Kind::Place | Kind::Country | Kind::Person | Kind::Organisation | Kind::Date
                )
            {
                let entry = known.entry(this.first).or_insert((this.end, town));
                if (this.end, town) > *entry {
                    *entry = (this.end, town);
                }
            }
        }
        let people = candidates
            .iter()
            .filter(|this| this.kind() == Kind::Person && this.len() > 1);
        let surnames = people
            .map(|this| reading.tokens[this.end as usize - 1].hash)
            .collect();
        Self {
            ends: known,
            surnames: Hashes::of(surnames),
        }
    }

    /// The end of the town that begins at a token.
    fn town(&self, at: usize) -> Option<usize> {
        let (end, town) = self.ends.get(&(at as u32))?;
        town.then_some(*end as usize)
    }

    /// The end of what begins at a token, be it a town or not.
    fn end(&self, at: usize) -> Option<usize> {
        self.ends.get(&(at as u32)).map(|(end, _)| *end as usize)
    }
}

/// The names of the article that may be clubs', in its order.
fn names(reading: &Reading<'_>, known: &Known) -> Vec<Name> {
    let mut names = Vec::new();
    let mut free = 0;
    for first in reading.capitals() {
        if first < free {
            continue;
        }
        match name_at(reading, known, first) {
            Some((end, sort)) => {
                free = end;
                let mut points = beside::points(reading, first, end);
                let determined = sort == Sort::Nickname && first > 0 && reading.is(first - 1, "the");
                points.team += i32::from(determined);
                names.push(Name {
                    first,
                    end,
                    sort,
                    points,
                });
            }
            None => free = known.end(first).unwrap_or(first + 1),
        }
    }
    names
}

/// The end of the name that begins at a token, and what it is.
fn name_at(reading: &Reading<'_>, known: &Known, first: usize) -> Option<(usize, Sort)> {
    if known.surnames.contains(reading.tokens[first].hash) {
        return None;
    }
    let whole = known.end(first).unwrap_or(first);
    if let Some(end) = club_word(reading, first, Label::Club).filter(|end| *end >= whole) {
        return Some((ended(reading, end).unwrap_or(end), Sort::Club));
    }
    if let Some(end) = club_word(reading, first, Label::ClubNickname).filter(|end| *end >= whole) {
        return Some((end, Sort::Nickname));
    }
    // `Hansa Rostock`, `SC Freiburg`
    // In a line of capitals `AS` and `REAL` are words.
    let loud = |end: usize| {
        let upper = |at: usize| reading.tokens[at].shape == Shape::Upper;
        upper(first) && upper(end)
    };
    let front = club_word(reading, first, Label::ClubFront);
    if let Some(end) = front.filter(|end| joins(reading, *end) && !loud(*end)) {
        let rest = known.town(end).or_else(|| unlisted_end(reading, known, end));
        if let Some(end) = rest.filter(|end| *end >= whole) {
            return Some((end, Sort::Club));
        }
    }
    if let Some(end) = known.town(first) {
        return Some(match ended(reading, end) {
            Some(end) => (end, Sort::Club),
            None => (end, Sort::Town),
        });
    }
    if known.end(first).is_some() {
        return None;
    }
    // `Lens`, `Reading`: a town that only its surroundings tell.
    let mut towns = reading.hits_of(first, Lists::of(&[List::Cities, List::Admin1]));
    let town = towns.find(|hit| hit.form == Form::Name && hit.end as usize == first + 1);
    if town.is_some() && reading.tokens[first].shape == Shape::Capitalised && !joins(reading, first + 1) {
        return Some((first + 1, Sort::Town));
    }
    let end = unlisted_end(reading, known, first)?;
    match ended(reading, end) {
        Some(end) => Some((end, Sort::Club)),
        None => (reading.tokens[first].shape != Shape::Upper).then_some((end, Sort::Unlisted)),
    }
}

/// The end of a name with the word behind it that ends clubs' names: `Raith | Rovers`, `Houston | Astros`.
fn ended(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let at = Some(end).filter(|end| joins(reading, *end))?;
    club_word(reading, at, Label::ClubEnd).or_else(|| club_word(reading, at, Label::ClubNickname))
}

/// Whether a capitalised word goes on with the name before it.
fn joins(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.tokens.get(at);
    token.is_some_and(|token| token.gap == Gap::Space && token.is_capitalised() && token.is_word())
}

/// The end of the words of clubs' names that begin at a token.
fn club_word(reading: &Reading<'_>, at: usize, label: Label) -> Option<usize> {
    let hits = reading.hits_of(at, Lists::of(&[List::NameContext]));
    hits.filter(|hit| hit.label == label)
        .map(|hit| hit.end as usize)
        .max()
        .filter(|_| reading.tokens[at].is_capitalised())
}

/// The end of the capitalised words of which no list knows more than that people or towns are called so.
fn unlisted_end(reading: &Reading<'_>, known: &Known, first: usize) -> Option<usize> {
    let own = |at: usize| {
        let id = reading.ids[at];
        let word = reading.lexicon.word(id);
        let plain = Classes::COMMON | Classes::FUNCTION | Classes::CAPITALISED;
        let named = |list| {
            matches!(
                list,
                List::Surnames | List::GivenNames | List::Cities | List::Admin1
            )
        };
        (id == WordId::UNKNOWN || word.tags.is_empty() && !word.classes.intersects(plain))
            && reading.hits_at(at).iter().all(|hit| named(hit.list))
            && !reading.has_digit(at)
    };
    let end = (first..reading.tokens.len().min(first + LONGEST))
        .take_while(|at| {
            let token = &reading.tokens[*at];
            let begins = *at == first || token.gap == Gap::Space && known.end(*at).is_none();
            begins && token.is_word() && token.is_capitalised() && own(*at)
        })
        .count()
        + first;
    (end > first
        && !(end < reading.tokens.len()
            && joins(reading, end)
            && reading.tag(end) == Tag::Proper
            && club_word(reading, end, Label::ClubEnd).is_none()
            && club_word(reading, end, Label::ClubNickname).is_none()))
    .then_some(end)
}
