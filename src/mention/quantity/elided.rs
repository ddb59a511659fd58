//! Sums whose currency is left out, as it was told just before: `to 7.3 billion dlrs from 4.3 billion and 4.5 billion a
//! year earlier`, `70 billion yen instead of 64 billion`, `Turnover fell to 953 million from 970 million`.

use rust_decimal::Decimal;

use super::{series, Quantity, Unit};
use crate::lexicon::{Form, Label, List, RowId, Tag};
use crate::mention::Amount;
use crate::reading::Reading;
use crate::token::{Gap, Token};

/// How many tokens behind a sum its currency still counts.
const REACH: usize = 32;
/// How far back in the text the subject of a sentence may find the currency.
const MEMORY: usize = 120;
/// From here on, what is sold is told in money and not counted.
const BILLION: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// The sum whose currency the next ones may share.
#[derive(Clone, Copy)]
struct Told<'x> {
    currency: &'x str,
    end: usize,
    scaled: bool,
    /// It shares its own.
    shared: bool,
    /// In hundredths: `44 cents`.
    minor: bool,
    /// In billions, as what is counted seldom is.
    huge: bool,
}

/// A bare figure in its article.
struct Bare<'r, 'x> {
    reading: &'r Reading<'x>,
    first: usize,
    end: usize,
    year_like: bool,
    scaled: bool,
}

/// The figure whose unit the next ones may share.
#[derive(Clone, Copy)]
struct Measured {
    row: RowId,
    end: usize,
    scaled: bool,
    /// It shares its own.
    shared: bool,
}

/// What the figures before a bare one leave it to share.
#[derive(Default)]
struct Before<'x> {
    told: Option<Told<'x>>,
    measured: Option<Measured>,
    /// Where a share in percent ends.
    share: Option<usize>,
    /// The currency of the last sum that has its own, and where it ends.
    last: Option<(&'x str, usize)>,
}

/// Gives figures their elided currencies and units.
pub(super) fn add<'x>(reading: &Reading<'x>, quantities: &mut [Quantity<'x>]) {
    let mut before = Before::default();
    for quantity in quantities {
        let first = quantity.first as usize;
        match quantity.unit {
            Unit::Money { currency } => before.keep_sum(reading, quantity, currency),
            // "90,000 pesos a bale from 80,000"
            Unit::Measure(_) if first > 0 && reading.is(first - 1, "per") => {}
            Unit::Measure(row) => {
                before.told = None;
                before.share = None;
                before.measured = Some(Measured {
                    row,
                    end: quantity.end as usize,
                    scaled: quantity.number.is_scaled(),
                    shared: false,
                });
            }
            Unit::Bare => before.complete(reading, quantity),
            Unit::Percent => before.share = Some(quantity.end as usize),
            Unit::Time => {}
        }
    }
}

impl<'x> Before<'x> {
    /// Keeps a sum for those behind it, unless it only tells the one before in another currency: `6bn rupees ($90m; £70m),
    /// after | 5bn`.
    fn keep_sum(&mut self, reading: &Reading<'_>, quantity: &Quantity<'_>, currency: &'x str) {
        let (first, end) = (quantity.first as usize, quantity.end as usize);
        if self
            .told
            .is_some_and(|told| is_converted(reading, told.end, first))
        {
            return;
        }
        self.last = Some((currency, end));
        self.measured = None;
        self.share = None;
        self.told = Some(Told {
            currency,
            end,
            scaled: quantity.number.is_scaled(),
            shared: false,
            minor: is_minor(reading, quantity),
            huge: quantity.amount.low >= BILLION,
        });
    }

