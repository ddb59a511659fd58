//! Times of day: `6 p.m.`, `18:00`, `noon`, and with the day they stand beside: `10 p.m. Wednesday`.

use super::period::Unit;
use super::resolve::{Date, Time};
use super::term::{DayPart, Edge, Term, Which};
use super::{Finder, Found, Point, What};
use crate::lexicon::{Keyword as K, Keywords};
use crate::mention::{here, Strength};

/// Zones of time behind a time of day.
const ZONES: Keywords = Keywords::of(&[
    K::Est,
    K::Edt,
    K::Gmt,
    K::Ist,
    K::Pst,
    K::Pdt,
    K::Pkt,
    K::Utc,
    K::Cet,
    K::Bst,
    K::Jst,
    K::Kst,
    K::Cst,
    K::Et,
]);

impl Finder<'_, '_> {
    /// A time of day that begins at `at`: the hour and minute, and what stands behind.
    fn clock(&self, at: usize) -> Option<((u8, u8), usize)> {
        if let Term::Clock(hour) = self.term(at) {
            return Some(((hour, 0), at + 1));
        }
        let token = self.reading.tokens.get(at).filter(|token| token.is_number())?;
        if !self.may_follow_clock(at + 1) {
            return None;
        }
        let text = self.reading.word(at);
        let mut end = at + 1;
        let (hour, minute) = if let Some((hour, minute)) = text.split_once('.') {
            // "6.30pm"
            if minute.len() != 2 {
                return None;
            }
            (hour.parse::<u8>().ok()?, Some(minute.parse::<u8>().ok()?))
        } else {
            let (hour, length) = self.digits(at)?;
            if length == 4
                && (self.word(end, "hours") || self.word(end, "hrs"))
                && hour % 100 < 60
                && hour <= 2400
            {
                return Some((((hour / 100) as u8, (hour % 100) as u8), end + 1));
            }
            if length > 2 {
                return None;
            }
            let minute = self
                .is_mark(end, b':')
                .then(|| {
                    self.digits(end + 1)
                        .filter(|_| self.glued(end) && self.glued(end + 1))
                })
                .flatten()
                .filter(|(minute, length)| *length == 2 && *minute < 60);
            if minute.is_some() {
                end += 2;
            }
            (hour as u8, minute.map(|(minute, _)| minute as u8))
        };
        if minute.is_some_and(|minute| minute > 59) || token.first == b'.' {
            return None;
        }
        // "16:21:03"
        if self.is_mark(end, b':')
            && self.glued(end)
            && self.digits(end + 1).is_some_and(|(_, l)| l == 2)
            && self.glued(end + 1)
        {
            end += 2;
        }
        if let Term::Meridiem(add) = self.term(end) {
            if !(1..=12).contains(&hour) {
                return None;
            }
            return Some(((hour % 12 + add, minute.unwrap_or(0)), end + self.len(end)));
        }
        if self.word(end, "o'clock") && (1..=12).contains(&hour) {
            return Some(((hour, 0), end + 1));
        }
        if self.word(end, "in") && self.word(end + 1, "the") && minute.is_none() {
            if let Term::DayPart(part) = self.term(end + 2) {
                let add = if part == DayPart::Morning { 0 } else { 12 };
                return (1..=12)
                    .contains(&hour)
                    .then_some(((hour % 12 + add, 0), end + 3));
            }
        }
        // A bare "18:00" may be a score: two digits on both sides and no other number about.
        let bare = minute?;
        let told = token.end - token.start == 2 && hour < 24;
        let sign = |at: usize| {
            self.reading
                .tokens
                .get(at)
                .is_some_and(|t| t.is(b':') || t.is_hyphen() || t.is(b'/'))
        };
        let score = at > 0 && self.glued(at) && !self.is_mark(at - 1, b'(') || self.glued(end) && sign(end);
        (told && !score).then_some(((hour, bare), end))
    }

    pub(super) fn is_zone(&self, at: usize) -> bool {
        self.reading.tokens.get(at).is_some_and(|token| {
            token.is_word() && token.shape == crate::token::Shape::Upper && self.reading.among(at, ZONES)
        })
    }

    /// Whether what stands behind a number lets it be a time of day.
    fn may_follow_clock(&self, at: usize) -> bool {
        self.is_mark(at, b':')
            || matches!(self.term(at), Term::Meridiem(_))
            || ["in", "o'clock", "hours", "hrs"]
                .iter()
                .any(|word| self.word(at, word))
    }

