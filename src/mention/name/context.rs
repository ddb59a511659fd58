//! The words that tell what kind of name stands beside them (list `name_context`), by token.

use crate::lexicon::{Hit, Label, List, Lists};
use crate::reading::Reading;

/// What such words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Context {
    /// `launches`: a verb whose subject is a company.
    Act,
    /// `Mr`, `Ms`: what stands before surnames alone.
    Address,
    /// `named`: a verb of which a person who takes office is the object.
    Appoint,
    /// `shares`, `plant`: what a company owns.
    Asset,
    /// `party`, `rebels`, `magazine`: whose name stands right before it.
    Body,
    /// `-based`, `-listed`
    CompanyAdjective,
    /// `Grupo`, the first word of companies' names.
    CompanyFront,
    /// `shares of`, `according to`
    CompanyPhrase,
    /// `Photo`, `By`
    Credit,
    /// `the developer`, who may be a person sooner than other makers.
    Doer,
    /// `rose`: what shares do.
    Move,
    /// `Panama hat`: what is called after a country wherever it comes from.
    NoCountry,
    /// `disease`: the name before it is no place's.
    NoPlace,
    /// `carrier`, `the maker`
    Organisation,
    /// `family`, `administration`: what is called after those who have or lead it.
    House,
    /// `award`: what is won by people and their works.
    Honour,
    /// `America`: where companies of elsewhere are called after, as in `BMW of North America`.
    Overseas,
    /// `de`, `bin`
    Particle,
    /// `aged`
    Person,
    /// `widow`, `childhood`: what people have.
    PersonAsset,
    /// `led by`, before people.
    PersonPhrase,
    /// `resigned`: what people do.
    PersonAct,
    /// `province`, `river`
    Place,
    /// `mayor`, `residents`: what a place has.
    PlaceAsset,
    /// `net profit`, `joint venture`: what companies are told to make, cut or have, and people are not.
    Ledger,
    /// `Mount`, `Port`
    PlaceFront,
    /// `mayor of`, `outskirts of`, before places.
    PlacePhrase,
    /// `said`
    Say,
    /// `MV`: what stands before the names of ships.
    Ship,
    /// `-hyun`: the second part of a given name.
    Syllable,
    /// `the tanker`, `the film`: what is called as people are.
    Thing,
    /// `export`, `contract`: a verb of trade and what traders win, of which companies are the subject sooner than people.
    Trade,
}

impl Context {
    fn of_label(label: Label) -> Option<Self> {
        Some(match label {
            Label::Act => Self::Act,
            Label::Address => Self::Address,
            Label::Appoint => Self::Appoint,
            Label::Asset => Self::Asset,
            Label::Body => Self::Body,
            Label::CompanyAdjective => Self::CompanyAdjective,
            Label::CompanyFront => Self::CompanyFront,
            Label::CompanyPhrase => Self::CompanyPhrase,
            Label::Credit => Self::Credit,
            Label::Doer => Self::Doer,
            Label::Honour => Self::Honour,
            Label::House => Self::House,
            Label::Ledger => Self::Ledger,
            Label::Move => Self::Move,
            Label::NoCountry => Self::NoCountry,
            Label::NoPlace => Self::NoPlace,
            Label::Organisation => Self::Organisation,
            Label::Overseas => Self::Overseas,
            Label::Particle => Self::Particle,
            Label::Person => Self::Person,
            Label::PersonAct => Self::PersonAct,
            Label::PersonAsset => Self::PersonAsset,
            Label::PersonPhrase => Self::PersonPhrase,
            Label::Place => Self::Place,
            Label::PlaceAsset => Self::PlaceAsset,
            Label::PlaceFront => Self::PlaceFront,
            Label::PlacePhrase => Self::PlacePhrase,
            Label::Say => Self::Say,
            Label::Ship => Self::Ship,
            Label::Syllable => Self::Syllable,
            Label::Thing => Self::Thing,
            Label::Trade => Self::Trade,
            _ => return None,
        })
    }

    /// What a name of the lists tells, if it is such a word.
    pub(crate) fn of(hit: &Hit) -> Option<Self> {
        match hit.list {
            List::NameContext => Self::of_label(hit.label),
            _ => None,
        }
    }

    const fn bit(self) -> u32 {
        1 << self as u16
    }
}

/// Where in an article such words begin and end: a set of contexts for each token.
pub(super) struct Contexts {
    told: Vec<Told>,
    /// How many words there are of what companies have and do.
    trade: usize,
}

/// The contexts of words that begin at a token, and of those that end right before it, a bit each.
#[derive(Clone, Copy, Default)]
struct Told {
    begin: u32,
    end: u32,
}

impl Contexts {
    pub(super) fn new(reading: &Reading<'_>) -> Self {
        // One more than there are tokens: the last may end with the text.
        let places = reading.tokens.len() + 1;
        let mut told = vec![Told::default(); places];
        let mut trade = 0;
        for group in reading.groups(Lists::of(&[List::NameContext])) {
            for hit in &reading.hits[group] {
                if let Some(context) = Context::of(hit) {
                    trade += usize::from(matches!(
                        context,
                        Context::Asset | Context::Ledger | Context::Trade
                    ));
                    told[hit.first as usize].begin |= context.bit();
                    told[hit.end as usize].end |= context.bit();
                }
            }
        }
        Self { told, trade }
    }

    /// Whether one word in eighty or more tells of what companies have and do.
    pub(super) fn is_on_business(&self) -> bool {
        self.trade * 80 >= self.told.len()
    }

    /// Whether words of this context begin at a token.
    #[inline]
    pub(super) fn begins(&self, at: usize, context: Context) -> bool {
        self.told
            .get(at)
            .is_some_and(|told| told.begin & context.bit() != 0)
    }

    /// Whether words of this context end right before a token.
    #[inline]
    pub(super) fn ends(&self, at: usize, context: Context) -> bool {
        self.told
            .get(at)
            .is_some_and(|told| told.end & context.bit() != 0)
    }

    /// The longest words of this context that begin at a token.
    #[inline]
    pub(super) fn at<'r>(&self, reading: &'r Reading<'_>, at: usize, context: Context) -> Option<&'r Hit> {
        if !self.begins(at, context) {
            return None;
        }
        let mut hits = reading.hits_at(at).iter();
        hits.find(|hit| Context::of(hit) == Some(context))
    }

    /// The first of the words of this context that end right before a token; the fewest there are, three at most.
    #[inline]
    pub(super) fn before(&self, reading: &Reading<'_>, at: usize, context: Context) -> Option<usize> {
        match self.ends(at, context) {
            true => Self::first(reading, at, context),
            false => None,
        }
    }

    fn first(reading: &Reading<'_>, at: usize, context: Context) -> Option<usize> {
        (1..=3.min(at)).map(|back| at - back).find(|first| {
            let mut hits = reading.hits_at(*first).iter();
            hits.any(|hit| hit.end as usize == at && Context::of(hit) == Some(context))
        })
    }
}
