//! Who `it`, `its` and `the company` are.

use rustc_hash::FxHashMap;

use super::condition::is_reporter;
use crate::clause::{words_of, Group, NounGroup};
use crate::lexicon::{anaphor, Lexicon, List, Tag, WordId, WordSet};
use crate::mention::{Kind, Mention, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;

/// How many sentences back a name is looked for.
const BACK: usize = 3;
/// How many tokens before a name `the maker of` is looked for, over other names.
const LISTED: usize = 8;
/// How many mentions back, in all.
const MOST: usize = 48;

/// The words that point back to a name.
#[derive(Debug)]
pub(super) struct Anaphors {
    words: FxHashMap<WordId, Anaphor>,
    /// What any company may be called.
    any_company: WordSet,
}

#[derive(Clone, Copy, Debug)]
struct Anaphor {
    kind: Kind,
    /// The name must hold the word: `the ministry` is a ministry.
    by_name: bool,
    /// It stands for who has it: `the plant` employs 300 people.
    held: bool,
}

impl Anaphors {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut words = FxHashMap::default();
        for row in lexicon.rows(List::Anaphors) {
            let kind = lexicon.cell(row, anaphor::KIND);
            // Reading the list has refused any other kind.
            let Some(kind) = Kind::ALL.into_iter().find(|known| known.name() == kind) else {
                continue;
            };
            let by = lexicon.cell(row, anaphor::BY);
            let (by_name, held) = (by == "name", by == "holder");
            let word = lexicon.find(lexicon.cell(row, anaphor::WORD));
            words.insert(word, Anaphor { kind, by_name, held });
        }
        Self {
            words,
            any_company: words_of(lexicon, "any company"),
        }
    }

    /// Whether a noun describes an organisation without telling which: `bank`, `carmaker`.
    pub(super) fn is_company(&self, lemma: WordId) -> bool {
        let known = self.words.get(&lemma);
        known.is_some_and(|anaphor| anaphor.kind == Kind::Organisation && !anaphor.held)
    }

    /// Whether a noun stands for the organisation that has what it names: `plant`, `project`.
    pub(super) fn is_held(&self, lemma: WordId) -> bool {
        self.words.get(&lemma).is_some_and(|anaphor| anaphor.held)
    }

    /// The words, and the kinds of the names that they point back to.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (WordId, Kind)> + '_ {
        self.words.iter().map(|(word, anaphor)| (*word, anaphor.kind))
    }

    /// The mention that a noun group points back to, if it is a pronoun or a definite description of a listed sort.
    pub(super) fn resolve<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        group: &Group,
        noun: &NounGroup,
    ) -> Option<&'a Mention<'x>> {
        if noun.named {
            return None;
        }
        let head = noun.head as usize;
        let known = if noun.pronoun {
            self.words.get(&reading.ids[head])
        } else if reading.tag(group.first as usize) == Tag::Determiner
            && reading.is(group.first as usize, "the")
        {
            self.words.get(&noun.lemma)
        } else {
            None
        };
        let known = known.filter(|known| !known.held)?;
        self.antecedent(reading, mentions, group.first, head, *known)
    }

    /// The mention that `its` or `their` at the start of a noun group stands for; `subject` is that of its verb.
    pub(super) fn possessor<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        group: &Group,
        subject: Option<(&Group, &NounGroup)>,
    ) -> Option<&'a Mention<'x>> {
        let token = group.first as usize;
        let known = self.words.get(&reading.ids[token])?;
        // "The central bank cut its rate": its own, whoever was named before.
        if let Some((subject, noun)) = subject {
            let described = self
                .words
                .get(&noun.lemma)
                .filter(|_| !noun.pronoun && !noun.named);
            if described.is_some_and(|described| described.kind == known.kind) {
                return self.resolve(reading, mentions, subject, noun);
            }
        }
        // "Angola saw its oil output fall"
        if let Some((subject, _)) = subject.filter(|(_, noun)| noun.named && known.kind == Kind::Organisation)
        {
            let own = mentions.partition_point(|mention| mention.end < subject.end);
            let own = mentions[own..].iter().find(|mention| mention.end == subject.end);
            let own = own.filter(|mention| matches!(mention.kind(), Kind::Country | Kind::Organisation));
            if own.is_some() {
                return own;
            }
        }
        self.antecedent(reading, mentions, group.first, token, *known)
    }

    /// The company that the sentences before `before` tell of, as `the company` would name it there.
    pub(super) fn company<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        before: u32,
    ) -> Option<&'a Mention<'x>> {
        let anaphor = Anaphor {
            kind: Kind::Organisation,
            by_name: false,
            held: false,
        };
        let head = before as usize;
        self.antecedent(reading, mentions, before, head, anaphor)
            .filter(|mention| !is_reporter(reading, mention))
    }

    fn antecedent<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        before: u32,
        head: usize,
        anaphor: Anaphor,
    ) -> Option<&'a Mention<'x>> {
        let sentence = reading.sentence_of(before as usize);
        let end = mentions.partition_point(|mention| mention.first < before);
        let earliest = reading.sentences.get(sentence.saturating_sub(BACK))?.first;
        let near = mentions[..end]
            .iter()
            .rev()
            .take(MOST)
            .take_while(|mention| mention.first >= earliest);
        // "The company bought Vicebio, it added": the sentence goes on with whom it began.
        let described = self.begins_described(reading, sentence, head, anaphor);
        // "The minister": whoever was called one, wherever she stands in her sentence.
        if anaphor.kind == Kind::Person && reading.tag(head) != Tag::Pronoun {
            let called = near
                .clone()
                .find(|mention| is_called(mention, reading.word(head)));
            if called.is_some() {
                return called;
            }
        }
        // "The airline": whose name says that it is one.
        if anaphor.kind == Kind::Organisation && !anaphor.by_name && reading.tag(head) != Tag::Pronoun {
            let word = reading.word(head);
            // Any company may be called one.
            let tells = !self.any_company.contains(reading.ids[head]);
            let named = near.clone().find(|mention| tells && is_named_so(mention, word));
            if named.is_some() {
                return named;
            }
        }
        // The first name of the nearest sentence that has one: as a rule its subject.
        let mut found: Option<(usize, &Mention<'_>)> = None;
        for mention in near.filter(|mention| mention.kind() == anaphor.kind) {
            if described && reading.sentence_of(mention.first as usize) == sentence {
                continue;
            }
            let zone = reading.zone(mention.first as usize);
            if matches!(
                zone,
                ZoneKind::Dateline
                    | ZoneKind::Byline
                    | ZoneKind::Header
                    | ZoneKind::Boilerplate
                    | ZoneKind::Teaser
            ) {
                continue;
            }
            // "The maker" is none of those that only tell figures.
            let reports = !anaphor.by_name
                && reading.tag(head) == Tag::Noun
                && anaphor.kind == Kind::Organisation
                && is_reporter(reading, mention);
            if anaphor.by_name && !holds(mention, reading.word(head))
                || reports
                || self.is_described_by(reading, mention)
            {
                continue;
            }
            let number = reading.sentence_of(mention.first as usize);
            match found {
                Some((known, _)) if known != number => break,
                // "In a notice to the exchange, Interloop said it would …"
                Some(_) if fronted(reading, mention) => {}
                _ => found = Some((number, mention)),
            }
        }
        found.map(|(_, mention)| mention)
    }

    /// Whether a name only tells which organisation is meant: "the maker of Ariel".
    fn is_described_by(&self, reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
        let first = mention.first as usize;
        let listed = |at: &usize| {
            matches!(reading.tag(*at), Tag::Proper | Tag::Conjunction) || reading.tokens[*at].is(b',')
        };
        let of = (first.saturating_sub(LISTED)..first).rev().find(|at| !listed(at));
        of.is_some_and(|of| of > 0 && reading.is(of, "of") && self.is_company(reading.ids[of - 1]))
    }

    /// Whether a pronoun at `head` stands in a sentence that begins with "the company" or the like.
    fn begins_described(
        &self,
        reading: &Reading<'_>,
        sentence: usize,
        head: usize,
        anaphor: Anaphor,
    ) -> bool {
        let Some(first) = reading
            .sentences
            .get(sentence)
            .map(|sentence| sentence.first as usize)
        else {
            return false;
        };
        let pronoun = reading.tag(head) == Tag::Pronoun;
        pronoun
            && reading.is(first, "the")
            && (first + 1..head.min(first + 4)).any(|token| {
                let noun = reading.tag(token) == Tag::Noun && !reading.is(token + 1, "of");
                let known = self.words.get(&reading.ids[token]).filter(|_| noun);
                known.is_some_and(|known| known.kind == anaphor.kind && !known.held)
            })
    }
}

