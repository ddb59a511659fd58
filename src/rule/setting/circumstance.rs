//! Times and places in a phrase of their own, which tells why it is so, what came before it, or which of several it is.

use crate::clause::{GroupId, GroupKind, VerbForm};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};
use crate::rule::apply::Applier;

/// Over how many groups such a phrase is followed.
const PHRASE: usize = 8;

impl Applier<'_, '_> {
    /// Whether a time or place is that of what came before or is why: "output fell after a strike in May", "thanks to the
    /// launch in Peru".
    pub(in crate::rule) fn of_circumstance(&self, at: GroupId, phrase: GroupId) -> bool {
        let groups = &self.clauses.groups;
        // "after a jump in 1986 profits"
        if phrase == at {
            return false;
        }
        let mut thing = None;
        for here in (phrase.saturating_sub(PHRASE)..phrase).rev() {
            match &groups[here].kind {
                GroupKind::Preposition(word) if self.rules.circumstances.contains(*word) => {
                    // "is after a share of 80% by 2030"
                    let verb = here.checked_sub(1).and_then(|before| self.clauses.verb(before));
                    let seeks = verb.is_some_and(|verb| verb.lemma == self.rules.words.be);
                    // "earnings after financial items"
                    let nets = here == at + 1 && self.clauses.noun(at).is_some();
                    return !seeks && !nets && thing.is_some_and(|thing| self.is_happening(thing));
                }
                // The trigger stands in the phrase itself.
                _ if here == at => return false,
                GroupKind::Noun(_) => thing = Some(here),
                GroupKind::Preposition(_) | GroupKind::Conjunction(_) => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether a date among the figures of a statistic is that of something else, or only ranks it.
    pub(in crate::rule) fn is_aside(&self, at: GroupId, date: &Mention<'_>) -> bool {
        let groups = &self.clauses.groups;
        let time = groups.partition_point(|group| group.end <= date.first);
        time < groups.len() && (self.of_rank(time) || !date.is_day() && self.of_circumstance(at, time))
    }

    /// Whether a noun group may tell of something that happens: "after a strike", but not "after tax", "after Peru".
    fn is_happening(&self, thing: GroupId) -> bool {
        let group = &self.clauses.groups[thing];
        self.clauses.noun(thing).is_some_and(|noun| {
            let mass = group.end - group.first == 1 && self.reading.tag(noun.head as usize) == Tag::Noun;
            !noun.named && !noun.time && !noun.pronoun && !mass
        })
    }

    /// Whether a time only tells among which things one is the third: "its third rise this year", "the first order of 2025".
    pub(super) fn of_rank(&self, time: GroupId) -> bool {
        let words = &self.rules.words;
        let groups = &self.clauses.groups;
        let thing = match time.checked_sub(1).map(|before| &groups[before].kind) {
            Some(GroupKind::Preposition(word)) if *word == words.of || self.rules.bounds.contains(word) => {
                time.checked_sub(2)
            }
            Some(GroupKind::Noun(_)) => Some(time - 1),
            _ => None,
        };
        let Some(noun) = thing.and_then(|thing| self.clauses.noun(thing)) else {
            return false;
        };
        let first = thing.map_or(0, |thing| groups[thing].first);
        let ranks = |token: u32| self.rules.ranks.contains(self.reading.ids[token as usize]);
        !noun.time && !noun.named && (first..noun.head).any(ranks)
    }

    /// Whether a time or place stands in a phrase at the head of a sentence, as that of a participle in it: "Under a pact
    /// signed with Peru in May, it will buy".
    pub(in crate::rule) fn of_fronted(&self, at: GroupId, phrase: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let hangs =
            |here: &GroupId| matches!(groups[*here].kind, GroupKind::Preposition(_) | GroupKind::Noun(_));
        let end = (phrase..at).find(|here| !hangs(here));
        let closes = end.is_some_and(|end| matches!(groups[end].kind, GroupKind::Comma));
        if !closes {
            return false;
        }
        let mut before = (phrase.saturating_sub(PHRASE)..phrase).rev();
        let Some(verb) = before.find(|group| !hangs(group)) else {
            return false;
        };
        let described = self
            .clauses
            .verb(verb)
            .filter(|verb| verb.form == VerbForm::Participle);
        let thing = described.and_then(|verb| self.clauses.noun(verb.subject?));
        thing.is_some_and(|thing| thing.preposition.is_some()) && self.clauses.governor(at) != Some(verb)
    }

    /// Whether a place is that of what is agreed on, or of one of those who agree: "signed a contract for a mill in Peru",
    /// "a pact to build it in Lima", "a loan from Obi, its neighbour in Lahti".
    pub(in crate::rule) fn of_accord(&self, at: GroupId, preposition: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let words = &self.rules.words;
        let accord = |here: GroupId| {
            let noun = self.clauses.noun(here);
            noun.is_some_and(|noun| self.rules.accords.contains(noun.lemma))
        };
        let object = self.clauses.verb(at).and_then(|verb| verb.object);
        let Some(signed) = [Some(at), object]
            .into_iter()
            .flatten()
            .find(|here| accord(*here))
        else {
            return false;
        };
        let between = (signed + 1..preposition).rev().take(PHRASE);
        for here in between {
            match &groups[here].kind {
                GroupKind::Preposition(word) if *word == words.for_ || *word == words.on => {
                    let thing = self.clauses.noun(here + 1);
                    // "a pact on rice in Lima on Monday" was signed there.
                    let dated =
                        (preposition + 2..groups.len().min(preposition + 4)).any(|at| self.is_day(at));
                    return !dated && thing.is_some_and(|noun| !noun.time);
                }
                GroupKind::Verb(verb) => return verb.form == VerbForm::Infinitive,
                GroupKind::Comma => return self.clauses.noun(here + 1).is_some(),
                _ => {}
            }
        }
        false
    }

    /// Whether a place is where those sit whom commas describe: "bought Sodexo, a caterer in Lyon".
    pub(in crate::rule) fn is_of_described(&self, at: GroupId, preposition: GroupId) -> bool {
        let Some(called) = preposition.checked_sub(1).filter(|called| *called != at) else {
            return false;
        };
        let groups = &self.clauses.groups;
        let comma = called
            .checked_sub(1)
            .is_some_and(|mark| matches!(groups[mark].kind, GroupKind::Comma | GroupKind::Open));
        let Some(noun) = self.clauses.noun(called).filter(|noun| comma && !noun.named) else {
            return false;
        };
        let site = self.rules.anaphors.is_held(noun.lemma) || self.rules.sites.contains(noun.lemma);
        let beside = noun.apposition.filter(|beside| *beside < called);
        let name = beside.and_then(|beside| {
            let group = &groups[beside];
            self.mentions.within(group.first, group.end).last()
        });
        !site && name.is_some_and(|name| name.kind() == Kind::Organisation)
    }

    /// Whether a place is only that of some of those told of: "will cut 240 jobs, 60 of them in Lima".
    pub(in crate::rule) fn of_some(&self, preposition: GroupId) -> bool {
        let Some(of) = preposition.checked_sub(2) else {
            return false;
        };
        let some = matches!(self.clauses.groups[of].kind, GroupKind::Preposition(word) if word == self.rules.words.of);
        some && self.clauses.noun(of + 1).is_some_and(|noun| noun.pronoun)
    }
}
