//! Products of a maker whose name is a word or two: `the LG Velvet smartphone`, `the Leica Sofort, a camera`, `launched the
//! Xiaomi Mix Fold`; and lines of products with words behind them: `the Kindle Fire HD`.
//!
//! Companies are called so as well (`Sony Music`, `Tesla Energy`), so the sentence has to say that goods are meant: a noun
//! for goods behind the name or beside it, a verb of showing before it or one of selling behind it. Where one place of the
//! article says so, the others follow.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::tail::{has_class, is_noun_at, is_variant_at, Tail};
use super::told::named_before;
use super::unlisted::{blank, makers};
use super::{spaced, Found, Grounds};
use crate::lexicon::{make, product, Class, Classes, Hit, Label, List, Lists, Tag};
use crate::mention::name::Context;
use crate::mention::policy::is_title_case;
use crate::mention::{here, Candidate, Hashes, Text};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// How many words a name has behind its maker at most.
const WORDS: usize = 3;

/// Lists whose words are no names of goods.
const OTHER: Lists = Lists::of(&[
    List::OrgHeads,
    List::OrgSuffixes,
    List::Titles,
    List::PlaceHeads,
    List::PolicyHeads,
    List::Countries,
    List::Regions,
    List::Admin1,
    List::Calendar,
    List::Currencies,
    List::NumberWords,
]);

/// Adds them to `found`; `others` has the organisations of the article.
pub(super) fn find<'x>(reading: &Reading<'x>, others: &[Candidate<'x>], found: &mut Vec<Found<'x>>) {
    extend_lines(reading, found);
    let makers = makers(reading, others);
    let mut taken: Vec<(usize, usize)> = found.iter().map(|found| (found.first, found.end)).collect();
    taken.sort_unstable();
    let mut doubtful: Vec<Found<'x>> = Vec::new();
    let mut sure: FxHashSet<Text<'x>> = FxHashSet::default();
    let mut free = 0;
    for at in reading.capitals() {
        let Some(front) = front(reading, &makers, at).filter(|_| at >= free) else {
            continue;
        };
        let Some((end, whole)) = name_end(reading, front.end) else {
            continue;
        };
        let from = taken.partition_point(|(_, last)| *last <= at);
        if taken.get(from).is_some_and(|(first, _)| *first < whole) || is_inside(reading, at) {
            continue;
        }
        free = whole;
        let model = spaced(reading, if front.line { at } else { front.end }, whole);
        let grounds = grounds(reading, at, front.end..end, whole);
        if grounds != Grounds::Bare {
            sure.insert(spaced(reading, at, end));
        }
        doubtful.push(Found {
            first: at,
            end: whole,
            make: front.make,
            model,
            variant: None,
            origin: here!("model.worded"),
            grounds,
            row: None,
        });
    }
    doubtful.retain(|this| {
        this.grounds != Grounds::Bare || sure.contains(&spaced(reading, this.first, this.end))
    });
    found.append(&mut doubtful);
}

/// What a name of goods begins with.
struct Front<'x> {
    end: usize,
    make: &'x str,
    /// It is the name of a line of devices and no maker's: `Galaxy`.
    line: bool,
}

/// The maker or line of devices whose name begins at a token.
fn front<'x>(reading: &Reading<'x>, makers: &Hashes, at: usize) -> Option<Front<'x>> {
    let companies = Lists::of(&[List::Organisations, List::VehicleMakes]);
    let lexicon = reading.lexicon;
    let device = |hit: &&Hit| hit.label == Label::Device;
    let line = reading.hits_of(at, Lists::of(&[List::Products])).find(device);
    let company = reading.hits_of(at, companies).max_by_key(|hit| hit.end);
    let (end, make) = match (line, company) {
        (Some(hit), _) => (hit.end as usize, Some(lexicon.cell(hit.row, product::MAKER))),
        (None, Some(hit)) if hit.list == List::VehicleMakes => {
            (hit.end as usize, Some(lexicon.cell(hit.row, make::MAKE)))
        }
        (None, Some(hit)) if hit.label == Label::Company => (hit.end as usize, None),
        (None, None) if makers.contains(reading.tokens[at].hash) => (at + 1, None),
        _ => return None,
    };
    let common = end == at + 1 && reading.classes(at).contains(Classes::COMMON);
    let loose = common && reading.opens_sentence(at) || reading.tokens[at].shape == Shape::Lower;
    (!loose && blank(reading, end)).then_some(Front {
        end,
        make: make.unwrap_or(reading.slice(at..end)),
        line: line.is_some(),
    })
}

