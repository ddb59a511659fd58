//! The facts as others read them: in words, as a table, as a page, as JSON.
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
//!
//! # JSON
//!
//! [`Facts`](crate::Facts) implement `serde::Serialize`. They are one object; what the article does not tell is left out,
//! unless `null` or an empty array is said to stand for it. A `span` is the pair of the first byte and the byte after the
//! last one, in UTF-8.
//!
//! | field | what it holds |
//! | --- | --- |
//! | `schema` | 1, the number of this form |
//! | `id`, `published` | as handed over with the article, `published` else as the article tells it; or `null` |
//! | `mentions` | objects with `id` (their place in the array), `kind`, `span`, `text`, the `entity` that they name, and the fields of their value |
//! | `entities` | objects with `id`, `kind`, `name` and `aliases` as the article has them, `listed` (the name in a list, which is the same in every article), and the numbers of their `mentions` |
//! | `events` | objects with `id`, `type`, `status`, `rule`; a field for each role that is filled, `date` and `place` among them; `source`; `disagrees_with`, the numbers of other events; `evidence` |
//!
//! | kind | fields of its value |
//! | --- | --- |
//! | `date` | `value` (TIMEX3), `start` and `end` (the first and the last day), `basis`, `vague` |
//! | `duration`, `time`, `set` | `value` (TIMEX3), `vague` |
//! | `organisation`, `policy` | `name` |
//! | `person` | `name`, `title` |
//! | `country` | `code` (ISO 3166-1 alpha-2), `name` |
//! | `place` | `name`, `country` (a code) |
//! | `count` | `value`, `max` of a range, `bound`, `noun` |
//! | `money` | `value`, `max`, `bound`, `currency` (ISO 4217) |
//! | `percent` | `value`, `max`, `bound` |
//! | `measure` | `value`, `max`, `bound`, `unit` |
//! | `model` | `make`, `model`, `variant` |
//!
//! A role holds an array of fillers, or the word that a rule sets (`"change": "cut"`). A filler that is a mention has its
//! number as `mention`, its `kind` and the fields of its value, money and percentages below nothing where they tell a fall; another one has
//! `span`, `text`, and the kind `phrase`, or `percent` with its fields where a verb tells the change (`doubled`). `inherited` is `true` where another sentence tells it. `evidence` holds objects with
//! the `span` of a sentence and that of its `trigger`; `teaser` is `true` in a pointer to another story.
//!
//! ```
//! use dateline::{Article, Extractor};
//!
//! let extractor = Extractor::new();
//! let facts = extractor.extract(&Article::new("Honda exported hope to Kenya."));
//! let json = serde_json::to_value(&facts)?;
//! let event = &json["events"][0];
//! assert_eq!(event["type"], "export");
//! assert_eq!(event["goods"][0]["text"], "hope");
//! let kenya = &json["mentions"][1];
//! assert_eq!(event["destination"][0]["mention"], kenya["id"]);
//! assert_eq!(kenya["code"], "KE");
//! # Ok::<(), serde_json::Error>(())
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
