//! What a clause tells once more without its verb: "named Ann Roe chairman and Bo Lee finance director", "met the king in
//! Rome on Monday and the premier in Oslo on Friday", "recalled 300 vans in Peru and 40 in Chile".

use super::apply::Applier;
use super::filler::Filler;
use super::frame::{Frame, DATE, PLACE};
use super::gapping::is_figure;
use crate::clause::{GroupId, GroupKind, NounGroup, Slot, VerbGroup};
use crate::lexicon::WordId;
use crate::mention::{Kind, Value};

/// How often a clause is taken up again.
const MOST: usize = 6;
/// How many noun groups such a part holds.
const LONG: usize = 5;
/// How many groups behind a trigger the first such part is looked for.
const FAR: usize = 24;

/// A noun group behind a verb, with the preposition that it hangs on.
#[derive(Clone, Copy, Debug)]
struct Item {
    preposition: Option<WordId>,
    group: GroupId,
    sort: Sort,
    /// The figure before its noun: `a 55% fall`.
    figure: Option<Sort>,
}

impl Item {
    fn is_figure(&self) -> bool {
        matches!(self.sort, Sort::Mention(kind) if is_figure(kind))
    }

    /// Whether `of` behind it tells what there is so much of.
    fn is_portion(&self) -> bool {
        self.figure.is_some() || self.sort == Sort::Same
    }
}

/// What a noun group tells.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sort {
    Time,
    Mention(Kind),
    /// A capitalised word that no list knows.
    Name,
    Thing,
    /// `another`, which goes on with the thing told before.
    Same,
}

impl Sort {
    /// Whether it is a name.
    fn names(self) -> bool {
        match self {
            Self::Mention(kind) => !is_figure(kind),
            sort => sort == Self::Name,
        }
    }

    /// Whether two are told of in the same way, so that one stands for the other.
    fn is_like(self, other: Self) -> bool {
        let ground = |sort| matches!(sort, Self::Mention(Kind::Country | Kind::Place));
        let number = |sort| matches!(sort, Self::Mention(Kind::Count | Kind::Measure | Kind::Model));
        let firm = |sort| matches!(sort, Self::Mention(Kind::Organisation | Kind::Model) | Self::Name);
        self == other
            || ground(self) && ground(other)
            || number(self) && number(other)
            || firm(self) && firm(other)
    }
}

