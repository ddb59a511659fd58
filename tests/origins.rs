//! Where facts come from: each names the line of a list, a rule file or the grammar that found it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use dateline::{Article, Extractor, Origin};

/// Files that facts name, read once.
#[derive(Default)]
struct Files(HashMap<PathBuf, String>);

impl Files {
    /// The line that an origin names.
    fn line(&mut self, origin: Origin<'_>) -> &str {
        let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = match origin.file().starts_with("src/") {
            true => crate_folder.join(origin.file()),
            false => crate_folder.join("src/data").join(origin.file()),
        };
        let read = |path: &PathBuf| {
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let text = self.0.entry(path).or_insert_with_key(read);
        let line = text.lines().nth(origin.line() as usize - 1);
        line.unwrap_or_else(|| panic!("{origin:?} is no line"))
    }
}

fn fixtures() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    texts.map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn every_fact_names_the_line_that_found_it() {
    let extractor = Extractor::new();
    let mut files = Files::default();
    let mut found = [0; 3];
    for text in fixtures() {
        let facts = extractor.extract(&Article::new(&text));
        for event in facts.events() {
            let origin = event.origin();
            let (event, rule) = origin.name().split_once('.').unwrap();
            assert_eq!(origin.file(), format!("rules/{event}.rules"));
            assert_eq!(files.line(origin), format!("rule {rule}"), "{origin:?}");
            found[0] += 1;
        }
        for origin in facts.mentions().iter().map(|mention| mention.origin()) {
            let line = files.line(origin);
            if origin.file().starts_with("lexicon/") {
                assert!(
                    !line.starts_with('#') && line.contains('\t'),
                    "{origin:?}: {line}"
                );
                found[1] += 1;
            } else {
                assert!(line.contains("here!("), "{origin:?}: {line}");
                assert!(
                    line.contains(&format!("{:?}", origin.name())),
                    "{origin:?}: {line}"
                );
                found[2] += 1;
            }
        }
    }
    assert!(found.iter().all(|found| *found > 10), "{found:?}");
}

#[test]
fn facts_of_ones_own_files_name_them() {
    let list = "# list: organisations\nname\nQwghlm\n";
    let rules = "event walk\nrole who organisation\nrule walk\nverbs walk\nwho subject\n";
    let builder = Extractor::builder().list("my.tsv", list).rules("my.rules", rules);
    let extractor = builder.build().unwrap();
    let facts = extractor.extract(&Article::new("Qwghlm walked."));
    let (event, mention) = (facts.events()[0].origin(), facts.mentions()[0].origin());
    assert_eq!(
        (event.file(), event.line(), event.name()),
        ("my.rules", 3, "walk.walk")
    );
    assert_eq!((mention.file(), mention.line()), ("my.tsv", 3));
}

#[test]
fn a_name_of_ones_own_list_is_the_lists_though_its_form_tells_it_too() {
    let list = "# list: organisations\nname\tcountry\nBolt & Nut Co.\tCA\nInstitute of Moss\tPE\n";
    let extractor = Extractor::builder().list("my.tsv", list).build().unwrap();
    let article = Article::new("Bolt & Nut Co. sold 300 boats. The Institute of Moss agreed.");
    let facts = extractor.extract(&article);
    let lines = facts.mentions().iter().map(|mention| mention.origin());
    let lines: Vec<_> = lines
        .filter(|line| line.file() == "my.tsv")
        .map(|line| line.line())
        .collect();
    assert_eq!(lines, [3, 4]);
}

#[test]
fn of_a_name_that_is_listed_twice_ones_own_row_is_told() {
    let organisations = "# list: organisations\nname\tcountry\nSiemens\tPE\nToyota\tPE\n";
    let units = "# list: units\nunit\tsymbol\tdimension\tsi_factor\tforms\nbale\tbl\tmass\t110\tbale|bales\n";
    let builder = Extractor::builder()
        .list("my.tsv", organisations)
        .list("units.tsv", units);
    let extractor = builder.build().unwrap();
    let facts = extractor.extract(&Article::new("Siemens and Toyota sold 30 bales in Oslo."));
    let origins = facts.mentions().iter().map(|mention| mention.origin());
    let told: Vec<_> = origins.map(|origin| (origin.file(), origin.line())).collect();
    assert_eq!(told[..3], [("my.tsv", 3), ("my.tsv", 4), ("units.tsv", 3)]);
    assert_eq!(told[3].0, "lexicon/cities.tsv");
}

#[test]
fn an_office_of_ones_own_list_is_one_that_people_are_put_into() {
    let list = "# list: titles\ntitle\tclass\tposition\nshearmaster\tcorporate\trole\n";
    let text = "Siemens appointed Ana Roe as shearmaster.";
    let positions = |extractor: &Extractor| {
        let facts = extractor.extract(&Article::new(text));
        facts
            .events()
            .iter()
            .filter(|event| event.fact().name() == "appointment")
            .count()
    };
    let extractor = Extractor::builder().list("titles.tsv", list).build().unwrap();
    assert_eq!((positions(&Extractor::new()), positions(&extractor)), (0, 1));
}

#[test]
fn words_above_the_first_event_of_a_file_are_known_to_the_next() {
    let words = "words mills = mill | foundry\n";
    let rules = "event visit\nrole who organisation\nrole what phrase\nrule tour\nverbs tour\nwho subject\nwhat object : @mills\nneeds what\n";
    let builder = || Extractor::builder().rules("rules", rules);
    let shared = Extractor::builder()
        .rules("words", words)
        .rules("rules", rules)
        .build()
        .unwrap();
    assert!(builder().build().unwrap_err().to_string().contains("@mills"));
    let facts = shared.extract(&Article::new(
        "Siemens toured a foundry. Siemens toured a school.",
    ));
    assert_eq!(facts.events().len(), 1);
}

/// A user's row beside one that comes with the crate for some of its names: all are one company still.
#[test]
fn a_list_adds_names_to_a_known_company_and_takes_none_away() {
    let text = "VW hired 20 people. Volkswagen opened a plant. Volkswagen AG is a German firm.";
    let lists = [
        "# list: organisations\nname\taliases\nWolfsburg Group\tVolkswagen\n",
        "# list: organisations\nname\taliases\nWolfsburg Group\tVolkswagen|VW\n",
    ];
    for list in lists {
        let extractor = Extractor::builder().list("own.tsv", list).build().unwrap();
        let facts = extractor.extract(&Article::new(text));
        let [company] = facts.entities() else {
            panic!("{:?}", facts.entities())
        };
        assert_eq!(company.mentions().len(), 3);
        assert_eq!(company.listed(), Some("Wolfsburg Group"));
    }
    let extractor = Extractor::new();
    let facts = extractor.extract(&Article::new(text));
    assert_eq!(facts.entities()[0].listed(), Some("Volkswagen Group"));
}

/// Names of one row are one policy, though the article does not say so.
#[test]
fn names_of_one_row_are_one_policy() {
    let list = "# list: policies\nname\taliases\tkind\nGreen Tram Scheme\tGTS\tpolicy\n";
    let extractor = Extractor::builder().list("own.tsv", list).build().unwrap();
    let facts = extractor.extract(&Article::new(
        "Oslo approved the Green Tram Scheme. The GTS begins in June.",
    ));
    let [scheme] = facts.entities() else {
        panic!("{:?}", facts.entities())
    };
    assert_eq!(
        (scheme.listed(), scheme.mentions().len()),
        (Some("Green Tram Scheme"), 2)
    );
}
