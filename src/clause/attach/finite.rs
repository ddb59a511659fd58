//! Whose deed a finite verb is: what stands before it is stepped over from right to left, until its subject comes or
//! that of a verb that it goes on with.

use std::ops::ControlFlow;

use super::subject::Found;
use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::Tag;

/// The way back from a verb to its subject.
struct Way {
    verb: GroupId,
    /// The group that has been reached.
    at: GroupId,
    /// Whether a conjunction or a comma stands between that and the verb.
    conjunction: bool,
    comma: bool,
    /// Whether the verb of a relative clause does, whose pronoun is still to come.
    passed_relative: bool,
}

impl Way {
    fn joined(&self) -> bool {
        self.conjunction || self.comma
    }
}

/// The subject, or that the way goes on from the group that it was moved to.
type Step = ControlFlow<Found>;

const GO_ON: Step = ControlFlow::Continue(());

fn found(subject: Option<GroupId>) -> Step {
    ControlFlow::Break(Found::of(subject))
}

impl Attach<'_, '_> {
    pub(super) fn finite(&self, at: GroupId) -> Found {
        if let Some(earlier) = self.says_on(at) {
            return self.shared(earlier);
        }
        let mut way = Way {
            verb: at,
            at,
            conjunction: false,
            comma: false,
            passed_relative: false,
        };
        for _ in 0..FAR {
            let Some(before) = way.at.checked_sub(1) else {
                break;
            };
            way.at = before;
            if let ControlFlow::Break(found) = self.step(&mut way) {
                return found;
            }
        }
        Found::default()
    }

    fn step(&self, way: &mut Way) -> Step {
        let at = way.at;
        match &self.groups[at].kind {
            GroupKind::Conjunction(_) => way.conjunction = true,
            GroupKind::Comma => way.comma = true,
            GroupKind::Close => way.at = self.opening(at),
            GroupKind::Relative if way.passed_relative => way.passed_relative = false,
            GroupKind::Relative => {
                return ControlFlow::Break(Found {
                    relative: true,
                    ..Found::of(self.antecedent(at))
                })
            }
            GroupKind::Noun(noun) => return self.step_to_noun(way, noun),
            GroupKind::Verb(verb) => return self.step_to_verb(way, verb),
            // "The launch, once set for May, has been …"
            GroupKind::Subordinator(_)
                if self
                    .verb(at + 1)
                    .is_some_and(|verb| verb.form == VerbForm::Participle) => {}
            GroupKind::Stop => match self.opening_dash(at) {
                Some(dash) => way.at = dash,
                None => return found(None),
            },
            GroupKind::Subordinator(_) | GroupKind::Open => return found(None),
            GroupKind::Other if self.is_empty_there(way) => return found(None),
            _ => {}
        }
        GO_ON
    }

    /// Whether `there` stands before the verb for what comes behind it: "and there were 300 jobs", but not "jobs there were cut".
    fn is_empty_there(&self, way: &Way) -> bool {
        let there = self.reading.tag(self.groups[way.at].first as usize) == Tag::There;
        let before = way.at.checked_sub(1).and_then(|before| self.noun(before));
        there && !way.joined() && before.is_none_or(|noun| noun.time || noun.preposition.is_some())
    }

