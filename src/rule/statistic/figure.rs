//! Which part of a statistic a figure is: what it reaches, by how much it moves, what it is compared with.

use super::{ranks, Direction, Figure, Link, Mute, Scan};
use crate::clause::{GroupId, GroupKind, NounGroup, Slot, VerbForm};
use crate::lexicon::{Tag, WordId};
use crate::mention::{Kind, Mention, Value};
use crate::reading::Reading;
use crate::text::ZoneKind;

/// As far behind a measure noun as "profit before tax between".
const NEAR: GroupId = 3;

impl Scan<'_, '_, '_> {
    pub(super) fn read_noun(&mut self, noun: &NounGroup, at: GroupId) -> bool {
        if self.read_fraction(at) {
            return true;
        }
        if noun.time {
            self.read_time(at);
            return true;
        }
        let other =
            (self.source.is_measure)(noun.lemma) && !noun.named && self.words.of(noun.lemma).is_none();
        // "Grain was hit, with rice output falling 3%"
        let acts = self.main && noun.verb.is_some_and(|verb| verb > at);
        if other && !self.compared && (acts || self.mute == Mute::Verb || self.told()) {
            return false;
        }
        if self.mute != Mute::No {
            return true;
        }
        let head = noun.head;
        let moved = self
            .words
            .noun_moves(noun.lemma)
            .map(|way| match self.is_negative(at) {
                true => way.reversed(),
                false => way,
            });
        // "blamed high prices for a 40% drop in profit": a change of something else.
        if moved.is_some() && self.moves_other(at) {
            return false;
        }
        if moved.is_some() {
            self.multiply_within(at);
        }
        let mut any = false;
        for mention in self.figures_in(at) {
            any = true;
            let own = moved.filter(|_| mention.end <= head);
            if mention.kind() == Kind::Percent {
                self.percent(mention, own);
            } else {
                self.amount(mention, own, noun);
            }
        }
        if !any {
            if let Some(found) = self.words.of(noun.lemma) {
                if found != Direction::Level {
                    // "registered a negative growth of 4%"
                    self.turn(moved.unwrap_or(found));
                } else if self.statistic && self.link != Link::Move && !self.compared {
                    // "fell to a low of 20": the noun moves nothing.
                    self.link = Link::Reach;
                }
            } else if self.link == Link::Move || self.link == Link::Compare && !noun.pronoun {
                self.link = Link::Other;
            }
        }
        true
    }

    /// Whether the noun at `at` tells how another measure moves: "a drop in profit" behind "prices".
    fn moves_other(&self, at: GroupId) -> bool {
        let measures = |at: GroupId| {
            let noun = self.noun(at).filter(|noun| !noun.named);
            let noun = noun.filter(|noun| (self.source.is_measure)(noun.lemma));
            noun.map(|noun| noun.lemma)
        };
        let tied = matches!(self.kind(at + 1), Some(GroupKind::Preposition(word)) if *word == self.words.of || *word == self.words.in_);
        let other = measures(at + 2).filter(|_| tied);
        other.is_some() && measures(self.at).is_some() && other != measures(self.at)
    }

    /// Whether "negative" stands in a group: "7 percent negative growth".
    fn is_negative(&self, at: GroupId) -> bool {
        let group = &self.source.clauses.groups[at];
        let mut tokens = group.first as usize..group.end as usize;
        tokens.any(|token| self.source.reading.is(token, "negative"))
    }

    fn read_time(&mut self, at: GroupId) {
        let Some(date) = self
            .date_in(at)
            .filter(|_| !self.words.is_maturity(self.source.clauses, at))
        else {
            return;
        };
        // "rose to $80, the highest since 2014"
        let since = |before: &GroupId| matches!(self.kind(*before), Some(GroupKind::Preposition(word)) if *word == self.words.since);
        let since = at.checked_sub(1).filter(since);
        if since.is_some_and(|since| ranks(self.source.reading, self.source.clauses, since)) {
            return;
        }
        let first = self.source.clauses.groups[at].first as usize;
        if self.is_of_participle(at)
            || self.is_of_owned(at)
            || self.words.is_likened(self.source.reading, first)
        {
            return;
        }
        let last = self.out.list.iter_mut().rev();
        let compared = if self.compared {
            last.take(1)
                .find(|last| last.slot == Slot::Previous && last.date.is_none())
        } else {
            // "to $2.6bn, or 39 cents a share, from $3.2bn, or 43 cents, a year earlier", "in the year-ago quarter"
            let group = &self.source.clauses.groups[at];
            let mut tokens = group.first as usize..group.end as usize;
            let earlier = tokens.any(|token| {
                let mut words = ["earlier", "ago"].iter();
                words.any(|word| self.source.reading.is(token, word))
            });
            let mut last = last;
            last.find(|figure| earlier && figure.slot == Slot::Previous && figure.date.is_none())
        };
        if let Some(compared) = compared {
            compared.date = Some(date);
        } else if !self.compared && !self.another && self.mute == Mute::No {
            self.out.date = self.out.date.or(Some(date));
        }
    }

    /// Whether a time is whose a movement or a figure is that the statistic does not tell: "fell 5%, after July's 3% drop".
    fn is_of_owned(&self, at: GroupId) -> bool {
        let owned = at + 2;
        self.noun(owned).is_some_and(|noun| {
            let other = owned != self.at && noun.possessor == Some(at);
            other && (self.words.noun_moves(noun.lemma).is_some() || self.figures_in(owned).next().is_some())
        })
    }

    /// Whether a time is that of a participle which describes another noun: "exported 300 cars under a deal signed in May".
    fn is_of_participle(&self, at: GroupId) -> bool {
        let hangs = at >= 2 && matches!(self.kind(at - 1), Some(GroupKind::Preposition(_)));
        let Some(GroupKind::Verb(verb)) = at
            .checked_sub(2)
            .filter(|_| hangs)
            .and_then(|verb| self.kind(verb))
        else {
            return false;
        };
        let described = verb.subject.filter(|noun| *noun > self.at && noun + 3 == at);
        let other = described.is_some_and(|noun| self.figures_in(noun).next().is_none());
        let told = self.verb || self.main;
        verb.form == VerbForm::Participle && verb.passive && other && told && !self.out.borne
    }

    /// Whether "a share", "per share" stands at a token.
    fn is_per_share(&self, at: usize) -> bool {
        let reading = self.source.reading;
        (reading.is(at, "a") || reading.is(at, "per")) && reading.is(at + 1, "share")
    }

    fn percent(&mut self, mention: &Mention<'_>, own: Option<Direction>) {
        let reading = self.source.reading;
        let after = mention.end as usize;
        // "$2.2bn, plus or minus 2%"
        let first = mention.first as usize;
        let minus = |token: usize| token > 0 && reading.is(token, "minus") && reading.is(token - 1, "or");
        if minus(first) || first > 0 && minus(first - 1) {
            return;
        }
        // "about 2% above estimates"
        let ranked = ["above", "below", "over", "under", "ahead", "short"];
        let than = reading.is(after + 1, "than") || ranked.iter().any(|word| reading.is(after, word));
        if than && self.words.is_guess(reading, after + 1) {
            return;
        }
        let next = || {
            let word = reading.tokens.get(after)?;
            // "fell 4 percent after growth in May": what moves there is another thing.
            let parted = matches!(
                reading.tag(after),
                Tag::Preposition | Tag::Subordinator | Tag::Conjunction
            );
            let far = (word.is_word() && !parted).then_some(after + 1);
            // "fell 4% ahead of the vote"
            if reading.is(after, "ahead") && self.moving() {
                return None;
            }
            // "Tea: $95m, up 3%" above "Cut flowers: $61m": the next line tells nothing of it.
            let end = self.source.clauses.groups.last()?.end as usize;
            let moves = |token: &usize| self.words.moves_token(reading, *token);
            let within = |token: &usize| *token < end;
            let near = Some(after).filter(within).as_ref().and_then(moves);
            near.or_else(|| moves(&far.filter(within)?))
        };
        // "sales growth slowed by two points"
        if self.moved.is_some() && self.main && self.link == Link::Move {
            return;
        }
        let way = signed(reading, mention).or(own).or_else(next);
        let moving = self
            .moved
            .or(self.direction)
            .filter(|found| *found != Direction::Level);
        // "47% of exports" is a share.
        let share = reading.ids.get(after) == Some(&self.words.of);
        let way = way.or(moving.filter(|_| !share && self.link != Link::Compare));
        let bare = self.line && reading.zone(mention.first as usize) == ZoneKind::Table;
        let way = way.or(bare.then_some(Direction::Up));
        if let Some(way) = way {
            if self.link == Link::Compare && self.compared {
                return;
            }
            self.push(Slot::Change, mention, way == Direction::Down);
            self.prefer_yearly();
            self.statistic = true;
            self.link = if self.line { Link::Reach } else { Link::Other };
        }
    }

    /// Of two changes, that on the month is told after that on the year: "rose 5% on the month and 9% on the year".
    fn prefer_yearly(&mut self) {
        let percent = |figure: &Figure| {
            let mention = self.source.mentions.mentions.get(figure.mention);
            mention.filter(|mention| figure.slot == Slot::Change && mention.kind() == Kind::Percent)
        };
        let [.., one, other] = &self.out.list[..] else {
            return;
        };
        let words = &self.words;
        let of_month = |lemma| words.short_periods.contains(lemma);
        let of_year = |lemma| words.periods.contains(lemma) && !of_month(lemma);
        let told = |figure, base: &dyn Fn(WordId) -> bool| {
            percent(figure).is_some_and(|mention| self.has_behind(mention, base))
        };
        if told(one, &of_month) && told(other, &of_year) {
            let last = self.out.list.len() - 1;
            self.out.list.swap(last - 1, last);
        }
    }

    /// Whether a noun of some sort stands in the phrase behind a percentage: "5% from the previous month".
    fn has_behind(&self, mention: &Mention<'_>, sort: &dyn Fn(WordId) -> bool) -> bool {
        /// As many words as "from the previous month".
        const NEAR: usize = 5;
        let reading = self.source.reading;
        let behind = (mention.end as usize..reading.tokens.len()).take(NEAR);
        let open = |token: &usize| {
            let mark = &reading.tokens[*token];
            !mark.is(b',') && !mark.is(b'.') && reading.tag(*token) != Tag::Conjunction
        };
        let mut nouns = behind.take_while(open).map(|token| reading.noun_lemma(token));
        nouns.any(sort)
    }

    /// Whether a figure behind a change is what that compares with: "3 per cent lower than 181,782 units".
    fn is_than(&self, mention: &Mention<'_>) -> bool {
        let reading = self.source.reading;
        let first = mention.first as usize;
        self.words.comparative.contains(reading.ids[first])
            && reading.is(first + 1, "than")
            && self.out.end + 1 == self.here
            && matches!(self.out.list.last(), Some(last) if last.slot == Slot::Change)
    }

    fn amount(&mut self, mention: &Mention<'_>, own: Option<Direction>, noun: &NounGroup) {
        if self.is_than(mention) {
            self.link = Link::Compare;
            self.compared = true;
        }
        let after = mention.end as usize;
        // "earnings came to $1.34 per share": no figure of the whole.
        if mention.kind() == Kind::Money && self.is_per_share(after) {
            return;
        }
        // "against a $1.2bn estimate", "from the $3bn expected"
        if self.link == Link::Compare && self.words.is_guess(self.source.reading, after) {
            self.link = Link::Other;
            return;
        }
        let own = own.or_else(|| {
            let id = self.source.reading.ids.get(after)?;
            let hedge = self.source.reading.is(after + 1, "or");
            let compared = self.words.comparative.contains(*id) && !hedge;
            self.words
                .moves_token(self.source.reading, after)
                .filter(|_| compared)
        });
        let behind = || self.told_behind(mention);
        if let Some(way) = own.or_else(behind).filter(|_| self.link != Link::Compare) {
            self.direction = self.direction.or(Some(way));
            self.push(Slot::Change, mention, way == Direction::Down);
            self.link = Link::Other;
            return;
        }
        // "fell as low as $60"
        if self.statistic && mention.kind() == Kind::Money && self.is_extreme(mention) {
            self.link = Link::Reach;
        }
        let moving = self.direction.filter(|found| *found != Direction::Level);
        match self.link {
            // "203 planes, compared with 107 for Krantz": another's.
            Link::Compare if self.is_of_another() => {}
            // "$47 million (Shs167 billion)": one amount in two currencies.
            Link::Compare if self.restates(mention) => {}
            Link::Compare => {
                let date = noun
                    .possessor
                    .filter(|owner| self.noun(*owner).is_some_and(|noun| noun.time))
                    .and_then(|owner| self.date_in(owner));
                self.push(Slot::Previous, mention, false);
                if let Some(last) = self.out.list.last_mut() {
                    last.date = date;
                }
            }
            Link::Move => {
                if let Some(way) = moving {
                    self.push(Slot::Change, mention, way == Direction::Down);
                    self.link = Link::Other;
                }
            }
            // "the price of its $599 phone by $200": it only describes the thing.
            Link::Reach if self.describes_thing(mention, noun) => {}
            Link::Reach => {
                self.statistic = true;
                self.push(Slot::Level, mention, false);
            }
            // "expects profit between $3bn and $4bn"
            Link::Other
                if self.here <= self.at + NEAR
                    && self.out.list.is_empty()
                    && self.source.reading.is(mention.first as usize, "between") =>
            {
                self.push(Slot::Level, mention, false);
            }
            Link::Other => {}
        }
    }
}

