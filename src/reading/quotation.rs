//! What stands in quotation marks.
//!
//! One walk over the marks with a stack of bounded depth. A quotation ends with its paragraph at the latest; where its
//! closing mark is missing and the next paragraph opens with the same mark, as newspapers print long speeches, that
//! paragraph's quotation goes on from it.

use std::ops::Range;

use super::Reading;
use crate::token::{Gap, Token, TokenKind, BULLET};

/// Quotations inside one another that are kept apart; what lies deeper belongs to the innermost kept one.
const DEEPEST: usize = 4;

/// A run of tokens in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The opening mark.
    pub(crate) first: u32,
    /// The token after the closing mark, or after the paragraph where that is missing.
    pub(crate) end: u32,
    /// Whether it has its closing mark.
    pub(crate) closed: bool,
    /// It goes on from the quotation that the paragraph above left open.
    pub(crate) continues: bool,
    /// The quotation that holds it.
    outer: Option<u32>,
}

impl Quotation {
    /// The tokens between the marks.
    pub(crate) fn inside(&self) -> Range<usize> {
        self.first as usize + 1..self.end as usize - usize::from(self.closed)
    }
}

/// Which mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Double,
    Single,
    Angle,
    Straight,
    StraightSingle,
    /// ``` `` ``` and `''`
    Typewriter,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Copy)]
struct Open {
    /// Its place in the list of quotations.
    number: usize,
    mark: Mark,
}

/// Finds the quotations, in the order of their opening marks.
pub(super) fn find(reading: &Reading<'_>, wrapped: bool, out: &mut Vec<Quotation>) {
    let (tokens, text) = (&reading.tokens, reading.text);
    out.clear();
    let mut stack: Vec<Open> = Vec::with_capacity(DEEPEST);
    let mut awaited: Option<Mark> = None;
    for at in reading.turns() {
        let token = &tokens[at];
        let line =
            token.gap == Gap::Paragraph || (token.gap == Gap::Line && (!wrapped || token.first == BULLET));
        if line {
            awaited = leave_open(&stack, at, out);
            stack.clear();
        }
        if token.kind != TokenKind::Quote {
            if line {
                awaited = None;
            }
            continue;
        }
        let Some((mark, side)) = mark(tokens, at, text) else {
            continue;
        };
        let open = stack.iter().rposition(|open| open.mark == mark);
        let closes = side == Side::Closes || (side == Side::Either && open.is_some());
        if closes {
            if let Some(open) = open {
                let quotation = &mut out[stack[open].number];
                quotation.end = at as u32 + 1;
                quotation.closed = true;
                stack.truncate(open);
            }
        } else if stack.len() < DEEPEST {
            stack.push(Open {
                number: out.len(),
                mark,
            });
            out.push(Quotation {
                first: at as u32,
                end: 0,
                closed: false,
                continues: line && awaited == Some(mark),
                outer: None,
            });
        }
        awaited = None;
    }
    leave_open(&stack, tokens.len(), out);
    settle(out);
}

/// Ends the outermost of the open quotations with its paragraph, before token `end`. An open single mark is an
/// apostrophe, and straight marks are too often stray ones.
fn leave_open(stack: &[Open], end: usize, out: &mut [Quotation]) -> Option<Mark> {
    let open = stack.first()?;
    if matches!(open.mark, Mark::Double | Mark::Angle) {
        out[open.number].end = end as u32;
    }
    Some(open.mark)
}

/// Drops what was never closed and tells each quotation which one holds it.
fn settle(out: &mut Vec<Quotation>) {
    out.retain(|quotation| quotation.end > quotation.first + 1 + u32::from(quotation.closed));
    let mut around: Vec<usize> = Vec::with_capacity(DEEPEST);
    for at in 0..out.len() {
        while around
            .last()
            .is_some_and(|outer| out[*outer].end <= out[at].first)
        {
            around.pop();
        }
        out[at].outer = around.last().map(|outer| *outer as u32);
        around.push(at);
    }
}

