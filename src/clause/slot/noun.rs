//! What fills the slots of a noun.

use super::super::group::{Group, GroupKind, NounGroup, VerbForm, VerbGroup};
use super::super::{ClauseWords, Clauses, GroupId, LINE};
use super::{Filling, Slot};
use crate::lexicon::WordId;

/// Among how many groups the label of a line stands.
const LABEL: usize = 3;
/// How many groups from a noun somebody may say so.
const SOURCE: usize = 24;
/// How many groups before a noun the verb is looked for that somebody without a name expects something by.
const HELD: usize = 10;
/// How many groups behind a phrase in front the verb of its clause is looked for.
const FRONTED: usize = 12;
/// Over how many phrases `with` goes back to its verb.
const PHRASES: usize = 4;
/// How many groups before a noun the verb is looked for that is left out beside it.
const GAP: usize = 16;
/// How many groups "a share" takes behind a figure.
const PIECE: usize = 2;
/// How many groups before `with` and what goes on meanwhile the verb of the clause is looked for.
const ALONG: usize = 16;

impl Clauses {
    /// What fills the slots of the noun at `at`.
    pub(crate) fn noun_fillings(
        &self,
        at: GroupId,
        governor: Option<GroupId>,
        words: &ClauseWords,
        out: &mut Vec<Filling>,
    ) {
        let Some(noun) = self.noun(at) else { return };
        out.push(Filling {
            slot: Slot::Trigger,
            group: at,
        });
        self.owners(at, out);
        out.push(Filling {
            slot: Slot::Modifier,
            group: at,
        });
        self.fill(
            Slot::Apposition,
            noun.apposition.filter(|described| *described < at),
            out,
        );
        if self.is_label(at) {
            self.fill(Slot::Predicate, at + 2, out);
        }
        self.bystander(at, words, out);
        self.source(at, words, out);
        let end = self.noun_reach(at);
        self.phrases(at + 1, self.before_another(at, end, words), false, words, out);
        self.worth(at, words, out);
        self.participle_behind(at, words, out);
        let done = governor.is_some_and(|governor| self.is_done_behind(at, governor));
        if !done {
            self.verbs_around(noun, at, words, out);
        }
        if let Some(governor) = governor {
            self.governor_of(at, governor, words, out);
        }
    }

    /// Whether a noun only says what stands behind its colon: "Capacity: 9,000 tonnes".
    fn is_label(&self, at: GroupId) -> bool {
        let parted = matches!(
            self.groups.get(at + 1).map(|group| &group.kind),
            Some(GroupKind::Stop)
        );
        let tells = |group: &Group| matches!(group.kind, GroupKind::Noun(_) | GroupKind::Verb(_));
        parted
            && at < LABEL
            && !self.groups[..at].iter().any(tells)
            && !self
                .groups
                .iter()
                .any(|group| matches!(group.kind, GroupKind::Verb(_)))
    }

    /// "a consignment comprising 14 cars", "contracts worth …"
    fn participle_behind(&self, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let near = at + 1..self.groups.len().min(at + 8);
        let Some((child, verb)) = near
            .into_iter()
            .find_map(|child| Some((child, self.verb(child)?)))
        else {
            return;
        };
        if verb.subject == Some(at) && !verb.finite() {
            self.fill(Slot::Preposition(verb.lemma), verb.object, out);
            self.phrases(child + 1, verb.reach, verb.passive, words, out);
        }
    }

    /// Who does what the verb says that the noun hangs on by a preposition.
    fn verbs_around(&self, noun: &NounGroup, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let preposition = noun.preposition;
        if let Some(verb) = preposition.and_then(|preposition| self.goes_with(preposition, words)) {
            self.fill(Slot::Support, verb.subject.filter(|_| !verb.passive), out);
        }
        if let Some(before) = preposition.and_then(|preposition| preposition.checked_sub(1)) {
            let over = preposition.and_then(|preposition| self.verb_over_source(preposition, words));
            if let Some(verb) = self.verb(over.unwrap_or(before)).filter(|verb| !verb.passive) {
                // "swung to a loss": who swung.
                self.fill(Slot::Support, verb.subject, out);
            }
            self.reported(before, words, out);
        }
        // "China will lend under an accord signed in April": who acts under it.
        let acts = self.acts_under(at, words);
        self.fill(Slot::Support, acts, out);
        self.fill(Slot::Bystander, acts, out);
        let unsaid = self.acts_by_gap(at).or_else(|| self.acts_in_line(at));
        self.fill(Slot::Support, unsaid, out);
    }

