//! What the cells of a list may hold: the columns that know only some words, with these words (`""`: it may be empty),
//! and those of numbers and codes. A cell that is wrong in a user's list would else tell nothing, in silence.

use super::class;
use super::list::{
    abbreviation, admin1, anaphor, bound, calendar, city, clause_word, common_word, count_noun, country,
    currency, given_name, make, model, movement, name_context, number, number_context, org_head, org_suffix,
    organisation, place_head, policy, policy_head, product, product_word, region, status_word, surname,
    title, unit, zone, Column, List, Schema,
};
use super::parts;

/// What companies do, as the groups of industries of the Global Industry Classification Standard have it; who makes parts
/// of cars is no carmaker.
#[rustfmt::skip]
const SECTORS: &[&str] = &[
    "", "auto-parts", "automobiles", "banks", "capital-goods", "chips", "consumer-services", "durables", "energy", "financials", "food",
    "hardware", "health", "household", "insurance", "materials", "media", "pharma", "real-estate", "retail", "services",
    "software", "staples", "telecom", "transport", "utilities",
];

#[rustfmt::skip]
pub(super) const CLOSED: &[(List, Column, &[&str])] = &[
    (List::Abbreviations, abbreviation::CLASS, &[
        "", "address", "company", "country", "currency", "degree", "latin", "misc", "month", "number", "time", "title",
        "unit", "us-state", "weekday",
    ]),
    (List::Abbreviations, abbreviation::ALSO_WORD, &["", "no", "yes"]),
    (List::Admin1, admin1::FLAGS, &["", "city", "country", "given", "surname", "word"]),
    (List::Anaphors, anaphor::KIND, &["country", "organisation", "person", "place"]),
    (List::Anaphors, anaphor::BY, &["", "name", "holder"]),
    (List::Anaphors, anaphor::SECTORS, SECTORS),
    (List::Bounds, bound::ROLE, &["after", "after-glued", "before", "before-count", "range", "sign"]),
    (List::Bounds, bound::BOUND, &["", "about", "at_least", "at_most", "exact", "less_than", "more_than"]),
    (List::Calendar, calendar::CLASS, &[
        "calendar-year", "clock", "day-part", "decade", "direction", "edge", "every", "fiscal", "fiscal-year",
        "holiday", "meridiem", "month", "new-year", "rate", "recurring", "relative-day",
        "relative-modifier", "relative-night", "season", "several", "stretch", "unit", "vague", "vague-noun",
        "weekday", "year-end",
    ]),
    (List::Cities, city::FLAGS, &[
        "", "border", "capital", "country", "given", "homely", "industrial", "multi", "primary", "small",
        "surname", "word",
    ]),
    (List::ClauseWords, clause_word::CLASS, class::NAMES),
    (List::CommonWords, common_word::FLAG, &["", "capitalised", "news"]),
    (List::CountNouns, count_noun::NUMBER, &["", "either", "plural", "singular"]),
    (List::Currencies, currency::KEEPS, &["", "yes"]),
    (List::GivenNames, given_name::FLAGS, &["", "brand", "country", "place", "surname", "word"]),
    (List::Movements, movement::DIRECTION, &["up", "down", "level"]),
    (List::NameContext, name_context::CLASS, &[
        "act", "address", "appoint", "asset", "body", "club", "club-end", "club-front", "club-nickname", "company-adjective",
        "company-front", "company-phrase", "credit", "honour", "house", "ledger", "move",
        "doer", "no-country", "no-place", "organisation", "overseas", "particle", "person", "person-act", "person-asset", "person-phrase", "place",
        "place-asset", "place-front", "place-phrase", "say", "ship", "syllable", "thing", "trade",
    ]),
    (List::NumberContexts, number_context::CONTEXT, &[
        "aged", "ageing", "birthday", "change", "clock", "extent", "index", "label", "leap", "living", "phone", "play", "race", "sum", "sums", "times", "trade",
        "weighed", "weighs",
    ]),
    (List::NumberWords, number::KIND, &[
        "cardinal", "dozen", "fraction", "multiplier", "ordinal", "ratio", "ratio-points", "scale",
        "sign-fraction", "small-scale", "suffix", "vague",
    ]),
    (List::OrgHeads, org_head::KIND, &[
        "", "association", "company", "education", "event", "facility", "financial", "government", "health",
        "international", "media", "policy",
    ]),
    (List::OrgHeads, org_head::POSITION, &["", "both", "prefix-of", "suffix"]),
    (List::OrgHeads, org_head::STRENGTH, &["", "alone", "weak"]),
    (List::OrgSuffixes, org_suffix::KIND, &[
        "", "association", "bank", "company", "cooperative", "corporation", "foundation", "group word",
        "guarantee", "limited company", "limited liability company", "partnership", "private limited",
        "public limited", "single member company", "trust", "unlimited",
    ]),
    (List::Organisations, organisation::KIND, &[
        "", "association", "automaker", "company", "exchange", "financial", "government", "international",
        "media", "party", "research",
    ]),
    (List::Organisations, organisation::SECTOR, SECTORS),
    (List::Organisations, organisation::FLAGS, &[
        "", "acronym-word", "given", "place", "shared", "site", "surname", "word", "words",
    ]),
    (List::PlaceHeads, place_head::KIND, &[
        "area", "area-noun", "facility", "ground", "noun", "road", "water",
    ]),
    (List::PlaceHeads, place_head::POSITION, &["", "after", "both", "prefix", "suffix"]),
    (List::PlaceHeads, place_head::STRENGTH, &["", "behind", "ground", "located", "of", "strong", "weak"]),
    (List::Policies, policy::KIND, &["", "generic", "policy"]),
    (List::PolicyHeads, policy_head::FLAGS, &[
        "", "acronym", "everyday", "figure", "noun", "person", "phrase", "place", "scheme", "short-figure", "year",
    ]),
    (List::PolicyHeads, policy_head::STRENGTH, &["front", "lower", "numbered", "strong", "weak"]),
    (List::ProductWords, product_word::CLASS, &[
        "generation", "goods", "noun", "powertrain", "product", "series", "trade", "trim", "variant",
    ]),
    (List::Products, product::KIND, &[
        "", "aircraft", "battery", "bus", "chip", "device", "engine", "machine", "medicine", "part", "rocket",
        "shoe", "train", "weapon",
    ]),
    (List::Products, product::FLAGS, &["", "number", "word"]),
    (List::Regions, region::KIND, &[
        "", "agreement", "area", "bloc", "geographic", "informal", "initiative", "territory-region", "union",
        "water",
    ]),
    (List::StatusWords, status_word::STATUS, &["actual", "planned", "possible", "denied"]),
    (List::StatusWords, status_word::GOVERNS, &[
        "adverb", "clause", "gerund", "infinitive", "modifier", "object", "of", "predicate", "present",
        "subject",
    ]),
    (List::Surnames, surname::FLAGS, &["", "brand", "country", "first", "given", "word"]),
    (List::Titles, title::CLASS, &[
        "", "academic", "corporate", "diplomatic", "honorific", "media", "military", "other", "political",
    ]),
    (List::Titles, title::POSITION, &["", "modifier", "prefix", "role", "suffix"]),
    (List::Titles, title::FLAGS, &["", "ambiguous", "name-part", "no-office", "portfolio", "relation"]),
    (List::Units, unit::FLAGS, &["", "touching", "word"]),
    (List::VehicleMakes, make::FLAGS, &["", "common", "given", "place", "short", "surname", "word"]),
    (List::VehicleModels, model::FLAGS, &[
        "", "code", "country", "given", "number", "place", "short", "surname", "word", "words",
    ]),
    (List::Zones, zone::ZONE, &["boilerplate", "byline", "header", "teaser"]),
    (List::Zones, zone::WHERE, &["beside", "bracket", "in", "key", "last", "line", "mark", "start"]),
];

