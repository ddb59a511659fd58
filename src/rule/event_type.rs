//! Event types and their roles.

use super::{Accept, Filler, Inherits};
use crate::lexicon::{Tag, WordId, WordSet};
use crate::mention::{Mention, Value};
use crate::reading::Reading;

/// An event type: its name and roles.
#[derive(Debug, Default)]
pub(crate) struct EventType {
    pub(crate) name: String,
    /// The numbers of its rules.
    pub(super) rules: Vec<usize>,
    /// Its roles are the fields of a struct of the crate, so that no file may add to them.
    pub(super) sealed: bool,
    /// A day to come makes it planned, even where its verb is past: "named from May".
    pub(crate) ahead: bool,
    /// The figure that another is compared with makes no event of its own: "raised the price to $5 from $4".
    pub(crate) uncompared: bool,
    /// Where nobody is told of who does it, a country does: exports.
    pub(super) national: Option<National>,
    /// It goes by stages that have days of their own: shown, then sold.
    pub(crate) staged: bool,
    /// Figures told of the same one in sentences that follow are one event: profit, then revenue.
    pub(crate) together: bool,
    /// Of figures told together, the one whose other figure is told, and the role of that: the change of the profit.
    pub(crate) foremost: Option<(usize, usize)>,
    /// Some of its rules read statistics.
    pub(super) measured: bool,
    /// It covers more than a day, so a day is only when it is told: "reported on Monday".
    pub(crate) lasts: bool,
    /// It is done once it is decided: "voted to scrap the tax".
    pub(super) decided: bool,
    /// What is being done is still to come: "is buying Scania".
    pub(super) pending: bool,
    /// The verbs of which alone that holds: "is closing a plant", but "is building one".
    pub(super) pending_verbs: WordSet,
    /// It comes out of no article and only tells whose the figures around it are, and of when: a trade deficit.
    pub(crate) background: bool,
    /// What the rules of the type omit.
    pub(super) omits: Vec<usize>,
    /// The topic and the inheritance of all its rules.
    pub(super) topic: Option<usize>,
    pub(super) inherits: Vec<Inherits>,
    pub(crate) roles: Vec<Role>,
    /// The rule by which items of lists and rows of tables are told.
    pub(crate) lines: Option<usize>,
    /// Some rule of the type goes on with what the sentence before told.
    pub(super) followed: bool,
    /// The rules by which any verb may go on with a statistic of the type.
    pub(super) continues: Vec<usize>,
    /// Whom `the plant` stands for in the sentences after: who fills this role.
    pub(super) holder: Option<usize>,
    /// The role of who acts, which the sentences around fill where the sentence names nobody in it.
    pub(super) actor: Option<Actor>,
    /// Roles that nobody fills both: who sells to a country is not that country.
    pub(super) exclusive: Vec<(usize, usize)>,
    /// The roles that figures in its sentence fill which nothing else takes.
    pub(crate) strays: Vec<Stray>,
    /// What a word of one of these lists tells is another happening than what a word of the other tells.
    pub(super) opposed: Option<[WordSet; 2]>,
    /// What several of these words tell of one name goes by stages with days and doers of their own.
    pub(super) stages: WordSet,
    /// Words of one of these lists may stand for one another: "a duty … the tariff".
    pub(super) alike: Vec<WordSet>,
    /// What a clause on one of these nouns tells is what the noun's own event tells: "passed a bill that raises the tax".
    pub(super) content: WordSet,
    /// The role of those who do it together: who names others tells of another happening.
    pub(crate) pairs: Option<usize>,
    /// The role of what its statistics are of, which those that go on need not say again.
    pub(crate) theme: Option<usize>,
    /// The role that the make of a product fills, and that of the product: a recalled `Volkswagen Golf` is Volkswagen's.
    pub(crate) make: Option<(usize, usize)>,
    /// The role that what a count counts fills, where nothing else does: `12,500 cars` are cars.
    pub(super) counted: Option<Counted>,
}

/// `national`
#[derive(Clone, Copy, Debug)]
pub(super) struct National {
    /// That of the body that tells of it in the same sentence, not the one that the article at large is about.
    pub(super) near: bool,
}

/// `actor employer`
#[derive(Clone, Copy, Debug)]
pub(super) struct Actor {
    pub(super) role: usize,
    /// Only the words of the same sentence tell who it is.
    pub(super) near: bool,
}

/// `counted goods count : !@general`
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) role: usize,
    pub(super) count: usize,
    /// What it is not, if it is one of those words.
    pub(super) accept: Vec<Accept>,
}

