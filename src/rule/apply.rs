//! Rules against clauses: frames.

use super::course::Course;
use super::fill::{Filler, Sight};
use super::statistic::{Figure, Figures, Source};
use super::status::Decided;
use super::{Accept, Condition, Rule, RuleSet, Status, Trigger, TriggerSort};
use crate::clause::{Clauses, Filling, GroupId, GroupKind, Outermost, Slot, VerbForm, VerbGroup};
use crate::lexicon::WordId;
use crate::mention::{Kind, Mention, Value};
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

/// What an applier notes on a sentence when it is asked to explain.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) sentence: usize,
    /// The clauses, as [`Clauses::show`] writes them.
    pub(crate) clauses: String,
    pub(crate) misses: Vec<Miss>,
}

/// A trigger that gave no event, and why.
#[derive(Clone, Debug)]
pub(crate) struct Miss {
    pub(crate) rule: usize,
    pub(crate) trigger: Span,
    pub(crate) why: String,
}

/// How many groups behind a noun its verbs are looked for.
const NEAR: usize = 24;

/// Number of the role `date`, which every event type has.
pub(crate) const DATE: usize = 0;
/// Number of the role `place`, which every event type has.
pub(crate) const PLACE: usize = 1;

/// Applies a rule set to the sentences of an article.
pub(crate) struct Applier<'a, 'x> {
    pub(crate) reading: &'a Reading<'x>,
    pub(crate) rules: &'x RuleSet,
    pub(crate) mentions: &'a Outermost<'a, 'x>,
    pub(super) clauses: Clauses,
    fillings: Vec<Filling>,
    pub(super) figures: Figures,
    pub(super) course: Course<'x>,
    /// Who spoke last, and in which sentence.
    speaker: Option<(usize, Filler<'x>)>,
    /// Collected only when asked for.
    pub(crate) notes: Option<Vec<Note>>,
}

impl<'a, 'x> Applier<'a, 'x> {
    pub(crate) fn new(
        reading: &'a Reading<'x>,
        rules: &'x RuleSet,
        mentions: &'a Outermost<'a, 'x>,
        explain: bool,
    ) -> Self {
        Self {
            reading,
            rules,
            mentions,
            clauses: Clauses::default(),
            fillings: Vec::new(),
            figures: Figures::default(),
            course: Course::default(),
            speaker: None,
            notes: explain.then(Vec::new),
        }
    }

