//! Nouns, verbs, adjectives and adverbs that share a form.

use super::view::{Finite, Follow, Left, View, NOUNISH};
use crate::lexicon::{Keyword as K, Keywords, Tag, TagSet, Tags};

const PAST: Tags = Tags::of(&[Tag::VerbPast]);
const PART: Tags = Tags::of(&[Tag::VerbPart]);
const PASTS: Tags = Tags::of(&[Tag::VerbPast, Tag::VerbPart]);
const FINITES: Tags = Tags::of(&[Tag::VerbS, Tag::VerbPast, Tag::Verb]);
/// What a word can be inside a noun group.
const NOMINAL: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural, Tag::Adjective, Tag::Number]);

/// The tag of an open-class word that can be more than one thing.
pub(super) fn settle(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left, done: &[Tag]) -> Tag {
    match left.tag {
        Tag::Modal | Tag::To | Tag::Do if choice.has(Tag::Verb) => return Tag::Verb,
        Tag::Have if choice.has(Tag::VerbPart) => return Tag::VerbPart,
        Tag::Be => return after_be(view, choice, at, left),
        _ => {}
    }
    let verbal = choice.any(FINITES) || choice.has(Tag::VerbPart);
    if !verbal {
        return if choice.has(Tag::VerbIng) {
            ing(view, choice, at, left, done)
        } else {
            modifier_or_noun(view, choice, at, left)
        };
    }
    if determined(view, choice, at, left) {
        return nominal(view, choice, at, left);
    }
    let verb = match () {
        () if choice.any(PASTS) && !choice.has(Tag::Verb) => Some(past(view, choice, at, left, done)),
        () if choice.any(PASTS) => cut(view, choice, at, left, done),
        () if choice.has(Tag::VerbS) => third_person(view, choice, at, left, done).then_some(Tag::VerbS),
        () => base(view, choice, at, left, done).then_some(Tag::Verb),
    };
    verb.unwrap_or_else(|| nominal(view, choice, at, left))
}

/// Whether what stands to the left wants a noun or what goes before one.
fn determined(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left) -> bool {
    match left.tag {
        Tag::Determiner => true,
        // `sales in 2024 jumped 5pc`, but `20 imported cars`
        Tag::Number if choice.any(PASTS) => view.group_goes_on(at + 1) && !when(view, at + 1),
        // `the two plan to`
        Tag::Number => {
            let verb = choice.any(FINITES) && matches!(view.follow(at + 1), Follow::Group | Follow::To);
            !(verb && (view.clause.finite == Finite::No || view.outer_open()))
        }
        Tag::Possessive | Tag::Genitive | Tag::Preposition => true,
        // `to` before what cannot be a verb; an adjective after "is" has no noun to come.
        Tag::To => true,
        Tag::Adjective => {
            // `the rich made their money`, `the public supports it`
            let noun = view.choice(left.at).any(NOUNISH) || choice.any(PASTS);
            let verb =
                noun && choice.any(FINITES) && matches!(view.follow(at + 1), Follow::Group | Follow::Clause);
            !(left.adverb || verb && view.clause.finite == Finite::No)
        }
        _ => false,
    }
}

/// After a form of "be".
fn after_be(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left) -> Tag {
    if choice.has(Tag::VerbIng)
        && (choice.first() == Tag::VerbIng || !matches!(view.follow(at + 1), Follow::End | Follow::Mark))
    {
        return Tag::VerbIng;
    }
    if choice.any(PART) {
        let adjective = choice.first() == Tag::Adjective && !view.is(at + 1, K::By);
        return if adjective { Tag::Adjective } else { Tag::VerbPart };
    }
    if choice.has(Tag::Adjective) && !view.group_goes_on(at + 1) {
        return Tag::Adjective;
    }
    nominal(view, choice, at, left)
}

/// The reading inside a noun group.
fn nominal(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left) -> Tag {
    if choice.any(PASTS) && !choice.any(NOMINAL) {
        return Tag::VerbPart;
    }
    if choice.any(PASTS) && choice.first() != Tag::Noun && view.group_goes_on(at + 1) {
        return match choice.pick(Tags::of(&[Tag::Adjective, Tag::VerbPart])) {
            Some(Tag::Adjective) if choice.first() != Tag::VerbPart => Tag::Adjective,
            _ => Tag::VerbPart,
        };
    }
    modifier_or_noun(view, choice, at, left)
}

