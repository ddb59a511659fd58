//! Whether the dates of two frames may be of one time.

use super::merge::Merger;
use crate::lexicon::Class;
use crate::mention::Value;
use crate::rule::Filler;

impl<'x> Merger<'_, 'x> {
    /// Whether two quarters of a company may be one: "the first quarter … the quarter ended March 25", "the latest quarter … the
    /// fiscal third quarter".
    pub(super) fn may_be_one_quarter(&self, a: &Filler<'x>, b: &Filler<'x>) -> bool {
        let text = |filler: &Filler<'x>| filler.span.of(self.reading.text);
        let quarter = |filler: &Filler<'x>| text(filler).contains("quarter");
        // The first is not the second.
        let number = |filler: &Filler<'x>| match self.value(filler) {
            Some(Value::Date(when)) => when.value.split_once("-Q").map(|(_, number)| number.to_owned()),
            _ => None,
        };
        let reading = self.reading;
        let behind = |byte: usize| reading.token_from(byte);
        let named = |filler: &Filler<'x>| {
            let mut tokens = behind(filler.span.start())..behind(filler.span.end());
            !tokens.any(|at| {
                reading.is_of(at, Class::BeginsOrEnds)
                    || reading.is_of(at, Class::Latest)
                    || reading.is(at, "last") && reading.is(at + 1, "quarter")
            })
        };
        let both = named(a) && named(b);
        quarter(a) && quarter(b) && (!both || number(a).is_some() && number(a) == number(b))
    }

    /// Whether two dates may be one: the days of one lie within those of the other, or are not known.
    pub(super) fn overlap(&self, a: &Filler<'x>, b: &Filler<'x>) -> bool {
        let days = |filler: &Filler<'x>| match self.value(filler) {
            Some(Value::Date(when)) => when.start.zip(when.end),
            _ => None,
        };
        match (days(a), days(b)) {
            (Some((a_start, a_end)), Some((b_start, b_end))) => {
                a_start <= b_start && b_end <= a_end || b_start <= a_start && a_end <= b_end
            }
            _ => false,
        }
    }
}
