//! Which name a pronoun or a description stands for: whom the sentences before are about.

mod ahead;
mod candidate;
mod lead;
mod names;
mod opener;

use super::anaphora::{Anaphor, Anaphors};
use super::country::{country, country_at, of_body, told_country};
use super::standing::{fronted, hangs, is_body, is_of_unlisted, is_told, is_within};
use crate::lexicon::Tag;
use crate::mention::{Kind, Mention};
use crate::reading::Reading;
use crate::text::ZoneKind;
use crate::token::Token;
use candidate::employs_another;
use lead::stands_apart;
pub(super) use lead::{comes_back, lead_country};
use names::{is_called, is_named_so, is_told_to_be, name_of};

/// How many sentences back a name is looked for.
const BACK: usize = 3;
/// The same for a company where none of those between names one: they are about it all the while.
pub(super) const GOES_ON: usize = 12;
/// How many tokens of a sentence are looked at: few have more, and text without full stops is one of them.
const SENTENCE: usize = 256;
/// How many tokens a description may have: `the appliance maker`.
const GROUP: usize = 7;
/// How many mentions back, in all.
pub(super) const MOST: usize = 48;
/// How many tokens beside a name tell what it is: `Action, the Dutch retailer`.
const BESIDE: usize = 8;

/// A pronoun or description that stands for a name.
#[derive(Clone, Copy)]
struct Pointer {
    /// The first token of its noun group.
    first: u32,
    head: usize,
    anaphor: Anaphor,
    /// A pronoun that may be a country.
    may_be_country: bool,
}

/// What a sentence tells of whom it is about.
enum About<'a, 'x> {
    Name(&'a Mention<'x>),
    /// "The company": whom the sentences before are about.
    Same(Pointer),
    /// "The plant": whose it is, which is no country.
    Held,
    /// Somebody whose name no list knows, and who is named beside them.
    Unlisted(Option<&'a Mention<'x>>),
    Nobody,
}

