//! The articles in `fixtures`.

/// Their names without the ending, in order.
pub(crate) const ARTICLES: [&str; 5] = [
    "honda-atlas-second-shipment-to-japan",
    "imc-toyota-egypt-export-agreement",
    "japan-auto-investment-plan",
    "minister-invites-japanese-companies",
    "pakistan-japan-industrial-collaboration",
];
