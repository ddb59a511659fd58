//! Whose deed an infinitive is: `plans to export`, `an offer from Siemens to buy`.

use super::subject::Found;
use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup, VerbForm};
use crate::clause::GroupId;
use crate::lexicon::{Classes, Tag};

impl Attach<'_, '_> {
    pub(super) fn infinitive(&self, at: GroupId) -> Found {
        let behind = self.before_relative_aside(at).unwrap_or(at);
        for before in (0..behind).rev().take(FAR) {
            match &self.groups[before].kind {
                GroupKind::Verb(verb) => {
                    let found = Found::under(verb, before);
                    return match self.takes_effort(before) {
                        Some(who) => Found {
                            subject: Some(who),
                            ..found
                        },
                        None => found,
                    };
                }
                GroupKind::Noun(noun) => {
                    if let Some(found) = self.infinitive_behind(before, noun, at) {
                        return found;
                    }
                }
                // "is weighing whether to raise"
                GroupKind::Subordinator(_) if before + 1 == at => {}
                GroupKind::Subordinator(_) | GroupKind::Stop => break,
                _ => {}
            }
        }
        Found::default()
    }

    /// The comma before the relative clause between commas that stands right before a group: "chose Ann Roe, who runs Bosch, to
    /// succeed him".
    fn before_relative_aside(&self, at: GroupId) -> Option<GroupId> {
        let close = at.checked_sub(1).filter(|close| self.is_comma(*close))?;
        let mut before = (1..close).rev().take(FAR);
        let opens = before.find(|at| {
            matches!(
                self.groups[*at].kind,
                GroupKind::Relative | GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Quote
            )
        })?;
        let relative = matches!(self.groups[opens].kind, GroupKind::Relative) && self.is_comma(opens - 1);
        relative.then_some(opens - 1)
    }

    /// Whose deed the infinitive at `at` is, if the noun group `before` it tells.
    fn infinitive_behind(&self, before: GroupId, noun: &NounGroup, at: GroupId) -> Option<Found> {
        let below = |subject: Option<GroupId>, parent: GroupId| {
            Some(Found {
                parent: Some(parent),
                ..Found::of(subject)
            })
        };
        let beside = before + 1 == at;
        let offer = || self.offered(before).or_else(|| self.made_for(before));
        if let Some(offer) = beside.then(offer).flatten() {
            return below(Some(before), offer);
        }
        if noun.preposition.is_some() || noun.time {
            return None;
        }
        let governor = noun.verb.filter(|verb| *verb < before);
        if let Some(governor) = governor.filter(|verb| self.controls(*verb)) {
            return below(noun.chain.or(Some(before)), governor);
        }
        // "Ruto's decision not to sign", but "Volkswagen's first factory to open in 2027"
        let opens = || {
            let object = self.noun(self.skip(at + 1)).is_some_and(|noun| !noun.time);
            governor.is_none() && !object && self.opens_clause(before) && !self.finite_after(at)
        };
        // "Japan's Toyota to build plant": a name plans itself.
        if noun.possessor.is_some() && !noun.named && before + 2 >= at && !opens() {
            return below(noun.possessor, before);
        }
        let reaches = || beside || self.over_phrases(self.skip(before + 1)) == at;
        let Some(governor) = governor else {
            // "Siemens to buy Bosch", "Plant in Kenya to close"
            let heads = || beside && noun.named || reaches() && !self.finite_after(at);
            if self.opens_clause(before) && heads() {
                return Some(Found {
                    headline: true,
                    ..Found::of(noun.chain.or(Some(before)))
                });
            }
            // "Plans to sell the unit were scrapped"
            let tells = beside && self.tells_purpose(at);
            return tells.then(|| below(noun.possessor, before)).flatten();
        };
        if !reaches() {
            return None;
        }
        // "Kia's plan to lay", "plans to lay", but "awarded a contract to Kia to lay"
        let planner = || {
            self.receiver(governor, before)
                .or_else(|| self.verb(governor)?.subject)
        };
        below(noun.possessor.or_else(planner), before)
    }

    /// Who does what it takes something to do: "it took Siemens two years to build", "it cost Bosch $3m to buy".
    fn takes_effort(&self, verb: GroupId) -> Option<GroupId> {
        let above = self.verb(verb).filter(|above| !above.passive)?;
        let empty = self.groups.get(above.subject?)?.first as usize;
        let (who, what) = (above.object?, self.skip(above.object? + 1));
        let effort = self.noun(what).is_some_and(|noun| noun.time) || self.has_figure(what);
        let told = self.reading.ids[empty] == self.words.it && effort && !self.has_figure(who);
        told.then_some(who)
    }

    /// Who gets what a verb gives: "awarded a contract to Siemens", "a contract was awarded to Siemens", "awarded Siemens a
    /// contract".
    fn receiver(&self, verb: GroupId, what: GroupId) -> Option<GroupId> {
        let gives = self
            .verb(verb)
            .filter(|gives| self.words.gives.contains(gives.lemma))?;
        let after = self.skip(if gives.passive { verb } else { what } + 1);
        let to = matches!(self.kind(after), Some(GroupKind::Preposition(word)) if *word == self.words.to);
        let told = to
            .then(|| self.possessed(self.skip(after + 1)))
            .filter(|told| self.noun(*told).is_some_and(|told| told.named));
        told.or_else(|| gives.recipient.filter(|_| !gives.passive))
    }

    /// Whether what a verb acts upon does what an infinitive behind it says: "asked owners to return".
    fn controls(&self, verb: GroupId) -> bool {
        self.verb(verb).is_some_and(|verb| {
            let word = self.reading.lexicon.word(verb.lemma);
            word.classes.contains(Classes::CONTROL)
        })
    }