impl Anaphors {
    /// The name that `head`, in a noun group from `before` on, stands for.
    pub(super) fn antecedent<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        before: u32,
        head: usize,
        anaphor: Anaphor,
    ) -> Option<&'a Mention<'x>> {
        let mut pointer = Pointer {
            first: before,
            head,
            anaphor,
            may_be_country: is_it(reading, head),
        };
        let end = mentions.partition_point(|mention| mention.first < before);
        let all = &mentions[..end];
        let near = &all[end.saturating_sub(MOST)..];
        match anaphor.kind {
            Kind::Organisation => {}
            // "The British government" is no other country's.
            Kind::Country => {
                let mut inside = mentions[end..]
                    .iter()
                    .take_while(|mention| mention.first < head as u32);
                let own =
                    |mention: &&Mention<'_>| mention.kind() == Kind::Country && mention.end as usize == head;
                return inside.find(own).or_else(|| country(reading, all, near, before));
            }
            Kind::Person if reading.tag(head) != Tag::Pronoun => {
                return called(reading, near, before, head)
                    .or_else(|| nearest(reading, near, before, anaphor.kind));
            }
            kind => return nearest(reading, near, before, kind),
        }
        if let Some(opener) = self.goes_on_with(reading, before, head) {
            if opener.anaphor.kind == Kind::Country {
                return country(reading, all, near, opener.first);
            }
            pointer = opener;
        }
        self.organisation(reading, all, before, pointer)
    }

    /// With whom a sentence began that a pronoun in it goes on with: "The company bought Vicebio, it added".
    fn goes_on_with(&self, reading: &Reading<'_>, before: u32, head: usize) -> Option<Pointer> {
        let own = reading.sentence_tokens(before as usize).start;
        if self.says_so(reading, before as usize, head) {
            let opener = self.opener(reading, own, before as usize)?;
            let pronoun = matches!(reading.tag(opener.head), Tag::Pronoun | Tag::Possessive);
            return pronoun.then_some(Pointer {
                may_be_country: false,
                ..opener
            });
        }
        if reading.tag(head) != Tag::Pronoun {
            return None;
        }
        let opener = self.opener(reading, own, head)?;
        // "In May it bought Bosch, and it has": both are one.
        let both = is_it(reading, opener.head) && is_it(reading, head);
        let one = reading.tag(opener.head) == Tag::Noun || both;
        let fits = opener.anaphor.kind != Kind::Country || is_it(reading, head);
        (one && fits).then_some(opener)
    }

    /// Whether a company only says so behind what a sentence tells of it: "It will buy Kone, the company said".
    fn says_so(&self, reading: &Reading<'_>, before: usize, head: usize) -> bool {
        let closes = before.checked_sub(1);
        let comma = closes.is_some_and(|at| reading.tokens[at].is(b','));
        let verb = head + 1 < reading.tokens.len() && reading.tag(head + 1).is_verb();
        comma && verb && reading.tag(head) == Tag::Noun && self.any_company.contains(reading.ids[head])
    }

    /// The organisation, or the country, that a pointer stands for whose sentence begins its noun group at `before`.
    fn organisation<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        all: &'a [Mention<'x>],
        before: u32,
        mut pointer: Pointer,
    ) -> Option<&'a Mention<'x>> {
        let mentions = &all[all.len().saturating_sub(MOST)..];
        let sentence = reading.sentence_of(before as usize);
        let last = sentence.saturating_sub(GOES_ON);
        let mut aside = None;
        let lead = self.lead(reading, all, pointer);
        // "the Company": a release calls itself so.
        if let Some(own) = lead.filter(|_| self.is_own_name(reading, pointer)) {
            return Some(own);
        }
        // "the Lima-based firm" of an article that comes from Lima.
        if let Some(here) = lead.filter(|_| lead::is_of_dateline(reading, pointer)) {
            return Some(here);
        }
        let mut number = sentence;
        loop {
            let known = mentions.partition_point(|mention| mention.first < pointer.first);
            let known = &mentions[..known];
            if let Some(described) = self.described(reading, known, pointer) {
                return Some(described);
            }
            let mut same = None;
            while number >= last && same.is_none() {
                match self.about(reading, (known, lead), number, pointer, &mut aside) {
                    About::Name(found) => {
                        let business = found.kind() == Kind::Organisation;
                        let back = lead
                            .filter(|lead| business && comes_back(reading, all, lead, pointer.first, found));
                        return back.or(Some(found));
                    }
                    About::Same(pointer) => same = Some(pointer),
                    About::Held => pointer.may_be_country = false,
                    // "The board" may be that of somebody beside them, "it" is not.
                    About::Unlisted(beside) => {
                        return beside.filter(|_| reading.tag(pointer.head) != Tag::Pronoun);
                    }
                    About::Nobody => {}
                }
                let Some(earlier) = number.checked_sub(1) else {
                    break;
                };
                number = earlier;
                let zone = reading
                    .sentences
                    .get(number)
                    .map(|sentence| reading.zone(sentence.first as usize));
                // A heading opens another matter.
                if (sentence - number > BACK || aside.is_some()) && zone != Some(ZoneKind::Body) {
                    return aside;
                }
            }
            match same {
                // "The government wants it. It …"
                Some(same) if same.anaphor.kind == Kind::Country => {
                    return country(reading, all, known, same.first)
                }
                // "The airline" a pronoun goes on with is an airline still.
                Some(same) if number >= last && !known.is_empty() => {
                    let pronoun =
                        reading.tag(same.head) != Tag::Noun && reading.tag(pointer.head) == Tag::Noun;
                    pointer = if pronoun {
                        Pointer {
                            first: same.first,
                            ..pointer
                        }
                    } else {
                        same
                    };
                }
                _ => return aside,
            }
        }
    }

    /// Whether a release calls its company by a noun with a capital: "the Company will pay", but not "The Company Will Pay".
    fn is_own_name(&self, reading: &Reading<'_>, pointer: Pointer) -> bool {
        let head = pointer.head;
        let capital = |at: usize| reading.tokens.get(at).is_some_and(Token::is_capitalised);
        matches!(reading.tag(head), Tag::Noun | Tag::Proper)
            && self.any_company.contains(reading.ids[head])
            && capital(head)
            && reading.is(head - usize::from(head > 0), "the")
            && !capital(head + 1)
    }

    /// "The airline": whose name says that it is one, or who was called so.
    fn described<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        mentions: &'a [Mention<'x>],
        pointer: Pointer,
    ) -> Option<&'a Mention<'x>> {
        let head = pointer.head;
        // "Turkey's Marmara Cam … Stara … The Turkish firm"
        if let Some(of_land) = of_land(reading, mentions, pointer) {
            return Some(of_land);
        }
        // Any company may be called one.
        let tells = !pointer.anaphor.by_name && !self.any_company.contains(reading.ids[head]);
        if !tells || reading.tag(head) == Tag::Pronoun {
            return None;
        }
        let organisations = || {
            let organisations = mentions.iter().rev();
            organisations.filter(|mention| mention.kind() == Kind::Organisation)
        };
        let word = reading.word(head);
        let named = organisations().find(|mention| is_named_so(mention, word));
        let named = named.or_else(|| {
            let lemma = reading.noun_lemma(head);
            let called =
                |mention: &&Mention<'_>| name_of(mention).is_some_and(|name| self.is_called(lemma, name));
            let mut called = organisations().filter(called);
            let last = called.next()?;
            // Of several nobody knows which, and a name that says nothing may be one's all the same.
            let listed = |other: &Mention<'_>| {
                let name = name_of(other).filter(|_| !other.is_same(last));
                name.is_some_and(|name| self.is_listed_as(reading, lemma, name))
            };
            let sole = called.all(|other| other.is_same(last)) && !organisations().any(listed);
            sole.then_some(last)
        });
        let Some(named) = named else {
            return organisations().find(|mention| is_told_to_be(reading, mention, head));
        };
        // "Acme, the largest bank, … Deutsche Bank … Acme's shares … The bank": whom the sentences were about since then.
        let called = organisations().find(|mention| is_told_to_be(reading, mention, head));
        let last = |entity| {
            organisations()
                .find(|mention| mention.entity == entity && !hangs(reading, mention))
                .map(|mention| mention.first)
        };
        let later =
            called.filter(|called| called.entity.is_some() && last(called.entity) > last(named.entity));
        later.or(Some(named))
    }

    /// Whom a sentence is about: the first name in it, as a rule its subject. Who stands aside is kept for want of others.
    fn about<'a, 'x>(
        &self,
        reading: &Reading<'x>,
        (known, lead): (&'a [Mention<'x>], Option<&Mention<'x>>),
        number: usize,
        pointer: Pointer,
        aside: &mut Option<&'a Mention<'x>>,
    ) -> About<'a, 'x> {
        let Some(sentence) = reading.sentences.get(number) else {
            return About::Nobody;
        };
        let from = known.partition_point(|mention| mention.first < sentence.first);
        let end = known.partition_point(|mention| mention.first < sentence.end);
        let mut named = known[from..end]
            .iter()
            .filter(|mention| self.may_be(reading, mention, pointer));
        // "Heineken's Nigerian Breweries", "Jaguar owner Tata": the one that is somebody's, not whose it is.
        let owns = |mention: &Mention<'x>| {
            let behind = mention.end as usize;
            let next = match reading.tag(behind) {
                Tag::Genitive => behind + 1,
                Tag::Noun => behind + 1 + usize::from(reading.tag(behind + 1) == Tag::Noun),
                _ => return false,
            };
            known[from..end]
                .iter()
                .any(|owned| owned.first as usize == next && owned.kind() == Kind::Organisation)
        };
        let best = named
            .clone()
            .find(|mention| !hangs(reading, mention) && !owns(mention) && !self.is_aside(reading, mention))
            .or_else(|| named.next());
        let own = (sentence.first..sentence.end).contains(&pointer.first);
        let until = best.map_or(sentence.end, |best| best.first) as usize;
        // "The bank's creditors met. They took control"
        if !own && reading.is(pointer.head, "they") && self.is_of_others(reading, sentence.first as usize) {
            return About::Unlisted(None);
        }
        let opener = self.opener(reading, sentence.first as usize, until);
        let opener = opener.filter(|opener| opener.anaphor.kind != Kind::Country || pointer.may_be_country);
        // "The carmaker … The bank": two firms.
        let lemma = |pointer: Pointer| reading.noun_lemma(pointer.head);
        let opener = opener.filter(|opener| self.may_be_one(lemma(*opener), lemma(pointer)));
        if let Some(opener) = opener.filter(|_| !own && !pointer.anaphor.by_name) {
            return About::Same(opener);
        }
        // "Rio Tinto opened a mine. The airline …": it is named, but it is none.
        let other = known[from..end].first().is_some_and(|first| {
            first.kind() == Kind::Organisation && first.first == sentence.first && best.is_none()
        });
        if !own && !other && is_of_unlisted(reading, sentence.first as usize..until) {
            return About::Unlisted(best);
        }
        match best {
            Some(found)
                if !self.is_aside(reading, found)
                    && !employs_another(reading, &known[from..end], found)
                    && (own
                        || !stands_apart(reading, found)
                        || lead.is_some_and(|lead| lead.is_same(found)))
                    && (own && !hangs(reading, found) || !is_within(reading, sentence.first, found)) =>
            {
                About::Name(found)
            }
            found => {
                *aside = aside.or(found);
                let held = pointer.may_be_country && !own && self.is_of_held(reading, number);
                if held {
                    About::Held
                } else {
                    About::Nobody
                }
            }
        }
    }

    /// Whether a sentence tells of what somebody has: "At $2m, the plant was the cheapest".
    fn is_of_held(&self, reading: &Reading<'_>, number: usize) -> bool {
        let Some(sentence) = reading.sentences.get(number) else {
            return false;
        };
        let acts = |token: usize| {
            matches!(
                reading.tag(token),
                Tag::Be | Tag::Have | Tag::Modal | Tag::VerbS | Tag::VerbPast
            )
        };
        let subject = |token: usize| {
            let noun = reading.tag(token) == Tag::Noun && acts(token + 1);
            noun && self.words.get(reading.ids[token]).is_some_and(|word| word.held)
        };
        let definite = |token: usize| {
            let group = (token.saturating_sub(GROUP)..token).rev();
            let mut group = group.skip_while(|at| matches!(reading.tag(*at), Tag::Noun | Tag::Adjective));
            group.next().is_some_and(|at| reading.is(at, "the"))
        };
        let tokens = sentence.first as usize..(sentence.end as usize).saturating_sub(1);
        tokens
            .take(SENTENCE)
            .any(|token| subject(token) && definite(token))
    }
}

