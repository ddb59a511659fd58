//! Which noun groups fill which slots of a verb or a preposition.

mod name;
mod noun;
mod verb;

use super::group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
use super::{ClauseWords, Clauses, GroupId};
use crate::lexicon::WordId;

/// A place beside a verb or noun that a rule may take a role from. Voice is evened out: the subject is who does it,
/// whatever the sentence's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Slot {
    /// Who does it: the subject, or `by …` of a passive.
    Subject,
    /// What it is done to: the object, or a passive's subject.
    Object,
    /// What somebody or something is made or becomes: `chief executive` in `was named chief executive`.
    Complement,
    /// `Honda's`, `its`
    Possessive,
    /// The noun group itself, whose `its` or `their` stands for a possessor. Serves the slot `Possessive`.
    Own,
    /// What stands before the noun in its group: `Honda exports`, `a $5bn deal`.
    Modifier,
    /// What the verb has for its object that has the noun for its subject: `$2bn` in `the plant will cost $2bn`.
    Predicate,
    /// The subject of the clause in which the noun hangs on a preposition: `she left during a meeting`.
    Bystander,
    /// Who is beside the noun that describes them: `Ann Roe` in `Ann Roe, chief executive since May,`.
    Apposition,
    /// Who says what the sentence tells: the subject of a verb of saying before it or behind it.
    Source,
    /// Who does what the noun's verb says: the subject of `signed` in `signed an agreement`. Who has somebody else
    /// do it: the subject of `asked` in `asked owners to return cars`.
    Support,
    /// What the verb above an infinitive or gerund has for its object: `$2bn` in `will spend $2bn to build a plant`.
    Means,
    /// The noun group itself.
    Trigger,
    /// Beside a preposition of that word, or as object of that participle (`comprising`).
    Preposition(WordId),
    /// The time right beside a verb: `said on Monday`, `Monday said`.
    Time,
    /// The figure that a statistic reaches: `to 14,762`, `at $5bn`.
    Level,
    /// By how much it moved.
    Change,
    /// The figure it is compared with.
    Previous,
    /// How much of it a verb gives to somebody or something: `$3m` in `accounted for $3m of exports`.
    Portion,
    /// Words in quotation marks beside the verb. Only conditions ask for it.
    Quotation,
    /// A clause that the verb takes (`said that …`, `…, he added`). Only conditions ask for it.
    Clause,
    /// An infinitive that the verb takes (`urged the state to …`). Only conditions ask for it.
    Infinitive,
    /// The words that the verb with its speaker stands behind or in (`fares will rise, bakers warn`). Only conditions ask for it.
    Parenthesis,
    /// What the figures of an item of a list or of a row of a table are of.
    Label,
}

impl Slot {
    /// Whether figures of a statistic fill it.
    pub(crate) fn is_figure(self) -> bool {
        matches!(self, Self::Level | Self::Change | Self::Previous | Self::Portion)
    }

    /// A bit for the slot; several prepositions share one, and two slots of nouns.
    pub(crate) fn bit(self) -> u64 {
        1 << match self {
            Self::Subject => 0,
            Self::Object => 1,
            Self::Complement => 2,
            Self::Possessive | Self::Own => 3,
            Self::Modifier => 4,
            Self::Predicate | Self::Apposition => 5,
            Self::Bystander => 6,
            Self::Support => 7,
            Self::Trigger => 8,
            Self::Time => 9,
            Self::Level => 10,
            Self::Change => 11,
            Self::Previous => 12,
            Self::Quotation => 13,
            Self::Clause => 14,
            Self::Label => 15,
            Self::Infinitive => 16,
            Self::Parenthesis => 20,
            Self::Source => 17,
            Self::Means => 18,
            Self::Portion => 19,
            Self::Preposition(word) => 21 + word.index() % 43,
        }
    }

    /// The bits of the slots that only conditions ask for, which no noun group fills.
    pub(crate) const ASKED: u64 = 1 << 13 | 1 << 14 | 1 << 16 | 1 << 20;

    /// The bits of some slots.
    pub(crate) fn bits(slots: impl IntoIterator<Item = Self>) -> u64 {
        slots.into_iter().fold(0, |bits, slot| bits | slot.bit())
    }

    /// Whether what fills this slot fills `wanted`.
    pub(crate) fn serves(self, wanted: Self) -> bool {
        self == wanted || self == Self::Own && wanted == Self::Possessive
    }
}

/// A noun group in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filling {
    pub(crate) slot: Slot,
    pub(crate) group: GroupId,
}

/// In how many groups the phrases of a trigger are looked for. More there are only in lists and in hostile text.
const PHRASES: usize = 48;