/// An adjective before a noun, a noun elsewhere; adverbs where neither fits.
fn modifier_or_noun(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left) -> Tag {
    if left.tag == Tag::To && choice.has(Tag::Adverb) {
        return Tag::Adverb;
    }
    let noun = choice.pick(NOUNISH);
    let goes_on = view.group_goes_on(at + 1);
    // `oil giant Shell`, `the firm built cars`
    let noun_here = choice.first() == Tag::Noun
        && matches!(
            view.choice(at + 1).first(),
            Tag::Proper | Tag::VerbPart | Tag::VerbPast
        );
    if choice.has(Tag::Proper) && !goes_on {
        return Tag::Proper;
    }
    if choice.has(Tag::Adjective) && (goes_on && !noun_here || noun.is_none()) {
        let adverb = choice.has(Tag::Adverb)
            && !goes_on
            && !matches!(
                left.tag,
                Tag::Be | Tag::Determiner | Tag::Possessive | Tag::Genitive
            );
        return if adverb { Tag::Adverb } else { Tag::Adjective };
    }
    if let Some(noun) = noun {
        return noun;
    }
    choice.first()
}

/// Past tense or past participle.
fn past(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left, done: &[Tag]) -> Tag {
    if !choice.any(PART) {
        return Tag::VerbPast;
    }
    if !choice.any(PAST) {
        return Tag::VerbPart;
    }
    let follow = view.follow(at + 1);
    let agent = view.agent(at + 1);
    let before_noun = || choice.first() != Tag::VerbPast && follow == Follow::Noun;
    let tag = match left.tag {
        // `Are you prepared`, `Had it happened`
        Tag::Pronoun if left.at > 0 && matches!(done[left.at - 1], Tag::Be | Tag::Have) => Tag::VerbPart,
        Tag::Pronoun => Tag::VerbPast,
        Tag::Wh | Tag::That => {
            if before_noun() && view.finite_ahead(at + 1) {
                Tag::VerbPart
            } else {
                Tag::VerbPast
            }
        }
        Tag::Subordinator => Tag::VerbPart,
        Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number => after_noun(view, choice, at, left, done),
        Tag::Conjunction => after_conjunction(view, choice, at, left, done),
        Tag::Mark => after_mark(view, choice, at, left, done),
        Tag::Unknown => Tag::VerbPart,
        Tag::Adjective if agent => Tag::VerbPart,
        Tag::Adjective if matches!(follow, Follow::Group) => Tag::VerbPast,
        tag if tag.is_verb() => Tag::VerbPart,
        _ => match follow {
            Follow::Group => Tag::VerbPast,
            _ => Tag::VerbPart,
        },
    };
    // `imported cars`: a participle that its noun follows may be listed as an adjective.
    if tag == Tag::VerbPart && choice.first() == Tag::Adjective && view.group_goes_on(at + 1) {
        Tag::Adjective
    } else {
        tag
    }
}

fn after_noun(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left, done: &[Tag]) -> Tag {
    let follow = view.follow(at + 1);
    if view.agent(at + 1) {
        return Tag::VerbPart;
    }
    let object = matches!(follow, Follow::Group | Follow::Noun | Follow::Clause) && !when(view, at + 1);
    let likely = choice.first() != Tag::VerbPart;
    match view.clause.finite {
        Finite::No => {
            if object {
                return Tag::VerbPast;
            }
            if view.finite_ahead(at + 1) {
                return Tag::VerbPart;
            }
            let open = matches!(
                follow,
                Follow::Preposition | Follow::End | Follow::Mark | Follow::To | Follow::Adverb
            );
            if view.style.headline && !likely && open {
                Tag::VerbPart
            } else {
                Tag::VerbPast
            }
        }
        Finite::Maybe => match () {
            () if object => Tag::VerbPast,
            () if view.finite_ahead(at + 1) => Tag::VerbPart,
            () if likely => Tag::VerbPast,
            () => Tag::VerbPart,
        },
        Finite::Yes => {
            // `the plant Honda opened`
            if object && view.outer_open() && follow == Follow::Group {
                return Tag::VerbPast;
            }
            let contact = left.tag == Tag::Proper
                && left.at > 0
                && matches!(done[left.at - 1], Tag::Noun | Tag::NounPlural);
            if contact && (likely || object) {
                Tag::VerbPast
            } else {
                Tag::VerbPart
            }
        }
    }
}