    fn step_to_noun(&self, way: &mut Way, noun: &NounGroup) -> Step {
        // "The plant in Liberty, North Carolina, will open": the state is no subject.
        if way.comma && !way.conjunction && self.within(way.at, noun) && self.is_comma(way.at + 1) {
            let town = way.at.checked_sub(2).and_then(|town| self.noun(town));
            way.at = town.and_then(|town| town.preposition).unwrap_or(way.at);
            way.comma = false;
            return GO_ON;
        }
        // "Ann Roe, managing director, Acme, said": whose director she is says nothing.
        let office = || self.office_before(way.at.checked_sub(1).filter(|mark| self.is_comma(*mark))?);
        if let Some(open) = way.comma.then(office).flatten().filter(|_| !way.conjunction) {
            way.at = open;
            return GO_ON;
        }
        // "The move, said the bank, was": behind the words of somebody else.
        let inserted = self.speaker_inserted(way.at);
        if let Some(open) = inserted.filter(|_| self.stands_aside(way)) {
            way.at = open;
            return GO_ON;
        }
        // "Cities such as Lima grew", "they all grew": the noun before is meant.
        if noun.pronoun && self.goes_with_noun(way) {
            return GO_ON;
        }
        way.at = noun.chain.unwrap_or(way.at);
        let noun = self.noun(way.at).unwrap_or(noun);
        let preposition = noun.preposition;
        if let Some(preposition) =
            preposition.filter(|preposition| way.joined() || !self.may_open_clause(*preposition))
        {
            way.at = preposition;
            return GO_ON;
        }
        if noun.time {
            return GO_ON;
        }
        if way.joined() && self.moves_aside(way.at) {
            way.at -= 2;
            return GO_ON;
        }
        if way.joined() && self.compares_aside(way.at) {
            way.at -= 1;
            return GO_ON;
        }
        match noun.verb.filter(|verb| *verb < way.at) {
            Some(verb) => self.step_to_governed(way, noun, verb),
            // "which owns the lender the Woolwich, forecast": it names what the verb before it acts upon.
            None if noun.verb.is_none() && way.joined() && self.names_object(way.at) => GO_ON,
            None => self.step_to_subject(way, noun),
        }
    }

    /// Whether a pronoun tells of no other than the noun before it: `such` of `such as`, "they themselves", "they both".
    fn goes_with_noun(&self, way: &Way) -> bool {
        let first = self.groups[way.at].first as usize;
        if self.reading.is(first, "such") {
            return self.opens_as(way.at + 1);
        }
        let stresses = self.words.reflexives.contains(self.reading.ids[first]) || self.tells_how_many(first);
        // An auxiliary may stand between: "they are both sold".
        let mut before = way.at.checked_sub(1);
        if before.is_some_and(|at| matches!(self.groups[at].kind, GroupKind::Other)) {
            before = before.and_then(|at| at.checked_sub(1));
        }
        stresses
            && self.groups[way.at].end as usize == first + 1
            && !way.joined()
            && before
                .and_then(|before| self.noun(before))
                .is_some_and(|noun| !noun.time && (noun.preposition.is_none() || noun.pronoun))
    }

    /// A noun that an earlier verb governs: that verb's subject may be shared, or the noun that it describes be meant.
    fn step_to_governed(&self, way: &mut Way, noun: &NounGroup, governor: GroupId) -> Step {
        if way.joined() {
            match self.verb(governor) {
                Some(verb) if self.relative_around(way, verb).is_some() => {
                    way.at = self.relative_around(way, verb).unwrap_or(governor);
                }
                Some(verb) if verb.finite() && !verb.relative => {
                    return ControlFlow::Break(self.shared(governor));
                }
                // "who proposed a chamber and said …"
                Some(verb) if verb.finite() && way.conjunction && !way.comma => {
                    return ControlFlow::Break(self.shared(governor));
                }
                Some(verb) => {
                    way.passed_relative = verb.relative;
                    way.at = governor;
                }
                None => {}
            }
            return GO_ON;
        }
        // "A plant making tyres will open": the noun that the gerund describes.
        if self.describes(governor) {
            way.at = governor;
            return GO_ON;
        }
        // "A rule forcing vans to carry alarms was dropped": nor what an infinitive under the gerund acts upon.
        let infinitive = self
            .verb(governor)
            .filter(|verb| verb.form == VerbForm::Infinitive);
        if let Some(gerund) = infinitive
            .and_then(|verb| verb.parent)
            .filter(|above| self.describes(*above))
        {
            way.at = gerund;
            return GO_ON;
        }
        // "The unit that makes cars was sold"
        if self.describes_opener(governor) {
            way.at = governor;
            way.passed_relative = true;
            return GO_ON;
        }
        // "The reason I wrote the book is"
        if let Some(thing) = self.contact_opener(governor) {
            way.at = thing + 1;
            return GO_ON;
        }
        // "A bill to tax vapes would go": nor is it what the infinitive acts upon.
        if self.tells_purpose(governor) {
            way.at = governor;
            return GO_ON;
        }
        // "News that Ford shut a mill sent": nor is it of what the noun tells.
        if let Some(told) = self.completed(governor, None) {
            return found(Some(told));
        }
        self.step_to_subject(way, noun)
    }

