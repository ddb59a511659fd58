//! The words of a rule file: lemmas, triggers, slots and kinds.

use super::{Compiler, Named};
use crate::clause::Slot;
use crate::lexicon::{halves, unit, List, Tag, WordId, WordSet};
use crate::mention::organisation::Sort;
use crate::mention::Kind;
use crate::rule::definition::PhrasalVerb;
use crate::rule::demand::Ask;
use crate::rule::trigger::{Idiom, Trigger, TriggerSort, Triggers};
use crate::rule::Accept;

impl<'t> Compiler<'_, 't> {
    pub(super) fn lemmas(&self, words: &[&str]) -> Result<WordSet, String> {
        words.iter().map(|word| self.lemma(word)).collect()
    }

    pub(super) fn lemma(&self, word: &str) -> Result<WordId, String> {
        match self.lexicon.find(word) {
            WordId::UNKNOWN => Err(format!(
                "found the word {word:?}, expected one of the word lists; a list of kind `english` can add it"
            )),
            id => Ok(id),
        }
    }

    pub(super) fn verb(&self, verb: &str) -> Result<PhrasalVerb, String> {
        let (verb, particle) = halves(verb, b' ').unwrap_or((verb, ""));
        let particle = if particle.is_empty() {
            None
        } else {
            Some(self.lemma(particle)?)
        };
        Ok((self.lemma(verb)?, particle))
    }

    /// Whether the last word of a trigger is a noun that belongs to its verb: one behind an article or a preposition,
    /// or one that is hardly anything else.
    fn is_idiom(&self, before: &str, noun: &str) -> bool {
        let noun = self.lexicon.word(self.lexicon.find(noun)).tags.first();
        before.contains(' ') || matches!(noun, Tag::Noun | Tag::NounPlural)
    }

    /// A verb with its noun: `break ground`, `cut the ribbon`, `go on sale`, `put up for sale`.
    fn idiom(
        &self,
        words: &str,
        before: &str,
        noun: &str,
    ) -> Result<(WordId, Option<WordId>, Option<Idiom>), String> {
        let noun = self.lemma(noun)?;
        let is = |word: WordId, tags: &[Tag]| tags.iter().any(|tag| self.lexicon.word(word).tags.has(*tag));
        let unread = || {
            format!("found {words:?}, expected a verb, perhaps a particle, perhaps a preposition, and a noun")
        };
        let (verb, rest) = before.split_once(' ').unwrap_or((before, ""));
        let rest = rest.split_whitespace().map(|word| self.lemma(word));
        let mut rest = rest.collect::<Result<Vec<_>, _>>()?;
        // "cut power to the grid" has two nouns, "cut power to" ends with none.
        let another =
            |word: &WordId| matches!(self.lexicon.word(*word).tags.first(), Tag::Noun | Tag::NounPlural);
        let noun_like = is(noun, &[Tag::Noun, Tag::NounPlural]) || self.lexicon.word(noun).tags.is_empty();
        if !noun_like || rest.iter().any(another) {
            return Err(unread());
        }
        let noun = self.lexicon.word(noun).lemma(Tag::NounPlural).unwrap_or(noun);
        // Articles and adjectives are there for the reader.
        rest.retain(|word| is(*word, &[Tag::Preposition, Tag::To, Tag::Particle]));
        let (particle, slot) = match rest[..] {
            [] => (None, Slot::Object),
            [preposition] => (None, Slot::Preposition(preposition)),
            // "put out of work": the two are one preposition.
            [first, _] if self.set.words.compound.contains(first) => (None, Slot::Preposition(first)),
            [particle, preposition] => (Some(particle), Slot::Preposition(preposition)),
            _ => return Err(unread()),
        };
        Ok((self.lemma(verb)?, particle, Some(Idiom { slot, noun })))
    }

    /// The particle or the adjective behind a verb that triggers: `send off`, `go dark`. Any other word would never be
    /// found there.
    fn behind_verb(&self, words: &str, particle: WordId) -> Result<(), String> {
        const BEHIND: [Tag; 5] = [
            Tag::Preposition,
            Tag::To,
            Tag::Particle,
            Tag::Adverb,
            Tag::Adjective,
        ];
        let tags = self.lexicon.word(particle).tags;
        if BEHIND.into_iter().any(|tag| tags.has(tag)) {
            return Ok(());
        }
        let found = self.lexicon.word_text(particle);
        let expected = match tags.has(Tag::Noun) {
            true => {
                format!(", a noun that is a verb more often, expected an article before it: `the {found}`")
            }
            false => ", expected a particle, an adjective or a noun".to_owned(),
        };
        Err(format!("found {found:?} in {words:?}{expected}"))
    }

    /// Words, those of a list for its name: `@enact`. These have been looked up.
    pub(super) fn expand(&self, words: &[&'t str]) -> Result<Vec<(&'t str, Option<PhrasalVerb>)>, String> {
        let mut all = Vec::new();
        for word in words {
            match word.strip_prefix('@') {
                Some(list) => {
                    let Named { words, verbs, .. } = self.list(list, word)?;
                    let verbs = verbs.iter().copied().map(Some);
                    all.extend(words.iter().copied().zip(verbs));
                }
                None => all.push((*word, None)),
            }
        }
        Ok(all)
    }

    /// The list of that name: the file's own, else one that all files know.
    fn list(&self, name: &str, found: &str) -> Result<&Named<'t>, String> {
        let known = self.words.get(name).or_else(|| self.shared.get(name));
        known.ok_or_else(|| format!("found {found:?}, expected the name of a `words` line above"))
    }

    /// Words looked up, those of a list for its name.
    pub(super) fn named(&self, words: &[&'t str]) -> Result<Named<'t>, String> {
        let mut named = Named::default();
        for (word, verb) in self.expand(words)? {
            named.words.push(word);
            named.verbs.push(verb.map_or_else(|| self.verb(word), Ok)?);
        }
        let verbs = named.words.iter().zip(&named.verbs);
        let single = verbs.filter(|(word, _)| !word.contains(' '));
        named.single = single.map(|(_, (verb, _))| *verb).collect();
        Ok(named)
    }

    pub(super) fn trigger(
        &mut self,
        words: &str,
        verb: Option<PhrasalVerb>,
        sort: TriggerSort,
    ) -> Result<(), String> {
        let last = words.bytes().rposition(|byte| byte == b' ');
        let last = last.map(|blank| (&words[..blank], &words[blank + 1..]));
        let (lemma, particle, idiom) = match (sort, last) {
            (TriggerSort::Noun, Some((before, noun))) => (self.lemma(noun)?, Some(self.lemma(before)?), None),
            (TriggerSort::Verb, Some((before, noun))) if self.is_idiom(before, noun) => {
                self.idiom(words, before, noun)?
            }
            _ => {
                let (lemma, particle) = verb.map_or_else(|| self.verb(words), Ok)?;
                if let Some(particle) = particle.filter(|_| sort == TriggerSort::Verb) {
                    self.behind_verb(words, particle)?;
                }
                (lemma, particle, None)
            }
        };
        if let Some(plain) = self.plain_form(lemma, sort) {
            let found = self.lexicon.word_text(lemma);
            return Err(format!(
                "found {found:?}, a form that triggers nothing, expected its plain form {plain:?}"
            ));
        }
        let Some(rule) = self.rule else { return Ok(()) };
        if let Some(triggered) = self.triggered.last_mut() {
            *triggered = true;
        }
        let lists = &mut self.set.lists;
        let list = *self.set.triggers.entry((lemma, sort)).or_insert_with(|| {
            lists.push(Triggers::default());
            lists.len() - 1
        });
        lists[list].add(Trigger {
            rule,
            sort,
            particle,
            idiom,
            asked: Ask::ANYTHING,
        });
        Ok(())
    }

    /// What a word is a form of, if it is nothing else: sentences are met by plain forms.
    fn plain_form(&self, word: WordId, sort: TriggerSort) -> Option<&str> {
        let tags = match sort {
            TriggerSort::Verb => &[Tag::Verb, Tag::VerbS, Tag::VerbPast, Tag::VerbPart, Tag::VerbIng][..],
            TriggerSort::Noun => &[Tag::Noun, Tag::NounPlural],
            TriggerSort::Preposition => &[],
        };
        let known = self.lexicon.word(word);
        let mut lemmas = tags.iter().filter_map(|tag| known.lemma(*tag));
        let plain = lemmas.next()?;
        (plain != word && lemmas.all(|lemma| lemma != word)).then(|| self.lexicon.word_text(plain))
    }

    /// The words of a list that stand alone.
    pub(super) fn single_words(&self, list: &str, found: &str) -> Result<WordSet, String> {
        match self.list(list, found) {
            Err(_) if list == "ware" => Ok(self.set.words.wares.clone()),
            words => Ok(words?.single.clone()),
        }
    }

    pub(super) fn accept(&self, names: &[&str]) -> Result<Vec<Accept>, String> {
        let (words, kinds): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| name.starts_with('='));
        let kinds = kinds.into_iter().map(|name| self.kind(name));
        let mut accept = kinds.collect::<Result<Vec<_>, _>>()?;
        if !words.is_empty() {
            let words = words.iter().map(|word| word[1..].to_owned());
            accept.push(Accept::Word(words.collect()));
        }
        Ok(accept)
    }

    fn kind(&self, name: &str) -> Result<Accept, String> {
        Ok(match name.split_once('@') {
            Some(("", list)) => Accept::Words(self.single_words(list, name)?),
            Some(("!", list)) => Accept::Not(self.single_words(list, name)?),
            Some(("with", list)) => Accept::With(self.single_words(list, name)?),
            Some(("owner", list)) => Accept::Owner(self.single_words(list, name)?),
            Some(("title", list)) => Accept::Title(self.single_words(list, name)?),
            Some(("in", list)) => Accept::In(self.single_words(list, name)?),
            Some(("by", list)) => Accept::By(self.single_words(list, name)?),
            Some(("count", list)) => Accept::Counted(self.single_words(list, name)?),
            Some(("measure", dimension)) => Accept::Measured(self.units(dimension, name)?),
            _ => match name {
                "phrase" => Accept::Phrase,
                "name" => Accept::Name,
                "pronoun" => Accept::Pronoun,
                "number" => Accept::Number,
                "ware" => Accept::Words(self.set.words.wares.clone()),
                "authority" => Accept::Sort(Sort::Authority),
                "!authority" => Accept::NoSort(Sort::Authority),
                "company" => Accept::Sort(Sort::Company),
                "official" => Accept::Official,
                _ => Accept::Kind(self.mention_kind(name)?),
            },
        })
    }

    fn mention_kind(&self, name: &str) -> Result<Kind, String> {
        let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
        kind.ok_or_else(|| {
            format!(
                "found the kind {name:?}, expected phrase, name, pronoun, number, ware, authority, company, official, @words, =word or one of {}",
                Kind::ALL.map(Kind::name).join(", ")
            )
        })
    }

    /// The symbols of the units of a dimension.
    fn units(&self, dimension: &str, found: &str) -> Result<Vec<String>, String> {
        let rows = self.lexicon.rows(List::Units);
        let rows = rows.filter(|row| self.lexicon.cell(*row, unit::DIMENSION) == dimension);
        let symbols: Vec<_> = rows
            .map(|row| self.lexicon.cell(row, unit::SYMBOL).to_owned())
            .collect();
        if symbols.is_empty() {
            return Err(format!(
                "found {found:?}, expected measure@ and a dimension of units"
            ));
        }
        Ok(symbols)
    }
}
