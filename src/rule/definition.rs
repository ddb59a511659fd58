//! A rule as it stands compiled: what calls it, what it takes, and what must hold.

use super::continuation::Bearer;
use super::{signs, Status};
use crate::clause::Slot;
use crate::lexicon::{WordId, WordSet};
use crate::mention::organisation::Sort;
use crate::mention::Kind;

/// What a role takes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Accept {
    /// A mention of that kind.
    Kind(Kind),
    /// An organisation that is known to be of that sort.
    Sort(Sort),
    /// A person who is called a minister, governor or the like.
    Official,
    /// A noun group that is no mention.
    Phrase,
    /// A noun group with a capitalised head that is no mention: a name that no list has.
    Name,
    /// A pronoun that stands for a thing: `it`, `they`.
    Pronoun,
    /// A noun group whose head is one of these lemmas.
    Words(WordSet),
    /// A noun group in which one of these lemmas stands, its head or before it: "oil futures".
    With(WordSet),
    /// Whose a noun group is whose head is one of these lemmas: `Tesla` for "Tesla's Shanghai plant" and for
    /// "executives of Tesla".
    Owner(WordSet),
    /// Where such a noun group sits: `Peru` for "dealers in Peru".
    In(WordSet),
    /// Who does what a participle of one of these verbs says of the noun group: `Bosch` for "a syrup made by Bosch".
    By(WordSet),
    /// The office of a person, its head one of these lemmas: `chairman` for "Ann Roe" where "Ann Roe, chairman of Bosch," was
    /// told of.
    Title(WordSet),
    /// No noun group whose head is one of these lemmas, and no such noun before another.
    Not(WordSet),
    /// No organisation that is known to be of that sort.
    NoSort(Sort),
    /// A count of things whose noun is one of these lemmas.
    Counted(WordSet),
    /// A count that names nothing: "another 200".
    Number,
    /// A measure in one of these units, by their symbols.
    Measured(Vec<String>),
    /// One of these words, set by a rule.
    Word(Vec<String>),
}

/// A verb, perhaps with its particle: `send off`.
pub(super) type PhrasalVerb = (WordId, Option<WordId>);

