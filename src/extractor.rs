//! The only file that knows the order of the layers.

use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

use once_cell::sync::OnceCell;

use crate::clause::Outermost;
use crate::entity;
use crate::error::BuildError;
use crate::event::{self, Facts};
use crate::explain::{Explained, ExplainedSentence, MissedRule};
use crate::lexicon::Lexicon;
use crate::mention::{self, Candidate, Mention, MentionId};
use crate::reading::{self, Reading};
use crate::rule::{self, Applier, FailedExample, RuleSet};
use crate::stage::Stage;
use crate::text::Article;

/// What is allocated for an article and serves the next one.
#[derive(Default)]
struct Buffers {
    reading: reading::Buffers,
    rules: rule::Buffers,
}

thread_local! {
    static BUFFERS: Cell<Buffers> = Cell::default();
}

/// The buffers of articles of more bytes than this are given back.
const KEPT: usize = 1 << 16;

/// Reads articles. Built once, used from any thread; needs no file at run time.
///
/// ```
/// use dateline::{Article, Extractor, Kind};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Exports rose 6 percent in May 2024."));
/// assert!(facts.mentions().iter().any(|mention| mention.kind() == Kind::Percent));
/// ```
#[derive(Clone)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
    pub(crate) rules: Arc<RuleSet>,
}

