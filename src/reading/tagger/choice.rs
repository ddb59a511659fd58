//! What each token can be: by the lexicon, its ending and its capitals.

use std::ops::Range;

use super::super::Reading;
use super::view::Style;
use crate::lexicon::{Classes, Form, Keyword as K, List, Tag, TagSet, Tags};
use crate::text::ZoneKind;
use crate::token::{Shape, Token, TokenKind, BULLET};

const MARK: TagSet = TagSet::of(&[Tag::Mark]);
const NOUN: TagSet = TagSet::of(&[Tag::Noun]);
const PLURAL: TagSet = TagSet::of(&[Tag::NounPlural]);
const PROPER: TagSet = TagSet::of(&[Tag::Proper]);
const NUMBER: TagSet = TagSet::of(&[Tag::Number]);
const ADJECTIVE: TagSet = TagSet::of(&[Tag::Adjective]);
const ADVERB: TagSet = TagSet::of(&[Tag::Adverb]);
const NOUNS: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural]);
const PASTS: Tags = Tags::of(&[Tag::VerbPast, Tag::VerbPart]);
const VERBS: Tags = Tags::of(&[Tag::Verb, Tag::VerbS, Tag::VerbPast, Tag::VerbPart, Tag::VerbIng]);

/// How many words of a sentence are looked at for its style.
const SAMPLE: usize = 40;

/// Adds what each token of a sentence can be. `hits` stands at the first name of the sentence.
pub(super) fn fill(
    reading: &Reading<'_>,
    sentence: Range<usize>,
    hits: &mut usize,
    out: &mut Vec<TagSet>,
) -> Style {
    let style = style(reading, sentence.clone());
    let mut name = Name::default();
    let tokens = reading.tokens[sentence.clone()].iter();
    let ids = reading.ids[sentence.clone()].iter();
    for (number, (token, id)) in tokens.zip(ids).enumerate() {
        let at = sentence.start + number;
        let tags = reading.lexicon.word(*id).tags;
        // Most tokens are words in small letters that are what the lists say: asked for all at once, it is foretold well.
        let apart = token.is_word() & (token.shape == Shape::Lower) & !token.glued();
        if apart & !tags.is_empty() & !tags.has(Tag::VerbIng) {
            out.push(tags);
            continue;
        }
        out.push(match token.kind {
            TokenKind::Word => {
                if token.shape == Shape::Lower {
                    if at > sentence.start && token.glued() && reading.tokens[at - 1].is_number() {
                        after_figure(reading, at, tags)
                    } else if tags.is_empty() {
                        unknown(reading, at)
                    } else if tags.has(Tag::VerbIng) && in_name_of_one(reading, at, sentence.start) {
                        ADJECTIVE
                    } else {
                        tags
                    }
                } else {
                    name.step(reading, hits, at);
                    capitalised(reading, at, tags, sentence.start, style, &name)
                }
            }
            TokenKind::Number => NUMBER,
            TokenKind::Address => PROPER,
            TokenKind::Possessive if reading.word(at).ends_with(['s', 'S']) => {
                TagSet::of(&[Tag::Genitive, Tag::Be, Tag::Have])
            }
            TokenKind::Possessive => TagSet::of(&[Tag::Genitive]),
            TokenKind::Symbol if token.is(b'&') => TagSet::of(&[Tag::Conjunction]),
            TokenKind::Quote | TokenKind::Punctuation | TokenKind::Symbol => MARK,
        });
        if token.glued() && at >= sentence.start + 2 && reading.tokens[at - 1].is_hyphen() {
            compound(reading, at, sentence.start, out);
        }
    }
    style
}

/// "managing director", "chief operating officer", "charging stations": one office or thing, and nobody manages anything.
fn in_name_of_one(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    (at.saturating_sub(1).max(first)..=at).any(|from| {
        let mut hits = reading.hits_at(from).iter();
        hits.any(|hit| matches!(hit.list, List::Titles | List::CountNouns) && hit.end as usize > at + 1)
    })
}

