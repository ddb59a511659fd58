//! Days and months, which people, papers and companies are called by as well.

use super::context::Context;
use super::words::Words;
use crate::lexicon::{Classes, Label, List, Lists, Tag};

impl Words<'_, '_> {
    /// A day or month by name; `Sun` before a capitalised word is none.
    pub(crate) fn calendar(&self, at: usize) -> bool {
        let mut hits = self.reading.hits_of(at, Lists::of(&[List::Calendar]));
        let named =
            hits.find(|hit| hit.end as usize == at + 1 && matches!(hit.label, Label::Month | Label::Weekday));
        named.is_some_and(|hit| {
            !(self.is_called_after(at, hit.label))
            && (self.reading.word(at).len() > 3 || !self.capital(at + 1) || !self.follows(at + 1))
            // `John May`
            && !(at > 0
                && hit.label == Label::Month
                && self.follows(at)
                && self.capital(at - 1)
                && (self.classes(at - 1).contains(Classes::GIVEN_NAME) || self.unlisted(at - 1) && self.ends_name(at))
                && self.reading.tag(at - 1) == Tag::Proper
                && self.reading.hit(at - 1, List::Cities).is_none()
                && self.reading.hit(at - 1, List::Countries).is_none()
                && !self.reading.tokens.get(at + 1).is_some_and(|next| next.is_number()))
            && !(self.mark(at + 1, b'-') && self.glued(at + 1) && self.glued(at + 2) && self.capital(at + 2))
            // `May & Baker`, `Mar del Sur`
            && !(self.mark(at + 1, b'&') && self.capital(at + 2))
            && !(self.small(at + 1) && self.context_at(at + 1, Context::Particle).is_some() && self.capital(at + 2))
            // `the Sunday Telegraph`
            && !(self.capital(at + 1) && self.follows(at + 1) && self.is_paper(at + 1))
            // `the Vancouver Sun`
            && !(self.is(at, "sun")
                && at > 0
                && self.follows(at)
                && self.place_ending(at)
                && !self.reading.tokens.get(at + 1).is_some_and(|next| next.is_number()))
        })
    }

    /// `Telegraph`, `Times`: what papers are called.
    fn is_paper(&self, at: usize) -> bool {
        let mut heads = self.reading.hits_of(at, Lists::of(&[List::OrgHeads]));
        heads.any(|hit| hit.label == Label::Media)
    }

    /// `June Harawira`, `Dr Friday Seretse`: a month by which people are called before a name that is nothing else, or
    /// either behind a title.
    fn is_called_after(&self, at: usize, label: Label) -> bool {
        let next = at + 1;
        if !self.follows(next) || !self.is_strange(next..next + 1) {
            return false;
        }
        // `June Eurodollars`
        if !self.person_name(next) && self.reading.word(next).ends_with('s') {
            return false;
        }
        let title = || {
            at > 0
                && self.follows(at)
                && self
                    .title_ending(at)
                    .is_some_and(|title| self.capital(title.first as usize))
        };
        let free = || {
            at == 0
                || !self.follows(at)
                || !self.capital(at - 1)
                    && !self.reading.tokens[at - 1].is_number()
                    && !matches!(
                        self.reading.tag(at - 1),
                        Tag::Preposition
                            | Tag::Determiner
                            | Tag::Adjective
                            | Tag::Number
                            | Tag::Possessive
                            | Tag::Adverb
                    )
        };
        title() || label == Label::Month && self.classes(at).contains(Classes::GIVEN_NAME) && free()
    }

    /// `said Maarja August,`: a month that closes the name of whoever says so.
    fn ends_name(&self, at: usize) -> bool {
        let said = at > 1 && self.verb_at(at - 2, Context::Say) && self.follows(at - 1);
        said && (self.mark(at + 1, b',') || self.mark(at + 1, b'.'))
    }

    /// `Q3`, `H1`, `FY25`: a part of a year, with which no name begins.
    pub(crate) fn is_part_of_year(&self, at: usize) -> bool {
        let word = self.reading.bytes(at);
        matches!(word, [b'Q', b'1'..=b'4'] | [b'H', b'1' | b'2'])
            || matches!(word, [b'F', b'Y', digits @ ..] if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit))
    }
}
