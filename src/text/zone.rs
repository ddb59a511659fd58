use super::Span;

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ZoneKind {
    /// A machine-made header such as ` date 2023-07-12 `.
    Header,
    /// The title line.
    Headline,
    /// Who wrote it, when it was put up.
    Byline,
    /// Place, agency and day before the first sentence: `KARACHI, Aug 15 (Reuters) -`.
    Dateline,
    /// A heading between paragraphs.
    Heading,
    /// Running text.
    Body,
    /// An item of a list.
    Bullet,
    /// A row of a flattened table.
    Table,
    /// A pointer to another story: `Read more: …`.
    Teaser,
    /// Navigation, tags, copyright.
    Boilerplate,
}

impl ZoneKind {
    /// Its name in the cases.
    #[cfg(test)]
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Heading => "heading",
            Self::Body => "body",
            Self::Bullet => "bullet",
            Self::Table => "table",
            Self::Teaser => "teaser",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// A part of an article. Zones are in order and do not overlap; white space between them belongs
/// to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Zone {
    /// Where it is.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: ZoneKind,
}
