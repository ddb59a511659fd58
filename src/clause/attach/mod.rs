//! Groups to clauses: coordination, apposition, subjects and objects.

mod apposition;
mod aside;
mod attribution;
mod auxiliary;
mod causative;
mod coordination;
mod describes;
mod finite;
mod infinitive;
mod number;
mod object;
mod opening;
mod participle;
mod people;
mod relative;
mod sole;
mod subject;
mod title;

use attribution::Attribution;

use super::group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
use super::{ClauseWords, GroupId};
use crate::lexicon::Tag;
use crate::reading::Reading;

/// How far a subject is looked for. Longer ways occur only in lists and in hostile text.
const FAR: usize = 48;

/// How many groups a bracket behind a noun may have.
const BRACKETED: usize = 7;

/// How many groups may stand between two dashes.
const DASHED: usize = 12;

/// The numbers of a sentence's groups of some kinds, so that what looks for one kind steps over the others.
#[derive(Debug, Default)]
struct Kinds {
    nouns: Vec<GroupId>,
    verbs: Vec<GroupId>,
    relatives: Vec<GroupId>,
    /// The prepositions that name according to whom something is so.
    vouchers: Vec<GroupId>,
    /// The last comma or opening bracket.
    last_mark: GroupId,
}

impl Kinds {
    fn read(&mut self, groups: &[Group], words: &ClauseWords) {
        self.nouns.clear();
        self.verbs.clear();
        self.relatives.clear();
        self.vouchers.clear();
        self.last_mark = 0;
        for (at, group) in groups.iter().enumerate() {
            match group.kind {
                GroupKind::Noun(_) => self.nouns.push(at),
                GroupKind::Verb(_) => self.verbs.push(at),
                GroupKind::Relative => self.relatives.push(at),
                GroupKind::Preposition(word) if word == words.according => self.vouchers.push(at),
                GroupKind::Comma | GroupKind::Open => self.last_mark = at,
                _ => {}
            }
        }
    }
}

/// What goes on from sentence to sentence, so that it is not allocated for each.
#[derive(Debug, Default)]
pub(super) struct Buffers {
    kinds: Kinds,
    attributions: Vec<Attribution>,
    /// The members of a coordination.
    members: Vec<GroupId>,
}

impl Buffers {
    /// The verbs of the sentence that was attached last.
    pub(super) fn verbs(&self) -> impl Iterator<Item = GroupId> + '_ {
        self.kinds.verbs.iter().copied()
    }

    /// Its prepositions that name according to whom something is so.
    pub(super) fn vouchers(&self) -> impl Iterator<Item = GroupId> + '_ {
        self.kinds.vouchers.iter().copied()
    }
}

/// Fills in what hangs on what.
pub(super) fn attach(
    reading: &Reading<'_>,
    words: &ClauseWords,
    groups: &mut [Group],
    buffers: &mut Buffers,
) {
    let Buffers {
        kinds,
        attributions,
        members,
    } = buffers;
    kinds.read(groups, words);
    attributions.clear();
    let mut attach = Attach {
        reading,
        words,
        groups,
        kinds,
        attributions,
    };
    attach.prepositions();
    attach.attributions();
    attach.coordinations(members);
    attach.appositions();
    attach.counted_shares();
    attach.owners_before_brackets();
    attach.auxiliaries();
    attach.reduced();
    attach.helps();
    for verb in &attach.kinds.verbs {
        attach.subject(*verb);
        attach.object(*verb);
        attach.contact(*verb);
    }
    attach.causatives();
    attach.shared_objects();
    attach.early_participles();
    attach.reaches();
    attach.whose();
}

struct Attach<'a, 'x> {
    reading: &'a Reading<'x>,
    words: &'a ClauseWords,
    groups: &'a mut [Group],
    kinds: &'a Kinds,
    attributions: &'a mut Vec<Attribution>,
}

impl Attach<'_, '_> {
    fn is_comma(&self, at: GroupId) -> bool {
        matches!(self.kind(at), Some(GroupKind::Comma))
    }

