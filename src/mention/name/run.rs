//! Runs of capitalised words, and how the sentence around them is written.

use std::ops::Range;

use super::words::{Title, Words, LONGEST};
use super::Context;
use crate::lexicon::{Class, Classes, Label, List, Lists, Tag};
use crate::token::{Shape, TokenKind};

/// How the capitals of a sentence are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Names have capitals, other words have none.
    Sentence,
    /// As in the headline `Carmaker Opens Plant in Kenya`: capitals tell nothing.
    Title,
    /// ALL IN CAPITALS.
    Upper,
}

/// A run of capitalised words with what joins them (`Al-Ghazi`, `M&M`, `de Vries`).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) case: Case,
}

/// A part of a run between titles.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// The title or role right before it.
    pub(crate) title: Option<Title>,
    /// A title follows right behind it in the same run.
    pub(crate) before_title: bool,
}

/// How many tokens of a sentence may hold the verb that begins it.
const OPENING: usize = 4;

/// The lists of names that titles may stand in.
const NAMED: Lists = Lists::of(&[List::Organisations, List::Countries, List::Cities, List::Admin1]);

/// The runs of an article.
pub(crate) fn runs<'w>(words: &'w Words<'_, '_>) -> impl Iterator<Item = Run> + 'w {
    let mut free = 0;
    let mut case = Case::Sentence;
    // The sentence at hand.
    let mut sentence = 0..0;
    words.reading.capitals().filter_map(move |at| {
        if at < free || !words.capital(at) || words.calendar(at) || words.is_part_of_year(at) {
            return None;
        }
        if !sentence.contains(&at) {
            sentence = words.reading.sentence_tokens(at);
            case = case_of(words, sentence.clone());
        }
        // `• Acquired TaxLeaf for $3m`
        if at < sentence.start + OPENING && words.reading.headless(sentence.clone()) == Some(at) {
            return None;
        }
        // What is glued to a figure is a unit or a part of a model's number: `777-200LR`. So is a clock: `1300 GMT`.
        let figure = at > sentence.start && words.reading.tokens[at - 1].is_number();
        if figure && (words.glued(at) || words.reading.hit(at, List::Acronyms).is_some()) {
            return None;
        }
        let letters = at > 1 && is_post_nominal(words, at) && words.capital(at - 1);
        if letters || is_exchange_code(words, at) || at > 1 && is_exchange_code(words, at - 2) {
            return None;
        }
        free = run_end(words, at, sentence.end);
        Some(Run {
            first: at,
            end: free,
            case,
        })
    })
}

/// How the capitals of a sentence are set. A full stop at its end shows that it is no headline.
fn case_of(words: &Words<'_, '_>, sentence: Range<usize>) -> Case {
    let (mut small, mut capital, mut upper, mut total) = (0, 0, 0, 0);
    let stop = words.reading.tokens[sentence.clone()].last();
    let stopped = stop.is_some_and(|token| token.is(b'.'));
    for at in sentence {
        let token = &words.reading.tokens[at];
        if token.kind != TokenKind::Word {
            continue;
        }
        // One word is enough to tell that not all is in capitals.
        if stopped && token.shape != Shape::Upper {
            return Case::Sentence;
        }
        total += 1;
        match token.shape {
            // Titles keep "of" and "for" small, not "met".
            Shape::Lower => {
                let grammatical = words.classes(at).contains(Classes::FUNCTION);
                small += usize::from(token.end - token.start >= 4 || !grammatical);
            }
            Shape::Upper => {
                upper += 1;
                capital += 1;
            }
            _ => capital += 1,
        }
    }
    if upper >= 2 && upper == total {
        return Case::Upper;
    }
    if !stopped && total >= 4 && capital >= 3 && small * 8 <= capital {
        return Case::Title;
    }
    Case::Sentence
}

/// The end of the run that begins at a capitalised word.
pub(crate) fn run_end(words: &Words<'_, '_>, first: usize, limit: usize) -> usize {
    let limit = limit.min(first + LONGEST);
    let mut end = first + 1;
    while end < limit && words.follows(end) {
        if words.capital(end) {
            let closed = || closes_name(words, end) || is_post_nominal(words, end);
            // `Toyota | Q2 sales`
            let period = words.calendar(end) || words.is_part_of_year(end);
            if period || is_exchange_code(words, end) || end > first + 1 && closed() {
                break;
            }
            end += 1;
        } else if let Some(next) = joined(words, first, end, limit) {
            end = next;
        } else {
            break;
        }
    }
    end
}

/// `Jo Reed | KC said`: letters that people bear behind their names.
fn is_post_nominal(words: &Words<'_, '_>, at: usize) -> bool {
    words.reading.is_of(at, Class::PostNominal)
        && words.reading.tokens[at].shape != Shape::Lower
        && words.follows(at)
        && (words.person_name(at - 1) || !words.english(at - 1))
        && !words.capital(at + 1)
}

