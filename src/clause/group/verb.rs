//! Verb groups: auxiliaries, main verb, particle.

use super::{Cut, GroupKind, VerbForm, VerbGroup};
use crate::lexicon::{Tag, WordId};

/// How many tokens a group may have. It has few auxiliaries; the bound keeps hostile runs of them linear.
const LONGEST: usize = 12;

/// A verb group as far as it has been read.
#[derive(Default)]
struct Draft {
    first: usize,
    /// The next token.
    at: usize,
    /// The last token that may be the main verb.
    main: Option<usize>,
    /// Whether the last auxiliary is a form of "be", or of "have".
    last_be: bool,
    last_have: bool,
    /// Whether a word has been read that inflects the group.
    inflected: bool,
    verb: VerbGroup,
}

impl Cut<'_, '_, '_> {
    pub(super) fn verb(&mut self, first: usize) -> usize {
        let mut draft = Draft {
            first,
            at: first,
            ..Draft::default()
        };
        while draft.at < self.end && draft.at < first + LONGEST && self.take_verb_word(&mut draft) {}
        let Some(head) = draft.main else {
            let end = draft.at.max(first + 1);
            self.push(first, end, GroupKind::Other);
            return end;
        };
        let mut verb = draft.verb;
        verb.head = head as u32;
        verb.lemma = self.verb_lemma(head);
        verb.says = self.words.says(verb.lemma);
        let mut end = draft.at.max(head + 1);
        let particle = self.tag(end) == Tag::Particle && self.mentions.at(end).is_none();
        if particle && self.bounds_share(end).is_none() {
            verb.particle = Some(self.reading.ids[end]);
            end += 1;
        }
        self.push(first, end, GroupKind::Verb(verb));
        end
    }

    /// Reads the word at hand into the group; gives whether the group may go on.
    fn take_verb_word(&self, draft: &mut Draft) -> bool {
        let at = draft.at;
        if draft.main.is_some() && self.mentions.at(at).is_some() {
            return false;
        }
        // "is no longer looking": what the words say together, neither says alone.
        if draft.inflected
            && self.reading.is(at, "no")
            && self.reading.is(at + 1, "longer")
            && self.verb_goes_on(at + 2)
        {
            draft.verb.negated = true;
            draft.at += 2;
            return true;
        }
        match self.tag(at) {
            Tag::Modal => {
                let id = self.reading.ids[at];
                let lemma = self.reading.lexicon.word(id).lemma(Tag::Modal);
                draft.verb.modal = Some(lemma.unwrap_or(id));
                draft.verb.form = VerbForm::Modal;
                draft.inflected = true;
                draft.last_be = false;
            }
            Tag::To => {
                if !self.take_to(draft) {
                    return false;
                }
            }
            tag @ (Tag::Be | Tag::Have | Tag::Do) => {
                if !draft.inflected {
                    draft.verb.form = self.finite_form(at);
                    draft.inflected = true;
                }
                if tag != Tag::Do {
                    draft.verb.perfect |= tag == Tag::Be && draft.last_have;
                    draft.last_be = tag == Tag::Be;
                    draft.last_have = tag == Tag::Have;
                }
                draft.main = Some(at);
            }
            // "may itself close": a reflexive says nothing of its own.
            Tag::Pronoun if draft.main.is_none() && draft.inflected && self.verb_goes_on(at + 1) => {}
            // "not only closed the plant but …"
            Tag::Negation => draft.verb.negated |= !self.among(at + 1, &self.words.merely),
            // "will re-export"
            Tag::Adverb if self.prefixes_verb(at) => draft.at += 1,
            Tag::Adverb | Tag::Particle => {
                draft.verb.yet |= self.reading.is(at, "yet");
                // An adverb belongs to the group only if more of the verb follows it.
                if !self.verb_goes_on(at + 1) {
                    return false;
                }
            }
            tag if tag.is_verb() || at == draft.first => {
                take_main(draft, tag);
                return false;
            }
            _ => return false,
        }
        draft.at += 1;
        true
    }

    /// Reads a `to`; gives whether the group may go on.
    fn take_to(&self, draft: &mut Draft) -> bool {
        let (at, verb) = (draft.at, &mut draft.verb);
        if !draft.inflected {
            verb.form = VerbForm::Infinitive;
            draft.inflected = true;
        } else if draft.last_have && !verb.yet && self.reading.is(at - 1, "had") {
            // "had to close", "has had to close": it did.
        } else if draft.last_be || draft.last_have {
            // "is to export", "has yet to say": one group, of what is still to come.
            verb.modal = verb.modal.or(Some(self.reading.ids[at]));
            verb.form = VerbForm::Modal;
        } else {
            return false;
        }
        draft.last_be = false;
        draft.last_have = false;
        draft.main = None;
        true
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
                Tag::Adverb if self.prefixes_verb(at) => at += 2,
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

/// Reads the main verb, with which the group ends.
fn take_main(draft: &mut Draft, tag: Tag) {
    let verb = &mut draft.verb;
    if draft.inflected {
        let part = matches!(tag, Tag::VerbPart | Tag::VerbPast);
        verb.passive = part && draft.last_be;
        verb.perfect |= part && draft.last_have;
        verb.progressive = tag == Tag::VerbIng && draft.last_be;
    } else {
        verb.form = match tag {
            Tag::VerbPast => VerbForm::Past,
            Tag::VerbPart => VerbForm::Participle,
            Tag::VerbIng => VerbForm::Gerund,
            _ => VerbForm::Present,
        };
        verb.passive = tag == Tag::VerbPart;
    }
    draft.main = Some(draft.at);
    draft.at += 1;
}
