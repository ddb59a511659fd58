//! What is aimed at for another time: "wants a cut of 40% by 2029, and 70% by 2035".

use super::apply::Applier;
use super::frame::{Frame, DATE};
use super::gapping::is_figure;
use crate::clause::{GroupId, GroupKind};
use crate::mention::{Kind, Mention};

/// For how many more times.
const MOST: usize = 4;

impl<'x> Applier<'_, 'x> {
    /// The frames of the figures that go on with the one of an aim, each with a time of its own.
    pub(super) fn later(&self, frame: &Frame<'x>) -> Vec<Frame<'x>> {
        let mut frames = Vec::new();
        let own = |wanted: &dyn Fn(usize, Kind) -> bool| {
            frame.roles.iter().find_map(|(role, filler)| {
                let mention = self.mention_of(filler).filter(|_| !filler.inherited)?;
                wanted(*role, mention.kind()).then_some((*role, filler.slot, mention))
            })
        };
        let figure = own(&|role, kind| role != DATE && is_figure(kind));
        let date = own(&|role, _| role == DATE);
        let (Some((role, slot, figure)), Some((_, when, date))) = (figure, date) else {
            return frames;
        };
        let groups = &self.clauses.groups;
        let mut last = groups.partition_point(|group| group.end < date.end);
        if date.first < figure.end {
            return frames;
        }
        while frames.len() < MOST {
            let mut at = last + 1;
            while matches!(
                groups.get(at).map(|group| &group.kind),
                Some(GroupKind::Comma | GroupKind::Conjunction(_))
            ) {
                at += 1;
            }
            if at == last + 1 {
                break;
            }
            let Some((next, (date, behind))) = self.alike(at, figure.kind()).zip(self.time_behind(at)) else {
                break;
            };
            let mut other = frame.clone();
            other.roles.retain(|(found, _)| *found != role && *found != DATE);
            other.roles.push((role, self.of_mention(next, slot)));
            other.roles.push((DATE, self.of_mention(date, when)));
            frames.push(other);
            last = behind;
        }
        frames
    }

    /// The figure of a kind that a noun group ends with.
    fn alike(&self, at: GroupId, kind: Kind) -> Option<&Mention<'x>> {
        let noun = self.clauses.noun(at).filter(|noun| !noun.time)?;
        let group = &self.clauses.groups[at];
        let mut figures = self.mentions.within(group.first, group.end);
        figures.find(|figure| figure.kind() == kind && figure.end == noun.head + 1)
    }

    /// The date that a preposition ties to the figure at `at`, and its group.
    fn time_behind(&self, at: GroupId) -> Option<(&Mention<'x>, GroupId)> {
        self.preposition(at + 1)?;
        let time = at + 2;
        let group = self.clauses.groups.get(time)?;
        let mut dates = self.mentions.within(group.first, group.end);
        dates
            .find(|date| date.kind() == Kind::Date)
            .map(|date| (date, time))
    }
}
