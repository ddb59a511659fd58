//! A figure that someone aims at.

use super::typed::event_type;

event_type! {
    /// A figure that someone aims at.
    Target {
        /// Who aims at it.
        setter,
        /// The figure.
        value,
    }
}
