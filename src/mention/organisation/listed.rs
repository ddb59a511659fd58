//! Organisations that the lists have.

use std::ops::Range;

use super::super::name::{office, Case, Context, Open, Words};
use super::super::{Candidate, Origin, Strength};
use super::head::head_at;
use super::push;
use crate::lexicon::{make, organisation, Classes, Form, Hit, List, Lists, Tag};
use crate::token::Shape;

/// Adds the listed names inside a run of tokens, the longest from left to right.
pub(super) fn find<'x>(
    words: &Words<'_, 'x>,
    case: Case,
    run: Range<usize>,
    before_title: bool,
    open: &mut Vec<Open>,
    out: &mut Vec<Candidate<'x>>,
) {
    let mut at = run.start;
    if case == Case::Sentence && is_two_surnames(words, &run) {
        open.push(Open {
            tokens: run,
            before_title,
            listed: 0,
            called: false,
        });
        return;
    }
    while at < run.end {
        let Some(hit) = hit_at(words, at).filter(|hit| hit.end as usize <= run.end || reaches(words, hit))
        else {
            at += 1;
            continue;
        };
        let end = hit.end as usize;
        // `The Standard | Bank`: an article at the head of a longer name.
        if words.is(at, "the") && words.capital(end) && words.follows(end) {
            at += 1;
            continue;
        }
        // `MPs` are many, `P-3 Orion` is a model.
        // `Etihad Stadium` is a place.
        let site =
            || words.follows(end) && words.capital(end) && words.context_at(end, Context::Place).is_some();
        if end == at + 1 && (is_many(words, hit) || behind_code(words, at) || site()) {
            at = end;
            continue;
        }
        let risk = risk(words, hit);
        // `the Fed` without its article.
        if words.reading.lexicon.surface(hit.entry).starts_with("the ") {
            at += 1;
        }
        let alone = at == run.start && end >= run.end;
        if is_of_title(words, &run, at..end, before_title) || is_part(words, &run, at..end, risk) {
            at = end;
            continue;
        }
        let tokens = at..end;
        at = match risk {
            None => {
                let tokens = match case {
                    Case::Sentence => {
                        let whole = widened(words, tokens, &run);
                        if whole.end < run.end && whole.start == run.start {
                            // `Samsung C&T`: the whole, should the words around it speak for it.
                            open.push(Open {
                                tokens: run.clone(),
                                before_title,
                                listed: 0,
                                called: false,
                            });
                        }
                        whole
                    }
                    Case::Title | Case::Upper => tokens,
                };
                push_listed(words, tokens, hit, out)
            }
            Some(_) if case != Case::Sentence => end,
            Some(Risk::Words) => push_listed(words, tokens, hit, out),
            Some(risk) => match subsidiary(words, end, run.end, risk) {
                Some(last) => push_listed(words, at..last, hit, out),
                None => {
                    // `Toyota | -Mazda`
                    let paired = words.mark(end, b'-')
                        && words.glued(end)
                        && is_listed(words, end + 1).is_some_and(|last| last <= run.end);
                    if alone || paired && at == run.start {
                        open.push(Open {
                            tokens,
                            before_title,
                            listed: risk.points(words, at),
                            called: false,
                        });
                    }
                    end
                }
            },
        };
    }
}

/// Whether a listed name is the field of the office behind it, or half of it, or goes on into its title.
fn is_of_title(words: &Words<'_, '_>, run: &Range<usize>, name: Range<usize>, before_title: bool) -> bool {
    let Range { start: at, end } = name;
    // `Energy and Mineral Resources Minister`, but not `Bangladesh Bank Governor`
    let bank = || words.place(at).is_some() && head_at(words, end - 1).is_some_and(|head| !head.weak);
    let field = before_title && end == run.end && end > at + 1 && office(words, &(at..end)) && !bank();
    // `Treasury and Finance Minister`, `US | Treasury Secretary`
    let half = words.is(end, "and") && words.capital(end + 1) && {
        let title = (end + 2..end + 4).find(|&at| words.title_at(at).is_some());
        title.is_some_and(|title| words.all_common(at..end) && office(words, &(end + 1..title)))
    };
    field || half || before_title && end > run.end
}

