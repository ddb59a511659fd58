//! The state of the clause that the walk is in.

use super::view::{Follow, View};
use crate::lexicon::{Classes, Tag, Tags};
use crate::token::TokenKind;

const SUBJECT: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural, Tag::Proper, Tag::Pronoun]);
/// Tags that say no more of the clause than whether it has a subject.
const QUIET: Tags = Tags::of(&[
    Tag::Noun,
    Tag::NounPlural,
    Tag::Proper,
    Tag::Pronoun,
    Tag::Adjective,
    Tag::Adverb,
    Tag::Determiner,
    Tag::Genitive,
    Tag::Number,
    Tag::Particle,
    Tag::Possessive,
    Tag::Preposition,
    Tag::To,
]);

/// Whether a clause has its finite verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Finite {
    #[default]
    No,
    /// It has one, but a conjunction or comma since then may have begun another.
    Maybe,
    Yes,
}

/// The clause that the walk is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    /// A noun stands before the verb.
    pub(super) subject: bool,
    pub(super) finite: Finite,
    /// The last verb, `Tag::Unknown` if there is none.
    pub(super) verb: Tag,
    pub(super) verb_at: usize,
    /// "have" governs the last verb.
    pub(super) perfect: bool,
    /// A modal is its finite verb.
    pub(super) modal: bool,
    /// A conjunction joins nouns before the verb.
    pub(super) joined: bool,
    /// The first comma behind its subject that comes before its verb.
    pub(super) comma: Option<usize>,
}

impl Clause {
    pub(super) fn new(at: usize) -> Self {
        Self {
            subject: false,
            finite: Finite::No,
            verb: Tag::Unknown,
            verb_at: at,
            perfect: false,
            modal: false,
            joined: false,
            comma: None,
        }
    }
}

impl View<'_, '_> {
    /// Keeps the state of the clause.
    #[inline]
    pub(super) fn note(&mut self, at: usize, tag: Tag, done: &[Tag]) {
        self.clause.subject |= SUBJECT.has(tag);
        if !QUIET.has(tag) {
            self.step(at, tag, done);
        }
    }

    #[inline(never)]
    fn step(&mut self, at: usize, tag: Tag, done: &[Tag]) {
        match tag {
            Tag::Modal | Tag::VerbS => self.finite(at, tag),
            Tag::Be => {
                let word = self.choice(at);
                if !word.any(Tags::of(&[Tag::VerbPart, Tag::VerbIng])) && !self.governed(at, done) {
                    self.finite(at, tag);
                }
                self.clause.verb = tag;
                self.clause.verb_at = at;
            }
            Tag::Have | Tag::Do | Tag::Verb => {
                let opener = self.clause.verb_at;
                let controlled = tag == Tag::Verb
                    && self.clause.verb == Tag::Unknown
                    && done.get(opener).is_some_and(|opener_tag| {
                        opener_tag.is_verb() && self.form_of(opener, *opener_tag, Classes::CONTROL)
                    });
                // `expects the sale to add $5m to its cash flows`: nor has what is expected another verb.
                if controlled || !self.governed(at, done) && !self.choice(at).has(Tag::VerbIng) {
                    self.clause.finite = Finite::Yes;
                }
                self.clause.verb = tag;
                self.clause.verb_at = at;
                self.clause.perfect = false;
                self.open_content(at, tag);
            }
            Tag::VerbPast => {
                self.finite(at, tag);
            }
            Tag::VerbPart | Tag::VerbIng => {
                // `has hired advisers, sold its office and banned exports`
                let left = self.left(at, done).tag;
                // `as expected, …`, `while declining to comment, …`: it has no other verb.
                if left == Tag::Subordinator && self.clause.finite == Finite::No {
                    self.clause.finite = Finite::Maybe;
                }
                let goes_on = self.clause.perfect && matches!(left, Tag::Mark | Tag::Conjunction);
                self.clause.perfect = left == Tag::Have || goes_on && tag == Tag::VerbPart;
                self.clause.verb = tag;
                self.clause.verb_at = at;
                self.open_content(at, tag);
            }
            Tag::Conjunction => {
                if self.clause.finite == Finite::No {
                    self.clause.joined = true;
                } else {
                    self.clause.finite = Finite::Maybe;
                }
            }
            Tag::That | Tag::Wh | Tag::Subordinator => {
                // `where a line that dates from`: the clause around that still wants its verb is the nearer one.
                let wants = self.clause.subject && self.clause.finite == Finite::No;
                if self.outer.is_none_or(|outer| wants && outer.finite != Finite::No) {
                    self.outer = Some(self.clause);
                }
                self.clause = Clause::new(at);
            }
            Tag::Mark => self.mark(at, done),
            _ => {}
        }
    }

