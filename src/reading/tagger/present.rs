//! Present tense forms in -s against plurals of the same form.

use super::clause::Finite;
use super::past::when;
use super::view::{Follow, Left, View, Word, NOUNISH};
use crate::lexicon::{Class, Classes, Keyword as K, Keywords, List, Tag, Tags};
use crate::token::TokenKind;

/// What may name somebody.
const NAMES: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural, Tag::Proper]);
/// What noun groups consist of, with the adverbs between them.
const IN_CHAIN: Tags = Tags::of(&[
    Tag::Determiner,
    Tag::Possessive,
    Tag::Genitive,
    Tag::Adjective,
    Tag::Adverb,
    Tag::Noun,
    Tag::NounPlural,
    Tag::Proper,
    Tag::Number,
]);
/// How many words of a name are looked over.
const NAME: usize = 8;
/// How far back the verb is looked for that goes on.
const LONG: usize = 16;

/// Whether an -s form is the verb, not a plural.
pub(super) fn third_person(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    let likely = choice.first() == Tag::VerbS;
    let noun = choice.first() == Tag::NounPlural;
    let follow = match view.follow(at + 1) {
        Follow::Group if noun && timed(view, at + 1) => Follow::Adverb,
        follow => follow,
    };
    let group = matches!(follow, Follow::Group | Follow::To | Follow::Clause);
    let finite = view.clause.finite;
    if matches!(follow, Follow::Mark | Follow::End) && closes_with_speaker(view, Tag::VerbS, &word) {
        return true;
    }
    if !group && of_goods(view, word) || rebounds(view, word) {
        return false;
    }
    if noun && left.tag != Tag::Pronoun && agrees_with_next(view, at) {
        return false;
    }
    if noun && follow != Follow::Group && NAMES.has(left.tag) && !left.adverb && lacks_subject(view, left) {
        return false;
    }
    // `talks between the two`, `clashes between fans`
    let ranges = || view.choice(at + 2).first() == Tag::Number;
    if choice.any(NOUNISH)
        && view.is(at + 1, K::Between)
        && matches!(left.tag, Tag::Noun | Tag::Proper)
        && !left.adverb
        && !ranges()
    {
        return false;
    }
    // `its Cairo works`: a name that is somebody's only tells which of their things is meant.
    let own = left.at > view.first && left.at + 1 == at && left.done[left.at - 1] == Tag::Possessive;
    if left.tag == Tag::Proper && own && !group && choice.any(NOUNISH) {
        return false;
    }
    match left.tag {
        Tag::Pronoun => true,
        // `indicates that imports from Chad fell`: no clause without subject.
        Tag::That if left.at > view.first && !left.adverb && told_before(view, left.at, left.done) => false,
        // `knows what services it offers`
        Tag::Wh if noun && view.choice(at + 1).first() == Tag::Pronoun && view.is(left.at, K::What) => false,
        Tag::Wh | Tag::That => relative(view, word),
        Tag::Noun | Tag::Proper => after_noun(view, follow, word),
        // `General Motors plans` is a name; a common plural has no such verb.
        Tag::NounPlural => {
            left.adverb && likely || is_of_subject(view, Tag::Noun, word) && follow != Follow::Finite
        }
        // `the 737 makes its debut`, but `three visits to a farm`
        Tag::Number => {
            let done_to = follow == Follow::To && !view.base_at(at + 2);
            finite == Finite::No && group && !done_to
        }
        Tag::Mark => {
            let open = view.clause.subject && finite == Finite::No;
            // "Ana Diaz, head of the arm, moves up to chairman": what hangs on it follows.
            let hangs = (likely || view.closes_aside(left.at))
                && matches!(follow, Follow::Preposition | Follow::Adverb | Follow::Noun);
            // "Shell sells stake, eyes new field"
            let goes_on = view.style.headline
                && view.clause.verb == Tag::VerbS
                && finite != Finite::No
                && matches!(follow, Follow::Group | Follow::Noun)
                && !view.choice(at + 1).has(Tag::Verb)
                && !view.finite_ahead(at + 1);
            goes_on
                || open && (group || hangs) && !view.finite_ahead(at + 1)
                || likely && matches!(follow, Follow::Group | Follow::Noun) && finite != Finite::No
        }
        Tag::Conjunction => {
            let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| left.done[at]);
            // `launched a phone and aims to sell`, `…, and plans to sell`
            let parted = before == Tag::Mark && view.is_in(at, Classes::AIM) && view.base_at(at + 2);
            // `it won the case but still faces a fine`
            // `lost 3 percent and now trades at $300`
            let priced = || follow == Follow::Preposition && sum(view, at + 2);
            let again = left.adverb && finite != Finite::No && (follow == Follow::Group || priced());
            let aims = finite != Finite::No && follow == Follow::To && (likely || parted);
            // `opened a mill, its first in Peru, and plans 100 more`
            let counted = view.choice(at + 1).first() == Tag::Number;
            let aims = aims
                || finite != Finite::No && counted && before == Tag::Mark && view.is_in(at, Classes::AIM);
            // `Kenya is the largest grower and exports its tea to Egypt`
            // `it cost $3m and lifts the output to 300 tonnes`
            let past = view.clause.verb == Tag::VerbPast && view.choice(at + 1).first() == Tag::Determiner;
            let present = matches!(view.clause.verb, Tag::VerbS | Tag::Be) || past;
            // `Bosch runs a plant in Bursa, and makes pumps there`
            let bare = view.clause.verb == Tag::VerbS
                && likely
                && follow == Follow::Noun
                && !view.finite_ahead(at + 1);
            aims || again && !view.finite_ahead(at + 1)
                || finite != Finite::No
                    && (present && group || bare || view.clause.verb == Tag::VerbS && before == Tag::VerbS)
        }
        Tag::Adjective => group,
        _ => false,
    }
}

