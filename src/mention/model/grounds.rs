//! On what a model of the lists stands: what is beside it, and what else its name may be.

use super::row::Row;
use super::tail::{self, Tail};
use super::{Grounds, Make};
use crate::lexicon::{Classes, Hit, Label, List, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// What an article says of a name of the list of models, where it stands.
pub(super) struct Evidence<'e, 'x> {
    pub(super) reading: &'e Reading<'x>,
    pub(super) row: &'e Row<'x>,
    pub(super) hit: &'e Hit,
    /// What belongs to the name behind it.
    pub(super) tail: &'e Tail,
    /// The list's form begins with the make.
    pub(super) own: bool,
    /// A variant is told.
    pub(super) variant: bool,
}

impl Evidence<'_, '_> {
    /// What tells that a model is meant, of the make beside it or by itself.
    pub(super) fn grounds(&self, makes: &[Make<'_>], by: Option<&Make<'_>>) -> Grounds {
        let Self {
            reading, row, tail, ..
        } = *self;
        let (first, end) = (self.hit.first as usize, self.hit.end as usize);
        let noun = tail::is_noun_at(reading, tail.end);
        if let Some(make) = by {
            // `Force One`, `Smart Fit`: both are words.
            let word = row.flag("word") || row.flag("words");
            return match make.word && word && !noun && !self.variant {
                true => Grounds::Bare,
                false => Grounds::Sure,
            };
        }
        let (near, _) = row.nearness(makes, first);
        let risky = row.is_risky(reading, first, end) || !near && self.is_short_code();
        if row.flag("number") && self.is_known_number(near && noun) {
            return Grounds::Sure;
        }
        let code = end == first + 1 && reading.has_digit(first);
        if code && !near && !noun && self.leads_a_noun() {
            return Grounds::Bare;
        }
        let plain = !risky
            && (near || row.list == List::Products || end > first + 1 || !reading.tokens[first].is_word());
        // `the Airbus | Beluga`
        let made = || row.maker_before(reading, first).is_some();
        if self.own || plain || made() || (row.takes_numbers && tail.has_code) {
            return Grounds::Sure;
        }
        if row.flag("number") && row.list == List::VehicleModels || row.flag("short") && !near {
            return Grounds::Bare;
        }
        // `Land Cruiser sales rose`: the second word's capital is its own.
        let two = end > first + 1 && reading.tokens[first + 1].shape == Shape::Capitalised;
        let opens = reading.opens_sentence(first);
        // `the i5` of BMW
        let coded = code && reading.tokens[first].is_word();
        let capitalised = (reading.tokens[first].is_capitalised() || coded && near) && (!opens || two);
        // `Stealth fighter planes`, `21st Century model`, `Grand Prix cars`: words first.
        let word = row.list == List::VehicleModels && row.flag("word") && tail.end == end;
        if capitalised && noun && (near || !row.flag("short") && !word) || near && self.variant {
            return Grounds::Sure;
        }
        if two && !word && !row.flag("place") && self.is_traded() {
            return Grounds::Sure;
        }
        match first.checked_sub(1).filter(|_| capitalised && !opens) {
            Some(before) => self.grounds_before(before, near || !risky, word),
            None => Grounds::Bare,
        }
    }

    /// `30 | 208 cars` near the make, `757-200`: whether a number of the list is one here, counted or with that of its version.
    fn is_known_number(&self, meant: bool) -> bool {
        let (reading, first) = (self.reading, self.hit.first as usize);
        match self.row.list {
            List::VehicleModels => meant && first > 0 && reading.tokens[first - 1].is_number(),
            List::Products => is_version(reading, self.hit.end as usize),
            _ => false,
        }
    }

    /// `CTS`, `G-10`, `B-2`: a few capitals or one and a figure, which are much else as well where nothing tells of the
    /// maker.
    fn is_short_code(&self) -> bool {
        const LONGEST: u32 = 4;
        let (reading, first, end) = (self.reading, self.hit.first as usize, self.hit.end as usize);
        let length = reading.tokens[end - 1].end - reading.tokens[first].start;
        let small = |at: usize| reading.word(at).bytes().any(|byte| byte.is_ascii_lowercase());
        let longest = match self.row.list {
            List::VehicleModels => LONGEST,
            // `B-2`
            _ if end > first + 1 => LONGEST - 1,
            _ => 0,
        };
        length <= longest && !(first..end).any(small)
    }

    /// `the B50 programme`: whether a code stands before a noun for something else.
    fn leads_a_noun(&self) -> bool {
        let (reading, end) = (self.reading, self.tail.end);
        let next = reading.tokens.get(end);
        next.is_some_and(|next| next.gap == Gap::Space && next.shape == Shape::Lower)
            && reading.tag(end) == Tag::Noun
    }

    /// `Land Cruiser sales`, `Corolla Cross production`
    fn is_traded(&self) -> bool {
        let next = self.reading.tokens.get(self.tail.end);
        next.is_some_and(|next| next.shape == Shape::Lower && next.gap == Gap::Space)
            && tail::has_class(self.reading, self.tail.end, Label::Trade)
    }

    /// What the word before a name with a capital tells of it: `the Land Cruiser`, `40 Land Cruisers`.
    fn grounds_before(&self, mut before: usize, likely: bool, word: bool) -> Grounds {
        let (reading, row, end) = (self.reading, self.row, self.tail.end);
        // `the new Land Cruiser`
        if reading.tag(before) == Tag::Adjective && reading.tokens[before].shape == Shape::Lower {
            before = before.saturating_sub(1);
        }
        let goes_on = reading
            .tokens
            .get(end)
            .is_some_and(|token| token.gap == Gap::Space && token.is_capitalised() && token.is_word());
        let follows_a_name = reading.tokens[before].is_word()
            && reading.tokens[before].is_capitalised()
            && !reading.classes(before).contains(Classes::FUNCTION);
        let place = reading.tag(before) == Tag::Preposition && row.flag("place");
        if goes_on || follows_a_name || place || reading.is(end, "of") {
            return Grounds::Bare;
        }
        let pointed = matches!(reading.tag(before), Tag::Determiner | Tag::Possessive);
        // `the Land Cruiser`, but not `the Grand Prix`
        let long = self.hit.end > self.hit.first + 1 && !word && !row.flag("place") && !self.is_short_code();
        // `40 Land Cruisers`
        let counted = long && reading.tag(before) == Tag::Number;
        if counted || pointed && (likely || long) {
            Grounds::Sure
        } else {
            Grounds::Named
        }
    }
}

/// `-200`, `-300ER` right behind an aircraft's number.
fn is_version(reading: &Reading<'_>, at: usize) -> bool {
    let glued = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    glued(at).is_some_and(Token::is_hyphen)
        && glued(at + 1).is_some_and(|next| next.is_number() && next.end - next.start == 3)
}
