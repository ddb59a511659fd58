//! Words of the closed classes that can be more than one thing.

use super::clause::Finite;
use super::preposition::{clause_follows, preposition};
use super::view::{Follow, View, Word};
use crate::lexicon::{Class, Classes, Keyword as K, Keywords, Tag, TagSet, Tags};

/// Words that begin a time: `late next year`.
const BEFORE_PERIOD: Keywords = Keywords::of(&[K::Next, K::Late, K::Early, K::Later]);
const PASTS: Tags = Tags::of(&[Tag::VerbPast, Tag::VerbPart]);
const PARTICIPLES: Tags = Tags::of(&[Tag::VerbPart]);
const SUBJECTS: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural, Tag::Proper, Tag::Pronoun]);
const AUXILIARY: Tags = Tags::of(&[Tag::Be, Tag::Have, Tag::Modal, Tag::Do]);

/// The tag of a closed-class word; none if the word is to be read as a noun, verb or adjective.
pub(super) fn settle(view: &View<'_, '_>, word: Word<'_>) -> Option<Tag> {
    let Word { choice, at, left } = word;
    let first = choice.first();
    match first {
        Tag::That => return Some(that(view, at, left.done)),
        Tag::To => return Some(to(view, at, left.done)),
        Tag::Have => return Some(have(view, choice, at, left.done)),
        Tag::Do => return Some(auxiliary_do(view, choice, at, left.done)),
        Tag::Be => return Some(Tag::Be),
        Tag::Modal => return Some(modal(view, choice, at, left.done)),
        Tag::Genitive => return Some(genitive(view, at, left.done)),
        Tag::There => return Some(there(view, at)),
        _ => {}
    }
    let more = if view.is(at, K::More) {
        Some(at)
    } else {
        at.checked_sub(1)
    };
    if more.is_some_and(|more| (more == at || view.is(at, K::Than)) && exceeds(view, more, left.done)) {
        return Some(Tag::Adverb);
    }
    if first == Tag::Proper {
        return choice.has(Tag::Modal).then(|| may(view, at, left.done));
    }
    if choice.has(Tag::Verb) && matches!(left.tag, Tag::To | Tag::Modal | Tag::Do) {
        return Some(Tag::Verb);
    }
    match first {
        Tag::Preposition | Tag::Particle => Some(preposition(view, word)),
        Tag::Possessive => Some(if goes_on(view, at + 1) {
            first
        } else {
            Tag::Pronoun
        }),
        Tag::Determiner => Some(determiner(view, word)),
        Tag::Number => Some(number(view, word)),
        Tag::Adverb => adverb(view, word),
        Tag::Subordinator => Some(subordinator(view, word)),
        Tag::Conjunction => Some(first),
        Tag::VerbPart if choice.has(Tag::Preposition) => {
            // `Given the demand, …`
            let opens = matches!(left.tag, Tag::Unknown | Tag::Mark);
            Some(if opens && view.follow(at + 1) == Follow::Group {
                Tag::Preposition
            } else {
                first
            })
        }
        _ => None,
    }
}

/// Whether the "more than" that begins at a token bounds the verb after it: `more than doubled to 40 tonnes`.
fn exceeds(view: &View<'_, '_>, more: usize, done: &[Tag]) -> bool {
    if !view.is(more, K::More) || !view.is(more + 1, K::Than) {
        return false;
    }
    let verb = view.choice(more + 2);
    match view.before(more, done) {
        Tag::Modal | Tag::To | Tag::Do => verb.has(Tag::Verb),
        Tag::Have => verb.has(Tag::VerbPart),
        Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number | Tag::Pronoun => {
            verb.any(PASTS) && !verb.has(Tag::Noun) && view.clause.finite == Finite::No
        }
        _ => false,
    }
}

/// A noun group goes on, with a participle or -ing form before the noun as well.
fn goes_on(view: &View<'_, '_>, at: usize) -> bool {
    view.group_goes_on(at) || view.choice(at).first() == Tag::VerbIng
}

