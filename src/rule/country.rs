//! Which country "the government" is that of.

use super::antecedent::{acts, hangs, is_told, nearest, recent, GOES_ON, MOST};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;

/// The country that "the government" governs: not that of a company, nor one where goods go to.
pub(super) fn country<'a, 'x>(
    reading: &Reading<'x>,
    all: &'a [Mention<'x>],
    mentions: &'a [Mention<'x>],
    before: u32,
) -> Option<&'a Mention<'x>> {
    let mut near = recent(reading, mentions, before, GOES_ON);
    let own = |mention: &&Mention<'_>| {
        let behind = mention.end as usize;
        let common = |token: usize| reading.tag(token) != Tag::Proper;
        let has = behind + 1 < before as usize && reading.tag(behind) == Tag::Genitive && common(behind + 1);
        acts(reading, mention) || mention.kind() == Kind::Country && has && !hangs(reading, mention)
    };
    let nearest = || nearest(reading, mentions, before, Kind::Country);
    near.find(|mention| is_told(reading, mention) && own(mention))
        .or_else(|| home(reading, all))
        .or_else(nearest)
}

/// The country that an article is from, by its dateline: `LUSAKA, Feb 18 -`.
fn home<'a, 'x>(reading: &Reading<'x>, mentions: &'a [Mention<'x>]) -> Option<&'a Mention<'x>> {
    let from = mentions
        .iter()
        .take(MOST)
        .find_map(|mention| match mention.value() {
            Value::Place {
                country: Some(country),
                ..
            } if reading.zone(mention.first as usize) == ZoneKind::Dateline => Some(*country),
            _ => None,
        })?;
    let told =
        |mention: &&Mention<'_>| matches!(mention.value(), Value::Country { code, .. } if *code == from);
    mentions.iter().find(told)
}
