//! An article read as far as its words: tokens, sentences, zones, names of the lists, and what each word is
//! in its sentence. Everything above works on this.

mod headless;
mod marked;
mod quotation;
mod tagger;
mod zone;

use std::ops::Range;

use chrono::NaiveDate;

use marked::Marked;
pub(crate) use quotation::Quotation;

use crate::lexicon::{
    Begin, Class, Classes, Found, Hit, Keyword, Keywords, Lexicon, List, Lists, Tag, TagSet, WordId,
    INDEFINITE,
};
use crate::stage::Stage;
use crate::text::{Article, Span, Text, Zone, ZoneKind};
use crate::token::{
    folded_hash, folds_to, is_wrapped, sentences, shown, Gap, Key, Sentence, Shape, Token, Tokenized,
};

/// The buffers of a reading, kept from article to article.
#[derive(Debug, Default)]
pub(crate) struct Buffers {
    tokenized: Tokenized,
    sentences: Vec<Sentence>,
    zones: Vec<Zone>,
    quotations: Vec<Quotation>,
    found: Found,
    marked: Marked,
    sentence_at: Vec<u32>,
    zone_at: Vec<ZoneKind>,
    tags: Vec<Tag>,
    /// What each token can be, for the tagger alone.
    choices: Vec<TagSet>,
}

/// An article as far as its words.
#[derive(Debug)]
pub(crate) struct Reading<'x> {
    pub(crate) text: &'x str,
    pub(crate) lexicon: &'x Lexicon,
    pub(crate) tokens: Vec<Token>,
    /// What the word of each token is told by.
    keys: Vec<Key>,
    /// Those that begin a line, and quotation marks.
    turns: Vec<u32>,
    /// The word of each token.
    pub(crate) ids: Vec<WordId>,
    /// What each token is in its sentence.
    pub(crate) tags: Vec<Tag>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) zones: Vec<Zone>,
    /// What stands in quotation marks, by opening mark.
    pub(crate) quotations: Vec<Quotation>,
    /// Names of the lists, by first token, longer ones first.
    pub(crate) hits: Vec<Hit>,
    /// Which names of the lists begin at each token.
    begin: Vec<Begin>,
    /// The same for those tokens alone at which one begins.
    named: Vec<Begin>,
    marked: Marked,
    /// The number of each token's sentence.
    sentence_at: Vec<u32>,
    /// The zone of each token.
    zone_at: Vec<ZoneKind>,
    /// The day of publication, handed over or read from the article.
    pub(crate) published: Option<NaiveDate>,
}

impl<'x> Reading<'x> {
    #[cfg(test)]
    pub(crate) fn new(lexicon: &'x Lexicon, article: &Article<'x>, buffers: &mut Buffers) -> Self {
        Self::in_stages(lexicon, article, buffers, &mut |_| {})
    }

    /// Calls `after` at the end of each stage.
    pub(crate) fn in_stages(
        lexicon: &'x Lexicon,
        article: &Article<'x>,
        buffers: &mut Buffers,
        after: &mut impl FnMut(Stage),
    ) -> Self {
        let Buffers {
            mut tokenized,
            sentences: mut runs,
            mut zones,
            mut quotations,
            mut found,
            mut marked,
            mut sentence_at,
            mut zone_at,
            mut tags,
            mut choices,
        } = std::mem::take(buffers);
        let text = article.text();
        lexicon.tokenizer().tokenize(text, &mut tokenized);
        after(Stage::Tokens);
        lexicon.read(text, &tokenized, &mut found);
        marked.read(&tokenized.tokens, &found.hits);
        after(Stage::Lexicon);
        let mut reading = Self {
            text,
            lexicon,
            tokens: std::mem::take(&mut tokenized.tokens),
            keys: std::mem::take(&mut tokenized.keys),
            turns: std::mem::take(&mut tokenized.turns),
            ids: std::mem::take(&mut found.ids),
            tags: Vec::new(),
            sentences: Vec::new(),
            zones: Vec::new(),
            quotations: Vec::new(),
            hits: std::mem::take(&mut found.hits),
            begin: std::mem::take(&mut found.begin),
            named: std::mem::take(&mut found.named),
            marked,
            sentence_at: Vec::new(),
            zone_at: Vec::new(),
            published: article.get_published(),
        };
        let wrapped = is_wrapped(&reading.tokens, &reading.turns);
        zone::find(&reading, wrapped, &mut zones);
        reading.zones = zones;
        spread_zones(&reading.tokens, &reading.zones, &mut zone_at);
        reading.zone_at = zone_at;
        let opener = |at: usize| reading.classes(at).contains(Classes::FUNCTION);
        sentences(&reading.tokens, text, wrapped, &reading.zones, opener, &mut runs);
        sentence_at.clear();
        for (number, run) in runs.iter().enumerate() {
            sentence_at.resize(run.end as usize, number as u32);
        }
        reading.sentences = runs;
        reading.sentence_at = sentence_at;
        quotation::find(&reading, wrapped, &mut quotations);
        reading.quotations = quotations;
        if wrapped {
            reading.unwrap();
        }
        after(Stage::Zones);
        tagger::tag(&reading, &mut choices, &mut tags);
        reading.tags = tags;
        after(Stage::Tags);
        buffers.tokenized = tokenized;
        buffers.choices = choices;
        buffers.found = found;
        reading
    }