    /// Gives a bare figure the unit that it shares with one before, if with any.
    fn complete(&mut self, reading: &Reading<'_>, quantity: &mut Quantity<'x>) {
        let end = quantity.end as usize;
        let scaled = quantity.number.is_scaled();
        let bare = Bare {
            reading,
            first: quantity.first as usize,
            end,
            year_like: quantity.number.is_year_like(),
            scaled,
        };
        // "fell 11 percent in Chile, in Peru 9"
        let low = !scaled && quantity.amount.low < Decimal::ONE_HUNDRED;
        let share = self.share;
        // "at 18 percent, down three points"
        let points = reading.is(end, "points") || reading.is(end, "point");
        if points && low && share.is_some_and(|share| follows_share(reading, share, bare.first)) {
            quantity.unit = Unit::Percent;
            quantity.end += 1;
            self.share = Some(end + 1);
            return;
        }
        if share.is_some_and(|share| low && bare.is_near(share) && bare.is_gapped(share)) {
            quantity.unit = Unit::Percent;
            self.share = Some(end);
            return;
        }
        if let Some(shared) = self.measured {
            if shares_unit(reading, quantity, &shared) {
                quantity.unit = Unit::Measure(shared.row);
                self.measured = Some(Measured {
                    end,
                    shared: true,
                    ..shared
                });
                return;
            }
            if scaled || quantity.number.is_grouped() {
                self.measured = None;
            }
        }
        self.complete_sum(&bare, quantity);
    }

    /// Gives a bare figure the currency that it shares with a sum before, if with any.
    fn complete_sum(&mut self, bare: &Bare<'_, '_>, quantity: &mut Quantity<'x>) {
        let Bare {
            reading,
            first,
            end,
            scaled,
            ..
        } = *bare;
        let here = self.told.filter(|told| bare.is_near(told.end));
        let gapped = here.is_some_and(|told| {
            let alike = scaled || !told.scaled;
            alike && (bare.is_gapped(told.end) || bare.reaches(told.end))
        });
        let plain = scaled || gapped || here.is_some_and(|told| !told.scaled) && is_decimal(quantity);
        if !plain || counts_something(reading, end) {
            if scaled || quantity.number.is_grouped() {
                self.told = None;
            }
            return;
        }
        let huge = quantity.amount.low >= BILLION;
        let currency = match here {
            Some(told) => (gapped
                || compares(reading, first, told)
                || huge && told.huge
                || scaled
                    && told.scaled
                    && (bare.is_beside(told.end) || has_label(reading, end, Label::Change))
                || scaled && told.scaled && is_of_money(reading, first, huge))
            .then_some(told.currency),
            None => self
                .last
                .filter(|(_, told)| told + MEMORY > first && is_of_money(reading, first, huge))
                .map(|(currency, _)| currency),
        };
        // "fell 45 cents to 70.15" is told in units.
        let whole = gapped && is_decimal(quantity);
        let minor = here.is_some_and(|told| told.minor && !scaled && !whole);
        let amount = match minor {
            true => hundredths(quantity.amount),
            false => Some(quantity.amount),
        };
        let (Some(currency), Some(amount)) = (currency, amount) else {
            return;
        };
        quantity.amount = amount;
        quantity.unit = Unit::Money { currency };
        self.told = Some(Told {
            currency,
            end,
            scaled,
            shared: true,
            minor,
            huge,
        });
    }
}

/// `from 90,000 tonnes a year to | 1.2 million`, `Chad bought 900 tonnes and Mali | 700`
fn shares_unit(reading: &Reading<'_>, quantity: &Quantity<'_>, told: &Measured) -> bool {
    let (first, end) = (quantity.first as usize, quantity.end as usize);
    let near = told.end + REACH > first && reading.sentence_of(told.end - 1) == reading.sentence_of(first);
    let number = &quantity.number;
    let bare = Bare {
        reading,
        first,
        end,
        year_like: false,
        scaled: number.is_scaled(),
    };
    let plain = number.is_scaled() || number.is_grouped() || !told.scaled && is_decimal(quantity);
    near && plain
        && !counts_something(reading, end)
        && (sets_beside(reading, first, told.end)
            || bare.is_gapped(told.end) && series::before(reading, first, end).is_none()
            || goes_with(reading, first, told)
            || leads_to(reading, first, end, told))
}

