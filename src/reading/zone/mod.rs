//! Cuts an article into its zones, line by line.
//!
//! Each line is looked at once, with one line of foresight, and closer only if it is short: the time is linear in the
//! text. What words mark a zone stands in the list of zones; what a line must look like stands here.

mod dateline;
mod day;
mod line;
mod phrase;

use dateline::{Position, Start};
use line::{Line, Look};

use super::Reading;
use crate::lexicon::Classes;
use crate::text::{Zone, ZoneKind};
use crate::token::{Gap, Shape, BULLET};

/// Words of a headline at most.
const HEADLINE: usize = 26;
/// Lines of a headline at most.
const HEADLINES: usize = 3;
/// Words of a heading at most.
const HEADING: usize = 12;
/// Words of a byline at most.
const BYLINE: usize = 20;
/// Words of a table's row at most.
const ROW: usize = 16;
/// Tokens of a first line in which a dateline is sought behind a headline that runs into the text.
const RUN_ON: usize = 48;

/// Cuts the text of a reading into zones. `wrapped`: its lines are broken at a fixed width.
pub(super) fn find(reading: &Reading<'_>, wrapped: bool, out: &mut Vec<Zone>) {
    out.clear();
    let mut finder = Finder {
        reading,
        wrapped,
        out,
        lead: true,
        headlines: 0,
        byline: false,
    };
    let mut at = 0;
    while let Some(line) = Line::at(reading, at, wrapped) {
        at = line.end;
        finder.line(line);
    }
    finder.settle();
}

struct Finder<'f, 'x> {
    reading: &'f Reading<'x>,
    wrapped: bool,
    out: &'f mut Vec<Zone>,
    /// No running text has been met so far.
    lead: bool,
    /// Lines of the headline so far.
    headlines: usize,
    /// A byline has been met.
    byline: bool,
}

impl Finder<'_, '_> {
    fn push(&mut self, kind: ZoneKind, first: usize, end: usize) {
        if first >= end {
            return;
        }
        self.lead &= kind != ZoneKind::Body;
        self.headlines += usize::from(kind == ZoneKind::Headline);
        self.byline |= kind == ZoneKind::Byline;
        self.out.push(Zone {
            span: self.reading.span(first..end),
            kind,
        });
    }

    fn last(&self) -> Option<ZoneKind> {
        self.out.last().map(|zone| zone.kind)
    }

    fn line(&mut self, mut line: Line) {
        if self.out.is_empty() {
            if let Some(end) = self.header(&line) {
                self.push(ZoneKind::Header, line.first, end);
                line.first = end;
                line.above = Gap::Paragraph;
                if line.len() == 0 {
                    return;
                }
            }
        }
        let look = line.look(self.reading);
        match self.classify(&line, look.as_ref()) {
            Some(kind) => self.push(kind, line.first, line.end),
            None => self.running(&line, look.as_ref()),
        }
    }

    /// Running text, with what may stand before and behind it in its line.
    fn running(&mut self, line: &Line, look: Option<&Look>) {
        let mut first = line.first;
        if let Some(start) = self.run_on(line, look) {
            self.push(ZoneKind::Headline, first, start);
            first = start;
        }
        if let Some(end) = self.dateline(first, line.end, look) {
            self.push(ZoneKind::Dateline, first, end);
            first = end;
        }
        let pointer = phrase::pointer(self.reading, first, line.end).unwrap_or(line.end);
        self.push(ZoneKind::Body, first, pointer);
        self.push(ZoneKind::Teaser, pointer, line.end);
    }

