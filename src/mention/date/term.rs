//! What the calendar list and the number words say of each token.

use super::feast::{feast, Feast};
use super::home::Home;
use super::period::{Season, Unit};
use crate::lexicon::{calendar, number, Form, Hit, Label, List, Lists};
use crate::reading::{merged, Reading};
use crate::token::Token;

/// Which of several like periods is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// `last`: the one before that of publication.
    Last,
    /// `past`: the stretch up to now.
    Past,
    /// `previous`, `preceding`: the one before that spoken of.
    Previous,
    This,
    /// `current`
    Current,
    /// `same`, `corresponding`
    Same,
    /// `that`
    That,
    /// `latest`
    Latest,
    /// Of a year, a quarter, a half.
    Final,
    Next,
    /// `coming`
    Coming,
    /// `recent`: with a plural, not further told.
    Recent,
    /// `following`: the one after that spoken of.
    Following,
}

/// A part of a day, as TIMEX3 writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
        }
    }
}

/// What part of a period is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Early,
    Mid,
    Late,
    /// `beginning`, `start`
    Start,
    /// `middle`
    Middle,
    /// `end`, `close`
    End,
}

/// How a length of time leads from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// `ago`: before publication.
    Ago,
    /// `earlier`, `before`: before what is spoken of.
    Earlier,
    /// `later`, `after`
    Later,
}

/// A time that no calendar fixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vague {
    Past,
    Present,
    Future,
}

impl Vague {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// What a token, or the run of tokens it begins, is in the grammar of dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Term {
    #[default]
    None,
    Month(u8),
    Weekday(u8),
    Season(Season),
    /// `yesterday`: days from publication.
    Day(i8),
    DayPart(DayPart),
    /// `tonight`, `overnight`: a part of the day that is so many days from publication.
    Night(i8),
    /// `noon`, `midnight`: the hour.
    Clock(u8),
    /// `am`, `pm`: hours to add.
    Meridiem(u8),
    /// `month`
    Unit(Unit),
    /// `months`
    Units(Unit),
    /// `yearend`
    YearEnd,
    /// `new year`: the one that is about to begin, or has just begun.
    NewYear,
    /// `nineties`: the year that the decade begins with.
    Decade(u16),
    Which(Which),
    Edge(Edge),
    Direction(Direction),
    /// `fiscal`, `financial` and the like, before "year".
    Fiscal,
    /// `fiscal year`, `FY`
    FiscalYear,
    /// `calendar` before a year.
    CalendarYear,
    /// `period`, before or behind a range.
    Stretch,
    /// `every`, `each`
    Every,
    /// `daily`
    Recurring(Unit),
    /// `several`, `few`: how many is not said.
    Several,
    Vague(Vague),
    /// `future`, which is vague after "the" only.
    VagueNoun(Vague),
    Cardinal(u32),
    Ordinal(u8),
    /// A holiday, and when it falls.
    Holiday(Holiday),
    /// `year-on-year`, `year-to-date`: no date, though made of such words.
    Rate,
}

/// When a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// On a day of a month.
    Fixed(u8, u8),
    /// On the n-th weekday of a month.
    Nth(u8, u8, u8),
    /// So many days from Easter Sunday.
    Easter(i8),
    Feast(Feast),
}

/// A term and how many tokens it takes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    pub(super) term: Term,
    pub(super) len: u8,
}

/// What the grammar of dates knows of an article's words.
pub(crate) struct Terms {
    /// By the token they begin at.
    pub(super) cells: Vec<Cell>,
    /// The tokens that may begin a time.
    pub(super) starts: Vec<u32>,
    /// How the article's country counts.
    pub(super) home: Home,
}

impl Terms {
    pub(crate) fn new(reading: &Reading<'_>) -> Self {
        let mut cells = vec![Cell::default(); reading.tokens.len()];
        let mut terms: Vec<u32> = Vec::with_capacity(cells.len() / 4);
        let mut lakhs = false;
        for group in reading.groups(Lists::of(&[List::Calendar, List::NumberWords])) {
            let first = reading.hits[group.start].first;
            for hit in &reading.hits[group] {
                let term = match hit.list {
                    List::Calendar => calendar_term(reading, hit),
                    List::NumberWords => {
                        lakhs |= hit.form == Form::Name
                            && matches!(reading.lexicon.cell(hit.row, number::WORD), "crore" | "lakh");
                        number_term(reading, hit)
                    }
                    _ => continue,
                };
                let (Some(term), Ok(len)) = (term, u8::try_from(hit.end - hit.first)) else {
                    continue;
                };
                let cell = &mut cells[hit.first as usize];
                // The longest name wins; of two as long, what the calendar says.
                if len > cell.len || (len == cell.len && hit.list == List::Calendar) {
                    *cell = Cell { term, len };
                }
            }
            if cells[first as usize].len > 0 {
                terms.push(first);
            }
        }
        let shapes = merged(reading.numbers(), reading.capitals());
        let shapes = shapes.filter(|at| may_begin(&reading.tokens[*at], reading.text));
        let mut starts = Vec::with_capacity(terms.len() + reading.numbers().len());
        let terms = terms.into_iter().map(|at| at as usize);
        starts.extend(merged(terms, shapes).map(|at| at as u32));
        Self {
            cells,
            starts,
            home: Home::of(reading, lakhs),
        }
    }
}

