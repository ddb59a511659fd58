//! What a mention says, normalised: one typed variant for each kind.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::text::Text;

/// How a figure bounds what it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Bound {
    /// The figure itself.
    #[default]
    Exact,
    /// "more than", "over"
    MoreThan,
    /// "at least"
    AtLeast,
    /// "less than", "under"
    LessThan,
    /// "up to", "as much as"
    AtMost,
    /// "about", "nearly", "some"
    About,
}

/// A figure or a range of figures, in exact decimals: "$1.4bn" is 1400000000.
///
/// ```
/// use dateline::{Article, Bound, Extractor, Value};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Sales rose by up to 6 percent, and prices by 6 to 7 percent."));
/// let [sales, prices] = facts.mentions() else { unreachable!() };
/// let Value::Percent { amount, .. } = sales.value() else { unreachable!() };
/// assert_eq!((amount.low, amount.high, amount.bound), (6.into(), None, Bound::AtMost));
/// let Value::Percent { amount, .. } = prices.value() else { unreachable!() };
/// assert_eq!((amount.low, amount.high, amount.bound), (6.into(), Some(7.into()), Bound::Exact));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Amount {
    /// The figure, or the lower end of a range.
    pub low: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// What "more than", "about" and the like make of it.
    pub bound: Bound,
}

/// What a date was resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// The expression itself says it all.
    Explicit,
    /// The day of publication, handed over or read from the article.
    Publication,
    /// Another date in the article.
    Document,
    /// Nothing; the value keeps `X`.
    Unresolved,
}

/// A date: a day, week, month, quarter, half, season, year, decade, fiscal year, or a range of them.
///
/// ```
/// use chrono::{Datelike, NaiveDate};
/// use dateline::{Article, Basis, Extractor, Value};
///
/// let extractor = Extractor::new();
/// let article = Article::new("Sales rose in the second quarter.").published(NaiveDate::from_ymd_opt(2025, 8, 15));
/// let facts = extractor.extract(&article);
/// let Value::Date(when) = facts.mentions()[0].value() else { unreachable!() };
/// assert_eq!(when.value, "2025-Q2");
/// assert_eq!(when.end, NaiveDate::from_ymd_opt(2025, 6, 30));
/// assert_eq!(when.basis, Basis::Publication);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct When {
    /// TIMEX3 value (ISO-TimeML): `2025-08-15`, `2025-W31`, `2025-Q2`, `FY2024`, `2021/2026`, `XXXX-05`.
    pub value: String,
    /// The first day, where the value fixes it.
    pub start: Option<NaiveDate>,
    /// The last day, where the value fixes it.
    pub end: Option<NaiveDate>,
    /// What it was resolved against.
    pub basis: Basis,
    /// A vague time ("recently"): `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    pub vague: bool,
}

impl When {
    /// Whether it is the same part of the year before: May 2024 to May 2025.
    fn is_a_year_before(&self, other: &When) -> bool {
        let same = |one: Option<NaiveDate>, other: Option<NaiveDate>| {
            let (one, other) = (one?, other?);
            Some(one.year() + 1 == other.year() && one.month() == other.month())
        };
        same(self.start, other.start) == Some(true) && same(self.end, other.end) == Some(true)
    }
}

impl Value<'_> {
    /// Whether both are dates, and this is the same part of the year before.
    pub(crate) fn is_a_year_before(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Date(one), Self::Date(other)) if one.is_a_year_before(other))
    }
}

