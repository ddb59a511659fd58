//! Who does what a sentence leaves open: who spoke, whose line it is, who was told of last. "Toyota built 300 cars. Output
//! rose 5%" makes the output Toyota's.

use super::anaphora::Anaphor;
use super::apply::Applier;
use super::course::NEAR;
use super::fill::takes;
use super::filler::Filler;
use super::frame::PLACE;
use super::{Accept, Rule};
use crate::clause::{Filling, GroupId, GroupKind, Slot, VerbForm};
use crate::lexicon::{List, Tag};
use crate::mention::{Kind, Mention, Value};
use crate::text::ZoneKind;
use crate::token::Gap;

static COUNTRY: [Accept; 1] = [Accept::Kind(Kind::Country)];

/// Among how many groups the label of a line stands.
const LABEL: usize = 5;

/// Over how many groups the verb stands before a noun that hangs on a preposition.
const PHRASES: usize = 16;

impl<'x> Applier<'_, 'x> {
    /// "Nio reported 10,052 cars delivered": who tells of a figure that a participle describes did it.
    pub(super) fn told_of(&self, at: GroupId, rule: &Rule, roles: &mut Vec<(usize, Filler<'x>)>) {
        let Some(role) = rule
            .topic
            .filter(|role| !roles.iter().any(|(found, _)| found == role))
        else {
            return;
        };
        let verb = self.clauses.verb(at);
        let told = verb
            .filter(|verb| verb.form == VerbForm::Participle && verb.passive)
            .and_then(|verb| verb.subject)
            .filter(|told| *told < at);
        let teller = told
            .and_then(|told| self.clauses.verb(self.clauses.noun(told)?.verb?))
            .filter(|verb| {
                verb.object == told && !verb.passive && self.rules.words.tells.contains(verb.lemma)
            })
            .and_then(|verb| verb.subject)
            .or_else(|| self.subject_with(told?));
        let Some(teller) = teller else { return };
        let mut found = Vec::new();
        let kinds = &self.rules.events[rule.event].roles[role].kinds;
        self.sight().take(Slot::Subject, teller, kinds, &mut found);
        let own = found.into_iter().find(|filler| {
            self.mention_of(filler)
                .is_some_and(|mention| !self.reports(mention))
        });
        roles.extend(own.map(|filler| (role, filler)));
    }

    /// Who does what is told with a figure: Ford in "Ford led the list with 900 vans exported".
    fn subject_with(&self, told: GroupId) -> Option<GroupId> {
        let with = self.clauses.noun(told)?.preposition?;
        (self.preposition(with) == Some(self.rules.words.with)).then_some(())?;
        let figure = self.has_figure(told);
        let verb = (0..with).rev().take(LABEL).find_map(|at| self.clauses.verb(at))?;
        verb.subject.filter(|_| figure && verb.finite() && !verb.passive)
    }

    /// Fills the role of who does it from the sentences before.
    pub(super) fn topic(
        &self,
        at: GroupId,
        rule: &Rule,
        sentence: usize,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) {
        let Some(role) = rule
            .topic
            .filter(|role| !roles.iter().any(|(found, _)| found == role))
        else {
            return;
        };
        // A teaser goes on with nothing.
        let first = self
            .reading
            .sentences
            .get(sentence)
            .map(|sentence| sentence.first as usize);
        if first.is_some_and(|first| self.reading.zone(first) == ZoneKind::Teaser) {
            return;
        }
        // "Wilmar said net profit rose": only a company has revenue.
        let kinds = &self.rules.events[rule.event].roles[role].kinds;
        let company = matches!(kinds[..], [Accept::Kind(Kind::Organisation)]);
        if let Some(speaker) = self.speaking_company(sentence).filter(|_| company) {
            roles.push((role, speaker));
            return;
        }
        // "Sales totalled 300,000 cars, the company said": of its own, whoever was told of last.
        if let Some(own) = self
            .own_figure(at, rule, sentence)
            .filter(|_| takes(kinds, Kind::Organisation))
        {
            roles.push((role, own));
            return;
        }
        // "'We expect to make 300,000 cars,' said Honda's president"
        if self.is_we(at) {
            let side = self.speakers_side(at, sentence);
            let side = side.filter(|_| kinds.contains(&Accept::Kind(Kind::Organisation)));
            roles.extend(side.map(|side| (role, side)));
            return;
        }
        // "Ukraine: grain exports total 2.6 million tonnes"
        if let Some(label) = self.whose_line(rule, role) {
            roles.push((role, label));
            return;
        }
        if let Some(company) = self
            .whose_item(at, sentence)
            .filter(|_| takes(kinds, Kind::Organisation))
        {
            roles.push((role, company));
            return;
        }
        // "Strikes hit Acme, with sales down 3%"
        if let Some(hit) = self.struck(at, kinds) {
            roles.push((role, hit));
            return;
        }
        // "The airline flew 85 million passengers on revenue of $2bn": whoever else was told of before.
        if let Some(own) = self.pointing_subject(at, kinds) {
            roles.push((role, own));
        } else if let Some(country) = self.country_again(at, rule) {
            roles.push((role, country));
        } else if let Some(told) = self.told_last(at, rule, role, sentence, roles) {
            roles.push((role, told));
        } else if let Some(country) = self.country_of(at, rule, role) {
            roles.push((role, country));
            if !rule.omits.contains(&PLACE) {
                roles.push((PLACE, country));
            }
        } else {
            let found = self.of_company(at, rule, sentence, company, roles);
            // "Two batches were made": what tells of nobody in any case is no country's.
            let told = |role: usize| roles.iter().any(|(found, _)| *found == role);
            let enough = || self.clauses.noun(at).is_some() || rule.lacks(told).is_none();
            let statistic = rule.reads_figures() && !rule.lines && enough();
            if found.is_none() && statistic && takes(kinds, Kind::Country) {
                roles.extend(self.national(at, rule, sentence).map(|country| (role, country)));
            }
            roles.extend(found.map(|company| (role, company)));
        }
    }

    /// Whom the subject of the verb that governs the noun at `at` stands for.
    fn pointing_subject(&self, at: GroupId, kinds: &[Accept]) -> Option<Filler<'x>> {
        self.clauses.noun(at)?.preposition?;
        let near = (0..at).rev().take(PHRASES);
        let verb = near.filter_map(|verb| self.clauses.verb(verb)).next()?;
        let subject = verb
            .subject
            .filter(|_| verb.finite() && !verb.relative && !verb.passive)?;
        let group = &self.clauses.groups[subject];
        let noun = self.clauses.noun(subject)?;
        let anaphor = self.rules.anaphors.pointing(self.reading, group, noun)?;
        let company = anaphor.kind == Kind::Organisation && !anaphor.held && !anaphor.by_name;
        let tells = verb.says;
        let mut found = Vec::new();
        self.sight().take(Slot::Subject, subject, kinds, &mut found);
        found.pop().filter(|_| company && !tells)
    }

    /// Drops who was told of last, read from `told` on, where the sentence has them in a role that excludes it: what is sold to the
    /// country it does not sell itself.
    pub(super) fn drop_doubled(&self, rule: &Rule, told: usize, roles: &mut Vec<(usize, Filler<'x>)>) {
        let Some(&(role, filler)) = roles.get(told).filter(|(role, _)| rule.topic == Some(*role)) else {
            return;
        };
        let Some(topic) = self.mention_of(&filler) else {
            return;
        };
        let event = &self.rules.events[rule.event];
        let doubled = roles[..told].iter().any(|(other, filler)| {
            let known = self.mention_of(filler);
            event.excludes(role, *other) && known.is_some_and(|known| known.is_same(topic))
        });
        if doubled {
            roles.truncate(told);
        }
    }

    /// Who was told of last, if the role takes it and nothing speaks against it.
    fn told_last(
        &self,
        at: GroupId,
        rule: &Rule,
        role: usize,
        sentence: usize,
        roles: &[(usize, Filler<'x>)],
    ) -> Option<Filler<'x>> {
        let (filler, told) = self.course.topic()?;
        let event = &self.rules.events[rule.event];
        let mention = self.mention_of(filler)?;
        // A country whose exports were told of has no revenue.
        if told + NEAR < sentence || !takes(&event.roles[role].kinds, mention.kind()) {
            return None;
        }
        // "Kia is growing. Krantz Foods built a mill. Output rose": nobody knows whose.
        if (told + 1..sentence).any(|number| self.is_of_unlisted(number)) {
            return None;
        }
        // Who tells figures of others does nothing by them.
        if self.reports(mention) || self.is_cited(mention) {
            return None;
        }
        // "Acme will open a plant, where 300 people will work": whoever is told of in the clause before does it.
        let acts = event.actor.is_some_and(|actor| actor.role == role);
        let nearer = self.doer_before(at).filter(|_| acts);
        if nearer.is_some_and(|doer| !doer.is_same(mention)) {
            return None;
        }
        // "Peru exported 300 tonnes. Chile bought 40. Sales to Oman rose": who buys from another is told of by the way.
        let trader = self.course.country_of_partner(mention, self.mentions.mentions);
        if let Some(trader) = trader.and_then(|id| self.mentions.mentions.get(id.index())) {
            return Some(Filler {
                inherited: true,
                ..self.of_mention(trader, filler.slot)
            });
        }
        let other = match mention.kind() {
            Kind::Country => {
                // "The state miner cut its guidance": no country does.
                self.is_done_by_company(at)
                    // "Peru's exports rose. World exports fell"
                    || self.clauses.noun(at).is_some() && self.is_worldwide(at)
                    // No country creates or cuts the jobs that a sentence after it tells of.
                    || event.acts()
                    // "Saudi Arabia pumped 10 million barrels. Output in Iran fell": each country has its own.
                    || self.country_of(at, rule, role).is_some()
            }
            Kind::Organisation => {
                let market = *told < sentence
                    && self.is_of_goods(at, rule, roles)
                    && !(self.is_part_of(mention, rule, roles) && self.goes_on_about(mention, sentence));
                self.is_of_market(at)
                    || self.is_done_by_others(at) && !self.subject_fills(at, roles)
                    || market && !self.points_at_company(Some(mention))
                    || self.is_of_country_beside(at, mention, *told, sentence)
                        && self.country_of(at, rule, role).is_some()
            }
            _ => false,
        };
        (!other).then_some(Filler {
            inherited: true,
            ..*filler
        })
    }

    /// Whether the statistic of the noun at `at` is rather of the country named with it than of an organisation told of
    /// before: a bloc, or one of whom the paragraph before tells no figure.
    fn is_of_country_beside(&self, at: GroupId, whose: &Mention<'x>, told: usize, sentence: usize) -> bool {
        let hits = self.reading.hits_at(whose.first as usize);
        let bloc = hits
            .iter()
            .any(|hit| hit.list == List::Regions && hit.end == whose.end);
        let apart = || {
            let mut since = told + 1..=sentence;
            since.any(|number| {
                let sentence = self.reading.sentences.get(number);
                sentence.is_some_and(|sentence| self.reading.tokens[sentence.first as usize].gap >= Gap::Line)
            })
        };
        let measured = self.course.topic_is_measured(self.rules);
        bloc || !measured && self.opening_place(at).is_some() && apart()
    }

    /// Whether what a sentence tells may be a part of what its event type was told of somebody before: "Acme sold 350,000
    /// vehicles. Sales of vans came to 52,000".
    fn is_part_of(&self, whose: &Mention<'x>, rule: &Rule, roles: &[(usize, Filler<'x>)]) -> bool {
        let mut levels = roles.iter().filter_map(|(_, filler)| self.mention_of(filler));
        let level = levels.find(|level| matches!(level.kind(), Kind::Count | Kind::Measure));
        level.is_some_and(|level| {
            self.course
                .is_part(rule.event, whose, level.value(), self.mentions.mentions)
        })
    }

    /// Whether a sentence still tells of a company: within the paragraph it does, and in an article that is about it.
    fn goes_on_about(&self, whose: &Mention<'x>, sentence: usize) -> bool {
        let first = self
            .reading
            .sentences
            .get(sentence)
            .map(|sentence| sentence.first);
        let anew = first.is_some_and(|first| self.opens_paragraph(first));
        !anew || self.is_led_by(whose)
    }

    /// The country whose trade a statistic is of, where a company in it was told of by another one: "Chile's output fell. BHP
    /// made 300 tonnes. Imports climbed".
    fn country_again(&self, at: GroupId, rule: &Rule) -> Option<Filler<'x>> {
        let event = &self.rules.events[rule.event];
        let national = event.national.as_ref().is_some_and(|national| !national.near);
        let statistic = national && rule.reads_figures() && self.clauses.noun(at).is_some();
        let (last, _) = self.course.topic().filter(|_| statistic)?;
        let last = self.mention_of(last)?;
        let company = last.kind() == Kind::Organisation;
        let country = self.course.country_before(rule.event).filter(|_| company)?;
        (!self.points_at_company(Some(last)) && !self.is_worldwide(at)).then_some(Filler {
            inherited: true,
            ..*country
        })
    }

    /// "Exporters shipped 300 tonnes": those of the country that the article is about.
    pub(super) fn national_crowd(
        &self,
        at: GroupId,
        rule: &Rule,
        sentence: usize,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) {
        let event = &self.rules.events[rule.event];
        let whole = event.national.as_ref().is_some_and(|national| !national.near);
        let open = rule
            .topic
            .filter(|role| whole && !roles.iter().any(|(found, _)| found == role));
        if let Some(role) = open.filter(|role| takes(&event.roles[*role].kinds, Kind::Country)) {
            let told = roles.len();
            roles.extend(self.national(at, rule, sentence).map(|country| (role, country)));
            self.drop_doubled(rule, told, roles);
        }
    }

    /// Whether a mention only says where something is read: "according to Acme".
    fn is_cited(&self, mention: &Mention<'x>) -> bool {
        let first = mention.first as usize;
        let first = first - usize::from(first > 0 && self.reading.is(first - 1, "the"));
        first > 1 && self.reading.is(first - 1, "to") && self.reading.is(first - 2, "according")
    }

    /// The country whose the statistic of the noun at `at` is, where nobody is told of: "car sales in Germany".
    fn country_of(&self, at: GroupId, rule: &Rule, role: usize) -> Option<Filler<'x>> {
        let kinds = &self.rules.events[rule.event].roles[role].kinds;
        self.clauses
            .noun(at)
            .filter(|_| rule.reads_figures() && takes(kinds, Kind::Country))?;
        let mut found = Vec::new();
        let within = |slot: Slot| matches!(slot, Slot::Preposition(word) if word == self.rules.words.in_);
        let opening = self.opening_place(at).map(|group| Filling {
            slot: Slot::Preposition(self.rules.words.in_),
            group,
        });
        let phrase = || self.fillings.iter().find(|filling| within(filling.slot)).copied();
        let phrase = opening.or_else(phrase)?;
        self.sight().take(phrase.slot, phrase.group, &COUNTRY, &mut found);
        found.pop()
    }

    /// Whether a noun tells how much of some goods was sold, made or sent, as of a whole market: "sales of white goods".
    pub(super) fn is_of_goods(&self, at: GroupId, rule: &Rule, roles: &[(usize, Filler<'x>)]) -> bool {
        let kinds = |role: usize| &self.rules.events[rule.event].roles[role].kinds;
        let goods = |(role, filler): &(usize, Filler<'x>)| {
            filler.mention.is_none() && filler.word.is_none() && kinds(*role).contains(&Accept::Phrase)
        };
        rule.reads_figures() && self.clauses.noun(at).is_some() && roles.iter().any(goods)
    }

    /// Whether the sentence says that it goes on with the company told of: "beer sales fell, the brewer said". `told`: who that
    /// is, which the bank or the ministry that says so need not be.
    pub(super) fn points_at_company(&self, told: Option<&Mention<'x>>) -> bool {
        let name = told.and_then(|told| match told.value() {
            Value::Organisation { name } => Some(name),
            _ => None,
        });
        self.clauses.groups.iter().any(|group| match &group.kind {
            GroupKind::Noun(noun) => {
                let pointing = self.rules.anaphors.pointing(self.reading, group, noun);
                let anaphors = &self.rules.anaphors;
                let other = || name.is_some_and(|name| anaphors.is_otherwise(self.reading, noun.lemma, name));
                let company = |anaphor: Anaphor| {
                    anaphor.kind == Kind::Organisation && !anaphor.held && !anaphor.by_name && !other()
                };
                // "and Peru bought 300 tonnes of it"
                let aside = noun.pronoun && noun.preposition.is_some();
                noun.own || !aside && pointing.is_some_and(company)
            }
            _ => false,
        })
    }

    /// Whether a whole market does it, whoever was told of before: "sales across the industry fell".
    pub(super) fn is_of_market(&self, at: GroupId) -> bool {
        let group = self.clauses.groups.get(at + 1).map(|group| &group.kind);
        let hangs = matches!(group, Some(GroupKind::Preposition(_)));
        let noun = self.clauses.noun(at + 2).filter(|_| hangs);
        noun.is_some_and(|noun| !noun.named && self.rules.anaphors.is_onlooker(noun.lemma))
    }

    /// Whether a company that is only described does what governs the noun at `at`.
    fn is_done_by_company(&self, at: GroupId) -> bool {
        let verb = self.clauses.governor(at).and_then(|verb| self.clauses.verb(verb));
        let subject = verb.and_then(|verb| verb.subject).filter(|subject| *subject < at);
        let noun = subject.and_then(|subject| self.clauses.noun(subject));
        noun.is_some_and(|noun| !noun.named && self.rules.anaphors.is_business(noun.lemma))
    }

    /// Whether a crowd does what the verb at `at` tells, or the verb that governs it: "growers exported 40 tonnes".
    pub(super) fn is_done_by_others(&self, at: GroupId) -> bool {
        let verb = self
            .clauses
            .verb(at)
            .or_else(|| self.clauses.verb(self.clauses.governor(at)?));
        let subject = verb.filter(|verb| !verb.passive).and_then(|verb| verb.subject);
        let subject = subject.and_then(|subject| self.clauses.noun(subject));
        // "Output of these countries fell"
        let tied = self.clauses.noun(at).is_some() && self.preposition(at + 1) == Some(self.rules.words.of);
        let of = self.clauses.noun(at + 2).filter(|_| tied);
        subject.into_iter().chain(of).any(|noun| {
            let anaphors = &self.rules.anaphors;
            let several = self.reading.tag(noun.head as usize) == Tag::NounPlural;
            let apart = !noun.named && !noun.pronoun && !noun.own && noun.possessor.is_none();
            several && apart && (anaphors.is_onlooker(noun.lemma) || anaphors.is_business(noun.lemma))
        })
    }

    /// Whether the subject of a verb fills one of the roles: "130 employees will lose their jobs".
    pub(super) fn subject_fills(&self, at: GroupId, roles: &[(usize, Filler<'x>)]) -> bool {
        let subject = self.clauses.verb(at).and_then(|verb| verb.subject);
        subject.is_some_and(|subject| {
            let group = &self.clauses.groups[subject];
            let span = self.reading.span(group.first as usize..group.end as usize);
            let mut figures = roles.iter().filter(|(_, filler)| filler.word.is_none());
            figures.any(|(_, filler)| filler.span.overlaps(span))
        })
    }

    /// Who stands before the colon at the beginning of the sentence, if the role takes them.
    pub(super) fn whose_line(&self, rule: &Rule, role: usize) -> Option<Filler<'x>> {
        let groups = &self.clauses.groups;
        // A dash or a star may stand before it, and whose it is: "- Peru's Alicorp:".
        let at = groups
            .iter()
            .take(LABEL)
            .position(|group| matches!(group.kind, GroupKind::Stop) && group.first > groups[0].first)?;
        let (label, stop) = (groups.get(at.checked_sub(1)?)?, groups.get(at)?);
        // "Alicorp — Output fell": a dash may stand for the colon, where nothing else stands before it.
        let mark = &self.reading.tokens[stop.first as usize];
        let parts = mark.is(b':') || at == 1 && mark.is_dash();
        let kinds = &self.rules.events[rule.event].roles[role].kinds;
        let mut mentions = self.mentions.within(label.first, label.end);
        let named = mentions.find(|mention| {
            matches!(mention.kind(), Kind::Country | Kind::Organisation)
                && mention.end == label.end
                && takes(kinds, mention.kind())
                && !self.reports(mention)
        })?;
        let dateline = self.reading.zone(named.first as usize) == ZoneKind::Dateline;
        (parts && !dateline).then(|| self.of_mention(named, "label"))
    }
}
