//! Base forms of verbs against nouns and adjectives of the same form.

use super::clause::Finite;
use super::present::{closes_with_speaker, is_of_subject, object_of_verb, relative, says};
use super::seen::{made_to, seen, sees_somebody};
use super::view::{Follow, Left, View, Word, NOMINAL};
use crate::lexicon::{Class, Classes, Keyword as K, Keywords, Tag, INDEFINITE};

/// How many words of a name are looked over.
const NAME: usize = 8;
/// How many tokens behind `to` or `by` a figure may begin.
const EXTENT: usize = 4;

/// Whether a base form is the verb, not a noun or adjective.
pub(super) fn base(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    let follow = view.follow(at + 1);
    let group = is_group(follow);
    let likely = choice.first() == Tag::Verb;
    if !choice.any(NOMINAL) {
        return true;
    }
    if matches!(follow, Follow::Mark | Follow::End) && closes_with_speaker(view, Tag::Verb, &word) {
        return true;
    }
    // `will see Shell buy Mercer`, `will see Kenya call back cars`, `will see ten shops close`
    let particle = || view.choice(at + 1).has(Tag::Particle);
    let plural =
        left.tag == Tag::NounPlural && (likely && follow != Follow::Finite || follow == Follow::Preposition);
    if (group || left.tag == Tag::Proper && (likely || particle()) || plural || moves(view, at + 1))
        && seen(view, left)
        || follow != Follow::Finite
            && made_to(view, left)
            && !seen(view, left)
            // `let its digital tax lapse`
            && (likely || group || !ends_verb(view, at + 1))
    {
        return true;
    }
    match left.tag {
        Tag::Pronoun => {
            let singular = view.among(
                left.at,
                const { Keywords::of(&[K::It, K::He, K::She, K::This, K::That]) },
            );
            !singular || follow != Follow::Finite && sees_somebody(view, left)
        }
        // `scientists who study the herd have`: what it does stands right behind.
        Tag::Wh
            if follow == Follow::Group
                && view.is(left.at, K::Who)
                && left.at > view.first
                && left.done[left.at - 1] == Tag::NounPlural =>
        {
            view.choice(at + 1).first() != Tag::Pronoun
        }
        Tag::Wh | Tag::That => (group || likely) && relative(view, word),
        Tag::NounPlural => behind_plural(view, follow, word),
        Tag::Noun | Tag::Proper => behind_noun(view, follow, word),
        Tag::Number => group && view.clause.finite == Finite::No,
        Tag::Conjunction => goes_on(view, follow, word),
        Tag::Mark => {
            let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| left.done[at]);
            before == Tag::Verb && view.clause.verb == Tag::Verb
        }
        Tag::Unknown => likely && matches!(follow, Follow::Group),
        tag if tag.is_verb() => view.among(
            left.at,
            const { Keywords::of(&[K::Help, K::Helped, K::Helps, K::Helping, K::Let, K::Lets]) },
        ),
        _ => false,
    }
}

/// Whether a noun group, an infinitive or a clause follows.
fn is_group(follow: Follow) -> bool {
    matches!(follow, Follow::Group | Follow::To | Follow::Clause)
}

/// Whether a base form behind a plural is its verb: `banks cut rates`.
fn behind_plural(view: &View<'_, '_>, follow: Follow, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    let likely = choice.first() == Tag::Verb;
    // `construction of a data centre in Lima`: one thing, which the plural only describes.
    let one = left.at > view.first && view.among(left.at - 1, INDEFINITE);
    if view.clause.finite == Finite::Yes || one || object_of_verb(view, left) && !likely {
        return false;
    }
    match follow {
        Follow::Finite => false,
        Follow::Group => true,
        Follow::Clause => says(view, at + 1, likely),
        Follow::To => !view.finite_ahead(at + 1),
        Follow::Past => false,
        // `figures show output fell`: the verb ahead is that of what they show.
        Follow::Noun if view.is_in(at, Classes::CLAUSE) && view.clause.finite == Finite::No => true,
        _ if left.adverb || likely => !view.finite_ahead(at + 1),
        Follow::Preposition | Follow::Adverb | Follow::Noun => {
            view.clause.finite == Finite::No && !view.finite_ahead(at + 1)
        }
        // `Tea prices jump`
        Follow::End | Follow::Mark => {
            view.style.headline && view.is_in(at, Classes::MOVES) && view.clause.finite == Finite::No
        }
        _ => false,
    }
}

