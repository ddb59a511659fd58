//! Whether what a rule found happened, will, may, or did not.

use rustc_hash::FxHashMap;

use crate::clause::{Clauses, Group, GroupId, GroupKind, VerbForm};
use crate::lexicon::{status_word, Lexicon, List, Tag, WordId};
use crate::reading::Reading;
use crate::text::Span;

/// Whether an event happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// It happened or is happening.
    #[default]
    Actual,
    /// It is announced, agreed or expected.
    Planned,
    /// It may happen.
    Possible,
    /// It did not happen, or somebody says that it will not.
    Denied,
}

impl Status {
    /// Its name in rules and in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Denied => "denied",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        [Self::Actual, Self::Planned, Self::Possible, Self::Denied]
            .into_iter()
            .find(|status| status.name() == name)
    }
}

/// How many verbs up a status is looked for.
const DEPTH: usize = 6;

/// The words that decide.
#[derive(Debug)]
pub(super) struct StatusWords {
    words: FxHashMap<WordId, Status>,
    would: Vec<WordId>,
    conditional: WordId,
}

/// A status and the words that decided it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Decided {
    pub(super) status: Status,
    pub(super) cause: Option<Span>,
}

impl StatusWords {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut words = FxHashMap::default();
        for row in lexicon.rows(List::StatusWords) {
            if let Some(status) = Status::parse(lexicon.cell(row, status_word::STATUS)) {
                words.insert(lexicon.find(lexicon.cell(row, status_word::WORD)), status);
            }
        }
        Self {
            words,
            // Of these the speaker is sure; other modals leave it open.
            would: ["will", "would", "shall", "'ll", "to", "must"]
                .map(|word| lexicon.find(word))
                .to_vec(),
            conditional: lexicon.find("if"),
        }
    }

    fn of(&self, word: WordId) -> Option<Status> {
        self.words.get(&word).copied()
    }

    /// The status of what the verb at `at` says.
    pub(super) fn of_verb(&self, reading: &Reading<'_>, clauses: &Clauses, at: GroupId) -> Decided {
        let mut at = at;
        let mut found = Decided {
            status: Status::Actual,
            cause: None,
        };
        for _ in 0..DEPTH {
            let Some(verb) = clauses.verb(at) else { break };
            let span = |group: &Group| reading.span(group.first as usize..group.end as usize);
            let here = span(&clauses.groups[at]);
            if verb.negated || verb.yet && verb.modal.is_some() {
                return Decided {
                    status: Status::Denied,
                    cause: Some(here),
                };
            }
            if verb
                .subject
                .and_then(|noun| clauses.noun(noun))
                .is_some_and(|noun| noun.negated)
                || verb
                    .object
                    .and_then(|noun| clauses.noun(noun))
                    .is_some_and(|noun| noun.negated)
            {
                return Decided {
                    status: Status::Denied,
                    cause: Some(here),
                };
            }
            if let Some(modal) = verb.modal {
                let status = if self.would.contains(&modal) {
                    Status::Planned
                } else {
                    Status::Possible
                };
                found = Decided {
                    status,
                    cause: Some(here),
                };
                if self.conditional(clauses, at) {
                    found.status = Status::Possible;
                }
                break;
            }
            if self.conditional(clauses, at) {
                return Decided {
                    status: Status::Possible,
                    cause: Some(here),
                };
            }
            let Some(parent) = verb.parent else { break };
            if verb.form == VerbForm::Participle && verb.parent.is_some() && found.status == Status::Actual {
                // A reduced clause has its own time.
                break;
            }
            // What stands between the parent's first word and this verb governs it.
            let first = clauses.groups[parent].first as usize;
            let end = clauses.groups[at].first as usize;
            let complement = verb.form == VerbForm::Infinitive || self.gerund_complement(clauses, parent, at);
            if !complement {
                if verb.form == VerbForm::Infinitive {
                    continue;
                }
                at = parent;
                continue;
            }
            if let Some((status, token)) = self.last_word(reading, first..end) {
                let cause = Some(reading.span(token..token + 1));
                match status {
                    Status::Denied => return Decided { status, cause },
                    status if found.status != Status::Possible => found = Decided { status, cause },
                    _ => {}
                }
            } else if verb.form == VerbForm::Infinitive && clauses.noun(parent).is_some() {
                // "an opportunity to export", unless the noun is known otherwise
                found = Decided {
                    status: Status::Planned,
                    cause: None,
                };
            }
            match clauses.verb(parent) {
                Some(_) => at = parent,
                None => match clauses.governor(parent) {
                    Some(governor) => at = governor,
                    None => break,
                },
            }
        }
        found
    }

    /// `considering exporting`, `ruled out selling`: the gerund right after its verb.
    fn gerund_complement(&self, clauses: &Clauses, parent: GroupId, at: GroupId) -> bool {
        clauses.verb(at).is_some_and(|verb| verb.form == VerbForm::Gerund)
            // The governor may stand behind ("..., he said").
            && parent < at
            && clauses
                .groups
                .get(parent + 1..at)
                .unwrap_or_default()
                .iter()
                .all(|group| matches!(group.kind, GroupKind::Adverb(_) | GroupKind::Preposition(_)))
    }

    /// The last word of a run that decides a status.
    fn last_word(&self, reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> Option<(Status, usize)> {
        tokens.rev().take(8).find_map(|token| {
            let word = reading.lexicon.word(reading.ids[token]);
            let lemma = word.lemma(reading.tag(token)).unwrap_or(reading.ids[token]);
            self.of(lemma).map(|status| (status, token))
        })
    }

    /// Whether `if` opens the clause of a verb.
    fn conditional(&self, clauses: &Clauses, at: GroupId) -> bool {
        for group in clauses.groups[..at].iter().rev().take(12) {
            match group.kind {
                GroupKind::Subordinator(word) => return word == self.conditional,
                GroupKind::Stop | GroupKind::Comma | GroupKind::Relative => return false,
                GroupKind::Verb(ref verb) if verb.finite() => return false,
                _ => {}
            }
        }
        false
    }

    /// The status of what the noun at `at` stands for.
    pub(super) fn of_noun(&self, reading: &Reading<'_>, clauses: &Clauses, at: GroupId) -> Decided {
        let group = &clauses.groups[at];
        let mut found = Decided {
            status: Status::Actual,
            cause: None,
        };
        if clauses.noun(at).is_some_and(|noun| noun.negated) {
            return Decided {
                status: Status::Denied,
                cause: Some(reading.span(group.first as usize..group.end as usize)),
            };
        }
        // "planned exports", "a possible deal"
        let head = clauses.noun(at).map_or(group.end, |noun| noun.head) as usize;
        for token in group.first as usize..head.min(group.first as usize + 12) {
            let word = reading.lexicon.word(reading.ids[token]);
            let tag = reading.tag(token);
            if !matches!(
                tag,
                Tag::Adjective | Tag::VerbPart | Tag::VerbPast | Tag::VerbIng | Tag::Noun
            ) {
                continue;
            }
            if let Some(status) = self.of(word.lemma(tag).unwrap_or(reading.ids[token])) {
                found = Decided {
                    status,
                    cause: Some(reading.span(token..token + 1)),
                };
            }
        }
        // "plans for the export of", "talks on a merger"
        if found.status == Status::Actual {
            if let Some(preposition) = clauses.noun(at).and_then(|noun| noun.preposition) {
                if let Some(before) = preposition
                    .checked_sub(1)
                    .and_then(|before| clauses.noun(before).map(|_| before))
                {
                    let token = clauses.groups[before].end as usize - 1;
                    let word = reading.lexicon.word(reading.ids[token]);
                    if let Some(status) =
                        self.of(word.lemma(reading.tag(token)).unwrap_or(reading.ids[token]))
                    {
                        found = Decided {
                            status,
                            cause: Some(reading.span(token..token + 1)),
                        };
                    }
                }
            }
        }
        if let Some(governor) = clauses.governor(at) {
            let above = self.of_verb(reading, clauses, governor);
            if above.status != Status::Actual {
                return above;
            }
            let verb = clauses.verb(governor);
            if let Some(status) = verb.and_then(|verb| self.of(verb.lemma)) {
                let group = &clauses.groups[governor];
                return Decided {
                    status,
                    cause: Some(reading.span(group.first as usize..group.end as usize)),
                };
            }
        }
        found
    }
}
