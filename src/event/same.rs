//! Whether two frames tell one happening.

use super::merge::{fillers, Merged, Merger};
use crate::lexicon::{Tag, WordId};
use crate::mention::{Kind, Value};
use crate::rule::{Filler, Frame, Status, DATE, PLACE};
use crate::text::ZoneKind;

/// How many sentences on "the plant" is the one told of.
const POINTED: usize = 2;
/// The same where the sentence only tells how it is.
const DESCRIBED: usize = 4;

/// How a frame stands to one that was told before it.
#[derive(Clone, Copy, Debug)]
struct Order {
    /// It follows soon.
    near: bool,
    /// It tells what the headline told.
    retold: bool,
    /// It goes on with the figures of the same one.
    goes_on: bool,
}

/// What the roles of two frames have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Likeness {
    /// Roles filled with the same thing.
    agreeing: usize,
    /// Of these, roles that hold one figure.
    figures: usize,
    /// Roles filled with other words that may mean the same.
    phrases: usize,
    /// Each of the two fills a role that the other does not.
    only_known: bool,
    only_new: bool,
}

/// What the roles of two frames tell of whether they are one happening.
enum Verdict {
    One,
    Two,
    Open(Likeness),
}

/// Whether two members of lists that two rules read hold the same words: "followed by Egypt with 30 tonnes and Oman with 20".
fn reads_the_same(known: &Frame<'_>, new: &Frame<'_>) -> bool {
    let own = |frame: &Frame<'_>| frame.roles.iter().filter(|(_, filler)| !filler.inherited).count();
    let has = |(role, filler): &(usize, Filler<'_>)| {
        let mut roles = known.roles.iter();
        filler.inherited || roles.any(|(other, known)| role == other && filler.span == known.span)
    };
    known.rule != new.rule
        && known.status == new.status
        && own(known) == own(new)
        && new.roles.iter().all(has)
}

