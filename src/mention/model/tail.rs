//! What stands behind a model's name and belongs to it.

use super::spaced;
use crate::lexicon::{Label, List, Lists};
use crate::mention::Text;
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// How many words a tail has at most.
const MOST: usize = 6;

/// What follows a model's name: first what goes on with it (`-9`, `II`, `K10`), then the variant.
#[derive(Debug)]
pub(super) struct Tail {
    /// Where the variant begins.
    variant: usize,
    pub(super) end: usize,
    /// Whether a number or code goes on with the name.
    pub(super) has_code: bool,
    /// Whether the `s` of a plural ends it: `F-150s`.
    plural: bool,
}

impl Tail {
    pub(super) fn read(reading: &Reading<'_>, from: usize, takes_numbers: bool) -> Self {
        let mut this = Self {
            variant: from,
            end: from,
            has_code: false,
            plural: false,
        };
        for step in 0..MOST {
            let at = this.end;
            let in_name = this.variant == at;
            let Some(token) = reading.tokens.get(at) else {
                break;
            };
            if is_plural(reading, at) {
                this.plural = true;
                this.end += 1;
                break;
            }
            if in_name {
                let length = name_part(reading, at, takes_numbers && step == 0);
                if length > 0 {
                    this.end += length;
                    this.variant = this.end;
                    this.has_code = true;
                    continue;
                }
            }
            let length = match token.gap {
                Gap::Space => variant_part(reading, at),
                // `Note 14 Pro|+`
                _ => usize::from(this.end > from && is_plus(reading, at)),
            };
            if length == 0 {
                break;
            }
            this.end += length;
        }
        this
    }

    /// What goes on with the name, with the blank before it.
    pub(super) fn name<'x>(&self, reading: &Reading<'x>, from: usize) -> Option<String> {
        let first = reading.tokens.get(from).filter(|_| self.variant > from)?;
        let blank = if first.gap == Gap::None { "" } else { " " };
        let name = spaced(reading, from, self.variant);
        // `737|NGs`
        let singular = name
            .strip_suffix('s')
            .filter(|name| name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_uppercase()));
        Some(format!("{blank}{}", singular.unwrap_or(&name)))
    }

    pub(super) fn variant<'x>(&self, reading: &Reading<'x>) -> Option<Text<'x>> {
        let end = self.end - usize::from(self.plural);
        (end > self.variant).then(|| spaced(reading, self.variant, end))
    }

    /// `IMV series`: the word belongs to the mention, not to the name.
    pub(super) fn skip_series(&mut self, reading: &Reading<'_>) {
        let follows = reading
            .tokens
            .get(self.end)
            .is_some_and(|token| token.gap == Gap::Space);
        if follows && has_class(reading, self.end, Label::Series) {
            self.end += 1;
        }
    }
}

/// How many tokens from here go on with a name.
fn name_part(reading: &Reading<'_>, at: usize, takes_numbers: bool) -> usize {
    let token = &reading.tokens[at];
    let Some(next) = reading.tokens.get(at + 1) else {
        return usize::from(is_code(reading, at, token, takes_numbers));
    };
    if token.is_hyphen() && token.glued() {
        let short = next.end - next.start <= 5;
        let upper = next.is_number() || matches!(next.shape, Shape::Upper | Shape::Mixed);
        return if next.glued() && short && upper { 2 } else { 0 };
    }
    if is_hyphened_code(reading, at) {
        return 3;
    }
    // `Xtreme | 160R`, `Boss | 14T`
    let lettered = token.gap == Gap::Space
        && token.is_number()
        && token.end - token.start <= 3
        && next.glued()
        && matches!(
            reading.word(at + 1),
            "R" | "S" | "X" | "F" | "N" | "T" | "RR" | "RS" | "SX"
        )
        && !reading
            .tokens
            .get(at + 2)
            .is_some_and(|next| next.glued() && (next.is_word() || next.is_number() || next.is_hyphen()));
    if lettered {
        return 2;
    }
    // `S26|+`
    if is_plus(reading, at) {
        return 1;
    }
    if token.gap == Gap::Space && is_generation(reading, at) {
        return 2;
    }
    if token.glued() {
        // `300|ER`, `350|h`
        return usize::from(token.shape == Shape::Upper || (token.is_word() && token.end - token.start == 1));
    }
    usize::from(is_code(reading, at, token, takes_numbers))
}

