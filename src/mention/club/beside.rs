//! What the words beside a name tell of a team: `beat X 2-1`, `X's striker`, `a 3-0 win over X`.

use crate::lexicon::{Class, Classes, Form, Label, List, Lists, Tag};
use crate::mention::place;
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// What speaks for a team.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Points {
    /// What only teams have: `the X striker`.
    pub(super) team: i32,
    /// What a player may do as well: `beat X`.
    pub(super) side: i32,
}

impl Points {
    pub(super) fn add(&mut self, other: Self) {
        self.team += other.team;
        self.side += other.side;
    }

    pub(super) fn all(self) -> i32 {
        self.team + self.side
    }
}

/// What the words around one place of a name tell.
pub(super) fn points(reading: &Reading<'_>, first: usize, end: usize) -> Points {
    let mut points = Points::default();
    before(reading, first, &mut points);
    behind(reading, first, end, &mut points);
    points
}

/// How many adjectives before a name are passed over.
const ADJECTIVES: usize = 2;

/// The word before a name, before the article and adjectives that stand there: `beat | the hapless Astros`.
fn head_before(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let mut at = first.checked_sub(1)?;
    for _ in 0..=ADJECTIVES {
        let token = &reading.tokens[at];
        let modifier = token.shape == Shape::Lower
            && (reading.tag(at) == Tag::Determiner || reading.tag(at) == Tag::Adjective)
            && !is_side(reading, at);
        if reading.tokens[at + 1].gap > Gap::Line {
            return None;
        }
        match modifier {
            true => at = at.checked_sub(1)?,
            false => return token.is_word().then_some(at),
        }
    }
    None
}

fn is_side(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_of(at, Class::MatchVerb) || reading.is_of(at, Class::ClubRank)
}

fn before(reading: &Reading<'_>, first: usize, points: &mut Points) {
    let Some(at) = head_before(reading, first) else {
        return;
    };
    if reading.is_of(at, Class::MatchVerb) {
        points.side += 3;
    } else if reading.is_of(at, Class::ClubRank) {
        points.team += 3;
    } else if reading.is_of(at, Class::Joins) {
        points.team += 1;
        points.side += 1;
    }
    let preposition = reading.folded(at);
    let against = matches!(preposition, "to" | "over" | "against" | "with" | "by" | "past");
    let held = matches!(preposition, "for" | "of" | "with" | "at");
    if !(against || held || preposition == "from") {
        points.side += match preposition {
            "v" | "vs" | "versus" => 2,
            _ => 0,
        };
        return;
    }
    if preposition == "against" {
        points.side += 2;
    }
    let Some(head) = ground_before(reading, at) else {
        return;
    };
    let game = reading.is_of(head, Class::Match);
    if ends_score(reading, head) {
        points.side += 3;
    } else if (against || preposition == "of") && (game || reading.is_of(head, Class::MatchAct)) {
        points.side += 2;
    } else if held && reading.is_of(head, Class::Player) && reading.tag(head).is_noun() {
        points.team += 3;
    } else if matches!(preposition, "for" | "with" | "from") && reading.is_of(head, Class::Plays)
        || matches!(preposition, "from" | "to") && is_transferred(reading, at)
    {
        points.team += 2;
    } else if preposition == "for" {
        // `hit a late goal for X`
        let scored = (at.saturating_sub(FAR)..at)
            .any(|at| reading.is_of(at, Class::Match) || reading.is_of(at, Class::Plays));
        points.side += if scored { 2 } else { 1 };
    }
}

/// How far before `for` it may be told what was scored, in tokens.
const FAR: usize = 5;

/// Whether somebody changes clubs before a preposition: `signed the striker Jo Brown | from X`, `a move | to X`.
fn is_transferred(reading: &Reading<'_>, preposition: usize) -> bool {
    const REACH: usize = 12;
    let start = reading.sentence_tokens(preposition).start;
    let from = preposition.saturating_sub(REACH).max(start);
    let verb = (from..preposition)
        .rev()
        .find(|at| reading.is_of(*at, Class::Transfers));
    verb.is_some_and(|verb| {
        let named = (verb + 1..preposition)
            .any(|at| reading.tokens[at].is_capitalised() || reading.is_of(at, Class::Player));
        let clause = (verb + 1..preposition)
            .any(|at| reading.tokens[at].is(b',') || reading.tag(at).is_verb() || reading.is(at, "and"));
        !clause && (named || verb + 1 == preposition && reading.tag(verb).is_noun())
    })
}