/// "against 3.66 million last season and | 1.5 million", "topped 20 million tonnes, at | 20.28 million"
fn goes_with(reading: &Reading<'_>, first: usize, told: &Measured) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    reading.is(before, "and") && told.shared
        || reading.is(before, "at") && before > told.end && reading.tokens[before - 1].is(b',')
}

/// "fell 913,000 barrels to | 463.8 million", "at 1.55m bpd, | 70,000 below quota"
fn leads_to(reading: &Reading<'_>, first: usize, end: usize, told: &Measured) -> bool {
    let direct = told.end + 1 == first;
    direct
        && (reading.is(told.end, "to") && told_by_movement(reading, told.end)
            || reading.tokens[told.end].is(b',') && is_beside_figure(reading, end))
}

/// Whether what stands behind a figure makes it a difference: "70,000 | below quota".
fn is_beside_figure(reading: &Reading<'_>, end: usize) -> bool {
    const BESIDE: [&str; 6] = ["below", "above", "short", "less", "fewer", "more"];
    BESIDE.iter().any(|word| reading.is(end, word))
}

/// "18 percent, down | three points": whether only such words stand between a share and its change.
fn follows_share(reading: &Reading<'_>, share: usize, first: usize) -> bool {
    const BETWEEN: [&str; 6] = ["up", "down", "a", "gain", "drop", "of"];
    let between = share..first;
    let plain = |at: usize| {
        reading.tokens[at].is(b',')
            || reading.tokens[at].is(b'(')
            || BETWEEN.iter().any(|word| reading.is(at, word))
    };
    between.len() > 1 && between.len() < 5 && between.clone().all(plain)
}

/// Whether the words before a figure say that something moves by so much: "fell 913,000 barrels", "went up by 150 naira".
fn told_by_movement(reading: &Reading<'_>, end: usize) -> bool {
    /// How far before the end of a figure the word stands that makes it a change.
    const BESIDE: usize = 5;
    let mut beside = (end.saturating_sub(BESIDE)..end).rev();
    if beside.any(|at| reading.is_one_of(at, &["by", "up", "down"])) {
        return true;
    }
    let mut near = (end.saturating_sub(8)..end).rev();
    let verb = near.find(|at| reading.tag(*at).is_verb());
    verb.is_some_and(|at| reading.moves(at))
}

/// Whether a token is a number of four digits.
fn is_year(token: &Token) -> bool {
    token.first.is_ascii_digit() && token.end - token.start == 4
}

impl Bare<'_, '_> {
    /// Whether a figure that ends at `told` stands before it in its sentence.
    fn is_near(&self, told: usize) -> bool {
        told + REACH > self.first
            && self.reading.sentence_of(told - 1) == self.reading.sentence_of(self.first)
    }

