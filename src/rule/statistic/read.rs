//! What the words behind a statistic say of the figures after them: reached, moved by, compared with.

use super::{Direction, Link, Mute, Scan};
use crate::clause::{GroupId, GroupKind, Slot, VerbForm, VerbGroup};
use crate::lexicon::WordId;
use crate::mention::{Kind, Mention, Value};

impl<'a, 'x> Scan<'a, 'x, '_> {
    pub(super) fn read_verb(&mut self, verb: &VerbGroup, at: GroupId) -> bool {
        if self.words.compares(verb.lemma) || self.words.compares(self.source.reading.ids[verb.head as usize])
        {
            self.compare(at);
            return true;
        }
        // "milk, which goes into cheese, by 7%"
        if self.mute == Mute::Relative && verb.form == VerbForm::Infinitive {
            return true;
        }
        let found = self.direction_of(verb, at);
        // "with a share of 23%, followed by Thailand with 114,000": the figures of somebody else.
        if verb.passive && !verb.finite() && found.is_none() && self.is_others(at) {
            if self.main {
                return false;
            }
            self.mute = Mute::Relative;
            return true;
        }
        let chain = self.noun(self.at).and_then(|noun| noun.chain).unwrap_or(self.at);
        let ours = verb.subject.is_none_or(|subject| {
            subject == chain || subject == self.at || subject > self.at && subject < at && !self.main
        });
        if verb.relative {
            self.read_relative(verb, at, found, ours);
            return true;
        }
        // "sold 355 tonnes, beating the 296 of 2023": the figures and times of another verb.
        let parted = at
            .checked_sub(1)
            .is_some_and(|before| matches!(self.kind(before), Some(GroupKind::Comma)));
        let other = verb
            .object
            .is_some_and(|object| self.figures_in(object).next().is_some());
        // "built 300 cars, making up for a 4% fall in May"
        let object = verb.object.and_then(|object| self.noun(object));
        let moves = object.is_some_and(|noun| self.words.moves(noun.lemma).is_some());
        // "came to 300, representing a 6% increase": what is told of the same.
        let other = other && !(moves && self.words.restates.contains(verb.lemma));
        let goes_on = other || self.verb && !moves;
        if verb.form == VerbForm::Gerund && self.main && parted && goes_on && found.is_none() {
            return false;
        }
        // "Prices stand at $8, having been $12 in May": another time, and another level.
        if verb.form == VerbForm::Gerund && verb.perfect && self.main {
            return false;
        }
        // "the market that gives Intel most of its profit, declined": the verb is another's.
        let apart = |subject: GroupId| {
            subject < self.at
                && !self.main
                && (self.at..at).any(|between| matches!(self.kind(between), Some(GroupKind::Comma)))
        };
        let hangs = self.noun(self.at).is_some_and(|noun| noun.preposition.is_some());
        if verb.finite() && !ours && hangs && verb.subject.is_some_and(apart) {
            return false;
        }
        if verb.finite() {
            return self.read_main(verb, at, found, ours);
        }
        // "fell 9% in 2023 before rising 12% in 2024", "after rising 12% in 2022"
        let told = found.is_some() && !self.out.list.is_empty();
        if told && self.words.follows_before(self.source, at) || self.main && self.follows_after(verb, at) {
            return false;
        }
        match found {
            // "a slump in demand led the group to cut output by 8%"
            Some(_) if self.mute == Mute::Verb && !ours && self.is_made_to(verb) => false,
            // "grew for the third month running, by 6%"
            Some(Direction::Level) if self.out.list.is_empty() && self.moving() && self.times(verb) => true,
            Some(found) => {
                self.main = true;
                self.mute = Mute::No;
                self.turn(found);
                if ours {
                    self.multiply(verb);
                }
                true
            }
            // "…, showing a reduction of 4.2 percent"
            None => {
                let object = verb.object.and_then(|object| self.noun(object));
                self.out.list.is_empty() || object.is_some_and(|noun| self.words.moves(noun.lemma).is_some())
            }
        }
    }

    /// Whether the group at `at` is "ahead".
    fn is_ahead(&self, at: GroupId) -> bool {
        let first = self.source.clauses.groups[at].first as usize;
        matches!(self.kind(at), Some(GroupKind::Adverb(_))) && self.source.reading.is(first, "ahead")
    }

    /// Whether a gerund stands right behind "after".
    fn follows_after(&self, verb: &VerbGroup, at: GroupId) -> bool {
        let first = self.source.clauses.groups[at].first as usize;
        verb.form == VerbForm::Gerund && first > 0 && self.source.reading.is(first - 1, "after")
    }

    /// Which way a verb moves a figure. "with vans making up 55%" tells a share.
    fn direction_of(&self, verb: &VerbGroup, at: GroupId) -> Option<Direction> {
        let percent = |at: GroupId| {
            self.noun(at).is_some() && self.figures_in(at).any(|mention| mention.kind() == Kind::Percent)
        };
        let share =
            verb.lemma == self.words.make && verb.particle.is_some() && (!verb.finite() || percent(at + 1));
        verb.particle
            .and_then(|particle| self.words.moves(particle))
            .or_else(|| self.words.of(verb.lemma))
            .filter(|_| !share)
    }

    /// Reads the verb of a relative clause. `ours`: it is of what the statistic is of.
    fn read_relative(&mut self, verb: &VerbGroup, at: GroupId, found: Option<Direction>, ours: bool) {
        // "$3bn, which is 6.5 per cent higher", "sold 300 cars, which is 4% more"
        let object = self.source.clauses.verb(self.at).and_then(|verb| verb.object);
        let figure = |subject: GroupId| {
            self.figures_in(subject).next().is_some()
                && (self.out.end == subject || self.verb && object == Some(subject))
        };
        let own = verb.subject.is_some_and(figure);
        if let Some(found) = found.filter(|_| ours || own) {
            self.mute = Mute::No;
            self.aside = self.out.list.is_empty();
            self.turn(found);
        } else if own && self.tells_change_at(at + 1) {
            self.mute = Mute::No;
        }
    }

    /// Whether a change follows at `at`: "up 4%", "4% more".
    fn tells_change_at(&self, at: GroupId) -> bool {
        match self.kind(at) {
            Some(GroupKind::Adverb(word) | GroupKind::Preposition(word)) => self.words.moves(*word).is_some(),
            Some(GroupKind::Noun(_)) => self.figures_in(at).any(|mention| mention.kind() == Kind::Percent),
            _ => false,
        }
    }

    /// Reads a main verb; gives whether the statistic goes on.
    fn read_main(&mut self, verb: &VerbGroup, at: GroupId, found: Option<Direction>, ours: bool) -> bool {
        // "fell 10% in May and stood at $3bn"
        let level = ours && found == Some(Direction::Level);
        let stands = level && self.told_change_alone() && !self.is_timed_apart(at);
        if self.verb || self.main && !(ours && self.out.list.is_empty()) && !stands {
            return false;
        }
        self.main = true;
        // "output, which fell to 698,000 tonnes in 2023, recovered to …"
        if ours && found.is_some() && self.aside {
            self.out.clear();
        }
        let Some(found) = found else {
            self.mute = Mute::Verb;
            return true;
        };
        self.mute = Mute::No;
        // "the drop was 9 percent"
        let own = self
            .noun(self.at)
            .and_then(|noun| self.words.noun_moves(noun.lemma));
        let plain = ours && self.moved.is_none() && found == Direction::Level;
        self.turn(own.filter(|_| plain).unwrap_or(found));
        if ours {
            self.multiply(verb);
        }
        true
    }

    /// Whether it was told by how much it moved, and not to where.
    fn told_change_alone(&self) -> bool {
        self.out.has(Slot::Change) && !self.out.has(Slot::Level) && !self.out.has(Slot::Previous)
    }

    /// Whether the figure behind the verb at `at` has a time of its own, and another was told: "and were $3bn in June".
    fn is_timed_apart(&self, at: GroupId) -> bool {
        let tied = |at: GroupId| usize::from(matches!(self.kind(at), Some(GroupKind::Preposition(_))));
        let figure = at + 1 + tied(at + 1);
        let time = figure + 1 + tied(figure + 1);
        self.out.date.is_some() && self.noun(time).is_some_and(|noun| noun.time)
    }

    /// Whether something has moved up or down.
    pub(super) fn moving(&self) -> bool {
        matches!(self.direction, Some(Direction::Up | Direction::Down))
    }

    /// Whether a verb says something of a period: "the third month running".
    fn times(&self, verb: &VerbGroup) -> bool {
        let subject = verb.subject.and_then(|subject| self.noun(subject));
        subject.is_some_and(|noun| self.words.periods.contains(noun.lemma))
    }

    /// Whether somebody is made to do what an infinitive tells: "prompted the group to cut output".
    pub(super) fn is_made_to(&self, verb: &VerbGroup) -> bool {
        let above = verb.parent.and_then(|parent| self.source.clauses.verb(parent));
        above.is_some_and(|above| !above.passive && above.object.is_some() && above.object == verb.subject)
    }

    /// Whether a name stands behind the verb at `at` as who did it.
    pub(super) fn is_others(&self, at: GroupId) -> bool {
        let by = matches!(self.kind(at + 1), Some(GroupKind::Preposition(word)) if *word == self.words.by);
        by && self.noun(at + 2).is_some_and(|noun| noun.named && !noun.time)
            && self.figures_in(at + 2).next().is_none()
    }

    pub(super) fn read_preposition(&mut self, word: WordId, at: GroupId) {
        // "in contrast to a 4% rise in August"
        let before = at.checked_sub(1).and_then(|before| self.noun(before));
        if before.is_some_and(|noun| self.words.compares(noun.lemma)) {
            self.compare(at);
        } else if self.words.compares(word) {
            // "exported 40 cars from two plants", "sales from 300 stores" compare nothing.
            let unmoved = self.verb || self.direction.is_none() && self.out.list.is_empty();
            if word == self.words.from && unmoved && !self.out.has(Slot::Change) && !self.moved_before(at) {
                self.link = Link::Other;
            } else {
                self.compare(at);
            }
        } else if self.words.compare_after.contains(&word) && (self.compared || self.follows_change(word)) {
            if let Some(found) = self.words.moves(word) {
                self.direction = Some(found);
            }
            self.compare(at);
        } else if self.compared && self.follows_comparison(at) {
            // "compared to 49"
        } else if self.words.reach.contains(&word) && !self.tells_when(at) || self.accounts_for(word, at) {
            self.link = Link::Reach;
            self.compared = false;
        } else if (word == self.words.with || word == self.words.on && at == self.at + 1)
            && (self.line || self.main && !self.verb && at <= self.at + 2)
        {
            // "followed by the UK with $1.3bn"
            self.link = Link::Reach;
        } else if word == self.words.with && self.reaches_with(at) {
            self.link = Link::Reach;
        } else if word == self.words.by {
            self.link = Link::Move;
        } else if word == self.words.of {
            self.read_of(at);
        } else if self.words.passed.contains(&word) && self.link == Link::Reach {
            // "climbed to highs above $53"
        } else if let Some(found) = self.words.of(word) {
            self.turn(found);
        } else if self.link == Link::Reach && self.brings(at) {
            // "brought in $374 million"
        } else {
            self.link = if self.compared { Link::Compare } else { Link::Other };
        }
    }

    /// Whether a preposition only tells more of what a figure is compared with: "from $4 at the close on Friday".
    fn tells_when(&self, at: GroupId) -> bool {
        let told = matches!(self.out.list.last(), Some(last) if last.slot == Slot::Previous);
        self.compared && told && self.noun(at + 1).is_some() && self.figures_in(at + 1).next().is_none()
    }

    /// Whether `for` tells how much the measure is: "imports from Peru accounted for 300 tonnes".
    fn accounts_for(&self, word: WordId, at: GroupId) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        let accounts = matches!(before, Some(GroupKind::Verb(verb)) if verb.finite()
            && verb.subject == Some(self.at)
            && self.words.of(verb.lemma) == Some(Direction::Level));
        let amount = |mention: &Mention<'_>| mention.kind() != Kind::Percent;
        word == self.words.for_
            && accounts
            && self.noun(at + 1).is_some()
            && self.figures_in(at + 1).any(amount)
    }

    /// Whether a preposition that compares stands behind a change: "up 8pc on last May", but not "lost $3m on sales of".
    fn follows_change(&self, word: WordId) -> bool {
        let changed = matches!(self.out.list.last(), Some(last) if last.slot == Slot::Change);
        changed && (word != self.words.on || self.told())
    }

    /// Whether the word right before a preposition tells a way: "exported 300 bikes, down from 400".
    fn moved_before(&self, at: GroupId) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        match before {
            Some(GroupKind::Adverb(word) | GroupKind::Preposition(word)) => self.words.moves(*word).is_some(),
            _ => false,
        }
    }

    /// Whether what a change came to stands behind `with`: "rose 3 percent, with 86 million tonnes".
    pub(super) fn reaches_with(&self, at: GroupId) -> bool {
        let open = self.out.has(Slot::Change) && !self.out.has(Slot::Level);
        let told = |mention: &Mention<'_>| match mention.value() {
            Value::Measure { .. } => true,
            Value::Count { noun, .. } => noun.as_deref().is_none_or(|noun| noun == "unit"),
            _ => false,
        };
        let acts = matches!(self.kind(at + 2), Some(GroupKind::Verb(_)));
        open && !acts && self.noun(at + 1).is_some() && self.figures_in(at + 1).any(told)
    }

    /// Whether the verb or adverb right before a preposition compares.
    pub(super) fn follows_comparison(&self, at: GroupId) -> bool {
        at.checked_sub(1).is_some_and(|before| match self.kind(before) {
            Some(GroupKind::Verb(verb)) => {
                self.words.compares(verb.lemma)
                    || self.words.compares(self.source.reading.ids[verb.head as usize])
            }
            Some(GroupKind::Adverb(word)) => self.words.compares(*word),
            _ => false,
        })
    }

    /// Whether the word at `at` stands between a verb and an amount of money, as its particle.
    pub(super) fn brings(&self, at: GroupId) -> bool {
        self.verb_before(at)
            && self.noun(at + 1).is_some()
            && self
                .figures_in(at + 1)
                .any(|mention| mention.kind() == Kind::Money)
    }

    /// Whether the noun at `at` hangs on "by": "by an average of 10%".
    pub(super) fn hangs_on_by(&self, at: GroupId) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| matches!(self.kind(before), Some(GroupKind::Preposition(word)) if *word == self.words.by))
    }

    pub(super) fn read_of(&mut self, at: GroupId) {
        let before = at.checked_sub(1);
        let short = before.is_some_and(|before| {
            let token = self.source.clauses.groups[before].end as usize;
            token > 0 && self.source.reading.ids[token - 1] == self.words.short
        });
        // "rose 4%, ahead of 2023"
        let ahead = before.is_some_and(|before| self.is_ahead(before)) && self.out.has(Slot::Change);
        if short || ahead {
            self.compare(at);
            return;
        }
        let lemma = before.and_then(|before| self.noun(before)).map(|noun| noun.lemma);
        // "a profit after tax of $1.1 billion"
        let beside = before
            .and_then(|before| self.noun(before)?.preposition)
            .filter(|preposition| {
                let token = self.source.clauses.groups[*preposition].first as usize;
                self.source.reading.is(token, "after") || self.source.reading.is(token, "before")
            });
        let own = beside
            .and_then(|preposition| preposition.checked_sub(1))
            .or(before);
        self.link = if own == Some(self.at) && self.moved.is_none() {
            Link::Reach
        } else if before.is_some_and(|before| self.hangs_on_by(before)) {
            Link::Move
        } else {
            match lemma.and_then(|lemma| self.words.of(lemma)) {
                Some(Direction::Level) if self.compared => Link::Compare,
                Some(Direction::Level) if lemma.is_some_and(|lemma| self.words.is_guess_word(lemma)) => {
                    Link::Other
                }
                Some(Direction::Level) => Link::Reach,
                Some(_) => Link::Move,
                None if self.compared => Link::Compare,
                // "brought in a revenue of $145m"
                None if self.link == Link::Reach && before.is_some_and(|before| self.verb_before(before)) => {
                    Link::Reach
                }
                None => Link::Other,
            }
        };
    }

    pub(super) fn read_adverb(&mut self, word: WordId, at: GroupId) {
        let hangs = || {
            let before = at.checked_sub(1).and_then(|before| self.kind(before));
            matches!(before, Some(GroupKind::Preposition(_)))
        };
        if self.words.passed.contains(&word) && hangs() {
            // "fell by 1% to below $66bn"
        } else if self.words.compares(word) {
            self.compare(at);
        } else if self.statistic && self.words.passed.contains(&word) && self.verb_before(at) {
            self.link = Link::Reach;
        } else if self.tells_how_far(word, at) {
            // "rose far less, by 3%"
        } else if let Some(found) = self.words.of(word) {
            self.turn(found);
        }
    }

    /// Whether a comparative tells how far the verb before it moves, which tells the way itself.
    pub(super) fn tells_how_far(&self, word: WordId, at: GroupId) -> bool {
        let moves = |i: GroupId| matches!(self.kind(i), Some(GroupKind::Verb(verb)) if self.words.moves(verb.lemma).is_some());
        self.words.comparative.contains(word)
            && (at.saturating_sub(2)..at).any(moves)
            && self.out.list.is_empty()
    }

    /// Whether a verb stands right before the group at `at`.
    pub(super) fn verb_before(&self, at: GroupId) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| matches!(self.kind(before), Some(GroupKind::Verb(_))))
    }

    /// Whether "of" and a figure follow the noun at `at`: "from a high of $80".
    pub(super) fn tells_of(&self, at: GroupId) -> bool {
        matches!(self.kind(at + 1), Some(GroupKind::Preposition(word)) if *word == self.words.of)
            && self.noun(at + 2).is_some()
            && self.figures_in(at + 2).next().is_some()
    }

    /// What follows is compared with, if it is a figure or a time.
    pub(super) fn compare(&mut self, at: GroupId) {
        for i in at + 1..at + 5 {
            match self.kind(i) {
                Some(GroupKind::Noun(noun)) => {
                    if self.words.is_guess_word(noun.lemma) {
                        break;
                    }
                    if noun.time
                        || noun.pronoun
                        || self.words.periods.contains(noun.lemma)
                        || self.figures_in(i).next().is_some()
                        || noun.possessor.is_some()
                        || self.words.of(noun.lemma) == Some(Direction::Level) && self.tells_of(i)
                    {
                        self.link = Link::Compare;
                        self.compared = true;
                        return;
                    }
                    self.another = (self.source.is_measure)(noun.lemma);
                    break;
                }
                Some(
                    GroupKind::Preposition(_)
                    | GroupKind::Adverb(_)
                    | GroupKind::Adjective
                    | GroupKind::Other,
                ) => {}
                _ => break,
            }
        }
        self.link = Link::Other;
    }
}
