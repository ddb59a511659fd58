//! Groups to clauses: coordination, apposition, subjects and objects.

mod attribution;

use attribution::Attribution;

use super::group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
use super::{ClauseWords, GroupId};
use crate::lexicon::{Classes, List, Tag, WordId};
use crate::reading::Reading;

/// How far a subject is looked for. Longer ways occur only in lists and in hostile text.
const FAR: usize = 48;

/// Fills in what hangs on what.
pub(super) fn attach(reading: &Reading<'_>, words: &ClauseWords, groups: &mut [Group]) {
    let mut attach = Attach {
        reading,
        words,
        groups,
        attributions: Vec::new(),
    };
    attach.prepositions();
    attach.attributions();
    attach.coordinations();
    attach.appositions();
    attach.reduced();
    for verb in 0..attach.groups.len() {
        if matches!(attach.groups[verb].kind, GroupKind::Verb(_)) {
            attach.subject(verb);
            attach.object(verb);
            attach.contact(verb);
        }
    }
    attach.shared_objects();
    attach.fronted();
    attach.reaches();
}

struct Attach<'a, 'x> {
    reading: &'a Reading<'x>,
    words: &'a ClauseWords,
    groups: &'a mut [Group],
    attributions: Vec<Attribution>,
}

impl Attach<'_, '_> {
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
            match &mut self.groups[at].kind {
                GroupKind::Preposition(_) => {
                    preposition = Some(at);
                    possessed = None;
                }
                // "by chairman Mary Robinson": a title and its name, read as two.
                GroupKind::Noun(noun)
                    if noun.named
                        && preposition.is_none()
                        && titled.is_some_and(|(title, _)| title + 1 == at) =>
                {
                    noun.preposition = titled.map(|(_, preposition)| preposition);
                    noun.apposition = titled.map(|(title, _)| title);
                    if let Some(title) = titled.take().and_then(|(title, _)| self.noun_mut(title)) {
                        title.apposition = Some(at);
                    }
                }
                GroupKind::Noun(noun) => {
                    titled = preposition
                        .filter(|_| !noun.named && !noun.time && !noun.pronoun && noun.bare)
                        .map(|preposition| (at, preposition));
                    // What a possessor hangs on is what its thing hangs on.
                    noun.preposition = preposition.or_else(|| noun.possessor.and(possessed));
                    possessed = preposition.or(possessed);
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

    fn coordinations(&mut self) {
        let mut at = 0;
        let mut members = Vec::new();
        while at < self.groups.len() {
            if self.noun(at).is_none() {
                at += 1;
                continue;
            }
            self.members(at, &mut members);
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
            }
            at = members.last().copied().unwrap_or(at) + 1;
        }
    }

    /// `A, B and C` from A on; A alone if nothing is coordinated with it.
    fn members(&self, first: GroupId, members: &mut Vec<GroupId>) {
        members.clear();
        members.push(first);
        let mut last = first;
        let mut closed = false;
        while members.len() < FAR {
            let mut next = self.skip(last + 1);
            let mut comma = false;
            let mut joined = false;
            if matches!(self.kind(next), Some(GroupKind::Comma)) {
                if self.parts(next) {
                    break;
                }
                comma = true;
                next = self.skip(next + 1);
            }
            if matches!(self.kind(next), Some(GroupKind::Conjunction(_))) {
                joined = true;
                next = self.skip(next + 1);
            }
            let Some(noun) = self.noun(next) else { break };
            if !(comma || joined)
                || noun.time != self.noun(first).is_some_and(|noun| noun.time)
                || noun.pronoun
            {
                break;
            }
            // "… in Japan, and Toyota exported …": the noun after it begins a clause.
            let follower = self.skip(next + 1);
            if self.finite_at(follower) && !self.opens_clause(first) {
                break;
            }
            members.push(next);
            last = next;
            if joined {
                closed = true;
                break;
            }
        }
        // "After 19 rounds, Jakarta and Brussels signed": what stands before the verb is its subject.
        if members.len() == 3 && self.noun(first).is_some_and(|noun| noun.preposition.is_some()) {
            let end = self.over_phrases(self.skip(last + 1));
            if self.finite_at(end) && self.opens_clause(first) {
                members.truncate(1);
            }
        }
        if !closed {
            // Commas alone part an apposition; a list has its "and".
            members.truncate(1);
        }
    }

    /// Whether no verb stands before it in its clause.
    fn opens_clause(&self, at: GroupId) -> bool {
        for before in (0..at).rev().take(FAR) {
            match &self.groups[before].kind {
                GroupKind::Quote if self.closes(before) => return true,
                GroupKind::Verb(verb) if verb.finite() => return false,
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Relative => return true,
                _ => {}
            }
        }
        true
    }

    fn appositions(&mut self) {
        // "Ambassador of Japan Kuinori Matsuda": no comma between the title's phrases and the name.
        for at in 0..self.groups.len() {
            if let Some(person) = self.after_phrases(at).filter(|_| self.is_title(at)) {
                self.set_apposition(at, person);
            }
        }
        // From the right, so that the nearest noun group gets the name that follows it.
        for at in (0..self.groups.len()).rev() {
            let Some(noun) = self.noun(at) else { continue };
            if noun.time || noun.next.is_some() || noun.pronoun {
                continue;
            }
            let fronted = self.fronted_phrase(at);
            if noun.apposition.is_some() {
                continue;
            }
            let mut next = self.skip(at + 1);
            let bracket = matches!(self.kind(next), Some(GroupKind::Open));
            if !bracket && !matches!(self.kind(next), Some(GroupKind::Comma)) {
                // "Ambassador of Japan to Pakistan, Kuinori Matsuda": over the phrases in between.
                next = self.over_phrases(next);
                if !matches!(self.kind(next), Some(GroupKind::Comma)) {
                    continue;
                }
            }
            if !bracket && self.parts(next) {
                continue;
            }
            let mut other = self.skip(next + 1);
            let named = noun.named || self.reading.tag(noun.head as usize) == Tag::Proper;
            // "Vale, the world's largest miner, is ...": what is possessed describes it, not the possessor.
            if self
                .noun(other + 2)
                .is_some_and(|owned| owned.possessor == Some(other))
            {
                other += 2;
            }
            let Some(beside) = self.noun(other) else { continue };
            let article = self.groups[other].first as usize;
            let indefinite = self.reading.is(article, "a") || self.reading.is(article, "an");
            if beside.time
                || beside.pronoun
                || beside.apposition.is_some()
                || !bracket && fronted
                || beside.preposition.is_some()
                || beside.chain.is_some()
            {
                continue;
            }
            let ends = self.over_phrases(self.skip(other + 1));
            let closed = match self.kind(ends) {
                None | Some(GroupKind::Comma | GroupKind::Close | GroupKind::Relative | GroupKind::Stop) => {
                    true
                }
                Some(GroupKind::Other) => true,
                Some(GroupKind::Verb(_)) => !named && beside.named,
                _ => false,
            };
            // One of the two describes what the other names.
            if closed && (bracket || named != beside.named || indefinite) {
                self.set_apposition(at, other);
            }
        }
    }

    /// Whether the head of a noun group ends a title.
    fn is_title(&self, at: GroupId) -> bool {
        let Some(noun) = self.noun(at) else { return false };
        let end = noun.head + 1;
        (self.groups[at].first..end).rev().take(4).any(|token| {
            let hits = self.reading.hits_at(token as usize);
            hits.iter().any(|hit| hit.list == List::Titles && hit.end == end)
        })
    }

    fn set_apposition(&mut self, at: GroupId, other: GroupId) {
        if let Some(noun) = self.noun_mut(at) {
            noun.apposition = Some(other);
        }
        if let Some(noun) = self.noun_mut(other) {
            noun.apposition = noun.apposition.or(Some(at));
        }
    }

    /// The name that follows a title's phrases, a comma between them or none.
    fn after_phrases(&self, at: GroupId) -> Option<GroupId> {
        let mut end = self.over_phrases(self.skip(at + 1));
        let phrase = end > at + 2;
        if matches!(self.kind(end), Some(GroupKind::Comma)) && phrase {
            end = self.skip(end + 1);
        }
        let beside = self.noun(end)?;
        let free = beside.preposition.is_none() && beside.apposition.is_none() && !beside.time;
        (phrase && beside.named && free).then_some(end)
    }

    /// Whether it stands in a phrase before its clause: "By buying the plant, …".
    fn fronted_phrase(&self, at: GroupId) -> bool {
        let mut phrase = false;
        for before in (0..at).rev().take(FAR) {
            match &self.groups[before].kind {
                GroupKind::Verb(verb) if verb.finite() => return false,
                GroupKind::Verb(_) | GroupKind::Preposition(_) => phrase = true,
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Relative => break,
                _ => {}
            }
        }
        phrase
    }

    /// Steps over prepositions with their noun groups.
    fn over_phrases(&self, mut at: GroupId) -> GroupId {
        for _ in 0..6 {
            let noun = self.skip(at + 1);
            if matches!(self.kind(at), Some(GroupKind::Preposition(_))) && self.noun(noun).is_some() {
                let mut last = noun;
                while let Some(next) = self.noun(last).and_then(|noun| noun.next) {
                    last = next;
                }
                at = self.skip(last + 1);
            } else if matches!(self.kind(at), Some(GroupKind::Open)) {
                // "Special Assistant (SA) on Trade"
                match (at + 1..self.groups.len().min(at + 4))
                    .find(|i| matches!(self.groups[*i].kind, GroupKind::Close))
                {
                    Some(close) => at = self.skip(close + 1),
                    None => break,
                }
            } else {
                break;
            }
        }
        at
    }

    /// Settles past tense against participle by what follows: "cars exported to Japan rose" against "Honda sold
    /// 200 cars".
    fn reduced(&mut self) {
        for at in 0..self.groups.len() {
            let Some(verb) = self.verb(at) else { continue };
            let token = verb.head as usize;
            let tags = self.reading.lexicon.word(self.reading.ids[token]).tags;
            let bare = self.groups[at].first as usize == token;
            if !bare || !tags.has(Tag::VerbPart) || !tags.has(Tag::VerbPast) {
                continue;
            }
            let form = verb.form;
            let after = self.skip(at + 1);
            let follows_noun = at
                .checked_sub(1)
                .is_some_and(|before| self.noun(before).is_some());
            if form == VerbForm::Past && follows_noun && self.only_in_phrase(at) {
                self.set_form(at, VerbForm::Participle);
            } else if form == VerbForm::Past && follows_noun {
                let end = self.over_phrases(after);
                let by = matches!(self.kind(after), Some(GroupKind::Preposition(id)) if *id == self.words.by);
                if end > after && (self.finite_at(end) || by) {
                    self.set_form(at, VerbForm::Participle);
                }
            } else if form == VerbForm::Participle {
                let object = self.noun(after).is_some_and(|noun| !noun.time);
                let joined = self.joins_past(at);
                let subject = follows_noun
                    || matches!(
                        at.checked_sub(1).and_then(|before| self.kind(before)),
                        Some(GroupKind::Comma | GroupKind::Adverb(_) | GroupKind::Close)
                    );
                let by = matches!(self.kind(after), Some(GroupKind::Preposition(id)) if *id == self.words.by);
                let main = follows_noun && !by && self.named_before(at) && !self.finite_around(at);
                if joined || main || object && subject && !self.describes_object(at) {
                    self.set_form(at, VerbForm::Past);
                }
            }
        }
    }

    /// Whether the noun before a verb hangs on a preposition and no other noun of its clause can be the subject:
    /// "under agreements inked on Sunday", "go over the deal struck with Washington".
    fn only_in_phrase(&self, at: GroupId) -> bool {
        let in_phrase = |noun: &NounGroup| noun.preposition.is_some() || noun.time;
        if !self
            .noun(at - 1)
            .is_some_and(|noun| noun.preposition.is_some() && !noun.named)
        {
            return false;
        }
        for before in (0..at - 1).rev().take(FAR) {
            match &self.groups[before].kind {
                GroupKind::Noun(noun) if in_phrase(noun) => {}
                GroupKind::Preposition(_) | GroupKind::Adverb(_) => {}
                GroupKind::Verb(verb) => return verb.form == VerbForm::Infinitive || verb.finite(),
                _ => return false,
            }
        }
        true
    }

    /// Whether a name that hangs on no preposition stands right before a verb.
    fn named_before(&self, at: GroupId) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.noun(before))
            .is_some_and(|noun| noun.named && noun.preposition.is_none())
    }

    /// Whether another finite verb stands in the clause of `at`.
    fn finite_around(&self, at: GroupId) -> bool {
        let bounds = |group: &&Group| {
            !matches!(
                group.kind,
                GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative | GroupKind::Quote
            )
        };
        let finite = |group: &Group| matches!(&group.kind, GroupKind::Verb(verb) if verb.finite());
        let before = self.groups[..at].iter().rev().take(FAR);
        let after = self.groups[at + 1..].iter().take(FAR);
        before.take_while(bounds).any(finite) || after.take_while(bounds).any(finite)
    }

    fn set_form(&mut self, at: GroupId, form: VerbForm) {
        if let Some(verb) = self.verb_mut(at) {
            verb.form = form;
            verb.passive = form == VerbForm::Participle;
        }
    }

    /// Whether it goes on with a verb in the past tense: "designed, built and shipped".
    fn joins_past(&self, at: GroupId) -> bool {
        let mut before = at;
        while before > 0
            && matches!(
                self.groups[before - 1].kind,
                GroupKind::Comma | GroupKind::Conjunction(_)
            )
        {
            before -= 1;
        }
        before < at
            && before
                .checked_sub(1)
                .and_then(|before| self.verb(before))
                .is_some_and(|verb| verb.form == VerbForm::Past && !verb.passive)
    }

    /// Whether it describes the object of the verb before it: "has a plant called Alpha". A name there begins a
    /// clause: "said Siemens sold 200 cars".
    fn describes_object(&self, at: GroupId) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let described = self.noun(before).is_some_and(|noun| !noun.named && !noun.pronoun);
        described
            && (0..before)
                .rev()
                .take(3)
                .take_while(|i| {
                    !matches!(
                        self.groups[*i].kind,
                        GroupKind::Comma
                            | GroupKind::Stop
                            | GroupKind::Conjunction(_)
                            | GroupKind::Subordinator(_)
                    )
                })
                .any(|i| self.finite_at(i))
    }

    fn subject(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        let (form, finite) = (verb.form, verb.finite());
        let bare = self.groups[at].first == verb.head;
        let base = bare && self.reading.tag(verb.head as usize) == Tag::Verb;
        let inverted = finite && !verb.passive && self.inverted(at);
        let mut found = match form {
            _ if self.attributed(at).is_some() => Found {
                subject: self.attributed(at),
                ..Found::default()
            },
            VerbForm::Infinitive => self.infinitive(at),
            VerbForm::Participle | VerbForm::Gerund => self.participle(at),
            _ => self.finite(at),
        };
        // A subject of its own before the verb speaks against one behind it.
        let behind_words = at.checked_sub(1).is_some_and(|mark| {
            matches!(self.kind(mark), Some(GroupKind::Quote))
                && self.closes(mark)
                && self.verb(at).is_some_and(|verb| self.words.says(verb.lemma))
        });
        if inverted && (found.subject.is_none() || found.shared || behind_words) {
            found = Found {
                subject: Some(self.skip(at + 1)),
                ..Found::default()
            };
        }
        // "will make cars and employ 900 people": the base form goes on with the auxiliary.
        found.auxiliary = found.auxiliary.filter(|_| base);
        let to = self.words.to;
        if let Some(verb) = self.verb_mut(at) {
            verb.subject = found.subject;
            verb.parent = found.parent;
            verb.relative = found.relative;
            if let Some((form, modal)) = found.auxiliary {
                verb.form = form;
                verb.modal = modal;
            }
            if found.headline {
                verb.form = VerbForm::Modal;
                verb.modal = Some(to);
            }
        }
        if let Some(subject) = found.subject {
            self.govern(subject, at);
        }
    }

    /// Notes on a noun group and what is coordinated with it which verb it belongs to, unless it has one.
    fn govern(&mut self, noun: GroupId, verb: GroupId) {
        let mut next = Some(noun);
        while let Some(at) = next {
            let Some(noun) = self.noun_mut(at) else { break };
            noun.verb = noun.verb.or(Some(verb));
            next = noun.next;
        }
    }

    /// `”, said Samir Mehta`; `…, said a news release.`
    fn inverted(&self, at: GroupId) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let quoted = match self.kind(before) {
            Some(GroupKind::Quote) => self.closes(before),
            Some(GroupKind::Comma) => {
                matches!(
                    before.checked_sub(1).and_then(|i| self.kind(i)),
                    Some(GroupKind::Quote)
                )
            }
            _ => false,
        };
        let speaker = self.skip(at + 1);
        if self.noun(speaker).is_none_or(|noun| noun.time) {
            return false;
        }
        if quoted {
            return !self.finite_at(self.skip(speaker + 1));
        }
        let end = self.over_phrases(self.skip(speaker + 1));
        matches!(self.kind(before), Some(GroupKind::Comma))
            && self.verb(at).is_some_and(|verb| self.words.says(verb.lemma))
            && match self.kind(end) {
                None | Some(GroupKind::Comma | GroupKind::Quote) => true,
                Some(GroupKind::Other) => end + 2 >= self.groups.len(),
                _ => false,
            }
            && self.noun(speaker).is_some_and(|noun| !noun.pronoun)
    }

    fn finite(&self, at: GroupId) -> Found {
        let mut joined = false;
        let mut conjunction = false;
        let mut passed_relative = false;
        let mut i = at;
        for _ in 0..FAR {
            let Some(before) = i.checked_sub(1) else { break };
            i = before;
            match &self.groups[i].kind {
                GroupKind::Conjunction(_) => {
                    joined = true;
                    conjunction = true;
                }
                GroupKind::Comma => joined = true,
                GroupKind::Close => i = self.opening(i),
                GroupKind::Relative if passed_relative => passed_relative = false,
                GroupKind::Relative => {
                    return Found {
                        subject: self.antecedent(i),
                        relative: true,
                        ..Found::default()
                    }
                }
                GroupKind::Noun(noun) => {
                    if let Some(first) = noun.chain {
                        i = first;
                    }
                    let noun = self.noun(i).unwrap_or(noun);
                    if let Some(preposition) = noun
                        .preposition
                        .filter(|as_| joined || !self.may_open_clause(*as_))
                    {
                        i = preposition;
                        continue;
                    }
                    if noun.time {
                        continue;
                    }
                    match noun.verb {
                        Some(other) if other < i && joined => {
                            // It is the object of an earlier verb, which shares its subject.
                            match self.verb(other) {
                                Some(verb) if !conjunction && self.opens_relative(verb).is_some() => {
                                    i = self.opens_relative(verb).unwrap_or(other);
                                }
                                Some(verb) if verb.finite() && !verb.relative => return self.shared(other),
                                Some(verb) => {
                                    passed_relative = verb.relative;
                                    i = other;
                                }
                                None => {}
                            }
                        }
                        // The subject of a relative clause that has been passed.
                        _ if passed_relative => {}
                        _ => {
                            let named = noun.apposition.filter(|other| *other < i);
                            // "Honda met officials, the ministry, in Tokyo, said …": behind a verb and parted from
                            // this one, it is no subject.
                            if joined && i + 1 < at && !self.opens_clause(i) {
                                let earlier = (0..i).rev().take(FAR).find(|verb| {
                                    self.verb(*verb)
                                        .is_some_and(|verb| verb.finite() && !verb.relative)
                                });
                                if let Some(earlier) = earlier.filter(|_| self.parted(i, at)) {
                                    return self.shared(earlier);
                                }
                            }
                            // "together with the ambassador, Ali Jamali, …"
                            if let Some(preposition) = named
                                .and_then(|other| self.noun(other))
                                .and_then(|noun| noun.preposition)
                            {
                                i = preposition;
                                continue;
                            }
                            // "whose crop was ravaged", "which the firm built"
                            let relative = i.checked_sub(1).is_some_and(|before| {
                                matches!(self.groups[before].kind, GroupKind::Relative)
                            });
                            return Found {
                                subject: Some(named.unwrap_or(i)),
                                relative,
                                ..Found::default()
                            };
                        }
                    }
                }
                GroupKind::Verb(verb) => {
                    if verb.finite() && !verb.relative {
                        if let Some(relative) = self.opens_relative(verb).filter(|_| !conjunction) {
                            i = relative;
                            continue;
                        }
                        if joined {
                            return self.shared(i);
                        }
                        break;
                    }
                    passed_relative |= verb.relative;
                }
                // "The launch, once set for May, has been …"
                GroupKind::Subordinator(_)
                    if self
                        .verb(i + 1)
                        .is_some_and(|verb| verb.form == VerbForm::Participle) => {}
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Open => break,
                _ => {}
            }
        }
        Found::default()
    }

    /// Whether a comma, and no conjunction, stands right before the verb at `at`, after phrases that follow `noun`.
    fn parted(&self, noun: GroupId, at: GroupId) -> bool {
        let phrase = self.groups[noun + 1..at]
            .iter()
            .any(|group| matches!(group.kind, GroupKind::Preposition(_)));
        let joined = self.groups[noun + 1..at]
            .iter()
            .any(|group| matches!(group.kind, GroupKind::Conjunction(_) | GroupKind::Relative));
        phrase && !joined && matches!(self.kind(at - 1), Some(GroupKind::Comma))
    }

    /// The relative pronoun right before the subject of a verb: "the plant, which Bosch opened, …".
    fn opens_relative(&self, verb: &VerbGroup) -> Option<GroupId> {
        let before = verb.subject?.checked_sub(1)?;
        matches!(self.kind(before), Some(GroupKind::Relative)).then_some(before)
    }

    /// A preposition that may begin a clause as well: "as general sales tax climbed".
    fn may_open_clause(&self, at: GroupId) -> bool {
        let GroupKind::Preposition(word) = self.groups[at].kind else {
            return false;
        };
        self.reading.lexicon.word(word).tags.has(Tag::Subordinator)
    }

    fn shared(&self, other: GroupId) -> Found {
        Found {
            subject: self.verb(other).and_then(|verb| verb.subject),
            auxiliary: self
                .verb(other)
                .filter(|verb| verb.modal.is_some() && !verb.passive)
                .map(|verb| (verb.form, verb.modal)),
            shared: true,
            ..Found::default()
        }
    }

    fn infinitive(&self, at: GroupId) -> Found {
        let mut i = at;
        for _ in 0..FAR {
            let Some(before) = i.checked_sub(1) else { break };
            i = before;
            match &self.groups[i].kind {
                GroupKind::Verb(verb) => {
                    return Found {
                        subject: verb.subject,
                        parent: Some(i),
                        ..Found::default()
                    }
                }
                GroupKind::Noun(noun) => {
                    let governor = noun.verb.filter(|verb| *verb < i);
                    let bare = noun.preposition.is_none() && !noun.time;
                    let controls = governor.and_then(|verb| self.verb(verb)).is_some_and(|verb| {
                        self.reading
                            .lexicon
                            .word(verb.lemma)
                            .classes
                            .contains(Classes::CONTROL)
                    });
                    if bare && controls {
                        return Found {
                            subject: Some(noun.chain.unwrap_or(i)),
                            parent: governor,
                            ..Found::default()
                        };
                    }
                    // "Ruto's decision not to sign"
                    if bare && noun.possessor.is_some() && i + 2 >= at {
                        return Found {
                            subject: noun.possessor,
                            parent: Some(i),
                            ..Found::default()
                        };
                    }
                    if bare
                        && governor.is_none()
                        && i + 1 == at
                        && self.opens_clause(i)
                        && !self.finite_after(at)
                    {
                        return Found {
                            subject: Some(noun.chain.unwrap_or(i)),
                            headline: true,
                            ..Found::default()
                        };
                    }
                    if bare
                        && governor.is_some()
                        && (i + 1 == at || self.over_phrases(self.skip(i + 1)) == at)
                    {
                        // "the group's plan to put", "plans to put"
                        let subject = noun.possessor.or_else(|| {
                            governor
                                .and_then(|verb| self.verb(verb))
                                .and_then(|verb| verb.subject)
                        });
                        return Found {
                            subject,
                            parent: Some(i),
                            ..Found::default()
                        };
                    }
                }
                GroupKind::Subordinator(_) | GroupKind::Stop => break,
                _ => {}
            }
        }
        Found::default()
    }

    /// Whether a finite verb follows in the sentence.
    fn finite_after(&self, at: GroupId) -> bool {
        (at + 1..self.groups.len()).take(FAR).any(|i| self.finite_at(i))
    }

    fn participle(&self, at: GroupId) -> Found {
        let Some(before) = at.checked_sub(1) else {
            return Found::default();
        };
        match &self.groups[before].kind {
            GroupKind::Noun(noun) if !noun.time => {
                return Found {
                    subject: Some(before),
                    ..Found::default()
                }
            }
            GroupKind::Relative => {
                return Found {
                    subject: self.antecedent(before),
                    relative: true,
                    ..Found::default()
                }
            }
            _ => {}
        }
        // "The meeting, chaired by the minister, …": right behind the noun that opens the clause.
        let participle = self
            .verb(at)
            .is_some_and(|verb| verb.form == VerbForm::Participle);
        if let Some(subject) = self.opening_noun(before).filter(|_| participle) {
            return Found {
                subject: Some(subject),
                ..Found::default()
            };
        }
        // After a comma, a preposition or a conjunction the main verb's subject does it.
        for i in (0..at).rev().take(FAR) {
            match &self.groups[i].kind {
                GroupKind::Verb(verb) => {
                    return Found {
                        subject: verb.subject,
                        parent: Some(i),
                        ..Found::default()
                    }
                }
                GroupKind::Stop => break,
                _ => {}
            }
        }
        Found::default()
    }

    /// The noun that opens the clause and is parted from what follows by the comma at `comma`.
    fn opening_noun(&self, comma: GroupId) -> Option<GroupId> {
        if !matches!(self.kind(comma), Some(GroupKind::Comma)) {
            return None;
        }
        for i in (0..comma).rev().take(FAR) {
            match &self.groups[i].kind {
                GroupKind::Noun(noun) if noun.preposition.is_none() && !noun.time => {
                    return self.opens_clause(i).then_some(noun.chain.unwrap_or(i));
                }
                GroupKind::Noun(_) | GroupKind::Preposition(_) | GroupKind::Open | GroupKind::Close => {}
                _ => return None,
            }
        }
        None
    }

    /// The noun group that a relative pronoun stands for.
    fn antecedent(&self, relative: GroupId) -> Option<GroupId> {
        for i in (0..relative).rev().take(6) {
            match &self.groups[i].kind {
                GroupKind::Noun(noun) if !noun.time => {
                    // "a plant in Vietnam that is to make …"
                    let before = noun
                        .preposition
                        .filter(|_| noun.named)
                        .and_then(|preposition| preposition.checked_sub(1))
                        .filter(|before| {
                            self.noun(*before)
                                .is_some_and(|noun| !noun.named && !noun.pronoun && !noun.time)
                        });
                    return Some(before.unwrap_or(noun.chain.unwrap_or(i)));
                }
                GroupKind::Close => {
                    return self.opening(i).checked_sub(1).filter(|i| self.noun(*i).is_some())
                }
                GroupKind::Verb(_) | GroupKind::Stop => break,
                _ => {}
            }
        }
        None
    }

    fn opening(&self, close: GroupId) -> GroupId {
        (0..close)
            .rev()
            .take(FAR)
            .find(|i| matches!(self.groups[*i].kind, GroupKind::Open))
            .unwrap_or(close)
    }

    fn object(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        if verb.subject.is_some_and(|subject| subject > at) {
            return;
        }
        let mut next = at + 1;
        for _ in 0..4 {
            match self.kind(next) {
                Some(GroupKind::Adverb(_) | GroupKind::Adjective | GroupKind::Quote) => next += 1,
                Some(GroupKind::Noun(noun)) if noun.time && self.noun(next + 1).is_some() => next += 1,
                _ => break,
            }
        }
        let object = self.noun(next).filter(|noun| !noun.time);
        if object.is_none() {
            let known = self.relative_object(at);
            if let Some(verb) = self.verb_mut(at) {
                verb.object = known;
            }
            return;
        }
        let mut last = next;
        while let Some(after) = self.noun(last).and_then(|noun| noun.next) {
            last = after;
        }
        // A possessor stands before what it possesses.
        while self
            .noun(last + 2)
            .is_some_and(|noun| noun.possessor == Some(last))
        {
            last += 2;
            next = last;
        }
        let after = self.over_phrases(self.skip(last + 1));
        let begins_clause = self.finite_at(after)
            && !matches!(
                self.kind(after.saturating_sub(1)),
                Some(GroupKind::Comma | GroupKind::Conjunction(_))
            );
        if begins_clause {
            return;
        }
        // "a New Energy Vehicle (NEV) levy"
        let behind = next + 4;
        if matches!(self.kind(next + 1), Some(GroupKind::Open))
            && matches!(self.kind(next + 3), Some(GroupKind::Close))
            && self
                .noun(behind)
                .is_some_and(|noun| !noun.named && !noun.time && !noun.pronoun && noun.bare)
        {
            next = behind;
        }
        if let Some(verb) = self.verb_mut(at) {
            verb.object = Some(next);
        }
        self.govern(next, at);
    }

    /// "the cars that Toyota launched", "the $4bn we are aiming for": the noun before the clause is its object.
    fn relative_object(&self, at: GroupId) -> Option<GroupId> {
        let verb = self.verb(at)?;
        let subject = verb.subject.filter(|subject| !verb.passive && *subject < at)?;
        let behind = self.groups.get(subject + 1..at)?;
        let relative = behind
            .iter()
            .any(|group| matches!(group.kind, GroupKind::Relative));
        if relative || !verb.finite() || self.noun(subject)?.verb != Some(at) {
            return None;
        }
        let before = subject.checked_sub(1)?;
        let token = self.groups[before].first as usize;
        let word = |word| self.reading.is(token, word);
        match &self.groups[before].kind {
            GroupKind::Relative if word("which") || word("that") || word("whom") => self.antecedent(before),
            GroupKind::Subordinator(_) if word("that") => before
                .checked_sub(1)
                .filter(|noun| self.noun(*noun).is_some_and(|noun| !noun.time && !noun.pronoun)),
            GroupKind::Noun(noun) if !noun.time && !noun.pronoun && noun.verb.is_none() => {
                let pronoun = self.noun(subject)?.pronoun;
                (pronoun && noun.preposition.is_none()).then_some(before)
            }
            _ => None,
        }
    }

    /// "designed, built and shipped 12 trains": the last verb's object is that of all.
    fn shared_objects(&mut self) {
        for at in (0..self.groups.len()).rev() {
            let Some(verb) = self.verb(at) else { continue };
            if verb.object.is_some() || verb.passive {
                continue;
            }
            let (form, subject) = (verb.form, verb.subject);
            let mut next = at + 1;
            while matches!(
                self.kind(next),
                Some(GroupKind::Comma | GroupKind::Conjunction(_) | GroupKind::Adverb(_))
            ) {
                next += 1;
            }
            let joined = next > at + 1;
            if let Some(other) = self.verb(next).filter(|_| joined) {
                if other.subject == subject && other.form == form && !other.passive {
                    let object = other.object;
                    if let Some(verb) = self.verb_mut(at) {
                        verb.object = object;
                    }
                }
            }
        }
    }

    /// The noun that a clause without relative pronoun describes is its object: "a tariff it slapped on cars".
    fn contact(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        if !verb.finite() || verb.object.is_some() || verb.passive {
            return;
        }
        let Some(subject) = verb.subject.filter(|subject| *subject < at) else {
            return;
        };
        let described = subject
            .checked_sub(1)
            .filter(|_| self.noun(subject).is_some_and(|noun| noun.pronoun));
        let Some(described) = described else { return };
        if self
            .noun(described)
            .is_some_and(|noun| !noun.time && !noun.pronoun && noun.verb.is_none())
        {
            if let Some(verb) = self.verb_mut(at) {
                verb.object = Some(described);
                verb.relative = true;
            }
            self.govern(described, at);
        }
    }

    /// Participles before their clause: "By encouraging X, the plan is …".
    fn fronted(&mut self) {
        let mut waiting: Vec<GroupId> = Vec::new();
        for at in 0..self.groups.len() {
            let Some(verb) = self.verb(at) else {
                if matches!(self.groups[at].kind, GroupKind::Stop) {
                    waiting.clear();
                }
                continue;
            };
            if verb.finite() {
                let subject = verb.subject;
                for early in waiting.drain(..) {
                    if let Some(early) = self.verb_mut(early) {
                        early.subject = subject;
                        early.parent = Some(at);
                    }
                }
            } else if verb.subject.is_none() {
                waiting.push(at);
            }
        }
    }

    /// How far to the right the phrases of a verb may stand.
    fn reaches(&mut self) {
        let mut reach = self.groups.len();
        for at in (0..self.groups.len()).rev() {
            match &mut self.groups[at].kind {
                GroupKind::Verb(verb) => {
                    verb.reach = reach;
                    let participle = verb.form == VerbForm::Participle;
                    if !participle {
                        reach = at;
                    }
                }
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Relative => reach = at,
                _ => {}
            }
        }
    }
}

#[derive(Default)]
struct Found {
    subject: Option<GroupId>,
    parent: Option<GroupId>,
    relative: bool,
    /// It is the subject of an earlier verb as well.
    shared: bool,
    /// That verb's modal.
    auxiliary: Option<(VerbForm, Option<WordId>)>,
    /// A headline's infinitive, which stands for the future: "Torrent to buy Siemens".
    headline: bool,
}
