//! The forms in which an article goes on to speak of somebody it has named.

use std::ops::Range;

use crate::lexicon::{city, org_head, Classes, Form as Column, Hit, Label, List, Lists, WordId};
use crate::mention::name::Context;
use crate::mention::Kind;
use crate::reading::Reading;
use crate::token::{word_hash, Shape};

/// Names longer than this have no short forms; none that news uses is.
const LONGEST: usize = 24;

/// As many forms as most names have at most.
pub(super) const USUAL: usize = 8;

/// How a form is made of the full name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ground {
    /// The name itself, with or without `Ltd`.
    Full,
    /// What stands in brackets behind it.
    Bracket,
    /// Its initials.
    Initials,
    /// Its first words, or a person's surname with particles, or given names.
    Part,
    /// One word of it.
    Word,
    /// A company's last word, which gives way to anybody who is called so.
    Last,
}

/// A form of a name, as a number made of its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub(super) key: u64,
    /// Hash of its first word, and how many tokens it has.
    pub(super) head: u32,
    pub(super) len: usize,
    pub(super) ground: Ground,
    /// Also an everyday word: a capital at the start of a sentence tells nothing.
    pub(super) everyday: bool,
    /// What the form leaves out is generic (`Motor`, `Group`) or a legal form.
    pub(super) generic: bool,
    /// What it leaves out is a country or continent: `Toyota` of `Toyota Egypt`.
    pub(super) abroad: bool,
    /// A place or a people is called so as well: `Ethiopian`, `Volta`.
    pub(super) placed: bool,
}

/// A run of words as a number.
pub(super) fn key(reading: &Reading<'_>, tokens: Range<usize>) -> u64 {
    reading.tokens[tokens]
        .iter()
        .fold(0, |key, token| join(key, token.hash))
}

