//! Typed events, and the facts of an article as a whole. A new event type is a rule file, a file with its struct, and
//! its lines here.

mod apart;
mod claim;
mod disagree;
mod headline;
mod inherit;
mod merge;
mod period;
mod same;
mod stray;
mod theme;
mod typed;
mod voucher;

mod acquisition;
mod agreement;
mod appointment;
mod export;
mod facility;
mod import;
mod investment;
mod jobs;
mod launch;
mod make;
mod meeting;
mod policy;
mod price_change;
mod production;
mod recall;
mod results;
mod sales;
mod statement;
mod target;

pub use acquisition::Acquisition;
pub use agreement::Agreement;
pub use appointment::Appointment;
pub use export::Export;
pub use facility::Facility;
pub use import::Import;
pub use investment::Investment;
pub use jobs::Jobs;
pub use launch::Launch;
pub use meeting::Meeting;
pub use policy::Policy;
pub use price_change::PriceChange;
pub use production::Production;
pub use recall::Recall;
pub use results::Results;
pub use sales::Sales;
pub use statement::Statement;
pub use target::Target;

pub(crate) use merge::events;

use chrono::NaiveDate;

use crate::entity::Entity;
use crate::mention::{EntityId, Mention, MentionId, Origin, Value};
use crate::rule::{Filler, Status};
use crate::text::{Article, Span};

typed::facts! {
    Export export,
    Import import,
    Agreement agreement,
    Meeting meeting,
    Investment investment,
    Jobs jobs,
    Sales sales,
    Production production,
    Facility facility,
    Launch launch,
    Policy policy,
    Target target,
    Acquisition acquisition,
    Appointment appointment,
    Recall recall,
    PriceChange price_change,
    Results results,
    Statement statement,
}

/// An event of a type that the crate does not know, from a user's rule file.
///
/// ```
/// use dateline::{Article, Extractor, Fact};
///
/// let rules = "event strike\nrole workers phrase\nrule walk_out\nverbs walk out\nworkers subject\n";
/// let extractor = Extractor::builder().rules("strike.rules", rules).build()?;
/// let facts = extractor.extract(&Article::new("The welders walked out."));
/// let Fact::Custom(strike) = facts.events()[0].fact() else { unreachable!() };
/// assert_eq!(strike.name(), "strike");
/// assert_eq!(strike.roles().len(), 1);
/// let workers = facts.events()[0].fact().role("workers");
/// assert_eq!(facts.text(workers[0].span()), "welders");
/// # Ok::<(), dateline::BuildError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custom<'x> {
    pub(crate) name: &'x str,
    pub(crate) roles: Vec<(&'x str, Vec<Filler<'x>>)>,
}

impl<'x> Custom<'x> {
    /// The name of the type, as the rule file gives it.
    #[must_use]
    pub fn name(&self) -> &'x str {
        self.name
    }

    /// The roles that are filled, in the order of the rule file.
    #[must_use]
    pub fn roles(&self) -> &[(&'x str, Vec<Filler<'x>>)] {
        &self.roles
    }
}

/// The words that tell an event.
///
/// ```
/// use dateline::{Article, Extractor};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Tea is dear. Kenya sent 40 tonnes of it to Peru."));
/// let evidence = facts.events()[0].evidence()[0];
/// assert_eq!(facts.text(evidence.span()), "Kenya sent 40 tonnes of it to Peru.");
/// assert_eq!(facts.text(evidence.trigger()), "sent");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    pub(crate) span: Span,
    pub(crate) trigger: Span,
    pub(crate) teaser: bool,
}

impl Evidence {
    /// The sentence.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The word in it that means the event.
    #[must_use]
    pub fn trigger(&self) -> Span {
        self.trigger
    }

    /// Whether it stands in a pointer to another story.
    #[must_use]
    pub fn teaser(&self) -> bool {
        self.teaser
    }
}

/// Something that happens, as an article tells it.
///
/// ```
/// use dateline::{Article, Extractor, Fact, Status};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Honda will export 38 cars to Kenya in May 2024, the ministry said."));
/// let event = &facts.events()[0];
/// assert_eq!(event.status(), Status::Planned);
/// assert_eq!(event.status_cause().map(|words| facts.text(words)), Some("will export"));
/// assert_eq!(event.source().map(|source| facts.text(source.span())), Some("ministry"));
/// assert_eq!(facts.text(event.date()[0].span()), "May 2024");
/// assert_eq!(facts.text(event.evidence()[0].trigger()), "export");
/// assert!(matches!(event.fact(), Fact::Export(export) if export.goods.len() == 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'x> {
    pub(crate) fact: Fact<'x>,
    pub(crate) status: Status,
    pub(crate) cause: Option<Span>,
    pub(crate) source: Option<Filler<'x>>,
    pub(crate) date: Vec<Filler<'x>>,
    pub(crate) place: Vec<Filler<'x>>,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) disagrees: Vec<usize>,
    pub(crate) origin: Origin<'x>,
}

