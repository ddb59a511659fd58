//! People meet.

use super::typed::event_type;

event_type! {
    /// People meet.
    Meeting {
        /// Who takes part.
        participant,
    }
}
