//! Whether a verb brings somebody's words: a quotation beside it, or a clause that it takes.

use super::{ClauseWords, Clauses, Group, GroupId, GroupKind, VerbForm, VerbGroup};
use crate::lexicon::Tag;
use crate::reading::Reading;

/// How many groups away the words may stand.
const NEAR: usize = 16;

impl Clauses {
    /// Whether words in quotation marks stand beside the verb at `at`, with no other clause in between.
    pub(crate) fn quotes(&self, reading: &Reading<'_>, at: GroupId) -> bool {
        let Some(verb) = self.verb(at) else { return false };
        let token = verb.head as usize;
        let mark = |group: GroupId| {
            let mark = self.groups.get(group)?.first as usize;
            let quotation = reading.quotation(mark)?;
            let holds_verb = quotation.inside().contains(&token);
            (!holds_verb).then_some(())
        };
        for group in (0..at).rev().take(NEAR) {
            match &self.groups[group].kind {
                GroupKind::Quote => return mark(group).is_some(),
                // "“It is full” is what the mayor warned."
                GroupKind::Verb(verb)
                    if reading.tag(verb.head as usize) == Tag::Be
                        && group > 0
                        && matches!(self.groups[group - 1].kind, GroupKind::Quote) => {}
                GroupKind::Verb(verb) if verb.finite() && !verb.relative => break,
                GroupKind::Stop | GroupKind::Subordinator(_) => break,
                _ => {}
            }
        }
        for group in (at + 1..self.groups.len()).take(NEAR) {
            match &self.groups[group].kind {
                GroupKind::Quote => return mark(group).is_some(),
                GroupKind::Verb(verb) if verb.finite() && !verb.relative => break,
                GroupKind::Subordinator(_) => break,
                _ => {}
            }
        }
        false
    }

    /// Whether the verb at `at` takes an infinitive: `urged the state to act`, `vowed to act`.
    pub(crate) fn takes_infinitive(&self, at: GroupId) -> bool {
        // "spent $40m to move production": it may hang on a figure.
        let figure = self.verb(at).and_then(|verb| verb.object);
        let figure = figure.filter(|object| self.noun(*object).is_some_and(|noun| noun.named));
        (at + 1..self.groups.len()).take(NEAR).any(|group| {
            self.verb(group).is_some_and(|verb| {
                verb.form == VerbForm::Infinitive
                    && verb.parent.is_some()
                    && (verb.parent == Some(at) || verb.parent == figure)
            })
        })
    }

    /// Whether the verb at `at` takes a clause: `said (that) sales rose`, `sales rose, he added`, `added: …`,
    /// `as he explained, …`.
    pub(crate) fn takes_clause(&self, reading: &Reading<'_>, at: GroupId, words: &ClauseWords) -> bool {
        let Some(verb) = self.verb(at) else { return false };
        // "After concluding a deal, Siemens left": whoever does what a gerund tells may follow it.
        if verb.form != VerbForm::Gerund && verb.subject.is_some_and(|subject| subject > at) {
            return true;
        }
        for group in (at + 1..self.groups.len()).take(NEAR) {
            match &self.groups[group].kind {
                // "reported a loss as the market shrank"
                GroupKind::Subordinator(word) if *word == words.as_ && verb.object.is_some() => break,
                // "reported a greater profit than analysts foresaw"
                GroupKind::Subordinator(word) | GroupKind::Preposition(word) if *word == words.than => break,
                // "agreed to pay $4m to settle claims it lied": the clause is another verb's.
                GroupKind::Verb(other) if other.form == VerbForm::Infinitive => break,
                GroupKind::Subordinator(_) if self.told_between(at + 1, group) => return true,
                GroupKind::Relative if group == at + 1 => return true,
                GroupKind::Verb(other) if other.finite() => {
                    // "reported a loss as the market fell": the clause tells when.
                    let when = |group: &Group| matches!(group.kind, GroupKind::Preposition(word) if word == words.as_);
                    let aside = verb.object.is_some_and(|object| {
                        object < group && self.groups[object + 1..group].iter().any(when)
                    });
                    if !aside && other.subject.is_some_and(|subject| subject > at) && !other.relative {
                        return true;
                    }
                    break;
                }
                GroupKind::Stop if group == at + 1 => return true,
                GroupKind::Subordinator(_)
                | GroupKind::Relative
                | GroupKind::Stop
                | GroupKind::Comma
                | GroupKind::Conjunction(_) => break,
                _ => {}
            }
        }
        // "…, the company added.", "as the company put it, …"
        let bare = verb.object.is_none();
        let it = |object: GroupId| self.noun(object).is_some_and(|noun| noun.pronoun && noun.bare);
        let Some(subject) = verb.subject.filter(|_| verb.object.is_none_or(it)) else {
            return false;
        };
        let left = self.speaker_begins(subject);
        let opening = self.groups.get(left).map(|group| &group.kind);
        let before = left.checked_sub(1).map(|before| &self.groups[before].kind);
        if [opening, before].into_iter().flatten().any(|kind| {
            matches!(kind, GroupKind::Preposition(word) | GroupKind::Subordinator(word) if *word == words.as_)
        }) {
            return true;
        }
        // "“A dead end” was how the company put it."
        let how = |group: &Group| {
            matches!(group.kind, GroupKind::Relative) && reading.is(group.first as usize, "how")
        };
        if !bare && left > 0 && how(&self.groups[left - 1]) {
            return true;
        }
        bare && self.ends_words(at, left)
    }

