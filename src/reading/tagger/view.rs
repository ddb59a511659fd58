//! What the rules see of a sentence: what is settled to the left, and what can follow to the right.

use std::ops::Range;

use super::super::Reading;
use super::clause::{Clause, Finite};
use crate::lexicon::{Class, Classes, Keyword as K, Keywords, Tag, TagSet, Tags, WordId, INDEFINITE};
use crate::token::{Shape, Token, TokenKind};

/// How many tokens a sum of money has before its last: `A$ 4.2 bn`.
const SUM: usize = 4;

/// How many tokens behind `by` the noun of an extent may stand.
const EXTENT: usize = 4;

/// What tells nothing of what stands behind it.
const SKIPPED: Tags = Tags::of(&[Tag::Adverb, Tag::Negation, Tag::Mark]);
/// How many tokens an aside between commas may have.
pub(super) const ASIDE: usize = 16;

/// How a sentence is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    /// Worded as headlines are: no forms of "be", infinitives for the future.
    pub(super) headline: bool,
    /// ALL IN CAPITALS
    pub(super) capitals: bool,
    /// Every Word With a Capital
    pub(super) title: bool,
}

/// What stands before a word, adverbs and quotation marks apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left<'d> {
    /// `Tag::Unknown` at the start of the sentence.
    pub(super) tag: Tag,
    pub(super) at: usize,
    /// An adverb stands between.
    pub(super) adverb: bool,
    /// The tags of the article up to the word.
    pub(super) done: &'d [Tag],
}

/// A word that can be more than one thing, and what stands left of it.
#[derive(Clone, Copy)]
pub(super) struct Word<'d> {
    /// What it can be.
    pub(super) choice: TagSet,
    pub(super) at: usize,
    pub(super) left: Left<'d>,
}

/// What can follow a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    End,
    Mark,
    /// A determiner, possessive, pronoun, figure or sign of currency: a noun group begins for certain.
    Group,
    /// A noun, name or adjective.
    Noun,
    Preposition,
    To,
    Adverb,
    Conjunction,
    /// `that`, `which`, `who`, `if`
    Clause,
    /// Can only be a finite verb.
    Finite,
    /// A participle or past tense.
    Past,
    /// Another verb form.
    Verb,
}

/// A sentence while it is tagged.
pub(super) struct View<'v, 'x> {
    pub(super) reading: &'v Reading<'x>,
    choices: &'v [TagSet],
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) style: Style,
    pub(super) clause: Clause,
    /// The clause around a relative or subordinate one.
    pub(super) outer: Option<Clause>,
    /// What goes on behind the next dash: the clause that the last one broke off, and the one around it.
    pub(super) dashed: Option<(Clause, Option<Clause>)>,
    /// The last opening bracket.
    pub(super) bracket: usize,
}

impl<'v, 'x> View<'v, 'x> {
    pub(super) fn new(
        reading: &'v Reading<'x>,
        choices: &'v [TagSet],
        sentence: Range<usize>,
        style: Style,
    ) -> Self {
        Self {
            reading,
            choices,
            first: sentence.start,
            end: sentence.end,
            style,
            clause: Clause::new(sentence.start),
            outer: None,
            dashed: None,
            bracket: sentence.start,
        }
    }

    /// What a token can be; nothing beyond the sentence.
    #[inline]
    pub(super) fn choice(&self, at: usize) -> TagSet {
        if at < self.end {
            self.choices.get(at).copied().unwrap_or_default()
        } else {
            TagSet::default()
        }
    }

    /// Whether a token of the sentence is this word.
    pub(super) fn is(&self, at: usize, word: K) -> bool {
        self.id(at) == word.id()
    }

    /// Whether a token of the sentence is one of these words.
    pub(super) fn among(&self, at: usize, words: Keywords) -> bool {
        words.has(self.id(at))
    }

    #[inline]
    fn id(&self, at: usize) -> WordId {
        if at >= self.first && at < self.end {
            self.reading.ids.get(at).copied().unwrap_or_default()
        } else {
            WordId::UNKNOWN
        }
    }

    /// A hyphen inside a word.
    pub(super) fn hyphen(&self, at: usize) -> bool {
        at < self.end && self.reading.tokens[at].is_hyphen() && self.reading.tokens[at].glued()
    }

    /// The clause around a relative or subordinate one still wants its verb.
    pub(super) fn outer_open(&self) -> bool {
        self.outer
            .is_some_and(|outer| outer.subject && outer.finite == Finite::No)
    }

