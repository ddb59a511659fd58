//! Rules: which words mean an event, and which slot fills which role. The wording stands in `.rules` files; the
//! grammar that fills the slots is [`crate::clause`].

mod actor;
mod anaphora;
mod antecedent;
mod apply;
mod attempt;
mod bare;
mod bearing;
mod bracketed;
mod compile;
mod condition;
mod content;
mod continuation;
mod country;
mod course;
mod definition;
mod demand;
mod event_type;
mod examples;
mod fill;
mod filler;
mod frame;
mod gapping;
mod gather;
mod label;
mod member;
mod miss;
mod parallel;
mod parse;
mod parted;
mod partner;
mod place;
mod quoted;
mod release;
mod setting;
mod share;
mod signs;
mod speaking;
mod stand_in;
mod standing;
mod statistic;
mod status;
#[cfg(test)]
mod tests;
mod together;
mod topic;
mod trigger;
mod ware;

pub(crate) use apply::{Applier, Buffers};
pub(crate) use condition::is_reporter;
use definition::Condition;
pub(crate) use definition::{Accept, Inherits, Rule};
pub(crate) use event_type::Stray;
use event_type::{Actor, EventType, National};
pub use examples::FailedExample;
pub(crate) use examples::{check, Example};
pub use filler::Filler;
pub(crate) use frame::{Frame, DATE, PLACE};
pub(crate) use gather::SUM;
pub(crate) use miss::{Note, Why};
use statistic::Multiple;
pub use status::Status;
use trigger::{Idiom, Trigger, TriggerSort, Triggers};
pub(crate) use ware::Wares;

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::clause::ClauseWords;
use crate::error::BuildError;
use crate::lexicon::{parts, ClassWords, Lexicon, WordId, WordSet};
use crate::mention::Origin;
use status::StatusWords;

/// A rule file, by the name it was handed over with.
#[derive(Debug)]
pub(crate) struct RuleFile {
    pub(crate) name: String,
    /// Kept to show its lines: those that come with the crate stand in the binary.
    text: Cow<'static, str>,
}

impl RuleFile {
    fn new(name: &str, text: Cow<'static, str>) -> Self {
        Self {
            name: name.to_owned(),
            text,
        }
    }
}

/// All rules, compiled against the lexicon.
#[derive(Debug)]
pub(crate) struct RuleSet {
    pub(crate) files: Vec<RuleFile>,
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
    /// `outside`: near a town, not in a country.
    outside: WordId,
    /// `since`: what has been so since a day began on it.
    since: WordId,
    /// The prepositions of a time that only bounds when something happens.
    bounds: Vec<WordId>,
    /// Prepositions of what came before or is why: `after a strike in May`.
    circumstances: WordSet,
    /// Verbs behind which `whether` tells what somebody wants to know.
    asks: WordSet,
    /// What is signed: where that was is not where what it is for will be.
    accords: WordSet,
    /// Nouns for what has a place before them, besides those that stand for who has it: `the Mombasa auction`.
    sites: WordSet,
    /// What sells or mends things where people live, in whose plural a country is where that is: `its Swiss restaurants`.
    outlets: WordSet,
    /// Nouns for going somewhere: `a visit to Lima`.
    trips: WordSet,
    /// Verbs for it: `flew to Lima`.
    travels: WordSet,
    /// What tells which of several a thing is: `third`, `only`.
    ranks: WordSet,
    /// Verbs that tell where something is for sale: `sold in Peru`.
    marketed: WordSet,
    /// What stands for a country that one trades with: `that market`.
    partners: WordSet,
    /// Verbs that are at the time of what they govern: `begin selling`.
    timed: WordSet,
    /// The prepositions before a noun that tells a purpose or state: `for sale`.
    purposes: Vec<WordId>,
    /// The rule by which quotations are told that nobody is told to say.
    quotes: Option<usize>,
    status: StatusWords,
    movements: statistic::Movements,
    anaphors: anaphora::Anaphors,
    pub(crate) examples: Vec<Example>,
}

