//! Figures that belong to one event: what somebody aims at is no sale to come, and the sales of a company that tells its
//! profit are its revenue.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::mention::{Kind, Mention, MentionId};
use crate::rule::{Filler, Frame, Note, RuleSet, Status, Why, PLACE};

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
    let crossed = crossed(rules, frames, figures);
    // "wants to lift sales to $9bn": an aim comes before the results that it would make.
    let aims = |frame: &&Frame<'_>| claims(frame) && rules.rules[frame.rule].is_aim();
    let mut aimed: FxHashMap<MentionId, Vec<usize>> = FxHashMap::default();
    for frame in frames.iter().filter(aims) {
        for figure in figures(frame) {
            aimed.entry(figure).or_default().push(frame.event);
        }
    }
    let all: FxHashSet<MentionId> = claimed.iter().map(|(figure, _)| *figure).collect();
    let mut notes = notes;
    let mut number = 0;
    frames.retain(|frame| {
        let other = |figure: &MentionId| all.contains(figure) && !claimed.contains(&(*figure, frame.event));
        let hoped = |figure: &MentionId| {
            let events = aimed.get(figure);
            events.is_some_and(|events| events.iter().any(|event| *event != frame.event))
        };
        let result = rules.rules[frame.rule].measures()
            && frame.status != Status::Actual
            && figures(frame).iter().any(hoped);
        let told = || claims(frame) || !crossed.contains(&number) && !figures(frame).iter().any(other);
        let keeps = !result && told();
        number += 1;
        if let Some(notes) = notes.as_deref_mut().filter(|_| !keeps) {
            Note::add(notes, rules, frame, Why::Claimed);
        }
        keeps
    });
}

/// The frames whose figure a claiming rule of the same type tells in the same sentence with their names the other way round:
/// "Japan was Peru's largest market, with exports of $44m" has Peru's exports, not Japan's.
fn crossed(
    rules: &RuleSet,
    frames: &[Frame<'_>],
    figures: impl Fn(&Frame<'_>) -> Vec<MentionId>,
) -> FxHashSet<usize> {
    let claims = |frame: &Frame<'_>| rules.rules[frame.rule].claims();
    let mut claiming: FxHashMap<MentionId, Vec<&Frame<'_>>> = FxHashMap::default();
    for frame in frames.iter().filter(|frame| claims(frame)) {
        for figure in figures(frame) {
            claiming.entry(figure).or_default().push(frame);
        }
    }
    let is_crossed = |frame: &Frame<'_>| {
        figures(frame).iter().any(|figure| {
            let mut others = claiming.get(figure).into_iter().flatten();
            others.any(|other| {
                other.event == frame.event && other.sentence == frame.sentence && is_turned(frame, other)
            })
        })
    };
    let numbered = frames.iter().enumerate();
    numbered
        .filter(|(_, frame)| !claims(frame) && is_crossed(frame))
        .map(|(number, _)| number)
        .collect()
}

/// Whether somebody has one role here and another there.
fn is_turned(frame: &Frame<'_>, claiming: &Frame<'_>) -> bool {
    let fills = |of: &Frame<'_>, role: usize, filler: &Filler<'_>| {
        let mut fillers = of.roles.iter();
        fillers.any(|(other, its)| *other == role && its.mention == filler.mention)
    };
    frame.roles.iter().any(|(role, filler)| {
        let mut others = claiming.roles.iter().map(|(other, _)| *other);
        *role > PLACE
            && filler.mention.is_some()
            && others.any(|other| {
                let swapped = other > PLACE && fills(claiming, other, filler);
                swapped && !fills(frame, other, filler) && !fills(claiming, *role, filler)
            })
    })
}

fn is_figure(mentions: &[Mention<'_>], id: MentionId) -> bool {
    mentions.get(id.index()).is_some_and(|mention| {
        matches!(
            mention.kind(),
            Kind::Count | Kind::Money | Kind::Measure | Kind::Percent
        )
    })
}
