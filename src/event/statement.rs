//! Somebody is quoted.

use super::typed::event_type;

event_type! {
    /// Somebody is quoted.
    Statement {
        /// Who.
        speaker,
    }
}
