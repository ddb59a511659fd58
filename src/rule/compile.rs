//! Lines of a rule file to rules, every word of them checked.

mod words;

use rustc_hash::FxHashMap;

use super::parse::{self, Content, Line};
use super::signs::Kinds;
use super::PLACE;
use super::{
    Accept, Actor, Choice, Condition, Counted, EventType, Example, Fill, Inherits, Role, Rule, RuleSet,
    Slots, Status, TriggerSort, Triggers,
};
use crate::clause::Slot;
use crate::error::BuildError;
use crate::lexicon::{Lexicon, WordSet};
use crate::mention::Kind;

/// Adds the rules of a file to `set`.
pub(super) fn compile(
    set: &mut RuleSet,
    lexicon: &Lexicon,
    file: &str,
    lines: Vec<Line<'_>>,
) -> Result<(), BuildError> {
    let mut compiler = Compiler {
        lexicon,
        file: (set.files.len() - 1) as u16,
        set,
        event: None,
        rule: None,
        words: FxHashMap::default(),
    };
    for line in lines {
        compiler
            .line(line.number, line.content)
            .map_err(|message| BuildError::new(file, line.number, message))?;
    }
    compiler
        .finish()
        .map_err(|(line, message)| BuildError::new(file, line, message))
}

struct Compiler<'a, 't> {
    lexicon: &'a Lexicon,
    set: &'a mut RuleSet,
    file: u16,
    event: Option<usize>,
    /// The first rule of the file and the rule at hand.
    rule: Option<usize>,
    /// The lists of words by name, each word perhaps with its particle (`bring back`) or the word before it.
    words: FxHashMap<&'t str, Vec<&'t str>>,
}

