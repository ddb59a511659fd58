//! The figures of a statistic that stand before its trigger or right beside it.

use super::{Direction, Link, Scan};
use crate::clause::{GroupId, GroupKind, NounGroup, Slot};
use crate::mention::{Kind, Mention};
use crate::text::ZoneKind;

/// How far before a pronoun the verb may stand whose way it goes on with.
const CARRIED: usize = 16;

impl<'a, 'x> Scan<'a, 'x, '_> {
    /// What stands before a measure noun: the verb whose object it is, the movement that it hangs on, its date.
    pub(super) fn before(&mut self) {
        let Some(noun) = self.noun(self.at) else { return };
        // "the December contract" matures then.
        let own = Some(self.at).filter(|_| !self.words.matures.contains(noun.lemma));
        self.out.date = own.and_then(|own| self.date_in(own)).or_else(|| {
            noun.possessor
                .filter(|owner| self.noun(*owner).is_some_and(|noun| noun.time))
                .and_then(|owner| self.date_in(owner))
        });
        // "took the offtake to 100,991", "raised exports by a third"
        let governor = noun.verb.filter(|id| *id < self.at);
        if let Some(verb) = governor.and_then(|id| self.source.clauses.verb(id)) {
            if verb.subject != Some(self.at) {
                self.moved_by(verb.subject);
                // "finished steel imports" have come to no end.
                // "put up prices by an average of 4%"
                let particle = verb.particle.and_then(|particle| self.words.moves(particle));
                let found = particle.or_else(|| self.words.of(verb.lemma));
                if let Some(found) = found.filter(|_| !self.words.ends.contains(verb.lemma)) {
                    self.turn(found);
                    self.multiply(verb);
                    self.link = Link::Other;
                    self.main = true;
                }
            }
        }
        let Some(preposition) = noun.preposition else {
            return;
        };
        if !matches!(self.kind(preposition), Some(GroupKind::Preposition(word)) if self.words.contain.contains(word))
        {
            return;
        }
        self.taken_part();
        self.told_of();
        if !self.out.list.is_empty() {
            return;
        }
        // "a 46% jump in sales", "an increase of 35% in exports"
        for i in (0..preposition).rev().take(6) {
            match self.kind(i) {
                // "an increase of Rs550 a bag in urea prices"
                Some(GroupKind::Noun(_)) if self.tells_unit(i) => {}
                Some(GroupKind::Noun(noun)) if !noun.time => {
                    let found = self.words.noun_moves(noun.lemma);
                    // "February's 6% rise in sales"
                    let owner = noun
                        .possessor
                        .filter(|owner| self.noun(*owner).is_some_and(|noun| noun.time));
                    if let Some(owner) = owner.filter(|_| found.is_some()) {
                        self.out.date = self.out.date.or(self.date_in(owner));
                    }
                    let moved = |mention: &&Mention| matches!(mention.kind(), Kind::Percent | Kind::Money);
                    let change = self.figures_in(i).find(moved);
                    if let Some(change) = change {
                        let before = || self.words.noun_moves(self.noun(i.checked_sub(2)?)?.lemma);
                        if let Some(way) = found.or_else(before) {
                            self.push(Slot::Change, change, way == Direction::Down);
                            self.turn(way);
                        }
                        break;
                    }
                    if let Some(found) = found {
                        self.turn(found);
                        break;
                    }
                    if !noun.pronoun {
                        break;
                    }
                }
                Some(
                    GroupKind::Noun(_)
                    | GroupKind::Preposition(_)
                    | GroupKind::Adverb(_)
                    | GroupKind::Adjective,
                ) => {}
                _ => break,
            }
        }
        self.link = Link::Other;
    }

    /// The percentage that what moves a measure tells: "a 6% jump took sales to", "an increase of 12% lifted exports to".
    fn moved_by(&mut self, subject: Option<GroupId>) {
        let Some((subject, noun)) = subject.and_then(|subject| Some((subject, self.noun(subject)?))) else {
            return;
        };
        let Some(way) = self.words.noun_moves(noun.lemma).filter(|_| subject < self.at) else {
            return;
        };
        let of =
            matches!(self.kind(subject + 1), Some(GroupKind::Preposition(word)) if *word == self.words.of);
        let behind = Some(subject + 2).filter(|behind| of && self.noun(*behind).is_some());
        // "a 2% cut in rates lifted exports to": how far something else moved.
        if self.source.clauses.verb(behind.unwrap_or(subject) + 1).is_none() {
            return;
        }
        let mut figures = self
            .figures_in(subject)
            .chain(behind.into_iter().flat_map(|behind| self.figures_in(behind)));
        if let Some(change) = figures.find(|mention| mention.kind() == Kind::Percent) {
            self.push(Slot::Change, change, way == Direction::Down);
        }
    }

    /// A measure noun before the head that moves it: "a 5% sales drop".
    pub(super) fn compound(&mut self) {
        let Some(way) = self
            .noun(self.at)
            .and_then(|noun| self.words.noun_moves(noun.lemma))
        else {
            return;
        };
        self.out.date = self.date_in(self.at);
        self.turn(way);
        self.moved = Some(way);
        self.here = self.at;
        self.multiply_within(self.at);
        let moves = |mention: &&Mention| mention.kind() == Kind::Percent;
        if let Some(change) = self.figures_in(self.at).find(moves) {
            self.push(Slot::Change, change, way == Direction::Down);
            self.link = Link::Other;
        }
    }

    /// The percentage that stands before the noun when that moves: "Skoda's 78% gain to 61,700 units".
    pub(super) fn own_change(&mut self) {
        let Some(noun) = self.noun(self.at) else { return };
        let Some(way) = self
            .words
            .noun_moves(noun.lemma)
            .filter(|_| self.out.list.is_empty())
        else {
            return;
        };
        self.turn(way);
        self.here = self.at;
        let own = |mention: &&Mention| mention.kind() == Kind::Percent && mention.end <= noun.head;
        if let Some(change) = self.figures_in(self.at).find(own) {
            self.push(Slot::Change, change, way == Direction::Down);
            self.link = Link::Other;
        }
    }

    /// A measure without a verb goes on with that of the one before it: "exports rose 5% and imports 3%", "exports totalled
    /// $5m and imports $4m", "raised the price of petrol by $5 and that of diesel by $4", "and output of tea by 40 tonnes".
    pub(super) fn joined_measure(&mut self) {
        let joint = self.at.checked_sub(1).and_then(|before| self.kind(before));
        let open = self.noun(self.at).is_some_and(|noun| {
            noun.verb.is_none() && noun.preposition.is_none() && !noun.pronoun && !noun.named
        });
        let joins = matches!(
            joint,
            Some(GroupKind::Conjunction(_) | GroupKind::Comma | GroupKind::Subordinator(_))
        );
        if !open || !joins || !self.tells_figure_behind(self.at + 1) {
            return;
        }
        let clauses = self.source.clauses;
        let mut near = (0..self.at).rev().take(CARRIED);
        let Some((at, verb)) = near.find_map(|at| clauses.verb(at).map(|verb| (at, verb))) else {
            return;
        };
        let measures = |noun: &NounGroup| (self.source.is_measure)(noun.lemma);
        let moved = if verb.passive { None } else { verb.object };
        let moved = moved.and_then(|object| self.noun(object)).is_some_and(measures);
        let moves = verb
            .subject
            .and_then(|subject| self.noun(subject))
            .is_some_and(measures);
        // "were down by 3% and imports by 4%"
        let beside = match self.kind(at + 1) {
            Some(GroupKind::Adverb(word) | GroupKind::Preposition(word)) => self.words.moves(*word),
            _ => None,
        };
        let particle = || self.words.moves(verb.particle?);
        let way = beside.or_else(particle).or_else(|| self.words.of(verb.lemma));
        if let Some(way) = way.filter(|_| moves || moved) {
            self.main = true;
            self.turn(way);
        }
    }

    /// Whether a figure stands right behind a measure or what that is of, with `by` or `to` or without.
    fn tells_figure_behind(&self, next: GroupId) -> bool {
        let behind = |at: GroupId, word| matches!(self.kind(at), Some(GroupKind::Preposition(found)) if *found == word);
        let next = if behind(next, self.words.of) {
            next + 2
        } else {
            next
        };
        let moved = behind(next, self.words.by) || behind(next, self.words.to);
        let figure = next + usize::from(moved);
        self.noun(figure).is_some() && self.figures_in(figure).next().is_some()
    }

    /// A pronoun without a verb moves the way that the verb before it tells: "exports fell by 4%, those of tea by 9%".
    pub(super) fn carried(&mut self) {
        let bare = self
            .noun(self.at)
            .is_some_and(|noun| noun.pronoun && noun.verb.is_none());
        let before = self.source.clauses.groups[..self.at].iter().rev();
        let way = before.take(CARRIED).find_map(|group| match &group.kind {
            GroupKind::Verb(verb) => Some(self.words.moves(verb.lemma)),
            _ => None,
        });
        if let Some(way) = way.flatten().filter(|_| bare) {
            self.turn(way);
            self.link = Link::Other;
        }
    }

    /// In an item of a list, a figure right behind the noun is what it reaches: "Beer volumes 7.9m hectolitres (-8%)".
    pub(super) fn beside(&mut self) {
        let first = self.source.clauses.groups[self.at].first as usize;
        let item = matches!(
            self.source.reading.zone(first),
            ZoneKind::Bullet | ZoneKind::Table
        );
        let next = self.at + 1;
        if item && self.noun(next).is_some() && self.figures_in(next).next().is_some() {
            self.statistic = true;
            self.link = Link::Reach;
        }
    }

    /// Whether a noun tells of what an amount is: "Rs550 a bag", "Rs550 per bag".
    pub(super) fn tells_unit(&self, at: GroupId) -> bool {
        let figure = |at: GroupId| self.figures_in(at).next().is_some();
        let noun = self.noun(at).filter(|_| !figure(at));
        let before = noun.and_then(|noun| noun.preposition.unwrap_or(at).checked_sub(1));
        before.is_some_and(|before| {
            self.figures_in(before).any(|mention| {
                mention.kind() == Kind::Money && mention.end == self.source.clauses.groups[before].end
            })
        })
    }
}
