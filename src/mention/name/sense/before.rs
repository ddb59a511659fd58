//! What the words right before a name tell of it: `shares of X`, `the law firm X`, `said X`.

use super::super::{Context, Words};
use super::business::{is_agent, is_sum};
use super::everyday::{tells, told};
use super::points::{Points, THING};
use super::somebody::is_whole_and_acts;
use super::{name_word, Open};
use crate::lexicon::{Label, Tag};
use crate::token::Shape;

/// What stands before. Whether it was a phrase that only goes with names of one kind.
pub(super) fn before(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    let start = name.tokens.start;
    if start == 0 || !words.follows(start) {
        return false;
    }
    let settled = by_phrase_before(words, name, points);
    if !settled {
        by_word_before(words, name, points);
    }
    settled
}

/// Phrases before a name that only go with names of one kind: `its former owner,`, `led by`. Whether there is one.
fn by_phrase_before(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    by_office_or_words(words, name, points)
        || by_noun_before(words, name, points)
        || by_company_phrase(words, name, points)
        || by_deed_or_example(words, name, points)
}

/// What only somebody gets or does: `named X as chief executive`, `quoted X as saying`.
fn by_office_or_words(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    let start = name.tokens.start;
    let last = start - 1;
    // `named Sutarjo as chief executive`
    if words.context_before(start, Context::Appoint).is_some() && office(words, name.tokens.end) {
        points.tell_somebody();
        return true;
    }
    // `the agency quoted Sutarjo as saying`
    let end = name.tokens.end;
    let told = matches!(
        words.reading.tag(last),
        Tag::VerbPast | Tag::VerbPart | Tag::VerbS
    );
    if told && words.is(end, "as") && words.is(end + 1, "saying") {
        points.tell_somebody();
        return true;
    }
    false
}

/// A noun that says what is called so: `the journal X`, `law firm X`.
fn by_noun_before(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    let start = name.tokens.start;
    let last = start - 1;
    // `the journal Nature`
    let goes_on =
        |at: usize| words.mark(at, b'-') && words.glued(at) || words.is(at, "and") && words.capital(at + 1);
    if words.small(last)
        && words.reading.tag(last) == Tag::Noun
        && words.context_before(start, Context::Body).is_some()
        && !goes_on(name.tokens.end)
    {
        points.tell(4);
        points.named += 4;
        return true;
    }
    // `the bulk carrier Greta Holm`, but not `the ship Maersk built`
    if words.context_before(start, Context::Thing).is_some() {
        points.place += if name.listed == 0 { THING } else { 0 };
        return true;
    }
    if words.context_before(start, Context::Organisation).is_some()
        || is_agent(words, last) && name.tokens.len() == 1 && words.unlisted(start)
        || words.context_before(start, Context::CompanyAdjective).is_some()
            && start > 1
            && words.mark(start - 2, b'-')
    {
        // `law firm Tods Murray`, but `investor Warren Buffett`
        let last = name.tokens.end - 1;
        let agent = ["er", "or"]
            .iter()
            .any(|agent| words.reading.word(start - 1).ends_with(agent));
        let doer = agent || words.context_before(start, Context::Doer).is_some();
        let named = name.tokens.len() == 1 || words.person_name(last) && doer;
        points.tell(if named { 2 } else { 4 });
        points.named += if words.context_before(start, Context::Organisation).is_some() {
            4
        } else {
            2
        };
        return true;
    }
    false
}

/// A phrase that companies stand behind: `shares of X`, `according to X`.
fn by_company_phrase(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    let start = name.tokens.start;
    // `Chief Executive of Thomas Cook`: nobody has such an office of somebody, but a player has a manager.
    let office = words
        .title_ending(start - 1)
        .filter(|_| words.is(start - 1, "of") && name.has_parts())
        .filter(|title| words.context_at(title.first as usize, Context::Doer).is_none());
    if office.is_some_and(|title| title.label == Label::Corporate) {
        points.tell(2);
        points.proof = true;
        return true;
    }
    if let Some(from) = words.context_before(start, Context::CompanyPhrase) {
        // `according to` goes with whoever speaks.
        let anyone =
            words.is(from, "according") && !name.tokens.clone().any(|at| words.word(at) && words.english(at));
        points.person += if anyone { 2 } else { 0 };
        if words.is(from, "according") {
            points.organisation += 2;
        } else {
            points.tell(2);
            // `director of Corporate Affairs`
            points.named += if words.title_at(from).is_some() { 0 } else { 2 };
        }
        return true;
    }
    false
}