/// Whether capitals say anything here, and whether it is worded as headlines are.
fn style(reading: &Reading<'_>, sentence: Range<usize>) -> Style {
    let zone = reading.zone(sentence.start);
    let (mut small, mut capital, mut upper) = (0usize, 0usize, 0usize);
    let tokens = reading.tokens[sentence.clone()].iter();
    let ids = reading.ids[sentence.clone()].iter();
    for (token, id) in tokens.zip(ids).take(SAMPLE) {
        match token.shape {
            _ if token.end - token.start < 3 => {}
            Shape::Upper => upper += 1,
            Shape::Capitalised => capital += 1,
            // "of", "and", "with" stay small in titles.
            Shape::Lower if !reading.lexicon.word(*id).classes.contains(Classes::FUNCTION) => {
                small += 1;
                // So many settle it.
                if small == 4 {
                    break;
                }
            }
            _ => {}
        }
    }
    let headline = matches!(zone, ZoneKind::Headline | ZoneKind::Heading | ZoneKind::Teaser)
        || sentence.len() <= 20
            && !reading.tokens[sentence.clone()]
                .iter()
                .rev()
                .take(2)
                .any(|token| matches!(token.first, b'.' | b'?' | b'!' | b':' | b';'));
    Style {
        headline,
        capitals: upper >= 3 && small == 0 && capital * 4 <= upper,
        title: capital >= 3 && small * 6 <= capital,
    }
}

/// The name of several words that the walk is in.
#[derive(Default)]
struct Name {
    /// The token after it.
    end: usize,
    /// `Japanese`, `Kenyans` at this token.
    people: Option<usize>,
    /// A name of some list at this token.
    listed: Option<usize>,
    /// An organisation of one word at this token.
    organisation: Option<usize>,
}

impl Name {
    fn step(&mut self, reading: &Reading<'_>, hits: &mut usize, at: usize) {
        while let Some(hit) = reading.hits.get(*hits).filter(|hit| hit.first as usize <= at) {
            *hits += 1;
            if (hit.first as usize) < at {
                continue;
            }
            self.listed = Some(at);
            match hit.list {
                List::Organisations
                | List::Cities
                | List::Countries
                | List::Admin1
                | List::Regions
                | List::VehicleMakes
                | List::VehicleModels
                    if hit.end > hit.first + 1 && reading.tokens[at].is_capitalised() =>
                {
                    self.end = self.end.max(hit.end as usize);
                }
                List::Countries if matches!(hit.form, Form::Adjective | Form::Demonym) => {
                    self.people = Some(at);
                }
                List::Organisations => self.organisation = Some(at),
                _ => {}
            }
        }
    }
}

fn capitalised(
    reading: &Reading<'_>,
    at: usize,
    tags: TagSet,
    first: usize,
    style: Style,
    name: &Name,
) -> TagSet {
    let token = &reading.tokens[at];
    let id = reading.ids[at];
    let function = reading.classes(at).contains(Classes::FUNCTION);
    if at < name.end && !function {
        return PROPER;
    }
    if name.people == Some(at) {
        return people(reading.word(at));
    }
    let word = reading.word(at);
    match token.shape {
        // `SUVs`, `MoUs`, but not `NewPrinces`
        Shape::Upper | Shape::Mixed if is_plural_of_letters(word) => return PLURAL,
        Shape::Upper if !style.capitals || reading.classes(at).contains(Classes::IN_CAPITALS) => {
            return PROPER
        }
        Shape::Mixed => return PROPER,
        _ => {}
    }
    let named = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_word() && token.is_capitalised())
    };
    // `* Ordered`, `3) Ordered`
    let item = || at <= first + 2 && !reading.tokens[first..at].iter().any(Token::is_word);
    let start = at == first || opens(&reading.tokens[at - 1]) || item() || after_place(reading, at, first);
    if tags.is_empty() {
        let known = reading
            .classes(at)
            .intersects(Classes::GIVEN_NAME | Classes::SURNAME);
        if start && !known && name.listed != Some(at) && !style.capitals && !style.title && !named(at + 1) {
            // `Reportedly`, `Reindustrialising`
            return match ending(word) {
                tags if matches!(tags.first(), Tag::Adverb | Tag::VerbIng | Tag::VerbPart) => tags,
                _ => PROPER,
            };
        }
        return PROPER;
    }
    let lettered = style.title || style.capitals;
    if (start || lettered) && !function && named(at + 1) {
        // `Mark Green`, `Rose Kiprono`; a common word that is also a name only before an unknown one.
        let classes = reading.classes(at);
        let stranger =
            reading.classes(at + 1).is_empty() && reading.lexicon.word(reading.ids[at + 1]).tags.is_empty();
        if classes.contains(Classes::GIVEN_NAME) && stranger {
            return PROPER;
        }
    }
    // `Nestle sold its stake`
    if start && !lettered && name.organisation == Some(at) && tags.first() == Tag::Verb {
        return PROPER;
    }
    match () {
        () if id == K::May.id() => TagSet::of(&[Tag::Proper, Tag::Modal]),
        () if id == K::March.id() => PROPER,
        () if id == K::Will.id() && !lettered && !start => PROPER,
        () if function || start || lettered => tags,
        () => PROPER,
    }
}

