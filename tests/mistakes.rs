//! What building refuses: each mistake in a rule file or a list is told with file, line, what was found and what was
//! expected.

use dateline::{BuildError, Extractor};

/// A mistake: the text, the line, and what the message must say of what was found and of what was expected.
type Mistake = (&'static str, usize, &'static str, &'static str);

const RULES: &[Mistake] = &[
    (
        "rule walk",
        1,
        "before the first `event`",
        "expected `event` and a name",
    ),
    (
        "event",
        1,
        "found \"\" after \"event\"",
        "expected the name of an event type",
    ),
    (
        "event a b",
        1,
        "found \"a b\"",
        "expected the name of an event type",
    ),
    (
        "event e\nrole who",
        2,
        "found \"who\" after \"role\"",
        "expected a name and kinds",
    ),
    (
        "event e\nrole who people",
        2,
        "found the kind \"people\"",
        "expected phrase, name",
    ),
    (
        "event e\nrole who @folk",
        2,
        "found \"@folk\"",
        "expected the name of a `words` line above",
    ),
    (
        "event e\nrole who !@folk",
        2,
        "found \"!@folk\"",
        "expected the name of a `words` line above",
    ),
    (
        "event e\nrole who count@folk",
        2,
        "found \"count@folk\"",
        "expected the name of a `words` line above",
    ),
    (
        "event e\nrole who person\nrule r\n  verbs @folk",
        4,
        "found \"@folk\"",
        "expected the name of a `words` line above",
    ),
    (
        "event e\nrole evidence person",
        2,
        "found a role \"evidence\"",
        "which every event has",
    ),
    (
        "event e\nrole needs person",
        2,
        "found a role \"needs\"",
        "expected a name that is no keyword",
    ),
    (
        "event export\nrole vessel phrase",
        2,
        "found a new role \"vessel\"",
        "expected one of its roles: date, place, exporter",
    ),
    (
        "event e\nrole who person\nrole who place",
        3,
        "other kinds for the role \"who\" than before",
        "expected the same",
    ),
    (
        "event e\nwords folk",
        2,
        "found \"folk\" after \"words\"",
        "expected a name, `=` and words",
    ),
    (
        "event e\nwords folk = qwghlm",
        2,
        "found the word \"qwghlm\"",
        "a list of kind `english` can add it",
    ),
    (
        "event e\nrule",
        2,
        "found \"\" after \"rule\"",
        "expected the name of a rule",
    ),
    (
        "event e\nverbs walk",
        2,
        "a line that belongs to a rule",
        "expected `rule` and a name before it",
    ),
    (
        "event e\nrule r\nverbs",
        3,
        "found \"\" after \"verbs\"",
        "expected words parted by \"|\"",
    ),
    (
        "event e\nrule r\nverbs walk, go",
        3,
        "found \"walk, go\" after \"verbs\"",
        "expected words parted by \"|\"",
    ),
    (
        "event e\nrule r\nverbs walk | | go",
        3,
        "found \"walk | | go\"",
        "expected words parted by \"|\"",
    ),
    (
        "event e\nrule r\nnouns qwghlm",
        3,
        "found the word \"qwghlm\"",
        "a list of kind `english` can add it",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho behin",
        5,
        "found the slot \"behin\"",
        "expected subject, object",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho",
        5,
        "found \"who\"",
        "expected a keyword, or a role and its slots",
    ),
    (
        "event e\nwords go = walk\nwords go = run",
        3,
        "found a second list of words \"go\"",
        "expected a name that is not taken",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walked",
        4,
        "found \"walked\"",
        "expected its plain form \"walk\"",
    ),
    (
        "event e\nrole who person\nrule r\nnouns walks",
        4,
        "found \"walks\"",
        "expected its plain form \"walk\"",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwhom subject",
        5,
        "found \"whom\"",
        "a role of \"e\": date, place, who",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject : people",
        5,
        "found the kind \"people\"",
        "expected phrase, name",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nneeds whom",
        5,
        "found \"whom\"",
        "a role of \"e\": date, place, who",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\ntopic",
        5,
        "found \"\" after \"topic\"",
        "expected a role",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nomit who",
        5,
        "found \"who\"",
        "expected date, place or the role of `actor`",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nlines here",
        5,
        "found \"here\" after \"lines\"",
        "expected nothing",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\ngiven",
        5,
        "found \"\"",
        "expected slots",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nstatus done",
        5,
        "found the status \"done\"",
        "expected actual, planned, possible or denied",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwhen soon",
        5,
        "found the status \"soon\"",
        "expected actual, planned, possible or denied",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nset who",
        5,
        "found \"who\" after \"set\"",
        "expected a role and its value",
    ),
    (
        "event e\nrole way =up\nrule r\nverbs walk\nset way down",
        5,
        "found \"down\"",
        "expected a word that the role \"way\" takes",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject\n+ He walked.",
        6,
        "found no `=>` in a hit",
        "expected the facts after it",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject\n+ He walked. =>",
        6,
        "found nothing behind `=>`",
        "expected facts",
    ),
    (
        "event e\nrole who person\nrule r\nwho subject",
        3,
        "found a rule \"e.r\"",
        "that nothing triggers, expected `verbs`, `nouns`",
    ),
    (
        "event e\nrule r\nverbs walk",
        2,
        "found a rule \"e.r\"",
        "that fills no role",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject\nrule r",
        6,
        "found a second rule",
        "\"e.r\"",
    ),
    (
        "words go = walk\nwords go = run\nevent e",
        2,
        "found a second list of words \"go\"",
        "expected a name that is not taken",
    ),
    (
        "words office = clerk\nevent e",
        1,
        "found a second list of words \"office\"",
        "expected a name that is not taken",
    ),
    (
        "event export\nbackground",
        2,
        "found `background` in the built-in type \"export\"",
        "expected it in a type of one's own",
    ),
    (
        "event balance\nrole vessel phrase",
        2,
        "found a new role \"vessel\" of the built-in type \"balance\"",
        "expected one of its roles: date, place, owner",
    ),
    (
        "event e\nrole who person\npairs whom",
        3,
        "found \"whom\"",
        "a role of \"e\": date, place, who",
    ),
    (
        "event e\npairs",
        2,
        "found \"\" after \"pairs\"",
        "expected a role",
    ),
    (
        "event e\nstages @signing",
        2,
        "found \"@signing\"",
        "expected the name of a `words` line above",
    ),
    (
        "event e\nwords one = open\nopposed @one",
        3,
        "found \"@one\" after \"opposed\"",
        "expected two lists of words",
    ),
    (
        "event e\nwords one = open\nopposed @one, @two",
        3,
        "found \"@two\"",
        "expected the name of a `words` line above",
    ),
    (
        "event e\nrole who person\nrule r\nverb walk",
        4,
        "found \"verb\"",
        "expected `verbs`, another keyword or a role of \"e\": date, place, who",
    ),
    (
        "Event e",
        1,
        "found \"Event\" before the first `event`",
        "expected `event` and a name",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject, , object",
        5,
        "found \"who subject, , object\"",
        "expected a keyword, or a role and its slots",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject\nunless object, : place",
        6,
        "found \"object, : place\"",
        "expected slots parted by \",\"",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject\nunless count",
        6,
        "found the slot \"count\"",
        "expected subject, object",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subjects",
        5,
        "found the slot \"subjects\"",
        "expected subject, object",
    ),
    (
        "event e\nrole who person\nrole whom person\nrule r\nverbs walk\nwho subject\nneeds who, whom",
        7,
        "found \"who, whom\" after \"needs\"",
        "expected roles parted by \" or \"",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject\n+ He walked. => whom=He",
        6,
        "found \"whom\"",
        "expected a role of \"e\": date, place, who",
    ),
    (
        "event e\nrole who person\nrule r\nverbs walk\nwho subject\n+ He walked. => status=done",
        6,
        "found the status \"done\"",
        "expected actual, planned, possible or denied",
    ),
    (
        "event e\nrole who person\nrule r\nverbs cut power to",
        4,
        "found \"cut power to\"",
        "expected a verb, perhaps a particle, perhaps a preposition, and a noun",
    ),
    (
        "event e\nrole who person\nrule r\nverbs lose power from the grid",
        4,
        "found \"lose power from the grid\"",
        "expected a verb, perhaps a particle, perhaps a preposition, and a noun",
    ),
    (
        "event e\nrole who person\nrule r\nverbs jump ship",
        4,
        "found \"ship\" in \"jump ship\", a noun that is a verb more often",
        "expected an article before it: `the ship`",
    ),
    (
        "event e\nrole who person\nrule r\nverbs put them",
        4,
        "found \"them\" in \"put them\"",
        "expected a particle, an adjective or a noun",
    ),
];

const LISTS: &[Mistake] = &[
    (
        "# list: organisations\nname,aliases\nVelsen,VLS\n",
        2,
        "found the column \"name,aliases\"",
        "sector, flags, parted by tabs",
    ),
    (
        "# list: organisations\nname\taliases\n\"Velsen Corp\"\tVLS\n",
        3,
        "found \"Velsen Corp\" in quotation marks",
        "expected it without them",
    ),
    (
        "name\n",
        1,
        "found \"name\"",
        "expected `# list: ` and the kind of the list",
    ),
    (
        "# list: cites\nname\n",
        1,
        "found a list of \"cites\"",
        "expected one of abbreviations",
    ),
    (
        "# list: cities\n",
        2,
        "found the end of the file",
        "expected a line of column names",
    ),
    (
        "# list: cities\nname\tcontry\n",
        2,
        "found the column \"contry\"",
        "expected some of name",
    ),
    (
        "# list: cities\ncountry\n",
        2,
        "found \"country\"",
        "expected a column \"name\"",
    ),
    (
        "# list: cities\nname\tname\n",
        2,
        "found the column \"name\" twice",
        "expected it once",
    ),
    (
        "# list: status_words\nword\tstatus\tgoverns\nmull\tperhaps\tobject\n",
        3,
        "found the status \"perhaps\"",
        "expected one of",
    ),
    (
        "# list: status_words\nword\tstatus\tgoverns\nmull\tpossible\tgerunds\n",
        3,
        "found the governs \"gerunds\"",
        "expected one of",
    ),
    (
        "# list: name_context\nform\tclass\nskipper\tpeople\n",
        3,
        "found the class \"people\"",
        "expected one of",
    ),
    (
        "# list: zones\nphrase\tzone\twhere\nread also\tteaser\tfirst\n",
        3,
        "found the where \"first\"",
        "expected one of",
    ),
    (
        "# list: cities\nname\tcountry\nA\tGB\n# a comment\nB\n",
        5,
        "found 1 cell",
        "expected 2",
    ),
    (
        "# list: english\nform\tlemma\ttags\nwalk\twalk\tadverbial\n",
        3,
        "found the word class \"adverbial\"",
        "expected one of n, ns, num",
    ),
    (
        "# list: anaphors\nword\tkind\tby\nfirm\torganization\t\n",
        3,
        "found the kind \"organization\"",
        "expected one of",
    ),
    (
        "# list: anaphors\nword\tkind\tby\nfirm\torganisation\tnames\n",
        3,
        "found the by \"names\"",
        "expected one of",
    ),
    (
        "# list: organisations\nname\tflags\nTarget\twrod\n",
        3,
        "found the flags \"wrod\"",
        "expected one of acronym-word, given",
    ),
    (
        "# list: vehicle_models\nmake\tmodel\tflags\nHonda\tCity\tword|noun\n",
        3,
        "found the flags \"noun\"",
        "expected one of code",
    ),
    (
        "# list: organisations\nname\tkind\n\tcompany\n",
        3,
        "found an empty name",
        "expected what the row is of",
    ),
    (
        "# list: cities\nname\tcountry\nNorthgate\tKenya\n",
        3,
        "found the country \"Kenya\"",
        "two capitals, such as KE",
    ),
    (
        "# list: cities\nname\tpopulation\nNorthgate\tmany\n",
        3,
        "found the population \"many\"",
        "expected a number in digits",
    ),
    (
        "# list: currencies\ncode\tname\nGold\tGold\n",
        3,
        "found the code \"Gold\"",
        "three capitals, such as KES",
    ),
    (
        "# list: organisations\nname;kind\nAcme;company\n",
        2,
        "found the column \"name;kind\"",
        "expected some of name, aliases",
    ),
    (
        "# list: clause_words\nword\tclass\noffer\toffers\n",
        3,
        "found the class \"offers\"",
        "expected one of",
    ),
];

fn check(mistakes: &[Mistake], file: &str, build: impl Fn(&str) -> Result<Extractor, BuildError>) {
    let mut wrong = Vec::new();
    for &(text, line, found, expected) in mistakes {
        match build(text) {
            Ok(_) => wrong.push(format!("{text:?}: found no mistake, expected {expected}")),
            Err(error) => {
                let message = error.message();
                let told = error.to_string() == format!("{file}:{line}: {message}");
                if !told || error.file() != file || error.line() != line {
                    wrong.push(format!("{text:?}: {error}, expected {file}:{line}"));
                } else if !message.contains(found) || !message.contains(expected) {
                    wrong.push(format!("{text:?}: {error}, expected {found:?} and {expected:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Some editors put a byte order mark before a file, and end lines as other systems do.
#[test]
fn marks_of_editors_are_no_mistakes() {
    let list = "\u{feff}# list: organisations\r\nname\r\nRuritanian Tramways\r\n";
    let rules = "\u{feff}event walk\r\nrole who organisation\r\nrule walk\r\nverbs walk\r\nwho subject\r\n\
        + Ruritanian Tramways walked. => who=Ruritanian Tramways\r\n";
    let extractor = Extractor::builder()
        .list("my.tsv", list)
        .rules("my.rules", rules)
        .build()
        .unwrap();
    assert_eq!(extractor.check_rules(), []);
}

#[test]
fn mistakes_are_told_with_file_line_found_and_expected() {
    check(RULES, "my.rules", |text| {
        Extractor::builder().rules("my.rules", text).build()
    });
    check(LISTS, "my.tsv", |text| {
        Extractor::builder().list("my.tsv", text).build()
    });
}
