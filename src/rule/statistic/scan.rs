//! The groups of a statistic, read one after another.

use super::{Direction, Figure, Link, Movements, Mute, Scan, Source};
use crate::clause::{Clauses, GroupId, GroupKind, NounGroup, Outermost, Slot, VerbGroup};
use crate::lexicon::WordId;
use crate::mention::{Kind, Mention, Value};

/// How many groups a statistic may span. Longer ones occur only in hostile text.
const FAR: usize = 64;
/// How far before brackets the figure stands that they go with.
const BEFORE: usize = 6;
/// How many groups brackets may hold.
const BRACKETS: usize = 6;
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

    /// What follows: the verb, its figures, and what goes on after commas.
    pub(super) fn after(&mut self) {
        let clauses: &'a Clauses = self.source.clauses;
        let end = self.until.min(self.at + FAR);
        let mut next = Some(self.at + 1);
        while let Some(at) = next.filter(|at| *at < end) {
            self.here = at;
            if self.words.multiplies(self.source.reading, &clauses.groups[at]) {
                self.link = Link::Compare;
                self.compared = true;
            }
            next = self.read(at);
        }
    }

    /// Reads a group; gives the next one, if the statistic goes on.
    fn read(&mut self, at: GroupId) -> Option<GroupId> {
        let clauses: &'a Clauses = self.source.clauses;
        let group = &clauses.groups[at];
        let go_on = match &group.kind {
            GroupKind::Verb(verb) => self.read_verb(verb, at),
            GroupKind::Noun(noun) => self.read_noun(noun, at),
            GroupKind::Preposition(word) if self.words.apart.contains(*word) && !self.acts_behind(at) => {
                false
            }
            GroupKind::Preposition(word) => {
                self.read_preposition(*word, at);
                true
            }
            GroupKind::Adverb(word) => {
                self.read_adverb(*word, at);
                true
            }
            GroupKind::Adjective if self.read_fraction(at) => true,
            GroupKind::Adjective => {
                for token in group.first..group.end {
                    if let Some(found) = self.words.moves_token(self.source.reading, token as usize) {
                        self.turn(found);
                    }
                }
                true
            }
            GroupKind::Conjunction(word) | GroupKind::Subordinator(word) if self.words.compares(*word) => {
                self.compare(at);
                true
            }
            // "as compared to 200"
            GroupKind::Subordinator(_) => self.compares_at(at + 1),
            GroupKind::Conjunction(_) => {
                self.compared = false;
                self.another = false;
                self.link = Link::Other;
                !self.resumes(at + 1) && !self.moves_another(at + 1) && !self.changes_again(at + 1)
            }
            GroupKind::Relative => {
                if self.mute == Mute::No {
                    self.mute = Mute::Relative;
                }
                true
            }
            GroupKind::Comma => return self.read_comma(at),
            GroupKind::Open => return self.read_open(at),
            GroupKind::Stop => return self.read_stop(at),
            GroupKind::Close | GroupKind::Quote | GroupKind::Other => true,
        };
        go_on.then_some(at + 1)
    }

    fn read_comma(&mut self, at: GroupId) -> Option<GroupId> {
        // "imports, including those from Oman, totalled"
        let aside = self.aside_until(at);
        if aside.is_some() {
            return aside;
        }
        let other = self.others_follow(at + 1) || self.ranks_another(at + 1) || self.tells_part(at + 1);
        if other || self.goes_on_beside(at + 1) {
            return None;
        }
        if self.counts_object(at) {
            self.take_ahead(at + 1);
            return Some(at + 1);
        }
        // "rose 4%, equivalent to 300 cars"
        let group = self.source.clauses.groups.get(at + 1);
        let same = group.is_some_and(|group| self.source.reading.is(group.first as usize, "equivalent"));
        if same && self.out.has(Slot::Change) {
            return None;
        }
        self.compared = false;
        self.another = false;
        let reached = self.line || self.restated(at + 1);
        self.link = if reached { Link::Reach } else { Link::Other };
        if self.mute == Mute::Relative {
            self.mute = Mute::No;
        }
        let ends = self.moves_another(at + 1) || self.changes_again(at + 1) || self.owns_another(at + 1);
        (!ends).then_some(at + 1)
    }

    /// Whether other figures are told beside the clause from `with` at `at` on: "rose 4%, with tea up 9%". What somebody is told
    /// to do about them is none: "fares rose, with Acme announcing an increase of 4%".
    fn goes_on_beside(&self, at: GroupId) -> bool {
        let Some((_, acts)) = self.source.clauses.absolute(at, self.source.words) else {
            return false;
        };
        let object = self
            .source
            .clauses
            .verb(acts)
            .and_then(|verb| self.noun(verb.object?));
        object.is_none_or(|noun| self.words.noun_moves(noun.lemma).is_none())
    }

    fn read_open(&mut self, at: GroupId) -> Option<GroupId> {
        // "exported 310 tonnes (260 a year earlier)"
        if let Some(close) = self.read_bracketed(at) {
            return Some(close + 1);
        }
        // "6.2 percent (114,662)", "exports in May (300 tonnes) were"
        let told = self.out.has(Slot::Change) || !self.main && self.encloses_amount(at);
        if (told || self.encloses_first(at)) && !self.out.has(Slot::Level) {
            self.link = Link::Reach;
        }
        Some(at + 1)
    }

    /// Whether brackets hold the amount of the first of several that each have one: "fell in Peru (40 tonnes), Chile (30) and
    /// Cuba (20)".
    fn encloses_first(&self, open: GroupId) -> bool {
        let is = |at: GroupId, kind: fn(&GroupKind) -> bool| self.kind(at).is_some_and(kind);
        let opens = |at: GroupId| is(at, |kind| matches!(kind, GroupKind::Open));
        let joint = |at: GroupId| {
            is(at, |kind| {
                matches!(kind, GroupKind::Comma | GroupKind::Conjunction(_))
            })
        };
        let holds = |at: GroupId| {
            is(at + 1, |kind| matches!(kind, GroupKind::Close))
                && self.noun(at).is_some()
                && self.figures_in(at).next().is_some()
        };
        self.statistic
            && holds(open + 1)
            && joint(open + 3)
            && self.noun(open + 4).is_some()
            && opens(open + 5)
            && holds(open + 6)
    }

    fn read_stop(&mut self, at: GroupId) -> Option<GroupId> {
        if self.counts_object(at) {
            self.take_ahead(at + 1);
            return Some(at + 1);
        }
        // "exports were the bright spot: they rose 4%"
        if self.is_told_by_pronoun(at) {
            self.main = false;
            return Some(at + 1);
        }
        // "shipments to China -- its largest market -- jumped"
        if let Some(close) = self.dash_until(at) {
            return Some(close + 1);
        }
        if self.dashes(at) {
            self.link = Link::Other;
            return Some(at + 1);
        }
        // "Grapes: $2bn; +5%"
        let first = self.source.clauses.groups[at].first as usize;
        if self.line && self.source.reading.tokens[first].is(b';') {
            return Some(at + 1);
        }
        self.colon(at).then_some(at + 1)
    }

    /// Whether `they` or `it` behind a stop goes on with the measure noun, of which no figure was told.
    fn is_told_by_pronoun(&self, at: GroupId) -> bool {
        let moves = |verb: &VerbGroup| {
            verb.finite() && verb.subject == Some(at + 1) && self.words.tells_measure(verb.lemma)
        };
        let main = self
            .noun(self.at)
            .filter(|noun| !noun.pronoun && noun.verb.is_some());
        self.main
            && self.out.list.is_empty()
            && main.is_some()
            && self.noun(at + 1).is_some_and(|noun| noun.pronoun)
            && self.source.clauses.verb(at + 2).is_some_and(moves)
    }

    /// Whether a part of what was told stands at `at`: "sold 310 tonnes, 60 of them in May".
    fn tells_part(&self, at: GroupId) -> bool {
        let of = matches!(self.kind(at + 1), Some(GroupKind::Preposition(word)) if *word == self.words.of);
        of && self.noun(at).is_some()
            && self.figures_in(at).next().is_some()
            && self.noun(at + 2).is_some_and(|noun| noun.pronoun)
    }

    /// Whether a participle that compares stands at `at`.
    fn compares_at(&self, at: GroupId) -> bool {
        matches!(self.kind(at), Some(GroupKind::Verb(verb)) if !verb.finite()
            && self.words.compares(self.source.reading.ids[verb.head as usize]))
    }

    /// Whether a change follows the dash at `at`: "output saw the steepest decline yet – down 41%".
    pub(super) fn dashes(&self, at: GroupId) -> bool {
        let token = &self.source.reading.tokens[self.source.clauses.groups[at].first as usize];
        let moves = |word: WordId| self.words.moves(word).is_some();
        let told = match self.kind(at + 1) {
            Some(GroupKind::Adverb(word) | GroupKind::Preposition(word)) => moves(*word),
            Some(GroupKind::Noun(noun)) => moves(noun.lemma),
            _ => false,
        };
        told && self.statistic && !token.is(b':') && !token.is(b';')
    }

    /// Whether the figure at `at` stands beside the measure noun: "its biggest profit, $12bn".
    fn restated(&self, at: GroupId) -> bool {
        at == self.at + 2
            && self.noun(at).is_some_and(|noun| noun.apposition == Some(self.at))
            && self.figures_in(at).any(|mention| mention.kind() != Kind::Percent)
    }

    /// Where the aside ends that the dash at `at` begins: at the dash before the verb of the measure noun.
    pub(super) fn dash_until(&self, at: GroupId) -> Option<GroupId> {
        let dash = |group: GroupId| {
            let token = &self.source.reading.tokens[self.source.clauses.groups[group].first as usize];
            !token.is(b':') && !token.is(b';')
        };
        let untold = self.out.list.is_empty() && !self.main && dash(at);
        let closes = |close: &GroupId| {
            // A dash of two hyphens is two groups.
            let double = matches!(self.kind(close + 1), Some(GroupKind::Other));
            let behind = close + 1 + usize::from(double);
            // "output – of coal and gas – last year reached"
            let timed = self.noun(behind).is_some_and(|noun| noun.time);
            let verb = self.source.clauses.verb(behind + usize::from(timed));
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
    pub(super) fn aside_until(&self, at: GroupId) -> Option<GroupId> {
        // "sales, expected to drop 67 percent, were down 68"
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
    pub(super) fn encloses_amount(&self, open: GroupId) -> bool {
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

    /// Notes the figure of another time in the brackets at `open`: the group that closes them.
    fn read_bracketed(&mut self, open: GroupId) -> Option<GroupId> {
        let (figure, time, close) = self.words.bracketed(self.source, open)?;
        let date = self.date_in(time)?;
        let told = self
            .figures_in(figure)
            .find(|mention| mention.kind() != Kind::Percent)?;
        self.here = close;
        self.push(Slot::Previous, told, false);
        if let Some(last) = self.out.list.last_mut() {
            last.date = Some(date);
        }
        Some(close)
    }

    /// Whether the verb of the measure noun still comes: "Turnover, despite losses, rose".
    pub(super) fn acts_behind(&self, at: GroupId) -> bool {
        self.noun(self.at)
            .is_some_and(|noun| noun.verb.is_some_and(|verb| verb > at))
    }

    /// `Exports from Japan: 158,000`
    pub(super) fn colon(&mut self, at: GroupId) -> bool {
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
}

impl Movements {
    /// What brackets tell of another time behind a figure: its amount, its time, and the group that closes them.
    pub(in crate::rule) fn bracketed(
        &self,
        source: Source<'_, '_>,
        open: GroupId,
    ) -> Option<(GroupId, GroupId, GroupId)> {
        let groups = &source.clauses.groups;
        matches!(groups.get(open)?.kind, GroupKind::Open).then_some(())?;
        let amount = |at: GroupId| {
            let group = &groups[at];
            let mut mentions = source.mentions.within(group.first, group.end);
            mentions.any(|mention| matches!(mention.kind(), Kind::Count | Kind::Measure | Kind::Money))
        };
        // "rose 8% (300 in May)": what it reaches.
        let before = (open.saturating_sub(BEFORE)..open).rev().find(|at| {
            let group = &groups[*at];
            let mut mentions = source.mentions.within(group.first, group.end);
            mentions.any(|mention| amount(*at) || mention.kind() == Kind::Percent)
        });
        before.filter(|before| amount(*before))?;
        let (mut figure, mut time) = (None, None);
        for at in (open + 1..groups.len()).take(BRACKETS) {
            match &groups[at].kind {
                GroupKind::Close => return Some((figure?, time?, at)),
                GroupKind::Noun(noun) if noun.time && time.is_none() => time = Some(at),
                GroupKind::Noun(_) if figure.is_none() && amount(at) => figure = Some(at),
                GroupKind::Stop | GroupKind::Comma | GroupKind::Preposition(_) => {}
                _ => return None,
            }
        }
        None
    }

    /// The first and the last group of the things for which a statistic is taken up at `at` without its verb: "petrol rose
    /// by 5 cents, diesel by 4 and that of kerosene to 30", "tea $4m, sacks and bags $3m".
    pub(in crate::rule) fn taken_up(
        &self,
        source: Source<'_, '_>,
        at: GroupId,
    ) -> Option<(GroupId, GroupId)> {
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
        let joined = noun.and_then(|noun| noun.next).filter(|next| *next == name + 2);
        let things = joined.unwrap_or(name);
        let told = preposition(things + 1).is_some_and(|word| word == self.by || self.reaches(word));
        // "cotton 3% to 1m tonnes"
        let direct = noun.is_some_and(|noun| noun.bare) && figure(things + 1);
        let last = things + if direct { 1 } else { 2 };
        let acts = clauses.verb(last + 1).is_some_and(VerbGroup::finite);
        let bare = mentions(name).next().is_none() && mentions(things).next().is_none();
        (noun.is_some() && (told || direct) && bare && figure(last) && !acts).then_some((name, things))
    }
}
