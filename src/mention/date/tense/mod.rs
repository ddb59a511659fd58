//! Whether a clause tells of the past or of the future.

mod verb;

use self::verb::{ahead_from, is_base_form, verb_at};
use super::compared::compared_by;
use crate::lexicon::{Class, Classes, List, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape, TokenKind};

/// Where a clause puts what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
    /// The past, unless the next one is due within weeks: "cut the December price", "no cargo for January".
    Loose,
    /// `was to`: nobody says whether it did.
    Due,
    /// No verb says.
    Unknown,
}

/// How far the verb may stand from the date.
const REACH: usize = 30;

/// What may stand between a preposition and its date.
const EDGES: [&str; 9] = [
    "the",
    "end",
    "start",
    "beginning",
    "middle",
    "of",
    "early",
    "late",
    "mid",
];

/// The tense of a date: that of its clause, but what begins or began `from September` may lie on either side.
pub(super) fn tense(reading: &Reading<'_>, start: usize, end: usize) -> Tense {
    let before = start.checked_sub(1);
    let is = |at: Option<usize>, word: &str| at.is_some_and(|at| reading.is(at, word));
    // "under a June agreement they will sell it"
    let article = before.is_some_and(|before| reading.is_indefinite(before));
    if article && end == start + 1 && reading.classes(end).contains(Classes::PAPER) {
        return Tense::Past;
    }
    // "suspended until early August"
    let mut bounds = (0..start).rev().skip_while(|at| reading.is_one_of(*at, &EDGES));
    let until = bounds.next().is_some_and(|at| reading.is(at, "until"));
    match of_clause(reading, start, end) {
        // "will be raised to 50 from 20 by May": what is due then is the change.
        Tense::Future if is(before, "by") => Tense::Future,
        Tense::Future => match compared_by(reading, start) {
            // "will raise the duty to 20% from 7% in August"
            Some(at) if reading.is(at, "from") => Tense::Loose,
            // "will make $4 billion, against 3 billion in the year to May"
            Some(_) => Tense::Past,
            None => ahead_of(reading, start, end),
        },
        // "fell 5% from March" compares.
        Tense::Past if is(before, "from") && !ends_percent(reading, start - 1) => Tense::Unknown,
        // "a scorching August"
        _ if is_one_of_many(reading, start) => Tense::Unknown,
        // "the mill is shut until May"
        Tense::Past if is(before, "for") || until || is_modifier(reading, start, end) => Tense::Loose,
        tense => tense,
    }
}

/// The tense of a date whose clause tells of the future.
fn ahead_of(reading: &Reading<'_>, start: usize, end: usize) -> Tense {
    let reported = |at: usize| reading.classes(at).contains(Classes::REPORTED);
    // "will publish its November data", "is posting strong results for April-June"
    let told = is_modifier(reading, start, end) && reported(end)
        || start > 1 && reading.is(start - 1, "for") && reported(start - 2);
    match told {
        true => Tense::Past,
        false if is_one_of_many(reading, start) => Tense::Unknown,
        false => Tense::Future,
    }
}

/// Whether a percentage ends before a token.
pub(super) fn ends_percent(reading: &Reading<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| {
        reading.tokens[last].is(b'%') || reading.is_one_of(last, &["percent", "cent", "pct", "pc"])
    })
}

/// "a scorching | August"
fn is_one_of_many(reading: &Reading<'_>, start: usize) -> bool {
    let mut at = start;
    while at > 0 && start - at < 2 && reading.tag(at - 1) == Tag::Adjective {
        at -= 1;
    }
    at > 0 && at < start && reading.is_indefinite(at - 1)
}

/// "the | December | price", "for | April | sales"
fn is_modifier(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let free =
        start == 0 || !matches!(reading.tag(start - 1), Tag::Preposition) || reading.is(start - 1, "for");
    free && end == start + 1
        && reading.tag(end).is_noun()
        && reading.tokens.get(end).is_some_and(|token| {
            token.gap == Gap::Space && matches!(token.shape, Shape::Lower | Shape::Capitalised)
        })
}

/// Whether a token stands in a line without a full stop, whose present tense tells of the past.
pub(super) fn in_headline(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.sentence_tokens(at);
    sentence.end.checked_sub(1).is_some_and(|last| {
        let last = &reading.tokens[last];
        last.is_word() || last.is_number() || last.is(b'%') || last.is(b')')
    })
}

