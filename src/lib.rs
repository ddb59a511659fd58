#![doc = include_str!("../README.md")]

pub(crate) mod clause;
mod compiled;
pub mod docs;
pub(crate) mod entity;
pub(crate) mod error;
pub(crate) mod event;
pub(crate) mod explain;
mod extractor;
pub(crate) mod lexicon;
pub(crate) mod mention;
pub(crate) mod origin;
pub mod output;
pub(crate) mod reading;
pub(crate) mod rule;
pub(crate) mod stage;
pub(crate) mod text;
pub(crate) mod token;

pub use entity::Entity;
pub use error::BuildError;
pub use event::*;
pub use explain::{Explained, ExplainedSentence, MissedRule};
pub use extractor::{Extractor, ExtractorBuilder};
pub use mention::{Amount, Basis, Bound, EntityId, Kind, Mention, MentionId, Value, When};
pub use origin::Origin;
pub use rule::{FailedExample, Filler, Status};
pub use stage::Stage;
pub use text::{Article, Span};

/// The type of days, as `chrono` has it.
pub use chrono::NaiveDate;
/// The type of figures, as `rust_decimal` has it.
pub use rust_decimal::Decimal;
