//! A plant, park, line, office or showroom is opened, set up, expanded or shut.

use super::typed::event_type;

event_type! {
    /// A plant, park, line, office or showroom is opened, set up, expanded or shut.
    Facility {
        /// Whose it is.
        owner,
        /// What it is called, or what it is.
        name,
        /// How large.
        size,
        /// How much it can make.
        capacity,
        /// What it costs.
        cost,
    }
}
