//! Nouns, verbs, adjectives and adverbs that share a form.

use super::base::base;
use super::clause::Finite;
use super::past::{cut, past, when};
use super::present::third_person;
use super::view::{Follow, Left, View, Word, NOMINAL, NOUNISH};
use crate::lexicon::{Class, Classes, Keyword as K, Tag, Tags};
use crate::token::Shape;

const PASTS: Tags = Tags::of(&[Tag::VerbPast, Tag::VerbPart]);
const FINITES: Tags = Tags::of(&[Tag::VerbS, Tag::VerbPast, Tag::Verb]);

/// The tag of an open-class word that can be more than one thing.
pub(super) fn settle(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    match left.tag {
        Tag::Modal | Tag::To | Tag::Do if choice.has(Tag::Verb) => return Tag::Verb,
        // `will further open its market`
        Tag::Modal if choice.has(Tag::Adverb) && view.choice(at + 1).has(Tag::Verb) => return Tag::Adverb,
        Tag::Have if choice.has(Tag::VerbPart) => return Tag::VerbPart,
        Tag::Be if choice.has(Tag::VerbIng) && view.graded(at, left.done) => return Tag::Adjective,
        Tag::Be => return after_be(view, word),
        _ => {}
    }
    // `The bank first lowered rates`
    if choice.has(Tag::Adverb) && first_does(view, at, left) {
        return Tag::Adverb;
    }
    // `a more worrying trend`, `is very promising`
    if choice.has(Tag::VerbIng) && view.graded(at, left.done) {
        return Tag::Adjective;
    }
    let verbal = choice.any(FINITES) || choice.has(Tag::VerbPart);
    if !verbal {
        return if choice.has(Tag::VerbIng) {
            ing(view, word)
        } else {
            modifier_or_noun(view, word)
        };
    }
    if determined(view, word) {
        return nominal(view, word);
    }
    let verb = match () {
        () if choice.any(PASTS) && !choice.has(Tag::Verb) => Some(past(view, word)),
        // `came`, `ran`: what they say of the past has another form.
        () if choice.any(PASTS) => cut(view, word).map(|tag| match tag {
            Tag::VerbPast if !choice.has(Tag::VerbPast) => Tag::Verb,
            tag => tag,
        }),
        () if choice.has(Tag::VerbS) => third_person(view, word).then_some(Tag::VerbS),
        () => base(view, word).then_some(Tag::Verb),
    };
    verb.unwrap_or_else(|| nominal(view, word))
}

/// Whether the word is `first` between the noun of a subject and what may be its verb.
fn first_does(view: &View<'_, '_>, at: usize, left: Left<'_>) -> bool {
    view.clause.finite == Finite::No
        && matches!(left.tag, Tag::Noun | Tag::NounPlural | Tag::Proper)
        && view.choice(at + 1).has(Tag::VerbPast)
        && view.reading.is(at, "first")
}

