//! Groups to clauses: coordination, apposition, subjects and objects.

use super::group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
use super::{ClauseWords, GroupId};
use crate::lexicon::Tag;
use crate::reading::Reading;

/// How far a subject is looked for. Longer ways occur only in lists and in hostile text.
const FAR: usize = 48;

/// Fills in what hangs on what.
pub(super) fn attach(reading: &Reading<'_>, words: &ClauseWords, groups: &mut [Group]) {
    let mut attach = Attach {
        reading,
        words,
        groups,
    };
    attach.prepositions();
    attach.coordinations();
    attach.appositions();
    attach.reduced();
    for verb in 0..attach.groups.len() {
        if matches!(attach.groups[verb].kind, GroupKind::Verb(_)) {
            attach.subject(verb);
            attach.object(verb);
        }
    }
    attach.fronted();
    attach.reaches();
}

struct Attach<'a, 'x> {
    reading: &'a Reading<'x>,
    words: &'a ClauseWords,
    groups: &'a mut [Group],
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
        for at in 0..self.groups.len() {
            match &mut self.groups[at].kind {
                GroupKind::Preposition(_) => {
                    preposition = Some(at);
                    possessed = None;
                }
                GroupKind::Noun(noun) => {
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
        while at < self.groups.len() {
            if self.noun(at).is_none() {
                at += 1;
                continue;
            }
            let members = self.members(at);
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
    fn members(&self, first: GroupId) -> Vec<GroupId> {
        let mut members = vec![first];
        let mut last = first;
        let mut closed = false;
        loop {
            let mut next = self.skip(last + 1);
            let mut comma = false;
            let mut joined = false;
            if matches!(self.kind(next), Some(GroupKind::Comma)) {
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
        if !closed {
            // Commas alone part an apposition; a list has its "and".
            members.truncate(1);
        }
        members
    }

    /// Whether no verb stands before it in its clause.
    fn opens_clause(&self, at: GroupId) -> bool {
        for before in (0..at).rev().take(FAR) {
            match &self.groups[before].kind {
                GroupKind::Verb(verb) if verb.finite() => return false,
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Relative => return true,
                _ => {}
            }
        }
        true
    }

    fn appositions(&mut self) {
        // From the right, so that the nearest noun group gets the name that follows it.
        for at in (0..self.groups.len()).rev() {
            let Some(noun) = self.noun(at) else { continue };
            if noun.time || noun.next.is_some() || noun.pronoun {
                continue;
            }
            let fronted = self.fronted_phrase(at);
            let mut next = self.skip(at + 1);
            let bracket = matches!(self.kind(next), Some(GroupKind::Open));
            if !bracket && !matches!(self.kind(next), Some(GroupKind::Comma)) {
                // "Ambassador of Japan to Pakistan, Kuinori Matsuda": over the phrases in between.
                next = self.over_phrases(next);
                if !matches!(self.kind(next), Some(GroupKind::Comma)) {
                    continue;
                }
            }
            let other = self.skip(next + 1);
            let named = noun.named;
            let Some(beside) = self.noun(other) else { continue };
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
            if closed && (bracket || named != beside.named) {
                if let Some(noun) = self.noun_mut(at) {
                    noun.apposition = Some(other);
                }
                if let Some(noun) = self.noun_mut(other) {
                    noun.apposition = noun.apposition.or(Some(at));
                }
            }
        }
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
            } else {
                break;
            }
        }
        at
    }

    /// A past tense that is a participle: "cars exported to Japan rose", "cars built by Honda are".
    fn reduced(&mut self) {
        for at in 1..self.groups.len() {
            let Some(verb) = self.verb(at) else { continue };
            let token = verb.head as usize;
            if verb.form != VerbForm::Past
                || self.reading.tag(token) != Tag::VerbPast
                || self.noun(at - 1).is_none()
            {
                continue;
            }
            let both = self
                .reading
                .lexicon
                .word(self.reading.ids[token])
                .tags
                .has(Tag::VerbPart);
            let after = self.skip(at + 1);
            let end = self.over_phrases(after);
            let by = matches!(self.kind(after), Some(GroupKind::Preposition(id)) if *id == self.words.by);
            if both && end > after && (self.finite_at(end) || by) {
                if let Some(verb) = self.verb_mut(at) {
                    verb.form = VerbForm::Participle;
                    verb.passive = true;
                }
            }
        }
    }

    fn subject(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        let (form, finite) = (verb.form, verb.finite());
        let inverted = finite && !verb.passive && self.inverted(at);
        let mut found = match form {
            VerbForm::Infinitive => self.infinitive(at),
            VerbForm::Participle | VerbForm::Gerund => self.participle(at),
            _ => self.finite(at),
        };
        // A subject of its own before the verb speaks against one behind it.
        if inverted && (found.subject.is_none() || found.shared) {
            found = Found {
                subject: Some(self.skip(at + 1)),
                ..Found::default()
            };
        }
        if let Some(verb) = self.verb_mut(at) {
            verb.subject = found.subject;
            verb.parent = found.parent;
            verb.relative = found.relative;
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
            Some(GroupKind::Quote) => true,
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
            && match self.kind(end) {
                None | Some(GroupKind::Comma | GroupKind::Quote) => true,
                Some(GroupKind::Other) => end + 2 >= self.groups.len(),
                _ => false,
            }
            && self.noun(speaker).is_some_and(|noun| !noun.pronoun)
    }

    fn finite(&self, at: GroupId) -> Found {
        let mut joined = false;
        let mut passed_relative = false;
        let mut i = at;
        for _ in 0..FAR {
            let Some(before) = i.checked_sub(1) else { break };
            i = before;
            match &self.groups[i].kind {
                GroupKind::Conjunction(_) | GroupKind::Comma => joined = true,
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
                    if let Some(preposition) = noun.preposition {
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
                                Some(verb) if verb.finite() && !verb.relative => return self.shared(other),
                                Some(verb) => {
                                    passed_relative = verb.relative;
                                    i = other;
                                }
                                None => {}
                            }
                        }
                        _ => {
                            let named = noun.apposition.filter(|other| *other < i);
                            return Found {
                                subject: Some(named.unwrap_or(i)),
                                ..Found::default()
                            };
                        }
                    }
                }
                GroupKind::Verb(verb) => {
                    if verb.finite() && !verb.relative {
                        if joined {
                            return self.shared(i);
                        }
                        break;
                    }
                    passed_relative |= verb.relative;
                }
                GroupKind::Subordinator(_) | GroupKind::Stop | GroupKind::Open => break,
                _ => {}
            }
        }
        Found::default()
    }

    fn shared(&self, other: GroupId) -> Found {
        Found {
            subject: self.verb(other).and_then(|verb| verb.subject),
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
                    if bare && noun.named && governor.is_some() {
                        return Found {
                            subject: Some(i),
                            parent: governor,
                            ..Found::default()
                        };
                    }
                    if bare && governor.is_some() && i + 1 == at {
                        let subject = governor
                            .and_then(|verb| self.verb(verb))
                            .and_then(|verb| verb.subject);
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

    /// The noun group that a relative pronoun stands for.
    fn antecedent(&self, relative: GroupId) -> Option<GroupId> {
        for i in (0..relative).rev().take(6) {
            match &self.groups[i].kind {
                GroupKind::Noun(noun) if !noun.time => return Some(noun.chain.unwrap_or(i)),
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
        let Some(noun) = self.noun(next) else { return };
        if noun.time {
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
            )
            && self
                .verb(after)
                .is_some_and(|verb| verb.form != VerbForm::Past || !self.could_be_participle(verb));
        if begins_clause {
            return;
        }
        if let Some(verb) = self.verb_mut(at) {
            verb.object = Some(next);
        }
        self.govern(next, at);
    }

    fn could_be_participle(&self, verb: &VerbGroup) -> bool {
        let token = verb.head as usize;
        verb.head as usize == token
            && self
                .reading
                .lexicon
                .word(self.reading.ids[token])
                .tags
                .has(Tag::VerbPart)
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
}
