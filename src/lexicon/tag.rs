use std::fmt;

/// What a word can be in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Tag {
    /// Nothing known.
    Unknown,
    /// Singular or mass noun.
    Noun,
    /// Plural noun.
    NounPlural,
    /// A capitalised word that no list of English has, or that stands in a name.
    Proper,
    /// A number in digits or words.
    Number,
    /// Base form of a verb.
    Verb,
    /// Third person singular present.
    VerbS,
    /// Past tense.
    VerbPast,
    /// Past participle.
    VerbPart,
    /// The -ing form.
    VerbIng,
    Adjective,
    Adverb,
    Determiner,
    /// `my`, `its`, `their`
    Possessive,
    Pronoun,
    /// `who`, `which`, `what`, `where`
    Wh,
    That,
    Preposition,
    To,
    Conjunction,
    Subordinator,
    Modal,
    Be,
    Have,
    Do,
    Negation,
    /// `up`, `off`, `out` beside a verb
    Particle,
    There,
    Interjection,
    /// The possessive `'s`
    Genitive,
    /// Marks and signs.
    Mark,
}

impl Tag {
    /// The tag of a number.
    #[inline]
    const fn numbered(number: u8) -> Self {
        if (number as usize) < Self::ALL.len() {
            Self::ALL[number as usize]
        } else {
            Self::Unknown
        }
    }

    /// In the order of their numbers.
    const ALL: [Self; 31] = [
        Self::Unknown,
        Self::Noun,
        Self::NounPlural,
        Self::Proper,
        Self::Number,
        Self::Verb,
        Self::VerbS,
        Self::VerbPast,
        Self::VerbPart,
        Self::VerbIng,
        Self::Adjective,
        Self::Adverb,
        Self::Determiner,
        Self::Possessive,
        Self::Pronoun,
        Self::Wh,
        Self::That,
        Self::Preposition,
        Self::To,
        Self::Conjunction,
        Self::Subordinator,
        Self::Modal,
        Self::Be,
        Self::Have,
        Self::Do,
        Self::Negation,
        Self::Particle,
        Self::There,
        Self::Interjection,
        Self::Genitive,
        Self::Mark,
    ];

    /// What the word lists call them.
    pub(crate) const NAMES: [(&'static str, Self); 27] = [
        ("n", Self::Noun),
        ("ns", Self::NounPlural),
        ("num", Self::Number),
        ("v", Self::Verb),
        ("vs", Self::VerbS),
        ("vd", Self::VerbPast),
        ("vn", Self::VerbPart),
        ("vg", Self::VerbIng),
        ("adj", Self::Adjective),
        ("adv", Self::Adverb),
        ("det", Self::Determiner),
        ("poss", Self::Possessive),
        ("pron", Self::Pronoun),
        ("wh", Self::Wh),
        ("that", Self::That),
        ("prep", Self::Preposition),
        ("to", Self::To),
        ("conj", Self::Conjunction),
        ("sub", Self::Subordinator),
        ("modal", Self::Modal),
        ("be", Self::Be),
        ("have", Self::Have),
        ("do", Self::Do),
        ("neg", Self::Negation),
        ("part", Self::Particle),
        ("ex", Self::There),
        ("intj", Self::Interjection),
    ];

    /// The tag for a name in the word lists.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, tag)| *tag)
    }

    #[inline]
    pub(crate) fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::NounPlural | Self::Proper)
    }

    /// An open-class verb form.
    #[inline]
    pub(crate) fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Verb | Self::VerbS | Self::VerbPast | Self::VerbPart | Self::VerbIng
        )
    }
}

/// Tags without an order, to ask for several at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tags(u32);

impl Tags {
    pub(crate) const fn of(tags: &[Tag]) -> Self {
        let mut mask = 0;
        let mut i = 0;
        while i < tags.len() {
            mask |= 1 << tags[i] as u32;
            i += 1;
        }
        Self(mask)
    }

    #[inline]
    pub(crate) const fn has(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u32) != 0
    }
}

/// The tags a word can have, the likeliest first.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TagSet {
    /// The numbers of those that are ranked; 0, which is `Tag::Unknown`, behind them.
    ranked: [u8; 4],
    mask: u32,
}

impl TagSet {
    /// Adds a tag behind those it has and gives its rank. A fifth one is known, but not ranked; one that it has
    /// keeps its place.
    pub(crate) fn push(&mut self, tag: Tag) -> Option<usize> {
        if self.has(tag) {
            return None;
        }
        self.mask |= 1 << tag as u32;
        let rank = self.ranked.iter().position(|known| *known == 0)?;
        self.ranked[rank] = tag as u8;
        Some(rank)
    }

    /// Those that are ranked, a byte each, and all of them, a bit each.
    pub(super) fn pack(self) -> (u32, u32) {
        (u32::from_le_bytes(self.ranked), self.mask)
    }

    #[inline]
    pub(super) fn unpack(ranked: u32, mask: u32) -> Self {
        let ranked = ranked.to_le_bytes();
        Self { ranked, mask }
    }

    /// A few tags (four at most), the likeliest first.
    pub(crate) const fn of(tags: &[Tag]) -> Self {
        let mut ranked = [0; 4];
        let mut i = 0;
        while i < tags.len() {
            ranked[i] = tags[i] as u8;
            i += 1;
        }
        Self {
            ranked,
            mask: Tags::of(tags).0,
        }
    }

    #[inline]
    pub(crate) fn first(self) -> Tag {
        Tag::numbered(self.ranked[0])
    }

    /// Whether there is nothing to choose.
    #[inline]
    pub(crate) fn is_single(self) -> bool {
        self.ranked[1] == 0
    }

    /// Whether it has any of these.
    #[inline]
    pub(crate) fn any(self, tags: Tags) -> bool {
        self.mask & tags.0 != 0
    }

    /// Whether it has nothing but these.
    #[inline]
    pub(crate) fn only(self, tags: Tags) -> bool {
        self.mask & !tags.0 == 0
    }

    /// The likeliest that is among these.
    #[inline]
    pub(crate) fn pick(self, tags: Tags) -> Option<Tag> {
        self.iter().find(|tag| tags.has(*tag))
    }

    #[inline]
    pub(crate) fn has(self, tag: Tag) -> bool {
        self.mask & (1 << tag as u32) != 0
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.mask == 0
    }

    /// Those that are ranked, the likeliest first.
    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = Tag> {
        let ranked = self.ranked.into_iter().take_while(|tag| *tag != 0);
        ranked.map(Tag::numbered)
    }
}

impl fmt::Debug for TagSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
