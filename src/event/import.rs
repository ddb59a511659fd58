//! Goods that enter a country.

use super::typed::event_type;

event_type! {
    /// Goods that enter a country: "Siemens imported 900 tonnes of wheat worth $2 million from France to Kenya, 5 percent more than a year earlier."
    Import {
        /// Who imports: "Siemens".
        importer,
        /// What: "wheat".
        goods,
        /// How many: "900 tonnes".
        count,
        /// From where: "France".
        origin,
        /// Where to: "Kenya".
        destination,
        /// Worth how much: "$2 million".
        value,
        /// By how much imports rose, or fell where [`Filler::falling`](crate::Filler::falling) says so: "5 percent".
        change,
    }
}
