//! What a sentence must hold for a rule to hold in it, told by its words and mentions alone. Most sentences hold a
//! word that may be a trigger, few of them anything that its rules could take; the others need no clauses.

mod need;
mod sets;

use std::num::NonZeroU16;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::event_type::EventType;
use super::signs::{Kinds, Signs};
use super::{Rule, RuleSet, Trigger, TriggerSort, Triggers};
use crate::clause::Outermost;
use crate::lexicon::{Lexicon, Tag, Tags, WordId, WordSet};
use crate::mention::Kind;
use crate::reading::Reading;
use crate::token::{Sentence, Token};
use need::{slots_of, Need};
use sets::{Few, Sets};

/// Signs one of which must be there: few of all there are, so that only those words of bits are kept that have any.
#[derive(Clone, Copy, Debug)]
struct Asked {
    /// A place of words in `Signs::words`, and the bits there: most have no others.
    bits: u64,
    at: u8,
    kinds: Kinds,
    /// The others in `Gate::sets`.
    first: u16,
    end: u16,
}

/// Where in `Gate::asked` stands what is asked for: many triggers ask for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Ask(u16);

impl Ask {
    /// Whatever any sentence holds.
    pub(super) const ANYTHING: Self = Self(0);
}

/// Where in the lists of the gate stands what a rule asks for.
#[derive(Clone, Copy, Debug)]
struct Demands {
    /// Of a sentence: something of each in `Gate::lists`.
    first: u32,
    end: u32,
    /// Those of a noun end here: what it is about is noted even where its roles are not filled.
    noun_end: u32,
    /// Of a trigger: one of the slots of each in `Gate::needs`.
    needs: u32,
    needs_end: u32,
    /// The slots of whom a sentence is noted to tell of, even if no event comes of it.
    topic: u64,
    /// The words that its trigger's phrase must not hold.
    without: Ask,
}

/// What a word tells by itself.
#[derive(Clone, Copy, Debug, Default)]
struct WordSigns {
    /// Words of bits in `Signs::words`, as many as most words tell, and their places.
    bits: [u64; 4],
    at: [u8; 4],
    kinds: Kinds,
    /// The others in `Gate::sets`.
    others: u16,
    others_end: u16,
    /// Its triggers in `Gate::triggers`.
    count: u16,
    first: u32,
}

impl WordSigns {
    /// Adds them to what a sentence holds, but for the others.
    #[inline]
    fn add_to(&self, signs: &mut Signs) {
        signs.kinds.add(self.kinds);
        for (at, bits) in self.at.into_iter().zip(self.bits) {
            signs.hold(at, bits);
        }
    }
}

/// A trigger of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Pull {
    rule: u32,
    sort: TriggerSort,
    /// A statistic must stand before it.
    follows: bool,
    /// What fewest sentences hold of all that it asks for.
    asked: Ask,
}

/// What the main verb of a verb group may be; a plural after a name is a verb at times.
const VERBS: Tags = Tags::of(&[
    Tag::Verb,
    Tag::VerbS,
    Tag::VerbPast,
    Tag::VerbPart,
    Tag::VerbIng,
    Tag::Be,
    Tag::Have,
    Tag::Do,
    Tag::NounPlural,
]);
/// What the head of a noun group may be, but for the second part of a compound and the noun of a count.
const NOUNS: Tags = Tags::of(&[Tag::Noun, Tag::NounPlural, Tag::Proper, Tag::Number]);
const PREPOSITIONS: Tags = Tags::of(&[Tag::Preposition, Tag::To]);

impl Pull {
    /// Whether a token with this tag may be a trigger of its sort in a sentence that holds these signs.
    #[inline]
    fn fits(self, token: &Token, tag: Tag, signs: &Signs) -> bool {
        match self.sort {
            TriggerSort::Verb => VERBS.has(tag),
            TriggerSort::Noun => NOUNS.has(tag) || token.glued() || signs.kinds.meets(Kinds::of(Kind::Count)),
            TriggerSort::Preposition => PREPOSITIONS.has(tag),
        }
    }
}

