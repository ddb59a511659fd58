//! Noun groups beside each other that name the same: `its chief executive, Ivo Roe`.

use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup};
use crate::clause::GroupId;
use crate::lexicon::Tag;
use crate::token::Token;

/// Two noun groups, and what parts them.
#[derive(Clone, Copy)]
struct Beside {
    at: GroupId,
    /// The comma or bracket.
    mark: GroupId,
    other: GroupId,
    bracket: bool,
    /// Phrases of the first stand between.
    over: bool,
}

impl Attach<'_, '_> {
    /// `the Cocoa Board (CCB) chief executive Jane Roe`: whose chief she is stands before a bracket.
    pub(super) fn owners_before_brackets(&mut self) {
        let near = self.groups.len().saturating_sub(3).min(self.kinds.last_mark + 1);
        for open in 1..near {
            let brackets = matches!(self.kind(open), Some(GroupKind::Open))
                && matches!(self.kind(open + 2), Some(GroupKind::Close));
            let owner = self.noun(open - 1).is_some_and(|noun| noun.named && !noun.time);
            let Some(person) = self.noun(open + 3).filter(|_| brackets && owner) else {
                continue;
            };
            let first = self.groups[open + 3].first as usize;
            // "a meeting of the Tea Board (TB) directors"
            if person.bare && !person.named && !person.time && !person.pronoun && person.preposition.is_none()
            {
                let preposition = self.noun(open - 1).and_then(|noun| noun.preposition);
                if let Some(owned) = self.noun_mut(open + 3) {
                    owned.possessor = owned.possessor.or(Some(open - 1));
                    owned.preposition = preposition;
                }
                continue;
            }
            let common = self.reading.lexicon.word(self.reading.ids[first]).tags;
            let title =
                common.has(Tag::Noun) || matches!(self.reading.tag(first), Tag::Noun | Tag::Adjective);
            let title = title && first < person.head as usize;
            if title && person.named && !person.time && person.possessor.is_none() {
                if let Some(person) = self.noun_mut(open + 3) {
                    person.possessor = Some(open - 1);
                }
            }
        }
    }

    pub(super) fn appositions(&mut self) {
        self.titles_over_phrases();
        self.behind_marks();
        self.examples();
        // Nothing stands beside another thing without a comma or bracket.
        let parted = self.kinds.nouns.partition_point(|at| *at < self.kinds.last_mark);
        // From the right, so that the nearest noun group gets the name that follows it.
        for at in self.kinds.nouns[..parted].iter().rev().copied() {
            let Some(beside) = self.beside(at).filter(|beside| self.may_be_same(beside)) else {
                continue;
            };
            // "Ann Roe, chairman, Acme, said": the office is hers.
            let office = !beside.bracket && self.office_before(beside.mark).is_some();
            if !office && self.one_describes(&beside) {
                self.set_apposition(at, beside.other);
            }
            if beside.bracket && self.names(at) {
                self.described_behind(at, beside.mark);
            }
        }
    }

    /// "Cities such as Lima and Quito": they are some of what stands before.
    fn examples(&mut self) {
        for at in self.kinds.nouns.iter().copied() {
            let such = self.groups[at].first as usize;
            let named = self.reading.is(such, "such") && self.opens_as(at + 1);
            let Some(before) = at.checked_sub(1).filter(|_| named) else {
                continue;
            };
            let before = before - usize::from(self.is_comma(before)).min(before);
            let free = |at: GroupId| {
                self.noun(at)
                    .is_some_and(|noun| !noun.time && !noun.pronoun && noun.apposition.is_none())
            };
            if free(before) && free(at + 2) {
                if let Some(noun) = self.noun_mut(before) {
                    noun.apposition = Some(at + 2);
                }
            }
        }
    }

