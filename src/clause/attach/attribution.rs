//! Who said it, told behind the words: `…, an official of the body clarified.`, `…,” Sheikh Ahmed said.`

use super::{Attach, FAR};
use crate::clause::group::{GroupKind, VerbForm};
use crate::clause::GroupId;
use crate::lexicon::Tag;

/// How many groups a description of the speaker holds at most.
const ASIDE: usize = 10;

/// A subject and its verb of saying behind what is said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribution {
    /// The comma or quotation mark before the subject, which nothing is joined across.
    pub(super) mark: GroupId,
    pub(super) subject: GroupId,
    pub(super) verb: GroupId,
}

impl Attach<'_, '_> {
    /// Finds the attributions of a sentence.
    pub(super) fn attributions(&mut self) {
        for at in self.kinds.verbs.iter().copied() {
            if self.so_says(at) {
                if let Some(verb) = self.verb_mut(at).filter(|verb| verb.form == VerbForm::Participle) {
                    verb.form = VerbForm::Past;
                    verb.passive = false;
                }
                continue;
            }
            let Some(verb) = self.verb(at) else { continue };
            // "…, Ann Roe later confirmed"
            let before = self.groups[at].first as usize..verb.head as usize;
            let alone = before
                .into_iter()
                .all(|token| self.reading.tag(token) == Tag::Adverb);
            let bare = verb.form == VerbForm::Participle && alone;
            let says = verb.says;
            if !(says || verb.finite() && self.turns_out(at)) || !(verb.finite() || bare) {
                continue;
            }
            if let Some(found) = self.attribution(at).filter(|_| says || self.parenthetical(at)) {
                self.attributions.push(found);
                if let Some(verb) = self.verb_mut(at).filter(|_| bare) {
                    verb.form = VerbForm::Past;
                    verb.passive = false;
                }
            }
        }
    }

    fn attribution(&self, at: GroupId) -> Option<Attribution> {
        let mut first = at;
        let mut subject = None;
        let (mut bracket, mut settled) = (false, false);
        let described = self.described(at);
        let mut aside = described;
        for group in (at.saturating_sub(FAR)..at).rev() {
            match &self.groups[group].kind {
                // "…, the Rice Board (RB) said": what stands in brackets is passed over.
                GroupKind::Close => bracket = true,
                // "the Rice Board (RB) head Mary Robinson said"
                GroupKind::Open if bracket => {
                    bracket = false;
                    settled = subject.is_some();
                }
                GroupKind::Stop => break,
                _ if bracket => {}
                // "…, Mary Robinson, head of the board, told reporters": so is what describes the speaker.
                GroupKind::Comma if group + 1 == at && aside.is_some() => {}
                _ if aside.is_some_and(|comma| group > comma) => {}
                GroupKind::Comma if aside == Some(group) => aside = None,
                GroupKind::Noun(noun) if noun.time => {}
                GroupKind::Noun(noun) => {
                    // The first noun that is neither in a phrase nor a possessor.
                    let inner = noun.preposition.is_some();
                    let owner = self
                        .noun(group + 2)
                        .is_some_and(|owned| owned.possessor == Some(group));
                    if !inner && !owner && !settled {
                        subject = Some(group);
                    }
                }
                GroupKind::Preposition(_) | GroupKind::Adverb(_) | GroupKind::Adjective => {}
                // "…, the maker of vans and trucks said": what is joined within the phrase speaks for nobody.
                GroupKind::Conjunction(_) if subject == Some(group + 1) && self.joins_within(group) => {
                    subject = None;
                }
                GroupKind::Other if self.noun(group + 1).is_some_and(|noun| noun.possessor.is_some()) => {}
                _ => break,
            }
            first = group;
        }
        let mut mark = first.checked_sub(1)?;
        // "its chief, Mary Robinson, said": the name speaks.
        let name = described.map(|comma| comma + 1);
        let name = name.filter(|name| self.noun(*name).is_some_and(|noun| noun.named));
        let mut subject = name.or(subject).filter(|_| first < at)?;
        // "…,” Ann Roe, chair of Acme said": no comma closes her office.
        if let Some(person) = self.holder_before(mark, subject) {
            subject = person;
            mark = person.checked_sub(1)?;
        }
        let said = self.groups[..mark]
            .iter()
            .rev()
            .take(FAR)
            .take_while(|group| !matches!(group.kind, GroupKind::Stop))
            .any(|group| matches!(&group.kind, GroupKind::Verb(verb) if verb.finite()));
        let behind = match self.kind(mark)? {
            GroupKind::Quote => self.closes(mark),
            GroupKind::Comma if mark > 0 && matches!(self.kind(mark - 1), Some(GroupKind::Quote)) => {
                self.closes(mark - 1)
            }
            GroupKind::Comma => (said || self.parenthetical(at)) && self.ends_clause(at),
            _ => false,
        };
        behind.then_some(Attribution {
            mark,
            subject,
            verb: at,
        })
    }

    /// Whether the verb of what is said follows behind a comma, or what may yet turn out to be it: "the plant, he added,
    /// would open".
    fn parenthetical(&self, at: GroupId) -> bool {
        let mut close = self.skip(at + 1);
        if self.noun(close).is_some_and(|noun| noun.time) {
            close = self.skip(close + 1);
        }
        close = self.over_phrases(close);
        let verb = self.verb(self.skip(close + 1));
        self.is_comma(close) && verb.is_some_and(|verb| verb.finite() || verb.form == VerbForm::Participle)
    }

