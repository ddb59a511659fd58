//! Models that the lists have: which of the rows of a name is meant, and what of the words around belongs to it.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use super::grounds::Evidence;
use super::row::Row;
use super::tail::{self, Tail};
use super::{make_before, same_house, spaced, Found, Grounds, Make};
use crate::lexicon::{make, model, product, Classes, Hit, Label, List, Lists, Tag, WordId};
use crate::mention::Text;
use crate::reading::Reading;
use crate::token::{Gap, Shape, Token};

/// Models of the lists.
pub(super) fn find<'x>(reading: &Reading<'x>, makes: &[Make<'x>]) -> Vec<Found<'x>> {
    let mut found = Vec::new();
    let mut free = 0;
    for group in reading.groups(Lists::of(&[List::VehicleModels, List::Products])) {
        let hits = &reading.hits[group];
        let first = hits[0].first as usize;
        let longest = hits.iter().find(|hit| is_model(reading, hit));
        let Some(longest) = longest.filter(|_| first >= free) else {
            continue;
        };
        let mut hits = hits
            .iter()
            .filter(|hit| hit.end == longest.end && is_model(reading, hit));
        if let Some(this) = read(reading, makes, longest, found.last(), &mut hits) {
            free = this.end;
            match found.last_mut() {
                // `Boeing 787-10 | Dreamliner`
                Some(last) if is_surname_of(reading, last, &this) => {
                    last.end = this.end;
                    last.model = Cow::Owned(format!("{} {}", last.model, this.model));
                }
                _ => found.push(this),
            }
        }
    }
    found
}

/// Whether the second of two products is only what the first is called besides: right behind it, by the same maker.
fn is_surname_of(reading: &Reading<'_>, last: &Found<'_>, this: &Found<'_>) -> bool {
    last.end == this.first
        && last.grounds == Grounds::Sure
        && last.make == this.make
        && last.variant.is_none()
        && !this.model.contains(|c: char| c.is_ascii_digit())
        && reading.tokens[this.first].gap == Gap::Space
}

fn is_model(reading: &Reading<'_>, hit: &Hit) -> bool {
    matches!(hit.list, List::VehicleModels | List::Products) && {
        let first = &reading.tokens[hit.first as usize];
        // `e Vitara`, `iPhone`, `bZ3X` begin small; a word that is small altogether is none.
        first.shape != Shape::Lower
            || first.end - first.start == 1
            || hit.end > hit.first + 1
            || reading
                .word(hit.first as usize)
                .ends_with(|c: char| c.is_ascii_digit())
    }
}

/// Reads the model that begins with a hit; `hits` are those of the same words.
fn read<'x>(
    reading: &Reading<'x>,
    makes: &[Make<'x>],
    longest: &Hit,
    last: Option<&Found<'x>>,
    hits: &mut dyn Iterator<Item = &Hit>,
) -> Option<Found<'x>> {
    let first = longest.first as usize;
    let end = longest.end as usize;
    let beside = make_before(reading, makes, first);
    if is_something_else(reading, longest, beside) {
        return None;
    }
    let number = !reading.tokens[first].is_word() && longest.list == List::VehicleModels;
    // `2008` is a year unless `Peugeot` or `208 and` stands before it.
    let joined = last
        .filter(|last| last.grounds == Grounds::Sure && last.end + 1 == first)
        .filter(|last| is_number(&last.model) || reading.word(first).len() == 3)
        .filter(|last| reading.is(last.end, "and") || reading.tokens[last.end].is(b','));
    let lone = number && end == first + 1 && beside.is_none() && joined.is_none();
    // `a deal with Boeing for 75 787 jets`
    let counted =
        lone && first > 0 && reading.tokens[first - 1].is_number() && tail::is_noun_at(reading, end);
    if lone && !counted {
        return None;
    }
    let row = hits
        .map(|hit| Row::of(reading, hit))
        .filter(|row| !counted || row.nearness(makes, first).0)
        .filter(|row| !number || beside.is_some() || joined.is_none_or(|last| last.make == row.make))
        .max_by_key(|row| {
            (
                beside.is_some_and(|make| row.is_by(make)),
                row.nearness(makes, first),
                Reverse(row.row),
            )
        })?;
    let mut tail = Tail::read(
        reading,
        end,
        row.takes_numbers || (row.is_letters() && row.nearness(makes, first).0),
    );
    let own = row.is_by_itself(reading, first, end);
    let by = beside.filter(|make| row.is_by(make));
    if beside.is_some() && by.is_none() && !own && row.is_risky(reading, first, end) {
        // `Toyota City` is no Honda.
        return None;
    }
    // `Snapdragon 8 Gen 5 Mobile Platform`: a figure makes it no firm's.
    let coded = row.takes_numbers && tail.has_code;
    if !coded && is_part_of_a_name(reading, first, tail.end, by.is_some() || own) {
        return None;
    }
    let (model, variant) = named(reading, &row, &tail, first..end);
    let (first, variant) = match lead(reading, &row, by, first, variant.is_none()) {
        Lead::Maker(from) => (from, variant),
        Lead::Engine(from) => (from, Some(spaced(reading, from, first))),
        Lead::Nothing => (first, variant),
    };
    tail.skip_series(reading);
    let grounds = if number && joined.is_some() {
        Grounds::Sure
    } else {
        let evidence = Evidence {
            reading,
            row: &row,
            hit: longest,
            tail: &tail,
            own,
            variant: variant.is_some(),
        };
        evidence.grounds(makes, by)
    };
    Some(Found {
        first,
        end: tail.end,
        make: by
            .filter(|make| same_house(make.name, row.make))
            .map_or(row.make, |make| make.name),
        model,
        variant,
        origin: reading.lexicon.origin(row.row),
        grounds,
        row: Some(row.row),
    })
}

