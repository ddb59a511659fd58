//! Goods are sold.

use super::typed::event_type;

event_type! {
    /// Goods are sold.
    Sales {
        /// Who sells.
        seller,
        /// What.
        goods,
        /// How many.
        count,
        /// For how much.
        value,
        /// By how much sales rose or fell.
        change,
    }
}
