//! A price is raised or lowered.

use super::typed::event_type;

event_type! {
    /// A price is raised or lowered.
    PriceChange {
        /// Who sells.
        seller,
        /// What.
        product,
        /// By how much.
        change,
        /// The new price.
        price,
    }
}
