//! Jobs are created or cut.

use super::typed::event_type;

event_type! {
    /// Jobs are created or cut: "Siemens will cut 300 jobs."
    Jobs {
        /// Who employs: "Siemens".
        employer,
        /// How many: "300 jobs".
        count,
        /// Whether they are `created` or `cut`, as [`Filler::word`](crate::Filler::word): "cut".
        change,
    }
}
