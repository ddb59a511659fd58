//! A company or a stake in it changes hands.

use super::typed::event_type;

event_type! {
    /// A company or a stake in it changes hands: "Siemens bought 30 percent of Nokia for $40 million."
    Acquisition {
        /// Who buys: "Siemens".
        buyer,
        /// What is bought: "Nokia".
        target,
        /// Which share of it: "30 percent".
        stake,
        /// For how much: "$40 million".
        value,
    }
}
