//! Times within and beside noun groups.

use super::noun::NEAR;
use super::{Cut, Group, GroupKind};
use crate::lexicon::{Keyword as K, Keywords, Tag};
use crate::mention::{Kind, Mention};

/// How many tokens a company's name has at most.
const LONG: u32 = 6;

/// What times begin with that are told from the day of the article.
const RELATIVE: Keywords = Keywords::of(&[K::Last, K::This, K::Next]);

impl Cut<'_, '_, '_> {
    /// Whether a phrase from `first` to `head` tells a stretch of time and is over: "in recent months companies cut jobs".
    pub(super) fn is_time_past(&self, first: usize, head: usize) -> bool {
        self.tag(head) == Tag::NounPlural
            && head > first
            && self.words.periods.contains(self.reading.noun_lemma(head))
            && self.in_phrase()
    }

    /// Whether a word that may be an adjective is the head before a time: "was made chief executive last year".
    pub(super) fn ends_before(&self, time: &Mention<'_>, at: usize) -> bool {
        let word = self.reading.lexicon.word(self.reading.ids[at - 1]);
        self.reading.among(time.first as usize, RELATIVE)
            && word.tags.has(Tag::Noun)
            && self.tag(at - 1) == Tag::Adjective
    }

    /// Whether a time ends a phrase behind a verb of saying, and what is said begins at a token: "said in a report on
    /// Monday demand was weak".
    pub(super) fn told_then(&self, at: usize) -> bool {
        let said = |group: &Group| matches!(&group.kind, GroupKind::Verb(verb) if verb.says);
        let mut before = self.out.iter().rev();
        matches!(
            before.next().map(|group| &group.kind),
            Some(GroupKind::Preposition(_))
        ) && before
            .take(NEAR)
            .take_while(|group| !matches!(group.kind, GroupKind::Comma | GroupKind::Stop))
            .find(|group| matches!(group.kind, GroupKind::Verb(_)))
            .is_some_and(said)
            && self.acts(at)
    }

    /// Whether a day or month that hangs on a preposition right behind a verb has what the verb acts upon behind it, at a
    /// token: "delivered on Monday 53 jets", "banned in May exports of ore".
    pub(super) fn dates_a_verb(&self, at: usize) -> bool {
        let mut before = self.out.iter().rev().map(|group| &group.kind);
        matches!(before.next(), Some(GroupKind::Preposition(_)))
            && matches!(before.next(), Some(GroupKind::Verb(_)))
            && (self.mentions.at(at).is_some() || matches!(self.tag(at), Tag::Number | Tag::NounPlural))
    }

    /// Whether a time or place that the clause begins with has the clause's subject right behind it: "In March exports rose",
    /// "last year farms received", but "March exports rose".
    pub(super) fn before_subject(&self, first: usize, mention: &Mention<'_>, at: usize) -> bool {
        let mut before = self.out.iter().rev().map(|group| &group.kind);
        let last = before.next();
        let (phrase, opening) = match last {
            Some(GroupKind::Preposition(_)) => (true, before.next()),
            last => (false, last),
        };
        let opens = match opening {
            None => true,
            Some(GroupKind::Conjunction(_) | GroupKind::Comma) => phrase,
            Some(GroupKind::Stop | GroupKind::Quote | GroupKind::Subordinator(_)) => true,
            _ => false,
        };
        let relative = || self.reading.among(first, RELATIVE);
        opens && mention.first as usize == first && (phrase || relative()) && self.acts(at)
    }

    /// Whether a time stands between who earned or made something, or a sum, and what it is: "Boeing second-quarter profit", "a
    /// $3 billion second-quarter loss", "Infosys Q1 net profit", "Japan May exports".
    pub(super) fn dates_figure(&self, time: &Mention<'_>) -> bool {
        let (first, end) = (time.first as usize, time.end as usize);
        let part = (first..end).any(|token| self.reading.tokens[token].is_hyphen());
        let period = part || !time.is_day() && self.opens_sentence(first) && !self.is_relative(first);
        let mut before = self.mentions.within(time.first.saturating_sub(LONG), time.first);
        let company = before.any(|mention| {
            let acts = matches!(mention.kind(), Kind::Organisation | Kind::Money | Kind::Country);
            acts && mention.end == time.first
        });
        company && period && time.kind() == Kind::Date && end < self.end && self.starts_noun(end, 3)
    }

    /// Whether the group at hand begins what is told: a headline has no articles.
    fn opens_sentence(&self, time: usize) -> bool {
        let last = self.out.last();
        let opens = last.is_none_or(|group| {
            matches!(
                group.kind,
                GroupKind::Comma | GroupKind::Stop | GroupKind::Quote | GroupKind::Subordinator(_)
            )
        });
        opens && last.is_none_or(|group| group.end as usize + LONG as usize >= time)
    }

    /// Whether a time is told from the day of the article, and so may stand by itself: "Ford last year".
    fn is_relative(&self, first: usize) -> bool {
        self.reading.among(first, RELATIVE) || self.tag(first) == Tag::Determiner
    }
}
