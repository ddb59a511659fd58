//! Files, folders and standard input to articles.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{sync_channel, Receiver, TryRecvError};

use chrono::NaiveDate;
use serde_json::Value;

/// Something to read facts from, or to complain of, in the order of the input.
pub(crate) enum Item {
    /// The bytes of a file that holds one article.
    Article {
        name: String,
        id: Option<String>,
        bytes: Vec<u8>,
    },
    /// A line of a batch.
    Line {
        name: String,
        number: usize,
        bytes: Vec<u8>,
    },
    /// What could not be read.
    Problem(String),
}

impl Item {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Article { bytes, .. } | Self::Line { bytes, .. } => bytes.len(),
            Self::Problem(_) => 0,
        }
    }
}

/// An article, with what a batch tells of it.
pub(crate) struct Record {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) text: String,
    pub(crate) published: Option<NaiveDate>,
}

/// Walks through all inputs; reads a file when its turn comes.
pub(crate) struct Inputs {
    waiting: VecDeque<PathBuf>,
    batch: Option<Batch>,
    /// The lines of a batch that somebody may still be writing, read beside the work.
    live: Option<Receiver<Item>>,
}

/// How many lines of such a batch are read before they are asked for.
const AHEAD: usize = 256;

/// A file of JSON Lines that is being read.
struct Batch {
    name: String,
    number: usize,
    lines: Box<dyn BufRead + Send>,
}

impl Inputs {
    pub(crate) fn new(paths: &[PathBuf]) -> Self {
        Self {
            waiting: paths.iter().cloned().collect(),
            batch: None,
            live: None,
        }
    }

    /// The next item, if it is there by now: who writes line by line is answered line by line.
    pub(crate) fn at_hand(&mut self) -> Option<Item> {
        match self.live.as_ref().map(Receiver::try_recv) {
            Some(Ok(item)) => Some(item),
            Some(Err(TryRecvError::Empty)) => None,
            Some(Err(TryRecvError::Disconnected)) | None => self.next(),
        }
    }

    /// Opens a path; a folder puts what it holds in its own place.
    fn open(&mut self, path: &Path) -> Option<Item> {
        if path == Path::new("-") {
            return self.sniff("standard input".to_owned(), None, Box::new(std::io::stdin()));
        }
        let name = path.display().to_string();
        if path.is_dir() {
            return match listing(path) {
                Ok(found) => {
                    for path in found.into_iter().rev() {
                        self.waiting.push_front(path);
                    }
                    None
                }
                Err(error) => Some(Item::Problem(format!("{name}: {error}"))),
            };
        }
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) => return Some(Item::Problem(format!("{name}: {error}"))),
        };
        let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        match path.extension().and_then(OsStr::to_str) {
            Some("jsonl") => {
                self.batch = Some(Batch::new(name, Box::new(BufReader::new(file))));
                None
            }
            Some("txt") => Some(article(name, id, file)),
            _ => self.sniff(name, id, Box::new(file)),
        }
    }

    /// A batch if it begins with `{`, else an article. Editors put byte order marks and empty lines before either.
    fn sniff(&mut self, name: String, id: Option<String>, source: Box<dyn Read + Send>) -> Option<Item> {
        let mut source = BufReader::new(source);
        match source.fill_buf() {
            // No byte, no article.
            Ok([]) => None,
            Ok(begin) if without_mark(begin).trim_ascii_start().starts_with(b"{") => {
                self.live = Some(Batch::new(name, Box::new(source)).ahead());
                None
            }
            Ok(begin) if is_array(without_mark(begin)) => {
                let expected = "expected an object a line, such as `jq -c '.[]'` makes of an array";
                Some(Item::Problem(format!("{name}: found an array, {expected}")))
            }
            Ok(_) => Some(article(name, id, source)),
            Err(error) => Some(Item::Problem(format!("{name}: {error}"))),
        }
    }
}

impl Iterator for Inputs {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            if let Some(batch) = &mut self.batch {
                match batch.line() {
                    Some(item) => return Some(item),
                    None => self.batch = None,
                }
            }
            if let Some(live) = &self.live {
                match live.recv() {
                    Ok(item) => return Some(item),
                    Err(_) => self.live = None,
                }
            }
            let path = self.waiting.pop_front()?;
            if let Some(item) = self.open(&path) {
                return Some(item);
            }
        }
    }
}

impl Batch {
    fn new(name: String, lines: Box<dyn BufRead + Send>) -> Self {
        Self {
            name,
            number: 0,
            lines,
        }
    }

    /// Its lines, read by a thread of their own: nobody can tell whether the next one is there without waiting for it.
    fn ahead(mut self) -> Receiver<Item> {
        let (lines, taken) = sync_channel(AHEAD);
        std::thread::spawn(move || {
            while let Some(line) = self.line() {
                if lines.send(line).is_err() {
                    break;
                }
            }
        });
        taken
    }