/// A plus that belongs to the name before it.
fn is_plus(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    let next = reading.tokens.get(at + 1);
    token.is(b'+')
        && token.glued()
        && next.is_none_or(|next| !(next.glued() && (next.is_word() || next.is_number())))
}

/// `F-150|s`, `757-200|s`: the plural of what ends with a figure.
fn is_plural(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    token.glued()
        && at > 0
        && reading.tokens[at - 1].is_number()
        && reading.word(at) == "s"
        && reading
            .tokens
            .get(at + 1)
            .is_none_or(|next| !(next.glued() && (next.is_word() || next.is_number())))
}

/// `EOS R5 | Mark II`, `Rafale | Block 4`: a word for a later form of a model, with its number.
fn is_generation(reading: &Reading<'_>, at: usize) -> bool {
    let Some(number) = reading.tokens.get(at + 1).filter(|next| next.gap == Gap::Space) else {
        return false;
    };
    let figure = number.is_number() && number.end - number.start <= 2;
    has_class(reading, at, Label::Generation)
        && (figure || is_roman(reading.word(at + 1)) || is_letter_code(reading, at + 1, reading.word(at + 1)))
}

fn is_roman(word: &str) -> bool {
    matches!(word, "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII")
}

/// `Ninja | ZX-4RR`: capitals, a hyphen and a figure.
pub(super) fn is_hyphened_code(reading: &Reading<'_>, at: usize) -> bool {
    let glued = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    let token = &reading.tokens[at];
    token.gap == Gap::Space
        && token.shape == Shape::Upper
        && token.end - token.start <= 4
        && glued(at + 1).is_some_and(Token::is_hyphen)
        && glued(at + 2).is_some_and(|next| {
            next.end - next.start <= 4
                && !reading.word(at + 2).bytes().any(|byte| byte.is_ascii_lowercase())
                && reading.has_digit(at + 2)
        })
}

/// `K10`, `S24`, `II`, and `16` where numbers go on with names.
fn is_code(reading: &Reading<'_>, at: usize, token: &Token, takes_numbers: bool) -> bool {
    if token.gap != Gap::Space {
        return false;
    }
    if token.is_number() {
        return takes_numbers && (is_number_of_a_name(reading, at) || is_lettered(reading, at));
    }
    let word = reading.word(at);
    token.is_word()
        && (matches!(word, "II" | "III" | "IV" | "VI" | "VII" | "VIII") || is_letter_code(reading, at, word))
}

/// `iPhone | 6s`, `Pixel | 9a`: one or two figures and one small letter, which [`name_part`] takes along.
fn is_lettered(reading: &Reading<'_>, at: usize) -> bool {
    let letter = reading.tokens.get(at + 1);
    let free = reading
        .tokens
        .get(at + 2)
        .is_none_or(|next| !next.glued() || !next.is_word() && !next.is_number());
    reading.word(at).len() <= 2
        && letter.is_some_and(|next| next.glued() && next.is_word() && next.end - next.start == 1)
        && free
}

/// A capital with digits behind it that is no quarter or fiscal year.
pub(super) fn is_letter_code(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() <= 6
        && bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && bytes.iter().any(u8::is_ascii_digit)
        && bytes.iter().any(u8::is_ascii_uppercase)
        && !word.starts_with("FY")
        && !matches!(bytes, [b'Q' | b'H', b'1'..=b'4'])
        && !reading
            .hits_at(at)
            .iter()
            .any(|hit| matches!(hit.list, List::Calendar | List::Acronyms | List::Regions))
}

/// A short number with nothing counted behind it.
pub(super) fn is_number_of_a_name(reading: &Reading<'_>, at: usize) -> bool {
    let digits = reading.word(at);
    digits.len() <= 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && reading.tokens.get(at + 1).is_none_or(|next| {
            !next.glued()
                || (digits.len() == 3 && next.is_word() && next.end - next.start == 1)
                || next.is(b',')
                || next.is(b'.')
                || next.is(b')')
                || next.is(b';')
                || next.is(b':')
        })
        && (reading.tag(at + 1) != crate::lexicon::Tag::NounPlural || is_noun_at(reading, at + 1))
}

