//! Names of organisations and people: runs of capitalised words, what stands in them and around them, and
//! what the article as a whole makes of them.
//!
//! Lists settle the well known, grammar (legal suffixes, head nouns, titles) the well formed. What is left
//! is weighed in `sense`, over all places where the article has the same words.

mod body;
mod byline;
mod calendar;
mod capitals;
mod context;
mod office;
mod run;
mod sense;
mod words;

pub(crate) use body::Body;
pub(crate) use capitals::credited;
pub(crate) use context::Context;
pub(crate) use run::{run_end, runs, Case, Chunk};
pub(crate) use words::{Title, Words, LONGEST};

pub(crate) use sense::{office, Open};

use std::ops::Range;

use super::{organisation, person, Candidate};
use crate::lexicon::{Classes, List, Tag};
use crate::reading::Reading;
use crate::token::Shape;

/// Adds the organisations and people of an article.
pub(crate) fn find<'x>(reading: &Reading<'x>, out: &mut Vec<Candidate<'x>>) {
    let words = Words::new(reading);
    let from = out.len();
    // Fewer capitals than one in two leave a name open.
    let mut open = Vec::with_capacity(reading.capitals().len() / 2);
    // Names may reach past their run; what they took is not read again.
    let mut done = 0;
    let mut chunks = Vec::new();
    let mut taken = Vec::new();
    byline::find(&words, out);
    organisation::find_agency(&words, out);
    organisation::find_spelt(&words, out);
    for run in runs(&words) {
        if run.end <= done {
            continue;
        }
        if run.case != Case::Sentence {
            capitals::credited_in(&words, run.first..run.end, out);
        }
        let leads = words.closed(run.first) && run.end > run.first + 1;
        if is_ship(&words, run.first + usize::from(leads)) || is_called_after_firm(&words, run.first..run.end)
        {
            done = run.end;
            continue;
        }
        run.chunks(&words, done, &mut chunks);
        for chunk in &chunks {
            if chunk.first >= done {
                done = done.max(read_chunk(&words, run.case, chunk, &mut taken, &mut open, out));
            }
        }
    }
    organisation::find_small(&words, out);
    sense::settle(&words, &open, from, out);
}

/// Whether a run is a ship's name: `MV Saint Dimitrios`.
fn is_ship(words: &Words<'_, '_>, first: usize) -> bool {
    let prefix = words.context_at(first, Context::Ship);
    prefix.is_some_and(|hit| words.capital(hit.end as usize) && words.follows(hit.end as usize))
}

/// Whether a run is the name of a thing, and begins with that of whoever owns it: `the container vessel | MSC Lotte 3`.
fn is_called_after_firm(words: &Words<'_, '_>, run: Range<usize>) -> bool {
    let Range { start, end } = run;
    words.context_before(start, Context::Thing).is_some()
        && words.follows(start)
        && organisation::is_listed(words, start).is_some_and(|firm| firm < end && !words.genitive(firm))
        && !(start + 1..end)
            .any(|at| words.everyday(at) || words.reading.hit(at, List::OrgSuffixes).is_some())
}

/// Adds what a chunk holds; what is open goes to `open`. The token up to which it has been read. `taken` is a buffer.
fn read_chunk<'x>(
    words: &Words<'_, 'x>,
    case: Case,
    chunk: &Chunk,
    taken: &mut Vec<(usize, usize)>,
    open: &mut Vec<Open>,
    out: &mut Vec<Candidate<'x>>,
) -> usize {
    let from = out.len();
    organisation::find(words, case, chunk, open, out);
    let found = out[from..].iter();
    taken.clear();
    taken.extend(found.map(|candidate| (candidate.first as usize, candidate.end as usize)));
    taken.sort_unstable();
    let mut done = chunk.first;
    let taken_none = taken.is_empty();
    for (first, end) in taken.drain(..) {
        if case == Case::Sentence {
            read_part(words, chunk, done..first, open, out);
        }
        done = done.max(end);
    }
    if case == Case::Sentence {
        read_part(words, chunk, done..chunk.end, open, out);
    } else if taken_none {
        capitals::find_in_capitals(words, chunk.first..chunk.end, out);
    }
    done
}

/// Adds the person that a part of a chunk is, or leaves it open.
fn read_part<'x>(
    words: &Words<'_, 'x>,
    chunk: &Chunk,
    part: Range<usize>,
    open: &mut Vec<Open>,
    out: &mut Vec<Candidate<'x>>,
) {
    let Range {
        start: mut first,
        mut end,
    } = part;
    while first < end && !words.word(first) {
        first += 1;
    }
    while first < end && !words.capital(end - 1) && !(words.word(end - 1) && words.glued(end - 1)) {
        end -= 1;
    }
    // `Swiss | Xstrata`, `Australian | Mark Woodforde`
    if let Some(next) = words.demonym(first).filter(|next| *next < end) {
        let given = words.classes(next).contains(Classes::GIVEN_NAME) && next + 1 < end;
        if words.capital(next) && (!words.english(next) || given || words.demonym(next).is_some()) {
            first = next;
        }
    }
    if first >= end {
        return;
    }
    let part = Chunk {
        first,
        end,
        title: chunk.title.filter(|_| first == chunk.first),
        before_title: chunk.before_title && end == chunk.end,
    };
    let found = person::find(words, &part, out);
    if found {
        open.extend(out.last().and_then(|found| called(words, found)));
    } else if !open
        .iter()
        .rev()
        .take(4)
        .any(|o| o.tokens.start <= first && end <= o.tokens.end)
    {
        // `Rival | Telkom`
        // but not `Bank | Perdana Utama`
        let role = words.context_at(first, Context::Organisation).is_some()
            && words.context_at(first, Context::CompanyFront).is_none();
        // `Leading | FMCG maker`
        let describes = end == first + 2
            && words.everyday(first)
            && matches!(
                words.reading.tag(first),
                Tag::Adjective | Tag::VerbIng | Tag::VerbPart
            )
            && (words.reading.tokens[first + 1].shape == Shape::Upper
                // `Former | Playschool presenter`
                || words.unlisted(first + 1) && words.small(end) && words.title_at(end).is_some());
        if first + 1 < end && words.opens(first) && (role || describes) {
            first += 1;
        }
        open.push(Open {
            tokens: first..end,
            before_title: part.before_title,
            listed: i32::from(organisation::ends_in_head(words, first..end)),
            called: false,
        });
    }
}

/// A name that nothing but its form has made a person's is weighed like any other: `Hoang Gia Wood,
/// which has four plants`.
fn called(words: &Words<'_, '_>, found: &Candidate<'_>) -> Option<Open> {
    let (first, end) = (found.first as usize, found.end as usize);
    let initial = words.reading.word(first).ends_with('.') || words.reading.word(first).len() == 1;
    (found.origin.name() == "person.names" && !initial).then_some(Open {
        tokens: first..end,
        before_title: false,
        listed: 0,
        called: true,
    })
}
