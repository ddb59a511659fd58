//! Further mentions that only the article's own names tell: a bare surname, a company's short form, the
//! acronym that stood in brackets behind the full name.

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::around::{
    acts, acts_as_firm, has_behind, has_officer, is_described, is_english, is_felt, is_inside, is_introduced,
    is_subject, opens, stands_alone, titled,
};
use super::forms::{self, Form, Ground};
use super::{alias, initials};
use crate::lexicon::{List, Lists, Tag};
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
        let mut pairs = FxHashMap::default();
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
                let pair = initials::pair(reading, forms::core(reading, tokens));
                pairs.extend(pair.map(|pair| (pair.head, pair)));
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
    fn look_around(&mut self, reading: &Reading<'_>, pairs: &FxHashMap<u32, Form>) {
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
            let pair = two.then(|| pairs.get(&token.hash)).flatten();
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
            // `Sun said`, `Target, the retailer`: what only a company does or is.
            let firm = || acts_as_firm(reading, run.end) || is_described(reading, run.end);
            let subject = || match known.kind == Kind::Person || headline {
                true => is_subject(reading, run.end),
                false => firm(),
            };
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
            let acts = match people {
                true => acts(reading, run.end),
                false => !is_inside(reading, run.start) && acts_as_firm(reading, run.end),
            };
            return (acts || has_officer(reading, run.end)).then_some(Strength::Told);
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