/// Whether what stands to the left wants a noun or what goes before one.
fn determined(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    match left.tag {
        Tag::Determiner => true,
        // `a $4bn bid by`, `its $10bn leveraged buyout`
        Tag::Number if view.priced(left.at, left.done) => true,
        // `sales in 2024 jumped 5pc`, but `20 imported cars`
        Tag::Number if choice.any(PASTS) => {
            view.group_goes_on(at + 1) && !when(view, at + 1) && !lacks_verb(view, at)
        }
        // `the two plan to`
        Tag::Number => {
            let verb = choice.any(FINITES) && matches!(view.follow(at + 1), Follow::Group | Follow::To);
            !(verb && (view.clause.finite == Finite::No || view.outer_open()))
        }
        // `purchases from abroad tripled`, but `of newly refined oil`
        Tag::Preposition => {
            let open = left.adverb && choice.any(PASTS) && lacks_verb(view, at);
            !open || view.follow(at + 1) == Follow::Noun
        }
        Tag::Possessive | Tag::Genitive => true,
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

/// Whether the clause has a subject, and no other verb than the word may be: `the decision to pay $2 billion stunned
/// investors`.
fn lacks_verb(view: &View<'_, '_>, at: usize) -> bool {
    view.clause.subject
        && view.clause.finite == Finite::No
        && !view.style.headline
        && !view.finite_ahead(at + 1)
}

/// After a form of "be".
fn after_be(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, .. } = word;
    if choice.has(Tag::VerbIng)
        && (choice.first() == Tag::VerbIng || !matches!(view.follow(at + 1), Follow::End | Follow::Mark))
    {
        return Tag::VerbIng;
    }
    if choice.has(Tag::VerbPart) {
        let adjective = choice.first() == Tag::Adjective && !view.is(at + 1, K::By);
        return if adjective { Tag::Adjective } else { Tag::VerbPart };
    }
    if choice.has(Tag::Adjective) && !view.group_goes_on(at + 1) {
        return Tag::Adjective;
    }
    nominal(view, word)
}

/// The reading inside a noun group.
fn nominal(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, .. } = word;
    if choice.any(PASTS) && !choice.any(NOMINAL) {
        return Tag::VerbPart;
    }
    if choice.any(PASTS) && choice.first() != Tag::Noun && view.group_goes_on(at + 1) {
        return match choice.pick(Tags::of(&[Tag::Adjective, Tag::VerbPart])) {
            Some(Tag::Adjective) if choice.first() != Tag::VerbPart => Tag::Adjective,
            _ => Tag::VerbPart,
        };
    }
    modifier_or_noun(view, word)
}

