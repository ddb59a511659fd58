//! Whether words have the form of a person's name, and how sure the form alone makes it.

use std::ops::Range;

use super::super::name::{Context, Words};
use super::super::Strength;
use crate::lexicon::{org_head, Classes, Hit, List, Lists, Tag};
use crate::token::Shape;

/// Whether words can be a person's name by their form: no figures, no head noun of an organisation, no
/// common word but perhaps the last (`Ronald Stone`).
pub(crate) fn may_name(words: &Words<'_, '_>, run: Range<usize>, titled: bool) -> bool {
    if run.is_empty() || run.len() > 9 {
        return false;
    }
    let mut named = 0;
    let mut common = 0;
    for at in run.clone() {
        let token = &words.reading.tokens[at];
        if token.is_number() || token.is(b'&') || token.is(b'@') || token.is(b'+') {
            return false;
        }
        if !words.capital(at) {
            continue;
        }
        if !is_spoken(words, at) {
            return false;
        }
        // `William Trotter II`
        if at + 1 == run.end && run.len() > 2 && matches!(words.reading.word(at), "II" | "IV" | "VI") {
            continue;
        }
        let initial = is_initial(words, &run, at, titled);
        let upper = token.shape == Shape::Upper && !initial;
        if upper && token.end - token.start < 3 {
            return false;
        }
        // `R-Texas`: a senator's party and state.
        if at == run.start && initial && words.mark(at + 1, b'-') && words.place(at + 2).is_some() {
            return false;
        }
        let led =
            at > run.start && words.small(at - 1) && words.context_at(at - 1, Context::Particle).is_some();
        // `Warsaw Pact`
        let pact = at > run.start && at + 1 == run.end && !words.person_name(at);
        if pact && words.english(at) && words.reading.hit(at, List::PolicyHeads).is_some() {
            return false;
        }
        if words.common(at) && !words.person_name(at) && !initial && !led {
            common += usize::from(!is_common_surname(words, &run, at, titled));
        } else {
            named += 1;
        }
    }
    // `Sri Lanka Vidula Sandana`: nobody is called after a country of two words.
    let whole_land = words.land(run.start).is_some_and(|land| land > run.start + 1);
    // `Minister Jam Kamal Khan`
    let few = common == 0 || common == 1 && titled && named >= 2;
    // `Michael Jordan`, `Juan Carlos Portugal`, but not `Leach Zambia`
    let given = words.sure_name(run.start) && (words.person_name(run.end - 1) || two_given(words, &run));
    let abroad = run.len() > 1 && words.land_ending(run.end) && !given;
    // `said Nathan Lake, a spokesman`
    let called = titled
        && run.len() == 2
        && words.sure_name(run.start)
        && words.classes(run.start).contains(Classes::GIVEN_NAME);
    few && !is_listed(words, &run)
        && !abroad
        && !whole_land
        && (called || words.context_at(run.end - 1, Context::Place).is_none())
}

/// Whether a word can be spoken as a name, as `KGHM` and the `R44` of a helicopter cannot.
fn is_spoken(words: &Words<'_, '_>, at: usize) -> bool {
    let token = &words.reading.tokens[at];
    let word = words.reading.word(at);
    let spoken = token.shape != Shape::Upper
        || token.end - token.start <= 2
        || word.contains(['A', 'E', 'I', 'O', 'U', 'Y', '.'])
        || !word.is_ascii();
    spoken && !words.reading.has_digit(at) && words.reading.hit(at, List::Acronyms).is_none()
}

/// Whether a word stands for a given name: `T.`, `J`, or two letters before a surname.
fn is_initial(words: &Words<'_, '_>, run: &Range<usize>, at: usize, titled: bool) -> bool {
    let token = &words.reading.tokens[at];
    let letters = token.end - token.start;
    // `CS Ramanathar`, `JM Cilliers`
    let two = at == run.start && run.len() == 2 && letters == 2 && (titled || words.initials(at));
    words.reading.bytes(at).ends_with(b".") || letters == 1 || two
}

/// Whether an everyday word is the surname behind a name: `energy minister Tomás Gray`.
fn is_common_surname(words: &Words<'_, '_>, run: &Range<usize>, at: usize, titled: bool) -> bool {
    let called = words.person_name(run.start) || titled && words.unlisted(run.start);
    let last = at + 1 == run.end && at > run.start && called && (titled || run.len() == 2);
    // `former Oyo Member | of Parliament`
    let office = words.title_at(at).is_some() && words.is(at + 1, "of") && !words.person_name(run.start);
    // `aide Dovre Gold`, `top seed Jim Courier`
    let lexicon = words.reading.lexicon;
    let given =
        titled && words.sure_name(run.start) && words.classes(run.start).contains(Classes::GIVEN_NAME);
    let weak = |hit: &Hit| titled && lexicon.cell(hit.row, org_head::STRENGTH) == "weak";
    let mut heads = words.reading.hits_of(at, Lists::of(&[List::OrgHeads]));
    last && !office && (given || heads.all(weak))
}