/// The word before a preposition, or before `away` and `at home` that stand there: `a 4-1 defeat | away to X`.
fn ground_before(reading: &Reading<'_>, preposition: usize) -> Option<usize> {
    let at = preposition.checked_sub(1)?;
    match reading.folded(at) {
        "away" => at.checked_sub(1),
        "home" if at > 1 && reading.is(at - 1, "at") => Some(at - 2),
        _ => Some(at),
    }
}

fn behind(reading: &Reading<'_>, first: usize, end: usize, points: &mut Points) {
    let Some(next) = reading.tokens.get(end).filter(|next| next.gap <= Gap::Line) else {
        return;
    };
    if next.is_number() {
        points.side += score_behind(reading, first, end);
        return;
    }
    if reading.tag(end) == Tag::Genitive {
        owned(reading, end + 1, points);
        return;
    }
    if next.gap != Gap::Space {
        return;
    }
    if reading.is_of(end, Class::Player) && next.shape == Shape::Lower {
        points.team += 3;
    } else if reading.is_of(end, Class::MatchVerb) && !reading.tag(end).is_noun() {
        points.side += 3;
        return;
    }
    if signs(reading, end) {
        points.team += 3;
        return;
    }
    // `X have won`
    let end = end + usize::from(reading.tag(end) == Tag::Have);
    if reading.is_of(end, Class::MatchAct) && !reading.tag(end).is_noun() {
        // `X won 16 of 20`, `X lost its ninth game`
        let score =
            reading.tokens.get(end + 1).is_some_and(Token::is_number) || reading.tag(end + 1) == Tag::Number;
        let against = matches!(
            reading.folded(end + 1),
            "to" | "with" | "against" | "their" | "its" | "at" | "by"
        );
        points.side += if score || against { 2 } else { 1 };
    } else if reading.is_of(end, Class::Match) {
        points.side += if is_manager(reading, end) { 2 } else { 1 };
    } else if starts_score(reading, end + 1) {
        // `X crash 2-1`
        points.side += 2;
    }
}

/// `X have agreed to sign Jo Brown`, `X sold the striker`: what clubs do with players.
fn signs(reading: &Reading<'_>, end: usize) -> bool {
    /// How many words may stand before the verb and behind it.
    const REACH: usize = 6;
    let leads = |at: &usize| {
        matches!(
            reading.tag(*at),
            Tag::Have | Tag::Be | Tag::Modal | Tag::To | Tag::Adverb | Tag::Adjective
        ) || reading.is(at + 1, "to")
    };
    let verb = end + (end..end + REACH).take_while(leads).count();
    reading.is_of(verb, Class::Transfers)
        && reading.tag(verb).is_verb()
        && (verb + 1..verb + 1 + REACH)
            .take_while(|at| {
                reading
                    .tokens
                    .get(*at)
                    .is_some_and(|token| token.is_word() || token.is_number())
            })
            .any(|at| {
                reading.is_of(at, Class::Player)
                    || reading.tokens[at].is_capitalised()
                        && reading.classes(at).contains(Classes::GIVEN_NAME)
            })
}

/// Whether somebody who leads a team stands behind its name: `X manager Jo Brown`, `the X coach`.
fn is_manager(reading: &Reading<'_>, at: usize) -> bool {
    reading.hit(at, List::Titles).is_some()
}

/// `X's Brazilian striker`, `X's 3-1 win`
fn owned(reading: &Reading<'_>, from: usize, points: &mut Points) {
    const REACH: usize = 5;
    // `X's Adrian Fell`
    if reading.tokens.get(from).is_some_and(Token::is_capitalised)
        && reading.classes(from).contains(Classes::GIVEN_NAME)
    {
        points.side += 1;
    }
    for at in from..reading.tokens.len().min(from + REACH) {
        let token = &reading.tokens[at];
        if reading.is_of(at, Class::Player) && token.shape == Shape::Lower {
            points.team += 3;
            return;
        }
        if starts_score(reading, at) {
            points.side += 2;
            return;
        }
        if reading.is_of(at, Class::Match) {
            points.side += 1;
            return;
        }
        let modifier = matches!(
            reading.tag(at),
            Tag::Adjective | Tag::Noun | Tag::Number | Tag::Unknown | Tag::Proper
        ) || token.is_hyphen()
            || token.is_number();
        if !modifier || token.gap > Gap::Line {
            return;
        }
    }
}

