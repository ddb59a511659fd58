//! Rules against clauses: frames.

use std::cell::OnceCell;

use super::condition::{is_reporter, trigger_verb};
use super::course::{Course, Measured};
use super::demand::Held;
use super::fill::Filler;
use super::miss::{Miss, Note, Why};
use super::signs::Signs;
use super::statistic::{Figures, Source};
use super::status::Decided;
use super::{Rule, RuleSet, Status, Trigger, TriggerSort};
use crate::clause::{Clauses, Filling, GroupId, GroupKind, Outermost, Slot};
use crate::lexicon::{WordId, WordSet};
use crate::mention::Mention;
use crate::reading::Reading;
use crate::text::{Span, ZoneKind};
use crate::token::Sentence;

/// What a rule found in one place: an event before merging.
#[derive(Clone, Debug)]
pub(crate) struct Frame<'x> {
    pub(crate) event: usize,
    pub(crate) rule: usize,
    pub(crate) trigger: Span,
    pub(crate) sentence: usize,
    pub(crate) status: Status,
    pub(crate) cause: Option<Span>,
    /// By number of the role.
    pub(crate) roles: Vec<(usize, Filler<'x>)>,
    /// Who acts, if the sentence names nobody in that role: neither the same as another's nor against it.
    pub(crate) actor: Option<(usize, Filler<'x>)>,
    /// What it tells of is known already: "the plant".
    pub(crate) definite: bool,
    /// Its verb stands in the simple past: no day to come makes it planned.
    pub(crate) past: bool,
    /// It tells the figure that another frame's is compared with.
    pub(crate) comparison: bool,
}

impl Frame<'_> {
    pub(crate) fn has(&self, role: usize) -> bool {
        self.roles.iter().any(|(found, _)| *found == role)
    }
}

