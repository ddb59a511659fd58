//! Statistics, one construction for all measures: "sales rose 35% to 14,762 units in May, from 10,934 a year
//! earlier".

use rustc_hash::FxHashMap;

use crate::clause::{Clauses, GroupId, GroupKind, NounGroup, Outermost, Slot, VerbForm, VerbGroup};
use crate::lexicon::{movement, Lexicon, List, WordId};
use crate::mention::{Kind, Mention, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;

/// How many groups a statistic may span. Longer ones occur only in hostile text.
const FAR: usize = 64;
/// How many figures are kept.
const MOST: usize = 8;

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
    compare: Vec<WordId>,
    /// Of these only after a change: "up 5pc on a year ago", "62pc above the 8,699 of".
    compare_after: Vec<WordId>,
    contain: Vec<WordId>,
    reach: Vec<WordId>,
    from: WordId,
    /// `Rs2,000 more`
    comparative: Vec<WordId>,
    by: WordId,
    of: WordId,
    short: WordId,
}

/// A figure of a statistic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// `Level`, `Change` or `Previous`.
    pub(super) slot: Slot,
    /// The number of the mention.
    pub(super) mention: usize,
    /// A change downwards.
    pub(super) falling: bool,
    /// When, for the figure of a comparison: the number of the mention.
    pub(super) date: Option<usize>,
}

/// What a statistic says.
#[derive(Debug, Default)]
pub(super) struct Figures {
    pub(super) list: Vec<Figure>,
    /// The time that it covers: the number of the mention.
    pub(super) date: Option<usize>,
    /// The direction of its change.
    pub(super) direction: Option<Direction>,
    /// The group of its last figure; 0 if it has none.
    pub(super) end: GroupId,
}

impl Figures {
    pub(super) fn clear(&mut self) {
        self.list.clear();
        self.date = None;
        self.direction = None;
        self.end = 0;
    }

    pub(super) fn of(&self, slot: Slot) -> impl Iterator<Item = &Figure> {
        self.list.iter().filter(move |figure| figure.slot == slot)
    }

    fn has(&self, slot: Slot) -> bool {
        self.of(slot).next().is_some()
    }
}

