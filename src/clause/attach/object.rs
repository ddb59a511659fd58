//! What is done to.

use super::Attach;
use crate::clause::group::{GroupKind, NounGroup, VerbForm, VerbGroup};
use crate::clause::GroupId;
use crate::lexicon::{Tag, WordId};

impl Attach<'_, '_> {
    pub(super) fn object(&mut self, at: GroupId) {
        let Some(verb) = self.verb(at) else { return };
        if verb.subject.is_some_and(|subject| subject > at) {
            return;
        }
        if let Some(object) = self.object_behind_of(at) {
            if let Some(verb) = self.verb_mut(at) {
                verb.object = Some(object);
            }
            return self.govern(object, at);
        }
        let first = self.over_what_parts(at + 1);
        if self.noun(first).is_none_or(|noun| noun.time) {
            let known = self.relative_object(at);
            if let Some(verb) = self.verb_mut(at) {
                verb.object = known;
            }
            return;
        }
        let (next, last) = self.owned(first);
        let after = self.over_phrases(self.skip(last + 1));
        if self.says(at) && self.finite_behind_aside(after) {
            return;
        }
        if self.begins_clause(at, next, after) {
            // "the order that Emirates gave Boeing last year was": what is given stands before the clause.
            let known = self
                .relative_object(at)
                .filter(|_| self.verb(at).is_some_and(|verb| !verb.says));
            if let Some(verb) = self.verb_mut(at) {
                verb.object = known;
            }
            return;
        }
        let next = self.over_brackets(next);
        let thing = self.given(at, next);
        let object = thing.unwrap_or(next);
        if let Some(verb) = self.verb_mut(at) {
            verb.object = Some(object);
            verb.recipient = thing.map(|_| next);
        }
        self.govern(object, at);
        self.split_particle(at, object);
    }

    /// What `of` tells is done to where a gerund stands for the deed: "the scrapping of the levy", "Kenya's axing of rules".
    fn object_behind_of(&self, at: GroupId) -> Option<GroupId> {
        let verb = self.verb(at).filter(|verb| verb.form == VerbForm::Gerund)?;
        let first = self.groups[at].first as usize;
        let before = first.checked_sub(1).map(|before| self.reading.tag(before));
        let deed = matches!(before, Some(Tag::Determiner | Tag::Possessive | Tag::Genitive));
        let of = matches!(self.kind(at + 1), Some(GroupKind::Preposition(word)) if *word == self.words.of);
        let object = self.noun(at + 2).filter(|noun| !noun.time && !noun.pronoun);
        (deed && of && first == verb.head as usize && object.is_some()).then_some(at + 2)
    }

    /// Where the object may begin, over adverbs, times and phrases before it.
    fn over_what_parts(&self, first: GroupId) -> GroupId {
        let mut next = first;
        for _ in 0..4 {
            match self.kind(next) {
                Some(GroupKind::Adverb(_) | GroupKind::Adjective | GroupKind::Quote) => next += 1,
                Some(GroupKind::Noun(noun)) if noun.time && self.noun(next + 1).is_some() => next += 1,
                // "approved next year's budget"
                Some(GroupKind::Noun(noun)) if noun.time && self.owns(next) => next += 2,
                _ => break,
            }
        }
        if let Some(behind) = self.over_commas(next) {
            return behind;
        }
        let Some(GroupKind::Preposition(word)) = self.kind(next) else {
            return next;
        };
        // "doubled to 20% the duty on paper"
        let figure = self
            .noun(next + 1)
            .is_some_and(|noun| noun.named && !noun.time && !noun.place);
        let behind = self
            .noun(next + 2)
            .is_some_and(|noun| noun.preposition.is_none() && !noun.bare && !noun.named && !noun.pronoun);
        // "put into operation a cracker", "signed on Monday a contract"
        let time = self.noun(next + 1).is_some_and(|noun| noun.time);
        let short = self.noun(next + 1).is_some_and(|noun| {
            let group = &self.groups[next + 1];
            !noun.named && !noun.pronoun && group.end == group.first + 1
        });
        // "bought on Monday Mercer Labs", "shipped in May 300 buses"
        let any = self
            .noun(next + 2)
            .is_some_and(|noun| noun.preposition.is_none() && !noun.time && !noun.pronoun);
        if *word == self.words.to && figure && behind && self.is_figure(next + 1)
            || short && behind
            || time && any
        {
            return next + 2;
        }
        self.over_names(next).unwrap_or(next)
    }

