//! What a list says that a name is, in a word that its column knows: `month`, `honorific`, `suffix`.

use super::list::{
    bound, calendar, count_noun, name_context, number, number_context, org_head, org_suffix, organisation,
    place_head, policy, policy_head, product, product_word, region, title, Column, List,
};

macro_rules! labels {
    ($($name:ident $text:literal)*) => {
        /// Such a word. It is read when its list is, so that finders need not compare words. It is called as it is written,
        /// unless a type of events has that name.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[repr(u8)]
        #[allow(clippy::enum_variant_names, reason = "one of the words is `label`")]
        pub(crate) enum Label {
            /// None: the cell is empty, or the list has no such column.
            #[default]
            None,
            $($name),*
        }

        impl Label {
            /// In the order of their numbers.
            pub(super) const ALL: &[Self] = &[Self::None, $(Self::$name),*];

            /// The label of a number.
            #[inline]
            pub(super) fn numbered(number: u32) -> Self {
                Self::ALL.get(number as usize).copied().unwrap_or_default()
            }

            /// The label for a word; none for one that no column knows.
            pub(crate) fn parse(word: &str) -> Self {
                match word {
                    $($text => Self::$name,)*
                    _ => Self::None,
                }
            }
        }
    };
}

labels! {
    Academic "academic" Accord "agreement" Act "act" Address "address" Aged "aged" Ageing "ageing" After "after" AfterGlued "after-glued"
    Aircraft "aircraft" Appoint "appoint" Area "area" AreaNoun "area-noun" Asset "asset" Association "association"
    Automaker "automaker" Bank "bank" Battery "battery" Before "before" BeforeCount "before-count" Birthday "birthday" Bloc "bloc" Body "body"
    Bus "bus" CalendarYear "calendar-year" Cardinal "cardinal" Change "change" Chip "chip" Clock "clock"
    Club "club" ClubEnd "club-end" ClubFront "club-front" ClubNickname "club-nickname" Company "company"
    CompanyAdjective "company-adjective" CompanyFront "company-front" CompanyPhrase "company-phrase"
    Cooperative "cooperative" Corporate "corporate" Corporation "corporation" Credit "credit" DayPart "day-part"
    Decade "decade" Device "device" Diplomatic "diplomatic" Direction "direction" Doer "doer" Dozen "dozen"
    Edge "edge" Education "education" Either "either" Engine "engine" Event "event" Every "every" Exchange "exchange"
    Extent "extent" Financial "financial" Fiscal "fiscal" FiscalYear "fiscal-year" Foundation "foundation"
    Fraction "fraction" Front "front" Generation "generation" Generic "generic" Geographic "geographic" Goods "goods" Government "government"
    Ground "ground" GroupWord "group word" Guarantee "guarantee" Health "health" Holiday "holiday" Index "index"
    Honorific "honorific" Honour "honour" House "house" Informal "informal" Initiative "initiative" International "international" Label "label"
    Leap "leap" Ledger "ledger" LimitedCompany "limited company" LimitedLiability "limited liability company" Living "living" Lower "lower"
    Machine "machine" Media "media" Medicine "medicine" Meridiem "meridiem" Military "military" Month "month"
    Move "move" Multiplier "multiplier" NewYear "new-year" NoCountry "no-country" NoPlace "no-place" Noun "noun"
    Numbered "numbered" Ordinal "ordinal" Organisation "organisation" Other "other" Overseas "overseas" Part "part" Particle "particle"
    Partnership "partnership" Party "party" Person "person" PersonAct "person-act" PersonAsset "person-asset"
    PersonPhrase "person-phrase" Phone "phone" Place "place" PlaceAsset "place-asset" PlaceFront "place-front"
    PlacePhrase "place-phrase" Play "play" Plural "plural" Policy "policy" Political "political" Powertrain "powertrain"
    PrivateLimited "private limited" Product "product" PublicLimited "public limited" Race "race" Range "range"
    Rate "rate" Ratio "ratio" RatioPoints "ratio-points" Recurring "recurring" RelativeDay "relative-day"
    RelativeModifier "relative-modifier" RelativeNight "relative-night" Research "research" Road "road"
    Rocket "rocket" Say "say" Scale "scale" Season "season" Series "series" Several "several" Ship "ship" Shoe "shoe"
    Sign "sign" SignFraction "sign-fraction" SingleMember "single member company" Singular "singular" Site "facility"
    SmallScale "small-scale" Stretch "stretch" Strong "strong" Suffix "suffix" Sum "sum" Sums "sums"
    Syllable "syllable" TerritoryRegion "territory-region" Thing "thing" Times "times" Trade "trade" Train "train" Trim "trim"
    Trust "trust" Union "union" Unit "unit" Unlimited "unlimited" Vague "vague" VagueNoun "vague-noun"
    Variant "variant" Water "water" Weak "weak" Weapon "weapon" Weekday "weekday" Weighed "weighed" Weighs "weighs" YearEnd "year-end"
}

/// The columns that labels are read from.
pub(super) const COLUMNS: &[(List, Column)] = &[
    (List::Bounds, bound::ROLE),
    (List::Calendar, calendar::CLASS),
    (List::CountNouns, count_noun::NUMBER),
    (List::NameContext, name_context::CLASS),
    (List::NumberContexts, number_context::CONTEXT),
    (List::NumberWords, number::KIND),
    (List::OrgHeads, org_head::KIND),
    (List::OrgSuffixes, org_suffix::KIND),
    (List::Organisations, organisation::KIND),
    (List::PlaceHeads, place_head::KIND),
    (List::Policies, policy::KIND),
    (List::PolicyHeads, policy_head::STRENGTH),
    (List::ProductWords, product_word::CLASS),
    (List::Products, product::KIND),
    (List::Regions, region::KIND),
    (List::Titles, title::CLASS),
];

impl Label {
    /// The label of a row of a list.
    pub(super) fn of<'t>(list: List, cell: impl Fn(Column) -> &'t str) -> Self {
        let column = COLUMNS.iter().find(|(labelled, _)| *labelled == list);
        column.map_or(Self::None, |(_, column)| Self::parse(cell(*column)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::closed::CLOSED;
    use super::*;

    #[test]
    fn every_word_of_a_labelled_column_is_a_label() {
        for (list, column) in COLUMNS {
            let closed = CLOSED.iter().find(|(known, of, _)| known == list && of == column);
            let (_, _, words) = closed.unwrap_or_else(|| panic!("{list:?} takes any word"));
            for word in words.iter().filter(|word| !word.is_empty()) {
                assert_ne!(Label::parse(word), Label::None, "{word} of {list:?}");
            }
        }
    }

    #[test]
    fn labels_stand_in_the_order_of_their_numbers() {
        for (number, label) in Label::ALL.iter().enumerate() {
            assert_eq!(*label as usize, number, "{label:?}");
        }
    }
}
