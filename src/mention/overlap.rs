//! Which candidate wins where two claim a word: the one place that settles whether `Toyota` is the company,
//! part of `Toyota Corolla` or of `Toyota City`, and whether `Jordan` is the country or a man's name.
//!
//! Finders say what a run of words could be and how sure they are; they need not look at each other. Here
//! candidates are ranked, and each is kept unless one of a higher rank claims one of its words:
//!
//! | first by | the higher | because |
//! | --- | --- | --- |
//! | footing | a sure model; then what has grounds; then a guess | a model has its make beside it, where `Santa Fe SUVs` only looks like a person; a guess by shape gives way to anything |
//! | length | the longer | `Jordan Peterson`, `Toyota Corolla`, `Bank of China`, `August 15, 2025` say more than their parts |
//! | strength | the stronger | of two readings of the same words, the one with better grounds |
//! | kind | the one earlier in [`rank`] | figures and dates have a grammar, names only a shape; see there |
//! | place | the earlier | reading goes from left to right |
//!
//! Some kinds stand inside others on purpose; [`may_nest`] lists them.

use super::{Candidate, Kind, Strength, Value};

/// How many kept candidates may share a word: a year in a policy that is part of a count is three deep.
const DEEPEST: usize = 3;

const FREE: u32 = u32::MAX;