fn that(view: &View<'_, '_>, at: usize, done: &[Tag]) -> Tag {
    let before = view.before(at, done);
    let next = view.choice(at + 1);
    let singular = matches!(next.first(), Tag::Noun | Tag::Adjective)
        || next.first() == Tag::Verb && next.has(Tag::Noun)
        || next.first() == Tag::Number && view.is(at + 1, K::One);
    match before {
        Tag::Preposition | Tag::To => match view.follow(at + 1) {
            Follow::Noun if singular => Tag::Determiner,
            Follow::Mark | Follow::End | Follow::Preposition => Tag::Pronoun,
            _ => Tag::That,
        },
        Tag::Subordinator if view.is(at + 1, K::Of) => Tag::Pronoun,
        Tag::Unknown | Tag::Mark | Tag::Conjunction => match view.follow(at + 1) {
            Follow::Noun if singular && !view.clause.subject => Tag::Determiner,
            Follow::Finite | Follow::Past if before == Tag::Unknown => Tag::Pronoun,
            Follow::Noun if next.has(Tag::VerbS) && before == Tag::Unknown => Tag::Pronoun,
            _ => Tag::That,
        },
        tag if tag.is_verb() || tag == Tag::Be => match view.follow(at + 1) {
            // `told that country`, unless its verb is still to come: `said that demand rose`.
            Follow::Noun if singular && !view.finite_ahead(at + 1) => Tag::Determiner,
            // `noted that, given the frost, output would fall`
            Follow::Mark if view.told() && view.reading.tokens[at + 1].is(b',') => Tag::That,
            Follow::Mark | Follow::End => Tag::Pronoun,
            _ => Tag::That,
        },
        Tag::Adverb if matches!(view.follow(at + 1), Follow::Mark | Follow::End) => Tag::Pronoun,
        _ => Tag::That,
    }
}

fn to(view: &View<'_, '_>, at: usize, done: &[Tag]) -> Tag {
    let mut verb = at + 1;
    for _ in 0..2 {
        let skipped = view.choice(verb);
        let adverb = skipped.has(Tag::Adverb) && (skipped.first() == Tag::Adverb || view.base_at(verb + 1));
        if (adverb || skipped.first() == Tag::Negation) && !skipped.has(Tag::Verb) {
            // `to further co-operate`
            verb += if view.hyphen(verb + 1) { 2 } else { 1 };
        }
    }
    let choice = view.choice(verb);
    if !choice.has(Tag::Verb) {
        return Tag::Preposition;
    }
    let sure = matches!(choice.first(), Tag::Verb | Tag::Be | Tag::Have | Tag::Do);
    if choice.only(Tags::of(&[Tag::Verb])) || sure && !choice.has(Tag::Noun) {
        return Tag::To;
    }
    // `promoted to finance chief`, but `to host President Ann Roe`
    let office = choice.first() == Tag::Noun && view.reading.ends_title(verb + 2) && !view.names(verb + 2);
    if office && view.follow(verb + 1) == Follow::Noun {
        return Tag::Preposition;
    }
    // `according to plan`, `due to demand`, `from trade to finance`: a noun is wanted.
    // `went back to work on Monday`, but `came back to win`
    let back = at > 0 && view.is(at - 1, K::Back) && choice.first() == Tag::Noun;
    let wanted = back || at > 0 && view.is_in(at - 1, Classes::BEFORE_NOUN);
    // `is due to open in May`, `is due to open next year`, but `is due to demand in Asia`
    let timed = match view.follow(verb + 1) {
        Follow::Preposition => !view.is(verb + 1, K::Of),
        Follow::Adverb => true,
        _ => view.among(verb + 1, BEFORE_PERIOD) || view.classes(verb + 1).contains(Classes::CAPITALISED),
    };
    // `brought the van to market in May`, but `to market the van in May`, `to market and sell it`
    let ended = timed || matches!(view.follow(verb + 1), Follow::End | Follow::Mark);
    if ended && view.reading.is_of(verb, Class::Reached) {
        return Tag::Preposition;
    }
    let due = wanted && view.is(at - 1, K::Due);
    // `Bosch is due to report results`, `the king is due to host Ann Roe`: nobody is there because of something.
    let somebody = at > view.first + 2 && done[at - 2] == Tag::Be && done[at - 3] == Tag::Proper;
    if due && (timed && choice.first() != Tag::Noun || somebody || view.names(verb + 1)) {
        return Tag::To;
    }
    let object = match view.follow(verb + 1) {
        Follow::Group | Follow::To | Follow::Clause => true,
        Follow::Noun | Follow::Adverb => !wanted,
        Follow::Preposition => !wanted && !view.is(verb + 1, K::Of),
        Follow::Finite => false,
        // `grants to state and local bodies`, but `to cut and run`
        Follow::Conjunction if choice.first() == Tag::Noun => {
            let noun = match view.choice(verb + 2).first() {
                Tag::Noun | Tag::NounPlural => !view.choice(verb + 2).has(Tag::Verb),
                Tag::Adjective => view.group_goes_on(verb + 3),
                _ => false,
            };
            !wanted && !noun
        }
        _ => !wanted,
    };
    let determined = view.choice(verb + 1).first() == Tag::Determiner;
    // `on November 2 to lift`
    let dated = at >= view.first + 2 && done[at - 2] == Tag::Proper;
    let percent =
        view.before(at, done) == Tag::Number && choice.first() == Tag::Noun && !determined && !dated;
    // `spent $300 to return to Lima`
    let goes = view.follow(verb + 1) == Follow::To;
    if object && (!percent || goes) {
        Tag::To
    } else {
        Tag::Preposition
    }
}

