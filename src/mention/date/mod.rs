//! Dates, durations, times of day and recurring times.
//!
//! One walk over the tokens: a cheap test (a word of the calendar list, a number of the right length, a
//! fiscal shape such as `FY25`) decides whether the grammar looks closer. The grammar reads a date forward
//! from its first word; what belongs to it on the left ("the", "more than") is taken in afterwards.

mod absolute;
mod amount;
mod anaphora;
mod clock;
mod compared;
mod duration;
mod ended;
mod feast;
mod fiscal;
mod focus;
mod holiday;
mod home;
mod month_word;
mod numeric;
mod part;
mod period;
mod play;
mod point;
mod published;
mod recurring;
mod relative;
mod reported;
mod resolve;
mod season;

mod tense;
mod term;
mod whole;
mod year;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::ops::Range;

use crate::mention::{here, Basis, Candidate, Origin, Strength, Value, When};
use crate::reading::Reading;

use period::{Period, Unit};
use resolve::{Context, Date};
use tense::Tense;
use term::{Cell, Term, Vague};

pub(crate) use term::Terms;

/// Adds what it finds to `out`. Where the day of publication was not handed over, it is read from the article first.
pub(crate) fn find<'x>(reading: &mut Reading<'x>, terms: &Terms, out: &mut Vec<Candidate<'x>>) {
    let mut document = None;
    if reading.published.is_none() {
        let mut all = Vec::new();
        let mut finder = Finder::new(reading, terms);
        reading.published = match finder.published(&mut all) {
            Some(day) => Some(day),
            None => {
                document = finder.document(&mut all);
                published::signature(reading, terms)
            }
        };
        // What is to be read against no date is what was found just now.
        if reading.published.is_none() && document.is_none() {
            return all
                .into_iter()
                .for_each(|found| found.push(terms.home.first, out));
        }
    }
    let mut finder = Finder::new(reading, terms);
    finder.context.document = document.filter(|_| reading.published.is_none());
    finder.walk(|found| {
        found.push(terms.home.first, out);
        true
    });
}

/// A date that was read forward from a token.
#[derive(Clone, Copy, Debug)]
struct Point {
    date: Date,
    end: usize,
    strength: Strength,
}

/// What the grammar made of a run of tokens.
#[derive(Clone, Debug)]
enum What {
    Date(Date),
    Vague(Vague),
    Duration(String),
    Time(String),
    Set(String),
}

/// A run of tokens that tells a time.
#[derive(Clone, Debug)]
struct Found {
    start: usize,
    end: usize,
    what: What,
    strength: Strength,
    origin: Origin<'static>,
    /// A date of its own inside, as the day in "the year ended June 30".
    inner: Option<(Range<usize>, What)>,
    /// Told only to be compared with: nothing leans on it.
    echo: bool,
}

impl Found {
    fn new(tokens: Range<usize>, what: What, strength: Strength, origin: Origin<'static>) -> Self {
        Self {
            start: tokens.start,
            end: tokens.end,
            what,
            strength,
            origin,
            inner: None,
            echo: false,
        }
    }

    /// Hands it over as a candidate. `fiscal` is the month in which fiscal years begin.
    fn push<'x>(self, fiscal: u8, out: &mut Vec<Candidate<'x>>) {
        let tokens = self.start..self.end;
        out.push(Candidate::new(
            tokens,
            self.what.value(fiscal),
            self.origin,
            self.strength,
        ));
        if let Some((tokens, what)) = self.inner {
            let origin = here!("time inside a date");
            out.push(Candidate::new(tokens, what.value(fiscal), origin, Strength::Fair));
        }
    }
}

impl What {
    fn value<'x>(self, fiscal: u8) -> Value<'x> {
        match self {
            Self::Date(date) => Value::Date(date.when(fiscal)),
            Self::Vague(vague) => Value::Date(When {
                value: vague.code().to_owned(),
                start: None,
                end: None,
                basis: Basis::Unresolved,
                vague: true,
            }),
            Self::Duration(value) => Value::Duration { value },
            Self::Time(value) => Value::Time { value },
            Self::Set(value) => Value::Set { value },
        }
    }
}

/// The grammar's view of an article.
struct Finder<'r, 'x> {
    reading: &'r Reading<'x>,
    cells: &'r [Cell],
    /// The tokens that may begin a time; all others are stepped over.
    starts: std::slice::Iter<'r, u32>,
    /// The token that what was found last ends before: nothing else may reach back over it.
    floor: usize,
    context: Context,
    /// The latest month or longer that was told: what "a year earlier" and "the same period" lean on.
    focus: Option<Date>,
    /// Where it was told.
    focus_at: usize,
    /// The latest of them that is over.
    focus_over: Option<Date>,
    /// The latest month that was told: what "the same month of 2019" is, when a year was told since.
    focus_month: Option<Date>,
    /// What is being read begins here.
    here: usize,
    /// The latest day told with its year, if nothing longer was told since: what "the following year" leans on.
    focus_in_year: Option<Date>,
    /// The latest stretch of some months that was told: what "the nine months" are.
    run: Option<Date>,
    /// The latest week that was told, if no day was told since: what "a week earlier" leans on.
    focus_week: Option<Date>,
    /// The latest day that was told: what "the day before" leans on.
    focus_day: Option<Date>,
    /// Where the mention of that day ends.
    day_end: usize,
    /// Whether the article tells of a match; found when it is first asked for.
    play: OnceCell<bool>,
}

