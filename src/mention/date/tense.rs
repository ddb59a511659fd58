//! Whether a clause tells of the past or of the future.

use super::compared::is_compared;
use crate::lexicon::{Classes, Tag};
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

/// How many tokens may stand between who sees a thing done and how it is done.
const SEEN: usize = 9;

/// Nouns for what has been written or said when it is told of.
const PAPERS: [&str; 11] = [
    "agreement",
    "report",
    "filing",
    "statement",
    "interview",
    "survey",
    "letter",
    "study",
    "poll",
    "memo",
    "announcement",
];

/// Nouns for figures that are told when their month is over.
const REPORTED: [&str; 6] = ["data", "figures", "numbers", "statistics", "results", "payrolls"];

/// Nouns for what is foreseen.
const FORECASTS: [&str; 5] = ["forecast", "projection", "guidance", "outlook", "projections"];

/// Verbs of saying in the present.
const SAYS: [&str; 4] = ["says", "say", "adds", "tells"];

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
    let article = is(before, "a") || is(before, "an");
    if article && end == start + 1 && is_one_of(reading, end, &PAPERS) {
        return Tense::Past;
    }
    match of_clause(reading, start, end) {
        // "will make $4 billion, against 3 billion in the year to May"
        Tense::Future if is_compared(reading, start) => Tense::Past,
        // "fell 5% from March" compares.
        Tense::Past if is(before, "from") && !ends_percent(reading, start - 1) => Tense::Unknown,
        // "a scorching August"
        _ if is_one_of_many(reading, start) => Tense::Unknown,
        // "will publish its November data"
        Tense::Future if is_modifier(reading, start, end) && is_one_of(reading, end, &REPORTED) => {
            Tense::Past
        }
        Tense::Past if is(before, "for") || is_modifier(reading, start, end) => Tense::Loose,
        tense => tense,
    }
}

/// Whether a percentage ends before a token.
fn ends_percent(reading: &Reading<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| {
        reading.tokens[last].is(b'%') || is_one_of(reading, last, &["percent", "cent", "pct", "pc"])
    })
}

