//! Which currency a sign or name means: what the article, the words beside it and its country tell.

use std::cell::{OnceCell, RefCell};

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::evidence::{is_namesake, Evidence};
use super::{Denomination, Number};
use crate::lexicon::{
    city, country, currency, Class, Form, Keyword as K, Keywords, Label, List, Lists, RowId, Tag,
};
use crate::reading::Reading;

/// Which currency signs and names mean in an article.
pub(in crate::mention) struct Currencies<'r, 'x> {
    reading: &'r Reading<'x>,
    evidence: OnceCell<Evidence<'x>>,
    /// What `home` found for a currency: an article writes the same sign over and over.
    homes: RefCell<FxHashMap<RowId, Option<RowId>>>,
}

impl<'r, 'x> Currencies<'r, 'x> {
    pub(in crate::mention) fn new(reading: &'r Reading<'x>) -> Self {
        Self {
            reading,
            evidence: OnceCell::new(),
            homes: RefCell::default(),
        }
    }

    /// The ISO code of the currency that a sign or name means beside a number.
    pub(in crate::mention) fn code(&self, denomination: &Denomination, number: &Number) -> Option<&'x str> {
        let tokens = &denomination.tokens;
        let mut rows = self
            .reading
            .hits_at(tokens.start)
            .iter()
            .filter(|hit| hit.end as usize == tokens.end && hit.list == List::Currencies)
            .filter(|hit| (hit.form == Form::Minor) == denomination.minor);
        let first = rows.next()?;
        let form = self.reading.lexicon.surface(first.entry);
        let lexicon = self.reading.lexicon;
        let mut best = first.row;
        if let Some(second) = rows.next() {
            let mut all = vec![first.row, second.row];
            all.extend(rows.map(|hit| hit.row));
            // Cents beside `$7.70` are no euro's, unless the sentence tells of euros alone.
            let in_dollars =
                denomination.minor && self.evidence().dollar_sign && !self.is_in_euros(tokens.start);
            let default = all
                .iter()
                .find(|row| lexicon.has(**row, currency::DEFAULT_FOR, form));
            // `48.58 cent`: what takes no plural are hundredths of a euro.
            let unchanged =
                form == "cent" && number.value != Decimal::ONE && tokens.start == number.end as usize;
            let euro = || {
                let euros = |row: &&RowId| lexicon.cell(**row, currency::CODE) == "EUR";
                all.iter().find(euros).filter(|row| self.speaks_of(**row))
            };
            let minor = Some(tokens.start).filter(|_| denomination.minor);
            let beside = || minor.and_then(|at| self.sign_beside(at, &all));
            best = match (
                Some(()).filter(|()| unchanged).and_then(|()| euro()),
                default.filter(|_| in_dollars),
            ) {
                (Some(row), _) => *row,
                (None, default) => match (beside(), default) {
                    (Some(row), _) => row,
                    (None, Some(row)) => *row,
                    (None, None) => self.likeliest(&all, form, tokens.start),
                },
            };
        }
        if lexicon.cell(best, currency::KEEPS) == "yes" && lexicon.has(best, currency::DEFAULT_FOR, form) {
            // "$80 a barrel", whoever tells it
            if !self.is_world_price(number.end.max(tokens.end as u32) as usize) {
                best = self.namesake(best, form, denomination.minor);
            }
        }
        if self.is_other_letter(denomination, number) {
            return None;
        }
        let risky = lexicon.has(best, currency::RISKY, form);
        // Short signs (`Sh17`) are words more seldom than codes (`COP28`).
        let speaks_for_money = || {
            // "RM2.05" has its cents.
            let cents = first.form == Form::Symbol && number.value.scale() == 2;
            number.is_scaled()
                || number.is_grouped()
                || cents
                || ((number.value >= Decimal::ONE_HUNDRED || form.len() <= 2) && self.speaks_of(best))
                || denomination.minor && self.named(best) > 0
        };
        let worded = || first.form != Form::Symbol && self.countries_of(best) > 0;
        // "sales passed the three million mark": so many would be marks.
        let is_milestone = || {
            let plural = |other: &str| other.strip_suffix('s') == Some(form);
            let first = number.first as usize;
            first > 0
                && self.reading.is(first - 1, "the")
                && number.value != Decimal::ONE
                && lexicon.values(best, currency::RISKY).any(plural)
        };
        (!risky || worded() || speaks_for_money() && !is_milestone())
            .then(|| lexicon.cell(best, currency::CODE))
    }

    /// The currency of `N815`, `P24`: one letter glued to its digits is a sign only in an article about its country.
    pub(in crate::mention) fn letter(&self, at: usize) -> Option<(&'x str, Decimal)> {
        const KNOWN: u32 = 4;
        let word = self.reading.word(at);
        let (letter, digits) = word.split_at(1);
        let lexicon = self.reading.lexicon;
        let row = lexicon
            .rows(List::Currencies)
            .filter(|row| lexicon.has(*row, currency::SYMBOLS, letter) && self.countries_of(*row) >= KNOWN)
            .max_by_key(|row| self.countries_of(*row))?;
        // `a P20 phone`, `Nokia N95`
        let priced = self.may_price(at);
        let rate = const { Keywords::of(&[K::A, K::Per, K::Each, K::Less, K::More]) };
        let rate = self.reading.among(at + 1, rate);
        if !priced && !rate {
            return None;
        }
        let value = digits.parse::<u32>().ok().map(Decimal::from)?;
        Some((lexicon.cell(row, currency::CODE), value))
    }

    /// Whether the word before a figure lets it be a price: "rose 2p", "at N815".
    fn may_price(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.reading.tag(before));
        // "up 90c since May"
        let moves = at > 0
            && self
                .reading
                .among(at - 1, const { Keywords::of(&[K::Up, K::Down]) });
        moves
            // "Profit per share down 8% (2021: 6.4p)"
            || at > 0 && matches!(self.reading.tokens[at - 1].first, b':' | b'(') && self.reading.word(at).contains('.')
            || matches!(
                before,
                Some(
                    Tag::Preposition
                        | Tag::NounPlural
                        | Tag::Verb
                        | Tag::VerbS
                        | Tag::VerbPast
                        | Tag::VerbPart
                        | Tag::VerbIng
                        | Tag::To
                )
            )
    }

    /// The one of several currencies whose sign stands nearest in the sentence: `50 cents to | NZ$9`.
    fn sign_beside(&self, at: usize, all: &[RowId]) -> Option<RowId> {
        let reading = self.reading;
        let sentence = reading.sentence_tokens(at);
        let hits = sentence.flat_map(|at| reading.hits_of(at, Lists::of(&[List::Currencies])));
        let signs = hits.filter(|hit| hit.form == Form::Symbol && all.contains(&hit.row));
        let sums = signs.filter(|hit| {
            let next = reading.tokens.get(hit.end as usize);
            let first = hit.first as usize;
            let longer = |before: usize| {
                let mut hits = reading.hits_at(before).iter();
                hits.any(|other| other.list == List::Currencies && other.end >= hit.end)
            };
            next.is_some_and(|next| next.is_number()) && !(first.saturating_sub(2)..first).any(longer)
        });
        sums.min_by_key(|hit| (hit.first as usize).abs_diff(at))
            .map(|hit| hit.row)
    }

    /// Whether the sentence of a token names euros, and shows no `$`.
    fn is_in_euros(&self, at: usize) -> bool {
        let reading = self.reading;
        let sentence = reading.sentence_tokens(at);
        let dollars = reading.tokens[sentence.clone()]
            .iter()
            .any(|token| token.is(b'$'));
        let mut euros = sentence.flat_map(|at| reading.hits_of(at, Lists::of(&[List::Currencies])));
        !dollars
            && euros
                .any(|hit| hit.form != Form::Minor && reading.lexicon.cell(hit.row, currency::CODE) == "EUR")
    }

    /// Whether a letter behind a number is no hundredth of a currency: `25C`, `iPhone 5c`, `1080p`.
    fn is_other_letter(&self, denomination: &Denomination, number: &Number) -> bool {
        const MOST: Decimal = Decimal::from_parts(400, 0, 0, false, 0);
        let at = denomination.tokens.start;
        let text = self.reading.tokens[at].text(self.reading.text);
        denomination.minor
            && text.len() == 1
            && (text != text.to_ascii_lowercase()
                || number.value >= MOST && !number.is_grouped() && !self.is_share_price(denomination, number)
                || !self.may_price(number.first as usize))
    }

    /// `closed at 524p`: of an article that tells sums in pounds; so many lines has no picture.
    fn is_share_price(&self, denomination: &Denomination, number: &Number) -> bool {
        const LINES: [u32; 5] = [480, 720, 1080, 1440, 2160];
        let lexicon = self.reading.lexicon;
        let pence = self.reading.hits_at(denomination.tokens.start).iter().any(|hit| {
            hit.list == List::Currencies
                && hit.form == Form::Minor
                && (self.speaks_of(hit.row) || self.named(hit.row) > 0)
                && lexicon.cell(hit.row, currency::CODE) == "GBP"
        });
        pence && !LINES.iter().any(|lines| number.value == Decimal::from(*lines))
    }

    /// Whether "pounds" beside a number are a weight: "500,000 pounds of cocaine", "drop 25 pounds". They are money
    /// in millions, and wherever the article knows a country that pays in pounds.
    pub(in crate::mention) fn is_mass(&self, denomination: &Denomination, number: &Number) -> bool {
        let tokens = &denomination.tokens;
        if tokens.len() != 1 {
            return false;
        }
        let lexicon = self.reading.lexicon;
        let mut rows = self
            .reading
            .hits_at(tokens.start)
            .iter()
            .filter(|hit| hit.list == List::Currencies && lexicon.surface(hit.entry).starts_with("pound"))
            .peekable();
        let is_pound = rows.peek().is_some() && self.reading.hit(tokens.start, List::Units).is_some();
        // "a 25-pound box"
        let weighed = self
            .reading
            .hit(tokens.end, List::NumberContexts)
            .is_some_and(|hit| hit.label == Label::Weighed);
        if is_pound && weighed && self.reading.tokens[tokens.start].glued() {
            return true;
        }
        if !is_pound {
            return false;
        }
        // "weighing a total of 93.4 pounds"
        const REACH: usize = 7;
        let first = number.first as usize;
        let weighs = |at: usize| {
            let mut hits = self.reading.hits_of(at, Lists::of(&[List::NumberContexts]));
            hits.any(|hit| hit.label == Label::Weighs)
        };
        if (first.saturating_sub(REACH)..first).any(weighs) {
            return true;
        }
        let of = self.reading.is(tokens.end, "of");
        // "58 million pounds of beef", in an article on the United States that happens to name Egypt
        let pounds: u32 = rows.map(|hit| self.countries_of(hit.row)).sum();
        let dollars = self.evidence().countries.get("US").copied().unwrap_or(0);
        of && dollars > pounds || pounds == 0 && (of || !number.is_scaled())
    }

    fn evidence(&self) -> &Evidence<'x> {
        self.evidence.get_or_init(|| Evidence::gather(self.reading))
    }

    fn countries_of(&self, row: RowId) -> u32 {
        let countries = &self.evidence().countries;
        self.reading
            .lexicon
            .values(row, currency::COUNTRIES)
            .filter_map(|code| countries.get(code))
            .sum()
    }

    /// Whether the article names a country that pays in a currency, or the currency in words.
    fn speaks_of(&self, row: RowId) -> bool {
        let code = self.reading.lexicon.cell(row, currency::CODE);
        self.countries_of(row) > 0 || self.evidence().worded.contains_key(code)
    }

    fn named(&self, row: RowId) -> u32 {
        let code = self.reading.lexicon.cell(row, currency::CODE);
        self.evidence().named.get(code).map_or(0, |(_, times)| *times)
    }

    /// Which of several currencies of one name is meant.
    fn likeliest(&self, rows: &[RowId], form: &str, at: usize) -> RowId {
        let lexicon = self.reading.lexicon;
        let default = rows
            .iter()
            .copied()
            .find(|row| lexicon.has(*row, currency::DEFAULT_FOR, form));
        let near: Vec<(usize, &str)> = self.countries_near(at).collect();
        // Of Jordan and Iraq in one sentence, `the Iraqis got 5 billion dinars` is of the one told last before it.
        let last = near.iter().rfind(|(first, _)| *first < at).map(|(_, code)| *code);
        let weight = |row: &RowId| {
            const NAMED: u32 = 8;
            // Of Denmark and Norway, `40 kroner in Oslo` is of the one told beside it.
            const BESIDE: u32 = 12;
            const LAST: u32 = 16;
            let pays = |code: &str| lexicon.has(*row, currency::COUNTRIES, code);
            let beside = near.iter().any(|(_, code)| pays(code));
            self.countries_of(*row)
                .saturating_add(self.named(*row).saturating_mul(NAMED))
                .saturating_add(if beside { BESIDE } else { 0 })
                .saturating_add(if last.is_some_and(pays) { LAST } else { 0 })
        };
        rows.iter()
            .copied()
            .rev()
            .max_by_key(|row| (weight(row), default == Some(*row)))
            .or(default)
            .unwrap_or(rows[0])
    }

    /// The countries whose names, or whose towns', stand near a token of a sentence, and where.
    fn countries_near(&self, at: usize) -> impl Iterator<Item = (usize, &'x str)> + use<'_, 'r, 'x> {
        const REACH: usize = 40;
        let reading = self.reading;
        let lexicon = reading.lexicon;
        let sentence = reading.sentence_tokens(at);
        let from = sentence.start.max(at.saturating_sub(REACH));
        let near = from..sentence.end.min(at + REACH);
        let hits = near.flat_map(|at| reading.hits_of(at, Lists::of(&[List::Countries, List::Cities])));
        hits.filter_map(|hit| {
            let code = match hit.list {
                List::Cities if hit.form != Form::Name || is_namesake(reading, hit) => return None,
                List::Cities => lexicon.cell(hit.row, city::COUNTRY),
                _ => lexicon.cell(hit.row, country::CODE),
            };
            Some((hit.first as usize, code))
        })
    }

    /// Whether `a barrel`, `per ounce` or the like stands at a token: what the world trades is priced in US dollars.
    fn is_world_price(&self, at: usize) -> bool {
        let reading = self.reading;
        let rate = reading.is_indefinite(at)
            || reading.is(at, "per")
            || reading.tokens.get(at).is_some_and(|token| token.is(b'/'));
        rate && reading.is_of(at + 1, Class::WorldUnit)
    }

    /// A bare dollar sign stays the US dollar unless the article names another dollar, and not that one.
    fn namesake(&self, default: RowId, form: &str, minor: bool) -> RowId {
        let lexicon = self.reading.lexicon;
        let kind = last_word(lexicon.cell(default, currency::NAME));
        let is_kind = |row: RowId| ends_in(lexicon.cell(row, currency::NAME), kind);
        if let Some(declared) = self.evidence().declared.filter(|row| is_kind(*row)) {
            return declared;
        }
        let known = self.homes.borrow().get(&default).copied();
        let home = known.unwrap_or_else(|| {
            let home = self.home(default, form);
            self.homes.borrow_mut().insert(default, home);
            home
        });
        if let Some(home) = home {
            return home;
        }
        if self.named(default) > 0 {
            return default;
        }
        self.evidence()
            .worded
            .iter()
            .filter(|(_, (row, _))| {
                if minor {
                    // Where sums stand in `$`, cents are those of a dollar.
                    lexicon.has(*row, currency::MINOR_FORMS, form)
                        && (is_kind(*row) || !self.evidence().dollar_sign)
                } else {
                    is_kind(*row)
                }
            })
            // The code settles ties, so that the order of the map does not.
            .max_by_key(|(code, (_, times))| (*times, **code))
            .map_or(default, |(_, (row, _))| *row)
    }

    /// The dollar of the country that an article is about, where it writes `US$` beside the bare sign and never `A$`,
    /// or where next to nothing in it lies in another country.
    fn home(&self, default: RowId, form: &str) -> Option<RowId> {
        const KNOWN: u32 = 8;
        const HOME_ALONE: u32 = 4;
        const MUCH: u32 = 20;
        let evidence = self.evidence();
        let lexicon = self.reading.lexicon;
        let code = lexicon.cell(default, currency::CODE);
        let told = |map: &FxHashMap<&str, (RowId, u32)>| map.get(code).map_or(0, |(_, times)| *times);
        let beside_us = evidence.us_behind || told(&evidence.named) > told(&evidence.worded);
        if !beside_us && !evidence.named.is_empty() {
            return None;
        }
        // How much a currency must weigh. Often all countries together weigh less.
        let own = self.countries_of(default);
        let least = match beside_us {
            true => KNOWN.max(own + 1),
            false => HOME_ALONE.max(2 * own),
        };
        if evidence.countries.values().sum::<u32>() < least {
            return None;
        }
        let kind = last_word(lexicon.cell(default, currency::NAME));
        let is_kind = |row: RowId| ends_in(lexicon.cell(row, currency::NAME), kind);
        let rows = lexicon
            .rows(List::Currencies)
            // Taiwan writes its own as `NT$` and the American one as `$`.
            .filter(|row| *row != default && is_kind(*row) && !lexicon.has(*row, currency::RISKY, form));
        let home = rows.max_by_key(|row| self.countries_of(*row))?;
        let weight = self.countries_of(home);
        let own_dollar = |code: &str| {
            let mut rows = lexicon.rows(List::Currencies);
            rows.any(|row| row != default && is_kind(row) && lexicon.has(row, currency::COUNTRIES, code))
        };
        let holds = match beside_us {
            true => self.named(home) == 0,
            // Where `A$` or euros stand beside it, the bare sign mostly tells what that is in US dollars.
            // So it does where little is told of any country, and of one with other money about as much: `Bangladesh sold
            // Canada knitwear for $1m`. A neighbour with a dollar of its own does not speak for the American one.
            false => evidence.countries.iter().all(|(code, other)| {
                let clear = weight >= MUCH || 2 * weight > 3 * other;
                weight >= *other && (clear || own_dollar(code))
            }),
        };
        (weight >= least && holds).then_some(home)
    }
}

/// What kind of money a currency is: `Dollar`.
fn last_word(name: &str) -> &str {
    let start = name.bytes().rposition(|byte| byte == b' ');
    start.map_or(name, |start| &name[start + 1..])
}

/// Whether a word is the last one of a name.
fn ends_in(name: &str, word: &str) -> bool {
    let front = name.strip_suffix(word);
    front.is_some_and(|front| front.is_empty() || front.ends_with(' '))
}