/// Whether the next word is a verb that only a plural goes with: `EU rules limit the weight`, `banks rarely raise rates`.
fn agrees_with_next(view: &View<'_, '_>, at: usize) -> bool {
    let adverb = usize::from(view.choice(at + 1).first() == Tag::Adverb);
    let next = view.choice(at + 1 + adverb);
    let object = || {
        matches!(
            view.choice(at + 2 + adverb).first(),
            Tag::Determiner | Tag::Possessive
        )
    };
    next.has(Tag::Verb)
        && !next.has(Tag::Adverb)
        && (next.first() == Tag::Verb || object() && !timed(view, at + 2 + adverb))
}

/// Whether an -s form behind a noun in the singular or a name is the verb: `Honda reports increased sales`, but not `tea
/// exports up 5%`.
fn after_noun(view: &View<'_, '_>, follow: Follow, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
    let likely = choice.first() == Tag::VerbS;
    let finite = view.clause.finite;
    match follow {
        _ if finite == Finite::Yes && !view.outer_open() || object_of_verb(view, left) => {
            likely && matches!(follow, Follow::Group | Follow::To | Follow::Clause)
        }
        // `exports rose`, `projects include`
        Follow::Finite => false,
        Follow::Group if !likely && goes_on_in_past(view, word) => false,
        Follow::Verb if view.choice(at + 1).has(Tag::Verb) => false,
        // `values rising last Friday`
        Follow::Verb if choice.first() == Tag::NounPlural && left.tag == Tag::Noun => false,
        // `tea exports up 5%`
        Follow::Adverb
            if !likely
                && view.choice(at + 1).first() == Tag::Particle
                && view.choice(at + 2).first() == Tag::Number =>
        {
            false
        }
        // `garment exports jump 22%`
        Follow::Noun
            if !likely
                && view.choice(at + 1).has(Tag::Verb)
                && view.choice(at + 2).first() == Tag::Number =>
        {
            false
        }
        Follow::Group if done_to(view, left) && timed(view, at + 1) => false,
        Follow::Group => true,
        Follow::Clause => says(view, at + 1, likely),
        Follow::To => !view.finite_ahead(at + 1),
        // `Honda reports increased sales`
        Follow::Past => {
            // `Honda shares closed lower`
            let noun = likely || view.choice(at + 2).any(NOUNISH) && !timed(view, at + 2);
            left.tag == Tag::Proper
                && noun
                && view.choice(at + 1).has(Tag::Adjective)
                && view.group_goes_on(at + 2)
        }
        _ if view.is(at + 1, K::Of) => false,
        Follow::Mark | Follow::End if behind_words(view, left) => true,
        Follow::Mark | Follow::End | Follow::Conjunction => likely && finite != Finite::Yes,
        // `a fall in diesel and petrol stocks for May`: what is joined has no verb in the singular.
        Follow::Preposition if !likely && left.tag == Tag::Noun && view.clause.joined => false,
        // `the plant where Bosch makes cars was sold`: the clause around has a verb to come as well.
        _ if left.tag == Tag::Proper && view.outer_open() => likely || finite == Finite::No,
        _ => !view.finite_ahead(at + 1) && (likely || finite == Finite::No),
    }
}