/// Where the words of a name behind its maker end, and what belongs to it behind them.
fn name_end(reading: &Reading<'_>, first: usize) -> Option<(usize, usize)> {
    let name =
        |at: usize| blank(reading, at) && reading.tokens[at].is_word() && reading.tokens[at].is_capitalised();
    let words = (first..first + WORDS).take_while(|at| name(*at)).count();
    let end = first + words;
    if words == 0 || name(end) || !(first..end).all(|at| is_free(reading, at)) {
        return None;
    }
    let tail = Tail::read(reading, end, false);
    let glued = reading
        .tokens
        .get(tail.end)
        .is_some_and(|next| next.glued() && next.is_hyphen());
    let number = reading
        .tokens
        .get(tail.end)
        .is_some_and(|next| next.gap == Gap::Space && next.is_number());
    (!glued && !number).then_some((end, tail.end))
}

/// A word that may be a part of the name of goods.
pub(super) fn is_free(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    let other = || {
        reading
            .hits_of(at, OTHER)
            .any(|hit| hit.end as usize == at + 1 || hit.list != List::PlaceHeads)
    };
    let variant = is_variant_at(reading, at);
    token.end - token.start > 1
        && !reading.classes(at).contains(Classes::FUNCTION)
        && (variant || !other() && !many(reading, at))
}

/// `Stores`, `Workers`: everyday words for several.
fn many(reading: &Reading<'_>, at: usize) -> bool {
    let tags = reading.lexicon.word(reading.ids[at]).tags;
    tags.first() == Tag::NounPlural && reading.classes(at).contains(Classes::COMMON)
}

/// Whether a name that begins at a token is only the end of a longer one, or stands where capitals tell nothing.
fn is_inside(reading: &Reading<'_>, first: usize) -> bool {
    let before = first
        .checked_sub(1)
        .filter(|_| reading.tokens[first].gap <= Gap::Space);
    before.is_some_and(|at| {
        let token = &reading.tokens[at];
        let joins = token.is_hyphen() || token.is(b'&') || token.is(b'/');
        let name = token.is_word()
            && token.is_capitalised()
            && !reading.classes(at).contains(Classes::FUNCTION)
            && reading.tag(at) != Tag::Genitive;
        joins || name && !reading.opens_sentence(at)
    })
}

/// On what a name stands: whether the words around it say that goods are called so. `first`: its maker, `words`: those
/// behind the maker, `end`: where the name ends.
fn grounds(reading: &Reading<'_>, first: usize, words: Range<usize>, end: usize) -> Grounds {
    if is_title_case(reading, first, end) {
        return Grounds::Bare;
    }
    let head = is_head_noun(reading, end);
    let made =
        reading.hit(first, List::VehicleMakes).is_some() || reading.lexicon.is_maker(reading.ids[first]);
    let last = reading.lexicon.word(reading.ids[end - 1]).tags.first();
    let told = match head {
        true => has_goods_behind(reading, end, made, last),
        false => is_said_behind(reading, end) || is_said_before(reading, first),
    };
    let other =
        words.clone().all(|at| is_somebodys(reading, at)) || words.clone().any(|at| is_firm(reading, at));
    match told {
        true => Grounds::Told,
        false if !head && !other && is_shown(reading, first, end) => Grounds::Sure,
        false => Grounds::Bare,
    }
}

/// Whether a word is the name of a company or of a make, and nothing else.
fn is_firm(reading: &Reading<'_>, at: usize) -> bool {
    let firms = Lists::of(&[List::Organisations, List::VehicleMakes]);
    reading.hits_of(at, firms).next().is_some() && !reading.classes(at).contains(Classes::COMMON)
}

/// Whether a word is a given name and nothing else.
fn is_somebodys(reading: &Reading<'_>, at: usize) -> bool {
    let classes = reading.classes(at);
    classes.contains(Classes::GIVEN_NAME) && !classes.contains(Classes::COMMON)
}

/// Whether a noun in small letters stands behind a name, which is its head: `the Ford Pro | network`.
fn is_head_noun(reading: &Reading<'_>, at: usize) -> bool {
    let small = reading
        .tokens
        .get(at)
        .is_some_and(|next| next.gap == Gap::Space && next.shape == Shape::Lower);
    small
        && (matches!(reading.tag(at), Tag::Noun | Tag::NounPlural | Tag::Adjective)
            || is_noun_at(reading, at))
}

/// `the LG Velvet | smartphone`. What carriers run is theirs, whoever makes it: `Delta Shuttle jets`. `made`: the name begins
/// with a maker's; `last`: what the last word of the name is.
fn has_goods_behind(reading: &Reading<'_>, end: usize, made: bool, last: Tag) -> bool {
    let carried = reading.is_of(end, Class::Operated);
    let hit = reading
        .hits_of(end, Lists::of(&[List::ProductWords]))
        .find(|hit| hit.label == Label::Noun);
    let Some(behind) = hit.map(|hit| hit.end as usize) else {
        return false;
    };
    let firm = reading.hits_at(behind).iter().any(|hit| {
        matches!(
            Context::of(hit),
            Some(Context::Organisation | Context::Asset | Context::Doer)
        )
    });
    let hyphen = reading
        .tokens
        .get(behind)
        .is_some_and(|next| next.glued() && next.is_hyphen());
    !has_class(reading, end, Label::Trade)
        && !firm
        && !hyphen
        && (!carried || made && matches!(last, Tag::Noun | Tag::Unknown | Tag::Proper))
}