/// Words that begin an expression of time without a preposition.
fn when(view: &View<'_, '_>, at: usize) -> bool {
    view.among(
        at,
        Keywords::of(&[
            K::Last,
            K::This,
            K::Next,
            K::Earlier,
            K::Late,
            K::Early,
            K::Yesterday,
            K::Today,
            K::Every,
            K::Each,
        ]),
    )
}

fn after_conjunction(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left, done: &[Tag]) -> Tag {
    let follow = view.follow(at + 1);
    let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| done[at]);
    if view.agent(at + 1) {
        return Tag::VerbPart;
    }
    let verb = view.clause.verb;
    let beside = matches!(before, Tag::VerbPart | Tag::Adjective);
    if beside && matches!(follow, Follow::Noun) {
        return Tag::VerbPart;
    }
    match verb {
        Tag::VerbPart if before == Tag::VerbPart || view.clause.perfect => Tag::VerbPart,
        Tag::VerbPart if matches!(follow, Follow::Group) => Tag::VerbPast,
        Tag::VerbPart => Tag::VerbPart,
        Tag::VerbPast => Tag::VerbPast,
        Tag::Unknown if follow == Follow::Noun => Tag::VerbPart,
        _ if follow == Follow::Noun
            && view.clause.finite != Finite::No
            && choice.first() != Tag::Adjective =>
        {
            Tag::VerbPast
        }
        _ if choice.first() == Tag::VerbPast || matches!(follow, Follow::Group | Follow::Clause) => {
            Tag::VerbPast
        }
        _ => Tag::VerbPart,
    }
}

fn after_mark(view: &View<'_, '_>, choice: TagSet, _at: usize, _left: Left, _done: &[Tag]) -> Tag {
    let at = _at;
    let follow = view.follow(at + 1);
    let agent = view.agent(at + 1);
    if agent {
        return Tag::VerbPart;
    }
    match (view.clause.finite, follow) {
        // `The company, based in Karachi, said`; `Honda, which …, exported 38 cars`
        (Finite::No, Follow::Preposition | Follow::Adverb | Follow::To) if view.clause.subject => {
            if choice.first() == Tag::VerbPast {
                Tag::VerbPast
            } else {
                Tag::VerbPart
            }
        }
        (Finite::No, _) if view.clause.subject => Tag::VerbPast,
        // `…,” said the minister`
        (_, Follow::Group | Follow::Noun) if choice.first() == Tag::VerbPast => Tag::VerbPast,
        (_, Follow::Group) if view.clause.verb == Tag::VerbPast => Tag::VerbPast,
        _ => Tag::VerbPart,
    }
}

/// Words whose base form, past and participle are one: `cut`, `put`, `hit`, `set`.
fn cut(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left, done: &[Tag]) -> Option<Tag> {
    let follow = view.follow(at + 1);
    // `set up`, `cut off`: what a particle follows is a verb.
    let object =
        matches!(follow, Follow::Group | Follow::Noun) || view.choice(at + 1).first() == Tag::Particle;
    let noun = choice.any(NOUNISH);
    let agent = view.agent(at + 1);
    match left.tag {
        Tag::Pronoun | Tag::Wh | Tag::That => Some(Tag::VerbPast),
        Tag::Subordinator => Some(Tag::VerbPart),
        Tag::Mark if agent && choice.first() != Tag::Noun => Some(Tag::VerbPart),
        Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number => {
            if agent {
                return Some(if noun && left.tag == Tag::Noun {
                    Tag::Noun
                } else {
                    Tag::VerbPart
                });
            }
            match view.clause.finite {
                Finite::Yes if noun => None,
                Finite::Yes => Some(Tag::VerbPart),
                _ if object && !when(view, at + 1) => {
                    Some(if view.style.headline && left.tag == Tag::NounPlural {
                        Tag::Verb
                    } else {
                        Tag::VerbPast
                    })
                }
                _ if view.finite_ahead(at + 1) => {
                    if noun {
                        None
                    } else {
                        Some(Tag::VerbPart)
                    }
                }
                _ if noun && left.tag == Tag::Noun => None,
                _ if view.style.headline && left.tag != Tag::Pronoun => Some(Tag::VerbPart),
                _ => Some(Tag::VerbPast),
            }
        }
        Tag::Conjunction => match view.clause.verb {
            Tag::Verb if object => Some(Tag::Verb),
            Tag::Unknown if noun => None,
            Tag::Unknown => Some(Tag::VerbPart),
            Tag::VerbS | Tag::VerbIng | Tag::Modal if noun && !object => None,
            _ => Some(after_conjunction(view, choice, at, left, done)),
        },
        Tag::Mark if !noun || view.clause.subject && view.clause.finite == Finite::No => {
            Some(after_mark(view, choice, at, left, done))
        }
        tag if tag.is_verb() => {
            if noun {
                None
            } else {
                Some(Tag::VerbPart)
            }
        }
        Tag::Unknown if object || choice.first() == Tag::Verb => Some(Tag::Verb),
        _ if noun => None,
        _ => Some(Tag::VerbPart),
    }
}

