//! Typed events, and the facts of an article as a whole.

use chrono::NaiveDate;

use crate::entity::Entity;
use crate::mention::Mention;
use crate::text::Article;

/// Something that happens, as an article tells it.
#[derive(Clone, Debug)]
pub struct Event<'x> {
    pub(crate) origin: crate::mention::Origin<'x>,
}

/// The facts of an article.
#[derive(Clone, Debug)]
pub struct Facts<'x> {
    pub(crate) article: Article<'x>,
    pub(crate) published: Option<NaiveDate>,
    pub(crate) mentions: Vec<Mention<'x>>,
    pub(crate) entities: Vec<Entity<'x>>,
    pub(crate) events: Vec<Event<'x>>,
}

impl<'x> Facts<'x> {
    pub(crate) fn new(
        article: &Article<'x>,
        published: Option<NaiveDate>,
        mentions: Vec<Mention<'x>>,
        entities: Vec<Entity<'x>>,
        events: Vec<Event<'x>>,
    ) -> Self {
        Self {
            article: article.clone(),
            published,
            mentions,
            entities,
            events,
        }
    }

    /// The article they were read from.
    #[must_use]
    pub fn article(&self) -> &Article<'x> {
        &self.article
    }

    /// The day of publication: as handed over, else as the article tells it.
    #[must_use]
    pub fn published(&self) -> Option<NaiveDate> {
        self.published
    }

    /// The mentions, in the order of the text.
    #[must_use]
    pub fn mentions(&self) -> &[Mention<'x>] {
        &self.mentions
    }

    /// The entities, in the order of their first mention.
    #[must_use]
    pub fn entities(&self) -> &[Entity<'x>] {
        &self.entities
    }

    /// The events, in the order of their first evidence.
    #[must_use]
    pub fn events(&self) -> &[Event<'x>] {
        &self.events
    }
}
