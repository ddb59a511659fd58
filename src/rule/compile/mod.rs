//! Lines of a rule file to rules, every word of them checked.

mod of_event;
mod of_rule;
mod offices;
mod words;

pub(super) use offices::offices;

use rustc_hash::FxHashMap;

use super::definition::PhrasalVerb;
use super::parse::{self, Content};
use super::{examples, Example, Rule, RuleSet, TriggerSort};
use crate::error::BuildError;
use crate::lexicon::{Lexicon, WordSet};

/// The lists of words that files share: those above the first `event` of a file, which the files after it know as well.
pub(super) type Shared<'t> = FxHashMap<&'t str, Named<'t>>;

/// Adds the rules of a file to `set`, and the words that it shares to `shared`.
pub(super) fn compile<'t>(
    set: &mut RuleSet,
    shared: &mut Shared<'t>,
    lexicon: &Lexicon,
    file: &str,
    text: &'t str,
) -> Result<(), BuildError> {
    let mut compiler = Compiler {
        lexicon,
        file: (set.files.len() - 1) as u16,
        set,
        event: None,
        rule: None,
        triggered: Vec::new(),
        words: FxHashMap::default(),
        shared,
    };
    for (number, content) in parse::parse(text) {
        content
            .and_then(|content| compiler.line(number, content))
            .map_err(|message| BuildError::new(file, number, message))?;
    }
    compiler
        .finish()
        .map_err(|(line, message)| BuildError::new(file, line, message))
}

struct Compiler<'a, 't> {
    lexicon: &'a Lexicon,
    set: &'a mut RuleSet,
    file: u16,
    /// The event type that the lines belong to.
    event: Option<usize>,
    /// The rule that they belong to, once there is one.
    rule: Option<usize>,
    /// Whether something triggers each of the rules of the file, which are the last ones of the set.
    triggered: Vec<bool>,
    /// The lists of words by name.
    words: FxHashMap<&'t str, Named<'t>>,
    /// Those of all files.
    shared: &'a mut Shared<'t>,
}

