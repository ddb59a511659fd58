//! When and where: the time and the place in the clause of a trigger.

mod circumstance;
mod compared;
mod joined;
mod time;

use super::apply::Applier;
use super::filler::Filler;
use super::frame::{DATE, PLACE};
use super::Rule;
use crate::clause::{GroupId, GroupKind, VerbForm};
use crate::mention::{Mention, Value};

/// How far back the verb of a phrase is looked for.
const FAR: usize = 48;
/// How many groups a relative clause between commas may take.
const ASIDE: usize = 12;

impl<'x> Applier<'_, 'x> {
    /// Adds when and where, from the trigger's own clause, which is that of `under`, the verb above it that the rule
    /// asks for, if any.
    pub(super) fn time_and_place(
        &self,
        at: GroupId,
        under: Option<GroupId>,
        rule: &Rule,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) {
        let (from, to) = self.domain(at, under);
        let has = |roles: &[(usize, Filler<'x>)], role| {
            rule.omits.contains(&role) || roles.iter().any(|(found, _)| *found == role)
        };
        if !has(roles, DATE) {
            let mut best: Option<(usize, Filler<'x>)> = None;
            for i in from..to {
                let GroupKind::Noun(noun) = &self.clauses.groups[i].kind else {
                    continue;
                };
                let modifier = !noun.time;
                let matures = self.rules.movements.matures.contains(noun.lemma);
                if modifier && (i != at || matures)
                    || self.compares(i)
                    || self.is_bracketed(at, i)
                    || self.of_next_figure(at, i)
                    || self.rules.events[rule.event].lasts && self.is_day(i) && !self.is_span(i)
                    || self.rules.movements.is_maturity(&self.clauses, i)
                    || self.bounds(at, i)
                    || self.of_participle((at, under), i, from)
                    || self.of_fronted(at, i)
                    || self.of_circumstance(at, i) && !self.is_day(i)
                    || self.of_other(at, i)
                    || self.of_owned_figure(at, i)
                    || self.of_verb_before(at, i, from)
                    || self.of_verb_behind(at, i)
                    || self.of_clause_around(at, i)
                    || self.opens_next(at, i)
                    || self.of_clause_before(at, i, from)
                    || self.in_relative(i, from, (at, under))
                {
                    continue;
                }
                let said = i < at && self.is_of_saying(i);
                // A figure covers a time; that of whoever told it is another.
                if said && rule.reads_figures() {
                    continue;
                }
                let Some(date) = self.date_in(i).filter(|date| !self.is_compared(date)) else {
                    continue;
                };
                let mut distance = if i >= at { i - at } else { (at - i) * 2 };
                // "was picked on Monday to become chief executive on 1 May"
                // "sold last year's crop in May": of what year the crop is.
                let owned = self.clauses.noun(i + 2).filter(|_| i > at);
                let owns = owned.is_some_and(|owned| owned.possessor == Some(i));
                // "said on Monday it had hired Roe as its chief, effective in May"
                let told = said && self.rules.events[rule.event].ahead;
                if told || self.governs_before(at, i) || self.of_rank(i) || owns {
                    distance += FAR;
                }
                if best.as_ref().is_none_or(|(least, _)| distance < *least) {
                    best = Some((distance, date));
                }
            }
            if let Some((_, date)) = best {
                roles.push((DATE, date));
            }
        }
        if !has(roles, DATE) && rule.reads_figures() {
            let time = self.time_of_main(from).or_else(|| self.time_of_joined(at, under));
            roles.extend(time.map(|date| (DATE, date)));
        }
        if !has(roles, DATE) {
            let opening = self
                .time_of_opening(at, under)
                .filter(|date| !self.is_compared(date));
            roles.extend(opening.map(|date| (DATE, date)));
        }
        if !has(roles, DATE) {
            roles.extend(self.time_of_start(at, under, to).map(|date| (DATE, date)));
        }
        if !has(roles, DATE) {
            roles.extend(self.time_of_when(to).map(|date| (DATE, date)));
        }
        if !has(roles, DATE) && rule.reads_figures() {
            roles.extend(self.period_above(at).map(|date| (DATE, date)));
        }
        self.narrow(at, roles);
        // "In Kenya, it is adding a line at Embakasi"
        let fronted = self.take_fronted(roles);
        if !has(roles, PLACE) {
            self.places((at, under), from..to, roles);
        }
        if !has(roles, PLACE) {
            roles.extend(fronted);
        }
        self.add_joined(roles);
    }

    /// The time of the clause that one behind `as` goes along with: "Trade shrank in May as exports fell by 4%".
    fn time_of_main(&self, from: GroupId) -> Option<Filler<'x>> {
        let groups = &self.clauses.groups;
        let joint = groups.get(from.checked_sub(1)?)?;
        let along = self.reading.is_one_of(joint.first as usize, &["as", "because"]);
        let within = |at: &GroupId| !matches!(groups[*at].kind, GroupKind::Stop | GroupKind::Subordinator(_));
        let before = (0..from - 1).rev().take(FAR).take_while(within);
        let mut times = before.filter(|at| {
            let hangs = at
                .checked_sub(1)
                .filter(|before| self.preposition(*before).is_some());
            let token = hangs.map(|before| groups[before].first as usize);
            let during = |token| self.reading.is_one_of(token, &["in", "during", "for"]);
            token.is_some_and(during) && self.clauses.noun(*at).is_some_and(|noun| noun.time)
        });
        let time = times
            .next()
            .filter(|at| along && times.next().is_none() && !self.is_day(*at))?;
        self.date_in(time).filter(|_| !self.is_of_saying(time))
    }

    /// The time of the clause with `when` right behind the one that ends at a group: "300 weavers were let go when the bank
    /// failed in May".
    fn time_of_when(&self, ends: GroupId) -> Option<Filler<'x>> {
        let groups = &self.clauses.groups;
        let when = groups.get(ends)?;
        if !self.reading.is(when.first as usize, "when") {
            return None;
        }
        let apart = |at: &GroupId| {
            matches!(
                groups[*at].kind,
                GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative | GroupKind::Quote
            )
        };
        let within = (ends + 1..groups.len()).take(FAR).take_while(|at| !apart(at));
        let mut verbs = 0;
        for at in within {
            match &groups[at].kind {
                GroupKind::Verb(verb) if verb.finite() => verbs += 1,
                GroupKind::Noun(noun) if noun.time && verbs == 1 => return self.date_in(at),
                _ => {}
            }
            if verbs > 1 {
                break;
            }
        }
        None
    }

    fn date_in(&self, at: GroupId) -> Option<Filler<'x>> {
        let group = &self.clauses.groups[at];
        let mention = self
            .mentions
            .within(group.first, group.end)
            .find(|mention| is_date(mention))
            // "9% more than a year before" compares.
            .filter(|mention| !self.reading.is(mention.first as usize + 1, "than"))?;
        Some(self.of_mention(mention, "time"))
    }

    /// Whether the trigger tells what a figure is compared with: "against a loss of $2m".
    pub(super) fn is_of_comparison(&self, at: GroupId) -> bool {
        let preposition = self.clauses.noun(at).and_then(|noun| noun.preposition);
        let Some(preposition) = preposition else {
            return false;
        };
        // "from a profit of $2m", but "earned $2m from exports"
        let first = self.clauses.groups[at].first as usize;
        let one = self.reading.is_indefinite(first);
        let compared = |at: GroupId| match self.clauses.groups[at].kind {
            GroupKind::Preposition(word) => {
                self.rules.movements.compares(word) && (one || !self.rules.movements.is_from(word))
            }
            GroupKind::Verb(ref verb) => self
                .rules
                .movements
                .compares(self.reading.ids[verb.head as usize]),
            _ => false,
        };
        compared(preposition) || preposition > 0 && compared(preposition - 1)
    }

    /// The groups of the trigger's clause, or of that of the verb `under` which governs it.
    fn domain(&self, at: GroupId, under: Option<GroupId>) -> (GroupId, GroupId) {
        let groups = &self.clauses.groups;
        let verb = under.or_else(|| match &groups[at].kind {
            GroupKind::Verb(_) => Some(at),
            _ => self.clauses.governor(at).or_else(|| self.governor_over(at)),
        });
        let pivot = verb.unwrap_or(at);
        let mut from = pivot.min(at);
        let within = self
            .clauses
            .verb(pivot)
            .is_some_and(|verb| verb.relative && verb.perfect && verb.form != VerbForm::Modal);
        while from > 0 {
            match &groups[from - 1].kind {
                GroupKind::Verb(verb) if verb.finite() && !verb.relative => {
                    // "On Monday it began selling": the two are at one time.
                    let parent = self.clauses.verb(pivot).and_then(|pivot| pivot.parent);
                    if parent == Some(from - 1) && self.rules.timed.contains(verb.lemma) {
                        from -= 1;
                        continue;
                    }
                    // "In 2027 the mill is scheduled to import": the verb above it only tells how sure that is.
                    let due = self.clauses.verb(pivot).is_some_and(|pivot| {
                        pivot.parent == Some(from - 1) && pivot.form == VerbForm::Infinitive
                    });
                    let aims = verb.passive || verb.form == VerbForm::Present && self.opens_by(from - 1);
                    if due && aims && verb.form != VerbForm::Past {
                        from -= 1;
                        continue;
                    }
                    let ahead = self.clauses.verb(pivot).is_some_and(|verb| verb.modal.is_some());
                    if ahead {
                        from = self.behind_time_of_saying(from - 1).min(pivot.min(at));
                    }
                    break;
                }
                GroupKind::Stop | GroupKind::Subordinator(_) => {
                    from = self.time_ahead(from - 1).unwrap_or(from);
                    break;
                }
                // "sues on Monday the firm which has bought it": what has been has a time of its own.
                GroupKind::Relative if within || at >= from && self.is_stated(from, pivot) => break,
                _ => from -= 1,
            }
        }
        let mut to = pivot.max(at) + 1;
        while to < groups.len() {
            match &groups[to].kind {
                GroupKind::Verb(verb) if verb.finite() => break,
                GroupKind::Relative => match self.behind_aside(to) {
                    Some(behind) => to = behind,
                    None => break,
                },
                GroupKind::Stop | GroupKind::Subordinator(_) => break,
                _ => to += 1,
            }
        }
        (from, to)
    }

    /// The verb that governs the amount which the noun at `at` goes along with: "In May, it earned $3m on sales of $9m".
    fn governor_over(&self, at: GroupId) -> Option<GroupId> {
        let words = &self.rules.words;
        let preposition = self.clauses.noun(at)?.preposition.filter(|on| on + 1 == at)?;
        let before = preposition.checked_sub(1)?;
        let amid = self.preposition(preposition) == Some(words.on);
        let head = self.clauses.bearer_of_figure(before, words.of);
        self.clauses.governor(head).filter(|_| amid)
    }

    /// Whether a relative clause that begins at a group has a subject of its own, and so a time: "a plan under which it will
    /// cut jobs", but not "in May, when it cut jobs".
    fn is_stated(&self, begins: GroupId, verb: GroupId) -> bool {
        let relative = self.clauses.groups[begins - 1].first as usize;
        let before = begins.checked_sub(2).map(|before| &self.clauses.groups[before]);
        let hangs = before.is_some_and(|before| {
            matches!(before.kind, GroupKind::Preposition(_))
                && !self.reading.is(before.first as usize, "under")
        });
        let adverb = self.reading.is(relative, "when") || self.reading.is(relative, "where");
        let verb = self
            .clauses
            .verb(verb)
            .filter(|verb| verb.relative && !adverb && !hangs);
        let subject = verb.and_then(|verb| verb.subject);
        subject.is_some_and(|subject| subject >= begins)
    }

    /// The time or place that stands before a clause as its label, as what a cleft sentence brings out, or as what the clause says
    /// more of: "7 October: the king visits", "it was in May that the king visited", "since May, when the king visited".
    /// `before` is what parts the two.
    fn time_ahead(&self, before: GroupId) -> Option<GroupId> {
        let when = self
            .reading
            .is(self.clauses.groups[before].first as usize, "when");
        let comma = |at: &GroupId| when && matches!(self.clauses.groups[*at].kind, GroupKind::Comma);
        let time = (0..before).rev().find(|at| !comma(at))?;
        let told = self.clauses.noun(time).filter(|noun| noun.time || noun.place)?;
        let first = match time.checked_sub(1).map(|at| &self.clauses.groups[at].kind) {
            Some(GroupKind::Preposition(_)) => time - 1,
            _ => time,
        };
        let label = matches!(self.clauses.groups[before].kind, GroupKind::Stop) && first == 0;
        let adverb = |at: &GroupId| matches!(self.clauses.groups[*at].kind, GroupKind::Adverb(_));
        let cleft = (0..first)
            .rev()
            .find(|at| !adverb(at))
            .and_then(|verb| self.clauses.verb(verb))
            .is_some_and(|verb| {
                let subject = verb
                    .subject
                    .map(|subject| self.clauses.groups[subject].first as usize);
                verb.lemma == self.rules.words.be
                    && subject.is_some_and(|subject| self.reading.ids[subject] == self.rules.words.it)
            });
        (cleft || told.time && (label || when)).then_some(first)
    }

    /// Whether the clause of a verb opens with the time by which it is: "By 2030, it expects to sell".
    fn opens_by(&self, verb: GroupId) -> bool {
        let subject = self.clauses.verb(verb).and_then(|verb| verb.subject);
        let subject = subject.map(|subject| {
            self.clauses
                .noun(subject)
                .and_then(|noun| noun.possessor)
                .unwrap_or(subject)
        });
        let time = subject.and_then(|subject| {
            (subject.saturating_sub(2)..subject)
                .rev()
                .find(|at| self.clauses.noun(*at).is_some_and(|noun| noun.time))
        });
        let Some(time) = time.filter(|time| *time > 0) else {
            return false;
        };
        matches!(self.clauses.groups[time - 1].kind, GroupKind::Preposition(word) if word == self.rules.words.by)
    }

    /// Where a clause goes on behind a relative clause between commas, if a phrase does: "received Roe, who heads it, in
    /// Lima".
    fn behind_aside(&self, relative: GroupId) -> Option<GroupId> {
        let groups = &self.clauses.groups;
        let before = relative.checked_sub(1).map(|before| &groups[before].kind);
        if !matches!(before, Some(GroupKind::Comma)) {
            return None;
        }
        let near = relative + 2..groups.len().min(relative + ASIDE);
        let closed = near
            .take_while(|at| !matches!(groups[*at].kind, GroupKind::Stop | GroupKind::Quote))
            .find(|at| matches!(groups[*at].kind, GroupKind::Comma))?;
        matches!(groups.get(closed + 1)?.kind, GroupKind::Preposition(_)).then_some(closed + 1)
    }

    /// Whether a time is that of saying so: "said on Tuesday exports rose".
    fn is_of_saying(&self, time: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let hangs = time > 0 && matches!(groups[time - 1].kind, GroupKind::Preposition(_));
        let verb = (time - usize::from(hangs)).checked_sub(1);
        verb.and_then(|verb| self.clauses.verb(verb))
            .is_some_and(|verb| verb.finite() && verb.says)
    }

    /// Where the clause begins that a verb takes: when somebody says so is not when it will be, "said on Monday it will".
    fn behind_time_of_saying(&self, verb: GroupId) -> GroupId {
        let says = self.clauses.verb(verb).is_some_and(|verb| verb.says);
        let time = |at: GroupId| self.clauses.noun(at).is_some_and(|noun| noun.time);
        let preposition = |at: GroupId| {
            matches!(
                self.clauses.groups.get(at).map(|group| &group.kind),
                Some(GroupKind::Preposition(_))
            )
        };
        match verb + 1 {
            next if says && time(next) => next + 1,
            next if says && preposition(next) && time(next + 1) => next + 2,
            next => next,
        }
    }
}

fn is_date(mention: &Mention<'_>) -> bool {
    matches!(mention.value(), Value::Date(when) if !when.vague)
}