/// An adjective before a noun, a noun elsewhere; adverbs where neither fits.
fn modifier_or_noun(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    if left.tag == Tag::To && choice.has(Tag::Adverb) {
        return Tag::Adverb;
    }
    // `sources close to the deal`
    if left.tag == Tag::NounPlural && choice.has(Tag::Adjective) && view.is(at + 1, K::To) {
        return Tag::Adjective;
    }
    let noun = choice.pick(NOUNISH);
    let goes_on = view.group_goes_on(at + 1);
    // `oil giant Shell`, `the firm built cars`
    let noun_here = choice.first() == Tag::Noun
        && matches!(
            view.choice(at + 1).first(),
            Tag::Proper | Tag::VerbPart | Tag::VerbPast | Tag::VerbS
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

/// An -ing form: verb, noun or adjective.
fn ing(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    let follow = view.follow(at + 1);
    let group = matches!(follow, Follow::Group | Follow::Clause | Follow::To);
    let noun = choice.pick(NOUNISH);
    let adjective = choice.has(Tag::Adjective);
    if acts(view, follow, word) && view.reading.tokens[at].shape == Shape::Lower {
        return Tag::VerbIng;
    }
    // `saw group operating profit fall`
    if adjective && view.is(at, K::Operating) && view.is_in(at + 1, Classes::PERIOD_FIGURE) {
        return Tag::Adjective;
    }
    // `hit by declining demand`: what acts upon nothing describes its noun.
    if left.tag == Tag::Preposition && follow == Follow::Noun && view.is_in(at, Classes::INTRANSITIVE) {
        return Tag::Adjective;
    }
    // `with Brent crude trading at $75 a barrel`
    let named = matches!(
        left.tag,
        Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Adjective
    );
    if named
        && view.opens_sum(at + 2)
        && view
            .reading
            .is_one_of(at + 1, &["at", "around", "near", "above", "below"])
    {
        return Tag::VerbIng;
    }
    match left.tag {
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Number => match noun {
            _ if adjective && view.group_goes_on(at + 1) => Tag::Adjective,
            Some(noun) => noun,
            None if view.is(at + 1, K::Of) => Tag::Noun,
            None => choice.first(),
        },
        // `a court ruling which`, `a European Commission ruling that`
        Tag::Noun | Tag::Proper
            if follow == Follow::Clause
                && choice.first() == Tag::Noun
                && (left.tag == Tag::Noun || view.named_by(left)) =>
        {
            Tag::Noun
        }
        // `raises Metro holding to`
        Tag::Proper
            if choice.first() == Tag::Noun
                && matches!(follow, Follow::Preposition | Follow::To)
                && !left.adverb
                && left.at > view.first
                && matches!(left.done[left.at - 1], Tag::VerbS | Tag::VerbPast)
                && !view.reading.is_of(left.at - 1, Class::Sees) =>
        {
            Tag::Noun
        }
        // `raised its capital spending to $40bn`
        Tag::Noun
            if choice.has(Tag::Noun)
                && follow == Follow::To
                && view.opens_sum(at + 2)
                && left.at > view.first
                && !view.is_in(at, Classes::INTRANSITIVE)
                && matches!(
                    left.done[left.at - 1],
                    Tag::VerbS | Tag::VerbPast | Tag::Possessive
                )
                && !view.reading.is_of(left.at - 1, Class::Sees) =>
        {
            Tag::Noun
        }
        // `While meeting Foreign Minister Ann Roe, …`
        Tag::Subordinator if follow == Follow::Noun && view.reading.tokens[at + 1].is_capitalised() => {
            Tag::VerbIng
        }
        // `killing off demand`
        _ if group || view.choice(at + 1).first() == Tag::Particle => Tag::VerbIng,
        Tag::Preposition | Tag::Conjunction | Tag::Unknown | Tag::Mark | Tag::To => match noun {
            Some(noun) if choice.first() != Tag::VerbIng => noun,
            _ if adjective && choice.first() == Tag::Adjective && view.group_goes_on(at + 1) => {
                Tag::Adjective
            }
            _ => Tag::VerbIng,
        },
        Tag::Noun | Tag::NounPlural | Tag::Proper => ing_behind_noun(view, follow, word),
        _ => match noun {
            Some(noun) if choice.first() != Tag::VerbIng => noun,
            _ if adjective && view.group_goes_on(at + 1) => Tag::Adjective,
            _ if choice.has(Tag::VerbIng) => Tag::VerbIng,
            _ => choice.first(),
        },
    }
}

/// An -ing form behind a noun or name: `the G7 meeting of`, but `with 400 workers building cars`.
fn ing_behind_noun(view: &View<'_, '_>, follow: Follow, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    let adjective = choice.has(Tag::Adjective);
    match choice.pick(NOUNISH) {
        // `full-year operating profit`
        None if adjective
            && left.at > view.first
            && view.hyphen(left.at - 1)
            && view.group_goes_on(at + 1) =>
        {
            Tag::Adjective
        }
        // `Siemens alone accounting for`
        // `the G7 meeting of`
        Some(noun) if view.named_by(left) => noun,
        // `with 400 workers building cars`
        Some(_)
            if left.tag == Tag::NounPlural
                && follow == Follow::Noun
                && left.at > view.first
                && left.done[left.at - 1] == Tag::Number =>
        {
            Tag::VerbIng
        }
        Some(_) if left.adverb || left.tag == Tag::Proper && follow == Follow::Preposition => Tag::VerbIng,
        Some(noun) if choice.first() != Tag::VerbIng || left.tag == Tag::Noun && follow == Follow::Finite => {
            noun
        }
        _ => Tag::VerbIng,
    }
}

/// Whether an -ing form acts upon what stands behind it: `after hiring Peter Novak`, `is considering hosting talks`.
fn acts(view: &View<'_, '_>, follow: Follow, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    let adjective = choice.has(Tag::Adjective);
    match left.tag {
        // `boosts growth by opening plant`
        Tag::Preposition
            if view.style.headline
                && view.is(left.at, K::By)
                && follow == Follow::Noun
                && !adjective
                && !(left.at > view.first && left.done[left.at - 1] == Tag::VerbPart) =>
        {
            true
        }
        Tag::Preposition | Tag::Conjunction | Tag::Mark => view.names(at + 1),
        // `with Shell hiring Peter Novak`
        Tag::Proper => view.names(at + 1) && !view.named_by(left),
        // `spent $3bn building a plant`, but `posted $3bn operating profit`
        Tag::Number if !adjective => view.before_sum(left.at, left.done).is_some_and(|verb| {
            let sure = view.names(at + 1) || follow == Follow::Group;
            let likely = choice.first() == Tag::VerbIng || view.takes_gerund(verb);
            sure || follow == Follow::Noun && likely
        }),
        tag if tag.is_verb() => view.names(at + 1) || follow == Follow::Noun && view.takes_gerund(left.at),
        _ => false,
    }
}
