//! One trigger, one rule: what comes of them.

use super::apply::{Applier, Place};
use super::condition::trigger_verb;
use super::filler::Filler;
use super::frame::{one_each, Frame, DATE, PLACE};
use super::miss::Why;
use super::statistic::{Figures, Source};
use super::status::Decided;
use super::{Rule, Status, Trigger, TriggerSort};
use crate::clause::{Filling, GroupId, GroupKind, Slot, VerbGroup};
use crate::lexicon::WordSet;

impl<'x> Applier<'_, 'x> {
    /// What a rule finds at one of its triggers.
    pub(super) fn frame(
        &mut self,
        at: GroupId,
        trigger: &Trigger,
        rule: &'x Rule,
        number: usize,
        out: &mut Vec<Frame<'x>>,
    ) -> Result<(), Why> {
        let governor = self.governed(at, rule)?;
        self.stands_right(at, trigger, rule, number)?;
        let mut fillings = std::mem::take(&mut self.fillings);
        let mut figures = std::mem::take(&mut self.figures);
        let mut roles = std::mem::take(&mut self.roles);
        roles.clear();
        let place = (at, trigger.sort, governor);
        let compared = self.read_roles(place, trigger, rule, &mut fillings, &mut figures, &mut roles);
        self.fillings = fillings;
        self.figures = figures;
        let told = compared.and_then(|compared| {
            if rule.continues.is_some() && !self.is_continued(number, &roles, out) {
                return Err(Why::Follows);
            }
            self.tell_of(place, rule, number, &mut roles)?;
            if self.is_asked(at, governor) {
                return Err(Why::Question);
            }
            Ok((compared, self.decide(place, rule)?))
        });
        self.roles = roles;
        self.tell(place, trigger, number, told?, out);
        Ok(())
    }

    /// Adds the frame of what a rule found. Kept apart from the tries, most of which come to nothing.
    #[inline(never)]
    fn tell(
        &mut self,
        (at, _, governor): Place,
        trigger: &Trigger,
        number: usize,
        (compared, Decided { status, cause }): (Vec<Vec<(usize, Filler<'x>)>>, Decided),
        out: &mut Vec<Frame<'x>>,
    ) {
        let rule = &self.rules.rules[trigger.rule];
        let mut roles = std::mem::take(&mut self.roles);
        let actor = self.act(at, rule, number, &roles);
        let under = governor.filter(|_| !rule.under.is_empty());
        self.time_and_place(at, under, rule, &mut roles);
        let from = out.len();
        out.push(Frame {
            event: rule.event,
            rule: trigger.rule,
            trigger: self.trigger_span(at),
            deed: self.deed(at),
            sentence: number,
            status,
            crowd: self.is_done_by_others(at),
            cause,
            definite: self.definite(at) || self.points(&roles),
            past: rule.settled || rule.status.is_some() || self.is_past(at),
            comparison: rule.reads_figures() && stands(rule) && self.is_of_comparison(at),
            part: 0,
            actor,
            roles: roles.clone(),
        });
        self.roles = roles;
        // "cut its forecast for exports to 300 tonnes from 310": neither was exported.
        let forecast = cause.filter(|_| status == Status::Planned);
        let forecast = forecast.is_some_and(|cause| {
            let last = self.reading.token_from(cause.end()).saturating_sub(1);
            self.reading.tag(last).is_noun()
        });
        for compared in compared.into_iter().filter(|_| !forecast) {
            let other = out[from].compared(rule, compared);
            out.push(other);
        }
        if let Some(each) = rule.each {
            let mut frame = out.remove(from);
            self.go_on(at, each, &mut frame);
            let fillers = frame.roles.iter().filter(|(role, _)| *role == each);
            let fillers = fillers.copied().collect();
            frame.roles.retain(|(role, _)| *role != each);
            one_each(frame, fillers, out);
        } else {
            let again = self.tell_again(at, rule, &mut out[from]);
            out.extend(again);
        }
        for frame in &mut out[from..] {
            self.add_conversions(frame);
        }
    }

    /// What the clause tells once more of others, without a verb or a noun of its own for it.
    fn tell_again(&mut self, at: GroupId, rule: &Rule, frame: &mut Frame<'x>) -> Vec<Frame<'x>> {
        // "up 12%, to Italy 8%" is gapped; "30 tonnes of tea to Oman and 5 of rice to Iran" goes on with partners of its own.
        let moved = rule.reads_figures() && frame.roles.iter().any(|(_, filler)| filler.slot == "change");
        let mut again = self.bracketed(rule, frame);
        if again.is_empty() {
            again = self.parted(rule, frame, at);
        }
        if again.is_empty() && !moved {
            again = self.parallel(at, frame);
        }
        if again.is_empty() {
            again = self.share_out(rule, frame);
        }
        if again.is_empty() && rule.reads_figures() {
            again = self.gapped(rule, frame, at);
        }
        if again.is_empty() && moved {
            again = self.parallel(at, frame);
        }
        again
    }

    /// What governs a trigger, if that is what the rule asks for.
    fn governed(&self, at: GroupId, rule: &Rule) -> Result<Option<GroupId>, Why> {
        let governor = if rule.under.is_empty() || self.is_stand_in(at) {
            self.clauses.governor(at)
        } else {
            Some(self.governor_under(at, &rule.under).ok_or(Why::Under)?)
        };
        if !rule.not_under.is_empty() && self.governor_under(at, &rule.not_under).is_some() {
            return Err(Why::NotUnder);
        }
        Ok(governor)
    }

    /// Whether the verb of a trigger is negated itself.
    fn negates(&self, at: GroupId, governor: Option<GroupId>) -> bool {
        let verb = self.clauses.verb(at).or_else(|| self.clauses.verb(governor?));
        verb.is_some_and(|verb| verb.negated)
    }

    /// Whether a trigger stands where its rule reads it, with the words around it that the rule asks for.
    fn stands_right(&self, at: GroupId, trigger: &Trigger, rule: &Rule, number: usize) -> Result<(), Why> {
        if rule.reads_figures() && self.qualifies(at) || rule.measures() && self.is_shared(at) {
            return Err(Why::Qualifies);
        }
        let told = || match self.rules.events[rule.event].measured {
            true => self.course.follows(rule.event, number, rule.claims),
            false => self.course.has_told(rule.event, number),
        };
        if rule.follows && !told() {
            return Err(Why::Follows);
        }
        let verbs = || {
            self.clauses
                .groups
                .iter()
                .any(|group| matches!(group.kind, GroupKind::Verb(_)))
        };
        if rule.items && (!self.is_item(at) || verbs()) {
            return Err(Why::Item);
        }
        if rule.nonrestrictive && self.restricts(at) {
            return Err(Why::Restricts);
        }
        let hangs = self
            .clauses
            .noun(at)
            .and_then(|noun| self.preposition(noun.preposition?));
        let aside = !rule.hangs.is_empty() && !hangs.is_some_and(|word| rule.hangs.contains(word));
        if aside || hangs.is_some_and(|word| rule.apart.contains(word)) {
            return Err(Why::Apart);
        }
        // What the noun had beside it, the pronoun for it need not have.
        let has = |words: &WordSet, described: bool| self.phrase_has(at, words, described);
        let lacks = !rule.beside.is_empty() && !self.is_stand_in(at) && !has(&rule.beside, true);
        let barred = || self.rules.gate.may_bar(trigger.rule, &self.signs) && has(&rule.without, false);
        if lacks {
            return Err(Why::Beside);
        }
        if barred() {
            return Err(Why::Without);
        }
        Ok(())
    }

    /// Fills the roles of a rule from the slots of its trigger. Gives what its figures are compared with.
    fn read_roles(
        &mut self,
        place: Place,
        trigger: &Trigger,
        rule: &'x Rule,
        fillings: &mut Vec<Filling>,
        figures: &mut Figures,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) -> Result<Vec<Vec<(usize, Filler<'x>)>>, Why> {
        let at = place.0;
        let mut held = self.fillings_of(place, trigger, fillings);
        if let Some(idiom) = trigger.idiom {
            held = self.without_idiom(at, idiom, fillings).ok_or(Why::Idiom)?;
        }
        // Most tries lack something, and that is told at once; the figures of a statistic take some reading.
        let explains = self.notes.is_some();
        if !explains && !rule.reads_figures() {
            if let Some(missing) = self.rules.gate.lacks(trigger.rule, held) {
                return Err(Why::Needs(missing));
            }
        }
        self.meets(at, rule, (fillings, held), None)?;
        self.figures_of(at, rule, figures);
        let held = held | figures.slots();
        self.meets(at, rule, (fillings, held), Some(figures))?;
        let lacks = self.rules.gate.lacks(trigger.rule, held);
        if let Some(missing) = lacks.filter(|_| !explains) {
            return Err(Why::Needs(missing));
        }
        // Whom the sentence tells of is noted all the same.
        let in_vain = !explains && rule.others.is_none() && self.rules.gate.is_in_vain(trigger.rule, held);
        let enough = rule.topic.filter(|_| in_vain);
        let mut found = std::mem::take(&mut self.found);
        self.fill(rule, enough, (fillings, held), figures, &mut found, roles);
        self.found = found;
        let lasts = self.rules.events[rule.event].lasts;
        let date = figures
            .date
            .filter(|date| !lasts || !self.mentions.mentions[*date].is_day())
            .filter(|date| !self.is_aside(at, &self.mentions.mentions[*date]));
        if let Some(date) = date {
            roles.push((DATE, self.of_mention(&self.mentions.mentions[date], "time")));
        }
        Ok(if stands(rule) {
            self.comparisons(rule, figures)
        } else {
            Vec::new()
        })
    }

    /// Moves who fills a role after the first, and is another, to a second role.
    fn part_others(&self, from: usize, to: usize, roles: &mut [(usize, Filler<'x>)]) {
        let entity = |filler: &Filler<'x>| self.mention_of(filler).and_then(|mention| mention.entity);
        let mut several = roles.iter_mut().filter(|(role, _)| *role == from);
        let Some((_, first)) = several.next() else { return };
        let first = entity(first);
        for (role, filler) in several {
            if first.is_none() || entity(filler) != first {
                *role = to;
            }
        }
    }

    /// Notes whom the roles tell of, and fills from what was told before what the sentence leaves open.
    fn tell_of(
        &mut self,
        (at, _, governor): Place,
        rule: &'x Rule,
        number: usize,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) -> Result<(), Why> {
        for (role, filler) in &mut *roles {
            filler.falling |= rule.negative == Some(*role);
        }
        if let Some((from, to)) = rule
            .others
            .filter(|(_, to)| roles.iter().all(|(role, _)| role != to))
        {
            self.part_others(from, to, roles);
        }
        // "The bureau reported a rise in exports": not its own.
        if rule.measures() {
            let roles_of = &self.rules.events[rule.event].roles;
            roles.retain(|(role, filler)| !self.is_reporter(filler, &roles_of[*role].kinds));
        }
        // Who only tells figures is not whom they are about.
        let reports = |(role, filler): &(usize, Filler<'x>)| {
            rule.topic == Some(*role)
                && self
                    .mention_of(filler)
                    .is_some_and(|mention| self.reports(mention))
        };
        if !roles.iter().any(reports) {
            self.course.name(rule, number, roles);
        }
        let event = &self.rules.events[rule.event];
        let open =
            |role: &usize| !rule.may_come(event, *role) && !roles.iter().any(|(found, _)| found == role);
        let in_vain = rule.needs.iter().position(|needs| needs.iter().all(open));
        if let Some(missing) = in_vain.filter(|_| self.notes.is_none()) {
            return Err(Why::Needs(missing));
        }
        if self.leaves_open(at) {
            self.told_of(at, rule, roles);
            let told = roles.len();
            self.topic(at, rule, number, roles);
            self.drop_doubled(rule, told, roles);
        } else if self.is_done_by_others(at) {
            self.national_crowd(at, rule, number, roles);
        }
        self.partner_again(at, rule, roles);
        self.take_theme(at, rule, number, roles);
        // What the sentences before may give is asked for again once they have given it.
        let missing = |needs: &Vec<usize>, roles: &[(usize, Filler<'x>)]| {
            !needs
                .iter()
                .any(|role| rule.may_inherit(*role) || roles.iter().any(|(found, _)| found == role))
        };
        let elsewhere = |needs: &Vec<usize>| needs.contains(&PLACE) && missing(needs, roles);
        if rule.needs.iter().any(elsewhere) {
            let under = governor.filter(|_| !rule.under.is_empty());
            self.time_and_place(at, under, rule, roles);
        }
        if let Some(missing) = rule.needs.iter().position(|needs| missing(needs, roles)) {
            return Err(Why::Needs(missing));
        }
        let one = |role: &usize| roles.iter().filter(|(found, _)| found == role).count() < 2;
        if let Some(role) = rule.several.filter(one) {
            let lacking = rule.needs.iter().position(|needs| needs.contains(&role));
            return Err(Why::Needs(lacking.unwrap_or_default()));
        }
        for (role, word) in &rule.sets {
            let filler = Filler {
                word: Some(word),
                ..Filler::of_words(self.trigger_span(at), "trigger")
            };
            roles.push((*role, filler));
        }
        Ok(())
    }

    /// The status of what a rule found, if it is one that the rule is for.
    fn decide(&self, (at, sort, governor): Place, rule: &'x Rule) -> Result<Decided, Why> {
        let deciders = &self.rules.status;
        let mut decided = match sort {
            TriggerSort::Verb => {
                let under = governor.filter(|_| !rule.under.is_empty());
                deciders.of_verb(self.reading, &self.clauses, at, under)
            }
            TriggerSort::Noun => deciders.of_noun(
                self.reading,
                &self.clauses,
                at,
                governor,
                !rule.under.is_empty(),
                rule.status == Some(Status::Actual),
            ),
            TriggerSort::Preposition => Decided::default(),
        };
        let settles = |cause| deciders.is_decision(self.reading, cause);
        if self.rules.events[rule.event].decided
            && decided.status == Status::Planned
            && decided.cause.is_some_and(settles)
        {
            decided = Decided::default();
        }
        let event = &self.rules.events[rule.event];
        if event.pending || !event.pending_verbs.is_empty() {
            let verb = self
                .clauses
                .verb(at)
                .filter(|verb| verb.progressive && verb.finite() && !verb.perfect)
                .filter(|verb| event.pending || event.pending_verbs.contains(verb.lemma));
            decided.weigh(verb.map(|_| (Status::Planned, self.trigger_span(at))));
        }
        let denied = decided.status == Status::Denied;
        if rule.turned && !denied || !rule.when.is_empty() && !rule.when.contains(&decided.status) {
            return Err(Why::When(decided.status));
        }
        // "has not ruled out a tax": what the sentence denies is that it was denied.
        if denied && rule.status == Some(Status::Denied) && self.negates(at, governor) {
            return Ok(Decided {
                status: Status::Possible,
                ..decided
            });
        }
        if let Some(open) = self.left_open((at, sort, governor), rule) {
            return Ok(open);
        }
        // What the sentence leaves open stays open, whatever the rule says.
        // "urged owners to return it": only what urges leaves it open.
        let urged = || {
            let above = self.governor_under(at, &rule.under);
            let plain = |verb: &VerbGroup| verb.modal.is_none();
            let above = above.filter(|above| self.clauses.verb(*above).is_some_and(plain));
            let above = above.map(|above| self.trigger_span(above));
            above.is_some_and(|above| decided.cause.is_some_and(|cause| cause.overlaps(above)))
        };
        Ok(match rule.status {
            _ if rule.settled
                && (decided.status == Status::Planned || decided.status == Status::Possible && urged()) =>
            {
                Decided::default()
            }
            _ if rule.turned => Decided {
                status: match trigger_verb(&self.clauses, at) {
                    Some(verb) if verb.modal.is_some() => Status::Planned,
                    _ => Status::Actual,
                },
                ..decided
            },
            Some(fixed) => {
                decided.weigh(Some((fixed, self.trigger_span(at))));
                decided
            }
            None => decided,
        })
    }

    /// Where a rule tells that something ends, whether it does may be left open: "may cancel the contract".
    fn left_open(&self, (at, sort, governor): Place, rule: &Rule) -> Option<Decided> {
        let verb = match sort {
            TriggerSort::Verb => Some(at),
            _ => governor,
        };
        let verb = verb.filter(|_| rule.status == Some(Status::Denied))?;
        let deciders = &self.rules.status;
        let decided = deciders.of_verb(self.reading, &self.clauses, verb, None);
        (decided.status == Status::Possible).then_some(decided)
    }

    /// What fills the slots of a trigger, and the bits of these slots. The rules of a word share most of it.
    fn fillings_of(
        &mut self,
        place @ (at, sort, governor): Place,
        trigger: &Trigger,
        fillings: &mut Vec<Filling>,
    ) -> u64 {
        let words = &self.rules.words;
        let held = match self.filled {
            Some((known, own, held)) if known == place => {
                fillings.truncate(own);
                held
            }
            _ => {
                fillings.clear();
                match sort {
                    TriggerSort::Verb => {
                        self.clauses.verb_fillings(at, words, fillings);
                        self.counted_subject(at, fillings);
                    }
                    TriggerSort::Noun => {
                        self.clauses.noun_fillings(at, governor, words, fillings);
                        self.stood_for(at, fillings);
                    }
                    TriggerSort::Preposition => self.clauses.preposition_fillings(at, fillings),
                }
                let held = Slot::ASKED | Slot::bits(fillings.iter().map(|filling| filling.slot));
                self.filled = Some((place, fillings.len(), held));
                held
            }
        };
        match sort {
            TriggerSort::Verb => held | self.particle_object(trigger, fillings),
            _ => held,
        }
    }

    /// The figures at a trigger, if the rule reads them.
    fn figures_of(&mut self, at: GroupId, rule: &Rule, figures: &mut Figures) {
        if !rule.reads_figures() {
            figures.clear();
            self.measured = None;
        } else if self.measured != Some(at) {
            let source = Source {
                reading: self.reading,
                mentions: self.mentions,
                clauses: &self.clauses,
                words: &self.rules.words,
                is_measure: &|lemma| self.rules.is_measure(lemma),
            };
            self.rules.movements.figures(source, at, figures);
            self.measured = Some(at);
        }
    }
}

/// An aim or forecast of before is none any more.
fn stands(rule: &Rule) -> bool {
    !rule.settled && rule.status != Some(Status::Planned)
}
