//! The grammar of a sentence, once for all rules: noun groups and verb groups, and which noun group fills which
//! slot of which verb or noun. After FASTUS (Hobbs et al., 1997): cascaded, always succeeds, linear time.

mod absolute;
mod attach;
mod group;
mod show;
mod slot;
mod speech;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
pub(crate) use slot::{Filling, Slot};
pub(crate) use words::ClauseWords;

use crate::lexicon::WordId;
use crate::mention::{Kind, Mention, Value};
use crate::reading::Reading;
use crate::token::Sentence;

/// The number of a group in its sentence.
pub(crate) type GroupId = usize;

/// How many groups a line without a verb may have.
const LINE: usize = 16;

/// A sentence read as far as its clauses.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) groups: Vec<Group>,
    /// The verbs of saying that have a subject and tell what it says.
    said: Vec<GroupId>,
    /// Those according to whom something is so.
    vouched: Vec<GroupId>,
    buffers: attach::Buffers,
}

impl Clauses {
    /// Reads one sentence. `mentions` are those of the article.
    pub(crate) fn read(
        &mut self,
        reading: &Reading<'_>,
        mentions: &Outermost<'_, '_>,
        sentence: Sentence,
        words: &ClauseWords,
    ) {
        self.groups.clear();
        group::groups(reading, mentions, sentence, words, &mut self.groups);
        attach::attach(reading, words, &mut self.groups, &mut self.buffers);
        let mut said = std::mem::take(&mut self.said);
        said.clear();
        let says = |at: &GroupId| {
            let verb = self.verb(*at).filter(|verb| verb.finite() && !verb.passive);
            verb.is_some_and(|verb| verb.subject.is_some() && verb.says)
        };
        said.extend(self.buffers.verbs().filter(says));
        self.said = said;
        let mut vouched = std::mem::take(&mut self.vouched);
        vouched.clear();
        let told = |at: GroupId| (at + 1..at + 3).find(|next| self.noun(*next).is_some());
        vouched.extend(self.buffers.vouchers().filter_map(told));
        self.vouched = vouched;
    }

    pub(crate) fn verb(&self, id: GroupId) -> Option<&VerbGroup> {
        match &self.groups.get(id)?.kind {
            GroupKind::Verb(verb) => Some(verb),
            _ => None,
        }
    }

    pub(crate) fn noun(&self, id: GroupId) -> Option<&NounGroup> {
        match &self.groups.get(id)?.kind {
            GroupKind::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    /// The verb that has this noun group, or one it is coordinated with, as its object or (passive) subject.
    pub(crate) fn governor(&self, noun: GroupId) -> Option<GroupId> {
        self.noun(noun)?.verb.or_else(|| {
            // "a memorandum of understanding signed by": the participle stands behind a bare noun that `of` ties on.
            let of = matches!(self.groups.get(noun + 1)?.kind, GroupKind::Preposition(_));
            let tied = &self.groups.get(noun + 2)?;
            let GroupKind::Noun(bare) = &tied.kind else {
                return None;
            };
            let participle = bare.verb.filter(|verb| {
                *verb == noun + 3
                    && self
                        .verb(*verb)
                        .is_some_and(|verb| verb.form == VerbForm::Participle)
            });
            participle.filter(|_| of && !bare.named && tied.end - tied.first == 1)
        })
    }

    /// Who does what a participle says of a noun: "the delegation, headed by the minister".
    pub(crate) fn agent(&self, noun: GroupId, words: &ClauseWords) -> Option<GroupId> {
        let near = noun + 1..self.groups.len().min(noun + 8);
        let participle = near.filter(|at| {
            self.verb(*at).is_some_and(|verb| {
                let of_it = |subject| subject == noun || self.describes_over(*at, subject, noun);
                verb.form == VerbForm::Participle
                    && verb.subject.is_some_and(of_it)
                    && !words.witnesses.contains(verb.lemma)
            })
        });
        let by = participle.map(|at| at + 1).find(|at| {
            matches!(self.groups.get(*at).map(|group| &group.kind), Some(GroupKind::Preposition(word)) if *word == words.by)
        })?;
        self.noun(by + 1)?;
        Some(self.possessed(by + 1))
    }

    /// The verb that acts on what `of` takes a part of a noun by: "took 300 tonnes of exports", "accounted for $3m of exports".
    pub(crate) fn part_taker(&self, noun: GroupId, of: WordId, for_: WordId) -> Option<GroupId> {
        let is = |at: GroupId, word: WordId| matches!(self.groups[at].kind, GroupKind::Preposition(found) if found == word);
        let part = self
            .noun(noun)?
            .preposition
            .filter(|at| is(*at, of))?
            .checked_sub(1)?;
        let figure = self.noun(part)?;
        let behind = || {
            let verb = figure.preposition.filter(|at| is(*at, for_))?.checked_sub(1)?;
            self.verb(verb).map(|_| verb)
        };
        figure.verb.filter(|verb| *verb < part).or_else(behind)
    }

    /// The noun group that `of`, `from` or `by` ties to one: "executives of Tesla".
    pub(crate) fn tied(&self, noun: GroupId, words: &ClauseWords) -> Option<GroupId> {
        // "the trade ministers (TMs) of Peru"
        let kind = |at: GroupId| self.groups.get(at).map(|group| &group.kind);
        let bracket = matches!(kind(noun + 1), Some(GroupKind::Open))
            && matches!(kind(noun + 3), Some(GroupKind::Close));
        let noun = if bracket { noun + 3 } else { noun };
        let GroupKind::Preposition(word) = self.groups.get(noun + 1)?.kind else {
            return None;
        };
        let ties = word == words.by || word == words.of || word == words.from;
        (ties && self.noun(noun + 2).is_some()).then(|| self.possessed(noun + 2))
    }

    /// Whether a verb that describes a noun tells as well of one before it that this hangs on: "a ban on wheat by road that
    /// Kenya imposed", "a tax on tyres imposed by Kenya".
    pub(crate) fn describes_over(&self, verb: GroupId, noun: GroupId, head: GroupId) -> bool {
        let describes = || {
            self.verb(verb).is_some_and(|verb| {
                verb.relative || verb.form == VerbForm::Participle || verb.object == Some(noun)
            })
        };
        head < noun && noun < verb && describes() && self.hangs_on(noun, head)
    }

    /// Whether a noun group hangs on another one by a chain of phrases: "a ban on wheat by road", "a ban on importing wheat".
    fn hangs_on(&self, noun: GroupId, head: GroupId) -> bool {
        let gerund = |at: GroupId| self.verb(at).is_some_and(|verb| verb.form == VerbForm::Gerund);
        let mut at = head + 1;
        while at < noun && matches!(self.groups[at].kind, GroupKind::Preposition(_)) {
            at += 1;
            if gerund(at) && at < noun && self.noun(at + 1).is_some() {
                at += 1;
            }
            if self.noun(at).is_none() && !gerund(at) {
                return false;
            }
            if at == noun {
                return true;
            }
            at += 1;
        }
        false
    }

    /// What a verb has in the place of its noun: that noun, or the bare noun tied to it (`memorandum of understanding`).
    fn stands_as(&self, noun: GroupId, filler: Option<GroupId>) -> bool {
        let first = self.noun(noun).and_then(|noun| noun.chain).unwrap_or(noun);
        filler == Some(first)
            || filler == Some(noun + 2)
                && self.noun(noun).is_some_and(|noun| noun.verb.is_none())
                && self.governor(noun).is_some()
    }
}

/// The mentions that lie in no other one, by token: what noun groups are built of.
#[derive(Debug)]
pub(crate) struct Outermost<'a, 'x> {
    pub(crate) mentions: &'a [Mention<'x>],
    /// For each token the outermost mention that begins there.
    starts: Vec<u32>,
    /// For each token how many mentions begin before it.
    before: Vec<u32>,
}

impl<'a, 'x> Outermost<'a, 'x> {
    const NONE: u32 = u32::MAX;

