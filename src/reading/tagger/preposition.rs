//! Prepositions against conjunctions of clauses, adverbs and particles.

use super::clause::Finite;
use super::view::{Follow, View, Word};
use crate::lexicon::{Keyword as K, List, Tag};

/// How many words of a name are looked over for its verb.
const NAME: usize = 6;

/// Prepositions, and what else they can be: conjunctions of clauses, adverbs, particles of verbs.
pub(super) fn preposition(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    let before = view.before(at, left.done);
    let next = view.follow(at + 1);
    let figure =
        view.choice(at + 1).first() == Tag::Number || next == Follow::Group && currency(view, at + 1);
    if choice.has(Tag::VerbIng) {
        return match left.tag {
            // `this was according to the bank`
            Tag::Be if view.is(at, K::According) && view.is(at + 1, K::To) => Tag::Preposition,
            Tag::Be if !view.is(at, K::Including) => Tag::VerbIng,
            Tag::Determiner if choice.has(Tag::Adjective) => Tag::Adjective,
            Tag::Determiner if choice.has(Tag::Noun) => Tag::Noun,
            _ if view.is(at, K::According) && !view.is(at + 1, K::To) => Tag::VerbIng,
            _ => Tag::Preposition,
        };
    }
    if view.is(at, K::Thanks) && !view.is(at + 1, K::To) {
        return Tag::NounPlural;
    }
    if view.is(at, K::As) {
        return as_word(view, at);
    }
    if choice.has(Tag::Verb)
        && matches!(left.tag, Tag::Pronoun | Tag::NounPlural | Tag::Wh)
        && view.clause.finite == Finite::No
    {
        // `we like it`
        if matches!(next, Follow::Group | Follow::To) {
            return Tag::Verb;
        }
    }
    if choice.first() == Tag::Particle {
        return particle(view, word, next, figure);
    }
    if choice.has(Tag::Subordinator) && !view.is(at, K::For) && clause_follows(view, at + 1) {
        return Tag::Subordinator;
    }
    if figure && choice.has(Tag::Adverb) && view.is_bound(at) {
        // `sold over 200 units`, `to about 14,000`
        let measured = before.is_verb()
            || matches!(
                before,
                Tag::Preposition | Tag::To | Tag::Determiner | Tag::Particle | Tag::Be
            );
        return if measured { Tag::Adverb } else { Tag::Preposition };
    }
    match next {
        Follow::Group | Follow::Noun | Follow::Clause => Tag::Preposition,
        Follow::Verb | Follow::Past if !choice.has(Tag::Subordinator) || before != Tag::Have => {
            Tag::Preposition
        }
        Follow::To if choice.has(Tag::Particle) && before.is_verb() => Tag::Particle,
        _ if choice.has(Tag::Particle) && before.is_verb() => Tag::Particle,
        Follow::Mark
        | Follow::End
        | Follow::Finite
        | Follow::Past
        | Follow::Conjunction
        | Follow::Preposition
            if choice.has(Tag::Adverb) =>
        {
            Tag::Adverb
        }
        Follow::Mark | Follow::End | Follow::Preposition
            if choice.has(Tag::Adjective) && left.tag == Tag::Be =>
        {
            Tag::Adjective
        }
        _ => Tag::Preposition,
    }
}

/// `$`, `£`, `US$` and their like.
fn currency(view: &View<'_, '_>, at: usize) -> bool {
    view.choice(at).first() == Tag::Mark || view.reading.hit(at, List::Currencies).is_some()
}

/// `up`, `off`, `out`, `down`
fn particle(view: &View<'_, '_>, word: Word<'_>, next: Follow, figure: bool) -> Tag {
    let Word { choice, at, left } = word;
    let before = view.before(at, left.done);
    if before.is_verb() {
        return Tag::Particle;
    }
    if figure || view.is(at + 1, K::By) || matches!(before, Tag::Be) {
        return Tag::Adverb;
    }
    if view.is(at + 1, K::To) && view.choice(at + 2).first() == Tag::Number {
        return Tag::Adverb;
    }
    match next {
        Follow::Group | Follow::Noun if choice.has(Tag::Preposition) => Tag::Preposition,
        _ if view.is(at, K::Out) && view.is(at + 1, K::Of) => Tag::Preposition,
        _ => Tag::Adverb,
    }
}

fn as_word(view: &View<'_, '_>, at: usize) -> Tag {
    // `as many as`, `as well as`, `as much as`
    if view.is(at + 2, K::As)
        && matches!(
            view.choice(at + 1).first(),
            Tag::Adverb | Tag::Adjective | Tag::Determiner
        )
    {
        return Tag::Adverb;
    }
    match view.follow(at + 1) {
        Follow::Past => {
            if view.group_goes_on(at + 2) {
                Tag::Preposition
            } else {
                Tag::Subordinator
            }
        }
        // "will serve as chief executive until a successor is found": the verb is that of the clause on the way.
        _ if clause_follows(view, at + 1) && (view.main_ahead(at + 1) || !view.finite_ahead(at + 1)) => {
            Tag::Subordinator
        }
        _ => Tag::Preposition,
    }
}

/// Whether a clause with a subject of its own begins at a token.
pub(super) fn clause_follows(view: &View<'_, '_>, at: usize) -> bool {
    let first = view.choice(at).first();
    match first {
        Tag::Pronoun | Tag::There => !matches!(
            view.follow(at + 1),
            Follow::Mark | Follow::End | Follow::Preposition | Follow::Conjunction
        ),
        // `after 13 people were`; but `since 2019 sales have`, whose verb is that of the clause around
        Tag::Number if counts(view, at) => view.clause.finite != Finite::No && view.finite_ahead(at),
        Tag::Number | Tag::VerbIng | Tag::VerbPart | Tag::VerbPast | Tag::That | Tag::Wh => false,
        _ if view.clause.subject && view.clause.finite == Finite::No => false,
        _ => view.finite_ahead(at) || name_acts(view, at),
    }
}

/// Whether a figure at a token counts the noun right behind it, and is no year or day.
fn counts(view: &View<'_, '_>, at: usize) -> bool {
    let next = view.choice(at + 1);
    let text = view.reading.tokens[at].text(view.reading.text);
    let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    next.first() == Tag::NounPlural && !year
}

/// Whether a name does what a word of the past says: `after President Roe signed off on it`, `since Mary left in May`.
fn name_acts(view: &View<'_, '_>, at: usize) -> bool {
    let behind = (at..at + NAME).find(|token| view.choice(*token).first() != Tag::Proper);
    behind.is_some_and(|verb| {
        let choice = view.choice(verb);
        verb > at && choice.has(Tag::VerbPast) && choice.first() != Tag::Adjective && !view.agent(verb + 1)
    })
}
