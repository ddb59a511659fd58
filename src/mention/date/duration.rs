//! Lengths of time, and what recurs.

use rust_decimal::Decimal;

use super::amount::{value, Quantity};
use super::period::Unit;
use super::resolve::leaning_on;
use super::tense::ends_percent;
use super::term::{Direction, Term, Which};
use super::{Finder, Found, What};
use crate::lexicon::{Keyword as K, Keywords, Tag};
use crate::mention::number::fraction;
use crate::mention::{here, Strength};
use crate::token::{Gap, Shape, TokenKind};

/// A length of time that was read: how many of what, and the token behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    pub(super) quantity: Quantity,
    pub(super) unit: Unit,
    pub(super) end: usize,
    /// Written with a hyphen before a noun: "five-year".
    pub(super) attributive: bool,
}

impl Finder<'_, '_> {
    /// A length of time that begins at `at`: `five years`, `nine-month`, `a decade`, `half a century`, `a year and a half`.
    pub(super) fn length(&self, at: usize) -> Option<Length> {
        if self.word(at, "half") && self.reading.is_indefinite(at + 1) {
            let Term::Unit(unit) = self.term(at + 2) else {
                return None;
            };
            let quantity = Quantity::Exact(500);
            return Some(Length {
                quantity,
                unit,
                end: at + 3,
                attributive: false,
            });
        }
        if let Some(part) = self.part_of_unit(at) {
            return Some(part);
        }
        if self.reading.is_indefinite(at) || self.word(at, "one") {
            let mut next = at + 1;
            if self.word(next, "full")
                || self.word(next, "whole")
                || self.word(next, "single")
                || self.word(next, "further")
                || self.word(next, "additional")
            {
                next += 1;
            }
            if let Term::Unit(unit) = self.term(next) {
                // "a quarter of", "a half": numbers, not times.
                if matches!(unit, Unit::Quarter | Unit::Half) {
                    return None;
                }
                let mut end = next + 1;
                let mut quantity = Quantity::whole(1);
                if self.word(end, "and") && self.word(end + 1, "a") && self.word(end + 2, "half") {
                    quantity = Quantity::Exact(1500);
                    end += 3;
                }
                return Some(Length {
                    quantity,
                    unit,
                    end,
                    attributive: false,
                });
            }
        }
        let (quantity, mut end) = self.quantity(at)?;
        // "12 to 18 months", "two-three weeks": what is sure is the shorter time.
        if let Some(second) = self
            .after_joint(end)
            .or_else(|| self.word(end, "or").then_some(end + 1))
        {
            if let Some((other, after)) = self.quantity(second) {
                if matches!(self.unit_behind(after), Some((_, _, false))) {
                    // "cut from 12 to eight years": only what it is cut to has its unit.
                    if matches!((quantity, other), (Quantity::Exact(from), Quantity::Exact(to)) if to < from)
                    {
                        return None;
                    }
                    end = after;
                }
            }
        }
        // "a couple of years"
        if self.word(end, "of") && end > at && self.word(end - 1, "couple") {
            end += 1;
        }
        let (unit, end, attributive) = self.unit_behind(end)?;
        // "one-quarter of homes", "a three-quarter majority": fractions, no times.
        let of_a_whole =
            self.word(end, "of") && matches!(self.reading.tag(end + 1), Tag::Determiner | Tag::Possessive);
        let is_fraction = (attributive || of_a_whole)
            && unit == Unit::Quarter
            && matches!(quantity.as_whole(), Some(1 | 3));
        if is_fraction || unit == Unit::Quarter && self.is_of_match(at) {
            return None;
        }
        Some(Length {
            quantity,
            unit,
            end,
            attributive,
        })
    }

    /// "a quarter of an hour", "three-quarters of an hour"
    fn part_of_unit(&self, at: usize) -> Option<Length> {
        let (of, share) = fraction(self.reading, at)?;
        let article = self.word(of, "of") && self.reading.is_indefinite(of + 1);
        let Term::Unit(unit) = self.term(of + 2) else {
            return None;
        };
        // Years and centuries have months for parts.
        let minutes = share.checked_mul(Decimal::from(60))?.normalize();
        (article && unit == Unit::Hour && minutes.scale() == 0).then_some(())?;
        Some(Length {
            quantity: Quantity::whole(minutes.try_into().ok()?),
            unit: Unit::Minute,
            end: of + 3,
            attributive: false,
        })
    }

