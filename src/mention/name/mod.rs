//! Names of organisations and people: runs of capitalised words, what stands in them and around them, and
//! what the article as a whole makes of them.
//!
//! Lists settle the well known, grammar (legal suffixes, head nouns, titles) the well formed. What is left
//! is weighed in `sense`, over all places where the article has the same words.

mod run;
mod sense;
mod words;

pub(crate) use run::{run_end, runs, Case, Chunk};
pub(crate) use words::{Words, LONGEST};

use super::{organisation, person, Candidate};
use crate::reading::Reading;

/// Adds the organisations and people of an article.
pub(crate) fn find<'x>(reading: &Reading<'x>, out: &mut Vec<Candidate<'x>>) {
    let words = Words::new(reading);
    let mut open = Vec::new();
    // Names may reach past their run; what they took is not read again.
    let mut done = 0;
    for run in runs(&words) {
        if run.end <= done {
            continue;
        }
        for chunk in run.chunks(&words, done) {
            if chunk.first < done {
                continue;
            }
            let from = out.len();
            organisation::find(&words, run.case, &chunk, out);
            let mut at = chunk.first;
            let mut parts = Vec::new();
            for taken in &out[from..] {
                parts.push((at, taken.first as usize));
                at = taken.end as usize;
                done = done.max(at);
            }
            parts.push((at, chunk.end));
            if run.case != Case::Sentence {
                continue;
            }
            for (first, end) in parts {
                if first >= end {
                    continue;
                }
                let part = Chunk {
                    first,
                    end,
                    title: chunk.title.filter(|_| first == chunk.first),
                    before_title: chunk.before_title && end == chunk.end,
                };
                if !person::find(&words, &part, out) {
                    open.push(part);
                }
            }
        }
    }
    sense::settle(&words, open, out);
}
