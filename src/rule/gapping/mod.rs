//! Statistics that are told again without their verb: "Germany shrank 2.8 percent and France 6.2 percent (114,662)", "to
//! 820,000 tonnes last year and to 439,644 tonnes in the first half", "followed by the UK (1,921)".

mod again;
mod told;

use super::apply::Applier;
use super::filler::Filler;
use super::frame::{Frame, DATE};
use super::statistic::{Figure, Figures, Source};
use super::Rule;
use crate::clause::{GroupId, GroupKind, Slot, VerbGroup};
use crate::lexicon::{Tag, WordId};
use crate::mention::Kind;

/// How often a statistic is taken up again.
const MOST: usize = 6;
/// How many groups may stand between two of them.
const BETWEEN: usize = 8;

/// A place where a statistic is taken up again.
struct Gap {
    /// The group before its first figure.
    at: GroupId,
    /// Of whom or what it is now, if that changes.
    name: Option<GroupId>,
    /// The preposition before that, where it follows the figure.
    preposition: Option<WordId>,
    /// It comes next in a ranking: "ahead of Volkswagen on 7,100".
    ranked: bool,
}

/// What joins to a statistic what may take it up again.
#[derive(Clone, Copy)]
struct Joint {
    /// A conjunction, a comma or the like.
    at: GroupId,
    /// It is no mere comma.
    joined: bool,
    /// A time of the statistic stands before it.
    timed: bool,
}

impl Gap {
    /// The figures behind a group go on with whoever was told of.
    fn at(at: GroupId) -> Self {
        Self {
            at,
            name: None,
            preposition: None,
            ranked: false,
        }
    }

    /// The figures behind a name are its own.
    fn of(name: GroupId) -> Self {
        Self {
            name: Some(name),
            ..Self::at(name)
        }
    }
}

