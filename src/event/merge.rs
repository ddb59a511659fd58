//! Frames to events: one happening told in headline, lead and body is one event.

use super::claim::claim;
use super::{Event, Evidence, Fact};
use crate::entity::Entity;
use crate::mention::{organisation, Kind, Mention, Value};
use crate::reading::Reading;
use crate::rule::{is_reporter, Accept, Filler, Frame, Note, RuleSet, Status, Why, DATE, PLACE};
use crate::text::{Span, ZoneKind};

/// How many events back a retelling is looked for.
pub(super) const BACK: usize = 64;

/// How many sentences on "the plant" is the one told of.
const POINTED: usize = 2;
/// The same where the sentence only tells how it is.
const DESCRIBED: usize = 4;

/// How many sentences back an event gives its roles to one of its own type.
const INHERITED: usize = 2;
/// The same for one of another type: ministers met, and an agreement was signed.
const BESIDE: usize = 1;

/// How many sentences on the time of a statistic is that of one which tells none.
const CARRIED: usize = 0;
/// The same for one that goes on with what was told before.
const FOLLOWED: usize = 3;

/// The event type whose speakers vouch for what their sentences tell.
const STATEMENT: &str = "statement";

/// Merges frames that tell the same, and types them.
pub(crate) fn events<'x>(
    reading: &Reading<'x>,
    rules: &'x RuleSet,
    mentions: &[Mention<'x>],
    entities: &[Entity<'x>],
    mut frames: Vec<Frame<'x>>,
    mut notes: Option<&mut Vec<Note>>,
) -> Vec<Event<'x>> {
    claim(rules, mentions, &mut frames, notes.as_deref_mut());
    let merger = Merger {
        reading,
        rules,
        mentions,
        entities,
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
                frame,
                evidence: vec![evidence],
            }),
        }
    }
    merger.carry_dates(&mut merged);
    let pairs = merger.disagreements(&merged);
    let typed = |merged| merger.typed(merged, &vouchers);
    let mut events: Vec<Event<'x>> = merged.into_iter().map(typed).collect();
    for (one, other) in pairs {
        events[one].disagrees.push(other);
        events[other].disagrees.push(one);
    }
    events
}

/// Somebody who speaks in a sentence.
struct Voucher<'x> {
    sentence: usize,
    trigger: Span,
    speaker: Filler<'x>,
}

pub(super) struct Merged<'x> {
    pub(super) frame: Frame<'x>,
    evidence: Vec<Evidence>,
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
        let had = self.frame.roles.len();
        for (role, filler) in frame.roles {
            let new = !self.frame.roles[..had].iter().any(|(known, _)| *known == role);
            // A company of a country is told of more closely than the country.
            if !new
                && merger.is_country(&filler)
                && self
                    .frame
                    .roles
                    .iter()
                    .any(|(known, other)| *known == role && merger.is_organisation(other))
            {
                continue;
            }
            let further = merger.several(self.frame.event, role)
                && filler.mention.is_some()
                && !self.frame.roles.iter().any(|(known, other)| {
                    *known == role && (other.mention.is_none() || merger.agree(other, &filler))
                });
            let share = !new
                && self
                    .frame
                    .roles
                    .iter()
                    .all(|(known, other)| *known != role || merger.says_by_share(other, &filler));
            if new || further || share {
                self.frame.roles.push((role, filler));
            } else if let Some(known) = self
                .frame
                .roles
                .iter_mut()
                .find(|(known, other)| *known == role && other.mention.is_none() && other.word.is_none())
            {
                // A name says more than a phrase.
                if filler.mention.is_some() {
                    known.1 = filler;
                }
            }
        }
        self.frame.actor = self.frame.actor.or(frame.actor);
        let describes = |rule: usize| merger.rules.rules[rule].describes();
        // A headline's present tense tells no time.
        let retells = merger.is_headline(self.frame.sentence) && !merger.is_headline(frame.sentence);
        let tells = !describes(frame.rule) && (describes(self.frame.rule) || retells);
        let happened = self.frame.status == Status::Planned && frame.status == Status::Actual;
        if tells || happened && describes(self.frame.rule) == describes(frame.rule) {
            self.frame.status = frame.status;
            self.frame.cause = frame.cause;
            self.frame.rule = frame.rule;
        }
    }
}

