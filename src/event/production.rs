//! Goods are made.

use super::typed::event_type;

event_type! {
    /// Goods are made: "Honda made 380 cars, 5 percent more than a year earlier."
    Production {
        /// Who makes them: "Honda".
        producer,
        /// What: "cars".
        goods,
        /// How many: "380 cars".
        count,
        /// By how much output rose, or fell where [`Filler::falling`](crate::Filler::falling) says so: "5 percent".
        change,
    }
}
