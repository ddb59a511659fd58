//! People whom lines in title case or in capitals name, where capitals tell nothing.

use std::ops::Range;

use super::super::{here, organisation, person, Candidate, Strength};
use super::{Context, Words};
use crate::lexicon::{Classes, List, Lists};
use crate::text::ZoneKind;
use crate::token::{Gap, Token};

/// Adds the author whom a line in title case names: `By Ana Roe   Share on Telegram`.
pub(super) fn credited_in<'x>(words: &Words<'_, 'x>, run: Range<usize>, out: &mut Vec<Candidate<'x>>) {
    let by = words.is(run.start, "by");
    let first = run.start + usize::from(by);
    let byline = words.reading.tokens.get(first).is_some()
        && words.reading.zone(first) == ZoneKind::Byline
        && words.reading.opens_sentence(first);
    let told = by || byline || credited(words, first) || signed(words, &run);
    if !told || by && !words.reading.opens_sentence(run.start) {
        return;
    }
    let end = (first..run.end)
        .find(|&at| {
            // `Marijke de Wit`
            let led = at > first && words.small(at - 1) && words.capital(at);
            words.english(at) && !words.person_name(at) && !words.glued(at) && !led
                || words.title_at(at).is_some()
        })
        .unwrap_or(run.end);
    if end > first + 1
        && person::may_name(words, first..end, false)
        && organisation::is_listed(words, first).is_none()
    {
        person::push(
            words,
            first..end,
            None,
            here!("person.byline"),
            Strength::Strong,
            out,
        );
    }
}

/// Adds those whom a line in title case or in capitals names, where given name and surname are nothing else. The line may
/// tell of a company that has their names: nobody is called by one of them for its sake.
pub(super) fn find_in_capitals<'x>(words: &Words<'_, 'x>, run: Range<usize>, out: &mut Vec<Candidate<'x>>) {
    const LONGEST: usize = 3;
    const HEADS: Lists = Lists::of(&[
        List::OrgHeads,
        List::OrgSuffixes,
        List::PlaceHeads,
        List::PolicyHeads,
    ]);
    let sure = |at: usize| {
        words.capital(at) && words.sure_name(at) && !words.english(at) && words.reading.hits_at(at).is_empty()
    };
    let joins = |at: usize| words.follows(at) && words.capital(at);
    let mut at = run.start;
    while at < run.end {
        let names = (at..run.end)
            .take(LONGEST)
            .take_while(|&next| sure(next) && (next == at || words.follows(next)))
            .count();
        let end = at + names;
        // `Johns Hopkins University`, `Martin Luther King Boulevard`: what goes on is no headline's verb.
        let head = |at: usize| {
            words.reading.hits_of(at, HEADS).next().is_some()
                || words.context_at(at, Context::Place).is_some()
        };
        let more =
            end < run.end && joins(end) && (!words.english(end) || head(end) || words.person_name(end));
        let leads = at > run.start && joins(at) && words.capital(at - 1) && !words.english(at - 1);
        let given = words.classes(at).contains(Classes::GIVEN_NAME);
        if names > 1 && given && words.classes(end - 1).contains(Classes::SURNAME) && !more && !leads {
            person::push(words, at..end, None, here!("person.names"), Strength::Weak, out);
        }
        at = end.max(at + 1);
    }
}

/// `By Katrin Vogel`, `Words & pictures: Zara Lodhi`
pub(crate) fn credited(words: &Words<'_, '_>, first: usize) -> bool {
    let before = match first > 0 && words.mark(first - 1, b':') {
        true => first - 1,
        false => first,
    };
    // In running text `by` is nothing but a preposition.
    (1..=3.min(before)).any(|back| {
        let from = before - back;
        words
            .context_at(from, Context::Credit)
            .is_some_and(|hit| hit.end as usize == before)
            && (words.reading.opens_sentence(from)
                || words.mark(from - 1, b';')
                || words.mark(from - 1, b'|'))
    })
}

/// `-- Ana Roe, Lima newsroom`: who wrote it, behind a dash in the last line.
fn signed(words: &Words<'_, '_>, name: &Range<usize>) -> bool {
    const LINE: usize = 24;
    let tokens = &words.reading.tokens;
    let dashes = (0..name.start)
        .rev()
        .take_while(|&at| tokens[at].is_dash() || tokens[at].is(b'-'));
    let Some(dash) = dashes.last() else {
        return false;
    };
    let more = |token: &Token| token.gap >= Gap::Line;
    (dash == 0 || tokens[dash].gap >= Gap::Line)
        && (words.mark(name.end, b',') || name.end == tokens.len())
        && tokens.len() - name.end < LINE
        && !tokens[name.end..].iter().any(more)
}