impl<'t> Compiler<'_, 't> {
    fn event(&self) -> Result<usize, String> {
        self.event
            .ok_or_else(|| "found a line before the first `event`, expected `event` and a name".to_owned())
    }

    fn rule(&mut self) -> Result<&mut Rule, String> {
        let at = self.rule.ok_or_else(|| {
            "found a line that belongs to a rule, expected `rule` and a name before it".to_owned()
        })?;
        Ok(&mut self.set.rules[at])
    }

    fn role(&self, name: &str) -> Result<usize, String> {
        let event = &self.set.events[self.event()?];
        event
            .roles
            .iter()
            .position(|role| role.name == name)
            .ok_or_else(|| {
                let known: Vec<&str> = event.roles.iter().map(|role| role.name.as_str()).collect();
                format!(
                    "found {name:?}, which is no keyword and no role of {:?}; its roles are {}",
                    event.name,
                    known.join(", ")
                )
            })
    }

    fn roles(&self, names: &[&str]) -> Result<Vec<usize>, String> {
        names.iter().map(|name| self.role(name)).collect()
    }

    fn line(&mut self, number: usize, content: Content<'t>) -> Result<(), String> {
        match content {
            Content::Event(name) => {
                let known = self.set.events.iter().position(|event| event.name == name);
                let event = known.unwrap_or_else(|| {
                    let dates = vec![Accept::Kind(Kind::Date)];
                    let places = vec![Accept::Kind(Kind::Place), Accept::Kind(Kind::Country)];
                    self.set.events.push(EventType {
                        name: name.to_owned(),
                        counted: None,
                        holder: None,
                        actor: None,
                        lines: None,
                        ahead: false,
                        uncompared: false,
                        together: false,
                        omits: Vec::new(),
                        topic: None,
                        inherits: Vec::new(),
                        // Every event may have these two.
                        roles: vec![
                            Role {
                                name: "date".to_owned(),
                                kinds: dates,
                                total: false,
                            },
                            Role {
                                name: "place".to_owned(),
                                kinds: places,
                                total: false,
                            },
                        ],
                    });
                    self.set.events.len() - 1
                });
                self.event = Some(event);
                self.rule = None;
            }
            Content::Role { name, kinds } => {
                let event = self.event()?;
                let kinds = self.accept(&kinds)?;
                let roles = &mut self.set.events[event].roles;
                if let Some(role) = roles.iter().find(|role| role.name == name) {
                    if role.kinds != kinds {
                        return Err(format!(
                            "found another set of kinds for the role {name:?} than before"
                        ));
                    }
                } else {
                    roles.push(Role {
                        total: false,
                        name: name.to_owned(),
                        kinds,
                    });
                }
            }
            Content::Holder(name) => {
                let (event, role) = (self.event()?, self.role(name)?);
                self.set.events[event].holder = Some(role);
            }
            Content::Actor { role, near } => {
                let (event, role) = (self.event()?, self.role(role)?);
                self.set.events[event].actor = Some(Actor { role, near });
            }
            Content::Total(names) => {
                let (event, roles) = (self.event()?, self.roles(&names)?);
                for role in roles {
                    self.set.events[event].roles[role].total = true;
                }
            }
            Content::Words { name, words } => {
                for word in &words {
                    self.verb(word)?;
                }
                self.words.insert(name, words);
            }
            Content::Rule(name) => {
                let event = self.event()?;
                let name = format!("{}.{name}", self.set.events[event].name);
                if self.set.rules.iter().any(|rule| rule.name == name) {
                    return Err(format!("found a second rule {name:?}"));
                }
                let EventType {
                    omits,
                    topic,
                    inherits,
                    ..
                } = &self.set.events[event];
                let (omits, topic, inherits) = (omits.clone(), *topic, inherits.clone());
                self.rule = Some(self.set.rules.len());
                self.set.rules.push(Rule {
                    file: self.file,
                    line: number as u32,
                    name,
                    event,
                    under: Vec::new(),
                    not_under: Vec::new(),
                    settled: false,
                    turned: false,
                    claims: false,
                    beside: WordSet::default(),
                    without: WordSet::default(),
                    apart: WordSet::default(),
                    lines: false,
                    follows: false,
                    describes: false,
                    distinct: false,
                    topic,
                    shifts: Vec::new(),
                    others: None,
                    negative: None,
                    fills: Vec::new(),
                    figures: false,
                    needs: Vec::new(),
                    several: None,
                    inherits,
                    when: Vec::new(),
                    status: None,
                    sets: Vec::new(),
                    conditions: Vec::new(),
                    each: None,
                    omits,
                });
            }
            Content::Verbs(verbs) => {
                self.rule()?;
                for verb in self.expand(&verbs)? {
                    self.trigger(verb, TriggerSort::Verb)?;
                }
            }
            Content::Nouns(nouns) => {
                self.rule()?;
                for noun in self.expand(&nouns)? {
                    self.trigger(noun, TriggerSort::Noun)?;
                }
            }
            Content::Prepositions(words) => {
                self.rule()?;
                for word in words {
                    self.trigger(word, TriggerSort::Preposition)?;
                }
            }
            Content::Given(condition) => self.condition(number, true, &condition)?,
            Content::Unless(condition) => self.condition(number, false, &condition)?,
            Content::Each(name) => {
                let role = self.role(name)?;
                self.rule()?.each = Some(role);
            }
            Content::Omit(names) => {
                let roles = self.roles(&names)?;
                if roles.iter().any(|role| *role > PLACE) {
                    return Err(format!("found {:?}, expected date or place", names.join(", ")));
                }
                let event = self.event()?;
                let omits = match self.rule {
                    Some(rule) => &mut self.set.rules[rule].omits,
                    None => &mut self.set.events[event].omits,
                };
                omits.extend(roles);
            }
            Content::Under(verbs) => {
                let verbs = self.expand(&verbs)?;
                let verbs = verbs.iter().map(|verb| self.verb(verb));
                let verbs = verbs.collect::<Result<Vec<_>, _>>()?;
                self.rule()?.under.extend(verbs);
            }
            Content::NotUnder(verbs) => {
                let verbs = self.expand(&verbs)?;
                let verbs = verbs.iter().map(|verb| self.verb(verb));
                let verbs = verbs.collect::<Result<Vec<_>, _>>()?;
                self.rule()?.not_under.extend(verbs);
            }
            Content::Ahead => {
                let event = self.event()?;
                self.set.events[event].ahead = true;
            }
            Content::Together => {
                let event = self.event()?;
                self.set.events[event].together = true;
            }
            Content::Uncompared => {
                let event = self.event()?;
                self.set.events[event].uncompared = true;
            }
            Content::Settled => self.rule()?.settled = true,
            Content::Turned => self.rule()?.turned = true,
            Content::Claims => self.rule()?.claims = true,
            Content::Counted { role, count, kinds } => {
                let event = self.event()?;
                let counted = Counted {
                    role: self.role(role)?,
                    count: self.role(count)?,
                    accept: self.accept(&kinds)?,
                };
                self.set.events[event].counted = Some(counted);
            }
            Content::Lines => {
                let rule = self.rule()?;
                rule.lines = true;
                let event = rule.event;
                let lines = &mut self.set.events[event].lines;
                *lines = lines.or(self.rule);
            }
            Content::Follows => self.rule()?.follows = true,
            Content::Describes => self.rule()?.describes = true,
            Content::Distinct => self.rule()?.distinct = true,
            Content::Negative(name) => {
                let role = self.role(name)?;
                self.rule()?.negative = Some(role);
            }
            Content::Shift { from, to } => {
                let shift = (self.role(from)?, self.role(to)?);
                self.rule()?.shifts.push(shift);
            }
            Content::Others { from, to } => {
                let others = (self.role(from)?, self.role(to)?);
                self.rule()?.others = Some(others);
            }
            Content::Topic(name) => {
                let role = self.role(name)?;
                let event = self.event()?;
                match self.rule {
                    Some(rule) => self.set.rules[rule].topic = Some(role),
                    None => self.set.events[event].topic = Some(role),
                }
            }
            Content::Beside(words) => {
                let words = self.lemmas(&words)?;
                self.rule()?.beside.extend(words.iter());
            }
            Content::Apart(words) => {
                let words = self.lemmas(&words)?;
                self.rule()?.apart.extend(words.iter());
            }
            Content::Without(words) => {
                let words = self.lemmas(&words)?;
                self.rule()?.without.extend(words.iter());
            }
            Content::Needs(names) => {
                let several = match names[..] {
                    [name] => name.strip_prefix("several ").map(str::trim),
                    _ => None,
                };
                let names = several.map_or(names, |name| vec![name]);
                let roles = self.roles(&names)?;
                if several.is_some() {
                    self.rule()?.several = roles.first().copied();
                }
                self.rule()?.needs.push(roles);
            }
            Content::Inherits(names) => {
                for name in names {
                    let (name, source) = match name.split_once(" from ") {
                        Some((name, source)) => (name.trim(), Some(source.trim())),
                        None => (name, None),
                    };
                    let source = source.map(|source| {
                        let parts = source.split_once('.');
                        let parts = parts.map(|(event, role)| (event.to_owned(), role.to_owned()));
                        parts.ok_or_else(|| {
                            format!("found {source:?}, expected an event type, a dot and its role")
                        })
                    });
                    let role = self.role(name)?;
                    let source = source.transpose()?;
                    let event = self.event()?;
                    let inherits = match self.rule {
                        Some(rule) => &mut self.set.rules[rule].inherits,
                        None => &mut self.set.events[event].inherits,
                    };
                    inherits.push(Inherits { role, source });
                }
            }
            Content::When(names) => {
                let when = names.iter().map(|name| status(name)).collect::<Result<_, _>>()?;
                self.rule()?.when = when;
            }
            Content::Status(name) => {
                let status = status(name)?;
                self.rule()?.status = Some(status);
            }
            Content::Set { role, value } => {
                let number = self.role(role)?;
                let allowed = self.set.events[self.event()?].roles[number].kinds.iter().any(
                    |kind| matches!(kind, Accept::Word(words) if words.iter().any(|word| word == value)),
                );
                if !allowed {
                    return Err(format!("found {value:?}, which the role {role:?} does not take"));
                }
                self.rule()?.sets.push((number, value.to_owned()));
            }
            Content::Fill { role, slots, kinds } => {
                let number = self.role(role)?;
                let slots = slots
                    .iter()
                    .map(|slots| slots.iter().map(|slot| self.slot(slot)).collect())
                    .map(|slots: Result<_, _>| slots.map(Slots::new))
                    .collect::<Result<Vec<_>, _>>()?;
                let accept = if kinds.is_empty() {
                    self.set.events[self.event()?].roles[number].kinds.clone()
                } else {
                    self.accept(&kinds)?
                };
                let mention = |accept: &Accept| {
                    matches!(
                        accept,
                        Accept::Kind(_)
                            | Accept::Sort(_)
                            | Accept::Official
                            | Accept::Owner(_)
                            | Accept::Name
                            | Accept::Not(_)
                            | Accept::NoSort(_)
                    )
                };
                let kinds =
                    |accept: &Accept| matches!(accept, Accept::Kind(_) | Accept::Sort(_) | Accept::Official);
                let mixed = accept.iter().any(kinds) && !accept.iter().all(mention);
                let named = mixed.then(|| accept.iter().filter(|accept| mention(accept)).cloned().collect());
                let choice = |accept: Vec<Accept>| Choice {
                    takes: Kinds::asked(&accept),
                    accept,
                };
                let figure = |accept: &Accept| {
                    matches!(
                        accept,
                        Accept::Kind(Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Date)
                            | Accept::Counted(_)
                            | Accept::Measured(_)
                    )
                };
                let mut all = slots.iter().flat_map(|slots: &Slots| &slots.list);
                let fill = Fill {
                    role: number,
                    bits: slots.iter().fold(0, |bits, slots| bits | slots.bits),
                    figures: all.any(|slot| matches!(slot, Slot::Level | Slot::Change | Slot::Previous)),
                    slots,
                    single: accept.iter().all(figure),
                    named: named.map(choice),
                    whole: choice(accept),
                };
                let rule = self.rule()?;
                rule.figures |= fill.figures;
                rule.fills.push(fill);
            }
            Content::Hit { text, expected } => self.example(number, text, Some(expected))?,
            Content::Miss(text) => self.example(number, text, None)?,
        }
        Ok(())
    }

    fn condition(&mut self, line: usize, wanted: bool, found: &parse::Condition<'t>) -> Result<(), String> {
        let slots = found
            .slots
            .iter()
            .map(|slot| match *slot {
                "quotation" => Ok(Slot::Quotation),
                "clause" => Ok(Slot::Clause),
                "infinitive" => Ok(Slot::Infinitive),
                slot => self.slot(slot),
            })
            .collect::<Result<Vec<_>, _>>()?;
        let slots = Slots::new(slots);
        let accept = self.accept(&found.kinds)?;
        let free = accept.is_empty() || slots.bits & Slot::ASKED != 0;
        self.rule()?.conditions.push(Condition {
            wanted,
            slots,
            takes: Kinds::asked(&accept).filter(|_| !free),
            accept,
            line: line as u32,
        });
        Ok(())
    }

    fn example(&mut self, number: usize, text: &str, expected: Option<&str>) -> Result<(), String> {
        let event = self.event()?;
        self.set.examples.push(Example {
            file: self.file,
            line: number as u32,
            event,
            text: text.to_owned(),
            expected: expected.map(str::to_owned),
        });
        Ok(())
    }

    fn finish(self) -> Result<(), (usize, String)> {
        let mut triggered = vec![false; self.set.rules.len()];
        for trigger in self.set.lists.iter().flat_map(Triggers::all) {
            triggered[trigger.rule] = true;
        }
        for (rule, triggered) in self.set.rules.iter().zip(triggered) {
            if rule.file != self.file {
                continue;
            }
            let at = rule.line as usize;
            if !triggered && !rule.lines {
                return Err((
                    at,
                    format!(
                        "found a rule {:?} without `verbs`, `nouns`, `prepositions` or `lines`",
                        rule.name
                    ),
                ));
            }
            if rule.fills.is_empty() {
                return Err((at, format!("found a rule {:?} that fills no role", rule.name)));
            }
        }
        Ok(())
    }
}

fn status(name: &str) -> Result<Status, String> {
    Status::parse(name)
        .ok_or_else(|| format!("found the status {name:?}, expected actual, planned, possible or denied"))
}