/// What the cells of a column look like that are no names.
#[derive(Clone, Copy)]
enum Cell {
    /// A number in digits.
    Number,
    /// ISO 3166-1 alpha-2.
    Country,
    /// ISO 4217.
    Currency,
}

impl Cell {
    fn fits(self, value: &str) -> bool {
        let capitals = |length: usize| value.len() == length && value.bytes().all(|b| b.is_ascii_uppercase());
        match self {
            Self::Number => {
                let digits = value.strip_prefix('-').unwrap_or(value);
                digits.starts_with(|first: char| first.is_ascii_digit()) && digits.parse::<f64>().is_ok()
            }
            Self::Country => capitals(2),
            Self::Currency => capitals(3),
        }
    }

    fn expected(self) -> &'static str {
        match self {
            Self::Number => "a number in digits",
            Self::Country => "a country's code of two capitals, such as KE",
            Self::Currency => "a currency's code of three capitals, such as KES",
        }
    }
}

#[rustfmt::skip]
const FORMS: &[(List, Column, Cell)] = &[
    (List::Admin1, admin1::COUNTRY, Cell::Country),
    (List::Admin1, admin1::POPULATION, Cell::Number),
    (List::Cities, city::COUNTRY, Cell::Country),
    (List::Cities, city::POPULATION, Cell::Number),
    (List::CommonWords, common_word::RANK, Cell::Number),
    (List::Countries, country::CODE, Cell::Country),
    (List::Currencies, currency::CODE, Cell::Currency),
    (List::Currencies, currency::COUNTRIES, Cell::Country),
    (List::Movements, movement::PERCENT, Cell::Number),
    (List::NumberWords, number::VALUE, Cell::Number),
    (List::Organisations, organisation::COUNTRY, Cell::Country),
    (List::Regions, region::MEMBERS, Cell::Country),
    (List::Units, unit::SI_FACTOR, Cell::Number),
    (List::Units, unit::TIMES, Cell::Number),
];

