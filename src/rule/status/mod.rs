//! Whether what a rule found happened, will, may, or did not.

mod noun;
mod own;
mod verb;

use std::fmt;

use rustc_hash::FxHashMap;

use crate::clause::{Clauses, GroupId, GroupKind};
use crate::lexicon::{movement, status_word, ClassWords, Lexicon, List, Tag, WordId, WordSet};
use crate::reading::Reading;
use crate::text::Span;

/// Whether an event happened.
///
/// ```
/// use dateline::{Article, Extractor, Status};
///
/// let extractor = Extractor::new();
/// let status = |text: &str| extractor.extract(&Article::new(text)).events()[0].status();
/// assert_eq!(status("Honda exported 38 cars."), Status::Actual);
/// assert_eq!(status("Honda will export 38 cars."), Status::Planned);
/// assert_eq!(status("Honda may export 38 cars."), Status::Possible);
/// assert_eq!(status("Honda did not export 38 cars."), Status::Denied);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Status {
    /// It happened or is happening.
    #[default]
    Actual,
    /// It is announced, agreed or expected.
    Planned,
    /// It may happen.
    Possible,
    /// It did not happen, or somebody says that it will not.
    Denied,
}

impl Status {
    /// All of them, from what happened to what did not.
    pub const ALL: [Self; 4] = [Self::Actual, Self::Planned, Self::Possible, Self::Denied];

    /// Its name in rules and in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Possible => "possible",
            Self::Denied => "denied",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How many groups before a verb its clause's opening is looked for.
const NEAR: usize = 12;

/// What a word decides on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Governs {
    /// `plans to export`, `a plan to export`
    Infinitive,
    /// `considers exporting`
    Gerund,
    /// `denies that it exported`, `denied reports that …`
    Clause,
    /// `cancelled the deal`
    Object,
    /// `the deal collapsed`
    Subject,
    /// `talks on a deal`
    Of,
    /// `a proposed deal`
    Modifier,
    /// `a deal is under discussion`
    Predicate,
    /// `possibly exported`
    Adverb,
    /// `sees a profit of`, but not `saw a profit of`
    Present,
}

impl Governs {
    const ALL: [(Self, &'static str); 10] = [
        (Self::Infinitive, "infinitive"),
        (Self::Gerund, "gerund"),
        (Self::Clause, "clause"),
        (Self::Object, "object"),
        (Self::Subject, "subject"),
        (Self::Of, "of"),
        (Self::Modifier, "modifier"),
        (Self::Predicate, "predicate"),
        (Self::Adverb, "adverb"),
        (Self::Present, "present"),
    ];
}

/// The words that decide.
#[derive(Debug)]
pub(super) struct StatusWords {
    /// By lemma and particle, in the order of [`Governs`].
    words: FxHashMap<(WordId, Option<WordId>), [Option<Status>; Governs::ALL.len()]>,
    /// Modals of which the speaker is sure.
    sure: Vec<WordId>,
    /// Modals that with a perfect tell what did not happen: `would have`.
    unreal: Vec<WordId>,
    /// Modals of what is open whether it is denied or not: `may`.
    open: Vec<WordId>,
    /// `if`, `unless`, `lest`, `whether`
    conditional: Vec<WordId>,
    /// `neither`, `none`, `nobody`
    nobody: Vec<WordId>,
    /// What may be reported without being so: `reports`, `claims`.
    contents: WordSet,
    no: WordId,
    one: WordId,
    once: WordId,
    /// What opens a clause that tells when: `when`, `until`.
    temporal: Vec<WordId>,
    after: WordId,
    from: WordId,
    be: WordId,
    able: WordId,
    with: WordId,
    go: WordId,
    see: WordId,
    /// `until`, `till`
    until: Vec<WordId>,
    /// Two of these beside each other: "with immediate effect", "effective immediately".
    at_once: WordSet,
    /// Nouns for how something begins or ends, which happens when it does: `pushed back the opening of the plant`.
    phases: WordSet,
    /// Words for a movement of figures, by which what moves is told of: "expects a rise in exports".
    moves: WordSet,
    /// Verbs by which what was proposed is allowed.
    approvals: WordSet,
    /// Words for what those who govern do when they decide: "voted to", "the decision to".
    decisions: WordSet,
    to: WordId,
    /// Words that rank: what the first of them does is done.
    ranks: WordSet,
    /// What a percentage ends with.
    percents: WordSet,
    /// Prepositions by which a noun hangs on the plan or talk of it.
    about: Vec<WordId>,
    /// Those among them that tell what something is for.
    aims: Vec<WordId>,
    /// Those by which a noun tells what comes along with it.
    along: Vec<WordId>,
    /// Those by which it tells what comes of it, even behind a comma.
    loses: Vec<WordId>,
    /// Those by which a noun hangs on its own movement.
    within: Vec<WordId>,
    /// `on`: an amount that another is told along with hangs on it.
    amid: Vec<WordId>,
    word_of: WordId,
}

/// A status and the words that decided it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Decided {
    pub(super) status: Status,
    pub(super) cause: Option<Span>,
}

impl Decided {
    fn verdict(self) -> Option<Verdict> {
        Some((self.status, self.cause?))
    }

