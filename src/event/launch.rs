//! A product is put on the market.

use super::typed::event_type;

event_type! {
    /// A product is put on the market: "Honda launched the Civic in Kenya at $20,000."
    Launch {
        /// Who makes it: "Honda".
        maker,
        /// What: "Civic".
        product,
        /// At what price: "$20,000".
        price,
    }
}