/// Refuses a row that tells nothing: its first cell is empty, or one is no such thing as its column holds.
pub(super) fn check_cells<'t>(schema: &Schema, cell: impl Fn(Column) -> &'t str) -> Result<(), String> {
    if cell(Column(0)).is_empty() {
        let column = schema.columns[0];
        return Err(format!("found an empty {column}, expected what the row is of"));
    }
    // As tables that were exported with commas have them.
    let mut cells = (0..schema.columns.len()).map(|column| cell(Column(column)));
    if let Some(found) = cells.find(|cell| cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"')) {
        return Err(format!(
            "found {found} in quotation marks, expected it without them"
        ));
    }
    for (_, column, holds) in FORMS.iter().filter(|(list, ..)| *list == schema.list) {
        let mut values = parts(cell(*column), b'|').filter(|value| !value.is_empty());
        if let Some(found) = values.find(|value| !holds.fits(value)) {
            let (column, expected) = (schema.columns[column.0], holds.expected());
            return Err(format!("found the {column} {found:?}, expected {expected}"));
        }
    }
    check_closed(schema, cell)
}

/// Refuses a row with a cell that is none of the words that its column knows. A flag may tell
/// behind a colon of which of the names it holds.
fn check_closed<'t>(schema: &Schema, cell: impl Fn(Column) -> &'t str) -> Result<(), String> {
    for (_, column, known) in CLOSED.iter().filter(|(list, ..)| *list == schema.list) {
        for found in parts(cell(*column), b'|') {
            let word = found.split_once(':').map_or(found, |(word, _)| word);
            if !known.contains(&word) {
                let column = schema.columns[column.0];
                let known: Vec<_> = known.iter().copied().filter(|word| !word.is_empty()).collect();
                let known = known.join(", ");
                return Err(format!("found the {column} {found:?}, expected one of {known}"));
            }
        }
    }
    Ok(())
}
