//! Further mentions that only the article's own names tell: a bare surname, a company's short form, the
//! acronym that stood in brackets behind the full name.

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::forms::{self, Form, Ground};
use super::{alias, initials};
use crate::lexicon::{Classes, Keyword, Keywords, Label, List, Lists, Tag};
use crate::mention::name::Context;
use crate::mention::{here, Candidate, Hashes, Kind, Strength, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::{Gap, Shape};

/// What a form stands for.
#[derive(Clone, Copy)]
struct Known {
    kind: Kind,
    form: Form,
    /// Names of both kinds have it.
    torn: bool,
    /// Where a name of each kind begins first, people and organisations.
    from: [usize; 2],
}

/// The names that an article tells, by their forms.
struct Names {
    known: FxHashMap<u64, Known>,
    /// How long the longest form is that begins with a word.
    longest: FxHashMap<u32, usize>,
    /// Whether a token is part of a name.
    claimed: Vec<bool>,
    /// Where the names end that begin at a token.
    ends: Vec<usize>,
    /// Acronyms in brackets that are no names yet.
    brackets: Vec<Range<usize>>,
    /// Words that have a capital inside sentences, outside of names.
    midway: Hashes,
    /// Words behind which something is: `in Jordan`, `from Israel`.
    places: Hashes,
}

/// Adds the places where the article repeats, in whole or in part, a name that is known by now. Called once
/// all names are known, before the overlap policy's last word.
pub(crate) fn echoes<'x>(reading: &Reading<'x>, out: &mut Vec<Candidate<'x>>) {
    let mut names = Names::of(reading, out);
    if names.known.is_empty() {
        return;
    }
    for run in std::mem::take(&mut names.brackets) {
        names.claimed[run.clone()].fill(true);
        push(reading, Kind::Organisation, run, Strength::Told, out);
    }
    let beginnings = names.beginnings(reading, out);
    for run in beginnings {
        push(reading, Kind::Organisation, run, Strength::Told, out);
    }
    let mut free = 0;
    for capital in reading.capitals() {
        // `al-Tahawi`
        let at = capital
            - if forms::is_behind_article(reading, capital) {
                2
            } else {
                0
            };
        if at < free {
            continue;
        }
        if let Some((run, kind, strength)) = names.repeated(reading, at) {
            free = run.end;
            push(reading, kind, run, strength, out);
        }
    }
}

