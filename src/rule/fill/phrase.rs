//! The words of a phrase that fills a role: where it begins, and what stands before its head.

use super::{Asked, Sight};
use crate::clause::{GroupId, Slot};
use crate::lexicon::{Tag, WordId, WordSet};
use crate::mention::Kind;
use crate::rule::filler::Filler;
use crate::rule::gapping::is_figure;
use crate::text::Span;
use crate::token::TokenKind;

impl<'x> Sight<'_, 'x> {
    /// Whether a figure, a date or a place ends at a token, which names no goods: "South Korean exports".
    pub(super) fn ends_apart(&self, token: u32) -> bool {
        let apart = |kind| is_figure(kind) || matches!(kind, Kind::Country | Kind::Place | Kind::Date);
        let mut mentions = self.mentions.within(token.saturating_sub(8), token + 1);
        mentions.any(|mention| mention.end == token + 1 && apart(mention.kind()))
    }

    pub(super) fn is_figure(&self, token: u32) -> bool {
        self.mentions
            .within(token.saturating_sub(8), token + 1)
            .any(|mention| {
                mention.end == token + 1 && mention.kind() != Kind::Country && mention.first <= token
            })
    }

    /// Whether the head of a group is a name, with a number or without: `Spark`, `Gemini 2.5`, `GPT-5`.
    pub(super) fn is_proper(&self, first: u32, head: u32) -> bool {
        let head = head as usize;
        let proper = |at: usize| self.reading.tag(at) == Tag::Proper;
        let word = self.reading.word(head);
        let code = word.starts_with(|letter: char| letter.is_ascii_uppercase())
            && word.ends_with(|letter: char| letter.is_ascii_digit());
        let numbered = self.reading.tag(head) == Tag::Number && head > first as usize && proper(head - 1);
        proper(head) || code || numbered
    }

    /// The nouns right before the head: "car" of "car exports".
    pub(super) fn modifier(&self, first: u32, head: u32, barred: impl Fn(WordId) -> bool) -> Option<u32> {
        let mut from = head;
        while from > first {
            let before = from as usize - 1;
            // "video recorder (VCR) exports"
            if from >= first + 4
                && self.reading.tokens[before].is(b')')
                && self.reading.tokens[before - 2].is(b'(')
            {
                from -= 3;
                continue;
            }
            if !(self.reading.tag(before).is_noun() || self.is_ware_word(before))
                || self.mentions.within(before as u32, from).next().is_some()
                || self.ends_apart(before as u32)
            {
                break;
            }
            from -= 1;
        }
        // "world coffee exports" are of coffee.
        while from + 1 < head && barred(self.reading.noun_lemma(from as usize)) {
            from += 1;
        }
        // "non-oil exports" are of all but oil, "light-vehicle sales" of light vehicles.
        let glued = |token: usize| {
            let hyphen = &self.reading.tokens[token];
            hyphen.is_hyphen() && hyphen.glued()
        };
        let told = from < head && !barred(self.reading.noun_lemma(from as usize));
        if told && from >= first + 2 && glued(from as usize - 1) {
            from -= 2;
        }
        (from < head).then_some(from)
    }

    /// Whether an adjective calls goods by their kind, or no list knows it: "crude exports", "oleochemical exports".
    fn is_ware_word(&self, token: usize) -> bool {
        let id = self.reading.ids[token];
        let small = !self.reading.tokens[token].is_capitalised();
        self.reading.tag(token) == Tag::Adjective
            && (self.words.wares.contains(id) || small && self.reading.lexicon.word(id).tags.is_empty())
    }

    /// One of a rule's words right before the head: "tea" of "tea exports".
    pub(super) fn listed_before(
        &self,
        asked: &Asked<'_>,
        words: &WordSet,
        out: &mut Vec<Filler<'x>>,
    ) -> bool {
        let last = asked
            .noun
            .head
            .checked_sub(1)
            .filter(|last| *last >= asked.group.first);
        let listed = last.is_some_and(|last| words.contains(self.reading.noun_lemma(last as usize)));
        listed && self.described(asked, out)
    }

    /// The bare noun that is joined to the modifier which a group begins with.
    pub(super) fn joined_modifier(&self, slot: Slot, id: GroupId) -> Option<Filler<'x>> {
        let before = id.checked_sub(2)?;
        let (group, noun) = (&self.clauses.groups[before], self.clauses.noun(before)?);
        let joined = noun.next == Some(id) && noun.bare && !noun.named && !noun.time && !noun.pronoun;
        let singular = self.reading.tag(noun.head as usize) == Tag::Noun;
        (joined && singular && noun.preposition.is_none()).then(|| self.phrase(slot, group.first, group.end))
    }

    /// The names that are joined to the one which a group begins with: "Toyota and Honda sales".
    pub(super) fn joined_names(&self, slot: Slot, id: GroupId, kind: Kind, out: &mut Vec<Filler<'x>>) {
        let Some(noun) = self.clauses.noun(id) else { return };
        if !matches!(kind, Kind::Organisation | Kind::Country | Kind::Model) {
            return;
        }
        let mut member = noun.chain.unwrap_or(id);
        while let Some(other) = self.clauses.noun(member).filter(|_| member < id) {
            let group = &self.clauses.groups[member];
            let alone = other.preposition.is_none() && other.possessor.is_none();
            let mut mentions = self.mentions.within(group.first, group.end);
            let name = mentions.find(|mention| {
                mention.kind() == kind && mention.first == group.first && mention.end == group.end
            });
            out.extend(name.filter(|_| alone).map(|name| self.filler(name, slot)));
            let Some(next) = other.next else { return };
            member = next;
        }
    }

    /// A noun group without its determiner.
    pub(in crate::rule) fn phrase(&self, slot: Slot, first: u32, end: u32) -> Filler<'x> {
        let mut first = first as usize;
        // "most of its curbs" are curbs.
        if first + 2 < end as usize && self.reading.is(first + 1, "of") {
            first += 2;
        }
        while first + 1 < end as usize
            && matches!(
                self.reading.tag(first),
                Tag::Determiner | Tag::Possessive | Tag::That | Tag::Genitive
            )
        {
            first += 1;
        }
        // "the ‘Apple TV" of "the ‘Apple TV’"
        let quote = |at: usize| self.reading.tokens[at].kind == TokenKind::Quote;
        if quote(first) && !(first + 1..end as usize).any(quote) {
            first += 1;
        }
        let span = self.reading.span(first..end as usize);
        // "its CEO and MD." ends with the sentence, not with a mark of its own.
        let whole = self.reading.sentence_tokens(first).end == end as usize;
        let stop = whole && span.of(self.reading.text).ends_with('.');
        let span = if stop {
            Span::new(span.start() as u32, span.end() as u32 - 1)
        } else {
            span
        };
        Filler::of_words(span, slot.name(self.reading.lexicon))
    }
}