/// The tense of the verb group nearest before a date in its clause, else of the first one behind it.
fn of_clause(reading: &Reading<'_>, start: usize, end: usize) -> Tense {
    let sentence = reading.sentence_tokens(start);
    let from = sentence.start.max(start.saturating_sub(REACH));
    let to = sentence.end.min(end + REACH);
    if let Some(tense) = by_preposition(reading, from, start, end) {
        return tense;
    }
    // A date that opens its clause belongs to the verb behind it.
    let opens = start <= from
        || opens_clause(reading, from, start)
        || follows_relative(reading, from, start)
        || is_told_subject(reading, from, start, end);
    let starts = |at: usize| reading.classes(at).contains(Classes::STARTING) && !in_headline(reading, at);
    if !opens {
        let (mut follows, mut caused) = (false, false);
        let behind = interpolation(reading, from, start).unwrap_or(start);
        for at in (from..behind).rev() {
            // "warned that profit | for the year would sink"
            if stops(reading, at) || reading.tag(at) == Tag::That {
                break;
            }
            // "is the biggest owner, after paying $4m on Friday": what the present follows is over.
            follows |= reading.is_one_of(at, &["after", "since", "following"]);
            caused |= is_cause(reading, at);
            if is_ability(reading, from, at) {
                continue;
            }
            if let Some(tense) = verb_at(reading, from, at) {
                let bare = || is_base_form(reading, from, at);
                return match tense {
                    Tense::Present if follows && !in_headline(reading, at) => Tense::Past,
                    Tense::Present if is_awaited(reading, from, at) || starts(at) => Tense::Future,
                    // "until the rains come in March"
                    Tense::Past if bare() && is_awaited(reading, from, at) => Tense::Future,
                    // "output will fall because of floods in February"
                    Tense::Future if caused => Tense::Unknown,
                    // "will shut the mill built by its founder in May"
                    Tense::Past if is_within_future(reading, from, at) => Tense::Loose,
                    tense => tense,
                };
            }
        }
    }
    for at in end..to {
        // A participle without an auxiliary behind a date says nothing: "in May, priced at".
        if reading.tag(at) == Tag::VerbPart && reading.tokens[at - 1].is(b',') {
            continue;
        }
        if let Some(tense) = verb_at(reading, from.max(end), at) {
            if tense == Tense::Present && starts(at) {
                return Tense::Future;
            }
            // The first verb group behind the date may begin with its auxiliary.
            return ahead_from(reading, at, to).unwrap_or(tense);
        }
        if reading.tokens[at].is(b';') {
            break;
        }
    }
    if opens {
        for at in (from..start).rev() {
            if let Some(tense) = verb_at(reading, from, at) {
                return tense;
            }
        }
    }
    Tense::Unknown
}

/// "will show the Alder, | a sofa built in Hickory, in April": where what commas set off before a date begins, if a verb
/// stands before it.
fn interpolation(reading: &Reading<'_>, from: usize, start: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let start = start - usize::from(start > from && reading.tag(start - 1) == Tag::Determiner);
    let comma = |at: &usize| reading.tokens[*at].is(b',');
    let last = start.checked_sub(2).filter(|last| *last > from && comma(last))?;
    if reading.tag(start - 1) != Tag::Preposition {
        return None;
    }
    let first = (from.max(last.saturating_sub(LONGEST))..last).rev().find(comma)?;
    let opens = matches!(
        reading.tag(first + 1),
        Tag::Determiner | Tag::Possessive | Tag::Wh | Tag::VerbPart | Tag::VerbIng
    ) || is_bare_participle(reading, first + 1);
    let told = (from..first).any(|at| verb_at(reading, from, at).is_some());
    (opens && told).then_some(first)
}

/// "a Leaf, | made in Sunderland", "the mill | built by its founder": a form that may be a participle, without an object.
fn is_bare_participle(reading: &Reading<'_>, at: usize) -> bool {
    let tags = reading.lexicon.word(reading.ids[at]).tags;
    matches!(reading.tag(at), Tag::VerbPart | Tag::VerbPast)
        && tags.has(Tag::VerbPart)
        && reading.tag(at + 1) == Tag::Preposition
}

/// "will shut the mill | built by its founder": whether the verb above a participle that describes a noun tells of the
/// future.
fn is_within_future(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let describes = at > from && is_bare_participle(reading, at) && reading.tag(at - 1).is_noun();
    let mut above = (from..at).rev().take_while(|at| !stops(reading, *at));
    describes && above.find_map(|at| verb_at(reading, from, at)) == Some(Tense::Future)
}

/// "| due to", "| because of", "| owing to": what has a cause follows it.
fn is_cause(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_one_of(at, &["due", "owing", "thanks"]) && reading.is(at + 1, "to")
        || reading.is(at, "because") && reading.is(at + 1, "of")
        || reading.is(at, "despite")
}

