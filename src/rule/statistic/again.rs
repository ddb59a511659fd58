//! Where a statistic is taken up again for another thing, partner or time.

use super::{Movements, Scan, Source};
use crate::clause::{GroupId, GroupKind, Slot, VerbForm, VerbGroup};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};

impl Scan<'_, '_, '_> {
    /// Whether it moved to another partner or at another time as well: "exports to Japan were up 12%, to South Korea 8%",
    /// "of tea rose 4% and of cocoa 3%", "were 300 tonnes, in 2024 280 tonnes".
    pub(super) fn moves_another(&self, at: GroupId) -> bool {
        let Some(GroupKind::Preposition(word)) = self.kind(at) else {
            return false;
        };
        let of = *word == self.words.of;
        !self.out.list.is_empty()
            && !self.words.compares(*word)
            && self
                .noun(at + 1)
                .is_some_and(|noun| noun.named || noun.time || of && !noun.pronoun)
            && self.noun(at + 2).is_some()
            && self.figures_in(at + 1).next().is_none()
            && self.figures_in(at + 2).next().is_some()
    }

    /// Whether the change of another time or place is told at `at`: "fell 9% in 2023 and 12% in 2024", "11% in Peru, 9% in
    /// Chile".
    pub(super) fn changes_again(&self, at: GroupId) -> bool {
        let Some(GroupKind::Noun(_) | GroupKind::Preposition(_)) = self.kind(at) else {
            return false;
        };
        self.out.has(Slot::Change) && self.words.told_apart(self.source, at).is_some()
    }

    /// Whether the statistic is taken up again for another thing or time: "and France 6.2 percent", "and to 439,644
    /// tonnes in the first half".
    pub(super) fn resumes(&self, at: GroupId) -> bool {
        let figure = |group: GroupId| {
            group < self.source.clauses.groups.len() && self.figures_in(group).next().is_some()
        };
        match self.kind(at) {
            _ if self.owns_another(at) => true,
            Some(GroupKind::Noun(noun)) if noun.named && !noun.time && !figure(at) => {
                let held = self.verb || !self.out.list.is_empty();
                held && (figure(at + 1)
                    || matches!(
                        self.kind(at + 1),
                        Some(GroupKind::Preposition(_) | GroupKind::Open)
                    ) && figure(at + 2))
            }
            Some(GroupKind::Preposition(word)) => {
                let reached = self.out.has(Slot::Level) && self.words.reaches(*word) && figure(at + 1);
                reached || !self.out.list.is_empty() && self.acts_at(at + 1)
            }
            Some(GroupKind::Noun(noun)) if noun.time => !self.out.list.is_empty() && self.acts_at(at),
            _ => self.others_follow(at),
        }
    }

    /// Whether the genitive of a name at `at` has a figure of its own: "and Turkey's 3.2 million", ", Turkey's at 3.2 million".
    pub(super) fn owns_another(&self, at: GroupId) -> bool {
        let genitive = |at: GroupId| {
            let group = self.source.clauses.groups.get(at);
            group.is_some_and(|group| self.source.reading.tag(group.first as usize) == Tag::Genitive)
        };
        let name = self.noun(at).is_some_and(|noun| noun.named && !noun.time);
        let tied = matches!(self.kind(at + 2), Some(GroupKind::Preposition(_)));
        let figure = at + 2 + usize::from(tied);
        let held = self.verb || !self.out.list.is_empty();
        held && name
            && genitive(at + 1)
            && self.noun(figure).is_some()
            && self.figures_in(figure).next().is_some()
    }

    /// Whether a time stands at `at` and a verb right behind it.
    fn acts_at(&self, at: GroupId) -> bool {
        let verb = self.source.clauses.verb(at + 1);
        verb.is_some_and(VerbGroup::finite) && self.noun(at).is_some_and(|noun| noun.time)
    }

    /// Whether others are told of behind who led: "ahead of Volkswagen on 7,100".
    pub(super) fn ranks_another(&self, at: GroupId) -> bool {
        !self.out.list.is_empty() && self.words.ranked(self.source, at).is_some()
    }

    /// Whether the statistic is taken up again for a thing without a name.
    pub(super) fn others_follow(&self, at: GroupId) -> bool {
        let held = self.verb || !self.out.list.is_empty();
        held && (self.words.taken_up(self.source, at).is_some() || self.moves_elsewhere(at))
    }

    /// Whether a change somewhere else is told at `at`: "fell by 26%, to Peru by 19%".
    fn moves_elsewhere(&self, at: GroupId) -> bool {
        let hangs = matches!(self.kind(at), Some(GroupKind::Preposition(_)));
        let by = matches!(self.kind(at + 2), Some(GroupKind::Preposition(word)) if *word == self.words.by);
        let name = self.noun(at + 1).filter(|noun| noun.named && !noun.time);
        hangs
            && by
            && name.is_some()
            && self.figures_in(at + 1).next().is_none()
            && self.noun(at + 3).is_some()
            && self.figures_in(at + 3).next().is_some()
    }
}