impl Names {
    fn of(reading: &Reading<'_>, candidates: &[Candidate<'_>]) -> Self {
        let many = candidates.len();
        let mut names = Self {
            known: FxHashMap::with_capacity_and_hasher(many, FxBuildHasher),
            longest: FxHashMap::with_capacity_and_hasher(many, FxBuildHasher),
            claimed: vec![false; reading.tokens.len()],
            ends: vec![0; reading.tokens.len()],
            brackets: Vec::new(),
            midway: Hashes::default(),
            places: Hashes::default(),
        };
        let mut found = Vec::with_capacity(forms::USUAL);
        let mut pairs = Vec::new();
        for candidate in candidates {
            let kind = candidate.kind();
            let tokens = candidate.first as usize..candidate.end as usize;
            if !matches!(kind, Kind::Organisation | Kind::Person) || candidate.strength == Strength::Weak {
                continue;
            }
            names.claimed[tokens.clone()].fill(true);
            let end = &mut names.ends[tokens.start];
            *end = tokens.end.max(*end);
            let core = forms::core(reading, tokens.clone());
            forms::full(reading, [&tokens, &core], &mut found);
            forms::shorter(reading, kind, tokens.clone(), core, &mut found);
            if kind == Kind::Organisation {
                found.extend(names.bracketed(reading, tokens.end));
                pairs.extend(initials::pair(reading, forms::core(reading, tokens)));
            }
            for form in found.drain(..) {
                names.add(kind, form, candidate.first as usize);
            }
        }
        names.look_around(reading, &pairs);
        names.settle();
        names
    }

    /// `Papadimitriou`, where the shipowner is introduced before the company that bears his name: he is meant.
    fn settle(&mut self) {
        for known in self.known.values_mut().filter(|known| known.torn) {
            let [person, firm] = known.from;
            if person < firm && known.form.ground == Ground::Word {
                known.kind = Kind::Person;
                known.torn = false;
            }
        }
    }

    /// Gathers the words with capitals inside sentences, and adds those of the two initials that the article speaks of
    /// as it speaks of organisations: `BA's profits` for British Airways.
    fn look_around(&mut self, reading: &Reading<'_>, pairs: &[Form]) {
        const OTHER: Lists = Lists::of(&[List::Acronyms, List::Countries, List::Titles]);
        let [mut midway, mut places] = [const { Vec::new() }; 2];
        let free = reading
            .capitals()
            .filter(|&at| !self.claimed[at])
            .collect::<Vec<_>>();
        for at in free {
            let token = &reading.tokens[at];
            if !opens(reading, at) {
                midway.push(token.hash);
            }
            if is_inside(reading, at) {
                places.push(token.hash);
            }
            let two = token.shape == Shape::Upper && token.end - token.start == 2;
            let pair = pairs.iter().find(|pair| two && pair.head == token.hash);
            // `the PM`, `30 dB`
            let other = at > 0 && matches!(reading.tag(at - 1), Tag::Determiner | Tag::Number);
            if let Some(pair) = pair.filter(|_| !other && acts(reading, at + 1)) {
                if reading.hits_of(at, OTHER).next().is_none() {
                    self.add(Kind::Organisation, *pair, at);
                }
            }
        }
        self.midway = Hashes::of(midway);
        self.places = Hashes::of(places);
    }

    /// `Viet Long` of `Viet Long Garment`: what looks like given name and surname, in an article that has the company's
    /// full name and nobody whom a title or what is said behind the name makes a person.
    fn beginnings(&self, reading: &Reading<'_>, candidates: &[Candidate<'_>]) -> Vec<Range<usize>> {
        let mut firms: FxHashSet<u64> = FxHashSet::default();
        let mut doubtful = Vec::new();
        let mut people: FxHashSet<u64> = FxHashSet::default();
        for candidate in candidates {
            let tokens = candidate.first as usize..candidate.end as usize;
            if candidate.strength == Strength::Strong && candidate.kind() == Kind::Organisation {
                firms.extend(forms::firm(reading, &tokens));
            }
            if let Value::Person { title, .. } = &candidate.value {
                let key = forms::key(reading, tokens.clone());
                let named =
                    matches!(candidate.origin.name(), "person.names" | "person.context") && title.is_none();
                match named && !is_introduced(reading, tokens.end) {
                    true => doubtful.push((key, tokens)),
                    false => {
                        people.insert(key);
                    }
                }
            }
        }
        doubtful.retain(|(key, _)| firms.contains(key) && !people.contains(key));
        doubtful.into_iter().map(|(_, tokens)| tokens).collect()
    }

    /// The acronym in brackets behind a name.
    fn bracketed(&mut self, reading: &Reading<'_>, end: usize) -> Option<Form> {
        let run = alias::behind(reading, end)?;
        let form = Form {
            key: forms::key(reading, run.clone()),
            head: reading.tokens[run.start].hash,
            len: run.len(),
            ground: Ground::Bracket,
            everyday: false,
            generic: true,
            abroad: false,
            placed: false,
        };
        if !self.claimed[run.start] {
            self.brackets.push(run);
        }
        Some(form)
    }

    /// Adds a form of a name that begins at a token.
    fn add(&mut self, kind: Kind, form: Form, at: usize) {
        let longest = self.longest.entry(form.head).or_default();
        *longest = (*longest).max(form.len);
        let mut from = [usize::MAX; 2];
        let place = usize::from(kind != Kind::Person);
        from[place] = at;
        self.known
            .entry(form.key)
            .and_modify(|known| {
                known.from[place] = at.min(known.from[place]);
                let last = form.ground == Ground::Last || known.form.ground == Ground::Last;
                known.torn |= known.kind != kind && !last;
                if form.ground < known.form.ground {
                    known.form = form;
                    known.kind = kind;
                }
            })
            .or_insert(Known {
                kind,
                form,
                torn: false,
                from,
            });
    }

    /// The longest form of a known name that begins at a token outside of names, or goes on from one.
    fn repeated(&self, reading: &Reading<'_>, at: usize) -> Option<(Range<usize>, Kind, Strength)> {
        let token = &reading.tokens[at];
        // `ALCAN AUSTRALIA`: the lists know its first word, the article the whole name.
        let (claimed, known_part) = (self.claimed[at], self.ends[at]);
        if !token.is_word() || claimed && known_part <= at {
            return None;
        }
        let longest = *self.longest.get(&token.hash)?;
        let shortest = known_part.saturating_sub(at) + 1;
        let longest = longest.min(reading.tokens.len() - at);
        if claimed && (at + shortest..at + longest).any(|at| self.claimed[at]) {
            return None;
        }
        (shortest..=longest).rev().find_map(|len| {
            let run = at..at + len;
            let known = self.known.get(&forms::key(reading, run.clone()))?;
            let strength = self.strength(reading, known, run.clone())?;
            Some((run, known.kind, strength))
        })
    }

    /// Whether words with the form of a known name can be a mention of it where they stand: no part of something longer,
    /// no month, no everyday word with the capital of its sentence.
    fn may_repeat(&self, reading: &Reading<'_>, known: &Known, run: &Range<usize>) -> bool {
        let Form { ground, everyday, .. } = known.form;
        if !reading.tokens[run.end - 1].is_capitalised() {
            return false;
        }
        if reading.tokens[run.clone()]
            .iter()
            .skip(1)
            .any(|token| token.gap > Gap::Space)
        {
            return false;
        }
        // `Tan | Sri Yusof Halim`, where Vivian Tan is somebody.
        let mut titles = reading.hits_of(run.start, Lists::of(&[List::Titles]));
        if titles.any(|hit| hit.end as usize > run.end) {
            return false;
        }
        // `in May`, where Olga May is somebody.
        let month = run.len() == 1 && reading.hit(run.start, List::Calendar).is_some();
        if month
            && run.start > 0
            && (reading.tag(run.start - 1) == Tag::Preposition || !is_subject(reading, run.end))
        {
            return false;
        }
        // `The Standard` is no part of `The Standard Bank`.
        let whole = matches!(ground, Ground::Full) && run.len() > 1 && !reading.is(run.start, "the");
        if !whole && !stands_alone(reading, run) {
            return false;
        }
        if everyday && reading.tokens[run.start].shape != Shape::Upper {
            let headline = reading.zone(run.start) == ZoneKind::Headline
                && reading.tokens[run.end - 1].shape == Shape::Capitalised;
            let subject = || (known.kind == Kind::Person || headline) && is_subject(reading, run.end);
            if opens(reading, run.start) && !subject() {
                return false;
            }
            let article = run.start > 0 && reading.is(run.start - 1, "the");
            if known.kind == Kind::Organisation && run.len() == 1 && article {
                return false;
            }
        }
        // `Aluminium prices rose`, where Aluminium Review is told of: the capital is that of the sentence.
        let loose =
            ground >= Ground::Word && known.kind == Kind::Organisation && is_english(reading, run.start);
        let token = &reading.tokens[run.start];
        let of_sentence = loose
            && token.shape == Shape::Capitalised
            && opens(reading, run.start)
            && !is_subject(reading, run.end)
            && !has_behind(reading, run.end)
            && !self.midway.contains(token.hash);
        !of_sentence
    }

    /// How sure it is that these words repeat the name; `None`: they do not.
    fn strength(&self, reading: &Reading<'_>, known: &Known, run: Range<usize>) -> Option<Strength> {
        if !self.may_repeat(reading, known, &run) {
            return None;
        }
        let ground = known.form.ground;
        if known.form.placed && known.kind == Kind::Organisation {
            let people = reading.hit(run.start, List::Countries).is_some();
            let told = match people {
                true => acts(reading, run.end),
                false => !is_inside(reading, run.start) && acts_as_firm(reading, run.end),
            };
            let told = told || has_officer(reading, run.end);
            return told.then_some(Strength::Told);
        }
        // `Pilgangoora chairman Tony Kiernan`, whatever town is called so
        if known.kind == Kind::Organisation && !known.torn && has_officer(reading, run.end) {
            return Some(Strength::Told);
        }
        if ground >= Ground::Word && known.torn && !titled(reading, run.start) {
            return match known.kind {
                Kind::Organisation => Some(Strength::Fair),
                _ => None,
            };
        }
        if ground >= Ground::Word {
            // A country of the name is likelier than somebody whom the article calls by one word; a town is
            // not.
            const LANDS: Lists = Lists::of(&[List::Countries, List::Regions, List::VehicleModels]);
            let country = reading
                .hits_of(run.start, LANDS)
                .any(|hit| hit.end as usize >= run.end);
            // `Jordan scored`, where the surname of Nina Jordan is nowhere a place
            let surname = known.kind == Kind::Person
                && known.form.generic
                && !self.places.contains(reading.tokens[run.start].hash);
            if country && !surname && !titled(reading, run.start) {
                return Some(Strength::Fair);
            }
            // `in Lancaster`, `LIMA, Oct 3`, whoever is called so
            const TOWNS: Lists = Lists::of(&[List::Cities, List::Admin1]);
            let town = reading.hits_of(run.start, TOWNS).next().is_some();
            let inside = || reading.is(run.start.saturating_sub(1), "in") && !is_felt(reading, run.start);
            let dateline = reading.zone(run.start) == ZoneKind::Dateline;
            if known.kind == Kind::Person && town && (dateline || inside()) {
                return Some(Strength::Fair);
            }
        }
        if known.kind == Kind::Person || matches!(ground, Ground::Bracket | Ground::Initials) {
            return Some(Strength::Told);
        }
        Some(Strength::Strong)
    }
}

