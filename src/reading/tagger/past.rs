//! Past tense against past participle, and words whose forms are one.

use super::clause::Finite;
use super::line::opens_line;
use super::seen::made_to;
use super::view::{Follow, Left, View, Word, NOUNISH};
use crate::lexicon::{Classes, Keyword as K, Keywords, Tag, TagSet, Tags};
use crate::token::Token;

/// What a clause may have for its subject.
const NAMES: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural, Tag::Proper]);

/// What may stand in the subject of a relative clause before its noun.
const IN_SUBJECT: Tags = Tags::of(&[
    Tag::Determiner,
    Tag::Possessive,
    Tag::Adjective,
    Tag::Number,
    Tag::Noun,
    Tag::NounPlural,
    Tag::Proper,
]);

/// Past tense or past participle.
pub(super) fn past(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    if !choice.has(Tag::VerbPart) {
        return Tag::VerbPast;
    }
    if !choice.has(Tag::VerbPast) {
        return Tag::VerbPart;
    }
    let follow = view.follow(at + 1);
    let agent = view.agent(at + 1);
    if opens_line(view, choice, at, left.done) {
        return Tag::VerbPast;
    }
    // `Brazil said on Monday it had`; a participle has `to` or `by` behind it, but not `said by phone`.
    let means = view.is(at + 1, K::By) && view.choice(at + 2).first() == Tag::Noun;
    let aside = left.tag == Tag::Mark && view.reading.tokens[left.at].is(b',') && left.at > view.first;
    if view.is(at, K::Said) && (aside || NAMES.has(left.tag)) && follow != Follow::To && (!agent || means) {
        return Tag::VerbPast;
    }
    // `…,” grumbled Ana Roe`
    let somebody = || view.reading.tokens.get(at + 1).is_some_and(Token::is_capitalised);
    if (follow == Follow::Group || follow == Follow::Noun && somebody()) && view.closes_words(at) {
        return Tag::VerbPast;
    }
    let before_noun = || choice.first() != Tag::VerbPast && follow == Follow::Noun;
    let tag = match left.tag {
        // `Are you prepared`, `Had it happened`
        Tag::Pronoun if left.at > 0 && matches!(left.done[left.at - 1], Tag::Be | Tag::Have) => Tag::VerbPart,
        Tag::Pronoun => Tag::VerbPast,
        Tag::Wh | Tag::That => {
            if before_noun() && view.finite_ahead(at + 1) {
                Tag::VerbPart
            } else {
                Tag::VerbPast
            }
        }
        Tag::Subordinator => Tag::VerbPart,
        Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number => after_noun(view, word),
        Tag::Conjunction => after_conjunction(view, word),
        // `Acme, owned by Bo Lee, sold on Friday a plant`: one participle has been parted from its noun already.
        Tag::Mark if behind_aside(view, word) => Tag::VerbPast,
        Tag::Mark => after_mark(view, choice, at),
        Tag::Unknown => Tag::VerbPart,
        // `the units exported increased by 5%`
        Tag::VerbPart
            if view.clause.finite == Finite::No
                && !agent
                && left.at > view.first
                && matches!(left.done[left.at - 1], Tag::Noun | Tag::NounPlural) =>
        {
            Tag::VerbPast
        }
        // `purchases from abroad tripled to 300 tonnes`
        Tag::Preposition
            if left.adverb
                && view.clause.subject
                && view.clause.finite == Finite::No
                && follow != Follow::Noun
                && !view.finite_ahead(at + 1) =>
        {
            Tag::VerbPast
        }
        // `worries about the pace going forward weighed on them`, `the number of coins circulating topped 3m`
        Tag::Particle | Tag::VerbIng if describes_subject(view, word) && !agent => Tag::VerbPast,
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

/// Whether the -ing form to the left, or before the particle there, only describes the subject, whose verb is still to come.
fn describes_subject(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { at, left, .. } = word;
    let verb = left.at - usize::from(left.tag == Tag::Particle);
    view.clause.finite == Finite::No
        && !view.style.headline
        && verb > view.first
        && left.done[verb] == Tag::VerbIng
        && NAMES.has(left.done[verb - 1])
        && !view.finite_ahead(at + 1)
}

fn after_noun(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    let follow = view.follow(at + 1);
    if view.agent(at + 1) {
        return Tag::VerbPart;
    }
    let object = matches!(follow, Follow::Group | Follow::Noun | Follow::Clause) && !when(view, at + 1);
    let likely = choice.first() != Tag::VerbPart;
    match view.clause.finite {
        Finite::No => {
            // `the pact which Egypt signed with Chad is`
            let relative = subject_of_relative(view, word);
            // `third-quarter adjusted earnings rose`
            let describes =
                choice.first() == Tag::Adjective && follow == Follow::Noun && view.finite_ahead(at + 1);
            if object && !describes || relative {
                return Tag::VerbPast;
            }
            if moves_beside(view, at) {
                return Tag::VerbPast;
            }
            if view.main_ahead(at + 1) || pasts_meet(view, at) || view.in_description(at, left.done) {
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
            // `is not the sole bidder interested in it`
            () if describes_noun(view, word) && !opens_clause(view, left) => Tag::VerbPart,
            () if likely || opens_clause(view, left) => Tag::VerbPast,
            () => Tag::VerbPart,
        },
        Finite::Yes => {
            // `figures reveal the country exported 3m cars`
            if object && follow == Follow::Group && view.told() {
                return Tag::VerbPast;
            }
            // `the plant Honda opened`
            if object && view.outer_open() && follow == Follow::Group {
                return Tag::VerbPast;
            }
            let contact = left.tag == Tag::Proper
                && left.at > 0
                && matches!(left.done[left.at - 1], Tag::Noun | Tag::NounPlural);
            if contact && (likely || object) {
                Tag::VerbPast
            } else {
                Tag::VerbPart
            }
        }
    }
}

/// Whether a participle that is an adjective as well describes the noun right before it: `in a contract valued at $3m`, but
/// `…, Acme detailed`.
fn describes_noun(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    let ends = matches!(view.follow(at + 1), Follow::End | Follow::Mark);
    choice.first() == Tag::Adjective && !left.adverb && !(ends && left.tag == Tag::Proper)
}

/// Whether what moves is told of, and the verb ahead is that of a clause which a conjunction joins: `sales declined to $90m
/// and exports dropped`, `output doubled and imports fell`.
fn moves_beside(view: &View<'_, '_>, at: usize) -> bool {
    let lexicon = view.reading.lexicon;
    let lemma = lexicon.word(view.reading.ids[at]).lemma(Tag::VerbPast);
    let moves = lemma.is_some_and(|lemma| lexicon.word(lemma).classes.contains(Classes::MOVES));
    if !moves || view.style.headline {
        return false;
    }
    let behind = at + 1 + usize::from(view.follow(at + 1) == Follow::Adverb);
    let joins = |at: usize| view.choice(at).first() == Tag::Conjunction;
    let far = view.among(behind, const { Keywords::of(&[K::To, K::By, K::From]) });
    let reached = joins(behind) || far && view.follow(behind + 1) == Follow::Group;
    let Some(verb) = view.verb_ahead(behind).filter(|_| reached) else {
        return false;
    };
    (behind..verb).any(|at| joins(at) && matches!(view.follow(at + 1), Follow::Noun | Follow::Group))
}

/// Whether the words to the left are the subject of a relative clause whose verb can only be the word at `at`, as the next
/// one is that of the clause around: `the jobs that Acme Mills cut in May were`.
fn subject_of_relative(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { at, left, .. } = word;
    const LONG: usize = 6;
    let opener = view.clause.verb_at;
    if view.clause.verb != Tag::Unknown
        || !view.outer_open()
        || !matches!(left.done[opener], Tag::Wh | Tag::That)
        || !(opener + 1..=opener + LONG).contains(&left.at)
    {
        return false;
    }
    let mut subject = opener + 1..=left.at;
    let named = subject.clone().all(|at| left.done[at] == Tag::Proper);
    let twice = || {
        let next = view.verb_ahead(at + 1);
        next.is_none_or(|next| view.finite_ahead(next + 1))
    };
    named || subject.all(|at| IN_SUBJECT.has(left.done[at])) && !twice()
}

/// Whether the name to the left begins a clause behind `but` or a comma and a conjunction: `…, but Morocco brought in`.
fn opens_clause(view: &View<'_, '_>, left: Left<'_>) -> bool {
    const LONG: usize = 4;
    let joint = (view.first + 1..=left.at)
        .rev()
        .take(LONG)
        .find(|at| !matches!(left.done[*at], Tag::Proper | Tag::Determiner));
    let joint = joint.filter(|at| left.tag == Tag::Proper && left.done[*at] == Tag::Conjunction);
    joint.is_some_and(|at| view.is(at, K::But) || view.reading.tokens[at - 1].is(b','))
}

/// Whether another past tense follows at once, so that the first is a participle: `the units exported increased by 5%`.
fn pasts_meet(view: &View<'_, '_>, at: usize) -> bool {
    let next = view.choice(at + 1);
    next.has(Tag::VerbPast)
        && next.first() != Tag::Adjective
        && (view.is(at + 2, K::By) && !view.agent(at + 2)
            || view.choice(at + 2).first() == Tag::Number
            || view.is(at + 2, K::To))
}

/// Words that begin an expression of time without a preposition.
pub(super) fn when(view: &View<'_, '_>, at: usize) -> bool {
    view.among(
        at,
        const {
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
            ])
        },
    )
}

fn after_conjunction(view: &View<'_, '_>, word: Word<'_>) -> Tag {
    let Word { choice, at, left } = word;
    let follow = view.follow(at + 1);
    let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| left.done[at]);
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

/// Whether the comma to the left closes what a participle behind an earlier one told of the subject, and the verb is still
/// to come.
fn behind_aside(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { at, left, .. } = word;
    const LONG: usize = 16;
    let comma = |at: &usize| view.reading.tokens[*at].is(b',');
    let mut before = (view.first..left.at).rev().take(LONG);
    view.clause.finite == Finite::No
        && view.clause.subject
        && !view.style.headline
        && comma(&left.at)
        && before
            .find(comma)
            .is_some_and(|open| left.done[open + 1] == Tag::VerbPart)
        && !view.agent(at + 1)
        && !view.verb_behind_aside(at + 1)
}

fn after_mark(view: &View<'_, '_>, choice: TagSet, at: usize) -> Tag {
    let follow = view.follow(at + 1);
    let agent = view.agent(at + 1);
    if agent {
        return Tag::VerbPart;
    }
    match (view.clause.finite, follow) {
        // `The company, based in Karachi, said`; `Honda, which …, exported 38 cars`
        (Finite::No, follow)
            if view.clause.subject
                && (matches!(follow, Follow::Preposition | Follow::Adverb | Follow::To)
                    || when(view, at + 1)) =>
        {
            // `Egypt, the top buyer, brought in 5 million tonnes`: no other verb is left for the subject.
            if choice.first() == Tag::VerbPast || view.last_clause(at + 1) {
                Tag::VerbPast
            } else {
                Tag::VerbPart
            }
        }
        // `The carrier, called Acme Air, sold`
        (Finite::No, _)
            if view.clause.subject
                && view.reading.classes(at).contains(Classes::NAMING)
                && view.verb_behind_aside(at + 1) =>
        {
            Tag::VerbPart
        }
        (Finite::No, _) if view.clause.subject => Tag::VerbPast,
        // `…,” said the minister`
        (_, Follow::Group | Follow::Noun) if choice.first() == Tag::VerbPast => Tag::VerbPast,
        (_, Follow::Group) if view.clause.verb == Tag::VerbPast => Tag::VerbPast,
        _ => Tag::VerbPart,
    }
}

/// Words whose base form, past and participle are one: `cut`, `put`, `hit`, `set`.
pub(super) fn cut(view: &View<'_, '_>, word: Word<'_>) -> Option<Tag> {
    let Word { choice, at, left } = word;
    let follow = view.follow(at + 1);
    // `set up`, `cut off`: what a particle follows is a verb.
    let object =
        matches!(follow, Follow::Group | Follow::Noun) || view.choice(at + 1).first() == Tag::Particle;
    let noun = choice.any(NOUNISH);
    let agent = view.agent(at + 1);
    if object && made_to(view, left) {
        return Some(Tag::Verb);
    }
    match left.tag {
        Tag::Pronoun | Tag::Wh | Tag::That => Some(Tag::VerbPast),
        Tag::Subordinator => Some(Tag::VerbPart),
        Tag::Mark if agent && choice.first() != Tag::Noun => Some(Tag::VerbPart),
        Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number => {
            if agent {
                // "a rate cut by", but "a plant run by"
                return Some(if noun && left.tag == Tag::Noun && choice.has(Tag::VerbPast) {
                    Tag::Noun
                } else {
                    Tag::VerbPart
                });
            }
            let finite = matches!(follow, Follow::Finite | Follow::Verb | Follow::Past);
            if !finite && subject_of_relative(view, word) {
                return Some(Tag::VerbPast);
            }
            // "requirements set under the law": no noun follows a plural.
            let noun = noun
                && (left.tag != Tag::NounPlural
                    || choice.first() == Tag::Noun
                    || follow != Follow::Preposition);
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
            // "will stop flying to Lima and cut jobs"
            _ if object && view.clause.modal => Some(Tag::Verb),
            Tag::Unknown if noun => None,
            Tag::Unknown => Some(Tag::VerbPart),
            Tag::VerbS | Tag::VerbIng | Tag::Modal if noun && !object => None,
            _ => Some(after_conjunction(view, word)),
        },
        Tag::Mark if !noun || view.clause.subject && view.clause.finite == Finite::No => {
            Some(after_mark(view, choice, at))
        }
        tag if tag.is_verb() => {
            if noun {
                None
            } else {
                Some(Tag::VerbPart)
            }
        }
        // `Set up in May, the firm …`
        Tag::Unknown
            if choice.has(Tag::VerbPart)
                && view.choice(at + 1).first() == Tag::Particle
                && view.follow(at + 2) == Follow::Preposition =>
        {
            Some(Tag::VerbPart)
        }
        // `Hit by the slump, Nissan …`
        Tag::Unknown if agent && choice.has(Tag::VerbPart) => Some(Tag::VerbPart),
        Tag::Unknown if object || choice.first() == Tag::Verb => Some(Tag::Verb),
        _ if noun => None,
        _ => Some(Tag::VerbPart),
    }
}
