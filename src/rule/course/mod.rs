//! The course of an article: what the statistics before a sentence were of, and of whom. "Exports rose 5% in May" makes
//! "Yarn: $232m" below it an export of May; "Toyota built …" makes "Output came to …" Toyota's.

mod list;
mod most;
mod row;

use super::apply::Applier;
use super::filler::Filler;
use super::frame::{Frame, DATE, PLACE};
use super::{Rule, RuleSet, Status, Trigger};
use crate::clause::GroupId;
use crate::mention::{Kind, Mention, MentionId};
use crate::text::ZoneKind;

/// How many sentences on a statistic still tells what the figures of running text are of.
pub(super) const NEAR: usize = 3;
/// How many sentences on `the plant` still stands for who has it.
const HELD: usize = 5;
/// With how many countries one is told to trade.
const PARTNERS: usize = 32;
/// How many rows a table or a list may have.
const ROWS: usize = 40;

/// What has been told so far.
#[derive(Debug, Default)]
pub(super) struct Course<'x> {
    /// The event type of the last statistic, its sentence and the time that it covers.
    last: Option<Told<'x>>,
    /// The event type and the sentence of the last statistic before that which is of another type or sentence.
    earlier: Option<(usize, usize)>,
    /// The same of the first statistic, to which lists under headings go back.
    first: Option<Told<'x>>,
    /// The same of the first statistic of the paragraph.
    opened: Option<Told<'x>>,
    /// The same of the last one of each event type that is no part of another, to which lists go back whose head names it.
    whole: Vec<Told<'x>>,
    /// What a sentence is about that gives no figure: its event type, and the sentence.
    named: Option<(usize, usize)>,
    /// The sentence of the last heading that says what it is about.
    headed: Option<usize>,
    /// A heading stands between the last statistic and the sentence.
    turned: bool,
    /// The event types without statistics that were told of, and in which sentences they last were.
    told: Vec<(usize, usize)>,
    /// Who was last told of, and in which sentence.
    topic: Option<(Filler<'x>, usize)>,
    /// The event type by which it was.
    topic_event: usize,
    /// The country that was last told of by its own name.
    country: Option<Filler<'x>>,
    /// The largest figure of each event type, for whoever it was last told of.
    most: Vec<most::Most>,
    /// Who has what was last told of, such as a plant, and in which sentence.
    holder: Option<(MentionId, usize)>,
    /// The dates at the head of a table, and its sentence.
    head: Option<([usize; 2], usize)>,
    /// The sentence of the last heading of a list that gives the currency of its figures.
    currency: Option<usize>,
    /// The last statistic that a noun told.
    pub(super) measured: Option<Measured>,
    /// Whose trade was last told of, and with which countries.
    trade: Option<(MentionId, Vec<MentionId>)>,
}

/// A statistic that a noun told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    pub(super) trigger: Trigger,
    pub(super) sentence: usize,
    /// The number of its frame.
    pub(super) frame: usize,
}

#[derive(Clone, Debug)]
pub(super) struct Told<'x> {
    pub(super) event: usize,
    sentence: usize,
    pub(super) status: Status,
    date: Option<Filler<'x>>,
    /// Whose it is, and by which role.
    agent: Option<(usize, Filler<'x>)>,
    /// It is of the whole world.
    pub(super) worldwide: bool,
    /// How many or how much.
    pub(super) levels: [Option<MentionId>; 2],
}

impl Told<'_> {
    /// Whether a sentence tells it.
    pub(super) fn is_of(&self, sentence: usize) -> bool {
        self.sentence == sentence
    }
}

impl<'x> Course<'x> {
    /// A heading opens another matter; what it is about, its list may still tell.
    pub(super) fn turn(&mut self, sentence: usize) {
        self.topic = None;
        self.opened = None;
        self.turned = true;
        if let Some(first) = &self.first {
            self.last = Some(Told {
                sentence,
                ..first.clone()
            });
        }
    }

    /// A paragraph goes on with what the one before it began with, whatever else that told: "Exports came to $3bn, below the
    /// target of $4bn.¶ Germany was the largest buyer".
    pub(super) fn begin_paragraph(&mut self) {
        let Some(opened) = self.opened.take() else {
            return;
        };
        // What the article began with goes on before anything else.
        let first = self.first.as_ref().map(|first| first.event);
        let aside = |last: &&mut Told<'x>| last.event != opened.event && first != Some(last.event);
        if let Some(last) = self.last.as_mut().filter(aside) {
            self.earlier = Some((last.event, last.sentence));
            *last = Told {
                sentence: last.sentence,
                ..opened
            };
        }
    }

