//! The roles of a trigger: what its slots and figures give.

use rust_decimal::Decimal;

use super::apply::Applier;
use super::fill::{takes, Sight};
use super::filler::Filler;
use super::frame::Frame;
use super::frame::DATE;
use super::statistic::{Figure, Figures};
use super::{Accept, Idiom, Rule, Trigger};
use crate::clause::{Filling, GroupId, GroupKind, Slot};
use crate::lexicon::{List, WordSet};
use crate::mention::{Kind, Mention, Value};
use crate::text::Span;

/// What companies earn, spend and sell goods for is more than this.
pub(crate) const SUM: Decimal = Decimal::from_parts(1_000, 0, 0, false, 0);

impl<'x> Applier<'_, 'x> {
    /// Fills the roles of a rule, or those up to one that is enough. `held` are the bits of the slots that something fills;
    /// `found` is a buffer.
    pub(super) fn fill(
        &self,
        rule: &Rule,
        enough: Option<usize>,
        (fillings, held): (&[Filling], u64),
        figures: &Figures,
        found: &mut Vec<Filler<'x>>,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) {
        let last = enough.and_then(|role| rule.fills.iter().rposition(|fill| fill.role == role));
        for (at, fill) in rule.fills.iter().enumerate() {
            // Who is only pointed at may yet turn out to be somebody else.
            if last.is_some_and(|last| last < at) && !roles.iter().any(|(_, filler)| filler.inherited) {
                break;
            }
            if fill.bits & held == 0 || roles.iter().any(|(role, _)| *role == fill.role) {
                continue;
            }
            let total = self.rules.events[rule.event].roles[fill.role].total;
            // A name in a later slot says more than a phrase in an earlier one: "its second batch of Corollas".
            'filled: for choice in fill.choices() {
                if choice.takes.is_some_and(|takes| !takes.meets(self.signs.kinds)) {
                    continue;
                }
                for together in fill.slots.iter().filter(|slots| slots.bits & held != 0) {
                    found.clear();
                    self.fill_from(&together.list, &choice.accept, fillings, figures, total, found);
                    if found.is_empty() {
                        continue;
                    }
                    if total {
                        found.retain(|filler| !self.is_of_piece(filler));
                    }
                    // Nobody invests in themselves: "Nestle will invest in the company".
                    let again = |new: &Filler<'x>| {
                        self.is_organisation(new) && roles.iter().any(|(_, filler)| self.same(new, filler))
                    };
                    if !roles.is_empty() {
                        found.retain(|new| !again(new));
                    }
                    if fill.single {
                        // A figure tells one thing: what a car costs more is not what it costs.
                        found.retain(|filler| {
                            let taken = |other: &Filler<'x>| {
                                other.mention.is_some() && other.mention == filler.mention
                            };
                            !roles.iter().any(|(_, other)| taken(other))
                        });
                        found.truncate(self.told_together(found, &choice.accept));
                        if let [first] = found[..] {
                            let kinds = &self.rules.events[rule.event].roles[fill.role].kinds;
                            found.extend(self.told_again(&first, kinds));
                        }
                    }
                    if choice
                        .accept
                        .iter()
                        .all(|accept| matches!(accept, Accept::Words(_)))
                    {
                        join(found, self.reading.text);
                    }
                    // "China bought the most. Its exports to China rose": nobody trades with itself.
                    roles.retain(|(_, known)| {
                        !known.inherited || !found.iter().any(|new| !new.inherited && self.same(new, known))
                    });
                    if !found.is_empty() {
                        roles.extend(found.drain(..).map(|filler| (fill.role, filler)));
                        break 'filled;
                    }
                }
            }
        }
    }

    /// "12 cents a share", "$1.20 a piece", "$9,450 a ton"
    fn is_of_piece(&self, filler: &Filler<'x>) -> bool {
        self.mention_of(filler).is_some_and(|mention| {
            let Value::Money { amount, .. } = mention.value() else {
                return false;
            };
            let end = mention.end as usize;
            let at = |token: usize, words: &WordSet| {
                self.reading.ids.get(token).is_some_and(|id| words.contains(*id))
            };
            let words = &self.rules.words;
            let each = || {
                at(end, &words.each)
                    && !at(end + 1, &words.pace)
                    && self.reading.hit(end + 1, List::Units).is_some()
            };
            amount.low.abs() < SUM || each()
        })
    }

    /// Whether a phrase with `of` tells how much another measure than the trigger is: "a profit of $2 a share on revenue of
    /// $12bn".
    fn is_of_another(&self, filling: &Filling, fillings: &[Filling]) -> bool {
        if filling.slot != Slot::Preposition(self.rules.words.of) {
            return false;
        }
        let trigger = fillings.iter().find(|other| other.slot == Slot::Trigger);
        let before = filling.group.checked_sub(2);
        trigger.zip(before).is_some_and(|(trigger, before)| {
            // "revenue of $3bn, against estimates of $4bn"
            let noun = self.clauses.noun(before).filter(|_| before > trigger.group);
            if noun.is_some_and(|noun| self.rules.movements.is_guess_word(noun.lemma)) {
                return true;
            }
            let (first, end) = (trigger.group + 1, before);
            let told = first < end && {
                let groups = &self.clauses.groups;
                let mut between = self.mentions.within(groups[first].first, groups[end].first);
                between.any(|mention| mention.kind() == Kind::Money)
            };
            told && self
                .clauses
                .noun(before)
                .is_some_and(|noun| self.rules.is_measure(noun.lemma))
        })
    }

    /// The same figure in its other kind: "fell $9,979, or 15%", "by Rs2 a litre (3 percent)".
    fn told_again(&self, told: &Filler<'x>, kinds: &[Accept]) -> Option<Filler<'x>> {
        /// As many tokens as ` a litre, or by `, and with the figure itself.
        const BETWEEN: u32 = 5;
        const SEEN: u32 = 12;
        let mention = self.mention_of(told)?;
        let other = match mention.kind() {
            Kind::Money => Kind::Percent,
            Kind::Percent => Kind::Money,
            _ => return None,
        };
        let fits = |found: &&Mention<'x>| found.kind() == other && takes(kinds, other);
        let (first, end) = (mention.first, mention.end);
        let behind = self.mentions.within(end, end + SEEN).next().filter(fits);
        let behind =
            behind.filter(|found| found.first <= end + BETWEEN && self.joined_by_or(end, found.first));
        let ahead = || {
            let ahead = self.mentions.within(first.saturating_sub(SEEN), first).last();
            ahead.filter(|found| {
                fits(found) && first <= found.end + BETWEEN && self.joined_by_or(found.end, first)
            })
        };
        let again = behind.or_else(ahead)?;
        Some(Filler {
            falling: told.falling,
            ..self.of_mention(again, told.slot)
        })
    }

    /// Whether the last word between two tokens is `or` or opens brackets: ", or by", "(".
    fn joined_by_or(&self, from: u32, to: u32) -> bool {
        let between = (from as usize..to as usize).rev();
        let joint = between.into_iter().find(|at| !self.reading.is(*at, "by"));
        joint.is_some_and(|at| self.reading.is(at, "or") || self.reading.tokens[at].is(b'('))
    }

    /// What the slots of one choice of a fill give, together.
    fn fill_from(
        &self,
        slots: &[Slot],
        accept: &[Accept],
        fillings: &[Filling],
        figures: &Figures,
        total: bool,
        found: &mut Vec<Filler<'x>>,
    ) {
        let sight = self.sight();
        for slot in slots {
            if slot.is_figure() {
                let figure = figures.of(*slot).find_map(|figure| self.figure(figure, accept));
                let multiple = figures
                    .multiple
                    .filter(|_| *slot == Slot::Change && figure.is_none() && takes(accept, Kind::Percent));
                found.extend(figure.or(multiple.map(|(span, multiple)| Filler {
                    multiple: Some(multiple),
                    ..Filler::of_words(span, slot.name(self.reading.lexicon))
                })));
                continue;
            }
            // "cars sold in Kenya totalled 3,000": what the participle does is done to as many.
            if figures.borne && *slot == Slot::Object {
                let level = figures
                    .of(Slot::Level)
                    .find_map(|figure| self.figure(figure, accept));
                found.extend(level);
                if !found.is_empty() {
                    continue;
                }
            }
            for filling in fillings.iter().filter(|filling| filling.slot.serves(*slot)) {
                if total && self.is_of_another(filling, fillings)
                    || self.is_of_compared(filling, accept, figures)
                {
                    continue;
                }
                // The same noun may hang on the trigger by two ways.
                let taken = found.len();
                sight.take(filling.slot, filling.group, accept, found);
                if found[..taken]
                    .iter()
                    .any(|filler| found[taken..].iter().any(|new| self.same(new, filler)))
                {
                    found.truncate(taken);
                }
            }
        }
    }

    /// Whether a figure in a phrase is told of what the statistic compares with: "sold 400 cars for $6m, up from 300 worth $5m".
    fn is_of_compared(&self, filling: &Filling, accept: &[Accept], figures: &Figures) -> bool {
        let phrase = matches!(filling.slot, Slot::Preposition(_)) && accept.iter().all(Accept::is_figure);
        let first = self.clauses.groups[filling.group].first;
        let mut compared = figures.of(Slot::Previous).filter(|_| phrase);
        compared.any(|figure| {
            let earlier = self.mentions.mentions.get(figure.mention);
            earlier.is_some_and(|earlier| earlier.end <= first)
        })
    }

    /// The mention that fills a role.
    pub(super) fn mention_of(&self, filler: &Filler<'x>) -> Option<&Mention<'x>> {
        self.mentions.mentions.get(filler.mention?.index())
    }

    /// Whether who fills a role of the given kinds only tells what others did.
    pub(super) fn is_reporter(&self, filler: &Filler<'x>, kinds: &[Accept]) -> bool {
        let aside = matches!(
            filler.slot,
            "support" | "bystander" | "source" | "by" | "modifier"
        );
        // A broker has a profit of its own.
        let own = matches!(kinds, [Accept::Kind(Kind::Organisation)]);
        aside
            && self.mention_of(filler).is_some_and(|mention| {
                let studies = !own && self.rules.anaphors.is_called_reporter(self.reading, mention);
                studies || self.reports(mention) || self.studies(mention)
            })
    }

    /// Whether an organisation tells figures of others rather than its own.
    pub(super) fn reports(&self, mention: &Mention<'x>) -> bool {
        self.rules.anaphors.reports(self.reading, mention)
    }

    /// "Goldman Sachs strategists forecast car sales": those who study others have no such figures.
    fn studies(&self, mention: &Mention<'x>) -> bool {
        self.clauses.groups.iter().any(|group| match &group.kind {
            GroupKind::Noun(noun) => {
                let within = group.first <= mention.first && mention.end <= noun.head;
                let observes = |token| {
                    let lemma = self.reading.noun_lemma(token as usize);
                    self.rules.anaphors.observers.contains(lemma)
                };
                within && (mention.end..=noun.head).any(observes)
            }
            _ => false,
        })
    }

    /// What a figure or a share counts that is a verb's subject: "900 tonnes of nuts sailed", "half of Peru's nuts go abroad".
    pub(super) fn counted_subject(&self, at: GroupId, fillings: &mut Vec<Filling>) {
        let verb = self.clauses.verb(at).filter(|verb| !verb.passive);
        let subject = verb
            .and_then(|verb| verb.subject)
            .filter(|subject| *subject < at && (self.has_figure(*subject) || self.is_share(*subject)));
        let Some(subject) = subject else { return };
        let of = self.rules.words.of;
        let (preposition, group) = (subject + 1, self.clauses.possessed(subject + 2));
        let goods = self.clauses.noun(group).filter(|noun| !noun.time && group < at);
        if self.preposition(preposition) == Some(of) && goods.is_some() {
            fillings.push(Filling {
                slot: Slot::Preposition(of),
                group,
            });
        }
    }

    /// Whether a noun group tells no figure and how much of something is meant: "half", "two thirds".
    fn is_share(&self, at: GroupId) -> bool {
        let shares = &self.rules.words.shares;
        self.clauses
            .noun(at)
            .is_some_and(|noun| noun.pronoun || shares.contains(self.reading.ids[noun.head as usize]))
    }

    /// "took on 180 people": what hangs on the particle is the object.
    /// Gives the bit of the slot that they fill, if there are any.
    pub(super) fn particle_object(&self, trigger: &Trigger, fillings: &mut Vec<Filling>) -> u64 {
        let Some(particle) = trigger.particle else {
            return 0;
        };
        if fillings.iter().any(|filling| filling.slot == Slot::Object) {
            return 0;
        }
        let objects: Vec<Filling> = fillings
            .iter()
            .filter(|filling| filling.slot == Slot::Preposition(particle))
            .map(|filling| Filling {
                slot: Slot::Object,
                ..*filling
            })
            .collect();
        fillings.extend(&objects);
        Slot::bits(objects.iter().map(|filling| filling.slot))
    }

    /// Takes the noun of an idiom away, which fills no role: "cut the ribbon on a plant". Gives the bits of the slots
    /// that are left, or none if the noun is not there.
    pub(super) fn without_idiom(
        &mut self,
        at: GroupId,
        idiom: Idiom,
        fillings: &mut Vec<Filling>,
    ) -> Option<u64> {
        // "brought down the shutters", "the shutters were brought down"
        let particle = self.clauses.verb(at).and_then(|verb| verb.particle);
        let particle = particle.map(Slot::Preposition) == Some(idiom.slot);
        let noun = |filling: &Filling| {
            // "showed 300 people the door"
            let second = idiom.slot == Slot::Object && filling.slot == Slot::Complement;
            (filling.slot == idiom.slot || second || particle && filling.slot == Slot::Object)
                && self
                    .clauses
                    .noun(filling.group)
                    .is_some_and(|noun| noun.lemma == idiom.noun && !noun.named)
        };
        if !fillings.iter().any(noun) {
            return None;
        }
        fillings.retain(|filling| !noun(filling));
        // Those that rules of the same trigger share are no longer whole.
        self.filled = None;
        Some(Slot::ASKED | Slot::bits(fillings.iter().map(|filling| filling.slot)))
    }

    pub(super) fn sight(&self) -> Sight<'_, 'x> {
        Sight {
            reading: self.reading,
            mentions: self.mentions,
            clauses: &self.clauses,
            words: &self.rules.words,
            anaphors: &self.rules.anaphors,
            course: &self.course,
            resolved: &self.resolved,
            releaser: self.releaser,
        }
    }

    fn is_organisation(&self, filler: &Filler<'x>) -> bool {
        self.mention_of(filler)
            .is_some_and(|mention| mention.kind() == Kind::Organisation)
    }

    /// Whether two fillers are the same words or name the same entity.
    fn same(&self, one: &Filler<'x>, other: &Filler<'x>) -> bool {
        let entity = |filler: &Filler<'x>| self.mention_of(filler)?.entity;
        one.span == other.span || entity(one).is_some() && entity(one) == entity(other)
    }

    /// A figure of a statistic as a filler, if the role takes its kind.
    pub(super) fn figure(&self, figure: &Figure, accept: &[Accept]) -> Option<Filler<'x>> {
        let mention = self.mentions.mentions.get(figure.mention)?;
        // "exports 60% of its output to 40 countries" counts no goods.
        let counted = self.reading.noun_lemma((mention.end as usize).saturating_sub(1));
        let barred = |accept: &Accept| matches!(accept, Accept::Not(words) if words.contains(counted));
        let counts = mention.kind() == Kind::Count && accept.iter().any(barred);
        let packed = |accept: &Accept| matches!(accept, Accept::Counted(words) if words.contains(counted));
        let listed = mention.kind() == Kind::Count && accept.iter().any(packed);
        let taken = (takes(accept, mention.kind()) || listed) && !counts;
        taken.then(|| Filler {
            falling: figure.falling,
            ..self.of_mention(mention, figure.slot.name(self.reading.lexicon))
        })
    }

    /// The figures that a statistic is compared with, as fillers of events of their own.
    pub(super) fn comparisons(&self, rule: &Rule, figures: &Figures) -> Vec<Vec<(usize, Filler<'x>)>> {
        let compared = !self.rules.events[rule.event].uncompared;
        let previous = figures.of(Slot::Previous).filter(|_| compared);
        let previous = previous.filter_map(|figure| {
            let (role, filler) = rule.fills.iter().find_map(|fill| {
                let level = fill
                    .slots()
                    .any(|slot| matches!(slot, Slot::Level | Slot::Object));
                let filler = self.figure(figure, fill.accept()).filter(|_| level)?;
                let total = self.rules.events[rule.event].roles[fill.role].total;
                (!total || !self.is_of_piece(&filler)).then_some((fill.role, filler))
            })?;
            let date = figure.date.and_then(|date| self.mentions.mentions.get(date));
            let date = date.map(|date| (DATE, self.of_mention(date, "time")));
            Some(std::iter::once((role, filler)).chain(date).collect())
        });
        previous.collect()
    }

    /// "45 billion kroner ($4.3 billion)": a sum that is told again in other money fills the same role.
    pub(super) fn add_conversions(&self, frame: &mut Frame<'x>) {
        let mut at = 0;
        while let Some((role, filler)) = frame.roles.get(at).copied() {
            at += 1;
            let sum = self.mention_of(&filler).filter(|_| !filler.inherited);
            if let Some((other, _)) = sum.and_then(|sum| self.mentions.converted(self.reading, sum)) {
                frame
                    .roles
                    .insert(at, (role, self.of_mention(other, filler.slot)));
                at += 1;
            }
        }
    }

    pub(super) fn of_mention(&self, mention: &Mention<'x>, slot: &'x str) -> Filler<'x> {
        Filler {
            mention: Some(mention.id()),
            ..Filler::of_words(mention.span(), slot)
        }
    }
}

/// Makes one phrase of those that `and` joins: "chairman and managing director".
fn join(found: &mut Vec<Filler<'_>>, text: &str) {
    /// As many bytes as ` and its `.
    const NEAR: usize = 9;
    let mut at = 1;
    // How far the phrase reaches with what stands in brackets behind it.
    let mut reach = 0;
    while at < found.len() {
        let (one, other) = (found[at - 1], found[at]);
        let end = one.span.end().max(reach);
        let between = text.get(end..other.span.start()).unwrap_or_default();
        let mut words = between.split_whitespace();
        let joint = words
            .next()
            .is_some_and(|word| matches!(word, "and" | "of" | "&" | "(" | "/" | ","));
        let near = (1..=NEAR).contains(&between.len()) && (joint || between.starts_with(','));
        if !near || one.mention.is_some() || other.mention.is_some() {
            at += 1;
            continue;
        }
        // "chief executive officer (CEO) and director": the short form says nothing more.
        if between.ends_with('(') {
            reach = other.span.end() + 1;
        } else {
            found[at - 1].span = Span::new(one.span.start() as u32, other.span.end() as u32);
        }
        found.remove(at);
    }
}
