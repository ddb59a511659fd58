//! The noun that a number counts: the head of the noun group behind it, over modifiers and coordination.
//!
//! `more than 100,000 direct and indirect jobs`, `38 locally assembled Honda City 1.2L units`,
//! `3,900 CD 70 and CG 125 motorcycles`, `120 knocked-down Saga sedans`, `nine-member delegation`.

mod head;
mod role;

use crate::lexicon::{count_noun, Classes, List, Lists, Tag, WordId};
use crate::mention::quantity::Quantity;
use crate::mention::Text;
use crate::reading::Reading;
use crate::token::{Gap, Shape};
use head::head;
use role::{is_plural, is_time, listed, role, Role};

/// What is counted.
#[derive(Debug)]
pub(super) struct Noun<'x> {
    /// The token after it.
    pub(super) end: usize,
    /// Its singular; none for "ones" and "others".
    pub(super) lemma: Option<Text<'x>>,
    /// It stands right behind the number.
    pub(super) is_adjacent: bool,
    /// The list of counted nouns has it.
    pub(super) is_listed: bool,
}

/// How far a head may stand from its number.
const WIDEST: usize = 12;

/// The noun behind a quantity without unit.
pub(super) fn after<'x>(reading: &Reading<'x>, quantity: &Quantity<'x>) -> Option<Noun<'x>> {
    let start = quantity.end as usize;
    let sentence = reading.sentence_tokens(start.saturating_sub(1)).end;
    let limit = sentence.min(start + WIDEST);
    if start >= limit {
        return None;
    }
    if let Some(noun) = hyphenated(reading, start, limit) {
        return Some(noun);
    }
    if reading.tokens[start].glued() {
        return None;
    }
    let singular = quantity.amount.low == rust_decimal::Decimal::ONE && !quantity.is_range;
    let mut at = start;
    let mut linked = false;
    while at < limit {
        if let Some(end) = past_models(reading, at, limit) {
            at = end;
            linked = false;
            continue;
        }
        let whole = listed(reading, at, limit);
        let role = match whole {
            Some(_) => Role::Plural,
            None => role(reading, at, start, limit),
        };
        match role {
            Role::Stop => {
                if let Some(noun) = elided(reading, start, at).filter(|_| linked) {
                    return Some(noun);
                }
                break;
            }
            Role::Link if at == start || linked => break,
            Role::Link => linked = true,
            Role::Hyphen => {}
            Role::Modifier => {
                linked = false;
                if singular && is_singular_head(reading, at, limit) {
                    return Some(head(reading, at, at + 1, start));
                }
            }
            Role::Plural => {
                let end = whole.unwrap_or(at + 1);
                if reading.classes(end - 1).contains(Classes::FUNCTION) && !reading.tokens[end - 1].glued() {
                    // "800 permanent ones"
                    return Some(Noun {
                        end: start,
                        lemma: None,
                        is_adjacent: false,
                        is_listed: false,
                    });
                }
                if !goes_on(reading, end, limit, at) {
                    if is_time(reading, end - 1) {
                        return None;
                    }
                    return Some(coordinated(reading, head(reading, end - 1, end, start), limit));
                }
                linked = false;
                at = end - 1;
            }
        }
        at += 1;
    }
    named(reading, start, at)
}

/// How many words bound a number: "more than", "up to".
const BOUND: usize = 2;

/// "900 direct | and | about | 4,000 indirect jobs": the first number counts what the second one tells, of another sort.
fn elided<'x>(reading: &Reading<'x>, start: usize, behind: usize) -> Option<Noun<'x>> {
    let link = behind.checked_sub(1).filter(|link| *link > start)?;
    let sorts = (start..link).all(|at| {
        let tags = reading.lexicon.word(reading.ids[at]).tags;
        reading.tokens[at].is_hyphen() || tags.has(Tag::Adjective) || tags.has(Tag::VerbPart)
    });
    let sentence = reading.sentence_tokens(link).end;
    let number = (behind..sentence.min(behind + BOUND + 1)).find(|at| reading.tokens[*at].is_number())?;
    let bounds = (behind..number).all(|at| {
        let word = reading.lexicon.word(reading.ids[at]);
        word.classes.contains(Classes::FUNCTION) || word.tags.has(Tag::Adverb)
    });
    if !sorts || !bounds {
        return None;
    }
    let first = number + 1;
    let limit = sentence.min(first + WIDEST);
    let mut roles = (first..limit).map(|at| (at, role(reading, at, first, limit)));
    let (at, role) = roles.find(|(_, role)| !matches!(role, Role::Modifier | Role::Hyphen))?;
    // Another sort stands before the noun, or they are the same.
    let lemma = (at > first && role == Role::Plural).then(|| head(reading, at, at + 1, first).lemma)?;
    Some(Noun {
        end: link,
        lemma,
        is_adjacent: false,
        is_listed: false,
    })
}

/// "800 new | A320 | jets", "736 | Lion's City | buses", "200,000 | Silverado and Tahoe | trucks": the
/// end of models that a noun in small letters follows.
fn past_models(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let model = |at: usize| {
        let hits = reading.hits_of(at, Lists::of(&[List::VehicleModels, List::Products]));
        hits.map(|hit| hit.end as usize).max().filter(|end| *end < limit)
    };
    let mut end = model(at).filter(|_| !reading.tokens[at].glued())?;
    loop {
        let comma = usize::from(reading.tokens[end].is(b','));
        let and = usize::from(reading.is(end + comma, "and") || reading.is(end + comma, "or"));
        let next = end + comma + and;
        match model(next) {
            Some(last) if next > end => end = last,
            _ => break,
        }
    }
    let token = &reading.tokens[end];
    let noun = token.is_word()
        && token.shape == Shape::Lower
        && token.gap == Gap::Space
        && !reading.classes(end).contains(Classes::FUNCTION);
    noun.then_some(end)
}

