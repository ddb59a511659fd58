//! Years: what they look like, and what four digits must not be to be one.

use super::fiscal::short_year;
use super::period::{in_reach, Part, Period, Unit};
use super::resolve::Date;
use super::term::{Term, Which};
use super::Finder;
use crate::lexicon::{Class, Classes, Keyword as K, Keywords, Label, List, Tag};
use crate::mention::quantity::bound_before;
use crate::mention::Basis;
use crate::token::{Gap, Token, TokenKind};

/// Words after which a number of four digits is a year, whatever it may be a number of.
const STRONG: Keywords = Keywords::of(&[
    K::In,
    K::Since,
    K::Until,
    K::Till,
    K::By,
    K::During,
    K::From,
    K::Of,
    K::For,
    K::To,
    K::Through,
    K::Before,
    K::After,
    K::Between,
    K::And,
    K::Early,
    K::Late,
    K::Mid,
    K::Calendar,
]);

/// Words after which it may be one, unless a plural follows.
const WEAK: Keywords = Keywords::of(&[
    K::Year,
    K::Years,
    K::Circa,
    K::Into,
    K::Beyond,
    K::Or,
    K::Post,
    K::Pre,
]);

impl Finder<'_, '_> {
    /// A year of four digits, `'98` after a month, or one in words.
    pub(super) fn year(&self, at: usize) -> Option<(i32, usize)> {
        if let Some((value, 4)) = self.digits(at) {
            return (1000..=2999).contains(&value).then_some((value as i32, at + 1));
        }
        if let Some(found) = self.short_year_behind(at) {
            return Some(found);
        }
        self.year_in_words(at)
    }

    /// `’25` right behind a month or quarter, or behind its "of".
    fn short_year_behind(&self, at: usize) -> Option<(i32, usize)> {
        let quote = self.reading.tokens.get(at)?;
        let (value, length) = self.digits(at + 1)?;
        let of = usize::from(at > 0 && self.word(at - 1, "of"));
        let part = at.checked_sub(1 + of)?;
        let told = matches!(
            self.term(part),
            Term::Month(_) | Term::Season(_) | Term::Unit(Unit::Quarter)
        ) || matches!(
            self.reading.word(part).as_bytes(),
            [b'Q', b'1'..=b'4'] | [b'H', b'1' | b'2']
        );
        let mark = quote.kind == TokenKind::Quote || matches!(self.reading.word(at), "'" | "’");
        (told && length == 2 && mark && self.glued(at + 1)).then(|| (short_year(value as i32), at + 2))
    }

    /// `nineteen ninety-six`, `two thousand`
    fn year_in_words(&self, at: usize) -> Option<(i32, usize)> {
        let century = match self.term(at) {
            Term::Cardinal(2) if self.term(at + 1) == Term::Cardinal(1000) => {
                let mut end = at + 2;
                let mut year = 2000;
                if self.word(end, "and") {
                    end += 1;
                }
                if let Term::Cardinal(units @ 1..=30) = self.term(end) {
                    year += units as i32;
                    return Some((year, end + 1));
                }
                return self.stands_for_a_year(at, at + 2).then_some((year, at + 2));
            }
            Term::Cardinal(century @ 17..=20) => century as i32 * 100,
            _ => return None,
        };
        let (rest, end) = match self.term(at + 1) {
            Term::Cardinal(tens @ 20..=90) if tens % 10 == 0 => {
                let units = self.after_hyphen(at + 2).unwrap_or(at + 2);
                match self.term(units) {
                    Term::Cardinal(unit @ 1..=9) => (tens + unit, units + 1),
                    _ => (tens, at + 2),
                }
            }
            Term::Cardinal(teen @ 10..=19) => (teen, at + 2),
            _ => return None,
        };
        Some((century + rest as i32, end))
    }