/// `Tapestry | TPR.N`, `Toyota | 7203.T`: a share's code with that of its exchange.
fn is_exchange_code(words: &Words<'_, '_>, at: usize) -> bool {
    let tokens = &words.reading.tokens;
    let upper = |at: usize, longest: u32| {
        let token = tokens.get(at);
        let length = token.map_or(0, |token| token.end - token.start);
        length <= longest
            && token.is_some_and(|token| token.shape == Shape::Upper || length == 1 && token.is_capitalised())
    };
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.glued());
    words.mark(at + 1, b'.')
        && glued(at + 1)
        && glued(at + 2)
        && upper(at + 2, 2)
        && (tokens[at].is_number() || upper(at, 6))
}

/// `agreed with Perak Transit Bhd. | Pecca Group Bhd is buying`: behind a legal form and a full stop a sentence begins,
/// unless the form goes on: `Co. Ltd.`
fn closes_name(words: &Words<'_, '_>, at: usize) -> bool {
    let form = |at: usize| words.reading.hit(at, List::OrgSuffixes).is_some();
    words.reading.word(at - 1).ends_with('.') && form(at - 1) && !form(at)
}

/// What joins the run's last word to a further one: the end of the run with both.
fn joined(words: &Words<'_, '_>, first: usize, at: usize, limit: usize) -> Option<usize> {
    let next = at + 1;
    if next >= limit || !words.follows(next) {
        return None;
    }
    let token = &words.reading.tokens[at];
    if token.is(b'-') && token.glued() && words.glued(next) {
        return (words.capital(next)
            || words.reading.tokens[next].is_number()
            || is_syllable(words, first, at))
        .then_some(next + 1);
    }
    if (token.is(b'&') || token.is(b'@') || token.is(b'+')) && words.capital(next) {
        let alike = token.glued() == words.glued(next);
        return alike.then_some(next + 1);
    }
    // `Cotton Ginners’ Association`, `Women’s Chamber of Commerce`
    if words.genitive(at)
        && words.capital(next)
        && words.classes(at - 1).contains(Classes::COMMON) | words.english(at - 1)
    {
        let head = (next..limit.min(next + 4))
            .take_while(|&at| words.capital(at))
            .any(|at| words.reading.hit(at, List::OrgHeads).is_some());
        let people = words.reading.may_be(at - 1, Tag::NounPlural);
        return (head && people).then_some(next + 1);
    }
    // `SK hynix Inc.`, `Dar es Salaam Stock Exchange`
    let listed = words.reading.hits_at(first).iter().find(|hit| {
        let tokens = hit.first as usize..hit.end as usize;
        matches!(hit.list, List::Organisations | List::Cities)
            && tokens.contains(&at)
            && tokens.end <= limit
            && words.reading.lexicon.surface(hit.entry) == words.reading.slice(tokens)
    });
    if let Some(hit) = listed {
        return Some(hit.end as usize);
    }
    // Particles, two at most.
    let particle = |at: usize| words.small(at) && words.context_at(at, Context::Particle).is_some();
    if particle(at) {
        if words.capital(next) && !words.calendar(next) {
            return Some(next + 1);
        }
        // `Abdel Fattah el-Sisi`
        if words.mark(next, b'-')
            && words.glued(next)
            && next + 1 < limit
            && words.glued(next + 1)
            && words.capital(next + 1)
        {
            return Some(next + 2);
        }
        if particle(next) && next + 1 < limit && words.follows(next + 1) && words.capital(next + 1) {
            return Some(next + 2);
        }
    }
    None
}

/// Whether what is glued to a hyphen in small letters ends a given name of two syllables: `Park Ji-hoon`, `Liu
/// Chi-tung`, but not `Tata Motors-built`.
fn is_syllable(words: &Words<'_, '_>, first: usize, hyphen: usize) -> bool {
    const LONGEST: u32 = 5;
    let next = hyphen + 1;
    if hyphen < first + 2 || !words.small(next) {
        return false;
    }
    let (before, token) = (&words.reading.tokens[hyphen - 1], &words.reading.tokens[next]);
    words.context_at(next, Context::Syllable).is_some()
        || is_family_first(words, hyphen, LONGEST)
        || token.end - token.start <= LONGEST
            && before.end - before.start <= LONGEST
            && before.shape == Shape::Capitalised
            && (!words.english(next) || is_surname_before(words, hyphen - 1, next))
            && (words.person_name(hyphen - 2) || !words.english(hyphen - 2))
            && words.place(hyphen - 1).is_none()
}

/// `Kim Jae-june`, `Hwang Min-a`: behind a family name of those that stand first, whatever the second syllable looks like,
/// unless it is what is done by somebody (`Lee Kuan-led`).
fn is_family_first(words: &Words<'_, '_>, hyphen: usize, longest: u32) -> bool {
    let (given, syllable) = (hyphen - 1, hyphen + 1);
    let tags = words.reading.lexicon.word(words.reading.ids[syllable]).tags;
    let short = |at: usize| words.reading.tokens[at].end - words.reading.tokens[at].start <= longest;
    words.classes(hyphen - 2).contains(Classes::FAMILY_FIRST)
        && words.follows(given)
        && words.reading.tokens[given].shape == Shape::Capitalised
        && short(given)
        && short(syllable)
        && (!words.english(given) || words.person_name(given))
        && words.place(given).is_none()
        && !(tags.has(Tag::VerbPast) || tags.has(Tag::VerbPart) || tags.has(Tag::Adjective))
}

