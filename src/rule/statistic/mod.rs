//! Statistics, one construction for all measures: "sales rose 35% to 14,762 units in May, from 10,934 a year
//! earlier".

mod again;
mod ahead;
mod bearer;
mod figure;
mod front;
mod movement;
mod read;
mod scan;
mod worded;

pub(super) use movement::Movements;

use crate::clause::{ClauseWords, Clauses, Group, GroupId, GroupKind, Outermost, Slot, VerbGroup};
use crate::lexicon::{Tag, WordId};
use crate::mention::{quantity, Amount, Bound, Kind};
use crate::reading::Reading;
use crate::text::Span;

/// How many groups back the noun is looked for that a measure noun hangs on.
const PHRASE: usize = 6;

/// Which way a word moves a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
    Level,
}

impl Direction {
    /// The other way.
    fn reversed(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Level => Self::Level,
        }
    }
}

/// A change that a verb tells by itself, in per cent: `more than doubled` is more than 100, `halved` is -50.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Multiple {
    pub(crate) percent: i16,
    pub(crate) bound: Bound,
}

impl Multiple {
    /// The percentage, below nothing for a fall.
    pub(crate) fn amount(self) -> Amount {
        Amount {
            bound: self.bound,
            ..Amount::exact(self.percent.into())
        }
    }
}

/// A figure of a statistic.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// `Level`, `Change`, `Previous` or `Portion`.
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
    /// The change that its verb tells: `doubled`.
    pub(super) multiple: Option<(Span, Multiple)>,
    /// They stand beside a participle, which takes them as its object: "cars sold totalled 3,000".
    pub(super) borne: bool,
    /// The group of its last figure; 0 if it has none.
    pub(super) end: GroupId,
}

impl Figures {
    pub(super) fn clear(&mut self) {
        self.list.clear();
        self.date = None;
        self.direction = None;
        self.multiple = None;
        self.borne = false;
        self.end = 0;
    }

    pub(super) fn of(&self, slot: Slot) -> impl Iterator<Item = &Figure> {
        self.list.iter().filter(move |figure| figure.slot == slot)
    }

    /// The bits of the slots that they fill.
    pub(super) fn slots(&self) -> u64 {
        let multiple = self.multiple.map(|_| Slot::Change);
        let object = self.borne.then_some(Slot::Object);
        let told = self.list.iter().map(|figure| figure.slot);
        Slot::bits(told.chain(multiple).chain(object))
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
    pub(super) words: &'a ClauseWords,
    /// Whether a noun names what statistics measure (`sales`, `output`).
    pub(super) is_measure: &'a dyn Fn(WordId) -> bool,
}

/// Whether the phrase before a group ranks something: "$80, the highest since 2014".
pub(super) fn ranks(reading: &Reading<'_>, clauses: &Clauses, at: GroupId) -> bool {
    let before = clauses.groups[..at].iter().rev().take(4);
    let phrase = before.take_while(|group| {
        !matches!(
            group.kind,
            GroupKind::Comma | GroupKind::Stop | GroupKind::Verb(_)
        )
    });
    let mut tokens = phrase.flat_map(|group| group.first as usize..group.end as usize);
    tokens.any(|token| {
        let word = reading.word(token);
        let known = token > 0 && reading.is(token - 1, "the");
        let superlative = || {
            let tags = reading.lexicon.word(reading.ids[token]).tags;
            word.len() > 4 && word.ends_with("est") && tags.has(Tag::Adjective)
        };
        known && matches!(word, "most" | "least" | "first") || superlative()
    })
}

impl Movements {
    /// The figures that belong to the verb or noun at `at`.
    pub(super) fn figures(&self, source: Source<'_, '_>, at: GroupId, out: &mut Figures) {
        let verb = at;
        let at = self.figure_bearer(source.clauses, verb).unwrap_or(verb);
        if self.is_levied_on(source.clauses, at) || self.is_shared(source, at) {
            return;
        }
        let mut scan = self.scan(source, at, out);
        scan.out.borne = at != verb;
        // "sales, including exports, were 300": the figures behind the aside are not of what it names.
        if self.is_aside(source.clauses, at) {
            let ends = |group: &Group| matches!(group.kind, GroupKind::Comma | GroupKind::Verb(_));
            let behind = source.clauses.groups[at + 1..].iter().position(ends);
            scan.until = behind.map_or(scan.until, |behind| at + 1 + behind);
        }
        match source.clauses.verb(at) {
            Some(verb) => {
                let particle = verb.particle.and_then(|particle| self.moves(particle));
                scan.direction = particle.or_else(|| self.moves(verb.lemma));
                // "rose 12 cents", "settled up 45 cents"
                if scan.direction.is_some() {
                    scan.link = Link::Move;
                }
                scan.multiply(verb);
                if let Some(number) = self.number_ahead(source, at) {
                    scan.take_ahead(number);
                }
            }
            None => match self.moved(source.reading, source.clauses, at) {
                Some(_) => scan.compound(),
                None => {
                    scan.before();
                    scan.beside();
                    scan.own_change();
                    scan.carried();
                    scan.joined_measure();
                }
            },
        }
        scan.after();
        if !scan.verb {
            scan.changed_in_front();
        }
        if scan.out.date.is_none() {
            scan.fronted();
        }
        scan.opened();
    }

