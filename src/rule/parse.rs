//! The lines of a rule file.

use crate::error::BuildError;

/// A line of a rule file, its words still unchecked.
#[derive(Debug)]
pub(super) struct Line<'t> {
    pub(super) number: usize,
    pub(super) content: Content<'t>,
}

#[derive(Debug)]
pub(super) enum Content<'t> {
    /// `event export`
    Event(&'t str),
    /// `role exporter organisation, country`
    Role { name: &'t str, kinds: Vec<&'t str> },
    /// `words plant = plant | factory`
    Words { name: &'t str, words: Vec<&'t str> },
    /// `rule ship`
    Rule(&'t str),
    /// `verbs export | send off`
    Verbs(Vec<&'t str>),
    /// `nouns export | shipment`
    Nouns(Vec<&'t str>),
    /// `prepositions according to`
    Prepositions(Vec<&'t str>),
    /// `under sign | reach`
    Under(Vec<&'t str>),
    /// `not_under take | accept`
    NotUnder(Vec<&'t str>),
    /// `given object, with : person`
    Given(Condition<'t>),
    /// `unless object`
    Unless(Condition<'t>),
    /// `each speaker`
    Each(&'t str),
    /// `omit place`
    Omit(Vec<&'t str>),
    /// `uncompared`
    Uncompared,
    /// `together`
    Together,
    /// `ahead`
    Ahead,
    /// `settled`
    Settled,
    /// `turned`
    Turned,
    /// `claims`
    Claims,
    /// `counted goods count : !@general`
    Counted {
        role: &'t str,
        count: &'t str,
        kinds: Vec<&'t str>,
    },
    /// `lines`
    Lines,
    /// `follows`
    Follows,
    /// `describes`
    Describes,
    /// `distinct`
    Distinct,
    /// `beside abroad | overseas`
    Beside(Vec<&'t str>),
    /// `apart in`
    Apart(Vec<&'t str>),
    /// `without abroad`
    Without(Vec<&'t str>),
    /// `negative profit`
    Negative(&'t str),
    /// `holder owner`
    Holder(&'t str),
    /// `actor employer`, `actor seller near`
    Actor { role: &'t str, near: bool },
    /// `total revenue, profit`
    Total(Vec<&'t str>),
    /// `shift destination, exporter`
    Shift { from: &'t str, to: &'t str },
    /// `others buyer, target`
    Others { from: &'t str, to: &'t str },
    /// `topic seller`
    Topic(&'t str),
    /// `needs count or goods`
    Needs(Vec<&'t str>),
    /// `inherits exporter, destination`
    Inherits(Vec<&'t str>),
    /// `when planned | possible`
    When(Vec<&'t str>),
    /// `status planned`
    Status(&'t str),
    /// `set change created`
    Set { role: &'t str, value: &'t str },
    /// `destination to, for : country, place`; `party subject + with`: the slots joined by `+` are taken together
    Fill {
        role: &'t str,
        slots: Vec<Vec<&'t str>>,
        kinds: Vec<&'t str>,
    },
    /// `+ text => role=filler; …`
    Hit { text: &'t str, expected: &'t str },
    /// `- text`
    Miss(&'t str),
}

/// Slots, and what one of them must give.
#[derive(Debug)]
pub(super) struct Condition<'t> {
    pub(super) slots: Vec<&'t str>,
    /// None: anything.
    pub(super) kinds: Vec<&'t str>,
}

/// Reads a rule file line by line. Blank lines and lines that begin with `#` say nothing.
pub(super) fn parse<'t>(file: &str, text: &'t str) -> Result<Vec<Line<'t>>, BuildError> {
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let content = content(line).map_err(|message| BuildError::new(file, number, message))?;
        lines.push(Line { number, content });
    }
    Ok(lines)
}

fn content(line: &str) -> Result<Content<'_>, String> {
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    let pair = || {
        let (from, to) = rest
            .split_once(',')
            .ok_or_else(|| format!("found {rest:?} after {word:?}, expected two roles"))?;
        Ok::<_, String>((from.trim(), to.trim()))
    };
    let one = |what: &str| {
        if rest.is_empty() || rest.contains(char::is_whitespace) {
            Err(format!("found {rest:?} after {word:?}, expected {what}"))
        } else {
            Ok(rest)
        }
    };
    let some = |separator: &str| {
        let parts: Vec<&str> = rest.split(separator).map(str::trim).collect();
        if parts.iter().any(|part| part.is_empty()) {
            Err(format!(
                "found {rest:?} after {word:?}, expected words parted by {separator:?}"
            ))
        } else {
            Ok(parts)
        }
    };
    let bare = |content| {
        if rest.is_empty() {
            Ok(content)
        } else {
            Err(format!("found {rest:?} after {word:?}, expected nothing"))
        }
    };
    Ok(match word {
        "lines" => bare(Content::Lines)?,
        "ahead" => bare(Content::Ahead)?,
        "together" => bare(Content::Together)?,
        "uncompared" => bare(Content::Uncompared)?,
        "settled" => bare(Content::Settled)?,
        "turned" => bare(Content::Turned)?,
        "claims" => bare(Content::Claims)?,
        "counted" => {
            let (roles, kinds) = rest.split_once(':').unwrap_or((rest, ""));
            let (role, count) = roles
                .trim()
                .split_once(char::is_whitespace)
                .ok_or_else(|| format!("found {rest:?} after \"counted\", expected two roles"))?;
            let kinds = kinds.split(',').map(str::trim).filter(|kind| !kind.is_empty());
            Content::Counted {
                role,
                count: count.trim(),
                kinds: kinds.collect(),
            }
        }
        "follows" => bare(Content::Follows)?,
        "describes" => bare(Content::Describes)?,
        "distinct" => bare(Content::Distinct)?,
        "negative" => Content::Negative(one("a role")?),
        "topic" => Content::Topic(one("a role")?),
        "holder" => Content::Holder(one("a role")?),
        "actor" => match rest.strip_suffix(" near") {
            Some(role) => Content::Actor {
                role: role.trim(),
                near: true,
            },
            None => Content::Actor {
                role: one("a role")?,
                near: false,
            },
        },
        "total" => Content::Total(some(",")?),
        "beside" => Content::Beside(some("|")?),
        "without" => Content::Without(some("|")?),
        "apart" => Content::Apart(some("|")?),
        "event" => Content::Event(one("the name of an event type")?),
        "rule" => Content::Rule(one("the name of a rule")?),
        "status" => Content::Status(one("a status")?),
        "verbs" => Content::Verbs(some("|")?),
        "nouns" => Content::Nouns(some("|")?),
        "prepositions" => Content::Prepositions(some("|")?),
        "under" => Content::Under(some("|")?),
        "not_under" => Content::NotUnder(some("|")?),
        "given" => Content::Given(condition(rest)?),
        "unless" => Content::Unless(condition(rest)?),
        "each" => Content::Each(one("a role")?),
        "omit" => Content::Omit(some(",")?),
        "when" => Content::When(some("|")?),
        "needs" => Content::Needs(some(" or ")?),
        "inherits" => Content::Inherits(some(",")?),
        "role" => {
            let (name, kinds) = rest
                .split_once(char::is_whitespace)
                .ok_or_else(|| format!("found {rest:?} after \"role\", expected a name and kinds"))?;
            let kinds = kinds.split(',').map(str::trim).collect();
            Content::Role { name, kinds }
        }
        "words" => {
            let (name, words) = rest
                .split_once('=')
                .ok_or_else(|| format!("found {rest:?} after \"words\", expected a name, `=` and words"))?;
            let words = words.split('|').map(str::trim).collect();
            let name = name.trim();
            Content::Words { name, words }
        }
        "shift" => {
            let (from, to) = pair()?;
            Content::Shift { from, to }
        }
        "others" => {
            let (from, to) = pair()?;
            Content::Others { from, to }
        }
        "set" => {
            let (role, value) = rest
                .split_once(char::is_whitespace)
                .ok_or_else(|| format!("found {rest:?} after \"set\", expected a role and its value"))?;
            let value = value.trim();
            Content::Set { role, value }
        }
        "+" => {
            let (text, expected) = rest
                .rsplit_once("=>")
                .ok_or("found no `=>` in a hit, expected the facts after it")?;
            Content::Hit {
                text: text.trim(),
                expected: expected.trim(),
            }
        }
        "-" => Content::Miss(rest),
        role => {
            let Condition { slots, kinds } = condition(rest)
                .map_err(|_| format!("found {line:?}, expected a keyword, or a role and its slots"))?;
            let slots = slots
                .iter()
                .map(|slots| slots.split('+').map(str::trim).collect())
                .collect();
            Content::Fill { role, slots, kinds }
        }
    })
}

/// `slot, slot : kind, kind`
fn condition(text: &str) -> Result<Condition<'_>, String> {
    let (slots, kinds) = text.split_once(':').unwrap_or((text, ""));
    let list = |text| -> Vec<_> {
        let parts = str::split(text, ',').map(str::trim);
        parts.filter(|part| !part.is_empty()).collect()
    };
    let (slots, kinds) = (list(slots), list(kinds));
    if slots.is_empty() {
        return Err(format!(
            "found {text:?}, expected slots, perhaps with `:` and kinds"
        ));
    }
    Ok(Condition { slots, kinds })
}