/// `the LG Velvet, a phone with …`
pub(super) fn is_said_behind(reading: &Reading<'_>, end: usize) -> bool {
    let comma = reading.tokens.get(end).is_some_and(|token| token.is(b','));
    comma && goods_from(reading, end + 1).is_some_and(|end| !is_head_noun(reading, end))
}

/// `its smartphone, the LG Velvet`, `a sedan called the Lucid Air`
fn is_said_before(reading: &Reading<'_>, first: usize) -> bool {
    let apposed = || {
        let comma = first.checked_sub(2)?;
        let article = reading.tag(first - 1) == Tag::Determiner && reading.tokens[comma].is(b',');
        comma.checked_sub(1).filter(|_| article)
    };
    let goods = named_before(reading, first).or_else(apposed);
    goods.is_some_and(|goods| has_class(reading, goods, Label::Product))
}

/// The end of a noun group that begins at a token with an article and whose head is a word for goods.
fn goods_from(reading: &Reading<'_>, first: usize) -> Option<usize> {
    const REACH: usize = 7;
    if !matches!(reading.tag(first), Tag::Determiner | Tag::Possessive) {
        return None;
    }
    (first + 1..first + REACH)
        .take_while(|&at| {
            let modifier = matches!(
                reading.tag(at),
                Tag::Adjective | Tag::Noun | Tag::Number | Tag::Genitive
            );
            let hyphen = reading.tokens.get(at).is_some_and(|token| token.is_hyphen());
            blank(reading, at) && modifier
                || hyphen
                || reading.tokens.get(at).is_some_and(|token| token.glued())
        })
        .filter_map(|at| {
            let mut hits = reading.hits_of(at, Lists::of(&[List::ProductWords]));
            hits.find(|hit| hit.label == Label::Product)
                .map(|hit| hit.end as usize)
        })
        .last()
}

/// `launched the LG Velvet`, `sales of the LG Velvet`, `the LG Velvet costs`: behind an article, with a verb of showing
/// before it or one of selling behind it.
fn is_shown(reading: &Reading<'_>, first: usize, end: usize) -> bool {
    const REACH: usize = 4;
    let Some(article) = first.checked_sub(1).filter(|_| blank(reading, first)) else {
        return false;
    };
    let described = |at: usize| reading.tag(at) == Tag::Adjective && reading.tokens[at].shape == Shape::Lower;
    let article = article.saturating_sub(usize::from(described(article)));
    if !matches!(reading.tag(article), Tag::Determiner | Tag::Possessive) {
        return false;
    }
    // `launched the Shell Livewire for …`, `the Honda Cup in …` go on
    let goes_on = reading.is(end, "of")
        || reading.is(end, "for")
            && reading
                .tokens
                .get(end + 1)
                .is_some_and(|next| next.is_capitalised());
    if goes_on {
        return false;
    }
    let before = article.saturating_sub(2)..article;
    let shown = before.clone().any(|at| reading.is_of(at, Class::Shown));
    let traded =
        article > 1 && reading.is(article - 1, "of") && has_class(reading, article - 2, Label::Trade);
    let priced = (end..end + REACH)
        .take_while(|&at| {
            blank(reading, at) && reading.tokens[at].is_word() && reading.tokens[at].shape == Shape::Lower
        })
        .any(|at| reading.is_of(at, Class::Priced) || reading.is(at, "on") && reading.is(at + 1, "sale"));
    shown || traded || priced
}

/// `the Kindle | Fire HD`, `its Galaxy | Nova`: words behind a line of devices go on with its name.
fn extend_lines(reading: &Reading<'_>, found: &mut [Found<'_>]) {
    let starts: FxHashSet<usize> = found.iter().map(|this| this.first).collect();
    for this in found.iter_mut() {
        let device = this.row.is_some_and(|row| {
            let mut hits = reading.hits_of(this.end.saturating_sub(1), Lists::of(&[List::Products]));
            hits.any(|hit| hit.row == row && hit.label == Label::Device)
        });
        if !device || this.variant.is_some() || reading.has_digit(this.end - 1) {
            continue;
        }
        let Some((end, whole)) = name_end(reading, this.end) else {
            continue;
        };
        let pointed = this.first > 0
            && matches!(
                reading.tag(this.first - 1),
                Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Adjective
            );
        let is_free = (this.end..whole).all(|at| !starts.contains(&at));
        if !is_free || is_title_case(reading, this.first, whole) {
            continue;
        }
        let goods = match is_head_noun(reading, end) {
            true => has_goods_behind(reading, whole, true, Tag::Noun),
            false => pointed || is_said_behind(reading, whole) || is_said_before(reading, this.first),
        };
        if goods {
            let more = spaced(reading, this.end, whole);
            this.model = format!("{} {more}", this.model).into();
            this.end = whole;
        }
    }
}
