//! The guide for rule writers does what it says: its files are written to a folder, its commands run there, and what it
//! prints of their output is looked for in it.
//!
//! Like the tests of the command line, these need the example binary that `cargo test` builds.

#[path = "common/binary.rs"]
mod binary;

use std::fs;
use std::path::Path;
use std::process::Command;

use binary::binary;
use dateline::{Article, Extractor, Fact, Facts, Status};

const GUIDE: &str = include_str!("../src/docs/rules.md");

/// The fenced blocks of the guide: what stands behind the fence, and the text.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let mut blocks = Vec::new();
    let mut rest = GUIDE;
    while let Some((_, block)) = rest.split_once("\n```") {
        let (info, block) = block.split_once('\n').unwrap();
        let end = block.find("```\n").expect("a fence that closes");
        blocks.push((info, &block[..end]));
        rest = &block[end + 3..];
    }
    blocks
}

fn file(name: &str) -> &'static str {
    let found = blocks()
        .into_iter()
        .find(|(info, _)| info.ends_with(&format!(" {name}")));
    found.unwrap_or_else(|| panic!("the guide has no file {name}")).1
}

#[test]
fn commands_print_what_the_guide_shows() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut commands = 0;
    for (info, text) in blocks() {
        if let Some((_, name)) = info.split_once(' ') {
            fs::write(folder.join(name), text).unwrap();
            continue;
        }
        assert_eq!(info, "console");
        let (command, shown) = text.split_once('\n').unwrap();
        let arguments = command
            .strip_prefix("$ cargo run --release --example extract -- ")
            .unwrap();
        let output = Command::new(binary())
            .args(arguments.split(' '))
            .current_dir(&folder)
            .output()
            .unwrap();
        let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let mut rest = printed.as_str();
        for part in shown.split("…\n") {
            let at = rest
                .find(part.trim_end())
                .unwrap_or_else(|| panic!("{command}: expected\n{part}\nfound\n{rest}"));
            rest = &rest[at + part.trim_end().len()..];
        }
        assert!(!shown.is_empty() || printed.is_empty(), "{command}: {printed}");
        commands += 1;
    }
    assert_eq!(commands, 5);
}

#[test]
fn hits_and_misses_of_the_guide_hold() {
    for name in ["strike.rules", "more.rules"] {
        let rules = file(name);
        assert!(rules.contains("\n  + ") && rules.contains("\n  - "), "{name}");
        let extractor = Extractor::builder().rules(name, rules).build().unwrap();
        let failures = extractor.check_rules();
        assert_eq!(failures, []);
    }
}

#[test]
fn a_hit_or_a_miss_that_does_not_hold_is_told_of() {
    let rules = file("strike.rules").to_owned()
        + "  + Miners walked out at Vale. => employer=Boeing\n  - Miners walked out at Vale.\n";
    let extractor = Extractor::builder().rules("my.rules", rules).build().unwrap();
    let failures = extractor.check_rules();
    let [hit, miss] = &failures[..] else {
        panic!("{failures:?}")
    };
    assert_eq!((hit.file(), hit.expected()), ("my.rules", "employer=Boeing"));
    assert_eq!(miss.line(), hit.line() + 1);
    let line = format!("my.rules:{}: \"Miners walked out at Vale.\": found [", hit.line());
    assert!(hit.to_string().starts_with(&line), "{hit}");
    assert_eq!((miss.expected(), miss.found().len()), ("no event", 1));
}

#[test]
fn shares_of_listed_words_are_listed_words() {
    let rules = "event strike\nrole workers count, phrase\nwords people = nurse | pilot\nrule strike\nverbs walk out\n\
                 workers subject : count, @people\nneeds workers\n\
                 + Thousands of nurses walked out. => workers=nurses\n\
                 + A third of the pilots walked out. => workers=pilots\n\
                 + Some of the pilots walked out. => workers=pilots\n\
                 - Thousands of miners walked out.\n- The share of nurses walked out.\n";
    let extractor = Extractor::builder().rules("strike.rules", rules).build().unwrap();
    assert_eq!(extractor.check_rules(), []);
}