/// The sentence that a statistic is read from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a, 'x> {
    pub(super) reading: &'a Reading<'x>,
    pub(super) mentions: &'a Outermost<'a, 'x>,
    pub(super) clauses: &'a Clauses,
    /// Whether a noun names what statistics measure (`sales`, `output`).
    pub(super) is_measure: &'a dyn Fn(WordId) -> bool,
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
            compare: find(&["from", "against", "than", "versus", "compare", "compared"]),
            compare_after: find(&["on", "over", "above", "below"]),
            contain: find(&["in", "of", "for"]),
            reach: find(&["to", "at", "past"]),
            from: lexicon.find("from"),
            comparative: find(&[
                "more", "less", "fewer", "higher", "lower", "dearer", "cheaper", "costlier", "pricier",
            ]),
            by: lexicon.find("by"),
            of: lexicon.find("of"),
            short: lexicon.find("short"),
        }
    }

    fn of(&self, word: WordId) -> Option<Direction> {
        self.words.get(&word).copied()
    }

    /// The direction of a word that moves something.
    fn moves(&self, word: WordId) -> Option<Direction> {
        self.of(word).filter(|found| *found != Direction::Level)
    }

    /// Whether a word introduces the figure that another is compared with.
    pub(super) fn compares(&self, word: WordId) -> bool {
        self.compare.contains(&word)
    }

    pub(super) fn is_from(&self, word: WordId) -> bool {
        word == self.from
    }

    /// Whether a preposition introduces the figure that is reached.
    pub(super) fn reaches(&self, word: WordId) -> bool {
        self.reach.contains(&word)
    }

    fn moves_token(&self, reading: &Reading<'_>, token: usize) -> Option<Direction> {
        let id = *reading.ids.get(token)?;
        let lemma = reading.lexicon.word(id).lemma(reading.tag(token)).unwrap_or(id);
        self.moves(lemma).or_else(|| self.moves(id))
    }

    /// The figures that belong to the verb or noun at `at`.
    pub(super) fn figures(&self, source: Source<'_, '_>, at: GroupId, out: &mut Figures) {
        let at = figure_bearer(source.clauses, at);
        let mut scan = self.scan(source, at, out);
        match source.clauses.verb(at) {
            Some(verb) => {
                let particle = verb.particle.and_then(|particle| self.moves(particle));
                scan.direction = particle.or_else(|| self.moves(verb.lemma));
            }
            None => scan.before(),
        }
        scan.after();
        if scan.out.date.is_none() {
            scan.fronted();
        }
    }

    /// The figures that stand behind the label that ends at `at`, in an item of a list or a row of a table.
    pub(super) fn row(&self, source: Source<'_, '_>, at: GroupId, out: &mut Figures) {
        let mut scan = self.scan(source, at, out);
        scan.line = true;
        scan.statistic = true;
        scan.link = Link::Reach;
        scan.after();
    }

    /// The figures behind the group `at`, which takes up a statistic again without its verb: "and France 6.2 percent".
    pub(super) fn gapped(
        &self,
        source: Source<'_, '_>,
        at: GroupId,
        direction: Option<Direction>,
        out: &mut Figures,
    ) {
        let mut scan = self.scan(source, at, out);
        scan.main = true;
        scan.statistic = true;
        scan.direction = direction;
        scan.link = if direction.is_some() {
            Link::Move
        } else {
            Link::Reach
        };
        scan.after();
    }

    fn scan<'a, 'x, 'o>(
        &'a self,
        source: Source<'a, 'x>,
        at: GroupId,
        out: &'o mut Figures,
    ) -> Scan<'a, 'x, 'o> {
        out.clear();
        let verb = source.clauses.verb(at).is_some();
        Scan {
            words: self,
            source,
            at,
            verb,
            direction: None,
            statistic: verb,
            mute: Mute::No,
            main: verb,
            line: false,
            compared: false,
            link: Link::Other,
            here: 0,
            out,
        }
    }
}

/// What stands before a figure and tells its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// `rose`, `up`, `a cut of`: by how much.
    Move,
    /// `to`, `at`, `reached`, a colon.
    Reach,
    /// `from`, `than`: the figure before.
    Compare,
    /// No part of the statistic, unless a word after the figure says so.
    Other,
}

/// Why figures are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mute {
    No,
    /// In a relative clause, up to the next comma.
    Relative,
    /// After a verb that moves nothing.
    Verb,
}

struct Scan<'a, 'x, 'o> {
    words: &'a Movements,
    source: Source<'a, 'x>,
    at: GroupId,
    /// The trigger is a verb.
    verb: bool,
    direction: Option<Direction>,
    /// Something moves or is reached: figures count.
    statistic: bool,
    mute: Mute,
    /// The verb has been read.
    main: bool,
    /// An item of a list: a label, a colon, figures parted by commas.
    line: bool,
    /// What follows belongs to the figure of a comparison.
    compared: bool,
    link: Link,
    /// The group that is being read.
    here: GroupId,
    out: &'o mut Figures,
}