    /// The object behind phrases between commas: "rejected, by 40 votes to 31, a bill", "signed, on Monday, a contract".
    fn over_commas(&self, comma: GroupId) -> Option<GroupId> {
        const LONG: usize = 9;
        if !self.is_comma(comma) || !matches!(self.kind(comma + 1), Some(GroupKind::Preposition(_))) {
            return None;
        }
        let phrase = |at: &GroupId| {
            matches!(
                self.kind(*at),
                Some(GroupKind::Preposition(_) | GroupKind::Adverb(_) | GroupKind::Noun(_))
            )
        };
        let close = (comma + 2..comma + LONG).find(|at| !phrase(at))?;
        let determined = |noun: &NounGroup| {
            !noun.bare && !noun.named && !noun.pronoun && !noun.time && noun.preposition.is_none()
        };
        (self.is_comma(close) && self.noun(close + 1).is_some_and(determined)).then_some(close + 1)
    }

    /// Whether a genitive ties the noun group at `at` to the next one.
    fn owns(&self, at: GroupId) -> bool {
        self.noun(at + 2).is_some_and(|owned| owned.possessor == Some(at))
    }

    /// The object that begins with a noun group: what that possesses, behind a reflexive. And the last that is joined to it.
    fn owned(&self, first: GroupId) -> (GroupId, GroupId) {
        let mut next = first;
        let mut last = next;
        while let Some(after) = self.noun(last).and_then(|noun| noun.next) {
            last = after;
        }
        // "has set itself a goal"
        if last == next && self.is_reflexive(next) && self.noun(next + 1).is_some_and(|noun| !noun.time) {
            next += 1;
            last = next;
        }
        // A possessor stands before what it possesses.
        while let Some(owned) = [last + 2, last + 4]
            .into_iter()
            .find(|owned| self.noun(*owned).is_some_and(|noun| noun.possessor == Some(last)))
        {
            last = owned;
            next = last;
        }
        (next, last)
    }

    /// Whether the noun group behind a verb is the subject of a clause of its own.
    fn begins_clause(&self, at: GroupId, next: GroupId, after: GroupId) -> bool {
        self.finite_at(after)
            && (self.says(at) || !self.closes_phrase(after))
            && !matches!(
                self.kind(after.saturating_sub(1)),
                Some(GroupKind::Comma | GroupKind::Conjunction(_))
            )
            && !self.describes(at)
            && !self.tells_purpose(at)
            && !self.describes_opener(at)
            && self.contact_opener(at).is_none()
            && self.completed(at, Some(next)).is_none()
    }

    /// Whether the noun before a verb stands behind a preposition that begins clauses as well: "rebuilt it after the first failed".
    fn closes_phrase(&self, verb: GroupId) -> bool {
        let on = verb.checked_sub(1).and_then(|noun| {
            let on = self.noun(noun)?.preposition?;
            (on + 1 == noun).then_some(on)
        });
        on.is_some_and(|on| self.subordinates(on))
    }

    /// "a New Energy Vehicle (NEV) levy"
    fn over_brackets(&self, next: GroupId) -> GroupId {
        let behind = next + 4;
        let brackets = matches!(self.kind(next + 1), Some(GroupKind::Open))
            && matches!(self.kind(next + 3), Some(GroupKind::Close));
        let goes_on = |noun: &NounGroup| !noun.named && !noun.time && !noun.pronoun && noun.bare;
        if brackets && self.noun(behind).is_some_and(goes_on) {
            behind
        } else {
            next
        }
    }

