//! The mentions that a noun group gives to a role: those of a kind or sort, and of officials.

use super::super::filler::Filler;
use super::super::Accept;
use super::{is_open, Asked, Sight, NAMED};
use crate::clause::{NounGroup, Slot};
use crate::lexicon::Tag;
use crate::mention::{organisation, Kind, Mention, Value};
use crate::token::Token;

impl<'x> Sight<'_, 'x> {
    /// Mentions of a kind.
    pub(super) fn of_kind(&self, asked: &Asked<'_>, accept: &Accept, out: &mut Vec<Filler<'x>>) -> bool {
        let (slot, noun) = (asked.slot, asked.noun);
        let from = out.len();
        for mention in self.mentions.within(asked.group.first, asked.end) {
            if !self.is(mention, accept) || self.is_of_barred_sort(mention, asked.accept) {
                continue;
            }
            // "Non-EU imports": not whom it names.
            if self.reading.is(mention.first as usize, "non") {
                continue;
            }
            let kind = mention.kind();
            let heads = mention.first <= noun.head && noun.head < mention.end;
            // "5-ounce cans" are no five ounces.
            if kind == Kind::Measure && !heads && self.is_attribute(mention) {
                continue;
            }
            if kind == Kind::Count && self.is_parted(mention, asked.group.first) {
                continue;
            }
            // "seeks control of 30%-owned Krantz Foods"
            if kind == Kind::Percent && !heads && self.describes_behind(mention) {
                continue;
            }
            // Figures and models may stand before the head: "Corolla sedans".
            let within = matches!(
                kind,
                Kind::Count | Kind::Money | Kind::Percent | Kind::Measure | Kind::Model | Kind::Policy
            );
            if heads && kind == Kind::Count && asked.bars(noun.lemma) {
                continue;
            }
            // "Lahore-based Noor Solar": no place acts that only tells where.
            let acts = matches!(slot, Slot::Subject | Slot::Source) && !self.tells_where(asked, mention);
            if kind == Kind::Place && !heads && acts {
                continue;
            }
            // "Lima-based Krantz Foods", "KKR-backed Krantz Foods"
            // "Egypt-bound cargoes"
            let bound = self.reading.is(mention.end as usize + 1, "bound");
            let may_be_seat =
                matches!(kind, Kind::Country | Kind::Organisation) && (!asked.modifier || bound);
            if may_be_seat && self.is_seat(mention) {
                continue;
            }
            // "Acme Gas, a Bosch company": whose it is who is named.
            let owner = matches!(kind, Kind::Organisation | Kind::Country) && !heads && !asked.modifier;
            if owner && self.is_named_beside(noun) {
                continue;
            }
            // "former Bosch chief Ann Roe", "the former Bosch plant"
            if kind == Kind::Organisation && !heads && self.is_past(mention, asked.group.first) {
                continue;
            }
            // "Tylenol maker Kenvue", "Jaguar owner Tata": what tells who the one is that is named.
            let describes = matches!(kind, Kind::Model | Kind::Organisation)
                && !heads
                && !asked.modifier
                && self.tells_whose(mention, noun);
            if describes {
                continue;
            }
            let own = heads || asked.modifier || within;
            if own
                || !asked.bars(noun.lemma)
                    && !is_open(asked.accept, noun.lemma)
                    && self.stands_for(asked, kind)
            {
                if asked.modifier && mention.first == asked.group.first {
                    self.joined_names(slot, asked.id, kind, out);
                }
                out.push(self.filler(mention, slot));
            }
        }
        out.len() > from
    }

    /// Whether it is asked where something is, and a place within the noun group tells so: "the Hanoi branch will close".
    fn tells_where(&self, asked: &Asked<'_>, place: &Mention<'_>) -> bool {
        let head = asked.noun.head;
        let named = |mention: &Mention<'_>| {
            let acts = matches!(mention.kind(), Kind::Organisation | Kind::Person);
            acts && mention.first <= head && head < mention.end
        };
        asked
            .accept
            .iter()
            .all(|accept| matches!(accept, Accept::Kind(Kind::Place | Kind::Country)))
            && !self.is_seat(place)
            && !self.mentions.within(asked.group.first, asked.end).any(named)
    }

    /// Whether a mention is of a kind.
    pub(super) fn is(&self, mention: &Mention<'_>, accept: &Accept) -> bool {
        match (accept, mention.value()) {
            (Accept::Kind(kind), value) => value.kind() == *kind,
            (Accept::Sort(sort), Value::Organisation { name }) => {
                organisation::sort(self.reading.lexicon, name) == Some(*sort)
            }
            (Accept::Official, Value::Person { .. }) => self.is_official(mention),
            _ => false,
        }
    }

    /// Whether a mention is an organisation of a sort that is not asked for.
    pub(super) fn is_of_barred_sort(&self, mention: &Mention<'_>, accept: &[Accept]) -> bool {
        accept
            .iter()
            .any(|accept| matches!(accept, Accept::NoSort(sort) if self.is(mention, &Accept::Sort(*sort))))
    }

    /// Whether it was once that whoever is named was somebody's: "former Bosch chief Ann Roe".
    fn is_past(&self, mention: &Mention<'_>, group: u32) -> bool {
        let before = (mention.first as usize).checked_sub(1);
        before.is_some_and(|at| at >= group as usize && self.anaphors.is_past(self.reading.ids[at]))
    }

    /// "half of its 600 vans", "most of the 600 vans": so many are there, not so many of whom it is told.
    fn is_parted(&self, count: &Mention<'_>, group: u32) -> bool {
        let part = group as usize;
        let some = self.words.parts.contains(self.reading.ids[part])
            && !self.reading.is_one_of(part, &["all", "both"])
            && self.reading.is_one_of(part + 1, &["of", "the"]);
        // "the first of 30 trams"
        let one = || {
            let of = (count.first as usize).saturating_sub(1);
            of > part
                && self.reading.is(of, "of")
                && self
                    .reading
                    .is_one_of(of - 1, &["first", "last", "latest", "next"])
        };
        count.first > group && (some || one()) || self.is_whole(count)
    }

    /// Whether a count is the whole that a percentage right before it is of: "9% of the 55,000 staff".
    pub(super) fn is_whole(&self, count: &Mention<'_>) -> bool {
        /// As many words as "of the", and as "more than 9%".
        const BETWEEN: u32 = 2;
        const LONG: u32 = 6;
        let first = count.first as usize;
        let of = (first.saturating_sub(BETWEEN as usize)..first)
            .rev()
            .find(|at| self.reading.is(*at, "of"));
        of.is_some_and(|of| {
            let mut before = self.mentions.within((of as u32).saturating_sub(LONG), of as u32);
            before.any(|mention| mention.kind() == Kind::Percent && mention.end as usize == of)
        })
    }

    /// Whether a hyphen ties a figure to its unit before the noun that it describes: "5-ounce cans".
    fn is_attribute(&self, measure: &Mention<'_>) -> bool {
        let mut tokens = measure.first as usize..measure.end as usize;
        tokens.any(|at| self.reading.tokens[at].is_hyphen() && self.reading.tokens[at].glued())
    }

    /// Whether a hyphen ties a figure to the participle behind it, which tells more of the noun: "30%-owned Krantz Foods".
    fn describes_behind(&self, figure: &Mention<'_>) -> bool {
        let hyphen = figure.end as usize;
        let tied = |told: &Token| told.glued() && self.reading.tokens[hyphen].is_hyphen();
        self.reading.tokens.get(hyphen + 1).is_some_and(tied)
            && matches!(
                self.reading.tag(hyphen + 1),
                Tag::VerbPart | Tag::VerbPast | Tag::Adjective
            )
    }

    /// Whether a person is called a minister or the like, here or where the article named her before.
    pub(in crate::rule) fn is_official(&self, person: &Mention<'_>) -> bool {
        let surname = |mention: &Mention<'_>| {
            let last = self.reading.tokens.get((mention.end as usize).checked_sub(1)?)?;
            Some(last.span().of(self.reading.text))
        };
        let before = self.mentions.mentions.get(..person.id().index() + 1);
        let mut named = before.unwrap_or_default().iter().rev().take(NAMED);
        named.any(|mention| match mention.value() {
            Value::Person {
                title: Some(title), ..
            } => {
                let mut words = title.split_whitespace();
                surname(mention) == surname(person)
                    && words.any(|word| self.words.offices.contains(self.reading.lexicon.find(word)))
            }
            _ => false,
        })
    }

    /// Whether a name before a head acts through it: "Honda officials", "Chinese exporters", but not the country of
    /// "a Swiss bank", "the Kenya plant" or of "Swiss lender UBS", nor a person.
    fn stands_for(&self, asked: &Asked<'_>, kind: Kind) -> bool {
        let (group, noun) = (asked.group, asked.noun);
        let acts = !matches!(asked.slot, Slot::Preposition(_));
        // "Dutch retailer Action", whose name no list knows
        let described = || {
            self.reading.tag(noun.head as usize) == Tag::Proper
                && (group.first..noun.head)
                    .any(|token| self.anaphors.is_company(self.reading.noun_lemma(token as usize)))
        };
        match kind {
            Kind::Person => false,
            // "a Bosch supplier" is not Bosch.
            Kind::Organisation if self.words.owners.contains(noun.lemma) => false,
            Kind::Country => {
                !noun.named
                    && !described()
                    && (self.reading.tag(noun.head as usize) == Tag::NounPlural
                        || !(self.anaphors.is_company(noun.lemma)
                            || acts && self.anaphors.is_held(noun.lemma)))
            }
            _ => true,
        }
    }

    /// Whether a name stands before what somebody is to it, who is then named: "Jaguar maker Tata Motors".
    fn tells_whose(&self, mention: &Mention<'_>, noun: &NounGroup) -> bool {
        let described = mention.end..noun.head;
        self.reading.tag(noun.head as usize) == Tag::Proper
            && described.into_iter().any(|token| {
                let lemma = self.reading.noun_lemma(token as usize);
                self.reading.tag(token as usize).is_noun()
                    && (self.anaphors.is_company(lemma) || self.words.owners.contains(lemma))
            })
    }
}
