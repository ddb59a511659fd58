//! What goes on beside a clause, told by `with` and no finite verb: "exports rose 4%, with tea up 9% and shipments to
//! Chile falling 3%".

use super::{ClauseWords, Clauses, GroupId, GroupKind};

/// Over how many groups of phrases the noun of such a clause may reach.
const PHRASES: usize = 6;

impl Clauses {
    /// The noun that such a clause tells of, and the participle or adverb that tells it, if the `with` of one stands at `at`.
    pub(crate) fn absolute(&self, at: GroupId, words: &ClauseWords) -> Option<(GroupId, GroupId)> {
        let with = matches!(self.groups.get(at)?.kind, GroupKind::Preposition(word) if word == words.with);
        let comma = matches!(self.groups[at.checked_sub(1)?].kind, GroupKind::Comma);
        let acts = self.acts_without_verb(at + 1, words).filter(|_| with && comma);
        acts.map(|acts| (at + 1, acts))
    }

    /// The participle or adverb that tells what the noun at `at` does, over the phrases that hang on that.
    pub(crate) fn acts_without_verb(&self, at: GroupId, words: &ClauseWords) -> Option<GroupId> {
        let noun = self.noun(at).filter(|noun| !noun.time && !noun.pronoun);
        let end = self.groups.len().min(at + 1 + PHRASES);
        for next in noun.map_or(end, |_| at + 1)..end {
            match &self.groups[next].kind {
                GroupKind::Verb(verb) => {
                    let subject = verb.subject.is_some_and(|subject| (at..next).contains(&subject));
                    let own = subject && !verb.finite() && !verb.passive;
                    return own.then_some(next);
                }
                GroupKind::Adverb(word) | GroupKind::Preposition(word) if words.ways.contains(*word) => {
                    return Some(next)
                }
                GroupKind::Adverb(_) | GroupKind::Adjective | GroupKind::Preposition(_) => {}
                GroupKind::Conjunction(_) | GroupKind::Noun(_) if next > at + 1 => {}
                // "with Mr | Roe leaving"
                GroupKind::Noun(title) if title.apposition == Some(at) => {}
                _ => return None,
            }
        }
        None
    }
}