impl<'x> Applier<'_, 'x> {
    /// The frames of the parts of a clause that go on without its verb. The frame gives back what it took from there.
    pub(super) fn parallel(&self, at: GroupId, frame: &mut Frame<'x>) -> Vec<Frame<'x>> {
        let groups = &self.clauses.groups;
        // "the agreement was signed in May": what tells more of it stands behind the verb.
        let verb = self.clauses.governor(at).filter(|verb| *verb > at);
        let mut part = verb.unwrap_or(at) + 1;
        let end = groups.len().min(part + FAR);
        let and = |at: &GroupId| {
            matches!(
                groups.get(*at).map(|group| &group.kind),
                Some(GroupKind::Conjunction(_))
            )
        };
        // Most clauses join nothing.
        if !(part..end + 1)
            .take_while(|at| *at < end && !self.ends_clause(*at) || and(at))
            .any(|at| and(&at))
        {
            return Vec::new();
        }
        let mut own = Vec::new();
        if let Some(noun) = self.clauses.noun(at).filter(|_| verb.is_none()) {
            own.push(self.told_by(at, noun));
        }
        let mut frames: Vec<(GroupId, Frame<'x>)> = Vec::new();
        while part < end && frames.len() < MOST {
            if !self.joins(part) {
                if !frames.is_empty() || self.ends_clause(part) {
                    break;
                }
                let item = self.item(at, part);
                let length = item.map_or(1, |(_, length)| length);
                own.extend(item.map(|(item, _)| {
                    Item {
                        preposition: item
                            .preposition
                            .filter(|_| part > at + 1 || !self.is_object(frame, item.group)),
                        ..item
                    }
                }));
                part += length;
                continue;
            }
            let told = self.part(at, part).and_then(|(items, behind)| {
                let other = self.told_so(at, frame, &own, &items, part)?;
                Some((other, behind))
            });
            match told {
                Some((mut other, behind)) => {
                    other.part = frames.len() + 1;
                    frames.push((part, other));
                    part = behind;
                }
                None if frames.is_empty() => part += 1,
                None => break,
            }
        }
        // "sold it in May, its third sale this year": what a comma alone parts says more of the same.
        if !frames
            .last()
            .is_some_and(|(last, _)| and(last) || and(&(last + 1)))
        {
            return Vec::new();
        }
        if let Some((first, _)) = frames.first() {
            let reach = self.start_of(*first);
            frame.roles.retain(|(role, filler)| {
                filler.span.start() < reach || filler.inherited || *role == DATE && is_timeless(&own)
            });
        }
        frames.into_iter().map(|(_, frame)| frame).collect()
    }

    /// Whether a noun group fills a role as the object, over a particle that is read as a preposition: "took over Scania".
    fn is_object(&self, frame: &Frame<'x>, group: GroupId) -> bool {
        let mut fillers = frame.roles.iter().map(|(_, filler)| filler);
        fillers.any(|filler| filler.slot == "object" && self.lies_in(filler, group))
    }

    fn start_of(&self, group: GroupId) -> usize {
        self.reading.tokens[self.clauses.groups[group].first as usize].start as usize
    }

    fn joins(&self, at: GroupId) -> bool {
        let kind = self.clauses.groups.get(at).map(|group| &group.kind);
        match kind {
            Some(GroupKind::Conjunction(word)) => *word == self.rules.words.and,
            kind => matches!(kind, Some(GroupKind::Comma)),
        }
    }

    fn ends_clause(&self, at: GroupId) -> bool {
        matches!(
            self.clauses.groups[at].kind,
            GroupKind::Stop
                | GroupKind::Subordinator(_)
                | GroupKind::Relative
                | GroupKind::Verb(_)
                | GroupKind::Close
        )
    }

    /// The noun group at `at` or behind the preposition there, and how many groups that takes.
    fn item(&self, trigger: GroupId, at: GroupId) -> Option<(Item, usize)> {
        // "took over Scania": what stands before its object is the verb's own.
        let particle = self.clauses.verb(trigger).and_then(|verb| verb.particle);
        let word = self.preposition(at);
        let mut group = at + usize::from(word.is_some());
        let mut noun = self.clauses.noun(group)?;
        while let Some((behind, next)) = self.leads_to(group, noun) {
            (group, noun) = (behind, next);
        }
        let item = Item {
            preposition: word.filter(|word| Some(*word) != particle || at > trigger + 1),
            ..self.told_by(group, noun)
        };
        Some((item, group + 1 - at))
    }

    /// The names that one is coordinated with: "cars to Nepal and Peru".
    fn members_behind(&self, item: &Item) -> Vec<Item> {
        let next = |item: &Item| {
            let at = self.clauses.noun(item.group)?.next?;
            let other = self.told_by(at, self.clauses.noun(at)?);
            let alike = item.sort.names() && item.sort.is_like(other.sort);
            alike.then_some(Item {
                preposition: item.preposition,
                ..other
            })
        };
        std::iter::successors(next(item), next).collect()
    }

    /// What a noun group tells, whatever it hangs on.
    fn told_by(&self, at: GroupId, noun: &NounGroup) -> Item {
        let group = &self.clauses.groups[at];
        let mut mentions = self.mentions.within(group.first, group.end);
        let figure = mentions.find(|mention| is_figure(mention.kind()));
        Item {
            preposition: None,
            group: at,
            sort: self.sort(at, noun),
            figure: figure.map(|figure| Sort::Mention(figure.kind())),
        }
    }

    /// What a possessor has, or the name behind a title.
    fn leads_to(&self, at: GroupId, noun: &NounGroup) -> Option<(GroupId, &NounGroup)> {
        let owned = self
            .clauses
            .noun(at + 2)
            .filter(|next| next.possessor == Some(at));
        if let Some(owned) = owned {
            return Some((at + 2, owned));
        }
        let named = self.clauses.noun(at + 1).filter(|next| next.named && !next.time);
        let title = matches!(self.sort(at, noun), Sort::Thing | Sort::Name);
        let named = named.filter(|next| title && self.sort(at + 1, next) == Sort::Mention(Kind::Person))?;
        Some((at + 1, named))
    }

    fn sort(&self, at: GroupId, noun: &NounGroup) -> Sort {
        let group = &self.clauses.groups[at];
        if noun.time {
            return Sort::Time;
        }
        if noun.pronoun {
            return Sort::Same;
        }
        let mut mentions = self.mentions.within(group.first, group.end);
        let head = mentions.find(|mention| mention.first <= noun.head && noun.head < mention.end);
        match head {
            Some(mention) => Sort::Mention(mention.kind()),
            None if self.reading.tokens[noun.head as usize].is_capitalised() => Sort::Name,
            None => Sort::Thing,
        }
    }

    /// The noun groups behind a joint, up to the next one, and where they end. None if anything else stands among them.
    fn part(&self, trigger: GroupId, joint: GroupId) -> Option<(Vec<Item>, GroupId)> {
        let groups = &self.clauses.groups;
        let mut at = joint;
        while self.joins(at) || matches!(groups.get(at)?.kind, GroupKind::Adverb(_)) {
            at += 1;
        }
        let mut items = Vec::new();
        while let Some(group) = groups.get(at).filter(|_| !self.joins(at)) {
            match &group.kind {
                GroupKind::Preposition(_) | GroupKind::Noun(_) => {
                    let (item, length) = self.item(trigger, at)?;
                    // "met Ann Roe in May, and Bo Lee in June said": a clause of its own.
                    let noun = self.clauses.noun(item.group)?;
                    let verb = noun.verb.filter(|verb| *verb > item.group && !noun.time);
                    let other = verb
                        .and_then(|verb| self.clauses.verb(verb))
                        .is_some_and(VerbGroup::finite);
                    // "a mill of Scania, a unit of Volvo": who a name is.
                    let beside = noun.apposition.is_some_and(|told| told < joint);
                    // "raised prices on Monday, its third rise this year": what is told already.
                    let sums_up = noun.own && matches!(groups[joint].kind, GroupKind::Comma);
                    let beside = (beside || sums_up) && item.sort == Sort::Thing;
                    // "cut the price of tea by 4% and the price of rice by 3%": a trigger of its own.
                    let again = self
                        .clauses
                        .noun(trigger)
                        .is_some_and(|own| own.lemma == noun.lemma);
                    if other || beside || again || items.len() == LONG {
                        return None;
                    }
                    // "met Ann Roe of Peru and Bo Lee of Chile": what belongs to a name.
                    let whole = items.last().is_none_or(|last: &Item| last.is_portion());
                    if whole || item.preposition != Some(self.rules.words.of) {
                        items.push(item);
                    }
                    let members = self.members_behind(&item);
                    at = members.last().map_or(at + length, |last| last.group + 1);
                }
                GroupKind::Adverb(_) | GroupKind::Quote => at += 1,
                GroupKind::Stop | GroupKind::Other => break,
                _ => return None,
            }
        }
        (items.len() > 1).then_some((items, at))
    }

    /// What a part tells, each of whose noun groups stands for one of the clause's `own`, or for its subject.
    fn told_so(
        &self,
        at: GroupId,
        frame: &Frame<'x>,
        own: &[Item],
        items: &[Item],
        joint: GroupId,
    ) -> Option<Frame<'x>> {
        let stands = self.counterparts(at, own, items)?;
        let behind = stands
            .iter()
            .map(|(own, _)| own.group)
            .filter(|group| *group > at);
        let (from, reach) = (self.start_of(behind.min()?), self.start_of(joint));
        let mut fresh = Vec::new();
        for (own, item) in stands.iter().filter(|(_, item)| item.sort != Sort::Same) {
            let known = fresh.len();
            for (role, filler) in frame.roles.iter().filter(|(_, filler)| !filler.inherited) {
                if self.lies_in(filler, own.group) {
                    fresh.push((*role, self.in_place_of(filler, item)?));
                    let members = self.members_behind(item);
                    let members = members.iter().filter_map(|other| self.in_place_of(filler, other));
                    fresh.extend(members.map(|other| (*role, other)));
                }
            }
            // "makes 40 tonnes of tea and 30 tonnes of cocoa": not two happenings if the goods fill no role.
            if fresh.len() == known && item.preposition == Some(self.rules.words.of) {
                return None;
            }
        }
        let ground = |role: usize| role == DATE || role == PLACE;
        if fresh.len() < 1 + usize::from(fresh.iter().all(|(role, _)| ground(*role))) {
            return None;
        }
        let mut other = frame.clone();
        other.roles.retain(|(role, filler)| {
            let start = filler.span.start();
            let counterpart = stands.iter().find(|(own, _)| self.lies_in(filler, own.group));
            let kept = match counterpart {
                Some((_, item)) => item.sort == Sort::Same,
                None => start < from || *role == DATE && is_timeless(own),
            };
            filler.inherited || kept && (start < reach || *role == DATE)
        });
        other.roles.extend(self.counted_goods(frame, &fresh));
        other.roles.extend(fresh);
        Some(other)
    }

    /// For what each noun group of a part stands. None if one stands for nothing, or fewer than two do for something.
    fn counterparts(&self, at: GroupId, own: &[Item], items: &[Item]) -> Option<Vec<(Item, Item)>> {
        let (subject, of) = (self.own_subject(at), self.rules.words.of);
        let object = |item: &Item| item.preposition.is_none() && item.sort != Sort::Time;
        let since = |item: &Item| item.preposition == Some(self.rules.words.from);
        let mut stands: Vec<(Item, Item)> = Vec::new();
        let mut rest = own;
        for (number, item) in items.iter().enumerate() {
            // "met Ann Roe in Lima and Bo Lee in Quito on Friday": the day of both.
            if item.sort == Sort::Time && is_timeless(own) {
                continue;
            }
            // "Honda bought Scania and Toyota Renault": a name before another stands for the subject.
            let leads = number == 0 && object(item);
            let alone = leads && !items.get(1).is_some_and(object);
            let acts = leads && if alone { !own.iter().any(object) } else { true };
            let subject = subject.filter(|subject| acts && subject.sort.is_like(item.sort));
            let like = |own: &&Item| {
                let alike =
                    own.sort.is_like(item.sort) || own.figure.is_some_and(|own| own.is_like(item.sort));
                match (own.sort, item.sort) {
                    (Sort::Time, Sort::Time) => {
                        own.preposition == item.preposition || !since(own) && !since(item)
                    }
                    (_, Sort::Same) => object(own),
                    // "had income of $6m in May and sales of $9m": another noun tells something else.
                    _ if own.group == at => false,
                    // "raise it from 40% to 60% by 2029 and 80% by 2035"
                    _ if alone && item.is_figure() && since(own) => false,
                    // "sold tea to Peru in May and Chile in June", "a cut of 40% by 2029 and 70% by 2035"
                    _ if alone
                        && own
                            .preposition
                            .is_some_and(|word| item.sort.names() || item.is_figure() || word == of) =>
                    {
                        alike
                    }
                    _ => own.preposition == item.preposition && alike,
                }
            };
            let found = subject.or_else(|| rest.iter().find(like).copied())?;
            let place = rest.iter().position(|own| own.group == found.group);
            rest = &rest[place.map_or(0, |place| place + 1)..];
            stands.push((found, *item));
        }
        // "rose 12% in May from April and 3% from a year earlier": a change of the same, against another time.
        let bases = stands
            .iter()
            .filter(|(own, _)| own.sort == Sort::Time && since(own))
            .count();
        (stands.len() > 1 + bases).then_some(stands)
    }

    pub(super) fn lies_in(&self, filler: &Filler<'x>, group: GroupId) -> bool {
        let group = &self.clauses.groups[group];
        let span = self.reading.span(group.first as usize..group.end as usize);
        span.start() <= filler.span.start() && filler.span.end() <= span.end()
    }

    /// The subject of the trigger's verb.
    fn own_subject(&self, at: GroupId) -> Option<Item> {
        let verb = self
            .clauses
            .verb(at)
            .or_else(|| self.clauses.verb(self.clauses.governor(at)?))?;
        let group = verb.subject.filter(|subject| *subject < at)?;
        let noun = self.clauses.noun(group)?;
        let (group, noun) = self.leads_to(group, noun).unwrap_or((group, noun));
        Some(self.told_by(group, noun))
    }

    /// What fills a role instead of what filled it before.
    fn in_place_of(&self, filler: &Filler<'x>, item: &Item) -> Option<Filler<'x>> {
        let group = &self.clauses.groups[item.group];
        let kind = self.mention_of(filler).map(|mention| mention.kind());
        let mut mentions = self.mentions.within(group.first, group.end);
        let alike = |found: Kind| kind.is_some_and(|kind| Sort::Mention(kind).is_like(Sort::Mention(found)));
        if let Some(mention) = mentions.find(|mention| alike(mention.kind())) {
            return Some(Filler {
                // "fell 4% in May and 6% in June"
                falling: filler.falling,
                ..self.of_mention(mention, filler.slot)
            });
        }
        let words = kind.is_none() || item.sort == Sort::Name;
        words.then(|| Filler {
            slot: filler.slot,
            ..self.sight().phrase(Slot::Trigger, group.first, group.end)
        })
    }

    /// What the count of a frame counts, where that of another leaves it out.
    pub(super) fn counted_goods(
        &self,
        frame: &Frame<'x>,
        fresh: &[(usize, Filler<'x>)],
    ) -> Option<(usize, Filler<'x>)> {
        let bare = fresh.iter().filter_map(|(_, filler)| self.mention_of(filler));
        let mut bare = bare.filter(|mention| matches!(mention.value(), Value::Count { noun: None, .. }));
        bare.next()?;
        self.rules.events[frame.event].counted(self.reading, self.mentions.mentions, &frame.roles)
    }
}

/// Whether a clause tells no time of its own.
fn is_timeless(own: &[Item]) -> bool {
    own.iter().all(|item| item.sort != Sort::Time)
}
