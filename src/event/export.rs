//! Goods that leave a country.

use super::typed::event_type;

event_type! {
    /// Goods that leave a country: "Honda exported 38 cars worth $2 million from Pakistan to Kenya, 20 percent more than a year earlier."
    Export {
        /// Who exports: "Honda".
        exporter,
        /// What: "cars".
        goods,
        /// How many: "38 cars".
        count,
        /// From which country: "Pakistan".
        origin,
        /// Where to: "Kenya".
        destination,
        /// Worth how much: "$2 million".
        value,
        /// By how much exports rose, or fell where [`Filler::falling`](crate::Filler::falling) says so: "20 percent".
        change,
    }
}