/// What a mention says. Printed with `{}`, it is written as the hits of rule files and the cells of tables have it.
///
/// ```
/// use dateline::{Article, Extractor, Value};
///
/// let extractor = Extractor::new();
/// let facts = extractor.extract(&Article::new("Kenya has about 300 welders."));
/// let [kenya, welders] = facts.mentions() else { unreachable!() };
/// assert!(matches!(kenya.value(), Value::Country { code: "KE", .. }));
/// let Value::Count { amount, noun, .. } = welders.value() else { unreachable!() };
/// assert_eq!((amount.low, noun.as_deref()), (300.into(), Some("welder")));
/// assert_eq!((kenya.value().to_string(), welders.value().to_string()), ("KE".to_owned(), "~300 welder".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum Value<'x> {
    /// A calendar expression.
    Date(When),
    /// A length of time, as an ISO 8601 duration: `P3Y`, `PT2H`.
    #[non_exhaustive]
    Duration {
        /// The duration.
        value: String,
    },
    /// A time of day, as a TIMEX3 value: `T18:00`, `2025-08-15T18:00`.
    #[non_exhaustive]
    Time {
        /// The time.
        value: String,
    },
    /// Times that recur ("every year"), as a TIMEX3 value: `P1Y`, `XXXX-WXX-1`.
    #[non_exhaustive]
    Set {
        /// How often.
        value: String,
    },
    /// A named company, ministry, agency, party, university, international body.
    #[non_exhaustive]
    Organisation {
        /// The fullest name the article gives.
        name: Text<'x>,
    },
    /// A person.
    #[non_exhaustive]
    Person {
        /// The fullest name the article gives.
        name: Text<'x>,
        /// The title or office before or after the name.
        title: Option<Text<'x>>,
    },
    /// A sovereign state or ISO 3166 territory, its adjective or its people.
    #[non_exhaustive]
    Country {
        /// ISO 3166-1 alpha-2.
        code: &'x str,
        /// The English short name.
        name: &'x str,
    },
    /// A city, province, region, continent, bloc, port, park or plant.
    #[non_exhaustive]
    Place {
        /// Its name.
        name: Text<'x>,
        /// ISO 3166-1 alpha-2 of the country it lies in.
        country: Option<&'x str>,
    },
    /// How many of a thing.
    #[non_exhaustive]
    Count {
        /// How many.
        amount: Amount,
        /// Of what: the noun's singular, in lower case.
        noun: Option<Text<'x>>,
    },
    /// An amount of money.
    #[non_exhaustive]
    Money {
        /// How much.
        amount: Amount,
        /// ISO 4217.
        currency: &'x str,
    },
    /// A percentage, or percentage points.
    #[non_exhaustive]
    Percent {
        /// How much.
        amount: Amount,
    },
    /// A number with a unit of measurement.
    #[non_exhaustive]
    Measure {
        /// How much.
        amount: Amount,
        /// The unit's usual symbol, else its singular name.
        unit: Text<'x>,
        /// Factor to the SI unit of the dimension, where it is fixed.
        si_factor: Option<Decimal>,
    },
    /// A vehicle or product model.
    #[non_exhaustive]
    Model {
        /// Who makes it.
        make: Option<Text<'x>>,
        /// The model.
        model: Text<'x>,
        /// Variant or engine size.
        variant: Option<Text<'x>>,
    },
    /// A named policy, law, programme, plan, agreement or scheme.
    #[non_exhaustive]
    Policy {
        /// Its name as written.
        name: Text<'x>,
    },
}

/// The kinds of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// [`Value::Date`]
    Date,
    /// [`Value::Duration`]
    Duration,
    /// [`Value::Time`]
    Time,
    /// [`Value::Set`]
    Set,
    /// [`Value::Organisation`]
    Organisation,
    /// [`Value::Person`]
    Person,
    /// [`Value::Country`]
    Country,
    /// [`Value::Place`]
    Place,
    /// [`Value::Count`]
    Count,
    /// [`Value::Money`]
    Money,
    /// [`Value::Percent`]
    Percent,
    /// [`Value::Measure`]
    Measure,
    /// [`Value::Model`]
    Model,
    /// [`Value::Policy`]
    Policy,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 14] = [
        Self::Date,
        Self::Duration,
        Self::Time,
        Self::Set,
        Self::Organisation,
        Self::Person,
        Self::Country,
        Self::Place,
        Self::Count,
        Self::Money,
        Self::Percent,
        Self::Measure,
        Self::Model,
        Self::Policy,
    ];

    /// Its name in rules and in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Time => "time",
            Self::Set => "set",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Country => "country",
            Self::Place => "place",
            Self::Count => "count",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Measure => "measure",
            Self::Model => "model",
            Self::Policy => "policy",
        }
    }
}