/// Whether nothing but who says it stands between the comma behind a clause and a word of saying that ends the sentence: `prices
/// fell in June, the farm bureau in Lima estimates.`, `…, figures of the ministry show.`
pub(super) fn closes_with_speaker(view: &View<'_, '_>, form: Tag, word: &Word<'_>) -> bool {
    let Word { at, left, .. } = *word;
    let ends = at + 1 >= view.end || at + 2 >= view.end && view.reading.tokens[at + 1].is(b'.');
    let says = || view.form_of(at, form, Classes::CLAUSE) || view.form_of(at, form, Classes::CLAUSE_OR_THING);
    if !ends || view.clause.finite == Finite::No || left.at + 1 != at || !says() {
        return false;
    }
    let several = form == Tag::Verb;
    let nominal = |at: &usize| {
        let figure = matches!(left.done[*at], Tag::NounPlural | Tag::Number);
        matches!(
            left.done[*at],
            Tag::Noun
                | Tag::Proper
                | Tag::Determiner
                | Tag::Adjective
                | Tag::Genitive
                | Tag::Possessive
                | Tag::Preposition
        ) || several && figure
    };
    let mut before = (view.first..=left.at).rev().take(NAME);
    let Some(comma) = before.find(|at| !nominal(at)) else {
        return false;
    };
    let opener = left.done.get(comma + 1);
    let opens = matches!(opener, Some(Tag::Determiner | Tag::Proper | Tag::Possessive));
    // What several say has a plural before its phrases.
    let plural = || {
        let phrase = (comma + 1..at).find(|at| left.done[*at] == Tag::Preposition);
        let head = phrase.unwrap_or(at) - 1;
        left.done[head] == Tag::NounPlural || view.reading.is(head, "data")
    };
    view.reading.tokens[comma].is(b',') && if several { plural() } else { opens }
}

/// Whether a bare compound has a figure right behind it after a verb in the past, which goes on for it: `tea exports rose 3%
/// and coffee exports 4%`.
fn goes_on_in_past(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { at, left, .. } = word;
    let bare = left.tag == Tag::Noun && left.at + 1 == at && left.at > view.first;
    let joined = bare
        && matches!(
            left.done[left.at - 1],
            Tag::Conjunction | Tag::Mark | Tag::Subordinator
        );
    let figure = joined && view.choice(at + 1).first() == Tag::Number;
    let verbs = [
        Tag::VerbPast,
        Tag::VerbS,
        Tag::Verb,
        Tag::Modal,
        Tag::Be,
        Tag::Have,
    ];
    let before = (view.first..left.at).rev().take(LONG).map(|at| left.done[at]);
    figure && before.into_iter().find(|tag| verbs.contains(tag)) == Some(Tag::VerbPast)
}

