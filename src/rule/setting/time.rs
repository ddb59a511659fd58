//! Whose a time is: that of the trigger, or of another verb.

use super::super::apply::Applier;
use super::super::condition::trigger_verb;
use super::super::statistic::ranks;
use super::{ASIDE, FAR};
use crate::clause::{GroupId, GroupKind, VerbForm, VerbGroup};
use crate::mention::{Mention, Value};

/// How many phrases may stand between a participle and its time.
const PHRASES: usize = 2;
/// How many verbs may govern each other: `agreed to begin to sell`.
const DEEP: usize = 8;

impl<'x> Applier<'_, 'x> {
    /// Whether a phrase stands in a relative clause that the trigger at `at` does not: "Kia, whose plant is in
    /// Georgia, sold".
    pub(in crate::rule) fn in_relative(
        &self,
        phrase: GroupId,
        from: GroupId,
        (at, under): (GroupId, Option<GroupId>),
    ) -> bool {
        let verbs = |i: GroupId| Some((i, self.clauses.verb(i)?));
        let within = |verb: GroupId| verb == at || under == Some(verb) || self.uppermost_of(at) == verb;
        // "Stripe, which last year bought Bridge, sells": the time stands before its verb.
        let ahead = (phrase + 1..self.clauses.groups.len())
            .take(ASIDE)
            .find_map(verbs);
        let opened = (from..phrase)
            .rev()
            .find(|i| !matches!(self.clauses.groups[*i].kind, GroupKind::Preposition(_)))
            .is_some_and(|i| matches!(self.clauses.groups[i].kind, GroupKind::Relative));
        if opened && ahead.is_some_and(|(verb, group)| group.relative && verb < at && !within(verb)) {
            return true;
        }
        let governor = (from..phrase).rev().take(FAR).find_map(verbs);
        governor.is_some_and(|(verb, group)| {
            // "a fleet which stood idle, and Shell on Monday sold"
            let subject = self.clauses.verb(at).and_then(|trigger| trigger.subject);
            if subject.is_some_and(|subject| (verb..phrase).contains(&subject)) || within(verb) {
                return false;
            }
            // "duties that rose in August": it tells of the trigger.
            let own = verb == at || group.subject == Some(at) || group.object == Some(at);
            let relative = self
                .clauses
                .verb(self.uppermost(verb, from))
                .is_some_and(|top| top.relative);
            (group.relative || relative)
                && !(verb..phrase).contains(&at)
                && !own
                && !self.closed(verb, phrase)
        })
    }

    /// Whether a comma closes a relative clause between its verb and a phrase: "received Roe, who heads it, in Lima".
    fn closed(&self, verb: GroupId, phrase: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let is =
            |at: Option<GroupId>, kind: fn(&GroupKind) -> bool| at.is_some_and(|at| kind(&groups[at].kind));
        let comma: fn(&GroupKind) -> bool = |kind| matches!(kind, GroupKind::Comma);
        let relative = (verb.saturating_sub(4)..verb)
            .rev()
            .find(|at| matches!(groups[*at].kind, GroupKind::Relative));
        let Some(relative) = relative else {
            return false;
        };
        let stranded = relative.checked_sub(1);
        let opened = is(stranded, comma)
            || is(stranded, |kind| matches!(kind, GroupKind::Preposition(_)))
                && is(relative.checked_sub(2), comma);
        let closed = match relative + 1 == verb {
            true => groups[verb..phrase].iter().any(|group| comma(&group.kind)),
            // "into which it put $40m in May, on Sunday opened"
            false => {
                phrase > verb + 2 && (is(phrase.checked_sub(1), comma) || is(phrase.checked_sub(2), comma))
            }
        };
        opened && closed
    }

    /// Whether a date belongs to a participle that describes another noun: "buses built in 2019".
    pub(in crate::rule) fn of_participle(
        &self,
        (at, under): (GroupId, Option<GroupId>),
        date: GroupId,
        from: GroupId,
    ) -> bool {
        // "made between July 2017 and May 2019", "made in July and August"
        if self.of_aside(at, date, from) {
            return true;
        }
        let joined = date.checked_sub(2).filter(|before| {
            matches!(self.clauses.groups[date - 1].kind, GroupKind::Conjunction(_))
                && self.clauses.noun(*before).is_some_and(|noun| noun.time)
        });
        let date = joined.unwrap_or(date);
        let mut verb = date.checked_sub(2);
        // "made in Mexico in 2019"
        for _ in 0..PHRASES {
            let phrase = verb.and_then(|noun| self.clauses.noun(noun)?.preposition);
            let agent = |at: GroupId| matches!(self.clauses.groups[at].kind, GroupKind::Preposition(word) if word == self.rules.words.by);
            let phrase = phrase.filter(|at| !agent(*at));
            verb = phrase.map_or(verb, |preposition| preposition.checked_sub(1));
        }
        let Some(verb) = verb.filter(|verb| *verb != at) else {
            return false;
        };
        let parent = self.clauses.verb(verb).and_then(|verb| verb.parent);
        // "40 trams to be delivered by 2031"
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
        // "wants its trams rebuilt by 2031": what is wanted is what the participle tells.
        let object = self
            .clauses
            .verb(at)
            .filter(|at| self.rules.words.wants.contains(at.lemma));
        let wanted = object.and_then(|at| at.object).is_some() && verb > at;
        let own = self.clauses.governor(at) == Some(verb) || under == Some(verb) || wanted;
        !own && described.is_some_and(|verb| {
            verb.subject
                .is_some_and(|subject| subject != at && subject < date)
        }) && matches!(self.clauses.groups[date - 1].kind, GroupKind::Preposition(_))
    }

    /// Whether a date closes a participle or infinitive between commas that says more of the trigger's subject: "the van,
    /// shown last week, will be made", "the tax, due to end in May, goes on".
    fn of_aside(&self, at: GroupId, date: GroupId, from: GroupId) -> bool {
        let comma = |at: GroupId| {
            matches!(
                self.clauses.groups.get(at).map(|group| &group.kind),
                Some(GroupKind::Comma)
            )
        };
        let participle = (from..date)
            .rev()
            .take(ASIDE)
            .find(|at| self.clauses.verb(*at).is_some())
            .filter(|verb| *verb != at);
        let opens = |verb: GroupId, back: usize| verb.checked_sub(back).is_some_and(comma);
        let verb = participle.and_then(|at| {
            let verb = self.clauses.verb(at)?;
            let opened = match verb.form {
                VerbForm::Participle => opens(at, 1),
                VerbForm::Infinitive => opens(at, 2),
                _ => false,
            };
            opened.then_some(verb)
        });
        // "signed last week in Lima, "
        let close = (date + 1..at)
            .take(ASIDE)
            .take_while(|at| self.clauses.verb(*at).is_none())
            .find(|at| comma(*at));
        let after = close
            .and_then(|close| self.clauses.groups.get(close + 1))
            .map(|group| group.first as usize);
        date < at
            // "in May, when the state paid"
            && after.is_some_and(|after| !self.reading.is(after, "when"))
            && verb.is_some_and(|verb| verb.subject != Some(at))
            && self.clauses.governor(at) != participle
    }

    /// Whether a date tells when another thing is of that an infinitive acts upon: "met to discuss the results for May".
    pub(super) fn of_other(&self, at: GroupId, date: GroupId) -> bool {
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

    /// Whether a date tells when that is which a verb before the trigger's says: "sold 300 in May and has hired 20".
    pub(in crate::rule) fn of_verb_before(&self, at: GroupId, date: GroupId, from: GroupId) -> bool {
        let verb = match self.clauses.verb(at) {
            Some(_) => Some(at),
            None => self.clauses.governor(at),
        };
        let Some(verb) = verb.filter(|verb| *verb > date) else {
            return false;
        };
        let verb = self.uppermost(verb, date);
        let other = |i: GroupId| self.clauses.verb(i).is_some_and(VerbGroup::finite);
        if !(from.saturating_sub(1)..date).any(other) {
            return false;
        }
        let own = self.clauses.verb(verb).and_then(|verb| verb.subject);
        let begins = own
            .filter(|subject| *subject > date)
            .map_or(verb, |subject| subject.min(verb));
        (date + 1..begins).any(|i| matches!(self.clauses.groups[i].kind, GroupKind::Conjunction(_)))
    }

    /// Whether a time stands between a verb and the infinitive under it, which is the trigger.
    pub(super) fn governs_before(&self, at: GroupId, time: GroupId) -> bool {
        let verb = self
            .clauses
            .verb(at)
            .filter(|verb| verb.form == VerbForm::Infinitive);
        verb.and_then(|verb| verb.parent)
            .is_some_and(|parent| (parent..at).contains(&time))
    }

    /// The verb above all others that govern a trigger.
    fn uppermost_of(&self, at: GroupId) -> GroupId {
        let verb = match self.clauses.verb(at) {
            Some(_) => at,
            None => self.clauses.governor(at).unwrap_or(at),
        };
        self.uppermost(verb, 0)
    }

    /// The verb above one that still stands behind a group.
    fn uppermost(&self, verb: GroupId, behind: GroupId) -> GroupId {
        let mut top = verb;
        for _ in 0..DEEP {
            match self.clauses.verb(top).and_then(|verb| verb.parent) {
                Some(parent) if parent > behind && self.clauses.verb(parent).is_some() => top = parent,
                _ => break,
            }
        }
        top
    }

    /// Whether a date tells when that is which a verb behind the trigger says: "will spend $2m, hiring 300 by 2027".
    pub(in crate::rule) fn of_verb_behind(&self, at: GroupId, date: GroupId) -> bool {
        let Some(verb) = (at + 1..date).rev().find(|i| self.clauses.verb(*i).is_some()) else {
            return false;
        };
        let Some(group) = self.clauses.verb(verb) else {
            return false;
        };
        let object = self.clauses.verb(at).and_then(|verb| verb.object).unwrap_or(at);
        let own = self.clauses.governor(at) == Some(verb) || group.subject == Some(object);
        let thing = verb.checked_sub(1).and_then(|before| self.clauses.noun(before));
        if group.form == VerbForm::Infinitive
            && thing.is_some()
            && !own
            && !self.is_day(date)
            && self.is_ahead(date)
        {
            return true;
        }
        // "stand at $8, having been $12 in May", "rose 4% after falling 3% in May"
        let first = self.clauses.groups[verb].first as usize;
        let governs = self.clauses.governor(at) == Some(verb);
        let earlier = first > 0 && self.reading.is(first - 1, "after") && !governs;
        if group.form == VerbForm::Gerund && (group.perfect || earlier) {
            return true;
        }
        // "will cut 300 jobs after losing a contract in May"
        if group.form == VerbForm::Gerund && !own && self.is_circumstance(verb.checked_sub(1)) {
            return true;
        }
        // "sold 300, with Peru making up for losses in May"
        let begins = group
            .subject
            .and_then(|subject| self.clauses.noun(subject)?.preposition);
        let with = begins
            .filter(|begins| *begins > at)
            .map(|begins| &self.clauses.groups[begins].kind);
        if group.form == VerbForm::Gerund
            && !own
            && matches!(with, Some(GroupKind::Preposition(word)) if *word == self.rules.words.with)
        {
            return true;
        }
        group.form == VerbForm::Gerund
            && !own
            && !self.is_day(date)
            && verb
                .checked_sub(1)
                .is_some_and(|before| matches!(self.clauses.groups[before].kind, GroupKind::Comma))
            && !(verb..date).any(|i| matches!(self.clauses.groups[i].kind, GroupKind::Comma))
    }

    /// Whether a date or place stands before the phrase of which the trigger is the gerund or hangs on it, and so tells when
    /// or where the clause around it is: "quit in May, a year after taking over", "opened a mill in Lima after buying Scania".
    pub(in crate::rule) fn of_clause_around(&self, at: GroupId, date: GroupId) -> bool {
        let at = match self.clauses.verb(at) {
            Some(_) => at,
            None => self.clauses.governor(at).unwrap_or(at),
        };
        let verb = self.clauses.verb(at);
        let before = at.checked_sub(1);
        verb.is_some_and(|verb| verb.form == VerbForm::Gerund)
            && before.is_some_and(|before| date < before)
            && self.is_circumstance(before)
    }

    /// Whether a group is a preposition that tells after or because of what something is so.
    fn is_circumstance(&self, at: Option<GroupId>) -> bool {
        let word = at.map(|at| &self.clauses.groups[at].kind);
        matches!(word, Some(GroupKind::Preposition(word) | GroupKind::Subordinator(word)) if self.rules.circumstances.contains(*word))
    }

    /// Whether a noun group names a day.
    pub(super) fn is_day(&self, at: GroupId) -> bool {
        let group = &self.clauses.groups[at];
        let mut dates = self.mentions.within(group.first, group.end);
        dates.any(Mention::is_day)
    }

    /// Whether a noun group names a time from one day to another: "January to October".
    pub(super) fn is_span(&self, at: GroupId) -> bool {
        let group = &self.clauses.groups[at];
        let mut dates = self.mentions.within(group.first, group.end);
        dates.any(|mention| matches!(mention.value(), Value::Date(when) if when.value.contains('/')))
    }

    /// Whether a noun group names a time to come: "will cut output by 20% from October".
    pub(super) fn is_ahead(&self, at: GroupId) -> bool {
        let group = &self.clauses.groups[at];
        let mut dates = self.mentions.within(group.first, group.end);
        self.reading.published.is_some_and(|published| {
            dates.any(|mention| {
                matches!(mention.value(), Value::Date(when) if when.start.is_some_and(|start| start > published))
            })
        })
    }

    /// Whether a time only tells since when or until when: "sold 300, the most since 2021", "stopped until May". What
    /// has been so since a day began on it.
    pub(super) fn bounds(&self, trigger: GroupId, at: GroupId) -> bool {
        let before = at.checked_sub(1).map(|before| &self.clauses.groups[before].kind);
        // "has faced a tariff since May", "will not open until May"
        let verb = trigger_verb(&self.clauses, trigger);
        // "since its bid in December"
        let inner = at
            .checked_sub(2)
            .and_then(|noun| self.clauses.noun(noun)?.preposition);
        let within = inner.filter(|_| matches!(before, Some(GroupKind::Preposition(_))));
        let outer = within.map(|outer| &self.clauses.groups[outer].kind);
        let bounds = |kind: Option<&GroupKind>| matches!(kind, Some(GroupKind::Preposition(word) | GroupKind::Subordinator(word)) if self.rules.bounds.contains(word));
        let bound = bounds(before) || bounds(outer);
        let since = |kind: Option<&GroupKind>| matches!(kind, Some(GroupKind::Preposition(word) | GroupKind::Subordinator(word)) if *word == self.rules.since);
        let so = verb.is_some_and(|verb| verb.negated || verb.perfect && (since(before) || since(outer)));
        bound && (!so || ranks(self.reading, &self.clauses, at - 1))
    }
}
