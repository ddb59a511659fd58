//! What the article around tells of a name: which of its words are told again, and who is named in full.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Words;
use super::Open;
use crate::lexicon::{Classes, List, Tag};
use crate::mention::{Candidate, Hashes, Kind};
use crate::text::ZoneKind;
use crate::token::{word_hash, Gap, Shape};

/// A first line has no more tokens than this.
const LINE: usize = 60;

/// Which words of open names the article repeats alone: people go on by their last word, companies by their first.
pub(super) struct Repeats {
    alone: Hashes,
    first: Hashes,
    last: Hashes,
}

impl Repeats {
    pub(super) fn new(words: &Words<'_, '_>, open: &[Open]) -> Self {
        let [mut alone, mut first, mut last] = [const { Vec::new() }; 3];
        for name in open.iter().filter(|name| !name.called) {
            let Range { start, end } = name.tokens;
            if end - start == 1 {
                alone.push(words.reading.tokens[start].hash);
            } else if Self::may_be_full(words, name) {
                first.push(words.reading.tokens[start].hash);
                last.push(words.reading.tokens[end - 1].hash);
            }
        }
        Self {
            alone: Hashes::of(alone),
            first: Hashes::of(first),
            last: Hashes::of(last),
        }
    }

    /// Whether a name has the form of given name and surname, none of them an English word.
    fn may_be_full(words: &Words<'_, '_>, name: &Open) -> bool {
        let own = |at: usize| {
            words.reading.tokens[at].shape == Shape::Capitalised
                && !words.english(at)
                && words.place(at).is_none()
                && words.demonym(at).is_none()
        };
        (2..=3).contains(&name.tokens.len()) && name.listed == 0 && name.tokens.clone().all(own)
    }

    /// Whether the article goes on to speak of the last word of a name alone, and not of the first.
    pub(super) fn has_surname(&self, words: &Words<'_, '_>, name: &Open) -> bool {
        let Range { start, end } = name.tokens;
        let alone = |at: usize| self.alone.contains(words.reading.tokens[at].hash);
        Self::may_be_full(words, name) && alone(end - 1) && !alone(start)
    }

    /// Whether a lone word is the last of a fuller name, and never the first.
    pub(super) fn is_surname(&self, words: &Words<'_, '_>, name: &Open) -> bool {
        let hash = words.reading.tokens[name.tokens.start].hash;
        self.last.contains(hash) && !self.first.contains(hash)
    }
}

/// The acronyms of an article that do something, or have somebody who does: `FIRS said`, `FIRS director`.
pub(super) struct Acronyms(Hashes);

impl Acronyms {
    pub(super) fn new(words: &Words<'_, '_>) -> Self {
        let reading = words.reading;
        let acronym = |at: &usize| {
            let token = &reading.tokens[*at];
            token.shape == Shape::Upper
                && (3..=7).contains(&(token.end - token.start))
                && reading.hit(*at, List::Acronyms).is_none()
                && (matches!(
                    reading.tag(at + 1),
                    Tag::Modal | Tag::VerbS | Tag::VerbPast | Tag::Have
                ) || words.small(at + 1) && words.title_at(at + 1).is_some())
        };
        let found = reading.capitals().filter(acronym);
        Self(Hashes::of(found.map(|at| reading.tokens[at].hash).collect()))
    }

    /// `Federal Inland Revenue Service`, where the article speaks of the `FIRS`: three words or more that spell one.
    pub(super) fn are_spelt_by(&self, words: &Words<'_, '_>, name: &Range<usize>) -> bool {
        let plain = |at: usize| words.capital(at) && words.reading.tokens[at].shape == Shape::Capitalised;
        name.len() >= 3 && name.clone().all(plain) && {
            let letters = name
                .clone()
                .filter_map(|at| words.reading.word(at).chars().next());
            self.0.contains(word_hash(&letters.collect::<String>()))
        }
    }
}

/// Who is named in full, by the word that stands for them later: people by their last or by a given name, companies by
/// their first.
pub(super) struct NamedInFull {
    /// The first place of each.
    people: FxHashMap<u32, usize>,
    companies: FxHashSet<u32>,
    /// Where each listed word stands alone for the first time in the running text.
    alone: FxHashMap<u32, usize>,
}

impl NamedInFull {
    pub(super) fn new(words: &Words<'_, '_>, open: &[Open], settled: &[Candidate<'_>]) -> Self {
        let mut alone = FxHashMap::default();
        let tokens = &words.reading.tokens;
        // A headline may end in a full stop: whatever stands in a first line that others follow is none of the running text.
        let body = (1..tokens.len().min(LINE)).find(|&at| tokens[at].gap >= Gap::Line);
        let body = body.unwrap_or_default();
        let listed = open.iter().filter(|name| name.listed > 0 && !name.has_parts());
        let sure = settled
            .iter()
            .filter(|found| found.kind() == Kind::Organisation && found.len() == 1);
        let places = listed.map(|name| name.tokens.start);
        for at in places.chain(sure.map(|found| found.first as usize)) {
            if at >= body && words.reading.zone(at) != ZoneKind::Headline {
                let first = alone.entry(tokens[at].hash).or_insert(at);
                *first = at.min(*first);
            }
        }
        Self {
            people: FxHashMap::default(),
            companies: FxHashSet::default(),
            alone,
        }
    }

    pub(super) fn add_person(&mut self, words: &Words<'_, '_>, tokens: &Range<usize>) {
        if tokens.len() < 2 {
            return;
        }
        let given = words.classes(tokens.start).contains(Classes::GIVEN_NAME);
        for at in [Some(tokens.end - 1), given.then_some(tokens.start)] {
            let Some(word) = at.map(|at| words.reading.tokens[at].hash) else {
                continue;
            };
            if self.alone.contains_key(&word) {
                let first = self.people.entry(word).or_insert(tokens.start);
                *first = tokens.start.min(*first);
            }
        }
    }

    pub(super) fn add_company(&mut self, words: &Words<'_, '_>, tokens: &Range<usize>) {
        if tokens.len() > 1 {
            self.companies.insert(words.reading.tokens[tokens.start].hash);
        }
    }

    /// Whether a company's longer name begins with a word.
    pub(super) fn is_company(&self, word: u32) -> bool {
        self.companies.contains(&word)
    }

    /// Whether a word that companies are called by as well is somebody's surname here: the article has told the whole
    /// name before, and has no company's longer name with it.
    pub(super) fn is_surname(&self, word: u32) -> bool {
        let (Some(person), Some(alone)) = (self.people.get(&word), self.alone.get(&word)) else {
            return false;
        };
        person < alone && !self.companies.contains(&word)
    }
}
