//! Where groups begin and end.

use super::{is_time, Group, GroupKind};
use crate::clause::{ClauseWords, Outermost};
use crate::lexicon::{Classes, List, Lists, Tag, WordId, WordSet};
use crate::mention::{Kind, Mention};
use crate::reading::Reading;
use crate::token::TokenKind;

pub(super) struct Cut<'a, 'x, 'm> {
    pub(super) reading: &'a Reading<'x>,
    pub(super) mentions: &'a Outermost<'m, 'x>,
    pub(super) words: &'a ClauseWords,
    pub(super) end: usize,
    pub(super) out: &'a mut Vec<Group>,
}

impl Cut<'_, '_, '_> {
    pub(super) fn tag(&self, at: usize) -> Tag {
        if at < self.end {
            self.reading.tag(at)
        } else {
            Tag::Mark
        }
    }

    pub(super) fn push(&mut self, first: usize, end: usize, kind: GroupKind) {
        self.out.push(Group {
            first: first as u32,
            end: end as u32,
            kind,
        });
    }

    /// Reads one group; gives the token after it.
    pub(super) fn step(&mut self, at: usize) -> usize {
        if matches!(self.reading.tokens[at].first, b'<' | b'(' | b',') {
            if let Some(end) = self.listing(at).or_else(|| self.party(at)) {
                return end;
            }
        }
        if let Some(end) = self.bounds_share(at) {
            self.push(at, end, GroupKind::Adverb(WordId::UNKNOWN));
            return end;
        }
        if self.mentions.at(at).is_some() {
            return self.noun(at);
        }
        let id = self.reading.ids[at];
        let one = at + 1;
        match self.tag(at) {
            Tag::Mark | Tag::Genitive => self.mark(at),
            // "Bosch itself signed": it says nothing that the name before it does not.
            Tag::Pronoun if self.stresses(at) => {
                self.push(at, one, GroupKind::Adverb(id));
                one
            }
            // "June by itself yielded"
            Tag::Preposition if self.reading.is(at, "by") && self.among(one, &self.words.reflexives) => {
                self.push(at, one + 1, GroupKind::Adverb(id));
                one + 1
            }
            // "involved at least some of them"
            Tag::Preposition if self.reading.is(at, "at") && self.reading.is(one, "least") => {
                self.push(at, one + 1, GroupKind::Adverb(WordId::UNKNOWN));
                one + 1
            }
            Tag::Preposition => {
                self.push(at, one, GroupKind::Preposition(id));
                one
            }
            Tag::To if !self.verb_follows(one) => {
                self.push(at, one, GroupKind::Preposition(id));
                one
            }
            Tag::Conjunction => {
                self.push(at, one, GroupKind::Conjunction(id));
                one
            }
            Tag::Subordinator => {
                self.push(at, one, GroupKind::Subordinator(id));
                one
            }
            Tag::Wh => {
                self.push(at, one, GroupKind::Relative);
                one
            }
            Tag::That => self.that(at),
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::To => self.verb(at),
            Tag::Negation if self.verb_follows(one) => self.verb(at),
            tag if tag.is_verb() => {
                if self.modifies(at) {
                    self.noun(at)
                } else {
                    self.verb(at)
                }
            }
            Tag::Adverb | Tag::Particle | Tag::Negation | Tag::Interjection => {
                if self.adverb_in_noun(at) {
                    return self.noun(at);
                }
                if self.tag(one) == Tag::Modal || self.adverb_in_verb(at) {
                    return self.verb(at);
                }
                self.push(at, one, GroupKind::Adverb(id));
                one
            }
            Tag::There => {
                self.push(at, one, GroupKind::Other);
                one
            }
            Tag::Noun if self.among(at, &self.words.directions) => self.direction(at),
            Tag::NounPlural if self.after_name(at) && self.reads_as_verb(at) => self.verb(at),
            Tag::Determiner if self.per_unit(at) => {
                self.push(at, at + 2, GroupKind::Adverb(WordId::UNKNOWN));
                at + 2
            }
            _ => self.noun(at),
        }
    }

    /// Where the words end that bound a share in words: "more than a third", "up to half".
    #[inline]
    pub(super) fn bounds_share(&self, at: usize) -> Option<usize> {
        let bound = self.reading.lists_at(at).any(BOUNDS);
        bound.then(|| self.bound_of_share(at)).flatten()
    }

    #[inline(never)]
    fn bound_of_share(&self, at: usize) -> Option<usize> {
        let bounds = self.reading.hits_of(at, BOUNDS);
        let end = bounds.map(|hit| hit.end as usize).max()?;
        let article = self.reading.is(end, "a") || self.reading.is(end, "one");
        let part = end + usize::from(article && !self.compound(end + 1));
        let hyphen = 2 * usize::from(self.tag(part) == Tag::Number && self.compound(part + 1));
        (self.mentions.at(at).is_none() && self.among(part + hyphen, &self.words.shares)).then_some(end)
    }

    /// "sent home 300 people", "a shop north of Lima": no thing, but which way one goes.
    pub(super) fn direction(&mut self, at: usize) -> usize {
        let next = at + 1;
        let last = self.out.last();
        let behind = |kind: fn(&GroupKind) -> bool| {
            last.is_some_and(|group| group.end as usize == at && kind(&group.kind))
        };
        let begins = || {
            let mention = self.mentions.at(next);
            mention.is_some_and(|mention| mention.kind() == Kind::Count)
                || mention.is_none()
                    && matches!(self.tag(next), Tag::Number | Tag::Determiner | Tag::Possessive)
        };
        // "returned home in May"
        let ends = || {
            self.mentions.at(next).is_none()
                && matches!(
                    self.tag(next),
                    Tag::Mark
                        | Tag::Preposition
                        | Tag::Conjunction
                        | Tag::Subordinator
                        | Tag::To
                        | Tag::Adverb
                )
        };
        if self.reading.is(next, "of") && behind(|kind| matches!(kind, GroupKind::Noun(_))) {
            let of = self.reading.ids[at];
            self.push(at, next + 1, GroupKind::Preposition(of));
            next + 1
        } else if behind(|kind| matches!(kind, GroupKind::Verb(_))) && (begins() || ends()) {
            self.push(at, next, GroupKind::Adverb(self.reading.ids[at]));
            next
        } else {
            self.noun(at)
        }
    }

    /// "$390 a tonne": what a price is for is no thing of its own.
    pub(super) fn per_unit(&self, at: usize) -> bool {
        let price = |group: &Group| {
            let mut within = self.mentions.within(group.first, group.end);
            group.end as usize == at
                && within.any(|mention| mention.end == group.end && mention.kind() == Kind::Money)
        };
        let converted =
            |group: &&Group| group.end as usize == at && self.reading.tokens[group.first as usize].is(b'(');
        let priced = match self.out.last().filter(converted) {
            Some(_) => true,
            None => self.out.last().is_some_and(price),
        };
        let unit = || {
            let units = Lists::of(&[List::Units]);
            self.reading
                .hits_of(at + 1, units)
                .any(|hit| hit.end as usize == at + 2)
                || self.among(at + 1, &self.words.units)
        };
        let timed = |at: usize| {
            self.mentions
                .at(at)
                .is_some_and(|mention| is_time(mention.kind()))
        };
        priced
            && self.reading.is_indefinite(at)
            && self.mentions.at(at).is_none()
            && self.mentions.at(at + 1).is_none()
            && unit()
            // "4 cents a litre last week"
            && (timed(at + 2) || !self.starts_noun(at + 2, 3))
    }

    /// Whether a token of the sentence is one of these words.
    pub(super) fn among(&self, at: usize, words: &WordSet) -> bool {
        at < self.end && words.contains(self.reading.ids[at])
    }

    /// Whether a reflexive only stresses the noun right before it.
    fn stresses(&self, at: usize) -> bool {
        let noun = |group: &Group| {
            group.end as usize == at
                && matches!(&group.kind, GroupKind::Noun(noun) if !noun.time && !noun.pronoun)
        };
        self.among(at, &self.words.reflexives) && self.out.last().is_some_and(noun)
    }

    pub(super) fn after_name(&self, at: usize) -> bool {
        matches!(self.out.last(), Some(Group { end, kind: GroupKind::Noun(noun), .. })
            if noun.named && *end as usize == at)
    }

    /// A plural that is a verb after a name, which the tagger cannot know for one: "Siemens exports 38 trains",
    /// "Siemens plans to".
    pub(super) fn reads_as_verb(&self, at: usize) -> bool {
        if !self.reading.may_be(at, Tag::VerbS) {
            return false;
        }
        let next = at + 1;
        // "as Ann Roe takes over as dean": nobody's name describes things.
        let person = self.out.last().is_some_and(|group| {
            let mut named = self.mentions.within(group.first, group.end);
            named.any(|mention| mention.end as usize == at && mention.kind() == Kind::Person)
        });
        let hangs = |at: usize| matches!(self.tag(at), Tag::Preposition | Tag::Particle | Tag::Adverb);
        if person && hangs(next) && self.tag(next + 1) == Tag::Preposition {
            return true;
        }
        if self
            .out
            .iter()
            .any(|group| matches!(&group.kind, GroupKind::Verb(verb) if verb.finite()))
        {
            return false;
        }
        let object = self
            .mentions
            .at(next)
            .is_some_and(|mention| !is_time(mention.kind()));
        object
            || match self.tag(next) {
                Tag::Determiner | Tag::Possessive | Tag::Number => true,
                Tag::To => self.verb_follows(next + 1),
                _ => false,
            }
    }

    pub(super) fn mark(&mut self, at: usize) -> usize {
        let token = &self.reading.tokens[at];
        if let Some(end) = self.conversion(at) {
            self.push(at, end, GroupKind::Adverb(WordId::UNKNOWN));
            return end;
        }
        let kind = match token.first {
            _ if token.kind == TokenKind::Quote => GroupKind::Quote,
            b',' => GroupKind::Comma,
            b'(' | b'[' => GroupKind::Open,
            b')' | b']' => GroupKind::Close,
            b';' | b':' => GroupKind::Stop,
            b'&' => GroupKind::Conjunction(self.reading.ids[at]),
            _ if token.is_dash() || (token.is_hyphen() && !token.glued()) => GroupKind::Stop,
            _ => GroupKind::Other,
        };
        self.push(at, at + 1, kind);
        at + 1
    }

    /// `that`: a determiner before a noun, a relative after one, else the start of a clause.
    pub(super) fn that(&mut self, at: usize) -> usize {
        let id = self.reading.ids[at];
        // "a plant in Lima, Peru, that will cost"
        let mut before = self.out.iter().rev().map(|group| &group.kind);
        let after_noun = match before.next() {
            Some(GroupKind::Comma) => {
                matches!(before.next(), Some(GroupKind::Noun(noun)) if noun.named && noun.place)
            }
            last => matches!(last, Some(GroupKind::Noun(_))),
        };
        let before = self.tag(at + 1);
        let verb_next = before.is_verb() || matches!(before, Tag::Modal | Tag::Be | Tag::Have | Tag::Do);
        // "16,000 tonnes of that and Egypt 7,500", "half of that was shipped"
        let of = matches!(self.out.last().map(|group| &group.kind), Some(GroupKind::Preposition(word)) if *word == self.words.of);
        if of && (verb_next || matches!(before, Tag::Conjunction | Tag::Mark)) {
            return self.noun(at);
        }
        if after_noun && verb_next {
            self.push(at, at + 1, GroupKind::Relative);
        } else if !after_noun && before.is_noun() && self.mentions.at(at + 1).is_none() && self.out.is_empty()
        {
            return self.noun(at);
        } else {
            self.push(at, at + 1, GroupKind::Subordinator(id));
        }
        at + 1
    }

    /// Whether adverbs and then a verb's base or auxiliary stand at `at`.
    pub(super) fn verb_follows(&self, at: usize) -> bool {
        let mut at = at;
        for _ in 0..3 {
            match self.tag(at) {
                // "not to sign"
                Tag::To if self.tag(at - 1) == Tag::Negation => at += 1,
                // "to re-export"
                Tag::Adverb if self.prefixes_verb(at) => at += 2,
                Tag::Adverb | Tag::Negation | Tag::Particle => at += 1,
                tag => {
                    return self.mentions.at(at).is_none()
                        && (tag.is_verb() && tag != Tag::VerbIng
                            || matches!(tag, Tag::Be | Tag::Have | Tag::Do))
                }
            }
        }
        false
    }

    /// Whether a part of a verb that a hyphen ties to it stands at `at`: "re-exported".
    pub(super) fn prefixes_verb(&self, at: usize) -> bool {
        self.tag(at) == Tag::Adverb
            && self.compound(at + 1)
            && self.tag(at + 2).is_verb()
            && self.reading.classes(at).contains(Classes::PREFIX)
    }

    /// The same of a verb that says what the words before it do.
    pub(super) fn prefixes_finite(&self, at: usize) -> bool {
        self.prefixes_verb(at) && !matches!(self.tag(at + 2), Tag::VerbPart | Tag::VerbIng)
    }

    pub(super) fn adverb_in_verb(&self, at: usize) -> bool {
        if self.prefixes_finite(at) {
            return true;
        }
        let mut next = at + 1;
        while next < at + 3 && self.tag(next) == Tag::Adverb {
            next += 1;
        }
        self.mentions.at(next).is_none()
            && (self.tag(next).is_verb() && !self.modifies(next)
                || matches!(self.tag(next), Tag::Be | Tag::Have | Tag::Do))
    }

    /// An adverb that belongs to a noun group: `locally assembled cars`.
    pub(super) fn adverb_in_noun(&self, at: usize) -> bool {
        let mut next = at + 1;
        while next < at + 3 && self.tag(next) == Tag::Adverb {
            next += 1;
        }
        match self.tag(next) {
            Tag::Adjective => self.starts_noun(next + 1, 3),
            Tag::VerbPart | Tag::VerbPast | Tag::VerbIng => self.modifies(next),
            _ => false,
        }
    }

    /// Whether a noun group's rest stands at `at`, no more than `most` modifiers before its noun.
    pub(super) fn starts_noun(&self, at: usize, most: usize) -> bool {
        let mut at = at;
        for _ in 0..=most {
            if self
                .mentions
                .at(at)
                .is_some_and(|mention| !is_time(mention.kind()))
            {
                return true;
            }
            match self.tag(at) {
                Tag::Noun | Tag::NounPlural | Tag::Proper => return true,
                Tag::Adjective | Tag::Number => at += 1,
                Tag::Mark if self.compound(at) => at += 1,
                // "a $90 million fully-automated line"
                Tag::Adverb if self.compound(at + 1) && !self.prefixes_finite(at) => at += 2,
                Tag::VerbPart | Tag::VerbPast if at > 0 && self.compound(at - 1) => at += 1,
                _ => return false,
            }
        }
        false
    }

    /// A participle that stands before the noun it modifies: `proposed framework`, after a determiner, an
    /// adverb of manner, a preposition or a verb.
    pub(super) fn modifies(&self, at: usize) -> bool {
        if !matches!(self.tag(at), Tag::VerbPart | Tag::VerbPast | Tag::VerbIng) {
            return false;
        }
        // "a duty on imported upholstered chairs"
        let run = self.tag(at) == Tag::VerbPart
            && self.tag(at + 1) == Tag::VerbPart
            && matches!(
                self.out.last().map(|group| &group.kind),
                Some(GroupKind::Preposition(_))
            )
            && self.mentions.at(at + 2).is_none()
            && self.starts_noun(at + 2, 3);
        if run {
            return true;
        }
        let next = self.tag(at + 1);
        let noun_next = matches!(next, Tag::Noun | Tag::NounPlural | Tag::Adjective)
            && self
                .mentions
                .at(at + 1)
                .is_none_or(|mention| mention.kind() == Kind::Country);
        if !noun_next || !self.starts_noun(at + 1, 3) {
            return false;
        }
        match self.out.last().map(|group| &group.kind) {
            // "by exporting cars", "of making parts": a gerund with its object.
            Some(GroupKind::Preposition(_)) => self.tag(at) != Tag::VerbIng,
            // "BP's adjusted earnings"
            Some(GroupKind::Other) => at > 0 && self.reading.tag(at - 1) == Tag::Genitive,
            Some(GroupKind::Verb(verb)) => {
                self.tag(at) == Tag::VerbPart && !verb.passive && verb.lemma != WordId::UNKNOWN
            }
            // "Frozen fish: $40m", "and woven shirts $95m"
            Some(GroupKind::Conjunction(_) | GroupKind::Stop) | None => {
                self.tag(at) == Tag::VerbPart && self.labels_figure(at + 1)
            }
            _ => false,
        }
    }

    /// Whether a noun without more stands at `at`, and behind it a figure, if only after a colon or dash.
    fn labels_figure(&self, at: usize) -> bool {
        const LONG: usize = 3;
        let noun = |at: &usize| {
            matches!(self.tag(*at), Tag::Noun | Tag::NounPlural) && self.mentions.at(*at).is_none()
        };
        let end = (at..at + LONG).find(|at| !noun(at)).unwrap_or(at + LONG);
        let mark = self
            .reading
            .tokens
            .get(end)
            .is_some_and(|token| token.is(b':') || token.is_dash());
        let figure = self.mentions.at(end + usize::from(mark)).map(Mention::kind);
        end > at && end < self.end && matches!(figure, Some(Kind::Count | Kind::Money | Kind::Measure))
    }

    /// A hyphen, slash or ampersand that glues a compound.
    pub(super) fn compound(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens;
        let Some(token) = tokens.get(at).filter(|_| at + 1 < self.end) else {
            return false;
        };
        let digit = |at: usize| tokens[at].first.is_ascii_digit();
        // "a 50:50 venture"
        let ratio = token.is(b':') && at > 0 && digit(at - 1) && digit(at + 1);
        (token.is_hyphen() || token.is(b'/') || ratio) && token.glued() && tokens[at + 1].glued()
    }
}

const BOUNDS: Lists = Lists::of(&[List::Bounds]);
