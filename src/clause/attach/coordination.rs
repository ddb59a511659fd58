//! Coordinated noun groups: which members a chain has.

use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup, VerbForm};
use crate::clause::{GroupId, LINE};
use crate::lexicon::{List, Lists, Tag, WordId};

/// The lists of names of those who act.
const WHO: Lists = Lists::of(&[List::Countries, List::Organisations]);

/// How many members a series with phrases may have.
const SERIES: usize = 8;

impl Attach<'_, '_> {
    pub(super) fn coordinations(&mut self, members: &mut Vec<GroupId>) {
        let mut free = 0;
        for at in self.kinds.nouns.iter().copied() {
            let next = self.over_short_form(self.skip(at + 1));
            let joined = match self.kind(next) {
                Some(GroupKind::Comma | GroupKind::Conjunction(_)) => true,
                Some(GroupKind::Preposition(_)) => self.heads_series(at) || self.heads_people(at),
                Some(GroupKind::Stop) => self.over_dashes(next).is_some(),
                _ => false,
            };
            if at < free || !joined {
                continue;
            }
            self.members(at, members);
            // "Peru's Trade, Industry and Energy Minister Ann Roe": she is Peru's.
            if self.are_fields(members) {
                let owner = self.noun_mut(at).and_then(|noun| noun.possessor.take());
                let named = members.last().and_then(|last| self.noun_mut(*last));
                if let Some(named) = named.filter(|_| owner.is_some()) {
                    named.possessor = owner;
                }
            }
            if members.len() == 1 {
                self.parallel(at, members);
            }
            if members.len() == 1 && self.heads_people(at) {
                self.people(at, members);
            }
            for pair in members.windows(2) {
                if let Some(noun) = self.noun_mut(pair[0]) {
                    noun.next = Some(pair[1]);
                }
            }
            let preposition = self.noun(at).and_then(|noun| noun.preposition);
            for member in members.iter().skip(1) {
                if let Some(noun) = self.noun_mut(*member) {
                    noun.chain = Some(at);
                    noun.preposition = noun.preposition.or(preposition);
                }
                if let Some(name) = self.name_of_title(*member).filter(|_| preposition.is_some()) {
                    self.set_apposition(*member, name);
                    if let Some(name) = self.noun_mut(name) {
                        name.preposition = preposition;
                    }
                }
            }
            free = members.last().copied().unwrap_or(at) + 1;
        }
    }

    /// `A, B and C` from A on; A alone if nothing is coordinated with it.
    pub(super) fn members(&self, first: GroupId, members: &mut Vec<GroupId>) {
        members.clear();
        members.push(first);
        let mut last = first;
        let mut closed = false;
        while members.len() < FAR {
            let aside = self.described_aside(last);
            let mut next = aside.unwrap_or_else(|| self.over_short_form(self.skip(last + 1)));
            let mut comma = false;
            let mut joined = false;
            if self.is_comma(next) {
                if self.parts(next) {
                    break;
                }
                comma = true;
                next = self.skip(next + 1);
            }
            // "Bosch – the German maker – and Valeo"
            if let Some(behind) = self.over_dashes(next) {
                next = behind;
            }
            if matches!(self.kind(next), Some(GroupKind::Conjunction(_))) {
                joined = true;
                next = self.skip(next + 1);
            }
            // "Anglo American and Canada's Teck": whose it is belongs to none.
            let owner = next;
            let next = self.possessed(next);
            // "Peru's output rose 3% and Chile's 4%"
            if next != owner && self.is_figure_alone(next) && self.has_figure(last) {
                break;
            }
            let Some(noun) = self.noun(next) else { break };
            if !(comma || joined)
                || noun.time != self.noun(first).is_some_and(|noun| noun.time)
                || noun.pronoun
                || self.parts_figure(last, next)
            {
                break;
            }
            let second = comma && joined && members.len() == 1;
            if self.acts_apart(first, next, comma, second)
                || next != owner && self.goes_with_governor(first, next)
            {
                break;
            }
            // "by the energy minister, Ruth Roe, and Siemens": she is the minister.
            if comma && !joined && self.is_named_by(last, next) {
                last = next;
                continue;
            }
            if self.goes_on_alike(first, next) || joined && self.has_noun_of_its_own(next) {
                break;
            }
            members.push(next);
            last = self.name_of_title(next).unwrap_or(next);
            if joined {
                closed = true;
                break;
            }
        }
        if members.len() >= 3 && self.fronts(first, last) {
            members.truncate(1);
        }
        if !closed && !self.act_together(members) && !self.end_headline(members) {
            // Commas alone part an apposition; a list has its "and".
            members.truncate(1);
        }
    }

