//! Who `it`, `its` and `the company` are.

use super::condition::is_reporter;
use super::standing::is_body;
use crate::clause::{Group, NounGroup};
use crate::lexicon::{anaphor, ClassWords, Label, Lexicon, List, Tag, WordId, WordMap, WordSet};
use crate::mention::{organisation, Kind, Mention};
use crate::reading::Reading;

/// The words that point back to a name.
#[derive(Debug)]
pub(super) struct Anaphors {
    pub(super) words: WordMap<Anaphor>,
    /// What some descriptions tell of whom they stand for.
    descriptions: WordMap<Description>,
    /// What any company may be called.
    pub(super) any_company: WordSet,
    /// What is told of by its trade if it is a part of a company: `the pump business`.
    parts: WordSet,
    /// Those who look on, and whoever else is no company that was told of: `analyst`, `the industry`.
    onlookers: WordSet,
    /// Those of them whom a name before or behind them employs: `analysts at Nordea`.
    pub(super) observers: WordSet,
    /// What those are called who tell figures of others: `importers' association AAP`.
    reporters: WordSet,
    /// What says that a figure is of no country: `worldwide`.
    pub(super) worldwide: WordSet,
    /// What stands before the name of an organisation that somebody belongs to otherwise, or is told of: `former`.
    pub(super) elsewhere: WordSet,
}

/// What a description tells: "the lender" is likely called a bank, and the list of organisations has it as one if at all.
#[derive(Debug)]
struct Description {
    called: Box<[Box<str>]>,
    listed: Label,
    /// What such companies do; none: anything.
    sectors: Box<[Box<str>]>,
}

impl Description {
    /// Whether a word of a name is one that those are called by.
    fn has_word_of(&self, name: &str) -> bool {
        let mut parts = name.split(|c: char| !c.is_alphanumeric() && c != '-');
        parts.any(|part| self.called.iter().any(|called| called.eq_ignore_ascii_case(part)))
    }