/// `Lin Chia-lung`, but not `Ford Focus-based`: a word behind the hyphen that may end a given name.
fn is_surname_before(words: &Words<'_, '_>, given: usize, syllable: usize) -> bool {
    let tags = words.reading.lexicon.word(words.reading.ids[syllable]).tags;
    words.person_name(given - 1)
        && tags.has(Tag::Noun)
        && !tags.has(Tag::VerbPast)
        && !tags.has(Tag::Adjective)
}

impl Run {
    /// Cuts a run at the titles in it, and leaves out what only stands at the head of the sentence.
    pub(crate) fn chunks(&self, words: &Words<'_, '_>, from: usize, out: &mut Vec<Chunk>) {
        out.clear();
        let mut at = self.first.max(from);
        // `The US Geological Survey`: the letters are no pronoun.
        let land = |at: usize| words.reading.tokens[at].shape == Shape::Upper && words.land(at).is_some();
        while at < self.end
            && words.closed(at)
            && !land(at)
            && words.opens(self.first)
            && self.is_loose(words, at)
        {
            at += 1;
        }
        if at < self.end
            && words.reading.opens_sentence(at)
            && self.is_loose(words, at)
            && self.describes_listed(words, at)
        {
            at += 1;
        }
        let mut title = words
            .title_ending(at)
            .filter(|t| at > 0 && words.follows(at) && t.end as usize == at);
        let mut first = at;
        while at < self.end {
            // Titles inside listed names are none: `General Motors`, `DR Congo`.
            let named = words
                .reading
                .hits_of(at, NAMED)
                .find(|hit| hit.end as usize > at + 1)
                .map(|hit| hit.end as usize);
            if let Some(end) = named {
                at = end.min(self.end);
                continue;
            }
            let found = words
                .title_at(at)
                .filter(|t| t.end as usize <= self.end)
                .filter(|t| !(words.is_name_part(*t) || at > first && is_last_name(words, at, self.end)))
                .filter(|t| words.parts_run(*t, self.end))
                // `New Scientist magazine`
                .filter(|t| {
                    let end = t.end as usize;
                    let whole = at > first && end == self.end && words.small(end) && words.follows(end);
                    !whole || words.context_at(end, Context::Body).is_none()
                })
                // `Ali Imam Majumder`
                .filter(|t| !(at > first && t.label == Label::Honorific && words.person_name(at - 1)));
            if let Some(found) = found {
                if at > first {
                    out.push(Chunk {
                        first,
                        end: at,
                        title,
                        before_title: true,
                    });
                }
                title = Some(found);
                at = found.end as usize;
                first = at;
                continue;
            }
            at += 1;
        }
        if first < self.end {
            out.push(Chunk {
                first,
                end: self.end,
                title,
                before_title: false,
            });
        }
    }

    /// `Tiny Ghana`, `Embattled Boeing`: a word that describes at the head of a sentence, and behind it only a name of the lists.
    fn describes_listed(&self, words: &Words<'_, '_>, at: usize) -> bool {
        const LISTED: Lists = Lists::of(&[List::Organisations, List::Countries]);
        let first = words.reading.lexicon.word(words.reading.ids[at]).tags.first();
        let adjective = matches!(first, Tag::Adjective | Tag::VerbPart);
        let mut listed = words.reading.hits_of(at + 1, LISTED);
        adjective && words.english(at) && listed.any(|hit| hit.end as usize == self.end)
    }

    /// Whether the capital of a word is only that of the first word of a sentence, or the word goes on in
    /// a name of the lists.
    fn is_loose(&self, words: &Words<'_, '_>, at: usize) -> bool {
        let in_name = words
            .reading
            .hits_of(at, Lists::of(&[List::Organisations, List::OrgHeads]))
            .any(|hit| hit.end as usize > at + 1);
        let name = words.person_name(at) && !words.classes(at).contains(Classes::FUNCTION);
        // `May & Baker`
        let joined = words.mark(at + 1, b'&') && words.capital(at + 2);
        // `Next plc`
        let form = words
            .reading
            .hit(at + 1, List::OrgSuffixes)
            .is_some_and(|hit| hit.label == Label::PublicLimited);
        // `Next raised its forecast`, but not `Next came the strike`
        let next = at + 1;
        let acts = words.verb_at(next, Context::Say)
            || words.verb_at(next, Context::Act) && !words.is(next, "came")
            || words.reading.tag(next) == Tag::Have && words.small(next);
        let company = acts && words.reading.hit(at, List::Organisations).is_some();
        !in_name && !name && !joined && !form && !company && (at == self.first || words.closed(at))
    }
}

/// Whether a word that could be a title ends a name (`Stephen King`).
fn is_last_name(words: &Words<'_, '_>, at: usize, end: usize) -> bool {
    at + 1 == end && words.classes(at).contains(Classes::SURNAME) && words.person_name(at - 1)
}
