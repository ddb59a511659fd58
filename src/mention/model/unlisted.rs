//! Models whose maker no list has, by their shape alone: `the Calora 7`, `its Nova 9 Lite`, `the Booster Pro Mini`.
//!
//! Capitalised words with a short number, a code or a word for a variant behind them. Much else is written so (`Phase
//! 2`, `the Nikkei 225`, `Angra 3 nuclear plant`), so none of the words may be one that lists know otherwise, and
//! something must point at the name: an article or owner before it, a noun such as `phone` behind it, or another place
//! of the article where something does.

use rustc_hash::{FxHashMap, FxHashSet};

use super::branded::{bare_number, branded, numbered};
use super::tail::{has_class, is_letter_code, is_noun_at, is_number_of_a_name, is_variant_at, Tail};
use super::told::{apposed, called, is_told, told};
use super::{spaced, Found, Grounds};
use crate::lexicon::{make, Class, Classes, Hit, Label, List, Lists, Tag};
use crate::mention::organisation::{sort, Sort};
use crate::mention::{here, Candidate, Hashes, Kind, Strength, Text, Value};
use crate::reading::{merged, Reading};
use crate::token::{Gap, Shape, Token};

/// How many words stand before the number at most.
const WORDS: usize = 3;

/// Adds the models that only their shape tells; `found` has the others, in the order of the text, `others` the
/// organisations of the article, which may be their makers.
pub(super) fn find<'x>(reading: &Reading<'x>, others: &[Candidate<'x>], found: &mut Vec<Found<'x>>) {
    let mut doubtful: Vec<Found<'x>> = Vec::new();
    let mut pointed: FxHashSet<String> = FxHashSet::default();
    let mut free = 0;
    let mut next_known = 0;
    let mut known: Vec<(usize, usize)> = found.iter().map(|found| (found.first, found.end)).collect();
    known.sort_unstable();
    let makers = makers(reading, others);
    let firms = firms(reading, others);
    // `8R` and `the 17 Pro Max` begin with a figure.
    let glued = |at: &usize| {
        reading
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.glued() && next.is_word() || is_variant_at(reading, at + 1))
    };
    for at in merged(reading.capitals(), reading.numbers().filter(glued)) {
        // `Delivered 61 jets`
        if at < free || reading.tag(at).is_verb() {
            continue;
        }
        let named = match is_word(reading, at) {
            true => read(reading, at).or_else(|| told(reading, at)),
            false => numbered(reading, &makers, at)
                .or_else(|| branded(reading, &makers, at))
                .or_else(|| bare_number(reading, at)),
        };
        let named = named.or_else(|| code(reading, at));
        let Some((name, end)) = named.or_else(|| apposed(reading, at)) else {
            continue;
        };
        while known.get(next_known).is_some_and(|(_, last)| *last <= at) {
            next_known += 1;
        }
        if known.get(next_known).is_some_and(|(first, _)| *first < end) {
            continue;
        }
        free = end;
        // `the Upjohn drug` is what Upjohn Co makes.
        let word = end == at + 1 && reading.tokens[at].shape != Shape::Mixed;
        if word && firms.contains(reading.tokens[at].hash) {
            continue;
        }
        let mut model = spaced(reading, at, end);
        let many = model.strip_suffix('s').filter(|one| {
            one.ends_with(|last: char| last.is_ascii_uppercase()) && reading.tokens[at].is_number()
        });
        if let Some(one) = many {
            model = one.to_owned().into();
        }
        let told = || {
            is_pointed_at(reading, at, end)
                || is_told(reading, at, end)
                || called(reading, at).is_some()
                || is_shown_with_others(reading, &makers, at)
        };
        let grounds = match told() {
            true => Grounds::Sure,
            false => Grounds::Bare,
        };
        if grounds == Grounds::Sure {
            pointed.insert(spaced(reading, at, name).into_owned());
        }
        doubtful.push(Found {
            first: at,
            end,
            make: "",
            model,
            variant: None,
            origin: here!("model.name"),
            grounds,
            row: None,
        });
    }
    makes_of_numbers(reading, found, &mut doubtful);
    let brands: FxHashSet<&'x str> = found.iter().map(|found| found.make).collect();
    own(reading, others, &makers, &brands, &mut doubtful);
    keep_told(&pointed, &mut doubtful);
    found.append(&mut doubtful);
}

