//! Figures that belong to one event: what somebody aims at is no sale to come, and the sales of a company that tells its
//! profit are its revenue.

use rustc_hash::FxHashSet;

use crate::mention::{Kind, Mention, MentionId};
use crate::rule::{Frame, Note, RuleSet, Why};

/// Drops the frames whose figures a rule of another event type claims in the same sentence.
pub(super) fn claim(
    rules: &RuleSet,
    mentions: &[Mention<'_>],
    frames: &mut Vec<Frame<'_>>,
    notes: Option<&mut Vec<Note>>,
) {
    let claims = |frame: &Frame<'_>| rules.rules[frame.rule].claims();
    let figures = |frame: &Frame<'_>| -> Vec<MentionId> {
        let found = frame.roles.iter().filter_map(|(_, filler)| filler.mention);
        found.filter(|id| is_figure(mentions, *id)).collect()
    };
    let claimed: FxHashSet<(MentionId, usize)> = frames
        .iter()
        .filter(|frame| claims(frame))
        .flat_map(|frame| figures(frame).into_iter().map(|figure| (figure, frame.event)))
        .collect();
    if claimed.is_empty() {
        return;
    }
    let all: FxHashSet<MentionId> = claimed.iter().map(|(figure, _)| *figure).collect();
    let mut notes = notes;
    frames.retain(|frame| {
        let keeps = claims(frame)
            || !figures(frame)
                .iter()
                .any(|figure| all.contains(figure) && !claimed.contains(&(*figure, frame.event)));
        if let Some(notes) = notes.as_deref_mut().filter(|_| !keeps) {
            Note::add(notes, rules, frame, Why::Claimed);
        }
        keeps
    });
}

fn is_figure(mentions: &[Mention<'_>], id: MentionId) -> bool {
    mentions.get(id.index()).is_some_and(|mention| {
        matches!(
            mention.kind(),
            Kind::Count | Kind::Money | Kind::Measure | Kind::Percent
        )
    })
}
