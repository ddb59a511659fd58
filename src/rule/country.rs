//! Which country "the government" is that of, and whose the figures are of which no sentence says whose.

use rustc_hash::FxHashMap;

use super::antecedent::{comes_back, lead_country, nearest, recent, GOES_ON, MOST};
use super::apply::Applier;
use super::filler::Filler;
use super::standing::{acts, hangs, is_told};
use super::{National, Rule};
use crate::clause::GroupId;
use crate::lexicon::{country as country_list, organisation, List, Tag};
use crate::mention::{Kind, Mention, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::Sentence;

/// How many sentences back a country acts that is not the one an article is from.
const NEAR: usize = 2;
/// Among how many groups behind a noun the phrase ends that it begins.
const PHRASE: usize = 8;
/// How often an article names the country that it is about, at least.
const OFTEN: usize = 2;
/// Twice as often as it names the country is no less than three times as often as any other.
const SURE: (usize, usize) = (2, 3);

/// The country that "the government" governs: not that of a company, nor one where goods go to.
pub(super) fn country<'a, 'x>(
    reading: &Reading<'x>,
    all: &'a [Mention<'x>],
    mentions: &'a [Mention<'x>],
    before: u32,
) -> Option<&'a Mention<'x>> {
    let own = |mention: &&Mention<'_>| {
        let behind = mention.end as usize;
        let common = |token: usize| reading.tag(token) != Tag::Proper;
        let has = behind + 1 < before as usize && reading.tag(behind) == Tag::Genitive && common(behind + 1);
        acts(reading, mention) || mention.kind() == Kind::Country && has && !hangs(reading, mention)
    };
    let nearest = || nearest(reading, mentions, before, Kind::Country);
    let acting = |sentences: usize| {
        let mut recent = recent(reading, mentions, before, sentences);
        recent.find(|mention| is_told(reading, mention) && own(mention))
    };
    // "Peru exports figs … China was next … The country": of whom the article is about.
    let back = |last: &Mention<'x>| {
        lead_country(reading, all).filter(|lead| comes_back(reading, all, lead, before, last))
    };
    acting(NEAR)
        .map(|last| back(last).unwrap_or(last))
        .or_else(|| home(reading, all))
        .or_else(|| acting(GOES_ON))
        .or_else(nearest)
}

/// The country that an article is from, by its dateline: `LUSAKA, Feb 18 -`.
fn home<'a, 'x>(reading: &Reading<'x>, mentions: &'a [Mention<'x>]) -> Option<&'a Mention<'x>> {
    let from = mentions
        .iter()
        .take(MOST)
        .find_map(|mention| match mention.value() {
            Value::Place {
                country: Some(country),
                ..
            } if reading.zone(mention.first as usize) == ZoneKind::Dateline => Some(*country),
            _ => None,
        })?;
    named(mentions, from)
}

/// The first mention of a country.
fn named<'a, 'x>(mentions: &'a [Mention<'x>], code: &str) -> Option<&'a Mention<'x>> {
    let told = |mention: &&Mention<'_>| matches!(mention.value(), Value::Country { code: known, .. } if *known == code);
    mentions.iter().find(told)
}

/// The country that an adjective or a genitive names: `Chinese`, `China's`, not that of `New Jersey's`.
pub(super) fn country_at<'x>(reading: &Reading<'x>, token: usize) -> Option<&'x str> {
    let name = token > 0 && reading.tag(token - 1) == Tag::Proper;
    let has = token + 1 < reading.tokens.len() && reading.tag(token + 1) == Tag::Genitive;
    if reading.tag(token) != Tag::Adjective && (name || !has) {
        return None;
    }
    let mut hits = reading.hits_at(token).iter();
    let hit = hits.find(|hit| hit.list == List::Countries)?;
    Some(reading.lexicon.cell(hit.row, country_list::CODE)).filter(|code| !code.is_empty())
}

/// The country that the words beside a name say it is from: "Peru's Alicorp", "Danish contractor Carlsen", "Vestas, the Danish
/// group".
pub(super) fn told_country<'x>(reading: &Reading<'x>, mention: &Mention<'_>) -> Option<&'x str> {
    const BESIDE: usize = 4;
    let first = mention.first as usize;
    let sentence = reading.sentence_tokens(first);
    let open = |token: &usize| {
        matches!(
            reading.tag(*token),
            Tag::Adjective | Tag::Noun | Tag::Genitive | Tag::Proper | Tag::Number
        )
    };
    let before = (sentence.start.max(first.saturating_sub(BESIDE))..first)
        .rev()
        .take_while(open);
    let comma = mention.end as usize;
    let called = comma + 1 < sentence.end && reading.tokens[comma].is(b',');
    let opens = usize::from(called && reading.tag(comma + 1) == Tag::Determiner);
    let behind = (comma + 1 + opens..sentence.end.min(comma + 1 + BESIDE)).filter(|_| called);
    let found = before.into_iter().find_map(|token| country_at(reading, token));
    found.or_else(|| {
        behind
            .take_while(open)
            .find_map(|token| country_at(reading, token))
    })
}

