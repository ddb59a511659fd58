//! The words that tell what kind of name stands beside them (list `name_context`), by token.

use crate::lexicon::{name_context, Hit, List, Lists};
use crate::reading::Reading;

/// What such words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Context {
    /// `launches`: a verb whose subject is a company.
    Act,
    /// `named`: a verb of which a person who takes office is the object.
    Appoint,
    /// `shares`, `plant`: what a company owns.
    Asset,
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
    /// `Mount`, `Port`
    PlaceFront,
    /// `mayor of`, `outskirts of`, before places.
    PlacePhrase,
    /// `said`
    Say,
    /// `-hyun`: the second part of a given name.
    Syllable,
}

impl Context {
    fn parse(class: &str) -> Option<Self> {
        Some(match class {
            "act" => Self::Act,
            "appoint" => Self::Appoint,
            "asset" => Self::Asset,
            "company-adjective" => Self::CompanyAdjective,
            "company-front" => Self::CompanyFront,
            "company-phrase" => Self::CompanyPhrase,
            "credit" => Self::Credit,
            "doer" => Self::Doer,
            "move" => Self::Move,
            "no-country" => Self::NoCountry,
            "no-place" => Self::NoPlace,
            "organisation" => Self::Organisation,
            "particle" => Self::Particle,
            "person" => Self::Person,
            "person-act" => Self::PersonAct,
            "person-asset" => Self::PersonAsset,
            "person-phrase" => Self::PersonPhrase,
            "place" => Self::Place,
            "place-asset" => Self::PlaceAsset,
            "place-front" => Self::PlaceFront,
            "place-phrase" => Self::PlacePhrase,
            "say" => Self::Say,
            "syllable" => Self::Syllable,
            _ => return None,
        })
    }

    /// What a name of the lists tells, if it is such a word.
    pub(crate) fn of(reading: &Reading<'_>, hit: &Hit) -> Option<Self> {
        match hit.list {
            List::NameContext => Self::parse(reading.lexicon.cell(hit.row, name_context::CLASS)),
            _ => None,
        }
    }

    const fn bit(self) -> u32 {
        1 << self as u16
    }
}

/// Where in an article such words begin and end: a set of contexts for each token.
pub(super) struct Contexts {
    begin: Vec<u32>,
    end: Vec<u32>,
}

impl Contexts {
    pub(super) fn new(reading: &Reading<'_>) -> Self {
        // One more than there are tokens: the last may end with the text.
        let places = reading.tokens.len() + 1;
        let (mut begin, mut end) = (vec![0; places], vec![0; places]);
        for group in reading.groups(Lists::of(&[List::NameContext])) {
            for hit in &reading.hits[group] {
                if let Some(context) = Context::of(reading, hit) {
                    begin[hit.first as usize] |= context.bit();
                    end[hit.end as usize] |= context.bit();
                }
            }
        }
        Self { begin, end }
    }

    /// Whether words of this context begin at a token.
    #[inline]
    pub(super) fn begins(&self, at: usize, context: Context) -> bool {
        self.begin.get(at).is_some_and(|set| set & context.bit() != 0)
    }

    /// Whether words of this context end right before a token.
    #[inline]
    pub(super) fn ends(&self, at: usize, context: Context) -> bool {
        self.end.get(at).is_some_and(|set| set & context.bit() != 0)
    }

    /// The longest words of this context that begin at a token.
    #[inline]
    pub(super) fn at<'r>(&self, reading: &'r Reading<'_>, at: usize, context: Context) -> Option<&'r Hit> {
        if !self.begins(at, context) {
            return None;
        }
        let mut hits = reading.hits_at(at).iter();
        hits.find(|hit| Context::of(reading, hit) == Some(context))
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
            hits.any(|hit| hit.end as usize == at && Context::of(reading, hit) == Some(context))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn every_context_of_the_list_is_known() {
        let lexicon = Lexicon::builtin();
        for row in lexicon.rows(List::NameContext) {
            let class = lexicon.cell(row, name_context::CLASS);
            assert!(Context::parse(class).is_some(), "{class:?}");
        }
    }
}
