//! Whom `they`, `the two companies` and `both banks` stand for: several who were named side by side, or as many as the
//! sentences tell of.

use rust_decimal::prelude::ToPrimitive;

use super::super::filler::Filler;
use super::super::standing::{hangs, is_body, is_told};
use super::{takes, Sight};
use crate::clause::{GroupId, Slot};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention, Value};
use crate::rule::Accept;

/// How many names may be joined to one.
const JOINED: usize = 6;
/// How many tokens tell what the next of them is: "Bosch and its French rival Valeo".
const DESCRIBED: usize = 5;
/// In how many mentions before it those are looked for for whom "the two companies" stands.
const NEAR: usize = 24;
/// Among how many mentions before it others are named more often.
const WIDE: usize = 64;
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

    /// Adds those for whom "the two companies", "the three countries" or "both banks" stands, if the sentences name as many.
    pub(super) fn all_of(
        &self,
        slot: Slot,
        id: GroupId,
        accept: &[Accept],
        out: &mut Vec<Filler<'x>>,
    ) -> bool {
        let Some(noun) = self.clauses.noun(id) else {
            return false;
        };
        let (first, head) = (self.clauses.groups[id].first as usize, noun.head as usize);
        let Some(many) = self.how_many(first, head) else {
            return false;
        };
        let Some(kind) = self.anaphors.kind_of_several(noun.lemma) else {
            return false;
        };
        if self.reading.tag(head) != Tag::NounPlural || !takes(accept, kind) {
            return false;
        }
        let all = self.mentions.mentions;
        let end = all.partition_point(|mention| (mention.first as usize) < first);
        let sentence = self.reading.sentence_of(first);
        let mut parties: Vec<&Mention<'x>> = Vec::new();
        let mut farthest = 0;
        for mention in all[end.saturating_sub(NEAR)..end].iter().rev() {
            let back = sentence - self.reading.sentence_of(mention.first as usize);
            // Whoever was told of before as many that a sentence names is not meant.
            if back > BACK || back > farthest && parties.len() == many {
                break;
            }
            let party = mention.kind() == kind
                && is_told(self.reading, mention)
                && (kind == Kind::Country
                    || !is_body(self.reading, mention) && !self.anaphors.is_aside(self.reading, mention));
            if party && !parties.iter().any(|known| known.is_same(mention)) {
                parties.push(mention);
                farthest = back;
            }
        }
        if parties.len() != many || kind == Kind::Country && self.is_on_others(&parties, end) {
            return false;
        }
        out.extend(parties.iter().rev().map(|mention| Filler {
            inherited: self.reading.sentence_of(mention.first as usize) != sentence,
            ..self.filler(mention, slot)
        }));
        true
    }

    /// For which of the two that a sentence names `the former` or `the latter` stands.
    pub(super) fn one_of_two(&self, slot: Slot, id: GroupId, accept: &[Accept]) -> Option<Filler<'x>> {
        let (noun, first) = (self.clauses.noun(id)?, self.clauses.groups[id].first as usize);
        let head = noun.head as usize;
        let former = self.reading.is(head, "former");
        if noun.named || head != first + 1 || !former && !self.reading.is(head, "latter") {
            return None;
        }
        let all = self.mentions.mentions;
        let end = all.partition_point(|mention| (mention.first as usize) < first);
        let sentence = self.reading.sentence_of(first);
        let number = |mention: &Mention<'x>| self.reading.sentence_of(mention.first as usize);
        let mut two: Vec<&Mention<'x>> = Vec::new();
        for mention in all[end.saturating_sub(NEAR)..end].iter().rev() {
            let apart = two.first().is_some_and(|last| number(last) != number(mention));
            if apart || number(mention) + 1 < sentence {
                break;
            }
            // "sales of $4bn and a profit of $2m; it wants the former to be $6bn": no figures.
            let who = matches!(
                mention.kind(),
                Kind::Organisation | Kind::Country | Kind::Person | Kind::Place
            );
            let fits = who && accept.iter().any(|one| self.is(mention, one));
            if fits && !two.iter().any(|known| known.is_same(mention)) {
                two.push(mention);
            }
        }
        let [latter, first] = two[..] else { return None };
        let meant = if former { first } else { latter };
        Some(Filler {
            inherited: number(meant) != sentence,
            ..self.filler(meant, slot)
        })
    }

    /// Whether the text up to a mention names another country more often than one of these, and so is about that.
    fn is_on_others(&self, parties: &[&Mention<'x>], end: usize) -> bool {
        let near = &self.mentions.mentions[end.saturating_sub(WIDE)..end];
        let times = |country: &Mention<'x>| near.iter().filter(|other| other.is_same(country)).count();
        let least = parties.iter().map(|party| times(party)).min().unwrap_or(0);
        let mut others = near.iter().filter(|other| {
            other.kind() == Kind::Country && !parties.iter().any(|party| party.is_same(other))
        });
        others.any(|other| times(other) > least)
    }

    /// How many are meant by a noun group that stands for all who were named: "both banks", "the three companies".
    fn how_many(&self, first: usize, head: usize) -> Option<usize> {
        if self.reading.is(first, "both") {
            return Some(2);
        }
        if !self.reading.is(first, "the") {
            return None;
        }
        let tokens = (first as u32 + 1, head as u32 + 1);
        let count = self.mentions.within(tokens.0, tokens.1).next();
        let count = count.filter(|count| count.first == tokens.0 && count.end == tokens.1);
        let Value::Count { amount, .. } = count?.value() else {
            return None;
        };
        amount.low.to_usize().filter(|many| (2..=JOINED).contains(many))
    }
}
