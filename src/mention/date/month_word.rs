//! Whether a word names a month: `May` and `March` are verbs and names as well, and short forms are words of other languages.

use super::term::Term;
use super::Finder;
use crate::lexicon::{Class, Classes, Keyword as K, Keywords, List, Tag};
use crate::token::Gap;

/// Words that lead to a time wherever they stand before one.
pub(super) const LEADING: Keywords = Keywords::of(&[
    K::In,
    K::Since,
    K::Until,
    K::Till,
    K::By,
    K::From,
    K::Of,
    K::For,
    K::Before,
    K::After,
    K::To,
]);

impl Finder<'_, '_> {
    /// `May` and `March` are words too; `Jan` and `June` are names. Is the month meant?
    pub(super) fn is_month_word(&self, at: usize) -> bool {
        let reading = self.reading;
        if !self.reading.tokens[at].is_capitalised() {
            return false;
        }
        let name = self.reading.tokens[at].first;
        let risky = self.word(at, "may") || self.word(at, "march");
        if !risky {
            // "April Smith", "August Wilson", "Ms June Kim"
            let before = at > 0
                && reading.tag(at - 1) == Tag::Proper
                && !reading.opens_sentence(at - 1)
                && self.reading.tokens[at - 1].is_capitalised()
                && matches!(name, b'A' | b'J')
                && reading
                    .classes(at - 1)
                    .contains(crate::lexicon::Classes::GIVEN_NAME);
            let behind = reading
                .classes(at + 1 - usize::from(at + 1 >= reading.tokens.len()))
                .contains(crate::lexicon::Classes::SURNAME)
                && reading
                    .tokens
                    .get(at + 1)
                    .is_some_and(|token| token.is_capitalised())
                && reading.tag(at + 1) == Tag::Proper
                && !self.leans_on_preposition(at);
            return !before && !behind;
        }
        // "John May"
        let given = at > 0
            && reading.tokens[at].gap <= crate::token::Gap::Space
            && reading.tokens[at - 1].is_capitalised()
            && reading.classes(at - 1).contains(Classes::GIVEN_NAME)
            && reading.tag(at - 1) == Tag::Proper
            && reading.hit(at - 1, List::Cities).is_none()
            && reading.tokens.get(at + 1).is_none_or(|next| !next.is_number());
        if given {
            return false;
        }
        if self.leans_on_preposition(at) {
            return true;
        }
        if at > 0 && reading.tag(at - 1) == Tag::Genitive {
            return false;
        }
        let next = reading.tokens.get(at + 1);
        let Some(next) = next.filter(|_| !reading.opens_sentence(at + 1)) else {
            return !reading.opens_sentence(at);
        };
        if next.kind == crate::token::TokenKind::Possessive {
            return true;
        }
        let opens = reading.opens_sentence(at);
        match reading.tag(at + 1) {
            // "May said she would stay."
            _ if self.reading.is_of(at + 1, Class::Said) => false,
            // "May was strong", "March is wet": the modal would take "be".
            Tag::Be => !self.word(at + 1, "be"),
            Tag::VerbPast | Tag::VerbS | Tag::Modal => true,
            // "March and April", "for March, May and June"
            Tag::Conjunction => !opens || matches!(self.term(at + 2), Term::Month(_)),
            // "May, the minister, said" is a name.
            Tag::Mark => !opens,
            // "May sales rose"
            Tag::Noun | Tag::NounPlural => {
                let figure = || reading.classes(at + 1).contains(Classes::PERIOD_FIGURE);
                self.word(at, "may") && (!opens || figure())
            }
            _ => false,
        }
    }

    /// Whether what stands before makes a time of what follows: "in May", "since March", "last April".
    pub(super) fn leans_on_preposition(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        const WORDS: Keywords = LEADING.and(Keywords::of(&[
            K::During,
            K::Through,
            K::Between,
            K::Early,
            K::Late,
            K::Mid,
            K::Last,
            K::Next,
            K::This,
            K::Every,
            K::Each,
        ]));
        let token = &self.reading.tokens[before];
        if token.is_hyphen() && before > 0 {
            return self.word(before - 1, "mid")
                || self.word(before - 1, "end")
                || self.word(before - 1, "late")
                || matches!(self.term(before - 1), Term::Month(_));
        }
        if self.word(before, "and") && before > 0 {
            return matches!(self.term(before - 1), Term::Month(_));
        }
        token.is_word() && self.reading.among(before, WORDS)
    }

    /// Whether a month or weekday is written short.
    pub(super) fn is_short(&self, at: usize) -> bool {
        let token = &self.reading.tokens[at];
        let letters = self.reading.word(at).trim_end_matches('.').len();
        match self.term(at) {
            Term::Month(5) => false,
            Term::Month(_) => letters <= 3 || (letters == 4 && token.first == b'S'),
            Term::Weekday(_) => letters <= 5,
            _ => false,
        }
    }

    /// "Toyota's Oct. sales", "Nov exports": a short form that can be no name, before what is counted by the month.
    pub(super) fn names_a_month(&self, at: usize) -> bool {
        let name = matches!(self.term(at), Term::Month(1 | 3 | 6));
        let next = at + 1;
        let beside = self
            .reading
            .tokens
            .get(next)
            .is_some_and(|token| token.is_word() && token.gap == Gap::Space);
        let dotted = self.reading.word(at).ends_with('.');
        // Behind a full stop "exports" may look like a verb.
        let noun = match self.reading.tag(next) {
            Tag::Noun | Tag::NounPlural => true,
            Tag::VerbS => dotted,
            _ => false,
        };
        // "Maruti's Jan sales"
        let owned = at > 0 && self.reading.tag(at - 1) == Tag::Genitive;
        beside && (dotted || !name || owned) && noun
    }
}