/// The company of the country that a description tells: the only one that the article or the lists say to be from there.
fn of_land<'a, 'x>(
    reading: &Reading<'x>,
    mentions: &'a [Mention<'x>],
    pointer: Pointer,
) -> Option<&'a Mention<'x>> {
    let mut described = pointer.first as usize..pointer.head;
    let told = described
        .find_map(|token| country_at(reading, token))
        .filter(|_| !pointer.anaphor.by_name)?;
    let from = |mention: &&Mention<'x>| {
        mention.kind() == Kind::Organisation
            && is_told(reading, mention)
            && !is_body(reading, mention)
            && (told_country(reading, mention) == Some(told) || of_body(reading, mention) == Some(told))
    };
    let mut known = mentions.iter().rev().filter(from);
    let last = known.next()?;
    known.all(|other| other.is_same(last)).then_some(last)
}

/// Whether a word is one that may stand for a country.
fn is_it(reading: &Reading<'_>, head: usize) -> bool {
    reading.is(head, "it") || reading.is(head, "its")
}

/// The person whom "the minister" stands for: whoever was called one, wherever she stands in her sentence.
fn called<'a, 'x>(
    reading: &Reading<'x>,
    mentions: &'a [Mention<'x>],
    before: u32,
    head: usize,
) -> Option<&'a Mention<'x>> {
    recent(reading, mentions, before, BACK).find(|mention| is_called(mention, reading.word(head)))
}