    /// Whether a noun only tells what a tax, a limit or the like is on: "the ceiling on exports".
    fn is_levied_on(&self, clauses: &Clauses, at: GroupId) -> bool {
        // "the gap between exports and imports"
        let at = clauses.noun(at).and_then(|noun| noun.chain).unwrap_or(at);
        let hangs = clauses.noun(at).is_some_and(|noun| noun.preposition.is_some());
        let phrase = clauses.groups[..at].iter().rev().take(PHRASE);
        let phrase = phrase.map_while(|group| match &group.kind {
            GroupKind::Noun(noun) => Some(Some(noun.lemma)),
            GroupKind::Preposition(_) => Some(None),
            _ => None,
        });
        hangs && phrase.flatten().any(|noun| self.levies.contains(noun))
    }

    /// Whether a noun only tells what a share is of: "8% of its output, up from 2.5%".
    fn is_shared(&self, source: Source<'_, '_>, at: GroupId) -> bool {
        let clauses = source.clauses;
        let of = clauses.noun(at).and_then(|noun| noun.preposition);
        let of = of
            .filter(|of| matches!(clauses.groups[*of].kind, GroupKind::Preposition(word) if word == self.of));
        let share = of.and_then(|of| clauses.groups.get(of.checked_sub(1)?));
        share.is_some_and(|share| {
            let mut figures = source.mentions.within(share.first, share.end);
            figures.any(|figure| figure.kind() == Kind::Percent && figure.end == share.end)
        })
    }

    /// The token of the noun that the noun at `at` moves: "a 5% sales drop".
    pub(super) fn moved(&self, reading: &Reading<'_>, clauses: &Clauses, at: GroupId) -> Option<usize> {
        let noun = clauses.noun(at)?;
        self.noun_moves(noun.lemma)?;
        let before = (noun.head as usize).checked_sub(1)?;
        let noun = matches!(reading.tag(before), Tag::Noun | Tag::NounPlural);
        (noun && before >= clauses.groups[at].first as usize).then_some(before)
    }

    /// Whether a noun hangs on `including` and the like.
    fn is_aside(&self, clauses: &Clauses, at: GroupId) -> bool {
        let preposition = clauses.noun(at).and_then(|noun| noun.preposition);
        let group = preposition.and_then(|preposition| clauses.groups.get(preposition));
        group.is_some_and(
            |group| matches!(group.kind, GroupKind::Preposition(word) if self.include.contains(&word)),
        )
    }

    /// The figures that stand behind the label that ends at `at`, in an item of a list or a row of a table.
    pub(super) fn row(&self, source: Source<'_, '_>, at: GroupId, out: &mut Figures) {
        let mut scan = self.scan(source, at, out);
        scan.line = true;
        scan.statistic = true;
        scan.link = Link::Reach;
        scan.after();
    }

    /// The figures of the name at `at`, up to the group `until`.
    pub(super) fn member(&self, source: Source<'_, '_>, at: GroupId, until: GroupId, out: &mut Figures) {
        let mut scan = self.scan(source, at, out);
        scan.line = true;
        scan.statistic = true;
        scan.link = Link::Reach;
        scan.until = until;
        scan.after();
    }

    /// The figures behind the group `at`, which takes up a statistic again without its verb, "and France 6.2 percent", or
    /// with one more behind a time.
    /// `by_amount`: the statistic moved by an amount.
    pub(super) fn gapped(
        &self,
        source: Source<'_, '_>,
        at: GroupId,
        direction: Option<Direction>,
        by_amount: bool,
        out: &mut Figures,
    ) {
        let mut scan = self.scan(source, at, out);
        scan.main = true;
        scan.statistic = true;
        scan.direction = direction;
        scan.link = if by_amount { Link::Move } else { Link::Reach };
        // "and for the half-year fell 2%"
        if let Some(verb) = source.clauses.verb(at) {
            scan.out.date = at.checked_sub(1).and_then(|time| scan.date_in(time));
            if let Some(found) = self.of(verb.lemma) {
                scan.turn(found);
            }
            scan.multiply(verb);
        } else if source.clauses.noun(at).is_some_and(|noun| noun.time) {
            // "in 2024 280 tonnes"
            scan.out.date = scan.date_in(at);
        }
        scan.after();
    }

    /// The change that a verb tells by itself.
    fn multiple(&self, reading: &Reading<'_>, verb: &VerbGroup) -> Option<(Span, Multiple)> {
        Some(self.told_by(reading, verb.head as usize, self.percent(verb.lemma)?))
    }

    /// The change that the word at a token tells by itself.
    fn told_by(&self, reading: &Reading<'_>, token: usize, percent: i16) -> (Span, Multiple) {
        let bound = quantity::bound_before(reading, token).map_or(Bound::Exact, |(_, bound)| bound);
        (reading.span(token..token + 1), Multiple { percent, bound })
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
            moved: None,
            direction: None,
            statistic: verb,
            mute: Mute::No,
            main: verb,
            line: false,
            aside: false,
            compared: false,
            another: false,
            link: Link::Other,
            here: 0,
            until: source.clauses.groups.len(),
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
    /// The way of a noun that moves the measure before it: whatever happens to a rise, it tells one.
    moved: Option<Direction>,
    direction: Option<Direction>,
    /// Something moves or is reached: figures count.
    statistic: bool,
    mute: Mute,
    /// The verb has been read.
    main: bool,
    /// An item of a list: a label, a colon, figures parted by commas.
    line: bool,
    /// The figures so far are those of a relative clause.
    aside: bool,
    /// What follows belongs to the figure of a comparison.
    compared: bool,
    /// What follows is a measure that the figure is compared with, whose time is its own: "against a profit of $2m in May".
    another: bool,
    link: Link,
    /// The group that is being read.
    here: GroupId,
    /// The first group that is not read.
    until: GroupId,
    out: &'o mut Figures,
}
