//! A company or a stake in it changes hands.

use super::typed::event_type;

event_type! {
    /// A company or a stake in it changes hands.
    Acquisition {
        /// Who buys.
        buyer,
        /// What is bought.
        target,
        /// Which share of it.
        stake,
        /// For how much.
        value,
    }
}
