//! What rules call the slots.

use super::Slot;
use crate::lexicon::{Lexicon, Tag, WordId};
use crate::mention::Kind;

impl Slot {
    /// The slots with names of their own that roles are filled from.
    const NAMED: [Self; 18] = [
        Self::Subject,
        Self::Object,
        Self::Complement,
        Self::Possessive,
        Self::Modifier,
        Self::Support,
        Self::Bystander,
        Self::Source,
        Self::Means,
        Self::Predicate,
        Self::Apposition,
        Self::Trigger,
        Self::Time,
        Self::Level,
        Self::Change,
        Self::Previous,
        Self::Portion,
        Self::Label,
    ];

    /// Those that only conditions ask for.
    const CONDITIONS: [Self; 4] = [Self::Quotation, Self::Clause, Self::Infinitive, Self::Parenthesis];

    /// The slot of that name; a preposition's name is its word.
    pub(crate) fn of_name(name: &str, lexicon: &Lexicon) -> Result<Self, String> {
        let named = Self::NAMED.into_iter().find(|slot| slot.name(lexicon) == name);
        named.map_or_else(|| Self::of_preposition(name, lexicon), Ok)
    }

    /// The slot of that name, those that only conditions ask for among them.
    pub(crate) fn of_condition(name: &str, lexicon: &Lexicon) -> Result<Self, String> {
        let asked = Self::CONDITIONS
            .into_iter()
            .find(|slot| slot.name(lexicon) == name);
        asked.map_or_else(|| Self::of_name(name, lexicon), Ok)
    }

    fn of_preposition(name: &str, lexicon: &Lexicon) -> Result<Self, String> {
        const LEADS: [Tag; 6] = [
            Tag::Preposition,
            Tag::To,
            Tag::Particle,
            Tag::Verb,
            Tag::VerbIng,
            Tag::VerbPart,
        ];
        let id = lexicon.find(name);
        let word = lexicon.word(id);
        // Kinds that are verbs as well: `unless count` asks for nothing that there is.
        let kind = Kind::ALL.into_iter().any(|kind| kind.name() == name);
        if id == WordId::UNKNOWN || kind || !LEADS.into_iter().any(|tag| word.tags.has(tag)) {
            let known = Self::NAMED.map(|slot| slot.name(lexicon)).join(", ");
            return Err(format!(
                "found the slot {name:?}, expected {known} or a preposition or participle"
            ));
        }
        // A participle goes by its verb, unless it is a preposition as well (`including`).
        let verb = word
            .lemma(Tag::VerbIng)
            .filter(|_| !word.tags.has(Tag::Preposition));
        Ok(Self::Preposition(verb.unwrap_or(id)))
    }

    /// Its name in rules.
    pub(crate) fn name(self, lexicon: &Lexicon) -> &str {
        match self {
            Self::Subject => "subject",
            Self::Object => "object",
            Self::Complement => "complement",
            Self::Possessive | Self::Own => "possessive",
            Self::Modifier => "modifier",
            Self::Support => "support",
            Self::Bystander => "bystander",
            Self::Source => "source",
            Self::Means => "means",
            Self::Predicate => "predicate",
            Self::Apposition => "apposition",
            Self::Trigger => "trigger",
            Self::Time => "time",
            Self::Level => "level",
            Self::Change => "change",
            Self::Previous => "previous",
            Self::Portion => "portion",
            Self::Quotation => "quotation",
            Self::Clause => "clause",
            Self::Infinitive => "infinitive",
            Self::Parenthesis => "parenthesis",
            Self::Label => "label",
            Self::Preposition(word) => lexicon.word_text(word),
        }
    }
}