impl Clauses {
    /// Adds a noun group, if there is one, those coordinated with it, and what stands in apposition to them.
    fn fill(&self, slot: Slot, first: impl Into<Option<GroupId>>, out: &mut Vec<Filling>) {
        let mut next = first.into();
        while let Some(group) = next {
            let Some(noun) = self.noun(group) else {
                // "• Opened a plant": the verb stands for whoever does it.
                let stands = self.verb(group).is_some_and(|verb| verb.subject == Some(group));
                out.extend(stands.then_some(Filling { slot, group }));
                break;
            };
            out.push(Filling { slot, group });
            if let Some(other) = noun.apposition {
                out.push(Filling { slot, group: other });
            }
            // "Energy Minister John Jinapor and Shell's president": what goes on from the name goes on from its title.
            next = noun.next.or_else(|| {
                // "three models: the A9, the A7 and the A6", "models such as the A9 and the A7"
                let listed = |name: GroupId| match self.groups.get(group + 1).map(|next| &next.kind) {
                    Some(GroupKind::Stop) => name == group + 2,
                    _ => {
                        (group + 3..=group + 4).contains(&name)
                            && self.noun(name - 2).is_some_and(|noun| noun.pronoun)
                    }
                };
                let name = noun
                    .apposition
                    .filter(|name| *name == group + 1 || listed(*name))?;
                self.noun(name)?.next
            });
        }
    }

    /// Whose a noun group is: "GSK's asthma drug was launched".
    fn owners(&self, at: GroupId, out: &mut Vec<Filling>) {
        let Some(noun) = self.noun(at) else { return };
        self.fill(Slot::Possessive, noun.possessor, out);
        if noun.possessor.is_none() && noun.own {
            out.push(Filling {
                slot: Slot::Own,
                group: at,
            });
        }
    }

    /// Prepositional phrases in a run of groups.
    fn phrases(
        &self,
        from: GroupId,
        to: GroupId,
        passive: bool,
        words: &ClauseWords,
        out: &mut Vec<Filling>,
    ) {
        let mut done = false;
        for at in from..to.min(self.groups.len()).min(from.saturating_add(PHRASES)) {
            // "rose 8 percent, and those to Italy": the phrases of another noun.
            let other = self.noun(at).is_some_and(|noun| noun.pronoun)
                && at > from
                && matches!(
                    self.groups[at - 1].kind,
                    GroupKind::Conjunction(_) | GroupKind::Comma
                )
                && matches!(
                    self.groups.get(at + 1).map(|group| &group.kind),
                    Some(GroupKind::Preposition(_))
                )
                && !self.is_part_of_it(at, words);
            let joined = at > from && matches!(self.groups[at - 1].kind, GroupKind::Conjunction(_));
            let next = joined && (self.begins_clause(at) || self.acts_without_verb(at, words).is_some());
            // "rose 4%, with shipments to China up 26%": the phrases of what went on meanwhile.
            let meanwhile = || self.absolute(at, words).is_some();
            let begins = || self.begins_gap(at, words) || self.begins_reason(at, words) || meanwhile();
            if other || next || at > from && (begins() || self.begins_apart(at)) {
                break;
            }
            let GroupKind::Preposition(word) = self.groups[at].kind else {
                continue;
            };
            // "according to", "because of", "in addition to" are no `to` and no `of`; what follows a participle is its own.
            let taken = at
                .checked_sub(1)
                .is_some_and(|before| match &self.groups[before].kind {
                    GroupKind::Preposition(word)
                    | GroupKind::Adverb(word)
                    | GroupKind::Subordinator(word)
                    | GroupKind::Conjunction(word) => words.compound.contains(*word),
                    GroupKind::Verb(verb) => {
                        words.compound.contains(verb.lemma)
                            || before > from
                                && verb.form == VerbForm::Participle
                                && !words.destined.contains(verb.lemma)
                                && verb.subject != from.checked_sub(1)
                    }
                    GroupKind::Noun(noun) => {
                        words.compound.contains(noun.lemma) && self.is_bare_in(before, words)
                    }
                    _ => false,
                });
            // An "of" right behind the trigger is its own: "with the loss of 2,800 jobs".
            // "assented to by the president"
            let stranded = passive
                && matches!(self.groups.get(at + 1).map(|group| &group.kind), Some(GroupKind::Preposition(by)) if *by == words.by);
            let own = at > from && self.is_voucher(at - 1);
            if taken || stranded || own || word == words.of && at > from && self.of_another(at, from, words) {
                continue;
            }
            let Some(noun) = (at + 1..to).take(4).find(|i| self.noun(*i).is_some()) else {
                continue;
            };
            let noun = self.possessed(noun);
            // "approved by parliament amid rejection by lawmakers": who does it is told once.
            if passive && word == words.by && !done {
                done = self.noun(noun).is_some_and(|noun| noun.named || !noun.time);
                self.fill(Slot::Subject, noun, out);
            }
            self.fill(Slot::Preposition(word), noun, out);
            self.worth(noun, words, out);
        }
    }

