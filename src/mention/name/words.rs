//! What the finders of names ask of single words.

use std::ops::Range;

use super::context::{Context, Contexts};
use crate::lexicon::{country, title, Classes, Form, Hit, Label, List, Lists, RowId, Tag};
use crate::reading::Reading;
use crate::token::{Gap, Shape};

/// The lists of places.
const PLACES: Lists = Lists::of(&[List::Countries, List::Cities, List::Admin1, List::Regions]);

/// No name is longer than this many tokens.
pub(crate) const LONGEST: usize = 24;

/// A reading, with what names are told by close at hand.
pub(crate) struct Words<'r, 'x> {
    pub(crate) reading: &'r Reading<'x>,
    /// Titles and roles by the token after their last.
    titles: Vec<Title>,
    contexts: Contexts,
}

/// A title or role in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Title {
    pub(crate) first: u32,
    pub(crate) end: u32,
    pub(crate) row: RowId,
    pub(crate) form: Form,
    pub(crate) label: Label,
}

impl<'r, 'x> Words<'r, 'x> {
    pub(crate) fn new(reading: &'r Reading<'x>) -> Self {
        let mut titles: Vec<Title> = reading
            .groups(Lists::of(&[List::Titles]))
            .flat_map(|group| &reading.hits[group])
            .filter(|hit| hit.list == List::Titles)
            .map(|hit| Title {
                first: hit.first,
                end: hit.end,
                row: hit.row,
                form: hit.form,
                label: hit.label,
            })
            .collect();
        titles.sort_by_key(|title| (title.end, title.first));
        Self {
            reading,
            titles,
            contexts: Contexts::new(reading),
        }
    }

    /// The longest title that ends right before a token.
    pub(crate) fn title_ending(&self, at: usize) -> Option<Title> {
        if !self.reading.ends_title(at) {
            return None;
        }
        let from = self.titles.partition_point(|title| (title.end as usize) < at);
        self.titles
            .get(from)
            .copied()
            .filter(|title| title.end as usize == at)
    }

    /// The longest title that begins at a token.
    pub(crate) fn title_at(&self, at: usize) -> Option<Title> {
        self.reading.hit(at, List::Titles).map(|hit| Title {
            first: hit.first,
            end: hit.end,
            row: hit.row,
            form: hit.form,
            label: hit.label,
        })
    }

    /// Whether a title is a word that names begin with as well (`Malik`, `Syed`).
    pub(crate) fn is_name_part(&self, title: Title) -> bool {
        self.reading.lexicon.has(title.row, title::FLAGS, "name-part")
    }

    /// Whether a title is a word for other things as well, or for what somebody is to others (`Champion`, `Partner`).
    pub(crate) fn is_loose_title(&self, title: Title) -> bool {
        let flag = |flag| self.reading.lexicon.has(title.row, title::FLAGS, flag);
        title.form != Form::Name || flag("ambiguous") || flag("relation")
    }

    /// Whether a title inside a run of capitals parts it. One that means other things as well (`GM`, `IG`)
    /// must stand before a name that can be a person's.
    pub(crate) fn parts_run(&self, title: Title, end: usize) -> bool {
        let lexicon = self.reading.lexicon;
        let (first, next) = (title.first as usize, title.end as usize);
        if title.form != Form::Name {
            // `Economists Orban Katalin and …`
            return self.opens(first)
                && end > next + 1
                && (next..end).all(|at| !self.english(at) && self.reading.hit(at, List::OrgHeads).is_none());
        }
        // `Mother Teresa`, where the whole name of a relation follows elsewhere.
        if lexicon.has(title.row, title::FLAGS, "relation") {
            return next + 1 == end
                && self.sure_name(next)
                && self.classes(next).contains(Classes::GIVEN_NAME);
        }
        // `General Administration of Customs`
        if next < end && self.reading.hit(next, List::OrgHeads).is_some() && !self.person_name(next) {
            return false;
        }
        // `Tunisian General Labour Union`: an adjective in the name of a body
        let adjective = title.label == Label::Military && self.reading.may_be(first, Tag::Adjective);
        let body = next + 1 < end && self.reading.hit(end - 1, List::OrgHeads).is_some();
        if adjective && body && (next..end).all(|at| self.everyday(at)) {
            return false;
        }
        !lexicon.has(title.row, title::FLAGS, "ambiguous") || self.parts_as_title(title, end)
    }