    /// Who stands before the phrase of a noun at the head of a line without a verb: "Peru, Chile in trade pact".
    fn acts_in_line(&self, at: GroupId) -> Option<GroupId> {
        let preposition = self.noun(at)?.preposition?;
        let before = preposition.checked_sub(1)?;
        let named = |noun: &&NounGroup| (noun.named || noun.chain.is_some()) && !noun.time;
        let who = self.noun(before).filter(named)?;
        let first = who.chain.unwrap_or(before);
        let finite = |at: GroupId| self.verb(at).is_some_and(VerbGroup::finite);
        (first == 0 && self.groups.len() <= LINE && !(0..self.groups.len()).any(finite)).then_some(first)
    }

    /// Who does with a noun what a clause before says whose verb is left out: "Ford made a profit and GM a loss".
    fn acts_by_gap(&self, at: GroupId) -> Option<GroupId> {
        let free = |at: GroupId| {
            let noun = self.noun(at)?;
            (!noun.time && noun.verb.is_none() && noun.preposition.is_none()).then_some(noun)
        };
        let (who, mark) = (at.checked_sub(1)?, at.checked_sub(2)?);
        let apart = matches!(
            self.groups[mark].kind,
            GroupKind::Conjunction(_) | GroupKind::Comma | GroupKind::Stop
        );
        free(at).filter(|noun| apart && !noun.bare && !noun.named)?;
        free(who).filter(|noun| noun.named)?;
        let mut verbs = (0..mark).rev().take(GAP).filter_map(|at| self.verb(at));
        let whole = |verb: &VerbGroup| verb.finite() && verb.subject.is_some() && verb.object.is_some();
        verbs.any(whole).then_some(who)
    }

    /// The verb that a phrase with `to` belongs to, over one with `from`: "swung from a loss of $2m in 2023 to a profit".
    pub(crate) fn verb_over_source(&self, to: GroupId, words: &ClauseWords) -> Option<GroupId> {
        let hangs = |at: GroupId, word| matches!(self.groups.get(at).map(|group| &group.kind), Some(GroupKind::Preposition(found)) if *found == word);
        let mut preposition = to;
        for _ in 0..PHRASES {
            let before = preposition.checked_sub(1)?;
            preposition = self.noun(before)?.preposition.filter(|at| at + 1 == before)?;
            if hangs(preposition, words.from) {
                let verb = preposition.checked_sub(1).filter(|at| self.verb(*at).is_some());
                return verb.filter(|_| hangs(to, words.to));
            }
        }
        None
    }

    /// The noun that a figure at a group hangs on, which is what has it, over what there is so much for: "a rise of 11%",
    /// "earnings of 94 cents a share". The group itself if it is no such figure.
    pub(crate) fn bearer_of_figure(&self, at: GroupId, of: WordId) -> GroupId {
        let other = |at: GroupId| matches!(self.groups[at].kind, GroupKind::Other | GroupKind::Adverb(_));
        let figure = (at.saturating_sub(PIECE)..=at).rev().find(|at| !other(*at));
        let figure = figure.unwrap_or(at);
        let tied = self
            .noun(figure)
            .and_then(|noun| noun.preposition)
            .filter(|tied| matches!(self.groups[*tied].kind, GroupKind::Preposition(word) if word == of));
        tied.and_then(|tied| tied.checked_sub(1)).unwrap_or(figure)
    }

