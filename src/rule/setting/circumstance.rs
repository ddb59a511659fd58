//! Times and places in a phrase of their own, which tells why it is so, what came before it, or which of several it is.

use crate::clause::{GroupId, GroupKind, VerbForm};
use crate::lexicon::Tag;
use crate::mention::Mention;
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

    /// Whether a time closes a phrase at the head of a sentence, as that of a participle in it: "Under a pact signed with
    /// Peru in May, it will buy".
    pub(super) fn of_fronted(&self, at: GroupId, time: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let closes = matches!(
            groups.get(time + 1).map(|group| &group.kind),
            Some(GroupKind::Comma)
        );
        if time > at || !closes {
            return false;
        }
        let hangs =
            |here: &GroupId| matches!(groups[*here].kind, GroupKind::Preposition(_) | GroupKind::Noun(_));
        let mut before = (time.saturating_sub(PHRASE)..time).rev();
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
}
