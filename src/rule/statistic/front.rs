//! What stands in front of the clause of a statistic: "At 4,200 tonnes, exports were the highest since 2019", "From $3m in
//! 2023, sales slid to $2m", "Compared with 2023, sales fell".

use super::{Direction, Scan};
use crate::clause::{GroupId, GroupKind, Slot, VerbForm};
use crate::mention::{Kind, Mention};

/// How far before a measure noun the comma stands that parts a phrase in front.
const NEAR: usize = 6;
/// How many groups the phrase in front may have.
const LONG: usize = 5;

impl Scan<'_, '_, '_> {
    /// A time before the clause: "in October alone proceeds slipped".
    pub(super) fn fronted(&mut self) {
        for i in (0..self.at).rev().take(10) {
            match self.kind(i) {
                Some(GroupKind::Noun(noun)) if noun.time => {
                    // "more than in the same months of 2024, on revenues of": a time of the statistic before.
                    let start = noun.preposition.unwrap_or(i);
                    let opens = start.checked_sub(1).is_none_or(|before| {
                        !matches!(
                            self.kind(before),
                            Some(GroupKind::Noun(_) | GroupKind::Preposition(_) | GroupKind::Verb(_))
                        )
                    });
                    // "9% more than in 2023, on revenue of", "Compared with 2023, exports fell"
                    let compared = matches!(self.kind(start), Some(GroupKind::Preposition(word)) if self.words.compares(*word))
                        || self
                            .words
                            .compares_ahead(self.source.reading, self.source.clauses, start);
                    if opens && !compared {
                        self.out.date = self.date_in(i);
                    }
                    return;
                }
                Some(GroupKind::Verb(_) | GroupKind::Stop | GroupKind::Subordinator(_)) | None => return,
                _ => {}
            }
        }
    }

    /// The figure that a clause begins with whose subject the measure noun is.
    pub(super) fn opened(&mut self) {
        let Some((first, comma)) = self.phrase_in_front() else {
            return;
        };
        let Some(GroupKind::Preposition(word)) = self.kind(first) else {
            return;
        };
        let amount = |mention: &&Mention| matches!(mention.kind(), Kind::Count | Kind::Measure | Kind::Money);
        let figure = self
            .noun(first + 1)
            .and_then(|_| self.figures_in(first + 1).find(amount));
        let Some(figure) = figure else { return };
        let time = (first + 2..comma).find(|at| self.noun(*at).is_some_and(|noun| noun.time));
        let date = time.and_then(|time| self.date_in(time));
        self.here = self.at;
        if *word == self.words.at && !self.out.has(Slot::Level) {
            self.push(Slot::Level, figure, false);
            self.out.date = self.out.date.or(date);
        } else if *word == self.words.from && self.out.has(Slot::Level) && !self.out.has(Slot::Previous) {
            self.push(Slot::Previous, figure, false);
            if let Some(last) = self.out.list.last_mut() {
                last.date = date;
            }
        }
    }

    /// The change that a clause begins with: "Up 12% on the year, exports came to 300 tonnes", "Rising by 12%, exports …".
    pub(super) fn changed_in_front(&mut self) {
        let acts = self.noun(self.at).and_then(|noun| {
            self.source
                .clauses
                .verb(noun.verb.filter(|verb| *verb > self.at)?)
        });
        if !acts.is_some_and(|verb| verb.finite() && verb.subject == Some(self.at)) {
            return;
        }
        let near = (0..self.at).rev().take(NEAR + LONG);
        let comma = near
            .take_while(|at| !matches!(self.kind(*at), Some(GroupKind::Verb(_) | GroupKind::Stop)))
            .find(|at| matches!(self.kind(*at), Some(GroupKind::Comma)));
        let Some(comma) = comma.filter(|comma| *comma <= NEAR + LONG) else {
            return;
        };
        let way = match self.kind(0) {
            Some(GroupKind::Preposition(word) | GroupKind::Adverb(word)) => self.words.moves(*word),
            Some(GroupKind::Verb(verb)) if verb.form == VerbForm::Gerund => self.words.moves(verb.lemma),
            _ => None,
        };
        let by = matches!(self.kind(1), Some(GroupKind::Preposition(word)) if *word == self.words.by);
        let figure = 1 + usize::from(by);
        let Some(way) =
            way.filter(|_| figure < comma && !self.out.has(Slot::Change) && self.noun(figure).is_some())
        else {
            return;
        };
        let told = self
            .figures_in(figure)
            .find(|mention| mention.kind() == Kind::Percent);
        if let Some(mention) = told {
            self.push(Slot::Change, mention, way == Direction::Down);
        }
    }

    /// The first group of the phrase that opens the sentence, and the comma that parts it from the measure noun, whose verb
    /// is still to come.
    fn phrase_in_front(&self) -> Option<(GroupId, GroupId)> {
        self.noun(self.at)?.verb.filter(|verb| *verb > self.at)?;
        let near = (0..self.at).rev().take(NEAR);
        let comma = near.into_iter().find(|at| !self.is_of_phrase(*at))?;
        matches!(self.kind(comma), Some(GroupKind::Comma)).then_some(())?;
        let mut first = comma;
        while first > 0 && self.is_of_phrase(first - 1) && comma - first < LONG {
            first -= 1;
        }
        let opens = first
            .checked_sub(1)
            .is_none_or(|before| matches!(self.kind(before), Some(GroupKind::Stop)));
        opens.then_some((first, comma))
    }

    fn is_of_phrase(&self, at: GroupId) -> bool {
        matches!(
            self.kind(at),
            Some(
                GroupKind::Noun(_)
                    | GroupKind::Preposition(_)
                    | GroupKind::Adverb(_)
                    | GroupKind::Adjective
                    | GroupKind::Other
            )
        )
    }

    /// How much of the measure somebody tells of, or a line without a verb: "reported 300 tonnes of copper output", "• $3m of
    /// revenue".
    pub(super) fn told_of(&mut self) {
        let clauses = self.source.clauses;
        let of = self.noun(self.at).and_then(|noun| noun.preposition);
        let of = of.filter(
            |of| matches!(self.kind(*of), Some(GroupKind::Preposition(word)) if *word == self.words.of),
        );
        let Some((of, part)) = of.and_then(|of| Some((of, of.checked_sub(1)?))) else {
            return;
        };
        let Some(noun) = self.noun(part).filter(|_| !self.out.has(Slot::Level)) else {
            return;
        };
        let told = match noun.verb.and_then(|verb| clauses.verb(verb)) {
            Some(verb) => {
                self.source.words.tells.contains(verb.lemma) && verb.object == Some(part) && !verb.passive
            }
            None => {
                let verb = |at: &GroupId| matches!(self.kind(*at), Some(GroupKind::Verb(_)));
                let before = (0..part).any(|at| self.noun(at).is_some());
                !before && !(part..clauses.groups.len()).take(NEAR + LONG).any(|at| verb(&at))
            }
        };
        let end = clauses.groups[of].first;
        let amount = |mention: &&Mention| mention.kind() != Kind::Percent && mention.end == end;
        let figure = self.figures_in(part).find(amount).filter(|_| told);
        if let Some(figure) = figure {
            self.here = self.at;
            self.push(Slot::Level, figure, false);
        }
    }

    /// How much of the measure a verb of shares takes: "accounted for $3m of exports", "took 300 tonnes of exports".
    pub(super) fn taken_part(&mut self) {
        let clauses = self.source.clauses;
        let Some(verb) = clauses.part_taker(self.at, self.words.of, self.words.for_) else {
            return;
        };
        let of = self.noun(self.at).and_then(|noun| noun.preposition);
        let Some(of) = of.filter(|_| self.words.shares(clauses, verb)) else {
            return;
        };
        let end = clauses.groups[of].first;
        let amount = |mention: &&Mention| mention.kind() != Kind::Percent && mention.end == end;
        let figure = self.figures_in(of - 1).find(amount);
        if let Some(figure) = figure {
            self.here = self.at;
            self.push(Slot::Portion, figure, false);
        }
    }
}
