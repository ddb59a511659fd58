//! Verb groups: auxiliaries, main verb, particle.

use super::{Cut, GroupKind, VerbForm, VerbGroup};
use crate::lexicon::{Tag, WordId};

impl Cut<'_, '_, '_> {
    pub(super) fn verb(&mut self, first: usize) -> usize {
        let mut verb = VerbGroup::default();
        let mut at = first;
        let mut main = None;
        let mut last_be = false;
        let mut last_have = false;
        let mut first_form = true;
        // A group has few auxiliaries; the bound keeps hostile runs of them linear.
        while at < self.end && at < first + 12 {
            if main.is_some() && self.mentions.at(at).is_some() {
                break;
            }
            let tag = self.tag(at);
            let id = self.reading.ids[at];
            // "is no longer looking": what the words say together, neither says alone.
            if !first_form
                && self.reading.is(at, "no")
                && self.reading.is(at + 1, "longer")
                && self.verb_goes_on(at + 2)
            {
                verb.negated = true;
                at += 2;
                continue;
            }
            match tag {
                Tag::Modal => {
                    verb.modal = Some(self.reading.lexicon.word(id).lemma(Tag::Modal).unwrap_or(id));
                    verb.form = VerbForm::Modal;
                    first_form = false;
                    last_be = false;
                }
                Tag::To => {
                    if !first_form && last_have && !verb.yet && self.reading.is(at - 1, "had") {
                        // "had to close", "has had to close": it did.
                    } else if !first_form && (last_be || last_have) {
                        // "is to export", "has yet to say": one group, of what is still to come.
                        verb.modal = verb.modal.or(Some(id));
                        verb.form = VerbForm::Modal;
                    } else if first_form {
                        verb.form = VerbForm::Infinitive;
                        first_form = false;
                    } else {
                        break;
                    }
                    last_be = false;
                    last_have = false;
                    main = None;
                }
                Tag::Be | Tag::Have | Tag::Do => {
                    if first_form {
                        verb.form = self.finite_form(at);
                        first_form = false;
                    }
                    match tag {
                        Tag::Be => {
                            verb.perfect |= last_have;
                            (last_be, last_have) = (true, false);
                        }
                        Tag::Have => (last_be, last_have) = (false, true),
                        _ => {}
                    }
                    main = Some(at);
                }
                // "may itself close": a reflexive says nothing of its own.
                Tag::Pronoun if main.is_none() && !first_form && self.verb_goes_on(at + 1) => {}
                // "not only closed the plant but …"
                Tag::Negation => verb.negated |= !self.among(at + 1, &self.words.merely),
                Tag::Adverb | Tag::Particle => {
                    verb.yet |= self.reading.is(at, "yet");
                    // An adverb belongs to the group only if more of the verb follows it.
                    if !self.verb_goes_on(at + 1) {
                        break;
                    }
                }
                tag if tag.is_verb() || at == first => {
                    let auxiliary = main.is_some() || verb.modal.is_some() || !first_form;
                    if !auxiliary || first_form {
                        verb.form = match tag {
                            Tag::VerbPast => VerbForm::Past,
                            Tag::VerbPart => VerbForm::Participle,
                            Tag::VerbIng => VerbForm::Gerund,
                            _ => VerbForm::Present,
                        };
                        verb.passive = tag == Tag::VerbPart;
                    } else {
                        let part = matches!(tag, Tag::VerbPart | Tag::VerbPast);
                        verb.passive = part && last_be;
                        verb.perfect |= part && last_have;
                        verb.progressive = tag == Tag::VerbIng && last_be;
                    }
                    main = Some(at);
                    at += 1;
                    break;
                }
                _ => break,
            }
            at += 1;
        }
        let Some(head) = main else {
            let end = at.max(first + 1);
            self.push(first, end, GroupKind::Other);
            return end;
        };
        verb.head = head as u32;
        verb.lemma = self.verb_lemma(head);
        let mut end = at.max(head + 1);
        let particle = self.tag(end) == Tag::Particle && self.mentions.at(end).is_none();
        if particle && self.bounds_share(end).is_none() {
            verb.particle = Some(self.reading.ids[end]);
            end += 1;
        }
        self.push(first, end, GroupKind::Verb(verb));
        end
    }

    fn finite_form(&self, at: usize) -> VerbForm {
        let word = self.reading.lexicon.word(self.reading.ids[at]);
        if word.tags.has(Tag::VerbIng) {
            VerbForm::Gerund
        } else if word.tags.has(Tag::VerbPast) {
            VerbForm::Past
        } else {
            VerbForm::Present
        }
    }

    fn verb_goes_on(&self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..3 {
            match self.tag(at) {
                Tag::Adverb | Tag::Negation => at += 1,
                Tag::To => return self.verb_follows(at + 1),
                tag => {
                    return self.mentions.at(at).is_none()
                        && (tag.is_verb() || matches!(tag, Tag::Be | Tag::Have | Tag::Modal))
                }
            }
        }
        false
    }

    fn verb_lemma(&self, at: usize) -> WordId {
        let id = self.reading.ids[at];
        let word = self.reading.lexicon.word(id);
        let tag = self.tag(at);
        word.lemma(tag)
            .or_else(|| {
                [Tag::VerbPast, Tag::VerbPart, Tag::VerbIng, Tag::VerbS, Tag::Verb]
                    .into_iter()
                    .find_map(|tag| word.lemma(tag))
            })
            .unwrap_or(id)
    }
}
