//! A sentence's groups in one line, for `--explain`.

use std::fmt::Write;

use super::{Clauses, GroupId, GroupKind, VerbForm};
use crate::reading::Reading;

impl Clauses {
    /// The sentence with its groups marked: `[2 NG Honda Atlas] [3 VG exported past subject=2 object=4]`.
    pub(crate) fn show(&self, reading: &Reading<'_>) -> String {
        let mut out = String::new();
        for (id, group) in self.groups.iter().enumerate() {
            let text = reading.slice(group.first as usize..group.end as usize);
            let text = text.replace('\n', " ");
            // Writing to a `String` cannot fail.
            let _ = match &group.kind {
                GroupKind::Noun(noun) => {
                    let mut notes = String::new();
                    for (label, other) in [
                        ("of", noun.possessor),
                        ("beside", noun.apposition),
                        ("and", noun.next),
                        ("verb", noun.verb),
                    ] {
                        note(&mut notes, label, other);
                    }
                    let kind = match (noun.time, noun.pronoun, noun.named) {
                        (true, ..) => "time",
                        (_, true, _) => "pronoun",
                        (_, _, true) => "name",
                        _ => "noun",
                    };
                    write!(out, "[{id} {kind} {text}{notes}] ")
                }
                GroupKind::Verb(verb) => {
                    let form = match verb.form {
                        VerbForm::Past => "past",
                        VerbForm::Present => "present",
                        VerbForm::Modal => "modal",
                        VerbForm::Infinitive => "infinitive",
                        VerbForm::Participle => "participle",
                        VerbForm::Gerund => "gerund",
                    };
                    let mut notes = String::new();
                    for (label, on) in [
                        ("passive", verb.passive),
                        ("perfect", verb.perfect),
                        ("progressive", verb.progressive),
                        ("negated", verb.negated),
                        ("relative", verb.relative),
                    ] {
                        if on {
                            notes.push(' ');
                            notes.push_str(label);
                        }
                    }
                    note(&mut notes, "subject", verb.subject);
                    note(&mut notes, "object", verb.object);
                    note(&mut notes, "under", verb.parent);
                    let lemma = reading.lexicon.word_text(verb.lemma);
                    write!(out, "[{id} verb {text} ({lemma}) {form}{notes}] ")
                }
                _ => write!(out, "{text} "),
            };
        }
        out.truncate(out.trim_end().len());
        out
    }
}

fn note(out: &mut String, label: &str, id: Option<GroupId>) {
    if let Some(id) = id {
        let _ = write!(out, " {label}={id}");
    }
}
