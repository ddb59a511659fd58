//! The words for movements: `rise`, `fall`, `up`, `from`.

use std::iter;

use super::Direction;
use crate::clause::{Clauses, Group, GroupId, GroupKind};
use crate::lexicon::{movement, number, ClassWords, Lexicon, List, Tag, WordId, WordMap, WordSet};
use crate::reading::Reading;

/// The words for movements, and the prepositions that tell a figure's part.
#[derive(Debug)]
pub(in crate::rule) struct Movements {
    words: WordMap<Direction>,
    /// The percentage that a word tells by itself: `doubled`.
    percents: WordMap<i16>,
    /// The words for parts: `half`, `fifth`.
    parts: WordSet,
    compare: WordSet,
    /// Between two "as" they liken one figure to another: "as much as in May".
    degrees: WordSet,
    /// Of these only after a change: "up 5pc on a year ago", "62pc above the 8,699 of".
    pub(super) compare_after: Vec<WordId>,
    /// What follows these is told of something else: "despite a 38 percent fall in crude".
    pub(super) apart: WordSet,
    pub(super) contain: Vec<WordId>,
    pub(super) include: Vec<WordId>,
    pub(super) reach: Vec<WordId>,
    pub(super) from: WordId,
    /// `Rs2,000 more`
    pub(in crate::rule) comparative: WordSet,
    /// "the number of cars sold"
    pub(super) amounts: WordSet,
    /// What is laid on a trade has figures of its own, as has a difference: "the duty on imports rose to 5%".
    pub(super) levies: WordSet,
    /// Verbs that tell how much of a measure is whose: "accounted for $3m of exports".
    shares: WordSet,
    /// Verbs that tell by how much what was told has moved: "representing a 6% increase".
    pub(super) restates: WordSet,
    /// Verbs that tell how many or how much something is.
    pub(super) totals: WordSet,
    /// A month before these is that of delivery: "the December contract".
    pub(in crate::rule) matures: WordSet,
    pub(super) with: WordId,
    pub(super) on: WordId,
    pub(super) by: WordId,
    pub(super) in_: WordId,
    pub(super) to: WordId,
    pub(super) of: WordId,
    pub(super) at: WordId,
    pub(super) for_: WordId,
    pub(super) short: WordId,
    pub(super) make: WordId,
    pub(super) since: WordId,
    stand: WordId,
    /// `twice`, `times`
    times: WordSet,
    /// What stands behind these is no measure that they move: `closed`, `ended`.
    pub(super) ends: WordSet,
    /// "fell below $51": what follows is reached.
    pub(super) passed: [WordId; 3],
    /// What others expected of a figure is no earlier one: "against estimates of $2bn".
    guesses: WordSet,
    /// "from the same period"
    pub(super) periods: WordSet,
    /// "on the month"
    pub(super) short_periods: WordSet,
}

impl Movements {
    /// Whether a word tells that a figure was passed or missed: `below`, `above`.
    pub(in crate::rule) fn is_passed(&self, word: WordId) -> bool {
        self.passed.contains(&word)
    }

    pub(in crate::rule) fn new(lexicon: &Lexicon, classes: &ClassWords<'_>) -> Self {
        let (mut words, mut percents) = (Vec::new(), Vec::new());
        for row in lexicon.rows(List::Movements) {
            let direction = match lexicon.cell(row, movement::DIRECTION) {
                "up" => Direction::Up,
                "down" => Direction::Down,
                _ => Direction::Level,
            };
            let word = lexicon.find(lexicon.cell(row, movement::WORD));
            words.push((word, direction));
            if let Ok(percent) = lexicon.cell(row, movement::PERCENT).parse() {
                percents.push((word, percent));
            }
        }
        let find = |words: &[&str]| words.iter().map(|word| lexicon.find(word)).collect();
        let fractions = lexicon
            .rows(List::NumberWords)
            .filter(|row| matches!(lexicon.cell(*row, number::KIND), "fraction" | "ordinal"));
        let forms = fractions.flat_map(|row| {
            let word = lexicon.cell(row, number::WORD);
            iter::once(word).chain(lexicon.values(row, number::ALIASES))
        });
        Self {
            words: words.into_iter().collect(),
            percents: percents.into_iter().collect(),
            parts: forms.map(|form| lexicon.find(form)).collect(),
            compare: classes.of("compare"),
            degrees: classes.of("degree"),
            compare_after: find(&["on", "over", "above", "below"]),
            apart: classes.of("apart"),
            include: find(&["including", "excluding", "except"]),
            contain: find(&["in", "of", "for"]),
            reach: find(&["to", "at", "past", "worth", "near"]),
            from: lexicon.find("from"),
            amounts: classes.of("amount"),
            levies: classes.of("levy"),
            shares: classes.of("share taker"),
            restates: classes.of("restate"),
            totals: classes.of("total"),
            comparative: classes.of("comparative"),
            matures: classes.of("matures"),
            with: lexicon.find("with"),
            on: lexicon.find("on"),
            by: lexicon.find("by"),
            in_: lexicon.find("in"),
            to: lexicon.find("to"),
            of: lexicon.find("of"),
            at: lexicon.find("at"),
            for_: lexicon.find("for"),
            short: lexicon.find("short"),
            make: lexicon.find("make"),
            periods: classes.of("period"),
            short_periods: classes.of("short period"),
            since: lexicon.find("since"),
            stand: lexicon.find("stand"),
            times: classes.of("times"),
            ends: classes.of("end"),
            passed: ["above", "below", "beneath"].map(|word| lexicon.find(word)),
            guesses: classes.of("guess"),
        }
    }

    pub(super) fn of(&self, word: WordId) -> Option<Direction> {
        self.words.get(word).copied()
    }

