//! The facts as others read them.

mod json;
mod line;

pub(crate) use line::facts_line;
