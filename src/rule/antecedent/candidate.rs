//! Which names may be those that a pronoun or a description stands for, and which only tell of something else.

use super::names::{is_called_by, name_of};
use super::{Pointer, BESIDE};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};
use crate::reading::Reading;
use crate::rule::anaphora::Anaphors;
use crate::rule::country::{country_at, of_body};
use crate::rule::standing::{acts, hangs, is_body, is_told, preposition_before};

/// How many tokens before a name `the maker of` is looked for, over other names.
const LISTED: usize = 8;

impl Anaphors {
    /// Whether a name may be whom an anaphor stands for.
    pub(super) fn may_be(&self, reading: &Reading<'_>, mention: &Mention<'_>, pointer: Pointer) -> bool {
        let Pointer { head, anaphor, .. } = pointer;
        // "The maker" is none of those that only tell figures.
        let otherwise = || {
            let noun = reading.tag(head) != Tag::Pronoun;
            noun && name_of(mention)
                .is_some_and(|name| self.is_otherwise(reading, reading.noun_lemma(head), name))
        };
        let reports = || !anaphor.by_name && reading.tag(head) == Tag::Noun && is_body(reading, mention);
        // "Kenya exported tea. It …"
        let it = pointer.may_be_country;
        (mention.kind() == Kind::Organisation || it && acts(reading, mention))
            && !is_exchange(reading, mention)
            && is_told(reading, mention)
            && (!anaphor.by_name || is_called_by(mention, reading.word(head), anaphor))
            && !(anaphor.held && is_body(reading, mention))
            && !reports()
            && !otherwise()
            && !is_of_another_country(reading, mention, pointer)
            && !self.is_described_by(reading, mention)
            && !describes(reading, mention)
    }

    /// Whether a name only tells which organisation is meant: "the maker of Ariel".
    fn is_described_by(&self, reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
        let first = mention.first as usize;
        let listed = |at: &usize| {
            matches!(reading.tag(*at), Tag::Proper | Tag::Conjunction) || reading.tokens[*at].is(b',')
        };
        let of = (first.saturating_sub(LISTED)..first).rev().find(|at| !listed(at));
        of.is_some_and(|of| of > 0 && reading.is(of, "of") && self.is_company(reading.ids[of - 1]))
    }

    /// Whether a name only tells whose somebody is who looks on: "an LSEG poll", "analysts at Nordea".
    pub(in crate::rule) fn is_aside(&self, reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
        let observer = |token: usize| self.observers.contains(reading.noun_lemma(token));
        let behind = mention.end as usize;
        let before = mention.first as usize;
        // "a former Intel executive", "told Reuters"
        let told = |token: usize| self.elsewhere.contains(reading.ids[token]);
        let the = before > 1 && reading.tag(before - 1) == Tag::Determiner;
        if before > 0 && told(before - 1 - usize::from(the)) {
            return true;
        }
        // "Fiat's former head Ann Roe"
        if behind + 1 < reading.tokens.len() && reading.tag(behind) == Tag::Genitive && told(behind + 1) {
            return true;
        }
        // "Roe, now at Intel"
        let other = |at: usize| observer(at) || told(at);
        (behind < reading.tokens.len() && observer(behind))
            || preposition_before(reading, before)
                .and_then(|at| at.checked_sub(1))
                .is_some_and(other)
    }
}

/// Whether a name tells in brackets where shares are traded: "Acme (NASDAQ: ACM)".
fn is_exchange(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let before = (mention.first as usize).checked_sub(1);
    let opens = before.is_some_and(|at| reading.tokens[at].is(b'('));
    opens
        && reading
            .tokens
            .get(mention.end as usize)
            .is_some_and(|token| token.is(b':'))
}

/// Whether a name only tells where somebody is from whom the sentence is not about: "the job goes to Ann Roe, now at Intel".
pub(super) fn employs_another(
    reading: &Reading<'_>,
    mentions: &[Mention<'_>],
    mention: &Mention<'_>,
) -> bool {
    let person = mentions
        .iter()
        .take_while(|other| other.first < mention.first)
        .filter(|other| other.kind() == Kind::Person)
        .last()
        .filter(|person| mention.first.saturating_sub(person.end) as usize <= BESIDE);
    person.is_some_and(|person| {
        let mut between = person.end as usize..mention.first as usize;
        hangs(reading, person)
            && hangs(reading, mention)
            && between.all(|token| !reading.tag(token).is_verb())
    })
}

/// Whether a description tells of another country than the lists have an organisation from: "the Chinese firm" is not Toyota.
fn is_of_another_country(reading: &Reading<'_>, mention: &Mention<'_>, pointer: Pointer) -> bool {
    let described = pointer.first as usize..pointer.head;
    let told = described.into_iter().find_map(|token| country_at(reading, token));
    told.is_some_and(|told| of_body(reading, mention).is_some_and(|own| own != told))
}

/// Whether a hyphen ties a name to a word that tells whose another one is: "the KKR-owned chain".
fn describes(reading: &Reading<'_>, mention: &Mention<'_>) -> bool {
    let behind = mention.end as usize;
    let tied = reading.tokens.get(behind + 1).is_some_and(|told| told.glued());
    tied && reading.tokens[behind].is_hyphen()
        && matches!(
            reading.tag(behind + 1),
            Tag::VerbPart | Tag::VerbPast | Tag::Adjective
        )
}