/// "able | to churn out": what can be is told of the time of the verb before.
fn is_ability(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let to = match reading.tag(at) {
        Tag::To => at,
        Tag::Verb if at > from && reading.tag(at - 1) == Tag::To => at - 1,
        _ => return false,
    };
    to > from && reading.is_one_of(to - 1, &["able", "enough"])
}

/// "which in | April wrapped up": the verb of a relative clause is still to come.
fn follows_relative(reading: &Reading<'_>, from: usize, start: usize) -> bool {
    start >= from + 2
        && reading.tag(start - 1) == Tag::Preposition
        && matches!(reading.tag(start - 2), Tag::Wh)
}

/// "he said | the second half | would be better": the subject of what is said.
fn is_told_subject(reading: &Reading<'_>, from: usize, start: usize, end: usize) -> bool {
    let before = (from..start)
        .rev()
        .find(|at| reading.tokens[*at].is_word() && !reading.is_one_of(*at, &["the", "that"]));
    let told = before.is_some_and(|at| reading.is_of(at, Class::Said));
    let behind = end
        + usize::from(
            reading
                .tokens
                .get(end)
                .is_some_and(|token| token.kind == TokenKind::Quote),
        );
    told && matches!(
        reading.tag(behind),
        Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::VerbS | Tag::VerbPast
    )
}

/// What the word right before a date says: "by December", "pushed back to November".
fn by_preposition(reading: &Reading<'_>, from: usize, start: usize, end: usize) -> Option<Tense> {
    let mut before = start.checked_sub(1).filter(|before| *before >= from)?;
    // "as of Monday it is shut", "raised the fee as of January 1"
    if reading.is(before, "of") && before > from && reading.is(before - 1, "as") {
        return Some(Tense::Unknown);
    }
    // "to end-November", "by the end of March"
    for _ in 0..4 {
        let edge = reading.tokens[before].is_hyphen() || reading.is_one_of(before, &EDGES);
        before = before
            .checked_sub(usize::from(edge))
            .filter(|before| *before >= from)?;
    }
    if !reading.tokens[before].is_word() {
        return None;
    }
    // "come Easter", "between now and Easter"
    let from_now = reading.is(before, "and") && before > from && reading.is(before - 1, "now");
    let come = reading.is(before, "come") && !reading.tokens.get(end).is_some_and(|next| next.is(b','));
    if come || from_now {
        return Some(Tense::Future);
    }
    if reading.is(before, "by") {
        // "By the end of May it had sold 300"
        let sentence = reading.sentence_tokens(before).end;
        let opens = before == reading.sentence_tokens(before).start;
        let behind = (end..sentence.min(end + 12)).take_while(|_| opens);
        let had = (from..before)
            .rev()
            .take(12)
            .chain(behind)
            .any(|at| reading.is(at, "had"));
        return (!had && !moved_so_far(reading, from..before)).then_some(Tense::Future);
    }
    if reading.is_of(before, Class::InForce) {
        return Some(Tense::Future);
    }
    if reading.is(before, "since") {
        return Some(Tense::Past);
    }
    let effect = reading.is_one_of(before, &["from", "on"]) && before > from;
    // "came into force on | January 1", "takes effect on | Monday": the verb tells.
    let took = |at: usize| {
        matches!(reading.tag(at), Tag::VerbPast | Tag::VerbS | Tag::Verb)
            && !reading.is_of(at, Class::InForce)
    };
    let told = || (from.max(before.saturating_sub(3))..before).any(took);
    if effect && (reading.is(before - 1, "effect") || reading.is_of(before - 1, Class::InForce)) && !told() {
        return Some(Tense::Unknown);
    }
    let booked = || {
        (from..before)
            .rev()
            .take(6)
            .any(|at| reading.classes(at).contains(Classes::BOOKED))
    };
    if reading.is(before, "for") && booked() {
        return Some(Tense::Future);
    }
    if reading.is(before, "for") && is_foreseen(reading, before) {
        return Some(Tense::Future);
    }
    let until = reading.is_one_of(before, &["until", "till", "through"]);
    // "it has until June", "gave them until December"
    let granted = |at: usize| reading.is_of(at, Class::Granted);
    let lasted = || reading.is_of(before - 1, Class::Lasted);
    if until && before > from && (from.max(before.saturating_sub(4))..before).any(granted) && !lasted() {
        return Some(Tense::Future);
    }
    // "refused to speak | until Monday"
    let put_off = |at: usize| {
        reading.tag(at) == Tag::To && reading.tag(at + 1) == Tag::Verb && !reading.is(at + 1, "wait")
    };
    if until && (from.max(before.saturating_sub(8))..before).any(put_off) {
        return Some(Tense::Future);
    }
    if reading.is_one_of(before, &["on", "in"]) && is_of_next(reading, from, before) {
        return Some(Tense::Future);
    }
    if until || reading.is_one_of(before, &["to", "for"]) {
        let moved = (from..before)
            .rev()
            .take(if until { 12 } else { 4 })
            .any(|at| reading.classes(at).contains(Classes::MOVED));
        return moved.then_some(Tense::Future);
    }
    None
}