    /// The next line that is not blank.
    fn line(&mut self) -> Option<Item> {
        loop {
            let mut bytes = Vec::new();
            self.number += 1;
            match self.lines.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) if without_mark(&bytes).trim_ascii().is_empty() => {}
                Ok(_) => {
                    return Some(Item::Line {
                        name: self.name.clone(),
                        number: self.number,
                        bytes,
                    })
                }
                Err(error) => {
                    let problem = format!("{}:{}: {error}", self.name, self.number);
                    // Whatever stopped the reading would stop it again.
                    self.lines = Box::new(std::io::empty());
                    return Some(Item::Problem(problem));
                }
            }
        }
    }
}

fn article(name: String, id: Option<String>, mut source: impl Read) -> Item {
    let mut bytes = Vec::new();
    match source.read_to_end(&mut bytes) {
        Ok(_) => Item::Article { name, id, bytes },
        Err(error) => Item::Problem(format!("{name}: {error}")),
    }
}

/// Bytes without a byte order mark before them.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

/// Whether bytes begin an array of objects: no article does.
fn is_array(begin: &[u8]) -> bool {
    let inside = begin.trim_ascii_start().strip_prefix(b"[");
    inside.is_some_and(|inside| inside.trim_ascii_start().starts_with(b"{"))
}

/// The text of a file, or where its bytes are none.
pub(crate) fn text(name: &str, bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + good.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + good.iter().rev().take_while(|byte| **byte != b'\n').count();
        format!("{name}:{line}: found no character at byte {column} of the line, expected UTF-8")
    })
}

/// What a folder holds that can be read, by name: articles, batches, folders.
fn listing(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let known = matches!(path.extension().and_then(OsStr::to_str), Some("txt" | "jsonl"));
        // A link to a folder is not followed: it may lead in a circle. One to nothing is told of when it is opened; a
        // pipe would be waited for.
        let is_folder = entry.file_type()?.is_dir();
        if is_folder || (known && path.metadata().map_or(true, |file| file.is_file())) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The article of an item; else what is wrong with it. A day of publication that cannot be read is told of, and the
/// article is read without it.
pub(crate) fn record(item: Item, problems: &mut Vec<String>) -> Option<Record> {
    match item {
        Item::Problem(problem) => {
            problems.push(problem);
            None
        }
        Item::Article { name, id, bytes } => match text(&name, bytes) {
            Ok(text) => Some(Record {
                id,
                title: None,
                text,
                published: None,
            }),
            Err(problem) => {
                problems.push(problem);
                None
            }
        },
        Item::Line { name, number, bytes } => {
            let mut tell = |problem: &str| problems.push(format!("{name}:{number}: {problem}"));
            match serde_json::from_slice(without_mark(&bytes).trim_ascii_end()) {
                Ok(Value::Object(fields)) => from_fields(fields, &mut tell),
                Ok(_) => {
                    tell("found no object, expected one with a \"text\"");
                    None
                }
                Err(error) => {
                    // The line that the parser tells is always the first.
                    let told = error.to_string();
                    let what = told.split(" at line ").next().unwrap_or_default();
                    let whole = match error.is_eof() {
                        true => ", expected a whole object in the line",
                        false => "",
                    };
                    tell(&format!(
                        "broken JSON at column {}: {what}{whole}",
                        error.column()
                    ));
                    None
                }
            }
        }
    }
}

fn from_fields(mut fields: serde_json::Map<String, Value>, tell: &mut impl FnMut(&str)) -> Option<Record> {
    let text = match fields.remove("text") {
        Some(Value::String(text)) => text,
        Some(_) => {
            tell("found a \"text\" that is no string, expected the article");
            return None;
        }
        None => {
            let found: Vec<_> = fields.keys().map(|name| format!("{name:?}")).collect();
            tell(&format!(
                "found no \"text\" among the fields [{}], expected the article",
                found.join(", ")
            ));
            return None;
        }
    };
    let id = match fields.remove("id") {
        Some(Value::String(id)) => Some(id),
        Some(Value::Number(id)) => Some(id.to_string()),
        _ => None,
    };
    let title = match fields.remove("title") {
        Some(Value::String(title)) => Some(title),
        _ => None,
    };
    let published = match fields.remove("published") {
        None | Some(Value::Null) => None,
        Some(Value::String(day)) if day.is_empty() => None,
        Some(value) => {
            // A time of day may follow.
            let day = value.as_str().and_then(|day| day.get(..10)?.parse().ok());
            if day.is_none() {
                tell(&format!(
                    "\"published\" is {value}, not a day such as \"2025-08-15\""
                ));
            }
            day
        }
    };
    Some(Record {
        id,
        title,
        text,
        published,
    })
}
