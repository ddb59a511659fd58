//! What tells the figures of a participle: "cars sold in Kenya totalled 3,000", "the number of cars sold rose 5%", "light
//! vehicles built: 350,914", "51,300: new cars sold".

use super::{Link, Movements, Scan, Source};
use crate::clause::{Clauses, Group, GroupId, GroupKind, Slot, VerbForm, VerbGroup};
use crate::mention::{Kind, Mention};

/// How far behind a participle the verb stands that tells its figures.
const FAR: usize = 12;

impl Movements {
    /// The noun that a participle describes, or of which a number is told, where the verb of that tells a figure.
    pub(super) fn figure_bearer(&self, clauses: &Clauses, at: GroupId) -> Option<GroupId> {
        let verb = clauses
            .verb(at)
            .filter(|verb| verb.form == VerbForm::Participle && verb.passive)?;
        let noun = verb.subject.filter(|noun| *noun < at)?;
        let main = (at + 1..at + FAR).find_map(|id| clauses.verb(id).filter(|verb| verb.finite()))?;
        let bearer = if main.subject == Some(noun) {
            noun
        } else {
            let before = clauses.noun(noun)?.preposition?.checked_sub(1)?;
            let amount = clauses
                .noun(before)
                .is_some_and(|before| self.amounts.contains(before.lemma));
            (amount && main.subject == Some(before)).then_some(before)?
        };
        let told = self.moves(main.lemma).is_some() || self.totals.contains(main.lemma);
        told.then_some(bearer)
    }

    /// The number before a colon or dash that tells of how many the clause behind it is: "51,300: new cars sold".
    pub(super) fn number_ahead(&self, source: Source<'_, '_>, at: GroupId) -> Option<GroupId> {
        let groups = &source.clauses.groups;
        // A star or dash may open an item of a list.
        let opens = |group: &Group| matches!(group.kind, GroupKind::Stop);
        let stop = groups.iter().skip(1).take(2).position(opens)? + 1;
        let item = (0..stop - 1).all(|before| matches!(groups[before].kind, GroupKind::Other));
        let mark = &source.reading.tokens[groups[stop].first as usize];
        let colon = item && (mark.is(b':') || mark.is_dash());
        let number = &groups[stop - 1];
        let mut figures = source.mentions.within(number.first, number.end);
        let counts =
            figures.any(|mention| matches!(mention.kind(), Kind::Count | Kind::Measure | Kind::Money));
        let verb = source
            .clauses
            .verb(at)
            .filter(|verb| !matches!(verb.form, VerbForm::Modal | VerbForm::Infinitive))?;
        let first = (stop + 1..at).all(|group| source.clauses.verb(group).is_none());
        (colon && counts && first && verb.object.is_none()).then_some(stop - 1)
    }
}

impl Scan<'_, '_, '_> {
    /// Whether the verb only labels the figure behind the colon at `at`: "light vehicles built: 350,914".
    pub(super) fn labels(&self, at: GroupId) -> bool {
        let verb = self.source.clauses.verb(self.at);
        let bare = |verb: &VerbGroup| {
            let participle = verb.form == VerbForm::Participle && verb.passive;
            participle || verb.form == VerbForm::Past && verb.object.is_none() && !verb.passive
        };
        let first = (0..self.at).all(|group| self.source.clauses.verb(group).is_none());
        let figure = self.noun(at + 1).is_some() && self.figures_in(at + 1).next().is_some();
        first && figure && verb.is_some_and(bare)
    }

    /// Whether the figure behind the comma or colon at `at` tells how many what the verb's object names were: "exported its
    /// largest batch yet, 3,400 cars".
    pub(super) fn counts_object(&self, at: GroupId) -> bool {
        let clauses = self.source.clauses;
        let verb = clauses.verb(self.at).filter(|_| self.out.list.is_empty());
        let Some(object) = verb.and_then(|verb| verb.object) else {
            return false;
        };
        // "so many tonnes of avocados: 560,000"
        let last = match self.kind(object + 1) {
            Some(GroupKind::Preposition(word)) if *word == self.words.of => object + 2,
            _ => object,
        };
        let counts = |mention: &Mention<'_>| matches!(mention.kind(), Kind::Count | Kind::Measure);
        let goods = self.noun(object).is_some_and(|noun| !noun.named && !noun.pronoun);
        let ends = matches!(
            self.kind(at + 2),
            None | Some(GroupKind::Comma | GroupKind::Stop | GroupKind::Preposition(_))
        );
        let token = clauses.groups[at].first as usize;
        let parts =
            matches!(self.kind(at), Some(GroupKind::Comma)) || self.source.reading.tokens[token].is(b':');
        let adverb = matches!(self.kind(last + 1), Some(GroupKind::Adverb(_)));
        last + 1 + usize::from(adverb) == at
            && parts
            && goods
            && ends
            && (object..=last).all(|group| self.figures_in(group).next().is_none())
            && self.noun(at + 1).is_some()
            && self.figures_in(at + 1).next().is_some_and(counts)
    }

    /// Takes a figure that stands apart from the verb.
    pub(super) fn take_ahead(&mut self, number: GroupId) {
        let found = self.figures_in(number).next();
        if let Some(figure) = found {
            self.push(Slot::Level, figure, false);
            self.out.borne = true;
            self.statistic = true;
            self.link = Link::Other;
        }
    }
}
