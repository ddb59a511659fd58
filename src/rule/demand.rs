//! What a sentence must hold for a rule to hold in it, told by its words and mentions alone. Most sentences hold a
//! word that may be a trigger, few of them anything that its rules could take; the others need no clauses.

use rustc_hash::FxHashMap;

use super::apply::DATE;
use super::{Accept, Rule, RuleSet, Trigger, TriggerSort};
use crate::clause::{Outermost, Slot};
use crate::lexicon::{Lexicon, WordId};
use crate::mention::Kind;
use crate::reading::Reading;
use crate::token::Sentence;

/// Kinds of mentions and sets of words: those that a sentence holds, or one of which it must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    kinds: u16,
    /// Sets of words that rules ask for, a bit each; beyond as many as there are bits, several share one.
    words: u64,
}

impl Signs {
    fn of_kind(kind: Kind) -> Self {
        Self {
            kinds: 1 << kind as u32,
            words: 0,
        }
    }

    fn add(&mut self, other: Self) {
        self.kinds |= other.kinds;
        self.words |= other.words;
    }

    /// The mentions one of which must be there for one of these to take anything; nothing if words are enough.
    pub(super) fn of_mentions(accept: &[Accept]) -> Option<Self> {
        let mut any = Self::default();
        for accept in accept {
            any.add(match accept {
                Accept::Kind(kind) => Self::of_kind(*kind),
                Accept::Sort(_) => Self::of_kind(Kind::Organisation),
                Accept::Counted(_) => Self::of_kind(Kind::Count),
                Accept::Measured(_) => Self::of_kind(Kind::Measure),
                Accept::Not(_) | Accept::Word(_) => continue,
                Accept::Words(_) | Accept::Owner(_) | Accept::Phrase | Accept::Name => return None,
            });
        }
        Some(any)
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.kinds & other.kinds != 0 || self.words & other.words != 0
    }
}

/// What a rule asks of a sentence: something of each.
#[derive(Debug, Default)]
pub(super) struct Demands {
    list: Vec<Signs>,
    /// How many of them come before the roles are filled.
    before: usize,
}

/// What a word tells by itself.
#[derive(Clone, Copy, Debug, Default)]
struct WordSigns {
    signs: Signs,
    /// Its triggers in `Gate::triggers`.
    first: u32,
    end: u32,
}

/// A trigger of a rule.
#[derive(Clone, Copy, Debug)]
struct Pull {
    rule: u32,
    /// What it is about is noted even where its roles are not filled.
    notes: bool,
}

impl Pull {
    fn of(set: &RuleSet, trigger: &Trigger) -> Self {
        let rule = &set.rules[trigger.rule];
        Self {
            rule: trigger.rule as u32,
            notes: trigger.sort == TriggerSort::Noun && rule.reads_figures() && !rule.follows,
        }
    }
}

/// Which sentences are worth a closer look.
#[derive(Debug, Default)]
pub(super) struct Gate {
    /// By number of the rule.
    demands: Vec<Demands>,
    /// By number of the word: its place in `signs`; 0 if it tells nothing.
    words: Vec<u16>,
    signs: Vec<WordSigns>,
    triggers: Vec<Pull>,
}

impl Gate {
    pub(super) fn new(lexicon: &Lexicon, set: &RuleSet) -> Self {
        let mut sets = Sets::default();
        let demands = set.rules.iter().map(|rule| sets.demands(rule)).collect();
        let mut own = sets.words;
        for (word, kind) in set.anaphors.kinds() {
            own.entry(word).or_default().add(Signs::of_kind(kind));
        }
        for word in set.movements.multiples() {
            own.entry(word).or_default().add(Signs::of_kind(Kind::Percent));
        }
        let mut told = vec![false; lexicon.word_ids().len()];
        for word in own.keys().chain(set.triggers.keys()) {
            told[word.index()] = *word != WordId::UNKNOWN;
        }
        let mut gate = Self {
            demands,
            words: Vec::with_capacity(told.len()),
            signs: vec![WordSigns::default()],
            triggers: Vec::new(),
        };
        for id in lexicon.word_ids() {
            let word = lexicon.word(id);
            if !told[id.index()] && !word.lemmas().any(|lemma| told[lemma.index()]) {
                gate.words.push(0);
                continue;
            }
            let first = gate.triggers.len();
            let mut signs = Signs::default();
            // A form may stand for any of its lemmas.
            for form in word.lemmas().chain([id]) {
                signs.add(own.get(&form).copied().unwrap_or_default());
                let triggers = set.triggers(form).iter();
                gate.triggers
                    .extend(triggers.map(|trigger| Pull::of(set, trigger)));
            }
            gate.words
                .push(u16::try_from(gate.signs.len()).unwrap_or(u16::MAX));
            gate.signs.push(WordSigns {
                signs,
                first: first as u32,
                end: gate.triggers.len() as u32,
            });
        }
        gate
    }

