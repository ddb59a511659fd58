//! The facts as others read them.

mod json;
mod line;
