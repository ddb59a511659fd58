//! Whether what a rule found happened, will, may, or did not.

use rustc_hash::FxHashMap;

use crate::clause::{Clauses, GroupId, GroupKind, VerbForm};
use crate::lexicon::{status_word, Lexicon, List, Tag, WordId};
use crate::reading::Reading;
use crate::text::Span;

/// Whether an event happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// It happened or is happening.
    #[default]
    Actual,
    /// It is announced, agreed or expected.
    Planned,
    /// It may happen.
    Possible,
    /// It did not happen, or somebody says that it will not.
    Denied,
}

impl Status {
    /// Its name in rules and in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Denied => "denied",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        [Self::Actual, Self::Planned, Self::Possible, Self::Denied]
            .into_iter()
            .find(|status| status.name() == name)
    }
}

/// How many verbs up a status is looked for.
const DEPTH: usize = 6;
/// How many groups before a verb its clause's opening is looked for.
const NEAR: usize = 12;

/// What a word decides on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Governs {
    /// `plans to export`, `a plan to export`
    Infinitive,
    /// `considers exporting`
    Gerund,
    /// `denies that it exported`, `denied reports that …`
    Clause,
    /// `cancelled the deal`
    Object,
    /// `talks on a deal`
    Of,
    /// `a proposed deal`
    Modifier,
    /// `a deal is under discussion`
    Predicate,
    /// `possibly exported`
    Adverb,
    /// `sees a profit of`, but not `saw a profit of`
    Present,
}

impl Governs {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Infinitive, "infinitive"),
        (Self::Gerund, "gerund"),
        (Self::Clause, "clause"),
        (Self::Object, "object"),
        (Self::Of, "of"),
        (Self::Modifier, "modifier"),
        (Self::Predicate, "predicate"),
        (Self::Adverb, "adverb"),
        (Self::Present, "present"),
    ];
}

/// The words that decide.
#[derive(Debug)]
pub(super) struct StatusWords {
    /// By lemma and particle, in the order of [`Governs`].
    words: FxHashMap<(WordId, Option<WordId>), [Option<Status>; Governs::ALL.len()]>,
    /// Modals of which the speaker is sure.
    sure: Vec<WordId>,
    /// Modals that with a perfect tell what did not happen: `would have`.
    unreal: Vec<WordId>,
    /// `if`, `unless`
    conditional: Vec<WordId>,
    be: WordId,
    /// Words that rank: what the first of them does is done.
    ranks: Vec<WordId>,
    /// Prepositions by which a noun hangs on the plan or talk of it.
    about: Vec<WordId>,
}

/// A status and the words that decided it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Decided {
    pub(super) status: Status,
    pub(super) cause: Option<Span>,
}

impl Decided {
    /// Whichever leaves less of what is told: the denied before the possible before the planned.
    pub(super) fn or(self, status: Status, cause: Span) -> Self {
        let rank = |status: Status| match status {
            Status::Actual => 0,
            Status::Planned => 1,
            Status::Possible => 2,
            Status::Denied => 3,
        };
        if rank(status) > rank(self.status) {
            Self {
                status,
                cause: Some(cause),
            }
        } else {
            self
        }
    }
}

/// An article's words and a sentence's clauses.
#[derive(Clone, Copy)]
struct Place<'a, 'x> {
    reading: &'a Reading<'x>,
    clauses: &'a Clauses,
}

impl Place<'_, '_> {
    fn group(self, at: GroupId) -> Span {
        let group = &self.clauses.groups[at];
        self.reading.span(group.first as usize..group.end as usize)
    }

    /// The group before `at` that is no adverb.
    fn before(self, at: GroupId) -> Option<GroupId> {
        (0..at)
            .rev()
            .take(NEAR)
            .find(|group| !matches!(self.clauses.groups[*group].kind, GroupKind::Adverb(_)))
    }
}

