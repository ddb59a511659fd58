//! A policy, tax, tariff or law is proposed, announced, approved or changed.

use super::typed::event_type;

event_type! {
    /// A policy, tax, tariff or law is proposed, announced, approved or changed: "Kenya introduced the Clean Air Act."
    Policy {
        /// Who issues it: "Kenya".
        issuer,
        /// What it is called: "Clean Air Act". Where it has no name, its sort, such as `ban`, `tax` or `subsidy`, as
        /// [`Filler::word`](crate::Filler::word).
        name,
    }
}
