//! Parties agree on something.

use super::typed::event_type;

event_type! {
    /// Parties agree on something: "Siemens and Nokia signed a contract worth $40 million."
    Agreement {
        /// Who agrees: "Siemens" and "Nokia".
        party,
        /// What they sign, such as an MoU: "contract".
        instrument,
        /// Worth how much: "$40 million".
        value,
    }
}