    /// A time of day, alone or with its day.
    pub(super) fn time(&self, at: usize) -> Option<Found> {
        let ((hour, minute), mut end) = self.clock(at)?;
        // "5 p.m. EST": the zone belongs to the time, though its value does not tell it.
        end += usize::from(self.is_zone(end));
        let time = Time::Clock(hour, minute);
        let comma = end + usize::from(self.is_mark(end, b','));
        let on = self.word(comma, "on") || self.word(comma, "of");
        let day_at = comma + usize::from(on);
        let day = match self.term(day_at) {
            Term::Weekday(_) | Term::Month(_) | Term::Day(_) => self.point(day_at, 1),
            // "until midnight on 4 February"
            Term::None if on && self.digits(day_at).is_some() => self.point(day_at, 1),
            _ => None,
        };
        // "3:33 AM", and in the next line of its own "March 8".
        let one = |at: usize| self.reading.sentence_of(at) == self.reading.sentence_of(end - 1);
        let day = day.filter(|point| {
            one(day_at)
                && point.date.first.unit() == Unit::Day
                && point.date.last.is_none()
                && point.date.time.is_none()
        });
        if let Some(point) = day.filter(|_| !on) {
            let date = Date {
                time: Some(time),
                ..point.date
            };
            return Some(Found::new(
                at..point.end,
                What::Date(date),
                Strength::Strong,
                here!("time with its day"),
            ));
        }
        let value = match day {
            Some(point) => format!("{}{}", point.date.first, time.value()),
            // "Nov. 20 at 9:30 a.m.", "Monday, 18:00"
            None if self.day_end > 0 && self.day_end <= at && at <= self.day_end + 2 => {
                let day = self.focus_day.unwrap_or_else(|| self.context.day(0));
                format!("{}{}", day.first, time.value())
            }
            None => match self.context.anchor(Unit::Day) {
                Some(_) => format!("{}{}", self.context.day(0).first, time.value()),
                None => time.value(),
            },
        };
        Some(Found::new(
            at..end,
            What::Time(value),
            Strength::Strong,
            here!("time of day"),
        ))
    }

    /// `mornings`
    pub(super) fn is_day_parts(&self, at: usize) -> bool {
        matches!(self.term(at), Term::DayPart(_)) && self.reading.word(at).ends_with('s')
    }

    /// A part of the day behind a day: "Tuesday morning", "tomorrow night".
    pub(super) fn with_day_part(&self, point: Point) -> Point {
        if point.date.first.unit() != Unit::Day || point.date.last.is_some() || point.date.time.is_some() {
            return point;
        }
        let mut at = point.end;
        if matches!(self.term(at), Term::Edge(Edge::Early | Edge::Late)) {
            at += 1;
        }
        let Term::DayPart(part) = self.term(at) else {
            return point;
        };
        // "Tuesday nights" recur.
        if self.is_day_parts(at) {
            return point;
        }
        Point {
            date: Date {
                time: Some(Time::Part(part)),
                ..point.date
            },
            end: at + 1,
            ..point
        }
    }

    /// `this morning`, `last night`, `tonight`, `overnight`: the day is that of publication or the one before.
    pub(super) fn part_of_day(&self, at: usize) -> Option<Found> {
        let found = |start, end, days, part: DayPart| {
            let date = Date {
                time: Some(Time::Part(part)),
                ..self.context.day(days)
            };
            let value = date.when(1).value;
            Found::new(
                start..end,
                What::Time(value),
                Strength::Strong,
                here!("part of the day"),
            )
        };
        match self.term(at) {
            Term::Night(days) => Some(found(at, at + 1, days.into(), DayPart::Night)),
            Term::Which(which) => {
                let Term::DayPart(part) = self.term(at + 1) else {
                    return None;
                };
                if self.is_day_parts(at + 1) {
                    return None;
                }
                let days = match which {
                    Which::This => 0,
                    Which::Last => -1,
                    // "The next morning it opened."
                    Which::Next | Which::Following if at > 0 && self.word(at - 1, "the") => {
                        let date = Date {
                            time: Some(Time::Part(part)),
                            ..self.beside_focus(Unit::Day, 1)?
                        };
                        return Some(Found::new(
                            at - 1..at + 2,
                            What::Time(date.when(1).value),
                            Strength::Strong,
                            here!("part of the day"),
                        ));
                    }
                    _ => return None,
                };
                Some(found(at, at + 2, days, part))
            }
            _ => None,
        }
    }
}
