//! What a rule asks of a sentence: sets of words of which it must hold one, and kinds of mentions.

use rustc_hash::FxHashMap;

use super::super::frame::{DATE, PLACE};
use super::super::signs::{Kinds, Signs};
use super::super::{Accept, Rule};
use super::Ask;
use crate::clause::Slot;
use crate::lexicon::{WordId, WordSet};
use crate::mention::Kind;

/// A few signs: what a word tells, or one of which a rule asks for.
#[derive(Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Few {
    pub(super) kinds: Kinds,
    /// The bits of sets of words by their place, each place once and in order.
    pub(super) sets: Vec<(u8, u64)>,
}

impl Few {
    pub(super) fn of_kinds(kinds: Kinds) -> Self {
        Self {
            kinds,
            sets: Vec::new(),
        }
    }

    fn of_set(number: usize) -> Self {
        Self {
            kinds: Kinds::default(),
            sets: vec![Signs::bit(number)],
        }
    }

    fn add_set(&mut self, (at, bits): (u8, u64)) {
        let place = self.sets.partition_point(|(known, _)| *known < at);
        match self.sets.get_mut(place) {
            Some((known, all)) if *known == at => *all |= bits,
            _ => self.sets.insert(place, (at, bits)),
        }
    }

    pub(super) fn add(&mut self, others: &Self) {
        self.kinds.add(others.kinds);
        others.sets.iter().for_each(|set| self.add_set(*set));
    }

    /// Whether all of these are among others.
    pub(super) fn is_within(&self, others: &Self) -> bool {
        let within = |(at, bits): &(u8, u64)| {
            let mut others = others.sets.iter();
            others.any(|(other, all)| other == at && bits & !all == 0)
        };
        self.kinds.is_within(others.kinds) && self.sets.iter().all(within)
    }

    /// How many there are.
    pub(super) fn count(&self) -> u32 {
        let sets = self.sets.iter().map(|(_, bits)| bits.count_ones());
        self.kinds.count() + sets.sum::<u32>()
    }
}

/// The sets of words that rules ask for.
pub(super) struct Sets {
    known: FxHashMap<WordSet, usize>,
    /// The place in `told` of each word, by its number: 0 where it tells nothing.
    places: Vec<u16>,
    /// What words tell.
    told: Vec<Few>,
    /// What is asked for.
    pub(super) asked: FxHashMap<Few, Ask>,
}

impl Sets {
    /// For a lexicon of so many words.
    pub(super) fn new(words: usize) -> Self {
        Self {
            known: FxHashMap::default(),
            places: vec![0; words],
            told: vec![Few::default()],
            asked: FxHashMap::default(),
        }
    }

    /// Notes that a word is a sign of such mentions, if only of none: it is worth a look.
    pub(super) fn tell(&mut self, word: WordId, kinds: Kinds) {
        if word != WordId::UNKNOWN {
            self.told_of(word).kinds.add(kinds);
        }
    }

    /// Where what a word tells is noted.
    fn told_of(&mut self, word: WordId) -> &mut Few {
        let place = &mut self.places[word.index()];
        if *place == 0 {
            *place = u16::try_from(self.told.len()).unwrap_or(u16::MAX);
            self.told.push(Few::default());
        }
        &mut self.told[usize::from(*place)]
    }

    /// Whether any of these words tells something.
    pub(super) fn tells(&self, words: &[WordId]) -> bool {
        words.iter().fold(0, |any, word| any | self.places[word.index()]) != 0
    }

    /// What a word tells.
    pub(super) fn told_by(&self, word: WordId) -> &Few {
        &self.told[usize::from(self.places[word.index()])]
    }

    /// The sign of a set.
    pub(super) fn sign(&mut self, set: &WordSet) -> Few {
        if let Some(known) = self.known.get(set) {
            return Few::of_set(*known);
        }
        let number = self.known.len();
        self.known.insert(set.clone(), number);
        for word in set.iter() {
            self.told_of(word).add_set(Signs::bit(number));
        }
        Few::of_set(number)
    }

    /// What a rule asks for before its roles are filled.
    pub(super) fn before(&mut self, rule: &Rule, list: &mut Vec<Few>) {
        if !rule.under.is_empty() {
            let verbs = rule.under.iter().map(|(verb, _)| *verb).collect();
            list.push(self.sign(&verbs));
        }
        if !rule.beside.is_empty() {
            list.push(self.sign(&rule.beside));
        }
        for condition in rule.conditions.iter().filter(|condition| condition.wanted) {
            if !condition.accept.is_empty() && condition.slots.bits & Slot::ASKED == 0 {
                list.extend(self.takes(&condition.accept));
            }
        }
    }

    /// What it asks for to fill its roles.
    pub(super) fn roles(&mut self, rule: &Rule, list: &mut Vec<Few>) {
        let topic = rule.topic.map(|topic| {
            let fills = rule.fills.iter().filter(|fill| fill.role == topic);
            let mut any = Few::default();
            for accept in fills.flat_map(|fill| fill.accept()) {
                any.add(&self.takes(std::slice::from_ref(accept)).unwrap_or_default());
            }
            any
        });
        for needs in &rule.needs {
            list.extend(self.fills(rule, needs).map(|mut needed| {
                // Who does something is noted even if no event comes of it.
                topic.iter().for_each(|topic| needed.add(topic));
                needed
            }));
        }
    }

    /// What fills one of these roles; nothing if a sentence that holds no such thing may fill one.
    fn fills(&mut self, rule: &Rule, roles: &[usize]) -> Option<Few> {
        let mut any = Few::default();
        for role in roles {
            if rule.may_inherit(*role) || rule.may_take(*role) {
                return None;
            }
            if *role == DATE {
                any.kinds.add(Kinds::of(Kind::Date));
            }
            if *role == PLACE && !rule.omits.contains(&PLACE) {
                any.kinds.add(Kinds::of(Kind::Place));
                any.kinds.add(Kinds::of(Kind::Country));
            }
            for fill in rule.fills.iter().filter(|fill| fill.role == *role) {
                any.add(&self.takes(fill.accept())?);
            }
        }
        Some(any)
    }

    /// What gives something of which one of these takes; nothing if anything may.
    fn takes(&mut self, accept: &[Accept]) -> Option<Few> {
        let mut any = Few::default();
        for accept in accept {
            match accept {
                Accept::Words(words) | Accept::Owner(words) | Accept::With(words) => {
                    any.add(&self.sign(words));
                }
                other => any.kinds.add(Kinds::asked(std::slice::from_ref(other))?),
            }
        }
        Some(any)
    }
}