    /// Whether all but the last name fields of the office that the last has before a name: "Trade, Industry and Energy Minister
    /// Ann Roe".
    fn are_fields(&self, members: &[GroupId]) -> bool {
        let Some((last, fields)) = members.split_last().filter(|(_, fields)| !fields.is_empty()) else {
            return false;
        };
        let known = Lists::of(&[List::Countries, List::Organisations, List::Cities, List::Titles]);
        let field = |at: &GroupId| {
            let group = &self.groups[*at];
            let (first, end) = (group.first as usize, group.end as usize);
            let common = |token: usize| {
                let tags = self.reading.lexicon.word(self.reading.ids[token]).tags;
                self.reading.tokens[token].is_capitalised()
                    && !self.reading.lists_at(token).any(known)
                    && (tags.has(Tag::Noun) || tags.has(Tag::NounPlural) || tags.has(Tag::Adjective))
            };
            (first..end).all(common)
        };
        let office = |at: GroupId| {
            let group = &self.groups[at];
            let named = self
                .noun(at)
                .is_some_and(|noun| noun.named && !noun.place && !noun.time);
            named && (group.first + 2..group.end).any(|token| self.reading.ends_title(token as usize))
        };
        office(*last) && fields.iter().all(field)
    }

    /// Whether the noun at `next` does what follows it, and is no member of the chain from `first`. `second`: a comma and a
    /// conjunction join it to the first alone.
    fn acts_apart(&self, first: GroupId, next: GroupId, comma: bool, second: bool) -> bool {
        // "… in Japan, and Toyota exported …": the noun after it begins a clause.
        let mut follower = self.skip(next + 1);
        if comma && self.noun(follower).is_some_and(|noun| noun.time) {
            follower = self.skip(follower + 1);
        }
        self.finite_at(follower) && !self.opens_clause(first) && !self.opens_part(first)
            // "… told reporters in Lima, but a tax on it will", "… in Japan, and exports to Egypt fell"
            || second && self.begins_another(first, follower)
    }

    /// Whether a possessed noun with a phrase of its own is joined to what the name at `name` hangs on: "Ford's purchase of
    /// Bosch and Fiat's sale of Jeep".
    fn goes_with_governor(&self, name: GroupId, next: GroupId) -> bool {
        let plain = |at: GroupId| {
            self.noun(at)
                .is_some_and(|noun| !noun.named && !noun.time && !noun.pronoun)
        };
        let of = |at: GroupId| matches!(self.kind(at), Some(GroupKind::Preposition(word)) if *word == self.words.of);
        let named = self.noun(name).filter(|noun| noun.named);
        let preposition = named.and_then(|noun| noun.preposition).filter(|at| of(*at));
        let governor = preposition.and_then(|at| at.checked_sub(1));
        governor.is_some_and(plain) && plain(next) && of(next + 1)
    }

    /// Whether the name at `next` stands before what a left out verb would have for its object: "signed a deal with Chile, and
    /// Kenya an accord".
    fn has_noun_of_its_own(&self, next: GroupId) -> bool {
        let named = self.noun(next).is_some_and(|noun| noun.named && !noun.time);
        let own = self.noun(next + 1);
        // "in Germany and Nestle 200 in Italy"
        if named && own.is_some() && self.is_figure_alone(next + 1) && self.is_phrase(next + 2) {
            return true;
        }
        named && own.is_some_and(|own| !own.bare && !own.named && !own.time && !own.pronoun)
    }

    fn is_phrase(&self, at: GroupId) -> bool {
        matches!(self.kind(at), Some(GroupKind::Preposition(_)))
    }