fn push<'x>(
    reading: &Reading<'x>,
    kind: Kind,
    run: Range<usize>,
    strength: Strength,
    out: &mut Vec<Candidate<'x>>,
) {
    let name = reading.text_of(run.clone());
    let (value, origin) = match kind {
        Kind::Person => (Value::Person { name, title: None }, here!("person.echo")),
        _ => (Value::Organisation { name }, here!("organisation.echo")),
    };
    out.push(Candidate::new(run, value, origin, strength));
}

/// Whether a capital may only be that of a first word, behind a colon or a dash as well: `GNA – Cocoa farmers`.
fn opens(reading: &Reading<'_>, at: usize) -> bool {
    let marked = at.checked_sub(1).is_some_and(|before| {
        let token = &reading.tokens[before];
        token.is(b':') || token.is_dash() || token.is_hyphen() && !token.glued()
    });
    marked || reading.opens_sentence(at)
}

/// Whether what is said behind a name is said of people: `X, 54,`, `X, who`, `X, a former chairman`.
fn is_introduced(reading: &Reading<'_>, end: usize) -> bool {
    const REACH: usize = 5;
    let comma = reading.tokens.get(end).is_some_and(|token| token.is(b','));
    let near = end + 1..(end + 1 + REACH).min(reading.tokens.len());
    comma
        && (reading.is(end + 1, "who")
            || reading.tokens.get(end + 1).is_some_and(|token| token.is_number())
            || near.into_iter().any(|at| reading.hit(at, List::Titles).is_some()))
}