/// Whether a word is a capital and a small `s` at its end.
fn is_plural_of_letters(word: &str) -> bool {
    word.strip_suffix('s')
        .is_some_and(|stem| stem.ends_with(|letter: char| letter.is_uppercase()))
}

/// Whether a sentence or speech begins after this mark.
fn opens(mark: &Token) -> bool {
    match mark.kind {
        TokenKind::Quote => true,
        TokenKind::Punctuation => {
            mark.is(b':') || mark.is_dash() || mark.is_hyphen() && !mark.glued() || mark.first == BULLET
        }
        _ => false,
    }
}

/// `Karachi-Marking`: a place line run into the first sentence.
fn after_place(reading: &Reading<'_>, at: usize, first: usize) -> bool {
    at == first + 2
        && reading.tokens[at - 1].is_hyphen()
        && reading.tokens[first].is_capitalised()
        && reading.tokens[at].shape == Shape::Capitalised
}

/// `Japanese`, `Pakistani`, `Kenyans`
fn people(word: &str) -> TagSet {
    if word.ends_with('s') {
        PLURAL
    } else {
        TagSet::of(&[Tag::Adjective, Tag::Proper])
    }
}

/// Letters right after a figure: `15th`, `1.4bn`, `35pc`, `1990s`.
fn after_figure(reading: &Reading<'_>, at: usize, tags: TagSet) -> TagSet {
    match reading.word(at) {
        _ if reading.ends_ordinal(at) => ADJECTIVE,
        "m" | "b" | "k" | "tr" => NUMBER,
        "s" => PLURAL,
        _ if tags.has(Tag::Number) => NUMBER,
        _ => NOUN,
    }
}

/// A small-letter word that no list tags.
fn unknown(reading: &Reading<'_>, at: usize) -> TagSet {
    let word = reading.word(at);
    let prefixes: &[&str] = match word.as_bytes().first() {
        Some(b'c') => &["co"],
        Some(b'd') => &["dis"],
        Some(b'i') => &["inter"],
        Some(b'm') => &["mis", "multi"],
        Some(b'n') => &["non"],
        Some(b'o') => &["over", "out"],
        Some(b'p') => &["pre"],
        Some(b'r') => &["re"],
        Some(b'u') => &["under", "un"],
        _ => &[],
    };
    for prefix in prefixes {
        if let Some(rest) = word.strip_prefix(*prefix) {
            if rest.len() >= 4 && rest.is_ascii() {
                let tags = reading.lexicon.word(reading.lexicon.find(rest)).tags;
                if !tags.is_empty() {
                    // `unissued shares`: what has not been done is no verb.
                    let undone = *prefix == "un" && tags.any(PASTS);
                    return if undone { ADJECTIVE } else { tags };
                }
            }
        }
    }
    ending(word)
}

