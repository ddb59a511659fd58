//! Money is put into something.

use super::typed::event_type;

event_type! {
    /// Money is put into something.
    Investment {
        /// Who invests.
        investor,
        /// Into what.
        recipient,
        /// How much.
        amount,
    }
}
