//! Somebody is quoted.

use super::typed::event_type;

event_type! {
    /// Somebody is quoted: "Prices will rise, said Anna Berg."
    Statement {
        /// Who: "Anna Berg".
        speaker,
    }
}
