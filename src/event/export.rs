//! Goods that leave a country.

use super::typed::event_type;

event_type! {
    /// Goods that leave a country.
    Export {
        /// Who exports.
        exporter,
        /// What.
        goods,
        /// How many.
        count,
        /// From which country.
        origin,
        /// Where to.
        destination,
        /// Worth how much.
        value,
        /// By how much exports rose or fell.
        change,
    }
}