impl<'x> Merger<'_, 'x> {
    /// Whether a frame tells what an event told before it tells.
    pub(super) fn same(&self, told: &Merged<'x>, new: &Frame<'x>) -> bool {
        let known = &told.frame;
        if known.event != new.event {
            return false;
        }
        if known.sentence == new.sentence && known.part != new.part {
            return reads_the_same(known, new) || self.is_measured_twice(known, new);
        }
        if known.comparison != new.comparison {
            return self.shares_level(known, new);
        }
        if self.reads_one_word(told, new) {
            return !self.counts_another(known, new);
        }
        if self.rules.rules[new.rule].joins() {
            return new.sentence <= told.last + POINTED && !self.is_indefinite(new);
        }
        if !self.may_share_status(known, new) || self.are_apart(known, new) {
            return false;
        }
        if let Some(each) = self.rules.rules[new.rule].each() {
            let ones = (fillers(known, each).next(), fillers(new, each).next());
            return matches!(ones, (Some(a), Some(b)) if self.agree(a, b));
        }
        let near = new.sentence <= known.sentence + DESCRIBED;
        let order = Order {
            near,
            // What a headline tells the text tells once more, mostly at once.
            retold: (near || told.evidence.len() == 1) && self.is_headline(known.sentence),
            goes_on: self.rules.events[new.event].together
                && !known.comparison
                && !self.is_of_earlier(known)
                && known.status == new.status
                && new.sentence <= told.last + POINTED,
        };
        match self.compare(known, new, order) {
            Verdict::One => true,
            Verdict::Two => false,
            Verdict::Open(likeness) => self.weigh(known, new, order, likeness),
        }
    }

    /// Whether two parts of a clause tell alike but for by how much it changed: "up 11% in volume and 62% in value".
    fn is_measured_twice(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let percent = |filler: &Filler<'x>| self.value(filler).map(Value::kind) == Some(Kind::Percent);
        let rest = |frame: &Frame<'x>| frame.roles.iter().filter(|(_, filler)| !percent(filler)).count();
        let has = |(role, filler): &(usize, Filler<'x>)| {
            let fits = |known: &Filler<'x>| known.span == filler.span || percent(filler) && percent(known);
            fillers(known, *role).any(fits)
        };
        known.trigger == new.trigger && rest(known) == rest(new) && new.roles.iter().all(has)
    }

    /// Whether a frame is of a time that words like "a year ago" tell, with which another is compared.
    fn is_of_earlier(&self, known: &Frame<'x>) -> bool {
        let mut dates = fillers(known, DATE).map(|date| date.span.of(self.reading.text));
        dates.any(|date| {
            let last = date.split_whitespace().next_back();
            last.is_some_and(|word| matches!(word, "ago" | "earlier" | "before"))
        })
    }

    /// Whether two rules read one word: it tells one happening.
    fn reads_one_word(&self, told: &Merged<'x>, new: &Frame<'x>) -> bool {
        let known = &told.frame;
        let last = told.evidence.last().map_or(known.trigger, |last| last.trigger);
        (known.trigger == new.trigger || last == new.trigger)
            && known.rule != new.rule
            && self.rules.rules[new.rule].each().is_none()
    }

    /// Whether two statuses may be those of one happening: what was planned has happened. How a thing is described does
    /// not tell what becomes of it: "the plant can make 40,000 cars".
    fn may_share_status(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        // "shelved a plant in Odense", "builds a plant at Clayton": what is not to be has no further plans.
        // "plans for a $9m plant were turned down": what describes the plant tells of no other.
        let of_it = || {
            let same = |one: &(usize, Filler<'x>)| {
                new.roles
                    .iter()
                    .any(|other| one.0 == other.0 && one.1.span == other.1.span)
            };
            (self.describes(known) || self.describes(new)) && known.roles.iter().any(same)
        };
        if (known.status == Status::Denied) != (new.status == Status::Denied) && !new.definite && !of_it() {
            return false;
        }
        known.status == new.status
            || self.describes(known)
            || self.describes(new)
            || matches!(
                (known.status, new.status),
                (Status::Actual, Status::Planned) | (Status::Planned, Status::Actual)
            )
            // "will buy Scania … the proposed takeover of Scania"
            || new.definite && (known.status, new.status) == (Status::Planned, Status::Possible)
    }

    /// The plain form of the word that ends at a byte or before it.
    pub(super) fn lemma_before(&self, end: usize) -> Option<WordId> {
        let behind = self.reading.token_from(end);
        let token = behind.checked_sub(1)?;
        let word = self.reading.lexicon.word(*self.reading.ids.get(token)?);
        let lemma = word.lemma(self.reading.tag(token));
        Some(lemma.unwrap_or_else(|| self.reading.noun_lemma(token)))
    }

    fn describes(&self, frame: &Frame<'x>) -> bool {
        self.rules.rules[frame.rule].describes()
    }

    /// Compares two frames role by role.
    fn compare(&self, known: &Frame<'x>, new: &Frame<'x>, order: Order) -> Verdict {
        if self.are_stages(known, new) {
            return Verdict::One;
        }
        let mut like = Likeness::default();
        for role in 0..self.rules.events[new.event].roles.len() {
            let (mut ours, mut theirs) = (fillers(known, role), fillers(new, role));
            let (Some(our), Some(their)) = (ours.clone().next(), theirs.clone().next()) else {
                let counts = role != DATE && role != PLACE;
                like.only_known |= counts && ours.next().is_some();
                like.only_new |= counts && theirs.next().is_some();
                continue;
            };
            // A region and the town in it do not contradict each other.
            if role == PLACE {
                if self.stand_apart(known, new) {
                    return Verdict::Two;
                }
                continue;
            }
            let mut all = theirs.clone().chain(ours.clone());
            let agree = |one, other| self.agree(one, other) || order.retold && self.shortened(one, other);
            let shared = theirs.any(|filler| ours.clone().any(|other| agree(other, filler)));
            if role == DATE {
                // "The plant, opened in 1998, will close in March": a day of its own for what is still to come, and for a
                // figure: "A year earlier the bill was $30m".
                let apart = known.status != new.status && !self.rules.events[new.event].staged
                    || self.rules.rules[new.rule].reads_figures();
                let quarter = order.goes_on && self.may_be_one_quarter(our, their);
                if !shared && (!new.definite || apart) && !self.overlap(our, their) && !quarter {
                    return Verdict::Two;
                }
            } else if shared {
                like.agreeing += 1;
                // Much else may have fallen by 4% as well.
                let tells = !self.several(new.event, role) && their.word.is_none();
                like.figures += usize::from(tells && !self.is_percent(their));
            } else if self.are_sides(known, new, role) {
                like.phrases += 1;
            } else if self.acts_for(known, new, role) {
                return Verdict::One;
            } else if new.definite && self.act_in_person(known, new, role) {
                like.phrases += 1;
            } else if order.goes_on && like.only_known && like.only_new && self.is_percent(their) {
                // By how much each of the two figures moved.
            } else if all
                .clone()
                .all(|filler| filler.mention.is_some() || filler.multiple.is_some())
            {
                // Names or figures that differ, be they told in words: two happenings.
                return Verdict::Two;
            } else if new.definite && (self.shows(known, new, role) || self.stands_for(new.event, our, their))
            {
                like.phrases += 1;
            } else if all.all(|filler| filler.mention.is_none()) {
                let pointed = new.definite && self.may_point(new.event, our, their);
                if !pointed && !order.retold {
                    return Verdict::Two;
                }
                like.phrases += 1;
            }
        }
        Verdict::Open(like)
    }

    /// Whether one calls by its name what the other only describes, where that goes by stages: "the iPhone 17 … The phone
    /// goes on sale in May".
    fn shows(&self, known: &Frame<'x>, new: &Frame<'x>, role: usize) -> bool {
        let model = |filler: &Filler<'x>| {
            self.value(filler)
                .is_some_and(|value| value.kind() == Kind::Model)
        };
        self.rules.events[new.event].staged
            && fillers(known, role).any(model)
            && fillers(new, role).all(|filler| filler.mention.is_none())
    }

    /// Whether a phrase calls by another word what one before it names: "a duty … the tariff".
    fn stands_for(&self, event: usize, known: &Filler<'x>, new: &Filler<'x>) -> bool {
        let lemma = |filler: &Filler<'x>| self.lemma_before(filler.span.end());
        new.mention.is_none()
            && new.slot == "trigger"
            && lemma(known)
                .zip(lemma(new))
                .is_some_and(|(one, other)| self.rules.events[event].are_alike(one, other))
            && self.may_be_on_one(known, new)
    }

    /// Whether what a phrase is on, if it says so, stands near the other: "a duty on tea … the tariff on tea", but "the tax on
    /// coffee".
    fn may_be_on_one(&self, known: &Filler<'x>, new: &Filler<'x>) -> bool {
        const NEAR: usize = 6;
        let tokens = &self.reading.tokens;
        let behind = |byte: usize| self.reading.token_from(byte);
        let preposition = behind(new.span.end());
        let told = preposition < tokens.len()
            && self.reading.tag(preposition) == Tag::Preposition
            && !["in", "with"]
                .into_iter()
                .any(|word| self.reading.is(preposition, word));
        let mut phrase = preposition + 1..tokens.len().min(preposition + NEAR);
        let noun = |token: &usize| self.reading.tag(*token).is_noun();
        let Some(thing) = phrase.find(noun).filter(|_| told) else {
            return true;
        };
        let own = behind(known.span.start());
        let mut near = own.saturating_sub(NEAR)..tokens.len().min(own + NEAR);
        let thing = self.reading.noun_lemma(thing);
        near.any(|token| self.reading.noun_lemma(token) == thing)
    }

    /// Whether two things that are both new stand in different places: one of them is still to come, or each has a
    /// country of its own.
    fn stand_apart(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let places = |frame| fillers(frame, PLACE);
        let (Some(ours), Some(theirs)) = (
            places(known).next().and_then(|filler| self.country_of(filler)),
            places(new).next().and_then(|filler| self.country_of(filler)),
        ) else {
            return false;
        };
        let abroad = ours.is_some() && theirs.is_some() && ours != theirs;
        self.rules.events[new.event].is_held()
            && !new.definite
            && (abroad || known.status != new.status)
            && !places(new).any(|filler| places(known).any(|other| self.agree(other, filler)))
    }

    /// The country that a filler is or lies in: `None` if it is no place, `Some(None)` if it lies in none.
    pub(super) fn country_of(&self, filler: &Filler<'x>) -> Option<Option<&'x str>> {
        match self.value(filler) {
            Some(Value::Place { country, .. }) => Some(*country),
            Some(Value::Country { code, .. }) => Some(Some(*code)),
            _ => None,
        }
    }

    /// Whether what two frames have in common, where nothing speaks against it, makes them one.
    fn weigh(&self, known: &Frame<'x>, new: &Frame<'x>, order: Order, like: Likeness) -> bool {
        let rule = &self.rules.rules[new.rule];
        let agrees = like.agreeing > 0;
        if order.retold && like.phrases > 0 && !like.only_known && (order.near || agrees) {
            return true;
        }
        // "Lupin recalls drug": its lead tells how many, and calls the drug by its name further on.
        let measured = |frame: &Frame<'x>| self.rules.rules[frame.rule].reads_figures();
        if agrees && (rule.adds() || order.goes_on || order.retold && !measured(known) && !measured(new)) {
            return true;
        }
        if self.points_back(known, new, like) || self.completes(known, new, like.agreeing) {
            return true;
        }
        let crossed = like.only_known && like.only_new;
        // A share and the whole, whichever is told first.
        let part = self.tells_part(known, new) || self.tells_part(new, known);
        if crossed && like.figures == 0 && part {
            return false;
        }
        if known.sentence == new.sentence {
            return agrees || !crossed || known.trigger == new.trigger;
        }
        let roles = self.rules.events[new.event].roles.len();
        like.figures > 0 || like.agreeing >= 2 || agrees && (roles == PLACE + 2 || !crossed)
    }

    /// Whether a frame that goes on with a statistic tells the share of somebody whom that does not name: "tea earned $2bn.
    /// Pakistan took 198 million kilos".
    fn tells_part(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let party = |filler: &Filler<'x>| {
            let kind = self.value(filler).map(Value::kind);
            matches!(kind, Some(Kind::Country | Kind::Organisation | Kind::Place))
        };
        let own = |(role, filler): &(usize, Filler<'x>)| {
            *role > PLACE && !filler.inherited && party(filler) && !known.has(*role)
        };
        self.rules.rules[new.rule].follows() && new.roles.iter().any(own)
    }

    /// Whether a frame speaks of what was told soon before as of something known: "the plant".
    fn points_back(&self, known: &Frame<'x>, new: &Frame<'x>, like: Likeness) -> bool {
        // "Oman was the top buyer": known is who buys, not what is told of it.
        if self.tells_part(known, new) {
            return false;
        }
        let sides = self.rules.events[new.event].pairs;
        let sides = sides.is_some_and(|role| self.are_sides(known, new, role));
        let reach = match self.describes(new) || sides {
            true => DESCRIBED,
            false => POINTED,
        };
        // "the plant", which the sentence before did not call so
        let named_now = |(role, filler): &(usize, Filler<'x>)| {
            filler.slot == "trigger" && filler.word.is_none() && !known.has(*role)
        };
        new.definite
            && new.sentence <= known.sentence + reach
            && (like.agreeing + like.phrases > 0 || new.roles.iter().any(named_now))
    }

    /// Whether a figure that a statistic is compared with is told by a participle too: "above the 12,961 delivered in June".
    fn shares_level(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        let level = |filler: &Filler<'x>| {
            let kind = self.value(filler).map(Value::kind);
            matches!(kind, Some(Kind::Count | Kind::Money | Kind::Measure))
        };
        let ours = known
            .roles
            .iter()
            .map(|(_, filler)| filler)
            .filter(|filler| level(filler));
        ours.into_iter().any(|filler| {
            filler.mention.is_some() && new.roles.iter().any(|(_, other)| other.mention == filler.mention)
        })
    }

    /// Whether a figure of one is another in the other: "Chile sold 5 million tonnes and Peru 2 million".
    fn counts_another(&self, known: &Frame<'x>, new: &Frame<'x>) -> bool {
        (PLACE + 1..self.rules.events[new.event].roles.len()).any(|role| {
            let (ours, mut theirs) = (fillers(known, role), fillers(new, role));
            let told = ours.clone().next().is_some() && theirs.clone().next().is_some();
            let agrees = |filler| {
                ours.clone()
                    .any(|other| self.agree(other, filler) || self.says_by_share(other, filler))
            };
            told && !self.several(new.event, role) && !theirs.any(agrees)
        })
    }

    /// Whether one tells in money what the other tells in percent: "gained 45 cents, or 0.5%".
    pub(super) fn says_by_share(&self, one: &Filler<'x>, other: &Filler<'x>) -> bool {
        let kinds = [one, other].map(|filler| self.value(filler).map(Value::kind));
        one.falling == other.falling
            && matches!(
                kinds,
                [Some(Kind::Money), Some(Kind::Percent)] | [Some(Kind::Percent), Some(Kind::Money)]
            )
    }

    /// Whether a phrase may be another word for what one before it names: "the unit" after "a plant". Nobody has a
    /// policy: "the sugar quota" is no tariff told of before.
    fn may_point(&self, event: usize, known: &Filler<'x>, new: &Filler<'x>) -> bool {
        let words = |filler: &Filler<'x>| filler.span.of(self.reading.text).split_whitespace();
        self.rules.events[event].is_held()
            || new.slot != "trigger"
            || words(new).any(|word| words(known).any(|other| other.eq_ignore_ascii_case(word)))
    }

    /// Whether a sentence is the title line, which names things in other words than the text below.
    pub(super) fn is_headline(&self, sentence: usize) -> bool {
        let first = self.reading.sentences.get(sentence);
        first.is_some_and(|sentence| self.reading.zone(sentence.first as usize) == ZoneKind::Headline)
    }

    /// Whether the new frame tells without figures of a country what the known one, in the same sentence, tells of its
    /// company: "the first batch sent by Honda, with which Pakistan started exporting cars".
    fn acts_for(&self, known: &Frame<'x>, new: &Frame<'x>, role: usize) -> bool {
        let all = |frame: &Frame<'x>, kind: Kind| {
            fillers(frame, role).all(|filler| self.value(filler).is_some_and(|value| value.kind() == kind))
        };
        let vague = new
            .roles
            .iter()
            .all(|(role, filler)| *role == DATE || self.several(new.event, *role) && filler.word.is_none());
        vague && known.sentence == new.sentence && all(known, Kind::Organisation) && all(new, Kind::Country)
    }

    /// Whether one tells by name of those who act for the states or bodies of the other: "The committee met. The meeting,
    /// chaired by Ann Roe", "Kenya and Japan agreed. The pact was signed by Ann Roe".
    fn act_in_person(&self, known: &Frame<'x>, new: &Frame<'x>, role: usize) -> bool {
        let person = |filler: &Filler<'x>| {
            self.value(filler)
                .is_some_and(|value| value.kind() == Kind::Person)
        };
        fillers(known, role).all(|filler| filler.mention.is_some() && !person(filler))
            && fillers(new, role).all(person)
    }

    /// Whether one tells the figure of a statistic and the other its change: "Toyota built 5.3% more cars in July. Output
    /// came to 846,771."
    fn completes(&self, known: &Frame<'x>, new: &Frame<'x>, agreeing: usize) -> bool {
        let near = if agreeing > 0 { 1 } else { 0 };
        let measured = |frame: &Frame<'x>| self.rules.rules[frame.rule].reads_figures();
        if new.sentence > known.sentence + near || known.comparison || !measured(known) || !measured(new) {
            return false;
        }
        // "Ford sold 300,000 vehicles. Sales of the Focus fell 31%": of something else.
        let (ours, theirs) = (self.themes(known), self.themes(new));
        let other = |one: &Filler<'x>| !ours.iter().any(|known| self.agree(known, one));
        if !ours.is_empty() && !theirs.is_empty() && theirs.iter().all(other) {
            return false;
        }
        // "GM and Ford sales fell 7%. GM sold 220,000": of one of them.
        let whose = |frame: &Frame<'x>| {
            let role = self.rules.rules[frame.rule].topic();
            role.map_or(0, |role| fillers(frame, role).count())
        };
        if whose(known) > 1 && whose(new) == 1 || whose(known) == 1 && whose(new) > 1 {
            return false;
        }
        let has = |frame: &Frame<'x>, wanted: &[Kind]| {
            frame.roles.iter().any(|(_, filler)| {
                self.value(filler)
                    .is_some_and(|value| wanted.contains(&value.kind()))
            })
        };
        let change = [Kind::Percent];
        let level = [Kind::Count, Kind::Measure, Kind::Money];
        let party = [Kind::Organisation, Kind::Country];
        // "Fiat sold 168,000. Sales of the Panda fell 31%": of a part.
        if ours.is_empty() && !theirs.is_empty() && !has(new, &level) && has(known, &party) {
            return false;
        }
        let parts =
            |one, other| has(one, &change) && !has(one, &level) && !has(other, &change) && has(other, &level);
        (parts(known, new) || parts(new, known)) && (agreeing > 0 || !has(known, &party) && !has(new, &party))
    }
}