/// "have" before a participle, else a verb of its own.
fn have(view: &View<'_, '_>, choice: TagSet, at: usize, done: &[Tag]) -> Tag {
    if choice.has(Tag::VerbPart) && view.left(at, done).tag == Tag::Have {
        return Tag::VerbPart;
    }
    let mut next = at + 1;
    for _ in 0..3 {
        match view.choice(next).first() {
            Tag::Adverb | Tag::Negation | Tag::Pronoun => next += 1,
            // `has since recovered`
            _ if view.choice(next).has(Tag::Adverb) && view.choice(next + 1).has(Tag::VerbPart) => next += 1,
            _ => break,
        }
    }
    let follows = view.choice(next);
    // "had forecast revenue of", but "had leased offices"
    let invariant = follows.first() == Tag::Noun && follows.has(Tag::Verb);
    let adjective =
        matches!(follows.first(), Tag::Adjective | Tag::Noun) && !invariant && view.group_goes_on(next + 1);
    if follows.any(PARTICIPLES) && !adjective || follows.first() == Tag::To {
        Tag::Have
    } else {
        main_verb(choice).unwrap_or(Tag::Have)
    }
}

fn auxiliary_do(view: &View<'_, '_>, choice: TagSet, at: usize, done: &[Tag]) -> Tag {
    if choice.has(Tag::VerbIng) {
        return Tag::VerbIng;
    }
    if choice.has(Tag::VerbPart) {
        // `done`
        let left = view.left(at, done).tag;
        return if matches!(left, Tag::Have | Tag::Be) {
            Tag::VerbPart
        } else {
            Tag::Do
        };
    }
    let mut next = at + 1;
    for _ in 0..3 {
        match view.choice(next).first() {
            Tag::Negation => return Tag::Do,
            Tag::Adverb | Tag::Pronoun => next += 1,
            _ => break,
        }
    }
    let opens = matches!(view.left(at, done).tag, Tag::Unknown | Tag::Mark | Tag::Wh);
    if opens || view.choice(next).has(Tag::Verb) {
        Tag::Do
    } else {
        main_verb(choice).unwrap_or(Tag::Do)
    }
}

/// The form of "have" or "do" as a verb of its own.
fn main_verb(choice: TagSet) -> Option<Tag> {
    choice.pick(Tags::of(&[Tag::VerbPast, Tag::VerbS, Tag::VerbIng, Tag::Verb]))
}

fn modal(view: &View<'_, '_>, choice: TagSet, at: usize, done: &[Tag]) -> Tag {
    if choice.has(Tag::Have) {
        // `he'd been`, `he'd go`
        let next = view.choice(at + 1);
        let part = next.has(Tag::VerbPart) && !next.has(Tag::Verb);
        return if part { Tag::Have } else { Tag::Modal };
    }
    // `its will`, `the can`: no verb follows.
    let determined = matches!(
        view.before(at, done),
        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Genitive
    );
    let next = view.choice(at + 1);
    let verb = view.base_at(at + 1) || matches!(next.first(), Tag::Adverb | Tag::Negation);
    if choice.has(Tag::Noun) && determined && !verb {
        Tag::Noun
    } else {
        Tag::Modal
    }
}

/// `May` with a capital.
fn may(view: &View<'_, '_>, at: usize, done: &[Tag]) -> Tag {
    let left = view.left(at, done);
    let lettered = view.style.title || view.style.capitals;
    let subject = matches!(left.tag, Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Pronoun);
    let verb = view.base_at(at + 1) || view.choice(at + 1).first() == Tag::Negation;
    if lettered && subject && verb {
        Tag::Modal
    } else {
        Tag::Proper
    }
}