impl fmt::Debug for Extractor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The lists would fill a book.
        f.debug_struct("Extractor").finish_non_exhaustive()
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the rules and lists that come with the crate. They are read once in a process.
    ///
    /// # Panics
    /// Never: the crate's tests build what comes with it.
    #[must_use]
    pub fn new() -> Self {
        static BUILTIN: OnceCell<Extractor> = OnceCell::new();
        BUILTIN
            .get_or_init(|| match Self::builder().build() {
                Ok(extractor) => extractor,
                Err(error) => unreachable!("the built-in lists are tested: {error}"),
            })
            .clone()
    }

    /// To add rules and lists to those that come with the crate.
    #[must_use]
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads an article. Never fails; what is not found is not in the facts.
    #[must_use]
    pub fn extract<'x>(&'x self, article: &Article<'x>) -> Facts<'x> {
        self.run(article, false, &mut |_| {}).0
    }

    /// Reads an article and keeps how each sentence with a trigger was read, and why a trigger gave no event.
    #[must_use]
    pub fn explain<'x>(&'x self, article: &Article<'x>) -> Explained<'x> {
        let (facts, sentences) = self.run(article, true, &mut |_| {});
        Explained { facts, sentences }
    }

    /// Reads an article and calls `after` at the end of each stage, so that somebody with a clock can tell what each
    /// of them costs.
    ///
    /// ```
    /// use dateline::{Article, Extractor, Stage};
    ///
    /// let mut stages = Vec::new();
    /// let extractor = Extractor::new();
    /// extractor.extract_in_stages(&Article::new("Exports rose in May."), |stage| stages.push(stage));
    /// assert_eq!(stages, Stage::ALL);
    /// ```
    pub fn extract_in_stages<'x>(&'x self, article: &Article<'x>, mut after: impl FnMut(Stage)) -> Facts<'x> {
        self.run(article, false, &mut after).0
    }

    /// Reads articles one after another, as they are asked for.
    ///
    /// ```
    /// use dateline::{Article, Extractor};
    ///
    /// let extractor = Extractor::new();
    /// let articles = ["Exports rose in May.", "Exports fell in June."].map(Article::new);
    /// let mentions: usize = extractor.extract_all(articles).map(|facts| facts.mentions().len()).sum();
    /// ```
    pub fn extract_all<'x, I>(&'x self, articles: I) -> impl Iterator<Item = Facts<'x>> + use<'x, I>
    where
        I: IntoIterator<Item = Article<'x>>,
    {
        articles.into_iter().map(|article| self.extract(&article))
    }

    /// Reads articles on all threads of the current pool and makes something of the facts of each, there and then.
    /// The results are in the order of the articles, and the same whatever the number of threads.
    ///
    /// ```
    /// use dateline::{Article, Extractor};
    ///
    /// let extractor = Extractor::new();
    /// let articles = ["Exports rose in May.", "Exports fell in June."].map(Article::new);
    /// let mentions: Vec<usize> = extractor.extract_each(&articles, |facts| facts.mentions().len());
    /// assert_eq!(mentions.len(), 2);
    /// ```
    #[cfg(feature = "parallel")]
    pub fn extract_each<'x, T, F>(&'x self, articles: &[Article<'x>], with: F) -> Vec<T>
    where
        T: Send,
        F: Fn(Facts<'x>) -> T + Send + Sync,
    {
        use rayon::prelude::*;

        articles
            .par_iter()
            .map(|article| with(self.extract(article)))
            .collect()
    }

    fn run<'x>(
        &'x self,
        article: &Article<'x>,
        explain: bool,
        after: &mut impl FnMut(Stage),
    ) -> (Facts<'x>, Vec<ExplainedSentence<'x>>) {
        let mut buffers = BUFFERS.take();
        let mut reading = Reading::in_stages(&self.lexicon, article, &mut buffers.reading, after);
        let terms = mention::date::Terms::new(&reading);
        // Fewer words than one in four begin one.
        let mut candidates = Vec::with_capacity(reading.tokens.len() / 4);
        find_mentions(&mut reading, &terms, &mut candidates);
        let mut mentions = numbered(&reading, candidates);
        after(Stage::Mentions);
        let entities = entity::link(&reading, &mut mentions);
        after(Stage::Entities);
        let outermost = Outermost::new(&mentions, reading.tokens.len());
        let mut applier = Applier::new(&reading, &self.rules, &outermost, buffers.rules, explain);
        let mut frames = Vec::new();
        for (number, sentence) in reading.sentences.iter().enumerate() {
            applier.sentence(number, *sentence, &mut frames);
        }
        after(Stage::Rules);
        let mut notes = applier.notes.take();
        buffers.rules = applier.recycle();
        let events = event::events(&reading, &self.rules, &mentions, frames, notes.as_mut());
        after(Stage::Events);
        let sentences = notes
            .into_iter()
            .flatten()
            .map(|note| self.explained(&reading, note))
            .collect();
        let published = reading.published;
        reading.recycle(&mut buffers.reading);
        if article.text().len() <= KEPT {
            BUFFERS.set(buffers);
        }
        (
            Facts::new(article, published, mentions, entities, events),
            sentences,
        )
    }

    /// Shows the clauses of an article's first sentence.
    #[cfg(test)]
    pub(crate) fn with_clauses(
        &self,
        article: &Article<'_>,
        show: impl FnOnce(&Reading<'_>, &RuleSet, &crate::clause::Clauses),
    ) {
        let mut reading = Reading::new(&self.lexicon, article, &mut reading::Buffers::default());
        let terms = mention::date::Terms::new(&reading);
        let mut candidates = Vec::new();
        find_mentions(&mut reading, &terms, &mut candidates);
        let mentions = numbered(&reading, candidates);
        let outermost = Outermost::new(&mentions, reading.tokens.len());
        let mut clauses = crate::clause::Clauses::default();
        clauses.read(&reading, &outermost, reading.sentences[0], &self.rules.words);
        show(&reading, &self.rules, &clauses);
    }

    fn explained<'x>(&'x self, reading: &Reading<'x>, note: rule::Note) -> ExplainedSentence<'x> {
        let sentence = reading.sentences[note.sentence];
        let misses = note.misses.into_iter().map(|miss| MissedRule {
            rule: self.rules.origin(miss.rule),
            trigger: miss.trigger,
            why: miss.why,
        });
        ExplainedSentence {
            span: reading.span(sentence.first as usize..sentence.end as usize),
            clauses: note.clauses,
            misses: misses.collect(),
        }
    }

    /// Runs the hits and misses of all rule files, a user's own among them; gives those that do not hold.
    ///
    /// ```
    /// use dateline::Extractor;
    ///
    /// let rules = "event walk\nrole who phrase\nrule walk\nverbs walk\nwho subject\n- The miners walked.\n";
    /// let extractor = Extractor::builder().rules("walk.rules", rules).build()?;
    /// let failures = extractor.check_rules();
    /// assert_eq!((failures[0].file(), failures[0].line()), ("walk.rules", 6));
    /// assert_eq!(failures[0].found(), ["who=miners"]);
    /// # Ok::<(), dateline::BuildError>(())
    /// ```
    #[must_use]
    pub fn check_rules(&self) -> Vec<FailedExample> {
        let mut failures = Vec::new();
        for example in &self.rules.examples {
            let facts = self.extract(&Article::new(&example.text));
            let name = &self.rules.events[example.event].name;
            let found = facts.events().iter().filter(|event| event.fact().name() == name);
            let found = found.map(|event| facts.line(event)).collect();
            let file = &self.rules.files[example.file as usize].name;
            failures.extend(rule::check(file, example, found));
        }
        failures
    }
}

/// All finders, in an order in which later ones may lean on what earlier ones found.
fn find_mentions<'x>(reading: &mut Reading<'x>, terms: &mention::date::Terms, out: &mut Vec<Candidate<'x>>) {
    mention::date::find(reading, terms, out);
    let numbers = mention::number::read(reading);
    let quantities = mention::quantity::read(reading, &numbers);
    mention::money::find(&quantities, out);
    mention::percent::find(&quantities, out);
    mention::measure::find(reading, &quantities, out);
    mention::place::find(reading, out);
    mention::name::find(reading, out);
    mention::club::find(reading, out);
    mention::model::find(reading, out);
    mention::policy::find(reading, out);
    mention::count::find(reading, &quantities, out);
    entity::echoes(reading, out);
}