    /// `and Mexico | 131,000`, `and Brodberg's | 2.2 billion`, `, in 2024 | 3.7 billion`, `and diesel by | 5`: what does with
    /// so many more what the clause before tells.
    fn is_gapped(&self, told: usize) -> bool {
        const LONGEST: usize = 3;
        let (reading, end) = (self.reading, self.end);
        // "Peru ($4bn), Chile (3bn)"
        if series::before(reading, self.first, end) == Some(told) {
            return true;
        }
        let is = |at: usize, words: &[&str]| reading.is_one_of(at, words);
        let mut at = self.first;
        // "was $300m in 2023 and 400m in 2024"
        if self.scaled && at > told && is(at - 1, &["and"]) && is(end, &["in", "for"]) {
            let time = end + 1 < reading.tokens.len() && reading.hit(end + 1, List::Calendar).is_some();
            return time || reading.tokens.get(end + 1).is_some_and(is_year);
        }
        if at > told && is(at - 1, &["by"]) {
            at -= 1;
        }
        if at > told && reading.tag(at - 1) == Tag::Genitive {
            at -= 1;
        }
        let capital = |at: &usize| reading.tokens[*at].is_word() && reading.tokens[*at].is_capitalised();
        let mut name = (told..at).rev().take_while(capital).count();
        let before = at.checked_sub(1).filter(|before| *before >= told && name == 0);
        let timed = before.is_some_and(|at| is_year(&reading.tokens[at]))
            || name == 1 && reading.hit(at - 1, List::Calendar).is_some();
        let thing = before.is_some_and(|at| matches!(reading.tag(at), Tag::Noun | Tag::NounPlural));
        if name == 0 && (timed || thing) {
            name = 1;
        }
        if !(1..=LONGEST).contains(&name) {
            return false;
        }
        at -= name;
        let hangs = at > told && is(at - 1, &["in", "for", "to", "from", "of"]);
        at -= usize::from(hangs);
        // "in April, May 2024" is a time, "and Boeing 737" a name.
        if timed && !(hangs && (self.scaled || !self.year_like)) || self.year_like && !timed {
            return false;
        }
        let Some(before) = at.checked_sub(1).filter(|before| *before >= told) else {
            return false;
        };
        let joins = is(before, &["and", "while"]) || matches!(reading.tokens[before].first, b',' | b';');
        let closes = reading.tokens.get(end).is_none_or(|next| {
            next.gap == Gap::Paragraph
                || matches!(next.first, b'.' | b',' | b';')
                || is(end, &["and", "to", "in"])
        });
        joins && closes && (told..self.first).all(|at| !reading.tag(at).is_verb())
    }

    /// `owes $4.5bn, | 2bn more than`, `a profit of £3m on turnover up 12% at | 1.8bn`: of the kind of the sum before.
    fn is_beside(&self, told: usize) -> bool {
        let (reading, first, end) = (self.reading, self.first, self.end);
        let comma = |at: usize| reading.tokens[at].is(b',');
        let differs = first == told + 1 && comma(told) && is_beside_figure(reading, end);
        let hangs = first > told + 1 && reading.tag(first - 1) == Tag::Preposition;
        differs || hangs && (told..first).any(|at| is_sum_at(reading, at)) && !(told..first).any(comma)
    }

    /// `rose 3 rupees to | 290`, `dearer by 3 rupees to | 290`, `rose from 31 rupees to | 40`, `that of its rival fell 3% to | 2.2 billion`
    fn reaches(&self, told: usize) -> bool {
        let reading = self.reading;
        let Some(to) = self.first.checked_sub(1).filter(|to| reading.is(*to, "to")) else {
            return false;
        };
        let direct = told == to && told_by_movement(reading, told);
        if (direct || moves(reading, told, to)) && !self.year_like {
            return true;
        }
        let of = |at: usize| (reading.is(at, "that") || reading.is(at, "those")) && reading.is(at + 1, "of");
        let moved = (told..to).any(|at| reading.tag(at).is_verb() && reading.moves(at));
        self.scaled && moved && (told..to).any(|at| of(at) || is_sum_at(reading, at))
    }
}

/// Whether a sum stands in the brackets right behind another one, which it tells in another currency.
fn is_converted(reading: &Reading<'_>, told: usize, first: usize) -> bool {
    const REACH: usize = 12;
    let is = |at: usize, mark: u8| reading.tokens.get(at).is_some_and(|token| token.is(mark));
    is(told, b'(') && first - told <= REACH && !(told..first).any(|at| is(at, b')'))
}

/// An amount in hundredths, in units.
fn hundredths(amount: Amount) -> Option<Amount> {
    let hundredth = |value: Decimal| Some(value.checked_mul(Decimal::new(1, 2))?.normalize());
    Some(Amount {
        low: hundredth(amount.low)?,
        high: amount.high.and_then(hundredth),
        ..amount
    })
}

fn is_minor(reading: &Reading<'_>, quantity: &Quantity<'_>) -> bool {
    (quantity.number.end as usize..quantity.end as usize).any(|at| {
        let mut hits = reading.hits_at(at).iter();
        hits.any(|hit| hit.list == List::Currencies && hit.form == Form::Minor)
    })
}

