//! A person takes up a position.

use super::typed::event_type;

event_type! {
    /// A person takes up a position: "Siemens appointed Anna Berg as chief executive."
    Appointment {
        /// Who: "Anna Berg".
        person,
        /// As what: "chief executive".
        position,
        /// Where: "Siemens".
        organisation,
    }
}
