//! The classes of the list `clause_words`: what the grammar asks for.

use rustc_hash::FxHashMap;

use super::{clause_word, Classes, Lexicon, List, WordId, WordSet};

macro_rules! classes {
    ($($name:literal $(= $flag:ident)?),* $(,)?) => {
        /// Their names.
        pub(super) const NAMES: &[&str] = &[$($name),*];

        /// What the words of a class are marked with, where each word of an article is asked for it.
        pub(super) fn mark(class: &str) -> Classes {
            match class {
                $($($name => Classes::$flag,)?)*
                _ => Classes::empty(),
            }
        }
    };
}

classes! {
    "accord",
    "ahead" = AHEAD,
    "aim" = AIM,
    "amount",
    "any company",
    "apart",
    "approval",
    "before noun" = BEFORE_NOUN,
    "body",
    "booked" = BOOKED,
    "circumstance",
    "clause" = CLAUSE,
    "clause or thing" = CLAUSE_OR_THING,
    "comparative",
    "compare",
    "compound",
    "content",
    "decision",
    "destined",
    "destined",
    "direction",
    "each",
    "elsewhere",
    "end",
    "expects" = EXPECTS,
    "forecast" = FORECAST,
    "further",
    "gerund" = GERUND,
    "give",
    "guess",
    "in capitals" = IN_CAPITALS,
    "intransitive" = INTRANSITIVE,
    "levy",
    "marketed",
    "matures",
    "merely",
    "moved" = MOVED,
    "naming" = NAMING,
    "observer",
    "offer",
    "office",
    "onlooker",
    "other figure",
    "owner",
    "pace",
    "paced",
    "paper" = PAPER,
    "part",
    "party" = PARTY,
    "percent",
    "period",
    "period figure" = PERIOD_FIGURE,
    "phase",
    "place particle" = PLACE_PARTICLE,
    "planning" = PLANNING,
    "post",
    "prefix" = PREFIX,
    "rank",
    "reflexive",
    "reported" = REPORTED,
    "reporter",
    "share",
    "site",
    "sized",
    "spoken" = SPOKEN,
    "starting" = STARTING,
    "sum",
    "tell",
    "thing",
    "timed",
    "times",
    "total",
    "traded" = TRADED,
    "unit",
    "valued",
    "ware",
    "whole",
    "worldwide",
}

/// The words of each class.
#[derive(Debug)]
pub(crate) struct ClassWords<'l>(FxHashMap<&'l str, WordSet>);

impl<'l> ClassWords<'l> {
    pub(crate) fn new(lexicon: &'l Lexicon) -> Self {
        let mut words: FxHashMap<&str, Vec<WordId>> = FxHashMap::default();
        for row in lexicon.rows(List::ClauseWords) {
            let word = lexicon.find(lexicon.cell(row, clause_word::WORD));
            words
                .entry(lexicon.cell(row, clause_word::CLASS))
                .or_default()
                .push(word);
        }
        let sets = words.into_iter();
        Self(
            sets.map(|(class, words)| (class, words.into_iter().collect()))
                .collect(),
        )
    }

    /// The words of one class; none if no list has any.
    pub(crate) fn of(&self, class: &str) -> WordSet {
        debug_assert!(NAMES.contains(&class), "no class {class:?}");
        self.0.get(class).cloned().unwrap_or_default()
    }
}