    /// The unit behind a number, over "more", "working" and a hyphen: the unit, what follows, and whether it
    /// stands before a noun.
    fn unit_behind(&self, at: usize) -> Option<(Unit, usize, bool)> {
        if let Some(next) = self.after_hyphen(at) {
            return match self.term(next) {
                Term::Unit(unit) if !matches!(unit, Unit::Second | Unit::Half) => {
                    Some((unit, next + 1, true))
                }
                // "three-quarters" is a fraction.
                Term::Units(unit) if !matches!(unit, Unit::Quarter | Unit::Half) => {
                    Some((unit, next + 1, true))
                }
                // "a 15-second film"
                _ if self.word(next, "second") && self.counts_seconds(at) => {
                    Some((Unit::Second, next + 1, true))
                }
                _ => None,
            };
        }
        let mut next = at;
        const BETWEEN: Keywords = Keywords::of(&[
            K::More,
            K::Full,
            K::Straight,
            K::Consecutive,
            K::Working,
            K::Business,
            K::Trading,
            K::Successive,
            K::Whole,
            K::Additional,
            K::Long,
            K::Calendar,
        ]);
        for _ in 0..2 {
            if self.reading.tokens.get(next).is_some_and(|t| t.is_word()) && self.reading.among(next, BETWEEN)
            {
                next += 1;
            }
        }
        match self.term(next) {
            // "the two halves of the market"
            Term::Units(Unit::Half) => None,
            Term::Units(unit) => Some((unit, next + 1, false)),
            // "a five year low": the hyphen left out.
            Term::Unit(unit)
                if next == at
                    && !matches!(unit, Unit::Second | Unit::Quarter | Unit::Half | Unit::Weekend)
                    && matches!(
                        self.reading.tag(next + 1),
                        Tag::Noun | Tag::NounPlural | Tag::Adjective
                    ) =>
            {
                Some((unit, next + 1, true))
            }
            _ => None,
        }
    }

    /// A length of time as a mention, with what bounds it: "less than five years".
    pub(super) fn duration(&self, at: usize, length: Length, floor: usize) -> Option<Found> {
        let mut start = at;
        let mut end = length.end;
        let whole = length.quantity.as_whole();
        let single = whole == Some(1) && !length.attributive && self.reading.is_indefinite(at);
        if single && end == at + 2 && at > 0 {
            // "This is not a day for small print."
            if self.word(end, "for") || matches!(self.reading.tag(at - 1), Tag::Negation | Tag::Be) {
                return None;
            }
            // "300,000 cars a year", "$50 million a year": a rate, not a length.
            if !self.is_length(at, end) && self.direction(end).is_none() {
                let value = value(length.quantity, length.unit);
                return Some(Found::new(
                    start..end,
                    What::Set(value),
                    Strength::Fair,
                    here!("rate"),
                ));
            }
        }
        // "will one day ask for more", "hopes to one day sell it"
        let once = whole == Some(1) && length.unit == Unit::Day && self.word(at, "one");
        if once && at > 0 && self.is_some_day(at - 1, end) {
            return None;
        }
        // "on CBS's ``60 Minutes''": a capital behind a quotation mark is a title's.
        let title = start > 0
            && self.reading.tokens[start - 1].kind == TokenKind::Quote
            && self.reading.tokens[end - 1].shape == Shape::Capitalised;
        if title {
            return None;
        }
        if length.attributive {
            // "a 60-year-old man": an age.
            if self
                .after_hyphen(end)
                .is_some_and(|next| self.word(next, "old") || self.word(next, "olds"))
            {
                return None;
            }
            if let Some(next) = self.after_hyphen(end) {
                if !self.word(next, "long") && self.reading.tokens[next].is_word() {
                    return None;
                }
            }
        }
        if length.unit == Unit::Year && self.word(end, "old") && !self.is_of_things(start) {
            // "is 23 years old"
            return None;
        }
        if let Some(found) = self.months_told(at, &length, floor) {
            return Some(found);
        }
        start = self.with_bound(start, floor);
        if self.word(end, "or")
            && (self.word(end + 1, "more") || self.word(end + 1, "so") || self.word(end + 1, "less"))
            && !self.word(end + 1, "so")
        {
            end += 2;
        }
        let mut value = value(length.quantity, length.unit);
        if let Some((whole, last)) = self.compound(&length, end, &value) {
            (value, end) = (whole, last);
        }
        let strength = if length.attributive {
            Strength::Fair
        } else {
            Strength::Strong
        };
        Some(Found::new(
            start..end,
            What::Duration(value),
            strength,
            here!("length of time"),
        ))
    }