/// How many tokens from here are a variant: `Hybrid`, `VXR`, `Standard Range`, `1.2L`.
fn variant_part(reading: &Reading<'_>, at: usize) -> usize {
    let token = &reading.tokens[at];
    if token.is_number() {
        return engine(reading, at);
    }
    if !token.is_word() {
        return 0;
    }
    let listed = reading
        .hits_at(at)
        .iter()
        .find(|hit| hit.list == List::ProductWords && matches!(hit.label, Label::Variant | Label::Powertrain))
        .map_or(0, |hit| (hit.end - hit.first) as usize);
    let line = |at: usize| {
        let token = reading.tokens.get(at);
        token.is_some_and(|token| token.glued() && token.is_word() && token.shape == Shape::Capitalised)
    };
    // `EV9 | GT-Line`, `Sportage | X-Pro`
    if token.end - token.start <= 3
        && (token.shape == Shape::Upper || token.end - token.start == 1 && token.is_capitalised())
        && line(at + 2)
        && reading.tokens[at + 1].is_hyphen()
        && reading.tokens[at + 1].glued()
    {
        return 3;
    }
    // `e-Power`, but not `sport` or `cross`.
    if listed > 0 && (listed > 1 || token.is_capitalised()) {
        return listed;
    }
    if !token.is_capitalised() {
        return 0;
    }
    let known = || {
        reading.hits_at(at).iter().any(|hit| {
            matches!(
                hit.list,
                List::Acronyms
                    | List::Organisations
                    | List::Countries
                    | List::Regions
                    | List::Currencies
                    | List::ProductWords
                    | List::Titles
                    | List::Admin1
                    | List::VehicleMakes
                    | List::Calendar
                    | List::OrgSuffixes
            )
        })
    };
    let short = token.end - token.start <= 3;
    // A line in capitals tells nothing.
    let loud = reading
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.shape == Shape::Upper && next.end - next.start > 3);
    usize::from(short && token.shape != Shape::Capitalised && !loud && !known())
        .max(usize::from(is_one_letter(reading, at) && !loud))
}

/// `Fortuner G`, `Sportage L`
fn is_one_letter(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    word.len() == 1 && word != "A" && word != "I"
}

/// `1.2L`, `1000cc`: how many tokens.
fn engine(reading: &Reading<'_>, at: usize) -> usize {
    let unit = reading.tokens.get(at + 1);
    let glued = unit.is_some_and(|unit| unit.glued() && unit.is_word());
    if glued && matches!(reading.word(at + 1), "L" | "l" | "cc" | "CC") {
        2
    } else {
        0
    }
}

/// Where `660cc` before a model begins.
pub(super) fn engine_before(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let at = first.checked_sub(2)?;
    let blank = reading.tokens.get(first)?.gap == Gap::Space;
    (blank && reading.tokens[at].is_number() && engine(reading, at) == 2).then_some(at)
}

/// Whether the list of words beside models has a word of this class here.
pub(super) fn has_class(reading: &Reading<'_>, at: usize, class: Label) -> bool {
    let mut words = reading.hits_of(at, Lists::of(&[List::ProductWords]));
    words.any(|hit| hit.label == class)
}

/// Whether `SUV`, `sedans`, `jets` or the like stand here.
pub(super) fn is_noun_at(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .tokens
        .get(at)
        .is_some_and(|token| token.gap == Gap::Space)
        && has_class(reading, at, Label::Noun)
}

/// Whether a word for a variant stands here: `Pro`, `Mini`.
pub(super) fn is_variant_at(reading: &Reading<'_>, at: usize) -> bool {
    has_class(reading, at, Label::Variant)
}

/// Whether words of a list are a variant.
pub(super) fn is_variant(reading: &Reading<'_>, words: &str) -> bool {
    matches!(class_of(reading, words), Some(Label::Variant | Label::Powertrain))
}

pub(super) fn is_powertrain(reading: &Reading<'_>, words: &str) -> bool {
    class_of(reading, words) == Some(Label::Powertrain)
}

pub(super) fn is_series(reading: &Reading<'_>, words: &str) -> bool {
    class_of(reading, words) == Some(Label::Series)
}

fn class_of(reading: &Reading<'_>, words: &str) -> Option<Label> {
    reading
        .lexicon
        .labels_of(words)
        .filter(|(list, _)| *list == List::ProductWords)
        .map(|(_, label)| label)
        .find(|label| *label != Label::Noun)
}
