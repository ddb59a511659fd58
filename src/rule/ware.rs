//! The goods that an article, or the sentences before a figure, are about: "Vietnam grows pepper. The price rose 4%".

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::apply::Applier;
use super::filler::Filler;
use super::{Rule, RuleSet};
use crate::clause::GroupId;
use crate::lexicon::WordId;
use crate::mention::{Kind, Mention};
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::Sentence;

/// How many sentences at its head tell what an article is on.
const OPENING: usize = 3;
/// How many times goods are named that an article is on.
const ENOUGH: usize = 2;
/// How many sentences back the goods are named whose price is told.
const THEMED: usize = 2;
/// How many tokens of a sentence are asked what goods it is about.
const LONG: usize = 80;

/// The goods that an article names.
pub(crate) struct Wares<'a, 'x> {
    reading: &'a Reading<'x>,
    mentions: &'a [Mention<'x>],
    rules: &'x RuleSet,
    /// How often the article names each of them; counted once, as every figure without goods may ask.
    counts: OnceCell<FxHashMap<WordId, usize>>,
}

impl<'a, 'x> Wares<'a, 'x> {
    pub(crate) fn new(reading: &'a Reading<'x>, mentions: &'a [Mention<'x>], rules: &'x RuleSet) -> Self {
        Self {
            reading,
            mentions,
            rules,
            counts: OnceCell::new(),
        }
    }

    fn counts(&self) -> &FxHashMap<WordId, usize> {
        self.counts.get_or_init(|| {
            let mut counts = FxHashMap::default();
            for (_, ware) in self.named(0..self.reading.tokens.len()) {
                *counts.entry(ware).or_insert(0) += 1;
            }
            counts
        })
    }

    /// The goods that the words before a token are about: the only ones of its own sentence, or else of the nearest sentence
    /// that tells of any, so many back at most.
    pub(crate) fn before(&self, sentence: usize, token: usize, back: usize) -> Option<Filler<'x>> {
        let from = sentence.saturating_sub(back);
        for number in (from..=sentence).rev() {
            let Sentence { first, end } = *self.reading.sentences.get(number)?;
            let (first, end) = (first as usize, (end as usize).min(token));
            if number < sentence && !matches!(self.reading.zone(first), ZoneKind::Body | ZoneKind::Headline) {
                return None;
            }
            let mut told = self.told(first..end.min(first + LONG));
            if let Some((first, lemma)) = told.next() {
                return told.all(|(_, other)| other == lemma).then(|| self.filler(first));
            }
        }
        None
    }

    /// The goods that the article is on: the only ones of its headline and its first sentences, which it names again and
    /// again and no others as often.
    pub(crate) fn of_article(&self) -> Option<Filler<'x>> {
        let told = |sentence: &&Sentence| {
            let zone = self.reading.zone(sentence.first as usize);
            matches!(zone, ZoneKind::Headline | ZoneKind::Body)
        };
        let opening = self.reading.sentences.iter().filter(told).take(OPENING);
        let mut opening =
            opening.flat_map(|sentence| self.named(sentence.first as usize..sentence.end as usize));
        let (first, theme) = opening.next()?;
        if opening.any(|(_, other)| other != theme) {
            return None;
        }
        let own = self.counts().get(&theme).copied().unwrap_or(0);
        let others = self.counts().iter().filter(|(other, _)| **other != theme);
        let most = others.map(|(_, times)| *times).max().unwrap_or(0);
        (own >= ENOUGH && own >= 2 * most).then(|| self.filler(first))
    }

    /// Whether an article names goods again, or in its first sentences.
    pub(crate) fn is_of(&self, ware: &Filler<'x>) -> bool {
        let at = |byte: usize| self.reading.token_from(byte);
        let head = at(ware.span.end()).saturating_sub(1);
        let told = self.ware(head);
        let opening = self.reading.sentences.iter().take(OPENING).next_back();
        let opens = opening.is_some_and(|last| head < last.end as usize);
        let times = told.and_then(|told| self.counts().get(&told).copied());
        opens || times.unwrap_or(0) >= ENOUGH
    }

    /// What goods some words tell of, and where: of "olive oil", oil.
    fn told(&self, tokens: Range<usize>) -> impl Iterator<Item = (usize, WordId)> + '_ {
        let end = self.reading.tokens.len();
        let heads = move |at: usize| at + 1 >= end || self.ware(at + 1).is_none();
        self.named(tokens).filter(move |(at, _)| heads(*at))
    }

    /// The words for goods among some tokens.
    fn named(&self, tokens: Range<usize>) -> impl Iterator<Item = (usize, WordId)> + '_ {
        tokens.filter_map(|token| Some((token, self.ware(token)?)))
    }

    /// The lemma of a word for goods. Turkey is no bird.
    fn ware(&self, token: usize) -> Option<WordId> {
        if !self.reading.tag(token).is_noun() {
            return None;
        }
        let lemma = self.reading.noun_lemma(token);
        let words = &self.rules.words;
        let goods = words.wares.contains(lemma) && !words.any_wares.contains(lemma);
        // "a can of beer"
        let holds = || token + 1 < self.reading.tokens.len() && self.reading.is(token + 1, "of");
        let from = || {
            self.mentions
                .partition_point(|mention| mention.end as usize <= token)
        };
        let named = || {
            self.mentions[from()..]
                .iter()
                .take_while(|mention| mention.first as usize <= token)
                .any(|mention| {
                    matches!(
                        mention.kind(),
                        Kind::Country | Kind::Organisation | Kind::Person | Kind::Place
                    )
                })
        };
        (goods && !holds() && !named()).then_some(lemma)
    }

    fn filler(&self, token: usize) -> Filler<'x> {
        // "olive oil"
        let ware = |token: &usize| self.rules.words.wares.contains(self.reading.noun_lemma(*token));
        let kind = token.checked_sub(1).filter(ware);
        let words = kind.unwrap_or(token)..token + 1;
        Filler {
            inherited: true,
            ..Filler::of_words(self.reading.span(words), "theme")
        }
    }
}

impl<'x> Applier<'_, 'x> {
    /// Fills the theme of a rule that goes on with the goods of the sentences before: "The price rose 4%".
    pub(super) fn take_theme(
        &self,
        at: GroupId,
        rule: &Rule,
        sentence: usize,
        roles: &mut Vec<(usize, Filler<'x>)>,
    ) {
        let open = |role: &usize| !roles.iter().any(|(found, _)| found == role);
        let Some(role) = rule.themed.filter(open) else {
            return;
        };
        let wares = Wares::new(self.reading, self.mentions.mentions, self.rules);
        let first = self.clauses.groups[at].first as usize;
        let near = wares.before(sentence, first, THEMED);
        let of_article = || *self.ware.get_or_init(|| wares.of_article());
        roles.extend(near.or_else(of_article).map(|ware| (role, ware)));
    }
}
