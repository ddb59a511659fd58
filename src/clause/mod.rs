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

pub(crate) use group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
pub(crate) use slot::{Filling, Slot};

use crate::lexicon::{anaphor, name_context, ClassWords, Lexicon, List, WordId, WordSet};
use crate::mention::{Kind, Mention, Value};
use crate::reading::Reading;
use crate::token::Sentence;

/// The number of a group in its sentence.
pub(crate) type GroupId = usize;

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

/// The few words that the grammar tells apart by themselves, and those of the list `clause_words`.
#[derive(Debug)]
pub(crate) struct ClauseWords {
    pub(crate) and: WordId,
    pub(crate) as_: WordId,
    pub(crate) than: WordId,
    pub(crate) by: WordId,
    pub(crate) according: WordId,
    pub(crate) for_: WordId,
    pub(crate) in_: WordId,
    pub(crate) of: WordId,
    pub(crate) respectively: WordId,
    pub(crate) we: WordId,
    pub(crate) worth: WordId,
    /// Verbs that tell a figure of their subject: `reported 300 cars sold`.
    pub(crate) tells: WordSet,
    pub(crate) that: WordId,
    pub(crate) those: WordId,
    pub(crate) they: WordId,
    pub(crate) it: WordId,
    pub(crate) to: WordId,
    pub(crate) with: WordId,
    pub(crate) on: WordId,
    pub(crate) at: WordId,
    pub(crate) from: WordId,
    pub(crate) be: WordId,
    pub(crate) under: WordId,
    pub(crate) become_: WordId,
    pub(crate) remain: WordId,
    /// What somebody makes who will then do what an infinitive says: `an offer from Siemens to buy`.
    pub(crate) offers: WordSet,
    /// Participles that tell what something is worth: `valued at`.
    pub(crate) valued: WordSet,
    /// Participles that tell where something goes: `bound for`.
    destined: WordSet,
    pub(crate) let_: WordId,
    help: WordId,
    pub(crate) have: WordId,
    /// Words that make one preposition with the next: `because of`, `according to`.
    pub(crate) compound: WordSet,
    /// What a price is for beside the listed units: `$20 a share`.
    units: WordSet,
    /// `itself`, which tells of nobody else.
    reflexives: WordSet,
    /// What somebody would have done with what is named behind it: `wants 300 trams rebuilt`.
    pub(crate) wants: WordSet,
    /// Verbs that name who gets a thing before the thing: `sold Kenya 40 buses`.
    pub(crate) gives: WordSet,
    /// What any company may be called.
    firms: WordSet,
    /// What a company is called by its trade or size: `producer`, `giant`.
    traders: WordSet,
    /// How much of what follows is meant: `some of the`.
    pub(crate) parts: WordSet,
    /// What tells how large a share is: `a third`, `5 percent`.
    pub(crate) shares: WordSet,
    /// Verbs by which somebody does not do what `from` and a gerund say: `prevented Siemens from buying`.
    pub(crate) hinders: WordSet,
    /// Verbs that have no passive: `fail`, `arrive`.
    never_passive: WordSet,
    /// Which way somebody or something goes: `sent home 300 people`, `north of Lima`.
    pub(crate) directions: WordSet,
    /// What follows how far it is: `45 km from Lima`, `outside`.
    pub(crate) away: WordSet,
    /// Which way a figure has gone, told without a verb: `up`, `down`.
    pub(crate) ways: WordSet,
    /// What a clause behind `that` tells: `news`, `fear`.
    contents: WordSet,
    /// What a figure is told for: `month`, `season`.
    periods: WordSet,
    /// What tells how big the figure behind it is: "a record $6bn".
    sized: WordSet,
    /// What tells which of several a thing is: `third`.
    ranks: WordSet,
    /// Behind `not`, they deny nothing: `not only`.
    merely: WordSet,
    /// What only sums a figure up: `a total of`.
    sums: WordSet,
    /// Verbs whose figures are of something else than what was told before: `cost`, `invest`.
    pub(crate) other_figures: WordSet,
    /// What is grown, mined or made and traded: `wheat`, `garments`.
    pub(crate) wares: WordSet,
    /// Those of them that tell nothing of what it is: `product`.
    pub(crate) any_wares: WordSet,
    /// Pronouns that stand for a thing.
    pub(crate) things: WordSet,
    /// What those who govern are called.
    pub(crate) offices: WordSet,
    /// What those are called who have or have made what is named before them: `7-Eleven owner Seven & i`.
    pub(crate) owners: WordSet,
    /// What an office is called before it is told which: `the post of`.
    posts: WordSet,
    /// What something is told to be the cause of: "as a result of rain".
    outcomes: WordSet,
    /// Those who decide for a firm: `board`, `shareholders`.
    pub(crate) bodies: WordSet,
    /// What tells where something comes from: `Chinese-built cars`, `Kenyan-grown tea`.
    pub(crate) made: WordSet,
    /// What stands for several who may be named behind it: `consortium`, `investors`.
    pub(crate) collectives: WordSet,
    /// What they do who come first among them: `led by`.
    pub(crate) heads: WordSet,
    /// What stands between several and their names: `of`, `including`, `comprising`.
    pub(crate) membership: WordSet,
    /// What goes with `with` to tell who else does it: `together`, `along`, `in partnership`.
    pub(crate) jointly: WordSet,
    /// What is told apart by number: `Plant 76`, `Terminal 5`.
    numbered: WordSet,
    /// What a law takes or comes into: `effect`, `force`.
    force: WordSet,
    /// What comes on top of a figure told before: "a further 40 cars".
    pub(crate) further: WordSet,
    /// What tells that a statistic is of all there is: "total exports".
    pub(crate) whole: WordSet,
    /// What stands between a figure and what it is told for: "$3 a share", "40 tonnes each day".
    pub(crate) each: WordSet,
    /// A time that figures are told for: "40 tonnes a day".
    pub(crate) pace: WordSet,
    /// The same in one word: `daily`.
    pub(crate) paced: WordSet,
    /// What stands before another name of the same: `formerly`.
    renamed: WordSet,
    /// Who does this to a report has not written it: `a letter seen by Reuters`.
    witnesses: WordSet,
    /// Verbs of saying.
    say: WordSet,
}

