//! A maker calls products back.

use super::typed::event_type;

event_type! {
    /// A maker calls products back: "Honda is recalling 300 cars over faulty brakes."
    Recall {
        /// Who: "Honda".
        maker,
        /// What: "cars".
        product,
        /// How many: "300 cars".
        count,
    }
}