/// The numbers of the candidates that stand, in the order of the text.
pub(crate) fn resolve(candidates: &[Candidate<'_>]) -> Vec<u32> {
    // A candidate is large: their numbers are sorted.
    let mut placed: Vec<(u64, u32)> = Vec::with_capacity(candidates.len());
    let all = candidates.iter().zip(0..);
    let all = all.filter(|(candidate, _)| candidate.len() > 0);
    placed.extend(all.map(|(candidate, number)| (place(candidate), number)));
    placed.sort_unstable();
    let mut kept = Vec::with_capacity(placed.len());
    let mut contest = Contest::default();
    let mut rest = &placed[..];
    while let Some((_, number)) = rest.first() {
        // Those that share words, be it by way of others. Most share none and stand.
        let mut end = candidates[*number as usize].end;
        let mut count = 1;
        while let Some(next) = rest.get(count).map(|(_, number)| &candidates[*number as usize]) {
            if next.first >= end {
                break;
            }
            end = end.max(next.end);
            count += 1;
        }
        let (together, behind) = rest.split_at(count);
        match together {
            [(_, alone)] => kept.push(*alone),
            _ => contest.settle(candidates, together, end, &mut kept),
        }
        rest = behind;
    }
    kept
}

/// By where it begins, the longer first.
fn place(candidate: &Candidate<'_>) -> u64 {
    u64::from(candidate.first) << 32 | u64::from(!candidate.end)
}

/// Candidates that share words.
#[derive(Default)]
struct Contest {
    /// With their ranks. Equal ones stay in the order their finders gave them.
    ranked: Vec<(u64, u32)>,
    /// Who claims each word, by number of the candidate: all that a newcomer has to be compared with.
    claims: Vec<[u32; DEEPEST]>,
    /// Who stands, with place and rank.
    standing: Vec<(u64, u32, u32)>,
}

impl Contest {
    /// Adds the numbers of those that stand, in the order of the text.
    fn settle(
        &mut self,
        candidates: &[Candidate<'_>],
        together: &[(u64, u32)],
        end: u32,
        kept: &mut Vec<u32>,
    ) {
        let numbers = together.iter().map(|(_, number)| *number);
        let first = numbers
            .clone()
            .map(|number| candidates[number as usize].first)
            .min();
        let first = first.unwrap_or_default();
        self.ranked.clear();
        self.ranked
            .extend(numbers.map(|number| (place_in_rank(&candidates[number as usize]), number)));
        self.ranked.sort_unstable();
        self.claims.clear();
        self.claims.resize((end - first) as usize, [FREE; DEEPEST]);
        self.standing.clear();
        for (rank, (_, number)) in (0..).zip(&self.ranked) {
            let candidate = &candidates[*number as usize];
            let range = (candidate.first - first) as usize..(candidate.end - first) as usize;
            if self.claims[range.clone()]
                .iter()
                .any(|claim| blocked(candidate, claim, candidates))
            {
                continue;
            }
            for claim in &mut self.claims[range] {
                if let Some(free) = claim.iter_mut().find(|slot| **slot == FREE) {
                    *free = *number;
                }
            }
            self.standing.push((place(candidate), rank, *number));
        }
        self.standing.sort_unstable();
        kept.extend(self.standing.iter().map(|(.., number)| *number));
    }
}

/// Whether one of those that claim a word leaves no room for `candidate`.
fn blocked(candidate: &Candidate<'_>, claim: &[u32; DEEPEST], all: &[Candidate<'_>]) -> bool {
    claim[DEEPEST - 1] != FREE
        || claim
            .iter()
            .take_while(|number| **number != FREE)
            .filter_map(|number| all.get(*number as usize))
            .any(|other| !may_share(candidate, other))
}

/// The higher the rank, the lower: footing, length, strength, kind and place, each in its own bits of one number, which
/// is compared at once.
fn place_in_rank(candidate: &Candidate<'_>) -> u64 {
    let short = u16::MAX - u16::try_from(candidate.len()).unwrap_or(u16::MAX);
    u64::from(footing(candidate)) << 60
        | u64::from(short) << 44
        | u64::from(Strength::Told as u8 - candidate.strength as u8) << 40
        | u64::from(rank(candidate.kind())) << 32
        | u64::from(candidate.first)
}

/// The better the grounds, the lower.
fn footing(candidate: &Candidate<'_>) -> u8 {
    match (candidate.strength, candidate.kind()) {
        (Strength::Strong, Kind::Model) => 0,
        (Strength::Weak, _) => 2,
        _ => 1,
    }
}

/// Of two kinds for the same words on grounds as good, the lower number wins.
fn rank(kind: Kind) -> u8 {
    match kind {
        // `May 2025`, `$3.4bn`, `6 percent`, `40 km`: forms that mean nothing else. A year is no count.
        Kind::Date | Kind::Time | Kind::Set => 0,
        Kind::Duration => 1,
        Kind::Money => 2,
        Kind::Percent => 3,
        Kind::Measure => 4,
        // Named by a list or by a head noun: `India Semiconductor Mission` is no company.
        Kind::Policy => 5,
        // Only offered with evidence: a make beside it or in the article.
        Kind::Model => 6,
        // The country finder has weighed `Jordan` and `Chad` already.
        Kind::Country => 7,
        // A surname that the article has introduced is stronger than a town of that name.
        Kind::Person => 8,
        Kind::Place => 9,
        Kind::Organisation => 10,
        Kind::Count => 11,
    }
}

/// Whether two that share words may both stand.
fn may_share(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    if (a.first, a.end) == (b.first, b.end) {
        return is_bloc(a, b) || is_bloc(b, a);
    }
    let (inner, outer) = if a.len() < b.len() { (a, b) } else { (b, a) };
    // The engine size that ends a model's name is its variant: `Honda City 1.2L`.
    let is_variant = outer.kind() == Kind::Model && inner.end == outer.end;
    outer.first <= inner.first
        && inner.end <= outer.end
        && !is_variant
        && may_nest(inner.kind(), outer.kind())
}

/// A bloc is a place and an organisation at once: `exports to the EU`, `the EU decided`.
fn is_bloc(place: &Candidate<'_>, body: &Candidate<'_>) -> bool {
    matches!(place.value, Value::Place { country: None, .. })
        && place.origin.name() == "regions"
        && body.kind() == Kind::Organisation
}

/// Which kinds stand inside which.
fn may_nest(inner: Kind, outer: Kind) -> bool {
    match outer {
        // `over 70 Japanese companies`, `41,120 Porter II trucks`, `eighteen 40-foot containers`,
        // `120 Toyota dealers`
        Kind::Count => matches!(
            inner,
            Kind::Country | Kind::Place | Kind::Model | Kind::Organisation | Kind::Measure | Kind::Date
        ),
        // `the year ended June 30`, `the same nine months`
        Kind::Date => matches!(inner, Kind::Date | Kind::Duration),
        // `Finance Act 2025`
        Kind::Policy => inner == Kind::Date,
        // `660cc Alto`
        Kind::Model => inner == Kind::Measure,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{here, Amount, When};
    use super::*;
    use crate::mention::Basis;
    use rust_decimal::Decimal;

    fn of(kind: Kind, first: u32, end: u32, strength: Strength) -> Candidate<'static> {
        let amount = Amount::exact(Decimal::ONE);
        let name = "x".into();
        let value = match kind {
            Kind::Date => Value::Date(When {
                value: "2025".into(),
                start: None,
                end: None,
                basis: Basis::Explicit,
                vague: false,
            }),
            Kind::Organisation => Value::Organisation { name },
            Kind::Person => Value::Person { name, title: None },
            Kind::Country => Value::Country {
                code: "JO",
                name: "Jordan",
            },
            Kind::Place => Value::Place {
                name,
                country: Some("JP"),
            },
            Kind::Count => Value::Count { amount, noun: None },
            Kind::Model => Value::Model {
                make: None,
                model: name,
                variant: None,
            },
            Kind::Measure => Value::Measure {
                amount,
                unit: name,
                si_factor: None,
            },
            _ => Value::Policy { name },
        };
        Candidate::new(first as usize..end as usize, value, here!("test"), strength)
    }

    fn kept(candidates: Vec<Candidate<'static>>) -> Vec<(Kind, u32, u32)> {
        let stands = |candidates: &[Candidate<'static>]| -> Vec<Candidate<'static>> {
            let standing = resolve(candidates).into_iter();
            standing
                .map(|number| candidates[number as usize].clone())
                .collect()
        };
        let reversed: Vec<_> = candidates.iter().rev().cloned().collect();
        let (candidates, reversed) = (stands(&candidates), stands(&reversed));
        assert_eq!(
            format!("{candidates:?}"),
            format!("{reversed:?}"),
            "the order of the finders does not matter"
        );
        candidates.iter().map(|c| (c.kind(), c.first, c.end)).collect()
    }

    use Kind::{Count, Country, Date, Measure, Model, Organisation, Person, Place, Policy};
    use Strength::{Fair, Strong, Weak};

    #[test]
    fn the_longer_wins_unless_it_is_a_guess() {
        let jordan = of(Country, 0, 1, Strong);
        assert_eq!(
            kept(vec![jordan.clone(), of(Person, 0, 2, Fair)]),
            [(Person, 0, 2)]
        );
        assert_eq!(kept(vec![jordan, of(Person, 0, 2, Weak)]), [(Country, 0, 1)]);
        let model = of(Model, 0, 1, Strong);
        assert_eq!(kept(vec![model, of(Person, 0, 2, Fair)]), [(Model, 0, 1)]);
    }

    #[test]
    fn a_make_gives_way_to_its_model_and_its_town() {
        let toyota = of(Organisation, 0, 1, Strong);
        assert_eq!(kept(vec![toyota.clone(), of(Model, 0, 2, Fair)]), [(Model, 0, 2)]);
        assert_eq!(
            kept(vec![toyota.clone(), of(Place, 0, 2, Strong)]),
            [(Place, 0, 2)]
        );
        assert_eq!(kept(vec![toyota, of(Place, 0, 1, Fair)]), [(Organisation, 0, 1)]);
    }

    #[test]
    fn the_same_words_go_to_the_stronger_then_to_the_kind() {
        assert_eq!(
            kept(vec![of(Country, 3, 4, Fair), of(Person, 3, 4, Strong)]),
            [(Person, 3, 4)]
        );
        assert_eq!(
            kept(vec![of(Country, 3, 4, Strong), of(Person, 3, 4, Strong)]),
            [(Country, 3, 4)]
        );
        assert_eq!(
            kept(vec![of(Policy, 0, 3, Strong), of(Organisation, 0, 3, Strong)]),
            [(Policy, 0, 3)]
        );
        assert_eq!(
            kept(vec![of(Date, 0, 1, Strong), of(Count, 0, 1, Strong)]),
            [(Date, 0, 1)]
        );
    }

    #[test]
    fn what_is_counted_keeps_what_it_holds() {
        assert_eq!(
            kept(vec![
                of(Count, 0, 4, Strong),
                of(Country, 1, 2, Strong),
                of(Model, 2, 3, Fair)
            ]),
            [(Count, 0, 4), (Country, 1, 2), (Model, 2, 3)]
        );
        assert_eq!(
            kept(vec![of(Model, 0, 2, Strong), of(Measure, 0, 1, Strong)]),
            [(Model, 0, 2), (Measure, 0, 1)]
        );
        assert_eq!(
            kept(vec![of(Policy, 0, 3, Strong), of(Date, 2, 3, Strong)]),
            [(Policy, 0, 3), (Date, 2, 3)]
        );
    }

    #[test]
    fn no_country_inside_a_name() {
        assert_eq!(
            kept(vec![of(Organisation, 0, 3, Fair), of(Country, 2, 3, Strong)]),
            [(Organisation, 0, 3)]
        );
        assert_eq!(
            kept(vec![of(Place, 0, 3, Fair), of(Country, 0, 1, Strong)]),
            [(Place, 0, 3)]
        );
    }

    #[test]
    fn those_that_cross_do_not_both_stand() {
        assert_eq!(
            kept(vec![of(Count, 0, 3, Strong), of(Country, 2, 4, Strong)]),
            [(Count, 0, 3)]
        );
    }

    #[test]
    fn a_bloc_is_both() {
        let mut bloc = of(Place, 0, 1, Strong);
        bloc.origin = crate::mention::Origin::new("lexicon/regions.tsv", 3, "regions");
        bloc.value = Value::Place {
            name: "European Union".into(),
            country: None,
        };
        assert_eq!(
            kept(vec![bloc, of(Organisation, 0, 1, Strong)]),
            [(Place, 0, 1), (Organisation, 0, 1)]
        );
    }

    #[test]
    fn no_more_than_three_share_a_word() {
        let nest: Vec<_> = (0..50).map(|i| of(Count, 0, 100 - i, Strong)).collect();
        assert_eq!(kept(nest), [(Count, 0, 100)]);
    }

    #[test]
    fn nothing_to_resolve() {
        assert_eq!(kept(Vec::new()), []);
        assert_eq!(kept(vec![of(Count, 2, 2, Strong)]), []);
    }
}