/// The first words of the names of firms that have more words than one.
fn firms(reading: &Reading<'_>, others: &[Candidate<'_>]) -> Hashes {
    let firms = others
        .iter()
        .filter(|other| other.kind() == Kind::Organisation && other.end > other.first + 1);
    Hashes::of(
        firms
            .map(|firm| reading.tokens[firm.first as usize].hash)
            .collect(),
    )
}

/// Keeps the models that their sentence tells to be such, or that go on with the name of one.
fn keep_told(pointed: &FxHashSet<String>, doubtful: &mut Vec<Found<'_>>) {
    let is_pointed = |model: &str| {
        let spaces = model.match_indices(' ').map(|(at, _)| at);
        spaces
            .chain([model.len()])
            .any(|end| pointed.contains(&model[..end]))
    };
    doubtful.retain(|this| {
        let made = !this.make.is_empty() && !pointed.is_empty();
        this.grounds == Grounds::Sure || made || is_pointed(&this.model)
    });
}

/// `the Xiaomi 17 … the 17 Pro Max`: what begins with a number is by the maker of the nearest model with that number.
fn makes_of_numbers<'x>(reading: &Reading<'x>, known: &[Found<'x>], doubtful: &mut [Found<'x>]) {
    for this in doubtful
        .iter_mut()
        .filter(|this| reading.tokens[this.first].is_number())
    {
        let number = reading.word(this.first);
        let same = |other: &&Found<'x>| (other.first..other.end).any(|at| reading.word(at) == number);
        if let Some(other) = known
            .iter()
            .filter(same)
            .min_by_key(|other| other.first.abs_diff(this.first))
        {
            this.make = other.make;
        }
    }
}

/// `launched the Nokia 4, Nokia 7 and | Nokia 9`: a maker's name with a number, beside another such or behind a verb of
/// showing.
fn is_shown_with_others(reading: &Reading<'_>, makers: &Hashes, at: usize) -> bool {
    const REACH: usize = 4;
    if !makers.contains(reading.tokens[at].hash) || !reading.tokens.get(at + 1).is_some_and(Token::is_number)
    {
        return false;
    }
    let again = |other: usize| {
        let token = reading.tokens.get(other);
        token.is_some_and(|token| token.hash == reading.tokens[at].hash) && is_number(reading, other + 1)
    };
    let joined =
        |at: usize| reading.is(at, "and") || reading.tokens.get(at).is_some_and(|token| token.is(b','));
    let next = joined(at + 2) && again(at + 3);
    let last = at > 2 && joined(at - 1) && again(at - 3);
    let shown = (at.saturating_sub(REACH)..at).any(|at| reading.is_of(at, Class::Shown));
    next || last || shown && reading.lexicon.is_maker(reading.ids[at])
}

/// Names the makers: `Pedalhaus Mule 2` begins with an organisation of the article, and so `Mule 2` is by it too.
///
/// What is known by a brand is by it, though its maker is called longer: `Samsung` of `Samsung Electronics`.
fn own<'x>(
    reading: &Reading<'x>,
    others: &[Candidate<'x>],
    makers: &Hashes,
    brands: &FxHashSet<&'x str>,
    found: &mut [Found<'x>],
) {
    let mut owned: FxHashMap<Text<'x>, &'x str> = FxHashMap::default();
    for this in found.iter_mut() {
        let first = this.first;
        let longer = is_word(reading, first + 1) && first + 2 < this.end;
        let coded =
            first + 1 < reading.tokens.len() && is_letter_code(reading, first + 1, reading.word(first + 1));
        let longer = longer || coded;
        let numbered = reading.tokens.get(first + 1).is_some_and(Token::is_number);
        if numbered && makers.contains(reading.tokens[first].hash) {
            this.make = reading.word(first);
        } else if longer && makers.contains(reading.tokens[first].hash) {
            this.make = reading.word(first);
            this.model = spaced(reading, first + 1, this.end);
            owned.insert(this.model.clone(), this.make);
        }
    }
    let mut companies: Vec<_> = others
        .iter()
        .filter(|other| other.kind() == Kind::Organisation && other.strength > Strength::Weak)
        .collect();
    companies.sort_by_key(|company| company.first);
    for this in found.iter_mut().filter(|this| this.make.is_empty()) {
        if let Some(make) = owned.get(&this.model) {
            this.make = make;
        } else if this.grounds == Grounds::Sure {
            let maker = maker_before(reading, &companies, this.first).unwrap_or_default();
            // `Electronics`, but not `Ericsson`
            let field = |rest: &str| {
                let labels = reading.lexicon.labels_of(rest).map(|(list, _)| list);
                labels
                    .into_iter()
                    .any(|list| matches!(list, List::OrgHeads | List::OrgSuffixes))
            };
            let mut fronts = maker.split_once(' ').into_iter();
            let front = fronts.find(|(front, rest)| brands.contains(front) && field(rest));
            this.make = front.map_or(maker, |(front, _)| front);
        }
    }
}

/// The organisations of the article whose names are one word.
pub(super) fn makers(reading: &Reading<'_>, others: &[Candidate<'_>]) -> Hashes {
    let makers = others
        .iter()
        .filter(|other| other.kind() == Kind::Organisation && other.end == other.first + 1)
        .map(|other| reading.tokens[other.first as usize].hash);
    Hashes::of(makers.collect())
}

