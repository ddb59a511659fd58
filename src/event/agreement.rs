//! Parties agree on something.

use super::typed::event_type;

event_type! {
    /// Parties agree on something.
    Agreement {
        /// Who agrees.
        party,
        /// What they sign: an MoU, a contract.
        instrument,
        /// Worth how much.
        value,
    }
}
