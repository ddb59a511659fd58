//! Rules: which words mean an event, and which slot fills which role. The wording stands in `.rules` files; the
//! grammar that fills the slots is [`crate::clause`].

mod actor;
mod anaphora;
mod antecedent;
mod apply;
mod compile;
mod condition;
mod country;
mod course;
mod demand;
mod event_type;
mod examples;
mod fill;
mod filler;
mod frame;
mod gapping;
mod gather;
mod member;
mod miss;
mod parse;
mod place;
mod setting;
mod share;
mod signs;
mod stand_in;
mod statistic;
mod status;
#[cfg(test)]
mod tests;
mod topic;
mod trigger;

pub(crate) use apply::{Applier, Buffers};
pub(crate) use condition::is_reporter;
use event_type::{Actor, Counted, EventType, Role};
pub(crate) use examples::check;
pub use filler::Filler;
pub(crate) use frame::{Frame, DATE, PLACE};
pub(crate) use miss::{Note, Why};
pub use statistic::Multiple;
pub use status::Status;
use trigger::{Idiom, Trigger, TriggerSort, Triggers};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::clause::{ClauseWords, Slot};
use crate::error::BuildError;
use crate::lexicon::{Lexicon, WordId, WordSet};
use crate::mention::organisation::Sort;
use crate::mention::{Kind, Origin};
use status::StatusWords;

/// All rules, compiled against the lexicon.
#[derive(Debug)]
pub(crate) struct RuleSet {
    pub(crate) files: Vec<String>,
    pub(crate) events: Vec<EventType>,
    pub(crate) rules: Vec<Rule>,
    /// The place of its triggers in `lists` by lemma of their first word.
    triggers: FxHashMap<(WordId, TriggerSort), usize>,
    lists: Vec<Triggers>,
    /// The nouns for what statistics measure (`sales`, `output`).
    measures: FxHashSet<WordId>,
    pub(crate) words: ClauseWords,
    gate: demand::Gate,
    /// The prepositions of places.
    places: Vec<WordId>,
    /// The prepositions of a time that only bounds when something happens.
    bounds: Vec<WordId>,
    /// The prepositions before a noun that tells a purpose or state: `for sale`.
    purposes: Vec<WordId>,
    status: StatusWords,
    movements: statistic::Movements,
    anaphors: anaphora::Anaphors,
    pub(crate) examples: Vec<Example>,
}

/// What a role takes.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// No noun group whose head is one of these lemmas, and no such noun before another.
    Not(WordSet),
    /// No organisation that is known to be of that sort.
    NoSort(Sort),
    /// A count of things whose noun is one of these lemmas.
    Counted(WordSet),
    /// A measure in one of these units, by their symbols.
    Measured(Vec<String>),
    /// One of these words, set by a rule.
    Word(Vec<String>),
}

/// A rule: triggers, slots and conditions.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) file: u16,
    pub(crate) line: u32,
    /// `export.ship`
    pub(crate) name: String,
    pub(crate) event: usize,
    /// The verbs that must govern a noun trigger, if any.
    under: Vec<(WordId, Option<WordId>)>,
    /// The verbs that must not govern it.
    not_under: Vec<(WordId, Option<WordId>)>,
    /// Planned, it counts as done: an aim that is set.
    settled: bool,
    /// What is denied is what happens: contracts are not renewed.
    turned: bool,
    /// Its figures belong to no event of another type.
    claims: bool,
    /// One of these words must stand in the trigger's phrase, none of those.
    beside: WordSet,
    without: WordSet,
    /// The noun must hang on none of these prepositions.
    apart: WordSet,
    /// Items of lists and rows of tables are told by it where the statistic before them is of its event type.
    lines: bool,
    /// The statistic before it must be of its event type: "Chery alone loaded 120,000 cars".
    follows: bool,
    /// It only tells how something is that another rule's event is about: "the plant covers 40 acres".
    describes: bool,
    /// What it finds is no happening that other rules of the type tell of: a plant that stands still has no output.
    distinct: bool,
    /// The role that who was last told of fills, where the sentence leaves it open: "Output rose".
    topic: Option<usize>,
    /// What fills the first of two roles fills the second, unless somebody else was told of in that.
    shifts: Vec<(usize, usize)>,
    /// Of several that fill the first of two roles, those after the first fill the second: who merges with whom.
    others: Option<(usize, usize)>,
    /// The role whose figure is below nothing: a loss.
    negative: Option<usize>,
    fills: Vec<Fill>,
    /// Whether a role is taken from a figure of a statistic.
    figures: bool,
    /// Each must have one of its roles filled.
    needs: Vec<Vec<usize>>,
    /// The role that takes no less than two fillers.
    several: Option<usize>,
    /// Roles that the sentence before may fill.
    inherits: Vec<Inherits>,
    /// The statuses that the rule is for; empty: all.
    when: Vec<Status>,
    status: Option<Status>,
    /// Roles that the rule sets to a word.
    sets: Vec<(usize, String)>,
    /// Each must hold.
    conditions: Vec<Condition>,
    /// The role of which each filler makes an event of its own.
    each: Option<usize>,
    /// Date and place, if they are not to be taken from the clause at large.
    omits: Vec<usize>,
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
struct Condition {
    /// Whether the slots must give something, or must not.
    wanted: bool,
    slots: Slots,
    /// None: any noun group will do.
    accept: Vec<Accept>,
    /// What a sentence must hold for it; none if any may do.
    takes: Option<signs::Kinds>,
    line: u32,
}

