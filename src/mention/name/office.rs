//! Whose office the words before a name tell: `its president, | X,`, `Minister for Industries | X`.

use super::{Context, Title, Words};
use crate::lexicon::{title, Classes, Form, Label, Tag};
use crate::token::Shape;

impl Words<'_, '_> {
    /// As [`Self::holder`], of those who hold an office and nothing else.
    pub(crate) fn office_holder(&self, first: usize) -> bool {
        let title = first.checked_sub(1).and_then(|comma| self.title_ending(comma));
        // `its former owner, Jingye`
        let other = first > 0 && self.context_before(first - 1, Context::Organisation).is_some();
        self.holder(first) && !other && title.is_some_and(|title| title.label != Label::Other)
    }

    /// Whether the one who is named next holds a title that stands before a comma, and somebody's: `its president, |
    /// X,`, `the High Commissioner, | X`.
    pub(crate) fn holder(&self, first: usize) -> bool {
        let comma = first
            .checked_sub(1)
            .filter(|&comma| self.mark(comma, b',') && self.follows(first));
        let Some(comma) = comma else {
            return false;
        };
        let start = self.reading.sentence_tokens(first).start;
        // `the speaker of the house, | X,`
        let field = || {
            let words = (start..comma)
                .rev()
                .take(6)
                .take_while(|&at| !self.mark(at, b','));
            words.filter_map(|at| self.title_at(at)).find(|title| {
                let end = title.end as usize;
                end < comma && (self.is(end, "of") || self.is(end, "for"))
            })
        };
        let Some(title) = self.title_ending(comma).or_else(field) else {
            return false;
        };
        let first = title.first as usize;
        // `Norvik chief executive, X`, over adjectives: `his Chinese counterpart, X`.
        (start..first)
            .rev()
            .take(4)
            .take_while(|&at| !self.mark(at, b','))
            .any(|at| {
                matches!(self.reading.tag(at), Tag::Genitive | Tag::Possessive)
                    || self.is(at, "the")
                    || self.is(at, "a")
                    || self.is(at, "whose")
            })
    }

    /// Whether a name stands behind an office with its field: `Minister for Harbours and Fisheries | X`,
    /// `Cultural Attaché of the Peruvian Embassy | X`.
    pub(crate) fn title_complement(&self, first: usize) -> bool {
        let start = self.reading.sentence_tokens(first).start;
        let mut at = first;
        if at > start && self.mark(at - 1, b',') {
            at -= 1;
        }
        for _ in 0..12 {
            if at <= start {
                return false;
            }
            at -= 1;
            let field = self.capital(at)
                || self.closed(at)
                || self.mark(at, b')')
                || self.mark(at, b'(')
                || at > start && self.mark(at, b',') && self.capital(at - 1) && self.capital(at + 1);
            if !field {
                return false;
            }
            if let Some(title) = self.title_ending(at) {
                // `The Board of Directors of | Perlan Karton` tells no field.
                // `Chief Executive of | Dana Willow`: companies have such offices, and no field stands between.
                let offices = title.label == Label::Corporate && self.is(at, "of");
                let field = at + 1 < first || title.form == Form::Name && !offices;
                return field && self.small(at) && self.closed(at) && self.capital(title.first as usize);
            }
        }
        false
    }

    /// Whether a title only describes the one behind it: `former`, `late`.
    pub(crate) fn is_modifier(&self, title: Title) -> bool {
        self.reading.lexicon.cell(title.row, title::POSITION) == "modifier"
    }

    /// Whether a word in capitals before a whole name is somebody's rank: `AKBP Budi Roe`.
    pub(crate) fn is_rank(&self, first: usize, end: usize) -> bool {
        let plain = |at: usize| self.reading.tokens[at].shape == Shape::Capitalised;
        end > first + 2
            && self.reading.tokens[first].shape == Shape::Upper
            && self.reading.word(first).len() > 2
            && !self.reading.word(first).contains('.')
            && self.unlisted(first)
            && self.follows(first + 1)
            && (first + 1..end).all(|at| !self.capital(at) || plain(at))
    }

    /// `a villager named | Salim`, `a man called | Salim`
    pub(crate) fn is_called(&self, first: usize) -> bool {
        let verb = first.checked_sub(1).filter(|_| self.follows(first));
        verb.is_some_and(|verb| {
            let called = self.is(verb, "named") || self.is(verb, "called");
            let noun = || {
                self.title_ending(verb)
                    .is_some_and(|title| self.small(title.first as usize))
            };
            called && (noun() || self.context_before(verb, Context::Person).is_some())
        })
    }

    /// `the | Agnelli | family`, `the Thatcher government`: a surname with what is called after those who have or lead it.
    pub(crate) fn is_house(&self, first: usize, end: usize) -> bool {
        let article = first > 0 && self.is(first - 1, "the") && self.follows(first);
        let own = self.unlisted(first)
            || self.classes(first).contains(Classes::SURNAME)
                && !self.english(first)
                && self.land(first).is_none();
        article
            && end == first + 1
            && own
            && self.small(end)
            && self.context_at(end, Context::House).is_some()
    }

    /// `his wife, | Obiora,`
    pub(crate) fn relation(&self, first: usize) -> bool {
        let comma = first
            .checked_sub(1)
            .filter(|&at| self.mark(at, b',') && self.follows(first));
        let title = comma.and_then(|comma| self.title_ending(comma));
        title.is_some_and(|title| {
            let kin = title.first as usize;
            self.is_loose_title(title)
                && kin > 0
                && matches!(self.reading.tag(kin - 1), Tag::Possessive | Tag::Genitive)
                && (self.unlisted(first) || self.classes(first).contains(Classes::GIVEN_NAME))
                && self.reading.tokens[first].shape == Shape::Capitalised
        })
    }
}
