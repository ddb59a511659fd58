//! Mentions to entities: each name goes to the fullest name of the article that a reader would take it for.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::forms::{self, Form, Ground};
use super::listed::{list_of, Rows};
use super::{alias, initials, Entity, EntityId};
use crate::lexicon::{organisation, RowId};
use crate::mention::{Kind, Mention, MentionId, Text, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;

/// A form of an entity.
#[derive(Clone, Copy)]
struct Grounds {
    entity: usize,
    form: Form,
    /// The next one with the same words, by number.
    next: Option<usize>,
}

/// The forms of all entities. Those with the same words are chained, in their order.
struct Forms {
    all: Vec<Grounds>,
    /// The first and the last of each chain.
    chains: FxHashMap<(Kind, u64), (usize, usize)>,
}

impl Forms {
    /// How many entities may share a form.
    const MOST: usize = 8;

    /// Room for the forms of so many names.
    fn with_room(names: usize) -> Self {
        // A name has some three forms.
        Self {
            all: Vec::with_capacity(3 * names),
            chains: FxHashMap::with_capacity_and_hasher(3 * names, FxBuildHasher),
        }
    }

    fn of(&self, kind: Kind, key: u64) -> impl Iterator<Item = &Grounds> {
        let first = self.chains.get(&(kind, key)).map(|chain| &self.all[chain.0]);
        std::iter::successors(first, |this| this.next.map(|next| &self.all[next]))
    }

    fn add(&mut self, kind: Kind, entity: usize, form: Form) {
        let mut shared = 0;
        if self.of(kind, form.key).any(|grounds| {
            shared += 1;
            grounds.entity == entity || shared == Self::MOST
        }) {
            return;
        }
        let number = self.all.len();
        let chain = self.chains.entry((kind, form.key)).or_insert((number, number));
        if chain.1 != number {
            self.all[chain.1].next = Some(number);
            chain.1 = number;
        }
        self.all.push(Grounds {
            entity,
            form,
            next: None,
        });
    }
}

/// An entity while its mentions are gathered.
struct Draft {
    kind: Kind,
    row: Option<RowId>,
    /// In the order of the text.
    mentions: Vec<MentionId>,
}

/// Gives each name its entity, and each mention the fullest name of its entity.
pub(crate) fn link<'x>(reading: &Reading<'x>, mentions: &mut [Mention<'x>]) -> Vec<Entity<'x>> {
    let mut names: Vec<Named> = Vec::with_capacity(mentions.len());
    let named = mentions.iter().enumerate();
    let named = named.filter(|(_, mention)| name(mention).is_some());
    names.extend(named.map(|(at, mention)| Named::new(reading, at, mention)));
    // Fuller names first: short forms find them.
    names.sort_unstable_by_key(|name| (Reverse(name.weight), name.at));
    let mut drafts: Vec<Draft> = Vec::with_capacity(names.len());
    let mut known = Forms::with_room(names.len());
    let mut by_row: FxHashMap<RowId, usize> = FxHashMap::default();
    let mut found = Vec::with_capacity(forms::USUAL);
    let first_told = FirstTold::new(reading, mentions, &names);
    for Named { at, core, .. } in names {
        let mention = &mentions[at];
        let kind = mention.kind();
        let tokens = tokens(mention);
        let list = list_of(kind);
        let rows = list.map_or(Rows::default(), |list| Rows::of(reading, list, [&tokens, &core]));
        let key = forms::key(reading, core.clone());
        let by_list = || rows.all().find_map(|row| by_row.get(&row).copied());
        let draft = by_list().or_else(|| {
            let row = rows.first().filter(|_| kind == Kind::Organisation);
            let short = Short { at, key, row };
            best(reading, mentions, &drafts, &known, &first_told, short)
        });
        let draft = match draft {
            Some(draft) => draft,
            None => {
                drafts.push(Draft {
                    kind,
                    row: rows.first(),
                    mentions: Vec::new(),
                });
                drafts.len() - 1
            }
        };
        let fresh = drafts[draft].mentions.is_empty();
        let before = drafts[draft].mentions.partition_point(|id| id.index() < at);
        drafts[draft].mentions.insert(before, mention.id);
        for row in rows.all() {
            by_row.entry(row).or_insert(draft);
        }
        let told = &mut drafts[draft].row;
        *told = rows.own.or(*told).or(rows.builtin);
        forms::full(reading, [&tokens, &core], &mut found);
        if fresh {
            forms::shorter(reading, kind, tokens.clone(), core.clone(), &mut found);
            let pair = (kind == Kind::Organisation).then(|| initials::pair(reading, core));
            found.extend(pair.flatten());
        }
        if kind == Kind::Organisation || kind == Kind::Policy {
            let bracket = alias::behind(reading, tokens.end).or_else(|| opened(reading, mentions, at));
            found.extend(bracket.map(|run| Form {
                key: forms::key(reading, forms::core(reading, run.clone())),
                head: 0,
                len: run.len(),
                ground: Ground::Bracket,
                everyday: false,
                generic: true,
                abroad: false,
                placed: false,
            }));
        }
        // The best ground of a form counts: `(EC)` is told, and not only spelt.
        found.sort_by_key(|form| form.ground);
        for form in found.drain(..) {
            known.add(kind, draft, form);
        }
    }
    finish(reading, mentions, drafts)
}

/// The name that a mention carries, if it is one that entities have.
fn name<'m, 'x>(mention: &'m Mention<'x>) -> Option<&'m Text<'x>> {
    match &mention.value {
        Value::Organisation { name } | Value::Person { name, .. } | Value::Policy { name } => Some(name),
        _ => None,
    }
}

/// A name of several words as the article writes it; for an acronym what its finder made of it.
fn fullest_name<'x>(reading: &Reading<'x>, mention: &Mention<'x>) -> Option<Text<'x>> {
    let found = name(mention)?;
    Some(match tokens(mention).len() {
        1 => found.clone(),
        _ => reading.text_of(tokens(mention)),
    })
}

/// `Bourse Wire / Bourse News Agency`: two names of one body with a stroke between them are its name.
fn both_names<'x>(reading: &Reading<'x>, mentions: &[Mention<'x>], draft: &Draft) -> Option<Text<'x>> {
    draft.mentions.windows(2).find_map(|pair| {
        let (first, second) = (
            tokens(&mentions[pair[0].index()]),
            tokens(&mentions[pair[1].index()]),
        );
        let stroke = first.end + 1 == second.start && reading.tokens[first.end].is(b'/');
        stroke.then(|| reading.text_of(first.start..second.end))
    })
}

fn tokens(mention: &Mention<'_>) -> Range<usize> {
    mention.first as usize..mention.end as usize
}

/// A mention that carries a name.
struct Named {
    /// The number of the mention.
    at: usize,
    /// Its tokens without a leading article and a trailing legal form.
    core: Range<usize>,
    /// How full the name is.
    weight: (usize, usize),
}

impl Named {
    /// Names with more words count as fuller, then longer ones.
    fn new(reading: &Reading<'_>, at: usize, mention: &Mention<'_>) -> Self {
        let core = forms::core(reading, tokens(mention));
        let weight = (core.len(), mention.span.end() - mention.span.start());
        Self { at, core, weight }
    }
}

/// `PAMA (Pakistan Automotive Manufacturers Association)`: what stands before the bracket that holds this
/// name. `Crocs (NASDAQ: CROX)` gives no other name of the exchange.
fn opened(reading: &Reading<'_>, mentions: &[Mention<'_>], at: usize) -> Option<Range<usize>> {
    let first = mentions[at].first as usize;
    let closes = |at: usize| reading.tokens.get(at).is_some_and(|token| token.is(b')'));
    if first < 2 || !reading.tokens[first - 1].is(b'(') || !closes(mentions[at].end as usize) {
        return None;
    }
    let before = mentions[..at].last()?;
    (before.kind() == mentions[at].kind()
        && before.end as usize == first - 1
        && before.end == before.first + 1)
        .then(|| tokens(before))
}

/// Which mention tells each name first in the running text.
struct FirstTold(FxHashMap<u64, usize>);

impl FirstTold {
    fn new(reading: &Reading<'_>, mentions: &[Mention<'_>], names: &[Named]) -> Self {
        let mut first = FxHashMap::with_capacity_and_hasher(names.len(), FxBuildHasher);
        for name in names {
            let mention = &mentions[name.at];
            if mention.kind() == Kind::Organisation
                && reading.zone(mention.first as usize) != ZoneKind::Headline
            {
                let key = forms::key(reading, name.core.clone());
                let earliest = first.entry(key).or_insert(name.at);
                *earliest = name.at.min(*earliest);
            }
        }
        Self(first)
    }

    /// Whether a full name stands before each place where the running text has the short one.
    fn introduces(&self, full: Option<&MentionId>, short: u64) -> bool {
        let first = self.0.get(&short).copied();
        full.is_some_and(|full| first.is_none_or(|first| full.index() < first))
    }
}

/// A name that may be short for another.
struct Short {
    /// The number of its mention.
    at: usize,
    key: u64,
    row: Option<RowId>,
}

/// The entity that a shorter name stands for.
fn best(
    reading: &Reading<'_>,
    mentions: &[Mention<'_>],
    drafts: &[Draft],
    known: &Forms,
    first_told: &FirstTold,
    Short { at, key, row }: Short,
) -> Option<usize> {
    let mention = &mentions[at];
    let only = known.of(mention.kind(), key).nth(1).is_none();
    // `GE` of the lists is not `Gujarat Energy`.
    let is_short = mention.span.end() - mention.span.start() < 3;
    // `Lugo Corp.` is not `Lugo Projects Inc.`
    let has_other_form = |short: &Mention<'_>, draft: &Draft| {
        let full = draft.mentions.first().map(|full| tokens(&mentions[full.index()]));
        full.is_some_and(|full| {
            forms::are_of_other_forms(reading, tokens(short), full.clone())
                || forms::is_whole_beside(reading, tokens(short), full)
        })
    };
    known
        .of(mention.kind(), key)
        .filter(|grounds| {
            let other = drafts[grounds.entity].row;
            // A company that the lists know by this very name is not its namesake abroad: `Toyota` is
            // not `Toyota Egypt`, but it is `Toyota Motor`.
            if grounds.form.ground == Ground::Initials && row.is_some() && is_short {
                return false;
            }
            if grounds.form.ground >= Ground::Part && has_other_form(mention, &drafts[grounds.entity]) {
                return false;
            }
            let apart = grounds.form.abroad || row.is_some() && (other.is_some() || !grounds.form.generic);
            // An article that introduces `Honda Cars India` and nobody else goes on to call it `Honda`.
            let full = drafts[grounds.entity].mentions.first();
            let introduced = || {
                only && first_told.introduces(full, key) && {
                    let full = full.map_or(tokens(mention), |full| tokens(&mentions[full.index()]));
                    let full = forms::core(reading, full);
                    forms::is_branch(reading, full.start + grounds.form.len..full.end)
                }
            };
            !(apart && grounds.form.ground >= Ground::Part) || introduced()
        })
        .min_by_key(|grounds| {
            let draft = &drafts[grounds.entity];
            // Of two people of a name the one named last; of two companies the one that comes first.
            let order = match mention.kind() {
                Kind::Person => {
                    let before = draft.mentions.partition_point(|id| id.index() < at);
                    Reverse(draft.mentions[..before].last().map(|last| last.index()))
                }
                _ => Reverse(draft.mentions.first().map(|first| mentions.len() - first.index())),
            };
            (grounds.form.ground, !grounds.form.generic, order)
        })
        .map(|grounds| grounds.entity)
}

/// Numbers the entities in the order of the text, names them, and tells the mentions.
fn finish<'x>(
    reading: &Reading<'x>,
    mentions: &mut [Mention<'x>],
    mut drafts: Vec<Draft>,
) -> Vec<Entity<'x>> {
    drafts.sort_by_key(|draft| draft.mentions.first().copied());
    let mut entities = Vec::with_capacity(drafts.len());
    for (number, draft) in drafts.into_iter().enumerate() {
        let id = EntityId(number as u32);
        let fullest = draft
            .mentions
            .iter()
            .map(|id| id.index())
            .max_by_key(|&at| (Named::new(reading, at, &mentions[at]).weight, Reverse(at)));
        let both = draft.row.and_then(|_| both_names(reading, mentions, &draft));
        let full = both.or_else(|| fullest.and_then(|at| fullest_name(reading, &mentions[at])));
        let Some(full) = full else { continue };
        let mut aliases: Vec<Text<'x>> = Vec::new();
        for member in &draft.mentions {
            let mention = &mut mentions[member.index()];
            mention.entity = Some(id);
            let found: Text<'x> = match &mut mention.value {
                Value::Organisation { name } | Value::Person { name, .. } | Value::Policy { name } => {
                    std::mem::replace(name, full.clone())
                }
                _ => continue,
            };
            if found != full && aliases.len() < 16 && !aliases.contains(&found) {
                aliases.push(found);
            }
        }
        entities.push(Entity {
            id,
            kind: draft.kind,
            name: full,
            aliases,
            // The first column of either list.
            listed: draft.row.map(|row| reading.lexicon.cell(row, organisation::NAME)),
            mentions: draft.mentions,
        });
    }
    entities
}
