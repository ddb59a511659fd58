//! A person takes up a position.

use super::typed::event_type;

event_type! {
    /// A person takes up a position.
    Appointment {
        /// Who.
        person,
        /// As what.
        position,
        /// Where.
        organisation,
    }
}
