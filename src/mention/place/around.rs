//! What stands around a name: what follows and precedes it in its line, and what that tells of it.

use crate::lexicon::{title, Class, Classes, Label, List, Tag, WordId};
use crate::mention::name::Context;
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::{Gap, Shape, Token};

/// How far into an article a dateline may stand that ends with a full stop, in tokens.
const HEAD: usize = 60;

/// A run of words and what stands beside it.
#[derive(Clone, Copy)]
pub(super) struct Around<'r, 'x> {
    reading: &'r Reading<'x>,
    first: usize,
    end: usize,
}

impl<'r, 'x> Around<'r, 'x> {
    pub(super) fn new(reading: &'r Reading<'x>, first: usize, end: usize) -> Self {
        Self { reading, first, end }
    }

    fn token(&self, at: usize) -> Option<&'r Token> {
        self.reading.tokens.get(at)
    }

    /// The word before, in the same line and parted by a blank.
    pub(super) fn word_before(&self) -> Option<usize> {
        let at = self.first.checked_sub(1)?;
        (self.token(self.first)?.gap == Gap::Space && self.token(at)?.is_word()).then_some(at)
    }

    /// The word behind, in the same line and parted by a blank.
    pub(super) fn word_after(&self) -> Option<usize> {
        let token = self.token(self.end)?;
        (token.gap == Gap::Space && token.is_word()).then_some(self.end)
    }

    /// Whether the words around are in capitals altogether, so that capitals tell nothing.
    pub(super) fn is_in_capitals(&self) -> bool {
        let upper = |at: Option<usize>| {
            at.and_then(|at| self.token(at))
                .map(|token| token.shape == Shape::Upper)
        };
        let one = self
            .token(self.first)
            .is_some_and(|token| token.shape == Shape::Upper);
        one && match (upper(self.word_before()), upper(self.word_after())) {
            (Some(a), Some(b)) => a && b,
            (Some(a), None) | (None, Some(a)) => a,
            (None, None) => false,
        }
    }

    /// Whether the word before is capitalised and is a name rather than the opening of a sentence.
    pub(super) fn name_before(&self) -> Option<usize> {
        let at = self.word_before()?;
        let reading = self.reading;
        let token = self.token(at)?;
        let classes = reading.classes(at);
        let opens = classes.contains(Classes::COMMON) && reading.opens_sentence(at);
        let is_name = token.is_capitalised() && !classes.contains(Classes::FUNCTION) && !opens;
        is_name.then_some(at)
    }

    /// Whether the word behind is capitalised.
    pub(super) fn name_after(&self) -> Option<usize> {
        let at = self.word_after()?;
        self.token(at)?.is_capitalised().then_some(at)
    }

    /// Whether a first name stands before or a surname behind: `Chad Smith`, `Michael Jordan`, `J. Paris`.
    /// Behind an adjective any name may stand: `German Bundesbank`.
    pub(super) fn is_in_a_persons_name(&self, adjective: bool) -> bool {
        let reading = self.reading;
        if self.end != self.first + 1 || self.is_in_capitals() {
            return false;
        }
        let before = self.name_before();
        if before.is_some_and(|at| self.is_honorific(at)) {
            return true;
        }
        let own = reading.classes(self.first);
        let is_given = own.contains(Classes::GIVEN_NAME);
        if !is_given && !own.contains(Classes::SURNAME) {
            return false;
        }
        if let Some(at) = before {
            let classes = reading.classes(at);
            let given = classes.contains(Classes::GIVEN_NAME)
                && !classes.intersects(Classes::COMMON | Classes::FUNCTION);
            let token = &reading.tokens[at];
            let initial = token.end - token.start == 2 && reading.word(at).ends_with('.');
            let byline = classes.contains(Classes::GIVEN_NAME) && reading.zone(at) == ZoneKind::Byline;
            if (given || initial || byline) && !is_listed_place(reading, at) {
                return true;
            }
        }
        if adjective {
            return false;
        }
        let Some(at) = self.name_after() else { return false };
        let classes = reading.classes(at);
        let english = classes.intersects(Classes::COMMON | Classes::FUNCTION | Classes::CAPITALISED);
        let surname = classes.contains(Classes::SURNAME);
        // In a headline `Jordan Price` may be a price.
        let headline = Around::new(reading, at, at + 1).name_after().is_some();
        let name = surname && (!english || !headline) || !english && reading.ids[at] == WordId::UNKNOWN;
        is_given
            && name
            && !reading.hits_at(at).iter().any(|hit| {
                matches!(
                    hit.list,
                    List::OrgHeads | List::OrgSuffixes | List::PlaceHeads | List::Countries | List::Regions
                )
            })
    }

    /// `Mr`, `Ms`, `Dr` and the like, that stand before nothing but people.
    fn is_honorific(&self, at: usize) -> bool {
        let lexicon = self.reading.lexicon;
        self.reading.hits_at(at).iter().any(|hit| {
            hit.list == List::Titles
                && hit.end as usize == self.first
                && hit.label == Label::Honorific
                && lexicon.cell(hit.row, title::FLAGS).is_empty()
        })
    }

    /// Whether `in`, `at`, `from` or the like stands before, perhaps with `the`, `downtown`, `nearby` between.
    pub(super) fn is_located(&self) -> bool {
        let mut at = self.first;
        for _ in 0..2 {
            let Some(before) = Around::new(self.reading, at, at + 1).word_before() else {
                return false;
            };
            match self.reading.folded(before) {
                "in" | "at" | "near" | "from" | "outside" | "around" | "across" | "via" | "through"
                | "throughout" | "into" | "toward" | "towards" | "to" | "off" | "beyond" | "inside"
                | "between" | "within" => return true,
                "the" => at = before,
                _ if self.reading.is_of(before, Class::BesidePlace) => at = before,
                "of" => return self.is_part_of(before),
                _ => return false,
            }
        }
        false
    }

    /// `the city of`, `the port of`, `outskirts of`
    fn is_part_of(&self, of: usize) -> bool {
        Around::new(self.reading, of, of + 1)
            .word_before()
            .is_some_and(|at| {
                has_head(self.reading, at, Label::Noun) || self.reading.is_of(at, Class::Quarter)
            })
    }

    /// `-based`, `-listed`, `-made`
    pub(super) fn is_compounded(&self) -> bool {
        let reading = self.reading;
        let (Some(hyphen), Some(next)) = (self.token(self.end), self.token(self.end + 1)) else {
            return false;
        };
        hyphen.is_hyphen()
            && hyphen.glued()
            && next.glued()
            && next.shape == Shape::Lower
            && reading.may_be(self.end + 1, Tag::VerbPart)
    }

    /// `Dunedin and Hamilton`, `Austin, Boston`: a place that is nothing else stands in the same row.
    pub(super) fn is_among_places(&self) -> bool {
        let reading = self.reading;
        let joins = |at: usize| reading.is(at, "and") || self.token(at).is_some_and(|token| token.is(b','));
        let plain = |at: usize| {
            !reading
                .classes(at)
                .intersects(Classes::GIVEN_NAME | Classes::SURNAME | Classes::COMMON)
                && reading
                    .hits_at(at)
                    .iter()
                    .any(|hit| matches!(hit.list, List::Cities | List::Countries))
        };
        (self.first >= 2 && joins(self.first - 1) && plain(self.first - 2))
            || (joins(self.end) && plain(self.end + 1))
    }

    /// `-based`, `-headquartered`
    pub(super) fn is_based(&self) -> bool {
        self.is_compounded()
            && matches!(
                self.reading.folded(self.end + 1),
                "based" | "headquartered" | "born"
            )
    }

    /// `in`, `near`, `at` right before, which names of places follow more often than others.
    pub(super) fn is_inside(&self) -> bool {
        self.word_before().is_some_and(|at| {
            matches!(
                self.reading.folded(at),
                "in" | "near" | "at" | "outside" | "around"
            )
        })
    }

    /// `plant`, `factory`, `airport`, `steel mill` right behind, in small letters or after one modifier.
    pub(super) fn has_facility_behind(&self) -> bool {
        let Some(at) = self.word_after() else { return false };
        // `Essex | police`
        let asset = || {
            let mut hits = self.reading.hits_at(at).iter();
            hits.any(|hit| Context::of(hit) == Some(Context::PlaceAsset))
        };
        self.reading.tokens[at].shape == Shape::Lower && (has_head(self.reading, at, Label::Noun) || asset())
    }

    /// Whether it opens a story or a line and a dateline's mark follows: `KARACHI:`, `TOKYO, Aug 28`,
    /// `DETROIT (AP) -`, `SEOUL -`.
    pub(super) fn is_dateline(&self) -> bool {
        let reading = self.reading;
        let Some(token) = self.token(self.first) else {
            return false;
        };
        let opens = token.gap >= Gap::Line
            || (self.first > 0 && reading.tokens[self.first - 1].is(b'/') && token.glued() && {
                // DETROIT/WASHINGTON, March 27
                reading.tokens[self.first.saturating_sub(2)].gap >= Gap::Line
            });
        let Some(next) = self.token(self.end) else {
            return false;
        };
        if !opens || next.gap > Gap::Space {
            return false;
        }
        let upper = reading.tokens[self.first..self.end]
            .iter()
            .all(|token| !token.is_word() || token.shape == Shape::Upper);
        // `BUTTE 1996-08-22`, but not `HARTFORD 12 7 6` in a table
        let year = next.is_number() && next.end - next.start > 3 && self.first < HEAD;
        if next.is(b':') || next.is(b'/') || year {
            return upper;
        }
        if next.is_dash() || next.is_hyphen() {
            // `CENTRE-RIGHT WINS`
            let tied = || {
                let after = self.token(self.end + 1);
                next.glued() && after.is_some_and(|after| after.glued() && after.shape == Shape::Upper)
            };
            return (upper || next.gap == Gap::Space) && !tied();
        }
        if next.is(b'(') {
            return upper;
        }
        // `Wellington. The agency will pay.`
        let head = self.first < HEAD && next.is(b'.') && next.glued();
        if head {
            return self
                .token(self.end + 1)
                .is_some_and(|after| after.gap == Gap::Space && after.is_capitalised());
        }
        // A comma, then a day, a state or a mark.
        next.is(b',')
            && self.token(self.end + 1).is_some_and(|after| {
                upper
                    || after.is_number()
                    || reading
                        .hits_at(self.end + 1)
                        .iter()
                        .any(|hit| hit.list == List::Calendar)
            })
    }

    /// Whether the name of a fair or a show begins with it: `Canton Fair`, `Bharat Mobility Global Expo`.
    pub(super) fn opens_an_event(&self) -> bool {
        let reading = self.reading;
        let mut at = self.end;
        while at < self.end + 4 {
            let Some(next) = Around::new(reading, at, at).name_after() else {
                return false;
            };
            let event = reading
                .hits_at(next)
                .iter()
                .any(|hit| hit.list == List::OrgHeads && hit.label == Label::Event);
            if event {
                return true;
            }
            at += 1;
        }
        false
    }

    /// The words of a place right behind a comma or in brackets: where they begin.
    pub(super) fn beside(&self) -> Option<usize> {
        let next = self.token(self.end)?;
        let opens = next.is(b',') || next.is(b'(');
        let after = self.token(self.end + 1)?;
        (opens && after.is_capitalised() && after.gap <= Gap::Space).then_some(self.end + 1)
    }
}

