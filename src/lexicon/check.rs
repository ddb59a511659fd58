//! What a list must look like: its kind and its columns.

use super::list::{Column, Schema, NOTES, SCHEMAS};
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

/// The columns of a file by their names, none for those that are only for its keepers.
pub(super) fn columns_of(
    file: &str,
    header: &str,
    schema: &Schema,
) -> Result<Vec<Option<Column>>, BuildError> {
    let mut columns = Vec::new();
    for name in header.split('\t') {
        if NOTES.contains(&name) {
            columns.push(None);
            continue;
        }
        let found = schema.columns.iter().position(|column| *column == name);
        let Some(found) = found else {
            let known = schema.columns.join(", ");
            return Err(BuildError::new(
                file,
                2,
                format!("found the column {name:?}, expected some of {known}, parted by tabs"),
            ));
        };
        if columns.contains(&Some(Column(found))) {
            return Err(BuildError::new(
                file,
                2,
                format!("found the column {name:?} twice, expected it once"),
            ));
        }
        columns.push(Some(Column(found)));
    }
    if !columns.contains(&Some(Column(0))) {
        let first = schema.columns[0];
        return Err(BuildError::new(
            file,
            2,
            format!("found {header:?}, expected a column {first:?} among them"),
        ));
    }
    Ok(columns)
}