pub(super) fn join(key: u64, hash: u32) -> u64 {
    (key.rotate_left(17) ^ u64::from(hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The tokens of a name without a leading article and a trailing legal form.
pub(super) fn core(reading: &Reading<'_>, tokens: Range<usize>) -> Range<usize> {
    let mut first = tokens.start;
    if tokens.len() > 1 && reading.is(first, "the") {
        first += 1;
    }
    let last = (first + 1..tokens.end).find(|&at| {
        let legal = |at: usize| {
            reading.hits_of(at, Lists::of(&[List::OrgSuffixes])).any(|hit| {
                hit.end as usize <= tokens.end
                    && !matches!(
                        hit.label,
                        Label::GroupWord
                            | Label::Association
                            | Label::Foundation
                            | Label::Cooperative
                            | Label::Trust
                    )
                    && !reading.is(at, "company")
                    && !reading.is(at, "corporation")
            })
        };
        // All that follows must be legal form: `Hub Power Company` keeps its head.
        legal(at)
    });
    let mut end = last.unwrap_or(tokens.end);
    while end > first + 1 && (reading.tokens[end - 1].is(b',') || reading.tokens[end - 1].is(b'(')) {
        end -= 1;
    }
    first..end
}

/// Whether two names of companies end in legal forms of which none is the same: `Corp.` and `Inc.`
pub(super) fn are_of_other_forms(reading: &Reading<'_>, one: Range<usize>, other: Range<usize>) -> bool {
    let rows = |tokens: Range<usize>| {
        let tail = core(reading, tokens.clone()).end..tokens.end;
        tail.flat_map(|at| reading.hits_of(at, Lists::of(&[List::OrgSuffixes])))
            .map(|hit| hit.row)
    };
    let mut others = rows(other).peekable();
    let both = others.peek().is_some() && rows(one.clone()).next().is_some();
    both && others.all(|row| rows(one.clone()).all(|own| own != row))
}

/// Whether a name that ends in its legal form is whole, and no short form of another that goes on without one: `Lugo Inc.` is
/// not `Lugo Air`, but it may be `Lugo Company`.
pub(super) fn is_whole_beside(reading: &Reading<'_>, short: Range<usize>, other: Range<usize>) -> bool {
    let own = core(reading, short.clone());
    let rest = (other.start + own.len()).min(other.end)..other.end;
    let legal = |at: usize| {
        reading
            .hits_of(at, Lists::of(&[List::OrgSuffixes]))
            .next()
            .is_some()
    };
    own.end < short.end && !rest.is_empty() && !rest.into_iter().any(legal)
}

/// Puts a name itself into `out`, with and without what its `core` leaves out.
pub(super) fn full(reading: &Reading<'_>, [tokens, core]: [&Range<usize>; 2], out: &mut Vec<Form>) {
    out.clear();
    if tokens.len() <= LONGEST {
        push(reading, tokens.clone(), Ground::Full, true, out);
        push(reading, core.clone(), Ground::Full, true, out);
    }
}

/// Adds the shorter forms of a name.
pub(super) fn shorter(
    reading: &Reading<'_>,
    kind: Kind,
    tokens: Range<usize>,
    core: Range<usize>,
    out: &mut Vec<Form>,
) {
    if tokens.is_empty() || tokens.len() > LONGEST {
        return;
    }
    match kind {
        Kind::Organisation => organisation(reading, core.clone(), core.len() < tokens.len(), out),
        Kind::Person => person(reading, core, out),
        _ => {}
    }
}

fn push(reading: &Reading<'_>, tokens: Range<usize>, ground: Ground, generic: bool, out: &mut Vec<Form>) {
    let Some(token) = reading.tokens.get(tokens.start).filter(|_| !tokens.is_empty()) else {
        return;
    };
    let key = key(reading, tokens.clone());
    if out.iter().any(|form| form.key == key) {
        return;
    }
    let everyday = tokens.len() == 1 && is_everyday(reading, tokens.start);
    out.push(Form {
        key,
        head: token.hash,
        len: tokens.len(),
        ground,
        everyday,
        generic,
        abroad: false,
        placed: false,
    });
}

pub(super) fn is_everyday(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .classes(at)
        .intersects(Classes::COMMON | Classes::FUNCTION)
}

/// Whether a name that ends in this word is a company's.
fn is_company(reading: &Reading<'_>, last: usize) -> bool {
    reading
        .hits_of(last, Lists::of(&[List::OrgHeads]))
        .any(|hit| matches!(hit.label, Label::Company | Label::Financial))
}

/// Whether a word closes the names of companies only beside a word that is no everyday one.
fn is_weak(reading: &Reading<'_>, last: usize) -> bool {
    reading
        .hits_of(last, Lists::of(&[List::OrgHeads]))
        .any(|hit| reading.lexicon.cell(hit.row, org_head::STRENGTH) == "weak")
}

/// The beginnings of a company's name, of two words or more, that leave out nothing but what it does and its legal form.
pub(super) fn firm<'r>(reading: &'r Reading<'_>, tokens: &Range<usize>) -> impl Iterator<Item = u64> + 'r {
    let core = core(reading, tokens.clone());
    let legal = core.end < tokens.end;
    let first = core.start;
    let least = match legal || core.len() > 2 && is_company(reading, core.end - 1) {
        true => (first + 2).min(core.end),
        false => core.end + 1,
    };
    (least..core.end + usize::from(legal)).map(move |end| key(reading, first..end))
}

/// Whether a word says nothing of which company: `Motor`, `Group`, as opposed to `Steel`.
fn is_generic(reading: &Reading<'_>, at: usize) -> bool {
    reading.hits_at(at).iter().any(|hit| {
        hit.list == List::OrgSuffixes
            || hit.list == List::OrgHeads
                && hit.label == Label::Company
                && reading.lexicon.cell(hit.row, org_head::STRENGTH).is_empty()
    })
}

/// Whether words behind a name only tell what the company does and where: `Cars India`, but not `Atlas`.
pub(super) fn is_branch(reading: &Reading<'_>, mut rest: Range<usize>) -> bool {
    const BRANCHES: Lists = Lists::of(&[
        List::OrgHeads,
        List::OrgSuffixes,
        List::Countries,
        List::Regions,
        List::Cities,
        List::Admin1,
    ]);
    rest.all(|at| {
        !reading.tokens[at].is_word()
            || reading.hits_of(at, BRANCHES).next().is_some()
            || !reading.lexicon.word(reading.ids[at]).tags.is_empty()
                && !reading.classes(at).contains(Classes::GIVEN_NAME)
    })
}

const LANDS: Lists = Lists::of(&[List::Countries, List::Regions, List::Admin1, List::Cities]);

/// Whether a place or people begins at a token.
pub(super) fn is_land(reading: &Reading<'_>, at: usize) -> Option<usize> {
    reading
        .hits_of(at, LANDS)
        .find(|hit| hit.list != List::Cities || hit.form == Column::Name)
        .map(|hit| hit.end as usize)
}

fn organisation(reading: &Reading<'_>, core: Range<usize>, legal: bool, out: &mut Vec<Form>) {
    super::initials::add(reading, &core, out);
    offices(reading, core.clone(), out);
    let first = core.start;
    let open = |at: usize| is_open(reading, at);
    let land = is_land(reading, first).filter(|end| *end < core.end);
    if core.len() >= 2 && (open(first) || land.is_none()) {
        beginnings(
            reading,
            core.clone(),
            legal || is_company(reading, core.end - 1),
            out,
        );
    }
    // `Grain Union` of `Grain Union of Kazakhstan`, where there is one alone
    let of = (first + 2..core.end).find(|&at| reading.is(at, "of"));
    if let Some(of) = of.filter(|of| !(first..*of).any(open)) {
        let before = out.len();
        push(reading, first..of, Ground::Part, true, out);
        for form in &mut out[before..] {
            form.abroad = true;
        }
    }
    // `Hyundai Samho` of `HD Hyundai Samho Heavy Industries`: without the group's letters
    let letters = &reading.tokens[first];
    if core.len() > 3 && letters.shape == Shape::Upper && letters.end - letters.start == 2 {
        for end in (first + 3..core.end).rev() {
            if reading.tokens[end - 1].is_capitalised() {
                push(reading, first + 1..end, Ground::Part, true, out);
            }
        }
    }
    // `Bahuman` of `Crescent Bahuman`: a last word that nothing else is called.
    let last = core.end - 1;
    let own = |at: usize| {
        let token = &reading.tokens[at];
        token.shape == Shape::Capitalised
            && token.end - token.start > 4
            && (reading.ids[at] == WordId::UNKNOWN
                || reading.lexicon.word(reading.ids[at]).tags.is_empty()
                    && reading.classes(at).is_empty()
                    && reading.hits_at(at).is_empty())
    };
    if core.len() == 2 && own(last) && !own(first) && reading.tokens[first].is_word() && land.is_none() {
        push(reading, last..core.end, Ground::Last, false, out);
    }
    if core.len() > 1 && (legal || is_company(reading, last)) {
        placed(reading, &core, legal, out);
    }
    // `Bimbo` of `Grupo Bimbo`
    let mut begin = reading.hits_at(first).iter();
    let front = begin.any(|hit| Context::of(hit) == Some(Context::CompanyFront));
    // but not `Muscat` of `Bank Muscat`
    if front && core.len() > 1 && is_land(reading, first + 1) != Some(core.end) {
        push(reading, first + 1..core.end, Ground::Part, true, out);
        if open(first + 1) {
            push(reading, first + 1..first + 2, Ground::Word, false, out);
        }
    }
    // `Huayue` of `Zhejiang Huayue New Energy Technology`
    if let Some(land) = land {
        if open(land)
            && reading.tokens[land].shape == Shape::Capitalised
            && is_land(reading, land).is_none()
            && reading.classes(land) & (Classes::COMMON | Classes::CAPITALISED) == Classes::empty()
        {
            push(reading, land..land + 1, Ground::Word, false, out);
        }
    }
}

/// `Ethiopian` of `Ethiopian Airlines`, `Volta` of `Volta Edible Oils`, `Lugo Mar` of `Lugo Mar Mining Inc`: the beginning of
/// a company's name by which a people, a region or, with a legal form behind the name, a town goes as well.
fn placed(reading: &Reading<'_>, core: &Range<usize>, legal: bool, out: &mut Vec<Form>) {
    let (first, last) = (core.start, core.end - 1);
    let airline = core.len() == 2 && !is_weak(reading, last);
    let Some(end) = reading.hits_of(first, LANDS).map(|hit| hit.end as usize).max() else {
        return;
    };
    let hits = || {
        reading
            .hits_of(first, LANDS)
            .filter(|hit| hit.end as usize == end)
    };
    // Of a capital it may as well be said that its government acts.
    let capital =
        |hit: &Hit| hit.list == List::Cities && reading.lexicon.has(hit.row, city::FLAGS, "capital");
    let called = match hits().any(|hit| hit.list == List::Countries) {
        true => airline && hits().all(|hit| matches!(hit.form, Column::Adjective | Column::Demonym)),
        false if hits().any(|hit| hit.list == List::Cities) => legal && !hits().any(capital),
        false => true,
    };
    if !called || end >= core.end || reading.tokens[first].shape != Shape::Capitalised {
        return;
    }
    let before = out.len();
    let ground = if end == first + 1 {
        Ground::Word
    } else {
        Ground::Part
    };
    push(reading, first..end, ground, false, out);
    for form in &mut out[before..] {
        form.placed = true;
    }
}

/// Whether a word of a name is no everyday one.
fn is_open(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens[at].is_word() && reading.tokens[at].is_capitalised() && !is_everyday(reading, at)
}

/// `Honda Atlas` and `Honda` of `Honda Atlas Cars`; of `Engineering Development Board` nothing: its words are
/// everyday ones.
fn beginnings(reading: &Reading<'_>, core: Range<usize>, company: bool, out: &mut Vec<Form>) {
    let first = core.start;
    let land = is_land(reading, first);
    let least = match land {
        Some(end) if end < core.end => first + 2,
        _ => first + 1,
    };
    for end in (least..core.end).rev() {
        let (last, single) = (end - 1, end - first == 1);
        let closes = reading.tokens[last].is_capitalised() && reading.tokens[last].is_word();
        // `Bright Harvest` of `Bright Harvest Foods`, of which only what the company does is left out
        let whole = company && end + 1 == core.end && is_company(reading, end);
        let open = single || whole || (first..end).any(|at| is_open(reading, at));
        if !closes || land == Some(end) || !open {
            continue;
        }
        let known = reading.classes(first).contains(Classes::CAPITALISED);
        if single && (known || is_everyday(reading, first) && !company) {
            continue;
        }
        let generic = (end..core.end).all(|at| is_generic(reading, at) || !reading.tokens[at].is_word());
        let ground = if single { Ground::Word } else { Ground::Part };
        let before = out.len();
        push(reading, first..end, ground, generic, out);
        // `Volkswagen of America`, `Toyota Egypt`
        let rest = end + usize::from(reading.is(end, "of"));
        if is_land(reading, rest) == Some(core.end) {
            for form in &mut out[before..] {
                form.abroad = true;
            }
        }
    }
}

/// `Ministry of Trade`, `Trade Ministry` of `Ministry of Trade, Industry and Energy`; `Department of Commerce` of `U.S.
/// Department of Commerce`.
fn offices(reading: &Reading<'_>, core: Range<usize>, out: &mut Vec<Form>) {
    let is_office = |at: usize| {
        reading.hits_of(at, Lists::of(&[List::OrgHeads])).any(|hit| {
            hit.label == Label::Government
                && reading.lexicon.cell(hit.row, org_head::POSITION) == "both"
                && hit.end as usize == at + 1
        })
    };
    let Some(head) = core.clone().find(|&at| is_office(at)) else {
        return;
    };
    let last = core.end - 1;
    let topic = match reading.is(head + 1, "of") && head + 2 < core.end {
        true => head + 2 + usize::from(reading.is(head + 2, "the")),
        // `Trade | Ministry`
        false if head == last => is_land(reading, core.start)
            .filter(|land| *land < head)
            .unwrap_or(core.start),
        false => return,
    };
    let end = if topic < head { head } else { core.end };
    let joint =
        |at: &usize| reading.tokens[*at].is(b',') || reading.is(*at, "and") || reading.tokens[*at].is(b'&');
    let first = (topic..end).find(joint).unwrap_or(end);
    for end in [first, end] {
        let words = reading.tokens.get(topic..end).unwrap_or_default();
        let [begin, ..] = words else { return };
        let words = words.iter().map(|token| token.hash);
        let len = end - topic + 1;
        let office = reading.tokens[head].hash;
        let before = words.clone().chain([office]).fold(0, join);
        let behind = [office, word_hash("of")].into_iter().chain(words).fold(0, join);
        for (key, head, len) in [(before, begin.hash, len), (behind, office, len + 1)] {
            if out.iter().all(|form| form.key != key) {
                out.push(Form {
                    key,
                    head,
                    len,
                    ground: Ground::Part,
                    everyday: false,
                    generic: true,
                    abroad: false,
                    placed: false,
                });
            }
        }
    }
}

fn person(reading: &Reading<'_>, core: Range<usize>, out: &mut Vec<Form>) {
    if core.len() < 2 {
        return;
    }
    for end in core.start + 2..core.end {
        if reading.tokens[end - 1].is_capitalised() {
            push(reading, core.start..end, Ground::Part, true, out);
        }
    }
    for first in core.start + 1..core.end - 1 {
        push(reading, first..core.end, Ground::Part, true, out);
    }
    // The surname may stand first or last, and in much of Asia the given name is what is repeated.
    for at in core.clone().rev() {
        let token = &reading.tokens[at];
        let glued = token.glued() && at > core.start
            || reading
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.glued() && at + 1 < core.end);
        if token.is_word()
            && token.is_capitalised()
            && (token.end - token.start > 2 || is_short_surname(reading, at))
            && !reading.word(at).ends_with('.')
            && (!glued || is_behind_article(reading, at))
        {
            push(reading, at..at + 1, Ground::Word, at + 1 == core.end, out);
        }
    }
}

/// `al-Kabariti`, `el-Sisi`: a surname with the Arabic article, which news leaves out as it likes.
pub(super) fn is_behind_article(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.tokens.get(at + 1);
    let goes_on = next.is_some_and(|next| next.glued() && next.is(b'-'));
    let hyphen = at > 1 && reading.tokens[at].glued() && reading.tokens[at - 1].is(b'-');
    hyphen
        && !goes_on
        && reading.tokens[at - 2].end - reading.tokens[at - 2].start <= 3
        && (reading.hits_at(at - 2).iter()).any(|hit| Context::of(hit) == Some(Context::Particle))
}

/// `Li`, `Xi`, `Ng`: two letters that are no word.
fn is_short_surname(reading: &Reading<'_>, at: usize) -> bool {
    let token = &reading.tokens[at];
    token.end - token.start == 2
        && token.shape == Shape::Capitalised
        && !is_everyday(reading, at)
        && reading.classes(at).contains(Classes::SURNAME)
}