    /// Whether `it` and a verb stand behind a comma: "the plant, it emerged on Monday, has".
    fn turns_out(&self, at: GroupId) -> bool {
        at >= 3
            && self.is_comma(at - 2)
            && self.noun(at - 1).is_some_and(|noun| noun.pronoun)
            && self.reading.is(self.groups[at - 1].first as usize, "it")
            && self.noun(at - 3).is_some()
    }

    /// The comma before the description that commas part from a speaker and the verb at `at`.
    fn described(&self, at: GroupId) -> Option<GroupId> {
        let comma = |group: &GroupId| matches!(self.groups[*group].kind, GroupKind::Comma);
        let close = at.checked_sub(1).filter(comma)?;
        let phrases = (close.saturating_sub(ASIDE)..close).rev();
        let open = phrases
            .take_while(|group| {
                !matches!(
                    self.groups[*group].kind,
                    GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Quote | GroupKind::Subordinator(_)
                )
            })
            .find(comma)?;
        let open = self.office_before(open).unwrap_or(open);
        let (speaker, described) = (self.noun(open.checked_sub(1)?)?, self.noun(open + 1)?);
        let one = speaker.named != described.named && !described.time && !speaker.time;
        (one && speaker.preposition.is_none()).then_some(open)
    }

    /// Who has the office at `office`, named before the comma at `mark` behind another mark.
    fn holder_before(&self, mark: GroupId, office: GroupId) -> Option<GroupId> {
        let person = mark.checked_sub(1).filter(|_| self.is_comma(mark))?;
        let noun = self.noun(person)?;
        let named = noun.named && !noun.place && !noun.time && noun.preposition.is_none();
        let before = self.kind(person.checked_sub(1)?)?;
        let parted = matches!(before, GroupKind::Comma | GroupKind::Quote);
        let bare = self
            .noun(office)
            .is_some_and(|office| !office.named && office.bare);
        (named && parted && bare && office == mark + 1 && self.is_title(office)).then_some(person)
    }

    /// Whether a conjunction joins two bare nouns behind `of`.
    fn joins_within(&self, joint: GroupId) -> bool {
        let bare = |at: GroupId| {
            self.noun(at)
                .filter(|noun| noun.bare && !noun.named && !noun.time && !noun.pronoun)
        };
        let of = |at: GroupId| matches!(self.kind(at), Some(GroupKind::Preposition(word)) if *word == self.words.of);
        let first = joint.checked_sub(1).and_then(bare);
        bare(joint + 1).is_some() && first.and_then(|noun| noun.preposition).is_some_and(of)
    }

    /// The comma behind a name, before the office that a comma parts from whose it is: "Ann Roe, managing director, Acme, said".
    pub(super) fn office_before(&self, comma: GroupId) -> Option<GroupId> {
        let firm = self.noun(comma + 1)?;
        let named = firm.named && !firm.time && !firm.place && firm.preposition.is_none();
        let within = |at: &GroupId| {
            matches!(
                self.groups[*at].kind,
                GroupKind::Noun(_)
                    | GroupKind::Preposition(_)
                    | GroupKind::Conjunction(_)
                    | GroupKind::Adjective
            )
        };
        let open = (comma.saturating_sub(ASIDE)..comma)
            .rev()
            .find(|at| !within(at))?;
        let person = self.noun(open.checked_sub(1)?)?;
        let held = person.named && !person.time && !person.place && person.preposition.is_none();
        let office = self.noun(open + 1).is_some_and(|noun| !noun.time);
        (named && held && office && self.is_comma(open) && self.is_title(open + 1)).then_some(open)
    }

    /// Whether nothing but a time or a place stands between a verb and the end of its clause.
    fn ends_clause(&self, at: GroupId) -> bool {
        let mut next = self.skip(at + 1);
        if self.noun(next).is_some_and(|noun| noun.time) {
            next = self.skip(next + 1);
        }
        next = self.over_phrases(next);
        match self.kind(next) {
            None | Some(GroupKind::Comma | GroupKind::Quote | GroupKind::Close | GroupKind::Stop) => true,
            Some(GroupKind::Other) => true,
            // "…, he told reporters."
            Some(GroupKind::Noun(_)) => {
                let end = self.over_phrases(self.skip(next + 1));
                matches!(
                    self.kind(end),
                    None | Some(GroupKind::Other | GroupKind::Stop | GroupKind::Quote)
                ) && end + 2 >= self.groups.len()
            }
            _ => false,
        }
    }

    /// Whether a quotation mark closes what it stands around.
    pub(super) fn closes(&self, mark: GroupId) -> bool {
        let token = self.groups[mark].first as usize;
        self.reading
            .quotation(token)
            .is_none_or(|quotation| quotation.first as usize != token)
    }

    /// Whether an attribution's mark, or a quotation's end behind a comma, parts `at` from what stands behind it.
    pub(super) fn parts(&self, comma: GroupId) -> bool {
        let quoted = |mark| matches!(self.kind(mark), Some(GroupKind::Quote)) && self.closes(mark);
        quoted(comma + 1)
            || self
                .attributions
                .binary_search_by_key(&comma, |found| found.mark)
                .is_ok()
    }

    /// The subject of a verb of saying that stands behind what is said.
    pub(super) fn attributed(&self, verb: GroupId) -> Option<GroupId> {
        Some(self.attribution_of(verb)?.subject)
    }

    /// The attribution that a verb of saying stands in.
    pub(super) fn attribution_of(&self, verb: GroupId) -> Option<Attribution> {
        // They stand in the order of the text.
        let found = self.attributions.binary_search_by_key(&verb, |found| found.verb);
        Some(self.attributions[found.ok()?])
    }
}
