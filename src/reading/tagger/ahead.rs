//! Verbs that stand further on in a sentence.

use super::view::{Follow, View, ASIDE, NOUNISH};
use crate::lexicon::{Class, Keyword as K, Tag, Tags};
use crate::token::TokenKind;

/// How many tokens ahead a finite verb is looked for.
const AHEAD: usize = 14;
/// `being`, `been`
const UNFINISHED: Tags = Tags::of(&[Tag::VerbPart, Tag::VerbIng]);

impl View<'_, '_> {
    /// Whether the clause goes on behind an aside that begins with the comma at a token: "exports to Egypt, its largest
    /// buyer, fell 3%", but not "he exports to Egypt, its neighbour, said the firm".
    pub(super) fn finite_after_aside(&self, comma: usize) -> bool {
        let end = self.end.min(comma + ASIDE);
        let close = (comma + 2..end).find(|at| self.reading.tokens[*at].is(b','));
        let Some(verb) = close.map(|close| close + 1).filter(|verb| *verb < end) else {
            return false;
        };
        let choice = self.choice(verb);
        match choice.first() {
            Tag::Modal | Tag::Have | Tag::Do | Tag::Be => true,
            Tag::VerbPast if !choice.has(Tag::VerbPart) => {
                matches!(self.choice(verb + 1).first(), Tag::Number | Tag::Mark | Tag::To)
                    || self.is(verb + 1, K::By)
            }
            _ => false,
        }
    }

    /// Whether a verb stands right behind the comma that ends the aside in which a token stands: `, called Acme, sold`.
    pub(super) fn verb_behind_aside(&self, from: usize) -> bool {
        let close = (from..self.end.min(from + ASIDE)).find(|at| self.reading.tokens[*at].is(b','));
        let finite = Tags::of(&[Tag::Modal, Tag::Have, Tag::Be, Tag::VerbS, Tag::VerbPast]);
        close.is_some_and(|close| self.choice(close + 1).any(finite))
    }

    /// Whether words that end with a comma are closed right before a token: `…,” | grumbled`.
    pub(super) fn closes_words(&self, at: usize) -> bool {
        let quote = at > self.first + 1 && self.reading.tokens[at - 1].kind == TokenKind::Quote;
        quote && self.reading.tokens[at - 2].is(b',')
    }

    /// Whether a comma ends an aside behind the subject that the sentence begins with.
    pub(super) fn closes_aside(&self, comma: usize) -> bool {
        let from = comma.saturating_sub(ASIDE).max(self.first);
        self.reading.tokens[comma].is(b',')
            && (from..comma).any(|at| self.reading.tokens[at].is(b','))
            && matches!(
                self.choice(self.first).first(),
                Tag::Proper | Tag::Determiner | Tag::Noun
            )
    }

    /// Whether neither a comma nor a verb of the clause is to come.
    pub(super) fn last_clause(&self, from: usize) -> bool {
        let comma = |at: usize| self.reading.tokens.get(at).is_some_and(|token| token.is(b','));
        !self.style.headline
            && self.end <= from + AHEAD
            && !(from..self.end).any(comma)
            && !self.finite_ahead(from)
    }

    /// Whether a participle only tells when a period ends: `in the quarter ended March 25`.
    fn ends_period(&self, at: usize) -> bool {
        at > self.first && self.is(at, K::Ended) && {
            let noun = self.reading.noun_lemma(at - 1);
            self.reading.lexicon.is_of(noun, Class::Period)
        }
    }

    /// Whether the clause that goes on at a token still has its finite verb to come.
    pub(super) fn finite_ahead(&self, from: usize) -> bool {
        self.verb_ahead(from).is_some()
    }

    /// The same, where a verb may also be that of a clause which begins on the way: "walked away after the bank froze it".
    pub(super) fn main_ahead(&self, from: usize) -> bool {
        let Some(verb) = self.verb_ahead(from) else {
            return false;
        };
        let opens = |at: usize| {
            self.choice(at).has(Tag::Subordinator)
                && matches!(self.choice(at + 1).first(), Tag::Determiner | Tag::Possessive)
        };
        !(from..verb.min(self.end)).any(opens) || self.finite_ahead(verb + 1)
    }

    /// Where the finite verb stands, or the comma behind which it stands.
    pub(super) fn verb_ahead(&self, from: usize) -> Option<usize> {
        let mut governed = false;
        let mut bracket = false;
        let mut before = Tag::Noun;
        // A noun that an article or adjective announces has still to come: `the newly built mill`.
        let mut announced = false;
        for at in from..self.end.min(from + AHEAD) {
            // `the Bank of Ghana (BoG) sold`
            let token = &self.reading.tokens[at];
            if bracket || token.is(b'(') && at > from {
                bracket = !token.is(b')');
                continue;
            }
            let choice = self.choice(at);
            let first = choice.first();
            let nominal = matches!(
                before,
                Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number | Tag::Adverb | Tag::Particle
            );
            match first {
                // `imports through Callao more than doubled`
                Tag::Subordinator if self.is(at, K::Than) && at > from && self.is(at - 1, K::More) => {
                    return self.choice(at + 1).has(Tag::VerbPast).then_some(at);
                }
                Tag::Modal | Tag::Have | Tag::Do => return (!governed).then_some(at),
                Tag::Be if !(choice.any(UNFINISHED) || governed && choice.has(Tag::Verb)) => return Some(at),
                Tag::VerbPast if !choice.has(Tag::VerbPart) => return Some(at),
                Tag::VerbS if nominal && !choice.any(NOUNISH) => return Some(at),
                Tag::VerbS if nominal => {
                    if matches!(self.follow(at + 1), Follow::Group | Follow::To) {
                        return Some(at);
                    }
                }
                // `kits from China cost $61m`
                Tag::Noun | Tag::Verb
                    if choice.has(Tag::VerbPast)
                        && matches!(before, Tag::NounPlural | Tag::Proper)
                        && self.follow(at + 1) == Follow::Group =>
                {
                    return Some(at)
                }
                Tag::VerbPast | Tag::VerbPart
                    if nominal
                        && at > from
                        && !(announced && before == Tag::Adverb)
                        && !self.ends_period(at) =>
                {
                    let object = matches!(self.follow(at + 1), Follow::Group | Follow::Noun);
                    if object || first == Tag::VerbPast && !self.agent(at + 1) {
                        return Some(at);
                    }
                }
                // `as firms look to trim costs`
                Tag::Verb
                    if before == Tag::NounPlural
                        && (!choice.any(NOUNISH) || self.follow(at + 1) == Follow::To) =>
                {
                    return Some(at)
                }
                // `shipments to that market fell`
                Tag::That
                    if at > from
                        && matches!(before, Tag::Preposition | Tag::To)
                        && self.choice(at + 1).first() == Tag::Noun => {}
                Tag::That | Tag::Wh | Tag::Subordinator => return None,
                Tag::Conjunction if !nominal || self.follow(at + 1) != Follow::Noun => return None,
                Tag::Mark => {
                    let token = &self.reading.tokens[at];
                    let inside = token.kind == TokenKind::Symbol
                        // `the 2024/25 season`
                        || token.glued() && (token.is_hyphen() || token.is(b'/'))
                        || token.is(b'%');
                    if !inside {
                        return (token.is(b',') && self.finite_after_aside(at)).then_some(at);
                    }
                }
                _ => {}
            }
            announced = match first {
                Tag::Determiner | Tag::Possessive => true,
                Tag::Adverb | Tag::Adjective => announced,
                _ => false,
            };
            governed = matches!(first, Tag::To);
            before = first;
        }
        None
    }
}
