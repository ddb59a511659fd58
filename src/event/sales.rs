//! Goods are sold.

use super::typed::event_type;

event_type! {
    /// Goods are sold: "Honda sold 38 cars for $2 million, 20 percent more than a year earlier."
    Sales {
        /// Who sells: "Honda".
        seller,
        /// What: "cars".
        goods,
        /// How many: "38 cars".
        count,
        /// For how much: "$2 million".
        value,
        /// By how much sales rose, or fell where [`Filler::falling`](crate::Filler::falling) says so: "20 percent".
        change,
    }
}
