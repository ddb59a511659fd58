//! Datelines: place, agency and day before the first sentence of a report.
//!
//! ```text
//! dateline  = source dash | place { "/" place } { qualifier } close
//! place     = a listed place | up to four words in capitals
//! qualifier = [","] day | "," region | [","] "(" … ")" | "/" agency "/" | dash day
//! close     = ":" | dash | "-" | nothing, after a bracket
//! ```

use super::day::day;
use crate::lexicon::{Classes, List};
use crate::reading::Reading;
use crate::token::{Shape, TokenKind};

/// Words of a place in capitals.
const PLACE: usize = 4;
/// Qualifiers behind a place.
const QUALIFIERS: usize = 6;
/// Tokens in a bracket.
const BRACKET: usize = 20;
/// A report goes on for at least so many tokens after its dateline.
const REPORT: usize = 8;

/// Where the line stands that may begin with a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// No running text above it.
    Lead,
    /// Inside the article.
    Inside,
}

/// A line that may begin with a dateline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// The first token that may belong to it.
    pub(super) first: usize,
    /// The end of the line.
    pub(super) end: usize,
    pub(super) position: Position,
    /// The line is closed by a full stop.
    pub(super) sentence: bool,
}

/// How much speaks for a dateline so far.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// The place stands on a list.
    listed: bool,
    /// The place stands in capitals.
    capitals: bool,
    /// A day or a source stands beside the place.
    qualified: bool,
    /// The last qualifier was a bracket.
    bracket: bool,
}

/// The token after a dateline that begins a line.
pub(super) fn end(reading: &Reading<'_>, start: Start) -> Option<usize> {
    if let Some(end) = source_alone(reading, start) {
        return Some(end);
    }
    let mut evidence = Evidence::default();
    let mut at = place(reading, start.first, start.end, &mut evidence)?;
    // `DETROIT/WASHINGTON`
    while is(reading, at, start.end, b'/') && at < start.first + 4 * PLACE {
        let Some(next) = place(reading, at + 1, start.end, &mut Evidence::default()) else {
            break;
        };
        at = next;
    }
    for _ in 0..QUALIFIERS {
        let Some(next) = qualifier(reading, at, start.end, &mut evidence) else {
            break;
        };
        at = next;
    }
    let (after, glued) = close(reading, at, start.end, evidence)?;
    stands(reading, start, after, glued, evidence).then_some(after)
}

/// `(Reuters) - `: a source without a place.
fn source_alone(reading: &Reading<'_>, start: Start) -> Option<usize> {
    if start.position != Position::Lead {
        return None;
    }
    let after = bracket(reading, start.first, start.end)?;
    let close = reading.tokens[..start.end].get(after)?;
    let parted = close.is_dash() || (close.is_hyphen() && !close.glued());
    (parted && after + REPORT < start.end).then_some(after + 1)
}

fn place(reading: &Reading<'_>, at: usize, end: usize, evidence: &mut Evidence) -> Option<usize> {
    let capitals = capitals(reading, at, end);
    let listed = listed(reading, at, end);
    evidence.listed = listed.is_some();
    evidence.capitals = capitals > at && listed.is_none_or(|listed| listed <= capitals);
    let after = capitals.max(listed.unwrap_or(at));
    // Words in capitals that go beyond the listed place are no part of its name.
    let known = listed.filter(|listed| *listed == after).is_some();
    evidence.listed &= known;
    (after > at).then_some(after)
}

/// The end of a run of words in capitals.
fn capitals(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let run = reading.tokens[at.min(end)..end]
        .iter()
        .take(PLACE)
        .take_while(|token| token.is_word() && token.shape == Shape::Upper)
        .count();
    at + run
}

/// The end of the longest listed place.
fn listed(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let is_place = |list| {
        matches!(
            list,
            List::Cities | List::Admin1 | List::Countries | List::Regions
        )
    };
    reading
        .hits_at(at)
        .iter()
        .find(|hit| is_place(hit.list) && hit.end as usize <= end && reading.tokens[at].is_capitalised())
        .map(|hit| hit.end as usize)
}

