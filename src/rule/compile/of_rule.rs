//! What the lines of a rule file say of a rule.

use super::Compiler;
use crate::clause::Slot;
use crate::mention::Kind;
use crate::rule::continuation::Bearer;
use crate::rule::definition::{Choice, Condition, Fill, PhrasalVerb, Slots};
use crate::rule::parse::{self, RuleFlag};
use crate::rule::signs::Kinds;
use crate::rule::{Accept, Rule, Status, TriggerSort};

impl<'t> Compiler<'_, 't> {
    pub(super) fn start_rule(&mut self, line: usize, name: &str) -> Result<(), String> {
        let event = self.event()?;
        let event_type = &mut self.set.events[event];
        let name = format!("{}.{name}", event_type.name);
        let rules = &self.set.rules;
        if event_type.rules.iter().any(|rule| rules[*rule].name == name) {
            return Err(format!(
                "found a second rule {name:?}, expected a name of its own"
            ));
        }
        let rule = Rule {
            file: self.file,
            line: line as u32,
            name,
            event,
            topic: event_type.topic,
            inherits: event_type.inherits.clone(),
            omits: event_type.omits.clone(),
            ..Rule::default()
        };
        event_type.rules.push(rules.len());
        self.rule = Some(rules.len());
        self.set.rules.push(rule);
        self.triggered.push(false);
        Ok(())
    }

    pub(super) fn triggers(&mut self, words: &[&'t str], sort: TriggerSort) -> Result<(), String> {
        self.rule()?;
        for (word, verb) in self.expand(words)? {
            self.trigger(word, verb, sort)?;
        }
        Ok(())
    }

    pub(super) fn verbs(&self, words: &[&'t str]) -> Result<Vec<PhrasalVerb>, String> {
        let words = self.expand(words)?;
        let verbs = words.into_iter();
        verbs
            .map(|(word, verb)| verb.map_or_else(|| self.verb(word), Ok))
            .collect()
    }

    pub(super) fn flag_rule(&mut self, flag: RuleFlag) -> Result<(), String> {
        let at = self.rule;
        let rule = self.rule()?;
        match flag {
            RuleFlag::Settled => rule.settled = true,
            RuleFlag::Turned => rule.turned = true,
            RuleFlag::Claims => rule.claims = true,
            RuleFlag::Follows => {
                rule.follows = true;
                let event = rule.event;
                self.set.events[event].followed = true;
            }
            RuleFlag::Describes => rule.describes = true,
            RuleFlag::Distinct => rule.distinct = true,
            RuleFlag::Joins => rule.joins = true,
            RuleFlag::Items => rule.items = true,
            RuleFlag::Nonrestrictive => rule.nonrestrictive = true,
            RuleFlag::Themed => {
                let event = rule.event;
                let theme = self.set.events[event].theme;
                self.rule()?.themed =
                    Some(theme.ok_or(
                        "found \"themed\" in a type without a theme, expected `theme ROLE` before it",
                    )?);
            }
            RuleFlag::Quotes => {
                rule.quotes = true;
                self.set.quotes = self.set.quotes.or(at);
            }
            RuleFlag::Lines => {
                rule.lines = true;
                let event = rule.event;
                let lines = &mut self.set.events[event].lines;
                *lines = lines.or(at);
            }
        }
        Ok(())
    }

    pub(super) fn continues(&mut self, bearer: &str) -> Result<(), String> {
        let bearer = Bearer::parse(bearer)
            .ok_or_else(|| format!("found {bearer:?}, expected named, timed or counted"))?;
        let at = self.rule;
        let rule = self.rule()?;
        rule.follows = true;
        rule.continues = Some(bearer);
        let event = rule.event;
        self.set.events[event].continues.extend(at);
        Ok(())
    }

    pub(super) fn condition(
        &mut self,
        line: usize,
        wanted: bool,
        found: &parse::Condition<'t>,
    ) -> Result<(), String> {
        let slots = found
            .slots
            .iter()
            .map(|slot| Slot::of_condition(slot, self.lexicon));
        let slots = Slots::new(slots.collect::<Result<_, _>>()?);
        let accept = self.accept(&found.kinds)?;
        let free = accept.is_empty() || slots.bits & Slot::ASKED != 0;
        let figure =
            |slot: &Slot| matches!(slot, Slot::Level | Slot::Change | Slot::Previous | Slot::Portion);
        self.rule()?.conditions.push(Condition {
            wanted,
            figures: slots.list.iter().any(figure),
            slots,
            takes: Kinds::asked(&accept).filter(|_| !free),
            accept,
            line: line as u32,
        });
        Ok(())
    }

    pub(super) fn when(&mut self, names: &[&str]) -> Result<(), String> {
        let when = names.iter().map(|name| status(name)).collect::<Result<_, _>>()?;
        self.rule()?.when = when;
        Ok(())
    }

    pub(super) fn status(&mut self, name: &str) -> Result<(), String> {
        let status = status(name)?;
        self.rule()?.status = Some(status);
        Ok(())
    }

    pub(super) fn needs(&mut self, names: Vec<&str>) -> Result<(), String> {
        let several = match names[..] {
            [name] => name.strip_prefix("several ").map(str::trim),
            _ => None,
        };
        let names = several.map_or(names, |name| vec![name]);
        let roles = self.roles(&names)?;
        let rule = self.rule()?;
        if several.is_some() {
            rule.several = roles.first().copied();
        }
        rule.needs.push(roles);
        Ok(())
    }

    pub(super) fn set_word(&mut self, name: &str, value: &str) -> Result<(), String> {
        let role = self.role(name)?;
        let kinds = &self.set.events[self.event()?].roles[role].kinds;
        let allowed = kinds
            .iter()
            .any(|kind| matches!(kind, Accept::Word(words) if words.iter().any(|word| word == value)));
        if !allowed {
            return Err(format!(
                "found {value:?}, expected a word that the role {name:?} takes (`=word`)"
            ));
        }
        self.rule()?.sets.push((role, value.to_owned()));
        Ok(())
    }

    pub(super) fn fill(&mut self, role: &str, slots: &[Vec<&str>], kinds: &[&str]) -> Result<(), String> {
        let role = self.role_of_line(role)?;
        let slots = slots.iter().map(|together| {
            let together: Result<_, _> = together
                .iter()
                .map(|slot| Slot::of_name(slot, self.lexicon))
                .collect();
            together.map(Slots::new)
        });
        let slots = slots.collect::<Result<Vec<_>, _>>()?;
        let accept = if kinds.is_empty() {
            self.set.events[self.event()?].roles[role].kinds.clone()
        } else {
            self.accept(kinds)?
        };
        let fill = Fill::new(role, slots, accept);
        let rule = self.rule()?;
        let (event, figures) = (rule.event, fill.figures);
        rule.figures |= figures;
        rule.fills.push(fill);
        self.set.events[event].measured |= figures;
        Ok(())
    }
}

pub(super) fn status(name: &str) -> Result<Status, String> {
    Status::parse(name)
        .ok_or_else(|| format!("found the status {name:?}, expected actual, planned, possible or denied"))
}

impl Accept {
    /// Whether it is a kind of mention by itself.
    fn is_kind(&self) -> bool {
        matches!(self, Self::Kind(_) | Self::Sort(_) | Self::Official)
    }

    /// Whether it is met by mentions alone, or narrows them.
    fn asks_mention(&self) -> bool {
        self.is_kind()
            || matches!(
                self,
                Self::Owner(_) | Self::By(_) | Self::In(_) | Self::Name | Self::Not(_) | Self::NoSort(_)
            )
    }

    /// Whether it is a figure or a date, of which a role takes one.
    pub(in crate::rule) fn is_figure(&self) -> bool {
        matches!(
            self,
            Self::Kind(Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Date)
                | Self::Counted(_)
                | Self::Measured(_)
        )
    }
}

impl Choice {
    fn new(accept: Vec<Accept>) -> Self {
        Self {
            takes: Kinds::asked(&accept),
            accept,
        }
    }
}

impl Fill {
    fn new(role: usize, slots: Vec<Slots>, accept: Vec<Accept>) -> Self {
        let mixed = accept.iter().any(Accept::is_kind) && !accept.iter().all(Accept::asks_mention);
        let named = || {
            accept
                .iter()
                .filter(|accept| accept.asks_mention())
                .cloned()
                .collect()
        };
        let mut all = slots.iter().flat_map(|slots| &slots.list);
        Self {
            role,
            bits: slots.iter().fold(0, |bits, slots| bits | slots.bits),
            figures: all.any(|slot| slot.is_figure()),
            single: accept.iter().all(Accept::is_figure),
            named: mixed.then(|| Choice::new(named())),
            whole: Choice::new(accept),
            slots,
        }
    }
}