    /// A noun that may be the subject, if it is none of a relative clause that has been passed.
    fn step_to_subject(&self, way: &mut Way, noun: &NounGroup) -> Step {
        if way.passed_relative || self.opens_partitive(way.at) {
            return GO_ON;
        }
        // "Foxconn, formerly Hon Hai, sold": both are one.
        if way.comma && self.is_former_name(way.at) {
            way.at -= 2;
            return GO_ON;
        }
        let (at, verb) = (way.at, way.verb);
        let named = noun.apposition.filter(|other| *other < at);
        // "Honda met officials, the ministry, in Tokyo, said …": behind a verb and parted from this one, it is no
        // subject.
        if way.joined() && at + 1 < verb && !self.opens_clause(at) {
            let earlier = (0..at).rev().take(FAR).find(|earlier| {
                self.verb(*earlier)
                    .is_some_and(|earlier| earlier.finite() && !earlier.relative)
            });
            // "Bosch bought Acme, a maker of pumps, and said …": nor is what describes an object in an aside.
            let aside = way.comma && way.conjunction && self.stands_behind_comma(at);
            if let Some(earlier) = earlier.filter(|_| aside || self.parted(at, verb)) {
                return ControlFlow::Break(self.shared(earlier));
            }
        }
        // "Sales of pickups, the workhorse of farms, fell": commas part a description.
        let aside = !way.conjunction
            && (!noun.named || noun.place)
            && at + 1 < verb
            && named.is_none()
            && self.is_comma(verb - 1);
        let opener = at.checked_sub(1).filter(|_| aside);
        if let Some(opener) = opener.and_then(|mark| self.opening_noun(mark)) {
            return found(Some(opener));
        }
        // "together with the ambassador, Ivo Roe, …"
        let office = named.and_then(|office| self.noun(office));
        if let Some(preposition) = office.and_then(|office| office.preposition) {
            way.at = preposition;
            return GO_ON;
        }
        // "whose crop was ravaged", "which the firm built"
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        // "Ann Roe and her Peruvian counterpart, Ivo Roy, met": both do.
        let first = named.map(|described| {
            self.noun(described)
                .and_then(|noun| noun.chain)
                .unwrap_or(described)
        });
        ControlFlow::Break(Found {
            relative: matches!(before, Some(GroupKind::Relative)),
            ..Found::of(first.or(Some(at)))
        })
    }

    /// Whether a noun tells how many of those before the comma a relative clause is about: "Acme, half of which is state-owned, sold".
    fn opens_partitive(&self, at: GroupId) -> bool {
        at > 0
            && self.is_comma(at - 1)
            && matches!(self.kind(at + 1), Some(GroupKind::Preposition(_)))
            && matches!(self.kind(at + 2), Some(GroupKind::Relative))
    }

    /// Whether a name between commas is another one of what stands before them.
    fn is_former_name(&self, at: GroupId) -> bool {
        let adverb = at.checked_sub(1).and_then(|before| self.kind(before));
        let renamed = matches!(adverb, Some(GroupKind::Adverb(word)) if self.words.renamed.contains(*word));
        renamed && at > 2 && self.is_comma(at - 2) && self.is_comma(at + 1)
    }

    fn step_to_verb(&self, way: &mut Way, verb: &VerbGroup) -> Step {
        // "The plant, he added, would open", "output fell, he said, and will fall"
        let inserted = self.attribution_of(way.at);
        if let Some(inserted) = inserted.filter(|_| self.stands_aside(way)) {
            way.at = inserted.mark;
            return GO_ON;
        }
        // "The cars we sold have": over a clause without pronoun to what it tells of.
        if let Some(thing) = self.contact_object(verb).filter(|_| !way.conjunction) {
            way.at = thing + 1;
            return GO_ON;
        }
        if verb.finite() && !verb.relative {
            if let Some(before) = self.relative_around(way, verb) {
                way.at = before;
                return GO_ON;
            }
            let noun = self.told_by_noun(way.at).filter(|_| !way.conjunction);
            return match noun {
                None if way.joined() => ControlFlow::Break(self.shared(way.at)),
                noun => found(noun),
            };
        }
        // "a plant that will open next year and employ 300"
        if verb.finite() && way.conjunction && !way.comma {
            return ControlFlow::Break(self.shared(way.at));
        }
        way.passed_relative |= verb.relative;
        GO_ON
    }