    /// Who does what the verb says of the noun that the trigger hangs on: "reports an 11% rise in sales", "a rise of 11% in
    /// sales was reported by Acme".
    fn reported(&self, before: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let head = self.bearer_of_figure(before, words.of);
        let Some(above) = self.noun(head).and_then(|_| self.governor(head)) else {
            return;
        };
        let Some(verb) = self.verb(above) else { return };
        if !verb.passive && self.stands_as(head, verb.object) {
            self.fill(Slot::Support, verb.subject, out);
        } else if verb.passive && self.stands_as(head, verb.subject) {
            let by = |at: &GroupId| matches!(self.groups[*at].kind, GroupKind::Preposition(word) if word == words.by);
            let by = (above + 1..verb.reach.min(self.groups.len())).find(by);
            self.fill(Slot::Support, by.map(|by| self.possessed(by + 1)), out);
        }
    }

    /// The subject of the clause that a phrase with `under` stands in.
    fn acts_under(&self, at: GroupId, words: &ClauseWords) -> Option<GroupId> {
        let preposition = self.noun(at)?.preposition?;
        if !matches!(self.groups[preposition].kind, GroupKind::Preposition(word) if word == words.under) {
            return None;
        }
        let main = |group: &GroupId| {
            self.verb(*group)
                .is_some_and(|verb| verb.finite() && !verb.relative)
        };
        let within = |group: &GroupId| !matches!(self.groups[*group].kind, GroupKind::Stop);
        let before = (0..preposition).rev().take(24).take_while(within).find(main);
        let verb = before.or_else(|| (at..self.groups.len()).take(24).take_while(within).find(main))?;
        self.verb(verb)?.subject
    }

    /// Whether a clause behind a noun tells who does it: "pointed to the duty on steel that Kenya may impose" is not done by
    /// whoever pointed to it.
    fn is_done_behind(&self, at: GroupId, governor: GroupId) -> bool {
        let verb = self.verb(governor).filter(|verb| verb.finite() && !verb.passive);
        verb.is_some_and(|verb| {
            let object = verb.object.filter(|object| *object < governor);
            let of_it =
                object.is_some_and(|object| object == at || self.describes_over(governor, object, at));
            let named = |subject: GroupId| self.noun(subject).is_some_and(|noun| noun.named);
            of_it && verb.subject.is_some_and(|subject| at < subject && named(subject))
        })
    }

    /// Who and what else belongs to the verb that governs the noun.
    fn governor_of(&self, at: GroupId, governor: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let Some(verb) = self.verb(governor) else { return };
        let over = |noun: Option<GroupId>| noun.is_some_and(|noun| self.describes_over(governor, noun, at));
        let is_subject = self.stands_as(at, verb.subject) || over(verb.subject.or(verb.parent));
        let is_object = self.stands_as(at, verb.object) || over(verb.object);
        if is_subject {
            self.fronted(at, words, out);
            // "saw its sales fall": who saw it.
            let seen = verb.parent.filter(|_| verb.finite());
            let seen = seen.and_then(|seen| self.verb(seen)?.subject);
            self.fill(Slot::Support, seen, out);
        }
        if is_object && !verb.passive {
            self.fill(Slot::Support, verb.subject, out);
        }
        if is_subject && !verb.passive {
            self.fill(Slot::Predicate, verb.object, out);
        }
        if is_object {
            self.companions(verb, governor, words, out);
            self.relative_phrase(verb, governor, out);
        }
        if is_subject || is_object {
            // "A bid by Acme was turned down by Bosch": whose it is is not who turns it down.
            let by = Slot::Preposition(words.by);
            let own = out.iter().any(|filling| filling.slot == by);
            let known = out.len();
            self.phrases(governor + 1, verb.reach, verb.passive, words, out);
            if own && verb.passive && is_subject {
                let mut at = 0;
                out.retain(|filling| {
                    at += 1;
                    at <= known || filling.slot != by
                });
            }
            if verb.passive {
                let by = |filling: &&Filling| filling.slot == Slot::Subject;
                let doers = out.iter().filter(by).map(|filling| Filling {
                    slot: Slot::Support,
                    ..*filling
                });
                let doers: Vec<_> = doers.collect();
                out.extend(doers);
            }
        }
    }

