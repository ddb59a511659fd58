//! Noun groups: determiner, modifiers, head.

use super::{is_time, Cut, Group, GroupId, GroupKind, NounGroup};
use crate::lexicon::{Tag, WordId};
use crate::mention::{Kind, Mention};
use crate::token::Token;

/// How many tokens behind its subject a finite verb is looked for.
pub(super) const NEAR: usize = 12;

impl Cut<'_, '_, '_> {
    pub(super) fn noun(&mut self, first: usize) -> usize {
        let mut noun = NounGroup::default();
        let mut at = first;
        let mut head = None;
        let mut only_time = true;
        if let Some(Group {
            kind: GroupKind::Other,
            end,
            ..
        }) = self.out.last()
        {
            // The genitive mark before it: the noun group before that is the possessor.
            if *end as usize == first && self.reading.tag(first - 1) == Tag::Genitive {
                noun.possessor = self.out.len().checked_sub(2);
            }
        }
        noun.possessor = noun.possessor.or_else(|| self.where_it_is(first));
        // "most of its curbs" are curbs.
        if self.part_of(first) {
            noun.negated = self.reading.is(first, "none");
            at = first + 2;
        }
        if let Some(figure) = self.summed(first) {
            at = figure;
        }
        let mut figure = false;
        while at < self.end {
            if let Some(mention) = self.mentions.at(at) {
                let end = (mention.end as usize).min(self.end);
                let time = is_time(mention.kind());
                let dates = time && self.dates_figure(mention);
                if time && head.is_some() && !dates {
                    break;
                }
                if time && at > first && self.ends_before(mention, at) {
                    head = Some(at - 1);
                    noun.lemma = self.reading.noun_lemma(at - 1);
                    only_time = false;
                    break;
                }
                // A name after a name that is no modifier begins a group of its own, except a person after
                // a title.
                let common = !time && mention.kind() == Kind::Count;
                // "a record $6 billion"
                let sized = mention.kind() == Kind::Money
                    && at == first + 2
                    && self.tag(first) == Tag::Determiner
                    && self.among(at - 1, &self.words.sized);
                if head.is_some() && !noun_follows(mention.kind()) && !sized && !dates {
                    break;
                }
                // "Under the pact South Korea will …"
                if head.is_some() && self.in_phrase() && self.begins_clause(mention, end) {
                    break;
                }
                if head.is_some_and(|head| self.is_time_past(first, head)) {
                    break;
                }
                // "sold Kenya 40 buses"
                if head.is_some() && noun.named && mention.kind() == Kind::Count && self.receives() {
                    break;
                }
                // "and Nippon Steel 43.6 million tons": a measure that modifies has its noun behind it.
                if noun.named && mention.kind() == Kind::Measure && !self.starts_noun(end, 3) {
                    break;
                }
                // "Minister for Trade Ali Jamali": the person is no part of the field of office.
                if head.is_some() && mention.kind() == Kind::Person && self.in_phrase() {
                    break;
                }
                only_time &= time;
                figure = matches!(mention.kind(), Kind::Measure | Kind::Money);
                head = Some(end - 1);
                noun.named = true;
                noun.place = matches!(mention.kind(), Kind::Place | Kind::Country);
                noun.lemma = WordId::UNKNOWN;
                if common {
                    noun.named = false;
                    noun.lemma = self.reading.noun_lemma(end - 1);
                }
                at = end;
                if mention.kind() == Kind::Money {
                    at = self.over_unit(first, self.over_conversion(at));
                }
                if mention.kind() == Kind::Place && (noun.possessor.is_some() || self.determined(first)) {
                    at = self.over_state(at);
                }
                let alone = |at| {
                    !self.starts_noun(at, 2) || self.names(at) || self.before_subject(first, mention, at)
                };
                if mention.kind() == Kind::Person || time && alone(at) {
                    break;
                }
                // "On Monday Argentina signed": a day that opens a phrase is no part of the name behind it.
                // "monthly US sales", "first-quarter Ford sales": what describes sales is.
                let describes = mention.kind() == Kind::Set
                    || (mention.first..mention.end).any(|at| self.reading.tokens[at as usize].is_hyphen());
                let dated = time && !describes && mention.first as usize == first && self.in_phrase();
                // "In China sales rose"
                let within = noun.place && self.reading.is(first.saturating_sub(1), "in");
                let parted = dated && self.mentions.at(at).is_some()
                    || within && self.before_subject(first, mention, at);
                let dated = mention.kind() == Kind::Date && (self.dates_a_verb(at) || self.told_then(at));
                let given = !time && self.tag(at) == Tag::Number && self.receives();
                if !self.continues(at) || parted || dated || given {
                    break;
                }
                continue;
            }
            match self.tag(at) {
                // "It is unlikely that Nestle will …"
                Tag::That if at > first => break,
                Tag::Determiner | Tag::Possessive | Tag::That if head.is_none() => {
                    noun.own |= self.tag(at) == Tag::Possessive;
                    // "the No. 2 producer", "No 1 producer"
                    let stop = |next: &Token| next.is(b'.') || next.first.is_ascii_digit();
                    let stop = self.reading.tokens.get(at + 1).is_some_and(stop);
                    let no = self.reading.is(at, "no") && !stop;
                    noun.negated |= no || self.reading.is(at, "neither");
                    at += 1;
                    if !self.noun_part(at) {
                        // "this", "some" alone
                        head = Some(at - 1);
                        noun.pronoun = true;
                        break;
                    }
                }
                Tag::Pronoun => {
                    if head.is_none() && at == first {
                        head = Some(at);
                        noun.pronoun = true;
                        only_time = false;
                        at += 1;
                    }
                    break;
                }
                Tag::NounPlural if noun.named && self.reads_as_verb(at) => break,
                // "its first shop north of Lima"
                Tag::Noun
                    if head.is_some()
                        && self.reading.is(at + 1, "of")
                        && self.among(at, &self.words.directions) =>
                {
                    break
                }
                Tag::Noun | Tag::NounPlural | Tag::Proper
                    if head.is_some_and(|head| self.is_time_past(first, head)) =>
                {
                    break
                }
                Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number => {
                    head = Some(at);
                    noun.named = false;
                    noun.place = false;
                    noun.lemma = self.reading.noun_lemma(at);
                    only_time = false;
                    at += 1;
                }
                Tag::Adjective => {
                    // "Pakistani" and "poor" may stand for the noun; a predicate may not.
                    if head.is_some() && !self.starts_noun(at, 3) {
                        break;
                    }
                    // "effective July 1" is a time.
                    at += 1;
                    if head.is_none() && self.adjectives_go_on(first, at) {
                        at += 1;
                    }
                }
                Tag::VerbPart | Tag::VerbPast | Tag::VerbIng
                    if head.is_none() && at > first && self.starts_noun(at + 1, 3)
                        // "a 50-megawatt floating solar farm": a figure that modifies has its noun behind it.
                        || figure && self.reading.is(first, "a") && self.starts_noun(at + 1, 3)
                        || at == first && self.modifies(at)
                        || self.hyphenated(at) =>
                {
                    only_time = false;
                    at += 1;
                }
                Tag::Adverb
                    if head.is_none()
                        && (at == first || self.adverb_in_noun(at) || self.before_participle(at)) =>
                {
                    only_time = false;
                    at += 1;
                }
                _ if self.compound(at) && at > first => {
                    at += 2;
                    head = Some(at - 1);
                    noun.lemma = self.reading.noun_lemma(at - 1);
                }
                _ if self.hyphenated(at) => at += 1,
                _ => break,
            }
        }
        let Some(head) = head else {
            let end = at.max(first + 1);
            self.push(first, end, GroupKind::Adjective);
            return end;
        };
        let end = at.max(head + 1);
        noun.head = head as u32;
        noun.bare = !matches!(self.tag(first), Tag::Determiner | Tag::Possessive | Tag::That);
        noun.time = only_time && !noun.pronoun;
        self.push(first, end, GroupKind::Noun(noun));
        end
    }

    /// Whether a verb that names who gets a thing before the thing stands right before the group at hand.
    fn receives(&self) -> bool {
        matches!(self.out.last().map(|group| &group.kind), Some(GroupKind::Verb(verb))
            if !verb.passive && self.words.gives.contains(verb.lemma))
    }

    /// The place that a clause begins with, right before its subject: "In Greece output fell" is Greece's output.
    fn where_it_is(&self, first: usize) -> Option<GroupId> {
        let place = self.out.len().checked_sub(1)?;
        let within = place.checked_sub(1)?;
        let opens = within.checked_sub(1).is_none_or(|before| {
            matches!(
                self.out[before].kind,
                GroupKind::Comma | GroupKind::Conjunction(_) | GroupKind::Subordinator(_) | GroupKind::Stop
            )
        });
        let beside = matches!(&self.out[place], Group { end, kind: GroupKind::Noun(noun), .. }
            if noun.place && *end as usize == first);
        let common =
            self.mentions.at(first).is_none() && matches!(self.tag(first), Tag::Noun | Tag::NounPlural);
        let named = beside && opens && common && self.reading.is(self.out[within].first as usize, "in");
        named.then_some(place)
    }

    /// Whether a noun stands at a token and a finite verb behind it, with no mark in between.
    pub(super) fn acts(&self, at: usize) -> bool {
        let mut noun = false;
        for next in at..self.end.min(at + NEAR) {
            match self.tag(next) {
                Tag::Mark if self.compound(next) => {}
                Tag::Mark | Tag::Genitive | Tag::Conjunction if !noun => return false,
                Tag::Mark | Tag::Wh | Tag::That | Tag::Subordinator => return false,
                Tag::VerbPast | Tag::VerbS | Tag::Modal | Tag::Be | Tag::Have => return noun,
                tag => noun |= tag.is_noun(),
            }
        }
        false
    }

    /// Whether a country or organisation behind a common noun does what follows it.
    fn begins_clause(&self, mention: &Mention<'_>, end: usize) -> bool {
        let acts = matches!(mention.kind(), Kind::Country | Kind::Organisation);
        acts && matches!(self.tag(mention.first as usize - 1), Tag::Noun | Tag::NounPlural)
            && self.mentions.at(mention.first as usize - 1).is_none()
            && matches!(self.tag(end), Tag::Modal | Tag::Have | Tag::VerbS)
    }

    /// Steps over what an amount is told by, before the noun that both modify: "a $5 per barrel rise".
    fn over_unit(&self, first: usize, at: usize) -> usize {
        let determined = matches!(self.tag(first), Tag::Determiner | Tag::Possessive);
        let unit = at + 2 < self.end && self.reading.is(at, "per") && self.tag(at + 1) == Tag::Noun;
        if determined && unit && matches!(self.tag(at + 2), Tag::Noun | Tag::NounPlural) {
            at + 2
        } else {
            at
        }
    }

    /// Steps over an amount in brackets that tells another one in a second currency, before the noun that both modify:
    /// "a 32 billion pound ($39.8 billion) offer".
    fn over_conversion(&self, at: usize) -> usize {
        if at + 1 >= self.end || !self.reading.tokens[at].is(b'(') {
            return at;
        }
        let other = self
            .mentions
            .at(at + 1)
            .filter(|other| other.kind() == Kind::Money);
        let close = other
            .map(|other| other.end as usize)
            .filter(|close| *close < self.end);
        match close.filter(|close| self.reading.tokens[*close].is(b')')) {
            Some(close) if self.starts_noun(close + 1, 3) => close + 1,
            _ => at,
        }
    }

    /// Steps over the state or country that commas part from a town before the noun that both modify: "its Austin, Texas,
    /// plant".
    fn over_state(&self, at: usize) -> usize {
        let comma = |at: usize| at < self.end && self.reading.tokens[at].is(b',');
        let state = self.mentions.at(at + 1).filter(|_| comma(at));
        let state = state.filter(|state| matches!(state.kind(), Kind::Place | Kind::Country));
        let Some(end) = state
            .map(|state| state.end as usize)
            .filter(|end| *end < self.end)
        else {
            return at;
        };
        let behind = end + usize::from(comma(end));
        let noun =
            matches!(self.tag(behind), Tag::Noun | Tag::NounPlural) && self.mentions.at(behind).is_none();
        if noun && !matches!(self.tag(behind + 1), Tag::VerbPast | Tag::VerbS | Tag::Noun) {
            behind
        } else {
            at
        }
    }

    fn determined(&self, first: usize) -> bool {
        matches!(self.tag(first), Tag::Determiner | Tag::Possessive)
    }

    /// Whether the comma at `at` parts two adjectives of one noun: "its new, cheaper model".
    fn adjectives_go_on(&self, first: usize, at: usize) -> bool {
        let determined = matches!(self.tag(first), Tag::Determiner | Tag::Possessive);
        let comma = self.reading.tokens[..self.end]
            .get(at)
            .is_some_and(|token| token.is(b','));
        let adverb = usize::from(self.tag(at + 1) == Tag::Adverb);
        determined
            && comma
            && self.tag(at + 1 + adverb) == Tag::Adjective
            && self.mentions.at(at + 1 + adverb).is_none()
            && self.starts_noun(at + 1 + adverb, 3)
    }

    /// Whether the group at hand hangs on a preposition, or is joined to one that does.
    pub(super) fn in_phrase(&self) -> bool {
        let mut groups = self.out.iter().rev().map(|group| &group.kind);
        match groups.next() {
            Some(GroupKind::Preposition(_)) => true,
            Some(GroupKind::Conjunction(_)) => {
                matches!(groups.next(), Some(GroupKind::Noun(_)))
                    && matches!(groups.next(), Some(GroupKind::Preposition(_)))
            }
            _ => false,
        }
    }

    /// Whether an organisation, or a person with a title or without, is named here: "On Tuesday Dr Yusuf said".
    fn names(&self, at: usize) -> bool {
        for next in at..self.end.min(at + 8) {
            match self.mentions.at(next).map(|mention| mention.kind()) {
                Some(Kind::Person) => return true,
                Some(Kind::Organisation) => return next == at,
                Some(_) => return false,
                None if matches!(self.tag(next), Tag::Noun | Tag::Proper | Tag::Adjective) => {}
                None => return false,
            }
        }
        false
    }

    /// Whether a word tells how much of what follows is meant: "some of the".
    fn part_of(&self, at: usize) -> bool {
        at + 3 < self.end
            && self.reading.is(at + 1, "of")
            && matches!(self.tag(at + 2), Tag::Determiner | Tag::Possessive)
            && self.noun_part(at + 3)
            && self.among(at, &self.words.parts)
    }

    /// Where the figure stands that is only summed up: "a total of 300 cars", "a combined sum of $5bn", "a seasonally
    /// adjusted annual rate of 982,000".
    fn summed(&self, first: usize) -> Option<usize> {
        /// As many words as `seasonally adjusted annual`.
        const DESCRIBED: usize = 3;
        if !self.reading.is(first, "a") && !self.reading.is(first, "an") {
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

    /// Whether an adverb stands before a participle and its noun: "its wholly owned companies".
    fn before_participle(&self, at: usize) -> bool {
        matches!(self.tag(at + 1), Tag::VerbPart | Tag::VerbPast)
            && self.mentions.at(at + 1).is_none()
            && self.starts_noun(at + 2, 3)
    }

    /// Whether the group may go on after a mention.
    fn continues(&self, at: usize) -> bool {
        if self.compound(at) {
            return true;
        }
        if let Some(next) = self.mentions.at(at) {
            return noun_follows(next.kind()) || self.dates_figure(next);
        }
        self.starts_noun(at, 3)
    }

    fn noun_part(&self, at: usize) -> bool {
        at < self.end
            && (self.mentions.at(at).is_some()
                || matches!(
                    self.tag(at),
                    Tag::Noun
                        | Tag::NounPlural
                        | Tag::Proper
                        | Tag::Number
                        | Tag::Adjective
                        | Tag::Adverb
                        | Tag::VerbPart
                        | Tag::VerbPast
                        | Tag::VerbIng
                        | Tag::Determiner
                        | Tag::Possessive
                ))
    }

    /// A word that a hyphen ties to the next.
    fn hyphenated(&self, at: usize) -> bool {
        self.compound(at + 1)
    }
}

/// A mention that may stand right after another noun in one group: `Honda Atlas CEO Kamran Kamal`.
fn noun_follows(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Person
            | Kind::Organisation
            | Kind::Model
            | Kind::Policy
            | Kind::Place
            | Kind::Country
            | Kind::Measure
    )
}
