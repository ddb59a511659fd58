//! What a noun group has between its words that is no part of what it names.

use super::{Cut, Draft};
use crate::clause::group::{is_time, GroupKind};
use crate::lexicon::Tag;
use crate::mention::Kind;

impl Cut<'_, '_, '_> {
    /// Steps over what an amount is told by, before the noun that both modify: "a $5 per barrel rise", "a 3 million tonnes a
    /// year plant".
    pub(super) fn over_unit(&self, first: usize, at: usize) -> usize {
        // "approved Rs2 per unit increase in tariffs"
        let moves = || at + 3 < self.end && self.reading.is(at + 3, "in");
        let determined = self.determined(first) || moves();
        let unit = at + 2 < self.end && self.reading.is(at, "per") && self.tag(at + 1) == Tag::Noun;
        let pace = self.mentions.at(at).filter(|pace| pace.kind() == Kind::Set);
        let pace = pace
            .map(|pace| pace.end as usize)
            .filter(|_| !self.reading.is(at, "per"));
        let behind = pace.or(unit.then_some(at + 2)).filter(|_| determined);
        // "the 2.5 million tonnes per annum (mtpa) plant"
        let mark = |at: usize, mark: u8| at < self.end && self.reading.tokens[at].is(mark);
        let behind = behind.map(|at| match mark(at, b'(') && mark(at + 2, b')') {
            true => at + 3,
            false => at,
        });
        let noun = |at: &usize| *at < self.end && matches!(self.tag(*at), Tag::Noun | Tag::NounPlural);
        behind.filter(noun).unwrap_or(at)
    }

    /// Steps over an amount in brackets that tells another one in a second currency, before the noun that both modify:
    /// "a 32 billion pound ($39.8 billion) offer".
    pub(super) fn over_conversion(&self, at: usize) -> usize {
        match self.mentions.sum_in_brackets(self.reading, at) {
            Some((_, end)) if end < self.end && self.starts_noun(end, 3) => end,
            _ => at,
        }
    }

    /// Where the bracket ends that tells the amount before it in a second currency. It says nothing of its own.
    pub(in crate::clause::group) fn conversion(&self, at: usize) -> Option<usize> {
        let last = self.out.last().filter(|group| group.end as usize == at)?;
        let mut sums = self.mentions.within(last.first, last.end);
        let sum = sums.find(|sum| sum.end == last.end && sum.kind() == Kind::Money)?;
        let (_, end) = self.mentions.converted(self.reading, sum)?;
        (end <= self.end).then_some(end)
    }

    /// Steps over the initials in brackets that stand between what they are short for and its noun: "liquefied natural gas
    /// (LNG) terminal".
    pub(super) fn over_initials(&self, draft: &Draft) -> Option<usize> {
        let at = draft.at;
        let tokens = &self.reading.tokens;
        if at == draft.first || draft.noun.named || at + 3 >= self.end || !tokens[at].is(b'(') {
            return None;
        }
        let text = tokens[at + 1].text(self.reading.text);
        let initials = text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        let plain = matches!(self.tag(at - 1), Tag::Noun | Tag::Adjective | Tag::Verb);
        let noun = matches!(self.tag(at + 3), Tag::Noun | Tag::NounPlural | Tag::Adjective)
            && self.mentions.at(at + 3).is_none()
            && self.starts_noun(at + 3, 3);
        (initials && plain && noun && tokens[at + 2].is(b')')).then_some(at + 3)
    }

    /// Steps over the state or country that commas part from a town before the noun that both modify: "its Austin, Texas,
    /// plant".
    pub(super) fn over_state(&self, first: usize, at: usize) -> usize {
        let comma = |at: usize| at < self.end && self.reading.tokens[at].is(b',');
        let state = self.mentions.at(at + 1).filter(|_| comma(at));
        let state = state.filter(|state| matches!(state.kind(), Kind::Place | Kind::Country));
        let Some(end) = state
            .map(|state| state.end as usize)
            .filter(|end| *end < self.end)
        else {
            return at;
        };
        // "an Austin, Texas-based maker"
        if self.compound(end) && self.starts_noun(end + 2, 3) {
            return end + 2;
        }
        let behind = end + usize::from(comma(end));
        let noun =
            matches!(self.tag(behind), Tag::Noun | Tag::NounPlural) && self.mentions.at(behind).is_none();
        // "its Austin, Texas, car assembly plant"
        let whose =
            self.tag(first) == Tag::Possessive || first > 0 && self.reading.tag(first - 1) == Tag::Genitive;
        let common = |at: &usize| {
            let tag = self.tag(*at);
            tag.is_noun() && tag != Tag::Proper || matches!(tag, Tag::Adjective | Tag::VerbIng)
        };
        let run = (behind..self.end).find(|at| !common(at)).unwrap_or(self.end);
        let several =
            whose && run > behind && self.tag(run - 1).is_noun() && self.mentions.at(behind).is_none();
        if several || noun && !matches!(self.tag(behind + 1), Tag::VerbPast | Tag::VerbS | Tag::Noun) {
            behind
        } else {
            at
        }
    }

    /// Whether the comma at `at` parts two attributes of one noun: "its new, cheaper model", "a large, fully automated mill",
    /// "its pending, $9bn purchase of".
    pub(super) fn attributes_go_on(&self, first: usize, at: usize) -> bool {
        /// As many words as `state-of-the-art, 300-bed teaching`.
        const LONG: usize = 16;
        let comma = |at: usize| at < self.end && self.reading.tokens[at].is(b',');
        if !self.determined(first) || !comma(at) {
            return false;
        }
        // "The first, called Spark, …"
        let picks = self.reading.is(first, "the") || self.among(at - 1, &self.words.ranks);
        let (mut here, mut told) = (at + 1, false);
        while here < self.end.min(at + LONG) {
            if let Some(mention) = self.mentions.at(here) {
                let end = mention.end as usize;
                let figure = matches!(mention.kind(), Kind::Money | Kind::Measure | Kind::Count);
                if self.compound(end) {
                    here = end + 2;
                } else if figure && self.starts_noun(end, 1) {
                    return true;
                } else {
                    return told && !is_time(mention.kind());
                }
                told = true;
                continue;
            }
            let (tag, tied) = (self.tag(here), self.compound(here + 1));
            let participle = matches!(tag, Tag::VerbPart | Tag::VerbPast | Tag::VerbIng);
            let described = self.tag(here - 1) == Tag::Adverb || here > at + 1;
            here += 1 + usize::from(tied);
            match tag {
                _ if tied => told = true,
                Tag::Adverb => {}
                Tag::Adjective => told = true,
                _ if participle && (described || !picks) => told = true,
                _ if told && (comma(here - 1) || tag == Tag::Conjunction) => {}
                Tag::Noun | Tag::NounPlural | Tag::Proper => return told,
                _ => return false,
            }
        }
        false
    }

    /// Whether the conjunction at `at` joins two adjectives of one noun: "met new and tough rules", not "prices are high
    /// and new buyers few".
    pub(super) fn adjectives_join(&self, first: usize, at: usize) -> bool {
        let joined = at < self.end
            && self.tag(at) == Tag::Conjunction
            && matches!(self.tag(at + 1), Tag::Adjective | Tag::VerbPart)
            && self.mentions.at(at + 1).is_none()
            && self.mentions.at(at + 2).is_none()
            && matches!(self.tag(at + 2), Tag::Noun | Tag::NounPlural);
        let attributive = || match self.out.last().map(|group| &group.kind) {
            Some(GroupKind::Preposition(_)) => true,
            Some(GroupKind::Verb(verb)) => {
                !verb.passive && verb.lemma != self.words.be && verb.lemma != self.words.become_
            }
            _ => false,
        };
        joined && (self.determined(first) || attributive())
    }

    /// Whether a word tells how much of what follows is meant: "some of the".
    pub(super) fn part_of(&self, at: usize) -> bool {
        at + 3 < self.end
            && self.reading.is(at + 1, "of")
            && matches!(self.tag(at + 2), Tag::Determiner | Tag::Possessive)
            && self.noun_part(at + 3)
            && self.among(at, &self.words.parts)
    }

    /// Where the figure stands that is only summed up: "a total of 300 cars", "a combined sum of $5bn", "a seasonally
    /// adjusted annual rate of 982,000".
    pub(super) fn summed(&self, first: usize) -> Option<usize> {
        /// As many words as `seasonally adjusted annual`.
        const DESCRIBED: usize = 3;
        if !self.reading.is_indefinite(first) {
            return None;
        }
        let described = (first + 1..self.end).take(DESCRIBED);
        let described = described.take_while(|at| {
            let tag = self.tag(*at);
            matches!(tag, Tag::Adjective | Tag::Adverb | Tag::VerbPart | Tag::VerbPast)
        });
        let sum = first + 1 + described.count();
        let sums = self.among(sum, &self.words.sums);
        let figure = self
            .mentions
            .at(sum + 2)
            .filter(|_| sums && self.reading.is(sum + 1, "of"));
        let summed =
            figure.is_some_and(|mention| matches!(mention.kind(), Kind::Count | Kind::Money | Kind::Measure));
        (summed && sum + 2 < self.end).then_some(sum + 2)
    }
}
