//! What a rule asks of the words around its trigger.

use super::apply::Applier;
use super::definition::{Condition, PhrasalVerb};
use super::filler::Filler;
use super::miss::Why;
use super::statistic::Figures;
use super::Rule;
use crate::clause::{Clauses, Filling, Group, GroupId, GroupKind, Slot, VerbForm, VerbGroup};
use crate::lexicon::{Hit, Label, List, Tag, WordId, WordSet};
use crate::mention::{Kind, Mention, Value};
use crate::reading::Reading;

/// How many groups behind a noun its verbs are looked for.
const NEAR: usize = 24;

/// The sorts of organisations that tell figures of others: statistics offices, associations, papers.
const REPORTERS: [Label; 5] = [
    Label::Government,
    Label::Association,
    Label::Media,
    Label::Exchange,
    Label::Research,
];

/// Whether an organisation tells figures of others rather than its own.
pub(crate) fn is_reporter(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let reports = |hit: &Hit| REPORTERS.contains(&hit.label);
    mention.kind() == Kind::Organisation
        && (mention.first..mention.end).any(|token| {
            reading.hits_at(token as usize).iter().any(|hit| match hit.list {
                List::Organisations => token == mention.first && hit.end == mention.end && reports(hit),
                // "Blue Star Ltd", "Standard Motors": a paper is called so at its end.
                List::OrgHeads => reports(hit) && (hit.label != Label::Media || hit.end == mention.end),
                _ => false,
            })
        })
}