    /// Reads one sentence.
    pub(crate) fn sentence(&mut self, number: usize, sentence: Sentence, out: &mut Vec<Frame<'x>>) {
        let tokens = sentence.first as usize..sentence.end as usize;
        let zone = self.reading.zone(tokens.start);
        if matches!(zone, ZoneKind::Heading) {
            self.course.turn(number);
        }
        let row = matches!(zone, ZoneKind::Bullet | ZoneKind::Table) && self.course.is_told(number);
        if !row && !tokens.clone().any(|token| self.may_trigger(token)) {
            return;
        }
        // Menus and bylines tell nothing; a teaser may.
        if matches!(zone, ZoneKind::Boilerplate | ZoneKind::Byline | ZoneKind::Header) {
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
        let question = tokens
            .clone()
            .next_back()
            .is_some_and(|last| self.reading.tokens[last].first == b'?');
        if question {
            return;
        }
        let told = out.len();
        let context = self.course.event();
        for at in 0..self.clauses.groups.len() {
            match &self.clauses.groups[at].kind {
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
                        |trigger| {
                            trigger.sort == TriggerSort::Verb
                                && (trigger.particle.is_none()
                                    || trigger.particle == particle
                                    || trigger.particle == after)
                        },
                        number,
                        out,
                    );
                }
                GroupKind::Noun(noun) if !noun.pronoun && !noun.time => {
                    let head = noun.head as usize;
                    // A name is no trigger, whatever its last word.
                    if noun.named {
                        continue;
                    }
                    let lemma = noun.lemma;
                    let before = head.checked_sub(1).map(|token| self.reading.ids[token]);
                    self.trigger(
                        at,
                        lemma,
                        |trigger| {
                            trigger.sort == TriggerSort::Noun
                                && (trigger.particle.is_none() || trigger.particle == before)
                        },
                        number,
                        out,
                    );
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
                        |trigger| {
                            trigger.sort == TriggerSort::Preposition
                                && (trigger.particle.is_none() || trigger.particle == after)
                        },
                        number,
                        out,
                    );
                }
                _ => {}
            }
        }
        if row {
            self.row(number, context, told, out);
        }
    }

    fn may_trigger(&self, token: usize) -> bool {
        let id = self.reading.ids[token];
        id != WordId::UNKNOWN && self.reading.tokens[token].is_word() && self.rules.is_trigger_word(id)
    }

    fn trigger(
        &mut self,
        at: GroupId,
        lemma: WordId,
        fits: impl Fn(&Trigger) -> bool,
        number: usize,
        out: &mut Vec<Frame<'x>>,
    ) {
        let rules = self.rules;
        // A trigger with its particle says more than the bare one.
        let found = rules.triggers(lemma);
        let longer = found
            .iter()
            .any(|trigger| trigger.particle.is_some() && fits(trigger));
        for trigger in found.iter().filter(|trigger| fits(trigger)) {
            let rule = &rules.rules[trigger.rule];
            if longer && trigger.particle.is_none() {
                continue;
            }
            match self.frame(at, trigger, rule, number) {
                Ok(frames) => {
                    self.course.follow(rule, &frames);
                    out.extend(frames);
                }
                Err(why) => {
                    if trigger.sort == TriggerSort::Noun && matches!(why, Why::Needs(_)) {
                        self.course.mention(rule, number);
                    }
                    let span = self.trigger_span(at);
                    if let Some(note) = self.notes.as_mut().and_then(|notes| notes.last_mut()) {
                        note.misses.push(Miss {
                            rule: trigger.rule,
                            trigger: span,
                            why: why.tell(rules, rule),
                        });
                    }
                }
            }
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

    fn frame(
        &mut self,
        at: GroupId,
        trigger: &Trigger,
        rule: &'x Rule,
        number: usize,
    ) -> Result<Vec<Frame<'x>>, Why> {
        let governor = if rule.under.is_empty() {
            self.clauses.governor(at)
        } else {
            Some(self.governor_under(at, rule).ok_or(Why::Under)?)
        };
        if rule.follows && !self.course.follows(rule.event, number) {
            return Err(Why::Follows);
        }
        let has = |words: &[WordId]| self.phrase_has(at, words);
        if !rule.beside.is_empty() && !has(&rule.beside) || has(&rule.without) {
            return Err(Why::Beside);
        }
        let mut fillings = std::mem::take(&mut self.fillings);
        fillings.clear();
        let words = &self.rules.words;
        match trigger.sort {
            TriggerSort::Verb => {
                self.clauses.verb_fillings(at, words, &mut fillings);
                self.particle_object(trigger, &mut fillings);
            }
            TriggerSort::Noun => self.clauses.noun_fillings(at, governor, words, &mut fillings),
            TriggerSort::Preposition => self.clauses.preposition_fillings(at, &mut fillings),
        }
        let failed = rule
            .conditions
            .iter()
            .find(|condition| self.holds(at, condition, &fillings) != condition.wanted);
        if let Some(failed) = failed {
            self.fillings = fillings;
            return Err(Why::Condition(failed.line));
        }
        let mut figures = std::mem::take(&mut self.figures);
        if rule.reads_figures() {
            let source = Source {
                reading: self.reading,
                mentions: self.mentions,
                clauses: &self.clauses,
                is_measure: &|lemma| self.rules.is_measure(lemma),
            };
            self.rules.movements.figures(source, at, &mut figures);
        } else {
            figures.clear();
        }
        let mut roles = Vec::new();
        self.fill(rule, &fillings, &figures, &mut roles);
        let compared = self.comparisons(rule, &figures);
        if let Some(date) = figures.date {
            roles.push((DATE, self.of_mention(&self.mentions.mentions[date], "time")));
        }
        self.fillings = fillings;
        self.figures = figures;
        for (role, filler) in &mut roles {
            filler.falling |= rule.negative == Some(*role);
        }
        self.course.name(rule, number, &roles);
        if self.leaves_open(at) {
            self.topic(rule, number, &mut roles);
        }
        // What the sentences before may give is asked for again once they have given it.
        let missing = |needs: &Vec<usize>| {
            !needs
                .iter()
                .any(|role| rule.inherits.contains(role) || roles.iter().any(|(found, _)| found == role))
        };
        if let Some(missing) = rule.needs.iter().position(missing) {
            return Err(Why::Needs(missing));
        }
        for (role, word) in &rule.sets {
            let filler = Filler {
                mention: None,
                span: self.trigger_span(at),
                slot: "trigger",
                inherited: false,
                falling: false,
                word: Some(word),
            };
            roles.push((*role, filler));
        }
        let deciders = &self.rules.status;
        let decided = match trigger.sort {
            TriggerSort::Verb => deciders.of_verb(self.reading, &self.clauses, at),
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
        if !rule.when.is_empty() && !rule.when.contains(&decided.status) {
            return Err(Why::When(decided.status));
        }
        // What the sentence leaves open stays open, whatever the rule says.
        let Decided { status, cause } = match rule.status {
            Some(fixed) => decided.or(fixed, self.trigger_span(at)),
            None => decided,
        };
        self.time_and_place(at, rule, &mut roles);
        let mut frames = Vec::new();
        let mut frame = Frame {
            event: rule.event,
            rule: trigger.rule,
            trigger: self.trigger_span(at),
            sentence: number,
            status,
            cause,
            definite: self.definite(at),
            roles,
            past: rule.status.is_some() || self.is_past(at),
            comparison: false,
        };
        for compared in compared {
            let mut other = frame.clone();
            let told: Vec<usize> = compared.iter().map(|(role, _)| *role).collect();
            let figure = |role: usize| rule.figure_roles().any(|figure| figure == role);
            other
                .roles
                .retain(|(role, _)| !figure(*role) && !told.contains(role) && *role != DATE);
            other.roles.extend(compared);
            other.comparison = true;
            other.status = Status::Actual;
            frames.push(other);
        }
        if let Some(each) = rule.each {
            self.go_on(at, each, &mut frame);
            for (role, filler) in frame.roles.iter().filter(|(role, _)| *role == each) {
                let mut one = frame.clone();
                one.roles.retain(|(role, _)| *role != each);
                one.roles.push((*role, *filler));
                frames.push(one);
            }
        } else {
            let again = self.gapped(rule, &mut frame, at);
            frames.insert(0, frame);
            frames.extend(again);
        }
        Ok(frames)
    }

    /// Whether the verb of a trigger stands in the simple past.
    fn is_past(&self, at: GroupId) -> bool {
        let verb = match trigger_verb(&self.clauses, at) {
            Some(verb) => verb,
            None => return false,
        };
        verb.form == VerbForm::Past && !verb.perfect && !verb.progressive
    }

    /// Whether one of the slots of a condition gives what it asks for.
    fn holds(&self, at: GroupId, condition: &Condition, fillings: &[Filling]) -> bool {
        let sight = self.sight();
        condition.slots.iter().any(|slot| match slot {
            Slot::Quotation => self.clauses.quotes(self.reading, at),
            Slot::Clause => self.clauses.takes_clause(at),
            slot => fillings
                .iter()
                .filter(|filling| filling.slot.serves(*slot))
                .any(|filling| {
                    condition.accept.is_empty()
                        || sight.take(filling.slot, filling.group, &condition.accept, &mut Vec::new())
                }),
        })
    }

    /// Whether a trigger leaves open who does it: a verb without a subject, with a pronoun or (in the passive) with
    /// a figure for one; a noun without a possessor.
    fn leaves_open(&self, at: GroupId) -> bool {
        match &self.clauses.groups[at].kind {
            GroupKind::Verb(verb) => verb
                .subject
                .and_then(|subject| self.clauses.noun(subject))
                .is_none_or(|noun| noun.pronoun || verb.passive),
            _ => true,
        }
    }

    /// Whether one of the words stands in the phrase of the trigger: in its noun group, right before it, or behind
    /// it up to the next comma or verb.
    fn phrase_has(&self, at: GroupId, words: &[WordId]) -> bool {
        if words.is_empty() {
            return false;
        }
        let groups = &self.clauses.groups;
        let from = match at.checked_sub(1).map(|before| &groups[before].kind) {
            Some(GroupKind::Adverb(_) | GroupKind::Adjective) => at - 1,
            _ => at,
        };
        let behind = groups[at + 1..].iter().take(12).take_while(|group| {
            !matches!(
                group.kind,
                GroupKind::Verb(_) | GroupKind::Comma | GroupKind::Stop | GroupKind::Subordinator(_)
            )
        });
        groups[from..=at].iter().chain(behind).any(|group| {
            (group.first..group.end).any(|token| words.contains(&self.reading.ids[token as usize]))
        })
    }

    /// Whether the trigger, or the object of a verb, is spoken of as known.
    fn definite(&self, at: GroupId) -> bool {
        let noun = match &self.clauses.groups[at].kind {
            GroupKind::Verb(verb) if verb.passive => verb.subject,
            GroupKind::Verb(verb) => verb.object,
            _ => Some(at),
        };
        noun.and_then(|id| {
            self.clauses
                .noun(id)
                .map(|_| self.clauses.groups[id].first as usize)
        })
        .is_some_and(|first| self.reading.is(first, "the") || self.reading.is(first, "this"))
    }

    /// "took on 180 people": what hangs on the particle is the object.
    fn particle_object(&self, trigger: &Trigger, fillings: &mut Vec<Filling>) {
        let Some(particle) = trigger.particle else { return };
        if fillings.iter().any(|filling| filling.slot == Slot::Object) {
            return;
        }
        let objects: Vec<Filling> = fillings
            .iter()
            .filter(|filling| filling.slot == Slot::Preposition(particle))
            .map(|filling| Filling {
                slot: Slot::Object,
                ..*filling
            })
            .collect();
        fillings.extend(objects);
    }

    /// `… he added`: who spoke in one of the two sentences before goes on, if he or it may.
    fn go_on(&mut self, at: GroupId, role: usize, frame: &mut Frame<'x>) {
        let subject = self.clauses.verb(at).and_then(|verb| verb.subject);
        let pronoun = subject
            .and_then(|subject| self.clauses.noun(subject))
            .filter(|noun| noun.pronoun)
            .map(|noun| noun.head as usize);
        let is_person = |filler: &Filler<'x>| {
            let mention = filler
                .mention
                .and_then(|id| self.mentions.mentions.get(id.index()));
            mention.map(|mention| mention.kind() == Kind::Person)
        };
        // Whoever is named after the speaker is nearer.
        let named = frame.roles.iter().find(|(found, _)| *found == role);
        let named = named.and_then(|(_, filler)| self.mentions.mentions.get(filler.mention?.index()));
        let named = named.map(|mention| self.reading.sentence_of(mention.first as usize));
        let before = self.speaker.as_ref().filter(|(sentence, _)| {
            *sentence < frame.sentence
                && sentence + 2 >= frame.sentence
                && named.is_none_or(|named| named <= *sentence)
        });
        if let (Some(token), Some((_, speaker))) = (pronoun, before) {
            let person = self.reading.is(token, "he") || self.reading.is(token, "she");
            let it = self.reading.is(token, "it") || self.reading.is(token, "they");
            // An unnamed speaker may be either.
            if person && is_person(speaker) != Some(false) || it && is_person(speaker) != Some(true) {
                let speaker = Filler {
                    inherited: true,
                    ..*speaker
                };
                frame.roles.retain(|(found, _)| *found != role);
                frame.roles.push((role, speaker));
            }
        }
        if let Some((_, speaker)) = frame.roles.iter().find(|(found, _)| *found == role) {
            self.speaker = Some((frame.sentence, *speaker));
        }
    }

    /// The verb among those that a rule asks for which governs its trigger at `at`: that of an infinitive or gerund,
    /// or one that has the noun as its subject or object.
    fn governor_under(&self, at: GroupId, rule: &Rule) -> Option<GroupId> {
        let fits = |id: &GroupId| {
            let Some(verb) = self.clauses.verb(*id) else {
                return false;
            };
            let after = match self.clauses.groups.get(*id + 1).map(|group| &group.kind) {
                Some(GroupKind::Preposition(word) | GroupKind::Adverb(word)) => Some(*word),
                _ => None,
            };
            rule.under.iter().any(|(lemma, particle)| {
                *lemma == verb.lemma
                    && (particle.is_none() || *particle == verb.particle || *particle == after)
            })
        };
        let above = match self.clauses.verb(at) {
            Some(verb) => verb.parent,
            None => self.clauses.governor(at),
        };
        if let Some(governor) = above.filter(fits) {
            return Some(governor);
        }
        // "The meeting, chaired by the minister, approved …": a noun may have several verbs.
        let first = self.clauses.noun(at)?.chain.unwrap_or(at);
        let near = at + 1..self.clauses.groups.len().min(at + NEAR);
        near.filter(|id| {
            self.clauses
                .verb(*id)
                .is_some_and(|verb| verb.subject == Some(first) || verb.object == Some(first))
        })
        .find(fits)
    }

    pub(super) fn fill(
        &self,
        rule: &Rule,
        fillings: &[Filling],
        figures: &Figures,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) {
        let mut found = Vec::new();
        for fill in &rule.fills {
            if roles.iter().any(|(role, _)| *role == fill.role) {
                continue;
            }
            let single = fill.accept.iter().all(|accept| {
                matches!(
                    accept,
                    Accept::Kind(Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Date)
                        | Accept::Counted(_)
                        | Accept::Measured(_)
                )
            });
            // A name in a later slot says more than a phrase in an earlier one: "its second batch of Corollas".
            let choices = fill.named.iter().chain([&fill.accept]);
            'filled: for accept in choices {
                for together in &fill.slots {
                    found.clear();
                    self.fill_from(together, accept, fillings, figures, &mut found);
                    if single {
                        found.truncate(if self.in_two_currencies(&found) { 2 } else { 1 });
                    }
                    if !found.is_empty() {
                        roles.extend(found.drain(..).map(|filler| (fill.role, filler)));
                        break 'filled;
                    }
                }
            }
        }
    }

    /// "Rs42bn ($150m)" is one amount in two currencies.
    fn in_two_currencies(&self, found: &[Filler<'x>]) -> bool {
        let currency =
            |filler: &Filler<'x>| match self.mentions.mentions.get(filler.mention?.index())?.value() {
                Value::Money { currency, .. } => Some(*currency),
                _ => None,
            };
        match found {
            [first, second, ..] => {
                let near = second.span.start() <= first.span.end() + 4;
                near && currency(first).is_some()
                    && currency(second).is_some()
                    && currency(first) != currency(second)
            }
            _ => false,
        }
    }

    /// What the slots of one choice of a fill give, together.
    fn fill_from(
        &self,
        slots: &[Slot],
        accept: &[Accept],
        fillings: &[Filling],
        figures: &Figures,
        found: &mut Vec<Filler<'x>>,
    ) {
        let sight = self.sight();
        for slot in slots {
            if matches!(slot, Slot::Level | Slot::Change | Slot::Previous) {
                let figure = figures.of(*slot).find_map(|figure| self.figure(figure, accept));
                found.extend(figure);
                continue;
            }
            for filling in fillings.iter().filter(|filling| filling.slot.serves(*slot)) {
                // The same noun may hang on the trigger by two ways.
                let taken = found.len();
                sight.take(filling.slot, filling.group, accept, found);
                if found[..taken]
                    .iter()
                    .any(|filler| found[taken..].iter().any(|new| self.same(new, filler)))
                {
                    found.truncate(taken);
                }
            }
        }
    }

    pub(super) fn sight(&self) -> Sight<'_, 'x> {
        Sight {
            reading: self.reading,
            mentions: self.mentions,
            clauses: &self.clauses,
            anaphors: &self.rules.anaphors,
        }
    }

    /// Whether two fillers are the same words or name the same entity.
    fn same(&self, one: &Filler<'x>, other: &Filler<'x>) -> bool {
        let entity = |filler: &Filler<'x>| self.mentions.mentions.get(filler.mention?.index())?.entity;
        one.span == other.span || entity(one).is_some() && entity(one) == entity(other)
    }

    /// A figure of a statistic as a filler, if the role takes its kind.
    pub(super) fn figure(&self, figure: &Figure, accept: &[Accept]) -> Option<Filler<'x>> {
        let mention = self.mentions.mentions.get(figure.mention)?;
        let taken = accept.contains(&Accept::Kind(mention.kind()));
        taken.then(|| Filler {
            falling: figure.falling,
            ..self.of_mention(mention, figure.slot.name(self.reading.lexicon))
        })
    }

    /// The figures that a statistic is compared with, as fillers of events of their own.
    pub(super) fn comparisons(&self, rule: &Rule, figures: &Figures) -> Vec<Vec<(usize, Filler<'x>)>> {
        let previous = figures.of(Slot::Previous).filter_map(|figure| {
            let (role, filler) = rule.fills.iter().find_map(|fill| {
                let level = fill
                    .slots
                    .iter()
                    .flatten()
                    .any(|slot| matches!(slot, Slot::Level | Slot::Object));
                let filler = self.figure(figure, &fill.accept).filter(|_| level)?;
                Some((fill.role, filler))
            })?;
            let date = figure.date.and_then(|date| self.mentions.mentions.get(date));
            let date = date.map(|date| (DATE, self.of_mention(date, "time")));
            Some(std::iter::once((role, filler)).chain(date).collect())
        });
        previous.collect()
    }

    pub(super) fn of_mention(&self, mention: &Mention<'x>, slot: &'x str) -> Filler<'x> {
        Filler {
            mention: Some(mention.id()),
            span: mention.span(),
            slot,
            inherited: false,
            falling: false,
            word: None,
        }
    }

    fn date_in(&self, at: GroupId) -> Option<Filler<'x>> {
        let group = &self.clauses.groups[at];
        let mention = self
            .mentions
            .within(group.first, group.end)
            .find(|mention| is_date(mention))?;
        Some(self.of_mention(mention, "time"))
    }

    /// Adds when and where, from the trigger's own clause.
    fn time_and_place(&self, at: GroupId, rule: &Rule, roles: &mut Vec<(usize, Filler<'x>)>) {
        let (from, to) = self.domain(at);
        let has = |roles: &[(usize, Filler<'x>)], role| {
            rule.omits.contains(&role) || roles.iter().any(|(found, _)| *found == role)
        };
        if !has(roles, DATE) {
            let mut best: Option<(usize, Filler<'x>)> = None;
            for i in from..to {
                let GroupKind::Noun(noun) = &self.clauses.groups[i].kind else {
                    continue;
                };
                let modifier = !noun.time;
                if modifier && i != at || self.compares(i) {
                    continue;
                }
                let Some(date) = self.date_in(i) else { continue };
                let distance = if i >= at { i - at } else { (at - i) * 2 };
                if best.as_ref().is_none_or(|(least, _)| distance < *least) {
                    best = Some((distance, date));
                }
            }
            if let Some((_, date)) = best {
                roles.push((DATE, date));
            }
        }
        if !has(roles, PLACE) {
            for i in from..to {
                let GroupKind::Preposition(word) = self.clauses.groups[i].kind else {
                    continue;
                };
                if !self.rules.places.contains(&word) {
                    continue;
                }
                let group = self.clauses.groups.get(i + 1);
                let Some(Group { first, end }) = group.map(|group| Group {
                    first: group.first,
                    end: group.end,
                }) else {
                    continue;
                };
                let place = self.mentions.within(first, end).find(|mention| {
                    matches!(mention.kind(), Kind::Place | Kind::Country) && mention.end == end
                });
                if let Some(place) = place {
                    let taken = roles.iter().any(|(_, filler)| filler.mention == Some(place.id()));
                    if !taken {
                        roles.push((
                            PLACE,
                            self.of_mention(place, self.reading.lexicon.word_text(word)),
                        ));
                    }
                    break;
                }
            }
        }
    }

    /// Whether a noun group tells what a figure is compared with.
    fn compares(&self, at: GroupId) -> bool {
        self.clauses.groups[..at]
            .iter()
            .rev()
            .take(4)
            .find_map(|group| match &group.kind {
                // "suspended from Monday" compares nothing.
                GroupKind::Preposition(word) => {
                    let bare = self.figures.list.is_empty() && self.rules.movements.is_from(*word);
                    (self.rules.movements.compares(*word) && !bare).then_some(true)
                }
                GroupKind::Verb(verb) => Some(
                    self.rules
                        .movements
                        .compares(self.reading.ids[verb.head as usize]),
                ),
                GroupKind::Comma | GroupKind::Stop => Some(false),
                _ => None,
            })
            .unwrap_or(false)
    }

    /// The groups of the trigger's clause.
    fn domain(&self, at: GroupId) -> (GroupId, GroupId) {
        let groups = &self.clauses.groups;
        let verb = match &groups[at].kind {
            GroupKind::Verb(_) => Some(at),
            _ => self.clauses.governor(at),
        };
        let pivot = verb.unwrap_or(at);
        let mut from = pivot.min(at);
        while from > 0 {
            match &groups[from - 1].kind {
                GroupKind::Verb(verb) if verb.finite() && !verb.relative => break,
                GroupKind::Stop | GroupKind::Subordinator(_) => break,
                _ => from -= 1,
            }
        }
        let mut to = pivot.max(at) + 1;
        while to < groups.len() {
            match &groups[to].kind {
                GroupKind::Verb(verb) if verb.finite() => break,
                GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative => break,
                _ => to += 1,
            }
        }
        (from, to)
    }
}

/// The verb of a trigger: itself, or the one that governs it.
fn trigger_verb(clauses: &Clauses, at: GroupId) -> Option<&VerbGroup> {
    clauses.verb(at).or_else(|| clauses.verb(clauses.governor(at)?))
}

struct Group {
    first: u32,
    end: u32,
}

fn is_date(mention: &Mention<'_>) -> bool {
    matches!(mention.value(), crate::mention::Value::Date(when) if !when.vague)
}

/// Why a trigger gave no event.
enum Why {
    Under,
    Follows,
    Beside,
    When(Status),
    Needs(usize),
    /// The condition on that line of the rule file fails.
    Condition(u32),
}

impl Why {
    fn tell(&self, rules: &RuleSet, rule: &Rule) -> String {
        match self {
            Self::Follows => "no statistic of its type stands before it".to_owned(),
            Self::Beside => "a word of `beside` is not there, or one of `without` is".to_owned(),
            Self::Under => "no verb of `under` governs it".to_owned(),
            Self::Condition(line) => format!("the condition on line {line} does not hold"),
            Self::When(status) => format!("it is {}, for which the rule is not", status.name()),
            Self::Needs(at) => {
                let roles = &rules.events[rule.event].roles;
                let names: Vec<&str> = rule.needs[*at]
                    .iter()
                    .map(|role| roles[*role].name.as_str())
                    .collect();
                format!("needs {}: none was found", names.join(" or "))
            }
        }
    }
}

impl Rule {
    /// Whether a role is taken from a figure of a statistic.
    pub(crate) fn reads_figures(&self) -> bool {
        self.fills.iter().any(|fill| {
            fill.slots
                .iter()
                .flatten()
                .any(|slot| matches!(slot, Slot::Level | Slot::Change | Slot::Previous))
        })
    }

    /// The roles that figures of a statistic fill.
    pub(super) fn figure_roles(&self) -> impl Iterator<Item = usize> + '_ {
        self.fills
            .iter()
            .filter(|fill| {
                fill.slots
                    .iter()
                    .flatten()
                    .any(|slot| matches!(slot, Slot::Level | Slot::Change | Slot::Previous))
            })
            .map(|fill| fill.role)
    }
}