/// What words tell and call, as far as it has been filed.
#[derive(Default)]
struct Runs {
    /// By the lemmas of a word that tell something.
    forms: FxHashMap<[WordId; 5], u16>,
    pulls: FxHashMap<Vec<Pull>, Range<usize>>,
    told: FxHashMap<(Few, Range<usize>), u16>,
}

/// A word of a sentence that may be a trigger.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub(super) token: u32,
    /// Its triggers in `Gate::triggers`.
    first: u32,
    end: u32,
}

/// The places of a word in `Gate::told` and `Gate::own`; 0 where nothing is known.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    told: u16,
    own: u16,
}

/// Which sentences are worth a closer look.
#[derive(Debug, Default)]
pub(super) struct Gate {
    /// By number of the rule.
    demands: Vec<Demands>,
    /// What the rules ask for, one behind the other.
    lists: Vec<Ask>,
    /// All that is asked for, each once.
    asked: Vec<Asked>,
    /// Places of words in `Signs::words`, and the bits there.
    sets: Vec<(u8, u64)>,
    needs: Vec<Need>,
    /// By number of the word.
    words: Vec<Known>,
    /// What words tell, each once: the forms of a word tell the same.
    told: Vec<WordSigns>,
    /// The places in `RuleSet::lists` of the triggers that begin with a word, by their sort.
    own: Vec<[Option<NonZeroU16>; 3]>,
    triggers: Vec<Pull>,
}

impl Gate {
    /// Notes on the triggers of the rules what they ask for first.
    pub(super) fn new(lexicon: &Lexicon, set: &mut RuleSet) -> Self {
        let mut sets = Sets::new(lexicon.word_ids().len());
        let mut gate = Self::default();
        gate.asked(&mut sets, Few::of_kinds(Kinds::EVERY));
        for rule in &set.rules {
            gate.ask(&mut sets, rule, &set.events[rule.event]);
        }
        // What belongs to a trigger is rarer than what its rule asks for.
        let triggers = set.lists.iter_mut().flat_map(Triggers::all_mut);
        for trigger in triggers {
            trigger.asked = match trigger.other() {
                Some(word) => {
                    let sign = sets.sign(&WordSet::from_iter([word]));
                    gate.asked(&mut sets, sign)
                }
                None => gate
                    .demanded(trigger.rule, trigger.sort)
                    .first()
                    .copied()
                    .unwrap_or(Ask::ANYTHING),
            };
        }
        for (word, kind) in set.anaphors.kinds() {
            sets.tell(word, Kinds::of(kind));
        }
        for word in set.movements.multiples() {
            sets.tell(word, Kinds::of(Kind::Percent));
        }
        for (word, _) in set.triggers.keys() {
            sets.tell(*word, Kinds::default());
        }
        let mut runs = Runs::default();
        gate.words = vec![Known::default(); lexicon.word_ids().len()];
        gate.told = vec![WordSigns::default()];
        gate.own = vec![[None; 3]];
        for id in lexicon.word_ids() {
            // A form may stand for any of its lemmas.
            let forms = lexicon.word(id).with_lemmas(id);
            if !sets.tells(&forms) {
                continue;
            }
            let (mut known, mut count) = ([WordId::UNKNOWN; 5], 0);
            for form in forms {
                if sets.tells(&[form]) && !known.contains(&form) {
                    known[count] = form;
                    count += 1;
                }
            }
            let told = match runs.forms.get(&known) {
                Some(told) => *told,
                None => {
                    let told = gate.told_by(&mut runs, &sets, set, known);
                    runs.forms.insert(known, told);
                    told
                }
            };
            gate.words[id.index()].told = told;
        }
        for ((word, sort), list) in &set.triggers {
            let known = &mut gate.words[word.index()];
            if known.own == 0 {
                known.own = u16::try_from(gate.own.len()).unwrap_or(u16::MAX);
                gate.own.push([None; 3]);
            }
            let list = u16::try_from(list + 1).unwrap_or(u16::MAX);
            gate.own[usize::from(known.own)][*sort as usize] = NonZeroU16::new(list);
        }
        gate
    }

