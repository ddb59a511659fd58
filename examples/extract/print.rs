//! Facts to standard output, in the format that was asked for.

use std::io::{self, BufWriter, Write};

use dateline::output::{Csv, Html, Text};
use dateline::{Article, Extractor};

use crate::arguments::{Arguments, Format};

/// Writes what stands around and between the articles.
pub(crate) struct Printer<W: Write> {
    format: Format,
    out: BufWriter<W>,
    printed: usize,
}

impl<W: Write> Printer<W> {
    pub(crate) fn new(format: Format, out: W) -> Self {
        Self {
            format,
            out: BufWriter::new(out),
            printed: 0,
        }
    }

    pub(crate) fn begin(&mut self) -> io::Result<()> {
        match self.format {
            Format::Html => self.out.write_all(Html::HEAD.as_bytes()),
            Format::Csv => writeln!(self.out, "{}", Csv::HEADER),
            Format::Json => self.out.write_all(b"["),
            Format::Text | Format::Jsonl => Ok(()),
        }
    }

    /// Prints what [`facts`] has made of an article.
    pub(crate) fn article(&mut self, printed: &str) -> io::Result<()> {
        match (self.format, self.printed) {
            (Format::Json, 0) | (Format::Text, 1..) => self.out.write_all(b"\n")?,
            (Format::Json, _) => self.out.write_all(b",\n")?,
            _ => {}
        }
        self.printed += 1;
        self.out.write_all(printed.as_bytes())
    }

    pub(crate) fn end(&mut self) -> io::Result<()> {
        match self.format {
            Format::Html => self.out.write_all(Html::FOOT.as_bytes())?,
            Format::Json if self.printed > 0 => self.out.write_all(b"\n]\n")?,
            Format::Json => self.out.write_all(b"]\n")?,
            Format::Text | Format::Jsonl | Format::Csv => {}
        }
        self.flush()
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The facts of an article in the format asked for; `number` tells it from the others on one page.
pub(crate) fn facts(
    extractor: &Extractor,
    article: &Article<'_>,
    number: usize,
    arguments: &Arguments,
) -> String {
    if arguments.explain {
        let mut explained = extractor.explain(article);
        if !arguments.rules.is_empty() {
            explained.retain_misses(|miss| arguments.is_own(miss.rule().file()));
        }
        let text = Text::new(explained.facts()).article(true).explain(&explained);
        return text.to_string();
    }
    let facts = extractor.extract(article);
    match arguments.format {
        Format::Text => Text::new(&facts).to_string(),
        Format::Html => Html::new(&facts).number(number).to_string(),
        Format::Csv => Csv::new(&facts).to_string(),
        Format::Json => json(serde_json::to_string_pretty(&facts)),
        Format::Jsonl => json(serde_json::to_string(&facts)) + "\n",
    }
}

/// Facts hold nothing that JSON cannot say.
fn json(written: serde_json::Result<String>) -> String {
    written.unwrap_or_else(|error| unreachable!("facts can be written as JSON: {error}"))
}
