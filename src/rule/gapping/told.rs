//! The frame of a statistic that is told again without its verb: whose it is now, and its figures.

use super::super::apply::Applier;
use super::super::definition::Fill;
use super::super::fill::takes;
use super::super::filler::Filler;
use super::super::frame::{Frame, DATE, PLACE};
use super::super::statistic::Figures;
use super::super::{Accept, Rule};
use super::{is_figure, Gap};
use crate::clause::{GroupId, Slot};
use crate::mention::Kind;

impl<'x> Applier<'_, 'x> {
    /// The frame of a statistic that is taken up again.
    pub(super) fn again(
        &self,
        rule: &Rule,
        frame: &Frame<'x>,
        gap: &Gap,
        figures: &Figures,
    ) -> Option<Frame<'x>> {
        let mut other = frame.clone();
        let group = gap.name.map(|name| &self.clauses.groups[name]);
        let named = group.and_then(|group| self.mentions.within(group.first, group.end).next());
        let mention = |id: Option<crate::mention::MentionId>| self.mentions.mentions.get(id?.index());
        other.roles.retain(|(role, filler)| {
            let figure = mention(filler.mention).is_some_and(|mention| is_figure(mention.kind()));
            let own =
                gap.preposition.is_some() || named.is_none() || filler.span.end() <= frame.trigger.start();
            !figure
                // "Asia took 940 tonnes, Europe 300": where it is may be who it is told of.
                && (*role != PLACE || gap.preposition.is_some() || filler.slot == "subject")
                && (gap.name.is_none() || *role == DATE || own)
                && (*role != DATE || gap.name.is_some() || figures.date.is_none())
        });
        if let Some(name) = gap.name {
            let group = &self.clauses.groups[name];
            let named = self.mentions.within(group.first, group.end).next();
            let Some(named) = named else {
                return self.of_other_goods(rule, other, name, figures);
            };
            let kinds = |role: usize| &self.rules.events[rule.event].roles[role].kinds;
            let ground = |kind: Kind| matches!(kind, Kind::Country | Kind::Place);
            let alike = |role: usize, kind: Kind| {
                let grounds = ground(kind) && ground(named.kind()) && takes(kinds(role), named.kind());
                kind == named.kind() || grounds
            };
            // Who or what the statistic itself names, before what it takes from the sentences before.
            let own = other.roles.iter().filter(|(_, filler)| !filler.inherited);
            let inherited = other.roles.iter().filter(|(_, filler)| filler.inherited);
            // "Kenya was its main supplier, followed by Peru": whoever does what the verb tells, before others.
            let acts = |filler: &Filler| matches!(filler.slot, "subject" | "support" | "predicate");
            let acting = own.clone().filter(|(_, filler)| acts(filler));
            let role = self.member_role(frame, named.kind()).or_else(|| {
                let mut candidates = acting.chain(own).chain(inherited);
                let found = candidates.find(|(role, filler)| {
                    *role != DATE
                        && mention(filler.mention).is_some_and(|mention| alike(*role, mention.kind()))
                        && filler.word.is_none()
                        && gap
                            .preposition
                            .is_none_or(|word| self.hangs_on(filler, self.reading.lexicon.word_text(word)))
                });
                found.map(|(role, filler)| (*role, filler.slot))
            });
            // "car sales came to 47,622, with Toyota on 17,110": who does what the statistic tells.
            let agent = || {
                let open = gap.ranked && named.kind() != Kind::Country;
                let role = rule
                    .topic
                    .filter(|role| open && takes(kinds(*role), named.kind()));
                role.map(|role| (role, "with"))
            };
            // "bought 465,000 tonnes, including 175,000 from Russia": the first partner that is told of.
            let partner = || {
                let slot = Slot::Preposition(gap.preposition?);
                let mut fills = rule.fills.iter();
                let fits = |fill: &&Fill| {
                    fill.slots().any(|other| *other == slot) && takes(fill.accept(), named.kind())
                };
                fills
                    .find(fits)
                    .map(|fill| (fill.role, slot.name(self.reading.lexicon)))
            };
            let role = role.or_else(agent).or_else(partner)?;
            let replaced: Vec<_> = other.roles.iter().filter(|(found, _)| *found == role.0).collect();
            let replaced: Vec<_> = replaced.iter().map(|(_, filler)| filler.span).collect();
            // "output fell 11% in Peru, 9% in Chile": who it is of is where it is, too.
            other.roles.retain(|(found, filler)| {
                let there = *found == PLACE && (filler.slot == "subject" || replaced.contains(&filler.span));
                *found != role.0 && !there
            });
            other.roles.push((role.0, self.of_mention(named, role.1)));
        }
        self.with_figures(rule, other, figures)
    }

    /// Whether what fills a role hangs on a preposition: Peru in "sales in Peru fell", "in Peru sales fell".
    fn hangs_on(&self, filler: &Filler<'x>, preposition: &str) -> bool {
        let first = self.reading.token_from(filler.span.start());
        let opens = || first > 0 && self.reading.is(first - 1, preposition);
        filler.slot == preposition || filler.slot == "possessive" && opens()
    }

    /// The role and slot of a name that a figure stands right beside: Iraq in "its customers were Iraq (300 tonnes), Oman
    /// (200 tonnes)".
    fn member_role(&self, frame: &Frame<'x>, kind: Kind) -> Option<(usize, &'x str)> {
        let told = |figure: GroupId| {
            let Some(group) = self.clauses.groups.get(figure) else {
                return false;
            };
            let mut fillers = frame
                .roles
                .iter()
                .filter_map(|(_, filler)| self.mention_of(filler));
            fillers.any(|mention| {
                is_figure(mention.kind()) && mention.first >= group.first && mention.end <= group.end
            })
        };
        let found = frame.roles.iter().find(|(role, filler)| {
            let mention = self.mention_of(filler).filter(|mention| mention.kind() == kind);
            let group = mention
                .filter(|_| *role != DATE && !filler.inherited)
                .and_then(|mention| {
                    let groups = &self.clauses.groups;
                    let at = groups.partition_point(|group| group.end <= mention.first);
                    // "Kenyan tea with 84 million kilos": the figure is the tea's.
                    (groups.get(at)?.end == mention.end).then_some(at)
                });
            let figure = group.and_then(|group| self.beside(group, false));
            figure.is_some_and(|(figure, _)| told(figure))
        });
        found.map(|(role, filler)| (*role, filler.slot))
    }

    /// The same of goods that no mention names: "palm oil by 25pc".
    fn of_other_goods(
        &self,
        rule: &Rule,
        mut other: Frame<'x>,
        name: GroupId,
        figures: &Figures,
    ) -> Option<Frame<'x>> {
        let lemma = self.clauses.noun(name)?.lemma;
        let phrase = |role: usize| {
            self.rules.events[rule.event].roles[role]
                .kinds
                .contains(&Accept::Phrase)
        };
        // "exports were 32,800 tonnes and consumption 57,800": not all words are goods.
        let barred = |accept: &Accept| matches!(accept, Accept::Not(words) if words.contains(lemma));
        let mut fills = rule.fills.iter().filter(|fill| phrase(fill.role));
        let role = fills.clone().next()?.role;
        if fills.any(|fill| fill.role == role && fill.accept().iter().any(barred)) {
            return None;
        }
        other.roles.retain(|(found, _)| *found != role);
        let mut member = Some(name);
        while let Some(at) = member.filter(|at| !self.has_figure(*at)) {
            let group = &self.clauses.groups[at];
            let words = self.reading.span(group.first as usize..group.end as usize);
            other.roles.push((role, Filler::of_words(words, "subject")));
            member = self
                .clauses
                .noun(at)
                .and_then(|noun| noun.next)
                .filter(|next| *next == at + 2);
        }
        self.with_figures(rule, other, figures)
    }

    /// The frame with the figures of its own, if it has any.
    pub(in crate::rule) fn with_figures(
        &self,
        rule: &Rule,
        mut other: Frame<'x>,
        figures: &Figures,
    ) -> Option<Frame<'x>> {
        let before = other.roles.len();
        for figure in &figures.list {
            // "went up by $4 and now sells at $37": what it is now fills no change, though a change may be an object as well.
            let wanted: &[&[Slot]] = match figure.slot {
                Slot::Level => &[&[Slot::Level], &[Slot::Object, Slot::Subject]],
                Slot::Change => &[&[Slot::Change]],
                _ => continue,
            };
            let take = |strict: bool, wanted: &[Slot]| {
                rule.fills.iter().find_map(|fill| {
                    let fits = fill.slots().any(|slot| wanted.contains(slot));
                    let free = !other.roles.iter().any(|(role, _)| *role == fill.role);
                    let kinds = if strict {
                        fill.accept()
                    } else {
                        // Taken up again, a measure may leave out its unit: "and China 1.9 million".
                        &self.rules.events[rule.event].roles[fill.role].kinds
                    };
                    let filler = self.figure(figure, kinds).filter(|_| fits && free)?;
                    Some((fill.role, filler))
                })
            };
            let mut tries = [true, false]
                .into_iter()
                .flat_map(|strict| wanted.iter().map(move |slots| (strict, *slots)));
            let taken = tries.find_map(|(strict, slots)| take(strict, slots));
            other.roles.extend(taken);
        }
        if other.roles.len() == before {
            return None;
        }
        if let Some(date) = figures.date.and_then(|date| self.mentions.mentions.get(date)) {
            other.roles.retain(|(role, _)| *role != DATE);
            other.roles.push((DATE, self.of_mention(date, "time")));
        }
        Some(other)
    }
}