/// Whether a word is the only one that can be the verb of what stands before it: the noun to the left hangs by `of`, `for`,
/// `on` or the like on the noun that the sentence begins with, which alone agrees with it: `deliveries of the van start in May`.
pub(super) fn is_of_subject(view: &View<'_, '_>, subject: Tag, word: Word<'_>) -> bool {
    let Word { at, left, .. } = word;
    if view.style.headline || view.clause.finite != Finite::No || left.at + 1 != at {
        return false;
    }
    let nominal = |at: &usize| {
        matches!(
            left.done[*at],
            Tag::Determiner
                | Tag::Possessive
                | Tag::Adjective
                | Tag::Noun
                | Tag::NounPlural
                | Tag::Proper
                | Tag::Number
        )
    };
    let before = |from: usize| (view.first..from).rev().find(|at| !nominal(at));
    let hangs = before(at).filter(|phrase| {
        let ties = const { Keywords::of(&[K::Of, K::For, K::In, K::On, K::To, K::From, K::By]) };
        left.done[*phrase] == Tag::Preposition && view.among(*phrase, ties) && *phrase > view.first
    });
    let Some(phrase) = hangs else { return false };
    // `the ban on vans kicks in on Monday`, `a kilo of figs costs $3`: behind a plural, what goes with a particle or a sum is
    // no noun.
    let moves = || {
        let particle = || {
            view.choice(at + 1).has(Tag::Particle)
                && matches!(
                    view.follow(at + 2),
                    Follow::Preposition | Follow::Mark | Follow::End
                )
        };
        left.tag == Tag::NounPlural && (sum(view, at + 1) || particle())
    };
    let article = matches!(left.done[phrase + 1], Tag::Determiner | Tag::Possessive) || moves();
    article && left.done[phrase - 1] == subject && before(phrase).is_none() && !view.finite_ahead(at + 1)
}

/// Whether the word is `exports`, `imports` or `prices` behind a bare noun, which names goods: `grain exports in August`, but
/// `the plant exports to Egypt`.
fn of_goods(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { at, left, .. } = word;
    let before = left.at.checked_sub(1).map_or(Tag::Unknown, |at| left.done[at]);
    view.is_in(at, Classes::TRADED)
        && left.tag == Tag::Noun
        && left.at + 1 == at
        && !matches!(
            before,
            Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::That | Tag::Proper
        )
}

/// Whether the word tells what is traded, and the next one how that moved: `Kenya's tea exports rebound`, `Kia shares slump`.
fn rebounds(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { at, left, .. } = word;
    let next = view.choice(at + 1);
    let goods = matches!(left.tag, Tag::Noun | Tag::Proper) && left.at + 1 == at;
    let moves = || {
        let far = matches!(view.follow(at + 2), Follow::Group | Follow::Noun | Follow::Finite);
        view.is_in(at + 1, Classes::MOVES) && !far
    };
    // `Kenya's tea exports top $4bn`
    let totals = || view.reading.is_of(at + 1, Class::Total) && view.money(at + 2);
    goods && view.is_in(at, Classes::TRADED) && next.has(Tag::Verb) && (moves() || totals())
}

/// Whether what stands before the word can be no subject: it hangs on a preposition that the clause begins with, or is what
/// an infinitive or -ing form acts upon: `despite government pledges to help`, `to sell chips above production costs`.
fn lacks_subject(view: &View<'_, '_>, left: Left<'_>) -> bool {
    let from = view.first.max(left.at.saturating_sub(LONG));
    let mut end = left.at;
    while let Some(before) = (from..end)
        .rev()
        .find(|at| !IN_CHAIN.has(left.done[*at]) && !view.hyphen(*at))
    {
        let ahead = if before > from {
            left.done[before - 1]
        } else {
            Tag::Unknown
        };
        match left.done[before] {
            // `in May Honda plans to`, `after the shop closes`
            Tag::Preposition if left.tag == Tag::Proper && before + 1 < left.at && end == left.at => {
                return false
            }
            Tag::Preposition if view.choice(before).has(Tag::Subordinator) => return false,
            Tag::Preposition | Tag::To if before == view.first => return true,
            Tag::Preposition | Tag::To if IN_CHAIN.has(ahead) || ahead == Tag::Preposition => end = before,
            Tag::Preposition | Tag::To => {
                let opens = matches!(
                    ahead,
                    Tag::Mark | Tag::Conjunction | Tag::Verb | Tag::Subordinator
                );
                return opens && !view.reading.tokens[before - 1].is(b'%');
            }
            // `saying the policy amounts to`
            tag if tag.is_verb() && view.form_of(before, tag, Classes::CLAUSE) => return false,
            Tag::VerbIng => return !NAMES.has(ahead),
            Tag::Verb => return view.clause.finite != Finite::No,
            _ => return false,
        }
    }
    false
}