/// The mark at a token, and what it can do there.
fn mark(tokens: &[Token], at: usize, text: &str) -> Option<(Mark, Side)> {
    let token = &tokens[at];
    let touches_next = tokens.get(at + 1).is_some_and(Token::glued);
    let straight = || {
        let after_mark = at > 0 && !tokens[at - 1].is_word() && !is_end(&tokens[at - 1]) && touches_next;
        match (token.glued() && !after_mark, touches_next) {
            (false, true) => Side::Opens,
            (true, false) => Side::Closes,
            _ => Side::Either,
        }
    };
    Some(match token.text(text) {
        "“" | "„" | "〝" => (Mark::Double, Side::Opens),
        "”" | "〞" => (Mark::Double, Side::Closes),
        "«" | "‹" => (Mark::Angle, Side::Opens),
        "»" | "›" => (Mark::Angle, Side::Closes),
        "‘" | "‚" => (Mark::Single, Side::Opens),
        "’" => (Mark::Single, Side::Closes),
        "``" => (Mark::Typewriter, Side::Opens),
        "''" => (Mark::Typewriter, Side::Closes),
        "`" => (Mark::StraightSingle, Side::Opens),
        "'" => (Mark::StraightSingle, straight()),
        "\"" => (Mark::Straight, straight()),
        _ => return None,
    })
}

/// Whether a mark ends words, sentences or brackets: what a closing quotation mark stands behind.
fn is_end(token: &Token) -> bool {
    token.is_number()
        || matches!(token.kind, TokenKind::Possessive | TokenKind::Address)
        || matches!(token.first, b'.' | b',' | b'?' | b'!' | b')' | b']' | b'%')
}

/// The innermost quotation that holds a token.
pub(super) fn at(quotations: &[Quotation], token: usize) -> Option<&Quotation> {
    let before = quotations.partition_point(|quotation| quotation.first as usize <= token);
    let mut quotation = quotations.get(before.checked_sub(1)?)?;
    while quotation.end as usize <= token {
        quotation = quotations.get(quotation.outer? as usize)?;
    }
    Some(quotation)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::reading::{Buffers, Reading};
    use crate::text::Article;

    #[test]
    fn the_cases_hold() {
        let lexicon = Lexicon::builtin();
        let mut wrong = String::new();
        for case in include_str!("../../fixtures/cases/quotations.cases")
            .split("\n====\n")
            .skip(1)
        {
            let text = case.replace("⟦+", "").replace(['⟦', '⟧'], "");
            let found = marked(&lexicon, &text);
            if found != case {
                wrong.push_str(&format!("expected:\n{case}\nfound:\n{found}\n\n"));
            }
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    /// The text with each quotation in double brackets, and a plus sign where it goes on from the one before.
    fn marked(lexicon: &Lexicon, text: &str) -> String {
        let reading = Reading::new(lexicon, &Article::new(text), &mut Buffers::default());
        let mut marks = Vec::new();
        for quotation in &reading.quotations {
            let span = reading.span(quotation.first as usize..quotation.end as usize);
            marks.push((span.start(), if quotation.continues { "⟦+" } else { "⟦" }));
            marks.push((span.end(), "⟧"));
        }
        marks.sort_by_key(|mark| mark.0);
        let mut marked = String::new();
        let mut at = 0;
        for (place, mark) in marks {
            marked.push_str(&text[at..place]);
            marked.push_str(mark);
            at = place;
        }
        marked.push_str(&text[at..]);
        marked
    }

    #[test]
    fn a_token_knows_its_innermost_quotation() {
        let lexicon = Lexicon::builtin();
        let text = "He said, “they call it ‘the plan’ here” and left.";
        let reading = Reading::new(&lexicon, &Article::new(text), &mut Buffers::default());
        let token = |word: &str| {
            (0..reading.tokens.len())
                .find(|at| reading.word(*at) == word)
                .unwrap()
        };
        let slice = |quotation: &super::Quotation| reading.slice(quotation.inside());
        assert_eq!(reading.quotation(token("plan")).map(slice), Some("the plan"));
        let outer = Some("they call it ‘the plan’ here");
        assert_eq!(reading.quotation(token("here")).map(slice), outer);
        assert_eq!(reading.quotation(token("left")), None);
        assert_eq!(reading.quotation(token("said")), None);
    }
}