/// Who does, leads or gets something, or is an example of companies: `is owned by X`, `buyers such as X`.
fn by_deed_or_example(words: &Words<'_, '_>, name: &Open, points: &mut Points) -> bool {
    let start = name.tokens.start;
    let last = start - 1;
    // `the debt is owned by Jingye`
    let done = |verb: usize| words.verb_at(verb, Context::Act) && words.reading.tag(verb) != Tag::Noun;
    if words.is(last, "by")
        && last > 0
        && name.tokens.len() == 1
        && words.unlisted(start)
        && !words.mark(name.tokens.end, b'-')
        && (done(last - 1) || done_there(words, last))
    {
        points.tell(2);
        return true;
    }
    // `its former owner, Jingye`
    if words.mark(last, b',') && words.context_before(last, Context::Organisation).is_some() {
        points.tell(2);
        return true;
    }
    // `led by Akinwumi Adesina`
    if words.context_before(start, Context::PersonPhrase).is_some() {
        points.person += 3;
        return true;
    }
    // `60% of Stitchwell`
    if words.is(last, "of") && last > 0 && words.mark(last - 1, b'%') {
        points.tell(2);
        points.named += 2;
        return true;
    }
    if words.is(last, "the") && start > 1 && words.context_before(last, Context::CompanyPhrase).is_some() {
        points.organisation += 2;
        return true;
    }
    // `buyers such as Nordkaffe`
    let example = words.is(last, "like") || words.is(last, "including");
    let example = match words.is(last, "as") && start > 1 && words.is(last - 1, "such") {
        true => Some(last - 1),
        false => example.then_some(last),
    };
    if example.is_some_and(|at| words.context_before(at, Context::Organisation).is_some()) {
        points.tell(2);
        return true;
    }
    // `sold it to Santander for £2bn`
    let sum = words.is(name.tokens.end, "for") && is_sum(words, name.tokens.end + 1);
    if words.is(last, "to") && sum {
        points.tell(4);
        return true;
    }
    // `took over Polar Haddock for $21 million`
    let particle = usize::from(words.is(last, "up") || words.is(last, "over"));
    let verb = last.saturating_sub(particle);
    let buys = words.small(verb) && matches!(words.reading.tag(verb), Tag::Verb | Tag::VerbPast);
    if buys && sum && words.is_on_business() {
        points.tell(2);
        points.named += 2;
        return true;
    }
    false
}

/// `assembled in Lahore | by`: whether a participle of what companies do governs the `by` at a token over a place.
fn done_there(words: &Words<'_, '_>, by: usize) -> bool {
    const REACH: usize = 4;
    let Some(from) = (by.saturating_sub(REACH)..by).rev().find(|&at| words.small(at)) else {
        return false;
    };
    from > 0
        && words.inside(from + 1)
        && (from..=by).all(|at| words.follows(at))
        && words.verb_at(from - 1, Context::Act)
        && matches!(words.reading.tag(from - 1), Tag::VerbPart | Tag::VerbPast)
}

/// Words before a name that go with names of one kind more often than with others.
fn by_word_before(words: &Words<'_, '_>, name: &Open, points: &mut Points) {
    let start = name.tokens.start;
    let last = start - 1;
    // `the competition authority, the CNMC`
    if words.is(last, "the") && start > 2 && words.mark(start - 2, b',') {
        let body = words.context_before(start - 2, Context::Organisation).is_some();
        points.tell(if body { 2 } else { 0 });
    }
    // `In The Chorus`: a work is called so.
    let article = words.is(last, "the") && words.capital(last) && !words.opens(last);
    if article && name.tokens.len() == 1 && name.listed == 0 && words.everyday(start) {
        points.place += THING;
    }
    let token = &words.reading.tokens[start];
    if words.is(last, "the") && token.shape == Shape::Upper && token.end - token.start >= 3 {
        points.organisation += 1;
    }
    if told(words, start) && !words.sure_name(start) {
        points.organisation += 5;
    } else if tells(words, last) && !words.person_name(start) && name.tokens.len() == 1 {
        // `told Handelsblatt`
        points.organisation += 1;
    } else if tells(words, last) && name.tokens.len() > 1 && !name_word(words, &name.tokens) {
        // `told France Bleu`, `told Fox Business`
        let medium = name
            .tokens
            .clone()
            .any(|at| words.place(at).is_some() || words.english(at));
        points.organisation += if medium { 2 } else { 0 };
    }
    if words.genitive(last) {
        let home = words.land_ending(last) || words.place_ending(last);
        match home {
            // `Amsterdam’s Schipol airport`
            true if words.site(name.tokens.end) => points.place += 2,
            true if name_word(words, &name.tokens) || is_whole_and_acts(words, name) => {
                points.organisation += 1
            }
            true => points.organisation += 2,
            false => points.against += 2,
        };
        points.person += i32::from(!home);
    }
    // `its Bosch battery`, but not `its Corolla`.
    let owned = name.listed > 0 && words.small(name.tokens.end);
    if determined(words, start) && !owned {
        points.against += 3;
    }
    if words.context_before(start, Context::Say).is_some() && !words.is(last, "called") {
        // `said Adugna Debela (PhD)`
        let own = |at: usize| {
            words.unlisted(at) || words.reading.tokens[at].shape == Shape::Capitalised && !words.english(at)
        };
        let full = matches!(name.tokens.len(), 2 | 3) && name.tokens.clone().all(own);
        points.person += if full && words.is(last, "said") { 2 } else { 1 };
        points.organisation += 1;
    }
}

/// Whether an office in small letters begins here, or behind `as`, `its`, `new`.
pub(super) fn office(words: &Words<'_, '_>, at: usize) -> bool {
    let skips = |at: &usize| {
        words.is(*at, "as")
            || matches!(
                words.reading.tag(*at),
                Tag::Possessive | Tag::Determiner | Tag::Adjective
            )
    };
    let first = at
        + (at..at + 3)
            .take_while(|at| skips(at) && words.title_at(*at).is_none())
            .count();
    words.small(first) && words.title_at(first).is_some()
}

/// Whether `its`, `a` or the like goes with a name, over figures and adjectives: `its $7bn Metaplant`.
pub(super) fn determined(words: &Words<'_, '_>, start: usize) -> bool {
    for at in (start.saturating_sub(6)..start).rev() {
        let token = &words.reading.tokens[at];
        match words.reading.tag(at) {
            Tag::Possessive => return true,
            Tag::Determiner => return !words.is(at, "the"),
            Tag::Adjective | Tag::Number => {}
            _ if token.is(b'-') || token.first == b'$' || token.is_number() => {}
            _ => return false,
        }
    }
    false
}