    /// Takes the line breaks of a text set at a fixed width for blanks where a sentence goes on, so that what stands on
    /// two lines (`Tariq / Mahmood`) is read as on one. Short lines and those set in are headings or rows of a table.
    fn unwrap(&mut self) {
        const SHORTEST: u32 = 30;
        let mut above = 0;
        for turn in &self.turns {
            let at = *turn as usize;
            if at == 0 || self.tokens[at].gap < Gap::Line {
                continue;
            }
            let (before, token) = (&self.tokens[at - 1], &self.tokens[at]);
            let full = before.end - self.tokens[above].start >= SHORTEST;
            let at_edge = self.text.as_bytes()[token.start as usize - 1] == b'\n';
            let goes_on = self.sentence_at[at] == self.sentence_at[at - 1];
            above = at;
            if token.gap == Gap::Line && full && at_edge && goes_on {
                self.tokens[at].gap = Gap::Space;
            }
        }
    }

    /// Hands the buffers back for the next article.
    pub(crate) fn recycle(self, buffers: &mut Buffers) {
        let mut found = std::mem::take(&mut buffers.found);
        found.ids = self.ids;
        found.hits = self.hits;
        found.begin = self.begin;
        found.named = self.named;
        let mut tokenized = std::mem::take(&mut buffers.tokenized);
        tokenized.tokens = self.tokens;
        tokenized.keys = self.keys;
        tokenized.turns = self.turns;
        *buffers = Buffers {
            tokenized,
            sentences: self.sentences,
            zones: self.zones,
            quotations: self.quotations,
            found,
            marked: self.marked,
            sentence_at: self.sentence_at,
            zone_at: self.zone_at,
            tags: self.tags,
            choices: std::mem::take(&mut buffers.choices),
        };
    }