    /// `in two thousand`, but not `shipped two thousand cars`.
    fn stands_for_a_year(&self, first: usize, end: usize) -> bool {
        let told = first.checked_sub(1).is_some_and(|at| {
            self.reading.tag(at) == Tag::Preposition && !self.word(at, "about") || self.word(at, "year")
        });
        let counted = matches!(
            self.reading.tag(end),
            Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Proper
        );
        told && !counted
    }

    /// `2025-26`, `2021–2024`, `2024/25`: two years. The first and the second.
    pub(super) fn years(&self, at: usize) -> Option<(i32, i32, usize)> {
        let (first, 4) = self.digits(at)? else { return None };
        let joint = self.reading.tokens.get(at + 1)?;
        if !(joint.is_hyphen() || joint.is(b'/')) || !(1900..2100).contains(&first) {
            return None;
        }
        let glued = joint.glued() && self.glued(at + 2);
        let (second, length) = self.digits(at + 2)?;
        let second = match length {
            2 if glued => first - first % 100 + second + if second < first % 100 { 100 } else { 0 },
            4 if glued || joint.is_hyphen() => second,
            _ => return None,
        };
        // A third part would make it a day.
        let more = self.reading.tokens.get(at + 3);
        let goes_on = more.is_some_and(|next| {
            next.glued()
                && (next.is_hyphen() || next.is(b'/'))
                && self.glued(at + 4)
                && self.digits(at + 4).is_some()
        });
        let gap = second.checked_sub(first)?;
        let in_bounds = if length == 2 { 15 } else { 100 };
        (gap >= 1 && gap <= in_bounds && !goes_on).then_some((first as i32, second as i32, at + 3))
    }

    /// Two years side by side: a fiscal year if the second follows the first, else a run.
    pub(super) fn year_run(&self, first: i32, second: i32, at: usize) -> Date {
        let short = self.digits(at + 2).is_some_and(|(_, length)| length == 2);
        if second == first + 1 && (short || self.is_mark(at + 1, b'/')) {
            return Date::explicit(Period::new(Some(second), Part::Fiscal));
        }
        Date::run(Period::of_year(first), Period::of_year(second), Basis::Explicit)
    }

    /// Whether letters, a currency or a hyphened word touch a run of tokens: `777-200LR`, `Rs2025`.
    pub(super) fn sticks_to_word(&self, at: usize, end: usize) -> bool {
        let tokens = &self.reading.tokens;
        let before = at > 0 && tokens[at].glued() && {
            let token = &tokens[at - 1];
            token.is_word()
                || token.is_number()
                || token.kind == TokenKind::Symbol
                || (token.is_hyphen()
                    && at > 1
                    && tokens[at - 1].glued()
                    && (tokens[at - 2].is_word() || tokens[at - 2].is_number())
                    && !self.word(at - 2, "mid")
                    && !self.word(at - 2, "end")
                    && !self.word(at - 2, "post")
                    && !self.word(at - 2, "pre")
                    && !matches!(self.term(at - 2), Term::Month(_)))
        };
        let behind = tokens
            .get(end)
            .is_some_and(|token| token.glued() && (token.is_word() || token.is_number() || token.is(b'%')));
        before || behind
    }

