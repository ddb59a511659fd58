//! Frames to events: one happening told in headline, lead and body is one event.

use rust_decimal::Decimal;

use super::claim::claim;
use super::voucher::Voucher;
use super::{Event, Evidence, Fact};
use crate::lexicon::Tag;
use crate::mention::{Amount, Bound, Kind, Mention, Value};
use crate::reading::Reading;
use crate::rule::{Accept, Filler, Frame, Note, RuleSet, Status, Why, DATE, PLACE};
use crate::text::{Span, ZoneKind};

/// How many events back a retelling is looked for.
pub(super) const BACK: usize = 64;

/// How many fillers an event takes from its retellings at most.
const FILLERS: usize = 64;

/// Merges frames that tell the same, and types them.
pub(crate) fn events<'x>(
    reading: &Reading<'x>,
    rules: &'x RuleSet,
    mentions: &[Mention<'x>],
    mut frames: Vec<Frame<'x>>,
    mut notes: Option<&mut Vec<Note>>,
) -> Vec<Event<'x>> {
    claim(rules, mentions, &mut frames, notes.as_deref_mut());
    let merger = Merger {
        reading,
        rules,
        mentions,
    };
    let vouchers = merger.vouchers(&frames);
    let mut merged: Vec<Merged<'x>> = Vec::with_capacity(frames.len());
    for mut frame in frames {
        merger.unite(&mut frame);
        merger.look_ahead(&mut frame);
        merger.speaks_of_own(&mut frame, &vouchers);
        merger.inherit(&mut frame, &merged);
        if let Some(lacking) = rules.rules[frame.rule].lacks(|role| frame.has(role)) {
            if let Some(notes) = notes.as_deref_mut() {
                Note::add(notes, rules, &frame, Why::Inherits(lacking));
            }
            continue;
        }
        let evidence = merger.evidence(&frame);
        let same = merged
            .iter_mut()
            .rev()
            .take(BACK)
            .find(|known| merger.same(known, &frame));
        match same {
            Some(known) => known.absorb(&merger, frame, evidence),
            // What only adds to an event told before is none by itself.
            None if rules.rules[frame.rule].adds() => {}
            None => merged.push(Merged {
                last: frame.sentence,
                frame,
                evidence: vec![evidence],
            }),
        }
    }
    merged.retain(|merged| !merger.only_describes(&merged.frame));
    merger.retell_headlines(&mut merged);
    merger.carry_dates(&mut merged);
    merger.gather_strays(&mut merged);
    merger.carry_themes(&mut merged);
    merger.take_makes(&mut merged);
    merged.retain(|merged| !rules.events[merged.frame.event].background);
    let pairs = merger.disagreements(&merged);
    let typed = |merged| merger.typed(merged, &vouchers);
    let mut events: Vec<Event<'x>> = merged.into_iter().map(typed).collect();
    for (one, other) in pairs {
        events[one].disagrees.push(other);
        events[other].disagrees.push(one);
    }
    events
}

pub(super) struct Merged<'x> {
    pub(super) frame: Frame<'x>,
    /// The sentence that told of it last.
    pub(super) last: usize,
    pub(super) evidence: Vec<Evidence>,
}