/// `'s`: of a possessor, or "is", or "has".
fn genitive(view: &View<'_, '_>, at: usize, done: &[Tag]) -> Tag {
    let next = view.choice(at + 1);
    let been = view.is(at + 1, K::Been) || view.is(at + 1, K::Got) || view.is(at + 1, K::Had);
    match view.before(at, done) {
        Tag::Pronoun | Tag::Wh | Tag::There | Tag::That => {
            if view.is(at - 1, K::Let) {
                Tag::Pronoun
            } else if been {
                Tag::Have
            } else if view.is(at - 1, K::One)
                || view.group_goes_on(at + 1)
                    && next.first() != Tag::Adjective
                    && view.before(at, done) == Tag::Pronoun
                    && !subject_pronoun(view, at - 1)
            {
                Tag::Genitive
            } else {
                Tag::Be
            }
        }
        Tag::Verb if view.is(at - 1, K::Let) => Tag::Pronoun,
        _ if been => Tag::Have,
        _ => match view.follow(at + 1) {
            // "the world's No. 1 supplier"
            Follow::Group if view.is(at + 1, K::No) && view.numbered(at + 1) => Tag::Genitive,
            Follow::Group if next.first() == Tag::Determiner => Tag::Be,
            Follow::Adverb if next.first() == Tag::Negation => Tag::Be,
            // `Honda's planning to`
            _ if next.first() == Tag::VerbIng && view.choice(at + 2).first() == Tag::To => Tag::Be,
            _ => Tag::Genitive,
        },
    }
}

fn subject_pronoun(view: &View<'_, '_>, at: usize) -> bool {
    view.among(
        at,
        const { Keywords::of(&[K::It, K::He, K::She, K::That, K::This, K::Who, K::What, K::Here]) },
    )
}

fn there(view: &View<'_, '_>, at: usize) -> Tag {
    let next = if view.choice(at + 1).first() == Tag::Adverb {
        at + 2
    } else {
        at + 1
    };
    let verb = view.choice(next);
    if verb.any(AUXILIARY)
        || view.among(
            next,
            const { Keywords::of(&[K::Exists, K::Exist, K::Remain, K::Remains, K::Remained]) },
        )
    {
        Tag::There
    } else {
        Tag::Adverb
    }
}

fn determiner(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    let next = view.choice(at + 1);
    if choice.has(Tag::Noun)
        && matches!(
            left.tag,
            Tag::Determiner | Tag::Adjective | Tag::Possessive | Tag::Genitive | Tag::Number
        )
    {
        // `the first half`
        return Tag::Noun;
    }
    // `can either build or buy`
    if choice.has(Tag::Conjunction) && matches!(left.tag, Tag::Modal | Tag::To | Tag::Have | Tag::Be) {
        return Tag::Adverb;
    }
    // `Shell and BP each own half of it`, `exports to Peru and Chile, which all fell`
    if view.among(at, const { Keywords::of(&[K::All, K::Both, K::Each]) })
        && (SUBJECTS.has(left.tag) || left.tag == Tag::Wh)
        && next.any(const { Tags::of(&[Tag::Verb, Tag::VerbPast, Tag::VerbPart, Tag::Have, Tag::Be]) })
    {
        return Tag::Adverb;
    }
    // `This marks`, `each costs`: a plural cannot follow.
    let singular = || view.among(at, const { Keywords::of(&[K::This, K::Each, K::Another]) });
    if next.has(Tag::VerbS) && choice.has(Tag::Pronoun) && singular() {
        return Tag::Pronoun;
    }
    // `This prompted lawmakers to act`: nor may one follow a participle.
    let past = || next.has(Tag::VerbPast) && view.choice(at + 2).first() == Tag::NounPlural;
    if choice.has(Tag::Pronoun) && singular() && past() && view.clause.finite == Finite::No {
        return Tag::Pronoun;
    }
    // `Many plan to`, `both expect`, but `any plan to`
    if next.has(Tag::Verb)
        && !view.is(at, K::Any)
        && view.choice(at + 2).first() == Tag::To
        && choice.has(Tag::Pronoun)
        && !singular()
    {
        return Tag::Pronoun;
    }
    if view.is(at, K::No) && (view.is(at + 1, K::Longer) || view.is(at + 1, K::More)) {
        return Tag::Adverb;
    }
    // `ruled out any rise in duties`: of what is any, much may be done, but nothing was.
    let determines = goes_on(view, at + 1)
        || view.is(at, K::Any) && next.any(super::view::NOUNISH)
        || matches!(next.first(), Tag::Determiner | Tag::Possessive)
        || next.first() == Tag::Adverb && view.group_goes_on(at + 2)
        || view.follow(at + 1) == Follow::Group && next.first() == Tag::Mark;
    match () {
        () if determines => Tag::Determiner,
        () if choice.has(Tag::Pronoun) => Tag::Pronoun,
        () if choice.has(Tag::Conjunction) => Tag::Conjunction,
        () => Tag::Determiner,
    }
}

