//! What each word behind a number does in the noun group.

use crate::lexicon::{unit, Classes, Form, Label, List, Tag, TagSet};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token, TokenKind};

/// What a word does in the group.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Role {
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

pub(super) fn role(reading: &Reading<'_>, at: usize, start: usize, limit: usize) -> Role {
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
            // "12,600 2013 XTS vans", "40,000 model year 2024 pickups"
            let year = token.end - token.start == 4
                && matches!(token.first, b'1' | b'2')
                && (at == start || reading.is(at - 1, "year"))
                && reading
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.is_word() && next.gap == Gap::Space);
            let plain = token.end - token.start <= 5 && !token.text(reading.text).contains(',');
            let measures = reading
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.glued() && (next.is_hyphen() || next.is_word()));
            if plain && (behind_name || behind_hyphen || measures || is_type || year) {
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
            let listed = || is_in_row(reading, at, start, limit);
            if at > start && (adjective(at - 1) && adjective(at + 1) || listed()) {
                Role::Link
            } else {
                Role::Stop
            }
        }
        TokenKind::Symbol if token.is(b'&') => Role::Link,
        _ => Role::Stop,
    }
}

/// "12 coal, | gas and oil plants": whether a comma parts modifiers of which "and" joins the last to the head.
fn is_in_row(reading: &Reading<'_>, comma: usize, start: usize, limit: usize) -> bool {
    let modifier = |at: usize| {
        let token = &reading.tokens[at];
        let tags = reading.lexicon.word(reading.ids[at]).tags;
        let hyphen = token.is_hyphen() && token.glued();
        let fits = matches!(
            tags.first(),
            Tag::Noun | Tag::Adjective | Tag::VerbIng | Tag::VerbPart | Tag::VerbPast | Tag::Proper
        );
        hyphen || token.is_word() && token.gap <= Gap::Space && (tags.is_empty() || fits)
    };
    if !(start..comma).all(|at| modifier(at) || reading.tokens[at].is(b',')) {
        return false;
    }
    let last = (comma + 1..limit).find(|at| !modifier(*at) && !reading.tokens[*at].is(b','));
    let Some(and) = last.filter(|and| reading.is_one_of(*and, &["and", "or"])) else {
        return false;
    };
    let (joined, behind) = (and - comma > 1, and + 1);
    let mut head = (behind..limit).skip_while(|at| {
        modifier(*at) && !is_plural(reading, *at, reading.lexicon.word(reading.ids[*at]).tags)
    });
    let is_head = |at: usize| {
        let tags = reading.lexicon.word(reading.ids[at]).tags;
        at > behind && reading.tokens[at].is_word() && is_plural(reading, at, tags)
    };
    joined && head.next().is_some_and(is_head)
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
pub(super) fn is_plural(reading: &Reading<'_>, at: usize, tags: TagSet) -> bool {
    // What is "pc" in small letters is something else in capitals.
    let token = &reading.tokens[at];
    let acronym = !token.glued() && token.end - token.start == 2 && token.is_capitalised();
    if tags.has(Tag::NounPlural) {
        return !acronym;
    }
    let listed = reading.hits_at(at).iter().any(|hit| {
        hit.list == List::CountNouns && hit.end as usize == at + 1 && hit.label != Label::Singular
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
pub(super) fn listed(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
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
            List::CountNouns => hit.end as usize > at + 1 && hit.label == Label::Plural,
            List::Countries => hit.form == Form::Demonym && reading.lexicon.surface(hit.entry).ends_with('s'),
            _ => false,
        })
        .map(|hit| hit.end as usize)
        .filter(|end| *end <= limit)
}

/// "five working days" are a length of time.
pub(super) fn is_time(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .hit(at, List::Units)
        .is_some_and(|hit| reading.lexicon.cell(hit.row, unit::DIMENSION) == "time")
}
