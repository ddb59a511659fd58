//! A figure that someone aims at.

use super::typed::event_type;

event_type! {
    /// A figure that someone aims at: "Honda aims to sell 400 cars by 2030."
    Target {
        /// Who aims at it: "Honda".
        setter,
        /// The figure: "400 cars".
        value,
    }
}