    fn noun(&self, at: GroupId) -> Option<&NounGroup> {
        match &self.groups.get(at)?.kind {
            GroupKind::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    fn noun_mut(&mut self, at: GroupId) -> Option<&mut NounGroup> {
        match &mut self.groups.get_mut(at)?.kind {
            GroupKind::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    fn verb(&self, at: GroupId) -> Option<&VerbGroup> {
        match &self.groups.get(at)?.kind {
            GroupKind::Verb(verb) => Some(verb),
            _ => None,
        }
    }

    fn verb_mut(&mut self, at: GroupId) -> Option<&mut VerbGroup> {
        match &mut self.groups.get_mut(at)?.kind {
            GroupKind::Verb(verb) => Some(verb),
            _ => None,
        }
    }

    fn kind(&self, at: GroupId) -> Option<&GroupKind> {
        self.groups.get(at).map(|group| &group.kind)
    }

    fn finite_at(&self, at: GroupId) -> bool {
        self.verb(at).is_some_and(VerbGroup::finite)
    }

    /// The next group that is neither adverb nor quotation mark.
    fn skip(&self, mut at: GroupId) -> GroupId {
        while matches!(self.kind(at), Some(GroupKind::Adverb(_) | GroupKind::Quote)) {
            at += 1;
        }
        at
    }

    fn prepositions(&mut self) {
        let mut preposition: Option<GroupId> = None;
        let mut possessed: Option<GroupId> = None;
        let mut titled: Option<(GroupId, GroupId)> = None;
        for at in 0..self.groups.len() {
            // What else is bare, and no name, may have a name behind it without being a title.
            let asked = |noun: &NounGroup| (noun.named || !noun.bare) && !noun.time && !noun.pronoun;
            let title = preposition.is_some() && self.noun(at).is_some_and(asked) && self.is_title(at);
            let around = self.around(at);
            // "with Secretary of State Ann Roe": she is the secretary.
            let office = titled.and_then(|(field, preposition)| {
                let office = self.office_over(preposition.checked_sub(1)?)?;
                (field + 1 == at && !self.is_title(field)).then_some(office)
            });
            let office = office.map(|office| (office, self.noun(office).and_then(|noun| noun.preposition)));
            match &mut self.groups[at].kind {
                GroupKind::Preposition(_) => {
                    preposition = Some(at);
                    possessed = None;
                }
                GroupKind::Noun(noun) if around.is_some() => noun.preposition = around,
                // "by chairman Mary Robinson": a title and its name, read as two.
                GroupKind::Noun(noun)
                    if noun.named
                        && !noun.time
                        && preposition.is_none()
                        && titled.is_some_and(|(title, _)| title + 1 == at) =>
                {
                    if let Some((office, before)) = office {
                        titled = Some((office, before.unwrap_or(office)));
                    }
                    noun.preposition = titled.map(|(_, preposition)| preposition);
                    if let Some((_, before)) = office {
                        noun.preposition = before;
                    }
                    noun.apposition = titled.map(|(title, _)| title);
                    if let Some(title) = titled.take().and_then(|(title, _)| self.noun_mut(title)) {
                        title.apposition = Some(at);
                    }
                }
                GroupKind::Noun(noun) => {
                    titled = preposition
                        .filter(|_| {
                            (!noun.named || title) && !noun.time && !noun.pronoun && (noun.bare || title)
                        })
                        .map(|preposition| (at, preposition));
                    // What a possessor hangs on is what its thing hangs on.
                    let owner = noun.possessor.filter(|owner| owner + 1 < at);
                    noun.preposition = preposition.or_else(|| owner.and(possessed));
                    possessed = noun.preposition;
                    preposition = None;
                }
                GroupKind::Adverb(_) | GroupKind::Quote | GroupKind::Adjective | GroupKind::Other => {}
                _ => {
                    preposition = None;
                    possessed = None;
                }
            }
        }
    }

    /// The title that a noun group is or hangs on by a phrase or two: "Minister of State for Trade".
    fn office_over(&self, mut at: GroupId) -> Option<GroupId> {
        for _ in 0..2 {
            if self.is_title(at) {
                return Some(at);
            }
            at = self.noun(at)?.preposition?.checked_sub(1)?;
        }
        self.is_title(at).then_some(at)
    }

    /// The preposition of the name before a place that commas part from its clause: "a plant in Lima, Peru, will".
    fn around(&self, at: GroupId) -> Option<GroupId> {
        let place = self.noun(at).is_some_and(|noun| noun.named && noun.place);
        let closed = place
            && self.is_comma(at - usize::from(at > 0))
            && self.is_comma(at + 1)
            && self.kind(at + 2).is_some();
        let before = at.checked_sub(2).filter(|_| closed)?;
        // "in Bexley and Dover, Ohio, and"
        let joined = matches!(
            before.checked_sub(1).and_then(|joint| self.kind(joint)),
            Some(GroupKind::Conjunction(_))
        );
        let first = if joined { before.checked_sub(2)? } else { before };
        let proper = |noun: &NounGroup| {
            noun.named && noun.place || self.reading.tag(noun.head as usize) == Tag::Proper
        };
        let names = self.noun(before).is_some_and(proper) && self.noun(first).is_some_and(proper);
        self.noun(first).filter(|_| names)?.preposition
    }

    /// Steps over a short form in brackets: "the Bank of Ghana (BoG) and".
    fn over_short_form(&self, at: GroupId) -> GroupId {
        let enclosed = matches!(self.kind(at), Some(GroupKind::Open))
            && self
                .noun(at + 1)
                .is_some_and(|noun| noun.named && !self.is_figure(at + 1))
            && matches!(self.kind(at + 2), Some(GroupKind::Close));
        if enclosed {
            self.skip(at + 3)
        } else {
            at
        }
    }

    /// The conjunction behind what dashes set apart, no verb of a clause among it.
    fn over_dashes(&self, open: GroupId) -> Option<GroupId> {
        if !matches!(self.kind(open), Some(GroupKind::Stop)) || !self.is_dash(open) {
            return None;
        }
        let near = open + 1..self.groups.len().min(open + DASHED);
        let close = near
            .take_while(|at| !self.finite_at(*at))
            .find(|at| matches!(self.groups[*at].kind, GroupKind::Stop))?;
        let joint = matches!(self.kind(close + 1), Some(GroupKind::Conjunction(_)));
        (joint && self.is_dash(close)).then_some(close + 1)
    }

    /// The noun group that a chain of possessors right beside each other leads to. `Clauses::possessed` knows those before
    /// brackets as well, which are attached later.
    fn possessed(&self, mut noun: GroupId) -> GroupId {
        while self
            .noun(noun + 2)
            .is_some_and(|next| next.possessor == Some(noun))
        {
            noun += 2;
        }
        noun
    }

    fn opens_as(&self, at: GroupId) -> bool {
        matches!(self.kind(at), Some(GroupKind::Preposition(word)) if *word == self.words.as_)
    }

    /// Steps over prepositions with their noun groups.
    fn over_phrases(&self, mut at: GroupId) -> GroupId {
        for _ in 0..6 {
            let last = match self.kind(at) {
                Some(GroupKind::Preposition(_)) => {
                    let mut last = self.possessed(self.skip(at + 1));
                    if self.noun(last).is_none() {
                        break;
                    }
                    while let Some(next) = self.noun(last).and_then(|noun| noun.next) {
                        last = next;
                    }
                    // "as duties bite" is a clause.
                    if self.opens_as(at) && self.finite_at(self.skip(last + 1)) {
                        break;
                    }
                    last
                }
                // "Special Assistant (SA) on Trade"
                Some(GroupKind::Open) => {
                    let close = (at + 1..self.groups.len().min(at + BRACKETED))
                        .find(|i| matches!(self.groups[*i].kind, GroupKind::Close));
                    match close {
                        Some(close) => close,
                        None => break,
                    }
                }
                _ => break,
            };
            at = self.skip(last + 1);
        }
        at
    }

    /// Notes on a noun group and what is coordinated with it which verb it belongs to, unless it has one.
    fn govern(&mut self, noun: GroupId, verb: GroupId) {
        let mut next = Some(noun);
        while let Some(at) = next {
            // A verb of its own says more of a noun than the gerund that describes it.
            let described = self
                .noun(at)
                .and_then(|noun| noun.verb)
                .is_some_and(|gerund| self.describes(gerund));
            let Some(noun) = self.noun_mut(at) else { break };
            noun.verb = noun.verb.filter(|_| !described).or(Some(verb));
            next = noun.next;
        }
    }

    /// "Sudan, whose government banned": whose it is stands before the comma.
    fn whose(&mut self) {
        for at in self.kinds.relatives.iter().copied() {
            if !self.reading.is(self.groups[at].first as usize, "whose") {
                continue;
            }
            let owner = (0..at)
                .rev()
                .take(2)
                .find(|before| self.noun(*before).is_some_and(|noun| !noun.time));
            if let Some(noun) = self.noun_mut(at + 1).filter(|noun| noun.possessor.is_none()) {
                noun.possessor = owner;
            }
        }
    }

    /// How far to the right the phrases of a verb may stand.
    fn reaches(&mut self) {
        let mut reach = self.groups.len();
        let mut dash = None;
        for at in (0..self.groups.len()).rev() {
            // "the 35% it does not own of Distell for $9m": what stands behind belongs to the clause around.
            let pronoun = |subject: GroupId| self.noun(subject).is_some_and(|noun| noun.pronoun);
            let aside = self.verb(at).is_some_and(|verb| {
                verb.negated
                    && verb.object.is_some_and(|object| object < at)
                    && verb.subject.is_some_and(pronoun)
            });
            // "signed orders totalling $9m with Egypt"
            let sums_up = self.describes(at)
                && self
                    .verb(at)
                    .and_then(|verb| verb.object)
                    .is_some_and(|object| object == at + 1 && self.is_figure_alone(object));
            // "was closed in 2012 and reopened by Scania": the second has phrases of its own.
            let joined = self.verb(at).is_some()
                && at >= 2
                && matches!(self.groups[at - 1].kind, GroupKind::Conjunction(_))
                && matches!(self.groups[at - 2].kind, GroupKind::Noun(_));
            match &mut self.groups[at].kind {
                GroupKind::Verb(verb) => {
                    verb.reach = reach;
                    let further = joined && verb.passive && verb.parent.is_some();
                    let aside = aside || sums_up;
                    if (verb.form != VerbForm::Participle || further) && !aside {
                        reach = at;
                    }
                }
                // "sold 300 cars – 40 of them abroad – in May"
                GroupKind::Stop if dash.is_some() => dash = dash.filter(|open| *open != at),
                GroupKind::Stop => {
                    let verb = |group: &Group| matches!(group.kind, GroupKind::Verb(_));
                    dash = self
                        .opening_dash(at)
                        .filter(|open| !self.groups[*open..at].iter().any(verb));
                    if dash.is_none() {
                        reach = at;
                    }
                }
                GroupKind::Subordinator(_) | GroupKind::Relative => reach = at,
                _ => {}
            }
        }
    }
}