    /// Whether a number of four digits is a year here.
    pub(super) fn is_year(&self, at: usize, value: u32) -> bool {
        let reading = self.reading;
        let end = at + 1;
        if !(1400..2200).contains(&value) || self.sticks_to_word(at, end) {
            return false;
        }
        let next = reading.tokens.get(end);
        // "2015-32" and "2025-model" are no years, "2021-" before a blank is.
        if next.is_some_and(|t| t.glued() && (t.is_hyphen() || t.is(b'/')) && self.glued(end + 1)) {
            let word = reading.tokens.get(end + 1).is_some_and(|t| t.is_word());
            if !word || !matches!(self.word_after_year(end + 1), AfterYear::Name) {
                return false;
            }
        }
        let known = (1900..2100).contains(&value);
        let before = at.checked_sub(1).map(|i| &reading.tokens[i]);
        let word_before = before.is_some_and(|token| token.is_word());
        let one_of = |words: Keywords| word_before && self.reading.among(at - 1, words);
        let strong = one_of(STRONG);
        let leans = strong || one_of(WEAK);
        let after = self.word_after_year(end);
        // "some 1990 staff"; "about" and "around" stand before years as well.
        let bounded = bound_before(reading, at).is_some_and(|(first, _)| {
            let tags = reading.lexicon.word(reading.ids[first]).tags;
            !tags.has(Tag::Preposition)
        });
        // "an estimated 2019 shortfall"
        let counted = || reading.hit(end, List::CountNouns).is_some();
        if bounded && (after == AfterYear::Plural || after == AfterYear::Name && counted()) {
            return false;
        }
        match after {
            AfterYear::Counted => return false,
            AfterYear::Plural
                if !(strong || known && (self.follows_determiner(at) || self.is_of_a_year(end))) =>
            {
                return false
            }
            AfterYear::Plural
                if !(1980..2060).contains(&value) && one_of(const { Keywords::of(&[K::In]) }) =>
            {
                return false
            }
            _ => {}
        }
        if !known {
            return one_of(const { Keywords::of(&[K::In, K::Since]) });
        }
        if leans || self.follows_determiner(at) {
            return true;
        }
        match before {
            Some(before) => self.is_year_behind(at, before, value),
            None => (1980..2060).contains(&value),
        }
    }

    /// Whether a number is a year where `before` stands right before it, which does not lead to one.
    fn is_year_behind(&self, at: usize, before: &Token, value: u32) -> bool {
        let (reading, end) = (self.reading, at + 1);
        // A number, sign or capitalised word right before: a score, a price, "Vision 2030".
        let sign = before.kind == TokenKind::Symbol && reading.word(at - 1) != "©";
        if before.is_number() || sign {
            return false;
        }
        if before.is_word() {
            // "flight 2024", "version 2025"
            let label = reading
                .hits_at(at - 1)
                .iter()
                .any(|hit| hit.list == List::NumberContexts && hit.label == Label::Label);
            if label {
                return false;
            }
            // "Vision 2030", "Flight 2024"
            let named =
                before.is_capitalised() && (reading.tag(at - 1).is_noun() || !reading.opens_sentence(at - 1));
            if named || reading.tag(at - 1) == Tag::Proper {
                return false;
            }
            // `believes 2026 will be better`, `ended 2025 with a loss`
            let acts =
                matches!(reading.tag(end), Tag::Modal) || self.reading.is_of(at - 1, Class::BeginsOrEnds);
            return (1950..2060).contains(&value)
                && (acts
                    || self.is_of_a_year(end)
                    || !matches!(
                        reading.tag(at - 1),
                        Tag::Verb | Tag::VerbS | Tag::VerbPast | Tag::Number
                    ));
        }
        // After a mark: "(2013)", ", 2025", at the head of a line.
        let sign = matches!(before.first, b'#' | b'+' | b'/');
        let touches = (before.is(b':') || before.is_hyphen() && !self.is_prefixed(at)) && self.glued(at);
        (1950..2060).contains(&value) && !sign && !touches
    }

    /// "cuts 2025 | rice export target", "lifts 2026 | outlook": of which there is one a year.
    fn is_of_a_year(&self, at: usize) -> bool {
        (at..at + 4)
            .take_while(|at| {
                let token = self.reading.tokens.get(*at);
                token.is_some_and(|token| token.is_word() && token.gap == Gap::Space)
                    && (self.reading.tag(*at).is_noun() || self.reading.tag(*at) == Tag::Adjective)
            })
            .last()
            .is_some_and(|head| self.reading.classes(head).contains(Classes::PERIOD_FIGURE))
    }

