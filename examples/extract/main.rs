//! Reads news articles and prints their facts.
//!
//! ```text
//! cargo run --release --example extract -- fixtures
//! cargo run --release --example extract -- --format jsonl --published 2025-08-15 article.txt
//! ```

mod arguments;
mod batch;
mod input;
mod print;

use std::io::Write;
use std::process::ExitCode;

use arguments::Arguments;
use input::Inputs;
use print::Printer;

fn main() -> ExitCode {
    let arguments = Arguments::of_command_line();
    let extractor = match arguments.extractor() {
        Ok(extractor) => extractor,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::from(2);
        }
    };
    let mut problems = false;
    let mut tell = |problem: &str| {
        problems = true;
        // Nobody is left to be told if standard error is closed.
        let _ = writeln!(std::io::stderr(), "{problem}");
    };
    if arguments.check {
        for failure in extractor.check_rules() {
            tell(&failure.to_string());
        }
        if arguments.paths.is_empty() {
            return ExitCode::from(u8::from(problems));
        }
    }
    let inputs = Inputs::new(&arguments.paths);
    let mut printer = Printer::new(arguments.format, std::io::stdout().lock());
    match batch::run(&extractor, &arguments, inputs, &mut printer, &mut tell) {
        Ok(()) => {}
        // The reader has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        Err(error) => tell(&format!("standard output: {error}")),
    }
    // The system takes all memory back at once.
    std::mem::forget(extractor);
    ExitCode::from(u8::from(problems))
}
