//! People meet.

use super::typed::event_type;

event_type! {
    /// People meet: "Anna Berg met officials of Siemens."
    Meeting {
        /// Who takes part: "Anna Berg" and "Siemens".
        participant,
    }
}