/// Whether the ending of a plural makes an acronym look like a listed one: `MPs`.
fn is_many(words: &Words<'_, '_>, hit: &Hit) -> bool {
    let word = words.reading.word(hit.first as usize);
    let acronym = word.strip_suffix('s').unwrap_or_default();
    acronym.len() > 1
        && acronym.bytes().all(|byte| byte.is_ascii_uppercase())
        && words.reading.lexicon.surface(hit.entry) != word
}

/// Whether the letter and number of a model stand right before a word: `P-3 Orion`, `F-35 Lightning`.
fn behind_code(words: &Words<'_, '_>, at: usize) -> bool {
    at > 2
        && words.follows(at)
        && words.reading.tokens[at - 1].is_number()
        && words.glued(at - 1)
        && words.mark(at - 2, b'-')
        && words.glued(at - 2)
        && words.reading.word(at - 3).len() == 1
        && words.capital(at - 3)
}

/// The end of a name that may be something else, with the country behind it that closes its run and makes it a company's:
/// `Apple India raised`, but not `Total Africa exports`.
fn subsidiary(words: &Words<'_, '_>, end: usize, run: usize, risk: Risk) -> Option<usize> {
    let last = abroad(words, end, run);
    let company =
        last == run && last > end && (!matches!(risk, Risk::Word | Risk::Given) || does(words, last));
    company.then_some(last)
}

/// `Kruger-Lindt`: two surnames with a hyphen between them are one name, whoever else is called by either; two makers
/// are two (`Toyota-Mazda`).
fn is_two_surnames(words: &Words<'_, '_>, run: &Range<usize>) -> bool {
    let own = |at: usize| {
        words.reading.tokens[at].shape == Shape::Capitalised
            && words.reading.hit(at, List::VehicleMakes).is_none()
            && words.place(at).is_none()
    };
    let (first, last) = (run.start, run.start + 2);
    run.len() == 3
        && words.mark(first + 1, b'-')
        && words.glued(first + 1)
        && words.glued(last)
        && own(first)
        && own(last)
        && [first, last]
            .iter()
            .any(|&at| hit_at(words, at).is_some_and(|hit| risk(words, hit) == Some(Risk::Surname)))
}

/// Whether a verb in small letters or what is owned follows a name.
fn does(words: &Words<'_, '_>, end: usize) -> bool {
    let tag = words.reading.tag(end);
    tag == Tag::Genitive
        || words.small(end) && matches!(tag, Tag::VerbPast | Tag::VerbS | Tag::Have | Tag::Be | Tag::Modal)
}

/// A listed name with what belongs to it on both sides: its partner, its country, its division.
fn widened(words: &Words<'_, '_>, tokens: Range<usize>, run: &Range<usize>) -> Range<usize> {
    let first = match holds_office(words, tokens.end) {
        true => tokens.start,
        false => partner(words, tokens.start, run.start),
    };
    let end = abroad(words, tokens.end, run.end);
    first..division(words, first, end, run.end)
}

/// Adds a name that the list is sure of; gives the token after it.
fn push_listed<'x>(
    words: &Words<'_, 'x>,
    tokens: Range<usize>,
    hit: &Hit,
    out: &mut Vec<Candidate<'x>>,
) -> usize {
    let end = tokens.end;
    push(
        words,
        tokens,
        words.reading.lexicon.origin(hit.row),
        Strength::Strong,
        out,
    );
    end
}

