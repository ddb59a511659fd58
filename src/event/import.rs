//! Goods that enter a country.

use super::typed::event_type;

event_type! {
    /// Goods that enter a country.
    Import {
        /// Who imports.
        importer,
        /// What.
        goods,
        /// How many.
        count,
        /// From where.
        origin,
        /// Where to.
        destination,
        /// Worth how much.
        value,
        /// By how much imports rose or fell.
        change,
    }
}
