//! `those`, `that` or nothing for a statistic's noun told before: "shipments to China rose, those to Japan fell", "while
//! that of cement declined", "Kenya's rose".

use super::apply::Applier;
use super::course::Measured;
use super::frame::{Frame, DATE};
use crate::clause::{Filling, Group, GroupId, GroupKind, Slot, VerbForm};
use crate::lexicon::Tag;

/// How many sentences back the noun may stand.
const BACK: usize = 1;

impl<'x> Applier<'_, 'x> {
    /// The statistic whose noun the pronoun at `at` stands for: `those to …`, `that of …`.
    pub(super) fn stands_for(&self, at: GroupId, sentence: usize) -> Option<Measured> {
        let elided = self.is_elided(at);
        let noun = self.clauses.noun(at).filter(|noun| noun.pronoun || elided)?;
        let words = &self.rules.words;
        let word = self.reading.ids[noun.head as usize];
        let phrase = matches!(self.clauses.groups.get(at + 1)?.kind, GroupKind::Preposition(_));
        let told = self
            .course
            .measured
            .filter(|told| told.sentence + BACK >= sentence);
        told.filter(|_| elided || phrase && (word == words.those || word == words.that))
    }

    /// Reads a pronoun as the noun that it stands for.
    pub(super) fn stand_in(&mut self, at: GroupId, number: usize, out: &mut Vec<Frame<'x>>) {
        let Some(told) = self.stands_for(at, number) else {
            return;
        };
        let rules = self.rules;
        let rule = &rules.rules[told.trigger.rule];
        let from = out.len();
        if self.frame(at, &told.trigger, rule, number, out).is_err() {
            return;
        }
        let elided = self.is_elided(at);
        let (before, own) = out.split_at_mut(from);
        let Some(noun) = before.get(told.frame) else {
            return;
        };
        for frame in own.iter_mut().filter(|frame| !frame.comparison) {
            // What belongs to the noun belongs to what stands for it, not so what only bounds it.
            let owned = noun.roles.iter().filter(|(role, filler)| {
                let near = matches!(filler.slot, "possessive" | "modifier" | "of" | "support")
                    || elided && matches!(filler.slot, "to" | "from");
                near && !frame.has(*role) || *role == DATE && !frame.has(DATE)
            });
            let figure = |role: usize| rule.figure_roles().any(|figure| figure == role);
            let owned: Vec<_> = owned.filter(|(role, _)| !figure(*role)).copied().collect();
            frame.roles.extend(owned);
        }
        let holder = rules.events[rule.event].holder;
        self.course
            .follow(rule, holder, self.mentions.mentions, &out[from..]);
    }

    /// `those of Honda`: whose they are.
    pub(super) fn stood_for(&self, at: GroupId, fillings: &mut Vec<Filling>) {
        if !self.is_stand_in(at) {
            return;
        }
        if self.is_elided(at) {
            fillings.push(Filling {
                slot: Slot::Possessive,
                group: at,
            });
            return;
        }
        let of = Slot::Preposition(self.rules.words.of);
        let owners: Vec<Filling> = fillings
            .iter()
            .filter(|filling| filling.slot == of)
            .map(|filling| Filling {
                slot: Slot::Possessive,
                ..*filling
            })
            .collect();
        fillings.extend(owners);
    }

    /// Whether a trigger is a pronoun, which only stands for the noun that a rule asks for.
    pub(super) fn is_stand_in(&self, at: GroupId) -> bool {
        self.clauses.noun(at).is_some_and(|noun| noun.pronoun) || self.is_elided(at)
    }

    /// Whether a name stands at `at` as whose something does what the verb tells: "while China's fell 21%".
    pub(super) fn is_elided(&self, at: GroupId) -> bool {
        let genitive = |group: &Group| self.reading.tag(group.first as usize) == Tag::Genitive;
        if !self.clauses.groups.get(at + 1).is_some_and(genitive) {
            return false;
        }
        let named = self.clauses.noun(at).is_some_and(|noun| noun.named && !noun.time);
        // "Kia's dropped 34 percent" may be read as what was dropped.
        let verb = self.clauses.verb(at + 2).filter(|verb| {
            let bare = at == 0 && verb.form == VerbForm::Participle && verb.subject.is_none();
            verb.finite() && verb.subject == Some(at) || bare && verb.object.is_some()
        });
        named && verb.is_some()
    }
}
