//! The parts an article's text falls into, line by line.

use super::Span;

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ZoneKind {
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

/// A part of an article. Zones are in order and do not overlap; white space between them belongs
/// to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub kind: ZoneKind,
}

/// Cuts a text into its zones.
pub(crate) fn zones(text: &str, out: &mut Vec<Zone>) {
    out.clear();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            out.push(Zone {
                span: Span::new(from as u32, (from + trimmed.len()) as u32),
                kind: ZoneKind::Body,
            });
        }
        start += line.len();
    }
}