/// Whether a list has all the words, two or more, as the name of something else.
fn is_listed(words: &Words<'_, '_>, run: &Range<usize>) -> bool {
    words.reading.hits_at(run.start).iter().any(|hit| {
        hit.end as usize == run.end
            && hit.end > hit.first + 1
            && matches!(
                hit.list,
                List::Organisations
                    | List::VehicleMakes
                    | List::VehicleModels
                    | List::Cities
                    | List::Admin1
                    | List::Countries
                    | List::Regions
            )
    })
}

/// Whether two given names stand before the last word of three.
fn two_given(words: &Words<'_, '_>, run: &Range<usize>) -> bool {
    let given = |at: usize| words.classes(at).contains(Classes::GIVEN_NAME) && !words.common(at);
    run.len() == 3 && given(run.start) && given(run.start + 1)
}

/// A name without surroundings: given name and surname.
pub(super) fn by_words(words: &Words<'_, '_>, run: Range<usize>) -> Option<Strength> {
    let (first, last) = (run.start, run.end - 1);
    // `Mercedes-Ashwood` is one word.
    if run.len() == 3 && words.glued(first + 1) && words.glued(last) {
        return None;
    }
    // `T V Narendran`
    let initial = |at: usize| words.reading.word(at).trim_end_matches('.').len() == 1 || words.initials(at);
    if initial(first) && words.capital(last) && !words.english(last) && (first..last).all(initial) {
        return Some(Strength::Fair);
    }
    // `Bill C-18`
    if initial(last) {
        return None;
    }
    let given = words.classes(first).contains(Classes::GIVEN_NAME);
    let surname = words
        .classes(last)
        .intersects(Classes::SURNAME | Classes::GIVEN_NAME);
    let sure = words.sure_name(first);
    let place = words.place(first) == Some(run.end);
    // `Men | In Black`
    let led = words.reading.tag(first) == Tag::Preposition;
    if place || led || words.demonym(first).is_some() {
        return None;
    }
    // `Park Min-seo`, `Liu Chi-tung`
    let syllables = run.len() == 4 && words.mark(first + 2, b'-') && words.small(last);
    if syllables && words.reading.tokens[first].end - words.reading.tokens[first].start <= 6 {
        return Some(Strength::Strong);
    }
    if given && surname {
        return Some(if sure || words.sure_name(last) {
            Strength::Strong
        } else {
            Strength::Fair
        });
    }
    // `Orban Katalin`, where the family's name stands first
    let reversed = run.len() == 2
        && words.classes(first).contains(Classes::SURNAME)
        && !words.common(first)
        && words.classes(last).contains(Classes::GIVEN_NAME)
        && words.sure_name(last)
        && words.reading.hits_at(first).is_empty()
        && words.reading.hits_at(last).is_empty();
    if reversed {
        return Some(Strength::Fair);
    }
    // `Wang Lirong`, `Do Ha Nam`, `Liu Chi-tung`
    let family_first = words.classes(first).contains(Classes::FAMILY_FIRST)
        && !words.classes(first).contains(Classes::FUNCTION)
        && (2..=4).contains(&run.len())
        && !(words.common(first) && words.reading.opens_sentence(first))
        && (first + 1..run.end).all(|at| {
            let hyphen = words.mark(at, b'-') || words.mark(at - 1, b'-');
            hyphen
                || words.capital(at)
                    && words.reading.tokens[at].shape != Shape::Upper
                    && (!words.english(at) || words.person_name(at))
        })
        && words.reading.word(last).len() < 10
        && words.land(last).is_none()
        && words.context_at(last, Context::Organisation).is_none();
    if family_first {
        return Some(Strength::Fair);
    }
    // `named Adrian Landmark chief executive`
    let office = run.len() == 2 && sure && words.small(run.end) && words.title_at(run.end).is_some();
    if two_given(words, &run) && sure && words.land(last) == Some(run.end) {
        return Some(Strength::Fair);
    }
    // `Chad Ochocinco` is rarer than `France Bleu`.
    let land = words.land(first).is_some() && !sure;
    if given && (!words.english(last) || office) && words.land(last).is_none() && !land {
        return Some(Strength::Fair);
    }
    if words.classes(last).contains(Classes::SURNAME)
        && words.sure_name(last)
        && !words.common(first)
        && words.place(first).is_none()
    {
        return Some(Strength::Fair);
    }
    None
}
