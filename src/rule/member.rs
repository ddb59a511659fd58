//! Members of a statistic that running text tells by a name and a figure alone: "Tata (12,300, up 4%), Mahindra (10,100)",
//! "the UK with $1.3bn", "Kia, with 5,000 units, came second", "that compares with 2m tons for BHP".

use super::apply::Applier;
use super::course::Told;
use super::filler::Filler;
use super::frame::Frame;
use super::gapping::is_figure;
use super::statistic::{Figure, Figures};
use crate::clause::{GroupId, GroupKind, Slot};
use crate::mention::{Kind, Mention, Value};
use crate::text::ZoneKind;
use crate::token::Sentence;

/// How many groups a member's figures may span.
const FAR: usize = 12;
/// How many members a sentence may tell. More there are only in hostile text.
const MOST: usize = 64;

impl<'x> Applier<'_, 'x> {
    /// Whether a sentence may go on with the statistic before it, without a word of its own for it.
    pub(super) fn may_go_on(&self, sentence: Sentence, number: usize) -> bool {
        let mut mentions = self.mentions.within(sentence.first, sentence.end);
        self.course.recent(number).is_some() && mentions.any(|mention| is_figure(mention.kind()))
    }

    /// Whether a line holds a label, a colon or dash, and a figure like those told before: "Knitwear – $2.17 billion".
    pub(super) fn is_labelled(&self, number: usize) -> bool {
        let groups = &self.clauses.groups;
        let Some(first) = groups.first().map(|group| group.first as usize) else {
            return false;
        };
        let opens = self.reading.tokens[first].start == 0
            || self.reading.text.as_bytes()[self.reading.tokens[first].start as usize - 1] == b'\n';
        let stop = groups
            .iter()
            .position(|group| matches!(group.kind, GroupKind::Stop))
            .filter(|stop| *stop > 0 && *stop < 6)
            // In running text, a name alone: "Honda: 105,563 cars, down 9.9%."
            .filter(|stop| opens || *stop == 1 && self.is_name(0));
        let figure = stop.and_then(|stop| self.figure_at(stop + 1));
        figure.is_some_and(|figure| {
            self.course
                .near(number)
                .is_some_and(|told| self.is_alike(figure, told))
        })
    }

    /// Reads the members that a sentence tells.
    pub(super) fn members_of(&mut self, number: usize, told: usize, out: &mut Vec<Frame<'x>>) {
        let rules = self.rules;
        let Some(last) = self.course.recent(number).cloned() else {
            return;
        };
        let Some(rule) = rules.events[last.event].lines else {
            return;
        };
        if self.tells_another(told, out) {
            return;
        }
        let compares = self.clauses.groups.iter().any(
            |group| matches!(&group.kind, GroupKind::Verb(verb) if rules.movements.compares(verb.lemma)),
        );
        let mut figures = Figures::default();
        let mut tried = 0;
        let verbless = self.is_list_of_items();
        let changes = |at: &GroupId| self.change_beside(*at).is_some();
        let several = (0..self.clauses.groups.len()).filter(changes).take(2).count() == 2;
        let mut aside = None;
        for at in 0..self.clauses.groups.len() {
            let item = || verbless.then(|| self.item_figure(at)).flatten();
            let changed = || self.change_beside(at);
            let meanwhile = self.meanwhile(at, aside).filter(|_| last.is_of(number));
            aside = meanwhile.map_or(aside, |(_, end)| Some(end));
            let found = if meanwhile.is_some() {
                meanwhile
            } else if self.is_name(at) {
                self.beside(at, compares).or_else(item).or_else(changed)
            } else {
                item().or_else(|| changed().filter(|_| several))
            };
            let Some((figure, until)) = found else {
                continue;
            };
            // "the UK, up 4%, and Peru, up 3%"
            let alike = |mention: &&Mention<'x>| match mention.kind() {
                Kind::Percent => meanwhile.is_some() || several && changes(&at),
                _ => self.is_alike(mention, &last),
            };
            let Some(mention) = self.figure_at(figure).filter(alike) else {
                continue;
            };
            tried += 1;
            if tried > MOST {
                break;
            }
            let known = |frame: &Frame<'x>| {
                let mut fillers = frame.roles.iter();
                fillers.any(|(_, filler)| filler.mention == Some(mention.id()))
            };
            if out[told..].iter().any(known) {
                continue;
            }
            if figure > at {
                let source = self.source();
                rules.movements.member(source, at, until, &mut figures);
            } else {
                figures.clear();
                figures.list.push(Figure {
                    slot: Slot::Level,
                    mention: mention.id().index(),
                    falling: false,
                    date: None,
                });
            }
            let group = &self.clauses.groups[at];
            let trigger = self.reading.span(group.first as usize..group.end as usize);
            let roles = self.labelled(&rules.rules[rule], self.joint_label(at), None, &figures);
            let labelled = |roles: &Vec<(usize, Filler<'x>)>| {
                let label = Slot::Label.name(self.reading.lexicon);
                meanwhile.is_none() || roles.iter().any(|(_, filler)| filler.slot == label)
            };
            if let Some(roles) = roles.filter(labelled) {
                out.push(Frame {
                    status: last.status,
                    ..Frame::told((last.event, rule), trigger, number, roles)
                });
            }
        }
    }

    /// Whether a sentence of running text without a verb lists things with a figure behind each: "Tea $4m, flowers $3m".
    fn is_list_of_items(&self) -> bool {
        let groups = &self.clauses.groups;
        let items = |at: &GroupId| self.item_figure(*at).is_some();
        let body = groups
            .first()
            .is_some_and(|group| matches!(self.reading.zone(group.first as usize), ZoneKind::Body));
        body && groups
            .iter()
            .all(|group| !matches!(group.kind, GroupKind::Verb(_)))
            && (0..groups.len()).filter(items).take(2).count() == 2
    }

    /// A thing and those that conjunctions join to it: "grains and flour, up 37%".
    fn joint_label(&self, at: GroupId) -> std::ops::Range<GroupId> {
        let mut first = at;
        let joined = |at: GroupId| {
            let conjunction = matches!(self.clauses.groups[at + 1].kind, GroupKind::Conjunction(_));
            conjunction
                && self
                    .clauses
                    .noun(at)
                    .is_some_and(|noun| noun.next == Some(at + 2))
        };
        while first >= 2 && joined(first - 2) {
            first -= 2;
        }
        first..at + 1
    }

    /// Where the figure stands that a thing is told to have moved by or to, behind a comma, and where that ends: "Peru, up 24%
    /// to 163 tonnes", "meat, down 4%".
    fn change_beside(&self, at: GroupId) -> Option<(GroupId, GroupId)> {
        let noun = self.clauses.noun(at)?;
        let thing = !noun.time && !noun.pronoun && !self.has_figure(at);
        let groups = &self.clauses.groups;
        let comma = matches!(groups.get(at + 1)?.kind, GroupKind::Comma);
        let moves = match groups.get(at + 2)?.kind {
            GroupKind::Adverb(word) | GroupKind::Preposition(word) => {
                self.rules.movements.moves(word).is_some()
            }
            _ => false,
        };
        let percent = self
            .figure_at(at + 3)
            .filter(|figure| figure.kind() == Kind::Percent);
        percent.filter(|_| thing && comma && moves)?;
        let reached = self
            .preposition(at + 4)
            .is_some_and(|word| self.rules.movements.reaches(word));
        let figure = if reached && self.has_figure(at + 5) {
            at + 5
        } else {
            at + 3
        };
        Some((figure, figure + 1))
    }

    /// Where the figure stands by which what goes on beside the clause moves, and where what belongs to it ends: "with tea up
    /// 9% to 300 tonnes and coffee down 3%", "with Chile falling 4%". `before`: where such a one before it
    /// ends.
    fn meanwhile(&self, at: GroupId, before: Option<GroupId>) -> Option<(GroupId, GroupId)> {
        let (clauses, words) = (&self.clauses, &self.rules.words);
        let acts_at = clauses
            .acts_without_verb(at, words)
            .filter(|acts| *acts == at + 1)?;
        let noun = self.clauses.noun(at)?;
        let goods = !noun.named && words.wares.contains(noun.lemma);
        let moves = match &self.clauses.groups[acts_at].kind {
            GroupKind::Verb(verb) => self.rules.movements.moves(verb.lemma).is_some(),
            _ => true,
        };
        if !(moves && (goods || self.is_name(at))) {
            return None;
        }
        let opens = at
            .checked_sub(1)
            .is_some_and(|with| clauses.absolute(with, words).is_some());
        let joint = |end: GroupId| {
            matches!(
                clauses.groups[end].kind,
                GroupKind::Conjunction(_) | GroupKind::Comma
            )
        };
        let goes_on = before.is_some_and(|end| end + 1 == at && joint(end));
        let by = self.preposition(acts_at + 1) == Some(words.by);
        let figure = acts_at + 1 + usize::from(by);
        let percent = self
            .figure_at(figure)
            .filter(|figure| figure.kind() == Kind::Percent);
        percent.filter(|_| opens || goes_on)?;
        let reached = self
            .preposition(figure + 1)
            .is_some_and(|word| self.rules.movements.reaches(word));
        let end = figure + 1 + 2 * usize::from(reached && self.has_figure(figure + 2));
        Some((figure, end))
    }

    /// Where the figure right behind a thing stands, in a sentence without a verb, and where what belongs to it ends:
    /// "Tea $4m, flowers $3m".
    fn item_figure(&self, at: GroupId) -> Option<(GroupId, GroupId)> {
        let noun = self.clauses.noun(at)?;
        let bare = !noun.time && !noun.pronoun && noun.preposition.is_none() && !self.has_figure(at);
        let figure = self.clauses.groups.get(at + 1).filter(|_| bare)?;
        self.figure_at(at + 1)
            .filter(|mention| mention.first == figure.first && mention.kind() != Kind::Percent)?;
        let ends = |group: &GroupId| {
            let next = self.clauses.noun(group + 1);
            let mark = matches!(
                self.clauses.groups[*group].kind,
                GroupKind::Comma | GroupKind::Conjunction(_) | GroupKind::Stop
            );
            mark && next.is_some() && !self.has_figure(group + 1)
        };
        let groups = self.clauses.groups.len();
        let end = (at + 2..groups).take(FAR).find(ends);
        Some((at + 1, end.unwrap_or(groups)))
    }

    /// Where the figure of the name at `at` stands, and where what belongs to it ends.
    pub(super) fn beside(&self, at: GroupId, compares: bool) -> Option<(GroupId, GroupId)> {
        let groups = &self.clauses.groups;
        let kind = |at: GroupId| groups.get(at).map(|group| &group.kind);
        let before = at.checked_sub(1).and_then(kind);
        let preposition = |at: GroupId, words: &[_]| matches!(kind(at), Some(GroupKind::Preposition(word)) if words.contains(word));
        let words = &self.rules.words;
        // "2m tons for BHP"
        if compares && preposition(at.wrapping_sub(1), &[words.for_]) {
            return at.checked_sub(2).map(|figure| (figure, at));
        }
        let placed = matches!(before, Some(GroupKind::Preposition(word)) if self.rules.places.contains(word));
        if placed {
            return None;
        }
        let figure = match kind(at + 1)? {
            GroupKind::Open => at + 2,
            GroupKind::Preposition(word)
                if *word == words.with || *word == words.on || self.rules.movements.is_at(*word) =>
            {
                at + 2
            }
            GroupKind::Comma if preposition(at + 2, &[words.with]) => at + 3,
            _ => return None,
        };
        let open = figure == at + 2 && matches!(kind(at + 1), Some(GroupKind::Open));
        let ends = |group: &GroupId| match kind(*group) {
            Some(GroupKind::Close) => open,
            Some(GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Relative | GroupKind::Subordinator(_)) => {
                true
            }
            _ => self.is_name(*group),
        };
        let end = (figure + 1..groups.len()).take(FAR).find(ends);
        Some((figure, end.unwrap_or(groups.len())))
    }

    /// Whether a group is the name of somebody, of a place or of a product.
    pub(super) fn is_name(&self, at: GroupId) -> bool {
        let group = &self.clauses.groups[at];
        let named = self.clauses.noun(at).is_some_and(|noun| noun.named && !noun.time);
        named
            && self.mentions.within(group.first, group.end).any(|mention| {
                mention.end == group.end
                    && matches!(
                        mention.kind(),
                        Kind::Country | Kind::Organisation | Kind::Place | Kind::Model
                    )
            })
    }

    /// The first figure in a group.
    fn figure_at(&self, at: GroupId) -> Option<&Mention<'x>> {
        let group = self.clauses.groups.get(at)?;
        let mut mentions = self.mentions.within(group.first, group.end);
        mentions.find(|mention| is_figure(mention.kind()))
    }

    /// Whether a figure may be of the statistic told before: of its kind, currency, unit or noun.
    pub(super) fn is_alike(&self, mention: &Mention<'x>, told: &Told<'x>) -> bool {
        let mut levels = told.levels.iter().flatten();
        levels.any(|level| {
            let level = self.mentions.mentions.get(level.index());
            level.is_some_and(|level| match (level.value(), mention.value()) {
                (Value::Money { currency: one, .. }, Value::Money { currency: other, .. }) => one == other,
                (Value::Measure { unit: one, .. }, Value::Measure { unit: other, .. }) => one == other,
                (Value::Count { noun: one, .. }, Value::Count { noun: other, .. }) => {
                    one.is_none() || other.is_none() || one == other
                }
                (Value::Measure { .. }, Value::Count { noun, .. }) => noun.is_none(),
                _ => false,
            })
        })
    }
}