/// The company that is named last before a product, in its sentence or right before it: who unveils it. `companies` stand
/// in the order of the text.
fn maker_before<'x>(reading: &Reading<'x>, companies: &[&Candidate<'x>], first: usize) -> Option<&'x str> {
    const REACH: usize = 40;
    let tokens = reading.sentence_tokens(first);
    let sentence = tokens.start;
    // A line that leaves out who does it does not go on with the one before.
    if reading.headless(tokens).is_some() {
        return None;
    }
    let from = companies.partition_point(|company| company.first as usize + REACH < first);
    let near = || {
        let within = companies[from..]
            .iter()
            .take_while(|company| (company.first as usize) < first);
        within.filter(|company| company.end as usize <= first)
    };
    // "Stihl has a new MS 441, Husqvarna | the 575XP": what stands right before it, verbs left out.
    let beside = near().find(|other| {
        let end = other.end as usize;
        end < first
            && (end..first).all(|at| {
                matches!(
                    reading.tag(at),
                    Tag::Determiner | Tag::Possessive | Tag::Adjective
                )
            })
    });
    // Of those in the sentence, or behind its last semicolon, the first, which is the subject; else the last before it.
    let half = (sentence..first)
        .rev()
        .find(|at| reading.tokens[*at].is(b';'))
        .unwrap_or(sentence);
    let mut inside = near().filter(|other| other.first as usize >= half);
    let maker = beside.or_else(|| inside.next()).or_else(|| near().last())?;
    let Value::Organisation { name } = &maker.value else {
        return None;
    };
    let authority = sort(reading.lexicon, name) == Some(Sort::Authority);
    let tokens = maker.first as usize..maker.end as usize;
    // `Pak Suzuki`: the make in it, else the brand that it begins with.
    // `Lava International` is no International.
    let word = |make: &&Hit| {
        make.first as usize > tokens.start && reading.lexicon.has(make.row, make::FLAGS, "common")
    };
    let make = tokens
        .clone()
        .find_map(|at| reading.hit(at, List::VehicleMakes).filter(|make| !word(make)));
    let brand = reading
        .hits_of(tokens.start, Lists::of(&[List::Organisations]))
        .filter(|hit| hit.end as usize == tokens.end)
        .map(|hit| hit.end as usize)
        .next();
    let words = match (make, brand) {
        (Some(make), _) => make.first as usize..make.end as usize,
        (None, Some(end)) => tokens.start..end,
        (None, None) => tokens.start..tokens.start + 1,
    };
    (!authority).then(|| reading.slice(words))
}

/// A product's number alone: `the KH-210`, `the GD110S`, `its 8R tractors`. Where it ends, twice.
fn code(reading: &Reading<'_>, at: usize) -> Option<(usize, usize)> {
    let token = &reading.tokens[at];
    let before = at.checked_sub(1)?;
    let points = |at: usize| matches!(reading.tag(at), Tag::Determiner | Tag::Possessive | Tag::Genitive);
    // `the older VX-100`
    let pointed = points(before) || reading.tag(before) == Tag::Adjective && before > 0 && points(before - 1);
    if !pointed || !blank(reading, at) {
        return None;
    }
    let part = |at: usize| reading.tokens.get(at).filter(|token| token.glued());
    let digits = |at: usize| reading.word(at).bytes().filter(u8::is_ascii_digit).count();
    let letters = |at: usize| reading.word(at).bytes().any(|byte| byte.is_ascii_uppercase());
    // `KH-210`
    let hyphen = part(at + 1).is_some_and(Token::is_hyphen);
    let (end, code) = if hyphen && part(at + 2).is_some() {
        let short = token.shape == Shape::Upper && token.end - token.start <= 4;
        let name = token.is_word() && short && (2..=4).contains(&digits(at + 2));
        (at + 3, name)
    } else if token.is_number() && part(at + 1).is_some_and(Token::is_word) {
        // `8R`, `1025R`
        let suffix = &reading.tokens[at + 1];
        let short = suffix.shape == Shape::Upper || suffix.end - suffix.start == 1 && letters(at + 1);
        // `the 3G network`, `the 3GSM show`
        let word = reading.word(at + 1);
        // `737|NGs`
        let one = word.strip_suffix('s').filter(|one| one.len() > 1).unwrap_or(word);
        let upper = short || one.bytes().all(|byte| byte.is_ascii_uppercase());
        (at + 2, upper && one.len() <= 2 && word != "G")
    } else {
        let long = token.end - token.start >= 3 && token.end - token.start <= 8;
        (at + 1, token.is_word() && long && letters(at) && digits(at) >= 2)
    };
    let known = reading.hits_at(at).iter().any(|hit| {
        !(matches!(
            hit.list,
            List::VehicleModels | List::Products | List::Cities | List::Currencies
        ) || hyphen && hit.list == List::ProductWords)
    });
    let goes_on = part(end).is_some_and(|next| next.is_word() || next.is_number() || next.is_hyphen());
    let year = token.is_number() && token.end - token.start == 4 && end == at + 1;
    // `a C415 million accord`
    let scaled = reading.hit(end, List::NumberWords).is_some();
    if !code || known || goes_on || year || scaled {
        return None;
    }
    let tail = Tail::read(reading, end, false);
    // `the M25 motorway`, `the B50 programme`, `the A10 road`: of what is no product a noun speaks.
    let noun = reading.tag(tail.end).is_noun() && blank(reading, tail.end);
    // `its LX-900 sonar gauge`: what somebody has is no road.
    let own = hyphen && matches!(reading.tag(before), Tag::Possessive | Tag::Genitive);
    (!noun || own || is_noun_at(reading, tail.end)).then_some((end, tail.end))
}

/// The end of the words of a name that begins here.
pub(super) fn words_end(reading: &Reading<'_>, first: usize) -> usize {
    let word = |at: &usize| is_word(reading, *at) && blank(reading, *at) && !is_variant_at(reading, *at);
    first + 1 + (first + 1..first + WORDS).take_while(word).count()
}

/// The end of a name of words with a number or code behind them, and of what belongs to it.
pub(super) fn code_behind(reading: &Reading<'_>, first: usize) -> Option<(usize, usize)> {
    let at = words_end(reading, first);
    let coded = blank(reading, at) && is_letter_code(reading, at, reading.word(at));
    (coded || is_number(reading, at)).then(|| (at + 1, Tail::read(reading, at + 1, false).end))
}

/// The end of the name with its number, and of what belongs to it.
fn read(reading: &Reading<'_>, first: usize) -> Option<(usize, usize)> {
    // Not the middle of a longer run.
    let inside = first > 0
        && reading.tokens[first].gap == Gap::Space
        && reading.tokens[first - 1].is_word()
        && reading.tokens[first - 1].is_capitalised()
        && !reading.opens_sentence(first - 1);
    if inside {
        return None;
    }
    // `SELLS 11 DRUG STORES`, `the Conservatives 44`
    let many = reading.lexicon.word(reading.ids[first]).tags.first() == Tag::NounPlural;
    if many || is_loud(reading, first) {
        return None;
    }
    if let Some(found) = code_behind(reading, first) {
        return Some(found);
    }
    let at = words_end(reading, first);
    // `Booster Pro Mini`, but not `World Cross Country`, `National Executive`
    let tail = Tail::read(reading, at, false);
    let everyday = |at: usize| reading.classes(at).contains(Classes::COMMON);
    let common = has_class(reading, at, Label::Trim) && (first..at).all(everyday);
    // `Uzbekistan's Centrum Air`: airlines are called so as well.
    let firm = reading.hit(at, List::OrgHeads).is_some() && tail.end == at + 1;
    let common = common || firm;
    let variant = is_variant_at(reading, at) && blank(reading, at) && tail.end > at;
    // `the Lowland World Cross Country | Championships`
    let goes_on = blank(reading, tail.end)
        && reading.tokens[tail.end].is_word()
        && reading.tokens[tail.end].is_capitalised()
        && !is_noun_at(reading, tail.end);
    (variant && !goes_on && !reading.opens_sentence(first) && (!common || is_noun_at(reading, tail.end)))
        .then_some((at, tail.end))
}

/// Whether a word is in capitals and the words behind its number are as well: a headline.
fn is_loud(reading: &Reading<'_>, at: usize) -> bool {
    let upper = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.shape == Shape::Upper && token.end - token.start > 3)
    };
    let other = (at + 1..at + 4).take_while(|&at| blank(reading, at)).any(upper);
    upper(at) && other
}