    /// `mid-1996`, `post-1959`, `end-2025`
    fn is_prefixed(&self, at: usize) -> bool {
        at > 1
            && self.reading.tokens[at - 1].is_hyphen()
            && (matches!(self.term(at - 2), Term::Edge(_) | Term::Month(_))
                || self
                    .reading
                    .among(at - 2, const { Keywords::of(&[K::Post, K::Pre]) }))
    }

    fn follows_determiner(&self, at: usize) -> bool {
        at > 0
            && (matches!(
                self.reading.tag(at - 1),
                Tag::Determiner | Tag::Possessive | Tag::Genitive
            ) || self.word(at - 1, "the")
                || self.word(at - 1, "its"))
    }

    /// What the word behind a number of four digits makes of it.
    fn word_after_year(&self, at: usize) -> AfterYear {
        let reading = self.reading;
        let Some(token) = reading.tokens.get(at) else {
            return AfterYear::Nothing;
        };
        if token.is(b'%') {
            return AfterYear::Counted;
        }
        if !token.is_word() {
            return AfterYear::Nothing;
        }
        let hits = reading.hits_at(at);
        let measured = hits.iter().any(|hit| match hit.list {
            // "2025 m", but "2025 in Lyon"
            List::Units => {
                let touching = reading
                    .lexicon
                    .has(hit.row, crate::lexicon::unit::FLAGS, "touching");
                self.term(at) == Term::None
                    && reading.tag(at) != Tag::Preposition
                    && (token.glued() || !touching || token.end - token.start > 2)
            }
            List::Currencies => hit.form == crate::lexicon::Form::Alias,
            List::NumberWords => matches!(hit.label, Label::Ratio | Label::RatioPoints),
            _ => false,
        });
        if measured || matches!(self.term(at), Term::Units(_)) {
            return AfterYear::Counted;
        }
        if hits
            .iter()
            .any(|hit| hit.list == List::CountNouns && hit.label == Label::Plural)
        {
            return AfterYear::Plural;
        }
        match reading.tag(at) {
            Tag::NounPlural => AfterYear::Plural,
            Tag::Noun | Tag::Proper | Tag::Adjective => AfterYear::Name,
            _ => AfterYear::Nothing,
        }
    }

    /// "In March 20 people": the number behind a month counts something.
    pub(super) fn counts_something(&self, at: usize, end: usize) -> bool {
        if end != at + 1 || self.digits(at).is_none() {
            return false;
        }
        if self.is_mark(end, b'%') {
            return true;
        }
        match self.word_after_year(end) {
            AfterYear::Counted => true,
            AfterYear::Plural => {
                let month = at.saturating_sub(1);
                self.leans_on_preposition(month) && !self.word(end, "sales") && !self.needs_a_day(month)
            }
            _ => false,
        }
    }

    /// `Since August 7 bottles …`: words behind which a day follows its month, whatever comes next.
    fn needs_a_day(&self, month: usize) -> bool {
        const WORDS: [&str; 7] = ["since", "from", "until", "till", "on", "before", "after"];
        let before = month.checked_sub(1);
        before.is_some_and(|before| WORDS.iter().any(|word| self.word(before, word)))
    }

    /// `last year`, `this year`, `next year`, `the current fiscal year`, perhaps after "of".
    pub(super) fn relative_year(&self, at: usize) -> Option<(Date, usize)> {
        let mut at = at;
        if self.word(at, "of") {
            at += 1;
        }
        if self.word(at, "the") {
            at += 1;
        }
        // "in March 2026, the rest in September of that year"
        let of_that = at > 0 && self.word(at, "that") && self.word(at - 1, "of");
        if of_that && self.term(at + 1) == Term::Unit(Unit::Year) {
            return Some((self.year_told()?, at + 2));
        }
        let Term::Which(which) = self.term(at) else {
            return None;
        };
        let count = match which {
            Which::Last | Which::Previous => -1,
            Which::This | Which::Current => 0,
            Which::Next | Which::Coming => 1,
            Which::Following => return None,
            _ => return None,
        };
        let next = at + 1;
        match self.term(next) {
            Term::Unit(Unit::Year) => Some((self.context.relative(Unit::Year, count), next + 1)),
            Term::FiscalYear => Some((self.context.fiscal_year(count), next + self.len(next))),
            Term::Fiscal => {
                let year = usize::from(self.term(next + 1) == Term::Unit(Unit::Year));
                Some((self.context.fiscal_year(count), next + 1 + year))
            }
            _ => None,
        }
    }

