//! The words that may mean an event.

use super::demand::Ask;
use super::RuleSet;
use crate::clause::Slot;
use crate::lexicon::WordId;

/// A word that may mean an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trigger {
    pub(super) rule: usize,
    pub(super) sort: TriggerSort,
    /// The particle that a verb must have (`send off`), or the preposition right after it (`call on`,
    /// `according to`); the word that must stand before a noun (`joint venture`).
    pub(super) particle: Option<WordId>,
    pub(super) idiom: Option<Idiom>,
    /// What a sentence must hold for it before anything else is looked at.
    pub(super) asked: Ask,
}

impl Trigger {
    /// A further word without which it is none.
    pub(super) fn other(&self) -> Option<WordId> {
        self.idiom.map(|idiom| idiom.noun).or(self.particle)
    }
}

/// The noun that belongs to a verb in an idiom, and the slot it stands in: `cut the ribbon`, `go on sale`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Idiom {
    pub(super) slot: Slot,
    pub(super) noun: WordId,
}

/// The triggers of one word and sort, those of a kind in the order of the rule files.
#[derive(Debug, Default)]
pub(super) struct Triggers {
    /// In one run, as they are asked one after another: idioms, those of several words, those of one.
    all: Vec<Trigger>,
    /// Where the idioms end.
    idioms: usize,
    /// Where those of several words end.
    longer: usize,
}

impl Triggers {
    pub(super) fn add(&mut self, trigger: Trigger) {
        let at = match (trigger.idiom, trigger.particle) {
            (Some(_), _) => self.idioms,
            (None, Some(_)) => self.longer,
            (None, None) => self.all.len(),
        };
        self.all.insert(at, trigger);
        self.idioms += usize::from(trigger.idiom.is_some());
        self.longer += usize::from(trigger.other().is_some());
    }

    /// They say nothing of what the verb means elsewhere, so they take nothing from the others.
    pub(super) fn idioms(&self) -> &[Trigger] {
        &self.all[..self.idioms]
    }

    /// Those that another word belongs to: they say more than the bare ones.
    pub(super) fn longer(&self) -> &[Trigger] {
        &self.all[self.idioms..self.longer]
    }

    pub(super) fn bare(&self) -> &[Trigger] {
        &self.all[self.longer..]
    }

    /// Those of one word before those of several.
    pub(super) fn all(&self) -> impl Iterator<Item = &Trigger> {
        self.idioms().iter().chain(self.bare()).chain(self.longer())
    }

    /// Whether one of them may be the name of a law.
    pub(super) fn takes_name(&self, set: &RuleSet) -> bool {
        self.all().any(|trigger| set.rules[trigger.rule].takes_name())
    }

    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut Trigger> {
        self.all.iter_mut()
    }
}

/// The part of speech of a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum TriggerSort {
    Verb,
    Noun,
    Preposition,
}

impl TriggerSort {
    pub(super) const ALL: [Self; 3] = [Self::Verb, Self::Noun, Self::Preposition];
}