    /// The noun right before the subject of a clause that tells of it without a relative pronoun.
    fn contact_object(&self, verb: &VerbGroup) -> Option<GroupId> {
        let (subject, object) = (verb.subject?, verb.object?);
        (verb.finite() && object + 1 == subject).then_some(object)
    }

    /// Whether who says something is parted from the verb by a comma, and the verb does not go on with what they say.
    fn stands_aside(&self, way: &Way) -> bool {
        way.comma && !(way.conjunction && self.says(way.verb))
    }

    /// The verb of saying that one behind a comma and a conjunction goes on with: "Roe said sales fell, and warned of".
    fn says_on(&self, at: GroupId) -> Option<GroupId> {
        let joined =
            at >= 2 && matches!(self.kind(at - 1), Some(GroupKind::Conjunction(_))) && self.is_comma(at - 2);
        if !joined || !self.says(at) {
            return None;
        }
        let earlier = (0..at).rev().take(FAR);
        earlier
            .take_while(|at| !matches!(self.groups[*at].kind, GroupKind::Stop | GroupKind::Quote))
            .find(|at| {
                self.says(*at)
                    && self.attribution_of(*at).is_none()
                    && self
                        .verb(*at)
                        .is_some_and(|verb| !verb.relative && verb.subject.is_some())
            })
    }

    /// Whether a comma stands right before a noun, or before whose it is.
    fn stands_behind_comma(&self, at: GroupId) -> bool {
        let owner = self.noun(at).and_then(|noun| noun.possessor);
        let first = owner.filter(|owner| *owner < at).unwrap_or(at);
        first.checked_sub(1).is_some_and(|comma| self.is_comma(comma))
    }

    /// Whether a comma, and no conjunction, stands right before the verb at `at`, after phrases that follow `noun`.
    fn parted(&self, noun: GroupId, at: GroupId) -> bool {
        let phrase = self.groups[noun + 1..at]
            .iter()
            .any(|group| matches!(group.kind, GroupKind::Preposition(_)));
        let joined = self.groups[noun + 1..at]
            .iter()
            .any(|group| matches!(group.kind, GroupKind::Conjunction(_) | GroupKind::Relative));
        phrase && !joined && self.is_comma(at - 1)
    }

    /// The relative pronoun right before the subject of a verb or whose it is: "the plant, which Bosch opened, …", "in
    /// which Kenya's Bidco has a stake, …".
    fn opens_relative(&self, verb: &VerbGroup) -> Option<GroupId> {
        let subject = verb.subject?;
        let owner = self.noun(subject)?.possessor.filter(|owner| *owner < subject);
        let first = owner.unwrap_or(subject);
        let before = first.checked_sub(1)?;
        matches!(self.kind(before), Some(GroupKind::Relative)).then_some(before)
    }

    /// What opens the relative clause of a verb, or joins its clause to a relative one, if no conjunction goes on with it.
    fn relative_around(&self, way: &Way, verb: &VerbGroup) -> Option<GroupId> {
        let around = self
            .opens_relative(verb)
            .or_else(|| self.within_relative(way, verb));
        around.filter(|_| !way.conjunction)
    }

    /// What joins the clause of a verb to a relative one that a comma opens and the one behind it closes: "exports, which
    /// rose before the duty took hold, fell".
    fn within_relative(&self, way: &Way, verb: &VerbGroup) -> Option<GroupId> {
        let joint = verb.subject?.checked_sub(1).filter(|_| way.comma)?;
        let joins = matches!(self.groups[joint].kind, GroupKind::Subordinator(_)) || self.subordinates(joint);
        let mut before = (0..joint).rev().take(FAR).filter(|_| joins);
        let open = before.find(|at| {
            let kind = &self.groups[*at].kind;
            matches!(
                kind,
                GroupKind::Relative | GroupKind::Comma | GroupKind::Stop | GroupKind::Subordinator(_)
            )
        })?;
        let relative = matches!(self.groups[open].kind, GroupKind::Relative);
        (relative && open > 0 && self.is_comma(open - 1)).then_some(joint)
    }

