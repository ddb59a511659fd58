//! A price is raised or lowered.

use super::typed::event_type;

event_type! {
    /// A price is raised or lowered: "Honda lowered the price of the Civic by $300 to $21,000."
    PriceChange {
        /// Who sells: "Honda".
        seller,
        /// What: "Civic".
        product,
        /// By how much, down where [`Filler::falling`](crate::Filler::falling) says so: "$300".
        change,
        /// The new price: "$21,000".
        price,
    }
}
