//! Who has a thing done.

use super::Attach;
use crate::clause::group::{GroupKind, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::Tag;

impl Attach<'_, '_> {
    pub(super) fn causatives(&mut self) {
        self.lets();
        self.helped();
        self.has_done();
        self.sees();
    }

    /// `to help fund roads`: what it helps to do is an infinitive, without its `to`.
    pub(super) fn helps(&mut self) {
        for help in &self.kinds.verbs {
            let done = self.skip(help + 1);
            let helped = self.verb(*help).is_some_and(|verb| verb.lemma == self.words.help);
            let bare = self.verb(done).is_some_and(|verb| {
                verb.form == VerbForm::Present && self.reading.tag(verb.head as usize) == Tag::Verb
            });
            if let Some(verb) = self.verb_mut(done).filter(|_| helped && bare) {
                verb.form = VerbForm::Infinitive;
            }
        }
    }

    /// `helped build a mill`: what was helped to be done was done.
    fn helped(&mut self) {
        for done in &self.kinds.verbs {
            let help = self.verb(*done).and_then(|verb| verb.parent);
            let beside = help.filter(|help| self.skip(help + 1) == *done);
            let cause = beside
                .and_then(|help| self.verb(help))
                .filter(|verb| verb.lemma == self.words.help);
            let Some(VerbGroup {
                form, modal, negated, ..
            }) = cause.cloned()
            else {
                continue;
            };
            if let Some(verb) = self.verb_mut(*done) {
                verb.form = form;
                verb.modal = modal;
                verb.negated |= negated;
            }
        }
    }

    /// `saw its sales fall 5%`: whoever sees it is told of.
    fn sees(&mut self) {
        for done in &self.kinds.verbs {
            let bare = |verb: &&VerbGroup| verb.form == VerbForm::Present && verb.parent.is_none();
            let subject = self.verb(*done).filter(bare).and_then(|verb| verb.subject);
            let seen = subject
                .filter(|subject| subject + 1 == *done)
                .and_then(|subject| {
                    let mut before = subject.checked_sub(1)?;
                    while matches!(self.kind(before), Some(GroupKind::Adverb(_))) {
                        before = before.checked_sub(1)?;
                    }
                    let owner = self.noun(subject)?.possessor;
                    Some(owner.and_then(|owner| owner.checked_sub(1)).unwrap_or(before))
                });
            let tells = |verb: &VerbGroup| !verb.passive && self.words.tells.contains(verb.lemma);
            let cause = seen.and_then(|seen| self.verb(seen)).filter(|verb| tells(verb));
            let Some(VerbGroup { form, modal, .. }) = cause.cloned() else {
                continue;
            };
            if let Some(verb) = self.verb_mut(*done) {
                verb.form = form;
                verb.modal = modal;
                verb.parent = seen;
            }
        }
    }

    /// `let 300 people go`, `let go of 300 people`: who lets it happen has it done.
    fn lets(&mut self) {
        for let_ in &self.kinds.verbs {
            let Some(cause) = self.verb(*let_).filter(|verb| verb.lemma == self.words.let_) else {
                continue;
            };
            let bare = |attach: &Self, at: GroupId| {
                let first = attach.groups.get(at).map(|group| group.first);
                attach
                    .verb(at)
                    .is_some_and(|verb| verb.form == VerbForm::Present && Some(verb.head) == first)
            };
            let who = cause.subject;
            let object = self.noun(let_ + 1).map(|_| let_ + 1);
            let done = object.map_or(let_ + 1, |object| object + 1);
            let theirs = self.verb(done).is_some_and(|verb| verb.subject == object);
            if !bare(self, done) || object.is_some() && !theirs {
                continue;
            }
            if let Some(verb) = self.verb_mut(done) {
                verb.form = VerbForm::Infinitive;
                verb.parent = Some(*let_);
                if object.is_none() {
                    verb.subject = who;
                }
            }
            if let Some(verb) = self.verb_mut(*let_) {
                verb.object = object;
            }
        }
    }

    /// `had a plant built`: who has it done does it. `has a plant built in 1990` only describes it.
    fn has_done(&mut self) {
        for have in &self.kinds.verbs {
            let cause = self.verb(*have).filter(|verb| {
                let acts = verb.form != VerbForm::Present || verb.progressive;
                verb.lemma == self.words.have && !verb.passive && acts
            });
            let Some((cause, object)) = cause.and_then(|verb| Some((verb.clone(), verb.object?))) else {
                continue;
            };
            let done = object + 1;
            let participle = self
                .verb(done)
                .is_some_and(|verb| verb.form == VerbForm::Participle && verb.subject == Some(object));
            let none = self.noun(object).is_some_and(|noun| noun.negated);
            if object != have + 1 || !participle || none {
                continue;
            }
            if let Some(verb) = self.verb_mut(done) {
                verb.form = cause.form;
                verb.modal = cause.modal;
                verb.passive = false;
                verb.perfect = cause.perfect;
                verb.progressive = cause.progressive;
                verb.negated |= cause.negated;
                verb.subject = cause.subject;
                verb.object = Some(object);
                verb.parent = cause.parent;
            }
        }
    }
}