/// `one`, `million`, `dozen`
fn number(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    let determined = matches!(left.tag, Tag::Determiner | Tag::Adjective | Tag::Wh);
    if choice.has(Tag::Pronoun) && determined && !view.group_goes_on(at + 1) {
        Tag::Pronoun
    } else {
        Tag::Number
    }
}

fn adverb(view: &View<'_, '_>, word: Word<'_>) -> Option<Tag> {
    let Word { choice, at, left } = word;
    let before = view.before(at, left.done);
    let next = view.choice(at + 1);
    if choice.has(Tag::Conjunction) {
        // `yet`, `so` between clauses
        let opens = matches!(before, Tag::Unknown | Tag::Mark);
        return Some(match view.follow(at + 1) {
            _ if view.is(at + 1, K::That) && view.is(at, K::So) => Tag::Subordinator,
            Follow::Group | Follow::Noun if opens && next.first() != Tag::Adjective => Tag::Conjunction,
            _ => Tag::Adverb,
        });
    }
    if choice.has(Tag::Determiner) {
        // `more`, `most`, `less`
        return Some(match next.first() {
            Tag::Noun | Tag::NounPlural => Tag::Determiner,
            Tag::Verb | Tag::VerbS if next.any(super::view::NOUNISH) => Tag::Determiner,
            Tag::VerbIng if next.has(Tag::Noun) => Tag::Determiner,
            Tag::Preposition if view.is(at + 1, K::Of) && choice.has(Tag::Pronoun) => Tag::Pronoun,
            _ => Tag::Adverb,
        });
    }
    if choice.has(Tag::Subordinator) {
        let part = next.first() == Tag::VerbPart && left.tag != Tag::Have && left.tag != Tag::Be;
        return Some(if part || clause_follows(view, at + 1) {
            Tag::Subordinator
        } else {
            Tag::Adverb
        });
    }
    if choice.has(Tag::Particle) && before.is_verb() {
        return Some(Tag::Particle);
    }
    if left.tag == Tag::Be && choice.has(Tag::Adjective) && !view.classes(at).contains(Classes::FUNCTION) {
        // `is closer to`, `is likely to`; but `is likely paid`
        let modifies = matches!(
            next.first(),
            Tag::Adjective | Tag::Adverb | Tag::VerbPart | Tag::VerbPast
        );
        return Some(if modifies { Tag::Adverb } else { Tag::Adjective });
    }
    let determined = matches!(
        before,
        Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective | Tag::Preposition
    );
    if determined && choice.has(Tag::Adjective) && view.group_goes_on(at + 1) {
        return Some(Tag::Adjective);
    }
    if matches!(before, Tag::Determiner | Tag::Possessive | Tag::Adjective) && choice.has(Tag::Noun) {
        return Some(Tag::Noun);
    }
    if choice.any(Tags::of(&[Tag::VerbPast, Tag::VerbPart, Tag::VerbS])) {
        return None;
    }
    Some(Tag::Adverb)
}

fn subordinator(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    if choice.has(Tag::Noun) && matches!(left.tag, Tag::Determiner | Tag::Adjective) {
        return Tag::Noun;
    }
    if choice.has(Tag::Preposition) {
        // `because of`, `than 200`
        let clause = !view.is(at + 1, K::Of) && (view.is(at, K::Because) || clause_follows(view, at + 1));
        return if clause {
            Tag::Subordinator
        } else {
            Tag::Preposition
        };
    }
    if choice.has(Tag::Adverb) && matches!(view.follow(at + 1), Follow::Mark | Follow::End) {
        return Tag::Adverb;
    }
    Tag::Subordinator
}