    /// Takes whichever leaves less of what is told: the denied before the possible before the planned.
    pub(super) fn weigh(&mut self, verdict: Option<Verdict>) {
        let rank = |status: Status| match status {
            Status::Actual => 0,
            Status::Planned => 1,
            Status::Possible => 2,
            Status::Denied => 3,
        };
        if let Some((status, cause)) = verdict {
            if rank(status) > rank(self.status) {
                self.status = status;
                self.cause = Some(cause);
            }
        }
    }
}

/// What one word or group decides, and where it stands.
pub(super) type Verdict = (Status, Span);

/// An article's words and a sentence's clauses.
#[derive(Clone, Copy)]
struct Place<'a, 'x> {
    reading: &'a Reading<'x>,
    clauses: &'a Clauses,
}

impl Place<'_, '_> {
    fn group(self, at: GroupId) -> Span {
        let group = &self.clauses.groups[at];
        self.reading.span(group.first as usize..group.end as usize)
    }

    /// The group before `at` that is no adverb.
    fn before(self, at: GroupId) -> Option<GroupId> {
        (0..at)
            .rev()
            .take(NEAR)
            .find(|group| !matches!(self.clauses.groups[*group].kind, GroupKind::Adverb(_)))
    }
}

impl StatusWords {
    pub(super) fn new(lexicon: &Lexicon, classes: &ClassWords<'_>) -> Self {
        let mut words = FxHashMap::default();
        for row in lexicon.rows(List::StatusWords) {
            let Some(status) = Status::parse(lexicon.cell(row, status_word::STATUS)) else {
                continue;
            };
            let word = lexicon.cell(row, status_word::WORD);
            let (word, particle) = match word.split_once(' ') {
                Some((word, particle)) => (word, Some(lexicon.find(particle))),
                None => (word, None),
            };
            let entry: &mut [Option<Status>; Governs::ALL.len()] =
                words.entry((lexicon.find(word), particle)).or_default();
            for governs in lexicon.values(row, status_word::GOVERNS) {
                if let Some((known, _)) = Governs::ALL.iter().find(|(_, name)| *name == governs) {
                    entry[*known as usize] = Some(status);
                }
            }
        }
        let find = |words: &[&str]| words.iter().map(|word| lexicon.find(word)).collect();
        Self {
            words,
            sure: find(&["will", "would", "shall", "'ll", "to", "must", "should", "ought"]),
            unreal: find(&["would", "could", "might", "should", "to"]),
            open: find(&["may", "might"]),
            conditional: find(&["if", "unless", "lest", "whether"]),
            nobody: find(&["neither", "none", "nobody"]),
            no: lexicon.find("no"),
            one: lexicon.find("one"),
            once: lexicon.find("once"),
            after: lexicon.find("after"),
            from: lexicon.find("from"),
            temporal: find(&["when", "once", "after", "before", "until"]),
            aims: find(&["for", "about"]),
            along: find(&["for", "about", "with", "at"]),
            loses: find(&["with", "at"]),
            within: find(&["in", "of"]),
            amid: find(&["on"]),
            word_of: lexicon.find("of"),
            about: find(&["for", "of", "on", "to", "about", "over", "against", "towards"]),
            ranks: classes.of("rank"),
            percents: classes.of("percent"),
            be: lexicon.find("be"),
            able: lexicon.find("able"),
            with: lexicon.find("with"),
            go: lexicon.find("go"),
            until: find(&["until", "till"]),
            contents: classes.of("content"),
            phases: classes.of("phase"),
            at_once: classes.of("at once"),
            moves: lexicon
                .rows(List::Movements)
                .map(|row| lexicon.find(lexicon.cell(row, movement::WORD)))
                .collect(),
            approvals: classes.of("approval"),
            decisions: classes.of("decision"),
            see: lexicon.find("see"),
            to: lexicon.find("to"),
        }
    }

    /// Whether the words that made something a plan say that it was decided: "voted to scrap", but not "will vote to".
    pub(super) fn is_decision(&self, reading: &Reading<'_>, cause: Span) -> bool {
        let first = reading
            .tokens
            .partition_point(|token| (token.start as usize) < cause.start());
        let mut words =
            (first..reading.tokens.len()).take_while(|at| reading.tokens[*at].end as usize <= cause.end());
        let ahead = matches!(
            reading.tag(first.min(reading.tokens.len() - 1)),
            Tag::Modal | Tag::To
        );
        !ahead
            && words.any(|at| {
                let id = reading.ids[at];
                let lemma = reading.lexicon.word(id).lemma(reading.tag(at)).unwrap_or(id);
                self.decisions.contains(lemma) && reading.tag(at) != Tag::VerbIng
            })
    }

    fn of(&self, word: WordId, particle: Option<WordId>, governs: Governs) -> Option<Status> {
        let own = particle.and_then(|_| self.words.get(&(word, particle)));
        own.or_else(|| self.words.get(&(word, None)))?[governs as usize]
    }

    /// What a token decides on, by its lemma or by its form.
    fn token(&self, reading: &Reading<'_>, at: usize, governs: Governs) -> Option<Status> {
        let id = reading.ids[at];
        let lemma = reading.lexicon.word(id).lemma(reading.tag(at)).unwrap_or(id);
        self.of(lemma, None, governs)
            .or_else(|| self.of(id, None, governs))
    }
}