impl Movements {
    /// Whether a gerund stands right behind `before`: "fell 9% in 2023 before rising 12% in 2024".
    pub(in crate::rule) fn follows_before(&self, source: Source<'_, '_>, at: GroupId) -> bool {
        let verb = source
            .clauses
            .verb(at)
            .filter(|verb| verb.form == VerbForm::Gerund);
        let first = source.clauses.groups[at].first as usize;
        verb.is_some_and(|verb| self.moves(verb.lemma).is_some())
            && first > 0
            && source.reading.is(first - 1, "before")
    }

    /// The percentage at `at` that has a time, place or partner of its own behind it: "12% in 2024", "by 9% in Peru", "6% to
    /// Chile".
    pub(in crate::rule) fn told_apart(&self, source: Source<'_, '_>, at: GroupId) -> Option<GroupId> {
        let clauses = source.clauses;
        let groups = &clauses.groups;
        let by = matches!(groups.get(at)?.kind, GroupKind::Preposition(word) if word == self.by);
        let figure = at + usize::from(by);
        let group = groups.get(figure)?;
        let figures = |at: GroupId| {
            let group = &groups[at];
            let figures = source.mentions.within(group.first, group.end);
            figures.filter(|figure| {
                matches!(
                    figure.kind(),
                    Kind::Count | Kind::Measure | Kind::Money | Kind::Percent
                )
            })
        };
        matches!(&group.kind, GroupKind::Noun(noun) if !noun.time).then_some(())?;
        let (tied, reached) = match groups.get(figure + 1)?.kind {
            GroupKind::Preposition(word) if word == self.of || self.compares(word) => return None,
            GroupKind::Preposition(word) => (true, self.reaches(word)),
            _ => (false, false),
        };
        let behind = figure + 1 + usize::from(tied);
        let noun = clauses.noun(behind)?;
        let named = tied && noun.named && figures(behind).next().is_none();
        // "6% to Peru", "2% at Jeep": only a name of somebody is no level that is reached.
        let own = noun.time && !reached || named;
        let percent = |mention: &Mention<'_>| mention.kind() == Kind::Percent && mention.end == group.end;
        (own && figures(figure).any(percent)).then_some(figure)
    }

    /// The group of the next in a ranking, if it begins at `at`: "ahead of Volkswagen on 7,100", "in front of Audi with 287",
    /// "with Toyota on 17,110".
    pub(in crate::rule) fn ranked(&self, source: Source<'_, '_>, at: GroupId) -> Option<GroupId> {
        let clauses = source.clauses;
        let groups = &clauses.groups;
        let hangs = |at: GroupId| {
            matches!(
                groups.get(at).map(|group| &group.kind),
                Some(GroupKind::Preposition(_))
            )
        };
        let opens = ["ahead", "before", "with"].iter().any(|word| {
            source
                .reading
                .is(groups.get(at).map_or(0, |group| group.first) as usize, word)
        });
        let front = clauses
            .noun(at + 1)
            .is_some_and(|noun| !noun.named && source.reading.is(noun.head as usize, "front"));
        let name = at + if front { 3 } else { 1 };
        let figure = |at: GroupId| {
            groups.get(at).is_some_and(|group| {
                let mut mentions = source.mentions.within(group.first, group.end);
                mentions.any(|mention| matches!(mention.kind(), Kind::Count | Kind::Measure | Kind::Money))
            })
        };
        // "with copper at $71"
        let named = clauses.noun(name).is_some_and(|noun| {
            let goods = || source.words.wares.contains(noun.lemma);
            !noun.time && (noun.named || goods())
        });
        // "ahead of Volkswagen (7,100)"
        let open = opens
            && matches!(
                groups.get(name + 1).map(|group| &group.kind),
                Some(GroupKind::Open)
            );
        let tied = hangs(name + 1) || open;
        (hangs(at) && (opens || front) && named && !figure(name) && tied && figure(name + 2)).then_some(name)
    }
}