/// "at its next meeting | in June", "ahead of the next round of talks | on Monday"
fn is_of_next(reading: &Reading<'_>, from: usize, before: usize) -> bool {
    let near = from.max(before.saturating_sub(7))..before;
    let mut near = near
        .rev()
        .take_while(|at| !reading.tag(*at).is_verb() && !reading.tokens[*at].is(b','));
    let Some(next) = near.find(|at| reading.is_one_of(*at, &["next", "upcoming", "forthcoming"])) else {
        return false;
    };
    let led = (from.max(next.saturating_sub(2))..next).any(|at| {
        reading.is_one_of(at, &["at", "before", "for", "until"])
            || reading.is(at, "of") && at > from && reading.is(at - 1, "ahead")
    });
    led && reading.tag(next + 1).is_noun() && reading.hit(next + 1, List::Calendar).is_none()
}

/// Whether what stands before `by` tells how far something moved: "exports climbed 12% to $3m | by December", but "raised its
/// target to $3m | by December".
fn moved_so_far(reading: &Reading<'_>, before: std::ops::Range<usize>) -> bool {
    let mut near = before.rev().take(16);
    let verb = near.find(|at| reading.tag(*at).is_verb() || matches!(reading.tag(*at), Tag::To | Tag::Modal));
    verb.is_some_and(|at| {
        let far = reading.tag(at + 1) == Tag::Number || reading.is_one_of(at + 1, &["to", "by", "from"]);
        reading.tag(at) == Tag::VerbPast && reading.moves(at) && far
    })
}

/// "cut its forecast | for the year", "| for the year it pared its outlook"; what forecasters expected is another thing.
pub(super) fn is_foreseen(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.sentence_tokens(at);
    (sentence.start.max(at.saturating_sub(REACH))..sentence.end.min(at + REACH))
        .any(|at| reading.classes(at).contains(Classes::FORECAST))
}

/// "sees Q4 sales falling", "Q3 outlook": whether the sentence of a date tells of what somebody expects.
pub(super) fn is_expected(reading: &Reading<'_>, at: usize) -> bool {
    // "to add 100,000 barrels, no cuts in Q1"
    let sentence = reading.sentence_tokens(at);
    let infinitive = |at: usize| reading.tag(at) == Tag::To && reading.tag(at + 1) == Tag::Verb;
    (sentence.start..at).any(infinitive)
        || is_foreseen(reading, at)
        || reading.sentence_tokens(at).any(|at| {
            // "results top forecasts"
            let forecasts = reading.tag(at) == Tag::VerbS && reading.is(at, "forecasts");
            forecasts || reading.classes(at).contains(Classes::EXPECTS)
        })
}

/// "paving would start in | the fourth quarter": what begins then cannot be over.
pub(super) fn begins(reading: &Reading<'_>, start: usize) -> bool {
    const FAR: usize = 8;
    let sentence = reading.sentence_tokens(start).start;
    let mut near = (sentence.max(start.saturating_sub(FAR))..start).rev();
    let verb = near.find(|at| reading.tag(*at).is_verb());
    let base = verb.filter(|at| reading.tag(*at) == Tag::Verb);
    base.is_some_and(|at| reading.classes(at).contains(Classes::STARTING))
}

/// Whether only a preposition and marks lie between a clause's start and the date.
fn opens_clause(reading: &Reading<'_>, from: usize, start: usize) -> bool {
    (from..start).rev().take(4).all(|at| {
        matches!(
            reading.tag(at),
            Tag::Preposition | Tag::Mark | Tag::Determiner | Tag::Conjunction
        ) && !reading.tokens[at].is(b',')
    }) && start - from <= 4
}

/// "when delegates reconvene in October": the present of a clause that waits for something.
fn is_awaited(reading: &Reading<'_>, from: usize, verb: usize) -> bool {
    const REACH: usize = 6;
    (from.max(verb.saturating_sub(REACH))..verb).any(|at| {
        reading.is_one_of(
            at,
            &["when", "once", "until", "before", "if", "provided", "unless"],
        )
    })
}

fn stops(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    token.is(b';') || token.is_dash()
}
