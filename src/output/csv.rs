//! The events as a table.

use std::fmt;

use super::line::told;
use crate::event::{Event, Facts};
use crate::rule::Filler;

/// The events of an article as rows of a table (RFC 4180, but lines end in a line feed); print it with `{}`.
///
/// Every role has a column of its own; what fills it is written as in the hits of rule files (`~38 car`, `-12 %`, `KE`,
/// `2025-04`). `published` is the day that dates are told from. Several fillers of a role are parted by ` | `; the roles of events of a user's
/// own type stand in the column `further`, as `role=filler`.
///
/// ```
/// use dateline::output::Csv;
/// use dateline::{Article, Extractor};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Honda exported 38 cars to Kenya.").id("a1"));
/// println!("{}", Csv::HEADER);
/// assert!(Csv::new(&facts).to_string().starts_with("a1,,0,export,actual,"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Csv<'a, 'x> {
    facts: &'a Facts<'x>,
}

/// The roles, in the order of their columns: who, what, how much, from where to where.
const ROLES: [&str; 34] = [
    "exporter",
    "importer",
    "party",
    "participant",
    "investor",
    "employer",
    "seller",
    "producer",
    "owner",
    "maker",
    "issuer",
    "setter",
    "buyer",
    "person",
    "organisation",
    "speaker",
    "recipient",
    "position",
    "instrument",
    "name",
    "goods",
    "product",
    "target",
    "count",
    "change",
    "value",
    "amount",
    "price",
    "cost",
    "size",
    "capacity",
    "stake",
    "revenue",
    "profit",
];

impl<'a, 'x> Csv<'a, 'x> {
    /// The names of the columns.
    pub const HEADER: &'static str = "article,published,event,type,status,date,place,origin,destination,\
        exporter,importer,party,participant,investor,employer,seller,producer,owner,maker,issuer,setter,buyer,person,\
        organisation,speaker,recipient,position,instrument,name,goods,product,target,\
        count,change,value,amount,price,cost,size,capacity,stake,revenue,profit,\
        further,source,disagrees,evidence,rule";

    /// The events of an article.
    #[must_use]
    pub fn new(facts: &'a Facts<'x>) -> Self {
        Self { facts }
    }

    fn row(&self, number: usize, event: &Event<'x>) -> Vec<String> {
        let facts = self.facts;
        let join = |fillers: &[Filler<'_>]| {
            let told: Vec<_> = fillers.iter().map(|filler| told(facts, filler)).collect();
            told.join(" | ")
        };
        let roles = event.fact().roles();
        let role = |name: &str| {
            let found = roles.iter().find(|(role, _)| *role == name);
            found.map(|(_, fillers)| join(fillers)).unwrap_or_default()
        };
        let mut row = vec![
            facts.article().get_id().unwrap_or_default().to_owned(),
            facts.published().map(|day| day.to_string()).unwrap_or_default(),
            number.to_string(),
            event.fact().name().to_owned(),
            event.status().name().to_owned(),
            join(event.date()),
            join(event.place()),
            role("origin"),
            role("destination"),
        ];
        row.extend(ROLES.iter().map(|name| role(name)));
        let further = roles
            .iter()
            .filter(|(name, fillers)| !fillers.is_empty() && !is_column(name))
            .map(|(name, fillers)| format!("{name}={}", join(fillers)));
        row.push(further.collect::<Vec<_>>().join("; "));
        row.push(
            event
                .source()
                .map(|source| told(facts, source))
                .unwrap_or_default(),
        );
        let others = event.disagrees_with().iter().map(ToString::to_string);
        row.push(others.collect::<Vec<_>>().join(" | "));
        let evidence = event
            .evidence()
            .iter()
            .map(|evidence| facts.text(evidence.span()));
        row.push(evidence.collect::<Vec<_>>().join(" | "));
        row.push(event.origin().name().to_owned());
        row
    }
}

fn is_column(role: &str) -> bool {
    matches!(role, "origin" | "destination") || ROLES.contains(&role)
}

impl fmt::Display for Csv<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, event) in self.facts.events().iter().enumerate() {
            let cells = self.row(number, event);
            let cells: Vec<_> = cells.iter().map(|cell| quoted(cell)).collect();
            writeln!(f, "{}", cells.join(","))?;
        }
        Ok(())
    }
}

/// A cell, in quotation marks where it needs them.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extractor::Extractor;
    use crate::text::Article;

    #[test]
    fn the_header_names_the_columns_in_their_order() {
        let columns: Vec<_> = Csv::HEADER.split(',').collect();
        assert_eq!(columns[9..9 + ROLES.len()], ROLES);
        let text = "Honda exported 38 cars to Japan in April 2025.";
        let extractor = Extractor::new();
        let facts = extractor.extract(&Article::new(text));
        let event = &facts.events()[0];
        assert_eq!(Csv::new(&facts).row(0, event).len(), columns.len());
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(quoted("plain"), "plain");
        assert_eq!(quoted("a, b"), "\"a, b\"");
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
        assert_eq!(quoted("a\nb"), "\"a\nb\"");
    }
}
