//! Parts of a figure that have a place, time or partner of their own: "will cut 300 jobs, including 120 in Lund and 40 in
//! Oslo", "sold 300 buses, 120 of them to Chile", "sold 300 buses, of which 120 in May".

use super::apply::Applier;
use super::frame::{Frame, DATE, PLACE};
use super::gapping::is_figure;
use super::Rule;
use crate::clause::{GroupId, GroupKind, Slot, VerbGroup};
use crate::mention::{Kind, Mention};

/// How many groups behind a trigger the first part is looked for.
const FAR: usize = 24;
/// How many parts are told. More there are only in hostile text.
const MOST: usize = 16;

/// A part: its figure, and where, when or with whom it was.
struct Part {
    figure: GroupId,
    preposition: GroupId,
}

impl<'x> Applier<'_, 'x> {
    /// The frames of the parts of the figure that a frame tells. The frame gives back what it took from there.
    pub(super) fn parted(&self, rule: &Rule, frame: &mut Frame<'x>, at: GroupId) -> Vec<Frame<'x>> {
        let told = frame.roles.iter().find_map(|(role, filler)| {
            let mention = self.mention_of(filler).filter(|_| !filler.inherited)?;
            let amount = is_figure(mention.kind()) && mention.kind() != Kind::Percent;
            amount.then_some((*role, mention))
        });
        let Some((level, whole)) = told else {
            return Vec::new();
        };
        let groups = &self.clauses.groups;
        let from = groups.partition_point(|group| group.end <= whole.first).max(at);
        let behind = (from + 1..groups.len()).take(FAR);
        let mut behind = behind.take_while(|at| {
            !matches!(groups[*at].kind, GroupKind::Stop | GroupKind::Subordinator(_))
                && !self.clauses.verb(*at).is_some_and(VerbGroup::finite)
        });
        let opened = behind.find_map(|at| Some((at, self.first_part(at)?)));
        let Some((joint, first)) = opened else {
            return Vec::new();
        };
        let mut parts = vec![first];
        while let Some(next) = parts.last().and_then(|last| self.next_part(last)) {
            if parts.len() == MOST {
                break;
            }
            parts.push(next);
        }
        let own: Vec<_> = parts
            .iter()
            .filter_map(|part| self.of_part(rule, frame, (level, whole), part, joint))
            .collect();
        if own.len() == parts.len() {
            let reach = self.reading.tokens[groups[joint].first as usize].start as usize;
            frame
                .roles
                .retain(|(_, filler)| filler.inherited || filler.span.start() < reach);
            return own;
        }
        Vec::new()
    }

    /// The first part, if a comma at `at` opens it.
    fn first_part(&self, at: GroupId) -> Option<Part> {
        let groups = &self.clauses.groups;
        let words = &self.rules.words;
        matches!(groups.get(at)?.kind, GroupKind::Comma).then_some(())?;
        let includes = |word| self.rules.movements.includes(word);
        let figure = match self.preposition(at + 1) {
            Some(word) if includes(word) => at + 2,
            Some(word) if word == words.of => {
                matches!(groups.get(at + 2)?.kind, GroupKind::Relative).then_some(at + 3)?
            }
            Some(_) => return None,
            None => {
                let of = self.preposition(at + 2) == Some(words.of);
                let pronoun = self.clauses.noun(at + 3).is_some_and(|noun| noun.pronoun);
                (of && pronoun).then_some(at + 1)?
            }
        };
        self.part_at(figure)
    }

    /// The part that a joint ties to the one before.
    fn next_part(&self, last: &Part) -> Option<Part> {
        let groups = &self.clauses.groups;
        let joint = |at: GroupId| match groups.get(at).map(|group| &group.kind) {
            Some(GroupKind::Conjunction(word)) => *word == self.rules.words.and,
            kind => matches!(kind, Some(GroupKind::Comma)),
        };
        let mut at = last.preposition + 2;
        joint(at).then_some(())?;
        while joint(at) {
            at += 1;
        }
        self.part_at(at)
    }

    /// The part whose figure stands at `at`: "120 in Lund", "120 of them to Chile".
    fn part_at(&self, figure: GroupId) -> Option<Part> {
        self.has_figure(figure).then_some(())?;
        let of = self.preposition(figure + 1) == Some(self.rules.words.of);
        let pronoun = self.clauses.noun(figure + 2).is_some_and(|noun| noun.pronoun);
        let preposition = figure + if of && pronoun { 3 } else { 1 };
        self.preposition(preposition)?;
        let noun = self.clauses.noun(preposition + 1)?;
        let whole = noun.time || noun.named && !self.has_figure(preposition + 1);
        let acts = self.clauses.verb(preposition + 2).is_some_and(VerbGroup::finite);
        (whole && !acts).then_some(Part { figure, preposition })
    }

    /// The frame of a part.
    fn of_part(
        &self,
        rule: &Rule,
        frame: &Frame<'x>,
        (level, whole): (usize, &Mention<'x>),
        part: &Part,
        joint: GroupId,
    ) -> Option<Frame<'x>> {
        let groups = &self.clauses.groups;
        let within = |at: GroupId| self.mentions.within(groups[at].first, groups[at].end);
        let counts = |kind: Kind| matches!(kind, Kind::Count | Kind::Measure);
        let alike = |kind: Kind| kind == whole.kind() || counts(kind) && counts(whole.kind());
        let figure = within(part.figure).find(|mention| alike(mention.kind()))?;
        let word = self.preposition(part.preposition)?;
        let slot = Slot::Preposition(word);
        let own = part.preposition + 1;
        let filler = within(own).find_map(|mention| {
            let takes = |kinds: &[super::Accept]| super::fill::takes(kinds, mention.kind());
            let named = || {
                let mut fills = rule.fills.iter();
                let fill =
                    fills.find(|fill| fill.slots().any(|other| *other == slot) && takes(fill.accept()))?;
                Some(fill.role)
            };
            let ground = || {
                let place = matches!(mention.kind(), Kind::Country | Kind::Place);
                (place && self.rules.places.contains(&word)).then_some(PLACE)
            };
            let time = || (mention.kind() == Kind::Date).then_some(DATE);
            let role = named().or_else(ground).or_else(time)?;
            Some((role, self.of_mention(mention, slot.name(self.reading.lexicon))))
        })?;
        let reach = self.reading.tokens[groups[joint].first as usize].start as usize;
        let mut other = frame.clone();
        other.roles.retain(|(role, known)| {
            let figure = self
                .mention_of(known)
                .is_some_and(|mention| is_figure(mention.kind()));
            let before = known.inherited || known.span.start() < reach;
            before && !figure && *role != filler.0
        });
        other.roles.push((level, self.of_mention(figure, "level")));
        other.roles.push(filler);
        other.roles.extend(self.counted_goods(frame, &other.roles));
        Some(other)
    }
}