    /// What a line is as a whole; none for running text.
    fn classify(&self, line: &Line, look: Option<&Look>) -> Option<ZoneKind> {
        let look = look?;
        if look.words == 0 {
            return Some(ZoneKind::Boilerplate);
        }
        let kicker = self.lead && self.headlines == 0;
        if let Some(kind) = phrase::classify(self.reading, line, kicker) {
            if kind != ZoneKind::Byline {
                return Some(kind);
            }
            if self.lead && !look.closed && look.words <= BYLINE {
                return Some(kind);
            }
        }
        if self.is_decorated(line, look) {
            return Some(ZoneKind::Heading);
        }
        if self.is_bullet(line) {
            return Some(ZoneKind::Bullet);
        }
        if !self.lead && self.is_row(line, look) {
            return Some(ZoneKind::Table);
        }
        if self.lead && self.is_byline(line, look) {
            return Some(ZoneKind::Byline);
        }
        if is_trail(look) || self.is_sign_off(line, look) {
            return Some(ZoneKind::Boilerplate);
        }
        if self.dateline(line.first, line.end, Some(look)).is_some() {
            return None;
        }
        let last = line.end == self.reading.tokens.len();
        if last || look.bracketed || look.goes_on || look.stops || look.closed || !(look.opens || look.quoted)
        {
            return None;
        }
        // Behind the byline a few words are rather the heading of a summary than the headline told again.
        let title = self.headlines == 0 || !self.byline || look.words > 4;
        if self.lead && title && self.headlines < HEADLINES && look.words <= HEADLINE && !look.announces {
            return Some(ZoneKind::Headline);
        }
        self.is_heading(line, look).then_some(ZoneKind::Heading)
    }

    /// The end of a machine-made header: a key and a date in figures.
    fn header(&self, line: &Line) -> Option<usize> {
        let mut at = phrase::key(self.reading, line.first)?;
        if self.reading.tokens[..line.end]
            .get(at)
            .is_some_and(|token| token.is(b':'))
        {
            at += 1;
        }
        let day = day::figures(self.reading, at)?;
        (day.end <= line.end).then_some(day.end)
    }

    fn dateline(&self, first: usize, end: usize, look: Option<&Look>) -> Option<usize> {
        let start = Start {
            first,
            end,
            position: if self.lead {
                Position::Lead
            } else {
                Position::Inside
            },
            // A line too long for a look is running text.
            sentence: look.is_none_or(|look| look.closed || look.stops || look.announces),
        };
        dateline::end(self.reading, start)
    }

    /// Where the dateline begins if a headline runs into the text: `… Factory Opens KARACHI: The first …`.
    fn run_on(&self, line: &Line, look: Option<&Look>) -> Option<usize> {
        if !self.lead || self.dateline(line.first, line.end, look).is_some() {
            return None;
        }
        let tokens = &self.reading.tokens;
        let most = line.end.min(line.first + RUN_ON);
        for at in line.first + 1..most {
            let token = &tokens[at];
            if line::is_stop(token) {
                return None;
            }
            let begins = token.shape == Shape::Upper && !token.glued() && tokens[at - 1].is_word();
            if !begins || tokens[at - 1].shape == Shape::Upper || token.end - token.start < 4 {
                continue;
            }
            if at >= line.first + 3 && self.dateline(at, line.end, look).is_some() {
                return Some(at);
            }
        }
        None
    }

    /// `* Item`, `- item`, `•item`, `1. Item`
    fn is_bullet(&self, line: &Line) -> bool {
        let tokens = &self.reading.tokens[line.first..line.end];
        let [mark, next, ..] = tokens else {
            return false;
        };
        if mark.first == BULLET {
            return true;
        }
        if mark.is_number() && (next.is(b'.') || next.is(b')')) {
            let numbered = mark.end - mark.start <= 2 && next.glued();
            return numbered && tokens.get(2).is_some_and(|token| !token.glued());
        }
        let marks = mark.is(b'*')
            || mark.is(b'#')
            || mark.is_hyphen()
            || mark.is_dash()
            || is_sign(mark, self.reading.text);
        marks && !next.glued()
    }

