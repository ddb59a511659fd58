//! What an article tells of countries and currencies, as evidence of what its signs mean.

use rustc_hash::FxHashMap;

use super::us_behind;
use crate::lexicon::{admin1, city, country, currency, organisation, Form, Hit, Label, List, RowId, Tag};
use crate::reading::Reading;
use crate::token::Token;

/// What an article tells of countries and currencies.
#[derive(Debug, Default)]
pub(super) struct Evidence<'x> {
    /// How strongly each country stands in the article, by alpha-2 code.
    pub(super) countries: FxHashMap<&'x str, u32>,
    /// How often a currency is named beyond doubt, by its code.
    pub(super) named: FxHashMap<&'x str, (RowId, u32)>,
    /// Those of them that are named in words: `Canadian dollars`. Where one stands as a sign (`C$`), it tells itself
    /// apart from a bare `$`.
    pub(super) worded: FxHashMap<&'x str, (RowId, u32)>,
    /// What the article says its bare signs mean: `All figures in Australian dollars`.
    pub(super) declared: Option<RowId>,
    /// A bare `$` stands in it.
    pub(super) dollar_sign: bool,
    /// It tells US dollars apart from its own: `$330 million US`.
    pub(super) us_behind: bool,
}

impl<'x> Evidence<'x> {
    /// All that the hits of an article tell.
    pub(super) fn gather(reading: &Reading<'x>) -> Self {
        const COUNTRY: u32 = 4;
        const ORGANISATION: u32 = 2;
        const PROVINCE: u32 = 2;
        const PLACE: u32 = 1;
        let lexicon = reading.lexicon;
        let mut evidence = Self::default();
        for (at, hit) in reading.hits.iter().enumerate() {
            let (code, weight) = match hit.list {
                List::Countries => {
                    let code = lexicon.cell(hit.row, country::CODE);
                    evidence.us_behind |= us_behind(reading, hit.first as usize);
                    if hit.form == Form::Adjective && after_be(reading, hit) && declares(reading, hit) {
                        evidence.declared = dollar_of(reading, code).or(evidence.declared);
                    }
                    (code, COUNTRY)
                }
                List::Organisations => (lexicon.cell(hit.row, organisation::COUNTRY), ORGANISATION),
                List::Cities if is_namesake(reading, hit) => continue,
                List::Cities => (lexicon.cell(hit.row, city::COUNTRY), PLACE),
                List::Admin1 if is_large(reading, hit) => (lexicon.cell(hit.row, admin1::COUNTRY), PROVINCE),
                List::Admin1 => (lexicon.cell(hit.row, admin1::COUNTRY), PLACE),
                List::Currencies => {
                    evidence.add_currency(reading, at, hit);
                    continue;
                }
                _ => continue,
            };
            if !code.is_empty() {
                *evidence.countries.entry(code).or_default() += weight;
            }
        }
        evidence
    }

    /// Adds the mention of a currency, the hit of number `at`.
    fn add_currency(&mut self, reading: &Reading<'x>, at: usize, hit: &Hit) {
        let lexicon = reading.lexicon;
        // A bare "$" names no currency beyond doubt.
        let bare = lexicon.cell(hit.row, currency::KEEPS) == "yes"
            && lexicon.has(hit.row, currency::DEFAULT_FOR, lexicon.surface(hit.entry));
        // `fireworks mark the end`
        let before = hit
            .first
            .checked_sub(1)
            .map(|before| &reading.tokens[before as usize]);
        let word = hit.form != Form::Symbol
            && lexicon.has(hit.row, currency::RISKY, lexicon.surface(hit.entry))
            && !before.is_some_and(Token::is_number);
        self.dollar_sign |=
            bare && reading.tokens[hit.first as usize].is(b'$') && !is_inside(reading, at, hit);
        if hit.form != Form::Minor && !bare && !word && is_plain(reading, at, hit) {
            let code = lexicon.cell(hit.row, currency::CODE);
            self.named.entry(code).or_insert((hit.row, 0)).1 += 1;
            if hit.form != Form::Symbol {
                self.worded.entry(code).or_insert((hit.row, 0)).1 += 1;
                if declares(reading, hit) {
                    self.declared = Some(hit.row);
                }
            }
        }
    }
}

/// `All figures in Australian dollars`, `Dollar amounts are Canadian`: whether a clause of sums says what they are in.
fn declares(reading: &Reading<'_>, hit: &Hit) -> bool {
    const REACH: usize = 5;
    let first = hit.first as usize;
    let Some(last) = first.checked_sub(1) else {
        return false;
    };
    let linked = reading.is(last, "in") || reading.tag(last) == Tag::Be;
    linked
        && (first.saturating_sub(REACH)..last).rev().any(|at| {
            reading
                .hits_at(at)
                .iter()
                .any(|hit| hit.list == List::NumberContexts && hit.label == Label::Sums)
        })
}

fn after_be(reading: &Reading<'_>, hit: &Hit) -> bool {
    hit.first > 0 && reading.tag(hit.first as usize - 1) == Tag::Be
}

/// The dollar of a country.
fn dollar_of(reading: &Reading<'_>, country: &str) -> Option<RowId> {
    let lexicon = reading.lexicon;
    lexicon.rows(List::Currencies).find(|row| {
        lexicon.has(*row, currency::COUNTRIES, country)
            && lexicon.cell(*row, currency::NAME).ends_with("Dollar")
    })
}

/// Whether a currency's name means no other currency, and is no part of a longer one ("dollars" in "US dollars").
fn is_plain(reading: &Reading<'_>, at: usize, hit: &Hit) -> bool {
    !is_inside(reading, at, hit)
        && reading
            .hits_at(hit.first as usize)
            .iter()
            .filter(|other| other.list == List::Currencies)
            .all(|other| other.row == hit.row || other.end < hit.end)
}

/// Whether a longer name or sign of a currency holds one: "C$" the "$".
fn is_inside(reading: &Reading<'_>, at: usize, hit: &Hit) -> bool {
    const WIDEST: u32 = 3;
    let before = reading.hits[..at].iter().rev();
    let mut near = before.take_while(|other| other.first + WIDEST > hit.first);
    near.any(|other| other.list == List::Currencies && other.first < hit.first && other.end >= hit.end)
}

/// Whether a town only shares its name with one better known: the Sydney of Nova Scotia.
pub(super) fn is_namesake(reading: &Reading<'_>, hit: &Hit) -> bool {
    let flag = |flag: &str| reading.lexicon.has(hit.row, city::FLAGS, flag);
    flag("multi") && !flag("primary") && !flag("capital")
}

/// Whether a province is one of those that everybody knows by its name alone: Ontario, not Clarendon.
fn is_large(reading: &Reading<'_>, hit: &Hit) -> bool {
    const HUNDREDS_OF_THOUSANDS: usize = 6;
    let lexicon = reading.lexicon;
    let other = ["given", "surname", "word"];
    lexicon.cell(hit.row, admin1::POPULATION).len() >= HUNDREDS_OF_THOUSANDS
        && !other.iter().any(|flag| lexicon.has(hit.row, admin1::FLAGS, flag))
}
