//! The facts as one JSON object: schema 1.

use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::entity::Entity;
use crate::event::{Event, Facts};
use crate::mention::{Amount, Mention, Value};
use crate::rule::Filler;

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &1)?;
        map.serialize_entry("id", &self.article().get_id())?;
        map.serialize_entry("published", &self.published().map(|day| day.to_string()))?;
        map.serialize_entry("mentions", &Mentions(self))?;
        map.serialize_entry("entities", self.entities())?;
        map.serialize_entry("events", &Events(self))?;
        map.end()
    }
}

struct Mentions<'a, 'x>(&'a Facts<'x>);

impl Serialize for Mentions<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.article().text();
        serializer.collect_seq(self.0.mentions().iter().map(|mention| Told { mention, text }))
    }
}

struct Told<'a, 'x> {
    mention: &'a Mention<'x>,
    text: &'a str,
}

impl Serialize for Told<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mention = self.mention;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &mention.id().index())?;
        map.serialize_entry("kind", mention.kind().name())?;
        map.serialize_entry("span", &mention.span())?;
        map.serialize_entry("text", mention.span().of(self.text))?;
        if let Some(entity) = mention.entity() {
            map.serialize_entry("entity", &entity.index())?;
        }
        value(mention.value(), &mut map)?;
        map.end()
    }
}

/// The normalised fields of a value.
fn value<M: SerializeMap>(value: &Value<'_>, map: &mut M) -> Result<(), M::Error> {
    match value {
        Value::Date(when) => {
            map.serialize_entry("value", &when.value)?;
            if let (Some(start), Some(end)) = (when.start, when.end) {
                map.serialize_entry("start", &start.to_string())?;
                map.serialize_entry("end", &end.to_string())?;
            }
            map.serialize_entry("basis", when.basis.name())?;
            if when.vague {
                map.serialize_entry("vague", &true)?;
            }
        }
        Value::Duration { value } | Value::Time { value } | Value::Set { value } => {
            map.serialize_entry("value", value)?;
            // "several years": `PXY`
            if value.starts_with('P') && value.contains('X') {
                map.serialize_entry("vague", &true)?;
            }
        }
        Value::Organisation { name } | Value::Policy { name } => {
            map.serialize_entry("name", name)?;
        }
        Value::Person { name, title } => {
            map.serialize_entry("name", name)?;
            if let Some(title) = title {
                map.serialize_entry("title", title)?;
            }
        }
        Value::Country { code, name } => {
            map.serialize_entry("code", code)?;
            map.serialize_entry("name", name)?;
        }
        Value::Place { name, country } => {
            map.serialize_entry("name", name)?;
            if let Some(country) = country {
                map.serialize_entry("country", country)?;
            }
        }
        Value::Count { amount, noun } => {
            figures(amount, map)?;
            if let Some(noun) = noun {
                map.serialize_entry("noun", noun)?;
            }
        }
        Value::Money { amount, currency } => {
            figures(amount, map)?;
            map.serialize_entry("currency", currency)?;
        }
        Value::Percent { amount } => figures(amount, map)?,
        Value::Measure { amount, unit, .. } => {
            figures(amount, map)?;
            map.serialize_entry("unit", unit)?;
        }
        Value::Model { make, model, variant } => {
            if let Some(make) = make {
                map.serialize_entry("make", make)?;
            }
            map.serialize_entry("model", model)?;
            if let Some(variant) = variant {
                map.serialize_entry("variant", variant)?;
            }
        }
    }
    Ok(())
}

fn figures<M: SerializeMap>(amount: &Amount, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry("value", &Number(amount.low))?;
    if let Some(high) = amount.high {
        map.serialize_entry("max", &Number(high))?;
    }
    map.serialize_entry("bound", amount.bound.name())
}

/// A decimal as a JSON number: whole numbers as integers, others as the nearest double, whose shortest form
/// is the decimal itself for all figures of news.
struct Number(Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract().is_zero() {
            if let Ok(whole) = i64::try_from(self.0) {
                return serializer.serialize_i64(whole);
            }
        }
        serializer.serialize_f64(f64::try_from(self.0).unwrap_or(f64::MAX))
    }
}

impl Serialize for Entity<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id().index())?;
        map.serialize_entry("kind", self.kind().name())?;
        map.serialize_entry("name", self.name())?;
        map.serialize_entry("aliases", self.aliases())?;
        if let Some(listed) = self.listed() {
            map.serialize_entry("listed", listed)?;
        }
        let mentions: Vec<_> = self.mentions().iter().map(|id| id.index()).collect();
        map.serialize_entry("mentions", &mentions)?;
        map.end()
    }
}

struct Events<'a, 'x>(&'a Facts<'x>);

impl Serialize for Events<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let facts = self.0;
        serializer.collect_seq(facts.events().iter().enumerate().map(|(id, event)| Happening {
            id,
            event,
            facts,
        }))
    }
}

struct Happening<'a, 'x> {
    id: usize,
    event: &'a Event<'x>,
    facts: &'a Facts<'x>,
}

impl Serialize for Happening<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let event = self.event;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("type", event.fact().name())?;
        map.serialize_entry("status", event.status().name())?;
        map.serialize_entry("rule", event.origin().name())?;
        let always = [("date", event.date()), ("place", event.place())];
        for (role, fillers) in event.fact().roles().into_iter().chain(always) {
            // A role that a rule sets to a word has no more to tell.
            if let Some(word) = fillers.first().and_then(Filler::word) {
                map.serialize_entry(role, word)?;
            } else if !fillers.is_empty() {
                map.serialize_entry(
                    role,
                    &Fillers {
                        fillers,
                        facts: self.facts,
                    },
                )?;
            }
        }
        if let Some(source) = event.source() {
            map.serialize_entry(
                "source",
                &Fillers {
                    fillers: std::slice::from_ref(source),
                    facts: self.facts,
                },
            )?;
        }
        if !event.disagrees_with().is_empty() {
            map.serialize_entry("disagrees_with", event.disagrees_with())?;
        }
        map.serialize_entry("evidence", &Evidences(event))?;
        map.end()
    }
}

struct Evidences<'a, 'x>(&'a Event<'x>);

impl Serialize for Evidences<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Told {
            span: crate::text::Span,
            trigger: crate::text::Span,
            #[serde(skip_serializing_if = "std::ops::Not::not")]
            teaser: bool,
        }
        serializer.collect_seq(self.0.evidence().iter().map(|evidence| Told {
            span: evidence.span(),
            trigger: evidence.trigger(),
            teaser: evidence.teaser(),
        }))
    }
}

struct Fillers<'a, 'x> {
    fillers: &'a [Filler<'x>],
    facts: &'a Facts<'x>,
}

impl Serialize for Fillers<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.fillers.iter().map(|filler| Filled {
            filler,
            facts: self.facts,
        }))
    }
}

struct Filled<'a, 'x> {
    filler: &'a Filler<'x>,
    facts: &'a Facts<'x>,
}

impl Serialize for Filled<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mention = self.filler.mention();
        if let Some(mention) = mention {
            map.serialize_entry("mention", &mention.index())?;
        }
        match self.facts.value(self.filler) {
            Some(told) => {
                map.serialize_entry("kind", told.kind().name())?;
                value(&told, &mut map)?;
            }
            None => map.serialize_entry("kind", "phrase")?,
        }
        if mention.is_none() {
            map.serialize_entry("span", &self.filler.span())?;
            map.serialize_entry("text", self.facts.text(self.filler.span()))?;
        }
        if self.filler.inherited() {
            map.serialize_entry("inherited", &true)?;
        }
        map.end()
    }
}
