use crate::lexicon::Lexicon;
use crate::reading::{Buffers, Reading};
use crate::text::Article;

/// The text with the kind of each zone in double brackets before it.
fn marked(lexicon: &Lexicon, text: &str) -> String {
    let reading = Reading::new(lexicon, &Article::new(text), &mut Buffers::default());
    let mut marked = String::new();
    let mut at = 0;
    for zone in &reading.zones {
        marked.push_str(&text[at..zone.span.start()]);
        marked.push_str(&format!("⟦{}⟧", zone.kind.name()));
        at = zone.span.start();
    }
    marked.push_str(&text[at..]);
    marked
}

fn unmarked(marked: &str) -> String {
    let mut parts = marked.split('⟦');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once('⟧').map_or(part, |(_, rest)| rest));
    }
    text
}

#[test]
fn the_cases_hold() {
    let lexicon = Lexicon::builtin();
    let cases = include_str!("../../../fixtures/cases/zones.cases");
    let mut wrong = String::new();
    for case in cases.split("\n====\n").skip(1) {
        let found = marked(&lexicon, &unmarked(case));
        if found != case {
            wrong.push_str(&format!("expected:\n{case}\nfound:\n{found}\n\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn sentences_begin_where_zones_do() {
    let lexicon = Lexicon::builtin();
    let text =
        " date 2024-02-29 Nairobi-Opening its second line, the maker has hired forty welders in a week.";
    let reading = Reading::new(&lexicon, &Article::new(text), &mut Buffers::default());
    let begins: Vec<_> = reading
        .sentences
        .iter()
        .map(|sentence| reading.word(sentence.first as usize))
        .collect();
    assert_eq!(begins, ["date", "Nairobi", "Opening"]);
}

#[test]
fn no_sentence_goes_on_for_ever() {
    let lexicon = Lexicon::builtin();
    for piece in ["exported ", "(", "1-"] {
        let text = piece.repeat(3000);
        let reading = Reading::new(&lexicon, &Article::new(&text), &mut Buffers::default());
        let longest = reading
            .sentences
            .iter()
            .map(|sentence| sentence.end - sentence.first)
            .max();
        assert!(
            longest.is_some_and(|longest| longest <= 512),
            "{piece:?}: {longest:?}"
        );
    }
}