impl Value<'_> {
    /// Which kind of value it is.
    #[must_use]
    #[inline]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Date(_) => Kind::Date,
            Self::Duration { .. } => Kind::Duration,
            Self::Time { .. } => Kind::Time,
            Self::Set { .. } => Kind::Set,
            Self::Organisation { .. } => Kind::Organisation,
            Self::Person { .. } => Kind::Person,
            Self::Country { .. } => Kind::Country,
            Self::Place { .. } => Kind::Place,
            Self::Count { .. } => Kind::Count,
            Self::Money { .. } => Kind::Money,
            Self::Percent { .. } => Kind::Percent,
            Self::Measure { .. } => Kind::Measure,
            Self::Model { .. } => Kind::Model,
            Self::Policy { .. } => Kind::Policy,
        }
    }

    /// How many or how much, for counts, money, percentages and measures.
    ///
    /// ```
    /// use dateline::{Article, Extractor};
    ///
    /// let extractor = Extractor::new();
    /// let facts = extractor.extract(&Article::new("The plant in Kenya cost $1.4bn."));
    /// let amounts: Vec<_> = facts.mentions().iter().map(|mention| mention.value().amount()).collect();
    /// assert_eq!(amounts.len(), 2);
    /// assert!(amounts[0].is_none());
    /// assert_eq!(amounts[1].unwrap().low, 1_400_000_000.into());
    /// ```
    #[must_use]
    pub const fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Count { amount, .. }
            | Self::Money { amount, .. }
            | Self::Percent { amount }
            | Self::Measure { amount, .. } => Some(amount),
            _ => None,
        }
    }

    /// The same as a fall, if it is a percentage or money: of a thing there is no less than none.
    pub(crate) fn fallen(mut self) -> Self {
        if let Self::Money { amount, .. } | Self::Percent { amount } = &mut self {
            *amount = amount.fallen();
        }
        self
    }
}

impl fmt::Display for Value<'_> {
    /// `2025-04`, `Honda`, `KE`, `~38 car`, `2000000 USD`, `6..7 %`, `Honda City 1.2L`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(when) => f.write_str(&when.value),
            Self::Duration { value } | Self::Time { value } | Self::Set { value } => f.write_str(value),
            Self::Organisation { name }
            | Self::Policy { name }
            | Self::Person { name, .. }
            | Self::Place { name, .. } => f.write_str(name),
            Self::Country { code, .. } => f.write_str(code),
            Self::Count { amount, noun: None } => amount.fmt(f),
            Self::Count {
                amount,
                noun: Some(noun),
            } => write!(f, "{amount} {noun}"),
            Self::Money { amount, currency } => write!(f, "{amount} {currency}"),
            Self::Percent { amount } => write!(f, "{amount} %"),
            Self::Measure { amount, unit, .. } => write!(f, "{amount} {unit}"),
            Self::Model { make, model, variant } => {
                if let Some(make) = make {
                    write!(f, "{make} ")?;
                }
                f.write_str(model)?;
                match variant {
                    Some(variant) => write!(f, " {variant}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl Amount {
    /// Just this figure.
    #[must_use]
    pub const fn exact(value: Decimal) -> Self {
        Self {
            low: value,
            high: None,
            bound: Bound::Exact,
        }
    }

    /// The same as a fall, below nothing: a fall of 5 to 10 percent is a change of -10 to -5.
    pub(crate) fn fallen(self) -> Self {
        let below = |figure: Decimal| -figure.abs();
        Self {
            low: below(self.high.unwrap_or(self.low)),
            high: self.high.map(|_| below(self.low)),
            bound: self.bound,
        }
    }
}

impl fmt::Display for Amount {
    /// `38`, `>100`, `<=60`, `~300`, `6..7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = match self.bound {
            Bound::Exact => "",
            Bound::MoreThan => ">",
            Bound::AtLeast => ">=",
            Bound::LessThan => "<",
            Bound::AtMost => "<=",
            Bound::About => "~",
        };
        write!(f, "{bound}{}", self.low.normalize())?;
        match self.high {
            Some(high) => write!(f, "..{}", high.normalize()),
            None => Ok(()),
        }
    }
}

impl Bound {
    /// Its name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
            Self::About => "about",
        }
    }
}

impl Basis {
    /// Its name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Publication => "publication",
            Self::Document => "document",
            Self::Unresolved => "unresolved",
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
