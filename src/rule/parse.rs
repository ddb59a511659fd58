//! The lines of a rule file.

use crate::lexicon::{halves, parts};

/// What a line of a rule file says, its words still unchecked.
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
    /// `ahead`, `together`, `uncompared`, `lasts`, `decided`, `pending`, `background`
    EventFlag(EventFlag),
    /// `settled`, `turned`, `claims`, `lines`, `follows`, `describes`, `distinct`, `quotes`, `joins`, `themed`, `items`
    RuleFlag(RuleFlag),
    /// `continues named`
    Continues(&'t str),
    /// `counted goods count : !@general`
    Counted {
        role: &'t str,
        count: &'t str,
        kinds: Vec<&'t str>,
    },
    /// `beside abroad | overseas`
    Beside(Vec<&'t str>),
    /// `apart in`
    Apart(Vec<&'t str>),
    /// `hangs in`
    Hangs(Vec<&'t str>),
    /// `without abroad`
    Without(Vec<&'t str>),
    /// `negative profit`
    Negative(&'t str),
    /// `holder owner`
    Holder(&'t str),
    /// `actor employer`, `actor seller near`
    Actor { role: &'t str, near: bool },
    /// `national`, `national near`
    National { near: bool },
    /// `total revenue, profit`
    Total(Vec<&'t str>),
    /// `exclusive exporter, destination`
    Exclusive { one: &'t str, other: &'t str },
    /// `foremost profit, change`
    Foremost { lead: &'t str, of: &'t str },
    /// `shift destination, exporter`
    Shift { from: &'t str, to: &'t str },
    /// `others buyer, target`
    Others { from: &'t str, to: &'t str },
    /// `stray capacity paced : count, measure`, `stray cost whole after spend | invest : money`
    Stray {
        role: &'t str,
        how: &'t str,
        after: Vec<&'t str>,
        kinds: Vec<&'t str>,
    },
    /// `opposed @begins, @ends`
    Opposed { one: &'t str, other: &'t str },
    /// `alike @dues`
    Alike(&'t str),
    /// `pending @doors`
    PendingVerbs(&'t str),
    /// `content @bills`
    Contents(&'t str),
    /// `stages @passing`
    Stages(&'t str),
    /// `pairs participant`
    Pairs(&'t str),
    /// `theme goods`
    Theme(&'t str),
    /// `make maker, product`
    Make { maker: &'t str, product: &'t str },
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

/// A word that says something of an event type, and stands alone.
#[derive(Clone, Copy, Debug)]
pub(super) enum EventFlag {
    Ahead,
    Together,
    Uncompared,
    Lasts,
    Decided,
    Staged,
    Pending,
    Background,
}

/// A word that says something of a rule, and stands alone.
#[derive(Clone, Copy, Debug)]
pub(super) enum RuleFlag {
    Settled,
    Turned,
    Claims,
    Lines,
    Follows,
    Describes,
    Distinct,
    Quotes,
    Joins,
    Themed,
    Items,
    Nonrestrictive,
}

/// Slots, and what one of them must give.
#[derive(Debug)]
pub(super) struct Condition<'t> {
    pub(super) slots: Vec<&'t str>,
    /// None: anything.
    pub(super) kinds: Vec<&'t str>,
}

/// Reads a rule file line by line, each with its number. Blank lines and lines that begin with `#` say nothing.
pub(super) fn parse(text: &str) -> impl Iterator<Item = (usize, Result<Content<'_>, String>)> {
    let lines = (1..).zip(parts(text, b'\n').map(str::trim_ascii));
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(number, line)| (number, content(line)))
}

fn content(line: &str) -> Result<Content<'_>, String> {
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = Rest {
        word,
        text: rest.trim_ascii(),
    };
    // `pending` stands alone or before a list.
    let listed = word == "pending" && !rest.text.is_empty();
    if let Some(flag) = flag(word).filter(|_| !listed) {
        return rest.nothing().map(|()| flag);
    }
    Ok(match word {
        "event" => Content::Event(rest.one("the name of an event type")?),
        "role" => {
            let (name, kinds) = rest.first("a name and kinds")?;
            let kinds = parts(kinds, b',').map(str::trim_ascii).collect();
            Content::Role { name, kinds }
        }
        "words" => {
            let (name, words) = rest.parted('=', "a name, `=` and words")?;
            let words = parts(words, b'|').map(str::trim_ascii).collect();
            Content::Words { name, words }
        }
        "counted" => rest.counted()?,
        "holder" => Content::Holder(rest.one("a role")?),
        "actor" => rest.actor()?,
        "national" => rest.national()?,
        "total" => Content::Total(rest.some(b',')?),
        "rule" => Content::Rule(rest.one("the name of a rule")?),
        "verbs" => Content::Verbs(rest.some(b'|')?),
        "nouns" => Content::Nouns(rest.some(b'|')?),
        "prepositions" => Content::Prepositions(rest.some(b'|')?),
        "under" => Content::Under(rest.some(b'|')?),
        "not_under" => Content::NotUnder(rest.some(b'|')?),
        "beside" => Content::Beside(rest.some(b'|')?),
        "without" => Content::Without(rest.some(b'|')?),
        "apart" => Content::Apart(rest.some(b'|')?),
        "hangs" => Content::Hangs(rest.some(b'|')?),
        "continues" => Content::Continues(rest.one("named, timed or counted")?),
        "given" => Content::Given(condition(rest.text)?),
        "unless" => Content::Unless(condition(rest.text)?),
        "when" => Content::When(rest.some(b'|')?),
        "status" => Content::Status(rest.one("a status")?),
        "needs" => Content::Needs(rest.either()?),
        "inherits" => Content::Inherits(rest.some(b',')?),
        "omit" => Content::Omit(rest.some(b',')?),
        "stray" => rest.stray()?,
        "opposed" => {
            let (one, other) = rest.parted(',', "two lists of words")?;
            Content::Opposed { one, other }
        }
        "alike" => Content::Alike(rest.one("a list of words")?),
        "pending" => Content::PendingVerbs(rest.one("a list of words")?),
        "content" => Content::Contents(rest.one("a list of words")?),
        "stages" => Content::Stages(rest.one("a list of words")?),
        "pairs" => Content::Pairs(rest.one("a role")?),
        "theme" => Content::Theme(rest.one("a role")?),
        "topic" => Content::Topic(rest.one("a role")?),
        "each" => Content::Each(rest.one("a role")?),
        "negative" => Content::Negative(rest.one("a role")?),
        "exclusive" => {
            let (one, other) = rest.parted(',', "two roles")?;
            Content::Exclusive { one, other }
        }
        "foremost" => {
            let (lead, of) = rest.parted(',', "two roles")?;
            Content::Foremost { lead, of }
        }
        "make" => {
            let (maker, product) = rest.parted(',', "two roles")?;
            Content::Make { maker, product }
        }
        "shift" => {
            let (from, to) = rest.parted(',', "two roles")?;
            Content::Shift { from, to }
        }
        "others" => {
            let (from, to) = rest.parted(',', "two roles")?;
            Content::Others { from, to }
        }
        "set" => {
            let (role, value) = rest.first("a role and its value")?;
            Content::Set { role, value }
        }
        "+" => rest.hit()?,
        "-" => Content::Miss(rest.text),
        _ => rest
            .fill()
            .ok_or_else(|| format!("found {line:?}, expected a keyword, or a role and its slots"))?,
    })
}

/// Whether a line that begins with this word can be no line of a role.
pub(super) fn is_keyword(word: &str) -> bool {
    !matches!(content(&format!("{word} slot")), Ok(Content::Fill { .. }))
}

/// The keyword that a word which is none is likely meant for: `Event`, `verb`, `unless:`.
pub(super) fn keyword_like(word: &str) -> Option<String> {
    let plain = word
        .trim_end_matches([':', '='])
        .to_ascii_lowercase()
        .replace('-', "_");
    let shorter = plain.trim_end_matches('s').to_owned();
    let mut forms = [format!("{plain}s"), shorter, plain].into_iter();
    forms.find(|form| !form.is_empty() && is_keyword(form))
}

/// The keywords that stand alone in their line.
fn flag(word: &str) -> Option<Content<'_>> {
    Some(match word {
        "ahead" => Content::EventFlag(EventFlag::Ahead),
        "together" => Content::EventFlag(EventFlag::Together),
        "uncompared" => Content::EventFlag(EventFlag::Uncompared),
        "lasts" => Content::EventFlag(EventFlag::Lasts),
        "decided" => Content::EventFlag(EventFlag::Decided),
        "staged" => Content::EventFlag(EventFlag::Staged),
        "pending" => Content::EventFlag(EventFlag::Pending),
        "background" => Content::EventFlag(EventFlag::Background),
        "settled" => Content::RuleFlag(RuleFlag::Settled),
        "turned" => Content::RuleFlag(RuleFlag::Turned),
        "claims" => Content::RuleFlag(RuleFlag::Claims),
        "lines" => Content::RuleFlag(RuleFlag::Lines),
        "follows" => Content::RuleFlag(RuleFlag::Follows),
        "describes" => Content::RuleFlag(RuleFlag::Describes),
        "distinct" => Content::RuleFlag(RuleFlag::Distinct),
        "quotes" => Content::RuleFlag(RuleFlag::Quotes),
        "joins" => Content::RuleFlag(RuleFlag::Joins),
        "themed" => Content::RuleFlag(RuleFlag::Themed),
        "items" => Content::RuleFlag(RuleFlag::Items),
        "nonrestrictive" => Content::RuleFlag(RuleFlag::Nonrestrictive),
        _ => return None,
    })
}

/// What stands behind the keyword of a line.
struct Rest<'t> {
    word: &'t str,
    text: &'t str,
}

impl<'t> Rest<'t> {
    fn expected(&self, what: &str) -> String {
        format!("found {:?} after {:?}, expected {what}", self.text, self.word)
    }

    fn nothing(&self) -> Result<(), String> {
        if !self.text.is_empty() {
            return Err(self.expected("nothing"));
        }
        Ok(())
    }

    /// One word.
    fn one(&self, what: &str) -> Result<&'t str, String> {
        if self.text.is_empty() || self.text.contains(char::is_whitespace) {
            return Err(self.expected(what));
        }
        Ok(self.text)
    }

    /// The first word, and what stands behind it.
    fn first(&self, what: &str) -> Result<(&'t str, &'t str), String> {
        let parts = self.text.split_once(char::is_whitespace);
        let (first, rest) = parts.ok_or_else(|| self.expected(what))?;
        Ok((first, rest.trim_ascii()))
    }

    /// What stands before a separator, and what behind it.
    fn parted(&self, separator: char, what: &str) -> Result<(&'t str, &'t str), String> {
        let parts = self.text.split_once(separator);
        let (first, second) = parts.ok_or_else(|| self.expected(what))?;
        Ok((first.trim_ascii(), second.trim_ascii()))
    }

    /// One or more words or phrases.
    fn some(&self, mark: u8) -> Result<Vec<&'t str>, String> {
        let words: Vec<&str> = parts(self.text, mark).map(str::trim_ascii).collect();
        // Slots and kinds are parted by commas, words are not: `verbs strike, picket`.
        if words.contains(&"") || mark == b'|' && self.text.contains(',') {
            return Err(self.expected(&format!("words parted by {:?}", char::from(mark).to_string())));
        }
        Ok(words)
    }

    /// `count or goods`
    fn either(&self) -> Result<Vec<&'t str>, String> {
        let words: Vec<&str> = self.text.split(" or ").map(str::trim_ascii).collect();
        if words.contains(&"") || self.text.contains(',') {
            return Err(self.expected("roles parted by \" or \""));
        }
        Ok(words)
    }
}

/// The lines that say more than one thing.
impl<'t> Rest<'t> {
    /// `counted goods count : !@general`
    fn counted(&self) -> Result<Content<'t>, String> {
        let (roles, kinds) = self.text.split_once(':').unwrap_or((self.text, ""));
        let (role, count) = roles
            .trim_ascii()
            .split_once(char::is_whitespace)
            .ok_or_else(|| self.expected("two roles"))?;
        Ok(Content::Counted {
            role,
            count: count.trim_ascii(),
            kinds: listed(kinds),
        })
    }

    /// `actor employer`, `actor seller near`
    fn actor(&self) -> Result<Content<'t>, String> {
        Ok(match self.text.strip_suffix(" near") {
            Some(role) => Content::Actor {
                role: role.trim_ascii(),
                near: true,
            },
            None => Content::Actor {
                role: self.one("a role")?,
                near: false,
            },
        })
    }

    /// `national`, `national near`
    fn national(&self) -> Result<Content<'t>, String> {
        let near = self.text == "near";
        if !near {
            self.nothing()?;
        }
        Ok(Content::National { near })
    }

    /// `stray cost whole after spend | invest : money`
    fn stray(&self) -> Result<Content<'t>, String> {
        let (role, kinds) = self.parted(':', "a role and kinds")?;
        let (role, how) = role.split_once(' ').unwrap_or((role, ""));
        let (how, after) = how.split_once("after ").unwrap_or((how, ""));
        let after = parts(after, b'|').map(str::trim_ascii);
        Ok(Content::Stray {
            role,
            how: how.trim_ascii(),
            after: after.filter(|word| !word.is_empty()).collect(),
            kinds: listed(kinds),
        })
    }

    /// `+ text => role=filler; …`
    fn hit(&self) -> Result<Content<'t>, String> {
        let mut ends = self.text.rmatch_indices('>').map(|(at, _)| at);
        let hit = ends.find_map(|end| Some((self.text[..end].strip_suffix('=')?, &self.text[end + 1..])));
        let (text, expected) = hit.ok_or("found no `=>` in a hit, expected the facts after it")?;
        if expected.is_empty() {
            return Err("found nothing behind `=>`, expected facts such as `role=filler`".to_owned());
        }
        Ok(Content::Hit {
            text: text.trim_ascii(),
            expected: expected.trim_ascii(),
        })
    }

    /// `destination to, for : country, place`, whose first word is a role.
    fn fill(&self) -> Option<Content<'t>> {
        let Condition { slots, kinds } = condition(self.text).ok()?;
        let slots = slots
            .iter()
            .map(|slots| slots.split('+').map(str::trim_ascii).collect());
        Some(Content::Fill {
            role: self.word,
            slots: slots.collect(),
            kinds,
        })
    }
}

/// What commas part; nothing, if there is nothing.
fn listed(text: &str) -> Vec<&str> {
    let listed = parts(text, b',').map(str::trim_ascii);
    listed.filter(|_| !text.trim_ascii().is_empty()).collect()
}

/// `slot, slot : kind, kind`
fn condition(text: &str) -> Result<Condition<'_>, String> {
    let (slots, kinds) = halves(text, b':').unwrap_or((text, ""));
    let (slots, kinds) = (listed(slots), listed(kinds));
    if slots.is_empty() || slots.contains(&"") || kinds.contains(&"") {
        return Err(format!(
            "found {text:?}, expected slots parted by \",\", perhaps with `:` and kinds"
        ));
    }
    Ok(Condition { slots, kinds })
}