    /// The object behind phrases with names and times: "opened in Spain on Monday a third plant", "signed with Egypt a
    /// contract".
    fn over_names(&self, phrase: GroupId) -> Option<GroupId> {
        let mut behind = phrase;
        for _ in 0..3 {
            let within = matches!(self.kind(behind), Some(GroupKind::Preposition(_)));
            let named = |noun: &NounGroup| (noun.named || noun.time) && noun.next.is_none();
            if !within || !self.noun(behind + 1).is_some_and(named) || self.is_figure(behind + 1) {
                break;
            }
            behind += 2;
        }
        let determined = |noun: &NounGroup| {
            !noun.bare && !noun.named && !noun.pronoun && !noun.time && noun.preposition.is_none()
        };
        (behind > phrase && self.noun(behind).is_some_and(determined)).then_some(behind)
    }

    /// The noun that tells what a verb and the object right behind it say, and that the verb behind those goes with: "news
    /// that Ford shut a mill sent shares lower".
    pub(super) fn completed(&self, at: GroupId, object: Option<GroupId>) -> Option<GroupId> {
        let verb = self.verb(at).filter(|verb| verb.finite() && !verb.says)?;
        let common = self
            .noun(object.or(verb.object)?)
            .is_some_and(|noun| !noun.named && !noun.pronoun);
        self.told_by_noun(at)
            .filter(|noun| common && verb.object != Some(*noun))
    }

    /// What goes to whoever stands between the verb and it: "sold Kenya 40 buses".
    fn given(&self, at: GroupId, first: GroupId) -> Option<GroupId> {
        let gives = |verb: &VerbGroup| !verb.passive && self.words.gives.contains(verb.lemma);
        let who = self.noun(first).filter(|_| self.verb(at).is_some_and(gives))?;
        // "gave Siemens of Germany an order"
        let of = matches!(self.kind(first + 1), Some(GroupKind::Preposition(word)) if *word == self.words.of);
        let tied = of
            && self
                .noun(first + 2)
                .is_some_and(|home| home.place && home.next.is_none());
        let given = first + if tied { 3 } else { 1 };
        let thing = self.noun(given)?;
        let goods = thing.preposition.is_none()
            && !thing.time
            && !thing.pronoun
            && (!thing.named || self.has_figure(given));
        let receives = (who.named || who.pronoun || !who.bare) && !self.has_figure(first);
        (goods && receives && who.next.is_none() && !self.finite_at(self.skip(given + 1))).then_some(given)
    }

    /// Whether a figure stands in a noun group.
    pub(super) fn has_figure(&self, at: GroupId) -> bool {
        let group = &self.groups[at];
        (group.first..group.end).any(|token| self.reading.tag(token as usize) == Tag::Number)
    }

    /// Whether a group is a figure and nothing that it counts: "8,810", "300 tonnes".
    pub(super) fn is_figure_alone(&self, at: GroupId) -> bool {
        let last = self.groups[at].end as usize - 1;
        let noun = self.noun(at).filter(|noun| !noun.time && !noun.pronoun);
        let alone = noun.is_some_and(|noun| noun.named || self.reading.tag(last) == Tag::Number);
        alone && self.has_figure(at)
    }

    /// Whether a figure and a name or noun are no two of a kind: "came first on 8,810, Ford second", "yielded 4 tonnes and oats
    /// 3 tonnes", "rose by 3% and output of steel by 4%", "30 tonnes to Peru and 40 tonnes to Chile".
    pub(super) fn parts_figure(&self, one: GroupId, other: GroupId) -> bool {
        let named = |at: GroupId| self.noun(at).is_some_and(|noun| noun.named && !noun.time);
        let back = named(one) && !self.has_figure(one) && self.is_figure_alone(other);
        back || self.figure_before(one, other)
    }