pub(super) struct Merger<'a, 'x> {
    pub(super) reading: &'a Reading<'x>,
    pub(super) rules: &'x RuleSet,
    pub(super) mentions: &'a [Mention<'x>],
    entities: &'a [Entity<'x>],
}

impl<'x> Merger<'_, 'x> {
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

    fn is_percent(&self, filler: &Filler<'x>) -> bool {
        self.value(filler)
            .is_some_and(|value| value.kind() == Kind::Percent)
    }

    fn is_country(&self, filler: &Filler<'x>) -> bool {
        self.value(filler)
            .is_some_and(|value| value.kind() == Kind::Country)
    }

    fn is_organisation(&self, filler: &Filler<'x>) -> bool {
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
            (None, None) if a.word.is_some() || b.word.is_some() => a.word == b.word,
            (None, None) if a.multiple.is_some() || b.multiple.is_some() => a.multiple == b.multiple,
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

    /// Whether one organisation's name begins with the other's: a headline has "Vestas" for "Vestas Wind Systems".
    fn shortened(&self, a: &Filler<'x>, b: &Filler<'x>) -> bool {
        let (Some(Value::Organisation { name: a }), Some(Value::Organisation { name: b })) =
            (self.value(a), self.value(b))
        else {
            return false;
        };
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        long.strip_prefix(short.as_ref())
            .is_some_and(|rest| rest.starts_with(' '))
    }

    fn same(&self, told: &Merged<'x>, new: &Frame<'x>) -> bool {
        let known = &told.frame;
        if known.event != new.event {
            return false;
        }
        if known.comparison != new.comparison {
            return self.shares_level(known, new);
        }
        // Two rules that read one word tell one happening.
        let last = told.evidence.last().map_or(known.trigger, |last| last.trigger);
        if (known.trigger == new.trigger || last == new.trigger)
            && known.rule != new.rule
            && self.rules.rules[new.rule].each().is_none()
        {
            return !self.counts_another(known, new);
        }
        let mixed = |a, b| a == Status::Actual && b == Status::Planned;
        let describes = |frame: &Frame<'_>| self.rules.rules[frame.rule].describes();
        // How a thing is described does not tell what becomes of it: "the plant can make 40,000 cars".
        let described = describes(known) || describes(new);
        if known.status != new.status
            && !described
            && !mixed(known.status, new.status)
            && !mixed(new.status, known.status)
        {
            return false;
        }
        if let Some(each) = self.rules.rules[new.rule].each() {
            let of = |frame: &Frame<'x>| {
                let mut fillers = frame.roles.iter().filter(|(role, _)| *role == each);
                fillers.next().map(|(_, filler)| *filler)
            };
            return matches!((of(known), of(new)), (Some(a), Some(b)) if self.agree(&a, &b));
        }
        // What a headline tells the text tells once more, mostly at once.
        let near = new.sentence <= known.sentence + DESCRIBED;
        let retold = (near || told.evidence.len() == 1) && self.is_headline(known.sentence);
        let goes_on = self.rules.events[new.event].together
            && known.status == new.status
            && new.sentence <= known.sentence + POINTED;
        let mut agreeing = 0;
        let mut figures = 0;
        let mut phrases = 0;
        let mut only_known = false;
        let mut only_new = false;
        for role in 0..self.rules.events[new.event].roles.len() {
            let (mut ours, mut theirs) = (fillers(known, role), fillers(new, role));
            let (Some(our), Some(their)) = (ours.clone().next(), theirs.clone().next()) else {
                let counts = role != DATE && role != PLACE;
                only_known |= counts && ours.next().is_some();
                only_new |= counts && theirs.next().is_some();
                continue;
            };
            // A region and the town in it do not contradict each other.
            if role == PLACE {
                continue;
            }
            let all = theirs.clone().chain(ours.clone());
            let agree = |one, other| self.agree(one, other) || retold && self.shortened(one, other);
            let shared = theirs.any(|filler| ours.clone().any(|other| agree(other, filler)));
            let named = all.clone().all(|filler| filler.mention.is_some());
            if role == DATE {
                // "The plant, opened in 1998, will close in March": a day of its own for what is still to come.
                let apart = known.sentence == new.sentence && known.status != new.status;
                if !shared && (!new.definite || apart) && !self.overlap(our, their) {
                    return false;
                }
            } else if shared {
                agreeing += 1;
                figures += usize::from(!self.several(new.event, role) && their.word.is_none());
            } else if self.acts_for(known, new, role) {
                return true;
            } else if goes_on && only_known && only_new && self.is_percent(their) {
                // By how much each of the two figures moved.
            } else if named {
                // Names or figures that differ: two happenings.
                return false;
            } else if all.clone().all(|filler| filler.mention.is_none()) {
                let pointed = new.definite && self.may_point(new.event, our, their);
                if !pointed && !retold {
                    return false;
                }
                phrases += 1;
            }
        }
        // "the plant", which the sentence before did not call so
        let named_now = new
            .roles
            .iter()
            .any(|(role, filler)| filler.slot == "trigger" && filler.word.is_none() && !known.has(*role));
        if retold && phrases > 0 && !only_known && (near || agreeing > 0) {
            return true;
        }
        // "Lupin recalls drug": its lead tells how many, and calls the drug by its name further on.
        let measured = |frame: &Frame<'x>| self.rules.rules[frame.rule].reads_figures();
        if retold && agreeing > 0 && !measured(known) && !measured(new) {
            return true;
        }
        let near = known.sentence + if describes(new) { DESCRIBED } else { POINTED };
        if agreeing > 0 && self.rules.rules[new.rule].adds() {
            return true;
        }
        let pointed = new.definite && (agreeing + phrases > 0 || named_now) && new.sentence <= near;
        if pointed {
            return true;
        }
        if self.completes(known, new, agreeing) || goes_on && agreeing > 0 {
            return true;
        }
        if known.sentence == new.sentence {
            return agreeing > 0 || !(only_known && only_new) || known.trigger == new.trigger;
        }
        let roles = self.rules.events[new.event].roles.len();
        figures > 0 || agreeing >= 2 || agreeing == 1 && (roles == 3 || !(only_known && only_new))
    }

    /// Whether a figure that a statistic is compared with is told by a participle too: "above the 12,961 delivered in June".
    fn shares_level(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let level = |filler: &Filler<'x>| {
            let kind = self.value(filler).map(Value::kind);
            matches!(kind, Some(Kind::Count | Kind::Money | Kind::Measure))
        };
        let ours = known
            .roles
            .iter()
            .map(|(_, filler)| filler)
            .filter(|filler| level(filler));
        ours.into_iter().any(|filler| {
            filler.mention.is_some() && new.roles.iter().any(|(_, other)| other.mention == filler.mention)
        })
    }

    /// Whether a figure of one is another in the other: "Chile sold 5 million tonnes and Peru 2 million".
    fn counts_another(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        (PLACE + 1..self.rules.events[new.event].roles.len()).any(|role| {
            let (ours, mut theirs) = (fillers(known, role), fillers(new, role));
            let told = ours.clone().next().is_some() && theirs.clone().next().is_some();
            let agrees = |filler| {
                ours.clone()
                    .any(|other| self.agree(other, filler) || self.says_by_share(other, filler))
            };
            told && !self.several(new.event, role) && !theirs.any(agrees)
        })
    }

    /// Whether one tells in money what the other tells in percent: "gained 45 cents, or 0.5%".
    fn says_by_share(&self, one: &Filler<'x>, other: &Filler<'x>) -> bool {
        let kinds = [one, other].map(|filler| self.value(filler).map(Value::kind));
        one.falling == other.falling
            && matches!(
                kinds,
                [Some(Kind::Money), Some(Kind::Percent)] | [Some(Kind::Percent), Some(Kind::Money)]
            )
    }

    /// Whether a phrase may be another word for what one before it names: "the unit" after "a plant". Nobody has a
    /// policy: "the sugar quota" is no tariff told of before.
    fn may_point(&self, event: usize, known: &Filler<'x>, new: &Filler<'x>) -> bool {
        let words = |filler: &Filler<'x>| filler.span.of(self.reading.text).split_whitespace();
        self.rules.events[event].is_held()
            || new.slot != "trigger"
            || words(new).any(|word| words(known).any(|other| other.eq_ignore_ascii_case(word)))
    }

    /// Whether a sentence is the title line, which names things in other words than the text below.
    fn is_headline(&self, sentence: usize) -> bool {
        let first = self.reading.sentences.get(sentence);
        first.is_some_and(|sentence| self.reading.zone(sentence.first as usize) == ZoneKind::Headline)
    }

    /// Whether the new frame tells without figures of a country what the known one, in the same sentence, tells of its
    /// company: "the first batch sent by Honda, with which Pakistan started exporting cars".
    fn acts_for(&self, known: &Frame<'x>, new: &Frame<'x>, role: usize) -> bool {
        let all = |frame: &Frame<'x>, kind: Kind| {
            fillers(frame, role).all(|filler| self.value(filler).is_some_and(|value| value.kind() == kind))
        };
        let vague = new
            .roles
            .iter()
            .all(|(role, filler)| *role == DATE || self.several(new.event, *role) && filler.word.is_none());
        vague && known.sentence == new.sentence && all(known, Kind::Organisation) && all(new, Kind::Country)
    }

    /// Whether one tells the figure of a statistic and the other its change: "Toyota built 5.3% more cars in July. Output
    /// came to 846,771."
    fn completes(&self, known: &Frame<'x>, new: &Frame<'x>, agreeing: usize) -> bool {
        let near = if agreeing > 0 { 1 } else { 0 };
        let measured = |frame: &Frame<'x>| self.rules.rules[frame.rule].reads_figures();
        if new.sentence > known.sentence + near || known.comparison || !measured(known) || !measured(new) {
            return false;
        }
        let has = |frame: &Frame<'x>, wanted: &[Kind]| {
            frame.roles.iter().any(|(_, filler)| {
                self.value(filler)
                    .is_some_and(|value| wanted.contains(&value.kind()))
            })
        };
        let change = [Kind::Percent];
        let level = [Kind::Count, Kind::Measure, Kind::Money];
        let party = [Kind::Organisation, Kind::Country];
        let parts =
            |one, other| has(one, &change) && !has(one, &level) && !has(other, &change) && has(other, &level);
        (parts(known, new) || parts(new, known)) && (agreeing > 0 || !has(known, &party) && !has(new, &party))
    }

    /// Whether two dates may be one: the days of one lie within those of the other, or are not known.
    fn overlap(&self, a: &Filler<'x>, b: &Filler<'x>) -> bool {
        let days = |filler: &Filler<'x>| match self.value(filler) {
            Some(Value::Date(when)) => when.start.zip(when.end),
            _ => None,
        };
        match (days(a), days(b)) {
            (Some((a_start, a_end)), Some((b_start, b_end))) => {
                a_start <= b_start && b_end <= a_end || b_start <= a_start && a_end <= b_end
            }
            _ => false,
        }
    }

    /// Takes the roles that the rule allows from the events told before.
    fn inherit(&self, frame: &mut Frame<'x>, merged: &[Merged<'x>]) {
        for inherits in self.rules.rules[frame.rule].inherits() {
            if frame.has(inherits.role) {
                continue;
            }
            // Where and when something is holds for what the same sentence tells of it.
            let beside = if inherits.role > PLACE { BESIDE } else { 0 };
            // They stand in the order of their sentences.
            let mut before = merged.iter().rev().map(|merged| &merged.frame);
            let giver = match &inherits.source {
                None => before
                    .take_while(|known| known.sentence + INHERITED >= frame.sentence)
                    .find(|known| known.event == frame.event)
                    .map(|known| (known, inherits.role)),
                Some((event, role)) => before
                    .by_ref()
                    .take_while(|known| known.sentence + beside >= frame.sentence)
                    .find_map(|known| {
                        let known_type = &self.rules.events[known.event];
                        let number = known_type.roles.iter().position(|known| known.name == *role)?;
                        (known_type.name == *event).then_some((known, number))
                    }),
            };
            let Some((known, role)) = giver else { continue };
            let given = known.roles.iter().filter(|(found, _)| *found == role);
            frame.roles.extend(given.map(|(_, filler)| {
                let filler = Filler {
                    inherited: true,
                    ..*filler
                };
                (inherits.role, filler)
            }));
        }
    }

    /// A statistic that tells no time covers that of the one before it: "In May, exports rose 5%. Imports fell 3%."
    fn carry_dates(&self, merged: &mut [Merged<'x>]) {
        let measures = |frame: &Frame<'x>| self.rules.rules[frame.rule].measures() && !frame.comparison;
        for at in 1..merged.len() {
            let frame = &merged[at].frame;
            if frame.has(DATE) || !measures(frame) {
                continue;
            }
            let before = merged[..at].iter().rev().map(|merged| &merged.frame).take(BACK);
            let date = before
                .filter(|known| measures(known) && known.status == frame.status)
                .take_while(|known| {
                    let near = if self.rules.rules[frame.rule].follows() {
                        FOLLOWED
                    } else {
                        CARRIED
                    };
                    known.sentence + near >= frame.sentence
                })
                .find_map(|known| known.roles.iter().find(|(role, _)| *role == DATE));
            if let Some((_, date)) = date {
                let date = Filler {
                    inherited: true,
                    ..*date
                };
                merged[at].frame.roles.push((DATE, date));
            }
        }
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

    /// What has a day to come is planned, if no past tense speaks against it: "the board meets on Friday".
    fn look_ahead(&self, frame: &mut Frame<'x>) {
        let ahead = self.rules.events[frame.event].ahead;
        // "The ministry put exports at 8 million tonnes for 2026": the figure of a period to come is none of the past.
        let period = self.rules.rules[frame.rule].measures();
        if frame.status != Status::Actual || frame.past && !ahead && !period || frame.comparison {
            return;
        }
        let Some(published) = self.reading.published else {
            return;
        };
        let ahead = frame.roles.iter().find(|(role, filler)| {
            let (start, end) = match self.value(filler) {
                Some(Value::Date(when)) => (when.start, when.end),
                _ => return false,
            };
            let day = start == end && frame.past && !ahead;
            *role == DATE && !day && start.is_some_and(|start| start > published)
        });
        if let Some((_, date)) = ahead {
            frame.status = Status::Planned;
            frame.cause = Some(date.span);
        }
    }

    /// Who speaks in each sentence, in the order of the text.
    fn vouchers(&self, frames: &[Frame<'x>]) -> Vec<Voucher<'x>> {
        let statements = frames
            .iter()
            .filter(|frame| self.rules.events[frame.event].name == STATEMENT);
        statements
            .filter_map(|frame| {
                let (_, speaker) = frame.roles.iter().find(|(role, _)| *role > PLACE)?;
                Some(Voucher {
                    sentence: frame.sentence,
                    trigger: frame.trigger,
                    speaker: *speaker,
                })
            })
            .collect()
    }

    /// Who vouches for what a frame tells: whose statement stands nearest in its sentence.
    fn source(&self, frame: &Frame<'x>, vouchers: &[Voucher<'x>]) -> Option<Filler<'x>> {
        if self.rules.events[frame.event].name == STATEMENT {
            return None;
        }
        let from = vouchers.partition_point(|voucher| voucher.sentence < frame.sentence);
        vouchers[from..]
            .iter()
            .take_while(|voucher| voucher.sentence == frame.sentence)
            .min_by_key(|voucher| voucher.trigger.start().abs_diff(frame.trigger.start()))
            .map(|voucher| voucher.speaker)
    }

    /// "Deliveries fell 13% to 384,122, Tesla said": a company's figures are its own where nobody else is named for them.
    fn speaks_of_own(&self, frame: &mut Frame<'x>, vouchers: &[Voucher<'x>]) {
        let rule = &self.rules.rules[frame.rule];
        let Some(role) = rule.topic() else {
            return;
        };
        let named = |(found, filler): &(usize, Filler<'x>)| *found == role && !filler.inherited;
        if frame.comparison || frame.roles.iter().any(named) {
            return;
        }
        let kinds = &self.rules.events[frame.event].roles[role].kinds;
        let source = self.source(frame, vouchers).filter(|source| {
            let mention = source.mention.and_then(|id| self.mentions.get(id.index()));
            mention.is_some_and(|mention| self.is_company(mention) && !is_reporter(self.reading, mention))
                && kinds.contains(&Accept::Kind(Kind::Organisation))
        });
        if let Some(source) = source {
            frame.roles.retain(|(found, _)| *found != role);
            frame.roles.push((role, source));
        }
    }

    fn is_company(&self, mention: &Mention<'x>) -> bool {
        let Value::Organisation { name } = &mention.value else {
            return false;
        };
        organisation::sort(self.reading.lexicon, name) == Some(organisation::Sort::Company)
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
        let fact = Fact::take(&event.name, names, |name| {
            let number = event.roles.iter().position(|role| role.name == name);
            number.map(fillers).unwrap_or_default()
        });
        let _ = self.entities;
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
        (Value::Count { amount: a, .. }, Value::Count { amount: b, .. })
        | (Value::Percent { amount: a }, Value::Percent { amount: b })
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