/// Whether an -s form is the verb, not a plural.
fn third_person(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left, done: &[Tag]) -> bool {
    let follow = view.follow(at + 1);
    let group = matches!(follow, Follow::Group | Follow::To | Follow::Clause);
    let likely = choice.first() == Tag::VerbS;
    let finite = view.clause.finite;
    match left.tag {
        Tag::Pronoun => true,
        Tag::Wh | Tag::That => relative(view, choice, at, left),
        Tag::Noun | Tag::Proper => match follow {
            _ if finite == Finite::Yes && !view.outer_open() || object_of_verb(view, left, done) => {
                likely && group
            }
            // `exports rose`, `projects include`
            Follow::Finite => false,
            Follow::Verb if view.choice(at + 1).has(Tag::Verb) => false,
            Follow::Group => true,
            Follow::Clause => says(view, at + 1, likely),
            Follow::To => !view.finite_ahead(at + 1),
            // `Honda reports increased sales`
            Follow::Past => {
                left.tag == Tag::Proper
                    && view.choice(at + 1).has(Tag::Adjective)
                    && view.group_goes_on(at + 2)
            }
            _ if view.is(at + 1, K::Of) => false,
            Follow::Mark | Follow::End | Follow::Conjunction => likely && finite != Finite::Yes,
            _ => !view.finite_ahead(at + 1) && (likely || finite == Finite::No),
        },
        // `General Motors plans` is a name; a common plural has no such verb.
        Tag::NounPlural => left.adverb && likely,
        Tag::Number => finite == Finite::No && group,
        Tag::Mark => {
            let open = view.clause.subject && finite == Finite::No;
            open && group && !view.finite_ahead(at + 1)
                || likely && matches!(follow, Follow::Group | Follow::Noun) && finite != Finite::No
        }
        Tag::Conjunction => {
            let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| done[at]);
            view.clause.verb == Tag::VerbS && finite != Finite::No && (group || before == Tag::VerbS)
        }
        Tag::Adjective => group,
        _ => false,
    }
}

/// Whether a clause follows as what is said, not to tell which one is meant: `claims that exports rose`, but
/// `claims that were met`.
fn says(view: &View<'_, '_>, at: usize, likely: bool) -> bool {
    if view.choice(at).first() == Tag::That {
        return !matches!(view.follow(at + 1), Follow::Finite | Follow::Past | Follow::Verb);
    }
    likely || !view.among(at, Keywords::of(&[K::Which, K::Who, K::Whose, K::Where, K::Whom]))
}

/// Whether a word after "that", "which", "who", "when" is their verb rather than the subject that follows.
fn relative(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left) -> bool {
    let follow = view.follow(at + 1);
    match () {
        () if follow == Follow::Finite => false,
        // `the plant that makes engines is new`
        () if left.tag == Tag::That && view.outer_open() => true,
        () if left.tag == Tag::That => {
            matches!(follow, Follow::Group | Follow::Clause) || !view.finite_ahead(at + 1)
        }
        () if view.among(
            left.at,
            Keywords::of(&[K::When, K::Where, K::Why, K::How, K::Whose]),
        ) =>
        {
            false
        }
        () => choice.has(Tag::VerbS) || !view.finite_ahead(at + 1),
    }
}

/// Whether the noun to the left is what an infinitive, participle or -ing form right before it acts upon:
/// `to buy school needs`.
fn object_of_verb(view: &View<'_, '_>, left: Left, done: &[Tag]) -> bool {
    let verb = view.clause.verb;
    let at = view.clause.verb_at;
    matches!(verb, Tag::Verb | Tag::VerbIng)
        && left.at.saturating_sub(at) <= 3
        // In brackets, the verb may even stand behind the noun.
        && done
            .get(at..left.at)
            .is_some_and(|between| !between.contains(&Tag::Preposition))
}