#[test]
fn a_verb_may_trigger_with_an_adjective_and_a_hit_may_say_that_it_happened() {
    let rules = "event outage\nrole homes count\nrule dark\nverbs go dark | run dry\nhomes subject\n\
                 + Forty homes went dark. => homes=40 home; status=actual\n\
                 + Forty homes will go dark. => homes=40 home; status=planned\n\
                 + Forty wells had run dry. => homes=40 well\n\
                 - Forty homes went cold.\n- Forty homes went to dark places.\n";
    let extractor = Extractor::builder().rules("dark.rules", rules).build().unwrap();
    assert_eq!(extractor.check_rules(), []);
    let wrong = rules.replace("dark. => homes=40 home; status=planned", "dark. => status=actual");
    let extractor = Extractor::builder().rules("dark.rules", wrong).build().unwrap();
    assert_eq!(extractor.check_rules()[0].line(), 7);
}

/// Every keyword that the parser knows, every slot and every kind has its line in the guide.
#[test]
fn the_guide_tells_of_every_keyword_slot_and_kind() {
    let lines = include_str!("../src/rule/parse.rs").lines();
    let keywords: Vec<&str> = lines
        .filter_map(|line| Some(line.trim().strip_prefix('"')?.split_once("\" =>")?.0))
        .collect();
    let wrong = "event strike\nrole workers count\nrule walk_out\nworkers besidish\n";
    let error = Extractor::builder()
        .rules("wrong.rules", wrong)
        .build()
        .unwrap_err();
    let (_, slots) = error.message().split_once("expected ").unwrap();
    let slots: Vec<&str> = slots.split(" or ").next().unwrap().split(", ").collect();
    assert!(keywords.len() > 30 && slots.len() > 10, "{keywords:?} {slots:?}");
    for word in keywords {
        assert!(
            GUIDE.contains(&format!("| `{word} ")) || GUIDE.contains(&format!("| `{word}`")),
            "the guide does not tell of {word:?}"
        );
    }
    for slot in slots {
        assert!(
            GUIDE.contains(&format!("| `{slot}`")),
            "the guide has no slot {slot:?}"
        );
    }
    for kind in dateline::Kind::ALL {
        assert!(
            GUIDE.contains(&format!("`{}`", kind.name())),
            "the guide has no kind {:?}",
            kind.name()
        );
    }
}

/// What fills a role of the first event, as the text has it.
fn fillers(facts: &Facts<'_>, role: &str) -> Vec<String> {
    let Fact::Custom(custom) = facts.events()[0].fact() else {
        panic!("{:?} is no event of a user's type", facts.events()[0]);
    };
    let role = custom.roles().iter().find(|(name, _)| *name == role);
    role.map_or(&[][..], |(_, fillers)| fillers)
        .iter()
        .map(|filler| facts.text(filler.span()).to_owned())
        .collect()
}

#[test]
fn a_user_s_event_type_has_roles_status_evidence_date_and_place() {
    let extractor = Extractor::builder()
        .rules("strike.rules", file("strike.rules"))
        .build()
        .unwrap();
    let cases = [
        (
            "About 300 welders walked out at Volkswagen in Wolfsburg in May 2024.",
            Status::Actual,
            "workers",
            "About 300 welders",
        ),
        (
            "Volkswagen workers will strike in May 2026.",
            Status::Planned,
            "workers",
            "Volkswagen workers",
        ),
        (
            "The Teamsters Union may strike at Boeing.",
            Status::Possible,
            "union",
            "Teamsters Union",
        ),
        (
            "The Teamsters Union did not strike at Boeing.",
            Status::Denied,
            "union",
            "Teamsters Union",
        ),
        (
            "A strike by 2,400 miners at Vale has gone on since 3 March 2025.",
            Status::Actual,
            "since",
            "3 March 2025",
        ),
    ];
    for (text, status, role, filler) in cases {
        let facts = extractor.extract(&Article::new(text));
        assert_eq!(facts.events().len(), 1, "{text}");
        let event = &facts.events()[0];
        assert_eq!(event.status(), status, "{text}");
        assert_eq!(fillers(&facts, role), [filler], "{text}");
        assert_eq!(event.fact().name(), "strike");
        assert_eq!(facts.text(event.evidence()[0].span()), text);
        assert!(text.contains(facts.text(event.evidence()[0].trigger())));
        assert_eq!(event.origin().file(), "strike.rules");
    }
    let facts = extractor.extract(&Article::new(cases[0].0));
    let event = &facts.events()[0];
    assert_eq!(facts.text(event.date()[0].span()), "May 2024");
    assert_eq!(facts.text(event.place()[0].span()), "Wolfsburg");
    assert_eq!(fillers(&facts, "employer"), ["Volkswagen"]);
    assert_eq!(fillers(&facts, "since"), Vec::<String>::new());
}