impl Scan<'_, '_, '_> {
    /// The way that a comparative tells behind an amount that is told as a percentage again: "52 cents, or 8%, lower".
    fn told_behind(&self, mention: &Mention<'_>) -> Option<Direction> {
        let reading = self.source.reading;
        let comma = |token: usize| usize::from(reading.tokens.get(token).is_some_and(|token| token.is(b',')));
        let after = mention.end as usize;
        let or = after + comma(after);
        if !reading.is(or, "or") {
            return None;
        }
        let percent = self
            .figures_in(self.here_after(or)?)
            .find(|again| again.kind() == Kind::Percent)?;
        let after = percent.end as usize;
        let word = after + comma(after);
        let id = *reading.ids.get(word)?;
        let way = self.words.moves_token(reading, word);
        way.filter(|_| self.words.comparative.contains(id))
    }

    /// Whether figures of a measure were told, not only the object of a verb: "lost $3m on sales of".
    pub(super) fn told(&self) -> bool {
        let object = |figure: &Figure| {
            figure.slot == Slot::Change
                && self.source.mentions.mentions[figure.mention].kind() != Kind::Percent
        };
        self.out.list.iter().any(|figure| !self.verb || !object(figure))
    }

    /// Whether `as high as`, `as low as` stand at the start of a figure or before it.
    fn is_extreme(&self, mention: &Mention<'_>) -> bool {
        let reading = self.source.reading;
        let first = (mention.first as usize).saturating_sub(3);
        let extreme = |at: usize| reading.is(at, "high") || reading.is(at, "low");
        (first..mention.end as usize)
            .any(|at| reading.is(at, "as") && extreme(at + 1) && reading.is(at + 2, "as"))
    }

    /// The group right behind a token.
    fn here_after(&self, token: usize) -> Option<GroupId> {
        let groups = &self.source.clauses.groups;
        let near = (self.here + 1..groups.len()).take(4);
        near.into_iter()
            .find(|group| groups[*group].first as usize > token)
    }

    /// Whether an amount stands before what costs it, or what it bounds: "its $599 phone", "above the 5m barrel quota".
    fn describes_thing(&self, mention: &Mention<'_>, noun: &NounGroup) -> bool {
        let before = mention.end <= noun.head;
        if before && (self.words.levies.contains(noun.lemma) || self.words.is_guess_word(noun.lemma)) {
            return true;
        }
        before
            && mention.kind() == Kind::Money
            && !(self.source.is_measure)(noun.lemma)
            && self.words.of(noun.lemma).is_none()
            && noun.own
    }

    /// Whether a name for which the figure at hand is told stands right behind it.
    fn is_of_another(&self) -> bool {
        let preposition = matches!(self.kind(self.here + 1), Some(GroupKind::Preposition(word)) if *word == self.words.for_);
        let group = self
            .source
            .clauses
            .groups
            .get(self.here + 2)
            .filter(|_| preposition);
        group.is_some_and(|group| {
            let mut mentions = self.source.mentions.within(group.first, group.end);
            mentions.any(|mention| mention.end == group.end && mention.kind() == Kind::Organisation)
        })
    }

    /// Whether an amount in brackets tells the figure right before it in another currency.
    fn restates(&self, mention: &Mention<'_>) -> bool {
        let opens =
            self.here > 0 && matches!(self.source.clauses.groups[self.here - 1].kind, GroupKind::Open);
        let last = self.out.list.last().filter(|_| opens);
        let last = last.and_then(|figure| self.source.mentions.mentions.get(figure.mention));
        last.is_some_and(|last| last.kind() == Kind::Money && mention.kind() == Kind::Money)
    }
}

/// The direction that a sign tells: `+7.9pc`, `-9%`.
fn signed(reading: &Reading<'_>, mention: &Mention<'_>) -> Option<Direction> {
    let Value::Percent { amount } = mention.value() else {
        return None;
    };
    if amount.low.is_sign_negative() && !amount.low.is_zero() {
        return Some(Direction::Down);
    }
    let first = mention.first as usize;
    let plus = |token: usize| reading.tokens.get(token).is_some_and(|token| token.is(b'+'));
    (plus(first) || first > 0 && plus(first - 1)).then_some(Direction::Up)
}