    /// Whether companies described so and others may be the same.
    fn meets(&self, other: &Self) -> bool {
        let one = |sector| other.sectors.contains(sector);
        self.sectors.is_empty() || other.sectors.is_empty() || self.sectors.iter().any(one)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Anaphor {
    pub(super) kind: Kind,
    /// The name must hold the word: `the ministry` is a ministry.
    pub(super) by_name: bool,
    /// It stands for who has it: `the plant` employs 300 people. With `by_name`, the name must end with the word.
    pub(super) held: bool,
}

impl Anaphor {
    /// Whether what it stands for may be of a kind: "Kenya exported tea. It …".
    pub(super) fn may_be(self, kind: Kind) -> bool {
        self.kind == kind || (self.kind, kind) == (Kind::Organisation, Kind::Country)
    }

    /// The same, read as "the company".
    pub(super) fn of_company(self) -> Self {
        Self {
            by_name: false,
            ..self
        }
    }
}

impl Anaphors {
    pub(super) fn new(lexicon: &Lexicon, classes: &ClassWords<'_>) -> Self {
        let (mut words, mut descriptions) = (Vec::new(), Vec::new());
        for row in lexicon.rows(List::Anaphors) {
            let kind = lexicon.cell(row, anaphor::KIND);
            // Reading the list has refused any other kind.
            let Some(kind) = Kind::ALL.into_iter().find(|known| known.name() == kind) else {
                continue;
            };
            let by = lexicon.cell(row, anaphor::BY);
            let (by_name, held) = (by == "name", by == "holder");
            let word = lexicon.find(lexicon.cell(row, anaphor::WORD));
            words.push((word, Anaphor { kind, by_name, held }));
            let values = |column| lexicon.values(row, column).map(Box::from).collect();
            let description = Description {
                called: values(anaphor::CALLED),
                listed: Label::parse(lexicon.cell(row, anaphor::LISTED)),
                sectors: values(anaphor::SECTORS),
            };
            if !description.called.is_empty() || !description.sectors.is_empty() {
                descriptions.push((word, description));
            }
        }
        Self {
            words: words.into_iter().collect(),
            descriptions: descriptions.into_iter().collect(),
            any_company: classes.of("any company"),
            parts: classes.of("firm part"),
            onlookers: classes.of("onlooker"),
            observers: classes.of("observer"),
            reporters: classes.of("reporter"),
            worldwide: classes.of("worldwide"),
            elsewhere: classes.of("elsewhere"),
        }
    }

    /// Whether a noun describes an organisation without telling which: `bank`, `carmaker`.
    pub(super) fn is_company(&self, lemma: WordId) -> bool {
        let known = self.words.get(lemma);
        known.is_some_and(|anaphor| anaphor.kind == Kind::Organisation && !anaphor.held)
    }

    /// Whether the name of an organisation is one that those are called by whom a word describes: "Kenya Airways", the airline.
    pub(super) fn is_called(&self, word: WordId, name: &str) -> bool {
        let description = self.descriptions.get(word);
        description.is_some_and(|description| description.has_word_of(name))
    }

    /// Whether the lists have an organisation as what a word describes: Lufthansa is an airline.
    pub(super) fn is_listed_as(&self, reading: &Reading<'_>, word: WordId, name: &str) -> bool {
        let description = self.descriptions.get(word);
        let sector = organisation::sector(reading.lexicon, name);
        description
            .zip(sector)
            .is_some_and(|(description, sector)| description.sectors.iter().any(|own| **own == *sector))
    }

    /// Whether an organisation is something else than what a word says, by the lists or by its name: Denso is no carmaker,
    /// and Marmara Mining no bank.
    pub(super) fn is_otherwise(&self, reading: &Reading<'_>, word: WordId, name: &str) -> bool {
        let Some(description) = self.descriptions.get(word) else {
            return false;
        };
        if description.has_word_of(name) {
            return false;
        }
        let lexicon = reading.lexicon;
        let short = organisation::without_forms(lexicon, name);
        // What it does tells more than what sort of body it is: a firm in banking is a bank.
        let sector = organisation::sector(lexicon, name).or_else(|| organisation::sector(lexicon, short));
        let sectors = &description.sectors;
        if let Some(sector) = sector.filter(|_| !sectors.is_empty()) {
            return sectors.iter().all(|own| **own != *sector);
        }
        let kind = organisation::kind(lexicon, name).or_else(|| organisation::kind(lexicon, short));
        if description.listed != Label::None && kind.is_some_and(|kind| kind != description.listed) {
            return true;
        }
        let others = self.descriptions.iter().map(|(_, other)| other);
        let mut others = others.filter(|other| other.has_word_of(name)).peekable();
        sector.is_none() && others.peek().is_some() && others.all(|other| !other.meets(description))
    }

    /// Whether two words may describe one company: a bank is no carmaker.
    pub(super) fn may_be_one(&self, word: WordId, other: WordId) -> bool {
        match (self.descriptions.get(word), self.descriptions.get(other)) {
            (Some(one), Some(other)) => one.meets(other),
            _ => true,
        }
    }

    /// Whether a word tells that what it describes is over: `former`.
    pub(super) fn is_past(&self, word: WordId) -> bool {
        self.elsewhere.contains(word)
    }

    /// Whether a noun names those who look on, or others who are no company that was told of.
    pub(super) fn is_onlooker(&self, lemma: WordId) -> bool {
        self.onlookers.contains(lemma) || self.observers.contains(lemma)
    }

    /// Whether an organisation tells figures of others rather than its own, by its name or by what it is called before it:
    /// "industry body Acma".
    pub(super) fn reports(&self, reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
        // "the consultancy Vorka"
        let called = || {
            let before = (mention.first as usize).checked_sub(1);
            before.is_some_and(|before| {
                reading.tag(before) == Tag::Noun && self.reporters.contains(reading.ids[before])
            })
        };
        is_reporter(reading, mention) || mention.kind() == Kind::Organisation && called()
    }

    /// Whether an organisation is called by what those do who tell of others: "Vorka Securities".
    pub(super) fn is_called_reporter(&self, reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
        let head = mention.end.saturating_sub(1).max(mention.first + 1) as usize;
        mention.kind() == Kind::Organisation
            && head < mention.end as usize
            && self.reporters.contains(reading.ids[head])
    }

    /// Whether a noun is one that points back to a name.
    pub(super) fn points(&self, lemma: WordId) -> bool {
        self.words.get(lemma).is_some_and(|anaphor| !anaphor.held)
    }

    /// Whether a noun describes a person.
    pub(super) fn is_person(&self, lemma: WordId) -> bool {
        self.words
            .get(lemma)
            .is_some_and(|anaphor| anaphor.kind == Kind::Person)
    }

    /// Of what kind those are whom a noun with a number before it describes: "the two companies", "the three countries".
    pub(super) fn kind_of_several(&self, lemma: WordId) -> Option<Kind> {
        let known = self.words.get(lemma)?;
        let business = self.is_business(lemma) || known.kind == Kind::Country && !known.held;
        business.then_some(known.kind)
    }

    /// Whether a noun describes an organisation that does business.
    pub(super) fn is_business(&self, lemma: WordId) -> bool {
        let known = self.words.get(lemma).filter(|known| !known.by_name);
        known.is_some_and(|anaphor| anaphor.kind == Kind::Organisation && !anaphor.held)
    }

    /// Whether a noun stands for the organisation that has what it names: `plant`, `project`.
    pub(super) fn is_held(&self, lemma: WordId) -> bool {
        self.words.get(lemma).is_some_and(|anaphor| anaphor.held)
    }

    /// The words, and the kinds of the names that they point back to.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (WordId, Kind)> + '_ {
        self.words.iter().map(|(word, anaphor)| (word, anaphor.kind))
    }

    /// What a noun group points back with, if it is a pronoun or a definite description of a listed sort.
    pub(super) fn pointing(&self, reading: &Reading<'_>, group: &Group, noun: &NounGroup) -> Option<Anaphor> {
        if noun.named {
            return None;
        }
        let head = noun.head as usize;
        let known = if noun.pronoun {
            self.words.get(reading.ids[head])
        } else if reading.tag(group.first as usize) == Tag::Determiner
            && reading.is(group.first as usize, "the")
        {
            // "The airlines" are several.
            let one = reading.tag(head) != Tag::NounPlural;
            self.words.get(noun.lemma).filter(|_| one)
        } else {
            None
        };
        let known = known?;
        // "the teaching aids business" is a part of a firm that was told of, "the business" may be the firm.
        if self.parts.contains(noun.lemma) && noun.head > group.first + 1 {
            return None;
        }
        // "Dangote Refinery … The refinery"
        if known.held {
            return Some(Anaphor {
                kind: Kind::Organisation,
                by_name: true,
                held: true,
            });
        }
        Some(self.in_place(reading, head, *known))
    }

    /// The mention that a noun group points back to.
    fn resolve<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        group: &Group,
        noun: &NounGroup,
    ) -> Option<&'a Mention<'x>> {
        let anaphor = self.pointing(reading, group, noun)?;
        self.antecedent(reading, mentions, group.first, noun.head as usize, anaphor)
    }

