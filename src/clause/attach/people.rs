//! Coordinated people, each with whom they serve, and companies, each with its country: "Ann Roe of Siemens and Ivo Roy of
//! Bosch met", "Lukoil of Russia and Eni of Italy".

use super::{Attach, FAR};
use crate::clause::group::GroupKind;
use crate::clause::GroupId;

impl Attach<'_, '_> {
    /// Whether the name of a person or a company is followed by what they are of.
    pub(super) fn heads_people(&self, at: GroupId) -> bool {
        (self.is_person(at) || self.is_firm(at)) && self.belongs(at).is_some()
    }

    /// `A of X, B of Y and C of Z`, where all who are joined are people, or all companies of countries: "Ann Roe of Siemens
    /// and Bosch" tells of one.
    pub(super) fn people(&self, first: GroupId, members: &mut Vec<GroupId>) {
        let firms = !self.is_person(first);
        let alike = |at: GroupId| {
            if firms {
                self.is_firm(at)
            } else {
                self.is_person(at)
            }
        };
        let mut last = first;
        let mut closed = false;
        while !closed && members.len() < FAR {
            let joint = self.belongs(last).unwrap_or_else(|| self.skip(last + 1));
            let (comma, word, next) = self.over_joint(joint);
            closed = word == Some(self.words.and);
            // "Ann Roe of Peru and her Chilean counterpart Ivo Roy", "Peru's Ann Roe"
            let next = self.possessed(next);
            let titled = self.is_person(next + 1) && self.is_title(next);
            let next = if titled { next + 1 } else { next };
            let joined = closed || comma && word.is_none();
            if !joined || !alike(next) {
                closed = false;
                break;
            }
            // "said Ann Roe of Siemens, and Ivo Roy of Bosch agreed"
            let behind = self.belongs(next).unwrap_or_else(|| self.skip(next + 1));
            let told = first
                .checked_sub(1)
                .is_some_and(|before| self.verb(before).is_some());
            if comma && members.len() == 1 && self.finite_at(behind) && (told || !self.opens_clause(first)) {
                closed = false;
                break;
            }
            members.push(next);
            last = next;
        }
        if !closed {
            members.truncate(1);
        }
    }

    fn is_person(&self, at: GroupId) -> bool {
        self.noun(at).is_some_and(|noun| noun.person)
    }

    /// Whether a noun group names what is neither a person nor a place.
    fn is_firm(&self, at: GroupId) -> bool {
        self.noun(at).is_some_and(|noun| {
            noun.named && !noun.place && !noun.time && !noun.person && !self.has_figure(at)
        })
    }

    /// What follows the phrase that tells where a person is from or whom they serve, or what country a company is of.
    fn belongs(&self, person: GroupId) -> Option<GroupId> {
        let words = [self.words.of, self.words.from];
        let serves =
            matches!(self.kind(person + 1), Some(GroupKind::Preposition(word)) if words.contains(word));
        let whom = self.possessed(person + 2);
        let told = self
            .noun(whom)
            .is_some_and(|noun| !noun.time && !noun.person && (noun.place || self.is_person(person)));
        (serves && told).then(|| self.skip(whom + 1))
    }
}
