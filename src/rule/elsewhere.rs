//! What is done in another place to a number of its own: "recalled 300 vans in Peru and 40 in Chile".

use super::apply::Applier;
use super::frame::{Frame, PLACE};
use crate::clause::{GroupId, GroupKind};
use crate::mention::{Kind, Mention, Value};

/// In how many more places.
const MOST: usize = 4;
/// How many groups may stand between a number and its place.
const BETWEEN: usize = 3;

impl<'x> Applier<'_, 'x> {
    /// The frames of the bare numbers that go on with the count of a frame, each with a place of its own. The frame keeps the
    /// place that stands before them.
    pub(super) fn elsewhere(&self, frame: &mut Frame<'x>) -> Vec<Frame<'x>> {
        let mut frames = Vec::new();
        let counted = frame.roles.iter().find_map(|(role, filler)| {
            let mention = self.mention_of(filler).filter(|_| !filler.inherited)?;
            let whole = matches!(mention.value(), Value::Count { noun: Some(_), .. });
            whole.then_some((*role, filler.slot, mention.end))
        });
        let Some((role, slot, end)) = counted else {
            return frames;
        };
        let groups = &self.clauses.groups;
        let mut at = groups.partition_point(|group| group.end < end);
        let Some((_, mut last)) = self.ground_behind(at) else {
            return frames;
        };
        while frames.len() < MOST {
            at = last + 1;
            while matches!(
                groups.get(at).map(|group| &group.kind),
                Some(GroupKind::Comma | GroupKind::Conjunction(_))
            ) {
                at += 1;
            }
            let number = self.bare_number(at).filter(|_| at > last + 1);
            let Some((number, (ground, behind))) = number.zip(self.ground_behind(at)) else {
                break;
            };
            let from = self.reading.tokens[groups[last + 1].first as usize].start as usize;
            if frames.is_empty() {
                frame
                    .roles
                    .retain(|(found, filler)| *found != PLACE || filler.span.start() < from);
            }
            let mut other = frame.clone();
            let event = &self.rules.events[frame.event];
            let goods = event.counted(self.reading, self.mentions.mentions, &frame.roles);
            other.roles.extend(goods);
            other.roles.retain(|(found, _)| *found != role && *found != PLACE);
            other.roles.push((role, self.of_mention(number, slot)));
            other.roles.push((PLACE, self.of_mention(ground, "in")));
            frames.push(other);
            last = behind;
        }
        frames
    }

    /// A number without a noun of its own: "another 40".
    fn bare_number(&self, at: GroupId) -> Option<&Mention<'x>> {
        let noun = self.clauses.noun(at)?;
        let group = &self.clauses.groups[at];
        let bare = |mention: &&Mention<'x>| matches!(mention.value(), Value::Count { noun: None, .. });
        let mut counts = self.mentions.within(group.first, group.end);
        counts
            .find(bare)
            .filter(|mention| mention.end == group.end && !noun.time)
    }

    /// The place or country that a preposition ties to the number at `at`, and its group.
    fn ground_behind(&self, at: GroupId) -> Option<(&Mention<'x>, GroupId)> {
        let groups = &self.clauses.groups;
        let near = at + 1..(at + 1 + BETWEEN).min(groups.len().saturating_sub(1));
        let preposition = near.clone().find(|next| match &groups[*next].kind {
            GroupKind::Preposition(_) => true,
            GroupKind::Verb(verb) => verb.finite(),
            _ => !matches!(groups[*next].kind, GroupKind::Adverb(_)),
        })?;
        let GroupKind::Preposition(word) = groups[preposition].kind else {
            return None;
        };
        let group = groups
            .get(preposition + 1)
            .filter(|_| self.rules.places.contains(&word))?;
        let mut mentions = self.mentions.within(group.first, group.end);
        let ground = |mention: &&Mention<'x>| matches!(mention.kind(), Kind::Country | Kind::Place);
        mentions.find(ground).map(|ground| (ground, preposition + 1))
    }
}
