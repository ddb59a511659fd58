//! What a list must look like: its kind, its columns, and the cells of columns that know only some words.

use super::list::{
    anaphor, bound, clause_word, movement, name_context, policy_head, status_word, zone, Column, List,
    Schema, SCHEMAS,
};
use super::load::CLAUSE_CLASSES;
use super::parts;
use crate::error::BuildError;

pub(super) fn schema_of(file: &str, text: &str) -> Result<&'static Schema, BuildError> {
    let first = text.lines().next().unwrap_or_default();
    let name = first
        .strip_prefix("# list:")
        .and_then(|rest| rest.split_whitespace().next())
        .ok_or_else(|| {
            BuildError::new(
                file,
                1,
                format!("found {first:?}, expected `# list: ` and the kind of the list"),
            )
        })?;
    SCHEMAS.iter().find(|schema| schema.name == name).ok_or_else(|| {
        let known: Vec<_> = SCHEMAS.iter().map(|schema| schema.name).collect();
        let known = known.join(", ");
        BuildError::new(
            file,
            1,
            format!("found a list of {name:?}, expected one of {known}"),
        )
    })
}

pub(super) fn columns_of(file: &str, header: &str, schema: &Schema) -> Result<Vec<Column>, BuildError> {
    let mut columns = Vec::new();
    for name in header.split('\t') {
        let found = schema.columns.iter().position(|column| *column == name);
        let Some(found) = found else {
            let known = schema.columns.join(", ");
            return Err(BuildError::new(
                file,
                2,
                format!("found the column {name:?}, expected some of {known}"),
            ));
        };
        if columns.contains(&Column(found)) {
            return Err(BuildError::new(
                file,
                2,
                format!("found the column {name:?} twice, expected it once"),
            ));
        }
        columns.push(Column(found));
    }
    if !columns.contains(&Column(0)) {
        let first = schema.columns[0];
        return Err(BuildError::new(
            file,
            2,
            format!("found {header:?}, expected a column {first:?} among them"),
        ));
    }
    Ok(columns)
}

/// The columns that know only some words, with these words.
const CLOSED: &[(List, Column, &[&str])] = &[
    (
        List::Anaphors,
        anaphor::KIND,
        &["country", "organisation", "person", "place"],
    ),
    (List::Anaphors, anaphor::BY, &["", "name", "holder"]),
    (
        List::Bounds,
        bound::ROLE,
        &["after", "after-glued", "before", "before-count", "range", "sign"],
    ),
    (
        List::Bounds,
        bound::BOUND,
        &[
            "",
            "about",
            "at_least",
            "at_most",
            "exact",
            "less_than",
            "more_than",
        ],
    ),
    (List::ClauseWords, clause_word::CLASS, CLAUSE_CLASSES),
    (List::Movements, movement::DIRECTION, &["up", "down", "level"]),
    (
        List::NameContext,
        name_context::CLASS,
        &[
            "act",
            "appoint",
            "asset",
            "company-adjective",
            "company-front",
            "company-phrase",
            "credit",
            "move",
            "organisation",
            "particle",
            "person",
            "person-act",
            "person-phrase",
            "place",
            "place-front",
            "say",
            "syllable",
        ],
    ),
    (
        List::PolicyHeads,
        policy_head::STRENGTH,
        &["strong", "weak", "lower", "numbered"],
    ),
    (
        List::StatusWords,
        status_word::STATUS,
        &["actual", "planned", "possible", "denied"],
    ),
    (
        List::StatusWords,
        status_word::GOVERNS,
        &[
            "adverb",
            "clause",
            "gerund",
            "infinitive",
            "modifier",
            "object",
            "of",
            "predicate",
            "present",
            "subject",
        ],
    ),
    (
        List::Zones,
        zone::ZONE,
        &["boilerplate", "byline", "header", "teaser"],
    ),
    (
        List::Zones,
        zone::WHERE,
        &["beside", "bracket", "in", "key", "last", "line", "mark", "start"],
    ),
];

/// Refuses a row with a cell that is none of the words that its column knows.
pub(super) fn check_closed<'t>(schema: &Schema, cell: impl Fn(Column) -> &'t str) -> Result<(), String> {
    for (_, column, known) in CLOSED.iter().filter(|(list, ..)| *list == schema.list) {
        for found in parts(cell(*column), b'|') {
            if !known.contains(&found) {
                let column = schema.columns[column.0];
                return Err(format!("found the {column} {found:?}, expected one of {known:?}"));
            }
        }
    }
    Ok(())
}
