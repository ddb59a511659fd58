//! What speaks for each reading of a name, in points.

/// Points that a name needs.
pub(super) const ENOUGH: i32 = 2;

/// What makes a name a thing's or a place's, whatever else speaks for a company or a person.
pub(super) const THING: i32 = 8;

/// Points for each reading of a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Points {
    pub(super) organisation: i32,
    pub(super) person: i32,
    pub(super) place: i32,
    /// What speaks against an organisation, as `its` and `a` do before a name.
    pub(super) against: i32,
    /// Those points for an organisation that nothing else gets, which outweigh what speaks against it.
    pub(super) telling: i32,
    /// Those of them that even a name of everyday words gets for itself: `a stake in Zenith`.
    pub(super) named: i32,
    /// How often its capital is its own, not that of the head of a sentence.
    pub(super) bare: i32,
    /// Those for standing in a list with organisations are in.
    pub(super) listed: bool,
    /// What its form and the words around it tell of a person that companies may have as well: it makes a name somebody's
    /// only where nothing makes it a company's.
    pub(super) hints: i32,
    /// Those for standing in a list with people are in.
    pub(super) crowd: bool,
    /// Words that only stand beside people say so: `X, 54,`, `X's widow`.
    pub(super) somebody: bool,
    /// The article has somebody of this surname.
    pub(super) surname: bool,
    /// It begins with a given name that is nothing else.
    pub(super) given: bool,
    /// It does what nobody but a company does: `reported a net profit`.
    pub(super) proof: bool,
}

impl Points {
    /// Points for an organisation, less what speaks against it and is not outweighed.
    pub(super) fn net(self) -> i32 {
        self.organisation - (self.against - self.telling).max(0)
    }

    pub(super) fn is_organisation(self) -> bool {
        let points = self.net();
        points >= ENOUGH && points > self.person && points > self.place
    }

    /// Points for an organisation by words that stand beside nothing else.
    pub(super) fn tell(&mut self, points: i32) {
        self.organisation += points;
        self.telling += points;
    }

    /// Points for a person by words that stand beside nobody else.
    pub(super) fn tell_somebody(&mut self) {
        self.person += 3;
        self.somebody = true;
    }

    pub(super) fn add(&mut self, other: Self) {
        self.organisation += other.organisation;
        self.person += other.person;
        self.hints = self.hints.max(other.hints);
        self.place += other.place;
        self.against += other.against;
        self.telling += other.telling;
        self.named += other.named;
        self.bare += other.bare;
        self.somebody |= other.somebody;
        self.surname |= other.surname;
        self.given |= other.given;
        self.proof |= other.proof;
    }

    pub(super) fn is_person(self) -> bool {
        let hints = if self.telling < ENOUGH || self.given {
            self.hints
        } else {
            0
        };
        let points = self.person + hints;
        points >= ENOUGH && points > self.organisation && points > self.place
    }
}