/// Whether a list of places has a name that begins at a word.
fn is_listed_place(reading: &Reading<'_>, at: usize) -> bool {
    reading
        .hits_at(at)
        .iter()
        .any(|hit| hit.end as usize == at + 1 && matches!(hit.list, List::Countries | List::Regions))
}

/// Whether a head noun of places of this kind begins at a word.
fn has_head(reading: &Reading<'_>, at: usize, kind: Label) -> bool {
    reading
        .hits_at(at)
        .iter()
        .any(|hit| hit.list == List::PlaceHeads && hit.label == kind)
}

/// `de`, `ul`, `upon` between the words of a place's name.
pub(super) fn is_particle(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|token| {
        token.shape == Shape::Lower
            && token.gap == Gap::Space
            && reading.classes(at).contains(Classes::PLACE_PARTICLE)
    })
}

/// A word of a name of which no list of names knows more than that people or towns have it.
pub(super) fn is_own(reading: &Reading<'_>, at: usize) -> bool {
    !reading
        .classes(at)
        .intersects(Classes::COMMON | Classes::FUNCTION | Classes::CAPITALISED)
        && reading.hits_at(at).iter().all(|hit| {
            matches!(
                hit.list,
                List::Surnames | List::GivenNames | List::Cities | List::VehicleModels
            )
        })
}
