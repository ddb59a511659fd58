//! What the lines of a rule file say of an event type.

use super::Compiler;
use crate::lexicon::WordSet;
use crate::mention::Kind;
use crate::rule::event_type::{Actor, Counted, EventType, National, Role, Stray};
use crate::rule::parse::{is_keyword, EventFlag};
use crate::rule::{Accept, Inherits, PLACE};

/// What every event has beside its roles, by the names that the output gives it.
const OF_EVERY_EVENT: [&str; 7] = [
    "id",
    "type",
    "status",
    "rule",
    "source",
    "disagrees_with",
    "evidence",
];

impl<'t> Compiler<'_, 't> {
    fn event_type(&mut self) -> Result<&mut EventType, String> {
        let event = self.event()?;
        Ok(&mut self.set.events[event])
    }

    /// A type that an earlier file began is gone on with.
    pub(super) fn start_event(&mut self, name: &str) -> Result<(), String> {
        let events = &mut self.set.events;
        let known = events.iter().position(|event| event.name == name);
        self.event = known.or_else(|| {
            events.push(EventType::new(name));
            Some(events.len() - 1)
        });
        self.rule = None;
        Ok(())
    }

    pub(super) fn add_role(&mut self, name: &str, kinds: &[&str]) -> Result<(), String> {
        if OF_EVERY_EVENT.contains(&name) {
            return Err(format!(
                "found a role {name:?}, expected a name other than {}, which every event has",
                OF_EVERY_EVENT.join(", ")
            ));
        }
        if is_keyword(name) {
            return Err(format!(
                "found a role {name:?}, expected a name that is no keyword"
            ));
        }
        let kinds = self.accept(kinds)?;
        let event = self.event_type()?;
        let roles = &mut event.roles;
        match roles.iter().find(|role| role.name == name) {
            None if event.sealed => {
                return Err(format!(
                    "found a new role {name:?} of the built-in type {:?}, expected one of its roles: {}",
                    event.name,
                    event.role_names()
                ));
            }
            None => roles.push(Role::new(name, kinds)),
            Some(role) if role.kinds == kinds => {}
            Some(_) => {
                return Err(format!(
                    "found other kinds for the role {name:?} than before, expected the same"
                ))
            }
        }
        Ok(())
    }

    pub(super) fn name_words(&mut self, name: &'t str, words: &[&'t str]) -> Result<(), String> {
        let named = self.named(words)?;
        let known = match self.event {
            None => self.shared.insert(name, named),
            Some(_) => self.words.insert(name, named),
        };
        match known {
            Some(_) => Err(format!(
                "found a second list of words {name:?}, expected a name that is not taken"
            )),
            None => Ok(()),
        }
    }

    pub(super) fn flag_event(&mut self, flag: EventFlag) -> Result<(), String> {
        let event = self.event_type()?;
        // Its events would be lost without a word.
        if matches!(flag, EventFlag::Background) && event.sealed {
            return Err(format!(
                "found `background` in the built-in type {:?}, expected it in a type of one's own",
                event.name
            ));
        }
        match flag {
            EventFlag::Ahead => event.ahead = true,
            EventFlag::Together => event.together = true,
            EventFlag::Uncompared => event.uncompared = true,
            EventFlag::Lasts => event.lasts = true,
            EventFlag::Decided => event.decided = true,
            EventFlag::Staged => event.staged = true,
            EventFlag::Pending => event.pending = true,
            EventFlag::Background => event.background = true,
        }
        Ok(())
    }

    pub(super) fn holder(&mut self, role: &str) -> Result<(), String> {
        let role = self.role(role)?;
        self.event_type()?.holder = Some(role);
        Ok(())
    }

    pub(super) fn national(&mut self, near: bool) -> Result<(), String> {
        self.event_type()?.national = Some(National { near });
        Ok(())
    }

    pub(super) fn actor(&mut self, role: &str, near: bool) -> Result<(), String> {
        let role = self.role(role)?;
        self.event_type()?.actor = Some(Actor { role, near });
        Ok(())
    }

    pub(super) fn exclusive(&mut self, one: &str, other: &str) -> Result<(), String> {
        let exclusive = (self.role(one)?, self.role(other)?);
        self.event_type()?.exclusive.push(exclusive);
        Ok(())
    }

    pub(super) fn foremost(&mut self, lead: &str, of: &str) -> Result<(), String> {
        let foremost = (self.role(lead)?, self.role(of)?);
        self.event_type()?.foremost = Some(foremost);
        Ok(())
    }

    pub(super) fn totals(&mut self, roles: &[&str]) -> Result<(), String> {
        for role in self.roles(roles)? {
            self.event_type()?.roles[role].total = true;
        }
        Ok(())
    }

    pub(super) fn counted(&mut self, role: &str, count: &str, kinds: &[&str]) -> Result<(), String> {
        let counted = Counted {
            role: self.role(role)?,
            count: self.role(count)?,
            accept: self.accept(kinds)?,
        };
        self.event_type()?.counted = Some(counted);
        Ok(())
    }

    pub(super) fn stray(
        &mut self,
        role: &str,
        how: &str,
        after: &[&str],
        kinds: &[&str],
    ) -> Result<(), String> {
        let stray = Stray {
            role: self.role(role)?,
            pace: match how {
                "" => None,
                "paced" => Some(true),
                "whole" => Some(false),
                _ => return Err(format!("found {how:?}, expected `paced` or `whole`")),
            },
            after: self.lemmas(after)?,
            accept: self.accept(kinds)?,
        };
        self.event_type()?.strays.push(stray);
        Ok(())
    }

    pub(super) fn opposed(&mut self, one: &str, other: &str) -> Result<(), String> {
        let opposed = [self.listed(one)?, self.listed(other)?];
        self.event_type()?.opposed = Some(opposed);
        Ok(())
    }

    pub(super) fn alike(&mut self, list: &str) -> Result<(), String> {
        let words = self.listed(list)?;
        self.event_type()?.alike.push(words);
        Ok(())
    }

    pub(super) fn pending(&mut self, list: &str) -> Result<(), String> {
        self.event_type()?.pending_verbs = self.listed(list)?;
        Ok(())
    }

    pub(super) fn content(&mut self, list: &str) -> Result<(), String> {
        self.event_type()?.content = self.listed(list)?;
        Ok(())
    }

    fn listed(&self, name: &str) -> Result<WordSet, String> {
        match name.strip_prefix('@') {
            Some(list) => self.single_words(list, name),
            None => Err(format!("found {name:?}, expected `@` and a list of words")),
        }
    }

    pub(super) fn make(&mut self, maker: &str, product: &str) -> Result<(), String> {
        let make = (self.role(maker)?, self.role(product)?);
        self.event_type()?.make = Some(make);
        Ok(())
    }

    pub(super) fn stages(&mut self, list: &str) -> Result<(), String> {
        self.event_type()?.stages = self.listed(list)?;
        Ok(())
    }

    pub(super) fn pairs(&mut self, role: &str) -> Result<(), String> {
        let role = self.role(role)?;
        self.event_type()?.pairs = Some(role);
        Ok(())
    }

    pub(super) fn theme(&mut self, role: &str) -> Result<(), String> {
        let role = self.role(role)?;
        self.event_type()?.theme = Some(role);
        Ok(())
    }

    /// Of the rule at hand, or of all rules of the type that follow.
    pub(super) fn topic(&mut self, role: &str) -> Result<(), String> {
        let role = self.role(role)?;
        match self.rule {
            Some(rule) => self.set.rules[rule].topic = Some(role),
            None => self.event_type()?.topic = Some(role),
        }
        Ok(())
    }

    /// Of the rule at hand, or of all rules of the type that follow.
    pub(super) fn inherits(&mut self, roles: &[&str]) -> Result<(), String> {
        for role in roles {
            let (role, source) = match role.split_once(" from ") {
                Some((role, source)) => (role.trim(), Some(source.trim())),
                None => (*role, None),
            };
            let source = source.map(|source| {
                let parts = source.split_once('.');
                let parts = parts.map(|(event, role)| (event.to_owned(), role.to_owned()));
                parts.ok_or_else(|| format!("found {source:?}, expected an event type, a dot and its role"))
            });
            let inherits = Inherits {
                role: self.role(role)?,
                source: source.transpose()?,
            };
            match self.rule {
                Some(rule) => self.set.rules[rule].inherits.push(inherits),
                None => self.event_type()?.inherits.push(inherits),
            }
        }
        Ok(())
    }

    /// Of the rule at hand, or of all rules of the type that follow.
    pub(super) fn omit(&mut self, names: &[&str]) -> Result<(), String> {
        let roles = self.roles(names)?;
        let actor = self.event_type()?.actor.map(|actor| actor.role);
        if roles.iter().any(|role| *role > PLACE && Some(*role) != actor) {
            return Err(format!(
                "found {:?}, expected date, place or the role of `actor`",
                names.join(", ")
            ));
        }
        match self.rule {
            Some(rule) => self.set.rules[rule].omits.extend(roles),
            None => self.event_type()?.omits.extend(roles),
        }
        Ok(())
    }
}

impl Role {
    fn new(name: &str, kinds: Vec<Accept>) -> Self {
        Self {
            name: name.to_owned(),
            kinds,
            total: false,
        }
    }
}

impl EventType {
    /// A type of that name with the two roles that every event may have.
    fn new(name: &str) -> Self {
        let places = vec![Accept::Kind(Kind::Place), Accept::Kind(Kind::Country)];
        Self {
            name: name.to_owned(),
            roles: vec![
                Role::new("date", vec![Accept::Kind(Kind::Date)]),
                Role::new("place", places),
            ],
            ..Self::default()
        }
    }
}