pub(super) fn blank(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .tokens
        .get(at)
        .is_some_and(|token| token.gap == Gap::Space)
}

/// A number that is no year, and of nothing.
pub(super) fn is_number(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else {
        return false;
    };
    let year = token.end - token.start == 4;
    let scaled = reading.hits_at(at + 1).iter().any(|hit| match hit.list {
        List::NumberWords | List::Currencies => true,
        // "Pixel 9 in Berlin"
        List::Units => reading.tag(at + 1) != Tag::Preposition,
        List::Calendar => hit.label == Label::Month,
        _ => false,
    });
    blank(reading, at) && token.is_number() && !year && !scaled && is_number_of_a_name(reading, at)
}

/// A capitalised word of which no list knows that it is something else before a number.
pub(super) fn is_word(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.tokens.get(at) else {
        return false;
    };
    token.is_word()
        && matches!(token.shape, Shape::Capitalised | Shape::Mixed | Shape::Upper)
        && token.end - token.start > 1
        && !reading
            .classes(at)
            .intersects(Classes::FUNCTION | Classes::CAPITALISED)
        && reading.hits_at(at).iter().all(|hit| match hit.list {
            List::NumberContexts => hit.label != Label::Label,
            List::VehicleModels
            | List::Products
            | List::ProductWords
            | List::NameContext
            | List::Surnames
            | List::GivenNames => true,
            _ => false,
        })
        && !reading.has_digit(at)
}