    /// The infinitive that a base form behind a conjunction goes on with: "to ban exports of ore and raise taxes".
    pub(super) fn joined_infinitive(&self, at: GroupId) -> Option<GroupId> {
        let mut before = (0..at).rev().take(FAR);
        let joint = before.find(|at| !matches!(self.groups[*at].kind, GroupKind::Adverb(_)))?;
        if !matches!(self.groups[joint].kind, GroupKind::Conjunction(_)) {
            return None;
        }
        let clause = |at: &GroupId| {
            !matches!(
                self.groups[*at].kind,
                GroupKind::Stop | GroupKind::Quote | GroupKind::Subordinator(_) | GroupKind::Relative
            )
        };
        before
            .take_while(clause)
            .find_map(|at| Some((at, self.verb(at)?)))
            .filter(|(_, verb)| verb.form == VerbForm::Infinitive)
            .map(|(at, _)| at)
    }

    /// Whose deed it is then: that of the infinitive, whose form it shares.
    pub(super) fn shared_infinitive(&self, at: GroupId) -> Found {
        let earlier = self.joined_infinitive(at).and_then(|earlier| self.verb(earlier));
        earlier.map_or_else(Found::default, |earlier| Found {
            subject: earlier.subject,
            parent: earlier.parent,
            auxiliary: Some((VerbForm::Infinitive, None)),
            ..Found::default()
        })
    }

    /// Whether an infinitive tells what the noun before it is for, which opens the clause: "A bill to ease", "The decision by
    /// Shell to sell".
    pub(super) fn tells_purpose(&self, at: GroupId) -> bool {
        let Some(verb) = self.verb(at).filter(|verb| verb.form == VerbForm::Infinitive) else {
            return false;
        };
        let opens = |noun: GroupId| {
            // "A review of plans to cut fees says"
            let head = self.noun(noun).and_then(|noun| noun.preposition?.checked_sub(1));
            let head = head.filter(|head| head + 2 == noun).unwrap_or(noun);
            let common = |noun: &NounGroup| !noun.named && !noun.time && !noun.pronoun;
            self.noun(noun).is_some_and(common)
                && self
                    .noun(head)
                    .is_some_and(|head| common(head) && head.preposition.is_none())
                && self.opens_clause(head)
        };
        // "A tax to help fund roads will": the infinitive above it may be the one that tells, or a participle, "A bid led by
        // Kenya to fund roads will".
        let outer = |above: GroupId| {
            let above = self.verb(above);
            above
                .and_then(|above| match above.form {
                    VerbForm::Infinitive => above.parent,
                    VerbForm::Participle => above.subject,
                    _ => None,
                })
                .is_some_and(opens)
        };
        at.checked_sub(1).is_some_and(opens)
            || verb
                .parent
                .is_some_and(|above| above < at && (opens(above) || outer(above)))
    }

    /// Whether a finite verb follows in the sentence, other than that of a clause which tells why or when: "300 jobs to go as
    /// the plant shuts".
    fn finite_after(&self, at: GroupId) -> bool {
        let mut finite = (at + 1..self.groups.len())
            .take(FAR)
            .filter(|i| self.finite_at(*i));
        let first = finite.next();
        first.is_some_and(|first| !self.begins_between(at, first) || finite.next().is_some())
    }

    /// Whether a clause begins between two groups with a word that tells why or when.
    fn begins_between(&self, from: GroupId, to: GroupId) -> bool {
        (from + 1..to).any(|at| match self.groups[at].kind {
            GroupKind::Subordinator(_) => true,
            GroupKind::Preposition(word) => {
                let first = self.groups[at].first as usize;
                let when = ["after", "before", "until"];
                word == self.words.as_ || when.iter().any(|word| self.reading.is(first, word))
            }
            _ => false,
        })
    }

    /// The offer or deed of who is named by a phrase: "an offer from Siemens to buy", "the decision by Shell to sell".
    fn offered(&self, at: GroupId) -> Option<GroupId> {
        // "plans by Spain's Abertis to buy"
        let first = self.noun(at)?.possessor.filter(|first| *first < at).unwrap_or(at);
        let by = self.noun(first)?.preposition.filter(|by| by + 1 == first)?;
        let word = self.kind(by)?;
        let GroupKind::Preposition(word) = *word else {
            return None;
        };
        let offer = by.checked_sub(1)?;
        let noun = self.noun(offer)?;
        // "the decision by Shell to sell": what somebody does is told by any noun.
        let done = word == self.words.by && !noun.named && !noun.time && !noun.pronoun;
        let offers = word == self.words.from && self.words.offers.contains(noun.lemma);
        (done || offers).then_some(offer)
    }

    /// What is done for somebody to do what an infinitive says: "plans for Shell to buy", "paved the way for it to open".
    fn made_for(&self, at: GroupId) -> Option<GroupId> {
        let who = self.noun(at).filter(|noun| !noun.time && !self.is_figure(at))?;
        let for_ = who.preposition.filter(|for_| for_ + 1 == at)?;
        let tied = matches!(self.groups[for_].kind, GroupKind::Preposition(word) if word == self.words.for_);
        // "calls for emissions to fall": with an object, the infinitive may tell what the noun is for, "asked for funds to build".
        let acts = || {
            let plural = self.reading.tag(who.head as usize) == Tag::NounPlural;
            plural
                && !self
                    .noun(self.skip(at + 2))
                    .is_some_and(|noun| !noun.time && !noun.named)
        };
        let known = who.named || who.pronoun || !who.bare || acts();
        let what = for_.checked_sub(1).filter(|_| tied && known)?;
        (self.noun(what).is_some() || self.verb(what).is_some()).then_some(what)
    }
}
