//! What is said of a name behind a comma: `X, a maker of …`, `X, 45, …`, `X, who …`.

use std::ops::Range;

use super::super::{Context, Words};
use super::points::Points;
use crate::lexicon::{Hit, Tag};

/// `X, 45, a …`
fn is_age(words: &Words<'_, '_>, at: usize) -> bool {
    let two = |word: &str| word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let number = words
        .reading
        .tokens
        .get(at)
        .is_some_and(|token| token.is_number());
    number && two(words.reading.word(at)) && (words.mark(at + 1, b',') || words.mark(at + 1, b'.'))
}

/// `X, a maker of …` and `X, chairman of …`
pub(super) fn apposition(words: &Words<'_, '_>, name: &Range<usize>, points: &mut Points) {
    let first = name.end + 1;
    if words.is(first, "who") || is_age(words, first) {
        points.tell_somebody();
        return;
    }
    // `X, which makes …`, `X, which is listed in …`, `X, based in …`
    let which = words.is(first, "which");
    let verb = first + usize::from(which) + usize::from(which && words.reading.tag(first + 1) == Tag::Be);
    if words.context_at(verb, Context::CompanyAdjective).is_some()
        || which && words.verb_at(first + 1, Context::Act)
    {
        points.tell(2);
        points.named += 2;
        return;
    }
    // `Transtejo, which runs the crossing`: of people it is `who`.
    let does = matches!(
        words.reading.tag(first + 1),
        Tag::VerbS | Tag::VerbPast | Tag::Have
    );
    let own = words.unlisted(name.end - 1) || name.len() > 1 && name.clone().any(|at| words.unlisted(at));
    if which && does && own {
        points.organisation += 2;
        return;
    }
    // `X, whose plants …`
    let named = name.len() > 1 && name.clone().any(|at| words.english(at) && !words.person_name(at));
    let has = |at: usize| words.context_at(at, Context::Asset).is_some();
    if words.is(first, "whose") && (named || (first + 1..first + 4).any(has)) {
        points.tell(2);
        points.named += 2;
        return;
    }
    for at in first..first + 7 {
        if words.title_at(at).is_some() {
            points.person += 3;
            return;
        }
        let kind = words.context_at(at, Context::Organisation);
        if kind.is_some() || words.context_at(at, Context::CompanyPhrase).is_some() {
            // `X, the company's chief executive`
            let owner = kind.filter(|kind| words.genitive(kind.end as usize));
            let title = |owner: &Hit| (1..=3).any(|on| words.title_at(owner.end as usize + on).is_some());
            if owner.is_some_and(title) {
                points.tell_somebody();
                return;
            }
            points.tell(2);
            points.named += 2;
            return;
        }
        if words.context_at(at, Context::Person).is_some() {
            points.person += 3;
            return;
        }
        if !words.word(at) && !words.mark(at, b'-') && !words.genitive(at)
            || !words.follows(at)
            || matches!(
                words.reading.tag(at),
                Tag::Modal | Tag::Have | Tag::Be | Tag::VerbPast
            )
        {
            return;
        }
    }
}
