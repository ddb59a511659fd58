//! The words that the grammar tells apart.

use crate::lexicon::{anaphor, name_context, ClassWords, Lexicon, List, WordId, WordSet};

/// The few words that the grammar tells apart by themselves, and those of the list `clause_words`.
#[derive(Debug)]
pub(crate) struct ClauseWords {
    pub(crate) and: WordId,
    pub(crate) as_: WordId,
    pub(crate) than: WordId,
    pub(crate) by: WordId,
    pub(crate) according: WordId,
    pub(crate) for_: WordId,
    pub(crate) in_: WordId,
    pub(crate) of: WordId,
    pub(crate) respectively: WordId,
    pub(crate) we: WordId,
    pub(crate) worth: WordId,
    /// Verbs that tell a figure of their subject: `reported 300 cars sold`.
    pub(crate) tells: WordSet,
    pub(crate) that: WordId,
    pub(crate) those: WordId,
    pub(crate) they: WordId,
    pub(crate) it: WordId,
    pub(crate) to: WordId,
    pub(crate) with: WordId,
    pub(crate) on: WordId,
    pub(crate) at: WordId,
    pub(crate) from: WordId,
    pub(crate) be: WordId,
    pub(crate) under: WordId,
    pub(crate) become_: WordId,
    pub(crate) remain: WordId,
    /// What somebody makes who will then do what an infinitive says: `an offer from Siemens to buy`.
    pub(crate) offers: WordSet,
    /// Participles that tell what something is worth: `valued at`.
    pub(crate) valued: WordSet,
    /// Participles that tell where something goes: `bound for`.
    pub(super) destined: WordSet,
    pub(crate) let_: WordId,
    pub(super) help: WordId,
    pub(crate) have: WordId,
    /// Words that make one preposition with the next: `because of`, `according to`.
    pub(crate) compound: WordSet,
    /// What a price is for beside the listed units: `$20 a share`.
    pub(super) units: WordSet,
    /// `itself`, which tells of nobody else.
    pub(super) reflexives: WordSet,
    /// What somebody would have done with what is named behind it: `wants 300 trams rebuilt`.
    pub(crate) wants: WordSet,
    /// Verbs that name who gets a thing before the thing: `sold Kenya 40 buses`.
    pub(crate) gives: WordSet,
    /// What any company may be called.
    pub(super) firms: WordSet,
    /// What a company is called by its trade or size: `producer`, `giant`.
    pub(super) traders: WordSet,
    /// How much of what follows is meant: `some of the`.
    pub(crate) parts: WordSet,
    /// What tells how large a share is: `a third`, `5 percent`.
    pub(crate) shares: WordSet,
    /// Verbs by which somebody does not do what `from` and a gerund say: `prevented Siemens from buying`.
    pub(crate) hinders: WordSet,
    /// Verbs that have no passive: `fail`, `arrive`.
    pub(super) never_passive: WordSet,
    /// Which way somebody or something goes: `sent home 300 people`, `north of Lima`.
    pub(crate) directions: WordSet,
    /// What follows how far it is: `45 km from Lima`, `outside`.
    pub(crate) away: WordSet,
    /// Which way a figure has gone, told without a verb: `up`, `down`.
    pub(crate) ways: WordSet,
    /// What a clause behind `that` tells: `news`, `fear`.
    pub(super) contents: WordSet,
    /// What a figure is told for: `month`, `season`.
    pub(super) periods: WordSet,
    /// What tells how big the figure behind it is: "a record $6bn".
    pub(super) sized: WordSet,
    /// What tells which of several a thing is: `third`.
    pub(super) ranks: WordSet,
    /// Behind `not`, they deny nothing: `not only`.
    pub(super) merely: WordSet,
    /// What only sums a figure up: `a total of`.
    pub(super) sums: WordSet,
    /// Verbs whose figures are of something else than what was told before: `cost`, `invest`.
    pub(crate) other_figures: WordSet,
    /// What is grown, mined or made and traded: `wheat`, `garments`.
    pub(crate) wares: WordSet,
    /// Those of them that tell nothing of what it is: `product`.
    pub(crate) any_wares: WordSet,
    /// Pronouns that stand for a thing.
    pub(crate) things: WordSet,
    /// What those who govern are called.
    pub(crate) offices: WordSet,
    /// What those are called who have or have made what is named before them: `7-Eleven owner Seven & i`.
    pub(crate) owners: WordSet,
    /// What an office is called before it is told which: `the post of`.
    pub(super) posts: WordSet,
    /// What something is told to be the cause of: "as a result of rain".
    pub(super) outcomes: WordSet,
    /// Those who decide for a firm: `board`, `shareholders`.
    pub(crate) bodies: WordSet,
    /// What tells where something comes from: `Chinese-built cars`, `Kenyan-grown tea`.
    pub(crate) made: WordSet,
    /// What stands for several who may be named behind it: `consortium`, `investors`.
    pub(crate) collectives: WordSet,
    /// What they do who come first among them: `led by`.
    pub(crate) heads: WordSet,
    /// What stands between several and their names: `of`, `including`, `comprising`.
    pub(crate) membership: WordSet,
    /// What goes with `with` to tell who else does it: `together`, `along`, `in partnership`.
    pub(crate) jointly: WordSet,
    /// What is told apart by number: `Plant 76`, `Terminal 5`.
    pub(super) numbered: WordSet,
    /// What a law takes or comes into: `effect`, `force`.
    pub(super) force: WordSet,
    /// What comes on top of a figure told before: "a further 40 cars".
    pub(crate) further: WordSet,
    /// What tells that a statistic is of all there is: "total exports".
    pub(crate) whole: WordSet,
    /// What stands between a figure and what it is told for: "$3 a share", "40 tonnes each day".
    pub(crate) each: WordSet,
    /// A time that figures are told for: "40 tonnes a day".
    pub(crate) pace: WordSet,
    /// The same in one word: `daily`.
    pub(crate) paced: WordSet,
    /// What stands before another name of the same: `formerly`.
    pub(super) renamed: WordSet,
    /// Who does this to a report has not written it: `a letter seen by Reuters`.
    pub(super) witnesses: WordSet,
    /// Verbs of saying.
    say: WordSet,
}