/// Whether the words that a model has for a name are another thing here, by what stands beside them; `beside`: the make
/// before them.
fn is_something_else(reading: &Reading<'_>, hit: &Hit, beside: Option<&Make<'_>>) -> bool {
    hit.list == List::Products && is_make_of_next(reading, hit)
        // `Motorola's | Edge` is no Ford.
        || beside.is_none() && hit.list == List::VehicleModels && is_of_another(reading, hit.first as usize)
        || hit.list == List::Products && is_behind_another(reading, hit)
        || is_otherwise(reading, hit, beside.is_some())
}

/// `the Jaguar | XE`, though a harvester is called Jaguar.
fn is_make_of_next(reading: &Reading<'_>, hit: &Hit) -> bool {
    let Some(make) = reading.hit(hit.first as usize, List::VehicleMakes) else {
        return false;
    };
    let name = reading.lexicon.cell(make.row, make::MAKE);
    let model =
        |hit: &Hit| hit.list == List::VehicleModels && reading.lexicon.cell(hit.row, model::MAKE) == name;
    make.end == hit.end && reading.hits_at(hit.end as usize).iter().any(model)
}

/// Whether a company that makes no vehicles owns what stands here.
fn is_of_another(reading: &Reading<'_>, first: usize) -> bool {
    const LONGEST: usize = 3;
    let Some(mark) = first
        .checked_sub(1)
        .filter(|at| reading.tag(*at) == Tag::Genitive)
    else {
        return false;
    };
    (mark.saturating_sub(LONGEST)..mark).any(|at| {
        let mut hits = reading.hits_at(at).iter().filter(|hit| hit.end as usize == mark);
        hits.clone()
            .any(|hit| hit.list == List::Organisations && hit.label == Label::Company)
            && hits.all(|hit| hit.list != List::VehicleMakes)
    })
}

/// `the Gulfstream | Heron`: whether the name of another company than its maker stands right before a product that is called
/// by a word.
fn is_behind_another(reading: &Reading<'_>, hit: &Hit) -> bool {
    let first = hit.first as usize;
    let Some(before) = first
        .checked_sub(1)
        .filter(|_| reading.tokens[first].gap == Gap::Space)
    else {
        return false;
    };
    let companies = Lists::of(&[List::Organisations, List::VehicleMakes]);
    let company = |hit: &Hit| hit.end as usize == first && hit.label != Label::Government;
    reading.tokens[before].is_capitalised()
        && reading.lexicon.has(hit.row, product::FLAGS, "word")
        && reading.lexicon.cell(hit.row, product::MAKER) != reading.word(before)
        && reading.hits_of(before, companies).any(company)
}

/// What stands in front of the name of a model and belongs to it, and where it begins.
enum Lead {
    /// `Toyota | Corolla`
    Maker(usize),
    /// `660cc | Alto`
    Engine(usize),
    Nothing,
}

