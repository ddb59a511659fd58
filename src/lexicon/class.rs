//! The classes of the list `clause_words`: what the grammar asks for.

use rustc_hash::FxHashMap;

use super::{clause_word, product, Classes, Lexicon, List, WordId, WordSet};

macro_rules! classes {
    ($($name:literal $(= $flag:ident)? $(=> $class:ident)?),* $(,)?) => {
        /// Their names.
        pub(super) const NAMES: &[&str] = &[$($name),*];

        /// What the words of a class are marked with, where each word of an article is asked for it.
        pub(super) fn mark(class: &str) -> Classes {
            match class {
                $($($name => Classes::$flag,)?)*
                _ => Classes::empty(),
            }
        }

        /// A class that finders ask few words for, which bear no mark therefore.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Class {
            $($($class,)?)*
        }

        /// In the order of their numbers.
        const ASKED: &[(Class, &str)] = &[$($((Class::$class, $name),)?)*];
    };
}

classes! {
    "accord",
    "acted" => Acted,
    "ahead" = AHEAD,
    "aim" = AIM,
    "amount",
    "any company",
    "any ware",
    "apart",
    "approval",
    "ask",
    "at once",
    "awaited" => Awaited,
    "before noun" = BEFORE_NOUN,
    "beside place" => BesidePlace,
    "begins or ends" => BeginsOrEnds,
    "away",
    "body",
    "booked" = BOOKED,
    "carried" => Carried,
    "causing" => Causing,
    "circumstance",
    "clause" = CLAUSE,
    "clause or thing" = CLAUSE_OR_THING,
    "club rank" => ClubRank,
    "collective",
    "comparative",
    "compare",
    "compound",
    "content",
    "crop" => Crop,
    "crop year" => CropYear,
    "decision",
    "degree",
    "destined",
    "direction",
    "each",
    "elsewhere",
    "end",
    "expects" = EXPECTS,
    "extent" => Extent,
    "firm part",
    "force",
    "forecast" = FORECAST,
    "further",
    "generic site" => GenericSite,
    "gerund" = GERUND,
    "give",
    "granted" => Granted,
    "guess",
    "heads",
    "hinder",
    "honoured" => Honoured,
    "in capitals" = IN_CAPITALS,
    "in force" => InForce,
    "intransitive" = INTRANSITIVE,
    "jointly",
    "lasted" => Lasted,
    "latest" => Latest,
    "levy",
    "made",
    "marketed",
    "matures",
    "membership",
    "merely",
    "ministry" => Ministry,
    "modifier" => Modifier,
    "moved" = MOVED,
    "naming" = NAMING,
    "never passive",
    "numbered",
    "observer",
    "offer",
    "office",
    "office modifier" => OfficeModifier,
    "onlooker",
    "operated" => Operated,
    "other figure",
    "outcome",
    "outlet",
    "owner",
    "pace",
    "paced",
    "paper" = PAPER,
    "part",
    "partner",
    "party" = PARTY,
    "percent",
    "period" => Period,
    "period figure" = PERIOD_FIGURE,
    "joins" => Joins,
    "match" => Match,
    "match act" => MatchAct,
    "match verb" => MatchVerb,
    "phase",
    "place particle" = PLACE_PARTICLE,
    "planning" = PLANNING,
    "player" => Player,
    "plays" => Plays,
    "post",
    "post-nominal" => PostNominal,
    "prefix" = PREFIX,
    "priced" => Priced,
    "quarter" => Quarter,
    "raises" => Raises,
    "ranging" => Ranging,
    "rank",
    "reached" => Reached,
    "reflexive",
    "renamed",
    "reported" = REPORTED,
    "reporter",
    "restate",
    "said" => Said,
    "says" => Says,
    "sees" => Sees,
    "share",
    "share taker",
    "short period",
    "shown" => Shown,
    "site",
    "sized",
    "slogan" => Slogan,
    "spoken" = SPOKEN,
    "starting" = STARTING,
    "street" => Street,
    "sum",
    "tell",
    "thing",
    "timed",
    "times",
    "total" => Total,
    "traded" = TRADED,
    "transfers" => Transfers,
    "travel",
    "trip",
    "unit",
    "valued",
    "want",
    "ware",
    "whole",
    "way",
    "wins" => Wins,
    "witness",
    "world unit" => WorldUnit,
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

impl Lexicon {
    /// Whether a word is of a class.
    pub(crate) fn is_of(&self, word: WordId, class: Class) -> bool {
        let words = self.classes.get(class as usize);
        words.is_some_and(|words| words.contains(word))
    }

    /// Gathers the words of the classes that finders ask for, and the makers of products.
    pub(super) fn gather_classes(&mut self) {
        let words = ClassWords::new(self);
        let classes = ASKED.iter().map(|(_, class)| words.of(class)).collect();
        self.classes = classes;
        let makers = self
            .rows(List::Products)
            .map(|row| self.cell(row, product::MAKER));
        let makers = makers.filter(|maker| !maker.contains(' '));
        self.makers = makers.map(|maker| self.find(maker)).collect();
    }

    /// Whether a word is the name of a maker of listed products.
    pub(crate) fn is_maker(&self, word: WordId) -> bool {
        self.makers.contains(word)
    }
}