    pub(super) fn classes(&self, at: usize) -> Classes {
        self.reading.classes(at)
    }

    /// What is settled before a token, adverbs, quotation marks and brackets skipped.
    #[inline]
    pub(super) fn left<'d>(&self, at: usize, done: &'d [Tag]) -> Left<'d> {
        match done.get(at.wrapping_sub(1)) {
            // Mostly it is the word right before.
            Some(&tag) if at > self.first && !SKIPPED.has(tag) => Left {
                tag,
                at: at - 1,
                adverb: false,
                done,
            },
            _ => self.left_of_skipped(at, done),
        }
    }

    #[inline(never)]
    fn left_of_skipped<'d>(&self, at: usize, done: &'d [Tag]) -> Left<'d> {
        let mut adverb = false;
        let mut before = at;
        for _ in 0..5 {
            if before <= self.first {
                break;
            }
            before -= 1;
            match done[before] {
                Tag::Adverb | Tag::Negation => adverb = true,
                Tag::Mark => {
                    let token = &self.reading.tokens[before];
                    if token.is(b')')
                        && self.bracket > self.first
                        && before.checked_sub(self.bracket).is_some_and(|length| length < 12)
                    {
                        before = self.bracket;
                    } else if token.kind != TokenKind::Quote {
                        return Left {
                            tag: Tag::Mark,
                            at: before,
                            adverb,
                            done,
                        };
                    }
                }
                tag => {
                    return Left {
                        tag,
                        at: before,
                        adverb,
                        done,
                    }
                }
            }
        }
        Left {
            tag: Tag::Unknown,
            at: self.first,
            adverb,
            done,
        }
    }

    /// The tag before a token as it stands; `Tag::Unknown` at the start.
    #[inline]
    pub(super) fn before(&self, at: usize, done: &[Tag]) -> Tag {
        if at > self.first {
            done[at - 1]
        } else {
            Tag::Unknown
        }
    }

    /// Whether a word of degree stands right before an -ing form that acts upon nothing: `more worrying`.
    pub(super) fn graded(&self, at: usize, done: &[Tag]) -> bool {
        const DEGREE: Keywords = Keywords::of(&[K::More, K::Most, K::Less, K::Very, K::Too]);
        self.before(at, done) == Tag::Adverb
            && self.among(at - 1, DEGREE)
            && !matches!(self.follow(at + 1), Follow::Group | Follow::To | Follow::Clause)
    }

    /// Words that bound a figure.
    pub(super) fn is_bound(&self, at: usize) -> bool {
        self.among(
            at,
            const {
                Keywords::of(&[
                    K::About,
                    K::Around,
                    K::Over,
                    K::Under,
                    K::Above,
                    K::Below,
                    K::Near,
                ])
            },
        )
    }

    /// Whether `by` and a doer stand at a token, not `by 5%` or `by almost half`.
    pub(super) fn agent(&self, at: usize) -> bool {
        if !self.is(at, K::By) {
            return false;
        }
        (at + 1..at + 4)
            .find(|at| {
                !matches!(
                    self.choice(*at).first(),
                    Tag::Adverb | Tag::Preposition | Tag::Subordinator
                )
            })
            .is_none_or(|at| {
                // `responded by cutting prices`
                let means = self.choice(at).first() == Tag::VerbIng;
                // `won by a large majority`
                let extent =
                    || (at..at + EXTENT).any(|at| at < self.end && self.reading.is_of(at, Class::Extent));
                let figure = matches!(self.choice(at).first(), Tag::Number | Tag::Mark) || means;
                let part = self.is(at, K::Half)
                    || self.is(at, K::A)
                        && self.among(
                            at + 1,
                            const { Keywords::of(&[K::Third, K::Quarter, K::Fifth, K::Tenth]) },
                        );
                !(figure || part || extent())
            })
    }

    /// Whether a name stands at a token that is no abbreviation: `hiring Peter Novak`, but `manufacturing PMI`.
    pub(super) fn names(&self, at: usize) -> bool {
        at < self.end
            && self.reading.tokens[at].shape == Shape::Capitalised
            && self.choice(at).any(Tags::of(&[Tag::Proper, Tag::Adjective]))
    }

    /// Whether a token, read so, is a form of a word of this class.
    pub(super) fn form_of(&self, at: usize, tag: Tag, class: Classes) -> bool {
        let lexicon = self.reading.lexicon;
        let lemma = lexicon.word(self.reading.ids[at]).lemma(tag);
        lemma.is_some_and(|lemma| lexicon.word(lemma).classes.contains(class))
    }

    /// Whether a token of the sentence is a word of this class.
    pub(super) fn is_in(&self, at: usize, class: Classes) -> bool {
        self.reading.lexicon.word(self.id(at)).classes.contains(class)
    }

    /// Whether a verb has an -ing form for its object.
    pub(super) fn takes_gerund(&self, at: usize) -> bool {
        (self.first..self.end).contains(&at)
            && [Tag::VerbIng, Tag::VerbPast, Tag::VerbPart, Tag::VerbS, Tag::Verb]
                .into_iter()
                .any(|tag| self.form_of(at, tag, Classes::GERUND))
    }

    /// What can stand at a token, quotation marks skipped.
    pub(super) fn follow(&self, at: usize) -> Follow {
        let at = match self.reading.tokens.get(at) {
            Some(token) if token.kind == TokenKind::Quote => at + 1,
            _ => at,
        };
        if at >= self.end {
            return Follow::End;
        }
        let choice = self.choice(at);
        match choice.first() {
            Tag::Mark => match self.reading.tokens[at].kind {
                TokenKind::Symbol => Follow::Group,
                _ => Follow::Mark,
            },
            Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Number => Follow::Group,
            _ if self.amount(at + 1) => Follow::Group,
            Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Adjective | Tag::Interjection => Follow::Noun,
            // `sold about 200 units`
            Tag::Preposition if self.choice(at + 1).first() == Tag::Number && self.is_bound(at) => {
                Follow::Group
            }
            Tag::Preposition => Follow::Preposition,
            Tag::To => Follow::To,
            Tag::Adverb | Tag::Negation | Tag::Particle => Follow::Adverb,
            Tag::Conjunction => Follow::Conjunction,
            Tag::That | Tag::Wh | Tag::Subordinator => Follow::Clause,
            Tag::Modal | Tag::Be | Tag::Have | Tag::Do => Follow::Finite,
            Tag::VerbPast if !choice.has(Tag::VerbPart) => Follow::Finite,
            Tag::VerbPast | Tag::VerbPart => Follow::Past,
            Tag::Verb if choice.any(NOUNISH) => Follow::Noun,
            Tag::VerbS if choice.any(NOUNISH) => Follow::Noun,
            Tag::VerbIng if choice.any(NOUNISH) => Follow::Noun,
            Tag::VerbS => Follow::Finite,
            Tag::Verb | Tag::VerbIng => Follow::Verb,
            Tag::There => Follow::Clause,
            Tag::Genitive | Tag::Unknown => Follow::Mark,
        }
    }

    /// Whether a sum of money begins here: `$40bn`, `Rs94`.
    pub(super) fn money(&self, at: usize) -> bool {
        let sign = |token: &Token| token.kind == TokenKind::Symbol && !token.is(b'&');
        at < self.end && (sign(&self.reading.tokens[at]) || self.amount(at + 1))
    }

    /// A number or sign right behind the letters of a currency: `Rs94`, `US$5`.
    fn amount(&self, at: usize) -> bool {
        let token = &self.reading.tokens[at.min(self.end - 1)];
        let sign = token.kind == TokenKind::Symbol && !token.is(b'%') && !token.is(b'&');
        at < self.end && token.glued() && (token.is_number() || sign) && self.reading.tokens[at - 1].is_word()
    }

    /// Whether the figure that ends at a token is a sum that an article or possessive stands before, so that what it is
    /// the price of comes next.
    pub(super) fn priced(&self, at: usize, done: &[Tag]) -> bool {
        self.before_currency(at, done)
            .is_some_and(|before| match done[before] {
                Tag::Determiner => self.among(before, INDEFINITE),
                tag => matches!(tag, Tag::Possessive | Tag::Genitive),
            })
    }

    /// The verb before the sum of money that ends at a token: `spent $3bn`.
    pub(super) fn before_sum(&self, at: usize, done: &[Tag]) -> Option<usize> {
        self.before_currency(at, done)
            .filter(|before| done[*before].is_verb())
    }

    /// Whether a sum of money begins at a token: `$3bn`.
    pub(super) fn opens_sum(&self, at: usize) -> bool {
        let token = self.reading.tokens.get(at);
        token.is_some_and(|token| token.kind == TokenKind::Symbol)
    }

    /// What stands before the sum of money that ends at a token.
    fn before_currency(&self, at: usize, done: &[Tag]) -> Option<usize> {
        let from = self.first.max(at.saturating_sub(SUM));
        let mut currency = false;
        for before in (from..=at).rev() {
            match done[before] {
                Tag::Number => {}
                Tag::Mark if self.reading.tokens[before].kind == TokenKind::Symbol => currency = true,
                _ => return currency.then_some(before),
            }
        }
        None
    }

    /// Whether one name with an article or adjective before it stands to the left, so that it may name what comes next: `the
    /// G7 meeting`, `a European Commission ruling`.
    pub(super) fn named_by(&self, left: Left<'_>) -> bool {
        let before = (self.first..left.at)
            .rev()
            .take(SUM)
            .find(|at| left.done[*at] != Tag::Proper);
        let open = before.is_some_and(|before| match left.done[before] {
            Tag::Determiner | Tag::Adjective if before + 1 == left.at => true,
            Tag::Determiner => self.among(before, INDEFINITE),
            _ => false,
        });
        left.tag == Tag::Proper && !left.adverb && open
    }

    /// Whether a noun group goes on at a token: a noun or something before one.
    pub(super) fn group_goes_on(&self, at: usize) -> bool {
        if at >= self.end {
            return false;
        }
        let choice = self.choice(at);
        match choice.first() {
            // `advanced to`, but `advanced economies`
            Tag::Adjective if choice.has(Tag::VerbPast) && !choice.any(NOUNISH) => {
                let next = self.choice(at + 1);
                self.noun_behind(at) || next.first() == Tag::Adjective || next.any(NOUNISH)
            }
            Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Adjective | Tag::Number => true,
            Tag::VerbIng | Tag::Verb | Tag::VerbS => choice.any(NOUNISH),
            Tag::VerbPart => self.noun_behind(at),
            Tag::Mark => self.reading.tokens[at].is_hyphen() && self.reading.tokens[at].glued(),
            _ => false,
        }
    }

    /// Whether a noun may stand right behind a participle.
    fn noun_behind(&self, at: usize) -> bool {
        matches!(
            self.choice(at + 1).first(),
            Tag::Noun | Tag::NounPlural | Tag::Proper
        )
    }

    /// Whether a base verb can stand at a token, one adverb skipped.
    pub(super) fn base_at(&self, at: usize) -> bool {
        let choice = self.choice(at);
        choice.has(Tag::Verb) || choice.first() == Tag::Adverb && self.choice(at + 1).has(Tag::Verb)
    }

    /// Whether commas part a description of a name, in which the token stands, from the name and its verb: "Vale, a miner
    /// based in Rio, said".
    pub(super) fn in_description(&self, at: usize, done: &[Tag]) -> bool {
        let Some(open) = self.clause.comma.filter(|open| *open > self.first) else {
            return false;
        };
        let named = done[open - 1] == Tag::Proper || self.reading.tokens[open - 1].is(b')');
        let article = matches!(done[open + 1], Tag::Determiner | Tag::Possessive);
        let end = self.end.min(at + ASIDE);
        let comma = (at + 1..end).find(|at| self.reading.tokens[*at].is(b','));
        let Some(verb) = comma
            .map(|comma| comma + 1)
            .filter(|verb| named && article && *verb < end)
        else {
            return false;
        };
        match self.choice(verb).first() {
            Tag::Modal | Tag::Have | Tag::Do | Tag::Be => true,
            // "Last May, a plant opened in Kano, said the firm"
            Tag::VerbPast if self.is(verb, K::Said) => {
                self.choice(verb + 1).first() == Tag::Pronoun || self.finite_ahead(verb + 1)
            }
            Tag::VerbPast => {
                !matches!(self.follow(verb + 1), Follow::To | Follow::End) && !self.agent(verb + 1)
            }
            Tag::VerbS => !self.choice(verb).any(NOUNISH),
            _ => false,
        }
    }

    /// Whether a number follows an abbreviation: `No. 1`.
    pub(super) fn numbered(&self, at: usize) -> bool {
        [at + 1, at + 2]
            .into_iter()
            .any(|next| self.choice(next).first() == Tag::Number)
    }
}

/// What a noun group can end with.
pub(super) const NOUNISH: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural]);
/// What a word can be inside a noun group.
pub(super) const NOMINAL: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural, Tag::Adjective, Tag::Number]);
