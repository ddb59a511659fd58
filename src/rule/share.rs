//! Figures shared out among several: "petrochemicals and steel shed 9.6 percent and 4.3 percent to $3.4 billion and
//! $2.4 billion, respectively".

use super::apply::Applier;
use super::filler::Filler;
use super::frame::Frame;
use super::gapping::is_figure;
use super::Rule;
use crate::clause::{GroupId, GroupKind, Slot};
use crate::mention::{Kind, Mention, Value};

/// Among how many figures are shared out.
const MOST: usize = 8;
/// How many groups behind them `respectively` may stand.
const BEHIND: usize = 12;

impl<'x> Applier<'_, 'x> {
    /// The frames of all members but the first, if as many figures as members are told in one order. The first keeps
    /// its own share.
    pub(super) fn share_out(&self, rule: &Rule, frame: &mut Frame<'x>) -> Vec<Frame<'x>> {
        if !rule.reads_figures() && !self.tells_respectively() {
            return Vec::new();
        }
        let figures = frame
            .roles
            .iter()
            .filter_map(|(role, filler)| Some((*role, *filler, self.joined(filler)?)));
        let shares: Vec<(usize, Filler<'x>, Vec<&Mention<'x>>)> = figures.collect();
        let found = shares.iter().find_map(|(_, _, joined)| {
            let members = self.members(frame, joined.len())?;
            (!self.apart(joined) || self.respectively(joined)).then_some(members)
        });
        let Some((role, members)) = found else {
            for (role, filler, joined) in &shares {
                if let Some(own) = self.own_share(frame, joined) {
                    let own = self.of_mention(own, filler.slot);
                    let own = Filler {
                        falling: filler.falling,
                        ..own
                    };
                    frame.roles.retain(|(found, _)| found != role);
                    frame.roles.push((*role, own));
                }
            }
            return self.portions(frame);
        };
        let shared = |number: usize| {
            let mut one = frame.clone();
            one.roles
                .retain(|(found, _)| *found != role && !shares.iter().any(|(figure, _, _)| figure == found));
            one.roles.push((role, members[number]));
            for (figure, told, joined) in shares.iter().filter(|share| share.2.len() == members.len()) {
                let filler = Filler {
                    falling: told.falling,
                    ..self.of_mention(joined[number], told.slot)
                };
                one.roles.push((*figure, filler));
            }
            one.roles.extend(self.goods_of_last(&one, &shares));
            one
        };
        let others = (1..members.len()).map(shared).collect();
        *frame = shared(0);
        others
    }

    /// What the last of some figures that are shared out counts, which the others count as well: "sold 3m and 5m phones
    /// respectively".
    fn goods_of_last(
        &self,
        one: &Frame<'x>,
        shares: &[(usize, Filler<'x>, Vec<&Mention<'x>>)],
    ) -> Option<(usize, Filler<'x>)> {
        let (role, told, joined) = shares.first()?;
        let (last, others) = joined.split_last()?;
        let bare = |mention: &&Mention<'x>| matches!(mention.value(), Value::Count { noun: None, .. });
        let figure = |(found, _): &&(usize, Filler<'x>)| found != role;
        let mut roles: Vec<_> = one.roles.iter().filter(figure).copied().collect();
        roles.push((*role, self.of_mention(last, told.slot)));
        let event = &self.rules.events[one.event];
        let goods = || event.counted(self.reading, self.mentions.mentions, &roles);
        others.iter().all(bare).then(goods).flatten()
    }

    /// Shares out what the last of some frames was given behind them all: "petrol rose 3 rupees and diesel 5 to 300 and 290
    /// rupees".
    pub(super) fn share_last(&self, frame: &mut Frame<'x>, others: &mut [Frame<'x>]) {
        let Some((last, between)) = others.split_last_mut() else {
            return;
        };
        let has = |frame: &Frame<'x>, role: usize| frame.roles.iter().any(|(found, _)| *found == role);
        let shared = last.roles.iter().find_map(|(role, filler)| {
            let joined = self.joined(filler)?;
            let open = !has(frame, *role) && !between.iter().any(|other| has(other, *role));
            (open && joined.len() == between.len() + 2).then_some((*role, *filler, joined))
        });
        let Some((role, told, joined)) = shared else {
            return;
        };
        let members = std::iter::once(frame).chain(between).chain(std::iter::once(last));
        for (member, mention) in members.zip(joined) {
            member.roles.retain(|(found, _)| *found != role);
            member.roles.push((role, self.of_mention(mention, told.slot)));
        }
    }

    /// Which of some figures is that of the frame's own noun: 3% for the second of "chip and ship exports fell 2% and 3%
    /// respectively".
    fn own_share<'m>(&self, frame: &Frame<'x>, figures: &[&'m Mention<'x>]) -> Option<&'m Mention<'x>> {
        let groups = &self.clauses.groups;
        let start = frame.trigger.start() as u32;
        let at = groups.partition_point(|group| self.reading.tokens[group.end as usize - 1].end <= start);
        let mut member = self.clauses.noun(at)?.chain.unwrap_or(at);
        let mut place = None;
        let mut count = 0;
        while count <= MOST {
            if member == at {
                place = Some(count);
            }
            count += 1;
            match self.clauses.noun(member)?.next {
                Some(next) => member = next,
                None => break,
            }
        }
        let told = count > 1 && count == figures.len() && self.respectively(figures);
        figures.get(place.filter(|_| told)?).copied()
    }

    /// The frames of all goods but the first, if each has a figure of its own: "included 4.8m tonnes of wheat, 2.5m
    /// tonnes of corn and 1.2m tonnes of barley".
    fn portions(&self, frame: &mut Frame<'x>) -> Vec<Frame<'x>> {
        let figure = |at: GroupId| {
            let group = self.clauses.groups.get(at)?;
            let mut figures = self.mentions.within(group.first, group.end);
            figures.find(|mention| is_figure(mention.kind()) && mention.kind() != Kind::Percent)
        };
        // The figure before "of" and a noun.
        let portion = |filler: &Filler<'x>| {
            let end = filler.span.end() as u32;
            let groups = &self.clauses.groups;
            let at = groups.partition_point(|group| self.reading.tokens[group.end as usize - 1].end < end);
            let of = at.checked_sub(1)?;
            let word = self.rules.words.of;
            matches!(groups.get(of)?.kind, GroupKind::Preposition(found) if found == word).then_some(())?;
            figure(of.checked_sub(1)?)
        };
        let told = frame.roles.iter().find_map(|(role, filler)| {
            let mention = self
                .mention_of(filler)
                .filter(|mention| is_figure(mention.kind()) && mention.kind() != Kind::Percent)?;
            Some((*role, *filler, mention))
        });
        let Some((level, filler, first)) = told else {
            return Vec::new();
        };
        let goods = frame
            .roles
            .iter()
            .find(|(_, goods)| portion(goods).is_some_and(|mention| mention.id() == first.id()));
        let Some(role) = goods.map(|(role, _)| *role) else {
            return self.sorts(frame, level);
        };
        let members: Vec<_> = frame
            .roles
            .iter()
            .filter(|(found, _)| *found == role)
            .map(|(_, goods)| (*goods, portion(goods)))
            .collect();
        let apart = members.len() > 1
            && members.len() <= MOST
            && members
                .iter()
                .all(|(_, figure)| figure.is_some_and(|figure| figure.kind() == first.kind()));
        if !apart {
            return Vec::new();
        }
        let mut others = Vec::new();
        for (goods, mention) in &members[1..] {
            let Some(mention) = mention.filter(|mention| mention.id() != first.id()) else {
                continue;
            };
            let mut one = frame.clone();
            one.roles.retain(|(found, filler)| {
                let figure = self
                    .mention_of(filler)
                    .is_some_and(|mention| is_figure(mention.kind()));
                *found != role && !figure
            });
            one.roles.push((role, *goods));
            one.roles.push((level, self.of_mention(mention, filler.slot)));
            others.push(one);
        }
        if !others.is_empty() {
            let own = members[0].0;
            frame
                .roles
                .retain(|(found, goods)| *found != role || goods.span == own.span);
        }
        others
    }

    /// The frames of all counts but the first, if each counts things of its own: "sold 3,906 tillers and 421 tractors".
    fn sorts(&self, frame: &mut Frame<'x>, level: usize) -> Vec<Frame<'x>> {
        let counts: Vec<Filler<'x>> = frame
            .roles
            .iter()
            .filter(|(role, _)| *role == level)
            .map(|(_, filler)| *filler)
            .collect();
        let noun = |filler: &Filler<'x>| match self.mention_of(filler)?.value() {
            Value::Count { noun, .. } => noun.as_ref(),
            _ => None,
        };
        let known = |at: usize| counts[..at].iter().any(|other| noun(other) == noun(&counts[at]));
        let apart = (0..counts.len()).all(|at| noun(&counts[at]).is_some() && !known(at));
        let phrase = |filler: &Filler<'x>| filler.mention.is_none() && filler.word.is_none();
        if counts.len() < 2
            || counts.len() > MOST
            || !apart
            || frame.roles.iter().any(|(_, filler)| phrase(filler))
        {
            return Vec::new();
        }
        let one = |count: &Filler<'x>| {
            let mut one = frame.clone();
            one.roles
                .retain(|(role, filler)| *role != level || filler.span == count.span);
            one
        };
        let others = counts[1..].iter().map(one).collect();
        *frame = one(&counts[0]);
        others
    }

    /// The role that as many members fill as there are figures.
    fn members(&self, frame: &Frame<'x>, figures: usize) -> Option<(usize, Vec<Filler<'x>>)> {
        let several = |role: usize| {
            let fillers = frame.roles.iter().filter(move |(found, _)| *found == role);
            fillers.map(|(_, filler)| *filler)
        };
        let figure = |filler: &Filler<'x>| {
            self.mention_of(filler)
                .is_some_and(|mention| is_figure(mention.kind()))
        };
        frame
            .roles
            .iter()
            .filter(|(role, filler)| *role > super::PLACE && !figure(filler))
            .map(|(role, _)| (*role, several(*role).collect::<Vec<_>>()))
            .map(|(role, members)| match &members[..] {
                [one] => (role, self.parts(one).unwrap_or(members)),
                _ => (role, members),
            })
            .find(|(_, members)| members.len() == figures)
    }

    /// The noun groups of a phrase that joins several: "Brent and WTI".
    fn parts(&self, whole: &Filler<'x>) -> Option<Vec<Filler<'x>>> {
        let groups = &self.clauses.groups;
        let (start, end) = (whole.span.start() as u32, whole.span.end() as u32);
        let token = |at: u32| &self.reading.tokens[at as usize];
        let first = groups.partition_point(|group| token(group.end - 1).end <= start);
        let mut at = Some(first).filter(|_| whole.mention.is_none() && whole.word.is_none());
        let mut parts = Vec::new();
        while let Some(group) = at.map(|at| &groups[at]).filter(|_| parts.len() < MOST) {
            if token(group.end - 1).end > end {
                break;
            }
            parts.push(Filler {
                slot: whole.slot,
                ..self.sight().phrase(Slot::Trigger, group.first, group.end)
            });
            at = at.and_then(|at| self.clauses.noun(at)?.next);
        }
        (parts.len() > 1).then_some(parts)
    }

    /// A figure and those of its kind that commas and a conjunction join to it, if there are any.
    fn joined(&self, filler: &Filler<'x>) -> Option<Vec<&Mention<'x>>> {
        let told = self
            .mention_of(filler)
            .filter(|mention| is_figure(mention.kind()))?;
        let groups = &self.clauses.groups;
        let figure = |at: GroupId| {
            let group = groups.get(at)?;
            let mut figures = self
                .mentions
                .within(group.first, group.end)
                .filter(|mention| is_figure(mention.kind()));
            figures
                .next()
                .filter(|mention| alike(mention.kind(), told.kind()) && figures.next().is_none())
        };
        let first = groups.partition_point(|group| group.end <= told.first);
        figure(first)?;
        let joint = |at: GroupId| match groups.get(at).map(|group| &group.kind) {
            Some(GroupKind::Comma) => Some(false),
            Some(GroupKind::Conjunction(_)) => Some(true),
            _ => None,
        };
        let mut start = first;
        while start >= 2 && joint(start - 1).is_some() && figure(start - 2).is_some() {
            start -= 2;
        }
        let mut list = vec![figure(start)?];
        let mut and = false;
        while list.len() < MOST && !and {
            let Some(conjunction) = joint(start + 1) else {
                break;
            };
            and = conjunction;
            // "120,000, 80,000, and 60,000"
            let next = if !and && joint(start + 2) == Some(true) {
                and = true;
                start + 3
            } else {
                start + 2
            };
            let Some(other) = figure(next) else { break };
            list.push(other);
            start = next;
        }
        (and && list.len() > 1).then_some(list)
    }

    /// Whether figures are of different things, so that they may go to one member all: "300 trucks and 500 vans".
    fn apart(&self, figures: &[&Mention<'x>]) -> bool {
        let mut nouns = figures.iter().filter_map(|mention| match mention.value() {
            Value::Count { noun, .. } => noun.as_ref(),
            _ => None,
        });
        let first = nouns.next();
        nouns.any(|noun| Some(noun) != first)
    }

    /// Whether the sentence says that what it tells goes to each in order.
    fn tells_respectively(&self) -> bool {
        let word = self.rules.words.respectively;
        let mut groups = self.clauses.groups.iter();
        groups.any(|group| matches!(group.kind, GroupKind::Adverb(found) if found == word))
    }

    /// Whether `respectively` stands behind figures.
    fn respectively(&self, figures: &[&Mention<'x>]) -> bool {
        let end = figures.last().map_or(0, |mention| mention.end);
        let groups = &self.clauses.groups;
        let from = groups.partition_point(|group| group.first < end);
        let word = self.rules.words.respectively;
        let mut behind = groups[from..].iter().take(BEHIND);
        behind.any(|group| matches!(group.kind, GroupKind::Adverb(found) if found == word))
    }
}

/// Whether two figures may be of one sort: a number whose noun stands with the last is a count beside a measure.
pub(super) fn alike(one: Kind, other: Kind) -> bool {
    let counts = |kind| matches!(kind, Kind::Count | Kind::Measure);
    one == other || counts(one) && counts(other)
}