/// The mentions that the overlap policy leaves of the candidates.
fn numbered<'x>(reading: &Reading<'x>, candidates: Vec<Candidate<'x>>) -> Vec<Mention<'x>> {
    let standing = mention::overlap::resolve(&candidates);
    let mut all: Vec<_> = candidates.into_iter().map(Some).collect();
    let mut mentions = Vec::with_capacity(standing.len());
    let standing = standing
        .into_iter()
        .filter_map(|number| all[number as usize].take());
    mentions.extend(standing.enumerate().map(|(id, candidate)| Mention {
        id: MentionId(id as u32),
        span: reading.span(candidate.first as usize..candidate.end as usize),
        first: candidate.first,
        end: candidate.end,
        value: candidate.value,
        entity: None,
        origin: candidate.origin,
    }));
    mentions
}

/// A text without the byte order mark that some editors put before it.
fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

/// Collects rules and lists, then builds an [`Extractor`].
///
/// ```
/// use dateline::{Article, Extractor};
///
/// let extractor = Extractor::builder()
///     .list("tramways.tsv", "# list: organisations\nname\nRuritanian Tramways\n")
///     .rules("more.rules", "event acquisition\nrule rescue\nverbs rescue\nbuyer subject\ntarget object\n")
///     .build()?;
/// let facts = extractor.extract(&Article::new("Ruritanian Tramways rescued Honda."));
/// assert_eq!(facts.events()[0].origin().name(), "acquisition.rescue");
/// # Ok::<(), dateline::BuildError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    lists: Vec<(String, String)>,
    rules: Vec<(String, String)>,
}

impl ExtractorBuilder {
    /// Adds a name list. `file` is the name that errors and origins give; `text` is the list, in the form of those that
    /// come with the crate: a line `# list: ` with its kind, a line of column names, then rows, the cells parted by tabs
    /// and several values of a cell by `|`. Of the columns only the first must be there; `note` and `source` are read by
    /// nobody.
    #[must_use]
    pub fn list(mut self, file: impl Into<String>, text: impl Into<String>) -> Self {
        self.lists.push((file.into(), without_mark(text.into())));
        self
    }

    /// Adds a rule file. `file` is the name that errors and origins give; `text` are the rules.
    #[must_use]
    pub fn rules(mut self, file: impl Into<String>, text: impl Into<String>) -> Self {
        self.rules.push((file.into(), without_mark(text.into())));
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    /// If a list or a rule file is malformed: file, line, what was found and what was expected.
    pub fn build(self) -> Result<Extractor, BuildError> {
        let mut lexicon = Lexicon::builtin();
        for (file, text) in &self.lists {
            lexicon.add(file, text)?;
        }
        let own = self
            .rules
            .iter()
            .map(|(file, text)| (file.as_str(), text.as_str()));
        let rules = RuleSet::build(&lexicon, event::RULES.iter().copied(), own)?;
        Ok(Extractor {
            lexicon: Arc::new(lexicon),
            rules: Arc::new(rules),
        })
    }
}