impl RuleSet {
    /// Compiles the rule files that come with the crate, by name and text, then a user's own.
    pub(crate) fn build<'t>(
        lexicon: &'t Lexicon,
        builtin: impl Iterator<Item = (&'static str, &'static str)>,
        own: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, BuildError> {
        let classes = ClassWords::new(lexicon);
        let mut set = Self {
            files: Vec::new(),
            events: Vec::new(),
            rules: Vec::new(),
            triggers: FxHashMap::default(),
            lists: Vec::new(),
            measures: FxHashSet::default(),
            words: ClauseWords::new(lexicon, &classes),
            gate: demand::Gate::default(),
            places: [
                "in",
                "at",
                "near",
                "across",
                "inside",
                "within",
                "outside",
                "throughout",
            ]
            .map(|word| lexicon.find(word))
            .to_vec(),
            circumstances: classes.of("circumstance"),
            asks: classes.of("ask"),
            accords: classes.of("accord"),
            sites: classes.of("site"),
            outlets: classes.of("outlet"),
            trips: classes.of("trip"),
            travels: classes.of("travel"),
            ranks: classes.of("rank"),
            marketed: classes.of("marketed"),
            partners: classes.of("partner"),
            timed: classes.of("timed"),
            purposes: ["for", "on"].map(|word| lexicon.find(word)).to_vec(),
            outside: lexicon.find("outside"),
            since: lexicon.find("since"),
            bounds: ["since", "until", "till"].map(|word| lexicon.find(word)).to_vec(),
            quotes: None,
            status: StatusWords::new(lexicon, &classes),
            movements: statistic::Movements::new(lexicon, &classes),
            anaphors: anaphora::Anaphors::new(lexicon, &classes),
            examples: Vec::new(),
        };
        let mut shared = compile::offices(lexicon);
        for (file, text) in builtin {
            set.files.push(RuleFile::new(file, text.into()));
            compile::compile(&mut set, &mut shared, lexicon, file, text)?;
        }
        for event in &mut set.events {
            event.sealed = true;
        }
        for (file, text) in own {
            set.files.push(RuleFile::new(file, text.to_owned().into()));
            compile::compile(&mut set, &mut shared, lexicon, file, text)?;
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
        Origin::new(&self.files[rule.file as usize].name, rule.line, &rule.name)
    }

    /// A line of the file that a rule stands in, as it is written there.
    fn line(&self, rule: &Rule, number: u32) -> &str {
        let mut lines = parts(&self.files[rule.file as usize].text, b'\n');
        let line = lines.nth((number as usize).saturating_sub(1));
        line.unwrap_or_default().trim_ascii()
    }

    /// The event type whose statistics alone a noun measures by itself, where that type has lists: that of `exports`,
    /// but none for `shipments`.
    fn measured_by(&self, lemma: WordId) -> Option<usize> {
        // What must not stand beside a noun stands beside none that stands alone.
        let only = |strict: bool| {
            let mut events = self.triggers(lemma, TriggerSort::Noun).filter_map(|trigger| {
                let rule = &self.rules[trigger.rule];
                let asks = |condition: &Condition| strict || condition.wanted;
                // What only tells a part of a figure measures nothing by itself.
                let plain = rule.under.is_empty()
                    && (strict || !rule.claims)
                    && rule.beside.is_empty()
                    && rule.apart.is_empty()
                    && !rule.conditions.iter().any(asks);
                let lists = self.events[rule.event].lines.is_some();
                let measures = rule.reads_figures() && !rule.follows && trigger.particle.is_none();
                (measures && plain && lists).then_some(rule.event)
            });
            let first = events.next()?;
            events.all(|event| event == first).then_some(first)
        };
        only(true).or_else(|| only(false))
    }

    /// The event type whose statistics alone a noun goes on with, among those told of: `markets` with exports, `suppliers`
    /// with imports.
    fn parted_by(&self, lemma: WordId, told: impl Fn(usize) -> bool) -> Option<usize> {
        let only = |follows: bool| {
            let mut events = self.triggers(lemma, TriggerSort::Noun).filter_map(|trigger| {
                let rule = &self.rules[trigger.rule];
                let lists = self.events[rule.event].lines.is_some() && rule.reads_figures();
                (rule.follows == follows && lists && told(rule.event)).then_some(rule.event)
            });
            let first = events.next()?;
            events.all(|event| event == first).then_some(first)
        };
        only(true).or_else(|| only(false))
    }

    /// Whether the noun of a trigger names what statistics of its event type alone measure, whatever stands beside it.
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

    /// Whether a word introduces the figure that another is compared with.
    pub(crate) fn compares(&self, word: WordId) -> bool {
        self.movements.compares(word)
    }

    /// Whether a verb tells how much of a measure is whose: `account`, `make up`.
    pub(crate) fn tells_share(&self, verb: WordId) -> bool {
        self.movements.tells_share(verb)
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