/// Adds listed names that begin with a small letter or a figure (`flydubai`, `3M`): only as the list has
/// them.
pub(crate) fn find_small<'x>(words: &Words<'_, 'x>, out: &mut Vec<Candidate<'x>>) {
    let reading = words.reading;
    const ORGANISATIONS: Lists = Lists::of(&[List::Organisations]);
    for group in reading.groups(ORGANISATIONS) {
        let first = reading.hits[group.start].first as usize;
        if words.capital(first) {
            continue;
        }
        for hit in reading.hits_of(first, ORGANISATIONS) {
            let tokens = first..hit.end as usize;
            let surface = reading.lexicon.surface(hit.entry);
            let plain = tokens.len() == 1 && words.english(first);
            let digits = reading.tokens[first].is_number() && tokens.len() == 1;
            if surface == reading.slice(tokens.clone()) && !plain && !digits && !words.is(first, "the") {
                let origin = reading.lexicon.origin(hit.row);
                push(words, tokens, origin, Strength::Strong, out);
            }
        }
    }
}

/// Whether a listed name is only a part of another name: the surname of a person, the first word of a
/// country's name.
fn is_part(words: &Words<'_, '_>, run: &Range<usize>, hit: Range<usize>, risk: Option<Risk>) -> bool {
    let longer = words.reading.hits_at(hit.start).iter().any(|other| {
        other.end as usize > hit.end
            && matches!(
                other.list,
                List::Countries | List::Cities | List::Admin1 | List::Regions
            )
    });
    if longer || hit.len() > 1 {
        return longer;
    }
    // `Bob Dole`: a short name that is a word as well stands before a surname.
    let given = hit.start > run.start
        && words.classes(hit.start - 1).contains(Classes::GIVEN_NAME)
        && (!words.common(hit.start - 1)
            || words.classes(hit.start).contains(Classes::SURNAME) && hit.end == run.end)
        && is_listed(words, hit.start - 1).is_none();
    // `Aliko Dangote`: an unknown word before, and nothing behind.
    // `Ana Honda, general manager of …`
    let unknown = (matches!(risk, Some(Risk::Surname | Risk::Given)) || holds_office(words, hit.end))
        && hit.start == run.start + 1
        && hit.end == run.end
        && !words.inside(run.start)
        && words.word(run.start)
        && !words.english(run.start)
        && words.reading.tokens[run.start].shape == Shape::Capitalised
        && words.place(run.start).is_none()
        && is_listed(words, run.start).is_none();
    given
        || unknown
        || hit.start > run.start
            && words.reading.word(hit.start - 1).len() == 2
            && words.reading.word(hit.start - 1).ends_with('.')
}

/// The end with a country's or continent's name right behind: the company there (`Toyota Egypt`,
/// `Toyota do Brasil`).
fn abroad(words: &Words<'_, '_>, end: usize, limit: usize) -> usize {
    if end + 1 < limit && words.small(end) && words.capital(end + 1) {
        return end + 2;
    }
    words.land(end).filter(|land| *land <= limit).unwrap_or(end)
}

/// `X, president of …`: whoever is named before holds an office.
fn holds_office(words: &Words<'_, '_>, end: usize) -> bool {
    words.mark(end, b',') && (end + 1..end + 4).any(|at| words.small(at) && words.title_at(at).is_some())
}

/// The start with a partner that no list knows right before, as joint ventures have it: `Oyak | Renault`, `HD |
/// Hyundai`.
fn partner(words: &Words<'_, '_>, at: usize, limit: usize) -> usize {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= limit) else {
        return at;
    };
    let alone = before == limit && words.word(before) && words.capital(before) && words.follows(at);
    match alone && words.unlisted(before) {
        true => before,
        false => at,
    }
}

/// The end with a plural, a second maker or, behind an acronym, a word that no list knows, which close the name:
/// `Mitsubishi | Materials`, `FAW | Toyota`, `ING | Barings`.
fn division(words: &Words<'_, '_>, first: usize, end: usize, limit: usize) -> usize {
    let plural = |at: usize| {
        words.capital(at)
            && words.capitalised_plural(at)
            && !words.person_name(at)
            && words.reading.hit(at, List::VehicleModels).is_none()
    };
    let maker = |at: usize| {
        words.reading.hit(at, List::VehicleMakes).is_some_and(|hit| {
            hit.end as usize == limit && words.reading.lexicon.cell(hit.row, make::FLAGS).is_empty()
        })
    };
    let acronym = end == first + 1 && words.reading.tokens[first].shape == Shape::Upper;
    let own = |at: usize| {
        let token = &words.reading.tokens[at];
        acronym && token.shape == Shape::Capitalised && token.end - token.start > 3 && words.unlisted(at)
    };
    match end + 1 == limit && words.follows(end) && (plural(end) || maker(end) || own(end)) {
        true => limit,
        false => end,
    }
}

