//! Noun groups: determiner, modifiers, head.

mod end;
mod over;

use super::{is_time, Cut, Group, GroupId, GroupKind, NounGroup};
use crate::lexicon::{title, Label, List, Lists, Tag, WordId};
use crate::mention::{Kind, Mention};
use crate::token::{Token, TokenKind};

/// How many tokens behind its subject a finite verb is looked for.
pub(super) const NEAR: usize = 12;

/// A noun group as far as it has been read.
struct Draft {
    first: usize,
    /// The next token.
    at: usize,
    /// The last token that may be the head.
    head: Option<usize>,
    /// Whether nothing but times stands in it.
    only_time: bool,
    /// Whether a time stands in it.
    timed: bool,
    /// Whether what was read last is an amount or a measure.
    figure: bool,
    /// Whether a quotation mark has opened a title in it.
    quoted: bool,
    noun: NounGroup,
}

impl Cut<'_, '_, '_> {
    pub(super) fn noun(&mut self, first: usize) -> usize {
        let mut draft = self.draft(first);
        while draft.at < self.end {
            if draft.quoted && self.is_quote(draft.at) {
                if !self.noun_behind_title(draft.at) {
                    break;
                }
                draft.quoted = false;
                draft.at += 1;
            }
            if let Some(behind) = self.over_initials(&draft) {
                draft.at = behind;
            }
            let goes_on = match self.mentions.at(draft.at) {
                Some(mention) => self.take_mention(&mut draft, mention),
                None => self.take_word(&mut draft),
            };
            if !goes_on {
                break;
            }
        }
        if draft.head.is_none() && draft.at > first {
            if let Some(end) = self.label_end(draft.at) {
                draft.at = end;
                draft.head = Some(end - 1);
                draft.noun.lemma = self.reading.ids[end - 1];
                draft.only_time = false;
            }
        }
        let Some(head) = draft.head else {
            let end = draft.at.max(first + 1);
            self.push(first, end, GroupKind::Adjective);
            return end;
        };
        let end = draft.at.max(head + 1);
        let mut noun = draft.noun;
        noun.head = head as u32;
        noun.bare = !matches!(self.tag(first), Tag::Determiner | Tag::Possessive | Tag::That);
        noun.time = draft.only_time && draft.timed && !noun.pronoun;
        self.push(first, end, GroupKind::Noun(noun));
        end
    }

    /// Where the label of an item ends that adjectives alone make: "- Automotive: $3bn", "- Electrical and electronic: $2bn".
    fn label_end(&self, at: usize) -> Option<usize> {
        const LONG: usize = 5;
        let mark = |group: &Group| matches!(group.kind, GroupKind::Stop | GroupKind::Other);
        let opens = self.out.len() <= 1 && self.out.iter().all(mark);
        let other = |at: &usize| !matches!(self.tag(*at), Tag::Adjective | Tag::Conjunction);
        let end = (at..at + LONG).find(other).filter(|_| opens)?;
        (end < self.end && self.reading.tokens[end].is(b':')).then_some(end)
    }

    /// What is known of a group before its first word is read: whose it is, and what only says how much of it is meant.
    fn draft(&self, first: usize) -> Draft {
        let mut noun = NounGroup::default();
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
        let mut at = first;
        // "most of its curbs" are curbs.
        if self.part_of(first) {
            noun.negated = self.reading.is(first, "none");
            at = first + 2;
        }
        Draft {
            first,
            at: self.summed(first).unwrap_or(at),
            head: None,
            only_time: true,
            timed: false,
            figure: false,
            quoted: false,
            noun,
        }
    }

    /// Reads the mention at hand into the group; gives whether the group may go on.
    fn take_mention(&self, draft: &mut Draft, mention: &Mention<'_>) -> bool {
        let (first, at) = (draft.first, draft.at);
        let end = (mention.end as usize).min(self.end);
        let time = is_time(mention.kind());
        let headed = || self.heads_dated(draft, mention);
        if time && draft.head.is_some() && !self.dates_figure(mention) && !headed() {
            return false;
        }
        if time && at > first && self.ends_before(mention, at) {
            draft.head = Some(at - 1);
            draft.noun.lemma = self.reading.noun_lemma(at - 1);
            draft.only_time = false;
            return false;
        }
        if self.begins_another(draft, mention, end) {
            return false;
        }
        let noun = &mut draft.noun;
        draft.only_time &= time;
        draft.timed |= time;
        draft.figure = matches!(mention.kind(), Kind::Measure | Kind::Money);
        draft.head = Some(end - 1);
        // What a count counts is a noun like others.
        noun.named = mention.kind() != Kind::Count;
        noun.person = mention.kind() == Kind::Person;
        noun.place = matches!(mention.kind(), Kind::Place | Kind::Country);
        noun.lemma = if noun.named {
            WordId::UNKNOWN
        } else {
            self.reading.noun_lemma(end - 1)
        };
        draft.at = end;
        match mention.kind() {
            Kind::Money => draft.at = self.over_unit(first, self.over_conversion(end)),
            Kind::Measure | Kind::Count => draft.at = self.over_unit(first, end),
            _ => {}
        }
        let counted = self.tag(first) == Tag::Number;
        let whose = counted || noun.possessor.is_some() || self.determined(first);
        if mention.kind() == Kind::Place && whose {
            draft.at = self.over_state(first, end);
        }
        self.goes_on_behind(draft, mention)
    }

    /// Reads the word at hand into the group; gives whether the group may go on.
    fn take_word(&self, draft: &mut Draft) -> bool {
        if self.is_beyond(draft) {
            return false;
        }
        let (first, at, head) = (draft.first, draft.at, draft.head);
        if self.is_one_of_two(first, at) {
            self.take_head(draft);
            draft.noun.lemma = self.reading.ids[at];
            return false;
        }
        match self.tag(at) {
            Tag::Determiner | Tag::Possessive | Tag::That if head.is_none() => {
                return self.take_determiner(draft)
            }
            Tag::Pronoun => {
                if head.is_none() && at == first {
                    draft.head = Some(at);
                    draft.noun.pronoun = true;
                    draft.only_time = false;
                    draft.at += 1;
                }
                return false;
            }
            // "a second, larger mill"
            Tag::Noun
                if head.is_none()
                    && self.among(at, &self.words.ranks)
                    && self.attributes_go_on(first, at + 1) =>
            {
                draft.only_time = false;
                draft.at += 2;
            }
            // "Minister of Commerce Dr Ann Roe"
            Tag::Noun | Tag::Proper if head.is_some() && self.is_honorific(at) && self.hangs() => {
                return false
            }
            // "its Plant 76", "Terminal 5"
            Tag::Number if head == at.checked_sub(1) && at > first && self.is_numbered(at - 1) => {
                draft.at += 1;
                return false;
            }
            Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number => self.take_head(draft),
            Tag::Adjective => {
                // "Pakistani" and "poor" may stand for the noun; a predicate may not.
                if head.is_some() && (!self.starts_noun(at, 3) || self.dates_what_follows(at + 1)) {
                    return false;
                }
                // "effective July 1" is a time.
                draft.at += 1;
                if head.is_none()
                    && (self.attributes_go_on(first, at + 1) || self.adjectives_join(first, at + 1))
                {
                    draft.at += 1;
                }
            }
            // "an oil and gas company"
            Tag::Conjunction if head.is_some() && self.trades_join(at) => draft.at += 1,
            // "an aircraft leasing company"
            Tag::VerbIng if head.is_some() && self.names_trade(at) => draft.at += 1,
            Tag::VerbPart | Tag::VerbPast | Tag::VerbIng if self.participle_in_noun(draft) => {
                draft.only_time = false;
                draft.at += 1;
                if draft.head.is_none() && self.attributes_go_on(first, at + 1) {
                    draft.at += 1;
                }
            }
            Tag::Adverb
                if head.is_none()
                    && (at == first || self.adverb_in_noun(at) || self.before_participle(at)) =>
            {
                draft.only_time = false;
                draft.at += 1;
            }
            _ if self.compound(at) && at > first => self.take_compound(draft),
            _ if self.hyphenated(at) => draft.at += 1,
            _ => return false,
        }
        true
    }

    /// Whether a word stands for one of two that were named: "the former sold 300 cars", but not "the former owner".
    fn is_one_of_two(&self, first: usize, at: usize) -> bool {
        at == first + 1
            && self.reading.is_one_of(at, &["former", "latter"])
            && self.reading.is(first, "the")
            && self.mentions.at(at + 1).is_none()
            && !self.tag(at + 1).is_noun()
            && !matches!(self.tag(at + 1), Tag::Adjective | Tag::Number | Tag::VerbIng)
    }

    /// Reads a noun or figure, which is the head unless another follows.
    fn take_head(&self, draft: &mut Draft) {
        let (first, at) = (draft.first, draft.at);
        draft.head = Some(at);
        draft.noun.named = false;
        draft.noun.person = false;
        draft.noun.place = false;
        draft.noun.lemma = self.reading.noun_lemma(at);
        draft.only_time = false;
        draft.at += 1;
        // "the Torrance, California-based maker"
        if self.tag(at) == Tag::Proper && self.determined(first) {
            draft.at = self.over_state(first, draft.at);
        }
    }

    /// Reads a hyphen and the noun behind it.
    fn take_compound(&self, draft: &mut Draft) {
        let at = draft.at;
        draft.at += 2;
        // "same-rated, low-yielding debt"
        let describes = matches!(self.reading.tag(at + 1), Tag::VerbPart | Tag::VerbPast);
        if draft.head.is_none() && describes {
            return;
        }
        draft.head = Some(at + 1);
        draft.noun.lemma = self.reading.noun_lemma(at + 1);
        // "the Under-Secretary"
        let mut titles = self.reading.hits_of(at - 1, Lists::of(&[List::Titles]));
        draft.only_time &= titles.all(|hit| hit.end as usize != at + 2);
        let mention = self.mentions.at(at + 1);
        draft.timed |= mention.is_some_and(|mention| is_time(mention.kind()));
    }

    /// Whether a word for what is numbered stands capitalised before its number.
    fn is_numbered(&self, at: usize) -> bool {
        let listed = self.among(at, &self.words.numbered);
        listed && self.reading.tokens[at].is_capitalised()
    }

    /// Reads the determiner at hand into the group; gives whether a noun may follow it.
    fn take_determiner(&self, draft: &mut Draft) -> bool {
        let at = draft.at;
        draft.noun.own |= self.tag(at) == Tag::Possessive;
        draft.noun.negated |= self.denies(at);
        // "the ‘Apple TV’"
        draft.quoted = self.opens_title(at + 1);
        draft.at += 1 + usize::from(draft.quoted);
        let goes_on = self.noun_part(draft.at);
        if !goes_on {
            // "this", "some" alone
            draft.head = Some(at);
            draft.noun.pronoun = true;
        }
        goes_on
    }

    /// Whether a determiner says that there is none: not "the No. 2 producer", "No 1 producer".
    fn denies(&self, at: usize) -> bool {
        let number = |next: &Token| next.is(b'.') || next.first.is_ascii_digit();
        let numbered = || self.reading.tokens.get(at + 1).is_some_and(number);
        self.reading.is(at, "neither") || self.reading.is(at, "no") && !numbered()
    }

    /// Whether a participle describes the noun behind it.
    fn participle_in_noun(&self, draft: &Draft) -> bool {
        let (first, at) = (draft.first, draft.at);
        draft.head.is_none() && at > first && self.starts_noun(at + 1, 3)
            // "a 50-megawatt floating solar farm": a figure that modifies has its noun behind it.
            || draft.figure && self.reading.is(first, "a") && self.starts_noun(at + 1, 3)
            || at == first && self.modifies(at)
            || self.hyphenated(at)
    }

    fn is_quote(&self, at: usize) -> bool {
        at < self.end && self.reading.tokens[at].kind == TokenKind::Quote
    }

    /// Whether a quotation mark opens a title of a few capitalised words.
    fn opens_title(&self, at: usize) -> bool {
        const LONG: usize = 7;
        let capital = |at: usize| self.reading.tokens[at].is_capitalised() || self.tag(at) == Tag::Number;
        // "a “strategic collaboration”"
        let common = |at: usize| self.tag(at) == Tag::Adjective || self.tag(at).is_noun();
        let close = || (at + 1..self.end.min(at + LONG)).find(|next| self.is_quote(*next));
        self.is_quote(at)
            && close().is_some_and(|close| {
                let mut words = at + 1..close;
                // "a “pay-to-park” levy"
                let tied = || {
                    (at + 2..close)
                        .step_by(2)
                        .all(|at| self.reading.tokens[at].is_hyphen())
                };
                close > at + 1
                    && (words.clone().all(capital)
                        || words.all(common) && self.tag(close - 1).is_noun()
                        || close > at + 2 && (close - at).is_multiple_of(2) && tied())
            })
    }

    /// Whether the mark at `at` closes a title that describes the noun behind it: "its ‘Galaxy Home’ speaker".
    fn noun_behind_title(&self, at: usize) -> bool {
        !self.is_quote(at - 1) && matches!(self.tag(at + 1), Tag::Noun | Tag::NounPlural)
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

    /// Whether a gerund between two nouns says what a company does with what the first one names.
    fn names_trade(&self, at: usize) -> bool {
        self.tag(at - 1) == Tag::Noun
            && self.tag(at + 1) == Tag::Noun
            && self.words.firms.contains(self.reading.noun_lemma(at + 1))
    }

    /// Whether a conjunction joins two goods that both say what a company behind them deals in: "the food and drink maker".
    fn trades_join(&self, at: usize) -> bool {
        let ware = |at: usize| {
            self.tag(at) == Tag::Noun
                && self.mentions.at(at).is_none()
                && self.words.wares.contains(self.reading.noun_lemma(at))
        };
        let deals = |at: usize| at < self.end && self.among(at, &self.words.traders);
        self.reading.ids[at] == self.words.and
            && at + 2 < self.end
            && ware(at - 1)
            && ware(at + 1)
            && deals(at + 2)
    }

    /// Whether a word is an honorific right before the name of a person.
    fn is_honorific(&self, at: usize) -> bool {
        let person = |end: usize| {
            let named = self.mentions.at(end);
            named.is_some_and(|mention| mention.kind() == Kind::Person)
        };
        let mut titles = self.reading.hits_of(at, Lists::of(&[List::Titles]));
        // "Bosch chief Ann Roe": not what may be an office.
        let alone = |row| self.reading.lexicon.cell(row, title::FLAGS).is_empty();
        titles.any(|hit| hit.label == Label::Honorific && alone(hit.row) && person(hit.end as usize))
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

    fn determined(&self, first: usize) -> bool {
        matches!(self.tag(first), Tag::Determiner | Tag::Possessive)
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

    /// Whether an adverb stands before a participle and its noun: "its wholly owned companies".
    fn before_participle(&self, at: usize) -> bool {
        matches!(self.tag(at + 1), Tag::VerbPart | Tag::VerbPast)
            && self.mentions.at(at + 1).is_none()
            && self.starts_noun(at + 2, 3)
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
