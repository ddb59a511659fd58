//! Who does what a verb says.

use super::{Attach, FAR};
use crate::clause::group::{GroupKind, NounGroup, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::{Tag, WordId};

/// How many groups an aside may have.
const ASIDE: usize = 12;

impl Attach<'_, '_> {
    pub(super) fn subject(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        let (form, finite) = (verb.form, verb.finite());
        let bare = self.groups[at].first == verb.head;
        let base = bare && self.reading.tag(verb.head as usize) == Tag::Verb;
        let inverted = finite && !verb.passive && self.inverted(at);
        let mut found = match form {
            _ if self.attributed(at).is_some() => Found {
                subject: self.attributed(at),
                ..Found::default()
            },
            VerbForm::Infinitive => self.infinitive(at),
            _ if base && self.joined_infinitive(at).is_some() => self.shared_infinitive(at),
            VerbForm::Participle | VerbForm::Gerund => self.participle(at),
            _ => self.finite(at),
        };
        // A subject of its own before the verb speaks against one behind it.
        let behind_words = at.checked_sub(1).is_some_and(|mark| {
            matches!(self.kind(mark), Some(GroupKind::Quote))
                && self.closes(mark)
                && self.verb(at).is_some_and(|verb| self.words.says(verb.lemma))
        });
        if inverted && (found.subject.is_none() || found.shared || behind_words || self.inserted(at)) {
            found = Found {
                subject: Some(self.skip(at + 1)),
                ..Found::default()
            };
        }
        // "will make cars and employ 900 people": the base form goes on with the auxiliary.
        found.auxiliary = found.auxiliary.filter(|_| base);
        let to = self.words.to;
        if let Some(verb) = self.verb_mut(at) {
            verb.subject = found.subject;
            verb.parent = found.parent;
            verb.relative = found.relative;
            if let Some((form, modal)) = found.auxiliary {
                verb.form = form;
                verb.modal = modal;
            }
            if found.headline {
                verb.form = VerbForm::Modal;
                verb.modal = Some(to);
            }
        }
        if let Some(subject) = found.subject {
            self.govern(subject, at);
        }
    }

    /// Whether commas part a verb of saying and its speaker from the sentence around them: "the move, said the bank, was".
    fn inserted(&self, at: GroupId) -> bool {
        let close = self.over_phrases(self.skip(self.skip(at + 1) + 1));
        matches!(
            at.checked_sub(1).and_then(|before| self.kind(before)),
            Some(GroupKind::Comma)
        ) && self.is_comma(close)
            && self.finite_at(self.skip(close + 1))
    }

    /// Whether nothing but a subject and who says it stands before the comma at `mark`: "Ford, he said, recalled 300 cars".
    fn waits_behind_speech(&self, mark: GroupId) -> bool {
        let said = |at: GroupId| {
            let open = self.attribution_of(at).map(|found| found.mark);
            open.or_else(|| self.speaker_inserted(self.verb(at)?.subject?))
        };
        let open = (0..mark).rev().take(ASIDE).find_map(said);
        open.is_some_and(|open| !(0..open).rev().take(FAR).any(|at| self.finite_at(at)))
    }

    /// The comma before a verb of saying whose speaker, in front of whom it stands, is the noun at `at`.
    fn speaker_inserted(&self, at: GroupId) -> Option<GroupId> {
        let verb = self
            .noun(at)?
            .verb
            .filter(|verb| *verb < at && self.says(*verb))?;
        let comma = verb.checked_sub(1).filter(|comma| self.is_comma(*comma))?;
        self.verb(verb)?
            .subject
            .filter(|subject| *subject > verb)
            .map(|_| comma)
    }

    /// `”, said Samir Mehta`; `…, said a news release.`
    fn inverted(&self, at: GroupId) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let quoted = match self.kind(before) {
            Some(GroupKind::Quote) => self.closes(before),
            Some(GroupKind::Comma) => {
                matches!(
                    before.checked_sub(1).and_then(|i| self.kind(i)),
                    Some(GroupKind::Quote)
                )
            }
            _ => false,
        };
        let speaker = self.skip(at + 1);
        // "had, it said, recalled its cars": joined with its auxiliary, it has its subject before it.
        let joined = self.verb(at).is_some_and(|verb| verb.perfect);
        if joined || self.noun(speaker).is_none_or(|noun| noun.time) {
            return false;
        }
        if quoted {
            return !self.finite_at(self.skip(speaker + 1));
        }
        let mut end = self.over_phrases(self.skip(speaker + 1));
        // "…, said an official Tuesday."
        if end == speaker + 1 && self.noun(end).is_some_and(|noun| noun.time) {
            end = self.over_phrases(self.skip(end + 1));
        }
        self.is_comma(before)
            && self.verb(at).is_some_and(|verb| self.words.says(verb.lemma))
            && !self.waits_behind_speech(before)
            && match self.kind(end) {
                None | Some(GroupKind::Comma | GroupKind::Quote) => true,
                Some(GroupKind::Other) => end + 2 >= self.groups.len(),
                _ => false,
            }
            && self.noun(speaker).is_some_and(|noun| !noun.pronoun)
    }

    fn finite(&self, at: GroupId) -> Found {
        if let Some(earlier) = self.says_on(at) {
            return self.shared(earlier);
        }
        let mut joined = false;
        let mut conjunction = false;
        let mut comma = false;
        let mut passed_relative = false;
        let mut i = at;
        for _ in 0..FAR {
            let Some(before) = i.checked_sub(1) else { break };
            i = before;
            match &self.groups[i].kind {
                GroupKind::Conjunction(_) => {
                    joined = true;
                    conjunction = true;
                }
                GroupKind::Comma => {
                    joined = true;
                    comma = true;
                }
                GroupKind::Close => i = self.opening(i),
                GroupKind::Relative if passed_relative => passed_relative = false,
                GroupKind::Relative => {
                    return Found {
                        subject: self.antecedent(i),
                        relative: true,
                        ..Found::default()
                    }
                }
                // "The plant in Liberty, North Carolina, will open": the state is no subject.
                GroupKind::Noun(noun)
                    if comma && !conjunction && self.within(i, noun) && self.is_comma(i + 1) =>
                {
                    let town = i.checked_sub(2).and_then(|town| self.noun(town));
                    i = town.and_then(|town| town.preposition).unwrap_or(i);
                    (joined, comma) = (false, false);
                }
                GroupKind::Noun(noun) => {
                    // "The move, said the bank, was": behind the words of somebody else.
                    if let Some(open) = self
                        .speaker_inserted(i)
                        .filter(|_| comma && !(conjunction && self.says(at)))
                    {
                        i = open;
                        continue;
                    }
                    if let Some(first) = noun.chain {
                        i = first;
                    }
                    let noun = self.noun(i).unwrap_or(noun);
                    if let Some(preposition) = noun
                        .preposition
                        .filter(|as_| joined || !self.may_open_clause(*as_))
                    {
                        i = preposition;
                        continue;
                    }
                    if noun.time {
                        continue;
                    }
                    if joined && self.moves_aside(i) {
                        i -= 2;
                        continue;
                    }
                    match noun.verb {
                        Some(other) if other < i && joined => {
                            // It is the object of an earlier verb, which shares its subject.
                            match self.verb(other) {
                                Some(verb) if !conjunction && self.opens_relative(verb).is_some() => {
                                    i = self.opens_relative(verb).unwrap_or(other);
                                }
                                Some(verb) if verb.finite() && !verb.relative => return self.shared(other),
                                // "who proposed a chamber and said …"
                                Some(verb) if verb.finite() && conjunction && !comma => {
                                    return self.shared(other)
                                }
                                Some(verb) => {
                                    passed_relative = verb.relative;
                                    i = other;
                                }
                                None => {}
                            }
                        }
                        // "A plant making tyres will open": the noun that the gerund describes.
                        Some(other) if other < i && self.describes(other) => i = other,
                        // "The unit that makes cars was sold"
                        Some(other) if other < i && self.describes_opener(other) => {
                            i = other;
                            passed_relative = true;
                        }
                        // "A bill to ease the sale would go": nor is it what the infinitive acts upon.
                        Some(other) if other < i && self.tells_purpose(other) => i = other,
                        // "News that Ford shut a mill sent": nor is it of what the noun tells.
                        Some(other) if other < i && self.completed(other, None).is_some() => {
                            return Found {
                                subject: self.completed(other, None),
                                ..Found::default()
                            }
                        }
                        // "which owns the lender the Woolwich, forecast": it names what the verb before it acts upon.
                        None if joined && self.names_object(i) => {}
                        // The subject of a relative clause that has been passed.
                        _ if passed_relative => {}
                        _ => {
                            let named = noun.apposition.filter(|other| *other < i);
                            // "Honda met officials, the ministry, in Tokyo, said …": behind a verb and parted from
                            // this one, it is no subject.
                            if joined && i + 1 < at && !self.opens_clause(i) {
                                let earlier = (0..i).rev().take(FAR).find(|verb| {
                                    self.verb(*verb)
                                        .is_some_and(|verb| verb.finite() && !verb.relative)
                                });
                                if let Some(earlier) = earlier.filter(|_| self.parted(i, at)) {
                                    return self.shared(earlier);
                                }
                            }
                            // "Sales of pickups, the workhorse of farms, fell": commas part a description.
                            let aside = !conjunction
                                && (!noun.named || noun.place)
                                && i + 1 < at
                                && named.is_none()
                                && self.is_comma(at - 1);
                            let opener = i.checked_sub(1).filter(|_| aside);
                            if let Some(opener) = opener.and_then(|mark| self.opening_noun(mark)) {
                                return Found {
                                    subject: Some(opener),
                                    ..Found::default()
                                };
                            }
                            // "together with the ambassador, Ali Jamali, …"
                            if let Some(preposition) = named
                                .and_then(|other| self.noun(other))
                                .and_then(|noun| noun.preposition)
                            {
                                i = preposition;
                                continue;
                            }
                            // "whose crop was ravaged", "which the firm built"
                            let relative = i.checked_sub(1).is_some_and(|before| {
                                matches!(self.groups[before].kind, GroupKind::Relative)
                            });
                            return Found {
                                subject: Some(named.unwrap_or(i)),
                                relative,
                                ..Found::default()
                            };
                        }
                    }
                }
                GroupKind::Verb(verb) => {
                    // "The plant, he added, would open", "output fell, he said, and will fall"
                    if let Some(inserted) = self
                        .attribution_of(i)
                        .filter(|_| comma && !(conjunction && self.says(at)))
                    {
                        i = inserted.mark;
                        continue;
                    }
                    if verb.finite() && !verb.relative {
                        if let Some(relative) = self.opens_relative(verb).filter(|_| !conjunction) {
                            i = relative;
                            continue;
                        }
                        if let Some(noun) = self.told_by_noun(i).filter(|_| !conjunction) {
                            return Found {
                                subject: Some(noun),
                                ..Found::default()
                            };
                        }
                        if joined {
                            return self.shared(i);
                        }
                        break;
                    }
                    // "a plant that will open next year and employ 300"
                    if verb.finite() && conjunction && !comma {
                        return self.shared(i);
                    }
                    passed_relative |= verb.relative;
                }
                // "The launch, once set for May, has been …"
                GroupKind::Subordinator(_)
                    if self
                        .verb(i + 1)
                        .is_some_and(|verb| verb.form == VerbForm::Participle) => {}
                GroupKind::Stop => match self.opening_dash(i) {
                    Some(dash) => i = dash,
                    None => break,
                },
                GroupKind::Subordinator(_) | GroupKind::Open => break,
                _ => {}
            }
        }
        Found::default()
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

    /// The dash that begins what the dash at `close` ends: "the plant – its third – makes".
    pub(super) fn opening_dash(&self, close: GroupId) -> Option<GroupId> {
        let stop = (0..close)
            .rev()
            .take(ASIDE)
            .find(|at| matches!(self.groups[*at].kind, GroupKind::Stop));
        stop.filter(|open| *open > 0 && self.is_dash(close) && self.is_dash(*open))
    }

    pub(super) fn is_dash(&self, at: GroupId) -> bool {
        let token = &self.reading.tokens[self.groups[at].first as usize];
        token.is_dash() || token.is_hyphen()
    }

    /// The noun that opens the clause around what is told by it and goes on behind that: "News that Ford cut jobs sent".
    pub(super) fn told_by_noun(&self, inner: GroupId) -> Option<GroupId> {
        let that = |at: &GroupId| matches!(self.groups[*at].kind, GroupKind::Subordinator(word) if word == self.words.that);
        let bounds = |at: &GroupId| match self.groups[*at].kind {
            GroupKind::Stop => self.is_dash(*at),
            GroupKind::Relative => false,
            _ => true,
        };
        if let Some(thing) = self.acted_upon(inner) {
            return Some(thing);
        }
        let mut before = (0..inner).rev().take(FAR).take_while(bounds);
        let noun = before.find(that)?.checked_sub(1)?;
        let opens = |noun: &NounGroup| {
            !noun.named && !noun.time && !noun.pronoun && noun.preposition.is_none() && noun.verb.is_none()
        };
        (self.noun(noun).is_some_and(opens) && self.opens_clause(noun)).then_some(noun)
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

    /// A preposition that may begin a clause as well: "as general sales tax climbed".
    fn may_open_clause(&self, at: GroupId) -> bool {
        let GroupKind::Preposition(word) = self.groups[at].kind else {
            return false;
        };
        // "profit after tax climbed": behind a noun that waits for its verb only "as" does.
        let waits = at
            .checked_sub(1)
            .is_some_and(|noun| self.noun(noun).is_some_and(|noun| !noun.time) && self.opens_clause(noun));
        word != self.words.for_
            && self.reading.lexicon.word(word).tags.has(Tag::Subordinator)
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
        let named = self.noun(at).is_some_and(|noun| noun.named);
        named
            && beside.is_some_and(|(before, noun)| {
                !noun.named && !noun.time && noun.verb.is_some_and(|verb| verb < before)
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

    /// Whether a figure only tells a movement in an aside: "10m tonnes, up 14%, came from Brazil".
    fn moves_aside(&self, at: GroupId) -> bool {
        let first = self.groups[at].first as usize;
        let kind = |before: usize| at.checked_sub(before).and_then(|at| self.kind(at));
        self.reading.tokens[first].first.is_ascii_digit()
            && matches!(kind(1), Some(GroupKind::Adverb(_)))
            && matches!(kind(2), Some(GroupKind::Comma))
    }
}

/// Whose deed a verb is, as far as one look tells.
#[derive(Default)]
pub(super) struct Found {
    pub(super) subject: Option<GroupId>,
    pub(super) parent: Option<GroupId>,
    pub(super) relative: bool,
    /// It is the subject of an earlier verb as well.
    pub(super) shared: bool,
    /// That verb's modal.
    pub(super) auxiliary: Option<(VerbForm, Option<WordId>)>,
    /// A headline's infinitive, which stands for the future: "Torrent to buy Siemens".
    pub(super) headline: bool,
}

impl Found {
    /// The subject of the verb above, which a verb without one of its own shares.
    pub(super) fn under(verb: &VerbGroup, at: GroupId) -> Self {
        Self {
            subject: verb.subject,
            parent: Some(at),
            ..Self::default()
        }
    }
}