    /// "three years | and four months", "four hours | , 23 minutes and 11 seconds": the value of all, and the token behind.
    fn compound(&self, length: &Length, end: usize, value: &str) -> Option<(String, usize)> {
        const MOST: usize = 3;
        let (mut last, mut end, mut whole) = (length.unit, end, value.to_owned());
        if length.attributive || length.quantity.as_whole().is_none() {
            return None;
        }
        let mut parts = 0;
        while parts < MOST {
            let comma = usize::from(self.is_mark(end, b','));
            let and = usize::from(self.word(end + comma, "and"));
            let next = end + comma + and;
            let Some((quantity, after)) = self
                .quantity(next)
                .filter(|_| self.reading.tokens[next].gap <= Gap::Space)
            else {
                break;
            };
            let Some((unit, after, false)) = self.unit_behind(after).or_else(|| self.one_unit(after)) else {
                break;
            };
            // "eight minutes, 04.69 seconds"
            let fits = match quantity.as_whole() {
                Some(number) => number < most_within(last, unit),
                None => unit == Unit::Second && most_within(last, unit) > 0 && quantity != Quantity::Unknown,
            };
            // Years and months go together by "and" alone; a comma starts something new.
            let joined = and > 0 || last <= Unit::Day;
            if !fits || !joined {
                break;
            }
            let part = super::amount::value(quantity, unit);
            let part = part.trim_start_matches('P');
            let part = match whole.contains('T') {
                true => part.trim_start_matches('T'),
                false => part,
            };
            whole.push_str(part);
            (last, end) = (unit, after);
            parts += 1;
        }
        let respectively = self.word(end, "respectively") || self.word(end, "of");
        (parts > 0 && self.direction(end).is_none() && !respectively).then_some((whole, end))
    }

    /// "an hour and | one minute"
    fn one_unit(&self, at: usize) -> Option<(Unit, usize, bool)> {
        match self.term(at) {
            Term::Unit(unit) if at > 0 && self.term(at - 1) == Term::Cardinal(1) => {
                Some((unit, at + 1, false))
            }
            _ => None,
        }
    }

    /// "in the nine months", where such a stretch has been told: that one.
    fn months_told(&self, at: usize, length: &Length, floor: usize) -> Option<Found> {
        const NARROWS: [&str; 9] = [
            "to", "ended", "ending", "of", "from", "since", "before", "after", "just",
        ];
        let end = length.end;
        let article = at > floor
            && ["the", "those", "these"]
                .iter()
                .any(|word| self.word(at - 1, word));
        let narrowed = NARROWS.iter().any(|word| self.word(end, word));
        let whole = length
            .quantity
            .as_whole()
            .filter(|months| (2..12).contains(months));
        if length.unit != Unit::Month || length.attributive || !article || narrowed {
            return None;
        }
        let date = self.told_months(Some(whole?))?;
        let value = value(length.quantity, length.unit);
        let mut found = Found::new(
            at - 1..end,
            What::Date(date.with_basis(leaning_on(date.basis))),
            Strength::Strong,
            here!("months told before"),
        );
        found.echo = true;
        found.inner = Some((at..end, What::Duration(value)));
        Some(found)
    }

    /// "vehicles up to five years old": things have ages that count as lengths; people do not.
    fn is_of_things(&self, at: usize) -> bool {
        self.with_bound(at, at.saturating_sub(4)) < at
    }