    pub(crate) fn new(mentions: &'a [Mention<'x>], tokens: usize) -> Self {
        let mut starts = vec![Self::NONE; tokens];
        let mut before = Vec::with_capacity(tokens);
        let mut reach = 0;
        for (i, mention) in mentions.iter().enumerate() {
            // Mentions stand in the order of the text, the longer first.
            if mention.first >= reach {
                if let Some(slot) = starts.get_mut(mention.first as usize) {
                    *slot = i as u32;
                }
                reach = mention.end;
            }
            if before.len() <= mention.first as usize {
                before.resize(mention.first as usize + 1, i as u32);
            }
        }
        before.resize(before.len().max(tokens), mentions.len() as u32);
        Self {
            mentions,
            starts,
            before,
        }
    }

    /// The outermost mention that begins at a token.
    pub(crate) fn at(&self, token: usize) -> Option<&'a Mention<'x>> {
        let id = *self.starts.get(token)?;
        self.mentions.get(id as usize)
    }

    /// The mentions that lie within a run of tokens, outer and inner ones.
    pub(crate) fn within(&self, first: u32, end: u32) -> impl Iterator<Item = &'a Mention<'x>> + Clone {
        let mentions = self.mentions;
        let from = self.before.get(first as usize);
        mentions[from.map_or(mentions.len(), |from| *from as usize)..]
            .iter()
            .take_while(move |mention| mention.first < end)
            .filter(move |mention| mention.end <= end)
    }

    /// The sum that a bracket at a token holds, and the token after the bracket: "($39.8 billion)", "(or about $1.1 billion)".
    pub(crate) fn sum_in_brackets(
        &self,
        reading: &Reading<'_>,
        open: usize,
    ) -> Option<(&'a Mention<'x>, usize)> {
        /// As many words as `or about`, `equivalent to`.
        const LONG: usize = 2;
        if !reading.tokens.get(open)?.is(b'(') {
            return None;
        }
        let sum = (open + 1..=open + 1 + LONG).find_map(|at| self.at(at))?;
        let mut close = sum.end as usize;
        // "(£22bn, €29.4bn)": in several currencies.
        for _ in 0..LONG {
            let Some(next) = self.at(close + 1).filter(|next| next.kind() == Kind::Money) else {
                break;
            };
            let parted = reading
                .tokens
                .get(close)
                .is_some_and(|token| token.is(b',') || token.is(b';') || token.is(b'/'));
            if !parted && !reading.is(close, "or") {
                break;
            }
            close = next.end as usize;
        }
        let closed = reading.tokens.get(close).is_some_and(|token| token.is(b')'));
        (closed && sum.kind() == Kind::Money).then_some((sum, close + 1))
    }

    /// The sum in brackets that tells another one right before it in a second currency: "26.02 rupees (41 sen) a litre".
    pub(crate) fn converted(
        &self,
        reading: &Reading<'_>,
        sum: &Mention<'_>,
    ) -> Option<(&'a Mention<'x>, usize)> {
        let (other, end) = self.sum_in_brackets(reading, sum.end as usize)?;
        match (sum.value(), other.value()) {
            (Value::Money { currency: one, .. }, Value::Money { currency: two, .. }) if one != two => {
                Some((other, end))
            }
            _ => None,
        }
    }
}
