//! The facts as others read them: in words, as a table, as a page. As JSON they are written by `serde`.
//!
//! ```
//! use dateline::output::Text;
//! use dateline::{Article, Extractor};
//!
//! let extractor = Extractor::new();
//! let facts = extractor.extract(&Article::new("Exports rose 6 percent in May 2024."));
//! let text = Text::new(&facts).to_string();
//! assert!(text.contains("6 percent"));
//! ```

mod csv;
mod html;
mod json;
mod line;
mod marks;
mod text;
mod words;

pub use csv::Csv;
pub use html::Html;
pub use text::Text;
