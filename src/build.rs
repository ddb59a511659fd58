//! Reads the lists when the crate is compiled and writes down their tables, so that nobody waits for it at the start.
//! It is made of the same modules as the library.

#![allow(
    dead_code,
    unreachable_pub,
    unused,
    reason = "the library uses what this does not"
)]

mod error;
mod lexicon;
mod origin;
mod text;
mod token;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use lexicon::Lexicon;

fn main() {
    for read in [
        "build.rs",
        "data/lexicon",
        "error.rs",
        "lexicon",
        "origin.rs",
        "text",
        "token",
    ] {
        println!("cargo::rerun-if-changed=src/{read}");
    }
    if let Err(error) = write_tables() {
        println!("cargo::error={error}");
    }
}

fn write_tables() -> Result<(), Box<dyn Error>> {
    let folder = env::var_os("OUT_DIR").ok_or("no folder to write to")?;
    let lexicon = Lexicon::of_lists()?;
    let (tables, words) = lexicon.write();
    fs::write(Path::new(&folder).join("lexicon"), tables)?;
    Ok(fs::write(Path::new(&folder).join("words"), words)?)
}