/// Whether the verb right before a `that` is one that a clause follows: `indicates that`, but `a plan was made that`.
fn told_before(view: &View<'_, '_>, that: usize, done: &[Tag]) -> bool {
    let tag = done[that - 1];
    tag.is_verb() && (tag != Tag::VerbPart || view.form_of(that - 1, tag, Classes::CLAUSE))
}

/// Whether a bare noun stands right behind a verb that no clause follows, or its particle: `ruled out price rises this year`.
fn done_to(view: &View<'_, '_>, left: Left<'_>) -> bool {
    let verb = |at: usize| {
        let tag = left.done[at];
        tag.is_verb() && !view.form_of(at, tag, Classes::CLAUSE)
    };
    let at = left.at;
    left.tag == Tag::Noun
        && at >= view.first + 2
        && (verb(at - 1) || left.done[at - 1] == Tag::Particle && verb(at - 2))
}

/// Whether a figure begins at a token.
fn sum(view: &View<'_, '_>, at: usize) -> bool {
    at < view.end && (view.opens_sum(at) || view.choice(at).first() == Tag::Number)
}

/// Whether a word of time, or a unit that something is counted by, begins at a token: `prices this year`, `3m shares a day`.
fn timed(view: &View<'_, '_>, at: usize) -> bool {
    let period = |at: usize| {
        let noun = view.reading.noun_lemma(at);
        view.reading.lexicon.is_of(noun, Class::Period)
    };
    match () {
        () if at + 1 >= view.end => false,
        () if view.is(at, K::A) => view.reading.hit(at + 1, List::Units).is_some() || period(at + 1),
        () if view.is(at, K::This) => period(at + 1),
        () => when(view, at),
    }
}

/// Whether the noun to the left stands behind somebody's words and a comma or stop: `“It is full,” the mayor jokes.`
fn behind_words(view: &View<'_, '_>, left: Left<'_>) -> bool {
    let tokens = &view.reading.tokens;
    let name = |at: &usize| {
        matches!(
            left.done[*at],
            Tag::Noun | Tag::Proper | Tag::Determiner | Tag::Adjective | Tag::Genitive | Tag::Possessive
        )
    };
    let before = (0..=left.at).rev().take(NAME).find(|at| !name(at));
    before.is_some_and(|at| {
        at > 0
            && tokens[at].kind == TokenKind::Quote
            && matches!(tokens[at - 1].span().of(view.reading.text), "," | "." | "!" | "?")
    })
}

/// Whether a clause follows as what is said, not to tell which one is meant: `claims that exports rose`, but
/// `claims that were met`.
pub(super) fn says(view: &View<'_, '_>, at: usize, likely: bool) -> bool {
    if view.choice(at).first() == Tag::That {
        return !matches!(view.follow(at + 1), Follow::Finite | Follow::Past | Follow::Verb);
    }
    likely
        || !view.among(
            at,
            const { Keywords::of(&[K::Which, K::Who, K::Whose, K::Where, K::Whom]) },
        )
}

/// Whether a word after "that", "which", "who", "when" is their verb rather than the subject that follows.
pub(super) fn relative(view: &View<'_, '_>, word: Word<'_>) -> bool {
    let Word { choice, at, left } = word;
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
            const { Keywords::of(&[K::When, K::Where, K::Why, K::How, K::Whose]) },
        ) =>
        {
            false
        }
        () => choice.has(Tag::VerbS) || !view.finite_ahead(at + 1),
    }
}

/// Whether the noun to the left is what an infinitive, participle or -ing form right before it acts upon:
/// `to buy school needs`.
pub(super) fn object_of_verb(view: &View<'_, '_>, left: Left<'_>) -> bool {
    let verb = view.clause.verb;
    let at = view.clause.verb_at;
    (matches!(verb, Tag::Verb | Tag::VerbIng) || verb == Tag::VerbPart && view.clause.perfect)
        && left.at.saturating_sub(at) <= 3
        // In brackets, the verb may even stand behind the noun.
        && left.done
            .get(at..left.at)
            .is_some_and(|between| !between.contains(&Tag::Preposition))
}