    /// What a sentence holds. Its triggers go to `triggers`.
    pub(super) fn signs(
        &self,
        reading: &Reading<'_>,
        mentions: &Outermost<'_, '_>,
        sentence: Sentence,
        triggers: &mut Vec<(u32, u32)>,
    ) -> Signs {
        triggers.clear();
        let mut signs = Signs::default();
        for token in sentence.first as usize..sentence.end as usize {
            let word = self.words[reading.ids[token].index()];
            if word == 0 {
                continue;
            }
            let word = &self.signs[usize::from(word)];
            signs.add(word.signs);
            if word.first < word.end && reading.tokens[token].is_word() {
                triggers.push((word.first, word.end));
            }
        }
        for mention in mentions.within(sentence.first, sentence.end) {
            signs.add(Signs::of_kind(mention.kind()));
        }
        signs
    }

    /// Whether one of the triggers may give something in a sentence that holds these signs.
    pub(super) fn opens(&self, triggers: &[(u32, u32)], signs: Signs) -> bool {
        triggers.iter().any(|(first, end)| {
            let pulls = &self.triggers[*first as usize..*end as usize];
            pulls.iter().any(|pull| self.admits_pull(*pull, signs))
        })
    }

    /// Whether a trigger may give something in a sentence that holds these signs.
    pub(super) fn admits(&self, set: &RuleSet, trigger: &Trigger, signs: Signs) -> bool {
        self.admits_pull(Pull::of(set, trigger), signs)
    }

    fn admits_pull(&self, pull: Pull, signs: Signs) -> bool {
        let demands = &self.demands[pull.rule as usize];
        let needed = if pull.notes {
            demands.before
        } else {
            demands.list.len()
        };
        demands.list[..needed].iter().all(|demand| demand.meets(signs))
    }
}

/// The sets of words that rules ask for.
#[derive(Default)]
struct Sets {
    known: FxHashMap<Vec<WordId>, u32>,
    /// The sets that each word stands in.
    words: FxHashMap<WordId, Signs>,
}

impl Sets {
    /// The sign of a set.
    fn sign(&mut self, set: &[WordId]) -> Signs {
        let next = self.known.len() as u32 % u64::BITS;
        let bit = *self.known.entry(set.to_vec()).or_insert(next);
        let sign = Signs {
            kinds: 0,
            words: 1 << bit,
        };
        for word in set {
            self.words.entry(*word).or_default().add(sign);
        }
        sign
    }

    fn demands(&mut self, rule: &Rule) -> Demands {
        let mut list = Vec::new();
        if !rule.under.is_empty() {
            let verbs: Vec<WordId> = rule.under.iter().map(|(verb, _)| *verb).collect();
            list.push(self.sign(&verbs));
        }
        if !rule.beside.is_empty() {
            list.push(self.sign(&rule.beside));
        }
        for condition in rule.conditions.iter().filter(|condition| condition.wanted) {
            let unnamed = |slot: &Slot| matches!(slot, Slot::Quotation | Slot::Clause | Slot::Infinitive);
            if !condition.accept.is_empty() && !condition.slots.iter().any(unnamed) {
                list.extend(self.takes(&condition.accept));
            }
        }
        let before = list.len();
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
        Demands { list, before }
    }

    /// What fills one of these roles; nothing if a sentence that holds no such thing may fill one.
    fn fills(&mut self, rule: &Rule, roles: &[usize]) -> Option<Signs> {
        let mut any = Signs::default();
        for role in roles {
            if rule.may_inherit(*role) || rule.topic == Some(*role) {
                return None;
            }
            if *role == DATE {
                any.add(Signs::of_kind(Kind::Date));
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
                Accept::Words(words) | Accept::Owner(words) => self.sign(words),
                other => Signs::of_mentions(std::slice::from_ref(other))?,
            });
        }
        Some(any)
    }
}