    /// Whether the name at `next` begins another clause that leaves out its verb: "joins as dean and Bo Lee as head".
    fn goes_on_alike(&self, first: GroupId, next: GroupId) -> bool {
        let word = |at: GroupId| match self.kind(at) {
            Some(GroupKind::Preposition(word)) => Some(*word),
            _ => None,
        };
        let plain = |noun: &NounGroup| !noun.named && !noun.time && !noun.pronoun;
        let own = first
            .checked_sub(1)
            .filter(|_| self.noun(first).is_some_and(plain));
        let own = own.and_then(word);
        let named = self
            .noun(next)
            .is_some_and(|noun| noun.named && !noun.time && !noun.place);
        named && own.is_some() && own == word(self.skip(next + 1))
    }

    /// Whether a phrase in front of a clause ends with the noun at `first`, and what follows it up to `last` is the subject:
    /// "After 19 rounds, Jakarta and Brussels signed".
    fn fronts(&self, first: GroupId, last: GroupId) -> bool {
        // "At a summit in Lima, Peru and Chile signed"
        let phrase = |at: GroupId| match &self.groups[at].kind {
            GroupKind::Preposition(_) => true,
            GroupKind::Noun(noun) => noun.preposition.is_some(),
            _ => false,
        };
        let fronted = |at: GroupId| {
            // "the trade ministers (TMs) of Peru and Chile"
            let short = |before: GroupId| matches!(self.kind(before), Some(GroupKind::Close));
            at.checked_sub(1)
                .is_none_or(|before| self.noun(before).is_none() && !short(before) || (0..at).all(phrase))
        };
        let preposition = self.noun(first).and_then(|noun| noun.preposition);
        preposition.is_some_and(fronted)
            && self.finite_at(self.over_phrases(self.skip(last + 1)))
            && self.opens_clause(first)
    }

    /// The comma behind the office that commas part from who has it, where others follow: "Ann Roe, head of Bosch, and Bo Lee".
    pub(super) fn described_aside(&self, name: GroupId) -> Option<GroupId> {
        let who = |noun: &NounGroup| noun.named && !noun.time && !noun.place;
        let comma = self.skip(name + 1);
        let title = self.skip(comma + 1);
        let office = |noun: &NounGroup| !noun.named && !noun.time && !noun.pronoun;
        if !self.is_comma(comma)
            || !self.noun(name).is_some_and(who)
            || !self.noun(title).is_some_and(office)
            || !self.is_title(title) && !self.is_one_of(title)
            || self.is_title(name)
        {
            return None;
        }
        let follows = |close: GroupId| {
            let and = self.skip(close + 1);
            let other = self.skip(and + 1);
            let joined =
                matches!(self.kind(and), Some(GroupKind::Conjunction(word)) if *word == self.words.and);
            self.is_comma(close) && joined && self.noun(self.possessed(other)).is_some_and(who)
        };
        let close = self.over_phrases(self.skip(title + 1));
        // "Ann Roe, chairman, Siemens, and Bo Lee": whose chairman she is stands behind a comma too.
        let firm = close + 1;
        let behind = self.over_short_form(self.skip(firm + 1));
        if follows(close) {
            return Some(close);
        }
        (self.office_before(close).is_some() && follows(behind)).then_some(behind)
    }

    /// Whether a noun group tells that something is one of several: "one of the largest miners", "a maker of vans".
    fn is_one_of(&self, at: GroupId) -> bool {
        let first = self.groups[at].first as usize;
        let article = self.reading.is_indefinite(first);
        article && !self.has_figure(at) || self.reading.is(first, "one") && self.reading.is(first + 1, "of")
    }

    /// Whether names of one sort that commas alone join behind a preposition end a headline: "Peru signs pact with Chile, Togo".
    fn end_headline(&self, members: &[GroupId]) -> bool {
        let (Some(first), Some(last)) = (members.first(), members.last()) else {
            return false;
        };
        let ends = self.groups.len() == last + 1;
        let preposition = first
            .checked_sub(1)
            .map(|before| self.groups[before].first as usize);
        let within = |at: usize| self.reading.is_one_of(at, &["in", "at", "near", "from"]);
        let hangs = preposition.is_some_and(|at| self.reading.tag(at) == Tag::Preposition && !within(at));
        let of = |list: List| self.of(members, list);
        ends && hangs && members.len() > 1 && (of(List::Countries) || of(List::Organisations))
    }

