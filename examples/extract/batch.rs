//! Reads articles several at a time and prints them in the order of the input.

use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use dateline::{Article, Extractor};

use crate::arguments::Arguments;
use crate::input::{self, Inputs, Item};
use crate::print::{self, Printer};

/// How much is read before it is printed: enough for the threads to share, little to hold.
const ITEMS: usize = 256;
const BYTES: usize = 8 << 20;

/// What came of an item.
#[derive(Default)]
struct Outcome {
    /// The facts, as they are to be printed.
    printed: Option<String>,
    problems: Vec<String>,
}

/// Prints the facts of all inputs, and tells what could not be read.
pub(crate) fn run(
    extractor: &Extractor,
    arguments: &Arguments,
    mut inputs: Inputs,
    printer: &mut Printer<impl Write>,
    tell: &mut impl FnMut(&str),
) -> io::Result<()> {
    let reader = Reader { extractor, arguments };
    let mut taken = 0;
    printer.begin()?;
    loop {
        let items = some(&mut inputs);
        if items.is_empty() {
            return printer.end();
        }
        let first = taken;
        taken += items.len();
        for outcome in reader.outcomes(first, items) {
            for problem in outcome.problems {
                tell(&problem);
            }
            if let Some(printed) = outcome.printed {
                printer.article(&printed)?;
            }
        }
        printer.flush()?;
    }
}

/// The next items, as many as are at hand; none at the end.
fn some(inputs: &mut Inputs) -> Vec<Item> {
    let mut items: Vec<_> = inputs.next().into_iter().collect();
    let mut bytes: usize = items.iter().map(Item::len).sum();
    while !items.is_empty() && items.len() < ITEMS && bytes < BYTES {
        let Some(item) = inputs.at_hand() else { break };
        bytes += item.len();
        items.push(item);
    }
    items
}

/// What every thread reads articles with.
struct Reader<'a> {
    extractor: &'a Extractor,
    arguments: &'a Arguments,
}

impl Reader<'_> {
    /// What comes of each item, in their order; the first has the number `first`. Each thread takes the next item that
    /// nobody has taken.
    fn outcomes(&self, first: usize, items: Vec<Item>) -> Vec<Outcome> {
        let threads = self.arguments.threads().min(items.len());
        if threads <= 1 {
            let numbered = items.into_iter().zip(first..);
            return numbered
                .map(|(item, number)| self.outcome(number, item))
                .collect();
        }
        let slots: Vec<_> = items
            .into_iter()
            .map(|item| Mutex::new((Some(item), Outcome::default())))
            .collect();
        let next = AtomicUsize::new(0);
        let work = || loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(slot) = slots.get(at) else { break };
            let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(item) = slot.0.take() {
                slot.1 = self.outcome(first + at, item);
            }
        };
        std::thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(work);
            }
            work();
        });
        let outcomes = slots.into_iter().map(|slot| slot.into_inner());
        outcomes
            .map(|slot| slot.unwrap_or_else(PoisonError::into_inner).1)
            .collect()
    }

    fn outcome(&self, number: usize, item: Item) -> Outcome {
        let mut outcome = Outcome::default();
        let Some(record) = input::record(item, &mut outcome.problems) else {
            return outcome;
        };
        let published = record.published.or(self.arguments.published);
        let mut article = Article::new(&record.text).published(published);
        if let Some(id) = &record.id {
            article = article.id(id);
        }
        if let Some(title) = &record.title {
            article = article.title(title);
        }
        outcome.printed = Some(print::facts(self.extractor, &article, number, self.arguments));
        outcome
    }
}