    /// Whether the verb at `at` and its subject stand behind the words that they tell, or in the midst of them: "fares will rise,
    /// bakers warn", "fares, warn bakers, will rise".
    pub(crate) fn stands_behind_words(&self, reading: &Reading<'_>, at: GroupId) -> bool {
        let verb = self.verb(at).filter(|verb| verb.finite() && !verb.passive);
        let Some((verb, subject)) = verb.and_then(|verb| Some((verb, verb.subject?))) else {
            return false;
        };
        if subject > at {
            return at > 0 && matches!(self.groups[at - 1].kind, GroupKind::Comma | GroupKind::Quote);
        }
        // "bakers warn | that fair policy is needed": the words follow.
        let told = self
            .groups
            .get(at + 1)
            .is_some_and(|group| reading.is(group.first as usize, "that"));
        verb.object.is_none()
            && !told
            && self.ends_clause(at)
            && self.ends_words(at, self.speaker_begins(subject))
    }

    /// Whether nothing but times and phrases stands between the verb at `at` and the end of its clause.
    fn ends_clause(&self, at: GroupId) -> bool {
        self.groups.get(self.past_phrases(at + 1)).is_none_or(|group| {
            matches!(
                group.kind,
                GroupKind::Comma | GroupKind::Stop | GroupKind::Quote | GroupKind::Other
            )
        })
    }

    /// Where the times and phrases end that begin at a group.
    fn past_phrases(&self, first: GroupId) -> GroupId {
        let phrase = |group: &&Group| {
            matches!(
                group.kind,
                GroupKind::Noun(_) | GroupKind::Preposition(_) | GroupKind::Adverb(_)
            )
        };
        first + self.groups.iter().skip(first).take_while(phrase).count()
    }

    /// Where the noun group and phrases begin that end with a subject.
    fn speaker_begins(&self, subject: GroupId) -> GroupId {
        let within = |group: &Group| {
            matches!(
                group.kind,
                GroupKind::Noun(_)
                    | GroupKind::Preposition(_)
                    | GroupKind::Adverb(_)
                    | GroupKind::Adjective
                    | GroupKind::Other
                    | GroupKind::Open
                    | GroupKind::Close
            )
        };
        let before = self.groups[..subject].iter().rev();
        subject - before.take_while(|group| within(group)).count()
    }

    /// Whether a speaker that begins at `first` and the verb at `at` close the words before them, or stand in their midst.
    fn ends_words(&self, at: GroupId, first: GroupId) -> bool {
        let finite = |group: &Group| matches!(&group.kind, GroupKind::Verb(verb) if verb.finite());
        first > 0
            && matches!(self.groups[first - 1].kind, GroupKind::Comma | GroupKind::Quote)
            && (self.groups[..first].iter().any(finite)
                || self.verb(at).is_some_and(VerbGroup::finite) && self.is_inserted(at, first))
    }

    /// Whether commas part a speaker that begins at `first` and the verb at `at` from the subject before them and its verb
    /// behind: "The plant, the union added on Friday, will stay open".
    fn is_inserted(&self, at: GroupId, first: GroupId) -> bool {
        let close = self.past_phrases(at + 1);
        let comma = |at: GroupId| {
            matches!(
                self.groups.get(at).map(|group| &group.kind),
                Some(GroupKind::Comma)
            )
        };
        let around = self.verb(close + 1).filter(|verb| verb.finite());
        comma(first - 1)
            && comma(close)
            && around
                .and_then(|verb| verb.subject)
                .is_some_and(|subject| subject < first)
    }

    /// Whether nothing but who is told, and when, stands in a run of groups.
    fn told_between(&self, from: GroupId, to: GroupId) -> bool {
        self.groups[from..to].iter().all(|group| {
            matches!(
                group.kind,
                GroupKind::Noun(_)
                    | GroupKind::Preposition(_)
                    | GroupKind::Adverb(_)
                    | GroupKind::Conjunction(_)
                    | GroupKind::Other
            )
        })
    }
}
