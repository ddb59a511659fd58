//! What is said of the beginning of a name counts for the whole: `Nishiki cut its prices`, where the article has Nishiki
//! Denki.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::Words;
use super::{key, Open, Sums};

/// A beginning of a name has no more words than this.
const LONGEST: usize = 2;

/// Adds to the whole names what the words around their beginnings tell of a company. A word that ends another name is
/// somebody's surname as well, and counts for none.
pub(super) fn add(words: &Words<'_, '_>, sums: &mut Sums<'_>) {
    let word = |at: usize| words.reading.tokens[at].hash;
    let long = |name: &&Open| name.has_parts();
    let last = sums
        .open
        .iter()
        .filter(long)
        .map(|name| word(name.tokens.end - 1));
    let last = last.collect::<FxHashSet<_>>();
    let first = sums.open.iter().filter(long).map(|name| word(name.tokens.start));
    let first = first.collect::<FxHashSet<_>>();
    let mut told: FxHashMap<u64, i32> = FxHashMap::default();
    for (name, points) in sums.open.iter().zip(&sums.around) {
        let start = name.tokens.start;
        if name.tokens.len() > LONGEST || !first.contains(&word(start)) || last.contains(&word(start)) {
            continue;
        }
        if points.telling > 0 && points.person == 0 {
            *told.entry(key(words, &name.tokens)).or_default() += points.telling;
        }
    }
    if told.is_empty() {
        return;
    }
    let mut done = vec![false; sums.sums.len()];
    for (name, &place) in sums.open.iter().zip(&sums.place_of) {
        if done[place] {
            continue;
        }
        done[place] = true;
        let start = name.tokens.start;
        for end in start + 1..name.tokens.end.min(start + LONGEST + 1) {
            // `Toyota-Mazda` is more than Toyota.
            if words.glued(end) {
                break;
            }
            if let Some(points) = told.get(&key(words, &(start..end))) {
                sums.sums[place].tell(*points);
            }
        }
    }
}