    /// "Acme has found its next chief: Ann Roe.": what an object is stands behind a colon, which ends the clause, or between
    /// dashes.
    fn behind_marks(&mut self) {
        for at in self.kinds.nouns.iter().copied() {
            let colon = at + 1;
            let stops = |at: GroupId| {
                let stop = matches!(self.kind(at), Some(GroupKind::Stop));
                stop.then(|| self.reading.tokens[self.groups[at].first as usize])
            };
            let Some(mark) = stops(colon) else { continue };
            if !(0..at).rev().take(FAR).any(|before| self.finite_at(before)) {
                continue;
            }
            let mut last = colon + 1;
            let named = self.noun(last).is_some_and(|noun| {
                noun.named
                    && !noun.time
                    && !noun.place
                    && noun.apposition.is_none()
                    && !self.is_figure_alone(last)
            });
            while let Some(next) = self.noun(last).and_then(|noun| noun.next) {
                last = next;
            }
            let ends = matches!(
                self.kind(last + 1),
                None | Some(GroupKind::Stop | GroupKind::Comma | GroupKind::Relative | GroupKind::Other)
            );
            let clause = (last + 1..self.groups.len())
                .take(FAR)
                .any(|behind| self.finite_at(behind));
            // "its dearest phone - the Mix 2 - on Monday"
            let dash = |mark: Token| !mark.is(b':') && !mark.is(b';');
            let between = dash(mark) && stops(last + 1).is_some_and(dash);
            let closes = between || mark.is(b':') && ends && !clause;
            let described = |noun: &NounGroup| {
                !noun.named
                    && !noun.time
                    && !noun.pronoun
                    && noun.preposition.is_none()
                    && noun.apposition.is_none()
            };
            if named && closes && self.noun(at).is_some_and(described) {
                self.set_apposition(at, colon + 1);
            }
        }
    }

    /// What stands behind the noun group at `at`, beyond a comma or bracket.
    fn beside(&mut self, at: GroupId) -> Option<Beside> {
        let mut mark = self.skip(at + 1);
        // "Mary Robinson, 52, finance director of Shell, has": an age says nothing of whose it is.
        let age = self.is_age(mark + 1);
        if let Some(age) = self.noun_mut(mark + 1).filter(|_| age) {
            age.apposition = Some(at);
        }
        let noun = self.noun(at)?;
        let bracket = matches!(self.kind(mark), Some(GroupKind::Open));
        // "the minister, Ruth Roe, and Siemens"
        let joined = noun.next.is_some()
            && !(self.is_comma(mark) && self.is_named_by(at, self.skip(mark + 1)))
            && self.described_aside(at).is_none();
        if noun.time || joined && !bracket || noun.pronoun || noun.apposition.is_some() {
            return None;
        }
        let over = !bracket && !self.is_comma(mark);
        if over {
            // "Ambassador of Peru to Ghana, Ana Roe": over the phrases in between.
            mark = self.over_phrases(mark);
            if !self.is_comma(mark) || self.follows_name(at) {
                return None;
            }
        }
        if !bracket && self.parts(mark) {
            return None;
        }
        let mut other = self.skip(mark + 1);
        if age {
            other = self.skip(other + 2);
        }
        // "Vale, the world's largest miner, is ...": what is possessed describes it, not the possessor.
        if self
            .noun(other + 2)
            .is_some_and(|owned| owned.possessor == Some(other))
        {
            other += 2;
        }
        Some(Beside {
            at,
            mark,
            other,
            bracket,
            over,
        })
    }

    /// Whether a noun group names somebody or something.
    fn names(&self, at: GroupId) -> bool {
        self.noun(at).is_some_and(|noun| {
            let head = noun.head as usize;
            noun.named || self.reading.tag(head) == Tag::Proper && !self.is_short_word(head)
        })
    }

    /// Whether a token in capitals is a common noun: `SUV`, `TV`.
    fn is_short_word(&self, token: usize) -> bool {
        let capitals = self
            .reading
            .word(token)
            .bytes()
            .all(|byte| byte.is_ascii_uppercase());
        let tags = self.reading.lexicon.word(self.reading.ids[token]).tags;
        capitals && (tags.has(Tag::Noun) || tags.has(Tag::NounPlural))
    }

    /// Whether `a` or `an` opens a noun group.
    fn is_indefinite(&self, at: GroupId) -> bool {
        let article = self.groups[at].first as usize;
        self.reading.is_indefinite(article)
    }

