//! Marks put into the article's text, one inside another.

use crate::text::Span;

/// Something to mark in a text.
pub(super) struct Mark<T> {
    pub(super) span: Span,
    pub(super) what: T,
}

/// A text in pieces.
pub(super) enum Piece<'t, T> {
    /// A mark begins.
    Open(T),
    /// The mark that began last ends.
    Close(T),
    Text(&'t str),
}

/// Cuts a text at its marks. Of two that cross each other the later one is left out; those that nest stay.
pub(super) fn pieces<T: Copy>(text: &str, mut marks: Vec<Mark<T>>, mut tell: impl FnMut(Piece<'_, T>)) {
    marks.sort_by_key(|mark| (mark.span.start(), std::cmp::Reverse(mark.span.end())));
    let mut at = 0;
    let mut open: Vec<Mark<T>> = Vec::new();
    let close =
        |open: &mut Vec<Mark<T>>, before: usize, at: &mut usize, tell: &mut dyn FnMut(Piece<'_, T>)| {
            while open.last().is_some_and(|mark| mark.span.end() <= before) {
                let Some(mark) = open.pop() else { break };
                tell(Piece::Text(&text[*at..mark.span.end()]));
                tell(Piece::Close(mark.what));
                *at = mark.span.end();
            }
        };
    for mark in marks {
        close(&mut open, mark.span.start(), &mut at, &mut tell);
        if mark.span.is_empty() || open.last().is_some_and(|outer| !outer.span.contains(mark.span)) {
            continue;
        }
        tell(Piece::Text(&text[at..mark.span.start()]));
        at = mark.span.start();
        tell(Piece::Open(mark.what));
        open.push(mark);
    }
    close(&mut open, text.len(), &mut at, &mut tell);
    tell(Piece::Text(&text[at..]));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, spans: &[(u32, u32)]) -> String {
        let marks = spans
            .iter()
            .enumerate()
            .map(|(what, &(start, end))| Mark {
                span: Span::new(start, end),
                what,
            })
            .collect();
        let mut out = String::new();
        pieces(text, marks, |piece| match piece {
            Piece::Open(_) => out.push('['),
            Piece::Close(what) => out.push_str(&format!("|{what}]")),
            Piece::Text(text) => out.push_str(text),
        });
        out
    }

    #[test]
    fn marks_nest_and_those_that_cross_are_left_out() {
        assert_eq!(marked("abcdef", &[]), "abcdef");
        assert_eq!(marked("abcdef", &[(0, 6), (1, 3), (3, 4)]), "[a[bc|1][d|2]ef|0]");
        assert_eq!(marked("abcdef", &[(0, 3), (2, 5), (5, 6)]), "[abc|0]de[f|2]");
        assert_eq!(marked("abcdef", &[(2, 4), (2, 4)]), "ab[[cd|1]|0]ef");
    }
}
