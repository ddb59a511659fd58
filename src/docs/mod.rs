//! Pages on how the crate is used and built.

pub mod architecture {
    #![doc = include_str!("architecture.md")]
}

pub mod quantities {
    #![doc = include_str!("quantities.md")]
}

pub mod rules {
    #![doc = include_str!("rules.md")]
}