/// Whether something points at a name: `the`, `its`, `Lumevo's` before it, or a noun for goods behind it.
pub(super) fn is_pointed_at(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    // `the Angra 3 nuclear plant`, `the Block 5 mine`
    let site = (end..end + 3)
        .take_while(|&at| {
            reading
                .tokens
                .get(at)
                .is_some_and(|token| token.gap <= Gap::Space)
        })
        .any(|at| {
            reading
                .hits_at(at)
                .iter()
                .any(|hit| hit.list == List::PlaceHeads && hit.label == Label::Noun)
        });
    if site {
        return false;
    }
    let before = first
        .checked_sub(1)
        .filter(|_| blank(reading, first))
        .map(|before| reading.tag(before));
    // `The first | Plover 6`
    let points = |at: usize| matches!(reading.tag(at), Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let described = first > 1
        && blank(reading, first)
        && reading.tokens[first - 1].shape == Shape::Lower
        && (reading.tag(first - 1) == Tag::Adjective || reading.hit(first - 1, List::NumberWords).is_some())
        && points(first - 2);
    let owned = described || matches!(before, Some(Tag::Determiner | Tag::Possessive | Tag::Genitive));
    // `a kit called Tern 4`
    let called = first
        .checked_sub(1)
        .is_some_and(|before| reading.classes(before).contains(Classes::NAMING));
    owned || called || is_noun_at(reading, end)
}