    /// Whether a clause begins behind a comma and `as`: "fell in May, as demand from Peru cooled".
    fn begins_reason(&self, at: GroupId, words: &ClauseWords) -> bool {
        let as_ = matches!(self.groups[at].kind, GroupKind::Preposition(word) if word == words.as_);
        let comma = matches!(self.groups[at - 1].kind, GroupKind::Comma);
        let acts = |subject: GroupId| {
            let verb = self
                .noun(subject)
                .and_then(|noun| noun.verb)
                .filter(|verb| *verb > at);
            // "joins as dean, who will be": only behind a comma nothing else can be meant.
            verb.and_then(|verb| self.verb(verb))
                .is_some_and(|verb| comma || verb.finite() && !verb.relative)
        };
        // "stays on as chairman as finance chief Ann Roe takes over"
        as_ && (acts(at + 1) || !comma && self.noun(at + 1).is_some() && acts(at + 2))
    }

    /// Whether the noun at a group begins a clause that a conjunction joins: "fell 5% and imports from Peru rose".
    fn begins_clause(&self, at: GroupId) -> bool {
        let Some(noun) = self.noun(at).filter(|noun| noun.chain.is_none()) else {
            return false;
        };
        let verb = noun.verb.filter(|verb| *verb > at);
        let acts = |verb: &VerbGroup| verb.finite() && !verb.relative && verb.subject == Some(at);
        verb.and_then(|verb| self.verb(verb)).is_some_and(acts)
    }

    /// Whether a clause begins that leaves out its verb: "came first on 8,810 and Ford second on 7,900", "rose to 30 tonnes
    /// and output of coffee by 40".
    fn begins_gap(&self, at: GroupId, words: &ClauseWords) -> bool {
        let joined = matches!(
            self.groups[at - 1].kind,
            GroupKind::Conjunction(_) | GroupKind::Comma
        );
        let free = |noun: &&NounGroup| {
            let alone = noun.preposition.is_none() && noun.chain.is_none() && noun.verb.is_none();
            alone && !noun.named && !noun.time && !noun.pronoun
        };
        let and = matches!(self.groups[at - 1].kind, GroupKind::Conjunction(_));
        if and && self.noun(at).filter(free).is_some() {
            let moved = at + 1 + 2 * usize::from(self.is_preposition(at + 1, |word| word == words.of));
            let to = self.is_preposition(moved, |word| word == words.by || word == words.to);
            let figure = self.noun(moved + 1).filter(|_| to);
            return figure.is_some_and(|figure| figure.named && !figure.place && !figure.time);
        }
        let name = self.noun(at).filter(|noun| joined && noun.named && !noun.time);
        let beside = self.noun(at + 1).filter(|_| name.is_some());
        beside.is_some_and(|noun| !noun.named && !noun.time && !noun.pronoun && noun.possessor.is_none())
    }

    fn is_preposition(&self, at: GroupId, is: impl Fn(WordId) -> bool) -> bool {
        matches!(self.groups.get(at).map(|group| &group.kind), Some(GroupKind::Preposition(word)) if is(*word))
    }

    /// Whether a pronoun tells how much of what was named: "took in 300 tonnes of tea, all of it from Kenya".
    fn is_part_of_it(&self, at: GroupId, words: &ClauseWords) -> bool {
        let of = matches!(self.groups.get(at + 1).map(|group| &group.kind), Some(GroupKind::Preposition(word)) if *word == words.of);
        of && self.noun(at + 2).is_some_and(|noun| noun.pronoun)
    }

    /// Whether a noun is one bare word behind `in`: "in addition", not "in an addition".
    fn is_bare_in(&self, noun: GroupId, words: &ClauseWords) -> bool {
        let group = &self.groups[noun];
        let before = noun.checked_sub(1).map(|before| &self.groups[before].kind);
        group.end == group.first + 1
            && matches!(before, Some(GroupKind::Preposition(word)) if *word == words.in_)
    }

    /// What a participle says that a noun group is worth: "in a deal valued at $5bn".
    fn worth(&self, noun: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let comma = matches!(
            self.groups.get(noun + 1),
            Some(Group {
                kind: GroupKind::Comma,
                ..
            })
        );
        let participle = noun + 1 + usize::from(comma);
        let told = self
            .verb(participle)
            .is_some_and(|verb| verb.form == VerbForm::Participle && words.valued.contains(verb.lemma));
        let amount = participle + 2;
        if told
            && matches!(
                self.groups[participle..].get(1),
                Some(Group {
                    kind: GroupKind::Preposition(_),
                    ..
                })
            )
        {
            self.fill(Slot::Preposition(words.worth), amount, out);
        }
    }

