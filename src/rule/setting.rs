//! When and where: the time and the place in the clause of a trigger.

use super::apply::Applier;
use super::condition::trigger_verb;
use super::filler::Filler;
use super::frame::{DATE, PLACE};
use super::statistic::ranks;
use super::Rule;
use crate::clause::{GroupId, GroupKind, Slot, VerbForm, VerbGroup};
use crate::mention::{Kind, Mention, MentionId, Value};

/// How far back the verb of a phrase is looked for.
const FAR: usize = 48;
/// How far before a time a comparison may begin: "compared with a loss of $2m in the same quarter".
const COMPARED: usize = 8;
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
                if modifier && i != at
                    || self.compares(i)
                    || self.bounds(at, i)
                    || self.of_participle(at, i)
                    || self.of_other(at, i)
                    || self.in_relative(i, from, at)
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
                let distance = if i >= at { i - at } else { (at - i) * 2 };
                if best.as_ref().is_none_or(|(least, _)| distance < *least) {
                    best = Some((distance, date));
                }
            }
            if let Some((_, date)) = best {
                roles.push((DATE, date));
            }
        }
        self.narrow(roles);
        if !has(roles, PLACE) {
            self.places(at, from..to, roles);
        }
    }

    /// Whether a phrase stands in a relative clause that the trigger at `at` does not: "Kia, whose plant is in
    /// Georgia, sold".
    pub(super) fn in_relative(&self, phrase: GroupId, from: GroupId, at: GroupId) -> bool {
        let governor = (from..phrase)
            .rev()
            .take(FAR)
            .find_map(|i| Some((i, self.clauses.verb(i)?)));
        governor.is_some_and(|(verb, group)| {
            // "duties that rose in August": it tells of the trigger.
            let own = verb == at || group.subject == Some(at) || group.object == Some(at);
            group.relative && !(verb..phrase).contains(&at) && !own && !self.closed(verb, phrase)
        })
    }

    /// Whether a comma closes a relative clause between its verb and a phrase: "received Roe, who heads it, in Lima".
    fn closed(&self, verb: GroupId, phrase: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let opened = verb.checked_sub(2).map(|at| &groups[at].kind);
        matches!(opened, Some(GroupKind::Comma))
            && matches!(groups[verb - 1].kind, GroupKind::Relative)
            && groups[verb..phrase]
                .iter()
                .any(|group| matches!(group.kind, GroupKind::Comma))
    }

    /// Whether a date belongs to a participle that describes another noun: "buses built in 2019".
    fn of_participle(&self, at: GroupId, date: GroupId) -> bool {
        // "made between July 2017 and May 2019"
        let joined = date.checked_sub(2).filter(|before| {
            let between = before
                .checked_sub(1)
                .is_some_and(|at| self.reading.is(self.clauses.groups[at].first as usize, "between"));
            between
                && matches!(self.clauses.groups[date - 1].kind, GroupKind::Conjunction(_))
                && self.clauses.noun(*before).is_some_and(|noun| noun.time)
        });
        let date = joined.unwrap_or(date);
        let Some(verb) = date.checked_sub(2).filter(|verb| *verb != at) else {
            return false;
        };
        let parent = self.clauses.verb(verb).and_then(|verb| verb.parent);
        // "70 trains to be handed over by 2030"
        let infinitive = |verb: &VerbGroup| {
            verb.form == VerbForm::Infinitive
                && verb.passive
                && parent != Some(at)
                && parent.is_none_or(|parent| self.clauses.noun(parent).is_some())
        };
        let described = self
            .clauses
            .verb(verb)
            .filter(|verb| verb.form == VerbForm::Participle || infinitive(verb));
        let own = self.clauses.governor(at) == Some(verb);
        !own && described.is_some_and(|verb| {
            verb.subject
                .is_some_and(|subject| subject != at && subject < date)
        }) && matches!(self.clauses.groups[date - 1].kind, GroupKind::Preposition(_))
    }

    /// Whether a date tells when another thing is of that an infinitive acts upon: "met to discuss the results for May".
    fn of_other(&self, at: GroupId, date: GroupId) -> bool {
        let Some(noun) = date.checked_sub(2).filter(|noun| *noun > at) else {
            return false;
        };
        let words = &self.rules.words;
        let tied = matches!(self.clauses.groups[date - 1].kind, GroupKind::Preposition(word)
            if word == words.for_ || word == words.of);
        let Some(thing) = self
            .clauses
            .noun(noun)
            .filter(|noun| tied && !noun.named && !noun.time)
        else {
            return false;
        };
        let verb = thing.verb.filter(|verb| *verb > at && *verb < noun);
        verb.and_then(|verb| self.clauses.verb(verb))
            .is_some_and(|verb| verb.form == VerbForm::Infinitive && verb.object == Some(noun))
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

    /// Whether a noun group names a day.
    fn is_day(&self, at: GroupId) -> bool {
        let group = &self.clauses.groups[at];
        let mut dates = self.mentions.within(group.first, group.end);
        dates.any(|mention| matches!(mention.value(), Value::Date(when) if when.start.is_some() && when.start == when.end))
    }

    /// Whether a noun group names a time to come: "will cut output by 20% from October".
    fn is_ahead(&self, at: GroupId) -> bool {
        let group = &self.clauses.groups[at];
        let mut dates = self.mentions.within(group.first, group.end);
        self.reading.published.is_some_and(|published| {
            dates.any(|mention| {
                matches!(mention.value(), Value::Date(when) if when.start.is_some_and(|start| start > published))
            })
        })
    }

    /// Whether a date is that of a figure that the statistic compares with.
    fn is_compared(&self, date: &Filler<'x>) -> bool {
        let mention = date.mention.map(MentionId::index);
        let compared = self.figures.of(Slot::Previous);
        compared
            .filter_map(|figure| figure.date)
            .any(|date| mention == Some(date))
    }

    /// Whether a noun group tells what a figure is compared with.
    fn compares(&self, at: GroupId) -> bool {
        let changed = at.checked_sub(2).is_some_and(|figure| {
            let group = &self.clauses.groups[figure];
            let mut mentions = self.mentions.within(group.first, group.end);
            mentions.any(|mention| mention.kind() == Kind::Percent && mention.end == group.end)
        });
        let mut here = at;
        for _ in 0..COMPARED {
            let Some(before) = here.checked_sub(1) else {
                return false;
            };
            here = before;
            match &self.clauses.groups[here].kind {
                // "suspended from Monday", "raise prices by 3% from 1 March" compare nothing.
                GroupKind::Preposition(word) => {
                    let bare = (self.figures.list.is_empty() || self.is_day(at) || self.is_ahead(at))
                        && self.rules.movements.is_from(*word);
                    // "a rise of 5.4% over 2012"
                    let after = self.rules.movements.compares_after(*word) && !self.is_day(at) && changed;
                    if self.rules.movements.compares(*word) && !bare || after {
                        return true;
                    }
                }
                GroupKind::Verb(verb) => {
                    return self
                        .rules
                        .movements
                        .compares(self.reading.ids[verb.head as usize])
                }
                GroupKind::Comma => match self.piece_aside(here) {
                    Some(open) => here = open,
                    None => return false,
                },
                GroupKind::Stop => return false,
                _ => {}
            }
        }
        false
    }

    /// The comma before what a share gets of a figure, where one behind it closes that: "$2m, or 12 cents a share, in May".
    fn piece_aside(&self, close: GroupId) -> Option<GroupId> {
        let groups = &self.clauses.groups;
        let from = close.saturating_sub(ASIDE);
        let open = (from..close)
            .rev()
            .find(|at| matches!(groups[*at].kind, GroupKind::Comma))?;
        matches!(groups[open + 1].kind, GroupKind::Conjunction(_))
            .then_some(open)
            .filter(|open| self.reading.is(groups[open + 1].first as usize, "or"))
    }

    /// Whether the trigger tells what a figure is compared with: "against a loss of $2m".
    pub(super) fn is_of_comparison(&self, at: GroupId) -> bool {
        let preposition = self.clauses.noun(at).and_then(|noun| noun.preposition);
        let Some(preposition) = preposition else {
            return false;
        };
        // "from a profit of $2m", but "earned $2m from exports"
        let first = self.clauses.groups[at].first as usize;
        let one = self.reading.is(first, "a") || self.reading.is(first, "an");
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

    /// Whether a time only tells since when or until when: "sold 300, the most since 2021", "stopped until May". What
    /// has been so since a day began on it.
    fn bounds(&self, trigger: GroupId, at: GroupId) -> bool {
        let before = at.checked_sub(1).map(|before| &self.clauses.groups[before].kind);
        // "has faced a tariff since May", "will not open until May"
        let perfect = trigger_verb(&self.clauses, trigger).is_some_and(|verb| verb.perfect || verb.negated);
        // "since its bid in December"
        let inner = at
            .checked_sub(2)
            .and_then(|noun| self.clauses.noun(noun)?.preposition);
        let within = inner.filter(|_| matches!(before, Some(GroupKind::Preposition(_))));
        let outer = within.map(|outer| &self.clauses.groups[outer].kind);
        let bounds = |kind: Option<&GroupKind>| matches!(kind, Some(GroupKind::Preposition(word) | GroupKind::Subordinator(word)) if self.rules.bounds.contains(word));
        let bound = bounds(before) || bounds(outer);
        bound && (!perfect || ranks(self.reading, &self.clauses, at - 1))
    }

    /// The groups of the trigger's clause, or of that of the verb `under` which governs it.
    fn domain(&self, at: GroupId, under: Option<GroupId>) -> (GroupId, GroupId) {
        let groups = &self.clauses.groups;
        let verb = under.or_else(|| match &groups[at].kind {
            GroupKind::Verb(_) => Some(at),
            _ => self.clauses.governor(at),
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
                GroupKind::Stop | GroupKind::Subordinator(_) => break,
                // "sues on Monday the firm which has bought it": what has been has a time of its own.
                GroupKind::Relative if within => break,
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

    /// Whether the clause of a verb opens with the time by which it is: "By 2030, it expects to sell".
    fn opens_by(&self, verb: GroupId) -> bool {
        let subject = self.clauses.verb(verb).and_then(|verb| verb.subject);
        let time = subject.and_then(|subject| subject.checked_sub(2));
        let Some(time) =
            time.filter(|time| *time > 0 && self.clauses.noun(*time).is_some_and(|noun| noun.time))
        else {
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
            .is_some_and(|verb| verb.finite() && self.rules.words.says(verb.lemma))
    }

    /// Where the clause begins that a verb takes: when somebody says so is not when it will be, "said on Monday it will".
    fn behind_time_of_saying(&self, verb: GroupId) -> GroupId {
        let says = self
            .clauses
            .verb(verb)
            .is_some_and(|verb| self.rules.words.says(verb.lemma));
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