    /// The bytes of a run of tokens.
    #[inline]
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), self.tokens[..tokens.end].last()) {
            (Some(first), Some(last)) if tokens.start < tokens.end => Span::new(first.start, last.end),
            _ => Span::new(0, 0),
        }
    }

    /// What a run of tokens says.
    pub(crate) fn slice(&self, tokens: Range<usize>) -> &'x str {
        self.span(tokens).of(self.text)
    }

    /// What a token says.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> &'x str {
        self.tokens[at].text(self.text)
    }

    /// The first token that begins at a byte or behind it.
    pub(crate) fn token_from(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span().start() < byte)
    }

    /// The bytes of a token.
    #[inline]
    pub(crate) fn bytes(&self, at: usize) -> &'x [u8] {
        let token = &self.tokens[at];
        &self.text.as_bytes()[token.start as usize..token.end as usize]
    }

    /// Whether a digit stands in a token.
    pub(crate) fn has_digit(&self, at: usize) -> bool {
        self.bytes(at).iter().any(u8::is_ascii_digit)
    }

    /// What a token is a form of, read as a noun; the word itself if it is none.
    pub(crate) fn noun_lemma(&self, at: usize) -> WordId {
        let id = self.ids[at];
        let word = self.lexicon.word(id);
        word.lemma(Tag::NounPlural)
            .or_else(|| word.lemma(Tag::Noun))
            .unwrap_or(id)
    }

    /// The folded form of a token if a list has the word, else the token as it is written.
    pub(crate) fn folded(&self, at: usize) -> &'x str {
        // Small letters are folded as they stand.
        let word = self.word(at);
        let small = self.tokens[at].shape == Shape::Lower && word.is_ascii() && !word.ends_with('.');
        match self.ids[at] {
            id if id != WordId::UNKNOWN && !small => self.lexicon.word_text(id),
            _ => word,
        }
    }

    /// Whether a token is this word, given in lower case.
    // What is asked for is known where it is asked: its hash is worked out when that is compiled.
    #[inline(always)]
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        let hash = folded_hash(word);
        self.tokens
            .get(at)
            .is_some_and(|token| token.hash == hash && self.is_surely(at, Key::of_folded(word), word))
    }

    /// Whether a token is one of these words of the grammar.
    #[inline(always)]
    pub(crate) fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Whether the word at a token is of a class of the lists.
    pub(crate) fn is_of(&self, at: usize, class: Class) -> bool {
        self.ids.get(at).is_some_and(|id| self.lexicon.is_of(*id, class))
    }

    /// Whether a token is one of these words.
    #[inline]
    pub(crate) fn among(&self, at: usize, words: Keywords) -> bool {
        self.ids.get(at).is_some_and(|id| words.has(*id))
    }

    /// Whether a token is `a` or `an`.
    #[inline]
    pub(crate) fn is_indefinite(&self, at: usize) -> bool {
        self.among(at, INDEFINITE)
    }

    /// Whether a token ends the ordinal of the number right before it: `15th`.
    pub(crate) fn ends_ordinal(&self, at: usize) -> bool {
        const ENDINGS: Keywords = Keywords::of(&[Keyword::Th, Keyword::St, Keyword::Nd, Keyword::Rd]);
        self.among(at, ENDINGS) && self.tokens[at].glued()
    }

    /// Whether a word may be of this class, whatever it is in its sentence.
    #[inline]
    pub(crate) fn may_be(&self, at: usize, tag: Tag) -> bool {
        self.lexicon.word(self.ids[at]).tags.has(tag)
    }

    /// A hash tells nearly always which word it is: what is left to see to is that the letters are the same.
    #[inline(never)]
    fn is_surely(&self, at: usize, key: Key, word: &str) -> bool {
        self.keys[at] == key && (key.is_whole() || folds_to(self.word(at).trim_end_matches('.'), word))
    }

    #[inline]
    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    #[inline]
    pub(crate) fn classes(&self, at: usize) -> Classes {
        self.ids
            .get(at)
            .map_or(Classes::empty(), |id| self.lexicon.word(*id).classes)
    }

    /// Whether a verb of what goes up or down stands at a token, in any of its forms.
    pub(crate) fn moves(&self, at: usize) -> bool {
        let tag = self.tag(at);
        let lemma = self.ids.get(at).and_then(|id| self.lexicon.word(*id).lemma(tag));
        let moves = |lemma| self.lexicon.word(lemma).classes.contains(Classes::MOVES);
        tag.is_verb() && lemma.is_some_and(moves)
    }

    /// The names of the lists that begin at a token, longer ones first.
    #[inline]
    pub(crate) fn hits_at(&self, at: usize) -> &[Hit] {
        self.begin.get(at).map_or(&[], |begin| &self.hits[begin.hits()])
    }

    /// The lists of which a name begins at a token.
    #[inline]
    pub(crate) fn lists_at(&self, at: usize) -> Lists {
        self.begin.get(at).map_or(Lists::default(), |begin| begin.lists)
    }

    /// The names of these lists that begin at a token, longer ones first.
    #[inline]
    pub(crate) fn hits_of(&self, at: usize, lists: Lists) -> impl Iterator<Item = &Hit> {
        let hits = match self.lists_at(at).any(lists) {
            true => self.hits_at(at),
            false => &[],
        };
        hits.iter().filter(move |hit| lists.has(hit.list))
    }

    /// The tokens at which names of these lists begin: where in `hits` all names are that begin there.
    #[inline]
    pub(crate) fn groups(&self, lists: Lists) -> impl Iterator<Item = Range<usize>> + '_ {
        let named = self.named.iter().filter(move |begin| begin.lists.any(lists));
        named.map(|begin| begin.hits())
    }

    /// The tokens with a capital.
    pub(crate) fn capitals(&self) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.marked.capitals.iter().map(|at| *at as usize)
    }

    /// The numbers in digits.
    pub(crate) fn numbers(&self) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.marked.numbers.iter().map(|at| *at as usize)
    }

    /// The tokens that begin a line, from `at` on.
    pub(crate) fn lines(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let turns = &self.turns[self.turns.partition_point(|turn| (*turn as usize) < at)..];
        let turns = turns.iter().map(|at| *at as usize);
        turns.filter(|at| self.tokens[*at].gap >= Gap::Line)
    }

    /// The tokens that begin a line, and quotation marks.
    pub(crate) fn turns(&self) -> impl Iterator<Item = usize> + '_ {
        self.turns.iter().map(|at| *at as usize)
    }

    /// Whether a title of the lists ends right before a token.
    #[inline]
    pub(crate) fn ends_title(&self, at: usize) -> bool {
        self.marked.titled.get(at).is_some_and(|titled| *titled)
    }

    /// The longest name of this list that begins at a token.
    #[inline]
    pub(crate) fn hit(&self, at: usize, list: List) -> Option<&Hit> {
        self.hits_of(at, Lists::of(&[list])).next()
    }

    /// The number of the sentence that holds a token.
    #[inline]
    pub(crate) fn sentence_of(&self, at: usize) -> usize {
        self.sentence_at
            .get(at)
            .map_or(self.sentences.len(), |number| *number as usize)
    }

    /// The tokens of the sentence that holds a token.
    pub(crate) fn sentence_tokens(&self, at: usize) -> Range<usize> {
        self.sentences
            .get(self.sentence_of(at))
            .map_or(0..0, |sentence| sentence.first as usize..sentence.end as usize)
    }

    /// Whether a token opens its sentence (quotation marks and bullets apart).
    pub(crate) fn opens_sentence(&self, at: usize) -> bool {
        let first = self.sentence_tokens(at).start;
        self.tokens[first..at]
            .iter()
            .all(|token| !token.is_word() && !token.is_number())
    }

    /// The kind of zone that a token stands in.
    #[inline]
    pub(crate) fn zone(&self, at: usize) -> ZoneKind {
        self.zone_at.get(at).copied().unwrap_or(ZoneKind::Body)
    }

    /// The innermost quotation that holds a token.
    pub(crate) fn quotation(&self, at: usize) -> Option<&Quotation> {
        quotation::at(&self.quotations, at)
    }

    /// A run of tokens as text for a value.
    pub(crate) fn text_of(&self, tokens: Range<usize>) -> Text<'x> {
        let text = self.slice(tokens);
        let marked = text.contains('<') || text.contains('&') && text.contains(';');
        let plain = if marked {
            shown(text).into()
        } else {
            Text::from(text)
        };
        // A name on two lines is told as on one.
        match marked || plain.contains('\n') {
            true => plain.split_whitespace().collect::<Vec<_>>().join(" ").into(),
            false => plain,
        }
    }
}

