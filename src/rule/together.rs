//! Which of the figures that a slot gives are told together.

use super::apply::Applier;
use super::filler::Filler;
use super::Accept;
use crate::mention::Value;

impl<'x> Applier<'_, 'x> {
    /// How many of the figures that a slot gives tell one thing: a sum in two currencies, and counts of one of a rule's words
    /// that are joined, "will cut 300 office jobs and 90 factory jobs".
    pub(super) fn told_together(&self, found: &[Filler<'x>], accept: &[Accept]) -> usize {
        /// As many tokens as ", and another".
        const BETWEEN: usize = 4;
        if self.in_two_currencies(found) {
            return 2;
        }
        let counted = accept.iter().any(|accept| matches!(accept, Accept::Counted(_)));
        let place = |filler: &Filler<'x>| {
            let mention = self.mention_of(filler)?;
            Some(mention.first as usize..mention.end as usize)
        };
        let joined = |pair: &[Filler<'x>]| {
            let (Some(one), Some(other)) = (place(&pair[0]), place(&pair[1])) else {
                return false;
            };
            let mut between = one.end..other.start;
            between.len() <= BETWEEN && between.any(|at| self.reading.ids[at] == self.rules.words.and)
        };
        match counted {
            true => 1 + found.windows(2).take_while(|pair| joined(pair)).count(),
            false => 1,
        }
    }

    /// "Rs42bn ($150m)" is one amount in two currencies.
    fn in_two_currencies(&self, found: &[Filler<'x>]) -> bool {
        let currency = |filler: &Filler<'x>| match self.mention_of(filler)?.value() {
            Value::Money { currency, .. } => Some(*currency),
            _ => None,
        };
        match found {
            [first, second, ..] => {
                let near = second.span.start() <= first.span.end() + 4;
                near && currency(first).is_some()
                    && currency(second).is_some()
                    && currency(first) != currency(second)
            }
            _ => false,
        }
    }
}
