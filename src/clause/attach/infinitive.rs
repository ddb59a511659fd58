//! Whose deed an infinitive is: `plans to export`, `an offer from Siemens to buy`.

use super::subject::Found;
use super::{Attach, FAR};
use crate::clause::group::{GroupKind, VerbForm};
use crate::clause::GroupId;
use crate::lexicon::Classes;

impl Attach<'_, '_> {
    pub(super) fn infinitive(&self, at: GroupId) -> Found {
        let mut i = at;
        for _ in 0..FAR {
            let Some(before) = i.checked_sub(1) else { break };
            i = before;
            match &self.groups[i].kind {
                GroupKind::Verb(verb) => {
                    return Found::under(verb, i);
                }
                GroupKind::Noun(noun) => {
                    let offer = self.offered(i).or_else(|| self.made_for(i));
                    if let Some(offer) = offer.filter(|_| i + 1 == at) {
                        return Found {
                            subject: Some(i),
                            parent: Some(offer),
                            ..Found::default()
                        };
                    }
                    let governor = noun.verb.filter(|verb| *verb < i);
                    let bare = noun.preposition.is_none() && !noun.time;
                    let controls = governor.and_then(|verb| self.verb(verb)).is_some_and(|verb| {
                        self.reading
                            .lexicon
                            .word(verb.lemma)
                            .classes
                            .contains(Classes::CONTROL)
                    });
                    if bare && controls {
                        return Found {
                            subject: Some(noun.chain.unwrap_or(i)),
                            parent: governor,
                            ..Found::default()
                        };
                    }
                    // "Ruto's decision not to sign", but "Volkswagen's first factory to open in 2027"
                    let opens = || {
                        let object = self.noun(self.skip(at + 1)).is_some_and(|noun| !noun.time);
                        governor.is_none() && !object && self.opens_clause(i) && !self.finite_after(at)
                    };
                    if bare && noun.possessor.is_some() && i + 2 >= at && !opens() {
                        return Found {
                            subject: noun.possessor,
                            parent: Some(i),
                            ..Found::default()
                        };
                    }
                    // "Siemens to buy Bosch", "Plant in Kenya to close"
                    let reaches = || {
                        let near = i + 1 == at && noun.named;
                        near || (i + 1 == at || self.over_phrases(self.skip(i + 1)) == at)
                            && !self.finite_after(at)
                    };
                    if bare && governor.is_none() && self.opens_clause(i) && reaches() {
                        return Found {
                            subject: Some(noun.chain.unwrap_or(i)),
                            headline: true,
                            ..Found::default()
                        };
                    }
                    // "Plans to sell the unit were scrapped"
                    if bare && governor.is_none() && i + 1 == at && self.tells_purpose(at) {
                        return Found {
                            subject: noun.possessor,
                            parent: Some(i),
                            ..Found::default()
                        };
                    }
                    if bare
                        && governor.is_some()
                        && (i + 1 == at || self.over_phrases(self.skip(i + 1)) == at)
                    {
                        // "the group's plan to put", "plans to put"
                        let subject = noun.possessor.or_else(|| {
                            governor
                                .and_then(|verb| self.verb(verb))
                                .and_then(|verb| verb.subject)
                        });
                        return Found {
                            subject,
                            parent: Some(i),
                            ..Found::default()
                        };
                    }
                }
                GroupKind::Subordinator(_) | GroupKind::Stop => break,
                _ => {}
            }
        }
        Found::default()
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
            self.noun(noun)
                .is_some_and(|noun| noun.preposition.is_none() && !noun.named && !noun.time && !noun.pronoun)
                && self.opens_clause(noun)
        };
        at.checked_sub(1).is_some_and(opens) || verb.parent.is_some_and(|above| above < at && opens(above))
    }

    /// Whether a finite verb follows in the sentence.
    fn finite_after(&self, at: GroupId) -> bool {
        (at + 1..self.groups.len()).take(FAR).any(|i| self.finite_at(i))
    }

    /// The offer or deed of who is named by a phrase: "an offer from Siemens to buy", "the decision by Shell to sell".
    fn offered(&self, at: GroupId) -> Option<GroupId> {
        let by = self.noun(at)?.preposition.filter(|by| by + 1 == at)?;
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
        let what = for_
            .checked_sub(1)
            .filter(|_| tied && (who.named || who.pronoun || !who.bare))?;
        (self.noun(what).is_some() || self.verb(what).is_some()).then_some(what)
    }
}