/// Number of the role `date`, which every event type has.
pub(crate) const DATE: usize = 0;
/// Number of the role `place`, which every event type has.
pub(crate) const PLACE: usize = 1;

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
    fillings: Vec<Filling>,
    /// Whose `fillings` are, how many of them are no single rule's, and the bits of their slots.
    pub(super) filled: Option<(Place, usize, u64)>,
    pub(super) figures: Figures,
    /// Whose `figures` are.
    measured: Option<GroupId>,
    /// The roles of the frame at hand.
    roles: Vec<(usize, Filler<'x>)>,
    /// What one slot gives, as a buffer.
    found: Vec<Filler<'x>>,
    pub(super) course: Course<'x>,
    /// Who spoke last, and in which sentence.
    pub(super) speaker: Option<(usize, Filler<'x>)>,
    /// Whom the article at large is about.
    pub(super) hero: OnceCell<Option<&'a Mention<'x>>>,
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
            hero: OnceCell::new(),
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
        if matches!(zone, ZoneKind::Heading) {
            self.course.turn(number);
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
        if self.silent.is_some() && self.notes.is_none() {
            return;
        }
        let row = matches!(zone, ZoneKind::Bullet | ZoneKind::Table) && self.course.is_told(number);
        let gate = &self.rules.gate;
        self.signs = gate.signs(self.reading, self.mentions, sentence, &mut self.held);
        let opens = match self.notes {
            Some(_) => !self.held.is_empty(),
            None => gate.opens(self.reading, &self.held, &self.signs),
        };
        // A statistic told before may go on without a word for it.
        let goes_on = self.may_go_on(sentence, number);
        if !row && !opens && !goes_on {
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
        self.measured = None;
        let told = out.len();
        let context = self.course.event();
        self.triggers(number, out);
        if self.silent.is_some() {
            return;
        }
        if row || goes_on && self.is_labelled(number) {
            self.row(number, context, told, out);
        } else {
            self.members_of(number, told, out);
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
                        _ => None,
                    };
                    self.trigger(
                        at,
                        lemma,
                        TriggerSort::Verb,
                        |found| found == particle || found == after,
                        number,
                        out,
                    );
                }
                GroupKind::Noun(noun) if !noun.time => {
                    let head = noun.head as usize;
                    // A name is no trigger, whatever its last word.
                    if noun.named {
                        continue;
                    }
                    let lemma = noun.lemma;
                    let before = head.checked_sub(1).map(|token| self.reading.ids[token]);
                    self.trigger(at, lemma, TriggerSort::Noun, |found| found == before, number, out);
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
                        |found| found == after,
                        number,
                        out,
                    );
                }
                _ => {}
            }
        }
    }

    fn trigger(
        &mut self,
        at: GroupId,
        lemma: WordId,
        sort: TriggerSort,
        has: impl Fn(Option<WordId>) -> bool,
        number: usize,
        out: &mut Vec<Frame<'x>>,
    ) {
        let rules = self.rules;
        let Some(found) = rules.gate.list(lemma, sort).map(|list| &rules.lists[list]) else {
            return;
        };
        let mut longer = found
            .longer
            .iter()
            .filter(|trigger| has(trigger.particle))
            .peekable();
        let bare = match longer.peek() {
            Some(_) => &[],
            None => found.bare.as_slice(),
        };
        for trigger in found.idioms.iter().chain(longer).chain(bare) {
            if trigger.idiom.is_some() && trigger.particle.is_some() && !has(trigger.particle) {
                continue;
            }
            if self.notes.is_none() && !rules.gate.admits(trigger, &self.signs) {
                continue;
            }
            let rule = &rules.rules[trigger.rule];
            let from = out.len();
            let found = match self.silent {
                Some(why) => Err(why),
                None => self.frame(at, trigger, rule, number, out),
            };
            match found {
                Ok(()) => {
                    // The first rule of a word tells most of it.
                    let known = self.course.measured.and_then(|known| out.get(known.frame));
                    let first = known.is_none_or(|known| known.trigger != out[from].trigger);
                    if trigger.sort == TriggerSort::Noun && rule.reads_figures() && first {
                        self.course.measured = Some(Measured {
                            trigger: *trigger,
                            sentence: number,
                            frame: from,
                        });
                    }
                    let holder = self.rules.events[rule.event].holder;
                    self.course
                        .follow(rule, holder, self.mentions.mentions, &out[from..]);
                }
                Err(why) => {
                    let bare = matches!(why, Why::Needs(_)) && self.figures.list.is_empty();
                    if bare && rule.reads_figures() && rules.measures_one(trigger, lemma) {
                        self.course.mention(rule, number);
                    }
                    if self.notes.is_some() {
                        self.note_miss(at, trigger, why);
                    }
                }
            }
        }
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
            note.misses.push(miss);
        }
    }

    fn trigger_span(&self, at: GroupId) -> Span {
        let group = &self.clauses.groups[at];
        let (first, end) = match &group.kind {
            GroupKind::Verb(verb) => (verb.head as usize, group.end as usize),
            GroupKind::Noun(noun) => (noun.head as usize, noun.head as usize + 1),
            _ => (group.first as usize, group.end as usize),
        };
        self.reading.span(first..end)
    }

    pub(super) fn frame(
        &mut self,
        at: GroupId,
        trigger: &Trigger,
        rule: &'x Rule,
        number: usize,
        out: &mut Vec<Frame<'x>>,
    ) -> Result<(), Why> {
        let governor = if rule.under.is_empty() || self.is_stand_in(at) {
            self.clauses.governor(at)
        } else {
            Some(self.governor_under(at, &rule.under).ok_or(Why::Under)?)
        };
        if !rule.not_under.is_empty() && self.governor_under(at, &rule.not_under).is_some() {
            return Err(Why::NotUnder);
        }
        if rule.reads_figures() && self.qualifies(at) || rule.measures() && self.is_shared(at) {
            return Err(Why::Qualifies);
        }
        if rule.follows && !self.course.follows(rule.event, number) {
            return Err(Why::Follows);
        }
        // What the noun had beside it, the pronoun for it need not have.
        let stands_in = self.is_stand_in(at);
        let has = |words: &WordSet, described: bool| self.phrase_has(at, words, described);
        let hangs = self
            .clauses
            .noun(at)
            .and_then(|noun| self.preposition(noun.preposition?));
        if hangs.is_some_and(|word| rule.apart.contains(word)) {
            return Err(Why::Apart);
        }
        let lacks = !rule.beside.is_empty() && !stands_in && !has(&rule.beside, true);
        let barred = || self.rules.gate.may_bar(trigger.rule, &self.signs) && has(&rule.without, false);
        if lacks || barred() {
            return Err(Why::Beside);
        }
        let mut fillings = std::mem::take(&mut self.fillings);
        let mut held = self.fillings_of(at, governor, trigger, &mut fillings);
        if let Some(idiom) = trigger.idiom {
            let Some(others) = self.without_idiom(idiom, &mut fillings) else {
                self.fillings = fillings;
                return Err(Why::Idiom);
            };
            held = others;
        }
        // Most tries lack something, and that is told at once; the figures of a statistic take some reading.
        if self.notes.is_none() && !rule.reads_figures() {
            if let Some(missing) = self.rules.gate.lacks(trigger.rule, held) {
                self.fillings = fillings;
                return Err(Why::Needs(missing));
            }
        }
        let mut found = std::mem::take(&mut self.found);
        let failed = rule.conditions.iter().find(|condition| {
            found.clear();
            self.holds(at, condition, &fillings, held, &mut found) != condition.wanted
        });
        if let Some(failed) = failed.filter(|_| !stands_in) {
            self.fillings = fillings;
            self.found = found;
            return Err(Why::Condition(failed.line));
        }
        let mut figures = std::mem::take(&mut self.figures);
        self.figures_of(at, rule, &mut figures);
        let held = held | figures.slots();
        let lacks = self.rules.gate.lacks(trigger.rule, held);
        if let Some(missing) = lacks.filter(|_| self.notes.is_none()) {
            self.fillings = fillings;
            self.found = found;
            self.figures = figures;
            return Err(Why::Needs(missing));
        }
        let mut roles = std::mem::take(&mut self.roles);
        roles.clear();
        self.fill(rule, &fillings, &figures, held, &mut found, &mut roles);
        self.found = found;
        // An aim or forecast of before is none any more.
        let stands = !rule.settled && rule.status != Some(Status::Planned);
        let compared = if stands {
            self.comparisons(rule, &figures)
        } else {
            Vec::new()
        };
        if let Some(date) = figures.date {
            roles.push((DATE, self.of_mention(&self.mentions.mentions[date], "time")));
        }
        self.fillings = fillings;
        self.figures = figures;
        for (role, filler) in &mut roles {
            filler.falling |= rule.negative == Some(*role);
        }
        // "The bureau reported a rise in exports": not its own.
        if rule.reads_figures() {
            roles.retain(|(role, filler)| rule.topic != Some(*role) || !self.is_reporter(filler));
        }
        // Who only tells figures is not whom they are about.
        let reports = |(role, filler): &(usize, Filler<'x>)| {
            rule.topic == Some(*role)
                && self
                    .mention_of(filler)
                    .is_some_and(|mention| is_reporter(self.reading, mention))
        };
        if !roles.iter().any(reports) {
            self.course.name(rule, number, &roles);
        }
        if self.leaves_open(at) {
            self.told_of(at, rule, &mut roles);
            self.topic(at, rule, number, &mut roles);
        }
        // What the sentences before may give is asked for again once they have given it.
        let missing = |needs: &Vec<usize>| {
            !needs
                .iter()
                .any(|role| rule.may_inherit(*role) || roles.iter().any(|(found, _)| found == role))
        };
        if let Some(missing) = rule.needs.iter().position(missing) {
            self.roles = roles;
            return Err(Why::Needs(missing));
        }
        for (role, word) in &rule.sets {
            let filler = Filler {
                word: Some(word),
                ..Filler::of_words(self.trigger_span(at), "trigger")
            };
            roles.push((*role, filler));
        }
        let deciders = &self.rules.status;
        let decided = match trigger.sort {
            TriggerSort::Verb => {
                let under = governor.filter(|_| !rule.under.is_empty());
                deciders.of_verb(self.reading, &self.clauses, at, under)
            }
            TriggerSort::Noun => deciders.of_noun(
                self.reading,
                &self.clauses,
                at,
                governor,
                !rule.under.is_empty(),
                rule.status == Some(Status::Actual),
            ),
            TriggerSort::Preposition => Decided::default(),
        };
        let denied = decided.status == Status::Denied;
        if rule.turned && !denied || !rule.when.is_empty() && !rule.when.contains(&decided.status) {
            self.roles = roles;
            return Err(Why::When(decided.status));
        }
        // What the sentence leaves open stays open, whatever the rule says.
        let Decided { status, cause } = match rule.status {
            _ if rule.settled && decided.status == Status::Planned => Decided::default(),
            _ if rule.turned => Decided {
                status: match trigger_verb(&self.clauses, at) {
                    Some(verb) if verb.modal.is_some() => Status::Planned,
                    _ => Status::Actual,
                },
                ..decided
            },
            Some(fixed) => decided.or(fixed, self.trigger_span(at)),
            None => decided,
        };
        let actor = self.act(at, rule, number, &roles);
        let under = governor.filter(|_| !rule.under.is_empty());
        self.time_and_place(at, under, rule, &mut roles);
        let from = out.len();
        out.push(Frame {
            event: rule.event,
            rule: trigger.rule,
            trigger: self.trigger_span(at),
            sentence: number,
            status,
            cause,
            definite: self.definite(at) || self.points(&roles),
            past: rule.settled || rule.status.is_some() || self.is_past(at),
            comparison: false,
            actor,
            roles: roles.clone(),
        });
        self.roles = roles;
        for compared in compared {
            let mut other = out[from].clone();
            let told: Vec<usize> = compared.iter().map(|(role, _)| *role).collect();
            let figure = |role: usize| rule.figure_roles().any(|figure| figure == role);
            other
                .roles
                .retain(|(role, _)| !figure(*role) && !told.contains(role) && *role != DATE);
            other.roles.extend(compared);
            other.comparison = true;
            other.status = Status::Actual;
            out.push(other);
        }
        if let Some(each) = rule.each {
            let mut frame = out.remove(from);
            self.go_on(at, each, &mut frame);
            let fillers = frame.roles.iter().filter(|(role, _)| *role == each);
            let fillers = fillers.copied().collect();
            frame.roles.retain(|(role, _)| *role != each);
            one_each(frame, fillers, out);
        } else {
            let shares = self.share_out(rule, &mut out[from]);
            let again = if shares.is_empty() {
                self.gapped(rule, &mut out[from], at)
            } else {
                shares
            };
            out.extend(again);
        }
        Ok(())
    }

    /// What fills the slots of a trigger, and the bits of these slots. The rules of a word share most of it.
    fn fillings_of(
        &mut self,
        at: GroupId,
        governor: Option<GroupId>,
        trigger: &Trigger,
        fillings: &mut Vec<Filling>,
    ) -> u64 {
        let words = &self.rules.words;
        let place = (at, trigger.sort, governor);
        let held = match self.filled {
            Some((known, own, held)) if known == place => {
                fillings.truncate(own);
                held
            }
            _ => {
                fillings.clear();
                match trigger.sort {
                    TriggerSort::Verb => self.clauses.verb_fillings(at, words, fillings),
                    TriggerSort::Noun => {
                        self.clauses.noun_fillings(at, governor, words, fillings);
                        self.stood_for(at, fillings);
                    }
                    TriggerSort::Preposition => self.clauses.preposition_fillings(at, fillings),
                }
                let held = Slot::ASKED | Slot::bits(fillings.iter().map(|filling| filling.slot));
                self.filled = Some((place, fillings.len(), held));
                held
            }
        };
        match trigger.sort {
            TriggerSort::Verb => held | self.particle_object(trigger, fillings),
            _ => held,
        }
    }

    /// The figures at a trigger, if the rule reads them.
    fn figures_of(&mut self, at: GroupId, rule: &Rule, figures: &mut Figures) {
        if !rule.reads_figures() {
            figures.clear();
            self.measured = None;
        } else if self.measured != Some(at) {
            let source = Source {
                reading: self.reading,
                mentions: self.mentions,
                clauses: &self.clauses,
                is_measure: &|lemma| self.rules.is_measure(lemma),
            };
            self.rules.movements.figures(source, at, figures);
            self.measured = Some(at);
        }
    }
}

/// An event for each of some fillers.
fn one_each<'x>(frame: Frame<'x>, mut fillers: Vec<(usize, Filler<'x>)>, out: &mut Vec<Frame<'x>>) {
    let last = fillers.pop();
    for filler in fillers {
        let mut one = frame.clone();
        one.roles.push(filler);
        out.push(one);
    }
    if let Some(filler) = last {
        let mut one = frame;
        one.roles.push(filler);
        out.push(one);
    }
}
