//! The grammar of a sentence, once for all rules: noun groups and verb groups, and which noun group fills which
//! slot of which verb or noun. After FASTUS (Hobbs et al., 1997): cascaded, always succeeds, linear time.

mod attach;
mod group;
mod show;
mod slot;
mod speech;
#[cfg(test)]
mod tests;

pub(crate) use group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
pub(crate) use slot::{Filling, Slot};

use crate::mention::Mention;
use crate::reading::Reading;
use crate::token::Sentence;

/// The number of a group in its sentence.
pub(crate) type GroupId = usize;

/// A sentence read as far as its clauses.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) groups: Vec<Group>,
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
        group::groups(reading, mentions, sentence, &mut self.groups);
        attach::attach(reading, words, &mut self.groups, &mut self.buffers);
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
            self.verb(*at)
                .is_some_and(|verb| verb.form == VerbForm::Participle && verb.subject == Some(noun))
        });
        let by = participle.map(|at| at + 1).find(|at| {
            matches!(self.groups.get(*at).map(|group| &group.kind), Some(GroupKind::Preposition(word)) if *word == words.by)
        })?;
        self.noun(by + 1)?;
        Some(self.possessed(by + 1))
    }

    /// The noun group that `of`, `from` or `by` ties to one: "executives of Tesla".
    pub(crate) fn tied(&self, noun: GroupId, words: &ClauseWords) -> Option<GroupId> {
        let GroupKind::Preposition(word) = self.groups.get(noun + 1)?.kind else {
            return None;
        };
        let ties = word == words.by || word == words.of || word == words.from;
        (ties && self.noun(noun + 2).is_some()).then(|| self.possessed(noun + 2))
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
    pub(crate) fn within(&self, first: u32, end: u32) -> impl Iterator<Item = &'a Mention<'x>> {
        let mentions = self.mentions;
        let from = self.before.get(first as usize);
        mentions[from.map_or(mentions.len(), |from| *from as usize)..]
            .iter()
            .take_while(move |mention| mention.first < end)
            .filter(move |mention| mention.end <= end)
    }
}

/// The few closed-class words that the grammar tells apart by themselves.
#[derive(Debug)]
pub(crate) struct ClauseWords {
    pub(crate) as_: crate::lexicon::WordId,
    pub(crate) by: crate::lexicon::WordId,
    pub(crate) for_: crate::lexicon::WordId,
    pub(crate) of: crate::lexicon::WordId,
    pub(crate) respectively: crate::lexicon::WordId,
    pub(crate) we: crate::lexicon::WordId,
    pub(crate) worth: crate::lexicon::WordId,
    /// Verbs that tell a figure of their subject: `reported 300 cars sold`.
    pub(crate) tells: Vec<crate::lexicon::WordId>,
    pub(crate) that: crate::lexicon::WordId,
    pub(crate) those: crate::lexicon::WordId,
    pub(crate) to: crate::lexicon::WordId,
    pub(crate) with: crate::lexicon::WordId,
    pub(crate) from: crate::lexicon::WordId,
    pub(crate) be: crate::lexicon::WordId,
    pub(crate) under: crate::lexicon::WordId,
    pub(crate) become_: crate::lexicon::WordId,
    /// What somebody makes who will then do what an infinitive says: `an offer from Siemens to buy`.
    pub(crate) offers: [crate::lexicon::WordId; 6],
    /// Participles that tell what something is worth: `valued at`.
    pub(crate) valued: [crate::lexicon::WordId; 4],
    pub(crate) let_: crate::lexicon::WordId,
    /// Words that make one preposition with the next: `because of`, `according to`.
    pub(crate) compound: Vec<crate::lexicon::WordId>,
    /// Verbs of saying, in the order of their numbers.
    say: Vec<crate::lexicon::WordId>,
}

impl ClauseWords {
    pub(crate) fn new(lexicon: &crate::lexicon::Lexicon) -> Self {
        Self {
            as_: lexicon.find("as"),
            by: lexicon.find("by"),
            for_: lexicon.find("for"),
            of: lexicon.find("of"),
            respectively: lexicon.find("respectively"),
            we: lexicon.find("we"),
            worth: lexicon.find("worth"),
            tells: [
                "report", "post", "see", "log", "record", "register", "announce", "notch",
            ]
            .iter()
            .map(|word| lexicon.find(word))
            .collect(),
            that: lexicon.find("that"),
            those: lexicon.find("those"),
            to: lexicon.find("to"),
            with: lexicon.find("with"),
            from: lexicon.find("from"),
            be: lexicon.find("be"),
            under: lexicon.find("under"),
            become_: lexicon.find("become"),
            offers: ["offer", "bid", "proposal", "approach", "pledge", "plan"].map(|word| lexicon.find(word)),
            valued: ["value", "price", "estimate", "put"].map(|word| lexicon.find(word)),
            let_: lexicon.find("let"),
            compound: [
                "according",
                "accord",
                "because",
                "ahead",
                "instead",
                "out",
                "due",
                "thanks",
                "owing",
                "prior",
            ]
            .map(|word| lexicon.find(word))
            .to_vec(),
            say: verbs_of_saying(lexicon),
        }
    }

    /// Whether a verb of this lemma tells what somebody says.
    pub(crate) fn says(&self, lemma: crate::lexicon::WordId) -> bool {
        self.say.binary_search(&lemma).is_ok()
    }
}

fn verbs_of_saying(lexicon: &crate::lexicon::Lexicon) -> Vec<crate::lexicon::WordId> {
    use crate::lexicon::{name_context, List};
    let mut say: Vec<_> = lexicon
        .rows(List::NameContext)
        .filter(|row| lexicon.cell(*row, name_context::CLASS) == "say")
        .map(|row| lexicon.find(lexicon.cell(row, name_context::FORM)))
        .filter(|word| *word != crate::lexicon::WordId::UNKNOWN)
        .collect();
    say.sort_unstable();
    say
}
