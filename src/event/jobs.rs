//! Jobs are created or cut.

use super::typed::event_type;

event_type! {
    /// Jobs are created or cut.
    Jobs {
        /// Who employs.
        employer,
        /// How many.
        count,
        /// `created` or `cut`.
        change,
    }
}