    /// The words that tell a percentage without a figure.
    pub(in crate::rule) fn multiples(&self) -> impl Iterator<Item = WordId> + '_ {
        self.percents
            .iter()
            .map(|(word, _)| word)
            .chain(self.parts.iter())
    }

    /// The percentage that a word tells by itself.
    pub(super) fn percent(&self, word: WordId) -> Option<i16> {
        self.percents.get(word).copied()
    }

    /// Whether a time is when what stands before it is delivered: "futures for March".
    pub(in crate::rule) fn is_maturity(&self, clauses: &Clauses, time: GroupId) -> bool {
        let noun = time.checked_sub(2).and_then(|noun| clauses.noun(noun));
        let tied =
            || matches!(clauses.groups[time - 1].kind, GroupKind::Preposition(word) if word == self.for_);
        noun.is_some_and(|noun| self.matures.contains(noun.lemma) && tied())
    }

    /// The direction of a noun that moves something: `rise`, but not `contract`.
    pub(in crate::rule) fn noun_moves(&self, noun: WordId) -> Option<Direction> {
        self.moves(noun).filter(|_| !self.matures.contains(noun))
    }

    /// Whether a verb moves a measure or tells where it stands.
    pub(in crate::rule) fn tells_measure(&self, verb: WordId) -> bool {
        self.moves(verb).is_some() || verb == self.stand
    }

    /// The direction of a word that moves something.
    pub(in crate::rule) fn moves(&self, word: WordId) -> Option<Direction> {
        self.of(word).filter(|found| *found != Direction::Level)
    }

    pub(in crate::rule) fn tells_share(&self, verb: WordId) -> bool {
        self.shares.contains(verb)
    }

    /// Whether a verb tells how much of a measure is whose.
    pub(super) fn shares(&self, clauses: &Clauses, verb: GroupId) -> bool {
        let verb = clauses.verb(verb);
        verb.is_some_and(|verb| !verb.passive && self.shares.contains(verb.lemma))
    }

    /// Whether a word introduces the figure that another is compared with.
    pub(in crate::rule) fn compares(&self, word: WordId) -> bool {
        self.compare.contains(word)
    }

    /// Whether the word right before a group compares: "compared with 2023", "relative to May".
    pub(in crate::rule) fn compares_ahead(
        &self,
        reading: &Reading<'_>,
        clauses: &Clauses,
        at: GroupId,
    ) -> bool {
        let token = (clauses.groups[at].first as usize).checked_sub(1);
        token.is_some_and(|token| self.compares(reading.ids[token]))
    }

    /// Whether a word introduces it behind a change: "a rise of 5% over 2012".
    pub(in crate::rule) fn compares_after(&self, word: WordId) -> bool {
        self.compare_after.contains(&word)
    }

    pub(in crate::rule) fn is_from(&self, word: WordId) -> bool {
        word == self.from
    }

    /// Whether a preposition is `at`, behind which a list tells a figure of its own for each thing.
    pub(in crate::rule) fn is_at(&self, word: WordId) -> bool {
        word == self.at
    }

    /// Whether a group tells how many times an earlier figure one is: "double the number of a year before", "half that in
    /// May".
    pub(in crate::rule) fn multiplies(&self, reading: &Reading<'_>, group: &Group) -> bool {
        let determined = |token: usize| reading.is_one_of(token, &["the", "that", "those", "what", "its"]);
        (group.first as usize..group.end as usize)
            .any(|token| self.times.contains(reading.ids[token]) && determined(token + 1))
    }

    /// Whether a preposition introduces the figure that is reached.
    pub(in crate::rule) fn reaches(&self, word: WordId) -> bool {
        self.reach.contains(&word)
    }

    /// Whether a preposition names parts of what was told: "including".
    pub(in crate::rule) fn includes(&self, word: WordId) -> bool {
        self.include.contains(&word)
    }

    /// Whether the words behind a figure tell that others expected it: "the $3bn estimated", "the $3bn loss that analysts
    /// saw".
    pub(super) fn is_guess(&self, reading: &Reading<'_>, behind: usize) -> bool {
        /// As many words as "average of analysts' estimates".
        const NEAR: usize = 5;
        let near = reading.ids.iter().enumerate().skip(behind).take(NEAR);
        near.take_while(|(token, _)| reading.tokens[*token].is_word() || reading.tag(*token) == Tag::Genitive)
            .any(|(token, id)| {
                let lemma = reading.lexicon.word(*id).lemma(reading.tag(token));
                self.is_guess_word(lemma.unwrap_or(*id))
            })
    }

    /// Whether a word means what others expect.
    pub(in crate::rule) fn is_guess_word(&self, lemma: WordId) -> bool {
        self.guesses.contains(lemma)
    }

    /// Whether what begins at a token is what a figure is likened to: "twice as much as in May", "as high as a year before".
    pub(in crate::rule) fn is_likened(&self, reading: &Reading<'_>, first: usize) -> bool {
        /// As many words as "as in the first half of".
        const NEAR: usize = 6;
        let likens = |token: usize| {
            let degree = self.degrees.contains(reading.ids[token - 1]);
            degree && reading.is(token, "as") && reading.is(token - 2, "as")
        };
        let near = (first.saturating_sub(NEAR).max(2)..first).rev();
        near.take_while(|token| !reading.tokens[*token].is_number())
            .any(likens)
    }

    pub(super) fn moves_token(&self, reading: &Reading<'_>, token: usize) -> Option<Direction> {
        let id = *reading.ids.get(token)?;
        let lemma = reading.lexicon.word(id).lemma(reading.tag(token)).unwrap_or(id);
        self.moves(lemma).or_else(|| self.moves(id))
    }
}