/// Whether a base form behind a noun in the singular or a name is the verb of several: `Honda and Toyota plan to`.
fn behind_noun(view: &View<'_, '_>, follow: Follow, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    let group = is_group(follow);
    let likely = choice.first() == Tag::Verb;
    // `Honda and Toyota plan to`, `Honda, Toyota plan to`
    let listed =
        names_listed(view, left) && (follow == Follow::To || view.style.headline && follow == Follow::Noun);
    view.clause.finite == Finite::No
        && (view.clause.joined && !is_one(view, left) || likely || listed)
        // `Roe and Diaz also face charges`
        && (group || listed || left.adverb && view.clause.joined && follow == Follow::Noun)
        && !view.finite_ahead(at + 1)
        || is_of_subject(view, Tag::NounPlural, word) && matches!(follow, Follow::Preposition | Follow::Group)
}

/// Whether a base form behind a conjunction is an infinitive or base form like the verb before.
fn goes_on(view: &View<'_, '_>, follow: Follow, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    let group = is_group(follow);
    let likely = choice.first() == Tag::Verb;
    let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| left.done[at]);
    // `to cut prices and profit margins`, but `to favour large firms and impact open trade`
    let compound =
        view.reading.is_of(at, Class::Modifier) && view.choice(at + 1).pick(NOMINAL) != Some(Tag::Adjective);
    // "to close a third of its shops and fire more than 400 people"
    let far = if group { 12 } else { 8 };
    // `it won the case but still faces a fine`
    let again = left.adverb
        && view.clause.finite != Finite::No
        && (likely || matches!(view.choice(at + 1).first(), Tag::Determiner | Tag::Possessive))
        && !view.finite_ahead(at + 1);
    let near = at - view.clause.verb_at.min(at) <= far;
    again
        || view.clause.verb == Tag::Verb
            && (before == Tag::Verb
                || near
                    && (likely || group || follow == Follow::Noun && !compound)
                    && !view.is(at + 1, K::Of))
}

/// Whether nothing but names parted by commas stands before a word: `Posco, Nippon Steel raise prices`.
fn names_listed(view: &View<'_, '_>, left: Left<'_>) -> bool {
    const LONG: usize = 12;
    let before = view.first..left.at + 1;
    let comma = |at: usize| view.reading.tokens[at].is(b',');
    before.len() <= LONG
        && before.clone().any(comma)
        && before
            .into_iter()
            .all(|at| left.done[at] == Tag::Proper || comma(at))
}

/// Whether the noun to the left is one thing, which no conjunction joins to another: `Roe and Sons, a Houston firm that`, but
/// `Ford and a partner plan to`.
fn is_one(view: &View<'_, '_>, left: Left<'_>) -> bool {
    let mut before = (view.first..left.at).rev().take(NAME);
    let article = before.find(|at| !matches!(left.done[*at], Tag::Noun | Tag::Proper | Tag::Adjective));
    article.is_some_and(|at| {
        let joined = at > view.first && left.done[at - 1] == Tag::Conjunction;
        view.among(at, INDEFINITE) && !joined
    })
}

/// Whether a word that can be a verb ends its clause.
fn ends_verb(view: &View<'_, '_>, at: usize) -> bool {
    view.choice(at).has(Tag::Verb) && matches!(view.follow(at + 1), Follow::End | Follow::Mark)
}

/// Whether a movement's extent follows: `saw its sales fall to $4m`, `saw profit rise by 5%`, but `saw a rise in sales`.
fn moves(view: &View<'_, '_>, at: usize) -> bool {
    let bound = view.among(at, const { Keywords::of(&[K::To, K::By, K::From]) });
    bound
        && (at + 1..at + EXTENT)
            .any(|at| view.choice(at).first() == Tag::Number || view.follow(at) == Follow::Group)
}
