//! Statistics, one construction for all measures: "sales rose 35% to 14,762 units in May, from 10,934 a year
//! earlier".

use rustc_hash::FxHashMap;

use crate::clause::{Clauses, Filling, GroupId, GroupKind, Outermost, Slot};
use crate::lexicon::{movement, Lexicon, List, WordId};
use crate::mention::Kind;
use crate::reading::Reading;

/// Which way a word moves a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
    Level,
}

/// The words for movements, and the prepositions that tell a figure's part.
#[derive(Debug)]
pub(super) struct Movements {
    words: FxHashMap<WordId, Direction>,
    previous: Vec<WordId>,
    contains: Vec<WordId>,
}

/// A figure of a statistic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) filling: Filling,
    /// A change for the worse.
    pub(super) falling: bool,
}

/// What is being looked at while a statistic's figures are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Level,
    Previous,
}

impl Movements {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut words = FxHashMap::default();
        for row in lexicon.rows(List::Movements) {
            let direction = match lexicon.cell(row, movement::DIRECTION) {
                "up" => Direction::Up,
                "down" => Direction::Down,
                _ => Direction::Level,
            };
            words.insert(lexicon.find(lexicon.cell(row, movement::WORD)), direction);
        }
        let find = |words: &[&str]| words.iter().map(|word| lexicon.find(word)).collect();
        Self {
            words,
            previous: find(&["from", "against", "than", "versus", "over", "compared"]),
            contains: find(&["in", "of"]),
        }
    }

    fn of(&self, word: WordId) -> Option<Direction> {
        self.words.get(&word).copied()
    }

    /// Whether a word introduces the figure that another is compared with.
    pub(super) fn compares(&self, word: WordId) -> bool {
        self.previous.contains(&word)
    }

    fn of_token(&self, reading: &Reading<'_>, token: usize) -> Option<Direction> {
        let id = *reading.ids.get(token)?;
        let lemma = reading.lexicon.word(id).lemma(reading.tag(token)).unwrap_or(id);
        self.of(lemma).or_else(|| self.of(id))
    }

    /// The figures that belong to the verb or noun at `at`.
    pub(super) fn figures(
        &self,
        reading: &Reading<'_>,
        mentions: &Outermost<'_, '_>,
        clauses: &Clauses,
        at: GroupId,
        out: &mut Vec<Figure>,
    ) {
        out.clear();
        let mut direction = None;
        let mut from = at + 1;
        let mut is_statistic = clauses.verb(at).is_some();
        if let Some(noun) = clauses.noun(at) {
            let governor = noun
                .verb
                .and_then(|verb| clauses.verb(verb).map(|group| (verb, group)));
            if let Some((id, verb)) = governor {
                let subject = verb.subject == Some(noun.chain.unwrap_or(at));
                if let Some(found) = self.of(verb.lemma).filter(|_| subject) {
                    direction = Some(found);
                    from = id + 1;
                    is_statistic = true;
                }
            }
            // "a 46% jump in sales", "an increase of 35% in exports"
            if let Some(found) = self.movement_above(reading, mentions, clauses, at, out) {
                direction = Some(found);
                is_statistic = true;
            }
        }
        let mut part = Part::Level;
        for (i, group) in clauses.groups.iter().enumerate().skip(from) {
            let token = group.first as usize;
            match &group.kind {
                GroupKind::Verb(verb) if verb.finite() && !verb.relative => {
                    // Only a subject of its own ends the figures: "…, bringing the total to" goes on.
                    break;
                }
                GroupKind::Verb(verb) => {
                    if self.previous.contains(&reading.ids[verb.head as usize]) {
                        part = Part::Previous;
                    } else if let Some(found) = self.of(verb.lemma) {
                        direction = Some(found);
                        is_statistic = true;
                    } else {
                        break;
                    }
                }
                GroupKind::Subordinator(_) if i > from => break,
                GroupKind::Stop => break,
                GroupKind::Comma => part = Part::Level,
                GroupKind::Preposition(word) if self.previous.contains(word) => part = Part::Previous,
                GroupKind::Preposition(word) | GroupKind::Adverb(word) => {
                    if let Some(found) = self.of(*word) {
                        direction = Some(found);
                        is_statistic = true;
                    } else if matches!(group.kind, GroupKind::Preposition(_)) && part == Part::Previous {
                        // "from 9,379 in March": what follows the figure is the figure's.
                    }
                }
                GroupKind::Adjective => {
                    if let Some(found) = self.of_token(reading, token) {
                        direction = Some(found);
                    }
                }
                GroupKind::Noun(noun) => {
                    let figure = mentions.within(group.first, group.end).find(|mention| {
                        matches!(
                            mention.kind(),
                            Kind::Count | Kind::Money | Kind::Measure | Kind::Percent
                        )
                    });
                    if let Some(found) = self.of(noun.lemma).filter(|found| *found != Direction::Level) {
                        direction = Some(found);
                        is_statistic = true;
                    }
                    let Some(figure) = figure else { continue };
                    if figure.kind() == Kind::Percent {
                        let after = (figure.end as usize..figure.end as usize + 3)
                            .find_map(|token| self.of_token(reading, token))
                            .filter(|found| *found != Direction::Level);
                        let way = after.or(direction);
                        if part == Part::Level
                            && is_statistic
                            && matches!(way, Some(Direction::Up | Direction::Down))
                        {
                            out.push(Figure {
                                filling: Filling {
                                    slot: Slot::Change,
                                    group: i,
                                },
                                falling: way == Some(Direction::Down),
                            });
                        }
                        continue;
                    }
                    let slot = match part {
                        Part::Level => Slot::Level,
                        Part::Previous => Slot::Previous,
                    };
                    if slot == Slot::Previous || is_statistic {
                        out.push(Figure {
                            filling: Filling { slot, group: i },
                            falling: false,
                        });
                    }
                }
                _ => {}
            }
        }
    }

    /// The movement noun that the noun at `at` hangs on.
    fn movement_above(
        &self,
        reading: &Reading<'_>,
        mentions: &Outermost<'_, '_>,
        clauses: &Clauses,
        at: GroupId,
        out: &mut Vec<Figure>,
    ) -> Option<Direction> {
        let preposition = clauses.noun(at)?.preposition?;
        let GroupKind::Preposition(word) = clauses.groups[preposition].kind else {
            return None;
        };
        if !self.contains.contains(&word) {
            return None;
        }
        // Over "of 35%" back to "increase".
        for i in (0..preposition).rev().take(4) {
            let GroupKind::Noun(noun) = &clauses.groups[i].kind else {
                continue;
            };
            let group = &clauses.groups[i];
            let percent = mentions
                .within(group.first, group.end)
                .any(|mention| mention.kind() == Kind::Percent);
            let direction = self.of(noun.lemma).filter(|found| *found != Direction::Level);
            if percent {
                let way = direction.or_else(|| self.direction_near(reading, clauses, i))?;
                out.push(Figure {
                    filling: Filling {
                        slot: Slot::Change,
                        group: i,
                    },
                    falling: way == Direction::Down,
                });
                return Some(way);
            }
            if direction.is_some() {
                return direction;
            }
        }
        None
    }

    /// The movement noun two groups before: "an increase of 35%".
    fn direction_near(&self, _reading: &Reading<'_>, clauses: &Clauses, at: GroupId) -> Option<Direction> {
        let before = at.checked_sub(2)?;
        self.of(clauses.noun(before)?.lemma)
            .filter(|found| *found != Direction::Level)
    }
}
