//! Mentions: the dates, names and figures of an article, each with its bytes and its value.

pub(crate) mod club;
pub(crate) mod count;
pub(crate) mod date;
mod hashes;
pub(crate) mod measure;
pub(crate) mod model;
pub(crate) mod money;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod organisation;
pub(crate) mod overlap;
pub(crate) mod percent;
pub(crate) mod person;
pub(crate) mod place;
pub(crate) mod policy;
pub(crate) mod quantity;
mod value;

use std::ops::Range;

pub use value::{Amount, Basis, Bound, Kind, Value, When};

pub(crate) use hashes::Hashes;

pub(crate) use crate::origin::here;
pub(crate) use crate::origin::Origin;
use crate::text::Span;
pub(crate) use crate::text::Text;

/// A mention of an article.
///
/// ```
/// use dateline::{Article, Extractor, Kind, Value};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("The plant cost $1.4bn."));
/// let cost = &facts.mentions()[0];
/// assert_eq!(cost.kind(), Kind::Money);
/// assert_eq!(facts.text(cost.span()), "$1.4bn");
/// let Value::Money { amount, currency, .. } = cost.value() else { unreachable!() };
/// assert_eq!((amount.low.to_string().as_str(), *currency), ("1400000000", "USD"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention<'x> {
    pub(crate) id: MentionId,
    pub(crate) span: Span,
    /// Its tokens.
    pub(crate) first: u32,
    pub(crate) end: u32,
    pub(crate) value: Value<'x>,
    pub(crate) entity: Option<EntityId>,
    pub(crate) origin: Origin<'x>,
}

/// The number of an entity in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub(crate) u32);

impl EntityId {
    /// The number, counted from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The number of a mention in its article, in the order of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionId(pub(crate) u32);

impl MentionId {
    /// The number, counted from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl<'x> Mention<'x> {
    /// Its number.
    #[must_use]
    pub fn id(&self) -> MentionId {
        self.id
    }

    /// Whether it is a single day.
    pub(crate) fn is_day(&self) -> bool {
        matches!(self.value(), Value::Date(when) if when.start.is_some() && when.start == when.end)
    }

    /// Whether another one is of the same thing: an entity, or else a country, a figure or a time.
    pub(crate) fn is_same(&self, other: &Mention<'_>) -> bool {
        match (self.entity, other.entity) {
            (Some(one), Some(other)) => one == other,
            _ => self.value == other.value,
        }
    }

    /// Its bytes.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// What it says.
    #[must_use]
    pub fn value(&self) -> &Value<'x> {
        &self.value
    }

    /// The kind of its value.
    #[must_use]
    #[inline]
    pub fn kind(&self) -> Kind {
        self.value.kind()
    }

    /// The entity it names, for names.
    #[must_use]
    pub fn entity(&self) -> Option<EntityId> {
        self.entity
    }

    /// What found it.
    #[must_use]
    pub fn origin(&self) -> Origin<'x> {
        self.origin
    }
}

/// What a finder holds to be a mention, before the overlap policy has spoken.
#[derive(Clone, Debug)]
pub(crate) struct Candidate<'x> {
    pub(crate) first: u32,
    /// The token after the last.
    pub(crate) end: u32,
    pub(crate) value: Value<'x>,
    pub(crate) origin: Origin<'x>,
    /// How sure the finder is.
    pub(crate) strength: Strength,
}

/// How sure a finder is of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// By shape alone.
    Weak,
    /// By shape and its surroundings, or by a list whose entry is ambiguous.
    Fair,
    /// By a list, or by a form that means nothing else.
    Strong,
    /// By what the article itself says: an acronym in brackets behind the full name, the surname of
    /// somebody it has introduced.
    Told,
}

impl<'x> Candidate<'x> {
    pub(crate) fn new(
        tokens: Range<usize>,
        value: Value<'x>,
        origin: Origin<'x>,
        strength: Strength,
    ) -> Self {
        Self {
            first: tokens.start as u32,
            end: tokens.end as u32,
            value,
            origin,
            strength,
        }
    }

    #[inline]
    pub(crate) fn kind(&self) -> Kind {
        self.value.kind()
    }

    pub(crate) fn len(&self) -> u32 {
        self.end - self.first
    }
}
