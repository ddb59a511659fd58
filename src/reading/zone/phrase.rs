//! What the list of zone phrases says of a line.

use super::line::{is_stop, Line};
use crate::lexicon::{zone, Hit, List};
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::TokenKind;

/// A line that begins with a listed phrase and is longer than this says more than the phrase.
const LONGEST: usize = 40;
/// How far behind its phrase the colon or bar of a pointer may stand: `MORE FROM AFP:`.
const NEAR: usize = 4;

/// Where in a line a phrase has to stand to count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is the whole line, marks apart.
    Line,
    /// The line begins with it.
    Start,
    /// The line begins with it, and a colon or bar follows, or it stands in square brackets.
    Mark,
    /// Anywhere in a short line.
    In,
    /// In a line that stands in brackets.
    Bracket,
    /// The last line begins with it.
    Last,
    /// Beside names and dates.
    Beside,
    /// The line begins with it, and a date in figures follows.
    Key,
}

fn place(reading: &Reading<'_>, hit: &Hit) -> Option<Place> {
    Some(match reading.lexicon.cell(hit.row, zone::WHERE) {
        "line" => Place::Line,
        "start" => Place::Start,
        "mark" => Place::Mark,
        "in" => Place::In,
        "bracket" => Place::Bracket,
        "last" => Place::Last,
        "beside" => Place::Beside,
        "key" => Place::Key,
        _ => return None,
    })
}

fn kind(reading: &Reading<'_>, hit: &Hit) -> Option<ZoneKind> {
    Some(match reading.lexicon.cell(hit.row, zone::ZONE) {
        "header" => ZoneKind::Header,
        "byline" => ZoneKind::Byline,
        "teaser" => ZoneKind::Teaser,
        "boilerplate" => ZoneKind::Boilerplate,
        _ => return None,
    })
}

/// What a phrase of the list makes of a line. `kicker`: words before a colon are part of the headline here.
pub(super) fn classify(reading: &Reading<'_>, line: &Line, kicker: bool) -> Option<ZoneKind> {
    if line.len() > LONGEST {
        return None;
    }
    let tokens = &reading.tokens[line.first..line.end];
    let inside = |token: &&crate::token::Token| !token.is_word() && !token.is_number();
    let begin = line.first + tokens.iter().take_while(inside).count();
    let finish = line.end - tokens.iter().rev().take_while(inside).count();
    let bracketed = tokens[0].is(b'(') || tokens[0].is(b'[');
    hits_in(reading, line.first, line.end)
        .iter()
        .filter(|hit| hit.list == List::Zones)
        .find(|hit| {
            let (first, end) = (hit.first as usize, hit.end as usize);
            let starts = first <= begin;
            match place(reading, hit) {
                Some(Place::Line) => starts && end >= finish,
                Some(Place::Start) => starts,
                Some(Place::Mark) => starts && !kicker && is_marked(reading, first, end, line.end),
                Some(Place::In) => true,
                Some(Place::Bracket) => bracketed,
                Some(Place::Last) => starts && reading.tokens.len() - line.end <= LONGEST,
                Some(Place::Beside | Place::Key) | None => false,
            }
        })
        .and_then(|hit| kind(reading, hit))
}

/// Whether one of the phrases that stand beside the names and dates of a byline stands here.
pub(super) fn beside(reading: &Reading<'_>, at: usize) -> Option<usize> {
    reading
        .hits_at(at)
        .iter()
        .find(|hit| hit.list == List::Zones && place(reading, hit) == Some(Place::Beside))
        .map(|hit| hit.end as usize)
}

/// The end of the key of a machine-made header that begins here.
pub(super) fn key(reading: &Reading<'_>, at: usize) -> Option<usize> {
    reading
        .hits_at(at)
        .iter()
        .find(|hit| hit.list == List::Zones && place(reading, hit) == Some(Place::Key))
        .map(|hit| hit.end as usize)
}

/// Where a pointer to another story begins that a line of running text ends with.
pub(super) fn pointer(reading: &Reading<'_>, first: usize, end: usize) -> Option<usize> {
    hits_in(reading, first, end)
        .iter()
        .filter(|hit| hit.list == List::Zones && hit.first as usize > first)
        .find(|hit| {
            let at = hit.first as usize;
            is_stop(&reading.tokens[at - 1])
                && end - at <= LONGEST
                && kind(reading, hit) == Some(ZoneKind::Teaser)
                && is_marked(reading, at, hit.end as usize, end)
        })
        .map(|hit| hit.first as usize)
}

/// Whether a colon or bar follows a phrase, or square brackets hold it, before the line ends; none follows one that
/// goes on in the next line.
fn is_marked(reading: &Reading<'_>, first: usize, after: usize, end: usize) -> bool {
    let bracketed = first > 0 && reading.tokens[first - 1].is(b'[');
    let behind = reading.tokens.get(after..end).unwrap_or_default();
    behind
        .iter()
        .take(NEAR)
        .take_while(|token| token.is_capitalised() || token.kind == TokenKind::Punctuation)
        .any(|token| token.is(b':') || token.is(b'|') || (bracketed && token.is(b']')))
}

/// The names of the lists that begin in a run of tokens.
fn hits_in<'r>(reading: &'r Reading<'_>, first: usize, end: usize) -> &'r [Hit] {
    let from = reading.hits.partition_point(|hit| (hit.first as usize) < first);
    let to = from + reading.hits[from..].partition_point(|hit| (hit.first as usize) < end);
    &reading.hits[from..to]
}