    fn finite(&mut self, at: usize, tag: Tag) {
        if self.clause.finite == Finite::Yes && self.outer_open() {
            // `The revolt which began in 1916 turned`: back to the clause around.
            self.outer = None;
        }
        self.clause.finite = Finite::Yes;
        self.clause.verb = tag;
        self.clause.verb_at = at;
        self.clause.perfect = false;
        self.clause.modal = tag == Tag::Modal;
        self.open_content(at, tag);
    }

    /// What is said, shown or hoped may follow without "that".
    fn open_content(&mut self, at: usize, tag: Tag) {
        if !tag.is_verb() {
            return;
        }
        // `to add $5m to its sales`
        let sum = || tag == Tag::Verb && matches!(self.choice(at + 1).first(), Tag::Number | Tag::Mark);
        let content = self.form_of(at, tag, Classes::CLAUSE);
        if content && !sum() && matches!(self.follow(at + 1), Follow::Group | Follow::Noun | Follow::Past) {
            if self.outer.is_none() {
                self.outer = Some(self.clause);
            }
            self.clause = Clause::new(at);
        }
    }

    /// Whether the last verb is one that what is told may follow as a clause.
    pub(super) fn told(&self) -> bool {
        let (verb, at) = (self.clause.verb, self.clause.verb_at);
        verb.is_verb() && self.form_of(at, verb, Classes::CLAUSE_OR_THING)
    }

    fn mark(&mut self, at: usize, done: &[Tag]) {
        let token = &self.reading.tokens[at];
        match token.first {
            // `…,” the report concluded`
            _ if token.kind == TokenKind::Quote
                && at > self.first
                && self.reading.tokens[at - 1].is(b',') =>
            {
                self.clause = Clause::new(at);
                self.outer = None;
            }
            b'(' => self.bracket = at,
            b',' => match self.outer {
                Some(outer) if self.clause.finite != Finite::No => {
                    self.clause = outer;
                    self.outer = None;
                    if self.clause.finite == Finite::Yes {
                        self.clause.finite = Finite::Maybe;
                    }
                }
                // `Morocco, the minister said, brought in cattle`: the subject before the words still wants its verb.
                _ if self.inserts(done) => self.clause.finite = Finite::No,
                _ if self.clause.finite == Finite::Yes => self.clause.finite = Finite::Maybe,
                _ if self.clause.finite == Finite::No && self.clause.subject => {
                    self.clause.comma = self.clause.comma.or(Some(at));
                }
                _ => {}
            },
            b';' | b':' => {
                self.clause = Clause::new(at);
                self.outer = None;
            }
            _ if token.is_dash() || token.is_hyphen() && !token.glued() => self.dash(at),
            _ => {}
        }
    }

    /// A dash begins something else; the next one goes back to the clause around: "Kenya grows tea – its main crop – and
    /// exports it".
    fn dash(&mut self, at: usize) {
        match self.dashed.take() {
            Some((clause, outer)) => {
                self.clause = clause;
                self.outer = outer;
                if self.clause.finite == Finite::Yes {
                    self.clause.finite = Finite::Maybe;
                }
            }
            None => {
                self.dashed = Some((self.clause, self.outer));
                if self.reading.tokens[at].is_dash() {
                    self.clause = Clause::new(at);
                    self.outer = None;
                }
            }
        }
    }

    /// Whether a comma ends somebody's words inside a clause that has no verb yet: `, he said,`, `, it emerged on Monday,`,
    /// `, said the minister,`.
    fn inserts(&self, done: &[Tag]) -> bool {
        let (verb, at) = (self.clause.verb, self.clause.verb_at);
        let Some(open) = self.clause.comma.filter(|open| *open < at) else {
            return false;
        };
        let speaker = &done[open + 1..at];
        let says = || self.form_of(at, verb, Classes::CLAUSE);
        let nominal = |tag: &Tag| {
            SUBJECT.has(*tag) || matches!(tag, Tag::Determiner | Tag::Possessive | Tag::Adjective)
        };
        self.clause.finite == Finite::Yes
            && verb.is_verb()
            && speaker.iter().all(nominal)
            && (says() || speaker == [Tag::Pronoun])
    }

    /// Whether "to" or a modal governs the verb at a token.
    fn governed(&self, at: usize, done: &[Tag]) -> bool {
        matches!(self.left(at, done).tag, Tag::To | Tag::Modal | Tag::Do)
    }
}