    /// Whether a list has each of some names.
    fn of(&self, members: &[GroupId], list: List) -> bool {
        members.iter().all(|at| {
            let group = &self.groups[*at];
            let mut hits = self.reading.hits_of(group.first as usize, Lists::of(&[list]));
            hits.any(|hit| hit.end == group.end)
        })
    }

    /// Whether names that commas alone join are the subject of a verb that several do: "Peru, Chile sign pact", "Bosch, Siemens
    /// to merge".
    fn act_together(&self, members: &[GroupId]) -> bool {
        const SEVERAL: usize = 4;
        let (Some(first), Some(last)) = (members.first(), members.last()) else {
            return false;
        };
        let names = |at: &GroupId| {
            let named = |noun: &NounGroup| noun.named || self.all_proper(*at);
            self.noun(*at)
                .is_some_and(|noun| named(noun) && !noun.time && noun.bare && noun.possessor.is_none())
        };
        // "Ghana, Ivory Coast leaders meet"
        let whose = |at: &GroupId| {
            self.noun(*at)
                .is_some_and(|noun| !noun.named && noun.bare && self.plural(*at))
                && self.reading.lists_at(self.groups[*at].first as usize).any(WHO)
        };
        let before = &members[..members.len() - 1];
        let opens = *first == 0
            && (2..=SEVERAL).contains(&members.len())
            && before.iter().all(names)
            && (names(last) || whose(last));
        let ground = members
            .iter()
            .all(|at| self.noun(*at).is_some_and(|noun| noun.place));
        // "Bosch, Siemens in talks to merge"
        let talks = self
            .noun(last + 2)
            .is_some_and(|noun| !noun.named && !noun.time && !noun.pronoun);
        let in_talks = opens && talks && self.is_phrase(last + 1);
        // "Peru, Chile in trade pact", but not "Lima, Peru in blackout"
        let verbs = || {
            self.groups
                .iter()
                .any(|group| matches!(group.kind, GroupKind::Verb(_)))
        };
        if in_talks && self.groups.len() <= LINE && !verbs() && (!ground || self.of(members, List::Countries))
        {
            return true;
        }
        let in_talks = in_talks
            && self
                .verb(last + 3)
                .is_some_and(|verb| verb.form == VerbForm::Infinitive);
        let at = if in_talks { last + 3 } else { self.skip(last + 1) };
        let verb = self.verb(at).filter(|_| opens);
        verb.is_some_and(|verb| {
            let plural =
                self.reading.tag(verb.head as usize) == Tag::Verb && self.groups[at].first == verb.head;
            match verb.form {
                VerbForm::Present => plural,
                VerbForm::Infinitive => !ground || in_talks,
                _ => false,
            }
        })
    }

    /// Whether a noun group is a name that no list knows: "Goyal, Wentao hold talks".
    fn all_proper(&self, at: GroupId) -> bool {
        let group = &self.groups[at];
        (group.first..group.end).all(|token| self.reading.tag(token as usize) == Tag::Proper)
    }

    /// The name right behind a title without an article: "between Bo Lee and President Ann Roe".
    fn name_of_title(&self, title: GroupId) -> Option<GroupId> {
        let bare = |noun: &NounGroup| noun.bare && !noun.named && !noun.time && !noun.pronoun;
        let named = |noun: &NounGroup| noun.named && !noun.time && !noun.place;
        let pair = self.noun(title).is_some_and(bare) && self.noun(title + 1).is_some_and(named);
        (pair && self.is_title(title)).then_some(title + 1)
    }