    /// Whether nothing speaks against two noun groups' being of the same.
    fn may_be_same(&self, pair: &Beside) -> bool {
        let &Beside {
            at,
            other,
            bracket,
            over,
            ..
        } = pair;
        let Some(beside) = self.noun(other) else {
            return false;
        };
        let named = self.names(at) && !self.has_figure(at);
        // "its plant in Aguascalientes, Mexico": a place behind a phrase goes on from the phrase.
        // "sold 3m tonnes in May, a record", "mined 400 tonnes, a 6% gain": what sums up names none of the words before.
        let sums_up = !bracket
            && self.is_indefinite(other)
            && !beside.named
            && (self.has_figure(at) || over && !self.names(at) || self.is_moved_by(other));
        !(beside.time
            || sums_up
            || !bracket && self.parts_figure(at, other)
            || over && beside.place
            || !bracket && named && self.counts_elsewhere(other)
            || beside.pronoun
            || beside.apposition.is_some()
            || !bracket && self.plural(at) && beside.named && beside.next.is_none()
            || beside.preposition.is_some()
            || beside.chain.is_some()
            || !bracket && !self.titled(at, other) && self.fronted_phrase(at))
    }

    /// Whether a noun group ends a clause, so that a name behind its comma opens the next one: "When it opened a plant, Bosch
    /// hired".
    fn closes_clause(&self, at: GroupId) -> bool {
        let within = |before: &GroupId| {
            !matches!(
                self.groups[*before].kind,
                GroupKind::Comma | GroupKind::Stop | GroupKind::Quote
            )
        };
        let mut before = (0..at).rev().take(FAR).take_while(within);
        before.any(|before| self.finite_at(before))
    }

    /// Whether one of two noun groups describes what the other names.
    fn one_describes(&self, pair: &Beside) -> bool {
        let &Beside {
            at,
            other,
            bracket,
            over,
            ..
        } = pair;
        let (Some(noun), Some(beside)) = (self.noun(at), self.noun(other)) else {
            return false;
        };
        let named = self.names(at);
        let article = self.groups[other].first as usize;
        let ends = self.over_phrases(self.skip(other + 1));
        let closed = match self.kind(ends) {
            None
            | Some(
                GroupKind::Comma
                | GroupKind::Close
                | GroupKind::Relative
                | GroupKind::Stop
                | GroupKind::Other,
            ) => true,
            // "Vizio, a brand that Walmart bought"
            Some(GroupKind::Subordinator(word)) => *word == self.words.that,
            Some(GroupKind::Verb(verb)) => {
                !named && beside.named && !(verb.finite() && self.closes_clause(at))
            }
            _ => false,
        };
        if !closed {
            return false;
        }
        if bracket || named != beside.named || self.is_indefinite(other) {
            return true;
        }
        let acts = || self.is_comma(ends) && self.finite_at(self.skip(ends + 1));
        // "The site, home to 500 jobs, would be closed"
        let role = || !named && self.groups[other].end == article as u32 + 1 && ends > other + 1 && acts();
        let alone = !over && noun.preposition.is_none();
        // "Its campus, the world's largest phone factory, made", "lamps, once its mainstay, were"
        let definite = beside.own || beside.possessor.is_some() || self.reading.is(article, "the");
        let known = || definite && alone && !(named || beside.named) && acts();
        // "The arrivals, 11,400 cars in all, were"
        let counts =
            || alone && !named && self.plural(at) && !self.has_figure(at) && self.has_figure(other) && acts();
        role() || known() || counts()
    }

    /// What a share amounts to: "a third of its staff, about 900 people", "by 30% (5,100 jobs)".
    pub(super) fn counted_shares(&mut self) {
        for at in self.kinds.nouns.iter().copied() {
            let mut next = at + 1;
            if !self.is_share(at) {
                continue;
            }
            while matches!(self.kind(next), Some(GroupKind::Preposition(_))) && self.noun(next + 1).is_some()
            {
                next = self.possessed(next + 1) + 1;
            }
            let parted = match self.kind(next) {
                Some(GroupKind::Comma) => false,
                Some(GroupKind::Stop | GroupKind::Open) => true,
                _ => continue,
            };
            let joint = matches!(self.kind(next + 1), Some(GroupKind::Conjunction(_)));
            let joint = joint && self.reading.is(self.groups[next + 1].first as usize, "or");
            let count = self.skip(next + 1 + usize::from(joint));
            let Some(noun) = self.noun(count) else { continue };
            let first = self.groups[count].first as usize;
            let bounded = self.reading.tag(first) != Tag::Number;
            let several = self.reading.tag(noun.head as usize) == Tag::NounPlural || !noun.named;
            if several && self.has_figure(count) && !noun.time && (parted || joint || bounded) {
                self.set_apposition(at, count);
            }
        }
    }