/// Whether a token that no list has a term for may begin a time: a number, or a word such as `FY25`.
#[inline]
pub(super) fn may_begin(token: &Token, text: &str) -> bool {
    token.is_number()
        || matches!(token.first, b'F' | b'Q' | b'H' | b'C')
            && token.is_word()
            && token.is_capitalised()
            && token.text(text).as_bytes().last().is_some_and(u8::is_ascii_digit)
}

fn calendar_term(reading: &Reading<'_>, hit: &Hit) -> Option<Term> {
    let (value, form) = (reading.lexicon.cell(hit.row, calendar::VALUE), hit.form);
    let number = || value.parse::<u8>().ok();
    Some(match hit.label {
        Label::Month => Term::Month(number()?),
        Label::Weekday => Term::Weekday(number()?),
        Label::Season => Term::Season(match value {
            "SP" => Season::Spring,
            "SU" => Season::Summer,
            "FA" => Season::Autumn,
            _ => Season::Winter,
        }),
        Label::RelativeDay => Term::Day(value.parse().ok()?),
        Label::RelativeNight => Term::Night(value.parse().ok()?),
        Label::DayPart => Term::DayPart(match value {
            "MO" => DayPart::Morning,
            "AF" => DayPart::Afternoon,
            "EV" => DayPart::Evening,
            _ => DayPart::Night,
        }),
        Label::Clock => Term::Clock(number()?),
        Label::Meridiem => Term::Meridiem(number()?),
        // The singular "second" is an ordinal in the news.
        Label::Unit if form == Form::Name && value == "second" => return None,
        Label::Unit if form == Form::Name => Term::Unit(unit(value)?),
        Label::Unit => Term::Units(unit(value)?),
        Label::YearEnd => Term::YearEnd,
        Label::NewYear => Term::NewYear,
        Label::Decade => Term::Decade(value.parse().ok()?),
        Label::Recurring => Term::Recurring(unit(value)?),
        Label::RelativeModifier => Term::Which(which(value)?),
        Label::Edge => Term::Edge(match value {
            "early" => Edge::Early,
            "mid" => Edge::Mid,
            "late" => Edge::Late,
            "start" => Edge::Start,
            "middle" => Edge::Middle,
            _ => Edge::End,
        }),
        Label::Direction => Term::Direction(match value {
            "ago" => Direction::Ago,
            "earlier" => Direction::Earlier,
            _ => Direction::Later,
        }),
        Label::Fiscal => Term::Fiscal,
        Label::FiscalYear => Term::FiscalYear,
        Label::CalendarYear => Term::CalendarYear,
        Label::Stretch => Term::Stretch,
        Label::Every => Term::Every,
        Label::Several => Term::Several,
        Label::Vague => Term::Vague(vague(value)),
        Label::VagueNoun => Term::VagueNoun(vague(value)),
        Label::Holiday => Term::Holiday(holiday(value)?),
        Label::Rate => Term::Rate,
        _ => return None,
    })
}

fn number_term(reading: &Reading<'_>, hit: &Hit) -> Option<Term> {
    let value = reading.lexicon.cell(hit.row, number::VALUE);
    Some(match hit.label {
        Label::Cardinal => Term::Cardinal(value.parse().ok()?),
        Label::Ordinal => Term::Ordinal(value.parse().ok()?),
        // A dozen, a hundred, a thousand of days; more is no length of time, "hundreds" no number.
        Label::Dozen | Label::Scale if hit.form == Form::Name => {
            Term::Cardinal(value.parse().ok().filter(|number| *number <= 1000)?)
        }
        // "a couple"
        Label::Vague => Term::Cardinal(value.parse().ok().filter(|number| *number == 2)?),
        _ => return None,
    })
}

fn vague(value: &str) -> Vague {
    match value {
        "PAST_REF" => Vague::Past,
        "PRESENT_REF" => Vague::Present,
        _ => Vague::Future,
    }
}

fn unit(value: &str) -> Option<Unit> {
    Some(match value {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "season" => Unit::Season,
        "half" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

fn which(value: &str) -> Option<Which> {
    Some(match value {
        "last" => Which::Last,
        "past" => Which::Past,
        "previous" => Which::Previous,
        "this" => Which::This,
        "current" => Which::Current,
        "same" => Which::Same,
        "that" => Which::That,
        "latest" => Which::Latest,
        "final" => Which::Final,
        "next" => Which::Next,
        "coming" => Which::Coming,
        "following" => Which::Following,
        "recent" => Which::Recent,
        _ => return None,
    })
}

/// `12-25`, `11-4x4` (the fourth Thursday of November; `-1` counts from the end as 9), `easter-2`, or a [`feast`].
fn holiday(value: &str) -> Option<Holiday> {
    if let Some(feast) = feast(value) {
        return Some(Holiday::Feast(feast));
    }
    if let Some(days) = value.strip_prefix("easter") {
        return Some(Holiday::Easter(days.parse().ok()?));
    }
    let (month, day) = value.split_once('-')?;
    let month = month.parse().ok()?;
    Some(match day.split_once('x') {
        Some((nth, weekday)) => Holiday::Nth(month, nth.parse().ok()?, weekday.parse().ok()?),
        None => Holiday::Fixed(month, day.parse().ok()?),
    })
}
