//! The noun that a number counts: the head of the noun group behind it, over modifiers and coordination.
//!
//! `more than 100,000 direct and indirect jobs`, `38 locally assembled Honda City 1.2L units`,
//! `3,900 CD 70 and CG 125 motorcycles`, `120 knocked-down Saga sedans`, `nine-member delegation`.

use std::borrow::Cow;

use crate::lexicon::{count_noun, unit, Classes, Form, List, Lists, Tag, TagSet, WordId};
use crate::mention::quantity::Quantity;
use crate::mention::Text;
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token, TokenKind};

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

/// What a word does in the group.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// Goes before the head: adjective, participle, name, singular noun, number in a name.
    Modifier,
    /// A plural, or a noun that is one without showing it.
    Plural,
    /// A hyphen inside a compound.
    Hyphen,
    /// "and", "or", a comma: between modifiers only.
    Link,
    /// Ends the group.
    Stop,
}

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
            Role::Stop => break,
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
        && !reading.lexicon.word(reading.ids[end - 1]).tags.has(Tag::Verb);
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

fn role(reading: &Reading<'_>, at: usize, start: usize, limit: usize) -> Role {
    let token = &reading.tokens[at];
    if token.gap > Gap::Line {
        return Role::Stop;
    }
    match token.kind {
        TokenKind::Word => word_role(reading, at, start),
        TokenKind::Number => {
            // "CG 125 motorcycles", "Airbus A320-200 jets"; "216 three-wheelers" is a word's matter.
            let behind_name = at > start
                && reading.tokens[at - 1].is_capitalised()
                && !reading.classes(at - 1).contains(Classes::FUNCTION);
            let behind_hyphen = at > start && token.glued() && reading.tokens[at - 1].is_hyphen();
            // "three 777 freighters"
            let is_type = at == start
                && token.end - token.start == 3
                && reading.tokens.get(at + 1).is_some_and(Token::is_word);
            let plain = token.end - token.start <= 5 && !token.text(reading.text).contains(',');
            let measures = reading
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.glued() && (next.is_hyphen() || next.is_word()));
            if plain && (behind_name || behind_hyphen || measures || is_type) {
                Role::Modifier
            } else {
                Role::Stop
            }
        }
        TokenKind::Punctuation if token.is_hyphen() => {
            let inside = at > start
                && token.glued()
                && at + 1 < limit
                && reading.tokens.get(at + 1).is_some_and(|next| next.glued());
            if inside {
                Role::Hyphen
            } else {
                Role::Stop
            }
        }
        // "large, modern buses"
        TokenKind::Punctuation if token.is(b',') => {
            let adjective = |at: usize| {
                reading
                    .ids
                    .get(at)
                    .is_some_and(|id| reading.lexicon.word(*id).tags.first() == Tag::Adjective)
            };
            if at > start && adjective(at - 1) && adjective(at + 1) {
                Role::Link
            } else {
                Role::Stop
            }
        }
        TokenKind::Symbol if token.is(b'&') => Role::Link,
        _ => Role::Stop,
    }
}

fn word_role(reading: &Reading<'_>, at: usize, start: usize) -> Role {
    let token = &reading.tokens[at];
    let word = reading.lexicon.word(reading.ids[at]);
    let tags = word.tags;
    // "knocked-down", "second-hand"
    let behind_hyphen = at > start && token.glued() && reading.tokens[at - 1].is_hyphen();
    let before_hyphen = reading
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.is_hyphen() && next.glued())
        && reading.tokens.get(at + 2).is_some_and(|next| next.glued());
    // "300 US shareholders", "20 IT firms"
    let acronym = token.shape == Shape::Upper && matches!(tags.first(), Tag::Pronoun | Tag::Wh);
    if word.classes.contains(Classes::FUNCTION) && !acronym {
        if behind_hyphen || before_hyphen {
            return Role::Modifier;
        }
        let more =
            at == start && (reading.is(at, "more") || reading.is(at, "fewer") || reading.is(at, "less"));
        return match tags.first() {
            Tag::Conjunction if reading.is(at, "and") || reading.is(at, "or") => Role::Link,
            Tag::Pronoun if reading.is(at, "ones") || reading.is(at, "others") => Role::Plural,
            // "two two-wheelers"
            Tag::Number => Role::Modifier,
            _ if more => Role::Modifier,
            _ if tags.has(Tag::Adjective) && !tags.has(Tag::Preposition) && !tags.has(Tag::Particle) => {
                Role::Modifier
            }
            _ => Role::Stop,
        };
    }
    // "a family of four spends", but "four cranes"
    let after_of = start >= 2 && reading.is(start - 2, "of") && takes_object(reading, at + 1);
    let verb = at == start
        && tags.first() == Tag::VerbS
        && (after_of || reading.tag(at) == Tag::VerbS)
        && reading.hit(at, List::CountNouns).is_none();
    if verb {
        return Role::Stop;
    }
    if is_plural(reading, at, tags) {
        return Role::Plural;
    }
    // "1,500 took part", "14,762 says": nothing but a finite verb.
    let finite = !tags.is_empty()
        && tags.iter().all(|tag| {
            matches!(
                tag,
                Tag::VerbPast | Tag::VerbS | Tag::Verb | Tag::Modal | Tag::Be | Tag::Have | Tag::Do
            )
        });
    if finite && token.shape == Shape::Lower {
        return Role::Stop;
    }
    Role::Modifier
}

/// Whether an object begins at a token: "spends Rs35,000", "spends its money".
fn takes_object(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.tag(at),
        Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Number
    ) || reading.hit(at, List::Currencies).is_some()
}