impl<'x> Merged<'x> {
    fn absorb(&mut self, merger: &Merger<'_, 'x>, frame: Frame<'x>, evidence: Evidence) {
        // They come in the order of the text.
        if self
            .evidence
            .last()
            .is_none_or(|known| known.span != evidence.span)
        {
            self.evidence.push(evidence);
        }
        let headed = merger.is_headline(self.last);
        let day = |frame: &Frame<'x>| fillers(frame, DATE).next().copied();
        let days = day(&self.frame).zip(day(&frame));
        let dated = day(&frame).is_some();
        // "named Ann Roe … She takes over in May": what has its day to come has not happened yet.
        let ahead = merger.rules.events[frame.event].ahead
            && dated
            && (self.frame.status, frame.status) == (Status::Actual, Status::Planned);
        if ahead {
            self.frame.status = frame.status;
            self.frame.cause = frame.cause;
        }
        self.last = frame.sentence;
        // "revenue rose 9% … profit fell 3%": the change is that of the profit.
        let leads =
            |(lead, of): &(usize, usize)| frame.has(*lead) && frame.has(*of) && !self.frame.has(*lead);
        if let Some((_, of)) = merger.rules.events[frame.event].foremost.filter(leads) {
            self.frame.roles.retain(|(role, _)| *role != of);
        }
        // A headline's present tense tells no time.
        let retells = headed && !merger.is_headline(frame.sentence);
        self.take_roles(merger, &frame, retells);
        // A name says more than "a French retailer".
        let nameless = |actor: &(usize, Filler<'x>)| actor.1.mention.is_none();
        if self.frame.actor.as_ref().is_none_or(nameless) {
            self.frame.actor = frame.actor.or(self.frame.actor);
        }
        let describes = |rule: usize| merger.rules.rules[rule].describes();
        let tells = !describes(frame.rule) && (describes(self.frame.rule) || retells);
        // "will cut 300 jobs … The job cuts follow a loss": a noun or a present tense only names what was planned.
        // "will launch the van in May … It was shown in 2023": another stage.
        let stage = merger.rules.events[frame.event].staged
            && days.is_some_and(|(known, new)| !merger.agree(&known, &new));
        let happened = self.frame.status == Status::Planned
            && frame.status == Status::Actual
            && !stage
            && (frame.past || merger.tells_done(frame.trigger));
        if tells || happened && describes(self.frame.rule) == describes(frame.rule) {
            self.frame.status = frame.status;
            self.frame.cause = frame.cause;
            self.frame.rule = frame.rule;
        }
    }
}

impl<'x> Merged<'x> {
    /// Takes what another frame of the same happening has in roles that are open still. If it `retells` a headline, its
    /// words go before the short ones of that: "a supply agreement" before "deal".
    fn take_roles(&mut self, merger: &Merger<'_, 'x>, frame: &Frame<'x>, retells: bool) {
        let had = self.frame.roles.len();
        let pairs = merger.rules.events[frame.event].pairs;
        let sides = pairs.filter(|role| merger.are_sides(&self.frame, frame, *role));
        for &(role, filler) in &frame.roles {
            if self.frame.roles.len() >= FILLERS {
                break;
            }
            self.name_what_is_counted(merger, role, &filler);
            if merger.is_headline(self.frame.sentence) {
                self.say_in_full(merger, role, &filler);
            }
            let new = !self.frame.roles[..had].iter().any(|(known, _)| *known == role);
            let known = || fillers(&self.frame, role);
            // A company of a country is told of more closely than the country.
            let close = |other: &Filler<'x>| {
                merger.is_organisation(other) || merger.meets(self.frame.event, role, other)
            };
            let of_country = sides != Some(role) && merger.is_country(&filler) && known().any(close);
            // Whom a sentence is only taken to be about is nobody further.
            let taken = filler.inherited && role > PLACE;
            // "Siemens and Samruk-Energo will build a park": told again of one of them, it tells no more of the other.
            let again = known().any(|other| other.mention.is_some() && merger.agree(other, &filler));
            if again || !new && (of_country || taken) {
                continue;
            }
            let named = known().all(|other| other.mention.is_some());
            let further = merger.several(self.frame.event, role) && filler.mention.is_some() && named;
            let share = !new && known().all(|other| merger.says_by_share(other, &filler));
            if new || further || share {
                self.frame.roles.push((role, filler));
            } else if let Some(known) = self
                .frame
                .roles
                .iter_mut()
                .find(|(known, other)| *known == role && other.mention.is_none() && other.word.is_none())
            {
                // A name says more than a phrase, and what a sentence says more than what those before it are about.
                let own = !filler.inherited && (known.1.inherited || retells);
                if filler.mention.is_some() || own {
                    known.1 = filler;
                }
            }
        }
    }