/// What belongs to a model in front of its name; the size of an engine does if no maker stands there and no variant is told.
fn lead(reading: &Reading<'_>, row: &Row<'_>, by: Option<&Make<'_>>, first: usize, engine: bool) -> Lead {
    if let Some(make) = by {
        return match make.end == first {
            true => Lead::Maker(make.first),
            false => Lead::Nothing,
        };
    }
    if let Some(maker) = row.maker_before(reading, first) {
        return Lead::Maker(maker);
    }
    let engine = engine.then(|| tail::engine_before(reading, first)).flatten();
    engine.map_or(Lead::Nothing, Lead::Engine)
}

/// Whether words that a model has for a name are a month, a fraction or a word in capitals. `made`: a make stands before them.
fn is_otherwise(reading: &Reading<'_>, hit: &Hit, made: bool) -> bool {
    let (first, end) = (hit.first as usize, hit.end as usize);
    let next = reading.tokens.get(end);
    // `at the end of March 2028`, in an article on Nissan.
    let calendar = reading.hit(first, List::Calendar);
    let pointed = first > 0
        && matches!(
            reading.tag(first - 1),
            Tag::Determiner | Tag::Possessive | Tag::Genitive
        );
    let month = calendar.is_some_and(|hit| hit.end as usize == end)
        && (next.is_some_and(Token::is_number) || !pointed);
    // `6GB RAM`, `9-3/4 pct`
    let over = next.is_some_and(|token| token.is(b'/') && token.glued());
    !made && (month || is_shouted(reading, hit)) || over && reading.tokens[end - 1].is_number()
}

/// The names of the model and of its variant.
fn named<'x>(
    reading: &Reading<'x>,
    row: &Row<'x>,
    tail: &Tail,
    tokens: Range<usize>,
) -> (Text<'x>, Option<Text<'x>>) {
    let (mut model, mut variant) = row.name(reading, tokens.start, tokens.end);
    if let Some(part) = tail.name(reading, tokens.end) {
        model = Cow::Owned(format!("{model}{part}"));
    }
    if let Some(text) = tail.variant(reading) {
        variant = Some(match variant {
            Some(before) => Cow::Owned(format!("{before} {text}")),
            None => text,
        });
    }
    // `iPhone 16 Pro` is the name of a telephone, `Alto VXR` that of an Alto.
    if let Some(variant) = variant.take_if(|_| row.takes_numbers) {
        model = Cow::Owned(format!("{model} {variant}"));
    }
    (model, variant)
}

/// Whether one word that is no acronym stands in capitals where its neighbours do not: it is one here.
fn is_shouted(reading: &Reading<'_>, hit: &Hit) -> bool {
    let (first, end) = (hit.first as usize, hit.end as usize);
    let loud = |at: usize| reading.tokens[at].shape == Shape::Upper;
    let word = |at: usize| {
        reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_word() && token.gap <= Gap::Space)
    };
    let other = |at: usize| word(at) && !loud(at);
    // `RAV4s` are told in capitals as `RAV4` is.
    let listed = reading.lexicon.surface(hit.entry);
    let listed = listed.strip_suffix('s').unwrap_or(listed);
    end == first + 1
        && loud(first)
        && listed.bytes().any(|byte| byte.is_ascii_lowercase())
        && (first > 0 && reading.tokens[first].gap <= Gap::Space && other(first - 1) || other(end))
}

fn is_number(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the words are only the middle of a longer name: `Taylor Swift`, `City Bank`.
fn is_part_of_a_name(reading: &Reading<'_>, first: usize, end: usize, with_make: bool) -> bool {
    // `2016-2019 Model S | Sedans`
    let goods = (with_make || end > first + 1)
        && tail::is_noun_at(reading, end)
        && reading.lexicon.word(reading.ids[end]).tags.first() == Tag::NounPlural;
    let behind = !goods
        && reading.tokens.get(end).is_some_and(|token| {
            token.gap == Gap::Space
                && token.is_word()
                && token.is_capitalised()
                && reading.hits_at(end).iter().any(|hit| {
                    matches!(hit.list, List::OrgSuffixes)
                        || (hit.list == List::OrgHeads && token.shape == Shape::Capitalised)
                })
        });
    if behind || with_make {
        return behind;
    }
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let token = &reading.tokens[before];
    reading.tokens[first].gap == Gap::Space && token.is_word() && token.shape == Shape::Capitalised && {
        let classes = reading.classes(before);
        // `Automower 450X`: a number of which the lists know another maker.
        let number = reading.has_digit(first);
        let other = number && reading.ids[before] == WordId::UNKNOWN && reading.hits_at(before).is_empty();
        other
            || classes.contains(Classes::GIVEN_NAME)
                && !classes.intersects(Classes::COMMON | Classes::FUNCTION)
    }
}
