//! Whether a time is that of a figure that a statistic is compared with.

use super::super::apply::Applier;
use super::super::filler::Filler;
use super::ASIDE;
use crate::clause::{GroupId, GroupKind, Slot};
use crate::lexicon::WordId;
use crate::mention::{Kind, MentionId};

/// How far before a time a comparison may begin: "compared with a loss of $2m in the same quarter".
const COMPARED: usize = 8;
/// How far before a time the figure of a part may stand: "60 of them in May".
const PART: usize = 6;

impl<'x> Applier<'_, 'x> {
    /// Whether a date is that of a figure that the statistic compares with.
    pub(super) fn is_compared(&self, date: &Filler<'x>) -> bool {
        let mention = date.mention.map(MentionId::index);
        let compared = self.figures.of(Slot::Previous);
        compared
            .filter_map(|figure| figure.date)
            .any(|date| mention == Some(date))
    }

    /// Whether a time stands with a figure of its own in brackets that the trigger at `at` does not stand in: "exported 310
    /// tonnes (260 a year earlier)".
    pub(super) fn is_bracketed(&self, at: GroupId, time: GroupId) -> bool {
        // "sold 310 tonnes, 60 of them in May"
        let of_part = || {
            let of = |group: GroupId| matches!(self.clauses.groups[group].kind, GroupKind::Preposition(word) if word == self.rules.words.of);
            let parts = (at + 1..time.saturating_sub(1)).rev().take(PART);
            parts.into_iter().any(|group| {
                self.has_figure(group)
                    && matches!(self.clauses.groups[group - 1].kind, GroupKind::Comma)
                    && of(group + 1)
                    && self.clauses.noun(group + 2).is_some_and(|noun| noun.pronoun)
            })
        };
        if of_part() {
            return true;
        }
        let near = (time.saturating_sub(ASIDE)..time).rev();
        let open = near
            .into_iter()
            .find(|at| matches!(self.clauses.groups[*at].kind, GroupKind::Open));
        let aside = open.and_then(|open| Some((open, self.rules.movements.bracketed(self.source(), open)?)));
        aside.is_some_and(|(open, (_, bracketed, close))| bracketed == time && !(open..close).contains(&at))
    }

    /// Whether a time opens what a statistic is taken up again with: "in 2023 had 300 tonnes, in 2024 280".
    pub(super) fn of_next_figure(&self, at: GroupId, time: GroupId) -> bool {
        let joint = time
            .checked_sub(2)
            .filter(|joint| *joint > at && self.has_figure(joint - 1));
        let parts = |at: GroupId| {
            matches!(
                self.clauses.groups[at].kind,
                GroupKind::Comma | GroupKind::Conjunction(_)
            )
        };
        joint.is_some_and(parts)
            && matches!(self.clauses.groups[time - 1].kind, GroupKind::Preposition(_))
            && self.has_figure(time + 1)
    }

    /// Whether a time is whose another movement or figure is: "fell 5%, after July's 3% drop".
    pub(super) fn of_owned_figure(&self, at: GroupId, time: GroupId) -> bool {
        // "fell 2%, in contrast to a 4% rise in August"
        let hangs = time
            .checked_sub(2)
            .filter(|noun| *noun > at && self.preposition(noun + 1).is_some());
        let own = |noun: GroupId| {
            let group = &self.clauses.groups[noun];
            let mut told = self.figures.list.iter().map(|figure| figure.mention);
            told.any(|told| {
                self.mentions
                    .mentions
                    .get(told)
                    .is_some_and(|told| (group.first..group.end).contains(&told.first))
            })
        };
        let moves = |noun: GroupId| {
            let lemma = self.clauses.noun(noun).map(|noun| noun.lemma);
            lemma.is_some_and(|lemma| self.rules.movements.noun_moves(lemma).is_some())
        };
        let told = self.figures.of(Slot::Change).next().is_some();
        if told && hangs.is_some_and(|noun| moves(noun) && self.has_figure(noun) && !own(noun)) {
            return true;
        }
        let owned = time + 2;
        self.clauses.noun(owned).is_some_and(|noun| {
            let other = owned != at && noun.possessor == Some(time);
            let moves = || self.rules.movements.noun_moves(noun.lemma).is_some();
            other && !self.figures.list.is_empty() && (moves() || self.has_figure(owned))
        })
    }

    /// Whether "up", "down" or the like stands at a group.
    fn moves_at(&self, at: GroupId) -> bool {
        match self.clauses.groups[at].kind {
            GroupKind::Adverb(word) | GroupKind::Preposition(word) => {
                self.rules.movements.moves(word).is_some()
            }
            _ => false,
        }
    }

    /// Whether a noun group tells what a figure is compared with.
    pub(super) fn compares(&self, at: GroupId) -> bool {
        let first = self.clauses.groups[at].first as usize;
        if self.rules.movements.is_likened(self.reading, first) {
            return true;
        }
        let mut here = at;
        for _ in 0..COMPARED {
            let Some(before) = here.checked_sub(1) else {
                return false;
            };
            here = before;
            match &self.clauses.groups[here].kind {
                // "cut its tariff from 30% to 10% in May": the time is that of the level reached.
                GroupKind::Preposition(word) if *word == self.rules.words.to && self.is_from(here) => {
                    return false
                }
                // "suspended from Monday", "raise prices by 3% from 1 March" compare nothing.
                GroupKind::Preposition(word) if self.ties_compared(*word, here, at) => return true,
                GroupKind::Preposition(_) => {}
                GroupKind::Verb(verb) => {
                    return self
                        .rules
                        .movements
                        .compares(self.reading.ids[verb.head as usize])
                }
                GroupKind::Comma => match self.piece_aside(here) {
                    Some(open) => here = open,
                    None => return false,
                },
                GroupKind::Stop => return false,
                // "relative to May"
                GroupKind::Noun(_)
                    if self
                        .rules
                        .movements
                        .compares_ahead(self.reading, &self.clauses, here + 1) =>
                {
                    return true
                }
                _ if self
                    .rules
                    .movements
                    .multiplies(self.reading, &self.clauses.groups[here]) =>
                {
                    return true
                }
                _ => {}
            }
        }
        false
    }

    /// Whether the preposition at `here` makes the noun group at `at` what a figure is compared with.
    fn ties_compared(&self, word: WordId, here: GroupId, at: GroupId) -> bool {
        // "costs 300 pesos, up from 180 in May"
        let moved = here.checked_sub(1).is_some_and(|before| self.moves_at(before));
        let unread = self.figures.list.is_empty() && !moved;
        // "fell 2% from Friday's close"
        let owns = self.clauses.noun(at + 2).and_then(|noun| noun.possessor) == Some(at);
        // "rose from $4 at the close on Friday"
        let day = self.is_day(at) && (here + 1 == at || unread);
        let bare = (unread || day || self.is_ahead(at)) && self.rules.movements.is_from(word) && !owns;
        // "a rise of 5.4% over 2012"
        // "12% below those of 2023", "12% up on those weeks of 2023"
        let those = || {
            let first = self.clauses.groups[here + 1].first as usize;
            let points = self.reading.is(first, "those") || self.reading.is(first + 1, "same");
            let noun = self.clauses.noun(here + 1).filter(|_| here + 3 == at);
            noun.is_some_and(|noun| noun.pronoun || points)
        };
        let changed = || {
            // "down 12% in volume over 2012"
            let scale = here.checked_sub(2).filter(|before| {
                let bare = self
                    .clauses
                    .noun(before + 1)
                    .is_some_and(|noun| noun.bare && !noun.time);
                self.preposition(*before) == Some(self.rules.words.in_) && bare
            });
            let behind = scale.unwrap_or(here);
            let figure = behind.checked_sub(1).filter(|_| here + 1 == at || those());
            // "more than doubled on a year ago"
            let doubled = here + 1 == at && self.figures.multiple.is_some();
            doubled || figure.is_some_and(|figure| self.tells_change(figure))
        };
        let after = self.rules.movements.compares_after(word) && !self.is_day(at) && changed();
        let span = self.rules.movements.is_from(word) && here + 1 == at && self.is_span(at);
        // "rose 4% ahead of 2023"
        let ahead = word == self.rules.words.of
            && here + 1 == at
            && here.checked_sub(1).is_some_and(|before| {
                self.reading
                    .is(self.clauses.groups[before].first as usize, "ahead")
            });
        self.rules.movements.compares(word) && !bare && !span || after || ahead
    }

    /// Whether a change ends at a group: "a rise of 5%", "5% up", "a 5% rise".
    fn tells_change(&self, at: GroupId) -> bool {
        let group = &self.clauses.groups[at];
        let movements = &self.rules.movements;
        let (figure, whole) = match &group.kind {
            GroupKind::Preposition(word) | GroupKind::Adverb(word) if movements.moves(*word).is_some() => {
                (at.checked_sub(1), true)
            }
            GroupKind::Noun(noun) => (Some(at), movements.noun_moves(noun.lemma).is_none()),
            _ => (None, true),
        };
        figure.is_some_and(|figure| {
            let group = &self.clauses.groups[figure];
            let mut mentions = self.mentions.within(group.first, group.end);
            mentions.any(|mention| mention.kind() == Kind::Percent && (!whole || mention.end == group.end))
        })
    }

    /// Whether `from` and what it was stand before the preposition at `to`.
    fn is_from(&self, to: GroupId) -> bool {
        let from = to.checked_sub(2).map(|from| &self.clauses.groups[from].kind);
        matches!(from, Some(GroupKind::Preposition(word)) if self.rules.movements.is_from(*word))
    }

    /// The comma before what a share gets of a figure, where one behind it closes that: "$2m, or 12 cents a share, in May".
    fn piece_aside(&self, close: GroupId) -> Option<GroupId> {
        let groups = &self.clauses.groups;
        let from = close.saturating_sub(ASIDE);
        let open = (from..close)
            .rev()
            .find(|at| matches!(groups[*at].kind, GroupKind::Comma))?;
        matches!(groups[open + 1].kind, GroupKind::Conjunction(_))
            .then_some(open)
            .filter(|open| self.reading.is(groups[open + 1].first as usize, "or"))
    }
}
