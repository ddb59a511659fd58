//! A policy, tax, tariff or law is proposed, announced, approved or changed.

use super::typed::event_type;

event_type! {
    /// A policy, tax, tariff or law is proposed, announced, approved or changed.
    Policy {
        /// Who issues it.
        issuer,
        /// What it is called.
        name,
    }
}
