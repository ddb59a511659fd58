//! What fills a role.

use super::anaphora::Anaphors;
use super::course::Course;
use super::{Accept, Multiple};
use crate::clause::{ClauseWords, Clauses, Group, GroupId, GroupKind, NounGroup, Outermost, Slot};
use crate::lexicon::{Lexicon, Tag, WordId};
use crate::mention::{organisation, Kind, Mention, MentionId, Value};
use crate::reading::Reading;
use crate::text::Span;

/// Who or what fills a role of an event, and where the article says so.
#[derive(Clone, Copy, Debug)]
pub struct Filler<'x> {
    pub(crate) mention: Option<MentionId>,
    pub(crate) span: Span,
    pub(crate) slot: &'x str,
    pub(crate) inherited: bool,
    pub(crate) falling: bool,
    pub(crate) word: Option<&'x str>,
    pub(crate) multiple: Option<Multiple>,
}

impl<'x> Filler<'x> {
    /// Words that are no mention.
    pub(super) fn of_words(span: Span, slot: &'x str) -> Self {
        Self {
            mention: None,
            span,
            slot,
            inherited: false,
            falling: false,
            word: None,
            multiple: None,
        }
    }

    /// The mention, unless a noun group that is none fills the role.
    #[must_use]
    pub fn mention(&self) -> Option<MentionId> {
        self.mention
    }

    /// Its bytes.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The slot it was taken from: `subject`, `to`, `possessive` …
    #[must_use]
    pub fn slot(&self) -> &'x str {
        self.slot
    }

    /// Whether it was taken from another sentence than the trigger's.
    #[must_use]
    pub fn inherited(&self) -> bool {
        self.inherited
    }

    /// Whether the figure tells a fall.
    #[must_use]
    pub fn falling(&self) -> bool {
        self.falling
    }

    /// The word that the rule sets, for roles such as the change of jobs.
    #[must_use]
    pub fn word(&self) -> Option<&'x str> {
        self.word
    }

    /// The change that a verb tells without a figure: `doubled`.
    #[must_use]
    pub fn multiple(&self) -> Option<Multiple> {
        self.multiple
    }
}

impl Slot {
    /// Its name in rules.
    pub(crate) fn name(self, lexicon: &Lexicon) -> &str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::Complement => "complement",
            Self::Possessive | Self::Own => "possessive",
            Self::Modifier => "modifier",
            Self::Support => "support",
            Self::Bystander => "bystander",
            Self::Source => "source",
            Self::Means => "means",
            Self::Predicate => "predicate",
            Self::Trigger => "trigger",
            Self::Time => "time",
            Self::Level => "level",
            Self::Change => "change",
            Self::Previous => "previous",
            Self::Quotation => "quotation",
            Self::Clause => "clause",
            Self::Infinitive => "infinitive",
            Self::Label => "label",
            Self::Preposition(word) => lexicon.word_text(word),
        }
    }
}

/// In how many mentions before it a person's office is looked for.
const NAMED: usize = 64;

/// How many possessors of possessors are asked who acts.
const OWNERS: usize = 4;

pub(super) static PERSON: [Accept; 1] = [Accept::Kind(Kind::Person)];
pub(super) static ORGANISATION: [Accept; 1] = [Accept::Kind(Kind::Organisation)];

/// Whether mentions of a kind are taken.
pub(super) fn takes(accept: &[Accept], kind: Kind) -> bool {
    accept
        .iter()
        .any(|accept| matches!(accept, Accept::Kind(taken) if *taken == kind))
}

/// Whether noun groups that are no mentions are taken.
fn is_open(accept: &[Accept]) -> bool {
    accept
        .iter()
        .any(|accept| matches!(accept, Accept::Phrase | Accept::Words(_) | Accept::With(_)))
}

/// What a rule sees of a sentence.
pub(super) struct Sight<'a, 'x> {
    pub(super) reading: &'a Reading<'x>,
    pub(super) mentions: &'a Outermost<'a, 'x>,
    pub(super) clauses: &'a Clauses,
    pub(super) words: &'a ClauseWords,
    pub(super) anaphors: &'a Anaphors,
    pub(super) course: &'a Course<'x>,
}

