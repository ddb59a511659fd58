//! Who is who in an article: acronyms in brackets, short forms, surnames.

use crate::mention::{Candidate, Kind, Mention, Text};
use crate::reading::Reading;

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

/// Somebody or something that an article names once or more often.
#[derive(Clone, Debug)]
pub struct Entity<'x> {
    pub(crate) id: EntityId,
    pub(crate) kind: Kind,
    pub(crate) name: Text<'x>,
    pub(crate) aliases: Vec<Text<'x>>,
    pub(crate) mentions: Vec<crate::mention::MentionId>,
}

impl<'x> Entity<'x> {
    /// Its number.
    #[must_use]
    pub fn id(&self) -> EntityId {
        self.id
    }

    /// What kind of mention names it.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The fullest name the article gives.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The other names the article uses.
    #[must_use]
    pub fn aliases(&self) -> &[Text<'x>] {
        &self.aliases
    }

    /// Where it is named.
    #[must_use]
    pub fn mentions(&self) -> &[crate::mention::MentionId] {
        &self.mentions
    }
}

/// Further mentions that only the article's own names tell: a bare surname, a company's short form.
/// Called once all names are known, before the overlap policy's last word.
pub(crate) fn echoes<'x>(_reading: &Reading<'x>, _out: &mut Vec<Candidate<'x>>) {}

/// Gives each name its entity, and each mention the fullest name of its entity.
pub(crate) fn link<'x>(_reading: &Reading<'x>, mentions: &mut [Mention<'x>]) -> Vec<Entity<'x>> {
    let mut entities: Vec<Entity<'x>> = Vec::new();
    for mention in mentions {
        let name = match &mention.value {
            crate::mention::Value::Organisation { name }
            | crate::mention::Value::Person { name, .. }
            | crate::mention::Value::Policy { name } => name.clone(),
            _ => continue,
        };
        let kind = mention.kind();
        let known = entities
            .iter()
            .position(|entity| entity.kind == kind && entity.name == name);
        let at = known.unwrap_or(entities.len());
        if known.is_none() {
            entities.push(Entity {
                id: EntityId(at as u32),
                kind,
                name,
                aliases: Vec::new(),
                mentions: Vec::new(),
            });
        }
        entities[at].mentions.push(mention.id);
        mention.entity = Some(EntityId(at as u32));
    }
    entities
}