/// Whether a name hangs on a preposition in a sentence that begins with one.
fn fronted(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let preposition = |token: usize| matches!(reading.tag(token), Tag::Preposition | Tag::To);
    let sentence = reading.sentence_of(mention.first as usize);
    let first = reading
        .sentences
        .get(sentence)
        .map_or(0, |sentence| sentence.first as usize);
    let mut before = mention.first as usize;
    if before > first && reading.tag(before - 1) == Tag::Determiner {
        before -= 1;
    }
    before > first && preposition(before - 1) && preposition(first)
}

/// Whether a person was named with a title that ends with a word: "Petroleum Minister Mary Robinson".
fn is_called(mention: &Mention<'_>, word: &str) -> bool {
    let Value::Person {
        title: Some(title), ..
    } = mention.value()
    else {
        return false;
    };
    title
        .split(|c: char| !c.is_alphanumeric())
        .any(|part| part.eq_ignore_ascii_case(word))
}

/// Whether the name of an organisation ends with what it is called: "Ethiopian Airlines", the airline.
fn is_named_so(mention: &Mention<'_>, word: &str) -> bool {
    let Value::Organisation { name } = mention.value() else {
        return false;
    };
    let last = name.rsplit(|c: char| !c.is_alphanumeric()).next();
    last.is_some_and(|last| {
        let singular = last.strip_suffix(['s', 'S']).unwrap_or(last);
        last.eq_ignore_ascii_case(word) || singular.eq_ignore_ascii_case(word)
    })
}

/// Whether a name holds a word.
fn holds(mention: &Mention<'_>, word: &str) -> bool {
    let Value::Organisation { name } = mention.value() else {
        return true;
    };
    name.split(|c: char| !c.is_alphanumeric())
        .any(|part| part.eq_ignore_ascii_case(word))
}
