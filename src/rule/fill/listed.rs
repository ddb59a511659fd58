//! Noun groups whose head is one of a rule's words, and counts of such.

use super::{Asked, Sight};
use crate::clause::{Group, GroupId, GroupKind, NounGroup, VerbForm};
use crate::lexicon::{Classes, Tag, WordId, WordSet};
use crate::mention::{organisation, Kind, Mention, Value};
use crate::rule::filler::Filler;
use crate::rule::Accept;

impl<'x> Sight<'_, 'x> {
    /// A noun group whose head is one of a rule's words.
    pub(super) fn listed(&self, asked: &Asked<'_>, words: &WordSet, out: &mut Vec<Filler<'x>>) -> bool {
        let noun = asked.noun;
        if asked.modifier {
            return self.listed_before(asked, words, out);
        }
        // "works" is more than the plural of "work".
        let listed = words.contains(noun.lemma) || words.contains(self.reading.ids[noun.head as usize]);
        if !listed {
            return self.share_of(asked, words, out);
        }
        if asked.bars(noun.lemma) || self.is_namesake(asked.id) {
            return false;
        }
        // "a litre of milk" is milk.
        let within = self.part_of(asked.id).filter(|inner| {
            let inner = self.clauses.noun(*inner);
            inner.is_some_and(|inner| words.contains(inner.lemma))
        });
        if let Some(inner) = within {
            return self.take_own(asked.slot, inner, asked.accept, out);
        }
        if let Some(called) = self.called(asked.id) {
            out.push(self.unlisted(asked.slot, called));
            return true;
        }
        let mut mentions = self.mentions.within(asked.group.first, asked.end);
        let name = mentions.find(|mention| {
            mention.first <= noun.head && noun.head < mention.end && mention.kind() != Kind::Count
        });
        out.push(match name {
            Some(mention) => self.filler(mention, asked.slot),
            None => self.phrase(asked.slot, asked.group.first, asked.group.end),
        });
        true
    }

    /// "Thousands of nurses", "a third of the pilots": nurses and pilots, as "some of the nurses" are; but "20 percent of the
    /// company" is no company.
    fn share_of(&self, asked: &Asked<'_>, words: &WordSet, out: &mut Vec<Filler<'x>>) -> bool {
        let (share, of, id) = (asked.noun.head as usize, asked.id + 1, asked.id + 2);
        let several = |noun: &NounGroup| {
            let plural = self.reading.tag(noun.head as usize) == Tag::NounPlural;
            plural && !noun.named && words.contains(noun.lemma) && !asked.bars(noun.lemma)
        };
        let ties = |of: &Group| matches!(of.kind, GroupKind::Preposition(word) if word == self.words.of);
        let parted = self.words.shares.contains(self.reading.ids[share])
            && self.clauses.groups.get(of).is_some_and(ties)
            && self.clauses.noun(id).is_some_and(several);
        if parted {
            let group = &self.clauses.groups[id];
            out.push(self.phrase(asked.slot, group.first, group.end));
        }
        parted
    }

    /// The name that a thing is said to have: "a bar called Zuma".
    fn called(&self, id: GroupId) -> Option<GroupId> {
        let verb = self.clauses.verb(id + 1)?;
        // At the end of a sentence the participle looks like a past tense.
        let participle = verb.form == VerbForm::Participle || verb.subject.is_none();
        let naming = participle && self.reading.classes(verb.head as usize).contains(Classes::NAMING);
        let group = self.clauses.groups.get(id + 2).filter(|_| naming)?;
        let noun = self.clauses.noun(id + 2)?;
        self.is_proper(group.first, noun.head).then_some(id + 2)
    }

    /// The noun group that `of` ties right to another one.
    fn part_of(&self, id: GroupId) -> Option<GroupId> {
        let of = self.clauses.groups.get(id + 1)?;
        let ties = matches!(of.kind, GroupKind::Preposition(word) if word == self.words.of);
        let bare = |noun: &NounGroup| noun.bare && !noun.own && noun.possessor.is_none();
        (ties && self.clauses.noun(id + 2).is_some_and(bare)).then_some(id + 2)
    }

    /// Whether the head is a word in a name alone: "Apple", "Wayne Bridge".
    fn is_namesake(&self, id: GroupId) -> bool {
        let group = &self.clauses.groups[id];
        let company = |mention: &Mention<'_>| {
            mention.end - mention.first == 1 && self.is(mention, &Accept::Sort(organisation::Sort::Company))
        };
        self.clauses.noun(id).is_some_and(|noun| {
            let mut mentions = self.mentions.within(group.first, group.end);
            mentions.any(|mention| {
                mention.first <= noun.head
                    && noun.head < mention.end
                    && (mention.kind() == Kind::Person || company(mention))
            })
        })
    }

    /// A count of one of a rule's words.
    pub(super) fn counted(&self, asked: &Asked<'_>, words: &WordSet, out: &mut Vec<Filler<'x>>) -> bool {
        let mut mentions = self.mentions.within(asked.group.first, asked.end);
        let count = mentions.find(|mention| mention.kind() == Kind::Count);
        let count = count.or_else(|| self.counted_before(asked.id, words));
        // "sent 300 workers home": what is counted may not be the last word.
        let count = count.filter(|count| {
            let told = asked.noun.pronoun
                || words.contains(asked.noun.lemma)
                || words.contains(self.reading.noun_lemma(count.end as usize - 1))
                || self.joined_head(asked).is_some_and(|head| words.contains(head));
            told && !self.is_whole(count)
        });
        out.extend(count.map(|count| self.filler(count, asked.slot)));
        count.is_some()
    }

    /// What a sort alone is of, which the joined group tells: "900 direct and 4,000 indirect jobs".
    fn joined_head(&self, asked: &Asked<'_>) -> Option<WordId> {
        let sort = self.reading.tag(asked.noun.head as usize) == Tag::Adjective;
        let next = asked.noun.next.filter(|_| sort)?;
        Some(self.clauses.noun(next)?.lemma)
    }

    /// A count that names nothing.
    pub(super) fn numbered(&self, asked: &Asked<'_>, out: &mut Vec<Filler<'x>>) -> bool {
        let mut mentions = self.mentions.within(asked.group.first, asked.end);
        let count = mentions.find(|mention| {
            mention.end == asked.end && matches!(mention.value(), Value::Count { noun: None, .. })
        });
        out.extend(count.map(|count| self.filler(count, asked.slot)));
        count.is_some()
    }
}
