//! A product is put on the market.

use super::typed::event_type;

event_type! {
    /// A product is put on the market.
    Launch {
        /// Who makes it.
        maker,
        /// What.
        product,
        /// At what price.
        price,
    }
}