    /// Whether a name with "and" behind it is that of who has the title before it: "the minister, Ruth Roe, and".
    pub(super) fn is_named_by(&self, title: GroupId, name: GroupId) -> bool {
        let who = |noun: &NounGroup| !noun.named && !noun.time && !noun.bare;
        let named = |noun: &NounGroup| noun.named && !noun.time && !noun.place && noun.preposition.is_none();
        let behind = self.skip(name + 1);
        self.noun(title).is_some_and(who)
            && self.noun(name).is_some_and(named)
            && self
                .reading
                .tag(self.noun(title).map_or(0, |noun| noun.head as usize))
                != Tag::NounPlural
            && self.is_title(title)
            && !self.is_title(name)
            && self.is_comma(behind)
            && matches!(self.kind(self.skip(behind + 1)), Some(GroupKind::Conjunction(_)))
    }

    /// Whether a noun group that hangs on nothing begins with "a".
    pub(super) fn one_of_a_kind(&self, at: GroupId) -> bool {
        let free = |noun: &NounGroup| noun.preposition.is_none() && !noun.time && !noun.pronoun;
        if !self.noun(at).is_some_and(free) {
            return false;
        }
        let first = self.groups[at].first as usize;
        self.reading.is_indefinite(first)
    }

    /// Whether a noun group with phrases of its own may begin a series of such groups.
    fn heads_series(&self, at: GroupId) -> bool {
        self.one_of_a_kind(at) || self.amounts(at)
    }

    /// Whether a noun group that hangs on nothing tells a figure of its own behind `of`: "revenue of $3bn", "sales of
    /// 300 vans".
    fn amounts(&self, at: GroupId) -> bool {
        let thing =
            |noun: &NounGroup| noun.preposition.is_none() && !noun.named && !noun.time && !noun.pronoun;
        let of = matches!(self.kind(at + 1), Some(GroupKind::Preposition(word)) if *word == self.words.of);
        // "of its 50%-owned mill" tells no amount.
        let figure = |at: GroupId| {
            let first = self.reading.tag(self.groups[at].first as usize);
            self.noun(at).is_some_and(|noun| !noun.time)
                && self.has_figure(at)
                && !matches!(first, Tag::Determiner | Tag::Possessive)
        };
        of && self.noun(at).is_some_and(thing) && at + 2 < self.groups.len() && figure(at + 2)
    }

    /// `A, B and C`, each with phrases of its own: "a mine in Chad, a plant in Mali and a port in Togo", "revenue of $3bn and
    /// a profit of $40m".
    pub(super) fn parallel(&self, first: GroupId, members: &mut Vec<GroupId>) {
        let mut last = first;
        let mut closed = false;
        while !closed && members.len() < SERIES && self.heads_series(last) {
            let joint = self.over_phrases(self.skip(last + 1));
            if self.is_comma(joint) && self.parts(joint) {
                break;
            }
            let (comma, word, next) = self.over_joint(joint);
            closed = word.is_some();
            let behind = self.over_phrases(self.skip(next + 1));
            if !(comma || closed)
                || !self.heads_series(next)
                || self.verb(behind).is_some()
                || behind == next + 1
            {
                closed = false;
                break;
            }
            members.push(next);
            last = next;
        }
        if !closed {
            members.truncate(1);
        }
    }

    /// Steps over the comma and the conjunction that may join the next member of a list: whether there is a comma, which
    /// conjunction, and what stands behind.
    pub(super) fn over_joint(&self, at: GroupId) -> (bool, Option<WordId>, GroupId) {
        let comma = self.is_comma(at);
        let at = if comma { self.skip(at + 1) } else { at };
        match self.kind(at) {
            Some(GroupKind::Conjunction(word)) => (comma, Some(*word), self.skip(at + 1)),
            _ => (comma, None, at),
        }
    }

    /// Whether the noun right before `follower` is the subject of a clause that follows the one of `first`.
    pub(super) fn begins_another(&self, first: GroupId, follower: GroupId) -> bool {
        let mut verb = self.over_phrases(follower);
        if self.noun(verb).is_some_and(|noun| noun.time) {
            verb = self.skip(verb + 1);
        }
        let told = (0..first)
            .rev()
            .take(FAR)
            .find_map(|before| match &self.groups[before].kind {
                GroupKind::Verb(verb) if verb.finite() => Some(true),
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Relative => Some(false),
                _ => None,
            });
        let hangs = self.noun(first).is_some_and(|noun| noun.preposition.is_some());
        self.finite_at(verb) && told == Some(true) && (hangs || verb > follower)
    }
}