    /// Who does what the clause says that a noun stands in by a preposition: "she left during a meeting", "under a deal
    /// with Shell, Centrica will buy".
    fn bystander(&self, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let Some(noun) = self.noun(at) else { return };
        // "Analysts expect Nike to report a profit": so do those who have no name.
        let unnamed = |subject: &GroupId| self.noun(*subject).is_some_and(|noun| !noun.named);
        let held = (0..at).rev().take(HELD).find_map(|i| self.verb(i));
        let expects = held.filter(|verb| !verb.finite()).and_then(|verb| {
            let above = self.verb(verb.parent?)?;
            // "called for Nike to report a profit"
            let hangs = verb.subject.and_then(|subject| self.noun(subject)?.preposition);
            let led = hangs.is_some() && hangs == verb.parent.map(|parent| parent + 1);
            let made = led || above.object.is_some() && above.object == verb.subject && !above.passive;
            above.subject.filter(|_| made)
        });
        self.fill(Slot::Bystander, expects.filter(unnamed), out);
        let own = noun.verb.and_then(|verb| self.verb(verb));
        // "under an agreement that begins in May": a relative clause says more of it.
        let governs = |verb: &VerbGroup| verb.finite() && !verb.relative;
        if own.is_some_and(governs) || noun.preposition.is_none() {
            return;
        }
        // "was the only one to gain – with sales rising 8%": what goes with the clause is its subject's.
        let along = own.is_some_and(|verb| verb.form == VerbForm::Gerund);
        let reach = if along { ALONG } else { 6 };
        let near = |at: GroupId| (0..at).rev().take(reach).find_map(|i| self.verb(i));
        let far = || held.filter(|verb| !verb.passive && verb.subject.as_ref().is_some_and(unnamed));
        let before = near(at).or_else(far);
        let opens = || {
            noun.preposition
                .is_some_and(|preposition| self.opens(preposition))
        };
        let after = || {
            let behind = at + 1..self.groups.len().min(at + FRONTED);
            behind.filter_map(|i| self.verb(i)).find(|verb| verb.finite())
        };
        let whole = noun.preposition.is_some_and(
            |at| matches!(self.groups[at].kind, GroupKind::Preposition(word) if word == words.of),
        );
        let subject = match before {
            Some(verb) => verb.subject.filter(|_| !verb.passive),
            // "Of exports of 900 tonnes, Oman took 600": the part is not whose the whole is.
            None if opens() && !whole => after()
                .filter(|verb| !verb.passive && !verb.relative)
                .and_then(|verb| verb.subject)
                .filter(|subject| *subject > at),
            None => None,
        };
        self.fill(Slot::Bystander, subject, out);
        // "With sales up 12%, Acme will hire": they are its own.
        let with = noun.preposition.filter(
            |with| matches!(self.groups[*with].kind, GroupKind::Preposition(word) if word == words.with),
        );
        let own = with.filter(|_| before.is_none()).and(subject);
        self.fill(Slot::Support, own, out);
    }

    /// The verb that a phrase with `with` belongs to, over the phrases between: "ended in the black in May with a profit".
    fn goes_with(&self, preposition: GroupId, words: &ClauseWords) -> Option<&VerbGroup> {
        let with =
            matches!(self.groups[preposition].kind, GroupKind::Preposition(word) if word == words.with);
        let mut before = preposition.checked_sub(1).filter(|_| with)?;
        for _ in 0..PHRASES {
            // "closed the year on a high note with a profit": between them nothing but phrases and an object stand.
            let first = match self.noun(before)?.preposition {
                Some(phrase) => Some(phrase).filter(|_| phrase + 1 == before)?,
                None => before,
            };
            before = first.checked_sub(1)?;
            if let Some(verb) = self.verb(before) {
                return verb.finite().then_some(verb);
            }
        }
        None
    }

    /// Where it is, told in front: "At Krantz Inc., sales rose".
    fn fronted(&self, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        let comma = at
            .checked_sub(1)
            .filter(|comma| matches!(self.groups[*comma].kind, GroupKind::Comma));
        let named = comma.and_then(|comma| comma.checked_sub(1));
        let preposition = named.and_then(|named| self.noun(named)?.preposition);
        let opens = |preposition: &GroupId| {
            matches!(self.groups[*preposition].kind, GroupKind::Preposition(word) if word == words.at)
                && self.opens(*preposition)
        };
        if let (Some(_), Some(named)) = (preposition.filter(opens), named) {
            self.fill(Slot::Preposition(words.at), named, out);
        }
    }