    /// Whether the noun or name behind a figure alone begins what has no verb.
    fn figure_before(&self, figure: GroupId, name: GroupId) -> bool {
        let own = || {
            let over = |at: GroupId, words: &[WordId]| {
                let found =
                    matches!(self.kind(at), Some(GroupKind::Preposition(word)) if words.contains(word));
                at + usize::from(found)
            };
            // What it is of stands between.
            let next = match over(name + 1, &[self.words.of]) {
                // "a profit of $3m and revenue of $40m"
                of if of > name + 1 && of < self.groups.len() && self.is_figure_alone(of) => return true,
                of if of > name + 1 && self.noun(of).is_some() => of + 1,
                _ => name + 1,
            };
            let figure = over(next, &[self.words.by, self.words.to]);
            figure < self.groups.len() && self.is_figure_alone(figure)
        };
        self.noun(name)
            .is_some_and(|noun| noun.named || !noun.time && own())
            && !self.has_figure(name)
            && self.is_figure_alone(figure)
    }

    /// Whether a phrase can have ended before a group.
    fn phrase_ends(&self, at: GroupId) -> bool {
        match self.kind(at) {
            None | Some(GroupKind::Preposition(_) | GroupKind::Comma | GroupKind::Conjunction(_)) => true,
            Some(GroupKind::Stop | GroupKind::Subordinator(_)) => true,
            Some(GroupKind::Other) => at + 1 == self.groups.len(),
            _ => false,
        }
    }

    /// A particle behind the object is the verb's: "called 300 cars back", "brought cattle in from Brazil".
    fn split_particle(&mut self, at: GroupId, object: GroupId) {
        let behind = self.over_phrases(object + 1);
        let (word, alone) = match self.kind(behind) {
            // A preposition has a noun, a gerund or a name in quotes or brackets behind it.
            Some(GroupKind::Preposition(word)) => (*word, self.phrase_ends(behind + 1)),
            Some(GroupKind::Adverb(word)) => (*word, true),
            _ => return,
        };
        // "threw 300 people out of work": with the next word it makes one preposition.
        let compound = self.words.compound.contains(word);
        if !alone || compound || !self.reading.lexicon.word(word).tags.has(Tag::Particle) {
            return;
        }
        let Some(verb) = self.verb_mut(at).filter(|verb| verb.particle.is_none()) else {
            return;
        };
        verb.particle = Some(word);
        self.groups[behind].kind = GroupKind::Adverb(word);
    }

    /// Whether somebody says something.
    pub(super) fn says(&self, at: GroupId) -> bool {
        self.verb(at)
            .is_some_and(|verb| verb.finite() && !verb.passive && verb.says)
    }

    /// Whether a noun group is a figure: "20%", "$5 billion".
    pub(super) fn is_figure(&self, at: GroupId) -> bool {
        let first = self.groups[at].first as usize;
        matches!(self.reading.tag(first), Tag::Number) || self.reading.tokens[first].first.is_ascii_digit()
    }

    /// Whether a pronoun means the subject itself.
    fn is_reflexive(&self, at: GroupId) -> bool {
        self.noun(at).is_some_and(|noun| noun.pronoun)
            && self
                .words
                .reflexives
                .contains(self.reading.ids[self.groups[at].first as usize])
    }

    /// Whether a gerund describes the noun right before it: "a plant making tyres will open".
    pub(super) fn describes(&self, at: GroupId) -> bool {
        let gerund = self.verb(at).filter(|verb| verb.form == VerbForm::Gerund);
        gerund.is_some_and(|verb| verb.subject.is_some_and(|subject| subject + 1 == at))
    }

    /// "designed, built and shipped 12 trains": the last verb's object is that of all.
    pub(super) fn shared_objects(&mut self) {
        for at in self.kinds.verbs.iter().rev().copied() {
            let Some(verb) = self.verb(at) else { continue };
            if verb.object.is_some() || verb.passive {
                continue;
            }
            let (form, subject) = (verb.form, verb.subject);
            let mut next = at + 1;
            while matches!(
                self.kind(next),
                Some(GroupKind::Comma | GroupKind::Conjunction(_) | GroupKind::Adverb(_))
            ) {
                next += 1;
            }
            let joined = next > at + 1;
            if let Some(other) = self.verb(next).filter(|_| joined) {
                if other.subject == subject && other.form == form && !other.passive {
                    let object = other.object;
                    if let Some(verb) = self.verb_mut(at) {
                        verb.object = object;
                    }
                }
            }
        }
    }
}
