//! Where the example binary lies.
//!
//! `cargo test` builds the examples into the folder beside that of a test's own executable, whatever the profile and
//! the target folder.

use std::path::PathBuf;

pub(crate) fn binary() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let name = format!("extract{}", std::env::consts::EXE_SUFFIX);
    let profile = test.parent().unwrap().parent().unwrap();
    let binary = profile.join("examples").join(name);
    assert!(
        binary.is_file(),
        "{} is missing: `cargo test` builds it, `cargo test --test …` alone does not",
        binary.display()
    );
    binary
}
