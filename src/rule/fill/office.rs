//! What office a person has or had, as the words beside her name tell: "Chief executive Ann Roe", "Ann Roe, finance director
//! of Acme", "Ann Roe quit as chairman".

use std::ops::Range;

use super::{Sight, NAMED, PERSON};
use crate::clause::{GroupId, Slot};
use crate::lexicon::{Tag, WordSet};
use crate::mention::{Kind, Mention};
use crate::rule::Filler;

/// How many tokens behind a name tell an office.
const BEHIND: usize = 12;
/// How many tokens an office has.
const LONG: usize = 6;

impl<'x> Sight<'_, 'x> {
    /// The office of the person whom a noun group names or points back to, its head one of some words.
    pub(super) fn title(&self, slot: Slot, id: GroupId, words: &WordSet, out: &mut Vec<Filler<'x>>) -> bool {
        let group = &self.clauses.groups[id];
        let mut within = self.mentions.within(group.first, group.end);
        let named = within.find(|mention| mention.kind() == Kind::Person && slot != Slot::Own);
        let person = named.or_else(|| {
            let found = self.points_back(slot, id, &PERSON)?.mention?;
            self.mentions.mentions.get(found.index())
        });
        let Some(person) = person else { return false };
        let at = person.id().index();
        let known = &self.mentions.mentions[at.saturating_sub(NAMED)..=at];
        let same = |mention: &&Mention<'x>| mention.kind() == Kind::Person && mention.is_same(person);
        let sentence = self.reading.sentence_of(group.first as usize);
        let mut named = known.iter().rev().filter(same);
        let office = named.find_map(|mention| self.office(mention, words));
        out.extend(office.clone().map(|office| Filler {
            inherited: self.reading.sentence_of(office.start) != sentence,
            ..self.phrase(slot, office.start as u32, office.end as u32)
        }));
        office.is_some()
    }

    /// The tokens of the office beside one mention of a person.
    fn office(&self, person: &Mention<'_>, words: &WordSet) -> Option<Range<usize>> {
        let (first, end) = (person.first as usize, person.end as usize);
        let sentence = self.reading.sentence_tokens(first);
        let heads = |at: usize| words.contains(self.reading.noun_lemma(at));
        let comma = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.is(b','));
        let before = |head: usize| {
            let from = sentence.start.max((head + 1).saturating_sub(LONG));
            // "Bosch CEO Ann Roe"
            let plain =
                |at: &usize| *at == head || matches!(self.reading.tag(*at), Tag::Noun | Tag::Adjective);
            let start = (from..=head).rev().take_while(plain).last()?;
            heads(head).then_some(start..head + 1)
        };
        // "chief executive Ann Roe", "its chairman, Ann Roe,"
        if first > sentence.start {
            let head = first - 1 - usize::from(comma(first - 1) && first > sentence.start + 1);
            if let Some(office) = before(head) {
                return Some(office);
            }
        }
        let until = sentence.end.min(end + BEHIND);
        let ends = |at: &usize| {
            let next = self.reading.tag(*at + 1);
            // "chief | executive officer"
            heads(*at) && !heads(*at + 1) && !matches!(next, Tag::Noun | Tag::Genitive)
        };
        // "Ann Roe, 54, Acme's chief executive"
        if comma(end) {
            let parts = |at: &usize| {
                matches!(
                    self.reading.tag(*at),
                    Tag::Noun
                        | Tag::Adjective
                        | Tag::Determiner
                        | Tag::Possessive
                        | Tag::Proper
                        | Tag::Genitive
                        | Tag::Number
                ) || *at == end + 2 && comma(*at)
            };
            let office = (end + 1..until).take_while(parts).find(ends);
            if let Some(office) = office.and_then(before) {
                return Some(office);
            }
        }
        // "Ann Roe will step down as chairman"
        let as_ = (end..until).find(|at| self.reading.is(*at, "as"))?;
        let head = (as_ + 1..until.min(as_ + LONG)).find(ends)?;
        before(head).filter(|office| office.start > as_)
    }
}
