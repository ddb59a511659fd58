//! What a frame takes from what was told before it, and from when and by whom it is told.

use super::merge::{fillers, Merged, Merger, BACK};
use super::voucher::Voucher;
use crate::mention::{organisation, Kind, Mention, Value};
use crate::rule::{is_reporter, Accept, Filler, Frame, Inherits, Status, DATE, PLACE};
use crate::text::ZoneKind;

const INHERITED: usize = 2;
/// The same for one of another type: ministers met, and an agreement was signed.
const BESIDE: usize = 1;

/// How many sentences on the time of a statistic is that of one which tells none.
const CARRIED: usize = 0;
/// The same for one in running text that tells of nobody else.
const NEXT: usize = 1;
/// The same for one that goes on with what was told before.
const FOLLOWED: usize = 3;

impl<'x> Merger<'_, 'x> {
    /// Takes the roles that the rule allows from the events told before.
    pub(super) fn inherit(&self, frame: &mut Frame<'x>, merged: &[Merged<'x>]) {
        let told = self.rules.rules[frame.rule].inherits();
        for inherits in told {
            if frame.has(inherits.role) {
                continue;
            }
            // Where and when something is holds for what the same sentence tells of it.
            let beside = if inherits.role > PLACE { BESIDE } else { 0 };
            // They stand in the order of their sentences.
            let mut before = merged.iter().rev().map(|merged| &merged.frame);
            let giver = match &inherits.source {
                None => merged
                    .iter()
                    .rev()
                    .filter(|known| known.last + INHERITED >= frame.sentence)
                    .map(|known| &known.frame)
                    .find(|known| known.event == frame.event && !self.is_member(known, inherits.role))
                    .filter(|known| !self.is_of_other(known, frame, told))
                    .filter(|known| !self.is_of_other_goods(known, frame, inherits.role))
                    .map(|known| (known, inherits.role)),
                Some((event, role)) => before
                    .by_ref()
                    .take_while(|known| known.sentence + beside >= frame.sentence)
                    .find_map(|known| {
                        let known_type = &self.rules.events[known.event];
                        let number = known_type.roles.iter().position(|known| known.name == *role)?;
                        (known_type.name == *event).then_some((known, number))
                    }),
            };
            let Some((known, role)) = giver else { continue };
            let given =
                fillers(known, role).filter(|given| !self.is_in_excluded_role(frame, inherits.role, given));
            let crowd = frame.crowd && self.rules.rules[frame.rule].topic() == Some(inherits.role);
            let given: Vec<_> = given
                .filter(|filler| !(crowd && self.is_organisation(filler)))
                .map(|filler| {
                    let filler = Filler {
                        inherited: true,
                        ..*filler
                    };
                    (inherits.role, filler)
                })
                .collect();
            frame.roles.extend(given);
        }
    }

    /// Whether a frame tells of other goods than the one before it, which then go elsewhere: "Soya went to China. Farmers
    /// exported $5m of beef".
    fn is_of_other_goods(&self, known: &Frame<'x>, frame: &Frame<'x>, role: usize) -> bool {
        let acting = self.rules.rules[frame.rule]
            .topic()
            .filter(|acting| *acting != role);
        let named = acting.is_some_and(|acting| fillers(frame, acting).any(|filler| !filler.inherited));
        let (own, others) = (self.themes(frame), self.themes(known));
        let apart = || {
            own.iter()
                .all(|own| !others.iter().any(|other| self.agree(own, other)))
        };
        named && role > PLACE && !own.is_empty() && !others.is_empty() && apart()
    }

    /// Whether what would fill a role fills one that excludes it: where goods come from is not where they go to.
    fn is_in_excluded_role(&self, frame: &Frame<'x>, role: usize, given: &Filler<'x>) -> bool {
        let event = &self.rules.events[frame.event];
        let mut roles = frame.roles.iter();
        roles.any(|(other, filler)| event.excludes(role, *other) && self.agree(filler, given))
    }

    /// Whether a frame tells a part of the statistic before it, which others do not share: "Silk fetched $300m. Oman took
    /// $900m".
    fn is_member(&self, frame: &Frame<'x>, role: usize) -> bool {
        let passed_on = |(found, filler): &(usize, Filler<'x>)| *found == role && filler.inherited;
        let rule = &self.rules.rules[frame.rule];
        (rule.continues() || rule.tells_rows()) && !frame.roles.iter().any(passed_on)
    }

    /// Whether the event told before names somebody else in a role that the frame could have taken from it: "a deal that
    /// values Volvo at $9bn" is not the one before, for Scania.
    fn is_of_other(&self, known: &Frame<'x>, frame: &Frame<'x>, told: &[Inherits]) -> bool {
        // "It was reopened by Scania": the plant of another.
        if frame.definite && self.rules.events[frame.event].is_held() {
            return false;
        }
        let named = |of: &Frame<'x>, role: usize| {
            fillers(of, role)
                .find(|filler| self.is_organisation(filler))
                .copied()
        };
        told.iter().any(|inherits| {
            let acts = frame.actor.filter(|(role, _)| *role == inherits.role);
            let own = named(frame, inherits.role).or(acts.map(|(_, actor)| actor));
            let own = own.filter(|filler| !filler.inherited);
            let others = named(known, inherits.role);
            own.zip(others)
                .is_some_and(|(own, other)| !self.agree(&own, &other))
        })
    }

    /// A statistic that tells no time covers that of the one before it: "In May, exports rose 5%. Imports fell 3%."
    pub(super) fn carry_dates(&self, merged: &mut [Merged<'x>]) {
        let measures = |frame: &Frame<'x>| {
            let rule = &self.rules.rules[frame.rule];
            (rule.measures() || rule.topic().is_some()) && !frame.comparison
        };
        for at in 1..merged.len() {
            let frame = &merged[at].frame;
            if frame.has(DATE) || !measures(frame) {
                continue;
            }
            let before = merged[..at].iter().rev().take(BACK);
            let mut before = before
                .filter(|known| measures(&known.frame) && known.frame.status == frame.status)
                .take_while(|known| {
                    let near = if self.rules.rules[frame.rule].follows() {
                        FOLLOWED
                    } else if self.goes_on(&known.frame, frame) {
                        NEXT
                    } else {
                        CARRIED
                    };
                    known.last + near >= frame.sentence
                });
            // What a headline tells may have its time from further on: "Acme opens mill, lifts price … lifted it in July".
            let told = |date: &&Filler<'x>| {
                let token = self.reading.token_from(date.span.start());
                self.reading.sentence_of(token) <= frame.sentence
            };
            let dated = before.find_map(|known| {
                let headline = self.is_headline(known.frame.sentence);
                let date = fillers(&known.frame, DATE).next();
                let date = date.filter(|date| !headline || told(date))?;
                Some((known.frame.event, date))
            });
            if let Some((event, date)) = dated {
                // "In May it sold 300. It had sold 200 in May 2024": what follows is of this year again.
                let earlier = merged[..at].iter().rev().map(|merged| &merged.frame).take(BACK);
                let later = earlier
                    .filter(|known| known.event == event && known.sentence + FOLLOWED >= frame.sentence)
                    .find_map(|known| fillers(known, DATE).find(|later| self.is_a_year_before(date, later)));
                let date = later.unwrap_or(date);
                let date = Filler {
                    inherited: true,
                    ..*date
                };
                merged[at].frame.roles.push((DATE, date));
            }
        }
    }

    /// Whether a time is the same part of the year before another one.
    fn is_a_year_before(&self, earlier: &Filler<'x>, later: &Filler<'x>) -> bool {
        let values = self.value(earlier).zip(self.value(later));
        values.is_some_and(|(earlier, later)| earlier.is_a_year_before(later))
    }

    /// Whether running text goes on about the same or nobody else: "In May Kia sold 300. Its exports rose 5%."
    fn goes_on(&self, known: &Frame<'x>, frame: &Frame<'x>) -> bool {
        let (one, other) = (&self.rules.rules[known.rule], &self.rules.rules[frame.rule]);
        let actor = |frame: &Frame<'x>, role: Option<usize>| {
            let (_, filler) = frame
                .roles
                .iter()
                .find(|(found, filler)| Some(*found) == role && !filler.inherited)?;
            Some(self.mentions.get(filler.mention?.index())?.entity)
        };
        let own = actor(frame, other.topic());
        // "World output fell to 9 million tonnes in May. China made 4 million.", "China's exports rose 3%"
        let measures = one.measures() && other.measures();
        let alike = frame.event == known.event && (measures || self.measures_alike(known, frame));
        // "Car sales in France fell in May. Renault sold 3,000"
        let whole = self.rules.events[known.event].background;
        let same = own.is_none() || own == actor(known, one.topic()) || alike || whole;
        let token = self.reading.token_from(frame.trigger.start());
        same && frame.past && other.topic().is_some() && self.reading.zone(token) == ZoneKind::Body
    }

    /// Whether both tell figures of the same kind and unit.
    fn measures_alike(&self, known: &Frame<'x>, frame: &Frame<'x>) -> bool {
        let figure = |(role, filler): &(usize, Filler<'x>)| self.value(filler).filter(|_| *role > PLACE);
        let alike = |one: &Value, other: &Value| match (one, other) {
            (Value::Measure { unit: one, .. }, Value::Measure { unit: other, .. }) => one == other,
            (Value::Money { currency: one, .. }, Value::Money { currency: other, .. }) => one == other,
            (Value::Count { .. }, Value::Count { .. }) => true,
            _ => false,
        };
        let mut own = frame.roles.iter().filter_map(figure);
        own.any(|own| known.roles.iter().filter_map(figure).any(|told| alike(own, told)))
    }

    /// What has a day to come is planned, if no past tense speaks against it: "the board meets on Friday".
    pub(super) fn look_ahead(&self, frame: &mut Frame<'x>) {
        let ahead = self.rules.events[frame.event].ahead;
        // "The ministry put exports at 8 million tonnes for 2026": the figure of a period to come is none of the past.
        let period = self.rules.rules[frame.rule].measures();
        if frame.status != Status::Actual || frame.past && !ahead && !period || frame.comparison {
            return;
        }
        let Some(published) = self.reading.published else {
            return;
        };
        let ahead = frame.roles.iter().find(|(role, filler)| {
            let (start, end) = match self.value(filler) {
                Some(Value::Date(when)) => (when.start, when.end),
                _ => return false,
            };
            let day = start == end && frame.past && !ahead;
            *role == DATE && !day && start.is_some_and(|start| start > published)
        });
        if let Some((_, date)) = ahead {
            frame.status = Status::Planned;
            frame.cause = Some(date.span);
        }
    }

    /// "Deliveries fell 13% to 384,122, Tesla said": a company's figures are its own where nobody else is named for them.
    pub(super) fn speaks_of_own(&self, frame: &mut Frame<'x>, vouchers: &[Voucher<'x>]) {
        let rule = &self.rules.rules[frame.rule];
        let Some(role) = rule.topic() else {
            return;
        };
        let named = |(found, filler): &(usize, Filler<'x>)| *found == role && !filler.inherited;
        if frame.comparison || frame.roles.iter().any(named) {
            return;
        }
        let kinds = &self.rules.events[frame.event].roles[role].kinds;
        let source = self.source(frame, vouchers).filter(|source| {
            let mention = source.mention.and_then(|id| self.mentions.get(id.index()));
            mention.is_some_and(|mention| self.is_company(mention) && !is_reporter(self.reading, mention))
                && kinds.contains(&Accept::Kind(Kind::Organisation))
        });
        if let Some(source) = source {
            frame.roles.retain(|(found, _)| *found != role);
            frame.roles.push((role, source));
        }
    }

    fn is_company(&self, mention: &Mention<'x>) -> bool {
        let Value::Organisation { name } = &mention.value else {
            return false;
        };
        organisation::trades(self.reading.lexicon, name)
    }
}
