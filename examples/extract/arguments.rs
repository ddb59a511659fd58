//! The command line.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueEnum};
use dateline::Extractor;

use crate::input;

/// Reads news articles and prints their facts: who did what, how many, where, when, planned or done.
///
/// Exit status: 0 if all went well, 1 if a file or line could not be read (the others were), 2 if the arguments are of
/// no use.
#[derive(Debug, Parser)]
#[command(name = "extract", version)]
pub(crate) struct Arguments {
    /// Articles (*.txt), batches (*.jsonl), folders of both, or - for standard input.
    ///
    /// A batch holds an object a line: {"id": …, "text": …, "published": …, "title": …}; the title heads the output and is
    /// not read. Standard input and files of other names are a batch if they begin with {, else an article.
    #[arg(required_unless_present = "check", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,

    /// The day of publication of articles that come without one, such as 2025-08-15.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) published: Option<NaiveDate>,

    /// Print also the marked article, what found each fact, how its sentences were read, and why rules gave nothing: with
    /// --rules those of these files, else all whose trigger a sentence holds.
    #[arg(long)]
    pub(crate) explain: bool,

    /// A rule file to read beside those that come with the crate; may be given again.
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,

    /// A name list to read beside those that come with the crate; may be given again.
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,

    /// Run the hits and misses of all rule files first, and tell of those that do not hold.
    #[arg(long)]
    pub(crate) check: bool,

    /// How many articles to read at a time. The output does not depend on it.
    #[arg(long, value_name = "NUMBER", value_parser = number)]
    pub(crate) threads: Option<NonZeroUsize>,
}

/// What to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The facts in words.
    Text,
    /// One array with an object an article.
    Json,
    /// An object a line, an article each.
    Jsonl,
    /// A row an event.
    Csv,
    /// One page that shows each fact in its text.
    Html,
}

impl Arguments {
    /// Reads the command line; ends the process with a message and status 2 if it is of no use.
    pub(crate) fn of_command_line() -> Self {
        let arguments = Self::parse();
        if arguments.explain && arguments.format != Format::Text {
            let message = "the argument '--explain' cannot be used with another '--format' than 'text'";
            Self::command().error(ErrorKind::ArgumentConflict, message).exit();
        }
        arguments
    }

    /// The extractor with the user's lists and rules.
    pub(crate) fn extractor(&self) -> Result<Extractor, String> {
        let mut builder = Extractor::builder();
        for path in &self.lexicon {
            builder = builder.list(path.display().to_string(), read(path)?);
        }
        for path in &self.rules {
            builder = builder.rules(path.display().to_string(), read(path)?);
        }
        builder.build().map_err(|error| error.to_string())
    }

    /// Whether a rule file is one of the user's.
    pub(crate) fn is_own(&self, file: &str) -> bool {
        self.rules.iter().any(|path| path.display().to_string() == file)
    }

    pub(crate) fn threads(&self) -> usize {
        self.threads
            .or_else(|| std::thread::available_parallelism().ok())
            .map_or(1, NonZeroUsize::get)
    }
}

fn read(path: &Path) -> Result<String, String> {
    let name = path.display().to_string();
    if path.is_dir() {
        return Err(format!("{name}: found a folder, expected a file"));
    }
    let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    input::text(&name, bytes)
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| "expected a day such as 2025-08-15".to_owned())
}

fn number(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .map_err(|_| "expected a number of one or more".to_owned())
}