    /// Whether a title that means other things as well (`GM`, `IG`) parts a run.
    fn parts_as_title(&self, title: Title, end: usize) -> bool {
        let (first, next) = (title.first as usize, title.end as usize);
        // `Margaret Lunn MP`, `Rep. Don Lunn`
        let behind_name = next == end
            && first > 1
            && self.follows(first)
            && self.follows(first - 1)
            && self.sure_name(first - 1)
            && self.capital(first - 2)
            && self.person_name(first - 2);
        let short = || self.reading.word(first).ends_with('.') && !self.glued(next) && self.capital(next);
        if behind_name || next < end && short() {
            return true;
        }
        let acts = |at: usize| {
            let tag = self.reading.tag(at);
            self.verb_at(at, Context::Say)
                || matches!(tag, Tag::VerbPast | Tag::Have | Tag::Be) && self.small(at)
        };
        // `King Birendra`, `Coach Xandão`, `Justice Farikullah`; `GM` and `IG` are in capitals.
        let plain = self.reading.tokens[first].shape == Shape::Capitalised
            && self.reading.word(first).trim_end_matches('.').len() > 2
            && matches!(
                title.label,
                Label::Political | Label::Other | Label::Honorific | Label::Military
            );
        let alone = next + 1 == end
            && self.unlisted(next)
            && (title.label == Label::Political
                || plain && !self.opens(first)
                || plain && (acts(next + 1) || self.mark(next + 1, b',')));
        // `Justice Hanipah Farikullah`, `SP Funmilayo Odunlami`
        if (plain || self.reading.tokens[first].shape == Shape::Upper)
            && next + 1 < end
            && self.is_strange(next..end)
            && self.follows(next)
        {
            return true;
        }
        let named = next < end
            && (self.person_name(next) || self.person_name(end - 1) || alone)
            && !self.common(next);
        let company = self
            .reading
            .lists_at(first)
            .any(Lists::of(&[List::Organisations, List::VehicleMakes]));
        // `Farmer Páll Bragason`, `MP Kefa Ssempgani`
        let own = |at: usize| !self.word(at) || self.capital(at) && !self.english(at);
        let led = self.reading.opens_sentence(first) || self.reading.tokens[first].shape == Shape::Upper;
        if led && !company && end > next + 1 && (next..end).all(own) {
            return true;
        }
        // `Prince Charles`, whatever is called Prince as well; `GM` and `IG` are in capitals.
        let given = next + 1 == end
            && self.sure_name(next)
            && self.classes(next).contains(Classes::GIVEN_NAME)
            && self.reading.tokens[first].shape == Shape::Capitalised;
        named && (end - next > 1 || !company || given)
    }

    /// Whether no word of a run is one of English or a place, and no list knows one but as a person's name.
    pub(super) fn is_strange(&self, mut run: Range<usize>) -> bool {
        run.all(|at| {
            self.mark(at, b'-')
                || self.capital(at)
                    && self.reading.tokens[at].shape == Shape::Capitalised
                    && (self.unlisted(at) || self.sure_name(at))
        })
    }

