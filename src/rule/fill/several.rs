//! Whom `they`, `the two companies` and `both banks` stand for: several who were named side by side, or the two of whom the
//! sentences tell.

use super::super::filler::Filler;
use super::super::standing::{hangs, is_body, is_told};
use super::{takes, Sight};
use crate::clause::{GroupId, Slot};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};
use crate::rule::Accept;

/// How many names may be joined to one.
const JOINED: usize = 6;
/// How many tokens tell what the next of them is: "Bosch and its French rival Valeo".
const DESCRIBED: usize = 5;
/// In how many mentions before it those are looked for whom "the two companies" stands for.
const NEAR: usize = 24;
/// How many sentences back.
const BACK: usize = 2;

impl<'x> Sight<'_, 'x> {
    /// Adds those who are named side by side with whom `they` or `their` stands for: "Bosch and Valeo said they would merge".
    pub(super) fn joined_to(&self, slot: Slot, id: GroupId, first: Filler<'x>, out: &mut Vec<Filler<'x>>) {
        let token = self.clauses.groups[id].first as usize;
        let several = self.reading.is(token, "they") || self.reading.is(token, "their");
        let Some(known) = first
            .mention
            .filter(|_| several)
            .map(crate::mention::MentionId::index)
        else {
            return;
        };
        let all = self.mentions.mentions;
        // "Output rose, with Bosch, Fiat and Valeo in front, they said": none of those.
        let before = (all[known].first as usize).checked_sub(1);
        let within = before.is_some_and(|at| self.reading.tokens[at].is(b','));
        if within || hangs(self.reading, &all[known]) {
            return;
        }
        let kind = all[known].kind();
        let mut last = all[known].end as usize;
        let mut found = Vec::new();
        for next in all[known + 1..].iter().take(JOINED) {
            if (next.first as usize) < last {
                continue;
            }
            let mut between = last..next.first as usize;
            let names = between.len() <= DESCRIBED
                && between.all(|at| {
                    let tag = self.reading.tag(at);
                    self.reading.tokens[at].is(b',')
                        || tag.is_noun()
                        || matches!(
                            tag,
                            Tag::Conjunction
                                | Tag::Determiner
                                | Tag::Possessive
                                | Tag::Adjective
                                | Tag::Genitive
                        )
                });
            if !names || next.first as usize == last {
                return;
            }
            let joined = (last..next.first as usize).any(|at| self.reading.ids[at] == self.words.and);
            last = next.end as usize;
            if next.kind() != kind {
                // "Bosch and France's Valeo"
                continue;
            }
            found.push(Filler {
                inherited: first.inherited,
                ..self.filler(next, slot)
            });
            if joined {
                out.append(&mut found);
                return;
            }
        }
    }

    /// Adds the two whom "the two companies" or "both banks" stands for, if the sentences name no other.
    pub(super) fn both(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let (group, Some(noun)) = (&self.clauses.groups[id], self.clauses.noun(id)) else {
            return false;
        };
        let (first, head) = (group.first as usize, noun.head as usize);
        let two = self.reading.is(first, "both")
            || self.reading.is(first, "the") && self.reading.is(first + 1, "two");
        if !two
            || self.reading.tag(head) != Tag::NounPlural
            || !self.anaphors.is_business(noun.lemma)
            || !takes(accept, Kind::Organisation)
        {
            return false;
        }
        let all = self.mentions.mentions;
        let end = all.partition_point(|mention| mention.first < group.first);
        let sentence = self.reading.sentence_of(first);
        let mut parties: Vec<&Mention<'x>> = Vec::new();
        let mut farthest = 0;
        for mention in all[end.saturating_sub(NEAR)..end].iter().rev() {
            let back = sentence - self.reading.sentence_of(mention.first as usize);
            // Whoever was told of before two that a sentence names is not meant.
            if back > BACK || back > farthest && parties.len() == 2 {
                break;
            }
            let party = mention.kind() == Kind::Organisation
                && is_told(self.reading, mention)
                && !is_body(self.reading, mention)
                && !self.anaphors.is_aside(self.reading, mention);
            if party && !parties.iter().any(|known| known.is_same(mention)) {
                parties.push(mention);
                farthest = back;
            }
        }
        let [second, one] = parties[..] else { return false };
        out.extend([one, second].map(|mention| Filler {
            inherited: self.reading.sentence_of(mention.first as usize) != sentence,
            ..self.filler(mention, slot)
        }));
        true
    }
}