impl StatusWords {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut words = FxHashMap::default();
        for row in lexicon.rows(List::StatusWords) {
            let Some(status) = Status::parse(lexicon.cell(row, status_word::STATUS)) else {
                continue;
            };
            let word = lexicon.cell(row, status_word::WORD);
            let (word, particle) = match word.split_once(' ') {
                Some((word, particle)) => (word, Some(lexicon.find(particle))),
                None => (word, None),
            };
            let entry: &mut [Option<Status>; Governs::ALL.len()] =
                words.entry((lexicon.find(word), particle)).or_default();
            for governs in lexicon.values(row, status_word::GOVERNS) {
                if let Some((known, _)) = Governs::ALL.iter().find(|(_, name)| *name == governs) {
                    entry[*known as usize] = Some(status);
                }
            }
        }
        let find = |words: &[&str]| words.iter().map(|word| lexicon.find(word)).collect();
        Self {
            words,
            sure: find(&["will", "would", "shall", "'ll", "to", "must", "should", "ought"]),
            unreal: find(&["would", "could", "might", "should", "to"]),
            conditional: find(&["if", "unless"]),
            about: find(&["for", "of", "on", "to", "about", "over", "against", "towards"]),
            ranks: find(&["first", "second", "third", "last", "only", "latest"]),
            be: lexicon.find("be"),
        }
    }

    fn of(&self, word: WordId, particle: Option<WordId>, governs: Governs) -> Option<Status> {
        let own = particle.and_then(|_| self.words.get(&(word, particle)));
        own.or_else(|| self.words.get(&(word, None)))?[governs as usize]
    }

    /// What a token decides on, by its lemma or by its form.
    fn token(&self, reading: &Reading<'_>, at: usize, governs: Governs) -> Option<Status> {
        let id = reading.ids[at];
        let lemma = reading.lexicon.word(id).lemma(reading.tag(at)).unwrap_or(id);
        self.of(lemma, None, governs)
            .or_else(|| self.of(id, None, governs))
    }

    /// The status of what the verb at `at` says.
    pub(super) fn of_verb(&self, reading: &Reading<'_>, clauses: &Clauses, at: GroupId) -> Decided {
        let place = Place { reading, clauses };
        let mut at = at;
        let mut found = Decided::default();
        // A participle beside its clause shares the clause's time, but not what it denies.
        let mut beside = false;
        for depth in 0..DEPTH {
            let Some(verb) = clauses.verb(at) else { break };
            found = match self.own(place, at) {
                Some((Status::Denied, _)) if beside => found,
                Some((status, cause)) => found.or(status, cause),
                None => found,
            };
            if found.status == Status::Denied {
                break;
            }
            if let Some(earlier) = self.shares(place, at) {
                at = earlier;
                continue;
            }
            match verb.form {
                VerbForm::Infinitive => {
                    let Some(parent) = verb.parent else {
                        // "Honda to export cars", "a plant to be built"
                        found = found.or(Status::Planned, place.group(at));
                        break;
                    };
                    match self.above(place, parent, at, Governs::Infinitive) {
                        Some((status, cause)) => found = found.or(status, cause),
                        // "the first to export": it is done.
                        None if clauses.noun(parent).is_some() && !self.ranked(place, parent) => {
                            found = found.or(Status::Planned, place.group(parent));
                        }
                        None => {}
                    }
                    match self.step(place, parent, &mut found) {
                        Some(next) => at = next,
                        None => break,
                    }
                }
                VerbForm::Gerund => {
                    let Some(parent) = verb.parent else { break };
                    match self.gerund(place, parent, at) {
                        Some((status, cause)) => found = found.or(status, cause),
                        None => beside = true,
                    }
                    match self.step(place, parent, &mut found) {
                        Some(next) => at = next,
                        None => break,
                    }
                }
                // A reduced clause has its own time.
                VerbForm::Participle => break,
                _ if depth < DEPTH - 1 => {
                    if let Some((status, cause)) = self.introduced(place, at) {
                        found = found.or(status, cause);
                    }
                    break;
                }
                _ => break,
            }
        }
        found
    }

    /// What a verb group says of itself: negation, modal, adverb, condition.
    fn own(&self, place: Place<'_, '_>, at: GroupId) -> Option<(Status, Span)> {
        let verb = place.clauses.verb(at)?;
        let here = place.group(at);
        let negated = |noun: Option<GroupId>| {
            noun.and_then(|noun| place.clauses.noun(noun))
                // "said no" denies nothing.
                .is_some_and(|noun| noun.negated && !noun.pronoun)
        };
        if verb.negated || verb.yet && verb.modal.is_some() || negated(verb.subject) || negated(verb.object) {
            return Some((Status::Denied, here));
        }
        if let Some(modal) = verb.modal {
            if verb.perfect && self.unreal.contains(&modal) {
                return Some((Status::Denied, here));
            }
            if !self.sure.contains(&modal) || self.conditional(place.clauses, at) {
                return Some((Status::Possible, here));
            }
        }
        let group = &place.clauses.groups[at];
        let adverb = (group.first as usize..verb.head as usize)
            .take(NEAR)
            .find_map(|token| Some((self.token(place.reading, token, Governs::Adverb)?, token)));
        let before = self.adverb_before(place, at);
        if let Some((status, token)) = adverb.or(before) {
            return Some((status, place.reading.span(token..token + 1)));
        }
        if self.conditional(place.clauses, at) {
            return Some((Status::Possible, here));
        }
        verb.modal.map(|_| (Status::Planned, here))
    }

    /// `Perhaps …`, `possibly exported`
    fn adverb_before(&self, place: Place<'_, '_>, at: GroupId) -> Option<(Status, usize)> {
        let group = &place.clauses.groups[at.checked_sub(1)?];
        let GroupKind::Adverb(_) = group.kind else {
            return None;
        };
        let token = group.first as usize;
        Some((self.token(place.reading, token, Governs::Adverb)?, token))
    }

    /// The earlier verb whose auxiliaries this one shares: `will be built and shipped`, `will cut jobs and shut plants`.
    fn shares(&self, place: Place<'_, '_>, at: GroupId) -> Option<GroupId> {
        let verb = place.clauses.verb(at)?;
        let bare = place.clauses.groups[at].first == verb.head;
        if !bare || verb.modal.is_some() {
            return None;
        }
        let before = place.before(at)?;
        let joined = match place.clauses.groups[before].kind {
            GroupKind::Conjunction(_) | GroupKind::Comma => true,
            GroupKind::Quote => false,
            _ => false,
        };
        if !joined {
            return None;
        }
        // ", and" goes on with the main clause, a bare "and" with whatever clause is the nearest.
        let main = before
            .checked_sub(1)
            .is_some_and(|group| matches!(place.clauses.groups[group].kind, GroupKind::Comma));
        let earlier = (0..before).rev().take(4 * NEAR).find(|group| {
            matches!(
                &place.clauses.groups[*group].kind,
                GroupKind::Verb(earlier)
                    if !(main && earlier.relative) && earlier.form != VerbForm::Participle
            ) || matches!(
                place.clauses.groups[*group].kind,
                GroupKind::Stop | GroupKind::Subordinator(_)
            )
        })?;
        let other = place.clauses.verb(earlier)?;
        let tags = place
            .reading
            .lexicon
            .word(place.reading.ids[verb.head as usize])
            .tags;
        let fits = if other.passive {
            tags.has(Tag::VerbPart)
        } else {
            tags.has(Tag::Verb)
        };
        let open = other.modal.is_some() || other.form == VerbForm::Infinitive;
        (open && fits && verb.form != VerbForm::Gerund).then_some(earlier)
    }

    /// What the words from a parent to the verb it governs decide.
    fn above(
        &self,
        place: Place<'_, '_>,
        parent: GroupId,
        at: GroupId,
        governs: Governs,
    ) -> Option<(Status, Span)> {
        let reading = place.reading;
        if let Some(verb) = place.clauses.verb(parent) {
            // "is to export"
            if verb.lemma == self.be && governs == Governs::Infinitive && place.before(at) == Some(parent) {
                return Some((Status::Planned, place.group(parent)));
            }
            // What stands between, as `able` in `is able to export`, is nearer.
            let first = verb.head as usize + 1;
            let end = place.clauses.groups[at].first as usize;
            let between = (first..end.max(first)).rev().take(NEAR).find_map(|token| {
                let near = reading.tag(token) == Tag::Adjective
                    || token + 1 == end
                    || matches!(reading.tag(token), Tag::VerbPart | Tag::Preposition);
                let status = self.token(reading, token, governs).filter(|_| near)?;
                Some((status, reading.span(token..token + 1)))
            });
            let own = self.of(verb.lemma, verb.particle, governs);
            return between.or(own.map(|status| (status, place.group(parent))));
        }
        let noun = place.clauses.noun(parent)?;
        let head = noun.head as usize;
        let status = self
            .of(noun.lemma, None, governs)
            .or_else(|| self.token(reading, head, governs))?;
        Some((status, reading.span(head..head + 1)))
    }

    /// The status of a gerund that is the complement of a verb or noun: `considers exporting`, `ruled out selling`,
    /// `plans for opening`, `without exporting`. None if it stands beside its clause.
    fn gerund(&self, place: Place<'_, '_>, parent: GroupId, at: GroupId) -> Option<(Status, Span)> {
        let reading = place.reading;
        let before = place.before(at)?;
        match &place.clauses.groups[before].kind {
            GroupKind::Preposition(word) => {
                if let Some(status) = self.of(*word, None, Governs::Gerund) {
                    return Some((status, place.group(before)));
                }
                let noun = before.checked_sub(1)?;
                if let Some(found) = place.clauses.noun(noun) {
                    let negated = found.negated.then_some(Status::Denied);
                    let status = negated.or_else(|| self.of(found.lemma, None, Governs::Of))?;
                    return Some((status, place.group(noun)));
                }
                let verb = place.clauses.verb(noun)?;
                let status = self
                    .of(verb.lemma, Some(*word), Governs::Gerund)
                    .or_else(|| self.of(verb.lemma, verb.particle, Governs::Infinitive))?;
                Some((status, place.group(noun)))
            }
            GroupKind::Verb(verb) if before == parent => {
                let status = self
                    .of(verb.lemma, verb.particle, Governs::Gerund)
                    .or_else(|| self.token(reading, verb.head as usize, Governs::Gerund));
                Some((status.unwrap_or_default(), place.group(before)))
            }
            _ => None,
        }
    }

    /// Whether a noun group ranks what it names: "the first maker".
    fn ranked(&self, place: Place<'_, '_>, noun: GroupId) -> bool {
        let group = &place.clauses.groups[noun];
        (group.first..group.end).any(|token| self.ranks.contains(&place.reading.ids[token as usize]))
    }

    /// The verb above a parent; a noun's governor may decide on the noun: `scrapped plans to`.
    fn step(&self, place: Place<'_, '_>, parent: GroupId, found: &mut Decided) -> Option<GroupId> {
        if place.clauses.verb(parent).is_some() {
            return Some(parent);
        }
        let negated = place.clauses.noun(parent).is_some_and(|noun| noun.negated);
        if negated {
            *found = found.or(Status::Denied, place.group(parent));
        }
        let governor = place.clauses.governor(parent)?;
        if let Some((status, cause)) = self.object(place, parent, governor) {
            *found = found.or(status, cause);
        }
        Some(governor)
    }

    /// What a verb decides on its object.
    fn object(&self, place: Place<'_, '_>, noun: GroupId, governor: GroupId) -> Option<(Status, Span)> {
        let verb = place.clauses.verb(governor)?;
        let first = place.clauses.noun(noun)?.chain.unwrap_or(noun);
        let is_object = if verb.passive { verb.subject } else { verb.object } == Some(first);
        if !is_object {
            return None;
        }
        let present = verb.form == VerbForm::Present && !verb.perfect;
        let status = self.of(verb.lemma, verb.particle, Governs::Object).or_else(|| {
            self.of(verb.lemma, verb.particle, Governs::Present)
                .filter(|_| present)
        })?;
        Some((status, place.group(governor)))
    }

    /// What the verb that introduces a clause decides on it: `denied (reports) that …`.
    fn introduced(&self, place: Place<'_, '_>, at: GroupId) -> Option<(Status, Span)> {
        let groups = &place.clauses.groups;
        let subject = place.clauses.verb(at)?.subject.filter(|subject| *subject < at);
        let mut from = subject.unwrap_or(at);
        for group in (0..from).rev().take(NEAR) {
            match &groups[group].kind {
                GroupKind::Subordinator(_) => {
                    from = group;
                    break;
                }
                GroupKind::Verb(_) => {
                    from = group + 1;
                    break;
                }
                GroupKind::Stop | GroupKind::Relative | GroupKind::Comma => return None,
                _ => {}
            }
        }
        for group in (0..from).rev().take(NEAR / 2) {
            match &groups[group].kind {
                GroupKind::Verb(verb) => {
                    let status = self.of(verb.lemma, verb.particle, Governs::Clause)?;
                    return Some((status, place.group(group)));
                }
                GroupKind::Noun(_) | GroupKind::Adverb(_) | GroupKind::Preposition(_) => {}
                _ => return None,
            }
        }
        None
    }

    /// Whether `if` opens the clause of a verb.
    fn conditional(&self, clauses: &Clauses, at: GroupId) -> bool {
        for group in clauses.groups[..at].iter().rev().take(NEAR) {
            match group.kind {
                GroupKind::Subordinator(word) => return self.conditional.contains(&word),
                GroupKind::Stop | GroupKind::Comma | GroupKind::Relative => return false,
                GroupKind::Verb(ref verb) if verb.finite() => return false,
                _ => {}
            }
        }
        false
    }

    /// The status of what the noun at `at` stands for. `under`: the rule names the verbs that govern it, so that
    /// they tell of the event themselves (`scrapped the tax`). `fixed`: it counts as happening once it is decided
    /// (`approved the tax`).
    pub(super) fn of_noun(
        &self,
        reading: &Reading<'_>,
        clauses: &Clauses,
        at: GroupId,
        governor: Option<GroupId>,
        under: bool,
        fixed: bool,
    ) -> Decided {
        let place = Place { reading, clauses };
        let mut found = Decided::default();
        let (Some(noun), group) = (clauses.noun(at), &clauses.groups[at]) else {
            return found;
        };
        if noun.negated {
            found = found.or(Status::Denied, place.group(at));
        }
        // "planned exports", "a possible deal"
        for token in group.first as usize..(noun.head as usize).min(group.first as usize + NEAR) {
            if let Some(status) = self.of(reading.ids[token], None, Governs::Modifier) {
                found = found.or(status, reading.span(token..token + 1));
            }
        }
        // "plans for the export of", "talks on a merger"
        let before = noun
            .preposition
            .filter(|preposition| match clauses.groups[*preposition].kind {
                GroupKind::Preposition(word) => self.about.contains(&word),
                _ => false,
            })
            .and_then(|preposition| preposition.checked_sub(1));
        if let Some(other) = before.and_then(|before| clauses.noun(before).map(|noun| (before, noun))) {
            let head = other.1.head as usize;
            if let Some(status) = self.of(other.1.lemma, None, Governs::Of) {
                found = found.or(status, reading.span(head..head + 1));
                if let Some(governor) = clauses.governor(other.0) {
                    if let Some((status, cause)) = self.object(place, other.0, governor) {
                        found = found.or(status, cause);
                    }
                }
            }
        }
        // "plans to switch on a plant", "agreed on a deal": the verb right before its preposition.
        let before = noun
            .preposition
            .and_then(|preposition| preposition.checked_sub(1));
        let beside = before.filter(|before| clauses.verb(*before).is_some());
        let Some(governor) = governor.or(beside) else {
            return found;
        };
        let above = self.of_verb(reading, clauses, governor);
        let undone = self.object(place, at, governor);
        if let (Status::Denied, Some((Status::Denied, cause))) = (above.status, undone) {
            // "denied that the planned plant had been shelved"
            return found.or(Status::Planned, cause);
        }
        if let Some(cause) = above.cause {
            found = found.or(above.status, cause);
        }
        match self.object(place, at, governor) {
            Some((Status::Denied, _)) if under => {}
            Some((Status::Planned, _)) if under && fixed => {}
            Some((status, cause)) => found = found.or(status, cause),
            None => {}
        }
        if let Some((status, cause)) = self.predicate(place, governor) {
            found = found.or(status, cause);
        }
        found
    }

    /// `… is under consideration`
    fn predicate(&self, place: Place<'_, '_>, at: GroupId) -> Option<(Status, Span)> {
        if place.clauses.verb(at)?.lemma != self.be {
            return None;
        }
        let GroupKind::Preposition(_) = place.clauses.groups.get(at + 1)?.kind else {
            return None;
        };
        let status = self.of(place.clauses.noun(at + 2)?.lemma, None, Governs::Predicate)?;
        Some((status, place.group(at + 2)))
    }
}