    /// Whether "a year" tells how long rather than how often: a rate stands behind what is counted.
    fn is_length(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| !self.reading.opens_sentence(at)) else {
            return true;
        };
        if self.word(end, "or") || self.word(end, "of") {
            return true;
        }
        // "£146 more a month"
        let before = match before.checked_sub(1) {
            Some(last) if self.word(before, "more") || self.word(before, "less") => last,
            _ => before,
        };
        let token = &self.reading.tokens[before];
        let counted = matches!(
            self.reading.tag(before),
            Tag::Noun | Tag::NounPlural | Tag::Proper | Tag::Number
        );
        !counted && !token.is(b'%') && !["once", "twice"].iter().any(|word| self.word(before, word))
    }

    /// Takes in what bounds a figure on its left: "more than", "up to", "nearly".
    pub(super) fn with_bound(&self, at: usize, floor: usize) -> usize {
        // "over five years" tells during what time as often as how long at least, "over a year" does not; "about" bounds
        // nothing.
        const ONE: [&str; 2] = ["nearly", "almost"];
        const TWO: [[&str; 2]; 7] = [
            ["more", "than"],
            ["less", "than"],
            ["fewer", "than"],
            ["up", "to"],
            ["at", "least"],
            ["at", "most"],
            ["longer", "than"],
        ];
        let Some(before) = at.checked_sub(1).filter(|before| *before >= floor) else {
            return at;
        };
        if !self.reading.tokens[before].is_word() {
            return at;
        }
        let one = self.word(before, "over") && self.reading.is_indefinite(at);
        if one || ONE.iter().any(|word| self.word(before, word)) {
            return before;
        }
        let Some(first) = before.checked_sub(1).filter(|first| *first >= floor) else {
            return at;
        };
        if TWO
            .iter()
            .any(|[a, b]| self.word(before, b) && self.word(first, a))
        {
            if first.checked_sub(1).is_some_and(|last| self.is_degree(last, at)) {
                return at;
            }
            let no = first
                .checked_sub(1)
                .filter(|no| *no >= floor && self.word(*no, "no"));
            return no.unwrap_or(first);
        }
        at
    }

    /// "24 percent | more than two years ago", "3 million | less than a year earlier", "far | more than a year ago": whether
    /// what ends at `last` says by how much something is more than it was at the time at `at`.
    fn is_degree(&self, last: usize, at: usize) -> bool {
        let rate = ends_percent(self.reading, last + 1);
        let share = last > 0 && fraction(self.reading, last - 1).is_some_and(|(end, _)| end == last + 1);
        let counted = matches!(
            self.reading.tag(last),
            Tag::Number | Tag::NounPlural | Tag::Adverb
        ) || self.reading.tokens[last].is_number();
        rate || share || self.reading.is_indefinite(at) && counted
    }

    /// Whether `ago`, `earlier`, `later` and the like stand at `at`.
    pub(super) fn direction(&self, at: usize) -> Option<(Direction, usize)> {
        if let Term::Direction(direction) = self.term(at) {
            return Some((direction, at + 1));
        }
        if self.word(at, "before") && !self.is_clause(at + 1) {
            return Some((Direction::Earlier, at + 1));
        }
        if self.word(at, "after") && !self.is_clause(at + 1) {
            return None;
        }
        if self.word(at, "from") && self.word(at + 1, "now") {
            return Some((Direction::Later, at + 2));
        }
        None
    }

    /// Whether something follows that "before" could introduce.
    fn is_clause(&self, at: usize) -> bool {
        let Some(token) = self.reading.tokens.get(at) else {
            return false;
        };
        (token.is_word() || token.is_number())
            && !self.word(at, "and")
            && !self.word(at, "as")
            && !self.word(at, "when")
            && !self.word(at, "that")
            && !self.word(at, "because")
            && !self.word(at, "to")
            && !self.word(at, "in")
            && !self.word(at, "on")
    }

    /// `the past three years`, `the next five years`: the length, which alone is marked.
    pub(super) fn is_stretch_word(which: Which) -> bool {
        matches!(
            which,
            Which::Last
                | Which::Past
                | Which::Next
                | Which::Coming
                | Which::Previous
                | Which::Following
                | Which::Recent
        )
    }
}

/// How many of a unit make a whole of the one told before it; none where the two do not go together.
const fn most_within(whole: Unit, part: Unit) -> i32 {
    match (whole, part) {
        (Unit::Year, Unit::Month) => 12,
        (Unit::Year, Unit::Week) => 52,
        (Unit::Year, Unit::Day) => 366,
        (Unit::Month, Unit::Week) => 5,
        (Unit::Month, Unit::Day) => 31,
        (Unit::Week, Unit::Day) => 7,
        (Unit::Day, Unit::Hour) => 24,
        (Unit::Hour, Unit::Minute) | (Unit::Minute, Unit::Second) => 60,
        _ => 0,
    }
}