impl<'r, 'x> Finder<'r, 'x> {
    fn new(reading: &'r Reading<'x>, terms: &'r Terms) -> Self {
        Self {
            reading,
            cells: &terms.cells,
            starts: terms.starts.iter(),
            floor: 0,
            context: Context {
                published: reading.published,
                document: None,
                home: terms.home,
            },
            focus: None,
            focus_at: 0,
            focus_over: None,
            focus_month: None,
            here: 0,
            focus_in_year: None,
            run: None,
            focus_week: None,
            focus_day: None,
            day_end: 0,
            play: OnceCell::new(),
        }
    }

    /// Goes on reading the article for as long as `take` wants more.
    fn walk(&mut self, mut take: impl FnMut(Found) -> bool) {
        let mut next = self.floor;
        while let Some(start) = self.starts.next() {
            let at = *start as usize;
            if at < next {
                continue;
            }
            self.here = at;
            let Some(mut found) = self.at(at, self.floor) else {
                next = at + self.skip(at);
                continue;
            };
            found.start = found.start.max(self.floor);
            found.echo |= compared::is_compared(self.reading, found.start);
            next = found.end.max(at + 1);
            self.floor = next;
            self.remember(&found);
            if !take(found) {
                return;
            }
        }
    }

    /// How many tokens to step over where nothing was found.
    fn skip(&self, at: usize) -> usize {
        match self.cells[at] {
            // "Good" of an agreement's name leaves no Friday.
            Cell {
                term: Term::Rate | Term::Holiday(_),
                len,
            } => usize::from(len).max(1),
            _ => 1,
        }
    }

    fn remember(&mut self, found: &Found) {
        if found.echo {
            return;
        }
        let What::Date(date) = found.what else { return };
        if date.basis == Basis::Unresolved && date.first.year.is_none() && date.last.is_some() {
            return;
        }
        match date.unit() {
            Unit::Day | Unit::Second | Unit::Minute | Unit::Hour => {
                self.focus_day = Some(date);
                self.focus_week = None;
                self.day_end = found.end;
                if date.basis == Basis::Explicit {
                    self.focus_in_year = Some(date);
                }
            }
            Unit::Week if date.last.is_none() => self.focus_week = Some(date),
            Unit::Week | Unit::Weekend | Unit::Fortnight | Unit::Decade | Unit::Century => {}
            _ => {
                self.focus = Some(date);
                self.focus_at = found.start;
                if date.last.is_none() && date.unit() == Unit::Month {
                    self.focus_month = self.focus;
                }
                if self.is_over(date) {
                    self.focus_over = self.focus;
                }
                self.focus_in_year = None;
                if (2..12).contains(&date.months()) {
                    self.run = Some(date);
                }
            }
        }
    }

    /// The latest day or month that the article tells with its year and not as something to come, unless it tells something of
    /// a later year as past. `all` is what was found so far; the rest goes there as well.
    fn document(&mut self, all: &mut Vec<Found>) -> Option<Period> {
        self.walk(|found| {
            all.push(found);
            true
        });
        let (mut latest, mut newest): (Option<Period>, Option<chrono::NaiveDate>) = (None, None);
        for found in all {
            let What::Date(date) = found.what else { continue };
            let told = date.last.unwrap_or(date.first);
            if date.basis == Basis::Explicit && told.unit() == Unit::Year {
                // "delivered 480 jets in 2022"
                let past = tense::tense(self.reading, found.start, found.end) == Tense::Past;
                newest = newest.max(told.first(self.context.home.first).filter(|_| past));
            }
            // "the highest since March 2009" tells nothing of now.
            if found.start > 0 && self.reading.is(found.start - 1, "since") {
                continue;
            }
            // "the final three months of 2011" lie as far back as a quarter.
            let run = date.last.is_some() && told.unit() == Unit::Month;
            if date.basis != Basis::Explicit || told.unit() > Unit::Month || run {
                continue;
            }
            if tense::tense(self.reading, found.start, found.end) == Tense::Future {
                continue;
            }
            if latest.is_none_or(|latest| told.last(1) > latest.last(1)) {
                latest = Some(told);
            }
        }
        latest
            .filter(|latest| newest.is_none_or(|newest| latest.last(self.context.home.first) >= Some(newest)))
    }

    fn tense(&self, start: usize, end: usize) -> Tense {
        tense::tense(self.reading, start, end)
    }

    fn term(&self, at: usize) -> Term {
        self.cells.get(at).map_or(Term::None, |cell| cell.term)
    }

    /// How many tokens the term at `at` takes.
    fn len(&self, at: usize) -> usize {
        self.cells.get(at).map_or(1, |cell| usize::from(cell.len).max(1))
    }

    fn word(&self, at: usize, word: &str) -> bool {
        self.reading.is(at, word)
    }

    /// Whether a token touches the one before it.
    fn glued(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| token.glued())
    }
}
