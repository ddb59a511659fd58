//! Whom a pronoun or a description stands for within its sentence and before it.

use super::{Sight, ORGANISATION};
use crate::clause::{Group, GroupId, GroupKind, NounGroup, Slot, VerbGroup};
use crate::lexicon::{Tag, WordSet};
use crate::mention::{Kind, Mention};
use crate::rule::anaphora::Anaphor;
use crate::rule::filler::Filler;
use crate::rule::Accept;

/// How many groups before a pronoun a verb is looked for whose subject it goes on with.
const NEAR: usize = 8;
/// How many groups before a pronoun it may find whom it stands for in its own sentence.
const SEVERAL: usize = 24;

/// Among how many noun groups asked for before whom one stands for is known still.
const ASKED: usize = 8;

/// Whether a rule takes names of a kind that something points back to.
pub(super) fn is_somebody(accept: &Accept) -> bool {
    matches!(
        accept,
        Accept::Kind(Kind::Country | Kind::Organisation | Kind::Person | Kind::Place)
            | Accept::Sort(_)
            | Accept::Official
    )
}

impl<'x> Sight<'_, 'x> {
    /// The unlisted name that the verb before a pronoun has for its subject: "Krantz Foods said it would close a mill".
    pub(super) fn goes_on(&self, id: GroupId) -> Option<GroupId> {
        let word = self.reading.ids[self.clauses.groups[id].first as usize];
        self.clauses
            .noun(id)
            .filter(|noun| noun.pronoun && self.words.things.contains(word))?;
        let before = self.clauses.groups[..id].iter().rev().take(NEAR);
        let verb = before.filter_map(|group| match &group.kind {
            GroupKind::Verb(verb) if verb.finite() => Some(verb),
            _ => None,
        });
        let subject = verb.into_iter().find_map(|verb| verb.subject)?;
        let noun = self.clauses.noun(subject)?;
        let first = self.clauses.groups[subject].first;
        let unlisted = !noun.named && !noun.time && !self.is_named_beside(noun);
        (subject < id && unlisted && self.is_proper(first, noun.head)).then_some(subject)
    }

    /// The count that `they` stands for in its own sentence: "warned 300 people that they may be laid off".
    pub(super) fn counted_before(&self, id: GroupId, words: &WordSet) -> Option<&Mention<'x>> {
        let counted = |at: GroupId| {
            let (group, noun) = (&self.clauses.groups[at], self.clauses.noun(at)?);
            let mut mentions = self.mentions.within(group.first, group.end);
            let count = mentions.find(|mention| mention.kind() == Kind::Count)?;
            words.contains(noun.lemma).then_some(count)
        };
        let several = self.reading.is(self.clauses.groups[id].first as usize, "they");
        let mut before = (id.saturating_sub(NEAR)..id).rev();
        several.then(|| before.find_map(counted)).flatten()
    }

    /// The token that the doer begins at to whom a pronoun is done something, who is somebody else: "Bosch expects it to sell".
    pub(super) fn before_doer(&self, id: GroupId) -> Option<u32> {
        let pronoun = self.clauses.noun(id).filter(|noun| noun.pronoun)?;
        let verb = self.clauses.verb(id.checked_sub(1)?)?;
        let own = pronoun
            .verb
            .filter(|own| *own > id)
            .and_then(|own| self.clauses.verb(own));
        // "Bosch said it would"
        let done = verb.finite() && !verb.passive && own.is_none_or(|own| !own.finite());
        let doer = verb.subject.filter(|_| done)?;
        let named = self.clauses.noun(doer).is_some_and(|noun| noun.named);
        // "Bosch bought Scania and sold it": whoever is named between.
        let end = self.clauses.groups[doer].end;
        let mut between = self.mentions.within(end, self.clauses.groups[id].first);
        let other = between.any(|mention| matches!(mention.kind(), Kind::Organisation | Kind::Country));
        (named && !other).then(|| self.clauses.groups[doer].first)
    }

    /// The name that a pronoun or a description stands for, if something of its kind is taken. The rules of a trigger ask for
    /// the same one again and again.
    fn antecedent(&self, id: GroupId, accept: &[Accept]) -> Option<&Mention<'x>> {
        let (group, noun) = (&self.clauses.groups[id], self.clauses.noun(id)?);
        let anaphor = self.anaphors.pointing(self.reading, group, noun)?;
        // "the Saturn brand" is named, and points back to no other one; "the USDA secretary" may.
        let mut within = self.mentions.within(group.first, group.end);
        let mut named =
            || within.any(|mention| mention.kind() == Kind::Organisation && !self.is_seat(mention));
        if !anaphor.may_be(Kind::Person) && (named() || self.is_part_of_named(id)) {
            return None;
        }
        let taken = accept.iter().any(|accept| match accept {
            Accept::Kind(kind) => anaphor.may_be(*kind),
            Accept::Sort(_) => anaphor.may_be(Kind::Organisation),
            Accept::Official => anaphor.may_be(Kind::Person),
            _ => false,
        });
        if !taken {
            return None;
        }
        let mentions = self.mentions.mentions;
        let known = self
            .resolved
            .borrow()
            .iter()
            .rev()
            .take(ASKED)
            .find(|known| known.0 == noun.head)
            .copied();
        let found = match known {
            Some((_, found)) => found,
            None => {
                let head = noun.head as usize;
                let before = self.before_doer(id).unwrap_or(group.first);
                let stands_for = |anaphor: Anaphor| {
                    self.anaphors
                        .antecedent(self.reading, mentions, before, head, anaphor)
                };
                // "The board" is that of the company, unless a board is named.
                let body = || {
                    let decides =
                        self.words.bodies.contains(noun.lemma) && !self.is_proper(group.first, noun.head);
                    let tied = self.reading.is(head + 1, "of");
                    (decides && !tied)
                        .then(|| stands_for(anaphor.of_company()))
                        .flatten()
                };
                let teller = self.teller(id);
                let found = teller
                    .or_else(|| stands_for(anaphor))
                    .or_else(body)
                    .map(Mention::id);
                self.resolved.borrow_mut().push((noun.head, found));
                found
            }
        };
        mentions.get(found?.index())
    }

    /// Whose a thing is in the phrase that opens a sentence: "After its takeover of Scania, Siemens sold".
    fn owner_behind(&self, id: GroupId) -> Option<GroupId> {
        const LONG: usize = 16;
        let groups = &self.clauses.groups;
        let finite = |at: usize| self.clauses.verb(at).is_some_and(VerbGroup::finite);
        let named = |at: usize| {
            let organisation = || self.names(at, Kind::Organisation);
            self.clauses.noun(at).is_some_and(|noun| noun.named) && organisation()
        };
        let opens =
            self.clauses.noun(id)?.preposition.is_some() && !(0..id).any(|at| finite(at) || named(at));
        let mut near = id + 1..groups.len().min(id + LONG);
        let comma = near.find(|at| matches!(groups[*at].kind, GroupKind::Comma) || finite(*at));
        let comma = comma.filter(|at| opens && !finite(*at))?;
        let subject = self
            .clauses
            .noun(comma + 1)
            .and_then(|noun| Some((comma + 1, noun.verb?)));
        let (subject, verb) = subject.filter(|(_, verb)| *verb > comma && finite(*verb))?;
        (named(subject) && verb > subject).then_some(subject)
    }

    /// The name that a pronoun, a description or (in the slot of the possessor) an `its` points back to.
    pub(super) fn points_back(&self, slot: Slot, id: GroupId, accept: &[Accept]) -> Option<Filler<'x>> {
        let group = &self.clauses.groups[id];
        let noun = self.clauses.noun(id)?;
        let mentions = self.mentions.mentions;
        if !accept.iter().any(is_somebody) || self.is_of_several(id) || noun.pronoun && self.is_measured(id) {
            return None;
        }
        if self.is_of_speaker(id) {
            return self.speaker(slot, id, accept);
        }
        let mention = if slot == Slot::Own {
            let verb = self.clauses.governor(id).and_then(|verb| self.clauses.verb(verb));
            let subject = verb.and_then(|verb| verb.subject).filter(|subject| *subject < id);
            // "Angola saw its output fall", "Angola said that its output fell"
            let subject = subject.or_else(|| {
                let before = id.checked_sub(1)?;
                let opens = matches!(self.clauses.groups[before].kind, GroupKind::Subordinator(_));
                let seen = self.clauses.verb(before.checked_sub(usize::from(opens))?)?;
                seen.subject.filter(|subject| *subject < id && seen.finite())
            });
            let subject = subject.or_else(|| self.owner_behind(id));
            let subject = subject.and_then(|at| Some((&self.clauses.groups[at], self.clauses.noun(at)?)));
            // "Germany remained its largest market": nothing is its own.
            let words = self.words;
            let equal = verb.is_some_and(|verb| {
                [words.be, words.become_, words.remain].contains(&verb.lemma) && verb.object == Some(id)
            });
            let bears = |mention: &&Mention<'_>| {
                subject.is_some_and(|(group, _)| group.first <= mention.first && mention.end <= group.end)
            };
            let found = self.anaphors.possessor(self.reading, mentions, group, subject);
            found.filter(|found| !equal || !bears(found))
        } else if matches!(slot, Slot::Modifier | Slot::Trigger) {
            None
        } else {
            self.antecedent(id, accept)
        }?;
        if !accept.iter().any(|accept| self.is(mention, accept)) || self.is_of_barred_sort(mention, accept) {
            return None;
        }
        let mention = match self.acting(slot, id, mention) {
            Some(subject) => match self.acted_on(subject, id, accept) {
                Some(known) => known,
                None => self.before(subject, group, noun, accept)?,
            },
            None => mention,
        };
        // "The country" is whose trade was told of, not with whom, and so is "it" that goes on from there.
        let number = self.reading.sentence_of(group.first as usize);
        let near = self.reading.sentence_of(mention.first as usize) + 1 >= number;
        let trader = (mention.kind() == Kind::Country && !(noun.pronoun && near))
            .then(|| self.course.country_of_partner(mention, mentions))
            .flatten();
        let trader = trader.and_then(|id| mentions.get(id.index()));
        let trader = trader.filter(|trader| self.acting(slot, id, trader).is_none());
        let mention = trader.unwrap_or(mention);
        let sentence = self.reading.sentence_of(group.first as usize);
        let inherited = self.reading.sentence_of(mention.first as usize) != sentence;
        Some(Filler {
            inherited,
            ..self.filler(mention, slot)
        })
    }

    /// Whether a figure tells how much there is of it: "8.5 million tons of it" is of no company.
    fn is_measured(&self, id: GroupId) -> bool {
        let Some(before) = id.checked_sub(2) else {
            return false;
        };
        let of = self.words.of;
        let tied = matches!(self.clauses.groups[id - 1].kind, GroupKind::Preposition(word) if word == of);
        let figures = [Kind::Measure, Kind::Count, Kind::Percent];
        tied && figures.into_iter().any(|kind| self.names(before, kind))
    }

    /// Whether `of` ties a noun group to a named organisation: "the data business of Renault".
    fn is_part_of_named(&self, id: GroupId) -> bool {
        let of = self.clauses.groups.get(id + 1);
        let ties =
            of.is_some_and(|of| matches!(of.kind, GroupKind::Preposition(word) if word == self.words.of));
        let whole = || self.clauses.tied(id, self.words);
        ties && whole().is_some_and(|whole| self.names(whole, Kind::Organisation))
    }

    /// The subject of the verb that has the noun group at `id` beside it, or the noun group that it hangs on, if the mention
    /// stands in it: who acts on another is not that other, "Renault turned down bids from the Kenyan maker", "Kenyan sales to
    /// the country".
    fn acting(&self, slot: Slot, id: GroupId, mention: &Mention<'_>) -> Option<GroupId> {
        let words = self.words;
        let other = match slot {
            Slot::Object => true,
            Slot::Preposition(word) if [words.from, words.by, words.with, words.to].contains(&word) => true,
            // "sold its stake in the firm": that is not whose stake it is.
            Slot::Preposition(word) if word == words.in_ => id
                .checked_sub(2)
                .and_then(|head| self.clauses.noun(head))
                .is_some_and(|head| head.own),
            _ => false,
        };
        if !other {
            return None;
        }
        let holds = |at: GroupId| {
            let group = &self.clauses.groups[at];
            group.first <= mention.first && mention.end <= group.end
        };
        let head = id.checked_sub(2).filter(|_| slot != Slot::Object);
        if let Some((head, noun)) = head.and_then(|head| Some((head, self.clauses.noun(head)?))) {
            let own = [Some(head), noun.possessor];
            if let Some(own) = own.into_iter().flatten().find(|own| holds(*own)) {
                return Some(own);
            }
        }
        let before = (id.saturating_sub(NEAR)..id).rev();
        let near = |at: GroupId| match &self.clauses.groups[at].kind {
            GroupKind::Noun(_) | GroupKind::Preposition(_) | GroupKind::Adverb(_) => None,
            GroupKind::Verb(verb) => Some(
                verb.subject
                    .filter(|_| slot != Slot::Object || verb.object == Some(id)),
            ),
            _ => Some(None),
        };
        let subject = before.filter_map(near).next().flatten()?;
        // "banks including Bosch will sell their stake in the firm"
        let told = || self.names_member(subject, id, mention);
        (subject < id && (holds(subject) || told())).then_some(subject)
    }

    /// Whether a name is told of among those for whom a subject stands, before its verb.
    fn names_member(&self, subject: GroupId, id: GroupId, mention: &Mention<'_>) -> bool {
        let verb = (subject + 1..id).find(|at| self.clauses.verb(*at).is_some_and(VerbGroup::finite));
        let groups = &self.clauses.groups;
        let within = verb
            .is_some_and(|verb| groups[subject].first <= mention.first && mention.end <= groups[verb].first);
        let mut members = Vec::new();
        within && self.members(Slot::Subject, subject, &ORGANISATION, &mut members)
    }

    /// Whom the verb before had for its object, where its subject goes on: "Siemens bought Scania and sold it".
    fn acted_on(&self, subject: GroupId, id: GroupId, accept: &[Accept]) -> Option<&Mention<'x>> {
        self.clauses.noun(id).filter(|noun| noun.pronoun)?;
        let before = (subject + 1..id).rev().take(NEAR + NEAR);
        let mut verbs = before.filter_map(|at| self.clauses.verb(at));
        let object = verbs.find_map(|verb| {
            verb.object
                .filter(|object| verb.subject == Some(subject) && *object < id)
        })?;
        let group = &self.clauses.groups[object];
        let head = self.clauses.noun(object)?.head;
        let mut named = self.mentions.within(group.first, group.end);
        let named = named.find(|mention| mention.first <= head && head < mention.end)?;
        let taken = accept.iter().any(|accept| self.is(named, accept));
        (taken && !self.is_of_barred_sort(named, accept)).then_some(named)
    }

    /// The name before the group `subject` that the noun group of a pronoun or description stands for.
    fn before(
        &self,
        subject: GroupId,
        group: &Group,
        noun: &NounGroup,
        accept: &[Accept],
    ) -> Option<&Mention<'x>> {
        let anaphor = self.anaphors.pointing(self.reading, group, noun)?;
        let first = self.clauses.groups[subject].first;
        let mentions = self.mentions.mentions;
        let found = self
            .anaphors
            .antecedent(self.reading, mentions, first, noun.head as usize, anaphor)?;
        let taken = accept.iter().any(|accept| self.is(found, accept));
        (taken && !self.is_of_barred_sort(found, accept)).then_some(found)
    }

    /// Whether `they` or `their` stands for several whom the sentence has just told of, none of them by name: "Farmers said
    /// they", "the two governments argue that their mills".
    fn is_of_several(&self, id: GroupId) -> bool {
        let token = self.clauses.groups[id].first as usize;
        if !(self.reading.is(token, "their") || self.reading.is(token, "they")) {
            return false;
        }
        let plural = |noun: &NounGroup| self.reading.tag(noun.head as usize) == Tag::NounPlural;
        let subject = |at: GroupId| {
            let verb = self.clauses.verb(at).filter(|verb| verb.finite())?;
            let first = self.clauses.noun(verb.subject.filter(|subject| *subject < id)?)?;
            // "the German and Danish governments"
            let second = first.next.and_then(|second| self.clauses.noun(second));
            Some(second.filter(|second| plural(second)).unwrap_or(first))
        };
        let mut before = (0..id).rev().take(SEVERAL).filter_map(subject);
        // One thing that has no name is none of them.
        let told = before.find(|noun| noun.named || plural(noun));
        told.is_some_and(|noun| plural(noun) && !noun.named && !self.anaphors.is_business(noun.lemma))
    }
}
