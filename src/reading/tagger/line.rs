//! Lines that begin with a past tense and leave out who did it: `- Launched two drills in Kenya`.

use super::past::when;
use super::view::{Follow, View, NOUNISH};
use crate::lexicon::{Class, List, Tag, TagSet, Tags};

/// How many tokens may stand before the verb of a line.
const OPENING: usize = 4;
/// How many tokens behind it are looked at.
const LONG: usize = 40;
/// What may stand before it.
const MARKS: Tags = Tags::of(&[Tag::Mark, Tag::Adverb, Tag::Number]);
/// `being`, `been`
const UNFINISHED: Tags = Tags::of(&[Tag::VerbPart, Tag::VerbIng]);

/// Whether a word that may be a past tense or a participle is the verb of such a line. Behind a participle that describes a
/// subject still to come, no object stands, or a comma and that subject with its verb: `Named head of the firm, she said`.
pub(super) fn opens_line(view: &View<'_, '_>, choice: TagSet, at: usize, done: &[Tag]) -> bool {
    let opens = at < view.first + OPENING && (view.first..at).all(|before| MARKS.has(done[before]));
    if !opens || when(view, at + 1) {
        return false;
    }
    // `Increased demand helped`, `Adjusted profit of $3m`: an adjective, perhaps.
    let open = match object(view, at) {
        Object::None => return false,
        Object::Sure => false,
        Object::Bare if choice.first() == Tag::Adjective => return false,
        Object::Bare => true,
    };
    // `Named best employer`, `Awarded $3m contract`: of whom it is told, that is done to them.
    let done_to = view.reading.is_of(at, Class::Honoured) && !view.names(at + 1);
    !done_to && !subject_comes(view, at + 1, open)
}

/// What stands behind the verb.
enum Object {
    Sure,
    /// A noun without an article, of which the verb may be an adjective.
    Bare,
    None,
}

fn object(view: &View<'_, '_>, at: usize) -> Object {
    let next = view.follow(at + 1);
    // `Invested in a mill`, but not `Sold in Kenya`
    let alone = matches!(next, Follow::Preposition | Follow::To | Follow::Adverb)
        && view.reading.is_of(at, Class::Acted);
    // `Hired more than 300 people`
    let bounded = || {
        let bound = view.reading.hit(at + 1, List::Bounds);
        bound.is_some_and(|bound| view.follow(bound.end as usize) == Follow::Group)
    };
    match next {
        Follow::Group => Object::Sure,
        _ if alone || bounded() => Object::Sure,
        Follow::Noun => Object::Bare,
        _ => Object::None,
    }
}

/// Whether a finite verb that may have its subject before it comes behind a comma, or anywhere if the way is `open`.
fn subject_comes(view: &View<'_, '_>, from: usize, mut open: bool) -> bool {
    let bare = open;
    if bare && view.finite_ahead(from) {
        return true;
    }
    let mut within = false;
    let end = view.end.min(from + LONG);
    for at in from..end {
        let choice = view.choice(at);
        let token = &view.reading.tokens[at];
        let finite = match choice.first() {
            Tag::Mark if token.is(b',') => {
                // `, and revenue rose`
                if view.choice(at + 1).first() == Tag::Conjunction {
                    return false;
                }
                (open, within) = (true, false);
                continue;
            }
            Tag::Mark if token.is_dash() => return bare,
            // `Dried mango: $3m`
            Tag::Mark if token.is(b':') => return bare,
            Tag::Mark if token.is(b';') => return false,
            Tag::Wh | Tag::That | Tag::Subordinator => {
                within = true;
                continue;
            }
            _ if choice.has(Tag::Subordinator) && !bare => {
                within = true;
                continue;
            }
            Tag::Modal | Tag::Have | Tag::Do => true,
            Tag::Be => !choice.any(UNFINISHED),
            Tag::VerbPast => !choice.has(Tag::VerbPart) || bare,
            Tag::VerbPart => view.reading.is_of(at, Class::Said),
            Tag::VerbS => !choice.any(NOUNISH) || view.follow(at + 1) == Follow::Group,
            _ => false,
        };
        if finite && open && !within {
            return true;
        }
    }
    bare && end < view.end
}