    /// A headline rounds: 694,271 says more than its 694,000.
    fn say_in_full(&mut self, merger: &Merger<'_, 'x>, role: usize, filler: &Filler<'x>) {
        let mut known = self.frame.roles.iter_mut();
        let short = known.find(|(known, other)| {
            *known == role && !merger.is_organisation(other) && merger.shortens(other, filler)
        });
        if let Some(known) = short {
            known.1 = *filler;
        }
    }

    /// "120 jobs" says more than the "120" of a headline.
    fn name_what_is_counted(&mut self, merger: &Merger<'_, 'x>, role: usize, filler: &Filler<'x>) {
        let noun = |filler: &Filler<'x>| match merger.value(filler) {
            Some(Value::Count { noun, .. }) => Some(noun.is_some()),
            _ => None,
        };
        let known = self.frame.roles.iter_mut().find(|(known, other)| {
            *known == role && noun(other) == Some(false) && merger.agree(other, filler)
        });
        if let Some(known) = known.filter(|_| noun(filler) == Some(true)) {
            known.1 = *filler;
        }
    }
}

pub(super) struct Merger<'a, 'x> {
    pub(super) reading: &'a Reading<'x>,
    pub(super) rules: &'x RuleSet,
    pub(super) mentions: &'a [Mention<'x>],
}