    /// The year of what stands before brackets: `July-October (2024-25)`, `the second quarter (April-June) of 2024`.
    pub(super) fn year_in_brackets(&self, at: usize) -> Option<Date> {
        const LONGEST: usize = 6;
        if !self.is_mark(at, b'(') {
            return None;
        }
        let close = (at + 2..at + LONGEST).find(|end| self.is_mark(*end, b')'))?;
        let inside = self.year_behind(at + 1).filter(|(_, end)| *end == close);
        let (year, _) = inside.or_else(|| self.year_behind(close + 1))?;
        Some(year)
    }

    /// The year of what stands in brackets: `the second quarter (April-June) of 2024`, `Q2 2024 (April-June)`.
    pub(super) fn year_around_brackets(&self, start: usize, end: usize) -> Option<Date> {
        let open = start.checked_sub(1).filter(|open| self.is_mark(*open, b'('))?;
        if !self.is_mark(end, b')') {
            return None;
        }
        if let Some((year, _)) = self.year_behind(end + 1) {
            return Some(year);
        }
        let told = self.focus.filter(|_| self.floor == open)?;
        // `the 2024-25 crop year (July-June)`
        if let (Part::Year, Some(last)) = (told.first.part, told.last) {
            let next = last.part == Part::Year && told.first.later(1) == Some(last);
            return next.then(|| Date::new(last, told.basis));
        }
        if told.last.is_some() {
            return None;
        }
        let part = match told.first.part {
            Part::Quarter(_) | Part::Half(_) => Part::Year,
            Part::Fiscal | Part::FiscalQuarter(_) | Part::FiscalHalf(_) => Part::Fiscal,
            _ => return None,
        };
        Some(Date::new(Period::new(told.first.year, part), told.basis))
    }

    /// A year behind a month, quarter, half or season: `2025`, `, 2025`, `of 2025`, `FY25`, `of FY25`, `last year`.
    pub(super) fn year_behind(&self, at: usize) -> Option<(Date, usize)> {
        if let Some(found) = self.relative_year(at) {
            return Some(found);
        }
        let mut next = at;
        let mut of = false;
        if self.word(next, "of") || self.word(next, "in") {
            next += 1;
            of = true;
        } else if self.is_mark(next, b',') {
            next += 1;
        }
        if of && self.word(next, "the") {
            next += 1;
        }
        if of && self.term(next) == Term::CalendarYear {
            next += self.len(next);
        }
        if let Some((first, second, end)) = self.years(next) {
            return (second == first + 1).then(|| (self.year_run(first, second, next), end));
        }
        if let Some((year, end)) = self.year(next) {
            let counted = matches!(self.word_after_year(end), AfterYear::Counted)
                || self.short_year_behind(next).is_none() && self.sticks_to_word(next, end)
                || (!of
                    && !(1990..2040).contains(&year)
                    && matches!(self.word_after_year(end), AfterYear::Plural));
            if counted || !in_reach(year) || !(1500..2200).contains(&year) {
                return None;
            }
            return Some((Date::explicit(Period::of_year(year)), end));
        }
        let fiscal = self.fiscal_year(next)?;
        Some((fiscal.date, fiscal.end))
    }
}

/// What the word behind a number says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AfterYear {
    Nothing,
    /// A noun in the singular or a name: "the 2024 election".
    Name,
    Plural,
    /// A unit, a currency, a scale: a quantity.
    Counted,
}
