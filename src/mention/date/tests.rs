//! Cases of the tables in `fixtures/cases`.