    /// Who says it: "the ministry said the tax would go", "the tax would go, the ministry said", "according to the ministry".
    pub(super) fn source(&self, at: GroupId, words: &ClauseWords, out: &mut Vec<Filling>) {
        // Nobody says anything in most sentences.
        if self.said.is_empty() && self.vouched.is_empty() {
            return;
        }
        let near = |verb: GroupId| {
            let between = verb.min(at)..verb.max(at);
            let parted = || {
                let mut groups = self.groups[between.clone()].iter();
                groups.any(|group| matches!(group.kind, GroupKind::Stop))
            };
            between.len() <= SOURCE && !parted()
        };
        let said = self.said.iter().copied();
        let mut told = said.filter_map(|verb| Some((verb, self.verb(verb)?.subject?)));
        let mut before = told.clone().rev();
        let found = before
            .find(|(verb, subject)| *verb < at && *subject < at && near(*verb))
            .or_else(|| told.find(|(verb, subject)| *verb > at && *subject > at && near(*verb)));
        let found = found.map(|(_, subject)| subject);
        // "the tax would go, according to the ministry"
        let mut vouched = self.vouched.iter().copied();
        let source = found.or_else(|| vouched.find(|noun| near(*noun)));
        self.fill(Slot::Source, source.map(|source| self.author(source, words)), out);
    }

    /// Whether what is told rests on a noun: the phrases behind it are its own.
    pub(super) fn is_voucher(&self, at: GroupId) -> bool {
        self.vouched.contains(&at)
    }

    /// Whether a noun begins a clause behind a comma: "output fell, figures of the ministry showed".
    pub(super) fn begins_apart(&self, at: GroupId) -> bool {
        let parted = at
            .checked_sub(1)
            .is_some_and(|comma| matches!(self.groups[comma].kind, GroupKind::Comma));
        let verb = self
            .noun(at)
            .filter(|_| parted)
            .and_then(|noun| self.verb(noun.verb?));
        verb.is_some_and(|verb| verb.finite() && !verb.relative)
    }

    /// Whose the figures are that somebody goes by: "according to figures from the ministry", "data of the ministry showed".
    fn author(&self, source: GroupId, words: &ClauseWords) -> GroupId {
        let named = |at: GroupId| self.noun(at).is_some_and(|noun| noun.named);
        let of = |word: WordId| [words.of, words.from, words.by].contains(&word);
        let hangs = matches!(self.groups.get(source + 1).map(|group| &group.kind), Some(GroupKind::Preposition(word)) if of(*word));
        if hangs && !named(source) && named(source + 2) {
            source + 2
        } else {
            source
        }
    }

    /// Whether nothing stands before a group in its sentence.
    fn opens(&self, at: GroupId) -> bool {
        let before = at.checked_sub(1).map(|before| &self.groups[before].kind);
        matches!(before, None | Some(GroupKind::Stop | GroupKind::Adverb(_)))
    }

    /// Where, up to `end`, another noun is joined to the one at `at` that has a phrase and an owner of its own: "Ford's
    /// purchase of Bosch and Fiat's sale of Jeep".
    fn before_another(&self, at: GroupId, end: GroupId, words: &ClauseWords) -> GroupId {
        let of = |at: GroupId| matches!(self.groups.get(at).map(|group| &group.kind), Some(GroupKind::Preposition(word)) if *word == words.of);
        let another = |joint: &GroupId| {
            let owner = joint + 1;
            let owned = self.possessed(owner);
            matches!(self.groups[*joint].kind, GroupKind::Conjunction(_))
                && owned != owner
                && of(owned + 1)
                && self.noun(owned).is_some_and(|noun| noun.chain.is_none())
        };
        (at + 1..end).find(another).unwrap_or(end)
    }

    /// Where the phrases that hang on a noun end: at the next verb or clause.
    fn noun_reach(&self, at: GroupId) -> GroupId {
        (at + 1..self.groups.len())
            .find(|i| {
                matches!(
                    self.groups[*i].kind,
                    GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Subordinator(_) | GroupKind::Relative
                )
            })
            .unwrap_or(self.groups.len())
    }
}