impl<'a, 'x> Scan<'a, 'x, '_> {
    fn noun(&self, at: GroupId) -> Option<&'a NounGroup> {
        self.source.clauses.noun(at)
    }

    fn kind(&self, at: GroupId) -> Option<&'a GroupKind> {
        let clauses: &'a Clauses = self.source.clauses;
        clauses.groups.get(at).map(|group| &group.kind)
    }

    /// The figures in a group, and with their numbers.
    fn figures_in(&self, group: GroupId) -> impl Iterator<Item = &'a Mention<'x>> {
        let clauses: &'a Clauses = self.source.clauses;
        let group = &clauses.groups[group];
        let mentions: &'a Outermost<'a, 'x> = self.source.mentions;
        mentions.within(group.first, group.end).filter(|mention| {
            matches!(
                mention.kind(),
                Kind::Count | Kind::Money | Kind::Measure | Kind::Percent
            )
        })
    }

    /// The date in a group.
    fn date_in(&self, group: GroupId) -> Option<usize> {
        let group = &self.source.clauses.groups[group];
        self.source
            .mentions
            .within(group.first, group.end)
            .find(|mention| matches!(mention.value(), Value::Date(when) if !when.vague))
            .map(|mention| mention.id().index())
    }

    fn push(&mut self, slot: Slot, mention: &Mention<'_>, falling: bool) {
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

    fn turn(&mut self, direction: Direction) {
        self.direction = Some(direction);
        self.statistic = true;
        self.link = match direction {
            Direction::Level => Link::Reach,
            _ => Link::Move,
        };
    }

    /// What stands before a measure noun: the verb whose object it is, the movement that it hangs on, its date.
    fn before(&mut self) {
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
        for i in (0..preposition).rev().take(4) {
            match self.kind(i) {
                Some(GroupKind::Noun(noun)) if !noun.time => {
                    let found = self.words.moves(noun.lemma);
                    let percent = self.figures_in(i).find(|mention| mention.kind() == Kind::Percent);
                    if let Some(percent) = percent {
                        let before = || self.words.moves(self.noun(i.checked_sub(2)?)?.lemma);
                        if let Some(way) = found.or_else(before) {
                            self.push(Slot::Change, percent, way == Direction::Down);
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

    /// What follows: the verb, its figures, and what goes on after commas.
    fn after(&mut self) {
        let clauses: &'a Clauses = self.source.clauses;
        let end = clauses.groups.len().min(self.at + FAR);
        for i in self.at + 1..end {
            let group = &clauses.groups[i];
            self.here = i;
            let go_on = match &group.kind {
                GroupKind::Verb(verb) => self.read_verb(verb, i),
                GroupKind::Noun(noun) => self.read_noun(noun, i),
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
                    !self.resumes(i + 1)
                }
                GroupKind::Comma => {
                    self.compared = false;
                    self.link = if self.line { Link::Reach } else { Link::Other };
                    if self.mute == Mute::Relative {
                        self.mute = Mute::No;
                    }
                    true
                }
                GroupKind::Relative => {
                    if self.mute == Mute::No {
                        self.mute = Mute::Relative;
                    }
                    true
                }
                GroupKind::Open => {
                    // "6.2 percent (114,662)"
                    if self.out.has(Slot::Change) && !self.out.has(Slot::Level) {
                        self.link = Link::Reach;
                    }
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

    /// Whether the statistic is taken up again for another thing or time: "and France 6.2 percent", "and to 439,644
    /// tonnes in the first half".
    fn resumes(&self, at: GroupId) -> bool {
        let figure = |group: GroupId| {
            group < self.source.clauses.groups.len() && self.figures_in(group).next().is_some()
        };
        match self.kind(at) {
            Some(GroupKind::Noun(noun)) if noun.named && !noun.time && !figure(at) => {
                let held = self.verb || !self.out.list.is_empty();
                held && (figure(at + 1)
                    || matches!(
                        self.kind(at + 1),
                        Some(GroupKind::Preposition(_) | GroupKind::Open)
                    ) && figure(at + 2))
            }
            Some(GroupKind::Preposition(word)) => {
                self.out.has(Slot::Level) && self.words.reaches(*word) && figure(at + 1)
            }
            _ => false,
        }
    }

    /// `Exports from Japan: 158,000`
    fn colon(&mut self, at: GroupId) -> bool {
        let token = self.source.clauses.groups[at].first as usize;
        let colon = self.source.reading.tokens[token].is(b':');
        if self.line && colon {
            return self.out.list.is_empty();
        }
        if !colon || self.verb || self.main || !self.out.list.is_empty() {
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
        let found = verb
            .particle
            .and_then(|particle| self.words.moves(particle))
            .or_else(|| self.words.of(verb.lemma));
        let chain = self.noun(self.at).and_then(|noun| noun.chain).unwrap_or(self.at);
        let ours = verb.subject.is_none_or(|subject| {
            subject == chain || subject == self.at || subject > self.at && subject < at && !self.main
        });
        if verb.relative {
            if let Some(found) = found.filter(|_| ours) {
                self.mute = Mute::No;
                self.turn(found);
            }
            return true;
        }
        if verb.finite() {
            if self.verb || self.main && !(ours && self.out.list.is_empty()) {
                return false;
            }
            self.main = true;
            match found {
                Some(found) => {
                    self.mute = Mute::No;
                    self.turn(found);
                }
                None => self.mute = Mute::Verb,
            }
            return true;
        }
        match found {
            Some(found) => {
                self.main = true;
                self.mute = Mute::No;
                self.turn(found);
                true
            }
            // "…, showing a reduction of 8.2 percent"
            None => {
                let object = verb.object.and_then(|object| self.noun(object));
                self.out.list.is_empty() || object.is_some_and(|noun| self.words.moves(noun.lemma).is_some())
            }
        }
    }

    fn read_preposition(&mut self, word: WordId, at: GroupId) {
        if self.words.compares(word) {
            // "exported 40 cars from two plants" compares nothing.
            if word == self.words.from && self.verb && !self.out.has(Slot::Change) {
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
        } else if self.words.reach.contains(&word) {
            self.link = Link::Reach;
            self.compared = false;
        } else if word == self.words.by {
            self.link = Link::Move;
        } else if word == self.words.of {
            self.read_of(at);
        } else if let Some(found) = self.words.of(word) {
            self.turn(found);
        } else {
            self.link = if self.compared { Link::Compare } else { Link::Other };
        }
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
        self.link = if before == Some(self.at) {
            Link::Reach
        } else {
            match lemma.and_then(|lemma| self.words.of(lemma)) {
                Some(Direction::Level) => Link::Reach,
                Some(_) => Link::Move,
                None if self.compared => Link::Compare,
                None => Link::Other,
            }
        };
    }

    fn read_adverb(&mut self, word: WordId, at: GroupId) {
        if self.words.compares(word) {
            self.compare(at);
        } else if let Some(found) = self.words.of(word) {
            self.turn(found);
        }
    }

    /// What follows is compared with, if it is a figure or a time.
    fn compare(&mut self, at: GroupId) {
        for i in at + 1..at + 5 {
            match self.kind(i) {
                Some(GroupKind::Noun(noun)) => {
                    if noun.time
                        || noun.pronoun
                        || self.figures_in(i).next().is_some()
                        || noun.possessor.is_some()
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

    fn read_noun(&mut self, noun: &NounGroup, at: GroupId) -> bool {
        if noun.time {
            self.read_time(at);
            return true;
        }
        let other =
            (self.source.is_measure)(noun.lemma) && !noun.named && self.words.of(noun.lemma).is_none();
        if other && !self.compared && (self.mute == Mute::Verb || !self.out.list.is_empty()) {
            return false;
        }
        if self.mute != Mute::No {
            return true;
        }
        let head = noun.head;
        let moved = self.words.moves(noun.lemma);
        let mut any = false;
        for mention in self.figures_in(at) {
            any = true;
            let own = moved.filter(|_| mention.end <= head);
            if mention.kind() == Kind::Percent {
                self.percent(mention, own);
            } else {
                self.amount(mention, own, noun);
            }
        }
        if !any {
            if let Some(found) = self.words.of(noun.lemma) {
                if found != Direction::Level || self.statistic {
                    self.turn(found);
                }
            } else if self.link == Link::Move || self.link == Link::Compare && !noun.pronoun {
                self.link = Link::Other;
            }
        }
        true
    }

    fn read_time(&mut self, at: GroupId) {
        let Some(date) = self.date_in(at) else { return };
        if self.compared {
            let last = self.out.list.last_mut();
            if let Some(last) = last.filter(|last| last.slot == Slot::Previous && last.date.is_none()) {
                last.date = Some(date);
            }
        } else if self.mute == Mute::No {
            self.out.date = self.out.date.or(Some(date));
        }
    }

    fn percent(&mut self, mention: &Mention<'_>, own: Option<Direction>) {
        let reading = self.source.reading;
        let after = mention.end as usize;
        let next = || {
            let word = reading.tokens.get(after)?;
            let far = word.is_word().then_some(after + 1);
            self.words
                .moves_token(reading, after)
                .or_else(|| self.words.moves_token(reading, far?))
        };
        let way = signed(reading, mention).or(own).or_else(next);
        let moving = self.direction.filter(|found| *found != Direction::Level);
        // "47% of exports" is a share.
        let share = reading.ids.get(after) == Some(&self.words.of);
        let way = way.or(moving.filter(|_| !share && self.link != Link::Compare));
        let bare = self.line && reading.zone(mention.first as usize) == ZoneKind::Table;
        let way = way.or(bare.then_some(Direction::Up));
        if let Some(way) = way {
            if self.link == Link::Compare && self.compared {
                return;
            }
            self.push(Slot::Change, mention, way == Direction::Down);
            self.statistic = true;
            self.link = if self.line { Link::Reach } else { Link::Other };
        }
    }

    fn amount(&mut self, mention: &Mention<'_>, own: Option<Direction>, noun: &NounGroup) {
        let after = mention.end as usize;
        let own = own.or_else(|| {
            let id = self.source.reading.ids.get(after)?;
            let compared = self.words.comparative.contains(id);
            self.words
                .moves_token(self.source.reading, after)
                .filter(|_| compared)
        });
        if let Some(way) = own.filter(|_| self.link != Link::Compare) {
            self.push(Slot::Change, mention, way == Direction::Down);
            self.link = Link::Other;
            return;
        }
        let moving = self.direction.filter(|found| *found != Direction::Level);
        match self.link {
            Link::Compare => {
                let date = noun
                    .possessor
                    .filter(|owner| self.noun(*owner).is_some_and(|noun| noun.time))
                    .and_then(|owner| self.date_in(owner));
                self.push(Slot::Previous, mention, false);
                if let Some(last) = self.out.list.last_mut() {
                    last.date = date;
                }
            }
            Link::Move => {
                if let Some(way) = moving {
                    self.push(Slot::Change, mention, way == Direction::Down);
                    self.link = Link::Other;
                }
            }
            Link::Reach => {
                self.statistic = true;
                self.push(Slot::Level, mention, false);
            }
            Link::Other => {}
        }
    }

    /// A time before the clause: "in October alone proceeds slipped".
    fn fronted(&mut self) {
        for i in (0..self.at).rev().take(10) {
            match self.kind(i) {
                Some(GroupKind::Noun(noun)) if noun.time => {
                    self.out.date = self.date_in(i);
                    return;
                }
                Some(GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Subordinator(_)) | None => return,
                _ => {}
            }
        }
    }
}

/// "Electricity bought from Laos reached 2.5 billion kWh": what a participle's noun does tells the figures.
fn figure_bearer(clauses: &Clauses, at: GroupId) -> GroupId {
    let bearer = clauses.verb(at).and_then(|verb| {
        let noun = verb
            .subject
            .filter(|noun| verb.form == VerbForm::Participle && verb.passive && *noun < at)?;
        let main = (at + 1..at + 12).find_map(|id| clauses.verb(id).filter(|verb| verb.finite()))?;
        (main.subject == Some(noun)).then_some(noun)
    });
    bearer.unwrap_or(at)
}

/// The direction that a sign tells: `+7.9pc`, `-9%`.
fn signed(reading: &Reading<'_>, mention: &Mention<'_>) -> Option<Direction> {
    let Value::Percent { amount } = mention.value() else {
        return None;
    };
    if amount.low.is_sign_negative() && !amount.low.is_zero() {
        return Some(Direction::Down);
    }
    let first = mention.first as usize;
    let plus = |token: usize| reading.tokens.get(token).is_some_and(|token| token.is(b'+'));
    (plus(first) || first > 0 && plus(first - 1)).then_some(Direction::Up)
}