/// What a word can be by its ending.
fn ending(word: &str) -> TagSet {
    use Tag::{Adjective, Noun, NounPlural, Verb, VerbIng, VerbPart, VerbPast, VerbS};
    let bytes = word.as_bytes();
    if bytes.len() < 4 || bytes.iter().any(u8::is_ascii_digit) {
        return match bytes.last() {
            Some(b's') if bytes.len() > 2 => PLURAL,
            _ => NOUN,
        };
    }
    let ends = |ending: &str| bytes.ends_with(ending.as_bytes());
    match bytes[bytes.len() - 1] {
        b'g' if bytes.len() > 4 && ends("ing") => TagSet::of(&[VerbIng, Noun]),
        b'd' if ends("ed") => TagSet::of(&[VerbPart, VerbPast, Adjective]),
        b'y' if ends("ly") => ADVERB,
        b'y' if ends("ify") => TagSet::of(&[Verb]),
        b's' if ends("ous") || ends("less") => ADJECTIVE,
        b's' if ends("ss") || ends("us") || ends("is") => NOUN,
        b's' if ends("ises") || ends("izes") || ends("ifies") => TagSet::of(&[VerbS]),
        b's' if ["ers", "ors", "ions", "ments", "ists", "ities", "isms"]
            .iter()
            .any(|e| ends(e)) =>
        {
            PLURAL
        }
        b's' => TagSet::of(&[NounPlural, VerbS]),
        b'e' if ends("ise") || ends("ize") => TagSet::of(&[Verb]),
        b'e' if ends("able") || ends("ible") || ends("ive") || ends("wide") => ADJECTIVE,
        b'l' if ends("al") || ends("ful") => TagSet::of(&[Adjective, Noun]),
        b'c' if ends("ic") => TagSet::of(&[Adjective, Noun]),
        b'h' if ends("ish") => ADJECTIVE,
        b'n' if ends("ion") => NOUN,
        b't' if ends("ment") || ends("ist") => NOUN,
        b's'..=b'z' | b'a'..=b'r' => TagSet::of(&[Noun, Verb]),
        _ => NOUN,
    }
}

/// Makes the parts of a word with a hyphen modifiers, so that none is taken for the verb. The last part
/// stands at `at`, the hyphen before it.
fn compound(reading: &Reading<'_>, at: usize, first: usize, out: &mut [TagSet]) {
    if !reading.tokens[at - 1].glued() || after_place(reading, at, first) {
        return;
    }
    // `to re-export`, though `export` alone may be a noun.
    let acts = at > first + 2
        && matches!(out[at - 3].first(), Tag::Modal | Tag::To)
        && out[at].has(Tag::Verb)
        && reading.classes(at - 2).contains(Classes::PREFIX);
    if acts {
        out[at] = TagSet::of(&[Tag::Verb]);
    }
    // `re-exported`, `co-founded`: the verb remains a verb.
    let verbal = VERBS.has(out[at].first());
    if verbal && reading.classes(at - 2).contains(Classes::PREFIX) {
        out[at - 2] = ADVERB;
        return;
    }
    out[at - 2] = modifier(out[at - 2]);
    let again = reading
        .tokens
        .get(at + 1)
        .zip(reading.tokens.get(at + 2))
        .is_some_and(|(hyphen, next)| hyphen.is_hyphen() && hyphen.glued() && next.glued());
    let choice = out[at];
    let determined = || {
        reading
            .ids
            .get(at + 1)
            .is_some_and(|id| reading.lexicon.word(*id).tags.first() == Tag::Determiner)
    };
    out[at] = match choice.first() {
        Tag::Proper | Tag::Number | Tag::Mark => choice,
        _ if choice.has(Tag::NounPlural) => PLURAL,
        _ if choice.has(Tag::Noun) => NOUN,
        // `fast-tracked the project`
        _ if choice.any(Tags::of(&[Tag::VerbPast, Tag::VerbPart])) => {
            if determined() {
                choice
            } else {
                ADJECTIVE
            }
        }
        Tag::VerbIng if !again => TagSet::of(&[Tag::Adjective, Tag::Noun]),
        Tag::Verb | Tag::VerbS => NOUN,
        Tag::Particle | Tag::Preposition | Tag::Adverb if !again => NOUN,
        _ => ADJECTIVE,
    };
}

/// The first part of a word with a hyphen.
fn modifier(choice: TagSet) -> TagSet {
    match choice.first() {
        Tag::Proper | Tag::Number | Tag::Mark | Tag::Adjective | Tag::Adverb => TagSet::of(&[choice.first()]),
        _ if choice.any(NOUNS) || choice.any(VERBS) => NOUN,
        _ => ADJECTIVE,
    }
}
