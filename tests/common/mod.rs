//! What several test files ask for.

/// The five articles in `fixtures`, without the end of their names.
pub(crate) const ARTICLES: [&str; 5] = [
    "honda-atlas-second-shipment-to-japan",
    "imc-toyota-egypt-export-agreement",
    "japan-auto-investment-plan",
    "minister-invites-japanese-companies",
    "pakistan-japan-industrial-collaboration",
];
