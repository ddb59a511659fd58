//! Items of lists and rows of tables: a label and its figures, of what the statistic before them was of.

use super::ROWS;
use crate::clause::{GroupId, GroupKind, Slot};
use crate::mention::{Amount, Kind, Mention, Value};
use crate::rule::apply::Applier;
use crate::rule::frame::{Frame, DATE};
use crate::rule::statistic::{Figure, Figures};
use crate::rule::Rule;
use crate::text::ZoneKind;

impl<'x> Applier<'_, 'x> {
    /// Reads an item of a list or a row of a table: a label and its figures.
    /// `context` is the event type of the statistic before it.
    pub(in crate::rule) fn row(
        &mut self,
        sentence: usize,
        context: Option<usize>,
        told: usize,
        out: &mut Vec<Frame<'x>>,
    ) {
        let Some(event) = context else { return };
        let rules = self.rules;
        let event = self.told_before(sentence, out).unwrap_or(event);
        let Some(number) = rules.events[event].lines else {
            return;
        };
        let rule = &rules.rules[number];
        self.head(sentence);
        let Some(label) = self.label(rule) else { return };
        // A label that tells of something else, or the row's own verb.
        let first = self.clauses.groups[0].first as usize;
        let behind = self.clauses.groups[label].end as usize;
        let head = self.reading.span(first..behind);
        if out[told..].iter().any(|frame| head.overlaps(frame.trigger)) {
            return;
        }
        let mut figures = std::mem::take(&mut self.figures);
        rules.movements.row(self.source(), label, &mut figures);
        // "Exports ($ million)": bare numbers below count nothing.
        let amounts = self.course.currency.is_some_and(|at| at + ROWS > sentence);
        let bare = |figure: &Figure| {
            let level = self.mentions.mentions.get(figure.mention);
            level.is_some_and(|level| matches!(level.value(), Value::Count { noun: None, .. }))
        };
        if amounts && figures.of(Slot::Level).any(bare) {
            self.figures = figures;
            return;
        }
        let dates = self.course.head.filter(|(_, at)| at + ROWS > sentence);
        figures.date = figures.date.or(dates.map(|(dates, _)| dates[0]));
        if let Some(mut roles) = self.labelled(rule, 0..label + 1, Some(label), &figures) {
            self.topic(label, rule, sentence, &mut roles);
            let frame = Frame {
                past: false,
                ..Frame::told((event, number), head, sentence, roles)
            };
            self.course.tell_row(event, sentence);
            if let Some((dates, _)) = dates {
                let previous = self.earlier_column(rule, &figures, dates[1], &frame);
                out.push(frame);
                out.extend(previous);
            } else {
                out.push(frame);
            }
        }
        self.figures = figures;
    }

    /// The event type of a statistic that told a row's first figure before: a table sums up.
    fn told_before(&self, sentence: usize, out: &[Frame<'x>]) -> Option<usize> {
        let (first, last) = (self.clauses.groups.first()?, self.clauses.groups.last()?);
        let figure = self.mentions.within(first.first, last.end).find_map(amount)?;
        let told = out.iter().rev().take(ROWS).find(|frame| {
            frame.sentence + ROWS > sentence
                && frame.roles.iter().any(|(_, filler)| {
                    let mention = filler
                        .mention
                        .and_then(|id| self.mentions.mentions.get(id.index()));
                    mention.and_then(amount) == Some(figure)
                })
        })?;
        Some(told.event)
    }

    /// The second figure of a row whose table names two dates.
    fn earlier_column(
        &self,
        rule: &Rule,
        figures: &Figures,
        date: usize,
        frame: &Frame<'x>,
    ) -> Option<Frame<'x>> {
        let mut levels = figures.of(Slot::Level);
        let first = self.mentions.mentions.get(levels.next()?.mention)?;
        let second = self.mentions.mentions.get(levels.next()?.mention)?;
        if first.kind() != second.kind() {
            return None;
        }
        let figure = |role: usize| rule.figure_roles().any(|figure| figure == role);
        let (level, _) = frame
            .roles
            .iter()
            .find(|(role, filler)| figure(*role) && filler.mention == Some(first.id()))?;
        let mut other = frame.clone();
        other.roles.retain(|(role, _)| !figure(*role) && *role != DATE);
        other.roles.push((*level, self.of_mention(second, "previous")));
        let date = self.mentions.mentions.get(date)?;
        other.roles.push((DATE, self.of_mention(date, "time")));
        other.comparison = true;
        Some(other)
    }

    /// Notes the dates at the head of a table.
    fn head(&mut self, sentence: usize) {
        let groups = &self.clauses.groups;
        let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
            return;
        };
        let mut dates = self
            .mentions
            .within(first.first, last.end)
            .filter(|mention| matches!(mention.value(), Value::Date(when) if !when.vague));
        let figures = self
            .mentions
            .within(first.first, last.end)
            .any(|mention| matches!(mention.kind(), Kind::Count | Kind::Money | Kind::Percent));
        let table = self.reading.zone(first.first as usize) == ZoneKind::Table;
        if let (false, true, Some(one), Some(two)) = (figures, table, dates.next(), dates.next()) {
            self.course.head = Some(([one.id().index(), two.id().index()], sentence));
        }
    }

    /// The last group of a row's label: what stands before its first figure, if no verb does.
    fn label(&self, _: &Rule) -> Option<GroupId> {
        let groups = &self.clauses.groups;
        let figure = |first: u32, end: u32| {
            self.mentions.within(first, end).any(|mention| {
                matches!(
                    mention.kind(),
                    Kind::Count | Kind::Money | Kind::Percent | Kind::Measure
                )
            })
        };
        let mut last = None;
        for (at, group) in groups.iter().enumerate().take(16) {
            match &group.kind {
                GroupKind::Verb(_) => return None,
                GroupKind::Noun(noun) => {
                    if figure(group.first, group.end) {
                        break;
                    }
                    if !noun.time {
                        last = Some(at);
                    }
                }
                _ => {}
            }
        }
        last
    }
}

/// How many or how much, of a count, money or a measure.
fn amount(mention: &Mention<'_>) -> Option<Amount> {
    match mention.value() {
        Value::Count { amount, .. } | Value::Money { amount, .. } | Value::Measure { amount, .. } => {
            Some(*amount)
        }
        _ => None,
    }
}