/// `3.25`, of which a share's price may speak.
fn is_decimal(quantity: &Quantity<'_>) -> bool {
    !quantity.number.is_plain_digits() && !quantity.number.is_single_word() && !quantity.number.is_grouped()
}

/// Whether the words before a figure set it beside the sum before: `from`, `against`, `compared with`, `instead of`.
fn compares(reading: &Reading<'_>, first: usize, told: Told<'_>) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    if sets_beside(reading, first, told.end) {
        return true;
    }
    // "$2.3bn, of which only | 1.3bn"
    let adverb = usize::from(reading.tag(before) == Tag::Adverb);
    let which = before.saturating_sub(adverb);
    if reading.is(which, "which") && which > told.end && reading.is(which - 1, "of") {
        return true;
    }
    match reading.folded(before) {
        "of" => {
            reading.is(before.saturating_sub(1), "instead") || is_sum_at(reading, before.saturating_sub(1))
        }
        // `from 4.3 billion and | 4.5 billion a year earlier`
        "and" | "or" | "than" => told.shared,
        _ => false,
    }
}

/// Whether the words before a figure set it beside the one that ends at `told`, whatever they are of.
fn sets_beside(reading: &Reading<'_>, first: usize, told: usize) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    match reading.folded(before) {
        "from" | "against" | "versus" | "vs" => true,
        "with" => reading.is(before.saturating_sub(1), "compared"),
        "to" => reading.is(before.saturating_sub(1), "compared") || moves(reading, told, before),
        _ => false,
    }
}

/// `from $2bn a year earlier | to 3 billion`
fn moves(reading: &Reading<'_>, end: usize, to: usize) -> bool {
    (end..to).all(|at| !reading.tag(at).is_verb())
        && (end.saturating_sub(8)..end).any(|at| reading.is(at, "from"))
}

/// Whether what follows is a noun of which there are so many; not that of a sum: `a 1.1 billion turnaround`.
fn counts_something(reading: &Reading<'_>, end: usize) -> bool {
    let Some(next) = reading.tokens.get(end) else {
        return false;
    };
    if next.gap > Gap::Space || !next.is_word() && !next.is_hyphen() {
        return false;
    }
    let time = reading.hit(end, List::Calendar).is_some();
    let noun = matches!(
        reading.tag(end),
        Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Proper | Tag::VerbIng | Tag::VerbPart
    );
    // "against a 3.4 billion | rise in 2011"
    let change = || has_label(reading, end, Label::Change);
    next.is_hyphen() || noun && !time && !is_sum_at(reading, end) && !change()
}

/// Whether the subject of a sentence is a sum: `Turnover fell to | 953 million`, and if it is `huge`, `Sales fell to | 9 billion`.
fn is_of_money(reading: &Reading<'_>, first: usize, huge: bool) -> bool {
    const NEAR: usize = 9;
    let sentence = reading.sentence_tokens(first).start;
    let near = sentence.max(first.saturating_sub(NEAR))..first;
    // Commas part clauses, and what stands before one has another subject.
    let from = near
        .clone()
        .rev()
        .find(|at| reading.tokens[*at].is(b','))
        .map_or(near.start, |comma| comma + 1);
    let verb = (from..first).any(|at| {
        matches!(
            reading.tag(at),
            Tag::VerbPast | Tag::VerbS | Tag::VerbPart | Tag::Verb | Tag::Be
        )
    });
    let sum = |at: usize| is_sum_at(reading, at) || huge && has_label(reading, at, Label::Trade);
    verb && (from..first).any(sum)
}

/// `turnover`, `deficit`: a word for sums of money.
fn is_sum_at(reading: &Reading<'_>, at: usize) -> bool {
    has_label(reading, at, Label::Sum)
}

/// Whether the list of words beside numbers says so of the word at a token.
fn has_label(reading: &Reading<'_>, at: usize, label: Label) -> bool {
    let mut hits = reading.hits_at(at).iter();
    hits.any(|hit| hit.list == List::NumberContexts && hit.label == label)
}