/// Whether a base form is the verb, not a noun or adjective.
fn base(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left, done: &[Tag]) -> bool {
    let follow = view.follow(at + 1);
    let group = matches!(follow, Follow::Group | Follow::To | Follow::Clause);
    let likely = choice.first() == Tag::Verb;
    if !choice.any(NOMINAL) {
        return true;
    }
    match left.tag {
        Tag::Pronoun => {
            let singular = view.among(left.at, Keywords::of(&[K::It, K::He, K::She, K::This, K::That]));
            !singular
        }
        Tag::Wh | Tag::That => (group || likely) && relative(view, choice, at, left),
        Tag::NounPlural => {
            if view.clause.finite == Finite::Yes || object_of_verb(view, left, done) && !likely {
                return false;
            }
            match follow {
                Follow::Finite => false,
                Follow::Group => true,
                Follow::Clause => says(view, at + 1, likely),
                Follow::To => !view.finite_ahead(at + 1),
                Follow::Past => false,
                _ if left.adverb || likely => !view.finite_ahead(at + 1),
                Follow::Preposition | Follow::Adverb | Follow::Noun => {
                    view.clause.finite == Finite::No && !view.finite_ahead(at + 1)
                }
                _ => false,
            }
        }
        Tag::Noun | Tag::Proper => {
            // `Honda and Toyota plan to`, `Honda, Toyota plan to`
            view.clause.finite == Finite::No
                && (view.clause.joined || likely)
                && group
                && !view.finite_ahead(at + 1)
        }
        Tag::Number => group && view.clause.finite == Finite::No,
        Tag::Conjunction => {
            let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| done[at]);
            let near = at - view.clause.verb_at.min(at) <= 8;
            view.clause.verb == Tag::Verb
                && (before == Tag::Verb
                    || near && (likely || group || follow == Follow::Noun) && !view.is(at + 1, K::Of))
        }
        Tag::Mark => {
            let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| done[at]);
            before == Tag::Verb && view.clause.verb == Tag::Verb
        }
        Tag::Unknown => likely && matches!(follow, Follow::Group),
        tag if tag.is_verb() => view.among(
            left.at,
            Keywords::of(&[K::Help, K::Helped, K::Helps, K::Helping, K::Let, K::Lets]),
        ),
        _ => false,
    }
}

/// An -ing form: verb, noun or adjective.
fn ing(view: &View<'_, '_>, choice: TagSet, at: usize, left: Left, done: &[Tag]) -> Tag {
    let _ = done;
    let follow = view.follow(at + 1);
    let group = matches!(follow, Follow::Group | Follow::Clause | Follow::To);
    let noun = choice.pick(NOUNISH);
    let adjective = choice.has(Tag::Adjective);
    match left.tag {
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number => match noun {
            _ if adjective && view.group_goes_on(at + 1) => Tag::Adjective,
            Some(noun) => noun,
            None if view.is(at + 1, K::Of) => Tag::Noun,
            None => choice.first(),
        },
        // `killing off demand`
        _ if group || view.choice(at + 1).first() == Tag::Particle => Tag::VerbIng,
        Tag::Preposition | Tag::Conjunction | Tag::Unknown | Tag::Mark | Tag::To => match noun {
            Some(noun) if choice.first() != Tag::VerbIng => noun,
            _ if adjective && choice.first() == Tag::Adjective && view.group_goes_on(at + 1) => {
                Tag::Adjective
            }
            _ => Tag::VerbIng,
        },
        Tag::Noun | Tag::NounPlural | Tag::Proper => match noun {
            // `Atlas Honda alone accounting for`
            Some(_) if left.adverb || left.tag == Tag::Proper && follow == Follow::Preposition => {
                Tag::VerbIng
            }
            Some(noun)
                if choice.first() != Tag::VerbIng || left.tag == Tag::Noun && follow == Follow::Finite =>
            {
                noun
            }
            _ => Tag::VerbIng,
        },
        _ => match noun {
            Some(noun) if choice.first() != Tag::VerbIng => noun,
            _ if adjective && view.group_goes_on(at + 1) => Tag::Adjective,
            _ if choice.has(Tag::VerbIng) => Tag::VerbIng,
            _ => choice.first(),
        },
    }
}
