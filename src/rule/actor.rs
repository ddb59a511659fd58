//! Who acts where a sentence names nobody in that role: whom its clauses before are about, whose side the person is on who
//! speaks, whom the sentences before are about. "Acme is to close its plant in Lima; 300 jobs will go" cuts Acme's jobs.

use super::apply::Applier;
use rustc_hash::FxHashMap;

use super::fill::takes;
use super::filler::Filler;
use super::standing::{governs, hangs, is_body, is_told};
use super::{Actor, Rule};
use crate::clause::{Filling, Group, GroupId, GroupKind, NounGroup, Slot, VerbGroup};
use crate::lexicon::Tag;
use crate::mention::{organisation, EntityId, Kind, Mention, Value};
use crate::token::Sentence;

/// How many tokens before or behind a person's name tell whom she works for.
const OFFICE: usize = 10;
/// How often an article names the organisation that it is about, and twice as often as any other.
const OFTEN: usize = 2;
/// How many groups a phrase in front may have.
const FRONT: usize = 16;
/// In how many mentions before it a person's office is looked for.
const NAMED: usize = 64;

/// Somebody whom a sentence is about.
enum Subject<'a, 'x> {
    Organisation(&'a Mention<'x>),
    /// Somebody else acts or speaks.
    Other,
    /// A person of whom nothing else is known.
    Somebody,
    Nobody,
}

