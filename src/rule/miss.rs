//! Why a trigger gave no event.

use super::{Frame, Rule, RuleSet, Status};
use crate::text::Span;

/// What an applier notes on a sentence when it is asked to explain.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) sentence: usize,
    /// The clauses, as [`Clauses::show`] writes them.
    pub(crate) clauses: String,
    pub(crate) misses: Vec<Miss>,
}

/// A trigger that gave no event, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Miss {
    pub(crate) rule: usize,
    pub(crate) trigger: Span,
    pub(crate) why: String,
}

impl Note {
    /// Notes why what a rule found in a sentence came to nothing.
    pub(crate) fn add(notes: &mut [Self], rules: &RuleSet, frame: &Frame<'_>, why: Why) {
        // They stand in the order of the sentences.
        if let Ok(at) = notes.binary_search_by_key(&frame.sentence, |note| note.sentence) {
            notes[at].misses.push(Miss {
                rule: frame.rule,
                trigger: frame.trigger,
                why: why.tell(rules, &rules.rules[frame.rule]),
            });
        }
    }
}

/// Why a trigger gave no event.
#[derive(Clone, Copy)]
pub(crate) enum Why {
    /// It is asked, not told.
    Question,
    /// It stands in a menu or a byline.
    Aside,
    Under,
    NotUnder,
    /// The noun that belongs to the verb is not there.
    Idiom,
    /// `for sale`
    Qualifies,
    Follows,
    Beside,
    Without,
    /// It is no item of a list, or one that has a verb.
    Item,
    /// It only says which things are meant.
    Restricts,
    /// It hangs on a preposition that the rule shuns, or on none that it asks for.
    Apart,
    When(Status),
    Needs(usize),
    /// What the sentence leaves open, the events told before do not fill either.
    Inherits(usize),
    /// An event of another type claims its figures.
    Claimed,
    /// The condition on that line of the rule file fails.
    Condition(u32),
}

impl Why {
    pub(crate) fn tell(self, rules: &RuleSet, rule: &Rule) -> String {
        let roles = |needs: &[usize]| {
            let roles = &rules.events[rule.event].roles;
            let names: Vec<&str> = needs.iter().map(|role| roles[*role].name.as_str()).collect();
            names.join(" or ")
        };
        match self {
            Self::Question => "it is asked, not told".to_owned(),
            Self::Aside => "it stands in a menu, a byline or the like".to_owned(),
            Self::Claimed => "its figures are those of an event of another type".to_owned(),
            Self::Inherits(at) => format!(
                "needs {}: none was found, and no event told right before gives one",
                roles(&rule.needs[at])
            ),
            Self::Follows => "nothing of its type stands before it".to_owned(),
            Self::Apart => "it hangs on a preposition of `apart`, or on none of `hangs`".to_owned(),
            Self::Beside => "no word of `beside` stands in its phrase".to_owned(),
            Self::Without => "a word of `without` stands in its phrase".to_owned(),
            Self::Item => "it stands in no item of a list without a verb".to_owned(),
            Self::Restricts => "it only says which things are meant".to_owned(),
            Self::Under => "no word of `under` governs it".to_owned(),
            Self::Idiom => "the noun that belongs to the verb is not there".to_owned(),
            Self::NotUnder => "a verb of `not_under` governs it".to_owned(),
            Self::Qualifies => "it only says what something is for or how it stands".to_owned(),
            Self::Condition(line) => format!("line {line} does not hold: `{}`", rules.line(rule, line)),
            Self::When(status) => format!("it is {}, for which the rule is not", status.name()),
            Self::Needs(at) => format!("needs {}: none was found", roles(&rule.needs[at])),
        }
    }
}