/// Whether a word can be the plural that a number asks for.
fn is_plural(reading: &Reading<'_>, at: usize, tags: TagSet) -> bool {
    // What is "pc" in small letters is something else in capitals.
    let token = &reading.tokens[at];
    let acronym = !token.glued() && token.end - token.start == 2 && token.is_capitalised();
    if tags.has(Tag::NounPlural) {
        return !acronym;
    }
    let listed = reading.hits_at(at).iter().any(|hit| {
        hit.list == List::CountNouns
            && hit.end as usize == at + 1
            && reading.lexicon.cell(hit.row, count_noun::NUMBER) != "singular"
    });
    if listed {
        return true;
    }
    let text = token.text(reading.text);
    let has_s = text.ends_with('s') && !text.ends_with("ss") && text.len() > 2;
    tags.is_empty()
        && has_s
        && match token.shape {
            // "boxships", unknown to the lists
            Shape::Lower => text.len() > 3 && !text.ends_with("us") && !text.ends_with("is"),
            // "LCVs"
            Shape::Upper | Shape::Mixed => true,
            _ => false,
        }
}

/// The end of a plural of several words that a list has at a token: "start-ups", "assembly lines"; or of a people:
/// "seven million Ethiopians".
fn listed(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    // "20 Boeing 787s"
    let glued_s = reading.tokens[at].is_number()
        && at + 1 < limit
        && reading.tokens[at + 1].glued()
        && reading.word(at + 1) == "s";
    if glued_s {
        return Some(at + 2);
    }
    reading
        .hits_at(at)
        .iter()
        .find(|hit| match hit.list {
            List::CountNouns => {
                hit.end as usize > at + 1 && reading.lexicon.cell(hit.row, count_noun::NUMBER) == "plural"
            }
            List::Countries => hit.form == Form::Demonym && reading.lexicon.surface(hit.entry).ends_with('s'),
            _ => false,
        })
        .map(|hit| hit.end as usize)
        .filter(|end| *end <= limit)
}

/// "five working days" are a length of time.
fn is_time(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .hit(at, List::Units)
        .is_some_and(|hit| reading.lexicon.cell(hit.row, unit::DIMENSION) == "time")
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

fn head<'x>(reading: &Reading<'x>, at: usize, end: usize, start: usize) -> Noun<'x> {
    // "e-bikes", "three-wheelers": the compound is the noun.
    let mut first = at;
    while first >= start + 2
        && reading.tokens[first].glued()
        && reading.tokens[first - 1].is_hyphen()
        && reading.tokens[first - 1].glued()
    {
        first -= 2;
    }
    let lemma = lemma(reading, at).map(|lemma| {
        if first == at {
            return lemma;
        }
        let prefix = reading.slice(first..at);
        Cow::Owned(format!("{}{lemma}", prefix.to_lowercase()))
    });
    Noun {
        end,
        lemma,
        is_adjacent: at == start,
        is_listed: reading.hit(at, List::CountNouns).is_some(),
    }
}

/// The singular of the noun at a token.
fn lemma<'x>(reading: &Reading<'x>, at: usize) -> Option<Text<'x>> {
    let hit = reading
        .hits_at(at)
        .iter()
        .find(|hit| hit.list == List::CountNouns && hit.end as usize == at + 1);
    if let Some(hit) = hit {
        return Some(Cow::Borrowed(reading.lexicon.cell(hit.row, count_noun::LEMMA)));
    }
    let glued_s =
        at > 0 && reading.tokens[at].glued() && reading.word(at) == "s" && reading.tokens[at - 1].is_number();
    if glued_s {
        // "B-52s"
        let hyphen = at >= 3 && reading.tokens[at - 1].glued() && reading.tokens[at - 2].is_hyphen();
        let first = if hyphen && reading.tokens[at - 2].glued() {
            at - 3
        } else {
            at - 1
        };
        return Some(reading.text_of(first..at));
    }
    let word = reading.lexicon.word(reading.ids[at]);
    if word.classes.contains(Classes::FUNCTION) {
        return None;
    }
    if let Some(lemma) = word.lemma(Tag::NounPlural).or_else(|| word.lemma(Tag::Noun)) {
        return Some(Cow::Borrowed(reading.lexicon.word_text(lemma)));
    }
    let text = reading.word(at);
    let singular = text.strip_suffix('s').unwrap_or(text);
    Some(match reading.tokens[at].shape {
        Shape::Lower | Shape::Upper | Shape::Mixed => Cow::Borrowed(singular),
        Shape::Capitalised => match people(reading, at) {
            Some(first) => Cow::Borrowed(reading.slice(first..at + 1).trim_end_matches('s')),
            // A350s
            None if singular.bytes().any(|b| b.is_ascii_digit()) => Cow::Borrowed(singular),
            None => Cow::Owned(singular.to_lowercase()),
        },
        _ => Cow::Owned(singular.to_lowercase()),
    })
}

/// The first token of the people's name that ends at a token: "Mexicans", "Sri Lankans".
fn people(reading: &Reading<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(1)..=at).find(|first| {
        reading
            .hits_at(*first)
            .iter()
            .any(|hit| hit.list == List::Countries && hit.form == Form::Demonym && hit.end as usize == at + 1)
    })
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
        && reading
            .lexicon
            .word(reading.ids[second])
            .tags
            .has(Tag::NounPlural);
    if same_class {
        return Noun {
            end: second + 1,
            lemma: None,
            ..noun
        };
    }
    noun
}
