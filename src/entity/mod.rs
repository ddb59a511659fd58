//! Who is who in an article: acronyms in brackets, short forms, surnames.

mod alias;
mod around;
mod echo;
mod forms;
mod initials;
mod link;
mod listed;

pub(crate) use echo::echoes;
pub(crate) use link::link;

use crate::mention::{EntityId, Kind, Text};

/// Somebody or something that an article names once or more often.
///
/// ```
/// use dateline::{Article, Extractor};
///
/// let text = "Indus Motor Company (IMC) sold 300 cars. IMC exported 20.";
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new(text));
/// let company = &facts.entities()[0];
/// assert_eq!(company.name(), "Indus Motor Company");
/// assert_eq!(company.aliases(), ["IMC"]);
/// assert_eq!(company.mentions().len(), 3);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity<'x> {
    pub(crate) id: EntityId,
    pub(crate) kind: Kind,
    pub(crate) name: Text<'x>,
    pub(crate) aliases: Vec<Text<'x>>,
    pub(crate) listed: Option<&'x str>,
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

    /// The name that a list has it by, a user's before the crate's own: the same in every article, whatever the article
    /// calls it. None if no list of organisations or policies has it.
    ///
    /// ```
    /// use dateline::{Article, Extractor};
    ///
    /// let list = "# list: organisations\nname\taliases\nRuritanian Tramways\tRT|Ruritram\n";
    /// let extractor = Extractor::builder().list("tramways.tsv", list).build()?;
    /// let facts = extractor.extract(&Article::new("The city sold Ruritram to Velsen Corp."));
    /// let [tramways, velsen] = facts.entities() else { unreachable!() };
    /// assert_eq!((tramways.name(), tramways.listed()), ("Ruritram", Some("Ruritanian Tramways")));
    /// assert_eq!(velsen.listed(), None);
    /// # Ok::<(), dateline::BuildError>(())
    /// ```
    #[must_use]
    pub fn listed(&self) -> Option<&'x str> {
        self.listed
    }

    /// Where it is named.
    #[must_use]
    pub fn mentions(&self) -> &[crate::mention::MentionId] {
        &self.mentions
    }
}