/// A word of English that has no capital of its own.
fn is_english(reading: &Reading<'_>, at: usize) -> bool {
    !reading.lexicon.word(reading.ids[at]).tags.is_empty()
        && !reading.classes(at).contains(Classes::CAPITALISED)
}

/// Whether what a company has stands behind a name: `Blockbuster shares`, `Coastal chairman Jim Bailey`.
fn has_behind(reading: &Reading<'_>, at: usize) -> bool {
    let mut hits = reading.hits_at(at).iter();
    has_officer(reading, at) || hits.any(|hit| Context::of(hit) == Some(Context::Asset))
}

/// Whether somebody who is in a company stands behind a name.
fn has_officer(reading: &Reading<'_>, at: usize) -> bool {
    let small = reading
        .tokens
        .get(at)
        .is_some_and(|token| token.shape == Shape::Lower);
    let mut titles = reading.hits_of(at, Lists::of(&[List::Titles]));
    small
        && titles.any(|hit| {
            !matches!(
                hit.label,
                Label::Political | Label::Diplomatic | Label::Military | Label::Other
            )
        })
}

/// Whether a verb of its own or what it has stands behind a name.
fn acts(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.tag(at),
        Tag::Modal | Tag::VerbS | Tag::VerbPast | Tag::Have | Tag::Be | Tag::Genitive
    )
}

