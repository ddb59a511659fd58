//! Whom a verb of seeing, helping or letting has do something: `will see the firm plan a plant`.

use super::view::{Left, View};
use crate::lexicon::{Keyword as K, Keywords, Tag};

/// Whether the noun to the left is what somebody sees do something, helps to do it or lets do it: `will see the firm plan
/// a plant`.
pub(super) fn made_to(view: &View<'_, '_>, left: Left<'_>) -> bool {
    let verb = view.clause.verb_at;
    seen(view, left)
        || (view.among(verb, const { Keywords::of(&[K::Let, K::Lets]) }) || helps(view))
            && beside_verb(view, left)
}

/// Whether the last verb is "help".
fn helps(view: &View<'_, '_>) -> bool {
    const HELPS: Keywords = Keywords::of(&[K::Help, K::Helped, K::Helps, K::Helping]);
    view.among(view.clause.verb_at, HELPS) && view.clause.verb.is_verb()
}

/// Whether the noun to the left is what somebody sees do something, or whom a question asks about: `saw sales fall`.
pub(super) fn seen(view: &View<'_, '_>, left: Left<'_>) -> bool {
    let verb = view.clause.verb_at;
    // `not only did Shell build a plant`
    let asks = || left.done.get(verb) == Some(&Tag::Do);
    (view.among(verb, const { Keywords::of(&[K::See, K::Sees, K::Saw, K::Seen]) }) || asks())
        && beside_verb(view, left)
}

/// Whether the pronoun to the left stands right behind a verb of seeing, helping or letting: `a deal that will see it buy`.
pub(super) fn sees_somebody(view: &View<'_, '_>, left: Left<'_>) -> bool {
    const MAKES: Keywords = Keywords::of(&[
        K::See,
        K::Sees,
        K::Saw,
        K::Seen,
        K::Let,
        K::Lets,
        K::Help,
        K::Helped,
        K::Helps,
    ]);
    view.clause.verb_at + 1 == left.at && view.clause.verb.is_verb() && view.among(view.clause.verb_at, MAKES)
}

/// Whether the noun to the left ends the noun group right behind the last verb.
fn beside_verb(view: &View<'_, '_>, left: Left<'_>) -> bool {
    let verb = view.clause.verb_at;
    matches!(left.tag, Tag::Noun | Tag::NounPlural | Tag::Proper)
        && left.at.saturating_sub(verb) <= 8
        && left.at > verb
        && (verb + 1..=left.at).all(|at| {
            view.hyphen(at)
                || matches!(
                    left.done[at],
                    Tag::Determiner
                        | Tag::Possessive
                        | Tag::Genitive
                        | Tag::Adjective
                        | Tag::Adverb
                        | Tag::Number
                        | Tag::Noun
                        | Tag::NounPlural
                        | Tag::Proper
                )
        })
}