impl<'x> Event<'x> {
    /// What happens, typed.
    #[must_use]
    pub fn fact(&self) -> &Fact<'x> {
        &self.fact
    }

    /// Whether it happened, will, may, or did not.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// The words that decided the status; none where nothing speaks against its having happened.
    #[must_use]
    pub fn status_cause(&self) -> Option<Span> {
        self.cause
    }

    /// Who says so, where the article leaves it to somebody.
    #[must_use]
    pub fn source(&self) -> Option<&Filler<'x>> {
        self.source.as_ref()
    }

    /// When it happens; for a statistic, the period it covers.
    #[must_use]
    pub fn date(&self) -> &[Filler<'x>] {
        &self.date
    }

    /// Where it happens.
    #[must_use]
    pub fn place(&self) -> &[Filler<'x>] {
        &self.place
    }

    /// The sentences that tell it, in the order of the text.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// The events that tell the same happening with another figure, by their places in [`Facts::events`].
    ///
    /// ```
    /// use dateline::{Article, Extractor};
    ///
    /// let text = "Honda ships 40 cars to Japan\n\nHonda shipped 38 cars to Japan in April.";
    /// let extractor = Extractor::new();
    /// let facts = extractor.extract(&Article::new(text));
    /// assert_eq!(facts.events()[0].disagrees_with(), [1]);
    /// assert_eq!(facts.events()[1].disagrees_with(), [0]);
    /// ```
    #[must_use]
    pub fn disagrees_with(&self) -> &[usize] {
        &self.disagrees
    }

    /// The rule that found it first.
    #[must_use]
    pub fn origin(&self) -> Origin<'x> {
        self.origin
    }
}

/// The facts of an article.
///
/// ```
/// use dateline::{Article, Extractor};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Honda exported 38 cars to Kenya. The carmaker is Japanese."));
/// let names: Vec<_> = facts.mentions().iter().map(|mention| facts.text(mention.span())).collect();
/// assert_eq!(names, ["Honda", "38 cars", "Kenya", "Japanese"]);
/// assert_eq!(facts.entities()[0].name(), "Honda");
/// assert_eq!(facts.events()[0].fact().name(), "export");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// The mention of that number; none if it is a number of another article.
    #[must_use]
    pub fn mention(&self, id: MentionId) -> Option<&Mention<'x>> {
        self.mentions.get(id.index())
    }

    /// The entity of that number; none if it is a number of another article.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> Option<&Entity<'x>> {
        self.entities.get(id.index())
    }

    /// What a filler says: the value of its mention, money and percentages below nothing where it tells a fall; `-50 %`
    /// for a verb such as `halved`. None for words that are no mention ([`Facts::text`] gives them) and for a word that the rule sets
    /// ([`Filler::word`]).
    ///
    /// ```
    /// use dateline::{Article, Extractor, Fact, Value};
    ///
    /// let extractor = Extractor::new();
    /// let facts = extractor.extract(&Article::new("Kenya's tea exports fell 12 percent to 300 tonnes in May 2024."));
    /// let Fact::Export(export) = facts.events()[0].fact() else { unreachable!() };
    /// let Some(Value::Measure { amount, unit, .. }) = facts.value(&export.count[0]) else { unreachable!() };
    /// assert_eq!((amount.low, unit.as_ref()), (300.into(), "t"));
    /// let Some(Value::Percent { amount, .. }) = facts.value(&export.change[0]) else { unreachable!() };
    /// assert_eq!(amount.low, (-12).into());
    /// let goods = &export.goods[0];
    /// assert_eq!((facts.value(goods), facts.text(goods.span())), (None, "tea"));
    /// ```
    #[must_use]
    pub fn value(&self, filler: &Filler<'_>) -> Option<Value<'x>> {
        let value = match (filler.mention, filler.multiple) {
            (Some(mention), _) => self.mention(mention)?.value().clone(),
            (None, Some(multiple)) => Value::Percent {
                amount: multiple.amount(),
            },
            (None, None) => return None,
        };
        Some(if filler.falling { value.fallen() } else { value })
    }

    /// What stands at a span of the article.
    #[must_use]
    pub fn text(&self, span: Span) -> &'x str {
        span.of(self.article.text())
    }
}
