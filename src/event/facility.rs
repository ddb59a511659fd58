//! A plant, park, line, office or showroom is opened, set up, expanded or shut.

use super::typed::event_type;

event_type! {
    /// A plant, park, line, office or showroom is opened, set up, expanded or shut: "Honda opened a 40-acre plant in Nairobi with a capacity of 4,000 cars at a cost of $3 million."
    Facility {
        /// Whose it is: "Honda".
        owner,
        /// What it is called, or what it is: "40-acre plant".
        name,
        /// How large: "40-acre".
        size,
        /// How much it can make: "4,000 cars".
        capacity,
        /// What it costs: "$3 million".
        cost,
    }
}