impl<'x> Applier<'_, 'x> {
    /// What follows the figures of a frame and tells the same of others.
    /// What the frame took from there is given back.
    pub(super) fn gapped(&self, rule: &Rule, frame: &mut Frame<'x>, at: GroupId) -> Vec<Frame<'x>> {
        let mut frames = Vec::new();
        self.take_beside(rule, frame);
        let object = self.clauses.verb(at).and_then(|verb| verb.object).unwrap_or(at);
        let mut end = self.figures.end.max(object).max(at).max(self.last_figure(frame));
        let direction = self.figures.direction;
        let percent = |figure: &Figure| {
            let mention = self.mentions.mentions.get(figure.mention);
            mention.is_some_and(|mention| mention.kind() == Kind::Percent)
        };
        let by_amount = direction.is_some() && !self.figures.of(Slot::Change).any(percent);
        let mut figures = Figures::default();
        let source = Source {
            reading: self.reading,
            mentions: self.mentions,
            clauses: &self.clauses,
            words: &self.rules.words,
            is_measure: &|lemma| self.rules.is_measure(lemma),
        };
        for _ in 0..MOST {
            let told = if frames.is_empty() {
                &self.figures
            } else {
                &figures
            };
            let Some(gap) = self.gap(end, told.date.is_some(), source) else {
                break;
            };
            self.rules
                .movements
                .gapped(source, gap.at, direction, by_amount, &mut figures);
            if figures.end <= end {
                break;
            }
            if frames.is_empty() {
                let time = usize::from(self.clauses.verb(gap.at).is_some());
                let token = self.clauses.groups[gap.at - time].first as usize;
                let reach = self.reading.tokens[token].start as usize;
                // Told once more at another time, the first has not the time of the second.
                let elsewhere = self.is_figure_elsewhere(gap.at + 1);
                let shared = |role: usize| role == DATE && (gap.name.is_some() || elsewhere);
                frame.roles.retain(|(role, filler)| {
                    shared(*role) || filler.span.start() < reach || filler.inherited
                });
            }
            end = figures.end;
            let Some(mut other) = self.again(rule, frame, &gap, &figures) else {
                break;
            };
            // "Bosch raised prices by 4% and Kia by 3%": what another rule reads of the same noun is the part that it tells.
            if gap.name.is_some() {
                other.part = frames.len() + 1;
            }
            frames.push(other);
        }
        self.share_last(frame, &mut frames);
        frames
    }

    /// Where no figure fills a role, the one in brackets behind a name that does: "exported tea to Japan (40 tonnes), Oman (30
    /// tonnes)".
    fn take_beside(&self, rule: &Rule, frame: &mut Frame<'x>) {
        let told = |filler: &Filler<'x>| {
            self.mention_of(filler)
                .is_some_and(|mention| is_figure(mention.kind()))
        };
        if frame.roles.iter().any(|(_, filler)| told(filler)) {
            return;
        }
        let beside = frame.roles.iter().find_map(|(role, filler)| {
            let mention = self
                .mention_of(filler)
                .filter(|_| *role != DATE && !filler.inherited)?;
            let groups = &self.clauses.groups;
            let at = groups.partition_point(|group| group.end <= mention.first);
            let open = matches!(groups.get(at + 1)?.kind, GroupKind::Open) && groups[at].end == mention.end;
            let figure = groups.get(at + 2).filter(|_| open)?;
            let mut figures = self.mentions.within(figure.first, figure.end);
            figures.find(|figure| is_figure(figure.kind()) && figure.kind() != Kind::Percent)
        });
        let Some(level) = beside else { return };
        let figures = Figures {
            list: vec![Figure {
                slot: Slot::Level,
                mention: level.id().index(),
                falling: false,
                date: None,
            }],
            ..Figures::default()
        };
        if let Some(own) = self.with_figures(rule, frame.clone(), &figures) {
            *frame = own;
        }
    }

    /// The group of the last figure that fills a role.
    fn last_figure(&self, frame: &Frame<'x>) -> GroupId {
        let figures = frame.roles.iter().filter_map(|(_, filler)| {
            let mention = self.mention_of(filler)?;
            is_figure(mention.kind()).then_some(mention.first)
        });
        let first = figures.max().unwrap_or_default();
        let groups = &self.clauses.groups;
        groups
            .partition_point(|group| group.end <= first)
            .min(groups.len().saturating_sub(1))
    }

    /// What joins to a statistic, whose last figure stands in the group `end`, what may take it up again. `timed`: it has a
    /// time. Else where a verb behind "before" does.
    fn joint(&self, end: GroupId, mut timed: bool, source: Source<'_, 'x>) -> Result<Joint, Option<Gap>> {
        let groups = &self.clauses.groups;
        let mut joint = None;
        for (at, group) in groups.iter().enumerate().skip(end + 1).take(BETWEEN) {
            match &group.kind {
                GroupKind::Conjunction(_) => {
                    joint = Some((at, true));
                    break;
                }
                GroupKind::Comma | GroupKind::Stop if joint.is_none() => joint = Some((at, false)),
                // "compared with the first quarter, and"
                GroupKind::Verb(verb)
                    if joint.is_none()
                        && !verb.finite()
                        && (self.rules.movements).compares(self.reading.ids[verb.head as usize]) => {}
                // "followed by"
                GroupKind::Verb(verb) if !verb.finite() && verb.passive && joint.is_some() => {
                    if self.preposition(at + 1).is_some() {
                        joint = Some((at + 1, true));
                    }
                    break;
                }
                // "fell 9% in 2023 before rising 12% in 2024"
                GroupKind::Verb(_)
                    if timed
                        && self.rules.movements.follows_before(source, at)
                        && self.is_timed(self.amount_behind(at)) =>
                {
                    return Err(Some(Gap::at(at)));
                }
                GroupKind::Noun(noun)
                    if (noun.time || noun.pronoun || noun.preposition.is_some() && !self.has_figure(at))
                        && joint.is_none() =>
                {
                    timed |= noun.time;
                }
                GroupKind::Close
                | GroupKind::Adverb(_)
                | GroupKind::Adjective
                | GroupKind::Preposition(_)
                    if joint.is_none() => {}
                _ => break,
            }
        }
        let (at, joined) = joint.ok_or(None)?;
        Ok(Joint { at, joined, timed })
    }

    /// Where the statistic whose last figure stands in the group `end` is taken up again. `timed`: it has a time.
    fn gap(&self, end: GroupId, timed: bool, source: Source<'_, 'x>) -> Option<Gap> {
        let groups = &self.clauses.groups;
        let joint = match self.joint(end, timed, source) {
            Ok(joint) => joint,
            Err(found) => return found,
        };
        let Joint { at, joined, timed } = joint;
        // "bought 465,000 tonnes, including 175,000 from Russia"
        let includes = matches!(groups.get(at + 1)?.kind, GroupKind::Preposition(word) if self.rules.movements.includes(word));
        let at = at + usize::from(includes);
        let next = at + 1;
        // "rose 5% in May and for the half-year fell 2%", "rose 5% in May, then fell 2% in June"
        let own = self.moves_then(next).then_some(next).filter(|_| timed);
        if let Some(verb) = own.or_else(|| joined.then(|| self.moves_again(next)).flatten()) {
            return Some(Gap::at(verb));
        }
        // "rose 5% in Peru but fell 2% in Chile"
        if let Some(gap) = self.moves_elsewhere(next) {
            return Some(gap);
        }
        // "rose 5% in May and by 2% in June", "fell 11% in Peru, 9% in Chile"
        if let Some(figure) = self.rules.movements.told_apart(source, next) {
            let time = |at: GroupId| self.clauses.noun(at).is_some_and(|noun| noun.time);
            let tied = self.preposition(figure + 1);
            let behind = figure + 1 + usize::from(tied.is_some());
            if timed && time(behind) {
                return Some(Gap::at(figure - 1));
            }
            if !time(behind) {
                return Some(Gap {
                    at: figure - 1,
                    preposition: tied,
                    ..Gap::of(behind)
                });
            }
        }
        // "petrol by 5 cents, diesel by 4 and kerosene by 3"
        if let Some((name, last)) = self.rules.movements.taken_up(source, next) {
            return Some(Gap {
                at: last,
                ..Gap::of(name)
            });
        }
        // "ahead of Volkswagen on 7,100"
        if let Some(name) = self.rules.movements.ranked(source, next) {
            return Some(Gap {
                ranked: true,
                ..Gap::of(name)
            });
        }
        self.without_verb(Joint { at, ..joint })
    }

    /// Where a figure right behind a joint takes the statistic up again.
    fn without_verb(&self, Joint { at, joined, timed }: Joint) -> Option<Gap> {
        let groups = &self.clauses.groups;
        let next = at + 1;
        match &groups.get(next)?.kind {
            // "up 12% to Japan, to South Korea 8%", "of tea rose 12% and of cocoa 8%"
            GroupKind::Preposition(word)
                if self.names_with_figure(next + 1)
                    || *word == self.rules.words.of && self.thing_with_figure(next + 1) =>
            {
                Some(Gap {
                    preposition: Some(*word),
                    ..Gap::of(next + 1)
                })
            }
            // "in 2023 were 300 tonnes, in 2024 280 tonnes"
            GroupKind::Preposition(_) if self.time_with_figure(next + 1) => Some(Gap::at(next + 1)),
            // "and to 439,644 tonnes"
            GroupKind::Preposition(word) if joined && self.rules.movements.reaches(*word) => {
                self.has_figure(next + 1).then_some(Gap::at(at))
            }
            // "Oman came first with 44,000 tonnes and Peru a close second with 42,000"
            GroupKind::Noun(noun) if noun.named && !noun.time && self.is_ranked(next) => Some(Gap {
                at: next + 1,
                ..Gap::of(next)
            }),
            GroupKind::Noun(noun) if noun.named && !noun.time && !self.has_figure(next) => {
                self.behind_name(next, joined)
            }
            // "60,000 at home and 3,000 overseas"
            GroupKind::Noun(_) if joined && self.is_figure_elsewhere(next) => Some(Gap::at(at)),
            // "9.3 million vehicles this year, 9.8 million vehicles in 2026 and 10 million in 2027"
            GroupKind::Noun(noun) if timed && !noun.time && self.is_timed(next) && !self.hedges(at) => {
                Some(Gap::at(at))
            }
            // "100,000 tonnes from Vietnam, 60,000 tonnes from Laos and 50,000 tonnes from India"
            GroupKind::Noun(noun) if !noun.time && self.has_figure(next) => {
                let GroupKind::Preposition(word) = groups.get(next + 1)?.kind else {
                    return None;
                };
                let other = self.clauses.noun(next + 2)?;
                // "300 bags of tea worth $5m and 40 bags of cocoa worth $2m", "$5m from tea and $2m from cocoa"
                let things = word == self.rules.words.of || self.rules.words.wares.contains(other.lemma);
                let goods = joined && things && !other.time && !other.pronoun;
                ((other.named || goods) && !self.has_figure(next + 2)).then_some(Gap {
                    at,
                    name: Some(next + 2),
                    preposition: Some(word),
                    ranked: false,
                })
            }
            _ => None,
        }
    }

    /// Where the figure of a name takes the statistic up again: "and Turkey's 3.2 million".
    fn behind_name(&self, next: GroupId, joined: bool) -> Option<Gap> {
        let groups = &self.clauses.groups;
        // "and Turkey's 3.2 million", ", Turkey's at 3.2 million", "and Stellantis's Trnava site 62,000"
        let owns = self.owns_figure(next);
        let behind = match self.owned_with_figure(next) {
            Some(owned) => owned + 1,
            None => next + 1 + usize::from(owns),
        };
        let direct = self.has_figure(behind);
        let apart = matches!(
            groups.get(behind)?.kind,
            GroupKind::Open | GroupKind::Preposition(_) | GroupKind::Adverb(_)
        ) && self.has_figure(behind + 1);
        let open = matches!(groups.get(behind)?.kind, GroupKind::Open);
        let figure = if direct { behind } else { behind + 1 };
        let verb = groups
            .get(figure + 1)
            .is_some_and(|group| matches!(&group.kind, GroupKind::Verb(verb) if verb.finite()));
        let fits = direct || apart && (joined || open || owns);
        (fits && !verb).then_some(Gap {
            at: if direct { behind - 1 } else { next },
            ..Gap::of(next)
        })
    }

    /// Whether what stands behind a group tells the same in other words: "$2m, or 12 cents a share".
    fn hedges(&self, joint: GroupId) -> bool {
        self.reading.is(self.clauses.groups[joint].first as usize, "or")
    }

    /// Whether goods without a name stand at `at` and their figure right behind them.
    fn thing_with_figure(&self, at: GroupId) -> bool {
        let thing = self
            .clauses
            .noun(at)
            .is_some_and(|noun| !noun.time && !noun.pronoun);
        thing && !self.has_figure(at) && self.has_figure(at + 1)
    }

    /// Whether a time stands at `at` and a figure right behind it.
    fn time_with_figure(&self, at: GroupId) -> bool {
        let acts = self.clauses.verb(at + 2).is_some_and(VerbGroup::finite);
        self.clauses.noun(at).is_some_and(|noun| noun.time) && self.has_figure(at + 1) && !acts
    }

    /// Whether a place in a ranking stands behind the name at `at`, and with it a figure.
    fn is_ranked(&self, at: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let Some(rank) = groups.get(at + 1) else {
            return false;
        };
        let places = match &rank.kind {
            GroupKind::Noun(noun) => !noun.named && !noun.pronoun && !noun.time,
            GroupKind::Adjective | GroupKind::Adverb(_) => {
                self.rules.ranks.contains(self.reading.ids[rank.first as usize])
            }
            _ => false,
        };
        let with = self.preposition(at + 2).is_some_and(|word| {
            word == self.rules.words.with || word == self.rules.words.on || self.rules.movements.is_at(word)
        });
        places && with && !self.has_figure(at) && !self.has_figure(at + 1) && self.has_figure(at + 3)
    }

    /// Whether the genitive of the name at `at` has nothing but a figure behind it: "Turkey's 3.2 million", "Peru's by 4%".
    fn owns_figure(&self, at: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let genitive = groups
            .get(at + 1)
            .is_some_and(|group| self.reading.tag(group.first as usize) == Tag::Genitive);
        let behind = at + 2 + usize::from(self.preposition(at + 2).is_some());
        let bare = groups.get(behind).is_some_and(|group| {
            let mut mentions = self.mentions.within(group.first, group.end);
            mentions.any(|mention| mention.first == group.first && mention.end == group.end)
        });
        genitive && bare && self.has_figure(behind)
    }

    /// What the name at `at` has, if a figure stands right behind it: the site in "Stellantis's Trnava site 62,000".
    fn owned_with_figure(&self, at: GroupId) -> Option<GroupId> {
        let owned = at + 2;
        let noun = self.clauses.noun(owned)?;
        let own = noun.possessor == Some(at) && !noun.time && !self.has_figure(owned);
        (own && self.rules.anaphors.is_held(noun.lemma) && self.has_figure(owned + 1)).then_some(owned)
    }

    /// Whether a figure stands at `at`, and its time right behind it.
    fn is_timed(&self, at: GroupId) -> bool {
        let tied = self.preposition(at + 1);
        // "and 3% from a year earlier" is told of the same time.
        let compared = tied.is_some_and(|word| self.rules.movements.compares(word));
        let time = self.clauses.noun(at + 1 + usize::from(tied.is_some()));
        self.has_figure(at) && !compared && time.is_some_and(|noun| noun.time)
    }

    /// Whether a name stands at `at` and its figure right behind it.
    fn names_with_figure(&self, at: GroupId) -> bool {
        // "to countries of the EC 3 million tonnes"
        let names = || {
            let group = &self.clauses.groups[at];
            let mut mentions = self.mentions.within(group.first, group.end);
            mentions.any(|mention| matches!(mention.kind(), Kind::Country | Kind::Place))
        };
        self.clauses
            .noun(at)
            .is_some_and(|noun| !noun.time && (noun.named || names()))
            && !self.has_figure(at)
            && (self.has_figure(at + 1) || self.preposition(at + 1).is_some() && self.has_figure(at + 2))
    }

    pub(super) fn has_figure(&self, at: GroupId) -> bool {
        self.clauses.groups.get(at).is_some_and(|group| {
            self.mentions
                .within(group.first, group.end)
                .any(|mention| is_figure(mention.kind()))
        })
    }
}

/// Whether a mention of a kind tells how many or how much.
pub(super) fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Measure)
}