    /// "The central bank" is named so, any other bank is a company.
    pub(super) fn in_place(&self, reading: &Reading<'_>, head: usize, anaphor: Anaphor) -> Anaphor {
        let central = head > 0 && reading.is(head - 1, "central");
        let name = reading.word(head).starts_with(char::is_uppercase);
        Anaphor {
            by_name: anaphor.by_name || central || name && reading.is(head, "bank"),
            ..anaphor
        }
    }

    /// The mention that `its` or `their` at the start of a noun group stands for; `subject` is that of its verb.
    pub(super) fn possessor<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        group: &Group,
        subject: Option<(&Group, &NounGroup)>,
    ) -> Option<&'a Mention<'x>> {
        let token = group.first as usize;
        let known = self.words.get(reading.ids[token])?;
        // "The industry clings to its dream"
        if subject.is_some_and(|(_, noun)| !noun.named && self.is_onlooker(noun.lemma)) {
            return None;
        }
        // "The central bank cut its rate": its own, whoever was named before.
        if let Some((subject, noun)) = subject {
            let described = self
                .words
                .get(noun.lemma)
                .filter(|_| !noun.pronoun && !noun.named);
            if described.is_some_and(|described| described.kind == known.kind) {
                return self.resolve(reading, mentions, subject, noun);
            }
        }
        // "Angola saw its oil output fall"
        if let Some((subject, _)) = subject.filter(|(_, noun)| noun.named && known.kind == Kind::Organisation)
        {
            let own = mentions.partition_point(|mention| mention.end < subject.end);
            let within = mentions[own..].iter();
            let mut within = within.take_while(|mention| mention.first < subject.end);
            let own = within.find(|mention| mention.end == subject.end);
            let own = own.filter(|mention| matches!(mention.kind(), Kind::Country | Kind::Organisation));
            if own.is_some() {
                return own;
            }
        }
        self.antecedent(reading, mentions, group.first, token, *known)
    }

    /// The company that the sentences before `before` tell of, as `the company` would name it there.
    pub(super) fn company<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        before: u32,
    ) -> Option<&'a Mention<'x>> {
        let anaphor = Anaphor {
            kind: Kind::Organisation,
            by_name: false,
            held: false,
        };
        let head = before as usize;
        self.antecedent(reading, mentions, before, head, anaphor)
            .filter(|mention| !is_body(reading, mention))
    }
}
