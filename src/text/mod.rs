//! The article as it was given: [`Span`], [`Article`] and its zones.

mod article;
mod span;
mod zone;

pub use article::Article;
pub use span::Span;
pub(crate) use zone::{Zone, ZoneKind};

/// Text of the article or of a list, or text put together from them.
pub(crate) type Text<'x> = std::borrow::Cow<'x, str>;