/// A list of words that has a name.
#[derive(Default)]
pub(super) struct Named<'t> {
    /// Each perhaps with its particle (`bring back`) or the word before it.
    words: Vec<&'t str>,
    /// The same, looked up.
    verbs: Vec<PhrasalVerb>,
    /// Those that stand alone: of verbs with a particle no noun group is made.
    single: WordSet,
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
        let known = event.roles.iter().position(|role| role.name == name);
        known.ok_or_else(|| {
            let (own, known) = (&event.name, event.role_names());
            format!("found {name:?}, expected a role of {own:?}: {known}")
        })
    }

    /// The role that a line begins with; where there is none, it may be a keyword that was meant.
    fn role_of_line(&self, name: &str) -> Result<usize, String> {
        let Some(event) = self.event else {
            return Err(format!(
                "found {name:?} before the first `event`, expected `event` and a name"
            ));
        };
        self.role(name).map_err(|_| {
            let keyword = match parse::keyword_like(name) {
                Some(keyword) => format!("`{keyword}`, another keyword"),
                None => "a keyword".to_owned(),
            };
            let event = &self.set.events[event];
            let (own, known) = (&event.name, event.role_names());
            format!("found {name:?}, expected {keyword} or a role of {own:?}: {known}")
        })
    }

    fn roles(&self, names: &[&str]) -> Result<Vec<usize>, String> {
        names.iter().map(|name| self.role(name)).collect()
    }

    fn line(&mut self, number: usize, content: Content<'t>) -> Result<(), String> {
        match content {
            Content::Event(name) => self.start_event(name),
            Content::Role { name, kinds } => self.add_role(name, &kinds),
            Content::Words { name, words } => self.name_words(name, &words),
            Content::EventFlag(flag) => self.flag_event(flag),
            Content::Holder(role) => self.holder(role),
            Content::Actor { role, near } => self.actor(role, near),
            Content::National { near } => self.national(near),
            Content::Total(roles) => self.totals(&roles),
            Content::Exclusive { one, other } => self.exclusive(one, other),
            Content::Foremost { lead, of } => self.foremost(lead, of),
            Content::Counted { role, count, kinds } => self.counted(role, count, &kinds),
            Content::Stray {
                role,
                how,
                after,
                kinds,
            } => self.stray(role, how, &after, &kinds),
            Content::Opposed { one, other } => self.opposed(one, other),
            Content::Alike(list) => self.alike(list),
            Content::PendingVerbs(list) => self.pending(list),
            Content::Contents(list) => self.content(list),
            Content::Stages(list) => self.stages(list),
            Content::Pairs(role) => self.pairs(role),
            Content::Theme(role) => self.theme(role),
            Content::Make { maker, product } => self.make(maker, product),
            Content::Topic(role) => self.topic(role),
            Content::Inherits(roles) => self.inherits(&roles),
            Content::Omit(roles) => self.omit(&roles),
            Content::Rule(name) => self.start_rule(number, name),
            Content::Verbs(words) => self.triggers(&words, TriggerSort::Verb),
            Content::Nouns(words) => self.triggers(&words, TriggerSort::Noun),
            Content::Prepositions(words) => self.triggers(&words, TriggerSort::Preposition),
            Content::Under(verbs) => {
                let verbs = self.verbs(&verbs)?;
                self.rule().map(|rule| rule.under.extend(verbs))
            }
            Content::NotUnder(verbs) => {
                let verbs = self.verbs(&verbs)?;
                self.rule().map(|rule| rule.not_under.extend(verbs))
            }
            Content::Beside(words) => {
                let words = self.lemmas(&words)?;
                self.rule().map(|rule| rule.beside.extend(words.iter()))
            }
            Content::Without(words) => {
                let words = self.lemmas(&words)?;
                self.rule().map(|rule| rule.without.extend(words.iter()))
            }
            Content::Apart(words) => {
                let words = self.lemmas(&words)?;
                self.rule().map(|rule| rule.apart.extend(words.iter()))
            }
            Content::Hangs(words) => {
                let words = self.lemmas(&words)?;
                self.rule().map(|rule| rule.hangs.extend(words.iter()))
            }
            Content::RuleFlag(flag) => self.flag_rule(flag),
            Content::Continues(bearer) => self.continues(bearer),
            Content::Given(condition) => self.condition(number, true, &condition),
            Content::Unless(condition) => self.condition(number, false, &condition),
            Content::When(statuses) => self.when(&statuses),
            Content::Status(status) => self.status(status),
            Content::Needs(roles) => self.needs(roles),
            Content::Each(role) => {
                let role = self.role(role)?;
                self.rule().map(|rule| rule.each = Some(role))
            }
            Content::Negative(role) => {
                let role = self.role(role)?;
                self.rule().map(|rule| rule.negative = Some(role))
            }
            Content::Shift { from, to } => {
                let shift = (self.role(from)?, self.role(to)?);
                self.rule().map(|rule| rule.shifts.push(shift))
            }
            Content::Others { from, to } => {
                let others = (self.role(from)?, self.role(to)?);
                self.rule().map(|rule| rule.others = Some(others))
            }
            Content::Set { role, value } => self.set_word(role, value),
            Content::Fill { role, slots, kinds } => self.fill(role, &slots, &kinds),
            Content::Hit { text, expected } => self.example(number, text, Some(expected)),
            Content::Miss(text) => self.example(number, text, None),
        }
    }

    fn example(&mut self, number: usize, text: &str, expected: Option<&str>) -> Result<(), String> {
        let event = self.event()?;
        for (role, filler) in expected.into_iter().flat_map(examples::parts) {
            match role {
                "status" => drop(of_rule::status(filler)?),
                _ => drop(self.role(role)?),
            }
        }
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
        let first = self.set.rules.len() - self.triggered.len();
        for (rule, triggered) in self.set.rules[first..].iter().zip(self.triggered) {
            let at = rule.line as usize;
            if !triggered && !rule.lines && !rule.quotes && !rule.continues() {
                return Err((
                    at,
                    format!(
                        "found a rule {:?} that nothing triggers, expected `verbs`, `nouns`, `prepositions`, `lines`, `quotes` or `continues`",
                        rule.name
                    ),
                ));
            }
            if rule.fills.is_empty() {
                let found = format!("found a rule {:?} that fills no role, expected one", rule.name);
                return Err((at, found));
            }
        }
        Ok(())
    }
}
