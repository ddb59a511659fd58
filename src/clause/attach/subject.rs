//! Who does what a verb says.

use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::{Classes, Tag, WordId};

/// How many groups an aside may have.
const ASIDE: usize = 12;

/// How many groups may stand before the verb that a line begins with.
const HEADLESS: usize = 4;

impl Attach<'_, '_> {
    pub(super) fn subject(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        let (form, finite) = (verb.form, verb.finite());
        let bare = self.groups[at].first == verb.head;
        let base = bare && self.reading.tag(verb.head as usize) == Tag::Verb;
        let inverted = finite && !verb.passive && self.inverted(at);
        let mut found = match form {
            _ if self.attributed(at).is_some() => Found::of(self.attributed(at)),
            VerbForm::Infinitive => self.infinitive(at),
            _ if base && self.joined_infinitive(at).is_some() => self.shared_infinitive(at),
            VerbForm::Participle | VerbForm::Gerund => self.participle(at),
            _ => self.finite(at),
        };
        // A subject of its own before the verb speaks against one behind it.
        let behind_words = self.behind_quotation(at) && self.verb(at).is_some_and(|verb| verb.says);
        let free = found.subject.is_none() || found.shared;
        let named = found
            .subject
            .and_then(|subject| self.noun(subject))
            .is_some_and(|noun| noun.named);
        let last = !named && self.ends_with_speaker(at);
        if inverted && (free || behind_words || self.inserted(at) || last) {
            found = Found::of(Some(self.possessed(self.skip(at + 1))));
        }
        if found.subject.is_none() && self.headless(at) {
            found = Found::of(Some(at));
        }
        // "will make cars and employ 900 people", "will retire or be sold": the base form goes on with the auxiliary.
        let goes_on = base || self.reading.is(self.groups[at].first as usize, "be");
        found.auxiliary = found.auxiliary.filter(|_| goes_on);
        let to = self.words.to;
        if let Some(verb) = self.verb_mut(at) {
            verb.subject = found.subject;
            verb.parent = found.parent;
            verb.relative = found.relative;
            if let Some((form, modal)) = found.auxiliary {
                verb.form = form;
                verb.modal = modal;
            }
            if found.headline {
                verb.form = VerbForm::Modal;
                verb.modal = Some(to);
            }
        }
        if let Some(subject) = found.subject {
            self.govern(subject, at);
        }
    }

    /// Whether a line begins with a verb, which then stands for whoever does it: "• Opened a plant in Peru".
    fn headless(&self, at: GroupId) -> bool {
        let verb = match self.verb(at) {
            Some(verb) if at < HEADLESS => verb.head as usize,
            _ => return false,
        };
        self.reading.headless(self.reading.sentence_tokens(verb)) == Some(verb)
    }

    /// Whether the mark right before a group closes a quotation.
    pub(super) fn behind_quotation(&self, at: GroupId) -> bool {
        let mark = at.checked_sub(1);
        mark.is_some_and(|mark| matches!(self.kind(mark), Some(GroupKind::Quote)) && self.closes(mark))
    }

    /// Whether `so` and a verb of saying open the sentence, and who says it follows: "So says Ann Roe, who runs the mill".
    pub(super) fn so_says(&self, at: GroupId) -> bool {
        let first = self.groups[at].first as usize;
        let speaker = self.noun(at + 1).is_some_and(|noun| !noun.time && !noun.pronoun);
        at == 0
            && speaker
            && self.reading.is(first, "so")
            && self.verb(at).is_some_and(|verb| verb.says)
            && !self.finite_at(self.over_phrases(at + 2))
    }

    /// Whether commas part a verb of saying and its speaker from the sentence around them: "the move, said the bank, was".
    fn inserted(&self, at: GroupId) -> bool {
        let close = self.over_phrases(self.skip(self.possessed(self.skip(at + 1)) + 1));
        matches!(
            at.checked_sub(1).and_then(|before| self.kind(before)),
            Some(GroupKind::Comma)
        ) && self.is_comma(close)
            && self.finite_at(self.skip(close + 1))
    }

    /// Whether "says" and a name close the sentence behind a comma: "No fuel bought this year, says Peru".
    fn ends_with_speaker(&self, at: GroupId) -> bool {
        let comma = at.checked_sub(1).is_some_and(|before| self.is_comma(before));
        let speaker = self.possessed(self.skip(at + 1));
        let named = self.noun(speaker).is_some_and(|noun| noun.named && !noun.time);
        let last = speaker + 1 >= self.groups.len()
            || speaker + 2 == self.groups.len() && matches!(self.kind(speaker + 1), Some(GroupKind::Other));
        let plain = self.verb(at).is_some_and(|verb| {
            self.reading
                .is_one_of(verb.head as usize, &["says", "said", "say"])
        });
        comma && named && last && plain
    }

    /// Whether nothing but a subject and who says it stands before the comma at `mark`: "Ford, he said, recalled 300 cars".
    fn waits_behind_speech(&self, mark: GroupId) -> bool {
        let said = |at: GroupId| {
            let open = self.attribution_of(at).map(|found| found.mark);
            open.or_else(|| self.speaker_inserted(self.verb(at)?.subject?))
        };
        let open = (0..mark).rev().take(ASIDE).find_map(said);
        open.is_some_and(|open| !(0..open).rev().take(FAR).any(|at| self.finite_at(at)))
    }

    /// The comma before a verb of saying whose speaker, in front of whom it stands, is the noun at `at`.
    pub(super) fn speaker_inserted(&self, at: GroupId) -> Option<GroupId> {
        let verb = self
            .noun(at)?
            .verb
            .filter(|verb| *verb < at && self.says(*verb))?;
        let comma = verb.checked_sub(1).filter(|comma| self.is_comma(*comma))?;
        self.verb(verb)?
            .subject
            .filter(|subject| *subject > verb)
            .map(|_| comma)
    }

