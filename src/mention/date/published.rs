//! The day of publication, where the article itself tells it.

use chrono::NaiveDate;

use super::month_word::LEADING;
use super::period::Part;
use super::{Finder, Found, Terms, What};
use crate::lexicon::{Keyword as K, Keywords, Tag};
use crate::mention::Basis;
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// How many bytes of an article's head may hold the day of publication.
const HEAD: u32 = 1500;
/// How many words may stand before it in its line.
const BEFORE: usize = 30;

impl Finder<'_, '_> {
    /// Reads the day of publication from the article's head: from a machine-made header, a byline or a dateline.
    /// A date in running text is none. What is found up to it, or up to the end of the head, goes to `all`.
    pub(super) fn published(&mut self, all: &mut Vec<Found>) -> Option<NaiveDate> {
        let reading = self.reading;
        let mut day = None;
        // "12/11/2014" may tell either of two days; a date in words tells which.
        let mut either = None;
        self.walk(|found| {
            let within = reading.tokens[found.end - 1].start < HEAD;
            if let (What::Date(date), true) = (&found.what, within) {
                let told = matches!(date.first.part, Part::Day(..))
                    && date.basis == Basis::Explicit
                    && date.last.is_none()
                    && is_of_the_article(reading, found.start, found.end);
                day = date.first.first(1).filter(|_| told);
                if day.is_some() && is_either(reading, found.start) {
                    either = either.or(day.take());
                }
            }
            all.push(found);
            day.is_none() && within
        });
        day.or(either)
    }
}

/// Whether a date in digits may begin with its day or with its month: `12/11/2014`.
fn is_either(reading: &Reading<'_>, at: usize) -> bool {
    let number = |at: usize| {
        let token = reading.tokens.get(at).filter(|token| token.is_number())?;
        reading
            .word(at)
            .parse::<u32>()
            .ok()
            .filter(|_| token.end > token.start)
    };
    let small = |number: Option<u32>| number.is_some_and(|number| (1..=12).contains(&number));
    small(number(at)) && small(number(at + 2)) && number(at) != number(at + 2)
}

/// Whether a date stands where an article tells its own: no verb before it in its line, no preposition
/// right before it, and then the line's end, a mark, or a time of day.
fn is_of_the_article(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let line = line_start(reading, start);
    if start - line > BEFORE {
        return false;
    }
    if start > line {
        // "Published August 15, 2025", "Updated - July 02, 2025", "Posted on 3 March 2025", but not "it published
        // its accounts on 3 March 2025".
        let told = (line.max(start.saturating_sub(4))..start)
            .any(|at| (at == line || reading.tokens[at].is_capitalised()) && reading.among(at, TOLD));
        if told {
            return true;
        }
        let before = start - 1;
        if reading.tag(before) == Tag::Preposition || reading.among(before, RUNNING) {
            return false;
        }
        let verb = (line..start).any(|at| {
            matches!(
                reading.tag(at),
                Tag::VerbPast | Tag::VerbS | Tag::Be | Tag::Have | Tag::Modal
            ) && reading.tokens[at].shape == Shape::Lower
        });
        if verb {
            return false;
        }
    }
    let header = reading.is(line, "date") && start == line + 1;
    match reading.tokens.get(end) {
        None => true,
        Some(_) if header => true,
        Some(next) => {
            next.gap >= Gap::Line
                || !next.is_word()
                || matches!(reading.tag(end), Tag::Number)
                || reading.among(
                    end,
                    const { Keywords::of(&[K::At, K::By, K::Updated, K::Last, K::Read]) },
                )
        }
    }
}

/// Words before a date of running text.
const RUNNING: Keywords = LEADING.and(Keywords::of(&[K::On, K::Dated, K::And]));

/// Words before an article's own date.
const TOLD: Keywords = Keywords::of(&[
    K::Published,
    K::Updated,
    K::Posted,
    K::Date,
    K::Modified,
    K::Uploaded,
]);

/// "Published in Dawn, April 11th, 2025" at the end.
pub(super) fn signature(reading: &Reading<'_>, terms: &Terms) -> Option<NaiveDate> {
    let sentence = reading.sentences.iter().rev().take(4).find(|sentence| {
        let first = sentence.first as usize;
        reading.is(first, "published") && reading.is(first + 1, "in")
    })?;
    let finder = Finder::new(reading, terms);
    (sentence.first as usize..(sentence.end as usize).min(sentence.first as usize + 20)).find_map(|at| {
        let What::Date(date) = finder.at(at, at)?.what else {
            return None;
        };
        (date.basis == Basis::Explicit && matches!(date.first.part, Part::Day(..)))
            .then(|| date.first.first(1))?
    })
}

fn line_start(reading: &Reading<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0 && reading.tokens[first].gap < Gap::Line && at - first <= BEFORE {
        first -= 1;
    }
    first
}