    /// The event type of the last statistic, or of what was named after it.
    pub(super) fn event(&self) -> Option<usize> {
        let told = self.last.as_ref().map(|last| (last.event, last.sentence));
        let newer = self
            .named
            .filter(|(_, named)| told.is_none_or(|(_, sentence)| sentence < *named));
        newer.or(told).map(|(event, _)| event)
    }

    /// The last statistic.
    pub(super) fn last(&self) -> Option<&Told<'x>> {
        self.last.as_ref()
    }

    /// The statistic right before a sentence.
    pub(super) fn recent(&self, sentence: usize) -> Option<&Told<'x>> {
        let last = self.last.as_ref();
        last.filter(|last| last.sentence + NEAR >= sentence)
    }

    /// The statistic that running text may go on with.
    pub(super) fn near(&self, sentence: usize) -> Option<&Told<'x>> {
        self.recent(sentence).filter(|last| last.levels[0].is_some())
    }

    /// Who was last told of, and in which sentence.
    pub(super) fn topic(&self) -> Option<&(Filler<'x>, usize)> {
        self.topic.as_ref()
    }

    /// Whether who was last told of was told of by a statistic.
    pub(super) fn topic_is_measured(&self, rules: &RuleSet) -> bool {
        rules
            .events
            .get(self.topic_event)
            .is_some_and(|event| event.measured)
    }

    /// The country that was last told to trade with whose trade was told of.
    pub(super) fn partner(&self) -> Option<MentionId> {
        self.trade
            .as_ref()
            .and_then(|(_, partners)| partners.last().copied())
    }

    /// The country that was told of before whoever was last, if that was by another event type.
    pub(super) fn country_before(&self, event: usize) -> Option<&Filler<'x>> {
        self.country.as_ref().filter(|_| self.topic_event != event)
    }

    /// Notes that the last statistic is of the whole world.
    pub(super) fn go_round(&mut self) {
        for told in self.last.iter_mut().chain(&mut self.first) {
            told.worldwide = true;
        }
    }

    /// Whether the last statistic is of the whole world.
    pub(super) fn is_worldwide(&self) -> bool {
        self.last.as_ref().is_some_and(|last| last.worldwide)
    }

    /// Whose the last statistic is, and by which role.
    pub(super) fn agent(&self) -> Option<(usize, Filler<'x>)> {
        self.last.as_ref()?.agent
    }

    /// The country whose the last statistic is, if another is only told of as one that trades with it: "Peru exported tea.
    /// Chile took 40 tonnes. The country earned $2m".
    pub(super) fn country_of_partner(
        &self,
        partner: &Mention<'x>,
        mentions: &[Mention<'x>],
    ) -> Option<MentionId> {
        let (trader, partners) = self.trade.as_ref()?;
        let agent = mentions.get(trader.index())?;
        let trades = |id: &MentionId| {
            let known = mentions.get(id.index());
            known.is_some_and(|known| known.value() == partner.value())
        };
        let apart = agent.kind() == Kind::Country && agent.value() != partner.value();
        (apart && partners.iter().any(trades)).then(|| agent.id())
    }

    /// The time that the last statistic covers.
    pub(super) fn date(&self) -> Option<Filler<'x>> {
        let date = self.last.as_ref()?.date?;
        Some(Filler {
            inherited: true,
            ..date
        })
    }

    pub(super) fn is_told(&self, sentence: usize) -> bool {
        let told = self.last.as_ref().map(|last| last.sentence);
        let named = self.named.map(|(_, sentence)| sentence);
        told.max(named).is_some_and(|told| told + ROWS > sentence)
    }

    /// Whether an event of a type that is no statistic was told of right before a sentence.
    pub(super) fn has_told(&self, event: usize, sentence: usize) -> bool {
        let last = self.told.iter().find(|(told, _)| *told == event);
        last.is_some_and(|(_, at)| at + NEAR >= sentence)
    }

    /// Whether the statistic before a sentence is of an event type.
    /// `claims`: whatever the sentence itself has told of so far.
    pub(super) fn follows(&self, event: usize, sentence: usize, claims: bool) -> bool {
        let last = self.last.as_ref().map(|last| (last.event, last.sentence));
        if claims {
            let told = [last, self.earlier];
            return told
                .into_iter()
                .flatten()
                .any(|(told, at)| !self.turned && told == event && at + NEAR >= sentence);
        }
        if let Some((named, _)) = self.named.filter(|(_, at)| *at == sentence) {
            return named == event;
        }
        last.is_some_and(|(told, at)| !self.turned && told == event && at + NEAR >= sentence)
    }

    /// Whether a rule of any event type may go on with what was told before anything is read in the sentence.
    pub(super) fn may_follow(&self, sentence: usize) -> bool {
        let last = self.last.as_ref().map(|last| last.sentence);
        let told = last.into_iter().chain(self.earlier.map(|(_, at)| at));
        let told = told.chain(self.told.iter().map(|(_, at)| *at));
        let named = self.named.is_some_and(|(_, at)| at == sentence);
        named || told.into_iter().any(|at| at + NEAR >= sentence)
    }

    /// Notes who does something, even if no event comes of it.
    pub(super) fn name(&mut self, rule: &Rule, sentence: usize, roles: &[(usize, Filler<'x>)]) {
        let own = roles
            .iter()
            .find(|(found, filler)| rule.topic == Some(*found) && filler.mention.is_some());
        if let Some((_, filler)) = own {
            self.topic = Some((*filler, sentence));
            self.topic_event = rule.event;
        }
    }

    /// Notes what a sentence is about that gives no figure: "Exports plunged as well: 509,432 tons were shipped".
    pub(super) fn mention(&mut self, rule: &Rule, sentence: usize) {
        let headed = self.headed == Some(sentence);
        if rule.reads_figures() && !rule.follows && !headed && !self.follows(rule.event, sentence, false) {
            self.named = Some((rule.event, sentence));
        }
    }

    /// Notes what a heading is about: what was told before it gives way.
    pub(super) fn head(&mut self, event: usize, sentence: usize) {
        self.named = Some((event, sentence));
        self.headed = Some(sentence);
        let whole = self.whole.iter().find(|told| told.event == event);
        if let Some(last) = &mut self.last {
            let date = last.date;
            if let Some(whole) = whole.filter(|_| last.event != event) {
                *last = whole.clone();
                last.date = date.or(last.date);
            }
            last.sentence = last.sentence.min(sentence.saturating_sub(1));
        }
    }

    /// Who has what was last told of.
    pub(super) fn holder(&self, sentence: usize) -> Option<MentionId> {
        let (holder, told) = self.holder?;
        (told + HELD >= sentence).then_some(holder)
    }

    /// Notes what the frames of a rule tell. `item`: an item of a list tells it.
    pub(super) fn follow(
        &mut self,
        rules: &RuleSet,
        rule: &Rule,
        item: bool,
        mentions: &[Mention<'x>],
        frames: &[Frame<'x>],
    ) {
        let event = &rules.events[rule.event];
        if event.followed && !event.measured {
            let (at, known) = (frames.first().map_or(0, |frame| frame.sentence), rule.event);
            match self.told.iter_mut().find(|(told, _)| *told == known) {
                Some((_, sentence)) => *sentence = at,
                None => self.told.push((known, at)),
            }
        }
        let held = frames.iter().find_map(|frame| {
            let (_, filler) = frame.roles.iter().find(|(role, _)| Some(*role) == event.holder)?;
            Some((filler.mention?, frame.sentence))
        });
        self.holder = held.or(self.holder);
        let Some(frame) = frames.iter().find(|frame| !frame.comparison) else {
            return;
        };
        self.note_topic(rule, mentions, frame);
        if event.background {
            return;
        }
        let figure = |role: usize| rule.figure_roles().any(|figure| figure == role);
        let figures = frame.roles.iter().any(|(role, _)| figure(*role));
        let level = |filler: &Filler<'x>| {
            let mention = mentions.get(filler.mention?.index())?;
            matches!(mention.kind(), Kind::Count | Kind::Money | Kind::Measure).then_some(mention.id())
        };
        let mut levels = frame.roles.iter().filter_map(|(_, filler)| level(filler));
        let levels = [levels.next(), levels.next()];
        if !rule.reads_figures() || !(figures || rule.topic.is_some() || levels[0].is_some()) {
            return;
        }
        // Whose the items of a list below are.
        let owner = rule.topic.or_else(|| rules.rules[event.lines?].topic);
        let agent = frame.roles.iter().find(|(role, _)| owner == Some(*role));
        let last = self.last.as_ref().filter(|last| last.event == frame.event);
        let last = last.and_then(|last| last.agent);
        // "followed by Japan": whose exports they are goes on, and no item of a list is of whom another one names.
        let agent = match agent.copied() {
            Some(_) if item => last,
            None if rule.follows => last,
            agent => agent,
        };
        self.note_trade(agent, mentions, frames);
        self.note_most(
            frame.event,
            agent.as_ref().map(|(_, whose)| whose),
            levels[0],
            mentions,
        );
        let told = Told {
            event: frame.event,
            sentence: frame.sentence,
            date: self.date_of(frame, mentions).or(self.date_before(frame, agent)),
            status: frame.status,
            agent,
            worldwide: false,
            levels,
        };
        self.turned = false;
        if figures {
            self.first.get_or_insert_with(|| told.clone());
            self.opened.get_or_insert_with(|| told.clone());
        }
        if figures && !item && !rule.follows && told.status == Status::Actual {
            self.whole.retain(|whole| whole.event != told.event);
            self.whole.push(told.clone());
        }
        let other = |last: &&Told<'x>| last.sentence < told.sentence || last.event != told.event;
        if let Some(last) = self.last.as_ref().filter(other) {
            self.earlier = Some((last.event, last.sentence));
        }
        self.last = Some(told);
    }

    /// Notes who a frame is about.
    fn note_topic(&mut self, rule: &Rule, mentions: &[Mention<'x>], frame: &Frame<'x>) {
        let topic = frame.roles.iter().find(|(role, _)| rule.topic == Some(*role));
        let Some((_, filler)) = topic else { return };
        self.topic_event = rule.event;
        let mention = filler.mention.and_then(|id| mentions.get(id.index()));
        if !filler.inherited && mention.is_some_and(|mention| mention.kind() == Kind::Country) {
            self.country = Some(*filler);
        }
        match &mut self.topic {
            Some((_, sentence)) if !filler.inherited => *sentence = frame.sentence,
            _ if filler.mention.is_some() => self.topic = Some((*filler, frame.sentence)),
            _ => {}
        }
    }

    /// Notes whose trade frames tell of, and with which countries.
    fn note_trade(
        &mut self,
        agent: Option<(usize, Filler<'x>)>,
        mentions: &[Mention<'x>],
        frames: &[Frame<'x>],
    ) {
        let partner = |(role, filler): &(usize, Filler<'x>)| {
            let mention = mentions.get(filler.mention?.index())?;
            let other = *role > PLACE && agent.is_none_or(|(agent, _)| agent != *role);
            (mention.kind() == Kind::Country && other).then_some(mention.id())
        };
        let roles = frames.iter().flat_map(|frame| &frame.roles);
        let partners: Vec<MentionId> = roles.filter_map(partner).collect();
        let trader = agent.and_then(|(_, agent)| agent.mention);
        let Some(trader) = trader.filter(|_| !partners.is_empty()) else {
            return;
        };
        let same = |known: &MentionId| mentions[known.index()].is_same(&mentions[trader.index()]);
        match &mut self.trade {
            Some((known, told)) if same(known) && told.len() < PARTNERS => told.extend(partners),
            trade => *trade = Some((trader, partners)),
        }
    }

    /// The time that the sentence before tells for what goes on with it: "In May exports rose 5%. Imports fell 3%."
    fn date_before(&self, frame: &Frame<'x>, agent: Option<(usize, Filler<'x>)>) -> Option<Filler<'x>> {
        let last = self.last.as_ref()?;
        let near = last.sentence + 1 >= frame.sentence && last.status == frame.status;
        let goes_on = agent.is_none_or(|(_, agent)| agent.inherited);
        last.date.filter(|_| near && goes_on)
    }

    /// The time that what follows a frame is of. "In May exports came to $3m. They had been $2m in May 2024": of this year
    /// again.
    fn date_of(&self, frame: &Frame<'x>, mentions: &[Mention<'x>]) -> Option<Filler<'x>> {
        let when = |filler: &Filler<'x>| mentions.get(filler.mention?.index());
        let date = frame.roles.iter().find(|(role, _)| *role == DATE);
        let date = date.map(|(_, filler)| *filler);
        let last = self.last.as_ref().filter(|last| last.event == frame.event);
        let later = last.and_then(|last| last.date).filter(|later| {
            let (earlier, later) = (date.as_ref().and_then(when), when(later));
            earlier
                .zip(later)
                .is_some_and(|(earlier, later)| earlier.value().is_a_year_before(later.value()))
        });
        later.or(date)
    }
}

impl<'x> Applier<'_, 'x> {
    /// Notes what the frames of a rule tell that found them at a trigger.
    pub(super) fn told(&mut self, at: GroupId, rule: &Rule, frames: &[Frame<'x>]) {
        let item = self.is_item(at);
        self.course
            .follow(self.rules, rule, item, self.mentions.mentions, frames);
    }

    /// Whether a group stands in an item of a list.
    pub(super) fn is_item(&self, at: GroupId) -> bool {
        let first = self.clauses.groups[at].first as usize;
        self.reading.zone(first) == ZoneKind::Bullet
    }
}