/// A rule: triggers, slots and conditions.
#[derive(Debug, Default)]
pub(crate) struct Rule {
    pub(crate) file: u16,
    pub(crate) line: u32,
    /// `export.ship`
    pub(crate) name: String,
    pub(crate) event: usize,
    /// The verbs that must govern a noun trigger, if any.
    pub(super) under: Vec<PhrasalVerb>,
    /// The verbs that must not govern it.
    pub(super) not_under: Vec<PhrasalVerb>,
    /// Planned, it counts as done: an aim that is set.
    pub(super) settled: bool,
    /// What is denied is what happens: contracts are not renewed.
    pub(super) turned: bool,
    /// Its figures belong to no event of another type.
    pub(super) claims: bool,
    /// One of these words must stand in the trigger's phrase, none of those.
    pub(super) beside: WordSet,
    pub(super) without: WordSet,
    /// The noun must hang on none of these prepositions.
    pub(super) apart: WordSet,
    /// It must hang on one of these, if there are any.
    pub(super) hangs: WordSet,
    /// Items of lists and rows of tables are told by it where the statistic before them is of its event type.
    pub(super) lines: bool,
    /// Quotations are told by it that no verb of saying goes with: `Mary Robinson, a baker: “It is full.”`
    pub(super) quotes: bool,
    /// The statistic before it must be of its event type: "Chery alone loaded 120,000 cars".
    pub(super) follows: bool,
    /// It is tried at verbs that mean nothing by themselves, where a figure is like that of the statistic before: "China
    /// swallowed 120,000 tonnes".
    pub(super) continues: Option<Bearer>,
    /// It only tells how something is that another rule's event is about: "the plant covers 40 acres".
    pub(super) describes: bool,
    /// What it finds belongs to the event of the type that was told last: "Ann Roe attended as well".
    pub(super) joins: bool,
    /// What it finds is no happening that other rules of the type tell of: a plant that stands still has no output.
    pub(super) distinct: bool,
    /// It reads items of lists alone that have no verb: "• 90 jobs".
    pub(super) items: bool,
    /// Participles that only say which things are meant are none of its triggers: "gloves made in China cost more".
    pub(super) nonrestrictive: bool,
    /// The theme of its event type, which the goods fill that the sentences before are about: "The price rose 4%".
    pub(super) themed: Option<usize>,
    /// The role that who was last told of fills, where the sentence leaves it open: "Output rose".
    pub(super) topic: Option<usize>,
    /// What fills the first of two roles fills the second, unless somebody else was told of in that.
    pub(super) shifts: Vec<(usize, usize)>,
    /// Of several that fill the first of two roles, those after the first fill the second: who merges with whom.
    pub(super) others: Option<(usize, usize)>,
    /// The role whose figure is below nothing: a loss.
    pub(super) negative: Option<usize>,
    pub(super) fills: Vec<Fill>,
    /// Whether a role is taken from a figure of a statistic.
    pub(super) figures: bool,
    /// Each must have one of its roles filled.
    pub(super) needs: Vec<Vec<usize>>,
    /// The role that takes no less than two fillers.
    pub(super) several: Option<usize>,
    /// Roles that the sentence before may fill.
    pub(super) inherits: Vec<Inherits>,
    /// The statuses that the rule is for; empty: all.
    pub(super) when: Vec<Status>,
    pub(super) status: Option<Status>,
    /// Roles that the rule sets to a word.
    pub(super) sets: Vec<(usize, String)>,
    /// Each must hold.
    pub(super) conditions: Vec<Condition>,
    /// The role of which each filler makes an event of its own.
    pub(super) each: Option<usize>,
    /// Date and place, if they are not to be taken from the clause at large.
    pub(super) omits: Vec<usize>,
}

/// `inherits exporter`, `inherits party from meeting.participant`
#[derive(Clone, Debug)]
pub(crate) struct Inherits {
    pub(crate) role: usize,
    /// The event type and the role that give it, if they are not of the rule's own type.
    pub(crate) source: Option<(String, String)>,
}

/// `given object, with : person`, `unless object`
#[derive(Debug)]
pub(super) struct Condition {
    /// Whether the slots must give something, or must not.
    pub(super) wanted: bool,
    pub(super) slots: Slots,
    /// Whether it asks for a figure of a statistic.
    pub(super) figures: bool,
    /// None: any noun group will do.
    pub(super) accept: Vec<Accept>,
    /// What a sentence must hold for it; none if any may do.
    pub(super) takes: Option<signs::Kinds>,
    pub(super) line: u32,
}

/// Slots that are asked together.
#[derive(Debug)]
pub(super) struct Slots {
    pub(super) list: Vec<Slot>,
    pub(super) bits: u64,
}

impl Slots {
    pub(super) fn new(list: Vec<Slot>) -> Self {
        Self {
            bits: Slot::bits(list.iter().copied()),
            list,
        }
    }
}

/// `destination  to, for : country, place`
#[derive(Debug)]
pub(super) struct Fill {
    pub(super) role: usize,
    /// The first that gives something wins; those of an inner list are taken together.
    pub(super) slots: Vec<Slots>,
    /// The bits of all slots.
    pub(super) bits: u64,
    /// Where phrases are taken as well, the mentions alone: they are tried first.
    pub(super) named: Option<Choice>,
    pub(super) whole: Choice,
    /// Whether one filler is enough.
    pub(super) single: bool,
    /// Whether a figure of a statistic may fill the role.
    pub(super) figures: bool,
}

/// What a fill tries.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) accept: Vec<Accept>,
    /// What a sentence must hold for it; none if any may do.
    pub(super) takes: Option<signs::Kinds>,
}

