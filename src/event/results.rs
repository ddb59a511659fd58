//! A company reports its figures.

use super::typed::event_type;

event_type! {
    /// A company reports its figures: "Siemens posted a profit of $3 million, up 5 percent, on revenue of $40 million."
    Results {
        /// Who: "Siemens".
        organisation,
        /// Its revenue: "$40 million".
        revenue,
        /// Its profit, or loss: "$3 million".
        profit,
        /// By how much the profit, else the revenue, rose, or fell where [`Filler::falling`](crate::Filler::falling) says
        /// so: "5 percent".
        change,
    }
}