    /// "a 6% gain": a percentage before the head tells how far something moved.
    fn is_moved_by(&self, at: GroupId) -> bool {
        let group = &self.groups[at];
        let head = self.noun(at).map_or(group.end, |noun| noun.head);
        let mut before = group.first as usize..head as usize;
        before.any(|token| {
            self.words.shares.contains(self.reading.ids[token]) || self.reading.tokens[token].is(b'%')
        })
    }

    /// Whether a noun group is a percentage, or a share in words: "a third".
    fn is_share(&self, at: GroupId) -> bool {
        let last = self.groups[at].end as usize - 1;
        let share = self.words.shares.contains(self.reading.ids[last]) || self.reading.tokens[last].is(b'%');
        share
            && self
                .noun(at)
                .is_some_and(|noun| !noun.time && noun.apposition.is_none())
    }

    /// Whether commas part a bare number of two digits from what stands around it.
    fn is_age(&self, at: GroupId) -> bool {
        let enclosed = at > 0 && self.is_comma(at - 1) && self.is_comma(at + 1);
        enclosed && self.noun(at).is_some() && self.groups[at].end == self.groups[at].first + 1 && {
            let text = self.reading.word(self.groups[at].first as usize);
            text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())
        }
    }

    /// Whether a figure behind a name tells how many were somewhere else: "300 vans in Peru, 40 in Chile".
    fn counts_elsewhere(&self, at: GroupId) -> bool {
        let number = self.reading.tag(self.groups[at].first as usize) == Tag::Number;
        let place = self.noun(at + 2).is_some_and(|noun| noun.named || noun.time);
        number && place && matches!(self.kind(at + 1), Some(GroupKind::Preposition(_)))
    }

    /// What describes a name behind its short form: "the Bank of Ghana (BoG), the regulator, said".
    fn described_behind(&mut self, name: GroupId, open: GroupId) {
        let comma = self.over_short_form(open);
        let description = self.possessed(self.skip(comma + 1));
        let ends = self.over_phrases(self.skip(description + 1));
        let enclosed = comma > open && self.is_comma(comma) && self.is_comma(ends);
        let describes = |noun: &NounGroup| {
            !noun.named && !noun.time && !noun.pronoun && noun.preposition.is_none() && noun.chain.is_none()
        };
        if enclosed && !self.parts(comma) && self.finite_at(self.skip(ends + 1)) {
            if let Some(noun) = self.noun_mut(description).filter(|noun| describes(noun)) {
                noun.apposition = Some(name);
            }
        }
    }

    /// Whether it speaks of several: no single name stands beside "reporters".
    pub(super) fn plural(&self, at: GroupId) -> bool {
        self.noun(at)
            .is_some_and(|noun| !noun.named && self.reading.tag(noun.head as usize) == Tag::NounPlural)
    }

    pub(super) fn set_apposition(&mut self, at: GroupId, other: GroupId) {
        if let Some(noun) = self.noun_mut(at) {
            noun.apposition = Some(other);
        }
        if let Some(noun) = self.noun_mut(other) {
            noun.apposition = noun.apposition.or(Some(at));
        }
    }

    /// Whether it stands in a phrase before its clause: "By buying the plant, …".
    fn fronted_phrase(&self, at: GroupId) -> bool {
        // "On Tuesday Mary Robinson, …", "In May, Honda, …": the phrase is over.
        let free = self.noun(at).is_some_and(|noun| noun.preposition.is_none());
        let over = at
            .checked_sub(1)
            .is_some_and(|before| self.is_comma(before) || self.noun(before).is_some_and(|noun| noun.time));
        if free && over {
            return false;
        }
        let mut phrase = false;
        for before in (0..at).rev().take(FAR) {
            match &self.groups[before].kind {
                GroupKind::Verb(verb) if verb.finite() => return false,
                GroupKind::Verb(_) | GroupKind::Preposition(_) => phrase = true,
                // "Exports to Egypt, its largest buyer, fell": the clause begins with a noun.
                GroupKind::Noun(noun) if noun.preposition.is_none() && !noun.time => phrase = false,
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Relative => break,
                _ => {}
            }
        }
        phrase
    }
}
