//! The kinds of lists, and the columns of each.

/// A kind of list; its name stands in the first line of the file (`# list: cities — …`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum List {
    Abbreviations,
    Acronyms,
    Admin1,
    Anaphors,
    Bounds,
    Calendar,
    Cities,
    ClauseWords,
    CommonWords,
    ControlVerbs,
    CountNouns,
    Countries,
    Currencies,
    English,
    FunctionWords,
    GivenNames,
    Movements,
    NameContext,
    NumberContexts,
    NumberWords,
    OrgHeads,
    OrgSuffixes,
    Organisations,
    PlaceHeads,
    Policies,
    PolicyHeads,
    ProductWords,
    Products,
    Regions,
    StatusWords,
    Surnames,
    Titles,
    Units,
    VehicleMakes,
    VehicleModels,
    Zones,
}

/// Some of the lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists(u64);

impl Lists {
    #[inline]
    pub(crate) const fn of(lists: &[List]) -> Self {
        let mut mask = 0;
        let mut i = 0;
        while i < lists.len() {
            mask |= 1 << lists[i] as u32;
            i += 1;
        }
        Self(mask)
    }

    #[inline]
    pub(crate) const fn has(self, list: List) -> bool {
        self.0 >> list as u32 & 1 == 1
    }

    #[inline]
    pub(crate) const fn any(self, lists: Self) -> bool {
        self.0 & lists.0 != 0
    }

    #[inline]
    pub(super) fn add(&mut self, list: List) {
        self.0 |= 1 << list as u32;
    }
}

const _: () = assert!(SCHEMAS.len() <= u64::BITS as usize);

/// Which column of a row a surface form comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// The name proper.
    Name,
    /// Another name.
    Alias,
    /// `Japanese` for Japan.
    Adjective,
    /// `the Japanese`, `Kenyans`
    Demonym,
    /// `$`, `Rs`, `km`
    Symbol,
    /// A hundredth of it: `cents`, `paise`
    Minor,
}

impl Form {
    /// In the order of their numbers.
    pub(super) const ALL: [Self; 6] = [
        Self::Name,
        Self::Alias,
        Self::Adjective,
        Self::Demonym,
        Self::Symbol,
        Self::Minor,
    ];

    /// The form of a number.
    #[inline]
    pub(super) fn numbered(number: u32) -> Self {
        Self::ALL.get(number as usize).copied().unwrap_or(Self::Name)
    }
}

/// The number of a column in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column(pub(super) usize);

/// Columns that any list may have: they are for those who keep it, and nothing reads them.
pub(super) const NOTES: [&str; 2] = ["note", "source"];

/// What a list looks like.
pub(super) struct Schema {
    pub(super) list: List,
    pub(super) name: &'static str,
    /// In the order of the `Column` numbers. The first must be there; others may be left out of a file.
    pub(super) columns: &'static [&'static str],
    /// Which columns hold surface forms. None: the rows say something of single words only.
    pub(super) forms: &'static [(Column, Form)],
}

macro_rules! lists {
    ($($list:ident $module:ident $name:literal { $($column:ident $label:literal $(= $form:ident)?),* $(,)? })*) => {
        $(
            pub(crate) mod $module {
                use super::Column;
                lists!(@first $($column)*);
            }
        )*
        pub(super) const SCHEMAS: &[Schema] = &[$(Schema {
            list: List::$list,
            name: $name,
            columns: &[$($label),*],
            forms: lists!(@forms $module [] $($column $(= $form)?,)*),
        }),*];
    };
    (@first $column:ident $($rest:ident)*) => {
        #[allow(dead_code, reason = "what a row is of is found by its place in some lists")]
        pub(crate) const $column: Column = Column(0);
        lists!(@number 1usize; $($rest)*);
    };
    (@number $n:expr; $column:ident $($rest:ident)*) => {
        pub(crate) const $column: Column = Column($n);
        lists!(@number $n + 1; $($rest)*);
    };
    (@number $n:expr;) => {};
    (@forms $module:ident [$($done:tt)*] $column:ident = $form:ident, $($rest:tt)*) => {
        lists!(@forms $module [$($done)* ($module::$column, Form::$form),] $($rest)*)
    };
    (@forms $module:ident [$($done:tt)*] $column:ident, $($rest:tt)*) => {
        lists!(@forms $module [$($done)*] $($rest)*)
    };
    (@forms $module:ident [$($done:tt)*]) => { &[$($done)*] };
}