    /// A preposition that may begin a clause as well: "as general sales tax climbed".
    fn may_open_clause(&self, at: GroupId) -> bool {
        let GroupKind::Preposition(word) = self.groups[at].kind else {
            return false;
        };
        // "profit after tax climbed": behind a noun that waits for its verb only "as" does.
        let waits = at
            .checked_sub(1)
            .is_some_and(|noun| self.noun(noun).is_some_and(|noun| !noun.time) && self.opens_clause(noun));
        // "cities such as Lima"
        let such = self.groups[at].first.checked_sub(1);
        let such = word == self.words.as_ && such.is_some_and(|such| self.reading.is(such as usize, "such"));
        self.subordinates(at)
            && !such
            && !(if word == self.words.as_ {
                self.opens_with_phrases(at)
            } else {
                waits
            })
    }

    /// Whether nothing but a noun and its phrases stands before a group in its sentence, so that the noun waits for its
    /// verb: "The appointment of Jane Roe as chair surprised many".
    fn opens_with_phrases(&self, at: GroupId) -> bool {
        let mut before = (0..at).rev().take(FAR).map(|at| (at, &self.groups[at].kind));
        let first = before.find(|(_, kind)| {
            !matches!(kind, GroupKind::Preposition(_) | GroupKind::Other)
                && !matches!(kind, GroupKind::Noun(noun) if noun.preposition.is_some())
        });
        matches!(first, Some((0, GroupKind::Noun(noun))) if !noun.time && !noun.pronoun && !noun.bare)
    }

    /// Whether the noun right before a name is what an earlier verb acts upon.
    fn names_object(&self, at: GroupId) -> bool {
        let beside = at
            .checked_sub(1)
            .and_then(|before| Some((before, self.noun(before)?)));
        // "which named Ann Roe chairman in May, will": nor is it what she becomes.
        if beside.is_some_and(|(before, noun)| noun.named && noun.verb.is_some_and(|verb| verb < before))
            && self.noun(at).is_some_and(|noun| noun.bare)
            && self.is_title(at)
        {
            return true;
        }
        let named = self.noun(at).is_some_and(|noun| noun.named);
        // "which cost Shell $9m, will"
        let figure = self.has_figure(at);
        named
            && beside.is_some_and(|(before, noun)| {
                (!noun.named || figure) && !noun.time && noun.verb.is_some_and(|verb| verb < before)
            })
    }

    fn shared(&self, other: GroupId) -> Found {
        Found {
            subject: self.verb(other).and_then(|verb| verb.subject),
            relative: self.verb(other).is_some_and(|verb| verb.relative),
            auxiliary: self
                .verb(other)
                .filter(|verb| verb.modal.is_some() && !verb.passive)
                .map(|verb| (verb.form, verb.modal)),
            shared: true,
            ..Found::default()
        }
    }

    /// Whether a figure only tells by how much in an aside: "mined 4m tonnes, 3% more than in May, and sold".
    fn compares_aside(&self, at: GroupId) -> bool {
        let comma = at.checked_sub(1).is_some_and(|before| self.is_comma(before));
        let behind = self.groups[at].end as usize;
        let than = |token: usize| self.reading.ids.get(token) == Some(&self.words.than);
        comma && self.is_figure(at) && (than(behind) || than(behind + 1))
    }

    /// Whether a figure only tells a movement in an aside: "10m tonnes, up 14%, came from Brazil".
    fn moves_aside(&self, at: GroupId) -> bool {
        let first = self.groups[at].first as usize;
        let kind = |before: usize| at.checked_sub(before).and_then(|at| self.kind(at));
        self.reading.tokens[first].first.is_ascii_digit()
            && matches!(kind(1), Some(GroupKind::Adverb(_)))
            && matches!(kind(2), Some(GroupKind::Comma))
    }
}