/// Whether the rest of a name that goes past its run is set as a name (`Bank of America`).
fn reaches(words: &Words<'_, '_>, hit: &Hit) -> bool {
    let last = hit.end as usize - 1;
    words.capital(last)
        || words.reading.tokens[last].is_number()
        || words.mark(last, b')')
        || words.genitive(last)
}

/// The line of the list that has a name as it stands.
pub(super) fn origin<'x>(words: &Words<'_, 'x>, tokens: &Range<usize>) -> Option<Origin<'x>> {
    let hit = hit_at(words, tokens.start).filter(|hit| hit.end as usize == tokens.end)?;
    Some(words.reading.lexicon.origin(hit.row))
}

fn hit_at<'r>(words: &Words<'r, '_>, at: usize) -> Option<&'r Hit> {
    words
        .reading
        .hits_of(at, Lists::of(&[List::Organisations, List::VehicleMakes]))
        // Of rows with the same name the last, which is a user's if he has one.
        .max_by_key(|hit| (hit.end, hit.list == List::Organisations, hit.entry))
}

/// Whether a listed organisation begins at a token; its end.
pub(crate) fn is_listed(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    hit_at(words, at).map(|hit| hit.end as usize)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Risk {
    /// An everyday word: `Apple`.
    Word,
    /// Everyday words: `Constellation Energy`. Their capitals are enough inside a sentence.
    Words,
    /// A given name: `Milton`.
    Given,
    /// A surname: `Ford`.
    Surname,
    /// A place: `Hino`.
    Place,
    /// An airport, which its operator is sometimes called like: `Schiphol`.
    Site,
    /// Two letters: `MG`.
    Short,
}

impl Risk {
    /// What the list's word is worth beside the evidence in the article.
    fn points(self, words: &Words<'_, '_>, at: usize) -> i32 {
        match self {
            Self::Word if words.reading.opens_sentence(at) => 1,
            Self::Given | Self::Short | Self::Site => 1,
            _ => 2,
        }
    }
}

/// What else the found form of a listed name may be.
fn risk(words: &Words<'_, '_>, hit: &Hit) -> Option<Risk> {
    let lexicon = words.reading.lexicon;
    let surface = lexicon.surface(hit.entry);
    let single = hit.end == hit.first + 1;
    let first = hit.first as usize;
    let everyday = (single && words.english(first) && words.reading.tokens[first].shape != Shape::Upper)
        .then_some(Risk::Word);
    if hit.list == List::VehicleMakes {
        if hit.form != Form::Name && !single {
            return None;
        }
        if let Some(flag) = lexicon.values(hit.row, make::FLAGS).next() {
            return Some(match flag {
                "word" => Risk::Word,
                "short" => Risk::Short,
                "given" => Risk::Given,
                "surname" => Risk::Surname,
                _ => Risk::Place,
            });
        }
        return everyday;
    }
    for flag in lexicon.values(hit.row, organisation::FLAGS) {
        let Some((kind, alias)) = flag.split_once(':') else {
            continue;
        };
        if alias == surface {
            return match kind {
                "given" => Some(Risk::Given),
                "surname" => Some(Risk::Surname),
                "place" => Some(Risk::Place),
                "site" => Some(Risk::Site),
                "words" => Some(Risk::Words),
                "shared" => None,
                "acronym-word" if words.reading.tokens[first].shape == Shape::Upper => None,
                _ => Some(Risk::Word),
            };
        }
    }
    everyday
}