/// "a scorching | August"
fn is_one_of_many(reading: &Reading<'_>, start: usize) -> bool {
    let mut at = start;
    while at > 0 && start - at < 2 && reading.tag(at - 1) == Tag::Adjective {
        at -= 1;
    }
    at > 0 && at < start && (reading.is(at - 1, "a") || reading.is(at - 1, "an"))
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
    if let Some(tense) = by_preposition(reading, from, start) {
        return tense;
    }
    // A date that opens its clause belongs to the verb behind it.
    let opens = start <= from
        || opens_clause(reading, from, start)
        || follows_relative(reading, from, start)
        || is_told_subject(reading, from, start, end);
    let starts = |at: usize| reading.classes(at).contains(Classes::STARTING) && !in_headline(reading, at);
    if !opens {
        for at in (from..start).rev() {
            if stops(reading, at) {
                break;
            }
            if is_ability(reading, from, at) {
                continue;
            }
            if let Some(tense) = verb_at(reading, from, at) {
                let bare = || is_base_form(reading, from, at);
                return match tense {
                    Tense::Present if is_awaited(reading, from, at) || starts(at) => Tense::Future,
                    // "until the rains come in March"
                    Tense::Past if bare() && is_awaited(reading, from, at) => Tense::Future,
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

/// "able | to churn out": what can be is told of the time of the verb before.
fn is_ability(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let to = match reading.tag(at) {
        Tag::To => at,
        Tag::Verb if at > from && reading.tag(at - 1) == Tag::To => at - 1,
        _ => return false,
    };
    to > from && is_one_of(reading, to - 1, &["able", "enough"])
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
        .find(|at| reading.tokens[*at].is_word() && !is_one_of(reading, *at, &["the", "that"]));
    let told =
        before.is_some_and(|at| is_one_of(reading, at, &["said", "says", "say", "predicted", "reckons"]));
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
fn by_preposition(reading: &Reading<'_>, from: usize, start: usize) -> Option<Tense> {
    let mut before = start.checked_sub(1).filter(|before| *before >= from)?;
    // "as of Monday it is shut", "raised the fee as of January 1"
    if reading.is(before, "of") && before > from && reading.is(before - 1, "as") {
        return Some(Tense::Unknown);
    }
    // "to end-November", "by the end of March"
    for _ in 0..4 {
        let edge = reading.tokens[before].is_hyphen() || is_one_of(reading, before, &EDGES);
        before = before
            .checked_sub(usize::from(edge))
            .filter(|before| *before >= from)?;
    }
    if !reading.tokens[before].is_word() {
        return None;
    }
    if reading.is(before, "by") {
        let had = (from..before).rev().take(12).any(|at| reading.is(at, "had"));
        return (!had).then_some(Tense::Future);
    }
    if is_one_of(reading, before, &["effective", "starting"]) {
        return Some(Tense::Future);
    }
    if reading.is(before, "since") {
        return Some(Tense::Past);
    }
    let effect = ["from", "on"].iter().any(|word| reading.is(before, word)) && before > from;
    if effect && is_one_of(reading, before - 1, &["effect", "effective", "starting"]) {
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
    let until = is_one_of(reading, before, &["until", "till", "through"]);
    // "it has until June", "gave them until December"
    let granted = |at: usize| is_one_of(reading, at, &["has", "have", "give", "gives", "gave", "given"]);
    if until && before > from && (from.max(before.saturating_sub(4))..before).any(granted) {
        let perfect = is_one_of(reading, before - 1, &["been", "lasted", "run"]);
        if !perfect {
            return Some(Tense::Future);
        }
    }
    if until || is_one_of(reading, before, &["to", "for"]) {
        let moved = (from..before)
            .rev()
            .take(if until { 12 } else { 4 })
            .any(|at| reading.classes(at).contains(Classes::MOVED));
        return moved.then_some(Tense::Future);
    }
    None
}

/// "cut its forecast | for the year", "| for the year it pared its outlook"; what forecasters expected is another thing.
pub(super) fn is_foreseen(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.sentence_tokens(at);
    (sentence.start.max(at.saturating_sub(REACH))..sentence.end.min(at + REACH))
        .any(|at| is_one_of(reading, at, &FORECASTS))
}

/// "sees Q4 sales falling", "Q3 outlook": whether the sentence of a date tells of what somebody expects.
pub(super) fn is_expected(reading: &Reading<'_>, at: usize) -> bool {
    const EXPECTS: [&str; 17] = [
        "sees",
        "see",
        "expects",
        "expect",
        "guides",
        "targets",
        "target",
        "eyes",
        "plans",
        "aims",
        "outlook",
        "may",
        "estimates",
        "estimate",
        "expected",
        "seen",
        "ahead",
    ];
    // "to add 100,000 barrels, no cuts in Q1"
    let sentence = reading.sentence_tokens(at);
    let infinitive = |at: usize| reading.tag(at) == Tag::To && reading.tag(at + 1) == Tag::Verb;
    (sentence.start..at).any(infinitive)
        || is_foreseen(reading, at)
        || reading.sentence_tokens(at).any(|at| {
            // "results top forecasts"
            let forecasts = reading.tag(at) == Tag::VerbS && reading.is(at, "forecasts");
            forecasts || is_one_of(reading, at, &EXPECTS)
        })
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
        is_one_of(
            reading,
            at,
            &["when", "once", "until", "before", "if", "provided", "unless"],
        )
    })
}

/// Whether a verb taken for a past form or participle is rather a base form, as `come` without auxiliary is.
fn is_base_form(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    let tags = reading.lexicon.word(reading.ids[at]).tags;
    matches!(reading.tag(at), Tag::VerbPast | Tag::VerbPart | Tag::Verb)
        && tags.has(Tag::Verb)
        && !tags.has(Tag::VerbPast)
        && auxiliary(reading, from, at).is_none()
}

fn stops(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    token.is(b';') || token.is_dash()
}

/// "had been | due", "had been | scheduled": what lay ahead then is over.
fn had_been(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    at >= from + 2
        && reading.classes(at).contains(Classes::AHEAD)
        && reading.is(at - 1, "been")
        && (from.max(at.saturating_sub(4))..at - 1).any(|had| reading.is(had, "had"))
}

/// The tense of a verb group that begins at `at`, read forward past its auxiliaries.
fn ahead_from(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tense> {
    match reading.tag(at) {
        Tag::Be => (at + 1..to.min(at + 4)).find_map(|next| match reading.tag(next) {
            Tag::Adverb | Tag::Negation => None,
            Tag::VerbIng => Some(Tense::Future),
            _ if reading.classes(next).contains(Classes::AHEAD) => Some(Tense::Future),
            _ => Some(be_tense(reading, at)),
        }),
        _ => None,
    }
}

/// "could not | be reached", "neither could": what was of no avail is over.
fn could_not(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    reading.is(at, "could")
        && (reading.tag(at + 1) == Tag::Negation
            || reading.tokens[from..at].iter().enumerate().any(|(i, token)| {
                matches!(token.first, b'N' | b'n')
                    && is_one_of(reading, from + i, &["neither", "nobody", "none"])
            }))
}

fn be_tense(reading: &Reading<'_>, at: usize) -> Tense {
    if reading.is(at, "was") || reading.is(at, "were") {
        Tense::Past
    } else {
        Tense::Present
    }
}

/// The tense that a verb form at `at` gives its group, looking back for its auxiliaries.
fn verb_at(reading: &Reading<'_>, from: usize, at: usize) -> Option<Tense> {
    let tags = reading.lexicon.word(reading.ids[at]).tags;
    if let Some(tense) = shared_auxiliary(reading, from, at) {
        return Some(tense);
    }
    match reading.tag(at) {
        // "brought a vaccine to market on Thursday"
        Tag::Verb
            if at > from
                && reading.is(at, "market")
                && reading.tag(at - 1) == Tag::To
                && !is_object(reading, at + 1) =>
        {
            None
        }
        // "could not be reached on Wednesday"
        Tag::Modal if could_not(reading, from, at) => Some(Tense::Past),
        Tag::Modal => Some(Tense::Future),
        Tag::Be => match auxiliary(reading, from, at) {
            Some(tense) => Some(tense),
            None => Some(be_tense(reading, at)),
        },
        Tag::Have | Tag::Do => Some(match auxiliary(reading, from, at) {
            Some(Tense::Future) => Tense::Future,
            _ => Tense::Past,
        }),
        Tag::VerbPast | Tag::VerbPart if had_been(reading, from, at) => Some(Tense::Past),
        Tag::VerbPast | Tag::VerbPart => Some(match auxiliary(reading, from, at) {
            Some(Tense::Present) if reading.classes(at).contains(Classes::AHEAD) => Tense::Future,
            // "has scheduled a meeting on Monday", "planned a rally on Monday"
            None | Some(Tense::Past) if reading.classes(at).contains(Classes::PLANNING) => Tense::Future,
            Some(Tense::Present) | None => Tense::Past,
            Some(tense) => tense,
        }),
        Tag::Verb => Some(match auxiliary(reading, from, at) {
            Some(tense) => tense,
            None if seen(reading, from, at).is_some() => {
                return verb_at(reading, from, seen(reading, from, at)?)
            }
            // "a message, read on Monday", "they cut output": a past form that looks like the base.
            None if tags.has(Tag::VerbPast) || tags.has(Tag::VerbPart) => {
                if joins_infinitive(reading, from, at) {
                    Tense::Future
                } else {
                    Tense::Past
                }
            }
            None if is_one_of(reading, at, &SAYS) => Tense::Past,
            None => Tense::Present,
        }),
        // "the dismissal of two drivers on Thursday, they say": what is said of a day is over.
        Tag::VerbS if is_one_of(reading, at, &SAYS) => Some(Tense::Past),
        Tag::VerbS => Some(Tense::Present),
        // "plans to roll out": an infinitive, whatever its verb was taken for.
        Tag::To if next_may_be_verb(reading, at + 1) => Some(Tense::Future),
        Tag::VerbIng => match auxiliary(reading, from, at) {
            Some(Tense::Past) => Some(Tense::Past),
            Some(_) => Some(Tense::Future),
            None => None,
        },
        Tag::Adjective if had_been(reading, from, at) => Some(Tense::Past),
        Tag::Adjective if reading.classes(at).contains(Classes::AHEAD) => Some(Tense::Future),
        _ => None,
    }
}

/// "is to cut 160 posts and | shut an office": a form that may be a base form goes on with the auxiliary of the verb
/// that "and" joins it to.
fn shared_auxiliary(reading: &Reading<'_>, from: usize, at: usize) -> Option<Tense> {
    let is_base = |at: usize| reading.lexicon.word(reading.ids[at]).tags.has(Tag::Verb);
    let form = matches!(reading.tag(at), Tag::Verb | Tag::VerbPast | Tag::VerbPart) && is_base(at);
    let comma =
        || reading.tag(at) == Tag::Verb && reading.tokens[at - 1].is(b',') && in_headline(reading, at);
    let joined = at >= from + 3 && (reading.tag(at - 1) == Tag::Conjunction || comma());
    if !form || !joined {
        return None;
    }
    let first = (from..at - 1).rev().find(|at| {
        reading.tag(*at).is_verb() || matches!(reading.tag(*at), Tag::Modal | Tag::Be | Tag::Have | Tag::Wh)
    })?;
    let bare = reading.tag(first) == Tag::Verb && first > from;
    let leads = bare && matches!(reading.tag(first - 1), Tag::Modal | Tag::To);
    auxiliary(reading, from, first).filter(|_| leads)
}

/// The verb of who sees or helps what a base form tells: "saw | its sales | fall in May".
fn seen(reading: &Reading<'_>, from: usize, at: usize) -> Option<usize> {
    let nominal = |at: &usize| {
        reading.tag(*at).is_noun()
            || matches!(
                reading.tag(*at),
                Tag::Adjective
                    | Tag::Adverb
                    | Tag::Determiner
                    | Tag::Possessive
                    | Tag::Genitive
                    | Tag::Proper
            )
    };
    let seen = (from..at).rev().take(SEEN).find(|at| !nominal(at))?;
    let sees = is_one_of(
        reading,
        seen,
        &["saw", "seen", "see", "sees", "helped", "help", "helps"],
    );
    (sees && seen + 1 < at).then_some(seen)
}

fn next_may_be_verb(reading: &Reading<'_>, at: usize) -> bool {
    let tags = reading.ids.get(at).map(|id| reading.lexicon.word(*id).tags);
    is_object(reading, at + 1) && tags.is_some_and(|tags| tags.has(Tag::Verb))
}

fn is_object(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.tag(at),
        Tag::Determiner | Tag::Possessive | Tag::Particle | Tag::Pronoun
    )
}

fn is_one_of(reading: &Reading<'_>, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| reading.is(at, word))
}

/// Whether a conjunction joins a base form to what will be: "is to cut 300 jobs and | shut an office".
fn joins_infinitive(reading: &Reading<'_>, from: usize, at: usize) -> bool {
    if at <= from || reading.tag(at - 1) != Tag::Conjunction {
        return false;
    }
    for i in (from..at - 1).rev() {
        match reading.tag(i) {
            Tag::Modal => return true,
            // "cut 300 jobs to save money and shut an office": a purpose is told of the verb before.
            Tag::To if i > from && reading.tag(i - 1).is_noun() => {}
            Tag::To if reading.tag(i + 1) == Tag::Verb => return true,
            Tag::Verb if i > from && goes_on(reading, i - 1) => {}
            Tag::VerbPast | Tag::VerbS | Tag::Verb => return false,
            _ if stops(reading, i) => return false,
            _ => {}
        }
    }
    false
}

/// Whether what stands before a base form tells its tense, or a verb further off does: "will | cut", "to | cut", "cut jobs, |
/// shut an office".
fn goes_on(reading: &Reading<'_>, before: usize) -> bool {
    matches!(
        reading.tag(before),
        Tag::To | Tag::Modal | Tag::Adverb | Tag::Negation
    ) || reading.tokens[before].is(b',')
}

/// What the auxiliaries right before a verb form say.
fn auxiliary(reading: &Reading<'_>, from: usize, at: usize) -> Option<Tense> {
    let mut found = None;
    for i in (from..at).rev().take(6) {
        match reading.tag(i) {
            // "was to reopen in January"
            Tag::To
                if i > from
                    && matches!(reading.tag(i - 1), Tag::Be)
                    && be_tense(reading, i - 1) == Tense::Past =>
            {
                return Some(Tense::Due);
            }
            // "had been due to expire on Friday"
            Tag::To if i > from && had_been(reading, from, i - 1) => return Some(Tense::Past),
            Tag::Modal if could_not(reading, from, i) => return Some(Tense::Past),
            Tag::Modal | Tag::To => return Some(Tense::Future),
            Tag::Have => return Some(Tense::Past),
            Tag::Do => {
                return Some(if reading.is(i, "did") {
                    Tense::Past
                } else {
                    Tense::Present
                });
            }
            Tag::Be => found = Some(be_tense(reading, i)),
            Tag::Adverb | Tag::Negation => {}
            // "will design, build and ship": go on to the auxiliary they share.
            Tag::Conjunction | Tag::Verb | Tag::VerbPart if found.is_none() => {}
            _ => break,
        }
    }
    found
}
