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
mod examples;
mod fill;
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

pub(crate) use apply::{Applier, Buffers, Frame, DATE, PLACE};
pub(crate) use condition::is_reporter;
pub(crate) use examples::check;
pub use fill::Filler;
pub(crate) use miss::{Note, Why};
pub use statistic::Multiple;
pub use status::Status;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::clause::{ClauseWords, Slot};
use crate::error::BuildError;
use crate::lexicon::{Lexicon, WordId, WordSet};
use crate::mention::organisation::Sort;
use crate::mention::{Kind, Mention, Origin, Value};
use crate::reading::Reading;
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

/// An event type: its name and roles.
#[derive(Debug)]
pub(crate) struct EventType {
    pub(crate) name: String,
    /// A day to come makes it planned, even where its verb is past: "named from May".
    pub(crate) ahead: bool,
    /// The figure that another is compared with makes no event of its own: "raised the price to $5 from $4".
    pub(crate) uncompared: bool,
    /// Figures told of the same one in sentences that follow are one event: profit, then revenue.
    pub(crate) together: bool,
    /// What the rules of the type omit.
    omits: Vec<usize>,
    pub(crate) roles: Vec<Role>,
    /// The rule by which items of lists and rows of tables are told.
    lines: Option<usize>,
    /// Whom `the plant` stands for in the sentences after: who fills this role.
    holder: Option<usize>,
    /// The role of who acts, which the sentences around fill where the sentence names nobody in it.
    actor: Option<Actor>,
    /// The role that what a count counts fills, where nothing else does: `12,500 cars` are cars.
    counted: Option<Counted>,
}

/// `actor employer`
#[derive(Clone, Copy, Debug)]
struct Actor {
    role: usize,
    /// Only the words of the same sentence tell who it is.
    near: bool,
}

/// `counted goods count : !@general`
#[derive(Debug)]
struct Counted {
    role: usize,
    count: usize,
    /// What it is not, if it is one of those words.
    accept: Vec<Accept>,
}

/// A role of an event type.
#[derive(Debug)]
pub(crate) struct Role {
    pub(crate) name: String,
    /// In the order of preference.
    pub(crate) kinds: Vec<Accept>,
    /// It takes no amount of money that is told for a share or a piece.
    total: bool,
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
    /// The role that who was last told of fills, where the sentence leaves it open: "Output rose".
    topic: Option<usize>,
    /// What fills the first of two roles fills the second, unless somebody else was told of in that.
    shifts: Vec<(usize, usize)>,
    /// The role whose figure is below nothing: a loss.
    negative: Option<usize>,
    fills: Vec<Fill>,
    /// Whether a role is taken from a figure of a statistic.
    figures: bool,
    /// Each must have one of its roles filled.
    needs: Vec<Vec<usize>>,
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
#[derive(Debug)]
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

/// A word that may mean an event.
#[derive(Clone, Copy, Debug)]
struct Trigger {
    rule: usize,
    sort: TriggerSort,
    /// The particle that a verb must have (`send off`), or the preposition right after it (`call on`,
    /// `according to`); the word that must stand before a noun (`joint venture`).
    particle: Option<WordId>,
    idiom: Option<Idiom>,
}

impl Trigger {
    /// A further word without which it is none.
    fn other(&self) -> Option<WordId> {
        self.idiom.map(|idiom| idiom.noun).or(self.particle)
    }
}

/// The noun that belongs to a verb in an idiom, and the slot it stands in: `cut the ribbon`, `go on sale`.
#[derive(Clone, Copy, Debug)]
struct Idiom {
    slot: Slot,
    noun: WordId,
}

/// The triggers of one word and sort, in the order of the rule files.
#[derive(Debug, Default)]
struct Triggers {
    /// They say nothing of what the verb means elsewhere, so they take nothing from the others.
    idioms: Vec<Trigger>,
    bare: Vec<Trigger>,
    /// Those that another word belongs to: they say more than the bare ones.
    longer: Vec<Trigger>,
}

impl Triggers {
    fn all(&self) -> impl Iterator<Item = &Trigger> {
        self.idioms.iter().chain(&self.bare).chain(&self.longer)
    }
}

/// The part of speech of a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum TriggerSort {
    Verb,
    Noun,
    Preposition,
}

impl TriggerSort {
    const ALL: [Self; 3] = [Self::Verb, Self::Noun, Self::Preposition];
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
        set.gate = demand::Gate::new(lexicon, &set);
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

impl EventType {
    /// Whether who acts is told by the sentences around, where a sentence names nobody.
    pub(crate) fn acts(&self) -> bool {
        self.actor.is_some_and(|actor| !actor.near)
    }

    /// Whether it tells of something that somebody has, which the sentences after only call "the plant" or the like.
    pub(crate) fn is_held(&self) -> bool {
        self.holder.is_some()
    }

    /// What a frame's count counts, for the role that it fills where nothing else does.
    pub(crate) fn counted<'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &[Mention<'x>],
        roles: &[(usize, Filler<'x>)],
    ) -> Option<(usize, Filler<'x>)> {
        let counted = self.counted.as_ref()?;
        if roles.iter().any(|(role, _)| *role == counted.role) {
            return None;
        }
        let (_, filler) = roles.iter().find(|(role, _)| *role == counted.count)?;
        let mention = mentions.get(filler.mention?.index())?;
        let Value::Count { noun: Some(_), .. } = mention.value() else {
            return None;
        };
        let noun = mention.end as usize - 1;
        let mut first = noun;
        while first > mention.first as usize + 2
            && reading.tokens[first - 1].is_hyphen()
            && reading.tokens[first - 1].glued()
        {
            first -= 2;
        }
        let lemma = reading.lexicon.word(reading.ids[noun]).lemma(reading.tag(noun));
        let lemma = lemma.unwrap_or(reading.ids[noun]);
        let barred = |accept: &Accept| matches!(accept, Accept::Not(words) if words.contains(lemma));
        let fits = reading.tag(noun).is_noun() && !counted.accept.iter().any(barred);
        fits.then(|| {
            (
                counted.role,
                Filler::of_words(reading.span(first..noun + 1), "counted"),
            )
        })
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