    /// A word written with a capital.
    #[inline]
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| {
            token.is_capitalised() && token.is_word() && !(token.is(b'I') && self.closed(at))
        })
    }

    pub(crate) fn word(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| token.is_word())
    }

    /// A word in small letters.
    pub(crate) fn small(&self, at: usize) -> bool {
        self.reading
            .tokens
            .get(at)
            .is_some_and(|token| token.is_word() && token.shape == Shape::Lower)
    }

    /// This one mark.
    pub(crate) fn mark(&self, at: usize, mark: u8) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| token.is(mark))
    }

    /// Whether a token goes on in the line of the one before it.
    pub(crate) fn follows(&self, at: usize) -> bool {
        self.reading
            .tokens
            .get(at)
            .is_some_and(|token| matches!(token.gap, Gap::None | Gap::Space))
    }

    pub(crate) fn glued(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| token.glued())
    }

    #[inline]
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.reading.is(at, word)
    }

    pub(crate) fn is_indefinite(&self, at: usize) -> bool {
        self.reading.is_indefinite(at)
    }

    pub(crate) fn genitive(&self, at: usize) -> bool {
        self.reading.tags.get(at) == Some(&Tag::Genitive)
    }

    pub(crate) fn classes(&self, at: usize) -> Classes {
        self.reading.classes(at)
    }

    /// Whether a capital may only be that of the first word: of a sentence, or behind a colon, dash or
    /// quotation mark.
    pub(crate) fn opens(&self, at: usize) -> bool {
        let Some(before) = at
            .checked_sub(1)
            .and_then(|before| self.reading.tokens.get(before))
        else {
            return true;
        };
        !before.is_word()
            && !before.is_number()
            && !before.is(b',')
            && !before.is(b'(')
            && !before.is(b'&')
            && before.kind != crate::token::TokenKind::Possessive
            || self.reading.opens_sentence(at)
    }

    /// Among the commonest English words.
    pub(crate) fn common(&self, at: usize) -> bool {
        self.classes(at).contains(Classes::COMMON)
    }

    /// A word of a closed class, such as open sentences with a capital and are no part of a name.
    pub(crate) fn closed(&self, at: usize) -> bool {
        // What the tagger only guesses of an unlisted word (`Geely`, an adverb?) counts for nothing here.
        self.classes(at).contains(Classes::FUNCTION)
            || self.english(at)
                && matches!(
                    self.reading.tag(at),
                    Tag::Determiner
                        | Tag::Preposition
                        | Tag::Conjunction
                        | Tag::Subordinator
                        | Tag::Pronoun
                        | Tag::Possessive
                        | Tag::Wh
                        | Tag::That
                        | Tag::To
                        | Tag::Modal
                        | Tag::Adverb
                        | Tag::There
                        | Tag::Negation
                        | Tag::Interjection
                        | Tag::Be
                        | Tag::Have
                        | Tag::Do
                )
    }

    /// A given name or surname that is nothing else.
    pub(crate) fn sure_name(&self, at: usize) -> bool {
        let classes = self.classes(at);
        classes.intersects(Classes::GIVEN_NAME | Classes::SURNAME)
            && !classes.intersects(Classes::COMMON | Classes::RISKY_NAME)
            || self.son_of(at)
    }

    /// `McDiarmid`, `O'Hanlon`: a surname by its form.
    fn son_of(&self, at: usize) -> bool {
        let Some(token) = self
            .reading
            .tokens
            .get(at)
            .filter(|token| token.shape == Shape::Mixed)
        else {
            return false;
        };
        let word = self.reading.word(at);
        let rest = ["Mc", "O'", "O\u{2019}"]
            .iter()
            .find_map(|son| word.strip_prefix(son));
        token.is_word()
            && rest.is_some_and(|rest| rest.len() > 3 && rest.starts_with(|first: char| first.is_uppercase()))
    }

    /// A given name or surname.
    pub(crate) fn person_name(&self, at: usize) -> bool {
        self.classes(at)
            .intersects(Classes::GIVEN_NAME | Classes::SURNAME)
            || self.son_of(at)
    }

    /// Two capitals that stand for given names: `JM Coetzee`. `BP Castrol` is what the lists know otherwise.
    pub(crate) fn initials(&self, at: usize) -> bool {
        let token = &self.reading.tokens[at];
        let bytes = self.reading.bytes(at);
        token.shape == Shape::Upper
            && bytes.len() == 2
            && bytes.iter().all(u8::is_ascii_uppercase)
            && self.capital(at + 1)
            && self.follows(at + 1)
            && self.classes(at + 1).contains(Classes::SURNAME)
            && self.sure_name(at + 1)
            && !self.english(at + 1)
            && self
                .reading
                .hits_at(at)
                .iter()
                .all(|hit| hit.end as usize == at + 1)
            && self.reading.hits_at(at + 1).is_empty()
    }

    /// A plural with a capital: `Materials`.
    pub(crate) fn capitalised_plural(&self, at: usize) -> bool {
        let tags = self.reading.lexicon.word(self.reading.ids[at]).tags;
        self.reading.tokens[at].shape == Shape::Capitalised && tags.has(Tag::NounPlural)
    }

    /// The longest words of this context that begin here.
    #[inline]
    pub(crate) fn context_at(&self, at: usize, context: Context) -> Option<&'r Hit> {
        self.contexts.at(self.reading, at, context)
    }

    /// Whether the article is one on business: words for what companies have and do are frequent.
    pub(crate) fn is_on_business(&self) -> bool {
        self.contexts.is_on_business()
    }

    /// As `context_at`, but only what agrees with a singular subject or is past: `says`, `said`, not `say`.
    pub(crate) fn verb_at(&self, at: usize, context: Context) -> bool {
        self.small(at)
            && self
                .context_at(at, context)
                .is_some_and(|hit| hit.form == Form::Alias)
    }

    /// `Carter Wright, which makes doors`: what opens a sentence and of which `which` tells more is nobody.
    pub(crate) fn is_nobody(&self, name: &Range<usize>) -> bool {
        let end = name.end;
        let finite = matches!(
            self.reading.tag(end + 2),
            Tag::VerbS | Tag::VerbPast | Tag::Have | Tag::Be | Tag::Modal
        );
        finite
            && self.mark(end, b',')
            && self.is(end + 1, "which")
            && self.opens(name.start)
            && name.clone().any(|at| self.sure_name(at))
    }

    /// Where the words of this context begin that end right before a token.
    #[inline]
    pub(crate) fn context_before(&self, at: usize, context: Context) -> Option<usize> {
        self.contexts.before(self.reading, at, context)
    }

    /// A country's name (no adjective) that begins here, or a region's.
    pub(crate) fn land(&self, at: usize) -> Option<usize> {
        self.reading
            .hits_of(at, Lists::of(&[List::Countries, List::Regions]))
            .find(|hit| match hit.list {
                List::Countries => !matches!(hit.form, Form::Adjective | Form::Demonym),
                List::Regions => hit.label == Label::Geographic,
                _ => false,
            })
            .map(|hit| hit.end as usize)
    }

    /// An adjective or people of a country that begins here.
    pub(crate) fn demonym(&self, at: usize) -> Option<usize> {
        self.reading
            .hits_of(at, Lists::of(&[List::Countries]))
            .find(|hit| {
                matches!(hit.form, Form::Adjective | Form::Demonym)
                    && !self.reading.lexicon.has(
                        hit.row,
                        country::ALIASES,
                        self.reading.lexicon.surface(hit.entry),
                    )
            })
            .map(|hit| hit.end as usize)
    }

    /// A place of any kind whose name begins here.
    pub(crate) fn place(&self, at: usize) -> Option<usize> {
        self.reading
            .hits_of(at, PLACES)
            .next()
            .map(|hit| hit.end as usize)
    }

    /// A word of the English lists that has no capital of its own.
    pub(crate) fn everyday(&self, at: usize) -> bool {
        self.english(at) && !self.classes(at).contains(Classes::CAPITALISED)
    }

    /// A word of the English lists, as opposed to one that can only be a name.
    pub(crate) fn english(&self, at: usize) -> bool {
        self.classes(at)
            .intersects(Classes::COMMON | Classes::CAPITALISED)
            || self
                .reading
                .ids
                .get(at)
                .is_some_and(|id| !self.reading.lexicon.word(*id).tags.is_empty())
    }

    /// Whether `at`, `in` or the like stands right before, behind which nobody is named.
    pub(crate) fn inside(&self, at: usize) -> bool {
        at > 0
            && self.follows(at)
            && (self.is(at - 1, "at") || self.is(at - 1, "in") || self.is(at - 1, "near"))
    }

    /// Whether a word stands in no list at all.
    pub(crate) fn unlisted(&self, at: usize) -> bool {
        !self.english(at) && !self.person_name(at) && self.reading.hits_at(at).is_empty()
    }

    /// Whether `plant`, `factory`, `mine` or the like stands in small letters at a token.
    pub(crate) fn site(&self, at: usize) -> bool {
        self.small(at)
            && self
                .reading
                .hits_at(at)
                .iter()
                .any(|hit| hit.list == List::PlaceHeads && hit.label == Label::Noun)
    }

    /// Whether `brand`, `marque` or the like stands in small letters at a token: what companies own and are.
    pub(crate) fn brand(&self, at: usize) -> bool {
        self.small(at)
            && self.context_at(at, Context::Organisation).is_some()
            && self.context_at(at, Context::Asset).is_some()
    }

    /// Whether all words of a run are English ones.
    pub(crate) fn all_common(&self, mut run: Range<usize>) -> bool {
        run.all(|at| !self.word(at) || self.english(at))
    }

    /// Whether a country's or region's name ends right before a token.
    pub(crate) fn land_ending(&self, end: usize) -> bool {
        (1..=4.min(end)).any(|back| self.land(end - back) == Some(end))
    }

    /// Whether a place's name ends right before a token.
    pub(crate) fn place_ending(&self, end: usize) -> bool {
        (1..=4.min(end)).any(|back| self.place(end - back) == Some(end))
    }
}
