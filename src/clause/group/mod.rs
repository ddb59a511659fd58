//! Words to noun groups, verb groups and what stands between them.

mod aside;
mod cut;
mod noun;
mod time;
mod verb;

use cut::Cut;

use super::{ClauseWords, GroupId, Outermost};
use crate::lexicon::WordId;
use crate::mention::Kind;
use crate::reading::Reading;
use crate::token::Sentence;

/// A run of tokens that belongs together.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) first: u32,
    /// The token after the last.
    pub(crate) end: u32,
    pub(crate) kind: GroupKind,
}

/// Its kind stands in a byte of its own, as it is asked for more often than anything else.
#[derive(Clone, Debug)]
#[repr(u8)]
pub(crate) enum GroupKind {
    Noun(NounGroup),
    Verb(VerbGroup),
    Preposition(WordId),
    Conjunction(WordId),
    Comma,
    Subordinator(WordId),
    /// `who`, `which`, and `that` after a noun.
    Relative,
    Adverb(WordId),
    Adjective,
    Open,
    Close,
    Quote,
    /// `;`, `:`, a dash
    Stop,
    Other,
}

/// A noun with what stands before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct NounGroup {
    /// The token of the head noun; the last token of a name.
    pub(crate) head: u32,
    /// The head's lemma.
    pub(crate) lemma: WordId,
    pub(crate) pronoun: bool,
    /// Nothing but a date or duration.
    pub(crate) time: bool,
    /// The head is a mention (rather than a noun of its own).
    pub(crate) named: bool,
    /// The head is a person's name.
    pub(crate) person: bool,
    /// The head is a place or a country.
    pub(crate) place: bool,
    /// It begins with no determiner.
    pub(crate) bare: bool,
    /// The determiner negates: `no`, `neither`.
    pub(crate) negated: bool,
    pub(crate) possessor: Option<GroupId>,
    /// A `its`, `their` stands for the possessor.
    pub(crate) own: bool,
    /// The next noun group of a coordination: `to Kenya and Tanzania`.
    pub(crate) next: Option<GroupId>,
    /// The first noun group of the coordination it stands in.
    pub(crate) chain: Option<GroupId>,
    /// A noun group beside it that names the same: `its chief executive, Ivo Roe`.
    pub(crate) apposition: Option<GroupId>,
    /// The preposition it hangs on.
    pub(crate) preposition: Option<GroupId>,
    /// The verb it is subject or object of.
    pub(crate) verb: Option<GroupId>,
}

/// How a verb group is inflected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum VerbForm {
    #[default]
    Past,
    Present,
    /// After a modal.
    Modal,
    Infinitive,
    /// A participle without auxiliary: `cars shipped to Kenya`.
    Participle,
    /// `by exporting`, `, extending its footprint`
    Gerund,
}

/// A verb with its auxiliaries.
#[derive(Clone, Debug, Default)]
pub(crate) struct VerbGroup {
    /// The token of the main verb.
    pub(crate) head: u32,
    pub(crate) lemma: WordId,
    pub(crate) particle: Option<WordId>,
    pub(crate) form: VerbForm,
    pub(crate) passive: bool,
    pub(crate) perfect: bool,
    pub(crate) progressive: bool,
    pub(crate) modal: Option<WordId>,
    pub(crate) negated: bool,
    /// `has yet to`: nothing has happened so far.
    pub(crate) yet: bool,
    /// It tells what somebody says.
    pub(crate) says: bool,
    /// As the sentence has them; a passive's subject is what is done to.
    pub(crate) subject: Option<GroupId>,
    pub(crate) object: Option<GroupId>,
    /// Who the object goes to, named before it: `sold Kenya 40 buses`.
    pub(crate) recipient: Option<GroupId>,
    /// The verb or noun whose complement it is: `plans to export`, `an agreement to export`.
    pub(crate) parent: Option<GroupId>,
    /// It says more of its subject in a relative clause.
    pub(crate) relative: bool,
    /// The first group after its reach.
    pub(crate) reach: GroupId,
}

impl VerbGroup {
    pub(crate) fn finite(&self) -> bool {
        matches!(self.form, VerbForm::Past | VerbForm::Present | VerbForm::Modal)
    }
}

/// Cuts a sentence into groups.
pub(super) fn groups(
    reading: &Reading<'_>,
    mentions: &Outermost<'_, '_>,
    sentence: Sentence,
    words: &ClauseWords,
    out: &mut Vec<Group>,
) {
    let mut cut = Cut {
        reading,
        mentions,
        words,
        end: sentence.end as usize,
        out,
    };
    let mut at = sentence.first as usize;
    while at < cut.end {
        at = cut.step(at).max(at + 1);
    }
}

fn is_time(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::Duration | Kind::Time | Kind::Set)
}
