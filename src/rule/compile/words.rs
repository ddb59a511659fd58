//! The words of a rule file: lemmas, triggers, slots and kinds.

use super::Compiler;
use crate::clause::words_of;
use crate::clause::Slot;
use crate::lexicon::{unit, List, Tag, WordId, WordSet};
use crate::mention::organisation::Sort;
use crate::mention::Kind;
use crate::rule::demand::Asked;
use crate::rule::trigger::{Idiom, Trigger, TriggerSort, Triggers};
use crate::rule::Accept;

impl<'t> Compiler<'_, 't> {
    pub(super) fn lemmas(&self, words: &[&str]) -> Result<WordSet, String> {
        words.iter().map(|word| self.lemma(word)).collect()
    }

    pub(super) fn lemma(&self, word: &str) -> Result<WordId, String> {
        match self.lexicon.find(word) {
            WordId::UNKNOWN => Err(format!(
                "found the word {word:?}, which no word list has; add it to a list of kind `english` first"
            )),
            id => Ok(id),
        }
    }

    /// A verb, perhaps with its particle: `send off`.
    pub(super) fn verb(&self, verb: &str) -> Result<(WordId, Option<WordId>), String> {
        let (verb, particle) = verb.split_once(' ').unwrap_or((verb, ""));
        let particle = if particle.is_empty() {
            None
        } else {
            Some(self.lemma(particle)?)
        };
        Ok((self.lemma(verb)?, particle))
    }

    /// Whether the last word of a trigger is a noun that belongs to its verb: one behind an article or a preposition,
    /// or one that is hardly anything else.
    pub(super) fn is_idiom(&self, before: &str, noun: &str) -> bool {
        let noun = self.lexicon.word(self.lexicon.find(noun)).tags.first();
        before.contains(' ') || matches!(noun, Tag::Noun | Tag::NounPlural)
    }

    /// A verb with its noun: `break ground`, `cut the ribbon`, `go on sale`, `put up for sale`.
    pub(super) fn idiom(
        &self,
        words: &str,
        before: &str,
        noun: &str,
    ) -> Result<(WordId, Option<WordId>, Option<Idiom>), String> {
        let noun = self.lemma(noun)?;
        let noun = self.lexicon.word(noun).lemma(Tag::NounPlural).unwrap_or(noun);
        let (verb, rest) = before.split_once(' ').unwrap_or((before, ""));
        let rest = rest.split_whitespace().map(|word| self.lemma(word));
        let mut rest = rest.collect::<Result<Vec<_>, _>>()?;
        // Articles and adjectives are there for the reader.
        rest.retain(|word| {
            let tags = self.lexicon.word(*word).tags;
            [Tag::Preposition, Tag::To, Tag::Particle]
                .iter()
                .any(|tag| tags.has(*tag))
        });
        let (particle, slot) = match rest[..] {
            [] => (None, Slot::Object),
            [preposition] => (None, Slot::Preposition(preposition)),
            // "put out of work": the two are one preposition.
            [first, _] if words_of(self.lexicon, "compound").contains(first) => {
                (None, Slot::Preposition(first))
            }
            [particle, preposition] => (Some(particle), Slot::Preposition(preposition)),
            _ => {
                return Err(format!(
                    "found {words:?}, expected a verb, perhaps a particle, perhaps a preposition, and a noun"
                ))
            }
        };
        Ok((self.lemma(verb)?, particle, Some(Idiom { slot, noun })))
    }

    /// Words, those of a list for its name: `@enact`.
    pub(super) fn expand(&self, words: &[&'t str]) -> Result<Vec<&'t str>, String> {
        let mut all = Vec::new();
        for word in words {
            match word.strip_prefix('@') {
                Some(list) => all.extend(self.list(list, word)?),
                None => all.push(*word),
            }
        }
        Ok(all)
    }

    /// The list of that name.
    pub(super) fn list(&self, name: &str, found: &str) -> Result<&[&'t str], String> {
        let known = self.words.get(name).map(Vec::as_slice);
        known.ok_or_else(|| format!("found {found:?}, expected the name of a `words` line above"))
    }

    pub(super) fn trigger(&mut self, words: &str, sort: TriggerSort) -> Result<(), String> {
        let (lemma, particle, idiom) = match (sort, words.rsplit_once(' ')) {
            (TriggerSort::Noun, Some((before, noun))) => (self.lemma(noun)?, Some(self.lemma(before)?), None),
            (TriggerSort::Verb, Some((before, noun))) if self.is_idiom(before, noun) => {
                self.idiom(words, before, noun)?
            }
            _ => {
                let (lemma, particle) = self.verb(words)?;
                (lemma, particle, None)
            }
        };
        let Some(rule) = self.rule else { return Ok(()) };
        let lists = &mut self.set.lists;
        let list = *self.set.triggers.entry((lemma, sort)).or_insert_with(|| {
            lists.push(Triggers::default());
            lists.len() - 1
        });
        let triggers = &mut lists[list];
        let list = match (idiom, particle) {
            (Some(_), _) => &mut triggers.idioms,
            (None, None) => &mut triggers.bare,
            (None, Some(_)) => &mut triggers.longer,
        };
        list.push(Trigger {
            rule,
            sort,
            particle,
            idiom,
            asked: Asked::ANYTHING,
        });
        Ok(())
    }

    pub(super) fn slot(&self, name: &str) -> Result<Slot, String> {
        Ok(match name {
            "subject" => Slot::Subject,
            "object" => Slot::Object,
            "complement" => Slot::Complement,
            "possessive" => Slot::Possessive,
            "modifier" => Slot::Modifier,
            "support" => Slot::Support,
            "trigger" => Slot::Trigger,
            "predicate" => Slot::Predicate,
            "bystander" => Slot::Bystander,
            "source" => Slot::Source,
            "means" => Slot::Means,
            "time" => Slot::Time,
            "level" => Slot::Level,
            "change" => Slot::Change,
            "previous" => Slot::Previous,
            "label" => Slot::Label,
            word => match self.lexicon.find(word) {
                WordId::UNKNOWN => {
                    return Err(format!(
                        "found the slot {word:?}, expected subject, object, complement, possessive, modifier, support, bystander, source, means, predicate, trigger, time, level, change, \
                         previous, label or a preposition"
                    ))
                }
                id => {
                    // A participle goes by its verb, unless it is a preposition as well (`including`).
                    let word = self.lexicon.word(id);
                    let verb = word.lemma(Tag::VerbIng).filter(|_| !word.tags.has(Tag::Preposition));
                    Slot::Preposition(verb.unwrap_or(id))
                }
            },
        })
    }

    pub(super) fn accept(&self, names: &[&str]) -> Result<Vec<Accept>, String> {
        let mut accept = Vec::new();
        let mut words = Vec::new();
        let lemmas = |list: &str, found: &str| {
            let words = self.list(list, found)?.iter();
            let single = words.filter(|word| !word.contains(' '));
            single
                .map(|word| self.lemma(word))
                .collect::<Result<WordSet, _>>()
        };
        for name in names {
            if let Some(list) = name.strip_prefix("owner@") {
                accept.push(Accept::Owner(lemmas(list, name)?));
            } else if let Some(list) = name.strip_prefix("with@") {
                accept.push(Accept::With(lemmas(list, name)?));
            } else if let Some(list) = name.strip_prefix("!@") {
                accept.push(Accept::Not(lemmas(list, name)?));
            } else if let Some(("count", list)) = name.split_once('@') {
                accept.push(Accept::Counted(lemmas(list, name)?));
            } else if let Some(dimension) = name.strip_prefix("measure@") {
                let rows = self.lexicon.rows(List::Units);
                let symbols: Vec<String> = rows
                    .filter(|row| self.lexicon.cell(*row, unit::DIMENSION) == dimension)
                    .map(|row| self.lexicon.cell(row, unit::SYMBOL).to_owned())
                    .collect();
                if symbols.is_empty() {
                    return Err(format!(
                        "found {name:?}, expected measure@ and a dimension of units"
                    ));
                }
                accept.push(Accept::Measured(symbols));
            } else if let Some(list) = name.strip_prefix('@') {
                accept.push(Accept::Words(lemmas(list, name)?));
            } else if let Some(word) = name.strip_prefix('=') {
                words.push(word.to_owned());
            } else if *name == "phrase" {
                accept.push(Accept::Phrase);
            } else if *name == "name" {
                accept.push(Accept::Name);
            } else if *name == "pronoun" {
                accept.push(Accept::Pronoun);
            } else if *name == "authority" {
                accept.push(Accept::Sort(Sort::Authority));
            } else if *name == "!authority" {
                accept.push(Accept::NoSort(Sort::Authority));
            } else if *name == "official" {
                accept.push(Accept::Official);
            } else if *name == "company" {
                accept.push(Accept::Sort(Sort::Company));
            } else {
                let kind = Kind::ALL.into_iter().find(|kind| kind.name() == *name);
                let kind = kind.ok_or_else(|| {
                    let known: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
                    format!(
                        "found the kind {name:?}, expected phrase, name, pronoun, authority, company, official, @words, =word or one of {}",
                        known.join(", ")
                    )
                })?;
                accept.push(Accept::Kind(kind));
            }
        }
        if !words.is_empty() {
            accept.push(Accept::Word(words));
        }
        Ok(accept)
    }
}
