//! Money is put into something.

use super::typed::event_type;

event_type! {
    /// Money is put into something: "Siemens will invest $40 million in Nokia."
    Investment {
        /// Who invests: "Siemens".
        investor,
        /// Into what: "Nokia".
        recipient,
        /// How much: "$40 million".
        amount,
    }
}