/// Whether a verb of companies or what companies have stands behind a name that a town may have as well: `Lugo will buy`,
/// `Lugo's shares`.
fn acts_as_firm(reading: &Reading<'_>, at: usize) -> bool {
    let context = |at: usize, wanted: &[Context]| {
        let mut hits = reading.hits_at(at).iter();
        hits.any(|hit| Context::of(hit).is_some_and(|context| wanted.contains(&context)))
    };
    match reading.tag(at) {
        Tag::Genitive => context(at + 1, &[Context::Asset]),
        Tag::Modal | Tag::Have => context(at + 1, &[Context::Act, Context::Say]),
        Tag::VerbS | Tag::VerbPast => context(at, &[Context::Act, Context::Say]),
        _ => false,
    }
}

/// Whether what stands before a token is its subject or possessor.
fn is_subject(reading: &Reading<'_>, at: usize) -> bool {
    acts(reading, at) || reading.tokens.get(at).is_some_and(|token| token.is(b','))
}

/// Whether something is inside of what is named at a token, or comes from there: `in Jordan`, `from Israel`.
fn is_inside(reading: &Reading<'_>, at: usize) -> bool {
    let place = const {
        Keywords::of(&[
            Keyword::In,
            Keyword::From,
            Keyword::To,
            Keyword::Near,
            Keyword::Into,
            Keyword::Of,
        ])
    };
    at > 0 && reading.among(at - 1, place) && !is_felt(reading, at)
}

/// `faith in Milton`, `believes in Milton`
fn is_felt(reading: &Reading<'_>, at: usize) -> bool {
    at > 1 && matches!(reading.tag(at - 2), Tag::Noun | Tag::VerbS | Tag::Verb) && reading.is(at - 1, "in")
}

/// No further capitalised word belongs to the run: `Chen` is not repeated in `Chen Guangbiao`.
fn stands_alone(reading: &Reading<'_>, run: &Range<usize>) -> bool {
    let tokens = &reading.tokens;
    // `Goldman Pushes Back`: everyday words have capitals in headlines, too.
    let in_title_case = |at: usize| {
        reading.zone(at) == ZoneKind::Headline
            && tokens[at].shape == Shape::Capitalised
            && reading
                .classes(at)
                .intersects(Classes::COMMON | Classes::FUNCTION)
    };
    let joins = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            token.is_word()
                && token.is_capitalised()
                && token.gap <= Gap::Space
                && reading.hit(at, List::Calendar).is_none()
                && !in_title_case(at)
        })
    };
    let next = tokens.get(run.end);
    let hyphen = next.is_some_and(|token| token.is(b'-') && token.glued())
        && tokens
            .get(run.end + 1)
            .is_some_and(|token| token.glued() && token.is_capitalised());
    // `al-Khaleej` is no other Khaleej.
    let led = forms::is_behind_article(reading, run.start);
    let behind = joins(run.end) && reading.hit(run.end, List::Titles).is_none();
    // `sold to Norvik Ltd. | Verden said`: the form closes a sentence.
    let form = |at: usize| reading.word(at).ends_with('.') && reading.hit(at, List::OrgSuffixes).is_some();
    let before = run.start > 0
        && !form(run.start - 1)
        && tokens[run.start].gap <= Gap::Space
        && tokens[run.start - 1].is_word()
        && tokens[run.start - 1].is_capitalised()
        && !titled(reading, run.start)
        && !reading.classes(run.start - 1).contains(Classes::FUNCTION)
        && !in_title_case(run.start - 1)
        && reading.hit(run.start - 1, List::Calendar).is_none();
    !behind && !before && !hyphen && !led
}

/// Whether a title stands right before a token.
fn titled(reading: &Reading<'_>, at: usize) -> bool {
    (1..=4.min(at)).any(|back| {
        reading
            .hits_of(at - back, Lists::of(&[List::Titles]))
            .any(|hit| hit.end as usize == at)
    })
}
