//! Who does what those who speak tell of themselves: `… he added`, `we expect`.

use super::apply::Applier;
use super::filler::Filler;
use super::frame::Frame;
use crate::clause::{GroupId, GroupKind, VerbGroup};
use crate::mention::Kind;

/// How many sentences on `he added` goes on with who spoke.
const SPOKEN: usize = 3;
/// How many groups before a verb `whether` is looked for.
const ASKED: usize = 12;
/// How many groups before `whether` the verb stands over whom it asks: "asked the minister whether".
const WHOM: usize = 3;

impl<'x> Applier<'_, 'x> {
    /// `… he added`: who spoke in one of the two sentences before goes on, if he or it may.
    pub(super) fn go_on(&mut self, at: GroupId, role: usize, frame: &mut Frame<'x>) {
        // "was told by the board": whom he heard it from speaks.
        let verb = self.clauses.verb(at).filter(|verb| !verb.passive);
        let subject = verb.and_then(|verb| verb.subject);
        let elsewhere = |(found, filler): &(usize, Filler<'x>)| *found == role && filler.slot != "subject";
        let pronoun = subject
            .filter(|_| !frame.roles.iter().any(elsewhere))
            .and_then(|subject| self.clauses.noun(subject))
            .filter(|noun| noun.pronoun)
            .map(|noun| noun.head as usize);
        let is_person = |filler: &Filler<'x>| {
            let mention = filler
                .mention
                .and_then(|id| self.mentions.mentions.get(id.index()));
            mention.map(|mention| mention.kind() == Kind::Person)
        };
        // Whoever is named after the speaker is nearer.
        let named = frame.roles.iter().find(|(found, _)| *found == role);
        let named = named.and_then(|(_, filler)| self.mention_of(filler));
        // "Growth in this European Union candidate slowed": nor is it what only describes another.
        let named = named.filter(|mention| {
            mention.kind() != Kind::Country && !self.reading.tag(mention.end as usize).is_noun()
        });
        let named = named.map(|mention| self.reading.sentence_of(mention.first as usize));
        let before = self.speaker.as_ref().filter(|(sentence, _)| {
            *sentence <= frame.sentence
                && sentence + SPOKEN >= frame.sentence
                && named.is_none_or(|named| named <= *sentence)
        });
        if let (Some(token), Some((_, speaker))) = (pronoun, before) {
            let person = self.reading.is(token, "he") || self.reading.is(token, "she");
            let it = self.reading.is(token, "it") || self.reading.is(token, "they");
            // An unnamed speaker may be either.
            if person && is_person(speaker) != Some(false) || it && is_person(speaker) != Some(true) {
                let speaker = Filler {
                    inherited: true,
                    ..*speaker
                };
                frame.roles.retain(|(found, _)| *found != role);
                frame.roles.push((role, speaker));
            }
        }
        if let Some((_, speaker)) = frame.roles.iter().find(|(found, _)| *found == role) {
            self.speaker = Some((frame.sentence, *speaker));
        }
    }

    /// The company whose words a sentence goes on with.
    pub(super) fn speaking_company(&self, sentence: usize) -> Option<Filler<'x>> {
        let (_, speaker) = self.speaker.filter(|(said, _)| *said == sentence)?;
        let mention = self.mention_of(&speaker)?;
        let speaks = mention.kind() == Kind::Organisation && !self.reports(mention);
        speaks.then_some(speaker)
    }

    /// Whether whoever is quoted says `we` do what the verb at `at` tells.
    pub(super) fn is_we(&self, at: GroupId) -> bool {
        let subject = self.clauses.verb(at).and_then(|verb| verb.subject);
        let noun = subject.and_then(|subject| self.clauses.noun(subject));
        noun.is_some_and(|noun| noun.pronoun && self.reading.ids[noun.head as usize] == self.rules.words.we)
    }

    /// The organisation for which whoever is quoted says `we` in front of the verb at `at`.
    pub(super) fn speakers_side(&self, at: GroupId, sentence: usize) -> Option<Filler<'x>> {
        let subject = self.clauses.verb(at)?.subject?;
        let head = self.clauses.noun(subject)?.head;
        let quotations = &self.reading.quotations;
        let after = quotations.partition_point(|quotation| quotation.first <= head);
        let quotation = quotations[..after]
            .last()
            .filter(|quotation| head < quotation.end)?;
        let end = self.reading.sentences.get(sentence)?.end;
        let side = self
            .mentions
            .within(quotation.end, end)
            .find(|mention| mention.kind() == Kind::Organisation && !self.reports(mention))?;
        Some(self.of_mention(side, "source"))
    }

    /// Whether somebody only asks whether a thing happens: "asked if the mill would close". `governor`: the verb that governs
    /// a noun at `at`.
    pub(super) fn is_asked(&self, at: GroupId, governor: Option<GroupId>) -> bool {
        let groups = &self.clauses.groups;
        let verb = self.clauses.verb(at).map(|_| at).or(governor).unwrap_or(at);
        let asks = |verb: &VerbGroup| self.rules.asks.contains(verb.lemma);
        let before = groups[..verb].iter().enumerate().rev().take(ASKED);
        for (opener, group) in before {
            match &group.kind {
                GroupKind::Subordinator(_) => {
                    let first = group.first as usize;
                    let whether = self.reading.is_one_of(first, &["whether", "if"]);
                    let above = (opener.saturating_sub(WHOM)..opener)
                        .rev()
                        .find_map(|at| self.clauses.verb(at));
                    return whether && above.is_some_and(asks);
                }
                GroupKind::Verb(verb) if verb.finite() => return false,
                GroupKind::Stop | GroupKind::Comma | GroupKind::Relative => return false,
                _ => {}
            }
        }
        false
    }
}
