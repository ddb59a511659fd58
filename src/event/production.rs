//! Goods are made.

use super::typed::event_type;

event_type! {
    /// Goods are made.
    Production {
        /// Who makes them.
        producer,
        /// What.
        goods,
        /// How many.
        count,
        /// By how much output rose or fell.
        change,
    }
}
