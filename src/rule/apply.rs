//! Rules against clauses: frames.

use std::cell::{Cell, OnceCell, RefCell};

use super::course::{Course, Measured};
use super::demand::Held;
use super::fill::Resolved;
use super::filler::Filler;
use super::frame::Frame;
use super::miss::{Miss, Note, Why};
use super::signs::{Kinds, Signs};
use super::statistic::{Figures, Source};
use super::{Rule, RuleSet, Trigger, TriggerSort};
use crate::clause::{Clauses, Filling, GroupId, GroupKind, NounGroup, Outermost};
use crate::lexicon::WordId;
use crate::mention::{Kind, Mention, MentionId};
use crate::reading::Reading;
use crate::text::{Span, ZoneKind};
use crate::token::{Gap, Sentence};

/// A trigger's group, its sort, and the verb that governs it.
pub(super) type Place = (GroupId, TriggerSort, Option<GroupId>);

/// What an applier allocates, kept from article to article.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    clauses: Clauses,
    fillings: Vec<Filling>,
    held: Vec<Held>,
}

/// Applies a rule set to the sentences of an article.
pub(crate) struct Applier<'a, 'x> {
    pub(crate) reading: &'a Reading<'x>,
    pub(crate) rules: &'x RuleSet,
    pub(crate) mentions: &'a Outermost<'a, 'x>,
    pub(super) clauses: Clauses,
    pub(super) fillings: Vec<Filling>,
    /// Whose `fillings` are, how many of them are no single rule's, and the bits of their slots.
    pub(super) filled: Option<(Place, usize, u64)>,
    pub(super) figures: Figures,
    /// Whose `figures` are.
    pub(super) measured: Option<GroupId>,
    /// The roles of the frame at hand.
    pub(super) roles: Vec<(usize, Filler<'x>)>,
    /// What one slot gives, as a buffer.
    pub(super) found: Vec<Filler<'x>>,
    pub(super) course: Course<'x>,
    /// Who spoke last, and in which sentence.
    pub(super) speaker: Option<(usize, Filler<'x>)>,
    /// The noun groups of the sentence at hand that were asked for whom they stand for.
    pub(super) resolved: RefCell<Vec<Resolved>>,
    /// The company that the sentences before a token tell of, and that token.
    pub(super) company: Cell<Option<Resolved>>,
    /// Whose the line is that the sentence at hand is, if it begins with a verb.
    pub(super) releaser: Option<MentionId>,
    /// Whom the article at large is about.
    pub(super) protagonist: OnceCell<Option<&'a Mention<'x>>>,
    /// The country that the article at large is about.
    pub(super) home: OnceCell<Option<&'a Mention<'x>>>,
    /// The goods that the article is on.
    pub(super) ware: OnceCell<Option<Filler<'x>>>,
    /// What the sentence at hand holds, and which of its words may be triggers.
    pub(super) signs: Signs,
    held: Vec<Held>,
    /// Why nothing is told in the sentence at hand, whatever it holds.
    silent: Option<Why>,
    /// Collected only when asked for.
    pub(crate) notes: Option<Vec<Note>>,
}

impl<'a, 'x> Applier<'a, 'x> {
    pub(crate) fn new(
        reading: &'a Reading<'x>,
        rules: &'x RuleSet,
        mentions: &'a Outermost<'a, 'x>,
        buffers: Buffers,
        explain: bool,
    ) -> Self {
        Self {
            reading,
            rules,
            mentions,
            clauses: buffers.clauses,
            fillings: buffers.fillings,
            filled: None,
            figures: Figures::default(),
            measured: None,
            roles: Vec::new(),
            found: Vec::new(),
            course: Course::default(),
            speaker: None,
            resolved: RefCell::default(),
            company: Cell::new(None),
            releaser: None,
            protagonist: OnceCell::new(),
            home: OnceCell::new(),
            ware: OnceCell::new(),
            signs: Signs::default(),
            held: buffers.held,
            silent: None,
            notes: explain.then(Vec::new),
        }
    }

    /// What fills the slots of the trigger at hand.
    pub(super) fn fillings(&self) -> &[Filling] {
        &self.fillings
    }

    /// The sentence at hand, for figures that stand with a name or label, where no noun says what they measure.
    pub(super) fn source(&self) -> Source<'_, 'x> {
        Source {
            reading: self.reading,
            mentions: self.mentions,
            clauses: &self.clauses,
            words: &self.rules.words,
            is_measure: &|_| false,
        }
    }

    /// Hands the buffers back for the next article.
    pub(crate) fn recycle(self) -> Buffers {
        Buffers {
            clauses: self.clauses,
            fillings: self.fillings,
            held: self.held,
        }
    }

    /// Reads one sentence.
    pub(crate) fn sentence(&mut self, number: usize, sentence: Sentence, out: &mut Vec<Frame<'x>>) {
        let tokens = sentence.first as usize..sentence.end as usize;
        let zone = self.reading.zone(tokens.start);
        if self.reading.tokens[tokens.start].gap == Gap::Paragraph {
            self.course.begin_paragraph();
        }
        if matches!(zone, ZoneKind::Heading) {
            self.course.turn(number);
            self.note_list(tokens.clone(), number);
        } else if zone == ZoneKind::Body && self.opens_list(tokens.clone()) {
            self.note_list(tokens.clone(), number);
        }
        if matches!(zone, ZoneKind::Heading | ZoneKind::Table) {
            self.note_currency(tokens.clone(), number);
        }
        // Menus and bylines tell nothing; a teaser may.
        let last = self.reading.tokens.get(tokens.end.wrapping_sub(1));
        self.silent = match zone {
            ZoneKind::Boilerplate | ZoneKind::Byline | ZoneKind::Header => Some(Why::Aside),
            _ if last.is_some_and(|last| last.first == b'?') => Some(Why::Question),
            _ => None,
        };
        // A question that somebody puts is quoted all the same.
        let asked = matches!(self.silent, None | Some(Why::Question));
        let leads = self.leads_to_quotation(tokens.clone()).filter(|_| asked);
        if self.silent.is_some() && self.notes.is_none() && leads.is_none() {
            return;
        }
        let row = matches!(zone, ZoneKind::Bullet | ZoneKind::Table) && self.course.is_told(number);
        let gate = &self.rules.gate;
        self.signs = gate.signs(self.reading, self.mentions, sentence, &mut self.held);
        self.releaser = self
            .reading
            .headless(tokens)
            .and_then(|_| self.releaser(number))
            .map(Mention::id);
        if self.releaser.is_some() {
            self.signs.kinds.add(Kinds::of(Kind::Organisation));
        }
        let opens = match self.notes {
            Some(_) => !self.held.is_empty(),
            None => gate.opens(
                self.reading,
                &self.held,
                &self.signs,
                self.course.may_follow(number),
            ),
        };
        // A statistic told before may go on without a word for it.
        let goes_on = self.may_go_on(sentence, number);
        if !row && !opens && !goes_on && leads.is_none() {
            return;
        }
        let mut clauses = std::mem::take(&mut self.clauses);
        clauses.read(self.reading, self.mentions, sentence, &self.rules.words);
        if let Some(notes) = &mut self.notes {
            notes.push(Note {
                sentence: number,
                clauses: clauses.show(self.reading),
                misses: Vec::new(),
            });
        }
        self.clauses = clauses;
        self.filled = None;
        self.fillings.clear();
        self.measured = None;
        self.resolved.get_mut().clear();
        let told = out.len();
        let context = self.course.event();
        self.triggers(number, out);
        self.take_contents(told, out);
        if let Some(leads) = leads {
            self.quoted(leads, number, told, out);
        }
        if self.silent.is_some() {
            return;
        }
        if row || goes_on && self.is_labelled(number) {
            self.row(number, context, told, out);
        } else {
            self.members_of(number, told, out);
        }
        if self.may_go_on(sentence, number) {
            self.go_on_by_any_verb(number, told, out);
        }
    }

    /// Reads what may mean an event, group by group.
    fn triggers(&mut self, number: usize, out: &mut Vec<Frame<'x>>) {
        let mut next = 0;
        for at in 0..self.clauses.groups.len() {
            let group = &self.clauses.groups[at];
            next += self.held[next..]
                .iter()
                .take_while(|held| held.token < group.first)
                .count();
            let held = self.held.get(next).is_some_and(|held| held.token < group.end);
            match &group.kind {
                GroupKind::Noun(noun)
                    if self.silent.is_none() && (noun.pronoun || noun.named && self.is_elided(at)) =>
                {
                    self.stand_in(at, number, out);
                }
                _ if !held => {}
                GroupKind::Verb(verb) => {
                    let (lemma, particle) = (verb.lemma, verb.particle);
                    let bare = verb.passive;
                    let after = match self.clauses.groups.get(at + 1).map(|group| &group.kind) {
                        // "were shipped in the month", "sold in May": no particle.
                        Some(GroupKind::Preposition(_))
                            if self.clauses.noun(at + 2).is_some_and(|noun| noun.time || bare) =>
                        {
                            None
                        }
                        Some(GroupKind::Preposition(word) | GroupKind::Adverb(word)) => Some(*word),
                        // "went dark", "were made redundant"
                        Some(GroupKind::Adjective) => {
                            let last = self.clauses.groups[at + 1].end as usize - 1;
                            Some(self.reading.ids[last])
                        }
                        _ => None,
                    };
                    self.trigger(
                        at,
                        lemma,
                        TriggerSort::Verb,
                        &|found| found == particle || found == after,
                        number,
                        out,
                    );
                }
                GroupKind::Noun(noun) if !noun.time => {
                    // A name is no trigger, whatever its last word, but for a law's: "repealed the Housing Act".
                    let (head, lemma) = match noun.named {
                        true => match self.law(at) {
                            Some(head) => (head, self.reading.noun_lemma(head)),
                            None => continue,
                        },
                        false => (noun.head as usize, noun.lemma),
                    };
                    self.noun_trigger(at, head, lemma, number, out);
                    if let Some(measure) = self.rules.movements.moved(self.reading, &self.clauses, at) {
                        self.measure_moved(at, measure, number, out);
                    }
                }
                GroupKind::Preposition(word) => {
                    let word = *word;
                    let after = match self.clauses.groups.get(at + 1).map(|group| &group.kind) {
                        Some(GroupKind::Preposition(word)) => Some(*word),
                        _ => None,
                    };
                    self.trigger(
                        at,
                        word,
                        TriggerSort::Preposition,
                        &|found| found == after,
                        number,
                        out,
                    );
                }
                _ => {}
            }
        }
    }

    /// The word of a law's name that says what it is: `Act` in `Housing Act`, `Order` in `Executive Order No. 39`.
    fn law(&self, at: GroupId) -> Option<usize> {
        let (group, noun) = (&self.clauses.groups[at], self.clauses.noun(at)?);
        let mut mentions = self.mentions.within(group.first, group.end);
        let law = mentions.find(|mention| mention.kind() == Kind::Policy && mention.end == noun.head + 1)?;
        let takes = |at: &usize| {
            let list = self
                .rules
                .gate
                .list(self.reading.noun_lemma(*at), TriggerSort::Noun);
            list.is_some_and(|list| self.rules.lists[list].takes_name(self.rules))
        };
        (law.first as usize..law.end as usize).rev().find(takes)
    }

    /// "a 5% sales drop": the statistic of the noun at the token `measure`, before the one at `at` that moves it.
    fn measure_moved(&mut self, at: GroupId, measure: usize, number: usize, out: &mut Vec<Frame<'x>>) {
        let lemma = self.reading.noun_lemma(measure);
        if self.rules.is_measure(lemma) {
            self.noun_trigger(at, measure, lemma, number, out);
        }
    }

    /// Calls on the rules for a noun, which may want another one right before it (`price tag`). `head`: its token.
    fn noun_trigger(
        &mut self,
        at: GroupId,
        head: usize,
        lemma: WordId,
        number: usize,
        out: &mut Vec<Frame<'x>>,
    ) {
        let before = head.checked_sub(1).map(|token| self.reading.ids[token]);
        self.trigger(
            at,
            lemma,
            TriggerSort::Noun,
            &|found| found == before,
            number,
            out,
        );
    }

    fn trigger(
        &mut self,
        at: GroupId,
        lemma: WordId,
        sort: TriggerSort,
        has: &dyn Fn(Option<WordId>) -> bool,
        number: usize,
        out: &mut Vec<Frame<'x>>,
    ) {
        let rules = self.rules;
        let Some(found) = rules.gate.list(lemma, sort).map(|list| &rules.lists[list]) else {
            return;
        };
        // Six in seven fail here.
        let all = self.notes.is_some();
        let may = |signs: &Signs, trigger: &Trigger| all || rules.gate.admits(trigger, signs);
        for trigger in found.idioms() {
            if may(&self.signs, trigger) && (trigger.particle.is_none() || has(trigger.particle)) {
                self.attempt(at, lemma, trigger, number, out);
            }
        }
        let mut longer = false;
        // An adjective says no more of the verb than the noun of an idiom does.
        let next = self.clauses.groups.get(at + 1).map(|group| &group.kind);
        let adjective = sort == TriggerSort::Verb && matches!(next, Some(GroupKind::Adjective));
        for trigger in found.longer().iter().filter(|trigger| has(trigger.particle)) {
            longer = !adjective;
            if may(&self.signs, trigger) {
                self.attempt(at, lemma, trigger, number, out);
            }
        }
        if !longer {
            for trigger in found.bare() {
                if may(&self.signs, trigger) {
                    self.attempt(at, lemma, trigger, number, out);
                }
            }
        }
    }

    /// Tries the rule of a trigger, and notes what goes on from there.
    pub(super) fn attempt(
        &mut self,
        at: GroupId,
        lemma: WordId,
        trigger: &Trigger,
        number: usize,
        out: &mut Vec<Frame<'x>>,
    ) {
        let rules = self.rules;
        let rule = &rules.rules[trigger.rule];
        // "a 5% sales drop": only what moves is told of what stands before the head.
        let noun = self
            .clauses
            .noun(at)
            .filter(|_| trigger.sort == TriggerSort::Noun);
        let fits = |noun: &NounGroup| match noun.named {
            true => rule.takes_name(),
            false => noun.lemma == lemma || rule.tells_change(),
        };
        if !noun.is_none_or(fits) {
            return;
        }
        let from = out.len();
        // What a statistic tells already needs no background.
        let told = || {
            out.last()
                .is_some_and(|told| told.trigger == self.trigger_span(at))
        };
        if rules.events[rule.event].background && told() {
            return;
        }
        let found = match self.silent {
            Some(why) => Err(why),
            None => self.frame(at, trigger, rule, number, out),
        };
        match found {
            Ok(()) => {
                // The first rule of a word tells most of it.
                let known = self.course.measured.and_then(|known| out.get(known.frame));
                let first = known.is_none_or(|known| known.trigger != out[from].trigger);
                let figures = rule.reads_figures() && !rules.events[rule.event].background;
                if trigger.sort == TriggerSort::Noun && figures && first {
                    self.course.measured = Some(Measured {
                        trigger: *trigger,
                        sentence: number,
                        frame: from,
                    });
                }
                self.told(at, rule, &out[from..]);
                if rule.reads_figures() && self.is_worldwide(at) {
                    self.course.go_round();
                }
            }
            Err(why) => {
                let bare = matches!(why, Why::Needs(_)) && self.figures.list.is_empty();
                let measures = || {
                    rules.measures_one(trigger, lemma) || self.is_measured(at, rules.measured_by(lemma), rule)
                };
                if bare && rule.reads_figures() && measures() {
                    self.course.mention(rule, number);
                }
                if self.notes.is_some() {
                    self.note_miss(at, trigger, why);
                }
            }
        }
    }

    /// Whether the noun at `at` is what another moves: "double-digit growth in despatches".
    fn is_measured(&self, at: GroupId, measured: Option<usize>, rule: &Rule) -> bool {
        let noun = self.clauses.noun(at).filter(|_| measured == Some(rule.event));
        let before = noun
            .and_then(|noun| noun.preposition)
            .and_then(|at| at.checked_sub(1));
        let mover = before.and_then(|before| self.clauses.noun(before));
        mover.is_some_and(|mover| self.rules.movements.noun_moves(mover.lemma).is_some())
    }

    /// Notes why a trigger gave no frame.
    #[cold]
    fn note_miss(&mut self, at: GroupId, trigger: &Trigger, why: Why) {
        let miss = Miss {
            rule: trigger.rule,
            trigger: self.trigger_span(at),
            why: why.tell(self.rules, &self.rules.rules[trigger.rule]),
        };
        if let Some(note) = self.notes.as_mut().and_then(|notes| notes.last_mut()) {
            // A rule of several idioms of the verb is told of once.
            if note.misses.last() != Some(&miss) {
                note.misses.push(miss);
            }
        }
    }

    /// The verb that governs a trigger which is a noun.
    pub(super) fn deed(&self, at: GroupId) -> Option<Span> {
        self.clauses.noun(at)?;
        let governor = self.clauses.governor(at)?;
        self.clauses.verb(governor)?;
        Some(self.trigger_span(governor))
    }

    pub(super) fn trigger_span(&self, at: GroupId) -> Span {
        let group = &self.clauses.groups[at];
        let (first, end) = match &group.kind {
            GroupKind::Verb(verb) => (verb.head as usize, group.end as usize),
            GroupKind::Noun(noun) => (noun.head as usize, noun.head as usize + 1),
            _ => (group.first as usize, group.end as usize),
        };
        self.reading.span(first..end)
    }
}
