//! What a slot gives for a role.

mod listed;
mod members;
mod mention;
mod office;
mod phrase;
mod pointer;
mod several;
mod speaker;
mod whose;

use std::cell::RefCell;

use super::anaphora::Anaphors;
use super::course::Course;
use super::filler::Filler;
use super::Accept;
use crate::clause::{ClauseWords, Clauses, Group, GroupId, GroupKind, NounGroup, Outermost, Slot};
use crate::lexicon::{Hit, List, Tag, WordId};
use crate::mention::{Kind, Mention, MentionId, Value};
use crate::reading::Reading;
use pointer::is_somebody;

/// In how many mentions before it a person's office is looked for.
const NAMED: usize = 64;

/// How many possessors of possessors are asked who acts.
const OWNERS: usize = 4;

pub(super) static PERSON: [Accept; 1] = [Accept::Kind(Kind::Person)];
pub(super) static ORGANISATION: [Accept; 1] = [Accept::Kind(Kind::Organisation)];

/// Whether mentions of a kind are taken.
pub(super) fn takes(accept: &[Accept], kind: Kind) -> bool {
    accept
        .iter()
        .any(|accept| matches!(accept, Accept::Kind(taken) if *taken == kind))
}

/// Whether a noun group with this head may be taken for its own sake, though it is no mention.
fn is_open(accept: &[Accept], head: WordId) -> bool {
    accept.iter().any(|accept| match accept {
        Accept::Phrase | Accept::With(_) => true,
        Accept::Words(words) => words.contains(head),
        _ => false,
    })
}

/// Whether things of this name are not taken.
fn bars(accept: &[Accept], lemma: WordId) -> bool {
    accept
        .iter()
        .any(|accept| matches!(accept, Accept::Not(words) if words.contains(lemma)))
}

/// A noun group in a slot, and what a rule would take of it.
struct Asked<'s> {
    slot: Slot,
    id: GroupId,
    group: &'s Group,
    noun: &'s NounGroup,
    modifier: bool,
    /// Where the mentions end that may be taken.
    end: u32,
    accept: &'s [Accept],
}

impl Asked<'_> {
    /// Whether the rule does not take things of this name.
    fn bars(&self, lemma: WordId) -> bool {
        bars(self.accept, lemma)
    }
}

/// What a rule sees of a sentence.
pub(super) struct Sight<'a, 'x> {
    pub(super) reading: &'a Reading<'x>,
    pub(super) mentions: &'a Outermost<'a, 'x>,
    pub(super) clauses: &'a Clauses,
    pub(super) words: &'a ClauseWords,
    pub(super) anaphors: &'a Anaphors,
    pub(super) course: &'a Course<'x>,
    pub(super) resolved: &'a RefCell<Vec<Resolved>>,
    /// Whose the lines of the list are in which the sentence stands.
    pub(super) releaser: Option<MentionId>,
}

/// A token, the head of a noun group, and the name that it stands for.
pub(super) type Resolved = (u32, Option<MentionId>);