    /// Where in `told` stands what a word tells that may stand for any of these lemmas.
    fn told_by(&mut self, runs: &mut Runs, sets: &Sets, set: &RuleSet, forms: [WordId; 5]) -> u16 {
        let mut pulls = Vec::new();
        let mut tells = Few::default();
        for form in forms.into_iter().take_while(|form| *form != WordId::UNKNOWN) {
            tells.add(sets.told_by(form));
            for sort in TriggerSort::ALL {
                pulls.extend(set.triggers(form, sort).map(|trigger| Pull {
                    rule: trigger.rule as u32,
                    sort,
                    follows: set.rules[trigger.rule].follows,
                    asked: trigger.asked,
                }));
            }
        }
        let run = runs.pulls.entry(pulls).or_insert_with_key(|pulls| {
            let first = self.triggers.len();
            self.triggers.extend(pulls);
            first..self.triggers.len()
        });
        let number = u16::try_from(self.told.len()).unwrap_or(u16::MAX);
        let filed = (tells, run.clone());
        if let Some(known) = runs.told.get(&filed) {
            return *known;
        }
        let (tells, run) = &filed;
        let mut told = WordSigns {
            kinds: tells.kinds,
            others: self.sets.len() as u16,
            first: run.start as u32,
            count: u16::try_from(run.len()).unwrap_or(u16::MAX),
            ..WordSigns::default()
        };
        let mut held = tells.sets.iter().copied();
        for ((at, bits), held) in told.at.iter_mut().zip(&mut told.bits).zip(&mut held) {
            (*at, *bits) = held;
        }
        self.sets.extend(held);
        runs.told.insert(filed, number);
        told.others_end = self.sets.len() as u16;
        self.told.push(told);
        number
    }

    /// Notes what a rule asks for.
    fn ask(&mut self, sets: &mut Sets, rule: &Rule, event: &EventType) {
        let mut signs = Vec::new();
        sets.before(rule, &mut signs);
        keep_strictest(&mut signs, 0);
        let before = signs.len();
        sets.roles(rule, &mut signs);
        keep_strictest(&mut signs, before);
        let first = self.lists.len();
        let (before, end) = (first + before, first + signs.len());
        for signs in signs {
            let asked = self.asked(sets, signs);
            self.lists.push(asked);
        }
        let without = match rule.without.is_empty() {
            true => Few::default(),
            false => sets.sign(&rule.without),
        };
        let without = self.asked(sets, without);
        let notes = rule.reads_figures() && !rule.follows;
        let needs = self.needs.len();
        self.needs
            .extend(rule.needs.iter().map(|roles| Need::of(rule, event, roles)));
        self.demands.push(Demands {
            first: first as u32,
            end: end as u32,
            noun_end: if notes { before } else { end } as u32,
            needs: needs as u32,
            needs_end: self.needs.len() as u32,
            topic: rule.topic.map_or(0, |topic| slots_of(rule, topic)),
            without,
        });
    }

    /// Where signs that are asked for stand as they are compared.
    fn asked(&mut self, sets: &mut Sets, signs: Few) -> Ask {
        if let Some(known) = sets.asked.get(&signs) {
            return *known;
        }
        // More than there are numbers for are not asked for.
        let Ok(number) = u16::try_from(self.asked.len()) else {
            return Ask::ANYTHING;
        };
        let mut words = signs.sets.iter().copied();
        let (at, bits) = words.next().unwrap_or_default();
        let first = self.sets.len() as u16;
        self.sets.extend(words);
        self.asked.push(Asked {
            bits,
            at,
            kinds: signs.kinds,
            first,
            end: self.sets.len() as u16,
        });
        sets.asked.insert(signs, Ask(number));
        Ask(number)
    }

    #[inline]
    fn meets(&self, asked: Ask, signs: &Signs) -> bool {
        let asked = &self.asked[usize::from(asked.0)];
        // Both at once: which of them it is cannot be guessed.
        asked.kinds.meets(signs.kinds) | signs.holds(asked.at, asked.bits)
            || asked.first < asked.end && self.meets_further(asked, signs)
    }

    #[inline(never)]
    fn meets_further(&self, asked: &Asked, signs: &Signs) -> bool {
        self.sets[usize::from(asked.first)..usize::from(asked.end)]
            .iter()
            .any(|(at, bits)| signs.holds(*at, *bits))
    }