/// `X 3-1`, `X 2 Y 0`, and lines of tables: `X 3 2 1 0 5 2 7`.
fn score_behind(reading: &Reading<'_>, first: usize, end: usize) -> i32 {
    if starts_score(reading, end) {
        return 2;
    }
    let opens = reading.tokens[first].gap >= Gap::Line;
    let small = is_small(reading, end);
    let next = reading.tokens.get(end + 1);
    let goes_on = next.is_none_or(|next| {
        next.gap >= Gap::Line || next.is_number() || next.is_capitalised() || next.is(b'(')
    });
    if small && goes_on && (opens || follows_score(reading, first)) {
        2
    } else {
        0
    }
}

/// `Y 2 | X`
fn follows_score(reading: &Reading<'_>, first: usize) -> bool {
    first > 1 && is_small(reading, first - 1) && reading.tokens[first - 2].is_capitalised()
}

fn is_small(reading: &Reading<'_>, at: usize) -> bool {
    const DIGITS: u32 = 2;
    reading
        .tokens
        .get(at)
        .is_some_and(|token| token.is_number() && token.end - token.start <= DIGITS)
}

/// `2-1` from a token on.
fn starts_score(reading: &Reading<'_>, at: usize) -> bool {
    const DIGITS: u32 = 3;
    let number = |at: usize| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| token.is_number() && token.end - token.start <= DIGITS)
    };
    let hyphen = reading.tokens.get(at + 1);
    number(at)
        && hyphen.is_some_and(|hyphen| hyphen.is_hyphen() && hyphen.glued())
        && number(at + 2)
        && reading.tokens[at + 2].glued()
}

/// `2-1` up to a token.
fn ends_score(reading: &Reading<'_>, last: usize) -> bool {
    last > 1 && starts_score(reading, last - 2)
}

/// Whether a name stands in brackets behind another, as clubs do in squads: `Jo Brown (X)`.
pub(super) fn is_bracketed(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    first > 1
        && reading.tokens[first - 1].is(b'(')
        && reading.tokens[first - 2].is_capitalised()
        && reading.tokens.get(end).is_some_and(|token| token.is(b')'))
}

const HEADS: Lists = Lists::of(&[List::PlaceHeads]);

/// Whether a name stands where only a place does: `in Leeds`, `LEEDS, England`.
pub(super) fn is_site(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    let line = |at: usize| reading.tokens[at + 1].gap > Gap::Line;
    let mut before = first.checked_sub(1).filter(|at| !line(*at));
    // `in nearby X`
    if let Some(at) = before.filter(|at| reading.is_of(*at, Class::BesidePlace)) {
        before = at.checked_sub(1);
    }
    let inside = before.is_some_and(|at| match reading.folded(at) {
        "in" | "near" | "outside" | "around" | "across" | "throughout" | "inside" | "within" => true,
        // `the city of X`
        "of" => at > 0 && reading.hits_of(at - 1, HEADS).any(|hit| hit.label == Label::Noun),
        // `a keeper from X`, but `signed from X`
        "from" => {
            !(at.saturating_sub(FAR)..at).any(|at| reading.is_of(at, Class::Plays))
                && !is_transferred(reading, at)
        }
        // `at X on Sunday`, but `won 3-1 at X`
        "at" => !ground_before(reading, at).is_some_and(|head| {
            ends_score(reading, head) || reading.is_of(head, Class::MatchAct) || head + 1 < at
        }),
        _ => false,
    });
    let inside = inside && reading.tag(end) != Tag::Genitive;
    let facility = reading
        .hits_of(end, HEADS)
        .any(|hit| hit.label == Label::Noun && reading.tokens[end].shape == Shape::Lower);
    inside || facility || place::is_dateline(reading, first, end) || has_land_beside(reading, end)
}

/// `Breda, Netherlands`, `the Akron, Ohio, course`
fn has_land_beside(reading: &Reading<'_>, end: usize) -> bool {
    const LANDS: Lists = Lists::of(&[List::Countries, List::Admin1]);
    reading.tokens.get(end).is_some_and(|token| token.is(b','))
        && reading.hits_of(end + 1, LANDS).any(|hit| {
            !matches!(hit.form, Form::Adjective | Form::Demonym)
                && hit.label != Label::Informal
                && reading.tag(hit.end as usize) != Tag::Genitive
        })
}