    /// Whether what a quotation mark closes is only what something is called: "the robot, named “Star”, scored".
    fn quotes_name(&self, close: GroupId) -> bool {
        let mut before = (0..close).rev().take(ASIDE);
        let open = before.find(|at| matches!(self.groups[*at].kind, GroupKind::Quote));
        let verb = open.and_then(|open| self.verb(open.checked_sub(1)?));
        verb.is_some_and(|verb| self.reading.classes(verb.head as usize).contains(Classes::NAMING))
    }

    /// `”, said Samir Mehta`; `…, said a news release.`
    fn inverted(&self, at: GroupId) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return self.so_says(at);
        };
        let quoted = match self.kind(before) {
            Some(GroupKind::Quote) => self.closes(before) && !self.quotes_name(before),
            Some(GroupKind::Comma) => {
                let mark = before.checked_sub(1);
                mark.is_some_and(|mark| {
                    matches!(self.kind(mark), Some(GroupKind::Quote)) && !self.quotes_name(mark)
                })
            }
            _ => false,
        };
        let speaker = self.skip(at + 1);
        // "had, it said, recalled its cars": joined with its auxiliary, it has its subject before it.
        let joined = self.verb(at).is_some_and(|verb| verb.perfect);
        if !joined && self.stands_at_head(at) {
            return true;
        }
        // "its alliance, called Gemini, began"
        let names = || {
            let head = self.verb(at).map(|verb| verb.head as usize);
            head.is_some_and(|head| self.reading.classes(head).contains(Classes::NAMING))
        };
        if joined || self.noun(speaker).is_none_or(|noun| noun.time) || !quoted && names() {
            return false;
        }
        if quoted {
            return !self.finite_at(self.skip(speaker + 1));
        }
        // "…, says Peru's boss Ann Roe"
        let speaker = self.possessed(speaker);
        let mut end = self.over_phrases(self.skip(speaker + 1));
        // "…, said an official Tuesday."
        if end == speaker + 1 && self.noun(end).is_some_and(|noun| noun.time) {
            end = self.over_phrases(self.skip(end + 1));
        }
        self.is_comma(before)
            && self.verb(at).is_some_and(|verb| verb.says)
            && !self.waits_behind_speech(before)
            && match self.kind(end) {
                None | Some(GroupKind::Comma | GroupKind::Quote) => true,
                Some(GroupKind::Other) => end + 2 >= self.groups.len(),
                _ => false,
            }
            && self.noun(speaker).is_some_and(|noun| !noun.pronoun)
    }

    /// "At number two is Honda": only a place stands before the verb, and a name behind it.
    fn stands_at_head(&self, at: GroupId) -> bool {
        let place = at == 2
            && matches!(self.kind(0), Some(GroupKind::Preposition(_)))
            && self.noun(1).is_some_and(|noun| !noun.time);
        let verb = self.verb(at).is_some_and(|verb| verb.lemma == self.words.be);
        place && verb && self.noun(at + 1).is_some_and(|noun| noun.named && !noun.time)
    }

    /// The dash that begins what the dash at `close` ends: "the plant – its third – makes".
    pub(super) fn opening_dash(&self, close: GroupId) -> Option<GroupId> {
        let stop = (0..close)
            .rev()
            .take(ASIDE)
            .find(|at| matches!(self.groups[*at].kind, GroupKind::Stop));
        stop.filter(|open| *open > 0 && self.is_dash(close) && self.is_dash(*open))
    }

    pub(super) fn is_dash(&self, at: GroupId) -> bool {
        let token = &self.reading.tokens[self.groups[at].first as usize];
        token.is_dash() || token.is_hyphen()
    }

    /// The noun that opens the clause around what is told by it and goes on behind that: "News that Ford cut jobs sent".
    pub(super) fn told_by_noun(&self, inner: GroupId) -> Option<GroupId> {
        let that = |at: &GroupId| matches!(self.groups[*at].kind, GroupKind::Subordinator(word) if word == self.words.that);
        let bounds = |at: &GroupId| match self.groups[*at].kind {
            GroupKind::Stop => self.is_dash(*at),
            GroupKind::Relative => false,
            _ => true,
        };
        if let Some(thing) = self.acted_upon(inner) {
            return Some(thing);
        }
        let mut before = (0..inner).rev().take(FAR).take_while(bounds);
        let noun = before.find(that)?.checked_sub(1)?;
        let opens = |noun: &NounGroup| {
            !noun.named && !noun.time && !noun.pronoun && noun.preposition.is_none() && noun.verb.is_none()
        };
        (self.noun(noun).is_some_and(opens) && self.opens_clause(noun)).then_some(noun)
    }
}

/// Whose deed a verb is, as far as one look tells.
#[derive(Default)]
pub(super) struct Found {
    pub(super) subject: Option<GroupId>,
    pub(super) parent: Option<GroupId>,
    pub(super) relative: bool,
    /// It is the subject of an earlier verb as well.
    pub(super) shared: bool,
    /// That verb's modal.
    pub(super) auxiliary: Option<(VerbForm, Option<WordId>)>,
    /// A headline's infinitive, which stands for the future: "Torrent to buy Siemens".
    pub(super) headline: bool,
}

impl Found {
    pub(super) fn of(subject: Option<GroupId>) -> Self {
        Self {
            subject,
            ..Self::default()
        }
    }

    /// The subject of the verb above, which a verb without one of its own shares.
    pub(super) fn under(verb: &VerbGroup, at: GroupId) -> Self {
        Self {
            subject: verb.subject,
            parent: Some(at),
            ..Self::default()
        }
    }
}