    /// A line between equal marks: `=Plant=`, `*Recalls*`, `— Headwinds —`; or behind two: `## Outlook`.
    fn is_decorated(&self, line: &Line, look: &Look) -> bool {
        let tokens = &self.reading.tokens[line.first..line.end];
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return false;
        };
        let text = self.reading.text;
        let decorates =
            matches!(first.first, b'=' | b'*' | b'#' | b'_' | b'~') || first.is_dash() || first.is_hyphen();
        if !decorates || look.words > HEADING || look.stops || look.closed {
            return false;
        }
        first.text(text) == last.text(text)
            || (first.is(b'#') && tokens.get(1).is_some_and(|token| token.is(b'#')))
    }

    /// A row of a table: a short line with figures beside another one.
    fn is_row(&self, line: &Line, look: &Look) -> bool {
        let beside = |gap: Gap| gap == Gap::Line && !self.wrapped;
        if self.last() == Some(ZoneKind::Table) && beside(line.above) && looks_tabular(look) {
            return true;
        }
        if !beside(line.below) || look.words > ROW || look.stops || look.closed {
            return false;
        }
        // The head of a table may do without figures, but then its columns are parted by marks.
        if !looks_tabular(look) && look.separators == 0 {
            return false;
        }
        Line::at(self.reading, line.end, self.wrapped)
            .filter(|next| !self.is_bullet(next))
            .and_then(|next| next.look(self.reading))
            .is_some_and(|next| looks_tabular(&next))
    }

    /// Who wrote it and when, as far as the list of phrases has not told.
    fn is_byline(&self, line: &Line, look: &Look) -> bool {
        if look.words > BYLINE || look.stops || look.asks {
            return false;
        }
        let reading = self.reading;
        let tokens = &reading.tokens;
        if reading.is(line.first, "by") && !look.closed {
            let next = line.first + 1;
            let named = next < line.end && tokens[next].is_word() && tokens[next].is_capitalised();
            return named && look.small <= 2;
        }
        let (mut at, mut dated, mut full, mut told) = (line.first, false, false, false);
        let (mut names, mut others) = (0, 0);
        while at < line.end {
            if let Some(after) = phrase::beside(reading, at) {
                told = true;
                at = after;
            } else if let Some(day) = day::day(reading, at) {
                dated = true;
                full |= day.full;
                at = day.end;
            } else {
                let token = &tokens[at];
                if token.is_word() {
                    let plain = !token.is_capitalised() && token.end - token.start > 2;
                    others += usize::from(plain && !reading.classes(at).contains(Classes::FUNCTION));
                    names += usize::from(token.is_capitalised());
                }
                at += 1;
            }
        }
        if others > 0 || names > 10 || at > line.end {
            return false;
        }
        let below = self.last() == Some(ZoneKind::Byline) && line.above == Gap::Line;
        let agency = below && names <= 2 && names == look.words && !look.closed;
        full || (told && dated) || agency
    }

    /// The last words of an agency or desk: `bur-lw/tj`, `==Kyodo`, a bare address.
    fn is_sign_off(&self, line: &Line, look: &Look) -> bool {
        if self.lead || !look.chunk || look.words > 6 {
            return false;
        }
        let tokens = &self.reading.tokens[line.first..line.end];
        let slashed = tokens.len() > 1 && tokens.iter().any(|token| token.is(b'/')) && look.numbers == 0;
        slashed || tokens[0].first == b'='
    }

    /// A short line without a full stop that stands above running text, a list or a table.
    fn is_heading(&self, line: &Line, look: &Look) -> bool {
        if look.words > HEADING {
            return false;
        }
        let alone = line.above == Gap::Paragraph && line.below == Gap::Paragraph;
        if look.asks {
            // A question may well be a paragraph of its own.
            return alone && look.words <= 8 && !look.quoted;
        }
        !(look.announces && look.words > 5)
    }

    /// A text of one line is running text, whatever it looks like.
    fn settle(&mut self) {
        let body = self.out.iter().any(|zone| {
            !matches!(
                zone.kind,
                ZoneKind::Headline | ZoneKind::Heading | ZoneKind::Header
            )
        });
        if !body {
            for zone in self.out.iter_mut().filter(|zone| zone.kind != ZoneKind::Header) {
                zone.kind = ZoneKind::Body;
            }
        }
    }
}

/// `Home > Business > Industry`, `MARKETS | TECH | EPAPER`
fn is_trail(look: &Look) -> bool {
    let parts = look.separators + 1;
    let enough = look.separators >= 2 || (look.angles && look.separators == 1);
    enough && !look.closed && !look.stops && look.small == 0 && look.words <= parts * 3
}

/// Whether a line looks like a table's row by itself.
fn looks_tabular(look: &Look) -> bool {
    look.numbers > 0 && look.words <= ROW && !look.stops && !look.closed && !look.goes_on
}

/// Signs that stand for bullets.
fn is_sign(token: &crate::token::Token, text: &str) -> bool {
    matches!(
        token.text(text),
        "→" | "►" | "▶" | "✓" | "✔" | "○" | "❖" | "➢" | "□"
    )
}

#[cfg(test)]
mod tests;
