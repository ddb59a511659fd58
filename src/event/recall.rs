//! A maker calls products back.

use super::typed::event_type;

event_type! {
    /// A maker calls products back.
    Recall {
        /// Who.
        maker,
        /// What.
        product,
        /// How many.
        count,
    }
}