/// `stray capacity paced : count, measure`
#[derive(Debug)]
pub(crate) struct Stray {
    pub(crate) role: usize,
    /// Only figures told for each of something, "60 tonnes a day", or only others.
    pub(crate) pace: Option<bool>,
    /// Only figures behind one of these words, if there are any: "at a cost of $3m".
    pub(crate) after: WordSet,
    pub(crate) accept: Vec<Accept>,
}

/// A role of an event type.
#[derive(Debug)]
pub(crate) struct Role {
    pub(crate) name: String,
    /// In the order of preference.
    pub(crate) kinds: Vec<Accept>,
    /// It takes no amount of money that is told for a share or a piece.
    pub(super) total: bool,
}

impl EventType {
    /// The names of its roles, as messages tell them.
    pub(super) fn role_names(&self) -> String {
        let names: Vec<&str> = self.roles.iter().map(|role| role.name.as_str()).collect();
        names.join(", ")
    }

    /// Whether who acts is told by the sentences around, where a sentence names nobody.
    pub(crate) fn acts(&self) -> bool {
        self.actor.is_some_and(|actor| !actor.near)
    }

    /// Whether nobody may fill both of two roles.
    pub(crate) fn excludes(&self, one: usize, other: usize) -> bool {
        self.exclusive.contains(&(one, other)) || self.exclusive.contains(&(other, one))
    }

    /// The role that whoever fills another one does not fill: to whom one's exports go.
    pub(crate) fn excluded(&self, role: usize) -> Option<usize> {
        let mut pairs = self.exclusive.iter();
        pairs.find_map(|(one, other)| match (*one == role, *other == role) {
            (true, _) => Some(*other),
            (_, true) => Some(*one),
            _ => None,
        })
    }

    /// Whether it tells of something that somebody has, which the sentences after only call "the plant" or the like.
    pub(crate) fn is_held(&self) -> bool {
        self.holder.is_some()
    }

    /// Whether one word may stand for another: "a duty … the tariff".
    pub(crate) fn are_alike(&self, one: WordId, other: WordId) -> bool {
        self.alike
            .iter()
            .any(|words| words.contains(one) && words.contains(other))
    }

    /// Whether two words tell opposite happenings: a plant is opened, and it is shut.
    pub(crate) fn are_opposed(&self, one: WordId, other: WordId) -> bool {
        self.opposed.as_ref().is_some_and(|[begins, ends]| {
            begins.contains(one) && ends.contains(other) || ends.contains(one) && begins.contains(other)
        })
    }

    /// Whether two words tell stages of one happening: a law is passed, and it is signed.
    pub(crate) fn are_stages(&self, one: WordId, other: WordId) -> bool {
        self.stages.contains(one) && self.stages.contains(other)
    }

    /// What a frame's count counts, for the role that it fills where nothing else does.
    pub(crate) fn counted<'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &[Mention<'x>],
        roles: &[(usize, Filler<'x>)],
    ) -> Option<(usize, Filler<'x>)> {
        let counted = self.counted.as_ref()?;
        if roles.iter().any(|(role, _)| *role == counted.role) {
            return None;
        }
        let (_, filler) = roles.iter().find(|(role, _)| *role == counted.count)?;
        let mention = mentions.get(filler.mention?.index())?;
        let Value::Count { noun: Some(_), .. } = mention.value() else {
            return None;
        };
        let noun = mention.end as usize - 1;
        // "900 electric off-road bikes": what stands before the noun belongs to the goods, the number does not.
        let glued = |token: usize| reading.tokens[token].is_hyphen() && reading.tokens[token].glued();
        let describes = |token: usize| {
            matches!(
                reading.tag(token),
                Tag::Adjective | Tag::VerbPart | Tag::VerbIng | Tag::Unknown
            ) || reading.tag(token).is_noun()
                || glued(token)
                || glued(token + 1)
        };
        let mut first = noun;
        while first > mention.first as usize && describes(first - 1) {
            first -= 1;
        }
        while first < noun && glued(first) {
            first += 1;
        }
        let lemma = reading.lexicon.word(reading.ids[noun]).lemma(reading.tag(noun));
        let lemma = lemma.unwrap_or(reading.ids[noun]);
        let barred = |accept: &Accept| matches!(accept, Accept::Not(words) if words.contains(lemma));
        let fits = reading.tag(noun).is_noun() && !counted.accept.iter().any(barred);
        fits.then(|| {
            (
                counted.role,
                Filler::of_words(reading.span(first..noun + 1), "counted"),
            )
        })
    }
}