impl Fill {
    /// All that it takes.
    pub(super) fn accept(&self) -> &[Accept] {
        &self.whole.accept
    }

    /// What is tried in turn.
    pub(super) fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.named.iter().chain([&self.whole])
    }

    /// All slots that it is taken from.
    pub(super) fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().flat_map(|slots| &slots.list)
    }
}

impl Rule {
    /// The first of its needs of which no role is filled.
    pub(crate) fn lacks(&self, filled: impl Fn(usize) -> bool) -> Option<usize> {
        self.needs
            .iter()
            .position(|needs| !needs.iter().any(|role| filled(*role)))
    }

    /// The roles that the sentence before may fill.
    pub(crate) fn inherits(&self) -> &[Inherits] {
        &self.inherits
    }

    pub(crate) fn may_inherit(&self, role: usize) -> bool {
        self.inherits.iter().any(|inherits| inherits.role == role)
    }

    /// Whether the sentences before may fill a role where its rule is tried.
    pub(super) fn may_take(&self, role: usize) -> bool {
        self.topic == Some(role) || self.themed == Some(role)
    }

    /// Whether what it finds is another happening than what rules without the word find.
    pub(crate) fn is_distinct(&self) -> bool {
        self.distinct
    }

    /// Whether it only tells how something is that another rule's event is about.
    pub(crate) fn describes(&self) -> bool {
        self.describes
    }

    /// Whether it only adds to an event that the sentences before tell.
    pub(crate) fn adds(&self) -> bool {
        self.joins || self.describes && !self.inherits.is_empty()
    }

    /// Whether what it finds belongs to the event of the type that was told last.
    pub(crate) fn joins(&self) -> bool {
        self.joins
    }

    /// Whether its figures belong to no event of another type.
    pub(crate) fn claims(&self) -> bool {
        self.claims
    }

    /// Whether what it finds is aimed at and counts as done.
    pub(crate) fn is_aim(&self) -> bool {
        self.settled
    }

    /// The role of which each filler makes an event of its own.
    pub(crate) fn each(&self) -> Option<usize> {
        self.each
    }

    /// The role of who does it, where the sentence leaves it open.
    pub(crate) fn topic(&self) -> Option<usize> {
        self.topic
    }

    /// Whether a role is taken from a figure of a statistic.
    pub(crate) fn reads_figures(&self) -> bool {
        self.figures
    }

    /// Whether a role is taken from by how much a statistic moves.
    pub(super) fn tells_change(&self) -> bool {
        let mut slots = self.fills.iter().flat_map(Fill::slots);
        slots.any(|slot| *slot == Slot::Change)
    }

    /// Whether a role is taken from the trigger, which may be the name of a law then.
    pub(super) fn takes_name(&self) -> bool {
        self.fills.iter().any(|fill| {
            let law = |accept: &Accept| *accept == Accept::Kind(Kind::Policy);
            fill.bits & Slot::bits([Slot::Trigger]) != 0 && fill.accept().iter().any(law)
        })
    }

    /// Whether it tells the figure of a period: no aim, and nothing that is decided now and takes effect later.
    pub(crate) fn measures(&self) -> bool {
        self.figures && !self.settled && self.status.is_none()
    }

    /// Whether it goes on with a figure told in the sentences before.
    pub(crate) fn follows(&self) -> bool {
        self.follows
    }

    /// Whether it tells a member of the statistic before it by any verb.
    pub(crate) fn continues(&self) -> bool {
        self.continues.is_some()
    }

    /// Whether it tells the items of a list.
    pub(crate) fn tells_rows(&self) -> bool {
        self.lines
    }

    /// The roles that figures of a statistic fill.
    pub(super) fn figure_roles(&self) -> impl Iterator<Item = usize> + '_ {
        self.fills
            .iter()
            .filter(|fill| fill.figures)
            .map(|fill| fill.role)
    }
}
