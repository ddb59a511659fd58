//! The country that an article is about, as far as dates need it: how its years and quarters are counted.

use crate::lexicon::{admin1, city, country, currency, Form, List, Lists};
use crate::reading::Reading;

/// How quarters without a year are counted in a country's business news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quarters {
    Calendar,
    /// By the calendar, but for results, which come by the fiscal year.
    Reported,
    /// By the fiscal year.
    Fiscal,
}

/// How an article's country counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Home {
    /// The month in which fiscal years begin.
    pub(super) first: u8,
    pub(super) quarters: Quarters,
}

/// The countries whose governments' fiscal years begin in another month than January, with that month.
const COUNTRIES: [(&[u8; 2], u8, Quarters); 22] = [
    (b"PK", 7, Quarters::Reported),
    (b"BD", 7, Quarters::Reported),
    (b"EG", 7, Quarters::Calendar),
    (b"KE", 7, Quarters::Calendar),
    (b"TZ", 7, Quarters::Calendar),
    (b"UG", 7, Quarters::Calendar),
    (b"ET", 7, Quarters::Calendar),
    (b"AU", 7, Quarters::Reported),
    (b"NP", 7, Quarters::Reported),
    (b"IN", 4, Quarters::Fiscal),
    (b"JP", 4, Quarters::Reported),
    (b"GB", 4, Quarters::Calendar),
    (b"ZA", 4, Quarters::Calendar),
    (b"SG", 4, Quarters::Calendar),
    (b"HK", 4, Quarters::Calendar),
    (b"NZ", 4, Quarters::Calendar),
    (b"CA", 4, Quarters::Calendar),
    (b"BT", 7, Quarters::Calendar),
    (b"US", 10, Quarters::Calendar),
    (b"TH", 10, Quarters::Calendar),
    (b"MM", 4, Quarters::Calendar),
    (b"LK", 1, Quarters::Calendar),
];

/// Where lakhs and crores are counted.
const LAKHS: [&[u8; 2]; 5] = [b"IN", b"PK", b"BD", b"NP", b"LK"];

impl Home {
    /// That of the country which the article names most; the one named first, in the dateline, has a voice more.
    pub(super) fn of(reading: &Reading<'_>, lakhs: bool) -> Self {
        const FIRST: u32 = 4;
        let mut counts = [0_u32; COUNTRIES.len()];
        let mut all = 0;
        let mut first = true;
        for group in reading.groups(Lists::of(&[
            List::Countries,
            List::Cities,
            List::Admin1,
            List::Currencies,
        ])) {
            for hit in &reading.hits[group] {
                let (code, voices) = match hit.list {
                    List::Countries => match reading.lexicon.cell(hit.row, country::CODE) {
                        // The partner in everyone's trade.
                        "US" => ("US", 1),
                        code => (code, 2),
                    },
                    // Only towns whose names mean nothing else in the news are worth a voice; datelines carry them.
                    List::Cities if hit.form == Form::Name => {
                        (reading.lexicon.cell(hit.row, city::COUNTRY), 1)
                    }
                    List::Admin1 if hit.form == Form::Name => {
                        (reading.lexicon.cell(hit.row, admin1::COUNTRY), 1)
                    }
                    List::Currencies => match reading.lexicon.cell(hit.row, currency::CODE) {
                        "INR" => ("IN", 1),
                        "PKR" => ("PK", 1),
                        "BDT" => ("BD", 1),
                        _ => continue,
                    },
                    _ => continue,
                };
                let voices = voices + if first { FIRST } else { 0 };
                let known = <[u8; 2]>::try_from(code.as_bytes()).ok();
                let at = known.and_then(|code| COUNTRIES.iter().position(|(known, ..)| **known == code));
                if let Some(at) = at {
                    counts[at] += voices;
                }
                all += voices;
                first = false;
            }
        }
        let best = counts
            .iter()
            .enumerate()
            .filter(|(at, count)| {
                **count > 0 && (!lakhs || LAKHS.iter().any(|known| *known == COUNTRIES[*at].0))
            })
            .max_by_key(|(at, count)| (**count, std::cmp::Reverse(*at)));
        match best {
            Some((at, count)) => {
                let (_, first, quarters) = COUNTRIES[at];
                // Of an article on many countries nobody knows how it counts.
                let quarters = if count * 2 > all {
                    quarters
                } else {
                    Quarters::Calendar
                };
                Self { first, quarters }
            }
            None => Self {
                first: 1,
                quarters: Quarters::Calendar,
            },
        }
    }
}