/// The mentions from a token back, over so many sentences before its own, the nearest first.
pub(super) fn recent<'a, 'x>(
    reading: &Reading<'x>,
    mentions: &'a [Mention<'x>],
    before: u32,
    back: usize,
) -> impl Iterator<Item = &'a Mention<'x>> {
    let sentence = reading.sentence_of(before as usize).saturating_sub(back);
    let earliest = reading.sentences.get(sentence).map(|sentence| sentence.first);
    let told = move |mention: &&Mention<'_>| earliest.is_some_and(|earliest| mention.first >= earliest);
    mentions.iter().rev().take_while(told)
}

/// The first name of a kind in the nearest sentence that has one.
pub(super) fn nearest<'a, 'x>(
    reading: &Reading<'x>,
    mentions: &'a [Mention<'x>],
    before: u32,
    kind: Kind,
) -> Option<&'a Mention<'x>> {
    let near = recent(reading, mentions, before, BACK)
        .filter(|mention| mention.kind() == kind && is_told(reading, mention));
    let mut found: Option<(usize, &Mention<'_>)> = None;
    for mention in near {
        let number = reading.sentence_of(mention.first as usize);
        match found {
            Some((known, _)) if known != number => break,
            // "In a notice to the exchange, Interloop said it would …"
            Some(_) if fronted(reading, mention) => {}
            _ => found = Some((number, mention)),
        }
    }
    found.map(|(_, mention)| mention)
}