    /// Whether the `of` at a group hangs on the noun of another phrase, as in "exports to members of OPEC", and not in
    /// "opened at a cost of $3bn" or "quit as head of Opel".
    fn of_another(&self, at: GroupId, from: GroupId, words: &ClauseWords) -> bool {
        let other = |preposition: GroupId| {
            let own = self.is_preposition(preposition, |word| word == words.of || word == words.as_);
            // "fell because of low prices of oil"
            let compound = preposition
                .checked_sub(1)
                .is_some_and(|before| match &self.groups[before].kind {
                    GroupKind::Preposition(word)
                    | GroupKind::Adverb(word)
                    | GroupKind::Subordinator(word) => words.compound.contains(*word),
                    _ => false,
                });
            !own || compound
        };
        let bare = |group: GroupId| self.noun(group).filter(|noun| !noun.time && !noun.named);
        let before = at.checked_sub(1).and_then(bare);
        // "promoted her to the post of president": the post is what `of` tells.
        if before.is_some_and(|noun| words.posts.contains(noun.lemma)) {
            return false;
        }
        // "reduced output after nine weeks of frost", but "exports in May of tea", "the closure by 2030 of the mill"
        let time = at
            .checked_sub(1)
            .and_then(|before| self.noun(before))
            .filter(|noun| noun.time);
        let dates = [words.in_, words.for_, words.by, words.on, words.at];
        let parted = time
            .and_then(|noun| noun.preposition)
            .is_some_and(|tied| !self.is_preposition(tied, |word| dates.contains(&word)));
        if parted {
            return true;
        }
        // "pickups, the workhorse of farms"
        // … and "Chile, the world's largest producer of the metal"
        let first = before
            .and_then(|noun| noun.possessor)
            .unwrap_or(at.saturating_sub(1));
        let comma = first > 0 && matches!(self.groups[first - 1].kind, GroupKind::Comma);
        if comma && before.is_some_and(|noun| noun.apposition.is_some()) {
            return true;
        }
        // "rose as a result of rain"
        let outcome = before.is_some_and(|noun| words.outcomes.contains(noun.lemma));
        let tied = before.and_then(|noun| noun.preposition);
        let another = tied.is_some_and(|tied| outcome || other(tied));
        another && (bare(at + 1).is_some() || self.told_aside(at, from, words))
    }

    /// Whether the name or figure that the `of` at a group tells has no part in what the verb before `from` says: "sold vans at the
    /// request of Ford", but "hopes for sales of $3bn", "gave a nod to the draft of the law", "in favour of Ford".
    fn told_aside(&self, at: GroupId, from: GroupId, words: &ClauseWords) -> bool {
        let verb = from.checked_sub(1).is_some_and(|verb| self.verb(verb).is_some());
        let known = |noun: &NounGroup| !noun.time && !noun.named && !noun.pronoun && !noun.bare;
        let before = at
            .checked_sub(1)
            .and_then(|before| self.noun(before))
            .filter(|noun| known(noun));
        let tied = before
            .and_then(|noun| noun.preposition)
            .filter(|tied| verb && *tied != from);
        tied.is_some_and(|tied| !self.is_preposition(tied, |word| word == words.to))
            && self.noun(at + 1).is_some_and(|noun| !noun.time)
    }

    /// The noun group that a chain of possessors leads to.
    pub(crate) fn possessed(&self, mut noun: GroupId) -> GroupId {
        let owned = |noun: GroupId| {
            let near = [noun + 2, noun + 4].into_iter();
            let mut owned =
                near.filter(|owned| self.noun(*owned).is_some_and(|next| next.possessor == Some(noun)));
            owned.find(|_| !matches!(self.groups[noun + 1].kind, GroupKind::Relative))
        };
        while let Some(next) = owned(noun) {
            noun = next;
        }
        noun
    }

    /// What stands after the preposition at `at`, whose second word may follow it (`according to`): its object.
    pub(crate) fn preposition_fillings(&self, at: GroupId, out: &mut Vec<Filling>) {
        let noun = (at + 1..self.groups.len())
            .take(3)
            .find(|next| !matches!(self.groups[*next].kind, GroupKind::Preposition(_)));
        if let Some(noun) = noun.filter(|noun| self.noun(*noun).is_some()) {
            self.fill(Slot::Object, self.possessed(noun), out);
        }
    }
}