lists! {
    Abbreviations abbreviation "abbreviations" {
        WORD "abbreviation", CLASS "class", ALSO_WORD "also_word",
    }
    Acronyms acronym "acronyms" {
        ACRONYM "acronym" = Name,
    }
    Admin1 admin1 "admin1" {
        NAME "name" = Name, COUNTRY "country", POPULATION "city_population", FLAGS "flags", ALIASES "aliases" = Alias,
    }
    Anaphors anaphor "anaphors" {
        WORD "word", KIND "kind", BY "by", CALLED "called", LISTED "listed", SECTORS "sectors",
    }
    Bounds bound "bounds" {
        PHRASE "phrase" = Name, ROLE "role", BOUND "bound", UNLESS_AFTER "unless_after", ALIASES "aliases" = Alias,
    }
    Calendar calendar "calendar" {
        TERM "term" = Name, CLASS "class", VALUE "value", ALIASES "aliases" = Alias,
    }
    Cities city "cities" {
        NAME "name" = Name, ASCII "ascii" = Alias, COUNTRY "country", POPULATION "population", FLAGS "flags",
        ALIASES "aliases" = Alias,
    }
    ClauseWords clause_word "clause_words" {
        WORD "word", CLASS "class",
    }
    CommonWords common_word "common_words" {
        WORD "word", RANK "rank", FLAG "flag",
    }
    ControlVerbs control_verb "control_verbs" {
        WORD "word",
    }
    CountNouns count_noun "count_nouns" {
        FORM "form" = Name, LEMMA "lemma", CLASS "class", NUMBER "number",
    }
    Countries country "countries" {
        CODE "alpha2", NAME "name" = Name, ISO_NAME "iso_name" = Name, OFFICIAL_NAME "official_name" = Name,
        DEMONYMS "demonyms" = Demonym, ADJECTIVES "adjectives" = Adjective, ALIASES "aliases" = Alias, RISKY "risky",
    }
    Currencies currency "currencies" {
        CODE "code", NAME "name" = Name, SYMBOLS "symbols" = Symbol,
        NEWS_FORMS "news_forms" = Alias, MINOR_FORMS "minor_forms" = Minor, COUNTRIES "countries", DEFAULT_FOR "default_for",
        KEEPS "keeps", RISKY "risky",
    }
    English english "english" {
        FORM "form", LEMMA "lemma", TAGS "tags",
    }
    FunctionWords function_word "function_words" {
        FORM "form", LEMMA "lemma", TAGS "tags",
    }
    GivenNames given_name "given_names" {
        NAME "name", FLAGS "flags",
    }
    Movements movement "movements" {
        WORD "word", DIRECTION "direction", PERCENT "percent",
    }
    NameContext name_context "name_context" {
        FORM "form" = Name, CLASS "class", FORMS "forms" = Alias,
    }
    NumberContexts number_context "number_contexts" {
        WORD "word" = Name, CONTEXT "context", ALIASES "aliases" = Alias,
    }
    NumberWords number "number_words" {
        WORD "word" = Name, VALUE "value", KIND "kind", ALIASES "aliases" = Alias,
    }
    OrgHeads org_head "org_heads" {
        HEAD "head" = Name, KIND "kind", POSITION "position", STRENGTH "strength",
    }
    OrgSuffixes org_suffix "org_suffixes" {
        FORM "form" = Name, SHORT "short" = Alias, VARIANTS "variants" = Alias, KIND "kind",
    }
    Organisations organisation "organisations" {
        NAME "name" = Name, ALIASES "aliases" = Alias, KIND "kind", COUNTRY "country", SECTOR "sector", FLAGS "flags",
    }
    PlaceHeads place_head "place_heads" {
        HEAD "head" = Name, KIND "kind", POSITION "position", STRENGTH "strength",
    }
    Policies policy "policies" {
        NAME "name" = Name, ALIASES "aliases" = Alias, KIND "kind",
    }
    PolicyHeads policy_head "policy_heads" {
        HEAD "head" = Name, STRENGTH "strength", FLAGS "flags",
    }
    ProductWords product_word "product_words" {
        WORD "word" = Name, CLASS "class",
    }
    Products product "products" {
        MAKER "maker", PRODUCT "product" = Name, ALIASES "aliases" = Alias, KIND "kind", FLAGS "flags",
    }
    Regions region "regions" {
        NAME "name" = Name, KIND "kind", ALIASES "aliases" = Alias, MEMBERS "members", RISKY "risky",
    }
    StatusWords status_word "status_words" {
        WORD "word", STATUS "status", GOVERNS "governs",
    }
    Surnames surname "surnames" {
        NAME "name", FLAGS "flags",
    }
    Titles title "titles" {
        TITLE "title" = Name, CLASS "class", POSITION "position", PLURAL "plural" = Alias, FLAGS "flags",
    }
    Units unit "units" {
        UNIT "unit" = Name, SYMBOL "symbol", DIMENSION "dimension", SI_FACTOR "si_factor", FORMS "forms" = Alias,
        TIMES "times", FLAGS "flags",
    }
    VehicleMakes make "vehicle_makes" {
        MAKE "make" = Name, ALIASES "aliases" = Alias, GROUP "group", FLAGS "flags",
    }
    VehicleModels model "vehicle_models" {
        MAKE "make", MODEL "model" = Name, ALIASES "aliases" = Alias, FLAGS "flags",
    }
    Zones zone "zones" {
        PHRASE "phrase" = Name, ZONE "zone", WHERE "where",
    }
}

impl List {
    /// The list of a number.
    #[inline]
    pub(super) fn numbered(number: u32) -> Self {
        let schema = SCHEMAS.get(number as usize);
        schema.map_or(Self::Abbreviations, |schema| schema.list)
    }

    pub(super) fn schema(self) -> &'static Schema {
        // The schemas stand in the order of the variants.
        &SCHEMAS[self as usize]
    }

    /// The name that a file's first line gives.
    pub(crate) fn name(self) -> &'static str {
        self.schema().name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemas_stand_in_the_order_of_the_variants() {
        for (i, schema) in SCHEMAS.iter().enumerate() {
            assert_eq!(schema.list as usize, i, "{}", schema.name);
        }
    }
}