/// Slots that are asked together.
#[derive(Debug)]
struct Slots {
    list: Vec<Slot>,
    bits: u64,
}

impl Slots {
    fn new(list: Vec<Slot>) -> Self {
        Self {
            bits: Slot::bits(list.iter().copied()),
            list,
        }
    }
}

/// `destination  to, for : country, place`
#[derive(Debug)]
struct Fill {
    role: usize,
    /// The first that gives something wins; those of an inner list are taken together.
    slots: Vec<Slots>,
    /// The bits of all slots.
    bits: u64,
    /// Where phrases are taken as well, the mentions alone: they are tried first.
    named: Option<Choice>,
    whole: Choice,
    /// Whether one filler is enough.
    single: bool,
    /// Whether a figure of a statistic may fill the role.
    figures: bool,
}

/// What a fill tries.
#[derive(Debug)]
struct Choice {
    accept: Vec<Accept>,
    /// What a sentence must hold for it; none if any may do.
    takes: Option<signs::Kinds>,
}

impl Fill {
    /// All that it takes.
    fn accept(&self) -> &[Accept] {
        &self.whole.accept
    }

    /// What is tried in turn.
    fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.named.iter().chain([&self.whole])
    }

    /// All slots that it is taken from.
    fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().flat_map(|slots| &slots.list)
    }
}

/// A hit or a miss in a rule file.
#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) file: u16,
    pub(crate) line: u32,
    pub(crate) event: usize,
    pub(crate) text: String,
    /// What must come out; `None`: no event of the type.
    pub(crate) expected: Option<String>,
}

impl RuleSet {
    /// Compiles rule files.
    pub(crate) fn build<'t>(
        lexicon: &Lexicon,
        files: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, BuildError> {
        let mut set = Self {
            files: Vec::new(),
            events: Vec::new(),
            rules: Vec::new(),
            triggers: FxHashMap::default(),
            lists: Vec::new(),
            measures: FxHashSet::default(),
            words: ClauseWords::new(lexicon),
            gate: demand::Gate::default(),
            places: ["in", "at", "near", "across", "inside", "within", "outside"]
                .map(|word| lexicon.find(word))
                .to_vec(),
            purposes: ["for", "on"].map(|word| lexicon.find(word)).to_vec(),
            bounds: ["since", "until", "till"].map(|word| lexicon.find(word)).to_vec(),
            status: StatusWords::new(lexicon),
            movements: statistic::Movements::new(lexicon),
            anaphors: anaphora::Anaphors::new(lexicon),
            examples: Vec::new(),
        };
        for (name, text) in files {
            set.files.push(name.to_owned());
            let lines = parse::parse(name, text)?;
            compile::compile(&mut set, lexicon, name, lines)?;
        }
        let nouns = set.triggers.iter().filter(|((_, sort), list)| {
            let measures = |trigger: &Trigger| {
                let rule = &set.rules[trigger.rule];
                // What a verb must govern to tell figures tells none by itself.
                rule.reads_figures() && rule.under.is_empty()
            };
            *sort == TriggerSort::Noun && set.lists[**list].all().any(measures)
        });
        set.measures = nouns.map(|((lemma, _), _)| *lemma).collect();
        set.gate = demand::Gate::new(lexicon, &mut set);
        Ok(set)
    }

    /// The file, line and name of a rule.
    pub(crate) fn origin(&self, rule: usize) -> Origin<'_> {
        let rule = &self.rules[rule];
        Origin::new(&self.files[rule.file as usize], rule.line, &rule.name)
    }

    /// Whether the noun of a trigger names what statistics of one event type alone measure: `exports`, but not
    /// `shipments`.
    fn measures_one(&self, trigger: &Trigger, lemma: WordId) -> bool {
        let others = self.triggers(lemma, TriggerSort::Noun).filter(|other| {
            let rule = &self.rules[other.rule];
            rule.reads_figures() && !rule.follows && rule.under.is_empty()
        });
        let event = self.rules[trigger.rule].event;
        trigger.sort == TriggerSort::Noun
            && others
                .map(|other| self.rules[other.rule].event)
                .all(|other| other == event)
    }

    /// Whether a noun names what statistics measure.
    fn is_measure(&self, lemma: WordId) -> bool {
        self.measures.contains(&lemma)
    }

    /// The triggers of a sort that begin with a word of this lemma.
    fn triggers(&self, lemma: WordId, sort: TriggerSort) -> impl Iterator<Item = &Trigger> {
        let list = self.triggers.get(&(lemma, sort));
        list.into_iter().flat_map(|list| self.lists[*list].all())
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
        self.describes && !self.inherits.is_empty()
    }

    /// Whether its figures belong to no event of another type.
    pub(crate) fn claims(&self) -> bool {
        self.claims
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

    /// Whether it tells the figure of a period: no aim, and nothing that is decided now and takes effect later.
    pub(crate) fn measures(&self) -> bool {
        self.figures && !self.settled && self.status.is_none()
    }

    /// Whether it goes on with a figure told in the sentences before.
    pub(crate) fn follows(&self) -> bool {
        self.follows
    }

    /// The roles that figures of a statistic fill.
    pub(super) fn figure_roles(&self) -> impl Iterator<Item = usize> + '_ {
        self.fills
            .iter()
            .filter(|fill| fill.figures)
            .map(|fill| fill.role)
    }
}