/// The tokens of two runs, each once, in their order.
pub(crate) fn merged(
    one: impl Iterator<Item = usize>,
    other: impl Iterator<Item = usize>,
) -> impl Iterator<Item = usize> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(first), Some(second)) if second < first => other.next(),
        (Some(first), Some(second)) => {
            if first == second {
                other.next();
            }
            one.next()
        }
        (None, _) => other.next(),
        (_, None) => one.next(),
    })
}

/// The zone of each token.
fn spread_zones(tokens: &[Token], zones: &[Zone], out: &mut Vec<ZoneKind>) {
    out.clear();
    let mut rest = tokens;
    let mut spread = |limit: usize, kind: ZoneKind| {
        let (run, behind) = rest.split_at(rest.partition_point(|token| (token.start as usize) < limit));
        out.resize(out.len() + run.len(), kind);
        rest = behind;
    };
    for zone in zones {
        spread(zone.span.start(), ZoneKind::Body);
        spread(zone.span.end(), zone.kind);
    }
    spread(usize::MAX, ZoneKind::Body);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_by_token_are_those_of_the_article() {
        const SOME: Lists = Lists::of(&[List::Countries, List::CountNouns, List::Titles]);
        let lexicon = Lexicon::builtin();
        let text = include_str!("../../fixtures/pakistan-japan-industrial-collaboration.txt");
        let reading = Reading::new(&lexicon, &Article::new(text), &mut Buffers::default());
        let all = |at: usize| {
            let hits = reading.hits.iter();
            hits.filter(move |hit| hit.first as usize == at && SOME.has(hit.list))
        };
        let entry = |hit: &Hit| (hit.entry, hit.end);
        let mut groups = reading.groups(SOME);
        for at in 0..reading.tokens.len() {
            let plain: Vec<_> = all(at).map(entry).collect();
            assert!(reading.hits_of(at, SOME).map(entry).eq(plain.iter().copied()));
            if !plain.is_empty() {
                let group = groups.next().unwrap();
                assert!(reading.hits[group].iter().all(|hit| hit.first as usize == at));
            }
        }
        assert!(groups.next().is_none());
    }
}