fn qualifier(reading: &Reading<'_>, at: usize, end: usize, evidence: &mut Evidence) -> Option<usize> {
    let token = reading.tokens[..end].get(at)?;
    let comma = token.is(b',');
    let next = at + usize::from(comma || token.is_dash() || token.is_hyphen());
    if let Some(day) = day(reading, next).filter(|day| day.end <= end) {
        // `- 15` opens a sentence as well; a dash needs the full date.
        if next == at || comma || day.full || closes(reading, day.end, end) {
            evidence.qualified = true;
            evidence.bracket = false;
            return Some(day.end);
        }
    }
    if let Some(after) = bracket(reading, next, end) {
        evidence.qualified = true;
        evidence.bracket = true;
        return Some(after);
    }
    let after = if comma {
        region(reading, at + 1, end)?
    } else if token.is(b'/') {
        // `/PRNewswire/`
        let agency = reading.tokens[at + 1..end].iter().take(PLACE);
        let length = agency.clone().position(|token| token.is(b'/'))?;
        evidence.qualified = true;
        at + 1 + length + 1
    } else {
        return None;
    };
    evidence.bracket = false;
    Some(after)
}

/// `West Java`, `Pakistan`
fn region(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let words = reading.tokens[at.min(end)..end]
        .iter()
        .take(PLACE)
        .take_while(|token| token.is_word() && token.is_capitalised())
        .count();
    let after = at + words;
    let followed = reading.tokens[..end]
        .get(after)
        .is_some_and(|token| !token.is_word() && !token.is_number());
    (words > 0 && words < PLACE && followed).then_some(after)
}

/// The end of a bracket with a few words in it.
fn bracket(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    if !is(reading, at, end, b'(') {
        return None;
    }
    let length = reading.tokens[at..end]
        .iter()
        .take(BRACKET)
        .position(|token| token.is(b')'))?;
    Some(at + length + 1)
}

fn is(reading: &Reading<'_>, at: usize, end: usize, mark: u8) -> bool {
    at < end && reading.tokens[at].is(mark)
}

fn closes(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    reading.tokens[..end]
        .get(at)
        .is_some_and(|token| token.is(b':') || token.is(b'(') || token.is_dash() || token.is_hyphen())
}

/// The token after the mark that closes a dateline, and whether that mark is a hyphen between two words.
fn close(reading: &Reading<'_>, at: usize, end: usize, evidence: Evidence) -> Option<(usize, bool)> {
    let Some(token) = reading.tokens[..end].get(at) else {
        return Some((at, false));
    };
    if token.is(b':') || token.is_dash() {
        return Some((at + 1, false));
    }
    if token.is_hyphen() {
        let parted = !token.glued() || reading.tokens[..end].get(at + 1).is_some_and(|t| !t.glued());
        return Some((at + 1, !parted));
    }
    evidence.bracket.then_some((at, false))
}

/// Whether the evidence is enough, given what follows.
fn stands(reading: &Reading<'_>, start: Start, after: usize, glued: bool, evidence: Evidence) -> bool {
    let Evidence {
        listed,
        capitals,
        qualified,
        bracket,
    } = evidence;
    let lead = start.position == Position::Lead;
    if after >= start.end {
        // A place alone on its line.
        return lead && listed && (capitals || qualified);
    }
    let next = &reading.tokens[after];
    let opens = next.is_capitalised() || next.is_number() || next.kind == TokenKind::Quote;
    if !opens || after + REPORT > start.end {
        return false;
    }
    if glued {
        // `Karachi-Marking a turning point` against `Lahore-Islamabad motorway`.
        return lead && listed && (capitals || is_plain(reading, after));
    }
    if bracket && !reading.tokens[after - 1].is(b':') && !(capitals || qualified) {
        return false;
    }
    let first = &reading.tokens[start.first];
    // `US:` and `EU -` open items of lists as well.
    let long = first.end - first.start > 3 || first.shape != Shape::Upper;
    match (listed, capitals, qualified) {
        (true, _, true) => true,
        (true, true, false) => long && (lead || start.sentence),
        (true, false, false) => lead && start.sentence && next.is_capitalised(),
        (false, true, true) => long && start.sentence,
        (false, true, false) => lead && long && start.sentence && !is_plain(reading, start.first),
        (false, false, _) => false,
    }
}

/// Whether a word is plain English rather than a name.
fn is_plain(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .classes(at)
        .intersects(Classes::COMMON | Classes::FUNCTION)
}
