//! What the example binary promises to whoever calls it.

#[path = "common/articles.rs"]
mod articles;
#[path = "common/binary.rs"]
mod binary;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use articles::ARTICLES;
use binary::binary;

/// Runs the binary with these arguments and this standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(binary())
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A child that does not read its input closes it.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn objects(output: &Output) -> Vec<serde_json::Value> {
    let lines = out(output).lines();
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(output: &Output) -> Vec<String> {
    let id = |object: serde_json::Value| object["id"].as_str().unwrap_or("none").to_owned();
    objects(output).into_iter().map(id).collect()
}

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn the_fixtures_are_the_five_articles() {
    let output = run(&["--format", "jsonl", "fixtures"], b"");
    assert_eq!(ids(&output), ARTICLES);
    assert_eq!(err(&output), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn text_is_the_default() {
    let output = run(&["fixtures"], b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(out(&output), out(&run(&["--format", "text", "fixtures"], b"")));
    let titles = out(&output).lines().filter(|line| ARTICLES.contains(line));
    assert_eq!(titles.collect::<Vec<_>>(), ARTICLES);
}

#[test]
fn folders_are_read_in_order_and_down_to_the_last() {
    let top = folder("walk");
    fs::create_dir_all(top.join("b/deep")).unwrap();
    fs::write(top.join("c.txt"), "Exports rose.").unwrap();
    fs::write(top.join("a.txt"), "Exports rose.").unwrap();
    fs::write(
        top.join("b/2.jsonl"),
        "{\"id\": \"b2\", \"text\": \"Exports rose.\"}\n",
    )
    .unwrap();
    fs::write(top.join("b/deep/1.txt"), "Exports rose.").unwrap();
    fs::write(top.join("b/notes.md"), "Exports rose.").unwrap();
    fs::write(top.join("b/table.tsv"), "Exports rose.").unwrap();
    let output = run(&["--format", "jsonl", path(&top)], b"");
    assert_eq!(ids(&output), ["a", "b2", "1", "c"]);
    // The order of the arguments is kept.
    let (a, c) = (top.join("a.txt"), top.join("c.txt"));
    let output = run(&["--format", "jsonl", path(&c), path(&a)], b"");
    assert_eq!(ids(&output), ["c", "a"]);
}

/// A link in a circle, one to nothing and a pipe that nobody writes to.
#[cfg(unix)]
#[test]
fn folders_with_links_and_pipes_are_read_to_their_end() {
    use std::os::unix::fs::symlink;

    let top = folder("links");
    fs::create_dir(top.join("inside")).unwrap();
    fs::write(top.join("a.txt"), "Exports rose.").unwrap();
    symlink("..", top.join("inside/up")).unwrap();
    symlink("../a.txt", top.join("inside/b.txt")).unwrap();
    symlink("nowhere", top.join("lost.txt")).unwrap();
    let made = Command::new("mkfifo").arg(top.join("pipe.txt")).status();
    let output = run(&["--format", "jsonl", path(&top)], b"");
    assert_eq!(ids(&output), ["a", "b"], "pipe: {made:?}");
    assert!(err(&output).starts_with(&format!("{}: ", top.join("lost.txt").display())));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn standard_input_is_a_batch_or_an_article() {
    let batch = b"{\"id\": \"x\", \"text\": \"Exports rose.\"}\n\n{\"id\": 7, \"text\": \"Exports fell.\", \"more\": [1]}";
    assert_eq!(ids(&run(&["--format", "jsonl", "-"], batch)), ["x", "7"]);
    let marked = "\u{feff}\r\n{\"id\": \"x\", \"text\": \"Exports rose.\"}\r\n";
    assert_eq!(ids(&run(&["--format", "jsonl", "-"], marked.as_bytes())), ["x"]);
    let output = run(&["--format", "jsonl", "-"], b"Exports rose 6 percent.");
    assert_eq!(ids(&output), ["none"]);
}

/// A feed that goes on for days: what is known of a line is printed before the next one is there.
#[test]
fn lines_of_standard_input_are_answered_as_they_come() {
    let mut child = Command::new(binary())
        .args(["--format", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in ["first", "second"] {
        writeln!(stdin, "{{\"id\": \"{id}\", \"text\": \"Exports rose.\"}}").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let object: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(object["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

/// What others write as JSON but is no batch.
#[test]
fn a_batch_of_another_form_is_told_of() {
    let array = run(&["-"], b"[\n {\"text\": \"Exports rose.\"}]");
    assert_eq!((array.status.code(), out(&array)), (Some(1), ""));
    assert!(err(&array).starts_with("standard input: found an array, expected an object a line"));
    let spread = run(&["-"], b"{\n\"text\": \"Exports rose.\"}");
    assert!(err(&spread).contains(
        ":1: broken JSON at column 1: EOF while parsing an object, expected a whole object in the line"
    ));
    let named = run(&["-"], b"{\"id\": 1, \"body\": \"Exports rose.\"}");
    assert_eq!(
        err(&named),
        "standard input:1: found no \"text\" among the fields [\"id\", \"body\"], expected the article\n"
    );
    let null = run(&["-"], b"{\"text\": null}");
    assert_eq!(
        err(&null),
        "standard input:1: found a \"text\" that is no string, expected the article\n"
    );
}

#[test]
fn an_empty_input_is_no_article() {
    let top = folder("empty");
    fs::write(top.join("none.jsonl"), "").unwrap();
    for arguments in [["--format", "jsonl", "-"], ["--format", "jsonl", path(&top)]] {
        let output = run(&arguments, b"");
        assert_eq!(out(&output), "");
        assert_eq!(err(&output), "");
        assert_eq!(output.status.code(), Some(0));
    }
    assert_eq!(out(&run(&["--format", "json", "-"], b"")), "[]\n");
}

#[test]
fn the_rest_goes_on_where_something_cannot_be_read() {
    let top = folder("broken");
    let (good, latin, batch) = (
        top.join("good.txt"),
        top.join("latin.txt"),
        top.join("batch.jsonl"),
    );
    fs::write(&good, "Exports rose.").unwrap();
    fs::write(&latin, b"caf\xe9").unwrap();
    fs::write(
        &batch,
        b"{\"id\": \"1\", \"text\": \"Exports rose.\"}\n{\"id\": \n\n[1]\n{\"id\": \"5\"}\n{\"text\": \"\xe9\"}\n{\"id\": \"7\", \"text\": \"x\"}",
    )
    .unwrap();
    let missing = top.join("missing.txt");
    let arguments = [
        "--format",
        "jsonl",
        path(&missing),
        path(&latin),
        path(&batch),
        path(&good),
    ];
    let output = run(&arguments, b"");
    assert_eq!(ids(&output), ["1", "7", "good"]);
    assert_eq!(output.status.code(), Some(1));
    let said: Vec<_> = err(&output).lines().collect();
    assert_eq!(said.len(), 6, "{said:#?}");
    assert!(said[0].starts_with(&format!("{}: ", missing.display())));
    assert!(said[1].starts_with(&format!("{}:1: found no character at byte ", latin.display())));
    for (said, line) in said[2..].iter().zip([2, 4, 5, 6]) {
        assert!(
            said.starts_with(&format!("{}:{line}: ", batch.display())),
            "{said}"
        );
    }
    assert!(said[2].contains("broken JSON at column "), "{}", said[2]);
    assert!(!said[2].contains("at line 1"), "{}", said[2]);
}

#[test]
fn a_rule_file_that_is_no_text_is_refused_like_an_article() {
    let rules = folder("latin").join("latin.rules");
    fs::write(&rules, b"# of ours\nevent caf\xe9").unwrap();
    let output = run(&["--rules", path(&rules), "fixtures"], b"");
    let expected = format!(
        "{}:2: found no character at byte 10 of the line, expected UTF-8\n",
        rules.display()
    );
    assert_eq!((output.status.code(), err(&output)), (Some(2), expected.as_str()));
}

#[test]
fn a_folder_is_no_rule_file() {
    let rules = folder("rules");
    let output = run(&["--rules", path(&rules), "fixtures"], b"");
    let expected = format!("{}: found a folder, expected a file\n", rules.display());
    assert_eq!((output.status.code(), err(&output)), (Some(2), expected.as_str()));
}

#[test]
fn a_day_of_publication_that_is_none_is_told_of() {
    let batch = b"{\"id\": \"1\", \"text\": \"x\", \"published\": \"soon\"}\n{\"id\": \"2\", \"text\": \"x\", \"published\": null}";
    let output = run(&["--format", "jsonl", "-"], batch);
    assert_eq!(ids(&output), ["1", "2"]);
    assert!(
        err(&output).starts_with("standard input:1: \"published\""),
        "{}",
        err(&output)
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_day_of_publication_is_handed_on() {
    let batch = b"{\"text\": \"x\", \"published\": \"2024-02-29\"}\n{\"text\": \"x\"}\n{\"text\": \"x\", \"published\": \"\"}";
    let output = run(&["--format", "jsonl", "--published", "2025-08-15", "-"], batch);
    let days: Vec<_> = objects(&output)
        .iter()
        .map(|object| object["published"].clone())
        .collect();
    assert_eq!(days, ["2024-02-29", "2025-08-15", "2025-08-15"]);
}

#[test]
fn arguments_of_no_use_end_with_2() {
    let top = folder("arguments");
    let list = top.join("list.tsv");
    fs::write(&list, "# list: nothing\nname\n").unwrap();
    let rules = top.join("my.rules");
    fs::write(&rules, "event export\n  nonsense\n").unwrap();
    let cases: [&[&str]; 9] = [
        &[],
        &["--no-such-option", "fixtures"],
        &["--format", "yaml", "fixtures"],
        &["--published", "yesterday", "fixtures"],
        &["--threads", "0", "fixtures"],
        &["--lexicon", "no-such-list.tsv", "fixtures"],
        &["--lexicon", path(&list), "fixtures"],
        &["--rules", "no-such-file.rules", "fixtures"],
        &["--rules", path(&rules), "fixtures"],
    ];
    for arguments in cases {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(out(&output), "", "{arguments:?}");
        assert_ne!(err(&output), "", "{arguments:?}");
    }
    let output = run(&["--lexicon", path(&list), "fixtures"], b"");
    assert!(
        err(&output).starts_with(&format!("{}:1: ", list.display())),
        "{}",
        err(&output)
    );
}

#[test]
fn a_list_adds_names() {
    let top = folder("lexicon");
    let list = top.join("places.tsv");
    fs::write(&list, "# list: cities\nname\tcountry\nQwghlmton\tGB\n").unwrap();
    let arguments = ["--format", "jsonl", "--lexicon", path(&list), "-"];
    let text = "Exports from Qwghlmton, the capital, rose. The port of Qwghlmton is full.";
    let output = run(&arguments, text.as_bytes());
    assert!(out(&output).contains("\"country\":\"GB\""), "{}", out(&output));
}

#[test]
fn a_rule_file_adds_events() {
    let top = folder("rules");
    let rules = top.join("strike.rules");
    let text = "event strike\nrole workers count, phrase\n\nrule walk_out\n  verbs walk out\n  workers subject\n  needs workers\n";
    fs::write(&rules, text).unwrap();
    let arguments = ["--format", "jsonl", "--rules", path(&rules), "-"];
    let output = run(&arguments, b"About 300 welders walked out on Monday.");
    assert_eq!(
        objects(&output)[0]["events"][0]["type"],
        "strike",
        "{}",
        out(&output)
    );
    let output = run(&arguments[..2], b"");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_number_of_threads_does_not_show() {
    let mut batch = String::new();
    for number in 0..400 {
        let text = match (number + 4) % 7 {
            0 => "not JSON\n".to_owned(),
            _ => format!("{{\"id\": \"{number}\", \"text\": \"Japan bought {number} cars from Kenya for $4 million.\"}}\n"),
        };
        batch.push_str(&text);
    }
    for format in ["text", "json", "jsonl", "csv", "html"] {
        let one = run(
            &["--format", format, "--threads", "1", "-", "fixtures"],
            batch.as_bytes(),
        );
        assert_eq!(one.status.code(), Some(1));
        assert_eq!(err(&one).lines().count(), 57);
        for threads in ["2", "7"] {
            let several = run(
                &["--format", format, "--threads", threads, "-", "fixtures"],
                batch.as_bytes(),
            );
            assert!(one == several, "{format} with {threads} threads");
        }
    }
}

#[test]
fn json_is_one_array() {
    let output = run(&["--format", "json", "fixtures"], b"");
    let array: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(array, objects(&run(&["--format", "jsonl", "fixtures"], b"")));
}

#[test]
fn a_page_stands_by_itself_and_escapes_its_text() {
    let text = b"Japan & <script>alert('x')</script> \"Kenya\" sent 40 cars.";
    let output = run(&["--format", "html", "-"], text);
    let page = out(&output);
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;") && page.contains("&amp;"));
    assert!(!page.contains("http"), "{page}");
    assert!(page.contains("<mark class=\"country\""), "{page}");
}

#[test]
fn explain_names_what_found_each_fact() {
    let plain = run(&["-"], b"Japan sent 40 cars to Kenya.");
    let explained = run(&["--explain", "-"], b"Japan sent 40 cars to Kenya.");
    assert!(!out(&plain).contains("countries.tsv:"));
    assert!(
        out(&explained).contains("lexicon/countries.tsv:"),
        "{}",
        out(&explained)
    );
    assert!(out(&explained).contains("[Japan #"), "{}", out(&explained));
}

#[test]
fn explain_is_refused_where_nothing_would_come_of_it() {
    let output = run(
        &["--explain", "--format", "csv", "-"],
        b"Japan sent 40 cars to Kenya.",
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(err(&output).contains("'--explain'"), "{}", err(&output));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = Command::new(binary())
        .args(["--format", "html", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The first bytes are read, then nobody listens while much is still to come.
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let line = "{\"text\": \"Japan sent 40 cars to Kenya.\"}\n";
        let _ = stdin.write_all(line.repeat(20_000).as_bytes());
    });
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 15]).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(err(&output), "");
    assert_eq!(output.status.code(), Some(0));
}
