//! The groups of a statistic, read one after another.

use super::{Direction, Figure, Link, Movements, Mute, Scan, Source};
use crate::clause::{Clauses, GroupId, GroupKind, NounGroup, Outermost, Slot, VerbForm, VerbGroup};
use crate::lexicon::WordId;
use crate::mention::{Kind, Mention, Value};
use crate::text::ZoneKind;

/// How many groups a statistic may span. Longer ones occur only in hostile text.
const FAR: usize = 64;
/// How many figures are kept.
const MOST: usize = 8;

impl<'a, 'x> Scan<'a, 'x, '_> {
    pub(super) fn noun(&self, at: GroupId) -> Option<&'a NounGroup> {
        self.source.clauses.noun(at)
    }

    pub(super) fn kind(&self, at: GroupId) -> Option<&'a GroupKind> {
        let clauses: &'a Clauses = self.source.clauses;
        clauses.groups.get(at).map(|group| &group.kind)
    }

    /// The figures in a group, and with their numbers.
    pub(super) fn figures_in(&self, group: GroupId) -> impl Iterator<Item = &'a Mention<'x>> {
        let clauses: &'a Clauses = self.source.clauses;
        let group = &clauses.groups[group];
        let mentions: &'a Outermost<'a, 'x> = self.source.mentions;
        let reading = self.source.reading;
        mentions.within(group.first, group.end).filter(move |mention| {
            // "4-nanometre chips" are no figure.
            let size = mention.kind() == Kind::Measure
                && mention.end < group.end
                && (mention.first..mention.end).any(|token| reading.tokens[token as usize].is_hyphen());
            !size
                && matches!(
                    mention.kind(),
                    Kind::Count | Kind::Money | Kind::Measure | Kind::Percent
                )
        })
    }

    /// The date in a group.
    pub(super) fn date_in(&self, group: GroupId) -> Option<usize> {
        let group = &self.source.clauses.groups[group];
        self.source
            .mentions
            .within(group.first, group.end)
            .find(|mention| matches!(mention.value(), Value::Date(when) if !when.vague))
            // "9% more than a year before" compares.
            .filter(|mention| !self.source.reading.is(mention.first as usize + 1, "than"))
            .map(|mention| mention.id().index())
    }

    pub(super) fn push(&mut self, slot: Slot, mention: &Mention<'_>, falling: bool) {
        self.out.end = self.out.end.max(self.here);
        if slot == Slot::Change && self.out.direction.is_none() {
            let way = if falling { Direction::Down } else { Direction::Up };
            self.out.direction = Some(way);
        }
        if self.out.list.len() < MOST {
            self.out.list.push(Figure {
                slot,
                mention: mention.id().index(),
                falling,
                date: None,
            });
        }
    }

    pub(super) fn turn(&mut self, direction: Direction) {
        self.direction = Some(direction);
        self.statistic = true;
        self.link = match direction {
            Direction::Level => Link::Reach,
            _ => Link::Move,
        };
    }

    /// Notes the change that a verb tells by itself, unless another does already.
    pub(super) fn multiply(&mut self, verb: &VerbGroup) {
        if self.out.multiple.is_none() && self.out.list.is_empty() {
            self.out.multiple = self.words.multiple(self.source.reading, verb);
        }
    }

    /// What stands before a measure noun: the verb whose object it is, the movement that it hangs on, its date.
    pub(super) fn before(&mut self) {
        let Some(noun) = self.noun(self.at) else { return };
        self.out.date = self.date_in(self.at).or_else(|| {
            noun.possessor
                .filter(|owner| self.noun(*owner).is_some_and(|noun| noun.time))
                .and_then(|owner| self.date_in(owner))
        });
        // "took the offtake to 100,991", "raised exports by a third"
        let governor = noun.verb.filter(|id| *id < self.at);
        if let Some(verb) = governor.and_then(|id| self.source.clauses.verb(id)) {
            if verb.subject != Some(self.at) {
                if let Some(found) = self.words.of(verb.lemma) {
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
        // "a 46% jump in sales", "an increase of 35% in exports"
        for i in (0..preposition).rev().take(6) {
            match self.kind(i) {
                // "an increase of Rs550 a bag in urea prices"
                Some(GroupKind::Noun(_)) if self.tells_unit(i) => {}
                Some(GroupKind::Noun(noun)) if !noun.time => {
                    let found = self.words.moves(noun.lemma);
                    let moved = |mention: &&Mention| matches!(mention.kind(), Kind::Percent | Kind::Money);
                    let change = self.figures_in(i).find(moved);
                    if let Some(change) = change {
                        let before = || self.words.moves(self.noun(i.checked_sub(2)?)?.lemma);
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

    /// A measure noun before the head that moves it: "a 5% sales drop".
    pub(super) fn compound(&mut self) {
        let Some(way) = self.noun(self.at).and_then(|noun| self.words.moves(noun.lemma)) else {
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

    /// The percentage that stands before the noun when that moves: "Audi's 28% gain to 11,700 units".
    pub(super) fn own_change(&mut self) {
        let Some(noun) = self.noun(self.at) else { return };
        let Some(way) = self.words.moves(noun.lemma).filter(|_| self.out.list.is_empty()) else {
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

    /// In an item of a list, a figure right behind the noun is what it reaches: "Beer volumes 2.9m hectolitres (-3%)".
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
    fn tells_unit(&self, at: GroupId) -> bool {
        let figure = |at: GroupId| self.figures_in(at).next().is_some();
        let noun = self.noun(at).filter(|_| !figure(at));
        let before = noun.and_then(|noun| noun.preposition.unwrap_or(at).checked_sub(1));
        before.is_some_and(|before| {
            self.figures_in(before).any(|mention| {
                mention.kind() == Kind::Money && mention.end == self.source.clauses.groups[before].end
            })
        })
    }

    /// What follows: the verb, its figures, and what goes on after commas.
    pub(super) fn after(&mut self) {
        let clauses: &'a Clauses = self.source.clauses;
        let end = self.until.min(self.at + FAR);
        let mut behind = 0;
        for i in self.at + 1..end {
            if i < behind {
                continue;
            }
            let group = &clauses.groups[i];
            self.here = i;
            let go_on = match &group.kind {
                GroupKind::Verb(verb) => self.read_verb(verb, i),
                GroupKind::Noun(noun) => self.read_noun(noun, i),
                GroupKind::Preposition(word) if self.words.apart.contains(*word) && !self.acts_behind(i) => {
                    false
                }
                GroupKind::Preposition(word) => {
                    self.read_preposition(*word, i);
                    true
                }
                GroupKind::Adverb(word) => {
                    self.read_adverb(*word, i);
                    true
                }
                GroupKind::Adjective => {
                    for token in group.first..group.end {
                        if let Some(found) = self.words.moves_token(self.source.reading, token as usize) {
                            self.turn(found);
                        }
                    }
                    true
                }
                GroupKind::Conjunction(word) | GroupKind::Subordinator(word)
                    if self.words.compares(*word) =>
                {
                    self.compare(i);
                    true
                }
                GroupKind::Subordinator(_) => false,
                GroupKind::Conjunction(_) => {
                    self.compared = false;
                    self.link = Link::Other;
                    !self.resumes(i + 1) && !self.moves_another(i + 1)
                }
                // "imports, including those from Oman, totalled"
                GroupKind::Comma
                    if self.aside_until(i).is_some_and(|close| {
                        behind = close;
                        true
                    }) =>
                {
                    true
                }
                GroupKind::Comma if self.others_follow(i + 1) || self.ranks_another(i + 1) => false,
                GroupKind::Comma | GroupKind::Stop if self.counts_object(i) => {
                    self.take_ahead(i + 1);
                    true
                }
                GroupKind::Comma => {
                    self.compared = false;
                    self.link = if self.line { Link::Reach } else { Link::Other };
                    if self.mute == Mute::Relative {
                        self.mute = Mute::No;
                    }
                    !self.moves_another(i + 1)
                }
                GroupKind::Relative => {
                    if self.mute == Mute::No {
                        self.mute = Mute::Relative;
                    }
                    true
                }
                GroupKind::Open => {
                    // "6.2 percent (114,662)", "exports in May (300 tonnes) were"
                    let told = self.out.has(Slot::Change) || !self.main && self.encloses_amount(i);
                    if told && !self.out.has(Slot::Level) {
                        self.link = Link::Reach;
                    }
                    true
                }
                // "shipments to China -- its largest market -- jumped"
                GroupKind::Stop
                    if self.dash_until(i).is_some_and(|close| {
                        behind = close + 1;
                        true
                    }) =>
                {
                    true
                }
                GroupKind::Stop if self.dashes(i) => {
                    self.link = Link::Other;
                    true
                }
                GroupKind::Stop => self.colon(i),
                GroupKind::Close | GroupKind::Quote | GroupKind::Other => true,
            };
            if !go_on {
                break;
            }
        }
    }

    /// Whether a change follows the dash at `at`: "output saw the steepest decline yet – down 41%".
    fn dashes(&self, at: GroupId) -> bool {
        let token = &self.source.reading.tokens[self.source.clauses.groups[at].first as usize];
        let moves = |word: WordId| self.words.moves(word).is_some();
        let told = match self.kind(at + 1) {
            Some(GroupKind::Adverb(word) | GroupKind::Preposition(word)) => moves(*word),
            Some(GroupKind::Noun(noun)) => moves(noun.lemma),
            _ => false,
        };
        told && self.statistic && !token.is(b':') && !token.is(b';')
    }

    /// Where the aside ends that the dash at `at` begins: at the dash before the verb of the measure noun.
    fn dash_until(&self, at: GroupId) -> Option<GroupId> {
        let dash = |group: GroupId| {
            let token = &self.source.reading.tokens[self.source.clauses.groups[group].first as usize];
            !token.is(b':') && !token.is(b';')
        };
        let untold = self.out.list.is_empty() && !self.main && dash(at);
        let closes = |close: &GroupId| {
            // A dash of two hyphens is two groups.
            let double = matches!(self.kind(close + 1), Some(GroupKind::Other));
            let verb = self.source.clauses.verb(close + 1 + usize::from(double));
            matches!(self.kind(*close), Some(GroupKind::Stop))
                && dash(*close)
                && verb.is_some_and(|verb| verb.finite() && verb.subject == Some(self.at))
        };
        (at + 1..self.source.clauses.groups.len())
            .take(FAR)
            .find(closes)
            .filter(|_| untold)
    }

    /// Where the aside ends that the comma at `at` begins with `including` or a participle: at the comma before the verb of
    /// the measure noun.
    fn aside_until(&self, at: GroupId) -> Option<GroupId> {
        // "sales, expected to drop 17 percent, were down 18"
        let describes = |verb: &VerbGroup| !verb.finite() && verb.passive && !verb.relative;
        let opens = match self.kind(at + 1) {
            Some(GroupKind::Preposition(word)) => self.words.include.contains(word),
            Some(GroupKind::Verb(verb)) => describes(verb),
            _ => false,
        };
        let groups = &self.source.clauses.groups;
        let closes = |close: &GroupId| {
            let verb = self.source.clauses.verb(close + 1);
            matches!(self.kind(*close), Some(GroupKind::Comma))
                && verb.is_some_and(|verb| verb.finite() && verb.subject == Some(self.at))
        };
        let untold = self.out.list.is_empty() && !self.main;
        (at + 2..groups.len())
            .take(FAR)
            .find(closes)
            .filter(|_| opens && untold)
    }

    /// Whether brackets hold an amount alone.
    fn encloses_amount(&self, open: GroupId) -> bool {
        let amount =
            |mention: &Mention<'_>| matches!(mention.kind(), Kind::Count | Kind::Measure | Kind::Money);
        let behind = matches!(
            self.kind(open + 3),
            None | Some(GroupKind::Verb(_) | GroupKind::Comma | GroupKind::Stop)
        );
        behind
            && matches!(self.kind(open + 2), Some(GroupKind::Close))
            && self.noun(open + 1).is_some()
            && self.figures_in(open + 1).any(amount)
    }

    /// Whether the verb of the measure noun still comes: "Turnover, despite losses, rose".
    fn acts_behind(&self, at: GroupId) -> bool {
        self.noun(self.at)
            .is_some_and(|noun| noun.verb.is_some_and(|verb| verb > at))
    }

    /// `Exports from Japan: 158,000`
    fn colon(&mut self, at: GroupId) -> bool {
        let token = self.source.clauses.groups[at].first as usize;
        let colon = self.source.reading.tokens[token].is(b':');
        // "Knitwear – $2.17 billion"
        if self.line {
            return self.out.list.is_empty();
        }
        let labels = self.verb && colon && self.out.list.is_empty() && self.labels(at);
        self.out.borne |= labels;
        if !labels && (!colon || self.verb || self.main || !self.out.list.is_empty()) {
            return false;
        }
        self.line = true;
        self.statistic = true;
        self.link = Link::Reach;
        true
    }

    fn read_verb(&mut self, verb: &VerbGroup, at: GroupId) -> bool {
        if self.words.compares(verb.lemma) || self.words.compares(self.source.reading.ids[verb.head as usize])
        {
            self.compare(at);
            return true;
        }
        // "milk, which is used to make cheese, by 2%"
        if self.mute == Mute::Relative && verb.form == VerbForm::Infinitive {
            return true;
        }
        // "with vans making up 55%" tells a share.
        let share = verb.lemma == self.words.make && verb.particle.is_some();
        let found = verb
            .particle
            .and_then(|particle| self.words.moves(particle))
            .or_else(|| self.words.of(verb.lemma))
            .filter(|_| !share);
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
            // "$3bn, which is 6.5 per cent higher"
            let figure =
                |subject: GroupId| self.figures_in(subject).next().is_some() && self.out.end == subject;
            let ours = ours || verb.subject.is_some_and(figure);
            if let Some(found) = found.filter(|_| ours) {
                self.mute = Mute::No;
                self.aside = self.out.list.is_empty();
                self.turn(found);
            }
            return true;
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
            if self.verb || self.main && !(ours && self.out.list.is_empty()) {
                return false;
            }
            self.main = true;
            // "output, which fell to 698,000 tonnes in 2023, recovered to …"
            if ours && found.is_some() && self.aside {
                self.out.clear();
            }
            match found {
                Some(found) => {
                    self.mute = Mute::No;
                    self.turn(found);
                    if ours {
                        self.multiply(verb);
                    }
                }
                None => self.mute = Mute::Verb,
            }
            return true;
        }
        match found {
            // "a slump in sales prompted the group to cut output by 3%"
            Some(_) if self.mute == Mute::Verb && !ours && self.is_made_to(verb) => false,
            Some(found) => {
                self.main = true;
                self.mute = Mute::No;
                self.turn(found);
                if ours {
                    self.multiply(verb);
                }
                true
            }
            // "…, showing a reduction of 8.2 percent"
            None => {
                let object = verb.object.and_then(|object| self.noun(object));
                self.out.list.is_empty() || object.is_some_and(|noun| self.words.moves(noun.lemma).is_some())
            }
        }
    }

    /// Whether somebody is made to do what an infinitive tells: "prompted the group to cut output".
    fn is_made_to(&self, verb: &VerbGroup) -> bool {
        let above = verb.parent.and_then(|parent| self.source.clauses.verb(parent));
        above.is_some_and(|above| !above.passive && above.object.is_some() && above.object == verb.subject)
    }

    /// Whether a name stands behind the verb at `at` as who did it.
    fn is_others(&self, at: GroupId) -> bool {
        let by = matches!(self.kind(at + 1), Some(GroupKind::Preposition(word)) if *word == self.words.by);
        by && self.noun(at + 2).is_some_and(|noun| noun.named && !noun.time)
            && self.figures_in(at + 2).next().is_none()
    }

    fn read_preposition(&mut self, word: WordId, at: GroupId) {
        if self.words.compares(word) {
            // "exported 40 cars from two plants", "sales from 300 stores" compare nothing.
            let unmoved = self.verb || self.direction.is_none() && self.out.list.is_empty();
            if word == self.words.from && unmoved && !self.out.has(Slot::Change) {
                self.link = Link::Other;
            } else {
                self.compare(at);
            }
        } else if self.words.compare_after.contains(&word)
            && (self.compared || matches!(self.out.list.last(), Some(figure) if figure.slot == Slot::Change))
        {
            if let Some(found) = self.words.moves(word) {
                self.direction = Some(found);
            }
            self.compare(at);
        } else if self.compared && self.follows_comparison(at) {
            // "compared to 49"
        } else if self.words.reach.contains(&word) {
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

    /// Whether what a change came to stands behind `with`: "rose 3 percent, with 86 million tonnes".
    fn reaches_with(&self, at: GroupId) -> bool {
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
    fn follows_comparison(&self, at: GroupId) -> bool {
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
    fn brings(&self, at: GroupId) -> bool {
        self.verb_before(at)
            && self.noun(at + 1).is_some()
            && self
                .figures_in(at + 1)
                .any(|mention| mention.kind() == Kind::Money)
    }

    /// Whether the noun at `at` hangs on "by": "by an average of 10%".
    fn hangs_on_by(&self, at: GroupId) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| matches!(self.kind(before), Some(GroupKind::Preposition(word)) if *word == self.words.by))
    }

    fn read_of(&mut self, at: GroupId) {
        let before = at.checked_sub(1);
        let short = before.is_some_and(|before| {
            let token = self.source.clauses.groups[before].end as usize;
            token > 0 && self.source.reading.ids[token - 1] == self.words.short
        });
        if short {
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

    fn read_adverb(&mut self, word: WordId, at: GroupId) {
        if self.words.compares(word) {
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
    fn tells_how_far(&self, word: WordId, at: GroupId) -> bool {
        let moves = |i: GroupId| matches!(self.kind(i), Some(GroupKind::Verb(verb)) if self.words.moves(verb.lemma).is_some());
        self.words.comparative.contains(word)
            && (at.saturating_sub(2)..at).any(moves)
            && self.out.list.is_empty()
    }

    /// Whether a verb stands right before the group at `at`.
    fn verb_before(&self, at: GroupId) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| matches!(self.kind(before), Some(GroupKind::Verb(_))))
    }

    /// Whether "of" and a figure follow the noun at `at`: "from a high of $80".
    fn tells_of(&self, at: GroupId) -> bool {
        matches!(self.kind(at + 1), Some(GroupKind::Preposition(word)) if *word == self.words.of)
            && self.noun(at + 2).is_some()
            && self.figures_in(at + 2).next().is_some()
    }

    /// What follows is compared with, if it is a figure or a time.
    fn compare(&mut self, at: GroupId) {
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

    /// A time before the clause: "in October alone proceeds slipped".
    pub(super) fn fronted(&mut self) {
        for i in (0..self.at).rev().take(10) {
            match self.kind(i) {
                Some(GroupKind::Noun(noun)) if noun.time => {
                    // "more than in the same period of 2024, on revenues of": a time of the statistic before.
                    let start = noun.preposition.unwrap_or(i);
                    let opens = start.checked_sub(1).is_none_or(|before| {
                        !matches!(
                            self.kind(before),
                            Some(GroupKind::Noun(_) | GroupKind::Preposition(_))
                        )
                    });
                    if opens {
                        self.out.date = self.date_in(i);
                    }
                    return;
                }
                Some(GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Subordinator(_)) | None => return,
                _ => {}
            }
        }
    }
}

impl Movements {
    /// The group of the thing for which a statistic is taken up at `at` without its verb: "petrol rose by 5 cents, diesel
    /// by 4 and that of kerosene to 30".
    pub(in crate::rule) fn taken_up(&self, source: Source<'_, '_>, at: GroupId) -> Option<GroupId> {
        let clauses = source.clauses;
        let preposition = |at: GroupId| match clauses.groups.get(at)?.kind {
            GroupKind::Preposition(word) => Some(word),
            _ => None,
        };
        // "that of kerosene"
        let that = source.reading.is(clauses.groups.get(at)?.first as usize, "that");
        let name = if that && preposition(at + 1) == Some(self.of) {
            at + 2
        } else {
            at
        };
        let mentions = |at: GroupId| {
            let group = &clauses.groups[at];
            source.mentions.within(group.first, group.end)
        };
        let figure = |at: GroupId| {
            at < clauses.groups.len()
                && mentions(at).any(|mention| {
                    matches!(
                        mention.kind(),
                        Kind::Money | Kind::Percent | Kind::Count | Kind::Measure
                    )
                })
        };
        let noun = clauses.noun(name).filter(|noun| {
            !noun.named
                && !noun.time
                && !noun.pronoun
                && !(source.is_measure)(noun.lemma)
                && self.of(noun.lemma).is_none()
        });
        let told = preposition(name + 1).is_some_and(|word| word == self.by || self.reaches(word));
        // "cotton 3% to 1m tonnes"
        let direct = noun.is_some_and(|noun| noun.bare) && figure(name + 1);
        let last = name + if direct { 1 } else { 2 };
        let acts = clauses.verb(last + 1).is_some_and(VerbGroup::finite);
        (noun.is_some() && (told || direct) && mentions(name).next().is_none() && figure(last) && !acts)
            .then_some(name)
    }
}