impl<'x> Sight<'_, 'x> {
    fn filler(&self, mention: &Mention<'x>, slot: Slot) -> Filler<'x> {
        Filler {
            mention: Some(mention.id()),
            ..Filler::of_words(mention.span(), slot.name(self.reading.lexicon))
        }
    }

    /// Adds what a noun group gives to a role; tells whether it gave anything.
    pub(super) fn take(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let mut id = id;
        for _ in 0..OWNERS {
            if self.take_own(slot, id, accept, out) {
                return true;
            }
            // "its board approved", "Toyota's board approved": whose it is does it.
            let acts = matches!(slot, Slot::Subject | Slot::Support);
            let Some(noun) = self.clauses.noun(id).filter(|noun| {
                acts && (noun.own || noun.possessor.is_some())
                    && !is_open(accept)
                    && !self.is_beside(id, accept)
                    && !self.is_named_beside(noun)
            }) else {
                return false;
            };
            match noun.possessor {
                Some(possessor) => id = possessor,
                None if noun.own => {
                    let own = self.points_back(Slot::Own, id, accept);
                    let found = own.is_some();
                    out.extend(own);
                    return found;
                }
                None => return false,
            }
        }
        false
    }

    /// Whether a person stands beside a noun group, who is named rather than what it says of her: "the bank's chief,
    /// Mary Robinson".
    fn is_beside(&self, id: GroupId, accept: &[Accept]) -> bool {
        let beside = self.clauses.noun(id).and_then(|noun| noun.apposition);
        beside.is_some_and(|beside| takes(accept, Kind::Person) && self.names(beside, Kind::Person))
    }

    /// Whether the organisation is named that a noun group describes, which then acts itself: "Vale, the country's largest
    /// miner".
    fn is_named_beside(&self, noun: &NounGroup) -> bool {
        noun.apposition
            .is_some_and(|beside| self.names(beside, Kind::Organisation))
    }

    /// Adds what a noun group itself gives to a role.
    fn take_own(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let (group, Some(noun)) = (&self.clauses.groups[id], self.clauses.noun(id)) else {
            return false;
        };
        if let Some(mention) = self.points_back(slot, id, accept) {
            out.push(mention);
            return true;
        }
        if slot == Slot::Own {
            return false;
        }
        if matches!(slot, Slot::Subject | Slot::Support) && self.holder_of(id, accept, out) {
            return true;
        }
        // Where a person stands beside it, nobody stands for her.
        let accept = if self.is_beside(id, accept) {
            &PERSON
        } else {
            accept
        };
        let modifier = slot == Slot::Modifier;
        let end = if modifier { noun.head } else { group.end };
        let barred = |lemma: WordId| {
            accept
                .iter()
                .any(|accept| matches!(accept, Accept::Not(words) if words.contains(lemma)))
        };
        let accepted = accept;
        for accept in accept {
            match accept {
                Accept::Kind(_) | Accept::Sort(_) | Accept::Official => {
                    let from = out.len();
                    for mention in self.mentions.within(group.first, end).filter(|mention| {
                        self.is(mention, accept) && !self.is_of_barred_sort(mention, accepted)
                    }) {
                        let kind = mention.kind();
                        let heads = mention.first <= noun.head && noun.head < mention.end;
                        // Figures and models may stand before the head: "Corolla sedans".
                        let within = matches!(
                            kind,
                            Kind::Count
                                | Kind::Money
                                | Kind::Percent
                                | Kind::Measure
                                | Kind::Model
                                | Kind::Policy
                        );
                        if heads && kind == Kind::Count && barred(noun.lemma) {
                            continue;
                        }
                        // "Lahore-based Noor Solar": no place acts that only tells where.
                        let tells_where =
                            kind == Kind::Place && matches!(slot, Slot::Subject | Slot::Source) && !heads;
                        if tells_where {
                            continue;
                        }
                        // "Tylenol maker Kenvue", "Jaguar owner Tata": what tells who the one is that is named.
                        let describes = matches!(kind, Kind::Model | Kind::Organisation)
                            && !heads
                            && !modifier
                            && self.tells_whose(mention, noun);
                        if describes {
                            continue;
                        }
                        let own = heads || modifier || within;
                        if own || !is_open(accepted) && self.stands_for(group, noun, kind) {
                            out.push(self.filler(mention, slot));
                        }
                    }
                    if out.len() > from {
                        return true;
                    }
                }
                Accept::Words(words) => {
                    // "works" is more than the plural of "work".
                    let listed =
                        words.contains(noun.lemma) || words.contains(self.reading.ids[noun.head as usize]);
                    if listed && !barred(noun.lemma) && !self.is_namesake(id) {
                        // "a litre of milk" is milk.
                        let within = self.part_of(id).filter(|inner| {
                            self.clauses
                                .noun(*inner)
                                .is_some_and(|inner| words.contains(inner.lemma))
                        });
                        if let Some(inner) = within {
                            return self.take_own(slot, inner, accepted, out);
                        }
                        let name = self.mentions.within(group.first, end).find(|mention| {
                            mention.first <= noun.head
                                && noun.head < mention.end
                                && mention.kind() != Kind::Count
                        });
                        out.push(match name {
                            Some(mention) => self.filler(mention, slot),
                            None => self.phrase(slot, group.first, group.end),
                        });
                        return true;
                    }
                }
                Accept::Phrase => {
                    if modifier {
                        let mut end = noun.head;
                        while end > group.first && barred(self.reading.noun_lemma(end as usize - 1)) {
                            end -= 1;
                        }
                        if let Some(first) = self.modifier(group.first, end, barred) {
                            // "truck and bus sales"
                            if first == group.first {
                                out.extend(self.joined_modifier(slot, id));
                            }
                            out.push(self.phrase(slot, first, end));
                            return true;
                        }
                    } else if !barred(noun.lemma)
                        && !noun.named
                        && !noun.pronoun
                        && !noun.time
                        && !self.is_figure(noun.head)
                    {
                        out.push(self.phrase(slot, group.first, group.end));
                        return true;
                    }
                }
                Accept::Name => {
                    // "Prime Minister Modi": a title is nobody's name.
                    let title = noun
                        .apposition
                        .is_some_and(|beside| self.names(beside, Kind::Person));
                    let proper = self.is_proper(group.first, noun.head);
                    if !noun.named && !noun.time && proper && !title && !barred(noun.lemma) {
                        out.push(self.phrase(slot, group.first, group.end));
                        return true;
                    }
                }
                Accept::Pronoun => {
                    let word = self.reading.ids[group.first as usize];
                    if noun.pronoun && self.words.things.contains(word) {
                        out.push(self.phrase(slot, group.first, group.end));
                        return true;
                    }
                }
                Accept::Counted(words) => {
                    let count = self
                        .mentions
                        .within(group.first, end)
                        .find(|mention| mention.kind() == Kind::Count);
                    // "sent 300 workers home": what is counted may not be the last word.
                    let counted = |count: &Mention<'_>| {
                        words.contains(noun.lemma)
                            || words.contains(self.reading.noun_lemma(count.end as usize - 1))
                    };
                    if let Some(count) = count.filter(|count| counted(count)) {
                        out.push(self.filler(count, slot));
                        return true;
                    }
                }
                Accept::With(words) => {
                    let listed = |token: u32| words.contains(self.reading.noun_lemma(token as usize));
                    if (group.first..=noun.head).any(listed) {
                        out.push(self.phrase(slot, group.first, group.end));
                        return true;
                    }
                }
                Accept::Owner(words) => {
                    if words.contains(noun.lemma) && self.owner(slot, id, accepted, out) {
                        return true;
                    }
                }
                Accept::Measured(units) => {
                    let measure = self.mentions.within(group.first, end).find(|mention| {
                        matches!(mention.value(), Value::Measure { unit, .. } if units.iter().any(|known| known.as_str() == unit.as_ref()))
                    });
                    if let Some(measure) = measure {
                        out.push(self.filler(measure, slot));
                        return true;
                    }
                }
                Accept::Word(_) | Accept::Not(_) | Accept::NoSort(_) => {}
            }
        }
        false
    }

    /// Who has what a noun group names: Kia in "Kia opened a plant that employs 300 people", and where the sentence
    /// after it says "the plant".
    fn holder_of(&self, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        if !takes(accept, Kind::Organisation) {
            return false;
        }
        let Some(noun) = self
            .clauses
            .noun(id)
            .filter(|noun| noun.possessor.is_none() && !noun.own && self.anaphors.is_held(noun.lemma))
        else {
            return false;
        };
        let verb = noun.verb.and_then(|verb| self.clauses.verb(verb));
        let having = verb
            .filter(|verb| verb.object == Some(id) && !verb.passive)
            .and_then(|verb| verb.subject)
            .filter(|subject| *subject < id);
        if let Some(having) = having {
            return self.take(Slot::Subject, having, &ORGANISATION, out);
        }
        let first = self.clauses.groups[id].first as usize;
        let sentence = self.reading.sentence_of(first);
        let holder = self
            .course
            .holder(sentence)
            .filter(|_| self.reading.is(first, "the"));
        let holder = holder.and_then(|id| self.mentions.mentions.get(id.index()));
        out.extend(holder.map(|holder| Filler {
            inherited: true,
            ..self.filler(holder, Slot::Subject)
        }));
        holder.is_some()
    }

    /// What the possessor of a noun group gives to a role.
    fn owner(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let Some(noun) = self.clauses.noun(id) else {
            return false;
        };
        // "a delegation of Bosch led by the mayor": who leads it is named.
        if let Some(agent) = self.clauses.agent(id, self.words) {
            let beside = self.clauses.noun(agent).and_then(|noun| noun.apposition);
            let first = accept
                .iter()
                .take(1)
                .filter(|accept| !matches!(accept, Accept::Owner(_)));
            if let Some(first) = first.map(std::slice::from_ref).next() {
                if [Some(agent), beside]
                    .into_iter()
                    .flatten()
                    .any(|agent| self.take(slot, agent, first, out))
                {
                    return true;
                }
            }
        }
        if self.is_named_beside(noun) {
            return false;
        }
        if let Some(owner) = noun.possessor.filter(|owner| *owner < id) {
            return self.named(slot, owner, accept, out);
        }
        let own = noun
            .own
            .then(|| self.points_back(Slot::Own, id, accept))
            .flatten();
        let found = own.is_some();
        out.extend(own);
        found || self.tied(slot, id, accept, out)
    }

    /// What a noun group gives to a role by itself, whoever else it may stand for: owners of owners are not asked.
    fn named(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let mut names = accept.iter().filter(|accept| !matches!(accept, Accept::Owner(_)));
        names.any(|accept| self.take(slot, id, std::slice::from_ref(accept), out))
    }

    /// What `of`, `from` or `by` ties to a noun group gives to a role: "executives of Tesla".
    fn tied(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let from = out.len();
        let mut next = self.clauses.tied(id, self.words);
        while let Some(group) = next {
            self.named(slot, group, accept, out);
            next = self.clauses.noun(group).and_then(|noun| noun.next);
        }
        out.len() > from
    }

    /// The name that a pronoun, a description or (in the slot of the possessor) an `its` points back to.
    fn points_back(&self, slot: Slot, id: GroupId, accept: &[Accept]) -> Option<Filler<'x>> {
        let group = &self.clauses.groups[id];
        let noun = self.clauses.noun(id)?;
        let mentions = self.mentions.mentions;
        let mention = if slot == Slot::Own {
            let verb = self.clauses.governor(id).and_then(|verb| self.clauses.verb(verb));
            let subject = verb.and_then(|verb| verb.subject).filter(|subject| *subject < id);
            // "Angola saw its output fall"
            let subject = subject.or_else(|| {
                let seen = self.clauses.verb(id.checked_sub(1)?)?;
                seen.subject.filter(|subject| *subject < id && seen.finite())
            });
            let subject = subject.and_then(|at| Some((&self.clauses.groups[at], self.clauses.noun(at)?)));
            self.anaphors.possessor(self.reading, mentions, group, subject)
        } else if matches!(slot, Slot::Modifier | Slot::Trigger) {
            None
        } else {
            self.anaphors.resolve(self.reading, mentions, group, noun)
        }?;
        if !accept.iter().any(|accept| self.is(mention, accept)) || self.is_of_barred_sort(mention, accept) {
            return None;
        }
        let sentence = self.reading.sentence_of(group.first as usize);
        let inherited = self.reading.sentence_of(mention.first as usize) != sentence;
        Some(Filler {
            inherited,
            ..self.filler(mention, slot)
        })
    }

    /// Whether a name before a head acts through it: "Honda officials", "Chinese exporters", but not the country of
    /// "a Swiss bank" or of "Swiss lender UBS", nor a person.
    fn stands_for(&self, group: &Group, noun: &NounGroup, kind: Kind) -> bool {
        // "Dutch retailer Action", whose name no list knows
        let described = || {
            self.reading.tag(noun.head as usize) == Tag::Proper
                && (group.first..noun.head)
                    .any(|token| self.anaphors.is_company(self.reading.noun_lemma(token as usize)))
        };
        match kind {
            Kind::Person => false,
            Kind::Country => {
                !noun.named
                    && !described()
                    && (self.reading.tag(noun.head as usize) == Tag::NounPlural
                        || !self.anaphors.is_company(noun.lemma))
            }
            _ => true,
        }
    }

    /// Whether a name stands before what somebody is to it, who is then named: "Jaguar maker Tata Motors".
    fn tells_whose(&self, mention: &Mention<'_>, noun: &NounGroup) -> bool {
        let described = mention.end..noun.head;
        self.reading.tag(noun.head as usize) == Tag::Proper
            && described.into_iter().any(|token| {
                let lemma = self.reading.noun_lemma(token as usize);
                self.reading.tag(token as usize).is_noun()
                    && (self.anaphors.is_company(lemma) || self.words.owners.contains(lemma))
            })
    }

    /// The noun group that `of` ties right to another one.
    fn part_of(&self, id: GroupId) -> Option<GroupId> {
        let of = self.clauses.groups.get(id + 1)?;
        let ties = matches!(of.kind, GroupKind::Preposition(word) if word == self.words.of);
        let bare = |noun: &NounGroup| noun.bare && !noun.own && noun.possessor.is_none();
        (ties && self.clauses.noun(id + 2).is_some_and(bare)).then_some(id + 2)
    }

    /// Whether the head of a noun group is a mention of a kind.
    fn names(&self, id: GroupId, kind: Kind) -> bool {
        let (group, Some(noun)) = (&self.clauses.groups[id], self.clauses.noun(id)) else {
            return false;
        };
        let mut mentions = self.mentions.within(group.first, group.end);
        mentions
            .any(|mention| mention.kind() == kind && mention.first <= noun.head && noun.head < mention.end)
    }

    /// Whether the head is a word in a name alone: "Apple", "Wayne Bridge".
    fn is_namesake(&self, id: GroupId) -> bool {
        let group = &self.clauses.groups[id];
        let company = |mention: &Mention<'_>| {
            mention.end - mention.first == 1 && self.is(mention, &Accept::Sort(organisation::Sort::Company))
        };
        self.clauses.noun(id).is_some_and(|noun| {
            let mut mentions = self.mentions.within(group.first, group.end);
            mentions.any(|mention| {
                mention.first <= noun.head
                    && noun.head < mention.end
                    && (mention.kind() == Kind::Person || company(mention))
            })
        })
    }

    /// Whether a mention is of a kind.
    fn is(&self, mention: &Mention<'_>, accept: &Accept) -> bool {
        match (accept, mention.value()) {
            (Accept::Kind(kind), value) => value.kind() == *kind,
            (Accept::Sort(sort), Value::Organisation { name }) => {
                organisation::sort(self.reading.lexicon, name) == Some(*sort)
            }
            (Accept::Official, Value::Person { .. }) => self.is_official(mention),
            _ => false,
        }
    }

    /// Whether a mention is an organisation of a sort that is not asked for.
    fn is_of_barred_sort(&self, mention: &Mention<'_>, accept: &[Accept]) -> bool {
        accept
            .iter()
            .any(|accept| matches!(accept, Accept::NoSort(sort) if self.is(mention, &Accept::Sort(*sort))))
    }

    /// Whether a person is called a minister or the like, here or where the article named her before.
    pub(super) fn is_official(&self, person: &Mention<'_>) -> bool {
        let surname = |mention: &Mention<'_>| {
            let last = self.reading.tokens.get((mention.end as usize).checked_sub(1)?)?;
            Some(last.span().of(self.reading.text))
        };
        let before = self.mentions.mentions.get(..person.id().index() + 1);
        let mut named = before.unwrap_or_default().iter().rev().take(NAMED);
        named.any(|mention| match mention.value() {
            Value::Person {
                title: Some(title), ..
            } => {
                let mut words = title.split_whitespace();
                surname(mention) == surname(person)
                    && words.any(|word| self.words.offices.contains(self.reading.lexicon.find(word)))
            }
            _ => false,
        })
    }

    fn is_figure(&self, token: u32) -> bool {
        self.mentions
            .within(token.saturating_sub(8), token + 1)
            .any(|mention| {
                mention.end == token + 1 && mention.kind() != Kind::Country && mention.first <= token
            })
    }

    /// Whether the head of a group is a name, with a number or without: `Spark`, `Gemini 2.5`, `GPT-5`.
    fn is_proper(&self, first: u32, head: u32) -> bool {
        let head = head as usize;
        let proper = |at: usize| self.reading.tag(at) == Tag::Proper;
        let word = self.reading.word(head);
        let code = word.starts_with(|letter: char| letter.is_ascii_uppercase())
            && word.ends_with(|letter: char| letter.is_ascii_digit());
        let numbered = self.reading.tag(head) == Tag::Number && head > first as usize && proper(head - 1);
        proper(head) || code || numbered
    }

    /// The nouns right before the head: "car" of "car exports".
    fn modifier(&self, first: u32, head: u32, barred: impl Fn(WordId) -> bool) -> Option<u32> {
        let mut from = head;
        while from > first {
            let before = from as usize - 1;
            if !self.reading.tag(before).is_noun()
                || self.mentions.within(before as u32, from).next().is_some()
            {
                break;
            }
            from -= 1;
        }
        // "non-oil exports" are of all but oil, "light-vehicle sales" of light vehicles.
        let glued = |token: usize| {
            let hyphen = &self.reading.tokens[token];
            hyphen.is_hyphen() && hyphen.glued()
        };
        let told = from < head && !barred(self.reading.noun_lemma(from as usize));
        if told && from >= first + 2 && glued(from as usize - 1) {
            from -= 2;
        }
        (from < head).then_some(from)
    }

    /// The bare noun that is joined to the modifier which a group begins with.
    fn joined_modifier(&self, slot: Slot, id: GroupId) -> Option<Filler<'x>> {
        let before = id.checked_sub(2)?;
        let (group, noun) = (&self.clauses.groups[before], self.clauses.noun(before)?);
        let joined = noun.next == Some(id) && noun.bare && !noun.named && !noun.time && !noun.pronoun;
        let singular = self.reading.tag(noun.head as usize) == Tag::Noun;
        (joined && singular && noun.preposition.is_none()).then(|| self.phrase(slot, group.first, group.end))
    }

    /// A noun group without its determiner.
    fn phrase(&self, slot: Slot, first: u32, end: u32) -> Filler<'x> {
        let mut first = first as usize;
        // "most of its curbs" are curbs.
        if first + 2 < end as usize && self.reading.is(first + 1, "of") {
            first += 2;
        }
        while first + 1 < end as usize
            && matches!(
                self.reading.tag(first),
                Tag::Determiner | Tag::Possessive | Tag::That | Tag::Genitive
            )
        {
            first += 1;
        }
        Filler::of_words(
            self.reading.span(first..end as usize),
            slot.name(self.reading.lexicon),
        )
    }
}