/// The country that an organisation is of, by the lists or by its name: "Statistics Canada".
pub(super) fn of_body<'x>(reading: &Reading<'x>, mention: &Mention<'_>) -> Option<&'x str> {
    let lexicon = reading.lexicon;
    let tokens = mention.first as usize..mention.end as usize;
    tokens.into_iter().find_map(|token| {
        reading.hits_at(token).iter().find_map(|hit| {
            let code = match hit.list {
                List::Organisations if hit.end == mention.end && token == mention.first as usize => {
                    lexicon.cell(hit.row, organisation::COUNTRY)
                }
                List::Countries if hit.end <= mention.end => lexicon.cell(hit.row, country_list::CODE),
                _ => "",
            };
            (!code.is_empty()).then_some(code)
        })
    })
}

impl<'x> Applier<'_, 'x> {
    /// The country whose a statistic is that a sentence tells of nobody: that of the body that tells it, or the one that the
    /// article at large is about.
    pub(super) fn national(&self, at: GroupId, rule: &Rule, sentence: usize) -> Option<Filler<'x>> {
        let Sentence { first, end } = *self.reading.sentences.get(sentence)?;
        let mentions = self.mentions.mentions;
        let national = self.rules.events[rule.event].national;
        let National { near } = national.filter(|_| !self.is_worldwide(at))?;
        let body = self.mentions.within(first, end).find_map(|mention| {
            let code = self.reports(mention).then(|| of_body(self.reading, mention));
            named(mentions, code.flatten()?)
        });
        let country = body.or_else(|| self.home().filter(|_| !near))?;
        Some(Filler {
            inherited: self.reading.sentence_of(country.first as usize) != sentence,
            ..self.of_mention(country, "subject")
        })
    }

    /// Whether the statistic of the noun at `at` is of the whole world: "global shipments", "sales worldwide".
    pub(super) fn is_worldwide(&self, at: GroupId) -> bool {
        let groups = &self.clauses.groups;
        let phrase = at.saturating_sub(1)..groups.len().min(at + PHRASE);
        let verb = phrase
            .clone()
            .find(|group| *group > at && self.clauses.verb(*group).is_some());
        let tokens = groups[phrase.start].first..groups[verb.unwrap_or(phrase.end) - 1].end;
        let worldwide = &self.rules.anaphors.worldwide;
        tokens
            .into_iter()
            .any(|token| worldwide.contains(self.reading.ids[token as usize]))
    }

    /// The country that the article at large is about: it is named more often than any other, its places and bodies with it.
    fn home(&self) -> Option<&Mention<'x>> {
        *self.home.get_or_init(|| {
            let mut times: FxHashMap<&str, usize> = FxHashMap::default();
            for mention in self.mentions.mentions {
                let code = match mention.value() {
                    Value::Country { code, .. } if !self.is_end(mention) => Some(*code),
                    Value::Place { country, .. } => *country,
                    Value::Organisation { .. } => of_body(self.reading, mention),
                    _ => None,
                };
                if let Some(code) = code {
                    *times.entry(code).or_default() += 1;
                }
            }
            let (code, most) = times.iter().max_by_key(|(code, times)| (**times, **code))?;
            let others = times.iter().filter(|(other, _)| *other != code);
            let second = others.map(|(_, times)| *times).max().unwrap_or(0);
            let sure = *most >= OFTEN && *most * SURE.0 >= second * SURE.1;
            sure.then(|| named(self.mentions.mentions, code)).flatten()
        })
    }

    /// Whether a name only tells where something comes from or goes, or with whom one deals.
    fn is_end(&self, mention: &Mention<'x>) -> bool {
        let before = (mention.first as usize).checked_sub(1);
        let before = before.map(|before| before - usize::from(before > 0 && self.reading.is(before, "the")));
        before.is_some_and(|before| {
            let mut ends = ["to", "from", "with", "against", "into", "than"].iter();
            ends.any(|word| self.reading.is(before, word))
        })
    }
}