impl ClauseWords {
    pub(crate) fn new(lexicon: &Lexicon, classes: &ClassWords<'_>) -> Self {
        Self {
            and: lexicon.find("and"),
            as_: lexicon.find("as"),
            than: lexicon.find("than"),
            by: lexicon.find("by"),
            according: lexicon.find("according"),
            for_: lexicon.find("for"),
            in_: lexicon.find("in"),
            of: lexicon.find("of"),
            respectively: lexicon.find("respectively"),
            we: lexicon.find("we"),
            worth: lexicon.find("worth"),
            tells: classes.of("tell"),
            that: lexicon.find("that"),
            those: lexicon.find("those"),
            they: lexicon.find("they"),
            it: lexicon.find("it"),
            to: lexicon.find("to"),
            with: lexicon.find("with"),
            on: lexicon.find("on"),
            at: lexicon.find("at"),
            from: lexicon.find("from"),
            be: lexicon.find("be"),
            under: lexicon.find("under"),
            become_: lexicon.find("become"),
            remain: lexicon.find("remain"),
            offers: classes.of("offer"),
            valued: classes.of("valued"),
            destined: classes.of("destined"),
            let_: lexicon.find("let"),
            help: lexicon.find("help"),
            have: lexicon.find("have"),
            compound: classes.of("compound"),
            units: classes.of("unit"),
            reflexives: classes.of("reflexive"),
            wants: classes.of("want"),
            gives: classes.of("give"),
            firms: classes.of("any company"),
            traders: descriptions_of_companies(lexicon),
            parts: classes.of("part"),
            witnesses: classes.of("witness"),
            shares: classes.of("share"),
            hinders: classes.of("hinder"),
            never_passive: classes.of("never passive"),
            directions: classes.of("direction"),
            away: classes.of("away"),
            ways: classes.of("way"),
            contents: classes.of("content"),
            periods: classes.of("period"),
            sized: classes.of("sized"),
            ranks: classes.of("rank"),
            merely: classes.of("merely"),
            sums: classes.of("sum"),
            other_figures: classes.of("other figure"),
            wares: classes.of("ware"),
            any_wares: classes.of("any ware"),
            things: classes.of("thing"),
            offices: classes.of("office"),
            owners: classes.of("owner"),
            posts: classes.of("post"),
            outcomes: classes.of("outcome"),
            bodies: classes.of("body"),
            made: classes.of("made"),
            collectives: classes.of("collective"),
            heads: classes.of("heads"),
            membership: classes.of("membership"),
            jointly: classes.of("jointly"),
            numbered: classes.of("numbered"),
            force: classes.of("force"),
            further: classes.of("further"),
            whole: classes.of("whole"),
            each: classes.of("each"),
            pace: classes.of("pace"),
            paced: classes.of("paced"),
            renamed: classes.of("renamed"),
            say: verbs_of_saying(lexicon),
        }
    }

    /// Whether a verb of this lemma tells what somebody says.
    pub(crate) fn says(&self, lemma: WordId) -> bool {
        self.say.contains(lemma)
    }
}

fn descriptions_of_companies(lexicon: &Lexicon) -> WordSet {
    let rows = lexicon.rows(List::Anaphors);
    let companies = rows.filter(|row| {
        lexicon.cell(*row, anaphor::KIND) == "organisation" && lexicon.cell(*row, anaphor::BY).is_empty()
    });
    companies
        .map(|row| lexicon.find(lexicon.cell(row, anaphor::WORD)))
        .collect()
}

fn verbs_of_saying(lexicon: &Lexicon) -> WordSet {
    let rows = lexicon.rows(List::NameContext);
    let say = rows.filter(|row| lexicon.cell(*row, name_context::CLASS) == "say");
    say.map(|row| lexicon.find(lexicon.cell(row, name_context::FORM)))
        .collect()
}
