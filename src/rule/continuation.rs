//! Sentences that go on with the statistic before them by a verb that means none by itself: "China swallowed 610,000
//! tonnes". That their figure is of the same kind and unit tells it.

use super::apply::Applier;
use super::demand::Ask;
use super::filler::Filler;
use super::frame::{Frame, DATE};
use super::{Trigger, TriggerSort};
use crate::clause::{GroupId, GroupKind, VerbForm, VerbGroup};
use crate::mention::{Kind, Mention, Value};

/// What the subject of a clause is that goes on with a statistic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearer {
    /// Somebody, a place or goods: "China swallowed 610,000 tonnes".
    Named,
    /// A time: "May brought in $430m".
    Timed,
    /// The figure itself: "12,000 tonnes are on the water".
    Counted,
}

impl Bearer {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "named" => Self::Named,
            "timed" => Self::Timed,
            "counted" => Self::Counted,
            _ => return None,
        })
    }
}

/// How many verbs of a sentence are tried. More there are only in hostile text.
const MOST: usize = 16;

impl<'x> Applier<'_, 'x> {
    /// Tries the verbs of a sentence that are no triggers of what it tells, where it holds a figure like those told before.
    pub(super) fn go_on_by_any_verb(&mut self, number: usize, told: usize, out: &mut Vec<Frame<'x>>) {
        let rules = self.rules;
        let Some(last) = self.course.near(number) else {
            return;
        };
        let continues = &rules.events[last.event].continues;
        if continues.is_empty() || self.tells_another(told, out) {
            return;
        }
        let mut tried = 0;
        for at in 0..self.clauses.groups.len() {
            let GroupKind::Verb(verb) = &self.clauses.groups[at].kind else {
                continue;
            };
            let lemma = verb.lemma;
            // "chipped in another $1.7bn", "hovered around 900 tonnes"
            let before_figure = self
                .has_figure(at + 2)
                .then(|| self.preposition(at + 1))
                .flatten();
            let particle = verb.particle.or(before_figure);
            let words = &rules.words;
            if !(verb.finite() || self.is_accompanying(verb))
                || words.says(lemma)
                || words.other_figures.contains(lemma)
            {
                continue;
            }
            // "Spain had 12,000" of what was told; what it has of something else is named.
            if lemma == words.have && !verb.object.is_some_and(|object| self.is_bare_number(object)) {
                continue;
            }
            // "May proved the best month": a time is nobody's subject.
            let subject = verb.subject.or(at.checked_sub(1));
            let Some((subject, bearer)) =
                subject.and_then(|subject| Some((subject, self.bearer(subject, lemma == words.be)?)))
            else {
                continue;
            };
            let span = self.trigger_span(at);
            if out[told..].iter().any(|frame| frame.trigger == span) {
                continue;
            }
            tried += 1;
            if tried > MOST {
                break;
            }
            let fits = |rule: &&usize| rules.rules[**rule].continues == Some(bearer);
            for rule in continues.iter().filter(fits) {
                let trigger = Trigger {
                    rule: *rule,
                    sort: TriggerSort::Verb,
                    particle,
                    idiom: None,
                    asked: Ask::ANYTHING,
                };
                let before = out.len();
                self.attempt(at, lemma, &trigger, number, out);
                if let Some(frame) = out.get_mut(before) {
                    // "2022 saw sales of $5.6bn, 2023 of $5bn": each time has its own.
                    if let Some(time) = self.time_of(subject, bearer) {
                        frame.roles.retain(|(role, _)| *role != DATE);
                        frame.roles.push((DATE, time));
                    }
                    break;
                }
            }
        }
    }

    /// Whether a participle tells what others did beside the clause: "with Egypt declining 55% to 4 million kilos".
    fn is_accompanying(&self, verb: &VerbGroup) -> bool {
        let subject = verb
            .subject
            .filter(|_| matches!(verb.form, VerbForm::Gerund | VerbForm::Participle) && !verb.passive);
        let with = subject.and_then(|subject| self.clauses.noun(subject)?.preposition);
        with.and_then(|with| self.preposition(with)) == Some(self.rules.words.with)
    }

    /// The date that bears a statistic.
    fn time_of(&self, at: GroupId, bearer: Bearer) -> Option<Filler<'x>> {
        let group = &self.clauses.groups[at];
        let mut mentions = self.mentions.within(group.first, group.end);
        let date = mentions.find(|mention| mention.kind() == Kind::Date && bearer == Bearer::Timed)?;
        Some(self.of_mention(date, "subject"))
    }

    /// What a noun group is, if a statistic may go on with it.
    fn bearer(&self, at: GroupId, is_be: bool) -> Option<Bearer> {
        let noun = self.clauses.noun(at)?;
        let words = &self.rules.words;
        if noun.time {
            return Some(Bearer::Timed);
        }
        if self.has_figure(at) {
            return Some(Bearer::Counted);
        }
        let pronoun = noun.pronoun && {
            let word = self.reading.ids[noun.head as usize];
            (word == words.it || word == words.they) && !is_be
        };
        let described = !noun.named
            && !noun.pronoun
            && (words.wares.contains(noun.lemma)
                || self.rules.anaphors.is_business(noun.lemma)
                || self.rules.anaphors.is_held(noun.lemma) && noun.possessor.is_some());
        (pronoun || described || self.is_name(at)).then_some(Bearer::Named)
    }

    /// Whether a figure only tells how far something is from another, what that is, or how many of a few: "4 tonnes below
    /// its quota", "lower than the record 40 tonnes", "the latter two".
    fn is_difference(&self, mention: &Mention<'x>) -> bool {
        /// How far before a figure `than` may stand.
        const BEFORE: usize = 4;
        let (first, end) = (mention.first as usize, mention.end as usize);
        let movements = &self.rules.movements;
        let behind = self
            .reading
            .ids
            .get(end)
            .is_some_and(|word| movements.is_passed(*word) || movements.comparative.contains(*word));
        let than = (first.saturating_sub(BEFORE)..first).any(|token| self.reading.is(token, "than"));
        let bare = matches!(mention.value(), Value::Count { noun: None, .. });
        let digits = (first..end).any(|token| self.reading.tokens[token].first.is_ascii_digit());
        behind || than || bare && !digits
    }

    /// Whether a group holds a number alone.
    fn is_bare_number(&self, at: GroupId) -> bool {
        self.clauses.groups.get(at).is_some_and(|group| {
            let mut mentions = self.mentions.within(group.first, group.end);
            mentions.any(|mention| matches!(mention.value(), Value::Count { noun: None, .. }))
        })
    }

    /// Whether a sentence tells of a deal or a plant: its figures are not the statistic's.
    pub(super) fn tells_another(&self, told: usize, out: &[Frame<'x>]) -> bool {
        out[told..].iter().any(|frame| {
            let rule = &self.rules.rules[frame.rule];
            !rule.reads_figures() && rule.each.is_none()
        })
    }

    /// Whether the amounts that fill roles are like those of the statistic before, and nothing else in the sentence tells
    /// them.
    pub(super) fn is_continued(
        &self,
        number: usize,
        roles: &[(usize, Filler<'x>)],
        out: &[Frame<'x>],
    ) -> bool {
        let Some(last) = self.course.near(number) else {
            return false;
        };
        let known = |filler: &Filler<'x>| {
            let mut frames = out.iter().rev().take_while(|frame| frame.sentence == number);
            frames.any(|frame| {
                frame
                    .roles
                    .iter()
                    .any(|(_, other)| other.mention == filler.mention)
            })
        };
        let mut filled = None;
        for (role, filler) in roles {
            let Some(mention) = self.mention_of(filler) else {
                continue;
            };
            let amount = matches!(mention.kind(), Kind::Count | Kind::Money | Kind::Measure);
            if *role == DATE || filler.inherited || !amount {
                continue;
            }
            // "sold 300 cars. 51,000 people died": the noun of a count must be the same.
            let counts_other = match mention.value() {
                Value::Count { noun: Some(noun), .. } => {
                    let told = last.levels.iter().flatten().any(|level| {
                        matches!(self.mentions.mentions.get(level.index()).map(|level| level.value()),
                            Some(Value::Count { noun: Some(told), .. }) if told == noun)
                    });
                    !told
                }
                _ => false,
            };
            // "cotton 5,000 (4,700)" tells two of them.
            let again = filled == Some(*role);
            let other = counts_other || self.is_difference(mention) || !self.is_alike(mention, last);
            if again || other || known(filler) {
                return false;
            }
            filled = Some(*role);
        }
        filled.is_some()
    }
}