impl<'x> Sight<'_, 'x> {
    fn filler(&self, mention: &Mention<'x>, slot: Slot) -> Filler<'x> {
        Filler {
            mention: Some(mention.id()),
            ..Filler::of_words(mention.span(), slot.name(self.reading.lexicon))
        }
    }

    /// Adds what a noun group gives to a role; tells whether it gave anything.
    pub(super) fn take(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        if self.clauses.verb(id).is_some() {
            return self.left_out(slot, accept, out);
        }
        let mut id = id;
        if self.members(slot, id, accept, out) {
            return true;
        }
        let (from, mut others) = (out.len(), false);
        for _ in 0..OWNERS {
            if self.take_own(slot, id, accept, out) {
                let mut at = 0..;
                out.retain(|filler| at.next() < Some(from) || !others || !self.is_firm(filler));
                return out.len() > from;
            }
            // "its board approved", "Toyota's board approved": whose it is does it.
            let acts = matches!(slot, Slot::Subject | Slot::Support);
            let body = self.speaks_for(id);
            let Some(noun) = self.clauses.noun(id).filter(|noun| {
                acts && (noun.own || noun.possessor.is_some() || body.is_some())
                    && !is_open(accept, noun.lemma)
                    && !bars(accept, noun.lemma)
                    && !self.is_beside(id, accept)
                    && !self.is_named_beside(noun)
            }) else {
                return false;
            };
            // "Japan's Krantz Foods" acts itself, and so does "Ann Roe's Media Unit".
            let itself = |possessor: GroupId| {
                let first = self.clauses.groups[id].first;
                let unlisted = !noun.named && self.is_proper(first, noun.head);
                let firm = self.names(id, Kind::Organisation);
                // "America's leading retailer"
                let one = !noun.named && self.reading.tag(noun.head as usize) == Tag::Noun;
                let trade = one && self.anaphors.is_business(noun.lemma);
                self.names(possessor, Kind::Country) && (unlisted || firm || trade)
                    || self.names(possessor, Kind::Person) && firm
            };
            // "the bank's creditors", "its customers"
            let several = self.reading.tag(noun.head as usize) == Tag::NounPlural;
            others |= several && !noun.named && self.anaphors.is_onlooker(noun.lemma);
            match noun.possessor.filter(|possessor| !itself(*possessor)).or(body) {
                Some(possessor) => id = possessor,
                None if noun.own => {
                    let own = self.points_back(Slot::Own, id, accept);
                    let own = own.filter(|own| !others || !self.is_firm(own));
                    let found = own.is_some();
                    out.extend(own);
                    return found;
                }
                None => return false,
            }
        }
        false
    }

    /// Whether a filler is an organisation.
    fn is_firm(&self, filler: &Filler<'_>) -> bool {
        let named = filler
            .mention
            .and_then(|named| self.mentions.mentions.get(named.index()));
        named.is_some_and(|named| named.kind() == Kind::Organisation)
    }

    /// Whoever does what a line tells that leaves it out: "• Opened a plant in Peru".
    fn left_out(&self, slot: Slot, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let company = self
            .releaser
            .and_then(|company| self.mentions.mentions.get(company.index()));
        let company = company.filter(|company| {
            accept.iter().any(|one| self.is(company, one)) && !self.is_of_barred_sort(company, accept)
        });
        out.extend(company.map(|company| Filler {
            inherited: true,
            ..self.filler(company, slot)
        }));
        company.is_some()
    }

    /// For whom a body decides: "the board of Toyota", "shareholders in Toyota".
    fn speaks_for(&self, id: GroupId) -> Option<GroupId> {
        let noun = self.clauses.noun(id)?;
        let first = self.clauses.groups[id].first as usize;
        let one = self.reading.is_indefinite(first);
        if one || !self.words.bodies.contains(noun.lemma) {
            return None;
        }
        let words = self.words;
        let ties = [words.of, words.at, words.in_];
        let tied = matches!(&self.clauses.groups.get(id + 1)?.kind, GroupKind::Preposition(word) if ties.contains(word));
        self.clauses.noun(id + 2).filter(|_| tied)?;
        // "the local unit of Japan's Toyota"
        Some(self.clauses.possessed(id + 2))
    }

    /// Whether a person stands beside a noun group, who is named rather than what it says of her: "the bank's chief,
    /// Mary Robinson".
    fn is_beside(&self, id: GroupId, accept: &[Accept]) -> bool {
        let beside = self.clauses.noun(id).and_then(|noun| noun.apposition);
        beside.is_some_and(|beside| takes(accept, Kind::Person) && self.names(beside, Kind::Person))
    }

    /// Whether the organisation is named that a noun group describes, which then acts itself: "Vale, the country's largest
    /// miner".
    fn is_named_beside(&self, noun: &NounGroup) -> bool {
        noun.apposition
            .is_some_and(|beside| self.names(beside, Kind::Organisation))
    }

    /// Adds what a noun group itself gives to a role.
    fn take_own(&self, slot: Slot, id: GroupId, accept: &[Accept], out: &mut Vec<Filler<'x>>) -> bool {
        let (Some(group), Some(noun)) = (self.clauses.groups.get(id), self.clauses.noun(id)) else {
            return false;
        };
        if let Some(name) = self.goes_on(id) {
            let named = accept.iter().any(|accept| matches!(accept, Accept::Name));
            out.extend(named.then(|| self.unlisted(slot, name)));
            return named;
        }
        if accept.iter().any(is_somebody) && self.stands_for_somebody(slot, id, accept, out) {
            return true;
        }
        if slot == Slot::Own {
            // "his successor"
            let mut titles = accept.iter();
            return titles.any(|one| matches!(one, Accept::Title(words) if self.title(slot, id, words, out)));
        }
        // Where a person stands beside it, nobody stands for her.
        // "EU commissioner Ann Roe": she acts, not whose commissioner she is.
        let person = takes(accept, Kind::Person)
            && (noun.named && self.names(id, Kind::Person) || self.is_beside(id, accept));
        let accept = if person { &PERSON } else { accept };
        let modifier = slot == Slot::Modifier;
        let asked = Asked {
            slot,
            id,
            group,
            noun,
            modifier,
            end: if modifier { noun.head } else { group.end },
            accept,
        };
        accept.iter().any(|one| self.take_as(&asked, one, out))
    }

    /// Adds for whom a noun group stands who is named elsewhere.
    fn stands_for_somebody(
        &self,
        slot: Slot,
        id: GroupId,
        accept: &[Accept],
        out: &mut Vec<Filler<'x>>,
    ) -> bool {
        let Some(noun) = self.clauses.noun(id) else {
            return false;
        };
        let own = slot == Slot::Own;
        // Most nouns are names, and point back to nobody, as nothing does that says who a name beside it is: "Ghana, the
        // leading producer".
        let beside = noun.apposition.and_then(|beside| self.clauses.noun(beside));
        let named = noun.named || beside.is_some_and(|beside| beside.named);
        if let Some(mention) = (own || !named)
            .then(|| self.points_back(slot, id, accept))
            .flatten()
        {
            out.push(mention);
            self.joined_to(slot, id, mention, out);
            return true;
        }
        let other = self
            .one_of_two(slot, id, accept)
            .or_else(|| self.named_ahead(slot, id, accept));
        if other.is_some() {
            out.extend(other);
            return true;
        }
        !own && self.all_of(slot, id, accept, out)
            || matches!(slot, Slot::Subject | Slot::Support) && self.holder_of(id, accept, out)
    }

    /// Adds what one of a rule's kinds takes of a noun group.
    fn take_as(&self, asked: &Asked<'_>, one: &Accept, out: &mut Vec<Filler<'x>>) -> bool {
        let Asked {
            slot,
            id,
            group,
            noun,
            accept,
            ..
        } = *asked;
        match one {
            Accept::Kind(_) | Accept::Sort(_) | Accept::Official => self.of_kind(asked, one, out),
            Accept::Words(words) => self.listed(asked, words, out),
            Accept::Phrase => self.described(asked, out),
            Accept::Name => self.capitalised(asked, out),
            Accept::Pronoun => self.pronoun(asked, out),
            Accept::Counted(words) => self.counted(asked, words, out),
            Accept::Number => self.numbered(asked, out),
            Accept::With(words) => {
                let listed = |token: u32| words.contains(self.reading.noun_lemma(token as usize));
                let listed = (group.first..=noun.head).any(listed);
                if listed {
                    out.push(self.phrase(slot, group.first, group.end));
                }
                listed
            }
            // "BHP's Escondida" is BHP's as "BHP's mine" is.
            Accept::Owner(words) => {
                let owned = words.contains(noun.lemma) || noun.named && noun.possessor.is_some();
                owned && self.owner(slot, id, accept, out)
            }
            Accept::In(words) => words.contains(noun.lemma) && self.seated(slot, id, accept, out),
            Accept::By(words) => self.doer(slot, id, words, out),
            Accept::Title(words) => self.title(slot, id, words, out),
            // "an airport 40 km south of Lima": how far off, not how large.
            Accept::Measured(_) if self.tells_distance(id) => false,
            Accept::Measured(units) => {
                let measure = self.mentions.within(group.first, asked.end).find(|mention| {
                    matches!(mention.value(), Value::Measure { unit, .. } if units.iter().any(|known| known.as_str() == unit.as_ref()))
                });
                out.extend(measure.map(|measure| self.filler(measure, slot)));
                measure.is_some()
            }
            Accept::Word(_) | Accept::Not(_) | Accept::NoSort(_) => false,
        }
    }

    /// Whether a length tells how far off a place is.
    fn tells_distance(&self, id: GroupId) -> bool {
        let behind = self.clauses.groups.get(id + 1).map(|group| &group.kind);
        matches!(behind, Some(GroupKind::Preposition(word)) if self.words.away.contains(*word) || self.words.directions.contains(*word))
    }

    /// Whether a noun group is a count of things: "four tax bills".
    fn is_counted(&self, group: &Group, noun: &NounGroup) -> bool {
        let mut figures = self.mentions.within(group.first, noun.head + 1);
        figures.any(|figure| figure.kind() == Kind::Count && figure.end == noun.head + 1)
    }

    /// Whether brackets give the short form of a unit: "900 megawatt hours (MWh)".
    fn is_unit(&self, id: GroupId) -> bool {
        let group = &self.clauses.groups[id];
        let before = id.checked_sub(1).map(|before| &self.clauses.groups[before].kind);
        let unit = |hit: &Hit| hit.list == List::Units && hit.end == group.end;
        matches!(before, Some(GroupKind::Open)) && self.reading.hits_at(group.first as usize).iter().any(unit)
    }

    /// A noun group that is no mention.
    fn described(&self, asked: &Asked<'_>, out: &mut Vec<Filler<'x>>) -> bool {
        let (group, noun) = (asked.group, asked.noun);
        if asked.modifier {
            // "sunflower 1986/87 output"
            let dates = self.mentions.within(group.first, noun.head).last();
            let dated = dates.filter(|last| last.kind() == Kind::Date && last.end == noun.head);
            let mut end = dated.map_or(noun.head, |date| date.first);
            while end > group.first && asked.bars(self.reading.noun_lemma(end as usize - 1)) {
                end -= 1;
            }
            let Some(first) = self.modifier(group.first, end, |lemma| asked.bars(lemma)) else {
                return false;
            };
            // "truck and bus sales"
            if first == group.first {
                out.extend(self.joined_modifier(asked.slot, asked.id));
            }
            out.push(self.phrase(asked.slot, first, end));
            return true;
        }
        let open = !asked.bars(noun.lemma)
            && !self.is_unit(asked.id)
            && !noun.named
            && !noun.pronoun
            && !noun.time
            && self.reading.tag(noun.head as usize) != Tag::Number
            && (!self.is_figure(noun.head) || asked.slot == Slot::Trigger && self.is_counted(group, noun));
        if open {
            out.push(self.phrase(asked.slot, group.first, group.end));
        }
        open
    }

    /// A noun group with a capitalised head that is no mention.
    fn capitalised(&self, asked: &Asked<'_>, out: &mut Vec<Filler<'x>>) -> bool {
        let (group, noun) = (asked.group, asked.noun);
        // "Prime Minister Modi": a title is nobody's name.
        let title = noun
            .apposition
            .is_some_and(|beside| self.names(beside, Kind::Person));
        let proper = self.is_proper(group.first, noun.head);
        // "the 2004 Olympics": nobody's name begins with a year.
        let acts = takes(asked.accept, Kind::Person) || takes(asked.accept, Kind::Organisation);
        let mut dates = self.mentions.within(group.first, noun.head + 1);
        let dated = acts && dates.any(|mention| mention.kind() == Kind::Date);
        // "17 A350s"
        let counted = acts
            && group.first < noun.head
            && self.reading.tag(group.first as usize) == Tag::Number
            && self.reading.tokens[group.first as usize].first.is_ascii_digit();
        let dated = dated || counted;
        let named = !noun.named
            && !noun.time
            && proper
            && !title
            && !dated
            && !asked.bars(noun.lemma)
            && !self.is_shouted(noun.head as usize);
        if named {
            out.push(self.unlisted(asked.slot, asked.id));
        }
        named
    }

    /// Whether a word of the language stands in capitals: "PLANS to open a shop".
    fn is_shouted(&self, at: usize) -> bool {
        const SHORT: usize = 3;
        let text = self.reading.tokens[at].text(self.reading.text);
        let capitals = text.len() > SHORT && text.bytes().all(|byte| byte.is_ascii_uppercase());
        let tags = || self.reading.lexicon.word(self.reading.ids[at]).tags;
        capitals && (tags().has(Tag::Noun) || tags().has(Tag::NounPlural))
    }

    fn pronoun(&self, asked: &Asked<'_>, out: &mut Vec<Filler<'x>>) -> bool {
        let word = self.reading.ids[asked.group.first as usize];
        let thing = asked.noun.pronoun && self.words.things.contains(word);
        if thing {
            out.push(self.phrase(asked.slot, asked.group.first, asked.group.end));
        }
        thing
    }

    /// Whether the head of a noun group is a mention of a kind.
    fn names(&self, id: GroupId, kind: Kind) -> bool {
        let (group, Some(noun)) = (&self.clauses.groups[id], self.clauses.noun(id)) else {
            return false;
        };
        let mut mentions = self.mentions.within(group.first, group.end);
        mentions
            .any(|mention| mention.kind() == kind && mention.first <= noun.head && noun.head < mention.end)
    }
}