impl ClauseWords {
    pub(crate) fn new(lexicon: &Lexicon, classes: &ClassWords<'_>) -> Self {
        Self {
            and: lexicon.find("and"),
            as_: lexicon.find("as"),
            than: lexicon.find("than"),
            by: lexicon.find("by"),
            according: lexicon.find("according"),
            for_: lexicon.find("for"),
            in_: lexicon.find("in"),
            of: lexicon.find("of"),
            respectively: lexicon.find("respectively"),
            we: lexicon.find("we"),
            worth: lexicon.find("worth"),
            tells: classes.of("tell"),
            that: lexicon.find("that"),
            those: lexicon.find("those"),
            they: lexicon.find("they"),
            it: lexicon.find("it"),
            to: lexicon.find("to"),
            with: lexicon.find("with"),
            on: lexicon.find("on"),
            at: lexicon.find("at"),
            from: lexicon.find("from"),
            be: lexicon.find("be"),
            under: lexicon.find("under"),
            become_: lexicon.find("become"),
            remain: lexicon.find("remain"),
            offers: classes.of("offer"),
            valued: classes.of("valued"),
            destined: classes.of("destined"),
            let_: lexicon.find("let"),
            help: lexicon.find("help"),
            have: lexicon.find("have"),
            compound: classes.of("compound"),
            units: classes.of("unit"),
            reflexives: classes.of("reflexive"),
            wants: classes.of("want"),
            gives: classes.of("give"),
            firms: classes.of("any company"),
            traders: descriptions_of_companies(lexicon),
            parts: classes.of("part"),
            witnesses: classes.of("witness"),
            shares: classes.of("share"),
            hinders: classes.of("hinder"),
            never_passive: classes.of("never passive"),
            directions: classes.of("direction"),
            away: classes.of("away"),
            ways: classes.of("way"),
            contents: classes.of("content"),
            periods: classes.of("period"),
            sized: classes.of("sized"),
            ranks: classes.of("rank"),
            merely: classes.of("merely"),
            sums: classes.of("sum"),
            other_figures: classes.of("other figure"),
            wares: classes.of("ware"),
            any_wares: classes.of("any ware"),
            things: classes.of("thing"),
            offices: classes.of("office"),
            owners: classes.of("owner"),
            posts: classes.of("post"),
            outcomes: classes.of("outcome"),
            bodies: classes.of("body"),
            made: classes.of("made"),
            collectives: classes.of("collective"),
            heads: classes.of("heads"),
            membership: classes.of("membership"),
            jointly: classes.of("jointly"),
            numbered: classes.of("numbered"),
            force: classes.of("force"),
            further: classes.of("further"),
            whole: classes.of("whole"),
            each: classes.of("each"),
            pace: classes.of("pace"),
            paced: classes.of("paced"),
            renamed: classes.of("renamed"),
            say: verbs_of_saying(lexicon),
        }
    }

    /// Whether a verb of this lemma tells what somebody says.
    pub(crate) fn says(&self, lemma: WordId) -> bool {
        self.say.contains(lemma)
    }
}

fn descriptions_of_companies(lexicon: &Lexicon) -> WordSet {
    let rows = lexicon.rows(List::Anaphors);
    let companies = rows.filter(|row| {
        lexicon.cell(*row, anaphor::KIND) == "organisation" && lexicon.cell(*row, anaphor::BY).is_empty()
    });
    companies
        .map(|row| lexicon.find(lexicon.cell(row, anaphor::WORD)))
        .collect()
}

fn verbs_of_saying(lexicon: &Lexicon) -> WordSet {
    let rows = lexicon.rows(List::NameContext);
    let say = rows.filter(|row| lexicon.cell(*row, name_context::CLASS) == "say");
    say.map(|row| lexicon.find(lexicon.cell(row, name_context::FORM)))
        .collect()
}
