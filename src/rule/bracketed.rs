//! Figures in brackets behind each of several whom a clause names side by side: "exports fell to Spain (9%), Peru (4%) and
//! Chile (2%)", "recalled 900 vans in Spain (400), Peru (300) and Chile (200)".

use super::apply::Applier;
use super::filler::Filler;
use super::frame::{Frame, DATE};
use super::gapping::is_figure;
use super::statistic::Figures;
use super::Rule;
use crate::clause::{GroupId, GroupKind, Slot};
use crate::mention::{Kind, Mention};

/// How many may be named. More there are only in hostile text.
const MOST: usize = 24;
/// How many groups brackets may hold.
const LONG: usize = 6;

/// A name or thing with its figure in brackets.
#[derive(Clone, Copy)]
struct Item {
    group: GroupId,
    open: GroupId,
    close: GroupId,
}

impl<'x> Applier<'_, 'x> {
    /// The frames of those behind each of whom a figure of their own stands in brackets. Where the frame tells no figure of
    /// all of them, it is that of the first.
    pub(super) fn bracketed(&self, rule: &Rule, frame: &mut Frame<'x>) -> Vec<Frame<'x>> {
        let groups = self.clauses.groups.iter();
        let brackets = groups.filter(|group| matches!(group.kind, GroupKind::Open));
        if brackets.take(2).count() < 2 {
            return Vec::new();
        }
        let Some(items) = self.items_beside(frame) else {
            return Vec::new();
        };
        let (before, mut figures) = (frame.clone(), Figures::default());
        let members = items
            .iter()
            .map(|item| self.member(rule, &before, (&items, item), &mut figures));
        let Some(members) = members.collect::<Option<Vec<_>>>() else {
            return Vec::new();
        };
        // "flowers worth $90m to Chile ($50m) and Peru ($40m)": all of them, and each.
        if self.tells_all(frame, &members[0], &items) {
            for (member, item) in members.iter().zip(&items).skip(1) {
                let own = |(_, filler): &&(usize, Filler<'x>)| self.lies_in(filler, item.group);
                let fresh: Vec<_> = member.roles.iter().filter(own).copied().collect();
                let known = |one: &(usize, Filler<'x>)| {
                    let mut roles = before.roles.iter();
                    roles.any(|(role, filler)| *role == one.0 && filler.span == one.1.span)
                };
                frame.roles.extend(fresh.into_iter().filter(|one| !known(one)));
            }
            return members;
        }
        let mut members = members.into_iter();
        if let Some(first) = members.next() {
            *frame = first;
        }
        members.collect()
    }

    /// Those of whom the first fills a role of a frame.
    fn items_beside(&self, frame: &Frame<'x>) -> Option<Vec<Item>> {
        let groups = &self.clauses.groups;
        let mut fillers = frame.roles.iter();
        fillers.find_map(|(role, filler)| {
            let fits = *role != DATE && !filler.inherited && filler.word.is_none();
            let end = filler.span.end() as u32;
            let last = |token: u32| self.reading.tokens[token as usize - 1].end;
            let at = groups.partition_point(|group| last(group.end) < end);
            let whole = groups.get(at).is_some_and(|group| last(group.end) == end);
            let first = self.item_at(at).filter(|_| fits && whole)?;
            let mut items = vec![first];
            while let Some(next) = self.next_item(items.last()?.close).filter(|_| items.len() < MOST) {
                items.push(next);
            }
            (items.len() > 1).then_some(items)
        })
    }

    fn item_at(&self, at: GroupId) -> Option<Item> {
        let groups = &self.clauses.groups;
        let noun = self.clauses.noun(at)?;
        let open = at + 1;
        let opens = matches!(groups.get(open)?.kind, GroupKind::Open);
        let close = (open + 1..groups.len())
            .take(LONG)
            .find(|at| matches!(groups[*at].kind, GroupKind::Close))?;
        let leads = |at: &GroupId| {
            matches!(
                groups[*at].kind,
                GroupKind::Adverb(_) | GroupKind::Preposition(_) | GroupKind::Adjective
            )
        };
        let figure = (open + 1..close).find(|at| !leads(at))?;
        let thing = !noun.time && !noun.pronoun && !self.has_figure(at);
        (opens && thing && self.has_figure(figure)).then_some(Item {
            group: at,
            open,
            close,
        })
    }

    /// The one that goes on behind brackets: "(9%), Peru (4%) and Chile (2%)".
    fn next_item(&self, close: GroupId) -> Option<Item> {
        let groups = &self.clauses.groups;
        let joint = |at: usize| match &groups.get(at)?.kind {
            GroupKind::Comma => Some(()),
            GroupKind::Conjunction(word) => (*word == self.rules.words.and).then_some(()),
            GroupKind::Stop => {
                let token = groups[at].first as usize;
                self.reading.tokens[token].is(b';').then_some(())
            }
            _ => None,
        };
        joint(close + 1)?;
        let mut at = close + 2;
        while joint(at).is_some() {
            at += 1;
        }
        // "in Spain (400), in Peru (300)"
        self.item_at(at + usize::from(self.preposition(at).is_some()))
    }

    /// The frame with one of them in the place of the first, and with the figures in the brackets.
    fn member(
        &self,
        rule: &Rule,
        frame: &Frame<'x>,
        (items, item): (&[Item], &Item),
        figures: &mut Figures,
    ) -> Option<Frame<'x>> {
        let mut other = frame.clone();
        let inside = |mention: &Mention<'_>, item: &Item| {
            let groups = &self.clauses.groups;
            groups[item.group].first <= mention.first && mention.end <= groups[item.close].end
        };
        other.roles.clear();
        for (role, filler) in &frame.roles {
            let mention = self.mention_of(filler);
            let figure = mention.is_some_and(|mention| is_figure(mention.kind()));
            let listed = items.iter().position(|item| self.lies_in(filler, item.group));
            let other_item =
                mention.is_some_and(|mention| items.iter().skip(1).any(|item| inside(mention, item)));
            if filler.inherited {
                other.roles.push((*role, *filler));
            } else if listed == Some(0) {
                other.roles.push((*role, self.instead(filler, item.group)?));
            } else if !figure && listed.is_none() && !other_item {
                other.roles.push((*role, *filler));
            }
        }
        self.rules
            .movements
            .gapped(self.source(), item.open, self.figures.direction, false, figures);
        let end = self.clauses.groups[item.close].end;
        let mentions = self.mentions.mentions;
        figures.list.retain(|figure| {
            mentions
                .get(figure.mention)
                .is_some_and(|mention| mention.end < end)
        });
        figures.date = None;
        let mut other = self.with_figures(rule, other, figures)?;
        other.roles.extend(self.counted_goods(frame, &other.roles));
        Some(other)
    }

    /// What stands in a group, in the place of what fills a role.
    fn instead(&self, filler: &Filler<'x>, at: GroupId) -> Option<Filler<'x>> {
        let group = &self.clauses.groups[at];
        let ground = |kind: Kind| matches!(kind, Kind::Country | Kind::Place);
        match self.mention_of(filler).map(Mention::kind) {
            Some(kind) => {
                let alike = |found: Kind| found == kind || ground(found) && ground(kind);
                let mut mentions = self.mentions.within(group.first, group.end);
                let found = mentions.find(|mention| alike(mention.kind()) && mention.end == group.end)?;
                Some(self.of_mention(found, filler.slot))
            }
            None => Some(Filler {
                slot: filler.slot,
                ..self.sight().phrase(Slot::Trigger, group.first, group.end)
            }),
        }
    }

    /// Whether a frame tells a figure of all, of the kind that is told of each.
    fn tells_all(&self, frame: &Frame<'x>, first: &Frame<'x>, items: &[Item]) -> bool {
        let groups = &self.clauses.groups;
        let Some(last) = items.last() else { return false };
        let list = groups[items[0].open].first..groups[last.close].end;
        frame.roles.iter().any(|(role, filler)| {
            let mention = self
                .mention_of(filler)
                .filter(|mention| is_figure(mention.kind()));
            let outside = mention.is_some_and(|mention| !list.contains(&mention.first));
            outside && first.has(*role)
        })
    }
}