impl<'x> Applier<'_, 'x> {
    /// The word among those that a rule asks for which governs its trigger at `at`: the verb or noun of an infinitive
    /// or gerund, or a verb that has the noun as its subject or object.
    pub(super) fn governor_under(&self, at: GroupId, under: &[PhrasalVerb]) -> Option<GroupId> {
        let fits = |id: &GroupId| {
            if let Some(noun) = self.clauses.noun(*id) {
                return under.iter().any(|(lemma, _)| *lemma == noun.lemma);
            }
            let Some(verb) = self.clauses.verb(*id) else {
                return false;
            };
            let after = match self.clauses.groups.get(*id + 1).map(|group| &group.kind) {
                Some(GroupKind::Preposition(word) | GroupKind::Adverb(word)) => Some(*word),
                _ => None,
            };
            under.iter().any(|(lemma, particle)| {
                *lemma == verb.lemma
                    && (particle.is_none() || *particle == verb.particle || *particle == after)
            })
        };
        let above = match self.clauses.verb(at) {
            // "Having sold its mills, Siemens aims": what opens the sentence is under no verb behind it.
            Some(verb) => verb
                .parent
                .filter(|above| *above < at || verb.form != VerbForm::Gerund),
            None => self.clauses.governor(at),
        };
        let acts = |id: GroupId| {
            self.clauses
                .verb(id)
                .is_some_and(|verb| self.acts_on_another(verb, at))
        };
        if let Some(governor) = above.filter(fits).filter(|above| !acts(*above)) {
            return Some(governor);
        }
        if let Some(verb) = self.clauses.verb(at) {
            // "emphasis on raising", "its aim is to raise"
            let noun = match verb.form {
                VerbForm::Gerund => at.checked_sub(2).filter(|_| self.preposition(at - 1).is_some()),
                _ => above.and_then(|id| {
                    let be = self
                        .clauses
                        .verb(id)
                        .filter(|verb| verb.lemma == self.rules.words.be)?;
                    be.subject
                }),
            };
            return noun.filter(|id| self.clauses.noun(*id).is_some()).filter(fits);
        }
        // "is bringing in a rule", "waved through tariffs": the particle is read as a preposition.
        let hangs = self.clauses.noun(at).and_then(|noun| noun.preposition);
        let over = |at| self.clauses.verb_over_source(at, &self.rules.words);
        let through =
            hangs.and_then(|at| Some((self.preposition(at)?, over(at).or_else(|| at.checked_sub(1))?)));
        if let Some((word, before)) = through {
            let particle = |(lemma, particle): &PhrasalVerb| {
                *particle == Some(word) && self.clauses.verb(before).is_some_and(|verb| verb.lemma == *lemma)
            };
            if under.iter().any(particle) {
                return Some(before);
            }
        }
        // "The meeting, chaired by the minister, approved …": a noun may have several verbs.
        let first = self.clauses.noun(at)?.chain.unwrap_or(at);
        let near = at + 1..self.clauses.groups.len().min(at + NEAR);
        near.filter(|id| {
            self.clauses
                .verb(*id)
                .filter(|verb| !self.acts_on_another(verb, first))
                .is_some_and(|verb| {
                    let tells_of =
                        |noun: GroupId| noun == first || self.clauses.describes_over(*id, noun, at);
                    let of_gerund = verb.subject.is_none() && verb.parent.is_some_and(tells_of);
                    verb.subject.is_some_and(tells_of) || verb.object.is_some_and(tells_of) || of_gerund
                })
        })
        .find(fits)
    }

    /// Whether a noun does with another what a relative clause says: "a pact that will scrap duties" is not scrapped. What
    /// "takes effect" does so with nothing.
    fn acts_on_another(&self, verb: &VerbGroup, noun: GroupId) -> bool {
        let other = verb
            .object
            .filter(|object| *object != noun && !self.has_figure(*object));
        let thing = other.and_then(|other| self.clauses.noun(other)).filter(|other| {
            let bare = other.bare && self.reading.tag(other.head as usize) == Tag::Noun;
            !other.time && !bare
        });
        verb.relative && !verb.passive && verb.subject == Some(noun) && thing.is_some()
    }

    /// Whether a participle stands behind the noun that it describes with no comma between: "gloves made in China cost more".
    pub(super) fn restricts(&self, at: GroupId) -> bool {
        let kind = |at: GroupId| &self.clauses.groups[at].kind;
        let GroupKind::Verb(verb) = kind(at) else {
            return false;
        };
        if verb.form != VerbForm::Participle {
            return false;
        }
        let before = (0..at)
            .rev()
            .find(|at| !matches!(kind(*at), GroupKind::Adverb(_)));
        let behind_noun = before.is_some_and(|before| matches!(kind(before), GroupKind::Noun(_)));
        // "bags cut and sewn in Peru"
        let unparted = |noun: GroupId| {
            noun < at && (noun..at).all(|at| !matches!(kind(at), GroupKind::Comma | GroupKind::Stop))
        };
        behind_noun || verb.subject.is_some_and(unparted)
    }

    /// Whether one of the words stands in the phrase of the trigger: in its noun group, right before it, or behind
    /// it up to the next comma or verb. `described`: what its nouns are described by counts as well, as in "earned from
    /// garments sold abroad".
    pub(super) fn phrase_has(&self, at: GroupId, words: &WordSet, described: bool) -> bool {
        if words.is_empty() {
            return false;
        }
        let groups = &self.clauses.groups;
        let from = match at.checked_sub(1).map(|before| &groups[before].kind) {
            Some(GroupKind::Adverb(_) | GroupKind::Adjective) => at - 1,
            // "a loaf now costs $2"
            Some(GroupKind::Noun(noun)) if noun.time && self.clauses.verb(at).is_some() => at - 1,
            _ => at,
        };
        let behind = groups
            .iter()
            .enumerate()
            .skip(at + 1)
            .take(12)
            .take_while(|(id, group)| match &group.kind {
                GroupKind::Verb(verb) => {
                    let describes = |noun: GroupId| noun > at && noun < *id;
                    described
                        && verb.form == VerbForm::Participle
                        && verb.passive
                        && verb.subject.is_some_and(describes)
                }
                // "garments, shoes and bags"
                GroupKind::Comma => {
                    described && self.clauses.noun(id + 1).is_some_and(|noun| noun.chain.is_some())
                }
                GroupKind::Stop | GroupKind::Subordinator(_) => false,
                // "sales of 300 tonnes and exports of 20"
                GroupKind::Conjunction(_) => {
                    let other =
                        *id > at + 1 && self.clauses.noun(at).and_then(|noun| noun.next) == Some(id + 1);
                    !other && !self.is_figure_elsewhere(id + 1)
                }
                _ => true,
            });
        // "raised its tax last week" is about no week.
        let dated = |group: &&Group| {
            let mut mentions = self.mentions.within(group.first, group.end);
            matches!(&group.kind, GroupKind::Noun(noun) if noun.time)
                && mentions.any(|mention| mention.kind() == Kind::Date)
        };
        let behind = behind
            .map(|(_, group)| group)
            .filter(|group| described || !dated(group));
        // "shipments abroad plunged", "sales of tea abroad plunged": an adverb right before the verb.
        let verb = (at + 1..groups.len())
            .take(NEAR)
            .find(|id| self.clauses.verb(*id).is_some());
        let next = verb.and_then(|id| {
            let verb = self
                .clauses
                .verb(id)
                .filter(|verb| id == at + 1 || described && verb.subject == Some(at))?;
            Some(groups[id].first as usize..verb.head as usize)
        });
        let next = next.unwrap_or_default();
        let groups = groups[from..=at].iter().chain(behind);
        let tokens = groups.map(|group| group.first as usize..group.end as usize);
        tokens.chain([next]).any(|mut tokens| {
            tokens.any(|token| {
                let id = self.reading.ids[token];
                let lemma = || self.reading.lexicon.word(id).lemma(self.reading.tag(token));
                self.rules.gate.knows(id)
                    && (words.contains(id) || lemma().is_some_and(|lemma| words.contains(lemma)))
            })
        })
    }

    /// Whether a bare number stands at `at` and right behind it where that was: "sold 60,000 at home and 3,000 overseas".
    pub(super) fn is_figure_elsewhere(&self, at: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let adverb = matches!(
            groups.get(at + 1).map(|group| &group.kind),
            Some(GroupKind::Adverb(_))
        );
        adverb
            && groups.get(at).is_some_and(|group| {
                let mut mentions = self.mentions.within(group.first, group.end);
                mentions.any(|mention| match mention.value() {
                    Value::Count { noun, .. } => noun.as_deref().is_none_or(|noun| noun == "unit"),
                    _ => false,
                })
            })
    }

    /// The preposition at `at`.
    pub(super) fn preposition(&self, at: GroupId) -> Option<WordId> {
        match self.clauses.groups.get(at)?.kind {
            GroupKind::Preposition(word) => Some(word),
            _ => None,
        }
    }

    /// Whether a noun only says what something is there for or how it stands, so that the figures beside it are of
    /// something else: "a house for sale at $2m", "is on sale for $99".
    pub(super) fn qualifies(&self, at: GroupId) -> bool {
        let Some(noun) = self.clauses.noun(at) else {
            return false;
        };
        let group = &self.clauses.groups[at];
        group.first == noun.head
            && group.end == noun.head + 1
            && self.reading.tag(noun.head as usize) == Tag::Noun
            && noun
                .preposition
                .and_then(|at| self.preposition(at))
                .is_some_and(|word| self.rules.purposes.contains(&word))
            && self.preposition(at + 1) != Some(self.rules.words.of)
    }

    /// Whether a noun is what a share is of: "23.4% of exports".
    pub(super) fn is_shared(&self, at: GroupId) -> bool {
        let Some(share) = at.checked_sub(2) else {
            return false;
        };
        let group = &self.clauses.groups[share];
        self.preposition(at - 1) == Some(self.rules.words.of)
            && self
                .mentions
                .within(group.first, group.end)
                .any(|mention| mention.end == group.end && mention.kind() == Kind::Percent)
    }

    /// Whether the conditions of a rule hold: those that ask for figures of a statistic once these have been read.
    pub(super) fn meets(
        &mut self,
        at: GroupId,
        rule: &Rule,
        (fillings, held): (&[Filling], u64),
        figures: Option<&Figures>,
    ) -> Result<(), Why> {
        let mut found = std::mem::take(&mut self.found);
        let now = |condition: &&Condition| condition.figures == figures.is_some();
        let failed = rule.conditions.iter().filter(now).find(|condition| {
            found.clear();
            let told = figures.is_some_and(|figures| self.tells(condition, figures));
            (told || self.holds(at, condition, fillings, held, &mut found)) != condition.wanted
        });
        self.found = found;
        match failed.filter(|_| !self.is_stand_in(at)) {
            Some(failed) => Err(Why::Condition(failed.line)),
            None => Ok(()),
        }
    }

    /// Whether the figures of a statistic give what a condition asks for.
    fn tells(&self, condition: &Condition, figures: &Figures) -> bool {
        condition.slots.list.iter().any(|slot| {
            let mut told = figures.of(*slot);
            told.any(|figure| condition.accept.is_empty() || self.figure(figure, &condition.accept).is_some())
        })
    }

    /// Whether one of the slots of a condition gives what it asks for. `held` are the bits of those that are filled.
    pub(super) fn holds(
        &self,
        at: GroupId,
        condition: &Condition,
        fillings: &[Filling],
        held: u64,
        found: &mut Vec<Filler<'x>>,
    ) -> bool {
        let open = condition.takes.is_none_or(|takes| takes.meets(self.signs.kinds));
        if !open || condition.slots.bits & held == 0 {
            return false;
        }
        let sight = self.sight();
        condition.slots.list.iter().any(|slot| match slot {
            Slot::Quotation => self.clauses.quotes(self.reading, at),
            Slot::Clause => self.clauses.takes_clause(self.reading, at, &self.rules.words),
            Slot::Infinitive => self.clauses.takes_infinitive(at),
            Slot::Parenthesis => self.clauses.stands_behind_words(self.reading, at),
            slot => fillings
                .iter()
                .filter(|filling| filling.slot.serves(*slot))
                .any(|filling| {
                    condition.accept.is_empty()
                        || sight.take(filling.slot, filling.group, &condition.accept, found)
                }),
        })
    }

    /// Whether a trigger leaves open who does it: a verb without a subject, with a pronoun or (in the passive) with
    /// a figure for one; a noun without a possessor.
    pub(super) fn leaves_open(&self, at: GroupId) -> bool {
        match &self.clauses.groups[at].kind {
            GroupKind::Verb(verb) => verb
                .subject
                .and_then(|subject| self.clauses.noun(subject))
                .is_none_or(|noun| noun.pronoun || verb.passive),
            _ => !self.told_by_another(at),
        }
    }

    /// Whether somebody of whom only the name is not known reports the statistic of the noun at `at` as their own: "Quux
    /// Mart posted a 5% rise in sales".
    fn told_by_another(&self, at: GroupId) -> bool {
        let above = self
            .clauses
            .noun(at)
            .and_then(|noun| noun.preposition?.checked_sub(1));
        let above = above.filter(|above| self.clauses.noun(*above).is_some());
        let governed = [Some(at), above].into_iter().flatten().find_map(|group| {
            let verb = self.clauses.verb(self.clauses.governor(group)?)?;
            (verb.object == Some(group) && !verb.passive && self.rules.words.tells.contains(verb.lemma))
                .then_some(verb)
        });
        let subject = governed
            .and_then(|verb| verb.subject)
            .filter(|subject| *subject < at);
        let teller = subject.and_then(|subject| self.clauses.noun(subject));
        teller.is_some_and(|noun| {
            let name = self.reading.tokens[noun.head as usize].is_capitalised();
            name && !noun.pronoun && !noun.time && !noun.own && !self.rules.anaphors.is_business(noun.lemma)
        })
    }

    /// Whether the trigger, or the object of a verb, is spoken of as known.
    pub(super) fn definite(&self, at: GroupId) -> bool {
        let noun = match &self.clauses.groups[at].kind {
            // "a third terminal, a $250m unit"
            GroupKind::Noun(noun) if noun.apposition.is_some_and(|other| other < at) => return true,
            GroupKind::Verb(verb) if verb.passive => verb.subject,
            GroupKind::Verb(verb) => verb.object,
            _ => Some(at),
        };
        let told = |id: GroupId| {
            let first = self.clauses.groups[id].first as usize;
            let pronoun = self.clauses.noun(id)?.pronoun;
            let thing = pronoun && id != at && self.rules.words.things.contains(self.reading.ids[first]);
            Some(thing || self.reading.is(first, "the") || self.reading.is(first, "this"))
        };
        noun.and_then(told).unwrap_or(false)
    }

    /// Whether what is no name among the fillers is known already: "the plant".
    pub(super) fn points(&self, roles: &[(usize, Filler<'_>)]) -> bool {
        roles
            .iter()
            .filter(|(_, filler)| filler.mention.is_none() && filler.word.is_none())
            .any(|(_, filler)| {
                let first = self.reading.token_from(filler.span.start());
                let before = first.checked_sub(1);
                before.is_some_and(|token| self.reading.is(token, "the") || self.reading.is(token, "this"))
            })
    }

    /// Whether the verb of a trigger stands in the simple past.
    pub(super) fn is_past(&self, at: GroupId) -> bool {
        let verb = match trigger_verb(&self.clauses, at) {
            Some(verb) => verb,
            None => return false,
        };
        verb.form == VerbForm::Past && !verb.perfect && !verb.progressive
    }
}

/// The verb of a trigger: itself, or the one that governs it.
pub(super) fn trigger_verb(clauses: &Clauses, at: GroupId) -> Option<&VerbGroup> {
    clauses.verb(at).or_else(|| clauses.verb(clauses.governor(at)?))
}
