//! Where a noun group ends: what belongs to another group, and what begins a clause.

use super::{is_time, Cut, Draft, Group, GroupKind};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};

/// How many fields an office may have: "Minister of Fisheries, Tourism and Labour".
const LISTED: usize = 4;

impl Cut<'_, '_, '_> {
    /// Whether a mention belongs to another group than the words before it.
    pub(super) fn begins_another(&self, draft: &Draft, mention: &Mention<'_>, end: usize) -> bool {
        let (first, at, noun) = (draft.first, draft.at, &draft.noun);
        let kind = mention.kind();
        // "and Kia 2.1 million tons": a measure that modifies has its noun behind it.
        if noun.named && kind == Kind::Measure && !self.starts_noun(end, 3) {
            return true;
        }
        let Some(head) = draft.head else { return false };
        // "and oats 900,000 tonnes"
        if kind == Kind::Measure
            && head + 1 == at
            && !self.determined(first)
            && noun.possessor.is_none()
            && self.tag(mention.first as usize) == Tag::Number
            && !self.among(head, &self.words.sized)
            && !self.starts_noun(end, 3)
        {
            return true;
        }
        // "a plant 45 km north of Lima"
        let away = || self.among(end, &self.words.away) || self.among(end, &self.words.directions);
        if kind == Kind::Measure && head + 1 == at && away() {
            return true;
        }
        // "a record $6 billion"
        let sized = || {
            kind == Kind::Money
                && at == first + 2
                && self.tag(first) == Tag::Determiner
                && self.among(at - 1, &self.words.sized)
        };
        // A name after a name that is no modifier begins a group of its own, except a person after a title.
        let follows = noun_follows(kind) || is_time(kind) && self.dates_figure(mention);
        (!follows && !sized())
            // "In the deal Peru will …"
            || self.in_phrase() && self.begins_clause(draft, mention, end)
            || self.is_time_past(first, head)
            // "sold Kenya 40 buses"
            || noun.named && kind == Kind::Count && (self.receives() || self.takes_up(first, at))
            // "Minister for Trade Ivo Roe": the person is no part of the field of office.
            || kind == Kind::Person && (self.in_phrase() || self.in_fields())
    }

    /// Whether a name behind a conjunction has a count of its own: "Kia sold 300 cars and Ford 200 vans".
    fn takes_up(&self, first: usize, at: usize) -> bool {
        let joint = matches!(self.out.last(), Some(group) if matches!(group.kind, GroupKind::Conjunction(_)));
        let named = self.mentions.at(first).is_some_and(|mention| {
            mention.end as usize == at && matches!(mention.kind(), Kind::Organisation | Kind::Country)
        });
        joint && named && self.tag(at) == Tag::Number
    }

    /// Whether the group may go on behind a mention that has been read into it.
    pub(super) fn goes_on_behind(&self, draft: &Draft, mention: &Mention<'_>) -> bool {
        let (first, at) = (draft.first, draft.at);
        let time = is_time(mention.kind());
        let alone = || !self.starts_noun(at, 2) || self.names(at) || self.before_subject(first, mention, at);
        let dated = || {
            let date = self.mentions.at(at);
            date.is_some_and(|date| self.heads_dated(draft, date))
        };
        // "the Roe family": whom an article stands before is no person alone.
        let kin = self.determined(first) && first + 1 == mention.first as usize && self.tag(at).is_noun();
        if mention.kind() == Kind::Person && !kin || time && alone() || !(self.continues(at) || dated()) {
            return false;
        }
        // "monthly US sales", "first-quarter Ford sales": what describes sales is.
        let describes = || {
            mention.kind() == Kind::Set
                || (mention.first..mention.end).any(|at| self.reading.tokens[at as usize].is_hyphen())
        };
        // "On Monday Argentina signed": a day that opens a phrase is no part of the name behind it.
        let opens = || time && mention.first as usize == first && self.in_phrase() && !describes();
        // "In China sales rose"
        let within = draft.noun.place && self.reading.is(first.saturating_sub(1), "in");
        let parted =
            self.mentions.at(at).is_some() && opens() || within && self.before_subject(first, mention, at);
        let dated = mention.kind() == Kind::Date && (self.dates_a_verb(at) || self.told_then(at));
        let given = !time && self.tag(at) == Tag::Number && self.receives();
        !parted && !dated && !given
    }

    /// Whether the word at hand, which may stand in a noun group, does not stand in this one.
    pub(super) fn is_beyond(&self, draft: &Draft) -> bool {
        let (first, at, head) = (draft.first, draft.at, draft.head);
        match self.tag(at) {
            // "It is unlikely that Nestle will …"
            Tag::That => at > first,
            Tag::NounPlural if draft.noun.named && self.reads_as_verb(at) => true,
            // "Chad re-exported 40 cars"
            Tag::Adverb if head.is_some() && self.prefixes_verb(at) => true,
            // "and Ford third on 7,900"
            _ if draft.noun.named
                && at > first
                && self.among(at, &self.words.ranks)
                && self.tag(at + 1) == Tag::Preposition =>
            {
                true
            }
            // "its first shop north of Lima"
            Tag::Noun
                if head.is_some()
                    && self.reading.is(at + 1, "of")
                    && self.among(at, &self.words.directions) =>
            {
                true
            }
            Tag::Noun | Tag::NounPlural | Tag::Proper => {
                head.is_some_and(|head| self.is_time_past(first, head))
            }
            _ => false,
        }
    }

    /// Whether the group may go on after a mention.
    fn continues(&self, at: usize) -> bool {
        if self.compound(at) {
            return true;
        }
        if let Some(next) = self.mentions.at(at) {
            return noun_follows(next.kind()) || self.dates_figure(next);
        }
        self.starts_noun(at, 3)
    }

    /// Whether a country or organisation behind a common noun does what follows it.
    fn begins_clause(&self, draft: &Draft, mention: &Mention<'_>, end: usize) -> bool {
        let acts = matches!(mention.kind(), Kind::Country | Kind::Organisation);
        let Some(before) = (mention.first as usize).checked_sub(1) else {
            return false;
        };
        // "In a statement Shell said": what is told of for the first time has no name beside it.
        let told = || {
            matches!(self.tag(end), Tag::VerbPast | Tag::VerbPart)
                && (self.tag(before) == Tag::NounPlural || self.reading.is_indefinite(draft.first))
        };
        acts && matches!(self.tag(before), Tag::Noun | Tag::NounPlural)
            && self.mentions.at(before).is_none()
            && (matches!(self.tag(end), Tag::Modal | Tag::Have | Tag::VerbS) || told())
    }

    /// Whether a time stands alone at `at`, behind an adjective that begins it: "finance chief effective June 3".
    pub(super) fn dates_what_follows(&self, at: usize) -> bool {
        let mention = self.mentions.at(at).filter(|mention| is_time(mention.kind()));
        mention.is_some_and(|mention| !self.starts_noun(mention.end as usize, 3))
    }

    /// Whether a verb that names who gets a thing before the thing stands right before the group at hand.
    fn receives(&self) -> bool {
        matches!(self.out.last().map(|group| &group.kind), Some(GroupKind::Verb(verb))
            if !verb.passive && self.words.gives.contains(verb.lemma))
    }

    /// Whether an organisation, or a person with a title or without, is named here: "On Tuesday Dr Yusuf said".
    fn names(&self, at: usize) -> bool {
        for next in at..self.end.min(at + 8) {
            match self.mentions.at(next).map(|mention| mention.kind()) {
                Some(Kind::Person) => return true,
                Some(Kind::Organisation) => return next == at,
                Some(_) => return false,
                None if matches!(self.tag(next), Tag::Noun | Tag::Proper | Tag::Adjective) => {}
                None => return false,
            }
        }
        false
    }

    /// Whether a preposition stands before the group that is read.
    pub(super) fn hangs(&self) -> bool {
        let before = self.out.last().map(|group| &group.kind);
        matches!(before, Some(GroupKind::Preposition(_)))
    }

    /// Whether a date stands behind the country that opens a headline, and before what both describe: "China June magnet
    /// exports".
    pub(super) fn heads_dated(&self, draft: &Draft, date: &Mention<'_>) -> bool {
        let (first, at) = (draft.first, date.first as usize);
        let opens = draft.noun.place && first == self.reading.sentence_tokens(first).start;
        opens
            && date.kind() == Kind::Date
            && draft.head == at.checked_sub(1)
            && self.starts_noun(date.end as usize, 3)
    }

    /// Whether the group at hand goes on with the fields of an office: "Minister of Fisheries, Tourism and Labour Ann Roe".
    fn in_fields(&self) -> bool {
        let joint = |group: &Group| matches!(group.kind, GroupKind::Comma | GroupKind::Conjunction(_));
        let mut at = self.out.len();
        for _ in 0..LISTED {
            let joints = self.out[..at]
                .iter()
                .rev()
                .take_while(|group| joint(group))
                .count();
            at = match at.checked_sub(joints + 1).filter(|_| joints > 0) {
                Some(noun) if matches!(self.out[noun].kind, GroupKind::Noun(_)) => noun,
                _ => break,
            };
        }
        let of = at.checked_sub(1).filter(|_| at < self.out.len());
        let of = of.filter(|of| matches!(self.out[*of].kind, GroupKind::Preposition(_)));
        let office = of.and_then(|of| self.out.get(of.checked_sub(1)?));
        office.is_some_and(|office| self.reading.ends_title(office.end as usize))
    }
}

/// A mention that may stand right after another noun in one group: `Honda Atlas CEO Kamran Kamal`.
fn noun_follows(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Person
            | Kind::Organisation
            | Kind::Model
            | Kind::Policy
            | Kind::Place
            | Kind::Country
            | Kind::Measure
    )
}