impl<'x> Merger<'_, 'x> {
    /// Whether it only tells what something that stands already is like: "The refinery, of 160,000 barrels a day, …". What
    /// it costs tells that somebody builds it, and so does "a 1,500 MW plant".
    fn only_describes(&self, frame: &Frame<'x>) -> bool {
        let of_kind = |kind: Kind| {
            let mut values = frame.roles.iter().filter_map(|(_, filler)| self.value(filler));
            values.any(|value| value.kind() == kind)
        };
        self.rules.rules[frame.rule].describes()
            && frame.status == Status::Actual
            && !of_kind(Kind::Money)
            && !(of_kind(Kind::Measure) && self.is_indefinite(frame))
    }

    /// Whether a verb tells of it in a form that things have which happened.
    fn tells_done(&self, trigger: Span) -> bool {
        let behind = |byte: usize| self.reading.token_from(byte);
        (behind(trigger.start())..behind(trigger.end())).any(|at| {
            let tag = self.reading.tag(at);
            matches!(tag, Tag::VerbPast | Tag::VerbPart | Tag::VerbIng)
        })
    }

    /// Whether the noun group of a frame's trigger begins with `a`.
    pub(super) fn is_indefinite(&self, frame: &Frame<'x>) -> bool {
        /// As many tokens as a noun group may have before its head.
        const BEFORE: usize = 8;
        let head = self.reading.token_from(frame.trigger.start());
        let mut before = (0..head).rev().take(BEFORE);
        let first = before.find(|token| {
            matches!(
                self.reading.tag(*token),
                Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Genitive
            )
        });
        first.is_some_and(|first| self.reading.is_indefinite(first))
    }

    fn evidence(&self, frame: &Frame<'x>) -> Evidence {
        let sentence = self.reading.sentences.get(frame.sentence);
        let tokens = sentence.map_or(0..0, |sentence| sentence.first as usize..sentence.end as usize);
        let teaser = self.reading.zone(tokens.start) == ZoneKind::Teaser;
        Evidence {
            span: self.reading.span(tokens),
            trigger: frame.trigger,
            teaser,
        }
    }

    /// Whether a role may hold several fillers of equal right.
    pub(super) fn several(&self, event: usize, role: usize) -> bool {
        role != DATE
            && !self.rules.events[event].roles[role].kinds.iter().all(|kind| {
                matches!(
                    kind,
                    Accept::Kind(Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Date)
                        | Accept::Word(_)
                )
            })
    }

    pub(super) fn value(&self, filler: &Filler<'x>) -> Option<&Value<'x>> {
        Some(&self.mentions.get(filler.mention?.index())?.value)
    }

    pub(super) fn is_percent(&self, filler: &Filler<'x>) -> bool {
        self.value(filler)
            .is_some_and(|value| value.kind() == Kind::Percent)
    }

    /// Whether a role is one of persons before anybody else, and a person fills it: those who meet.
    fn meets(&self, event: usize, role: usize, filler: &Filler<'x>) -> bool {
        let first = self.rules.events[event].roles[role].kinds.first();
        let person = Accept::Kind(Kind::Person);
        first == Some(&person)
            && self
                .value(filler)
                .is_some_and(|value| value.kind() == Kind::Person)
    }

    pub(super) fn is_country(&self, filler: &Filler<'x>) -> bool {
        self.value(filler)
            .is_some_and(|value| value.kind() == Kind::Country)
    }

    pub(super) fn is_organisation(&self, filler: &Filler<'x>) -> bool {
        self.value(filler)
            .is_some_and(|value| value.kind() == Kind::Organisation)
    }

    /// Whether two fillers are the same thing.
    pub(super) fn agree(&self, a: &Filler<'x>, b: &Filler<'x>) -> bool {
        if a.mention.is_some() && a.mention == b.mention {
            return true;
        }
        let entity = |filler: &Filler<'x>| self.mentions.get(filler.mention?.index())?.entity;
        if let (Some(one), Some(other)) = (entity(a), entity(b)) {
            return one == other;
        }
        match (self.value(a), self.value(b)) {
            // "shrank by 9pc" is the -9% of a table.
            (Some(Value::Percent { amount: one }), Some(Value::Percent { amount: other }))
                if a.falling == b.falling =>
            {
                one.low.abs() == other.low.abs() && one.high == other.high
            }
            (Some(a), Some(b)) => same_value(a, b),
            // "by a third" is 35.4 percent, told roughly.
            (Some(Value::Percent { amount }), None) if b.multiple.is_some() => rounds(b, a, amount),
            (None, Some(Value::Percent { amount })) if a.multiple.is_some() => rounds(a, b, amount),
            (None, None) if a.word.is_some() || b.word.is_some() => a.word == b.word,
            (None, None) if a.multiple.is_some() || b.multiple.is_some() => a.multiple == b.multiple,
            (None, None) if self.are_other_numbers(a, b) => false,
            (None, None) => {
                let last = |filler: &Filler<'x>| {
                    let text = filler.span.of(self.reading.text);
                    text.rsplit(char::is_whitespace)
                        .next()
                        .unwrap_or(text)
                        .to_lowercase()
                };
                last(a) == last(b)
            }
            _ => false,
        }
    }

    /// Whether two phrases count their things, and not alike: "10 new shops", "three shops".
    fn are_other_numbers(&self, a: &Filler<'x>, b: &Filler<'x>) -> bool {
        let count = |filler: &Filler<'x>| {
            let first = self
                .mentions
                .partition_point(|mention| mention.span().start() < filler.span.start());
            let mut within = self.mentions[first..]
                .iter()
                .take_while(|mention| mention.span().start() < filler.span.end());
            let counted = within.find(|mention| mention.kind() == Kind::Count)?;
            match counted.value() {
                Value::Count { amount, .. } if counted.span().end() <= filler.span.end() => Some(amount.low),
                _ => None,
            }
        };
        count(a).zip(count(b)).is_some_and(|(one, other)| one != other)
    }

    /// A role names each filler once: the owner of `its contract` may be its subject too.
    fn unite(&self, frame: &mut Frame<'x>) {
        let mut kept = 0;
        for at in 0..frame.roles.len() {
            let (role, filler) = frame.roles[at];
            let known = frame.roles[..kept].iter().any(|(other, known)| {
                *other == role && known.mention.is_some() && self.agree(known, &filler)
            });
            if !known {
                frame.roles[kept] = (role, filler);
                kept += 1;
            }
        }
        frame.roles.truncate(kept);
    }

    fn typed(&self, merged: Merged<'x>, vouchers: &[Voucher<'x>]) -> Event<'x> {
        let frame = merged.frame;
        let source = self.source(&frame, vouchers);
        let event = &self.rules.events[frame.event];
        let mut roles = frame.roles;
        let actor = frame.actor.filter(|(role, actor)| {
            !roles
                .iter()
                .any(|(found, filler)| found == role || self.agree(filler, actor))
        });
        roles.extend(actor);
        roles.extend(event.counted(self.reading, self.mentions, &roles));
        let fillers = |number: usize| -> Vec<Filler<'x>> {
            let of = roles.iter().filter(|(role, _)| *role == number);
            of.map(|(_, filler)| *filler).collect()
        };
        let names = event.roles[PLACE + 1..].iter().map(|role| role.name.as_str());
        // They are asked for in the order in which they are declared.
        let mut next = PLACE + 1;
        let fact = Fact::take(&event.name, names, |name| {
            let mut numbers = (next..event.roles.len()).chain(0..next);
            let number = numbers.find(|number| event.roles[*number].name == name);
            next = number.map_or(next, |number| number + 1);
            number.map(fillers).unwrap_or_default()
        });
        Event {
            fact,
            status: frame.status,
            cause: frame.cause,
            source,
            date: fillers(DATE),
            place: fillers(PLACE),
            evidence: merged.evidence,
            disagrees: Vec::new(),
            origin: self.rules.origin(frame.rule),
        }
    }
}