impl<'x> Applier<'_, 'x> {
    /// Who acts, if the sentence names nobody in that role, and the role.
    pub(super) fn act(
        &self,
        at: GroupId,
        rule: &Rule,
        sentence: usize,
        roles: &[(usize, Filler<'x>)],
    ) -> Option<(usize, Filler<'x>)> {
        let Actor { role, near } = self.rules.events[rule.event].actor?;
        let kinds = &self.rules.events[rule.event].roles[role].kinds;
        let told = rule.omits.contains(&role) || roles.iter().any(|(found, _)| *found == role);
        let open = !told && takes(kinds, Kind::Organisation);
        if !open {
            return None;
        }
        if let Some(acts) = self.acts(roles) {
            return self.nameless(acts).map(|firm| (role, firm));
        }
        // "Acme: 300 jobs to go"
        if let Some(label) = self.whose_line(rule, role) {
            return Some((role, label));
        }
        // A list at the head of a press release
        if let Some(company) = self.whose_item(at, sentence) {
            return Some((role, company));
        }
        // "the price of its drill"
        let own = self
            .fillings()
            .iter()
            .any(|filling| self.clauses.noun(filling.group).is_some_and(|noun| noun.own));
        let near = near && !own || self.is_of_several();
        let told = self.subject_fills(at, roles);
        let mention = self.actor(at, sentence, near, takes(kinds, Kind::Person), told)?;
        let filler = Filler {
            inherited: self.reading.sentence_of(mention.first as usize) != sentence,
            ..self.of_mention(mention, "subject")
        };
        Some((role, filler))
    }

    /// Whoever acts whom the role does not take: "a French retailer will open a shop".
    fn acts(&self, roles: &[(usize, Filler<'x>)]) -> Option<Filling> {
        let by = Slot::Preposition(self.rules.words.by);
        let acts = |filling: &&Filling| {
            let agent = matches!(
                filling.slot,
                Slot::Subject | Slot::Support | Slot::Possessive | Slot::Bystander
            ) || filling.slot == by;
            // "Her duties pass to Ann Roe": what has no object need not act.
            let acts = filling.slot != Slot::Subject
                || self.fillings().iter().any(|other| other.slot == Slot::Object);
            if !agent || !acts {
                return false;
            }
            let Some(noun) = self.clauses.noun(filling.group) else {
                return false;
            };
            let group = &self.clauses.groups[filling.group];
            let span = self.reading.span(group.first as usize..group.end as usize);
            // "Ann Roe, the finance director, will lead": what says who she is acts with her.
            let beside = noun.apposition.map(|beside| &self.clauses.groups[beside]);
            let beside = beside.map(|group| self.reading.span(group.first as usize..group.end as usize));
            let used = roles.iter().any(|(_, filler)| {
                let told = |span| filler.span.overlaps(span);
                filler.word.is_none() && (told(span) || beside.is_some_and(told))
            });
            // "The closure will cost 300 jobs": only who may act stands in the way.
            let anaphors = &self.rules.anaphors;
            let may = noun.named || anaphors.points(noun.lemma) || anaphors.is_onlooker(noun.lemma);
            let may = may || filling.slot != Slot::Subject;
            !noun.time && !noun.pronoun && !noun.own && !used && may
        };
        self.fillings().iter().find(acts).copied()
    }

    /// A firm that is not called by its name: "a French retailer", "Swiss bank".
    fn nameless(&self, acts: Filling) -> Option<Filler<'x>> {
        let noun = self.clauses.noun(acts.group)?;
        let Group { first, end, .. } = self.clauses.groups[acts.group];
        let article = self.reading.is_indefinite(first as usize);
        let one =
            article || noun.bare && end > first + 1 && self.reading.tag(noun.head as usize) == Tag::Noun;
        let firm = one && !noun.named && self.rules.anaphors.is_company(noun.lemma);
        firm.then(|| self.sight().phrase(acts.slot, first, end))
    }

    /// Whether several do it somewhere, of whom the sentences before need not tell: "Twenty-seven factories in Gazipur have
    /// closed".
    fn is_of_several(&self) -> bool {
        self.fillings().iter().any(|filling| {
            let group = &self.clauses.groups[filling.group];
            let several = |noun: &NounGroup| {
                self.reading.tag(noun.head as usize) == Tag::NounPlural
                    && self.rules.anaphors.is_held(noun.lemma)
                    && self.reading.tag(group.first as usize) == Tag::Number
            };
            filling.slot == Slot::Subject && self.clauses.noun(filling.group).is_some_and(several)
        })
    }

    /// Whom a sentence is about where it tells of `at`. `near`: no other sentence tells; `acts`: a person may do it for
    /// herself; `told`: the event tells of the subject, which then does nothing.
    fn actor(
        &self,
        at: GroupId,
        sentence: usize,
        near: bool,
        acts: bool,
        told: bool,
    ) -> Option<&Mention<'x>> {
        let subject = |id: GroupId| {
            let verb = self.clauses.verb(id).filter(|verb| verb.finite())?;
            Some((verb, verb.subject?))
        };
        let before = (0..at).rev().filter_map(subject);
        let before = before.map(|(_, subject)| subject).filter(|subject| *subject < at);
        // "300 jobs will go, Acme said"
        let says = |verb: &&VerbGroup| verb.says;
        let behind = (at + 1..self.clauses.groups.len()).filter_map(subject);
        let behind = behind.filter(|(verb, _)| says(verb)).map(|(_, subject)| subject);
        let pronoun = |subject: GroupId| self.clauses.noun(subject).is_some_and(|noun| noun.pronoun);
        let own = subject(at)
            .map(|(_, subject)| subject)
            .filter(|subject| *subject < at);
        let main = self.main_behind(at);
        let mut newcomer = false;
        for subject in own.into_iter().chain(before).chain(main).chain(behind) {
            match self.subject(subject) {
                Subject::Organisation(_) if told && own == Some(subject) && self.is_one_of_many(subject) => {
                    newcomer = true;
                }
                Subject::Organisation(mention) => return Some(mention),
                Subject::Other if told && own == Some(subject) => {}
                Subject::Other => return None,
                // "He wants 300": whoever he is.
                Subject::Somebody if acts && own == Some(subject) && pronoun(subject) => return None,
                Subject::Somebody | Subject::Nobody => {}
            }
        }
        let Sentence { first, end } = *self.reading.sentences.get(sentence)?;
        if self.is_ours(first..end) {
            return self.protagonist();
        }
        let other = |mention: &Mention<'x>| {
            mention.kind() == Kind::Organisation
                && !is_body(self.reading, mention)
                && !self.rules.anaphors.is_aside(self.reading, mention)
        };
        // Whoever else is named may be meant.
        if near || !newcomer && self.mentions.within(first, end).any(other) {
            return None;
        }
        if let Some(protagonist) = self.protagonist().filter(|_| self.opens_paragraph(first)) {
            return Some(protagonist);
        }
        self.company_before(first)
    }

    /// The organisation that is the subject of the nearest clause before a verb, in the same sentence; whoever only tells
    /// of it does nothing.
    pub(super) fn doer_before(&self, at: GroupId) -> Option<&Mention<'x>> {
        self.clauses.verb(at)?;
        let finite = |id: GroupId| self.clauses.verb(id).filter(|verb| verb.finite());
        let nearest = (0..at).rev().find_map(finite)?;
        let subject = nearest.subject.filter(|_| !nearest.says)?;
        match self.subject(subject) {
            Subject::Organisation(doer) => Some(doer),
            _ => None,
        }
    }

    /// The subject of the clause that the phrase or clause in front belongs to in which `at` stands: "with profit up 12%, Acme
    /// will hire 300".
    fn main_behind(&self, at: GroupId) -> Option<GroupId> {
        let groups = &self.clauses.groups;
        let parts = |at: &GroupId| matches!(groups[*at].kind, GroupKind::Comma | GroupKind::Stop);
        let opens = matches!(
            groups.first()?.kind,
            GroupKind::Preposition(_) | GroupKind::Subordinator(_)
        );
        let comma = (at + 1..groups.len()).take(FRONT).find(parts)?;
        let whole = opens && at < FRONT && !(0..at).any(|at| parts(&at));
        let mut verbs = (comma + 1..groups.len())
            .take(FRONT)
            .filter_map(|at| self.clauses.verb(at));
        let verb = verbs
            .find(|verb| verb.finite() && !verb.relative)
            .filter(|_| whole)?;
        verb.subject.filter(|subject| *subject > comma)
    }

    /// The organisation that the article at large is about, if a sentence may tell a figure of it: nobody else is named, nor a
    /// whole market.
    pub(super) fn whole(&self, rule: &Rule, sentence: usize) -> Option<&Mention<'x>> {
        if !rule.reads_figures() {
            return None;
        }
        let protagonist = self
            .protagonist()
            .filter(|protagonist| self.does_business(protagonist))?;
        let Sentence { first, end } = *self.reading.sentences.get(sentence)?;
        let other = self
            .mentions
            .within(first, end)
            .any(|mention| match mention.kind() {
                Kind::Organisation => true,
                Kind::Country | Kind::Place => !hangs(self.reading, mention),
                _ => false,
            });
        let market = (first..end).any(|token| {
            self.rules
                .anaphors
                .is_onlooker(self.reading.noun_lemma(token as usize))
        });
        (!other && !market).then_some(protagonist)
    }

    /// Whether an organisation is known to do business, by one of its names or by what it is called beside one.
    pub(super) fn does_business(&self, protagonist: &Mention<'x>) -> bool {
        let same = self
            .mentions
            .mentions
            .iter()
            .filter(|mention| mention.entity == protagonist.entity);
        same.take(NAMED).any(|mention| {
            let Value::Organisation { name } = mention.value() else {
                return false;
            };
            let before = (mention.first as usize).checked_sub(1);
            let called =
                before.is_some_and(|before| self.rules.anaphors.is_business(self.reading.noun_lemma(before)));
            called || organisation::trades(self.reading.lexicon, name)
        })
    }

    /// Whether whoever writes tells of their own: "our new shop".
    fn is_ours(&self, tokens: std::ops::Range<u32>) -> bool {
        let mut tokens = tokens.map(|token| token as usize);
        tokens.any(|token| {
            let first = matches!(self.reading.tag(token), Tag::Pronoun | Tag::Possessive);
            first
                && (self.reading.is(token, "our") || self.reading.is(token, "we"))
                && self.reading.quotation(token).is_none()
        })
    }

    /// Whether a paragraph begins at a token.
    pub(super) fn opens_paragraph(&self, first: u32) -> bool {
        let start = self.reading.tokens[first as usize].start as usize;
        let before = first
            .checked_sub(1)
            .map_or(0, |before| self.reading.tokens[before as usize].end as usize);
        self.reading.text.as_bytes()[before..start].contains(&b'\n')
    }

    /// The organisation that the article at large is about: it is named first, and more often than any other.
    pub(super) fn protagonist(&self) -> Option<&Mention<'x>> {
        *self.protagonist.get_or_init(|| {
            let reading = self.reading;
            // An article has the same few names many times.
            let mut governing: FxHashMap<&str, bool> = FxHashMap::default();
            let mut named: FxHashMap<EntityId, usize> = FxHashMap::default();
            let mut first = None;
            for mention in self.mentions.mentions {
                let Value::Organisation { name } = mention.value() else {
                    continue;
                };
                let told = is_told(reading, mention) && !self.reports(mention);
                if !told || *governing.entry(name).or_insert_with(|| governs(reading, name)) {
                    continue;
                }
                first = first.or(Some(mention));
                if let Some(entity) = mention.entity {
                    *named.entry(entity).or_default() += 1;
                }
            }
            let first = first?;
            let entity = first.entity?;
            let times = named.remove(&entity)?;
            let least = times >= OFTEN && named.values().all(|other| other * 2 <= times);
            least.then_some(first)
        })
    }

    /// Who the subject of a clause is.
    fn subject(&self, at: GroupId) -> Subject<'_, 'x> {
        let mut found = Vec::new();
        let sight = self.sight();
        if sight.take(Slot::Subject, at, &super::fill::ORGANISATION, &mut found) {
            let mention = found.first().and_then(|filler| self.mention_of(filler));
            return match mention {
                Some(mention) if !is_body(self.reading, mention) => Subject::Organisation(mention),
                _ => Subject::Nobody,
            };
        }
        if let Some(side) = self.office_of(at) {
            return match is_body(self.reading, side) {
                true => Subject::Nobody,
                false => Subject::Organisation(side),
            };
        }
        if sight.take(Slot::Subject, at, &super::fill::PERSON, &mut found) {
            let person = found.first().and_then(|filler| self.mention_of(filler));
            return match person.and_then(|person| self.side(person)) {
                Some(side) if !is_body(self.reading, side) => Subject::Organisation(side),
                Some(_) => Subject::Nobody,
                None if person.is_some_and(|person| sight.is_official(person)) => Subject::Other,
                None => Subject::Somebody,
            };
        }
        let other = self.clauses.noun(at).is_some_and(|noun| {
            let anaphors = &self.rules.anaphors;
            let described = !noun.named
                && !noun.pronoun
                && (anaphors.is_onlooker(noun.lemma) || anaphors.points(noun.lemma));
            described
                || noun.named
                    && self
                        .mentions
                        .within(self.clauses.groups[at].first, self.clauses.groups[at].end)
                        .any(|mention| {
                            mention.end == self.clauses.groups[at].end && mention.kind() == Kind::Country
                        })
        });
        if other {
            Subject::Other
        } else {
            Subject::Nobody
        }
    }

    /// The organisation that somebody without a name speaks for: "the chief executive of Acme", "Acme's chairman".
    fn office_of(&self, at: GroupId) -> Option<&Mention<'x>> {
        let anaphors = &self.rules.anaphors;
        let noun = self
            .clauses
            .noun(at)
            .filter(|noun| !noun.named && !noun.pronoun)?;
        let speaks = anaphors.is_person(noun.lemma) && !anaphors.observers.contains(noun.lemma);
        let of = matches!(self.clauses.groups.get(at + 1)?.kind, GroupKind::Preposition(word) if word == self.rules.words.of);
        let whose = noun
            .possessor
            .or((at + 2 < self.clauses.groups.len() && of).then_some(at + 2))?;
        let group = &self.clauses.groups[whose];
        let mut named = self.mentions.within(group.first, group.end);
        named.find(|mention| speaks && mention.kind() == Kind::Organisation)
    }

    /// Whether a person is told to be one of many somewhere, where what happens to her need not happen: "Ann Roe, an
    /// executive at Intel, will join as finance chief".
    fn is_one_of_many(&self, person: GroupId) -> bool {
        let beside = self.clauses.noun(person).and_then(|noun| noun.apposition);
        let first = beside.map(|beside| self.clauses.groups[beside].first as usize);
        first.is_some_and(|first| self.reading.is_indefinite(first))
    }

    /// The organisation that a person works for, as far as the article tells.
    pub(super) fn side(&self, person: &Mention<'x>) -> Option<&Mention<'x>> {
        let mentions = self.mentions.mentions;
        let at = person.id().index();
        let known = &mentions[at.saturating_sub(NAMED)..=at];
        let same = |mention: &&Mention<'x>| {
            mention.id() == person.id() || mention.entity.is_some() && mention.entity == person.entity
        };
        let mut named = known.iter().filter(same);
        let office = named.clone().find_map(|mention| self.office(mention));
        if office.is_some() {
            return office;
        }
        // "Chief executive Ann Roe": of whom the sentences before are about.
        let first = named.find(|mention| {
            matches!(mention.value(), Value::Person { title: Some(title), .. } if self.is_of_company(title))
        })?;
        self.company_before(first.first)
    }

    /// Whether a title is one that companies give.
    fn is_of_company(&self, title: &str) -> bool {
        let lexicon = self.reading.lexicon;
        let mut words = title.split_whitespace();
        !words.any(|word| self.rules.words.offices.contains(lexicon.find(word)))
    }

    /// The organisation beside a person's name: "Acme boss Ann Roe", "Ann Roe, chief executive of Acme".
    fn office(&self, person: &Mention<'x>) -> Option<&Mention<'x>> {
        let reading = self.reading;
        // "Ann Roe, an analyst at Acme" speaks of others.
        let observes = |token: usize| self.rules.anaphors.observers.contains(reading.noun_lemma(token));
        let organisation = |first: u32, end: u32, wanted: &dyn Fn(&Mention<'x>) -> bool| {
            let mut found = self.mentions.within(first, end);
            found.find(|mention| mention.kind() == Kind::Organisation && wanted(mention))
        };
        let (first, end) = (person.first as usize, person.end as usize);
        let sentence = reading.sentence_tokens(first);
        // "Acme's chief executive Ann Roe"
        let mut before = first;
        while before > sentence.start
            && first - before < OFFICE
            && matches!(
                reading.tag(before - 1),
                Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Genitive | Tag::Proper | Tag::Conjunction
            )
        {
            before -= 1;
            if observes(before) {
                return None;
            }
            let found = organisation(before as u32, first as u32, &|mention| {
                mention.first as usize == before
            });
            // "former Acme boss Ann Roe" works for others now.
            let past = before > sentence.start && self.rules.anaphors.is_past(reading.ids[before - 1]);
            if found.is_some() {
                return found.filter(|_| !past);
            }
        }
        // "Ann Roe, chief executive of Acme", "Ann Roe of Acme"
        let mut at = end;
        let until = sentence.end.min(end + OFFICE);
        if at < until && reading.tokens[at].is(b',') {
            at += 1;
        }
        while at < until {
            if observes(at) || self.rules.anaphors.is_past(reading.ids[at]) {
                return None;
            }
            if matches!(reading.tag(at), Tag::Preposition) {
                let next = at + 1 + usize::from(at + 1 < until && reading.tag(at + 1) == Tag::Determiner);
                return organisation(next as u32, sentence.end as u32, &|mention| {
                    mention.first as usize == next
                });
            }
            if !matches!(
                reading.tag(at),
                Tag::Noun
                    | Tag::NounPlural
                    | Tag::Adjective
                    | Tag::Determiner
                    | Tag::Conjunction
                    | Tag::Proper
            ) {
                return None;
            }
            at += 1;
        }
        None
    }
}