    /// The place in `RuleSet::lists` of the triggers of a sort that begin with a word of this lemma.
    #[inline]
    pub(super) fn list(&self, lemma: WordId, sort: TriggerSort) -> Option<usize> {
        let own = self.own[usize::from(self.words[lemma.index()].own)];
        own[sort as usize].map(|list| usize::from(list.get()) - 1)
    }

    /// What a sentence holds. The words that may be triggers go to `triggers`, in their order.
    pub(super) fn signs(
        &self,
        reading: &Reading<'_>,
        mentions: &Outermost<'_, '_>,
        sentence: Sentence,
        triggers: &mut Vec<Held>,
    ) -> Signs {
        triggers.clear();
        let mut signs = Signs::of_kinds(Kinds::EVERY);
        for token in sentence.first as usize..sentence.end as usize {
            // Most words tell nothing, and stand for a place that adds nothing.
            let word = &self.told[usize::from(self.words[reading.ids[token].index()].told)];
            word.add_to(&mut signs);
            for (at, bits) in &self.sets[usize::from(word.others)..usize::from(word.others_end)] {
                signs.hold(*at, *bits);
            }
            if word.count > 0 && reading.tokens[token].is_word() {
                triggers.push(Held {
                    token: token as u32,
                    first: word.first,
                    end: word.first + u32::from(word.count),
                });
            }
        }
        for mention in mentions.within(sentence.first, sentence.end) {
            signs.kinds.add(Kinds::of(mention.kind()));
        }
        signs
    }

    /// Whether a rule has a word or one of its lemmas for a trigger, or asks for it.
    pub(super) fn knows(&self, word: WordId) -> bool {
        self.words[word.index()].told != 0
    }

    /// Whether one of the triggers may give something in a sentence that holds these signs. `follows`: a statistic stands
    /// before it.
    pub(super) fn opens(
        &self,
        reading: &Reading<'_>,
        triggers: &[Held],
        signs: &Signs,
        follows: bool,
    ) -> bool {
        triggers.iter().any(|held| {
            let (token, tag) = (
                &reading.tokens[held.token as usize],
                reading.tag(held.token as usize),
            );
            let pulls = &self.triggers[held.first as usize..held.end as usize];
            pulls.iter().any(|pull| {
                self.meets(pull.asked, signs)
                    && (follows || !pull.follows)
                    && pull.fits(token, tag, signs)
                    && self.admits_rule(pull.rule as usize, pull.sort, signs)
            })
        })
    }

    /// Whether a trigger may give something in a sentence that holds these signs.
    #[inline]
    pub(super) fn admits(&self, trigger: &Trigger, signs: &Signs) -> bool {
        self.meets(trigger.asked, signs) && self.admits_rule(trigger.rule, trigger.sort, signs)
    }

    #[inline(never)]
    fn admits_rule(&self, rule: usize, sort: TriggerSort, signs: &Signs) -> bool {
        let mut demanded = self.demanded(rule, sort).iter();
        demanded.all(|asked| self.meets(*asked, signs))
    }

    /// What a rule asks of a sentence for its triggers of a sort.
    fn demanded(&self, rule: usize, sort: TriggerSort) -> &[Ask] {
        let Demands {
            first, end, noun_end, ..
        } = self.demands[rule];
        let end = if sort == TriggerSort::Noun { noun_end } else { end };
        &self.lists[first as usize..end as usize]
    }

    /// Whether a sentence that holds these signs may hold a word that the phrase of a rule's trigger must not.
    pub(super) fn may_bar(&self, rule: usize, signs: &Signs) -> bool {
        self.meets(self.demands[rule].without, signs)
    }
}

/// Drops the signs from `from` on that hold wherever others of them do, and puts first what fewest sentences hold.
fn keep_strictest(signs: &mut Vec<Few>, from: usize) {
    signs[from..].sort_by_key(Few::count);
    let mut kept = from;
    for at in from..signs.len() {
        let asked = &signs[at];
        if !signs[..kept].iter().any(|stricter| stricter.is_within(asked)) {
            signs.swap(kept, at);
            kept += 1;
        }
    }
    signs.truncate(kept);
}
