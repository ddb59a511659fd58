//! `those`, `that` or nothing for a statistic's noun told before: "shipments to China rose, those to Japan fell", "while
//! that of cement declined", "Kenya's rose".

use super::apply::Applier;
use super::course::Measured;
use super::frame::{Frame, DATE};
use super::TriggerSort;
use crate::clause::{Filling, Group, GroupId, GroupKind, NounGroup, Slot, VerbForm};
use crate::lexicon::{Tag, WordId};
use crate::mention::Kind;

/// How many sentences back the noun may stand.
const BACK: usize = 1;
/// Among how many groups before a noun the place stands that its clause begins with.
const ASIDE: usize = 8;
/// Among how many groups behind `it` a figure stands.
const NEAR: usize = 8;

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
        let told = told.filter(|told| told.sentence == sentence || !self.measures_anew(at));
        told.filter(|_| {
            elided || phrase && (word == words.those || word == words.that) || self.is_moved(at, word)
        })
    }

    /// Whether the sentence begins with a measure of its own, for which a pronoun stands rather: "Exports of tea are the bright
    /// spot: they rose 4%".
    fn measures_anew(&self, at: GroupId) -> bool {
        let measures = |noun: &NounGroup| !noun.pronoun && !noun.named && self.rules.is_measure(noun.lemma);
        let subject = |group: GroupId| {
            let noun = self.clauses.noun(group).filter(|noun| measures(noun))?;
            self.clauses
                .verb(noun.verb?)
                .filter(|verb| verb.subject == Some(group))
        };
        (0..at).any(|group| subject(group).is_some())
    }

    /// Whether `they` or `it` at `at` is moved as a measure is: "they fell 12% to 570,000 tonnes".
    fn is_moved(&self, at: GroupId, word: WordId) -> bool {
        let words = &self.rules.words;
        let verb = self.clauses.verb(at + 1).filter(|verb| {
            verb.finite()
                && !verb.passive
                && !verb.relative
                && verb.subject == Some(at)
                && verb.object.is_none_or(|object| self.has_figure(object))
        });
        // "They were worth $3m in May"
        let worth = verb.is_some_and(|verb| verb.lemma == words.be)
            && self.preposition(at + 2) == Some(words.worth)
            && self.has_figure(at + 3);
        if word == words.they && worth {
            return true;
        }
        // "Output rose in Peru, but in Chile it fell", "output rose in May, but it fell in June": what else is `it` there?
        let again = || self.opening_phrase(at).is_some() || self.is_subject_before(at);
        // A company or a share may be `it`.
        let counted = |group: &Group| {
            let mut mentions = self.mentions.within(group.first, group.end);
            mentions.any(|mention| matches!(mention.kind(), Kind::Count | Kind::Measure))
        };
        let counted = word != words.it || self.clauses.groups[at..].iter().take(NEAR).any(counted) || again();
        (word == words.they || word == words.it)
            && counted
            && verb.is_some_and(|verb| self.rules.movements.tells_measure(verb.lemma))
    }

    /// Whether a pronoun may stand for the noun that told a statistic: `they` for `exports`, `it` for `output`.
    fn agrees(&self, at: GroupId, noun: &Frame<'x>) -> bool {
        let words = &self.rules.words;
        let pronoun = self
            .clauses
            .noun(at)
            .map(|noun| self.reading.ids[noun.head as usize]);
        let start = noun.trigger.start();
        let token = self.reading.token_from(start);
        let plural = self.reading.tag(token) == Tag::NounPlural;
        match pronoun {
            Some(word) if word == words.they => plural,
            Some(word) if word == words.it => !plural,
            _ => true,
        }
    }

    /// Reads a pronoun as the noun that it stands for.
    pub(super) fn stand_in(&mut self, at: GroupId, number: usize, out: &mut Vec<Frame<'x>>) {
        let Some(told) = self.stands_for(at, number) else {
            return;
        };
        if !out.get(told.frame).is_some_and(|noun| self.agrees(at, noun)) {
            return;
        }
        let rules = self.rules;
        let elided = self.is_elided(at);
        let from = out.len();
        let mut found = told.trigger.rule;
        let told_again = self.frame(at, &told.trigger, &rules.rules[found], number, out);
        if told_again.is_err() {
            // "Imports into Ghana halved. Kenya's rose": another rule of the noun tells whose they are.
            let start = out[told.frame].trigger.start();
            let token = self.reading.token_from(start);
            let event = rules.rules[found].event;
            let others = rules.triggers(self.reading.noun_lemma(token), TriggerSort::Noun);
            let mut others = others.filter(|other| {
                let rule = &rules.rules[other.rule];
                elided
                    && rule.event == event
                    && rule.reads_figures()
                    && !rule.follows
                    && rule.under.is_empty()
            });
            let other = others.find(|other| {
                self.frame(at, other, &rules.rules[other.rule], number, out)
                    .is_ok()
            });
            let Some(other) = other else { return };
            found = other.rule;
        }
        let rule = &rules.rules[found];
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
        self.told(at, rule, &out[from..]);
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
        // "while to Chile they fell"
        if let Some((word, group)) = self.opening_phrase(at) {
            fillings.push(Filling {
                slot: Slot::Preposition(word),
                group,
            });
        }
        // "In Italy, however, they fell": it is Italy's.
        fillings.extend(self.opening_place(at).map(|group| Filling {
            slot: Slot::Possessive,
            group,
        }));
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

    /// The preposition and the name right before the pronoun at `at` that its clause begins with: "while at Kia they rose".
    fn opening_phrase(&self, at: GroupId) -> Option<(WordId, GroupId)> {
        let comma = at
            .checked_sub(1)
            .is_some_and(|before| matches!(self.clauses.groups[before].kind, GroupKind::Comma));
        let name = at.checked_sub(1 + usize::from(comma))?;
        let within = name.checked_sub(1)?;
        let word = self.preposition(within)?;
        let before = within
            .checked_sub(1)
            .map(|before| &self.clauses.groups[before].kind);
        let opens = matches!(
            before,
            None | Some(
                GroupKind::Comma | GroupKind::Conjunction(_) | GroupKind::Subordinator(_) | GroupKind::Stop
            )
        );
        let noun = self.clauses.noun(name)?;
        (opens && noun.named && !noun.time && !self.has_figure(name)).then_some((word, name))
    }

    /// Whether the noun that a statistic was told of is the subject of the clause before the one that the pronoun at `at`
    /// begins: "output rose in May, but it fell in June".
    fn is_subject_before(&self, at: GroupId) -> bool {
        let joined = at.checked_sub(1).is_some_and(|before| {
            matches!(
                self.clauses.groups[before].kind,
                GroupKind::Conjunction(_) | GroupKind::Subordinator(_)
            )
        });
        let mut verbs = self.clauses.groups[..at]
            .iter()
            .rev()
            .filter_map(|group| match &group.kind {
                GroupKind::Verb(verb) if verb.finite() => Some(verb),
                _ => None,
            });
        let subject = verbs.next().and_then(|verb| verb.subject).filter(|_| joined);
        let noun = subject.and_then(|subject| self.clauses.noun(subject));
        noun.is_some_and(|noun| !noun.pronoun && self.rules.is_measure(noun.lemma))
    }

    /// The place that the clause of the noun at `at` begins with: "In Italy, however, they fell", "In Peru, the largest of
    /// these markets, sales rose".
    pub(super) fn opening_place(&self, at: GroupId) -> Option<GroupId> {
        let kind = |at: GroupId| &self.clauses.groups[at].kind;
        let before = (at.saturating_sub(ASIDE)..at).rev();
        let mut before = before.take_while(|at| {
            !matches!(
                kind(*at),
                GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative
            )
        });
        let opening = |place: &GroupId| {
            let Some(within) = place.checked_sub(1) else {
                return false;
            };
            let named = self.clauses.noun(*place).is_some_and(|noun| noun.place);
            let hangs = matches!(kind(within), GroupKind::Preposition(word) if *word == self.rules.words.in_);
            let opens = within.checked_sub(1).is_none_or(|before| {
                matches!(
                    kind(before),
                    GroupKind::Comma
                        | GroupKind::Conjunction(_)
                        | GroupKind::Subordinator(_)
                        | GroupKind::Stop
                )
            });
            named && hangs && opens
        };
        let place = before.find(opening)?;
        let parted = place + 1 == at || matches!(kind(at - 1), GroupKind::Comma);
        parted.then_some(place)
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
