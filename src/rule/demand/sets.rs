//! What a rule asks of a sentence: sets of words of which it must hold one, and kinds of mentions.

use rustc_hash::FxHashMap;

use super::super::frame::{DATE, PLACE};
use super::super::signs::{Kinds, Signs};
use super::super::{Accept, Rule};
use super::Ask;
use crate::clause::Slot;
use crate::lexicon::{WordId, WordSet};
use crate::mention::Kind;

/// The sets of words that rules ask for.
pub(super) struct Sets {
    known: FxHashMap<WordSet, usize>,
    /// The place in `told` of each word, by its number: 0 where it tells nothing.
    places: Vec<u16>,
    /// What words tell.
    told: Vec<Signs>,
    /// What is asked for.
    pub(super) asked: FxHashMap<Signs, Ask>,
}

impl Sets {
    /// For a lexicon of so many words.
    pub(super) fn new(words: usize) -> Self {
        Self {
            known: FxHashMap::default(),
            places: vec![0; words],
            told: vec![Signs::default()],
            asked: FxHashMap::default(),
        }
    }

    /// Notes that a word is such a sign, if only of nothing: it is worth a look.
    pub(super) fn tell(&mut self, word: WordId, signs: Signs) {
        if word == WordId::UNKNOWN {
            return;
        }
        let place = &mut self.places[word.index()];
        if *place == 0 {
            *place = u16::try_from(self.told.len()).unwrap_or(u16::MAX);
            self.told.push(Signs::default());
        }
        self.told[usize::from(*place)].add(signs);
    }

    /// Whether any of these words tells something.
    pub(super) fn tells(&self, words: &[WordId]) -> bool {
        words.iter().fold(0, |any, word| any | self.places[word.index()]) != 0
    }

    /// What a word tells.
    pub(super) fn told_by(&self, word: WordId) -> Signs {
        self.told[usize::from(self.places[word.index()])]
    }

    /// The sign of a set.
    pub(super) fn sign(&mut self, set: &WordSet) -> Signs {
        if let Some(known) = self.known.get(set) {
            return Signs::of_set(*known);
        }
        let sign = Signs::of_set(self.known.len());
        self.known.insert(set.clone(), self.known.len());
        for word in set.iter() {
            self.tell(word, sign);
        }
        sign
    }

    /// What a rule asks for before its roles are filled.
    pub(super) fn before(&mut self, rule: &Rule, list: &mut Vec<Signs>) {
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
    pub(super) fn roles(&mut self, rule: &Rule, list: &mut Vec<Signs>) {
        let topic = rule.topic.map(|topic| {
            let fills = rule.fills.iter().filter(|fill| fill.role == topic);
            let mut any = Signs::default();
            for accept in fills.flat_map(|fill| fill.accept()) {
                any.add(self.takes(std::slice::from_ref(accept)).unwrap_or_default());
            }
            any
        });
        for needs in &rule.needs {
            list.extend(self.fills(rule, needs).map(|mut needed| {
                // Who does something is noted even if no event comes of it.
                needed.add(topic.unwrap_or_default());
                needed
            }));
        }
    }

    /// What fills one of these roles; nothing if a sentence that holds no such thing may fill one.
    fn fills(&mut self, rule: &Rule, roles: &[usize]) -> Option<Signs> {
        let mut any = Signs::default();
        for role in roles {
            if rule.may_inherit(*role) || rule.may_take(*role) {
                return None;
            }
            if *role == DATE {
                any.add(Signs::of_kinds(Kinds::of(Kind::Date)));
            }
            if *role == PLACE && !rule.omits.contains(&PLACE) {
                any.add(Signs::of_kinds(Kinds::of(Kind::Place)));
                any.add(Signs::of_kinds(Kinds::of(Kind::Country)));
            }
            for fill in rule.fills.iter().filter(|fill| fill.role == *role) {
                any.add(self.takes(fill.accept())?);
            }
        }
        Some(any)
    }

    /// What gives something of which one of these takes; nothing if anything may.
    fn takes(&mut self, accept: &[Accept]) -> Option<Signs> {
        let mut any = Signs::default();
        for accept in accept {
            any.add(match accept {
                Accept::Words(words) | Accept::Owner(words) | Accept::With(words) => self.sign(words),
                other => Signs::of_kinds(Kinds::asked(std::slice::from_ref(other))?),
            });
        }
        Some(any)
    }
}