/// What fills a role.
pub(super) fn fillers<'f, 'x>(
    frame: &'f Frame<'x>,
    role: usize,
) -> impl Iterator<Item = &'f Filler<'x>> + Clone {
    let roles = frame.roles.iter();
    roles
        .filter(move |(found, _)| *found == role)
        .map(|(_, filler)| filler)
}

fn same_value(a: &Value<'_>, b: &Value<'_>) -> bool {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => a.value == b.value,
        (Value::Country { code: a, .. }, Value::Country { code: b, .. }) => a == b,
        (Value::Place { name: a, .. }, Value::Place { name: b, .. }) => a == b,
        (Value::Count { amount: a, .. }, Value::Count { amount: b, .. }) => {
            a.low == b.low && a.high == b.high || is_rounded(a, b) || is_rounded(b, a)
        }
        (Value::Percent { amount: a }, Value::Percent { amount: b })
        | (Value::Measure { amount: a, .. }, Value::Measure { amount: b, .. }) => {
            a.low == b.low && a.high == b.high
        }
        (
            Value::Money {
                amount: a,
                currency: x,
            },
            Value::Money {
                amount: b,
                currency: y,
            },
        ) => a.low == b.low && x == y,
        (Value::Model { model: a, .. }, Value::Model { model: b, .. }) => a == b,
        (a, b) => a == b,
    }
}

/// Whether a count is told roughly that the other tells exactly: "more than 230,000" for 239,382.
fn is_rounded(rough: &Amount, exact: &Amount) -> bool {
    /// One part in so many at most.
    const NEAR: i64 = 12;
    /// Smaller counts are told as they are.
    const LARGE: i64 = 1000;
    let within = match rough.bound {
        Bound::Exact => false,
        Bound::MoreThan | Bound::AtLeast => exact.low >= rough.low,
        Bound::LessThan | Bound::AtMost => exact.low <= rough.low,
        Bound::About => true,
    };
    let near = || {
        let apart = (exact.low - rough.low).abs().checked_mul(Decimal::from(NEAR));
        apart.is_some_and(|apart| apart <= exact.low)
    };
    let single = rough.high.is_none() && exact.high.is_none() && exact.bound == Bound::Exact;
    single && within && exact.low >= Decimal::from(LARGE) && near()
}

/// Whether a change that words tell is a percentage told roughly: "nearly halved" for 48.5 percent.
fn rounds(words: &Filler<'_>, figure: &Filler<'_>, amount: &Amount) -> bool {
    /// In per cent.
    const ROUGH: i16 = 3;
    let Some(multiple) = words.multiple else {
        return false;
    };
    let told = Decimal::from(multiple.percent);
    let size = amount.low.abs();
    let exact = if figure.falling { -size } else { size };
    (told - exact).abs() <= Decimal::from(ROUGH)
}