/// "4 Dreamliners", "20 Toyota Corollas": a name in the plural, when nothing but a name stands behind the number.
fn named<'x>(reading: &Reading<'x>, start: usize, end: usize) -> Option<Noun<'x>> {
    // "nine more A220s"
    let more = start < end && (reading.is(start, "more") || reading.is(start, "new"));
    let start = start + usize::from(more);
    let names = reading
        .tokens
        .get(start..end)?
        .iter()
        .take_while(|token| token.is_capitalised() || token.is_number() || token.is_hyphen());
    let end = start + names.count();
    let last = reading.tokens[start..end].last()?;
    let is_plural = last.is_word()
        && matches!(last.shape, Shape::Capitalised | Shape::Mixed | Shape::Upper)
        && last.text(reading.text).ends_with('s')
        && !reading.may_be(end - 1, Tag::Verb);
    (is_plural && is_model(reading, start, end)).then(|| head(reading, end - 1, end, start))
}

/// Whether a plural name is one that can be counted: a model of the lists, or a word that no list has.
fn is_model(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    (end == start + 1 && reading.ids[start] == WordId::UNKNOWN)
        || (start..end).any(|at| {
            reading.hits_at(at).iter().any(|hit| {
                hit.end as usize == end && matches!(hit.list, List::VehicleModels | List::Products)
            })
        })
}

/// "600-unit", "nine-member delegation": a singular noun behind a hyphen.
fn hyphenated<'x>(reading: &Reading<'x>, start: usize, limit: usize) -> Option<Noun<'x>> {
    let hyphen = &reading.tokens[start];
    if !(hyphen.is_hyphen() && hyphen.glued() && start + 1 < limit && reading.tokens[start + 1].glued()) {
        return None;
    }
    let at = start + 1;
    let hit = reading.hits_at(at).iter().find(|hit| {
        hit.list == List::CountNouns && !reading.lexicon.cell(hit.row, count_noun::CLASS).is_empty()
    })?;
    let mut noun = head(reading, hit.end as usize - 1, hit.end as usize, at);
    // A body of so many members is named with them.
    let group = noun.end;
    let is_member = reading.is(at, "member") || reading.is(at, "man");
    let names_group = is_member
        && group < limit
        && reading.tokens[group].gap == Gap::Space
        && reading.tokens[group].shape == Shape::Lower
        && reading.lexicon.word(reading.ids[group]).tags.first().is_noun();
    if names_group {
        noun.end = group + 1;
    }
    Some(noun)
}

/// Whether the group goes on behind a plural: "sports cars", "General Motors workers", "sales outlets".
fn goes_on(reading: &Reading<'_>, at: usize, limit: usize, plural: usize) -> bool {
    if at >= limit {
        return false;
    }
    let token = &reading.tokens[at];
    if token.gap > Gap::Space {
        return false;
    }
    if token.is_hyphen() {
        return token.glued() && reading.tokens.get(at + 1).is_some_and(|next| next.glued());
    }
    if !token.is_word() {
        return false;
    }
    let word = reading.lexicon.word(reading.ids[at]);
    if word.classes.contains(Classes::FUNCTION) {
        return false;
    }
    let capitalised = reading.tokens[plural].shape == Shape::Capitalised;
    if capitalised && token.shape == Shape::Lower {
        // "20 United States companies", but "12 Countries sign".
        return word.tags.first().is_noun() && !word.tags.has(Tag::Verb);
    }
    is_plural(reading, at, word.tags) && !word.tags.has(Tag::VerbS)
}

/// Whether a singular noun behind "1" is the head: nothing that could be one follows.
fn is_singular_head(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let noun = |at: usize| {
        let tags = reading.lexicon.word(reading.ids[at]).tags;
        tags.is_empty() || tags.has(Tag::Noun)
    };
    let next = at + 1;
    if reading.tokens[at].shape == Shape::Capitalised {
        return false;
    }
    let ends = next >= limit
        || !reading.tokens[next].is_word()
        || reading.classes(next).contains(Classes::FUNCTION)
        || !noun(next);
    noun(at)
        && ends
        && !reading
            .tokens
            .get(next)
            .is_some_and(|token| token.is_hyphen() && token.glued())
}

/// "160 buses and lorries": one number for two kinds of a class is a count of neither alone.
fn coordinated<'x>(reading: &Reading<'x>, noun: Noun<'x>, limit: usize) -> Noun<'x> {
    let class = |at: usize| {
        reading
            .hits_at(at)
            .iter()
            .find(|hit| hit.list == List::CountNouns && hit.end as usize == at + 1)
            .map(|hit| reading.lexicon.cell(hit.row, count_noun::CLASS))
    };
    let second = noun.end + 1;
    let same_class = second < limit
        && reading.is(noun.end, "and")
        && reading.hit(second, List::NumberWords).is_none()
        && class(second).is_some()
        && class(second) == class(noun.end - 1)
        && reading.may_be(second, Tag::NounPlural);
    if same_class {
        return Noun {
            end: second + 1,
            lemma: None,
            ..noun
        };
    }
    noun
}
