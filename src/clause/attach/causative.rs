//! Who has a thing done.

use super::Attach;
use crate::clause::group::VerbForm;
use crate::clause::GroupId;

impl Attach<'_, '_> {
    pub(super) fn causatives(&mut self) {
        self.lets();
        self.has_done();
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
