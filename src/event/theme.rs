//! What a statistic is of, where it goes on with what another one was of: "Chile mined 400,000 tonnes of copper. Its exports
//! came to 380,000 tonnes".

use std::cell::OnceCell;

use super::merge::{fillers, Merged, Merger, BACK};
use crate::lexicon::Tag;
use crate::mention::{Kind, Value};
use crate::rule::{Filler, Frame, Wares};
use crate::text::{Span, ZoneKind};

/// How many sentences on a statistic is of what the one before it was of.
const NEAR: usize = 3;
/// The same for the items of a list.
const LISTED: usize = 12;
/// The same where the one before is of another event type.
const BESIDE: usize = 1;
/// How many statistics of one thing make an article one on it.
const ENOUGH: usize = 2;
/// How many sentences back goods are looked for that a figure told by weight or by the bag is of.
const WEIGHED: usize = 2;
/// The same for any other figure.
const TOLD: usize = 1;

impl<'x> Merger<'_, 'x> {
    /// Fills the theme of statistics that tell none: from the last one before that has figures alike, or where all of the
    /// article with figures alike have one theme; else from the goods that the sentences before are about.
    pub(super) fn carry_themes(&self, merged: &mut [Merged<'x>]) {
        let wares = Wares::new(self.reading, self.mentions, self.rules);
        let ware = OnceCell::new();
        let of_article = || *ware.get_or_init(|| wares.of_article());
        for at in 0..merged.len() {
            let frame = &merged[at].frame;
            let Some(role) = self.lacks_theme(frame) else {
                continue;
            };
            let near = |back| wares.before(frame.sentence, self.trigger(frame), back);
            // "30,000" may be of anything, and so may money; "300 bags" are of what bags were of before.
            let packed = |noun: &str| noun != "unit";
            let tells = |level: &&Value<'x>| match level {
                Value::Count { noun, .. } => noun.as_deref().is_some_and(packed),
                level => matches!(level, Value::Measure { .. }),
            };
            let themes = match self.level(frame).filter(tells) {
                Some(level) => self
                    .carried(merged, at, level)
                    .or_else(|| near(WEIGHED).or_else(of_article).map(|theme| vec![theme])),
                None => {
                    let near = |back| near(back).filter(|ware| wares.is_of(ware));
                    let whole = |theme: &Filler<'x>| !self.parts_later(merged, at, theme);
                    let of_article = || of_article().filter(whole);
                    self.unweighed(frame, near, of_article).map(|theme| vec![theme])
                }
            };
            let themes: Vec<_> = themes
                .into_iter()
                .flatten()
                .map(|theme| {
                    let theme = Filler {
                        inherited: true,
                        span: self.without_country(&theme),
                        ..theme
                    };
                    (role, theme)
                })
                .collect();
            merged[at].frame.roles.extend(themes);
        }
    }

    /// What the figures like a statistic's are of, before it or in all of the article.
    fn carried(&self, merged: &[Merged<'x>], at: usize, level: &Value<'x>) -> Option<Vec<Filler<'x>>> {
        let frame = &merged[at].frame;
        let item = self.rules.events[frame.event].lines == Some(frame.rule);
        let told = |other: &Merged<'x>| {
            let themes = self.themes(&other.frame);
            let fits = !themes.is_empty() && self.level(&other.frame).is_some_and(|one| alike(one, level));
            fits.then_some(themes)
        };
        let from = at.saturating_sub(BACK);
        let near = if item { LISTED } else { NEAR };
        let near = merged[from..at]
            .iter()
            .rev()
            .take_while(|known| known.frame.sentence + near >= frame.sentence)
            .take_while(|known| item || !self.turns(known.frame.sentence, frame.sentence))
            .filter(|known| !self.tells_portion(&known.frame))
            .filter(|known| {
                // What another figure only goes on with is nearer to that than to this one.
                let beside = !item && known.frame.sentence + BESIDE >= frame.sentence;
                known.frame.event == frame.event || beside && self.tells_theme(&known.frame)
            })
            .find_map(told);
        near.or_else(|| {
            let end = merged.len().min(at + BACK);
            let all: Vec<_> = merged[from..end].iter().filter_map(told).collect();
            let first = all
                .first()
                .filter(|first| all.len() >= ENOUGH && first.len() == 1)?;
            let mut others = all.iter().flatten();
            others
                .all(|theme| self.agree(theme, &first[0]))
                .then(|| first.clone())
        })
    }

    /// Whether a statistic names what it is of itself.
    fn tells_theme(&self, frame: &Frame<'x>) -> bool {
        self.themes(frame).iter().any(|theme| !theme.inherited)
    }

    /// Whether goods are told of by figures of their own, all behind a statistic, which then is of more: "Exports fell to $75bn
    /// … Oil exports came to $12bn".
    fn parts_later(&self, merged: &[Merged<'x>], at: usize, goods: &Filler<'x>) -> bool {
        let told = |known: &Merged<'x>| {
            let themes = self.themes(&known.frame);
            themes
                .iter()
                .any(|theme| !theme.inherited && self.agree(theme, goods))
        };
        let near = merged.len().min(at + BACK);
        merged[at + 1..near].iter().any(told) && !merged[..at].iter().rev().take(BACK).any(told)
    }

    /// What a statistic is of whose figure would fit anything: "Cars sell well. Exports rose 8%", "imports of them".
    fn unweighed(
        &self,
        frame: &Frame<'x>,
        near: impl Fn(usize) -> Option<Filler<'x>>,
        of_article: impl Fn() -> Option<Filler<'x>>,
    ) -> Option<Filler<'x>> {
        if self.is_of_them(frame) {
            return near(WEIGHED);
        }
        if !self.is_bare(frame) {
            return None;
        }
        match self.level(frame) {
            // "They sold 900"
            Some(_) => near(TOLD).filter(|ware| self.is_of_several(ware)),
            None if self.is_of_company(frame) => None,
            // "Exports came to $3bn": of whatever there is.
            None if self.is_of_money(frame) => of_article(),
            None => near(TOLD).or_else(of_article),
        }
    }

    /// Whether an amount of money tells how much there is of it.
    fn is_of_money(&self, frame: &Frame<'x>) -> bool {
        let mut values = frame.roles.iter().filter_map(|(_, filler)| self.value(filler));
        values.any(|value| value.kind() == Kind::Money)
    }

    /// Whether a pronoun says what a statistic is of: "imports of it".
    fn is_of_them(&self, frame: &Frame<'x>) -> bool {
        let head = self.trigger(frame);
        head + 2 < self.reading.tokens.len()
            && self.reading.is(head + 1, "of")
            && self.reading.tag(head + 2) == Tag::Pronoun
    }

    /// Whether a word is a plural: what 900 may be of.
    fn is_of_several(&self, ware: &Filler<'x>) -> bool {
        self.reading.tag(self.token(ware.span)) == Tag::NounPlural
    }

    /// The token of a frame's trigger.
    fn trigger(&self, frame: &Frame<'x>) -> usize {
        self.token(frame.trigger)
    }

    /// The token at which a span begins.
    fn token(&self, span: Span) -> usize {
        let tokens = &self.reading.tokens;
        let at = self.reading.token_from(span.start());
        at.min(tokens.len() - 1)
    }

    /// Whether nothing beside the word of a statistic tells what it is of: not "retail sales", "sales at shops".
    fn is_bare(&self, frame: &Frame<'x>) -> bool {
        let tokens = &self.reading.tokens;
        let head = self.trigger(frame);
        let end = self.reading.token_from(frame.trigger.end());
        let open = |token: usize| matches!(self.reading.tag(token), Tag::Noun | Tag::Adjective | Tag::Number);
        let before = self.reading.tag(head).is_noun() && head.checked_sub(1).is_some_and(open);
        let phrase = end < tokens.len() && (self.reading.is(end, "at") || self.reading.is(end, "of"));
        !before && !phrase
    }

    /// Whether a company has the figures of a statistic, which may make anything.
    fn is_of_company(&self, frame: &Frame<'x>) -> bool {
        let topic = self.rules.rules[frame.rule].topic();
        let mut actors = frame.roles.iter().filter(|(role, _)| Some(*role) == topic);
        actors.any(|(_, filler)| {
            self.value(filler)
                .is_some_and(|value| value.kind() == Kind::Organisation)
        })
    }

    /// The goods alone, without the country that they are from there: what others buy is not `Angolan crude` as well.
    fn without_country(&self, theme: &Filler<'x>) -> Span {
        let from = self
            .mentions
            .partition_point(|mention| mention.span().start() < theme.span.start());
        let country = self.mentions.get(from).filter(|mention| {
            mention.kind() == Kind::Country && mention.span().start() == theme.span.start()
        });
        let goods = country.and_then(|country| self.reading.tokens.get(country.end as usize));
        match goods.map(|goods| goods.span().start()) {
            Some(start) if theme.mention.is_none() && start < theme.span.end() => {
                Span::new(start as u32, theme.span.end() as u32)
            }
            _ => theme.span,
        }
    }

    /// The theme's role, if a statistic leaves open what it is of.
    fn lacks_theme(&self, frame: &Frame<'x>) -> Option<usize> {
        let event = &self.rules.events[frame.event];
        let role = event.theme.filter(|role| !frame.has(*role))?;
        let measures = self.rules.rules[frame.rule].reads_figures() && !self.tells_all(frame);
        let counted = event.counted(self.reading, self.mentions, &frame.roles);
        (measures && counted.is_none()).then_some(role)
    }

    /// What a statistic says that it is of.
    pub(super) fn themes(&self, frame: &Frame<'x>) -> Vec<Filler<'x>> {
        let event = &self.rules.events[frame.event];
        let Some(role) = event.theme else {
            return Vec::new();
        };
        fillers(frame, role).copied().collect()
    }

    /// How many or how much of it there is.
    pub(super) fn level(&self, frame: &Frame<'x>) -> Option<&Value<'x>> {
        let mut values = frame.roles.iter().filter_map(|(_, filler)| self.value(filler));
        values.find(|value| matches!(value, Value::Count { .. } | Value::Measure { .. }))
    }

    /// "Robusta made up 690,000 bags": a part, of which what follows is not.
    fn tells_portion(&self, frame: &Frame<'x>) -> bool {
        let rule = &self.rules.rules[frame.rule];
        if !rule.follows() && !rule.continues() {
            return false;
        }
        let start = frame.trigger.start();
        let token = self.reading.token_from(start);
        let Some(id) = self.reading.ids.get(token) else {
            return false;
        };
        let lemma = self.reading.lexicon.word(*id).lemma(self.reading.tag(token));
        self.rules.tells_share(lemma.unwrap_or(*id))
    }

    /// "total exports": of whatever there is.
    fn tells_all(&self, frame: &Frame<'x>) -> bool {
        let start = frame.trigger.start();
        let head = self.reading.token_from(start);
        let before = head.checked_sub(1);
        before.is_some_and(|at| self.rules.words.whole.contains(self.reading.ids[at]))
    }

    /// Whether a heading stands between two sentences.
    fn turns(&self, from: usize, to: usize) -> bool {
        let sentences = self.reading.sentences.get(from + 1..to).unwrap_or_default();
        let mut zones = sentences
            .iter()
            .map(|sentence| self.reading.zone(sentence.first as usize));
        zones.any(|zone| zone == ZoneKind::Heading)
    }
}

/// Whether two figures may be of one thing, being of one unit or counts of one noun.
fn alike(one: &Value<'_>, other: &Value<'_>) -> bool {
    match (one, other) {
        (Value::Measure { unit: one, .. }, Value::Measure { unit: other, .. }) => one == other,
        (Value::Count { noun: one, .. }, Value::Count { noun: other, .. }) => one.is_some() && one == other,
        _ => false,
    }
}
